// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The list of holes of an area (*gatenlijst*), for the meeting and for programs.
//!
//! In: an area of an agenda. Out: a [`Document`] with room to write who takes a hole up, and [`HoleList`] as `--json` prints it.

use std::collections::BTreeMap;

use kapstok_agenda::entry::{Id, Noun};
use kapstok_agenda::holes::{Hole, HoleKind, counts};
use serde::Serialize;

use super::Seen;
use super::area_report::has_agenda;
use super::said::Said;
use crate::day::day;
use crate::document::{Block, Column, Content, Depth, Document, Item, Paper, Run, Table};

/// All holes of an area, as `--json` prints them.
#[derive(Serialize)]
pub struct HoleList {
    /// Code of the area.
    pub area: String,
    /// Its name.
    pub name: String,
    /// The holes, by kind.
    pub holes: Vec<HoleEntry>,
    /// How many of each kind.
    pub counts: BTreeMap<&'static str, usize>,
    /// The head hash of the log that they were found in.
    pub head: String,
    /// The build whose figures they were held against.
    pub data: String,
}

/// One hole.
#[derive(Serialize)]
pub struct HoleEntry {
    /// What is missing: a word that stays.
    pub kind: &'static str,
    /// The burden or strength that it is about.
    pub burden: Option<String>,
    /// The link that it is about.
    pub link: Option<String>,
    /// The action that it is about.
    pub action: Option<String>,
    /// The promise that it is about.
    pub promise: Option<String>,
    /// The target that it is about.
    pub target: Option<String>,
    /// The money that it is about.
    pub capacity: Option<String>,
    /// The organisation that it is about.
    pub organisation: Option<String>,
    /// The resident's reply that it is about.
    pub reply: Option<String>,
    /// The domain, where figures show a burden that the agenda does not name.
    pub domain: Option<String>,
    /// What it is about, in words.
    pub about: String,
    /// Why it is a hole, in words.
    pub why: String,
}

/// The holes as data.
pub fn hole_list(seen: &Seen<'_>) -> HoleList {
    let holes = seen.agenda.holes(seen.code());
    let said = Said { state: &seen.agenda.state, words: seen.words };
    let entry = |hole: &Hole| {
        let first = |noun| hole.first(noun).map(|id: Id| id.to_string());
        HoleEntry {
            kind: hole.kind.word(),
            burden: first(Noun::Burden),
            link: first(Noun::Link),
            action: first(Noun::Action),
            promise: first(Noun::Promise),
            target: first(Noun::Target),
            capacity: first(Noun::Capacity),
            organisation: first(Noun::Organisation),
            reply: first(Noun::Reply),
            domain: hole.domain.clone(),
            about: said.hole_about(hole),
            why: said.hole_why(hole),
        }
    };
    HoleList {
        area: seen.code().to_owned(),
        name: seen.name().to_owned(),
        counts: counts(&holes).into_iter().map(|(kind, n)| (kind.word(), n)).collect(),
        holes: holes.iter().map(entry).collect(),
        head: seen.agenda.hash(),
        data: seen.snapshot.id().to_owned(),
    }
}

/// How much a list says of each hole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Detail {
    /// A row for each kind: one page, with room to write.
    Kinds,
    /// A row for each hole, with why it is one and the rules below.
    Holes,
}

/// The holes as a list for a meeting.
pub fn document(seen: &Seen<'_>, detail: Detail) -> Document {
    let words = seen.words;
    let holes = seen.agenda.holes(seen.code());
    let mut blocks = vec![Block::Callout(vec![Run::plain(summary(seen, &holes))])];
    if !holes.is_empty() {
        blocks.push(Block::Table(match detail {
            Detail::Kinds => by_kind(seen, &holes),
            Detail::Holes => table(seen, &holes, Room::ToWrite),
        }));
    }
    if detail == Detail::Holes {
        blocks.push(Block::Heading(Depth::Section, words.say("holes-rules", &[])));
        blocks.push(Block::List(counts(&holes).into_keys().map(|kind| rule(seen, kind)).collect()));
    }
    blocks.push(Block::Note(words.say("holes-note", &[])));
    if detail == Detail::Holes {
        blocks.push(seen.hashes());
    }
    Document {
        title: words.say("holes-title", &[("name", seen.name())]),
        subtitle: words.say("holes-subtitle", &[("day", &day(&seen.day(), words))]),
        language: words.language,
        day: seen.day(),
        paper: if detail == Detail::Kinds { Paper::Portrait } else { Paper::Landscape },
        head: seen.head_line(),
        foot: seen.foot_line(),
        blocks,
    }
}

