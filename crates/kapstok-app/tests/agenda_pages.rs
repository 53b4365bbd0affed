// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Holes on the pages of the invented region, built from its own figures, against those that were planted.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]
#![expect(clippy::disallowed_methods, reason = "tests of files open files")]

mod made;

use std::collections::BTreeSet;
use std::path::Path;

use made::kapstok;

/// Kind, what it is about, and why, as one line.
type Holes = BTreeSet<String>;

/// What was planted in an area.
fn planted(region: &Path, area: &str) -> Holes {
    let mut reader = csv::Reader::from_path(region.join("truth/gaten.csv")).unwrap();
    let headers = reader.headers().unwrap().clone();
    let at = |name: &str| headers.iter().position(|it| it == name).unwrap();
    let (of, kind, about, domain, why) = (at("gebied"), at("soort"), at("over"), at("domein"), at("waarom"));
    let rows = reader.records().map(Result::unwrap).filter(|row| &row[of] == area);
    rows.map(|row| {
        let about: Vec<&str> = row[about].split(' ').chain([&row[domain]]).filter(|it| !it.is_empty()).collect();
        format!("{} {} {}", &row[kind], about.join(" "), &row[why])
    })
    .collect()
}

/// What stands on a page: every hole has its kind and what it is about as its name.
fn shown(html: &str) -> Holes {
    let line = |rest: &str| {
        let (id, rest) = rest.split_once('"')?;
        let why = rest.split_once(" data-why=\"").and_then(|(_, rest)| rest.split('"').next());
        let (kind, about) = id.split_once('_')?;
        Some(format!(
            "{kind} {} {}",
            about.replace('_', " "),
            why.filter(|_| rest.starts_with(" data-why")).unwrap_or("")
        ))
    };
    html.split(" id=\"hole-").skip(1).filter_map(line).collect()
}

#[test]
fn every_planted_hole_stands_on_a_page_and_none_that_was_not_planted() {
    let dir = tempfile::tempdir().unwrap();
    let (region, site) = (dir.path().join("region"), dir.path().join("site"));
    made::region(&region);
    let exported = kapstok(&["export", "site", region.to_str().unwrap(), "--out", site.to_str().unwrap()]);
    assert_eq!(exported.status, 0, "{}", exported.error);
    let page = |path: &str| std::fs::read_to_string(site.join(path)).unwrap();
    for (area, n_at_least) in [("XW010101", 30), ("XW010102", 0), ("XG0101", 2)] {
        let planted = planted(&region, area);
        assert!(planted.len() >= n_at_least, "{area}: {}", planted.len());
        for path in [format!("nl/gaten/{area}.html"), format!("en/holes/{area}.html")] {
            assert_eq!(shown(&page(&path)), planted, "{path}");
        }
    }
    assert!(page("nl/gaten/XW010102.html").contains("Geen gaten"));
    // A promise that reached no area stands where all agendas are listed.
    assert_eq!(shown(&page("nl/agenda.html")), planted(&region, ""));
    // The story finds its two steps by kind: they are those that were planted for it.
    let story = page("nl/donderdag.html");
    for found in ["hole-promise-without-money_p2", "hole-action-without-owner_a5", "kapstok agenda holes MAP XW010101"]
    {
        assert!(story.contains(found), "{found}");
    }
}
