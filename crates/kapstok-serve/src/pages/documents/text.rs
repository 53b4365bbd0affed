// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The whole text of a document, with marks.

use askama::Template;
use kapstok_share::documents::marked::{Form, Mark, Marked, Run, marked};
use kapstok_share::documents::said;

use super::super::Made;
use super::super::errors::Wrong;
use super::super::frame::{Frame, Link, View};
use super::super::links::Page;
use super::super::voice::Voice;
use super::{document, frame, to};

#[derive(Template)]
#[template(path = "document-text.html")]
struct TextTemplate {
    frame: Frame,
    title: String,
    /// The language of the document.
    language: String,
    legend: Vec<(String, String)>,
    back: Link,
    blocks: Vec<Block>,
}

/// A block as the template shows it.
struct Block {
    id: String,
    /// The element: `h2` to `h6`, `p`, `li` or `table`.
    element: String,
    class: &'static str,
    /// Whether a list begins before it, and ends behind it.
    list: (bool, bool),
    page: Option<(String, String)>,
    parts: Vec<Part>,
    caption: String,
    columns: Vec<String>,
    rows: Vec<(String, Vec<String>)>,
}

struct Part {
    anchor: Option<String>,
    runs: Vec<Piece>,
}

/// Text with marks.
#[derive(Clone, Debug, Default)]
pub(in crate::pages) struct Piece {
    pub(in crate::pages) text: String,
    pub(in crate::pages) class: String,
    /// What is said before it to those who do not see the mark.
    pub(in crate::pages) said: String,
}

/// Makes the page.
///
/// # Errors
/// There is no such document.
pub(in crate::pages) fn page(view: View<'_>, id: &str) -> Made {
    let page = Page::DocumentText(id.to_owned());
    let document = document(view, &page, id)?;
    let v = view.voice();
    let title = v.f("documents-text-title", &[("title", document.title.of(view.language))]);
    let template = TextTemplate {
        frame: frame(view, &page, &title, Some(document)),
        language: document.rows.document.language.clone(),
        legend: Mark::ALL.map(|mark| (class(&[mark]), v.s(key(mark)))).into(),
        back: Link { text: v.s("documents-overview"), ..to(view, document) },
        blocks: blocks(v, &marked(&document.rows)),
        title,
    };
    template.render().map_err(|_| Wrong::Ours)
}

fn blocks(v: &Voice, all: &[Marked<'_>]) -> Vec<Block> {
    let is_item = |at: Option<&Marked<'_>>| at.is_some_and(|it| it.form == Form::Item && !it.begins_page);
    let block = |(at, marked): (usize, &Marked<'_>)| {
        let item = marked.form == Form::Item;
        // A number of a page stands between two lists, never in one.
        let begins = item && (marked.begins_page || at == 0 || all[at - 1].form != Form::Item);
        shown(v, marked, (begins, item && !is_item(all.get(at + 1))))
    };
    all.iter().enumerate().map(block).collect()
}

fn shown(v: &Voice, marked: &Marked<'_>, list: (bool, bool)) -> Block {
    let (element, class) = match marked.form {
        Form::Title => ("p".to_owned(), "document-title"),
        Form::Heading(level) => (format!("h{level}"), ""),
        Form::Item => ("li".to_owned(), ""),
        Form::Table if !marked.rows.is_empty() => ("table".to_owned(), ""),
        Form::Table => ("p".to_owned(), "document-table-text"),
        Form::Footnote => ("p".to_owned(), "document-note"),
        Form::Contents => ("p".to_owned(), "document-contents"),
        Form::Paragraph => ("p".to_owned(), ""),
    };
    let n_columns = marked.rows.iter().map(Vec::len).max().unwrap_or(0);
    let row = |row: &Vec<Option<String>>| {
        let cell = |at: usize| row.get(at).and_then(Clone::clone).unwrap_or_default();
        let label = if cell(0).is_empty() { v.s("documents-table-label-none") } else { cell(0) };
        (label, (1..n_columns).map(cell).collect())
    };
    let columns = (1..n_columns).map(|at| v.f("documents-table-column", &[("number", &at.to_string())]));
    let parts = marked
        .parts
        .iter()
        .map(|part| Part { anchor: part.anchor.clone(), runs: part.runs.iter().map(|run| piece(v, run)).collect() });
    let (printed, of_file) = marked.page;
    let place = said::page(printed, of_file, &v.words);
    Block {
        id: format!("b-{}", marked.position),
        element,
        class,
        list,
        page: marked.begins_page.then(|| (format!("p-{of_file}"), said::capital(&place))),
        parts: parts.collect(),
        caption: v.f("documents-table-caption", &[("page", &place)]),
        columns: columns.collect(),
        rows: marked.rows.iter().map(row).collect(),
    }
}

/// A run of text as a page shows it.
pub(in crate::pages) fn piece(v: &Voice, run: &Run<'_>) -> Piece {
    let names: Vec<String> = run.begin.iter().map(|mark| v.s(key(*mark))).collect();
    let said = if names.is_empty() { String::new() } else { v.f("documents-marked", &[("marks", &v.and(&names))]) };
    Piece { text: run.text.to_owned(), class: class(&run.marks), said }
}

/// Classes of the style sheet.
pub(in crate::pages) fn class(marks: &[Mark]) -> String {
    marks.iter().map(|mark| format!("of-{}", mark.word())).collect::<Vec<_>>().join(" ")
}

/// The words of a mark.
pub(in crate::pages) fn key(mark: Mark) -> &'static str {
    match mark {
        Mark::Area => "documents-mark-area",
        Mark::Commitment => "documents-mark-commitment",
        Mark::Target => "documents-mark-target",
        Mark::Money => "documents-mark-money",
    }
}
