// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Figures of tables, by the marks that the recipe names.
//!
//! In: the text of a cell. Out: [`Figure`], exact, or nothing where it is no figure. Not here: numbers in running text.

use super::Marks;

/// A figure as it is printed: exact, without rounding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Figure {
    /// All its digits as one whole number, with its sign.
    pub digits: i64,
    /// How many of them are decimals.
    pub decimals: u8,
    /// It is a percentage.
    pub percent: bool,
}

/// Reads a figure; `None` for anything else. A dash alone is no figure.
pub fn figure(text: &str, marks: &Marks) -> Option<Figure> {
    let text = text.trim();
    let (text, percent) = text.strip_suffix('%').map_or((text, false), |text| (text.trim_end(), true));
    let (text, negative) = match text.strip_prefix(['-', '\u{2212}', '\u{2013}']) {
        Some(rest) => (rest.trim_start(), true),
        None => (text.strip_prefix('+').unwrap_or(text), false),
    };
    let (whole, decimals) = text.split_once(marks.decimal).unwrap_or((text, ""));
    let mut groups = whole.split(marks.thousands);
    let first = groups.next().filter(|first| !first.is_empty())?;
    let rest: Vec<&str> = groups.collect();
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    let shaped = digits(first) && digits(decimals) && rest.iter().all(|group| group.len() == 3 && digits(group));
    let grouped = rest.is_empty() || first.len() <= 3;
    if !shaped || !grouped || (text.contains(marks.decimal) && decimals.is_empty()) || decimals.len() > 9 {
        return None;
    }
    let all = format!("{first}{}{decimals}", rest.concat());
    let value: i64 = all.parse().ok()?;
    Some(Figure { digits: if negative { -value } else { value }, decimals: decimals.len() as u8, percent })
}

/// A roman numeral below 100, in one case, as it is written today.
pub(crate) fn roman(word: &str) -> Option<u8> {
    const TENS: [&str; 10] = ["", "x", "xx", "xxx", "xl", "l", "lx", "lxx", "lxxx", "xc"];
    const UNITS: [&str; 10] = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"];
    let one_case = word.chars().all(char::is_lowercase) || word.chars().all(char::is_uppercase);
    if !one_case || word.is_empty() || word.len() > 8 {
        return None;
    }
    let lower = word.to_lowercase();
    let tens = TENS.iter().rposition(|tens| lower.strip_prefix(tens).is_some_and(|rest| UNITS.contains(&rest)))?;
    let units = UNITS.iter().position(|units| lower.strip_prefix(TENS[tens]) == Some(units))?;
    u8::try_from(10 * tens + units).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roman_numerals_are_those_that_people_write() {
        let cases = [("i", 1), ("iv", 4), ("XIV", 14), ("xlix", 49), ("L", 50), ("xc", 90), ("lxxxviii", 88)];
        cases.iter().for_each(|(text, value)| assert_eq!(roman(text), Some(*value), "{text}"));
        for text in ["", "iiii", "Iv", "il", "mi", "vil", "lees", "xix."] {
            assert_eq!(roman(text), None, "{text}");
        }
    }

    #[test]
    fn figures_are_read_exactly_and_words_are_none() {
        let marks = Marks { thousands: '.', decimal: ',' };
        let exact = |digits, decimals, percent| Some(Figure { digits, decimals, percent });
        let cases = [
            ("1.803", exact(1803, 0, false)),
            ("-4.819", exact(-4819, 0, false)),
            ("\u{2212}12", exact(-12, 0, false)),
            ("-1,75%", exact(-175, 2, true)),
            ("0", exact(0, 0, false)),
            ("2022", exact(2022, 0, false)),
            ("", None),
            ("-", None),
            ("1.80", None),
            ("e1.", None),
            ("2,", None),
            ("Struc", None),
        ];
        for (text, expected) in cases {
            assert_eq!(figure(text, &marks), expected, "{text:?}");
        }
    }
}
