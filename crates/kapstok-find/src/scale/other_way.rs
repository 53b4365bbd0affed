// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Areas below that go the other way than the area they lie in.
//!
//! Two questions, both against a figure that somebody reads. **Where it stands** ([`other_way`]): an area stands on
//! one side of the figure above it, and a part of that area on the other side of the same figure. **Where it goes**
//! ([`turned`]): between two periods an area became better, and a part of it worse; or the reverse.
//! Equal is neither better nor worse.
//!
//! In: figures in one order. Out: the positions of such parts, in that order. Not here: whether a difference may be
//! chance (`gap`).

/// Which way is worse.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Worse {
    /// A higher figure.
    Higher,
    /// A lower figure.
    Lower,
}

impl Worse {
    /// Whether a figure is worse than another; `None` where they are equal or not numbers.
    fn is_worse(self, figure: f64, than: f64) -> Option<bool> {
        match (self, figure.partial_cmp(&than)?) {
            (_, std::cmp::Ordering::Equal) => None,
            (Self::Higher, order) => Some(order.is_gt()),
            (Self::Lower, order) => Some(order.is_lt()),
        }
    }
}

/// A part that goes the other way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Contrary {
    /// Its position.
    pub index: usize,
    /// Whether the part is the worse of the two; else the area that it lies in is.
    pub part_is_worse: bool,
}

/// Parts that stand on the other side of `above` than the area they lie in.
///
/// * `wholes`: per part the figure of the area that it lies in.
/// * `above`: the figure of the still larger area with which both are compared.
pub fn other_way(parts: &[Option<f64>], wholes: &[Option<f64>], above: f64, worse: Worse) -> Vec<Contrary> {
    let of = |index: usize| {
        let part = worse.is_worse(parts[index]?, above)?;
        let whole = worse.is_worse(wholes.get(index).copied()??, above)?;
        (part != whole).then_some(Contrary { index, part_is_worse: part })
    };
    (0..parts.len()).filter_map(of).collect()
}

/// Parts that became worse while the whole became better, or the reverse.
///
/// * `whole`, `before`, `after`: figures of the earlier and of the later period.
pub fn turned(before: &[Option<f64>], after: &[Option<f64>], whole: (f64, f64), worse: Worse) -> Vec<Contrary> {
    let Some(whole_is_worse) = worse.is_worse(whole.1, whole.0) else { return Vec::new() };
    let of = |index: usize| {
        let part = worse.is_worse(after.get(index).copied()??, before[index]?)?;
        (part != whole_is_worse).then_some(Contrary { index, part_is_worse: part })
    };
    (0..before.len()).filter_map(of).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_goes_the_other_way_only_across_the_figure_above() {
        // The whole stands better (8) than what is above it (10): worse parts are 11 and 30, and not 9 or 10.
        let parts = [Some(9.0), Some(11.0), None, Some(10.0), Some(30.0)];
        let found = other_way(&parts, &[Some(8.0); 5], 10.0, Worse::Higher);
        assert_eq!(found.iter().map(|it| (it.index, it.part_is_worse)).collect::<Vec<_>>(), [(1, true), (4, true)]);
        // Where a lower figure is worse the same whole stands worse, and those parts better.
        let found = other_way(&parts, &[Some(8.0); 5], 10.0, Worse::Lower);
        assert_eq!(found.iter().map(|it| (it.index, it.part_is_worse)).collect::<Vec<_>>(), [(1, false), (4, false)]);
        assert_eq!(other_way(&parts, &[Some(10.0); 5], 10.0, Worse::Higher), []);
        assert_eq!(other_way(&parts, &[None; 5], 10.0, Worse::Higher), []);
    }

    #[test]
    fn a_gain_of_the_whole_is_a_loss_of_some_parts() {
        let (before, after) = ([Some(5.0), Some(5.0), Some(5.0), None], [Some(4.0), Some(6.0), Some(5.0), Some(9.0)]);
        let found = turned(&before, &after, (5.0, 4.5), Worse::Higher);
        assert_eq!(found, [Contrary { index: 1, part_is_worse: true }]);
        assert_eq!(turned(&before, &after, (5.0, 5.0), Worse::Higher), []);
        assert_eq!(turned(&before, &after, (5.0, 5.5), Worse::Higher), [Contrary { index: 0, part_is_worse: false }]);
    }
}
