// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Pages of what is agreed: with a log, without one, and with one that is damaged.

#![allow(clippy::unwrap_used, reason = "a test stops where it is not as it should be")]

mod country;

use std::collections::BTreeSet;
use std::sync::Arc;

use country::{GATED, MARKUP, ask_with, code};
use kapstok_agenda::day::Day;
use kapstok_agenda::entry::{Entry, Id, Value};
use kapstok_agenda::event::{Adoption, Baseline, Event, What};
use kapstok_agenda::log::{Position, Salt, append, read, redact};
use kapstok_serve::export::Plan;
use kapstok_serve::{Log, Served, Site, Told};

const AREA: &str = "GM0001";

fn id(text: &str) -> Id {
    Id::parse(text).unwrap()
}

fn word(text: &str) -> Value {
    Value::Word(text.to_owned())
}

fn text(text: &str) -> Value {
    Value::Text(text.to_owned())
}

fn event(day: &str, what: What) -> Event {
    Event {
        day: Day::parse(day).unwrap(),
        recorded: format!("{day}T09:30:00Z"),
        by: Some("secretary <b>".to_owned()),
        what,
    }
}

fn set(day: &str, name: &str, values: &[(&'static str, Value)]) -> Event {
    event(day, What::Set(Entry::new(id(name), values.to_vec()).unwrap()))
}

fn adopted(day: &str, area: &str, version: u32) -> Event {
    let baseline = vec![Baseline {
        indicator: "share".to_owned(),
        period: "2023".to_owned(),
        value: (area == AREA).then(|| "12.5".to_owned()),
    }];
    let reason = (version > 1).then(|| Some(format!("Reason {MARKUP}")));
    let adoption =
        Adoption { area: area.to_owned(), version, reason, data: None, recipes: Vec::new(), choice: None, baseline };
    event(day, What::Adopted(adoption))
}

/// An agenda of a municipality, with markup in every word of a person, and one of an area with too few residents.
fn events() -> Vec<Event> {
    let gated = code(GATED);
    let name = |of: &str| text(&format!("{of} {MARKUP}"));
    let burden = |area: &str, of: &str| [("area", word(area)), ("side", word("burden")), ("name", name(of))];
    let link = [
        ("area", word(AREA)),
        ("from", Value::Id(id("b1"))),
        ("to", Value::Id(id("b2"))),
        ("name", name("feeds")),
        ("evidence", word("weak")),
        ("source", name("source")),
    ];
    let action = [
        ("area", word(AREA)),
        ("name", name("action")),
        ("works_on", Value::Ids(vec![id("b1")])),
        ("owners", Value::Ids(vec![id("o1")])),
    ];
    let promise = [
        ("areas", Value::Words(vec![AREA.to_owned()])),
        ("words", name("promise")),
        ("source_kind", word("council")),
        ("source", name("minutes")),
    ];
    let money = [
        ("area", word(AREA)),
        ("action", Value::Id(id("a1"))),
        ("euros", Value::Unknown),
        ("year", Value::Whole(2024)),
        ("stage", word("planned")),
        ("note", name("note")),
    ];
    let target = |area: &str| {
        [
            ("area", word(area)),
            ("name", name("target")),
            ("indicator", word("share")),
            ("value", word("9")),
            ("deadline", word("2026-12-31")),
        ]
    };
    let delivery = |outcome: &str, why: &str| {
        [("of", Value::Id(id("p1"))), ("year", Value::Whole(2024)), ("outcome", word(outcome)), ("why", name(why))]
    };
    let reply = [("area", word(AREA)), ("words", name("reply")), ("answer", name("answer"))];
    vec![
        event("2024-01-01", What::Opened),
        set("2024-01-02", "o1", &[("name", name("organisation"))]),
        set("2024-01-02", "b1", &burden(AREA, "debts")),
        set("2024-01-02", "b2", &burden(AREA, "stress")),
        set("2024-01-02", "b3", &burden(AREA, "gone")),
        set("2024-01-03", "l1", &link),
        set("2024-01-03", "p1", &promise),
        set("2024-01-03", "a1", &action),
        set("2024-01-03", "c1", &money),
        set("2024-01-03", "t1", &target(AREA)),
        set("2024-01-03", "r1", &reply),
        adopted("2024-02-01", AREA, 1),
        event("2024-03-01", What::Withdrawn { id: id("b3"), reason: Some(format!("because {MARKUP}")) }),
        set("2024-03-02", "d1", &delivery("done", "first said")),
        adopted("2024-04-01", AREA, 2),
        set("2024-05-02", "d2", &delivery("partly", "counted again")),
        set("2024-06-01", "b4", &burden(&gated, "of few")),
        set("2024-06-01", "t2", &target(&gated)),
        adopted("2024-06-02", &gated, 1),
    ]
}

fn salt() -> Salt {
    Salt([7; 16])
}

/// The bytes of a log; the reply of a resident was taken out of it.
fn bytes() -> Vec<u8> {
    let (bytes, _) = append(&events(), Position::start(), &mut salt);
    let what = What::Redacted { seq: 11, field: "words".to_owned(), reason: Some("an address stood in it".to_owned()) };
    redact(&bytes, &event("2024-07-01", what), &mut salt).unwrap()
}

fn of(bytes: &[u8]) -> Log {
    match read(bytes) {
        Ok((events, head, _)) => Log::Whole(events, head),
        Err(error) => Log::Damaged(error),
    }
}

fn site(log: Log) -> Site {
    Site::new(country::snapshot("build-1", 0.0), Told { log, ..Told::default() })
}

fn served(log: Log) -> Arc<Served> {
    Arc::new(Served::new(site(log)))
}

fn page(served: &Arc<Served>, path: &str) -> String {
    let reply = ask_with(served, "GET", path, &[]);
    assert_eq!(reply.status, 200, "{path}: {:?}", reply.body);
    String::from_utf8(reply.body.to_vec()).unwrap()
}

fn paths() -> Vec<String> {
    let gated = code(GATED);
    let parts = [
        ("agenda", "agenda"),
        ("agenda/GM0001", "agenda/GM0001"),
        ("gaten/GM0001", "holes/GM0001"),
        ("uitvoering/GM0001", "delivery/GM0001"),
        ("veranderd/GM0001-v1/GM0001-v2", "changed/GM0001-v1/GM0001-v2"),
        ("kasboek", "ledger"),
        ("kasboek/GM0001", "ledger/GM0001"),
        ("logboek", "log"),
        ("gebied/GM0001", "area/GM0001"),
        ("donderdag", "thursday"),
    ];
    let mut paths: Vec<String> = parts.iter().flat_map(|(nl, en)| [format!("/nl/{nl}"), format!("/en/{en}")]).collect();
    for (nl, en) in [("agenda", "agenda"), ("gaten", "holes"), ("uitvoering", "delivery"), ("kasboek", "ledger")] {
        paths.extend([format!("/nl/{nl}/{gated}"), format!("/en/{en}/{gated}")]);
    }
    paths
}

/// What stands in quotes behind a name, everywhere.
fn attributes<'a>(html: &'a str, name: &str) -> Vec<&'a str> {
    let start = format!(" {name}=\"");
    html.split(&start).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

#[test]
fn each_page_has_one_heading_landmarks_and_no_style_and_shows_markup_as_text() {
    let served = served(of(&bytes()));
    for path in paths() {
        let html = page(&served, &path);
        assert_eq!(html.matches("<h1").count(), 1, "{path}");
        for once in ["<main id=\"main\"", "<header class=\"top\"", "class=\"skip\" href=\"#main\"", "</html>"] {
            assert_eq!(html.matches(once).count(), 1, "{path}: {once}");
        }
        assert!(!html.contains(" style=") && !html.contains("<style"), "{path}");
        for script in html.split("<script").skip(1) {
            assert!(script.starts_with(" type=\"module\" src=\"/assets/"), "{path}");
        }
        let ids = attributes(&html, "id");
        assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "{path}: {ids:?}");
        for href in attributes(&html, "href").into_iter().filter_map(|href| href.strip_prefix('#')) {
            assert!(ids.contains(&href), "{path}: #{href}");
        }
        assert_eq!(html.matches("<table").count(), html.matches("<thead").count(), "{path}");
        assert_eq!(html.matches("<table").count(), html.matches("<caption").count(), "{path}: a table has a name");
        assert_eq!(html.matches("<svg").count(), html.matches("focusable=\"false\"").count(), "{path}");
        assert!(!html.contains("page-") && !html.contains("agenda-word-") && !html.contains("NaN"), "{path}");
        assert!(!html.contains("<svg onload") && !html.contains("secretary <b>"), "{path}: markup is text");
    }
}

