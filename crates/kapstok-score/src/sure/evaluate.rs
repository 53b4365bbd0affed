// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! One draw: figures as they might have been, by a method as it might have been.
//!
//! In: a [`Ground`] and the number of a draw. Out: an [`Evaluation`]: order, ranks, burdens. Invariant: draw by draw the
//! same, in whatever order they are asked for.

use super::draw::{Numbers, row};
use super::errors::{InputErrors, Sampling};
use super::method::{Method, method};
use super::{Factor, Ground, SureError};
use crate::burdens::{BurdenOptions, Burdened, DomainColumn, TakesPart, worst_part};
use crate::figures::Figures;
use crate::rank::{Order, Ranker};
use crate::run::{Otherwise, Outcome, run_with};

/// A ground that can be drawn from.
#[derive(Debug)]
pub struct Replicator<'a> {
    ground: &'a Ground<'a>,
    /// Per input its figures as published.
    figures: Vec<Vec<Option<f64>>>,
    /// The same as columns, for inputs of which nothing is drawn.
    columns: Vec<Figures>,
    /// Who takes no part, and so is imputed in no draw.
    left_out: Vec<bool>,
    active: Vec<Factor>,
    base: Evaluation,
}

/// What one draw gives.
#[derive(Clone, Debug, PartialEq)]
pub struct Evaluation {
    /// By what areas are ordered, `[n_areas]`.
    pub order: Vec<Option<f64>>,
    /// Ranks, 1 for the highest, tied areas at the lowest of their places, `[n_areas]`; `None` for an area that takes no
    /// part or has no figure.
    pub ranks: Vec<Option<u32>>,
    /// How many areas have a rank.
    pub n_ranked: usize,
    /// Per domain of the plan whether an area stands in its worst part, `[n_domains][n_areas]`.
    pub burdened: Vec<Vec<Burdened>>,
    /// Domains in whose worst part an area stands, `[n_areas]`; `None` where too few are known.
    pub n_burdens: Vec<Option<u32>>,
    /// Per input its figures as they were drawn, `[n_inputs][n_areas]`.
    pub figures: Vec<Figures>,
    /// What was drawn of the method.
    pub drawn: Drawn,
}

/// What was drawn of the method; `None` where it is as the recipe says.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Drawn {
    /// The scale.
    pub scale: Option<kapstok_recipe::sure::Scale>,
    /// The mean.
    pub mean: Option<kapstok_recipe::steps::weighted_mean::Mean>,
    /// Position of the input that was left out.
    pub left_out: Option<usize>,
    /// The part that counts as worst.
    pub worst_fraction: Option<f64>,
}

impl<'a> Replicator<'a> {
    /// Takes a ground, and runs it once as it is.
    ///
    /// # Errors
    /// [`SureError`]: lengths that differ, a plan that cannot run on the figures as published.
    pub fn new(ground: &'a Ground<'a>) -> Result<Self, SureError> {
        let n_areas = ground.inputs.areas.len();
        let same = |name: &str, found: usize, expected: usize| match found == expected {
            true => Ok(()),
            false => Err(SureError::Length { name: name.to_owned(), found, expected }),
        };
        same("taking_part", ground.taking_part.len(), n_areas)?;
        same("errors", ground.errors.len(), ground.plan.inputs.len())?;
        let (mut figures, mut columns) = (Vec::new(), Vec::new());
        for (input, errors) in ground.plan.inputs.iter().zip(&ground.errors) {
            for found in errors.lengths() {
                same(&input.name, found, n_areas)?;
            }
            let column = ground.inputs.figures.get(&input.name).cloned().unwrap_or_default();
            figures.push(column.to_vec());
            columns.push(column);
        }
        let nothing = Evaluation {
            order: Vec::new(),
            ranks: Vec::new(),
            n_ranked: 0,
            burdened: Vec::new(),
            n_burdens: Vec::new(),
            figures: Vec::new(),
            drawn: Drawn::default(),
        };
        let left_out = ground.taking_part.iter().map(|part| *part != TakesPart::Yes).collect();
        let mut replicator = Self { ground, figures, columns, left_out, active: Vec::new(), base: nothing };
        replicator.active = Factor::ALL.into_iter().filter(|factor| replicator.is_active(*factor)).collect();
        replicator.base = replicator.evaluate(&Numbers::still(), 0)?;
        Ok(replicator)
    }

