// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Outlines as pictures need them: as simple as a picture is small, and as wide as the land is.
//!
//! In: the borders of a level. Out: rings for a picture. Invariant: areas that share a border share it in the picture.

use std::sync::OnceLock;

use kapstok_space::{Bounds, Crs, Outline, Point, Simplifier, Topology, signed_area};

/// How many steps there are from a picture of everything to one of a hamlet.
const N_SCALES: usize = 10;

/// The lines of a level.
#[derive(Debug)]
pub(super) struct Drawing {
    simplifier: Simplifier,
    /// In the system of the map, `[n_areas]`.
    bounds: Vec<Option<Bounds>>,
    /// Outlines of all areas, each time half as coarse; made with the first picture that needs them.
    simpler: [OnceLock<Vec<Outline>>; N_SCALES],
    /// What a step to the east is worth beside one to the north.
    east: f64,
}

impl Drawing {
    /// Finds out which points may go.
    ///
    /// * `outlines`: `[n_areas]`, those of which the topology was made, in the system `crs`.
    /// * `centres`: `[n_areas]`, longitude and latitude in degrees.
    pub(super) fn new(topology: Topology, outlines: &[Outline], crs: Crs, centres: &[Option<Point>]) -> Self {
        Self {
            simplifier: Simplifier::new(topology),
            bounds: outlines.iter().map(Outline::bounds).collect(),
            simpler: Default::default(),
            east: east(crs, centres),
        }
    }

    /// The lines with all their points.
    pub(super) fn topology(&self) -> &Topology {
        self.simplifier.topology()
    }

    /// Outlines of some areas, as simple as a picture of `width` steps needs, `[areas][rings][points]`: exteriors against
    /// the clock, holes with it.
    pub(super) fn rings(&self, areas: &[usize], width: f64) -> Vec<Vec<Vec<Point>>> {
        let everything = widest(self.bounds.iter().flatten().copied());
        let shown = widest(areas.iter().filter_map(|area| self.bounds[*area]));
        // The coarsest of the scales that is no coarser than a step of the picture.
        let scale = (0..N_SCALES).find(|scale| everything / (300 << scale) as f64 <= shown / width);
        let scale = scale.unwrap_or(N_SCALES - 1);
        let outlines = self.simpler[scale].get_or_init(|| {
            let simplified = self.simplifier.at(everything / (300 << scale) as f64);
            (0..self.bounds.len()).map(|area| simplified.outline(area)).collect()
        });
        let ring = |(number, points): (usize, &[Point])| {
            let mut ring: Vec<Point> = points.iter().map(|[x, y]| [x * self.east, *y]).collect();
            if (signed_area(points) > 0.0) != (number == 0) {
                ring.reverse();
            }
            ring
        };
        let rings = |area: &usize| outlines[*area].polygons().flat_map(|it| it.rings().enumerate().map(ring)).collect();
        areas.iter().map(rings).collect()
    }
}

/// The longer side of the box around boxes; 0 where there is none.
fn widest(bounds: impl Iterator<Item = Bounds>) -> f64 {
    let around = bounds.reduce(|one, other| one.union(&other));
    around.map_or(0.0, |it| (it.max()[0] - it.min()[0]).max(it.max()[1] - it.min()[1]))
}

/// In degrees a step to the east is shorter than one to the north: by the cosine of the latitude.
fn east(crs: Crs, centres: &[Option<Point>]) -> f64 {
    let latitudes = centres.iter().flatten().map(|[_, latitude]| *latitude);
    let (sum, n) = latitudes.fold((0.0, 0.0), |(sum, n), latitude| (sum + latitude, n + 1.0));
    if crs == Crs::Crs84 && n > 0.0 { libm::cos((sum / n).to_radians()) } else { 1.0 }
}
