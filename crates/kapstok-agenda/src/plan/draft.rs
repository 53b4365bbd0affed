// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What a file wants: things, known or new, and what it says of each.
//!
//! In: names and fields, row by row. Out: [`Wanted`] things, each once, however often the file names it. Invariant: the order
//! of rows decides nothing but numbers: of two spellings the more frequent one is kept, and two rows that contradict
//! each other are an error.

use std::collections::BTreeMap;

use kapstok_table::{Place, Problem};

use super::fold::{clean, fold, label};
use crate::entry::{Id, Noun, Value};
use crate::state::State;

/// What a file says of a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Said {
    /// A value.
    Value(Value),
    /// One thing of the draft.
    Thing(usize),
    /// Several things of the draft.
    Things(Vec<usize>),
    /// That there is none, and in which words.
    Nothing(String),
}

/// A thing that a file wants.
#[derive(Debug)]
pub(super) struct Wanted {
    pub(super) noun: Noun,
    pub(super) area: String,
    /// The thing that is there already.
    pub(super) id: Option<Id>,
    /// Whether the file names it by that.
    pub(super) by_id: bool,
    /// How often it is spelled how.
    pub(super) names: BTreeMap<String, usize>,
    pub(super) fields: BTreeMap<&'static str, Said>,
    /// Where it stands first.
    pub(super) place: Place,
}

impl Wanted {
    /// The spelling that most rows have; of several the first by alphabet.
    pub(super) fn name(&self) -> Option<&str> {
        let most = self.names.values().max()?;
        self.names.iter().find(|(_, count)| *count == most).map(|(name, _)| name.as_str())
    }
}

type Key = (Noun, String, String);

/// All things that a file wants.
pub(super) struct Draft<'a> {
    pub(super) state: &'a State,
    pub(super) wanted: Vec<Wanted>,
    by_id: BTreeMap<Id, usize>,
    by_key: BTreeMap<Key, usize>,
    /// Things that are there, by what they are called.
    known: BTreeMap<Key, Id>,
    pub(super) problems: Vec<Problem>,
}

impl<'a> Draft<'a> {
    pub(super) fn new(state: &'a State) -> Self {
        let mut known = BTreeMap::new();
        for noun in [Noun::Burden, Noun::Link, Noun::Promise, Noun::Organisation, Noun::Action] {
            for entry in state.all(noun) {
                let area = entry.word("area").unwrap_or_default().to_owned();
                let name = state.name(entry.id());
                if !name.is_empty() {
                    known.entry((noun, area.clone(), name_key(name))).or_insert(entry.id());
                }
                if let (Some(from), Some(to)) = (entry.one("from"), entry.one("to")) {
                    known.entry((noun, area, ends_key(&from.to_string(), &to.to_string()))).or_insert(entry.id());
                }
            }
        }
        for target in state.all(Noun::Target) {
            let about = target.one("action").or(target.one("burden")).map(|id| id.to_string()).unwrap_or_default();
            let area = target.word("area").unwrap_or_default().to_owned();
            known.entry((Noun::Target, area, target_key(target.text("name"), &about))).or_insert(target.id());
        }
        Self { state, wanted: Vec::new(), by_id: BTreeMap::new(), by_key: BTreeMap::new(), known, problems: Vec::new() }
    }

    /// The thing of a name, known or new.
    pub(super) fn named(&mut self, noun: Noun, area: &str, name: &str, place: &Place) -> usize {
        let at = self.keyed(noun, area, name_key(name), place);
        let wanted = &mut self.wanted[at];
        if !wanted.by_id {
            *wanted.names.entry(label(name)).or_default() += 1;
        }
        at
    }

    /// The thing of a key, known or new.
    pub(super) fn keyed(&mut self, noun: Noun, area: &str, key: String, place: &Place) -> usize {
        let area = if matches!(noun, Noun::Promise | Noun::Organisation) { "" } else { area };
        let key = (noun, area.to_owned(), key);
        if let Some(at) = self.by_key.get(&key) {
            return *at;
        }
        let at = match self.known.get(&key).copied() {
            Some(id) => self.there(id, area, place),
            None => self.push(noun, area, None, place),
        };
        self.by_key.insert(key, at);
        at
    }

    /// A thing that is there.
    pub(super) fn there(&mut self, id: Id, area: &str, place: &Place) -> usize {
        if let Some(at) = self.by_id.get(&id) {
            return *at;
        }
        let at = self.push(id.noun(), area, Some(id), place);
        self.by_id.insert(id, at);
        at
    }

