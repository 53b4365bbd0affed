// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What the figure of an area hides: how much of the differences lies inside it and at which level, which areas in it go
//! the other way, how the picture changes with the size of areas.
//!
//! In: a snapshot, an area and an indicator, or a sentence that was pasted ([`pasted`]). Out: [`Hides`], as facts.
//! Invariant: everything is made from figures that may be shown, of one period; areas stand by the name of the area
//! they lie in and their own, and never by how they score. Not here: how a terminal or a page shows it.

pub mod distance;
pub mod pasted;
pub mod said;

use kapstok_find::scale::{Measure, Split, Worse, in_worst_fifth, other_way, split};
use kapstok_table::{Place, Problem};
use serde::Serialize;

use crate::manifest::IndicatorEntry;
use crate::snapshot::{AreaAt, Level, Snapshot};
use crate::words::Language;

/// What a figure hides, as `--json` prints it.
#[derive(Debug, Serialize)]
pub struct Hides {
    /// Whether everything in it is invented.
    pub invented: bool,
    /// The area of the figure.
    pub area: AreaName,
    /// Id of the indicator.
    pub indicator: String,
    /// Its label.
    pub label: String,
    /// What it counts or measures in.
    pub unit: String,
    /// Register, survey, model or derived.
    pub kind: String,
    /// Which way is a burden.
    pub direction: String,
    /// What all figures are about.
    pub period: String,
    /// The published figure of the area, if it has one of this period.
    pub figure: Option<f64>,
    /// Who published it, and where.
    pub source: String,
    /// The smallest areas that were looked at.
    pub level: String,
    /// Of them, how many have a figure and residents that may be shown.
    pub n_known: usize,
    /// And how many have not.
    pub n_missing: usize,
    /// The mean of the smallest areas, by residents: what the shares are of.
    pub mean: Option<f64>,
    /// Where the differences lie; none where there are no differences.
    pub shares: Option<Shares>,
    /// Areas that go the other way; none where nothing lies between, or no way is worse.
    pub other_way: Option<OtherWay>,
    /// The picture at each level, largest areas first.
    pub levels: Vec<AtLevel>,
    /// What was understood of a sentence that was pasted.
    pub pasted: Option<pasted::Understood>,
}

/// An area by code and name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct AreaName {
    /// Its code.
    pub code: String,
    /// Its name; empty where none is known.
    pub name: String,
    /// Its level.
    pub level: String,
}

/// Where differences lie. Each list sums to 1.
#[derive(Debug, Serialize)]
pub struct Shares {
    /// What each share lies between, largest first: between municipalities, between wijken inside them, and so on.
    pub between: Vec<String>,
    /// By variance, each area by its residents.
    pub variance: Vec<f64>,
    /// By variance, each area the same.
    pub variance_unweighted: Vec<f64>,
    /// By Theil's T, by residents; none where a figure is below zero.
    pub theil: Option<Vec<f64>>,
}

/// Areas that stand on the other side of a figure than the area they lie in.
#[derive(Debug, Serialize)]
pub struct OtherWay {
    /// Whose figure is the line.
    pub line: AreaName,
    /// That figure.
    pub line_figure: f64,
    /// The level of the areas that they lie in.
    pub whole_level: String,
    /// How many could be compared.
    pub n_compared: usize,
    /// Those areas, by the name of what they lie in, then their own.
    pub areas: Vec<ContraryArea>,
}

/// One such area.
#[derive(Debug, Serialize)]
pub struct ContraryArea {
    /// The area.
    pub area: AreaName,
    /// Its figure.
    pub figure: f64,
    /// What it lies in.
    pub whole: AreaName,
    /// The figure of that.
    pub whole_figure: f64,
    /// Whether the area stands worse than the line; else what it lies in does.
    pub is_worse: bool,
}

/// The picture at one level.
#[derive(Debug, Serialize)]
pub struct AtLevel {
    /// The level.
    pub level: String,
    /// Areas with a figure.
    pub n_known: usize,
    /// Areas without.
    pub n_missing: usize,
    /// The lowest figure.
    pub lowest: f64,
    /// The highest figure.
    pub highest: f64,
    /// The part of all people with the burden who live in the worst fifth of residents; only of shares of people.
    pub in_worst_fifth: Option<f64>,
    /// All figures, lowest first: one dot each.
    pub dots: Vec<f64>,
}

