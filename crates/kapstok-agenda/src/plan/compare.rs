// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What a file changes: what it wants held against what is agreed.
//!
//! In: tables, a [`State`]. Out: an [`Import`]. Invariant: all or nothing; the same file again changes nothing; every event fits
//! behind the state, in the order given.

use std::collections::{BTreeMap, BTreeSet};

use kapstok_table::{Place, Problem, Severity};

use super::column::Column;
use super::draft::{Draft, Said, Wanted};
use super::fold::{clean, fold};
use super::form::Form;
use super::money::match_lines;
use super::rows::Reader;
use super::titles::{Table, place_of, tables};
use super::{Grid, ImportOptions};
use crate::changes::{Change, ChangeKind, fields};
use crate::entry::{Entry, EntryError, Id, Noun, Value};
use crate::event::What;
use crate::state::State;

/// What an import would do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Import {
    /// Events to be written, in order; none where any problem is an error.
    pub events: Vec<What>,
    /// The entries that events set, also where an error keeps them from being written: what the file wants.
    pub wanted: Vec<Entry>,
    /// What would change, thing by thing.
    pub changes: Vec<Change>,
    /// Things of the kinds and areas that the file is about, which it does not name.
    pub not_in_file: Vec<Id>,
    /// Every problem, by place.
    pub problems: Vec<Problem>,
    /// The forms of the tables, to be remembered.
    pub forms: Vec<Form>,
}

impl Import {
    /// Whether an error keeps it from being written.
    pub fn is_refused(&self) -> bool {
        self.problems.iter().any(|problem| problem.severity == Severity::Error)
    }
}

/// Reads a user's own plan.
///
/// * `grids`: all tables of a file.
/// * Returns the events that make the agenda say what the file says; none where any problem is an error.
pub fn import(grids: &[Grid], state: &State, options: &ImportOptions<'_>) -> Import {
    let mut problems = Vec::new();
    let mut found: Vec<Table<'_>> = Vec::new();
    for grid in grids {
        match tables(grid, options, &mut problems) {
            more if !more.is_empty() => found.extend(more),
            _ if grid.rows.iter().all(|row| row.cells.iter().all(|cell| clean(&cell.text).is_empty())) => {}
            _ => problems.push(Problem::warning("K0610", place_of(grid))),
        }
    }
    if found.is_empty() {
        let file = grids.first().map_or("", |grid| grid.file.as_str());
        problems.retain(|problem| problem.code != "K0610");
        problems.push(Problem::error("K0610", Place::file(file)));
    }
    tell_choices(options, &found, grids, &mut problems);
    let mut reader = Reader::new(Draft::new(state), options);
    found.iter().for_each(|table| reader.names(table));
    // What links are called is known before an action names one.
    let (with_actions, without) = found.iter().partition::<Vec<_>, _>(|table| table.has(Column::Action));
    without.into_iter().chain(with_actions).for_each(|table| reader.rows(table));
    let Reader { mut draft, about, .. } = reader;
    match_lines(&mut draft);
    tie_burdens(&mut draft, options);
    let (entries, places) = entries(&mut draft);
    problems.append(&mut draft.problems);
    let mut made = Import { forms: found.into_iter().map(|table| table.form).collect(), ..Import::default() };
    for (entry, place) in entries.into_iter().zip(places) {
        match entry {
            Ok(entry) => made.take(state, entry),
            Err(error) => {
                let field = match error {
                    EntryError::NoField { field, .. } => field,
                    EntryError::Missing { field, .. } | EntryError::Form { field, .. } => field.to_owned(),
                };
                problems.push(Problem::error("K0636", place).with("field", field));
            }
        }
    }
    let mut named: BTreeSet<Id> = draft.wanted.iter().filter_map(|wanted| wanted.id).collect();
    // Who names a link names its ends.
    let links = named.iter().filter(|id| id.noun() == Noun::Link).filter_map(|id| state.get(*id));
    named.extend(links.flat_map(Entry::references).map(|(_, id)| id).collect::<Vec<_>>());
    // A promise to several areas is not gone because one of them is silent.
    let is_missing = |entry: &&Entry| {
        let mut areas = entry.areas();
        let (area, more) = (areas.next(), areas.next());
        let is_about = area.is_some_and(|area| about.contains(&(entry.noun(), area.to_owned())));
        is_about && more.is_none() && !named.contains(&entry.id())
    };
    let all = Noun::ALL.into_iter().flat_map(|noun| state.all(noun));
    made.not_in_file = all.filter(is_missing).map(Entry::id).collect();
    if let Some(reason) = options.withdraw_missing {
        made.withdraw(reason);
    }
    made.problems = Problem::fold(problems);
    if made.is_refused() {
        made.events.clear();
    }
    made
}

