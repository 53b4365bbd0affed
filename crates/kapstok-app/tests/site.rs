// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `kapstok export site`: a folder that is there whole or not at all, and nobody's work is lost for it.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]
#![expect(clippy::disallowed_methods, reason = "tests of files open files")]

mod made;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use made::{RECIPE, kapstok, workspace};

fn files(dir: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut open = vec![dir.to_owned()];
    while let Some(folder) = open.pop() {
        for entry in std::fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            match path.is_dir() {
                true => open.push(path),
                false => drop(found.insert(path.strip_prefix(dir).unwrap().to_owned(), std::fs::read(&path).unwrap())),
            }
        }
    }
    found
}

fn names(dir: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(dir).unwrap();
    let mut names: Vec<String> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

/// A small workspace, built, in a folder of its own.
fn built() -> (tempfile::TempDir, String, PathBuf) {
    let dir = tempfile::tempdir().unwrap();
    let own = dir.path().join("own");
    std::fs::create_dir(&own).unwrap();
    workspace(&own, RECIPE);
    let folder = own.to_str().unwrap().to_owned();
    assert_eq!(kapstok(&["build", &folder]).status, 0);
    let site = dir.path().join("sites/site");
    (dir, folder, site)
}

/// What stands in quotes behind a name, everywhere.
fn attributes<'a>(html: &'a str, name: &str) -> Vec<&'a str> {
    let start = format!(" {name}=\"");
    html.split(&start).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

#[test]
fn every_address_of_the_invented_region_is_a_file_and_none_is_of_a_server() {
    let dir = tempfile::tempdir().unwrap();
    let (region, site) = (dir.path().join("region"), dir.path().join("site"));
    made::region(&region);
    let run = kapstok(&["export", "site", region.to_str().unwrap(), "--out", site.to_str().unwrap()]);
    assert_eq!(run.status, 0, "{}", run.error);
    assert!(run.error.is_empty(), "no bar where nobody looks: {}", run.error);
    let files = files(&site);
    let (mut n_pages, mut n_addresses) = (0, 0);
    for (path, bytes) in files.iter().filter(|(path, _)| path.extension().is_some_and(|end| end == "html")) {
        let html = std::str::from_utf8(bytes).unwrap();
        n_pages += 1;
        assert!(!html.contains("=\"/") && !html.contains("/v1/collections"), "{}", path.display());
        for href in ["href", "src", "action", "data-script", "data-catalogue", "data-words"]
            .map(|name| attributes(html, name))
            .concat()
        {
            n_addresses += 1;
            let plain = href.split(['?', '#']).next().unwrap();
            if plain.is_empty() {
                continue;
            }
            let mut target = path.parent().unwrap().to_owned();
            for part in plain.split('/') {
                match part {
                    ".." => assert!(target.pop(), "{}: {href} leaves the folder", path.display()),
                    part => target.push(part),
                }
            }
            assert!(files.contains_key(&target), "{}: {href} leads to no file", path.display());
        }
    }
    assert!(n_pages > 300 && n_addresses > 10_000, "{n_pages} pages, {n_addresses} addresses");
    for path in
        ["index.html", "404.html", "kapstok-site.json", "v1/catalogue.json", "nl/waarheid.html", "en/thursday.html"]
    {
        assert!(files.contains_key(Path::new(path)), "{path}");
    }
}

#[test]
fn the_same_build_gives_the_same_bytes_and_takes_the_place_of_an_earlier_site() {
    let (dir, own, site) = built();
    let to = site.to_str().unwrap();
    let run = kapstok(&["export", "site", &own, "--out", to]);
    assert_eq!(run.status, 0, "{}", run.error);
    assert!(run.out.contains("python3 -m http.server"), "{}", run.out);
    let first = files(&site);
    // Of another build, say: what is no longer there must not stay.
    std::fs::write(site.join("nl/old.html"), "old").unwrap();
    assert_eq!(kapstok(&["export", "site", &own, "--out", to]).status, 0);
    assert_eq!(first, files(&site));
    assert_eq!(names(&dir.path().join("sites")), ["site"], "nothing is left beside it");
}

#[test]
fn a_folder_that_is_no_site_stays_as_it_is_and_the_hint_says_what_to_do() {
    let (dir, own, _) = built();
    let theirs = dir.path().join("theirs");
    std::fs::create_dir(&theirs).unwrap();
    std::fs::write(theirs.join("report.docx"), "work").unwrap();
    let a_file = dir.path().join("file");
    std::fs::write(&a_file, "work").unwrap();
    let before = files(dir.path());
    // Also the workspace itself, and a marker that says nothing.
    for to in [theirs.to_str().unwrap(), &own, a_file.to_str().unwrap(), "/"] {
        let run = kapstok(&["export", "site", &own, "--out", to]);
        assert_eq!(run.status, 2, "{to}: {}", run.error);
        assert!(run.error.contains("K0506") && run.error.contains("hint: "), "{to}: {}", run.error);
    }
    std::fs::write(theirs.join("kapstok-site.json"), "{}").unwrap();
    assert_eq!(kapstok(&["export", "site", &own, "--out", theirs.to_str().unwrap()]).status, 2);
    std::fs::remove_file(theirs.join("kapstok-site.json")).unwrap();
    assert_eq!(before, files(dir.path()));
    let said = kapstok(&["explain", "K0506"]);
    assert!(said.out.contains("kapstok-site.json"), "{}", said.out);
}

#[test]
fn a_site_that_cannot_be_made_leaves_no_half_of_it() {
    let (dir, own, site) = built();
    let to = site.to_str().unwrap();
    // Nothing is built of this folder.
    let run = kapstok(&["export", "site", dir.path().to_str().unwrap(), "--out", to]);
    assert_eq!(run.status, 2, "{}", run.error);
    assert!(!site.exists());
    // An earlier site stays where the build is damaged now.
    assert_eq!(kapstok(&["export", "site", &own, "--out", to]).status, 0);
    let first = files(&site);
    std::fs::write(Path::new(&own).join("build/current/build.json"), "{}").unwrap();
    let run = kapstok(&["export", "site", &own, "--out", to]);
    assert!(run.status == 1 && run.error.contains("K0505"), "{}", run.error);
    assert_eq!(first, files(&site));
    assert_eq!(names(&dir.path().join("sites")), ["site"]);
}

#[test]
fn a_style_of_the_municipality_goes_with_every_page() {
    let (dir, own, site) = built();
    let style = dir.path().join("own.css");
    std::fs::write(&style, ":root { --kapstok-link-color: #123456; }").unwrap();
    let run = kapstok(&["export", "site", &own, "--out", site.to_str().unwrap(), "--theme", style.to_str().unwrap()]);
    assert_eq!(run.status, 0, "{}", run.error);
    assert_eq!(std::fs::read(site.join("assets/theme.css")).unwrap(), std::fs::read(&style).unwrap());
    assert!(std::fs::read_to_string(site.join("nl/index.html")).unwrap().contains("../assets/theme.css"));
}
