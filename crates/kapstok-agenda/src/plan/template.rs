// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! A workbook to begin an agenda with: what weighs on an area, how one burden may feed another, and room for who does what.
//!
//! In: figures, the library of links, what is agreed so far. Out: [`Sheet`]s. Invariant: a link of the library is offered only
//! where both its ends weigh on the area; what is agreed already stands in it with its id.

use std::collections::BTreeMap;

use super::column::Column;
use super::export::export;
use super::sheet::Sheet;
use crate::entry::Noun;
use crate::facts::Facts;
use crate::library::LibraryLink;
use crate::state::State;

/// What a template is made of.
#[derive(Clone, Copy)]
pub struct Template<'a> {
    /// Code of the area.
    pub area: &'a str,
    /// What is agreed so far.
    pub state: &'a State,
    /// Figures: which burdens come together.
    pub facts: &'a Facts,
    /// Links that may be offered.
    pub library: &'a [LibraryLink],
    /// Language of the names of links: `nl`, `en`.
    pub language: &'a str,
}

/// The sheets of a template.
///
/// * `say`: the words of a key of the texts, such as `agenda-column-action` and `domain-debt`.
pub fn template(of: &Template<'_>, say: &dyn Fn(&str) -> String) -> Vec<Sheet> {
    let mut sheets = export(of.area, of.state, say);
    let area = || (Column::Area, of.area.to_owned());
    let mut by_domain: BTreeMap<&str, String> = BTreeMap::new();
    for burden in of.state.of_area(Noun::Burden, of.area).filter(|it| it.word("side") == Some("burden")) {
        let indicator = burden.word("indicator").and_then(|id| of.facts.indicators.get(id));
        for domain in burden.word("domain").into_iter().chain(indicator.map(|it| it.domain.as_str())) {
            by_domain.entry(domain).or_insert_with(|| named(burden.id(), burden.text("name")));
        }
    }
    let burdened = of.facts.burdened_domains.get(of.area).map_or(&[][..], Vec::as_slice);
    let mut on: Vec<String> = Vec::new();
    for domain in burdened {
        if by_domain.contains_key(domain.as_str()) {
            continue;
        }
        let name = say(&format!("domain-{domain}"));
        let cells = [
            (Column::Burden, name.clone()),
            (Column::Side, say("agenda-choice-burden")),
            (Column::Domain, domain.clone()),
            area(),
        ];
        put(&mut sheets, "burdens", &cells);
        on.push(name.clone());
        by_domain.insert(domain, name);
    }
    let known: Vec<&str> = of.state.of_area(Noun::Link, of.area).filter_map(|link| link.word("library")).collect();
    for link in of.library.iter().filter(|link| !known.contains(&link.id.as_str())) {
        let (Some(from), Some(to)) = (by_domain.get(link.from.as_str()), by_domain.get(link.to.as_str())) else {
            continue;
        };
        if is_joined(of, from, to) {
            continue;
        }
        let cells = [
            (Column::From, from.clone()),
            (Column::To, to.clone()),
            (Column::Link, link.name(of.language).to_owned()),
            (Column::Evidence, say(&format!("agenda-choice-{}", link.evidence))),
            (Column::LinkSource, link.source.clone()),
            (Column::Library, link.id.clone()),
            area(),
        ];
        put(&mut sheets, "links", &cells);
        on.push(format!("{from} → {to}"));
    }
    // A row to fill in for each burden and link that nobody works on.
    let actions: Vec<_> = of.state.of_area(Noun::Action, of.area).collect();
    let nouns = [Noun::Burden, Noun::Link].into_iter().flat_map(|noun| of.state.of_area(noun, of.area));
    let idle = nouns.filter(|it| !actions.iter().any(|action| action.many("works_on").contains(&it.id())));
    let idle: Vec<String> = idle.map(|it| named(it.id(), it.text("name"))).collect();
    for name in idle.into_iter().chain(on) {
        put(&mut sheets, "actions", &[(Column::WorksOn, name), area()]);
    }
    sheets
}

/// Whether a link between two burdens is agreed already.
fn is_joined(of: &Template<'_>, from: &str, to: &str) -> bool {
    let is = |id: Option<crate::entry::Id>, name: &str| id.is_some_and(|id| named(id, of.state.name(id)) == name);
    of.state.of_area(Noun::Link, of.area).any(|link| is(link.one("from"), from) && is(link.one("to"), to))
}

fn named(id: crate::entry::Id, name: &str) -> String {
    format!("{id} {}", super::fold::clean(name).replace(['\n', ';'], " ")).trim_end().to_owned()
}

fn put(sheets: &mut [Sheet], key: &str, cells: &[(Column, String)]) {
    if let Some(sheet) = sheets.iter_mut().find(|sheet| sheet.key == key) {
        sheet.put(cells);
    }
}
