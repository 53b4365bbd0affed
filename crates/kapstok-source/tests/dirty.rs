// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Dirty files, each made here: every one gives a coded problem at its place, or is read as it was meant.
//! None panics. What the hostile ones take is in `hostile.rs`.
#![expect(clippy::unwrap_used, reason = "helpers of tests")]

mod made;

use std::collections::BTreeMap;
use std::sync::Arc;

use kapstok_area::Hierarchy;
use kapstok_source::{LevelTable, Limits, ReadOptions, SourceSpec, apply_form, read, to_table};
use kapstok_table::{
    Cell, Direction, Domain, Indicator, IndicatorId, Kind, Known, Problem, RebaseRule, Rounding, Severity, SourceFile,
    Status, Text, Unit, WhyMissing,
};
use made::{fgb, geopackage, gzip, sheet, workbook, xlsx, zip_of};

/// A source with one column, as a workspace would write it; `more` wins, and a form names its own area.
fn spec(more: &str) -> SourceSpec {
    let (head, columns) = more.split_once("[[column]]").unwrap_or((more, "title='a'\nindicator='share'\n"));
    let area = if head.contains("area=") || head.contains("form=") { "" } else { "area='code'\n" };
    let period = if head.contains("period=") { "" } else { "period='2024'\n" };
    let text = format!("id='t'\nfile='t'\nboundary_year=2024\n{period}{area}{head}\n[[column]]\n{columns}");
    let mut spec: SourceSpec = toml::from_str(&text).unwrap();
    apply_form(&mut spec);
    spec
}

fn indicators() -> BTreeMap<IndicatorId, Indicator> {
    let text = || Text { nl: String::new(), en: String::new() };
    let indicator = |id: &str, unit, rounding| Indicator {
        id: IndicatorId::new(id).unwrap(),
        label: text(),
        explanation: text(),
        unit,
        direction: Direction::HigherIsWorse,
        domain: Domain("test".into()),
        kind: Kind::Register,
        modelled_from: Vec::new(),
        population: None,
        rounding,
        exact_at: Vec::new(),
        rebase: RebaseRule::OnlyWhole,
        protected: None,
        source: "test".into(),
        licence: String::new(),
    };
    let all = [
        indicator("share", Unit::Percent, Rounding::None),
        indicator("number", Unit::Count, Rounding::ToMultipleOf(5.0)),
        indicator("fraction", Unit::Fraction, Rounding::None),
    ];
    all.into_iter().map(|indicator| (indicator.id.clone(), indicator)).collect()
}

fn file() -> Arc<SourceFile> {
    let word = || String::from("test");
    Arc::new(SourceFile {
        source: word(),
        name: word(),
        sha256: "0".repeat(64),
        title: word(),
        publisher: word(),
        table_id: None,
        licence: word(),
        attribution: word(),
        retrieved: "2024-01-01".into(),
        url: None,
    })
}

/// Reads the file and makes tables of it, as a build does.
fn build(bytes: &[u8], spec: &SourceSpec) -> (Vec<LevelTable>, Vec<Problem>) {
    let options = ReadOptions { sheet: spec.sheet.clone(), header_rows: spec.header_rows.unwrap_or(1) };
    let (raw, mut problems) = read("t", bytes, &options, &Limits::default());
    let Some(raw) = raw else { return (Vec::new(), problems) };
    let country = Hierarchy::builtin("nl").unwrap();
    let (tables, more) = to_table(&raw, spec, file(), &country, &indicators());
    problems.extend(more);
    (tables, problems)
}

