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
//! In: text of a recipe. Out: [`Pattern`], which finds spans of tokens. Capitals and kinds of apostrophes never count.
//! Work is bounded by
//! tokens times the length of the pattern times the gaps that it allows.

use std::ops::Range;

use crate::text::folded;
use crate::token::{Token, TokenKind};
use crate::work::turn;

/// A pattern of words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pattern {
    text: String,
    parts: Vec<Part>,
    /// Of each of its words, the first letters that it can have.
    heads: Vec<Heads>,
}

/// First bytes of words, a bit for each: most words that are no match are seen to be none by them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Heads([u64; 4]);

impl Heads {
    const ANY: Self = Self([u64::MAX; 4]);

    fn add(&mut self, text: &str) {
        if let Some(first) = text.bytes().next() {
            self.0[usize::from(first >> 6)] |= 1 << (first & 63);
        }
    }

    fn has(self, text: &str) -> bool {
        text.bytes().next().is_some_and(|first| self.0[usize::from(first >> 6)] >> (first & 63) & 1 == 1)
    }

    fn shares(self, other: Self) -> bool {
        self.0.iter().zip(other.0).any(|(one, other)| one & other != 0)
    }

    fn of(globs: &[Glob]) -> Self {
        let mut heads = Self::default();
        for glob in globs {
            match glob.parts.first().map(String::as_str) {
                None | Some("") => return Self::ANY,
                Some(first) => heads.add(first),
            }
        }
        heads
    }
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
        let words = parts.iter().filter_map(|part| if let Part::Word(globs) = part { Some(globs) } else { None });
        let heads = words.map(|globs| Heads::of(globs)).collect();
        Ok(Self { text: text.split_whitespace().collect::<Vec<_>>().join(" "), parts, heads })
    }

    /// As it was written.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The words that it is, where each is one whole word.
    pub(crate) fn plain_words(&self) -> impl Iterator<Item = &str> {
        let one = if let [Part::Word(globs)] = self.parts.as_slice() { globs.as_slice() } else { &[] };
        one.iter().filter_map(|glob| if let [whole] = glob.parts.as_slice() { Some(whole.as_str()) } else { None })
    }

    /// All places where it matches, from left to right, without overlap; gaps are as short as can be.
    pub fn find(&self, tokens: &[Token]) -> Vec<Found> {
        let mut found = Vec::new();
        let mut at = 0;
        let end = self.begins_before(tokens);
        while at < end {
            turn();
            if !self.may_begin(&tokens[at]) {
                at += 1;
                continue;
            }
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
        let begins = tokens[..self.begins_before(tokens)].iter().enumerate();
        begins
            .inspect(|_| turn())
            .filter(|(_, token)| self.may_begin(token))
            .any(|(at, _)| matches(&self.parts, tokens, at).is_some())
    }

    /// Whether a match can begin at a token, by its first letter.
    fn may_begin(&self, token: &Token) -> bool {
        match (self.parts.first(), self.heads.first()) {
            (Some(Part::Word(_)), Some(heads)) => heads.has(&token.text) || !token.also.is_empty(),
            _ => true,
        }
    }

    /// Whether it matches from the first token on.
    pub(crate) fn is_at_start(&self, tokens: &[Token]) -> bool {
        !tokens.is_empty() && matches(&self.parts, tokens, 0).is_some_and(|end| end > 0)
    }

    /// No match begins at this token or behind it.
    fn begins_before(&self, tokens: &[Token]) -> usize {
        if self.parts.first() != Some(&Part::Start) {
            return tokens.len();
        }
        let signs = tokens.iter().take_while(|token| token.kind == TokenKind::Sign).count();
        tokens.len().min(signs + 1)
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

/// The different words of a text: most patterns are seen not to be in it without walking through it.
pub(crate) struct Seen<'t> {
    /// In order, each once.
    texts: Vec<&'t str>,
    heads: Heads,
    has_number: bool,
}

impl<'t> Seen<'t> {
    pub(crate) fn of(tokens: &'t [Token]) -> Self {
        let also = tokens.iter().flat_map(|token| &token.also);
        let mut texts: Vec<&str> = tokens.iter().map(|token| &token.text).chain(also).map(String::as_str).collect();
        texts.sort_unstable();
        texts.dedup();
        let mut heads = Heads::default();
        texts.iter().for_each(|text| heads.add(text));
        Self { texts, heads, has_number: tokens.iter().any(|token| token.kind == TokenKind::Number) }
    }

    /// Whether each word of a pattern is in the text; where they stand is not looked at.
    pub(crate) fn may_hold(&self, pattern: &Pattern) -> bool {
        let may_begin = pattern.heads.iter().all(|heads| heads.shares(self.heads));
        may_begin
            && pattern.parts.iter().all(|part| match part {
                Part::Word(globs) => globs.iter().any(|glob| self.has(glob)),
                Part::Number => self.has_number,
                Part::Gap(_) | Part::Start | Part::End => true,
            })
    }

    /// Those of a list that may be in the text.
    pub(crate) fn of_list<'p>(&self, list: &'p [Pattern]) -> impl Iterator<Item = &'p Pattern> {
        list.iter().filter(|pattern| self.may_hold(pattern))
    }

    fn has(&self, glob: &Glob) -> bool {
        let first = glob.parts.first().map_or("", String::as_str);
        let from = self.texts.partition_point(|text| *text < first);
        if glob.parts.len() < 2 {
            return self.texts.get(from) == Some(&first);
        }
        self.texts[from..].iter().take_while(|text| text.starts_with(first)).any(|text| glob.fits_text(text))
    }
}

fn is_quote(token: &Token) -> bool {
    matches!(token.text.as_str(), "‘" | "’" | "“" | "”" | "„" | "\"" | "'" | "«" | "»" | "‹" | "›")
}

impl Glob {
    fn parse(text: &str) -> Self {
        Self { parts: folded(text).split('*').map(str::to_owned).collect() }
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
