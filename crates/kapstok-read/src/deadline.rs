// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! By when, from when and during what: years, dates, durations and named terms of a sentence.
//!
//! In: tokens. Out: [`Deadline`]s in order, each with its bytes. **Invariant:** every year of the text is in one of them,
//! that of a law or a report as a [`Bound::Reference`]. Not here: what has to be done by then (`target.rs`).

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::ops::Range;

use crate::number::{Decimal, read, with_digits};
use crate::pattern::Seen;
use crate::recipe::Recipe;
use crate::recipe::deadlines::Says;
use crate::span::Overlaps;
use crate::token::{Token, TokenKind};

/// A point or a stretch of time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deadline {
    /// When.
    pub when: When,
    /// How it bounds what is said.
    pub bound: Bound,
    /// Its tokens.
    pub tokens: Range<usize>,
    /// Its bytes, with the words that say how it bounds.
    pub span: Range<usize>,
}

/// A time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum When {
    /// A year.
    Year(i64),
    /// A day, or a month where no day is named.
    Date {
        /// Year.
        year: i64,
        /// 1 to 12.
        month: u8,
        /// 1 to 31.
        day: Option<u8>,
    },
    /// So many months from the date of the document.
    Duration {
        /// Months; a year is twelve.
        months: i64,
    },
    /// A term with a name in the recipe.
    Term(String),
    /// From a year to another.
    Period {
        /// First year.
        from: i64,
        /// Last year.
        to: i64,
    },
    /// Without end.
    Structural,
}

/// How a time bounds what is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Bound {
    /// It has to be done by then.
    By,
    /// It lasts until then, or through a term.
    During,
    /// It goes on through then, and has an end there.
    Through,
    /// It begins then.
    From,
    /// The name of a law, report or event; no time of what is said.
    Reference,
}

/// What durations and terms are counted from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Anchor {
    /// Year of the document.
    pub year: i64,
    /// Its month, 1 to 12.
    pub month: u8,
    /// Last years of the terms that the recipe names.
    pub terms: BTreeMap<String, i64>,
}

impl Deadline {
    /// The last year of it; `None` where it has none, or its term is not known.
    pub fn year(&self, anchor: &Anchor) -> Option<i64> {
        match &self.when {
            When::Year(year) | When::Date { year, .. } | When::Period { to: year, .. } => Some(*year),
            When::Duration { months } => Some(anchor.year + (i64::from(anchor.month) - 1 + months).div_euclid(12)),
            When::Term(name) => anchor.terms.get(name).copied(),
            When::Structural => None,
        }
    }

    /// Whether a calendar can show when something has to be done, or is done at the latest: of a period its last year.
    pub fn is_dated(&self) -> bool {
        match (self.bound, &self.when) {
            (_, When::Term(_) | When::Structural) => false,
            (Bound::By | Bound::Through, _) | (Bound::During, When::Period { .. }) => true,
            (Bound::During | Bound::From | Bound::Reference, _) => false,
        }
    }
}

/// All times of a text.
pub fn deadlines(tokens: &[Token], recipe: &Recipe) -> Vec<Deadline> {
    let digits = with_digits(tokens, recipe);
    let mut found: Vec<(Range<usize>, When, Bound)> = dates(&digits, recipe);
    let seen = Seen::of(&digits);
    for (pattern, bound, says) in recipe.deadlines.patterns.iter().filter(|(pattern, ..)| seen.may_hold(pattern)) {
        for part in pattern.find(&digits) {
            let numbers: Vec<Decimal> = digits[part.clone()].iter().filter_map(|token| number(token, recipe)).collect();
            found.extend(when(says, &numbers).map(|when| (part, when, *bound)));
        }
    }
    // A reference wins over what lies within it; else the first and longest reading.
    found.sort_by_key(|(part, _, bound)| (part.start, Reverse(*bound == Bound::Reference), Reverse(part.end)));
    let references: Vec<Range<usize>> =
        found.iter().filter(|(_, _, bound)| *bound == Bound::Reference).map(|(part, ..)| part.clone()).collect();
    let over = Overlaps::of(references.iter().cloned());
    found.retain(|(part, _, bound)| {
        let inside = |outer: &Range<usize>| outer.start <= part.start && part.end <= outer.end;
        *bound == Bound::Reference || !over.over(part).any(|reference| inside(&references[reference]))
    });
    let bare = (0..digits.len()).filter_map(|at| {
        let year = number(&digits[at], recipe).and_then(year).filter(|_| tokens[at].text.len() == 4)?;
        Some((at..at + 1, When::Year(year), Bound::Reference))
    });
    let claimed = Overlaps::of(found.iter().map(|(part, ..)| part.clone()));
    found.extend(bare.filter(|(part, ..)| !claimed.touch(part)));
    found.sort_by_key(|(part, ..)| (part.start, Reverse(part.end)));
    let mut last = 0;
    found.retain(|(part, ..)| {
        let new = part.start >= last;
        last = if new { part.end } else { last };
        new
    });
    let made = |(part, when, bound): (Range<usize>, When, Bound)| {
        let span = tokens[part.start].span.start..tokens[part.end - 1].span.end;
        Deadline { when, bound, tokens: part, span }
    };
    found.into_iter().map(made).collect()
}

