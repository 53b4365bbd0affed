// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Years and days as plans write them: `Q4 2025`, `eind 2025`, `dec 2025`, `31-12-2025`.
//!
//! In: the text of a cell. Out: a year, or the last day that is meant. Invariant: a range of years is no year, and a
//! day that two countries read differently is no day.

use super::Language;
use super::fold::{clean, fold, says_none, says_unknown, words};
use crate::day::Day;

/// Why a text is no year or no day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub(super) enum MomentError {
    /// Something else.
    #[error("neither a year nor a day")]
    NoMoment,
    /// Several years: `2024-2026`.
    #[error("several years")]
    Range,
    /// Day or month first: both readings are days.
    #[error("day or month first")]
    Ambiguous,
}

const MONTHS: [&[&str]; 12] = [
    &["jan", "januari", "january"],
    &["feb", "februari", "february"],
    &["mrt", "maart", "mar", "march"],
    &["apr", "april"],
    &["mei", "may"],
    &["jun", "juni", "june"],
    &["jul", "juli", "july"],
    &["aug", "augustus", "august"],
    &["sep", "sept", "september"],
    &["okt", "oktober", "oct", "october"],
    &["nov", "november"],
    &["dec", "december"],
];

/// Reads a year; `None` where the cell says nothing.
///
/// # Errors
/// [`MomentError`]: several years, or something else.
pub(super) fn year(text: &str) -> Result<Option<u16>, MomentError> {
    let text = clean(text);
    let bare = text.trim_end_matches('*').trim();
    if bare.is_empty() || says_none(bare) {
        return Ok(None);
    }
    if let Some(year) = year_of(bare) {
        return Ok(Some(year));
    }
    let years = words(bare).iter().filter(|word| year_of(word).is_some()).count();
    Err(if years > 1 { MomentError::Range } else { MomentError::NoMoment })
}

/// Reads four digits from 2000 to 2100: `None` for anything else.
pub(super) fn year_of(text: &str) -> Option<u16> {
    let digits = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    let year = text.parse().ok().filter(|_| digits)?;
    (2000..=2100).contains(&year).then_some(year)
}

/// Reads the last day that a text means; `None` where the cell says that there is none, or that nobody knows.
///
/// # Errors
/// [`MomentError`]: no day, several years, day or month first.
pub(super) fn day(text: &str, language: Language) -> Result<Option<Day>, MomentError> {
    let text = clean(text);
    let bare = text.trim_end_matches('*').trim();
    let goes_on =
        ["doorlopend", "continu", "structureel", "ongoing", "continuous"].iter().any(|word| fold(bare) == *word);
    if bare.is_empty() || says_none(bare) || says_unknown(bare) || goes_on {
        return Ok(None);
    }
    if let Some(day) = Day::parse(bare.get(..10).filter(|_| bare.contains(['T', ' '])).unwrap_or(bare)) {
        return Ok(Some(day));
    }
    let words = words(bare);
    let words: Vec<&str> = words.iter().map(String::as_str).filter(|word| !FILLING.contains(word)).collect();
    let found = match words.as_slice() {
        [year] => year_of(year).map(|year| (year, 12)).and_then(last_day),
        [one, other] => pair(one, other).or_else(|| pair(other, one)),
        [one, two, three] => return triple(one, two, three, bare, language).map(Some),
        _ => None,
    };
    let years = words.iter().filter(|word| year_of(word).is_some()).count();
    match found {
        Some(day) => Ok(Some(day)),
        None if years > 1 => Err(MomentError::Range),
        None => Err(MomentError::NoMoment),
    }
}

/// Words that say nothing of when.
const FILLING: [&str; 12] =
    ["voor", "uiterlijk", "per", "by", "before", "of", "in", "the", "van", "op", "gereed", "jaar"];

/// `dec 2025`, `12-2025`, `q4 2025`, `eind 2025`: the last day of it.
fn pair(what: &str, year: &str) -> Option<Day> {
    let year = year_of(year)?;
    let number = || what.parse::<u8>().ok().filter(|_| what.len() <= 2);
    let quarter =
        || what.strip_prefix(['q', 'k']).and_then(|it| it.parse::<u8>().ok()).filter(|it| (1..=4).contains(it));
    let month = match what {
        "eind" | "einde" | "end" | "late" | "ultimo" | "najaar" => Some(12),
        "medio" | "midden" | "mid" | "half" | "halverwege" => Some(6),
        _ => month_of(what).or_else(|| quarter().map(|it| it * 3)).or_else(number),
    };
    last_day((year, month?))
}

