// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! A build, opened: the figures of one column, one cell with its origin, the areas of a level.
//!
//! In: a folder that `kapstok build` made. Invariant: it is never written to.

use std::path::{Path, PathBuf};

use parquet::errors::ParquetError;

use super::manifest::{ColumnEntry, IndicatorEntry, LevelEntry, Manifest, OriginEntry, SCHEMA};
use super::parquet_file::Reader;
use crate::failure::Failure;

/// A build on disk.
pub(crate) struct Store {
    /// Its folder.
    pub(crate) dir: PathBuf,
    /// What it holds.
    pub(crate) manifest: Manifest,
}

/// One stored cell.
#[derive(Clone, Debug)]
pub(crate) struct StoredCell {
    /// The figure.
    pub(crate) value: Option<f64>,
    /// `final` or `provisional`.
    pub(crate) status: Option<String>,
    /// Why there is none.
    pub(crate) reason: Option<String>,
    /// What stood in the source.
    pub(crate) mark: Option<String>,
    /// Published margins.
    pub(crate) interval: Option<(f64, f64)>,
    /// Row of the file.
    pub(crate) row: Option<i64>,
    /// What re-basing did: changed share, evidence, number of parts.
    pub(crate) rebased: Option<(f64, String, i64)>,
}

/// One figure, or why there is none.
#[derive(Clone, Debug)]
pub(crate) struct Figure {
    /// The figure.
    pub(crate) value: Option<f64>,
    /// Why there is none.
    pub(crate) reason: Option<String>,
    /// The part of its residents that comes from divided areas; `None` where nothing was re-based.
    pub(crate) changed_share: Option<f64>,
}

/// The areas of a level, in the order of every column.
pub(crate) struct Areas {
    /// Codes, sorted.
    pub(crate) codes: Vec<String>,
    /// Names; empty where none is known.
    pub(crate) names: Vec<String>,
    /// Codes of the areas that they lie in; empty where none is known.
    pub(crate) parents: Vec<String>,
}

impl Areas {
    /// Where an area stands.
    pub(crate) fn index_of(&self, code: &str) -> Option<usize> {
        self.codes.binary_search_by(|known| known.as_str().cmp(code)).ok()
    }
}

impl Store {
    /// Opens the current build of a workspace.
    ///
    /// # Errors
    /// [`Failure::NoBuild`] when there is none, [`Failure::Store`] when it is of another form.
    pub(crate) fn current(workspace: &Path) -> Result<Self, Failure> {
        let dir = workspace.join("build").join("current");
        if !dir.join("build.json").exists() {
            return Err(Failure::NoBuild { dir: workspace.to_owned() });
        }
        Self::open(&dir)
    }

    /// Opens a build by its folder.
    pub(crate) fn open(dir: &Path) -> Result<Self, Failure> {
        let path = dir.join("build.json");
        let text = std::fs::read_to_string(&path).map_err(|error| Failure::io(&path, error))?;
        let manifest: Manifest = serde_json::from_str(&text).map_err(|error| Failure::store(&path, error))?;
        if manifest.schema != SCHEMA {
            return Err(Failure::store(&path, format!("form {} where this program reads {SCHEMA}", manifest.schema)));
        }
        Ok(Self { dir: dir.to_owned(), manifest })
    }

    /// A level of the build by its name.
    pub(crate) fn level(&self, level: &str) -> Option<&LevelEntry> {
        self.manifest.levels.iter().find(|entry| entry.level == level)
    }

    /// What an indicator means.
    pub(crate) fn indicator(&self, id: &str) -> Option<&IndicatorEntry> {
        self.manifest.indicators.iter().find(|entry| entry.id == id)
    }

    /// All origins, by position.
    pub(crate) fn origins(&self) -> Result<Vec<OriginEntry>, Failure> {
        let path = self.dir.join("origins.json");
        let text = std::fs::read_to_string(&path).map_err(|error| Failure::io(&path, error))?;
        serde_json::from_str(&text).map_err(|error| Failure::store(&path, error))
    }

    /// The areas of a level.
    pub(crate) fn areas(&self, level: &str) -> Result<Areas, Failure> {
        let path = self.dir.join(format!("areas-{level}.parquet"));
        let read = || {
            let reader = Reader::open(&path)?;
            let column = |field| -> Result<Vec<String>, ParquetError> {
                Ok(reader.texts(0, field)?.into_iter().map(Option::unwrap_or_default).collect())
            };
            Ok(Areas { codes: column("area")?, names: column("name")?, parents: column("parent")? })
        };
        read().map_err(|error: ParquetError| Failure::store(&path, error))
    }

