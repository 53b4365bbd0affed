// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Pages as a browser without JavaScript gets them.

#![allow(clippy::unwrap_used, reason = "a test stops where it is not as it should be")]

mod country;

use std::collections::BTreeSet;
use std::sync::Arc;

use country::{CEASED, GATED, MARKUP, N, SECRET, ask_with, code, served};
use kapstok_serve::pages::links::{Bars, Choosing, Links, Page, Table};
use kapstok_serve::pages::{View, asset, asset_paths, made};
use kapstok_serve::{Held, Served, Site, Told, TruthTest};
use kapstok_share::words::Language;

/// A server that also knows its truth.
fn with_truth() -> Arc<Served> {
    let held = Held { inside: 12, n: 13 };
    let truth = TruthTest { k: 2, at_least: vec![(2, held)], pairs: held, intervals: held, sure: None };
    let told = Told { truth: Some(truth), theme: ":root{}".to_owned(), ..Told::default() };
    Arc::new(Served::new(Site::new(country::snapshot("build-1", 0.0), told)))
}

fn page(served: &Arc<Served>, path: &str) -> String {
    let reply = ask_with(served, "GET", path, &[]);
    assert_eq!(reply.status, 200, "{path}");
    assert!(reply.header("content-type").starts_with("text/html"), "{path}");
    String::from_utf8(reply.body.to_vec()).unwrap()
}

/// What stands in quotes behind a name, everywhere.
fn attributes<'a>(html: &'a str, name: &str) -> Vec<&'a str> {
    let start = format!(" {name}=\"");
    html.split(&start).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

fn all_pages() -> Vec<(Language, Page)> {
    let table = |change: &dyn Fn(&mut Table)| {
        let mut table = Table { indicator: "share".to_owned(), level: "neighbourhood".to_owned(), ..Table::default() };
        change(&mut table);
        Page::Table(table)
    };
    let pages = [
        Page::Start,
        Page::Search("buurt".to_owned()),
        Page::Search(MARKUP.to_owned()),
        Page::Map,
        Page::area(&code(0)),
        Page::area(&code(4)),
        Page::area(&code(GATED)),
        Page::area(&code(SECRET)),
        Page::area("GM0001"),
        Page::compare(&code(0), &code(4)),
        Page::compare(&code(0), "GM0001"),
        Page::Figures,
        table(&|_| {}),
        table(&|table| table.within = Some("GM0002".to_owned())),
        Page::why(&code(0), "share", None),
        Page::why(&code(SECRET), "share", Some("2024")),
        Page::Hides { area: "GM0001".to_owned(), indicator: "share".to_owned() },
        Page::HidesPasted(String::new()),
        Page::HidesPasted("23 % share in GM0001".to_owned()),
        Page::HidesPasted(MARKUP.to_owned()),
        Page::Statements,
        Page::Sources,
        Page::Method("together".to_owned()),
        Page::Truth,
        Page::Thursday,
        Page::Downloads,
        Page::Accessibility,
        Page::Choices,
        Page::choice("three"),
        Page::choice("two-sets"),
        Page::Choice(Choosing {
            id: "three".to_owned(),
            inside: Some(vec![code(4), MARKUP.to_owned()]),
            bars: Bars::Sure,
        }),
    ];
    Language::ALL.into_iter().flat_map(|language| pages.clone().map(|page| (language, page))).collect()
}

#[test]
fn each_page_says_what_it_is_for_in_both_languages() {
    let area = |language: &str, word: &str| format!("/{language}/{word}/{}", code(0));
    let cases: [(String, &[&str]); 14] = [
        ("/nl".into(), &["Waar wilt u kijken?", "Het gaat over gebieden, niet over mensen", "Verzonnen voorbeeld"]),
        ("/en".into(), &["Where do you want to look?", "It is about areas, not about people", "Invented example"]),
        (area("nl", "gebied"), &["Wat hier goed gaat", "0 van het ene bekende domein", "Dit zegt niets over personen"]),
        (area("en", "area"), &["What goes well here", "This says nothing of persons", "Looks like"]),
        ("/nl/zoek?q=noord".into(), &["1 gebied gevonden", "buurt in Eerstedam · BU00010000"]),
        ("/en/search?q=noort".into(), &["No area is called", "These names come near"]),
        (
            "/nl/cijfers/share/neighbourhood".into(),
            &["Bekend van 11 van 13 buurten", "Alle gebieden als tabel", "geheim"],
        ),
        (
            "/en/figures/share/neighbourhood?sort=-value".into(),
            &["aria-sort=\"descending\"", "by figure, highest first"],
        ),
        (format!("/nl/waarom/{}/share", code(0)), &["10\u{a0}%", "figures.csv", "kapstok why MAP BU00010000 share"]),
        ("/nl/bronnen".into(), &["Invented Statistics", "CC BY 4.0", &"0".repeat(64)]),
        ("/nl/waarheid".into(), &["12 van 13 gepubliceerde 95 %-marges", "allebei van twee lasten"]),
        ("/nl/donderdag".into(), &["Een gemiddelde dat verbergt", "volgt nog"]),
        ("/en/downloads".into(), &["neighbourhood.geojson", "municipality.xlsx", "How to cite it", "build-1"]),
        ("/en/accessibility".into(), &["EN 301 549", "nobody else has examined it"]),
    ];
    let served = with_truth();
    for (path, sentences) in cases {
        let html = page(&served, &path);
        for sentence in sentences {
            assert!(html.contains(sentence), "{path} lacks `{sentence}`");
        }
    }
}

