// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Files to take along, read back by the readers at hand: the same values in all, hostile names as they are, and the
//! same bytes each time.

#![allow(clippy::unwrap_used, reason = "a test that finds nothing has failed")]

mod made;

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use calamine::{Data, Reader, Xlsx};
use kapstok_share::files::{FileError, FileKind, citation, file, file_name};
use kapstok_share::snapshot::{Level, Outlines, RawBuild, Snapshot};
use made::country::{Country, LEVELS};
use serde_json::Value;

/// What a spreadsheet takes for a formula, each as the beginning of a name.
const FORMULAS: [&str; 12] =
    ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "\nx", "|x", "\u{ff1d}1", "\u{ff0b}1", "\u{ff0d}1", "\u{ff20}x"];
/// What breaks a writer that does not quote.
const HOSTILE: [&str; 4] = ["<svg onload=alert(1)>&\"'", "a\"b;c,d", "two\nlines", "'t Zand; \"Oost\""];

/// A country with hostile names and a map of squares; the last neighbourhood has no outline.
fn snapshot() -> Snapshot {
    Snapshot::new(raw(28_992, [120_000.0, 480_000.0], 1_000.0)).unwrap()
}

/// The same in any system: squares to the east and north of a corner.
fn raw(srs: u32, corner: [f64; 2], side: f64) -> RawBuild {
    let mut raw = Country::new(4).raw();
    let level = &mut raw.levels[3];
    for (name, hostile) in level.names.iter_mut().zip(FORMULAS.iter().chain(&HOSTILE)) {
        *name = (*hostile).to_owned();
    }
    let n = level.names.len();
    let square = |area: usize| {
        let (x, y) = (corner[0] + side * (area % 5) as f64, corner[1] + side * (area / 5) as f64);
        let mut bytes = vec![1, 3, 0, 0, 0, 1, 0, 0, 0, 5, 0, 0, 0];
        for (dx, dy) in [(0.0, 0.0), (0.0, side), (side, side), (side, 0.0), (0.0, 0.0)] {
            for number in [x + dx, y + dy] {
                bytes.extend_from_slice(&f64::to_le_bytes(number));
            }
        }
        bytes.into_boxed_slice()
    };
    let wkb = (0..n).map(|area| (area + 1 < n).then(|| square(area))).collect();
    level.outlines = Some(Outlines { srs, wkb });
    raw
}

fn neighbourhoods(snapshot: &Snapshot) -> &Level {
    snapshot.level(LEVELS[3]).unwrap()
}

/// By field: text as it is, numbers as they print.
type Read1 = BTreeMap<String, String>;
/// Rows by code of the area.
type Table = BTreeMap<String, Read1>;

/// The wide table as the snapshot has it.
fn expected(snapshot: &Snapshot) -> Table {
    let level = neighbourhoods(snapshot);
    let row = |area: usize| {
        let mut row = BTreeMap::from([("name".to_owned(), level.names()[area].clone())]);
        for indicator in &snapshot.manifest().indicators {
            let Some((_, column)) = snapshot.column(level, &indicator.id, None) else { continue };
            let state = column.status(area).reason().unwrap_or("final").to_owned();
            row.insert(indicator.id.clone(), column.value(area).map(|it| it.to_string()).unwrap_or_default());
            row.insert(format!("{}_state", indicator.id), state);
        }
        (level.codes()[area].clone(), row)
    };
    (0..level.len()).map(row).collect()
}

fn of_csv(bytes: &[u8], delimiter: u8) -> Table {
    let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).from_reader(bytes);
    let titles: Vec<String> = reader.headers().unwrap().iter().map(str::to_owned).collect();
    let row = |row: csv::StringRecord| {
        let row: Read1 = titles.iter().cloned().zip(row.iter().map(str::to_owned)).collect();
        (row["area"].clone(), row)
    };
    reader.records().map(|record| row(record.unwrap())).collect()
}

