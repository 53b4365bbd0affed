// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! **How different are areas, what does an average hide, and which areas does a rule choose?**
//!
//! In: figures, residents and neighbours as plain columns, in one order of areas. Out: findings as plain types.
//!
//! *Useful for*: statements about many areas together.
//! *Not useful for*: scores of one area (`kapstok-score`); who touches whom (`kapstok-space`); reading or writing files.
//!
//! **Invariant:** a missing figure takes no part and is counted; nothing here knows names, sentences or files. Same
//! input, same bits, for any number of threads.

pub mod ambition;
pub mod choose;
pub mod detectable;
pub mod gap;
mod interval;
pub mod scale;

pub use interval::Interval;
