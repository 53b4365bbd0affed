// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Sentences of running text: where they end, by rules and by the abbreviations of the recipe.
//!
//! A full stop, question or exclamation mark ends one when a space and a beginning follow: a capital, a digit, or a
//! sign that opens a quotation or brackets. In: normalised text of one block. Out: spans of it that hold all but the
//! spaces between.

use std::ops::Range;

use crate::recipe::Recipe;

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
    found.retain(|span| !span.is_empty());
    found
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
    signs.next().is_some_and(|sign| sign.is_uppercase() || sign.is_numeric() || is_symbol(sign))
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
    let lower = word.to_lowercase();
    if recipe.never_ends(&lower) {
        return false;
    }
    if recipe.may_end(&lower) {
        return next.starts_with(char::is_uppercase);
    }
    let bare = &word[..word.len() - 1];
    let is_initial = bare.chars().count() == 1 && bare.starts_with(char::is_uppercase);
    // The number of an item, at its beginning.
    let is_number = word.len() == before.len() && bare.len() < 4 && bare.bytes().all(|byte| byte.is_ascii_digit());
    !(is_initial || is_number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_end_where_a_reader_would_end_them() {
        let recipe = Recipe::parse(include_str!("../../../../recipes/read-nl-coalition/recipe.toml")).0.unwrap();
        let cases: [(&str, &[&str]); 9] = [
            ("Een. Twee. Drie", &["Een.", "Twee.", "Drie"]),
            ("Zie Kamerstuk 1, nr. 3. Daarna meer.", &["Zie Kamerstuk 1, nr. 3.", "Daarna meer."]),
            ("Er komt € 60 mld. Deze fondsen helpen.", &["Er komt € 60 mld.", "Deze fondsen helpen."]),
            ("Er komt 60 mld. extra, o.a. Zeeland.", &["Er komt 60 mld. extra, o.a. Zeeland."]),
            ("Wie zegt ‘nu!’ Niemand (helaas.) Toch.", &["Wie zegt ‘nu!’", "Niemand (helaas.)", "Toch."]),
            ("De heer J. Jansen kwam. 100 mensen ook.", &["De heer J. Jansen kwam.", "100 mensen ook."]),
            ("1. Wij vragen geld. 2. Wij vragen tijd.", &["1. Wij vragen geld.", "2. Wij vragen tijd."]),
            ("Het saldo is 1.803 of www.overheid.nl is stuk.", &["Het saldo is 1.803 of www.overheid.nl is stuk."]),
            ("Kwetsbaarheid.. Toch", &["Kwetsbaarheid..", "Toch"]),
        ];
        for (text, expected) in cases {
            let found: Vec<&str> = sentences(text, &recipe).into_iter().map(|span| &text[span]).collect();
            assert_eq!(found, expected, "{text:?}");
        }
    }
}
