// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What counts for a rule, per area, from what a build shows.
//!
//! In: a snapshot, the recipe of the rule, and one draw of its figures where that is asked. Out: burdened people per
//! domain, and what an area adds to the objective. **Invariant:** without a draw, every figure is one of the snapshot,
//! so the gate has passed it.

use kapstok_find::choose::{Counted, Protocol, What};
use kapstok_score::burdens::Burdened;
use kapstok_score::sure::Evaluation;
use kapstok_share::burdened::{Counting, Instead, ShareOfPeople};
use kapstok_share::manifest::RecipeEntry;
use kapstok_share::snapshot::{Level, RecipeScores, Snapshot};
use kapstok_table::{Place, Problem};

pub(super) use kapstok_share::burdened::Numbers;

/// What a choice is made from.
pub(super) struct Figures<'a> {
    pub(super) snapshot: &'a Snapshot,
    pub(super) level: &'a Level,
    pub(super) recipe: &'a RecipeEntry,
    pub(super) scores: &'a RecipeScores,
}

/// One draw of the figures of a recipe, and where its inputs stand in it.
#[derive(Clone, Copy)]
pub(super) struct Drawn<'a> {
    pub(super) evaluation: &'a Evaluation,
    /// Columns of the inputs, in the order of the draw.
    pub(super) columns: &'a [String],
    /// Ids of the domains, in the order of the draw.
    pub(super) domains: &'a [String],
}

impl Drawn<'_> {
    fn figures(&self, id: &str) -> Option<Numbers> {
        let position = self.columns.iter().position(|column| column == id)?;
        Some(self.evaluation.figures.get(position)?.to_vec())
    }

    /// Whether a draw of the method left a domain out, with the input that speaks for it.
    fn left_out(&self, domain: &str) -> bool {
        self.evaluation.drawn.left_out.is_some()
            && self.worst(domain).is_some_and(|areas| areas.iter().all(Option::is_none))
    }

    fn worst(&self, domain: &str) -> Option<Vec<Option<bool>>> {
        let position = self.domains.iter().position(|known| known == domain)?;
        let areas = self.evaluation.burdened.get(position)?.iter();
        let known = |it: &Burdened| match it {
            Burdened::Yes => Some(true),
            Burdened::No => Some(false),
            Burdened::Unknown => None,
        };
        Some(areas.map(known).collect())
    }
}

impl Figures<'_> {
    /// The domains that a rule counts, each with its burdened residents.
    pub(super) fn domains(&self, protocol: &Protocol, drawn: Option<Drawn<'_>>) -> Vec<(String, Counted)> {
        let named = |id: &&String| protocol.counts.domains.is_empty() || protocol.counts.domains.contains(id);
        let counts = |id: &&String| named(id) && !drawn.is_some_and(|drawn| drawn.left_out(id));
        self.recipe.domains.iter().filter(counts).map(|id| (id.clone(), self.domain(id, drawn))).collect()
    }

    /// Burdened residents of a domain of the recipe.
    fn domain(&self, id: &str, drawn: Option<Drawn<'_>>) -> Counted {
        let counting = self.counting();
        let figures = counting.lead(id).zip(drawn).and_then(|(lead, drawn)| drawn.figures(lead));
        counting.domain(id, Instead { figures, in_worst_part: drawn.and_then(|drawn| drawn.worst(id)) })
    }

    pub(super) fn counting(&self) -> Counting<'_> {
        let Self { snapshot, level, recipe, scores } = *self;
        Counting { snapshot, level, recipe, scores }
    }

    /// What an area adds to the objective of a rule.
    ///
    /// # Errors
    /// K0769 for an indicator that is no share of people whom the workspace counts.
    pub(super) fn benefit(
        &self,
        protocol: &Protocol,
        domains: &[(String, Counted)],
        drawn: Option<Drawn<'_>>,
    ) -> Result<Numbers, Problem> {
        let n_areas = self.level.len();
        let counts = &protocol.counts;
        match counts.what {
            // An area without a figure for one of the domains would stand behind others for no reason of its own.
            What::BurdenedResidents => {
                let sum = |area: usize| domains.iter().try_fold(0.0, |sum, (_, it)| Some(sum + it.people[area]?));
                Ok((0..n_areas).map(sum).collect())
            }
            What::ResidentsOfAreas => {
                let worst = |id: &String| {
                    drawn.and_then(|it| it.worst(id)).unwrap_or_else(|| self.counting().in_worst_part(id))
                };
                let flags: Vec<Vec<Option<bool>>> = domains.iter().map(|(id, _)| worst(id)).collect();
                let least = counts.min_burdens.unwrap_or(1);
                let people = |area: usize| {
                    let n_with = |what: Option<bool>| flags.iter().filter(|flag| flag[area] == what).count();
                    let (n_burdens, n_unknown) = (n_with(Some(true)), n_with(None));
                    let people = self.level.residents()[area]?;
                    match n_burdens >= least {
                        true => Some(people),
                        false => (n_burdens + n_unknown < least).then_some(0.0),
                    }
                };
                Ok((0..n_areas).map(people).collect())
            }
            What::Indicator => {
                let id = counts.indicator.as_deref().unwrap_or_default();
                let ShareOfPeople { share, people } = self
                    .counting()
                    .share_of_people(id, drawn.and_then(|drawn| drawn.figures(id)))
                    .ok_or_else(|| Problem::error("K0769", Place::default()).with("found", id))?;
                Ok(share.into_iter().zip(people).map(|(share, people)| Some(share? * people?)).collect())
            }
        }
    }
}

/// The municipality of each area of a level, and all municipalities by code and name. A municipality is its own.
pub(super) fn municipalities(snapshot: &Snapshot, level: &Level) -> (Vec<Option<usize>>, Vec<(String, String)>) {
    const LEVEL: &str = "municipality";
    let both = |of: &Level| of.codes().iter().cloned().zip(of.names().iter().cloned()).collect();
    if level.name() == LEVEL {
        return ((0..level.len()).map(Some).collect(), both(level));
    }
    let lies_in = level.lies_in().iter().find(|(position, _)| snapshot.levels()[*position].name() == LEVEL);
    let Some((position, lies_in)) = lies_in else { return (vec![None; level.len()], Vec::new()) };
    (lies_in.clone(), both(&snapshot.levels()[*position]))
}
