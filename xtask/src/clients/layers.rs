// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The layers of the service as `ogrinfo` lists them: their names, numbers of areas, and the type of every column.
//!
//! Invariant: GDAL takes a type from the first features that it sees, unless it finds the schema. A column whose first
//! figures are missing or whole is held against that schema here.

use serde_json::Value;

use crate::checkout::Checkout;
use crate::server::Server;

/// Holds what `ogrinfo` lists against what the server says.
pub(super) fn types(checkout: &Checkout, server: &Server) -> Result<String, String> {
    let source = format!("OAPIF:{}", server.url("/v1"));
    let told = checkout.output(checkout.command("ogrinfo", &["-so", "-al", &source]))?;
    let collections = get(server, "/v1/collections")?;
    let collections = collections["collections"].as_array().map(Vec::as_slice).unwrap_or_default();
    let mut n_columns = 0;
    for collection in collections {
        let name = collection["id"].as_str().unwrap_or_default();
        let layer = told.split("Layer name: ").find(|layer| layer.lines().next() == Some(name));
        let layer = layer.ok_or_else(|| format!("ogrinfo sees no layer `{name}`"))?;
        let page = get(server, &format!("/v1/collections/{name}/items?limit=1&properties="))?;
        let count = format!("Feature Count: {}", page["numberMatched"]);
        if !layer.lines().any(|line| line == count) {
            return Err(format!("ogrinfo does not say `{count}` of `{name}`"));
        }
        let schema = get(server, &format!("/v1/collections/{name}/schema"))?;
        let fields = schema.pointer("/properties/properties/properties").and_then(Value::as_object);
        for (field, meaning) in fields.ok_or_else(|| format!("no schema of `{name}`"))? {
            let kind = match meaning["type"].as_str() {
                Some("number") => "Real",
                Some("integer") => "Integer",
                _ => "String",
            };
            if !layer.lines().any(|line| line.starts_with(&format!("{field}: {kind} "))) {
                return Err(format!("ogrinfo does not take `{field}` of `{name}` for {kind}"));
            }
            n_columns += 1;
        }
    }
    match collections.len() {
        0 => Err("the server has no collections".to_owned()),
        n => Ok(format!("{n} layers, {n_columns} columns with the type of the schema")),
    }
}

fn get(server: &Server, path: &str) -> Result<Value, String> {
    serde_json::from_slice(&server.get(path)?).map_err(|error| format!("{path}: {error}"))
}
