// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! A day, as it is written and as a spreadsheet rewrites it.

use std::fmt;

/// A day of the Gregorian calendar; its order is that of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day {
    year: u16,
    month: u8,
    day: u8,
}

impl Day {
    /// Reads `2026-11-29`; `None` for what is no day, such as 30 February.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let (year, month, day) = (number(parts.next()?, 4)?, number(parts.next()?, 2)?, number(parts.next()?, 2)?);
        let whole = text.len() == 10 && parts.next().is_none();
        whole.then(|| Self::new(year, month, day)).flatten()
    }

    /// Reads what a spreadsheet made of it as well: `29-11-2026`, `29.11.2026`, `29/11/2026`. With slashes, days and
    /// months change places between countries: where both could be the month, it is no day.
    pub fn parse_cell(text: &str) -> Option<Self> {
        if let Some(day) = Self::parse(text) {
            return Some(day);
        }
        let sign = ['-', '.', '/'].into_iter().find(|sign| text.contains(*sign))?;
        let mut parts = text.split(sign);
        let (first, second, year) = (number(parts.next()?, 2)?, number(parts.next()?, 2)?, parts.next()?);
        if parts.next().is_some() || year.len() != 4 {
            return None;
        }
        let year = number(year, 4)?;
        match sign {
            '/' if first != second && first <= 12 && second <= 12 => None,
            '/' if second > 12 => Self::new(year, first, second),
            _ => Self::new(year, second, first),
        }
    }

    /// Its year.
    pub fn year(self) -> u16 {
        self.year
    }

    /// The last day of `2030-06`; `None` for what is no month.
    pub(super) fn last_of_month(text: &str) -> Option<Self> {
        (28..=31).rev().find_map(|day| Self::parse(&format!("{text}-{day}")))
    }

    /// The year in which so many months later lies.
    pub(super) fn year_after(self, months: u16) -> u16 {
        self.year.saturating_add((u16::from(self.month) - 1 + months) / 12)
    }

    fn new(year: u16, month: u16, day: u16) -> Option<Self> {
        let is_leap = (year.is_multiple_of(4) && !year.is_multiple_of(100)) || year.is_multiple_of(400);
        let days = match month {
            4 | 6 | 9 | 11 => 30,
            2 if is_leap => 29,
            2 => 28,
            1..=12 => 31,
            _ => 0,
        };
        let known = (1..=days).contains(&day);
        known.then_some(Self { year, month: u8::try_from(month).ok()?, day: u8::try_from(day).ok()? })
    }
}

/// Digits only, at least one and at most so many.
fn number(text: &str, most: usize) -> Option<u16> {
    let plain = (1..=most).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| text.parse().ok()).flatten()
}

impl fmt::Display for Day {
    fn fmt(&self, form: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(form, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_read_as_written_or_as_a_spreadsheet_rewrites_it() {
        let cases = [
            ("2026-11-29", Some("2026-11-29"), Some("2026-11-29")),
            ("2026-02-29", None, None),
            ("2024-02-29", Some("2024-02-29"), Some("2024-02-29")),
            ("2026-1-9", None, None),
            ("29-11-2026", None, Some("2026-11-29")),
            ("9.1.2026", None, Some("2026-01-09")),
            ("29/11/2026", None, Some("2026-11-29")), // Only a day can be 29.
            ("11/29/2026", None, Some("2026-11-29")),
            ("11/12/2026", None, None), // December or November?
            ("12/12/2026", None, Some("2026-12-12")),
            ("46355", None, None), // A spreadsheet's own number of a day.
            ("", None, None),
        ];
        for (text, plain, cell) in cases {
            assert_eq!(Day::parse(text).map(|day| day.to_string()).as_deref(), plain, "{text}");
            assert_eq!(Day::parse_cell(text).map(|day| day.to_string()).as_deref(), cell, "cell {text}");
        }
    }
}
