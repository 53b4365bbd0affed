// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! How a spreadsheet shows a number: as a day, a time of the day, a percentage, or as the number it is.
//!
//! A day is a number in a sheet: 45747 is `2025-03-31` where the form of the cell says so. In: `styles.xml`. Out: what
//! the cell says. Invariant: a number that cannot be a day (before 1900, beyond 9999, the 29th of February 1900 that never
//! was) stays a number. Not here: rounding, currencies, words in a form (`0 "stuks"`): the number stands without them.
//!
//! Source: ECMA-376 part 1, 18.8.30 (forms with a number below 164), 18.17.4 (days since 1900 and 1904).

use std::collections::BTreeMap;

use quick_xml::events::Event;

use super::parts::Workbook;
use crate::limits::{Limits, check};
use crate::package::{OfficeError, attribute};

/// The most forms that a workbook may have; Excel knows some 65,000.
const MAX_FORMS: usize = 100_000;

/// What a cell with a number says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shown {
    Number,
    Day,
    Time,
    Percent,
}

/// The forms of a workbook, by the number that a cell gives. By default every number is a number.
#[derive(Debug, Default)]
pub(crate) struct Styles {
    shown: Vec<Shown>,
    since_1904: bool,
}

impl Styles {
    /// Reads them; in a workbook without any, numbers are numbers.
    pub(crate) fn read(workbook: &mut Workbook<'_>, limits: &Limits) -> Result<Self, OfficeError> {
        let mut styles = Self { shown: Vec::new(), since_1904: workbook.since_1904 };
        let Some(mut part) = workbook.styles(limits)? else { return Ok(styles) };
        let mut own: BTreeMap<u32, Shown> = BTreeMap::new();
        let (mut buffer, mut in_own, mut in_cells) = (Vec::new(), false, false);
        loop {
            match part.event(&mut buffer)? {
                Event::Start(element) => match element.local_name().as_ref() {
                    "numFmts" => in_own = true,
                    "cellXfs" => in_cells = true,
                    "numFmt" if in_own => {
                        let number = attribute(&element, "numFmtId").and_then(|number| number.parse().ok());
                        let form = attribute(&element, "formatCode");
                        if let (Some(number), Some(form)) = (number, form) {
                            own.insert(number, shown_by(&form));
                            check("cells", own.len(), MAX_FORMS)?;
                        }
                    }
                    "xf" if in_cells => {
                        let number = attribute(&element, "numFmtId").and_then(|number| number.parse().ok());
                        let number = number.unwrap_or(0);
                        styles.shown.push(own.get(&number).copied().unwrap_or_else(|| built_in(number)));
                        check("cells", styles.shown.len(), MAX_FORMS)?;
                    }
                    _ => {}
                },
                Event::End(element) => match element.local_name().as_ref() {
                    "numFmts" => in_own = false,
                    "cellXfs" => return Ok(styles),
                    _ => {}
                },
                Event::Eof => return Ok(styles),
                _ => {}
            }
        }
    }

    /// What a cell says that is more than its number.
    pub(super) fn said(&self, style: usize, number: f64) -> Option<String> {
        match self.shown.get(style)? {
            Shown::Number => None,
            Shown::Day => day(number, self.since_1904),
            Shown::Time if number < 1.0 => time(number),
            Shown::Time => None,
            // Twelve digits: 0.07 times 100 is 7.000000000000001.
            Shown::Percent => Some(format!("{}%", (number * 1e12).round() / 1e10)).filter(|_| number.abs() < 1e3),
        }
    }
}

/// The forms that every spreadsheet knows; 27 to 58 are days in East Asia.
fn built_in(number: u32) -> Shown {
    match number {
        9 | 10 => Shown::Percent,
        14..=17 | 22 | 27..=31 | 36 | 50..=58 => Shown::Day,
        18..=21 | 32..=35 | 45..=47 => Shown::Time,
        _ => Shown::Number,
    }
}

