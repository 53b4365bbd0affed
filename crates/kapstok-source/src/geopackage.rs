// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Maps and tables as GeoPackage (OGC 12-128r18): one layer, its boundaries as WKB.
//!
//! A GeoPackage is a database, and a database can hold programs: triggers, views, computed columns.
//! It is opened from bytes, read only, with all of that switched off, and only plain tables are read.
//! Not here: raster tiles.

use kapstok_table::{Place, Problem};
use rusqlite::config::DbConfig;
use rusqlite::types::ValueRef;
use rusqlite::{Connection, OptionalExtension};

use crate::limits::{LimitHit, Limits, check};
use crate::raw::{CellKind, RawBuilder, RawTable, trim};
use crate::read::ReadOptions;
use kapstok_table::nearest;

/// Why a layer is not read.
enum GpkgError {
    Limit(LimitHit),
    Damaged(String),
    /// A view, a virtual table, or a computed column: it would run what the file says.
    Program(String),
}

impl From<LimitHit> for GpkgError {
    fn from(hit: LimitHit) -> Self {
        Self::Limit(hit)
    }
}

impl From<rusqlite::Error> for GpkgError {
    fn from(error: rusqlite::Error) -> Self {
        Self::Damaged(error.to_string())
    }
}

/// Names of the layers with features, then of the tables without.
pub(crate) fn sheets(bytes: &[u8]) -> Vec<String> {
    open(bytes).and_then(|database| layers(&database)).unwrap_or_default()
}

/// Reads one layer.
pub(crate) fn read(
    file: &str,
    bytes: &[u8],
    options: &ReadOptions,
    limits: &Limits,
) -> (Option<RawTable>, Vec<Problem>) {
    let mut place = Place::file(file);
    if let Err(hit) = check("database-bytes", bytes.len(), limits.database_bytes) {
        return (None, vec![hit.problem(place)]);
    }
    let (database, layers) = match open(bytes).and_then(|database| Ok((layers(&database)?, database))) {
        Ok((layers, database)) => (database, layers),
        Err(error) => return (None, vec![problem(error, place)]),
    };
    let known = layers.join(", ");
    let mut problems = Vec::new();
    let layer = match &options.sheet {
        Some(wanted) => layers.iter().find(|name| trim(name) == trim(wanted)),
        None => {
            if layers.len() > 1 {
                problems.push(Problem::note("K0314", place.clone()).with("known", &known));
            }
            layers.first()
        }
    };
    let Some(layer) = layer else {
        let wanted = options.sheet.as_deref().unwrap_or_default();
        let problem = Problem::error("K0308", place).with("found", wanted);
        let nearest = nearest(wanted, layers.iter().map(String::as_str));
        return (None, vec![problem.with("nearest", nearest).with("known", &known)]);
    };
    place.sheet = Some(layer.clone());
    match read_layer(file, &database, layer, limits, &mut problems) {
        Ok(table) => {
            if table.n_rows() == 0 {
                problems.push(Problem::warning("K0318", place));
            }
            (Some(table), problems)
        }
        Err(error) => {
            problems.push(problem(error, place));
            (None, problems)
        }
    }
}

fn problem(error: GpkgError, place: Place) -> Problem {
    match error {
        GpkgError::Limit(hit) => hit.problem(place),
        GpkgError::Damaged(found) => Problem::error("K0303", place).with("found", found),
        GpkgError::Program(found) => Problem::error("K0320", place).with("found", found),
    }
}

/// Opens the bytes as a database that can neither be written nor run anything of its own.
fn open(bytes: &[u8]) -> Result<Connection, GpkgError> {
    let mut database = Connection::open_in_memory()?;
    let switches = [
        (DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true),
        (DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false),
        (DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, false),
        (DbConfig::SQLITE_DBCONFIG_ENABLE_VIEW, false),
        (DbConfig::SQLITE_DBCONFIG_WRITABLE_SCHEMA, false),
    ];
    for (switch, on) in switches {
        database.set_db_config(switch, on)?;
    }
    database.deserialize_read_exact("main", bytes, bytes.len(), true)?;
    database.execute_batch("PRAGMA cell_size_check = ON; PRAGMA query_only = ON; PRAGMA mmap_size = 0;")?;
    Ok(database)
}

