// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What stands in a file, before a workspace says anything of it: for `kapstok columns FILE`.

use std::collections::BTreeMap;

use kapstok_area::{Hierarchy, Level};

use crate::forms::recognise;
use crate::number::{Decimal, NumberError, read_number};
use crate::raw::{CellKind, RawTable, trim};

/// How many samples of a column are shown.
const N_SAMPLES: usize = 2;
/// How many different marks of a column are told apart.
const MAX_MARKS: usize = 8;

/// What stands in a file.
#[derive(Clone, Debug, PartialEq)]
pub struct Description {
    /// The built-in form that it has, if any.
    pub form: Option<&'static str>,
    /// Rows below the titles.
    pub n_rows: usize,
    /// Whether rows have boundaries.
    pub has_geometry: bool,
    /// Its columns, in the order of the file.
    pub columns: Vec<ColumnDescription>,
}

/// What stands in one column.
#[derive(Clone, Debug, PartialEq)]
pub struct ColumnDescription {
    /// Number in the file, from 1.
    pub number: u32,
    /// Title, without padding.
    pub title: String,
    /// What nearly all its cells are.
    pub kind: ColumnKind,
    /// Cells that are neither empty nor a mark.
    pub n_filled: usize,
    /// How many of them are numbers.
    pub n_numbers: usize,
    /// The codes that its digits would be with a prefix, where its title speaks of codes.
    pub without_prefix: Option<WithoutPrefix>,
    /// What stands where there is nothing, with how often; nothing for the empty cell. Most frequent first.
    pub marks: Vec<(String, usize)>,
    /// Smallest and largest number, in a column of numbers.
    pub range: Option<(f64, f64)>,
    /// The first different texts.
    pub samples: Vec<String>,
}

/// Digits that may be codes of a level.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WithoutPrefix {
    /// The level.
    pub level: Level,
    /// What the codes lack.
    pub prefix: String,
    /// Whether some are too short: zeros at the start are gone.
    pub zeros_lost: bool,
}

/// What the cells of a column are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ColumnKind {
    /// Area codes, of these levels.
    Codes(Vec<Level>),
    /// Numbers.
    Number,
    /// Digits of which some start with a zero: text, such as a code, not an amount.
    Digits,
    /// Anything else.
    Text,
    /// Nothing at all.
    Empty,
}

/// Describes every column of a file.
pub fn describe(raw: &RawTable, country: &Hierarchy) -> Description {
    let columns = (0..raw.n_columns()).map(|column| describe_column(raw, column, country)).collect();
    Description { form: recognise(raw), n_rows: raw.n_rows(), has_geometry: raw.has_geometry(), columns }
}

