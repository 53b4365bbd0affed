// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! A published table of links between two maps, to a checked [`Crosswalk`].
//!
//! In: a raw table and `[[crosswalk]]`. Out: the crosswalk, or every reason why there is none. Ground that
//! is no area (abroad, sea) is left out with a note. Not here: what the links do to figures.

use std::collections::BTreeMap;

use kapstok_area::{AreaCode, BoundaryYear, Crosswalk, CrosswalkError, Hierarchy, Level, Link};
use kapstok_table::Problem;

use crate::mapping::CrosswalkSpec;
use crate::number::{Decimal, read_number};
use crate::raw::{RawTable, trim};
use crate::table::codes::{self, NoArea};
use crate::table::filter::Filter;
use crate::table::rows::{place, shown};
use crate::table::titles::Titles;
use crate::tally::{EXAMPLES, Tally};
use kapstok_table::nearest;

/// Makes the crosswalk. Links without a weight column weigh 1.
pub fn to_crosswalk(raw: &RawTable, spec: &CrosswalkSpec, country: &Hierarchy) -> (Option<Crosswalk>, Vec<Problem>) {
    let mut tally = Tally::default();
    let links = read_links(raw, spec, country, &mut tally);
    let years = (BoundaryYear(spec.years[0]), BoundaryYear(spec.years[1]));
    let level = Level::new(&spec.level);
    let crosswalk =
        links.map(|links| Crosswalk::new(&spec.id, level, years, spec.evidence.into(), spec.unlisted.into(), links));
    let crosswalk = match crosswalk {
        Some(Ok(crosswalk)) => Some(crosswalk),
        Some(Err(errors)) => {
            errors.into_iter().for_each(|error| tell(raw, spec, error, &mut tally));
            None
        }
        None => None,
    };
    let problems = tally.finish();
    let refused = problems.iter().any(|problem| problem.severity == kapstok_table::Severity::Error);
    (crosswalk.filter(|_| !refused), problems)
}

fn read_links(raw: &RawTable, spec: &CrosswalkSpec, country: &Hierarchy, tally: &mut Tally) -> Option<Vec<Link>> {
    if country.rule(&Level::new(&spec.level)).is_none() {
        let known = country.levels().iter().map(|rule| rule.level.as_str());
        let problem = Problem::error("K0353", place(raw, None, None)).with("found", &spec.level);
        let problem = problem.with("nearest", nearest(&spec.level, known.clone()));
        tally.push(problem.with("known", known.collect::<Vec<_>>().join(", ")));
    }
    let titles = Titles::new(raw);
    let mut problems = Vec::new();
    let mut find = |title: &str| titles.find(title, []).map_err(|problem| problems.push(*problem)).ok();
    let (from, to) = (find(&spec.from), find(&spec.to));
    let weight = spec.weight.as_deref().map(&mut find);
    let filter = Filter::new(&titles, &spec.r#where, &[], &mut problems);
    let is_complete = problems.is_empty();
    problems.into_iter().for_each(|problem| tally.push(problem));
    let (Some(from), Some(to), true) = (from, to, is_complete) else { return None };
    let weight = weight.flatten();

    let mut links = Vec::new();
    let mut codes = Codes { raw, spec, country, known: BTreeMap::new() };
    let mut n_kept = 0usize;
    for row in (0..raw.n_rows()).filter(|row| filter.keeps(raw, *row)) {
        n_kept += 1;
        // Both codes are read, so that both can be told.
        let (from, to) = (codes.read(row, from, tally), codes.read(row, to, tally));
        let weight = match weight {
            None => Some(1.0),
            Some(column) => {
                let cell = raw.cell(row, column);
                let decimal = if cell.kind == crate::raw::CellKind::Number { Decimal::Point } else { Decimal::Either };
                let read = read_number(cell.text, decimal, 0).ok().map(|read| read.value);
                if read.is_none() {
                    tally.add("K0350", raw.title(column), EXAMPLES, || {
                        let problem = Problem::error("K0350", place(raw, Some(row), Some(raw.title(column))));
                        problem.with("found", shown(trim(cell.text)))
                    });
                }
                read
            }
        };
        if let (Some(from), Some(to), Some(weight)) = (from, to, weight) {
            links.push(Link { from, to, weight });
        }
    }
    if n_kept == 0 {
        let conditions: Vec<String> = spec.r#where.iter().map(|(column, text)| format!("{column} = {text}")).collect();
        let problem = Problem::error("K0328", place(raw, None, None)).with("conditions", conditions.join(", "));
        tally.push(problem.with("rows", raw.n_rows()));
    }
    Some(links)
}

/// Codes that were read before: the same one stands in many rows.
struct Codes<'a> {
    raw: &'a RawTable,
    spec: &'a CrosswalkSpec,
    country: &'a Hierarchy,
    known: BTreeMap<&'a str, Result<AreaCode, NoArea>>,
}

