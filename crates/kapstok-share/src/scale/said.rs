// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What a figure hides, in sentences: the same on the terminal and on a page.
//!
//! In: [`Hides`] and the words of a language. Out: sentences. Invariant: a share is said with what it is a share of, and
//! no area is called good or bad: it stands better or worse than a named figure.

use super::distance::Seen;
use super::pasted::Beside;
use super::{AreaName, Hides};
use crate::number::{figure, percentage, with_unit};
use crate::words::Words;

/// Several areas of a level in words: `buurten`.
pub fn levels(level: &str, words: &Words) -> String {
    let key = format!("page-levels-{level}");
    let said = words.say(&key, &[]);
    if said == key { level.to_owned() } else { said }
}

/// The name of an area, or its code where it has none.
pub fn called(area: &AreaName) -> &str {
    if area.name.is_empty() { &area.code } else { &area.name }
}

/// The one sentence: the figure, how much of the differences lies inside, how many go the other way.
pub fn sentence(hides: &Hides, words: &Words) -> String {
    let language = words.language;
    let figure =
        hides.figure.map_or_else(|| words.say("hides-no-figure", &[]), |it| with_unit(it, &hides.unit, language));
    let (area, below) = (called(&hides.area), levels(&hides.level, words));
    let mut said = words.say(
        "hides-figure",
        &[("area", area), ("label", &hides.label), ("period", &hides.period), ("figure", &figure)],
    );
    if let Some(at) = hides.levels.last() {
        let of = |value| with_unit(value, &hides.unit, language);
        said.push(' ');
        said.push_str(
            &words.say("hides-range", &[("below", &below), ("lowest", &of(at.lowest)), ("highest", &of(at.highest))]),
        );
    }
    let shares = hides.shares.as_ref();
    if let Some((shares, within)) =
        shares.and_then(|it| Some((it, it.variance.last().filter(|_| it.variance.len() > 1)?)))
    {
        let inside = levels(&shares.between[shares.between.len() - 2], words);
        let percent = percentage(*within, language);
        said.push(' ');
        said.push_str(&words.say("hides-within", &[("percent", &percent), ("inside", &inside), ("below", &below)]));
    }
    if let Some(other) = &hides.other_way {
        said.push(' ');
        said.push_str(&words.say(
            "hides-other-way",
            &[("n", &other.areas.len().to_string()), ("of", &other.n_compared.to_string()), ("below", &below)],
        ));
    }
    said
}

/// What was understood of a pasted sentence, and how its number stands beside ours.
pub fn understood(hides: &Hides, words: &Words) -> Vec<String> {
    let Some(pasted) = &hides.pasted else { return Vec::new() };
    let language = words.language;
    let number = pasted.number.map_or_else(|| "–".to_owned(), |it| with_unit(it, &hides.unit, language));
    let level = words.word("level", &pasted.area.level);
    let mut lines = vec![words.say(
        "hides-understood",
        &[("number", &number), ("label", &hides.label), ("area", called(&pasted.area)), ("level", &level)],
    )];
    if !pasted.passed_over.is_empty() {
        lines.push(words.say("hides-passed-over", &[("list", &pasted.passed_over.join(", "))]));
    }
    lines.push(match &pasted.beside {
        Beside::NoNumber => words.say("hides-no-number", &[]),
        Beside::NoFigure => words.say("hides-no-own", &[]),
        Beside::Same { period } => words.say("hides-same", &[("period", period), ("source", &hides.source)]),
        Beside::Differs { period, figure } => words.say(
            "hides-differs",
            &[
                ("period", period),
                ("figure", &with_unit(*figure, &hides.unit, language)),
                ("number", &number),
                ("source", &hides.source),
            ],
        ),
    });
    lines
}

/// By which rule areas go the other way.
pub fn rule(hides: &Hides, words: &Words) -> String {
    let Some(other) = &hides.other_way else { return words.say("hides-rule-none", &[]) };
    words.say(
        "hides-rule",
        &[
            ("whole", &words.word("level", &other.whole_level)),
            ("line", called(&other.line)),
            ("figure", &with_unit(other.line_figure, &hides.unit, words.language)),
        ],
    )
}

