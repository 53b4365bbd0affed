// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Days and moments as text that sorts by time: read once, checked once.
//!
//! In: `2024-03-18`. Out: a [`Day`]. Not here: a clock; the caller says what day it is.

use std::fmt;

/// A day of the Gregorian calendar, `2024-03-18`. Its order is that of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day {
    year: u16,
    month: u8,
    day: u8,
}

impl Day {
    /// Reads `YYYY-MM-DD`; `None` for what is no day, such as 30 February.
    pub fn parse(text: &str) -> Option<Self> {
        let bytes = text.as_bytes();
        let shape = bytes.len() == 10 && bytes[4] == b'-' && bytes[7] == b'-';
        if !shape || !bytes.iter().enumerate().all(|(at, byte)| at == 4 || at == 7 || byte.is_ascii_digit()) {
            return None;
        }
        let (year, month, day) = (text[..4].parse().ok()?, text[5..7].parse().ok()?, text[8..].parse().ok()?);
        let known = (1..=12).contains(&month) && (1..=days_of(year, month)).contains(&day);
        known.then_some(Self { year, month, day })
    }

    /// Its year.
    pub fn year(self) -> u16 {
        self.year
    }
}

impl fmt::Display for Day {
    fn fmt(&self, form: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(form, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

fn days_of(year: u16, month: u8) -> u8 {
    let is_leap = (year.is_multiple_of(4) && !year.is_multiple_of(100)) || year.is_multiple_of(400);
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if is_leap => 29,
        2 => 28,
        _ => 31,
    }
}

/// Whether a text is a moment of UTC to the second: `2024-03-18T09:30:00Z`.
pub(crate) fn is_moment(text: &str) -> bool {
    let two =
        |from: usize, most: u8| text.get(from..from + 2).and_then(|it| it.parse().ok()).is_some_and(|n: u8| n <= most);
    let bytes = text.as_bytes();
    bytes.len() == 20
        && text.get(..10).is_some_and(|day| Day::parse(day).is_some())
        && (bytes[10], bytes[13], bytes[16], bytes[19]) == (b'T', b':', b':', b'Z')
        && text.get(11..19).is_some_and(|time| time.bytes().all(|byte| byte == b':' || byte.is_ascii_digit()))
        && two(11, 23)
        && two(14, 59)
        && two(17, 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_read_or_refused() {
        let cases = [
            ("2024-02-29", true),
            ("2023-02-29", false),
            ("1900-02-29", false),
            ("2000-02-29", true),
            ("2024-04-31", false),
            ("2024-13-01", false),
            ("2024-00-10", false),
            ("2024-01-00", false),
            ("24-01-01", false),
            ("2024-1-1", false),
            ("+024-01-01", false),
            ("2024-01-0é", false),
            ("", false),
        ];
        for (text, is_day) in cases {
            assert_eq!(Day::parse(text).map(|day| day.to_string()), is_day.then(|| text.to_owned()), "{text}");
        }
    }

    #[test]
    fn a_moment_is_utc_to_the_second() {
        let cases = [
            ("2024-03-18T09:30:00Z", true),
            ("2024-03-18T24:30:00Z", false),
            ("2024-03-18 09:30:00Z", false),
            ("2024-03-18T09:30:00+01:00", false),
            ("2024-03-18T+9:30:00Z", false),
            ("2024-03-18", false),
        ];
        for (text, expected) in cases {
            assert_eq!(is_moment(text), expected, "{text}");
        }
    }
}
