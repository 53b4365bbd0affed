// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! A figure as it stands in a report: `23 % lage inkomens in Rotterdam`. Which number, of what, where?
//!
//! In: a sentence, in Dutch or English, and a snapshot. Out: [`Read`], or a problem that lists what may have been meant.
//! Invariant: nothing is evaluated and no pattern is taken from what was pasted; the same sentence is read the same. A
//! doubt is a problem: two areas or two indicators that fit as well are not chosen between.

mod number;
mod stem;

use kapstok_table::{Place, Problem};
use serde::Serialize;

use super::{AreaName, Asked, Hides, TYPED, area_name, figure_of, hides, whole};
use crate::manifest::IndicatorEntry;
use crate::search::folded;
use crate::snapshot::{AreaAt, Snapshot};
use crate::words::Language;
pub use number::{Form, Number};
use stem::{IGNORED, stem};

/// Longest sentence that is looked at, in characters.
const MAX_SIGNS: usize = 400;
/// Candidates that a problem names, at most.
const MAX_CANDIDATES: usize = 8;

/// What was understood of a sentence, and how it stands beside our figure.
#[derive(Clone, Debug, Serialize)]
pub struct Understood {
    /// The sentence.
    pub sentence: String,
    /// The number in it, in the unit of the indicator.
    pub number: Option<f64>,
    /// The area that was read.
    pub area: AreaName,
    /// Id of the indicator that was read.
    pub indicator: String,
    /// Words that were not understood.
    pub passed_over: Vec<String>,
    /// How the number stands beside our figures of that area.
    pub beside: Beside,
}

/// A pasted number beside our figures.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "is")]
pub enum Beside {
    /// The sentence has no number.
    NoNumber,
    /// Our figure of a period is the same at as many decimals.
    Same {
        /// That period: the one that was named, else the newest.
        period: String,
    },
    /// No figure of ours is the same; the nearest.
    Differs {
        /// The period of the nearest.
        period: String,
        /// The nearest figure.
        figure: f64,
    },
    /// We have no figure of that area.
    NoFigure,
}

/// A sentence, read.
#[derive(Clone, Debug)]
pub struct Read {
    /// The area.
    pub area: AreaAt,
    /// Id of the indicator.
    pub indicator: String,
    /// The number.
    pub number: Option<Number>,
    /// A year that was named.
    pub year: Option<String>,
    /// Words that were not understood.
    pub passed_over: Vec<String>,
}

/// What is typed behind `hides DIR`: the id of an indicator, or a sentence.
///
/// # Errors
/// K0710 to K0716.
pub fn hides_typed(
    snapshot: &Snapshot,
    typed: &str,
    period: Option<&str>,
    level: Option<&str>,
    language: Language,
) -> Result<Hides, Box<Problem>> {
    if let Some(indicator) = snapshot.indicator(typed.trim()) {
        let area = whole(snapshot).ok_or_else(|| problem("K0710", typed, ""))?;
        return hides(snapshot, Asked { area, indicator: &indicator.id, period, level }, language);
    }
    let read = read(snapshot, typed)?;
    let beside = beside(snapshot, &read);
    let of_figure = match &beside {
        Beside::Same { period } | Beside::Differs { period, .. } => Some(period.as_str()),
        Beside::NoNumber | Beside::NoFigure => None,
    };
    let asked = |period| Asked { area: read.area, indicator: &read.indicator, period, level };
    let first = period.or(read.year.as_deref()).or(of_figure);
    let mut found = hides(snapshot, asked(first), language);
    // A year that was only read from the figures need not be there below.
    if found.is_err() && period.is_none() && read.year.is_none() {
        found = hides(snapshot, asked(None), language);
    }
    let mut found = found?;
    let scale = snapshot.indicator(&read.indicator).map_or(1.0, |it| number::scale(read.number, &it.unit));
    found.pasted = Some(Understood {
        sentence: typed.to_owned(),
        number: read.number.map(|number| number.value * scale),
        area: area_name(snapshot, read.area),
        indicator: read.indicator,
        passed_over: read.passed_over,
        beside,
    });
    Ok(found)
}

