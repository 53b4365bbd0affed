// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! How sure is a rank, when nobody can say which weights are right?
//!
//! In: domain scores of areas, weights, and how far they may be otherwise. Out: per area the interval of ranks
//! that most draws of weights give, and how often it is among the first.
//! Invariant: same seed, same bits, for any number of threads: each draw has its own random numbers, and what
//! is kept of the draws does not depend on their order.
//! Not here: errors of the figures themselves. An interval over weights is no confidence interval.
//!
//! Memory does not hold all ranks of all draws, but those of a batch (64 MB, or one draw where that is more),
//! and per area the lowest and highest ranks that the interval leaves out.

use rayon::prelude::*;

use crate::random::Draws;
use crate::rank::{Order, Ranker};

/// Which weights are drawn. A draw is scaled to a sum of 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum WeightDraw {
    /// Each weight by itself, any between `1 - part` and `1 + part` times its own as likely as another.
    Within {
        /// Above 0, below 1: 0.25 for a quarter more or less.
        part: f64,
    },
    /// Any weights that sum to 1, all as likely (the flat Dirichlet distribution); their own play no part.
    Any,
}

/// What is drawn, and what is kept of it.
#[derive(Clone, Debug, PartialEq)]
pub struct ReplicateOptions {
    /// Weights of the domains, above 0, `[n_domains]`.
    pub weights: Vec<f64>,
    /// How far they may be otherwise.
    pub draw: WeightDraw,
    /// Which end of the scores is 1.
    pub order: Order,
    /// Number of draws.
    pub replications: u32,
    /// Same seed, same draws.
    pub seed: u64,
    /// The part of the draws that an interval holds at least, above 0 and below 1; 0.95 for most.
    pub level: f64,
    /// "Among the first" is a rank of at most this fraction of the areas, rounded up.
    pub first_fraction: f64,
}

/// What the draws say of the rank of one area. Tied areas share the lowest of their places.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RankInterval {
    /// The lowest rank of the interval.
    pub lower: u32,
    /// The highest rank of the interval.
    pub upper: u32,
    /// The part of the draws in which the area is among the first.
    pub share_among_first: f64,
}

/// Why nothing was drawn.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum ReplicateError {
    /// No domain.
    #[error("no domain to weigh")]
    NoDomain,
    /// Another number of weights than of domains.
    #[error("{found} weights for {expected} domains")]
    WeightCount {
        /// The weights.
        found: usize,
        /// The domains.
        expected: usize,
    },
    /// Domains of different lengths.
    #[error("domain {domain} has {found} scores where the first has {expected}")]
    Length {
        /// Position of the domain.
        domain: usize,
        /// Its scores.
        found: usize,
        /// Scores of the first domain.
        expected: usize,
    },
    /// A score that is no number.
    #[error("the score of area {area_index} in domain {domain} is not a number")]
    NotFinite {
        /// Position of the domain.
        domain: usize,
        /// Position of the area.
        area_index: usize,
    },
    /// A weight or an option outside its range.
    #[error("`{name}` is {found}, which is out of range")]
    Range {
        /// Field of the options.
        name: &'static str,
        /// What was given.
        found: f64,
    },
}

/// Ranks of a batch of draws: they are held together, then folded into what is kept.
const BATCH_RANKS: usize = 16 << 20;
/// Areas whose ranks are folded together: of each draw 256 bytes side by side, and a thousand draws of them
/// in the second cache.
const AREAS_AT_A_TIME: usize = 64;

/// Draws weights, ranks the areas by each, and keeps the interval of ranks per area.
///
/// * `scores`: per domain `[n_areas]`, finite, so areas with a missing domain are taken out before.
/// * Returns `[n_areas]`. Of the ranks of an area, sorted, `floor((1 - level) / 2 x replications)` are left out
///   at either end; the interval runs over what is left.
///
/// # Errors
/// [`ReplicateError`]: shapes that differ, a score that is no number, an option out of range.
pub fn replicate_ranks(scores: &[&[f64]], options: &ReplicateOptions) -> Result<Vec<RankInterval>, ReplicateError> {
    in_batches(scores, options, BATCH_RANKS)
}

