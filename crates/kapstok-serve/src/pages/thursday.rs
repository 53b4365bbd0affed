// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! *Thursday is the council*: a story in six steps about the invented region, as a page and for a terminal.
//!
//! Step 1, an average that hides, is found by a stated rule: of all larger areas and all registered shares of residents,
//! adults or households,
//! the area whose own figure lies within a quarter of the quartile range from the middle of all buurten, while the
//! buurten inside lie furthest apart (lowest to highest, in quartile ranges). At least six buurten with a figure. Ties
//! go by indicator, then by code. Step 2 is found in the choices of the build (`listed.rs`), the others in the agendas
//! (`agreed.rs`). A step that this region has nothing for is announced.

mod agreed;
mod listed;

use askama::Template;
use kapstok_share::manifest::IndicatorEntry;
use kapstok_share::snapshot::{AreaAt, Level};
use kapstok_share::words::Language;

use super::Made;
use super::charts::beeswarm::{Beeswarm, svg};
use super::errors::Wrong;
use super::frame::{Frame, Link, View};
use super::links::{Links, Page};
use crate::Site;
use agreed::Agreed;

/// Areas inside that make an average worth looking into.
const AT_LEAST: usize = 6;
/// Steps behind the first.
const OTHERS: [u8; 5] = [2, 3, 4, 5, 6];

#[derive(Template)]
#[template(path = "thursday.html")]
struct ThursdayTemplate {
    frame: Frame,
    title: String,
    found: Option<Shown>,
    others: Vec<Step>,
}

/// A step behind the first: what it is about, and what was found where it works.
struct Step {
    n: u8,
    title: String,
    words: String,
    agreed: Option<Agreed>,
}

/// The average that hides.
struct Shown {
    area: Link,
    sentence: String,
    hidden: String,
    picture: String,
    picture_title: String,
    rows: Vec<(Link, String)>,
    value_title: String,
    commands: Vec<String>,
    look: Vec<Link>,
}

/// An average and how far its parts lie apart.
struct Hiding<'a> {
    smallest: &'a Level,
    indicator: &'a IndicatorEntry,
    period: &'a str,
    area: AreaAt,
    value: f64,
    spread: f64,
    inside: Vec<(usize, f64)>,
}

/// Makes the page.
///
/// # Errors
/// The story is of an invented region.
pub(super) fn page(view: View<'_>) -> Made {
    let (v, snapshot) = (view.voice(), &view.site.snapshot);
    if !snapshot.manifest().invented {
        return Err(Wrong::Unknown { path: view.href(&Page::Thursday) });
    }
    let title = v.s("page-thursday-title");
    let template = ThursdayTemplate {
        frame: view.frame(&Page::Thursday, &title, &[]),
        found: hiding(view).map(|hiding| shown(view, &hiding)),
        others: OTHERS.map(|n| step(view, n)).into(),
        title,
    };
    template.render().map_err(|_| Wrong::Ours)
}

fn step(view: View<'_>, n: u8) -> Step {
    let v = view.voice();
    Step {
        n,
        title: v.s(&format!("page-thursday-{n}-title")),
        words: v.s(&format!("page-thursday-{n}")),
        agreed: match n {
            2 => listed::just_outside(view),
            3 => agreed::promise_without_money(view),
            4 => agreed::action_without_owner(view),
            5 => agreed::modelled_target(view),
            6 => agreed::unseen_target(view),
            _ => None,
        },
    }
}

/// A step of the story, for who has no browser.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoryStep {
    /// From 1.
    pub n: u8,
    /// What it is about.
    pub title: String,
    /// What was found.
    pub sentence: String,
    /// Where to see it: a path on the server.
    pub page: String,
    /// What to type.
    pub command: String,
}

/// The steps that something was found for; none but of an invented region.
pub fn story(site: &Site, language: Language) -> Vec<StoryStep> {
    let view = View { site, links: Links::Server, language };
    if !site.snapshot.manifest().invented {
        return Vec::new();
    }
    let v = view.voice();
    let first = hiding(view).map(|hiding| shown(view, &hiding)).map(|found| StoryStep {
        n: 1,
        title: v.s("page-thursday-1-title"),
        sentence: format!("{} {}", found.sentence, found.hidden),
        page: found.area.href,
        command: found.commands.into_iter().next().unwrap_or_default(),
    });
    let others = OTHERS.into_iter().filter_map(|n| {
        let step = step(view, n);
        let found = step.agreed?;
        Some(StoryStep {
            n,
            title: step.title,
            sentence: format!("“{}” {}", found.quote.0, found.sentence),
            page: found.look.into_iter().next().map(|link| link.href).unwrap_or_default(),
            command: found.commands.into_iter().next().unwrap_or_default(),
        })
    });
    first.into_iter().chain(others).collect()
}

