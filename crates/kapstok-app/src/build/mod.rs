// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Sources to `build/`: whole or not at all.
//!
//! In: an open workspace. Out: `build/<hash>/`, and `build/current` swapped to it by renaming a link.
//! Invariant: same input, same bytes, for any number of threads; whatever goes wrong, the build that
//! stood still stands. Not here: what the figures are (`gather`), what the scores are (`compute`).

mod data;
mod landing;
mod package;
pub(crate) mod parquet_file;
pub(crate) mod scores;
pub(crate) mod snapshot;
pub(crate) mod store;

use std::collections::BTreeMap;
use std::io::Write;
use std::path::{Path, PathBuf};

use kapstok_table::{Place, Problem};
use serde::Serialize;

use crate::choose;
use crate::compute;
use crate::documents;
use crate::durable::write_durably;
use crate::failure::Failure;
use crate::gather;
use crate::problems;
use crate::progress::Progress;
use crate::workspace::{SETTINGS_FILE, Workspace, any_error, sha256_hex};
use kapstok_share::manifest::{self, Manifest};
use kapstok_share::words::Words;
use landing::Root;
use store::Store;

/// What a build came to.
pub(crate) struct Built {
    /// The manifest, as written.
    pub(crate) manifest: Manifest,
    /// The folder that `build/current` leads to.
    pub(crate) dir: PathBuf,
    /// The municipality that the workspace is of, if it is of one.
    pub(crate) municipality: Option<OwnMunicipality>,
    /// What was found on the way, none of it fatal.
    pub(crate) doubts: Doubts,
    /// Whether the figures of the last build could stand.
    pub(crate) figures_reused: bool,
}

/// The municipality that a workspace is of.
pub(crate) struct OwnMunicipality {
    name: String,
    code: String,
    /// Per smaller level, how many areas lie in it.
    n_inside: Vec<(String, usize)>,
}

impl OwnMunicipality {
    fn of(store: &Store) -> Result<Option<Self>, Failure> {
        const LEVEL: &str = "municipality";
        let Some(code) = store.manifest.municipality.clone() else { return Ok(None) };
        let areas = store.areas(LEVEL)?;
        let name = areas.index_of(&code).map(|at| areas.names[at].clone()).unwrap_or_default();
        let mut n_inside = Vec::new();
        for level in &store.manifest.levels {
            if let Some(within) = store.areas(&level.level)?.within.get(LEVEL) {
                n_inside.push((level.level.clone(), within.iter().filter(|inside| **inside == code).count()));
            }
        }
        Ok(Some(Self { name, code, n_inside }))
    }
}

/// What was found in the sources; it stays with the figures when only recipes change.
const PROBLEMS_FILE: &str = "problems.json";

/// Warnings of a build by code, with how many.
#[derive(Default)]
pub(crate) struct Doubts(pub(crate) BTreeMap<String, usize>);

impl Doubts {
    fn add(&mut self, problems: &[Problem]) {
        for problem in problems.iter().filter(|problem| problem.severity == kapstok_table::Severity::Warning) {
            *self.0.entry(problem.code.to_owned()).or_default() += 1;
        }
    }

    /// Those of figures that were built before.
    fn read(&mut self, path: &Path) -> Result<(), Failure> {
        let bytes = std::fs::read(path).map_err(|error| Failure::io(path, error))?;
        let entries: Vec<serde_json::Value> =
            serde_json::from_slice(&bytes).map_err(|error| Failure::store(path, error))?;
        for code in entries.iter().filter(|entry| entry["severity"] == "warning").filter_map(|it| it["code"].as_str()) {
            *self.0.entry(code.to_owned()).or_default() += 1;
        }
        Ok(())
    }
}

/// Counts of a build, as `--json` prints them.
#[derive(Serialize)]
pub(crate) struct Counts {
    areas: BTreeMap<String, usize>,
    indicators: usize,
    cells: CellCounts,
    recipes: Vec<String>,
}

