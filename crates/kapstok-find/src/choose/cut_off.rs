// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The cut-off: do traits that were never to count jump there?
//!
//! In: what the rule counts per area, who is inside, and traits. Out: per trait the jump just at the cut, and how often
//! chance makes one as large. **Invariant:** only areas near the cut take part, the same for every trait but for those
//! without a figure; few areas give no answer rather than a weak one. A jump is a reason to ask, never a proof of intent.

use kapstok_score::random::Draws;

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

/// Jumps of traits at the cut; `None` for a trait with fewer than [`MIN_PER_SIDE`] areas on a side.
///
/// The trait is a line in the score, and a step at the cut. Without the step the residuals could stand in any order: the
/// step is held against `n_permutations` orders of them.
///
/// * `score`, `inside`: `[n_areas]`; `traits`: each `[n_areas]`; `window`: most areas on each side.
/// # Source
/// Freedman and Lane, *A nonstochastic interpretation of reported significance levels* (JBES 1983).
pub fn jumps_at_the_cut(
    score: &[Option<f64>],
    inside: &[bool],
    traits: &[&[Option<f64>]],
    window: usize,
    n_permutations: u32,
    seed: u64,
) -> Vec<Option<Jump>> {
    let mut jumps: Vec<Option<Jump>> = traits
        .iter()
        .zip(0_u32..)
        .map(|(values, number)| {
            let near = near_the_cut(score, inside, values, window)?;
            of_trait(&near, n_permutations, seed, number)
        })
        .collect();
    let mut order: Vec<usize> = (0..jumps.len()).filter(|at| jumps[*at].is_some()).collect();
    let p_of = |jumps: &[Option<Jump>], at: usize| jumps[at].as_ref().map_or(1.0, |jump| jump.p);
    order.sort_by(|one, other| p_of(&jumps, *one).total_cmp(&p_of(&jumps, *other)).then(one.cmp(other)));
    let (n_tests, mut lowest) = (order.len() as f64, 1.0_f64);
    for (position, at) in order.iter().enumerate().rev() {
        lowest = lowest.min(p_of(&jumps, *at) * n_tests / (position as f64 + 1.0));
        if let Some(jump) = &mut jumps[*at] {
            jump.q = lowest;
        }
    }
    jumps
}

/// Score, trait and side of the areas near the cut.
fn near_the_cut(
    score: &[Option<f64>],
    inside: &[bool],
    values: &[Option<f64>],
    window: usize,
) -> Option<Vec<(f64, f64, bool)>> {
    let known = (0..score.len()).filter_map(|area| Some((score[area]?, values[area]?, inside[area])));
    let (mut within, mut outside): (Vec<_>, Vec<_>) = known.partition(|(.., inside)| *inside);
    within.sort_by(|one, other| one.0.total_cmp(&other.0));
    outside.sort_by(|one, other| other.0.total_cmp(&one.0));
    within.truncate(window);
    outside.truncate(window);
    let enough = within.len() >= MIN_PER_SIDE && outside.len() >= MIN_PER_SIDE;
    enough.then(|| [within, outside].concat())
}

fn of_trait(near: &[(f64, f64, bool)], n_permutations: u32, seed: u64, number: u32) -> Option<Jump> {
    let score: Vec<f64> = near.iter().map(|it| it.0).collect();
    let values: Vec<f64> = near.iter().map(|it| it.1).collect();
    let side: Vec<f64> = near.iter().map(|it| if it.2 { 1.0 } else { 0.0 }).collect();
    let (side, mut rest) = (without_line(&score, &side), without_line(&score, &values));
    let size: f64 = side.iter().map(|it| it * it).sum();
    if size < 1e-9 {
        return None;
    }
    let step = |values: &[f64]| side.iter().zip(values).map(|(side, value)| side * value).sum::<f64>() / size;
    let jump = step(&values);
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
    let n_inside = near.iter().filter(|it| it.2).count();
    let p = (f64::from(n_as_large) + 1.0) / (f64::from(n_permutations) + 1.0);
    Some(Jump { jump, n_inside, n_outside: near.len() - n_inside, p, q: p })
}

/// What a line in the score leaves of values.
fn without_line(score: &[f64], values: &[f64]) -> Vec<f64> {
    let mean = |of: &[f64]| of.iter().sum::<f64>() / of.len() as f64;
    let (mean_score, mean_value) = (mean(score), mean(values));
    let spread: f64 = score.iter().map(|it| (it - mean_score) * (it - mean_score)).sum();
    let both: f64 = score.iter().zip(values).map(|(score, value)| (score - mean_score) * (value - mean_value)).sum();
    let slope = if spread > 0.0 { both / spread } else { 0.0 };
    score.iter().zip(values).map(|(score, value)| value - mean_value - slope * (score - mean_score)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn areas(jump: f64) -> (Vec<Option<f64>>, Vec<bool>, Vec<Option<f64>>) {
        let score: Vec<_> = (0..40).map(|at| Some(f64::from(at))).collect();
        let inside: Vec<_> = (0..40).map(|at| at >= 20).collect();
        let noise = |at: u32| Draws::new(11, at, 0).uniform() - 0.5;
        let values = (0..40).map(|at| Some(0.3 * f64::from(at) + noise(at) + if at >= 20 { jump } else { 0.0 }));
        (score, inside, values.collect())
    }

    #[test]
    fn a_planted_jump_is_found_and_a_slope_alone_is_none() {
        let (score, inside, with) = areas(3.0);
        let (.., without) = areas(0.0);
        let got = jumps_at_the_cut(&score, &inside, &[&with, &without], 15, 999, 7);
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
            let got = jumps_at_the_cut(&score, &inside, &[&values], 15, 199, u64::from(*world));
            got[0].as_ref().unwrap().p <= 0.05
        });
        let called = called.count();
        // 400 worlds at 5 %: 20, with a standard error of 4.4.
        assert!((7..=34).contains(&called), "{called} of 400");
    }

    #[test]
    fn few_areas_give_no_answer() {
        let (score, inside, values) = areas(3.0);
        assert_eq!(jumps_at_the_cut(&score, &inside, &[&values], 4, 99, 1), [None]);
    }
}
