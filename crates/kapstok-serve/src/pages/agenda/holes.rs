// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The holes of an area, by kind: each with why it is one, and the rule by which it was found.

use askama::Template;
use kapstok_agenda::holes::{Hole, HoleKind, counts};
use kapstok_share::agenda::hole_list::summary;
use kapstok_share::agenda::said::Said;

use super::{Foot, agenda_link, foot, frame, seen};
use crate::pages::Made;
use crate::pages::errors::Wrong;
use crate::pages::frame::{Frame, Link, View};
use crate::pages::links::Page;

#[derive(Template)]
#[template(path = "agenda-holes.html")]
struct HolesTemplate {
    frame: Frame,
    title: String,
    summary: String,
    kinds: Vec<Kind>,
    command: String,
    back: Link,
    foot: Foot,
}

/// The holes of a kind.
struct Kind {
    word: &'static str,
    title: String,
    rule: String,
    n: String,
    /// Its length in the picture, of 100.
    bar: usize,
    holes: Vec<HoleSaid>,
}

/// A hole in words.
struct HoleSaid {
    /// Its name in an address; it stays as long as the hole is the same.
    id: String,
    about: String,
    thing: Option<String>,
    why: String,
    why_word: &'static str,
}

/// Makes the page.
///
/// # Errors
/// No such area, or nothing agreed for it.
pub(in crate::pages) fn page(view: View<'_>, code: &str) -> Made {
    let v = view.voice();
    let seen = seen(view, code)?;
    let holes = seen.agenda.holes(seen.code());
    let said = Said { state: &seen.agenda.state, words: seen.words };
    let counts = counts(&holes);
    let most = counts.values().copied().max().unwrap_or(1);
    let kind = |(kind, n): (HoleKind, usize)| Kind {
        word: kind.word(),
        title: v.s(&format!("hole-{}", kind.word())),
        rule: v.s(&format!("hole-{}-rule", kind.word())),
        n: v.count(n),
        bar: (n * 100 / most).max(1),
        holes: holes.iter().filter(|hole| hole.kind == kind).map(|hole| in_words(&said, hole)).collect(),
    };
    let title = v.f("page-agenda-holes-title", &[("name", seen.name())]);
    let command = format!("kapstok agenda holes {} {} -o gatenlijst.docx", v.s("help-value-dir"), seen.code());
    let template = HolesTemplate {
        frame: frame(view, &Page::Holes(seen.code().to_owned()), &title, &seen),
        summary: summary(&seen, &holes),
        kinds: counts.iter().map(|(it, n)| kind((*it, *n))).collect(),
        command,
        back: agenda_link(view, &seen),
        foot: foot(view, seen.agenda),
        title,
    };
    template.render().map_err(|_| Wrong::Ours)
}

/// The name of a hole in an address: its kind, and what it is about.
pub(in crate::pages) fn anchor(hole: &Hole) -> String {
    let about = hole.about.iter().map(ToString::to_string).chain(hole.domain.clone());
    std::iter::once(format!("hole-{}", hole.kind.word())).chain(about).collect::<Vec<_>>().join("_")
}

fn in_words(said: &Said<'_>, hole: &Hole) -> HoleSaid {
    HoleSaid {
        id: anchor(hole),
        about: said.hole_about(hole),
        thing: hole.about.first().map(ToString::to_string),
        why: said.hole_why(hole),
        why_word: hole.why.word().unwrap_or_default(),
    }
}