#[derive(Serialize)]
struct CellCounts {
    known: usize,
    missing: BTreeMap<String, usize>,
}

impl Counts {
    /// Prints the counts for people.
    pub(crate) fn print(&self, built: &Built, seconds: f64, words: &Words, out: &mut dyn Write) -> std::io::Result<()> {
        let manifest = &built.manifest;
        if manifest.invented {
            writeln!(out, "{}", words.say("invented", &[]))?;
        }
        for level in &manifest.levels {
            let name = words.say(&format!("level-{}", level.level), &[]);
            let facts =
                [("level", &*name), ("n", &level.n_areas.to_string()), ("year", &level.boundary_year.to_string())];
            writeln!(out, "{}", words.say("build-level", &facts))?;
        }
        if let Some(own) = &built.municipality {
            let inside = own.n_inside.iter().map(|(level, n)| format!("{} {n}", words.word("level", level)));
            let inside = inside.collect::<Vec<_>>().join(", ");
            let facts = [("name", &*own.name), ("code", &own.code), ("inside", &inside)];
            writeln!(out, "{}", words.say("build-municipality", &facts))?;
        }
        let n_missing: usize = self.cells.missing.values().sum();
        let facts = [("known", &*self.cells.known.to_string()), ("missing", &n_missing.to_string())];
        writeln!(out, "{}", words.say("build-cells", &facts))?;
        for (reason, n) in &self.cells.missing {
            let reason = words.say(&format!("reason-{}", reason.replace('_', "-")), &[]);
            writeln!(out, "  {}", words.say("build-reason", &[("n", &n.to_string()), ("reason", &reason)]))?;
        }
        for recipe in &manifest.recipes {
            let facts = [("id", &*recipe.id), ("n", &recipe.n_scored.to_string())];
            writeln!(out, "{}", words.say("build-recipe", &facts))?;
        }
        let dir = built.dir.display().to_string();
        let seconds = kapstok_share::number::figure(seconds, 2, words.language);
        writeln!(out, "{}", words.say("build-done", &[("seconds", &seconds), ("dir", &dir)]))?;
        if built.figures_reused {
            writeln!(out, "{}", words.say("build-reused", &[]))?;
        }
        Ok(())
    }

    /// Counts over all levels: a cell is one indicator of one period in one area.
    pub(crate) fn of(manifest: &Manifest) -> Self {
        let columns = || manifest.levels.iter().flat_map(|level| &level.columns);
        let mut missing: BTreeMap<String, usize> = BTreeMap::new();
        for (reason, n) in columns().flat_map(|column| &column.missing) {
            *missing.entry(reason.clone()).or_default() += n;
        }
        let with_figures: std::collections::BTreeSet<&str> =
            columns().map(|column| column.indicator.as_str()).collect();
        Self {
            areas: manifest.levels.iter().map(|level| (level.level.clone(), level.n_areas)).collect(),
            indicators: with_figures.len(),
            cells: CellCounts { known: columns().map(|column| column.known).sum(), missing },
            recipes: manifest.recipes.iter().map(|recipe| recipe.id.clone()).collect(),
        }
    }
}

