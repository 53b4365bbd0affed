// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! GeoPackage 1.3 (OGC 12-128r17): a layer with the wide table, and tables with all the rest.
//!
//! In: a level with a map. Out: an SQLite file. Tables: the level (features), `figures` (long, a view; what nobody
//! measured is not in it), `burdens-...`, `dictionary`, `reasons`, `sources`; citation and readme by the metadata extension. Invariant: the
//! same level gives the same bytes: the day in it is that of the newest source.

mod figures;

use rusqlite::types::{ToSqlOutput, Value, ValueRef};
use rusqlite::{Connection, MAIN_DB, OpenFlags, params, params_from_iter};

use super::about::{burdens, citation, day, dictionary, readme, reasons, sources};
use super::long::{self, Areas, Cells};
use super::shapes::{Shapes, multi_polygon};
use super::sheet::{Field, Item, Kind, Sheet};
use super::{FileError, wide};
use crate::snapshot::{Level, Snapshot};

/// Tables that every GeoPackage has, and those of the metadata extension.
const TABLES: &str = include_str!("geopackage.sql");

/// Writes a level.
pub(super) fn write(snapshot: &Snapshot, level: &Level) -> Result<Vec<u8>, FileError> {
    let failed = FileError::writer("geopackage");
    let shapes = Shapes::of(level).ok_or_else(|| FileError::no_map(level))?;
    bytes(snapshot, level, &shapes).map_err(|error| failed(&error))
}

fn bytes(snapshot: &Snapshot, level: &Level, shapes: &Shapes) -> rusqlite::Result<Vec<u8>> {
    // A file in memory that can be lent out, not copied. Nobody else writes, and what is half is never read.
    let mut db = Connection::open_with_flags("file:kapstok?vfs=memdb", OpenFlags::default())?;
    db.pragma_update(None, "journal_mode", "OFF")?;
    let moment = format!("{}T00:00:00.000Z", day(snapshot).unwrap_or("2000-01-01"));
    let transaction = db.transaction()?;
    transaction.execute_batch(TABLES)?;
    let srs = system(&transaction, shapes.srs)?;
    let layer = wide::sheet(snapshot, level);
    let name = layer.name.clone();
    features(&transaction, layer, shapes, srs)?;
    let whole = shapes.whole();
    let corner = |of: fn(&kapstok_space::Bounds) -> f64| whole.as_ref().map(of);
    transaction.execute(
        "INSERT INTO gpkg_contents VALUES (?1, 'features', ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        params![
            name,
            snapshot.manifest().title.en,
            moment,
            corner(|it| it.min()[0]),
            corner(|it| it.min()[1]),
            corner(|it| it.max()[0]),
            corner(|it| it.max()[1]),
            srs,
        ],
    )?;
    transaction.execute(
        "INSERT INTO gpkg_geometry_columns VALUES (?1, 'geom', 'MULTIPOLYGON', ?2, 0, 0)",
        params![name, srs],
    )?;
    let listed = |name: &str| {
        transaction.execute(
            "INSERT INTO gpkg_contents VALUES (?1, 'attributes', ?1, '', ?2, NULL, NULL, NULL, NULL, NULL)",
            params![name, moment],
        )
    };
    let long = long::sheet(snapshot, level, Areas::ByCode, Cells::Measured);
    listed(&long.name)?;
    figures::write(&transaction, long, &name, level.codes())?;
    let mut tables: Vec<Sheet<'_>> = burdens(snapshot, level);
    tables.extend([dictionary(snapshot, level), reasons(), sources(snapshot, level)]);
    for table in tables {
        listed(&table.name)?;
        attributes(&transaction, table)?;
    }
    let texts = [citation(snapshot, level), readme(snapshot)];
    for (id, text) in (1_i64..).zip(&texts) {
        transaction.execute(
            "INSERT INTO gpkg_metadata VALUES (?1, 'dataset', 'https://www.w3.org/TR/PNG/#11textinfo', 'text/plain', ?2)",
            params![id, text],
        )?;
        transaction.execute(
            "INSERT INTO gpkg_metadata_reference VALUES ('geopackage', NULL, NULL, NULL, ?1, ?2, NULL)",
            params![moment, id],
        )?;
    }
    transaction.commit()?;
    db.serialize(MAIN_DB).map(|data| data.to_vec())
}

