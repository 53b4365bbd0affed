// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The card of one figure: how large the gap is, against whom, and how it went over the periods; and one line for each domain.
//!
//! In: a [`Question`]. Out: sentences, a picture with its table. Invariant: no figure without saying how sure it is, or that this is
//! not known; a modelled figure has no interval and no trend.

use kapstok_share::gap::{Against, GapFindings, GapLine, Question, gap, said};
use kapstok_share::manifest::IndicatorEntry;
use kapstok_share::number::{difference, figure};
use kapstok_share::snapshot::Level;

use crate::pages::charts::apart::{Apart as Drawn, svg};
use crate::pages::frame::{Link, View};
use crate::pages::links::{Apart, Page};
use crate::pages::voice::Voice;

/// Most chosen areas of which the page works out a trend: as many as an address may name one by one.
const TREND_AREAS: usize = 1_000;

/// The card of a figure.
pub(super) struct Card {
    pub(super) label: String,
    pub(super) explanation: String,
    pub(super) sentence: String,
    pub(super) against: Vec<Row>,
    pub(super) picture: Option<String>,
    pub(super) picture_words: String,
    pub(super) periods: Vec<Row>,
    pub(super) trend: String,
    pub(super) weighted: String,
    pub(super) table: Link,
}

/// One comparison: against whom or of which period, then figures in words.
pub(super) struct Row {
    pub(super) title: String,
    /// Chosen, others, difference with interval, ratio with interval, outcome.
    pub(super) cells: [String; 5],
    /// Areas without a figure on both sides.
    pub(super) counted: String,
}

/// A figure that speaks for a domain, in one line.
pub(super) struct Figure {
    pub(super) link: Link,
    pub(super) is_here: bool,
    pub(super) domain: String,
    pub(super) row: Row,
}

/// Makes the card; `None` where nothing can be compared.
pub(super) fn card(view: View<'_>, question: &Question, level: &Level, indicator: &IndicatorEntry) -> Option<Card> {
    let v = view.voice();
    let asked = |against: Vec<Against>, from: Option<&str>, sets: u32| {
        let question = Question {
            indicators: vec![indicator.id.clone()],
            against,
            from: from.map(str::to_owned),
            sets,
            ..question.clone()
        };
        gap(&view.site.snapshot, &question, view.language)
    };
    // Of the newest period no trend is told.
    let now = asked(Against::ALL.to_vec(), None, 0);
    let first = now.gaps.first()?;
    // From the beginning of time: a difference of each period.
    // Of a modelled figure no trend is worked out, and that is said.
    let is_too_many = question.chosen.areas.len() > TREND_AREAS && indicator.kind != "model";
    let periods = asked(vec![Against::Rest], Some(""), if is_too_many { 0 } else { question.sets });
    let trend = match periods.trends.first() {
        Some(line) => said::trend(line, &v.words),
        // Of one period the command says nothing more.
        None if is_too_many && periods.gaps.len() > 1 => v.f("page-gap-trend-many", &[("most", &v.count(TREND_AREAS))]),
        None => String::new(),
    };
    let drawn: Vec<Drawn<'_>> = periods
        .gaps
        .iter()
        .map(|it| Drawn { period: &it.period, difference: it.difference, interval: it.interval })
        .collect();
    let weighted = match first.weighted_by.as_str() {
        "residents" => v.s("page-gap-weighted-residents"),
        id => {
            let label = view.site.snapshot.indicator(id).map_or(id, |it| it.label.of(view.language));
            v.f("page-gap-weighted", &[("label", label)])
        }
    };
    Some(Card {
        label: first.label.clone(),
        explanation: indicator.explanation.of(view.language).to_owned(),
        sentence: said::sentence(first, now.confidence, &v.words),
        against: now.gaps.iter().map(|it| row(v, it, v.s(&format!("gap-against-{}", it.against)))).collect(),
        picture: svg(&drawn, indicator.kind != "model", &|value| difference(value, &indicator.unit, view.language)),
        picture_words: picture_words(v, &periods),
        periods: periods.gaps.iter().map(|it| row(v, it, it.period.clone())).collect(),
        trend,
        weighted,
        table: Link {
            href: view.href(&Page::table(&indicator.id, level.name(), None)),
            text: v.f("page-why-table", &[("levels", &v.levels(level.name()))]),
        },
    })
}

/// One line for each figure that speaks for a domain, against all others, newest period.
pub(super) fn figures(
    view: View<'_>,
    question: &Question,
    apart: &Apart,
    indicators: &[&IndicatorEntry],
    here: &IndicatorEntry,
) -> Vec<Figure> {
    let v = view.voice();
    // Of these lines no trend is told.
    let ids = indicators.iter().map(|it| it.id.clone()).collect();
    let question = Question { indicators: ids, sets: 0, ..question.clone() };
    let found = gap(&view.site.snapshot, &question, view.language);
    let line = |indicator: &&IndicatorEntry| {
        let line = found.gaps.iter().find(|it| it.indicator == indicator.id)?;
        let to = Apart { indicator: Some(indicator.id.clone()), ..apart.clone() };
        Some(Figure {
            link: Link { href: view.href(&Page::Gap(to)), text: line.label.clone() },
            is_here: indicator.id == here.id,
            domain: v.domain(&indicator.domain),
            row: row(v, line, line.period.clone()),
        })
    };
    indicators.iter().filter_map(line).collect()
}

fn row(v: &Voice, line: &GapLine, title: String) -> Row {
    let language = v.language();
    let value = |value: Option<f64>| value.map_or_else(|| "–".to_owned(), |it| v.value(it, &line.unit));
    let apart = |it: f64| difference(it, &line.unit, language);
    let ratio = |it: f64| figure(it, 2, language);
    let between = |(lower, upper): (String, String)| v.f("gap-range", &[("lower", &lower), ("upper", &upper)]);
    let said = |value: Option<String>, ends: Option<(String, String)>| match (value, ends) {
        (Some(value), Some(ends)) => format!("{value} {}", between(ends)),
        (Some(value), None) => value,
        (None, _) => "–".to_owned(),
    };
    let outcome = match &line.reason {
        Some(reason) => v.s(&format!("gap-because-{reason}")),
        None => v.s(&format!("gap-outcome-{}", line.outcome)),
    };
    let missing = line.n_chosen.1 + line.n_others.1;
    let counted =
        [("chosen", &*v.count(line.n_chosen.0)), ("others", &v.count(line.n_others.0)), ("missing", &v.count(missing))];
    Row {
        title,
        cells: [
            value(line.chosen),
            value(line.others),
            said(line.difference.map(apart), line.interval.map(|(lower, upper)| (apart(lower), apart(upper)))),
            said(line.ratio.map(ratio), line.ratio_interval.map(|(lower, upper)| (ratio(lower), ratio(upper)))),
            outcome,
        ],
        counted: v.f("page-gap-counted", &counted),
    }
}

/// The picture in words: its first and its last difference.
fn picture_words(v: &Voice, found: &GapFindings) -> String {
    let known = || found.gaps.iter().filter(|it| it.difference.is_some());
    let (Some(first), Some(last)) = (known().next(), known().next_back()) else { return String::new() };
    let of = |it: &GapLine| difference(it.difference.unwrap_or(0.0), &it.unit, v.language());
    let facts = [("from", &*first.period), ("first", &of(first)), ("to", &last.period), ("last", &of(last))];
    v.f(if first.period == last.period { "page-gap-picture-one" } else { "page-gap-picture" }, &facts)
}
