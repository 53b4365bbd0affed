// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What changed between two adopted versions, as a councillor can read it: what, from what, to what.
//!
//! In: an area of an agenda and two moments. Out: [`ChangeSaid`] lines, and the same as a table. Also the frozen baseline
//! of a version beside the figure of today.

use kapstok_agenda::changes::{Change, ChangeKind, changes};
use kapstok_agenda::entry::{Id, Noun, Value};
use kapstok_agenda::event::Baseline;
use kapstok_agenda::state::{State, Version};

use super::Seen;
use super::said::Said;
use crate::document::{Column, Content, Item, Table};
use crate::number::with_unit;

/// One change in words.
#[derive(Clone, Debug, PartialEq)]
pub struct ChangeSaid {
    /// Which thing.
    pub id: Id,
    /// What it is: an action, a promise.
    pub noun: String,
    /// Its name, of before where it is gone.
    pub name: String,
    /// `added`, `gone`, `changed`.
    pub kind: &'static str,
    /// Per field: its name, what stood there, what stands there.
    pub fields: Vec<(String, String, String)>,
}

/// The state that a version froze, or that of now.
pub fn state_of(seen: &Seen<'_>, version: Option<&Version>) -> State {
    match version {
        Some(version) => State::after(&seen.agenda.events, version.seq),
        None => seen.agenda.state.clone(),
    }
}

/// Says what changed between two states.
pub fn said(seen: &Seen<'_>, before: &State, after: &State) -> Vec<ChangeSaid> {
    let (old, new) = (Said { state: before, words: seen.words }, Said { state: after, words: seen.words });
    let line = |Change { id, what }: Change| {
        let noun = id.noun();
        let said = if what == ChangeKind::Gone { old } else { new };
        let value = |said: Said<'_>, field: &str, value: &Option<Value>| match (noun.field(field), value) {
            (Some(field), Some(value)) => said.value(field, value),
            _ => seen.words.say("agenda-nothing", &[]),
        };
        let (kind, fields) = match &what {
            ChangeKind::Added => ("added", Vec::new()),
            ChangeKind::Gone => ("gone", why_gone(seen, after, id).into_iter().collect()),
            ChangeKind::Changed(fields) => {
                let fields = fields.iter().filter(|it| it.field != "stands_for").map(|it| {
                    (said.field(noun, it.field), value(old, it.field, &it.before), value(new, it.field, &it.after))
                });
                ("changed", fields.collect())
            }
        };
        ChangeSaid { id, noun: said.kind(id), name: said.title(id), kind, fields }
    };
    changes(before, after, seen.code()).into_iter().map(line).collect()
}

/// Why a thing was withdrawn, as a field that says nothing before and the reason after.
fn why_gone(seen: &Seen<'_>, after: &State, id: Id) -> Option<(String, String, String)> {
    let gone = after.withdrawn(id)?;
    let reason = gone.reason.clone().unwrap_or_else(|| seen.words.say("agenda-removed", &[]));
    Some((seen.words.say("changes-gone-because", &[]), String::new(), reason))
}

/// The changes as a table of a document: what was agreed. Confirmations, deliveries and replies have tables of their own.
pub fn table(seen: &Seen<'_>, before: &State, after: &State) -> Table {
    let words = seen.words;
    let column = |key: &str, width| Column { title: words.say(key, &[]), width, content: Content::Words };
    let columns = vec![
        column("changes-column-what", 34),
        column("changes-column-field", 14),
        column("changes-column-before", 26),
        column("changes-column-after", 26),
    ];
    let mut rows = Vec::new();
    for change in said(seen, before, after).into_iter().filter(|change| is_agreed(change.id.noun())) {
        let what = Item::Text(format!("{} {}: {}", change.noun, change.id, change.name));
        let kind = words.say(&format!("changes-{}", change.kind), &[]);
        if change.fields.is_empty() {
            rows.push(vec![what, Item::Text(kind), Item::Empty, Item::Empty]);
            continue;
        }
        for (field, before, after) in change.fields {
            rows.push(vec![what.clone(), Item::Text(field), Item::Text(before), Item::Text(after)]);
        }
    }
    Table { caption: words.say("changes-caption", &[]), columns, rows }
}

/// Whether a kind of thing is agreed, and not said afterwards of what was agreed.
pub fn is_agreed(noun: Noun) -> bool {
    !matches!(noun, Noun::Delivery | Noun::Confirmation | Noun::Reply)
}

/// A figure of the frozen baseline beside that of today.
#[derive(Clone, Debug, PartialEq)]
pub struct BaselineLine {
    /// Label of the indicator; its id where the build does not know it.
    pub label: String,
    /// The figure and the period of then.
    pub then: (String, String),
    /// The figure and the period of today.
    pub now: (String, String),
    /// Whether the figure was worked out from others: then it is no evidence of change.
    pub is_modelled: bool,
}

/// The baseline of a version beside today.
pub fn baseline(seen: &Seen<'_>, version: &Version) -> Vec<BaselineLine> {
    let (words, snapshot) = (seen.words, seen.snapshot);
    let level = snapshot.level_of(seen.area);
    let nothing = || words.say("agenda-nothing", &[]);
    let line = |it: &Baseline| {
        let indicator = snapshot.indicator(&it.indicator);
        let unit = indicator.map_or("", |indicator| indicator.unit.as_str());
        let figure = |value: f64| with_unit(value, unit, words.language);
        let then = it.value.as_deref().and_then(|value| value.parse().ok()).map_or_else(nothing, figure);
        let now = snapshot.column(level, &it.indicator, None);
        let (value, period) = match now {
            Some((entry, column)) => (column.value(seen.area.index).map_or_else(nothing, figure), entry.period.clone()),
            None => (nothing(), String::new()),
        };
        BaselineLine {
            label: indicator.map_or(it.indicator.as_str(), |known| known.label.of(words.language)).to_owned(),
            then: (then, it.period.clone()),
            now: (value, period),
            is_modelled: indicator.is_some_and(|known| known.kind == "model"),
        }
    };
    version.adoption.baseline.iter().map(line).collect()
}
