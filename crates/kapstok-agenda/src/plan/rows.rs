// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What the rows of a table want: burdens, links, actions, organisations, targets, promises; money by `money.rs`.
//!
//! In: a [`Table`]. Out: things and fields in a [`Draft`], and every problem by row and column. Invariant: every filled row is
//! read, or told. Not here: what is there already, and whether it says the same (`compare.rs`).

use std::collections::BTreeSet;

use kapstok_table::{Place, Problem};

use super::amount::{AmountError, amount};
use super::column::Column;
use super::draft::{Draft, Said, target_key};
use super::fold::{clean, says_none, says_unknown, words};
use super::things::parts;
use super::titles::{Table, TableColumn};
use super::{ImportOptions, Row};
use crate::entry::{Id, Noun, Value};

/// Reads tables into a draft.
pub(super) struct Reader<'a, 'o> {
    pub(super) draft: Draft<'a>,
    pub(super) options: &'o ImportOptions<'o>,
    /// Kinds of things that the file is about, per area.
    pub(super) about: BTreeSet<(Noun, String)>,
    /// Domains, indicators and areas that are in use.
    pub(super) in_use: BTreeSet<String>,
}

/// A cell that holds something.
pub(super) struct Filled<'t> {
    pub(super) column: &'t TableColumn,
    pub(super) text: String,
    pub(super) carried: bool,
}

/// A row with its table.
pub(super) struct RowView<'t> {
    pub(super) table: &'t Table<'t>,
    pub(super) row: &'t Row,
}

impl<'t> RowView<'t> {
    /// Filled cells of the columns of a kind.
    pub(super) fn all(&self, column: Column) -> impl Iterator<Item = Filled<'t>> {
        let (table, row) = (self.table, self.row);
        table.columns.iter().filter(move |it| it.title.column == column).filter_map(move |it| filled(it, row))
    }

    pub(super) fn cell(&self, column: Column) -> Option<Filled<'t>> {
        self.all(column).next()
    }

    pub(super) fn place(&self, cell: Option<&Filled<'_>>) -> Place {
        self.table.place(Some(self.row.number), cell.map(|cell| cell.column.text.as_str()))
    }
}

/// `-` and `?` are no name.
fn says_no_name(text: &str) -> bool {
    says_none(text) || says_unknown(text)
}

fn filled<'t>(column: &'t TableColumn, row: &Row) -> Option<Filled<'t>> {
    let cell = row.cells.get(column.index)?;
    let text = clean(&cell.text);
    (!text.is_empty()).then_some(Filled { column, text, carried: cell.carried })
}

/// What a row is about, as far as it is read.
pub(super) struct Subjects {
    pub(super) area: String,
    pub(super) id: Option<Id>,
    pub(super) action: Option<usize>,
    pub(super) promise: Option<usize>,
}

impl<'a, 'o> Reader<'a, 'o> {
    pub(super) fn new(draft: Draft<'a>, options: &'o ImportOptions<'o>) -> Self {
        let entries = Noun::ALL.into_iter().flat_map(|noun| draft.state.all(noun));
        let in_use =
            entries.flat_map(|entry| ["domain", "indicator", "area"].into_iter().filter_map(|field| entry.word(field)));
        let in_use = in_use.map(str::to_owned).collect();
        Self { draft, options, about: BTreeSet::new(), in_use }
    }

    pub(super) fn problem(&mut self, problem: Problem) {
        self.draft.problems.push(problem);
    }

    /// Things that rows name by id, before any row names them by a new name.
    pub(super) fn names(&mut self, table: &Table<'_>) {
        for row in table.rows {
            let view = RowView { table, row };
            let Some(cell) = view.cell(Column::Nr) else { continue };
            let Some(id) = Id::parse(&cell.text) else { continue };
            let (Some(area), place) = (self.area(&view, false), view.place(Some(&cell))) else { continue };
            let is_here = self.draft.state.get(id).is_some_and(|entry| entry.areas().any(|it| it == area));
            if !is_here {
                self.problem(Problem::warning("K0634", place).with("found", id));
                continue;
            }
            let column = match id.noun() {
                Noun::Burden => Column::Burden,
                Noun::Link => Column::Link,
                Noun::Action => Column::Action,
                Noun::Promise => Column::Promise,
                Noun::Target => Column::Target,
                _ => continue,
            };
            let name = view.cell(column).or_else(|| view.cell(Column::Strength).filter(|_| column == Column::Burden));
            let name = name.map(|cell| cell.text).filter(|name| !says_none(name)).unwrap_or_default();
            self.draft.renamed(id, &area, &name, &place);
        }
    }

