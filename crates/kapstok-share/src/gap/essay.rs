// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What these figures say of the statements of the essay that are about differences between areas.
//!
//! In: chosen areas. Out: per statement the ratio and difference with the rest, with period, kind and source; or
//! nothing, and then the texts name who holds a figure. Which indicators answer a statement stands beside it, by their domain where
//! the statement is about all of it, else by words for what they measure. Invariant: a figure of something else never stands
//! in for one that is missing.

use serde::Serialize;

use super::{Chosen, GapLine, against_rest};
use crate::choice::ChoiceEntry;
use crate::manifest::IndicatorEntry;
use crate::number::{figure, with_unit};
use crate::snapshot::Snapshot;
use crate::words::{Language, Words};

/// Statements, the domains of which every figure answers each, and words of which one stands in the id or a label of an
/// indicator that does.
const STATEMENTS: [(&str, &[&str], &[&str]); 6] = [
    ("S2a", &["life-expectancy"], &["levensverwachting", "life expectancy"]),
    ("S2b", &[], &["screening", "bevolkingsonderzoek"]),
    ("S2c", &[], &["chronisch", "chronic", "langdurige aandoening"]),
    ("S3a", &["income", "debt", "self-reliance", "mental"], &[]),
    ("S3b", &[], &[]),
    ("S3c", &["work", "violence-at-home"], &["huiselijk geweld", "domestic violence"]),
];

/// The position of the statement that an indicator answers; of several, the first.
fn answers(indicator: &IndicatorEntry) -> Option<usize> {
    let texts = [&indicator.id, &indicator.label.nl, &indicator.label.en];
    let texts = texts.map(|text| text.to_lowercase().replace(['_', '-'], " "));
    STATEMENTS.iter().position(|(_, domains, said)| {
        let is_said = said.iter().any(|word| texts.iter().any(|text| text.contains(word)));
        is_said || domains.contains(&indicator.domain.as_str())
    })
}

/// A statement and what the figures say of it.
#[derive(Debug, Serialize)]
pub struct EssayLine {
    /// Its number, as in `docs/policy`.
    pub id: String,
    /// One for each figure that answers it; none where there is none here.
    pub figures: Vec<EssayFigure>,
}

/// One figure.
#[derive(Debug, Serialize)]
pub struct EssayFigure {
    /// The difference with the rest.
    pub gap: GapLine,
    /// Who published it.
    pub publisher: String,
    /// Title as published.
    pub title: String,
}

/// What the figures say of chosen areas, statement by statement, at a level of confidence.
pub fn essay(snapshot: &Snapshot, chosen: Chosen, confidence: f64, language: Language) -> Vec<EssayLine> {
    let level = &snapshot.levels()[chosen.level];
    let mut lines: Vec<EssayLine> =
        STATEMENTS.iter().map(|(id, ..)| EssayLine { id: (*id).to_owned(), figures: Vec::new() }).collect();
    for found in against_rest(snapshot, chosen, confidence, language, |it| answers(it).is_some()) {
        let Some(indicator) = snapshot.indicator(&found.indicator) else { continue };
        let (Some(position), Some(_)) = (answers(indicator), found.chosen) else { continue };
        let origin = snapshot.column(level, &found.indicator, Some(&found.period));
        let origin = origin.and_then(|(entry, _)| snapshot.origin(entry));
        lines[position].figures.push(EssayFigure {
            publisher: origin.map_or_else(String::new, |it| it.publisher.clone()),
            title: origin.map_or_else(String::new, |it| it.title.clone()),
            gap: found,
        });
    }
    lines
}

/// Which figures answer each statement, by their labels, where no areas were chosen: of any level below the country.
pub fn answering(snapshot: &Snapshot, language: Language) -> Vec<(&'static str, Vec<&str>)> {
    let is_known = |it: &&IndicatorEntry| {
        let levels = snapshot.levels().iter().filter(|level| level.len() > 1);
        levels.into_iter().any(|level| snapshot.column(level, &it.id, None).is_some_and(|found| found.1.n_known() > 0))
    };
    let is_fit = |it: &&IndicatorEntry| {
        it.protected.is_none() && it.unit != "count" && it.direction != "neither" && is_known(it)
    };
    let all: Vec<&IndicatorEntry> = snapshot.manifest().indicators.iter().filter(is_fit).collect();
    let of = |position: usize| {
        let own = all.iter().filter(|it| answers(it) == Some(position));
        own.map(|it| it.label.of(language)).collect()
    };
    STATEMENTS.iter().enumerate().map(|(position, (id, ..))| (*id, of(position))).collect()
}

/// The areas of a choice that may show figures; `None` where none is left or its level is not there.
pub fn chosen_of(snapshot: &Snapshot, choice: &ChoiceEntry) -> Option<Chosen> {
    let level = snapshot.level(&choice.level)?;
    let inside = choice.areas.iter().zip(choice.chosen()).filter(|(_, inside)| *inside);
    let found = inside.filter_map(|(area, _)| snapshot.find(&area.area)).filter(|at| at.level == level.position());
    let mut areas: Vec<usize> = found.map(|at| at.index).filter(|area| !level.has_too_few_residents(*area)).collect();
    areas.sort_unstable();
    areas.dedup();
    (!areas.is_empty()).then(|| Chosen { level: level.position(), areas })
}

/// What a statement says.
pub fn says(id: &str, words: &Words) -> String {
    words.say(&format!("essay-{}", id.to_lowercase()), &[])
}

/// That there is no figure of a statement, and who holds one.
pub fn without_figure(id: &str, words: &Words) -> String {
    let holder = words.say(&format!("essay-{}-holder", id.to_lowercase()), &[]);
    words.say("essay-no-figure", &[("holder", &holder)])
}

/// A figure in one sentence.
pub fn sentence(found: &EssayFigure, words: &Words) -> String {
    let (line, language) = (&found.gap, words.language);
    let value = |value: Option<f64>| value.map_or_else(|| "-".to_owned(), |it| with_unit(it, &line.unit, language));
    let ratio = line.ratio.map_or_else(|| "-".to_owned(), |it| figure(it, 2, language));
    let ends = line.ratio_interval.map(|(lower, upper)| (figure(lower, 2, language), figure(upper, 2, language)));
    let (lower, upper) = ends.unwrap_or_default();
    let facts = [
        ("label", &*line.label),
        ("chosen", &value(line.chosen)),
        ("others", &value(line.others)),
        ("ratio", &ratio),
        ("lower", &lower),
        ("upper", &upper),
        ("period", &line.period),
        ("kind", &words.word("kind", &line.kind)),
        ("source", &found.publisher),
    ];
    let key = match (line.ratio_interval, line.kind.as_str()) {
        (Some(_), _) => "essay-figure",
        (None, "model") => "essay-figure-modelled",
        (None, _) => "essay-figure-unsure",
    };
    words.say(key, &facts)
}
