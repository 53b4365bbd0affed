// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! An invented country of two municipalities and thirteen neighbourhoods, and how to ask a server about it.
//!
//! Neighbourhoods are squares of a kilometre in four columns, from (155,000, 463,000) in RD to the north and east. One
//! has a hole, one lies in two parts, one has no outline, one has too few residents, one a name that is markup.
#![allow(dead_code, unreachable_pub, reason = "each file of tests uses its part")]
#![allow(clippy::unwrap_used, reason = "a test that finds nothing has failed")]

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::body::{Body, Bytes};
use axum::http::{HeaderMap, Request, StatusCode};
use kapstok_serve::{Clock, Contact, Served, Site, Told, router};
use kapstok_share::choice::{self, AlternativeEntry, CandidateEntry, ChoiceEntry, RuleEntry, RuledEntry};
use kapstok_share::manifest::{
    Both, ColumnEntry, IndicatorEntry, LevelEntry, Link, Manifest, OriginEntry, RecipeEntry, SCHEMA,
};
use kapstok_share::snapshot::{Cell, Outlines, RawBuild, RawColumn, RawLevel, RecipeScores, ScoreCells, Snapshot};
use serde_json::Value;
use tower::ServiceExt;

/// Neighbourhoods.
pub const N: usize = 13;
/// The one with too few residents.
pub const GATED: usize = 2;
/// The one whose share is secret.
pub const SECRET: usize = 5;
/// The one without an outline.
pub const OFF_THE_MAP: usize = 12;
/// The one with a hole.
pub const HOLED: usize = 1;
/// The one in two parts.
pub const IN_TWO: usize = 3;
/// The one with a name that is markup.
pub const MARKUP: &str = "<svg onload=alert(1)>&\"'";

/// Left lower corner of a neighbourhood.
pub fn corner(index: usize) -> [f64; 2] {
    [155_000.0 + 1_000.0 * (index % 4) as f64, 463_000.0 + 1_000.0 * (index / 4) as f64]
}

/// Code of a neighbourhood.
pub fn code(index: usize) -> String {
    format!("BU000{}{index:04}", if index < 7 { 1 } else { 2 })
}

/// The share that was published of a neighbourhood.
pub fn share(index: usize) -> f64 {
    10.0 + index as f64 * 1.5
}

fn both(text: &str) -> Both {
    Both { nl: format!("{text} (nl)"), en: text.to_owned() }
}

fn indicator(id: &str, unit: &str, direction: &str, kind: &str) -> IndicatorEntry {
    IndicatorEntry {
        id: id.to_owned(),
        label: both(id),
        explanation: both("What it <b>measures</b> & \"more\""),
        unit: unit.to_owned(),
        direction: direction.to_owned(),
        domain: "health".to_owned(),
        kind: kind.to_owned(),
        modelled_from: Vec::new(),
        population: None,
        weighted_by: None,
        rounding: None,
        rounding_off_by: None,
        exact_at: Vec::new(),
        protected: None,
        source: "Invented Statistics".to_owned(),
        licence: "CC BY 4.0".to_owned(),
    }
}

fn column_entry(indicator: &str, period: &str) -> ColumnEntry {
    ColumnEntry {
        indicator: indicator.to_owned(),
        period: period.to_owned(),
        origin: 0,
        known: 1,
        missing: BTreeMap::new(),
    }
}

fn cell(value: Option<f64>, reason: Option<&str>) -> Cell {
    Cell {
        value,
        reason: reason.map(str::to_owned),
        mark: if value.is_some() { String::new() } else { "x".to_owned() },
        provisional: false,
        margins: None,
        row: Some(7),
        rebased: None,
    }
}

/// A multipolygon as well-known binary.
pub fn wkb(polygons: &[Vec<Vec<[f64; 2]>>]) -> Option<Box<[u8]>> {
    let number = |n: usize| (n as u32).to_le_bytes();
    let mut bytes = vec![1, 6, 0, 0, 0];
    bytes.extend(number(polygons.len()));
    for polygon in polygons {
        bytes.extend([1, 3, 0, 0, 0]);
        bytes.extend(number(polygon.len()));
        for ring in polygon {
            bytes.extend(number(ring.len() + 1));
            for point in ring.iter().chain(ring.first()) {
                bytes.extend(point[0].to_le_bytes());
                bytes.extend(point[1].to_le_bytes());
            }
        }
    }
    Some(bytes.into())
}

