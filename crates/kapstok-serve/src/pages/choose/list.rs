// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! All choices of a build, each with the sentence on whom it reaches and misses.

use askama::Template;

use super::{Bench, said};
use crate::pages::Made;
use crate::pages::errors::Wrong;
use crate::pages::frame::{Frame, Link, View};
use crate::pages::links::Page;

#[derive(Template)]
#[template(path = "choices.html")]
struct ChoicesTemplate {
    frame: Frame,
    title: String,
    /// A link to each, what it is about, whom it reaches.
    choices: Vec<(Link, String, String)>,
    command: String,
}

/// Makes the page. Without a choice it says what to type.
pub(in crate::pages) fn page(view: View<'_>) -> Made {
    let v = view.voice();
    let title = v.s("workbench-title");
    let choice = |entry| {
        let bench = Bench::new(view, entry, entry.chosen(), "");
        let link = Link { href: view.href(&Page::choice(&entry.id)), text: entry.title.of(view.language).to_owned() };
        let kicker = v.f("workbench-kicker", &[("levels", &v.levels(&entry.level)), ("recipe", &entry.recipe)]);
        (link, kicker, said::first_line(&bench))
    };
    let template = ChoicesTemplate {
        frame: view.frame(&Page::Choices, &title, &[]),
        choices: view.site.snapshot.choices().iter().map(choice).collect(),
        command: format!("kapstok choose {} {}", v.s("help-value-dir"), v.s("help-value-protocol")),
        title,
    };
    template.render().map_err(|_| Wrong::Ours)
}
