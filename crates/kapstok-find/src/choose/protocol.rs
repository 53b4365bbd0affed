// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The rule of a choice: a TOML file, read and held against what the workspace has.
//!
//! In: the text, and a [`Catalogue`] of recipe, domains, indicators and areas. Out: a [`Protocol`], and every problem
//! with its bytes. **Invariant:** a protocol without an error names only what is there, and gives a reason for every
//! area that is in or out by hand.

use std::collections::BTreeMap;

use kapstok_recipe::{At, Spans};
use kapstok_table::{Place, Problem, nearest};
use serde::Deserialize;

/// A protocol, version 1.
#[derive(Clone, Debug, Deserialize)]
pub struct Protocol {
    /// Version of the language: 1.
    pub protocol: u32,
    /// Its name.
    pub id: String,
    /// Title per language.
    pub title: BTreeMap<String, String>,
    /// Id of the recipe whose burdens count.
    pub recipe: String,
    /// The level whose areas are chosen.
    pub level: String,
    /// Where every draw starts.
    #[serde(default)]
    pub seed: u64,
    /// How often the choice is made again with figures as they might have been.
    #[serde(default)]
    pub replications: u32,
    /// Municipalities that are called city; all others are called rural.
    #[serde(default)]
    pub cities: Vec<String>,
    /// What counts.
    pub counts: Counts,
    /// Who may be chosen.
    #[serde(default)]
    pub areas: AreasRule,
    /// How much may be chosen.
    pub budget: Budget,
    /// How the choice is spread over municipalities.
    #[serde(default)]
    pub spread: Spread,
    /// Areas that must be in.
    #[serde(default, rename = "in")]
    pub must_be_in: Vec<RuledArea>,
    /// Areas that must be out.
    #[serde(default, rename = "out")]
    pub must_be_out: Vec<RuledArea>,
}

/// What counts.
#[derive(Clone, Debug, Deserialize)]
pub struct Counts {
    /// Which kind of count.
    pub what: What,
    /// Domains; without them, all of the recipe.
    #[serde(default)]
    pub domains: Vec<String>,
    /// For `residents-of-areas`: burdens that an area must have.
    pub min_burdens: Option<usize>,
    /// For `indicator`: whose people count.
    pub indicator: Option<String>,
}

/// Kinds of count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum What {
    /// Burdened residents, added over the domains.
    BurdenedResidents,
    /// All residents of areas with at least so many burdens.
    ResidentsOfAreas,
    /// The people of one indicator.
    Indicator,
}

/// Who may be chosen.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct AreasRule {
    /// Municipalities, by code or name; without them, all.
    #[serde(default)]
    pub within: Vec<String>,
    /// Fewest residents of a chosen area; where chosen areas hang together, of a connected set.
    pub floor: Option<f64>,
    /// Most residents of a chosen area; where chosen areas hang together, of a connected set.
    pub ceiling: Option<f64>,
}

/// How much may be chosen; at least one of the two.
#[derive(Clone, Debug, Deserialize)]
pub struct Budget {
    /// Most areas; where they hang together, most connected sets.
    pub areas: Option<usize>,
    /// Most residents in all.
    pub residents: Option<f64>,
    /// Whether the chosen areas hang together.
    #[serde(default)]
    pub connected: Connected,
}

/// Whether chosen areas hang together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Connected {
    /// They may lie anywhere.
    #[default]
    No,
    /// Each chosen area is a set that hangs together.
    Yes,
}

/// How a choice is spread.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Spread {
    /// Most areas in one municipality; of connected choices, most sets.
    pub at_most_per_municipality: Option<usize>,
    /// Fewest areas of each municipality that `areas.within` names.
    pub at_least_per_municipality: Option<usize>,
    /// Whether a connected set may lie in several municipalities.
    #[serde(default)]
    pub across_municipalities: bool,
}

/// An area that the rule itself puts in or out.
#[derive(Clone, Debug, Deserialize)]
pub struct RuledArea {
    /// Its code.
    pub area: String,
    /// Why; never empty in a protocol without errors.
    #[serde(default)]
    pub reason: String,
}