pub fn square([x, y]: [f64; 2], side: f64) -> Vec<[f64; 2]> {
    vec![[x, y], [x, y + side], [x + side, y + side], [x + side, y]]
}

fn outline(index: usize) -> Option<Box<[u8]>> {
    let [x, y] = corner(index);
    match index {
        OFF_THE_MAP => None,
        HOLED => wkb(&[vec![square([x, y], 1_000.0), square([x + 400.0, y + 400.0], 200.0)]]),
        IN_TWO => wkb(&[vec![square([x, y], 400.0)], vec![square([x + 600.0, y + 600.0], 400.0)]]),
        _ => wkb(&[vec![square([x, y], 1_000.0)]]),
    }
}

/// A code of the map before, which is no more.
pub const CEASED: &str = "BU00019999";

/// A part of the neighbourhood that is no more.
fn went(to: usize, share: f64) -> Link {
    Link { from: CEASED.to_owned(), to: code(to), share, counted: None, evidence: "addresses".to_owned() }
}

/// The build, with a share added to every figure: for a second build.
pub fn snapshot(id: &str, more: f64) -> Snapshot {
    Snapshot::new(raw(id, more)).unwrap()
}

/// What the build is read from.
pub fn raw(id: &str, more: f64) -> RawBuild {
    let level = |name: &str, n_areas, columns: &[(&str, &str)]| LevelEntry {
        level: name.to_owned(),
        boundary_year: 2024,
        n_areas,
        columns: columns.iter().map(|(indicator, period)| column_entry(indicator, period)).collect(),
        rebased_from: if name == "neighbourhood" { vec![2023] } else { Vec::new() },
        map: true,
    };
    let origin = OriginEntry {
        source: "invented".to_owned(),
        file: "figures.csv".to_owned(),
        sha256: "0".repeat(64),
        title: "Figures by neighbourhood".to_owned(),
        publisher: "Invented Statistics".to_owned(),
        table_id: None,
        licence: "CC BY 4.0".to_owned(),
        attribution: "Source: Invented Statistics".to_owned(),
        retrieved: "2024-06-01".to_owned(),
        url: None,
        sheet: None,
        column: "share".to_owned(),
        column_number: 3,
        boundary_year: 2024,
        steps: Vec::new(),
    };
    let manifest = Manifest {
        schema: SCHEMA.to_owned(),
        program: "kapstok test".to_owned(),
        program_sha256: String::new(),
        title: Both { nl: "Verzonnen land".to_owned(), en: "Invented country".to_owned() },
        country: "nl".to_owned(),
        invented: true,
        min_residents: 50.0,
        residents: Some("residents".to_owned()),
        municipality: None,
        ranking: false,
        data_hash: String::new(),
        levels: vec![
            level("municipality", 2, &[("residents", "2024")]),
            level("neighbourhood", N, &[("residents", "2024"), ("share", "2023"), ("share", "2024")]),
        ],
        indicators: vec![
            indicator("residents", "count", "neither", "register"),
            indicator("share", "percent", "higher-is-worse", "survey"),
        ],
        counted: Vec::new(),
        crosswalks: Vec::new(),
        recipes: vec![RecipeEntry {
            id: "together".to_owned(),
            level: "neighbourhood".to_owned(),
            sha256: String::new(),
            n_scored: N,
            domains: vec!["health".to_owned()],
            worst_fraction: Some(0.2),
            cuts: Vec::new(),
            inputs: vec![("share".to_owned(), "2024".to_owned())],
            leads: Vec::new(),
            sure: None,
            bounds_over: Vec::new(),
        }],
    };
    let residents = |index: usize| if index == GATED { 20.0 } else { 500.0 + index as f64 };
    let of_share = |index: usize, with_margins: bool| match index {
        SECRET => cell(None, Some("secret")),
        _ => {
            let value = share(index) + more;
            let margins = with_margins.then_some((value - 1.0, value + 1.0));
            Cell { margins, provisional: with_margins, ..cell(Some(value), None) }
        }
    };
    let names = |index: usize| match index {
        0 => "Noord".to_owned(),
        4 => MARKUP.to_owned(),
        _ => format!("Buurt {index}"),
    };
    let municipalities = RawLevel {
        codes: vec!["GM0001".to_owned(), "GM0002".to_owned()],
        names: vec!["Eerstedam".to_owned(), "Tweededam".to_owned()],
        within: BTreeMap::new(),
        columns: vec![RawColumn::new([cell(Some(3_000.0), None), cell(Some(3_100.0), None)].into_iter())],
        outlines: Some(Outlines {
            srs: 28992,
            wkb: vec![wkb(&[vec![square(corner(0), 2_000.0)]]), wkb(&[vec![square([157_000.0, 463_000.0], 2_000.0)]])],
        }),
        links: BTreeMap::new(),
        scores: Vec::new(),
    };
    let numbers = |of: &dyn Fn(usize) -> Option<f64>| ScoreCells::Numbers((0..N).map(of).collect());
    let neighbourhoods = RawLevel {
        codes: (0..N).map(code).collect(),
        names: (0..N).map(names).collect(),
        within: BTreeMap::from([(
            "municipality".to_owned(),
            (0..N).map(|index| if index < 7 { "GM0001" } else { "GM0002" }.to_owned()).collect(),
        )]),
        columns: vec![
            RawColumn::new((0..N).map(|index| cell(Some(residents(index)), None))),
            RawColumn::new((0..N).map(|index| of_share(index, false))),
            RawColumn::new((0..N).map(|index| of_share(index, true))),
        ],
        outlines: Some(Outlines { srs: 28992, wkb: (0..N).map(outline).collect() }),
        links: BTreeMap::from([(2023, vec![went(0, 0.6), went(1, 0.4)])]),
        scores: vec![RecipeScores::new(
            0,
            [
                ("not_counted".to_owned(), ScoreCells::Texts(vec![String::new(); N])),
                ("burdens".to_owned(), numbers(&|index| Some(f64::from(u8::from(index > 9))))),
                ("burdens_known".to_owned(), numbers(&|_| Some(1.0))),
                ("independent_sources".to_owned(), numbers(&|_| Some(1.0))),
                ("burden_health".to_owned(), numbers(&|index| Some(f64::from(u8::from(index > 9))))),
            ],
        )],
    };
    RawBuild {
        id: id.to_owned(),
        manifest,
        origins: vec![origin],
        levels: vec![municipalities, neighbourhoods],
        methods: vec![both("How it is made")],
        choices: choices(),
    }
}