fn of_xlsx(bytes: &[u8]) -> Table {
    let mut book = Xlsx::new(Cursor::new(bytes)).unwrap();
    let range = book.worksheet_range("figures").unwrap();
    let titles: Vec<String> = range.rows().next().unwrap().iter().map(ToString::to_string).collect();
    let cell = |(title, cell): (&String, &Data)| {
        let said = match cell {
            Data::Empty => String::new(),
            Data::String(text) => text.clone(),
            Data::Float(number) => number.to_string(),
            other => panic!("{title} holds {other:?}"),
        };
        (title.clone(), said)
    };
    let rows = range.rows().skip(1).map(|row| titles.iter().zip(row).map(cell).collect::<Read1>());
    rows.map(|row| (row["area"].clone(), row)).collect()
}

fn said(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Number(number) => number.as_f64().unwrap().to_string(),
        other => panic!("{other}"),
    }
}

fn of_geojson(bytes: &[u8]) -> Table {
    let collection: Value = serde_json::from_slice(bytes).unwrap();
    let row = |feature: &Value| {
        let row: Read1 =
            feature["properties"].as_object().unwrap().iter().map(|(key, value)| (key.clone(), said(value))).collect();
        assert_eq!(feature["id"], row["area"]);
        (row["area"].clone(), row)
    };
    collection["features"].as_array().unwrap().iter().map(row).collect()
}

fn of_parquet(bytes: &[u8]) -> Table {
    use parquet::file::reader::{FileReader, SerializedFileReader};
    use parquet::record::Field;
    let reader = SerializedFileReader::new(parquet_bytes(bytes)).unwrap();
    let cell = |field: &Field| match field {
        Field::Null => String::new(),
        Field::Str(text) => text.clone(),
        Field::Double(number) => number.to_string(),
        Field::Long(number) => number.to_string(),
        Field::Bytes(_) | Field::Group(_) => "…".to_owned(),
        other => panic!("{other:?}"),
    };
    let rows = reader
        .get_row_iter(None)
        .unwrap()
        .map(|row| row.unwrap().get_column_iter().map(|(name, field)| (name.clone(), cell(field))).collect::<Read1>());
    rows.map(|row| (row["area"].clone(), row)).collect()
}

fn parquet_bytes(bytes: &[u8]) -> bytes::Bytes {
    bytes::Bytes::copy_from_slice(bytes)
}

fn database(bytes: &[u8]) -> rusqlite::Connection {
    let mut db = rusqlite::Connection::open_in_memory().unwrap();
    db.deserialize_read_exact(rusqlite::MAIN_DB, bytes, bytes.len(), true).unwrap();
    db
}

fn of_table(db: &rusqlite::Connection, table: &str) -> Vec<Read1> {
    let mut query = db.prepare(&format!("SELECT * FROM \"{table}\"")).unwrap();
    let titles: Vec<String> = query.column_names().map(str::to_owned).collect();
    let mut rows = query.query([]).unwrap();
    let mut found = Vec::new();
    while let Some(row) = rows.next().unwrap() {
        let cell = |(at, title): (usize, &String)| {
            let said = match row.get_ref(at).unwrap() {
                rusqlite::types::ValueRef::Null => String::new(),
                rusqlite::types::ValueRef::Integer(number) => number.to_string(),
                rusqlite::types::ValueRef::Real(number) => number.to_string(),
                rusqlite::types::ValueRef::Text(text) => String::from_utf8(text.to_vec()).unwrap(),
                rusqlite::types::ValueRef::Blob(_) => "…".to_owned(),
            };
            (title.clone(), said)
        };
        found.push(titles.iter().enumerate().map(cell).collect());
    }
    found
}

fn unzipped(bytes: &[u8]) -> BTreeMap<String, String> {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut files = BTreeMap::new();
    for at in 0..zip.len() {
        let mut file = zip.by_index(at).unwrap();
        let name = file.name().unwrap().into_owned();
        let mut text = String::new();
        file.read_to_string(&mut text).unwrap();
        files.insert(name, text);
    }
    files
}

/// That a table has all that is expected, and nothing else where a figure should be.
fn assert_same(form: &str, found: &Table, expected: &Table) {
    assert_eq!(found.len(), expected.len(), "{form}");
    for (area, row) in expected {
        for (field, value) in row {
            // The JSON reader of this test may miss the last bit of a number.
            let [one, other] = [&found[area][field], value].map(|it| it.parse::<f64>().unwrap_or(f64::NAN));
            let is_near = form == "geojson" && (one - other).abs() <= f64::EPSILON * other.abs();
            assert!(
                is_near || found[area][field] == *value,
                "{form}: {field} of {area}: {} {value}",
                found[area][field]
            );
        }
    }
}

