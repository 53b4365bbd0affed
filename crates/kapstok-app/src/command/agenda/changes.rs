// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `kapstok agenda changes`: what changed between two versions of the agenda of an area, and what came of each promise.
//!
//! Both texts of everything that changed; what is the same is not told. Nothing is weighed: that is for who reads it.

use std::io::Write;
use std::path::Path;

use kapstok_agenda::changes::{Change, ChangeKind, changes as changes_between, deliveries};
use kapstok_agenda::entry::{Id, Noun, Value};
use kapstok_agenda::state::{State, Version};
use kapstok_share::words::Words;
use serde_json::json;

use crate::agenda::{Log, as_json, in_words};
use crate::failure::Failure;

/// What stands for the agenda as it is today.
const NOW: &str = "now";

/// Prints what changed from one version to a later one, or to now.
///
/// # Errors
/// A version that is not there, or of another area, with those that are.
pub(crate) fn changes(
    dir: &Path,
    before: &str,
    after: &str,
    json: bool,
    words: &Words,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    let log = Log::read(dir)?;
    let from = version(&log.state, before, None)?;
    let to = match after {
        NOW => None,
        name => Some(version(&log.state, name, Some(&from.adoption.area))?),
    };
    let area = from.adoption.area.as_str();
    let old = State::after(&log.events, from.seq);
    let new = State::after(&log.events, to.map_or(log.head.events(), |to| to.seq));
    let found = changes_between(&old, &new, area);
    if json {
        let promises: Vec<_> =
            new.of_area(Noun::Promise, area).map(|promise| delivered_json(&new, promise.id())).collect();
        let report = json!({
            "area": area,
            "from": as_json::version(from),
            "to": to.map(as_json::version),
            "changes": found.iter().map(|change| change_json(change, &old, &new)).collect::<Vec<_>>(),
            "promises": promises,
            "head": log.head.hash().to_string(),
        });
        return crate::print_json(&report, out);
    }
    let print = |out: &mut dyn Write| {
        head(from, to, words, out)?;
        if found.is_empty() {
            writeln!(out, "{}", words.say("agenda-changes-none", &[]))?;
        }
        for change in &found {
            one(change, &old, &new, words, out)?;
        }
        promises(&new, area, words, out)?;
        super::foot(&log, words, out)
    };
    print(out).map_err(crate::standard_output)
}

fn version<'a>(state: &'a State, name: &str, area: Option<&str>) -> Result<&'a Version, Failure> {
    let of_area = |version: &&Version| area.is_none_or(|area| version.adoption.area == area);
    state.version(name).filter(of_area).ok_or_else(|| {
        let known: Vec<String> = state.versions().iter().filter(of_area).map(|it| it.adoption.name()).collect();
        let what = if known.is_empty() { "version-none" } else { "version" };
        Failure::NotFound { what, found: name.to_owned(), nearest: known.join(", ") }
    })
}

fn head(from: &Version, to: Option<&Version>, words: &Words, out: &mut dyn Write) -> std::io::Result<()> {
    let name = |version: &Version| {
        let (name, day) = (version.adoption.name(), version.day.to_string());
        words.say("agenda-version-of", &[("name", &name), ("day", &day)])
    };
    let after = to.map_or_else(|| words.say("agenda-now", &[]), name);
    writeln!(out, "{}", words.say("agenda-changes", &[("before", &name(from)), ("after", &after)]))?;
    let reason = to.and_then(|to| to.adoption.reason.as_ref());
    if let Some(reason) = reason {
        let reason = reason.clone().unwrap_or_else(|| words.say("agenda-removed", &[]));
        writeln!(out, "{}", words.say("agenda-changes-reason", &[("reason", &reason)]))?;
    }
    writeln!(out)
}

fn one(change: &Change, old: &State, new: &State, words: &Words, out: &mut dyn Write) -> std::io::Result<()> {
    let (key, state) = match change.what {
        ChangeKind::Added => ("agenda-added", new),
        ChangeKind::Gone => ("agenda-gone", old),
        ChangeKind::Changed(_) => ("agenda-changed", new),
    };
    let noun = state.get(change.id).map(|entry| in_words::kind(entry, words)).unwrap_or_default();
    let thing = in_words::thing(change.id, state, words);
    writeln!(out, "{}", words.say(key, &[("noun", &noun), ("thing", &thing)]))?;
    if let Some(gone) = new.withdrawn(change.id).filter(|_| change.what == ChangeKind::Gone) {
        let reason = gone.reason.clone().unwrap_or_else(|| words.say("agenda-removed", &[]));
        writeln!(out, "    {}: {reason}", words.say("changes-gone-because", &[]))?;
    }
    let ChangeKind::Changed(fields) = &change.what else { return Ok(()) };
    for field in fields {
        let text = |value: &Option<Value>, state: &State| match value {
            Some(value) => in_words::value(change.id.noun(), field.field, value, state, words),
            None => words.say("agenda-nothing", &[]),
        };
        let (before, after) = (text(&field.before, old), text(&field.after, new));
        writeln!(out, "    {}", in_words::field(field.field, words))?;
        writeln!(out, "      {}", words.say("agenda-was", &[("value", &before)]))?;
        writeln!(out, "      {}", words.say("agenda-is", &[("value", &after)]))?;
    }
    Ok(())
}

/// What came of each promise of an area, year by year.
fn promises(state: &State, area: &str, words: &Words, out: &mut dyn Write) -> std::io::Result<()> {
    let mut is_first = true;
    for promise in state.of_area(Noun::Promise, area) {
        if is_first {
            writeln!(out, "\n{}", words.say("agenda-delivered", &[]))?;
        }
        is_first = false;
        writeln!(out, "  {}", in_words::thing(promise.id(), state, words))?;
        delivered(state, promise.id(), "    ", words, out)?;
    }
    writeln!(out)
}

/// What came of one thing, year by year.
pub(super) fn delivered(
    state: &State,
    of: Id,
    indent: &str,
    words: &Words,
    out: &mut dyn Write,
) -> std::io::Result<()> {
    let said = deliveries(state, of);
    if said.is_empty() {
        return writeln!(out, "{indent}{}", words.say("agenda-delivered-nothing", &[]));
    }
    for delivery in said {
        let field = |name: &str| in_words::of(delivery, name, state, words).unwrap_or_default();
        let why = match field("why") {
            why if why.is_empty() => why,
            why => format!(" ({why})"),
        };
        writeln!(out, "{indent}{}: {}{why}", field("year"), field("outcome"))?;
    }
    Ok(())
}

fn delivered_json(state: &State, of: Id) -> serde_json::Value {
    let said: Vec<_> = deliveries(state, of).into_iter().map(as_json::entry).collect();
    json!({"promise": state.get(of).map(as_json::entry), "delivered": said})
}

fn change_json(change: &Change, old: &State, new: &State) -> serde_json::Value {
    let value =
        |name: &str, value: &Option<Value>| value.as_ref().map(|value| as_json::value(change.id.noun(), name, value));
    match &change.what {
        ChangeKind::Added => json!({"what": "added", "thing": new.get(change.id).map(as_json::entry)}),
        ChangeKind::Gone => json!({"what": "gone", "thing": old.get(change.id).map(as_json::entry)}),
        ChangeKind::Changed(fields) => {
            let fields = fields.iter().map(|field| {
                let (before, after) = (value(field.field, &field.before), value(field.field, &field.after));
                json!({"field": field.field, "before": before, "after": after})
            });
            let fields: Vec<_> = fields.collect();
            json!({"what": "changed", "id": change.id.to_string(), "noun": change.id.noun().word(), "fields": fields})
        }
    }
}
