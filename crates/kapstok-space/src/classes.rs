// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Where to cut figures into classes for a map.
//!
//! In: figures and how many classes. Out: classes with the least sum of squares around their means, exactly
//! (Fisher-Jenks). Invariant: equal figures are in one class; no class is empty; where there are fewer different
//! figures than classes asked for, each has a class of its own. The order of the figures does not matter.
//! Not here: missing figures, which are in no class; colours.
//!
//! The best cut for the last of `k` classes never moves down when a figure is added above, so the cuts of the figures
//! in the middle bound those on both sides: `k n log n` steps and memory for `k n` cuts, where the plain way takes `k
//! n²`. Where a class cannot end in any best cut is found first, on blocks of figures (`reach.rs`), and not looked
//! at.

mod reach;

use std::ops::RangeInclusive;

/// Figures in classes.
#[derive(Clone, Debug, PartialEq)]
pub struct Classes {
    /// The classes, rising.
    pub classes: Vec<Class>,
    /// Sum of squared distances to the mean of all figures.
    pub squares: f64,
}

/// One class: all figures from `lowest` up to and with `highest`, which are both figures of the map.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Class {
    /// The lowest figure.
    pub lowest: f64,
    /// The highest figure.
    pub highest: f64,
    /// How many figures there are.
    pub n: usize,
    /// Sum of squared distances to the mean of the class.
    pub squares: f64,
}

impl Classes {
    /// The classes of Fisher and Jenks. Of two ways to cut that are equally good, the one with the lower cuts, the
    /// highest cut first. Figures that are not finite are left out; no figures or no classes give none.
    ///
    /// # Source
    /// Fisher, *On grouping for maximum homogeneity* (1958); Grønlund and others, *Fast exact k-means, k-medians and
    /// Bregman divergence clustering in 1D* (2017), section 2.2.
    /// # Examples
    /// ```
    /// use kapstok_space::Classes;
    ///
    /// let classes = Classes::fisher_jenks(&[1.0, 9.0, 2.0, 8.0, 1.5, 30.0], 3);
    /// let highest: Vec<f64> = classes.classes.iter().map(|class| class.highest).collect();
    /// assert_eq!(highest, [2.0, 9.0, 30.0]);
    /// assert_eq!(classes.class_of(8.5), Some(1));
    /// ```
    pub fn fisher_jenks(values: &[f64], n_classes: usize) -> Self {
        let sums = Sums::new(values);
        let n = sums.values.len();
        let n_classes = n_classes.min(n);
        if n_classes == 0 {
            return Self { classes: Vec::new(), squares: 0.0 };
        }
        let cuts = cuts(&sums, n_classes, &reach::ranges(&sums, n_classes));
        let mut classes = Vec::with_capacity(n_classes);
        let mut last = n - 1;
        for first in cuts.into_iter().rev() {
            classes.push(sums.class(first, last));
            last = first - 1;
        }
        classes.push(sums.class(0, last));
        classes.reverse();
        Self { classes, squares: sums.squares(0, n - 1) }
    }

    /// In which class a figure falls, from 0: the first that does not end below it; `None` above the last or for no
    /// number.
    pub fn class_of(&self, value: f64) -> Option<usize> {
        self.classes.iter().position(|class| value <= class.highest)
    }

    /// Which part of the differences between all figures lies between classes: 1 where every class holds one figure.
    /// `None` where all figures are the same.
    pub fn goodness_of_fit(&self) -> Option<f64> {
        let within: f64 = self.classes.iter().map(|class| class.squares).sum();
        (self.squares > 0.0).then(|| 1.0 - within / self.squares)
    }
}

/// Where each class but the first begins, in the best cut of which the classes but the last end within ranges.
fn cuts(sums: &Sums, n_classes: usize, ends: &[RangeInclusive<usize>]) -> Vec<usize> {
    let n = sums.values.len();
    // Of the figures up to each: the least sum of squares in so many classes, one to begin with.
    let mut least = vec![0.0; n];
    for last in ends.first().into_iter().flat_map(Clone::clone) {
        least[last] = sums.squares(0, last);
    }
    let mut layers: Vec<Vec<u32>> = Vec::with_capacity(n_classes);
    for (class, before) in (1..n_classes).zip(ends) {
        let mut layer = Layer::new(&least, &sums.before);
        let (low, high) = (before.start() + 1, before.end() + 1);
        // Of the last class only the cut below all figures matters.
        let (first, last) = ends.get(class).map_or((n - 1, n - 1), |ends| (*ends.start(), *ends.end()));
        layer.solve(first, last, low, high);
        layers.push(layer.cuts);
        least = layer.least;
    }
    let mut cuts = Vec::with_capacity(n_classes);
    let mut last = n - 1;
    for layer in layers.iter().rev() {
        cuts.push(layer[last] as usize);
        last = layer[last] as usize - 1;
    }
    cuts.reverse();
    cuts
}

