// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! GeoJSON (RFC 7946): degrees on WGS 84, one feature per area, its code as `id`.
//!
//! In: a level with a map. Out: text. What the standard has no place for (citation, dictionary, reasons, sources) stands
//! beside `features`, as its section 6.1 allows.

use serde_json::{Map, Number, Value, json};

use kapstok_space::{Crs, Outline};

use super::about::{citation, dictionary, readme, reasons, sources};
use super::shapes::{Shapes, closed};
use super::sheet::{Item, Sheet};
use super::{FileError, wide};
use crate::snapshot::{Level, Snapshot};

/// Decimals of a degree: a centimetre.
const DECIMALS: f64 = 1e7;

/// Writes a level.
pub(super) fn write(snapshot: &Snapshot, level: &Level) -> Result<Vec<u8>, FileError> {
    let failed = FileError::writer("geojson");
    let shapes = Shapes::of(level).ok_or_else(|| FileError::no_map(level))?;
    let crs = shapes.crs.ok_or_else(|| FileError::unknown_crs(level, shapes.srs))?;
    let sheet = wide::sheet(snapshot, level);
    let head = json!({
        "type": "FeatureCollection",
        "name": level.name(),
        "citation": citation(snapshot, level),
        "readme": readme(snapshot),
        "dictionary": rows(dictionary(snapshot, level)),
        "reasons": rows(reasons()),
        "sources": rows(sources(snapshot, level)),
    });
    let mut out = head.to_string().into_bytes();
    // One feature at a time: a country is too large to be held twice.
    out.pop();
    out.extend_from_slice(b",\"features\":[");
    for (area, row) in sheet.rows.enumerate() {
        let properties: Map<String, Value> =
            sheet.fields.iter().map(|field| field.name.clone()).zip(row.iter().map(value)).collect();
        let geometry = shapes.outlines[area].as_ref().and_then(|outline| geometry(outline, crs));
        let feature = json!({
            "type": "Feature",
            "id": level.codes()[area],
            "properties": properties,
            "geometry": geometry,
        });
        out.extend_from_slice(if area == 0 { b"\n" } else { b",\n" });
        serde_json::to_writer(&mut out, &feature).map_err(|error| failed(&error))?;
    }
    out.extend_from_slice(b"\n]}\n");
    Ok(out)
}

/// An outline in degrees; `None` where a point of it has no longitude and latitude.
fn geometry(outline: &Outline, crs: Crs) -> Option<Value> {
    let outline = outline.try_map_points(|point| crs.to_lon_lat(point))?;
    let point = |[longitude, latitude]: kapstok_space::Point| {
        json!([(longitude * DECIMALS).round() / DECIMALS, (latitude * DECIMALS).round() / DECIMALS])
    };
    let ring = |(place, ring): (usize, &[kapstok_space::Point])| {
        Value::Array(closed(ring, place == 0).into_iter().map(point).collect())
    };
    let polygons = outline.polygons().map(|polygon| Value::Array(polygon.rings().enumerate().map(ring).collect()));
    Some(json!({ "type": "MultiPolygon", "coordinates": polygons.collect::<Vec<Value>>() }))
}

/// An item as JSON.
pub(super) fn value(item: &Item<'_>) -> Value {
    match item {
        Item::Empty => Value::Null,
        Item::Text(text) => Value::String(text.to_string()),
        Item::Integer(number) => Value::from(*number),
        Item::Number(number) => match number.fract() == 0.0 && number.abs() < 1e15 {
            true => Value::from(*number as i64),
            false => Number::from_f64(*number).map_or(Value::Null, Value::Number),
        },
    }
}

/// A small table as a list of objects.
pub(super) fn rows(sheet: Sheet<'_>) -> Value {
    let names: Vec<String> = sheet.fields.iter().map(|field| field.name.clone()).collect();
    let object = |row: Vec<Item<'_>>| Value::Object(names.iter().cloned().zip(row.iter().map(value)).collect());
    Value::Array(sheet.rows.map(object).collect())
}
