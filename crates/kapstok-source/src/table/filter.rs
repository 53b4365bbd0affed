// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Which rows count: those with the texts of `where`, without those of `drop`.

use std::collections::BTreeMap;

use kapstok_table::Problem;

use super::titles::Titles;
use crate::mapping::DropSpec;
use crate::number::{Decimal, read_number};
use crate::raw::{RawTable, trim};

/// Conditions on rows, with their columns found.
pub(crate) struct Filter {
    keep: Vec<(usize, Text)>,
    drop: Vec<Drop>,
}

/// What makes a row no area.
struct Drop {
    column: usize,
    is: Vec<Text>,
    starts: Vec<String>,
}

/// A text that is also matched by value when it is a number: `2020` is `2020.0` is ` 2020`.
struct Text {
    text: String,
    number: Option<f64>,
}

impl Text {
    fn new(text: &str) -> Self {
        let text = trim(text).to_owned();
        let number = read_number(&text, Decimal::Point, 0).ok().map(|read| read.value);
        Self { text, number }
    }

    fn is(&self, found: &str) -> bool {
        let found = trim(found);
        // A code may look like a number and is none: `0014` is another text than `14`.
        let is_code = |text: &str| text.len() > 1 && text.starts_with('0') && !text.starts_with("0.");
        self.text == found
            || (!is_code(&self.text)
                && !is_code(found)
                && self
                    .number
                    .is_some_and(|number| read_number(found, Decimal::Point, 0).is_ok_and(|read| read.value == number)))
    }
}

impl Filter {
    /// Finds the columns; each that is not there is a problem.
    pub(crate) fn new(
        titles: &Titles<'_>,
        keep: &BTreeMap<String, String>,
        drop: &[DropSpec],
        problems: &mut Vec<Problem>,
    ) -> Self {
        let mut find = |title: &str| titles.find(title, []).map_err(|problem| problems.push(*problem)).ok();
        let keep = keep.iter().filter_map(|(title, text)| Some((find(title)?, Text::new(text)))).collect();
        let drop = drop.iter().filter_map(|entry| {
            let column = find(&entry.column)?;
            // Nothing is the start of every text: it would drop all rows.
            let starts = entry.starts_with.iter().filter(|start| !start.is_empty()).cloned().collect();
            Some(Drop { column, is: entry.is.iter().map(|text| Text::new(text)).collect(), starts })
        });
        let drop = drop.collect();
        Self { keep, drop }
    }

    /// Whether a row counts.
    pub(crate) fn keeps(&self, raw: &RawTable, row: usize) -> bool {
        self.keep.iter().all(|(column, text)| text.is(raw.cell(row, *column).text))
            && !self.drop.iter().any(|drop| {
                let found = raw.cell(row, drop.column).text;
                drop.is.iter().any(|text| text.is(found))
                    || drop.starts.iter().any(|start| trim(found).starts_with(start.as_str()))
            })
    }
}
