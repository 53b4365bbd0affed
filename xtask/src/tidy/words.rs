// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Words that the product does not say: they promise too much, or name people and places by a label.
//!
//! In: the texts that people see, `text/*.ftl`. Not here: quotes and users' own words, which are shown as theirs.

use super::{File, Finding, numbered, under};

/// A word, in small letters, as the beginning of a word of a text; and why it is not said.
const NOT_SAID: [(&str, &str); 9] = [
    ("effect", "only a design that was registered beforehand shows one"),
    ("probleemwijk", "a label: say which burdens come together there"),
    ("achterstandswijk", "a label: say which burdens come together there"),
    ("kwetsbare wijk", "a label: say which burdens come together there"),
    ("kwetsbare buurt", "a label: say which burdens come together there"),
    ("aandachtsgebied", "say `gekozen gebied`"),
    ("focusgebied", "an official status of the national programme; say `gekozen gebied`"),
    ("simply", "it is not, to whoever reads a hint"),
    ("gewoon", "it is not, to whoever reads a hint"),
];

/// Finds them; a comment of a text file may say them.
pub(super) fn words(files: &[File]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (path, text) in under(files, "text/", ".ftl") {
        for (number, line) in numbered(text).filter(|(_, line)| !line.starts_with('#')) {
            let line = line.to_lowercase();
            for (word, why) in NOT_SAID {
                let opens = |at: usize| !line[..at].ends_with(|sign: char| sign.is_alphanumeric());
                if line.match_indices(word).any(|(at, _)| opens(at)) {
                    findings.push(Finding::new(path, number, format!("`{word}` is not said: {why}")));
                }
            }
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::super::{file, lines};
    use super::words;

    #[test]
    fn a_word_that_is_not_said_is_found_at_its_start_and_in_texts_only() {
        let text = "# effect\na = Het Effect van beleid\nb = side-effects\nc = coefficient, ongewoon\n";
        let files = [file("text/nl.ftl", text), file("docs/a.md", "effect")];
        assert_eq!(
            lines(&words(&files)),
            [
                "text/nl.ftl:2: `effect` is not said: only a design that was registered beforehand shows one",
                "text/nl.ftl:3: `effect` is not said: only a design that was registered beforehand shows one",
            ]
        );
    }
}
