// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Tables in which people with several things were counted, held against the bounds.
//!
//! In: a row of a counted table (the form of CBS 86195NED: per area the number of households that use 0, 1, 2, ...
//! provisions) and [`Bounds`]. Out: whether the count lies inside.
//! Invariant: a count is said to lie outside only when no rounding can bring it inside.
//! Not here: reading such a table (`kapstok-source`). That its things are the burdens of the bounds is for the
//! caller to know: the use of provisions is not the need for them.

use kapstok_table::{Population, Rounding};

use crate::bounds::{Bounds, WhyNot};

/// One area of a counted table.
#[derive(Clone, Debug, PartialEq)]
pub struct CountedRow {
    /// Who was counted.
    pub population: Population,
    /// How many of them have 0, 1, 2, ... of the things; `None` where the source shows none.
    pub by_number: Vec<Option<f64>>,
    /// What the last number of the row stands for.
    pub last: LastClass,
    /// The rounding of every count.
    pub rounding: Rounding,
}

/// What the last class of a counted table stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LastClass {
    /// Exactly its number: nobody can have more.
    Exactly,
    /// Its number or more.
    OrMore,
}

/// The share of people with at least m things, as far as rounded counts tell.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CountedShare {
    /// From the counts as published.
    pub share: f64,
    /// The least that rounding allows.
    pub lowest: f64,
    /// The most that rounding allows.
    pub highest: f64,
}

/// A count beside the bounds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Against {
    /// Within the bounds, or not to be told apart from them.
    Inside,
    /// Fewer people than the shares allow: the two tables do not tell of the same.
    Below,
    /// More people than the shares allow: the two tables do not tell of the same.
    Above,
    /// Nothing can be said, and why.
    NotComparable(WhyNotComparable),
}

/// Why a count and bounds cannot be compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum WhyNotComparable {
    /// Households were counted and the shares are of residents, or the like.
    OtherPopulation,
    /// There are no bounds.
    NoBounds(WhyNot),
    /// The source shows no count for one of the classes.
    MissingCount,
    /// The table does not tell `asked` things from fewer: its last class is `last` or more.
    ClassTooWide {
        /// The m of "at least m".
        asked: usize,
        /// Number of the last class.
        last: usize,
    },
    /// Nobody was counted.
    Nobody,
}

impl CountedRow {
    /// The share of people with at least `m` of the things.
    ///
    /// # Errors
    /// [`WhyNotComparable`]: a class without a count, a last class that is too wide, nobody at all.
    pub fn at_least(&self, m: usize) -> Result<CountedShare, WhyNotComparable> {
        let n_classes = self.by_number.len();
        if m >= n_classes && self.last == LastClass::OrMore && n_classes > 0 {
            return Err(WhyNotComparable::ClassTooWide { asked: m, last: n_classes - 1 });
        }
        let counts: Option<Vec<f64>> = self.by_number.iter().copied().collect();
        let counts = counts.ok_or(WhyNotComparable::MissingCount)?;
        let (fewer, enough) = counts.split_at(m.min(n_classes));
        let half_width = self.rounding.half_width();
        let sum = |counts: &[f64], shift: f64| counts.iter().map(|count| (count + shift).max(0.0)).sum::<f64>();
        let share = |shift: f64| {
            let (enough, fewer) = (sum(enough, shift), sum(fewer, -shift));
            (enough + fewer > 0.0).then(|| enough / (enough + fewer))
        };
        let published = share(0.0).ok_or(WhyNotComparable::Nobody)?;
        let (lowest, highest) = (share(-half_width), share(half_width));
        Ok(CountedShare {
            share: published,
            lowest: lowest.unwrap_or(published),
            highest: highest.unwrap_or(published),
        })
    }
}

