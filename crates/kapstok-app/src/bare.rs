// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Bare tables: files without a workspace, joined by a key, for `score` and `conformance`.
//!
//! In: tables as they stand in files, with what was found on the way. Out: the inputs of a recipe. Every cell
//! that should be a number and is none is a problem with its row, or counted with the last of them.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use kapstok_recipe::{Available, Catalogue, Plan, Recipe};
use kapstok_score::Inputs;
use kapstok_source::{Decimal, Limits, RawTable, ReadOptions, read_number};
use kapstok_table::{Place, Problem, Severity};

use crate::failure::Failure;
use crate::gather::read_bounded;
use kapstok_table::nearest;

/// How many different texts that are no number are told per column.
const EXAMPLES: usize = 5;

/// Tables joined by the code of the area; the first gives the areas and their order.
pub(crate) struct BareTables {
    keys: Vec<String>,
    tables: Vec<Joined>,
    /// Texts that stand for no figure, beside nothing at all.
    missing: Vec<String>,
}

struct Joined {
    raw: RawTable,
    /// For each area the row of this table.
    rows: Vec<Option<usize>>,
    /// Rows whose key no area has, with the first such key.
    strangers: Option<(usize, String)>,
}

/// Reads one file whole, with what was found on the way: rows with an error were left out.
///
/// # Errors
/// [`Failure::Io`]; [`Failure::Problems`] when it is no table, or has no sheets to choose from.
pub(crate) fn read_table(path: &Path, sheet: Option<&str>) -> Result<(RawTable, Vec<Problem>), Failure> {
    let name = path.display().to_string();
    let bytes = read_bounded(path).map_err(|error| Failure::io(path, error))?;
    let Some(bytes) = bytes else {
        let problems = vec![Problem::error("K0423", Place::file(&name)).with("name", &name)];
        return Err(Failure::Problems { problems, texts: BTreeMap::new() });
    };
    read_bytes(&name, &bytes, sheet)
}

/// The same for a table that stands as CSV inside another file.
pub(crate) fn read_text(name: &str, text: &str) -> Result<(RawTable, Vec<Problem>), Failure> {
    read_bytes(name, text.as_bytes(), None)
}

fn read_bytes(name: &str, bytes: &[u8], sheet: Option<&str>) -> Result<(RawTable, Vec<Problem>), Failure> {
    let fail = |problems| Failure::Problems { problems, texts: BTreeMap::new() };
    let options = ReadOptions { sheet: sheet.map(str::to_owned), header_rows: 1 };
    let (raw, problems) = kapstok_source::read(name, bytes, &options, &Limits::default());
    match (raw, sheet) {
        (None, _) => Err(fail(problems)),
        (Some(_), Some(sheet)) if kapstok_source::sheets(bytes).is_empty() => {
            Err(fail(vec![Problem::error("K0454", Place::file(name)).with("found", sheet)]))
        }
        (Some(raw), _) => Ok((raw, problems)),
    }
}

/// The same for a file that was typed on the command line: sheets are chosen by an option, not by a key.
pub(crate) fn read_typed(path: &Path, sheet: Option<&str>) -> Result<(RawTable, Vec<Problem>), Failure> {
    let by_option = |problems: Vec<Problem>, code: &'static str| {
        let several = problems.iter().find(|problem| problem.code == "K0314").cloned();
        let Some(several) = several else { return problems };
        let others = problems.into_iter().filter(|problem| problem.code != "K0314");
        // Without a table the way out is another sheet, not `header_rows`.
        let others = others.filter(|problem| code != "K0456" || problem.code != "K0310");
        std::iter::once(Problem { code, ..several }).chain(others).collect()
    };
    match read_table(path, sheet) {
        Ok((raw, problems)) => Ok((raw, by_option(problems, "K0455"))),
        Err(Failure::Problems { problems, texts }) => {
            let mut problems = by_option(problems, "K0456");
            for problem in problems.iter_mut().filter(|problem| problem.code == "K0456") {
                problem.severity = Severity::Error;
            }
            Err(Failure::Problems { problems, texts })
        }
        Err(other) => Err(other),
    }
}

/// The position of a column by its title.
pub(crate) fn column_of(raw: &RawTable, title: &str) -> Result<usize, Problem> {
    raw.titles().position(|known| known == title.trim()).ok_or_else(|| {
        let nearest = nearest(title, raw.titles());
        Problem::error("K0441", Place::file(raw.file())).with("found", title).with("nearest", nearest)
    })
}

