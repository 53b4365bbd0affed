// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! In which tenth an area stands.
//!
//! In: persons and population. Out: 0 for the most burdened tenth, up to 9. **Invariant:** areas with the same share
//! stand in the same tenth, the higher one; compared as fractions, so no rounding decides.

use std::cmp::Ordering;

/// The tenth of each area, `[n_areas]`; `None` for an area without people.
///
/// * `areas`: persons, and of how many.
pub fn deciles(areas: &[(u64, u64)]) -> Vec<Option<usize>> {
    let mut order: Vec<usize> = (0..areas.len()).filter(|at| areas[*at].1 > 0).collect();
    let compare = |one: usize, other: usize| -> Ordering {
        let product = |one: usize, other: usize| u128::from(areas[one].0) * u128::from(areas[other].1);
        product(other, one).cmp(&product(one, other))
    };
    order.sort_by(|one, other| compare(*one, *other));
    let (mut tenth, mut of) = (0, vec![None; areas.len()]);
    for (place, at) in order.iter().enumerate() {
        if place == 0 || compare(order[place - 1], *at) != Ordering::Equal {
            tenth = place * 10 / order.len();
        }
        of[*at] = Some(tenth);
    }
    of
}

#[cfg(test)]
mod tests {
    use super::deciles;

    #[test]
    fn the_most_burdened_tenth_is_the_first_and_equal_areas_stand_together() {
        let mut areas: Vec<(u64, u64)> = (0..20).map(|at| (at, 100)).collect();
        // The same share as the most burdened, of other numbers; and nobody.
        areas.extend([(38, 200), (0, 0)]);
        let found = deciles(&areas);
        assert_eq!((found[19], found[20], found[18], found[0], found[21]), (Some(0), Some(0), Some(0), Some(9), None));
        assert_eq!(found[17], Some(1));
    }
}
