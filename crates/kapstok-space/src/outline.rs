// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The outline of one area: polygons with holes, in the coordinates of its map.
//!
//! In: rings of points, closed or not, in any winding. Out: [`Outline`], which gives them back by polygon.
//! Invariant: every point is finite and has no negative zero; a ring has three points or more, no point twice
//! in a row, and its last point is not its first one again; a polygon has an exterior ring.
//! Not here: whether rings cross each other; a coordinate system (the caller knows it).

use crate::Bounds;

/// Two coordinates in the order of the map: x, y or longitude, latitude.
pub type Point = [f64; 2];

/// The outline of one area. Empty where the map does not show it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outline {
    points: Vec<Point>,
    /// Where each ring ends in `points`.
    ring_ends: Vec<u32>,
    /// Where each polygon ends in `ring_ends`.
    polygon_ends: Vec<u32>,
}

/// One polygon of an outline.
#[derive(Clone, Copy, Debug)]
pub struct Polygon<'a> {
    outline: &'a Outline,
    first_ring: usize,
    end_ring: usize,
}

/// Takes rings one by one; see [`Outline`] for what is left out.
#[derive(Clone, Debug, Default)]
pub struct OutlineBuilder {
    outline: Outline,
    /// A polygon was begun and its exterior was not yet given.
    wants_exterior: bool,
    /// The exterior was no ring, and its holes go with it.
    leaves_out: bool,
}

impl Outline {
    /// Rings by polygon, the exterior first. A ring of fewer than three points is left out, and with an exterior
    /// its polygon; so is a point that is not finite.
    pub fn from_rings<P, R, S>(polygons: P) -> Self
    where
        P: IntoIterator<Item = R>,
        R: IntoIterator<Item = S>,
        S: IntoIterator<Item = Point>,
    {
        let mut builder = OutlineBuilder::default();
        for polygon in polygons {
            builder.polygon();
            for ring in polygon {
                builder.ring(ring);
            }
        }
        builder.finish()
    }

    /// Its polygons, in the order of the map.
    pub fn polygons(&self) -> impl ExactSizeIterator<Item = Polygon<'_>> {
        (0..self.polygon_ends.len()).map(|index| Polygon {
            outline: self,
            first_ring: if index == 0 { 0 } else { self.polygon_ends[index - 1] as usize },
            end_ring: self.polygon_ends[index] as usize,
        })
    }

    /// All its rings, exteriors and holes; the first point is not given again at the end.
    pub fn rings(&self) -> impl ExactSizeIterator<Item = &[Point]> {
        (0..self.ring_ends.len()).map(|index| self.ring(index))
    }

    /// All its points.
    pub fn points(&self) -> &[Point] {
        &self.points
    }

    /// Whether the map does not show it.
    pub fn is_empty(&self) -> bool {
        self.polygon_ends.is_empty()
    }

    /// The smallest box around it.
    pub fn bounds(&self) -> Option<Bounds> {
        Bounds::around(self.points.iter().copied())
    }

    /// Its size in the square of the map's unit: exteriors less holes.
    pub fn area(&self) -> f64 {
        let of_polygon = |polygon: Polygon<'_>| {
            let holes: f64 = polygon.holes().map(|hole| signed_area(hole).abs()).sum();
            signed_area(polygon.exterior()).abs() - holes
        };
        self.polygons().map(of_polygon).sum()
    }

    /// The same outline with each point brought elsewhere; points that fall together become one.
    #[must_use]
    pub fn map_points(&self, mut to: impl FnMut(Point) -> Point) -> Self {
        let mut builder = OutlineBuilder::default();
        for polygon in self.polygons() {
            builder.polygon();
            for ring in polygon.rings() {
                builder.ring(ring.iter().map(|&point| to(point)));
            }
        }
        builder.finish()
    }

    /// As [`Self::map_points`]; `None` where a point has no place there.
    ///
    /// # Examples
    /// ```
    /// use kapstok_space::{Crs, Outline};
    /// let square = |side: f64| Outline::from_rings([[vec![[0.0, 0.0], [side, 0.0], [side, side]]]]);
    /// let moved = |outline: Outline| outline.try_map_points(|point| Crs::Crs84.transform(Crs::Wgs84, point));
    /// assert_eq!(moved(square(2.0)).unwrap().points()[1], [0.0, 2.0]);
    /// assert_eq!(moved(square(91.0)), None, "no such latitude");
    /// ```
    #[must_use]
    pub fn try_map_points(&self, mut to: impl FnMut(Point) -> Option<Point>) -> Option<Self> {
        let mut has_all = true;
        let moved = self.map_points(|point| {
            let place = to(point);
            has_all &= place.is_some();
            place.unwrap_or(point)
        });
        has_all.then_some(moved)
    }

    fn ring(&self, index: usize) -> &[Point] {
        let start = if index == 0 { 0 } else { self.ring_ends[index - 1] as usize };
        &self.points[start..self.ring_ends[index] as usize]
    }
}