#[test]
fn every_form_has_the_same_values_and_hides_the_same() {
    let snapshot = snapshot();
    let (level, expected) = (neighbourhoods(&snapshot), expected(&snapshot));
    let bytes = |kind| file(&snapshot, level, kind).unwrap();
    assert_same("csv", &of_csv(&bytes(FileKind::Csv), b','), &expected);
    assert_same("xlsx", &of_xlsx(&bytes(FileKind::Xlsx)), &expected);
    assert_same("parquet", &of_parquet(&bytes(FileKind::Parquet)), &expected);
    assert_same("geojson", &of_geojson(&bytes(FileKind::GeoJson)), &expected);
    let gpkg = of_table(&database(&bytes(FileKind::Gpkg)), level.name());
    assert_same("gpkg", &gpkg.into_iter().map(|row| (row["area"].clone(), row)).collect(), &expected);
    // For a Dutch spreadsheet: the same, with a comma and without formulas.
    let text = bytes(FileKind::CsvNl);
    let text = text.strip_prefix("\u{feff}".as_bytes()).unwrap();
    let mut dutch = expected.clone();
    for row in dutch.values_mut() {
        for (field, value) in row.iter_mut() {
            *value = match (field.as_str(), value.starts_with(|sign| FORMULAS.iter().any(|it| it.starts_with(sign)))) {
                ("name", true) => format!("'{value}"),
                ("name", false) => value.clone(),
                _ => value.replace('.', ","),
            };
        }
    }
    assert_same("nl.csv", &of_csv(text, b';'), &dutch);
    let hidden = expected.values().flat_map(BTreeMap::values).filter(|it| *it == "too_few_residents").count();
    assert!(hidden > 0, "a country with small areas");
}

#[test]
fn an_indicator_that_is_called_as_a_column_of_the_files_has_a_column_of_its_own_in_every_form() {
    // Ids that the language of a workspace allows, and their columns.
    let renamed = [
        ("area", "area_"),
        ("geom", "geom_"),
        ("Name", "Name_"),
        ("x_state", "x_state"),
        ("x", "x_"),
        ("fid", "fid_"),
        ("bbox", "bbox_"),
    ];
    let mut raw = raw(28_992, [120_000.0, 480_000.0], 1_000.0);
    let ids: Vec<String> = raw.manifest.indicators.iter().map(|it| it.id.clone()).collect();
    // The last ones: what the first are called is said in other places of the build too.
    let renamed: BTreeMap<&str, (&str, &str)> =
        ids[ids.len() - renamed.len()..].iter().map(String::as_str).zip(renamed).collect();
    for indicator in &mut raw.manifest.indicators {
        if let Some((id, _)) = renamed.get(indicator.id.as_str()) {
            indicator.id = (*id).to_owned();
        }
    }
    for column in raw.manifest.levels.iter_mut().flat_map(|level| &mut level.columns) {
        if let Some((id, _)) = renamed.get(column.indicator.as_str()) {
            column.indicator = (*id).to_owned();
        }
    }
    let snapshot = Snapshot::new(raw).unwrap();
    let level = neighbourhoods(&snapshot);
    let mut expected: Table = BTreeMap::new();
    for area in 0..level.len() {
        let mut row = BTreeMap::from([("name".to_owned(), level.names()[area].clone())]);
        for (id, column) in renamed.values() {
            let Some((_, figures)) = snapshot.column(level, id, None) else { continue };
            row.insert((*column).to_owned(), figures.value(area).map(|it| it.to_string()).unwrap_or_default());
            let state = figures.status(area).reason().unwrap_or("final").to_owned();
            row.insert(format!("{column}_state"), state);
        }
        expected.insert(level.codes()[area].clone(), row);
    }
    assert!(expected.values().all(|row| row.len() == 1 + 2 * renamed.len()), "all of them are there");
    let bytes = |kind| file(&snapshot, level, kind).unwrap();
    assert_same("csv", &of_csv(&bytes(FileKind::Csv), b','), &expected);
    assert_same("xlsx", &of_xlsx(&bytes(FileKind::Xlsx)), &expected);
    assert_same("parquet", &of_parquet(&bytes(FileKind::Parquet)), &expected);
    assert_same("geojson", &of_geojson(&bytes(FileKind::GeoJson)), &expected);
    let db = database(&bytes(FileKind::Gpkg));
    let gpkg = of_table(&db, level.name()).into_iter().map(|row| (row["area"].clone(), row)).collect();
    assert_same("gpkg", &gpkg, &expected);
    // And the dictionary says which column is whose.
    let said: BTreeMap<String, String> =
        of_table(&db, "dictionary").into_iter().map(|row| (row["indicator"].clone(), row["column"].clone())).collect();
    for (id, column) in renamed.values() {
        assert_eq!(said[*id], *column);
    }
}

