// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! CSV files in one zip, with a `datapackage.json` (Frictionless Data Package 1) that says what each column holds.
//!
//! In: a level. Out: a zip. Invariant: every table of the zip is described, codes as text; no time of writing is in it.

use std::io::{Cursor, Write};

use serde_json::{Value, json};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::FileError;
use super::about::{areas, burdens, citation, day, dictionary, readme, reasons, sources};
use super::csv_text::{Dialect, write_to};
use super::long::{self, Areas, Cells};
use super::sheet::{Kind, Sheet};
use crate::snapshot::{Level, Snapshot};

/// Writes a level.
pub(super) fn write(snapshot: &Snapshot, level: &Level) -> Result<Vec<u8>, FileError> {
    let failed = FileError::writer("zip");
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default())
        // Beyond four gigabytes a zip needs another form of head; which one is decided before the size is known.
        .large_file(false);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let mut tables = vec![
        long::sheet(snapshot, level, Areas::InEveryRow, Cells::All),
        areas(snapshot, level),
        dictionary(snapshot, level),
        reasons(),
        sources(snapshot, level),
    ];
    tables.extend(burdens(snapshot, level));
    let mut resources = Vec::new();
    for table in tables {
        resources.push(resource(&table));
        zip.start_file(format!("{}.csv", table.name), options).map_err(|error| failed(&error))?;
        write_to(table, Dialect::Iso, &mut zip)?;
    }
    let description = format!("{:#}\n", description(snapshot, level, resources));
    let texts = [
        ("datapackage.json", description),
        ("CITATION.txt", citation(snapshot, level)),
        ("README.txt", readme(snapshot)),
    ];
    for (name, text) in texts {
        zip.start_file(name, options).map_err(|error| failed(&error))?;
        zip.write_all(text.as_bytes()).map_err(|error| failed(&error))?;
    }
    zip.finish().map(Cursor::into_inner).map_err(|error| failed(&error))
}

fn resource(table: &Sheet<'_>) -> Value {
    let field = |field: &super::sheet::Field| {
        let kind = match field.kind {
            Kind::Text => "string",
            Kind::Number => "number",
            Kind::Integer => "integer",
        };
        json!({ "name": field.name, "type": kind, "description": field.about })
    };
    let key: &[&str] = match table.name.as_str() {
        "figures" => &["area", "indicator", "period"],
        "dictionary" => &["indicator"],
        "reasons" => &["reason"],
        "sources" => &["number"],
        _ => &["area"],
    };
    json!({
        // A name may hold no other signs.
        "name": table.name.to_lowercase().replace(|sign: char| !(sign.is_ascii_alphanumeric() || sign == '-'), "-"),
        "path": format!("{}.csv", table.name),
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": { "delimiter": ",", "lineTerminator": "\n", "quoteChar": "\"", "doubleQuote": true, "header": true },
        "schema": {
            "fields": table.fields.iter().map(field).collect::<Vec<Value>>(),
            "missingValues": [""],
            "primaryKey": key,
        },
    })
}

fn description(snapshot: &Snapshot, level: &Level, resources: Vec<Value>) -> Value {
    let manifest = snapshot.manifest();
    let Value::Array(files) = super::geojson::rows(sources(snapshot, level)) else { return Value::Null };
    let mut licences: Vec<&str> = files.iter().filter_map(|file| file["licence"].as_str()).collect();
    licences.sort_unstable();
    licences.dedup();
    let licences = licences.into_iter().map(|name| json!({ "name": name.replace(' ', "-"), "title": name }));
    let sources = files.iter().map(|file| {
        let mut source = json!({ "title": file["title"] });
        if let Some(url) = file["url"].as_str() {
            source["path"] = json!(url);
        }
        source
    });
    let mut package = json!({
        "name": format!("kapstok-{}", level.name().to_lowercase()),
        "id": snapshot.id(),
        "profile": "tabular-data-package",
        "title": format!("{}: {}", manifest.title.en, level.name()),
        "description": citation(snapshot, level),
        "version": manifest.data_hash,
        "licenses": licences.collect::<Vec<Value>>(),
        "sources": sources.collect::<Vec<Value>>(),
        "resources": resources,
    });
    if let Some(day) = day(snapshot) {
        package["created"] = json!(format!("{day}T00:00:00Z"));
    }
    package
}
