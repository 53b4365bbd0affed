// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What is good in an area, by a stated rule: figures on the favourable side of three quarters of all areas.
//!
//! In: the facts of an area. Out: those figures, and how many there are of how many. Where there is none, the figures
//! of which more is better, as they are.

use kapstok_share::area_page::{AreaPage, FigureLine};
use kapstok_share::snapshot::AreaAt;
use kapstok_share::strengths::{Strong, strong};

use super::super::frame::View;

/// Figures that are shown, at most.
const SHOWN: usize = 6;

/// What is shown.
#[derive(Default)]
pub(super) struct Strengths {
    pub(super) sentence: String,
    /// Label, figure, the middle of all areas.
    pub(super) lines: Vec<(String, String, String)>,
    pub(super) more: String,
}

/// Gathers it.
pub(super) fn strengths(view: View<'_>, area: AreaAt, facts: &AreaPage) -> Strengths {
    let (v, snapshot) = (view.voice(), &view.site.snapshot);
    let level = snapshot.level_of(area);
    let median = |line: &FigureLine| {
        let (entry, _) = snapshot.column(level, &line.indicator, Some(&line.period))?;
        view.site.prepared.middle(snapshot, level, entry)
    };
    let Strong { lines: strong, compared } = strong(&facts.figures, &median);
    let n_strong = strong.len();
    let levels = v.levels(level.name());
    let (n, of) = (v.count(n_strong), v.count(compared.len()));
    let (sentence, shown) = match n_strong {
        0 => {
            let better = compared.iter().filter(|line| line.direction == "higher-is-better").copied();
            (v.f("page-strengths-none", &[("levels", &levels)]), better.take(SHOWN).collect())
        }
        _ => (v.f("page-strengths-rule", &[("number", &n), ("of-all", &of), ("levels", &levels)]), strong),
    };
    let line = |line: &FigureLine| {
        let value = line.value.map_or_else(String::new, |value| v.value(value, &line.unit));
        let middle = median(line).map_or_else(String::new, |middle| v.value(middle.median, &line.unit));
        (line.label.clone(), value, v.f("page-strengths-middle", &[("middle", &middle), ("levels", &levels)]))
    };
    let more = n_strong.saturating_sub(SHOWN);
    Strengths {
        sentence: if compared.is_empty() { String::new() } else { sentence },
        lines: shown.into_iter().take(SHOWN).map(line).collect(),
        more: if more == 0 { String::new() } else { v.n("page-strengths-more", more) },
    }
}
