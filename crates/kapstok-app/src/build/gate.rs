// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What of a build may leave it: the one gate (`kapstok-share`), asked for the columns of a build.
//!
//! `build/` itself holds all figures and is internal; whatever prints a figure of one area asks here first.

use kapstok_share::gate::gated;
use kapstok_share::subtraction::{LevelCells, Shown, shown};

use super::manifest::LevelEntry;
use super::store::Store;
use crate::failure::Failure;

impl Store {
    /// Areas of which no figure of a period is shown; without a period, by the residents of now alone.
    ///
    /// # Errors
    /// [`Failure::Store`] when the counts of residents cannot be read.
    pub(crate) fn gated(&self, level: &LevelEntry, period: Option<&str>) -> Result<Vec<bool>, Failure> {
        let id = self.manifest.residents.as_deref();
        let year = |period: &str| period.get(..4).and_then(|year| year.parse::<i32>().ok());
        let counts =
            level.columns.iter().enumerate().filter(|(_, it)| Some(it.indicator.as_str()) == id && it.known > 0);
        let asked = period.and_then(year);
        let nearest = counts.filter_map(|(position, it)| Some((asked?.abs_diff(year(&it.period)?), position))).min();
        let then = nearest.map(|(_, position)| self.values(&level.level, position)).transpose()?;
        Ok(gated(&self.residents(level)?, then.as_deref(), self.manifest.min_residents))
    }

    /// Why the cells of a column are not shown, as the word of a reason; `None` where they are. A count is also
    /// withheld where it would give away that of a gated area: such a cell is `secret`.
    ///
    /// # Errors
    /// [`Failure::Store`] when the figures cannot be read.
    pub(crate) fn withheld(&self, level: &LevelEntry, position: usize) -> Result<Vec<Option<&'static str>>, Failure> {
        let Some(column) = level.columns.get(position) else { return Ok(Vec::new()) };
        let is_count = self.indicator(&column.indicator).is_some_and(|indicator| indicator.unit == "count");
        let word = |shown: &Shown| match shown {
            Shown::Yes => None,
            Shown::TooFewResidents => Some("too_few_residents"),
            Shown::WithOthers => Some("secret"),
        };
        if !is_count {
            let gated = self.gated(level, Some(&column.period))?;
            return Ok(gated.into_iter().map(|gated| gated.then_some("too_few_residents")).collect());
        }
        let (mut own, mut cells) = (0, Vec::new());
        let mut before: Vec<&LevelEntry> = Vec::new();
        for other in &self.manifest.levels {
            let Some((at, _)) = self.column(other, &column.indicator, Some(&column.period)) else { continue };
            if other.level == level.level {
                own = cells.len();
            }
            cells.push(self.cells(other, at, &column.period, &before)?);
            before.push(other);
        }
        let shown = shown(&cells, self.manifest.min_residents);
        Ok(shown.get(own).into_iter().flatten().map(word).collect())
    }

    /// One level of a count, with what lies in what of the levels before it.
    fn cells(
        &self,
        level: &LevelEntry,
        position: usize,
        period: &str,
        before: &[&LevelEntry],
    ) -> Result<LevelCells, Failure> {
        let areas = self.areas(&level.level)?;
        let mut lies_in = Vec::new();
        for (at, upper) in before.iter().enumerate() {
            let above = self.areas(&upper.level)?;
            if let Some(codes) = areas.within.get(&upper.level) {
                lies_in.push((at, codes.iter().map(|code| above.index_of(code)).collect()));
            }
        }
        Ok(LevelCells {
            figures: self.values(&level.level, position)?,
            residents: self.residents(level)?,
            gated: self.gated(level, Some(period))?,
            lies_in,
        })
    }
}