/// Rows by the text of their key.
pub(crate) fn rows_by_key(raw: &RawTable, key: &str) -> Result<BTreeMap<String, usize>, Problem> {
    let column = column_of(raw, key)?;
    let mut rows = BTreeMap::new();
    for row in 0..raw.n_rows() {
        let code = raw.cell(row, column).text.trim().to_owned();
        if code.is_empty() {
            continue;
        }
        if rows.insert(code.clone(), row).is_some() {
            let place =
                Place { row: Some(raw.row_number(row)), column: Some(key.to_owned()), ..Place::file(raw.file()) };
            return Err(Problem::error("K0442", place).with("found", code));
        }
    }
    Ok(rows)
}

impl BareTables {
    /// Joins tables by a key column that each of them has.
    pub(crate) fn join(tables: Vec<(RawTable, String)>, missing: Vec<String>) -> Result<Self, Problem> {
        let mut keys: Vec<String> = Vec::new();
        let mut joined = Vec::new();
        for (position, (raw, key)) in tables.into_iter().enumerate() {
            let by_key = rows_by_key(&raw, &key)?;
            if position == 0 {
                let column = column_of(&raw, &key)?;
                let codes = (0..raw.n_rows()).map(|row| raw.cell(row, column).text.trim().to_owned());
                keys = codes.filter(|code| !code.is_empty()).collect();
            }
            let rows = keys.iter().map(|code| by_key.get(code).copied()).collect();
            let known: BTreeSet<&str> = keys.iter().map(String::as_str).collect();
            let mut strange = by_key.keys().filter(|code| !known.contains(code.as_str()));
            let strangers = strange.next().cloned().map(|first| (1 + strange.count(), first));
            joined.push(Joined { raw, rows, strangers });
        }
        Ok(Self { keys, tables: joined, missing })
    }

    /// Rows that do not meet, either way: a warning per table and way, with the first key.
    pub(crate) fn unmet(&self) -> Vec<Problem> {
        let mut problems = Vec::new();
        for table in &self.tables {
            let mut tell = |how: &str, n: usize, key: &str| {
                let problem = Problem::warning("K0451", Place::file(table.raw.file()));
                problems.push(problem.with("how", how).with("n", n).with("found", key));
            };
            let without = || self.keys.iter().zip(&table.rows).filter(|(_, row)| row.is_none());
            if let Some((key, _)) = without().next() {
                tell("no-row", without().count(), key);
            }
            if let Some((n, key)) = &table.strangers {
                tell("no-area", *n, key);
            }
        }
        problems
    }

    /// What a recipe may name: every title, the first table first.
    pub(crate) fn catalogue(&self, recipe: &Recipe, rename: &BTreeMap<String, String>) -> Catalogue {
        let available = |name: &str, share_missing| Available {
            name: name.to_owned(),
            period: String::new(),
            boundary_year: None,
            indicator: None,
            share_missing,
        };
        let mut columns: Vec<Available> = Vec::new();
        for (from, to) in rename {
            if self.find(to).is_some() {
                columns.push(available(from, 0.0));
            }
        }
        for table in &self.tables {
            columns.extend(table.raw.titles().map(|title| available(title, 0.0)));
        }
        for column in &mut columns {
            let title = rename.get(&column.name).unwrap_or(&column.name);
            let wanted = recipe.head.input.iter().any(|input| input.column() == column.name);
            if let (true, Some((table, position))) = (wanted, self.find(title)) {
                let is_known = |text: &str| !text.is_empty() && !self.missing.iter().any(|mark| mark == text);
                let known =
                    |row: &&Option<usize>| row.is_some_and(|row| is_known(table.raw.cell(row, position).text.trim()));
                let n_known = table.rows.iter().filter(known).count();
                column.share_missing = 1.0 - n_known as f64 / self.keys.len().max(1) as f64;
            }
        }
        let source = self.tables.first().map(|table| table.raw.file().to_owned()).unwrap_or_default();
        Catalogue { source, columns }
    }

    fn find(&self, title: &str) -> Option<(&Joined, usize)> {
        self.tables.iter().find_map(|table| Some((table, table.raw.titles().position(|known| known == title.trim())?)))
    }

