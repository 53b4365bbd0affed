// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! A protocol over the build of a workspace: figures in, areas out.
//!
//! In: the snapshot, so that nothing leaves that the gate holds back, and the text of a protocol. Out: [`Choice`]. Not
//! here: the arithmetic (`kapstok_find::choose`), the frozen dossier (`dossier.rs`), words (`command/choose`).

pub(crate) mod dossier;

use std::collections::BTreeMap;
use std::path::Path;

use kapstok_find::choose::{
    Candidates, Catalogue, Chosen, Connected, Counted, Coverage, DomainFigures, Jump, NotChosen, Protocol, What, best,
    burdened, coverage, jumps_at_the_cut, parse_protocol, per_domain,
};
use kapstok_share::manifest::RecipeEntry;
use kapstok_share::snapshot::{Level, RecipeScores, Snapshot, burden_title};
use kapstok_table::{Direction, IndicatorId, Place, Population, Problem, RebaseRule, Unit};

use crate::compute::read_recipes;
use crate::failure::Failure;
use crate::problems::Texts;
use crate::workspace::{Workspace, any_error, sha256_hex};

/// A number for each area of a level, where there is one.
type Numbers = Vec<Option<f64>>;

/// Areas on each side of the cut-off that are compared.
const NEAR_THE_CUT: usize = 25;
/// Orders that a step at the cut-off is held against.
const PERMUTATIONS: u32 = 999;

/// A choice, with all that it rests on. Lists over areas are `[n_areas]`, in the order of the level.
pub(crate) struct Choice {
    /// The rule.
    pub(crate) protocol: Protocol,
    /// Its text.
    pub(crate) text: String,
    /// SHA-256 of the recipe.
    pub(crate) recipe_sha256: String,
    /// Codes of the areas.
    pub(crate) codes: Vec<String>,
    /// Their names.
    pub(crate) names: Vec<String>,
    /// Residents.
    pub(crate) residents: Vec<Option<f64>>,
    /// Areas that the rule looks at.
    pub(crate) looked_at: Vec<bool>,
    /// Areas that it may choose.
    pub(crate) allowed: Vec<bool>,
    /// What counts, per area.
    pub(crate) benefit: Vec<Option<f64>>,
    /// Domains, each with its burdened residents.
    pub(crate) domains: Vec<(String, Counted)>,
    /// The chosen areas.
    pub(crate) chosen: Chosen,
    /// Whom they reach.
    pub(crate) coverage: Coverage,
    /// What each domain reaches with a choice of its own, in the order of the domains.
    pub(crate) own_choice: Vec<f64>,
    /// The same for each municipality that the rule looks at, by name.
    pub(crate) municipalities: Vec<(String, Coverage)>,
    /// Cities and all others, where the rule says which are cities.
    pub(crate) city_and_rural: Option<(Coverage, Coverage)>,
    /// Per protected trait that the build has, its step at the cut-off; `None` with too few areas.
    pub(crate) cut_off: Vec<(String, Option<Jump>)>,
    /// Doubts that do not stop a choice.
    pub(crate) doubts: Vec<Problem>,
}

/// Reads the protocol and chooses.
///
/// # Errors
/// [`Failure::Problems`] when the protocol has errors or nothing fits it.
pub(crate) fn choose(dir: &Path, snapshot: &Snapshot, path: &Path) -> Result<(Choice, Texts), Failure> {
    let text = std::fs::read_to_string(path).map_err(|error| Failure::io(path, error))?;
    let file = path.display().to_string();
    let (mut workspace, _) = Workspace::open(dir)?;
    let catalogue = catalogue(&mut workspace, snapshot)?;
    let (protocol, mut problems) = parse_protocol(&file, &text, &catalogue);
    let texts = Texts::from([(file.clone(), text.clone())]);
    let place = || Place::file(&file);
    if protocol.as_ref().is_some_and(|it| it.budget.connected == Connected::Yes) {
        problems.push(Problem::error("K0768", place()));
    }
    let fail = |problems| Failure::Problems { problems, texts: texts.clone() };
    let Some(protocol) = protocol.filter(|_| !any_error(&problems)) else { return Err(fail(problems)) };
    let level = snapshot.level(&protocol.level);
    let scores = level.and_then(|level| snapshot.recipes(level).find(|(recipe, _)| recipe.id == protocol.recipe));
    let Some((level, (recipe, scores))) = level.zip(scores) else {
        let problem = Problem::error("K0753", place()).with("found", &protocol.recipe).with("nearest", "-");
        return Err(fail(vec![problem]));
    };
    let figures = Figures { workspace: &workspace, snapshot, level, recipe, scores };
    let doubts = problems;
    match figures.choice(protocol, text, doubts) {
        Ok(choice) => Ok((choice, texts)),
        Err(problem) => Err(fail(vec![Problem { place: place(), ..problem }])),
    }
}

