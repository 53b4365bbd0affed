// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What an average hides: where the variation lies, which parts go the other way, how the picture changes by level.
//!
//! In: figures, residents and the larger areas of small areas, as columns in one order. Out: plain numbers. Invariant: a
//! missing figure takes no part and is counted. Not here: names, sentences, which figure was meant (`kapstok-share`).

mod other_way;
mod split;
mod worst_fifth;

pub use other_way::{Contrary, Worse, other_way, turned};
pub use split::{Measure, Split, split};
pub use worst_fifth::in_worst_fifth;
