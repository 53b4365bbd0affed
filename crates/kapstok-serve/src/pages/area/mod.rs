// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The page of one area: the one that is printed and taken to a meeting.
//!
//! In: a view and an area. Out: HTML. What is good comes first, then what comes together, then every figure with what
//! it is among. No verdict, no rank; a reason where there is no figure. An area with too few residents shows its name,
//! its place and where to look instead.

mod around;
mod burdens;
mod figures;
mod strengths;
mod swarm;
mod worry;

use askama::Template;
use kapstok_share::area_page::{AreaPage, area_page};
use kapstok_share::snapshot::AreaAt;

use super::agenda::{self, Block};
use super::charts::map::{Detail, Shape, svg};
use super::frame::{Frame, Link, View};
use super::links::Page;
use around::{Neighbour, Similar};
use burdens::Burdens;
use figures::Section;
use strengths::Strengths;
use worry::Five;

/// The page of an area.
#[derive(Template)]
#[template(path = "area.html")]
struct AreaTemplate {
    frame: Frame,
    name: String,
    code: String,
    level: String,
    levels: String,
    level_year: String,
    residents: Option<String>,
    above: Vec<(String, Link)>,
    locator: Option<(String, String)>,
    too_few: Option<String>,
    strengths: Strengths,
    five: Option<Five>,
    five_rule: String,
    five_link: Option<Link>,
    burdens: Vec<Burdens>,
    agenda: Option<Block>,
    counted: Vec<(String, Vec<String>)>,
    sections: Vec<Section>,
    columns: Vec<String>,
    selection: String,
    neighbours: Vec<Neighbour>,
    similar: Similar,
    inside: Vec<(String, Vec<Link>)>,
    sources: Vec<String>,
    sources_href: String,
    /// Where the origin of a figure stands, where it has no page of its own.
    no_origins: Option<Link>,
    compare_href: String,
    /// What its figures hide, where something lies below.
    hides: Vec<Link>,
    map_href: String,
}

/// The pages of what its figures hide, each by the label of its indicator; none where they are not there.
fn hidden(view: View<'_>, area: AreaAt) -> Vec<Link> {
    let snapshot = &view.site.snapshot;
    let link = |page: Page| {
        let Page::Hides { indicator, .. } = &page else { return None };
        let text = snapshot.indicator(indicator)?.label.of(view.language).to_owned();
        Some(Link { href: view.link_to(&page)?, text })
    };
    super::hides::of_area(snapshot, area).into_iter().filter_map(link).collect()
}

/// Areas that stand beside the one of the page.
#[derive(Clone, Copy, Debug)]
struct Beside {
    /// Its municipality, or else the smallest area around it that is no country.
    municipality: Option<AreaAt>,
    /// The country, where the build has one.
    country: Option<AreaAt>,
}

/// Makes the page.
pub(crate) fn page(view: View<'_>, area: AreaAt) -> String {
    let (v, snapshot) = (view.voice(), &view.site.snapshot);
    let level = snapshot.level_of(area);
    let code = &level.codes()[area.index];
    let facts = area_page(snapshot, area, view.language);
    let above = snapshot.above(area);
    let beside = beside(view, area);
    let is_gated = level.has_too_few_residents(area.index);
    let name = v.name(snapshot, area).to_owned();
    let sections = if is_gated { Vec::new() } else { figures::sections(view, area, beside, &facts) };
    let min_residents = v.number(snapshot.manifest().min_residents, 0);
    let (five_rule, five_link) = worry::rule(view, area);
    let mut columns = Vec::new();
    columns.extend(beside.municipality.map(|it| v.name(snapshot, it).to_owned()));
    columns.extend(beside.country.map(|it| v.name(snapshot, it).to_owned()));
    let n_printed = sections.iter().flat_map(|section| &section.rows).filter(|row| row.is_printed).count();
    let n_all = facts.figures.len();
    let above_in_words = |it: &AreaAt| (v.level(snapshot.level_of(*it).name()), view.area_link(*it));
    AreaTemplate {
        frame: view.frame(&Page::area(code), &name, &above),
        code: code.clone(),
        level: v.level(level.name()),
        levels: v.levels(level.name()),
        level_year: level.boundary_year().to_string(),
        residents: level.residents()[area.index].map(|residents| v.number(residents, 0)),
        above: above.iter().rev().map(above_in_words).collect(),
        locator: locator(view, area, beside),
        too_few: is_gated.then(|| v.f("page-area-too-few", &[("min", &min_residents)])),
        strengths: strengths::strengths(view, area, &facts),
        five: worry::five(view, area),
        five_rule,
        five_link,
        burdens: burdens::burdens(view, &facts),
        agenda: agenda::block(view, area),
        counted: burdens::counted(view, &facts.counted),
        columns,
        selection: v.f("page-area-selection", &[("printed", &n_printed.to_string()), ("all", &n_all.to_string())]),
        neighbours: around::neighbours(view, area, beside),
        similar: if is_gated { Similar::default() } else { around::similar(view, area) },
        inside: around::inside(view, area),
        sources: sources_in_words(v, &facts),
        sources_href: view.href(&Page::Sources),
        no_origins: (!view.links.has(&Page::why(code, "", None)))
            .then(|| Link { href: view.href(&Page::Downloads), text: v.s("page-site-no-origins") }),
        compare_href: view.href(&Page::area(code)),
        hides: hidden(view, area),
        map_href: view.href(&Page::Map),
        sections,
        name,
    }
    .render()
    .unwrap_or_default()
}

