// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What stands in a document: what was read of it, chapters, matrix, aims, money, words.

use askama::Template;
use kapstok_read::row::{CellRow, LadderRow, MentionRow, StatementRow};
use kapstok_share::documents::judged;
use kapstok_share::documents::tally::{self, Aim};
use kapstok_share::documents::{Kind, Shown, said};

use super::super::Made;
use super::super::charts::chapters::{Bar, svg};
use super::super::errors::Wrong;
use super::super::frame::{Frame, Link, View};
use super::super::links::Page;
use super::{Quote, document, frame, in_text, into_text, list, quote};

#[derive(Template)]
#[template(path = "document.html")]
struct OverviewTemplate {
    frame: Frame,
    title: String,
    kicker: &'static str,
    in_short: String,
    looks: Vec<Link>,
    /// How much of it persons decided.
    decided: String,
    coverage: Vec<String>,
    warnings: Vec<(String, Option<String>)>,
    picture: Option<String>,
    /// Heading, then counts.
    chapters: Vec<(String, Vec<String>)>,
    matrix: Vec<MatrixLine>,
    aims: Vec<Aims>,
    ladders: Vec<Ladder>,
    tables: Vec<(String, Link, Vec<String>)>,
    no_tables: bool,
    doubles: Vec<(String, String, Vec<Quote>)>,
    words: Vec<Word>,
}

/// A domain by one framing.
struct MatrixLine {
    /// Its name, in the first of its two rows.
    domain: Option<String>,
    framing: String,
    cells: Vec<String>,
    money: String,
}

struct Aims {
    id: &'static str,
    title: String,
    rows: Vec<AimLine>,
}

struct AimLine {
    quote: Quote,
    quantity: String,
    direction: String,
    deadline: String,
}

struct Ladder {
    id: String,
    quote: Quote,
    lowest: String,
    money: Vec<RungMoney>,
    rungs: Vec<RungMoney>,
    /// Rungs without money, by name.
    without: Option<String>,
    /// How much of a chapter with very many amounts was not looked at.
    left_out: Option<String>,
}

/// Money on a rung.
struct RungMoney {
    rung: String,
    amount: String,
    tie: String,
    link: Link,
}

/// A word of the lexicon: a title and quotes, each with what is said of it.
struct Word {
    id: String,
    title: String,
    said: String,
    groups: Vec<Group>,
}

/// Places of one outcome.
struct Group {
    title: String,
    /// Each with the rule that says so.
    places: Vec<(Quote, Option<String>)>,
}

/// Makes the page.
///
/// # Errors
/// There is no such document.
pub(in crate::pages) fn page(view: View<'_>, id: &str) -> Made {
    let page = Page::Document(id.to_owned());
    let document = document(view, &page, id)?;
    let v = view.voice();
    let rows = &document.rows;
    let title = document.title.of(view.language).to_owned();
    let chapters = tally::chapters(rows);
    let template = OverviewTemplate {
        frame: frame(view, &page, &title, None),
        kicker: match document.kind {
            Kind::Agreement => "documents-kicker-agreement",
            Kind::Ask => "documents-kicker-ask",
        },
        in_short: said::in_short(rows, &v.words),
        looks: list::looks(view, document),
        decided: super::decided(view, &of_persons(view, document)),
        coverage: said::coverage(rows, &v.words),
        warnings: said::warnings(rows, &v.words),
        picture: svg(&bars(view, &chapters), 1),
        chapters: chapters.iter().map(|chapter| chapter_row(view, chapter)).collect(),
        matrix: matrix(view, document),
        aims: aims(view, document),
        ladders: tally::area_ladders(rows).into_iter().map(|(one, row)| ladder(view, document, one, row)).collect(),
        tables: tables(view, document),
        no_tables: rows.tables.is_empty(),
        doubles: doubles(view, document),
        words: words(view, document),
        title,
    };
    template.render().map_err(|_| Wrong::Ours)
}

