// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `docs/reference/translate.md`, run: the table that is worked by hand there must come out.

#![expect(clippy::unwrap_used, reason = "helpers of tests")]

use std::collections::BTreeMap;

use kapstok_find::ambition::{
    Ambition, AreaStanding, Count, OfPersons, Quantity, Ratio, Rule, TargetCatalogue, parse_target, translate,
};
use kapstok_find::detectable::Way;
use kapstok_table::WhyMissing;

const DOCUMENT: &str = include_str!("../../../docs/reference/translate.md");

/// The table below a heading, by row: what stands in the first cell, and the others.
fn table(heading: &str) -> Vec<(String, Vec<String>)> {
    let (_, below) = DOCUMENT.split_once(heading).unwrap();
    let rows = below.lines().skip_while(|line| !line.starts_with('|')).take_while(|line| line.starts_with('|'));
    let cells = |line: &str| line.trim_matches('|').split('|').map(|cell| cell.trim().to_owned()).collect::<Vec<_>>();
    rows.map(cells).map(|mut cells| (cells.remove(0), cells)).collect()
}

#[test]
fn the_table_worked_by_hand_comes_out() {
    let rows = table("## Worked by hand");
    let titles = &rows[0].1;
    let areas: Vec<&(String, Vec<String>)> = rows[2..].iter().filter(|(name, _)| name.len() == 1).collect();
    let count = |text: &str| match text {
        "secret" => Count::Missing(WhyMissing::Secret),
        number => Count::Known(number.parse().unwrap()),
    };
    let standing = |(code, cells): &&(String, Vec<String>)| AreaStanding {
        code: code.clone(),
        persons: count(&cells[0]),
        population: count(&cells[1]),
        earlier: Vec::new(),
    };
    let standings: Vec<AreaStanding> = areas.iter().map(standing).collect();
    let ambition = Ambition {
        way: Way::Down,
        quantity: Quantity::ByPart(Ratio::new(1, 2).unwrap()),
        anchor: 2022,
        deadline: 2026,
        at_most: Ratio::ONE,
        published: None,
    };
    let made = translate(&ambition, &standings, &Rule::ALL).unwrap();
    let of = |row: &str| &rows.iter().find(|(name, _)| name == row).unwrap().1;
    assert_eq!([made.totals.persons.to_string(), made.totals.population.to_string()], of("sum")[..2]);
    for (place, rule) in made.rules.iter().enumerate() {
        let column = place + 2;
        assert_eq!(titles[column], rule.rule.word());
        let written: Vec<&str> = areas[..made.areas.len()].iter().map(|(_, cells)| cells[column].as_str()).collect();
        let found: Vec<String> = rule.cuts.iter().map(u64::to_string).collect();
        assert_eq!(found, written, "{}", rule.rule.word());
        assert_eq!(
            [rule.sum.to_string(), rule.miss.to_string()],
            [&of("sum")[column], &of("missed")[column]].map(String::clone)
        );
    }
    assert_eq!((made.areas.len(), made.absent.len()), (4, 1));
}

#[test]
fn the_example_of_a_target_is_one_and_every_key_is_in_the_table() {
    let (_, from) = DOCUMENT.split_once("```toml\n").unwrap();
    let (text, _) = from.split_once("```").unwrap();
    let indicators = BTreeMap::from([("kinderen_laag_inkomen".to_owned(), OfPersons::PartOfCounted)]);
    let catalogue = TargetCatalogue { indicators, levels: Vec::new() };
    let (target, problems) = parse_target("target.toml", text, &catalogue);
    assert!(problems.is_empty() && target.is_some_and(|it| it.deadline == 2027), "{problems:?}");
    let keys: Vec<String> = table("## The target").into_iter().skip(2).map(|(key, _)| key).collect();
    let known = [
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
    assert_eq!(keys, known.map(|key| format!("`{key}`")));
}
