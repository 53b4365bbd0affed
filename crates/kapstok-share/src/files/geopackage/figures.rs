// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `figures` of a GeoPackage: the long table as a view, so that what is the same for all areas stands there once.
//!
//! In: the long table of a level, whose layer is there already. Out: a table with a row per indicator and period, one with
//! a row per cell, and a view that puts them together. For a country of 14,574 areas that is a third of one
//! table. Invariant: the view has the fields and the rows of the long table, in its order.

use rusqlite::{Connection, params_from_iter};

use super::super::sheet::{Field, Item, Sheet};
use super::{Sql, column, places, quoted};

/// Fields that are the same for all areas of an indicator and period.
const OF_COLUMN: [&str; 7] = ["indicator", "label_nl", "label_en", "period", "unit", "kind", "source"];
/// The field that is the same for all figures of an area: it stands in the layer.
const OF_AREA: &str = "area";

/// Writes the long table of a level. `codes` are those of `layer`, in the order of its rows.
pub(super) fn write(db: &Connection, sheet: Sheet<'_>, layer: &str, codes: &[String]) -> rusqlite::Result<()> {
    db.execute_batch(&tables(&sheet, layer))?;
    let places_of = |wanted: fn(&Field) -> bool| -> Vec<usize> {
        (0..sheet.fields.len()).filter(|&at| wanted(&sheet.fields[at])).collect()
    };
    let (of_column, of_cell) = (places_of(is_of_column), places_of(is_of_cell));
    let area = sheet.fields.iter().position(|field| field.name == OF_AREA);
    let insert = |table: &str, n: usize| db.prepare(&format!("INSERT INTO {table} VALUES ({})", places(n)));
    let mut new_column = insert("figures_column", of_column.len() + 1)?;
    let mut new_cell = insert("figures_cell", of_cell.len() + 3)?;
    let mut n_columns = 0;
    let mut last: Vec<Item<'_>> = Vec::new();
    for row in sheet.rows {
        if n_columns == 0 || !of_column.iter().map(|&at| &row[at]).eq(&last) {
            last = of_column.iter().map(|&at| row[at].clone()).collect();
            n_columns += 1;
            let id = Item::Integer(n_columns);
            new_column.execute(params_from_iter(std::iter::once(&id).chain(&last).map(Sql::Item)))?;
        }
        let keys = [Item::Empty, Item::Integer(n_columns), area.map_or(Item::Empty, |at| row_of(codes, &row[at]))];
        new_cell.execute(params_from_iter(keys.iter().chain(of_cell.iter().map(|&at| &row[at])).map(Sql::Item)))?;
    }
    Ok(())
}

/// The number of an area in its layer.
fn row_of<'a>(codes: &[String], code: &Item<'_>) -> Item<'a> {
    let Item::Text(code) = code else { return Item::Empty };
    let at = codes.binary_search_by(|known| known.as_str().cmp(code)).ok();
    at.and_then(|at| i64::try_from(at + 1).ok()).map_or(Item::Empty, Item::Integer)
}

fn is_of_column(field: &Field) -> bool {
    OF_COLUMN.contains(&field.name.as_str())
}

fn is_of_cell(field: &Field) -> bool {
    field.name != OF_AREA && !is_of_column(field)
}

/// The two tables and the view. A cross join is read from the left to the right: the order of the cells is kept.
fn tables(sheet: &Sheet<'_>, layer: &str) -> String {
    let columns =
        |wanted: fn(&Field) -> bool| -> String { sheet.fields.iter().filter(|it| wanted(it)).map(column).collect() };
    let of = |field: &Field| {
        let table = match field {
            field if field.name == OF_AREA => "area",
            field if is_of_column(field) => "about",
            _ => "cell",
        };
        format!(", {table}.{name} AS {name}", name = quoted(&field.name))
    };
    let fields: String = sheet.fields.iter().map(of).collect();
    format!(
        "CREATE TABLE figures_column (id INTEGER PRIMARY KEY NOT NULL{}); \
         CREATE TABLE figures_cell (id INTEGER PRIMARY KEY NOT NULL, column_id INTEGER NOT NULL, area_id INTEGER NOT NULL{}); \
         CREATE VIEW {} AS SELECT cell.id AS id{fields} FROM figures_cell AS cell \
         CROSS JOIN figures_column AS about ON about.id = cell.column_id \
         CROSS JOIN {} AS area ON area.fid = cell.area_id",
        columns(is_of_column),
        columns(is_of_cell),
        quoted(&sheet.name),
        quoted(layer),
    )
}
