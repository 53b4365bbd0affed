// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! An attacker who asks a server for everything: no figure of a small area can be worked out from its answers.
//!
//! What is read here are bodies of HTTP: figures of the API (areas, stories, columns, features, the list of areas) and of
//! the pages (area, comparison, table, origin, gap, choice with each area added or left out). A figure that any of them shows, the attacker has. The attacks themselves,
//! and the invented countries with all their truth, are those of `kapstok-share/tests`; that the other forms of the files
//! hold what the snapshot holds, and no more, is `kapstok-share/tests/files.rs`. An exported site is written from the same
//! pages and answers (`export.rs`).

#![allow(clippy::unwrap_used, reason = "a test that finds nothing has failed")]

mod country;
#[path = "../../kapstok-share/tests/made/mod.rs"]
mod made;

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::Router;
use axum::body::{Body, Bytes};
use axum::http::Request;
use country::{square, wkb};
use kapstok_serve::{Served, Site, Told, router};
use kapstok_share::choice::{self, AlternativeEntry, CandidateEntry, ChoiceEntry, RuleEntry};
use kapstok_share::manifest::Both;
use kapstok_share::snapshot::{Outlines, Snapshot};
use made::at_once::all_at_once;
use made::country::{Country, INDICATORS, LEVELS, YEARS};
use made::differences::differences;
use made::seen::{Seen, gated};
use serde_json::Value;
use tokio::runtime::Runtime;
use tower::ServiceExt;

/// Two countries that do not round, two that round to 5 and 0.1, two to 1 and 1.
const SEEDS: std::ops::Range<u64> = 0..6;

/// All answers that figures are read from.
const SOURCES: [&str; 14] = [
    "area",
    "story",
    "column",
    "features",
    "list of areas",
    "page of an area",
    "page of a comparison",
    "page of a table",
    "page of an origin",
    "page of a choice",
    "choice",
    "page of a gap",
    "geojson",
    "csv",
];

/// A server of one build, and what was read from it.
struct Reader<'a> {
    country: &'a Country,
    runtime: Runtime,
    router: Router,
    seen: Seen,
    /// Per kind of answer how many figures it has, and of how many small areas.
    n_figures: BTreeMap<&'static str, (usize, usize)>,
}

/// Level, indicator, year and area.
type At = (usize, usize, usize, usize);

impl<'a> Reader<'a> {
    fn new(country: &'a Country, min_residents: f64) -> Self {
        // A choice is made from what may leave the build, and kept in it.
        let mut before = country.raw();
        before.manifest.min_residents = min_residents;
        let mut raw = country.raw();
        raw.manifest.min_residents = min_residents;
        raw.choices.push(chosen(&Snapshot::new(before).unwrap()));
        // Features are of levels with a map: squares in a row will do.
        for (entry, level) in raw.manifest.levels.iter_mut().zip(&mut raw.levels) {
            entry.map = true;
            let outline = |area| wkb(&[vec![square([155_000.0 + 1_000.0 * f64::from(area), 463_000.0], 1_000.0)]]);
            level.outlines =
                Some(Outlines { srs: 28992, wkb: (0_u32..).map(outline).take(level.codes.len()).collect() });
        }
        let site = Site::new(Snapshot::new(raw).unwrap(), Told::default());
        let none = |level: usize| vec![[0; 3].map(|_| vec![None; country.n_areas(level)]); INDICATORS.len()];
        let mut reader = Self {
            country,
            runtime: tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap(),
            router: router(Arc::new(Served::new(site))),
            seen: Seen { cells: (0..4).map(none).collect(), gated: gated(country) },
            n_figures: BTreeMap::new(),
        };
        for level in 0..4 {
            reader.columns(level);
            reader.areas(level);
            reader.comparisons(level);
            reader.features(level);
            reader.tables(level);
            reader.files(level);
        }
        reader.choice();
        reader.choice_of_programs();
        reader.gaps();
        reader
    }

