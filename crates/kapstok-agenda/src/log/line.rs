// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! One line of the log: an event as canonical JSON, and back.
//!
//! Canonical: keys in order, no blanks, whole numbers only, so a subset of RFC 8785. The types here are those of the
//! wire: their fields stand in the order of their names, and maps are sorted.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::commit::Salt;
use super::wire::{Json, Wire};
use super::{Hash, beginning};
use crate::day::{Day, is_moment};
use crate::entry::{Entry, Form, Id, Value};
use crate::event::{Adoption, Baseline, ChoiceChange, DecisionAct, Event, StatementDecision, What};

/// The version of the form of the log.
pub const FORMAT: u64 = 1;

/// Where a log stands: how many events, and the hash of the last line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Position {
    /// Number of events.
    pub events: u64,
    /// Hash of the last line; [`beginning`] where there is none.
    pub hash: Hash,
}

impl Position {
    /// Before the first event.
    pub fn start() -> Self {
        Self { events: 0, hash: beginning() }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Line<'a> {
    #[serde(borrow)]
    body: Body<'a>,
    #[serde(borrow)]
    hash: Wire<'a>,
    #[serde(borrow)]
    open: Open<'a>,
}

/// Salt and words by field.
type Open<'a> = BTreeMap<Wire<'a>, (Wire<'a>, Wire<'a>)>;

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Body<'a> {
    #[serde(borrow)]
    day: Wire<'a>,
    #[serde(borrow)]
    event: Wire<'a>,
    #[serde(borrow)]
    fields: Fields<'a>,
    #[serde(borrow, skip_serializing_if = "Option::is_none", default)]
    id: Option<Wire<'a>>,
    part: (u64, u64),
    #[serde(borrow)]
    prev: Wire<'a>,
    #[serde(borrow)]
    recorded: Wire<'a>,
    seq: u64,
    #[serde(borrow)]
    texts: BTreeMap<Wire<'a>, Wire<'a>>,
}

/// What stands for an amount that nobody knows.
const UNKNOWN: &str = "unknown";
/// An area was put into a choice, or taken out of it.
const IN: &str = "in";
const OUT: &str = "out";

/// A line as it was read.
#[derive(Debug)]
pub(super) struct ReadLine {
    pub(super) event: Event,
    pub(super) seq: u64,
    pub(super) prev: Hash,
    pub(super) hash: Hash,
    pub(super) part: (u64, u64),
    /// Words that stand in the body as a commitment and nowhere else: taken out, or lost.
    pub(super) removed: BTreeSet<String>,
}

/// Writes an event as the line after a position.
pub(super) fn write(
    event: &Event,
    after: Position,
    part: (u64, u64),
    salt: &mut dyn FnMut() -> Salt,
    bytes: &mut Vec<u8>,
) -> Position {
    let (fields, words) = parts(event);
    let (mut texts, mut open) = (BTreeMap::new(), BTreeMap::new());
    for (field, words) in words {
        let drawn = salt();
        texts.insert(field.into(), drawn.commit(field, words).to_string().into());
        open.insert(field.into(), (drawn.text().into(), words.into()));
    }
    let id = match &event.what {
        What::Set(entry) => Some(entry.id()),
        What::Withdrawn { id, .. } => Some(*id),
        What::Opened
        | What::Adopted(_)
        | What::ChoiceChanged(_)
        | What::StatementDecided(_)
        | What::Redacted { .. } => None,
    };
    let body = Body {
        day: event.day.to_string().into(),
        event: event.what.word().into(),
        fields,
        id: id.map(|id| id.to_string().into()),
        part,
        prev: after.hash.to_string().into(),
        recorded: event.recorded.as_str().into(),
        seq: after.events + 1,
        texts,
    };
    let (hash, _) = put(&body, None, &open, bytes);
    Position { events: after.events + 1, hash }
}