#[test]
fn long_tables_have_every_cell_of_every_period() {
    let snapshot = snapshot();
    let level = neighbourhoods(&snapshot);
    let mut expected: BTreeMap<[String; 3], [String; 2]> = BTreeMap::new();
    for (entry, column) in snapshot.entry(level).columns.iter().zip(level.columns()) {
        for area in 0..level.len() {
            let value = column.value(area).map(|it| it.to_string()).unwrap_or_default();
            let reason = column.status(area).reason().unwrap_or_default().to_owned();
            expected
                .insert([level.codes()[area].clone(), entry.indicator.clone(), entry.period.clone()], [value, reason]);
        }
    }
    let as_map = |rows: Vec<Read1>| {
        let of = |row: &Read1| {
            let key = ["area", "indicator", "period"].map(|field| row[field].clone());
            (key, ["value", "reason"].map(|field| row[field].clone()))
        };
        rows.iter().map(of).collect::<BTreeMap<_, _>>()
    };
    let files = unzipped(&file(&snapshot, level, FileKind::CsvZip).unwrap());
    let mut reader = csv::Reader::from_reader(files["figures.csv"].as_bytes());
    let rows = reader.deserialize::<Read1>().map(Result::unwrap).collect();
    assert_eq!(as_map(rows), expected);
    expected.retain(|_, [_, reason]| reason != "not_measured");
    let db = database(&file(&snapshot, level, FileKind::Gpkg).unwrap());
    assert_eq!(as_map(of_table(&db, "figures")), expected);
}

#[test]
fn no_text_runs_as_a_formula_in_a_spreadsheet() {
    let snapshot = snapshot();
    let level = neighbourhoods(&snapshot);
    let text = String::from_utf8(file(&snapshot, level, FileKind::CsvNl).unwrap()).unwrap();
    let mut reader =
        csv::ReaderBuilder::new().delimiter(b';').from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let mut n_guarded = 0;
    for record in reader.records().map(Result::unwrap) {
        for cell in &record {
            let begins = FORMULAS.iter().any(|formula| cell.starts_with(formula.chars().next().unwrap()));
            assert!(!begins || cell.replace(',', ".").parse::<f64>().is_ok(), "{cell:?}");
            n_guarded += usize::from(cell.starts_with('\'') && cell != HOSTILE[3]);
        }
    }
    assert_eq!(n_guarded, FORMULAS.len());
    assert!(text.contains("\r\n") && !text.replace("\r\n", "").is_empty());
    // A workbook holds typed text and no formula at all.
    let bytes = file(&snapshot, level, FileKind::Xlsx).unwrap();
    let mut zip = zip::ZipArchive::new(Cursor::new(&bytes)).unwrap();
    for at in 0..zip.len() {
        let mut part = zip.by_index(at).unwrap();
        let mut text = String::new();
        if part.name().unwrap().ends_with(".xml") {
            part.read_to_string(&mut text).unwrap();
            assert!(!text.contains("<f>") && !text.contains("<f "), "a formula in part {at}");
        }
    }
}

#[test]
fn the_same_level_gives_the_same_bytes_whatever_the_clock_says() {
    let made = || FileKind::ALL.map(|kind| file(&snapshot(), neighbourhoods(&snapshot()), kind).unwrap());
    let once = made();
    // A zip counts time in steps of two seconds.
    std::thread::sleep(std::time::Duration::from_millis(2_100));
    for ((kind, once), again) in FileKind::ALL.iter().zip(once).zip(made()) {
        assert!(once == again, "{kind:?}");
    }
}

