// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What the story finds in the choices of the build: an area just outside the list.
//!
//! Found so: of the choices that would have taken another area in some draw, the first; of its areas outside, the one with
//! the highest chance of being in. Ties go by code.

use kapstok_share::choice::ChoiceEntry;
use kapstok_share::sure::chance;

use super::agreed::Agreed;
use crate::pages::frame::{Link, View};
use crate::pages::links::{Bars, Choosing, Page};

/// The area outside with the highest chance of being in, and the area inside with the lowest.
fn at_the_edge(entry: &ChoiceEntry) -> Option<(usize, usize)> {
    let chosen = &entry.chosen();
    let with_chance = |inside: bool| {
        let areas =
            entry.areas.iter().enumerate().filter(move |(at, it)| it.allowed && chosen_at(chosen, *at) == inside);
        areas.filter_map(|(at, it)| Some((at, it.chance?))).collect::<Vec<_>>()
    };
    let outside = with_chance(false).into_iter().rev().max_by(|one, other| one.1.total_cmp(&other.1))?;
    let inside = with_chance(true).into_iter().min_by(|one, other| one.1.total_cmp(&other.1))?;
    (outside.1 > 0.0).then_some((outside.0, inside.0))
}

fn chosen_at(chosen: &[bool], at: usize) -> bool {
    chosen.get(at).copied().unwrap_or(false)
}

/// An area just outside the list.
pub(super) fn just_outside(view: View<'_>) -> Option<Agreed> {
    let (v, snapshot) = (view.voice(), &view.site.snapshot);
    let found = snapshot.choices().iter().find_map(|entry| Some((entry, at_the_edge(entry)?)));
    let (entry, (outside, inside)) = found?;
    let (out, into) = (&entry.areas[outside], &entry.areas[inside]);
    let name = |code: &str| snapshot.find(code).map_or_else(|| code.to_owned(), |at| v.name(snapshot, at).to_owned());
    let chance_of = |chance_of: Option<f64>| chance_of.map(|it| chance(it, view.language)).unwrap_or_default();
    let people = |people: Option<f64>| people.map_or_else(|| "–".to_owned(), |it| v.number(it, 0));
    let title = entry.title.of(view.language);
    let facts = [
        ("area", &*name(&out.area)),
        ("residents", &people(out.residents)),
        ("counts", &people(out.counts)),
        ("chance", &chance_of(out.chance)),
        ("n", &v.number(f64::from(entry.replications), 0)),
        ("other", &name(&into.area)),
        ("other-chance", &chance_of(into.chance)),
    ];
    let mut toggled = entry.chosen();
    toggled[outside] = true;
    let with: Vec<String> =
        entry.areas.iter().zip(&toggled).filter(|(_, inside)| **inside).map(|(area, _)| area.area.clone()).collect();
    let workbench = Page::choice(&entry.id);
    let with = Page::Choice(Choosing { id: entry.id.clone(), inside: Some(with), bars: Bars::Chance });
    Some(Agreed {
        quote: (format!("{} ({})", name(&out.area), out.area), title.to_owned()),
        sentence: v.f("page-thursday-2-sentence", &facts),
        rule: v.s("page-thursday-2-rule"),
        look: vec![
            Link { href: view.href(&workbench), text: title.to_owned() },
            Link { href: view.href(&with), text: v.f("page-thursday-2-with", &[("area", &*name(&out.area))]) },
        ],
        commands: vec![format!("kapstok choose {} {}", v.s("help-value-dir"), v.s("help-value-protocol"))],
    })
}