/// What persons decided about its statements, and about the answers to its asks.
fn of_persons(view: View<'_>, document: &Shown) -> judged::ByKey {
    let state = super::state(view);
    let mut judged = judged::statements(state, &document.rows);
    for answers in &document.answers {
        if let Some(agreement) = view.site.told.documents.find(&answers.agreement) {
            judged.extend(judged::answers(state, &agreement.rows, &answers.rows).1);
        }
    }
    judged
}

/// Chapters as bars.
pub(super) fn bars<'a>(view: View<'_>, chapters: &[tally::Chapter<'a>]) -> Vec<Bar<'a>> {
    let bar = |it: &tally::Chapter<'a>| Bar {
        title: it.title,
        by_area: it.by_area,
        by_domain: it.by_domain,
        neither: it.neither,
        said: counts(view, it),
    };
    chapters.iter().map(bar).collect()
}

/// What a bar says in words.
fn counts(view: View<'_>, chapter: &tally::Chapter<'_>) -> String {
    let v = view.voice();
    let part = |n: usize, key: &str| format!("{} {}", v.count(n), v.s(key));
    let parts = [
        part(chapter.by_area, "read-column-area"),
        part(chapter.by_domain, "documents-column-by-domain"),
        part(chapter.neither, "documents-column-neither"),
    ];
    parts.join(", ")
}

fn chapter_row(view: View<'_>, chapter: &tally::Chapter<'_>) -> (String, Vec<String>) {
    let v = view.voice();
    let title = if chapter.title.is_empty() { v.s("documents-before-heading") } else { chapter.title.to_owned() };
    let counts = [
        chapter.sentences,
        chapter.by_area,
        chapter.by_domain,
        chapter.neither,
        chapter.commitments,
        chapter.aims,
        chapter.amounts,
    ];
    (title, counts.map(|n| v.count(n)).into())
}

fn matrix(view: View<'_>, document: &Shown) -> Vec<MatrixLine> {
    let v = view.voice();
    let rows = &document.rows;
    let line = |domain: Option<String>, key: &str, cell: &CellRow| MatrixLine {
        domain,
        framing: v.s(key),
        cells: [cell.sentences, cell.commitments, cell.targets].map(|n| v.count(n)).into(),
        money: said::cell_money(&tally::money(rows, cell), &v.words),
    };
    let both = |row: &kapstok_read::row::MatrixRow| {
        let name = said::name_of(&rows.document.domains, &row.domain, view.language);
        [
            line(Some(said::capital(name)), "read-column-area", &row.by_area),
            line(None, "documents-column-by-domain", &row.by_domain),
        ]
    };
    rows.matrix.iter().flat_map(both).collect()
}

fn aims(view: View<'_>, document: &Shown) -> Vec<Aims> {
    let v = view.voice();
    let aims = tally::aims(&document.rows);
    let line = |(statement, target): &Aim<'_>| AimLine {
        quote: quote(view, document, &statement.place),
        quantity: said::quantity(statement, target, &v.words),
        direction: said::direction(target, &v.words),
        deadline: said::deadline(target, &v.words),
    };
    let group = |id, title: String, aims: &[Aim<'_>]| Aims { id, title, rows: aims.iter().map(line).collect() };
    vec![
        group("aims-term", v.n("read-aims-T3", aims.with_term.len()), &aims.with_term),
        group("aims-number", v.n("read-aims-T2", aims.without_term.len()), &aims.without_term),
        group("aims-rule", v.s("documents-aims-parameters"), &aims.parameters),
        group("aims-fact", v.s("documents-aims-facts"), &aims.facts),
    ]
}

