// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What was really drawn: no silent default, no silent fall-back.
//!
//! In: a [`Replicator`]. Out: a [`Log`]. Invariant: every input and every kind of error stands in it, also those that
//! were not drawn, with the reason as a word.

use std::collections::BTreeMap;

use super::Factor;
use super::evaluate::Replicator;

/// What was really drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Log {
    /// The seed.
    pub seed: u64,
    /// Draws of everything.
    pub replications: u32,
    /// Pairs of draws of each factor alone.
    pub sensitivity: u32,
    /// Factors that were drawn.
    pub active: Vec<Factor>,
    /// Per input, for each kind of error, how many figures it changes; 0 where it was not stated or not asked.
    pub errors: Vec<ErrorLog>,
    /// How often each scale was drawn.
    pub scales: BTreeMap<&'static str, u32>,
    /// How often a geometric mean was drawn.
    pub n_geometric: u32,
    /// How often each input was left out, in the order of the inputs.
    pub left_out: Vec<u32>,
}

/// What was drawn of one input.
#[derive(Clone, Debug, PartialEq)]
pub struct ErrorLog {
    /// Its name.
    pub input: String,
    /// Figures of areas that take part.
    pub n_known: usize,
    /// Per kind of error how many figures it changes.
    pub n_cells: BTreeMap<Factor, usize>,
}

/// Writes down what a replicator draws.
pub(super) fn log(replicator: &Replicator<'_>) -> Log {
    let ground = replicator.ground();
    let errors = ground.plan.inputs.iter().enumerate().map(|(position, input)| {
        let kinds = [Factor::Sampling, Factor::Model, Factor::Rounding, Factor::Secrecy, Factor::Age];
        let n_cells = kinds.into_iter().map(|factor| (factor, replicator.n_cells(factor, position)));
        ErrorLog { input: input.name.clone(), n_known: replicator.n_known(position), n_cells: n_cells.collect() }
    });
    let mut log = Log {
        seed: ground.sure.seed,
        replications: ground.sure.replications,
        sensitivity: if replicator.active().is_empty() { 0 } else { ground.sure.sensitivity },
        active: replicator.active().to_vec(),
        errors: errors.collect(),
        scales: BTreeMap::new(),
        n_geometric: 0,
        left_out: vec![0; ground.plan.inputs.len()],
    };
    for number in 0..ground.sure.replications {
        let drawn = replicator.drawn(number);
        if let Some(scale) = drawn.scale {
            *log.scales.entry(scale.as_str()).or_default() += 1;
        }
        log.n_geometric += u32::from(drawn.mean == Some(kapstok_recipe::steps::weighted_mean::Mean::Geometric));
        if let Some(at) = drawn.left_out {
            log.left_out[at] += 1;
        }
    }
    log
}
