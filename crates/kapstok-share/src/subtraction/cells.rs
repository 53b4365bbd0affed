// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What is looked at, and what is withheld: areas of all levels, the figures of one indicator and period over them.
//!
//! In: figures as they were read. Out: the same, by group and total. Invariant: nothing here says what is weak.

use std::borrow::Cow;
use std::collections::BTreeSet;

/// Whether a cell leaves the build.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Shown {
    /// As it is.
    Yes,
    /// The area has too few residents.
    TooFewResidents,
    /// Withheld with others, so that a gated one cannot be worked out.
    WithOthers,
}

/// All areas and figures of a country. Levels stand from the largest areas to the smallest.
#[derive(Debug)]
pub struct Country<'a> {
    /// Areas with fewer residents show nothing.
    pub min_residents: f64,
    /// The levels.
    pub levels: Vec<LevelAreas>,
    /// One for each indicator and period.
    pub columns: Vec<Column<'a>>,
    /// Number of indicators.
    pub n_indicators: usize,
    /// Indicators that are declared to add up to another: positions.
    pub sums: Vec<Vec<usize>>,
    /// Per level and larger level, the parts of each area.
    parts: Vec<Vec<Vec<Vec<usize>>>>,
}

/// The areas of a level.
#[derive(Clone, Debug, Default)]
pub struct LevelAreas {
    /// Newest count of residents, `[n_areas]`.
    pub residents: Vec<Option<f64>>,
    /// Per larger level (its position, before this one) the area that each area lies in, `[n_areas]`.
    pub lies_in: Vec<(usize, Vec<Option<usize>>)>,
}

/// What kind of figure it is: how parts make a total.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Nature {
    /// The count of residents: parts add up, and gated areas are known to be below the least.
    Residents,
    /// A count: parts add up.
    Count,
    /// Land, distance along roads: parts add up, and it says nothing of people.
    Extent,
    /// A part of a whole: parts are weighed.
    Share {
        /// 100 for per cent, 1 for a fraction.
        whole: f64,
        /// With what of a companion it is withheld.
        goes: Goes,
    },
    /// A mean, a rate, points: parts are weighed.
    Mean {
        /// With what of a companion it is withheld.
        goes: Goes,
    },
}

/// How much of a companion is withheld: each holds those before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Goes {
    /// Counts, and what tells of how many: shares that were counted and not rounded, density, cars per household.
    WithCounts,
    /// And all else that the source does not round.
    WithUnrounded,
    /// Everything.
    WithAll,
}

impl Nature {
    /// Whether parts add up without weights.
    pub fn adds_up(self) -> bool {
        matches!(self, Self::Residents | Self::Count | Self::Extent)
    }

    /// With what of a companion it is withheld.
    pub fn goes(self) -> Goes {
        match self {
            Self::Residents | Self::Count | Self::Extent => Goes::WithCounts,
            Self::Share { goes, .. } | Self::Mean { goes } => goes,
        }
    }
}

/// One indicator in one period.
#[derive(Debug)]
pub struct Column<'a> {
    /// Position of the indicator.
    pub indicator: usize,
    /// What the figures are about.
    pub period: &'a str,
    /// How parts make a total.
    pub nature: Nature,
    /// Whether parts weigh alike, not by residents: of a figure that may be one of land, and not of people.
    pub weighs_alike: bool,
    /// Per level its figures; `None` where the level has none of this period or one near it.
    pub levels: Vec<Option<LevelFigures<'a>>>,
}

/// The figures of a level.
#[derive(Debug)]
pub struct LevelFigures<'a> {
    /// Figures, `[n_areas]`; not a number where there is none.
    pub figures: &'a [f64],
    /// How far rounding may have moved a figure.
    pub half_width: f64,
    /// Areas of which the source keeps the figure secret, `[n_areas]`.
    pub secret: Vec<bool>,
    /// Areas that the gate hides, `[n_areas]`.
    pub gated: Cow<'a, [bool]>,
    /// Residents in the year that is nearest to the period, `[n_areas]`.
    pub residents: Cow<'a, [Option<f64>]>,
    /// What an area weighs in a mean, `[n_areas]`, at least 1.
    pub weights: Cow<'a, [f64]>,
    /// How many years the figures are off: 0 for those of this period. Others only stand in for totals.
    pub years_off: u32,
}

