// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What an area would have at the deadline if it went on as before.
//!
//! In: years with a number of persons. Out: the line of least squares through the last six of them at the deadline,
//! kept within nobody and everybody. **Invariant:** fewer than three years give no trend; whole numbers all the way, so
//! the same bits everywhere. Not here: how sure it is; a line through three points is a guess, and it is shown as one.

/// Years that are looked at, the newest.
const LAST: usize = 6;
/// Fewest years for a line.
const LEAST: usize = 3;

/// What a trend gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Expected {
    /// Persons at the deadline.
    pub persons: u64,
    /// Years that the line goes through.
    pub n_years: usize,
    /// The first of them.
    pub since: u16,
}

/// What the trend gives in a year, rounded half up; of two figures of one year the last counts.
///
/// # Examples
/// ```
/// # use kapstok_find::ambition::expected;
/// // Ten fewer each year: 60 in 2022, so 30 in 2025.
/// let found = expected(&[(2020, 80), (2021, 70), (2022, 60)], 2025, 200).unwrap();
/// assert_eq!((found.persons, found.n_years), (30, 3));
/// assert_eq!(expected(&[(2021, 70), (2022, 60)], 2025, 200), None);
/// ```
pub fn expected(years: &[(u16, u64)], deadline: u16, population: u64) -> Option<Expected> {
    let known: std::collections::BTreeMap<u16, u64> = years.iter().copied().collect();
    let last: Vec<(u16, u64)> = known.into_iter().rev().take(LAST).collect();
    let since = last.last().filter(|_| last.len() >= LEAST)?.0;
    let n = i128::try_from(last.len()).ok()?;
    let x = |year: u16| i128::from(year) - i128::from(since);
    let sum =
        |of: &dyn Fn(i128, i128) -> i128| -> i128 { last.iter().map(|(at, it)| of(x(*at), i128::from(*it))).sum() };
    let (sx, sy) = (sum(&|x, _| x), sum(&|_, y| y));
    let spread = n * sum(&|x, _| x * x) - sx * sx;
    let slope = n * sum(&|x, y| x * y) - sx * sy;
    // The line at the deadline, times n and the spread, which are above 0.
    let (above, below) = (sy * spread + (n * x(deadline) - sx) * slope, n * spread);
    let persons = (2 * above + below).div_euclid(2 * below).clamp(0, i128::from(population));
    Some(Expected { persons: u64::try_from(persons).ok()?, n_years: last.len(), since })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_goes_through_the_last_six_years_and_stays_within_the_population() {
        let falling: Vec<(u16, u64)> =
            (0..8).map(|at| (2015 + at, if at < 2 { 900 } else { 80 - 10 * u64::from(at) })).collect();
        // 2017 .. 2022: 60, 50, 40, 30, 20, 10; the two years before are left out.
        assert_eq!(expected(&falling, 2022, 500), Some(Expected { persons: 10, n_years: 6, since: 2017 }));
        assert_eq!(expected(&falling, 2030, 500).map(|it| it.persons), Some(0));
        assert_eq!(expected(&[(1, 10), (2, 20), (3, 30)], 9, 50).map(|it| it.persons), Some(50));
        // 10, 20, 20: the mean is 16.67, the slope 5; three years on from the middle: 31.67.
        assert_eq!(expected(&[(2, 20), (1, 10), (3, 20)], 5, 90).map(|it| it.persons), Some(32));
    }

    #[test]
    fn two_figures_of_one_year_are_one_year() {
        assert_eq!(expected(&[(1, 10), (1, 12), (2, 20)], 9, 50), None);
    }
}
