// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Words, numbers and signs of a text, in small letters, each with its bytes.
//!
//! In: normalised text. Out: [`Token`]s in order. What a compound leaves out is written out beside it: in
//! `armoede- en schuldenaanpak` the first word also reads `armoedeaanpak`, where the document knows the word `aanpak`.
//! Of a very long run of signs, all that follow are one token: no text has them, and each word that is looked for would
//! be
//! looked for at each of them. Invariant: tokens do not overlap, and only spaces lie between them.
//! Not here: what words mean.

use std::ops::Range;

use crate::text::{Words, folded};
use crate::work::turn;

/// A word, number or sign.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// Bytes of the text.
    pub span: Range<usize>,
    /// In small letters, with straight apostrophes; of a very long run of signs the first of them.
    pub text: String,
    /// What it is.
    pub kind: TokenKind,
    /// What it also reads, where a part of a compound was left out.
    pub also: Vec<String>,
}

/// Kinds of tokens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// Letters, with digits, hyphens and apostrophes in them.
    Word,
    /// Digits, with marks between them.
    Number,
    /// One sign of any other kind, or what goes on after very many of them.
    Sign,
}

/// Shorter parts of compounds are taken for endings.
const SHORTEST_PART: usize = 4;

/// No compound is longer, bytes.
pub(crate) const LONGEST_COMPOUND: usize = 120;

/// A list of left-out parts is no longer than so many words and signs.
const LONGEST_LIST: usize = 24;

/// More signs in a row than these, with or without spaces, are one token.
const MOST_SIGNS: usize = 64;

/// The tokens of a text.
pub fn tokens(text: &str, words: &Words) -> Vec<Token> {
    let mut found: Vec<Token> = Vec::new();
    let (mut at, mut n_signs) = (0, 0);
    // Before this byte no word begins: a run without letters is looked through once, not from each of its signs.
    let mut no_word_before = 0;
    while let Some(sign) = text[at..].chars().next() {
        if sign.is_whitespace() {
            at += sign.len_utf8();
            continue;
        }
        let word = if at < no_word_before { 0 } else { word_len(&text[at..], &mut no_word_before, at) };
        let (len, kind) = one(&text[at..], word);
        let span = at..at + len;
        at += len;
        n_signs = if kind == TokenKind::Sign { n_signs + 1 } else { 0 };
        match found.last_mut() {
            Some(last) if n_signs > MOST_SIGNS => last.span.end = span.end,
            _ => {
                let written = &text[span.clone()];
                // A sign alone is a quotation mark; within a word all apostrophes are one.
                let small = if kind == TokenKind::Word { folded(written) } else { written.to_lowercase() };
                found.push(Token { text: small, span, kind, also: Vec::new() });
            }
        }
    }
    write_out(&mut found, words);
    found
}

/// Length in bytes and kind of the token that a text begins with; `word` is the length of its word.
fn one(text: &str, word: usize) -> (usize, TokenKind) {
    let number = number_len(text);
    match (number, word) {
        (number, word) if number > 0 && number >= word => (number, TokenKind::Number),
        (_, word) if word > 0 => (word, TokenKind::Word),
        _ => (text.chars().next().map_or(1, char::len_utf8), TokenKind::Sign),
    }
}

/// Digits with single marks between them: `1.200`, `7,5`; nought where a letter follows digits alone.
fn number_len(text: &str) -> usize {
    let bytes = text.as_bytes();
    let mut len = 0;
    while len < bytes.len() {
        let digit = bytes[len].is_ascii_digit();
        let mark = matches!(bytes[len], b'.' | b',') && bytes.get(len + 1).is_some_and(u8::is_ascii_digit) && len > 0;
        if !(digit || mark) {
            break;
        }
        len += 1;
    }
    let letter = text[len..].chars().next().is_some_and(char::is_alphabetic);
    let marked = bytes[..len].iter().any(|byte| !byte.is_ascii_digit());
    // "36-urige" and "1bn" are words; "2.5m" is a number and a letter, since no word has a mark in it.
    if letter && !marked { 0 } else { len }
}

/// Letters and digits with hyphens and apostrophes in them; a hyphen before or behind stays with the word. Where there
/// is no letter among them, no word begins before the end of them.
fn word_len(text: &str, no_word_before: &mut usize, at_byte: usize) -> usize {
    let mut len = 0;
    let mut letters = false;
    let mut signs = text.char_indices().peekable();
    while let Some((at, sign)) = signs.next() {
        let next = signs.peek().map(|(_, next)| *next);
        let inside = |next: Option<char>| next.is_some_and(char::is_alphanumeric);
        let takes = match sign {
            sign if sign.is_alphanumeric() => true,
            '-' if at == 0 => next.is_some_and(char::is_alphabetic),
            '-' => !matches!(next, Some('-')) && (letters || inside(next)),
            '\'' | '’' | '.' => at > 0 && letters && sign != '.' && inside(next),
            _ => false,
        };
        if !takes {
            break;
        }
        letters |= sign.is_alphabetic();
        // A number that ends before a hyphen and another number is no word.
        len = at + sign.len_utf8();
    }
    if !letters {
        *no_word_before = at_byte + len;
    }
    if letters { len } else { 0 }
}