#[test]
fn each_page_says_what_it_is_for() {
    let served = served(of(&bytes()));
    let cases: [(&str, &[&str]); 10] = [
        ("/nl/agenda", &["Gebiedsagenda&#39;s", "Eerstedam", "/nl/kasboek", "/nl/logboek"]),
        (
            "/nl/agenda/GM0001",
            &[
                "Versie 2, vastgesteld op 1 april 2024",
                "× organisation",
                ": 1 maatregel<",
                "gat: geen maatregel",
                "trekker · niet bevestigd",
                "1 bedrag onbekend",
                "12,5\u{a0}% (2023)",
                "(tekst verwijderd)",
                "/nl/veranderd/GM0001-v1/GM0001-v2",
                "scope=\"row\"",
            ],
        ),
        ("/en/agenda/GM0001", &["Version 2, adopted on 1 April 2024", ": 0 actions, hole", "Then and now"]),
        ("/nl/gaten/GM0001", &["kapstok agenda holes MAP GM0001 -o gatenlijst.docx", "De regel:"]),
        (
            "/nl/uitvoering/GM0001",
            &["deels</strong>", "counted again", "Eerder gezegd, op 2 maart 2024: gedaan. first said"],
        ),
        ("/nl/veranderd/GM0001-v1/GM0001-v2", &["Van versie 1 (1 februari 2024) naar versie 2", "Reason ", "gone "]),
        ("/nl/kasboek", &["Eén bedrag of aantal fte is onbekend. Het telt niet als nul.", "2024, gepland"]),
        ("/en/ledger/GM0001", &["Ledger of all areas", "nobody named"]),
        (
            "/nl/logboek",
            &[
                "De keten klopt",
                "20 gebeurtenissen",
                "kapstok agenda verify MAP --head ",
                "Tekst verwijderd uit gebeurtenis 11 (in eigen woorden)",
                "(tekst verwijderd) in eigen woorden, op 1 juli 2024. Reden: an address stood in it",
                "Ingetrokken: opgave b3: gone",
            ],
        ),
        (
            "/nl/gebied/GM0001",
            &["Wat is afgesproken", "Versie 2 van de agenda, vastgesteld op 1 april 2024: 1 maatregel"],
        ),
    ];
    for (path, sentences) in cases {
        let html = page(&served, path);
        for sentence in sentences {
            assert!(html.contains(sentence), "{path} lacks `{sentence}`");
        }
    }
    let area = page(&served, &format!("/nl/gebied/{}", code(0)));
    assert!(!area.contains("Wat is afgesproken"), "nothing is agreed there, and nothing is said of it");
}