/// As [`replicate_ranks`], with at most `batch_ranks` ranks in memory, or those of one draw.
fn in_batches(
    scores: &[&[f64]],
    options: &ReplicateOptions,
    batch_ranks: usize,
) -> Result<Vec<RankInterval>, ReplicateError> {
    let draws = RankDraws::new(scores, options)?;
    let n_areas = draws.n_areas;
    if n_areas == 0 {
        return Ok(Vec::new());
    }
    let n_left_out = ((1.0 - options.level) / 2.0 * f64::from(options.replications) + 1e-9).floor() as usize;
    // Something is left even where the level is next to nothing.
    let n_left_out = n_left_out.min((options.replications as usize - 1) / 2);
    let first = (options.first_fraction * n_areas as f64 - 1e-6).ceil() as u32;
    let mut kept: Vec<Kept> = (0..n_areas)
        .step_by(AREAS_AT_A_TIME)
        .map(|start| Kept::new(start, (n_areas - start).min(AREAS_AT_A_TIME), n_left_out + 1))
        .collect();
    let batch = (batch_ranks / n_areas).clamp(1, options.replications as usize);
    let mut places = vec![0; batch * n_areas];
    let mut done = 0;
    while done < options.replications {
        let n_now = batch.min((options.replications - done) as usize);
        let places = &mut places[..n_now * n_areas];
        places.par_chunks_mut(n_areas).enumerate().for_each_init(
            DrawScratch::default,
            |scratch, (position, places)| {
                draws.ranks_into(done + position as u32, scratch, places);
            },
        );
        kept.par_iter_mut().for_each_init(Vec::new, |scratch, kept| kept.fold(places, n_areas, first, scratch));
        done += n_now as u32;
    }
    Ok(kept.into_par_iter().flat_map_iter(|kept| kept.intervals(options.replications)).collect())
}

/// Areas that are weighed and ranked again and again; each draw by itself, in any order.
#[derive(Clone, Debug)]
pub struct RankDraws<'a> {
    options: &'a ReplicateOptions,
    n_areas: usize,
    tiles: Vec<[f64; LANES]>,
}

/// What one thread needs for draw after draw.
#[derive(Clone, Debug, Default)]
pub struct DrawScratch {
    ranker: Ranker,
    index: Vec<f64>,
}

impl<'a> RankDraws<'a> {
    /// Scores as in [`replicate_ranks`].
    ///
    /// # Errors
    /// [`ReplicateError`]: shapes that differ, a score that is no number, an option out of range.
    pub fn new(scores: &[&[f64]], options: &'a ReplicateOptions) -> Result<Self, ReplicateError> {
        check(scores, options)?;
        let n_areas = scores.first().map_or(0, |domain| domain.len());
        Ok(Self { options, n_areas, tiles: tiles(scores, n_areas) })
    }

    /// The weights of one draw, `[n_domains]`; they sum to 1.
    pub fn weights(&self, replication: u32) -> Vec<f64> {
        draw(self.options, replication)
    }

    /// The ranks of one draw, `[n_areas]`, tied areas at the lowest of their places. Panics when `places` has
    /// another length.
    pub fn ranks_into(&self, replication: u32, scratch: &mut DrawScratch, places: &mut [u32]) {
        scratch.index.resize(self.n_areas, 0.0);
        weigh(&self.tiles, &self.weights(replication), &mut scratch.index);
        scratch.ranker.lowest_places_into(&scratch.index, self.options.order, places);
    }
}

fn draw(options: &ReplicateOptions, replication: u32) -> Vec<f64> {
    let mut draws = Draws::new(options.seed, 0, replication);
    let mut weights: Vec<f64> = match options.draw {
        WeightDraw::Within { part } => {
            options.weights.iter().map(|weight| weight * (1.0 + part * (2.0 * draws.uniform() - 1.0))).collect()
        }
        // Exponential draws over their sum are a flat Dirichlet draw.
        WeightDraw::Any => options.weights.iter().map(|_| draws.exponential()).collect(),
    };
    let sum: f64 = weights.iter().sum();
    if sum > 0.0 {
        weights.iter_mut().for_each(|weight| *weight /= sum);
    }
    weights
}

/// Areas that are weighed together.
const LANES: usize = 8;

/// Scores of a few areas at a time, domain after domain, so that they are read in one stream; zeros at the end.
fn tiles(scores: &[&[f64]], n_areas: usize) -> Vec<[f64; LANES]> {
    let mut tiles = Vec::with_capacity(scores.len() * n_areas.div_ceil(LANES));
    for start in (0..n_areas).step_by(LANES) {
        for domain in scores {
            let mut lanes = [0.0; LANES];
            let here = &domain[start..domain.len().min(start + LANES)];
            lanes[..here.len()].copy_from_slice(here);
            tiles.push(lanes);
        }
    }
    tiles
}

