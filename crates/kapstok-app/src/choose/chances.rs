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
use super::rule::{Effort, Rule};
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

/// What a draw needs of a recipe.
struct Drawer<'a> {
    figures: &'a Figures<'a>,
    rule: &'a Rule<'a>,
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
    replications: u32,
    seed: u64,
    progress: &Progress<'_>,
) -> Result<Result<Option<Chances>, Problem>, Failure> {
    if replications == 0 {
        return Ok(Ok(None));
    }
    let recipe = ground.recipes.iter().find(|it| it.recipe.head.id == figures.recipe.id);
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
    let drawer = Drawer { figures, rule, columns: columns(&plan), domains: domains(&plan) };
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
    /// The choice of one draw; `None` where nothing fits.
    fn choose(&self, evaluation: &kapstok_score::sure::Evaluation, seed: u64) -> Result<Option<Vec<usize>>, Problem> {
        let drawn = Drawn { evaluation, columns: &self.columns, domains: &self.domains };
        let domains = self.figures.domains(self.rule.protocol, Some(drawn));
        let benefit = self.figures.benefit(self.rule.protocol, &domains, Some(drawn))?;
        Ok(self.rule.best(&benefit, Effort::Little, seed).ok().map(|solved| solved.areas()))
    }
}

fn columns(plan: &Plan) -> Vec<String> {
    plan.inputs.iter().map(|input| input.column.clone()).collect()
}

fn domains(plan: &Plan) -> Vec<String> {
    plan.domains.iter().map(|domain| domain.id.clone()).collect()
}
