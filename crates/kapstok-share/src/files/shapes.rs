// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Outlines of a level for the forms that have geometry.
//!
//! In: WKB of a build. Out: outlines in the system of the build, as WKB of a MultiPolygon, with boxes, along the Hilbert
//! curve. Invariant: coordinates are those of the build to the bit; only GeoJSON, which is in degrees, has others.

use kapstok_space::{Bounds, Crs, Outline, signed_area, wkb};

use super::FileError;
use crate::snapshot::{Level, Outlines};

/// The outlines of a level.
pub(super) struct Shapes {
    /// EPSG code; 4326 stands for longitude, latitude.
    pub(super) srs: u32,
    /// By area.
    pub(super) outlines: Vec<Option<Outline>>,
}

impl Shapes {
    /// Reads the outlines of a level; none where it has no map.
    ///
    /// # Errors
    /// An outline that cannot be read.
    pub(super) fn of(level: &Level) -> Result<Option<Self>, FileError> {
        let Some(Outlines { srs, wkb }) = level.outlines() else { return Ok(None) };
        let read = |(area, bytes): (usize, &Option<Box<[u8]>>)| match bytes {
            None => Ok(None),
            Some(bytes) => match wkb::read(bytes) {
                Ok(outline) => Ok(Some(outline).filter(|outline| !outline.is_empty())),
                Err(why) => Err(FileError::Outline { area: level.codes()[area].clone(), why: why.to_string() }),
            },
        };
        let outlines = wkb.iter().enumerate().map(read).collect::<Result<_, _>>()?;
        Ok(Some(Self { srs: *srs, outlines }))
    }

    /// The system of the coordinates, where we know it.
    pub(super) fn crs(&self) -> Option<Crs> {
        // A build holds longitude first.
        if self.srs == 4326 { Some(Crs::Crs84) } else { Crs::from_epsg(self.srs) }
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
