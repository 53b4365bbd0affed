// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Text to number: decimal comma and point, blanks, groups of thousands, provisional marks.
//!
//! Out: a finite number, exact to the last digit that was printed, or why there is none. Text that may
//! mean two numbers (`1.234`) is ambiguous, never guessed; whether a column settles it is asked of all
//! its cells (`table/values.rs`). Not here: marks for missing figures.

/// The sign before the decimals.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Decimal {
    /// `1.5`; a comma can only group thousands.
    Point,
    /// `1,5`; a point can only group thousands.
    Comma,
    /// Each cell by its own form.
    #[default]
    Either,
}

/// A number as printed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ReadNumber {
    /// Finite.
    pub value: f64,
    /// Whether `*` or `**` stood behind it.
    pub provisional: bool,
}

/// Why a text is no number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NumberError {
    /// No number at all, `NaN` and `inf` among them.
    #[error("not a number")]
    NotANumber,
    /// Thousands or decimals: both readings are numbers.
    #[error("thousands or decimals")]
    Ambiguous,
    /// Too large for a number.
    #[error("too large")]
    TooLarge,
}

/// The longest text that is tried as a number.
const MAX_LENGTH: usize = 64;

/// Reads a number, times ten to the power `power_of_ten` (exact: `0.07` times 100 is 7).
///
/// # Errors
/// [`NumberError`]: no number, two readings under [`Decimal::Either`], or not finite.
///
/// # Examples
/// ```
/// use kapstok_source::{Decimal, read_number};
///
/// assert_eq!(read_number("  17,5*", Decimal::Either, 0)?.value, 17.5);
/// assert!(read_number("1.234", Decimal::Either, 0).is_err()); // one and a bit, or over a thousand?
/// # Ok::<(), kapstok_source::NumberError>(())
/// ```
pub fn read_number(text: &str, decimal: Decimal, power_of_ten: i32) -> Result<ReadNumber, NumberError> {
    let text = crate::raw::trim(text);
    let bare = text.trim_end_matches('*');
    let provisional = bare.len() < text.len();
    if text.len() - bare.len() > 2 {
        return Err(NumberError::NotANumber);
    }
    let value = read_bare(bare.trim_end(), decimal, power_of_ten)?;
    Ok(ReadNumber { value, provisional })
}

fn read_bare(text: &str, decimal: Decimal, power_of_ten: i32) -> Result<f64, NumberError> {
    if text.is_empty() || text.len() > MAX_LENGTH {
        return Err(NumberError::NotANumber);
    }
    if power_of_ten == 0 && is_plain(text, decimal) {
        return finite(text);
    }
    let (sign, unsigned) = match text.strip_prefix(['-', '\u{2212}']) {
        Some(rest) => ("-", rest),
        None => ("", text.strip_prefix('+').unwrap_or(text)),
    };
    let (mantissa, exponent) = split_exponent(unsigned)?;
    let (whole, decimals) = split_decimals(mantissa, decimal, exponent.is_some())?;
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(&whole) || !digits(decimals) || whole.len() + decimals.len() == 0 {
        return Err(NumberError::NotANumber);
    }
    let exponent = exponent.unwrap_or(0).saturating_add(power_of_ten);
    match exponent {
        0 => finite(&format!("{sign}{whole}.{decimals}")),
        exponent => finite(&format!("{sign}{whole}.{decimals}e{exponent}")),
    }
}

/// The common case: digits, and at most one point that can be nothing but a decimal sign.
fn is_plain(text: &str, decimal: Decimal) -> bool {
    let unsigned = text.strip_prefix('-').unwrap_or(text).as_bytes();
    let starts_with_digit = unsigned.first().is_some_and(u8::is_ascii_digit);
    let point = unsigned.iter().position(|byte| *byte == b'.');
    let digits = |part: &[u8]| part.iter().all(u8::is_ascii_digit);
    match (point, decimal) {
        (None, _) => starts_with_digit && digits(unsigned),
        (Some(at), Decimal::Point | Decimal::Either) => {
            let decimals = &unsigned[at + 1..];
            let is_clear = decimal == Decimal::Point || decimals.len() != 3;
            is_clear && starts_with_digit && !decimals.is_empty() && digits(&unsigned[..at]) && digits(decimals)
        }
        (Some(_), Decimal::Comma) => false,
    }
}

