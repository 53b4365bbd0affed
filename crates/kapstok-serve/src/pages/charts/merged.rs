// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Many areas of one class as one outline: borders between two of them are not there.
//!
//! In: rings of whole steps, exteriors one way round and holes the other. Out: fewer rings that fill the same steps.
//! Invariant: what is covered once stays covered. What is less than a square step is gone, and so is the hole for it in its
//! neighbour, which fills it.
//! Not here: areas that overlap; where they do, the rings cross, which a path with the rule `nonzero` fills.

use std::collections::BTreeMap;

/// A place in steps of a picture.
pub(super) type Step = (i64, i64);

/// Takes away what two rings run along in opposite directions, and puts the rest together again.
pub(super) fn merged(rings: impl Iterator<Item = Vec<Step>>) -> Vec<Vec<Step>> {
    // Sides by their two ends, the lower first; how often forwards less how often backwards.
    let mut sides: BTreeMap<(Step, Step), i32> = BTreeMap::new();
    for ring in rings {
        let ends = ring.iter().zip(ring.iter().cycle().skip(1));
        for (&from, &to) in ends.filter(|(from, to)| from != to) {
            *sides.entry((from.min(to), from.max(to))).or_default() += if from < to { 1 } else { -1 };
        }
    }
    let mut onwards: BTreeMap<Step, Vec<Step>> = BTreeMap::new();
    for ((low, high), n) in sides.into_iter().filter(|(_, n)| *n != 0) {
        let (from, to) = if n > 0 { (low, high) } else { (high, low) };
        onwards.entry(from).or_default().extend(std::iter::repeat_n(to, n.unsigned_abs() as usize));
    }
    let mut made = Vec::new();
    while let Some((&start, _)) = onwards.first_key_value() {
        // As many sides lead to a place as lead away from it, so a way on ends where it began.
        let (mut ring, mut at) = (Vec::new(), start);
        while let Some(next) = onwards.get_mut(&at).and_then(Vec::pop) {
            if onwards.get(&at).is_some_and(Vec::is_empty) {
                onwards.remove(&at);
            }
            ring.push(at);
            at = next;
            if at == start {
                break;
            }
        }
        made.push(straightened(&ring));
    }
    made.retain(|ring| doubled_area(ring).abs() >= 2);
    made
}

/// A ring without places in the middle of a straight line.
fn straightened(ring: &[Step]) -> Vec<Step> {
    let n = ring.len();
    let is_bend = |at: &usize| {
        let ((ax, ay), (bx, by), (cx, cy)) = (ring[(at + n - 1) % n], ring[*at], ring[(at + 1) % n]);
        (bx - ax) * (cy - by) != (by - ay) * (cx - bx)
    };
    (0..n).filter(is_bend).map(|at| ring[at]).collect()
}

/// Twice the area of a ring; negative where it runs the other way.
fn doubled_area(ring: &[Step]) -> i64 {
    let ends = ring.iter().zip(ring.iter().cycle().skip(1));
    ends.map(|((ax, ay), (bx, by))| ax * by - bx * ay).sum()
}

#[cfg(test)]
mod tests {
    use super::{Step, doubled_area, merged};

    fn square(x: i64, y: i64, side: i64) -> Vec<Step> {
        vec![(x, y), (x + side, y), (x + side, y + side), (x, y + side)]
    }

    #[test]
    fn neighbours_of_one_class_are_one_outline_and_an_enclave_of_another_stays_a_hole() {
        let row = (0..5).map(|x| square(x, 0, 1));
        assert_eq!(merged(row), [vec![(0, 0), (5, 0), (5, 1), (0, 1)]]);
        // Nine squares without the one in the middle.
        let around = (0..9).filter(|at| *at != 4).map(|at| square(at % 3, at / 3, 1));
        let rings = merged(around);
        assert_eq!(rings.iter().map(|ring| doubled_area(ring)).sum::<i64>(), 16);
        assert_eq!(rings.iter().map(Vec::len).sum::<usize>(), 8);
        // Two that meet in a corner stay two, or one ring that passes the corner twice: the same land.
        let corner = merged([square(0, 0, 1), square(1, 1, 1)].into_iter());
        assert_eq!(corner.iter().map(|ring| doubled_area(ring)).sum::<i64>(), 4);
        // What has fallen together is gone.
        assert_eq!(merged([vec![(3, 3), (3, 3), (3, 3)], vec![(1, 1), (4, 4)]].into_iter()), Vec::<Vec<Step>>::new());
    }
}
