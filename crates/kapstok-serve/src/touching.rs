// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Who is whose neighbour, said once for pages and programs.
//!
//! In: the outlines of a level in the system of their map. Out: neighbours. Areas are neighbours when their borders have a
//! point in common; on a map that is not clean, when they come within a millimetre of each other. Invariant: pages
//! and API name the same neighbours.

use kapstok_space::{Contiguity, Crs, Outline, Topology};

/// The neighbours of each area.
pub(crate) fn touching(outlines: &[Outline], topology: &Topology, crs: Crs) -> Contiguity {
    Contiguity::touching(outlines, topology, millimetre(crs)).0
}

/// A millimetre in the unit of a map.
fn millimetre(crs: Crs) -> f64 {
    match crs {
        Crs::Crs84 | Crs::Wgs84 | Crs::Etrs89 => 1e-8,
        Crs::Rd | Crs::WebMercator => 1e-3,
    }
}
