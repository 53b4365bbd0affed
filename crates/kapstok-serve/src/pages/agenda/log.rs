// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The log: every event with its day, its role and its hash, newest first; and how anybody can check it.
//!
//! Invariant: what was taken out is said to be taken out, by whom and why. A damaged log shows nothing but the first
//! line that is wrong.

use std::collections::BTreeMap;

use askama::Template;
use kapstok_agenda::entry::{Entry, Id, Noun, Value};
use kapstok_agenda::event::{Event, What};
use kapstok_agenda::log::LogError;
use kapstok_agenda::state::State;
use kapstok_share::agenda::Agenda;
use kapstok_share::agenda::said::Said;

use super::{day, or_removed};
use crate::Kept;
use crate::pages::Made;
use crate::pages::errors::Wrong;
use crate::pages::frame::{Frame, Link, View};
use crate::pages::links::Page;
use crate::pages::voice::Voice;

/// Events of one page.
const PER_PAGE: usize = 100;

#[derive(Template)]
#[template(path = "agenda-log.html")]
struct LogTemplate {
    frame: Frame,
    title: String,
    /// Whether the chain holds, in a sentence.
    chain: String,
    is_damaged: bool,
    head: String,
    commands: Vec<String>,
    page_sentence: String,
    rows: Vec<Row>,
    newer: Option<Link>,
    older: Option<Link>,
}

/// An event.
struct Row {
    number: String,
    day: String,
    recorded: String,
    by: String,
    what: String,
    /// What follows: a reason, words that were taken out.
    notes: Vec<String>,
    hash: String,
    hash_short: String,
}

/// How many pages the log has.
pub(super) fn n_pages(agenda: &Agenda) -> usize {
    agenda.events.len().div_ceil(PER_PAGE).max(1)
}

/// Makes a page of the log.
///
/// # Errors
/// No log, or no such page of it.
pub(in crate::pages) fn page(view: View<'_>, number: usize) -> Made {
    let v = view.voice();
    let unknown = || Wrong::Unknown { path: view.href(&Page::Log(number)) };
    let agenda = match &view.site.agenda {
        Kept::Nothing => return Err(Wrong::NoAgenda { code: None }),
        Kept::Damaged(error) if number == 1 => return damaged(view, error),
        Kept::Damaged(_) => return Err(unknown()),
        Kept::Whole(agenda) => agenda,
    };
    let (n, n_pages) = (agenda.events.len(), n_pages(agenda));
    if number > n_pages {
        return Err(unknown());
    }
    let to = n - (number - 1) * PER_PAGE;
    let from = to.saturating_sub(PER_PAGE);
    let title = v.s("page-agenda-log-title");
    let dir = v.s("help-value-dir");
    let link = |to: usize, key: &str| Link { href: view.href(&Page::Log(to)), text: v.s(key) };
    let facts = [("from", &*v.count(from + 1)), ("to", &v.count(to)), ("all", &v.count(n))];
    let template = LogTemplate {
        frame: view.frame(&Page::Log(number), &title, &[]),
        chain: v.n("page-agenda-log-holds", n),
        is_damaged: false,
        head: agenda.hash(),
        commands: vec![
            format!("kapstok agenda verify {dir}"),
            format!("kapstok agenda verify {dir} --head {}", agenda.hash()),
        ],
        page_sentence: v.f("page-agenda-log-part", &facts),
        rows: rows(v, agenda, from, to),
        newer: (number > 1).then(|| link(number - 1, "page-agenda-log-newer")),
        older: (number < n_pages).then(|| link(number + 1, "page-agenda-log-older")),
        title,
    };
    template.render().map_err(|_| Wrong::Ours)
}

