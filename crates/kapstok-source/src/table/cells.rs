// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! One column's text to cells: marks first, then numbers, then what the column says of 0 and of margins.
//!
//! Invariant: reading a cell twice gives the same cell. Not here: which rows (`rows.rs`), and whether
//! the figures fit their unit (`units.rs`).

use kapstok_table::{Cell, Interval, Known, Status, WhyMissing};

use crate::mapping::{ColumnSpec, MarkReason, MarkSpec};
use crate::number::{Decimal, NumberError, ReadNumber, read_number};
use crate::raw::{CellKind, RawCell, RawTable, trim};

/// How to read one column.
pub(crate) struct CellReader<'a> {
    raw: &'a RawTable,
    column: usize,
    attribute: Option<usize>,
    marks: Vec<Mark>,
    decimal: Decimal,
    factor: Factor,
    zero: Option<WhyMissing>,
    margins: Option<(usize, usize, f64)>,
}

struct Mark {
    text: String,
    /// `-99995` is also written `-99995.0`.
    number: Option<f64>,
    reason: MarkReason,
}

/// What a figure is multiplied by. Powers of ten move the decimal sign, so that 0.07 becomes 7 and not
/// 7.000000000000001.
enum Factor {
    PowerOfTen(i32),
    Times(f64),
}

/// What is wrong with a cell that was read all the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Trouble {
    /// Empty, and nothing says why.
    Empty,
    /// A mark that nothing explains.
    Mark,
    /// Text that is no number.
    NotANumber,
    /// Thousands or decimals.
    Ambiguous,
    /// More than a number can hold.
    TooLarge,
    /// The published margins do not hold the figure.
    Margins,
}

/// Signs that publishers put where a figure would be.
const KNOWN_MARKS: [&str; 22] = [
    ".", "..", "...", "x", "X", "-", "--", "*", "**", ":", ",", "?", "NA", "N/A", "n/a", "n.a.", "nb", "NaN", "nan",
    "null", "NULL", "#N/A",
];

/// Where the parts of a column stand.
pub(crate) struct ColumnPlaces {
    /// The figures.
    pub(crate) column: usize,
    /// In a table with one row per figure: why one is missing.
    pub(crate) attribute: Option<usize>,
    /// Lower and upper margin.
    pub(crate) margins: Option<(usize, usize)>,
}

impl<'a> CellReader<'a> {
    /// How the workspace says that a column is to be read.
    pub(crate) fn new(
        raw: &'a RawTable,
        places: &ColumnPlaces,
        spec: &ColumnSpec,
        of_source: &[MarkSpec],
        decimal: Decimal,
    ) -> Self {
        let mut marks: Vec<Mark> = Vec::new();
        for mark in spec.missing.iter().chain(of_source) {
            let text = trim(&mark.mark).to_owned();
            if !marks.iter().any(|known| known.text == text) {
                let number = read_number(&text, Decimal::Point, 0).ok().map(|read| read.value);
                marks.push(Mark { text, number, reason: mark.reason });
            }
        }
        let level = spec.level.filter(|level| *level > 0.0 && *level < 1.0).unwrap_or(0.95);
        Self {
            raw,
            column: places.column,
            attribute: places.attribute,
            marks,
            decimal,
            factor: Factor::new(spec.factor.unwrap_or(1.0)),
            zero: spec.zero.map(|zero| zero.0),
            margins: places.margins.map(|(lower, upper)| (lower, upper, level)),
        }
    }

