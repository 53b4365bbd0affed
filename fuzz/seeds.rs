// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Writes a few invented files per target into `corpus/`, for a run to begin with.
//!
//! They are made as the tests make them; no published file is among them.

#[path = "../crates/kapstok-source/tests/made/mod.rs"]
mod made;

use std::{fs, io, path::Path};

const CSV: &str = "code;naam;jaar;a;b;l;u\nGM0001;Een;2024;17,5;15;10;20\nGM0002;Twee;2024;.;1.235;;\n";
const GEOJSON: &str = r#"{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::28992"}},"features":[
{"type":"Feature","properties":{"code":"GM0001","a":17.5},"geometry":{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,0]]]}},
{"type":"Feature","properties":{"code":"GM0002","a":null},"geometry":{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[1,2,3]}]}}]}"#;
const TOPOJSON: &str = r#"{"type":"Topology","transform":{"scale":[2,3],"translate":[10,20]},"arcs":[[[1,0],[0,1]],[[1,1],[-1,0],[0,-1],[1,0]],[[1,0],[1,0],[0,1],[-1,0]]],
"objects":{"areas":{"type":"GeometryCollection","geometries":[{"type":"Polygon","arcs":[[0,1]],"id":"GM0001","properties":{"a":17.5}},
{"type":"MultiPolygon","arcs":[[[2,-1]]],"properties":{"code":"GM0002"}},{"type":"Point","coordinates":[1,1]},{"type":null}]}}}"#;
const V3: &str =
    r#"{"odata.metadata":"x","value":[{"code":"GM0001","a":17.5,"b":null},{"code":"GM0002","a":-99997,"b":true}]}"#;
const V2: &str = r#"{"d":{"results":[{"code":"GM0001","a":"17,5"}],"__next":"y"}}"#;
const V4: &str =
    r#"{"value":[{"Measure":"M1","Value":null,"ValueAttribute":"Confidential","WijkenEnBuurten":"GM0001"}]}"#;
const RECIPE: &str = r#"recipe = 1
id = "two-ranks"
title = { nl = "Twee rangen", en = "Two ranks" }
level = "lsoa"
[[input]]
name = "income"
unit = "percent"
direction = "higher-is-worse"
[[step]]
do = "rank"
in = "income"
out = "income_rank"
order = "highest-first"
ties = "min"
"#;

const TABLE: &str = r#"<w:p><w:pPr><w:pStyle w:val="Kop1"/></w:pPr><w:r><w:t>Werk</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:tcPr>
    <w:gridSpan w:val="2"/><w:vMerge w:val="restart"/></w:tcPr><w:p><w:r><w:t>Doel</w:t><w:tab/></w:r></w:p></w:tc></w:tr>
    <w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr></w:tc></w:tr></w:tbl>"#;

fn main() -> io::Result<()> {
    let sheet = made::sheet(&[(1, &[("A1", "code"), ("B1", "a")]), (2, &[("A2", "GM0001"), ("B2", "17.5")])]);
    let strings = r#"<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData></worksheet>"#;
    let shared = made::workbook(&[("S", strings), ("T", &sheet)], Some("<sst><si><t>code</t></si></sst>"));
    let package = made::geopackage(
        "PRAGMA page_size = 512; CREATE TABLE laag (geom BLOB, code TEXT, a REAL); INSERT INTO laag VALUES (x'47500001', 'GM0001', 17.5); \
        CREATE TABLE gpkg_contents (table_name TEXT, data_type TEXT); INSERT INTO gpkg_contents VALUES ('laag', 'features'); \
        CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT, srs_id INTEGER); \
        INSERT INTO gpkg_geometry_columns VALUES ('laag', 'geom', 28992);",
    );
    let (map, book) = (made::fgb(&[("GM0001", 17.5), ("GM0002", 20.0)]), made::xlsx(&sheet));
    let text = |text: &str| text.as_bytes().to_vec();
    let seeds = [
        ("csv", vec![text(CSV), text(&CSV.replace(';', "\t")), b"code;a\nGM0001;S\xfad\n".to_vec()]),
        ("grids", vec![book.clone(), shared.clone(), made::docx(TABLE)]),
        ("xlsx", vec![book.clone(), shared]),
        ("geojson", vec![text(GEOJSON)]),
        ("topojson", vec![text(TOPOJSON)]),
        ("flatgeobuf", vec![map.clone()]),
        ("geopackage", vec![package.clone()]),
        ("odata", vec![text(V2), text(V3), text(V4)]),
        ("gzip", vec![made::gzip(CSV.as_bytes()), made::gzip(&book)]),
        ("mapping", vec![text(CSV), text(GEOJSON), text(TOPOJSON), text(V3), map, book, package]),
        ("recipe", vec![text(RECIPE)]),
        ("number", ["17,5", "1.234,5", "-1 234", "1e3", "0.07*", "\u{2212}3"].map(text).to_vec()),
    ];
    for (target, files) in seeds {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus").join(target);
        fs::create_dir_all(&folder)?;
        for (number, bytes) in files.iter().enumerate() {
            fs::write(folder.join(format!("seed-{number}")), bytes)?;
        }
    }
    Ok(())
}
