// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! A table of a document as HTML: on a narrow screen each row is a card, each cell with the title of its column.
//!
//! In: a [`Table`]. Out: HTML; nothing for a table without rows. Invariant: what is missing is hatched and said.

use askama::Template;
use kapstok_agenda::entry::Id;
use kapstok_share::document::{Content, Item, Table};

use crate::pages::frame::Link;
use crate::pages::voice::Voice;

#[derive(Template)]
#[template(path = "agenda-table.html")]
struct TableTemplate {
    class: &'static str,
    caption: String,
    columns: Vec<(String, bool)>,
    rows: Vec<Row>,
}

struct Row {
    id: Option<String>,
    is_total: bool,
    cells: Vec<Cell>,
}

struct Cell {
    class: &'static str,
    /// The number of the thing that a row is about.
    thing: Option<String>,
    lines: Vec<String>,
    link: Option<Link>,
}

/// Text of a cell that is not broken into lines, in bytes.
const SHORT: usize = 11;

/// How a table is shown.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Look<'a> {
    /// A word for the style sheet.
    pub(super) class: &'static str,
    /// The things that the rows are about, in their order: a row can then be linked to.
    pub(super) ids: &'a [Id],
    /// How many rows at the end are totals.
    pub(super) n_totals: usize,
}

/// The HTML of a table.
pub(super) fn html(table: Table, look: Look<'_>) -> String {
    let n_rows = table.rows.len();
    if n_rows == 0 {
        return String::new();
    }
    let columns: Vec<(String, bool)> =
        table.columns.into_iter().map(|it| (it.title, it.content == Content::Numbers)).collect();
    let row = |(position, items): (usize, Vec<Item>)| {
        let id = look.ids.get(position).map(Id::to_string);
        let mut cells: Vec<Cell> = items.into_iter().map(cell).collect();
        cells.resize_with(columns.len(), || cell(Item::Empty));
        for (cell, (_, is_number)) in cells.iter_mut().zip(&columns) {
            if cell.class == "is-gap" && *is_number {
                cell.class = "is-gap num";
            }
        }
        if let (Some(id), Some(first)) = (&id, cells.first_mut()) {
            take_number(first, id);
        }
        Row { id, is_total: position + look.n_totals >= n_rows, cells }
    };
    let rows = table.rows.into_iter().enumerate().map(row).collect();
    let template = TableTemplate { class: look.class, caption: table.caption, columns, rows };
    template.render().unwrap_or_default()
}

/// The number that stands before a name stands apart from it.
fn take_number(cell: &mut Cell, id: &str) {
    if let Some(rest) = cell.lines.first().and_then(|line| line.strip_prefix(&format!("{id} "))).map(str::to_owned) {
        cell.lines[0] = rest;
        cell.thing = Some(id.to_owned());
    }
}

fn cell(item: Item) -> Cell {
    let (class, text) = match item {
        Item::Empty => ("is-empty", String::new()),
        Item::Text(text) if text.is_empty() => ("is-empty", text),
        // A day or a year stays in one line.
        Item::Text(text) if text.len() <= SHORT => ("is-short", text),
        Item::Text(text) => ("", text),
        Item::Number { said, .. } => ("num", said.replace(' ', "\u{a0}")),
        Item::Hole(text) => ("is-gap", text),
    };
    // A sign and its number stay together.
    let text = text.replace("€ ", "€\u{a0}").replace(" %", "\u{a0}%");
    Cell { class, thing: None, lines: text.lines().map(str::to_owned).collect(), link: None }
}

/// A row of counts with a link at its beginning.
pub(super) struct Counts {
    /// Where the row leads.
    pub(super) link: Link,
    /// What stands in it.
    pub(super) cells: Vec<String>,
}

/// The HTML of rows of counts: titles of the columns by key, the first for the link.
pub(super) fn counts(v: &Voice, caption: &str, columns: &[(&str, bool)], rows: Vec<Counts>) -> String {
    let row = |counts: Counts| {
        let first = Cell { class: "", thing: None, lines: Vec::new(), link: Some(counts.link) };
        let others = counts.cells.into_iter().zip(columns.iter().skip(1)).map(|(text, (_, is_number))| Cell {
            class: if *is_number { "num" } else { "" },
            thing: None,
            lines: vec![text],
            link: None,
        });
        Row { id: None, is_total: false, cells: std::iter::once(first).chain(others).collect() }
    };
    let template = TableTemplate {
        class: "",
        caption: v.s(caption),
        columns: columns.iter().map(|(key, is_number)| (v.s(key), *is_number)).collect(),
        rows: rows.into_iter().map(row).collect(),
    };
    template.render().unwrap_or_default()
}
