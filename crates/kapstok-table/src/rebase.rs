// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Bringing a column from one map to another.
//!
//! In: a column on the map of one year, the way to another ([`Route`]), the rule of its indicator.
//! Out: the column on the other map; what cannot be brought there is `LostInRecoding`, never gone.
//! Invariant: with [`RebaseRule::Split`] and no missing part, the total after equals the total before.
//! Not here: where shares come from (`kapstok-area`).

use std::sync::Arc;

use kapstok_area::{AreaCode, AreaList, Evidence, Route};

use crate::cell::{Cell, Known, Missing, Status, WhyMissing};
use crate::column::{Column, ColumnBuilder, RebasedFrom};
use crate::indicator::RebaseRule;
use crate::origin::{Origin, Step};

/// What re-basing needs beside the column and the way.
#[derive(Clone, Copy, Debug)]
pub struct RebaseInputs<'a> {
    /// How the indicator goes to another map.
    pub rule: &'a RebaseRule,
    /// The denominator that a [`RebaseRule::WeightedBy`] names, on the column's own map.
    pub denominator: Option<&'a Column>,
    /// Residents on the column's own map: the weight of `changed_share`.
    pub residents: Option<&'a Column>,
    /// How much of a new area may come from parts without a figure before a mean is lost, 0 ..= 1.
    /// Sums are lost by any such part: a sum without a part is another sum.
    pub max_unknown_share: f64,
}

/// A column on its new map, and what did not arrive.
#[derive(Clone, Debug)]
pub struct Rebased {
    /// The column on the new map.
    pub column: Column,
    /// Areas of the old map (`area_index`) of which a part has no area on the new map.
    pub not_arrived: Vec<usize>,
}

/// A part of an area of the old map that lies in one area of the new map.
#[derive(Clone, Copy)]
struct Part {
    /// `None` when the file has no row for the old area: its figure is unknown, and it has one.
    from_index: Option<usize>,
    /// The part of the old area that lies here.
    share: f64,
    evidence: Evidence,
    /// Whether the old area was divided over several new ones.
    divided: bool,
}

/// Brings a column onto another list of areas.
///
/// * `column`: `[n_areas]` of its own map. * `onto`: the areas of the new map, of the same level.
/// * Counts are split by share and added; shares and means become means weighted by the moving part of
///   the denominator, or by what the crosswalk counts; a new area that is one whole old area keeps its
///   cell as it was, its reason and mark included.
pub fn rebase(column: &Column, route: &Route, onto: &Arc<AreaList>, inputs: &RebaseInputs<'_>) -> Rebased {
    let (parts, not_arrived) = parts_by_new_area(column, route, onto);
    let mut origin = Origin::clone(column.origin());
    origin.steps.push(Step::Rebased {
        from: route.years().0,
        to: route.years().1,
        route: route
            .hops()
            .iter()
            .map(|hop| hop.crosswalk.name().to_owned() + if hop.inverse { " (inverse)" } else { "" })
            .collect(),
        rule: rule_word(inputs.rule),
    });
    let (indicator, period) = (column.indicator().clone(), column.period().clone());
    let mut builder =
        ColumnBuilder::new(indicator, period, Arc::clone(onto), Arc::new(origin), WhyMissing::LostInRecoding);
    for (to_index, parts) in parts.iter().enumerate() {
        if parts.is_empty() {
            continue;
        }
        let (cell, row) = match parts.as_slice() {
            [Part { from_index: Some(from), divided: false, .. }] => {
                (column.cell(*from), column.row(*from).unwrap_or(0))
            }
            _ => (mixed_cell(column, route, parts, inputs), 0),
        };
        builder.set(to_index, &cell, row);
        builder.set_rebased(to_index, rebased_from(column, route, parts, inputs.residents));
    }
    Rebased { column: builder.finish(), not_arrived }
}

/// The rule as `kapstok.toml` says it; the sentence stands in the text files.
fn rule_word(rule: &RebaseRule) -> String {
    match rule {
        RebaseRule::Split => "split".to_owned(),
        RebaseRule::WeightedBy(denominator) => format!("weighted_by {denominator}"),
        RebaseRule::WeightedByCrosswalk => "crosswalk".to_owned(),
        RebaseRule::OnlyWhole => "only-whole".to_owned(),
    }
}

