// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The report of an area on two pages: five lines for who has one minute, what is good, what comes together, what is agreed,
//! what is missing.
//!
//! In: an area of an agenda. Out: a [`Document`] for A4 upright. Invariant: each figure stands with its period and the number of
//! its source; what does not fit is counted and said, never left out unseen.

use kapstok_agenda::entry::{Entry, Noun};
use kapstok_agenda::holes::Hole;

use super::delivered::delivered;
use super::hole_list::summary;
use super::said::Said;
use super::{Seen, tables};
use crate::area_page::{AreaPage, FigureLine, area_page};
use crate::day::day;
use crate::document::{Block, Column, Content, Depth, Document, Item, Paper, Run, Table};
use crate::five_lines::{Agreed, Line, five_lines};
use crate::middle::Middle;
use crate::number::{figure, grouped, with_unit};
use crate::snapshot::AreaAt;
use crate::strengths::strong;
use crate::worry::{likeness, worries};

/// How many lines of each kind a report has, and how long a name may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Room {
    /// Figures behind each of the five lines.
    spoken: usize,
    strong: usize,
    burdens: usize,
    actions: usize,
    promises: usize,
    holes: usize,
    signs: usize,
}

impl Room {
    /// From wide to narrow. Who prints takes the first that gives two pages.
    pub const ALL: [Self; 5] = [
        Self { spoken: 6, strong: 4, burdens: 9, actions: 14, promises: 4, holes: 12, signs: 200 },
        Self { spoken: 3, strong: 4, burdens: 8, actions: 10, promises: 3, holes: 10, signs: 120 },
        Self { spoken: 2, strong: 3, burdens: 8, actions: 8, promises: 3, holes: 9, signs: 90 },
        Self { spoken: 1, strong: 3, burdens: 6, actions: 6, promises: 2, holes: 8, signs: 70 },
        Self { spoken: 0, strong: 2, burdens: 5, actions: 4, promises: 2, holes: 6, signs: 60 },
    ];
}

/// How many pages a report of an area has.
pub const PAGES: usize = 2;

/// The report of an area.
pub fn document(seen: &Seen<'_>, room: Room) -> Document {
    let words = seen.words;
    let page = area_page(seen.snapshot, seen.area, words.language);
    let mut blocks = Vec::new();
    let mut cited = Vec::new();
    worry_or_not(seen, &page, room, &mut cited, &mut blocks);
    what_is_good(seen, &page, room, &mut cited, &mut blocks);
    what_comes_together(seen, &page, room, &mut cited, &mut blocks);
    what_is_agreed(seen, room, &mut blocks);
    what_is_missing(seen, room, &mut blocks);
    blocks.push(Block::Note(sources(seen, &page, &cited)));
    blocks.push(seen.hashes());
    let level = seen.snapshot.level_of(seen.area);
    let residents = level.residents()[seen.area.index];
    let residents = residents
        .map_or_else(|| words.say("agenda-unknown", &[]), |n| grouped(&figure(n, 0, words.language), words.language));
    let facts = [
        ("level", &*words.word("level", level.name())),
        ("code", seen.code()),
        ("residents", &residents),
        ("day", &day(&seen.day(), words)),
    ];
    Document {
        title: seen.name().to_owned(),
        subtitle: words.say("report-subtitle", &facts),
        language: words.language,
        day: seen.day(),
        paper: Paper::Portrait,
        head: seen.head_line(),
        foot: seen.foot_line(),
        blocks,
    }
}

fn paragraph(text: String) -> Block {
    Block::Paragraph(vec![Run::plain(text)])
}

fn column(seen: &Seen<'_>, key: &str, width: u16, content: Content) -> Column {
    Column { title: seen.words.say(key, &[]), width, content }
}

/// How the figures of all areas of the level lie, for the period of a line.
fn middle(seen: &Seen<'_>, line: &FigureLine) -> Option<Middle> {
    let level = seen.snapshot.level_of(seen.area);
    let (_, column) = seen.snapshot.column(level, &line.indicator, Some(&line.period))?;
    Middle::of(column.values())
}

