// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Plans as people write them, read into an agenda: dirty tables, laws that hold for all of them, sheets of our own.
#![allow(clippy::unwrap_used, reason = "a test that fails may stop")]

mod answers;
mod dirty;
mod laws;
mod sheets;

use std::collections::BTreeMap;

use kapstok_agenda::day::Day;
use kapstok_agenda::entry::{Entry, Id, Noun, Value};
use kapstok_agenda::event::{Event, What};
use kapstok_agenda::plan::{FormBook, Grid, GridCell, Import, ImportOptions, Language, Names, Row, import};
use kapstok_agenda::state::State;

const AREA: &str = "WK990101";

/// A sheet, a row per line and cells between `|`. `^text` is a cell that was merged with another one; `\n` a line in a cell.
fn grid(text: &str) -> Grid {
    let cell = |text: &str| {
        let text = text.trim_matches(' ').replace("\\n", "\n");
        match text.strip_prefix('^') {
            Some(text) => GridCell { text: text.to_owned(), carried: true },
            None => GridCell { text, carried: false },
        }
    };
    let row = |(at, line): (usize, &str)| Row { number: at as u32 + 1, cells: line.split('|').map(cell).collect() };
    let rows = text.trim_start_matches('\n').lines().map(str::trim).enumerate().map(row).collect();
    Grid { file: "plan.xlsx".to_owned(), sheet: "Blad1".to_owned(), number: 1, rows }
}

/// What an import goes by, with what it owns.
struct Desk {
    area: Option<&'static str>,
    year: Option<u16>,
    forms: FormBook,
    choices: Vec<(String, String)>,
    withdraw: Option<&'static str>,
    areas: Names,
    domains: Names,
    indicators: Names,
}

fn desk() -> Desk {
    Desk {
        area: Some(AREA),
        year: None,
        forms: FormBook::default(),
        choices: Vec::new(),
        withdraw: None,
        areas: Names::new([("Noord", AREA), ("Zuid", "WK990102"), ("Dubbel", "WK990103"), ("Dubbel", "WK990104")]),
        domains: Names::new([("schulden", "debt"), ("gezondheid", "health"), ("school", "school")]),
        indicators: Names::new([("Wanbetalers", "defaulters")]),
    }
}

impl Desk {
    fn read(&self, grids: &[Grid], state: &State) -> Import {
        let options = ImportOptions {
            area: self.area,
            year: self.year,
            language: Language::Dutch,
            areas: &self.areas,
            domains: &self.domains,
            indicators: &self.indicators,
            forms: &self.forms,
            choices: &self.choices,
            withdraw_missing: self.withdraw,
        };
        import(grids, state, &options)
    }
}

fn event(what: What) -> Event {
    let recorded = "2025-01-01T00:00:00Z".to_owned();
    Event { day: Day::parse("2025-01-01").unwrap(), recorded, by: Some("secretary".to_owned()), what }
}

fn opened() -> State {
    State::of(&[event(What::Opened)])
}

/// The state after events, each of which has to fit.
fn after(state: &State, events: &[What]) -> State {
    let mut state = state.clone();
    for what in events {
        let event = event(what.clone());
        state.check(&event).unwrap_or_else(|misfit| panic!("{misfit}: {what:?}"));
        state.apply(&event);
    }
    state
}

/// What is agreed, in words and without numbers: a line per thing, in order.
fn told(state: &State) -> Vec<String> {
    let named = |id: &Id| format!("<{}>", name(state, *id));
    let value = |field: &str, value: &Value| match value {
        Value::Text(text) | Value::Word(text) => text.clone(),
        Value::Words(words) => words.join(" + "),
        Value::Id(id) => named(id),
        Value::Ids(ids) => {
            let mut names: Vec<String> = ids.iter().map(named).collect();
            names.sort();
            names.join(" + ")
        }
        Value::Whole(number) if field == "euros" => format!("{}", *number as f64 / 100.0),
        Value::Whole(number) if field == "posts" => format!("{}", *number as f64 / 1000.0),
        Value::Whole(number) => number.to_string(),
        Value::Unknown => "?".to_owned(),
        Value::Removed => "removed".to_owned(),
    };
    let mut lines = Vec::new();
    for noun in Noun::ALL {
        for entry in state.all(noun) {
            let fields: BTreeMap<&str, String> = entry.values().map(|(field, it)| (field, value(field, it))).collect();
            let fields = fields.iter().filter(|(field, it)| !(**field == "area" && *it == AREA));
            let fields: Vec<String> =
                fields.map(|(field, it)| format!("{field}={}", it.replace('\n', "\\n"))).collect();
            lines.push(format!("{} {}", noun.word(), fields.join("; ")));
        }
    }
    lines.sort();
    lines
}

fn name(state: &State, id: Id) -> String {
    let ends = |entry: &Entry| Some(format!("{}->{}", state.name(entry.one("from")?), state.name(entry.one("to")?)));
    state.get(id).and_then(ends).unwrap_or_else(|| state.name(id).to_owned())
}

/// Problems as `code row column`, without the notes on the stage of money, which nearly every plan gives.
fn problems(import: &Import) -> Vec<String> {
    let told = import.problems.iter().filter(|problem| problem.code != "K0630" && problem.code != "K0624");
    let line = |place: &kapstok_table::Place| {
        let row = place.row.map(|row| row.to_string()).unwrap_or_default();
        format!("{row} {}", place.column.as_deref().unwrap_or_default())
    };
    told.map(|problem| format!("{} {}", problem.code, line(&problem.place)).trim_end().to_owned()).collect()
}
