// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What these figures say of the statements of the essay that are about differences between areas.
//!
//! In: a question (which areas). Out: per statement the ratio and difference with the rest, with period, kind and source; or
//! nothing, and then the texts name who holds a figure. Which indicators answer a statement stands beside it, by their domain where
//! the statement is about all of it, else by words for what they measure. Invariant: a figure of something else never stands
//! in for one that is missing.

use serde::Serialize;

use super::{Against, GapLine, Question, gap};
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

/// What the figures say, statement by statement.
pub fn essay(snapshot: &Snapshot, question: Question, language: Language) -> Vec<EssayLine> {
    let question = Question {
        against: vec![Against::Rest],
        indicators: Vec::new(),
        from: None,
        to: None,
        placebo: 0,
        sets: 1,
        ..question
    };
    let level = &snapshot.levels()[question.chosen.level];
    let mut lines: Vec<EssayLine> =
        STATEMENTS.iter().map(|(id, ..)| EssayLine { id: (*id).to_owned(), figures: Vec::new() }).collect();
    for found in gap(snapshot, &question, language).gaps {
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
