// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Which of many small probabilities still say something?
//!
//! In: a probability per area, or none. Out: a flag for each, or the rate from which it has one, by the rule of Benjamini and
//! Hochberg.
//! Invariant: an area without a probability is not among those counted, and has no flag.
//! With 999 permutations none is below 0.001, so among thousands of areas many must reach it before one is flagged.

/// What the rule says.
#[derive(Clone, Debug, PartialEq)]
pub struct FalseDiscoveryRate {
    /// By area: whether it is flagged.
    pub flagged: Vec<Option<bool>>,
    /// The largest probability that is flagged; `None` where none is.
    pub largest: Option<f64>,
}

/// Flags areas so that of those flagged a share of about `rate` is expected to be chance. With the `m` probabilities in
/// rising order: all up to the last one with `p_(i) ≤ i / m · rate`.
///
/// # Source
/// Benjamini and Hochberg, *Controlling the false discovery rate* (1995).
pub fn false_discovery_rate(p: &[Option<f64>], rate: f64) -> FalseDiscoveryRate {
    let mut rising: Vec<f64> = p.iter().flatten().copied().collect();
    rising.sort_unstable_by(f64::total_cmp);
    let m = rising.len() as f64;
    let last = (1..).zip(&rising).filter(|&(i, &p)| p <= f64::from(i) / m * rate).map(|(_, &p)| p).last();
    let flag = |p: &f64| last.is_some_and(|last| *p <= last);
    FalseDiscoveryRate { flagged: p.iter().map(|p| p.as_ref().map(flag)).collect(), largest: last }
}

/// The same rule from the other side: for each probability the smallest rate at which it would be flagged,
/// `min over j ≥ i of m p_(j) / j`, at most 1.
pub fn adjusted(p: &[Option<f64>]) -> Vec<Option<f64>> {
    let mut rising: Vec<(f64, usize)> = p.iter().enumerate().filter_map(|(at, p)| Some(((*p)?, at))).collect();
    rising.sort_by(|one, other| one.0.total_cmp(&other.0).then(one.1.cmp(&other.1)));
    let (m, mut lowest, mut adjusted) = (rising.len() as f64, 1.0_f64, vec![None; p.len()]);
    for (place, (p, at)) in rising.into_iter().enumerate().rev() {
        lowest = lowest.min(p * m / (place as f64 + 1.0));
        adjusted[at] = Some(lowest);
    }
    adjusted
}

#[cfg(test)]
mod tests {
    use super::{adjusted, false_discovery_rate};

    #[test]
    fn what_is_adjusted_lies_within_the_rate_where_it_is_flagged() {
        // By hand: 4 · 0.01 / 1, 4 · 0.02 / 2 and 4 · 0.03 / 3 are all 0.04, and the last one keeps its own.
        let p = [Some(0.03), None, Some(0.01), Some(0.5), Some(0.02)];
        let found: Vec<Option<String>> = adjusted(&p).iter().map(|q| q.map(|q| format!("{q:.6}"))).collect();
        let expected = [Some("0.040000"), None, Some("0.040000"), Some("0.500000"), Some("0.040000")];
        assert_eq!(found, expected.map(|it| it.map(str::to_owned)));
        for rate in [0.039, 0.041, 0.6] {
            let within: Vec<Option<bool>> = adjusted(&p).iter().map(|q| q.map(|q| q <= rate)).collect();
            assert_eq!(false_discovery_rate(&p, rate).flagged, within, "{rate}");
        }
    }

    #[test]
    fn the_example_of_the_authors_flags_four() {
        // Benjamini and Hochberg 1995, section 3: fifteen probabilities, rate 0.05.
        let p = [
            0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528,
            0.7590, 1.0,
        ];
        let mut p: Vec<Option<f64>> = p.into_iter().map(Some).rev().collect();
        p.push(None);
        let found = false_discovery_rate(&p, 0.05);
        assert_eq!(found.largest, Some(0.0095));
        assert_eq!(found.flagged.iter().filter(|flag| **flag == Some(true)).count(), 4);
        assert_eq!(found.flagged[15], None);
        assert_eq!(false_discovery_rate(&[None, Some(0.9)], 0.05).largest, None);
    }
}
