// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! How large a change in one area must be to be seen.
//!
//! In: a snapshot, an area, an indicator, and a target where there is one. Out: [`Detectable`]. Three things hide a change: who
//! happens to be counted (so many persons), margins that were published, and what areas of about this size do by themselves
//! between two periods. Invariant: a modelled figure shows no change at all.

use kapstok_find::detectable::{Sureness, Way, smallest_change, smallest_seen};
use serde::Serialize;

use super::parts::{error, weights, whole};
use crate::manifest::IndicatorEntry;
use crate::number::{figure, with_unit};
use crate::snapshot::{AreaAt, Column, Level, Snapshot};
use crate::words::Words;

/// From how many areas of about this size it is seen what areas do by themselves.
const AREAS: usize = 50;

/// The smallest change that would be seen.
#[derive(Clone, Debug, Serialize)]
pub struct Detectable {
    /// Code of the area.
    pub area: String,
    /// Id of the indicator.
    pub indicator: String,
    /// The period of the figure.
    pub period: String,
    /// The figure now.
    pub value: f64,
    /// Of how many persons or households, where that is known.
    pub n: Option<f64>,
    /// How far areas of about this size go up and down by themselves, beyond chance: a standard error per figure.
    pub spread: f64,
    /// From how many areas that was seen.
    pub n_areas: usize,
    /// Whether a fall is looked for, else a rise: towards the target, or else away from the burden.
    pub falls: bool,
    /// The nearest figure to which a change would be seen; none where even the end of the scale would not be.
    pub seen_from: Option<f64>,
    /// The target.
    pub target: Option<f64>,
    /// Whether the target lies far enough to be seen.
    pub is_seen: Option<bool>,
    /// The chance to see a change where there is none.
    pub alpha: f64,
    /// The chance to see a change of that size.
    pub power: f64,
}

/// The smallest change of an indicator in an area that would be seen; why it cannot be said otherwise: `no-figure`,
/// `modelled`, `no-margins`.
///
/// # Errors
/// The reason.
pub fn detectable(
    snapshot: &Snapshot,
    area: AreaAt,
    indicator: &IndicatorEntry,
    target: Option<f64>,
    sureness: Sureness,
) -> Result<Detectable, &'static str> {
    if indicator.kind == "model" {
        return Err("modelled");
    }
    let level = snapshot.level_of(area);
    let (entry, column) = snapshot.column(level, &indicator.id, None).ok_or("no-figure")?;
    let value = column.value(area.index).ok_or("no-figure")?;
    let weights = weights(snapshot, level, indicator, &entry.period);
    let margins = column.cell(area.index).margins;
    // A survey asked a part of them: its margins say how unsure it is, and not how many live there.
    let n = weights.of[area.index].filter(|_| weights.is_denominator && margins.is_none());
    let own = error(indicator, level, value, margins, n).ok_or("no-margins")?;
    let (spread, n_areas) = spread(snapshot, level, indicator, (&entry.period, column), area.index);
    let falls = match target {
        Some(target) => target < value,
        None => indicator.direction != "higher-is-better",
    };
    let seen_from = match (whole(indicator), n) {
        (Some(whole), Some(n)) if indicator.population.is_some() => {
            let way = if falls { Way::Down } else { Way::Up };
            smallest_seen(value / whole, n, spread / whole, way, sureness).map(|share| share * whole)
        }
        _ => {
            let change = smallest_change((own * own + spread * spread).sqrt(), sureness);
            let after = if falls { value - change } else { value + change };
            Some(after).filter(|after| *after >= 0.0 && whole(indicator).is_none_or(|whole| *after <= whole))
        }
    };
    let is_seen = target.map(|target| match (seen_from, falls) {
        (None, _) => false,
        (Some(seen), true) => target <= seen,
        (Some(seen), false) => target >= seen,
    });
    Ok(Detectable {
        area: level.codes()[area.index].clone(),
        indicator: indicator.id.clone(),
        period: entry.period.clone(),
        value,
        n,
        spread,
        n_areas,
        falls,
        seen_from,
        target,
        is_seen,
        alpha: sureness.alpha,
        power: sureness.power,
    })
}