/// One row: what was done to the file, its bytes, what the workspace says, the problems by code and row.
type Case<'a> = (&'a str, Vec<u8>, &'a str, &'a [(&'a str, Option<u32>)]);

fn check(cases: &[Case<'_>]) {
    let mut wrong = Vec::new();
    for (name, bytes, more, expected) in cases {
        let (_, problems) = build(bytes, &spec(more));
        let found: Vec<_> = problems.iter().map(|problem| (problem.code, problem.place.row)).collect();
        if &found != expected {
            wrong.push(format!("{name}: {found:?}, expected {expected:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn text(text: &str) -> Vec<u8> {
    text.as_bytes().to_vec()
}

/// What a file looks like, its bytes, what the workspace says, the figures.
type Meant<'a> = (&'a str, Vec<u8>, String, &'a [Option<f64>]);

const GOOD: &str = "code;a\nGM0001;17,5\n";

#[test]
fn dirty_text_files_are_pointed_out_at_their_row() {
    let nul = b"code;a\nGM0001;1\0\n".to_vec();
    check(&[
        ("nothing at all", Vec::new(), "", &[("K0300", None)]),
        ("blanks only", text(" \n\t\n"), "", &[("K0300", None)]),
        ("a NUL", nul, "", &[("K0306", Some(2))]),
        ("half of UTF-16", b"\xff\xfec\0o".to_vec(), "", &[("K0306", None)]),
        ("a row too short", text("code;a\nGM0001\n"), "", &[("K0307", Some(2))]),
        ("a row too long", text("code;a\nGM0001;1;2\n"), "", &[("K0307", Some(2))]),
        ("a quote left open", text("code;a\n\"GM0001;1\n"), "", &[("K0312", Some(2))]),
        ("an endless line", vec![b'x'; 3 << 20], "", &[("K0304", None)]),
        ("a million columns", text(&";".repeat(1_000_000)), "", &[("K0304", None)]),
        ("titles only", text("code;a\n"), "", &[("K0318", None)]),
        ("one title row of two", text("code;a\n"), "header_rows=2", &[("K0310", None)]),
        ("no title row", text(GOOD), "header_rows=0", &[("K0317", None)]),
        ("a web page", text("<!DOCTYPE html><html>Not found</html>"), "", &[("K0302", None)]),
        ("a PDF", text("%PDF-1.7 ..."), "", &[("K0302", None)]),
        ("a Parquet file", text("PAR1...."), "", &[("K0302", None)]),
        ("an old or encrypted spreadsheet", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1....".to_vec(), "", &[("K0309", None)]),
        ("a gzip cut off", gzip(GOOD.as_bytes())[..20].to_vec(), "", &[("K0303", None)]),
        ("a gzip bomb", gzip(&vec![b' '; 64 << 20]), "", &[("K0304", None)]),
        ("gzip in gzip", gzip(&gzip(GOOD.as_bytes())), "", &[("K0302", None)]),
        ("two columns of one title", text("code;a;a\nGM0001;1;2\n"), "", &[("K0311", None)]),
        ("Latin-1", b"code;a;naam\nGM0001;17,5;S\xfadwest\n".to_vec(), "", &[("K0305", None)]),
    ]);
}

#[test]
fn dirty_codes_and_rows_are_pointed_out_at_their_row() {
    check(&[
        ("a code that became a number", text("code;a\n363;1,5\n"), "", &[("K0346", None), ("K0321", Some(2))]),
        ("a code that lost a zero", text("code;a\nGM363;1,5\n"), "", &[("K0346", None), ("K0322", Some(2))]),
        ("a code in small letters", text("code;a\ngm0363;1,5\nGM0001;1\n"), "", &[("K0322", Some(2))]),
        ("a code of another country", text("code;a\nE01000001;1,5\nGM0001;1\n"), "", &[("K0323", Some(2))]),
        ("a name for a code", text("code;a\nDelft;1,5\nGM0001;1\n"), "", &[("K0323", Some(2))]),
        ("a total row", text("code;a\nTotaal;1,5\nGM0001;1\n"), "", &[("K0323", Some(2))]),
        ("dashes in a code", text("code;a\nWK1916--;1,5\nGM0001;1\n"), "", &[("K0322", Some(2))]),
        ("no code", text("code;a\n  ;1,5\nGM0001;1\n"), "", &[("K0324", Some(2))]),
        ("Belgian ground", text("code;a\nGM0998;1,5\nGM0001;1\n"), "", &[("K0325", Some(2))]),
        (
            "Belgian ground without a prefix",
            text("code;a\n0998;1,5\n0001;1\n"),
            "area_prefix='GM'",
            &[("K0325", Some(2))],
        ),
        ("one area twice, alike", text("code;a\nGM0001;1,5\nGM0001;1.5\n"), "", &[("K0326", Some(3))]),
        ("one area twice, different", text("code;a\nGM0001;1,5\nGM0001;2\n"), "", &[("K0327", Some(3))]),
        (
            "known and missing",
            text("code;a\nGM0001;1,5\nGM0001;.\n"),
            "missing=[{mark='.',reason='secret'}]",
            &[("K0327", Some(3))],
        ),
        ("a filter that keeps nothing", text("code;a;b\nGM0001;1;x\n"), "where={b='y'}", &[("K0328", None)]),
        ("a filter on no column", text(GOOD), "where={b='y'}", &[("K0301", None)]),
        ("everything dropped", text("code;a\nGM0001;1\n"), "drop=[{column='code',is=['GM0001']}]", &[("K0328", None)]),
        ("the wrong parent", text("code;a;wk\nBU00010101;1,5;WK00010101\n"), "parent='wk'", &[("K0337", Some(2))]),
        ("another parent", text("code;a;wk\nBU00010101;1,5;WK000102\n"), "parent='wk'", &[("K0337", Some(2))]),
        ("a column that is not there", text("code;b\nGM0001;1\n"), "", &[("K0301", None)]),
        ("the code column not there", text("gwb;a\nGM0001;1\n"), "", &[("K0301", None)]),
        ("both not there", text("gwb;b\nGM0001;1\n"), "", &[("K0301", None), ("K0301", None)]),
        ("no column for the code", text(GOOD), "area='code'\nform='odata-v5'", &[("K0343", None)]),
        (
            "a period that is none",
            text("code;a;t\nGM0001;1;vorig jaar\nGM0002;1;2024\n"),
            "period_column='t'",
            &[("K0332", Some(2))],
        ),
        ("an indicator that is not there", text(GOOD), "[[column]]title='a'\nindicator='shrae'", &[("K0329", None)]),
        ("a period in the workspace that is none", text(GOOD), "period='24'", &[("K0332", None)]),
        (
            "one indicator from two columns",
            text("code;a;b\nGM0001;1;2\n"),
            "[[column]]title='a'\nindicator='share'\n[[column]]\ntitle='b'\nindicator='share'",
            &[("K0344", None)],
        ),
    ]);
}

#[test]
fn dirty_figures_are_pointed_out_at_their_row() {
    let rows = |cells: &str| {
        let row = |(n, cell): (usize, &str)| format!("GM{:04};{cell}\n", n + 1);
        text(&format!("code;a\n{}", cells.split('|').enumerate().map(row).collect::<String>()))
    };
    let count = "[[column]]title='a'\nindicator='number'";
    check(&[
        ("a word", rows("1,5|veel"), "", &[("K0333", Some(3))]),
        ("a unit behind it", rows("1,5|17 %"), "", &[("K0333", Some(3))]),
        ("not a number", rows("1,5|NaN"), "", &[("K0335", Some(3))]),
        ("infinite", rows("1,5|inf"), "", &[("K0333", Some(3))]),
        ("too large", rows("1,5|1e999"), "", &[("K0345", Some(3))]),
        ("two figures glued", rows(&format!("1,5|{}", "9".repeat(400))), "", &[("K0333", Some(3))]),
        ("thousands or decimals", rows("1.235|55"), count, &[("K0334", Some(2))]),
        ("groups of two", rows("1,5|1 23"), "", &[("K0333", Some(3))]),
        ("two commas", rows("1,5|1,2,3"), "", &[("K0333", Some(3))]),
        ("a point that nothing explains", rows("1,5|       ."), "", &[("K0335", Some(3))]),
        ("an x that nothing explains", rows("1,5|x"), "", &[("K0335", Some(3))]),
        ("a dash that nothing explains", rows("1,5|-"), "", &[("K0335", Some(3))]),
        ("a comma alone", rows("1,5|,"), "", &[("K0335", Some(3))]),
        ("a spreadsheet's error", rows("1,5|#N/A"), "", &[("K0335", Some(3))]),
        ("an empty cell that nothing explains", rows("1,5||"), "", &[("K0336", Some(3))]),
        ("a mark that is a number", rows("1,5|-99997"), "", &[("K0338", Some(3))]),
        ("over a hundred percent", rows("1,5|101"), "", &[("K0338", Some(3))]),
        ("a negative count", rows("15|-5"), count, &[("K0338", Some(3))]),
        ("fractions for percentages", rows("0,15|0,2|1"), "", &[("K0339", None)]),
        ("fractions for counts", rows("0,15|0,2|1"), count, &[("K0340", None), ("K0341", Some(2))]),
        ("a figure off the grid", rows("15|20|21"), count, &[("K0341", Some(4))]),
        (
            "margins beside the figure",
            text("code;a;l;u\nGM0001;5;6;7\n"),
            "[[column]]title='a'\nindicator='share'\nlower='l'\nupper='u'",
            &[("K0342", Some(2))],
        ),
        (
            "margins that are not there",
            text("code;a\nGM0001;5\n"),
            "[[column]]title='a'\nindicator='share'\nlower='l'\nupper='u'",
            &[("K0301", None), ("K0301", None)],
        ),
    ]);
}

#[test]
fn dirty_spreadsheets_are_refused_with_a_code() {
    let good = sheet(&[(1, &[("A1", "code"), ("B1", "a")]), (2, &[("A2", "GM0001"), ("B2", "17.5")])]);
    let rows = |xml: &str| format!("<worksheet><sheetData>{xml}</sheetData></worksheet>");
    let titles = r#"<row r="1"><c r="A1" t="inlineStr"><is><t>code</t></is></c><c r="B1" t="inlineStr"><is><t>a</t></is></c></row>"#;
    let strings = |xml: &str| workbook(&[("S", &rows(r#"<row r="1"><c r="A1" t="s"><v>0</v></c></row>"#))], Some(xml));
    let cell = |place: &str| xlsx(&rows(&format!(r#"{titles}<row r="2"><c r="{place}"><v>1</v></c></row>"#)));
    let bomb = |n: usize| format!("<worksheet><sheetData>{}</sheetData></worksheet>", " ".repeat(n));
    let whole = xlsx(&good);
    let entity = r#"<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">]><sst><si><t>&a;&a;</t></si></sst>"#;
    check(&[
        ("cut in half", whole[..whole.len() / 2].to_vec(), "", &[("K0303", None)]),
        ("cut by a byte", whole[..whole.len() - 1].to_vec(), "", &[("K0303", None)]),
        ("a zip of something else", zip_of(&[("readme.txt", b"hello")]), "", &[("K0303", None)]),
        ("an empty zip", zip_of(&[]), "", &[("K0303", None)]),
        ("no such sheet", whole.clone(), "sheet='Blad2'", &[("K0308", None)]),
        ("two sheets and none chosen", workbook(&[("S", &good), ("T", &good)], None), "", &[("K0314", None)]),
        ("an empty sheet", xlsx(&rows("")), "", &[("K0310", None)]),
        ("a sheet that stops", xlsx("<worksheet><sheetData><row r=\"1\"><c r=\"A1\"><v>1</v>"), "", &[("K0303", None)]),
        ("tags that do not match", xlsx(&rows("<row r=\"1\"></c></row>")), "", &[("K0303", None)]),
        ("a zip bomb", xlsx(&bomb(200 << 20)), "", &[("K0304", None)]),
        (
            "a zip bomb of shared texts",
            strings(&format!("<sst><si><t>{}</t></si></sst>", "a".repeat(64 << 20))),
            "",
            &[("K0304", None)],
        ),
        (
            "shared texts that are counted wrongly",
            strings(r#"<sst uniqueCount="999999999999"><si><t>code</t></si></sst>"#),
            "",
            &[("K0318", None), ("K0301", None)],
        ),
        ("an entity of its own", strings(entity), "", &[("K0303", None)]),
        (
            "a shared text that is not there",
            xlsx(&rows(r#"<row r="1"><c r="A1" t="s"><v>9</v></c></row>"#)),
            "",
            &[("K0303", None)],
        ),
        ("a cell at XFD1048576", cell("XFD1048576"), "", &[("K0313", None)]),
        (
            "a row at 1048576, a column at XFD",
            xlsx(&rows(&format!(r#"{titles}<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>"#))),
            "",
            &[("K0304", None)],
        ),
        ("a column beyond the last", cell("ZZZZ2"), "", &[("K0313", None)]),
        ("a column of fifty letters", cell(&format!("{}2", "A".repeat(50))), "", &[("K0313", None)]),
        ("a row in another row", cell("A7"), "", &[("K0313", None)]),
        (
            "one cell twice",
            xlsx(&rows(&format!(r#"{titles}<row r="2"><c r="A2"/><c r="A2"/></row>"#))),
            "",
            &[("K0313", None)],
        ),
        ("rows upside down", xlsx(&rows(&format!(r#"<row r="2"></row>{titles}"#))), "", &[("K0313", None)]),
        ("row nought", xlsx(&rows(r#"<row r="0"></row>"#)), "", &[("K0313", None)]),
        (
            "a code that is a number",
            xlsx(&rows(&format!(r#"{titles}<row r="2"><c r="A2"><v>363</v></c><c r="B2"><v>1</v></c></row>"#))),
            "",
            &[("K0346", None), ("K0321", Some(2))],
        ),
        (
            "an error in a cell",
            xlsx(&rows(&format!(
                r##"{titles}<row r="2"><c r="A2" t="str"><v>GM0001</v></c><c r="B2" t="e"><v>#N/A</v></c></row>"##
            ))),
            "",
            &[("K0335", Some(2))],
        ),
    ]);
}

#[test]
fn dirty_json_is_refused_with_a_code() {
    let feature = |geometry: &str| {
        text(&format!(
            r#"{{"type":"FeatureCollection","features":[{{"properties":{{"code":"GM0001","a":5}},"geometry":{geometry}}}]}}"#
        ))
    };
    check(&[
        ("cut off", text(r#"{"value":[{"code":"GM0001","a":"#), "", &[("K0303", Some(1))]),
        ("something behind it", text(r#"{"value":[{"code":"GM0001","a":1}]} x"#), "", &[("K0303", Some(1))]),
        ("deep lists", text(&format!("{{\"value\":{}", "[".repeat(1_000_000))), "", &[("K0303", Some(1))]),
        (
            "deep lists in a cell",
            text(&format!(r#"{{"value":[{{"a":{}"#, "[".repeat(1_000_000))),
            "",
            &[("K0303", Some(1))],
        ),
        ("bad UTF-8", b"{\"value\":[{\"code\":\"GM\xff\",\"a\":1}]}".to_vec(), "", &[("K0303", Some(1))]),
        ("a number beyond numbers", text(r#"{"value":[{"code":"GM0001","a":1e999}]}"#), "", &[("K0303", Some(1))]),
        ("another kind of JSON", text(r#"{"name":"x"}"#), "", &[("K0302", None)]),
        ("no rows", text(r#"{"value":[]}"#), "", &[("K0318", None), ("K0301", None), ("K0301", None)]),
        ("a list in a cell", text(r#"{"value":[{"code":"GM0001","a":1,"b":[1,2]}]}"#), "", &[("K0319", Some(1))]),
        (
            "a code that is a number",
            text(r#"{"value":[{"code":363,"a":1}]}"#),
            "",
            &[("K0346", None), ("K0321", Some(1))],
        ),
        (
            "a column per row",
            text(&format!(
                r#"{{"value":[{}]}}"#,
                (0..5_000).map(|n| format!("{{\"c{n}\":1}}")).collect::<Vec<_>>().join(",")
            )),
            "",
            &[("K0304", None)],
        ),
        ("a boundary that is none", feature(r#"{"type":"Polygon","coordinates":[[1,2]]}"#), "", &[("K0316", Some(1))]),
        (
            "a boundary of an unknown kind",
            feature(r#"{"type":"Circle","coordinates":[1,2]}"#),
            "",
            &[("K0316", Some(1))],
        ),
        ("a map without a boundary", feature("null"), "geometry=true", &[("K0348", Some(1))]),
    ]);
}

#[test]
fn dirty_topologies_are_refused_with_a_code() {
    let arcs = "[[[0,0],[1,0],[0,1],[-1,-1]]]";
    let whole = |objects: &str, arcs: &str, more: &str| {
        text(&format!(r#"{{"type":"Topology","objects":{{{objects}}},"arcs":{arcs}{more}}}"#))
    };
    let grid = |scale: &str| format!(r#","transform":{{"scale":[{scale},1],"translate":[0,0]}}"#);
    let area = |shape: &str| format!(r#"{{{shape}"properties":{{"code":"GM0001","a":5}}}}"#);
    let layer = |shape: &str| format!(r#""l":{{"type":"GeometryCollection","geometries":[{}]}}"#, area(shape));
    let ring = |ring: &str| whole(&layer(&format!(r#""type":"Polygon","arcs":[{ring}],"#)), arcs, &grid("1"));
    // A thousand times a thousand uses of one arc of a thousand points: 16 GB out of 3 MB.
    let long = format!("[[{}]]", vec!["[0,0]"; 1_000].join(","));
    let polygon = format!(r#""type":"Polygon","arcs":[{}],"#, vec!["[0]"; 1_000].join(","));
    let laughs = format!(r#""l":{{"geometries":[{}]}}"#, vec![area(&polygon); 700].join(","));
    let parts = r#"{"type":"GeometryCollection","geometries":["#;
    let deep =
        |n: usize| format!(r#""type":"GeometryCollection","geometries":[{}{}],"#, parts.repeat(n), "]}".repeat(n));
    check(&[
        ("as it should be", ring("[0]"), "geometry=true", &[]),
        ("no layers", whole("", arcs, ""), "", &[("K0315", None)]),
        ("no objects", text(r#"{"type":"Topology","arcs":[]}"#), "", &[("K0315", None)]),
        ("cut off", ring("[0]")[..90].to_vec(), "", &[("K0303", Some(1))]),
        ("a layer that is not there", ring("[0]"), "sheet='m'", &[("K0308", None)]),
        ("two layers and none chosen", whole(&format!(r#"{},"m":{{}}"#, layer("")), arcs, ""), "", &[("K0314", None)]),
        ("a layer that is a number", whole(r#""l":5"#, arcs, ""), "", &[("K0303", Some(1))]),
        (
            "a layer without shapes",
            whole(r#""l":{"geometries":[]}"#, arcs, ""),
            "",
            &[("K0318", None), ("K0301", None), ("K0301", None)],
        ),
        ("a layer that is an arc", whole(r#""l":{"geometries":[[0]]}"#, arcs, ""), "", &[("K0303", Some(1))]),
        ("an arc that is not there", ring("[1]"), "", &[("K0316", Some(1))]),
        ("a reversed arc that is not there", ring("[-2]"), "", &[("K0316", Some(1))]),
        ("the number of an arc that is beyond counting", ring("[-9223372036854775808]"), "", &[("K0316", Some(1))]),
        ("half an arc", ring("[0.5]"), "", &[("K0316", Some(1))]),
        ("a word for an arc", ring(r#"["0"]"#), "", &[("K0303", Some(1))]),
        ("a ring of nothing", ring("[]"), "", &[("K0316", Some(1))]),
        ("rings without a list", ring("0"), "", &[("K0316", Some(1))]),
        (
            "a shape of an unknown kind",
            whole(&layer(r#""type":"Circle","arcs":[0],"#), arcs, ""),
            "",
            &[("K0316", Some(1))],
        ),
        ("a point of one number", whole(&layer(""), "[[[1]]]", ""), "", &[("K0303", Some(1))]),
        (
            "an arc without points",
            whole(&layer(r#""type":"LineString","arcs":[0],"#), "[[]]", ""),
            "",
            &[("K0316", Some(1))],
        ),
        ("arcs without a list", whole(&layer(""), "5", ""), "", &[("K0303", Some(1))]),
        ("a grid beyond numbers", whole(&layer(""), arcs, &grid("1e999")), "", &[("K0303", Some(1))]),
        (
            "a grid that grows beyond numbers",
            whole(&layer(r#""type":"Polygon","arcs":[[0]],"#), "[[[1,1],[1e308,0],[1e308,0],[0,1]]]", &grid("1e308")),
            "",
            &[("K0316", Some(1))],
        ),
        ("a grid of one number", whole(&layer(""), arcs, r#","transform":{"scale":[1]}"#), "", &[("K0303", Some(1))]),
        ("lists as deep as the file is long", ring(&"[".repeat(500_000)), "", &[("K0303", Some(1))]),
        ("collections in collections", whole(&layer(&deep(500)), arcs, ""), "", &[("K0316", Some(1))]),
        (
            "a layer for every letter",
            whole(&(0..5_000).map(|n| format!(r#""l{n}":{{}}"#)).collect::<Vec<_>>().join(","), arcs, ""),
            "",
            &[("K0304", None)],
        ),
        ("one long arc, used over and over", whole(&laughs, &long, &grid("1")), "", &[("K0304", None)]),
        (
            "an area without a boundary",
            whole(&layer(r#""type":null,"#), arcs, ""),
            "geometry=true",
            &[("K0348", Some(1))],
        ),
    ]);
}

#[test]
fn dirty_maps_are_refused_with_a_code() {
    let map = fgb(&[("GM0001", 17.5), ("GM0002", 20.0)]);
    let patched = |at: usize, bytes: &[u8]| {
        let mut map = map.clone();
        map[at..at + bytes.len()].copy_from_slice(bytes);
        map
    };
    let plain = "CREATE TABLE laag (fid INTEGER PRIMARY KEY, geom BLOB, code TEXT, a REAL); \
        INSERT INTO laag VALUES (1, NULL, 'GM0001', 17.5);";
    let contents = |table: &str| {
        format!(
            "CREATE TABLE gpkg_contents (table_name TEXT, data_type TEXT); INSERT INTO gpkg_contents VALUES ('{table}', 'features');"
        )
    };
    let package = geopackage(&format!("{plain}{}", contents("laag")));
    let shaped = |blob: &str| {
        geopackage(&format!(
            "{plain}{}CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT, srs_id INTEGER); \
        INSERT INTO gpkg_geometry_columns VALUES ('laag', 'geom', 28992); UPDATE laag SET geom = {blob};",
            contents("laag")
        ))
    };
    check(&[
        ("a map cut off", map[..map.len() - 9].to_vec(), "", &[("K0303", None)]),
        ("a map of a newer version", patched(3, &[9]), "", &[("K0303", None)]),
        ("a map with an endless header", patched(8, &[0xff; 4]), "", &[("K0303", None)]),
        ("a map with a header of nothing", patched(8, &[0; 4]), "", &[("K0303", None)]),
        ("a map with another header", patched(12, &[0xff; 4]), "", &[("K0303", None)]),
        ("a map that ends after its name", map[..8].to_vec(), "", &[("K0303", None)]),
        ("a database that is no GeoPackage", geopackage(plain), "", &[("K0303", None)]),
        ("a GeoPackage cut off", package[..package.len() / 2].to_vec(), "", &[("K0303", None)]),
        ("a GeoPackage that is only a name", b"SQLite format 3\0".to_vec(), "", &[("K0303", None)]),
        ("a layer that is not there", package.clone(), "sheet='lagen'", &[("K0308", None)]),
        ("a layer that is named and not there", geopackage(&contents("laag")), "", &[("K0320", None)]),
        (
            "a view for a layer",
            geopackage(&format!("{plain}CREATE VIEW kijk AS SELECT * FROM laag;{}", contents("kijk"))),
            "",
            &[("K0320", None)],
        ),
        (
            "a view for the list of layers",
            geopackage(&format!(
                "{plain}CREATE VIEW gpkg_contents AS SELECT 'laag' AS table_name, 'features' AS data_type;"
            )),
            "",
            &[("K0303", None)],
        ),
        (
            "a computed column",
            geopackage(&format!(
                "CREATE TABLE laag (code TEXT, a REAL, b AS (hex(zeroblob(100000000)))); INSERT INTO laag VALUES ('GM0001', 1);{}",
                contents("laag")
            )),
            "",
            &[("K0320", None)],
        ),
        (
            "a trigger",
            geopackage(&format!(
                "{plain}CREATE TRIGGER t AFTER INSERT ON laag BEGIN DELETE FROM laag; END;{}",
                contents("laag")
            )),
            "",
            &[],
        ),
        ("a boundary that is none", shaped("x'00112233'"), "", &[("K0316", Some(1))]),
        (
            "a block of bytes in a cell",
            geopackage(&format!("{plain}UPDATE laag SET geom = x'00';{}", contents("laag"))),
            "",
            &[("K0319", Some(1))],
        ),
        (
            "two layers and none chosen",
            geopackage(&format!("{plain}{}INSERT INTO gpkg_contents VALUES ('laag', 'attributes');", contents("laag"))),
            "",
            &[("K0314", None)],
        ),
    ]);
}

#[test]
fn files_that_only_look_dirty_are_read_as_they_were_meant() {
    let marks = "missing=[{mark='.',reason='not_measured'},{mark='-',reason='nil'},{mark='-99997',reason='secret'}]\n";
    let cases: [Meant<'_>; 20] = [
        ("byte order mark", b"\xef\xbb\xbfcode;a\nGM0001;17,5\n".to_vec(), String::new(), &[Some(17.5)]),
        (
            "UTF-16 of a spreadsheet",
            [0xff, 0xfe]
                .into_iter()
                .chain("code\ta\nGM0001\t17,5\n".encode_utf16().flat_map(u16::to_le_bytes))
                .collect(),
            String::new(),
            &[Some(17.5)],
        ),
        ("CRLF and no last line end", text("code;a\r\nGM0001;17,5"), String::new(), &[Some(17.5)]),
        ("padding", text("code;a\n\"GM0001    \";\"    17.5\"\n"), String::new(), &[Some(17.5)]),
        ("a separator in a text", text("code;a;naam\nGM0001;17,5;\"Noord; en zuid\"\n"), String::new(), &[Some(17.5)]),
        (
            "comma and point",
            text("code;a\nGM0001;17,5\nGM0002;416.0\nGM0003;3\n"),
            "[[column]]title='a'\nindicator='number'".into(),
            &[Some(17.5), Some(416.0), Some(3.0)],
        ),
        (
            "marks",
            text("code;a\nGM0001;       .\nGM0002;-\nGM0003;-99997.0\nGM0004;20\n"),
            marks.into(),
            &[None, Some(0.0), None, Some(20.0)],
        ),
        ("provisional", text("code;a\nGM0001;17,5*\n"), String::new(), &[Some(17.5)]),
        (
            "fractions times a hundred",
            text("code;a\nGM0001;0.07\nGM0002;0.5\n"),
            "[[column]]title='a'\nindicator='share'\nfactor=100.0".into(),
            &[Some(7.0), Some(50.0)],
        ),
        (
            "nought means no source",
            text("code;a\nGM0001;0\nGM0002;0,0\nGM0003;20\n"),
            "[[column]]title='a'\nindicator='share'\nzero='not_measured'".into(),
            &[None, None, Some(20.0)],
        ),
        (
            "codes without a prefix",
            text("code;a\n0001;17,5\nGM0002;20\n"),
            "area_prefix='GM'".into(),
            &[Some(17.5), Some(20.0)],
        ),
        (
            "two rows of titles",
            text("code;Inkomen;\n;laag;hoog\nGM0001;17,5;3\n"),
            "header_rows=2\n[[column]]title='Inkomen/laag'\nindicator='share'".into(),
            &[Some(17.5)],
        ),
        (
            "the number of another table",
            text("Codering_3;Eenzaam_4\nGM0001;17,5\n"),
            "area='Codering'\n[[column]]title='Eenzaam'\nindicator='share'".into(),
            &[Some(17.5)],
        ),
        (
            "one row per figure",
            text(
                r#"{"value":[{"Measure":"M1","Value":17.5,"ValueAttribute":"None","code":"GM0001"},{"Measure":"M2","Value":9,"ValueAttribute":"None","code":"GM0001"},{"Measure":"M1","Value":null,"ValueAttribute":"Confidential","code":"GM0002"}]}"#,
            ),
            "area='code'\nform='odata-v4'\n[[column]]title='M1'\nindicator='share'".into(),
            &[Some(17.5), None],
        ),
        (
            "a spreadsheet with a gap",
            xlsx(&sheet(&[
                (3, &[("B3", "code"), ("D3", "a")]),
                (9, &[("B9", "GM0001"), ("D9", "17.399999999999999")]),
            ])),
            String::new(),
            &[Some(17.4)],
        ),
        (
            "a GeoPackage",
            geopackage(
                "CREATE TABLE laag (code TEXT, a REAL); INSERT INTO laag VALUES ('GM0001', 17.5); \
            CREATE TABLE gpkg_contents (table_name TEXT, data_type TEXT); INSERT INTO gpkg_contents VALUES ('laag', 'features');",
            ),
            String::new(),
            &[Some(17.5)],
        ),
        (
            "KWB of a year in which the value of homes has another name",
            text("gwb_code_10;regio;gm_naam;a_inw;g_wozbag \nGM0001;Een;Een;100;300\nBU00010101;Een;Een;50;.\n"),
            "form='cbs-kwb'\n[[column]]title='g_woz'\nindicator='number'".into(),
            &[Some(300.0)],
        ),
        (
            "police, all crimes together",
            text("ID;SoortMisdrijf;WijkenEnBuurten;Perioden;GeregistreerdeMisdrijven_1\n\
                 1;0.0.0 ;GM0001    ;2024JJ00;120\n2;1.1.1 ;GM0001    ;2024JJ00;15\n"),
            "form='police'\n[[column]]title='GeregistreerdeMisdrijven'\nindicator='number'".into(),
            &[Some(120.0)],
        ),
        (
            "Swing, one row per figure",
            text(r#"{"value":[{"ExternalCode":"GM0001","Name":"Een","Indicator":"ink","Period":"2024","Value":17.5,"ValueString":"17,5"},
                {"ExternalCode":"GM0002","Name":"Twee","Indicator":"ink","Period":"2024","Value":null,"ValueString":"x"}]}"#),
            "form='swing-odata'\n[[column]]title='ink'\nindicator='share'".into(),
            &[Some(17.5), None],
        ),
        (
            "StatLine with its statistical signs",
            b"\xef\xbb\xbf\"Perioden\";\"Wijken en buurten\";\"Regiocode (gemeente, wijk, buurt) (code)\";\"Laag/Waarde (%)\"\n\
                \"2024\";\"Een\";\"GM0001    \";\"    17.5\"\n\"2024\";\"Twee\";\"GM0002    \";\"       .\"\n".to_vec(),
            "form='statline-csv'\n[[column]]title='Laag/Waarde (%)'\nindicator='share'".into(),
            &[Some(17.5), None],
        ),
    ];
    for (name, bytes, more, expected) in cases {
        let (tables, problems) = build(&bytes, &spec(&more));
        let bad: Vec<_> =
            problems.iter().filter(|problem| problem.severity != Severity::Note && problem.code != "K0341").collect();
        assert!(bad.is_empty(), "{name}: {bad:#?}");
        let values: Vec<_> = tables[0].columns[0].values().collect();
        assert_eq!(values, expected, "{name}");
    }
}

#[test]
fn a_cut_or_changed_file_of_any_form_never_panics() {
    let map = fgb(&[("GM0001", 17.5), ("GM0002", 20.0)]);
    let good = sheet(&[(1, &[("A1", "code"), ("B1", "a")]), (2, &[("A2", "GM0001"), ("B2", "17.5")])]);
    let package = geopackage(
        "CREATE TABLE laag (code TEXT, a REAL); INSERT INTO laag VALUES ('GM0001', 17.5); \
        CREATE TABLE gpkg_contents (table_name TEXT, data_type TEXT); INSERT INTO gpkg_contents VALUES ('laag', 'features');",
    );
    let json = text(
        r#"{"type":"FeatureCollection","features":[{"properties":{"code":"GM0001","a":5},"geometry":{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,0]]]}}]}"#,
    );
    let topology = text(
        r#"{"type":"Topology","transform":{"scale":[1,1],"translate":[0,0]},"arcs":[[[0,0],[1,0],[0,1]],[[0,0],[1,1]]],"objects":{"l":{"geometries":[{"type":"Polygon","arcs":[[0,-2]],"properties":{"code":"GM0001","a":5}}]}}}"#,
    );
    let files = [map, xlsx(&good), package, json, topology, text(GOOD), gzip(GOOD.as_bytes())];
    // A small generator with a fixed start: the same changes on every machine.
    let mut state = 7u64;
    let mut next = move |below: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % below
    };
    let spec = spec("geometry=true");
    for file in &files {
        for _ in 0..400 {
            let mut changed = file.clone();
            for _ in 0..=next(4) {
                let at = next(changed.len());
                changed[at] = next(256) as u8;
            }
            if next(3) == 0 {
                changed.truncate(next(changed.len()));
            }
            let (tables, problems) = build(&changed, &spec);
            assert!(!tables.is_empty() || !problems.is_empty(), "no table and nothing said");
        }
    }
}

#[test]
fn a_star_behind_a_period_makes_its_figures_provisional_and_no_others() {
    let (table, problems) = read(
        "t",
        b"code;jaar;a\nGM0001;2023;17,5\nGM0001;2024*;18\nGM0002;2024*;.\n",
        &ReadOptions::default(),
        &Limits::default(),
    );
    assert!(problems.is_empty(), "{problems:?}");
    let spec = spec("period_column='jaar'\nmissing=[{mark='.',reason='secret'}]\n");
    let (tables, problems) =
        to_table(&table.unwrap(), &spec, file(), &Hierarchy::builtin("nl").unwrap(), &indicators());
    assert!(problems.is_empty(), "{problems:?}");
    let said: Vec<_> = tables[0].columns.iter().map(|it| (it.period().as_str(), it.cell(0), it.cell(1))).collect();
    let known = |value, status| Cell::Known(Known { value, interval: None, status });
    assert_eq!(said[0], ("2023", known(17.5, Status::Final), Cell::missing(WhyMissing::NotMeasured, "")));
    assert_eq!(said[1], ("2024", known(18.0, Status::Provisional), Cell::missing(WhyMissing::Secret, ".")));
}