/// Different figures, rising, with the sums up to each. Figures are counted from one in the middle, so that the
/// squares of large numbers do not swallow small differences.
struct Sums {
    values: Vec<f64>,
    /// How many, their sum, and the sum of their squares, of all figures before a place.
    before: Vec<[f64; 3]>,
}

impl Sums {
    fn new(values: &[f64]) -> Self {
        let mut rising: Vec<f64> =
            values.iter().copied().filter(|value| value.is_finite()).map(|value| value + 0.0).collect();
        rising.sort_unstable_by(f64::total_cmp);
        let middle = rising.get(rising.len() / 2).copied().unwrap_or(0.0);
        let (mut different, mut before) = (Vec::new(), vec![[0.0; 3]]);
        let (mut sums, mut lost) = ([0.0; 3], [0.0; 3]);
        for run in rising.chunk_by(|one, other| one == other) {
            let (n, value) = (run.len() as f64, run[0] - middle);
            // What each addition loses is added at the end (Neumaier 1974).
            for (at, term) in [n, n * value, n * value * value].into_iter().enumerate() {
                let sum: f64 = sums[at] + term;
                lost[at] +=
                    if sums[at].abs() >= f64::abs(term) { (sums[at] - sum) + term } else { (term - sum) + sums[at] };
                sums[at] = sum;
            }
            different.push(run[0]);
            before.push([sums[0] + lost[0], sums[1] + lost[1], sums[2] + lost[2]]);
        }
        Self { values: different, before }
    }

    /// Sum of squared distances to their mean of the figures from one place up to and with another.
    #[inline]
    fn squares(&self, first: usize, last: usize) -> f64 {
        squares(&self.before, first, last)
    }

    fn class(&self, first: usize, last: usize) -> Class {
        let n = self.before[last + 1][0] - self.before[first][0];
        Class {
            lowest: self.values[first],
            highest: self.values[last],
            n: n as usize,
            squares: if first == last { 0.0 } else { self.squares(first, last) },
        }
    }
}

/// The same of sums before each place.
#[inline]
fn squares(before: &[[f64; 3]], first: usize, last: usize) -> f64 {
    let (low, high) = (&before[first], &before[last + 1]);
    let sum = high[1] - low[1];
    (high[2] - low[2] - sum * sum / (high[0] - low[0])).max(0.0)
}

/// One class more on top of those of `before`.
struct Layer<'a> {
    before: &'a [f64],
    sums: &'a [[f64; 3]],
    least: Vec<f64>,
    /// Where the last class begins, for the figures up to each.
    cuts: Vec<u32>,
}

impl<'a> Layer<'a> {
    fn new(before: &'a [f64], sums: &'a [[f64; 3]]) -> Self {
        Self { before, sums, least: vec![0.0; before.len()], cuts: vec![0; before.len()] }
    }

    /// The best beginnings of the last class for all ends from `first` to `last`, which lie from `low` to `high`.
    fn solve(&mut self, first: usize, last: usize, low: usize, high: usize) {
        let mut open = vec![(first, last, low, high)];
        while let Some((first, last, low, high)) = open.pop() {
            let middle = first + (last - first) / 2;
            let cut = self.best(middle, low, high);
            if middle > first {
                open.push((first, middle - 1, low, cut));
            }
            if middle < last {
                open.push((middle + 1, last, cut, high));
            }
        }
    }

