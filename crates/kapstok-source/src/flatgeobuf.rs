// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Maps as FlatGeobuf: one row per feature, its boundary as WKB.
//!
//! The library checks the buffers; features are cut out of the file and their properties and boundaries
//! walked here, because its own walk trusts lengths inside them. Rows are numbered from 1.

use flatgeobuf::{ColumnType, Geometry, GeometryType, size_prefixed_root_as_feature, size_prefixed_root_as_header};
use kapstok_table::{Place, Problem};

use crate::limits::{LimitHit, Limits};
use crate::raw::{CellKind, RawBuilder, RawTable};
use crate::read::ReadOptions;
use crate::wkb::{Shape, ShapeError, WkbWriter};

/// How deep shapes may lie in each other.
const MAX_DEPTH: usize = 4;
/// Bytes of one node of the index: four coordinates and an offset.
const INDEX_NODE_BYTES: u128 = 40;

/// Why a map is not read.
enum FgbError {
    Limit(LimitHit),
    Damaged(String),
}

impl From<LimitHit> for FgbError {
    fn from(hit: LimitHit) -> Self {
        Self::Limit(hit)
    }
}

/// Reads all features.
pub(crate) fn read(
    file: &str,
    bytes: &[u8],
    options: &ReadOptions,
    limits: &Limits,
) -> (Option<RawTable>, Vec<Problem>) {
    let mut problems = Vec::new();
    match read_features(file, bytes, options, limits, &mut problems) {
        Ok(table) => {
            if table.n_rows() == 0 {
                problems.push(Problem::warning("K0318", Place::file(file)));
            }
            (Some(table), problems)
        }
        Err(FgbError::Limit(hit)) => (None, vec![hit.problem(Place::file(file))]),
        Err(FgbError::Damaged(found)) => (None, vec![Problem::error("K0303", Place::file(file)).with("found", found)]),
    }
}

fn damaged(found: impl ToString) -> FgbError {
    FgbError::Damaged(found.to_string())
}

fn read_features(
    file: &str,
    bytes: &[u8],
    options: &ReadOptions,
    limits: &Limits,
    problems: &mut Vec<Problem>,
) -> Result<RawTable, FgbError> {
    let cut = || damaged("the file ends too early");
    if bytes.get(3).is_none_or(|version| *version > flatgeobuf::VERSION) {
        return Err(damaged("a newer version of the form"));
    }
    let header_bytes = sized(bytes, 8).ok_or_else(cut)?;
    let header = size_prefixed_root_as_header(header_bytes).map_err(damaged)?;
    let mut builder = RawBuilder::new(file, options.sheet.as_deref(), limits);
    let mut types: Vec<ColumnType> = Vec::new();
    for (number, column) in (1..).zip(header.columns().iter().flatten()) {
        builder.add_column(column.name(), number)?;
        types.push(column.type_());
    }
    let crs = header.crs().map(|crs| crs.code()).filter(|code| *code > 0);
    builder.set_srs(crs.and_then(|code| u32::try_from(code).ok()));
    let index_bytes = index_bytes(header.features_count(), header.index_node_size()).ok_or_else(cut)?;
    let mut at = (8 + header_bytes.len()).checked_add(index_bytes).ok_or_else(cut)?;
    if at > bytes.len() {
        return Err(cut());
    }
    let (mut row_number, mut n_bad_shapes, mut first_bad) = (0u32, 0usize, 0u32);
    while at < bytes.len() {
        let feature_bytes = sized(bytes, at).ok_or_else(cut)?;
        let feature = size_prefixed_root_as_feature(feature_bytes).map_err(damaged)?;
        at += feature_bytes.len();
        row_number = row_number.saturating_add(1);
        builder.start_row(row_number)?;
        if let Some(properties) = feature.properties() {
            put_properties(&mut builder, properties.bytes(), &types)?;
        }
        if let Some(geometry) = feature.geometry() {
            let mut writer = WkbWriter::new(builder.geometry_left());
            match write(geometry, header.geometry_type(), &mut writer, 0) {
                Ok(()) => builder.put_geometry(writer.finish())?,
                Err(ShapeError::Limit(hit)) => return Err(hit.into()),
                Err(ShapeError::NoShape) => {
                    first_bad = if n_bad_shapes == 0 { row_number } else { first_bad };
                    n_bad_shapes += 1;
                }
            }
        }
        builder.end_row();
    }
    if header.features_count() > 0 && header.features_count() != u64::from(row_number) {
        return Err(cut());
    }
    if n_bad_shapes > 0 {
        let place = Place { row: Some(first_bad), ..Place::file(file) };
        problems.push(Problem { count: n_bad_shapes, ..Problem::warning("K0316", place) });
    }
    Ok(builder.finish())
}

