// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Variation in parts: how much of it lies between the largest areas, between those one level down within them, and so
//! on, down to the small areas themselves.
//!
//! In: figures and weights of small areas, and per larger level the area that each lies in. Out: [`Split`]. The mean of
//! a larger area is the weighted mean of its small areas, and not a published figure: only so do the parts add up.
//!
//! **Invariant:** the parts sum to the total within the error of adding. An area without figure, without weight or
//! without one of its larger areas takes no part and is counted.

/// By what variation is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// Mean squared distance from the mean.
    Variance,
    /// Theil's T: of shares of a sum, so for figures from zero up. A zero adds nothing, as x ln x does at zero.
    Theil,
}

/// Variation and its parts.
#[derive(Clone, Debug, PartialEq)]
pub struct Split {
    /// Areas that took part.
    pub n_known: usize,
    /// Areas that did not: without figure, without weight, or in no larger area.
    pub n_missing: usize,
    /// The weighted mean of all.
    pub mean: f64,
    /// All variation, worked out from the small areas alone.
    pub total: f64,
    /// One for each larger level, largest first, and one for the small areas within the last.
    pub parts: Vec<f64>,
}

impl Split {
    /// Each part as a share of all parts; `None` where all areas are equal, for nothing cannot be shared out.
    pub fn shares(&self) -> Option<Vec<f64>> {
        let all: f64 = self.parts.iter().sum();
        (all > 0.0).then(|| self.parts.iter().map(|part| part / all).collect())
    }

    /// The share that lies within the areas of the last of the larger levels.
    pub fn within(&self) -> Option<f64> {
        self.shares()?.last().copied()
    }
}

/// Parts of the variation of `values`.
///
/// * `weights`: residents, or 1 for each area where all areas count the same. A weight of zero or less is none.
/// * `above`: per larger level, largest first, the area that each small area lies in. Two areas are in one group of a
///   level only where they are in one group of every larger level too.
///
/// `None` where no area takes part; and for [`Measure::Theil`] where a figure is below zero or all are zero.
pub fn split(
    measure: Measure,
    values: &[Option<f64>],
    weights: &[Option<f64>],
    above: &[&[Option<usize>]],
) -> Option<Split> {
    let mut known: Vec<Member> = (0..values.len()).filter_map(|index| member(index, values, weights, above)).collect();
    known.sort_by(|one, other| one.path.cmp(&other.path));
    let group = Group::of(&known)?;
    if measure == Measure::Theil && (group.mean <= 0.0 || known.iter().any(|member| member.value < 0.0)) {
        return None;
    }
    let mut parts = vec![0.0; above.len() + 1];
    add_parts(measure, &known, 0, group.mean, &mut parts);
    let of_all = |member: &Member| term(measure, member.weight, member.value, group.mean);
    let total: f64 = known.iter().map(of_all).sum();
    let scale = match measure {
        Measure::Variance => group.weight,
        Measure::Theil => group.weight * group.mean,
    };
    Some(Split {
        n_known: known.len(),
        n_missing: values.len() - known.len(),
        mean: group.mean,
        total: total / scale,
        parts: parts.into_iter().map(|part| part / scale).collect(),
    })
}

/// A small area that takes part.
struct Member {
    path: Vec<usize>,
    value: f64,
    weight: f64,
}

fn member(index: usize, values: &[Option<f64>], weights: &[Option<f64>], above: &[&[Option<usize>]]) -> Option<Member> {
    let (value, weight) = (values[index]?, weights.get(index).copied()??);
    let path: Option<Vec<usize>> = above.iter().map(|level| level.get(index).copied().flatten()).collect();
    (value.is_finite() && weight.is_finite() && weight > 0.0).then_some(Member { path: path?, value, weight })
}

/// Some members together.
struct Group {
    weight: f64,
    mean: f64,
}

impl Group {
    fn of(members: &[Member]) -> Option<Self> {
        let weight: f64 = members.iter().map(|member| member.weight).sum();
        let sum: f64 = members.iter().map(|member| member.weight * member.value).sum();
        (weight > 0.0).then(|| Self { weight, mean: sum / weight })
    }
}

/// What an area with this mean adds to the variation in a larger area with that mean.
fn term(measure: Measure, weight: f64, mean: f64, mean_of_larger: f64) -> f64 {
    match measure {
        Measure::Variance => weight * (mean - mean_of_larger) * (mean - mean_of_larger),
        Measure::Theil if mean > 0.0 => weight * mean * libm::log(mean / mean_of_larger),
        Measure::Theil => 0.0,
    }
}

