// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Two invented neighbours that share a line, worked by hand.

use super::super::{read, sheets};
use crate::limits::Limits;
use crate::raw::{CellKind, RawTable};
use crate::read::ReadOptions;

/// Steps of 2 by 3 from (10, 20). Arcs, on the grid and as positions:
///
/// * 0: (1,0) (1,1), the shared line from the south to the north: (12,20) (12,23).
/// * 1: (1,1) (0,1) (0,0) (1,0), the west of A: (12,23) (10,23) (10,20) (12,20).
/// * 2: (1,0) (2,0) (2,1) (1,1), the east of B: (12,20) (14,20) (14,23) (12,23).
const ARCS: &str = r#""transform":{"scale":[2,3],"translate":[10,20]},
    "arcs":[[[1,0],[0,1]],[[1,1],[-1,0],[0,-1],[1,0]],[[1,0],[1,0],[0,1],[-1,0]]]"#;

fn topology(objects: &str) -> String {
    // Objects first: their arcs come later.
    format!(r#"{{"type":"Topology","objects":{{{objects}}},{ARCS}}}"#)
}

fn areas(geometries: &str) -> String {
    topology(&format!(r#""areas":{{"type":"GeometryCollection","geometries":[{geometries}]}}"#))
}

fn table(text: &str) -> (Option<RawTable>, Vec<(&'static str, Option<u32>)>) {
    let (table, problems) = read("a.json", text.as_bytes(), &ReadOptions::default(), &Limits::default());
    (table, problems.iter().map(|problem| (problem.code, problem.place.row)).collect())
}

/// The kind of a shape, all counts in it and all positions.
fn shape(wkb: &[u8]) -> (u32, Vec<u32>, Vec<(f64, f64)>) {
    fn part(wkb: &mut &[u8], counts: &mut Vec<u32>, positions: &mut Vec<(f64, f64)>) -> u32 {
        let (head, rest) = wkb.split_at(5);
        *wkb = rest;
        let kind = u32::from_le_bytes(head[1..].try_into().unwrap());
        let count = |wkb: &mut &[u8], counts: &mut Vec<u32>| {
            let (n, rest) = wkb.split_at(4);
            *wkb = rest;
            counts.push(u32::from_le_bytes(n.try_into().unwrap()));
            counts[counts.len() - 1]
        };
        let position = |wkb: &mut &[u8], positions: &mut Vec<(f64, f64)>| {
            let (xy, rest) = wkb.split_at(16);
            *wkb = rest;
            let number = |at: usize| f64::from_le_bytes(xy[at..at + 8].try_into().unwrap());
            positions.push((number(0), number(8)));
        };
        match kind {
            1 => position(wkb, positions),
            2 => (0..count(wkb, counts)).for_each(|_| position(wkb, positions)),
            3 => (0..count(wkb, counts)).for_each(|_| (0..count(wkb, counts)).for_each(|_| position(wkb, positions))),
            _ => (0..count(wkb, counts)).for_each(|_| {
                part(wkb, counts, positions);
            }),
        }
        kind
    }
    let (mut rest, mut counts, mut positions) = (wkb, Vec::new(), Vec::new());
    let kind = part(&mut rest, &mut counts, &mut positions);
    assert_eq!(rest, b"", "bytes behind the shape");
    (kind, counts, positions)
}

#[test]
fn neighbours_share_a_line_that_one_of_them_walks_backwards() {
    let text = areas(
        r#"{"type":"Polygon","arcs":[[0,1]],"properties":{"code":"BU00010001","n":5}},
           {"type":"Polygon","arcs":[[2,-1]],"properties":{"code":"BU00010002","n":2.5}}"#,
    );
    let (table, problems) = table(&text);
    let table = table.unwrap();
    assert_eq!(problems, []);
    assert_eq!((table.n_rows(), table.sheet(), table.srs()), (2, Some("areas"), Some(4326)));
    assert_eq!((table.cell(0, 0).text, table.cell(1, 1).text), ("BU00010001", "2.5"));
    let west = vec![(12.0, 20.0), (12.0, 23.0), (10.0, 23.0), (10.0, 20.0), (12.0, 20.0)];
    assert_eq!(shape(table.geometry(0).unwrap()), (3, vec![1, 5], west));
    let east = vec![(12.0, 20.0), (14.0, 20.0), (14.0, 23.0), (12.0, 23.0), (12.0, 20.0)];
    assert_eq!(shape(table.geometry(1).unwrap()), (3, vec![1, 5], east));
}

#[test]
fn every_kind_of_shape_is_written() {
    let line = vec![(12.0, 23.0), (12.0, 20.0)];
    let cases = [
        (r#"{"type":"LineString","arcs":[-1]}"#, (2, vec![2], line.clone())),
        (r#"{"type":"MultiLineString","arcs":[[-1]]}"#, (5, vec![1, 2], line)),
        (r#"{"type":"Point","coordinates":[1,1]}"#, (1, vec![], vec![(12.0, 23.0)])),
        (r#"{"type":"MultiPoint","coordinates":[[0,0],[1,1]]}"#, (4, vec![2], vec![(10.0, 20.0), (12.0, 23.0)])),
    ];
    for (geometry, expected) in cases {
        let (table, problems) = table(&areas(geometry));
        assert_eq!(problems, [], "{geometry}");
        assert_eq!(shape(table.unwrap().geometry(0).unwrap()), expected, "{geometry}");
    }
    let counts = |geometry: &str| {
        let table = table(&areas(geometry)).0.unwrap();
        let (kind, counts, _) = shape(table.geometry(0).unwrap());
        (kind, counts)
    };
    // Two polygons of one ring of five positions each.
    assert_eq!(counts(r#"{"type":"MultiPolygon","arcs":[[[0,1]],[[2,-1]]]}"#), (6, vec![2, 1, 5, 1, 5]));
    let parts = r#"{"type":"GeometryCollection","geometries":[{"type":"Polygon","arcs":[[0,1]]},{"type":"Point","coordinates":[0,0]}]}"#;
    assert_eq!(counts(parts), (7, vec![2, 1, 5]));
}

#[test]
fn a_ring_is_closed_and_what_shrank_to_a_point_stays_a_ring() {
    // Arc 1 alone is the west of A without its east side: four positions, and the first once more.
    let open = table(&areas(r#"{"type":"Polygon","arcs":[[1]]}"#)).0.unwrap();
    let (_, counts, positions) = shape(open.geometry(0).unwrap());
    assert_eq!((counts, positions[0], positions[4]), (vec![1, 5], (12.0, 23.0), (12.0, 23.0)));
    let text = r#"{"type":"Topology","arcs":[[[7,8],[0,0]]],"transform":{"scale":[1,1],"translate":[0,0]},
        "objects":{"a":{"type":"Polygon","arcs":[[0]]}}}"#;
    let small = table(text).0.unwrap();
    assert_eq!(shape(small.geometry(0).unwrap()), (3, vec![1, 4], vec![(7.0, 8.0); 4]));
}

#[test]
fn without_a_transform_positions_stand_as_they_are_and_the_system_is_only_told_when_it_shows() {
    let text = |more: &str, x: u32| {
        format!(
            r#"{{"type":"Topology",{more}"arcs":[[[{x},5],[1,5],[1,6],[{x},5]]],"objects":{{"a":{{"type":"Polygon","arcs":[[0]]}}}}}}"#
        )
    };
    let rd = r#""crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::28992"}},"#;
    for (text, x, srs) in
        [(text("", 3), 3.0, Some(4326)), (text("", 155_000), 155_000.0, None), (text(rd, 3), 3.0, Some(28_992))]
    {
        let table = table(&text).0.unwrap();
        assert_eq!(shape(table.geometry(0).unwrap()).2, [(x, 5.0), (1.0, 5.0), (1.0, 6.0), (x, 5.0)]);
        assert_eq!(table.srs(), srs, "{text}");
    }
}

#[test]
fn a_code_may_stand_beside_the_properties() {
    let text = areas(
        r#"{"type":null,"id":"GM0001","properties":{"a":1}},{"type":null,"id":"x","properties":{"id":"GM0002","a":2}}"#,
    );
    let (table, problems) = table(&text);
    let table = table.unwrap();
    assert_eq!(problems, []);
    assert_eq!(table.titles().collect::<Vec<_>>(), ["a", "id"]);
    assert_eq!((table.cell(0, 1).text, table.cell(1, 1).text), ("GM0001", "GM0002"));
    assert_eq!((table.cell(0, 1).kind, table.geometry(0)), (CellKind::Text, None));
}

#[test]
fn a_layer_is_chosen_by_its_name() {
    let layer = |name: &str, n: u32| {
        format!(r#""{name}":{{"type":"GeometryCollection","geometries":[{{"type":null,"properties":{{"n":{n}}}}}]}}"#)
    };
    let text = topology(&format!("{},{}", layer("wijken", 1), layer("buurten", 2)));
    assert_eq!(sheets(text.as_bytes(), &Limits::default()), ["wijken", "buurten"]);
    let chosen = |sheet: Option<&str>| {
        let options = ReadOptions { sheet: sheet.map(str::to_owned), header_rows: 1 };
        let (table, problems) = read("a.json", text.as_bytes(), &options, &Limits::default());
        let codes: Vec<_> = problems.iter().map(|problem| (problem.code, problem.fact("nearest"))).collect();
        (table.map(|table| table.cell(0, 0).text.to_owned()), format!("{codes:?}"))
    };
    assert_eq!(chosen(Some("buurten")), (Some("2".into()), "[]".into()));
    assert_eq!(chosen(None), (Some("1".into()), r#"[("K0314", None)]"#.into()));
    assert_eq!(chosen(Some("buurtem")), (None, r#"[("K0308", Some("buurten"))]"#.into()));
    assert_eq!(sheets(br#"{"value":[{"a":1}]}"#, &Limits::default()), Vec::<String>::new());
}

#[test]
fn lines_that_are_not_there_or_do_not_meet_leave_the_row_without_a_boundary() {
    for arcs in ["[[3]]", "[[-4]]", "[[0.5]]", "[[1e300]]", "[[]]", "[0]", "[[[0]]]", "5", "[[0],5]", "[[0,2]]"] {
        let geometry = format!(r#"{{"type":"Polygon","arcs":{arcs},"properties":{{"n":1}}}}"#);
        let (table, problems) = table(&areas(&geometry));
        assert_eq!(problems, [("K0316", Some(1))], "{arcs}");
        let table = table.unwrap();
        assert_eq!((table.cell(0, 0).text, table.geometry(0)), ("1", None), "{arcs}");
    }
    // The same for an arc without a single point, and for a grid that goes beyond all numbers.
    for (arcs, scale) in [("[[]]", "1"), ("[[[1,1],[1e300,1],[1,1]]]", "1e300")] {
        let text = format!(
            r#"{{"type":"Topology","transform":{{"scale":[{scale},1],"translate":[0,0]}},"arcs":{arcs},"objects":{{"a":{{"type":"Polygon","arcs":[[0]]}}}}}}"#
        );
        assert_eq!(table(&text).1, [("K0316", Some(1))], "{arcs}");
    }
}

#[test]
fn a_topology_that_costs_too_much_or_says_nothing_is_refused() {
    let n_layers = (0..2_000).map(|n| format!(r#""l{n}":{{}}"#)).collect::<Vec<_>>().join(",");
    let cases = [
        (r#"{"type":"Topology","objects":{},"arcs":[]}"#.to_owned(), "K0315"),
        (r#"{"type":"Topology","arcs":[]}"#.to_owned(), "K0315"),
        (r#"{"objects":{"a":{}},"arcs":[[[1]]]}"#.to_owned(), "K0303"),
        (r#"{"objects":{"a":{}},"arcs":[[1,2]]}"#.to_owned(), "K0303"),
        (r#"{"objects":{"a":{}},"arcs":[],"transform":{"scale":[1],"translate":[0,0]}}"#.to_owned(), "K0303"),
        (r#"{"objects":{"a":{"geometries":[1]}},"arcs":[]}"#.to_owned(), "K0303"),
        (r#"{"objects":[1],"arcs":[]}"#.to_owned(), "K0303"),
        (r#"{"arcs":[[[0,0],[1,1]]"#.to_owned(), "K0303"),
        (topology(&n_layers), "K0304"),
        (areas(&format!(r#"{{"type":"Polygon","arcs":{}"#, "[".repeat(100_000))), "K0303"),
    ];
    for (text, code) in cases {
        let (table, problems) = table(&text);
        assert!(table.is_none(), "{text:.60}");
        assert_eq!(problems.iter().map(|(code, _)| *code).collect::<Vec<_>>(), [code], "{text:.60}");
    }
}

#[test]
fn an_arc_that_is_used_over_and_over_stays_within_the_bound() {
    // One arc of 1,000 points, 16,000 bytes, walked there and back in every ring; every other row fails at
    // its last ring, after the work is done.
    let arc = vec!["[1,0]"; 1_000].join(",");
    let good = r#"{"type":"Polygon","arcs":[[0,-1]]}"#;
    let bad = r#"{"type":"Polygon","arcs":[[0,-1],[9]]}"#;
    let text = |n: usize, row: &str| {
        let rows = vec![row; n].join(",");
        format!(
            r#"{{"transform":{{"scale":[1,1],"translate":[0,0]}},"objects":{{"a":{{"geometries":[{rows}]}}}},"arcs":[[{arc}]]}}"#
        )
    };
    let small = Limits { geometry_bytes: 200_000, ..Limits::default() };
    let code = |text: &str| {
        let (table, problems) = read("a.json", text.as_bytes(), &ReadOptions::default(), &small);
        (table.is_some(), problems.first().map(|problem| problem.code))
    };
    // 16,008 bytes for the arc leave room for five shapes of about 32,000 bytes.
    assert_eq!(code(&text(5, good)), (true, None));
    assert_eq!(code(&text(6, good)), (false, Some("K0304")));
    assert_eq!(code(&text(6, bad)), (false, Some("K0304")));
    assert_eq!(code(&text(5, bad)), (true, Some("K0316")));
    let few = Limits { geometry_bytes: 16_000, ..Limits::default() };
    let (table, problems) = read("a.json", text(0, good).as_bytes(), &ReadOptions::default(), &few);
    assert_eq!((table.is_some(), problems[0].code), (false, "K0304"), "the arcs alone are too much");
}
