// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `datapackage.json` (Frictionless Data Package 1): every file of a build with its fields, so that R,
//! Python and DuckDB read codes as text and know what a column means.

use std::path::Path;

use serde_json::{Value, json};

use super::parquet_file::{FieldKind, Reader};
use crate::failure::Failure;
use crate::workspace::sha256_hex;
use kapstok_share::manifest::Manifest;

/// Describes the CSV and Parquet files of a build.
pub(super) fn write(manifest: &Manifest, dir: &Path) -> Result<(), Failure> {
    let mut names: Vec<String> = std::fs::read_dir(dir)
        .map_err(|error| Failure::io(dir, error))?
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter(|name| name.ends_with(".csv") || name.ends_with(".parquet"))
        .collect();
    names.sort_unstable();
    let resources = names.iter().map(|name| resource(name, dir)).collect::<Result<Vec<Value>, Failure>>()?;
    let mut licences: Vec<&str> = manifest.indicators.iter().map(|indicator| indicator.licence.as_str()).collect();
    licences.sort_unstable();
    licences.dedup();
    let package = json!({
        "name": "kapstok-build",
        "profile": "data-package",
        "title": manifest.title.en,
        "description": if manifest.invented { "Invented example. Internal: areas with few residents are not hidden here." }
            else { "Internal: areas with few residents are not hidden here." },
        "licenses": licences.iter().map(|name| json!({"name": name, "title": name})).collect::<Vec<_>>(),
        "resources": resources,
    });
    super::write_json(&dir.join("datapackage.json"), &package)
}

fn resource(name: &str, dir: &Path) -> Result<Value, Failure> {
    let path = dir.join(name);
    let bytes = std::fs::read(&path).map_err(|error| Failure::io(&path, error))?;
    let (stem, format) = name.rsplit_once('.').unwrap_or((name, ""));
    let mut resource = json!({
        "name": name.to_lowercase().replace(|sign: char| !sign.is_ascii_alphanumeric() && sign != '-', "-"),
        "path": name,
        "title": stem,
        "format": format,
        "mediatype": if format == "csv" { "text/csv" } else { "application/vnd.apache.parquet" },
    });
    if format == "parquet" {
        // Frictionless counts no bytes of Parquet, so the hash stands under a name of ours.
        resource["sha256"] = json!(sha256_hex(&bytes));
        let fields = Reader::open(&path).map_err(|error| Failure::store(&path, error))?.fields();
        let fields: Vec<Value> =
            fields.iter().map(|field| json!({"name": field.name, "type": parquet_type(field.kind)})).collect();
        resource["schema"] = json!({"fields": fields});
    } else {
        resource["bytes"] = json!(bytes.len());
        resource["hash"] = json!(format!("sha256:{}", sha256_hex(&bytes)));
        let mut reader = csv::Reader::from_reader(bytes.as_slice());
        let titles = reader.headers().map_err(|error| Failure::store(&path, error))?.clone();
        // The same table as Parquet knows its types; a recipe may call a column anything.
        let beside = path.with_extension("parquet");
        let known = match beside.exists() {
            true => Reader::open(&beside).map_err(|error| Failure::store(&beside, error))?.fields(),
            false => Vec::new(),
        };
        let type_of = |title: &str| {
            known
                .iter()
                .find(|field| field.name == title)
                .map_or_else(|| field_type(title), |field| csv_type(field.kind))
        };
        let fields: Vec<Value> = titles.iter().map(|title| json!({"name": title, "type": type_of(title)})).collect();
        resource["profile"] = json!("tabular-data-resource");
        resource["encoding"] = json!("utf-8");
        resource["schema"] = json!({"fields": fields, "missingValues": [""]});
    }
    Ok(resource)
}

/// Whole numbers that may be absent reach many readers as decimals, so they are numbers here.
fn parquet_type(kind: FieldKind) -> &'static str {
    match kind {
        FieldKind::Text => "string",
        FieldKind::Number | FieldKind::Integer => "number",
        FieldKind::Bytes => "any",
    }
}

fn csv_type(kind: FieldKind) -> &'static str {
    match kind {
        FieldKind::Text => "string",
        FieldKind::Integer => "integer",
        FieldKind::Number => "number",
        FieldKind::Bytes => "any",
    }
}

/// Of a CSV without Parquet beside it. Codes and words are strings whatever they look like; all else in our CSV files is a number.
fn field_type(title: &str) -> &'static str {
    const WORDS: &[&str] = &[
        "area",
        "name",
        "parent",
        "from",
        "to",
        "evidence",
        "indicator",
        "label_nl",
        "label_en",
        "explanation_nl",
        "explanation_en",
        "unit",
        "direction",
        "domain",
        "kind",
        "modelled_from",
        "population",
        "protected",
        "source",
        "licence",
    ];
    match title {
        word if WORDS.contains(&word) => "string",
        _ => "number",
    }
}
