// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Recipes over the figures of a workspace: scores, burdens that come together, bounds on people.
//!
//! In: recipes and the stored figures of a build. Out: [`Scored`], one per recipe. Not here: the arithmetic
//! (`kapstok-score`), files (`build/`).

use std::collections::BTreeMap;
use std::path::Path;

use kapstok_area::Level;
use kapstok_recipe::{Available, Catalogue, Plan, PlannedDomain, Recipe};
use kapstok_score::bounds::{Bounds, BurdenShare, Marginal, WhyNot, at_least_of_one_population};
use kapstok_score::burdens::{
    AreaBurdens, BurdenCount, BurdenOptions, DomainColumn, RestsOn, TakesPart, coinciding_burdens, takes_part,
};
use kapstok_score::sure::SureOutcome;
use kapstok_score::{Figures, Inputs, Outcome};
use kapstok_table::{Indicator, IndicatorId, Place, Problem};

use crate::build::store::Store;
use crate::failure::Failure;
use crate::gather::Gathered;
use crate::progress::Progress;
use crate::workspace::{SETTINGS_FILE, Workspace, sha256_hex};
use kapstok_share::manifest::{LevelEntry, OriginEntry};

/// A recipe of the workspace, read.
pub(crate) struct WorkspaceRecipe {
    /// The recipe.
    pub(crate) recipe: Recipe,
    /// SHA-256 of its text.
    pub(crate) sha256: String,
}

/// A recipe, run.
pub(crate) struct Scored {
    /// SHA-256 of its text.
    pub(crate) sha256: String,
    /// The checked recipe.
    pub(crate) plan: Plan,
    /// What its steps made.
    pub(crate) outcome: Outcome,
    /// Burdens that come together, if the recipe counts them.
    pub(crate) burdens: Option<BurdenCount>,
    /// Bounds on people, if the recipe counts burdens.
    pub(crate) bounds: Option<PeopleBounds>,
    /// How sure all this is, if the recipe asks.
    pub(crate) sure: Option<SureOutcome>,
}

/// Bounds on the share of people with at least m of k burdens.
pub(crate) struct PeopleBounds {
    /// Ids of the indicators, shares of one population; empty where there are fewer than two.
    pub(crate) over: Vec<String>,
    /// For each m of 2 ..= k, the bounds per area.
    pub(crate) at_least: Vec<(usize, Vec<Bounds>)>,
    /// For each pair of positions in `over`, the bounds per area on the share of people with both.
    pub(crate) pairs: Vec<(usize, usize, Vec<Bounds>)>,
    /// Why there are none at all.
    pub(crate) why_not: Option<WhyNot>,
}

/// Reads the recipes that the workspace names; their texts join those for carets.
///
/// # Errors
/// [`Failure::Io`] when a file that is there cannot be read.
pub(crate) fn read_recipes(
    workspace: &mut Workspace,
    problems: &mut Vec<Problem>,
) -> Result<Vec<WorkspaceRecipe>, Failure> {
    let mut recipes: Vec<WorkspaceRecipe> = Vec::new();
    for entry in &workspace.settings.recipes {
        let (name, place) = (entry.get_ref(), || Place::span(SETTINGS_FILE, entry.span()));
        if !crate::workspace::is_inside(name) {
            continue;
        }
        let path = workspace.dir.join(name);
        let text = match std::fs::read_to_string(&path) {
            Ok(text) => text,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                problems.push(Problem::error("K0430", place()).with("name", name));
                continue;
            }
            Err(error) => return Err(Failure::io(&path, error)),
        };
        let (recipe, more) = kapstok_recipe::parse(name, &text);
        problems.extend(more);
        let sha256 = sha256_hex(text.as_bytes());
        workspace.texts.insert(name.clone(), text);
        let Some(recipe) = recipe else { continue };
        if recipes.iter().any(|known| known.recipe.head.id == recipe.head.id) {
            problems.push(Problem::error("K0409", place()).with("id", &recipe.head.id));
        }
        if let Some(index) = &recipe.head.reproduces {
            problems.push(Problem::error("K0434", place()).with("name", name).with("index", index));
        }
        check_policy(&path, &recipe, problems);
        recipes.push(WorkspaceRecipe { recipe, sha256 });
    }
    Ok(recipes)
}

/// The text with the reasons must lie beside the recipe.
fn check_policy(path: &Path, recipe: &Recipe, problems: &mut Vec<Problem>) {
    let name = recipe.head.policy.as_deref().unwrap_or("policy.md");
    let there = crate::workspace::is_inside(name) && path.parent().is_some_and(|folder| folder.join(name).is_file());
    if !there {
        problems.push(Problem::warning("K0432", Place::file(&recipe.file)).with("name", name));
    }
}

