// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The view from a distance: what a large area sees of itself between two periods, and what its parts see.
//!
//! In: a snapshot, an area and the level of its parts. Out: one [`Seen`] per indicator, in reading order. Invariant: both
//! look at the same figures, of the same indicator and the same two periods. Parts stand by their code: it is no list of
//! winners. A modelled figure is refused: it is no evidence of change. Nothing here says why a figure moved, nor whether it moved
//! more than by chance.

use kapstok_find::scale::turned;
use serde::Serialize;

use super::{AreaName, area_name, figure_of, figures, worse};
use crate::area_page::in_reading_order;
use crate::snapshot::{AreaAt, Level, Snapshot};
use crate::words::Language;

/// What is seen of one indicator.
#[derive(Debug, Serialize)]
pub struct Seen {
    /// The field of policy.
    pub domain: String,
    /// Id of the indicator.
    pub indicator: String,
    /// Its label.
    pub label: String,
    /// What it counts or measures in.
    pub unit: String,
    /// The earlier and the later period.
    pub periods: (String, String),
    /// The figure of the whole in both.
    pub whole: (f64, f64),
    /// Whether the whole became worse; none where it stayed as it was.
    pub whole_is_worse: Option<bool>,
    /// Parts with both figures.
    pub n_known: usize,
    /// Parts without.
    pub n_missing: usize,
    /// Parts that went the other way than the whole.
    pub turned: Vec<Turned>,
}

/// A part that went the other way.
#[derive(Debug, Serialize)]
pub struct Turned {
    /// The part.
    pub area: AreaName,
    /// Its figure in both periods.
    pub figures: (f64, f64),
}

/// What an area and its parts of a level see, over the longest time of which both have figures.
pub fn distance(snapshot: &Snapshot, area: AreaAt, level: &Level, language: Language) -> Vec<Seen> {
    let members = snapshot.below(area, level);
    let of = |indicator| seen(snapshot, area, level, &members, indicator, language);
    in_reading_order(&snapshot.manifest().indicators).into_iter().filter_map(of).collect()
}

fn seen(
    snapshot: &Snapshot,
    area: AreaAt,
    level: &Level,
    members: &[usize],
    indicator: &crate::manifest::IndicatorEntry,
    language: Language,
) -> Option<Seen> {
    let way = worse(indicator).filter(|_| indicator.unit != "count" && indicator.kind != "model")?;
    let columns = snapshot.entry(level).columns.iter().filter(|column| column.indicator == indicator.id);
    let with_whole = columns
        .filter_map(|column| Some((column.period.as_str(), figure_of(snapshot, area, indicator, &column.period)?)));
    let periods: Vec<(&str, f64)> = with_whole.collect();
    let (first, last) = (periods.first()?, periods.last().filter(|_| periods.len() > 1)?);
    let before = figures(snapshot, level, members, indicator, first.0);
    let after = figures(snapshot, level, members, indicator, last.0);
    let n_known = before.iter().zip(&after).filter(|(before, after)| before.is_some() && after.is_some()).count();
    let found = turned(&before, &after, (first.1, last.1), way).into_iter().filter_map(|it| {
        let area = area_name(snapshot, AreaAt { level: level.position(), index: members[it.index] });
        Some(Turned { area, figures: (before[it.index]?, after[it.index]?) })
    });
    let rises_are_worse = way == kapstok_find::scale::Worse::Higher;
    Some(Seen {
        domain: indicator.domain.clone(),
        indicator: indicator.id.clone(),
        label: indicator.label.of(language).to_owned(),
        unit: indicator.unit.clone(),
        periods: (first.0.to_owned(), last.0.to_owned()),
        whole: (first.1, last.1),
        whole_is_worse: (first.1 != last.1).then_some((last.1 > first.1) == rises_are_worse),
        n_known,
        n_missing: members.len() - n_known,
        turned: found.collect(),
    })
}
