// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Things of an agenda as data, for `--json`.
//!
//! In: things. Out: JSON with the names of the log. Invariant: `"unknown"` is an amount that nobody knows, `{"removed":true}`
//! words that were taken out; a field that nobody filled is not there.

use kapstok_agenda::entry::{Entry, Form, Id, Noun, Value};
use kapstok_agenda::event::{Event, What};
use kapstok_agenda::state::Version;
use serde_json::{Map, Value as Json, json};

/// A thing: id, kind, and its fields.
pub(crate) fn entry(entry: &Entry) -> Json {
    let mut map = Map::new();
    map.insert("id".to_owned(), json!(entry.id().to_string()));
    map.insert("noun".to_owned(), json!(entry.noun().word()));
    // In the order of the table of fields: that is how people read a thing.
    for field in entry.noun().fields() {
        if let Some(known) = entry.value(field.name) {
            map.insert(field.name.to_owned(), value(entry.noun(), field.name, known));
        }
    }
    Json::Object(map)
}

/// What stands in a field: euros and posts as people count them.
pub(crate) fn value(noun: Noun, field: &str, value: &Value) -> Json {
    let form = noun.field(field).map(|field| field.form);
    match value {
        Value::Text(text) | Value::Word(text) => match (form, text.parse::<f64>()) {
            (Some(Form::Number), Ok(number)) => json!(number),
            _ => json!(text),
        },
        Value::Removed => json!({"removed": true}),
        Value::Unknown => json!("unknown"),
        Value::Words(words) => json!(words),
        Value::Id(id) => json!(id.to_string()),
        Value::Ids(ids) => json!(ids.iter().map(Id::to_string).collect::<Vec<_>>()),
        Value::Whole(number) => match form {
            Some(Form::Euros) => scaled(*number, 100),
            Some(Form::Posts) => scaled(*number, 1_000),
            _ => json!(number),
        },
    }
}

fn scaled(number: u64, by: u64) -> Json {
    if number.is_multiple_of(by) { json!(number / by) } else { json!(number as f64 / by as f64) }
}

/// An event with its number.
pub(crate) fn event(seq: u64, event: &Event) -> Json {
    let mut map = Map::new();
    let words = |words: &Option<String>| words.as_ref().map_or(json!({"removed": true}), |words| json!(words));
    map.insert("seq".to_owned(), json!(seq));
    map.insert("day".to_owned(), json!(event.day.to_string()));
    map.insert("recorded".to_owned(), json!(event.recorded));
    map.insert("by".to_owned(), words(&event.by));
    map.insert("event".to_owned(), json!(event.what.word()));
    match &event.what {
        What::Opened => {}
        What::Set(set) => drop(map.insert("thing".to_owned(), entry(set))),
        What::Withdrawn { id, reason } => {
            map.insert("id".to_owned(), json!(id.to_string()));
            map.insert("reason".to_owned(), words(reason));
        }
        What::Adopted(adoption) => {
            map.insert("version".to_owned(), json!(adoption.name()));
            if let Some(reason) = &adoption.reason {
                map.insert("reason".to_owned(), words(reason));
            }
        }
        What::ChoiceChanged(change) => {
            map.insert("choice".to_owned(), json!(change.choice));
            map.insert("rule".to_owned(), json!(change.rule));
            map.insert("area".to_owned(), json!(change.area));
            map.insert("inside".to_owned(), json!(change.inside));
            map.insert("reason".to_owned(), words(&change.reason));
        }
        What::StatementDecided(decision) => {
            map.insert("document".to_owned(), json!(decision.document));
            map.insert("key".to_owned(), json!(decision.key));
            map.insert("page".to_owned(), json!(decision.page));
            map.insert("read".to_owned(), json!(decision.read.to_string()));
            map.insert("act".to_owned(), json!(decision.act.word()));
            map.insert("quote".to_owned(), words(&decision.quote));
            let others = [
                ("seen", &decision.seen),
                ("changes", &decision.changes),
                ("reason", &decision.reason),
                ("note", &decision.note),
            ];
            for (name, said) in others {
                if let Some(said) = said {
                    map.insert(name.to_owned(), words(said));
                }
            }
        }
        What::Redacted { seq, field, reason } => {
            map.insert("of".to_owned(), json!(seq));
            map.insert("field".to_owned(), json!(field));
            map.insert("reason".to_owned(), words(reason));
        }
    }
    Json::Object(map)
}

/// An adopted version with its frozen figures.
pub(crate) fn version(version: &Version) -> Json {
    let adoption = &version.adoption;
    let baseline = adoption.baseline.iter().map(|it| {
        json!({"indicator": it.indicator, "period": it.period, "value": it.value.as_ref().and_then(|it| it.parse::<f64>().ok())})
    });
    json!({
        "name": adoption.name(),
        "day": version.day.to_string(),
        "by": version.by,
        "reason": adoption.reason,
        "event": version.seq,
        "data": adoption.data,
        "recipes": adoption.recipes,
        "choice": adoption.choice,
        "baseline": baseline.collect::<Vec<_>>(),
    })
}
