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
use kapstok_share::snapshot::{RecipeScores, ScoreCells, Snapshot};

/// The country with ranks in its scores: the last area has rank 1, the first rank 13.
fn site(ranking: bool) -> Site {
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
    Site::new(Snapshot::new(raw).unwrap(), Told::default())
}

fn page(path: &str) -> String {
    let reply = ask_with(&Arc::new(Served::new(site(true))), "GET", path, &[]);
    assert_eq!(reply.status, 200, "{path}");
    String::from_utf8(reply.body.to_vec()).unwrap()
}

/// The names of the rows, in their order.
fn names(html: &str) -> Vec<String> {
    let body = html.split("<table class=\"told ranks\">").nth(1).unwrap();
    let rows = body.split("<tr><th scope=\"row\"><a href=\"").skip(1);
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
}
