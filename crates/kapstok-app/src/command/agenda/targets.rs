// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Many targets at once, one for each area: shown, or written down as one act.
//!
//! In: what each area is asked. Out: what would change, or events. Invariant: all or nothing; the same targets again
//! change nothing; a target of the same area, indicator, rule and year gets the new figure.

use std::io::Write;
use std::path::Path;

use kapstok_agenda::entry::{Entry, Id, Noun, Value};
use kapstok_agenda::event::What;
use kapstok_agenda::state::State;
use kapstok_share::words::Words;
use kapstok_table::Place;

use crate::agenda::{Log, as_json, found, stop};
use crate::cli::SaidArguments;
use crate::failure::Failure;

/// Where a target came from.
const HERE: &str = "kapstok translate";

/// What one area is asked, as fields of a target.
pub(crate) struct AreaTarget {
    pub(crate) area: String,
    pub(crate) name: String,
    pub(crate) indicator: String,
    pub(crate) baseline: String,
    pub(crate) baseline_period: String,
    pub(crate) value: String,
    pub(crate) deadline: String,
    /// Ends its name in every language, so that the same target is found again.
    pub(crate) mark: String,
    /// For people: the area, the indicator, and from which figure to which.
    pub(crate) called: [String; 4],
}

/// How it is told what was written, or would be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// In sentences.
    Text,
    /// As data.
    Json,
}

/// Shows the targets that are new or other than before; writes them where somebody says them.
///
/// # Errors
/// A value that its field does not take; what the log refuses.
pub(crate) fn targets(
    dir: &Path,
    wanted: &[AreaTarget],
    said: Option<&SaidArguments>,
    form: Form,
    words: &Words,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    let as_data = |events: &[Entry], head: Option<String>| {
        let targets: Vec<_> = events.iter().map(as_json::entry).collect();
        serde_json::json!({ "written": head.is_some(), "head": head, "targets": targets })
    };
    let Some(said) = said else {
        let events = events(&Log::read(dir)?.state, wanted)?;
        return match form {
            Form::Json => crate::print_json(&as_data(&events, None), out),
            Form::Text => shown(&events, wanted, words, out).map_err(crate::standard_output),
        };
    };
    let said = super::who(said)?;
    let mut writer = super::open(dir, words)?;
    let events = events(writer.state(), wanted)?;
    let n = events.len().to_string();
    if !events.is_empty() {
        writer.append(events.iter().cloned().map(What::Set).collect(), &said)?;
    }
    let head = writer.head().to_string();
    if form == Form::Json {
        return crate::print_json(&as_data(&events, Some(head)), out);
    }
    let facts = [("n", &*n), ("head", &head)];
    writeln!(out, "{}", words.say("translate-agenda-done", &facts))
        .and_then(|()| out.flush())
        .map_err(crate::standard_output)
}

/// The targets that are not in the agenda as they are.
fn events(state: &State, wanted: &[AreaTarget]) -> Result<Vec<Entry>, Failure> {
    let mut next = state.next(Noun::Target);
    let mut events = Vec::new();
    for target in wanted {
        let is_same =
            |it: &&Entry| it.text("name").ends_with(&target.mark) && it.word("indicator") == Some(&target.indicator);
        let before = state.of_area(Noun::Target, &target.area).find(is_same);
        let entry = entry(before, before.map_or(next, Entry::id), target)?;
        if before == Some(&entry) {
            continue;
        }
        if before.is_none() {
            next = Id::after(Noun::Target, next.number());
        }
        events.push(entry);
    }
    Ok(events)
}

/// A target as it was, with these figures.
fn entry(before: Option<&Entry>, id: Id, target: &AreaTarget) -> Result<Entry, Failure> {
    let word = |text: &str| Value::Word(text.to_owned());
    let fields = [
        ("area", word(&target.area)),
        ("name", Value::Text(target.name.clone())),
        ("indicator", word(&target.indicator)),
        ("baseline", word(&target.baseline)),
        ("baseline_period", word(&target.baseline_period)),
        ("value", word(&target.value)),
        ("deadline", word(&target.deadline)),
    ];
    let stands = before.into_iter().flat_map(Entry::values).map(|(field, value)| (field, value.clone()));
    // Of two values of one field the later counts.
    let values: Vec<(&str, Value)> = stands.chain(fields).collect();
    Entry::new(id, values).map_err(|error| stop(found::entry(&error, Place::file(HERE))))
}

fn shown(events: &[Entry], wanted: &[AreaTarget], words: &Words, out: &mut dyn Write) -> std::io::Result<()> {
    for entry in events {
        let Some(target) = wanted.iter().find(|target| entry.word("area") == Some(&target.area)) else { continue };
        let [area, indicator, from, to] = &target.called;
        let area = if area.is_empty() { target.area.clone() } else { format!("{area} ({})", target.area) };
        let deadline = kapstok_share::day::day(&target.deadline, words);
        let facts = [("id", &*entry.id().to_string()), ("area", &area), ("indicator", indicator)];
        let facts = [&facts[..], &[("from", from), ("to", to), ("deadline", &deadline)]].concat();
        writeln!(out, "{}", words.say("translate-agenda-line", &facts))?;
    }
    writeln!(out, "{}", words.say("translate-agenda-dry", &[("n", &events.len().to_string())]))
}
