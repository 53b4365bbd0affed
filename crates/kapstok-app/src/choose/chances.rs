// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! How often each area is chosen when figures and method are as they might have been.
//!
//! In: a rule, and the recipe that its burdens come from. Out: per area the part of the draws in which the rule chooses
//! it. **Invariant:** a draw in which nothing fits is counted, and is not drawn again; same seed, same chances, for any
//! number of threads. Not here: what is drawn (`kapstok_score::sure`).

use kapstok_recipe::Plan;
use kapstok_recipe::sure::Sure;
use kapstok_score::sure::{Ground as Drawing, Replicator};
use kapstok_table::{Place, Problem};
use rayon::prelude::*;

use super::figures::{Drawn, Figures};
use super::rule::{Effort, Rule, Solved};
use super::{Ground, first_of};
use crate::compute::{Prepared, prepare};
use crate::failure::Failure;
use crate::progress::Progress;

/// How often each area is chosen.
pub(crate) struct Chances {
    /// The part of the draws, 0 ..= 1, `[n_areas]`.
    pub(crate) of: Vec<f64>,
    /// How many draws.
    pub(crate) replications: u32,
    /// Draws in which nothing fits the rule.
    pub(crate) n_without: u32,
}

/// What was chosen from the figures as they are published.
#[derive(Clone, Copy)]
pub(super) struct Published<'a> {
    /// What counts, `[n_areas]`.
    pub(super) benefit: &'a [Option<f64>],
    /// The choice.
    pub(super) solved: &'a Solved,
}

/// What a draw needs of a recipe.
struct Drawer<'a> {
    figures: &'a Figures<'a>,
    rule: &'a Rule<'a>,
    published: Published<'a>,
    columns: Vec<String>,
    domains: Vec<String>,
}

/// Chooses again and again.
///
/// * Returns nothing where the rule asks for no replications.
///
/// # Errors
/// K0776 where the recipe does not say what is drawn; what keeps the recipe from running; [`Failure::Store`].
pub(super) fn chances(
    ground: &Ground<'_>,
    figures: &Figures<'_>,
    rule: &Rule<'_>,
    published: Published<'_>,
    (replications, seed): (u32, u64),
    progress: &Progress<'_>,
) -> Result<Result<Option<Chances>, Problem>, Failure> {
    if replications == 0 {
        return Ok(Ok(None));
    }
    let recipe = ground.recipes.iter().find(|it| it.recipe.head.id == figures.recipe.id);
    if recipe.is_some_and(|it| it.sha256 != figures.recipe.sha256) {
        return Ok(Err(Problem::error("K0783", Place::default()).with("found", &figures.recipe.id)));
    }
    let Some((recipe, section)) = recipe.and_then(|it| Some((&it.recipe, it.recipe.head.sure.as_ref()?))) else {
        return Ok(Err(Problem::error("K0776", Place::default()).with("found", &figures.recipe.id)));
    };
    let mut problems = Vec::new();
    let Some(prepared) = prepare(ground.workspace, recipe, ground.store, &mut problems)? else {
        return Ok(Err(first_of(problems)));
    };
    let Prepared { level, plan, inputs, taking_part } = prepared;
    let section = Sure { seed, replications, ..section.clone() };
    let errors = crate::sure::errors(ground.store, level, &plan, &section)?;
    let drawing = Drawing { plan: &plan, inputs: &inputs, errors, taking_part: &taking_part, sure: &section };
    let failed = |error| Problem::error("K0433", Place::file(&recipe.file)).with("found", error);
    let replicator = match Replicator::new(&drawing) {
        Ok(replicator) => replicator,
        Err(error) => return Ok(Err(failed(error))),
    };
    let drawer = Drawer { figures, rule, published, columns: columns(&plan), domains: domains(&plan) };
    let bar = progress.bar("progress-choose", u64::from(replications));
    let drawn: Result<Vec<Option<Vec<usize>>>, Problem> = (0..replications)
        .into_par_iter()
        .map(|number| {
            let evaluation = replicator.draw(number).map_err(failed)?;
            let chosen = drawer.choose(&evaluation, seed);
            bar.step("");
            chosen
        })
        .collect();
    bar.done();
    Ok(drawn.map(|drawn| Some(share_of(&drawn, replications, figures.level.len()))))
}

fn share_of(drawn: &[Option<Vec<usize>>], replications: u32, n_areas: usize) -> Chances {
    let mut times = vec![0_u32; n_areas];
    drawn.iter().flatten().flatten().for_each(|area| times[*area] += 1);
    let of = times.iter().map(|n| f64::from(*n) / f64::from(replications)).collect();
    let n_without = drawn.iter().filter(|it| it.is_none()).count();
    Chances { of, replications, n_without: u32::try_from(n_without).unwrap_or(u32::MAX) }
}

impl Drawer<'_> {
    /// The choice of one draw; `None` where nothing fits, or where everything that counts was left out.
    ///
    /// An area without a figure as published stays without one: a draw must not tell what the gate or a source withholds.
    /// The choice as published fits in every draw, and stands where a short search finds nothing better.
    fn choose(&self, evaluation: &kapstok_score::sure::Evaluation, seed: u64) -> Result<Option<Vec<usize>>, Problem> {
        let drawn = Drawn { evaluation, columns: &self.columns, domains: &self.domains };
        let domains = self.figures.domains(self.rule.protocol, Some(drawn));
        if domains.is_empty() {
            return Ok(None);
        }
        let drawn = self.figures.benefit(self.rule.protocol, &domains, Some(drawn))?;
        let both = drawn.into_iter().zip(self.published.benefit);
        let benefit: Vec<Option<f64>> = both.map(|(drawn, published)| drawn.filter(|_| published.is_some())).collect();
        if benefit.iter().all(Option::is_none) {
            return Ok(None);
        }
        let published = self.published.solved.areas();
        let sum = published.iter().fold(0.0, |sum, area| sum + benefit[*area].unwrap_or(0.0));
        let found = self.rule.best(&benefit, Effort::Little, seed).ok().filter(|found| found.objective > sum + 1e-6);
        Ok(Some(found.map_or(published, |found| found.areas())))
    }
}

fn columns(plan: &Plan) -> Vec<String> {
    plan.inputs.iter().map(|input| input.column.clone()).collect()
}

fn domains(plan: &Plan) -> Vec<String> {
    plan.domains.iter().map(|domain| domain.id.clone()).collect()
}
