// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! **What is known about areas?** Cells with a value or a reason, indicators with their meaning, and
//! the origin of every figure.
//!
//! Data and meaning are two tables: a [`Column`] holds one indicator of one period over all areas of
//! one [`AreaList`](kapstok_area::AreaList); an [`Indicator`] says what it means.
//!
//! *Useful for*: holding published figures without losing why one is missing or where one came from;
//! moving them to another boundary year ([`rebase()`]).
//! *Not useful for*: reading files (`kapstok-source`); computing an index (`kapstok-score`).
//!
//! **Invariant:** a known value is finite, a missing one has a reason, and no column exists without an
//! [`Origin`]. This crate does no input or output.

mod ancestry;
mod cell;
mod column;
mod indicator;
mod nearest;
mod origin;
mod period;
mod problem;
mod rebase;

pub use ancestry::{Ancestry, Dependence, Side, close_ancestry};
pub use cell::{Cell, Interval, Known, Missing, Status, WhyMissing};
pub use column::{Column, ColumnBuilder, RebasedFrom};
pub use indicator::{
    Direction, Domain, Indicator, IndicatorId, Kind, Population, ProtectedTrait, RebaseRule, Rounding, Text, Unit,
};
pub use nearest::nearest;
pub use origin::{Origin, SourceFile, Step};
pub use period::Period;
pub use problem::{Place, Problem, Severity};
pub use rebase::{RebaseInputs, Rebased, rebase};
