// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! **The snapshot**: everything of a build that may leave it, in memory, never changed again.
//!
//! In: a build as it was read ([`RawBuild`]). Out: levels, columns, scores, outlines. Invariant: what the gate
//! withholds is not in it, so that nothing which is made from a snapshot (a page, a file, an answer) can show it.
//! Not here: files (the command line reads them), the forms in which it leaves.

mod column;
mod drift;
mod outlines;
mod scores;
mod withhold;

use std::collections::BTreeMap;

pub use column::{Cell, Column, REASONS, RawColumn, Rebasing, Status};
pub use outlines::Outlines;
pub use scores::{AreaScores, AreaSure, RankBetween, RecipeScores, ScoreCells, both_title, burden_title, chance_title};

use crate::choice::ChoiceEntry;
use crate::manifest::{Both, ColumnEntry, IndicatorEntry, LevelEntry, Link, Manifest, OriginEntry, RecipeEntry};

/// A build as it was read: nothing is withheld yet.
#[derive(Debug)]
pub struct RawBuild {
    /// Its name: the hash that is the name of its folder.
    pub id: String,
    /// What it holds.
    pub manifest: Manifest,
    /// Where the figures came from.
    pub origins: Vec<OriginEntry>,
    /// One for each level of the manifest, in that order.
    pub levels: Vec<RawLevel>,
    /// Per recipe of the manifest its method in plain words (Markdown).
    pub methods: Vec<Both>,
    /// Choices by the rules that the workspace names.
    pub choices: Vec<ChoiceEntry>,
}

/// A level as it was read.
#[derive(Debug)]
pub struct RawLevel {
    /// Codes, sorted: the order of every column.
    pub codes: Vec<String>,
    /// Names; empty where none is known.
    pub names: Vec<String>,
    /// Per larger level the code of the area that each lies in; empty where none is known.
    pub within: BTreeMap<String, Vec<String>>,
    /// One for each column of the manifest, in that order.
    pub columns: Vec<RawColumn>,
    /// Outlines as WKB, `[n_areas]`; none where the level has no map.
    pub outlines: Option<Outlines>,
    /// Per other map the shares by which figures came from it.
    pub links: BTreeMap<u16, Vec<Link>>,
    /// Burdens of the recipes of this level.
    pub scores: Vec<RecipeScores>,
}

/// A build that does not hold what its manifest says.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{level}: {what} has {found} where {expected} were expected")]
pub struct Damaged {
    /// The level.
    pub level: String,
    /// What differs: `columns`, `names`, a column.
    pub what: String,
    /// How many there should be.
    pub expected: usize,
    /// How many there are.
    pub found: usize,
}

/// Everything of a build that may leave it.
#[derive(Debug)]
pub struct Snapshot {
    id: String,
    manifest: Manifest,
    origins: Vec<OriginEntry>,
    levels: Vec<Level>,
    methods: Vec<Both>,
    choices: Vec<ChoiceEntry>,
    drifts: drift::Drifts,
}

/// One level: its areas and what is known of them.
#[derive(Debug)]
pub struct Level {
    position: usize,
    name: String,
    boundary_year: u16,
    codes: Vec<String>,
    names: Vec<String>,
    /// Per larger level, by its position in the snapshot, the area that each lies in.
    lies_in: Vec<(usize, Vec<Option<usize>>)>,
    columns: Vec<Column>,
    too_few: Vec<bool>,
    residents: Vec<Option<f64>>,
    outlines: Option<Outlines>,
    links: BTreeMap<u16, Vec<Link>>,
    scores: Vec<RecipeScores>,
}

/// An area by its level and its place there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct AreaAt {
    /// Position of the level in the snapshot.
    pub level: usize,
    /// Position in the order of every column.
    pub index: usize,
}