    /// The inputs of a plan; `rename` leads from names of the recipe to titles of the file.
    pub(crate) fn inputs(&self, plan: &Plan, rename: &BTreeMap<String, String>) -> Result<Inputs, Vec<Problem>> {
        let mut inputs = Inputs { areas: self.keys.clone().into(), ..Inputs::default() };
        let mut problems = Vec::new();
        let title = |name: &str| rename.get(name).cloned().unwrap_or_else(|| name.to_owned());
        for input in &plan.inputs {
            match self.numbers(&title(&input.column), &plan.head.missing_codes) {
                Ok(values) => drop(inputs.figures.insert(input.name.clone(), values.into())),
                Err(more) => problems.extend(more),
            }
        }
        for rule in &plan.head.exclude {
            let column = title(&rule.column);
            if rule.starts_with.is_some() {
                inputs.texts.insert(
                    rule.column.clone(),
                    self.texts(&column).into_iter().map(Option::unwrap_or_default).collect(),
                );
            } else if !inputs.figures.contains_key(&rule.column) {
                match self.numbers(&column, &plan.head.missing_codes) {
                    Ok(values) => drop(inputs.figures.insert(rule.column.clone(), values.into())),
                    Err(more) => problems.extend(more),
                }
            }
        }
        for (level, column) in plan.head.areas.iter().flat_map(|areas| &areas.parents) {
            inputs.parents.insert(level.clone(), self.texts(&title(column)));
        }
        if problems.is_empty() { Ok(inputs) } else { Err(Problem::fold(problems)) }
    }

    fn texts(&self, title: &str) -> Vec<Option<String>> {
        let Some((table, column)) = self.find(title) else { return vec![None; self.keys.len()] };
        let text = |row: &Option<usize>| {
            let text = table.raw.cell((*row)?, column).text.trim();
            (!text.is_empty()).then(|| text.to_owned())
        };
        table.rows.iter().map(text).collect()
    }

    fn numbers(&self, title: &str, missing_codes: &[f64]) -> Result<Vec<Option<f64>>, Vec<Problem>> {
        let Some((table, column)) = self.find(title) else {
            let found = self.tables.first().map(|table| table.raw.file().to_owned()).unwrap_or_default();
            return Err(vec![Problem::error("K0441", Place::file(&found)).with("found", title).with("nearest", "-")]);
        };
        // One form for the whole column: a point, or else a comma.
        let point = self.numbers_as(table, column, Decimal::Point, missing_codes);
        match point {
            Ok(values) => Ok(values),
            Err(problems) => self.numbers_as(table, column, Decimal::Comma, missing_codes).map_err(|_| problems),
        }
    }

    fn numbers_as(
        &self,
        table: &Joined,
        column: usize,
        decimal: Decimal,
        missing_codes: &[f64],
    ) -> Result<Vec<Option<f64>>, Vec<Problem>> {
        let mut problems: Vec<Problem> = Vec::new();
        let mut values = Vec::with_capacity(table.rows.len());
        for row in &table.rows {
            let Some(row) = *row else {
                values.push(None);
                continue;
            };
            let text = table.raw.cell(row, column).text.trim();
            values.push(match parse(text, decimal, &self.missing) {
                Ok(value) => value.filter(|value| !missing_codes.contains(value)),
                Err(()) => {
                    let place = || Place {
                        row: Some(table.raw.row_number(row)),
                        column: Some(table.raw.title(column).to_owned()),
                        ..Place::file(table.raw.file())
                    };
                    match problems.iter().position(|known| known.fact("found") == Some(text)) {
                        Some(same) => problems[same].count += 1,
                        None if problems.len() < EXAMPLES => {
                            problems.push(Problem::error("K0443", place()).with("found", text));
                        }
                        None => problems[EXAMPLES - 1].count += 1,
                    }
                    None
                }
            });
        }
        if problems.is_empty() { Ok(values) } else { Err(problems) }
    }
}

/// A figure, nothing, or no number at all.
pub(crate) fn parse(text: &str, decimal: Decimal, missing: &[String]) -> Result<Option<f64>, ()> {
    if text.is_empty() || missing.iter().any(|mark| mark == text) {
        return Ok(None);
    }
    read_number(text, decimal, 0).map(|number| Some(number.value)).map_err(|_| ())
}
