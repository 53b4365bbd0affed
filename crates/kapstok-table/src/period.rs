// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What time a figure is about; never when it was fetched.

use std::fmt;

use crate::cell::Status;

/// A year, or a part of a year in the form of CBS (`2021KW03`, `2021MM11`), kept short where it is a
/// whole year: `2020JJ00` reads as `2020`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Period(Box<str>);

impl Period {
    /// Reads `2020`, `2020JJ00`, `2020KW01`, `2020MM06`, with a trailing `*` (provisional) set aside.
    /// `None` for anything else.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim().trim_end_matches('*').trim();
        let year = text.get(..4)?;
        let rest = &text[4..];
        let year_known = year.bytes().all(|byte| byte.is_ascii_digit());
        let part = |kind: &str, last: u8| {
            rest.strip_prefix(kind)
                .is_some_and(|n| n.len() == 2 && n.parse::<u8>().is_ok_and(|n| (1..=last).contains(&n)))
        };
        match () {
            () if !year_known => None,
            () if rest.is_empty() || rest == "JJ00" => Some(Self(year.into())),
            () if part("KW", 4) || part("MM", 12) => Some(Self(text.into())),
            () => None,
        }
    }

    /// Reads as [`Self::parse`] does, and keeps what a `*` behind it says of every figure of the period: the
    /// publisher may still change it (CBS: `*` provisional, `**` revised provisional).
    pub fn parse_with_status(text: &str) -> Option<(Self, Status)> {
        let status = if text.trim().ends_with('*') { Status::Provisional } else { Status::Final };
        Some((Self::parse(text)?, status))
    }

    /// A whole year.
    pub fn year_of(year: u16) -> Self {
        Self(format!("{year:04}").into())
    }

    /// As text: `2020`, `2020KW01`.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The year that it is or lies in.
    pub fn year(&self) -> u16 {
        self.0.get(..4).and_then(|year| year.parse().ok()).unwrap_or(0)
    }
}

impl fmt::Display for Period {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::{Period, Status};

    #[test]
    fn a_star_behind_a_period_makes_its_figures_provisional() {
        let cases = [
            ("2024", Some(("2024", Status::Final))),
            ("2024* ", Some(("2024", Status::Provisional))),
            ("2023**", Some(("2023", Status::Provisional))),
            ("*", None),
        ];
        for (text, expected) in cases {
            let found = Period::parse_with_status(text);
            assert_eq!(found.as_ref().map(|(period, status)| (period.as_str(), *status)), expected, "{text:?}");
        }
    }

    #[test]
    fn periods_are_read_in_the_forms_that_publishers_use() {
        let cases = [
            ("2020JJ00", Some("2020")),
            (" 2019 ", Some("2019")),
            ("2023*", Some("2023")),
            ("2021KW03", Some("2021KW03")),
            ("2021KW05", None),
            ("2021MM12", Some("2021MM12")),
            ("21", None),
            ("jaar", None),
            ("2021JJ01", None),
        ];
        for (text, expected) in cases {
            assert_eq!(Period::parse(text).as_ref().map(Period::as_str), expected, "{text:?}");
        }
    }
}