/// The same line without salt and words of a field; `None` when it has none.
pub(super) fn without(line: &[u8], field: &str) -> Option<Vec<u8>> {
    let mut line: Line<'_> = serde_json::from_slice(line).ok()?;
    line.open.remove(field)?;
    let mut bytes = Vec::new();
    put(&line.body, Some(&line.hash), &line.open, &mut bytes);
    Some(bytes)
}

/// Writes a line: the hash that is given, or that of the body. Gives the hash of the body in any case.
fn put(body: &Body<'_>, hash: Option<&str>, open: &Open<'_>, bytes: &mut Vec<u8>) -> (Hash, bool) {
    bytes.extend_from_slice(b"{\"body\":");
    let from = bytes.len();
    // Neither a failing writer nor a key that is no text occurs.
    let mut is_written = serde_json::to_writer(&mut *bytes, body).is_ok();
    let of_body = Hash::of(&bytes[from..]);
    bytes.extend_from_slice(b",\"hash\":\"");
    match hash {
        Some(hash) => bytes.extend_from_slice(hash.as_bytes()),
        None => bytes.extend_from_slice(of_body.to_string().as_bytes()),
    }
    bytes.extend_from_slice(b"\",\"open\":");
    is_written &= serde_json::to_writer(&mut *bytes, open).is_ok();
    bytes.extend_from_slice(b"}\n");
    (of_body, is_written)
}

/// Reads one line, without its end. `Err` says what is wrong with it in a word.
pub(super) fn parse(bytes: &[u8]) -> Result<ReadLine, &'static str> {
    let text = std::str::from_utf8(bytes).map_err(|_| "json")?;
    let line: Line<'_> = serde_json::from_str(text).map_err(|_| "json")?;
    let hash = Hash::parse(&line.hash).ok_or("hash")?;
    let mut again = Vec::with_capacity(bytes.len() + 1);
    let (of_body, is_written) = put(&line.body, Some(&line.hash), &line.open, &mut again);
    if !is_written || again.strip_suffix(b"\n") != Some(bytes) {
        return Err("canonical");
    }
    if of_body != hash {
        return Err("hash");
    }
    let mut words = Vec::with_capacity(line.body.texts.len());
    let mut removed = BTreeSet::new();
    for (field, commitment) in &line.body.texts {
        match line.open.get(field) {
            Some((salt, text)) => {
                let salt = Salt::parse(salt).ok_or("words")?;
                if Some(salt.commit(field, text)) != Hash::parse(commitment) {
                    return Err("words");
                }
                words.push((&**field, Some(&**text)));
            }
            None => {
                if Hash::parse(commitment).is_none() {
                    return Err("words");
                }
                removed.insert(field.to_string());
                words.push((&**field, None));
            }
        }
    }
    if line.open.keys().any(|field| !line.body.texts.contains_key(field)) {
        return Err("words");
    }
    let event = event(&line.body, &words).ok_or("event")?;
    let prev = Hash::parse(&line.body.prev).ok_or("chain")?;
    Ok(ReadLine { event, seq: line.body.seq, prev, hash, part: line.body.part, removed })
}

/// Fields by name, as they stand in a body.
type Fields<'a> = BTreeMap<Wire<'a>, Json<'a>>;