fn damaged(view: View<'_>, error: &LogError) -> Made {
    let v = view.voice();
    let title = v.s("page-agenda-log-title");
    let why = v.s(&format!("page-agenda-damage-{}", error.damage.word()));
    let template = LogTemplate {
        frame: view.frame(&Page::Log(1), &title, &[]),
        chain: v.f("page-agenda-log-damaged", &[("line", &error.line.to_string()), ("why", &why)]),
        is_damaged: true,
        head: String::new(),
        commands: vec![format!("kapstok agenda verify {}", v.s("help-value-dir"))],
        page_sentence: String::new(),
        rows: Vec::new(),
        newer: None,
        older: None,
        title,
    };
    template.render().map_err(|_| Wrong::Ours)
}

/// What is known of things while the log is read: the last words of each.
struct Reader<'a> {
    v: &'static Voice,
    agenda: &'a Agenda,
    known: BTreeMap<Id, &'a Entry>,
    /// Why words were taken out: of which event, which words.
    removed: BTreeMap<(u64, &'a str), &'a Event>,
    /// Values of fields name no thing: those are named by what is known.
    nothing: State,
}

/// Events `from..to`, newest first.
fn rows(v: &'static Voice, agenda: &Agenda, from: usize, to: usize) -> Vec<Row> {
    let redaction = |event: &'_ Event| match &event.what {
        What::Redacted { seq, .. } => Some(*seq),
        _ => None,
    };
    let mut removed = BTreeMap::new();
    for event in agenda.events.iter().filter(|event| redaction(event).is_some()) {
        if let What::Redacted { seq, field, .. } = &event.what {
            removed.insert((*seq, field.as_str()), event);
        }
    }
    let mut reader = Reader { v, agenda, known: BTreeMap::new(), removed, nothing: State::default() };
    let mut rows: Vec<Row> = Vec::new();
    for (position, event) in agenda.events.iter().enumerate().take(to) {
        if position >= from {
            rows.push(reader.row(position, event));
        }
        if let What::Set(entry) = &event.what {
            reader.known.insert(entry.id(), entry);
        }
    }
    rows.reverse();
    rows
}

impl<'a> Reader<'a> {
    fn row(&self, position: usize, event: &'a Event) -> Row {
        let v = self.v;
        let hash = self.agenda.head.hash_of(position as u64 + 1).map(|hash| hash.to_string()).unwrap_or_default();
        Row {
            number: (position + 1).to_string(),
            day: event.day.to_string(),
            recorded: v
                .f("page-agenda-log-recorded", &[("moment", &event.recorded.replace('T', " ").replace('Z', ""))]),
            by: or_removed(v, event.by.as_deref()),
            what: self.what(event),
            notes: self.notes(position as u64 + 1, event),
            hash_short: hash.chars().take(10).collect(),
            hash,
        }
    }

    /// What happened, in a line.
    fn what(&self, event: &Event) -> String {
        let v = self.v;
        match &event.what {
            What::Opened => v.s("page-agenda-event-opened"),
            What::Set(entry) => {
                let (thing, title) = (self.thing(entry.id()), self.title(entry));
                let facts = [("thing", &*thing), ("title", &title)];
                match self.known.get(&entry.id()) {
                    None => v.f("page-agenda-event-new", &facts),
                    Some(before) => {
                        let said = self.said();
                        let fields = kapstok_agenda::changes::fields(before, entry);
                        let fields = fields.iter().map(|it| said.field(entry.noun(), it.field)).collect::<Vec<_>>();
                        v.f("page-agenda-event-changed", &[&facts[..], &[("fields", &v.and(&fields))]].concat())
                    }
                }
            }
            What::Withdrawn { id, .. } => {
                let title = self.known.get(id).map(|entry| self.title(entry)).unwrap_or_default();
                v.f("page-agenda-event-withdrawn", &[("thing", &self.thing(*id)), ("title", &title)])
            }
            What::Adopted(adoption) => {
                let facts = [("version", &*adoption.version.to_string()), ("area", &adoption.area)];
                v.f("page-agenda-event-adopted", &facts)
            }
            What::ChoiceChanged(change) => {
                let key = if change.inside { "page-agenda-event-choice-in" } else { "page-agenda-event-choice-out" };
                v.f(key, &[("area", &change.area), ("choice", &change.choice)])
            }
            What::StatementDecided(decision) => {
                let quote = or_removed(v, decision.quote.as_deref());
                let facts = [("quote", &*quote), ("page", &decision.page.to_string())];
                v.f(&format!("page-agenda-event-decided-{}", decision.act.word()), &facts)
            }
            What::Redacted { seq, field, .. } => {
                let facts = [("number", &*seq.to_string()), ("field", &self.field_name(*seq, field))];
                v.f("page-agenda-event-redacted", &facts)
            }
        }
    }

