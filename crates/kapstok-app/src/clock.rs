// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What day and what moment it is, in universal time. The only clock that ends up in a file.

use std::time::{SystemTime, UNIX_EPOCH};

const SECONDS_OF_A_DAY: u64 = 86_400;

/// Today as `YYYY-MM-DD`.
pub(crate) fn today() -> String {
    day_of(seconds())
}

/// Now as `YYYY-MM-DDTHH:MM:SSZ`.
pub(crate) fn now() -> String {
    moment_of(seconds())
}

fn seconds() -> u64 {
    SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs())
}

fn moment_of(seconds: u64) -> String {
    let of_day = seconds % SECONDS_OF_A_DAY;
    format!("{}T{:02}:{:02}:{:02}Z", day_of(seconds), of_day / 3_600, of_day / 60 % 60, of_day % 60)
}

/// The date of a moment since 1970, by the Gregorian calendar: Howard Hinnant, *chrono-compatible low-level date
/// algorithms*, `civil_from_days`.
fn day_of(seconds: u64) -> String {
    // Years are counted from March, so that the leap day is the last of its year.
    let shifted = seconds / SECONDS_OF_A_DAY + 719_468;
    let (era, day_of_era) = (shifted / 146_097, shifted % 146_097);
    let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month = (5 * day_of_year + 2) / 153;
    let day_of_month = day_of_year - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    let year = year_of_era + era * 400 + u64::from(month <= 2);
    format!("{year:04}-{month:02}-{day_of_month:02}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_become_dates_leap_days_included() {
        let cases = [
            (0, "1970-01-01"),
            (59, "1970-03-01"),
            (11_016, "2000-02-29"),
            (19_782, "2024-02-29"),
            (20_605, "2026-06-01"),
        ];
        for (day, expected) in cases {
            assert_eq!(day_of(day * SECONDS_OF_A_DAY), expected, "day {day}");
            assert_eq!(day_of((day + 1) * SECONDS_OF_A_DAY - 1), expected, "day {day}");
        }
    }

    #[test]
    fn a_moment_is_told_to_the_second() {
        assert_eq!(moment_of(0), "1970-01-01T00:00:00Z");
        // `date -u -d 2024-02-29T23:59:59Z +%s`
        assert_eq!(moment_of(1_709_251_199), "2024-02-29T23:59:59Z");
    }
}
