// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! A sheet to be filled in or read, before anybody makes a file of it.
//!
//! In: things of an agenda, words for titles. Out: titles and rows of text. Invariant: what is written here is read back by
//! [`import`](super::import) as what it was. Not here: workbooks (`kapstok-share`).

use super::amount::unambiguous;
use super::column::Column;
use super::draft::id_of;
use super::fold::clean;
use super::things::organisations;
use super::{Grid, GridCell, Row};
use crate::entry::{EVIDENCE, Entry, Id, Noun, PROMISE_SOURCES, SIDES, STAGES, Value};
use crate::state::State;

/// A sheet of a workbook.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// Its word; `agenda-sheet-` before it gives the key of its name.
    pub key: &'static str,
    /// Its name.
    pub name: String,
    /// Columns from the left.
    pub columns: Vec<SheetColumn>,
    /// Rows below the titles, a text per column.
    pub rows: Vec<Vec<String>>,
}

/// A column of a sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetColumn {
    /// What it holds.
    pub column: Column,
    /// Its title.
    pub title: String,
    /// Whether only a program reads it.
    pub hidden: bool,
    /// The words that may stand in it; none where anything may.
    pub choices: Vec<String>,
}

impl Sheet {
    /// A sheet without rows.
    pub(super) fn new(key: &'static str, columns: &[Column], say: &dyn Fn(&str) -> String) -> Self {
        let of = |column: &Column| SheetColumn {
            column: *column,
            title: say(&format!("agenda-column-{}", column.word().replace('_', "-"))),
            hidden: matches!(column, Column::Area | Column::Wording | Column::Organisation | Column::Library),
            choices: words_of(*column).iter().map(|word| say(&choice_key(word))).collect(),
        };
        let columns = columns.iter().map(of).collect();
        Self { key, name: say(&format!("agenda-sheet-{key}")), columns, rows: Vec::new() }
    }

    /// Puts a row in: what each column holds, in any order; blank where nothing is given.
    pub(super) fn put(&mut self, cells: &[(Column, String)]) {
        let cell =
            |it: &SheetColumn| cells.iter().find(|(column, _)| *column == it.column).map(|(_, text)| text.clone());
        self.rows.push(self.columns.iter().map(|column| cell(column).unwrap_or_default()).collect());
    }

    /// As it would be read from a file.
    pub fn grid(&self, file: &str, number: usize) -> Grid {
        let titles: Vec<String> = self.columns.iter().map(|column| column.title.clone()).collect();
        let row = |(at, texts): (usize, &Vec<String>)| Row {
            number: u32::try_from(at + 1).unwrap_or(u32::MAX),
            cells: texts.iter().map(|text| GridCell { text: text.clone(), carried: false }).collect(),
        };
        let rows = [titles].iter().chain(&self.rows).enumerate().map(row).collect();
        Grid { file: file.to_owned(), sheet: self.name.clone(), number, rows }
    }
}

/// The words of a column that takes one of a few.
fn words_of(column: Column) -> &'static [&'static str] {
    match column {
        Column::Side => SIDES,
        Column::Evidence => EVIDENCE,
        Column::Stage => STAGES,
        Column::PromiseKind => PROMISE_SOURCES,
        Column::Answer => crate::entry::ANSWERS,
        _ => &[],
    }
}

fn choice_key(word: &str) -> String {
    format!("agenda-choice-{word}")
}

/// Writes the fields of things as cells.
pub(super) struct Cells<'a> {
    pub(super) state: &'a State,
    pub(super) say: &'a dyn Fn(&str) -> String,
}

impl Cells<'_> {
    /// What stands in a field, as a cell.
    pub(super) fn of(&self, entry: &Entry, field: &str) -> String {
        match entry.value(field) {
            None | Some(Value::Removed) => String::new(),
            Some(Value::Text(text)) => text.clone(),
            Some(Value::Word(word)) => match field {
                "side" | "evidence" | "stage" | "source_kind" => (self.say)(&choice_key(word)),
                "baseline" | "value" => unambiguous(word),
                _ => word.clone(),
            },
            Some(Value::Words(words)) => words.join("; "),
            Some(Value::Id(id)) => self.many(&[*id]),
            Some(Value::Ids(ids)) => self.many(ids),
            Some(Value::Whole(number)) => match field {
                "euros" => decimal(*number, 2),
                "posts" => unambiguous(&decimal(*number, 3)),
                _ => number.to_string(),
            },
            Some(Value::Unknown) => "?".to_owned(),
        }
    }

    /// Things that are there, as cells name them.
    pub(super) fn many(&self, ids: &[Id]) -> String {
        let names = ids.iter().filter(|id| self.state.get(**id).is_some()).map(|id| self.named(*id));
        names.collect::<Vec<_>>().join("\n")
    }

    /// An organisation by its name, where that reads back as this one; anything else as `a12 Name`.
    fn named(&self, id: Id) -> String {
        const LONGEST: usize = 80;
        let name = clean(self.state.name(id));
        if id.noun() == Noun::Organisation && self.reads_back(id, &name) {
            return name;
        }
        let line = name.replace(['\n', ';'], " ");
        let mut short: String = line.chars().take(LONGEST).collect();
        if short.len() < line.len() {
            short.push('…');
        }
        // Lines and signs that would part it are left out; the id says which it is.
        if id.noun() == Noun::Organisation && short.contains([',', '/', '&', '+']) {
            return id.to_string();
        }
        format!("{id} {short}").trim_end().to_owned()
    }

    fn reads_back(&self, id: Id, name: &str) -> bool {
        // Signs alone get lost beside another name.
        if !name.chars().any(char::is_alphanumeric) {
            return false;
        }
        let by_key = |name: &str| {
            let mut all = self.state.all(Noun::Organisation);
            all.find(|it| super::draft::name_key(it.text("name")) == super::draft::name_key(name)).map(Entry::id)
        };
        let is_there = |name: &str| by_key(name).is_some();
        let alone = organisations(name, &is_there).0;
        let is_alone = alone.len() == 1 && alone[0] == name && !name.contains(['\n', ';']);
        is_alone && id_of(self.state, name, &[Noun::Organisation]).is_none() && by_key(name) == Some(id)
    }
}

/// Cents or thousandths as a decimal number, without needless zeros.
pub(super) fn decimal(whole: u64, decimals: usize) -> String {
    let digits = format!("{whole:0width$}", width = decimals + 1);
    let (whole, fraction) = digits.split_at(digits.len() - decimals);
    match fraction.trim_end_matches('0') {
        "" => whole.to_owned(),
        fraction => format!("{whole}.{fraction}"),
    }
}