impl Snapshot {
    /// Takes a build as it was read and withholds what may not leave it.
    ///
    /// # Errors
    /// [`Damaged`] when a list has another length than the manifest says.
    pub fn new(raw: RawBuild) -> Result<Self, Damaged> {
        let RawBuild { id, mut manifest, origins, levels: raw_levels, methods, mut choices } = raw;
        check(&manifest, &raw_levels)?;
        let mut levels: Vec<Level> = Vec::with_capacity(raw_levels.len());
        for (position, (entry, raw)) in manifest.levels.iter().zip(raw_levels).enumerate() {
            levels.push(level(position, entry, raw, &levels));
        }
        withhold::withhold(&mut manifest, &mut levels);
        for choice in &mut choices {
            let level = levels.iter().find(|level| level.name == choice.level);
            choice.withhold(|area| level.and_then(|level| level.residents[level.index_of(area)?]).is_some());
        }
        let drifts = drift::Drifts::new(&manifest);
        Ok(Self { id, manifest, origins, levels, methods, choices, drifts })
    }

    /// Name of the build: the same name is the same bytes.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// What the build holds.
    pub fn manifest(&self) -> &Manifest {
        &self.manifest
    }

    /// The origin of a column.
    pub fn origin(&self, column: &ColumnEntry) -> Option<&OriginEntry> {
        self.origins.get(column.origin)
    }

    /// All origins.
    pub fn origins(&self) -> &[OriginEntry] {
        &self.origins
    }

    /// The levels, largest areas first.
    pub fn levels(&self) -> &[Level] {
        &self.levels
    }

    /// A level by its name.
    pub fn level(&self, name: &str) -> Option<&Level> {
        self.levels.iter().find(|level| level.name == name)
    }

    /// What the manifest says of a level.
    pub fn entry(&self, level: &Level) -> &LevelEntry {
        &self.manifest.levels[level.position]
    }

    /// The column of an indicator at a level: of a stated period, or the newest with a figure.
    pub fn column<'a>(
        &'a self,
        level: &'a Level,
        indicator: &str,
        period: Option<&str>,
    ) -> Option<(&'a ColumnEntry, &'a Column)> {
        let (position, entry) = self.entry(level).column(indicator, period)?;
        Some((entry, &level.columns[position]))
    }

    /// What an indicator means.
    pub fn indicator(&self, id: &str) -> Option<&IndicatorEntry> {
        self.manifest.indicator(id)
    }

    /// The area of a code. Codes are unique over levels.
    pub fn find(&self, code: &str) -> Option<AreaAt> {
        self.levels.iter().find_map(|level| Some(AreaAt { level: level.position, index: level.index_of(code)? }))
    }

    /// The level of an area.
    pub fn level_of(&self, area: AreaAt) -> &Level {
        &self.levels[area.level]
    }

    /// The name of an area; its code where it has none.
    pub fn name_of(&self, area: AreaAt) -> &str {
        let level = self.level_of(area);
        match level.names()[area.index].as_str() {
            "" => &level.codes()[area.index],
            name => name,
        }
    }

    /// The one area of the level of countries, where there is just one.
    pub fn country(&self) -> Option<AreaAt> {
        let level = self.level("country").filter(|level| level.len() == 1)?;
        Some(AreaAt { level: level.position(), index: 0 })
    }

    /// The areas that an area lies in, largest first.
    pub fn above(&self, area: AreaAt) -> Vec<AreaAt> {
        let lies_in = &self.level_of(area).lies_in;
        lies_in.iter().filter_map(|(level, of)| Some(AreaAt { level: *level, index: of[area.index]? })).collect()
    }

    /// The areas of a smaller level that lie in an area, in their order.
    pub fn below(&self, area: AreaAt, level: &Level) -> Vec<usize> {
        let lies_in = level.lies_in.iter().find(|(above, _)| *above == area.level);
        let all = lies_in.into_iter().flat_map(|(_, of)| of.iter().enumerate());
        all.filter(|(_, above)| **above == Some(area.index)).map(|(index, _)| index).collect()
    }

    /// Recipes of a level that count burdens, each with its scores.
    pub fn recipes<'a>(&'a self, level: &'a Level) -> impl Iterator<Item = (&'a RecipeEntry, &'a RecipeScores)> {
        level.scores.iter().map(|scores| (&self.manifest.recipes[scores.recipe], scores))
    }

    /// The method of a recipe in plain words, as Markdown.
    pub fn method(&self, recipe: &str) -> Option<(&RecipeEntry, &Both)> {
        let position = self.manifest.recipes.iter().position(|known| known.id == recipe)?;
        Some((&self.manifest.recipes[position], self.methods.get(position)?))
    }

    /// Choices by the rules that the workspace names.
    pub fn choices(&self) -> &[ChoiceEntry] {
        &self.choices
    }
}