    /// The body of a path; nothing where the path is not there.
    fn find(&self, path: &str) -> Option<Bytes> {
        let request = Request::builder().uri(path).header("host", "example.org").body(Body::empty()).unwrap();
        self.runtime.block_on(async {
            let response = self.router.clone().oneshot(request).await.unwrap();
            if response.status() == 404 {
                return None;
            }
            assert_eq!(response.status(), 200, "{path}");
            Some(axum::body::to_bytes(response.into_body(), usize::MAX).await.unwrap())
        })
    }

    fn json(&self, path: &str) -> Value {
        serde_json::from_slice(&self.find(path).unwrap_or_else(|| panic!("{path}"))).unwrap()
    }

    fn page(&self, path: &str) -> Option<String> {
        self.find(path).map(|body| String::from_utf8(body.to_vec()).unwrap())
    }

    /// Keeps a figure. What was seen before must be the same, as far as it is printed.
    fn keep(&mut self, source: &'static str, (level, indicator, year, area): At, figure: Option<f64>) {
        let Some(figure) = figure.filter(|figure| !figure.is_nan()) else { return };
        let of_source = self.n_figures.entry(source).or_default();
        of_source.0 += 1;
        of_source.1 += usize::from(self.seen.gated[level][year][area]);
        let cell = &mut self.seen.cells[level][indicator][year][area];
        let known = *cell.get_or_insert(figure);
        let is_same = (known - figure).abs() <= 0.051 + known.abs() * 1e-6;
        assert!(
            is_same,
            "{source}: {} of {}: {figure} and {known}",
            INDICATORS[indicator].0,
            Country::code(level, area)
        );
    }

    /// `/v1/areas/{code}`, its stories, and the pages of the area and of the origin of each figure.
    fn areas(&mut self, level: usize) {
        for area in 0..self.country.n_areas(level) {
            let code = Country::code(level, area);
            let told = self.json(&format!("/v1/areas/{code}"));
            for cell in told["cells"].as_array().unwrap() {
                let (indicator, period) = (cell["indicator"].as_str().unwrap(), cell["period"].as_str().unwrap());
                let at = (level, indicator_of(indicator), year_of(period), area);
                self.keep("area", at, cell["value"].as_f64());
                let story = self.json(&format!("/v1/areas/{code}/why/{indicator}/{period}"));
                self.keep("story", at, story["value"].as_f64());
                let page = self.page(&format!("/en/why/{code}/{indicator}/{period}")).unwrap();
                self.keep("page of an origin", at, number(behind(&page, "<p class=\"big-figure\">").next()));
            }
            self.keep("area", (level, 0, 2, area), told["residents"].as_f64());
            let page = self.page(&format!("/en/area/{code}")).unwrap();
            self.page_of_area(level, area, &page);
        }
    }

    /// Each figure in its newest period, and a table of all periods for each domain.
    fn page_of_area(&mut self, level: usize, area: usize, page: &str) {
        for row in behind(page, "<tr role=\"row\"") {
            let Some(label) = behind(row, "<a href=").next().and_then(|it| behind(it, ">").next()) else { continue };
            let period = behind(row, "<span class=\"meta\">").next().and_then(|it| it.split(' ').next());
            let (Some(indicator), Some(year)) = (
                INDICATORS.iter().position(|(id, _)| label.starts_with(&format!("{id}<"))),
                YEARS.iter().position(|year| Some(&*year.to_string()) == period),
            ) else {
                continue;
            };
            let value = behind(row, "data-label=").next().and_then(|it| behind(it, ">").next());
            self.keep("page of an area", (level, indicator, year, area), number(value));
        }
        for table in behind(page, "<details class=\"no-print\">").filter_map(|it| it.split("</table>").next()) {
            let heads: Vec<&str> = behind(table, "<th scope=\"col\" class=\"num\">").map(until_tag).collect();
            for row in behind(table, "<tr><th scope=\"row\">") {
                let Some(indicator) = INDICATORS.iter().position(|(id, _)| until_tag(row) == *id) else { continue };
                for (period, value) in heads.iter().zip(behind(row, "<td class=\"num\">")) {
                    let at = (level, indicator, year_of(period), area);
                    self.keep("page of an area", at, number(Some(value)));
                }
            }
        }
    }

