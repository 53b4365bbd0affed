// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Every figure of an area, by domain: the figure, what it is among, what came before.
//!
//! In: the facts of an area. Out: one [`Section`] per domain; those with strengths first, what only describes last.

use std::collections::BTreeSet;

use kapstok_share::area_page::{AreaPage, FigureLine};
use kapstok_share::errors::errors;
use kapstok_share::snapshot::AreaAt;

use super::super::charts::spine::{self, Spine};
use super::super::charts::trend::{self, Line, Point};
use super::super::frame::View;
use super::super::links::Page;
use super::Beside;
use super::swarm::{Swarm, swarm};

/// Figures of a domain that are printed, at most.
const PRINTED_PER_DOMAIN: usize = 3;
/// Figures that are printed in all, at most: two pages.
const PRINTED: usize = 24;

/// One domain.
pub(super) struct Section {
    pub(super) id: String,
    pub(super) title: String,
    pub(super) rows: Vec<Row>,
    pub(super) swarm: Option<Swarm>,
    pub(super) periods: Vec<String>,
    pub(super) is_printed: bool,
}

/// One figure.
pub(super) struct Row {
    pub(super) label: String,
    pub(super) explanation: String,
    pub(super) table_href: String,
    pub(super) why_href: Option<String>,
    pub(super) value: String,
    pub(super) is_missing: bool,
    pub(super) margins: Option<String>,
    pub(super) notes: Vec<String>,
    pub(super) spine: String,
    pub(super) position: String,
    /// The larger areas, as the columns of the page.
    pub(super) beside: Vec<String>,
    pub(super) median: String,
    pub(super) period: String,
    pub(super) kind: String,
    pub(super) source: usize,
    pub(super) trend: Option<String>,
    pub(super) trend_words: String,
    /// What is known of each of the four errors, in one line.
    pub(super) errors: String,
    /// The figure of each period of the section.
    pub(super) history: Vec<String>,
    pub(super) is_printed: bool,
}

/// All figures, by domain.
pub(super) fn sections(view: View<'_>, area: AreaAt, beside: Beside, facts: &AreaPage) -> Vec<Section> {
    let mut domains: Vec<&str> = Vec::new();
    for line in &facts.figures {
        if !domains.contains(&line.domain.as_str()) {
            domains.push(&line.domain);
        }
    }
    let snapshot = &view.site.snapshot;
    let recipes = snapshot.recipes(snapshot.level_of(area));
    let counted: Vec<&String> = recipes.flat_map(|(recipe, _)| &recipe.domains).collect();
    // Strengths; what a recipe counts, in its order; the rest; what only describes.
    domains.sort_by_key(|domain| {
        let of = facts.figures.iter().filter(|line| line.domain == **domain);
        let directions: BTreeSet<&str> = of.map(|line| line.direction.as_str()).collect();
        let all = |direction: &str| directions.len() == 1 && directions.contains(direction);
        let place = counted.iter().position(|known| known == domain).unwrap_or(counted.len());
        (all("neither"), !all("higher-is-better"), place, *domain)
    });
    let mut n_printed = 0;
    let mut sections = Vec::with_capacity(domains.len());
    for domain in domains {
        let lines: Vec<&FigureLine> = facts.figures.iter().filter(|line| line.domain == domain).collect();
        let printed = printed(view, area, &lines, &mut n_printed);
        sections.push(section(view, area, beside, domain, &lines, &printed));
    }
    sections
}

/// Indicators that are printed: the lead figure of the domain first, then the others, as far as there is room.
fn printed(view: View<'_>, area: AreaAt, lines: &[&FigureLine], n_printed: &mut usize) -> BTreeSet<String> {
    let told: Vec<&&FigureLine> =
        lines.iter().filter(|line| line.direction != "neither" && line.unit != "count").collect();
    let lead = lead(view, area, lines).map(|line| line.indicator.clone());
    let mut ids: Vec<String> = lead.into_iter().collect();
    for line in told {
        if !ids.contains(&line.indicator) && line.value.is_some() {
            ids.push(line.indicator.clone());
        }
    }
    ids.truncate(PRINTED_PER_DOMAIN.min(PRINTED - *n_printed));
    *n_printed += ids.len();
    ids.into_iter().collect()
}

