// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! How far two readers agree on which stretches of a text they mark: Krippendorff's alpha for unitising.
//!
//! In: the stretch that was read, and per kind the stretches that each of two readers marked in it. Invariant: whole
//! numbers until the last division. *Not useful for*: three readers or more; for these the coefficient does not behave
//! as expected, as its maker found (Krippendorff, Mathet, Bouvry and Widlöcher, *Quality & Quantity* 50, 2016).

use std::ops::Range;

/// Why there is no such alpha.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoUnitising {
    /// Marked stretches are empty, out of order, overlap within one reader and kind, or lie outside what was read.
    Stretches,
    /// What was read is empty or longer than [`LONGEST_READ`].
    Length,
    /// Nobody marked anything.
    NothingMarked,
    /// All is marked in stretches so short that chance gives no disagreement to hold against.
    NoVariation,
}

/// The longest text, in words or bytes: no sum of squares runs over.
pub const LONGEST_READ: u64 = 10_000_000;

/// Agreement on stretches.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Unitising {
    /// 1 where all stretches are the same, 0 where it is as by chance.
    pub value: f64,
    /// Disagreement that was seen.
    pub observed: f64,
    /// Disagreement by chance.
    pub expected: f64,
    /// Stretches of both readers.
    pub n_stretches: usize,
}

/// Alpha for unitising of one kind, or of several together.
///
/// * `read`: what was read, in any unit of length: words, bytes.
/// * `kinds`: for each kind the stretches of one reader and those of the other, in order.
///
/// # Errors
/// [`NoUnitising`].
/// # Source
/// Krippendorff, *Content analysis*, second edition (2004), section 11.6; before that *Sociological Methodology* 25
/// (1995).
/// # Examples
/// ```
/// # use kapstok_read::review::unitising;
/// let one = vec![10..20, 40..50];
/// assert_eq!(unitising(0..100, &[[one.clone(), one]]).map(|it| it.value), Ok(1.0));
/// ```
pub fn unitising(read: Range<u64>, kinds: &[[Vec<Range<u64>>; 2]]) -> Result<Unitising, NoUnitising> {
    let length = read.end.checked_sub(read.start).filter(|length| (1..=LONGEST_READ).contains(length));
    let length = length.ok_or(NoUnitising::Length)? as f64;
    let (mut observed, mut expected, mut n_stretches) = (0.0, 0.0, 0);
    for kind in kinds {
        let [one, other] = [parts(&read, &kind[0])?, parts(&read, &kind[1])?];
        let apart: u128 = pairs(&one, &other).map(|(left, right)| squared(left, right)).sum();
        // Each pair of stretches counts from both sides: 2 / (m (m - 1)) with m = 2.
        observed += apart as f64 / (length * length);
        expected += chance(&one, &other, length);
        n_stretches += kind[0].len() + kind[1].len();
    }
    match n_stretches {
        0 => Err(NoUnitising::NothingMarked),
        _ if expected == 0.0 => Err(NoUnitising::NoVariation),
        _ => Ok(Unitising { value: 1.0 - observed / expected, observed, expected, n_stretches }),
    }
}

/// A stretch that is marked, or the gap between two.
#[derive(Clone, Debug)]
struct Part {
    range: Range<u64>,
    is_marked: bool,
}

impl Part {
    fn len(&self) -> u128 {
        u128::from(self.range.end - self.range.start)
    }
}

/// What was read as stretches and gaps; none is empty.
fn parts(read: &Range<u64>, marked: &[Range<u64>]) -> Result<Vec<Part>, NoUnitising> {
    let (mut parts, mut at) = (Vec::new(), read.start);
    for range in marked {
        if range.start < at || range.end <= range.start || range.end > read.end {
            return Err(NoUnitising::Stretches);
        }
        if at < range.start {
            parts.push(Part { range: at..range.start, is_marked: false });
        }
        parts.push(Part { range: range.clone(), is_marked: true });
        at = range.end;
    }
    if at < read.end {
        parts.push(Part { range: at..read.end, is_marked: false });
    }
    Ok(parts)
}

/// Parts that lie over each other.
fn pairs<'a>(one: &'a [Part], other: &'a [Part]) -> impl Iterator<Item = (&'a Part, &'a Part)> {
    let (mut left, mut right) = (0, 0);
    std::iter::from_fn(move || {
        let pair = (one.get(left)?, other.get(right)?);
        let (ends_left, ends_right) = (pair.0.range.end, pair.1.range.end);
        left += usize::from(ends_left <= ends_right);
        right += usize::from(ends_right <= ends_left);
        Some(pair)
    })
}