#[test]
fn every_file_says_what_it_is_where_it_comes_from_and_how_to_cite_it() {
    let snapshot = snapshot();
    let level = neighbourhoods(&snapshot);
    let bytes = |kind| file(&snapshot, level, kind).unwrap();
    let cite = citation(&snapshot, level);
    let manifest = snapshot.manifest();
    for pinned in [snapshot.id(), &manifest.data_hash, &manifest.program_sha256, &manifest.recipes[0].sha256, "CC0-1.0"]
    {
        assert!(cite.contains(pinned), "{pinned} in {cite}");
    }
    let files = unzipped(&bytes(FileKind::CsvZip));
    let names: Vec<&str> = files.keys().map(String::as_str).collect();
    let expected = [
        "CITATION.txt",
        "README.txt",
        "areas.csv",
        "burdens-samen.csv",
        "datapackage.json",
        "dictionary.csv",
        "figures.csv",
        "reasons.csv",
        "sources.csv",
    ];
    assert_eq!(names, expected);
    assert_eq!(files["CITATION.txt"], cite);
    // Every table is described, column by column.
    let package: Value = serde_json::from_str(&files["datapackage.json"]).unwrap();
    for resource in package["resources"].as_array().unwrap() {
        let head = files[resource["path"].as_str().unwrap()].lines().next().unwrap();
        let fields =
            resource["schema"]["fields"].as_array().unwrap().iter().map(|field| field["name"].as_str().unwrap());
        assert_eq!(head, fields.collect::<Vec<_>>().join(","));
    }
    assert_eq!(package["resources"].as_array().unwrap().len(), 6);
    let mut book = Xlsx::new(Cursor::new(bytes(FileKind::Xlsx))).unwrap();
    let sheets = ["readme", "figures", "missing", "burdens-samen", "dictionary", "reasons", "sources"];
    assert_eq!(book.sheet_names(), sheets);
    let readme = book.worksheet_range("readme").unwrap();
    assert!(readme.rows().any(|row| row[0].to_string().contains(&manifest.data_hash)));
    let collection: Value = serde_json::from_slice(&bytes(FileKind::GeoJson)).unwrap();
    assert_eq!(collection["citation"], Value::String(cite.clone()));
    assert_eq!(collection["sources"][0]["licence"], "CC0-1.0");
    let db = database(&bytes(FileKind::Gpkg));
    let text: String = db.query_row("SELECT metadata FROM gpkg_metadata WHERE id = 1", [], |row| row.get(0)).unwrap();
    assert_eq!(text, cite);
    assert_eq!(of_table(&db, "sources")[0]["attribution"], "Inventor");
    assert_eq!(of_table(&db, "reasons").len(), 7);
    use parquet::file::reader::{FileReader, SerializedFileReader};
    let reader = SerializedFileReader::new(parquet_bytes(&bytes(FileKind::Parquet))).unwrap();
    let notes = reader.metadata().file_metadata().key_value_metadata().unwrap();
    let note = |key: &str| notes.iter().find(|note| note.key == key).unwrap().value.clone().unwrap();
    assert_eq!((note("kapstok:citation"), note("kapstok:licence").as_str()), (cite, "CC0-1.0"));
    let geo: Value = serde_json::from_str(&note("geo")).unwrap();
    assert_eq!(geo["columns"]["geometry"]["crs"]["id"]["code"], 28992);
    assert_eq!(geo["columns"]["geometry"]["covering"]["bbox"]["xmin"], serde_json::json!(["bbox", "xmin"]));
}