    /// Each area beside the next, in the newest period that both have.
    fn comparisons(&mut self, level: usize) {
        for one in 0..self.country.n_areas(level) - 1 {
            let areas = [one, one + 1];
            let [first, second] = areas.map(|area| Country::code(level, area));
            let page = self.page(&format!("/en/compare/{first}/{second}")).unwrap();
            for row in behind(&page, "<tr role=\"row\">") {
                let Some(label) = behind(row, "<a href=").next().and_then(|it| behind(it, ">").next()) else {
                    continue;
                };
                let period = behind(row, "<span class=\"meta\">").next().and_then(|it| it.split(' ').next());
                let Some(indicator) = INDICATORS.iter().position(|(id, _)| label.starts_with(&format!("{id}<"))) else {
                    continue;
                };
                let Some(year) = YEARS.iter().position(|year| Some(&*year.to_string()) == period) else { continue };
                for (area, value) in areas.into_iter().zip(behind(row, "data-label=")) {
                    let value = behind(value, ">").next();
                    self.keep("page of a comparison", (level, indicator, year, area), number(value));
                }
            }
        }
    }

    /// `/v1/columns/{level}`, and each column as bytes.
    fn columns(&mut self, level: usize) {
        let list = self.json(&format!("/v1/columns/{}", LEVELS[level]));
        for (area, residents) in list["residents"].as_array().unwrap().iter().enumerate() {
            self.keep("list of areas", (level, 0, 2, area), residents.as_f64());
        }
        for (indicator, year) in (0..INDICATORS.len()).flat_map(|indicator| [0, 1, 2].map(|year| (indicator, year))) {
            let path = format!("/v1/columns/{}/{}/{}", LEVELS[level], INDICATORS[indicator].0, YEARS[year]);
            let Some(bytes) = self.find(&path) else { continue };
            for (area, figure) in floats(&bytes).into_iter().enumerate() {
                // A column is rounded to 32 bits: what else is told of the cell is told better.
                let story =
                    format!("/v1/areas/{}/why/{}/{}", Country::code(level, area), INDICATORS[indicator].0, YEARS[year]);
                let exact = if figure.is_nan() { None } else { self.json(&story)["value"].as_f64() };
                self.keep("column", (level, indicator, year, area), exact.or(Some(f64::from(figure))));
            }
        }
    }

    /// Of each indicator the newest year with a figure.
    fn newest(&self, level: usize) -> Vec<(usize, usize)> {
        let newest = |indicator: usize| {
            let is_any = |year: &usize| self.seen.cells[level][indicator][*year].iter().any(Option::is_some);
            Some((indicator, (0..3).rev().find(is_any)?))
        };
        (0..INDICATORS.len()).filter_map(newest).collect()
    }

    /// `/v1/downloads`: the newest figure of each indicator, as GeoJSON and as CSV.
    fn files(&mut self, level: usize) {
        let newest = self.newest(level);
        let collection = self.json(&format!("/v1/downloads/{}.geojson", LEVELS[level]));
        for (area, feature) in collection["features"].as_array().unwrap().iter().enumerate() {
            assert_eq!(feature["id"], Country::code(level, area));
            for &(indicator, year) in &newest {
                let figure = feature["properties"][INDICATORS[indicator].0].as_f64();
                self.keep("geojson", (level, indicator, year, area), figure);
            }
        }
        let text = self.page(&format!("/v1/downloads/{}.csv", LEVELS[level])).unwrap();
        let mut lines = text.lines().map(|line| line.split(',').collect::<Vec<_>>());
        let titles = lines.next().unwrap();
        for (area, row) in lines.enumerate() {
            assert_eq!((row.len(), row[0]), (titles.len(), Country::code(level, area).as_str()));
            for &(indicator, year) in &newest {
                let at = titles.iter().position(|title| *title == INDICATORS[indicator].0).unwrap();
                self.keep("csv", (level, indicator, year, area), row[at].parse().ok());
            }
        }
    }