/// What areas of about this size do by themselves between the last two periods, less what chance explains: a standard error
/// per figure. Nought where it is not known.
fn spread(
    snapshot: &Snapshot,
    level: &Level,
    indicator: &IndicatorEntry,
    (period, column): (&str, &Column),
    area: usize,
) -> (f64, usize) {
    let entries = snapshot.entry(level).columns.iter();
    let earlier = entries.filter(|it| it.indicator == indicator.id && it.known > 0 && it.period.as_str() < period);
    let Some(earlier) = earlier.map(|it| it.period.as_str()).max() else { return (0.0, 0) };
    let Some((_, before)) = snapshot.column(level, &indicator.id, Some(earlier)) else { return (0.0, 0) };
    let weights = weights(snapshot, level, indicator, period);
    let own = weights.of[area].unwrap_or(0.0);
    let mut near: Vec<(f64, usize)> = (0..level.len())
        .filter(|other| *other != area && !before.cell(*other).is_made_of_parts())
        .filter_map(|other| Some(((weights.of[other]? - own).abs(), other)))
        .filter(|(_, other)| column.value(*other).is_some() && before.value(*other).is_some())
        .collect();
    near.sort_unstable_by(|one, other| one.0.total_cmp(&other.0).then(one.1.cmp(&other.1)));
    near.truncate(AREAS);
    let change = |(_, other): &(f64, usize)| {
        let (now, then) = (column.value(*other)?, before.value(*other)?);
        let n = weights.of[*other].filter(|_| weights.is_denominator);
        let error = |value, column: &Column| error(indicator, level, value, column.cell(*other).margins, n);
        let (one, two) = (error(now, column)?, error(then, before)?);
        Some((now - then, one * one + two * two))
    };
    let changes: Vec<(f64, f64)> = near.iter().filter_map(change).collect();
    let n = changes.len() as f64;
    if changes.len() < 10 {
        return (0.0, changes.len());
    }
    let mean = changes.iter().map(|it| it.0).sum::<f64>() / n;
    let seen = changes.iter().map(|it| (it.0 - mean) * (it.0 - mean)).sum::<f64>() / (n - 1.0);
    let chance = changes.iter().map(|it| it.1).sum::<f64>() / n;
    (((seen - chance) / 2.0).max(0.0).sqrt(), changes.len())
}

/// What was found, in sentences.
pub fn sentences(
    name: &str,
    label: &str,
    unit: &str,
    found: &Result<Detectable, &'static str>,
    words: &Words,
) -> Vec<String> {
    let found = match found {
        Ok(found) => found,
        Err(reason) => {
            let reason = words.say(&format!("gap-because-{reason}"), &[]);
            return vec![words.say("detectable-not", &[("label", label), ("name", name), ("reason", &reason)])];
        }
    };
    let value = |value: f64| with_unit(value, unit, words.language);
    let n = found.n.map_or_else(String::new, |n| figure(n, 0, words.language));
    let seen = found.seen_from.map_or_else(String::new, value);
    let facts = [
        ("label", label),
        ("name", name),
        ("value", &*value(found.value)),
        ("period", &found.period),
        ("people", &n),
        ("seen", &seen),
        ("way", if found.falls { "down" } else { "up" }),
    ];
    let key = if found.n.is_some() { "detectable-now" } else { "detectable-now-unknown" };
    let mut said = vec![words.say(key, &facts)];
    said.push(words.say(if found.seen_from.is_some() { "detectable-seen" } else { "detectable-never" }, &facts));
    if let Some((target, is_seen)) = found.target.zip(found.is_seen) {
        let key = if is_seen { "detectable-target-seen" } else { "detectable-target-not" };
        said.push(words.say(key, &[("target", &value(target))]));
    }
    said
}