    /// The best beginning of the last class of the figures up to `last`, the lowest of equally good ones.
    fn best(&mut self, last: usize, low: usize, high: usize) -> usize {
        let end = self.sums[last + 1];
        let high = high.min(last);
        let (mut least, mut cut) = (f64::INFINITY, low);
        let starts = self.sums[low..=high].iter().zip(&self.before[low - 1..high]);
        for (start, (from, before)) in (low..).zip(starts) {
            let sum = end[1] - from[1];
            let squares = before + (end[2] - from[2] - sum * sum / (end[0] - from[0])).max(0.0);
            if squares < least {
                (least, cut) = (squares, start);
            }
        }
        self.least[last] = least;
        self.cuts[last] = cut as u32;
        cut
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn highest(values: &[f64], n_classes: usize) -> Vec<f64> {
        Classes::fisher_jenks(values, n_classes).classes.iter().map(|class| class.highest).collect()
    }

    /// The least sum of squares over all ways to cut, each class summed anew.
    fn brute(values: &[f64], n_classes: usize) -> f64 {
        let of = |part: &[f64]| {
            let mean = part.iter().sum::<f64>() / part.len() as f64;
            part.iter().map(|value| (value - mean) * (value - mean)).sum::<f64>()
        };
        match n_classes {
            1 => of(values),
            _ => (n_classes - 1..values.len())
                .map(|cut| brute(&values[..cut], n_classes - 1) + of(&values[cut..]))
                .fold(f64::INFINITY, f64::min),
        }
    }

    #[test]
    fn few_figures_few_classes_and_large_numbers() {
        assert!(highest(&[], 3).is_empty());
        assert!(highest(&[1.0, 2.0], 0).is_empty());
        assert_eq!(highest(&[2.0, 1.0, 2.0, f64::NAN], 5), [1.0, 2.0]);
        assert_eq!(highest(&[0.0, -0.0], 2), [0.0]);
        assert_eq!(highest(&[1e9, 1e9 + 1.0, 1e9 + 10.0, 1e9 + 11.0], 2), [1e9 + 1.0, 1e9 + 11.0]);
        let classes = Classes::fisher_jenks(&[5.0; 4], 3);
        assert_eq!((classes.classes.len(), classes.classes[0].n, classes.goodness_of_fit()), (1, 4, None));
        // 1 2 3: both cuts are as good; the lower one.
        assert_eq!(highest(&[1.0, 2.0, 3.0], 2), [1.0, 3.0]);
        let classes = Classes::fisher_jenks(&[1.0, 2.0, 8.0, 9.0], 2);
        assert_eq!([2.0, 3.0, 9.0, 9.5].map(|value| classes.class_of(value)), [Some(0), Some(1), Some(1), None]);
        assert!((classes.goodness_of_fit().unwrap() - 0.98).abs() < 1e-12);
    }

    #[test]
    fn what_is_left_out_unseen_could_not_have_been_the_best() {
        let mut draws = kapstok_random::Draws::new(31, 0, 0);
        let spread: Vec<f64> = (0..20_000).map(|_| draws.normal() * 30.0 + 1e6).collect();
        let even: Vec<f64> = (0..5_000).map(f64::from).collect();
        let lumps: Vec<f64> = (0..20_000).map(|_| f64::from(draws.below(3_000)) + 0.1).collect();
        let steep: Vec<f64> = (0..9_000).map(|_| libm::exp(9.0 * draws.normal())).collect();
        let groups: Vec<f64> = (0..9_000).map(|at| f64::from(at % 3) * 100.0 + draws.normal()).collect();
        for (name, values) in
            [("spread", spread), ("even", even), ("lumps", lumps), ("steep", steep), ("groups", groups)]
        {
            let sums = Sums::new(&values);
            let n = sums.values.len();
            for n_classes in 2..10 {
                let everything: Vec<_> = (1..n_classes).map(|class| class - 1..=n - 1 - (n_classes - class)).collect();
                let ranges = reach::ranges(&sums, n_classes);
                assert_eq!(cuts(&sums, n_classes, &ranges), cuts(&sums, n_classes, &everything), "{name} {n_classes}");
                let kept: usize = ranges.iter().map(|range| range.clone().count()).sum();
                println!("{name}, {n_classes} classes: {kept} of {} ends were looked at", n * (n_classes - 1));
            }
        }
    }

    proptest! {
        #[test]
        fn no_way_to_cut_is_better(values in proptest::collection::vec(-40_i32..40, 1..14), n_classes in 1_usize..6) {
            let mut values: Vec<f64> = values.into_iter().map(|value| f64::from(value) * 0.3).collect();
            let classes = Classes::fisher_jenks(&values, n_classes);
            let mut order = values.clone();
            order.reverse();
            prop_assert_eq!(&Classes::fisher_jenks(&order, n_classes), &classes);
            values.sort_by(f64::total_cmp);
            let n = classes.classes.len();
            let found: f64 = classes.classes.iter().map(|class| class.squares).sum();
            // Equal figures may not be parted, which never makes it worse where there are enough different ones.
            prop_assert!((found - brute(&values, n)).abs() < 1e-9);
            prop_assert_eq!(classes.classes.iter().map(|class| class.n).sum::<usize>(), values.len());
            prop_assert!(classes.classes.windows(2).all(|pair| pair[0].highest < pair[1].lowest));
        }
    }
}