fn number(token: &Token, recipe: &Recipe) -> Option<Decimal> {
    (token.kind == TokenKind::Number).then(|| read(&token.text, &recipe.marks())).flatten()
}

/// A number that can be a year of a plan.
fn year(number: Decimal) -> Option<i64> {
    number.as_whole().filter(|year| (1900..=2100).contains(year))
}

/// What the words say with their numbers; `None` where these cannot be.
fn when(says: &Says, numbers: &[Decimal]) -> Option<When> {
    let mut years = numbers.iter().copied().filter_map(year);
    let first = numbers.first().copied();
    match says {
        Says::Year => years.next().map(When::Year),
        Says::LastYear => match numbers {
            [_, _] => years.nth(1).map(When::Year),
            _ => None,
        },
        Says::Period => match (years.next(), years.next()) {
            (Some(from), Some(to)) if from < to => Some(When::Period { from, to }),
            _ => None,
        },
        Says::Years | Says::Months => {
            let each = if *says == Says::Years { 12 } else { 1 };
            let one = Decimal::whole(1);
            // Half a year is six months; what is no whole number of months is no duration.
            let hundredths = first.unwrap_or(one).hundredths(0)?.checked_mul(each)?;
            let months = i64::try_from(hundredths / 100).ok()?;
            let fits = hundredths % 100 == 0 && (1..=1200).contains(&months);
            fits.then_some(When::Duration { months })
        }
        Says::Term(name) => Some(When::Term(name.clone())),
        Says::Structural => Some(When::Structural),
    }
}

