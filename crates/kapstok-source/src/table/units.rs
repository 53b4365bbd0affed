// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Whether the figures of a column fit the unit and the rounding that are declared: doubts, never refusals.

use kapstok_area::Level;
use kapstok_table::{Indicator, Problem, Unit};

use super::rows::place;
use crate::raw::RawTable;

/// How many figures it takes before a column can be doubted as a whole.
const ENOUGH: usize = 3;

/// What was seen of the figures of one column.
#[derive(Debug, Default)]
pub(crate) struct Seen {
    n_known: usize,
    n_fractional: usize,
    max: f64,
    outside: FirstOf,
    off_grid: FirstOf,
}

/// How many, and the first one.
#[derive(Debug, Default)]
struct FirstOf {
    n: usize,
    row: usize,
    value: f64,
}

impl FirstOf {
    fn add(&mut self, row: usize, value: f64) {
        if self.n == 0 {
            (self.row, self.value) = (row, value);
        }
        self.n += 1;
    }
}

impl Seen {
    /// Looks at one figure of an area of a level.
    pub(crate) fn add(&mut self, indicator: &Indicator, level: &Level, row: usize, value: f64) {
        self.n_known += 1;
        self.n_fractional += usize::from(value != value.trunc());
        self.max = if self.n_known == 1 { value } else { self.max.max(value) };
        let fits = match indicator.unit {
            Unit::Percent => (0.0..=100.0).contains(&value),
            Unit::Fraction => (0.0..=1.0).contains(&value),
            Unit::Count | Unit::PerThousand | Unit::Kilometre | Unit::SquareKilometre | Unit::Hectare => value >= 0.0,
            Unit::Euro | Unit::ThousandEuro | Unit::Year | Unit::Points | Unit::Other(_) => true,
        };
        if !fits {
            self.outside.add(row, value);
        }
        if let Some(step) = indicator.rounding_at(level).step()
            && step > 0.0
        {
            let steps = value / step;
            // A printed decimal is not exact in binary: a thousandth of a step is.
            if (steps - steps.round()).abs() > 1e-3 {
                self.off_grid.add(row, value);
            }
        }
    }

    /// The doubts about the column.
    pub(crate) fn problems(&self, raw: &RawTable, column: usize, indicator: &Indicator) -> Vec<Problem> {
        let title = raw.title(column);
        let mut problems = Vec::new();
        let mut tell = |code, first: &FirstOf, facts: &[(&'static str, String)]| {
            if first.n > 0 {
                let mut problem = Problem::warning(code, place(raw, Some(first.row), Some(title)));
                problem.count = first.n;
                problem = problem.with("found", first.value).with("known", self.n_known);
                problems.push(facts.iter().fold(problem, |problem, (name, value)| problem.with(name, value)));
            }
        };
        tell("K0338", &self.outside, &[("unit", indicator.unit.as_str().to_owned())]);
        if let Some(step) = indicator.rounding.step() {
            tell("K0341", &self.off_grid, &[("step", step.to_string())]);
        }
        let is_share = self.n_known >= ENOUGH && self.n_fractional > 0 && self.max > 0.0 && self.max <= 1.0;
        let code = match indicator.unit {
            Unit::Percent if is_share => Some("K0339"),
            Unit::Count if is_share => Some("K0340"),
            _ => None,
        };
        if let Some(code) = code {
            problems.push(Problem::warning(code, place(raw, None, Some(title))).with("max", self.max));
        }
        problems
    }
}
