// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The money: who pays what, for which domain, when; and of all of it, the same total laid out by domain and by area.
//!
//! There is no slider: money with an earmark cannot move, and the page says so.

use askama::Template;
use kapstok_agenda::ledger::Wanted;
use kapstok_agenda::matrix::Sum;
use kapstok_share::agenda::Seen;
use kapstok_share::agenda::ledger_table::LedgerSaid;
use kapstok_share::agenda::said::Said;

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
    let laid_out = |(year, stage): (u16, &'static str)| LaidOut {
        id: format!("laid-out-{year}-{stage}"),
        title: format!("{year}, {}", said.word(stage)),
        sentences: ledger.layout_sentences(year, stage),
        table: html(ledger.layout_table(year, stage), Look { class: "layout", ids: &[], n_totals: 1 }),
    };
    ledger.moments().into_iter().rev().map(laid_out).collect()
}