/// A row for each kind, with all that it is about.
fn by_kind(seen: &Seen<'_>, holes: &[Hole]) -> Table {
    let words = seen.words;
    let said = Said { state: &seen.agenda.state, words };
    let column = |key: &str, width| Column { title: words.say(key, &[]), width, content: Content::Words };
    let columns =
        vec![column("holes-column-kind", 26), column("holes-column-about", 52), column("holes-column-who", 22)];
    let row = |kind: HoleKind| {
        let of: Vec<&Hole> = holes.iter().filter(|hole| hole.kind == kind).collect();
        let about = of.iter().map(|hole| {
            let id = hole.about.first().map(|id| format!("{id} ")).unwrap_or_default();
            format!("{id}{}", super::tables::shortened(&said.hole_about(hole), 48))
        });
        let title = words.say(&format!("hole-{}", kind.word()), &[]);
        vec![
            Item::Hole(format!("{title} ({})", of.len())),
            Item::Text(about.collect::<Vec<_>>().join("; ")),
            Item::Empty,
        ]
    };
    Table { caption: words.say("holes-caption", &[]), columns, rows: counts(holes).into_keys().map(row).collect() }
}

/// How many there are, of which kinds most.
pub fn summary(seen: &Seen<'_>, holes: &[Hole]) -> String {
    if holes.is_empty() && !has_agenda(&seen.agenda.state, seen.code()) {
        return seen.words.say("holes-no-agenda", &[]);
    }
    let mut kinds: Vec<(usize, HoleKind)> = counts(holes).into_iter().map(|(kind, n)| (n, kind)).collect();
    kinds.sort_by_key(|(n, kind)| (std::cmp::Reverse(*n), *kind));
    let most = kinds.iter().take(3).map(|(n, kind)| {
        let kind = seen.words.say(&format!("hole-{}", kind.word()), &[]);
        format!("{kind} ({n})")
    });
    let most = most.collect::<Vec<_>>().join(", ");
    seen.words.say("holes-summary", &[("n", &holes.len().to_string()), ("most", &most)])
}

/// The rule of a kind, as it is applied.
fn rule(seen: &Seen<'_>, kind: HoleKind) -> Vec<Run> {
    let kind_said = seen.words.say(&format!("hole-{}", kind.word()), &[]);
    let rule = seen.words.say(&format!("hole-{}-rule", kind.word()), &[]);
    vec![Run::strong(format!("{kind_said}: ")), Run::plain(rule)]
}

/// Whether a table has a column to write in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Room {
    /// Who takes it up, by when.
    ToWrite,
    /// None.
    None,
}

/// The holes as a table.
pub fn table(seen: &Seen<'_>, holes: &[Hole], room: Room) -> Table {
    let words = seen.words;
    let said = Said { state: &seen.agenda.state, words };
    let column = |key: &str, width| Column { title: words.say(key, &[]), width, content: Content::Words };
    let mut columns =
        vec![column("holes-column-kind", 20), column("holes-column-about", 28), column("holes-column-why", 36)];
    if room == Room::ToWrite {
        columns.push(column("holes-column-who", 18));
    }
    let row = |hole: &Hole| {
        let id = hole.about.first().map(|id| format!(" ({id})")).unwrap_or_default();
        let mut row = vec![
            Item::Hole(said.hole_kind(hole)),
            Item::Text(format!("{}{id}", said.hole_about(hole))),
            Item::Text(said.hole_why(hole)),
        ];
        if room == Room::ToWrite {
            row.push(Item::Empty);
        }
        row
    };
    Table { caption: words.say("holes-caption", &[]), columns, rows: holes.iter().map(row).collect() }
}
