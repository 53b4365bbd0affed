// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Between which two numbers something lies, and how surely.
//!
//! In: two ends and a level of confidence. Out: [`Interval`]. Invariant: the lower end is not above the upper one.

/// From `lower` to `upper`, both included, at a level of confidence.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    /// The lower end.
    pub lower: f64,
    /// The upper end.
    pub upper: f64,
    /// The level of confidence, above 0 and below 1: 0.95 for most.
    pub level: f64,
}

impl Interval {
    /// An interval from its two ends, in either order.
    pub fn new(one: f64, other: f64, level: f64) -> Self {
        Self { lower: one.min(other), upper: one.max(other), level }
    }

    /// Whether a number lies in it.
    pub fn covers(&self, value: f64) -> bool {
        self.lower <= value && value <= self.upper
    }
}

#[cfg(test)]
mod tests {
    use super::Interval;

    #[test]
    fn the_ends_belong_to_it_in_whatever_order_they_were_given() {
        let interval = Interval::new(3.0, 1.0, 0.95);
        assert_eq!((interval.lower, interval.upper), (1.0, 3.0));
        assert!(interval.covers(1.0) && interval.covers(3.0));
        assert!(!interval.covers(0.999) && !interval.covers(3.001));
    }
}
