// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Amounts and numbers as plans write them: `€ 50.000,-`, `50k`, `0,5 fte`, `€ 1,2 mln`, `p.m.`
//!
//! In: the text of a cell, the unit of its column, the language of the table, the factor of its title (`x 1.000`). Out:
//! cents or thousandths of a post, unknown, nothing; or why it is none. Invariant: a text with two readings
//! (`1.500` in an English table, or where a factor makes either likely) is never guessed.

use super::Language;
use super::fold::{clean, fold, says_none, says_unknown};

/// What an amount counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Unit {
    /// Euros, kept in cents.
    Euros,
    /// Full-time posts, kept in thousandths.
    Posts,
}

/// What a cell says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Amount {
    /// No sum at all.
    Nothing,
    /// A sum that nobody knows yet.
    Unknown,
    /// A sum.
    Sum {
        /// Of what: `0,5 fte` under euros is posts.
        unit: Unit,
        /// Cents or thousandths.
        whole: u64,
        /// Whether the cell says `ca.`
        about: bool,
    },
}

/// Why a text is no amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub(super) enum AmountError {
    /// Something else.
    #[error("not an amount")]
    NotAnAmount,
    /// Thousands or decimals: both readings are numbers.
    #[error("thousands or decimals")]
    Ambiguous,
    /// Below zero, or beyond what any plan holds.
    #[error("below zero or too large")]
    OutOfRange,
}

const LARGEST: u128 = 1_000_000_000_000;

/// Reads an amount.
///
/// # Errors
/// [`AmountError`]: no amount, two readings, out of range.
pub(super) fn amount(text: &str, unit: Unit, language: Language, factor: u64) -> Result<Amount, AmountError> {
    let text = clean(text).to_lowercase();
    let bare = text.trim_end_matches(['*', '¹', '²', '³']).trim();
    if bare.is_empty() {
        return Ok(Amount::Nothing);
    }
    if says_unknown(bare) {
        return Ok(Amount::Unknown);
    }
    match fold(bare).as_str() {
        "-" | "–" | "—" | "--" | "nihil" | "nil" | "geen" | "none" => {
            return Ok(Amount::Sum { unit, whole: 0, about: false });
        }
        _ if says_none(bare) => return Ok(Amount::Nothing),
        _ => {}
    }
    let Stripped { rest, about, unit: said, times } = strip(bare);
    // A `k` or `mln` in the cell says its own factor.
    let (unit, factor) = match (said.unwrap_or(unit), times) {
        (Unit::Euros, Some(times)) => (Unit::Euros, times),
        (Unit::Euros, None) => (Unit::Euros, factor),
        (Unit::Posts, Some(_)) => return Err(AmountError::NotAnAmount),
        (Unit::Posts, None) => (Unit::Posts, 1),
    };
    if rest.starts_with(['-', '\u{2212}', '–']) || (rest.starts_with('(') && rest.ends_with(')')) {
        return Err(AmountError::OutOfRange);
    }
    let dot = match unit {
        Unit::Euros if times.is_none() && factor == 1 => ThreeAfterPoint::Groups,
        _ => ThreeAfterPoint::Doubtful,
    };
    let comma = match unit {
        Unit::Euros if times.is_none() => ThreeAfterPoint::Doubtful,
        _ => ThreeAfterPoint::Groups,
    };
    let number = decimal(&rest, language, dot, comma)?;
    let scale = match unit {
        Unit::Euros => 100,
        Unit::Posts => 1000,
    };
    let whole = number.times(u128::from(factor) * scale).ok_or(AmountError::OutOfRange)?;
    Ok(Amount::Sum { unit, whole, about })
}

