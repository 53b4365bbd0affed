// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `kapstok agenda ledger`: who pays what, for which domain, in which year; and the same total in two layouts.

use std::io::Write;
use std::path::Path;

use kapstok_agenda::ledger::{For, LedgerLine, Wanted};
use kapstok_share::agenda::ledger_table::LedgerSaid;
use kapstok_share::document::{Content, Table};
use kapstok_share::words::Words;
use serde_json::{Value, json};

use crate::failure::Failure;
use crate::papers::{self, Beside};

/// Prints the ledger of an area, or of all.
///
/// # Errors
/// No build or area, a damaged log, a file that cannot be written.
pub(crate) fn ledger(
    dir: &Path,
    area: Option<&str>,
    year: Option<u16>,
    json: bool,
    to: Option<&Path>,
    words: &Words,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    let beside = Beside::read(dir)?;
    let code = area.map(|area| beside.area(area, words).map(|seen| seen.code())).transpose()?;
    let said = LedgerSaid { agenda: &beside.agenda, snapshot: &beside.snapshot, words };
    let wanted = Wanted { area: code, year, stage: None };
    if let Some(to) = to {
        return papers::write(&said.document(wanted), to, words, out);
    }
    let moments: Vec<(u16, &'static str)> =
        said.moments().into_iter().filter(|(at, _)| year.is_none_or(|year| *at == year)).collect();
    if json {
        let lines: Vec<Value> = said.lines(wanted).iter().map(|line| entry(&said, line)).collect();
        // Money is laid out over all areas with an agenda: of one of them there is nothing to lay out.
        let layouts: Vec<Value> = match code {
            Some(_) => Vec::new(),
            None => moments.iter().map(|(year, stage)| layout(&said, *year, stage)).collect(),
        };
        let head = beside.agenda.hash();
        return crate::print_json(
            &json!({ "lines": lines, "layouts": layouts, "head": head, "data": beside.snapshot.id() }),
            out,
        );
    }
    let write = |out: &mut dyn Write| {
        table(&said.table(wanted), out)?;
        if code.is_none() {
            for (year, stage) in &said.laid_out(year) {
                writeln!(out)?;
                table(&said.layout_table(*year, stage), out)?;
                for sentence in said.layout_sentences(*year, stage) {
                    writeln!(out, "{sentence}")?;
                }
            }
        }
        Ok(())
    };
    write(out).map_err(crate::standard_output)
}

fn entry(said: &LedgerSaid<'_>, line: &LedgerLine) -> Value {
    let (purpose, domain) = match &line.domain {
        For::Domain(domain) => ("domain", Some(domain)),
        For::Several => ("several", None),
        For::Unknown => ("unknown", None),
    };
    json!({
        "area": line.area,
        "for": purpose,
        "domain": domain,
        "source": line.source.map(|id| id.to_string()),
        "source_name": said.source(line),
        "year": line.year,
        "stage": line.stage,
        "earmark": line.earmark,
        "euros": line.sum.cents as f64 / 100.0,
        "euros_unknown": line.sum.euros_unknown,
        "posts": line.sum.posts as f64 / 1_000.0,
        "posts_unknown": line.sum.posts_unknown,
        "of": line.of.iter().map(ToString::to_string).collect::<Vec<_>>(),
    })
}

fn layout(said: &LedgerSaid<'_>, year: u16, stage: &'static str) -> Value {
    let made = said.layout(year, stage);
    let euros = |cents: u64| cents as f64 / 100.0;
    let line = |line: &kapstok_agenda::ledger::LayoutLine| {
        json!({
            "domain": line.domain,
            "euros": euros(line.by_domain.cents),
            "earmarked": euros(line.earmarked),
            "burdened_residents": line.by_domain.residents,
            "of_them_in_areas": line.inside,
            "areas_unknown": line.areas_unknown,
        })
    };
    json!({
        "year": year,
        "stage": stage,
        "areas": made.areas,
        "total": euros(made.total),
        "earmarked": euros(made.earmarked),
        "several": euros(made.several),
        "without_domain": euros(made.without_domain),
        "amounts_unknown": made.unknown,
        "by_domain": made.domains.iter().map(line).collect::<Vec<_>>(),
        "by_area": { "euros": euros(made.by_area.cents), "burdened_residents": made.by_area.residents },
    })
}

/// A table on a terminal: as wide as its words, numbers on the right.
pub(crate) fn table(table: &Table, out: &mut dyn Write) -> std::io::Result<()> {
    let said = |row: usize, column: usize| table.rows[row].get(column).map_or("", |item| item.said());
    let width = |column: usize| {
        let rows = (0..table.rows.len()).map(|row| said(row, column).chars().count());
        rows.chain([table.columns[column].title.chars().count()]).max().unwrap_or(0)
    };
    let widths: Vec<usize> = (0..table.columns.len()).map(width).collect();
    let line = |cells: Vec<&str>, out: &mut dyn Write| {
        let padded =
            cells.iter().zip(&widths).zip(&table.columns).map(|((cell, width), column)| match column.content {
                Content::Words => format!("{cell:<width$}"),
                Content::Numbers => format!("{cell:>width$}"),
            });
        writeln!(out, "{}", padded.collect::<Vec<_>>().join("  ").trim_end())
    };
    writeln!(out, "{}\n", table.caption)?;
    line(table.columns.iter().map(|column| column.title.as_str()).collect(), out)?;
    (0..table.rows.len()).try_for_each(|row| line((0..table.columns.len()).map(|at| said(row, at)).collect(), out))
}
