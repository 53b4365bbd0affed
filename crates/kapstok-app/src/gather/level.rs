// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! One level: its list of areas, and every column on its map.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use kapstok_area::{AreaCode, AreaList, BoundaryYear, Crosswalks, Evidence, Hierarchy, Level, Route};
use kapstok_source::LevelTable;
use kapstok_table::{Column, IndicatorId, Period, Place, Problem, RebaseInputs, RebaseRule, rebase};

use crate::workspace::{SETTINGS_FILE, Workspace};

/// All that is known of one level, on its one map.
pub(crate) struct LevelData {
    /// Its areas.
    pub(crate) areas: Arc<AreaList>,
    /// The area that each lies in, as the code or a column says.
    pub(crate) parents: Vec<Option<AreaCode>>,
    /// Per larger level of the workspace the area that each lies in, whether or not it is on that level's map.
    pub(crate) within: Vec<(Level, Vec<Option<AreaCode>>)>,
    /// Columns, sorted by indicator and period.
    pub(crate) columns: Vec<Column>,
    /// Boundaries as WKB, by area.
    pub(crate) geometry: Option<Vec<Option<Box<[u8]>>>>,
    /// EPSG code of the boundaries.
    pub(crate) srs: Option<u32>,
    /// The shares by which columns came from other maps.
    pub(crate) links: Vec<RebasedLinks>,
}

/// The shares of one pair of maps, as they were used.
pub(crate) struct RebasedLinks {
    /// The map that the figures were on.
    pub(crate) from: BoundaryYear,
    /// Sorted by from and to.
    pub(crate) links: Vec<UsedLink>,
}

/// Which part of an area of another map lies in an area of this one.
pub(crate) struct UsedLink {
    /// Area of the other map.
    pub(crate) from: AreaCode,
    /// Area of this map.
    pub(crate) to: AreaCode,
    /// The part of it, 0 ..= 1.
    pub(crate) share: f64,
    /// What the crosswalk counts in all of the first area, where it lists it.
    pub(crate) counted: Option<f64>,
    /// What the share rests on.
    pub(crate) evidence: Evidence,
}

/// Fills `within` of all levels, the largest areas first: from the code where the country says so, else from
/// the area above it. One area at the top holds everything.
pub(super) fn fill_within(levels: &mut [LevelData], country: &Hierarchy) {
    for position in 0..levels.len() {
        let (above, level) = (&levels[..position], &levels[position]);
        let within = above.iter().enumerate().map(|(at, upper)| {
            let upper_level = upper.areas.level();
            let only = upper.areas.codes().first().filter(|_| at == 0 && upper.areas.len() == 1);
            let known = |code: AreaCode| upper.areas.index_of(code.as_str()).is_some() || only.is_none();
            let of_area = |(area, parent): (&AreaCode, &Option<AreaCode>)| {
                let by_code = country.ancestors(area).into_iter().find(|above| above.level() == upper_level);
                by_code.or_else(|| above_of(parent.as_ref()?, upper_level, above)).filter(|code| known(code.clone()))
            };
            let areas = level.areas.codes().iter().zip(&level.parents);
            (upper_level.clone(), areas.map(|area| of_area(area).or_else(|| only.cloned())).collect())
        });
        levels[position].within = within.collect();
    }
}

/// The area of a level that a parent is, or lies in.
fn above_of(parent: &AreaCode, upper: &Level, levels: &[LevelData]) -> Option<AreaCode> {
    if parent.level() == upper {
        return Some(parent.clone());
    }
    let own = levels.iter().find(|level| level.areas.level() == parent.level())?;
    let at = own.areas.index_of(parent.as_str())?;
    let (_, within) = own.within.iter().find(|(level, _)| level == upper)?;
    within.get(at).cloned().flatten()
}

