// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The ledger in words: who pays what, for which domain, in which year; and the same total laid out in two ways.

use std::collections::BTreeSet;

use kapstok_agenda::facts::Basis;
use kapstok_agenda::ledger::{For, Layout, LedgerLine, Reach, Wanted, layout, ledger};
use kapstok_agenda::matrix::Sum;

use super::said::Said;
use super::{Agenda, day, foot_line};
use crate::document::{Block, Column, Content, Depth, Document, Item, Paper, Run, Table};
use crate::number::{euros, figure, grouped};
use crate::snapshot::Snapshot;
use crate::words::Words;

/// Says ledgers in a language.
#[derive(Clone, Copy)]
pub struct LedgerSaid<'a> {
    /// The agenda.
    pub agenda: &'a Agenda,
    /// For the names of areas.
    pub snapshot: &'a Snapshot,
    /// The words.
    pub words: &'a Words,
}

impl LedgerSaid<'_> {
    /// The lines that are asked for.
    pub fn lines(&self, wanted: Wanted<'_>) -> Vec<LedgerLine> {
        ledger(&self.agenda.state, wanted)
    }

    /// The same total by domain and by area, of one year and stage.
    pub fn layout(&self, year: u16, stage: &str) -> Layout {
        let lines = self.lines(Wanted { area: None, year: Some(year), stage: Some(stage) });
        let areas: BTreeSet<&str> = lines.iter().map(|line| line.area.as_str()).collect();
        layout(&lines, &areas.into_iter().collect::<Vec<_>>(), &self.agenda.facts)
    }

    /// Years and stages with any money, in order.
    pub fn moments(&self) -> Vec<(u16, &'static str)> {
        let order = |stage: &str| kapstok_agenda::entry::STAGES.iter().position(|known| *known == stage);
        let mut moments: Vec<(u16, &'static str)> =
            self.lines(Wanted::default()).iter().map(|line| (line.year, line.stage)).collect();
        moments.sort_by_key(|(year, stage)| (*year, order(stage)));
        moments.dedup();
        moments
    }

    /// Stages of one year in which money is laid out: the year that is asked for, or the newest.
    pub fn laid_out(&self, year: Option<u16>) -> Vec<(u16, &'static str)> {
        let all = self.moments();
        let year = year.or_else(|| all.last().map(|(year, _)| *year));
        all.into_iter().filter(|(at, _)| Some(*at) == year).collect()
    }

    /// The name of an area; its code where the build does not know it.
    pub fn area(&self, code: &str) -> String {
        let found = self.snapshot.find(code).map(|at| self.snapshot.level_of(at).names()[at.index].clone());
        found.filter(|name| !name.is_empty()).unwrap_or_else(|| code.to_owned())
    }

    /// What money is for.
    pub fn purpose(&self, domain: &For) -> String {
        match domain {
            For::Domain(domain) => self.words.word("domain", domain),
            For::Several => self.words.say("ledger-several", &[]),
            For::Unknown => self.words.say("ledger-no-domain", &[]),
        }
    }

    /// Who pays.
    pub fn source(&self, line: &LedgerLine) -> String {
        let said = Said { state: &self.agenda.state, words: self.words };
        line.source.map_or_else(|| self.words.say("ledger-no-source", &[]), |id| said.name(id))
    }

    /// Euros of a sum; what is unknown is said, and nought is nought.
    pub fn euros(&self, sum: &Sum) -> Item {
        let known = euros(sum.cents, self.words.language);
        match (sum.cents, sum.euros_unknown) {
            (0, 0) if sum.posts > 0 || sum.posts_unknown > 0 => Item::Empty,
            (cents, 0) => Item::Number { value: cents as f64 / 100.0, said: known },
            (0, n) => Item::Hole(self.words.say("ledger-unknown", &[("n", &n.to_string())])),
            (_, n) => {
                Item::Hole(self.words.say("ledger-known-and-unknown", &[("euros", &known), ("n", &n.to_string())]))
            }
        }
    }

    /// Full-time posts of a sum.
    pub fn posts(&self, sum: &Sum) -> Item {
        let said = Said { state: &self.agenda.state, words: self.words };
        match (sum.posts, sum.posts_unknown) {
            (0, 0) => Item::Empty,
            (posts, 0) => Item::Number { value: posts as f64 / 1_000.0, said: said.posts(posts) },
            (0, n) => Item::Hole(self.words.say("ledger-unknown", &[("n", &n.to_string())])),
            (posts, n) => {
                let facts = [("euros", &*said.posts(posts)), ("n", &n.to_string())];
                Item::Hole(self.words.say("ledger-known-and-unknown", &facts))
            }
        }
    }

    /// The ledger as a table, with a total per year and stage below.
    pub fn table(&self, wanted: Wanted<'_>) -> Table {
        let words = self.words;
        let lines = self.lines(wanted);
        let column = |key: &str, width, content| Column { title: words.say(key, &[]), width, content };
        let columns = vec![
            column("ledger-column-area", 14, Content::Words),
            column("ledger-column-domain", 14, Content::Words),
            column("ledger-column-source", 22, Content::Words),
            column("ledger-column-year", 8, Content::Numbers),
            column("ledger-column-stage", 11, Content::Words),
            column("ledger-column-earmark", 12, Content::Words),
            column("ledger-column-euros", 16, Content::Numbers),
            column("ledger-column-posts", 12, Content::Numbers),
        ];
        let year = |year: u16| Item::Number { value: f64::from(year), said: year.to_string() };
        let said = Said { state: &self.agenda.state, words };
        let row = |line: &LedgerLine| {
            vec![
                Item::Text(self.area(&line.area)),
                match &line.domain {
                    For::Unknown => Item::Hole(self.purpose(&line.domain)),
                    domain => Item::Text(self.purpose(domain)),
                },
                match line.source {
                    None => Item::Hole(self.source(line)),
                    Some(_) => Item::Text(self.source(line)),
                },
                year(line.year),
                Item::Text(said.word(line.stage)),
                line.earmark.as_ref().map_or(Item::Empty, |earmark| Item::Text(words.word("domain", earmark))),
                self.euros(&line.sum),
                self.posts(&line.sum),
            ]
        };
        let mut rows: Vec<Vec<Item>> = lines.iter().map(row).collect();
        let mut moments: Vec<(u16, &'static str)> = lines.iter().map(|line| (line.year, line.stage)).collect();
        moments.sort_unstable();
        moments.dedup();
        for (at_year, stage) in self.moments().into_iter().filter(|moment| moments.contains(moment)) {
            let mut sum = Sum::default();
            let of = lines.iter().filter(|line| line.year == at_year && line.stage == stage);
            of.flat_map(|line| &line.of).filter_map(|id| self.agenda.state.get(*id)).for_each(|it| sum.add(it));
            rows.push(vec![
                Item::Text(words.say("ledger-total", &[])),
                Item::Empty,
                Item::Empty,
                year(at_year),
                Item::Text(said.word(stage)),
                Item::Empty,
                self.euros(&sum),
                self.posts(&sum),
            ]);
        }
        Table { caption: words.say("ledger-caption", &[]), columns, rows }
    }

    /// The ledger for a meeting: the lines, and both layouts where it is about all areas.
    pub fn document(&self, wanted: Wanted<'_>) -> Document {
        let words = self.words;
        let mut blocks = vec![Block::Paragraph(vec![Run::plain(words.say("annex-money-sentence", &[]))])];
        blocks.push(Block::Table(self.table(wanted)));
        if wanted.area.is_none() {
            blocks.push(Block::Heading(Depth::Section, words.say("layout-title", &[])));
            for (year, stage) in self.laid_out(wanted.year) {
                blocks.push(Block::Table(self.layout_table(year, stage)));
                let sentences = self.layout_sentences(year, stage).into_iter();
                blocks.push(Block::List(sentences.map(|sentence| vec![Run::plain(sentence)]).collect()));
            }
        }
        let name = wanted
            .area
            .map_or_else(|| self.snapshot.manifest().title.of(words.language).to_owned(), |code| self.area(code));
        let day = day(self.agenda);
        let head = match self.snapshot.manifest().invented {
            true => format!("{name} · {}", words.say("document-invented", &[])),
            false => name.clone(),
        };
        Document {
            title: words.say("ledger-title", &[("name", &name)]),
            subtitle: words.say("ledger-subtitle", &[("day", &crate::day::day(&day, words))]),
            language: words.language,
            paper: Paper::Landscape,
            head,
            foot: foot_line(self.agenda, self.snapshot, words),
            blocks,
            day,
        }
    }

    /// Both layouts as a table: per domain, and the movable money by area below.
    pub fn layout_table(&self, year: u16, stage: &'static str) -> Table {
        let words = self.words;
        let made = self.layout(year, stage);
        let column = |key: &str, width, content| Column { title: words.say(key, &[]), width, content };
        let columns = vec![
            column("layout-column-domain", 18, Content::Words),
            column("layout-column-euros", 12, Content::Numbers),
            column("layout-column-earmarked", 12, Content::Numbers),
            column("layout-column-residents", 14, Content::Numbers),
            column("layout-column-each", 12, Content::Numbers),
            column("layout-column-inside", 14, Content::Numbers),
            column("layout-column-basis", 34, Content::Words),
        ];
        let money = |cents: u64| Item::Number { value: cents as f64 / 100.0, said: euros(cents, words.language) };
        let people = |n: f64| Item::Number { value: n.round(), said: self.count(n) };
        let mut rows = Vec::new();
        for line in &made.domains {
            rows.push(vec![
                Item::Text(words.word("domain", &line.domain)),
                money(line.by_domain.cents),
                money(line.earmarked),
                people(line.by_domain.residents),
                self.each(line.by_domain),
                people(line.inside),
                Item::Text(self.basis(&line.basis, line.areas_unknown)),
            ]);
        }
        rows.push(vec![
            Item::Text(words.say("layout-by-area", &[])),
            money(made.by_area.cents),
            Item::Empty,
            Item::Empty,
            self.each(made.by_area),
            people(made.by_area.residents),
            Item::Text(words.say("layout-by-area-basis", &[])),
        ]);
        let stage = Said { state: &self.agenda.state, words }.word(stage);
        let facts = [("year", &*year.to_string()), ("stage", &stage)];
        Table { caption: words.say("layout-caption", &facts), columns, rows }
    }

    /// What is laid out nowhere, and what the table says, in sentences.
    pub fn layout_sentences(&self, year: u16, stage: &'static str) -> Vec<String> {
        let made = self.layout(year, stage);
        let areas: Vec<String> = made.areas.iter().map(|area| self.area(area)).collect();
        let money = |cents| euros(cents, self.words.language);
        let mut said = vec![self.words.say(
            "layout-sentence",
            &[
                ("total", &*money(made.total)),
                ("earmarked", &money(made.earmarked)),
                ("free", &money(made.total - made.earmarked)),
                ("areas", &areas.join(", ")),
            ],
        )];
        if made.several > 0 {
            said.push(self.words.say("layout-several", &[("euros", &money(made.several))]));
        }
        if made.without_domain > 0 {
            said.push(self.words.say("layout-without-domain", &[("euros", &money(made.without_domain))]));
        }
        if made.unknown > 0 {
            said.push(self.words.say("layout-unknown", &[("n", &made.unknown.to_string())]));
        }
        said.push(self.words.say("layout-not-persons", &[]));
        said
    }

    fn each(&self, reach: Reach) -> Item {
        match reach.each() {
            Some(each) if reach.cents > 0 => {
                Item::Number { value: each.round() / 100.0, said: euros(each.round() as u64, self.words.language) }
            }
            _ => Item::Empty,
        }
    }

    fn count(&self, n: f64) -> String {
        grouped(&figure(n.round(), 0, self.words.language), self.words.language)
    }

    fn basis(&self, basis: &BTreeSet<Basis>, unknown: usize) -> String {
        let word = |basis: &Basis| match basis {
            Basis::Share => self.words.say("layout-basis-share", &[]),
            Basis::WorstFifth => self.words.say("layout-basis-worst", &[]),
        };
        if basis.is_empty() {
            return self.words.say("layout-basis-none", &[]);
        }
        let mut said: Vec<String> = basis.iter().map(word).collect();
        if unknown > 0 {
            said.push(self.words.say("layout-areas-unknown", &[("n", &unknown.to_string())]));
        }
        said.join("; ")
    }
}