/// A line of a table of figures: label, here, middle of all, period, source.
fn figure_row(seen: &Seen<'_>, line: &FigureLine, cited: &mut Vec<usize>) -> Vec<Item> {
    if !cited.contains(&line.source) {
        cited.push(line.source);
    }
    let language = seen.words.language;
    let number = |value: f64| Item::Number { value, said: grouped(&with_unit(value, &line.unit, language), language) };
    let here = match (line.value, &line.reason) {
        (Some(value), _) => number(value),
        (None, Some(reason)) => Item::Text(seen.words.say(&format!("reason-{}", reason.replace('_', "-")), &[])),
        (None, None) => Item::Empty,
    };
    let kind = seen.words.say(&format!("kind-{}", line.kind), &[]);
    vec![
        Item::Text(line.label.clone()),
        here,
        middle(seen, line).map_or(Item::Empty, |middle| number(middle.median)),
        Item::Text(format!("{}, {kind} [{}]", line.period, line.source)),
    ]
}

fn figure_columns(seen: &Seen<'_>) -> Vec<Column> {
    vec![
        column(seen, "report-column-figure", 40, Content::Words),
        column(seen, "report-column-here", 16, Content::Numbers),
        column(seen, "report-column-middle", 18, Content::Numbers),
        column(seen, "report-column-source", 26, Content::Words),
    ]
}

/// The same five lines as on its page. A line counts its figures, also those for which there is no room.
fn worry_or_not(seen: &Seen<'_>, page: &AreaPage, room: Room, cited: &mut Vec<usize>, blocks: &mut Vec<Block>) {
    let (snapshot, words) = (seen.snapshot, seen.words);
    let known = worries(snapshot, seen.area, &likeness(snapshot, snapshot.level_of(seen.area)));
    let agreed = Agreed::of(&seen.agenda.state, seen.code());
    let Some(lines) = five_lines(snapshot, seen.area, &known, agreed, words) else { return };
    blocks.push(Block::Heading(Depth::Section, words.say("worry-title", &[])));
    let mut said = |line: &Line| {
        let mut runs = vec![Run::strong(format!("{} ", line.title)), Run::plain(line.sentence.clone())];
        for figure in line.figures.iter().take(room.spoken) {
            let is_it = |it: &&FigureLine| it.indicator == figure.indicator && it.period == figure.period;
            let Some(source) = page.figures.iter().find(is_it).map(|it| it.source) else { continue };
            if !cited.contains(&source) {
                cited.push(source);
            }
            let facts = [
                ("label", &*figure.label),
                ("words", &figure.words),
                ("period", &figure.period),
                ("source", &source.to_string()),
            ];
            let sign = if runs.len() == 2 { " " } else { "; " };
            runs.push(Run::plain(format!("{sign}{}", words.say("report-worry-figure", &facts))));
        }
        runs
    };
    blocks.push(Block::List(lines.iter().map(&mut said).collect()));
}

fn what_is_good(seen: &Seen<'_>, page: &AreaPage, room: Room, cited: &mut Vec<usize>, blocks: &mut Vec<Block>) {
    let words = seen.words;
    let said = Said { state: &seen.agenda.state, words };
    blocks.push(Block::Heading(Depth::Section, words.say("report-good", &[])));
    let strengths: Vec<String> = seen
        .agenda
        .state
        .of_area(Noun::Burden, seen.code())
        .filter(|it| it.word("side") == Some("strength"))
        .map(|it| said.name(it.id()))
        .collect();
    if !strengths.is_empty() {
        let n = strengths.len().to_string();
        blocks.push(paragraph(words.say("report-strengths-agreed", &[("names", &strengths.join("; ")), ("n", &n)])));
    }
    let found = strong(&page.figures, &|line| middle(seen, line));
    let levels = words.say(&format!("page-levels-{}", page.level), &[]);
    let facts =
        [("levels", &*levels), ("n", &found.lines.len().to_string()), ("compared", &found.compared.len().to_string())];
    match found.lines.as_slice() {
        [] => blocks.push(paragraph(words.say("report-good-none", &facts))),
        lines => {
            blocks.push(paragraph(words.say("report-good-rule", &facts)));
            let rows = lines.iter().take(room.strong).map(|line| figure_row(seen, line, cited)).collect();
            blocks.push(Block::Table(Table {
                caption: words.say("report-good-caption", &[]),
                columns: figure_columns(seen),
                rows,
            }));
        }
    }
}

