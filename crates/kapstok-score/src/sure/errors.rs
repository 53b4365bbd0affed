// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What may be wrong with a figure: sampling, model, rounding and secrecy, age. Four errors, never one.
//!
//! In: what a publisher and a recipe say. Out: a figure as it might have been. Invariant: a drawn figure lies where
//! figures of its kind can lie; what nobody stated is not drawn.

use crate::random::Draws;

/// What may be wrong with the figures of one input.
#[derive(Clone, Debug, Default)]
pub struct InputErrors {
    /// Between which numbers its figures can lie, such as 0 and 100.
    pub can_lie: Option<(f64, f64)>,
    /// Which people were asked or counted.
    pub sampling: Sampling,
    /// Standard error of its model, in its unit; `None` where nobody states one, or it is no model.
    pub model: Option<f64>,
    /// How far rounding may have moved a figure.
    pub half_width: f64,
    /// How long ago it was, and how far areas move in a year.
    pub age: Option<Age>,
    /// The rule by which its figures are kept secret; `None` where nobody states one.
    pub secret: Option<Secret>,
}

impl InputErrors {
    /// Whether a figure that is kept secret is drawn for an area.
    pub fn draws_secret(&self, area_index: usize) -> bool {
        self.secret.as_ref().is_some_and(|secret| secret.states(area_index))
    }
}

/// The rule by which figures are kept secret.
#[derive(Clone, Debug, PartialEq)]
pub struct Secret {
    /// Where a figure is kept secret, `[n_areas]`.
    pub at: Vec<bool>,
    /// Fewer people than this are not shown: any number from 0 up to but not this is as likely.
    pub below: u32,
    /// Of how many people, `[n_areas]`.
    pub of: Vec<Option<f64>>,
    /// 100 for percent.
    pub per: f64,
}

impl Secret {
    /// Whether a figure is drawn for an area.
    pub(super) fn states(&self, area_index: usize) -> bool {
        self.at.get(area_index) == Some(&true) && self.of.get(area_index).copied().flatten().is_some_and(|of| of > 0.0)
    }

    /// The figure as it might be; `None` where it is not secret, or nobody knows of how many people it is.
    pub(super) fn drawn(&self, area_index: usize, draws: &mut Draws) -> Option<f64> {
        let of = self.of.get(area_index).copied().flatten().filter(|_| self.states(area_index))?;
        let counted = (draws.uniform() * f64::from(self.below)).floor();
        Some(self.per * (counted / of).min(1.0))
    }
}

/// Which people were asked or counted.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Sampling {
    /// Nothing is stated.
    #[default]
    NotStated,
    /// Published margins, that hold the figure at the level of `z` standard errors, `[n_areas]`.
    Margins {
        /// Lower and upper margin.
        margins: Vec<Option<(f64, f64)>>,
        /// Standard errors from figure to margin: 1.96 for 95 %.
        z: f64,
    },
    /// A register, as a draw of people who each might have been counted: a share of `of` people, as `per` times a
    /// fraction. The chance behind the count has the Beta distribution of Jeffreys.
    Share {
        /// Of how many people, `[n_areas]`.
        of: Vec<Option<f64>>,
        /// 100 for percent.
        per: f64,
    },
    /// Events among `of` people, `per` of them at a time. The rate has the Gamma distribution of Jeffreys.
    Events {
        /// Among how many people, `[n_areas]`.
        of: Vec<Option<f64>>,
        /// 1000 for a rate per thousand.
        per: f64,
    },
}

/// How long ago a figure was, and how far areas move in a year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Age {
    /// Years between the figure and the newest input.
    pub years: f64,
    /// Standard deviation of the change of areas in one year, the common change left out.
    pub per_year: f64,
}

/// How far areas moved in a year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Drift {
    /// Standard deviation of the change in one year, the common change left out.
    pub per_year: f64,
    /// Changes that it rests on.
    pub n_changes: usize,
}

/// Fewer changes than this say nothing of how far areas move.
const FEWEST_CHANGES: usize = 30;