/// Holds recipes against figures that were gathered and not yet stored.
pub(crate) fn check_recipes(
    workspace: &Workspace,
    recipes: &[WorkspaceRecipe],
    gathered: &Gathered,
    problems: &mut Vec<Problem>,
) {
    for WorkspaceRecipe { recipe, .. } in recipes {
        let level = gathered.levels.iter().find(|level| level.areas.level().as_str() == recipe.head.level);
        let Some(level) = level else {
            problems.push(no_level(recipe, gathered.levels.iter().map(|level| level.areas.level().as_str())));
            continue;
        };
        let columns = level.columns.iter().map(|column| Available {
            name: column.indicator().to_string(),
            period: column.period().to_string(),
            // The map that it was published on: figures of several maps want a reason, re-based or not.
            boundary_year: Some(column.origin().boundary_year.0),
            indicator: workspace.indicators.get(column.indicator()).cloned(),
            share_missing: 1.0 - column.n_known() as f64 / column.len().max(1) as f64,
        });
        let catalogue = Catalogue { source: SETTINGS_FILE.to_owned(), columns: columns.collect() };
        problems.extend(kapstok_recipe::check(recipe, &catalogue).1);
    }
}

/// Domains of which the worst part came out more than half as large again as it should: many areas tie there.
fn wide_cuts(recipe: &Recipe, scored: &Scored) -> Vec<Problem> {
    let (Some(burdens), Some(head)) = (&scored.burdens, &recipe.head.burdens) else { return Vec::new() };
    let cuts = scored.plan.domains.iter().zip(&burdens.cuts);
    let wide = cuts.filter(|(_, cut)| cut.n_in as f64 > 1.5 * (head.worst_fraction * cut.n_known as f64).max(1.0));
    let told = wide.map(|(domain, cut)| {
        let problem = Problem::warning("K0435", Place::file(&recipe.file)).with("domain", &domain.id);
        problem.with("found", cut.n_in).with("n", cut.n_known)
    });
    told.collect()
}

fn no_level<'a>(recipe: &Recipe, known: impl Iterator<Item = &'a str>) -> Problem {
    let known: Vec<&str> = known.collect();
    let problem = Problem::error("K0431", Place::file(&recipe.file));
    problem.with("level", &recipe.head.level).with("known", known.join(", "))
}

/// Runs recipes on stored figures. What forbids a recipe to run is a problem.
///
/// # Errors
/// [`Failure::Store`] when the figures cannot be read.
pub(crate) fn run_recipes(
    workspace: &Workspace,
    recipes: &[WorkspaceRecipe],
    store: &Store,
    problems: &mut Vec<Problem>,
    progress: &Progress<'_>,
) -> Result<Vec<Scored>, Failure> {
    let mut scored = Vec::new();
    for WorkspaceRecipe { recipe, sha256 } in recipes {
        let Some(Prepared { level, plan, inputs, taking_part }) = prepare(workspace, recipe, store, problems)? else {
            continue;
        };
        let failed =
            |error: &dyn std::fmt::Display| Problem::error("K0433", Place::file(&recipe.file)).with("found", error);
        let outcome = match kapstok_score::run(&plan, &inputs) {
            Ok(outcome) => outcome,
            Err(error) => {
                problems.push(failed(&error));
                continue;
            }
        };
        let mut one = Scored { sha256: sha256.clone(), plan, outcome, burdens: None, bounds: None, sure: None };
        if let Some(section) = &recipe.head.sure {
            match crate::sure::run(store, level, &one.plan, &inputs, &taking_part, section, progress)? {
                Ok(outcome) => one.sure = Some(outcome),
                Err(error) => problems.push(failed(&error)),
            }
        }
        if recipe.head.burdens.is_some() {
            match burdens(workspace, taking_part, level, &one) {
                Ok(burdens) => one.burdens = Some(burdens),
                Err(error) => problems.push(failed(&error)),
            }
            one.bounds = Some(bounds(workspace, store, level, &one)?);
            problems.extend(wide_cuts(recipe, &one));
        }
        scored.push(one);
    }
    Ok(scored)
}

/// A recipe that can run on the figures of a build.
pub(crate) struct Prepared<'a> {
    /// Its level.
    pub(crate) level: &'a LevelEntry,
    /// Checked.
    pub(crate) plan: Plan,
    /// Figures of its inputs; areas with too few residents have none.
    pub(crate) inputs: Inputs,
    /// Which areas take part.
    pub(crate) taking_part: Vec<TakesPart>,
}

