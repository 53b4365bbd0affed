// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The coverage matrix as a table: burdens and links down, organisations across, holes marked and named.

use kapstok_agenda::entry::{Entry, Id, Noun};
use kapstok_agenda::matrix::{Matrix, MatrixCell, Role, matrix};

use super::Seen;
use super::said::Said;
use crate::document::{Column, Content, Item, Table};

/// What stands in a cell, for a form of its own.
#[derive(Clone, Debug, PartialEq)]
pub struct CellSaid {
    /// Each action with the part that the organisation has in it.
    pub actions: Vec<(Id, String, String)>,
    /// Euros and posts; empty where nothing is said.
    pub sum: String,
    /// Whether the money also stands in another row.
    pub is_shared: bool,
}

/// The matrix in words.
#[derive(Clone, Debug, PartialEq)]
pub struct MatrixSaid {
    /// Titles of the columns: organisations, then those that nobody owns.
    pub columns: Vec<String>,
    /// Title of a row, whether no action works on it, and its cells.
    pub rows: Vec<RowSaid>,
    /// What the whole area has.
    pub total: String,
}

/// A row in words.
#[derive(Clone, Debug, PartialEq)]
pub struct RowSaid {
    /// Which burden, link or strength.
    pub id: Option<Id>,
    /// Its kind: `burden`, `link`, `strength`, or none.
    pub kind: &'static str,
    /// Its name, a link by its ends.
    pub title: String,
    /// Whether no action names it.
    pub is_hole: bool,
    /// One for each column.
    pub cells: Vec<CellSaid>,
}

/// Says the matrix of an area.
pub fn said(seen: &Seen<'_>) -> MatrixSaid {
    let state = &seen.agenda.state;
    let said = Said { state, words: seen.words };
    let Matrix { rows, columns, cells, total } = matrix(state, seen.code());
    let nobody = |key: &str| seen.words.say(key, &[]);
    let cell = |cell: &MatrixCell| CellSaid {
        actions: cell.actions.iter().map(|(id, role)| (*id, said.name(*id), part(&said, *role))).collect(),
        sum: said.sum(&cell.sum),
        is_shared: cell.is_shared,
    };
    let row = |(id, cells): (&Option<Id>, &Vec<MatrixCell>)| RowSaid {
        id: *id,
        kind: id.and_then(|id| state.get(id)).map_or("none", kind_of),
        title: id.map_or_else(|| nobody("matrix-nothing"), |id| said.title(id)),
        is_hole: cells.iter().all(|cell| cell.actions.is_empty()),
        cells: cells.iter().map(cell).collect(),
    };
    MatrixSaid {
        columns: columns.iter().map(|id| id.map_or_else(|| nobody("matrix-nobody"), |id| said.name(id))).collect(),
        rows: rows.iter().zip(&cells).map(row).collect(),
        total: said.sum(&total),
    }
}

fn kind_of(entry: &Entry) -> &'static str {
    match (entry.noun(), entry.word("side")) {
        (Noun::Link, _) => "link",
        (_, Some("strength")) => "strength",
        _ => "burden",
    }
}

fn part(said: &Said<'_>, role: Role) -> String {
    said.word(role.word())
}

/// The matrix as a table of a document.
pub fn table(seen: &Seen<'_>) -> Table {
    let matrix = said(seen);
    let words = seen.words;
    let column = |title: String, width| Column { title, width, content: Content::Words };
    let mut columns = vec![column(words.say("matrix-column-what", &[]), 26)];
    columns.extend(matrix.columns.iter().map(|title| column(title.clone(), 18)));
    let cell = |cell: &CellSaid| {
        if cell.actions.is_empty() {
            return Item::Empty;
        }
        let mut lines: Vec<String> =
            cell.actions.iter().map(|(id, name, part)| format!("{id} {name} ({part})")).collect();
        match (cell.sum.as_str(), cell.is_shared) {
            ("", _) => {}
            (sum, false) => lines.push(sum.to_owned()),
            (sum, true) => lines.push(words.say("matrix-shared", &[("sum", sum)])),
        }
        Item::Text(lines.join("\n"))
    };
    let row = |row: &RowSaid| {
        let kind = words.say(&format!("matrix-kind-{}", row.kind), &[]);
        let mut items = vec![Item::Text(format!("{kind}: {}", row.title))];
        match row.is_hole {
            true => items.push(Item::Hole(words.say("matrix-hole", &[]))),
            false => items.extend(row.cells.iter().map(cell)),
        }
        items
    };
    Table {
        caption: words.say("matrix-caption", &[("name", seen.name())]),
        columns,
        rows: matrix.rows.iter().map(row).collect(),
    }
}
