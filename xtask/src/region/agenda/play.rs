// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Plays a script: each act becomes events, each event is checked against what stands so far, and is written to the log.
//!
//! In: [`Act`]s in their order. Out: [`Played`]: the log and what stands at the end. Invariant: nothing is written that
//! [`State::check`] would refuse.

use std::collections::BTreeMap;

use kapstok_agenda::day::Day;
use kapstok_agenda::entry::{Entry, Form, Id, Noun, Value};
use kapstok_agenda::event::{Adoption, Baseline, Event, What};
use kapstok_agenda::log::{Position, Salt, append, read, redact};
use kapstok_agenda::state::State;
use toml::{Table, Value as Said};

use super::super::random::{Draw, Purpose};
use super::script::Act;

/// What came of all acts.
pub(super) struct Played {
    pub(super) log: Vec<u8>,
    pub(super) state: State,
    /// What each line of money is for, as its script says.
    pub(super) purposes: BTreeMap<Id, String>,
}

/// A log that is being written.
pub(super) struct Player {
    played: Played,
    position: Position,
    draw: Draw,
    /// Number of the event that last set a thing, to take its words out.
    set_at: BTreeMap<Id, u64>,
    roles: BTreeMap<Id, String>,
}

impl Player {
    pub(super) fn new() -> Self {
        let played = Played { log: Vec::new(), state: State::default(), purposes: BTreeMap::new() };
        Self {
            played,
            position: Position::start(),
            draw: Draw::new(Purpose::Agenda),
            set_at: BTreeMap::new(),
            roles: BTreeMap::new(),
        }
    }

    pub(super) fn end(self) -> Played {
        self.played
    }

    /// Writes an act. What confirms comes after what is confirmed.
    pub(super) fn play(&mut self, act: &Act) -> Result<(), String> {
        let mut events = Vec::new();
        for said in &act.events {
            let what = self.what(act, said)?;
            self.take(act, what, &mut events)?;
        }
        for answer in &act.confirmed {
            let (action, organisation) =
                answer.split_once(' ').ok_or_else(|| format!("`{answer}`: action organisation"))?;
            let mut said = Table::new();
            for (key, value) in
                [("set", "confirmation"), ("action", action), ("organisation", organisation), ("answer", "confirmed")]
            {
                said.insert(key.to_owned(), Said::String(value.to_owned()));
            }
            let what = self.what(act, &said)?;
            self.take(act, what, &mut events)?;
        }
        let draw = &mut self.draw;
        let mut salt = || Salt(draw.sixteen_bytes());
        match events.as_slice() {
            [event @ Event { what: What::Redacted { .. }, .. }] => {
                self.played.log = redact(&self.played.log, event, &mut salt).map_err(|error| error.to_string())?;
                self.position = read(&self.played.log).map_err(|error| error.to_string())?.1.position();
            }
            events => {
                let (bytes, position) = append(events, self.position, &mut salt);
                self.played.log.extend(bytes);
                self.position = position;
            }
        }
        Ok(())
    }

    fn take(&mut self, act: &Act, what: What, events: &mut Vec<Event>) -> Result<(), String> {
        let day = Day::parse(&act.day).ok_or_else(|| format!("`{}` is no day", act.day))?;
        let event = Event { day, recorded: act.recorded.clone(), by: Some(act.by.clone()), what };
        self.played.state.check(&event).map_err(|error| format!("{error}: {:?}", event.what))?;
        self.played.state.apply(&event);
        if let What::Set(entry) = &event.what {
            self.set_at.insert(entry.id(), self.played.state.events());
        }
        events.push(event);
        Ok(())
    }

    fn what(&mut self, act: &Act, said: &Table) -> Result<What, String> {
        let text = |key: &str| said.get(key).and_then(Said::as_str);
        let reason = || text("reason").map(str::to_owned);
        if said.contains_key("open") {
            Ok(What::Opened)
        } else if let Some(name) = text("withdraw") {
            Ok(What::Withdrawn { id: id(name)?, reason: reason() })
        } else if let Some(name) = text("redact") {
            let seq = self.set_at.get(&id(name)?).copied().ok_or_else(|| format!("`{name}` is not there"))?;
            Ok(What::Redacted { seq, field: text("field").unwrap_or_default().to_owned(), reason: reason() })
        } else if said.contains_key("adopt") {
            Ok(What::Adopted(self.adoption(act, said)?))
        } else {
            Ok(What::Set(self.entry(act, said)?))
        }
    }