/// Holds a recipe against a build; `None` when a problem forbids it to run.
///
/// # Errors
/// [`Failure::Store`] when the figures cannot be read.
pub(crate) fn prepare<'a>(
    workspace: &Workspace,
    recipe: &Recipe,
    store: &'a Store,
    problems: &mut Vec<Problem>,
) -> Result<Option<Prepared<'a>>, Failure> {
    let Some(level) = store.level(&recipe.head.level) else {
        problems.push(no_level(recipe, store.manifest.levels.iter().map(|level| level.level.as_str())));
        return Ok(None);
    };
    let (plan, more) = kapstok_recipe::check(recipe, &catalogue(workspace, level, &store.origins()?));
    problems.extend(more);
    let Some(plan) = plan else { return Ok(None) };
    let taking_part = taking_part(store, level)?;
    let inputs = inputs(store, level, &plan, &taking_part)?;
    Ok(Some(Prepared { level, plan, inputs, taking_part }))
}

fn catalogue(workspace: &Workspace, level: &LevelEntry, origins: &[OriginEntry]) -> Catalogue {
    let columns = level.columns.iter().map(|column| Available {
        name: column.indicator.clone(),
        period: column.period.clone(),
        boundary_year: origins.get(column.origin).map(|origin| origin.boundary_year),
        indicator: indicator(workspace, &column.indicator).cloned(),
        share_missing: 1.0 - column.known as f64 / level.n_areas.max(1) as f64,
    });
    Catalogue { source: SETTINGS_FILE.to_owned(), columns: columns.collect() }
}

fn indicator<'a>(workspace: &'a Workspace, id: &str) -> Option<&'a Indicator> {
    workspace.indicators.get(&IndicatorId::new(id)?)
}

/// Which areas take part, by their residents.
fn taking_part(store: &Store, level: &LevelEntry) -> Result<Vec<TakesPart>, Failure> {
    Ok(takes_part(&store.residents(level)?, store.manifest.min_residents))
}

/// The figures of a plan's inputs. Areas with too few residents have none: they move no mean, no rank, no cut.
fn inputs(store: &Store, level: &LevelEntry, plan: &Plan, taking_part: &[TakesPart]) -> Result<Inputs, Failure> {
    let areas = store.areas(&level.level)?;
    let mut inputs = Inputs::default();
    let gated = |values: Vec<Option<f64>>| -> Vec<Option<f64>> {
        let figures = values.into_iter().zip(taking_part);
        figures.map(|(value, part)| value.filter(|_| *part == TakesPart::Yes)).collect()
    };
    for input in &plan.inputs {
        if let Some((position, _)) = store.column(level, &input.column, input.period.as_deref()) {
            inputs.figures.insert(input.name.clone(), gated(store.values(&level.level, position)?).into());
        }
    }
    for rule in &plan.head.exclude {
        if rule.starts_with.is_some() {
            // In a workspace the only text of an area is its code.
            inputs.texts.insert(rule.column.clone(), areas.codes.clone());
        }
        if !inputs.figures.contains_key(&rule.column)
            && let Some((position, _)) = store.column(level, &rule.column, None)
        {
            inputs.figures.insert(rule.column.clone(), store.values(&level.level, position)?.into());
        }
    }
    for (upper, codes) in &areas.within {
        let upper_areas = store.areas(upper)?;
        let known = |code: &String| Some(code).filter(|code| upper_areas.index_of(code).is_some()).cloned();
        inputs.parents.insert(upper.clone(), codes.iter().map(known).collect());
    }
    inputs.left_out = taking_part.iter().map(|part| *part != TakesPart::Yes).collect();
    inputs.areas = areas.codes.into();
    Ok(inputs)
}

fn burdens(
    workspace: &Workspace,
    mut taking_part: Vec<TakesPart>,
    level: &LevelEntry,
    scored: &Scored,
) -> Result<BurdenCount, kapstok_score::burdens::BurdensError> {
    let rules = scored.outcome.excluded.iter().zip(&scored.outcome.unranked);
    for (part, (excluded, unranked)) in taking_part.iter_mut().zip(rules) {
        if *excluded || *unranked {
            *part = TakesPart::Excluded;
        }
    }
    let figures_of = |domain: &PlannedDomain| match scored.outcome.column(&domain.column) {
        Some((_, column)) => column.values.to_vec(),
        None => vec![None; level.n_areas],
    };
    let figures: Vec<Vec<Option<f64>>> = scored.plan.domains.iter().map(figures_of).collect();
    let column_of =
        |name: &str| scored.plan.inputs.iter().find(|input| input.name == name).map(|input| input.column.as_str());
    let rests_on = |name: &str| {
        let known = match scored.outcome.column(name) {
            Some((_, column)) => (0..level.n_areas).map(|area_index| column.values.get(area_index).is_some()).collect(),
            None => vec![false; level.n_areas],
        };
        Some(RestsOn { indicator: indicator(workspace, column_of(name)?)?, known })
    };
    let domains: Vec<DomainColumn<'_>> = scored
        .plan
        .domains
        .iter()
        .zip(&figures)
        .map(|(domain, values)| DomainColumn {
            id: &domain.id,
            values,
            direction: domain.direction,
            rests_on: domain.rests_on.iter().filter_map(|name| rests_on(name)).collect(),
        })
        .collect();
    let options = scored.plan.head.burdens.as_ref().map(|burdens| BurdenOptions {
        worst_fraction: burdens.worst_fraction,
        min_known_domains: burdens.min_known_domains,
    });
    let options = options.unwrap_or(BurdenOptions { worst_fraction: 0.2, min_known_domains: 1 });
    coinciding_burdens(&domains, &taking_part, options)
}

