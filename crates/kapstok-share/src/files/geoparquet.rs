// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! GeoParquet 1.1: the wide table with outlines, each with its box, along the Hilbert curve.
//!
//! In: a level; without a map it is plain Parquet. Out: bytes. Row groups of a few thousand neighbours with the least and
//! most of each box: who asks for a piece of the map by ranges reads a piece of the file. Citation, licences and dictionary
//! stand in the notes of the file (`kapstok:...`).

use std::collections::BTreeSet;
use std::sync::Arc;

use parquet::basic::{Compression, LogicalType, Repetition, Type as PhysicalType};
use parquet::data_type::{ByteArray, ByteArrayType, DoubleType, Int64Type};
use parquet::errors::ParquetError;
use parquet::file::metadata::KeyValue;
use parquet::file::properties::WriterProperties;
use parquet::file::writer::{SerializedFileWriter, SerializedRowGroupWriter};
use parquet::schema::types::Type;
use serde_json::{Value, json};

use super::about::{citation, dictionary, readme, reasons, sources};
use super::geojson::rows;
use super::shapes::{Shapes, multi_polygon};
use super::sheet::{Field, Item, Kind, Row, Sheet};
use super::{FileError, wide};
use crate::snapshot::{Level, Snapshot};

/// Areas in one row group.
const ROWS: usize = 2_000;
/// The corners of a box.
const CORNERS: [&str; 4] = ["xmin", "ymin", "xmax", "ymax"];

/// Writes a level.
pub(super) fn write(snapshot: &Snapshot, level: &Level) -> Result<Vec<u8>, FileError> {
    let failed = FileError::writer("parquet");
    let shapes = Shapes::of(level);
    bytes(snapshot, level, shapes.as_ref()).map_err(|error| failed(&error))
}

fn bytes(snapshot: &Snapshot, level: &Level, shapes: Option<&Shapes>) -> Result<Vec<u8>, ParquetError> {
    let Sheet { fields, rows, .. } = wide::sheet(snapshot, level);
    let rows: Vec<Row<'_>> = rows.collect();
    let order = shapes.map_or_else(|| (0..level.len()).collect(), Shapes::along_the_curve);
    let schema = Arc::new(schema(&fields, shapes.is_some())?);
    let properties = WriterProperties::builder()
        .set_compression(Compression::SNAPPY)
        .set_created_by("kapstok".to_owned())
        .set_key_value_metadata(Some(notes(snapshot, level, shapes)))
        .build();
    let mut writer = SerializedFileWriter::new(Vec::new(), schema, Arc::new(properties))?;
    for areas in order.chunks(ROWS) {
        let mut group = writer.next_row_group()?;
        for (place, field) in fields.iter().enumerate() {
            write_field(&mut group, field.kind, areas.iter().map(|area| &rows[*area][place]))?;
        }
        if let Some(shapes) = shapes {
            write_shapes(&mut group, shapes, areas)?;
        }
        group.close()?;
    }
    writer.into_inner()
}

fn schema(fields: &[Field], has_map: bool) -> Result<Type, ParquetError> {
    let optional = |name: &str, physical, logical| {
        Type::primitive_type_builder(name, physical)
            .with_repetition(Repetition::OPTIONAL)
            .with_logical_type(logical)
            .build()
            .map(Arc::new)
    };
    let of = |field: &Field| match field.kind {
        Kind::Text => optional(&field.name, PhysicalType::BYTE_ARRAY, Some(LogicalType::String)),
        Kind::Number => optional(&field.name, PhysicalType::DOUBLE, None),
        Kind::Integer => optional(&field.name, PhysicalType::INT64, None),
    };
    let mut columns = fields.iter().map(of).collect::<Result<Vec<_>, _>>()?;
    if has_map {
        columns.push(optional("geometry", PhysicalType::BYTE_ARRAY, None)?);
        let corner = |name: &&str| {
            Type::primitive_type_builder(name, PhysicalType::DOUBLE)
                .with_repetition(Repetition::REQUIRED)
                .build()
                .map(Arc::new)
        };
        let corners = CORNERS.iter().map(corner).collect::<Result<Vec<_>, _>>()?;
        let bbox =
            Type::group_type_builder("bbox").with_repetition(Repetition::OPTIONAL).with_fields(corners).build()?;
        columns.push(Arc::new(bbox));
    }
    Type::group_type_builder("kapstok").with_fields(columns).build()
}

type Group<'a> = SerializedRowGroupWriter<'a, Vec<u8>>;

