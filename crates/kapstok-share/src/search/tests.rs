// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What people type, and what they find.

use std::collections::BTreeMap;

use super::*;
use crate::manifest::{Both, LevelEntry, Manifest, SCHEMA};
use crate::snapshot::{RawBuild, RawLevel, Snapshot};

/// Areas as (code, name, code of the larger area).
const MUNICIPALITIES: [(&str, &str, &str); 3] =
    [("GM0001", "Oost", ""), ("GM0002", "Súdwest-Zijlgeest", ""), ("GM0003", "'s-Havenhoek", "")];
const BUURTEN: [(&str, &str, &str); 5] = [
    ("BU00010000", "Oost", "GM0001"),
    ("BU00020001", "Centrum-Oost", "GM0002"),
    ("BU00020002", "Oosterpoort", "GM0002"),
    ("BU00030001", "Centrum", "GM0003"),
    ("BU00030002", "Café-buurt", "GM0003"),
];

fn snapshot() -> Snapshot {
    let level = |name: &str, n_areas| LevelEntry {
        level: name.to_owned(),
        boundary_year: 2024,
        n_areas,
        columns: Vec::new(),
        rebased_from: Vec::new(),
        map: false,
    };
    let raw = |areas: &[(&str, &str, &str)]| {
        let mut areas = areas.to_vec();
        areas.sort_unstable();
        let above: Vec<String> = areas.iter().map(|(_, _, above)| (*above).to_owned()).collect();
        RawLevel {
            codes: areas.iter().map(|(code, ..)| (*code).to_owned()).collect(),
            names: areas.iter().map(|(_, name, _)| (*name).to_owned()).collect(),
            within: BTreeMap::from([("municipality".to_owned(), above)]),
            columns: Vec::new(),
            outlines: None,
            links: BTreeMap::new(),
            scores: Vec::new(),
        }
    };
    let manifest = Manifest {
        schema: SCHEMA.to_owned(),
        program: String::new(),
        program_sha256: String::new(),
        title: Both { nl: String::new(), en: String::new() },
        country: "nl".to_owned(),
        invented: true,
        min_residents: 50.0,
        residents: None,
        municipality: None,
        ranking: false,
        data_hash: String::new(),
        levels: vec![level("municipality", MUNICIPALITIES.len()), level("neighbourhood", BUURTEN.len())],
        indicators: Vec::new(),
        counted: Vec::new(),
        crosswalks: Vec::new(),
        recipes: Vec::new(),
    };
    let levels = vec![raw(&MUNICIPALITIES), raw(&BUURTEN)];
    Snapshot::new(RawBuild {
        id: "x".to_owned(),
        manifest,
        origins: Vec::new(),
        levels,
        methods: Vec::new(),
        choices: Vec::new(),
    })
    .unwrap()
}

/// How many match, and the codes that are shown.
fn found(query: &str) -> (usize, Vec<String>) {
    let snapshot = snapshot();
    let found = SearchIndex::new(&snapshot).find(query, 10);
    let code = |area: &AreaAt| snapshot.level_of(*area).codes()[area.index].clone();
    (found.n_matched, found.areas.iter().map(code).collect())
}

#[test]
fn an_area_is_found_as_people_type_it() {
    let cases: [(&str, usize, &[&str]); 15] = [
        // Exactly so first, the larger of two; then words that begin so.
        ("oost", 4, &["GM0001", "BU00010000", "BU00020002", "BU00020001"]),
        ("OOST", 4, &["GM0001", "BU00010000", "BU00020002", "BU00020001"]),
        ("sudwest", 1, &["GM0002"]),
        ("cafe", 1, &["BU00030002"]),
        ("s-havenhoek", 1, &["GM0003"]),
        ("’s Havenhoek", 1, &["GM0003"]),
        ("haven", 1, &["GM0003"]),
        ("centrum, haven", 1, &["BU00030001"]),
        ("Centrum havenhoek", 1, &["BU00030001"]),
        ("oost centrum", 1, &["BU00020001"]),
        ("BU0003", 2, &["BU00030001", "BU00030002"]),
        ("gm0003", 1, &["GM0003"]),
        ("0003", 3, &["GM0003", "BU00030001", "BU00030002"]),
        // Misspelt: nothing matches, and the nearest is shown.
        ("Oosterport", 0, &["BU00020002"]),
        ("Zzzzzz", 0, &[]),
    ];
    for (query, n_matched, codes) in cases {
        assert_eq!(found(query), (n_matched, codes.iter().map(|code| (*code).to_owned()).collect()), "{query}");
    }
}

#[test]
fn more_is_counted_than_is_shown() {
    let snapshot = snapshot();
    let found = SearchIndex::new(&snapshot).find("oost", 1);
    assert_eq!((found.n_matched, found.areas), (4, vec![AreaAt { level: 0, index: 0 }]));
}

proptest::proptest! {
    #[test]
    fn no_query_panics_whatever_was_typed(query in "\\PC{0,300}", repeated in 0usize..40) {
        let snapshot = snapshot();
        let index = SearchIndex::new(&snapshot);
        let _ = index.find(&query, 10);
        let found = index.find(&query.repeat(repeated), 3);
        proptest::prop_assert!(found.areas.len() <= 3);
    }
}
