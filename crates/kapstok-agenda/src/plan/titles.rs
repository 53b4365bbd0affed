// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Where the tables of a sheet begin, and what each of their columns holds.
//!
//! In: a [`Grid`], what the user says of its columns, the forms of earlier files. Out: [`Table`]s. Invariant: a column that is
//! not read is told; two columns for one field are an error. Not here: what a title means by itself (`column.rs`).

use kapstok_table::{Place, Problem};

use super::column::{Column, Title, factor};
use super::fold::{clean, fold, words};
use super::form::{Form, fingerprint};
use super::{Grid, ImportOptions, Language, Row};

/// A table that was found in a sheet.
pub(super) struct Table<'a> {
    pub(super) grid: &'a Grid,
    /// Columns that are read, from the left.
    pub(super) columns: Vec<TableColumn>,
    /// Rows below the titles.
    pub(super) rows: &'a [Row],
    pub(super) language: Language,
    pub(super) form: Form,
}

/// A column that is read.
pub(super) struct TableColumn {
    pub(super) index: usize,
    /// Its title as in the file.
    pub(super) text: String,
    pub(super) title: Title,
}

impl Table<'_> {
    /// Whether there is a column of a kind.
    pub(super) fn has(&self, column: Column) -> bool {
        self.columns.iter().any(|it| it.title.column == column)
    }

    pub(super) fn has_money(&self) -> bool {
        self.columns.iter().any(|it| it.title.column.is_money())
    }

    /// A place in it.
    pub(super) fn place(&self, row: Option<u32>, column: Option<&str>) -> Place {
        Place { row, column: column.map(str::to_owned), ..place_of(self.grid) }
    }
}

pub(super) fn place_of(grid: &Grid) -> Place {
    Place { sheet: Some(grid.sheet.clone()).filter(|it| !it.is_empty()), ..Place::file(&grid.file) }
}

/// In how many rows the first titles are sought.
const FIRST_ROWS: usize = 15;

/// Finds the tables of a sheet.
pub(super) fn tables<'a>(grid: &'a Grid, options: &ImportOptions<'_>, problems: &mut Vec<Problem>) -> Vec<Table<'a>> {
    let is_first = |row: &&Row| {
        is_titles(row, options) || options.forms.get(&fingerprint(texts(row).iter().map(String::as_str))).is_some()
    };
    let Some(first) = grid.rows.iter().take(FIRST_ROWS).position(|row| is_first(&row)) else { return Vec::new() };
    // Pages of a document repeat the titles; other titles begin another table.
    let mut starts = vec![first];
    for (at, row) in grid.rows.iter().enumerate().skip(first + 1) {
        if is_nothing_but_titles(row)
            && at > starts[starts.len() - 1] + 1
            && texts(row) != texts(&grid.rows[starts[starts.len() - 1]])
        {
            starts.push(at);
        }
    }
    let ends = starts.iter().skip(1).copied().chain([grid.rows.len()]);
    let caption = caption(grid);
    starts.iter().zip(ends).map(|(start, end)| table(grid, (*start, end), caption.clone(), options, problems)).collect()
}

fn texts(row: &Row) -> Vec<String> {
    row.cells.iter().map(|cell| clean(&cell.text)).collect()
}

/// At least two titles that are known, and not years alone.
fn is_titles(row: &Row, options: &ImportOptions<'_>) -> bool {
    let mut found: Vec<String> = Vec::new();
    let mut is_more_than_money = false;
    for text in texts(row).iter().filter(|text| !text.is_empty()) {
        if let Some(title) = chosen(text, options).or_else(|| Title::read(text)) {
            is_more_than_money |= !title.column.is_money();
            found.push(fold(text));
        }
    }
    found.sort_unstable();
    found.dedup();
    found.len() >= 2 && is_more_than_money
}

fn is_nothing_but_titles(row: &Row) -> bool {
    let known = |text: &String| Title::read(text).map(|title| title.column);
    let mut texts = row.cells.iter().map(|cell| clean(&cell.text)).filter(|text| !text.is_empty());
    let Some(first) = texts.next().as_ref().and_then(known) else { return false };
    let mut columns = vec![first];
    for text in texts {
        match known(&text) {
            Some(column) => columns.push(column),
            None => return false,
        }
    }
    columns.len() >= 2 && columns.iter().any(|column| !column.is_money())
}

fn chosen(text: &str, options: &ImportOptions<'_>) -> Option<Title> {
    let (_, field) = options.choices.iter().find(|(title, _)| fold(title) == fold(text))?;
    Title::parse(field)
}

/// `Bedragen x € 1.000` in a row of its own, above or below a table.
fn caption(grid: &Grid) -> Option<(u64, String)> {
    grid.rows.iter().find_map(|row| {
        let mut texts = texts(row);
        texts.retain(|text| !text.is_empty());
        texts.dedup();
        let [text] = texts.as_slice() else { return None };
        let digits: String = text.chars().filter(char::is_ascii_digit).collect();
        let says = |word: &String| {
            matches!(word.as_str(), "bedragen" | "bedrag" | "budget" | "euro" | "amounts" | "x" | "in" | "keur")
        };
        let is_caption =
            matches!(digits.as_str(), "" | "1000" | "1000000") && words(text).iter().any(says) && text.len() < 80;
        factor(text).filter(|_| is_caption).map(|factor| (factor, text.clone()))
    })
}