/// Finds the average that hides most.
fn hiding(view: View<'_>) -> Option<Hiding<'_>> {
    let snapshot = &view.site.snapshot;
    let smallest = snapshot.levels().last()?;
    let is_measured = |it: &&IndicatorEntry| {
        it.direction != "neither"
            && it.unit != "count"
            && it.kind == "register"
            && it.protected.is_none()
            && is_of_many(it)
    };
    let mut best: Option<Hiding<'_>> = None;
    for indicator in snapshot.manifest().indicators.iter().filter(is_measured) {
        let Some((entry, column)) = snapshot.column(smallest, &indicator.id, None) else { continue };
        let Some(middle) = view.site.prepared.middle(snapshot, smallest, entry) else { continue };
        let quartiles = middle.upper_quartile - middle.lower_quartile;
        if quartiles <= 0.0 {
            continue;
        }
        let larger = snapshot.levels().iter().filter(|level| level.position() < smallest.position() && level.len() > 1);
        for (level, index) in larger.flat_map(|level: &Level| (0..level.len()).map(move |index| (level, index))) {
            let area = AreaAt { level: level.position(), index };
            let above = snapshot.column(level, &indicator.id, Some(&entry.period));
            let Some(value) = above.and_then(|(_, column)| column.value(index)) else { continue };
            if (value - middle.median).abs() > quartiles / 4.0 {
                continue;
            }
            let inside = snapshot.below(area, smallest).into_iter();
            let inside: Vec<(usize, f64)> = inside.filter_map(|index| Some((index, column.value(index)?))).collect();
            let (low, high) = ends(&inside);
            let spread = (high - low) / quartiles;
            if inside.len() >= AT_LEAST && best.as_ref().is_none_or(|best| spread > best.spread) {
                best = Some(Hiding { smallest, indicator, period: &entry.period, area, value, spread, inside });
            }
        }
    }
    best
}

/// Shares of so many people or households of each area that one family does not decide them.
fn is_of_many(indicator: &IndicatorEntry) -> bool {
    matches!(indicator.population.as_deref(), Some("residents" | "adults" | "households"))
}

fn ends(inside: &[(usize, f64)]) -> (f64, f64) {
    inside
        .iter()
        .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), (_, value)| (low.min(*value), high.max(*value)))
}

fn shown(view: View<'_>, hiding: &Hiding<'_>) -> Shown {
    let (v, snapshot) = (view.voice(), &view.site.snapshot);
    let smallest = hiding.smallest;
    let (levels, name) = (v.levels(smallest.name()), v.name(snapshot, hiding.area));
    let value = |value: f64| v.value(value, &hiding.indicator.unit);
    let label = hiding.indicator.label.of(view.language);
    let middle = snapshot.column(smallest, &hiding.indicator.id, Some(hiding.period));
    let middle = middle.and_then(|(entry, _)| view.site.prepared.middle(snapshot, smallest, entry));
    let (median, lower, upper) = middle.map_or((0.0, 0.0, 0.0), |it| (it.median, it.lower_quartile, it.upper_quartile));
    let (low, high) = ends(&hiding.inside);
    let is_low = hiding.indicator.direction == "higher-is-better";
    let burdened = hiding.inside.iter().filter(|(_, it)| if is_low { *it < lower } else { *it > upper });
    let n_burdened = burdened.count();
    let furthest = |of: f64| hiding.inside.iter().find(|(_, value)| *value == of).map(|(index, _)| *index);
    let area_of = |index: usize| AreaAt { level: smallest.position(), index };
    let name_of = |of: f64| furthest(of).map_or("", |index| v.name(snapshot, area_of(index)));
    let facts = [
        ("name", name),
        ("label", label),
        ("value", &value(hiding.value)),
        ("middle", &value(median)),
        ("levels", &levels),
        ("period", hiding.period),
    ];
    let inside = [
        ("low", &*value(low)),
        ("low-name", name_of(low)),
        ("high", &value(high)),
        ("high-name", name_of(high)),
        ("n", &n_burdened.to_string()),
        ("number", &v.count(hiding.inside.len())),
        ("levels", &levels),
    ];
    let values: Vec<f64> = hiding.inside.iter().map(|(_, value)| *value).collect();
    let picture = svg(&Beeswarm {
        values: &values,
        marked: None,
        line: Some((hiding.value, name)),
        ends: (&value(low), &value(high)),
    });
    let code = &snapshot.level_of(hiding.area).codes()[hiding.area.index];
    let dir = v.s("help-value-dir");
    let worst = furthest(if is_low { low } else { high });
    let worst_code = worst.map_or(code, |index| &smallest.codes()[index]);
    let page = Page::Hides { area: code.clone(), indicator: hiding.indicator.id.clone() };
    let hides = view.link_to(&page).map(|href| Link { href, text: v.s("page-hides-title") });
    let row = |(index, figure): &(usize, f64)| (view.area_link(area_of(*index)), value(*figure));
    Shown {
        area: view.area_link(hiding.area),
        sentence: v.f("page-thursday-1-sentence", &facts),
        hidden: v.f("page-thursday-1-hidden", &inside),
        picture: picture.unwrap_or_default(),
        picture_title: v.f("page-swarm-title", &[("label", label), ("levels", &levels), ("within", name)]),
        rows: hiding.inside.iter().map(row).collect(),
        value_title: format!("{label}, {}", hiding.period),
        commands: vec![
            format!("kapstok hides {dir} \"{} in {code}\"", hiding.indicator.id),
            format!("kapstok why {dir} {code} {}", hiding.indicator.id),
            format!("kapstok area {dir} {worst_code}"),
        ],
        look: worst.into_iter().map(|index| view.area_link(area_of(index))).chain(hides).collect(),
    }
}