fn ladder(view: View<'_>, document: &Shown, statement: &StatementRow, row: &LadderRow) -> Ladder {
    let v = view.voice();
    let rungs: Vec<(&str, RungMoney)> = row
        .rungs
        .iter()
        .flat_map(|rung| rung.money.iter().map(move |money| (rung, money)))
        .map(|(rung, money)| {
            let tie = v.words.word("read-tie", &money.tie);
            let shown = RungMoney {
                rung: v.words.word("read-rung", &rung.rung),
                amount: said::amount_near(money),
                tie: if money.words.is_empty() { tie } else { format!("{tie} ({})", money.words.join(", ")) },
                link: into_text(view, document, &money.place),
            };
            (rung.rung.as_str(), shown)
        })
        .collect();
    let (money, rungs) = rungs.into_iter().partition::<Vec<_>, _>(|(rung, _)| *rung == row.lowest);
    let only = |all: Vec<(&str, RungMoney)>| all.into_iter().map(|(_, money)| money).collect();
    let bare: Vec<String> = row
        .rungs
        .iter()
        .filter(|rung| rung.money.is_empty())
        .map(|rung| v.words.word("read-rung", &rung.rung))
        .collect();
    Ladder {
        without: (!bare.is_empty()).then(|| v.f("documents-ladder-without", &[("rungs", &bare.join(", "))])),
        left_out: (row.left_out > 0).then(|| v.f("read-ladder-left-out", &[("n", &row.left_out.to_string())]) + "."),
        id: format!("ladder-{}", statement.id),
        quote: quote(view, document, &statement.place),
        lowest: v.words.word("read-rung", &row.lowest),
        money: only(money),
        rungs: only(rungs),
    }
}

fn tables(view: View<'_>, document: &Shown) -> Vec<(String, Link, Vec<String>)> {
    let v = view.voice();
    let said = document.rows.tables.iter().map(|table| {
        let page = said::page(table.place.page.as_deref(), table.place.pdf_page, &v.words);
        let equal = v.n("documents-tables-hold", table.equal);
        let [different, unchecked] = table.different_and_unchecked();
        let different = v.n("documents-tables-fail", different);
        let unchecked = v.n("documents-tables-unchecked", unchecked);
        let link =
            Link { href: in_text(view, document, &format!("b-{}", table.place.block)), text: v.s("documents-in-text") };
        let sentence = v.f(
            "documents-table-said",
            &[("page", &page), ("equal", &equal), ("others", &different), ("open", &unchecked)],
        );
        (sentence, link, table.others.iter().map(|check| said::check(check, &v.words)).collect())
    });
    said.collect()
}

fn doubles(view: View<'_>, document: &Shown) -> Vec<(String, String, Vec<Quote>)> {
    let v = view.voice();
    let said = document.rows.doubles.iter().map(|double| {
        let shared = v.f("documents-doubles-shared", &[("words", &double.words.join(", "))]);
        // The sentence around the amount, where there is one.
        let around = |place: &kapstok_read::row::PlaceRow| {
            let statement = tally::statement_at(&document.rows, place);
            quote(view, document, statement.map_or(place, |one| &one.place))
        };
        (double.amount.clone(), shared, double.places.iter().map(around).collect())
    });
    said.collect()
}

fn words(view: View<'_>, document: &Shown) -> Vec<Word> {
    let v = view.voice();
    let word = |(at, word): (usize, &tally::Word<'_>)| {
        let group = |key: &str, all: &[&MentionRow], has_rule: bool| {
            let one = |mention: &&MentionRow| {
                let rule = (has_rule || mention.rule.is_some()).then(|| said::rule(mention, &v.words));
                (quote(view, document, &mention.place), rule)
            };
            Group { title: v.s(key), places: all.iter().map(one).collect() }
        };
        let groups = [
            group("documents-hits", &word.hits, false),
            group("documents-excluded", &word.excluded, true),
            group("documents-near", &word.near, false),
        ];
        Word {
            id: format!("word-{at}"),
            title: said::capital(said::name(word.name, view.language)),
            said: v.n("documents-words-n", word.hits.len()),
            groups: groups.into_iter().filter(|group| !group.places.is_empty()).collect(),
        }
    };
    tally::words(&document.rows).iter().enumerate().map(word).collect()
}
