// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The figures of one level: one column per indicator and period, each area once.
//!
//! Invariant: of two rows about one area the first stands, and if they differ that is an error.

use std::collections::BTreeMap;
use std::sync::Arc;

use kapstok_area::{AreaList, BoundaryYear};
use kapstok_table::{
    Cell, Column, ColumnBuilder, Indicator, Origin, Period, Problem, SourceFile, Status, Step, WhyMissing,
};

use super::cells::{CellReader, Trouble};
use super::rows::{AreaRow, place, shown};
use super::units::Seen;
use crate::mapping::SourceSpec;
use crate::raw::RawTable;
use crate::tally::{EXAMPLES, Tally};

/// A column of the workspace, found in the file.
pub(crate) struct Figure<'a> {
    pub(crate) reader: CellReader<'a>,
    pub(crate) column: usize,
    /// Title as published; in a table with one row per figure, the code of the measure.
    pub(crate) title: String,
    pub(crate) indicator: &'a Indicator,
    /// Its own period, and whether its figures may still change; `None` where the rows say it.
    pub(crate) period: Option<(Period, Status)>,
    pub(crate) factor: Option<f64>,
    /// In a table with one row per figure: the rows of this measure, by level. Else all rows of the level.
    pub(crate) rows: Option<Vec<bool>>,
    pub(crate) seen: Seen,
}

/// What all columns of a level share.
pub(crate) struct LevelRows<'a> {
    pub(crate) raw: &'a RawTable,
    pub(crate) spec: &'a SourceSpec,
    pub(crate) file: &'a Arc<SourceFile>,
    pub(crate) areas: &'a Arc<AreaList>,
    /// Rows of this level with the position of their area.
    pub(crate) rows: &'a [(&'a AreaRow, usize)],
}

/// One column while it is filled.
struct Filling {
    builder: ColumnBuilder,
    /// The raw row that filled each area, from 1; 0 for none.
    filled_by: Vec<u32>,
}

/// Rows that say the same thing of an area as a row before.
pub(crate) type Repeats = BTreeMap<usize, Repeat>;

/// A row about an area and period that had its figure already.
pub(crate) struct Repeat {
    first: usize,
    differs_in: Option<String>,
}

/// Fills all columns of a level.
pub(crate) fn columns(
    level: &LevelRows<'_>,
    figures: &mut [Figure<'_>],
    repeats: &mut Repeats,
    tally: &mut Tally,
) -> Vec<Column> {
    let mut columns = Vec::new();
    for figure in figures.iter_mut() {
        columns.extend(fill(level, figure, repeats, tally));
    }
    columns
}

fn fill(level: &LevelRows<'_>, figure: &mut Figure<'_>, repeats: &mut Repeats, tally: &mut Tally) -> Vec<Column> {
    let origin = Arc::new(origin(level, figure));
    let mut fillings: BTreeMap<Period, Filling> = BTreeMap::new();
    let Figure { reader, column, indicator, period, rows: own_rows, seen, .. } = figure;
    let title = level.raw.title(*column);
    for &(area_row, area_index) in level.rows {
        let row = area_row.row;
        if own_rows.as_ref().is_some_and(|own| !own[row]) {
            continue;
        }
        let Some((of_row, status)) = period.as_ref().or(area_row.period.as_ref()) else { continue };
        let (mut cell, trouble) = reader.read(row);
        let filling = match fillings.get_mut(of_row) {
            Some(filling) => filling,
            None => fillings.entry(of_row.clone()).or_insert_with(|| {
                let areas = Arc::clone(level.areas);
                let absent = WhyMissing::NotMeasured;
                let builder =
                    ColumnBuilder::new(indicator.id.clone(), of_row.clone(), areas, Arc::clone(&origin), absent);
                Filling { builder, filled_by: vec![0; level.areas.len()] }
            }),
        };
        let filled_by = &mut filling.filled_by[area_index];
        if *filled_by > 0 {
            let first = *filled_by as usize - 1;
            let differs = reader.read(first).0 != cell;
            let repeat = repeats.entry(row).or_insert(Repeat { first, differs_in: None });
            if differs && repeat.differs_in.is_none() {
                repeat.differs_in = Some(title.to_owned());
            }
            continue;
        }
        // Rows are bounded far below 4,294,967,295.
        *filled_by = row as u32 + 1;
        if let Some(trouble) = trouble {
            tell(level.raw, title, row, reader.text(row), trouble, tally);
        }
        if let Cell::Known(known) = &mut cell {
            // A star behind the period speaks of all its figures.
            known.status = known.status.max(*status);
            seen.add(indicator, level.areas.level(), row, known.value);
        }
        filling.builder.set(area_index, &cell, level.raw.row_number(row));
    }
    fillings.into_values().map(|filling| filling.builder.finish()).collect()
}

fn origin(level: &LevelRows<'_>, figure: &Figure<'_>) -> Origin {
    let filtered = level.spec.r#where.iter();
    let filtered = filtered.map(|(column, kept)| Step::Filtered { column: column.clone(), kept: kept.clone() });
    let scaled = figure.factor.filter(|factor| *factor != 1.0).map(|factor| Step::Scaled { factor });
    Origin {
        file: Arc::clone(level.file),
        sheet: level.raw.sheet().map(str::to_owned),
        column_title: figure.title.clone(),
        column_number: level.raw.column_number(figure.column),
        boundary_year: BoundaryYear(level.spec.boundary_year),
        steps: filtered.chain(scaled).collect(),
    }
}

fn tell(raw: &RawTable, title: &str, row: usize, text: &str, trouble: Trouble, tally: &mut Tally) {
    let at = || place(raw, Some(row), Some(title));
    match trouble {
        Trouble::Empty => tally.add("K0336", title, 1, || Problem::warning("K0336", at())),
        Trouble::Mark => {
            tally.add("K0335", title, EXAMPLES, || Problem::error("K0335", at()).with("found", shown(text)));
        }
        Trouble::NotANumber => {
            tally.add("K0333", title, EXAMPLES, || Problem::error("K0333", at()).with("found", shown(text)));
        }
        Trouble::Ambiguous => tally.add("K0334", title, 1, || Problem::error("K0334", at()).with("found", shown(text))),
        Trouble::TooLarge => {
            tally.add("K0345", title, EXAMPLES, || Problem::error("K0345", at()).with("found", shown(text)));
        }
        Trouble::Margins => {
            tally.add("K0342", title, 1, || Problem::warning("K0342", at()).with("found", shown(text)));
        }
    }
}

/// Tells of all rows that repeat an area: a note where they agree, an error where they differ.
pub(crate) fn tell_repeats(raw: &RawTable, area_column: usize, repeats: &Repeats, tally: &mut Tally) {
    for (row, repeat) in repeats {
        let area = shown(crate::raw::trim(raw.cell(*row, area_column).text));
        let first = raw.row_number(repeat.first);
        match &repeat.differs_in {
            Some(title) => tally.add("K0327", "", EXAMPLES, || {
                let problem = Problem::error("K0327", place(raw, Some(*row), Some(title)));
                problem.with("area", area).with("first", first)
            }),
            None => tally.add("K0326", "", 1, || {
                let problem = Problem::note("K0326", place(raw, Some(*row), None));
                problem.with("area", area).with("first", first)
            }),
        }
    }
}
