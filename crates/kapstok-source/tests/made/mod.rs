// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Small files of every form, made in memory: the figures are invented.

#![allow(dead_code, reason = "each test file uses a part")]

use std::io::{Cursor, Write};

use flatgeobuf::geozero::error::Result as GeozeroResult;
use flatgeobuf::geozero::{ColumnValue, GeomProcessor, GeozeroGeometry, PropertyProcessor};
use flatgeobuf::{ColumnType, FgbCrs, FgbWriter, FgbWriterOptions, GeometryType};
use zip::write::SimpleFileOptions;

/// Packs bytes.
pub(crate) fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

/// A zip of these entries.
pub(crate) fn zip_of(entries: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in entries {
        writer.start_file(*name, SimpleFileOptions::default()).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// The XML of a sheet: rows of cells, numbers as numbers and all else as text.
pub(crate) fn sheet(rows: &[(u32, &[(&str, &str)])]) -> String {
    let cell = |(place, text): &(&str, &str)| match text.parse::<f64>() {
        Ok(_) => format!(r#"<c r="{place}"><v>{text}</v></c>"#),
        Err(_) => format!(r#"<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>"#),
    };
    let row = |(number, cells): &(u32, &[(&str, &str)])| {
        format!(r#"<row r="{number}">{}</row>"#, cells.iter().map(cell).collect::<String>())
    };
    format!("<worksheet><sheetData>{}</sheetData></worksheet>", rows.iter().map(row).collect::<String>())
}

/// A workbook of one sheet.
pub(crate) fn xlsx(sheet: &str) -> Vec<u8> {
    workbook(&[("S", sheet)], None)
}

/// A workbook of these sheets, with or without shared texts.
pub(crate) fn workbook(sheets: &[(&str, &str)], strings: Option<&str>) -> Vec<u8> {
    let (mut names, mut relations) = (String::new(), String::new());
    let mut entries: Vec<(String, Vec<u8>)> = Vec::new();
    for (number, (name, xml)) in (1..).zip(sheets) {
        names += &format!(r#"<sheet name="{name}" sheetId="{number}" r:id="rId{number}"/>"#);
        let kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet";
        relations +=
            &format!(r#"<Relationship Id="rId{number}" Type="{kind}" Target="worksheets/sheet{number}.xml"/>"#);
        entries.push((format!("xl/worksheets/sheet{number}.xml"), xml.as_bytes().to_vec()));
    }
    let book = format!(r#"<workbook xmlns:r="r"><sheets>{names}</sheets></workbook>"#);
    entries.push(("xl/workbook.xml".into(), book.into_bytes()));
    let relations = format!("<Relationships>{relations}</Relationships>");
    entries.push(("xl/_rels/workbook.xml.rels".into(), relations.into_bytes()));
    entries.extend(strings.map(|xml| ("xl/sharedStrings.xml".to_owned(), xml.as_bytes().to_vec())));
    let entries: Vec<(&str, &[u8])> = entries.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
    zip_of(&entries)
}

/// A document with this body.
pub(crate) fn docx(body: &str) -> Vec<u8> {
    let document = format!(r#"<w:document xmlns:w="w"><w:body>{body}</w:body></w:document>"#);
    zip_of(&[("word/document.xml", document.as_bytes())])
}

/// A database made by these statements.
pub(crate) fn geopackage(sql: &str) -> Vec<u8> {
    let mut database = rusqlite::Connection::open_in_memory().unwrap();
    database.execute_batch(sql).unwrap();
    database.serialize("main").unwrap().to_vec()
}

struct Square(f64);

impl GeozeroGeometry for Square {
    fn process_geom<P: GeomProcessor>(&self, to: &mut P) -> GeozeroResult<()> {
        let corners = [(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0), (0.0, 0.0)];
        to.polygon_begin(true, 1, 0)?;
        to.linestring_begin(false, corners.len(), 0)?;
        for (position, (x, y)) in corners.into_iter().enumerate() {
            to.xy(self.0 + x, y, position)?;
        }
        to.linestring_end(false, 0)?;
        to.polygon_end(true, 0)
    }
}

/// A map of squares with the columns `code` and `a`.
pub(crate) fn fgb(areas: &[(&str, f64)]) -> Vec<u8> {
    let options = FgbWriterOptions { crs: FgbCrs { code: 28_992, ..FgbCrs::default() }, ..FgbWriterOptions::default() };
    let mut writer = FgbWriter::create_with_options("areas", GeometryType::Polygon, options).unwrap();
    writer.add_column("code", ColumnType::String, |_, _| {});
    writer.add_column("a", ColumnType::Double, |_, _| {});
    for (number, (code, value)) in areas.iter().enumerate() {
        writer
            .add_feature_geom(Square(number as f64), |feature| {
                feature.property(0, "code", &ColumnValue::String(code)).unwrap();
                feature.property(1, "a", &ColumnValue::Double(*value)).unwrap();
            })
            .unwrap();
    }
    let mut bytes = Vec::new();
    writer.write(&mut bytes).unwrap();
    bytes
}