/// What a form of the file's own shows, from its first section: the one for numbers above nil.
fn shown_by(form: &str) -> Shown {
    let (mut letters, mut percent) = (String::new(), false);
    let mut signs = form.chars();
    while let Some(sign) = signs.next() {
        match sign {
            ';' => break,
            '"' => drop(signs.find(|sign| *sign == '"')),
            '\\' | '_' | '*' => drop(signs.next()),
            '[' => {
                let inside: String = signs.by_ref().take_while(|sign| *sign != ']').collect();
                // `[h]:mm` is how long something takes; `[Red]` and `[$-413]` show nothing.
                if !inside.is_empty() && inside.chars().all(|sign| matches!(sign, 'h' | 'H' | 'm' | 'M' | 's' | 'S')) {
                    letters.push('h');
                }
            }
            '%' => percent = true,
            sign if sign.is_alphabetic() => letters.extend(sign.to_lowercase()),
            _ => {}
        }
    }
    // Years, months, days, hours, seconds, eras, AM/PM; `j` is a year in Dutch. `General` has other letters too.
    let of_time = letters.chars().all(|letter| "ymdjhseapgb".contains(letter));
    let has = |wanted: &[char]| letters.contains(wanted);
    match of_time {
        true if has(&['y', 'd', 'j']) => Shown::Day,
        true if has(&['h', 's']) => Shown::Time,
        true if has(&['m']) => Shown::Day,
        _ if percent => Shown::Percent,
        _ => Shown::Number,
    }
}

/// Seconds of a day.
const DAY: u64 = 86_400;

/// `2025-03-31`, with the time behind it where there is one.
fn day(number: f64, since_1904: bool) -> Option<String> {
    let seconds = (number * DAY as f64).round();
    // The last one is the 31st of December 9999.
    let known = (0.0..2_958_466.0 * DAY as f64).contains(&seconds);
    let seconds = if known { seconds as u64 } else { return None };
    let (days, rest) = (i64::try_from(seconds / DAY).ok()?, seconds % DAY);
    let since_1970 = match (since_1904, days) {
        (true, _) => days - 24_107,
        // Excel has a 29th of February in 1900, as number 60, and a day 0.
        (false, 0) => return if rest > 0 { time(number) } else { None },
        (false, 1..60) => days - 25_568,
        (false, 60) => return None,
        (false, _) => days - 25_569,
    };
    let (year, month, day) = calendar(since_1970);
    let date = format!("{year:04}-{month:02}-{day:02}");
    Some(if rest == 0 { date } else { format!("{date}T{}", clock(rest)) })
}

/// `14:30:00`, from a part of a day.
fn time(number: f64) -> Option<String> {
    let seconds = (number * DAY as f64).round();
    if (0.0..DAY as f64).contains(&seconds) { Some(clock(seconds as u64)) } else { None }
}

fn clock(seconds: u64) -> String {
    format!("{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60)
}

/// Year, month and day of a number of days since 1970: years start in March, so that the leap day is the last.
fn calendar(since_1970: i64) -> (i64, i64, i64) {
    let days = since_1970 + 719_468;
    let (era, of_era) = (days.div_euclid(146_097), days.rem_euclid(146_097));
    let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
    (year_of_era + era * 400 + i64::from(month <= 2), month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_the_day_that_the_spreadsheet_shows() {
        // As LibreOffice and Excel show them.
        let cases = [
            (45_747.0, false, Some("2025-03-31")),
            (44_285.0, true, Some("2025-03-31")),
            (45_747.604_166_666_664, false, Some("2025-03-31T14:30:00")),
            (1.0, false, Some("1900-01-01")),
            (59.0, false, Some("1900-02-28")),
            (60.0, false, None), // The 29th of February 1900 never was.
            (61.0, false, Some("1900-03-01")),
            (0.0, false, None),
            (0.0, true, Some("1904-01-01")),
            (0.5, false, Some("12:00:00")),
            (36_585.0, false, Some("2000-02-29")),
            (2_958_465.0, false, Some("9999-12-31")),
            (2_958_466.0, false, None),
            (-1.0, false, None),
            (1e300, false, None),
        ];
        for (number, since_1904, expected) in cases {
            assert_eq!(day(number, since_1904).as_deref(), expected, "{number} {since_1904}");
        }
    }

    #[test]
    fn a_form_shows_a_day_a_time_a_percentage_or_a_number() {
        let cases = [
            ("yyyy\\-mm\\-dd", Shown::Day),
            ("[$-413]d mmmm yyyy;@", Shown::Day),
            ("[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", Shown::Day),
            ("dd-mm-jjjj", Shown::Day),
            ("mmm", Shown::Day),
            ("h:mm AM/PM", Shown::Time),
            ("[h]:mm:ss", Shown::Time),
            ("General", Shown::Number),
            ("Standaard", Shown::Number),
            ("#,##0.00", Shown::Number),
            ("[Red]-0.00", Shown::Number),
            ("[$€-413] #,##0", Shown::Number),
            ("0 \"dagen\"", Shown::Number),
            ("0.00E+00", Shown::Number),
            ("0.0%", Shown::Percent),
            ("@", Shown::Number),
            ("\"open", Shown::Number),
            ("[", Shown::Number),
            ("", Shown::Number),
        ];
        for (form, expected) in cases {
            assert_eq!(shown_by(form), expected, "{form}");
        }
    }
}
