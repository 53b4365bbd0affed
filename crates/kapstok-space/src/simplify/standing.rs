// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The points that still stand, found by where they are.
//!
//! In: points, and one by one those that go. Out: a standing point within a triangle, if there is one.
//! Invariant: the answer depends on the points alone; a question takes about the square root of their number,
//! also where all of them lie close together and one far away.
//!
//! A tree that halves the points by x, by y, by x and so on; a branch knows how many of it still stand.

use std::cmp::Ordering;

use crate::Point;

pub(super) struct Standing {
    /// Numbers of points. A branch is a stretch of it: the point in the middle divides the rest.
    order: Vec<u32>,
    /// By the place of its dividing point, how many points of a branch still stand.
    n_standing: Vec<u32>,
    /// By the place of a point in `order`, whether it stands itself.
    stands: Vec<bool>,
}

/// Order along one axis; equal points by the other axis, then by number, so that each has one place.
fn along(points: &[Point], axis: usize) -> impl Fn(&u32, &u32) -> Ordering {
    move |&one, &other| {
        let (a, b) = (points[one as usize], points[other as usize]);
        let other_axis = 1 - axis;
        a[axis].total_cmp(&b[axis]).then(a[other_axis].total_cmp(&b[other_axis])).then(one.cmp(&other))
    }
}

impl Standing {
    pub(super) fn new(points: &[Point], numbers: Vec<u32>) -> Self {
        let n_points = numbers.len();
        let mut standing = Self { order: numbers, n_standing: vec![0; n_points], stands: vec![true; n_points] };
        let mut branches = vec![(0, n_points, 0)];
        while let Some((start, end, axis)) = branches.pop() {
            if start == end {
                continue;
            }
            let middle = start + (end - start) / 2;
            standing.order[start..end].select_nth_unstable_by(middle - start, along(points, axis));
            standing.n_standing[middle] = (end - start) as u32;
            branches.push((start, middle, 1 - axis));
            branches.push((middle + 1, end, 1 - axis));
        }
        standing
    }

    /// Takes a point away that stands.
    pub(super) fn take_away(&mut self, points: &[Point], number: u32) {
        let (mut start, mut end, mut axis) = (0, self.order.len(), 0);
        while start < end {
            let middle = start + (end - start) / 2;
            self.n_standing[middle] = self.n_standing[middle].saturating_sub(1);
            match along(points, axis)(&number, &self.order[middle]) {
                Ordering::Equal => {
                    self.stands[middle] = false;
                    return;
                }
                Ordering::Less => end = middle,
                Ordering::Greater => start = middle + 1,
            }
            axis = 1 - axis;
        }
    }

    /// A standing point in a triangle or on its side, its corners not counted.
    pub(super) fn one_in_triangle(&self, points: &[Point], corners: [Point; 3]) -> Option<u32> {
        let least = [0, 1].map(|axis| corners.iter().map(|corner| corner[axis]).fold(f64::INFINITY, f64::min));
        let most = [0, 1].map(|axis| corners.iter().map(|corner| corner[axis]).fold(f64::NEG_INFINITY, f64::max));
        let mut branches = Vec::with_capacity(40);
        branches.push((0, self.order.len(), 0));
        while let Some((start, end, axis)) = branches.pop() {
            let middle = start + (end - start) / 2;
            if start == end || self.n_standing[middle] == 0 {
                continue;
            }
            let number = self.order[middle];
            let point = points[number as usize];
            if self.stands[middle] && is_in_triangle(point, corners) && !corners.contains(&point) {
                return Some(number);
            }
            if point[axis] <= most[axis] {
                branches.push((middle + 1, end, 1 - axis));
            }
            if point[axis] >= least[axis] {
                branches.push((start, middle, 1 - axis));
            }
        }
        None
    }
}

/// Twice the area of a triangle, positive when its corners turn left.
fn turn(a: Point, b: Point, c: Point) -> f64 {
    (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
}

/// Whether a point lies in a triangle or on its side; a triangle without size has only its sides.
fn is_in_triangle(point: Point, [a, b, c]: [Point; 3]) -> bool {
    let turns = [turn(a, b, point), turn(b, c, point), turn(c, a, point)];
    let one_side = turns.iter().all(|&turn| turn >= 0.0) || turns.iter().all(|&turn| turn <= 0.0);
    let within = |axis: usize| {
        let corners = [a[axis], b[axis], c[axis]];
        corners.iter().any(|&corner| corner <= point[axis]) && corners.iter().any(|&corner| corner >= point[axis])
    };
    one_side && within(0) && within(1)
}

#[cfg(test)]
mod tests {
    use super::{Standing, is_in_triangle};

    #[test]
    fn a_point_is_found_until_it_is_taken_away() {
        let points: Vec<[f64; 2]> = (0..100).map(|at| [f64::from(at % 10), f64::from(at / 10)]).collect();
        let mut standing = Standing::new(&points, (0..100).collect());
        let corners = [[2.0, 2.0], [4.0, 2.0], [2.0, 4.0]];
        let mut found = Vec::new();
        while let Some(number) = standing.one_in_triangle(&points, corners) {
            found.push(number);
            standing.take_away(&points, number);
        }
        found.sort_unstable();
        assert_eq!(found, [23, 32, 33], "(3,2), (2,3) and (3,3); the corners themselves do not count");
    }

    #[test]
    fn a_side_counts_and_a_flat_triangle_has_only_its_sides() {
        let triangle = [[0.0, 0.0], [4.0, 0.0], [0.0, 4.0]];
        assert!(is_in_triangle([2.0, 2.0], triangle) && !is_in_triangle([2.1, 2.0], triangle));
        let flat = [[0.0, 0.0], [4.0, 0.0], [2.0, 0.0]];
        assert!(is_in_triangle([3.0, 0.0], flat) && !is_in_triangle([5.0, 0.0], flat));
    }
}
