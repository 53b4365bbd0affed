// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The pages as plain files: complete in themselves, wherever the folder lies.

#![allow(clippy::unwrap_used, reason = "a test stops where it is not as it should be")]

mod country;

use std::collections::BTreeMap;

use country::{N, code};
use kapstok_serve::export::{NoSite, Plan};
use kapstok_serve::{Held, Site, Told, TruthTest};
use kapstok_share::snapshot::{Outlines, Snapshot};
use serde_json::Value;

type Files = BTreeMap<String, Vec<u8>>;

fn site() -> Site {
    of(country::snapshot("build-1", 0.0))
}

fn of(snapshot: Snapshot) -> Site {
    let held = Held { inside: 12, n: 13 };
    let truth = TruthTest { k: 2, at_least: vec![(2, held)], pairs: held, intervals: held, sure: None };
    Site::new(snapshot, Told { truth: Some(truth), theme: ":root{}".to_owned(), ..Told::default() })
}

fn written(plan: &Plan<'_>) -> Files {
    plan.paths().enumerate().map(|(at, path)| (path.to_owned(), plan.bytes(at).unwrap())).collect()
}

fn text(files: &Files, path: &str) -> String {
    String::from_utf8(files.get(path).unwrap_or_else(|| panic!("no {path}")).clone()).unwrap()
}

/// Where a relative address leads from a file; `None` where it leaves the folder.
fn target(from: &str, href: &str) -> Option<String> {
    let mut folders: Vec<&str> = from.split('/').collect();
    folders.pop();
    for part in href.split(['?', '#']).next().unwrap().split('/') {
        match part {
            ".." => drop(folders.pop()?),
            "." => {}
            part => folders.push(part),
        }
    }
    // Names of files have no letter that an address would write otherwise.
    Some(folders.join("/")).filter(|path| !path.contains('%'))
}

/// What stands in quotes behind a name, everywhere.
fn attributes<'a>(html: &'a str, name: &str) -> Vec<&'a str> {
    let start = format!(" {name}=\"");
    html.split(&start).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

/// Walks every address of every page; gives how many there were.
fn walk(files: &Files) -> usize {
    let mut n = 0;
    for path in files.keys().filter(|path| path.ends_with(".html")) {
        let html = text(files, path);
        let names = ["href", "src", "action", "data-catalogue", "data-words", "data-script", "data-embed"];
        for href in names.iter().flat_map(|name| attributes(&html, name)) {
            n += 1;
            if let Some(id) = href.strip_prefix('#') {
                assert!(attributes(&html, "id").contains(&id), "{path}: {href}");
                continue;
            }
            let target = target(path, href).unwrap_or_else(|| panic!("{path}: {href} leaves the folder"));
            assert!(files.contains_key(&target), "{path}: {href} leads to no file {target}");
        }
    }
    n
}

#[test]
fn every_link_script_style_and_picture_of_every_page_is_a_file_of_the_folder() {
    let site = site();
    for origins in [true, false] {
        let files = written(&Plan::of(&site, origins).unwrap());
        let n = walk(&files);
        assert!(n > 40 * N, "{n} addresses");
        for (language, area, map) in [("nl", "gebied", "kaart"), ("en", "area", "map")] {
            assert!(files.contains_key(&format!("{language}/{area}/{}.html", code(0))));
            // What the map fills in leads to pages too.
            let html = text(&files, &format!("{language}/{map}.html"));
            let pattern =
                |name: &str| attributes(&html, name)[0].replace("{code}", &code(4)).replace("{indicator}", "share");
            let found = |name: &str| {
                target(&format!("{language}/{map}.html"), &pattern(name).replace("{level}", "neighbourhood"))
            };
            assert!(
                files.contains_key(&found("data-area").unwrap()) && files.contains_key(&found("data-table").unwrap())
            );
            assert_eq!(pattern("data-compare"), "", "nobody answers which two");
            match origins {
                true => assert!(files.contains_key(&found("data-why").unwrap())),
                false => assert_eq!(pattern("data-why"), "", "no such page was written"),
            }
        }
    }
}

#[test]
fn no_page_needs_a_server_and_each_says_what_it_may_load() {
    let site = site();
    let files = written(&Plan::new(&site).unwrap());
    for path in files.keys().filter(|path| path.ends_with(".html")) {
        let html = text(&files, path);
        for of_server in
            ["=\"/", "=\"http", "/v1/collections", "/vergelijk/", "/compare/", "127.0.0.1", "<style", " style=\""]
        {
            assert!(!html.contains(of_server), "{path}: {of_server}");
        }
        // Before anything is loaded.
        let policy =
            html.split("http-equiv=\"Content-Security-Policy\" content=\"").nth(1).unwrap_or_else(|| panic!("{path}"));
        let policy = policy.split('"').next().unwrap().replace("&#39;", "'");
        assert!(policy.starts_with("default-src 'none'; script-src 'self'; style-src 'self';"), "{path}: {policy}");
        let at = |what: &str| html.find(what).unwrap_or(html.len());
        assert!(at("Content-Security-Policy") < at("<link").min(at("<script")), "{path}");
        // What a page cannot say of itself would be an error in the console.
        assert!(!policy.contains("frame-ancestors"), "{path}");
        for script in html.split("<script").skip(1) {
            assert!(
                script.starts_with(" src=\"") && script.contains(" defer></script>"),
                "{path}: a browser takes no module from a folder"
            );
        }
        assert!(!html.contains("page-site-") && !html.contains("NaN"), "{path}");
    }
}