impl Level {
    /// Its place in [`Snapshot::levels`].
    pub fn position(&self) -> usize {
        self.position
    }

    /// Its name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Its one map.
    pub fn boundary_year(&self) -> u16 {
        self.boundary_year
    }

    /// Number of areas.
    pub fn len(&self) -> usize {
        self.codes.len()
    }

    /// Whether it has no areas.
    pub fn is_empty(&self) -> bool {
        self.codes.is_empty()
    }

    /// Codes, sorted: the order of every column.
    pub fn codes(&self) -> &[String] {
        &self.codes
    }

    /// Names, `[n_areas]`; empty where none is known.
    pub fn names(&self) -> &[String] {
        &self.names
    }

    /// Where an area stands.
    pub fn index_of(&self, code: &str) -> Option<usize> {
        self.codes.binary_search_by(|known| known.as_str().cmp(code)).ok()
    }

    /// Per larger level, by its position in the snapshot, the area that each lies in.
    pub fn lies_in(&self) -> &[(usize, Vec<Option<usize>>)] {
        &self.lies_in
    }

    /// The columns, in the order of the manifest.
    pub fn columns(&self) -> &[Column] {
        &self.columns
    }

    /// Whether an area has too few residents now to show any figure of now.
    pub fn has_too_few_residents(&self, area_index: usize) -> bool {
        self.too_few[area_index]
    }

    /// The newest count of residents, `[n_areas]`; withheld where it is withheld in its column.
    pub fn residents(&self) -> &[Option<f64>] {
        &self.residents
    }

    /// Its map.
    pub fn outlines(&self) -> Option<&Outlines> {
        self.outlines.as_ref()
    }

    /// The shares by which figures came from another map.
    pub fn links(&self, from: u16) -> &[Link] {
        self.links.get(&from).map_or(&[], Vec::as_slice)
    }
}

fn check(manifest: &Manifest, levels: &[RawLevel]) -> Result<(), Damaged> {
    let same = |level: &str, what: &str, expected: usize, found: usize| match expected == found {
        true => Ok(()),
        false => Err(Damaged { level: level.to_owned(), what: what.to_owned(), expected, found }),
    };
    same("build", "levels", manifest.levels.len(), levels.len())?;
    for (entry, raw) in manifest.levels.iter().zip(levels) {
        same(&entry.level, "areas", entry.n_areas, raw.codes.len())?;
        same(&entry.level, "names", entry.n_areas, raw.names.len())?;
        same(&entry.level, "columns", entry.columns.len(), raw.columns.len())?;
        for (of, codes) in &raw.within {
            same(&entry.level, of, entry.n_areas, codes.len())?;
        }
        for (column, RawColumn(cells)) in entry.columns.iter().zip(&raw.columns) {
            same(&entry.level, &format!("{} {}", column.indicator, column.period), entry.n_areas, cells.len())?;
        }
        if let Some(outlines) = &raw.outlines {
            same(&entry.level, "map", entry.n_areas, outlines.wkb.len())?;
        }
        for scores in &raw.scores {
            let recipe = manifest.recipes.get(scores.recipe).map_or("recipe", |recipe| recipe.id.as_str());
            for n_rows in scores.lengths() {
                same(&entry.level, recipe, entry.n_areas, n_rows)?;
            }
        }
    }
    Ok(())
}

fn level(position: usize, entry: &LevelEntry, raw: RawLevel, before: &[Level]) -> Level {
    let above = |above: &Level| {
        let codes = raw.within.get(&above.name)?;
        Some((above.position, codes.iter().map(|code| above.index_of(code)).collect()))
    };
    Level {
        position,
        name: entry.level.clone(),
        boundary_year: entry.boundary_year,
        lies_in: before.iter().filter_map(above).collect(),
        codes: raw.codes,
        names: raw.names,
        columns: raw.columns.into_iter().map(|RawColumn(column)| column).collect(),
        too_few: Vec::new(),
        residents: Vec::new(),
        outlines: raw.outlines,
        links: raw.links,
        scores: raw.scores,
    }
}