/// Brings all tables of a level onto its map.
pub(super) fn bring_together(
    workspace: &Workspace,
    level: &Level,
    year: BoundaryYear,
    tables: &[(String, LevelTable)],
    crosswalks: &Crosswalks,
    problems: &mut Vec<Problem>,
) -> LevelData {
    let mut of_level: Vec<&(String, LevelTable)> =
        tables.iter().filter(|(_, table)| table.areas.level() == level).collect();
    // Of two sources for one figure the one on the level's own map is used, then the first of the file.
    of_level.sort_by_key(|(_, table)| table.areas.boundary_year() != year);
    let on_map = || of_level.iter().filter(|(_, table)| table.areas.boundary_year() == year);
    let register = workspace.settings.areas.get(level.as_str()).map(|source| source.get_ref().as_str());
    let in_register = |id: &str| register.is_none_or(|register| register == id);
    // Every source on the map may name an area of the list; only the register may add one.
    let listed: BTreeSet<&str> = on_map()
        .filter(|(id, _)| in_register(id))
        .flat_map(|(_, table)| table.areas.codes().iter().map(AreaCode::as_str))
        .collect();
    let named = on_map().flat_map(|(_, table)| {
        let named = table.areas.codes().iter().enumerate();
        named.map(|(index, code)| (code.clone(), table.areas.name(index).to_owned()))
    });
    let named = named.filter(|(code, _)| listed.contains(code.as_str()));
    let areas = Arc::new(AreaList::new(level.clone(), year, named));
    if areas.is_empty() && !of_level.is_empty() {
        let place = Place::file(SETTINGS_FILE);
        problems.push(Problem::error("K0412", place).with("level", level).with("year", year));
    }
    let mut routes: BTreeMap<BoundaryYear, Route> = BTreeMap::new();
    for (_, table) in &of_level {
        let from = table.areas.boundary_year();
        routes.entry(from).or_insert_with(|| crosswalks.route(level, from, year));
    }
    let columns = columns_on_map(workspace, &of_level, &routes, &areas, problems);
    let mut parents: Vec<Option<AreaCode>> = areas.codes().iter().map(|code| workspace.country.parent(code)).collect();
    let (mut geometry, mut srs, mut drawn_by) = (None, None, None);
    for (source, table) in on_map() {
        for (index, code) in table.areas.codes().iter().enumerate() {
            let Some(at) = areas.index_of(code.as_str()) else { continue };
            if parents[at].is_none() {
                parents[at] = table.parents.get(index).cloned().flatten();
            }
            // One map per level: shapes of two would be of two coordinate systems, or overlap.
            if let Some(shapes) = table.geometry.as_ref().filter(|_| *drawn_by.get_or_insert(source) == source) {
                let all: &mut Vec<Option<Box<[u8]>>> = geometry.get_or_insert_with(|| vec![None; areas.len()]);
                all[at] = shapes[index].clone();
                srs = table.srs;
            }
        }
    }
    for (source, table) in on_map().filter(|(_, table)| table.geometry.is_some()) {
        if let Some(first) = drawn_by.filter(|first| *first != source) {
            let problem = Problem::warning("K0417", Place::file(SETTINGS_FILE)).with("level", table.areas.level());
            problems.push(problem.with("first", first).with("second", source));
        }
    }
    let links = routes.iter().filter(|(from, _)| **from != year).map(|(from, route)| {
        let of_map = of_level.iter().filter(|(_, table)| table.areas.boundary_year() == *from);
        let codes: BTreeSet<&AreaCode> = of_map.flat_map(|(_, table)| table.areas.codes()).collect();
        let shares = codes.into_iter().flat_map(|from| {
            // What is not on the map did not arrive, and is told of elsewhere.
            let arrived = route.shares(from).into_iter().filter(|share| areas.index_of(share.to.as_str()).is_some());
            arrived.map(move |share| UsedLink {
                from: from.clone(),
                to: share.to,
                share: share.share,
                counted: route.size(from),
                evidence: share.evidence,
            })
        });
        RebasedLinks { from: *from, links: shares.collect() }
    });
    let links = links.collect();
    LevelData { areas, parents, within: Vec::new(), columns, geometry, srs, links }
}