fn write_field<'a, 'i: 'a>(
    group: &mut Group<'_>,
    kind: Kind,
    items: impl Iterator<Item = &'a Item<'i>> + Clone,
) -> Result<(), ParquetError> {
    let levels: Vec<i16> = items.clone().map(|item| i16::from(*item != Item::Empty)).collect();
    let Some(mut writer) = group.next_column()? else { return Ok(()) };
    match kind {
        Kind::Text => {
            let texts = items.filter_map(|item| match item {
                Item::Text(text) => Some(ByteArray::from(text.as_bytes().to_vec())),
                Item::Number(_) | Item::Integer(_) | Item::Empty => None,
            });
            writer.typed::<ByteArrayType>().write_batch(&texts.collect::<Vec<_>>(), Some(&levels), None)?;
        }
        Kind::Number => {
            let numbers = items.filter_map(|item| match item {
                Item::Number(number) => Some(*number),
                Item::Text(_) | Item::Integer(_) | Item::Empty => None,
            });
            writer.typed::<DoubleType>().write_batch(&numbers.collect::<Vec<_>>(), Some(&levels), None)?;
        }
        Kind::Integer => {
            let numbers = items.filter_map(|item| match item {
                Item::Integer(number) => Some(*number),
                Item::Text(_) | Item::Number(_) | Item::Empty => None,
            });
            writer.typed::<Int64Type>().write_batch(&numbers.collect::<Vec<_>>(), Some(&levels), None)?;
        }
    }
    writer.close()
}

fn write_shapes(group: &mut Group<'_>, shapes: &Shapes, areas: &[usize]) -> Result<(), ParquetError> {
    let levels: Vec<i16> = areas.iter().map(|area| i16::from(shapes.outlines[*area].is_some())).collect();
    let outlines = areas.iter().filter_map(|area| shapes.outlines[*area].as_ref());
    let outlines: Vec<ByteArray> = outlines.map(|outline| ByteArray::from(multi_polygon(outline))).collect();
    if let Some(mut writer) = group.next_column()? {
        writer.typed::<ByteArrayType>().write_batch(&outlines, Some(&levels), None)?;
        writer.close()?;
    }
    let boxes: Vec<[f64; 4]> = areas
        .iter()
        .filter_map(|area| shapes.bounds(*area))
        .map(|it| [it.min()[0], it.min()[1], it.max()[0], it.max()[1]])
        .collect();
    for corner in 0..CORNERS.len() {
        let corners: Vec<f64> = boxes.iter().map(|it| it[corner]).collect();
        if let Some(mut writer) = group.next_column()? {
            writer.typed::<DoubleType>().write_batch(&corners, Some(&levels), None)?;
            writer.close()?;
        }
    }
    Ok(())
}

fn notes(snapshot: &Snapshot, level: &Level, shapes: Option<&Shapes>) -> Vec<KeyValue> {
    let note = |key: &str, value: String| KeyValue::new(key.to_owned(), value);
    let files = rows(sources(snapshot, level));
    let licences: BTreeSet<&str> =
        files.as_array().into_iter().flatten().filter_map(|file| file["licence"].as_str()).collect();
    let mut notes = vec![
        note("kapstok:citation", citation(snapshot, level)),
        note("kapstok:readme", readme(snapshot)),
        note("kapstok:licence", licences.into_iter().collect::<Vec<_>>().join("; ")),
        note("kapstok:dictionary", rows(dictionary(snapshot, level)).to_string()),
        note("kapstok:reasons", rows(reasons()).to_string()),
        note("kapstok:sources", files.to_string()),
    ];
    if let Some(shapes) = shapes {
        notes.push(note("geo", geo(shapes).to_string()));
        // Where `geo` cannot say the system, this does.
        notes.push(note("kapstok:crs", format!("EPSG:{}", shapes.srs)));
    }
    notes
}

fn geo(shapes: &Shapes) -> Value {
    let covering = |corner: &&str| ((*corner).to_owned(), json!(["bbox", corner]));
    let covering: serde_json::Map<String, Value> = CORNERS.iter().map(covering).collect();
    let mut geometry = json!({
        "encoding": "WKB",
        "geometry_types": ["MultiPolygon"],
        "crs": crs(shapes.srs),
        "orientation": "counterclockwise",
        "edges": "planar",
        "covering": { "bbox": covering },
    });
    if let Some(whole) = shapes.whole() {
        geometry["bbox"] = json!([whole.min()[0], whole.min()[1], whole.max()[0], whole.max()[1]]);
    }
    json!({ "version": "1.1.0", "primary_column": "geometry", "columns": { "geometry": geometry } })
}

/// A coordinate system as PROJJSON; null, which says unknown, for one that we do not have in words: a number alone is no
/// PROJJSON, and readers refuse a file with it.
fn crs(srs: u32) -> Value {
    let known = |text| serde_json::from_str(text).unwrap_or(Value::Null);
    match srs {
        4326 => json!({
            "type": "GeographicCRS",
            "name": "WGS 84 (CRS84)",
            "datum": {
                "type": "GeodeticReferenceFrame",
                "name": "World Geodetic System 1984",
                "ellipsoid": {
                    "name": "WGS 84", "semi_major_axis": 6_378_137, "inverse_flattening": 298.257_223_563,
                },
            },
            "coordinate_system": {
                "subtype": "ellipsoidal",
                "axis": [
                    { "name": "Longitude", "abbreviation": "lon", "direction": "east", "unit": "degree" },
                    { "name": "Latitude", "abbreviation": "lat", "direction": "north", "unit": "degree" },
                ],
            },
            "id": { "authority": "OGC", "code": "CRS84" },
        }),
        3857 => known(include_str!("web-mercator.projjson.json")),
        4258 => known(include_str!("etrs89.projjson.json")),
        27_700 => known(include_str!("british-grid.projjson.json")),
        28_992 => known(include_str!("rd.projjson.json")),
        _ => Value::Null,
    }
}