/// The parts of every new area, also of old areas that the file has no row for; and the old areas of which
/// a part has no new area.
fn parts_by_new_area(column: &Column, route: &Route, onto: &AreaList) -> (Vec<Vec<Part>>, Vec<usize>) {
    let parts_of = |to: &AreaCode| -> Vec<Part> {
        let fed_by = route.feeding(to).into_iter().flat_map(|from| {
            let shares = route.shares(&from);
            let divided = shares.len() > 1;
            let from_index = column.areas().index_of(from.as_str());
            let here = shares.into_iter().filter(|share| share.to == *to);
            here.map(move |share| Part { from_index, share: share.share, evidence: share.evidence, divided })
        });
        // A code that only its likeness leads to, and that the file does not have, need never have existed.
        let supposed = |part: &Part| part.from_index.is_none() && part.evidence == Evidence::SameCodeUnverified;
        let parts: Vec<Part> = fed_by.filter(|part| !supposed(part)).collect();
        // With no row for any of them nothing came from the file at all.
        if parts.iter().all(|part| part.from_index.is_none()) { Vec::new() } else { parts }
    };
    let parts = onto.codes().iter().map(parts_of).collect();
    let arrives = |code: &AreaCode| route.shares(code).iter().all(|share| onto.index_of(share.to.as_str()).is_some());
    let leaves = |code: &AreaCode| route.shares(code).is_empty() || !arrives(code);
    let codes = column.areas().codes().iter().enumerate();
    (parts, codes.filter(|(_, code)| leaves(code)).map(|(index, _)| index).collect())
}

fn mixed_cell(column: &Column, route: &Route, parts: &[Part], inputs: &RebaseInputs<'_>) -> Cell {
    let weight = |part: &Part| -> Option<f64> {
        match inputs.rule {
            RebaseRule::Split => Some(part.share),
            // The mean of one part needs no weight.
            RebaseRule::WeightedBy(_) | RebaseRule::WeightedByCrosswalk if parts.len() == 1 => Some(1.0),
            RebaseRule::WeightedBy(_) => Some(part.share * inputs.denominator?.value(part.from_index?)?),
            RebaseRule::WeightedByCrosswalk => {
                Some(part.share * route.size(&column.areas().codes()[part.from_index?])?)
            }
            RebaseRule::OnlyWhole => None,
        }
    };
    if let Some(missing) = one_reason(column, parts) {
        return Cell::Missing(missing);
    }
    let lost = || Cell::missing(WhyMissing::LostInRecoding, "");
    let (mut total, mut known_weight, mut unknown_weight) = (0.0, 0.0, 0.0);
    let mut status = Status::Final;
    for part in parts {
        let Some(weight) = weight(part) else { return lost() };
        let cell = part.from_index.map_or_else(lost, |from_index| column.cell(from_index));
        match cell {
            Cell::Known(known) => {
                total += weight * known.value;
                known_weight += weight;
                status = status.max(known.status);
            }
            Cell::Missing(_) => unknown_weight += weight,
        }
    }
    let value = match inputs.rule {
        RebaseRule::Split if unknown_weight == 0.0 => total,
        RebaseRule::WeightedBy(_) | RebaseRule::WeightedByCrosswalk
            if known_weight > 0.0 && unknown_weight <= inputs.max_unknown_share * (known_weight + unknown_weight) =>
        {
            total / known_weight
        }
        RebaseRule::Split | RebaseRule::WeightedBy(_) | RebaseRule::WeightedByCrosswalk | RebaseRule::OnlyWhole => {
            return lost();
        }
    };
    Cell::Known(Known { value, interval: None, status })
}

/// The reason and mark that all parts share, when none of them has a figure and all say the same.
fn one_reason(column: &Column, parts: &[Part]) -> Option<Missing> {
    let first = column.missing(parts.first()?.from_index?)?;
    let says_the_same = |part: &Part| part.from_index.and_then(|from_index| column.missing(from_index)) == Some(first);
    parts.iter().all(says_the_same).then(|| first.clone())
}

fn rebased_from(column: &Column, route: &Route, parts: &[Part], residents: Option<&Column>) -> RebasedFrom {
    let weights_by = |weight: &dyn Fn(&Part) -> Option<f64>| -> Option<Vec<f64>> {
        parts.iter().map(weight).collect::<Option<Vec<f64>>>().filter(|weights| weights.iter().sum::<f64>() > 0.0)
    };
    let by_residents = weights_by(&|part| Some(part.share * residents?.value(part.from_index?)?));
    let by_size = || weights_by(&|part| Some(part.share * route.size(&column.areas().codes()[part.from_index?])?));
    let weights = by_residents.or_else(by_size).unwrap_or_else(|| parts.iter().map(|part| part.share).collect());
    let whole: f64 = weights.iter().sum();
    let divided: f64 = parts.iter().zip(&weights).filter(|(part, _)| part.divided).map(|(_, weight)| weight).sum();
    // An empty sum is -0; adding 0 makes it 0.
    let divided_share = divided / whole + 0.0;
    RebasedFrom {
        // Of several parts each is another area than before; a single one only where it was divided.
        changed_share: if parts.len() > 1 { 1.0 } else { divided_share },
        divided_share,
        evidence: parts.iter().map(|part| part.evidence).max().unwrap_or(Evidence::SameMap),
        n_parts: parts.len() as u32,
    }
}
