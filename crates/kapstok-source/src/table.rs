// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! From text to figures: a raw table and what the workspace says of it, to one table per level.
//!
//! In: [`RawTable`], [`SourceSpec`], the country and the indicators. Out: a [`LevelTable`] per level of
//! area that the rows are about, and all problems of the file at once. Invariant: every cell is a figure
//! or has a reason, every figure its row and column; nothing is guessed in silence.
//! Not here: other maps and years (`kapstok_table::rebase`).

mod cells;
pub(crate) mod codes;
pub(crate) mod filter;
pub(crate) mod rows;
pub(crate) mod titles;
mod units;
mod values;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use kapstok_area::{AreaCode, AreaList, BoundaryYear, Hierarchy};
use kapstok_table::{Column, Indicator, IndicatorId, Period, Place, Problem, SourceFile, Status};

use crate::forms;
use crate::mapping::{ColumnSpec, LongSpec, SourceSpec};
use crate::raw::{RawTable, trim};
use crate::tally::Tally;
use cells::{CellReader, ColumnPlaces};
use filter::Filter;
use kapstok_table::nearest;
use rows::{AreaRow, KeyColumns, place};
use titles::Titles;
use units::Seen;
use values::{Figure, LevelRows, Repeats};

/// What a file says of the areas of one level.
#[derive(Clone, Debug, PartialEq)]
pub struct LevelTable {
    /// The areas that the file has a row for, with their names.
    pub areas: Arc<AreaList>,
    /// One column per indicator and period.
    pub columns: Vec<Column>,
    /// The area that each lies in: from its code, else as a column claims. `[n_areas]`.
    pub parents: Vec<Option<AreaCode>>,
    /// Boundaries as WKB, `[n_areas]`, where the workspace says that the file is a map.
    pub geometry: Option<Vec<Option<Box<[u8]>>>>,
    /// EPSG code of the boundaries.
    pub srs: Option<u32>,
}

/// Makes a table per level. Levels come in the order of the country file.
pub fn to_table(
    raw: &RawTable,
    spec: &SourceSpec,
    file: Arc<SourceFile>,
    country: &Hierarchy,
    indicators: &BTreeMap<IndicatorId, Indicator>,
) -> (Vec<LevelTable>, Vec<Problem>) {
    let mut tally = Tally::default();
    let tables = make_tables(raw, spec, &file, country, indicators, &mut tally);
    (tables, tally.finish())
}

