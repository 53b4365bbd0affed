// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Which connected sets of areas hold the most burdened residents, within a floor, a ceiling and a budget?
//!
//! In: a [`Problem`]: figures per area, who touches whom, and the rules. Out: [`Sets`], what they add up to, and what
//! no choice can exceed ([`choose`]); other choices that are about as good ([`alternatives`]); where there is no choice
//! at all, the one rule that would have to give ([`smallest_rule_to_relax`]).
//! Invariant: every answer passes [`feasible`]; `objective <= bound`, and the two are equal where `proved`. Work is
//! counted in steps, never in seconds, and random numbers belong to a seed and a start: same input, same bits, on any
//! number of threads.
//! Not here: choices that need not hang together (`kapstok-find`), though islands chosen one by one are the same.

mod alternatives;
mod ball;
mod bound;
mod changes;
mod choice;
mod exact;
mod field;
mod fillings;
mod grow;
mod infeasible;
mod packing;
mod piece;
mod prices;
mod problem;
mod search;
#[cfg(test)]
mod tests;

pub use alternatives::{AlternativeOptions, alternatives};
pub use bound::bound;
pub use exact::choose;
pub use infeasible::{Relaxation, Rule, smallest_rule_to_relax};
pub use problem::{DEFAULT_STEPS, NoSets, Problem, SearchOptions, Sets, Violation, feasible};
