// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! **What are the scores, and which burdens come together?** A checked recipe run over figures.
//!
//! [`run`] follows a [`Plan`](kapstok_recipe::Plan) step by step; the arithmetic of each step stands in
//! `steps/`, one file each, under the same name as its words in `kapstok-recipe`.
//!
//! *Useful for*: scores that reproduce a published index to the digit; counts of coinciding burdens with
//! what they rest on; bounds on people.
//! *Not useful for*: reading or writing files; deciding which areas to choose.
//!
//! **Invariant:** same input, same bits, for any number of threads: no clock, no hash order, `libm` for
//! `exp`, `ln`, `pow`. A missing figure is `None` and never a number. This crate does no input or output.

pub mod bounds;
pub mod burdens;
pub mod counted;
mod figures;
pub mod normal;
pub mod rank;
pub mod replicate;
mod run;
pub mod similar;
pub mod sources;
mod steps;
pub mod sure;

pub use figures::Figures;
/// Random numbers by seed, area and replication: a crate of their own, for maps draw with them too.
pub use kapstok_random as random;
pub use steps::round_half_up;

pub use run::{Inputs, LevelResult, Outcome, ResultColumn, ScoreError, run};
