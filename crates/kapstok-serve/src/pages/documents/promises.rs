// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The promises of a document: who promises what, by when, with which money, each with its quote and page.
//!
//! In: a document and what somebody looks for. Out: HTML. Invariant: how many of how many are shown is said; without a
//! filter all are. Plain files have all promises and no filter, for there is nobody to ask.

use askama::Template;
use kapstok_read::row::StatementRow;
use kapstok_share::documents::judged::{self, Judged};
use kapstok_share::documents::promises::{FRAMINGS, STRENGTHS, WITH, Which, framing, promises};
use kapstok_share::documents::{Shown, said};

use super::super::Made;
use super::super::errors::Wrong;
use super::super::frame::{Frame, Link, View};
use super::super::links::{Page, Promised};
use super::{Quote, document, frame, quote, to};

#[derive(Template)]
#[template(path = "document-promises.html")]
struct PromisesTemplate {
    frame: Frame,
    title: String,
    back: Link,
    sentence: String,
    /// Where the form leads; none where there is nobody to ask.
    action: Option<String>,
    filters: Vec<Filter>,
    /// The way to all, where some are left out.
    all: Option<Link>,
    /// How much was decided, and by the rules alone what is not.
    decided: String,
    /// Whether any of the promises was: then each row says what.
    has_decided: bool,
    rows: Vec<Row>,
}

/// A field of the form.
struct Filter {
    name: &'static str,
    title: String,
    /// Word of the address, what people read, whether it is chosen.
    choices: Vec<(String, String, bool)>,
}

struct Row {
    quote: Quote,
    /// Who, how firm, by what, domains, aims, money; nothing where it does not say.
    cells: Vec<Option<String>>,
    /// What persons decided; nothing where nobody did.
    decided: Vec<String>,
}

/// Makes the page.
///
/// # Errors
/// There is no such document.
pub(in crate::pages) fn page(view: View<'_>, promised: &Promised) -> Made {
    let page = Page::DocumentPromises(promised.clone());
    let document = document(view, &page, &promised.id)?;
    let v = view.voice();
    let title = v.f("documents-promises-title", &[("title", document.title.of(view.language))]);
    let shown = promises(&document.rows, &promised.which);
    let n_all = promises(&document.rows, &Which::default()).len();
    let all = Page::promises(&document.id);
    let judged = judged::statements(super::state(view), &document.rows);
    let facts = [("shown", &*v.count(shown.len())), ("all", &v.count(n_all))];
    let template = PromisesTemplate {
        frame: frame(view, &page, &title, Some(document)),
        back: Link { text: v.s("documents-overview"), ..to(view, document) },
        sentence: v.f("documents-promises-shown", &facts),
        action: view.links.has_server().then(|| view.href(&all)),
        filters: filters(view, document, &promised.which),
        all: (promised.which != Which::default())
            .then(|| Link { href: view.href(&all), text: v.s("documents-promises-all") }),
        decided: super::decided(view, &judged),
        has_decided: !judged.is_empty(),
        rows: shown.into_iter().map(|statement| row(view, document, statement, judged.get(&statement.key))).collect(),
        title,
    };
    template.render().map_err(|_| Wrong::Ours)
}

fn filters(view: View<'_>, document: &Shown, which: &Which) -> Vec<Filter> {
    let v = view.voice();
    let filter = |name: &'static str, chosen: &Option<String>, words: Vec<(String, String)>| {
        let choices = words.into_iter().map(|(word, text)| {
            let is_chosen = chosen.as_deref() == Some(&word);
            (word, text, is_chosen)
        });
        let any = (String::new(), v.s("documents-filter-any"), chosen.is_none());
        let title = v.s(&format!("documents-filter-{name}"));
        Filter { name, title, choices: std::iter::once(any).chain(choices).collect() }
    };
    let worded = |name: &str, words: &[&str]| {
        let word = |word: &&str| ((*word).to_owned(), v.s(&format!("documents-{name}-{word}")));
        words.iter().map(word).collect()
    };
    let rows = &document.rows;
    let domain = |id: &str| rows.statements.iter().any(|it| it.domains.iter().any(|domain| domain.id == id));
    let domains = rows.document.domains.iter().filter(|name| domain(&name.id));
    let domains = domains.map(|name| (name.id.clone(), said::name(name, view.language).to_owned())).collect();
    vec![
        filter("framing", &which.framing, worded("framing", &FRAMINGS)),
        filter("domain", &which.domain, domains),
        filter("strength", &which.strength, worded("strength", &STRENGTHS)),
        filter("with", &which.with, worded("with", &WITH)),
    ]
}

fn row(view: View<'_>, document: &Shown, statement: &StatementRow, judged: Option<&Judged>) -> Row {
    let v = view.voice();
    let written = |span: [usize; 2]| statement.place.quote.get(span[0]..span[1]);
    let commitment = statement.commitment.as_ref();
    let mut domains: Vec<&str> = Vec::new();
    for domain in statement.domains.iter().filter(|domain| domain.by != "rest") {
        let name = said::name_of(&document.rows.document.domains, &domain.id, view.language);
        if !domains.contains(&name) {
            domains.push(name);
        }
    }
    let aims = statement.targets.iter().filter(|target| target.is_aim());
    let aim = |target: &kapstok_read::row::TargetRow| {
        let quantity = said::quantity(statement, target, &v.words);
        match target.deadline {
            Some(_) => format!("{quantity}, {}", said::deadline(target, &v.words)),
            None => quantity,
        }
    };
    let money = statement.money.iter().filter(|amount| amount.role == "money");
    let joined = |texts: Vec<String>, between: &str| (!texts.is_empty()).then(|| texts.join(between));
    let who = commitment.and_then(|it| written(it.actor_span?));
    Row {
        quote: quote(view, document, &statement.place),
        decided: judged.map(|it| judged::sentences(it, &document.rows.document, &v.words)).unwrap_or_default(),
        cells: vec![
            who.map(str::to_owned),
            commitment.map(|it| v.s(&format!("documents-strength-{}", it.strength))),
            Some(v.s(&format!("documents-framing-{}", framing(statement)))),
            joined(domains.into_iter().map(str::to_owned).collect(), ", "),
            joined(aims.map(aim).collect(), "; "),
            joined(money.filter_map(|amount| written(amount.span)).map(str::to_owned).collect(), "; "),
        ],
    }
}