fn problem(code: &'static str, typed: &str, candidates: &str) -> Box<Problem> {
    let shown: String = typed.chars().take(80).collect();
    Box::new(Problem::error(code, Place::file(TYPED)).with("found", shown).with("candidates", candidates))
}

/// Reads a sentence.
///
/// # Errors
/// K0710 no such area, K0711 several, K0712 no such indicator, K0713 several, K0716 too long or empty.
pub fn read(snapshot: &Snapshot, sentence: &str) -> Result<Read, Box<Problem>> {
    if sentence.chars().count() > MAX_SIGNS || folded(sentence).is_empty() {
        return Err(problem("K0716", sentence, &MAX_SIGNS.to_string()));
    }
    let (number, rest) = number::take(sentence);
    let rest = folded(&rest);
    let words: Vec<&str> = rest.split(' ').filter(|word| !word.is_empty()).collect();
    let is_year = |word: &&str| {
        word.len() == 4 && word.bytes().all(|it| it.is_ascii_digit()) && matches!(&word[..2], "19" | "20")
    };
    let year = words.iter().copied().find(|word| is_year(word)).map(str::to_owned);
    let words: Vec<&str> = words.into_iter().filter(|word| !is_year(word)).collect();
    let (area, of_area) = area(snapshot, &words)?;
    let mut others: Vec<&str> = words.clone();
    others.drain(of_area);
    let (indicator, passed_over) = indicator(snapshot, &others, number, sentence)?;
    Ok(Read { area, indicator: indicator.id.clone(), number, year, passed_over })
}

/// The area whose name is the longest run of words; of one name the larger area. Without one: a word behind `in` that is
/// nobody's name is a problem, else the whole is meant.
fn area(snapshot: &Snapshot, words: &[&str]) -> Result<(AreaAt, std::ops::Range<usize>), Box<Problem>> {
    let mut best: Option<(std::ops::Range<usize>, usize, Vec<AreaAt>)> = None;
    for level in snapshot.levels() {
        for (index, (code, name)) in level.codes().iter().zip(level.names()).enumerate() {
            let at = AreaAt { level: level.position(), index };
            for called in [folded(code), folded(name)] {
                let of_name: Vec<&str> = called.split(' ').filter(|word| !word.is_empty()).collect();
                if of_name.is_empty() || of_name.len() > words.len() {
                    continue;
                }
                let Some(start) = words.windows(of_name.len()).rposition(|run| run == of_name) else { continue };
                let range = start..start + of_name.len();
                let follows = usize::from(start > 0 && IN.contains(&words[start - 1]));
                let size = 2 * of_name.len() + follows;
                match &mut best {
                    Some((_, known, areas)) if *known == size && areas.iter().all(|it| it.level == at.level) => {
                        if !areas.contains(&at) {
                            areas.push(at);
                        }
                    }
                    Some((_, known, _)) if *known >= size => {}
                    _ => best = Some((range, size, vec![at])),
                }
            }
        }
    }
    match best {
        Some((range, _, areas)) if areas.len() == 1 => Ok((areas[0], range)),
        Some((range, _, areas)) => {
            let mut codes: Vec<String> = areas.iter().map(|at| area_name(snapshot, *at).code).collect();
            codes.truncate(MAX_CANDIDATES);
            Err(problem("K0711", &words[range].join(" "), &codes.join(", ")))
        }
        None => {
            let behind = words.iter().rposition(|word| IN.contains(word)).map(|at| words[at + 1..].join(" "));
            let behind = behind.filter(|it| !it.is_empty() && it.split(' ').all(|word| !IGNORED.contains(&word)));
            match (behind, whole(snapshot)) {
                (None, Some(whole)) => Ok((whole, 0..0)),
                (behind, _) => {
                    let behind = behind.unwrap_or_else(|| words.join(" "));
                    let names = snapshot.levels().iter().flat_map(|level| level.names()).map(String::as_str);
                    Err(problem("K0710", &behind, kapstok_table::nearest(&behind, names)))
                }
            }
        }
    }
}

