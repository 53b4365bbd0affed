// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The money: who pays what, for which domain, when; and of all of it, the same total laid out by domain and by area.
//!
//! There is no slider: money with an earmark cannot move, and the page says so.

use askama::Template;
use kapstok_agenda::entry::STAGES;
use kapstok_agenda::ledger::Wanted;
use kapstok_agenda::matrix::Sum;
use kapstok_share::agenda::Seen;
use kapstok_share::agenda::ledger_table::LedgerSaid;
use kapstok_share::agenda::said::Said;
use kapstok_share::document::{Column, Content, Item, Table};

use super::table::{Look, html};
use super::{Foot, agenda, areas, foot, frame, seen};
use crate::pages::Made;
use crate::pages::errors::Wrong;
use crate::pages::frame::{Frame, Link, View};
use crate::pages::links::Page;

#[derive(Template)]
#[template(path = "agenda-ledger.html")]
struct LedgerTemplate {
    frame: Frame,
    title: String,
    unknown: String,
    years: String,
    not_persons: String,
    table: String,
    layouts: Vec<LaidOut>,
    others_title: String,
    others: Vec<Link>,
    foot: Foot,
}

/// Money of one year and stage in two layouts.
struct LaidOut {
    id: String,
    title: String,
    sentences: Vec<String>,
    table: String,
}

/// Makes the page, of one area or of all.
///
/// # Errors
/// No such area, or nothing agreed for it.
pub(in crate::pages) fn page(view: View<'_>, code: Option<&str>) -> Made {
    let v = view.voice();
    let of: Option<Seen<'_>> = code.map(|code| seen(view, code)).transpose()?;
    let agenda = agenda(view)?;
    let ledger = LedgerSaid { agenda, snapshot: &view.site.snapshot, words: &v.words };
    let wanted = Wanted { area: of.as_ref().map(Seen::code), ..Wanted::default() };
    let lines = ledger.lines(wanted);
    let mut sum = Sum::default();
    lines.iter().flat_map(|line| &line.of).filter_map(|id| agenda.state.get(*id)).for_each(|it| sum.add(it));
    let (title, page) = match &of {
        Some(seen) => {
            (v.f("page-agenda-ledger-of", &[("name", seen.name())]), Page::Ledger(Some(seen.code().to_owned())))
        }
        None => (v.s("page-agenda-ledger-title"), Page::Ledger(None)),
    };
    let table = ledger.table(wanted);
    let n_totals = table.rows.len() - lines.len();
    let others: Vec<Link> = match of {
        Some(_) => vec![Link { href: view.href(&Page::Ledger(None)), text: v.s("page-agenda-ledger-all") }],
        None => areas(view).iter().map(|seen| ledger_link(view, seen)).collect(),
    };
    let template = LedgerTemplate {
        frame: match &of {
            Some(seen) => frame(view, &page, &title, seen),
            None => view.frame(&page, &title, &[]),
        },
        unknown: v.n("page-agenda-ledger-unknown", sum.euros_unknown + sum.posts_unknown),
        years: html(by_year(&ledger, wanted), Look { class: "money", ..Look::default() }),
        not_persons: v.s("layout-not-persons"),
        table: html(table, Look { class: "ledger", ids: &[], n_totals }),
        layouts: if of.is_some() { Vec::new() } else { layouts(view, &ledger) },
        others_title: v.s(if of.is_some() { "page-agenda-ledger-more" } else { "page-agenda-ledger-areas" }),
        others,
        foot: foot(view, agenda),
        title,
    };
    template.render().map_err(|_| Wrong::Ours)
}

fn ledger_link(view: View<'_>, seen: &Seen<'_>) -> Link {
    Link { href: view.href(&Page::Ledger(Some(seen.code().to_owned()))), text: seen.name().to_owned() }
}

/// Both layouts of each year and stage, the newest first.
fn layouts(view: View<'_>, ledger: &LedgerSaid<'_>) -> Vec<LaidOut> {
    let v = view.voice();
    let said = Said { state: &ledger.agenda.state, words: &v.words };
    // What holds for all of them is said once, above them.
    let once = v.s("layout-not-persons");
    let laid_out = |(year, stage): (u16, &'static str)| LaidOut {
        id: format!("laid-out-{year}-{stage}"),
        title: format!("{year}, {}", said.word(stage)),
        sentences: ledger.layout_sentences(year, stage).into_iter().filter(|it| *it != once).collect(),
        table: html(ledger.layout_table(year, stage), Look { class: "layout", ids: &[], n_totals: 1 }),
    };
    ledger.moments().into_iter().rev().map(laid_out).collect()
}

/// Money by year, each stage in a column of its own: they are stages of one sum.
pub(super) fn by_year(ledger: &LedgerSaid<'_>, wanted: Wanted<'_>) -> Table {
    let (state, words) = (&ledger.agenda.state, ledger.words);
    let said = Said { state, words };
    let lines = ledger.lines(wanted);
    let mut years: Vec<u16> = lines.iter().map(|line| line.year).collect();
    years.sort_unstable();
    years.dedup();
    let sum = |year: u16, stage: &str| {
        let mut sum = Sum::default();
        let of = lines.iter().filter(|line| line.year == year && line.stage == stage).flat_map(|line| &line.of);
        of.filter_map(|id| state.get(*id)).for_each(|it| sum.add(it));
        match said.sum(&sum) {
            _ if sum.is_empty() => Item::Empty,
            // An amount that nobody knows stands out.
            text if sum.euros_unknown + sum.posts_unknown > 0 => Item::Hole(text),
            text => Item::Text(text),
        }
    };
    let column = |title: String| Column { title, width: 1, content: Content::Words };
    let mut columns = vec![column(words.say("ledger-column-year", &[]))];
    columns.extend(STAGES.iter().map(|stage| column(said.word(stage))));
    let row = |year: &u16| {
        let of_stages = STAGES.iter().map(|stage| sum(*year, stage));
        std::iter::once(Item::Text(year.to_string())).chain(of_stages).collect()
    };
    Table { caption: words.say("annex-money", &[]), columns, rows: years.iter().map(row).collect() }
}
