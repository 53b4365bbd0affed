// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `kapstok.toml`: read once, every problem with its place.

use std::collections::BTreeMap;

use kapstok_area::{BoundaryYear, Hierarchy, Level};
use kapstok_share::documents::Kind as DocumentKind;
use kapstok_share::manifest::LastClassWord;
use kapstok_source::{CrosswalkSpec, SourceSpec};
use kapstok_table::{
    Direction, Domain, Indicator, IndicatorId, Kind, Place, Population, Problem, ProtectedTrait, RebaseRule, Rounding,
    Text, Unit, close_ancestry, nearest,
};
use serde::Deserialize;
use toml::Spanned;

/// What a `[[source]]` says, with the bytes that say it.
pub(crate) type SourceEntry = Spanned<SourceSpec>;

/// `kapstok.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Settings {
    /// Version of this form.
    kapstok: Spanned<u32>,
    /// Name of the workspace.
    pub(crate) title: TwoLanguages,
    /// Id of a built-in country, or a country file.
    pub(crate) country: Spanned<String>,
    /// Whether everything in it is invented, and says so.
    #[serde(default)]
    pub(crate) invented: bool,
    /// Areas with fewer residents take no part in ranks and thresholds.
    #[serde(default = "default_min_residents")]
    pub(crate) min_residents: Spanned<f64>,
    /// The indicator that counts residents.
    pub(crate) residents: Option<Spanned<String>>,
    /// How much of a re-based mean may come from parts without a figure.
    #[serde(default = "default_max_unknown_share")]
    pub(crate) max_unknown_share: Spanned<f64>,
    /// Recipe files.
    #[serde(default)]
    pub(crate) recipes: Vec<Spanned<String>>,
    /// Rules by which areas are chosen: each is run at every build.
    #[serde(default)]
    pub(crate) protocols: Vec<Spanned<String>>,
    boundary_years: BTreeMap<String, Spanned<u16>>,
    /// The source whose rows are the areas of a level; without it, all sources on that map together.
    #[serde(default)]
    pub(crate) areas: BTreeMap<String, Spanned<String>>,
    /// Crosswalks.
    #[serde(default)]
    pub(crate) crosswalk: Vec<Spanned<CrosswalkSpec>>,
    /// Sources.
    #[serde(default)]
    pub(crate) source: Vec<SourceEntry>,
    #[serde(default)]
    indicator: Vec<Spanned<IndicatorEntry>>,
    /// Tables in which people with several things were counted.
    #[serde(default)]
    pub(crate) counted: Vec<Spanned<CountedEntry>>,
    /// Documents that ask or promise.
    #[serde(default)]
    pub(crate) document: Vec<Spanned<DocumentEntry>>,
    /// One municipality within its country: figures of all, pages of this one.
    pub(crate) municipality: Option<Spanned<String>>,
    /// Whether pages may show ranks of areas, each with its interval.
    #[serde(default)]
    pub(crate) ranking: bool,
    /// Who answers for the API of this workspace.
    pub(crate) contact: Option<ContactEntry>,
}

/// Who answers for the API, as its description says it.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ContactEntry {
    /// Name of the organisation or department.
    pub(crate) name: String,
    /// Its page.
    pub(crate) url: String,
    /// Its address for mail.
    pub(crate) email: String,
}

fn default_min_residents() -> Spanned<f64> {
    Spanned::new(0..0, 50.0)
}

fn default_max_unknown_share() -> Spanned<f64> {
    Spanned::new(0..0, 0.05)
}

/// A text in both languages.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct TwoLanguages {
    /// Dutch.
    pub(crate) nl: String,
    /// English.
    pub(crate) en: String,
}

/// A document that asks or promises.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct DocumentEntry {
    /// Its name: small letters, digits, hyphens; part of its address.
    pub(crate) id: Spanned<String>,
    /// Its path below the workspace.
    pub(crate) file: Spanned<String>,
    /// Whether it asks or promises.
    pub(crate) kind: DocumentKind,
    /// What people call it.
    pub(crate) title: TwoLanguages,
    /// A reading recipe: a path below the workspace, or a name; without it, the one whose language fits best.
    pub(crate) recipe: Option<Spanned<String>>,
    /// Of a document that asks: which agreements are held against it; without it, all that the same recipe read.
    pub(crate) answered_by: Option<Vec<Spanned<String>>>,
}

