// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Numbers, in tables and in running text, without rounding.
//!
//! In: text or tokens. Out: [`Figure`] of a cell, [`Quantity`] of a sentence. **Invariant:** a number is kept as it was
//! written, digits and decimals apart; no floating point. Not here: money (`amount.rs`), years (`deadline.rs`).

mod decimal;
mod figure;
mod relation;
mod scan;

pub use decimal::Decimal;
pub(crate) use figure::roman;
pub use figure::{Figure, figure};
pub use relation::{Bounded, Relation, relation};
pub(crate) use scan::read;
pub use scan::{Measure, Quantity, Value, Written, quantities, with_digits};

/// How figures are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Marks {
    /// Between thousands.
    pub thousands: char,
    /// Before decimals.
    pub decimal: char,
}
