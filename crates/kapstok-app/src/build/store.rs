// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! A build, opened: the figures of one column, one cell with its origin, the areas of a level.
//!
//! In: a folder that `kapstok build` made. Invariant: it is never written to.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use parquet::errors::ParquetError;

use super::data::IN_LEVEL;
use super::parquet_file::Reader;
use crate::failure::Failure;
use kapstok_share::manifest::{ColumnEntry, IndicatorEntry, LevelEntry, Link, Manifest, OriginEntry, SCHEMA};

/// A build on disk.
pub(crate) struct Store {
    /// Its folder.
    pub(crate) dir: PathBuf,
    /// What it holds.
    pub(crate) manifest: Manifest,
}

/// One figure, or why there is none.
#[derive(Clone, Debug)]
pub(crate) struct Figure {
    /// The figure.
    pub(crate) value: Option<f64>,
    /// Why there is none.
    pub(crate) reason: Option<String>,
    /// How it came from another map; `None` where it stands on its own.
    pub(crate) rebased: Option<FigureRebasing>,
}

/// How one figure came from another map.
#[derive(Clone, Copy, Debug)]
pub(crate) struct FigureRebasing {
    /// The part of its residents that comes from divided areas: what of it is an estimate.
    pub(crate) divided_share: f64,
    /// How many areas of the other map it was made from.
    pub(crate) n_parts: usize,
}

impl Figure {
    /// Whether it was worked out from other areas, and is not the figure of one area as published.
    pub(crate) fn is_made_of_parts(&self) -> bool {
        self.rebased.is_some_and(|rebased| rebased.divided_share > 0.0 || rebased.n_parts > 1)
    }
}

/// The areas of a level, in the order of every column.
pub(crate) struct Areas {
    /// Codes, sorted.
    pub(crate) codes: Vec<String>,
    /// Names; empty where none is known.
    pub(crate) names: Vec<String>,
    /// Per larger level the code of the area that each lies in; empty where none is known. It may be an area of
    /// another year, which is not on that level's map.
    pub(crate) within: BTreeMap<String, Vec<String>>,
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
        let current = workspace.join("build").join("current");
        // The link is followed once: a build that lands meanwhile mixes nothing.
        let dir = std::fs::canonicalize(&current).unwrap_or(current);
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
            let column = |field: &str| -> Result<Vec<String>, ParquetError> {
                Ok(reader.texts(0, field)?.into_iter().map(Option::unwrap_or_default).collect())
            };
            let fields = reader.fields();
            let levels = fields.iter().filter_map(|field| field.name.strip_prefix(IN_LEVEL));
            let within = levels.map(|level| Ok((level.to_owned(), column(&format!("{IN_LEVEL}{level}"))?)));
            let within = within.collect::<Result<_, ParquetError>>()?;
            Ok(Areas { codes: column("area")?, names: column("name")?, within })
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
        level.column(indicator, period)
    }

    /// Residents of the areas of a level, newest first; unknown where no source counts them.
    pub(crate) fn residents(&self, level: &LevelEntry) -> Result<Vec<Option<f64>>, Failure> {
        match self.manifest.residents.as_deref().and_then(|id| self.column(level, id, None)) {
            Some((position, _)) => self.values(&level.level, position),
            None => Ok(vec![None; level.n_areas]),
        }
    }

    /// The shares by which figures of another map came onto a level's, as they were used.
    ///
    /// # Errors
    /// [`Failure::Store`] when the build has none of that map.
    pub(crate) fn links(&self, level: &str, from: u16) -> Result<Vec<Link>, Failure> {
        let path = self.dir.join(format!("rebased-{level}-{from}.csv"));
        let mut reader = csv::Reader::from_path(&path).map_err(|error| Failure::store(&path, error))?;
        let rows = reader.deserialize().collect::<Result<Vec<Link>, csv::Error>>();
        rows.map_err(|error| Failure::store(&path, error))
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
            let divided = reader.numbers(position, "divided_share")?;
            let parts = reader.integers(position, "parts")?;
            let rebased = divided.into_iter().zip(parts).map(|(divided_share, n_parts)| {
                Some(FigureRebasing { divided_share: divided_share?, n_parts: n_parts? as usize })
            });
            let figures = values.into_iter().zip(reasons).zip(rebased);
            let figure = |((value, reason), rebased)| Figure { value, reason, rebased };
            Ok(figures.map(figure).collect())
        };
        read().map_err(|error: ParquetError| Failure::store(&path, error))
    }

    fn figures(&self, level: &str) -> PathBuf {
        self.dir.join(format!("figures-{level}.parquet"))
    }
}