/// A counted table: how many people have 0, 1, 2, ... of some things.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct CountedEntry {
    /// Its name.
    pub(crate) id: String,
    /// What was counted.
    pub(crate) label: TwoLanguages,
    /// Who was counted.
    pub(crate) population: String,
    /// Indicators that count those with 0, 1, 2, ... of the things.
    pub(crate) classes: Vec<String>,
    /// What the last class stands for.
    pub(crate) last: LastClassWord,
    /// The things, as shares of the same population: what bounds are drawn over.
    pub(crate) of: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct IndicatorEntry {
    id: Spanned<String>,
    label: TwoLanguages,
    explanation: TwoLanguages,
    unit: String,
    direction: Spanned<String>,
    domain: String,
    kind: Spanned<String>,
    #[serde(default)]
    modelled_from: Vec<String>,
    population: Option<String>,
    rounding: Option<RoundingEntry>,
    #[serde(default)]
    exact_at: Vec<String>,
    rebase: RebaseEntry,
    protected: Option<Spanned<String>>,
    source: String,
    licence: String,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(untagged)]
enum RoundingEntry {
    Step(f64),
    UpOrDown { to: f64, off_by: f64 },
}

impl RoundingEntry {
    /// `None` when a number is not above 0, or a figure would be off by more than a step.
    fn rounding(self) -> Option<Rounding> {
        let above_0 = |number: f64| number.is_finite() && number > 0.0;
        match self {
            Self::Step(step) if above_0(step) => Some(Rounding::ToMultipleOf(step)),
            Self::UpOrDown { to: step, off_by } if above_0(step) && above_0(off_by) && off_by <= step => {
                Some(Rounding::UpOrDown { step, off_by })
            }
            Self::Step(_) | Self::UpOrDown { .. } => None,
        }
    }
}

#[derive(Deserialize)]
#[serde(untagged)]
enum RebaseEntry {
    Word(String),
    Weighted { weighted_by: String },
}

