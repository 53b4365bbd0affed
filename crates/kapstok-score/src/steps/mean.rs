// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `weighted-mean` and `sum`: several columns become one.

use std::ops::Range;

use kapstok_recipe::steps::weighted_mean::{IfMissing, Mean, WeightedMean};

use crate::figures::Figures;
use crate::run::ScoreError;

/// Figures and how many parts of each were known.
type Combined = (Figures, Vec<u32>);

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
    // Weights that add up to 1 are not divided again: the last bit of a published score depends on it.
    let whole = step.divide_by.unwrap_or_else(|| step.sums().0);
    match step.mean {
        Mean::Arithmetic => {
            let mean = |total: f64, divisor: f64| (divisor > 0.0).then(|| divided(total, divisor));
            Ok(combined(parts, 0.0, needed(step.missing, parts.len()), Some(whole), areas.len(), mean))
        }
        Mean::Geometric => geometric_mean(parts, step, whole, areas),
    }
}

fn divided(total: f64, divisor: f64) -> f64 {
    if divisor == 1.0 { total } else { total / divisor }
}

fn geometric_mean(
    parts: &[(&Figures, f64)],
    step: &WeightedMean,
    whole: f64,
    areas: &[String],
) -> Result<Combined, ScoreError> {
    let needed = needed(step.missing, parts.len());
    let mut counts = Vec::with_capacity(areas.len());
    let one = |(position, area): (usize, &String)| {
        let (mut total, mut weight_known, mut n_known) = (0.0, 0.0, 0);
        for (figures, weight) in parts {
            let Some(value) = figures.get(position) else { continue };
            if value < 0.0 {
                let (step, area) = (step.out.clone(), area.clone());
                return Err(ScoreError::Domain { step, area, value, what: "has no geometric mean" });
            }
            total += weight * libm::log(value);
            weight_known += weight;
            n_known += 1;
        }
        counts.push(n_known);
        let divisor = if n_known as usize == parts.len() { whole } else { weight_known };
        let is_known = n_known as usize >= needed && divisor > 0.0;
        Ok(is_known.then(|| libm::exp(divided(total, divisor))))
    };
    let values = areas.iter().enumerate().map(one).collect::<Result<Figures, ScoreError>>()?;
    Ok((values, counts))
}

/// The sum of columns.
pub(super) fn sum(parts: &[&Figures], missing: IfMissing, n_areas: usize) -> Combined {
    let weighted: Vec<(&Figures, f64)> = parts.iter().map(|figures| (*figures, 1.0)).collect();
    // A sum starts at -0, the one number that changes no other.
    combined(&weighted, -0.0, needed(missing, parts.len()), None, n_areas, |total, _| Some(total))
}

/// Areas that are worked on at once: their totals stay in the fastest memory.
const BLOCK: usize = 512;

/// What has been added up in a block of areas.
struct Totals {
    total: [f64; BLOCK],
    weight_known: [f64; BLOCK],
    n_known: [u32; BLOCK],
}

/// Adds up weight times figure, in the order of the parts in every area; `finish` makes a figure of a total
/// and of the divisor, which is `whole` where all parts are known and else the weight of those known.
fn combined(
    parts: &[(&Figures, f64)],
    start: f64,
    needed: usize,
    whole: Option<f64>,
    n_areas: usize,
    finish: impl Fn(f64, f64) -> Option<f64>,
) -> Combined {
    let n_parts = parts.len() as u32;
    let all_known = parts.iter().all(|(figures, _)| figures.parts().1.is_none());
    let divisor = |n_known: u32, weight_known: f64| match whole {
        Some(whole) if n_known == n_parts => whole,
        _ => weight_known,
    };
    let blocks = (0..n_areas).step_by(BLOCK).map(|from| from..n_areas.min(from + BLOCK));
    if all_known && parts.len() >= needed && finish(0.0, divisor(n_parts, 0.0)).is_some() {
        let mut values = Vec::with_capacity(n_areas);
        for block in blocks {
            let mut total = [start; BLOCK];
            for (figures, weight) in parts {
                add(&mut total[..block.len()], figures, *weight, block.clone());
            }
            let whole = divisor(n_parts, 0.0);
            values.extend(total[..block.len()].iter().map(|total| finish(*total, whole).unwrap_or(f64::NAN)));
        }
        return (Figures::all_known(values), vec![n_parts; n_areas]);
    }
    let mut counts = Vec::with_capacity(n_areas);
    let mut values = Vec::with_capacity(n_areas);
    for block in blocks {
        let mut totals = Totals { total: [start; BLOCK], weight_known: [0.0; BLOCK], n_known: [0; BLOCK] };
        for (figures, weight) in parts {
            add_known(&mut totals, figures, *weight, block.clone());
        }
        counts.extend_from_slice(&totals.n_known[..block.len()]);
        let one = |slot: usize| {
            let n_known = totals.n_known[slot];
            let value = finish(totals.total[slot], divisor(n_known, totals.weight_known[slot]));
            value.filter(|_| n_known as usize >= needed)
        };
        values.extend((0..block.len()).map(one));
    }
    (values.into(), counts)
}

/// Adds one column of which all figures are known.
fn add(total: &mut [f64], figures: &Figures, weight: f64, block: Range<usize>) {
    let (numbers, _, scale) = figures.parts();
    let numbers = total.iter_mut().zip(&numbers[block]);
    match scale {
        None => numbers.for_each(|(total, number)| *total += weight * number),
        Some(scale) => numbers.for_each(|(total, number)| *total += weight * scale.place(*number)),
    }
}

/// Adds one column with gaps. What is missing adds -0, which changes no bit.
fn add_known(totals: &mut Totals, figures: &Figures, weight: f64, block: Range<usize>) {
    let (numbers, known, scale) = figures.parts();
    for (slot, position) in block.enumerate() {
        let is_known = known.is_none_or(|known| known[position]);
        let number = scale.map_or(numbers[position], |scale| scale.place(numbers[position]));
        totals.total[slot] += if is_known { weight * number } else { -0.0 };
        totals.weight_known[slot] += if is_known { weight } else { -0.0 };
        totals.n_known[slot] += u32::from(is_known);
    }
}

/// How many parts must be known; never none.
fn needed(missing: IfMissing, n_parts: usize) -> usize {
    match missing {
        IfMissing::MakesMissing => n_parts,
        IfMissing::AtLeast(n) => n.max(1),
    }
}