impl Column<'_> {
    /// How wide the interval must be that is left to a gated figure, and between which figures any lies.
    ///
    /// Half of `min_residents` for a count; 20 points for a share, which is twice what is promised because the weights
    /// of the attacker may be others than ours; a fifth of where nine tenths of the areas lie for a mean.
    pub fn needed(&self, min_residents: f64) -> f64 {
        match self.nature {
            Nature::Residents | Nature::Count => min_residents / 2.0,
            Nature::Extent => 0.0,
            Nature::Share { whole, .. } => whole / 5.0,
            Nature::Mean { .. } => {
                let mut known: Vec<f64> = self.known().collect();
                known.sort_unstable_by(f64::total_cmp);
                let at = |part: usize| known.get(known.len() * part / 20).or(known.last()).copied().unwrap_or(0.0);
                // How land is weighed is not known: more room makes up for it.
                (at(19) - at(1)) / if self.weighs_alike { 2.0 } else { 5.0 }
            }
        }
    }

    /// Between which figures everybody knows that any lies.
    pub(super) fn range(&self) -> (f64, f64) {
        match self.nature {
            Nature::Residents | Nature::Count | Nature::Extent => (0.0, f64::INFINITY),
            Nature::Share { whole, .. } => (0.0, whole),
            Nature::Mean { .. } => {
                self.known().fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), it| (low.min(it), high.max(it)))
            }
        }
    }

    fn known(&self) -> impl Iterator<Item = f64> + '_ {
        let levels = self.levels.iter().flatten().filter(|level| level.years_off == 0);
        levels.flat_map(|level| level.figures.iter().copied()).filter(|figure| !figure.is_nan())
    }
}

impl<'a> Country<'a> {
    /// A country of levels and columns.
    pub fn new(
        min_residents: f64,
        levels: Vec<LevelAreas>,
        columns: Vec<Column<'a>>,
        n_indicators: usize,
        sums: Vec<Vec<usize>>,
    ) -> Self {
        let mut parts = Vec::with_capacity(levels.len());
        for level in &levels {
            let mut of_level: Vec<Vec<Vec<usize>>> = vec![Vec::new(); levels.len()];
            for (above, lies_in) in &level.lies_in {
                let mut of: Vec<Vec<usize>> = vec![Vec::new(); levels[*above].residents.len()];
                for (part, total) in lies_in.iter().enumerate() {
                    if let Some(of) = total.and_then(|total| of.get_mut(total)) {
                        of.push(part);
                    }
                }
                of_level[*above] = of;
            }
            parts.push(of_level);
        }
        Self { min_residents, levels, columns, n_indicators, sums, parts }
    }

    /// Areas of a smaller level that lie in an area.
    pub(super) fn parts(&self, above: usize, total: usize, level: usize) -> &[usize] {
        self.parts[level][above].get(total).map_or(&[], Vec::as_slice)
    }

    /// Areas that an area lies in and that lie in a total themselves.
    pub(super) fn between(&self, total: (usize, usize), level: usize, part: usize) -> Vec<(usize, usize)> {
        let lies_in = self.levels[level].lies_in.iter();
        lies_in.filter(|(above, _)| *above > total.0).filter_map(|(above, of)| Some((*above, of[part]?))).collect()
    }

    /// How many cells of a total are lost when the indicators of some columns are withheld there.
    pub(super) fn cells_of_indicators(&self, level: usize, columns: &[usize]) -> usize {
        let indicators: BTreeSet<usize> = columns.iter().map(|column| self.columns[*column].indicator).collect();
        let of = |column: &&Column<'_>| indicators.contains(&column.indicator) && column.has(level);
        let weighs = |column: &Column<'_>| if column.nature == Nature::Residents { 25 } else { 1 };
        self.columns.iter().filter(of).map(weighs).sum()
    }
}

impl Column<'_> {
    /// Whether a level has figures of this very period.
    pub(super) fn has(&self, level: usize) -> bool {
        self.levels[level].as_ref().is_some_and(|figures| figures.years_off == 0)
    }
}

/// What is withheld beside what the gate hides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Withheld {
    /// Per level the companions, each with how much of it is withheld, `[n_areas]`.
    pub companions: Vec<Vec<Option<Goes>>>,
    /// Totals that are withheld for one indicator: indicator, level, area.
    pub totals: BTreeSet<(usize, usize, usize)>,
}

impl Withheld {
    pub(super) fn nothing(country: &Country<'_>) -> Self {
        let none = country.levels.iter().map(|level| vec![None; level.residents.len()]).collect();
        Self { companions: none, totals: BTreeSet::new() }
    }

    /// Whether a cell of a column is withheld.
    pub fn is(&self, column: &Column<'_>, level: usize, area: usize) -> bool {
        self.companions[level][area] >= Some(column.nature.goes())
            || self.totals.contains(&(column.indicator, level, area))
    }

    /// Withholds an area; says whether that changed anything.
    pub(super) fn companion(&mut self, level: usize, area: usize, goes: Goes) -> bool {
        let before = self.companions[level][area];
        self.companions[level][area] = before.max(Some(goes));
        before < Some(goes)
    }

    /// Withholds a total for an indicator; says whether that changed anything.
    pub(super) fn total(&mut self, indicator: usize, level: usize, area: usize) -> bool {
        self.totals.insert((indicator, level, area))
    }

    /// How many cells would be lost with a companion.
    pub(super) fn cost_of_companion(&self, country: &Country<'_>, level: usize, area: usize, goes: Goes) -> usize {
        let lost =
            |column: &&Column<'_>| column.has(level) && !self.is(column, level, area) && column.nature.goes() <= goes;
        country.columns.iter().filter(lost).count()
    }
}
