// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! How unequal are areas, and does it lie between groups of them or within?
//!
//! In: a figure of 0 or more per area. Out: Gini, Theil's T, and T split by group.
//! Invariant: between and within add up to the whole. Every area counts for one; who wants people to count, counts
//! people elsewhere. Not here: missing figures, which the caller leaves out.

use std::collections::BTreeMap;

/// Theil's T, whole and split.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Theil {
    /// `Σ s_i ln(n s_i)`, with `s_i` the share of an area in the sum.
    pub whole: f64,
    /// What would be left if all areas of a group had the mean of the group.
    pub between: f64,
    /// The rest: inequality within each group, weighted by its share in the sum.
    pub within: f64,
}

/// 0 where all areas have the same, near 1 where one has all; `None` for no areas, a figure below 0, or a sum of 0.
/// `2 Σ i y_i / (n Σ y) - (n + 1) / n` over rising `y`.
pub fn gini(values: &[f64]) -> Option<f64> {
    let sum = positive_sum(values)?;
    let mut rising = values.to_vec();
    rising.sort_unstable_by(f64::total_cmp);
    let n = rising.len() as f64;
    let ranked: f64 = (1..).zip(&rising).map(|(rank, value)| f64::from(rank) * value).sum();
    Some(2.0 * ranked / (n * sum) - (n + 1.0) / n)
}

/// Theil's T of areas in groups; `None` as for [`gini`], or when there are not as many groups as figures.
///
/// # Source
/// Theil, *Economics and Information Theory* (1967), chapter 4.
pub fn theil<G: Ord>(values: &[f64], groups: &[G]) -> Option<Theil> {
    let sum = positive_sum(values)?;
    if groups.len() != values.len() {
        return None;
    }
    let n = values.len() as f64;
    // Nothing has no share, and 0 ln 0 is 0.
    let term = |share: f64, times: f64| if share > 0.0 { share * libm::log(times * share) } else { 0.0 };
    let mut by_group: BTreeMap<&G, Vec<f64>> = BTreeMap::new();
    for (value, group) in values.iter().zip(groups) {
        by_group.entry(group).or_default().push(value / sum);
    }
    let whole = values.iter().map(|value| term(value / sum, n)).sum();
    let (mut between, mut within) = (0.0, 0.0);
    for shares in by_group.values() {
        let (n_group, of_group) = (shares.len() as f64, shares.iter().sum::<f64>());
        between += term(of_group, n / n_group);
        if of_group > 0.0 {
            within += of_group * shares.iter().map(|share| term(share / of_group, n_group)).sum::<f64>();
        }
    }
    Some(Theil { whole, between, within })
}

fn positive_sum(values: &[f64]) -> Option<f64> {
    let sum: f64 = values.iter().sum();
    (values.iter().all(|value| *value >= 0.0) && sum > 0.0 && sum.is_finite()).then_some(sum)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_has_all_and_who_has_the_same() {
        assert_eq!((gini(&[4.0; 5]), gini(&[0.0, 0.0, 0.0, 8.0])), (Some(0.0), Some(0.75)));
        assert_eq!((gini(&[]), gini(&[0.0]), gini(&[-1.0, 2.0]), gini(&[f64::NAN])), (None, None, None, None));
        let split = theil(&[1.0, 1.0, 3.0, 3.0], &["a", "a", "b", "b"]).unwrap();
        assert!(split.within.abs() < 1e-15 && (split.whole - split.between).abs() < 1e-15 && split.whole > 0.1);
        let none_in_one = theil(&[0.0, 0.0, 3.0, 1.0], &["a", "a", "b", "b"]).unwrap();
        assert!((none_in_one.between + none_in_one.within - none_in_one.whole).abs() < 1e-15);
        assert_eq!(theil(&[1.0], &["a", "b"]), None);
    }
}
