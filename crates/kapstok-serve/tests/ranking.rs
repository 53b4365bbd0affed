// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Ranks of areas: only where a workspace asked for them, and never without their interval.

#![allow(clippy::unwrap_used, reason = "a test stops where it is not as it should be")]

mod country;

use std::collections::BTreeSet;
use std::sync::Arc;

use country::{GATED, N, ask_with, code, raw};
use kapstok_serve::export::Plan;
use kapstok_serve::{Served, Site, Told};
use kapstok_share::snapshot::{Cell, RawBuild, RawColumn, RecipeScores, ScoreCells, Snapshot};

/// The country with ranks in its scores: the last area has rank 1, the first rank 13.
fn with_ranks(ranking: bool) -> RawBuild {
    let mut raw = raw("build-1", 0.0);
    raw.manifest.ranking = ranking;
    let numbers = |of: &dyn Fn(f64) -> f64| ScoreCells::Numbers((0..N).map(|it| Some(of((N - it) as f64))).collect());
    let columns = [
        ("burdens", numbers(&|rank| f64::from(u8::from(rank < 4.0)))),
        ("burdens_known", numbers(&|_| 1.0)),
        ("burden_health", numbers(&|rank| f64::from(u8::from(rank < 4.0)))),
        ("not_counted", ScoreCells::Texts(vec![String::new(); N])),
        ("score", numbers(&|rank| 987.0 - rank)),
        ("sure_rank", numbers(&|rank| rank)),
        ("sure_rank_lower", numbers(&|rank| (rank - 2.0).max(1.0))),
        ("sure_rank_upper", numbers(&|rank| (rank + 3.0).min(13.0))),
    ];
    raw.levels[1].scores = vec![RecipeScores::new(0, columns.map(|(title, cells)| (title.to_owned(), cells)))];
    raw
}

fn site(ranking: bool) -> Site {
    Site::new(Snapshot::new(with_ranks(ranking)).unwrap(), Told::default())
}

fn page(path: &str) -> String {
    let reply = ask_with(&Arc::new(Served::new(site(true))), "GET", path, &[]);
    assert_eq!(reply.status, 200, "{path}");
    String::from_utf8(reply.body.to_vec()).unwrap()
}

/// The names of the rows, in their order.
fn names(html: &str) -> Vec<String> {
    let body = html.split("<table class=\"told ranks\">").nth(1).unwrap();
    let rows = body.split("<tr><th scope=\"row\">").skip(1).map(|row| row.split("<a href=\"").nth(1).unwrap());
    rows.map(|row| row.split('>').nth(1).unwrap().split('<').next().unwrap().to_owned()).collect()
}

#[test]
fn a_workspace_that_did_not_ask_for_ranks_has_none_anywhere() {
    let site = site(false);
    assert!(site.snapshot.recipes(&site.snapshot.levels()[1]).all(|(_, scores)| !scores.has_ranks()));
    assert!(Plan::new(&site).unwrap().paths().all(|path| !path.contains("ranglijst") && !path.contains("ranking")));
    let served = Arc::new(Served::new(site));
    for path in ["/nl/ranglijst/together", "/en/ranking/together", "/nl/ranglijst"] {
        assert_eq!(ask_with(&served, "GET", path, &[]).status, 404, "{path}");
    }
    let start = ask_with(&served, "GET", "/nl", &[]);
    assert!(!String::from_utf8_lossy(&start.body).contains("/ranglijst"), "and no link");
}

#[test]
fn each_rank_stands_with_its_interval_and_a_small_area_takes_no_part() {
    let html = page("/nl/ranglijst/together");
    let names_ = names(&html);
    // The last area comes first, and the first last; the small one has no rank.
    assert_eq!((names_.len(), names_[0].as_str(), names_[11].as_str()), (12, "Buurt 12", "Noord"));
    assert!(!names_.contains(&format!("Buurt {GATED}")));
    // 1, from 1 to 4; and 13, from 11 to 13, of which rank 11 is not shown: the last of 12, from 11.
    assert!(html.contains("1 tot 4 (met deze cijfers 1)"), "{html}");
    assert!(html.contains("11 tot 12 (met deze cijfers 12)"), "{html}");
    assert_eq!(html.matches("class=\"bar rank-bar\"").count(), 12);
    for words in ["Rangen overlappen", "niet in de lijst staan: 1", "minder dan 50 inwoners", "Verzonnen voorbeeld"] {
        assert!(html.contains(words), "{words}");
    }
    assert!(!html.contains("986"), "a score is on no page");
    assert!(page("/en").contains("/en/ranking/together"));
}

#[test]
fn rows_are_sorted_by_links_and_an_empty_filter_says_which_to_relax() {
    let by_name = page("/nl/ranglijst/together?sort=name");
    assert_eq!(names(&by_name)[1], "Buurt 1");
    assert_eq!(by_name.matches("aria-sort=").count(), 1);
    assert!(by_name.contains("aria-sort=\"ascending\"><a href=\"/nl/ranglijst/together?sort=name#rows\">"));
    assert_eq!(names(&page("/nl/ranglijst/together?sort=-residents"))[0], "Buurt 12");
    let within = page("/nl/ranglijst/together?within=GM0001");
    assert_eq!(names(&within).len(), 6);
    assert!(within.contains("<option value=\"GM0001\" selected>Eerstedam</option>"));
    // In an area of the level itself lies no other; in the small one, nothing.
    let served = Arc::new(Served::new(site(true)));
    for (path, status) in [
        ("/nl/ranglijst/together?within=GM9", 404),
        ("/nl/ranglijst/together?sort=value", 400),
        ("/nl/ranglijst/niets", 404),
    ] {
        assert_eq!(ask_with(&served, "GET", path, &[]).status, status, "{path}");
    }
}

