// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `summarise`: one figure per area of a higher level, as the English Indices of Deprivation do.
//!
//! # Source
//! English Indices of Deprivation 2019, technical report, section on summaries for higher-level areas.

use std::collections::BTreeMap;

use kapstok_recipe::steps::summarise::{How, Summarise};

use crate::figures::Figures;

/// One small area of a group: figure, people.
#[derive(Clone, Copy)]
struct Member {
    figure: f64,
    people: f64,
}

/// The small areas of one higher area.
#[derive(Default)]
struct Group {
    members: Vec<Member>,
    /// People of areas without a figure.
    unknown: f64,
}

/// Groups the areas by parent and makes one figure of each group; groups come in order of their code.
/// Returns the codes and the figures, `[n_groups]` each.
pub(super) fn summarise(
    figures: &Figures,
    population: Option<&Figures>,
    parents: &[Option<String>],
    step: &Summarise,
) -> (Vec<String>, Figures) {
    let n = figures.n_known() as f64;
    let mut groups: BTreeMap<&str, Group> = BTreeMap::new();
    for (position, parent) in parents.iter().enumerate() {
        let Some(parent) = parent else { continue };
        let group = groups.entry(parent).or_default();
        let people = match population {
            Some(population) => population.get(position),
            None => Some(1.0),
        };
        let Some(people) = people else { continue };
        match figures.get(position) {
            Some(figure) => group.members.push(Member { figure, people }),
            None => group.unknown += people,
        }
    }
    let summary = |Group { members, unknown }: &Group| -> Option<f64> {
        let known: f64 = members.iter().map(|member| member.people).sum();
        // A summary of the few small areas that are known is no summary of the larger one.
        if known < step.min_known_share * (known + unknown) {
            return None;
        }
        let value = match step.how {
            How::AverageScore => mean(members, |member| member.figure),
            How::AverageRank => mean(members, |member| n + 1.0 - member.figure),
            How::ProportionWorst => {
                let worst = members.iter().filter(|member| (10.0 * member.figure / n).ceil() <= 1.0).count();
                worst as f64 / members.len() as f64
            }
            How::Extent => mean(members, |member| extent_weight((100.0 * member.figure / n).ceil())),
            How::LocalConcentration => local_concentration(members, n),
        };
        Some(value).filter(|value| value.is_finite())
    };
    (groups.keys().map(|code| (*code).to_owned()).collect(), groups.values().map(summary).collect())
}

/// Mean over people.
fn mean(members: &[Member], value: impl Fn(&Member) -> f64) -> f64 {
    let people: f64 = members.iter().map(|member| member.people).sum();
    members.iter().map(|member| member.people * value(member)).sum::<f64>() / people
}

/// 1 for percentiles 1 ..= 10, then from 0.95 (percentile 11) down to 0.05 (percentile 30), then 0: a step
/// per percentile, not a line.
fn extent_weight(percentile: f64) -> f64 {
    match percentile {
        p if p <= 10.0 => 1.0,
        p if p <= 30.0 => 0.95 - (p - 11.0) * 0.9 / 19.0,
        _ => 0.0,
    }
}

/// Mean of `n + 1 - rank` over the worst areas that hold exactly a tenth of the people; the last in part.
fn local_concentration(members: &[Member], n: f64) -> f64 {
    let mut members = members.to_vec();
    members.sort_by(|left, right| left.figure.total_cmp(&right.figure));
    let tenth = members.iter().map(|member| member.people).sum::<f64>() / 10.0;
    let (mut left, mut total) = (tenth, 0.0);
    for member in &members {
        let people = member.people.min(left);
        total += people * (n + 1.0 - member.figure);
        left -= people;
        if left <= 0.0 {
            break;
        }
    }
    total / tenth
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_area_of_a_tenth_counts_in_part() {
        // 1,000 people; a tenth is 100: all 60 of the worst and 40 of the 500 in the second.
        let members = [(3.0, 440.0), (1.0, 60.0), (2.0, 500.0)].map(|(figure, people)| Member { figure, people });
        // Of n = 10: (60 * 10 + 40 * 9) / 100 = 9.6.
        assert!((local_concentration(&members, 10.0) - 9.6).abs() < 1e-12);
    }

    #[test]
    fn a_higher_area_of_which_little_is_known_has_no_figure() {
        // 100 people at 10, 100 at 30, and 300 of whom nothing is known: 40 % is known.
        let figures: Figures = vec![Some(10.0), Some(30.0), None].into();
        let people: Figures = vec![Some(100.0), Some(100.0), Some(300.0)].into();
        let parents = vec![Some("D".to_owned()); 3];
        for (min_known_share, expected) in [(0.4, Some(20.0)), (0.5, None), (0.0, Some(20.0))] {
            let (how, population) = (How::AverageScore, Some("people".to_owned()));
            let (input, out, to) = ("score".to_owned(), "mean".to_owned(), "district".to_owned());
            let step = Summarise { input, out, to, how, population, min_known_share };
            let (codes, found) = summarise(&figures, Some(&people), &parents, &step);
            assert_eq!((codes[0].as_str(), found.get(0)), ("D", expected), "{min_known_share}");
        }
    }

    #[test]
    fn extent_falls_by_steps_of_a_percentile() {
        let cases = [(1.0, 1.0), (10.0, 1.0), (11.0, 0.95), (30.0, 0.05), (31.0, 0.0)];
        for (percentile, expected) in cases {
            assert!((extent_weight(percentile) - expected).abs() < 1e-12, "percentile {percentile}");
        }
    }
}