    fn adoption(&self, act: &Act, said: &Table) -> Result<Adoption, String> {
        let figures = said.get("baseline").and_then(Said::as_array).ok_or("an adoption without `baseline`")?;
        let figure = |said: &Said| -> Option<Baseline> {
            let [indicator, period, value] = said.as_str()?.split(' ').collect::<Vec<_>>().try_into().ok()?;
            let value = (value != "-").then(|| value.to_owned());
            Some(Baseline { indicator: indicator.to_owned(), period: period.to_owned(), value })
        };
        Ok(Adoption {
            area: act.area.clone(),
            version: self.played.state.versions_of(&act.area).count() as u32 + 1,
            reason: said.get("reason").and_then(Said::as_str).map(|reason| Some(reason.to_owned())),
            // No build of these years exists that it could rest on.
            data: None,
            recipes: Vec::new(),
            choice: None,
            baseline: figures.iter().map(figure).collect::<Option<_>>().ok_or("`baseline`: indicator period value")?,
        })
    }

    /// A thing that is set, or changed: then fields that are not said stay as they are.
    fn entry(&mut self, act: &Act, said: &Table) -> Result<Entry, String> {
        let text = |key: &str| said.get(key).and_then(Said::as_str);
        let (id, mut values) = match (text("set"), text("change")) {
            (Some(name), None) => match Noun::ALL.into_iter().find(|noun| noun.word() == name) {
                Some(noun) => (self.played.state.next(noun), BTreeMap::new()),
                None => (id(name)?, BTreeMap::new()),
            },
            (None, Some(name)) => {
                let before = self.played.state.get(id(name)?).ok_or_else(|| format!("`{name}` is not there"))?;
                (before.id(), before.values().map(|(field, value)| (field, value.clone())).collect())
            }
            _ => return Err(format!("neither `set` nor `change`: {said}")),
        };
        for (key, said) in said {
            match key.as_str() {
                "set" | "change" => {}
                "for" => drop(self.played.purposes.insert(id, said.as_str().unwrap_or_default().to_owned())),
                "confirms_as" => drop(self.roles.insert(id, said.as_str().unwrap_or_default().to_owned())),
                "drop" => drop(said.as_str().and_then(|field| values.remove(field))),
                key => {
                    let field = id.noun().field(key).ok_or_else(|| format!("{id} has no `{key}`"))?;
                    let value = value(field.form, said).ok_or_else(|| format!("{id}: `{key}` takes no {said}"))?;
                    values.insert(field.name, value);
                }
            }
        }
        if id.noun().field("area").is_some() && !act.area.is_empty() {
            values.entry("area").or_insert_with(|| Value::Word(act.area.clone()));
        }
        if id.noun() == Noun::Confirmation {
            let named = |field: &str| match values.get(field) {
                Some(Value::Id(id)) => Some(*id),
                _ => None,
            };
            let (action, organisation) = (named("action"), named("organisation"));
            let action = action.and_then(|id| self.played.state.get(id)).ok_or("confirms nothing")?;
            let role =
                organisation.and_then(|id| self.roles.get(&id)).ok_or("an organisation without `confirms_as`")?;
            values.entry("stands_for").or_insert_with(|| Value::Word(action.fingerprint()));
            values.entry("role").or_insert_with(|| Value::Text(role.clone()));
        }
        Entry::new(id, values).map_err(|error| format!("{id}: {error}"))
    }
}

fn id(name: &str) -> Result<Id, String> {
    Id::parse(name).ok_or_else(|| format!("`{name}` is no name of a thing"))
}

/// What a script says, in the form of a field: money in euros, posts in thousandths.
fn value(form: Form, said: &Said) -> Option<Value> {
    let word = || said.as_str().map(str::to_owned);
    let whole = || said.as_integer().and_then(|number| u64::try_from(number).ok());
    let list = || said.as_array()?.iter().map(Said::as_str).collect::<Option<Vec<&str>>>();
    Some(match form {
        Form::Text => Value::Text(word()?),
        Form::OneOf(_) | Form::Name | Form::Day | Form::Number => Value::Word(word()?),
        Form::Names => Value::Words(list()?.into_iter().map(str::to_owned).collect()),
        Form::Id(_) => Value::Id(Id::parse(said.as_str()?)?),
        Form::Ids(_) => Value::Ids(list()?.into_iter().map(Id::parse).collect::<Option<_>>()?),
        Form::Euros | Form::Posts if said.as_str() == Some("unknown") => Value::Unknown,
        Form::Euros => Value::Whole(whole()?.checked_mul(100)?),
        Form::Posts | Form::Year => Value::Whole(whole()?),
    })
}
