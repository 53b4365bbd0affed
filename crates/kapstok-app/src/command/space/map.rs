// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! A map as a file holds it: codes, outlines, columns of figures.
//!
//! In: a table with boundaries. Out: areas in the order of the file. Invariant: every area has a code of its own.
//! A row without a boundary is an area all the same; nobody is its neighbour.

use std::collections::BTreeSet;

use kapstok_source::{Decimal, RawTable};
use kapstok_space::{Crs, Outline, Point, centre, wkb};
use kapstok_table::{Place, Problem, nearest};

use crate::bare::parse;

/// How many different texts that are no number are told per column.
const EXAMPLES: usize = 5;

/// Areas of a file.
pub(super) struct Map<'a> {
    raw: &'a RawTable,
    pub(super) codes: Vec<String>,
    pub(super) title: String,
    pub(super) outlines: Vec<Outline>,
    missing: &'a [String],
}

impl<'a> Map<'a> {
    pub(super) fn new(raw: &'a RawTable, code: Option<&str>, missing: &'a [String]) -> Result<Self, Problem> {
        if !raw.has_geometry() || raw.n_rows() == 0 {
            return Err(Problem::error("K0700", Place::file(raw.file())));
        }
        let column = match code {
            Some(title) => column(raw, title)?,
            None => (0..raw.n_columns())
                .find(|&column| is_of_codes(raw, column))
                .ok_or_else(|| Problem::error("K0708", Place::file(raw.file())).with("found", "none"))?,
        };
        if !is_of_codes(raw, column) {
            return Err(Problem::error("K0708", Place::file(raw.file())).with("found", raw.title(column)));
        }
        let outline = |row| raw.geometry(row).and_then(|bytes| wkb::read(bytes).ok()).unwrap_or_default();
        Ok(Self {
            raw,
            codes: (0..raw.n_rows()).map(|row| raw.cell(row, column).text.trim().to_owned()).collect(),
            title: raw.title(column).to_owned(),
            outlines: (0..raw.n_rows()).map(outline).collect(),
            missing,
        })
    }

    pub(super) fn file(&self) -> &str {
        self.raw.file()
    }

    pub(super) fn n_areas(&self) -> usize {
        self.codes.len()
    }

    pub(super) fn row_number(&self, area: usize) -> u32 {
        self.raw.row_number(area)
    }

    /// The system of the coordinates, which stand to the east first; `None` for one that is not known here.
    pub(super) fn crs(&self) -> Option<Crs> {
        self.raw.srs().and_then(Crs::east_first)
    }

    /// The number of that system as the file has it.
    pub(super) fn srs(&self) -> Option<u32> {
        self.raw.srs()
    }

    /// Whether the coordinates are degrees.
    pub(super) fn is_in_degrees(&self) -> bool {
        self.crs() == Some(Crs::Crs84)
    }

    /// A point in each area, in a plane: degrees become the metres of web maps, in which near places keep their shape.
    pub(super) fn centres(&self) -> Vec<Option<Point>> {
        let plane = |point: Point| match self.is_in_degrees() {
            true => Crs::WebMercator.from_lon_lat(point),
            false => Some(point),
        };
        self.outlines.iter().map(|outline| centre(outline).and_then(plane)).collect()
    }

    /// A column of figures: with decimal points, or else with decimal commas.
    pub(super) fn numbers(&self, title: &str) -> Result<Vec<Option<f64>>, Vec<Problem>> {
        let column = column(self.raw, title).map_err(|problem| vec![problem])?;
        let point = self.numbers_as(column, Decimal::Point);
        point.or_else(|problems| self.numbers_as(column, Decimal::Comma).map_err(|_| problems))
    }

    fn numbers_as(&self, column: usize, decimal: Decimal) -> Result<Vec<Option<f64>>, Vec<Problem>> {
        let (mut values, mut problems): (Vec<Option<f64>>, Vec<Problem>) = (Vec::new(), Vec::new());
        for row in 0..self.raw.n_rows() {
            let text = self.raw.cell(row, column).text.trim();
            match parse(text, decimal, self.missing) {
                Ok(value) => values.push(value),
                Err(()) => match problems.iter().position(|known| known.fact("found") == Some(text)) {
                    Some(same) => problems[same].count += 1,
                    None if problems.len() == EXAMPLES => problems[EXAMPLES - 1].count += 1,
                    None => {
                        let place = Place {
                            row: Some(self.raw.row_number(row)),
                            column: Some(self.raw.title(column).to_owned()),
                            ..Place::file(self.raw.file())
                        };
                        problems.push(Problem::error("K0702", place).with("found", text));
                    }
                },
            }
        }
        if problems.is_empty() { Ok(values) } else { Err(problems) }
    }
}

fn column(raw: &RawTable, title: &str) -> Result<usize, Problem> {
    raw.titles().position(|known| known == title.trim()).ok_or_else(|| {
        let nearest = nearest(title, raw.titles());
        Problem::error("K0701", Place::file(raw.file())).with("found", title).with("nearest", nearest)
    })
}

/// Whether each row has a text of its own.
fn is_of_codes(raw: &RawTable, column: usize) -> bool {
    let mut known = BTreeSet::new();
    (0..raw.n_rows()).all(|row| {
        let text = raw.cell(row, column).text.trim();
        !text.is_empty() && known.insert(text)
    })
}