impl<'a> Polygon<'a> {
    /// The ring around it.
    pub fn exterior(&self) -> &'a [Point] {
        self.outline.ring(self.first_ring)
    }

    /// The rings of what is not in it.
    pub fn holes(&self) -> impl ExactSizeIterator<Item = &'a [Point]> + use<'a> {
        let outline = self.outline;
        (self.first_ring + 1..self.end_ring).map(move |index| outline.ring(index))
    }

    /// The exterior, then the holes.
    pub fn rings(&self) -> impl ExactSizeIterator<Item = &'a [Point]> + use<'a> {
        let outline = self.outline;
        (self.first_ring..self.end_ring).map(move |index| outline.ring(index))
    }
}

impl OutlineBuilder {
    /// A polygon begins; its exterior ring comes next.
    pub fn polygon(&mut self) {
        self.wants_exterior = true;
        self.leaves_out = false;
    }

    /// The next ring of the polygon, closed or not. Nothing before the first polygon.
    pub fn ring(&mut self, points: impl IntoIterator<Item = Point>) {
        let outline = &mut self.outline;
        let start = outline.points.len();
        for point in points {
            // Adding 0 makes a positive zero of a negative one, so that equal points have equal bits.
            let point = [point[0] + 0.0, point[1] + 0.0];
            let again = outline.points.len() > start && outline.points.last() == Some(&point);
            if point[0].is_finite() && point[1].is_finite() && !again {
                outline.points.push(point);
            }
        }
        while outline.points.len() > start + 1 && outline.points.last() == outline.points.get(start) {
            outline.points.pop();
        }
        let is_ring = outline.points.len() >= start + 3;
        let belongs = self.wants_exterior || (!self.leaves_out && !outline.polygon_ends.is_empty());
        let end = u32::try_from(outline.points.len()).ok().filter(|_| is_ring && belongs);
        match end {
            Some(end) => {
                outline.ring_ends.push(end);
                let n_rings = outline.ring_ends.len() as u32; // No more rings than points.
                match outline.polygon_ends.last_mut().filter(|_| !self.wants_exterior) {
                    Some(last) => *last = n_rings,
                    None => outline.polygon_ends.push(n_rings),
                }
            }
            None => {
                outline.points.truncate(start);
                self.leaves_out |= self.wants_exterior;
            }
        }
        self.wants_exterior = false;
    }

    /// What was given.
    pub fn finish(self) -> Outline {
        self.outline
    }
}

/// The area within a ring that is not closed by hand: positive where it runs against the clock and y points up.
pub fn signed_area(ring: &[Point]) -> f64 {
    let Some(&origin) = ring.first() else { return 0.0 };
    // From a point of the ring, so that large coordinates do not eat the digits.
    let from = |point: Point| [point[0] - origin[0], point[1] - origin[1]];
    let doubled: f64 =
        ring.windows(2).map(|edge| (from(edge[0]), from(edge[1]))).map(|(a, b)| a[0] * b[1] - b[0] * a[1]).sum();
    doubled / 2.0
}

/// Each side of a ring, the last one back to the first point.
pub(crate) fn sides(ring: &[Point]) -> impl Iterator<Item = [Point; 2]> {
    let last = ring.len().saturating_sub(1);
    (0..ring.len()).map(move |index| [ring[index], ring[if index == last { 0 } else { index + 1 }]])
}

#[cfg(test)]
mod tests {
    use super::{Outline, OutlineBuilder, signed_area};

    const SQUARE: [[f64; 2]; 5] = [[0.0, 0.0], [4.0, 0.0], [4.0, 4.0], [0.0, 4.0], [0.0, 0.0]];

    #[test]
    fn a_ring_is_kept_once_around_without_repeated_points() {
        let ring = [[0.0, 0.0], [4.0, 0.0], [4.0, 0.0], [4.0, 4.0], [f64::NAN, 1.0], [-0.0, 4.0], [0.0, -0.0]];
        let outline = Outline::from_rings([[ring]]);
        assert_eq!(outline.points(), [[0.0, 0.0], [4.0, 0.0], [4.0, 4.0], [0.0, 4.0]]);
        assert!(outline.points().iter().flatten().all(|number| number.is_sign_positive()));
    }

    #[test]
    fn an_exterior_of_two_points_goes_with_its_holes_and_the_next_polygon_stays() {
        let mut builder = OutlineBuilder::default();
        builder.ring(SQUARE); // Belongs to no polygon.
        builder.polygon();
        builder.ring([[0.0, 0.0], [1.0, 1.0], [0.0, 0.0]]);
        builder.ring(SQUARE);
        builder.polygon();
        builder.ring(SQUARE);
        builder.ring([[1.0, 1.0], [2.0, 1.0], [2.0, 2.0], [1.0, 2.0]]);
        let outline = builder.finish();
        assert_eq!((outline.polygons().len(), outline.rings().len()), (1, 2));
        assert_eq!(outline.area(), 15.0);
    }

    #[test]
    fn the_area_has_its_sign_from_the_winding() {
        assert_eq!(signed_area(&SQUARE[..4]), 16.0);
        let backwards: Vec<_> = SQUARE[..4].iter().rev().copied().collect();
        assert_eq!(signed_area(&backwards), -16.0);
        assert_eq!(signed_area(&[]), 0.0);
    }
}
