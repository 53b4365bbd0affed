// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The council annex: matrix, links, actions, targets, money, what was delivered, holes, what changed, with the hashes to check it by.

use super::hole_list::{Room, summary, table as hole_table};
use super::ledger_table::LedgerSaid;
use super::{Seen, delivered, matrix_table, tables, versions};
use crate::day::day;
use crate::document::{Block, Depth, Document, Paper, Run, Table};
use kapstok_agenda::ledger::Wanted;

/// The annex of an area.
pub fn document(seen: &Seen<'_>) -> Document {
    let words = seen.words;
    let say = |key: &str| words.say(key, &[]);
    let holes = seen.agenda.holes(seen.code());
    let ledger = LedgerSaid { agenda: seen.agenda, snapshot: seen.snapshot, words };
    let of_area = Wanted { area: Some(seen.code()), ..Wanted::default() };
    let mut blocks = vec![Block::Callout(vec![Run::plain(summary(seen, &holes))])];
    blocks.extend(standing(seen));
    blocks.extend(section(seen, "annex-matrix", Some("annex-matrix-sentence"), matrix_table::table(seen)));
    blocks.push(Block::Note(say("matrix-legend")));
    blocks.extend(section(seen, "annex-links", Some("annex-links-sentence"), tables::links(seen)));
    blocks.extend(section(seen, "annex-actions", None, tables::actions(seen, usize::MAX).0));
    blocks.extend(section(seen, "annex-confirmations", None, tables::confirmations(seen)));
    blocks.extend(section(seen, "annex-targets", Some("annex-targets-sentence"), tables::targets(seen)));
    blocks.extend(section(seen, "annex-money", Some("annex-money-sentence"), ledger.table(of_area)));
    blocks.extend(section(seen, "annex-delivered", Some("annex-delivered-sentence"), delivered::table(seen)));
    blocks.extend(section(seen, "annex-holes", None, hole_table(seen, &holes, Room::None)));
    blocks.extend(section(seen, "annex-replies", None, tables::replies(seen)));
    let adopted: Vec<_> = seen.agenda.state.versions_of(seen.code()).collect();
    if let [.., last] = adopted[..] {
        let frozen = versions::state_of(seen, Some(last));
        if let [.., earlier, _] = adopted[..] {
            let before = versions::state_of(seen, Some(earlier));
            blocks.extend(section(seen, "annex-changes", None, versions::table(seen, &before, &frozen)));
        }
        let since = versions::table(seen, &frozen, &seen.agenda.state);
        blocks.extend(section(seen, "annex-since", Some("annex-since-sentence"), since));
    }
    blocks.push(seen.hashes());
    Document {
        title: words.say("annex-title", &[("name", seen.name())]),
        subtitle: words.say("annex-subtitle", &[("day", &day(&seen.day(), words))]),
        language: words.language,
        day: seen.day(),
        paper: Paper::Landscape,
        head: seen.head_line(),
        foot: seen.foot_line(),
        blocks,
    }
}

/// A section with its sentence and its table, or with the word that there is nothing.
fn section(seen: &Seen<'_>, key: &str, sentence: Option<&str>, table: Table) -> Vec<Block> {
    let say = |key: &str| seen.words.say(key, &[]);
    let mut blocks = vec![Block::Heading(Depth::Section, say(key))];
    blocks.extend(sentence.map(|key| Block::Paragraph(vec![Run::plain(say(key))])));
    blocks.push(match table.rows.is_empty() {
        true => Block::Paragraph(vec![Run::plain(say("annex-none"))]),
        false => Block::Table(table),
    });
    blocks
}

/// Which version stands, since when, by whom, and why.
fn standing(seen: &Seen<'_>) -> Vec<Block> {
    let words = seen.words;
    let Some(version) = seen.agenda.state.versions_of(seen.code()).last() else {
        return vec![Block::Paragraph(vec![Run::plain(words.say("annex-not-adopted", &[]))])];
    };
    let removed = || words.say("agenda-removed", &[]);
    let facts = [
        ("version", &*version.adoption.name()),
        ("day", &day(&version.day.to_string(), words)),
        ("by", &version.by.clone().unwrap_or_else(removed)),
    ];
    let mut said = vec![words.say("annex-adopted", &facts)];
    if let Some(reason) = &version.adoption.reason {
        let reason = reason.clone().unwrap_or_else(removed);
        said.push(words.say("annex-adopted-reason", &[("reason", reason.trim_end_matches('.'))]));
    }
    if let Some(data) = &version.adoption.data {
        said.push(words.say("annex-adopted-data", &[("data", data)]));
    }
    vec![Block::Paragraph(vec![Run::plain(said.join(" "))])]
}