/// How far areas move in a year, from the figures of one indicator in several years (`[n_areas]` each, oldest first).
///
/// Between each year and the next the change of the middle area is the common change and left out. The deviation is
/// 1.4826 times the median distance that is left, over the root of the years between (a walk), so that a few areas
/// with a new estate do not speak for all. It holds the noise of both figures too, and so is rather too large.
/// `None` where fewer than 30 changes are known.
pub fn drift(years: &[(f64, Vec<Option<f64>>)]) -> Option<Drift> {
    let mut distances = Vec::new();
    for pair in years.windows(2) {
        let [(then, before), (now, after)] = pair else { continue };
        let between = now - then;
        if between <= 0.0 {
            continue;
        }
        let changes: Vec<f64> = before.iter().zip(after).filter_map(|(one, two)| Some((*two)? - (*one)?)).collect();
        let Some(common) = median(&mut changes.clone()) else { continue };
        distances.extend(changes.into_iter().map(|change| (change - common).abs() / between.sqrt()));
    }
    let n_changes = distances.len();
    let middle = median(&mut distances)?;
    (n_changes >= FEWEST_CHANGES).then_some(Drift { per_year: 1.4826 * middle, n_changes })
}

fn median(numbers: &mut [f64]) -> Option<f64> {
    let n = numbers.len();
    if n == 0 {
        return None;
    }
    let (_, upper, _) = numbers.select_nth_unstable_by(n / 2, f64::total_cmp);
    let upper = *upper;
    if n % 2 == 1 {
        return Some(upper);
    }
    let lower = numbers[..n / 2].iter().copied().max_by(f64::total_cmp)?;
    Some((lower + upper) / 2.0)
}

impl Sampling {
    /// Whether anything is stated of an area.
    pub(super) fn states(&self, area_index: usize) -> bool {
        match self {
            Self::NotStated => false,
            Self::Margins { margins, .. } => margins.get(area_index).is_some_and(Option::is_some),
            Self::Share { of, .. } | Self::Events { of, .. } => {
                of.get(area_index).copied().flatten().is_some_and(|of| of > 0.0)
            }
        }
    }

    /// The figure as another sample might have given it; `None` where nothing is stated of this area.
    pub(super) fn drawn(&self, area_index: usize, value: f64, draws: &mut Draws) -> Option<f64> {
        match self {
            Self::NotStated => None,
            Self::Margins { margins, z } => {
                let (lower, upper) = (*margins.get(area_index)?)?;
                let normal = draws.normal();
                // Margins may be wider on one side: each side has its own deviation.
                let side = if normal < 0.0 { value - lower } else { upper - value };
                Some(value + normal * side.max(0.0) / z)
            }
            Self::Share { of, per } => {
                let of = (*of.get(area_index)?)?;
                if of <= 0.0 {
                    return None;
                }
                let counted = (value / per * of).clamp(0.0, of);
                let (with, without) = (gamma(counted + 0.5, draws), gamma(of - counted + 0.5, draws));
                Some(per * with / (with + without))
            }
            Self::Events { of, per } => {
                let of = (*of.get(area_index)?)?;
                if of <= 0.0 {
                    return None;
                }
                let counted = (value / per * of).max(0.0);
                Some(per * gamma(counted + 0.5, draws) / of)
            }
        }
    }
}