/// Two choices among the neighbourhoods: of single areas with chances, and of sets that hang together without.
///
/// Counted are residents times share; of the small area, of the one withheld with it and of the one with a secret share
/// there is no figure.
pub fn choices() -> Vec<ChoiceEntry> {
    let both_sides = |index: usize| {
        let (column, row) = (index % 4, index / 4);
        let left = (column > 0).then(|| index - 1);
        let right = Some(index + 1).filter(|it| column < 3 && *it < N);
        let (below, above) = ((row > 0).then(|| index - 4), Some(index + 4).filter(|it| *it < N));
        [left, right, below, above].into_iter().flatten().collect::<Vec<_>>()
    };
    let area = |index: usize| {
        // The first is withheld with the small one: with its district it would give the other away.
        let residents = (index != GATED && index != 0).then_some(500.0 + index as f64);
        let people = residents.filter(|_| index != SECRET).map(|it| it * share(index) / 100.0);
        CandidateEntry {
            area: code(index),
            municipality: if index < 7 { "GM0001" } else { "GM0002" }.to_owned(),
            allowed: people.is_some(),
            residents,
            counts: people,
            people: vec![people],
            touches: both_sides(index),
            chance: Some(index as f64 / 13.0),
            ruled: None,
        }
    };
    let mut areas: Vec<CandidateEntry> = (0..N).map(area).collect();
    areas[7].allowed = false;
    areas[7].ruled = Some(RuledEntry { inside: false, reason: "a <b>promise</b> to its council".to_owned() });
    let counted = |sets: &[Vec<usize>]| sets.iter().flatten().filter_map(|area| areas[*area].counts).sum::<f64>();
    let alternative = |sets: Vec<Vec<usize>>, differs| AlternativeEntry { objective: counted(&sets), sets, differs };
    let sets = vec![vec![10], vec![11], vec![12]];
    let single = ChoiceEntry {
        schema: choice::SCHEMA.to_owned(),
        id: "three".to_owned(),
        title: Both { nl: "Drie buurten".to_owned(), en: "Three neighbourhoods".to_owned() },
        protocol_sha256: "a1".repeat(32),
        recipe: "together".to_owned(),
        level: "neighbourhood".to_owned(),
        rule: RuleEntry {
            counts: "burdened-residents".to_owned(),
            max_areas: Some(3),
            max_residents: Some(1_540.0),
            floor: Some(400.0),
            ..RuleEntry::default()
        },
        domains: vec!["health".to_owned()],
        rests: vec!["share-of-people".to_owned()],
        objective: counted(&sets),
        bound: counted(&sets),
        alternatives: vec![alternative(vec![vec![9], vec![11], vec![12]], 0.5)],
        unconnected: None,
        replications: 100,
        seed: 7,
        sets,
        areas: areas.clone(),
    };
    let sets = vec![vec![8, 9], vec![10, 11]];
    let mut connected = ChoiceEntry {
        id: "two-sets".to_owned(),
        title: Both { nl: "Twee groepen".to_owned(), en: "Two groups".to_owned() },
        rule: RuleEntry {
            counts: "burdened-residents".to_owned(),
            max_areas: Some(2),
            ceiling: Some(1_600.0),
            connected: true,
            at_most_per_municipality: Some(2),
            ..RuleEntry::default()
        },
        objective: counted(&sets),
        bound: counted(&sets) + 10.0,
        unconnected: Some(alternative(vec![vec![9], vec![10], vec![11], vec![12]], 0.4)),
        alternatives: Vec::new(),
        replications: 0,
        seed: 0,
        sets,
        ..single.clone()
    };
    connected.areas.iter_mut().for_each(|area| area.chance = None);
    vec![single, connected]
}

