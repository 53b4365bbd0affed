// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Which areas an address chooses, and what is suggested where it chooses none.
//!
//! In: an [`Apart`]. Out: [`Picked`], with an address of its own that names only areas that take part. Invariant: an area with
//! too few residents stands neither in the set, nor in the address, nor in a note.

use kapstok_share::gap::{Chosen, named};
use kapstok_share::snapshot::{AreaAt, Level};

use crate::pages::area_of;
use crate::pages::errors::Wrong;
use crate::pages::frame::{Link, View};
use crate::pages::links::{Apart, Page};

/// Suggestions where nothing is chosen.
const SUGGESTIONS: usize = 3;

/// What an address chooses.
pub(super) struct Picked {
    /// The address, with only what takes part.
    pub(super) apart: Apart,
    pub(super) chosen: Option<Chosen>,
    /// What they are called together.
    pub(super) name: String,
    pub(super) unknown: Vec<String>,
    pub(super) other_level: Vec<String>,
}

/// Reads the areas of an address: of a choice, all in a larger area, and by their codes, together.
///
/// # Errors
/// No such choice or larger area.
pub(super) fn picked(view: View<'_>, apart: &Apart) -> Result<Picked, Wrong> {
    let (v, snapshot) = (view.voice(), &view.site.snapshot);
    let (mut codes, mut names): (Vec<String>, Vec<String>) = (Vec::new(), Vec::new());
    if let Some(id) = &apart.choice {
        let choice = snapshot.choices().iter().find(|choice| choice.id == *id);
        let choice = choice.ok_or_else(|| Wrong::NoFigure { found: id.chars().take(80).collect() })?;
        let inside = choice.areas.iter().zip(choice.chosen()).filter(|(_, inside)| *inside);
        codes.extend(inside.map(|(area, _)| area.area.clone()));
        names.push(choice.title.of(view.language).to_owned());
    }
    if let Some(within) = &apart.within {
        let area = area_of(view, within)?;
        let level = level_below(view, area).ok_or_else(|| Wrong::NoArea { code: within.chars().take(60).collect() })?;
        codes.extend(snapshot.below(area, level).into_iter().map(|index| level.codes()[index].clone()));
        names.push(v.f("page-gap-all-in", &[("levels", &v.levels(level.name())), ("area", v.name(snapshot, area))]));
    }
    codes.extend(apart.inside.iter().cloned());
    let found = named(snapshot, &codes);
    let takes_part = |code: &&String| {
        let level = found.chosen.as_ref().map(|chosen| chosen.level);
        snapshot
            .find(code)
            .is_some_and(|it| Some(it.level) == level && !snapshot.level_of(it).has_too_few_residents(it.index))
    };
    let inside: Vec<String> = apart.inside.iter().filter(takes_part).cloned().collect();
    if !inside.is_empty() {
        names.push(v.s(if names.is_empty() { "page-gap-own" } else { "page-gap-own-more" }));
    }
    Ok(Picked {
        apart: Apart { inside, ..apart.clone() },
        chosen: found.chosen,
        name: v.and(&names),
        unknown: found.unknown,
        other_level: found.other_level,
    })
}

/// The smallest areas below one that a recipe scores; the smallest of all where none is scored.
fn level_below<'a>(view: View<'a>, area: AreaAt) -> Option<&'a Level> {
    let snapshot = &view.site.snapshot;
    let below =
        || snapshot.levels()[area.level + 1..].iter().rev().filter(|level| !snapshot.below(area, level).is_empty());
    below().find(|level| snapshot.recipes(level).next().is_some()).or_else(|| below().next())
}

/// Three sets to begin with: the choices of the build, then all areas of the municipalities with most residents.
pub(super) fn suggestions(view: View<'_>, apart: &Apart) -> Vec<(Link, String)> {
    let (v, snapshot) = (view.voice(), &view.site.snapshot);
    let link = |to: Apart, text: String| Link {
        href: view.href(&Page::Gap(Apart { indicator: apart.indicator.clone(), ..to })),
        text,
    };
    let choices = snapshot.choices().iter().map(|choice| {
        let to = Apart { choice: Some(choice.id.clone()), ..Apart::default() };
        (link(to, choice.title.of(view.language).to_owned()), v.s("page-gap-suggested-choice"))
    });
    let municipalities = snapshot.level("municipality").into_iter().flat_map(|level| {
        let residents = level.residents();
        let mut areas: Vec<usize> = (0..level.len()).filter(|index| residents[*index].is_some()).collect();
        areas.sort_by(|one, other| residents[*other].unwrap_or(0.0).total_cmp(&residents[*one].unwrap_or(0.0)));
        let suggested = areas.into_iter().filter_map(|index| {
            let area = AreaAt { level: level.position(), index };
            let below = level_below(view, area)?;
            let to = Apart { within: Some(level.codes()[index].clone()), ..Apart::default() };
            let facts = [("levels", &*v.levels(below.name())), ("area", v.name(snapshot, area))];
            Some((link(to, v.f("page-gap-all-in", &facts)), v.s("page-gap-suggested-municipality")))
        });
        suggested.take(SUGGESTIONS).collect::<Vec<_>>()
    });
    choices.chain(municipalities).take(SUGGESTIONS).collect()
}