/// Builds a workspace.
///
/// # Errors
/// [`Failure::Problems`] when anything in the input forbids it; what was built before still stands.
pub(crate) fn build(dir: &Path, progress: &Progress) -> Result<Built, Failure> {
    let (mut workspace, mut problems) = Workspace::open(dir)?;
    let recipes = compute::read_recipes(&mut workspace, &mut problems)?;
    if any_error(&problems) {
        return Err(Failure::Problems { problems, texts: workspace.texts });
    }
    let data_hash = data_hash(&workspace)?;
    let root = Root::open(&workspace.build_dir())?;
    let fresh = root.fresh()?;
    let previous = Store::current(dir).ok().filter(|store| store.manifest.data_hash == data_hash);
    // What was damaged since is built anew, and not linked on.
    let previous = previous.filter(|store| landing::is_sound(&store.dir));
    let mut doubts = Doubts::default();
    let previous = previous.filter(|store| doubts.read(&store.dir.join(PROBLEMS_FILE)).is_ok());
    let figures_reused = previous.is_some();
    let mut manifest = match previous {
        Some(previous) => reuse(&previous, &fresh.dir)?,
        None => {
            let gathered = gather::gather(&workspace, progress)?;
            if gathered.has_errors() {
                problems.extend(gathered.problems);
                return Err(Failure::Problems { problems: Problem::fold(problems), texts: workspace.texts });
            }
            let manifest = data::write(&workspace, &gathered, &data_hash, &fresh.dir, progress)?;
            doubts.add(&gathered.problems);
            write_json(&fresh.dir.join(PROBLEMS_FILE), &problems::entries(&gathered.problems, &workspace.texts))?;
            manifest
        }
    };
    let store = Store { dir: fresh.dir.clone(), manifest: manifest.clone() };
    let scored = compute::run_recipes(&workspace, &recipes, &store, &mut problems, progress)?;
    if any_error(&problems) {
        return Err(Failure::Problems { problems, texts: workspace.texts });
    }
    let found = Problem::fold(problems);
    doubts.add(&found);
    write_json(&fresh.dir.join("scores-problems.json"), &problems::entries(&found, &workspace.texts))?;
    manifest.recipes = scores::write(&scored, &store, &fresh.dir)?;
    scores::write_methods(&workspace, &recipes, &fresh.dir)?;
    write_json(&fresh.dir.join("build.json"), &manifest)?;
    package::write(&manifest, &fresh.dir)?;
    let last = Store::current(dir).ok().map(|store| store.dir).filter(|dir| landing::is_sound(dir));
    doubts.add(&documents::write(&workspace, last.as_deref(), &fresh.dir, progress)?);
    doubts.add(&choices(&workspace, &recipes, &fresh.dir, &manifest, progress)?);
    let municipality = OwnMunicipality::of(&store)?;
    let dir = fresh.land()?;
    Ok(Built { manifest, dir, municipality, doubts, figures_reused })
}

/// Chooses by the rules that the workspace names, from what the gate lets through, and keeps what they chose.
fn choices(
    workspace: &Workspace,
    recipes: &[compute::WorkspaceRecipe],
    dir: &Path,
    manifest: &Manifest,
    progress: &Progress<'_>,
) -> Result<Vec<Problem>, Failure> {
    let mut doubts = Vec::new();
    if workspace.settings.protocols.is_empty() {
        return Ok(doubts);
    }
    let store = Store { dir: dir.to_owned(), manifest: manifest.clone() };
    let snapshot = snapshot::of_landing(&store)?;
    let state = kapstok_agenda::state::State::default();
    let ground = choose::Ground { workspace, recipes, store: &store, snapshot: &snapshot, state: &state };
    let mut entries: Vec<kapstok_share::choice::ChoiceEntry> = Vec::new();
    for entry in &workspace.settings.protocols {
        let (name, place) = (entry.get_ref(), || Place::span(SETTINGS_FILE, entry.span()));
        let stop = |problems| Failure::Problems { problems, texts: workspace.texts.clone() };
        let path = workspace.dir.join(name);
        let text = match crate::workspace::is_inside(name).then(|| std::fs::read_to_string(&path)) {
            Some(Ok(text)) => text,
            Some(Err(error)) if error.kind() != std::io::ErrorKind::NotFound => return Err(Failure::io(&path, error)),
            _ => return Err(stop(vec![Problem::error("K0781", place()).with("name", name)])),
        };
        match choose::choose_in(&ground, name, text.clone(), choose::Asked::default(), progress)? {
            Ok(choice) if entries.iter().any(|known| known.id == choice.protocol.id) => {
                return Err(stop(vec![Problem::error("K0782", place()).with("id", &choice.protocol.id)]));
            }
            Ok(choice) => {
                entries.push(choice.entry());
                doubts.extend(choice.doubts);
            }
            Err(problems) => {
                let mut texts = workspace.texts.clone();
                texts.insert(name.clone(), text);
                return Err(Failure::Problems { problems, texts });
            }
        }
    }
    write_json(&dir.join(snapshot::CHOICES_FILE), &entries)?;
    Ok(doubts)
}

