// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Patterns of words, as a recipe writes them: no regular expressions, so that anybody can read and change them.
//!
//! | written | matches |
//! |---|---|
//! | `wijk*`, `*aanpak`, `*wijk*` | a word that begins, ends, or holds |
//! | `per gebied` | these words one after the other; quotation marks between them do not count |
//! | `wijk\|buurt` | one of these words |
//! | `..`, `..3` | up to six, up to three words or signs |
//! | `#` | a number in digits |
//! | `^`, `$` | the beginning and the end of a sentence or heading |
//!
//! In: text of a recipe. Out: [`Pattern`], which finds spans of tokens. Capitals never count. Work is bounded by
//! tokens times the length of the pattern times the gaps that it allows.

use std::ops::Range;

use crate::token::{Token, TokenKind};

/// A pattern of words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pattern {
    text: String,
    parts: Vec<Part>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Part {
    /// One of these words.
    Word(Vec<Glob>),
    Number,
    /// Up to so many tokens.
    Gap(usize),
    Start,
    End,
}

/// Parts of a word with anything between them.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Glob {
    parts: Vec<String>,
}

/// What was found: positions of tokens.
pub type Found = Range<usize>;

/// The gap of `..` without a number.
const GAP: usize = 6;
/// The longest gap, and the most gaps of one pattern.
const LONGEST_GAP: usize = 20;
const MOST_GAPS: usize = 2;

impl Pattern {
    /// Reads a pattern; the error is what of it cannot be.
    ///
    /// # Errors
    /// The part that cannot be: nothing at all, only gaps and stars, too long or too many gaps.
    pub fn parse(text: &str) -> Result<Self, String> {
        let mut parts = Vec::new();
        for part in text.split_whitespace() {
            parts.push(match part {
                "#" => Part::Number,
                "^" => Part::Start,
                "$" => Part::End,
                ".." => Part::Gap(GAP),
                part if part.starts_with("..") => {
                    let n: usize = part[2..].parse().map_err(|_| part.to_owned())?;
                    if n == 0 || n > LONGEST_GAP {
                        return Err(part.to_owned());
                    }
                    Part::Gap(n)
                }
                part => {
                    let globs: Vec<Glob> = part.split('|').map(Glob::parse).collect();
                    if globs.iter().any(|glob| glob.parts.iter().all(String::is_empty)) {
                        return Err(part.to_owned());
                    }
                    Part::Word(globs)
                }
            });
        }
        let is_gap = |part: &Part| matches!(part, Part::Gap(_));
        let edge = parts.first().is_none_or(is_gap) || parts.last().is_none_or(is_gap);
        let wordless = !parts.iter().any(|part| matches!(part, Part::Word(_) | Part::Number));
        let misplaced = parts.iter().skip(1).any(|part| *part == Part::Start)
            || parts.iter().rev().skip(1).any(|part| *part == Part::End);
        if edge || wordless || misplaced || parts.iter().filter(|part| is_gap(part)).count() > MOST_GAPS {
            return Err(text.to_owned());
        }
        Ok(Self { text: text.split_whitespace().collect::<Vec<_>>().join(" "), parts })
    }

    /// As it was written.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// All places where it matches, from left to right, without overlap; gaps are as short as can be.
    pub fn find(&self, tokens: &[Token]) -> Vec<Found> {
        let mut found = Vec::new();
        let mut at = 0;
        while at < tokens.len() {
            match matches(&self.parts, tokens, at) {
                Some(end) if end > at => {
                    found.push(at..end);
                    at = end;
                }
                _ => at += 1,
            }
        }
        found
    }

    /// Whether it matches anywhere.
    pub fn is_in(&self, tokens: &[Token]) -> bool {
        (0..tokens.len()).any(|at| matches(&self.parts, tokens, at).is_some())
    }
}

