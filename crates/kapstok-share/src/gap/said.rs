// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! A difference and a trend in one sentence each: for a card on a page and for a table.
//!
//! In: what [`gap`](super::gap) found. Out: sentences. Invariant: a difference without an interval says that it has none, and
//! why; whether it is more than chance is judged by its interval, which is shown, also beside that of a ratio; no sentence says
//! what a difference comes from.

use super::{GapLine, TrendLine};
use crate::number::{difference, figure, with_unit};
use crate::words::Words;

/// "In the chosen areas X is 2.1 times as high (95 %: 1.8 to 2.5). The difference is +8 points (95 %: +6 to +10)."
///
/// `confidence`: the level of the interval, 0 ..= 1.
pub fn sentence(line: &GapLine, confidence: f64, words: &Words) -> String {
    let language = words.language;
    let value = |value: Option<f64>| value.map_or_else(|| "-".to_owned(), |it| with_unit(it, &line.unit, language));
    let ratio_of = |it: f64| figure(it, if it < 10.0 { 2 } else { 1 }, language);
    let ratio = line.ratio.map(ratio_of).unwrap_or_default();
    let apart = |it: f64| difference(it, &line.unit, language);
    let is_points = matches!(line.unit.as_str(), "percent" | "fraction");
    let ends = line.interval.map(|(lower, upper)| (apart(lower), apart(upper)));
    let of_ratio = line.ratio.and(line.ratio_interval).map(|(lower, upper)| (ratio_of(lower), ratio_of(upper)));
    let key = match (line.difference, &ends, &of_ratio) {
        (None, _, _) => "gap-card-none",
        (Some(_), None, _) => "gap-card-unsure",
        (Some(_), Some(_), Some(_)) => "gap-card-times",
        (Some(_), Some(_), None) => "gap-card-apart",
    };
    let (lower, upper) = ends.unwrap_or_default();
    let (ratio_lower, ratio_upper) = of_ratio.unwrap_or_default();
    let facts = [
        ("label", &*line.label),
        ("period", &line.period),
        ("chosen", &value(line.chosen)),
        ("others", &value(line.others)),
        ("ratio", &ratio),
        ("ratio-lower", &ratio_lower),
        ("ratio-upper", &ratio_upper),
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Language;

    #[test]
    fn what_is_judged_is_shown_where_the_ratio_alone_would_say_another_thing() {
        let line = GapLine {
            indicator: "debt".to_owned(),
            label: "Debt".to_owned(),
            unit: "percent".to_owned(),
            kind: "register".to_owned(),
            direction: "higher-is-worse".to_owned(),
            period: "2024".to_owned(),
            weighted_by: "residents".to_owned(),
            against: "rest".to_owned(),
            n_chosen: (3, 0),
            n_others: (30, 0),
            chosen: Some(12.0),
            others: Some(10.0),
            difference: Some(2.0),
            interval: Some((-0.1, 4.1)),
            ratio: Some(1.2),
            ratio_interval: Some((1.01, 1.43)),
            outcome: "similar".to_owned(),
            reason: None,
        };
        let said = sentence(&line, 0.95, &Words::new(Language::En));
        for words in [
            "is 1.2 times as high as in all other areas (95 %: 1.01 to 1.43)",
            "The difference is +2 percentage points (95 %: -0.1 to +4.1).",
            "no real difference was seen",
        ] {
            assert!(said.contains(words), "{words}: {said}");
        }
        let without_ratio = GapLine { ratio: None, ratio_interval: None, ..line };
        let said = sentence(&without_ratio, 0.95, &Words::new(Language::En));
        assert!(said.contains("a difference of +2 percentage points (95 %: -0.1 to +4.1), in 2024."), "{said}");
    }

    #[test]
    fn no_difference_in_change_that_was_seen_is_not_that_there_is_none() {
        let corrected = super::super::Difference { difference: 0.1, interval: (-0.2, 0.4), p: 0.5 };
        let line = TrendLine {
            indicator: "debt".to_owned(),
            label: "Debt".to_owned(),
            unit: "percent".to_owned(),
            against: "rest".to_owned(),
            periods: ("2020".to_owned(), "2024".to_owned()),
            n_periods: 5,
            start: "2020".to_owned(),
            n_areas: (3, 30),
            change: Some((0.3, 0.2)),
            raw: None,
            corrected: Some(corrected),
            falls_back: None,
            false_alarms: None,
            outcome: "similar".to_owned(),
            reason: None,
            n_needed: None,
        };
        let said = trend(&line, &Words::new(Language::Nl));
        assert!(said.ends_with("Uitkomst voor de gekozen gebieden: geen verschil in verandering gezien."), "{said}");
    }
}