    /// The text of a figure as it stands.
    pub(crate) fn text(&self, row: usize) -> &'a str {
        trim(self.raw.cell(row, self.column).text)
    }

    /// Whether a cell is a number of a spreadsheet, a map or JSON.
    pub(crate) fn is_number(&self, row: usize) -> bool {
        self.raw.cell(row, self.column).kind == CellKind::Number
    }

    /// Settles how the decimals of this column are written, from all its cells.
    pub(crate) fn settle_decimal(&mut self, rows: impl Iterator<Item = usize> + Clone) {
        if self.decimal != Decimal::Either {
            return;
        }
        let texts = rows.filter(|row| !self.is_number(*row)).map(|row| self.text(row));
        // A sign before the last three digits is the only one that can be read two ways.
        let may_be_open = |text: &str| {
            let bytes = text.trim_end_matches('*').as_bytes();
            bytes.len() > 4 && matches!(bytes[bytes.len() - 4], b'.' | b',')
        };
        if texts.clone().any(may_be_open) {
            self.decimal = settle(texts);
        }
    }

    /// Reads one cell. With trouble the cell is missing, except that bad margins leave the figure known.
    pub(crate) fn read(&self, row: usize) -> (Cell, Option<Trouble>) {
        let raw = self.raw.cell(row, self.column);
        let mut text = trim(raw.text);
        if text.is_empty()
            && let Some(attribute) = self.attribute
        {
            // OData v4: the value is null, and the attribute says why.
            let said = trim(self.raw.cell(row, attribute).text);
            text = if said.eq_ignore_ascii_case("none") { "" } else { said };
        }
        if let Some(mark) = self.marks.iter().find(|mark| mark.text == text) {
            return (mark.cell(text), None);
        }
        let missing = |trouble| (Cell::missing(WhyMissing::NotMeasured, text), Some(trouble));
        if text.is_empty() {
            return missing(Trouble::Empty);
        }
        let number = match self.number(RawCell { text, kind: raw.kind }) {
            Ok(number) => number,
            Err(NumberError::Ambiguous) => return missing(Trouble::Ambiguous),
            Err(NumberError::TooLarge) => return missing(Trouble::TooLarge),
            Err(NumberError::NotANumber) if KNOWN_MARKS.contains(&text) => return missing(Trouble::Mark),
            Err(NumberError::NotANumber) => return missing(Trouble::NotANumber),
        };
        let is_mark =
            |mark: &&Mark| mark.number.is_some() && mark.number == self.unscaled(RawCell { text, kind: raw.kind });
        if self.marks.iter().any(|mark| mark.number.is_some())
            && let Some(mark) = self.marks.iter().find(is_mark)
        {
            return (mark.cell(text), None);
        }
        if number.value == 0.0
            && let Some(reason) = self.zero
        {
            return (Cell::missing(reason, text), None);
        }
        let (interval, trouble) = self.interval(row, number.value);
        let status = if number.provisional { Status::Provisional } else { Status::Final };
        (Cell::Known(Known { value: number.value, interval, status }), trouble)
    }

    /// A number in the indicator's unit.
    fn number(&self, cell: RawCell<'_>) -> Result<ReadNumber, NumberError> {
        let decimal = if cell.kind == CellKind::Number { Decimal::Point } else { self.decimal };
        match self.factor {
            Factor::PowerOfTen(power) => read_number(cell.text, decimal, power),
            Factor::Times(factor) => {
                let read = read_number(cell.text, decimal, 0)?;
                let value = read.value * factor;
                if value.is_finite() { Ok(ReadNumber { value, ..read }) } else { Err(NumberError::TooLarge) }
            }
        }
    }

    /// A number as it stands, for the marks.
    fn unscaled(&self, cell: RawCell<'_>) -> Option<f64> {
        let decimal = if cell.kind == CellKind::Number { Decimal::Point } else { self.decimal };
        read_number(cell.text, decimal, 0).ok().map(|read| read.value)
    }

    fn interval(&self, row: usize, value: f64) -> (Option<Interval>, Option<Trouble>) {
        let Some((lower, upper, level)) = self.margins else { return (None, None) };
        let read = |column| {
            let cell = self.raw.cell(row, column);
            let text = trim(cell.text);
            let is_mark = self.marks.iter().any(|mark| mark.text == text);
            if is_mark { None } else { self.number(RawCell { text, kind: cell.kind }).ok().map(|read| read.value) }
        };
        match (read(lower), read(upper)) {
            (Some(lower), Some(upper)) if lower <= value && value <= upper => {
                (Some(Interval { lower, upper, level }), None)
            }
            (Some(_), Some(_)) => (None, Some(Trouble::Margins)),
            (None, _) | (_, None) => (None, None),
        }
    }
}

impl Mark {
    fn cell(&self, text: &str) -> Cell {
        match self.reason {
            MarkReason::Missing(reason) => Cell::missing(reason, text),
            MarkReason::Nil => Cell::Known(Known { value: 0.0, interval: None, status: Status::Final }),
        }
    }
}

impl Factor {
    fn new(factor: f64) -> Self {
        let is_power = |power: &i32| format!("1e{power}").parse::<f64>() == Ok(factor);
        (-12..=12).find(is_power).map_or(Self::Times(factor), Self::PowerOfTen)
    }
}

/// Which sign stands before the decimals, where a cell alone may be read two ways. A column in which one
/// figure can only be read one way is read that way throughout; one in which none can stays ambiguous.
fn settle<'t>(texts: impl Iterator<Item = &'t str>) -> Decimal {
    let (mut points, mut commas, mut long) = (false, false, false);
    let (mut open_points, mut open_commas) = (false, false);
    for text in texts {
        let bare = text.trim_end_matches('*').trim_start_matches(['-', '+', '\u{2212}']);
        if bare.len() > 3 && bare.bytes().all(|byte| byte.is_ascii_digit()) {
            long = true; // Thousands without a sign: then a sign is no sign of thousands.
            continue;
        }
        match (bare.rfind('.'), bare.rfind(',')) {
            (None, None) => {}
            (Some(point), Some(comma)) if point > comma => points = true,
            (Some(_), Some(_)) => commas = true,
            (point, comma) => match read_number(text, Decimal::Either, 0) {
                Err(NumberError::Ambiguous) => {
                    open_points |= point.is_some();
                    open_commas |= comma.is_some();
                }
                // Several of one sign are groups, so the other one stands before decimals.
                Ok(_) if bare.matches(['.', ',']).count() > 1 => {
                    commas |= point.is_some();
                    points |= comma.is_some();
                }
                Ok(_) => {
                    points |= point.is_some();
                    commas |= comma.is_some();
                }
                Err(_) => {}
            },
        }
    }
    match (points, commas) {
        _ if !(open_points || open_commas) => Decimal::Either,
        (true, false) => Decimal::Point,
        (false, true) => Decimal::Comma,
        (false, false) if long && open_points != open_commas => {
            if open_points {
                Decimal::Point
            } else {
                Decimal::Comma
            }
        }
        (false, false) | (true, true) => Decimal::Either,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_settles_what_a_cell_leaves_open() {
        let cases = [
            (&["1.010", "0.892"][..], Decimal::Point),
            (&["1.010", "39,7"], Decimal::Comma),
            (&["1,234", "1.5"], Decimal::Point),
            (&["1.234", "1.234.567"], Decimal::Comma),
            (&["1.234", "56"], Decimal::Either),
            (&["1,234", "457400"], Decimal::Comma), // Thousands are written without a sign.
            (&["1.234", "-2.345"], Decimal::Either),
            (&["39,7", "416.0"], Decimal::Either), // Each cell is clear by itself.
            (&["1.234", "5,5", "5.5"], Decimal::Either),
            (&["1.234,5", "1.234"], Decimal::Comma),
            (&[".", "", "1.234", "0.5*"], Decimal::Point),
        ];
        for (texts, expected) in cases {
            assert_eq!(settle(texts.iter().copied()), expected, "{texts:?}");
        }
    }
}