#[test]
fn where_origins_have_no_page_the_area_says_where_they_stand() {
    let site = site();
    let (with, without) = (written(&Plan::of(&site, true).unwrap()), written(&Plan::of(&site, false).unwrap()));
    let path = format!("nl/gebied/{}.html", code(0));
    let words = "heeft in deze site geen eigen pagina";
    assert!(text(&with, &path).contains("/waarom/") && !text(&with, &path).contains(words));
    assert!(!text(&without, &path).contains("/waarom/") && text(&without, &path).contains(words));
    let table = "nl/cijfers/share/neighbourhood.html";
    assert!(text(&with, table).contains("/waarom/") && !text(&without, table).contains("/waarom/"));
    assert!(!without.keys().any(|path| path.contains("/waarom/") || path.contains("/why/")));
}

#[test]
fn whatever_the_catalogue_names_is_a_file_beside_it_in_the_bytes_of_the_server() {
    let site = site();
    let files = written(&Plan::new(&site).unwrap());
    let catalogue: Value = serde_json::from_slice(&files["v1/catalogue.json"]).unwrap();
    let served = country::get("/v1/catalogue");
    let mut n = 0;
    for (level, of_server) in catalogue["levels"].as_array().unwrap().iter().zip(served["levels"].as_array().unwrap()) {
        let mut same = |href: &Value, of_server: &Value| {
            let here = &files[&format!("v1/{}", href.as_str().unwrap())];
            let there = country::ask(&format!("/v1/{}", of_server.as_str().unwrap()));
            assert_eq!(&here[..], &there.body[..], "{href}");
            n += 1;
        };
        same(&level["areasHref"], &of_server["areasHref"]);
        let columns = |level: &Value| level["columns"].as_array().unwrap().clone();
        let recipes =
            |level: &Value| -> Vec<Value> { level["recipes"].as_array().unwrap().iter().flat_map(columns).collect() };
        for (here, there) in
            columns(level).iter().zip(&columns(of_server)).chain(recipes(level).iter().zip(&recipes(of_server)))
        {
            same(&here["href"], &there["href"]);
        }
        // All tiles around the map, the empty ones between them too: it is small.
        let most = level["maxZoom"].as_u64().unwrap();
        let bbox: Vec<f64> = level["bbox"].as_array().unwrap().iter().map(|it| it.as_f64().unwrap()).collect();
        for zoom in 0..=most {
            let side = f64::from(1_u32 << zoom);
            let column = |longitude: f64| ((longitude + 180.0) / 360.0 * side) as u32;
            let row = |latitude: f64| {
                let latitude = latitude.to_radians();
                let north = libm::log(libm::tan(latitude) + 1.0 / libm::cos(latitude));
                ((1.0 - north / std::f64::consts::PI) / 2.0 * side) as u32
            };
            for (x, y) in [(column(bbox[0]), row(bbox[3])), (column(bbox[2]), row(bbox[1]))] {
                let filled = |template: &Value| {
                    let template = template.as_str().unwrap().replace("{z}", &zoom.to_string());
                    format!("v1/{}", template.replace("{y}", &y.to_string()).replace("{x}", &x.to_string()))
                };
                let path = filled(&level["tilesHref"]);
                // Not packed: a plain host does not say so.
                let of_server = country::ask(&format!("/{}", filled(&of_server["tilesHref"])));
                assert_eq!(&files[&path][..], &of_server.body[..], "{path}");
            }
        }
    }
    assert!(n > 8, "{n} columns and lists");
}

#[test]
fn codes_that_are_tricks_become_files_that_stay_in_the_folder_and_are_found() {
    let long = "Z".repeat(300);
    let tricks = ["../../../etc/passwd", "..", "CON", "a/b", "a\\b", "x y?#%", "é\"<b>", long.as_str()];
    let mut raw = country::raw("build-1", 0.0);
    let codes = &mut raw.levels[1].codes;
    codes.truncate(N - tricks.len());
    codes.extend(tricks.map(str::to_owned));
    codes.sort();
    let site = of(Snapshot::new(raw).unwrap());
    let plan = Plan::new(&site).unwrap();
    for path in plan.paths() {
        let is_plain = |part: &str| {
            let stem = part.split('.').next().unwrap().to_lowercase();
            !part.is_empty()
                && part.len() <= 110
                && !part.starts_with('.')
                && stem != "con"
                && part.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte))
        };
        assert!(path.split('/').all(is_plain), "{path}");
    }
    let files = written(&plan);
    walk(&files);
    let areas = files.keys().filter(|path| path.starts_with("nl/gebied/")).count();
    assert_eq!(areas, N + 2, "each area has its page");
    let names = text(&files, "assets/names.js");
    assert!(names.contains("\"~2E~2E\"") && names.contains("\"~43ON\""), "the search knows where they are: {names}");
}