/// Bounds over the largest set of lead figures that are shares of one population: of the same people in the
/// same period; of two as large, the one that comes first in the recipe. Which they are is printed with
/// every bound.
fn bounds(workspace: &Workspace, store: &Store, level: &LevelEntry, scored: &Scored) -> Result<PeopleBounds, Failure> {
    // What a source does not round at this level is exact in the bounds too.
    let at_level = Level::new(&level.level);
    let rounded_here = |it: &Indicator| Indicator { rounding: it.rounding_at(&at_level), ..it.clone() };
    let indicators: BTreeMap<&str, Indicator> = scored
        .plan
        .inputs
        .iter()
        .filter_map(|input| Some((input.column.as_str(), rounded_here(indicator(workspace, &input.column)?))))
        .collect();
    let leads: Vec<(&str, &Indicator, &str)> = scored
        .plan
        .domains
        .iter()
        .filter_map(|domain| {
            let name = domain.lead.as_deref()?;
            let input = scored.plan.inputs.iter().find(|input| input.name == name)?;
            Some((name, indicators.get(input.column.as_str())?, input.period.as_deref().unwrap_or_default()))
        })
        .filter(|(_, indicator, _)| Marginal::of_indicator(indicator, 0.0).is_ok())
        .collect();
    let mut best: Vec<&(&str, &Indicator, &str)> = Vec::new();
    for (_, first, first_period) in &leads {
        let of_them = |(_, other, period): &&(&str, &Indicator, &str)| {
            other.population == first.population && period == first_period
        };
        let same: Vec<_> = leads.iter().filter(of_them).collect();
        if same.len() > best.len() {
            best = same;
        }
    }
    let none = |why_not| {
        Ok(PeopleBounds { over: Vec::new(), at_least: Vec::new(), pairs: Vec::new(), why_not: Some(why_not) })
    };
    match (best.len(), leads.len()) {
        (0 | 1, 0 | 1) => return none(WhyNot::NoShares),
        (0 | 1, _) => return none(WhyNot::MixedPopulations),
        _ => {}
    }
    // Rounding is all that bounds are widened by. A figure that was worked out from several areas, or from a
    // part of one, may lie further off, so it takes no part.
    let mut figures: Vec<(&Indicator, &Figures, Vec<bool>)> = Vec::new();
    for (name, indicator, period) in &best {
        let Some((_, column)) = scored.outcome.column(name) else { continue };
        let of_parts = match store.column(level, indicator.id.as_str(), Some(period)) {
            Some((position, _)) => {
                let cells = store.figures_with_reasons(&level.level, position)?.into_iter();
                cells.map(|cell| cell.is_made_of_parts()).collect()
            }
            None => vec![false; level.n_areas],
        };
        figures.push((*indicator, &column.values, of_parts));
    }
    let shares = |area_index: usize| -> Vec<BurdenShare> {
        let share = |(indicator, values, of_parts): &(&Indicator, &Figures, Vec<bool>)| BurdenShare {
            population: indicator.population.clone(),
            marginal: values
                .get(area_index)
                .filter(|_| !of_parts[area_index])
                .and_then(|figure| Marginal::of_indicator(indicator, figure).ok()),
        };
        figures.iter().map(share).collect()
    };
    let per_area: Vec<Vec<BurdenShare>> = (0..level.n_areas).map(shares).collect();
    let at_least = (2..=figures.len())
        .map(|m| (m, per_area.iter().map(|shares| at_least_of_one_population(m, shares)).collect()))
        .collect();
    let pair = |one: usize, other: usize| {
        let both =
            |shares: &Vec<BurdenShare>| at_least_of_one_population(2, &[shares[one].clone(), shares[other].clone()]);
        (one, other, per_area.iter().map(both).collect())
    };
    let pairs = (0..figures.len()).flat_map(|one| (one + 1..figures.len()).map(move |other| (one, other)));
    let pairs = pairs.map(|(one, other)| pair(one, other)).collect();
    let over = figures.iter().map(|(indicator, ..)| indicator.id.to_string()).collect();
    Ok(PeopleBounds { over, at_least, pairs, why_not: None })
}

impl Scored {
    /// What was counted for one area, and why not.
    pub(crate) fn area_burdens(&self, area_index: usize) -> Option<&AreaBurdens> {
        self.burdens.as_ref()?.areas.get(area_index)
    }
}
