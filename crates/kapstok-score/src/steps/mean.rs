// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `weighted-mean` and `sum`: several columns become one.

use kapstok_recipe::steps::weighted_mean::{IfMissing, Mean, WeightedMean};

use super::Figures;
use crate::run::ScoreError;

/// Figures and how many parts of each were known.
type Combined = (Vec<Option<f64>>, Vec<u32>);

/// The mean of columns by weight; `parts` hold `[n_areas]` each.
///
/// With all parts known the weights are used as they stand over their sum; with parts missing, and
/// allowed, over the sum of those known.
///
/// # Errors
/// [`ScoreError::Domain`] when a geometric mean meets a figure below 0.
pub(super) fn weighted_mean(
    parts: &[(&Figures, f64)],
    step: &WeightedMean,
    areas: &[String],
) -> Result<Combined, ScoreError> {
    let needed = needed(step.missing, parts.len());
    // Weights that add up to 1 are not divided again: the last bit of a published score depends on it.
    let whole = step.divide_by.unwrap_or_else(|| step.sums().0);
    let (mut values, mut counts) = (Vec::with_capacity(areas.len()), Vec::with_capacity(areas.len()));
    for (position, area) in areas.iter().enumerate() {
        let (mut total, mut weight_known, mut n_known) = (0.0, 0.0, 0);
        for (figures, weight) in parts {
            let Some(value) = figures[position] else { continue };
            total += match step.mean {
                Mean::Arithmetic => weight * value,
                Mean::Geometric if value < 0.0 => {
                    let (step, area) = (step.out.clone(), area.clone());
                    return Err(ScoreError::Domain { step, area, value, what: "has no geometric mean" });
                }
                Mean::Geometric => weight * libm::log(value),
            };
            weight_known += weight;
            n_known += 1;
        }
        let divisor = if n_known as usize == parts.len() { whole } else { weight_known };
        let mean = if divisor == 1.0 { total } else { total / divisor };
        let mean = match step.mean {
            Mean::Arithmetic => mean,
            Mean::Geometric => libm::exp(mean),
        };
        values.push((n_known as usize >= needed && divisor > 0.0).then_some(mean));
        counts.push(n_known);
    }
    Ok((values, counts))
}

/// The sum of columns.
pub(super) fn sum(parts: &[&Figures], missing: IfMissing, n_areas: usize) -> Combined {
    let needed = needed(missing, parts.len());
    let one = |position: usize| {
        let known = || parts.iter().filter_map(|figures| figures[position]);
        let n_known = known().count();
        ((n_known >= needed).then(|| known().sum()), n_known as u32)
    };
    (0..n_areas).map(one).unzip()
}

/// How many parts must be known; never none.
fn needed(missing: IfMissing, n_parts: usize) -> usize {
    match missing {
        IfMissing::MakesMissing => n_parts,
        IfMissing::AtLeast(n) => n.max(1),
    }
}