/// The weighted sum per area, domains in their order.
fn weigh(tiles: &[[f64; LANES]], weights: &[f64], index: &mut [f64]) {
    let (whole, rest) = index.as_chunks_mut();
    let mut tiles = tiles.chunks_exact(weights.len());
    for (index, tile) in whole.iter_mut().zip(&mut tiles) {
        *index = weighted_sum(tile, weights);
    }
    if let Some(tile) = tiles.next() {
        rest.copy_from_slice(&weighted_sum(tile, weights)[..rest.len()]);
    }
}

/// Of one tile, `[n_domains]`.
fn weighted_sum(tile: &[[f64; LANES]], weights: &[f64]) -> [f64; LANES] {
    let mut sums = [0.0; LANES];
    for (lanes, weight) in tile.iter().zip(weights) {
        for (sum, score) in sums.iter_mut().zip(lanes) {
            *sum += weight * score;
        }
    }
    sums
}

/// What is kept of the ranks of some areas that stand together.
struct Kept {
    /// Position of the first of them.
    start: usize,
    /// Of each, its lowest ranks so far, at most `n_kept`.
    lowest: Vec<Vec<u32>>,
    /// Of each, its highest ranks so far, turned around.
    highest: Vec<Vec<u32>>,
    n_kept: usize,
    /// Draws in which each was among the first.
    n_first: Vec<u32>,
}

impl Kept {
    fn new(start: usize, n_areas: usize, n_kept: usize) -> Self {
        let none = || vec![Vec::new(); n_areas];
        Self { start, lowest: none(), highest: none(), n_kept, n_first: vec![0; n_areas] }
    }

    /// Folds in the ranks of some draws, `[n_draws x n_areas]`.
    fn fold(&mut self, places: &[u32], n_areas: usize, first: u32, scratch: &mut Vec<u32>) {
        let (n_draws, n_here) = (places.len() / n_areas, self.n_first.len());
        // Area by area instead of draw by draw.
        scratch.clear();
        scratch.resize(n_draws * n_here, 0);
        for (draw, places) in places.chunks_exact(n_areas).enumerate() {
            for (here, place) in places[self.start..self.start + n_here].iter().enumerate() {
                scratch[here * n_draws + draw] = *place;
            }
        }
        for (here, places) in scratch.chunks_exact_mut(n_draws).enumerate() {
            self.n_first[here] += places.iter().map(|place| u32::from(*place <= first)).sum::<u32>();
            keep_smallest(&mut self.lowest[here], places, self.n_kept);
            places.iter_mut().for_each(|place| *place = !*place);
            keep_smallest(&mut self.highest[here], places, self.n_kept);
        }
    }

    fn intervals(self, replications: u32) -> impl Iterator<Item = RankInterval> {
        // One more than are left out was kept: the largest of them is the first that is not left out.
        let end = |kept: &[u32]| kept.iter().copied().max().unwrap_or_default();
        let ends = self.lowest.into_iter().zip(self.highest).zip(self.n_first);
        ends.map(move |((lowest, highest), n_first)| RankInterval {
            lower: end(&lowest),
            upper: !end(&highest),
            share_among_first: f64::from(n_first) / f64::from(replications),
        })
    }
}

/// Keeps the `n_kept` smallest of what was kept and what is offered, which is left in another order.
fn keep_smallest(kept: &mut Vec<u32>, offered: &mut [u32], n_kept: usize) {
    let offered = if offered.len() > n_kept {
        offered.select_nth_unstable(n_kept - 1);
        &offered[..n_kept]
    } else {
        offered
    };
    kept.extend_from_slice(offered);
    if kept.len() > n_kept {
        kept.select_nth_unstable(n_kept - 1);
        kept.truncate(n_kept);
    }
}

