// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The cut-off: do traits that were never to count jump there?
//!
//! In: what the rule counts per area, who is inside, and traits. Out: per trait the jump just at the cut, and how often
//! chance makes one as large. **Invariant:** only areas near the cut take part, the same for every trait but for those
//! without a figure; few areas give no answer rather than a weak one. A jump is a reason to ask, never a proof of intent.

use kapstok_score::random::Draws;
use kapstok_space::autocorrelation::adjusted;

/// Fewest areas on each side of the cut.
pub const MIN_PER_SIDE: usize = 5;

/// A trait at the cut.
#[derive(Clone, Debug, PartialEq)]
pub struct Jump {
    /// How much higher the trait is just inside, in its own unit, at one and the same score.
    pub jump: f64,
    /// Areas inside that took part.
    pub n_inside: usize,
    /// Areas outside that took part.
    pub n_outside: usize,
    /// How often chance makes a jump at least as large, 0 ..= 1; two-sided.
    pub p: f64,
    /// The same, held against the number of traits (Benjamini and Hochberg 1995).
    pub q: f64,
}

/// Where a rule cuts.
#[derive(Clone, Copy, Debug)]
pub struct Cut<'a> {
    /// What areas were ordered by, `[n_areas]`: those above the cut are in. `None` for an area that takes no part.
    pub score: &'a [Option<f64>],
    /// What else the rule weighed, each `[n_areas]`: a trait that follows one of these is no jump.
    pub beside: &'a [&'a [Option<f64>]],
    /// Whether an area is in, `[n_areas]`.
    pub inside: &'a [bool],
    /// Most areas on each side.
    pub window: usize,
}

/// An area near the cut.
struct Near {
    score: f64,
    beside: Vec<f64>,
    value: f64,
    inside: bool,
}

/// Jumps of traits at the cut; `None` for a trait with fewer than [`MIN_PER_SIDE`] areas on a side.
///
/// The trait is a plane in the score and in what stands beside it, and a step at the cut. Without the step the residuals
/// could stand in any order: the step is held against `n_permutations` orders of them.
///
/// * `traits`: each `[n_areas]`.
/// # Source
/// Freedman and Lane, *A nonstochastic interpretation of reported significance levels* (JBES 1983).
pub fn jumps_at_the_cut(cut: Cut<'_>, traits: &[&[Option<f64>]], n_permutations: u32, seed: u64) -> Vec<Option<Jump>> {
    let mut jumps: Vec<Option<Jump>> = traits
        .iter()
        .zip(0_u32..)
        .map(|(values, number)| of_trait(&near_the_cut(cut, values)?, n_permutations, seed, number))
        .collect();
    let p: Vec<Option<f64>> = jumps.iter().map(|jump| jump.as_ref().map(|jump| jump.p)).collect();
    for (jump, q) in jumps.iter_mut().zip(adjusted(&p)) {
        if let (Some(jump), Some(q)) = (jump, q) {
            jump.q = q;
        }
    }
    jumps
}

/// The areas near the cut.
fn near_the_cut(cut: Cut<'_>, values: &[Option<f64>]) -> Option<Vec<Near>> {
    let known = |area: usize| {
        let beside: Option<Vec<f64>> = cut.beside.iter().map(|it| it[area]).collect();
        Some(Near { score: cut.score[area]?, beside: beside?, value: values[area]?, inside: cut.inside[area] })
    };
    let (mut within, mut outside): (Vec<Near>, Vec<Near>) =
        (0..cut.score.len()).filter_map(known).partition(|near| near.inside);
    within.sort_by(|one, other| one.score.total_cmp(&other.score));
    outside.sort_by(|one, other| other.score.total_cmp(&one.score));
    within.truncate(cut.window);
    outside.truncate(cut.window);
    let enough = within.len() >= MIN_PER_SIDE && outside.len() >= MIN_PER_SIDE;
    within.append(&mut outside);
    enough.then_some(within)
}