#[test]
fn a_figure_that_is_withheld_stands_on_no_page_of_an_agenda() {
    let served = served(of(&bytes()));
    for path in paths().iter().filter(|path| path.contains(&code(GATED))) {
        let html = page(&served, path);
        // 13 %: its share, in both periods; 20: its residents.
        for figure in ["13\u{a0}%", "13 %", ">20<"] {
            assert!(!html.contains(figure), "{path}: {figure}");
        }
    }
    let html = page(&served, &format!("/nl/agenda/{}", code(GATED)));
    assert!(html.contains("of few"), "what was agreed for it is shown");
}

#[test]
fn without_a_log_or_an_agenda_a_page_says_what_to_do() {
    let (none, some) = (served(Log::None), served(of(&bytes())));
    let template = "kapstok agenda template --from MAP";
    let cases = [
        (&none, "/nl/agenda", 404, "Hier is nog geen agenda", template),
        (&none, "/nl/logboek", 404, "Hier is nog geen agenda", template),
        (&none, "/en/holes/GM0001", 404, "There is no agenda here yet", "kapstok agenda import"),
        (&some, "/nl/agenda/GM0002", 404, "Voor dit gebied is nog niets afgesproken", "--from MAP GM0002"),
        (&some, "/nl/agenda/GM0002", 404, "de cijfers van dit gebied", "/nl/gebied/GM0002"),
        (&some, "/nl/agenda/GM0009", 404, "Bedoelde u", "GM0001"),
        (&some, "/nl/veranderd/GM0001-v2/GM0001-v1", 404, "Dit is er niet", ""),
        (&some, "/nl/veranderd/GM0001-v1/GM0001-v9", 404, "Dit is er niet", ""),
        (&some, "/nl/logboek/2", 404, "Deze pagina is er niet", ""),
    ];
    for (served, path, status, title, what) in cases {
        let reply = ask_with(served, "GET", path, &[]);
        let html = String::from_utf8(reply.body.to_vec()).unwrap();
        assert_eq!(reply.status, status, "{path}");
        assert!(html.contains(title) && html.contains(what), "{path}: {title}, {what}: {html}");
    }
    let start = page(&none, "/nl");
    assert!(!start.contains("/nl/agenda") && !start.contains("/nl/logboek"), "nothing leads there");
}

