// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Files to take along, as they come over the wire. What is in each form: the tests of `kapstok_share::files`.

#![allow(clippy::unwrap_used, reason = "a test that finds nothing has failed")]

mod country;

use std::collections::BTreeMap;

use country::{GATED, N, SECRET, ask, ask_with, code, get, served, share};

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