    /// A thing that the file names by its id, under another name perhaps.
    pub(super) fn renamed(&mut self, id: Id, area: &str, name: &str, place: &Place) -> usize {
        let at = self.there(id, area, place);
        self.wanted[at].by_id = true;
        if !name.is_empty() {
            let name = clean(name);
            let other = self.wanted[at].names.keys().find(|other| fold(other) != fold(&name));
            if let Some(other) = other {
                let problem = Problem::error("K0627", place.clone()).with("field", "name");
                self.problems.push(problem.with("one", other).with("other", &name));
                return at;
            }
            let key_of_name = name_key(&name);
            self.wanted[at].names.insert(name, 1);
            let area = if id.noun() == Noun::Promise { "" } else { area };
            let key = (id.noun(), area.to_owned(), key_of_name);
            // Another thing that has the name already keeps it.
            if !self.known.contains_key(&key) {
                self.by_key.entry(key).or_insert(at);
            }
        }
        at
    }

    /// Lets later rows find a thing by another name.
    pub(super) fn called(&mut self, at: usize, name: &str) {
        let key = (self.wanted[at].noun, self.wanted[at].area.clone(), name_key(name));
        if !self.known.contains_key(&key) {
            self.by_key.entry(key).or_insert(at);
        }
    }

    /// A new thing that has no name.
    pub(super) fn push(&mut self, noun: Noun, area: &str, id: Option<Id>, place: &Place) -> usize {
        let names = BTreeMap::new();
        let fields = BTreeMap::new();
        self.wanted.push(Wanted { noun, area: area.to_owned(), id, by_id: false, names, fields, place: place.clone() });
        self.wanted.len() - 1
    }

    /// Whether a name is that of a thing, known or wanted.
    pub(super) fn is_known(&self, noun: Noun, area: &str, name: &str) -> bool {
        let key = (noun, area.to_owned(), name_key(name));
        self.known.contains_key(&key) || self.by_key.contains_key(&key)
    }

    /// Whether a name is that of a thing that is there.
    pub(super) fn is_there(&self, noun: Noun, area: &str, name: &str) -> bool {
        self.known.contains_key(&(noun, area.to_owned(), name_key(name)))
    }

    /// Reads `a12` or `a12 Name`, where the thing is there and has that name, or one that begins with `Name…`.
    pub(super) fn id_of(&self, text: &str, nouns: &[Noun]) -> Option<Id> {
        id_of(self.state, text, nouns)
    }

    /// Says something of a field. Several things add up, remarks too; anything else can be said once.
    pub(super) fn say(&mut self, at: usize, field: &'static str, said: Said, place: &Place) {
        let wanted = &mut self.wanted[at];
        let Some(before) = wanted.fields.get_mut(field) else {
            wanted.fields.insert(field, said);
            return;
        };
        match (before, said) {
            (before, said) if *before == said => {}
            (_, Said::Nothing(_)) => {}
            (before @ Said::Nothing(_), said) => *before = said,
            (Said::Things(before), Said::Things(more)) => {
                let more: Vec<usize> = more.into_iter().filter(|it| !before.contains(it)).collect();
                before.extend(more);
            }
            (Said::Value(Value::Words(before)), Said::Value(Value::Words(more))) => {
                before.extend(more);
                before.sort_unstable();
                before.dedup();
            }
            (Said::Value(Value::Text(before)), Said::Value(Value::Text(more))) if field == "note" => {
                // In an order that is not that of the rows.
                let mut lines: Vec<&str> = before.lines().chain(more.lines()).collect();
                lines.sort_unstable();
                lines.dedup();
                *before = lines.join("\n");
            }
            (before, said) => {
                let (before, problem) = (before.clone(), Problem::error("K0627", place.clone()).with("field", field));
                let (one, other) = (self.shown(&before), self.shown(&said));
                self.problems.push(problem.with("one", one).with("other", other));
            }
        }
    }

    fn shown(&self, said: &Said) -> String {
        match said {
            Said::Value(Value::Text(text) | Value::Word(text)) => text.clone(),
            Said::Value(Value::Whole(number)) => number.to_string(),
            Said::Value(Value::Words(words)) => words.join(", "),
            Said::Value(_) => "?".to_owned(),
            Said::Thing(at) => self.name_of(*at),
            Said::Things(all) => all.iter().map(|at| self.name_of(*at)).collect::<Vec<_>>().join(", "),
            Said::Nothing(words) => words.clone(),
        }
    }
}

/// Reads `a12` or `a12 Name`, where the thing is there and has that name, or one that begins with `Name…`.
pub(super) fn id_of(state: &State, text: &str, nouns: &[Noun]) -> Option<Id> {
    let text = text.trim();
    let (word, rest) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
    let id = Id::parse(word).filter(|id| nouns.contains(&id.noun()))?;
    state.get(id)?;
    let is_its_name = || match rest.strip_suffix('…') {
        Some(rest) => fold(state.name(id)).starts_with(&fold(rest)),
        None => fold(state.name(id)) == fold(rest),
    };
    (rest.trim().is_empty() || is_its_name()).then_some(id)
}

/// A name without its footnote marks, folded.
pub(super) fn name_key(name: &str) -> String {
    fold(&label(name))
}

pub(super) fn ends_key(from: &str, to: &str) -> String {
    format!("{from}\u{0}{to}")
}

pub(super) fn target_key(name: &str, about: &str) -> String {
    format!("{}\u{0}{about}", name_key(name))
}
