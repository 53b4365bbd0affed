// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Exact decimal numbers.
//!
//! In: digits and how many of them are decimals. Out: [`Decimal`]. **Invariant:** no decimal at the end is nought, so
//! that equal numbers are equal: `7,50` and `7,5`. Not here: marks of thousands.

use std::fmt;

/// A number as it was written, without rounding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Decimal {
    digits: i64,
    decimals: u8,
}

/// More decimals than any text has.
const MOST_DECIMALS: u8 = 12;

impl Decimal {
    /// `digits` of which the last `decimals` are decimals.
    pub fn new(digits: i64, decimals: u8) -> Self {
        let mut short = Self { digits, decimals };
        while short.decimals > 0 && short.digits % 10 == 0 {
            short.digits /= 10;
            short.decimals -= 1;
        }
        short
    }

    /// A whole number.
    pub fn whole(digits: i64) -> Self {
        Self::new(digits, 0)
    }

    /// Reads a number with a point before its decimals and no other mark, as recipes write it.
    pub fn parse(text: &str) -> Option<Self> {
        let (whole, decimals) = text.split_once('.').unwrap_or((text, ""));
        let digits = whole.strip_prefix('-').unwrap_or(whole);
        let plain = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        let shaped = !digits.is_empty() && plain(digits) && plain(decimals) && !text.ends_with('.');
        if !shaped || decimals.len() > usize::from(MOST_DECIMALS) {
            return None;
        }
        Some(Self::new(format!("{whole}{decimals}").parse().ok()?, decimals.len() as u8))
    }

    /// All its digits as one whole number, with its sign.
    pub fn digits(self) -> i64 {
        self.digits
    }

    /// How many of them are decimals.
    pub fn decimals(self) -> u8 {
        self.decimals
    }

    /// Ten to the `power` times it, counted in steps of one hundredth; `None` where that is no whole number of them.
    pub fn hundredths(self, power: u8) -> Option<i128> {
        let up = u32::from(power) + 2;
        let down = u32::from(self.decimals);
        let digits = i128::from(self.digits);
        if up >= down {
            return digits.checked_mul(10_i128.checked_pow(up - down)?);
        }
        let step = 10_i128.checked_pow(down - up)?;
        (digits % step == 0).then_some(digits / step)
    }

    /// It as a whole number, where it is one.
    pub fn as_whole(self) -> Option<i64> {
        (self.decimals == 0).then_some(self.digits)
    }

    /// The sum, where it can be written.
    pub fn plus(self, other: Self) -> Option<Self> {
        let decimals = self.decimals.max(other.decimals);
        let digits = |number: Self| number.digits.checked_mul(10_i64.checked_pow((decimals - number.decimals).into())?);
        Some(Self::new(digits(self)?.checked_add(digits(other)?)?, decimals))
    }

    /// The nearest number that a computer has. It goes through the digits: what is written is what is read.
    pub fn as_f64(self) -> f64 {
        self.to_string().parse().unwrap_or(f64::NAN)
    }

    /// The same number on the other side of nought.
    pub fn negated(self) -> Self {
        Self { digits: -self.digits, decimals: self.decimals }
    }

    /// Whether it is less than another.
    pub fn is_below(self, other: Self) -> bool {
        let decimals = u32::from(self.decimals.max(other.decimals));
        let level = |number: Self| i128::from(number.digits) * 10_i128.pow(decimals - u32::from(number.decimals));
        level(self) < level(other)
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, form: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.digits < 0 { "-" } else { "" };
        let digits = format!("{:0width$}", self.digits.unsigned_abs(), width = usize::from(self.decimals) + 1);
        let (whole, decimals) = digits.split_at(digits.len() - usize::from(self.decimals));
        let point = if decimals.is_empty() { "" } else { "." };
        write!(form, "{sign}{whole}{point}{decimals}")
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn numbers_are_kept_exactly() {
        let cases = [("7.50", "7.5"), ("-0.25", "-0.25"), ("100", "100"), ("0.0", "0"), ("66.7", "66.7")];
        for (text, expected) in cases {
            assert_eq!(Decimal::parse(text).map(|number| number.to_string()).as_deref(), Some(expected), "{text}");
        }
        for text in ["", "-", "1.", ".5", "1,5", "x", "99999999999999999999"] {
            assert_eq!(Decimal::parse(text), None, "{text}");
        }
    }

    #[test]
    fn hundredths_are_whole_or_none() {
        // 7.5 milliard is 750,000,000,000 cents; a tenth of a cent is none.
        assert_eq!(Decimal::new(75, 1).hundredths(9), Some(750_000_000_000));
        assert_eq!(Decimal::new(125, 2).hundredths(0), Some(125));
        assert_eq!(Decimal::new(1, 3).hundredths(0), None);
    }

    proptest! {
        #[test]
        fn what_is_written_reads_back(digits in -1_000_000_000_i64..1_000_000_000, decimals in 0_u8..6) {
            let number = Decimal::new(digits, decimals);
            prop_assert_eq!(Decimal::parse(&number.to_string()), Some(number));
            prop_assert_eq!(number.plus(number.negated()), Some(Decimal::whole(0)));
        }
    }
}
