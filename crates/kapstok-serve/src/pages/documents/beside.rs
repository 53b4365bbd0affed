// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Two documents side by side: how long they are, how each chapter is told, and what each says more often.
//!
//! In: two documents. Out: HTML. Invariant: a count stands beside its rate per 10,000 words, and a ratio beside its
//! interval.

use askama::Template;
use kapstok_read::compare::Difference;
use kapstok_share::documents::beside::beside;
use kapstok_share::documents::{Shown, said, tally};

use super::super::Made;
use super::super::charts::chapters::svg;
use super::super::errors::Wrong;
use super::super::frame::{Frame, Link, View};
use super::super::links::Page;
use super::{document, frame, overview, to};

#[derive(Template)]
#[template(path = "document-beside.html")]
struct BesideTemplate {
    frame: Frame,
    title: String,
    sides: Vec<Side>,
    /// What is said where two recipes counted.
    recipes: Option<String>,
    tables: Vec<Table>,
}

/// One of the two.
struct Side {
    link: Link,
    sentence: String,
    words: String,
    picture: Option<String>,
}

struct Table {
    id: &'static str,
    title: String,
    lines: Vec<Line>,
}

struct Line {
    what: String,
    /// Count and rate of each side.
    cells: [String; 4],
    ratio: String,
    interval: String,
}

/// Makes the page.
///
/// # Errors
/// There is no such document, or it is held against itself.
pub(in crate::pages) fn page(view: View<'_>, one: &str, other: &str) -> Made {
    let page = Page::DocumentBeside(one.to_owned(), other.to_owned());
    let documents = [document(view, &page, one)?, document(view, &page, other)?];
    if one == other {
        return Err(Wrong::Unknown { path: view.href(&page).chars().take(200).collect() });
    }
    let v = view.voice();
    let [left, right] = documents.map(|it| it.title.of(view.language));
    let title = v.f("documents-beside-title", &[("one", left), ("other", right)]);
    let all = beside(&documents[0].rows, &documents[1].rows);
    let named = |lines: &[(&kapstok_read::row::Named, Difference)]| {
        let line = |(name, difference): &(&kapstok_read::row::Named, Difference)| {
            line(view, said::capital(said::name(name, view.language)), difference)
        };
        lines.iter().map(line).collect::<Vec<_>>()
    };
    let sentences = all.sentences.iter().map(|(key, it)| line(view, v.s(&format!("documents-beside-{key}")), it));
    let tables =
        [("sentences", sentences.collect::<Vec<_>>()), ("words", named(&all.words)), ("domains", named(&all.domains))];
    let template = BesideTemplate {
        frame: frame(view, &page, &title, None),
        sides: vec![side(view, documents[0], 1), side(view, documents[1], 2)],
        recipes: (!all.one_recipe).then(|| v.s("documents-beside-recipes")),
        tables: tables
            .into_iter()
            .filter(|(_, lines)| !lines.is_empty())
            .map(|(id, lines)| Table { id, title: v.s(&format!("documents-beside-of-{id}")), lines })
            .collect(),
        title,
    };
    template.render().map_err(|_| Wrong::Ours)
}

fn side(view: View<'_>, document: &Shown, number: usize) -> Side {
    let v = view.voice();
    let chapters = tally::chapters(&document.rows);
    Side {
        link: to(view, document),
        sentence: said::in_short(&document.rows, &v.words),
        words: v.f("documents-beside-length", &[("number", &v.count(document.rows.document.words[0]))]),
        picture: svg(&overview::bars(view, &chapters), number),
    }
}

fn line(view: View<'_>, what: String, difference: &Difference) -> Line {
    let v = view.voice();
    let rate = |side: usize| v.words.number(difference.per_10_000[side], 1);
    let count = |side: usize| v.count(difference.counts[side]);
    let nothing = v.s("documents-nothing");
    let number = |number: f64| match number.is_finite() {
        true => v.words.number(number, 2),
        false => v.s("documents-beside-unbounded"),
    };
    let (ratio, interval) = match difference.ratio {
        Some(ratio) => {
            let ends = [("from", &*number(ratio.lower)), ("to", &number(ratio.upper))];
            let middle = if ratio.value.is_finite() { number(ratio.value) } else { v.s("documents-beside-only") };
            (middle, v.f("documents-range", &ends))
        }
        None => (nothing.clone(), nothing),
    };
    Line { what, cells: [count(0), rate(0), count(1), rate(1)], ratio, interval }
}