#[test]
fn a_geopackage_is_one_by_its_own_tables() {
    let snapshot = snapshot();
    let level = neighbourhoods(&snapshot);
    let db = database(&file(&snapshot, level, FileKind::Gpkg).unwrap());
    let pragma = |name: &str| db.query_row(&format!("PRAGMA {name}"), [], |row| row.get::<_, i64>(0)).unwrap();
    assert_eq!((pragma("application_id"), pragma("user_version")), (0x4750_4B47, 10_300));
    let ok: String = db.query_row("PRAGMA integrity_check", [], |row| row.get(0)).unwrap();
    assert_eq!(ok, "ok");
    let broken: Option<i64> =
        db.query_row("SELECT count(*) FROM pragma_foreign_key_check", [], |row| row.get(0)).unwrap();
    assert_eq!(broken, Some(0));
    let blob: Vec<u8> = db.query_row("SELECT geom FROM neighbourhood WHERE fid = 1", [], |row| row.get(0)).unwrap();
    assert_eq!(&blob[..8], [b'G', b'P', 0, 3, 0x40, 0x71, 0, 0]); // 28992, little-endian.
    let whole = |from: usize| f64::from_le_bytes(blob[8 + 8 * from..16 + 8 * from].try_into().unwrap());
    assert_eq!([0, 1, 2, 3].map(whole), [120_000.0, 121_000.0, 480_000.0, 481_000.0]);
    // A MultiPolygon of one polygon of one ring of five points, against the clock.
    assert_eq!(&blob[40..49], [1, 6, 0, 0, 0, 1, 0, 0, 0]);
    let without: i64 =
        db.query_row("SELECT count(*) FROM neighbourhood WHERE geom IS NULL", [], |row| row.get(0)).unwrap();
    assert_eq!(without, 1);
}

#[test]
fn geojson_is_in_degrees_and_turns_the_right_way() {
    let snapshot = snapshot();
    let collection: Value =
        serde_json::from_slice(&file(&snapshot, neighbourhoods(&snapshot), FileKind::GeoJson).unwrap()).unwrap();
    let geometry = &collection["features"][0]["geometry"];
    assert_eq!(geometry["type"], "MultiPolygon");
    let ring: Vec<[f64; 2]> = serde_json::from_value(geometry["coordinates"][0][0].clone()).unwrap();
    assert_eq!((ring.len(), ring[0]), (5, ring[4]));
    // x 120 km, y 480 km lies some 5 minutes west of Amersfoort and 17 km north.
    assert!(ring.iter().all(|[lon, lat]| (4.8..4.9).contains(lon) && (52.2..52.4).contains(lat)), "{ring:?}");
    let turned: f64 = ring.windows(2).map(|pair| pair[0][0] * pair[1][1] - pair[1][0] * pair[0][1]).sum();
    assert!(turned > 0.0, "against the clock");
    let features = collection["features"].as_array().unwrap();
    assert_eq!(features.last().unwrap()["geometry"], Value::Null);
}

#[test]
fn a_level_without_a_map_has_all_files_but_maps() {
    let snapshot = snapshot();
    let level = snapshot.level("municipality").unwrap();
    for kind in FileKind::ALL {
        match file(&snapshot, level, kind) {
            Ok(bytes) => assert!(!kind.needs_map() && bytes.len() > 100, "{kind:?}"),
            Err(error) => {
                assert_eq!((kind.needs_map(), error), (true, FileError::NoMap { level: "municipality".to_owned() }))
            }
        }
        assert_eq!(FileKind::of_extension(kind.extension()), Some(kind));
    }
    assert_eq!(file_name(&snapshot, level, FileKind::CsvNl), "kapstok-municipality-2024-seed4.nl.csv");
}

/// The coordinate system that the notes of a GeoParquet file name: in `geo`, and beside it.
fn systems_of_parquet(bytes: &[u8]) -> (Value, String) {
    use parquet::file::reader::{FileReader, SerializedFileReader};
    let reader = SerializedFileReader::new(parquet_bytes(bytes)).unwrap();
    let notes = reader.metadata().file_metadata().key_value_metadata().unwrap();
    let note = |key: &str| notes.iter().find(|note| note.key == key).unwrap().value.clone().unwrap();
    let geo: Value = serde_json::from_str(&note("geo")).unwrap();
    (geo["columns"]["geometry"]["crs"].clone(), note("kapstok:crs"))
}