/// What a protocol is held against.
#[derive(Clone, Debug, Default)]
pub struct Catalogue {
    /// Recipes by id: their level, their domains, and whether they rebuild a published index.
    pub recipes: BTreeMap<String, (String, Vec<String>, bool)>,
    /// Indicators by id: the protected trait that they measure, and what they were modelled from.
    pub indicators: BTreeMap<String, (Option<String>, Vec<String>)>,
    /// Per recipe, the indicators that speak for its domains, in the order of the domains; empty where none does.
    pub leads: BTreeMap<String, Vec<String>>,
    /// Per level, the codes of its areas.
    pub areas: BTreeMap<String, Vec<String>>,
    /// Codes and names of municipalities.
    pub municipalities: Vec<String>,
    /// The code of each municipality, by its name.
    pub codes_of: BTreeMap<String, String>,
}

/// Keys of each table, by the path to it.
const KEYS: [(&[&str], &[&str]); 7] = [
    (
        &[],
        &[
            "protocol",
            "id",
            "title",
            "recipe",
            "level",
            "seed",
            "replications",
            "cities",
            "counts",
            "areas",
            "budget",
            "spread",
            "in",
            "out",
        ],
    ),
    (&["counts"], &["what", "domains", "min_burdens", "indicator"]),
    (&["areas"], &["within", "floor", "ceiling"]),
    (&["budget"], &["areas", "residents", "connected"]),
    (&["spread"], &["at_most_per_municipality", "at_least_per_municipality", "across_municipalities"]),
    (&["in"], &["area", "reason"]),
    (&["out"], &["area", "reason"]),
];

/// Reads a protocol and checks it. `None` when its form leaves nothing to go on with.
pub fn parse_protocol(file: &str, text: &str, catalogue: &Catalogue) -> (Option<Protocol>, Vec<Problem>) {
    let spans = Spans::of_file(text);
    let mut lint = Lint { file, spans, catalogue, problems: Vec::new() };
    if let Ok(table) = text.parse::<toml::Table>() {
        lint.unknown_keys(&table);
    }
    match toml::from_str::<Protocol>(text) {
        Err(error) => {
            let place = Place { span: error.span(), ..Place::file(file) };
            lint.problems.push(Problem::error("K0750", place).with("found", error.message()));
            (None, lint.problems)
        }
        Ok(protocol) => {
            lint.recipe(&protocol);
            lint.counts(&protocol);
            lint.sizes(&protocol);
            lint.places(&protocol);
            (Some(protocol), lint.problems)
        }
    }
}

struct Lint<'a> {
    file: &'a str,
    spans: Spans,
    catalogue: &'a Catalogue,
    problems: Vec<Problem>,
}