/// Holds the people with at least `m` of the things against bounds over shares of `population`.
pub fn compare(row: &CountedRow, m: usize, population: &Population, bounds: Bounds) -> Against {
    // The error of a sum of shares is far below a billionth, and a person in a country far above.
    const SAME: f64 = 1e-9;
    if row.population != *population {
        return Against::NotComparable(WhyNotComparable::OtherPopulation);
    }
    let (lower, upper) = match bounds {
        Bounds::Between { lower, upper } => (lower, upper),
        Bounds::NotComputable(why) => return Against::NotComparable(WhyNotComparable::NoBounds(why)),
    };
    match row.at_least(m) {
        Err(why) => Against::NotComparable(why),
        Ok(counted) if counted.highest < lower - SAME => Against::Below,
        Ok(counted) if counted.lowest > upper + SAME => Against::Above,
        Ok(_) => Against::Inside,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bounds::{Marginal, at_least};

    fn row(counts: &[f64]) -> CountedRow {
        CountedRow {
            population: Population::Households,
            by_number: counts.iter().map(|count| Some(*count)).collect(),
            last: LastClass::OrMore,
            rounding: Rounding::ToMultipleOf(10.0),
        }
    }

    #[test]
    fn the_share_is_taken_at_both_ends_of_the_rounding() {
        // 60 with none, 30 with one, 10 with two or more, each give or take 5.
        let counted = row(&[60.0, 30.0, 10.0]).at_least(2).unwrap();
        assert_eq!(counted.share, 0.1);
        assert_eq!(counted.lowest, 5.0 / (5.0 + 35.0 + 65.0));
        assert_eq!(counted.highest, 15.0 / (15.0 + 25.0 + 55.0));
        assert_eq!(row(&[60.0, 30.0, 10.0]).at_least(0).unwrap().share, 1.0);
        // A count of 0 may have been 4, and never less than 0.
        assert_eq!(row(&[100.0, 0.0]).at_least(1).unwrap(), CountedShare { share: 0.0, lowest: 0.0, highest: 0.05 });
    }

    #[test]
    fn a_count_is_held_against_the_bounds_or_says_why_not() {
        let households = Population::Households;
        // Two things, 40 % and 20 %: at least both lies between 0 and 20 %, at least one between 40 and 60 %.
        let shares = [0.4, 0.2].map(|share| Marginal::new(share, 0.0).unwrap());
        let (one, two) = (at_least(1, &shares), at_least(2, &shares));
        let secret = CountedRow { by_number: vec![Some(60.0), None, Some(10.0)], ..row(&[]) };
        let cases = [
            (row(&[500.0, 400.0, 100.0]), 2, two, Against::Inside),
            (row(&[500.0, 250.0, 250.0]), 2, two, Against::Above),
            // 20 of 90 is above 20 %, and rounding can bring it below: 15 of 95.
            (row(&[40.0, 30.0, 20.0]), 2, two, Against::Inside),
            // 205 of 1,005 is above 20 % still.
            (row(&[500.0, 290.0, 210.0]), 2, two, Against::Above),
            (row(&[700.0, 200.0, 100.0]), 1, one, Against::Below),
            (row(&[300.0, 600.0, 100.0]), 1, one, Against::Above),
            (row(&[0.0, 0.0, 0.0]), 1, one, Against::NotComparable(WhyNotComparable::Nobody)),
            (secret, 2, two, Against::NotComparable(WhyNotComparable::MissingCount)),
            (
                row(&[500.0, 500.0]),
                2,
                two,
                Against::NotComparable(WhyNotComparable::ClassTooWide { asked: 2, last: 1 }),
            ),
            (
                row(&[500.0, 500.0, 0.0]),
                3,
                at_least(3, &shares),
                Against::NotComparable(WhyNotComparable::NoBounds(WhyNot::TooFewBurdens { asked: 3, given: 2 })),
            ),
        ];
        for (row, m, bounds, expected) in cases {
            assert_eq!(compare(&row, m, &households, bounds), expected, "at least {m} in {row:?}");
        }
        let other = compare(&row(&[500.0, 400.0, 100.0]), 2, &Population::Residents, two);
        assert_eq!(other, Against::NotComparable(WhyNotComparable::OtherPopulation));
        // Where the last class is exact, nobody has more.
        let exact = CountedRow { last: LastClass::Exactly, ..row(&[500.0, 500.0]) };
        assert_eq!(exact.at_least(2).unwrap().share, 0.0);
    }
}