    /// Reads the rows of a table.
    pub(super) fn rows(&mut self, table: &Table<'_>) {
        let mut is_told = false;
        for row in table.rows {
            let view = RowView { table, row };
            if self.is_skipped(&view) {
                continue;
            }
            match self.area(&view, true) {
                Some(area) => self.row(&view, area),
                None if view.cell(Column::Area).is_none() && !is_told => {
                    is_told = true;
                    self.problem(Problem::error("K0614", view.place(None)));
                }
                None => {}
            }
        }
    }

    /// Empty rows, titles once more, totals.
    fn is_skipped(&mut self, view: &RowView<'_>) -> bool {
        let cells: Vec<Filled<'_>> = view.table.columns.iter().filter_map(|column| filled(column, view.row)).collect();
        let Some(first) = cells.first() else { return true };
        if cells.iter().all(|cell| cell.text == cell.column.text) {
            return true;
        }
        const TOTALS: [&str; 10] =
            ["totaal", "totalen", "subtotaal", "eindtotaal", "total", "totals", "subtotal", "som", "sum", "saldo"];
        let is_total = words(&first.text).first().is_some_and(|word| TOTALS.contains(&word.as_str()));
        let is_number = |cell: &Filled<'_>| {
            cell.column.title.column.is_money()
                || matches!(
                    amount(&cell.text, super::amount::Unit::Euros, view.table.language, 1),
                    Ok(_) | Err(AmountError::Ambiguous)
                )
        };
        let has_no_name = Id::parse(&first.text).is_none()
            && cells[1..].iter().all(|cell| cell.text == first.text || is_number(cell));
        if is_total && has_no_name {
            self.problem(Problem::note("K0629", view.place(Some(first))).with("found", &first.text));
            return true;
        }
        // A subtotal that stands under a burden, in the column of the actions.
        let action = cells.iter().find(|cell| cell.column.title.column == Column::Action);
        let is_subtotal = |cell: &&Filled<'_>| {
            let said = words(&cell.text);
            said.len() <= 2 && said.first().is_some_and(|word| TOTALS.contains(&word.as_str()))
        };
        if let Some(cell) = action.filter(is_subtotal) {
            self.problem(Problem::note("K0629", view.place(Some(cell))).with("found", &cell.text));
            return true;
        }
        false
    }

    /// The area of a row: its own, that of the import, that of the name of the sheet.
    fn area(&mut self, view: &RowView<'_>, is_told: bool) -> Option<String> {
        let Some(cell) = view.cell(Column::Area) else {
            let of_sheet = || self.options.areas.get(&view.table.grid.sheet);
            return self.options.area.or_else(of_sheet).map(str::to_owned);
        };
        match self.options.areas.get(&cell.text) {
            Some(area) => Some(area.to_owned()),
            None if self.in_use.contains(&cell.text) => Some(cell.text),
            None => {
                if is_told {
                    let problem = Problem::error("K0615", view.place(Some(&cell)));
                    self.problem(problem.with("found", &cell.text));
                }
                None
            }
        }
    }

    fn row(&mut self, view: &RowView<'_>, area: String) {
        let id = view.cell(Column::Nr).and_then(|cell| Id::parse(&cell.text));
        let is_here = |id: &Id| self.draft.state.get(*id).is_some_and(|entry| entry.areas().any(|it| it == area));
        let id = id.filter(is_here);
        let promise = self.promise(view, &area, id);
        let burdens = self.burdens(view, &area, id);
        let links = self.links(view, &area, id);
        let action = self.action(view, &area, id, promise);
        if let Some(action) = action {
            let mut on: Vec<usize> = burdens.iter().chain(&links).copied().collect();
            on.extend(self.works_on(view, &area));
            if !on.is_empty() {
                self.draft.say(action, "works_on", Said::Things(on), &view.place(None));
            }
        }
        let subjects = Subjects { area, id, action, promise };
        let target = self.target(view, &subjects, burdens.first().copied());
        let n_sums = self.money(view, &subjects);
        self.tell_what_is_about_nothing(view, burdens.len() + links.len() + n_sums, [action, promise, target]);
        let table = view.table;
        let kinds = [
            (Noun::Burden, table.has(Column::Burden) || table.has(Column::Strength)),
            (Noun::Link, table.has(Column::Link) || table.has(Column::From)),
            (Noun::Action, table.has(Column::Action)),
            (Noun::Capacity, table.has_money()),
            (Noun::Target, table.has(Column::Target)),
            (Noun::Promise, table.has(Column::Promise)),
        ];
        for (noun, _) in kinds.into_iter().filter(|(_, is_about)| *is_about) {
            self.about.insert((noun, subjects.area.clone()));
        }
    }

    /// A row with an owner or a remark, and nothing that it is about.
    fn tell_what_is_about_nothing(&mut self, view: &RowView<'_>, n_found: usize, found: [Option<usize>; 3]) {
        let columns =
            [Column::Owners, Column::Partners, Column::Funders, Column::Until, Column::Note, Column::Deadline];
        if n_found == 0
            && found.iter().all(Option::is_none)
            && let Some(cell) = columns.into_iter().find_map(|column| view.cell(column))
        {
            self.problem(Problem::warning("K0635", view.place(Some(&cell))).with("found", &cell.text));
        }
    }

    fn promise(&mut self, view: &RowView<'_>, area: &str, id: Option<Id>) -> Option<usize> {
        let cell = view.cell(Column::Promise);
        let own = id.filter(|id| id.noun() == Noun::Promise);
        let at = match (own, &cell) {
            (Some(id), _) => self.draft.there(id, area, &view.place(cell.as_ref())),
            (None, Some(cell)) if !says_no_name(&cell.text) => match self.draft.id_of(&cell.text, &[Noun::Promise]) {
                Some(id) => self.draft.there(id, area, &view.place(Some(cell))),
                None => self.draft.named(Noun::Promise, area, &cell.text, &view.place(Some(cell))),
            },
            _ => return None,
        };
        self.draft.say(at, "areas", Said::Value(Value::Words(vec![area.to_owned()])), &view.place(None));
        self.choice(view, Column::PromiseKind, at, "source_kind");
        self.text(view, Column::PromiseSource, at, "source");
        self.tie(view, Column::PromiseDomain, at, "domain");
        self.year_of(view, Column::PromiseDue, at, "due");
        self.text(view, Column::PromiseMoney, at, "named_money");
        Some(at)
    }

    fn burdens(&mut self, view: &RowView<'_>, area: &str, id: Option<Id>) -> Vec<usize> {
        let mut found = Vec::new();
        let own = id.filter(|id| id.noun() == Noun::Burden);
        for (column, side) in [(Column::Burden, None), (Column::Strength, Some("strength"))] {
            for cell in view.all(column) {
                let place = view.place(Some(&cell));
                if let Some(id) = own {
                    found.push(self.draft.there(id, area, &place));
                    continue;
                }
                for part in parts(&cell.text) {
                    let is_chain =
                        !super::things::chain(&part).is_empty() && !self.draft.is_known(Noun::Burden, area, &part);
                    if is_chain && view.table.has(Column::Action) {
                        found.extend(self.draft.links(&part, area, self.options, &place));
                        continue;
                    }
                    let burden = self.draft.burden(&part, area, &place);
                    if let Some(side) = side {
                        self.draft.say(burden, "side", Said::Value(Value::Word(side.to_owned())), &place);
                    }
                    found.push(burden);
                }
            }
        }
        if let (true, Some(id)) = (found.is_empty(), own) {
            found.push(self.draft.there(id, area, &view.place(None)));
        }
        let is_of_target =
            view.table.has(Column::Target) || view.table.has(Column::Value) || view.table.has(Column::Baseline);
        for burden in found.iter().copied().filter(|at| self.draft.wanted[*at].noun == Noun::Burden).collect::<Vec<_>>()
        {
            self.choice(view, Column::Side, burden, "side");
            self.tie(view, Column::Domain, burden, "domain");
            if !is_of_target {
                self.tie(view, Column::Indicator, burden, "indicator");
            }
        }
        found
    }

    fn links(&mut self, view: &RowView<'_>, area: &str, id: Option<Id>) -> Vec<usize> {
        let own = id.filter(|id| id.noun() == Noun::Link);
        let text = view.cell(Column::Link).filter(|cell| !says_no_name(&cell.text));
        let mut found = Vec::new();
        let end = |column| view.cell(column).filter(|cell| !says_no_name(&cell.text));
        let ends = (end(Column::From), end(Column::To));
        match (ends, &text) {
            ((Some(from), Some(to)), name) => {
                let (from_place, to_place) = (view.place(Some(&from)), view.place(Some(&to)));
                let ends = (
                    self.draft.end(&from.text, area, self.options, &from_place),
                    self.draft.end(&to.text, area, self.options, &to_place),
                );
                match self.draft.link(ends.0, ends.1, area, own, &from_place) {
                    Some(at) => {
                        if let (Some(name), false) = (name, self.draft.wanted[at].by_id) {
                            *self.draft.wanted[at].names.entry(super::fold::label(&name.text)).or_default() += 1;
                            self.draft.called(at, &name.text);
                        }
                        found.push(at);
                    }
                    None => self.problem(Problem::error("K0626", to_place).with("found", &to.text)),
                }
            }
            ((Some(alone), None) | (None, Some(alone)), None) if own.is_none() => {
                self.problem(Problem::error("K0626", view.place(Some(&alone))).with("found", &alone.text));
            }
            (_, _) if own.is_some() => {}
            (_, Some(cell)) => {
                for part in parts(&cell.text) {
                    found.extend(self.draft.links(&part, area, self.options, &view.place(Some(cell))));
                }
            }
            (_, None) => {}
        }
        if let (true, Some(id)) = (found.is_empty(), own) {
            found.push(self.draft.there(id, area, &view.place(None)));
        }
        for link in found.clone() {
            self.choice(view, Column::Evidence, link, "evidence");
            self.text(view, Column::LinkSource, link, "source");
            self.name(view, Column::Library, link, "library");
        }
        found
    }

    fn action(&mut self, view: &RowView<'_>, area: &str, id: Option<Id>, promise: Option<usize>) -> Option<usize> {
        let cell = view.cell(Column::Action);
        let place = view.place(cell.as_ref());
        let at = match (id.filter(|id| id.noun() == Noun::Action), &cell) {
            (Some(id), _) => self.draft.there(id, area, &place),
            (None, Some(cell)) if !says_no_name(&cell.text) => match self.draft.id_of(&cell.text, &[Noun::Action]) {
                Some(id) => self.draft.there(id, area, &place),
                None => self.draft.named(Noun::Action, area, &cell.text, &place),
            },
            _ => return None,
        };
        for (column, field) in
            [(Column::Owners, "owners"), (Column::Partners, "partners"), (Column::Funders, "funders")]
        {
            for cell in view.all(column) {
                let place = view.place(Some(&cell));
                let said = match self.draft.organisations(&cell.text, &place) {
                    found if !found.is_empty() => Said::Things(found),
                    _ if says_none(&cell.text) => Said::Nothing(cell.text.clone()),
                    _ => continue,
                };
                self.draft.say(at, field, said, &place);
            }
        }
        if let Some(promise) = promise {
            self.draft.say(at, "promise", Said::Thing(promise), &place);
        }
        self.day(view, Column::Until, at, "until");
        for cell in view.all(Column::Note) {
            self.draft.say(at, "note", Said::Value(Value::Text(cell.text.clone())), &view.place(Some(&cell)));
        }
        Some(at)
    }

    fn works_on(&mut self, view: &RowView<'_>, area: &str) -> Vec<usize> {
        let Some(cell) = view.cell(Column::WorksOn) else { return Vec::new() };
        let place = view.place(Some(&cell));
        let mut found = Vec::new();
        for part in parts(&cell.text) {
            let is_link = self.draft.id_of(&part, &[Noun::Link]).is_some()
                || self.draft.is_known(Noun::Link, area, &part)
                || !super::things::chain(&part).is_empty();
            let is_burden =
                self.draft.id_of(&part, &[Noun::Burden]).is_some() || self.draft.is_known(Noun::Burden, area, &part);
            match is_link && !is_burden {
                true => found.extend(self.draft.links(&part, area, self.options, &place)),
                false => found.push(self.draft.burden(&part, area, &place)),
            }
        }
        found
    }

    fn target(&mut self, view: &RowView<'_>, subjects: &Subjects, burden: Option<usize>) -> Option<usize> {
        let own = subjects.id.filter(|id| id.noun() == Noun::Target);
        let name = view.cell(Column::Target).filter(|cell| !says_no_name(&cell.text));
        // Without words for it, a target is called after what it measures.
        let name = name.or_else(|| view.cell(Column::Indicator).filter(|_| view.cell(Column::Value).is_some()));
        let place = view.place(name.as_ref());
        let burden = match view.cell(Column::TargetBurden) {
            Some(cell) => Some(self.draft.burden(&cell.text, &subjects.area, &view.place(Some(&cell)))),
            None => burden.filter(|at| subjects.action.is_none() && self.draft.wanted[*at].noun == Noun::Burden),
        };
        let at = match (own, &name) {
            (Some(id), _) => self.draft.there(id, &subjects.area, &place),
            (None, Some(name)) => {
                let about = subjects.action.or(burden).map(|at| self.draft.mark(at)).unwrap_or_default();
                let at = self.draft.keyed(Noun::Target, &subjects.area, target_key(&name.text, &about), &place);
                *self.draft.wanted[at].names.entry(super::fold::label(&name.text)).or_default() += 1;
                at
            }
            _ => return None,
        };
        if let Some(action) = subjects.action {
            self.draft.say(at, "action", Said::Thing(action), &place);
        }
        if let Some(burden) = burden {
            self.draft.say(at, "burden", Said::Thing(burden), &place);
        }
        self.tie(view, Column::Indicator, at, "indicator");
        self.number(view, Column::Baseline, at, "baseline");
        self.name(view, Column::BaselinePeriod, at, "baseline_period");
        self.number(view, Column::Value, at, "value");
        self.text(view, Column::Unit, at, "unit");
        self.day(view, Column::Deadline, at, "deadline");
        Some(at)
    }
}
