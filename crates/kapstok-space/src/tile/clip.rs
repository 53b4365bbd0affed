// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The part of a ring within a square.
//!
//! In: a ring of whole numbers. Out: the ring within the square, or nothing.
//! Invariant: where a side crosses the edge of the square depends on the side alone, not on the direction in
//! which a ring runs along it: so neighbours meet the edge in one point.
//! Not here: taking a ring apart that leaves the square and comes back: it then runs along the edge.
//!
//! Source: I. Sutherland and G. Hodgman, *Reentrant polygon clipping* (1974).

pub(super) type LocalPoint = [i64; 2];

/// A square, and room to work in.
pub(super) struct Clip {
    low: i64,
    high: i64,
    ring: Vec<LocalPoint>,
    next: Vec<LocalPoint>,
}

impl Clip {
    pub(super) fn new(low: i64, high: i64) -> Self {
        Self { low, high, ring: Vec::new(), next: Vec::new() }
    }

    /// What is left of a ring; its first point is not given again at the end.
    pub(super) fn ring(&mut self, points: impl Iterator<Item = LocalPoint>) -> Option<Vec<LocalPoint>> {
        self.ring.clear();
        let (mut least, mut most) = ([i64::MAX; 2], [i64::MIN; 2]);
        for point in points {
            if self.ring.last() != Some(&point) {
                self.ring.push(point);
                for axis in 0..2 {
                    least[axis] = least[axis].min(point[axis]);
                    most[axis] = most[axis].max(point[axis]);
                }
            }
        }
        if (0..2).any(|axis| most[axis] < self.low || least[axis] > self.high) {
            return None;
        }
        for axis in 0..2 {
            if least[axis] < self.low {
                self.half(axis, self.low, |number, limit| number >= limit);
            }
            if most[axis] > self.high {
                self.half(axis, self.high, |number, limit| number <= limit);
            }
        }
        self.tidied()
    }

    /// Keeps the half of the ring on one side of a line along an axis.
    fn half(&mut self, axis: usize, limit: i64, is_inside: impl Fn(i64, i64) -> bool) {
        self.next.clear();
        let Some(&last) = self.ring.last() else { return };
        let mut before = last;
        for &point in &self.ring {
            let inside = is_inside(point[axis], limit);
            if inside != is_inside(before[axis], limit) {
                self.next.push(crossing(before, point, axis, limit));
            }
            if inside {
                self.next.push(point);
            }
            before = point;
        }
        std::mem::swap(&mut self.ring, &mut self.next);
    }

    /// Without repeated points, without points in the middle of a run along an edge, and not without area.
    fn tidied(&self) -> Option<Vec<LocalPoint>> {
        let mut tidy: Vec<LocalPoint> = Vec::with_capacity(self.ring.len());
        for &point in &self.ring {
            if tidy.last() == Some(&point) {
                continue;
            }
            while let [.., one, two] = tidy[..] {
                if !self.on_one_edge([one, two, point]) {
                    break;
                }
                tidy.pop();
            }
            if tidy.last() != Some(&point) {
                tidy.push(point);
            }
        }
        while tidy.len() > 1 && tidy.first() == tidy.last() {
            tidy.pop();
        }
        (tidy.len() >= 3 && doubled_area(&tidy) != 0).then_some(tidy)
    }

    fn on_one_edge(&self, points: [LocalPoint; 3]) -> bool {
        let on = |axis: usize, edge: i64| points.iter().all(|point| point[axis] == edge);
        (0..2).any(|axis| on(axis, self.low) || on(axis, self.high))
    }
}

/// Where a side crosses a line along an axis, on the nearest whole number.
fn crossing(one: LocalPoint, other: LocalPoint, axis: usize, limit: i64) -> LocalPoint {
    let (from, to) = if one <= other { (one, other) } else { (other, one) };
    let across = 1 - axis;
    let (mut run, mut rise) = (to[axis] - from[axis], (to[across] - from[across]) * (limit - from[axis]));
    if run < 0 {
        (run, rise) = (-run, -rise);
    }
    let mut point = [limit; 2];
    point[across] = from[across] + (2 * rise + run).div_euclid(2 * run);
    point
}

/// Twice the area of a ring; positive where it runs with the clock on a screen, on which y points down.
pub(super) fn doubled_area(ring: &[LocalPoint]) -> i64 {
    let Some(&last) = ring.last() else { return 0 };
    let mut before = last;
    let mut sum = 0;
    for &point in ring {
        sum += before[0] * point[1] - point[0] * before[1];
        before = point;
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::{Clip, doubled_area};

    fn clipped(ring: &[[i64; 2]]) -> Option<Vec<[i64; 2]>> {
        Clip::new(0, 10).ring(ring.iter().copied())
    }

    #[test]
    fn what_lies_within_stays_and_what_lies_outside_goes() {
        let inside = [[1, 1], [9, 1], [9, 9], [1, 9]];
        assert_eq!(clipped(&inside).as_deref(), Some(&inside[..]));
        assert_eq!(clipped(&[[11, 1], [19, 1], [19, 9]]), None);
        assert_eq!(clipped(&[[10, 1], [19, 1], [19, 9], [10, 9]]), None, "only its side is on the edge");
        assert_eq!(clipped(&[[1, 1], [5, 5], [9, 9]]), None, "no area");
    }

    #[test]
    fn a_ring_around_the_square_becomes_the_square() {
        let around = clipped(&[[-5, -5], [20, -5], [20, 20], [-5, 20]]).unwrap();
        assert_eq!(doubled_area(&around), 200);
        assert_eq!(around.len(), 4);
    }

    #[test]
    fn both_sides_of_a_border_cross_the_edge_in_one_point() {
        for slope in -30..30 {
            let (a, b) = ([5, 5], [13, slope]);
            let one = clipped(&[a, b, [5, 40]]).unwrap();
            let other = clipped(&[b, a, [5, -40]]).unwrap();
            let shared = one.iter().filter(|point| other.contains(point)).count();
            assert_eq!(shared, 2, "the end within and the point at the edge, slope {slope}: {one:?} {other:?}");
            let whole = clipped(&[[5, -40], b, [5, 40]]).unwrap();
            assert_eq!(
                doubled_area(&one).abs() + doubled_area(&other).abs(),
                doubled_area(&whole).abs(),
                "no gap and no overlap at slope {slope}"
            );
        }
    }
}