/// Hash of all that the data part of a build depends on.
fn data_hash(workspace: &Workspace) -> Result<String, Failure> {
    let mut parts = vec![manifest::SCHEMA.to_owned(), program_sha256()?];
    let mut names: Vec<&str> = workspace.settings.source.iter().map(|source| source.get_ref().file.as_str()).collect();
    names.extend(workspace.settings.crosswalk.iter().map(|crosswalk| crosswalk.get_ref().file.as_str()));
    names.sort_unstable();
    names.dedup();
    let is_recipe = |name: &String| workspace.settings.recipes.iter().any(|recipe| recipe.get_ref() == name);
    for text in workspace.texts.iter().filter(|(name, _)| !is_recipe(name)) {
        parts.push(format!("{} {}", text.0, sha256_hex(text.1.as_bytes())));
    }
    for name in names {
        let path = workspace.sources_dir().join(name);
        let hash = match crate::workspace::is_inside(name).then(|| gather::read_bounded(&path)) {
            Some(Ok(Some(bytes))) => sha256_hex(&bytes),
            _ => "absent".to_owned(),
        };
        parts.push(format!("{name} {hash}"));
    }
    Ok(sha256_hex(parts.join("\n").as_bytes()))
}

/// Hash of this program: another program may read the same files otherwise.
pub(crate) fn program_sha256() -> Result<String, Failure> {
    let name = std::env::current_exe().map_err(|error| Failure::io(Path::new("kapstok"), error))?;
    let bytes = std::fs::read(&name).map_err(|error| Failure::io(&name, error))?;
    Ok(sha256_hex(&bytes))
}

/// Links the data part of an earlier build into a new one.
fn reuse(previous: &Store, into: &Path) -> Result<Manifest, Failure> {
    let entries = std::fs::read_dir(&previous.dir).map_err(|error| Failure::io(&previous.dir, error))?;
    for entry in entries {
        let entry = entry.map_err(|error| Failure::io(&previous.dir, error))?;
        let name = entry.file_name();
        let is_anew = |name: &str| {
            name.starts_with("scores-") || matches!(name, "build.json" | "datapackage.json" | documents::DOCUMENTS_FILE)
        };
        if !name.to_str().is_none_or(is_anew) {
            let to = into.join(&name);
            std::fs::hard_link(entry.path(), &to)
                .or_else(|_| std::fs::copy(entry.path(), &to).map(|_| ()))
                .map_err(|error| Failure::io(&to, error))?;
        }
    }
    Ok(Manifest { recipes: Vec::new(), ..previous.manifest.clone() })
}

/// Writes JSON with an end of line, durably.
pub(crate) fn write_json(path: &Path, value: &impl Serialize) -> Result<(), Failure> {
    let mut text = serde_json::to_string_pretty(value).map_err(|error| Failure::store(path, error))?;
    text.push('\n');
    write_durably(path, text.as_bytes())
}

/// Writes a CSV (RFC 4180 with LF, decimal point), durably.
pub(crate) fn write_csv(
    path: &Path,
    titles: &[&str],
    rows: impl IntoIterator<Item = Vec<String>>,
) -> Result<(), Failure> {
    let mut writer = csv::WriterBuilder::new().from_writer(Vec::new());
    let store = |error: csv::Error| Failure::store(path, error);
    writer.write_record(titles).map_err(store)?;
    for row in rows {
        writer.write_record(&row).map_err(store)?;
    }
    let bytes = writer.into_inner().map_err(|error| Failure::store(path, error.error()))?;
    write_durably(path, &bytes)
}
