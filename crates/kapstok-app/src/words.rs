// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Words for people, in Dutch and English, from `text/nl.ftl` and `text/en.ftl`.
//!
//! In: a key and its facts. Out: a sentence. A key that is missing shows as the key itself, and
//! `cargo xtask check` fails on it. Not here: what is said where (the commands).

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

/// The two languages of the product.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Language {
    /// Nederlands.
    Nl,
    /// English.
    En,
}

impl Language {
    /// Dutch where the environment asks for it (`LC_ALL`, `LC_MESSAGES`, `LANG`), else English.
    pub(crate) fn from_environment() -> Self {
        let asked = ["LC_ALL", "LC_MESSAGES", "LANG"]
            .iter()
            .find_map(|name| std::env::var(name).ok().filter(|v| !v.is_empty()));
        if asked.is_some_and(|value| value.starts_with("nl")) { Self::Nl } else { Self::En }
    }
}

/// The sentences of one language.
pub(crate) struct Words {
    /// Which language.
    pub(crate) language: Language,
    bundle: FluentBundle<FluentResource>,
}

impl Words {
    /// Reads the built-in texts. A broken message is left out: a test reads both files without error.
    pub(crate) fn new(language: Language) -> Self {
        let text = match language {
            Language::Nl => include_str!("../../../text/nl.ftl"),
            Language::En => include_str!("../../../text/en.ftl"),
        };
        let resource = FluentResource::try_new(text.to_owned()).unwrap_or_else(|(resource, _)| resource);
        let tag = match language {
            Language::Nl => "nl",
            Language::En => "en",
        };
        let tag: LanguageIdentifier = tag.parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![tag]);
        bundle.set_use_isolating(false);
        bundle.add_resource_overriding(resource);
        Self { language, bundle }
    }

    /// The message of a key, filled with facts.
    pub(crate) fn say(&self, key: &str, facts: &[(&str, &str)]) -> String {
        let Some(pattern) = self.bundle.get_message(key).and_then(|message| message.value()) else {
            return key.to_owned();
        };
        let mut errors = Vec::new();
        self.bundle.format_pattern(pattern, Some(&arguments(facts)), &mut errors).into_owned()
    }

    /// An attribute of a message (`hint`, `explain`), if it has it.
    pub(crate) fn attribute(&self, key: &str, attribute: &str, facts: &[(&str, &str)]) -> Option<String> {
        let attribute = self.bundle.get_message(key)?.get_attribute(attribute)?;
        let mut errors = Vec::new();
        Some(self.bundle.format_pattern(attribute.value(), Some(&arguments(facts)), &mut errors).into_owned())
    }
}

fn arguments<'a>(facts: &[(&'a str, &'a str)]) -> FluentArgs<'a> {
    // Only counts are numbers: a code such as 0363 must keep its zero.
    let value = |name: &str, value: &'a str| match name {
        "n" | "count" => FluentValue::try_number(value),
        _ => FluentValue::from(value),
    };
    facts.iter().map(|(name, text)| (*name, value(name, text))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_read_without_error_and_count_one_and_many() {
        for text in [include_str!("../../../text/nl.ftl"), include_str!("../../../text/en.ftl")] {
            assert!(FluentResource::try_new(text.to_owned()).is_ok());
        }
        let words = Words::new(Language::Nl);
        assert!(words.say("failure-problems", &[("n", "1")]).ends_with("1 fout"));
        assert!(words.say("failure-problems", &[("n", "3")]).ends_with("3 fouten"));
        // A code is text, however much it looks like a number.
        assert!(words.say("failure-not-found-area", &[("found", "0363"), ("nearest", "GM0363")]).contains("`0363`"));
    }
}
