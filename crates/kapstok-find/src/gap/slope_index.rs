// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! How a figure goes from the least to the most burdened areas: the slope index of inequality.
//!
//! In: a figure and what areas are ranked by, with weights. Out: the slope over all people, with its interval. Invariant:
//! the figure never ranks itself (the caller's task).

use super::quantile::student;
use crate::Interval;

/// The slope over all people, from the lowest to the highest rank.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SlopeIndex {
    /// The difference between the ends of the fitted line.
    pub slope: f64,
    /// Around it.
    pub interval: Interval,
    /// Areas with both figures.
    pub n_areas: usize,
}

/// Weighted regression of a figure on the place of each area among all people (its ridit: the part of the people below it,
/// and half of its own; equal areas share the middle of theirs).
///
/// * `areas`: the figure, what areas are ranked by (higher is a higher rank), and how many people.
/// * The variance is the sandwich of White with `n / (n - 2)`; t with n - 2 degrees. `None` below 3 areas or where all rank alike.
///
/// # Source
/// Mackenbach and Kunst, *Social Science & Medicine* 44 (1997), 757-771.
pub fn slope_index(areas: &[(f64, f64, f64)], level: f64) -> Option<SlopeIndex> {
    let n = areas.len();
    let total: f64 = areas.iter().map(|(_, _, weight)| weight).sum();
    if n < 3 || total <= 0.0 {
        return None;
    }
    let mut order: Vec<usize> = (0..n).collect();
    order.sort_by(|one, other| areas[*one].1.total_cmp(&areas[*other].1));
    let mut ridits = vec![0.0; n];
    let (mut below, mut start) = (0.0, 0);
    while start < n {
        let ties = order[start..].iter().take_while(|area| areas[**area].1 == areas[order[start]].1).count();
        let own: f64 = order[start..start + ties].iter().map(|area| areas[*area].2).sum();
        order[start..start + ties].iter().for_each(|area| ridits[*area] = (below + own / 2.0) / total);
        below += own;
        start += ties;
    }
    let mean = |of: &dyn Fn(usize) -> f64| (0..n).map(|area| areas[area].2 * of(area)).sum::<f64>() / total;
    let (mean_rank, mean_value) = (mean(&|area| ridits[area]), mean(&|area| areas[area].0));
    let spread = mean(&|area| (ridits[area] - mean_rank) * (ridits[area] - mean_rank));
    if spread <= 1e-12 {
        return None;
    }
    let slope = mean(&|area| (ridits[area] - mean_rank) * (areas[area].0 - mean_value)) / spread;
    let variance: f64 = (0..n)
        .map(|area| {
            let residual = areas[area].0 - mean_value - slope * (ridits[area] - mean_rank);
            let pull = areas[area].2 / total * (ridits[area] - mean_rank) / spread * residual;
            pull * pull
        })
        .sum();
    let half = student(0.5 + level / 2.0, n as f64 - 2.0) * (variance * n as f64 / (n as f64 - 2.0)).sqrt();
    Some(SlopeIndex { slope, interval: Interval::new(slope - half, slope + half, level), n_areas: n })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_straight_line_over_people_gives_its_ends() {
        // Four areas with 1, 1, 2 and 4 of 8 people: ridits 1/16, 3/16, 6/16, 12/16. The figure is 10 + 16 times the ridit.
        let areas = [(11.0, 1.0, 1.0), (13.0, 2.0, 1.0), (16.0, 3.0, 2.0), (22.0, 4.0, 4.0)];
        let found = slope_index(&areas, 0.95).unwrap();
        assert!((found.slope - 16.0).abs() < 1e-9 && found.interval.upper - found.interval.lower < 1e-6, "{found:?}");
    }

    #[test]
    fn equal_areas_share_their_place_and_one_place_has_no_slope() {
        let tied = [(1.0, 1.0, 1.0), (3.0, 1.0, 1.0), (5.0, 2.0, 2.0)];
        // Ridits 1/4, 1/4, 3/4; means 2 and 5: a rise of 3 over half of the people is 6 over all.
        assert!((slope_index(&tied, 0.95).unwrap().slope - 6.0).abs() < 1e-9);
        assert_eq!(slope_index(&[(1.0, 1.0, 1.0), (2.0, 1.0, 1.0), (3.0, 1.0, 1.0)], 0.95), None);
    }
}