#[test]
fn a_municipality_without_a_ranked_area_says_to_leave_it_out() {
    let mut raw = raw("build-1", 0.0);
    raw.manifest.ranking = true;
    let of_first = |of: f64| ScoreCells::Numbers((0..N).map(|it| (it < 7).then_some(of + it as f64)).collect());
    let columns =
        [("sure_rank", of_first(1.0)), ("sure_rank_lower", of_first(1.0)), ("sure_rank_upper", of_first(1.0))];
    raw.levels[1].scores = vec![RecipeScores::new(0, columns.map(|(title, cells)| (title.to_owned(), cells)))];
    let served = Arc::new(Served::new(Site::new(Snapshot::new(raw).unwrap(), Told::default())));
    let reply = ask_with(&served, "GET", "/nl/ranglijst/together?within=GM0002", &[]);
    let html = String::from_utf8(reply.body.to_vec()).unwrap();
    assert!(html.contains("In Tweededam heeft geen gebied een rang. Laat de gemeente weg."));
    assert!(html.contains("<a href=\"/nl/ranglijst/together\">Zoek overal</a>"));
}

#[test]
fn the_list_is_well_made_and_is_a_file_of_an_exported_site() {
    for path in ["/nl/ranglijst/together", "/en/ranking/together?sort=-burdens&within=GM0001"] {
        let html = page(path);
        assert_eq!(html.matches("<h1").count(), 1, "{path}");
        assert!(!html.contains(" style=") && !html.contains("ranking-") && !html.contains("NaN"), "{path}");
        let ids: Vec<&str> = html.split(" id=\"").skip(1).filter_map(|it| it.split('"').next()).collect();
        assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "{path}: {ids:?}");
        assert_eq!(html.matches("<table").count(), html.matches("<caption").count(), "{path}");
        assert_eq!(html.matches("<svg").count(), html.matches("focusable=\"false\"").count(), "{path}");
    }
    let site = site(true);
    let plan = Plan::new(&site).unwrap();
    let at = plan.paths().position(|path| path == "nl/ranglijst/together.html").unwrap();
    let html = String::from_utf8(plan.bytes(at).unwrap()).unwrap();
    assert!(!html.contains("?sort=") && html.contains(&code(12)));
    // Nobody answers a form of plain files.
    assert!(!html.contains("type=\"checkbox\"") && html.contains("Echt veranderd"));
}

#[test]
fn each_row_tells_real_changes_and_invents_no_rank_of_before() {
    let html = page("/nl/ranglijst/together");
    // One figure speaks. It has no margins in its first year, so nothing can be said of its change.
    assert_eq!(html.matches("<td data-label=\"Echt veranderd\">niet te zeggen</td>").count(), 12, "{html}");
    assert!(html.contains("Hoe rangen vroeger waren, is niet bekend."));
    // With margins in both years the change is nothing, but for one that fell from 30 to 18.
    let mut raw = with_ranks(true);
    let before = RawColumn::new((0..N).map(|area| {
        let value = if area == 8 { 30.0 } else { 10.0 + area as f64 * 1.5 };
        Cell {
            value: Some(value),
            reason: None,
            mark: String::new(),
            provisional: false,
            margins: Some((value - 1.0, value + 1.0)),
            row: None,
            rebased: None,
        }
    }));
    raw.levels[1].columns[1] = before;
    let served = Arc::new(Served::new(Site::new(Snapshot::new(raw).unwrap(), Told::default())));
    let reply = ask_with(&served, "GET", "/en/ranking/together", &[]);
    let html = String::from_utf8(reply.body.to_vec()).unwrap();
    assert_eq!(html.matches(">none, of 1</td>").count(), 9, "{html}");
    // Nothing is told of the one whose newest figure is secret, nor of the one whose residents are withheld.
    assert_eq!(html.matches(">cannot be said</td>").count(), 2);
    let row = html.split("<tr><th scope=\"row\">").find(|row| row.contains(&code(8))).unwrap();
    assert!(row.contains(">0 worse, 1 better, of 1</td>"), "{row}");
}

#[test]
fn rows_can_be_ticked_and_sent_on_without_a_script() {
    let html = page("/en/ranking/together?within=GM0002&sort=name");
    assert!(html.contains("neighbourhoods, Tweededam: row 1 to 6 of 6, sorted by name"), "{html}");
    assert!(html.contains("<caption class=\"vh\">Ranking, sorted by name, 6 rows</caption>"));
    assert_eq!(html.matches("type=\"checkbox\" name=\"in\"").count(), 6);
    assert!(html.contains("<form id=\"picks\" action=\"/en/gap\" method=\"get\">"));
    for to in ["/en/compare", "/en/choose/three", "/en/choose/two-sets"] {
        assert!(html.contains(&format!("formaction=\"{to}\"")), "{to}");
    }
    // What the buttons ask for is there.
    let served = Arc::new(Served::new(site(true)));
    for path in ["gap", "compare", "choose/three"] {
        let path = format!("/en/{path}?in={}&in={}", code(7), code(8));
        assert!(matches!(ask_with(&served, "GET", &path, &[]).status.as_u16(), 200 | 303), "{path}");
    }
}