fn columns_on_map(
    workspace: &Workspace,
    of_level: &[&(String, LevelTable)],
    routes: &BTreeMap<BoundaryYear, Route>,
    areas: &Arc<AreaList>,
    problems: &mut Vec<Problem>,
) -> Vec<Column> {
    let mut columns: BTreeMap<(IndicatorId, Period), (Column, &str)> = BTreeMap::new();
    for (source, table) in of_level {
        let from = table.areas.boundary_year();
        let Some(route) = routes.get(&from) else { continue };
        for column in &table.columns {
            let Some(indicator) = workspace.indicators.get(column.indicator()) else { continue };
            // On the same map for all sources: of the period of the column, or else the nearest one.
            let beside = |id: &str| nearest_period(of_level, id, from, column.period());
            let residents = workspace.settings.residents.as_ref().and_then(|id| beside(id.get_ref()));
            let denominator = match &indicator.rebase {
                RebaseRule::WeightedBy(id) => beside(id.as_str()),
                RebaseRule::Split | RebaseRule::WeightedByCrosswalk | RebaseRule::OnlyWhole => None,
            };
            let denominator = denominator.map(|found| on_list(found, column.areas()));
            let residents = residents.map(|found| on_list(found, column.areas()));
            let inputs = RebaseInputs {
                rule: &indicator.rebase,
                denominator: denominator.as_ref(),
                residents: residents.as_ref(),
                max_unknown_share: *workspace.settings.max_unknown_share.get_ref(),
            };
            let (moved, n_outside) = if from == areas.boundary_year() {
                let n_outside =
                    column.areas().codes().iter().filter(|code| areas.index_of(code.as_str()).is_none()).count();
                (on_list(column, areas), n_outside)
            } else {
                let rebased = rebase(column, route, areas, &inputs);
                (rebased.column, rebased.not_arrived.len())
            };
            if n_outside > 0 {
                let place = Place::file(&column.origin().file.name);
                let problem = Problem::note("K0413", place).with("n", n_outside).with("level", areas.level());
                let map = if from == areas.boundary_year() { "same" } else { "other" };
                problems.push(problem.with("from", from).with("year", areas.boundary_year()).with("map", map));
            }
            let key = (column.indicator().clone(), column.period().clone());
            if let Some((_, first)) = columns.get(&key) {
                let place = Place {
                    column: Some(column.origin().column_title.clone()),
                    ..Place::file(&column.origin().file.name)
                };
                let problem = Problem::warning("K0414", place).with("indicator", &key.0).with("period", &key.1);
                problems.push(problem.with("first", first).with("second", source).with("level", areas.level()));
                continue;
            }
            columns.insert(key, (moved, source));
        }
    }
    columns.into_values().map(|(column, _)| column).collect()
}

/// The column of an indicator on one map whose period lies nearest; the earlier of two as near.
fn nearest_period<'a>(
    of_level: &[&'a (String, LevelTable)],
    indicator: &str,
    map: BoundaryYear,
    period: &Period,
) -> Option<&'a Column> {
    let on_map = of_level.iter().filter(|(_, table)| table.areas.boundary_year() == map);
    let columns =
        on_map.flat_map(|(_, table)| &table.columns).filter(|column| column.indicator().as_str() == indicator);
    columns.min_by_key(|column| (column.period().year().abs_diff(period.year()), column.period().year()))
}

/// The same figures in the order of another list on the same map; areas that are not in it fall out,
/// areas that the source has no row for were not measured by it.
fn on_list(column: &Column, areas: &Arc<AreaList>) -> Column {
    use kapstok_table::{ColumnBuilder, WhyMissing};
    let (indicator, period) = (column.indicator().clone(), column.period().clone());
    let origin = Arc::clone(column.origin());
    let mut builder = ColumnBuilder::new(indicator, period, Arc::clone(areas), origin, WhyMissing::NotMeasured);
    for (index, code) in column.areas().codes().iter().enumerate() {
        if let Some(at) = areas.index_of(code.as_str()) {
            builder.set(at, &column.cell(index), column.row(index).unwrap_or(0));
        }
    }
    builder.finish()
}
