// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `datetime`: a moment or a time between two, as RFC 3339 writes them.
//!
//! In: the text of a parameter. Out: its first and last second. Invariant: what is no date is refused. An area has the
//! time of its map: the year of its boundaries, from the first second to the last.

/// From the first second to the last, both in it, since 1970; open ends are the smallest and the largest number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Between(i64, i64);

impl Between {
    /// A year of boundaries.
    pub(super) fn year(year: u16) -> Self {
        let year = i64::from(year);
        Self(days(year, 1, 1) * 86_400, days(year + 1, 1, 1) * 86_400 - 1)
    }

    /// Reads `2024-07-01T12:00:00Z`, `2024-07-01`, `2024-01-01/..`, `/2024-12-31T23:59:59+01:00`.
    pub(super) fn read(text: &str) -> Option<Self> {
        let end = |text: &str| !matches!(text, "" | "..");
        let between = match text.split_once('/') {
            None => moment(text)?,
            Some((from, to)) if end(from) || end(to) => {
                let from = if end(from) { moment(from)?.0 } else { i64::MIN };
                let to = if end(to) { moment(to)?.1 } else { i64::MAX };
                Self(from, to)
            }
            Some(_) => Self(i64::MIN, i64::MAX),
        };
        (between.0 <= between.1).then_some(between)
    }

    /// Whether the two have a moment in common.
    pub(super) fn meets(self, other: Self) -> bool {
        self.0 <= other.1 && other.0 <= self.1
    }
}

fn moment(text: &str) -> Option<Between> {
    let date = text.get(..10)?;
    let number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse::<i64>().ok())?;
    let mut parts = date.split('-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() || (year.len(), month.len(), day.len()) != (4, 2, 2) {
        return None;
    }
    let (year, month, day) = (number(year)?, number(month)?, number(day)?);
    let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let most = match month {
        2 if is_leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => return None,
    };
    if !(1..=most).contains(&day) {
        return None;
    }
    let midnight = days(year, month, day) * 86_400;
    let Some(time) = text.get(10..).filter(|time| !time.is_empty()) else {
        return Some(Between(midnight, midnight + 86_399));
    };
    let time = time.strip_prefix(['T', 't', ' '])?;
    let (clock, offset) = match time.strip_suffix(['Z', 'z']) {
        Some(clock) => (clock, 0),
        None => {
            let at = time.len().checked_sub(6)?;
            let (clock, offset) = (time.get(..at)?, time.get(at..)?);
            let sign = match offset.get(..1)? {
                "+" => 1,
                "-" => -1,
                _ => return None,
            };
            let (hours, minutes) = offset.get(1..)?.split_once(':')?;
            (clock, sign * (number(hours)? * 3_600 + number(minutes)? * 60))
        }
    };
    let whole = clock.split_once('.').map_or(Some(clock), |(whole, rest)| {
        (!rest.is_empty() && rest.bytes().all(|byte| byte.is_ascii_digit())).then_some(whole)
    })?;
    let mut parts = whole.split(':');
    let (hour, minute, second) = (number(parts.next()?)?, number(parts.next()?)?, number(parts.next()?)?);
    if parts.next().is_some() || whole.len() != 8 || hour > 23 || minute > 59 || second > 60 {
        return None;
    }
    let at = midnight + hour * 3_600 + minute * 60 + second - offset;
    Some(Between(at, at))
}

/// Days since 1970: Howard Hinnant, *chrono-compatible low-level date algorithms*, `days_from_civil`.
fn days(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let year_of_era = year - era * 400;
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719_468
}

#[cfg(test)]
mod tests {
    use super::Between;

    #[test]
    fn a_moment_meets_the_year_it_lies_in_also_in_another_time_zone() {
        let year = Between::year(2024);
        let cases = [
            ("2024-02-29T12:00:00Z", Some(true)),
            ("2024-12-31", Some(true)),
            ("2025-01-01T00:30:00+01:00", Some(true)), // Half past eleven in the evening of the last day.
            ("2025-01-01T00:00:00Z", Some(false)),
            ("2023-01-01/2023-12-31", Some(false)),
            ("2023-01-01/..", Some(true)),
            ("/2023-12-31T23:59:59.5Z", Some(false)),
            ("../..", Some(true)),
            ("2024-01-01/2023-01-01", None),
            ("2023-02-29", None),
            ("2024-13-01", None),
            ("2024-1-1", None),
            ("2024-01-01T25:00:00Z", None),
            ("2024-01-01T10:00:00", None), // No zone: RFC 3339 asks for one.
            ("yesterday", None),
            ("2024-01-0é", None),
        ];
        for (text, expected) in cases {
            assert_eq!(Between::read(text).map(|found| found.meets(year)), expected, "{text}");
        }
    }
}
