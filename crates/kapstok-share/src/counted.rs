// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Counted tables of a build, held against the bounds of the same things.
//!
//! In: a snapshot and an area. Out: for each m the share that was counted, what the shares alone allow, and whether
//! the two agree. Where counts exist they say what bounds can only fence in.

use kapstok_score::bounds::{Bounds, BurdenShare, Marginal, at_least_of_one_population};
use kapstok_score::counted::{Against, CountedRow, LastClass, compare};
use kapstok_table::{Population, Rounding};
use serde::{Serialize, Serializer};

use crate::manifest::{Both, CountedTable, LastClassWord};
use crate::snapshot::{AreaAt, Snapshot};

/// One line: people with at least m of the things.
#[derive(Clone, Debug, Serialize)]
pub struct CountedLine {
    /// What was counted.
    pub label: Both,
    /// The period of the counts and of the shares.
    pub period: String,
    /// At least so many.
    pub m: usize,
    /// Of so many.
    pub k: usize,
    /// The share that was counted.
    pub counted: f64,
    /// What the shares alone allow.
    #[serde(serialize_with = "bounds_as_json")]
    pub bounds: Bounds,
    /// Whether the two agree.
    #[serde(serialize_with = "against_as_json")]
    pub against: Against,
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
pub fn counted_lines(snapshot: &Snapshot, area: AreaAt) -> Vec<CountedLine> {
    let tables = snapshot.manifest().counted.iter();
    tables.flat_map(|table| lines_of(snapshot, area, table).unwrap_or_default()).collect()
}

fn lines_of(snapshot: &Snapshot, area: AreaAt, table: &CountedTable) -> Option<Vec<CountedLine>> {
    let level = snapshot.level_of(area);
    let figure = |indicator: &str, period: &str| {
        let (_, column) = snapshot.column(level, indicator, Some(period))?;
        column.value(area.index)
    };
    let first = table.classes.first()?;
    let (newest, column) = snapshot.column(level, first, None)?;
    let period = newest.period.clone();
    if column.status(area.index).reason() == Some("too_few_residents") {
        return None;
    }
    let by_number = table.classes.iter().map(|id| figure(id, &period)).collect();
    let step = snapshot.indicator(first).map_or(0.0, |indicator| 2.0 * indicator.half_width_at(level.name()));
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
        let meaning = snapshot.indicator(id);
        let whole = match meaning.map(|meaning| meaning.unit.as_str()) {
            Some("percent") => 100.0,
            _ => 1.0,
        };
        let half_width = meaning.map_or(0.0, |meaning| meaning.half_width_at(level.name())) / whole;
        let marginal = figure(id, &period).and_then(|figure| Marginal::new(figure / whole, half_width));
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
    Some(lines.collect())
}