fn of_trait(near: &[Near], n_permutations: u32, seed: u64, number: u32) -> Option<Jump> {
    let n_beside = near.first().map_or(0, |it| it.beside.len());
    let mut plane = vec![near.iter().map(|it| it.score).collect::<Vec<f64>>()];
    plane.extend((0..n_beside).map(|column| near.iter().map(|it| it.beside[column]).collect::<Vec<f64>>()));
    let plane = orthonormal(plane);
    // A step, and at least as many areas again as there are slopes.
    if near.len() < 2 * (plane.len() + 1) {
        return None;
    }
    let side = without(&plane, near.iter().map(|it| if it.inside { 1.0 } else { 0.0 }).collect());
    let mut rest = without(&plane, near.iter().map(|it| it.value).collect());
    let size: f64 = side.iter().map(|it| it * it).sum();
    if size < 1e-9 {
        return None;
    }
    let step = |values: &[f64]| side.iter().zip(values).map(|(side, value)| side * value).sum::<f64>() / size;
    let jump = step(&rest);
    let mut n_as_large = 0_u32;
    for replication in 0..n_permutations {
        let mut draws = Draws::new(seed, number, replication);
        for last in (1..rest.len()).rev() {
            let other = (draws.uniform() * (last as f64 + 1.0)) as usize;
            rest.swap(last, other.min(last));
        }
        // Sums in another order differ in their last bits.
        n_as_large += u32::from(step(&rest).abs() >= jump.abs() - 1e-12);
    }
    let n_inside = near.iter().filter(|it| it.inside).count();
    let p = (f64::from(n_as_large) + 1.0) / (f64::from(n_permutations) + 1.0);
    Some(Jump { jump, n_inside, n_outside: near.len() - n_inside, p, q: p })
}

/// The mean, and columns at right angles to it and to each other; a column that says nothing new is left out.
fn orthonormal(columns: Vec<Vec<f64>>) -> Vec<Vec<f64>> {
    let n = columns.first().map_or(0, Vec::len);
    let mut plane = vec![vec![1.0 / (n as f64).sqrt(); n]];
    for column in columns {
        let size = |it: &[f64]| it.iter().map(|it| it * it).sum::<f64>().sqrt();
        let before = size(&column);
        let left = without(&plane, column);
        let after = size(&left);
        if after > 1e-9 * before {
            plane.push(left.into_iter().map(|it| it / after).collect());
        }
    }
    plane
}

/// What a plane leaves of values.
fn without(plane: &[Vec<f64>], mut values: Vec<f64>) -> Vec<f64> {
    // Twice: what rounding leaves of the first time goes with the second.
    for direction in plane.iter().chain(plane) {
        let along: f64 = direction.iter().zip(&values).map(|(one, other)| one * other).sum();
        for (value, direction) in values.iter_mut().zip(direction) {
            *value -= along * direction;
        }
    }
    values
}

#[cfg(test)]
mod tests {
    use super::super::solve::{Candidates, best};
    use super::*;

    fn areas(jump: f64) -> (Vec<Option<f64>>, Vec<bool>, Vec<Option<f64>>) {
        let score: Vec<_> = (0..40).map(|at| Some(f64::from(at))).collect();
        let inside: Vec<_> = (0..40).map(|at| at >= 20).collect();
        let noise = |at: u32| Draws::new(11, at, 0).uniform() - 0.5;
        let values = (0..40).map(|at| Some(0.3 * f64::from(at) + noise(at) + if at >= 20 { jump } else { 0.0 }));
        (score, inside, values.collect())
    }

    fn sharp<'a>(score: &'a [Option<f64>], inside: &'a [bool], window: usize) -> Cut<'a> {
        Cut { score, beside: &[], inside, window }
    }

