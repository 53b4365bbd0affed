// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! How sure the results of a recipe are, from what a build says of its figures.
//!
//! In: a build, a checked recipe with `[sure]`. Out: [`SureOutcome`], and what the manifest tells of it. Not here: the
//! drawing (`kapstok_score::sure`), the section of the recipe (`kapstok_recipe::sure`).

use std::collections::BTreeMap;

use kapstok_recipe::Plan;
use kapstok_recipe::sure::Sure;
use kapstok_score::Inputs;
use kapstok_score::burdens::TakesPart;
use kapstok_score::sure::{Age, Factor, Ground, InputErrors, Sampling, Secret, SureError, SureOutcome, drift, sure};
use kapstok_share::manifest::{LevelEntry, SureEntry, SureFactor, SureIndices, SureInput};
use kapstok_table::Period;

use crate::build::store::Store;
use crate::failure::Failure;
use crate::progress::Progress;

/// Standard errors from a figure to the margin that holds 95 % of a normal distribution.
const Z_95: f64 = 1.959_963_984_540_054;

/// Draws everything again, with a bar on a terminal.
///
/// # Errors
/// [`Failure::Store`] when the figures cannot be read. What forbids a draw is told by the inner result.
pub(crate) fn run(
    store: &Store,
    level: &LevelEntry,
    plan: &Plan,
    inputs: &Inputs,
    taking_part: &[TakesPart],
    section: &Sure,
    progress: &Progress<'_>,
) -> Result<Result<SureOutcome, SureError>, Failure> {
    let errors = errors(store, level, plan, section)?;
    let ground = Ground { plan, inputs, errors, taking_part, sure: section };
    let bar = progress.bar("progress-sure", u64::from(section.replications) + u64::from(section.sensitivity));
    let outcome = sure(&ground, &|| bar.step(&plan.head.id));
    bar.done();
    Ok(outcome)
}

/// What may be wrong with the figures of each input of a plan, in its order.
pub(crate) fn errors(
    store: &Store,
    level: &LevelEntry,
    plan: &Plan,
    section: &Sure,
) -> Result<Vec<InputErrors>, Failure> {
    let year = |period: Option<&str>| Some(f64::from(Period::parse(period?)?.year()));
    let newest = plan.inputs.iter().filter_map(|input| year(input.period.as_deref())).fold(f64::NEG_INFINITY, f64::max);
    let mut all = Vec::with_capacity(plan.inputs.len());
    for input in &plan.inputs {
        let mut errors = InputErrors::default();
        let column = store.column(level, &input.column, input.period.as_deref());
        let (Some((position, entry)), Some(indicator)) = (column, store.indicator(&input.column)) else {
            all.push(errors);
            continue;
        };
        errors.can_lie = can_lie(&indicator.unit);
        if section.errors.rounding {
            errors.half_width = indicator.half_width_at(&level.level);
        }
        if let Some(of) = section.errors.register.get(&input.name) {
            errors.sampling = register(store, level, &indicator.unit, of, &entry.period)?;
        } else if section.errors.sampling {
            let margins = store.intervals(&level.level, position)?;
            if margins.iter().any(Option::is_some) {
                errors.sampling = Sampling::Margins { margins, z: Z_95 };
            }
        }
        errors.model = section.errors.model.get(&input.name).copied();
        if let (Some(rule), Some(per)) = (section.errors.secret.get(&input.name), per(&indicator.unit)) {
            let figures = store.figures_with_reasons(&level.level, position)?;
            let at = figures.iter().map(|figure| figure.reason.as_deref() == Some("secret")).collect();
            let of = people(store, level, &rule.of, &entry.period)?;
            errors.secret = of.map(|of| Secret { at, below: rule.below, of, per });
        }
        if section.errors.age
            && let Some(then) = year(Some(&entry.period)).filter(|then| *then < newest)
        {
            let drift = drift(&years(store, level, &input.column)?);
            errors.age = drift.map(|drift| Age { years: newest - then, per_year: drift.per_year });
        }
        all.push(errors);
    }
    Ok(all)
}

