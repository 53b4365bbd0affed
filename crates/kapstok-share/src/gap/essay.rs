// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What these figures say of the statements of the essay that are about differences between areas.
//!
//! In: a question (which areas). Out: per statement the ratio and difference with the rest, with period, kind and source; or
//! nothing, and then the texts name who holds a figure. Which indicators answer a statement goes by their domain. Invariant: a
//! figure of another domain never stands in for one that is missing.

use serde::Serialize;

use super::{Against, GapLine, Question, gap};
use crate::number::{figure, with_unit};
use crate::snapshot::Snapshot;
use crate::words::{Language, Words};

/// Statements, and the domains that answer each.
const STATEMENTS: [(&str, &[&str]); 6] = [
    ("S2a", &["life-expectancy"]),
    ("S2b", &["care"]),
    ("S2c", &["health"]),
    ("S3a", &["income", "debt", "self-reliance", "mental"]),
    ("S3b", &[]),
    ("S3c", &["work", "violence-at-home", "violence"]),
];

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
        STATEMENTS.iter().map(|(id, _)| EssayLine { id: (*id).to_owned(), figures: Vec::new() }).collect();
    for found in gap(snapshot, &question, language).gaps {
        let Some(indicator) = snapshot.indicator(&found.indicator) else { continue };
        let answers = STATEMENTS.iter().position(|(_, domains)| domains.contains(&indicator.domain.as_str()));
        let (Some(position), Some(_)) = (answers, found.chosen) else { continue };
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
