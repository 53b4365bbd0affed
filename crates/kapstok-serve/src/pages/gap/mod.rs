// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Chosen areas held against all others: *Verschil*. How large is the gap, does it grow, and at which scale does it lie?
//!
//! In: a view and an [`Apart`] (which areas, which indicator). Out: HTML that is complete without a script. Invariants: the same
//! findings as `kapstok gap` (`kapstok_share::gap`), made of figures that the build shows one by one; an area with too few
//! residents is left out before anything is looked at, so that the page of a set with it is the page of the set
//! without it. Not here: ranks, of which a gap needs none.

mod card;
mod picked;
mod scale;

use askama::Template;
use kapstok_share::gap::Question;
use kapstok_share::manifest::IndicatorEntry;
use kapstok_share::snapshot::{AreaAt, Level};
use kapstok_share::worry::speaking;

use super::Made;
use super::errors::Wrong;
use super::frame::{Frame, Link, View};
use super::links::{Apart, Page};
use card::{Card, Figure};
use picked::{Picked, picked};
use scale::Scale;

/// Areas that a form has a tick for each of: their codes fit into an address.
const TICKS: usize = 100;

#[derive(Template)]
#[template(path = "gap.html")]
struct GapTemplate {
    frame: Frame,
    title: String,
    kicker: String,
    /// What of the address was not understood.
    notes: Vec<String>,
    few: String,
    card: Option<Card>,
    figures: Vec<Figure>,
    figures_caption: String,
    scale: Option<Scale>,
    suggestions: Vec<(Link, String)>,
    action: String,
    chosen_title: String,
    /// Code, name, where it lies.
    chosen: Vec<(String, String, String)>,
    /// The address in a form, where the codes are too many for it.
    hidden: Vec<(&'static str, String)>,
    /// The same areas on other pages.
    elsewhere: Vec<Link>,
}

/// Makes the page.
///
/// # Errors
/// No such indicator, choice or larger area; a figure that cannot be compared.
pub(super) fn page(view: View<'_>, apart: &Apart) -> Made {
    let (v, snapshot) = (view.voice(), &view.site.snapshot);
    let picked = picked(view, apart)?;
    let level = picked.chosen.as_ref().map(|chosen| &snapshot.levels()[chosen.level]);
    let indicator = match (&apart.indicator, level) {
        (Some(id), _) => Some(snapshot.indicator(id).ok_or_else(|| no_figure(id))?),
        (None, Some(level)) => with_figures(view, level).into_iter().next(),
        (None, None) => None,
    };
    let title = v.s("page-gap-title");
    let mut template = GapTemplate {
        frame: view.frame(&Page::Gap(picked.apart.clone()), &title, &[]),
        kicker: v.s("page-gap-lede"),
        notes: notes(view, &picked),
        few: v.f("page-gap-few", &[("min", &v.number(snapshot.manifest().min_residents, 0))]),
        card: None,
        figures: Vec::new(),
        figures_caption: String::new(),
        scale: None,
        suggestions: Vec::new(),
        action: view.href(&Page::Gap(Apart { indicator: apart.indicator.clone(), ..Apart::default() })),
        chosen_title: String::new(),
        chosen: Vec::new(),
        hidden: Vec::new(),
        elsewhere: Vec::new(),
        title,
    };
    match (&picked.chosen, level, indicator) {
        (Some(chosen), Some(level), Some(indicator)) => {
            let question = Question::usual(chosen.clone(), Vec::new());
            let levels = v.levels(level.name());
            template.kicker = v.f(
                "page-gap-kicker",
                &[("name", &picked.name), ("number", &v.count(chosen.areas.len())), ("levels", &levels)],
            );
            template.card =
                Some(card::card(view, &question, level, indicator).ok_or_else(|| no_figure(&indicator.id))?);
            let others = with_figures(view, level);
            template.figures = card::figures(view, &question, &picked.apart, &others, indicator);
            template.figures_caption = v.f("page-gap-figures-caption", &[("name", &picked.name)]);
            template.scale = scale::scale(view, chosen, level, indicator);
            template.chosen_title =
                v.f("page-gap-chosen", &[("number", &v.count(chosen.areas.len())), ("levels", &levels)]);
            template.chosen = chosen.areas.iter().map(|index| named(view, level, *index)).collect();
            template.hidden = hidden(&picked.apart, chosen.areas.len());
            template.elsewhere = elsewhere(view, level, &picked);
        }
        _ => template.suggestions = picked::suggestions(view, apart),
    }
    template.render().map_err(|_| Wrong::Ours)
}

fn no_figure(found: &str) -> Wrong {
    Wrong::NoFigure { found: found.chars().take(80).collect() }
}

/// The figures that speak for the domains of a level, of which it has any.
fn with_figures<'a>(view: View<'a>, level: &'a Level) -> Vec<&'a IndicatorEntry> {
    let snapshot = &view.site.snapshot;
    let has =
        |it: &&IndicatorEntry| snapshot.column(level, &it.id, None).is_some_and(|(_, column)| column.n_known() > 0);
    speaking(snapshot, level).into_iter().filter(has).collect()
}

fn notes(view: View<'_>, picked: &Picked) -> Vec<String> {
    let v = view.voice();
    let note = |key: &str, codes: &[String]| (!codes.is_empty()).then(|| v.f(key, &[("codes", &codes.join(", "))]));
    let unknown = note("page-gap-unknown", &picked.unknown);
    unknown.into_iter().chain(note("page-gap-other-level", &picked.other_level)).collect()
}

/// What a form has to say again where each code has no tick of its own.
fn hidden(apart: &Apart, n_chosen: usize) -> Vec<(&'static str, String)> {
    if n_chosen <= TICKS {
        return Vec::new();
    }
    let larger = [("choice", &apart.choice), ("within", &apart.within)];
    let larger = larger.into_iter().filter_map(|(name, value)| Some((name, value.clone()?)));
    larger.chain(apart.inside.iter().map(|code| ("in", code.clone()))).collect()
}

fn named(view: View<'_>, level: &Level, index: usize) -> (String, String, String) {
    let (v, snapshot) = (view.voice(), &view.site.snapshot);
    let area = AreaAt { level: level.position(), index };
    (level.codes()[index].clone(), v.name(snapshot, area).to_owned(), super::search::where_it_lies(view, area))
}

/// The same areas side by side, where they are two or three, and held against each rule that chooses at their level.
/// Nothing where their codes do not fit into an address.
fn elsewhere(view: View<'_>, level: &Level, picked: &Picked) -> Vec<Link> {
    let (v, snapshot) = (view.voice(), &view.site.snapshot);
    let areas = picked.chosen.as_ref().map(|chosen| chosen.areas.as_slice()).unwrap_or_default();
    if areas.len() > TICKS {
        return Vec::new();
    }
    let codes: Vec<String> = areas.iter().map(|index| level.codes()[*index].clone()).collect();
    let beside = Page::is_side_by_side(&codes)
        .then(|| Link { href: view.href(&Page::Compare(codes.clone())), text: v.s("page-gap-compare") });
    let choices = snapshot.choices().iter().filter(|choice| choice.level == level.name());
    let bench = choices.map(|choice| {
        // Only a choice by itself needs no codes on its own page: there they are those that the rule chose.
        let apart = &picked.apart;
        let is_itself = apart.choice.as_ref() == Some(&choice.id) && apart.inside.is_empty() && apart.within.is_none();
        let page = super::links::Choosing {
            id: choice.id.clone(),
            inside: (!is_itself).then(|| codes.clone()),
            ..super::links::Choosing::default()
        };
        let text = v.f("page-gap-choose", &[("choice", choice.title.of(view.language))]);
        Link { href: view.href(&Page::Choice(page)), text }
    });
    beside.into_iter().chain(bench).collect()
}
