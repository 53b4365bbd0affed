// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What an ask names and a sentence does not give: numbers, times, money, places.
//!
//! In: what stands in both. Out: [`Missing`]. What cannot be held against each other (a length of time against a year,
//! money each year against money in all) is said as such, and never counted as the same.

use super::Sum;
use super::figure::{Count, Figures, Time};
use crate::deadline::When;
use crate::money::Span;

/// What is asked and not given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Missing {
    /// Money was asked, no amount stands beside this, and none elsewhere is meant for it.
    Money,
    /// Less money than was asked.
    LessMoney,
    /// Money over another kind of time: each year, where an amount in all was asked, or the other way.
    OtherMoney,
    /// A time was asked, and there is none.
    Term,
    /// It comes after the time that was asked.
    LaterTerm {
        /// As the ask has it.
        asked: String,
        /// As it stands here.
        given: String,
    },
    /// A time that cannot be held against the one asked: a length of time beside a year.
    OtherTerm {
        /// As the ask has it.
        asked: String,
        /// As it stands here.
        given: String,
    },
    /// A number was asked, and none counts the same here.
    Number {
        /// As the ask has it.
        asked: String,
    },
    /// Another number of the same.
    OtherNumber {
        /// As the ask has it.
        asked: String,
        /// As it stands here.
        given: String,
    },
    /// Fewer places than were asked.
    Places {
        /// Names that are not here.
        names: Vec<String>,
        /// How many were asked.
        asked: usize,
        /// How many are here.
        given: usize,
    },
    /// It promises to look at it, not to do it.
    Action {
        /// The words that say so.
        words: String,
    },
}

impl Missing {
    /// Whether it makes an answer less than whole. Two times that cannot be compared may be the same.
    pub(super) fn is_less(&self) -> bool {
        !matches!(self, Self::OtherTerm { .. })
    }
}

/// What comes after what, among times of one kind.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Scale {
    /// A day of the calendar: year, month, day; a year or a month is its last day.
    Day(i64, u8, u8),
    /// Months from the date of the document.
    Months(i64),
    /// A term with a name: the same or another.
    Named(String),
}

fn scale(time: &Time) -> Option<Scale> {
    Some(match &time.when {
        When::Year(year) | When::Period { to: year, .. } => Scale::Day(*year, 12, 31),
        When::Date { year, month, day } => Scale::Day(*year, *month, day.unwrap_or(31)),
        When::Duration { months } => Scale::Months(*months),
        When::Term(name) => Scale::Named(name.clone()),
        When::Structural => return None,
    })
}

fn is_comparable(one: &Scale, other: &Scale) -> bool {
    match (one, other) {
        (Scale::Day(..), Scale::Day(..)) | (Scale::Months(_), Scale::Months(_)) => true,
        (Scale::Named(one), Scale::Named(other)) => one == other,
        _ => false,
    }
}

/// Times: of each kind the last of the ask beside the last here. Those beside the sentence count where it has none.
pub(super) fn times(asked: &Figures, own: &Figures, beside: &Figures, missing: &mut Vec<Missing>) {
    let last = |times: &[Time], like: &Scale| {
        let known = times.iter().filter_map(|time| Some((scale(time)?, time.text.clone())));
        known.filter(|(scale, _)| is_comparable(like, scale)).max_by(|one, other| one.0.cmp(&other.0))
    };
    let given = if own.times.is_empty() { &beside.times } else { &own.times };
    let (mut n_held, mut others): (usize, Vec<&str>) = (0, Vec::new());
    for (at, time) in asked.times.iter().enumerate() {
        let Some(own) = scale(time) else { continue };
        // Of one kind the last is what counts, and of two that are equal the first.
        let is_last = last(&asked.times, &own).is_some_and(|(at, _)| at == own);
        if !is_last || asked.times[..at].iter().any(|it| scale(it).as_ref() == Some(&own)) {
            continue;
        }
        match last(given, &own) {
            Some((at, given)) if at > own => {
                missing.push(Missing::LaterTerm { asked: time.text.clone(), given });
                n_held += 1;
            }
            Some(_) => n_held += 1,
            None => others.push(&time.text),
        }
    }
    if n_held > 0 || others.is_empty() {
        return;
    }
    missing.push(match given.is_empty() {
        true => Missing::Term,
        false => {
            let given = given.iter().map(|time| time.text.as_str()).collect::<Vec<_>>().join(", ");
            Missing::OtherTerm { asked: others.join(", "), given }
        }
    });
}

