// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! An ambition as it is written down: a TOML file, read and held against what the workspace has.
//!
//! In: the text, and a [`TargetCatalogue`]. Out: a [`TargetFile`], and every problem with its bytes. **Invariant:** a
//! target without an error names only what is there, has an end after its start, and where it names a document it has
//! the words that stand in it. Not here: figures.

use std::collections::BTreeMap;

use kapstok_recipe::{At, Spans};
use kapstok_table::{Place, Problem, nearest};
use serde::Deserialize;

use super::{Ambition, Published, Quantity, Ratio, Rule};
use crate::detectable::Way;

/// A target, version 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TargetFile {
    /// Title per language.
    pub title: BTreeMap<String, String>,
    /// Id of the indicator.
    pub indicator: String,
    /// Id of the count that it is a part of; `None` for the one that the workspace names.
    pub population: Option<String>,
    /// The level whose areas are asked; `None` for the smallest with figures.
    pub level: Option<String>,
    /// To fewer persons or to more.
    pub way: Way,
    /// How much.
    pub quantity: Quantity,
    /// The year whose figures it starts from.
    pub anchor: u16,
    /// The year in which it is to be reached.
    pub deadline: u16,
    /// The most that one area is asked.
    pub at_most: Ratio,
    /// The rules, as they were named; all four where none was.
    pub rules: Vec<Rule>,
    /// Where it was read.
    pub source: Option<Source>,
}

/// Where a target was read.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Source {
    /// The document.
    pub document: String,
    /// The page, as it is printed.
    #[serde(default)]
    pub page: String,
    /// The words themselves.
    #[serde(default)]
    pub quote: String,
}

/// What a target is held against.
#[derive(Clone, Debug, Default)]
pub struct TargetCatalogue {
    /// Indicators by id, and of how many persons they speak.
    pub indicators: BTreeMap<String, OfPersons>,
    /// Names of levels.
    pub levels: Vec<String>,
}

/// Whether an indicator speaks of a number of persons.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OfPersons {
    /// It counts them.
    Count,
    /// A part of people whose number the workspace has.
    PartOfCounted,
    /// A part of people whose number must be named.
    Part,
    /// It does not: an amount, a rate, a score.
    No,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Relation {
    DecreaseBy,
    DecreaseTo,
    IncreaseBy,
    IncreaseTo,
}

/// `50` or `"50 %"`; `2028` or `"P4Y"`.
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
enum NumberOrText {
    Number(u64),
    Text(String),
}

impl NumberOrText {
    fn text(&self) -> String {
        match self {
            Self::Number(number) => number.to_string(),
            Self::Text(text) => text.trim().to_owned(),
        }
    }
}

#[derive(Debug, Deserialize)]
struct Written {
    target: u32,
    title: BTreeMap<String, String>,
    indicator: String,
    population: Option<String>,
    level: Option<String>,
    relation: Relation,
    quantity: NumberOrText,
    anchor: u16,
    deadline: NumberOrText,
    at_most: Option<String>,
    #[serde(default)]
    rules: Vec<String>,
    source: Option<Source>,
}

const KEYS: [&str; 12] = [
    "target",
    "title",
    "indicator",
    "population",
    "level",
    "relation",
    "quantity",
    "anchor",
    "deadline",
    "at_most",
    "rules",
    "source",
];
const SOURCE_KEYS: [&str; 3] = ["document", "page", "quote"];

/// Reads a target and checks it. `None` with any error.
pub fn parse_target(file: &str, text: &str, catalogue: &TargetCatalogue) -> (Option<TargetFile>, Vec<Problem>) {
    let mut lint = Lint { file, spans: Spans::of_file(text), problems: Vec::new() };
    if let Ok(table) = text.parse::<toml::Table>() {
        lint.unknown_keys(&table);
    }
    let written = match toml::from_str::<Written>(text) {
        Ok(written) => written,
        Err(error) => {
            let place = Place { span: error.span(), ..Place::file(file) };
            lint.problems.push(Problem::error("K0830", place).with("found", error.message()));
            return (None, lint.problems);
        }
    };
    lint.names(&written, catalogue);
    lint.source(&written);
    let target = lint.target(written);
    (target.filter(|_| lint.problems.is_empty()), lint.problems)
}

struct Lint<'a> {
    file: &'a str,
    spans: Spans,
    problems: Vec<Problem>,
}