fn describe_column(raw: &RawTable, column: usize, country: &Hierarchy) -> ColumnDescription {
    let mut marks: BTreeMap<&str, usize> = BTreeMap::new();
    let mut levels: BTreeMap<Level, usize> = BTreeMap::new();
    let (mut n_filled, mut n_numbers, mut n_codes) = (0usize, 0usize, 0usize);
    let mut digits = Digits::default();
    let mut range: Option<(f64, f64)> = None;
    let mut samples: Vec<String> = Vec::new();
    for row in 0..raw.n_rows() {
        let cell = raw.cell(row, column);
        let text = trim(cell.text);
        let number =
            match read_number(text, if cell.kind == CellKind::Number { Decimal::Point } else { Decimal::Either }, 0) {
                Ok(read) => Some(read.value),
                // A number all the same, whichever it is: the smaller reading is shown.
                Err(NumberError::Ambiguous) => {
                    read_number(&text.replace(',', "."), Decimal::Point, 0).ok().map(|read| read.value)
                }
                Err(NumberError::NotANumber | NumberError::TooLarge) => None,
            };
        if is_mark(text, number) {
            *marks.entry(text).or_default() += 1;
            continue;
        }
        n_filled += 1;
        digits.add(text, cell.kind);
        if samples.len() < N_SAMPLES && !samples.iter().any(|known| known == text) {
            samples.push(crate::table::rows::shown(text));
        }
        if let Some(value) = number {
            n_numbers += 1;
            range = Some(range.map_or((value, value), |(low, high)| (low.min(value), high.max(value))));
        }
        // A code that is also a number (a county of five digits) is a code only where it is text.
        if cell.kind == CellKind::Text
            && let Ok(code) = country.parse(text)
        {
            n_codes += 1;
            *levels.entry(code.level().clone()).or_default() += 1;
        }
    }
    let nearly_all = |n: usize| n_filled > 0 && n * 20 >= n_filled * 19;
    let kind = match () {
        () if n_filled == 0 => ColumnKind::Empty,
        () if nearly_all(n_codes) => {
            let order = country.levels().iter().map(|rule| rule.level.clone());
            ColumnKind::Codes(order.filter(|level| levels.contains_key(level)).collect())
        }
        () if nearly_all(n_numbers) && digits.leading_zero => ColumnKind::Digits,
        () if nearly_all(n_numbers) => ColumnKind::Number,
        () => ColumnKind::Text,
    };
    let mut marks: Vec<(String, usize)> = marks.into_iter().map(|(mark, n)| (mark.to_owned(), n)).collect();
    marks.sort_by(|left, right| right.1.cmp(&left.1).then_with(|| left.0.cmp(&right.0)));
    marks.truncate(MAX_MARKS);
    ColumnDescription {
        number: raw.column_number(column),
        title: raw.title(column).to_owned(),
        range: range.filter(|_| kind == ColumnKind::Number),
        kind,
        n_filled,
        n_numbers,
        without_prefix: digits.without_prefix(n_filled, raw.title(column), country),
        marks,
        samples,
    }
}

/// The cells of a column that are digits and nothing else.
#[derive(Default)]
struct Digits {
    n: usize,
    leading_zero: bool,
    /// Shortest and longest.
    lengths: Option<(usize, usize)>,
}

impl Digits {
    fn add(&mut self, text: &str, kind: CellKind) {
        if text.is_empty() || !text.bytes().all(|byte| byte.is_ascii_digit()) {
            return;
        }
        self.n += 1;
        self.leading_zero |= kind == CellKind::Text && text.len() > 1 && text.starts_with('0');
        let length = text.len();
        self.lengths = Some(self.lengths.map_or((length, length), |(low, high)| (low.min(length), high.max(length))));
    }

    /// The level whose codes are as long as the longest cell, when all cells are digits and the title speaks
    /// of a code: numbers alone say nothing.
    fn without_prefix(&self, n_filled: usize, title: &str, country: &Hierarchy) -> Option<WithoutPrefix> {
        let (shortest, longest) = self.lengths.filter(|_| self.n == n_filled)?;
        let title = title.to_lowercase();
        let is_post = ["post", "zip", "pc4"].iter().any(|word| title.contains(word));
        country.levels().iter().filter(|_| !is_post).find_map(|rule| {
            let prefix = rule.patterns.iter().find_map(|pattern| {
                let prefix = pattern.trim_end_matches(['#', '*']);
                (!prefix.is_empty() && pattern.len() - prefix.len() == longest && pattern.contains('#'))
                    .then_some(prefix)
            })?;
            let names = [rule.level.as_str(), &rule.label.nl, &rule.label.en, prefix];
            let speaks = title.contains("code") || names.iter().any(|name| title == name.to_lowercase());
            speaks.then(|| WithoutPrefix {
                level: rule.level.clone(),
                prefix: prefix.to_owned(),
                zeros_lost: shortest < longest,
            })
        })
    }
}

/// Empty, a sign without letters or digits, a short sign of a publisher, or a number such as -99997.
fn is_mark(text: &str, number: Option<f64>) -> bool {
    let known = ["x", "X", "NA", "N/A", "n.a.", "nb", "null", "NULL", "NaN", "#N/A"];
    text.is_empty()
        || known.contains(&text)
        || !text.chars().any(char::is_alphanumeric)
        || number.is_some_and(|number| number <= -9_999.0 && text.trim_start_matches('-').starts_with("9999"))
        || number == Some(-999.0)
}