/// What is asked: an area, an indicator, and what of it is stated.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// The area of the figure.
    pub area: AreaAt,
    /// Id of the indicator.
    pub indicator: &'a str,
    /// The period; the newest with figures below without.
    pub period: Option<&'a str>,
    /// The smallest areas to look at; the smallest with figures without.
    pub level: Option<&'a str>,
}

/// The file of a problem that is about what was typed.
pub const TYPED: &str = "WHAT";

/// Looks below a figure.
///
/// # Errors
/// K0712: no such indicator. K0714: no figures below. K0715: a count, of which there is no average.
pub fn hides(snapshot: &Snapshot, asked: Asked<'_>, language: Language) -> Result<Hides, Box<Problem>> {
    let problem = |code, facts: &[(&'static str, String)]| {
        let made = Problem::error(code, Place::file(TYPED));
        Box::new(facts.iter().fold(made, |made, (name, value)| made.with(name, value)))
    };
    let Some(indicator) = snapshot.indicator(asked.indicator) else {
        let known = snapshot.manifest().indicators.iter().map(|it| it.id.as_str());
        let nearest = kapstok_table::nearest(asked.indicator, known).to_owned();
        return Err(problem("K0712", &[("found", asked.indicator.to_owned()), ("candidates", nearest)]));
    };
    if indicator.unit == "count" {
        return Err(problem("K0715", &[("indicator", indicator.id.clone())]));
    }
    let area = area_name(snapshot, asked.area);
    let Some((smallest, period)) = smallest(snapshot, asked) else {
        return Err(problem(
            "K0714",
            &[
                ("indicator", indicator.id.clone()),
                ("area", if area.name.is_empty() { area.code.clone() } else { area.name.clone() }),
                ("period", asked.period.unwrap_or("-").to_owned()),
                ("candidates", periods_below(snapshot, asked).join(", ")),
            ],
        ));
    };
    let own = snapshot.level_of(asked.area);
    let members = snapshot.below(asked.area, smallest);
    let values = figures(snapshot, smallest, &members, indicator, &period);
    let residents = residents(snapshot, smallest, &members, &period);
    let between: Vec<&Level> = snapshot.levels()[own.position() + 1..smallest.position()]
        .iter()
        .filter(|level| smallest.lies_in().iter().any(|(above, _)| *above == level.position()))
        .collect();
    let lies_in: Vec<Vec<Option<usize>>> = between.iter().map(|level| above(smallest, level, &members)).collect();
    let above: Vec<&[Option<usize>]> = lies_in.iter().map(Vec::as_slice).collect();
    let by_residents = split(Measure::Variance, &values, &residents, &above);
    let figure = figure_of(snapshot, asked.area, indicator, &period);
    let column = snapshot.column(smallest, &indicator.id, Some(&period));
    let origin = column.and_then(|(entry, _)| snapshot.origin(entry));
    let mut levels = between.clone();
    levels.push(smallest);
    Ok(Hides {
        invented: snapshot.manifest().invented,
        indicator: indicator.id.clone(),
        label: indicator.label.of(language).to_owned(),
        unit: indicator.unit.clone(),
        kind: indicator.kind.clone(),
        direction: indicator.direction.clone(),
        figure,
        source: origin.map_or_else(String::new, |origin| format!("{}: {}", origin.publisher, origin.title)),
        level: smallest.name().to_owned(),
        n_known: by_residents.as_ref().map_or(0, |found| found.n_known),
        n_missing: by_residents.as_ref().map_or(values.len(), |found| found.n_missing),
        mean: by_residents.as_ref().map(|found| found.mean),
        shares: by_residents.as_ref().and_then(|found| shares(found, &values, &residents, &above, &levels)),
        other_way: contrary(snapshot, asked.area, indicator, &period, smallest, &members, &values),
        levels: levels.iter().filter_map(|level| at_level(snapshot, asked.area, level, indicator, &period)).collect(),
        pasted: None,
        area,
        period,
    })
}

/// Whether an indicator has figures below an area, so that something can be hidden.
pub fn has_figures_below(snapshot: &Snapshot, area: AreaAt, indicator: &IndicatorEntry) -> bool {
    let asked = Asked { area, indicator: &indicator.id, period: None, level: None };
    indicator.unit != "count" && smallest(snapshot, asked).is_some()
}

/// The only area of the largest level, where there is one.
pub fn whole(snapshot: &Snapshot) -> Option<AreaAt> {
    let level = snapshot.levels().first()?;
    (level.len() == 1).then_some(AreaAt { level: level.position(), index: 0 })
}

/// Code, name and level of an area.
pub fn area_name(snapshot: &Snapshot, area: AreaAt) -> AreaName {
    let level = snapshot.level_of(area);
    AreaName {
        code: level.codes()[area.index].clone(),
        name: level.names()[area.index].clone(),
        level: level.name().to_owned(),
    }
}

/// Which way is worse; `None` of a figure that only describes.
pub(crate) fn worse(indicator: &IndicatorEntry) -> Option<Worse> {
    match indicator.direction.as_str() {
        "higher-is-worse" => Some(Worse::Higher),
        "higher-is-better" => Some(Worse::Lower),
        _ => None,
    }
}

pub(crate) fn figure_of(snapshot: &Snapshot, area: AreaAt, indicator: &IndicatorEntry, period: &str) -> Option<f64> {
    let (_, column) = snapshot.column(snapshot.level_of(area), &indicator.id, Some(period))?;
    column.value(area.index)
}

pub(crate) fn figures(
    snapshot: &Snapshot,
    level: &Level,
    members: &[usize],
    indicator: &IndicatorEntry,
    period: &str,
) -> Vec<Option<f64>> {
    let Some((_, column)) = snapshot.column(level, &indicator.id, Some(period)) else {
        return vec![None; members.len()];
    };
    members.iter().map(|&index| column.value(index)).collect()
}

/// The smallest level below the area with figures of two of its areas, and the newest such period.
fn smallest<'a>(snapshot: &'a Snapshot, asked: Asked<'_>) -> Option<(&'a Level, String)> {
    let below = snapshot.levels()[asked.area.level + 1..].iter().rev();
    let mut wanted = below.filter(|level| asked.level.is_none_or(|name| name == level.name()));
    wanted.find_map(|level| {
        let members = snapshot.below(asked.area, level);
        let columns = snapshot.entry(level).columns.iter().rev();
        let mut of_it = columns.filter(|column| column.indicator == asked.indicator);
        let has_figures = |period: &str| {
            let column = snapshot.column(level, asked.indicator, Some(period));
            column.is_some_and(|(_, column)| members.iter().filter(|&&at| column.value(at).is_some()).count() > 1)
        };
        let found = of_it
            .find(|column| asked.period.is_none_or(|period| period == column.period) && has_figures(&column.period))?;
        Some((level, found.period.clone()))
    })
}

