// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! **What is an area?** Its code, its level, the boundary year of that code, its parent, and what
//! becomes of it when boundaries change.
//!
//! ```
//! use kapstok_area::Hierarchy;
//!
//! let netherlands = Hierarchy::builtin("nl").expect("built in");
//! let area = netherlands.parse("BU05990110  ")?; // StatLine pads its codes.
//! assert_eq!((area.as_str(), area.level().as_str()), ("BU05990110", "neighbourhood"));
//! assert_eq!(netherlands.parent(&area).expect("from the code").as_str(), "WK059901");
//! # Ok::<(), kapstok_area::AreaCodeError>(())
//! ```
//!
//! *Useful for*: reading codes once and trusting them ever after; moving figures between years.
//! *Not useful for*: boundaries as geometry, or who touches whom; figures (`kapstok-table`).
//!
//! **Invariant:** an [`AreaCode`] exists only if its country's [`Hierarchy`] accepted it. This crate
//! does no input or output.

mod code;
mod crosswalk;
mod hierarchy;
mod list;
mod route;

pub use code::{AreaCode, AreaCodeError, Level};
pub use crosswalk::{Crosswalk, CrosswalkError, Evidence, Link, Share, Unlisted};
pub use hierarchy::{BUILTIN_COUNTRIES, Hierarchy, HierarchyError, LevelRule};
pub use list::{AreaList, BoundaryYear};
pub use route::{Crosswalks, Hop, Route};
