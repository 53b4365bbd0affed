// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Whole persons over areas, in proportion.
//!
//! In: a whole number and weights. Out: whole numbers that add up to it. **Invariant:** each is its exact part, rounded
//! down or up. So more persons to share out never give an area less, but for one person at most: that is the price of
//! staying within one person of the exact part (Balinski and Young, *Fair representation*, 1982, appendix A).

use std::cmp::Reverse;

/// Shares a number out by largest remainder; of equal remainders the larger weight goes first, then the earlier place.
///
/// * Returns `[weights]`, with the sum `total`; all 0 when the weights are.
pub(super) fn share_out(total: u64, weights: &[u128]) -> Vec<u64> {
    let whole: u128 = weights.iter().sum();
    if whole == 0 {
        return vec![0; weights.len()];
    }
    let exact = |weight: &u128| u128::from(total) * weight;
    let mut parts: Vec<u64> =
        weights.iter().map(|weight| u64::try_from(exact(weight) / whole).unwrap_or(u64::MAX)).collect();
    let given: u64 = parts.iter().sum();
    let left = usize::try_from(total - given).unwrap_or(usize::MAX);
    let mut order: Vec<usize> = (0..weights.len()).collect();
    order.sort_by_cached_key(|at| Reverse((exact(&weights[*at]) % whole, weights[*at])));
    order.into_iter().take(left).for_each(|at| parts[at] += 1);
    parts
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::share_out;

    #[test]
    fn the_largest_remainders_get_the_last_persons() {
        // 10 over 5, 3, 1: 5.56, 3.33, 1.11.
        assert_eq!(share_out(10, &[5, 3, 1]), [6, 3, 1]);
        // Equal remainders: the first place.
        assert_eq!(share_out(1, &[2, 2]), [1, 0]);
        assert_eq!(share_out(5, &[0, 0]), [0, 0]);
    }

    #[test]
    fn one_person_more_may_take_one_from_an_area_and_never_two() {
        // The Alabama paradox: of weights 6, 6, 2 with 10 the last gets 2 (1.43), with 11 it gets 1 (1.57).
        assert_eq!(share_out(10, &[6, 6, 2]), [4, 4, 2]);
        assert_eq!(share_out(11, &[6, 6, 2]), [5, 5, 1]);
    }

    proptest! {
        #[test]
        fn it_adds_up_and_stays_within_one(total in 0..5000_u64, weights in prop::collection::vec(0..400_u128, 1..30)) {
            let whole: u128 = weights.iter().sum();
            prop_assume!(whole > 0);
            let parts = share_out(total, &weights);
            prop_assert_eq!(parts.iter().sum::<u64>(), total);
            for (part, weight) in parts.iter().zip(&weights) {
                let exact = u128::from(total) * weight;
                prop_assert!(u128::from(*part) >= exact / whole && u128::from(*part) <= exact.div_ceil(whole));
            }
        }
    }
}