/// Where differences lie, one line per level: what it is between, by variance, each area the same, by Theil.
pub fn share_lines(hides: &Hides, words: &Words) -> Vec<[String; 4]> {
    let Some(shares) = &hides.shares else { return Vec::new() };
    let percent = |share: f64| percentage(share, words.language) + " %";
    let line = |(at, level): (usize, &String)| {
        let between = levels(level, words);
        let what = match at.checked_sub(1).and_then(|before| shares.between.get(before)) {
            None => words.say("hides-between", &[("levels", &between)]),
            Some(inside) => {
                words.say("hides-between-inside", &[("levels", &between), ("inside", &levels(inside, words))])
            }
        };
        let theil = shares.theil.as_ref().and_then(|it| it.get(at)).map_or_else(|| "–".to_owned(), |it| percent(*it));
        [what, percent(shares.variance[at]), percent(shares.variance_unweighted[at]), theil]
    };
    shares.between.iter().enumerate().map(line).collect()
}

/// How the picture changes by level: the level, areas with and without a figure, from, to, in the worst fifth.
pub fn level_lines(hides: &Hides, words: &Words) -> Vec<[String; 6]> {
    let of = |value| with_unit(value, &hides.unit, words.language);
    let line = |at: &super::AtLevel| {
        let fifth = at.in_worst_fifth.map_or_else(|| "–".to_owned(), |it| percentage(it, words.language) + " %");
        let level = levels(&at.level, words);
        [level, at.n_known.to_string(), at.n_missing.to_string(), of(at.lowest), of(at.highest), fifth]
    };
    hides.levels.iter().map(line).collect()
}

/// Areas that go the other way: those that stand better first.
pub fn contrary_lines(hides: &Hides, words: &Words) -> Vec<[String; 5]> {
    let Some(other) = &hides.other_way else { return Vec::new() };
    let of = |value| with_unit(value, &hides.unit, words.language);
    let line = |it: &super::ContraryArea| {
        let key = if it.is_worse { "hides-worse" } else { "hides-better" };
        [
            format!("{} ({})", called(&it.area), it.area.code),
            of(it.figure),
            called(&it.whole).to_owned(),
            of(it.whole_figure),
            words.say(key, &[]),
        ]
    };
    let better = other.areas.iter().filter(|it| !it.is_worse);
    better.chain(other.areas.iter().filter(|it| it.is_worse)).map(line).collect()
}

/// What is seen from a distance of one indicator, and what its parts see.
pub fn seen(seen: &Seen, whole: &str, below: &str, words: &Words) -> String {
    let of = |value| with_unit(value, &seen.unit, words.language);
    let key = match seen.whole_is_worse {
        None => "hides-seen-same",
        Some(true) => "hides-seen-worse",
        Some(false) => "hides-seen-better",
    };
    let names: Vec<&str> = seen.turned.iter().map(|it| called(&it.area)).collect();
    // Beyond a handful names are no sentence.
    let names = if names.len() > 6 || names.is_empty() { String::new() } else { format!(" ({})", names.join(", ")) };
    words.say(
        key,
        &[
            ("whole", whole),
            ("label", &seen.label),
            ("before", &of(seen.whole.0)),
            ("after", &of(seen.whole.1)),
            ("from", &seen.periods.0),
            ("to", &seen.periods.1),
            ("n", &seen.turned.len().to_string()),
            ("of", &seen.n_known.to_string()),
            ("below", &levels(below, words)),
            ("names", &names),
        ],
    )
}

/// That nothing is seen of a change, and why: a modelled figure shows none. `None` of any other.
pub fn not_seen(hides: &Hides, words: &Words) -> Option<String> {
    let reason = || words.say("gap-because-modelled", &[]);
    let is_modelled = hides.kind == "model";
    is_modelled.then(|| words.say("hides-not-seen", &[("label", &hides.label), ("reason", &reason())]))
}

/// A plain figure for the picture of a page.
pub fn axis(value: f64, hides: &Hides, words: &Words) -> String {
    let scaled = if hides.unit == "fraction" { value * 100.0 } else { value };
    figure(scaled, 1, words.language)
}
