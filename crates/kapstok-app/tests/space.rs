// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `kapstok space` on an invented map: what comes out, and what is said of what is wrong.

#![expect(clippy::disallowed_methods, reason = "tests of files open files")]
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::path::Path;

use assert_cmd::Command;

struct Run {
    status: i32,
    out: String,
    error: String,
}

fn kapstok(dir: &Path, arguments: &[&str]) -> Run {
    let mut command = Command::cargo_bin("kapstok").unwrap();
    let output = command.args(["--lang", "en", "space"]).args(arguments).current_dir(dir).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    Run { status: output.status.code().unwrap(), out: text(output.stdout), error: text(output.stderr) }
}

/// Squares on a lattice of 6 by 6: high in a corner, one without a figure; and one far off. In metres of the Dutch grid.
fn map() -> tempfile::TempDir {
    let mut features = Vec::new();
    let mut square = |name: &str, x: f64, y: f64, figure: &str, cases: u32| {
        features.push(format!(
            r#"{{"type":"Feature","properties":{{"code":"{name}","figure":{figure},"cases":{cases},"people":100}},"geometry":{{"type":"Polygon","coordinates":[[[{x},{y}],[{e},{y}],[{e},{n}],[{x},{n}],[{x},{y}]]]}}}}"#,
            e = x + 100.0,
            n = y + 100.0
        ));
    };
    for at in 0..36_u32 {
        let (x, y) = (at % 6, at / 6);
        let high = x < 3 && y < 3;
        let figure = if at == 35 { "null".to_owned() } else { (10 * u32::from(high) + (7 * at) % 4).to_string() };
        square(
            &format!("A{at:02}"),
            1e5 + 100.0 * f64::from(x),
            4e5 + 100.0 * f64::from(y),
            &figure,
            1 + 6 * u32::from(high),
        );
    }
    square("FAR", 2e5, 5e5, "3", 1);
    let dir = tempfile::tempdir().unwrap();
    let text = format!(
        r#"{{"type":"FeatureCollection","crs":{{"type":"name","properties":{{"name":"urn:ogc:def:crs:EPSG::28992"}}}},"features":[{}]}}"#,
        features.join(",")
    );
    std::fs::write(dir.path().join("map.geojson"), text).unwrap();
    dir
}

fn row<'a>(run: &'a Run, code: &str) -> Vec<&'a str> {
    run.out.lines().find(|line| line.starts_with(code)).unwrap().split(',').collect()
}

#[test]
fn a_corner_of_high_areas_is_found_and_the_island_is_named() {
    let dir = map();
    let local = ["map.geojson", "--stat", "local-moran", "--value", "figure", "--seed", "7"];
    let run = kapstok(dir.path(), &local);
    assert_eq!(run.status, 0, "{}", run.error);
    assert_eq!(run.out.lines().next(), Some("code,value,statistic,quadrant,p,fdr,island"));
    let corner = row(&run, "A07");
    assert_eq!((corner[3], corner[5], corner[6]), ("high-high", "true", "false"));
    assert!(corner[4].parse::<f64>().unwrap() < 0.005);
    assert_eq!(row(&run, "A35"), ["A35", "", "", "", "", "", "false"]);
    assert_eq!(row(&run, "FAR"), ["FAR", "3", "", "", "", "", "true"]);
    assert!(run.error.contains("37 areas, 1 without a figure"), "{}", run.error);
    assert!(run.error.contains("1 island") && run.error.contains("FAR"), "{}", run.error);
    assert_eq!(kapstok(dir.path(), &local).out, run.out);
    // Gi* has the same probabilities, and a score of its own.
    let star = kapstok(dir.path(), &["map.geojson", "--stat", "gi-star", "--value", "figure", "--seed", "7"]);
    assert!(row(&star, "A07")[2].parse::<f64>().unwrap() > 3.0);
    assert_eq!(row(&star, "A07")[3], corner[4]);
    let whole = kapstok(dir.path(), &["map.geojson", "--stat", "moran", "--value", "figure"]);
    assert!(whole.out.starts_with("moran,expected,variance_normal,"), "{}", whole.out);
    assert!(whole.out.lines().nth(1).unwrap().split(',').next().unwrap().parse::<f64>().unwrap() > 0.4);
}

#[test]
fn a_list_of_neighbours_that_was_written_gives_the_same_again() {
    let dir = map();
    let typed = |weights: &'static str| ["map.geojson", "--stat", "gi", "--value", "figure", "--weights", weights];
    let first = kapstok(dir.path(), &[&typed("rook")[..], &["--gal", "out.gal"]].concat());
    assert_eq!(first.status, 0, "{}", first.error);
    let gal = std::fs::read_to_string(dir.path().join("out.gal")).unwrap();
    assert!(gal.starts_with("0 37 map code\nA00 2\nA01 A06\n") && gal.contains("FAR 0\n\n"), "{gal}");
    assert_eq!(kapstok(dir.path(), &typed("out.gal")).out, first.out);
    std::fs::write(dir.path().join("out.gal"), gal.replace("FAR", "FOR")).unwrap();
    let other = kapstok(dir.path(), &typed("out.gal"));
    assert!(other.status == 1 && other.error.contains("K0705") && other.error.contains("FAR"), "{}", other.error);
    for weights in ["queen", "knn:4", "within:1.0"] {
        assert_eq!(kapstok(dir.path(), &typed(weights)).status, 0, "{weights}");
    }
}

