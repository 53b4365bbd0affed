// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What shares of one population say about people who have several burdens: a lower and an upper bound.
//!
//! In: for each burden, the share of people who have it. Out: [`Bounds`] on the share of people who have at
//! least m of them, or why there are none.
//! Invariant: the bounds are sharp. Whatever lies outside is impossible, and for either end there is a
//! population with those very shares that attains it. No independence, no model, no confidence level.
//! Not here: an estimate between the bounds; shares of different populations (refused).
//!
//! # The bounds, with their proof
//! Let `p_1 <= ... <= p_k` be the shares and S the number of burdens of a person.
//!
//! **Upper**: `P(S >= m) <= min(1, min over 0 <= r < m of (p_1 + ... + p_(k-r)) / (m - r))`.
//! Leave out any r burdens, say the r largest. A person with at least m has at least m - r of the others, and
//! those have a mean of `p_1 + ... + p_(k-r)` per person. Markov's inequality gives the bound.
//!
//! **It is attained.** Let t be the bound and cut each share to `q_i = min(p_i, t)`. Then `sum of q_i >= m t`:
//! when m or more shares are above t this is plain; when r < m are, the r largest give `r t`, and the others
//! give at least `(m - r) t`, for t is at most their sum over m - r. Now lay the q_i head to tail around a
//! circle of length t (McNaughton's wrap-around rule of machine scheduling). No q_i meets itself, for it is at
//! most t, and each point is covered m times or more: a part t of the people has at least m burdens. What was
//! cut off, `p_i - q_i <= 1 - t`, fits among the others. The same holds in whole persons, with t rounded down.
//!
//! **Lower**: at least m of k fails exactly when at least k - m + 1 of the k opposites hold, and the opposites
//! have the shares `1 - p_i`. One minus the upper bound on those is
//! `max(0, max over 0 <= r <= k - m of (sum of the k - r largest p - (m - 1)) / (k - m + 1 - r))`.
//!
//! With m = k = 2 these are the bounds of Fréchet: `max(0, a + b - 1)` and `min(a, b)`.

use kapstok_table::{Direction, Indicator, Population, Unit};

/// The share of a population that has one burden, and how far rounding may have moved it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Marginal {
    share: f64,
    half_width: f64,
}

/// What can be said of people with several burdens.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Bounds {
    /// The share lies between these two, both within 0 ..= 1, and can be either.
    Between {
        /// The least that is possible.
        lower: f64,
        /// The most that is possible.
        upper: f64,
    },
    /// Nothing, and why.
    NotComputable(WhyNot),
}

/// Why there are no bounds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum WhyNot {
    /// No burden at all was given.
    NoShares,
    /// A figure is no share of people, or has no direction: a mean income, crimes per 1,000 residents.
    NotAShare,
    /// The shares are of different populations: residents and households, adults and all.
    MixedPopulations,
    /// A share has no figure here.
    MissingShare,
    /// More burdens are asked for than were given.
    TooFewBurdens {
        /// The m of "at least m".
        asked: usize,
        /// How many burdens there are.
        given: usize,
    },
}

impl Marginal {
    /// A share of 0 ..= 1 and what it may be off by. `None` when either is not a number, the share lies
    /// outside, or the half width is below 0.
    pub fn new(share: f64, half_width: f64) -> Option<Self> {
        let sound = (0.0..=1.0).contains(&share) && half_width >= 0.0 && half_width.is_finite();
        sound.then_some(Self { share, half_width })
    }

    /// The share of people who carry the burden that an indicator tells of, from its figure: its unit made a
    /// share, its rounding the half width, and the opposite where higher is better.
    ///
    /// Figures per 1,000 count events as a rule, and one person may have several: they are no share here.
    ///
    /// # Errors
    /// [`WhyNot::NotAShare`] when the indicator has no population, another unit or no direction, or when the
    /// figure lies outside 0 ..= 1.
    pub fn of_indicator(indicator: &Indicator, figure: f64) -> Result<Self, WhyNot> {
        let whole = match indicator.unit {
            Unit::Percent if indicator.population.is_some() => 100.0,
            Unit::Fraction if indicator.population.is_some() => 1.0,
            _ => return Err(WhyNot::NotAShare),
        };
        let half_width = indicator.rounding.half_width() / whole;
        let marginal = Self::new(figure / whole, half_width).ok_or(WhyNot::NotAShare)?;
        match indicator.direction {
            Direction::HigherIsWorse => Ok(marginal),
            Direction::HigherIsBetter => Ok(marginal.opposite()),
            Direction::Neither => Err(WhyNot::NotAShare),
        }
    }