fn check(scores: &[&[f64]], options: &ReplicateOptions) -> Result<(), ReplicateError> {
    let Some(first) = scores.first() else { return Err(ReplicateError::NoDomain) };
    if options.weights.len() != scores.len() {
        return Err(ReplicateError::WeightCount { found: options.weights.len(), expected: scores.len() });
    }
    for (domain, values) in scores.iter().enumerate() {
        if values.len() != first.len() {
            return Err(ReplicateError::Length { domain, found: values.len(), expected: first.len() });
        }
        if let Some(area_index) = values.iter().position(|value| !value.is_finite()) {
            return Err(ReplicateError::NotFinite { domain, area_index });
        }
    }
    let part = match options.draw {
        WeightDraw::Within { part } => part,
        WeightDraw::Any => 0.5,
    };
    let within = |value: f64| value > 0.0 && value < 1.0;
    let weight = options.weights.iter().copied().find(|weight| !(*weight > 0.0 && weight.is_finite()));
    let ranges = [
        ("weights", weight.unwrap_or(1.0), weight.is_none()),
        ("part", part, within(part)),
        ("level", options.level, within(options.level)),
        ("first_fraction", options.first_fraction, within(options.first_fraction)),
        ("replications", f64::from(options.replications), options.replications > 0),
    ];
    match ranges.into_iter().find(|(_, _, sound)| !sound) {
        Some((name, found, _)) => Err(ReplicateError::Range { name, found }),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::rank::{Ties, ranks};

    /// The definition, with every rank of every draw in memory.
    fn by_definition(scores: &[&[f64]], options: &ReplicateOptions) -> Vec<RankInterval> {
        let n_areas = scores[0].len();
        let mut of_area = vec![Vec::new(); n_areas];
        for replication in 0..options.replications {
            let weights = draw(options, replication);
            let index = |area: usize| scores.iter().zip(&weights).map(|(domain, weight)| weight * domain[area]).sum();
            let index: Vec<f64> = (0..n_areas).map(index).collect();
            for (of_area, rank) in of_area.iter_mut().zip(ranks(&index, options.order, Ties::Min)) {
                of_area.push(rank as u32);
            }
        }
        let n = options.replications as usize;
        let n_left_out = ((1.0 - options.level) / 2.0 * n as f64 + 1e-9) as usize;
        let first = (options.first_fraction * n_areas as f64 - 1e-6).ceil() as u32;
        let interval = |ranks: &mut Vec<u32>| {
            ranks.sort_unstable();
            RankInterval {
                lower: ranks[n_left_out],
                upper: ranks[n - 1 - n_left_out],
                share_among_first: ranks.iter().filter(|rank| **rank <= first).count() as f64 / n as f64,
            }
        };
        of_area.iter_mut().map(interval).collect()
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(40))]
        #[test]
        fn what_is_kept_is_what_all_ranks_together_say(
            scores in (1_usize..5, 1_usize..30).prop_flat_map(|(n_domains, n_areas)| {
                let score = prop_oneof![-3.0..3.0_f64, (0..3).prop_map(f64::from)];
                prop::collection::vec(prop::collection::vec(score, n_areas), n_domains)
            }),
            replications in 1_u32..300,
            level in 0.05..0.99_f64,
            any_weights in any::<bool>(),
            seed in any::<u64>(),
            batch_ranks in 1_usize..3000,
        ) {
            let options = ReplicateOptions {
                weights: (1..=scores.len()).map(|weight| weight as f64).collect(),
                draw: if any_weights { WeightDraw::Any } else { WeightDraw::Within { part: 0.5 } },
                order: Order::HighestFirst,
                replications,
                seed,
                level,
                first_fraction: 0.2,
            };
            let scores: Vec<&[f64]> = scores.iter().map(Vec::as_slice).collect();
            let expected = by_definition(&scores, &options);
            prop_assert_eq!(&in_batches(&scores, &options, batch_ranks).unwrap(), &expected);
            prop_assert_eq!(&replicate_ranks(&scores, &options).unwrap(), &expected);
        }
    }

    #[test]
    fn drawn_weights_stay_within_what_is_said_and_sum_to_one() {
        let mut options = ReplicateOptions {
            weights: vec![1.0, 3.0],
            draw: WeightDraw::Within { part: 0.2 },
            order: Order::HighestFirst,
            replications: 1,
            seed: 4,
            level: 0.95,
            first_fraction: 0.1,
        };
        let (mut lowest, mut highest) = (f64::INFINITY, 0.0_f64);
        for replication in 0..2000 {
            let weights = draw(&options, replication);
            assert!((weights.iter().sum::<f64>() - 1.0).abs() < 1e-15);
            let ratio = weights[0] / weights[1];
            (lowest, highest) = (lowest.min(ratio), highest.max(ratio));
        }
        // From 0.8 / 3.6 to 1.2 / 2.4, and both ends are come close to.
        assert!((0.2222..0.235).contains(&lowest) && (0.47..0.5).contains(&highest), "{lowest} to {highest}");
        options.draw = WeightDraw::Any;
        let n_below = (0..4000).filter(|replication| draw(&options, *replication)[0] < 0.3).count();
        // Of two weights that may be any, each is uniform: 0.3 of the draws, give or take four standard errors.
        assert!((n_below as f64 / 4000.0 - 0.3).abs() < 0.029, "{n_below}");
    }
}