fn what_comes_together(seen: &Seen<'_>, page: &AreaPage, room: Room, cited: &mut Vec<usize>, blocks: &mut Vec<Block>) {
    let words = seen.words;
    blocks.push(Block::Heading(Depth::Section, words.say("report-together", &[])));
    let burdened = seen.agenda.facts.burdened_domains.get(seen.code()).cloned().unwrap_or_default();
    match page.burdens.first() {
        Some(scores) => {
            let domains = words.each("domain", scores.burdened.iter().map(String::as_str));
            let facts = [
                ("n", &*scores.n_burdens.to_string()),
                ("known", &scores.n_known.to_string()),
                ("of", &scores.n_domains.to_string()),
                ("sources", &scores.sources.len().to_string()),
                ("domains", &domains),
            ];
            let sentence = match &scores.not_counted {
                Some(reason) => {
                    let reason = words.say(&format!("not-counted-{reason}"), &[]);
                    words.say("area-burdens-not-counted", &[("reason", &reason)])
                }
                None if scores.n_burdens == 0 => words.say("area-burdens-none", &facts),
                None => words.say("area-burdens-line", &facts),
            };
            blocks.push(Block::Callout(vec![Run::plain(sentence)]));
        }
        None => blocks.push(Block::Callout(vec![Run::plain(of_larger(seen, &burdened))])),
    }
    blocks.push(paragraph(words.say("area-not-people", &[])));
    let lines = leading_figures(seen, page, &burdened);
    if !lines.is_empty() {
        let rows = lines.iter().take(room.burdens).map(|line| figure_row(seen, line, cited)).collect();
        blocks.push(Block::Table(Table {
            caption: words.say("report-together-caption", &[]),
            columns: figure_columns(seen),
            rows,
        }));
    }
    let more = lines.len().saturating_sub(room.burdens);
    if more > 0 {
        blocks.push(Block::Note(words.say("report-more-domains", &[("n", &more.to_string())])));
    }
}

/// Of an area that is larger than what the recipe scores: in how many of its parts burdens come together.
fn of_larger(seen: &Seen<'_>, burdened: &[String]) -> String {
    let (snapshot, words) = (seen.snapshot, seen.words);
    let scored = snapshot.levels().iter().rev().find_map(|level| Some((level, snapshot.recipes(level).next()?)));
    let Some((level, (recipe, scores))) = scored else { return words.say("report-no-recipe", &[]) };
    let inside = snapshot.below(AreaAt { level: seen.area.level, index: seen.area.index }, level);
    let stacked = inside.iter().filter(|index| {
        let area = scores.area(recipe, **index);
        area.not_counted.is_none() && area.n_burdens >= 2
    });
    let facts = [
        ("stacked", &*stacked.count().to_string()),
        ("all", &inside.len().to_string()),
        ("levels", &words.say(&format!("page-levels-{}", level.name()), &[])),
        ("domains", &words.each("domain", burdened.iter().map(String::as_str))),
        ("n", &burdened.len().to_string()),
    ];
    words.say("report-together-larger", &facts)
}

/// One figure for each burdened domain: its lead where the recipe names one, else the first of the domain.
fn leading_figures<'a>(seen: &Seen<'_>, page: &'a AreaPage, burdened: &[String]) -> Vec<&'a FigureLine> {
    let recipes = &seen.snapshot.manifest().recipes;
    let lead = |domain: &String| {
        let at = recipes.iter().find_map(|recipe| {
            let position = recipe.domains.iter().position(|known| known == domain)?;
            recipe.leads.get(position).filter(|lead| !lead.is_empty())
        });
        let named = at.and_then(|lead| page.figures.iter().find(|line| &line.indicator == lead));
        named.or_else(|| page.figures.iter().find(|line| &line.domain == domain && line.direction != "neither"))
    };
    burdened.iter().filter_map(lead).collect()
}