    /// `/v1/collections/{level}/items`: the newest figure of each indicator.
    fn features(&mut self, level: usize) {
        let newest = self.newest(level);
        let page = self.json(&format!("/v1/collections/{}/items?limit=10000", LEVELS[level]));
        for (area, feature) in page["features"].as_array().unwrap().iter().enumerate() {
            assert_eq!(feature["id"], Country::code(level, area));
            for &(indicator, year) in &newest {
                self.keep(
                    "features",
                    (level, indicator, year, area),
                    feature["properties"][INDICATORS[indicator].0].as_f64(),
                );
            }
        }
    }

    /// The page of the choice as it is, and with each area of the country added or left out: residents, shares, sums.
    fn choice(&mut self) {
        let page = self.page("/en/choose/toggled").unwrap();
        let (rows, before) = (candidates(&page), score(&page));
        assert_eq!(rows.len(), self.country.n_areas(3));
        let ticked: Vec<usize> = rows.iter().filter(|(_, row)| row.is_in).map(|(area, _)| *area).collect();
        for (area, row) in &rows {
            self.keep("page of a choice", (3, 0, 2, *area), row.residents);
            // Counted people over residents are the share again.
            let share = row.people[0].zip(row.residents).map(|(people, residents)| 100.0 * people / residents);
            self.keep("page of a choice", (3, 9, 0, *area), share);
            let others = ticked.iter().copied().filter(|it| it != area);
            let toggled = others.chain((!row.is_in).then_some(*area));
            let query: Vec<String> = toggled.map(|area| format!("in={}", Country::code(3, area))).collect();
            let page = self.page(&format!("/en/choose/toggled?own=1&{}", query.join("&"))).unwrap();
            assert_eq!(candidates(&page).get(area).map(|row| row.is_in), Some(!row.is_in), "{area} was toggled");
            // What moved is what its row says, to the rounding of two sums; without a figure nothing moves at all.
            let told = [row.residents, row.counts, row.people[0], row.people[1]];
            for ((now, before), told) in score(&page).into_iter().zip(before).zip(told) {
                let moved = (now - before).abs();
                match told {
                    None => assert!(moved == 0.0, "{area}: {moved} of a figure that is not shown"),
                    Some(told) => assert!((moved - told).abs() <= 1.0, "{area}: {moved}, and its row says {told}"),
                }
            }
        }
    }

    /// `/v1/choices` and the choice in it: what is told of an area, and which areas it names as chosen.
    fn choice_of_programs(&mut self) {
        let list = self.json("/v1/choices");
        assert_eq!(list["choices"].as_array().unwrap().len(), 1);
        let told: ChoiceEntry = serde_json::from_value(self.json("/v1/choices/toggled")["choice"].clone()).unwrap();
        assert_eq!(told.areas.len(), self.country.n_areas(3));
        assert!(told.areas.iter().any(|it| it.chance.is_some()) && !told.alternatives.is_empty());
        let named = told.sets.iter().chain(told.alternatives.iter().flat_map(|it| &it.sets)).flatten();
        let named: Vec<usize> = named.copied().collect();
        for (area, it) in told.areas.iter().enumerate() {
            let at: usize = it.area[1..].parse().unwrap();
            assert_eq!(area, at, "areas stand in the order of the level");
            self.keep("choice", (3, 0, 2, area), it.residents);
            let share = it.people[0].zip(it.residents).map(|(people, residents)| 100.0 * people / residents);
            self.keep("choice", (3, 9, 0, area), share);
            if it.counts.is_none() {
                assert!(it.chance.is_none(), "a chance of {area} tells of a figure that is not shown");
                assert!(!named.contains(&area), "{area} has no figure and is chosen");
            }
        }
    }

    /// The page of a gap of each area alone: the mean of the chosen areas is then a figure of one, in each year.
    fn gaps(&mut self) {
        for (area, indicator) in
            (0..self.country.n_areas(3)).flat_map(|area| [9, 14].map(|indicator| (area, indicator)))
        {
            let path = format!("/en/gap/{}?in={}", INDICATORS[indicator].0, Country::code(3, area));
            let Some(page) = self.page(&path) else { continue };
            for row in behind(&page, "<tr><th scope=\"row\">") {
                let Some(year) = YEARS.iter().position(|year| year.to_string() == until_tag(row)) else { continue };
                let value = behind(row, "<td class=\"num\"").next().and_then(|it| behind(it, ">").next());
                self.keep("page of a gap", (3, indicator, year, area), number(value));
            }
        }
    }

