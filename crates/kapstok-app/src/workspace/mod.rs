// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What a user owns: a folder with `kapstok.toml`, `sources/` and recipes.
//!
//! In: the folder. Out: [`Workspace`], checked as far as the files themselves tell. Not here: reading the
//! sources (`gather.rs`).

mod lock;
mod settings;

use std::collections::BTreeMap;
use std::path::{Component, Path, PathBuf};

use kapstok_area::{BoundaryYear, Hierarchy, Level};
use kapstok_table::{Indicator, IndicatorId, Place, Problem, Severity};

pub(crate) use lock::{LOCK_FILE, Lock, LockedFile, sha256_hex};
pub(crate) use settings::{CountedEntry, DocumentEntry, Settings};

use crate::failure::Failure;
use crate::problems::Texts;

/// The file that makes a folder a workspace.
pub(crate) const SETTINGS_FILE: &str = "kapstok.toml";

/// A workspace, opened.
pub(crate) struct Workspace {
    /// Its folder.
    pub(crate) dir: PathBuf,
    /// What `kapstok.toml` says.
    pub(crate) settings: Settings,
    /// Levels and codes of its country.
    pub(crate) country: Hierarchy,
    /// Indicators by id.
    pub(crate) indicators: BTreeMap<IndicatorId, Indicator>,
    /// The one map of each level.
    pub(crate) boundary_years: Vec<(Level, BoundaryYear)>,
    /// What was fetched, with hashes.
    pub(crate) lock: Lock,
    /// Texts of its files, for carets.
    pub(crate) texts: Texts,
}

impl Workspace {
    /// Opens a folder. The problems are those that leave a workspace to work with.
    ///
    /// # Errors
    /// [`Failure::Problems`] when `kapstok.toml` cannot be used at all, [`Failure::Io`] when it cannot be read.
    pub(crate) fn open(dir: &Path) -> Result<(Self, Vec<Problem>), Failure> {
        let path = dir.join(SETTINGS_FILE);
        let text = std::fs::read_to_string(&path).map_err(|source| match source.kind() {
            std::io::ErrorKind::NotFound => Failure::NoWorkspace { dir: dir.to_owned() },
            _ => Failure::io(&path, source),
        })?;
        let mut texts = Texts::from([(SETTINGS_FILE.to_owned(), text.clone())]);
        let (settings, mut problems) = Settings::read(SETTINGS_FILE, &text);
        let Some(settings) = settings else { return Err(Failure::Problems { problems, texts }) };
        let country = Self::country(dir, &settings, &mut texts, &mut problems);
        let indicators = settings.indicators(SETTINGS_FILE, &mut problems);
        let boundary_years = settings.boundary_years(SETTINGS_FILE, country.as_ref(), &mut problems);
        settings.check_references(SETTINGS_FILE, &indicators, &mut problems);
        let lock = Lock::read(&dir.join("sources"), &mut texts, &mut problems)?;
        for recipe in &settings.recipes {
            if !is_inside(recipe.get_ref()) {
                problems.push(
                    Problem::error("K0407", Place::span(SETTINGS_FILE, recipe.span())).with("found", recipe.get_ref()),
                );
            }
        }
        let Some(country) = country else { return Err(Failure::Problems { problems, texts }) };
        Ok((Self { dir: dir.to_owned(), settings, country, indicators, boundary_years, lock, texts }, problems))
    }

    fn country(dir: &Path, settings: &Settings, texts: &mut Texts, problems: &mut Vec<Problem>) -> Option<Hierarchy> {
        let named = settings.country.get_ref();
        let place = || Place::span(SETTINGS_FILE, settings.country.span());
        if let Some(country) = Hierarchy::builtin(named) {
            return Some(country);
        }
        let file = dir.join(named);
        let text = is_inside(named).then(|| std::fs::read_to_string(&file).ok()).flatten();
        let Some(text) = text else {
            let known: Vec<&str> = kapstok_area::BUILTIN_COUNTRIES.iter().map(|(id, _)| *id).collect();
            problems.push(Problem::error("K0402", place()).with("found", named).with("known", known.join(", ")));
            return None;
        };
        let country = Hierarchy::from_toml(&text);
        texts.insert(named.clone(), text);
        match country {
            Ok(country) => Some(country),
            Err(error) => {
                let span = match &error {
                    kapstok_area::HierarchyError::Form { span, .. } => span.clone(),
                    _ => None,
                };
                problems.push(Problem::error("K0403", Place { span, ..Place::file(named) }).with("found", error));
                None
            }
        }
    }

    /// Where the fetched files lie.
    pub(crate) fn sources_dir(&self) -> PathBuf {
        self.dir.join("sources")
    }

    /// Where builds land.
    pub(crate) fn build_dir(&self) -> PathBuf {
        self.dir.join("build")
    }
}

/// Whether problems forbid to go on.
pub(crate) fn any_error(problems: &[Problem]) -> bool {
    problems.iter().any(|problem| problem.severity == Severity::Error)
}

/// Whether a path of a workspace file stays inside the workspace: relative, no `..`, no drive.
pub(crate) fn is_inside(path: &str) -> bool {
    !path.is_empty()
        && !path.contains('\0')
        && Path::new(path).components().all(|part| matches!(part, Component::Normal(_)))
}