    /// What it draws from.
    pub fn ground(&self) -> &Ground<'a> {
        self.ground
    }

    /// Figures as published, method as written.
    pub fn base(&self) -> &Evaluation {
        &self.base
    }

    /// The factors of which anything is drawn.
    pub fn active(&self) -> &[Factor] {
        &self.active
    }

    /// One draw of everything.
    ///
    /// # Errors
    /// [`SureError::Draw`] when the plan cannot run with what was drawn.
    pub fn draw(&self, number: u32) -> Result<Evaluation, SureError> {
        self.evaluate(&Numbers::all(number), number + 1)
    }

    /// What one draw makes of the method.
    pub(super) fn drawn(&self, number: u32) -> Drawn {
        let method = method(self.ground.plan, self.ground.sure, &Numbers::all(number));
        let Method { scale, mean, left_out, worst_fraction, .. } = method;
        Drawn { scale, mean, left_out, worst_fraction }
    }

    /// How many figures of areas that take part an input has.
    pub(super) fn n_known(&self, input: usize) -> usize {
        let parts = self.figures[input].iter().zip(self.ground.taking_part);
        parts.filter(|(figure, part)| figure.is_some() && **part == TakesPart::Yes).count()
    }

    /// How many figures a factor changes for one input.
    pub(super) fn n_cells(&self, factor: Factor, input: usize) -> usize {
        let errors = &self.ground.errors[input];
        let takes_part = |area: usize| self.ground.taking_part[area] == TakesPart::Yes;
        let known =
            || (0..self.figures[input].len()).filter(|&area| self.figures[input][area].is_some() && takes_part(area));
        match factor {
            Factor::Sampling => known().filter(|&area| errors.sampling.states(area)).count(),
            Factor::Model if errors.model.is_some_and(|error| error > 0.0) => known().count(),
            Factor::Rounding if errors.half_width > 0.0 => known().count(),
            Factor::Age if errors.age.is_some_and(|age| age.years > 0.0 && age.per_year > 0.0) => known().count(),
            Factor::Secrecy => errors.secret.as_ref().map_or(0, |secret| {
                let drawn =
                    |&area: &usize| secret.states(area) && self.figures[input][area].is_none() && takes_part(area);
                (0..self.figures[input].len()).filter(drawn).count()
            }),
            _ => 0,
        }
    }

    fn is_active(&self, factor: Factor) -> bool {
        let choices = &self.ground.sure.choices;
        let steps = &self.ground.plan.steps;
        use kapstok_recipe::Step;
        match factor {
            Factor::Weights => {
                choices.weights.is_some()
                    && steps.iter().any(|step| matches!(step, Step::WeightedMean(mean) if mean.weights.len() > 1))
            }
            Factor::Scale => {
                choices.scales.len() > 1 && steps.iter().any(|it| matches!(it, Step::ZScore(_) | Step::MinMax(_)))
            }
            Factor::Mean => choices.means.len() > 1 && steps.iter().any(|it| matches!(it, Step::WeightedMean(_))),
            Factor::LeftOut => choices.leave_one_out && self.ground.plan.inputs.len() > 1,
            Factor::WorstFraction => {
                choices.worst_fraction.is_some_and(|[low, high]| low < high) && !self.ground.plan.domains.is_empty()
            }
            error => (0..self.ground.errors.len()).any(|input| self.n_cells(error, input) > 0),
        }
    }

    /// One draw by the numbers of its factors; `told` is what it is called when it fails.
    pub(super) fn evaluate(&self, numbers: &Numbers, told: u32) -> Result<Evaluation, SureError> {
        let Ground { plan, sure, .. } = self.ground;
        let method = method(plan, sure, numbers);
        let figures: Vec<Figures> = (0..plan.inputs.len()).map(|input| self.figures_of(input, numbers)).collect();
        let otherwise = Otherwise {
            figures: plan.inputs.iter().map(|input| input.name.as_str()).zip(&figures).collect(),
            left_out: &self.left_out,
        };
        let outcome = run_with(&method.plan, self.ground.inputs, &otherwise).map_err(|source| {
            let out = method.left_out.map(|at| plan.inputs[at].name.clone()).unwrap_or_default();
            let scale = method.scale.map(kapstok_recipe::sure::Scale::as_str).unwrap_or_default();
            SureError::Draw { draw: told, of: format!("scale `{scale}`, left out `{out}`"), source }
        })?;
        self.read(&method, &outcome, figures)
    }

    fn read(&self, method: &Method, outcome: &Outcome, figures: Vec<Figures>) -> Result<Evaluation, SureError> {
        let Ground { plan, sure, taking_part, .. } = self.ground;
        let mut taking_part = taking_part.to_vec();
        let rules = outcome.excluded.iter().zip(&outcome.unranked);
        for (part, (excluded, unranked)) in taking_part.iter_mut().zip(rules) {
            if *excluded || *unranked {
                *part = TakesPart::Excluded;
            }
        }
        let n_areas = taking_part.len();
        // A result of a higher level has other areas: it orders these no more than one that is not there.
        let of_order = outcome.column(&sure.order).filter(|(level, _)| level.level == plan.head.level);
        let order: Vec<Option<f64>> = match of_order {
            Some((_, column)) => column
                .values
                .iter()
                .zip(&taking_part)
                .map(|(value, part)| value.filter(|_| *part == TakesPart::Yes))
                .collect(),
            // The one input or step by which areas are ordered was left out: nothing orders them in this draw.
            None if method.left_out.is_some() => vec![None; n_areas],
            None => return Err(SureError::NoOrder { name: sure.order.clone() }),
        };
        let (ranks, n_ranked) = ranked(&order);
        let options = plan.head.burdens.as_ref().map(|burdens| BurdenOptions {
            worst_fraction: method.worst_fraction.unwrap_or(burdens.worst_fraction),
            min_known_domains: burdens.min_known_domains,
        });
        let mut burdened = Vec::with_capacity(plan.domains.len());
        for domain in &plan.domains {
            let there = method.plan.domains.iter().any(|left| left.id == domain.id);
            let column = outcome.column(&domain.column).filter(|_| there).map(|(_, column)| column.values.to_vec());
            let column = match (column, options) {
                (Some(values), Some(options)) => {
                    let column = DomainColumn {
                        id: &domain.id,
                        values: &values,
                        direction: domain.direction,
                        rests_on: Vec::new(),
                    };
                    let part = worst_part(&column, &taking_part, options.worst_fraction);
                    part.map_or_else(|_| vec![Burdened::Unknown; n_areas], |(burdened, _)| burdened)
                }
                _ => vec![Burdened::Unknown; n_areas],
            };
            burdened.push(column);
        }
        let n_burdens = (0..n_areas).map(|area| {
            let here = || burdened.iter().map(|column| column[area]);
            let n_known = here().filter(|burdened| *burdened != Burdened::Unknown).count();
            let enough = options.is_some_and(|options| n_known >= options.min_known_domains);
            (enough && n_known > 0).then(|| here().filter(|burdened| *burdened == Burdened::Yes).count() as u32)
        });
        let drawn = Drawn {
            scale: method.scale,
            mean: method.mean,
            left_out: method.left_out,
            worst_fraction: method.worst_fraction,
        };
        let n_burdens = n_burdens.collect();
        Ok(Evaluation { order, ranks, n_ranked, burdened, n_burdens, figures, drawn })
    }

    /// The figures of an input as they might have been.
    fn figures_of(&self, input: usize, numbers: &Numbers) -> Figures {
        let errors = &self.ground.errors[input];
        let drawn = |factor: Factor| numbers.of(factor).filter(|_| self.active.contains(&factor));
        let still = [Factor::Sampling, Factor::Model, Factor::Rounding, Factor::Secrecy, Factor::Age];
        if still.into_iter().all(|factor| drawn(factor).is_none()) {
            return self.columns[input].clone();
        }
        let seed = self.ground.sure.seed;
        let one = |area: usize| {
            let row = |factor: Factor, draw: u32| row(seed, factor, input, area as u32, draw);
            let published = self.figures[input][area];
            let mut value = match (published, drawn(Factor::Secrecy)) {
                (Some(value), _) => value,
                (None, Some(draw)) if self.ground.taking_part[area] == TakesPart::Yes => {
                    return errors.secret.as_ref()?.drawn(area, &mut row(Factor::Secrecy, draw));
                }
                (None, _) => return None,
            };
            if let Some(draw) = drawn(Factor::Sampling) {
                value = errors.sampling.drawn(area, value, &mut row(Factor::Sampling, draw)).unwrap_or(value);
            }
            if let (Some(draw), Some(error)) = (drawn(Factor::Model), errors.model) {
                value += error * row(Factor::Model, draw).normal();
            }
            if let (Some(draw), true) = (drawn(Factor::Rounding), errors.half_width > 0.0) {
                value += errors.half_width * (2.0 * row(Factor::Rounding, draw).uniform() - 1.0);
            }
            if let (Some(draw), Some(age)) = (drawn(Factor::Age), errors.age) {
                value += age.per_year * age.years.max(0.0).sqrt() * row(Factor::Age, draw).normal();
            }
            let (low, high) = errors.can_lie.unwrap_or((f64::NEG_INFINITY, f64::INFINITY));
            Some(value.clamp(low, high))
        };
        (0..self.figures[input].len()).map(one).collect()
    }
}

/// Ranks of those that are known, 1 for the highest, and how many they are.
fn ranked(order: &[Option<f64>]) -> (Vec<Option<u32>>, usize) {
    let known: Vec<f64> = order.iter().copied().flatten().collect();
    let mut places = vec![0; known.len()];
    Ranker::new().lowest_places_into(&known, Order::HighestFirst, &mut places);
    let mut places = places.into_iter();
    let ranks = order.iter().map(|value| value.and_then(|_| places.next())).collect();
    (ranks, known.len())
}

impl InputErrors {
    /// The lengths of all its lists that are not left out.
    fn lengths(&self) -> impl Iterator<Item = usize> {
        let of_sampling = match &self.sampling {
            Sampling::NotStated => None,
            Sampling::Margins { margins, .. } => Some(margins.len()),
            Sampling::Share { of, .. } | Sampling::Events { of, .. } => Some(of.len()),
        };
        let of_secret = self.secret.iter().flat_map(|secret| [secret.at.len(), secret.of.len()]);
        of_secret.chain(of_sampling)
    }
}
