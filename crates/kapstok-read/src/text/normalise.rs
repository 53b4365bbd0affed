// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Normalised text: composed signs, single spaces, no invisible hyphens, ligatures as letters, lines joined.
//!
//! In: parts of pages. Out: [`Normal`], whose every sign knows its bytes on the page. Law: the pieces of a span,
//! normalised again, give the span's text. It holds because a sign that is left out belongs to the sign before it.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::canonical_combining_class;

use super::Words;
use crate::work::turn;

/// A part of the text of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Position of the page in the document, from 0.
    pub page: usize,
    /// Bytes of the text of that page.
    pub range: Range<usize>,
    /// How it follows the piece before.
    pub join: Join,
}

/// How a piece follows the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Join {
    /// As a new line.
    Line,
    /// At once: something between them was left out, like the mark of a footnote.
    Glued,
}

/// A piece with its text.
#[derive(Clone, Copy, Debug)]
pub struct Part<'t> {
    /// Its text.
    pub text: &'t str,
    /// How it follows the part before.
    pub join: Join,
}

/// Normalised text with the way back.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Normal {
    text: String,
    marks: Vec<Mark>,
}

/// Where one sign of the normalised text comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Mark {
    at: usize,
    part: usize,
    start: usize,
    end: usize,
}

impl Normal {
    /// The text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// For each part that a span of the text touches: the part, and its bytes there.
    pub fn source(&self, span: &Range<usize>) -> Vec<(usize, Range<usize>)> {
        let from = self.marks.partition_point(|mark| mark.at < span.start);
        let mut found: Vec<(usize, Range<usize>)> = Vec::new();
        for mark in self.marks[from..].iter().take_while(|mark| mark.at < span.end) {
            match found.last_mut() {
                Some((part, range)) if *part == mark.part => range.end = range.end.max(mark.end),
                _ => found.push((mark.part, mark.start..mark.end)),
            }
        }
        found
    }
}

/// Signs before lines are joined.
enum Unit {
    Sign(char),
    Space,
    Break,
    SoftHyphen,
}

struct Placed {
    unit: Unit,
    part: usize,
    start: usize,
    end: usize,
}