impl Lint<'_> {
    fn error(&mut self, code: &'static str, path: &[At<'_>], facts: &[(&'static str, &str)]) {
        let mut problem = Problem::error(code, Place::span(self.file, self.spans.at(path)));
        for (name, value) in facts {
            problem = problem.with(name, value);
        }
        self.problems.push(problem);
    }

    fn unknown_keys(&mut self, root: &toml::Table) {
        let source = root.get("source").and_then(toml::Value::as_table);
        let below = source.into_iter().flat_map(toml::Table::keys);
        let all = root.keys().map(|key| (vec![At::Key(key)], key, &KEYS[..]));
        let all = all.chain(below.map(|key| (vec![At::Key("source"), At::Key(key)], key, &SOURCE_KEYS[..])));
        for (path, key, known) in all {
            if !known.contains(&key.as_str()) {
                let near = nearest(key, known.iter().copied()).to_owned();
                self.error("K0831", &path, &[("found", key), ("nearest", &near)]);
            }
        }
    }

    fn names(&mut self, written: &Written, catalogue: &TargetCatalogue) {
        if written.target != 1 {
            self.error("K0832", &[At::Key("target")], &[("found", &written.target.to_string())]);
        }
        let unknown = |lint: &mut Self, key, found: &str, known: Vec<&str>| {
            let near = nearest(found, known.iter().copied()).to_owned();
            lint.error("K0833", &[At::Key(key)], &[("found", found), ("nearest", &near)]);
        };
        let ids = || catalogue.indicators.keys().map(String::as_str).collect();
        match catalogue.indicators.get(&written.indicator) {
            None => unknown(self, "indicator", &written.indicator, ids()),
            Some(OfPersons::No) => self.error("K0834", &[At::Key("indicator")], &[("found", &written.indicator)]),
            Some(OfPersons::Count | OfPersons::Part) if written.population.is_none() => {
                self.error("K0834", &[At::Key("indicator")], &[("found", &written.indicator)]);
            }
            Some(_) => {}
        }
        if let Some(population) = &written.population {
            match catalogue.indicators.get(population) {
                None => unknown(self, "population", population, ids()),
                Some(OfPersons::Count) => {}
                Some(_) => self.error("K0834", &[At::Key("population")], &[("found", population)]),
            }
        }
        if let Some(level) = written.level.as_ref().filter(|level| !catalogue.levels.contains(level)) {
            unknown(self, "level", level, catalogue.levels.iter().map(String::as_str).collect());
        }
    }

    /// No quote, no source.
    fn source(&mut self, written: &Written) {
        let Some(source) = &written.source else { return };
        for (key, text) in [("document", &source.document), ("quote", &source.quote)] {
            if text.trim().is_empty() {
                self.error("K0838", &[At::Key("source"), At::Key(key)], &[("key", key)]);
            }
        }
    }

    fn target(&mut self, written: Written) -> Option<TargetFile> {
        let (quantity, text) = (quantity(written.relation, &written.quantity), written.quantity.text());
        if quantity.is_none() {
            self.error("K0835", &[At::Key("quantity")], &[("key", "quantity"), ("found", &text)]);
        }
        let deadline = deadline(written.anchor, &written.deadline);
        if deadline.is_none() {
            self.error("K0836", &[At::Key("deadline")], &[("found", &written.deadline.text())]);
        }
        let at_most = match &written.at_most {
            None => Some(Ratio::ONE),
            Some(text) => percent(text).filter(|part| *part <= Ratio::ONE && part.num() > 0),
        };
        if at_most.is_none() {
            let text = written.at_most.unwrap_or_default();
            self.error("K0835", &[At::Key("at_most")], &[("key", "at_most"), ("found", &text)]);
        }
        let rules = self.rules(&written.rules);
        let way = match written.relation {
            Relation::DecreaseBy | Relation::DecreaseTo => Way::Down,
            Relation::IncreaseBy | Relation::IncreaseTo => Way::Up,
        };
        Some(TargetFile {
            title: written.title,
            indicator: written.indicator,
            population: written.population,
            level: written.level,
            way,
            quantity: quantity?,
            anchor: written.anchor,
            deadline: deadline?,
            at_most: at_most?,
            rules,
            source: written.source,
        })
    }

    fn rules(&mut self, named: &[String]) -> Vec<Rule> {
        let mut rules: Vec<Rule> = Vec::new();
        for (position, found) in named.iter().enumerate() {
            match Rule::parse(found).filter(|rule| !rules.contains(rule)) {
                Some(rule) => rules.push(rule),
                None => {
                    let near = nearest(found, Rule::ALL.map(Rule::word)).to_owned();
                    let path = [At::Key("rules"), At::Item(position)];
                    self.error("K0837", &path, &[("found", found), ("nearest", &near)]);
                }
            }
        }
        if rules.is_empty() { Rule::ALL.to_vec() } else { rules }
    }
}

fn percent(text: &str) -> Option<Ratio> {
    Ratio::of_percent(text.trim().strip_suffix('%')?.trim())
}

/// A part of what it is or of the population, by the sign of percent; or persons. What cannot be is `None`.
fn quantity(relation: Relation, written: &NumberOrText) -> Option<Quantity> {
    let text = written.text();
    let is_by = matches!(relation, Relation::DecreaseBy | Relation::IncreaseBy);
    if let Some(part) = percent(&text) {
        // It may double, and cannot fall by more than all of it or end above everybody.
        let is_possible = relation == Relation::IncreaseBy || part <= Ratio::ONE;
        let quantity = if is_by { Quantity::ByPart(part) } else { Quantity::ToShare(part) };
        return is_possible.then_some(quantity);
    }
    let persons = text.parse().ok()?;
    Some(if is_by { Quantity::ByPersons(persons) } else { Quantity::ToPersons(persons) })
}

/// `P4Y` from the anchor, or a year after it.
fn deadline(anchor: u16, written: &NumberOrText) -> Option<u16> {
    let text = written.text();
    let years = text.strip_prefix('P').and_then(|it| it.strip_suffix('Y'));
    let year = match years {
        Some(years) => anchor.checked_add(years.parse().ok()?)?,
        None => text.parse().ok()?,
    };
    (year > anchor && year <= 9999).then_some(year)
}

impl TargetFile {
    /// What is asked, of a published total where there is one.
    pub fn ambition(&self, published: Option<Published>) -> Ambition {
        Ambition {
            way: self.way,
            quantity: self.quantity,
            anchor: self.anchor,
            deadline: self.deadline,
            at_most: self.at_most,
            published,
        }
    }
}

#[cfg(test)]
mod tests;