/// Fields and words of an event.
fn parts(event: &Event) -> (Fields<'_>, Vec<(&str, &str)>) {
    let mut fields = BTreeMap::new();
    let mut texts: Vec<(&str, &str)> = event.by.iter().map(|by| ("by", by.as_str())).collect();
    let whole = Json::Whole;
    let word = |text: &'_ str| Json::Word(text.to_owned().into());
    let list = |words: &mut dyn Iterator<Item = String>| Json::Words(words.map(Wire::from).collect());
    match &event.what {
        What::Opened => drop(fields.insert("format".into(), whole(FORMAT))),
        What::Set(entry) => {
            for (name, value) in entry.values() {
                let value = match value {
                    Value::Text(text) => {
                        texts.push((name, text));
                        continue;
                    }
                    Value::Removed => continue,
                    Value::Word(text) => word(text),
                    Value::Words(words) => list(&mut words.iter().cloned()),
                    Value::Id(id) => word(&id.to_string()),
                    Value::Ids(ids) => list(&mut ids.iter().map(Id::to_string)),
                    Value::Whole(number) => whole(*number),
                    Value::Unknown => word(UNKNOWN),
                };
                fields.insert(name.into(), value);
            }
        }
        What::Withdrawn { reason, .. } => texts.extend(reason.iter().map(|it| ("reason", it.as_str()))),
        What::Redacted { seq, field, reason } => {
            fields.insert("seq".into(), whole(*seq));
            fields.insert("field".into(), word(field));
            texts.extend(reason.iter().map(|it| ("reason", it.as_str())));
        }
        What::ChoiceChanged(change) => {
            let act = if change.inside { IN } else { OUT };
            for (name, text) in
                [("choice", &*change.choice), ("rule", &change.rule), ("area", &change.area), ("act", act)]
            {
                fields.insert(name.into(), word(text));
            }
            texts.extend(change.reason.iter().map(|it| ("reason", it.as_str())));
        }
        What::StatementDecided(decision) => {
            let of = [("document", &*decision.document), ("key", &decision.key), ("act", decision.act.word())];
            fields.extend(of.map(|(name, text)| (name.into(), word(text))));
            fields.insert("page".into(), whole(u64::from(decision.page)));
            fields.insert("read".into(), word(&decision.read.to_string()));
            texts.extend(decision.words());
        }
        What::Adopted(adoption) => {
            fields.insert("area".into(), word(&adoption.area));
            fields.insert("version".into(), whole(u64::from(adoption.version)));
            for (name, text) in [("data", &adoption.data), ("choice", &adoption.choice)] {
                if let Some(text) = text {
                    fields.insert(name.into(), word(text));
                }
            }
            fields.insert("recipes".into(), list(&mut adoption.recipes.iter().cloned()));
            let mut figures = adoption.baseline.iter().map(|it| {
                let value = it.value.as_deref().unwrap_or_default();
                format!("{}\t{}\t{value}", it.indicator, it.period)
            });
            fields.insert("baseline".into(), list(&mut figures));
            let reason = adoption.reason.iter().flatten();
            texts.extend(reason.map(|it| ("reason", it.as_str())));
        }
    }
    (fields, texts)
}