fn make_tables(
    raw: &RawTable,
    spec: &SourceSpec,
    file: &Arc<SourceFile>,
    country: &Hierarchy,
    indicators: &BTreeMap<IndicatorId, Indicator>,
    tally: &mut Tally,
) -> Vec<LevelTable> {
    if let Some(form) = &spec.form
        && !forms::FORMS.contains(&form.as_str())
    {
        let problem = Problem::error("K0343", Place::file(raw.file())).with("found", form);
        tally.push(problem.with("nearest", nearest(form, forms::FORMS)).with("known", forms::FORMS.join(", ")));
    }
    let titles = Titles::new(raw);
    let mut problems = Vec::new();
    let keys = find_keys(raw, spec, &titles, &mut problems);
    let name_column = spec.name.as_ref().and_then(|title| found(find_key(raw, &titles, spec, title), &mut problems));
    let filter = Filter::new(&titles, &spec.r#where, &spec.drop, &mut problems);
    let can_read_rows = problems.is_empty();
    let mut figures = find_figures(raw, spec, &titles, indicators, &mut problems);
    problems.into_iter().for_each(|problem| tally.push(problem));
    let (Some(keys), true) = (keys, can_read_rows) else { return Vec::new() };

    let rows = rows::read(raw, spec, &keys, &filter, country, tally);
    for figure in &mut figures {
        let own = figure.rows.as_ref();
        let counted = rows.iter().map(|row| row.row).filter(|row| own.is_none_or(|own| own[*row]));
        figure.reader.settle_decimal(counted);
    }
    let mut repeats = Repeats::new();
    let mut tables = Vec::new();
    for rule in country.levels() {
        let of_level: Vec<&AreaRow> = rows.iter().filter(|row| *row.code.level() == rule.level).collect();
        if of_level.is_empty() {
            continue;
        }
        let name = |row: usize| name_column.map(|column| trim(raw.cell(row, column).text).to_owned());
        let named = of_level.iter().map(|row| (row.code.clone(), name(row.row).unwrap_or_default()));
        let areas = Arc::new(AreaList::new(rule.level.clone(), BoundaryYear(spec.boundary_year), named));
        let placed: Vec<(&AreaRow, usize)> =
            of_level.into_iter().filter_map(|row| Some((row, areas.index_of(row.code.as_str())?))).collect();
        let level = LevelRows { raw, spec, file, areas: &areas, rows: &placed };
        let columns = values::columns(&level, &mut figures, &mut repeats, tally);
        let mut parents = vec![None; areas.len()];
        for (row, area_index) in &placed {
            if parents[*area_index].is_none() {
                parents[*area_index].clone_from(&row.parent);
            }
        }
        let geometry = spec.geometry.then(|| boundaries(raw, &placed, areas.len(), tally));
        tables.push(LevelTable { areas, columns, parents, geometry, srs: raw.srs().filter(|_| spec.geometry) });
    }
    values::tell_repeats(raw, keys.area, &repeats, tally);
    for figure in &figures {
        figure.seen.problems(raw, figure.column, figure.indicator).into_iter().for_each(|problem| tally.push(problem));
    }
    tables
}

/// A column by its title or what its form knows it by in other years.
fn find(titles: &Titles<'_>, spec: &SourceSpec, title: &str) -> Result<usize, Box<Problem>> {
    titles.find(title, forms::aliases(spec.form.as_deref(), title).iter().copied())
}

/// The column of codes or names. Where nothing at all stands in it, another that the form knows goes
/// before: a map of municipalities also has `buurtcode`, all empty.
fn find_key(raw: &RawTable, titles: &Titles<'_>, spec: &SourceSpec, title: &str) -> Result<usize, Box<Problem>> {
    let column = find(titles, spec, title)?;
    let is_filled = |column: &usize| (0..raw.n_rows()).any(|row| !trim(raw.cell(row, *column).text).is_empty());
    if is_filled(&column) {
        return Ok(column);
    }
    let aliases = forms::aliases(spec.form.as_deref(), title).iter();
    Ok(aliases.filter_map(|alias| titles.find(alias, []).ok()).find(is_filled).unwrap_or(column))
}

fn found<T>(result: Result<T, Box<Problem>>, problems: &mut Vec<Problem>) -> Option<T> {
    result.map_err(|problem| problems.push(*problem)).ok()
}

fn find_keys(
    raw: &RawTable,
    spec: &SourceSpec,
    titles: &Titles<'_>,
    problems: &mut Vec<Problem>,
) -> Option<KeyColumns> {
    let mut find =
        |title: &Option<String>| title.as_ref().and_then(|title| found(find_key(raw, titles, spec, title), problems));
    let (area, period, parent) = (find(&spec.area), find(&spec.period_column), find(&spec.parent));
    if spec.area.is_none() {
        let known: Vec<&str> = raw.titles().take(12).collect();
        problems.push(Problem::error("K0330", place(raw, None, None)).with("known", known.join(", ")));
    }
    Some(KeyColumns { area: area?, period, parent })
}

/// The columns of the workspace in the file. What is not there is a problem, and the others are read.
fn find_figures<'a>(
    raw: &'a RawTable,
    spec: &SourceSpec,
    titles: &Titles<'_>,
    indicators: &'a BTreeMap<IndicatorId, Indicator>,
    problems: &mut Vec<Problem>,
) -> Vec<Figure<'a>> {
    let long = match &spec.long {
        None => None,
        Some(long) => match found(find_long(spec, titles, long), problems) {
            Some(found) => Some(found),
            None => return Vec::new(),
        },
    };
    let measures = long.as_ref().map(|long| Measures::new(raw, long.measure));
    let (mut figures, mut taken) = (Vec::new(), BTreeSet::new());
    for column in &spec.column {
        let at = || place(raw, None, Some(&column.title));
        let Some(indicator) = IndicatorId::new(&column.indicator).and_then(|id| indicators.get(&id)) else {
            let nearest = nearest(&column.indicator, indicators.keys().map(IndicatorId::as_str)).to_owned();
            problems.push(Problem::error("K0329", at()).with("found", &column.indicator).with("nearest", nearest));
            continue;
        };
        let period = match period_of(spec, column) {
            Ok(period) => period,
            Err(None) => {
                problems.push(Problem::error("K0331", at()));
                continue;
            }
            Err(Some(text)) => {
                problems.push(Problem::error("K0332", at()).with("found", text));
                continue;
            }
        };
        if !taken.insert((&indicator.id, period.clone().map(|(period, _)| period))) {
            problems.push(Problem::error("K0344", at()).with("indicator", &indicator.id));
            continue;
        }
        let of_form = forms::aliases(spec.form.as_deref(), &column.title);
        let aliases = || column.aliases.iter().map(String::as_str).chain(of_form.iter().copied());
        let (position, title, rows) = match (&long, &measures) {
            (Some(long), Some(measures)) => match measures.find(&column.title, aliases()) {
                Some((code, rows)) => (long.value, code, Some(rows)),
                None => {
                    let nearest = nearest(&column.title, measures.by_code.keys().copied());
                    problems.push(Problem::error("K0301", at()).with("nearest", nearest));
                    continue;
                }
            },
            _ => match found(titles.find(&column.title, aliases()), problems) {
                Some(position) => (position, raw.title(position).to_owned(), None),
                None => continue,
            },
        };
        let margins = match (&column.lower, &column.upper) {
            (Some(lower), Some(upper)) => {
                let lower = found(find(titles, spec, lower), problems);
                lower.zip(found(find(titles, spec, upper), problems))
            }
            (None, _) | (_, None) => None,
        };
        let places =
            ColumnPlaces { column: position, attribute: long.as_ref().and_then(|long| long.attribute), margins };
        let reader = CellReader::new(raw, &places, column, &spec.missing, spec.decimal);
        let factor = column.factor;
        figures.push(Figure {
            reader,
            column: position,
            title,
            indicator,
            period,
            factor,
            rows,
            seen: Seen::default(),
        });
    }
    figures
}