impl<'a> Codes<'a> {
    fn read(&mut self, row: usize, column: usize, tally: &mut Tally) -> Option<AreaCode> {
        let text: &'a str = trim(self.raw.cell(row, column).text);
        let (prefix, country) = (self.spec.prefix.as_deref(), self.country);
        match self.known.entry(text).or_insert_with(|| codes::read_code(text, prefix, country)) {
            Ok(code) => Some(code.clone()),
            Err(why) => {
                codes::tell(self.raw, (row, column), text, why, country, tally);
                None
            }
        }
    }
}

fn tell(raw: &RawTable, spec: &CrosswalkSpec, error: CrosswalkError, tally: &mut Tally) {
    let at = || place(raw, None, None);
    match error {
        CrosswalkError::Weight { from, to, weight } => tally.add("K0351", "", EXAMPLES, || {
            Problem::error("K0351", at()).with("from", from).with("to", to).with("found", weight)
        }),
        CrosswalkError::Level { code, found, expected } => tally.add("K0352", "", EXAMPLES, || {
            Problem::error("K0352", at()).with("area", code).with("found", found).with("expected", expected)
        }),
        CrosswalkError::Twice { from, to } => tally.add("K0354", "", EXAMPLES, || {
            Problem::error("K0354", at()).with("from", from).with("to", to).with("crosswalk", &spec.id)
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::limits::Limits;
    use crate::read::{ReadOptions, read};

    const SPEC: &str = r#"
id = "a"
file = "a.csv"
level = "district"
years = [2020, 2022]
evidence = "addresses"
unlisted = "kept-boundary"
from = "code_from"
to = "code_to"
weight = "addresses"
prefix = "WK"
where = { kind = "adres" }
"#;

    fn crosswalk(text: &str, spec: &str) -> (Option<Crosswalk>, Vec<(&'static str, usize)>) {
        let (raw, problems) = read("a.csv", text.as_bytes(), &ReadOptions::default(), &Limits::default());
        assert_eq!(problems, []);
        let spec: CrosswalkSpec = toml::from_str(spec).unwrap();
        let (found, problems) = to_crosswalk(&raw.unwrap(), &spec, &Hierarchy::builtin("nl").unwrap());
        (found, problems.iter().map(|problem| (problem.code, problem.count)).collect())
    }

    #[test]
    fn links_are_read_with_their_weights_and_codes_without_a_prefix_get_theirs() {
        let text = "kind,code_from,code_to,addresses\nadres,000101,0001MB,30\nadres,000101,000102,10\nhuis,000101,000102,999\n";
        let (found, problems) = crosswalk(text, SPEC);
        assert_eq!(problems, []);
        let country = Hierarchy::builtin("nl").unwrap();
        let shares = found.unwrap().shares(&country.parse("WK000101").unwrap());
        let shares: Vec<_> = shares.iter().map(|share| (share.to.as_str(), share.share)).collect();
        assert_eq!(shares, [("WK000102", 0.25), ("WK0001MB", 0.75)]);
    }

    #[test]
    fn every_mistake_of_a_crosswalk_is_told_at_once() {
        let text = "kind,code_from,code_to,addresses\nadres,000101,1,many\nadres,,000102,1\n";
        let (found, problems) = crosswalk(text, SPEC);
        assert!(found.is_none());
        // `WK` + `1` has the right prefix and the wrong shape; `many` is no number; one code is empty.
        assert_eq!(problems, [("K0350", 1), ("K0322", 1), ("K0324", 1)]);
        let head = "kind,code_from,code_to,addresses\n";
        let cases = [
            ("adres,000101,000102,-1\n", SPEC.to_owned(), "K0351"),
            ("adres,000101,000102,1\nadres,000101,000102,2\n", SPEC.to_owned(), "K0354"),
            ("adres,0001,0002,1\n", SPEC.replace("\"WK\"", "\"GM\""), "K0352"),
            ("huis,000101,000102,1\n", SPEC.to_owned(), "K0328"),
            ("adres,000101,000102,1\n", SPEC.replace("district", "wijk"), "K0353"),
            ("adres,000101,000102,1\n", SPEC.replace("\"addresses\"\nprefix", "\"adresses\"\nprefix"), "K0301"),
        ];
        for (rows, spec, code) in cases {
            let (found, problems) = crosswalk(&format!("{head}{rows}"), &spec);
            assert!(found.is_none(), "{code}");
            assert!(problems.iter().any(|(found, _)| *found == code), "{code}: {problems:?}");
        }
    }
}
