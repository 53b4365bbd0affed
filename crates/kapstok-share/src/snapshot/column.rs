// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! One column in memory: the figures of one indicator and period, with all that is said of each.
//!
//! In: cells in the order of the areas. Out: cells, and the figures and statuses as plain arrays. Invariant: a
//! status and its figure agree; a withheld cell keeps neither figure, margins nor mark. Compact, for a whole
//! country has a million cells.

use kapstok_area::Evidence;

/// Why a cell has no figure, as the words of a build; the position is the number in a status.
/// The last two come about here: the gate hides an area, or a figure that would give one away.
pub const REASONS: [&str; 7] = [
    "secret",
    "not_measured",
    "cannot_occur",
    "not_yet_out",
    "lost_in_recoding",
    "too_few_residents",
    "withheld_with_others",
];

/// How sure the publisher is, and how the figure came here: one byte.
///
/// The low four bits: 0 a figure, else 1 + the position in [`REASONS`]. Bit 4: provisional. Bit 5: brought from
/// another map.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Status(u8);

impl Status {
    const PROVISIONAL: u8 = 1 << 4;
    const REBASED: u8 = 1 << 5;

    /// As a byte of a binary column.
    pub fn byte(self) -> u8 {
        self.0
    }

    /// Why there is no figure; `None` where there is one.
    pub fn reason(self) -> Option<&'static str> {
        let number = usize::from(self.0 & 0x0f);
        number.checked_sub(1).and_then(|position| REASONS.get(position)).copied()
    }

    /// Whether the publisher may still change the figure.
    pub fn is_provisional(self) -> bool {
        self.0 & Self::PROVISIONAL != 0
    }

    /// Whether it was brought from another map.
    pub fn is_rebased(self) -> bool {
        self.0 & Self::REBASED != 0
    }

    fn missing(reason: &str) -> u8 {
        let position = REASONS.iter().position(|known| *known == reason);
        // A word that this program does not know is no figure either.
        position.map_or(2, |position| position as u8 + 1)
    }
}

/// What re-basing did to one cell.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rebasing {
    /// The part of its residents that comes from areas whose boundaries changed.
    pub changed_share: f64,
    /// The part that comes from areas which were divided.
    pub divided_share: f64,
    /// The weakest evidence among its parts.
    pub evidence: Evidence,
    /// How many areas of the other map it was made from.
    pub n_parts: usize,
}

/// One cell, with all that is said of it.
#[derive(Clone, Debug)]
pub struct Cell {
    /// The figure.
    pub value: Option<f64>,
    /// Why there is none, as a word of [`REASONS`].
    pub reason: Option<String>,
    /// What stood in the source.
    pub mark: String,
    /// Whether the publisher may still change it.
    pub provisional: bool,
    /// Published margins.
    pub margins: Option<(f64, f64)>,
    /// Row of the file.
    pub row: Option<u32>,
    /// How it came from another map.
    pub rebased: Option<Rebasing>,
}

impl Cell {
    /// Whether it was worked out from other areas, and is not the figure of one area as published.
    pub fn is_made_of_parts(&self) -> bool {
        self.rebased.is_some_and(|rebased| rebased.divided_share > 0.0 || rebased.n_parts > 1)
    }
}

/// A column as it was read. Nothing is withheld yet, and nothing can be read from it: a [`super::Snapshot`] can.
#[derive(Debug)]
pub struct RawColumn(pub(super) Column);

impl RawColumn {
    /// Takes the cells of a column in the order of the areas of its level.
    pub fn new(cells: impl ExactSizeIterator<Item = Cell>) -> Self {
        let n_areas = cells.len();
        let mut column = Column {
            values: Vec::with_capacity(n_areas),
            status: Vec::with_capacity(n_areas),
            marks: vec![String::new()],
            mark_of: Vec::with_capacity(n_areas),
            margins: Vec::new(),
            rows: Vec::with_capacity(n_areas),
            rebased: Vec::new(),
        };
        for (area_index, cell) in cells.enumerate() {
            let mut status = match (cell.value, &cell.reason) {
                (Some(_), None) => 0,
                (_, Some(reason)) => Status::missing(reason),
                (None, None) => Status::missing("not_measured"),
            };
            let value = cell.value.filter(|_| status == 0).unwrap_or(f64::NAN);
            if cell.provisional {
                status |= Status::PROVISIONAL;
            }
            if cell.rebased.is_some() {
                status |= Status::REBASED;
            }
            column.values.push(value);
            column.status.push(status);
            let known = column.marks.iter().position(|mark| *mark == cell.mark);
            let mark = known.unwrap_or_else(|| {
                column.marks.push(cell.mark);
                column.marks.len() - 1
            });
            column.mark_of.push(u16::try_from(mark).unwrap_or(0));
            column.rows.push(cell.row.unwrap_or(0));
            if let Some(margins) = cell.margins.filter(|_| !value.is_nan()) {
                column.margins.resize(n_areas, (f64::NAN, f64::NAN));
                column.margins[area_index] = margins;
            }
            if cell.rebased.is_some() {
                column.rebased.resize(n_areas, None);
                column.rebased[area_index] = cell.rebased;
            }
        }
        Self(column)
    }
}