/// Days and months with a year; the words before tell how they bound.
fn dates(digits: &[Token], recipe: &Recipe) -> Vec<(Range<usize>, When, Bound)> {
    let words = &recipe.deadlines;
    let mut found = Vec::new();
    for at in 1..digits.len().saturating_sub(1) {
        let Some(year) = number(&digits[at + 1], recipe).and_then(year) else { continue };
        let Some(month) = words.months.iter().position(|month| month.is_in(&digits[at..=at])) else { continue };
        let day = number(&digits[at - 1], recipe).and_then(Decimal::as_whole).filter(|day| (1..=31).contains(day));
        let start = if day.is_some() { at - 1 } else { at };
        let when = When::Date { year, month: month as u8 + 1, day: day.map(|day| day as u8) };
        let said = words.before_dates.iter().filter_map(|(pattern, bound)| {
            let from = start.saturating_sub(4);
            let last = pattern.find(&digits[from..start]).into_iter().find(|found| from + found.end == start)?;
            Some((from + last.start, *bound))
        });
        let (start, bound) = said.min().unwrap_or((start, Bound::Reference));
        found.push((start..at + 2, when, bound));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Words;
    use crate::token::tokens;

    fn check(cases: &[(&str, &[&str])], recipe: &Recipe) {
        for (text, expected) in cases {
            let tell = |found: Deadline| format!("{:?} {:?} [{}]", found.bound, found.when, &text[found.span]);
            let told: Vec<String> = deadlines(&tokens(text, &Words::default()), recipe).into_iter().map(tell).collect();
            assert_eq!(told, *expected, "{text:?}");
        }
    }

    #[test]
    fn dutch_times_are_read_and_references_told_apart() {
        let recipe = Recipe::parse(include_str!("../../../recipes/read-nl-coalition/recipe.toml")).0.unwrap();
        let cases: [(&str, &[&str]); 22] = [
            ("tot 1200 euro in 2030", &["By Year(2030) [in 2030]"]),
            ("uiterlijk in 2030 emissieloos", &["By Year(2030) [uiterlijk in 2030]"]),
            ("voor 2040 gezond", &["By Year(2040) [voor 2040]"]),
            ("vanaf 2025 krijgt ieder", &["From Year(2025) [vanaf 2025]"]),
            ("per 1 januari 2025 geldt", &["By Date { year: 2025, month: 1, day: Some(1) } [per 1 januari 2025]"]),
            ("na 1 april 2003 verloren", &["From Date { year: 2003, month: 4, day: Some(1) } [na 1 april 2003]"]),
            (
                "De wet van 25 november 2015",
                &["Reference Date { year: 2015, month: 11, day: Some(25) } [25 november 2015]"],
            ),
            ("in vier jaar tijd halveren", &["By Duration { months: 48 } [in vier jaar tijd]"]),
            ("binnen twee jaar", &["By Duration { months: 24 } [binnen twee jaar]"]),
            ("Binnen een jaar", &["By Duration { months: 12 } [Binnen een jaar]"]),
            ("binnen 18 maanden", &["By Duration { months: 18 } [binnen 18 maanden]"]),
            ("binnen een half jaar", &["By Duration { months: 6 } [binnen een half jaar]"]),
            ("in deze kabinetsperiode", &["By Term(\"cabinet\") [in deze kabinetsperiode]"]),
            ("gedurende de kabinetsperiode", &["During Term(\"cabinet\") [gedurende de kabinetsperiode]"]),
            ("structureel meer geld", &["During Structural [structureel]"]),
            ("tot en met 2026 meer", &["Through Year(2026) [tot en met 2026]"]),
            ("tot 2026 meer", &["During Year(2026) [tot 2026]"]),
            ("per studiejaar 2023/2024", &["By Year(2023) [per studiejaar 2023/2024]"]),
            ("Coalitieakkoord 2021-2025", &["Reference Period { from: 2021, to: 2025 } [2021-2025]"]),
            ("in de periode 2022-2025", &["During Period { from: 2022, to: 2025 } [in de periode 2022-2025]"]),
            ("de Luchtvaartnota 2020 (2020)", &["Reference Year(2020) [2020]", "Reference Year(2020) [(2020)]"]),
            ("van 2035 naar 2030", &["By Year(2030) [van 2035 naar 2030]"]),
        ];
        check(&cases, &recipe);
    }

    #[test]
    fn english_times_are_read_by_their_recipe() {
        let recipe = Recipe::parse(include_str!("../../../recipes/read-en-plan/recipe.toml")).0.unwrap();
        let cases: [(&str, &[&str]); 10] = [
            ("by 2030", &["By Year(2030) [by 2030]"]),
            ("by the end of 2028", &["By Year(2028) [by the end of 2028]"]),
            ("within two years", &["By Duration { months: 24 } [within two years]"]),
            ("through 2025", &["Through Year(2025) [through 2025]"]),
            ("until 2025", &["During Year(2025) [until 2025]"]),
            ("from 2025", &["From Year(2025) [from 2025]"]),
            ("by 1 April 2026", &["By Date { year: 2026, month: 4, day: Some(1) } [by 1 April 2026]"]),
            ("by April 2026", &["By Date { year: 2026, month: 4, day: None } [by April 2026]"]),
            ("the Housing Act 2004", &["Reference Year(2004) [2004]"]),
            ("this parliament", &["During Term(\"parliament\") [this parliament]"]),
        ];
        check(&cases, &recipe);
    }

    #[test]
    fn a_duration_ends_so_many_years_after_the_document() {
        let recipe = Recipe::parse(include_str!("../../../recipes/read-nl-coalition/recipe.toml")).0.unwrap();
        let terms = BTreeMap::from([("cabinet".to_owned(), 2025)]);
        let anchor = Anchor { year: 2021, month: 12, terms };
        let cases = [
            ("in vier jaar tijd", Some(2025)),
            ("binnen twee maanden", Some(2022)), // December and two months is February.
            ("in deze kabinetsperiode", Some(2025)),
            ("uiterlijk in 2030", Some(2030)),
            ("structureel", None),
        ];
        for (text, expected) in cases {
            let found = deadlines(&tokens(text, &Words::default()), &recipe);
            assert_eq!(found[0].year(&anchor), expected, "{text}");
        }
    }
}