    /// The page of each table: figures, and the residents beside them.
    fn tables(&mut self, level: usize) {
        for (indicator, year) in (0..INDICATORS.len()).flat_map(|indicator| [0, 1, 2].map(|year| (indicator, year))) {
            let path = format!("/en/figures/{}/{}/{}", INDICATORS[indicator].0, LEVELS[level], YEARS[year]);
            let Some(page) = self.page(&path) else { continue };
            for row in behind(&page, "<tr><th scope=\"row\">").filter(|row| row.contains("<td class=\"code\">")) {
                let code = behind(row, "<td class=\"code\">").next().map(until_tag).unwrap();
                let area: usize = code[1..].parse().unwrap();
                let mut numbers = behind(row, "<td class=\"num");
                let value = numbers.next().and_then(|it| behind(it, ">").next());
                self.keep("page of a table", (level, indicator, year, area), number(value));
                let residents = numbers.next().and_then(|it| behind(it, ">").next());
                self.keep("page of a table", (level, 0, 2, area), number(residents));
            }
        }
    }
}

/// A choice among the smallest areas by the recipe of the country, made from what is shown of it.
fn chosen(snapshot: &Snapshot) -> ChoiceEntry {
    let level = snapshot.level(LEVELS[3]).unwrap();
    let (recipe, scores) = snapshot.recipes(level).next().unwrap();
    let (_, share) = snapshot.column(level, INDICATORS[9].0, Some(&YEARS[0].to_string())).unwrap();
    let area = |area: usize| {
        let residents = level.residents()[area];
        let flag = |domain: usize| scores.numbers(&format!("burden_{}", recipe.domains[domain])).unwrap()[area];
        let of_share =
            flag(0).and(share.value(area)).zip(residents).map(|(share, residents)| share / 100.0 * residents);
        let people = vec![of_share, flag(1).zip(residents).map(|(flag, residents)| flag * residents)];
        CandidateEntry {
            area: level.codes()[area].clone(),
            allowed: true,
            residents,
            counts: people[0].or(people[1]).map(|_| people.iter().flatten().sum()),
            chance: people[0].or(people[1]).map(|_| (area % 7) as f64 / 6.0),
            people,
            ..CandidateEntry::default()
        }
    };
    let areas: Vec<CandidateEntry> = (0..level.len()).map(area).collect();
    let counted = || (0..areas.len()).filter(|area| areas[*area].counts.is_some());
    let sets = |from: usize| counted().skip(from).step_by(3).take(5).map(|area| vec![area]).collect::<Vec<_>>();
    let (of_rule, other) = (sets(0), sets(1));
    ChoiceEntry {
        schema: choice::SCHEMA.to_owned(),
        id: "toggled".to_owned(),
        title: Both { nl: "Wissel".to_owned(), en: "Toggled".to_owned() },
        protocol_sha256: String::new(),
        recipe: recipe.id.clone(),
        level: LEVELS[3].to_owned(),
        rule: RuleEntry { counts: "burdened-residents".to_owned(), ..RuleEntry::default() },
        domains: recipe.domains.clone(),
        rests: vec!["share-of-people".to_owned(), "residents-of-worst-part".to_owned()],
        sets: of_rule,
        areas,
        objective: 0.0,
        bound: 0.0,
        alternatives: vec![AlternativeEntry { sets: other, objective: 0.0, differs: 1.0 }],
        unconnected: None,
        replications: 7,
        seed: 0,
    }
}

/// A row of the list of a choice, in full.
struct Row {
    is_in: bool,
    residents: Option<f64>,
    counts: Option<f64>,
    people: Vec<Option<f64>>,
}

