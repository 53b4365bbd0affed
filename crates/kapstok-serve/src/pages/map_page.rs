// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The map: first what the server draws (burdens that come together), then a place for the map that moves.
//!
//! The map that moves is a program of its own, built apart; where it is not in this program, the page says how to get
//! it, and nothing is missing but its movement.

use askama::Template;
use kapstok_share::snapshot::{AreaAt, Level, RecipeScores};

use super::Made;
use super::assets::has_atlas;
use super::errors::Wrong;
use super::frame::{Frame, Link, View};
use super::links::Page;
use super::table::picture::{CLASSES, drawn};

/// Areas whose counts stand in the page, at most.
const ROWS: usize = 400;
/// Levels with more areas are drawn by the map that moves only.
const DRAWN: usize = 6_000;

#[derive(Template)]
#[template(path = "map.html")]
struct MapTemplate {
    frame: Frame,
    title: String,
    kicker: String,
    sentence: String,
    map: String,
    no_map: String,
    /// Class, words, areas, residents.
    legend: Vec<(&'static str, String, String, String)>,
    rows: Vec<(Link, String, String, String)>,
    method: Option<Link>,
    figures: String,
    atlas: Option<Atlas>,
}

/// What the map that moves must know.
struct Atlas {
    script: String,
    style: String,
    catalogue: String,
    words: String,
    area: String,
    compare: String,
    why: String,
    table: String,
    embed: String,
}

/// Makes the page.
///
/// # Errors
/// None but of the form itself.
pub(super) fn page(view: View<'_>) -> Made {
    let (v, snapshot) = (view.voice(), &view.site.snapshot);
    let title = v.s("page-map-title");
    let of_level = |level| {
        let (recipe, scores) = snapshot.recipes(level).find(|(_, scores)| scores.numbers("burdens").is_some())?;
        Some((level, recipe, scores))
    };
    // The smallest areas that can be drawn.
    let counted = snapshot.levels().iter().rev().filter(|level| level.len() <= DRAWN).find_map(of_level);
    let mut template = MapTemplate {
        frame: view.frame(&Page::Map, &title, &[]),
        kicker: String::new(),
        sentence: v.s("page-map-nothing"),
        map: String::new(),
        no_map: String::new(),
        legend: Vec::new(),
        rows: Vec::new(),
        method: None,
        figures: view.href(&Page::Figures),
        atlas: has_atlas().then(|| atlas(view)),
        title,
    };
    if let Some((level, recipe, scores)) = counted {
        let n_domains = recipe.domains.len();
        let levels = v.levels(level.name());
        template.kicker = v.f("page-map-kicker", &[("levels", &levels), ("of-all", &v.count(n_domains))]);
        template.method =
            Some(Link { href: view.href(&Page::Method(recipe.id.clone())), text: v.s("page-how-counted") });
        fill(view, level, scores, n_domains, &mut template);
    }
    template.render().map_err(|_| Wrong::Ours)
}

fn fill(view: View<'_>, level: &Level, scores: &RecipeScores, n_domains: usize, template: &mut MapTemplate) {
    let v = view.voice();
    let number = |title: &str, index: usize| scores.numbers(title).and_then(|numbers| numbers[index]);
    let count = |index: usize| {
        number("burdens_known", index).filter(|known| *known > 0.0)?;
        number("burdens", index).map(|n| n as usize)
    };
    let class = |n: usize| CLASSES[n.min(4)];
    let all: Vec<usize> = (0..level.len()).collect();
    (template.map, template.no_map) = drawn(view, level, &all, |index| count(index).map_or("is-missing", class));
    let residents = |chosen: &dyn Fn(usize) -> bool| {
        let sum: f64 = all.iter().filter(|index| chosen(**index)).filter_map(|index| level.residents()[*index]).sum();
        if sum > 0.0 { v.number(sum, 0) } else { "–".to_owned() }
    };
    let mut line = |class: &'static str, words: String, chosen: &dyn Fn(usize) -> bool| {
        let n = all.iter().filter(|index| chosen(**index)).count();
        if n > 0 {
            template.legend.push((class, words, v.count(n), residents(chosen)));
        }
    };
    for n in 0..=n_domains {
        line(class(n), v.n("page-map-burdens", n), &|index| count(index) == Some(n));
    }
    line("is-missing", v.s("page-map-not-counted"), &|index| count(index).is_none());
    let (known, levels) =
        (v.count(all.iter().filter(|index| count(**index).is_some()).count()), v.levels(level.name()));
    template.sentence =
        v.f("page-map-sentence", &[("number", &known), ("of-all", &v.count(level.len())), ("levels", &levels)]);
    if level.len() <= ROWS {
        let order = view.site.prepared.by_name(level);
        let mut rows = all.clone();
        rows.sort_unstable_by_key(|index| order[*index]);
        let whole = |title: &str, index: usize| number(title, index).map_or_else(|| "–".to_owned(), |n| v.number(n, 0));
        let row = |index: usize| {
            let link = view.area_link(AreaAt { level: level.position(), index });
            match count(index) {
                Some(n) => (link, v.count(n), whole("burdens_known", index), whole("independent_sources", index)),
                None => (link, v.s("page-map-not-counted"), "–".to_owned(), "–".to_owned()),
            }
        };
        template.rows = rows.into_iter().map(row).collect();
    }
}

fn atlas(view: View<'_>) -> Atlas {
    let pattern = |page: Page| view.links.pattern(&page, view.language);
    Atlas {
        script: view.links.asset("atlas/atlas.js"),
        style: view.links.asset("atlas/atlas.css"),
        catalogue: view.links.catalogue(),
        words: view.links.asset(&format!("words.{}.ftl", view.language.tag())),
        area: pattern(Page::area("{code}")),
        compare: pattern(Page::Compare("{code}".to_owned(), "{other}".to_owned())),
        why: pattern(Page::why("{code}", "{indicator}", view.links.period("{period}"))),
        table: pattern(Page::table("{indicator}", "{level}", view.links.period("{period}"))),
        embed: view.links.embed(view.language),
    }
}
