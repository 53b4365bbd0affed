// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Spans of one text, and which of them touch another span: each question is a search, never a walk over all of them.
//!
//! In: spans of tokens, none of them empty. Out: the ones that overlap, or how near the nearest is. A sentence of a
//! hostile document has as many spans as it has words, so that a walk for each of them would be the square of it.
//! Not here: what the spans mean.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::work::turn;

/// Spans in the order in which they were added.
#[derive(Clone, Debug, Default)]
pub(crate) struct Overlaps {
    /// By first token and number: the end.
    by_start: BTreeMap<(usize, usize), usize>,
    longest: usize,
}

impl Overlaps {
    pub(crate) fn of(spans: impl IntoIterator<Item = Range<usize>>) -> Self {
        let mut found = Self::default();
        spans.into_iter().for_each(|span| found.add(&span));
        found
    }

    pub(crate) fn add(&mut self, span: &Range<usize>) {
        self.longest = self.longest.max(span.len());
        self.by_start.insert((span.start, self.by_start.len()), span.end);
    }

    /// Numbers, from 0, of the spans that share a token with this one.
    pub(crate) fn over(&self, span: &Range<usize>) -> impl Iterator<Item = usize> {
        let from = span.start;
        let near = self.by_start.range((from.saturating_sub(self.longest), 0)..(span.end, 0));
        near.inspect(|_| turn()).filter(move |(_, end)| **end > from).map(|((_, number), _)| *number)
    }

    /// Whether any span shares a token with this one.
    pub(crate) fn touch(&self, span: &Range<usize>) -> bool {
        self.over(span).next().is_some()
    }

    /// The span that was added first of those that share a token with this one.
    pub(crate) fn first(&self, span: &Range<usize>) -> Option<usize> {
        self.over(span).min()
    }
}

/// Where spans begin and where they end, each in order: enough to tell how near the nearest is.
#[derive(Clone, Debug, Default)]
pub(crate) struct Spots {
    starts: Vec<usize>,
    ends: Vec<usize>,
}

impl Spots {
    pub(crate) fn of(spans: &[Range<usize>]) -> Self {
        let mut starts: Vec<usize> = spans.iter().map(|span| span.start).collect();
        let mut ends: Vec<usize> = spans.iter().map(|span| span.end).collect();
        starts.sort_unstable();
        ends.sort_unstable();
        Self { starts, ends }
    }

    /// Whether one shares a token with this span.
    pub(crate) fn touch(&self, span: &Range<usize>) -> bool {
        begun(&self.starts, span.end) > ended(&self.ends, span.start)
    }

    /// Whether one lies within this span. One that is wider than the span hides one that lies within it.
    pub(crate) fn within(&self, span: &Range<usize>) -> bool {
        span.start < span.end && ended(&self.ends, span.end) > begun(&self.starts, span.start)
    }

    /// The end of the nearest that has ended at `at`.
    pub(crate) fn before(&self, at: usize) -> Option<usize> {
        ended(&self.ends, at).checked_sub(1).map(|last| self.ends[last])
    }

    /// The start of the nearest that begins at `at` or behind it.
    pub(crate) fn behind(&self, at: usize) -> Option<usize> {
        self.starts.get(begun(&self.starts, at)).copied()
    }
}

/// How many begin before `at`.
fn begun(starts: &[usize], at: usize) -> usize {
    starts.partition_point(|start| *start < at)
}

/// How many have ended at `at`.
fn ended(ends: &[usize], at: usize) -> usize {
    ends.partition_point(|end| *end <= at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn overlap(one: &Range<usize>, other: &Range<usize>) -> bool {
        one.start < other.end && other.start < one.end
    }

    proptest! {
        #[test]
        fn what_a_search_finds_is_what_a_walk_finds(
            spans in proptest::collection::vec((0_usize..40, 1_usize..5), 0..30),
            asked in (0_usize..40, 1_usize..6),
        ) {
            let spans: Vec<Range<usize>> = spans.into_iter().map(|(start, n)| start..start + n).collect();
            let asked = asked.0..asked.0 + asked.1;
            let overlaps = Overlaps::of(spans.iter().cloned());
            let walked: Vec<usize> = (0..spans.len()).filter(|at| overlap(&spans[*at], &asked)).collect();
            let mut found: Vec<usize> = overlaps.over(&asked).collect();
            found.sort_unstable();
            prop_assert_eq!(overlaps.first(&asked), walked.first().copied());
            prop_assert_eq!(&found, &walked);
            let spots = Spots::of(&spans);
            prop_assert_eq!(spots.touch(&asked), !walked.is_empty());
            let before = spans.iter().map(|span| span.end).filter(|end| *end <= asked.start).max();
            prop_assert_eq!(spots.before(asked.start), before);
            let behind = spans.iter().map(|span| span.start).filter(|start| *start >= asked.end).min();
            prop_assert_eq!(spots.behind(asked.end), behind);
            let single: Vec<Range<usize>> = spans.iter().map(|span| span.start..span.start + 1).collect();
            let inside = single.iter().any(|span| asked.start <= span.start && span.end <= asked.end);
            prop_assert_eq!(Spots::of(&single).within(&asked), inside);
        }
    }
}