#[test]
fn a_map_keeps_the_number_of_its_system_and_is_geojson_only_where_that_leads_to_degrees() {
    // The British grid, for which we have words but no way to degrees; the French one, of which we know the number alone.
    for (srs, in_words, to_degrees) in [
        (4326, true, true),
        (4258, true, true),
        (3857, true, true),
        (28_992, true, true),
        (27_700, true, false),
        (2154, false, false),
    ] {
        let snapshot = Snapshot::new(raw(srs, [5.0, 52.0], 0.01)).unwrap();
        let level = neighbourhoods(&snapshot);
        let kinds: Vec<FileKind> = FileKind::made_of(level).collect();
        assert_eq!(kinds, &FileKind::ALL[..6 + usize::from(to_degrees)], "{srs}: all but the last one, GeoJSON");
        let made = file(&snapshot, level, FileKind::GeoJson).map(drop);
        let unknown = FileError::UnknownCrs { level: level.name().to_owned(), srs };
        assert_eq!(made, if to_degrees { Ok(()) } else { Err(unknown) });
        let (crs, note) = systems_of_parquet(&file(&snapshot, level, FileKind::Parquet).unwrap());
        assert_eq!(note, format!("EPSG:{srs}"));
        match (srs, in_words) {
            (4326, _) => assert_eq!(crs["id"]["code"], "CRS84"),
            (_, true) => assert_eq!((&crs["id"]["authority"], &crs["id"]["code"]), (&"EPSG".into(), &srs.into())),
            (_, false) => assert_eq!(crs, Value::Null, "a number alone is no PROJJSON"),
        }
        let db = database(&file(&snapshot, level, FileKind::Gpkg).unwrap());
        let said: (String, u32, String) = db
            .query_row(
                "SELECT organization, organization_coordsys_id, definition FROM gpkg_geometry_columns \
                 JOIN gpkg_spatial_ref_sys USING (srs_id)",
                [],
                |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
            )
            .unwrap();
        assert_eq!((said.0.as_str(), said.1), ("EPSG", srs));
        assert_eq!(said.2 != "undefined", in_words && srs != 27_700, "{}", said.2);
        let head: Vec<u8> = db.query_row("SELECT geom FROM neighbourhood WHERE fid = 1", [], |row| row.get(0)).unwrap();
        assert_eq!(head[4..8], srs.to_le_bytes());
    }
}

#[test]
fn a_map_in_european_degrees_has_the_east_first_in_a_build_and_in_geojson() {
    let snapshot = Snapshot::new(raw(4258, [5.0, 52.0], 0.01)).unwrap();
    let collection: Value =
        serde_json::from_slice(&file(&snapshot, neighbourhoods(&snapshot), FileKind::GeoJson).unwrap()).unwrap();
    let corner = &collection["features"][0]["geometry"]["coordinates"][0][0][0];
    // Against the clock the south-east corner comes first here.
    assert_eq!(*corner, serde_json::json!([5.01, 52.0]));
}

#[test]
fn an_outline_that_cannot_be_read_or_lies_nowhere_is_an_area_without_a_place_in_every_form() {
    let mut raw = raw(4326, [5.0, 52.0], 0.01);
    let outlines = raw.levels[3].outlines.as_mut().unwrap();
    outlines.wkb[0] = Some(Box::from([1_u8, 3, 0, 0]));
    // 97 degrees north, at the third corner of five.
    let lost = outlines.wkb[1].as_mut().unwrap();
    lost[13 + 2 * 16 + 8..13 + 3 * 16].copy_from_slice(&97.0_f64.to_le_bytes());
    let snapshot = Snapshot::new(raw).unwrap();
    let level = neighbourhoods(&snapshot);
    let bytes: BTreeMap<FileKind, Vec<u8>> =
        FileKind::made_of(level).map(|kind| (kind, file(&snapshot, level, kind).unwrap())).collect();
    assert_eq!(bytes.len(), FileKind::ALL.len());
    let collection: Value = serde_json::from_slice(&bytes[&FileKind::GeoJson]).unwrap();
    let features = collection["features"].as_array().unwrap();
    let places: Vec<bool> = features.iter().map(|feature| !feature["geometry"].is_null()).collect();
    assert_eq!((features.len(), &places[..3]), (level.len(), &[false, false, true][..]));
    let db = database(&bytes[&FileKind::Gpkg]);
    let without: Vec<i64> = db
        .prepare("SELECT fid FROM neighbourhood WHERE geom IS NULL ORDER BY fid")
        .unwrap()
        .query_map([], |row| row.get(0))
        .unwrap()
        .map(Result::unwrap)
        .collect();
    assert_eq!(without, [1, 2, level.len() as i64]);
    let of_parquet = of_parquet(&bytes[&FileKind::Parquet]);
    let drawn = |area: usize| of_parquet[&level.codes()[area]]["geometry"] == "…";
    assert_eq!([0, 1, 2].map(drawn), [false, false, true]);
}
