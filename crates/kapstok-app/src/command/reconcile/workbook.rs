// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The lines of `kapstok reconcile` as a workbook: counts by cause, then all lines.

use std::collections::BTreeMap;
use std::io::Write;
use std::path::Path;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, XlsxError};

use super::Line;
use super::cause::Cause;
use crate::build::store::Store;
use crate::failure::Failure;
use kapstok_share::words::Words;

/// Writes the lines as a workbook: a sheet of counts by cause, then all lines.
///
/// # Errors
/// The file cannot be written, or is there and is no workbook.
pub(crate) fn write(store: &Store, lines: &[Line], out: &Path, words: &Words) -> Result<(), Failure> {
    let bytes = workbook(store, lines, words).map_err(|error| Failure::store(out, error))?;
    // A slip in `--out` must not cost anybody their settings.
    let there = std::fs::read(out).unwrap_or_default();
    if !there.is_empty() && !there.starts_with(b"PK") {
        return Err(Failure::Exists { path: out.to_owned() });
    }
    crate::durable::replace_durably(out, &bytes)
}

fn workbook(store: &Store, lines: &[Line], words: &Words) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    // A fixed date: the same build gives the same bytes.
    let created = ExcelDateTime::from_ymd(2000, 1, 1)?;
    book.set_properties(&DocProperties::new().set_title("kapstok reconcile").set_creation_datetime(&created));
    let bold = Format::new().set_bold();
    let summary = book.add_worksheet().set_name(words.say("reconcile-sheet-summary", &[]))?;
    let title = match words.language {
        kapstok_share::words::Language::Nl => &store.manifest.title.nl,
        kapstok_share::words::Language::En => &store.manifest.title.en,
    };
    summary.write_with_format(0, 0, title, &bold)?;
    summary.write(1, 0, words.say("reconcile-what", &[]))?;
    if store.manifest.invented {
        summary.write(2, 0, words.say("invented", &[]))?;
    }
    summary.write(3, 0, words.say("reconcile-internal", &[]))?;
    let headings = ["reconcile-level", "reconcile-indicator", "reconcile-period", "reconcile-cause", "reconcile-n"];
    for (column, key) in headings.iter().enumerate() {
        summary.write_with_format(5, column as u16, words.say(key, &[]), &bold)?;
    }
    let mut counts: BTreeMap<(&str, &str, &str, Cause), usize> = BTreeMap::new();
    for line in lines {
        *counts.entry((&line.level, &line.indicator, &line.period, line.cause)).or_default() += 1;
    }
    for (position, ((level, indicator, period, cause), n)) in counts.iter().enumerate() {
        let row = 6 + position as u32;
        summary.write(row, 0, words.say(&format!("level-{level}"), &[]))?;
        summary.write(row, 1, *indicator)?;
        summary.write(row, 2, *period)?;
        summary.write(row, 3, words.say(cause.key(), &[]))?;
        summary.write(row, 4, *n as f64)?;
    }
    summary.set_freeze_panes(6, 0)?;
    let sheet = book.add_worksheet().set_name(words.say("reconcile-sheet-lines", &[]))?;
    let headings = [
        "reconcile-level",
        "reconcile-area",
        "reconcile-name",
        "reconcile-indicator",
        "reconcile-period",
        "reconcile-summed",
        "reconcile-published",
        "reconcile-ours",
        "reconcile-difference",
        "reconcile-cause",
        "reconcile-rounding",
        "reconcile-missing-allow",
        "reconcile-n-areas",
        "reconcile-n-missing",
        "reconcile-n-secret",
        "reconcile-n-lost",
        "reconcile-n-changed",
    ];
    for (column, key) in headings.iter().enumerate() {
        sheet.write_with_format(0, column as u16, words.say(key, &[]), &bold)?;
    }
    for (position, line) in lines.iter().enumerate() {
        let row = 1 + position as u32;
        let texts = [
            words.say(&format!("level-{}", line.level), &[]),
            line.area.clone(),
            line.name.clone(),
            line.indicator.clone(),
            line.period.clone(),
            words.say(&format!("level-{}", line.summed_level), &[]),
        ];
        for (column, text) in texts.iter().enumerate() {
            sheet.write_string(row, column as u16, text)?;
        }
        for (column, number) in [Some(line.published), line.ours, line.difference].into_iter().enumerate() {
            if let Some(number) = number {
                sheet.write(row, 6 + column as u16, number)?;
            }
        }
        sheet.write(row, 9, words.say(line.cause.key(), &[]))?;
        sheet.write(row, 10, line.rounding_allows)?;
        if let Some(most) = line.missing_allow {
            sheet.write(row, 11, most)?;
        }
        let counts = [line.n_areas, line.n_missing, line.n_secret, line.n_lost, line.n_changed];
        for (column, n) in counts.iter().enumerate() {
            sheet.write(row, 12 + column as u16, *n as f64)?;
        }
    }
    sheet.set_freeze_panes(1, 3)?;
    if !lines.is_empty() {
        sheet.autofilter(0, 0, lines.len() as u32, headings.len() as u16 - 1)?;
    }
    sheet.autofit();
    book.save_to_buffer()
}

/// Prints how many totals have which cause.
pub(crate) fn summarise(lines: &[Line], file: &Path, words: &Words, out: &mut dyn Write) -> std::io::Result<()> {
    let mut counts: BTreeMap<Cause, usize> = BTreeMap::new();
    for line in lines {
        *counts.entry(line.cause).or_default() += 1;
    }
    for (cause, n) in counts {
        let cause = words.say(cause.key(), &[]);
        writeln!(out, "  {}", words.say("reconcile-line", &[("n", &n.to_string()), ("cause", &cause)]))?;
    }
    let facts = [("n", &*lines.len().to_string()), ("file", &file.display().to_string())];
    writeln!(out, "{}", words.say("reconcile-done", &facts))
}