#[test]
fn a_scan_and_classes_say_what_they_found() {
    let dir = map();
    let scan = ["map.geojson", "--stat", "scan", "--cases", "cases", "--population", "people", "--permutations", "99"];
    let run = kapstok(dir.path(), &scan);
    assert_eq!(run.status, 0, "{}", run.error);
    let corner = row(&run, "A07");
    assert_eq!((corner[3], corner[6]), ("1", "0.01"));
    assert!(run.error.contains("1 circle with p at most 0.05"), "{}", run.error);
    let run = kapstok(dir.path(), &["map.geojson", "--stat", "classes", "--value", "figure", "--classes", "2"]);
    assert_eq!((row(&run, "A07")[2], row(&run, "FAR")[2], row(&run, "A35")[2]), ("2", "1", ""));
    assert!(run.error.contains("2 classes, up to 3 13"), "{}", run.error);
    let rates = ["map.geojson", "--stat", "local-moran", "--cases", "cases", "--population", "people"];
    assert_eq!(row(&kapstok(dir.path(), &rates), "A07")[3], "high-high");
}

#[test]
fn what_is_wrong_is_told_with_what_to_type() {
    let dir = map();
    std::fs::write(dir.path().join("table.csv"), "code,figure\nA,1\n").unwrap();
    let text = std::fs::read_to_string(dir.path().join("map.geojson")).unwrap();
    std::fs::write(dir.path().join("marks.geojson"), text.replace("null", "\"x\"")).unwrap();
    let told = |arguments: &[&str], code: &str, hint: &str| {
        let run = kapstok(dir.path(), arguments);
        assert!(run.status == 1 && run.error.contains(code) && run.error.contains(hint), "{code}: {}", run.error);
    };
    told(&["table.csv", "--stat", "moran", "--value", "figure"], "K0700", ".fgb");
    told(&["map.geojson", "--stat", "moran", "--value", "figur"], "K0701", "did you mean `figure`?");
    told(&["marks.geojson", "--stat", "moran", "--value", "figure"], "K0702", "--missing \"x\"");
    told(&["map.geojson", "--stat", "moran", "--value", "figure", "--weights", "knn:0"], "K0703", "knn:8");
    std::fs::write(dir.path().join("bad.gal"), "x").unwrap();
    told(&["map.geojson", "--stat", "moran", "--value", "figure", "--weights", "bad.gal"], "K0704", "number of areas");
    told(&["map.geojson", "--stat", "moran", "--value", "people"], "K0706", "same figure");
    told(&["map.geojson", "--stat", "scan", "--value", "figure"], "K0707", "--population");
    told(&["map.geojson", "--stat", "moran", "--value", "figure", "--code", "people"], "K0708", "--code");
    told(
        &["map.geojson", "--stat", "scan", "--cases", "people", "--population", "cases", "--largest", "0.7"],
        "K0709",
        "0.5",
    );
    let marked = kapstok(dir.path(), &["marks.geojson", "--stat", "moran", "--value", "figure", "--missing", "x"]);
    assert_eq!(marked.status, 0, "{}", marked.error);
}