    #[test]
    fn a_planted_jump_is_found_and_a_slope_alone_is_none() {
        let (score, inside, with) = areas(3.0);
        let (.., without) = areas(0.0);
        let got = jumps_at_the_cut(sharp(&score, &inside, 15), &[&with, &without], 999, 7);
        let (with, without) = (got[0].clone().unwrap(), got[1].clone().unwrap());
        assert!((with.jump - 3.0).abs() < 0.8 && with.p < 0.01 && with.q <= 0.02, "{with:?}");
        assert!(without.p > 0.05 && without.q >= without.p, "{without:?}");
        assert_eq!((with.n_inside, with.n_outside), (15, 15));
    }

    #[test]
    fn chance_alone_is_called_a_jump_about_as_often_as_said() {
        let (score, inside, _) = areas(0.0);
        let called = (0..400_u32).filter(|world| {
            let values: Vec<_> = (0..40).map(|at| Some(Draws::new(5, at, *world).uniform())).collect();
            let got = jumps_at_the_cut(sharp(&score, &inside, 15), &[&values], 199, u64::from(*world));
            got[0].as_ref().unwrap().p <= 0.05
        });
        let called = called.count();
        // 400 worlds at 5 %: 20, with a standard error of 4.4.
        assert!((7..=34).contains(&called), "{called} of 400");
    }

    #[test]
    fn under_a_budget_of_residents_a_trait_that_follows_size_or_density_is_no_jump() {
        let mut called = [0_u32; 3];
        for world in 0..200_u32 {
            let draws = |area: u32, purpose: u32| Draws::new(13, area, 10 * world + purpose).uniform();
            let of = |purpose: u32, from: f64, to: f64| -> Vec<f64> {
                (0..120).map(|area| from + (to - from) * draws(area, purpose)).collect()
            };
            let (people, density, noise) = (of(0, 400.0, 3_000.0), of(1, 0.05, 0.3), of(2, -0.5, 0.5));
            let some = |values: Vec<f64>| values.into_iter().map(Some).collect::<Vec<_>>();
            let residents = some(people.clone());
            let benefit = some(people.iter().zip(&density).map(|(people, density)| people * density).collect());
            let candidates = Candidates {
                benefit: &benefit,
                residents: &residents,
                allowed: &[true; 120],
                must_be_in: &[false; 120],
                municipality: &[0; 120],
                max_areas: Some(12),
                max_residents: Some(15_000.0),
                max_per_municipality: None,
                min_per_municipality: &[],
            };
            let chosen = best(&candidates).unwrap();
            let inside: Vec<bool> = (0..120).map(|area| chosen.areas.contains(&area)).collect();
            let reduced = some((0..120).map(|at| people[at] * (density[at] - chosen.price)).collect());
            let density_of = some(density.clone());
            let cut = Cut { score: &reduced, beside: &[&residents, &density_of], inside: &inside, window: 25 };
            let with_noise = |smooth: &dyn Fn(usize) -> f64| some((0..120).map(|at| smooth(at) + noise[at]).collect());
            let by_size = with_noise(&|at| 2.0 * libm::log(people[at]));
            let by_density = with_noise(&|at| 10.0 * density[at]);
            let by_nothing = with_noise(&|_| 0.0);
            for (position, values) in [by_size, by_density, by_nothing].iter().enumerate() {
                let got = jumps_at_the_cut(cut, &[values], 199, u64::from(world));
                called[position] += u32::from(got[0].as_ref().unwrap().p <= 0.05);
            }
        }
        println!("called a jump in 200 worlds: size {}, density {}, noise {}", called[0], called[1], called[2]);
        // 200 worlds at 5 %: 10, with a standard error of 3.1.
        assert!(called.iter().all(|n| *n <= 20), "{called:?}");
    }

    #[test]
    fn few_areas_give_no_answer() {
        let (score, inside, values) = areas(3.0);
        assert_eq!(jumps_at_the_cut(sharp(&score, &inside, 4), &[&values], 99, 1), [None]);
    }
}
