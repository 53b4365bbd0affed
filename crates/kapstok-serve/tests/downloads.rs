// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Files to take along, as they come over the wire. What is in each form: the tests of `kapstok_share::files`.

#![allow(clippy::unwrap_used, reason = "a test that finds nothing has failed")]

mod country;

use std::collections::BTreeMap;
use std::sync::Arc;

use country::{GATED, N, SECRET, ask, ask_with, code, get, raw, served, share, square, wkb};
use kapstok_serve::export::Plan;
use kapstok_serve::{Served, Site, Told};
use kapstok_share::snapshot::{RawBuild, Snapshot};
use serde_json::Value;

/// Fields of a row by title.
type Row = BTreeMap<String, String>;

/// The rows of a CSV file without quotes in it, by the code of the area.
fn rows(text: &str, separator: char) -> BTreeMap<String, Row> {
    let mut lines = text.trim_start_matches('\u{feff}').lines();
    let titles: Vec<&str> = lines.next().unwrap().split(separator).collect();
    let fields = |line: &str| -> Row {
        titles.iter().map(|it| (*it).to_owned()).zip(line.split(separator).map(str::to_owned)).collect()
    };
    lines.filter(|line| !line.contains('"')).map(fields).map(|row| (row["area"].clone(), row)).collect()
}

#[test]
fn every_file_of_the_list_is_there_under_its_own_name_and_kind() {
    let (served, list) = (served(), get("/v1/downloads"));
    let files = list["files"].as_array().unwrap();
    // Two levels with a map, each in all forms.
    assert_eq!(files.len(), 2 * 7);
    for file in files {
        let path = format!("/v1/{}", file["href"].as_str().unwrap());
        let reply = ask_with(&served, "GET", &path, &[]);
        assert_eq!((reply.status.as_u16(), reply.header("content-type")), (200, file["mediaType"].as_str().unwrap()));
        let named = format!("attachment; filename=\"{}\"", file["fileName"].as_str().unwrap());
        assert_eq!(reply.header("content-disposition"), named);
        assert!(named.contains("build-1") && named.contains("2024"), "{named}: which build, which map");
        // The same bytes once more, a part of them, and nothing for who has them.
        assert_eq!(ask_with(&served, "GET", &path, &[]).body, reply.body);
        let part = ask_with(&served, "GET", &path, &[("range", "bytes=1-4")]);
        assert_eq!((part.status.as_u16(), &part.body[..]), (206, &reply.body[1..5]));
        let known = ask_with(&served, "GET", &path, &[("if-none-match", reply.header("etag"))]);
        assert_eq!((known.status.as_u16(), known.body.len()), (304, 0));
    }
}

#[test]
fn a_table_to_take_along_has_the_figures_of_the_snapshot_and_none_of_a_small_area() {
    for (path, separator, point) in
        [("/v1/downloads/neighbourhood.csv", ',', "."), ("/v1/downloads/neighbourhood.nl.csv", ';', ",")]
    {
        let body = ask(path).body;
        let rows = rows(std::str::from_utf8(&body).unwrap(), separator);
        assert!(rows.len() >= N - 1, "{path}: {} rows", rows.len());
        for (index, row) in (0..N).filter_map(|index| Some((index, rows.get(&code(index))?))) {
            let (value, state) = (&row["share"], &row["share_state"]);
            match index {
                GATED => assert_eq!((value.as_str(), state.as_str()), ("", "too_few_residents")),
                SECRET => assert_eq!((value.as_str(), state.as_str()), ("", "secret")),
                _ => assert_eq!(value.replace(point, ".").parse(), Ok(share(index)), "{path}: {row:?}"),
            }
        }
    }
}

#[test]
fn a_file_that_there_is_not_is_refused_with_where_the_others_are() {
    for path in ["neighbourhood", "neighbourhood.", "neighbourhood.exe", "street.csv", "neighbourhood.csv.zip.csv"] {
        let reply = ask(&format!("/v1/downloads/{path}"));
        assert_eq!((reply.status.as_u16(), reply.header("content-type")), (404, "application/problem+json"), "{path}");
        assert!(reply.json()["hint"].as_str().unwrap().contains("/v1/downloads"), "{path}");
    }
    for path in ["..%2fbuild.json", "neighbourhood.csv?unknown=1"] {
        assert_eq!(ask(&format!("/v1/downloads/{path}")).status, 400, "{path}");
    }
}

fn site(raw: RawBuild) -> Site {
    Site::new(Snapshot::new(raw).unwrap(), Told::default())
}

/// The country with its neighbourhoods in another system, from a corner to the east and north.
fn moved(srs: u32, [x, y]: [f64; 2], side: f64) -> RawBuild {
    let mut raw = raw("build-1", 0.0);
    let outlines = raw.levels[1].outlines.as_mut().unwrap();
    let corner = |index: usize| [x + side * (index % 4) as f64, y + side * (index / 4) as f64];
    outlines.srs = srs;
    outlines.wkb = (0..N).map(|index| wkb(&[vec![square(corner(index), side)]])).collect();
    raw
}