/// Periods with a column below the area, oldest first.
fn periods_below(snapshot: &Snapshot, asked: Asked<'_>) -> Vec<String> {
    let levels = snapshot.levels()[asked.area.level + 1..].iter();
    let columns = levels.flat_map(|level| &snapshot.entry(level).columns);
    let of_it = columns.filter(|column| column.indicator == asked.indicator);
    let periods: std::collections::BTreeSet<String> = of_it.map(|column| column.period.clone()).collect();
    periods.into_iter().collect()
}

/// Per member the area of a larger level that it lies in.
fn above(smallest: &Level, level: &Level, members: &[usize]) -> Vec<Option<usize>> {
    let found = smallest.lies_in().iter().find(|(above, _)| *above == level.position());
    members.iter().map(|&index| found.and_then(|(_, of)| of[index])).collect()
}

/// Residents of areas in a period; the newest where none are known of it.
fn residents(snapshot: &Snapshot, level: &Level, members: &[usize], period: &str) -> Vec<Option<f64>> {
    let count = snapshot.manifest().residents.as_deref();
    let column = count.and_then(|count| snapshot.column(level, count, Some(period)));
    match column.filter(|(_, column)| column.n_known() > 0) {
        Some((_, column)) => members.iter().map(|&index| column.value(index)).collect(),
        None => members.iter().map(|&index| level.residents()[index]).collect(),
    }
}

/// The whole of a share of people; `None` of a rate of events, of a share of homes, and of a share of whom it is not known.
/// Of a share of households it is taken that all residents live in equal ones.
fn all_people(indicator: &IndicatorEntry) -> Option<f64> {
    let is_of_people = !matches!(indicator.population.as_deref(), None | Some("dwellings"));
    crate::gap::parts::whole(indicator).filter(|_| is_of_people)
}