/// Blocks of land in a row, 100 metres high: code, where it begins, how wide it is, and its columns.
fn blocks(path: &Path, crs: u32, rows: &[(&str, f64, f64, &str)]) {
    let feature = |(code, x, wide, columns): &(&str, f64, f64, &str)| {
        let (west, east, south, north) = (1e5 + x, 1e5 + x + wide, 4e5, 4e5 + 100.0);
        format!(
            r#"{{"type":"Feature","properties":{{"code":"{code}"{columns}}},"geometry":{{"type":"Polygon","coordinates":[[[{west},{south}],[{east},{south}],[{east},{north}],[{west},{north}],[{west},{south}]]]}}}}"#
        )
    };
    let features: Vec<String> = rows.iter().map(feature).collect();
    let crs = format!(r#"{{"type":"name","properties":{{"name":"urn:ogc:def:crs:EPSG::{crs}"}}}}"#);
    let text = format!(r#"{{"type":"FeatureCollection","crs":{crs},"features":[{}]}}"#, features.join(","));
    std::fs::write(path, text).unwrap();
}

#[test]
fn figures_of_one_map_stand_on_the_areas_of_another_with_what_is_known_of_each() {
    let dir = tempfile::tempdir().unwrap();
    let source = [
        ("A", 0.0, 400.0, r#","people":100,"poor":10"#),
        ("B", 400.0, 400.0, r#","people":300,"poor":30"#),
        ("C", 800.0, 400.0, r#","people":null,"poor":20"#),
    ];
    blocks(&dir.path().join("old.geojson"), 28_992, &source);
    let target =
        [("left", -100.0, 300.0, ""), ("middle", 200.0, 400.0, ""), ("right", 700.0, 200.0, ""), ("far", 5e3, 9.0, "")];
    blocks(&dir.path().join("new.geojson"), 28_992, &target);
    let typed = ["old.geojson", "--onto", "new.geojson", "--count", "people", "--share", "poor"];
    let run = kapstok(dir.path(), &[&typed[..], &["--weight", "people", "--least", "0.6"]].concat());
    assert_eq!(run.status, 0, "{}", run.error);
    assert_eq!(
        run.out.lines().next(),
        Some("code,people,people covered,people areas,poor,poor covered,poor areas,assumed")
    );
    let even = "evenly over each area";
    // Half of A; half of A and half of B, where (10 * 50 + 30 * 150) / 200 are poor; of `right` one half is not known.
    assert_eq!(row(&run, "left"), ["left", "50", "0.666666667", "1", "10", "0.666666667", "1", even]);
    assert_eq!(row(&run, "middle"), ["middle", "200", "1", "2", "25", "1", "2", even]);
    assert_eq!(row(&run, "right"), ["right", "", "0.5", "1", "", "0.5", "1", even]);
    assert_eq!(row(&run, "far"), ["far", "", "0", "0", "", "0", "0", even]);
    assert!(run.error.contains("3 areas on 4 others: 5 pairs"), "{}", run.error);
    assert!(
        run.error.contains("people: 400 on the first map, of which 150 is in no area with a figure"),
        "{}",
        run.error
    );
    assert!(run.error.contains("mean by `people`") && run.error.contains("lies evenly"), "{}", run.error);
    // By land the mean of the middle is 20.
    let by_land = kapstok(dir.path(), &typed);
    assert_eq!(row(&by_land, "middle")[4], "20");
    assert!(by_land.error.contains("mean by land"), "{}", by_land.error);
}

#[test]
fn what_cannot_go_to_another_map_is_told_with_what_to_type() {
    let dir = tempfile::tempdir().unwrap();
    let path = |name: &str| dir.path().join(name);
    blocks(&path("old.geojson"), 28_992, &[("A", 0.0, 400.0, r#","people":100,"debt":-3"#)]);
    blocks(&path("far.geojson"), 28_992, &[("B", 9e3, 400.0, "")]);
    blocks(&path("unknown.geojson"), 27_700, &[("B", 0.0, 400.0, "")]);
    let told = |arguments: &[&str], code: &str, hint: &str| {
        let run = kapstok(dir.path(), &[&["old.geojson", "--onto"][..], arguments].concat());
        assert!(run.status == 1 && run.error.contains(code) && run.error.contains(hint), "{code}: {}", run.error);
        assert!(run.out.is_empty(), "{}", run.out);
    };
    told(&["old.geojson"], "K0795", "--share");
    told(&["far.geojson", "--count", "people"], "K0796", "no land in common");
    told(&["unknown.geojson", "--count", "people"], "K0796", "different systems");
    told(&["old.geojson", "--share", "people", "--weight", "debt"], "K0797", "behind --weight");
    told(&["old.geojson", "--count", "peple"], "K0701", "did you mean `people`?");
    let both = kapstok(dir.path(), &["old.geojson", "--onto", "old.geojson", "--stat", "moran", "--count", "people"]);
    assert_eq!(both.status, 2, "{}", both.error);
    assert_eq!(kapstok(dir.path(), &["old.geojson", "--count", "people"]).status, 2);
    // What would be passed over is refused.
    let typed = ["old.geojson", "--onto", "old.geojson", "--count", "people"];
    for more in [["--value", "debt"], ["--cases", "debt"], ["--population", "people"], ["--weight", "people"]] {
        let run = kapstok(dir.path(), &[&typed[..], &more].concat());
        assert!(run.status == 2 && run.out.is_empty(), "{more:?}: {}", run.error);
    }
    assert_eq!(kapstok(dir.path(), &typed).status, 0);
}

#[test]
fn where_areas_of_the_second_map_overlap_more_is_told_and_not_less_than_nothing() {
    let dir = tempfile::tempdir().unwrap();
    blocks(&dir.path().join("old.geojson"), 28_992, &[("A", 0.0, 300.0, r#","people":100"#)]);
    // Two thirds of A each: a third lies in both, 33.333 of 100.
    let target = [("left", 0.0, 200.0, ""), ("right", 100.0, 200.0, "")];
    blocks(&dir.path().join("new.geojson"), 28_992, &target);
    let run = kapstok(dir.path(), &["old.geojson", "--onto", "new.geojson", "--count", "people"]);
    assert_eq!(run.status, 0, "{}", run.error);
    let told = "people: 100 on the first map, and together 33.333 more on the second: areas of the second map overlap";
    assert!(run.error.contains(told) && run.error.contains("less than 0.95 of them"), "{}", run.error);
}
