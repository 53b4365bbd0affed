// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The ledger and its two layouts, on the case that `docs/reference/ledger.md` works by hand.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

use kapstok_agenda::day::Day;
use kapstok_agenda::entry::{Entry, Id, Noun, Value};
use kapstok_agenda::event::{Event, What};
use kapstok_agenda::facts::{Basis, Burdened, Facts, PlaceFacts};
use kapstok_agenda::ledger::{For, Wanted, layout, ledger};
use kapstok_agenda::state::State;

const DOCUMENT: &str = include_str!("../../../docs/reference/ledger.md");

/// The tables of a document, each as rows of cells, titles first.
fn tables(text: &str) -> Vec<Vec<Vec<&str>>> {
    let mut tables: Vec<Vec<Vec<&str>>> = Vec::new();
    let mut is_open = false;
    for line in text.lines() {
        let Some(row) = line.strip_prefix('|').and_then(|row| row.strip_suffix('|')) else {
            is_open = false;
            continue;
        };
        let cells: Vec<&str> = row.split('|').map(str::trim).collect();
        if cells.iter().all(|cell| cell.bytes().all(|byte| byte == b'-')) && !cells[0].is_empty() {
            continue;
        }
        match is_open {
            true => tables.last_mut().unwrap().push(cells),
            false => tables.push(vec![cells]),
        }
        is_open = true;
    }
    tables
}

fn word(text: &str) -> Value {
    Value::Word(text.to_owned())
}

fn set(state: &mut State, noun: Noun, values: Vec<(&str, Value)>) -> Id {
    let id = state.next(noun);
    let event = Event {
        day: Day::parse("2025-01-15").unwrap(),
        recorded: "2025-01-15T09:00:00Z".to_owned(),
        by: Some("secretary".to_owned()),
        what: What::Set(Entry::new(id, values).unwrap()),
    };
    state.check(&event).unwrap();
    state.apply(&event);
    id
}

fn begun() -> State {
    let mut state = State::default();
    let day = Day::parse("2025-01-15").unwrap();
    state.apply(&Event { day, recorded: "2025-01-15T09:00:00Z".to_owned(), by: None, what: What::Opened });
    state
}

fn burden(state: &mut State, domain: &str) -> Id {
    let values = vec![
        ("area", word("A")),
        ("side", word("burden")),
        ("name", Value::Text(domain.to_owned())),
        ("domain", word(domain)),
    ];
    set(state, Noun::Burden, values)
}

#[test]
fn the_case_in_the_documents_comes_out_to_the_cent() {
    let tables = tables(DOCUMENT);
    let [money, places, by_domain, by_area] = &tables[..] else { panic!("four tables") };
    let mut state = begun();
    let (debt, work) = (burden(&mut state, "debt"), burden(&mut state, "work"));
    let action = vec![
        ("area", word("A")),
        ("name", Value::Text("one for both".to_owned())),
        ("works_on", Value::Ids(vec![debt, work])),
    ];
    let action = set(&mut state, Noun::Action, action);
    for row in &money[1..] {
        let mut values = vec![("area", word("A")), ("year", Value::Whole(2025)), ("stage", word("committed"))];
        match row[1] {
            "several" => values.push(("action", Value::Id(action))),
            "unknown" => {}
            domain => values.push(("domain", word(domain))),
        }
        values.push(("euros", row[2].parse().map_or(Value::Unknown, |euros: u64| Value::Whole(euros * 100))));
        if !row[3].is_empty() {
            values.push(("earmark", word(row[3])));
        }
        set(&mut state, Noun::Capacity, values);
    }
    let place = |row: &Vec<&str>| {
        let residents: f64 = row[2].parse().unwrap();
        let in_debt = row[3].parse().ok().map(|share: f64| share * residents);
        let out_of_work = if row[4] == "yes" { residents } else { 0.0 };
        let burdened = [
            ("debt".to_owned(), Burdened { residents: in_debt, basis: Basis::Share }),
            ("work".to_owned(), Burdened { residents: Some(out_of_work), basis: Basis::WorstFifth }),
        ];
        PlaceFacts {
            code: row[0].to_owned(),
            lies_in: vec![if row[1] == "yes" { "A" } else { "B" }.to_owned()],
            burdened: burdened.into(),
        }
    };
    let facts = Facts { places: places[1..].iter().map(place).collect(), ..Facts::default() };
    let lines = ledger(&state, Wanted { year: Some(2025), stage: Some("committed"), ..Wanted::default() });
    let made = layout(&lines, &["A"], &facts);
    let euros = |cents: u64| format!("{}", cents / 100);
    let each = |cents: Option<f64>| format!("{:.2}", cents.unwrap() / 100.0);
    for (row, line) in by_domain[1..].iter().zip(&made.domains) {
        let found = [
            line.domain.clone(),
            euros(line.by_domain.cents),
            euros(line.earmarked),
            line.by_domain.residents.to_string(),
            each(line.by_domain.each()),
            line.inside.to_string(),
            line.areas_unknown.to_string(),
        ];
        assert_eq!(found.as_slice(), row.as_slice());
    }
    assert_eq!(made.domains.len(), by_domain.len() - 1);
    let found = [
        euros(made.by_area.cents),
        made.by_area.residents.to_string(),
        each(made.by_area.each()),
        euros(made.total),
        euros(made.earmarked),
        euros(made.without_domain),
        made.unknown.to_string(),
    ];
    assert_eq!(found.as_slice(), by_area[1].as_slice());
}

#[test]
fn stages_of_one_sum_are_never_added_up_and_unknown_is_counted() {
    let mut state = begun();
    for (stage, euros) in [("planned", Value::Whole(100)), ("committed", Value::Whole(90)), ("spent", Value::Unknown)] {
        let values = vec![
            ("area", word("A")),
            ("domain", word("debt")),
            ("year", Value::Whole(2025)),
            ("stage", word(stage)),
            ("euros", euros),
        ];
        set(&mut state, Noun::Capacity, values);
    }
    let lines = ledger(&state, Wanted::default());
    let found: Vec<(&str, u64, usize)> =
        lines.iter().map(|line| (line.stage, line.sum.cents, line.sum.euros_unknown)).collect();
    assert_eq!(found, [("planned", 100, 0), ("committed", 90, 0), ("spent", 0, 1)]);
    assert!(lines.iter().all(|line| line.domain == For::Domain("debt".to_owned()) && line.source.is_none()));
}
