// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Outlines of a level for the forms that have geometry.
//!
//! In: WKB of a build. Out: outlines in the system of the build, as WKB of a MultiPolygon, with boxes, along the Hilbert
//! curve. Invariant: coordinates are those of the build to the bit; only GeoJSON, which is in degrees, has others.

use kapstok_space::{Bounds, Crs, Outline, signed_area};

use crate::snapshot::Level;

/// The outlines of a level.
pub(super) struct Shapes {
    /// EPSG code; coordinates stand to the east first.
    pub(super) srs: u32,
    /// The system of the coordinates, where we know it.
    pub(super) crs: Option<Crs>,
    /// By area.
    pub(super) outlines: Vec<Option<Outline>>,
}

impl Shapes {
    /// The outlines of a level; none where it has no map.
    pub(super) fn of(level: &Level) -> Option<Self> {
        let outlines = level.outlines()?;
        Some(Self { srs: outlines.srs, crs: outlines.crs(), outlines: outlines.all() })
    }

    pub(super) fn bounds(&self, area: usize) -> Option<Bounds> {
        self.outlines[area].as_ref()?.bounds()
    }

    /// The box around all of them.
    pub(super) fn whole(&self) -> Option<Bounds> {
        (0..self.outlines.len()).filter_map(|area| self.bounds(area)).reduce(|one, other| one.union(&other))
    }

    /// All areas, along the Hilbert curve; those without an outline last, in their order.
    pub(super) fn along_the_curve(&self) -> Vec<usize> {
        let boxes: Vec<Option<Bounds>> = (0..self.outlines.len()).map(|area| self.bounds(area)).collect();
        let mut along: Vec<usize> =
            kapstok_space::BoundsIndex::new(&boxes).along().iter().map(|area| *area as usize).collect();
        along.extend((0..boxes.len()).filter(|area| boxes[*area].is_none()));
        along
    }
}

/// A MultiPolygon as WKB, little-endian; exteriors against the clock.
pub(super) fn multi_polygon(outline: &Outline) -> Vec<u8> {
    let mut bytes = vec![1];
    let word = |bytes: &mut Vec<u8>, word: usize| {
        bytes.extend_from_slice(&u32::try_from(word).unwrap_or(u32::MAX).to_le_bytes());
    };
    word(&mut bytes, 6);
    word(&mut bytes, outline.polygons().len());
    for polygon in outline.polygons() {
        bytes.push(1);
        word(&mut bytes, 3);
        word(&mut bytes, polygon.rings().count());
        for (place, ring) in polygon.rings().enumerate() {
            word(&mut bytes, ring.len() + 1);
            for point in closed(ring, place == 0) {
                point.iter().for_each(|number| bytes.extend_from_slice(&number.to_le_bytes()));
            }
        }
    }
    bytes
}

/// A ring with its first point again at its end, an exterior against the clock and a hole with it.
pub(super) fn closed(ring: &[kapstok_space::Point], is_exterior: bool) -> Vec<kapstok_space::Point> {
    let mut points = ring.to_vec();
    if (signed_area(ring) > 0.0) != is_exterior {
        points.reverse();
    }
    points.extend(points.first().copied());
    points
}
