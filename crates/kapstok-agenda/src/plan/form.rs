// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! A form is remembered: which column of a user's own table holds what, so that the next file asks nothing.
//!
//! In and out: the text of `agenda/forms.toml`. Invariant: a book that was written reads back as it was, in one order; a
//! person may change it by hand. Not here: guessing (`column.rs`).

use std::collections::BTreeMap;
use std::fmt::Write;

use kapstok_table::{Place, Problem};
use serde::Deserialize;
use sha2::{Digest, Sha256};

use super::column::Title;
use super::fold::fold;

/// Which column of a table holds what.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Form {
    /// Titles as in the file, in its order.
    pub titles: Vec<String>,
    /// Per title its field, such as `owners` or `euros 2025 x1000`; `ignore` where a person decided so.
    #[serde(default)]
    pub fields: BTreeMap<String, String>,
}

impl Form {
    /// The same titles, in whatever capitals, accents and order, are the same form.
    pub fn fingerprint(&self) -> String {
        fingerprint(self.titles.iter().map(String::as_str))
    }
}

/// The fingerprint of titles; blank ones do not count.
pub(super) fn fingerprint<'a>(titles: impl Iterator<Item = &'a str>) -> String {
    let mut keys: Vec<String> = titles.map(fold).filter(|key| !key.is_empty()).collect();
    keys.sort_unstable();
    let mut hash = Sha256::new();
    for key in keys {
        hash.update((key.len() as u64).to_be_bytes());
        hash.update(key.as_bytes());
    }
    crate::log::hex(&hash.finalize()[..8])
}

/// All forms that are remembered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FormBook {
    forms: BTreeMap<String, Form>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    version: u32,
    #[serde(default)]
    form: Vec<Form>,
}

impl FormBook {
    /// Reads `agenda/forms.toml`.
    ///
    /// * Returns the forms and every problem; a form with a field that is not known is left out.
    pub fn read(name: &str, text: &str) -> (Self, Vec<Problem>) {
        let (mut book, mut problems) = (Self::default(), Vec::new());
        let file: File = match toml::from_str(text) {
            Ok(file) => file,
            Err(error) => {
                let place = Place::span(name, error.span().unwrap_or(0..0));
                return (book, vec![Problem::error("K0638", place).with("message", error.message())]);
            }
        };
        if file.version != 1 {
            return (book, vec![Problem::error("K0638", Place::file(name)).with("message", "version")]);
        }
        for form in file.form {
            match form.fields.iter().find(|(_, field)| Title::parse(field).is_none()) {
                Some((title, field)) => {
                    let place = Place { column: Some(title.clone()), ..Place::file(name) };
                    problems.push(Problem::error("K0613", place).with("found", field));
                }
                None => book.remember(form),
            }
        }
        (book, problems)
    }

    /// The text of the file.
    ///
    /// * `comment`: lines that stand at its top, in the language of the user.
    pub fn write(&self, comment: &str) -> String {
        let mut text = String::new();
        for line in comment.lines() {
            text.push_str(if line.is_empty() { "#" } else { "# " });
            text.push_str(line);
            text.push('\n');
        }
        text.push_str("version = 1\n");
        // A JSON string is a TOML string of one line, but for one sign.
        let quoted = |words: &str| serde_json::Value::from(words).to_string().replace('\u{7f}', "\\u007f");
        for form in self.forms.values() {
            let titles: Vec<String> = form.titles.iter().map(|title| quoted(title)).collect();
            let _ = write!(text, "\n[[form]]\ntitles = [{}]\n\n[form.fields]\n", titles.join(", "));
            for (title, field) in &form.fields {
                let _ = writeln!(text, "{} = {}", quoted(title), quoted(field));
            }
        }
        text
    }

    /// Takes a form in, in place of one with the same titles.
    pub fn remember(&mut self, form: Form) {
        self.forms.insert(form.fingerprint(), form);
    }

    /// The form with a fingerprint.
    pub(super) fn get(&self, fingerprint: &str) -> Option<&Form> {
        self.forms.get(fingerprint)
    }

    /// Whether nothing is remembered.
    pub fn is_empty(&self) -> bool {
        self.forms.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_book_reads_back_as_it_was_whatever_the_titles_are() {
        let titles = ["Wie \"trekt\"", "Bud\nget", "a = b", "'", "é#", "\\"];
        let fields = titles.iter().map(|title| ((*title).to_owned(), "owners".to_owned())).collect();
        let mut book = FormBook::default();
        book.remember(Form { titles: titles.map(str::to_owned).to_vec(), fields });
        let text = book.write("How to change this\n\nby hand");
        assert!(text.starts_with("# How to change this\n#\n# by hand\nversion = 1\n"), "{text}");
        assert_eq!(FormBook::read("forms.toml", &text), (book, vec![]), "{text}");
    }

    #[test]
    fn a_book_with_a_mistake_says_where() {
        for (text, code) in [
            ("version = 2", "K0638"),
            ("version = ", "K0638"),
            ("version = 1\n[[form]]\ntitles = [\"a\"]\n[form.fields]\na = \"leader\"", "K0613"),
        ] {
            let (book, problems) = FormBook::read("forms.toml", text);
            assert!(book.is_empty());
            assert_eq!(problems.iter().map(|it| it.code).collect::<Vec<_>>(), [code], "{text}");
        }
    }

    #[test]
    fn order_and_capitals_of_titles_make_no_other_form() {
        let form = |titles: &[&str]| Form {
            titles: titles.iter().map(|it| (*it).to_owned()).collect(),
            fields: BTreeMap::new(),
        };
        assert_eq!(form(&["Wie", "Wat"]).fingerprint(), form(&["WAT", "", "wie "]).fingerprint());
        assert_ne!(form(&["Wie", "Wat"]).fingerprint(), form(&["Wie"]).fingerprint());
    }
}