/// What the user says of columns that are not there, or of fields that are not.
fn tell_choices(options: &ImportOptions<'_>, tables: &[Table<'_>], grids: &[Grid], problems: &mut Vec<Problem>) {
    let file = grids.first().map_or("", |grid| grid.file.as_str());
    for (title, field) in options.choices {
        let place = Place { column: Some(title.clone()), ..Place::file(file) };
        if super::Title::parse(field).is_none() {
            problems.push(Problem::error("K0613", place).with("found", field));
        } else if !tables.iter().any(|table| table.form.titles.iter().any(|known| fold(known) == fold(title))) {
            problems.push(Problem::error("K0640", place).with("found", title));
        }
    }
}

/// Ties new burdens to a domain or an indicator by their own name, where no column does.
fn tie_burdens(draft: &mut Draft<'_>, options: &ImportOptions<'_>) {
    for at in 0..draft.wanted.len() {
        let wanted = &draft.wanted[at];
        let is_tied =
            ["domain", "indicator"].iter().any(|field| matches!(wanted.fields.get(field), Some(Said::Value(_))));
        if wanted.noun != Noun::Burden || wanted.id.is_some() || is_tied {
            continue;
        }
        let (name, place) = (draft.name_of(at), wanted.place.clone());
        let ties = [("domain", options.domains.get(&name)), ("indicator", options.indicators.get(&name))];
        match ties.into_iter().find_map(|(field, code)| Some((field, code?.to_owned()))) {
            Some((field, code)) => draft.say(at, field, Said::Value(Value::Word(code)), &place),
            None => draft.problems.push(Problem::warning("K0624", place).with("found", name)),
        }
    }
}

type Made = Vec<Result<Entry, EntryError>>;

/// Every wanted thing as an entry, what one names before what names it.
fn entries(draft: &mut Draft<'_>) -> (Made, Vec<Place>) {
    let mut order: Vec<usize> = (0..draft.wanted.len()).collect();
    order.sort_by_key(|at| draft.wanted[*at].noun);
    let mut next: BTreeMap<Noun, Id> = BTreeMap::new();
    let mut ids: Vec<Option<Id>> = draft.wanted.iter().map(|wanted| wanted.id).collect();
    for at in &order {
        if ids[*at].is_none() {
            let noun = draft.wanted[*at].noun;
            let id = next.entry(noun).or_insert_with(|| draft.state.next(noun));
            ids[*at] = Some(*id);
            *id = Id::after(noun, id.number());
        }
    }
    let (mut entries, mut places) = (Vec::new(), Vec::new());
    for at in order {
        let Some(id) = ids[at] else { continue };
        places.push(draft.wanted[at].place.clone());
        entries.push(entry(draft, at, id, &ids));
    }
    (entries, places)
}

