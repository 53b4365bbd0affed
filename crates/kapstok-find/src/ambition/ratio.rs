// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Parts of a whole as two whole numbers, so that sums stay exact.
//!
//! In: two whole numbers, or a decimal number as text. Out: [`Ratio`]. **Invariant:** the lower one is never 0. Not
//! here: signs; a change has its direction beside it.

use std::cmp::Ordering;

/// `num / den`; equal when the fractions are.
#[derive(Clone, Copy, Debug)]
pub struct Ratio {
    num: u128,
    den: u128,
}

impl Ratio {
    /// The whole.
    pub const ONE: Self = Self { num: 1, den: 1 };

    /// `num / den`; `None` when `den` is 0.
    pub fn new(num: u128, den: u128) -> Option<Self> {
        let (mut one, mut other) = (num, den);
        while other != 0 {
            (one, other) = (other, one % other);
        }
        (den != 0).then(|| Self { num: num / one, den: den / one })
    }

    /// A percentage as it was written: `12.5`, with a point or a comma, at most nine digits behind it.
    ///
    /// # Examples
    /// ```
    /// # use kapstok_find::ambition::Ratio;
    /// assert_eq!(Ratio::of_percent("12,5"), Ratio::new(1, 8));
    /// assert_eq!(Ratio::of_percent("a half"), None);
    /// ```
    pub fn of_percent(text: &str) -> Option<Self> {
        let (whole, behind) = text.split_once(['.', ',']).unwrap_or((text, ""));
        let digits = |it: &str| it.bytes().all(|byte| byte.is_ascii_digit());
        if whole.is_empty() || whole.len() > 9 || behind.len() > 9 || !digits(whole) || !digits(behind) {
            return None;
        }
        let places = u32::try_from(behind.len()).ok()?;
        Self::new(format!("{whole}{behind}").parse().ok()?, 100 * 10_u128.pow(places))
    }

    /// The number above the line.
    pub fn num(self) -> u128 {
        self.num
    }

    /// The number below the line.
    pub fn den(self) -> u128 {
        self.den
    }

    /// This part of a whole number, rounded down.
    pub fn floor_of(self, whole: u64) -> u64 {
        u64::try_from(self.num * u128::from(whole) / self.den).unwrap_or(u64::MAX)
    }

    /// This part of a whole number, rounded up.
    pub fn ceil_of(self, whole: u64) -> u64 {
        u64::try_from((self.num * u128::from(whole)).div_ceil(self.den)).unwrap_or(u64::MAX)
    }

    /// For the screen.
    pub fn to_f64(self) -> f64 {
        self.num as f64 / self.den as f64
    }
}

impl Ord for Ratio {
    fn cmp(&self, other: &Self) -> Ordering {
        (self.num * other.den).cmp(&(other.num * self.den))
    }
}

impl PartialOrd for Ratio {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Ratio {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Ratio {}

#[cfg(test)]
mod tests {
    use super::Ratio;

    #[test]
    fn percentages_are_read_as_they_were_written_or_not_at_all() {
        let cases = [
            ("50", Ratio::new(1, 2)),
            ("0", Ratio::new(0, 1)),
            ("7.5", Ratio::new(3, 40)),
            ("-5", None),
            ("", None),
            ("1e3", None),
            ("5 %", None),
        ];
        for (text, expected) in cases {
            assert_eq!(Ratio::of_percent(text), expected, "{text:?}");
        }
        assert_eq!(Ratio::new(1, 0), None);
    }

    #[test]
    fn a_part_of_persons_is_rounded_as_it_is_said() {
        let half = Ratio::new(1, 2).unwrap();
        assert_eq!((half.floor_of(7), half.ceil_of(7), half.ceil_of(8)), (3, 4, 4));
    }
}
