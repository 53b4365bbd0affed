// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Promised and delivered, year by year: our own performance, never beside figures of a population.
//!
//! In: an area of an agenda. Out: one line for each promise and each action that keeps none, with a word and a reason per year.

use kapstok_agenda::changes::deliveries;
use kapstok_agenda::entry::{Entry, Id, Noun};

use super::Seen;
use super::said::Said;
use crate::day::day;
use crate::document::{Column, Content, Item, Table};

/// What came of one promise or action.
#[derive(Clone, Debug, PartialEq)]
pub struct DeliveredLine {
    /// Which.
    pub id: Id,
    /// In the words in which it was promised.
    pub words: String,
    /// Where it stands.
    pub source: String,
    /// Per year of the table: the word, and why.
    pub years: Vec<Option<(String, String)>>,
}

/// All promises and actions of an area with what came of them.
#[derive(Clone, Debug, PartialEq)]
pub struct Delivered {
    /// Years for which anything was said, and those until which something was due.
    pub years: Vec<u64>,
    /// Promises first.
    pub lines: Vec<DeliveredLine>,
}

/// Gathers it.
pub fn delivered(seen: &Seen<'_>) -> Delivered {
    let state = &seen.agenda.state;
    let said = Said { state, words: seen.words };
    let of_area = |noun| state.of_area(noun, seen.code());
    let things: Vec<&Entry> = of_area(Noun::Promise).chain(of_area(Noun::Action)).collect();
    let mut years: Vec<u64> = things
        .iter()
        .flat_map(|thing| deliveries(state, thing.id()).into_iter().filter_map(|it| it.whole("year")))
        .collect();
    years.sort_unstable();
    years.dedup();
    let line = |thing: &Entry| {
        let told = deliveries(state, thing.id());
        let year = |year: &u64| {
            let delivery = told.iter().find(|it| it.whole("year") == Some(*year))?;
            Some((said.word(delivery.word("outcome").unwrap_or_default()), delivery.text("why").to_owned()))
        };
        DeliveredLine {
            id: thing.id(),
            words: said.name(thing.id()),
            source: thing.text("source").to_owned(),
            years: years.iter().map(year).collect(),
        }
    };
    let gone = state.withdrawn_of(Noun::Promise, seen.code()).map(|gone| {
        let reason = gone.reason.clone().unwrap_or_else(|| seen.words.say("agenda-removed", &[]));
        let facts = [("day", &*day(&gone.day.to_string(), seen.words)), ("reason", &reason)];
        let told = deliveries(state, gone.entry.id());
        let year = |year: &u64| {
            let delivery = told.iter().find(|it| it.whole("year") == Some(*year))?;
            Some((said.word(delivery.word("outcome").unwrap_or_default()), delivery.text("why").to_owned()))
        };
        DeliveredLine {
            id: gone.entry.id(),
            words: gone.entry.text("words").to_owned(),
            source: seen.words.say("delivered-withdrawn", &facts),
            years: years.iter().map(year).collect(),
        }
    });
    // An action of which nothing was said yet is a matter of holes and of the agenda, not of this table.
    let is_told = |thing: &&&Entry| thing.noun() == Noun::Promise || !deliveries(state, thing.id()).is_empty();
    let mut lines: Vec<DeliveredLine> = things.iter().filter(is_told).map(|thing| line(thing)).collect();
    lines.extend(gone);
    Delivered { years, lines }
}

/// The same as a table of a document.
pub fn table(seen: &Seen<'_>) -> Table {
    let words = seen.words;
    let Delivered { years, lines } = delivered(seen);
    let column = |title: String, width| Column { title, width, content: Content::Words };
    let mut columns = vec![column(words.say("delivered-column-promise", &[]), 34)];
    columns.extend(years.iter().map(|year| column(year.to_string(), 20)));
    let row = |line: &DeliveredLine| {
        let source = if line.source.is_empty() { String::new() } else { format!("\n{}", line.source) };
        let mut row = vec![Item::Text(format!("{} {}{source}", line.id, line.words))];
        row.extend(line.years.iter().map(|year| match year {
            Some((word, why)) if why.is_empty() => Item::Text(word.clone()),
            Some((word, why)) => Item::Text(format!("{word}: {why}")),
            None => Item::Hole(words.say("delivered-nothing-said", &[])),
        }));
        row
    };
    Table { caption: words.say("delivered-caption", &[]), columns, rows: lines.iter().map(row).collect() }
}