/// The position after the match that begins at `at`.
fn matches(parts: &[Part], tokens: &[Token], at: usize) -> Option<usize> {
    let Some((part, rest)) = parts.split_first() else { return Some(at) };
    match part {
        Part::Start => {
            let opens = tokens[..at].iter().all(|token| token.kind == TokenKind::Sign);
            if opens { matches(rest, tokens, at) } else { None }
        }
        Part::End => {
            let closes = tokens[at..].iter().all(|token| token.kind == TokenKind::Sign);
            if closes { matches(rest, tokens, at) } else { None }
        }
        Part::Gap(n) => {
            (0..=*n).take_while(|skip| at + skip <= tokens.len()).find_map(|skip| matches(rest, tokens, at + skip))
        }
        Part::Word(_) | Part::Number => {
            let token = tokens.get(at)?;
            let fits = match part {
                Part::Word(globs) => globs.iter().any(|glob| glob.fits(token)),
                _ => token.kind == TokenKind::Number,
            };
            if !fits {
                return None;
            }
            let mut next = at + 1;
            // Quotation marks between two words of a phrase do not count.
            while !rest.is_empty() && tokens.get(next).is_some_and(is_quote) {
                next += 1;
            }
            matches(rest, tokens, next)
        }
    }
}

fn is_quote(token: &Token) -> bool {
    matches!(token.text.as_str(), "‘" | "’" | "“" | "”" | "„" | "\"" | "'" | "«" | "»" | "‹" | "›")
}

impl Glob {
    fn parse(text: &str) -> Self {
        Self { parts: text.to_lowercase().split('*').map(str::to_owned).collect() }
    }

    fn fits(&self, token: &Token) -> bool {
        self.fits_text(&token.text) || token.also.iter().any(|text| self.fits_text(text))
    }

    fn fits_text(&self, text: &str) -> bool {
        let [first, middle @ .., last] = self.parts.as_slice() else {
            return self.parts.first().is_some_and(|whole| whole == text);
        };
        let Some(mut rest) = text.strip_prefix(first.as_str()) else { return false };
        let Some(until) = rest.strip_suffix(last.as_str()) else { return false };
        rest = until;
        middle.iter().all(|part| match rest.find(part.as_str()) {
            Some(at) => {
                rest = &rest[at + part.len()..];
                true
            }
            None => false,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Words;
    use crate::token::tokens;

    #[test]
    fn patterns_find_what_a_reader_would_expect_of_them() {
        let text = "We kiezen ‘voor’ een brede wijkaanpak in 20 kwetsbare ‘wijken’, per gebied.";
        let cases: [(&str, &[&str]); 12] = [
            ("wijkaanpak", &["wijkaanpak"]),
            ("wijk*", &["wijkaanpak", "wijken"]),
            ("*aan*k", &["wijkaanpak"]),
            ("kwetsbare wijk*", &["kwetsbare ‘wijken"]),
            ("# kwetsbare", &["20 kwetsbare"]),
            ("kiezen .. wijk*", &["kiezen ‘voor’ een brede wijkaanpak"]),
            ("kiezen ..2 wijk*", &[]),
            ("^ we|wij", &["We"]),
            ("^ kiezen", &[]),
            ("per gebied $", &["per gebied"]),
            ("*gebied", &["gebied"]),
            ("wijk", &[]),
        ];
        let tokens = tokens(text, &Words::default());
        for (pattern, expected) in cases {
            let found = Pattern::parse(pattern).unwrap().find(&tokens);
            let found: Vec<&str> = found
                .iter()
                .map(|found| &text[tokens[found.start].span.start..tokens[found.end - 1].span.end])
                .collect();
            assert_eq!(found, expected, "{pattern:?}");
        }
    }

    #[test]
    fn what_would_match_everything_or_never_end_is_refused() {
        for text in ["", "*", "..", "a ..", ".. a", "a ..99 b", "a ..x b", "^", "a ^", "$ a", "a .. b .. c .. d", "a|*"]
        {
            assert!(Pattern::parse(text).is_err(), "{text:?}");
        }
    }
}