/// The bytes of a buffer that starts with its size, the size included.
fn sized(bytes: &[u8], at: usize) -> Option<&[u8]> {
    let size: [u8; 4] = bytes.get(at..at.checked_add(4)?)?.try_into().ok()?;
    let size = u32::from_le_bytes(size) as usize;
    // A smaller root makes the library look before the start of the buffer.
    bytes.get(at..at.checked_add(4)?.checked_add(size)?).filter(|_| size >= 8)
}

/// Bytes of a packed Hilbert tree over `n_items`, 0 where the file has none.
fn index_bytes(n_items: u64, node_size: u16) -> Option<usize> {
    if node_size == 0 || n_items == 0 {
        return Some(0);
    }
    let node_size = u128::from(node_size.max(2));
    let (mut n, mut n_nodes) = (u128::from(n_items), u128::from(n_items));
    loop {
        n = n.div_ceil(node_size);
        n_nodes += n;
        if n == 1 {
            return usize::try_from(n_nodes * INDEX_NODE_BYTES).ok();
        }
    }
}

fn put_properties(builder: &mut RawBuilder<'_>, mut bytes: &[u8], types: &[ColumnType]) -> Result<(), FgbError> {
    while bytes.len() >= 2 {
        let column = usize::from(u16::from_le_bytes(take(&mut bytes)?));
        let kind = *types.get(column).ok_or_else(|| damaged("a property without a column"))?;
        let number =
            |builder: &mut RawBuilder<'_>, text: String| builder.put(column, &text, CellKind::Number).map(drop);
        match kind {
            ColumnType::Byte => number(builder, i8::from_le_bytes(take(&mut bytes)?).to_string())?,
            ColumnType::UByte => number(builder, u8::from_le_bytes(take(&mut bytes)?).to_string())?,
            ColumnType::Short => number(builder, i16::from_le_bytes(take(&mut bytes)?).to_string())?,
            ColumnType::UShort => number(builder, u16::from_le_bytes(take(&mut bytes)?).to_string())?,
            ColumnType::Int => number(builder, i32::from_le_bytes(take(&mut bytes)?).to_string())?,
            ColumnType::UInt => number(builder, u32::from_le_bytes(take(&mut bytes)?).to_string())?,
            ColumnType::Long => number(builder, i64::from_le_bytes(take(&mut bytes)?).to_string())?,
            ColumnType::ULong => number(builder, u64::from_le_bytes(take(&mut bytes)?).to_string())?,
            ColumnType::Float => float(builder, column, f32::from_le_bytes(take(&mut bytes)?))?,
            ColumnType::Double => float(builder, column, f64::from_le_bytes(take(&mut bytes)?))?,
            ColumnType::Bool => {
                let [value] = take(&mut bytes)?;
                builder.put(column, if value == 0 { "false" } else { "true" }, CellKind::Bool)?;
            }
            ColumnType::String | ColumnType::DateTime | ColumnType::Json => {
                let text = std::str::from_utf8(take_sized(&mut bytes)?).map_err(damaged)?;
                builder.put(column, text, CellKind::Text)?;
            }
            ColumnType::Binary => drop(take_sized(&mut bytes)?),
            _ => return Err(damaged("a column of an unknown type")),
        }
    }
    Ok(())
}

/// A number, or nothing: writers from R and GDAL put `NaN` where there is no figure.
fn float<F: ToString + Into<f64> + Copy>(
    builder: &mut RawBuilder<'_>,
    column: usize,
    value: F,
) -> Result<(), LimitHit> {
    if value.into().is_nan() {
        return Ok(());
    }
    builder.put(column, &value.to_string(), CellKind::Number).map(drop)
}

fn take<const N: usize>(bytes: &mut &[u8]) -> Result<[u8; N], FgbError> {
    let (first, rest) = bytes.split_first_chunk::<N>().ok_or_else(|| damaged("a property is cut"))?;
    *bytes = rest;
    Ok(*first)
}

