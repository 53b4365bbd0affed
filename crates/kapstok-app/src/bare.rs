// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Bare tables: files without a workspace, joined by a key, for `score` and `conformance`.
//!
//! In: tables as they stand in files. Out: the inputs of a recipe. Every cell that should be a number and
//! is none is a problem with its row.

use std::collections::BTreeMap;
use std::path::Path;

use kapstok_recipe::{Available, Catalogue, Plan, Recipe};
use kapstok_score::Inputs;
use kapstok_source::{Decimal, Limits, RawTable, ReadOptions, read_number};
use kapstok_table::{Place, Problem};

use crate::failure::Failure;
use crate::gather::read_bounded;
use kapstok_table::nearest;

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
}

/// Reads one file whole.
///
/// # Errors
/// [`Failure::Io`]; [`Failure::Problems`] when it is no table.
pub(crate) fn read_table(path: &Path, sheet: Option<&str>) -> Result<RawTable, Failure> {
    let name = path.display().to_string();
    let bytes = read_bounded(path).map_err(|error| Failure::io(path, error))?;
    let Some(bytes) = bytes else {
        let problem = Problem::error("K0423", Place::file(&name)).with("name", &name);
        return Err(Failure::Problems { problems: vec![problem], texts: BTreeMap::new() });
    };
    let options = ReadOptions { sheet: sheet.map(str::to_owned), header_rows: 1 };
    let (raw, problems) = kapstok_source::read(&name, &bytes, &options, &Limits::default());
    raw.ok_or(Failure::Problems { problems, texts: BTreeMap::new() })
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
            joined.push(Joined { raw, rows });
        }
        Ok(Self { keys, tables: joined, missing })
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
                let known =
                    |row: &&Option<usize>| row.is_some_and(|row| !table.raw.cell(row, position).text.trim().is_empty());
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
        let mut problems = Vec::new();
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
                    let place = Place {
                        row: Some(table.raw.row_number(row)),
                        column: Some(table.raw.title(column).to_owned()),
                        ..Place::file(table.raw.file())
                    };
                    problems.push(Problem::error("K0443", place).with("found", text));
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
