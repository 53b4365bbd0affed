// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Which areas does a written rule choose, and whom do they reach?
//!
//! In: a protocol, and figures per area in one order of areas. Out: the chosen areas with a proved bound, and who is
//! reached and missed. **Invariant:** every reason, number and area of a choice comes from the protocol or the figures;
//! what is drawn (other choices, orders at the cut-off) belongs to a seed. Not here: files, sentences, connected choices
//! (`kapstok_space::connected`).

mod alternatives;
mod burdened;
mod coverage;
mod cut_off;
mod protocol;
mod solve;
mod spread;

pub use alternatives::{Asked, alternatives, differs};
pub use burdened::{Counted, DomainFigures, Rests, burdened};
pub use coverage::{Coverage, DomainCoverage, coverage, per_domain};
pub use cut_off::{Cut, Jump, MIN_PER_SIDE, jumps_at_the_cut};
pub use protocol::{
    AreasRule, Budget, Catalogue, Connected, Counts, Protocol, RuledArea, Spread, What, parse_protocol,
};
pub use solve::{Candidates, Chosen, MAX_STEPS, NotChosen, best, best_within};