/// Reads a number of any size, a percentage among them, as a decimal number with a point; `None` for no number at all.
///
/// # Errors
/// [`AmountError`]: no number, or two readings.
pub(super) fn number(text: &str, language: Language) -> Result<Option<String>, AmountError> {
    let text = clean(text);
    let bare = text.trim_end_matches(['*', '%', '¹', '²', '³', ' ']).trim();
    if bare.is_empty() || says_none(bare) || says_unknown(bare) {
        return Ok(None);
    }
    let (sign, rest) = match bare.strip_prefix(['-', '\u{2212}']) {
        Some(rest) => ("-", rest),
        None => ("", bare),
    };
    let read = decimal(rest, language, ThreeAfterPoint::Doubtful, ThreeAfterPoint::Groups)?;
    let (whole, fraction) = read.digits.split_at(read.digits.len() - read.decimals);
    let whole = match whole.trim_start_matches('0') {
        "" => "0",
        whole => whole,
    };
    let fraction = fraction.trim_end_matches('0');
    if whole.len() > 15 || fraction.len() > 15 {
        return Err(AmountError::OutOfRange);
    }
    Ok(Some(match fraction.is_empty() {
        true if whole == "0" => "0".to_owned(),
        true => format!("{sign}{whole}"),
        false => format!("{sign}{whole}.{fraction}"),
    }))
}

/// A number of a workbook as text that has one reading in every language: never three digits behind the point.
pub fn plain(number: f64) -> String {
    unambiguous(&format!("{number}"))
}

/// A decimal number with a point, so written that it has one reading.
pub(super) fn unambiguous(number: &str) -> String {
    match number.split_once('.') {
        Some((_, fraction)) if fraction.len() == 3 => format!("{number}0"),
        _ => number.to_owned(),
    }
}

struct Stripped {
    rest: String,
    about: bool,
    unit: Option<Unit>,
    times: Option<u64>,
}

/// Takes off what stands around the digits.
fn strip(text: &str) -> Stripped {
    const ABOUT: [&str; 9] = ["circa", "ca.", "ca ", "c.a.", "±", "+/-", "~", "ongeveer", "approx."];
    const BEFORE: [&str; 4] = ["€", "eur ", "euro ", "+"];
    const EUROS: [&str; 10] = [",--", ",-", ".-", ",—", ",–", "euro's", "euro", "eur", "€", "-,"];
    const POSTS: [&str; 5] = ["fte's", "fte", "formatieplaatsen", "posts", "post"];
    const TIMES: [(&str, u64); 9] = [
        ("mln.", 1_000_000),
        ("mln", 1_000_000),
        ("miljoen", 1_000_000),
        ("million", 1_000_000),
        ("mio", 1_000_000),
        ("duizend", 1_000),
        ("thousand", 1_000),
        ("k", 1_000),
        ("m", 1_000_000),
    ];
    let mut stripped = Stripped { rest: text.trim().to_owned(), about: false, unit: None, times: None };
    loop {
        let rest = stripped.rest.as_str();
        let after =
            |signs: &[&str]| signs.iter().find_map(|sign| rest.strip_prefix(sign)).map(|it| it.trim().to_owned());
        let before =
            |signs: &[&str]| signs.iter().find_map(|sign| rest.strip_suffix(sign)).map(|it| it.trim().to_owned());
        if let Some(next) = after(&ABOUT) {
            (stripped.rest, stripped.about) = (next, true);
        } else if let Some(next) = after(&BEFORE) {
            stripped.rest = next;
        } else if let (None, Some(next)) = (stripped.unit, before(&POSTS)) {
            (stripped.rest, stripped.unit) = (next, Some(Unit::Posts));
        } else if let Some(next) = before(&EUROS).filter(|next| !next.is_empty()) {
            stripped.rest = next;
        } else if let (None, Some((next, times))) = (
            stripped.times,
            TIMES.iter().find_map(|(sign, times)| Some((rest.strip_suffix(sign)?.trim().to_owned(), *times))),
        ) {
            (stripped.rest, stripped.times) = (next, Some(times));
        } else {
            return stripped;
        }
    }
}

/// What three digits behind the one sign mean: `1.500`.
#[derive(Clone, Copy, PartialEq, Eq)]
enum ThreeAfterPoint {
    /// As the language has it.
    Groups,
    /// Nobody can know.
    Doubtful,
}

/// Digits, and how many of them are decimals.
struct Decimal {
    digits: String,
    decimals: usize,
}