/// Between which numbers figures of a unit can lie.
fn can_lie(unit: &str) -> Option<(f64, f64)> {
    match unit {
        "percent" => Some((0.0, 100.0)),
        "fraction" => Some((0.0, 1.0)),
        "per-thousand" | "count" => Some((0.0, f64::INFINITY)),
        _ => None,
    }
}

/// Of how many people figures of a unit are a share or rate, in that unit: 100 of percents.
fn per(unit: &str) -> Option<f64> {
    match unit {
        "percent" => Some(100.0),
        "fraction" => Some(1.0),
        "per-thousand" => Some(1000.0),
        _ => None,
    }
}

/// A register as a draw of people: a share of them, or events among them.
fn register(store: &Store, level: &LevelEntry, unit: &str, of: &str, period: &str) -> Result<Sampling, Failure> {
    let Some((of, per)) = people(store, level, of, period)?.zip(per(unit)) else { return Ok(Sampling::NotStated) };
    Ok(if unit == "per-thousand" { Sampling::Events { of, per } } else { Sampling::Share { of, per } })
}

/// How many people an indicator counts in the period, or in the newest one with a figure.
fn people(store: &Store, level: &LevelEntry, of: &str, period: &str) -> Result<Option<Vec<Option<f64>>>, Failure> {
    let column = store.column(level, of, Some(period)).or_else(|| store.column(level, of, None));
    column.map(|(position, _)| store.values(&level.level, position)).transpose()
}

/// A year, and the figures of all areas in it.
type Year = (f64, Vec<Option<f64>>);

/// All years of an indicator, oldest first.
fn years(store: &Store, level: &LevelEntry, indicator: &str) -> Result<Vec<Year>, Failure> {
    let mut years = Vec::new();
    for (position, column) in level.columns.iter().enumerate().filter(|(_, column)| column.indicator == indicator) {
        let Some(period) = Period::parse(&column.period) else { continue };
        years.push((f64::from(period.year()), store.values(&level.level, position)?));
    }
    years.sort_by(|one, other| one.0.total_cmp(&other.0));
    Ok(years)
}

/// What the manifest tells of what was drawn.
pub(crate) fn entry(section: &Sure, outcome: &SureOutcome) -> SureEntry {
    let log = &outcome.log;
    let indices = |it: &kapstok_score::sure::Moved,
                   of: fn(&kapstok_score::sure::Moved) -> kapstok_score::sure::Indices| {
        let it = of(it);
        SureIndices { first: it.first, first_error: it.first_error, total: it.total, total_error: it.total_error }
    };
    let factor = |factor: &Factor| {
        let moved = outcome.moved.iter().find(|moved| moved.factor == *factor);
        SureFactor {
            factor: factor.as_str().to_owned(),
            ranks: moved.map(|it| indices(it, |it| it.ranks)),
            burdens: moved.filter(|it| it.burdens.is_some()).map(|it| indices(it, |it| it.burdens.unwrap_or(it.ranks))),
            mean_places: moved.map(|it| it.mean_places),
        }
    };
    let input = |(position, it): (usize, &kapstok_score::sure::ErrorLog)| SureInput {
        input: it.input.clone(),
        known: it.n_known,
        figures: it.n_cells.iter().map(|(factor, n)| (factor.as_str().to_owned(), *n)).collect(),
        left_out: log.left_out.get(position).copied().unwrap_or(0),
        register: section.errors.register.get(&it.input).cloned(),
        model: section.errors.model.get(&it.input).copied(),
        secret_below: section.errors.secret.get(&it.input).map(|rule| rule.below),
    };
    SureEntry {
        order: section.order.clone(),
        seed: log.seed,
        replications: log.replications,
        level: section.level,
        first: section.first,
        sensitivity: log.sensitivity,
        drawn: log.active.iter().map(factor).collect(),
        not_drawn: Factor::ALL.iter().filter(|it| !log.active.contains(it)).map(|it| it.as_str().to_owned()).collect(),
        inputs: log.errors.iter().enumerate().map(input).collect(),
        scales: log.scales.iter().map(|(scale, n)| ((*scale).to_owned(), *n)).collect::<BTreeMap<_, _>>(),
        geometric: log.n_geometric,
    }
}
