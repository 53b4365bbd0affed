// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The wide shape: one row per area, of each indicator the newest period.
//!
//! In: a level. Out: a [`Sheet`]. Behind each figure stands its state: `final`, `provisional`, or the reason that there is
//! none; ` other_map` behind it where it came from another map. Invariant: the order of areas is that of every column, the
//! order of indicators that of the manifest. An indicator that is called as a column which every file has gets `_` behind
//! its name ([`Columns`]); all forms have the same names.

use super::sheet::{Field, Item, Kind, Row, Sheet, integer, number, text};
use crate::field_names::FieldNames;
use crate::manifest::{ColumnEntry, IndicatorEntry};
use crate::snapshot::{Column, Level, Snapshot};

/// The newest column of each indicator that a level has.
pub(super) fn newest<'a>(
    snapshot: &'a Snapshot,
    level: &'a Level,
) -> Vec<(&'a IndicatorEntry, &'a ColumnEntry, &'a Column)> {
    let indicators = snapshot.manifest().indicators.iter();
    let newest =
        indicators.filter_map(|it| snapshot.column(level, &it.id, None).map(|(entry, column)| (it, entry, column)));
    newest.collect()
}

/// Columns of one form or another that are not of the table.
const OF_A_FORM: [&str; 4] = ["fid", "geom", "geometry", "bbox"];

/// The names of the two columns of an indicator: figure and state.
pub(super) struct Columns(FieldNames);

impl Columns {
    pub(super) fn of(snapshot: &Snapshot, level: &Level) -> Self {
        let mut names = FieldNames::default();
        for field in area_fields(snapshot, level) {
            names.take(&field.name);
        }
        for name in OF_A_FORM {
            names.take(name);
        }
        Self(names)
    }

    /// Asked once of each indicator, in their order.
    pub(super) fn next(&mut self, indicator: &IndicatorEntry) -> (String, String) {
        let name = self.0.take_with(&indicator.id, &["_state"]);
        let state = format!("{name}_state");
        (name, state)
    }
}

/// Fields that tell which area a row is about.
pub(super) fn area_fields(snapshot: &Snapshot, level: &Level) -> Vec<Field> {
    let mut fields = vec![
        Field::new("area", Kind::Text, "Code of the area, as text."),
        Field::new("name", Kind::Text, "Name of the area."),
        Field::new("level", Kind::Text, "Level of the area."),
        Field::new("boundary_year", Kind::Integer, "Year of the map that the code belongs to."),
    ];
    fields.extend(level.lies_in().iter().map(|(above, _)| {
        let above = snapshot.levels()[*above].name();
        Field::new(format!("in_{above}"), Kind::Text, format!("Code of the {above} that the area lies in."))
    }));
    fields
}

/// What those fields hold for an area.
pub(super) fn area_items<'a>(snapshot: &'a Snapshot, level: &'a Level, area: usize) -> Row<'a> {
    let mut row = vec![
        text(level.codes()[area].as_str()),
        text(level.names()[area].as_str()),
        text(level.name()),
        integer(usize::from(level.boundary_year())),
    ];
    row.extend(level.lies_in().iter().map(|(above, of)| match of[area] {
        Some(index) => text(snapshot.levels()[*above].codes()[index].as_str()),
        None => Item::Empty,
    }));
    row
}

/// What is said of a figure, or of its absence.
pub(super) fn state(column: &Column, area: usize) -> &'static str {
    let status = column.status(area);
    match (status.reason(), status.is_provisional(), status.is_rebased()) {
        (Some(reason), ..) => reason,
        (None, false, false) => "final",
        (None, true, false) => "provisional",
        (None, false, true) => "final other_map",
        (None, true, true) => "provisional other_map",
    }
}

/// The wide table of a level.
pub(super) fn sheet<'a>(snapshot: &'a Snapshot, level: &'a Level) -> Sheet<'a> {
    let newest = newest(snapshot, level);
    let mut fields = area_fields(snapshot, level);
    let mut columns = Columns::of(snapshot, level);
    for (indicator, entry, _) in &newest {
        let (name, state) = columns.next(indicator);
        let about = format!("{} ({}, {}).", indicator.label.en, indicator.unit, entry.period);
        fields.push(Field::new(name, Kind::Number, about));
        let about = format!("final, provisional, or why there is no figure of {}.", indicator.id);
        fields.push(Field::new(state, Kind::Text, about));
    }
    let row = move |area: usize| {
        let mut row = area_items(snapshot, level, area);
        for (_, _, column) in &newest {
            row.push(number(column.value(area)));
            row.push(text(state(column, area)));
        }
        row
    };
    Sheet { name: level.name().to_owned(), fields, rows: Box::new((0..level.len()).map(row)) }
}