impl Decimal {
    fn times(&self, factor: u128) -> Option<u64> {
        let digits: u128 = self.digits.parse().ok()?;
        let divisor = 10_u128.checked_pow(u32::try_from(self.decimals).ok()?)?;
        let whole = (digits.checked_mul(factor)?.checked_add(divisor / 2)?) / divisor;
        if whole > LARGEST { None } else { u64::try_from(whole).ok() }
    }
}

fn decimal(
    text: &str,
    language: Language,
    dot: ThreeAfterPoint,
    comma: ThreeAfterPoint,
) -> Result<Decimal, AmountError> {
    let text = without_blanks(text).ok_or(AmountError::NotAnAmount)?;
    let allowed = |byte: u8| byte.is_ascii_digit() || matches!(byte, b'.' | b',');
    if text.len() > 30 || !text.bytes().all(allowed) || !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return Err(AmountError::NotAnAmount);
    }
    let (dots, commas) = (text.matches('.').count(), text.matches(',').count());
    let sign = match (dots, commas) {
        (0, 0) => None,
        (1, 0) => decimal_sign(&text, '.', language == Language::English, dot, language)?,
        (0, 1) => decimal_sign(&text, ',', language == Language::Dutch, comma, language)?,
        (1.., 1..) => text.rfind(['.', ',']).and_then(|at| text[at..].chars().next()),
        _ => None,
    };
    let (whole, fraction) = match sign.and_then(|sign| text.rsplit_once(sign)) {
        Some((whole, fraction)) => (whole, fraction),
        None => (text.as_str(), ""),
    };
    let groups: Vec<&str> = whole.split(['.', ',']).collect();
    let one_sign = !(whole.contains('.') && whole.contains(','));
    let is_grouped = groups.len() == 1
        || (!groups[0].is_empty() && groups[0].len() <= 3 && groups[1..].iter().all(|it| it.len() == 3));
    if !is_grouped || !one_sign || fraction.contains(['.', ',']) || (sign.is_some() && fraction.is_empty()) {
        return Err(AmountError::NotAnAmount);
    }
    Ok(Decimal { digits: format!("{}{fraction}", groups.concat()), decimals: fraction.len() })
}

/// Whether the only sign of a number stands before its decimals.
fn decimal_sign(
    text: &str,
    sign: char,
    is_decimal_here: bool,
    three: ThreeAfterPoint,
    language: Language,
) -> Result<Option<char>, AmountError> {
    let Some((whole, fraction)) = text.split_once(sign) else { return Ok(None) };
    let could_group = fraction.len() == 3 && (1..=3).contains(&whole.len()) && !whole.starts_with('0');
    match (could_group, is_decimal_here, three) {
        (false, ..) => Ok(Some(sign)),
        (true, false, ThreeAfterPoint::Groups) => Ok(None),
        (true, true, ThreeAfterPoint::Groups) if language == Language::Dutch => Ok(Some(sign)),
        (true, false, ThreeAfterPoint::Doubtful) if language == Language::English => Ok(None),
        (true, ..) => Err(AmountError::Ambiguous),
    }
}

