// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Counted tables of a build, held against the bounds of the same things.
//!
//! In: a build and an area. Out: for each m the share that was counted, what the shares alone allow, and whether
//! the two agree. Where counts exist they say what bounds can only fence in.

use kapstok_score::bounds::{Bounds, BurdenShare, Marginal, at_least_of_one_population};
use kapstok_score::counted::{Against, CountedRow, LastClass, compare};
use kapstok_table::{Population, Rounding};
use serde::{Serialize, Serializer};

use crate::build::manifest::{Both, CountedTable, LevelEntry};
use crate::build::store::Store;
use crate::failure::Failure;
use crate::workspace::LastClassWord;

/// One line: people with at least m of the things.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct CountedLine {
    /// What was counted.
    pub(crate) label: Both,
    /// The period of the counts and of the shares.
    pub(crate) period: String,
    /// At least so many.
    pub(crate) m: usize,
    /// Of so many.
    pub(crate) k: usize,
    /// The share that was counted.
    pub(crate) counted: f64,
    /// What the shares alone allow.
    #[serde(serialize_with = "bounds_as_json")]
    pub(crate) bounds: Bounds,
    /// Whether the two agree.
    #[serde(serialize_with = "against_as_json")]
    pub(crate) against: Against,
}

/// `[lower, upper]`, or nothing where there are no bounds.
fn bounds_as_json<S: Serializer>(bounds: &Bounds, to: S) -> Result<S::Ok, S::Error> {
    match bounds {
        Bounds::Between { lower, upper } => Some([lower, upper]).serialize(to),
        Bounds::NotComputable(_) => to.serialize_none(),
    }
}

fn against_as_json<S: Serializer>(against: &Against, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(match against {
        Against::Inside => "inside",
        Against::Below => "below",
        Against::Above => "above",
        Against::NotComparable(_) => "not-comparable",
    })
}

/// All counted tables that tell something of one area, in the newest period that all their classes have.
///
/// # Errors
/// [`Failure::Store`] when the figures cannot be read.
pub(crate) fn counted_lines(store: &Store, level: &LevelEntry, area_index: usize) -> Result<Vec<CountedLine>, Failure> {
    let mut lines = Vec::new();
    for table in &store.manifest.counted {
        if let Some(more) = lines_of(store, level, area_index, table)? {
            lines.extend(more);
        }
    }
    Ok(lines)
}

fn lines_of(
    store: &Store,
    level: &LevelEntry,
    area_index: usize,
    table: &CountedTable,
) -> Result<Option<Vec<CountedLine>>, Failure> {
    let figure = |indicator: &str, period: &str| -> Result<Option<f64>, Failure> {
        let Some((position, _)) = store.column(level, indicator, Some(period)) else { return Ok(None) };
        let value = store.values(&level.level, position)?.into_iter().nth(area_index).flatten();
        let withheld = store.withheld(level, position)?.into_iter().nth(area_index).flatten();
        Ok(value.filter(|_| withheld.is_none()))
    };
    let first = table.classes.first().map(String::as_str).unwrap_or_default();
    let Some((_, newest)) = store.column(level, first, None) else { return Ok(None) };
    let period = newest.period.clone();
    if store.gated(level, Some(&period))?[area_index] {
        return Ok(None);
    }
    let by_number = table.classes.iter().map(|id| figure(id, &period)).collect::<Result<Vec<_>, Failure>>()?;
    let step = store.indicator(first).map_or(0.0, |indicator| 2.0 * indicator.half_width_at(&level.level));
    let population = Population::parse(&table.population);
    let row = CountedRow {
        population: population.clone(),
        by_number,
        last: match table.last {
            LastClassWord::Exactly => LastClass::Exactly,
            LastClassWord::OrMore => LastClass::OrMore,
        },
        rounding: if step > 0.0 { Rounding::ToMultipleOf(step) } else { Rounding::None },
    };
    let mut shares = Vec::new();
    for id in &table.of {
        let meaning = store.indicator(id);
        let whole = match meaning.map(|meaning| meaning.unit.as_str()) {
            Some("percent") => 100.0,
            _ => 1.0,
        };
        let half_width = meaning.map_or(0.0, |meaning| meaning.half_width_at(&level.level)) / whole;
        let marginal = figure(id, &period)?.and_then(|figure| Marginal::new(figure / whole, half_width));
        let population = meaning.and_then(|meaning| meaning.population.as_deref()).map(Population::parse);
        shares.push(BurdenShare { population, marginal });
    }
    let lines = (1..table.classes.len()).filter_map(|m| {
        let bounds = at_least_of_one_population(m, &shares);
        let counted = row.at_least(m).ok()?.share;
        // Counted over one population and shares of another say nothing of each other.
        let of_shares = shares.first().and_then(|share| share.population.clone()).unwrap_or(population.clone());
        let against = compare(&row, m, &of_shares, bounds);
        Some(CountedLine {
            label: table.label.clone(),
            period: period.clone(),
            m,
            k: table.of.len(),
            counted,
            bounds,
            against,
        })
    });
    Ok(Some(lines.collect()))
}