/// The rows of a choice, by area.
fn candidates(page: &str) -> BTreeMap<usize, Row> {
    let row = |row: &str| {
        let of =
            |name: &str| row.split(&format!("data-{name}=\"")).nth(1).unwrap().split('"').next().unwrap().to_owned();
        let ticks = behind(row, "type=\"checkbox\"").next().unwrap().split('>').next().unwrap().to_owned();
        let people = of("people").split(' ').map(|it| it.parse().ok()).collect();
        let (residents, counts) = (of("residents").parse().ok(), of("counts").parse().ok());
        (of("code")[1..].parse().unwrap(), Row { is_in: ticks.contains(" checked"), residents, counts, people })
    };
    behind(page, "<tr data-at=").map(row).collect()
}

/// Residents inside, what counts, and reached of each domain, as the score card prints them.
fn score(page: &str) -> [f64; 4] {
    let first = |text: &str| text.split([' ', '.', '<']).next().unwrap().replace(',', "").parse().unwrap();
    let of = |id: &str| first(behind(page, &format!("id=\"{id}\">")).next().unwrap());
    let table = behind(page, "id=\"score-domains\"").next().unwrap();
    let mut reached = behind(table, "</th><td class=\"num\">").map(first);
    [of("score-residents"), of("score-objective"), reached.next().unwrap(), reached.next().unwrap()]
}

fn indicator_of(id: &str) -> usize {
    INDICATORS.iter().position(|(known, _)| *known == id).unwrap()
}

fn year_of(period: &str) -> usize {
    YEARS.iter().position(|year| year.to_string() == period).unwrap()
}

/// What stands behind a text, each time up to the next one.
fn behind<'p>(page: &'p str, start: &'p str) -> impl Iterator<Item = &'p str> {
    page.split(start).skip(1)
}

fn until_tag(text: &str) -> &str {
    text.split('<').next().unwrap_or_default()
}

/// A printed figure: its thousands apart, its unit behind it. A reason is none.
fn number(text: Option<&str>) -> Option<f64> {
    let digits = until_tag(text?).split('\u{a0}').next()?.replace(',', "");
    digits.trim().parse().ok()
}

/// The figures of a binary column.
fn floats(bytes: &[u8]) -> Vec<f32> {
    assert_eq!(&bytes[..4], b"KPC1");
    let word = |at: usize| -> [u8; 4] { bytes[at..at + 4].try_into().unwrap() };
    let n = u32::from_le_bytes(word(4)) as usize;
    (0..n).map(|area| f32::from_le_bytes(word(16 + 4 * area))).collect()
}

#[test]
fn no_gated_figure_can_be_worked_out_from_what_a_server_answers() {
    for seed in SEEDS {
        let country = Country::new(seed);
        let reader = Reader::new(&country, made::country::MIN_RESIDENTS);
        for source in SOURCES {
            let (n_figures, n_small) = reader.n_figures[source];
            assert!(n_figures > 0 && n_small == 0, "{source} of country {seed}: {n_figures}, {n_small} of small areas");
        }
        let mut found = Vec::new();
        let n_tried = differences(&country, &reader.seen, &mut found);
        assert!(n_tried >= 1_000, "{n_tried} differences of country {seed}");
        let n_gated = all_at_once(&country, &reader.seen, &mut found);
        assert!(n_gated >= 100, "{n_gated} figures of small areas in country {seed}");
        let first: Vec<&String> = found.iter().take(20).collect();
        assert!(found.is_empty(), "{} worked out: {first:#?}", found.len());
    }
}