/// Words before the name of an area.
const IN: [&str; 5] = ["in", "te", "van", "of", "for"];

/// The indicator whose label or id has most of the words, and of those the fewest other words.
fn indicator<'a>(
    snapshot: &'a Snapshot,
    words: &[&str],
    number: Option<Number>,
    sentence: &str,
) -> Result<(&'a IndicatorEntry, Vec<String>), Box<Problem>> {
    let asked: Vec<(&str, String)> =
        words.iter().filter(|word| !IGNORED.contains(word)).map(|word| (*word, stem(word))).collect();
    let mut best: Vec<(usize, usize, &IndicatorEntry)> = Vec::new();
    for indicator in &snapshot.manifest().indicators {
        let fits = number.is_none_or(|number| number.form.fits(&indicator.unit));
        if indicator.unit == "count" || !fits {
            continue;
        }
        for text in [&indicator.label.nl, &indicator.label.en, &indicator.id] {
            let label: Vec<String> = folded(text).split(' ').filter(|word| !IGNORED.contains(word)).map(stem).collect();
            let n_found = asked.iter().filter(|(_, stem)| label.contains(stem)).count();
            let n_other = label.iter().filter(|word| asked.iter().all(|(_, stem)| stem != *word)).count();
            if n_found > 0 {
                best.push((n_found, n_other, indicator));
            }
        }
    }
    best.sort_by(|one, other| (other.0, one.1, &one.2.id).cmp(&(one.0, other.1, &other.2.id)));
    best.dedup_by(|one, other| one.2.id == other.2.id);
    let Some(&(n_found, n_other, found)) = best.first().filter(|(n_found, ..)| 2 * n_found >= asked.len()) else {
        let near: Vec<&str> = best.iter().take(MAX_CANDIDATES).map(|(.., it)| it.id.as_str()).collect();
        return Err(problem("K0712", sentence, &near.join(", ")));
    };
    let as_good: Vec<&str> =
        best.iter().filter(|it| (it.0, it.1) == (n_found, n_other)).map(|(.., it)| it.id.as_str()).collect();
    if as_good.len() > 1 {
        return Err(problem("K0713", sentence, &as_good[..as_good.len().min(MAX_CANDIDATES)].join(", ")));
    }
    let known: Vec<String> = [&found.label.nl, &found.label.en, &found.id]
        .iter()
        .flat_map(|text| folded(text).split(' ').map(stem).collect::<Vec<_>>())
        .collect();
    let passed_over = asked.iter().filter(|(_, stem)| !known.contains(stem)).map(|(word, _)| (*word).to_owned());
    Ok((found, passed_over.collect()))
}

/// The pasted number beside ours: the period that was named, or the newest with the same figure, or the nearest.
fn beside(snapshot: &Snapshot, read: &Read) -> Beside {
    let Some(number) = read.number else { return Beside::NoNumber };
    let Some(indicator) = snapshot.indicator(&read.indicator) else { return Beside::NoFigure };
    let scale = number::scale(read.number, &indicator.unit);
    let level = snapshot.level_of(read.area);
    let columns = snapshot.entry(level).columns.iter().rev().filter(|column| column.indicator == indicator.id);
    let of_year = columns.filter(|column| read.year.as_ref().is_none_or(|year| column.period.starts_with(year)));
    let mut nearest: Option<(&str, f64)> = None;
    for column in of_year {
        let Some(figure) = figure_of(snapshot, read.area, indicator, &column.period) else { continue };
        let away = (figure - number.value * scale).abs();
        if away <= number.half_a_step() * scale * (1.0 + 1e-9) {
            return Beside::Same { period: column.period.clone() };
        }
        if nearest.is_none_or(|(_, known)| away < (known - number.value * scale).abs()) {
            nearest = Some((&column.period, figure));
        }
    }
    nearest.map_or(Beside::NoFigure, |(period, figure)| Beside::Differs { period: period.to_owned(), figure })
}