/// A number of the Gamma distribution with a shape above 0 and scale 1 (Marsaglia and Tsang 2000).
fn gamma(shape: f64, draws: &mut Draws) -> f64 {
    // Below 1 by a draw of a shape one higher, as the authors say.
    let (shape, factor) = match shape < 1.0 {
        true => (shape + 1.0, libm::pow(1.0 - draws.uniform(), 1.0 / shape)),
        false => (shape, 1.0),
    };
    let d = shape - 1.0 / 3.0;
    let c = 1.0 / (9.0 * d).sqrt();
    loop {
        let x = draws.normal();
        let v = 1.0 + c * x;
        if v <= 0.0 {
            continue;
        }
        let v = v * v * v;
        let u = 1.0 - draws.uniform();
        if libm::log(u) < 0.5 * x * x + d - d * v + d * libm::log(v) {
            return factor * d * v;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mean_and_deviation(numbers: &[f64]) -> (f64, f64) {
        let n = numbers.len() as f64;
        let mean = numbers.iter().sum::<f64>() / n;
        let squares: f64 = numbers.iter().map(|number| (number - mean) * (number - mean)).sum();
        (mean, (squares / n).sqrt())
    }

    fn many(sampling: &Sampling, value: f64) -> Vec<f64> {
        (0..20_000).map(|draw| sampling.drawn(0, value, &mut Draws::new(5, 0, draw)).unwrap()).collect()
    }

    #[test]
    fn gamma_draws_have_the_mean_and_the_deviation_of_their_shape() {
        for shape in [0.5, 1.0, 3.7, 250.0] {
            let numbers: Vec<f64> = (0..40_000).map(|draw| gamma(shape, &mut Draws::new(1, 2, draw))).collect();
            let (mean, deviation) = mean_and_deviation(&numbers);
            // Four standard errors of a mean of 40,000.
            assert!((mean - shape).abs() < 4.0 * shape.sqrt() / 200.0, "{shape}: {mean}");
            assert!((deviation / shape.sqrt() - 1.0).abs() < 0.04, "{shape}: {deviation}");
        }
    }

    #[test]
    fn a_share_of_a_register_is_as_unsure_as_so_many_people_make_it() {
        let (mean, deviation) = mean_and_deviation(&many(&Sampling::Share { of: vec![Some(400.0)], per: 100.0 }, 20.0));
        // The root of 0.2 x 0.8 / 400 is 2 points.
        assert!((mean - 20.07).abs() < 0.08 && (deviation - 2.0).abs() < 0.08, "{mean} {deviation}");
        let none = many(&Sampling::Share { of: vec![Some(400.0)], per: 100.0 }, 0.0);
        assert!(none.iter().all(|share| *share > 0.0) && none.iter().any(|share| *share > 0.3));
    }

    #[test]
    fn events_are_as_unsure_as_their_number_makes_them() {
        let (mean, deviation) =
            mean_and_deviation(&many(&Sampling::Events { of: vec![Some(2000.0)], per: 1000.0 }, 50.0));
        // 100 events: a standard error of 10 of them is 5 per thousand.
        assert!((mean - 50.25).abs() < 0.2 && (deviation - 5.0).abs() < 0.2, "{mean} {deviation}");
    }

    #[test]
    fn each_side_of_a_margin_holds_its_half() {
        let margins = Sampling::Margins { margins: vec![Some((10.0, 40.0))], z: 1.959_964 };
        let numbers = many(&margins, 20.0);
        let part = |wanted: &dyn Fn(&f64) -> bool| numbers.iter().filter(|it| wanted(it)).count() as f64 / 20_000.0;
        assert!((part(&|it| *it < 10.0) - 0.025).abs() < 0.005);
        assert!((part(&|it| *it > 40.0) - 0.025).abs() < 0.005);
        assert!((part(&|it| *it < 20.0) - 0.5).abs() < 0.015);
    }

    #[test]
    fn drift_leaves_the_common_change_out_and_needs_enough_areas() {
        let year = |shift: f64, wobble: f64| -> Vec<Option<f64>> {
            (0..60).map(|area| Some(f64::from(area) + shift + if area % 2 == 0 { wobble } else { -wobble })).collect()
        };
        let found = drift(&[(2020.0, year(0.0, 0.0)), (2024.0, year(30.0, 2.0))]).unwrap();
        // Half of the areas 2 above and half 2 below the common change, in four years.
        assert!((found.per_year - 1.4826).abs() < 1e-12 && found.n_changes == 60, "{found:?}");
        let few: Vec<Option<f64>> = (0..29).map(|area| Some(f64::from(area))).collect();
        assert_eq!(drift(&[(2020.0, few.clone()), (2021.0, few)]), None);
        assert_eq!(drift(&[]), None);
    }
}
