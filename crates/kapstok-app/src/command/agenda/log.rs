// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `kapstok agenda log`: what happened, one event per line, oldest first.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;
use std::path::Path;

use kapstok_agenda::entry::Id;
use kapstok_agenda::event::{Event, What};
use kapstok_agenda::state::State;
use kapstok_share::words::Words;

use crate::agenda::{Log, area, as_json, in_words};
use crate::failure::Failure;

/// Prints the events of an area, or all.
///
/// # Errors
/// A damaged log; no such area.
pub(crate) fn log(
    dir: &Path,
    typed: Option<&str>,
    json: bool,
    words: &Words,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    let log = Log::read(dir)?;
    let code = typed.map(|typed| area::code_of(dir, typed, &log.state)).transpose()?;
    let mut areas = Areas::default();
    let is_asked: Vec<bool> = log.events.iter().map(|event| areas.is_about(event, code.as_deref())).collect();
    let asked = (1_u64..).zip(&log.events).zip(is_asked);
    if json {
        let events: Vec<_> =
            asked.filter(|(_, is_asked)| *is_asked).map(|((seq, event), _)| as_json::event(seq, event)).collect();
        return crate::print_json(&events, out);
    }
    let width = log.events.len().to_string().len();
    let print = || {
        let (mut before, mut after) = (State::default(), State::default());
        for ((seq, event), is_asked) in asked {
            after.apply(event);
            if is_asked {
                let (by, what) =
                    (in_words::by(event.by.as_ref(), words), in_words::happened(event, &before, &after, words));
                writeln!(out, "{seq:>width$}  {}  {by}: {what}", event.day)?;
            }
            before.apply(event);
        }
        super::foot(&log, words, out)
    };
    print().map_err(crate::standard_output)
}

/// Which areas each event and each thing is about.
#[derive(Default)]
struct Areas {
    of_thing: BTreeMap<Id, BTreeSet<String>>,
    of_event: Vec<BTreeSet<String>>,
}

impl Areas {
    /// Takes the next event; says whether it is about an area, or about any where none was asked.
    fn is_about(&mut self, event: &Event, code: Option<&str>) -> bool {
        let about = match &event.what {
            // What a reader says of a document is about no area; what follows from it is an event of its own.
            What::Opened | What::StatementDecided(_) => BTreeSet::new(),
            What::Set(entry) => {
                // What is said of a promise or an action is about its areas.
                let through = ["of", "action", "promise"].into_iter().filter_map(|field| entry.one(field));
                let through = through.filter_map(|id| self.of_thing.get(&id)).flatten().cloned();
                let own: BTreeSet<String> = entry.areas().map(str::to_owned).collect();
                let about = if own.is_empty() { through.collect() } else { own };
                self.of_thing.entry(entry.id()).or_default().extend(about.iter().cloned());
                about
            }
            What::Withdrawn { id, .. } => self.of_thing.get(id).cloned().unwrap_or_default(),
            What::Adopted(adoption) => BTreeSet::from([adoption.area.clone()]),
            What::ChoiceChanged(change) => BTreeSet::from([change.area.clone()]),
            What::Redacted { seq, .. } => {
                let at = usize::try_from(*seq).ok().and_then(|seq| seq.checked_sub(1));
                at.and_then(|at| self.of_event.get(at)).cloned().unwrap_or_default()
            }
        };
        let is_asked = code.is_none_or(|code| about.contains(code));
        self.of_event.push(about);
        is_asked
    }
}
