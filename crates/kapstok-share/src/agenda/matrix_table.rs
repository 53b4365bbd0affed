// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The coverage matrix as a table: burdens and links down, organisations across, holes marked and named.

use kapstok_agenda::entry::{Entry, Id, Noun};
use kapstok_agenda::holes::HoleKind;
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
    /// What the whole area has in that year.
    pub total: String,
    /// The year of all money in it.
    pub year: Option<u16>,
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
    /// Whether it is a hole: nobody works on it.
    pub is_hole: bool,
    /// One for each column.
    pub cells: Vec<CellSaid>,
}

/// Says the matrix of an area.
pub fn said(seen: &Seen<'_>) -> MatrixSaid {
    let state = &seen.agenda.state;
    let said = Said { state, words: seen.words };
    let Matrix { rows, columns, cells, total, year } = matrix(state, seen.code());
    let nobody = |key: &str| seen.words.say(key, &[]);
    // The list of holes decides: a burden that is worked on through a link is none.
    let kinds = [HoleKind::BurdenWithoutAction, HoleKind::LinkWithoutAction, HoleKind::StrengthUnused];
    let found = seen.agenda.holes(seen.code());
    let holes: Vec<Id> =
        found.iter().filter(|hole| kinds.contains(&hole.kind)).filter_map(|hole| hole.about.first().copied()).collect();
    let cell = |cell: &MatrixCell| CellSaid {
        actions: cell.actions.iter().map(|(id, role)| (*id, said.name(*id), part(&said, *role))).collect(),
        sum: said.sum(&cell.sum),
        is_shared: cell.is_shared,
    };
    let row = |(id, cells): (&Option<Id>, &Vec<MatrixCell>)| RowSaid {
        id: *id,
        kind: id.and_then(|id| state.get(id)).map_or("none", kind_of),
        title: id.map_or_else(|| nobody("matrix-nothing"), |id| said.title(id)),
        is_hole: id.is_some_and(|id| holes.contains(&id)),
        cells: cells.iter().map(cell).collect(),
    };
    MatrixSaid {
        columns: columns.iter().map(|id| id.map_or_else(|| nobody("matrix-nobody"), |id| said.name(id))).collect(),
        rows: rows.iter().zip(&cells).map(row).collect(),
        total: said.sum(&total),
        year,
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

/// The matrix as a table of a document: actions by their short name, for their names stand in the list of actions.
pub fn table(seen: &Seen<'_>) -> Table {
    let Matrix { rows, columns, cells, year, .. } = matrix(&seen.agenda.state, seen.code());
    let in_words = said(seen);
    let words = seen.words;
    let column = |title: String, width| Column { title, width, content: Content::Words };
    let mut titles = vec![column(words.say("matrix-column-what", &[]), 26)];
    titles.extend(in_words.columns.iter().map(|title| column(title.clone(), 12)));
    let said = Said { state: &seen.agenda.state, words };
    let cell = |cell: &MatrixCell| {
        if cell.actions.is_empty() {
            return Item::Empty;
        }
        let short = |role: &Role| words.say(&format!("matrix-role-{}", role.word()), &[]);
        let actions = cell.actions.iter().map(|(id, role)| format!("{id} {}", short(role)));
        let mut lines = vec![actions.collect::<Vec<_>>().join(", ")];
        if !cell.sum.is_empty() {
            lines.push(format!("{}{}", said.sum(&cell.sum), if cell.is_shared { "*" } else { "" }));
        }
        Item::Text(lines.join("\n"))
    };
    let row = |(at, row): (usize, &RowSaid)| {
        let kind = words.say(&format!("matrix-kind-{}", row.kind), &[]);
        let id = row.id.map(|id| format!("{id} ")).unwrap_or_default();
        let title = format!("{kind} {id}{}", row.title);
        let mut items = vec![match row.is_hole {
            true => Item::Hole(words.say("matrix-row-hole", &[("title", &title)])),
            false => Item::Text(title),
        }];
        items.extend(cells[at].iter().map(cell));
        items
    };
    debug_assert_eq!((rows.len(), columns.len()), (in_words.rows.len(), in_words.columns.len()));
    Table {
        caption: match year {
            Some(year) => words.say("matrix-caption-year", &[("name", seen.name()), ("year", &year.to_string())]),
            None => words.say("matrix-caption", &[("name", seen.name())]),
        },
        columns: titles,
        rows: in_words.rows.iter().enumerate().map(row).collect(),
    }
}
