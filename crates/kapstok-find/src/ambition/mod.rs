// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! A national ambition, worked out for each area under written rules.
//!
//! In: an [`Ambition`] (halve, by 5,000 persons, to 10 %), and per area its persons and its population. Out: per rule
//! what each area is asked, what that adds up to, and by how much it misses. **Invariant:** persons are whole numbers,
//! and for every rule the sum of the areas plus what it misses is what was asked; an area without a figure is counted
//! and named, never filled. Not here: where figures come from, names, sentences, who should do what.
//!
//! Four rules. *Same part*: every area the same part of its persons. *Same level*: areas above one level go down to
//! it. *Close the gap*: areas above the national level close the same part of their distance to it. *Where most are*:
//! the fewest areas that reach the sum, those with most persons first (cut in proportion to persons would be the
//! first rule). For an ambition that goes up, all of it is said of the persons who are not there yet.

mod deciles;
mod moved;
mod ratio;
mod rule;
mod share_out;
mod standing;
mod target_file;
mod translate;
mod trend;

pub use deciles::deciles;
pub use moved::{ClassSum, Moved, by_class, moved};
pub use ratio::Ratio;
pub use rule::Rule;
pub use standing::{Absence, Ambition, AreaStanding, Count, Published, Quantity};
pub use target_file::{OfPersons, Source, TargetCatalogue, TargetFile, parse_target};
pub use translate::{Absent, AreaNow, Asked, Refused, RuleResult, Totals, Translation, Unreachable, translate};
pub use trend::{Expected, expected};
