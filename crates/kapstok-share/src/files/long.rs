// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The long shape: one row per area, indicator and period, with all that is said of the cell.
//!
//! In: a level. Out: a [`Sheet`], in the order of the manifest, areas within. Invariant: a row has a value or a reason.

use super::about::Sources;
use super::sheet::{Field, Item, Kind, Row, Sheet, integer, number, text};
use super::wide::{area_fields, area_items};
use crate::manifest::{ColumnEntry, IndicatorEntry};
use crate::snapshot::{Cell, Column, Level, Snapshot};

/// Whether names and parents of an area stand in every row, or in a table of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Areas {
    InEveryRow,
    ByCode,
}

/// Which cells are there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cells {
    /// All.
    All,
    /// All but those that nobody measured: they are most of a table.
    Measured,
}

/// The long table of a level.
pub(super) fn sheet<'a>(snapshot: &'a Snapshot, level: &'a Level, areas: Areas, cells: Cells) -> Sheet<'a> {
    let mut fields = match areas {
        Areas::InEveryRow => area_fields(snapshot, level),
        Areas::ByCode => vec![Field::new("area", Kind::Text, "Code of the area, as text.")],
    };
    fields.extend(cell_fields());
    let sources = Sources::of(snapshot, level);
    let columns = snapshot.entry(level).columns.iter().zip(level.columns());
    let known = columns.filter_map(|(entry, column)| {
        let number = sources.number(snapshot, entry)?;
        Some((snapshot.indicator(&entry.indicator)?, entry, column, number))
    });
    let known: Vec<_> = known.collect();
    let rows = known.into_iter().flat_map(move |(indicator, entry, column, source)| {
        let areas_of = (0..level.len())
            .filter(move |area| cells == Cells::All || column.status(*area).reason() != Some("not_measured"));
        areas_of.map(move |area| {
            let mut row = match areas {
                Areas::InEveryRow => area_items(snapshot, level, area),
                Areas::ByCode => vec![text(level.codes()[area].as_str())],
            };
            cell_items(indicator, entry, column, area, source, &mut row);
            row
        })
    });
    Sheet { name: "figures".to_owned(), fields, rows: Box::new(rows) }
}

fn cell_fields() -> Vec<Field> {
    use Kind::{Integer, Number, Text};
    [
        ("indicator", Text, "Id of the indicator: see dictionary."),
        ("label_nl", Text, "Its label in Dutch."),
        ("label_en", Text, "Its label in English."),
        ("period", Text, "What the figure is about."),
        ("value", Number, "The figure; empty where there is none."),
        ("unit", Text, "What it counts or measures in."),
        ("status", Text, "final, or provisional where the publisher may still change it; empty without a figure."),
        ("reason", Text, "Why there is no figure: see reasons."),
        ("mark", Text, "What stood in the source in its place."),
        ("lower", Number, "Lower margin, as published."),
        ("upper", Number, "Upper margin, as published."),
        ("kind", Text, "register, survey, model or derived."),
        ("source", Integer, "Number in sources."),
        ("changed_share", Number, "Part of the figure that came from areas of which the boundary changed."),
        ("divided_share", Number, "Part of the figure that came from areas that were divided."),
        ("evidence", Text, "What bringing it from another map rests on."),
    ]
    .into_iter()
    .map(|(name, kind, about)| Field::new(name, kind, about))
    .collect()
}

fn cell_items<'a>(
    indicator: &'a IndicatorEntry,
    entry: &'a ColumnEntry,
    column: &'a Column,
    area: usize,
    source: usize,
    row: &mut Row<'a>,
) {
    let Cell { value, reason, mark, provisional, margins, row: _, rebased } = column.cell(area);
    let status = match (value, provisional) {
        (None, _) => "",
        (Some(_), true) => "provisional",
        (Some(_), false) => "final",
    };
    row.extend([
        text(indicator.id.as_str()),
        text(indicator.label.nl.as_str()),
        text(indicator.label.en.as_str()),
        text(entry.period.as_str()),
        number(value),
        text(indicator.unit.as_str()),
        text(status),
        text(reason.unwrap_or_default()),
        text(mark),
        number(margins.map(|(lower, _)| lower)),
        number(margins.map(|(_, upper)| upper)),
        text(indicator.kind.as_str()),
        integer(source),
        number(rebased.map(|it| it.changed_share)),
        number(rebased.map(|it| it.divided_share)),
        rebased.map_or(Item::Empty, |it| text(it.evidence.as_str())),
    ]);
}