    /// The share of those who do not have it.
    pub fn opposite(self) -> Self {
        Self { share: 1.0 - self.share, half_width: self.half_width }
    }

    /// The share as published.
    pub fn share(self) -> f64 {
        self.share
    }

    /// What rounding may have moved it by.
    pub fn half_width(self) -> f64 {
        self.half_width
    }

    /// The least that it may have been.
    pub fn lowest(self) -> f64 {
        (self.share - self.half_width).max(0.0)
    }

    /// The most that it may have been.
    pub fn highest(self) -> f64 {
        (self.share + self.half_width).min(1.0)
    }
}

/// Sharp bounds on the share of people with at least `m` of the burdens, shares of **one** population.
///
/// Both bounds grow with every share, so the lower one is taken at the lowest and the upper one at the
/// highest that rounding allows.
///
/// # Examples
/// ```
/// # use kapstok_score::bounds::{at_least, Bounds, Marginal};
/// let poor_and_ill = [Marginal::new(0.3, 0.0), Marginal::new(0.2, 0.0)].map(Option::unwrap);
/// assert_eq!(at_least(2, &poor_and_ill), Bounds::Between { lower: 0.0, upper: 0.2 });
/// assert_eq!(at_least(1, &poor_and_ill), Bounds::Between { lower: 0.3, upper: 0.5 });
/// ```
pub fn at_least(m: usize, marginals: &[Marginal]) -> Bounds {
    let k = marginals.len();
    if k == 0 {
        return Bounds::NotComputable(WhyNot::NoShares);
    }
    if m > k {
        return Bounds::NotComputable(WhyNot::TooFewBurdens { asked: m, given: k });
    }
    if m == 0 {
        return Bounds::Between { lower: 1.0, upper: 1.0 };
    }
    let mut lowest: Vec<f64> = marginals.iter().map(|marginal| marginal.lowest()).collect();
    let mut highest: Vec<f64> = marginals.iter().map(|marginal| marginal.highest()).collect();
    lowest.sort_by(|one, other| other.total_cmp(one));
    highest.sort_by(f64::total_cmp);
    let by_dropping = |r: usize| highest[..k - r].iter().sum::<f64>() / (m - r) as f64;
    let upper = (0..m).map(by_dropping).fold(1.0, f64::min);
    let by_dropping = |r: usize| (lowest[..k - r].iter().sum::<f64>() - (m - 1) as f64) / (k - m + 1 - r) as f64;
    let lower = (0..=k - m).map(by_dropping).fold(0.0, f64::max);
    // Where both are one number, the last bit must not turn them around.
    Bounds::Between { lower: lower.min(upper), upper }
}

/// Sharp bounds on the share of people with both burdens (Fréchet).
pub fn both(one: Marginal, other: Marginal) -> Bounds {
    at_least(2, &[one, other])
}

/// A burden as it comes from a table: of whom its figure is a share, and the figure, if there is one.
///
/// All of a row are of one area. That they are also of one time is the caller's care: people who moved in
/// between make two populations of one.
#[derive(Clone, Debug, PartialEq)]
pub struct BurdenShare {
    /// Of whom; `None` when it is no share of people.
    pub population: Option<Population>,
    /// The share; `None` when there is no figure.
    pub marginal: Option<Marginal>,
}

/// As [`at_least`], for shares that may be of different populations or missing: then there are no bounds.
///
/// A missing share is not left out, for "at least 2 of 3" would become "at least 2 of 2".
pub fn at_least_of_one_population(m: usize, burdens: &[BurdenShare]) -> Bounds {
    let Some(first) = burdens.first() else { return Bounds::NotComputable(WhyNot::NoShares) };
    if burdens.iter().any(|burden| burden.population.is_none()) {
        return Bounds::NotComputable(WhyNot::NotAShare);
    }
    if burdens.iter().any(|burden| burden.population != first.population) {
        return Bounds::NotComputable(WhyNot::MixedPopulations);
    }
    let marginals: Option<Vec<Marginal>> = burdens.iter().map(|burden| burden.marginal).collect();
    match marginals {
        Some(marginals) => at_least(m, &marginals),
        None => Bounds::NotComputable(WhyNot::MissingShare),
    }
}

/// Bounds on every pair of burdens, as (position, position, bounds), the first position before the second.
pub fn pairs(burdens: &[BurdenShare]) -> Vec<(usize, usize, Bounds)> {
    let mut found = Vec::new();
    for (one, first) in burdens.iter().enumerate() {
        for (other, second) in burdens.iter().enumerate().skip(one + 1) {
            found.push((one, other, at_least_of_one_population(2, &[first.clone(), second.clone()])));
        }
    }
    found
}