/// How far two parts are apart: the squares of what sticks out; the square of a stretch that lies in a gap.
fn squared(one: &Part, other: &Part) -> u128 {
    let lies_in =
        |inner: &Part, outer: &Part| outer.range.start <= inner.range.start && inner.range.end <= outer.range.end;
    let square = |from: u64, to: u64| u128::from(from.abs_diff(to)).pow(2);
    match (one.is_marked, other.is_marked) {
        (true, true) => square(one.range.start, other.range.start) + square(one.range.end, other.range.end),
        (true, false) if lies_in(one, other) => one.len().pow(2),
        (false, true) if lies_in(other, one) => other.len().pow(2),
        (true | false, false) | (false, true) => 0,
    }
}

/// Disagreement if each reader's stretches and gaps could lie anywhere.
fn chance(one: &[Part], other: &[Part], length: f64) -> f64 {
    let all = || one.iter().chain(other);
    let n = all().filter(|part| part.is_marked).count() as u128;
    let (mut sum, mut taken) = (0_u128, 0_u128);
    for l in all().filter(|part| part.is_marked).map(Part::len) {
        let gaps = all().filter(|gap| !gap.is_marked && gap.len() >= l);
        let places: u128 = gaps.map(|gap| gap.len() - l + 1).sum();
        // (2 l^3 - 3 l^2 + l) / 3, twice the sum of the squares below l.
        sum += (n - 1) * (l * (l - 1) * (2 * l - 1) / 3) + l * l * places;
        taken += l * (l - 1);
    }
    let whole = 2.0 * length;
    2.0 / length * sum as f64 / (whole * (whole - 1.0) - taken as f64)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(starts_and_lengths: &[(u64, u64)]) -> Vec<Range<u64>> {
        starts_and_lengths.iter().map(|(start, length)| *start..start + length).collect()
    }

    /// The example in Krippendorff (2004), p. 254: a text from 150 to 450, two readers, kinds c and k. Printed:
    /// observed 0.0144 and 0, expected 0.0532 and 0.0490, alpha 0.7286 and 1; together `1 - 0.0144 / 0.1022 = 0.8591`
    /// out of the rounded figures.
    ///
    /// By hand: `5^2 + 5^2 + 15^2 + 25^2 + 20^2 = 1300`, `/ 300^2 = 0.01444`. By chance for c, with 5 stretches:
    /// `958,860 + 231,340 + 1,339,840 + 2 * 118,560 = 2,767,160`, `* 2 / 300 / (600 * 599 - 12,780) = 0.05322`.
    #[test]
    fn the_published_example_comes_out() {
        let c = [of(&[(225, 70), (370, 30)]), of(&[(220, 80), (355, 20), (400, 20)])];
        let k = [of(&[(180, 60), (300, 50)]), of(&[(180, 60), (300, 50)])];
        let rounded = |it: Unitising| [it.observed, it.expected, it.value].map(|it| format!("{it:.4}"));
        assert_eq!(rounded(unitising(150..450, std::slice::from_ref(&c)).unwrap()), ["0.0144", "0.0532", "0.7286"]);
        assert_eq!(rounded(unitising(150..450, std::slice::from_ref(&k)).unwrap()), ["0.0000", "0.0490", "1.0000"]);
        let both = unitising(150..450, &[c, k]).unwrap();
        assert!((both.value - 0.8591).abs() < 0.0005 && both.n_stretches == 9, "{both:?}");
    }

    #[test]
    fn a_stretch_moved_by_one_word_costs_little_and_one_that_is_missing_more() {
        let alpha = |other: &[(u64, u64)]| unitising(0..100, &[[of(&[(10, 10), (40, 10)]), of(other)]]).unwrap().value;
        let (moved, shorter, missing) = (alpha(&[(11, 10), (40, 10)]), alpha(&[(10, 5), (40, 10)]), alpha(&[(40, 10)]));
        assert!(1.0 > moved && moved > shorter && shorter > missing, "{moved} {shorter} {missing}");
    }

    #[test]
    fn what_is_no_stretch_of_the_text_is_refused() {
        let stretches = |one: &[(u64, u64)]| unitising(10..20, &[[of(one), Vec::new()]]).map(|it| it.n_stretches);
        for (one, expected) in [
            (&[(10, 10)][..], Ok(1)),
            (&[], Err(NoUnitising::NothingMarked)),
            (&[(9, 2)], Err(NoUnitising::Stretches)),
            (&[(19, 2)], Err(NoUnitising::Stretches)),
            (&[(12, 0)], Err(NoUnitising::Stretches)),
            (&[(12, 4), (14, 2)], Err(NoUnitising::Stretches)),
        ] {
            assert_eq!(stretches(one), expected, "{one:?}");
        }
        assert_eq!(unitising(5..5, &[]), Err(NoUnitising::Length));
    }
}