fn entry(draft: &Draft<'_>, at: usize, id: Id, ids: &[Option<Id>]) -> Result<Entry, EntryError> {
    let (wanted, before) = (&draft.wanted[at], draft.state.get(id));
    let mut values: BTreeMap<&str, Value> = match before {
        Some(before) => before.values().map(|(name, value)| (name, value.clone())).collect(),
        None => defaults(draft, at),
    };
    let name_field = if wanted.noun == Noun::Promise { "words" } else { "name" };
    // A thing that is found by its name keeps its spelling; one that is found by its id may be called otherwise now.
    if let Some(name) = wanted.name().filter(|_| before.is_none() || wanted.by_id) {
        set(&mut values, name_field, Value::Text(name.to_owned()));
    }
    for (field, said) in &wanted.fields {
        let id_of = |at: &usize| ids.get(*at).copied().flatten();
        match said {
            Said::Value(Value::Words(words)) => {
                let known = before.map_or(&[][..], |before| before.words(field));
                let more = words.iter().filter(|word| !known.contains(word));
                let all = known.iter().chain(more).cloned().collect();
                set(&mut values, field, Value::Words(all));
            }
            Said::Value(value) => set(&mut values, field, value.clone()),
            Said::Thing(at) => drop(id_of(at).map(|id| set(&mut values, field, Value::Id(id)))),
            Said::Things(all) => {
                let all: Vec<Id> = all.iter().filter_map(id_of).collect();
                // Who or what was withdrawn since is in no file, and stays named.
                let is_there = |id: &&Id| draft.state.get(**id).is_some();
                let mut known: Vec<Id> =
                    before.map_or(&[][..], |it| it.many(field)).iter().filter(is_there).copied().collect();
                let mut sorted = all.clone();
                known.sort_unstable();
                sorted.sort_unstable();
                if known != sorted {
                    set(&mut values, field, Value::Ids(all));
                }
            }
            Said::Nothing(words) => clear(&mut values, wanted, field, words),
        }
    }
    Entry::new(id, values)
}

/// Takes a value in, unless what stands there says the same.
fn set<'f>(values: &mut BTreeMap<&'f str, Value>, field: &'f str, value: Value) {
    let is_same = match (values.get(field), &value) {
        (Some(Value::Text(before)), Value::Text(after)) => clean(before) == clean(after),
        (Some(Value::Word(before)), Value::Word(after)) => {
            let number = |text: &str| text.parse::<f64>().ok();
            clean(before) == clean(after) || (number(before).is_some() && number(before) == number(after))
        }
        (before, after) => before == Some(after),
    };
    if !is_same {
        values.insert(field, value);
    }
}

/// Takes a value away, unless it is needed, or is those very words.
fn clear(values: &mut BTreeMap<&str, Value>, wanted: &Wanted, field: &'static str, words: &str) {
    let is_needed = wanted.noun.field(field).is_some_and(|field| field.needed == crate::entry::Needed::Always);
    let are_words = match values.get(field) {
        Some(Value::Text(text) | Value::Word(text)) => clean(text) == clean(words),
        _ => false,
    };
    if !is_needed && !are_words {
        values.remove(field);
    }
}

/// What a new thing says where the file says nothing.
fn defaults(draft: &Draft<'_>, at: usize) -> BTreeMap<&'static str, Value> {
    let wanted = &draft.wanted[at];
    let word = |word: &str| Value::Word(word.to_owned());
    let area = ("area", word(&wanted.area));
    match wanted.noun {
        Noun::Burden => BTreeMap::from([area, ("side", word("burden"))]),
        Noun::Link => BTreeMap::from([area, ("evidence", word("assumed")), ("name", Value::Text(draft.name_of(at)))]),
        Noun::Promise => {
            let sheet = wanted.place.sheet.as_deref().map_or(String::new(), |sheet| format!(", {sheet}"));
            let source = format!("{}{sheet}", wanted.place.file);
            BTreeMap::from([("source_kind", word("document")), ("source", Value::Text(clean(&source)))])
        }
        Noun::Organisation => BTreeMap::new(),
        _ => BTreeMap::from([area]),
    }
}

impl Import {
    fn take(&mut self, state: &State, entry: Entry) {
        let what = match state.get(entry.id()) {
            None => ChangeKind::Added,
            Some(before) => match fields(before, &entry) {
                same if same.is_empty() => return,
                changed => ChangeKind::Changed(changed),
            },
        };
        self.changes.push(Change { id: entry.id(), what });
        self.events.push(What::Set(entry.clone()));
        self.wanted.push(entry);
    }

    /// Withdraws what the file no longer names, what names another before the other.
    fn withdraw(&mut self, reason: &str) {
        for id in self.not_in_file.iter().rev().copied() {
            self.changes.push(Change { id, what: ChangeKind::Gone });
            self.events.push(What::Withdrawn { id, reason: Some(reason.to_owned()) });
        }
    }
}
