// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Sentences of running text: where they end, by rules and by the abbreviations of the recipe.
//!
//! A full stop, question or exclamation mark ends one when a space and a beginning follow: a capital, a digit, or a
//! sign that opens a quotation or brackets. In: normalised text of one block. Out: spans of it that hold all but the
//! spaces between. What goes on for very long without an end is cut at a space: each row that is found in a sentence
//! carries it, so that one of a million words with a row for each of them would be the square of it.

use std::ops::Range;

use crate::number::roman;
use crate::recipe::Recipe;

/// No abbreviation is longer, bytes.
const ABBREVIATION: usize = 48;

/// No sentence is longer, bytes: some three hundred words.
const LONGEST: usize = 2_000;

/// Spans of the sentences of a block's text.
pub fn sentences(text: &str, recipe: &Recipe) -> Vec<Range<usize>> {
    let (mut found, mut start) = (Vec::new(), 0);
    let mut signs = text.char_indices().peekable();
    while let Some((at, sign)) = signs.next() {
        if !is_end(sign) || signs.peek().is_some_and(|(_, next)| is_end(*next)) {
            continue;
        }
        let mut end = at + sign.len_utf8();
        while let Some((closing, sign)) = signs.next_if(|(_, next)| closes(*next)) {
            end = closing + sign.len_utf8();
        }
        let rest = &text[end..];
        let next = rest.trim_start();
        if next.len() == rest.len() && !next.is_empty() {
            continue;
        }
        if next.is_empty() || (begins(next) && ends_here(&text[start..at + sign.len_utf8()], next, recipe)) {
            found.push(start..end);
            start = text.len() - next.len();
        }
    }
    if start < text.len() {
        found.push(start..start + text[start..].trim_end().len());
    }
    found.into_iter().flat_map(|span| cut(text, span)).filter(|span| !span.is_empty()).collect()
}

/// A span in parts that are no longer than [`LONGEST`], cut at spaces where there are any.
fn cut(text: &str, span: Range<usize>) -> Vec<Range<usize>> {
    let (mut parts, mut start) = (Vec::new(), span.start);
    while span.end - start > LONGEST {
        let most = (start..=start + LONGEST).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(span.end);
        let end = text[start..most].rfind(' ').filter(|len| *len > 0).map_or(most, |len| start + len);
        parts.push(start..end);
        let rest = &text[end..span.end];
        start = span.end - rest.trim_start().len();
    }
    parts.push(start..span.end);
    parts
}

fn is_end(sign: char) -> bool {
    matches!(sign, '.' | '?' | '!' | '…')
}

fn closes(sign: char) -> bool {
    matches!(sign, '’' | '”' | '"' | '\'' | ')' | ']' | '»' | '›')
}

fn begins(next: &str) -> bool {
    let mut signs =
        next.chars().skip_while(|sign| matches!(sign, '‘' | '’' | '“' | '„' | '"' | '\'' | '(' | '[' | '«' | '‹'));
    signs.next().is_some_and(|sign| sign.is_uppercase() || sign.is_numeric() || is_symbol(sign)) || is_short(next)
}

/// A short form of one or two small letters behind its apostrophe, and then a capital: `’s Avonds`, `'t Is`.
fn is_short(next: &str) -> bool {
    let Some(rest) = next.strip_prefix(['’', '‘', '\'']) else { return false };
    let n = rest.chars().take_while(|sign| sign.is_lowercase()).count();
    let mut behind = rest.chars().skip(n);
    (1..=2).contains(&n)
        && behind.next().is_some_and(|sign| matches!(sign, ' ' | '-'))
        && behind.next().is_some_and(char::is_uppercase)
}

/// Money and the like may begin a sentence too.
fn is_symbol(sign: char) -> bool {
    matches!(sign, '€' | '$' | '£' | '§' | '•')
}

/// Whether a full stop after `before` is an end, where `next` could be a beginning.
fn ends_here(before: &str, next: &str, recipe: &Recipe) -> bool {
    if !before.ends_with('.') || before.ends_with("..") {
        return true;
    }
    let word = before.rsplit([' ', '(', '[', '/', '‘', '“', '"']).next().unwrap_or(before);
    // An abbreviation may have spaces in it, but not many letters.
    let from = before.len().saturating_sub(ABBREVIATION);
    let from = (from..).find(|from| before.is_char_boundary(*from)).unwrap_or(0);
    let lower = if from > 0 { before[from..].to_lowercase() } else { format!(" {}", before.to_lowercase()) };
    if recipe.never_ends(&lower) {
        return false;
    }
    if recipe.may_end(&lower) {
        return next.starts_with(char::is_uppercase);
    }
    let bare = &word[..word.len() - 1];
    let is_initial = bare.chars().count() == 1 && bare.starts_with(char::is_uppercase);
    !(is_initial || (word.len() == before.len() && is_item(bare)))
}