/// The number of a coordinate system in the file. One that we do not have in words is written by its number in the EPSG
/// register, from which programs know the rest; a number that fits no head of a geometry is undefined.
fn system(db: &Connection, srs: u32) -> rusqlite::Result<i32> {
    let Some(srs) = i32::try_from(srs).ok().filter(|srs| *srs > 0) else { return Ok(-1) };
    db.execute(
        "INSERT OR IGNORE INTO gpkg_spatial_ref_sys VALUES ('EPSG:' || ?1, ?1, 'EPSG', ?1, 'undefined', NULL)",
        params![srs],
    )?;
    Ok(srs)
}

/// A name as SQL writes it.
fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

fn columns(sheet: &Sheet<'_>) -> String {
    sheet.fields.iter().map(column).collect()
}

/// A field behind others in a table.
fn column(field: &Field) -> String {
    let kind = match field.kind {
        Kind::Text => "TEXT",
        Kind::Number => "REAL",
        Kind::Integer => "INTEGER",
    };
    format!(", {} {kind}", quoted(&field.name))
}

fn places(n: usize) -> String {
    vec!["?"; n].join(", ")
}

fn features(db: &Connection, sheet: Sheet<'_>, shapes: &Shapes, srs: i32) -> rusqlite::Result<()> {
    let name = quoted(&sheet.name);
    let columns = columns(&sheet);
    db.execute_batch(&format!(
        "CREATE TABLE {name} (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom MULTIPOLYGON{columns})"
    ))?;
    let mut insert = db.prepare(&format!("INSERT INTO {name} VALUES (NULL, {})", places(sheet.fields.len() + 1)))?;
    for (area, row) in sheet.rows.enumerate() {
        let shape = Value::from(shapes.outlines[area].as_ref().map(|_| blob(shapes, area, srs)));
        insert.execute(params_from_iter(std::iter::once(Sql::Shape(shape)).chain(row.iter().map(Sql::Item))))?;
    }
    Ok(())
}

fn attributes(db: &Connection, sheet: Sheet<'_>) -> rusqlite::Result<()> {
    let name = quoted(&sheet.name);
    let columns = columns(&sheet);
    db.execute_batch(&format!("CREATE TABLE {name} (id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL{columns})"))?;
    let mut insert = db.prepare(&format!("INSERT INTO {name} VALUES (NULL, {})", places(sheet.fields.len())))?;
    for row in sheet.rows {
        insert.execute(params_from_iter(row.iter().map(Sql::Item)))?;
    }
    Ok(())
}

/// A value on its way into SQLite.
enum Sql<'a> {
    Shape(Value),
    Item(&'a Item<'a>),
}

impl rusqlite::ToSql for Sql<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self {
            Self::Shape(value) => ValueRef::from(value),
            Self::Item(Item::Empty) => ValueRef::Null,
            Self::Item(Item::Text(text)) => ValueRef::Text(text.as_bytes()),
            Self::Item(Item::Number(number)) => ValueRef::Real(*number),
            Self::Item(Item::Integer(number)) => ValueRef::Integer(*number),
        }))
    }
}

/// The geometry of an area as a GeoPackage holds it: a head with its system and box, and WKB.
fn blob(shapes: &Shapes, area: usize, srs: i32) -> Vec<u8> {
    let (Some(outline), Some(bounds)) = (&shapes.outlines[area], shapes.bounds(area)) else { return Vec::new() };
    // Little-endian, a box of x and y, not empty.
    let mut bytes = b"GP\0\x03".to_vec();
    bytes.extend_from_slice(&srs.to_le_bytes());
    for number in [bounds.min()[0], bounds.max()[0], bounds.min()[1], bounds.max()[1]] {
        bytes.extend_from_slice(&number.to_le_bytes());
    }
    bytes.extend(multi_polygon(outline));
    bytes
}