/// What a protocol may name.
fn catalogue(workspace: &mut Workspace, snapshot: &Snapshot) -> Result<Catalogue, Failure> {
    let mut catalogue = Catalogue::default();
    for recipe in read_recipes(workspace, &mut Vec::new())? {
        let head = &recipe.recipe.head;
        let burdens = head.burdens.iter().flat_map(|burdens| &burdens.domain);
        let lead = |name: &String| {
            let input = head.input.iter().find(|input| input.name == *name);
            input.map_or_else(|| name.clone(), |input| input.column().to_owned())
        };
        let leads = burdens.clone().map(|domain| domain.lead.as_ref().map(lead).unwrap_or_default());
        catalogue.leads.insert(head.id.clone(), leads.collect());
        let domains = burdens.map(|domain| domain.id.clone()).collect();
        catalogue.recipes.insert(head.id.clone(), (head.level.clone(), domains, head.reproduces.is_some()));
    }
    for it in &snapshot.manifest().indicators {
        catalogue.indicators.insert(it.id.clone(), (it.protected.clone(), it.modelled_from.clone()));
    }
    for level in snapshot.levels() {
        catalogue.areas.insert(level.name().to_owned(), level.codes().to_vec());
        if level.name() == "municipality" {
            catalogue.municipalities.extend(level.codes().iter().chain(level.names()).cloned());
        }
    }
    Ok(catalogue)
}

struct Figures<'a> {
    workspace: &'a Workspace,
    snapshot: &'a Snapshot,
    level: &'a Level,
    recipe: &'a RecipeEntry,
    scores: &'a RecipeScores,
}