fn layers(database: &Connection) -> Result<Vec<String>, GpkgError> {
    let is_geopackage = is_plain_table(database, "gpkg_contents")?;
    if !is_geopackage {
        return Err(GpkgError::Damaged("a database without `gpkg_contents`".to_owned()));
    }
    let mut statement = database.prepare(
        "SELECT table_name FROM gpkg_contents WHERE data_type IN ('features', 'attributes') \
         ORDER BY data_type = 'attributes', table_name LIMIT 1000",
    )?;
    let names = statement.query_map([], |row| row.get::<_, String>(0))?;
    Ok(names.collect::<Result<_, _>>()?)
}

fn is_plain_table(database: &Connection, name: &str) -> Result<bool, GpkgError> {
    let query = "SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = ?1 AND rootpage > 0";
    let sql: Option<Option<String>> = database.query_row(query, [name], |row| row.get(0)).optional()?;
    Ok(sql.is_some())
}

fn read_layer(
    file: &str,
    database: &Connection,
    layer: &str,
    limits: &Limits,
    problems: &mut Vec<Problem>,
) -> Result<RawTable, GpkgError> {
    if !is_plain_table(database, layer)? {
        return Err(GpkgError::Program(layer.to_owned()));
    }
    let shape: Option<(String, i64)> = if is_plain_table(database, "gpkg_geometry_columns")? {
        let query = "SELECT column_name, srs_id FROM gpkg_geometry_columns WHERE table_name = ?1";
        database.query_row(query, [layer], |row| Ok((row.get(0)?, row.get(1)?))).optional()?
    } else {
        None
    };
    let mut builder = RawBuilder::new(file, Some(layer), limits);
    let (mut names, mut shape_at) = (Vec::new(), None);
    let mut statement = database.prepare("SELECT name, hidden FROM pragma_table_xinfo(?1)")?;
    let mut rows = statement.query([layer])?;
    while let Some(row) = rows.next()? {
        let (name, hidden): (String, i64) = (row.get(0)?, row.get(1)?);
        if hidden != 0 {
            return Err(GpkgError::Program(name));
        }
        if shape.as_ref().is_some_and(|(column, _)| column.eq_ignore_ascii_case(&name)) {
            shape_at = Some(names.len());
        } else {
            let number = u32::try_from(names.len() + 1).unwrap_or(u32::MAX);
            builder.add_column(&name, number)?;
        }
        names.push(name);
        check("columns", names.len(), limits.columns)?;
    }
    let mut srs = shape.as_ref().and_then(|(_, srs)| u32::try_from(*srs).ok()).filter(|srs| *srs > 0);
    if let Some(found) = epsg(database, srs)? {
        srs = Some(found);
    }
    builder.set_srs(srs);
    let quoted = |name: &str| format!("\"{}\"", name.replace('"', "\"\""));
    let list = names.iter().map(|name| quoted(name)).collect::<Vec<_>>().join(", ");
    let mut statement = database.prepare(&format!("SELECT {list} FROM {}", quoted(layer)))?;
    let mut rows = statement.query([])?;
    let (mut row_number, mut bad_shapes, mut blobs) = (0u32, (0usize, 0u32), (0usize, 0u32));
    while let Some(row) = rows.next()? {
        row_number = row_number.saturating_add(1);
        builder.start_row(row_number)?;
        let mut column = 0;
        for position in 0..names.len() {
            let value = row.get_ref(position)?;
            if Some(position) == shape_at {
                match value {
                    ValueRef::Null => {}
                    ValueRef::Blob(blob) => match strip_header(blob) {
                        Some(wkb) => {
                            check("geometry-bytes", wkb.len(), builder.geometry_left())?;
                            builder.put_geometry(wkb.to_vec())?;
                        }
                        None => count(&mut bad_shapes, row_number),
                    },
                    ValueRef::Integer(_) | ValueRef::Real(_) | ValueRef::Text(_) => count(&mut bad_shapes, row_number),
                }
                continue;
            }
            match value {
                ValueRef::Null => {}
                ValueRef::Integer(value) => {
                    builder.put(column, &value.to_string(), CellKind::Number)?;
                }
                ValueRef::Real(value) => {
                    builder.put(column, &value.to_string(), CellKind::Number)?;
                }
                ValueRef::Text(text) => {
                    builder.put(column, &String::from_utf8_lossy(text), CellKind::Text)?;
                }
                ValueRef::Blob(_) => count(&mut blobs, row_number),
            }
            column += 1;
        }
        builder.end_row();
    }
    for (code, (n, first)) in [("K0316", bad_shapes), ("K0319", blobs)] {
        if n > 0 {
            let place = Place { row: Some(first), sheet: Some(layer.to_owned()), ..Place::file(file) };
            problems.push(Problem { count: n, ..Problem::warning(code, place) });
        }
    }
    Ok(builder.finish())
}