impl Lint<'_> {
    fn place(&self, path: &[At<'_>]) -> Place {
        Place::span(self.file, self.spans.at(path))
    }

    fn error(&mut self, code: &'static str, path: &[At<'_>], facts: &[(&'static str, String)]) {
        let mut problem = Problem::error(code, self.place(path));
        problem.facts.extend_from_slice(facts);
        self.problems.push(problem);
    }

    fn unknown_keys(&mut self, root: &toml::Table) {
        for (path, known) in KEYS {
            let at: Vec<At<'_>> = path.iter().map(|key| At::Key(key)).collect();
            let tables: Vec<(Vec<At<'_>>, &toml::Table)> = match path.first().map(|key| root.get(*key)) {
                None => vec![(at, root)],
                Some(Some(toml::Value::Table(table))) => vec![(at, table)],
                Some(Some(toml::Value::Array(items))) => {
                    let below =
                        items.iter().enumerate().filter_map(|(position, item)| Some((position, item.as_table()?)));
                    below.map(|(position, table)| ([at.clone(), vec![At::Item(position)]].concat(), table)).collect()
                }
                Some(_) => Vec::new(),
            };
            for (at, table) in tables {
                for key in table.keys().filter(|key| !known.contains(&key.as_str())) {
                    let near = nearest(key, known.iter().copied()).to_owned();
                    let path = [at.clone(), vec![At::Key(key)]].concat();
                    self.error("K0751", &path, &[("found", key.clone()), ("nearest", near)]);
                }
            }
        }
    }

    fn recipe(&mut self, protocol: &Protocol) {
        if protocol.protocol != 1 {
            self.error("K0752", &[At::Key("protocol")], &[("found", protocol.protocol.to_string())]);
        }
        let catalogue = self.catalogue;
        match catalogue.recipes.get(&protocol.recipe) {
            None => {
                let near = nearest(&protocol.recipe, catalogue.recipes.keys().map(String::as_str)).to_owned();
                self.error("K0753", &[At::Key("recipe")], &[("found", protocol.recipe.clone()), ("nearest", near)]);
            }
            Some((level, _, reproduces)) => {
                if *reproduces {
                    self.error("K0754", &[At::Key("recipe")], &[("found", protocol.recipe.clone())]);
                }
                if *level != protocol.level {
                    let facts = [("found", protocol.level.clone()), ("expected", level.clone())];
                    self.error("K0755", &[At::Key("level")], &facts);
                }
            }
        }
    }

    fn counts(&mut self, protocol: &Protocol) {
        let (counts, catalogue) = (&protocol.counts, self.catalogue);
        let at = |key| [At::Key("counts"), At::Key(key)];
        let domains = catalogue.recipes.get(&protocol.recipe).map(|(_, domains, _)| domains.as_slice());
        for (position, domain) in counts.domains.iter().enumerate() {
            if let Some(known) = domains
                && !known.contains(domain)
            {
                let near = nearest(domain, known.iter().map(String::as_str)).to_owned();
                let path = [At::Key("counts"), At::Key("domains"), At::Item(position)];
                self.error("K0756", &path, &[("found", domain.clone()), ("nearest", near)]);
            }
        }
        match (counts.what, &counts.indicator, counts.min_burdens) {
            (What::Indicator, None, _) => self.error("K0757", &at("what"), &[("key", "indicator".to_owned())]),
            (What::ResidentsOfAreas, _, None) => {
                self.error("K0757", &at("what"), &[("key", "min_burdens".to_owned())]);
            }
            (What::ResidentsOfAreas, _, Some(0)) => {
                let facts = [("key", "min_burdens".to_owned()), ("found", "0".to_owned())];
                self.error("K0766", &at("min_burdens"), &facts);
            }
            _ => {}
        }
        let leads = catalogue.leads.get(&protocol.recipe).map(Vec::as_slice).unwrap_or_default();
        let counted: Vec<&String> = match (counts.what, &counts.indicator) {
            (What::Indicator, Some(indicator)) => vec![indicator],
            (What::Indicator, None) => Vec::new(),
            (What::BurdenedResidents | What::ResidentsOfAreas, _) => {
                let named = |id: &&String| counts.domains.is_empty() || counts.domains.contains(id);
                let both = domains.unwrap_or_default().iter().zip(leads);
                both.filter(|(id, lead)| named(id) && !lead.is_empty()).map(|(_, lead)| lead).collect()
            }
        };
        for name in &counted {
            let key = if counts.what == What::Indicator { "indicator" } else { "what" };
            let Some((protected, modelled_from)) = catalogue.indicators.get(*name) else {
                let near = nearest(name, catalogue.indicators.keys().map(String::as_str)).to_owned();
                self.error("K0758", &at(key), &[("found", (*name).clone()), ("nearest", near)]);
                continue;
            };
            if let Some(protected) = protected {
                self.error("K0759", &at(key), &[("name", (*name).clone()), ("trait", protected.clone())]);
            }
            let inputs: Vec<&str> =
                counted.iter().map(|it| it.as_str()).filter(|it| modelled_from.iter().any(|from| from == it)).collect();
            if !inputs.is_empty() {
                let problem = Problem::warning("K0760", self.place(&at(key)));
                self.problems.push(problem.with("name", name).with("inputs", inputs.join(", ")));
            }
        }
    }

    fn sizes(&mut self, protocol: &Protocol) {
        let (areas, budget) = (&protocol.areas, &protocol.budget);
        let numbers = [
            ("areas", "floor", areas.floor),
            ("areas", "ceiling", areas.ceiling),
            ("budget", "residents", budget.residents),
        ];
        for (table, key, number) in numbers {
            if let Some(number) = number
                && !(number.is_finite() && number >= 0.0)
            {
                let facts = [("key", key.to_owned()), ("found", number.to_string())];
                self.error("K0766", &[At::Key(table), At::Key(key)], &facts);
            }
        }
        if let (Some(floor), Some(ceiling)) = (areas.floor, areas.ceiling)
            && floor > ceiling
        {
            let facts = [("floor", floor.to_string()), ("ceiling", ceiling.to_string())];
            self.error("K0761", &[At::Key("areas"), At::Key("floor")], &facts);
        }
        if let (Some(floor), Some(residents)) = (areas.floor, budget.residents)
            && residents < floor
        {
            let facts = [("floor", floor.to_string()), ("found", residents.to_string())];
            self.error("K0762", &[At::Key("budget"), At::Key("residents")], &facts);
        }
        let spread = &protocol.spread;
        if let Some(least) = spread.at_least_per_municipality {
            let key = [At::Key("spread"), At::Key("at_least_per_municipality")];
            let code = |name: &String| self.catalogue.codes_of.get(name).unwrap_or(name).clone();
            let n_within = areas.within.iter().map(code).collect::<std::collections::BTreeSet<String>>().len();
            let n_areas = self.catalogue.areas.get(&protocol.level).map_or(usize::MAX, Vec::len);
            if n_within == 0 {
                self.error("K0771", &key, &[]);
            } else if spread.at_most_per_municipality.is_some_and(|most| most < least)
                || budget.areas.unwrap_or(n_areas).min(n_areas) < least.saturating_mul(n_within)
            {
                let facts = [("found", least.to_string()), ("n", n_within.to_string())];
                self.error("K0772", &key, &facts);
            }
        }
        if budget.residents.is_none() && budget.areas.is_none_or(|n| n == 0) {
            self.error("K0763", &[At::Key("budget")], &[]);
        }
    }

    fn places(&mut self, protocol: &Protocol) {
        let catalogue = self.catalogue;
        let municipalities = || catalogue.municipalities.iter().map(String::as_str);
        let lists = [
            (vec![At::Key("areas"), At::Key("within")], &protocol.areas.within),
            (vec![At::Key("cities")], &protocol.cities),
        ];
        for (path, named) in lists {
            for (position, found) in named.iter().enumerate().filter(|(_, it)| !catalogue.municipalities.contains(it)) {
                let path = [path.clone(), vec![At::Item(position)]].concat();
                let near = nearest(found, municipalities()).to_owned();
                self.error("K0764", &path, &[("found", found.clone()), ("nearest", near)]);
            }
        }
        let known = catalogue.areas.get(&protocol.level).map(Vec::as_slice).unwrap_or_default();
        for (key, list) in [("in", &protocol.must_be_in), ("out", &protocol.must_be_out)] {
            for (position, ruled) in list.iter().enumerate() {
                let path = |last| [At::Key(key), At::Item(position), At::Key(last)];
                if !known.contains(&ruled.area) {
                    let near = nearest(&ruled.area, known.iter().map(String::as_str)).to_owned();
                    self.error("K0764", &path("area"), &[("found", ruled.area.clone()), ("nearest", near)]);
                }
                if ruled.reason.trim().is_empty() {
                    self.error("K0765", &path("reason"), &[("found", ruled.area.clone())]);
                }
                if key == "in" && protocol.must_be_out.iter().any(|other| other.area == ruled.area) {
                    self.error("K0767", &path("area"), &[("found", ruled.area.clone())]);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests;