/// Adds the parts of members that are in one group of every level above `depth`; they are sorted by their paths.
fn add_parts(measure: Measure, members: &[Member], depth: usize, mean: f64, parts: &mut [f64]) {
    if depth + 1 == parts.len() {
        parts[depth] += members.iter().map(|member| term(measure, member.weight, member.value, mean)).sum::<f64>();
        return;
    }
    for one in members.chunk_by(|one, other| one.path[depth] == other.path[depth]) {
        let Some(group) = Group::of(one) else { continue };
        parts[depth] += term(measure, group.weight, group.mean, mean);
        add_parts(measure, one, depth + 1, group.mean, parts);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const BOTH: [Measure; 2] = [Measure::Variance, Measure::Theil];

    fn known(values: &[f64]) -> Vec<Option<f64>> {
        values.iter().copied().map(Some).collect()
    }

    #[test]
    fn a_worked_case_by_hand() {
        // Means 2 and 6 with weights 2 and 2: between 4, within (1 + 1 + 4 + 4) / 4.
        let groups = [Some(0), Some(0), Some(1), Some(1)];
        let found = split(Measure::Variance, &known(&[1.0, 3.0, 4.0, 8.0]), &known(&[1.0; 4]), &[&groups]).unwrap();
        assert_eq!((found.mean, found.parts.as_slice(), found.total), (4.0, &[4.0, 2.5][..], 6.5));
        // Residents change the means: (1 + 3 · 3) / 4 = 2.5.
        let weights = known(&[1.0, 3.0, 2.0, 2.0]);
        let found = split(Measure::Variance, &known(&[1.0, 3.0, 4.0, 8.0]), &weights, &[&groups]).unwrap();
        assert_eq!((found.mean, found.parts.as_slice()), (4.25, &[3.0625, 2.375][..]));
    }

    #[test]
    fn one_group_has_all_within_and_groups_of_one_have_nothing_within() {
        let (values, weights) = (known(&[1.0, 2.0, 7.0]), known(&[3.0, 1.0, 2.0]));
        for measure in BOTH {
            let one = split(measure, &values, &weights, &[&[Some(5); 3]]).unwrap();
            assert_eq!(one.within(), Some(1.0));
            let alone = split(measure, &values, &weights, &[&[Some(0), Some(1), Some(2)]]).unwrap();
            assert_eq!(alone.within(), Some(0.0));
        }
    }

    #[test]
    fn missing_is_counted_and_takes_no_part() {
        let values = [Some(1.0), None, Some(3.0), Some(9.0), Some(4.0), Some(f64::NAN)];
        let weights = [Some(1.0), Some(1.0), Some(1.0), None, Some(0.0), Some(1.0)];
        let found = split(Measure::Variance, &values, &weights, &[&[Some(0); 6]]).unwrap();
        assert_eq!((found.n_known, found.n_missing, found.mean), (2, 4, 2.0));
        assert_eq!(split(Measure::Variance, &[None], &[Some(1.0)], &[]), None);
        let nowhere = split(Measure::Variance, &values, &weights, &[&[None; 6]]);
        assert_eq!(nowhere, None);
    }

    #[test]
    fn theil_takes_zeros_and_refuses_what_is_below() {
        let ones = known(&[1.0; 3]);
        let found = split(Measure::Theil, &known(&[0.0, 0.0, 3.0]), &ones, &[&[Some(0); 3]]).unwrap();
        assert!((found.total - libm::log(3.0)).abs() < 1e-15);
        assert_eq!(split(Measure::Theil, &known(&[0.0, -1.0, 3.0]), &ones, &[]), None);
        assert_eq!(split(Measure::Theil, &known(&[0.0; 3]), &ones, &[]), None);
        assert_eq!(split(Measure::Variance, &known(&[2.0; 3]), &ones, &[]).unwrap().shares(), None);
    }

    proptest! {
        #[test]
        fn the_parts_are_the_total(
            areas in prop::collection::vec((0.0..100.0f64, 1.0..9000.0f64, 0usize..3, 0usize..4), 1..60),
            by_theil in any::<bool>(),
        ) {
            let values: Vec<_> = areas.iter().map(|area| Some(area.0)).collect();
            let weights: Vec<_> = areas.iter().map(|area| Some(area.1)).collect();
            let large: Vec<_> = areas.iter().map(|area| Some(area.2)).collect();
            let small: Vec<_> = areas.iter().map(|area| Some(area.3)).collect();
            let measure = BOTH[usize::from(by_theil)];
            let found = split(measure, &values, &weights, &[&large, &small]).unwrap();
            let sum: f64 = found.parts.iter().sum();
            // Of Theil the terms are larger than what they add up to: an error of adding is one of the terms.
            let size = if by_theil { found.total.abs().max(1.0) } else { found.total.max(found.mean * found.mean) };
            prop_assert!((sum - found.total).abs() <= 1e-12 * size, "{sum} {}", found.total);
            let coarse = split(measure, &values, &weights, &[&large]).unwrap();
            prop_assert!((coarse.parts[0] - found.parts[0]).abs() <= 1e-12 * size);
            prop_assert!(found.parts.iter().all(|part| *part >= -1e-12 * size));
        }
    }
}
