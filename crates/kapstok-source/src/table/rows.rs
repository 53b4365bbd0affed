// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Rows to areas: each row's code, period, name and claimed parent, checked.

use kapstok_area::{AreaCode, Hierarchy};
use kapstok_table::{Period, Place, Problem, Status};

use super::codes;
use super::filter::Filter;
use crate::mapping::SourceSpec;
use crate::raw::{RawTable, trim};
use crate::tally::{EXAMPLES, Tally};

/// A row that is an area.
pub(crate) struct AreaRow {
    /// Position in the raw table.
    pub(crate) row: usize,
    /// Its code.
    pub(crate) code: AreaCode,
    /// What time it is about, where a column says it, and whether its figures may still change.
    pub(crate) period: Option<(Period, Status)>,
    /// The area it lies in: from its code, else as a column claims.
    pub(crate) parent: Option<AreaCode>,
}

/// Where the keys of a row stand.
pub(crate) struct KeyColumns {
    pub(crate) area: usize,
    pub(crate) period: Option<usize>,
    pub(crate) parent: Option<usize>,
}

/// Reads the keys of all rows that count.
pub(crate) fn read(
    raw: &RawTable,
    spec: &SourceSpec,
    keys: &KeyColumns,
    filter: &Filter,
    country: &Hierarchy,
    tally: &mut Tally,
) -> Vec<AreaRow> {
    let area_title = raw.title(keys.area).to_owned();
    let (mut rows, mut n_kept) = (Vec::with_capacity(raw.n_rows()), 0usize);
    // Long tables hold one code in many rows behind each other.
    let mut last_code: Option<(&str, AreaCode, Option<AreaCode>)> = None;
    let mut last_period: Option<(&str, (Period, Status))> = None;
    for row in (0..raw.n_rows()).filter(|row| filter.keeps(raw, *row)) {
        n_kept += 1;
        let text = trim(raw.cell(row, keys.area).text);
        let (code, above) = match &last_code {
            Some((known, code, above)) if *known == text => (code.clone(), above.clone()),
            _ => match codes::read_code(text, spec.area_prefix.as_deref(), country) {
                Ok(code) => {
                    let above = country.parent(&code);
                    last_code = Some((text, code.clone(), above.clone()));
                    (code, above)
                }
                Err(why) => {
                    codes::tell(raw, (row, keys.area), text, &why, country, tally);
                    continue;
                }
            },
        };
        let period = match keys.period {
            None => None,
            Some(column) => {
                let text = trim(raw.cell(row, column).text);
                match &last_period {
                    Some((known, period)) if *known == text => Some(period.clone()),
                    _ => match parse_period(text) {
                        Some(period) => {
                            last_period = Some((text, period.clone()));
                            Some(period)
                        }
                        None => {
                            let title = raw.title(column);
                            tally.add("K0332", title, EXAMPLES, || {
                                Problem::error("K0332", place(raw, Some(row), Some(title))).with("found", shown(text))
                            });
                            continue;
                        }
                    },
                }
            }
        };
        let parent = match keys.parent {
            Some(column) => claimed_parent(raw, row, column, &code, above, country, tally),
            None => above,
        };
        rows.push(AreaRow { row, code, period, parent });
    }
    if n_kept == 0 && raw.n_rows() > 0 {
        let conditions: Vec<String> = spec.r#where.iter().map(|(column, text)| format!("{column} = {text}")).collect();
        let problem = Problem::error("K0328", place(raw, None, None)).with("conditions", conditions.join(", "));
        tally.push(problem.with("rows", raw.n_rows()));
    } else if rows.is_empty() && raw.n_rows() > 0 {
        tally.push(Problem::error("K0346", place(raw, None, Some(&area_title))).with("rows", n_kept));
    }
    rows
}

/// A place in the file of a raw table.
pub(crate) fn place(raw: &RawTable, row: Option<usize>, column: Option<&str>) -> Place {
    Place {
        sheet: raw.sheet().map(str::to_owned),
        row: row.map(|row| raw.row_number(row)),
        column: column.map(str::to_owned),
        ..Place::file(raw.file())
    }
}

/// A text as a fact of a problem: not longer than a line.
pub(crate) fn shown(text: &str) -> String {
    match text.char_indices().nth(60) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

/// A period in the form of the publisher; `2020.0` is what a spreadsheet makes of a year.
fn parse_period(text: &str) -> Option<(Period, Status)> {
    Period::parse_with_status(text.strip_suffix(".0").unwrap_or(text))
}

/// The parent that a column claims. Where the code says it, the code wins, and another claim is told once
/// for the whole file. An area that names itself (a wijk in a column `wk`) claims nothing.
fn claimed_parent(
    raw: &RawTable,
    row: usize,
    column: usize,
    code: &AreaCode,
    above: Option<AreaCode>,
    country: &Hierarchy,
    tally: &mut Tally,
) -> Option<AreaCode> {
    let text = trim(raw.cell(row, column).text);
    if text.is_empty() || text == code.as_str() {
        return above;
    }
    let claim = country.parse(text).ok();
    let agrees = match (&claim, &above) {
        (Some(claim), Some(above)) => claim == above || country.ancestors(above).contains(claim),
        (Some(claim), None) => {
            // The code does not say it: any level above will do.
            let position = |code: &AreaCode| country.levels().iter().position(|rule| rule.level == *code.level());
            position(claim) < position(code)
        }
        (None, _) => false,
    };
    if agrees {
        return above.or(claim);
    }
    let title = raw.title(column);
    tally.add("K0337", title, 1, || {
        let problem = Problem::warning("K0337", place(raw, Some(row), Some(title))).with("area", code);
        let expected = above.as_ref().map(ToString::to_string).unwrap_or_else(|| "-".to_owned());
        problem.with("found", shown(text)).with("expected", expected)
    });
    above
}
