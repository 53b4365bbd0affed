// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Bounding boxes.
//!
//! In: points, or four numbers of a request. Out: [`Bounds`].
//! Invariant: finite, and no side is negative. Not here: the 180th meridian; a box does not cross it.

use crate::Point;

/// A box along the axes, its sides included.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bounds {
    min: Point,
    max: Point,
}

impl Bounds {
    /// The box between two corners; `None` where a number is not finite or `min` lies beyond `max`.
    pub fn new(min: Point, max: Point) -> Option<Self> {
        let finite = min.iter().chain(&max).all(|number| number.is_finite());
        (finite && min[0] <= max[0] && min[1] <= max[1]).then_some(Self { min, max })
    }

    /// The smallest box around points; `None` without points, or with one that is not finite.
    pub fn around(points: impl IntoIterator<Item = Point>) -> Option<Self> {
        let mut points = points.into_iter();
        let first = points.next()?;
        let (mut min, mut max) = (first, first);
        for point in points {
            if !point.iter().all(|number| number.is_finite()) {
                return None;
            }
            for axis in 0..2 {
                min[axis] = min[axis].min(point[axis]);
                max[axis] = max[axis].max(point[axis]);
            }
        }
        Self::new(min, max)
    }

    /// The corner with the smallest numbers.
    pub fn min(&self) -> Point {
        self.min
    }

    /// The corner with the largest numbers.
    pub fn max(&self) -> Point {
        self.max
    }

    /// The middle.
    pub fn centre(&self) -> Point {
        [self.min[0] + (self.max[0] - self.min[0]) / 2.0, self.min[1] + (self.max[1] - self.min[1]) / 2.0]
    }

    /// Whether the two have a point in common; a shared side or corner is enough.
    pub fn meets(&self, other: &Self) -> bool {
        (0..2).all(|axis| self.min[axis] <= other.max[axis] && other.min[axis] <= self.max[axis])
    }

    /// Whether a point lies in it or on its side.
    pub fn contains(&self, point: Point) -> bool {
        (0..2).all(|axis| self.min[axis] <= point[axis] && point[axis] <= self.max[axis])
    }

    /// The box with its sides moved outwards; `None` where nothing is left, or no number.
    pub fn widened(&self, distance: f64) -> Option<Self> {
        Self::new(self.min.map(|number| number - distance), self.max.map(|number| number + distance))
    }

    /// The smallest box around both.
    #[must_use]
    pub fn union(&self, other: &Self) -> Self {
        let min = [self.min[0].min(other.min[0]), self.min[1].min(other.min[1])];
        let max = [self.max[0].max(other.max[0]), self.max[1].max(other.max[1])];
        Self { min, max }
    }
}

#[cfg(test)]
mod tests {
    use super::Bounds;

    #[test]
    fn a_box_is_finite_and_not_inside_out() {
        assert!(Bounds::new([0.0, 0.0], [0.0, 0.0]).is_some(), "a point is a box");
        assert_eq!(Bounds::new([1.0, 0.0], [0.0, 1.0]), None);
        for wrong in [f64::NAN, f64::INFINITY] {
            assert_eq!(Bounds::new([0.0, 0.0], [wrong, 1.0]), None);
            assert_eq!(Bounds::around([[0.0, 0.0], [wrong, 1.0], [2.0, 2.0]]), None);
        }
    }

    #[test]
    fn boxes_that_share_a_corner_meet() -> Result<(), &'static str> {
        let at = |x, y| Bounds::new([x, y], [x + 1.0, y + 1.0]).ok_or("a box");
        assert!(at(0.0, 0.0)?.meets(&at(1.0, 1.0)?));
        assert!(!at(0.0, 0.0)?.meets(&at(1.0, 1.5)?));
        assert_eq!(at(0.0, 0.0)?.union(&at(3.0, 1.0)?).centre(), [2.0, 1.0]);
        Ok(())
    }
}