fn count(tally: &mut (usize, u32), row: u32) {
    if tally.0 == 0 {
        tally.1 = row;
    }
    tally.0 += 1;
}

/// The EPSG number behind an id of the file's own list of systems.
fn epsg(database: &Connection, srs: Option<u32>) -> Result<Option<u32>, GpkgError> {
    let (Some(srs), true) = (srs, is_plain_table(database, "gpkg_spatial_ref_sys")?) else { return Ok(None) };
    let query =
        "SELECT organization_coordsys_id FROM gpkg_spatial_ref_sys WHERE srs_id = ?1 AND upper(organization) = 'EPSG'";
    let found: Option<i64> = database.query_row(query, [srs], |row| row.get(0)).optional()?;
    Ok(found.and_then(|code| u32::try_from(code).ok()))
}

/// WKB behind the header of a GeoPackage blob (`GP`, version, flags, system, envelope).
fn strip_header(blob: &[u8]) -> Option<&[u8]> {
    let (head, rest) = blob.split_first_chunk::<8>()?;
    if &head[..2] != b"GP" {
        return None;
    }
    let flags = head[3];
    let n_envelope = match (flags >> 1) & 7 {
        0 => 0,
        1 => 32,
        2 | 3 => 48,
        4 => 64,
        _ => return None,
    };
    let is_empty = flags & 0x10 != 0;
    let wkb = rest.get(n_envelope..)?;
    (!is_empty && wkb.len() >= 5 && wkb[0] <= 1).then_some(wkb)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_header_of_a_geopackage_blob_is_taken_off() {
        let wkb = [1u8, 1, 0, 0, 0, 9, 9];
        let blob = |flags: u8, n_envelope: usize| {
            let head = [b'G', b'P', 0, flags, 0, 0, 0, 0];
            head.into_iter().chain(std::iter::repeat_n(0, n_envelope)).chain(wkb).collect::<Vec<u8>>()
        };
        assert_eq!(strip_header(&blob(0b0001, 0)), Some(&wkb[..]));
        assert_eq!(strip_header(&blob(0b0011, 32)), Some(&wkb[..]));
        assert_eq!(strip_header(&blob(0b1001, 64)), Some(&wkb[..]));
        assert_eq!(strip_header(&blob(0b1011, 0)), None, "an envelope of a kind that there is not");
        assert_eq!(strip_header(&blob(0b1_0001, 0)), None, "marked as empty");
        assert_eq!(strip_header(b"GP"), None);
        assert_eq!(strip_header(b"XXXXXXXXXXXXXXXX"), None);
    }
}