impl Settings {
    /// Reads the text. `None` when its form leaves nothing to go on with.
    pub(crate) fn read(file: &str, text: &str) -> (Option<Self>, Vec<Problem>) {
        let settings: Self = match toml::from_str(text) {
            Ok(settings) => settings,
            Err(error) => {
                let place = Place { span: error.span(), ..Place::file(file) };
                return (None, vec![Problem::error("K0400", place).with("found", error.message())]);
            }
        };
        let mut problems = Vec::new();
        if *settings.kapstok.get_ref() != 1 {
            let place = Place::span(file, settings.kapstok.span());
            problems.push(Problem::error("K0401", place).with("found", settings.kapstok.get_ref()));
        }
        let mut within = |key: &'static str, number: &Spanned<f64>, low: f64, high: f64| {
            let found = *number.get_ref();
            if !(low..=high).contains(&found) {
                let problem = Problem::error("K0418", Place::span(file, number.span())).with("key", key);
                problems.push(problem.with("found", found).with("low", low).with("high", high));
            }
        };
        within("max_unknown_share", &settings.max_unknown_share, 0.0, 1.0);
        within("min_residents", &settings.min_residents, 0.0, 1e9);
        if settings.residents.is_none() {
            problems.push(Problem::warning("K0416", Place::file(file)));
        }
        (Some(settings), problems)
    }

    /// The indicators by id; what cannot be read is a problem and left out.
    pub(crate) fn indicators(&self, file: &str, problems: &mut Vec<Problem>) -> BTreeMap<IndicatorId, Indicator> {
        let mut indicators = BTreeMap::new();
        for spanned in &self.indicator {
            let entry = spanned.get_ref();
            let place = |span| Place::span(file, span);
            let Some(id) = IndicatorId::new(entry.id.get_ref()) else {
                problems.push(Problem::error("K0404", place(entry.id.span())).with("found", entry.id.get_ref()));
                continue;
            };
            let unknown = |key: &'static str, word: &Spanned<String>, known: &str| {
                Problem::error("K0405", place(word.span()))
                    .with("key", key)
                    .with("found", word.get_ref())
                    .with("known", known)
            };
            let direction = Direction::parse(entry.direction.get_ref());
            if direction.is_none() {
                problems.push(unknown("direction", &entry.direction, "higher-is-worse, higher-is-better, neither"));
            }
            let kind = Kind::parse(entry.kind.get_ref());
            if kind.is_none() {
                problems.push(unknown("kind", &entry.kind, "register, survey, model, derived"));
            }
            let protected = entry.protected.as_ref().map(|word| ProtectedTrait::parse(word.get_ref()).ok_or(word));
            if let Some(Err(word)) = &protected {
                let known = "origin, religion, sex, orientation, nationality, disability, politics, language";
                problems.push(unknown("protected", word, known));
            }
            let Some(rebase) = rebase_rule(&entry.rebase) else {
                problems.push(Problem::error("K0408", place(spanned.span())).with("id", &id));
                continue;
            };
            let rounding = entry.rounding.map(RoundingEntry::rounding);
            if rounding == Some(None) {
                let problem = Problem::error("K0405", place(spanned.span())).with("key", "rounding").with("found", &id);
                problems.push(problem.with("known", "a step above 0, or { to = 5, off_by = 4 }"));
                continue;
            }
            let (Some(direction), Some(kind)) = (direction, kind) else { continue };
            let indicator = Indicator {
                id: id.clone(),
                label: words(&entry.label),
                explanation: words(&entry.explanation),
                unit: Unit::parse(&entry.unit),
                direction,
                domain: Domain(entry.domain.as_str().into()),
                kind,
                modelled_from: entry.modelled_from.iter().map(|text| text.as_str().into()).collect(),
                population: entry.population.as_deref().map(Population::parse),
                rounding: rounding.flatten().unwrap_or(Rounding::None),
                exact_at: entry.exact_at.iter().map(|level| Level::new(level)).collect(),
                rebase,
                protected: protected.and_then(Result::ok),
                source: entry.source.as_str().into(),
                licence: entry.licence.clone(),
            };
            if indicators.insert(id.clone(), indicator).is_some() {
                problems.push(Problem::error("K0409", place(entry.id.span())).with("id", &id));
            }
        }
        close_ancestry(&mut indicators);
        indicators
    }

    /// The one map of each level, in the order of the country's levels.
    pub(crate) fn boundary_years(
        &self,
        file: &str,
        country: Option<&Hierarchy>,
        problems: &mut Vec<Problem>,
    ) -> Vec<(Level, BoundaryYear)> {
        let Some(country) = country else { return Vec::new() };
        for (level, year) in &self.boundary_years {
            if country.rule(&Level::new(level)).is_none() {
                let known: Vec<&str> = country.levels().iter().map(|rule| rule.level.as_str()).collect();
                let place = Place::span(file, year.span());
                problems.push(Problem::error("K0406", place).with("found", level).with("known", known.join(", ")));
            }
        }
        let year = |level: &Level| self.boundary_years.get(level.as_str()).map(|year| BoundaryYear(*year.get_ref()));
        country.levels().iter().filter_map(|rule| Some((rule.level.clone(), year(&rule.level)?))).collect()
    }

    /// Names that must lead somewhere: indicators of columns, residents, denominators, file names.
    pub(crate) fn check_references(
        &self,
        file: &str,
        indicators: &BTreeMap<IndicatorId, Indicator>,
        problems: &mut Vec<Problem>,
    ) {
        if self.source.is_empty() {
            problems.push(Problem::error("K0460", Place::file(file)));
        }
        let known = |id: &str| IndicatorId::new(id).is_some_and(|id| indicators.contains_key(&id));
        let mut traits = Vec::new();
        let mut unknown = |id: &str, span: std::ops::Range<usize>| {
            let nearest = nearest(id, indicators.keys().map(IndicatorId::as_str));
            problems.push(Problem::error("K0410", Place::span(file, span)).with("found", id).with("nearest", nearest));
        };
        if let Some(residents) = &self.residents
            && !known(residents.get_ref())
        {
            unknown(residents.get_ref(), residents.span());
        }
        for source in &self.source {
            for column in &source.get_ref().column {
                if !known(&column.indicator) {
                    unknown(&column.indicator, source.span());
                }
            }
        }
        for entry in &self.counted {
            let trait_of = |id: &str| indicators.get(&IndicatorId::new(id)?)?.protected;
            for id in &entry.get_ref().of {
                let Some(protected) = trait_of(id) else { continue };
                let problem = Problem::error("K0206", Place::span(file, entry.span())).with("name", id);
                traits.push(problem.with("trait", protected.as_str()));
            }
            for id in entry.get_ref().classes.iter().chain(&entry.get_ref().of).filter(|id| !known(id)) {
                unknown(id, entry.span());
            }
        }
        for entry in &self.indicator {
            if let RebaseEntry::Weighted { weighted_by } = &entry.get_ref().rebase
                && !known(weighted_by)
            {
                unknown(weighted_by, entry.span());
            }
        }
        problems.append(&mut traits);
        let mut ids: Vec<&str> = self.source.iter().map(|source| source.get_ref().id.as_str()).collect();
        ids.sort_unstable();
        for pair in ids.windows(2).filter(|pair| pair[0] == pair[1]) {
            let second = self.source.iter().rev().find(|source| source.get_ref().id == pair[0]);
            let place = second.map_or_else(|| Place::file(file), |source| Place::span(file, source.span()));
            problems.push(Problem::error("K0409", place).with("id", pair[0]));
        }
        self.check_files(file, problems);
        for (level, source) in &self.areas {
            if !self.source.iter().any(|known| known.get_ref().id == *source.get_ref()) {
                let nearest = nearest(source.get_ref(), self.source.iter().map(|known| known.get_ref().id.as_str()));
                let place = Place::span(file, source.span());
                let problem = Problem::error("K0411", place).with("found", source.get_ref()).with("level", level);
                problems.push(problem.with("nearest", nearest));
            }
        }
    }

    /// Names of files that may be used, and for each file one place where it comes from.
    fn check_files(&self, file: &str, problems: &mut Vec<Problem>) {
        let sources = self.source.iter().map(|entry| {
            let spec = entry.get_ref();
            (&spec.file, (spec.url.as_ref(), spec.odata.as_ref()), entry.span())
        });
        let crosswalks = self.crosswalk.iter().map(|entry| {
            let spec = entry.get_ref();
            (&spec.file, (spec.url.as_ref(), None), entry.span())
        });
        let mut origins = BTreeMap::new();
        for (name, origin, span) in sources.chain(crosswalks) {
            let is_lock = name.eq_ignore_ascii_case(super::LOCK_FILE);
            if !super::is_inside(name) || name.contains(['/', '\\']) || is_lock {
                problems.push(Problem::error("K0407", Place::span(file, span.clone())).with("found", name));
            }
            // An entry that says nothing of an address agrees with any other.
            if origin != (None, None) && *origins.entry(name).or_insert(origin) != origin {
                problems.push(Problem::error("K0450", Place::span(file, span)).with("found", name));
            }
        }
    }
}

fn words(text: &TwoLanguages) -> Text {
    Text { nl: text.nl.clone(), en: text.en.clone() }
}

fn rebase_rule(entry: &RebaseEntry) -> Option<RebaseRule> {
    match entry {
        RebaseEntry::Word(word) => match word.as_str() {
            "split" => Some(RebaseRule::Split),
            "crosswalk" => Some(RebaseRule::WeightedByCrosswalk),
            "only-whole" => Some(RebaseRule::OnlyWhole),
            _ => None,
        },
        RebaseEntry::Weighted { weighted_by } => IndicatorId::new(weighted_by).map(RebaseRule::WeightedBy),
    }
}
