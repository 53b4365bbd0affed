// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! A difference and a trend in one sentence each: for a card on a page and for a table.
//!
//! In: what [`gap`](super::gap) found. Out: sentences. Invariant: a difference without an interval says that it has none, and
//! why; no sentence says what a difference comes from.

use super::{GapLine, TrendLine};
use crate::number::{difference, figure, with_unit};
use crate::words::Words;

/// "In the chosen areas X is 2.1 times as high (95 %: 1.8 to 2.5)".
///
/// `confidence`: the level of the interval, 0 ..= 1.
pub fn sentence(line: &GapLine, confidence: f64, words: &Words) -> String {
    let language = words.language;
    let value = |value: Option<f64>| value.map_or_else(|| "-".to_owned(), |it| with_unit(it, &line.unit, language));
    let ratio_of = |it: f64| figure(it, if it < 10.0 { 2 } else { 1 }, language);
    let ratio = line.ratio.map(ratio_of).unwrap_or_default();
    let apart = |it: f64| difference(it, &line.unit, language);
    let is_points = matches!(line.unit.as_str(), "percent" | "fraction");
    let ends = match (line.ratio, line.ratio_interval, line.interval) {
        (Some(_), Some((lower, upper)), _) => Some((ratio_of(lower), ratio_of(upper))),
        (_, _, Some((lower, upper))) => Some((apart(lower), apart(upper))),
        _ => None,
    };
    let key = match (line.difference, &ends, line.ratio.and(line.ratio_interval)) {
        (None, _, _) => "gap-card-none",
        (Some(_), None, _) => "gap-card-unsure",
        (Some(_), Some(_), Some(_)) => "gap-card-times",
        (Some(_), Some(_), None) => "gap-card-apart",
    };
    let (lower, upper) = ends.unwrap_or_default();
    let facts = [
        ("label", &*line.label),
        ("period", &line.period),
        ("chosen", &value(line.chosen)),
        ("others", &value(line.others)),
        ("ratio", &ratio),
        ("difference", &line.difference.map(apart).unwrap_or_default()),
        ("points", if is_points { "yes" } else { "no" }),
        ("lower", &lower),
        ("upper", &upper),
        ("level", &figure(100.0 * confidence, 0, language)),
        ("against", &words.say(&format!("gap-card-against-{}", line.against), &[])),
        ("reason", &because(line.reason.as_deref(), None, words)),
    ];
    let said = words.say(key, &facts);
    match (line.outcome.as_str(), &line.reason) {
        ("cannot-be-compared", _) | (_, Some(_)) => said,
        (outcome, None) => format!("{said} {}", words.say(&format!("gap-card-outcome-{outcome}"), &[])),
    }
}

/// Whether the chosen areas grow apart from the others, per year.
pub fn trend(line: &TrendLine, words: &Words) -> String {
    let of = |value: f64| difference(value, &line.unit, words.language);
    let Some((corrected, (chosen, others))) = line.corrected.zip(line.change) else {
        let reason = because(line.reason.as_deref(), line.n_needed, words);
        return words.say("gap-card-no-trend", &[("reason", &reason)]);
    };
    let facts = [
        ("from", &*line.periods.0),
        ("to", &line.periods.1),
        ("chosen", &of(chosen)),
        ("others", &of(others)),
        ("difference", &of(corrected.difference)),
        ("lower", &of(corrected.interval.0)),
        ("upper", &of(corrected.interval.1)),
        ("outcome", &words.say(&format!("gap-trend-{}", line.outcome), &[])),
    ];
    words.say("gap-card-trend", &facts)
}

fn because(reason: Option<&str>, n_needed: Option<usize>, words: &Words) -> String {
    let needed = n_needed.map_or_else(String::new, |needed| needed.to_string());
    reason.map_or_else(String::new, |reason| words.say(&format!("gap-because-{reason}"), &[("needed", &needed)]))
}