/// A column of which everything that may not leave the build was withheld.
#[derive(Debug)]
pub struct Column {
    values: Vec<f64>,
    status: Vec<u8>,
    /// What stood in the source, each text once; the first is empty.
    marks: Vec<String>,
    mark_of: Vec<u16>,
    /// Empty where the column has none.
    margins: Vec<(f64, f64)>,
    /// 0 where the file has no one row.
    rows: Vec<u32>,
    /// Empty where the column stands on its own map.
    rebased: Vec<Option<Rebasing>>,
}

impl Column {
    /// Number of areas.
    pub fn len(&self) -> usize {
        self.values.len()
    }

    /// Whether its level has no areas.
    pub fn is_empty(&self) -> bool {
        self.values.is_empty()
    }

    /// The figure of an area.
    pub fn value(&self, area_index: usize) -> Option<f64> {
        self.values.get(area_index).copied().filter(|value| !value.is_nan())
    }

    /// Figures, `[n_areas]`; not a number where there is none.
    pub fn values(&self) -> &[f64] {
        &self.values
    }

    /// What is said of a figure, or of its absence.
    ///
    /// Panics when there is no such area.
    pub fn status(&self, area_index: usize) -> Status {
        Status(self.status[area_index])
    }

    /// Statuses as bytes, `[n_areas]`.
    pub fn status_bytes(&self) -> &[u8] {
        &self.status
    }

    /// Published margins, `[n_areas]`, not a number where there are none; `None` where the column has none at all.
    pub fn margins(&self) -> Option<&[(f64, f64)]> {
        Some(self.margins.as_slice()).filter(|margins| !margins.is_empty())
    }

    /// Whether any area that is shown has published margins.
    pub fn has_margins(&self) -> bool {
        self.margins.iter().any(|(lower, upper)| !lower.is_nan() && !upper.is_nan())
    }

    /// Number of areas with a figure.
    pub fn n_known(&self) -> usize {
        self.values.iter().filter(|value| !value.is_nan()).count()
    }

    /// Everything about one cell.
    ///
    /// Panics when there is no such area.
    pub fn cell(&self, area_index: usize) -> Cell {
        let status = self.status(area_index);
        Cell {
            value: self.value(area_index),
            reason: status.reason().map(str::to_owned),
            mark: self.marks[usize::from(self.mark_of[area_index])].clone(),
            provisional: status.is_provisional(),
            margins: self.margins.get(area_index).copied().filter(|(lower, _)| !lower.is_nan()),
            row: Some(self.rows[area_index]).filter(|row| *row > 0),
            rebased: self.rebased.get(area_index).copied().flatten(),
        }
    }

    /// Takes the figure of an area out of the column. What stood in its place is gone from memory.
    pub(super) fn withhold(&mut self, area_index: usize, reason: &str) {
        let rebased = self.status[area_index] & Status::REBASED;
        self.values[area_index] = f64::NAN;
        self.status[area_index] = Status::missing(reason) | rebased;
        self.mark_of[area_index] = 0;
        if let Some(margins) = self.margins.get_mut(area_index) {
            *margins = (f64::NAN, f64::NAN);
        }
        if let Some(rebased) = self.rebased.get_mut(area_index) {
            *rebased = None;
        }
    }

    /// Figures before anything is withheld, for the gate.
    pub(super) fn figures(&self) -> Vec<Option<f64>> {
        (0..self.len()).map(|area_index| self.value(area_index)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cell(value: Option<f64>) -> Cell {
        let reason = value.is_none().then(|| "not_measured".to_owned());
        let margins = value.map(|value| (value - 1.0, value + 1.0));
        Cell { value, reason, mark: ".".to_owned(), provisional: true, margins, row: Some(7), rebased: None }
    }

    #[test]
    fn a_withheld_cell_keeps_neither_figure_margins_nor_mark_and_its_neighbour_keeps_all() {
        let RawColumn(mut column) = RawColumn::new([cell(Some(3.0)), cell(Some(4.0)), cell(None)].into_iter());
        column.withhold(0, "too_few_residents");
        let withheld = column.cell(0);
        assert_eq!((withheld.value, withheld.margins, &*withheld.mark), (None, None, ""));
        assert_eq!(withheld.reason.as_deref(), Some("too_few_residents"));
        assert!(!withheld.provisional);
        let beside = column.cell(1);
        assert_eq!((beside.value, beside.margins, beside.provisional), (Some(4.0), Some((3.0, 5.0)), true));
        assert_eq!(column.cell(2).reason.as_deref(), Some("not_measured"));
        assert_eq!(column.status_bytes(), [6, 16, 2 | 16]);
        assert_eq!(column.n_known(), 1);
    }
}
