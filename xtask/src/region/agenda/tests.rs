// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What must be true of the agenda: the log reads back, holes found are holes planted, sums are those of the ledger, and every
//! baseline is the figure that was published.

use std::collections::{BTreeMap, BTreeSet};

use kapstok_agenda::changes::changes;
use kapstok_agenda::entry::Noun;
use kapstok_agenda::event::{Event, What};
use kapstok_agenda::facts::{Facts, IndicatorFacts, Kind};
use kapstok_agenda::holes::{Hole, HoleKind, holes, promises_without_area};
use kapstok_agenda::ledger::{For, LedgerLine, Wanted, ledger};
use kapstok_agenda::library::{SHIPPED, library};
use kapstok_agenda::log::read;
use kapstok_agenda::state::State;

use super::super::geography;
use super::super::plan::Plan;
use super::super::publish::{Figures, publish};
use super::super::years;
use super::files;

const AMBERSTAD: &str = "XW010101";
const KAARSENWAARD: &str = "XW010102";
const AMBERMONDE: &str = "XG0101";

fn text(path: &str) -> String {
    files().unwrap().into_iter().find(|file| file.path == path).unwrap().text
}

fn log() -> Vec<Event> {
    let (events, _, tail) = read(text("agenda/log.jsonl").as_bytes()).unwrap();
    assert_eq!(tail, None);
    events
}

/// Both wijken stand in the worst fifth of every domain of the recipe; indicators are those of the workspace.
fn facts() -> Facts {
    let settings: toml::Table = include_str!("../workspace/indicators.toml").parse().unwrap();
    let indicators = settings["indicator"].as_array().unwrap().iter().map(|it| {
        let kind = if it["kind"].as_str() == Some("model") { Kind::Modelled } else { Kind::Observed };
        let domain = it["domain"].as_str().unwrap().to_owned();
        (it["id"].as_str().unwrap().to_owned(), IndicatorFacts { domain, kind })
    });
    let domains = ["income", "debt", "health", "self-reliance", "care", "school", "work", "safety"].map(str::to_owned);
    let burdened = [AMBERSTAD, KAARSENWAARD].map(|area| (area.to_owned(), domains.to_vec()));
    Facts { indicators: indicators.collect(), burdened_domains: burdened.into(), places: Vec::new() }
}

fn row(area: &str, hole: &Hole) -> String {
    let about: Vec<String> = hole.about.iter().map(ToString::to_string).collect();
    let (domain, why) = (hole.domain.as_deref().unwrap_or_default(), hole.why.word().unwrap_or_default());
    format!("{area},{},{},{domain},{why}", hole.kind.word(), about.join(" "))
}

#[test]
fn every_event_fits_behind_those_before_it() {
    let (events, mut state) = (log(), State::default());
    for event in &events {
        state.check(event).unwrap();
        assert!(("2023".."2026").contains(&&event.recorded[..4]) && event.by.is_some(), "{event:?}");
        state.apply(event);
    }
    for reply in state.all(Noun::Reply) {
        let said = &events[state.standing(reply.id()).unwrap().seq as usize - 1].recorded;
        assert!(reply.word("answered").is_none_or(|day| *day <= said[..10]), "{}", reply.id());
    }
    assert!(events.windows(2).all(|pair| pair[0].recorded <= pair[1].recorded));
    assert_eq!(state.areas(), [AMBERMONDE, AMBERSTAD, KAARSENWAARD]);
    let names: Vec<String> = state.versions().iter().map(|version| version.adoption.name()).collect();
    assert_eq!(names, ["XW010101-v1", "XW010101-v2", "XW010102-v1"]);
}

#[test]
fn words_that_were_taken_out_are_nowhere_in_the_log() {
    let (events, log) = (log(), text("agenda/log.jsonl"));
    assert_eq!(events.iter().filter(|event| matches!(event.what, What::Redacted { .. })).count(), 1);
    assert!(include_str!("2025.toml").contains("Lantaarndriest 41") && !log.contains("Lantaarndriest 41"));
    let state = State::of(&events);
    assert_eq!(state.all(Noun::Reply).filter(|reply| State::has_removed_words(reply)).count(), 1);
}

#[test]
fn holes_found_are_holes_planted_all_of_them_and_no_other() {
    let (state, facts) = (State::of(&log()), facts());
    let areas = [AMBERMONDE, AMBERSTAD, KAARSENWAARD];
    let of_areas = areas.iter().flat_map(|area| holes(&state, &facts, area).into_iter().map(|hole| row(area, &hole)));
    let nowhere = promises_without_area(&state);
    let mut found: Vec<String> = of_areas.chain(nowhere.iter().map(|hole| row("", hole))).collect();
    found.sort();
    let truth = text("truth/gaten.csv");
    let mut planted: Vec<String> =
        truth.lines().skip(1).map(|row| row.split(",\"").next().unwrap().to_owned()).collect();
    planted.sort();
    assert_eq!(found, planted);
    for kind in HoleKind::ALL {
        assert!(planted.iter().any(|row| row.split(',').nth(1) == Some(kind.word())), "{} is not planted", kind.word());
    }
    assert!(holes(&state, &facts, KAARSENWAARD).is_empty());
}