/// That every file of the list, of the page and of the site of plain files is there; gives their names.
fn all_that_is_named(raw: impl Fn() -> RawBuild) -> Vec<String> {
    let served = Arc::new(Served::new(site(raw())));
    let list = ask_with(&served, "GET", "/v1/downloads", &[]).json();
    let page = ask_with(&served, "GET", "/en/downloads", &[]);
    let page = String::from_utf8(page.body.to_vec()).unwrap();
    let named = |file: &Value| file["href"].as_str().unwrap().trim_start_matches("downloads/").to_owned();
    let names: Vec<String> = list["files"].as_array().unwrap().iter().map(named).collect();
    let site = site(raw());
    let plan = Plan::new(&site).unwrap();
    for name in &names {
        let path = format!("/v1/downloads/{name}");
        assert_eq!(ask_with(&served, "GET", &path, &[]).status, 200, "{path}");
        assert!(page.contains(&format!("href=\"{path}\"")), "{path} in {page}");
        assert!(plan.paths().any(|path| path.ends_with(name.as_str())), "{name}");
    }
    assert_eq!(page.matches("href=\"/v1/downloads/").count(), names.len());
    assert_eq!(plan.counts()["downloads"], names.len());
    (0..plan.len()).for_each(|at| drop(plan.bytes(at).unwrap()));
    names
}

#[test]
fn a_map_that_leads_to_no_degrees_is_named_in_every_form_but_geojson_and_the_rest_goes_on() {
    let raw = || moved(27_700, [530_000.0, 180_000.0], 1_000.0);
    let names = all_that_is_named(raw);
    let of_level: Vec<&String> = names.iter().filter(|name| name.starts_with("neighbourhood.")).collect();
    assert_eq!((of_level.len(), names.len()), (6, 6 + 7));
    assert!(names.contains(&"neighbourhood.gpkg".to_owned()) && !names.contains(&"neighbourhood.geojson".to_owned()));
    let served = Arc::new(Served::new(site(raw())));
    let refused = ask_with(&served, "GET", "/v1/downloads/neighbourhood.geojson", &[]);
    assert_eq!(refused.status, 404);
    let hint = refused.json()["hint"].as_str().unwrap().to_owned();
    assert!(hint.contains("27700") && hint.contains("/v1/downloads/neighbourhood.gpkg"), "{hint}");
}

#[test]
fn a_map_in_european_degrees_lies_in_one_place_on_pages_in_answers_and_in_files() {
    let raw = || moved(4258, [5.0, 52.0], 0.01);
    all_that_is_named(raw);
    let served = Arc::new(Served::new(site(raw())));
    let get = |path: &str| ask_with(&served, "GET", path, &[]).json();
    let bbox = get("/v1/collections/neighbourhood")["extent"]["spatial"]["bbox"][0].clone();
    let bbox: Vec<f64> = serde_json::from_value(bbox).unwrap();
    assert_eq!((bbox[0], bbox[1]), (5.0, 52.0));
    let first = |path: &str| get(path)["features"][0]["geometry"]["coordinates"][0][0][0].clone();
    let items = "/v1/collections/neighbourhood/items";
    // Against the clock the south-east corner comes first here.
    assert_eq!(first(items), serde_json::json!([5.01, 52]));
    assert_eq!(first("/v1/downloads/neighbourhood.geojson"), serde_json::json!([5.01, 52.0]));
    let european = "http://www.opengis.net/def/crs/EPSG/0/4258";
    assert_eq!(first(&format!("{items}?crs={european}")), serde_json::json!([52, 5.01]), "as its definition says");
    let area = get(&format!("/v1/areas/{}", code(0)));
    let directions: Vec<&str> =
        area["neighbours"].as_array().unwrap().iter().map(|it| it["direction"].as_str().unwrap()).collect();
    assert_eq!(directions, ["north", "north-east", "east"]);
}

#[test]
fn one_outline_that_cannot_be_read_is_one_area_without_a_place_everywhere() {
    let raw = || {
        let mut raw = raw("build-1", 0.0);
        raw.levels[1].outlines.as_mut().unwrap().wkb[6] = Some(Box::from(*b"no outline"));
        raw
    };
    assert_eq!(all_that_is_named(raw).len(), 2 * 7);
    let served = Arc::new(Served::new(site(raw())));
    let get = |path: String| ask_with(&served, "GET", &path, &[]).json();
    assert!(get(format!("/v1/collections/neighbourhood/items/{}", code(6)))["geometry"].is_null());
    assert_eq!(get(format!("/v1/areas/{}", code(6)))["neighbours"], serde_json::json!([]));
    // Pages and answers name the same neighbours of the one beside it, in the same order.
    let area = get(format!("/v1/areas/{}", code(5)));
    let neighbours: Vec<&str> =
        area["neighbours"].as_array().unwrap().iter().map(|it| it["code"].as_str().unwrap()).collect();
    assert!(!neighbours.contains(&code(6).as_str()) && neighbours.len() > 4, "{neighbours:?}");
    let page = ask_with(&served, "GET", &format!("/en/area/{}", code(5)), &[]);
    let page = String::from_utf8(page.body.to_vec()).unwrap();
    let beside = page.split("id=\"neighbours\"").nth(1).unwrap_or_else(|| panic!("{page}"));
    let places: Vec<usize> =
        neighbours.iter().map(|code| beside.find(*code).unwrap_or_else(|| panic!("{code}"))).collect();
    assert!(places.is_sorted(), "{neighbours:?} {places:?}");
}