fn what_is_agreed(seen: &Seen<'_>, room: Room, blocks: &mut Vec<Block>) {
    let words = seen.words;
    blocks.push(Block::Heading(Depth::Section, words.say("report-agreed", &[])));
    let version = seen.agenda.state.versions_of(seen.code()).last();
    blocks.push(paragraph(match version {
        Some(version) => {
            let facts = [("version", &*version.adoption.name()), ("day", &day(&version.day.to_string(), words))];
            words.say("report-adopted", &facts)
        }
        None => words.say("annex-not-adopted", &[]),
    }));
    let (table, more) = tables::actions_in_short(seen, room.actions, room.signs);
    match table.rows.is_empty() {
        true => blocks.push(paragraph(words.say("report-no-actions", &[]))),
        false => blocks.push(Block::Table(table)),
    }
    if more > 0 {
        blocks.push(Block::Note(words.say("report-more-actions", &[("n", &more.to_string())])));
    }
    let told = delivered(seen);
    let all: Vec<_> = told.lines.iter().filter(|line| line.id.noun() == Noun::Promise).collect();
    let more = all.len().saturating_sub(room.promises);
    let promises: Vec<Vec<Run>> = all
        .iter()
        .take(room.promises)
        .map(|line| {
            let last = line.years.iter().flatten().last();
            let told = last.map_or_else(|| words.say("delivered-nothing-said", &[]), |(word, _)| word.clone());
            vec![Run::plain(format!("“{}” ", tables::shortened(&line.words, room.signs * 2))), Run::strong(told)]
        })
        .collect();
    if !promises.is_empty() {
        blocks.push(Block::Heading(Depth::Part, words.say("report-promised", &[])));
        blocks.push(Block::List(promises));
        if more > 0 {
            blocks.push(Block::Note(words.say("report-more-promises", &[("n", &more.to_string())])));
        }
    }
}

fn what_is_missing(seen: &Seen<'_>, room: Room, blocks: &mut Vec<Block>) {
    let words = seen.words;
    let said = Said { state: &seen.agenda.state, words };
    let holes = seen.agenda.holes(seen.code());
    blocks.push(Block::Heading(Depth::Section, words.say("report-missing", &[])));
    blocks.push(Block::Callout(vec![Run::plain(summary(seen, &holes))]));
    let line = |hole: &&Hole| {
        let about = tables::shortened(&said.hole_about(hole), room.signs);
        vec![Run::strong(format!("{}: ", said.hole_kind(hole))), Run::plain(about)]
    };
    let shown = first_of_each_kind(&holes);
    if !shown.is_empty() {
        blocks.push(Block::List(shown.iter().take(room.holes).map(line).collect()));
    }
    let more = holes.len().saturating_sub(room.holes);
    if more > 0 {
        blocks.push(Block::Note(words.say("report-more-holes", &[("n", &more.to_string())])));
    }
}

/// The first hole of each kind, then the second ones.
fn first_of_each_kind(holes: &[Hole]) -> Vec<&Hole> {
    let nth = |at: usize| holes[..at].iter().filter(|hole| hole.kind == holes[at].kind).count();
    let mut order: Vec<(usize, usize)> = (0..holes.len()).map(|at| (nth(at), at)).collect();
    order.sort_unstable();
    order.into_iter().map(|(_, at)| &holes[at]).collect()
}

/// The sources of the figures that stand in the report, by number.
fn sources(seen: &Seen<'_>, page: &AreaPage, cited: &[usize]) -> String {
    let mut numbers = cited.to_vec();
    numbers.sort_unstable();
    let line = |number: &usize| {
        let it = page.sources.get(number.checked_sub(1)?)?;
        Some(format!("[{number}] {}: {}. {}.", it.publisher, it.title, it.attribution.trim_end_matches('.')))
    };
    let all: Vec<String> = numbers.iter().filter_map(line).collect();
    seen.words.say("report-sources", &[("list", &all.join(" "))])
}

/// Whether anything is agreed for an area.
pub fn has_agenda(state: &kapstok_agenda::state::State, area: &str) -> bool {
    let mut about = [Noun::Burden, Noun::Link, Noun::Promise, Noun::Action, Noun::Capacity, Noun::Target, Noun::Reply]
        .into_iter()
        .flat_map(|noun| state.of_area(noun, area).map(Entry::id).collect::<Vec<_>>());
    about.next().is_some()
}
