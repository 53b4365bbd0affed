// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! How sure: everything that might have been otherwise, drawn again, carried to score, rank, burdens and list.
//!
//! In: a plan, its figures, what may be wrong with each ([`InputErrors`]) and what might have been chosen otherwise
//! ([`Sure`] of the recipe). Out: per area an interval of its score, its rank and its
//! number of burdens, and chances ([`AreaSure`]); which choice moves ranks most ([`Moved`]); a log of what was really
//! drawn ([`Log`]).
//!
//! The four errors of a figure stay four: sampling, model, rounding and secrecy, age. Each is a factor of its own, and
//! so is each choice of method; a factor's draws depend on the seed, the factor, the input, the area and the number of
//! the draw and on nothing else, so that one factor can be drawn again while the others stand still.
//!
//! **Invariant:** no draw is skipped or replaced. A draw in which the plan cannot run ends the whole with its number.
//! Same seed, same bits, for any number of threads.

mod draw;
mod errors;
mod evaluate;
mod log;
mod method;
mod summary;
mod which_moves;

use kapstok_recipe::Plan;
use kapstok_recipe::sure::Sure;

pub use errors::{Age, Drift, InputErrors, Sampling, Secret, drift};
pub use evaluate::{Drawn, Evaluation, Replicator};
pub use log::{ErrorLog, Log};
pub use summary::{AreaSure, Between};
pub use which_moves::{Indices, Moved};

use crate::burdens::TakesPart;
use crate::run::{Inputs, ScoreError};

/// One thing that is drawn by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Factor {
    /// Error: the sample that a survey happened to ask, or the persons that a register happened to hold.
    Sampling,
    /// Error: the estimate of a model.
    Model,
    /// Error: rounding.
    Rounding,
    /// Error: secrecy.
    Secrecy,
    /// Error: the time since the figure.
    Age,
    /// Choice: weights.
    Weights,
    /// Choice: the scale.
    Scale,
    /// Choice: the mean.
    Mean,
    /// Choice: the input that is left out.
    LeftOut,
    /// Choice: the part of the areas that counts as worst.
    WorstFraction,
}

impl Factor {
    /// All of them, errors first.
    pub const ALL: [Self; 10] = [
        Self::Sampling,
        Self::Model,
        Self::Rounding,
        Self::Secrecy,
        Self::Age,
        Self::Weights,
        Self::Scale,
        Self::Mean,
        Self::LeftOut,
        Self::WorstFraction,
    ];

    /// Key of its words.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Sampling => "sampling",
            Self::Model => "model",
            Self::Rounding => "rounding",
            Self::Secrecy => "secrecy",
            Self::Age => "age",
            Self::Weights => "weights",
            Self::Scale => "scale",
            Self::Mean => "mean",
            Self::LeftOut => "left-out",
            Self::WorstFraction => "worst-fraction",
        }
    }
}

/// What everything is drawn from.
#[derive(Clone, Debug)]
pub struct Ground<'a> {
    /// The checked recipe.
    pub plan: &'a Plan,
    /// Its figures as published.
    pub inputs: &'a Inputs,
    /// What may be wrong with them, one for each input of the plan, in its order.
    pub errors: Vec<InputErrors>,
    /// Which areas take part, `[n_areas]`.
    pub taking_part: &'a [TakesPart],
    /// The section of the recipe.
    pub sure: &'a Sure,
}

/// The outcome.
#[derive(Clone, Debug)]
pub struct SureOutcome {
    /// Per area, `[n_areas]`.
    pub areas: Vec<AreaSure>,
    /// Which factors move ranks, and numbers of burdens, most; empty where that was not asked, or nothing is drawn.
    pub moved: Vec<Moved>,
    /// What was really drawn.
    pub log: Log,
}

/// Why nothing came out.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum SureError {
    /// Lists of other lengths.
    #[error("`{name}` has {found} where there must be {expected}")]
    Length {
        /// Of what.
        name: String,
        /// How many there are.
        found: usize,
        /// How many there must be.
        expected: usize,
    },
    /// More areas times draws than can be kept.
    #[error("{n_areas} areas in {replications} draws are more than {MOST_KEPT} together; take fewer `replications`")]
    TooMany {
        /// Areas.
        n_areas: usize,
        /// Draws.
        replications: u32,
    },
    /// The plan cannot run in one of the draws.
    #[error("draw {draw} of {of}: {source}")]
    Draw {
        /// Its number, from 1; 0 is the figures as published.
        draw: u32,
        /// What was drawn otherwise.
        of: String,
        /// Why.
        source: ScoreError,
    },
    /// The column by which areas are ordered is not made.
    #[error("nothing makes `{name}`")]
    NoOrder {
        /// Its name.
        name: String,
    },
}

/// Areas times draws that are kept at most: 16 bytes each where there are eight domains, so 3.2 gigabytes.
pub const MOST_KEPT: u64 = 200_000_000;

/// Draws everything again, as often as the recipe says.
///
/// # Errors
/// [`SureError`]: lengths that differ, more draws than can be kept, a draw in which the plan cannot run.
pub fn sure(ground: &Ground<'_>, tick: &(dyn Fn() + Sync)) -> Result<SureOutcome, SureError> {
    let (n_areas, replications) = (ground.inputs.areas.len(), ground.sure.replications);
    if (n_areas as u64).saturating_mul(u64::from(replications)) > MOST_KEPT {
        return Err(SureError::TooMany { n_areas, replications });
    }
    let replicator = Replicator::new(ground)?;
    let areas = summary::summarise(&replicator, tick)?;
    let moved = which_moves::which_moves(&replicator, tick)?;
    Ok(SureOutcome { areas, moved, log: log::log(&replicator) })
}