#[test]
fn what_only_looks_like_a_hole_is_not_found() {
    let (state, facts) = (State::of(&log()), facts());
    let truth = text("truth/geen_gaten.csv");
    for row in truth.lines().skip(1) {
        let [area, kind, about, _] = row.splitn(4, ',').collect::<Vec<_>>().try_into().unwrap();
        assert!(HoleKind::ALL.iter().any(|known| known.word() == kind), "{row}");
        let ids: Vec<&str> = about.split(' ').collect();
        let is_it = |hole: &Hole| {
            let found: Vec<String> = hole.about.iter().map(ToString::to_string).collect();
            hole.kind.word() == kind
                && found.len() >= ids.len()
                && ids.iter().zip(&found).all(|(id, found)| id == found)
        };
        assert!(!holes(&state, &facts, area).iter().any(is_it), "{row}");
        for id in ids {
            let id = kapstok_agenda::entry::Id::parse(id).unwrap();
            assert!(state.get(id).is_some(), "{row}");
        }
    }
}

#[test]
fn the_ledger_adds_up_to_what_was_written_down() {
    let lines = ledger(&State::of(&log()), Wanted::default());
    let of_ledger = lines.iter().map(|line| {
        let domain = match &line.domain {
            For::Domain(domain) => domain,
            For::Several => "several",
            For::Unknown => "unknown",
        };
        let source = line.source.map(|id| id.to_string()).unwrap_or_default();
        let of: Vec<String> = line.of.iter().map(ToString::to_string).collect();
        let sum = line.sum;
        format!(
            "{},{domain},{source},{},{},{},{}.{:02},{},{}.{:03},{},{}",
            line.area,
            line.year,
            line.stage,
            line.earmark.as_deref().unwrap_or_default(),
            sum.cents / 100,
            sum.cents % 100,
            sum.euros_unknown,
            sum.posts / 1000,
            sum.posts % 1000,
            sum.posts_unknown,
            of.join(" ")
        )
    });
    let truth = text("truth/geld.csv");
    assert_eq!(of_ledger.collect::<BTreeSet<_>>(), truth.lines().skip(1).map(str::to_owned).collect());
}

/// Worked by hand in the page of the fixture.
#[test]
fn amberstad_in_2025_has_what_its_page_says() {
    let state = State::of(&log());
    let lines =
        |stage| ledger(&state, Wanted { area: Some(AMBERSTAD), year: Some(2025), stage: Some(stage) }).into_iter();
    let euros = |lines: &mut dyn Iterator<Item = LedgerLine>| lines.map(|line| line.sum.cents).sum::<u64>() / 100;
    assert_eq!(euros(&mut lines("planned")), 120_000 + 55_000);
    assert_eq!(euros(&mut lines("committed")), 100_000 + 60_000 + 75_000 + 150_000 + 45_000 + 150_000);
    assert_eq!(euros(&mut lines("committed").filter(|line| line.earmark.is_some())), 225_000);
    assert_eq!(lines("spent").count(), 0);
}

#[test]
fn the_two_versions_differ_in_what_was_changed() {
    let events = log();
    let state = State::of(&events);
    let seqs: Vec<u64> = state.versions_of(AMBERSTAD).map(|version| version.seq).collect();
    let [first, second] = [seqs[0], seqs[1]].map(|seq| State::after(&events, seq));
    let changed: BTreeSet<String> = changes(&first, &second, AMBERSTAD).iter().map(|it| it.id.to_string()).collect();
    for id in ["a1", "a5", "a13", "a16", "a17", "a18", "b10", "b11", "l8", "l9", "p3", "t1", "t13", "t14"] {
        assert!(changed.contains(id), "{id}");
    }
    assert!(!changed.contains("a2") && !changed.contains("b1"));
}

#[test]
fn links_taken_from_the_library_join_the_domains_that_it_says() {
    let (links, problems) = library(&[("links.toml", SHIPPED)]);
    assert!(problems.is_empty());
    let state = State::of(&log());
    for link in state.all(Noun::Link) {
        let of = links.iter().find(|known| Some(known.id.as_str()) == link.word("library")).unwrap();
        let domain = |end| link.one(end).and_then(|id| state.get(id)).and_then(|it| it.word("domain"));
        assert_eq!((domain("from"), domain("to")), (Some(&*of.from), Some(&*of.to)), "{}", link.id());
        assert_eq!(link.word("evidence"), Some(&*of.evidence), "{}", link.id());
    }
}

