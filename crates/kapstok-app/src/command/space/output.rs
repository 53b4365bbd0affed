// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What comes out: a row per area with its code first, or a few named figures of the whole map.

use std::borrow::Cow;
use std::io::Write;
use std::path::Path;

use super::map::Map;
use crate::command::score::cell;
use crate::failure::Failure;

/// A column of the output.
pub(super) enum Cells {
    /// Figures; nothing where there is none.
    Numbers(Vec<Option<f64>>),
    /// Words.
    Texts(Vec<Option<String>>),
    /// Yes or no.
    Flags(Vec<Option<bool>>),
}

/// Columns in their order.
#[derive(Default)]
pub(super) struct Output {
    pub(super) columns: Vec<(Cow<'static, str>, Cells)>,
    /// Figures of the whole map, instead of columns where there are any.
    pub(super) whole: Vec<(&'static str, f64)>,
}

impl Output {
    pub(super) fn add(&mut self, title: impl Into<Cow<'static, str>>, cells: Cells) {
        self.columns.push((title.into(), cells));
    }

    pub(super) fn print(&self, map: &Map<'_>, out: &mut dyn Write) -> Result<(), Failure> {
        let store = |error: csv::Error| Failure::store(Path::new("-"), error);
        let mut writer = csv::Writer::from_writer(out);
        if !self.whole.is_empty() {
            writer.write_record(self.whole.iter().map(|(title, _)| *title)).map_err(store)?;
            writer.write_record(self.whole.iter().map(|(_, value)| value.to_string())).map_err(store)?;
            return writer.flush().map_err(crate::standard_output);
        }
        let titles = self.columns.iter().map(|(title, _)| title.as_ref());
        writer.write_record(std::iter::once("code").chain(titles)).map_err(store)?;
        for (area, code) in map.codes.iter().enumerate() {
            let cells = self.columns.iter().map(|(_, cells)| match cells {
                Cells::Numbers(numbers) => cell(numbers[area], None),
                Cells::Texts(texts) => texts[area].clone().unwrap_or_default(),
                Cells::Flags(flags) => flags[area].map(|flag| flag.to_string()).unwrap_or_default(),
            });
            writer.write_record(std::iter::once(code.clone()).chain(cells)).map_err(store)?;
        }
        writer.flush().map_err(crate::standard_output)
    }
}