/// Normalises parts that follow each other.
pub fn normalise(parts: &[Part<'_>], words: &Words) -> Normal {
    let units = units(parts);
    let mut normal = Normal::default();
    let mut at = 0;
    while let Some(placed) = units.get(at) {
        match placed.unit {
            Unit::Sign(sign) => normal.push(sign, placed),
            Unit::SoftHyphen => normal.absorb(placed),
            Unit::Space | Unit::Break => {
                let end = units[at..].iter().position(|next| !matches!(next.unit, Unit::Space | Unit::Break));
                let end = end.map_or(units.len(), |n| at + n);
                let has_break = units[at..end].iter().any(|next| matches!(next.unit, Unit::Break));
                let after_soft = at > 0 && matches!(units[at - 1].unit, Unit::SoftHyphen);
                if end < units.len() && !normal.text.is_empty() {
                    if has_break {
                        normal.join_lines(placed, after_soft, &units[end..], words);
                    } else {
                        normal.push(' ', placed);
                    }
                }
                at = end;
                continue;
            }
        }
        at += 1;
    }
    normal
}

impl Normal {
    fn push(&mut self, sign: char, from: &Placed) {
        turn();
        self.marks.push(Mark { at: self.text.len(), part: from.part, start: from.start, end: from.end });
        self.text.push(sign);
    }

    /// Gives the bytes of a sign that is left out to the sign before it.
    fn absorb(&mut self, left_out: &Placed) {
        if let Some(mark) = self.marks.last_mut().filter(|mark| mark.part == left_out.part) {
            mark.end = mark.end.max(left_out.end);
        }
    }

    fn join_lines(&mut self, gap: &Placed, after_soft: bool, next: &[Placed], words: &Words) {
        if after_soft {
            return;
        }
        let before = self.text.strip_suffix('-').map(|text| last_word(text).to_owned());
        let Some(before) = before.filter(|word| !word.is_empty()) else {
            self.push(' ', gap);
            return;
        };
        let after: String = next.iter().map_while(letter).collect();
        if after.is_empty() {
            let number = matches!(next.first(), Some(Placed { unit: Unit::Sign(sign), .. }) if sign.is_numeric());
            if !number {
                self.push(' ', gap);
            }
        } else if words.is_conjunction(&after) {
            self.push(' ', gap);
        } else if before.chars().all(char::is_alphabetic) && words.joins(&before, &after) {
            self.text.pop();
            if let (Some(hyphen), Some(last)) = (self.marks.pop(), self.marks.last_mut()) {
                last.end = if last.part == hyphen.part { hyphen.end } else { last.end };
            }
        }
    }
}

fn letter(placed: &Placed) -> Option<char> {
    match placed.unit {
        Unit::Sign(sign) if sign.is_alphabetic() => Some(sign),
        _ => None,
    }
}

/// Letters and digits at the end of a text.
fn last_word(text: &str) -> &str {
    let word = text.trim_end_matches(char::is_alphanumeric);
    &text[word.len()..]
}

fn units(parts: &[Part<'_>]) -> Vec<Placed> {
    let mut units = Vec::new();
    for (part, source) in parts.iter().enumerate() {
        if part > 0 && source.join == Join::Line {
            units.push(Placed { unit: Unit::Break, part, start: 0, end: 0 });
        }
        let mut signs = source.text.char_indices().peekable();
        while let Some((start, sign)) = signs.next() {
            let mut end = start + sign.len_utf8();
            let single = match sign {
                '\n' => Some(Unit::Break),
                '\u{ad}' => Some(Unit::SoftHyphen),
                sign if sign.is_whitespace() => Some(Unit::Space),
                _ => None,
            };
            if let Some(unit) = single {
                units.push(Placed { unit, part, start, end });
                continue;
            }
            // A sign with the accents that follow it.
            while let Some((next, accent)) = signs.next_if(|(_, next)| canonical_combining_class(*next) != 0) {
                end = next + accent.len_utf8();
            }
            spell(&source.text[start..end], &mut |sign| {
                units.push(Placed { unit: Unit::Sign(sign), part, start, end });
            });
        }
    }
    // Signs without width say nothing; they belong to the sign before them.
    let mut kept: Vec<Placed> = Vec::with_capacity(units.len());
    for placed in units {
        let invisible = matches!(placed.unit, Unit::Sign('\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}'));
        // An invisible hyphen stands behind a sign of its line; any other breaks no word.
        let stray = matches!(placed.unit, Unit::SoftHyphen)
            && kept
                .last()
                .is_none_or(|last| last.part != placed.part || !matches!(last.unit, Unit::Sign(_) | Unit::SoftHyphen));
        match kept.last_mut() {
            Some(last) if (invisible || stray) && last.part == placed.part => last.end = placed.end,
            _ if invisible || stray => {}
            _ => kept.push(placed),
        }
    }
    kept
}

/// Writes a sign with its accents out: composed, ligatures as letters, one kind of hyphen.
fn spell(cluster: &str, push: &mut impl FnMut(char)) {
    for sign in cluster.nfc() {
        match sign {
            '\u{fb00}'..='\u{fb06}' => sign.to_string().as_str().nfkc().for_each(&mut *push),
            '\u{2010}' | '\u{2011}' => push('-'),
            other => push(other),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn words(list: &[&str]) -> Words {
        let list: Vec<String> = list.iter().map(|word| (*word).to_owned()).collect();
        Words::of(&[], &list, &["en".to_owned()])
    }

    #[test]
    fn lines_are_joined_as_a_reader_would() {
        let known = words(&["opmerking", "leefbaarheid"]);
        let cases = [
            ("wet-\nen regelgeving", "wet- en regelgeving"),
            ("het media-\naanbod", "het media-aanbod"),
            ("een opmer-\nking", "een opmerking"),
            ("Leef\u{ad}baarheid", "Leefbaarheid"),
            ("Leef\u{ad}\nbaarheid", "Leefbaarheid"),
            ("dit -\ndat", "dit - dat"),
            ("2021-\n2025", "2021-2025"),
            ("of\u{fb01}cie\u{308}le  \t\u{a0}zaken", "officiële zaken"),
            ("a\u{200b}b", "ab"),
            (" rand \n", "rand"),
        ];
        for (text, expected) in cases {
            let normal = normalise(&[Part { text, join: Join::Line }], &known);
            assert_eq!(normal.text(), expected, "{text:?}");
        }
    }

    #[test]
    fn what_was_left_out_between_glued_parts_leaves_no_space() {
        let parts = [Part { text: "het woord", join: Join::Line }, Part { text: ", en", join: Join::Glued }];
        assert_eq!(normalise(&parts, &words(&[])).text(), "het woord, en");
    }

    proptest! {
        #[test]
        fn every_span_of_words_leads_back_to_a_text_that_normalises_to_it(
            lines in proptest::collection::vec("[a-c\u{ad}\u{fb01}\u{e9}e\u{301}\u{200b} -]{0,12}", 1..5),
            glued in proptest::collection::vec(any::<bool>(), 5),
        ) {
            let known = words(&["ab", "abc", "ba", "cab"]);
            let join = |index: usize| if glued[index] { Join::Glued } else { Join::Line };
            let parts: Vec<Part<'_>> =
                lines.iter().enumerate().map(|(index, text)| Part { text, join: join(index) }).collect();
            let normal = normalise(&parts, &known);
            let mut at = 0;
            for word in normal.text().split(' ') {
                let span = at..at + word.len();
                at = span.end + 1;
                if word.is_empty() { continue; }
                let source = normal.source(&span);
                let again: Vec<Part<'_>> = source.iter().map(|(part, range)| Part {
                    text: &parts[*part].text[range.clone()],
                    join: parts[*part].join,
                }).collect();
                let again = normalise(&again, &known);
                prop_assert_eq!(again.text(), word, "of {:?}", normal.text());
            }
        }
    }
}