/// Figures of the two wijken as published, by indicator, area and year.
fn published() -> BTreeMap<(String, String, String), String> {
    let plan = Plan::new();
    let years = years::run(&plan);
    let (files, _) = publish(&Figures { plan: &plan, years: &years }, &geography::draw(&plan));
    let titles = [
        ("p_hh_li", "laag_inkomen"),
        ("p_hh_laag_ink", "laag_inkomen"),
        ("problematische_schulden", "problematische_schulden"),
        ("werkloos", "werkloos"),
        ("VolwassenenSchulden", "volwassenen_schulden"),
        ("ChronischZiek", "chronisch_ziek"),
        ("Slachtoffer", "slachtoffer"),
        ("weinig_regie", "weinig_regie"),
        ("vrijwilligerswerk", "vrijwilligers"),
        ("burenhulp", "burenhulp"),
        ("misdrijven_per_1000_inwoners", "misdrijven_per_1000"),
        ("huiselijk_geweld_per_1000_huishoudens", "huiselijk_geweld"),
        ("Bevolkingsonderzoek/Geen deelname (%)", "geen_screening"),
        ("Goede ervaren gezondheid/Modelschatting (%)", "goede_gezondheid"),
    ];
    let mut found = BTreeMap::new();
    for file in files.iter().filter(|file| file.path.ends_with(".csv")) {
        let text = file.text.trim_start_matches('\u{feff}');
        let delimiter = if text.lines().next().unwrap().contains(';') { ';' } else { ',' };
        let cells = |line: &str| -> Vec<String> {
            line.split(delimiter).map(|cell| cell.trim_matches('"').trim().trim_end_matches('*').to_owned()).collect()
        };
        let head = cells(text.lines().next().unwrap());
        for line in text.lines().skip(1).map(cells) {
            // A row of a buurt names its wijk too.
            let is_wijk = !line.iter().any(|cell| cell.starts_with("XB"));
            let area = line.iter().find(|cell| is_wijk && [AMBERSTAD, KAARSENWAARD].contains(&cell.as_str()));
            let Some(area) = area else { continue };
            let year = match file.path.split_once("kerncijfers_") {
                Some((_, rest)) => rest[..4].to_owned(),
                None => line.iter().find(|it| it.len() == 4 && it.starts_with("20")).cloned().unwrap_or_default(),
            };
            for (title, indicator) in titles {
                let Some(at) = head.iter().position(|known| known == title) else { continue };
                found.insert((indicator.to_owned(), area.clone(), year.clone()), line[at].replace(',', "."));
            }
        }
    }
    let youth = files.iter().find(|file| file.path.ends_with("jeugd_en_school_2022_2024.json")).unwrap();
    let youth: serde_json::Value = serde_json::from_str(&youth.text).unwrap();
    let measures =
        [("JS01", "advies_onder_toets"), ("JS02", "voortijdig_schoolverlaten"), ("JS04", "verdachte_jongeren")];
    for row in youth["value"].as_array().unwrap() {
        let of = measures.iter().find(|(measure, _)| row["Measure"] == *measure);
        let Some((_, indicator)) = of else { continue };
        let (area, year) = (row["WijkenEnBuurten"].as_str().unwrap(), row["Perioden"].as_str().unwrap());
        if let Some(value) = row["Value"].as_f64() {
            let key = ((*indicator).to_owned(), area.to_owned(), year[..4].to_owned());
            found.insert(key, format!("{value:.1}"));
        }
    }
    found
}

#[test]
fn every_baseline_is_the_figure_that_was_published_of_the_wijk() {
    let (published, state) = (published(), State::of(&log()));
    let figure = |indicator: &str, area: &str, period: &str| {
        published.get(&(indicator.to_owned(), area.to_owned(), period.to_owned())).map(String::as_str)
    };
    let mut n_compared = 0;
    for version in state.versions() {
        for it in &version.adoption.baseline {
            let expected = figure(&it.indicator, &version.adoption.area, &it.period);
            assert_eq!(it.value.as_deref(), expected, "{} {} {}", version.adoption.name(), it.indicator, it.period);
            n_compared += usize::from(expected.is_some());
        }
    }
    for target in state.all(Noun::Target) {
        let (Some(indicator), Some(value)) = (target.word("indicator"), target.word("baseline")) else { continue };
        let period = target.word("baseline_period").unwrap();
        assert_eq!(Some(value), figure(indicator, target.word("area").unwrap(), period), "{}", target.id());
        n_compared += 1;
    }
    assert!(n_compared > 45, "{n_compared}");
}