/// What an item may begin with, before its full stop: `3`, `3.1`, `3a`, `a`, `ii`.
fn is_item(name: &str) -> bool {
    let of_digits = |part: &str| part.len() < 4 && !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let is_letter = |part: &str| part.len() == 1 && part.bytes().all(|byte| byte.is_ascii_alphabetic());
    let numbers = name.trim_end_matches(|sign: char| sign.is_ascii_lowercase());
    let letters = &name[numbers.len()..];
    let numbered = numbers.trim_end_matches('.').split('.').all(of_digits) && letters.len() <= 1;
    numbered || is_letter(name) || roman(name).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(recipe: &str, cases: &[(&str, &[&str])]) {
        let recipe = Recipe::parse(recipe).0.unwrap();
        for (text, expected) in cases {
            let found: Vec<&str> = sentences(text, &recipe).into_iter().map(|span| &text[span]).collect();
            assert_eq!(&found, expected, "{text:?}");
        }
    }

    #[test]
    fn what_never_ends_is_cut_at_a_space_and_nothing_of_it_is_lost() {
        let recipe = Recipe::parse(include_str!("../../../../recipes/read-nl-coalition/recipe.toml")).0.unwrap();
        for text in ["wijk en ".repeat(5_000), "wé".repeat(9_000), format!("{} Kort.", "wijk1.".repeat(3_000))] {
            let text = text.trim();
            let spans = sentences(text, &recipe);
            assert!(spans.len() > 2 && spans.iter().all(|span| span.len() <= LONGEST));
            let whole: String = spans.iter().map(|span| &text[span.clone()]).collect();
            let without = |text: &str| text.replace(' ', "");
            assert_eq!(without(&whole), without(text));
            assert!(spans.iter().all(|span| text[span.clone()].trim().len() == span.len()));
        }
    }

    #[test]
    fn an_abbreviation_may_be_of_several_words() {
        let cases: [(&str, &[&str]); 4] = [
            ("As Jansen et al. wrote. So it is.", &["As Jansen et al. wrote.", "So it is."]),
            ("Jansen et al. 2019 say so.", &["Jansen et al. 2019 say so."]),
            ("So say Jansen et al. We agree.", &["So say Jansen et al.", "We agree."]),
            ("Nothing planet al. 5 here.", &["Nothing planet al.", "5 here."]), // The end of another word.
        ];
        check(include_str!("../../../../recipes/read-en-plan/recipe.toml"), &cases);
    }

    #[test]
    fn sentences_end_where_a_reader_would_end_them() {
        let cases: [(&str, &[&str]); 14] = [
            ("Een. Twee. Drie", &["Een.", "Twee.", "Drie"]),
            ("Zie Kamerstuk 1, nr. 3. Daarna meer.", &["Zie Kamerstuk 1, nr. 3.", "Daarna meer."]),
            ("Er komt € 60 mld. Deze fondsen helpen.", &["Er komt € 60 mld.", "Deze fondsen helpen."]),
            ("Er komt 60 mld. extra, o.a. Zeeland.", &["Er komt 60 mld. extra, o.a. Zeeland."]),
            ("Wie zegt ‘nu!’ Niemand (helaas.) Toch.", &["Wie zegt ‘nu!’", "Niemand (helaas.)", "Toch."]),
            ("De heer J. Jansen kwam. 100 mensen ook.", &["De heer J. Jansen kwam.", "100 mensen ook."]),
            ("1. Wij vragen geld. 2. Wij vragen tijd.", &["1. Wij vragen geld.", "2. Wij vragen tijd."]),
            ("Het saldo is 1.803 of www.overheid.nl is stuk.", &["Het saldo is 1.803 of www.overheid.nl is stuk."]),
            ("Kwetsbaarheid.. Toch", &["Kwetsbaarheid..", "Toch"]),
            ("a. Wij doen dit. Dan dat.", &["a. Wij doen dit.", "Dan dat."]),
            ("3.1. Wonen komt eerst. Dan zorg.", &["3.1. Wonen komt eerst.", "Dan zorg."]),
            ("ii. Wij delen 3 ii. Dan niet.", &["ii. Wij delen 3 ii.", "Dan niet."]),
            ("Zo is het. ’s Avonds is het stil.", &["Zo is het.", "’s Avonds is het stil."]),
            ("Dat is nu. 't Kan beter. ’t is o.a. zo.", &["Dat is nu.", "'t Kan beter. ’t is o.a. zo."]),
        ];
        check(include_str!("../../../../recipes/read-nl-coalition/recipe.toml"), &cases);
    }
}