#[test]
fn a_page_has_one_heading_landmarks_a_skip_link_and_its_language_and_no_script_or_style_of_its_own() {
    let served = with_truth();
    for (language, page_) in all_pages() {
        let path = Links::Server.href(&page_, language);
        let html = page(&served, &path);
        assert_eq!(html.matches("<h1").count(), 1, "{path}");
        for once in
            ["<main id=\"main\"", "<header class=\"top\"", "<footer", "class=\"skip\" href=\"#main\"", "</html>"]
        {
            assert_eq!(html.matches(once).count(), 1, "{path}: {once}");
        }
        assert!(html.contains(&format!("<html lang=\"{}\">", language.tag())), "{path}");
        assert!(!html.contains(" style=") && !html.contains("<style"), "{path}");
        for script in html.split("<script").skip(1) {
            assert!(script.starts_with(" type=\"module\" src="), "{path}");
        }
        // Ids are there once, and each is a word.
        let ids = attributes(&html, "id");
        assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "{path}: {ids:?}");
        // Each table has titles for its columns; each picture is hidden behind its words.
        assert_eq!(html.matches("<table").count(), html.matches("<thead").count(), "{path}");
        assert_eq!(html.matches("<svg").count(), html.matches("focusable=\"false\"").count(), "{path}");
        assert!(
            !html.contains("page-") && !html.contains("workbench-"),
            "{path}: a key without a text: {:?}",
            html.split("page-").nth(1).map(|it| &it[..40.min(it.len())])
        );
        assert!(!html.contains("NaN") && !html.contains("inf "), "{path}");
    }
}

#[test]
fn markup_in_names_explanations_and_queries_is_text() {
    let served = with_truth();
    for (language, page_) in all_pages() {
        let path = Links::Server.href(&page_, language);
        let html = page(&served, &path);
        assert!(!html.contains("<svg onload") && !html.contains("<b>measures"), "{path}");
    }
    let named = page(&served, &format!("/nl/gebied/{}", code(4)));
    assert!(named.contains("&#60;svg onload") || named.contains("&lt;svg onload"), "{named}");
}

#[test]
fn an_area_with_too_few_residents_shows_its_place_and_no_figure() {
    let served = with_truth();
    let html = page(&served, &format!("/nl/gebied/{}", code(GATED)));
    for sentence in ["Hier staan geen cijfers", "minder dan 50 inwoners", "/nl/gebied/GM0001", "class=\"map locator\""]
    {
        assert!(html.contains(sentence), "{sentence}");
    }
    // 13 %: its share; 20: its residents.
    for figure in ["13\u{a0}%", "spine-value", "<dd>20</dd>"] {
        assert!(!html.contains(figure), "{figure}");
    }
    let compared = page(&served, &format!("/nl/vergelijk/{}/{}", code(0), code(GATED)));
    assert!(compared.contains("te weinig inwoners") && !compared.contains("13\u{a0}%"));
    let table = page(&served, "/nl/cijfers/share/neighbourhood");
    assert!(table.contains("te weinig inwoners") && !table.contains(">13\u{a0}%<"));
}

#[test]
fn every_link_of_every_page_leads_somewhere() {
    let served = with_truth();
    let mut waiting: Vec<String> = Language::ALL.map(|language| format!("/{}", language.tag())).to_vec();
    let mut seen: BTreeSet<String> = waiting.iter().cloned().collect();
    let mut n_pages = 0;
    while let Some(path) = waiting.pop() {
        let reply = ask_with(&served, "GET", &path, &[]);
        assert_eq!(reply.status, 200, "{path}");
        if !reply.header("content-type").starts_with("text/html") {
            continue;
        }
        n_pages += 1;
        let html = String::from_utf8(reply.body.to_vec()).unwrap();
        for href in [attributes(&html, "href"), attributes(&html, "action"), attributes(&html, "src")].concat() {
            let href = href.replace("&#38;", "&").replace("&amp;", "&");
            match href.split_once('#') {
                // A place in the page itself.
                Some(("", id)) => assert!(attributes(&html, "id").contains(&id), "{path}: {href}"),
                _ => {
                    let target = href.split('#').next().unwrap().to_owned();
                    assert!(target.starts_with('/'), "{path}: {href}");
                    if seen.insert(target.clone()) {
                        waiting.push(target);
                    }
                }
            }
        }
    }
    assert!(n_pages > 2 * N, "{n_pages} pages");
}

