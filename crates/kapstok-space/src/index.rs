// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Which areas meet a box, without looking at all of them.
//!
//! In: the bounding box of each area. Out: the areas of which the box meets another, in the order of the areas.
//! Invariant: exactly those; memory is in proportion to the number of areas, whatever their size.
//! Not here: whether an outline itself meets the box, which only its corners could tell.
//!
//! A packed tree: the boxes lie in the order of a Hilbert curve through their centres, every sixteen have one
//! around them, every sixteen of those again.

use crate::Bounds;

const IN_ONE: usize = 16;

/// The boxes of areas, for questions.
#[derive(Clone, Debug, Default)]
pub struct BoundsIndex {
    /// Areas with a box, along the curve.
    areas: Vec<u32>,
    /// The boxes of `areas`, then those around each sixteen of them, and so on up to one.
    levels: Vec<Vec<Bounds>>,
}

impl BoundsIndex {
    /// `bounds` by area; an area without a box is never found.
    pub fn new(bounds: &[Option<Bounds>]) -> Self {
        let Some(whole) = bounds.iter().flatten().copied().reduce(|one, other| one.union(&other)) else {
            return Self::default();
        };
        let present = bounds.iter().enumerate().filter_map(|(area, bounds)| Some((area as u32, (*bounds)?)));
        let mut along: Vec<(u64, u32, Bounds)> =
            present.map(|(area, bounds)| (place_on_curve(&whole, &bounds), area, bounds)).collect();
        along.sort_unstable_by_key(|&(place, area, _)| (place, area));
        let areas = along.iter().map(|&(_, area, _)| area).collect();
        let mut levels = vec![along.into_iter().map(|(_, _, bounds)| bounds).collect::<Vec<_>>()];
        while let Some(level) = levels.last().filter(|level| level.len() > 1) {
            let around = |boxes: &[Bounds]| boxes.iter().copied().reduce(|one, other| one.union(&other));
            let next = level.chunks(IN_ONE).filter_map(around).collect();
            levels.push(next);
        }
        Self { areas, levels }
    }

    /// Areas with a box, along the Hilbert curve: what is near on the map is mostly near in this list.
    pub fn along(&self) -> &[u32] {
        &self.areas
    }

    /// The areas of which the box meets `bounds`, rising.
    pub fn meeting(&self, bounds: &Bounds) -> Vec<u32> {
        let mut found = Vec::new();
        let top = self.levels.len().saturating_sub(1);
        let mut open: Vec<(usize, usize)> = (0..self.levels.get(top).map_or(0, Vec::len)).map(|at| (top, at)).collect();
        while let Some((level, at)) = open.pop() {
            if !self.levels[level][at].meets(bounds) {
                continue;
            }
            if level == 0 {
                found.push(self.areas[at]);
                continue;
            }
            let end = ((at + 1) * IN_ONE).min(self.levels[level - 1].len());
            open.extend((at * IN_ONE..end).map(|below| (level - 1, below)));
        }
        found.sort_unstable();
        found
    }
}

/// Where the centre of a box lies along the Hilbert curve through 2^16 by 2^16 cells.
fn place_on_curve(whole: &Bounds, bounds: &Bounds) -> u64 {
    const LAST: u32 = (1 << 16) - 1;
    let cell = |axis: usize| {
        let (low, high) = (whole.min()[axis], whole.max()[axis]);
        let part = (bounds.centre()[axis] - low) / (high - low);
        // What is no number, in a map without width, is 0.
        (part * f64::from(LAST)) as u32
    };
    let (mut x, mut y) = (cell(0).min(LAST), cell(1).min(LAST));
    let mut place = 0;
    for bit in (0..16).rev() {
        let side = 1 << bit;
        let (right, upper) = (u32::from(x & side > 0), u32::from(y & side > 0));
        place += u64::from(side) * u64::from(side) * u64::from((3 * right) ^ upper);
        if upper == 0 {
            if right == 1 {
                (x, y) = (LAST - x, LAST - y);
            }
            (x, y) = (y, x);
        }
    }
    place
}

#[cfg(test)]
mod tests {
    use super::BoundsIndex;
    use crate::Bounds;
    use proptest::prelude::*;

    fn bounds((x, y, width, height): (i8, i8, u8, u8)) -> Bounds {
        let (x, y) = (f64::from(x), f64::from(y));
        Bounds::new([x, y], [x + f64::from(width), y + f64::from(height)]).unwrap()
    }

    #[test]
    fn a_map_without_areas_or_without_width_gives_an_answer() {
        assert!(BoundsIndex::new(&[None, None]).meeting(&bounds((0, 0, 9, 9))).is_empty());
        let one = BoundsIndex::new(&[None, Some(bounds((3, 3, 0, 0))), Some(bounds((3, 3, 0, 0)))]);
        assert_eq!(one.meeting(&bounds((0, 0, 9, 9))), [1, 2]);
        assert!(one.meeting(&bounds((4, 4, 9, 9))).is_empty());
    }

    proptest! {
        #[test]
        fn exactly_the_areas_that_meet_are_found_in_their_order(
            boxes in proptest::collection::vec(
                proptest::option::of((any::<i8>(), any::<i8>(), 0_u8..60, 0_u8..60)), 0..400),
            asked in (any::<i8>(), any::<i8>(), 0_u8..90, 0_u8..90),
        ) {
            let boxes: Vec<Option<Bounds>> = boxes.into_iter().map(|one| one.map(bounds)).collect();
            let asked = bounds(asked);
            let all = boxes.iter().enumerate();
            let expected: Vec<u32> = all
                .filter(|(_, one)| one.is_some_and(|one| one.meets(&asked)))
                .map(|(area, _)| area as u32)
                .collect();
            prop_assert_eq!(BoundsIndex::new(&boxes).meeting(&asked), expected);
        }
    }
}
