// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The words of one language, as pages say them.
//!
//! In: keys and facts. Out: plain text, which the templates escape. The texts are read once per program.

use std::sync::OnceLock;

use kapstok_share::snapshot::{AreaAt, Snapshot};
use kapstok_share::words::{Language, Words};

/// Words and numbers of a language.
pub(crate) struct Voice {
    pub(crate) words: Words,
}

impl Voice {
    /// The voice of a language.
    pub(crate) fn of(language: Language) -> &'static Self {
        static NL: OnceLock<Voice> = OnceLock::new();
        static EN: OnceLock<Voice> = OnceLock::new();
        let voice = match language {
            Language::Nl => &NL,
            Language::En => &EN,
        };
        voice.get_or_init(|| Self { words: Words::new(language) })
    }

    /// Its language.
    pub(crate) fn language(&self) -> Language {
        self.words.language
    }

    /// A sentence without facts.
    pub(crate) fn s(&self, key: &str) -> String {
        self.words.say(key, &[])
    }

    /// A sentence with facts.
    pub(crate) fn f(&self, key: &str, facts: &[(&str, &str)]) -> String {
        self.words.say(key, facts)
    }

    /// A sentence with a count in it, as `$n`.
    pub(crate) fn n(&self, key: &str, n: usize) -> String {
        self.words.say(key, &[("n", &n.to_string())])
    }

    /// A level as people call one area of it.
    pub(crate) fn level(&self, level: &str) -> String {
        self.words.word("level", level)
    }

    /// A level as people call its areas together.
    pub(crate) fn levels(&self, level: &str) -> String {
        self.words.levels(level)
    }

    /// A domain, with a capital.
    pub(crate) fn domain(&self, domain: &str) -> String {
        let word = self.words.word("domain", domain);
        let mut letters = word.chars();
        letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
    }

    /// A figure with its unit: groups of three, and no line break before the unit.
    pub(crate) fn value(&self, value: f64, unit: &str) -> String {
        self.words.value(value, unit)
    }

    /// A number without a unit.
    pub(crate) fn number(&self, value: f64, decimals: usize) -> String {
        self.words.number(value, decimals)
    }

    /// A count.
    pub(crate) fn count(&self, n: usize) -> String {
        self.number(n as f64, 0)
    }

    /// Why there is no figure.
    pub(crate) fn reason(&self, reason: &str) -> String {
        self.s(&format!("reason-{}", reason.replace('_', "-")))
    }

    /// A licence as people read it.
    pub(crate) fn licence(&self, licence: &str) -> String {
        match licence {
            "" | "not stated" => self.f("page-licence", &[("licence", &self.s("licence-not-stated"))]),
            licence => licence.to_owned(),
        }
    }

    /// Names in a sentence: `a, b en c`.
    pub(crate) fn and(&self, parts: &[String]) -> String {
        match parts.split_last() {
            None => String::new(),
            Some((last, [])) => last.clone(),
            Some((last, rest)) => format!("{} {} {last}", rest.join(", "), self.s("page-and")),
        }
    }

    /// The name of an area; its code where it has none.
    pub(crate) fn name<'a>(&self, snapshot: &'a Snapshot, area: AreaAt) -> &'a str {
        snapshot.name_of(area)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_stand_apart_as_each_language_has_them() {
        let cases = [
            (Language::Nl, 1234567.0, "count", "1.234.567"),
            (Language::En, 1234.0, "count", "1,234"),
            (Language::Nl, -1234.5, "count", "-1.234,5"),
            (Language::Nl, 17.5, "percent", "17,5\u{a0}%"),
            (Language::Nl, 312.0, "thousand-euro", "€\u{a0}312 duizend"),
            (Language::En, 31.3, "thousand-euro", "€\u{a0}31.3 thousand"),
        ];
        for (language, value, unit, expected) in cases {
            assert_eq!(Voice::of(language).value(value, unit), expected);
        }
    }
}
