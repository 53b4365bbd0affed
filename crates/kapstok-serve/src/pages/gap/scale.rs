// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! At which scale the differences lie: between municipalities, between districts inside them, between neighbourhoods.
//!
//! In: chosen areas and an indicator. Out: the shares of `kapstok_share::scale`, and links to what averages hide. The whole is
//! the country; where there is none, the one larger area in which all chosen areas lie.

use kapstok_share::gap::Chosen;
use kapstok_share::manifest::IndicatorEntry;
use kapstok_share::scale::{Asked, hides, said, whole};
use kapstok_share::snapshot::{AreaAt, Level};

use crate::pages::frame::{Link, View};
use crate::pages::links::Page;

/// Larger areas that are linked to, at most.
const LINKS: usize = 6;

/// The panel.
pub(super) struct Scale {
    pub(super) sentence: String,
    pub(super) rows: Vec<[String; 4]>,
    pub(super) links: Vec<Link>,
}

/// Makes the panel; `None` where nothing lies between a whole and its parts.
pub(super) fn scale(view: View<'_>, chosen: &Chosen, level: &Level, indicator: &IndicatorEntry) -> Option<Scale> {
    let (v, snapshot) = (view.voice(), &view.site.snapshot);
    let mut above: Vec<AreaAt> = Vec::new();
    for index in &chosen.areas {
        let of = snapshot.above(AreaAt { level: level.position(), index: *index });
        above.extend(of.into_iter().filter(|it| snapshot.level_of(*it).name() == "municipality"));
    }
    above.sort_unstable();
    above.dedup();
    let one = above.first().copied().filter(|_| above.len() == 1);
    let area = whole(snapshot).or(one).filter(|area| area.level < level.position())?;
    let asked = |area| Asked { area, indicator: &indicator.id, period: None, level: Some(level.name()) };
    let found = hides(snapshot, asked(area), view.language).ok()?;
    let rows = said::share_lines(&found, &v.words);
    if rows.is_empty() {
        return None;
    }
    let has_below = |it: &AreaAt| kapstok_share::scale::has_figures_below(snapshot, *it, indicator);
    let of_chosen = above.into_iter().filter(|it| *it != area).filter(has_below).take(LINKS);
    let link = |area: AreaAt| Link {
        href: view.href(&Page::Hides {
            area: snapshot.level_of(area).codes()[area.index].clone(),
            indicator: indicator.id.clone(),
        }),
        text: v.f("page-gap-hides", &[("area", v.name(snapshot, area))]),
    };
    Some(Scale {
        sentence: said::sentence(&found, &v.words),
        rows,
        links: std::iter::once(area).chain(of_chosen).map(link).collect(),
    })
}