impl Figures<'_> {
    fn choice(&self, protocol: Protocol, text: String, doubts: Vec<Problem>) -> Result<Choice, Problem> {
        let level = self.level;
        let n_areas = level.len();
        let residents = level.residents().to_vec();
        let named = |id: &&String| protocol.counts.domains.is_empty() || protocol.counts.domains.contains(id);
        let domains: Vec<(String, Counted)> =
            self.recipe.domains.iter().filter(named).map(|id| (id.clone(), self.domain(id))).collect();
        let (municipality, municipalities) = self.municipalities();
        let is_in = |list: &[String], area: usize| {
            municipality[area].is_some_and(|at| {
                let (code, name) = &municipalities[at];
                list.contains(code) || list.contains(name)
            })
        };
        let looked_at: Vec<bool> =
            (0..n_areas).map(|area| protocol.areas.within.is_empty() || is_in(&protocol.areas.within, area)).collect();
        let benefit = self.benefit(&protocol, &domains)?;
        let ruled = |list: &[kapstok_find::choose::RuledArea], area: usize| {
            list.iter().any(|ruled| ruled.area == level.codes()[area])
        };
        let fits = |people: f64| {
            protocol.areas.floor.is_none_or(|floor| people >= floor)
                && protocol.areas.ceiling.is_none_or(|ceiling| people <= ceiling)
        };
        let allowed: Vec<bool> = (0..n_areas)
            .map(|area| looked_at[area] && residents[area].is_some_and(fits) && !ruled(&protocol.must_be_out, area))
            .collect();
        let must_be_in: Vec<bool> = (0..n_areas).map(|area| ruled(&protocol.must_be_in, area)).collect();
        // Areas of no municipality are each other's strangers.
        let group: Vec<usize> =
            municipality.iter().enumerate().map(|(area, at)| at.unwrap_or(municipalities.len() + area)).collect();
        let candidates = Candidates {
            benefit: &benefit,
            residents: &residents,
            allowed: &allowed,
            must_be_in: &must_be_in,
            municipality: &group,
            max_areas: protocol.budget.areas,
            max_residents: protocol.budget.residents,
            max_per_municipality: protocol.spread.at_most_per_municipality,
        };
        let chosen = best(&candidates).map_err(does_not_fit)?;
        let inside = flags(&chosen, n_areas);
        let people: Vec<&[Option<f64>]> = domains.iter().map(|(_, counted)| counted.people.as_slice()).collect();
        let own = |benefit: &[Option<f64>]| {
            Ok(flags(&best(&Candidates { benefit, ..candidates.clone() }).map_err(does_not_fit)?, n_areas))
        };
        let own_choice = per_domain(&people, own, &looked_at)?;
        let of = |within: Vec<bool>| coverage(&people, &residents, &within, &inside);
        let only = |keep: &dyn Fn(usize) -> bool| (0..n_areas).map(|area| looked_at[area] && keep(area)).collect();
        let per_municipality = municipalities.iter().enumerate().filter_map(|(at, (_, name))| {
            let within: Vec<bool> = only(&|area| municipality[area] == Some(at));
            within.contains(&true).then(|| (name.clone(), of(within)))
        });
        let per_municipality = per_municipality.collect();
        let cut_off = self.cut_off(&benefit, &allowed, &inside, protocol.seed);
        let is_city = |area: usize| is_in(&protocol.cities, area);
        let city_and_rural =
            (!protocol.cities.is_empty()).then(|| (of(only(&is_city)), of(only(&|area| !is_city(area)))));
        Ok(Choice {
            coverage: of(looked_at.clone()),
            recipe_sha256: self.recipe.sha256.clone(),
            codes: level.codes().to_vec(),
            names: level.names().to_vec(),
            municipalities: per_municipality,
            city_and_rural,
            own_choice,
            cut_off,
            protocol,
            text,
            residents,
            looked_at,
            allowed,
            benefit,
            domains,
            chosen,
            doubts,
        })
    }

    /// Steps of protected traits at the cut-off, among areas that the rule allows.
    fn cut_off(
        &self,
        benefit: &[Option<f64>],
        allowed: &[bool],
        inside: &[bool],
        seed: u64,
    ) -> Vec<(String, Option<Jump>)> {
        let score: Vec<Option<f64>> =
            benefit.iter().zip(allowed).map(|(benefit, allowed)| benefit.filter(|_| *allowed)).collect();
        let protected = self.snapshot.manifest().indicators.iter().filter(|it| it.protected.is_some());
        let traits: Vec<(String, Vec<Option<f64>>)> =
            protected.filter_map(|it| Some((it.id.clone(), self.values(&it.id, None)?))).collect();
        let values: Vec<&[Option<f64>]> = traits.iter().map(|(_, values)| values.as_slice()).collect();
        let jumps = jumps_at_the_cut(&score, inside, &values, NEAR_THE_CUT, PERMUTATIONS, seed);
        traits.into_iter().map(|(id, _)| id).zip(jumps).collect()
    }

    /// The municipality of each area, and all municipalities by code and name.
    fn municipalities(&self) -> (Vec<Option<usize>>, Vec<(String, String)>) {
        let is_municipality = |position: usize| self.snapshot.levels()[position].name() == "municipality";
        let lies_in = self.level.lies_in().iter().find(|(position, _)| is_municipality(*position));
        let Some((position, lies_in)) = lies_in else { return (vec![None; self.level.len()], Vec::new()) };
        let above = &self.snapshot.levels()[*position];
        let both = above.codes().iter().cloned().zip(above.names().iter().cloned());
        (lies_in.clone(), both.collect())
    }

    /// Burdened residents of a domain of the recipe.
    fn domain(&self, id: &str) -> Counted {
        let worst = self.scores.numbers(&burden_title(id)).unwrap_or_default();
        let worst: Vec<Option<bool>> =
            (0..self.level.len()).map(|area| worst.get(area).copied().flatten().map(|it| it == 1.0)).collect();
        let position = self.recipe.domains.iter().position(|known| known == id);
        let lead = position.and_then(|position| self.recipe.leads.get(position)).filter(|lead| !lead.is_empty());
        let people = lead.and_then(|lead| self.share_and_people(lead));
        burdened(DomainFigures {
            share: people.as_ref().map(|(share, _)| share.as_slice()),
            population: people.as_ref().map(|(_, people)| people.as_slice()),
            residents: self.level.residents(),
            in_worst_part: &worst,
        })
    }

    /// The burdened share of an indicator and the number of people that it is a share of; `None` where it is no share
    /// of people, or the workspace does not count these people.
    fn share_and_people(&self, id: &str) -> Option<(Numbers, Numbers)> {
        let indicator = self.workspace.indicators.get(&IndicatorId::new(id)?)?;
        let factor = indicator.unit.share_factor()?;
        let people = match indicator.population.as_ref()? {
            Population::Residents => self.level.residents().to_vec(),
            Population::Households | Population::Dwellings => return None,
            Population::Adults | Population::Children | Population::Other(_) => {
                // The count that the workspace says this share is a part of.
                let RebaseRule::WeightedBy(count) = &indicator.rebase else { return None };
                let count = self.workspace.indicators.get(count).filter(|it| it.unit == Unit::Count)?;
                self.values(count.id.as_str(), None)?
            }
        };
        let period = self.recipe.inputs.iter().find(|(name, _)| name == id).map(|(_, period)| period.as_str());
        let turn = |value: f64| match indicator.direction {
            Direction::HigherIsBetter => 1.0 - value * factor,
            Direction::HigherIsWorse | Direction::Neither => value * factor,
        };
        let share = self.values(id, period)?.into_iter().map(|value| value.map(turn)).collect();
        Some((share, people))
    }

    fn values(&self, id: &str, period: Option<&str>) -> Option<Vec<Option<f64>>> {
        let (_, column) = self.snapshot.column(self.level, id, period)?;
        Some((0..self.level.len()).map(|area| column.value(area)).collect())
    }

    /// What counts, per area.
    fn benefit(&self, protocol: &Protocol, domains: &[(String, Counted)]) -> Result<Vec<Option<f64>>, Problem> {
        let n_areas = self.level.len();
        let counts = &protocol.counts;
        match counts.what {
            What::BurdenedResidents => {
                let sum = |area: usize| {
                    let mut known = domains.iter().filter_map(|(_, counted)| counted.people[area]).peekable();
                    known.peek().is_some().then(|| known.sum())
                };
                Ok((0..n_areas).map(sum).collect())
            }
            What::ResidentsOfAreas => {
                let flags: Vec<&[Option<f64>]> =
                    domains.iter().filter_map(|(id, _)| self.scores.numbers(&burden_title(id))).collect();
                let least = counts.min_burdens.unwrap_or(1);
                let people = |area: usize| {
                    let n_burdens = flags.iter().filter(|flag| flag[area] == Some(1.0)).count();
                    let people = self.level.residents()[area]?;
                    Some(if n_burdens >= least { people } else { 0.0 })
                };
                Ok((0..n_areas).map(people).collect())
            }
            What::Indicator => {
                let id = counts.indicator.as_deref().unwrap_or_default();
                let (share, people) = self
                    .share_and_people(id)
                    .ok_or_else(|| Problem::error("K0769", Place::default()).with("found", id))?;
                Ok(share.into_iter().zip(people).map(|(share, people)| Some(share? * people?)).collect())
            }
        }
    }
}

fn flags(chosen: &Chosen, n_areas: usize) -> Vec<bool> {
    let mut flags = vec![false; n_areas];
    for area in &chosen.areas {
        flags[*area] = true;
    }
    flags
}

fn does_not_fit(why: NotChosen) -> Problem {
    let rule = match why {
        NotChosen::TooManyMustBeIn => "budget.areas",
        NotChosen::MustBeInTooLarge => "budget.residents",
        NotChosen::MustBeInOneMunicipality => "spread.at_most_per_municipality",
        NotChosen::MustBeInUnknown => "in",
    };
    Problem::error("K0770", Place::default()).with("rule", rule)
}

impl Choice {
    /// SHA-256 of the protocol's text.
    pub(crate) fn protocol_sha256(&self) -> String {
        sha256_hex(self.text.as_bytes())
    }

    /// Burdened people of each domain inside (or outside) the chosen areas.
    pub(crate) fn people(&self, inside: bool) -> BTreeMap<&str, f64> {
        let both = self.domains.iter().zip(&self.coverage.domains);
        both.map(|((id, _), it)| (id.as_str(), if inside { it.reached } else { it.missed })).collect()
    }
}