    fn notes(&self, seq: u64, event: &Event) -> Vec<String> {
        let v = self.v;
        let reason = match &event.what {
            What::Withdrawn { reason, .. } | What::Redacted { reason, .. } => Some(reason),
            What::ChoiceChanged(change) => Some(&change.reason),
            What::Adopted(adoption) => adoption.reason.as_ref(),
            What::StatementDecided(decision) => decision.reason.as_ref(),
            What::Opened | What::Set(_) => None,
        };
        let reason = reason.map(|it| v.f("page-agenda-event-reason", &[("reason", &or_removed(v, it.as_deref()))]));
        let taken = self.removed.range((seq, "")..(seq + 1, "")).map(|((_, field), by)| {
            let why = match &by.what {
                What::Redacted { reason, .. } => or_removed(v, reason.as_deref()),
                _ => String::new(),
            };
            let facts = [("field", &*self.field_of(event, field)), ("why", &why), ("day", &day(v, by.day))];
            v.f("page-agenda-event-taken", &facts)
        });
        reason.into_iter().chain(taken).collect()
    }

    fn said(&self) -> Said<'_> {
        Said { state: &self.nothing, words: &self.v.words }
    }

    /// What it is, with its number.
    fn thing(&self, id: Id) -> String {
        format!("{} {id}", self.said().noun(id.noun()))
    }

    /// The name of a thing; of what has none, what it says.
    fn title(&self, entry: &Entry) -> String {
        let name = |id: Option<Id>| {
            id.map(|id| self.known.get(&id).map_or_else(|| id.to_string(), |entry| self.own_name(entry)))
        };
        let value = |field: &str| {
            Some(self.said().value(entry.noun().field(field)?, entry.value(field)?)).filter(|said| !said.is_empty())
        };
        let parts: Vec<Option<String>> = match entry.noun() {
            Noun::Capacity => {
                vec![value("euros"), value("posts"), value("year"), value("stage"), name(entry.one("action"))]
            }
            Noun::Delivery => vec![name(entry.one("of")), value("year"), value("outcome")],
            Noun::Confirmation => vec![name(entry.one("organisation")), value("answer"), name(entry.one("action"))],
            Noun::Link => {
                let end = |field| name(entry.one(field)).unwrap_or_default();
                return format!("{} → {}", end("from"), end("to"));
            }
            _ => return self.own_name(entry),
        };
        parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
    }

    fn own_name(&self, entry: &Entry) -> String {
        let field = if matches!(entry.noun(), Noun::Promise | Noun::Reply) { "words" } else { "name" };
        match entry.value(field) {
            Some(Value::Text(text)) => text.clone(),
            _ => self.v.s("agenda-removed"),
        }
    }

    /// The name of a field of an earlier event.
    fn field_name(&self, seq: u64, field: &str) -> String {
        let at = usize::try_from(seq).ok().and_then(|seq| self.agenda.events.get(seq.checked_sub(1)?));
        at.map_or_else(|| field.to_owned(), |event| self.field_of(event, field))
    }

    fn field_of(&self, event: &Event, field: &str) -> String {
        match (&event.what, field) {
            (_, "by") => self.v.s("page-agenda-field-by"),
            (_, "reason") => self.v.s("agenda-field-why"),
            (What::StatementDecided(_), field) => self.v.s(&format!("agenda-field-{field}")),
            (What::Set(entry), field) => self.said().field(entry.noun(), field),
            (_, field) => field.to_owned(),
        }
    }
}
