// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! **How different are chosen areas from others, and do they grow apart?**
//!
//! In: figures of areas with their weights and, where it is known, how far chance alone moves each of them. Out: means,
//! differences and ratios with intervals ([`compare()`]), areas that were alike to begin with ([`matching`]), the slope over
//! all areas ([`slope_index`]), trends that differ ([`trend`]) and how often such a test cries wolf ([`placebo`]).
//!
//! **The stated design.** Chosen areas stand for themselves: only chance makes their figure unsure, by published margins or,
//! for a register, by taking its people as draws from a larger set of people (a superpopulation: had the year come out a
//! little otherwise). Areas beside them stand for areas like them: their scatter makes their mean unsure. Whether areas
//! grow apart is held against sets of as many areas, of that size and start, drawn from the others: what such sets do by
//! themselves. Invariant: a missing figure takes no part and is counted.
//!
//! Not here: which areas were chosen and why; what a cause is. A difference is no cause.

pub mod alike;
pub mod compare;
pub mod matching;
pub mod mean;
pub mod placebo;
mod pool;
pub mod quantile;
pub mod slope_index;
pub mod trend;

pub use compare::{Gap, Outcome, compare};
pub use mean::{Mean, Part, Stands, mean};
