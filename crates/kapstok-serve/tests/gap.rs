// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Chosen areas held against all others, on their page.

#![allow(clippy::unwrap_used, reason = "a test stops where it is not as it should be")]

mod country;

use std::collections::BTreeSet;

use country::{GATED, MARKUP, ask_with, code, served, share, site};
use kapstok_serve::export::Plan;
use kapstok_share::gap::{Question, gap, named};
use kapstok_share::words::Language;

fn page(path: &str) -> String {
    let reply = ask_with(&served(), "GET", path, &[]);
    assert_eq!(reply.status, 200, "{path}");
    String::from_utf8(reply.body.to_vec()).unwrap()
}

/// The address of areas.
fn of(path: &str, areas: &[usize]) -> String {
    let pairs: Vec<String> = areas.iter().map(|area| format!("in={}", code(*area))).collect();
    format!("{path}?{}", pairs.join("&"))
}

#[test]
fn the_card_says_how_many_times_as_high_with_its_interval_and_who_was_counted() {
    let html = page(&of("/en/gap", &[10, 11]));
    // 25 of 510 and 26.5 of 511 residents; the page says what the findings say, to the digit.
    let snapshot = site("build-1", 0.0).snapshot;
    let chosen = named(&snapshot, &[code(10), code(11)]).chosen.unwrap();
    let found = gap(&snapshot, &Question::usual(chosen, vec!["share".to_owned()]), Language::En);
    let line = &found.gaps[0];
    assert!((line.chosen.unwrap() - (25.0 * 510.0 + 26.5 * 511.0) / 1021.0).abs() < 1e-9);
    let (lower, upper) = line.ratio_interval.unwrap();
    let said =
        format!("is {:.2} times as high as in all other areas (95 %: {lower:.2} to {upper:.2})", line.ratio.unwrap());
    assert!(html.contains(&said), "{said}\n{html}");
    assert!(html.contains("That is more than chance."));
    // Thirteen without the small one; of the ten others one share is secret, and the residents of one are withheld.
    assert!(html.contains("2 beside 8 areas; 2 without a figure"), "{html}");
    for words in ["chosen by yourself: 2", "How the gap went over the years", "apart-chart"] {
        assert!(html.contains(words), "{words}");
    }
}

#[test]
fn a_small_area_takes_no_part_and_changes_no_byte() {
    for language in ["nl/verschil", "en/gap"] {
        for path in [format!("/{language}"), format!("/{language}/share")] {
            let without = page(&of(&path, &[8, 10]));
            for areas in [&[8, GATED, 10][..], &[GATED, 8, 10], &[8, 10, GATED]] {
                assert!(page(&of(&path, areas)) == without, "{path} {areas:?}");
            }
            assert!(!without.contains(&code(GATED)), "{path}");
            // Alone it is nothing at all.
            assert!(page(&of(&path, &[GATED])) == page(&path), "{path}");
            // With one that is shown it is that one, and its own figure.
            let one = page(&of(&path, &[10, GATED]));
            assert!(one == page(&of(&path, &[10])));
            assert!(one.contains(&format!(">{}\u{a0}%</td>", share(10))));
        }
    }
    // Two municipalities and one neighbourhood are two municipalities, however many small ones stand beside it.
    let larger = "in=GM0001&in=GM0002&in=BU00010003";
    let small = format!("&in={}", code(GATED));
    assert!(page(&format!("/en/gap?{larger}")) == page(&format!("/en/gap?{larger}{small}")));
}

#[test]
fn nothing_chosen_suggests_three_sets_and_a_choice_of_the_build_is_one() {
    let html = page("/nl/verschil");
    assert_eq!(html.matches("<li><a href=\"/nl/verschil?").count(), 3, "{html}");
    for href in ["?choice=three", "?choice=two-sets", "?within=GM0002"] {
        assert!(html.contains(&format!("<a href=\"/nl/verschil{href}\">")), "{href}");
    }
    assert!(page("/en/gap?choice=three").contains("Three neighbourhoods: 3 "));
    assert!(page("/en/gap/share?within=GM0002").contains("in Tweededam: 6 "));
    // A set that is chosen leads on: beside each other, and against the rule.
    let html = page(&of("/en/gap", &[3, 8]));
    for href in
        [format!("/en/compare/{}/{}", code(3), code(8)), format!("/en/choose/three?in={}&amp;in={}", code(3), code(8))]
    {
        assert!(html.contains(&href.replace("&amp;", "&#38;")) || html.contains(&href), "{href}\n{html}");
    }
}