#[test]
fn without_the_gate_or_with_a_weaker_one_the_same_attack_finds_what_is_hidden() {
    let mut n_found = [0; 3];
    for seed in SEEDS {
        let country = Country::new(seed);
        // Nobody is small where no resident is asked for: each kind of answer then shows figures of small areas.
        let open = Reader::new(&country, 0.0);
        for source in SOURCES {
            assert!(open.n_figures[source].1 > 0, "{source} of country {seed} shows no small area: nobody looks there");
        }
        let gate = Reader::new(&country, made::country::MIN_RESIDENTS);
        let found = |is_shown: &dyn Fn(At) -> bool| {
            let mut weaker = Seen { cells: open.seen.cells.clone(), gated: gated(&country) };
            for (level, indicators) in weaker.cells.iter_mut().enumerate() {
                for (indicator, year) in (0..INDICATORS.len()).flat_map(|it| [0, 1, 2].map(|year| (it, year))) {
                    for (area, figure) in indicators[indicator][year].iter_mut().enumerate() {
                        *figure = figure.filter(|_| is_shown((level, indicator, year, area)));
                    }
                }
            }
            let mut found = Vec::new();
            differences(&country, &weaker, &mut found);
            found.len()
        };
        let is_open = |(level, _, year, area): At| !gate.seen.gated[level][year][area];
        let is_shown = |(level, indicator, year, area): At| gate.seen.cells[level][indicator][year][area].is_some();
        // Small areas hidden and nothing beside them; companions hidden in the newest year only; counts of companions only.
        n_found[0] += found(&is_open);
        n_found[1] += found(&|at: At| is_shown(at) || (is_open(at) && at.2 < 2));
        n_found[2] += found(&|at: At| is_shown(at) || (is_open(at) && INDICATORS[at.1].1 != "count"));
    }
    assert!(
        n_found.iter().all(|n| *n > 20),
        "worked out with nothing, with one year, with counts withheld: {n_found:?}"
    );
}

#[test]
fn a_small_area_in_an_address_changes_no_byte_of_a_gap() {
    for seed in SEEDS {
        let country = Country::new(seed);
        let reader = Reader::new(&country, made::country::MIN_RESIDENTS);
        let (small, shown): (Vec<usize>, Vec<usize>) =
            (0..country.n_areas(3)).partition(|area| reader.seen.gated[3][2][*area]);
        let page = |areas: &[usize]| {
            let query: Vec<String> = areas.iter().map(|area| format!("in={}", Country::code(3, *area))).collect();
            reader.page(&format!("/en/gap/{}?{}", INDICATORS[9].0, query.join("&"))).unwrap()
        };
        assert!(!small.is_empty() && shown.len() > 3, "{seed}");
        let (one, several) = (page(&shown[..1]), page(&shown[..3]));
        assert!(one != several);
        for area in &small {
            assert!(page(&[shown[0], *area]) == one, "{area} of country {seed}");
            assert!(page(&[shown[0], *area, shown[1], shown[2]]) == several, "{area} of country {seed}");
            assert!(page(&[*area]) == page(&[]), "{area} of country {seed}");
        }
    }
}

#[test]
fn what_a_recipe_counts_is_told_of_no_area_whose_figures_are_withheld() {
    for seed in SEEDS {
        let country = Country::new(seed);
        let reader = Reader::new(&country, made::country::MIN_RESIDENTS);
        let is_withheld = |area: usize| {
            // Its inputs: `laag` of the first year, `misdrijven_per_1000` of the last.
            reader.seen.gated[3][2][area]
                || [(9, 0), (14, 2)].iter().any(|&(indicator, year): &(usize, usize)| {
                    let is_published = !country.published[3][indicator][year][area].is_nan();
                    is_published && reader.seen.cells[3][indicator][year][area].is_none()
                })
        };
        let catalogue = reader.json("/v1/catalogue");
        let level = catalogue["levels"].as_array().unwrap().iter().find(|level| level["id"] == LEVELS[3]).unwrap();
        let columns = level["recipes"][0]["columns"].as_array().unwrap();
        let (mut n_told, mut n_withheld) = (0, 0);
        for column in columns {
            let bytes = reader.find(&format!("/v1/{}", column["href"].as_str().unwrap())).unwrap();
            for (area, figure) in floats(&bytes).into_iter().enumerate() {
                n_told += usize::from(!figure.is_nan());
                n_withheld += usize::from(is_withheld(area));
                assert!(figure.is_nan() || !is_withheld(area), "{} of {area} in country {seed}", column["id"]);
            }
        }
        assert!(n_told > 0 && n_withheld > 0, "{seed}: {n_told} told, {n_withheld} withheld");
    }
}