/// Gives each word with a left-out part its whole form.
fn write_out(tokens: &mut [Token], words: &Words) {
    let is_part =
        |token: &Token| token.kind == TokenKind::Word && (token.text.starts_with('-') || token.text.ends_with('-'));
    if !tokens.iter().any(is_part) {
        return;
    }
    let followers = followers(tokens, words);
    for index in 0..tokens.len() {
        let token = &tokens[index];
        if token.kind != TokenKind::Word || token.text.len() > LONGEST_COMPOUND {
            continue;
        }
        if let Some(first) = token.text.strip_suffix('-').filter(|first| !first.is_empty()) {
            let Some(whole) = followers[index].map(|whole| &tokens[whole].text) else { continue };
            let also = tails(whole, words).map(|tail| format!("{first}{tail}")).collect();
            tokens[index].also = also;
        } else if let Some(last) = token.text.strip_prefix('-') {
            let Some(whole) = leader(tokens, index, words) else { continue };
            let heads = tails(&whole, words).map(|tail| whole[..whole.len() - tail.len()].to_owned());
            let also = heads.map(|head| format!("{head}{last}")).collect();
            tokens[index].also = also;
        }
    }
}

/// For each token the position of the whole compound behind it, after `X- en`, `X-, Y- of`. From the end to the start,
/// so that a list of left-out parts is walked once and not from each of them.
fn followers(tokens: &[Token], words: &Words) -> Vec<Option<usize>> {
    let mut found = vec![None; tokens.len()];
    // The compound that a list from here on leads to: where nothing joins it yet, and where something does.
    let (mut bare, mut joined) = (None, None);
    for (index, token) in tokens.iter().enumerate().rev() {
        turn();
        found[index] = bare.filter(|whole| whole - index <= LONGEST_LIST);
        (bare, joined) = match token.kind {
            TokenKind::Sign if matches!(token.text.as_str(), "," | "/") => (joined, joined),
            TokenKind::Word if token.text.ends_with('-') => (bare, bare),
            TokenKind::Word if words.is_conjunction(&token.text) => (joined, joined),
            TokenKind::Word => (None, Some(index)),
            _ => (None, None),
        };
    }
    found
}

/// The whole compound before `en -Y`.
fn leader(tokens: &[Token], index: usize, words: &Words) -> Option<String> {
    let [whole, between] = tokens.get(index.checked_sub(2)?..index)? else { return None };
    let joined = words.is_conjunction(&between.text) || matches!(between.text.as_str(), "," | "/");
    (joined && whole.kind == TokenKind::Word).then(|| whole.text.clone())
}

/// Ends of a compound that the document knows as words, the longest first.
fn tails<'w>(whole: &'w str, words: &'w Words) -> impl Iterator<Item = &'w str> {
    // The longest compounds that people write are far shorter; a word of a million letters has a million ends.
    let short = if whole.len() > LONGEST_COMPOUND { "" } else { whole };
    short.char_indices().skip(3).map(|(at, _)| &short[at..]).filter(|tail| {
        tail.chars().count() >= SHORTEST_PART && words.is_known(tail.trim_start_matches('-')) && !tail.starts_with('-')
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words() -> Words {
        let known = ["aanpak", "regelgeving", "preventie"].map(str::to_owned);
        Words::of(&[], &known, &["en".to_owned(), "of".to_owned()])
    }

    #[test]
    fn words_numbers_and_signs_are_told_apart() {
        let cases: [(&str, &[&str]); 9] = [
            ("£2.5m or £1bn", &["£", "2.5", "m", "or", "£", "1bn"]),
            ("We gaan 1.200 woningen bouwen.", &["we", "gaan", "1.200", "woningen", "bouwen", "."]),
            ("€7,5 mld. in 2021-2025", &["€", "7,5", "mld", ".", "in", "2021", "-", "2025"]),
            ("CO2-uitstoot: 55%", &["co2-uitstoot", ":", "55", "%"]),
            ("de 36-urige week", &["de", "36-urige", "week"]),
            ("foto’s van de scholen’", &["foto's", "van", "de", "scholen", "’"]),
            ("wet- en regelgeving", &["wet-", "en", "regelgeving"]),
            // However an apostrophe was typed, the word is the same.
            ("foto's", &["foto's"]),
            ("2023/2024, in 4 jaar", &["2023", "/", "2024", ",", "in", "4", "jaar"]),
        ];
        for (text, expected) in cases {
            let found: Vec<String> = tokens(text, &words()).into_iter().map(|token| token.text).collect();
            assert_eq!(found, expected, "{text:?}");
        }
    }

    #[test]
    fn what_a_compound_leaves_out_is_written_out_beside_it() {
        let cases: [(&str, usize, &[&str]); 5] = [
            ("armoede- en schuldenaanpak", 0, &["armoedeaanpak"]),
            ("wet- en regelgeving", 0, &["wetgeving"]),
            ("armoede-, schulden- en wijkaanpak", 2, &["schuldenaanpak"]),
            ("criminaliteitspreventie en -aanpak", 2, &["criminaliteitsaanpak"]),
            ("media- en huis", 0, &[]),
        ];
        for (text, index, expected) in cases {
            let mut known = words();
            known = known.with("geving");
            assert_eq!(tokens(text, &known)[index].also, expected, "{text:?}");
        }
    }
}