#[test]
fn of_a_damaged_log_nothing_is_shown_but_the_first_line_that_is_wrong() {
    let mut bytes = bytes();
    // A letter of the third line.
    let third = bytes.split_inclusive(|byte| *byte == b'\n').take(2).map(<[u8]>::len).sum::<usize>();
    let at = third + bytes[third..].windows(5).position(|part| part == b"debts").unwrap();
    bytes[at] = b'D';
    let served = served(of(&bytes));
    let log = page(&served, "/nl/logboek");
    assert!(log.contains("Het logboek klopt niet vanaf regel 3: de woorden zijn niet"), "{log}");
    assert!(log.contains("kapstok agenda verify MAP") && !log.contains("organisation"));
    for path in ["/nl/agenda", "/nl/agenda/GM0001", "/nl/gaten/GM0001", "/nl/kasboek"] {
        let reply = ask_with(&served, "GET", path, &[]);
        let html = String::from_utf8(reply.body.to_vec()).unwrap();
        assert_eq!(reply.status, 503, "{path}");
        assert!(html.contains("klopt niet vanaf regel 3") && html.contains("/nl/logboek"), "{path}");
    }
    let area = page(&served, "/nl/gebied/GM0001");
    assert!(area.contains("/nl/logboek") && !area.contains("Wat is afgesproken"), "figures are still shown");
}

#[test]
fn another_log_is_another_edition_of_the_same_build() {
    let site = site(of(&bytes()));
    let longer = append(&events(), Position::start(), &mut salt).0;
    let editions: BTreeSet<String> = [
        site.edition().to_owned(),
        site.with_log(Log::None).edition().to_owned(),
        site.with_log(of(&longer)).edition().to_owned(),
        site.with_log(of(b"{}\n")).edition().to_owned(),
    ]
    .into();
    assert_eq!(editions.len(), 4);
    assert_eq!(site.with_log(of(&bytes())).edition(), site.edition());
    let served = Arc::new(Served::new(site));
    let tag = |served: &Arc<Served>| ask_with(served, "GET", "/nl/agenda/GM0001", &[]).header("etag").to_owned();
    let before = tag(&served);
    served.swap(served.site().with_log(of(&longer)));
    assert_ne!(tag(&served), before);
}

#[test]
fn every_page_of_an_agenda_is_a_file_of_an_exported_site_and_its_links_too() {
    for log in [of(&bytes()), of(b"{}\n"), Log::None] {
        let site = site(log);
        let plan = Plan::of(&site, false).unwrap();
        let paths: BTreeSet<String> = plan.paths().map(str::to_owned).collect();
        let has_agenda = site.agenda.agenda().is_some();
        for path in
            ["nl/agenda.html", "en/holes/GM0001.html", "nl/veranderd/GM0001-v1/GM0001-v2.html", "nl/kasboek.html"]
        {
            assert_eq!(paths.contains(path), has_agenda, "{path}");
        }
        assert_eq!(paths.contains("nl/logboek.html"), !matches!(site.agenda, kapstok_serve::Kept::Nothing));
        for (at, path) in plan.paths().enumerate().filter(|(_, path)| path.ends_with(".html")) {
            let html = String::from_utf8(plan.bytes(at).unwrap()).unwrap();
            for href in attributes(&html, "href").into_iter().filter(|href| !href.starts_with('#')) {
                let mut folders: Vec<&str> = path.split('/').collect();
                folders.pop();
                for part in href.split(['?', '#']).next().unwrap().split('/') {
                    match part {
                        ".." => drop(folders.pop().unwrap_or_else(|| panic!("{path}: {href}"))),
                        part => folders.push(part),
                    }
                }
                assert!(paths.contains(&folders.join("/")), "{path}: {href}");
            }
        }
    }
}