fn triple(one: &str, two: &str, three: &str, text: &str, language: Language) -> Result<Day, MomentError> {
    let number = |text: &str| text.parse::<u8>().ok().filter(|_| text.len() <= 2);
    // `4e kwartaal 2025`, `kwartaal 4 2025`, `2e helft 2025`.
    let nth =
        |text: &str| text.trim_end_matches(char::is_alphabetic).parse::<u8>().ok().filter(|it| (1..=4).contains(it));
    let is_quarter = |text: &str| matches!(text, "kwartaal" | "kw" | "quarter");
    if let Some(year) = year_of(three) {
        let quarter = if is_quarter(two) {
            nth(one)
        } else if is_quarter(one) {
            nth(two)
        } else {
            None
        };
        if let Some(quarter) = quarter {
            return last_day((year, quarter * 3)).ok_or(MomentError::NoMoment);
        }
        if let (true, Some(half @ 1..=2)) = (matches!(two, "helft" | "half"), nth(one)) {
            return last_day((year, half * 6)).ok_or(MomentError::NoMoment);
        }
    }
    let short = |text: &str| text.parse::<u16>().ok().filter(|_| text.len() == 2).map(|year| 2000 + year);
    let year = year_of(three).or_else(|| short(three)).ok_or(MomentError::NoMoment)?;
    let (day, month) = match (number(one), number(two)) {
        (Some(day), Some(month)) => {
            let either = day != month && day <= 12 && month <= 12;
            if language == Language::English && text.contains('/') && either {
                return Err(MomentError::Ambiguous);
            }
            (day, month)
        }
        (Some(day), None) => (day, month_of(two).ok_or(MomentError::NoMoment)?),
        (None, Some(day)) => (day, month_of(one).ok_or(MomentError::NoMoment)?),
        (None, None) => return Err(MomentError::NoMoment),
    };
    Day::parse(&format!("{year:04}-{month:02}-{day:02}")).ok_or(MomentError::NoMoment)
}

fn month_of(word: &str) -> Option<u8> {
    let at = MONTHS.iter().position(|names| names.contains(&word))?;
    u8::try_from(at + 1).ok()
}

fn last_day((year, month): (u16, u8)) -> Option<Day> {
    (28..=31).rev().find_map(|day| Day::parse(&format!("{year:04}-{month:02}-{day:02}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_is_one_year() {
        for (text, expected) in [
            ("2024", Ok(Some(2024))),
            (" 2024*", Ok(Some(2024))),
            ("", Ok(None)),
            ("2024-2026", Err(MomentError::Range)),
            ("2024 t/m 2026", Err(MomentError::Range)),
            ("24", Err(MomentError::NoMoment)),
            ("structureel", Err(MomentError::NoMoment)),
        ] {
            assert_eq!(year(text), expected, "{text}");
        }
    }

    #[test]
    fn a_day_is_the_last_that_is_meant() {
        use Language::{Dutch, English};
        let cases = [
            ("2025-12-31", Dutch, Ok(Some("2025-12-31"))),
            ("2025-12-31 00:00:00", Dutch, Ok(Some("2025-12-31"))),
            ("31-12-2025", Dutch, Ok(Some("2025-12-31"))),
            ("1/2/2025", Dutch, Ok(Some("2025-02-01"))),
            ("1/2/2025", English, Err(MomentError::Ambiguous)),
            ("31/12/2025", English, Ok(Some("2025-12-31"))),
            ("31 december 2025", Dutch, Ok(Some("2025-12-31"))),
            ("31-12-25", Dutch, Ok(Some("2025-12-31"))),
            ("dec 2025", Dutch, Ok(Some("2025-12-31"))),
            ("feb. 2024", Dutch, Ok(Some("2024-02-29"))),
            ("12-2025", Dutch, Ok(Some("2025-12-31"))),
            ("Q4 2025", Dutch, Ok(Some("2025-12-31"))),
            ("2025 Q2", English, Ok(Some("2025-06-30"))),
            ("4e kwartaal 2025", Dutch, Ok(Some("2025-12-31"))),
            ("eind 2025", Dutch, Ok(Some("2025-12-31"))),
            ("uiterlijk eind 2025", Dutch, Ok(Some("2025-12-31"))),
            ("medio 2025", Dutch, Ok(Some("2025-06-30"))),
            ("2025", Dutch, Ok(Some("2025-12-31"))),
            ("doorlopend", Dutch, Ok(None)),
            ("n.t.b.", Dutch, Ok(None)),
            ("30-02-2025", Dutch, Err(MomentError::NoMoment)),
            ("2024-2026", Dutch, Err(MomentError::Range)),
            ("45657", Dutch, Err(MomentError::NoMoment)),
            ("ooit", Dutch, Err(MomentError::NoMoment)),
        ];
        for (text, language, expected) in cases {
            let read = day(text, language).map(|day| day.map(|day| day.to_string()));
            assert_eq!(read, expected.map(|day| day.map(str::to_owned)), "{text} {language:?}");
        }
    }
}