fn take_sized<'a>(bytes: &mut &'a [u8]) -> Result<&'a [u8], FgbError> {
    let size = u32::from_le_bytes(take(bytes)?) as usize;
    let (first, rest) = bytes.split_at_checked(size).ok_or_else(|| damaged("a property is cut"))?;
    *bytes = rest;
    Ok(first)
}

fn write(
    geometry: Geometry<'_>,
    of_layer: GeometryType,
    writer: &mut WkbWriter,
    depth: usize,
) -> Result<(), ShapeError> {
    if depth > MAX_DEPTH {
        return Err(ShapeError::NoShape);
    }
    let kind = if of_layer == GeometryType::Unknown { geometry.type_() } else { of_layer };
    let n_positions = geometry.xy().map_or(0, |xy| xy.len() / 2);
    match kind {
        GeometryType::Point => {
            writer.shape(Shape::Point)?;
            if n_positions != 1 {
                return Err(ShapeError::NoShape);
            }
            positions(geometry, 0, 1, writer)
        }
        GeometryType::LineString => {
            writer.shape(Shape::LineString)?;
            writer.count(n_positions)?;
            positions(geometry, 0, n_positions, writer)
        }
        GeometryType::MultiPoint => {
            writer.shape(Shape::MultiPoint)?;
            writer.count(n_positions)?;
            (0..n_positions).try_for_each(|position| {
                writer.shape(Shape::Point)?;
                positions(geometry, position, position + 1, writer)
            })
        }
        GeometryType::Polygon => {
            writer.shape(Shape::Polygon)?;
            lines(geometry, None, writer)
        }
        GeometryType::MultiLineString => {
            writer.shape(Shape::MultiLineString)?;
            lines(geometry, Some(Shape::LineString), writer)
        }
        GeometryType::MultiPolygon | GeometryType::GeometryCollection => {
            let (shape, of_part) = match kind {
                GeometryType::MultiPolygon => (Shape::MultiPolygon, GeometryType::Polygon),
                _ => (Shape::GeometryCollection, GeometryType::Unknown),
            };
            let parts = geometry.parts().ok_or(ShapeError::NoShape)?;
            writer.shape(shape)?;
            writer.count(parts.len())?;
            parts.iter().try_for_each(|part| write(part, of_part, writer, depth + 1))
        }
        _ => Err(ShapeError::NoShape),
    }
}

/// Rings or lines: cut where `ends` says, one when it says nothing.
fn lines(geometry: Geometry<'_>, each: Option<Shape>, writer: &mut WkbWriter) -> Result<(), ShapeError> {
    let n_positions = geometry.xy().map_or(0, |xy| xy.len() / 2);
    let ends: Vec<usize> = match geometry.ends() {
        Some(ends) if !ends.is_empty() => ends.iter().map(|end| end as usize).collect(),
        Some(_) | None => vec![n_positions],
    };
    writer.count(ends.len())?;
    let mut start = 0;
    for end in ends {
        if end < start || end > n_positions {
            return Err(ShapeError::NoShape);
        }
        if let Some(shape) = each {
            writer.shape(shape)?;
        }
        writer.count(end - start)?;
        positions(geometry, start, end, writer)?;
        start = end;
    }
    if start == n_positions { Ok(()) } else { Err(ShapeError::NoShape) }
}

fn positions(geometry: Geometry<'_>, start: usize, end: usize, writer: &mut WkbWriter) -> Result<(), ShapeError> {
    let Some(xy) = geometry.xy() else { return if end > start { Err(ShapeError::NoShape) } else { Ok(()) } };
    (start..end).try_for_each(|position| writer.position(xy.get(2 * position), xy.get(2 * position + 1)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_index_takes_forty_bytes_per_node_of_every_level() {
        let cases = [
            (0, 16, Some(0)),
            (5, 0, Some(0)),
            (1, 16, Some(2 * 40)), // A leaf and its root.
            (16, 16, Some(17 * 40)),
            (17, 16, Some((17 + 2 + 1) * 40)),
            (u64::MAX, 2, None),
        ];
        for (n_items, node_size, expected) in cases {
            assert_eq!(index_bytes(n_items, node_size), expected, "{n_items} by {node_size}");
        }
    }
}
