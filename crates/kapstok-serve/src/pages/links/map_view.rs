// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What of the map stands in its address and is drawn by the server too: thing, view, year, level.
//!
//! In: what stands behind the question mark. Out: a [`MapView`], and back. Names and words are those of the map that moves
//! (`atlas/src/state/url.ts`), earlier ones too. Invariant: any bytes may come, and what the server does not draw (the
//! place, a box) is passed over: the map reads it.

use crate::query::decoded;

/// Most characters of a value.
const MOST: usize = 120;

/// What the map shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MapView {
    /// `together`, `domain.` with a domain, or an indicator; what comes together without.
    pub show: Option<String>,
    /// Which view of it.
    pub certainty: Certainty,
    /// The period; the newest without.
    pub year: Option<String>,
    /// The level; the smallest areas without.
    pub level: Option<String>,
}

/// A view of what the map shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Certainty {
    /// Its values.
    #[default]
    Value,
    /// Its values, and which of them are not sure.
    Interval,
    /// How likely an area stands in the worst part.
    Chance,
}

impl Certainty {
    /// All of them, with the word of an address.
    pub const ALL: [(Self, &'static str); 3] =
        [(Self::Value, "value"), (Self::Interval, "interval"), (Self::Chance, "chance")];

    /// Its word in an address and in the keys of the texts.
    pub fn word(self) -> &'static str {
        Self::ALL.iter().find(|(view, _)| *view == self).map_or("value", |(_, word)| word)
    }

    fn of_word(word: &str) -> Self {
        match word {
            "interval" => Self::Interval,
            "chance" | "kans" => Self::Chance,
            _ => Self::Value,
        }
    }
}

impl MapView {
    /// Reads a query. What is no text, too long or nothing is not asked.
    pub(super) fn read(query: &str) -> Self {
        let pairs = query.split('&').filter_map(|pair| pair.split_once('='));
        let pairs: Vec<(&str, String)> = pairs
            .filter_map(|(name, value)| Some((name, decoded(value, true)?)))
            .filter(|(_, value)| !value.is_empty() && value.chars().count() <= MOST)
            .collect();
        let find = |name: &str| pairs.iter().find(|(known, _)| *known == name).map(|(_, value)| value.clone());
        let read = |name: &str, before: &str| find(name).or_else(|| find(before));
        let show = read("show", "toon").map(|show| match show.strip_prefix("domein.") {
            Some(domain) => format!("domain.{domain}"),
            None if show == "samenkomen" => "together".to_owned(),
            None => show,
        });
        Self {
            show,
            certainty: read("certainty", "zekerheid").map_or(Certainty::Value, |word| Certainty::of_word(&word)),
            year: read("year", "jaar"),
            level: read("level", "niveau"),
        }
    }

    /// What stands in an address, in the order in which the map writes it.
    pub(super) fn pairs(&self) -> Vec<(&'static str, String)> {
        let mut pairs = Vec::new();
        pairs.extend(self.show.clone().map(|show| ("show", show)));
        if self.certainty != Certainty::Value {
            pairs.push(("certainty", self.certainty.word().to_owned()));
        }
        pairs.extend(self.year.clone().map(|year| ("year", year)));
        pairs.extend(self.level.clone().map(|level| ("level", level)));
        pairs
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_of_the_map_is_read_in_either_language_and_anything_else_is_passed_over() {
        let of =
            |show: Option<&str>, certainty| MapView { show: show.map(str::to_owned), certainty, ..MapView::default() };
        let cases = [
            ("show=domain.debt&certainty=chance", of(Some("domain.debt"), Certainty::Chance)),
            ("toon=domein.debt&zekerheid=kans", of(Some("domain.debt"), Certainty::Chance)),
            ("toon=samenkomen&certainty=interval&brush=1,2,3,4", of(Some("together"), Certainty::Interval)),
            ("show=&certainty=worst", of(None, Certainty::Value)),
            ("show=%ff&certainty=%&&=&x", of(None, Certainty::Value)),
        ];
        for (query, expected) in cases {
            assert_eq!(MapView::read(query), expected, "{query}");
        }
        assert_eq!(MapView::read(&format!("show={}", "x".repeat(121))), MapView::default());
    }
}