/// The period of a column: its own, else the source's, else (`Ok(None)`) what a column of the file says.
/// `Err(None)` when nothing says it, `Err(Some(text))` when the text is no period.
fn period_of(spec: &SourceSpec, column: &ColumnSpec) -> Result<Option<(Period, Status)>, Option<String>> {
    let read = |text: &String| Period::parse_with_status(text).map(Some).ok_or_else(|| Some(text.clone()));
    match (&column.period, &spec.period, &spec.period_column) {
        (Some(text), ..) => read(text),
        (None, _, Some(_)) => Ok(None),
        (None, Some(text), None) => read(text),
        (None, None, None) => Err(None),
    }
}

/// The columns of a table with one row per figure.
struct LongColumns {
    measure: usize,
    value: usize,
    attribute: Option<usize>,
}

fn find_long(spec: &SourceSpec, titles: &Titles<'_>, long: &LongSpec) -> Result<LongColumns, Box<Problem>> {
    let attribute = long.attribute.as_ref().map(|title| find(titles, spec, title)).transpose()?;
    Ok(LongColumns { measure: find(titles, spec, &long.measure)?, value: find(titles, spec, &long.value)?, attribute })
}

/// The measures of a table with one row per figure.
struct Measures<'a> {
    n_rows: usize,
    by_code: BTreeMap<&'a str, Vec<u32>>,
}

impl<'a> Measures<'a> {
    fn new(raw: &'a RawTable, column: usize) -> Self {
        let mut by_code: BTreeMap<&str, Vec<u32>> = BTreeMap::new();
        for row in 0..raw.n_rows() {
            // Rows are bounded far below 4,294,967,295.
            by_code.entry(trim(raw.cell(row, column).text)).or_default().push(row as u32);
        }
        Self { n_rows: raw.n_rows(), by_code }
    }

    fn find<'t>(&self, title: &'t str, aliases: impl Iterator<Item = &'t str>) -> Option<(String, Vec<bool>)> {
        let (code, rows) =
            std::iter::once(title).chain(aliases).find_map(|name| self.by_code.get_key_value(trim(name)))?;
        let mut own = vec![false; self.n_rows];
        rows.iter().for_each(|row| own[*row as usize] = true);
        Some(((*code).to_owned(), own))
    }
}

/// Boundaries by area; two that differ are an error, an area without one is told.
fn boundaries(raw: &RawTable, rows: &[(&AreaRow, usize)], n_areas: usize, tally: &mut Tally) -> Vec<Option<Box<[u8]>>> {
    let mut shapes: Vec<Option<Box<[u8]>>> = vec![None; n_areas];
    for (area_row, area_index) in rows {
        let Some(shape) = raw.geometry(area_row.row) else { continue };
        match &shapes[*area_index] {
            None => shapes[*area_index] = Some(shape.into()),
            Some(known) if known.as_ref() == shape => {}
            Some(_) => tally.add("K0347", "", crate::tally::EXAMPLES, || {
                Problem::error("K0347", place(raw, Some(area_row.row), None)).with("area", &area_row.code)
            }),
        }
    }
    let n_without = shapes.iter().filter(|shape| shape.is_none()).count();
    if n_without > 0 {
        let without = rows.iter().find(|(_, area_index)| shapes[*area_index].is_none());
        let place = place(raw, without.map(|(row, _)| row.row), None);
        let area = without.map(|(row, _)| row.code.to_string()).unwrap_or_default();
        tally.push(Problem { count: n_without, ..Problem::warning("K0348", place).with("area", area) });
    }
    shapes
}