/// Numbers: each of the ask needs one here that counts the same.
pub(super) fn numbers(asked: &Figures, own: &Figures, beside: &Figures, missing: &mut Vec<Missing>) {
    for count in &asked.counts {
        let same = |other: &&Count| other.nouns.intersection(&count.nouns).next().is_some();
        let mut given = own.counts.iter().chain(&beside.counts).filter(same).peekable();
        match given.peek().map(|first| first.text.clone()) {
            Some(_) if given.any(|given| given.millionths == count.millionths) => {}
            Some(given) => missing.push(Missing::OtherNumber { asked: count.text.clone(), given }),
            None if count.nouns.is_empty() => {}
            None => missing.push(Missing::Number { asked: count.text.clone() }),
        }
    }
}

/// Money: the largest amount asked beside the largest here that is over the same kind of time, or over one that is not
/// said. Where none stands here, what stands elsewhere and is meant for it counts.
pub(super) fn money(asked: &[Sum], given: &[Sum], elsewhere: &[Sum], missing: &mut Vec<Missing>) {
    let Some(most) = asked.iter().max_by_key(|sum| sum.hundredths) else { return };
    let alike = |sum: &&Sum| sum.currency == most.currency;
    let given = if given.iter().any(|sum| alike(&sum)) { given } else { elsewhere };
    let mut given = given.iter().filter(alike).peekable();
    if given.peek().is_none() {
        missing.push(Missing::Money);
        return;
    }
    let kind = |sum: &Sum| sum.timing.span();
    let same = |sum: &&Sum| kind(sum) == kind(most) || [kind(sum), kind(most)].contains(&Span::Unsaid);
    match given.filter(same).map(|sum| sum.hundredths).max() {
        None => missing.push(Missing::OtherMoney),
        Some(given) if given < most.hundredths => missing.push(Missing::LessMoney),
        Some(_) => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a place lacks of the times of an ask.
    fn lacks(asked: &[When], given: &[When]) -> Vec<Missing> {
        let figures = |times: &[When]| Figures {
            times: times.iter().map(|when| Time { when: when.clone(), text: format!("{when:?}") }).collect(),
            ..Figures::default()
        };
        let mut missing = Vec::new();
        times(&figures(asked), &figures(given), &Figures::default(), &mut missing);
        missing
    }

    #[test]
    fn a_later_day_of_the_same_year_is_later_and_each_kind_of_time_is_held_against_its_own() {
        let day = |year, month, day| When::Date { year, month, day: Some(day) };
        let term = || When::Term("this term".to_owned());
        let is_later = |asked: &[When], given: &[When]| matches!(lacks(asked, given)[..], [Missing::LaterTerm { .. }]);
        assert!(is_later(&[day(2026, 4, 1)], &[day(2026, 12, 31)]));
        assert!(is_later(&[day(2026, 4, 1)], &[When::Year(2026)]));
        assert!(is_later(&[term(), When::Year(2028)], &[When::Year(2040)]));
        assert!(lacks(&[When::Year(2026)], &[day(2026, 4, 1)]).is_empty());
        assert!(lacks(&[term(), When::Year(2028)], &[When::Year(2028)]).is_empty());
        assert!(matches!(lacks(&[term()], &[When::Year(2028)])[..], [Missing::OtherTerm { .. }]));
        assert_eq!(lacks(&[term(), When::Year(2028)], &[]).len(), 1);
    }
}