fn shares(
    by_residents: &Split,
    values: &[Option<f64>],
    residents: &[Option<f64>],
    above: &[&[Option<usize>]],
    levels: &[&Level],
) -> Option<Shares> {
    // The same areas, each by 1.
    let ones: Vec<Option<f64>> = residents.iter().map(|it| it.filter(|it| *it > 0.0).map(|_| 1.0)).collect();
    Some(Shares {
        between: levels.iter().map(|level| level.name().to_owned()).collect(),
        variance: by_residents.shares()?,
        variance_unweighted: split(Measure::Variance, values, &ones, above)?.shares()?,
        theil: split(Measure::Theil, values, residents, above).and_then(|found| found.shares()),
    })
}

/// Areas below that stand on the other side of a line than what they lie in.
///
/// An area that lies in a larger one is itself the whole, and the line is the figure of the larger one. The largest area
/// is itself the line, and the areas one level down are the wholes.
fn contrary(
    snapshot: &Snapshot,
    area: AreaAt,
    indicator: &IndicatorEntry,
    period: &str,
    smallest: &Level,
    members: &[usize],
    values: &[Option<f64>],
) -> Option<OtherWay> {
    let worse = worse(indicator)?;
    let larger = snapshot.above(area).into_iter().rev();
    let larger = larger.filter_map(|at| Some((at, figure_of(snapshot, at, indicator, period)?)));
    let (line, line_figure, wholes) = match larger.into_iter().next() {
        Some((at, figure)) => (at, figure, vec![Some(area); members.len()]),
        None => {
            let level = snapshot.levels().get(area.level + 1).filter(|level| level.position() < smallest.position())?;
            let at = above(smallest, level, members).into_iter();
            let wholes = at.map(|at| at.map(|index| AreaAt { level: level.position(), index })).collect();
            (area, figure_of(snapshot, area, indicator, period)?, wholes)
        }
    };
    let whole_level = snapshot.levels()[wholes.iter().flatten().next()?.level].name().to_owned();
    let of_wholes: Vec<Option<f64>> = wholes.iter().map(|at| figure_of(snapshot, (*at)?, indicator, period)).collect();
    let n_compared = values.iter().zip(&of_wholes).filter(|(part, whole)| part.is_some() && whole.is_some()).count();
    let found = other_way(values, &of_wholes, line_figure, worse).into_iter().filter_map(|it| {
        Some(ContraryArea {
            area: area_name(snapshot, AreaAt { level: smallest.position(), index: members[it.index] }),
            figure: values[it.index]?,
            whole: area_name(snapshot, wholes[it.index]?),
            whole_figure: of_wholes[it.index]?,
            is_worse: it.part_is_worse,
        })
    });
    let mut areas: Vec<ContraryArea> = found.collect();
    areas.sort_by(|one, other| {
        let key = |it: &ContraryArea| {
            (it.whole.name.clone(), it.whole.code.clone(), it.area.name.clone(), it.area.code.clone())
        };
        key(one).cmp(&key(other))
    });
    Some(OtherWay { line: area_name(snapshot, line), line_figure, whole_level, n_compared, areas })
}

fn at_level(
    snapshot: &Snapshot,
    area: AreaAt,
    level: &Level,
    indicator: &IndicatorEntry,
    period: &str,
) -> Option<AtLevel> {
    let members = snapshot.below(area, level);
    let values = figures(snapshot, level, &members, indicator, period);
    let mut dots: Vec<f64> = values.iter().copied().flatten().collect();
    dots.sort_unstable_by(f64::total_cmp);
    let residents = residents(snapshot, level, &members, period);
    let burdened = all_people(indicator).zip(worse(indicator)).map(|(full, worse)| {
        let burden = |value: f64| if worse == Worse::Higher { value } else { full - value };
        values.iter().map(|value| value.map(burden)).collect::<Vec<_>>()
    });
    Some(AtLevel {
        level: level.name().to_owned(),
        n_known: dots.len(),
        n_missing: values.len() - dots.len(),
        lowest: *dots.first()?,
        highest: *dots.last()?,
        in_worst_fifth: burdened.and_then(|burdened| in_worst_fifth(&burdened, &residents)),
        dots,
    })
}
