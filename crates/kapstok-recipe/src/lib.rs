// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! **How is an index made?** A recipe says it as data: what comes in, which steps, what comes out.
//!
//! [`parse`] reads the text, [`check`] holds it against what is known of the columns and gives a
//! [`Plan`] that can be run (`kapstok-score`). What a step does in words is a key and facts
//! ([`Formula`](steps::Formula)): the sentences stand in the text files.
//!
//! ```
//! let text = r#"
//! recipe = 1
//! id = "two-ranks"
//! title = { nl = "Twee rangen", en = "Two ranks" }
//! level = "lsoa"
//! [[input]]
//! name = "income"
//! unit = "percent"
//! direction = "higher-is-worse"
//! [[step]]
//! do = "rank"
//! in = "income"
//! out = "income_rank"
//! order = "highest-first"
//! ties = "min"
//! "#;
//! let (recipe, problems) = kapstok_recipe::parse("recipe.toml", text);
//! assert_eq!((recipe.expect("reads").steps.len(), problems.len()), (1, 0));
//! ```
//!
//! *Useful for*: writing an index down so that others can check, discuss and re-run it.
//! *Not useful for*: computing anything (`kapstok-score`), or reading files.
//!
//! **Invariant:** this crate computes nothing, and nothing in a recipe is evaluated: a step is one of a
//! closed list, one file each in `steps/`.

mod check;
mod language;
mod plan;
mod read;
mod spans;
pub mod steps;
pub mod sure;

pub use check::{Available, Catalogue, check};
pub use language::{
    AreaColumns, Both, BurdenDomain, Burdens, Exclude, Head, Input, Output, Precision, Recipe, Scope, json_schema,
};
pub use plan::{Plan, PlannedDomain, PlannedInput};
pub use read::parse;
pub use spans::{At, Spans};
pub use steps::Step;