fn finite(text: &str) -> Result<f64, NumberError> {
    match text.parse::<f64>() {
        Ok(value) if value.is_finite() => Ok(value),
        Ok(_) => Err(NumberError::TooLarge),
        Err(_) => Err(NumberError::NotANumber),
    }
}

fn split_exponent(text: &str) -> Result<(&str, Option<i32>), NumberError> {
    let Some((mantissa, exponent)) = text.split_once(['e', 'E']) else { return Ok((text, None)) };
    let sign = exponent.strip_prefix(['-', '+']).unwrap_or(exponent);
    if sign.is_empty() || sign.len() > 4 || !sign.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(NumberError::NotANumber);
    }
    exponent.parse().map(|exponent| (mantissa, Some(exponent))).map_err(|_| NumberError::NotANumber)
}

/// The whole part without its groups, and the decimals.
fn split_decimals(
    text: &str,
    decimal: Decimal,
    has_exponent: bool,
) -> Result<(std::borrow::Cow<'_, str>, &str), NumberError> {
    let (points, commas) = (text.matches('.').count(), text.matches(',').count());
    let sign = match (decimal, points, commas) {
        (Decimal::Point, ..) => Some('.'),
        (Decimal::Comma, ..) => Some(','),
        (Decimal::Either, 0, 0) => None,
        (Decimal::Either, 1, 0) => Some('.'),
        (Decimal::Either, 0, 1) => Some(','),
        // Both: the last one stands before the decimals.
        (Decimal::Either, 1.., 1..) => text.rfind(['.', ',']).and_then(|at| text[at..].chars().next()),
        // One kind, more than once: groups.
        (Decimal::Either, ..) => None,
    };
    let (whole, decimals) = match sign.and_then(|sign| text.split_once(sign)) {
        Some((whole, decimals)) => (whole, decimals),
        None => (text, ""),
    };
    let one_separator = points + commas == 1;
    if decimal == Decimal::Either && one_separator && !has_exponent && could_be_thousands(whole, decimals) {
        return Err(NumberError::Ambiguous);
    }
    if whole.bytes().all(|byte| byte.is_ascii_digit()) {
        return Ok((whole.into(), decimals));
    }
    ungrouped(whole).map(|whole| (whole.into(), decimals)).ok_or(NumberError::NotANumber)
}

/// `1.234`, `12,345`, `999.000`: the reading as thousands is a number that a person would write.
fn could_be_thousands(whole: &str, decimals: &str) -> bool {
    let starts_well = (1..=3).contains(&whole.len()) && !whole.starts_with('0');
    starts_well && decimals.len() == 3 && [whole, decimals].iter().all(|part| part.bytes().all(|b| b.is_ascii_digit()))
}