    /// The column of an indicator: of a stated period, or the newest with a figure.
    pub(crate) fn column<'a>(
        &self,
        level: &'a LevelEntry,
        indicator: &str,
        period: Option<&str>,
    ) -> Option<(usize, &'a ColumnEntry)> {
        let of_indicator = || level.columns.iter().enumerate().filter(|(_, column)| column.indicator == indicator);
        match period {
            Some(period) => of_indicator().find(|(_, column)| column.period == period),
            None => of_indicator().rfind(|(_, column)| column.known > 0).or_else(|| of_indicator().next_back()),
        }
    }

    /// Residents of the areas of a level, newest first; unknown where no source counts them.
    pub(crate) fn residents(&self, level: &LevelEntry) -> Result<Vec<Option<f64>>, Failure> {
        match self.manifest.residents.as_deref().and_then(|id| self.column(level, id, None)) {
            Some((position, _)) => self.values(&level.level, position),
            None => Ok(vec![None; level.n_areas]),
        }
    }

    /// Areas of which no figure may be shown: fewer residents than the workspace asks for, or nobody knows
    /// how many. `build/` itself holds all figures and is internal.
    pub(crate) fn gated(&self, level: &LevelEntry) -> Result<Vec<bool>, Failure> {
        let enough =
            |residents: &Option<f64>| residents.is_some_and(|residents| residents >= self.manifest.min_residents);
        Ok(self.residents(level)?.iter().map(|residents| !enough(residents)).collect())
    }

    /// The figures of one column, `[n_areas]`.
    pub(crate) fn values(&self, level: &str, position: usize) -> Result<Vec<Option<f64>>, Failure> {
        let path = self.figures(level);
        Reader::open(&path)
            .and_then(|reader| reader.numbers(position, "value"))
            .map_err(|error| Failure::store(&path, error))
    }

    /// The published margins of one column, `[n_areas]`.
    pub(crate) fn intervals(&self, level: &str, position: usize) -> Result<Vec<Option<(f64, f64)>>, Failure> {
        let path = self.figures(level);
        let read = || {
            let reader = Reader::open(&path)?;
            let (lower, upper) = (reader.numbers(position, "lower")?, reader.numbers(position, "upper")?);
            Ok(lower.into_iter().zip(upper).map(|(lower, upper)| lower.zip(upper)).collect())
        };
        read().map_err(|error: ParquetError| Failure::store(&path, error))
    }

    /// The figures of one column with their reasons, `[n_areas]`.
    pub(crate) fn figures_with_reasons(&self, level: &str, position: usize) -> Result<Vec<Figure>, Failure> {
        let path = self.figures(level);
        let read = || {
            let reader = Reader::open(&path)?;
            let values = reader.numbers(position, "value")?;
            let reasons = reader.texts(position, "reason")?;
            let changed = reader.numbers(position, "changed_share")?;
            let figures = values.into_iter().zip(reasons).zip(changed);
            Ok(figures.map(|((value, reason), changed_share)| Figure { value, reason, changed_share }).collect())
        };
        read().map_err(|error: ParquetError| Failure::store(&path, error))
    }

    /// One cell.
    pub(crate) fn cell(&self, level: &str, position: usize, area_index: usize) -> Result<StoredCell, Failure> {
        let path = self.figures(level);
        let read = || {
            let reader = Reader::open(&path)?;
            let text = |field| -> Result<Option<String>, ParquetError> {
                Ok(reader.texts(position, field)?.into_iter().nth(area_index).flatten())
            };
            let number = |field| -> Result<Option<f64>, ParquetError> {
                Ok(reader.numbers(position, field)?.into_iter().nth(area_index).flatten())
            };
            let integer = |field| -> Result<Option<i64>, ParquetError> {
                Ok(reader.integers(position, field)?.into_iter().nth(area_index).flatten())
            };
            let (lower, upper) = (number("lower")?, number("upper")?);
            let rebased = (number("changed_share")?, text("evidence")?, integer("parts")?);
            Ok(StoredCell {
                value: number("value")?,
                status: text("status")?,
                reason: text("reason")?,
                mark: text("mark")?,
                interval: lower.zip(upper),
                row: integer("row")?,
                rebased: match rebased {
                    (Some(changed_share), Some(evidence), Some(parts)) => Some((changed_share, evidence, parts)),
                    _ => None,
                },
            })
        };
        read().map_err(|error: ParquetError| Failure::store(&path, error))
    }

    fn figures(&self, level: &str) -> PathBuf {
        self.dir.join(format!("figures-{level}.parquet"))
    }
}
