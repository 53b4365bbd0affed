// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Which factor moves ranks most: Sobol' indices of first order and total, over all areas together.
//!
//! In: a [`Replicator`]. Out: a [`Moved`] for each factor that is drawn. The output of a draw is a whole column (ranks,
//! numbers of burdens), so the indices are those of Gamboa, Janon, Klein and Lagnoux (2014): sums over areas above and
//! below the line. Estimators of Jansen (1999), both: with A and B two independent draws of everything and AB that of A
//! with one factor of B, the total is `mean (A - AB)^2 / 2V` and the first order `1 - mean (B - AB)^2 / 2V`.
//!
//! Not here: what the draws say of one area (`summary.rs`).

use rayon::prelude::*;

use super::draw::Numbers;
use super::evaluate::{Evaluation, Replicator};
use super::{Factor, SureError};

/// What part of all that moves is due to one factor.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Moved {
    /// The factor.
    pub factor: Factor,
    /// Of ranks.
    pub ranks: Indices,
    /// Of numbers of burdens; nothing where none are counted.
    pub burdens: Option<Indices>,
    /// How far the rank of an area moves on average when this factor alone is drawn, in places.
    pub mean_places: f64,
}

/// Sobol' indices, each with its standard error over ten groups of draws.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Indices {
    /// First order: the part that is due to the factor by itself.
    pub first: f64,
    /// Its standard error.
    pub first_error: f64,
    /// Total: with all that it does together with others.
    pub total: f64,
    /// Its standard error.
    pub total_error: f64,
}

/// Groups of draws that the standard error comes from.
const GROUPS: usize = 10;

/// Sums of one draw for one factor and one output.
#[derive(Clone, Copy, Debug, Default)]
struct Sums {
    /// `(A - AB)^2`.
    from_a: f64,
    /// `(B - AB)^2`.
    from_b: f64,
    /// `(A - B)^2`: twice the variance.
    between: f64,
    /// Areas.
    n: f64,
}

/// What one pair of draws says of one factor.
struct OfPair {
    ranks: Sums,
    burdens: Sums,
    /// How far ranks moved when it was drawn alone.
    places: f64,
}

/// Draws each factor alone as often as the recipe says.
///
/// # Errors
/// The first draw that cannot run.
pub(super) fn which_moves(replicator: &Replicator<'_>, tick: &(dyn Fn() + Sync)) -> Result<Vec<Moved>, SureError> {
    let sure = replicator.ground().sure;
    let factors = replicator.active();
    if sure.sensitivity == 0 || factors.is_empty() {
        return Ok(Vec::new());
    }
    // Draws of their own: those of the intervals are numbered from 0.
    let first = sure.replications;
    let one = |pair: u32| -> Result<Vec<OfPair>, SureError> {
        let (number_a, number_b) = (first + 2 * pair, first + 2 * pair + 1);
        let a = replicator.evaluate(&Numbers::all(number_a), number_a + 1)?;
        let b = replicator.evaluate(&Numbers::all(number_b), number_b + 1)?;
        let of_factor = |factor: &Factor| {
            let ab = replicator.evaluate(&Numbers::all(number_a).with(*factor, number_b), number_a + 1)?;
            let alone = replicator.evaluate(&Numbers::still().with(*factor, number_b), number_b + 1)?;
            let (ranks, burdens) = (sums(&a, &b, &ab, ranks), sums(&a, &b, &ab, burdens));
            Ok(OfPair { ranks, burdens, places: places(replicator.base(), &alone) })
        };
        let sums = factors.iter().map(of_factor).collect();
        tick();
        sums
    };
    let pairs: Vec<Result<Vec<OfPair>, SureError>> = (0..sure.sensitivity).into_par_iter().map(one).collect();
    let pairs = pairs.into_iter().collect::<Result<Vec<_>, SureError>>()?;
    let moved = factors.iter().enumerate().map(|(at, factor)| {
        let of =
            |which: &dyn Fn(&OfPair) -> Sums| indices(&pairs.iter().map(|pair| which(&pair[at])).collect::<Vec<_>>());
        let n = pairs.len() as f64;
        Moved {
            factor: *factor,
            ranks: of(&|it| it.ranks).unwrap_or(Indices { first: 0.0, first_error: 0.0, total: 0.0, total_error: 0.0 }),
            burdens: of(&|it| it.burdens),
            mean_places: pairs.iter().map(|pair| pair[at].places).sum::<f64>() / n,
        }
    });
    Ok(moved.collect())
}

fn ranks(evaluation: &Evaluation, area: usize) -> Option<f64> {
    evaluation.ranks[area].map(f64::from)
}

fn burdens(evaluation: &Evaluation, area: usize) -> Option<f64> {
    evaluation.n_burdens[area].map(f64::from)
}

/// Sums over the areas that have the output in all three.
fn sums(a: &Evaluation, b: &Evaluation, ab: &Evaluation, output: fn(&Evaluation, usize) -> Option<f64>) -> Sums {
    let mut sums = Sums::default();
    for area in 0..a.ranks.len() {
        let (Some(a), Some(b), Some(ab)) = (output(a, area), output(b, area), output(ab, area)) else { continue };
        sums.from_a += (a - ab) * (a - ab);
        sums.from_b += (b - ab) * (b - ab);
        sums.between += (a - b) * (a - b);
        sums.n += 1.0;
    }
    sums
}

/// How far ranks moved on average, in places.
fn places(base: &Evaluation, drawn: &Evaluation) -> f64 {
    let (mut sum, mut n) = (0.0, 0.0);
    for (one, other) in base.ranks.iter().zip(&drawn.ranks) {
        if let (Some(one), Some(other)) = (one, other) {
            sum += (f64::from(*one) - f64::from(*other)).abs();
            n += 1.0;
        }
    }
    if n > 0.0 { sum / n } else { 0.0 }
}

/// Indices of many draws; `None` where nothing moves at all.
fn indices(draws: &[Sums]) -> Option<Indices> {
    let (first, total) = estimates(draws)?;
    let group = |at: usize| {
        let of_group: Vec<Sums> = draws.iter().skip(at).step_by(GROUPS).copied().collect();
        estimates(&of_group)
    };
    let groups: Vec<(f64, f64)> = (0..GROUPS).filter_map(group).collect();
    let error = |of: &dyn Fn(&(f64, f64)) -> f64| {
        let n = groups.len() as f64;
        if n < 2.0 {
            return 0.0;
        }
        let mean = groups.iter().map(of).sum::<f64>() / n;
        let squares: f64 = groups.iter().map(|group| (of(group) - mean) * (of(group) - mean)).sum();
        (squares / (n - 1.0) / n).sqrt()
    };
    Some(Indices { first, first_error: error(&|it| it.0), total, total_error: error(&|it| it.1) })
}

fn estimates(draws: &[Sums]) -> Option<(f64, f64)> {
    let sum = |of: &dyn Fn(&Sums) -> f64| draws.iter().map(of).sum::<f64>();
    let between = sum(&|it| it.between);
    (between > 0.0).then(|| (1.0 - sum(&|it| it.from_b) / between, sum(&|it| it.from_a) / between))
}
