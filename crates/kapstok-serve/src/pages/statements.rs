// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What the figures say of the statements of the essay that are about differences between areas.
//!
//! In: the first choice of the build with an area that may show figures, for its areas are those that somebody chose by a
//! written rule. Out: per statement the same sentences as `kapstok gap --essay`, or who holds a figure. Without such a choice
//! nothing is compared: then it is said what is missing, and which figures there are. Invariant: no figure of something else stands in for one that is missing.

use askama::Template;
use kapstok_share::choice::ChoiceEntry;
use kapstok_share::gap::essay::{EssayFigure, EssayLine, answering, chosen_of, essay, says, sentence, without_figure};
use kapstok_share::gap::list::Chosen;

use super::Made;
use super::errors::Wrong;
use super::frame::{Frame, Link, View};
use super::links::Page;

/// Level of confidence of the intervals.
const CONFIDENCE: f64 = 0.95;

#[derive(Template)]
#[template(path = "statements.html")]
struct StatementsTemplate {
    frame: Frame,
    title: String,
    /// Which areas were compared, and where they were chosen; none where nothing was chosen.
    compared: Option<(String, Link)>,
    /// Why nothing was compared: a title and a sentence.
    missing: (String, String),
    /// What to type for any list of areas.
    command: String,
    statements: Vec<Statement>,
}

/// A statement.
struct Statement {
    id: String,
    says: String,
    /// What a figure says of it, and where all areas stand.
    figures: Vec<(String, Option<Link>)>,
    /// What is said where no figure can be.
    nothing: Option<String>,
}

/// Makes the page.
pub(super) fn page(view: View<'_>) -> Made {
    let v = view.voice();
    let title = v.s("statements-title");
    let snapshot = &view.site.snapshot;
    let choices = snapshot.choices();
    let first = choices.iter().find_map(|choice| Some((choice, chosen_of(snapshot, choice)?)));
    let missing = if choices.is_empty() { "statements-missing" } else { "statements-none-shown" };
    let statements = match &first {
        Some((choice, chosen)) => {
            let lines = essay(snapshot, chosen.clone(), CONFIDENCE, view.language);
            lines.into_iter().map(|line| compared(view, &choice.level, line)).collect()
        }
        None => answering(snapshot, view.language).into_iter().map(|(id, labels)| known(view, id, &labels)).collect(),
    };
    let template = StatementsTemplate {
        frame: view.frame(&Page::Statements, &title, &[]),
        compared: first.map(|(choice, chosen)| areas(view, choice, &chosen)),
        missing: (v.s(&format!("{missing}-title")), v.s(missing)),
        command: format!("kapstok gap {} --areas {} --essay", v.s("help-value-dir"), v.s("help-value-areas")),
        statements,
        title,
    };
    template.render().map_err(|_| Wrong::Ours)
}

fn areas(view: View<'_>, choice: &ChoiceEntry, chosen: &Chosen) -> (String, Link) {
    let v = view.voice();
    let facts = [("number", &*v.count(chosen.areas.len())), ("levels", &v.levels(&choice.level))];
    let link = Link { href: view.href(&Page::choice(&choice.id)), text: choice.title.of(view.language).to_owned() };
    (v.f("statements-compared", &facts), link)
}

/// A statement with what the figures say of it.
fn compared(view: View<'_>, level: &str, line: EssayLine) -> Statement {
    let words = &view.voice().words;
    let figure = |found: &EssayFigure| {
        let href = view.link_to(&Page::table(&found.gap.indicator, level, None));
        let text = view.voice().f("statements-table", &[("label", &found.gap.label)]);
        (capital(&sentence(found, words)) + ".", href.map(|href| Link { href, text }))
    };
    Statement {
        says: says(&line.id, words),
        nothing: line.figures.is_empty().then(|| capital(&without_figure(&line.id, words)) + "."),
        figures: line.figures.iter().map(figure).collect(),
        id: line.id,
    }
}

/// A statement where no areas were chosen: which figures there would be.
fn known(view: View<'_>, id: &str, labels: &[&str]) -> Statement {
    let v = view.voice();
    let nothing = match labels {
        [] => capital(&without_figure(id, &v.words)) + ".",
        labels => v.f("statements-known", &[("names", &labels.join("; "))]),
    };
    Statement { id: id.to_owned(), says: says(id, &v.words), figures: Vec::new(), nothing: Some(nothing) }
}

/// With a capital, as a sentence begins.
fn capital(text: &str) -> String {
    let mut signs = text.chars();
    signs.next().map_or_else(String::new, |first| first.to_uppercase().chain(signs).collect())
}
