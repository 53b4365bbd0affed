// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Other choices that do nearly as well: one answer is a fig leaf.
//!
//! In: a choice, and a way to choose again without some areas. Out: choices that are almost as good and differ for
//! enough residents, from the first and from each other. **Invariant:** none of them breaks the rule, lies further
//! below than was said, or is nearly another. There may be fewer than were asked. Same seed, same choices.

use kapstok_score::random::Draws;

use super::solve::{Candidates, Chosen, best_within};

/// What an alternative must be.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Asked {
    /// How many at most.
    pub n: usize,
    /// How far the sum may lie below that of the choice, as a part of it.
    pub within: f64,
    /// The part of the residents of two choices together that must live in only one of them.
    pub differ: f64,
    /// Where every draw starts.
    pub seed: u64,
}

/// Tries to find one alternative before the search ends.
const TRIES_EACH: usize = 20;
/// Steps of each search.
const STEPS: usize = 100_000;

/// The part of the residents of two choices together that lives in only one of them, 0 ..= 1; lists of areas rise.
pub fn differs(residents: &[Option<f64>], one: &[usize], other: &[usize]) -> f64 {
    let people = |area: &usize| residents[*area].unwrap_or(0.0);
    let only = |these: &[usize], those: &[usize]| -> f64 {
        these.iter().filter(|area| those.binary_search(area).is_err()).map(people).fold(0.0, |sum, it| sum + it)
    };
    let apart = only(one, other) + only(other, one);
    let both: f64 =
        one.iter().filter(|area| other.binary_search(area).is_ok()).map(people).fold(0.0, |sum, it| sum + it);
    if apart + both > 0.0 { apart / (apart + both) } else { 0.0 }
}

/// Choices that do nearly as well and differ, best first.
///
/// Each try leaves out some of the chosen areas, those that add least per resident more often, counts every area a
/// little differently, and chooses again; the sum is that of the figures as they are.
pub fn alternatives(candidates: &Candidates<'_>, chosen: &Chosen, asked: Asked) -> Vec<Chosen> {
    let mut found: Vec<Chosen> = Vec::new();
    let least = chosen.objective * (1.0 - asked.within);
    for (attempt, number) in (0..asked.n.saturating_mul(TRIES_EACH)).zip(0_u32..) {
        if found.len() >= asked.n {
            break;
        }
        let from = match attempt % 3 {
            2 if !found.is_empty() => found[attempt / 3 % found.len()].areas.clone(),
            _ => chosen.areas.clone(),
        };
        let (allowed, benefit) = otherwise(candidates, &from, asked, number);
        let tried = Candidates { allowed: &allowed, benefit: &benefit, ..candidates.clone() };
        let Ok(other) = best_within(&tried, STEPS) else { continue };
        let objective = other.areas.iter().fold(0.0, |sum, area| sum + candidates.benefit[*area].unwrap_or(0.0));
        let other = Chosen { objective, bound: chosen.bound, ..other };
        let apart = |known: &Chosen| differs(candidates.residents, &known.areas, &other.areas) >= asked.differ;
        if other.objective >= least && apart(chosen) && found.iter().all(apart) {
            found.push(other);
        }
    }
    found.sort_by(|one, other| other.objective.total_cmp(&one.objective).then(one.areas.cmp(&other.areas)));
    found
}

/// What may be chosen, and what counts, in one try.
fn otherwise(candidates: &Candidates<'_>, from: &[usize], asked: Asked, number: u32) -> (Vec<bool>, Vec<Option<f64>>) {
    let people = |area: usize| candidates.residents[area].unwrap_or(0.0);
    let draws = |area: usize| Draws::new(asked.seed, u32::try_from(area).unwrap_or(u32::MAX), number);
    let mut order: Vec<(f64, usize)> = from
        .iter()
        .filter(|area| !candidates.must_be_in[**area])
        .map(|area| {
            let density = candidates.benefit[*area].unwrap_or(0.0) / people(*area).max(1.0);
            // The smallest of these are left out: poor ones often, rich ones sometimes.
            (draws(*area).exponential() * (density + 1e-9), *area)
        })
        .collect();
    order.sort_by(|one, other| one.0.total_cmp(&other.0).then(one.1.cmp(&other.1)));
    let all = from.iter().fold(0.0, |sum, area| sum + people(*area));
    // Up to half of what must differ: what is left out is usually replaced by about as much.
    let target = all * asked.differ * f64::from(number % 4) / 6.0;
    let mut allowed = candidates.allowed.to_vec();
    let mut left_out = 0.0;
    for (_, area) in &order {
        if left_out >= target {
            break;
        }
        allowed[*area] = false;
        left_out += people(*area);
    }
    let spread = asked.within * f64::from(1 + number % 5);
    let benefit = candidates.benefit.iter().enumerate().map(|(area, benefit)| {
        let mut draws = draws(area);
        draws.exponential();
        Some((*benefit)? * (1.0 + spread * draws.normal()).max(0.0))
    });
    (allowed, benefit.collect())
}

#[cfg(test)]
mod tests {
    use super::super::solve::best;
    use super::*;

    #[test]
    fn alternatives_are_nearly_as_good_and_differ_from_each_other() {
        let draws = |area: u32| Draws::new(3, area, 0).uniform();
        let residents: Vec<Option<f64>> = (0..120).map(|area| Some(400.0 + 900.0 * draws(area))).collect();
        let benefit: Vec<Option<f64>> = (0..120_u32)
            .map(|area| Some(residents[area as usize].unwrap() * (0.1 + 0.1 * draws(1_000 + area))))
            .collect();
        let (allowed, must_be_in) = (vec![true; 120], (0..120).map(|area| area == 5).collect::<Vec<_>>());
        let municipality: Vec<usize> = (0..120).map(|area| area / 40).collect();
        let candidates = Candidates {
            benefit: &benefit,
            residents: &residents,
            allowed: &allowed,
            must_be_in: &must_be_in,
            municipality: &municipality,
            max_areas: Some(12),
            max_residents: Some(12_000.0),
            max_per_municipality: Some(6),
            min_per_municipality: &[],
        };
        let chosen = best(&candidates).unwrap();
        let asked = Asked { n: 20, within: 0.02, differ: 0.05, seed: 7 };
        let found = alternatives(&candidates, &chosen, asked);
        assert_eq!(found.len(), 20, "there is room for twenty here");
        for (position, one) in found.iter().enumerate() {
            assert!(one.objective >= 0.98 * chosen.objective && one.objective <= chosen.bound + 1e-6);
            assert!(one.areas.contains(&5) && one.areas.len() <= 12);
            assert!(one.areas.iter().filter_map(|area| residents[*area]).sum::<f64>() <= 12_000.0);
            for other in found[..position].iter().chain([&chosen]) {
                assert!(differs(&residents, &one.areas, &other.areas) >= 0.05);
            }
        }
        assert_eq!(found, alternatives(&candidates, &chosen, asked), "the same again");
    }

    #[test]
    fn residents_in_one_of_two_choices_are_a_part_of_those_in_either() {
        let residents = [Some(100.0), Some(200.0), Some(100.0), None];
        assert_eq!(differs(&residents, &[0, 1], &[1, 2]), 0.5);
        assert_eq!(differs(&residents, &[0], &[0]), 0.0);
        assert_eq!(differs(&residents, &[3], &[]), 0.0, "nobody is known to differ");
    }
}