#[test]
fn the_rules_are_asked_about_the_areas_of_the_page() {
    let leads_to = |path: &str, hrefs: &[String]| {
        let html = page(path).replace("&#38;", "&").replace("&amp;", "&");
        for href in hrefs {
            assert!(html.contains(&format!("<a href=\"{href}\">")), "{path}: {href}\n{html}");
        }
    };
    let address = |id: &str, areas: &[usize]| of(&format!("/en/choose/{id}"), areas);
    // A choice by itself is what its own rule chose, and named codes beside another rule.
    leads_to("/en/gap?choice=three", &["/en/choose/three".to_owned(), address("two-sets", &[10, 11, 12])]);
    // With one more it is no longer what any rule chose.
    let more = [8, 10, 11, 12];
    let path = format!("/en/gap?choice=three&in={}", code(8));
    leads_to(&path, &[address("three", &more), address("two-sets", &more)]);
    // So too with all of a municipality, in which they may all lie.
    let html = page("/en/gap?choice=three&within=GM0002");
    assert!(!html.contains("<a href=\"/en/choose/three\">"), "{html}");
    assert!(html.contains("<a href=\"/en/choose/three?in="), "{html}");
}

#[test]
fn what_is_no_set_is_said_and_breaks_nothing() {
    let html = page(&format!("/en/gap?in={}&in=BU9&in=%3Cb%3E", code(4)));
    assert!(html.contains("These codes are not known: BU9, ") && !html.contains("<b>"), "{html}");
    assert!(!html.contains(MARKUP));
    assert!(page(&format!("/en/gap?in={}&in=GM0001", code(8))).contains("take no part: GM0001."));
    let served = served();
    for (path, status) in [
        ("/en/gap/nothing", 404),
        ("/en/gap/residents?in=BU00010003", 404),
        ("/en/gap?choice=nothing", 404),
        ("/en/gap?within=GM9", 404),
        ("/en/gap?within=BU00010003", 404),
        ("/en/gap?sort=rank", 400),
    ] {
        assert_eq!(ask_with(&served, "GET", path, &[]).status, status, "{path}");
    }
}

#[test]
fn the_page_is_well_made_and_needs_a_server() {
    for path in ["/nl/verschil".to_owned(), of("/nl/verschil", &[3, 8]), "/en/gap/share?within=GM0001".to_owned()] {
        let html = page(&path);
        assert_eq!(html.matches("<h1").count(), 1, "{path}");
        for wrong in [" style=", "<script", "page-gap", "gap-card-", "NaN", "{ $"] {
            assert!(!html.replace("class=\"gap-card\"", "").replace("gap-page", "").contains(wrong), "{path}: {wrong}");
        }
        let ids: Vec<&str> = html.split(" id=\"").skip(1).filter_map(|it| it.split('"').next()).collect();
        assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "{path}: {ids:?}");
        assert_eq!(html.matches("<table").count(), html.matches("<caption").count(), "{path}");
        assert_eq!(html.matches("<svg").count(), html.matches("focusable=\"false\"").count(), "{path}");
    }
    let site = site("build-1", 0.0);
    let plan = Plan::new(&site).unwrap();
    assert!(plan.paths().all(|path| !path.contains("verschil") && !path.contains("/gap")));
    let start = plan.paths().position(|path| path == "nl/index.html").unwrap();
    assert!(!String::from_utf8(plan.bytes(start).unwrap()).unwrap().contains("verschil"));
}

#[test]
fn two_or_three_areas_stand_side_by_side_and_more_are_asked_to_be_fewer() {
    let served = served();
    let asked = |path: &str| ask_with(&served, "GET", path, &[]);
    let two = asked(&of("/en/compare", &[3, 8]));
    assert_eq!(
        (two.status.as_u16(), two.header("location")),
        (303, format!("/en/compare/{}/{}", code(3), code(8)).as_str())
    );
    let three = page(&format!("/en/compare/{}/{}/{}", code(3), code(8), code(10)));
    let rows = three.matches("<td role=\"cell\" class=\"diff\">").count();
    assert!(rows > 0, "{three}");
    assert_eq!(three.matches("class=\"one-difference\"").count(), 2 * rows);
    assert!(three.contains("Buurt 3, Buurt 8 and Buurt 10") && three.contains("Buurt 10 lies"), "{three}");
    for (areas, words) in
        [(&[][..], "Name two or three"), (&[3], "You named one area"), (&[1, 3, 8, 10], "You named 4 areas")]
    {
        let html = String::from_utf8(asked(&of("/en/compare", areas)).body.to_vec()).unwrap();
        assert!(html.contains(words), "{words}");
        assert_eq!(html.matches("type=\"checkbox\"").count(), areas.len());
    }
    assert_eq!(asked("/en/compare?in=BU9").status, 404);
}