/// A server of the country at noon of a stated day.
pub fn served() -> Arc<Served> {
    Arc::new(Served::new(site("build-1", 0.0)))
}

/// The site of a build.
pub fn site(id: &str, more: f64) -> Site {
    let contact = Contact {
        name: "Invented Statistics".to_owned(),
        url: "https://example.org".to_owned(),
        email: "info@example.org".to_owned(),
    };
    // 2026-01-02T12:00:00Z
    let clock = Clock(|| 1_767_355_200);
    Site::new(snapshot(id, more), Told { contact: Some(contact), clock, ..Told::default() })
}

/// An answer, read to its end.
pub struct Reply {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: Bytes,
}

impl Reply {
    /// A header as text; empty where there is none.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    /// The body as JSON.
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|error| panic!("{error}: {:?}", self.body))
    }
}

/// Asks for a path, with headers.
pub fn ask_with(served: &Arc<Served>, method: &str, path: &str, headers: &[(&str, &str)]) -> Reply {
    let mut request = Request::builder().method(method).uri(path).header("host", "example.org");
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let request = request.body(Body::empty()).unwrap();
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
    runtime.block_on(async {
        let response = router(Arc::clone(served)).oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let body = axum::body::to_bytes(body, usize::MAX).await.unwrap();
        Reply { status: parts.status, headers: parts.headers, body }
    })
}

/// Asks a new server for a path.
pub fn ask(path: &str) -> Reply {
    ask_with(&served(), "GET", path, &[])
}

/// The JSON of a path that must be there.
pub fn get(path: &str) -> Value {
    let reply = ask(path);
    assert_eq!(reply.status, 200, "{path}: {:?}", reply.body);
    reply.json()
}

/// The address of the link of a document that has a relation and, if one is asked, a media type.
pub fn link(document: &Value, rel: &str) -> Option<String> {
    let links = document["links"].as_array()?;
    let found = links.iter().find(|link| link["rel"] == rel)?;
    Some(found["href"].as_str()?.trim_start_matches("http://example.org").to_owned())
}

/// Codes of the features of a page.
pub fn codes(page: &Value) -> Vec<String> {
    page["features"].as_array().unwrap().iter().map(|it| it["id"].as_str().unwrap().to_owned()).collect()
}