/// `50 000` and `50'000` without what groups them; `None` where blanks part something else.
fn without_blanks(text: &str) -> Option<String> {
    let parts: Vec<&str> = text.split([' ', '\'', '’']).collect();
    let is_group = |part: &&str| part.len() >= 3 && part.as_bytes()[..3].iter().all(u8::is_ascii_digit);
    let ends = |part: &&str| part.len() == 3 || part.as_bytes().get(3).is_some_and(|byte| matches!(byte, b'.' | b','));
    let grouped = parts[1..].iter().all(|part| is_group(part) && ends(part));
    grouped.then(|| parts.concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_read_as_plans_write_them_or_refused() {
        use AmountError::{Ambiguous, NotAnAmount, OutOfRange};
        use Language::{Dutch, English};
        let euros = |whole| Ok(Amount::Sum { unit: Unit::Euros, whole, about: false });
        let posts = |whole| Ok(Amount::Sum { unit: Unit::Posts, whole, about: false });
        let about = |whole| Ok(Amount::Sum { unit: Unit::Euros, whole, about: true });
        let cases = [
            ("€ 50.000,-", Dutch, 1, euros(5_000_000)),
            ("50.000", Dutch, 1, euros(5_000_000)),
            ("50.000", English, 1, Err(Ambiguous)),
            ("50,000", English, 1, euros(5_000_000)),
            ("50,000", Dutch, 1, Err(Ambiguous)),
            ("50,000.00", English, 1, euros(5_000_000)),
            ("50,000.00", Dutch, 1, euros(5_000_000)),
            ("50.000,25", Dutch, 1, euros(5_000_025)),
            ("1.250.000", English, 1, euros(125_000_000)),
            ("€\u{a0}50\u{a0}000", Dutch, 1, euros(5_000_000)),
            ("50k", Dutch, 1, euros(5_000_000)),
            ("€ 12,5K", Dutch, 1000, euros(1_250_000)),
            ("€ 1,2 mln", Dutch, 1, euros(120_000_000)),
            ("1.2 million", English, 1, euros(120_000_000)),
            ("1,250 mln", Dutch, 1, euros(125_000_000)),
            ("0,5 fte", Dutch, 1, posts(500)),
            ("0,5 fte", Dutch, 1000, posts(500)),
            ("12,5", Dutch, 1000, euros(1_250_000)),
            ("12.345", Dutch, 1000, Err(Ambiguous)),
            ("75", Dutch, 1000, euros(7_500_000)),
            ("50000.5", Dutch, 1, euros(5_000_050)),
            ("ca. € 50.000", Dutch, 1, about(5_000_000)),
            ("± 50.000", Dutch, 1, about(5_000_000)),
            ("50.000*", Dutch, 1, euros(5_000_000)),
            ("-", Dutch, 1, euros(0)),
            ("nihil", Dutch, 1, euros(0)),
            ("0", Dutch, 1, euros(0)),
            ("?", Dutch, 1, Ok(Amount::Unknown)),
            ("n.t.b.", Dutch, 1, Ok(Amount::Unknown)),
            ("P.M.", Dutch, 1, Ok(Amount::Unknown)),
            ("pm", Dutch, 1, Ok(Amount::Unknown)),
            ("Unknown", English, 1, Ok(Amount::Unknown)),
            ("", Dutch, 1, Ok(Amount::Nothing)),
            ("n.v.t.", Dutch, 1, Ok(Amount::Nothing)),
            ("-500", Dutch, 1, Err(OutOfRange)),
            ("(500)", Dutch, 1, Err(OutOfRange)),
            ("99999999999999", Dutch, 1, Err(OutOfRange)),
            ("20-30k", Dutch, 1, Err(NotAnAmount)),
            ("50.00.0", Dutch, 1, Err(NotAnAmount)),
            ("zie bijlage", Dutch, 1, Err(NotAnAmount)),
            ("€ 50.000 per jaar", Dutch, 1, Err(NotAnAmount)),
            ("2024 2025", Dutch, 1, Err(NotAnAmount)),
            ("€", Dutch, 1, Err(NotAnAmount)),
            (",-", Dutch, 1, Err(NotAnAmount)),
        ];
        for (text, language, factor, expected) in cases {
            assert_eq!(amount(text, Unit::Euros, language, factor), expected, "{text} {language:?} {factor}");
        }
        for (text, expected) in
            [("1,125", posts(1125)), ("1.125", Err(Ambiguous)), ("1.1250", posts(1125)), ("2", posts(2000))]
        {
            assert_eq!(amount(text, Unit::Posts, Dutch, 1), expected, "{text}");
        }
    }

    #[test]
    fn a_number_keeps_what_was_written() {
        let read = |text: &str| number(text, Language::Dutch);
        assert_eq!(read("12,5%"), Ok(Some("12.5".to_owned())));
        assert_eq!(read("-0,30"), Ok(Some("-0.3".to_owned())));
        assert_eq!(read("007"), Ok(Some("7".to_owned())));
        assert_eq!(read("n.v.t."), Ok(None));
        assert_eq!(read("12.500"), Err(AmountError::Ambiguous));
        assert_eq!(read("veel"), Err(AmountError::NotAnAmount));
        assert_eq!(read(&plain(12.5)), Ok(Some("12.5".to_owned())));
        assert_eq!(read(&plain(1.125)), Ok(Some("1.125".to_owned())));
    }
}
