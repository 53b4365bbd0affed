// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The coverage matrix for a page: burdens, links and strengths down, organisations across, each action a chip with
//! the part of the organisation and whether it confirmed.
//!
//! Invariant: each cell can be read alone: it names its row, its column and how many actions are in it. A row is called
//! a gap where the list of holes has it, and only there: a burden that is worked on through a link is none.

use std::collections::BTreeMap;

use kapstok_agenda::entry::{Id, Noun};
use kapstok_agenda::holes::{Hole, HoleKind, Why};
use kapstok_agenda::matrix::{MatrixCell, Role, matrix};
use kapstok_share::agenda::Seen;
use kapstok_share::agenda::matrix_table::said;
use kapstok_share::agenda::said::Said;

use super::shape;
use crate::pages::voice::Voice;

/// Columns from which the sheet needs smaller letters.
const MANY: usize = 9;

/// The matrix of an area.
pub(super) struct Matrix {
    pub(super) columns: Vec<String>,
    pub(super) rows: Vec<Row>,
    pub(super) total: Option<String>,
    pub(super) is_wide: bool,
    /// What the signs mean: sign and word.
    pub(super) legend: Vec<(String, String)>,
}

/// A burden, a link or a strength.
pub(super) struct Row {
    pub(super) kind: String,
    pub(super) title: String,
    pub(super) is_gap: bool,
    /// What an empty row is, in words.
    pub(super) empty: Option<String>,
    pub(super) cells: Vec<Cell>,
}

/// What an organisation does there.
pub(super) struct Cell {
    pub(super) aloud: String,
    pub(super) chips: Vec<Chip>,
    pub(super) sum: String,
}

/// An action.
pub(super) struct Chip {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) class: &'static str,
    pub(super) shape: String,
    pub(super) state: String,
}

/// Why an organisation has not confirmed an action as it is now.
type Missing = BTreeMap<(Id, Id), Why>;

/// Makes the matrix; `None` where it has no rows.
pub(super) fn made(v: &Voice, seen: &Seen<'_>, holes: &[Hole]) -> Option<Matrix> {
    let (plain, in_words) = (matrix(&seen.agenda.state, seen.code()), said(seen));
    if plain.rows.is_empty() {
        return None;
    }
    // Burdens without any organisation have a column too: that nobody is named.
    let nobody = plain.columns.is_empty().then(|| v.s("matrix-nobody"));
    let missing: Missing = holes
        .iter()
        .filter(|hole| hole.kind == HoleKind::ActionNotConfirmed)
        .filter_map(|hole| Some(((hole.first(Noun::Action)?, hole.first(Noun::Organisation)?), hole.why)))
        .collect();
    let is_gap = |id: Option<Id>| {
        let kinds = [HoleKind::BurdenWithoutAction, HoleKind::LinkWithoutAction, HoleKind::StrengthUnused];
        id.is_some() && holes.iter().any(|hole| kinds.contains(&hole.kind) && hole.about.first().copied() == id)
    };
    let rows = plain.rows.iter().zip(&plain.cells).zip(&in_words.rows).map(|((id, cells), row)| {
        let is_gap = is_gap(*id);
        let key = if is_gap { "page-agenda-cell-gap" } else { "page-agenda-cell" };
        let aloud =
            |column: &str, n: usize| v.f(key, &[("row", &*row.title), ("column", column), ("n", &n.to_string())]);
        let cell = |((cell, column), (title, words)): CellOf<'_>| {
            let sum = match words.is_shared {
                true => v.f("matrix-shared", &[("sum", &words.sum)]),
                false => words.sum.clone(),
            };
            let chips = cell.actions.iter().map(|(action, role)| chip(v, seen, *action, *role, *column, &missing));
            Cell { aloud: aloud(title, cell.actions.len()), chips: chips.collect(), sum }
        };
        let all = cells.iter().zip(&plain.columns).zip(in_words.columns.iter().zip(&row.cells));
        let alone = nobody.iter().map(|title| Cell { aloud: aloud(title, 0), chips: Vec::new(), sum: String::new() });
        Row {
            kind: v.s(&format!("matrix-kind-{}", row.kind)),
            title: row.title.clone(),
            is_gap,
            empty: match (row.is_hole, is_gap) {
                (_, true) => Some(v.s("matrix-hole")),
                (true, false) => Some(v.s("page-agenda-through-link")),
                (false, false) => None,
            },
            cells: all.map(cell).chain(alone).collect(),
        }
    });
    Some(Matrix {
        rows: rows.collect(),
        is_wide: in_words.columns.len() > MANY,
        columns: in_words.columns.iter().chain(&nobody).cloned().collect(),
        total: in_words
            .year
            .filter(|_| !in_words.total.is_empty())
            .map(|year| v.f("page-agenda-matrix-total", &[("sum", &in_words.total), ("year", &year.to_string())])),
        legend: legend(v),
    })
}

/// A cell with its organisation, and the same in words.
type CellOf<'a> = ((&'a MatrixCell, &'a Option<Id>), (&'a String, &'a kapstok_share::agenda::matrix_table::CellSaid));

fn chip(v: &Voice, seen: &Seen<'_>, action: Id, role: Role, organisation: Option<Id>, missing: &Missing) -> Chip {
    let said = Said { state: &seen.agenda.state, words: &v.words };
    let (shape, state) = match organisation {
        None => (shape::open(), v.s("page-agenda-nobody")),
        Some(organisation) => {
            let why = missing.get(&(action, organisation)).copied();
            let facts = [("part", &*said.word(role.word())), ("state", &v.s(state_key(why)))];
            (shape::of_confirmation(why), v.f("page-agenda-part", &facts))
        }
    };
    let class = match role {
        _ if organisation.is_none() => "is-nobody",
        Role::Owner => "is-owner",
        Role::Partner => "is-partner",
        Role::Funder => "is-funder",
    };
    Chip { id: action.to_string(), name: said.name(action), class, shape, state }
}

const fn state_key(missing: Option<Why>) -> &'static str {
    match missing {
        None => "page-agenda-confirmed",
        Some(Why::Refused) => "page-agenda-refused",
        Some(Why::ChangeAsked) => "page-agenda-change-asked",
        Some(Why::ChangedSince) => "page-agenda-changed-since",
        Some(_) => "page-agenda-not-asked",
    }
}

fn legend(v: &Voice) -> Vec<(String, String)> {
    let all = [None, Some(Why::NotAsked), Some(Why::ChangeAsked), Some(Why::ChangedSince), Some(Why::Refused)];
    all.map(|why| (shape::of_confirmation(why), v.s(state_key(why)))).to_vec()
}
