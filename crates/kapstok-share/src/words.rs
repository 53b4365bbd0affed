// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Words for people, in Dutch and English, from `text/nl.ftl` and `text/en.ftl`.
//!
//! In: a key and its facts. Out: a sentence. A key that is missing shows as the key itself, and
//! `cargo xtask check` fails on it. Not here: what is said where (the commands).

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use crate::number::{figure, grouped, with_unit};

/// The two languages of the product.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// Nederlands.
    Nl,
    /// English.
    En,
}

impl Language {
    /// Both, Dutch first.
    pub const ALL: [Self; 2] = [Self::Nl, Self::En];

    /// Its tag, as in `lang=` of a page and in the path of one.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Nl => "nl",
            Self::En => "en",
        }
    }

    /// The language of a tag.
    pub fn of_tag(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.tag() == tag)
    }
}

/// The sentences of one language.
pub struct Words {
    /// Which language.
    pub language: Language,
    /// The workspace as it was typed: what a hint says to type has it in its place.
    pub dir: Option<String>,
    bundle: FluentBundle<FluentResource>,
}

impl Words {
    /// Reads the built-in texts. A broken message is left out: a test reads both files without error.
    pub fn new(language: Language) -> Self {
        let resource = FluentResource::try_new(text(language).to_owned()).unwrap_or_else(|(resource, _)| resource);
        let tag: LanguageIdentifier = language.tag().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![tag]);
        bundle.set_use_isolating(false);
        bundle.add_resource_overriding(resource);
        Self { language, dir: None, bundle }
    }

    /// The message of a key, filled with facts.
    pub fn say(&self, key: &str, facts: &[(&str, &str)]) -> String {
        let Some(pattern) = self.bundle.get_message(key).and_then(|message| message.value()) else {
            // A workspace may bring a word that no text has: then that word stands, not our key.
            let own = OPEN_GROUPS.iter().find_map(|group| key.strip_prefix(group)?.strip_prefix('-'));
            return own.unwrap_or(key).to_owned();
        };
        let mut errors = Vec::new();
        self.bundle.format_pattern(pattern, Some(&self.arguments(facts)), &mut errors).into_owned()
    }

    /// An attribute of a message (`hint`, `explain`), if it has it.
    pub fn attribute(&self, key: &str, attribute: &str, facts: &[(&str, &str)]) -> Option<String> {
        let attribute = self.bundle.get_message(key)?.get_attribute(attribute)?;
        let mut errors = Vec::new();
        Some(self.bundle.format_pattern(attribute.value(), Some(&self.arguments(facts)), &mut errors).into_owned())
    }

    /// A word of a file as people say it: `unit` and `percent` give `procent`. A word that the texts do not have,
    /// for a workspace may bring its own, stands as it is.
    pub fn word(&self, group: &str, word: &str) -> String {
        let key = format!("{group}-{}", word.replace('_', "-"));
        match self.bundle.has_message(&key) && !word.contains(' ') {
            true => self.say(&key, &[]),
            false => word.to_owned(),
        }
    }

    /// A level as people call its areas together.
    pub fn levels(&self, level: &str) -> String {
        let key = format!("page-levels-{level}");
        if self.bundle.has_message(&key) { self.say(&key, &[]) } else { self.word("level", level) }
    }

    /// A figure with its unit: groups of three, and no line break before the unit.
    pub fn value(&self, value: f64, unit: &str) -> String {
        // As people say it, and short enough for a column of the sheet.
        if unit == "thousand-euro" {
            let decimals = usize::from(value.abs() < 100.0 && value.fract() != 0.0);
            return self.say("page-value-thousand-euro", &[("value", &self.number(value, decimals))]);
        }
        grouped(&with_unit(value, unit, self.language), self.language).replace(' ', "\u{a0}")
    }

    /// A number without a unit.
    pub fn number(&self, value: f64, decimals: usize) -> String {
        grouped(&figure(value, decimals, self.language), self.language)
    }

    /// Words of a file, one by one.
    pub fn each<'a>(&self, group: &str, words: impl IntoIterator<Item = &'a str>) -> String {
        words.into_iter().map(|word| self.word(group, word)).collect::<Vec<_>>().join(", ")
    }

    /// The facts, and the workspace where a hint names it.
    fn arguments<'a>(&'a self, facts: &[(&'a str, &'a str)]) -> FluentArgs<'a> {
        let fallback = match self.language {
            Language::Nl => "MAP",
            Language::En => "DIR",
        };
        let mut arguments = arguments(facts);
        if arguments.get("dir").is_none() {
            arguments.set("dir", self.dir.as_deref().unwrap_or(fallback));
        }
        arguments
    }
}

/// All sentences of a language, as they stand in its file.
pub const fn text(language: Language) -> &'static str {
    match language {
        Language::Nl => include_str!("../../../text/nl.ftl"),
        Language::En => include_str!("../../../text/en.ftl"),
    }
}

/// Groups of words to which a workspace may add its own.
const OPEN_GROUPS: &[&str] = &["population", "unit", "level", "kind", "evidence", "ingredient", "trait", "domain"];

/// Facts that are counts: the word behind them follows them. All others are text, for a code such as 0363 must keep
/// its zero.
const COUNTS: &[&str] = &[
    "n",
    "pages",
    "sentences",
    "promises",
    "count",
    "warnings",
    "notes",
    "good",
    "bad",
    "sources",
    "rows",
    "columns",
    "known",
    "missing",
    "of",
    "must",
    "unmatched",
];

fn arguments<'a>(facts: &[(&'a str, &'a str)]) -> FluentArgs<'a> {
    let value = |name: &str, value: &'a str| match COUNTS.contains(&name) {
        true => FluentValue::try_number(value),
        false => FluentValue::from(value),
    };
    facts.iter().map(|(name, text)| (*name, value(name, text))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_read_without_error_and_count_one_and_many() {
        for language in Language::ALL {
            assert!(FluentResource::try_new(text(language).to_owned()).is_ok());
        }
        let words = Words::new(Language::Nl);
        assert!(words.say("failure-problems", &[("n", "1")]).ends_with("1 fout"));
        assert!(words.say("failure-problems", &[("n", "3")]).ends_with("3 fouten"));
        // A code is text, however much it looks like a number.
        assert!(words.say("failure-not-found-area", &[("found", "0363"), ("nearest", "GM0363")]).contains("`0363`"));
    }
}