#[test]
fn what_is_not_there_is_a_page_that_says_what_to_do() {
    let served = with_truth();
    let near = format!("/nl/gebied/{}", &code(0)[..9].replace('B', "b"));
    let cases = [
        ("/nl/niets", 404, "Deze pagina is er niet"),
        ("/en/nothing/here", 404, "This page does not exist"),
        ("/niets", 404, "Deze pagina is er niet"),
        ("/en/area/BU00010099", 404, "Did you mean"),
        (&near, 404, "Bedoelde u"),
        ("/nl/cijfers/share/neighbourhood?sort=rank", 400, "Zo kan deze pagina het niet"),
        ("/nl/cijfers/niets/neighbourhood", 404, "Dit is er niet"),
        ("/nl/methode/niets", 404, "Dit is er niet"),
        ("/nl/../etc/passwd", 400, "Deze vraag is niet te lezen"),
        ("/nl/zoek?q=%", 400, "Zo kan deze pagina het niet"),
        ("/nl/zoek?q=a&q=b", 400, "Zo kan deze pagina het niet"),
        ("/nl/gebied/%ff", 400, "Deze vraag is niet te lezen"),
    ];
    for (path, status, sentence) in cases {
        let reply = ask_with(&served, "GET", path, &[]);
        let html = String::from_utf8(reply.body.to_vec()).unwrap();
        assert_eq!(reply.status, status, "{path}");
        assert!(html.contains(sentence) && html.contains("Kapstok"), "{path}");
    }
    let reply = ask_with(&served, "POST", "/nl", &[]);
    assert_eq!((reply.status.as_u16(), reply.header("allow")), (405, "GET, HEAD, OPTIONS"));
    assert!(
        String::from_utf8_lossy(&reply.body).contains("Pagina's zijn er om te lezen")
            || String::from_utf8_lossy(&reply.body).contains("zijn er om te lezen")
    );
    // Programs are told as programs.
    assert_eq!(ask_with(&served, "GET", "/v1/niets", &[]).header("content-type"), "application/problem+json");
}

#[test]
fn a_code_that_ceased_leads_to_the_areas_that_came_after_it() {
    let served = with_truth();
    let reply = ask_with(&served, "GET", &format!("/nl/gebied/{CEASED}"), &[]);
    let html = String::from_utf8(reply.body.to_vec()).unwrap();
    assert_eq!(reply.status, 404);
    for sentence in ["Dit gebied bestaat niet meer", "/nl/gebied/BU00010000", "60 % ervan, van de indeling van 2023"] {
        assert!(html.contains(sentence), "{sentence}");
    }
}

#[test]
fn the_first_page_is_in_the_language_that_the_browser_asks_for() {
    for (asked, to) in [("en-GB,en;q=0.9", "/en"), ("", "/nl"), ("de", "/nl")] {
        let reply = ask_with(&served(), "GET", "/", &[("accept-language", asked)]);
        assert_eq!((reply.status.as_u16(), reply.header("location")), (307, to), "{asked}");
    }
}

#[test]
fn a_name_typed_into_the_form_becomes_the_page_of_both_areas() {
    let reply = ask_with(&served(), "GET", &format!("/nl/gebied/{}?other=buurt+6", code(0)), &[]);
    assert_eq!(
        (reply.status.as_u16(), reply.header("location")),
        (303, &*format!("/nl/vergelijk/{}/{}", code(0), code(6)))
    );
}

#[test]
fn files_beside_the_pages_have_their_type_and_fonts_are_kept() {
    let served = with_truth();
    for path in asset_paths() {
        let reply = ask_with(&served, "GET", &format!("/assets/{path}"), &[]);
        assert_eq!(reply.status, 200, "{path}");
        assert_eq!(reply.header("content-type"), asset(&path).unwrap().media_type, "{path}");
        assert_eq!(
            reply.header("cache-control").contains("immutable"),
            path.ends_with(".woff2") || asset(&path).unwrap().is_forever
        );
    }
    assert_eq!(ask_with(&served, "GET", "/assets/theme.css", &[]).body, ":root{}");
    assert_eq!(ask_with(&served, "GET", "/assets/none.css", &[]).status, 404);
}

#[test]
fn the_same_pages_are_made_for_a_folder_with_links_that_stay_in_it() {
    let site = country::site("build-1", 0.0);
    for (language, page) in all_pages().into_iter().filter(|(_, page)| !matches!(page, Page::Search(_) | Page::Truth)) {
        let links = Links::Export { depth: page.depth(language), origins: true };
        if !links.has(&page) {
            continue;
        }
        let html = made(View { site: &site, links, language }, &page).unwrap();
        for href in [attributes(&html, "href"), attributes(&html, "src")].concat() {
            assert!(href.starts_with("../") || href.starts_with('#'), "{page:?}: {href}");
            // What stands behind a question mark is for the browser: the map reads it, and the search.
            assert!(href.split_once('?').is_none_or(|(_, query)| query.starts_with("area=")), "{page:?}: {href}");
        }
        for action in attributes(&html, "action") {
            assert!(action.ends_with("zoek.html") || action.ends_with("search.html"), "{page:?}: {action}");
        }
    }
}