/// The figure that stands for a domain: the first that a recipe takes in, else the first that has a direction.
fn lead<'a>(view: View<'_>, area: AreaAt, lines: &[&'a FigureLine]) -> Option<&'a FigureLine> {
    let snapshot = &view.site.snapshot;
    let inputs = snapshot.recipes(snapshot.level_of(area)).flat_map(|(recipe, _)| &recipe.inputs);
    let inputs: BTreeSet<&str> = inputs.map(|(indicator, _)| indicator.as_str()).collect();
    let has_direction = |line: &&&FigureLine| line.direction != "neither" && line.unit != "count";
    let of_recipe = lines.iter().filter(has_direction).find(|line| inputs.contains(line.indicator.as_str()));
    of_recipe.or_else(|| lines.iter().find(has_direction)).copied()
}

fn section(
    view: View<'_>,
    area: AreaAt,
    beside: Beside,
    domain: &str,
    lines: &[&FigureLine],
    printed: &BTreeSet<String>,
) -> Section {
    let snapshot = &view.site.snapshot;
    let columns = &snapshot.entry(snapshot.level_of(area)).columns;
    let ids: BTreeSet<&str> = lines.iter().map(|line| line.indicator.as_str()).collect();
    let periods = columns.iter().filter(|column| ids.contains(column.indicator.as_str()) && column.known > 0);
    let periods: BTreeSet<&str> = periods.map(|column| column.period.as_str()).collect();
    let periods: Vec<&str> = periods.into_iter().collect();
    let row = |line: &&FigureLine| row(view, area, beside, line, &periods, printed.contains(&line.indicator));
    Section {
        id: domain.to_owned(),
        title: view.voice().domain(domain),
        rows: lines.iter().map(row).collect(),
        swarm: lead(view, area, lines).and_then(|line| swarm(view, area, beside, line)),
        is_printed: !printed.is_empty(),
        periods: if periods.len() > 1 { periods.into_iter().map(str::to_owned).collect() } else { Vec::new() },
    }
}

fn row(view: View<'_>, area: AreaAt, beside: Beside, line: &FigureLine, periods: &[&str], is_printed: bool) -> Row {
    let (v, snapshot) = (view.voice(), &view.site.snapshot);
    let level = snapshot.level_of(area);
    let code = &level.codes()[area.index];
    let value_of = |value: f64| v.value(value, &line.unit);
    let reason = line.reason.as_deref().map(|reason| v.reason(reason));
    let column = snapshot.column(level, &line.indicator, Some(&line.period));
    let middle = column.and_then(|(entry, _)| view.site.prepared.middle(snapshot, level, entry));
    // Counts of areas of different size are not set beside each other.
    let is_count = line.unit == "count";
    let at = |other: Option<AreaAt>| {
        let other = other?;
        let (_, column) = snapshot.column(snapshot.level_of(other), &line.indicator, Some(&line.period))?;
        column.value(other.index)
    };
    let (municipality, country) = (at(beside.municipality), at(beside.country));
    let margins = line.lower.zip(line.upper);
    let picture = middle.filter(|_| !is_count).map(|middle| {
        spine::svg(&Spine {
            range: middle.range(),
            band: Some((middle.lower_quartile, middle.upper_quartile)),
            median: Some(middle.median),
            value: line.value,
            margins,
            municipality,
            country,
        })
    });
    let position = match (line.value, middle) {
        (Some(value), Some(middle)) if !is_count && middle.n_known >= 8 => {
            let key = match value {
                value if value < middle.lower_quartile => "page-position-low",
                value if value > middle.upper_quartile => "page-position-high",
                _ => "page-position-middle",
            };
            v.f(key, &[("levels", &v.levels(level.name()))])
        }
        _ => String::new(),
    };
    let shown =
        |place: Option<AreaAt>, value: Option<f64>| place.map(|_| value.map_or_else(|| "–".to_owned(), value_of));
    let mut notes = Vec::new();
    if line.provisional {
        notes.push(v.s("page-provisional"));
    }
    if line.rebased {
        notes.push(v.s("page-rebased"));
    }
    let (trend, trend_words) = trend_of(view, area, line);
    let history = periods.iter().map(|period| match snapshot.column(level, &line.indicator, Some(period)) {
        None => String::new(),
        Some((_, column)) => match (column.value(area.index), column.status(area.index).reason()) {
            (Some(value), _) if column.status(area.index).is_rebased() => format!("{}\u{a0}*", value_of(value)),
            (Some(value), _) => value_of(value),
            (None, reason) => reason.map_or_else(String::new, |reason| v.reason(reason)),
        },
    });
    Row {
        label: line.label.clone(),
        explanation: snapshot
            .indicator(&line.indicator)
            .map_or_else(String::new, |it| it.explanation.of(view.language).to_owned()),
        table_href: view.href(&Page::table(&line.indicator, level.name(), None)),
        why_href: view.link_to(&Page::why(code, &line.indicator, None)),
        value: line.value.map(value_of).or(reason).unwrap_or_default(),
        is_missing: line.value.is_none(),
        margins: margins.map(|(lower, upper)| format!("{} – {}", v.number(lower, 1), v.value(upper, &line.unit))),
        notes,
        spine: picture.unwrap_or_default(),
        position,
        beside: [shown(beside.municipality, municipality), shown(beside.country, country)]
            .into_iter()
            .flatten()
            .collect(),
        median: middle.filter(|_| !is_count).map_or_else(|| "–".to_owned(), |middle| value_of(middle.median)),
        period: line.period.clone(),
        kind: v.s(&format!("kind-{}", line.kind)),
        source: line.source,
        trend,
        trend_words,
        errors: errors_of(view, area, line),
        history: history.collect(),
        is_printed,
    }
}

/// What may be wrong with a figure, each error apart.
fn errors_of(view: View<'_>, area: AreaAt, line: &FigureLine) -> String {
    let (v, snapshot) = (view.voice(), &view.site.snapshot);
    let level = snapshot.level_of(area);
    let found = snapshot.indicator(&line.indicator).zip(snapshot.column(level, &line.indicator, Some(&line.period)));
    found.map_or_else(String::new, |(indicator, (entry, column))| {
        let figure = (entry.period.as_str(), &column.cell(area.index));
        errors(snapshot, level, indicator, figure, area.index).line(&line.unit, &v.words)
    })
}

/// The figures of earlier periods, as a small line with its sentence.
fn trend_of(view: View<'_>, area: AreaAt, line: &FigureLine) -> (Option<String>, String) {
    let (v, snapshot) = (view.voice(), &view.site.snapshot);
    let level = snapshot.level_of(area);
    let columns =
        snapshot.entry(level).columns.iter().filter(|column| column.indicator == line.indicator && column.known > 0);
    let points: Vec<(&str, Point)> = columns
        .filter_map(|entry| {
            let (_, column) = snapshot.column(level, &entry.indicator, Some(&entry.period))?;
            let rebased = column.status(area.index).is_rebased();
            Some((entry.period.as_str(), Point { value: column.value(area.index), rebased }))
        })
        .collect();
    let of_model = if line.kind == "model" { Line::Dots } else { Line::Joined };
    let Some(picture) = trend::svg(&points.iter().map(|(_, point)| *point).collect::<Vec<_>>(), of_model) else {
        return (None, String::new());
    };
    let mut known = points.iter().filter_map(|(period, point)| Some((*period, point.value?)));
    let (Some((from, first)), Some((to, last))) = (known.next(), known.next_back()) else {
        return (None, String::new());
    };
    let value = |value: f64| v.value(value, &line.unit);
    let facts = [("from", from), ("first", &value(first)), ("to", to), ("last", &value(last))];
    let key = if of_model == Line::Dots { "page-trend-model" } else { "page-trend" };
    (Some(picture), v.f(key, &facts))
}
