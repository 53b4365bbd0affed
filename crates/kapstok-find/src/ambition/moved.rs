// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Where the burden goes when another rule is taken.
//!
//! In: what two rules ask of the same areas, or one rule and classes of areas (a municipality, a tenth, a domain in
//! which they stand among the worst). Out: persons. **Invariant:** the classes add up to all areas that have one.

/// What changes when one rule is taken for another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moved {
    /// Persons that areas are asked more.
    pub more: u64,
    /// Persons that areas are asked less.
    pub less: u64,
    /// Areas that are asked more.
    pub n_more: usize,
    /// Areas that are asked less.
    pub n_less: usize,
}

/// From one rule to another; both in one order of areas.
pub fn moved(from: &[u64], to: &[u64]) -> Moved {
    let mut moved = Moved { more: 0, less: 0, n_more: 0, n_less: 0 };
    for (from, to) in from.iter().zip(to) {
        moved.more += to.saturating_sub(*from);
        moved.less += from.saturating_sub(*to);
        moved.n_more += usize::from(to > from);
        moved.n_less += usize::from(to < from);
    }
    moved
}

/// What a class of areas is asked together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ClassSum {
    /// Its areas.
    pub n_areas: usize,
    /// Those that are asked anything.
    pub n_asked: usize,
    /// Persons that are asked.
    pub cut: u64,
}

/// What each class is asked, `[n_classes]`; an area of no class is in none.
pub fn by_class(cuts: &[u64], classes: &[Option<usize>], n_classes: usize) -> Vec<ClassSum> {
    let mut sums = vec![ClassSum::default(); n_classes];
    for (cut, class) in cuts.iter().zip(classes) {
        if let Some(sum) = class.and_then(|class| sums.get_mut(class)) {
            sum.n_areas += 1;
            sum.n_asked += usize::from(*cut > 0);
            sum.cut += cut;
        }
    }
    sums
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_one_area_is_asked_more_another_is_asked_less_or_the_sums_differ() {
        assert_eq!(moved(&[50, 30, 20], &[70, 30, 0]), Moved { more: 20, less: 20, n_more: 1, n_less: 1 });
        assert_eq!(moved(&[50, 30, 20], &[50, 10, 0]), Moved { more: 0, less: 40, n_more: 0, n_less: 2 });
    }

    #[test]
    fn classes_add_up_and_an_area_without_one_is_in_none() {
        let sums = by_class(&[50, 0, 20, 7], &[Some(1), Some(1), Some(0), None], 2);
        assert_eq!(sums[1], ClassSum { n_areas: 2, n_asked: 1, cut: 50 });
        assert_eq!(sums.iter().map(|it| it.cut).sum::<u64>(), 70);
    }
}