fn table<'a>(
    grid: &'a Grid,
    (start, end): (usize, usize),
    caption: Option<(u64, String)>,
    options: &ImportOptions<'_>,
    problems: &mut Vec<Problem>,
) -> Table<'a> {
    let mut titles = texts(&grid.rows[start]);
    let mut first = start + 1;
    if let Some(joined) = grid.rows[first..end].first().and_then(|below| join(&titles, below)) {
        titles = joined;
        first += 1;
    }
    let remembered = options.forms.get(&fingerprint(titles.iter().map(String::as_str)));
    let mut columns = Vec::new();
    let mut form =
        Form { titles: titles.iter().filter(|it| !it.is_empty()).cloned().collect(), fields: Default::default() };
    let mut languages = (0, 0);
    for (index, text) in titles.iter().enumerate().filter(|(_, text)| !text.is_empty()) {
        let kept = || {
            let of_title = |(title, _): &(&String, &String)| fold(title) == fold(text);
            Title::parse(remembered?.fields.iter().find(of_title)?.1)
        };
        let guess = Title::read(text);
        match guess.and_then(|title| title.language) {
            Some(Language::Dutch) => languages.0 += 1,
            Some(Language::English) => languages.1 += 1,
            None => {}
        }
        let place = Place { row: Some(grid.rows[start].number), column: Some(text.clone()), ..place_of(grid) };
        match chosen(text, options).or_else(kept).or(guess) {
            Some(title) => {
                form.fields.insert(text.clone(), title.to_string());
                if title.column != Column::Ignore {
                    columns.push(TableColumn { index, text: text.clone(), title });
                }
            }
            None => problems.push(Problem::note("K0611", place)),
        }
    }
    let language = match languages.0.cmp(&languages.1) {
        std::cmp::Ordering::Greater => Language::Dutch,
        std::cmp::Ordering::Less => Language::English,
        std::cmp::Ordering::Equal => options.language,
    };
    settle(&mut columns);
    let mut found = Table { grid, columns, rows: &grid.rows[first..end], language, form };
    found.tell_doubles(grid.rows[start].number, problems);
    if let Some((factor, text)) = caption {
        let mut is_used = false;
        for column in
            found.columns.iter_mut().filter(|it| it.title.column == Column::Euros && it.title.factor.is_none())
        {
            column.title.factor = Some(factor);
            is_used = true;
        }
        if is_used {
            problems.push(Problem::note("K0631", place_of(grid)).with("found", text).with("factor", factor));
        }
    }
    found
}

/// Titles in two rows: `Budget` above `2024` and `2025`.
fn join(titles: &[String], below: &Row) -> Option<Vec<String>> {
    let mut joined = titles.to_vec();
    let mut n_joined = 0;
    let cells = below.cells.iter().map(|cell| clean(&cell.text));
    for (index, text) in cells.enumerate().filter(|(_, text)| !text.is_empty()) {
        let above = titles.get(index).map_or("", String::as_str);
        if text == above {
            continue;
        }
        let both = format!("{above} {text}");
        let title = match above {
            "" => Title::read(&text).map(|_| text),
            above if Title::read(&text).is_some_and(|it| !it.column.is_money()) && Title::read(above).is_none() => {
                Some(text)
            }
            _ => Title::read(&both).filter(|it| it.column.is_money()).map(|_| both.clone()),
        };
        joined.resize(joined.len().max(index + 1), String::new());
        joined[index] = title?;
        n_joined += 1;
    }
    (n_joined >= 2).then_some(joined)
}

/// Settles what a title alone does not say, by what else the sheet has.
fn settle(columns: &mut [TableColumn]) {
    let has = |column: Column| columns.iter().any(|it| it.title.column == column);
    let has_money = columns.iter().any(|it| it.title.column.is_money());
    let has_target = has(Column::Target) || has(Column::Value) || has(Column::Baseline);
    let source = match () {
        () if has_money => Column::MoneySource,
        () if has(Column::Promise) => Column::PromiseSource,
        () if has(Column::Link) || has(Column::From) => Column::LinkSource,
        () => Column::Funders,
    };
    let (has_action, has_promise) = (has(Column::Action), has(Column::Promise));
    let is_domain_of = match () {
        () if has(Column::Burden) || has(Column::Strength) => Column::Domain,
        () if has_promise && !has_action => Column::PromiseDomain,
        () if has_money => Column::MoneyDomain,
        () => Column::Domain,
    };
    for column in columns {
        column.title.column = match column.title.column {
            Column::Source => source,
            Column::Domain => is_domain_of,
            Column::Until if has_target && !has_action => Column::Deadline,
            Column::Note if has_money && !has_action => Column::MoneyNote,
            column => column,
        };
    }
}

impl Table<'_> {
    fn tell_doubles(&self, row: u32, problems: &mut Vec<Problem>) {
        for (at, column) in self.columns.iter().enumerate().filter(|(_, it)| !it.title.column.may_repeat()) {
            let key = |it: &TableColumn| (it.title.column, it.title.year, it.title.stage);
            if let Some(other) = self.columns[..at].iter().find(|other| key(other) == key(column)) {
                let problem = Problem::error("K0612", self.place(Some(row), Some(&column.text)));
                problems.push(problem.with("other", &other.text).with("field", column.title));
            }
        }
    }
}