fn beside(view: View<'_>, area: AreaAt) -> Beside {
    let snapshot = &view.site.snapshot;
    let above = snapshot.above(area);
    let is = |name: &str| above.iter().copied().find(|it| snapshot.level_of(*it).name() == name);
    let no_country = |it: &AreaAt| snapshot.level_of(*it).name() != "country";
    let municipality = is("municipality").or_else(|| above.iter().copied().rfind(no_country));
    Beside { municipality, country: is("country").or_else(|| the_country(view, area)) }
}

/// The one area of the level of countries, where each area lies in it without saying so.
fn the_country(view: View<'_>, area: AreaAt) -> Option<AreaAt> {
    view.site.snapshot.country().filter(|country| *country != area)
}

/// Areas of the same level in the same larger area, this one included.
fn siblings(view: View<'_>, area: AreaAt, beside: Beside) -> (Vec<usize>, Option<AreaAt>) {
    let snapshot = &view.site.snapshot;
    let level = snapshot.level_of(area);
    match beside.municipality {
        Some(municipality) => (snapshot.below(municipality, level), Some(municipality)),
        None => ((0..level.len()).collect(), None),
    }
}

/// Where it lies: a map of all areas beside it, and its sentence.
fn locator(view: View<'_>, area: AreaAt, beside: Beside) -> Option<(String, String)> {
    let (v, snapshot) = (view.voice(), &view.site.snapshot);
    let level = snapshot.level_of(area);
    let map = view.site.map(level)?;
    let (siblings, within) = siblings(view, area, beside);
    let rings = map.rings(level, &siblings, 260.0);
    let class = |sibling: &usize| if *sibling == area.index { "is-here" } else { "is-land" };
    let shapes = siblings.iter().zip(rings).map(|(sibling, rings)| Shape { rings, class: class(sibling) });
    let picture = svg(&shapes.collect::<Vec<_>>(), "locator", 260.0, Detail::Each)?;
    let (n, levels) = (v.count(siblings.len()), v.levels(level.name()));
    let facts = [("name", v.name(snapshot, area)), ("number", &n), ("levels", &levels)];
    let sentence = match within {
        Some(within) => v.f("page-area-locator", &[&facts[..], &[("within", v.name(snapshot, within))]].concat()),
        None => v.f("page-area-locator-all", &facts),
    };
    Some((picture, sentence))
}

fn sources_in_words(v: &super::voice::Voice, facts: &AreaPage) -> Vec<String> {
    let said = |it: &kapstok_share::area_page::SourceLine| {
        let table = it.table_id.as_ref().map(|id| format!(" ({id})")).unwrap_or_default();
        let mut said = format!("{}: {}{table}. {}", it.publisher, it.title, it.attribution);
        if !said.ends_with('.') {
            said.push('.');
        }
        format!("{said} {}", v.licence(&it.licence))
    };
    facts.sources.iter().map(said).collect()
}