#[test]
fn two_areas_with_one_file_are_refused_and_not_written_over_each_other() {
    let mut raw = country::raw("build-1", 0.0);
    raw.levels[1].codes[N - 1] = code(6).to_lowercase();
    let site = of(Snapshot::new(raw).unwrap());
    let clash = Plan::new(&site).unwrap_err();
    assert!(matches!(&clash, NoSite::Clash { path } if path.contains("bu00010006")), "{clash}");
}

#[test]
fn the_same_build_gives_the_same_bytes_in_any_order() {
    let (one, other) = (site(), site());
    let (one, other) = (Plan::new(&one).unwrap(), Plan::new(&other).unwrap());
    let forwards = written(&one);
    let backwards: Files = {
        let paths: Vec<&str> = other.paths().collect();
        (0..paths.len()).rev().map(|at| (paths[at].to_owned(), other.bytes(at).unwrap())).collect()
    };
    assert_eq!(forwards.keys().collect::<Vec<_>>(), backwards.keys().collect::<Vec<_>>());
    for (path, bytes) in &forwards {
        assert!(backwards[path] == *bytes, "{path}");
    }
}

/// The catalogue and the number of tiles by zoom, where the neighbourhoods have these outlines, in degrees.
fn tiles_of(outlines: &[Vec<Vec<Vec<[f64; 2]>>>]) -> (Value, BTreeMap<u8, Vec<String>>) {
    let mut raw = country::raw("build-1", 0.0);
    let wkb = (0..N).map(|area| outlines.get(area).and_then(|polygons| country::wkb(polygons))).collect();
    raw.levels[1].outlines = Some(Outlines { srs: 4326, wkb });
    let site = of(Snapshot::new(raw).unwrap());
    let plan = Plan::of(&site, false).unwrap();
    let at = plan.paths().position(|path| path == "v1/catalogue.json").unwrap();
    let catalogue: Value = serde_json::from_slice(&plan.bytes(at).unwrap()).unwrap();
    let mut by_zoom: BTreeMap<u8, Vec<String>> = BTreeMap::new();
    for path in plan.paths() {
        if let Some((_, place)) = path.split_once("/neighbourhood/tiles/") {
            by_zoom.entry(place.split('/').next().unwrap().parse().unwrap()).or_default().push(place.to_owned());
        }
    }
    (catalogue["levels"][1].clone(), by_zoom)
}

/// A piece of land between two corners.
fn land([west, south]: [f64; 2], [east, north]: [f64; 2]) -> Vec<Vec<[f64; 2]>> {
    vec![vec![[west, south], [west, north], [east, north], [east, south]]]
}

#[test]
fn a_map_of_the_world_is_written_to_a_smaller_zoom_and_the_catalogue_says_to_which() {
    let (level, by_zoom) = tiles_of(&[vec![land([-180.0, -80.0], [180.0, 80.0])]]);
    // Of the 4^zoom tiles of a zoom nearly all hold a part of it: 0 to 7 are 21,845, and 8 is 65,536 more.
    assert_eq!(level["maxZoom"], 7);
    assert_eq!(by_zoom.keys().copied().collect::<Vec<_>>(), (0..=7).collect::<Vec<_>>());
    let n: usize = by_zoom.values().map(Vec::len).sum();
    assert!((10_000..=50_000).contains(&n), "{n} tiles");
}

#[test]
fn islands_on_both_sides_of_the_180th_meridian_bring_no_tiles_of_the_sea_between_them() {
    let islands = vec![land([-179.9, 51.0], [-179.8, 51.1]), land([179.8, 52.0], [179.9, 52.1])];
    let (level, by_zoom) = tiles_of(&[islands, vec![land([-150.0, 61.0], [-149.9, 61.1])]]);
    // The box around them holds some 250,000 tiles of zoom 12 alone.
    assert_eq!(level["maxZoom"], 12);
    let n: usize = by_zoom.values().map(Vec::len).sum();
    assert!((13..200).contains(&n), "{n} tiles");
    // Longitude 179.85 and latitude 52.05 lie in column floor(359.85 / 360 * 4096) = 4094, and in row 1352.
    assert!(by_zoom[&12].iter().any(|place| place == "12/1352/4094.pbf"), "{:?}", by_zoom[&12]);
}
