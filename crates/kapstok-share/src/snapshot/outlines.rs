// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The map of a level, and the one way in which its outlines are read.
//!
//! In: well-known binary, and the number of a coordinate system. Out: outlines, and the system in which they stand.
//! Invariant: pages, answers and files read here, so that an area has a place in all of them or in none.

use kapstok_space::{Contiguity, Crs, Outline, Topology, wkb};

/// How far apart areas of a map that is not clean may lie and still touch: a metre, or about as much in degrees.
const TOUCHING: (f64, f64) = (1.0, 1e-5);

/// The map of a level.
#[derive(Debug)]
pub struct Outlines {
    /// EPSG code of the coordinates; to the east first, whatever the definition of the code says.
    pub srs: u32,
    /// Polygons as WKB, `[n_areas]`; `None` for an area without one.
    pub wkb: Vec<Option<Box<[u8]>>>,
}

impl Outlines {
    /// The system in which the coordinates stand; `None` for one that is not known here, so whose coordinates cannot be
    /// brought to longitude and latitude.
    pub fn crs(&self) -> Option<Crs> {
        Crs::east_first(self.srs)
    }

    /// The outline of an area, in the system of the map. `None` for an area without a place: one that is not drawn, whose
    /// outline cannot be read or holds nothing, or that lies where the system of the map has no longitude and latitude.
    pub fn outline(&self, index: usize) -> Option<Outline> {
        let outline = wkb::read(self.wkb.get(index)?.as_deref()?).ok()?;
        let (bounds, crs) = (outline.bounds()?, self.crs());
        // In every system that we know it is a corner that leaves it first.
        let is_somewhere = [bounds.min(), bounds.max()].iter().all(|corner| match crs {
            Some(crs) => crs.to_lon_lat(*corner).is_some(),
            None => true,
        });
        is_somewhere.then_some(outline)
    }

    /// The outlines of all areas, `[n_areas]`; see [`Self::outline`].
    pub fn all(&self) -> Vec<Option<Outline>> {
        (0..self.wkb.len()).map(|index| self.outline(index)).collect()
    }

    /// Who touches whom, `[n_areas]`: areas with a point in common; on a map that is not clean, areas within a metre.
    /// `None` for a map with more points than can be numbered.
    pub fn contiguity(&self) -> Option<Contiguity> {
        let outlines: Vec<Outline> = self.all().into_iter().map(Option::unwrap_or_default).collect();
        let topology = Topology::new(&outlines).ok()?;
        let (metre, degrees) = TOUCHING;
        let distance = match self.crs() {
            Some(Crs::Crs84 | Crs::Wgs84 | Crs::Etrs89) => degrees,
            Some(Crs::Rd | Crs::WebMercator) | None => metre,
        };
        Some(Contiguity::touching(&outlines, &topology, distance).0)
    }
}