/// The event of a body; `None` where it is none that we know.
fn event(body: &Body<'_>, words: &[(&str, Option<&str>)]) -> Option<Event> {
    let text = |field: &str| words.iter().find(|(known, _)| *known == field).map(|(_, words)| words.map(str::to_owned));
    let fields = &body.fields;
    let whole = |name: &str| match fields.get(name)? {
        Json::Whole(number) => Some(*number),
        _ => None,
    };
    let word = |name: &str| match fields.get(name)? {
        Json::Word(word) => Some(word.to_string()),
        _ => None,
    };
    let list = |name: &str| match fields.get(name)? {
        Json::Words(words) => Some(words.iter().map(|word| word.to_string()).collect::<Vec<_>>()),
        _ => None,
    };
    let id = || Id::parse(body.id.as_deref()?);
    let only = |names: &[&str]| fields.keys().all(|name| names.contains(&&**name));
    let what = match &*body.event {
        "opened" => (only(&["format"]) && whole("format") == Some(FORMAT)).then_some(What::Opened)?,
        "set" => {
            let id = id()?;
            let mut values: Vec<(&str, Value)> = Vec::new();
            for (name, value) in fields {
                let form = id.noun().field(name)?.form;
                values.push((name, of_wire(form, value)?));
            }
            for (name, words) in words.iter().filter(|(name, _)| *name != "by") {
                values.push((name, words.map_or(Value::Removed, |words| Value::Text(words.to_owned()))));
            }
            What::Set(Entry::new(id, values).ok()?)
        }
        "withdrawn" => only(&[]).then_some(What::Withdrawn { id: id()?, reason: text("reason")? })?,
        "redacted" => {
            let what = What::Redacted { seq: whole("seq")?, field: word("field")?, reason: text("reason")? };
            only(&["seq", "field"]).then_some(what)?
        }
        "choice-changed" => {
            let inside = match &*word("act")? {
                IN => true,
                OUT => false,
                _ => return None,
            };
            let (choice, rule, area) = (word("choice")?, word("rule")?, word("area")?);
            let change = ChoiceChange { choice, rule, area, inside, reason: text("reason")? };
            only(&["choice", "rule", "area", "act"]).then_some(What::ChoiceChanged(change))?
        }
        "statement-decided" => {
            let act = word("act")?;
            let decision = StatementDecision {
                document: word("document")?,
                key: word("key")?,
                page: u32::try_from(whole("page")?).ok()?,
                read: Day::parse(&word("read")?)?,
                act: DecisionAct::ALL.into_iter().find(|known| known.word() == act)?,
                quote: text("quote")?,
                seen: text("seen"),
                changes: text("changes"),
                reason: text("reason"),
                note: text("note"),
            };
            only(&["document", "key", "act", "page", "read"]).then_some(What::StatementDecided(Box::new(decision)))?
        }
        "adopted" => {
            let baseline = list("baseline")?.iter().map(|it| baseline(it)).collect::<Option<_>>()?;
            let adoption = Adoption {
                area: word("area")?,
                version: u32::try_from(whole("version")?).ok()?,
                reason: text("reason"),
                data: word("data"),
                recipes: list("recipes")?,
                choice: word("choice"),
                baseline,
            };
            let names = ["area", "version", "data", "choice", "recipes", "baseline"];
            only(&names).then_some(What::Adopted(adoption))?
        }
        _ => return None,
    };
    let needs_id = matches!(what, What::Set(_) | What::Withdrawn { .. });
    let may_say = |name: &str| match &what {
        _ if name == "by" => true,
        What::Opened => false,
        // Every other text of it became a value.
        What::Set(_) => true,
        What::StatementDecided(_) => matches!(name, "quote" | "seen" | "changes" | "reason" | "note"),
        What::Withdrawn { .. } | What::Adopted(_) | What::ChoiceChanged(_) | What::Redacted { .. } => name == "reason",
    };
    if needs_id != body.id.is_some() || !words.iter().all(|(name, _)| may_say(name)) || !is_moment(&body.recorded) {
        return None;
    }
    Some(Event { day: Day::parse(&body.day)?, recorded: body.recorded.to_string(), by: text("by")?, what })
}

fn baseline(text: &str) -> Option<Baseline> {
    let mut parts = text.split('\t');
    let (indicator, period, value) = (parts.next()?, parts.next()?, parts.next()?);
    let value = (!value.is_empty()).then(|| value.to_owned());
    let made = Baseline { indicator: indicator.to_owned(), period: period.to_owned(), value };
    parts.next().is_none().then_some(made)
}

fn of_wire(form: Form, value: &Json<'_>) -> Option<Value> {
    Some(match (form, value) {
        (Form::OneOf(_) | Form::Name | Form::Day | Form::Number, Json::Word(word)) => Value::Word(word.to_string()),
        (Form::Names, Json::Words(words)) => Value::Words(words.iter().map(|word| word.to_string()).collect()),
        (Form::Id(_), Json::Word(word)) => Value::Id(Id::parse(word)?),
        (Form::Ids(_), Json::Words(words)) => {
            Value::Ids(words.iter().map(|word| Id::parse(word)).collect::<Option<_>>()?)
        }
        (Form::Euros | Form::Posts | Form::Year, Json::Whole(number)) => Value::Whole(*number),
        (Form::Euros | Form::Posts, Json::Word(word)) if &**word == UNKNOWN => Value::Unknown,
        _ => return None,
    })
}