/// Takes groups of three apart: `1.234.567`, `12 345`. `None` when they are no groups of three, or of two kinds.
fn ungrouped(whole: &str) -> Option<String> {
    let is_group_sign = |sign: char| matches!(sign, '.' | ',' | ' ' | '\u{a0}' | '\u{202f}' | '\'');
    let mut signs = whole.chars().filter(|sign| is_group_sign(*sign));
    let first = signs.next()?;
    if signs.any(|sign| sign != first) {
        return None;
    }
    let mut groups = whole.split(first);
    let start = groups.next()?;
    let well = (1..=3).contains(&start.len()) && groups.all(|group| group.len() == 3);
    well.then(|| whole.chars().filter(|sign| *sign != first).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn numbers_are_read_in_the_forms_that_publishers_print() {
        use Decimal::{Comma, Either, Point};
        use NumberError::{Ambiguous, NotANumber, TooLarge};
        let cases = [
            ("    76.2", Either, Ok(76.2)),
            ("39,7", Either, Ok(39.7)),
            ("416.0", Either, Ok(416.0)),
            ("872757", Either, Ok(872_757.0)),
            ("  -0.100", Either, Ok(-0.1)), // A zero before the sign: no one writes thousands so.
            ("0,892", Either, Ok(0.892)),
            ("1.234", Either, Err(Ambiguous)),
            ("1.234", Point, Ok(1.234)),
            ("1.234", Comma, Ok(1234.0)),
            ("12,345", Point, Ok(12_345.0)),
            ("1.234.567", Either, Ok(1_234_567.0)),
            ("1.234,5", Either, Ok(1234.5)),
            ("1,234.5", Either, Ok(1234.5)),
            ("1 234", Either, Ok(1234.0)),
            ("17\u{a0}590\u{a0}672", Either, Ok(17_590_672.0)),
            ("1 23", Either, Err(NotANumber)),
            ("1.23.4", Either, Err(NotANumber)),
            ("1.234 567", Either, Err(NotANumber)),
            ("12.3456", Comma, Err(NotANumber)),
            (".5", Either, Ok(0.5)),
            ("5.", Either, Ok(5.0)),
            ("1e3", Either, Ok(1000.0)),
            ("1.234e3", Either, Ok(1234.0)),
            ("6.02E-2", Either, Ok(0.0602)),
            ("+3", Either, Ok(3.0)),
            ("\u{2212}3", Either, Ok(-3.0)),
            ("1e999", Either, Err(TooLarge)),
            ("e5", Either, Err(NotANumber)),
            ("NaN", Either, Err(NotANumber)),
            ("inf", Either, Err(NotANumber)),
            ("-", Either, Err(NotANumber)),
            (".", Either, Err(NotANumber)),
            (",", Either, Err(NotANumber)),
            ("", Either, Err(NotANumber)),
            ("12%", Either, Err(NotANumber)),
            ("--3", Either, Err(NotANumber)),
            ("0x10", Either, Err(NotANumber)),
            ("٣", Either, Err(NotANumber)), // A digit, but not one of ours.
        ];
        for (text, decimal, expected) in cases {
            assert_eq!(read_number(text, decimal, 0).map(|read| read.value), expected, "{text:?} {decimal:?}");
        }
    }

    #[test]
    fn a_star_means_provisional_and_three_mean_nothing() {
        assert_eq!(read_number("12,5*", Decimal::Either, 0), Ok(ReadNumber { value: 12.5, provisional: true }));
        assert_eq!(read_number("12**", Decimal::Either, 0), Ok(ReadNumber { value: 12.0, provisional: true }));
        assert_eq!(read_number("12***", Decimal::Either, 0), Err(NumberError::NotANumber));
        assert_eq!(read_number("*", Decimal::Either, 0), Err(NumberError::NotANumber));
    }

    #[test]
    fn a_power_of_ten_moves_the_decimal_sign_and_nothing_else() {
        // 0.07 * 100.0 in floating point is 7.000000000000001.
        assert_eq!(read_number("0.07", Decimal::Either, 2).unwrap().value, 7.0);
        assert_eq!(read_number("12.3e1", Decimal::Either, -3).unwrap().value, 0.123);
    }

    proptest! {
        #[test]
        fn no_text_gives_a_number_that_is_not_finite(text in "[-+0-9., eEINaf*\u{a0}]{0,20}") {
            for decimal in [Decimal::Either, Decimal::Point, Decimal::Comma] {
                if let Ok(read) = read_number(&text, decimal, 2) {
                    prop_assert!(read.value.is_finite());
                }
            }
        }

        #[test]
        fn what_a_computer_prints_is_read_back_to_the_bit(value in proptest::num::f64::NORMAL) {
            let text = format!("{value:e}");
            prop_assert_eq!(read_number(&text, Decimal::Point, 0).unwrap().value.to_bits(), value.to_bits());
        }
    }
}
