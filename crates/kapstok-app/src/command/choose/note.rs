// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The note that goes with a choice to the people who decide: rule, areas, whom they reach and miss, changes, hash, and
//! lines to sign.

use kapstok_share::document::{Block, Column, Content, Depth, Document, Item, Paper, Run, Table};
use kapstok_share::snapshot::Snapshot;
use kapstok_share::words::{Language, Words};

use super::said::Said;
use crate::choose::Choice;

/// A choice as a paper; with the hash of its dossier where it was sealed.
pub(super) fn document(choice: &Choice, snapshot: &Snapshot, sealed: Option<&str>, words: &Words) -> Document {
    let said = Said { choice, words };
    let manifest = snapshot.manifest();
    let heading = |key: &str| Block::Heading(Depth::Section, words.say(key, &[]));
    let list = |lines: Vec<String>| Block::List(lines.into_iter().map(|line| vec![Run::plain(line)]).collect());
    let title = &choice.protocol.title;
    let language = match words.language {
        Language::Nl => "nl",
        Language::En => "en",
    };
    let title = title.get(language).or_else(|| title.values().next()).unwrap_or(&choice.protocol.id).clone();
    let mut blocks = vec![Block::Callout(vec![Run::strong(said.first())])];
    if manifest.invented {
        blocks.push(Block::Paragraph(vec![Run::strong(words.say("invented", &[]))]));
    }
    blocks.extend([heading("note-rule"), list(said.rule()), Block::Table(areas(said))]);
    blocks.extend(said.without_figure().map(Block::Note));
    let mut by_hand = said.ruled();
    by_hand.extend(said.changes());
    if choice.changes.is_empty() {
        by_hand.push(words.say("note-no-changes", &[]));
    }
    blocks.extend([heading("note-changes"), list(by_hand), Block::Table(domains(said))]);
    blocks.push(list(said.places()));
    let mut sure = vec![said.proof(), said.replications()];
    sure.extend(said.others());
    sure.extend(said.cut_off());
    blocks.extend([heading("choose-how-sure"), list(sure), Block::Table(to_sign(words))]);
    blocks.push(Block::Note(hashes(said, snapshot, sealed)));
    Document {
        title,
        subtitle: words.say("note-subtitle", &[]),
        language: words.language,
        day: day(choice, snapshot),
        paper: Paper::Portrait,
        head: choice.protocol.id.clone(),
        foot: sealed.map(|hash| words.say("note-foot", &[("hash", hash)])).unwrap_or_default(),
        blocks,
    }
}

/// The newest day of what it rests on: a figure that was fetched, a change by hand.
fn day(choice: &Choice, snapshot: &Snapshot) -> String {
    let fetched = snapshot.origins().iter().filter_map(|origin| origin.retrieved.get(..10).map(str::to_owned));
    let changed = choice.changes.iter().map(|it| it.day.to_string());
    fetched.chain(changed).max().unwrap_or_else(|| "2000-01-01".to_owned())
}

fn column(words: &Words, key: &str, width: u16, content: Content) -> Column {
    Column { title: words.say(key, &[]), width, content }
}

fn areas(said: Said<'_>) -> Table {
    let (choice, words) = (said.choice, said.words);
    let mut columns = vec![
        column(words, "note-column-area", 34, Content::Words),
        column(words, "note-column-residents", 14, Content::Numbers),
        column(words, "note-column-counts", 14, Content::Numbers),
    ];
    if choice.chances.is_some() {
        columns.push(column(words, "note-column-chance", 14, Content::Numbers));
    }
    let shown = |value: Option<f64>| value.map_or(Item::Empty, |it| Item::Text(said.people(it)));
    let row = |area: usize| {
        let mut row = vec![
            Item::Text(format!("{} ({})", choice.names[area], choice.codes[area])),
            shown(choice.residents[area]),
            shown(choice.benefit[area]),
        ];
        row.extend(said.chance(area).map(Item::Text));
        row
    };
    Table { caption: words.say("note-areas", &[]), columns, rows: choice.chosen().into_iter().map(row).collect() }
}

fn domains(said: Said<'_>) -> Table {
    let (choice, words) = (said.choice, said.words);
    let columns = vec![
        column(words, "note-column-domain", 30, Content::Words),
        column(words, "note-column-reached", 14, Content::Numbers),
        column(words, "note-column-missed", 14, Content::Numbers),
        column(words, "note-column-own", 18, Content::Numbers),
    ];
    let figures = choice.domains.iter().zip(&choice.coverage.domains).zip(&choice.own_choice);
    let rows = figures.map(|(((id, _), it), own)| {
        let number = |value: f64| Item::Text(said.people(value));
        vec![Item::Text(said.domain(id)), number(it.reached), number(it.missed), number(*own)]
    });
    Table { caption: words.say("choose-domains", &[]), columns, rows: rows.collect() }
}

/// Room for two signatures.
fn to_sign(words: &Words) -> Table {
    let keys = ["note-sign-role", "note-sign-name", "note-sign-day", "note-sign-mark"];
    let columns = keys.map(|key| column(words, key, 25, Content::Words)).to_vec();
    let rows = ["note-sign-decides", "note-sign-checks"].map(|key| vec![Item::Text(words.say(key, &[]))]).to_vec();
    Table { caption: words.say("note-sign", &[]), columns, rows }
}

fn hashes(said: Said<'_>, snapshot: &Snapshot, sealed: Option<&str>) -> String {
    let choice = said.choice;
    let mut lines = vec![
        said.say("choose-rule-hash", &[("hash", choice.protocol_sha256())]),
        said.say("note-build", &[("build", snapshot.id().to_owned()), ("recipe", choice.recipe_sha256.clone())]),
    ];
    lines.extend(sealed.map(|hash| said.say("note-sealed", &[("hash", hash.to_owned())])));
    lines.join(" ")
}
