// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! A protocol over the build of a workspace: figures in, areas out.
//!
//! In: the snapshot, so that nothing leaves that the gate holds back, the text of a protocol, and changes by hand from
//! the log. Out: [`Choice`]. The way through: `figures.rs` says what counts, `rule.rs` chooses, `chances.rs` chooses again
//! with figures as they might have been, `hand.rs` holds the changes, `entry.rs` and `dossier.rs` keep it. Not here: the
//! arithmetic (`kapstok_find::choose`, `kapstok_space::connected`), words (`command/choose`).

mod chances;
pub(crate) mod dossier;
mod entry;
mod figures;
pub(crate) mod hand;
pub(crate) mod import;
mod rule;

use std::collections::BTreeMap;
use std::path::Path;

use kapstok_agenda::state::{HandMade, State};
use kapstok_find::choose::{
    Catalogue, Counted, Coverage, Cut, Jump, Protocol, RuledArea, coverage, jumps_at_the_cut, parse_protocol,
    per_domain,
};
use kapstok_share::snapshot::Snapshot;
use kapstok_space::SpatialWeights;
use kapstok_table::{Place, Problem};

use crate::agenda::Log;
use crate::build::store::Store;
use crate::compute::{WorkspaceRecipe, read_recipes};
use crate::failure::Failure;
use crate::problems::Texts;
use crate::progress::Progress;
use crate::workspace::{Workspace, any_error, sha256_hex};
pub(crate) use chances::Chances;
use figures::{Figures, municipalities};
pub(crate) use rule::Solved;
use rule::{Effort, Rule};

/// Areas on each side of the cut-off that are compared.
const NEAR_THE_CUT: usize = 25;
/// Orders that a step at the cut-off is held against.
const PERMUTATIONS: u32 = 999;

/// What a choice is made in.
pub(crate) struct Ground<'a> {
    pub(crate) workspace: &'a Workspace,
    pub(crate) recipes: &'a [WorkspaceRecipe],
    pub(crate) store: &'a Store,
    pub(crate) snapshot: &'a Snapshot,
    /// What is agreed, with the changes by hand.
    pub(crate) state: &'a State,
}

/// What is asked in place of what the rule says.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Asked {
    pub(crate) seed: Option<u64>,
    pub(crate) replications: Option<u32>,
}

/// A choice, with all that it rests on. Lists over areas are `[n_areas]`, in the order of the level.
pub(crate) struct Choice {
    /// The rule.
    pub(crate) protocol: Protocol,
    /// Its text.
    pub(crate) text: String,
    /// Where every draw started.
    pub(crate) seed: u64,
    /// The head of the log whose changes it holds; empty where no log was read.
    pub(crate) log_head: String,
    /// SHA-256 of the recipe.
    pub(crate) recipe_sha256: String,
    /// Codes of the areas.
    pub(crate) codes: Vec<String>,
    /// Their names.
    pub(crate) names: Vec<String>,
    /// Code of their municipality; empty where none is known.
    pub(crate) within: Vec<String>,
    /// Residents.
    pub(crate) residents: Vec<Option<f64>>,
    /// Who touches whom, where the level has a map.
    pub(crate) touches: Option<SpatialWeights>,
    /// Areas that the rule looks at.
    pub(crate) looked_at: Vec<bool>,
    /// Areas that it may choose.
    pub(crate) allowed: Vec<bool>,
    /// What counts, per area.
    pub(crate) benefit: Vec<Option<f64>>,
    /// Domains, each with its burdened residents.
    pub(crate) domains: Vec<(String, Counted)>,
    /// What the rule chooses.
    pub(crate) by_rule: Solved,
    /// Changes by hand, oldest first.
    pub(crate) changes: Vec<HandMade>,
    /// Areas that are chosen, after those changes.
    pub(crate) inside: Vec<bool>,
    /// Whom they reach.
    pub(crate) coverage: Coverage,
    /// Whom the rule alone would reach.
    pub(crate) coverage_by_rule: Coverage,
    /// What each domain reaches with a choice of its own, in the order of the domains.
    pub(crate) own_choice: Vec<f64>,
    /// The best choice of areas that need not hang together; `None` where they need not anyway.
    pub(crate) unconnected: Option<Solved>,
    /// Choices that do nearly as well, each with the part of the residents that differs.
    pub(crate) alternatives: Vec<(Solved, f64)>,
    /// How often each area is chosen when figures are as they might have been.
    pub(crate) chances: Option<Chances>,
    /// The same for each municipality that the rule looks at, by name.
    pub(crate) municipalities: Vec<(String, Coverage)>,
    /// Cities and all others, where the rule says which are cities.
    pub(crate) city_and_rural: Option<(Coverage, Coverage)>,
    /// Steps of protected traits at the cut-off.
    pub(crate) cut_off: CutOff,
    /// Doubts that do not stop a choice.
    pub(crate) doubts: Vec<Problem>,
}

/// What can be said of protected traits at the cut-off.
pub(crate) enum CutOff {
    /// No single line divides the areas: they hang together, or municipalities have a number of their own.
    NoLine,
    /// Per trait that the build has, its step; `None` with too few areas.
    Line(Vec<(String, Option<Jump>)>),
}

impl CutOff {
    /// The traits, as far as there is a line.
    pub(crate) fn traits(&self) -> Option<&[(String, Option<Jump>)]> {
        match self {
            Self::NoLine => None,
            Self::Line(traits) => Some(traits),
        }
    }
}

/// Reads a protocol and chooses from the current build.
///
/// # Errors
/// [`Failure::Problems`] when the protocol has errors or nothing fits it.
pub(crate) fn choose(
    dir: &Path,
    snapshot: &Snapshot,
    path: &Path,
    asked: Asked,
    progress: &Progress<'_>,
) -> Result<(Choice, Texts), Failure> {
    let text = std::fs::read_to_string(path).map_err(|error| Failure::io(path, error))?;
    let file = path.display().to_string();
    let (mut workspace, _) = Workspace::open(dir)?;
    let recipes = read_recipes(&mut workspace, &mut Vec::new())?;
    let (store, log) = (Store::current(dir)?, Log::read(dir)?);
    let ground = Ground { workspace: &workspace, recipes: &recipes, store: &store, snapshot, state: &log.state };
    let texts = Texts::from([(file.clone(), text.clone())]);
    match choose_in(&ground, &file, text, asked, progress)? {
        Ok(choice) => Ok((Choice { log_head: log.head.position().hash.to_string(), ..choice }, texts)),
        Err(problems) => Err(Failure::Problems { problems, texts }),
    }
}

/// Chooses by the text of a protocol.
///
/// # Errors
/// [`Failure`] when the build cannot be read; what is wrong with the protocol, or what keeps it from choosing, inside.
pub(crate) fn choose_in(
    ground: &Ground<'_>,
    file: &str,
    text: String,
    asked: Asked,
    progress: &Progress<'_>,
) -> Result<Result<Choice, Vec<Problem>>, Failure> {
    let snapshot = ground.snapshot;
    let (protocol, problems) = parse_protocol(file, &text, &catalogue(ground.recipes, snapshot));
    let Some(protocol) = protocol.filter(|_| !any_error(&problems)) else { return Ok(Err(problems)) };
    let placed = |problem: Problem| match problem.place.file.is_empty() {
        true => Problem { place: Place::file(file), ..problem },
        false => problem,
    };
    let level = snapshot.level(&protocol.level);
    let scores = level.and_then(|level| snapshot.recipes(level).find(|(recipe, _)| recipe.id == protocol.recipe));
    let Some((level, (recipe, scores))) = level.zip(scores) else {
        let problem = Problem::error("K0753", Place::file(file)).with("found", &protocol.recipe).with("nearest", "-");
        return Ok(Err(vec![problem]));
    };
    let figures = Figures { snapshot, level, recipe, scores };
    let choosing = Choosing { ground, figures: &figures, asked, progress };
    let choice = choosing.choice(protocol, text, problems)?;
    Ok(choice.map_err(|problem| vec![placed(problem)]))
}

/// Reads a rule without choosing: the rule, and the SHA-256 of its text.
///
/// # Errors
/// [`Failure::Problems`] when it has errors.
pub(crate) fn rule_of(dir: &Path, snapshot: &Snapshot, path: &Path) -> Result<(Protocol, String), Failure> {
    let text = std::fs::read_to_string(path).map_err(|error| Failure::io(path, error))?;
    let file = path.display().to_string();
    let (mut workspace, _) = Workspace::open(dir)?;
    let recipes = read_recipes(&mut workspace, &mut Vec::new())?;
    let (protocol, problems) = parse_protocol(&file, &text, &catalogue(&recipes, snapshot));
    let sha256 = sha256_hex(text.as_bytes());
    match protocol.filter(|_| !any_error(&problems)) {
        Some(protocol) => Ok((protocol, sha256)),
        None => Err(Failure::Problems { problems, texts: Texts::from([(file, text)]) }),
    }
}

/// Whether a rule looks at an area of its level.
pub(crate) fn looks_at(snapshot: &Snapshot, protocol: &Protocol, area: usize) -> bool {
    let level = snapshot.level(&protocol.level);
    let looked_at = level.map(|level| Places::of(municipalities(snapshot, level), protocol).looked_at);
    looked_at.is_some_and(|looked_at| looked_at.get(area).copied().unwrap_or(false))
}

/// What a protocol may name.
fn catalogue(recipes: &[WorkspaceRecipe], snapshot: &Snapshot) -> Catalogue {
    let mut catalogue = Catalogue::default();
    for recipe in recipes {
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
            catalogue.codes_of.extend(level.names().iter().cloned().zip(level.codes().iter().cloned()));
        }
    }
    catalogue
}

/// The first error among problems.
fn first_of(problems: Vec<Problem>) -> Problem {
    let mut problems = problems;
    let at = problems.iter().position(|it| it.severity == kapstok_table::Severity::Error).unwrap_or(0);
    match problems.is_empty() {
        true => Problem::error("K0770", Place::default()).with("rule", "recipe"),
        false => problems.swap_remove(at),
    }
}

struct Choosing<'a> {
    ground: &'a Ground<'a>,
    figures: &'a Figures<'a>,
    asked: Asked,
    progress: &'a Progress<'a>,
}

impl Choosing<'_> {
    fn choice(
        &self,
        protocol: Protocol,
        text: String,
        mut doubts: Vec<Problem>,
    ) -> Result<Result<Choice, Problem>, Failure> {
        let figures = self.figures;
        let level = figures.level;
        let n_areas = level.len();
        let residents = level.residents().to_vec();
        let seed = self.asked.seed.unwrap_or(protocol.seed);
        let domains = figures.domains(&protocol, None);
        let benefit = match figures.benefit(&protocol, &domains, None) {
            Ok(benefit) => benefit,
            Err(problem) => return Ok(Err(problem)),
        };
        let places = Places::of(municipalities(figures.snapshot, level), &protocol);
        let ruled = |list: &[RuledArea], area: usize| list.iter().any(|it| it.area == level.codes()[area]);
        if let Some(outside) = (0..n_areas).find(|area| ruled(&protocol.must_be_in, *area) && !places.looked_at[*area])
        {
            let problem = Problem::error("K0777", Place::default()).with("found", &level.codes()[outside]);
            return Ok(Err(problem));
        }
        let is_connected = protocol.budget.connected == kapstok_find::choose::Connected::Yes;
        // Of connected sets, floor and ceiling are those of a set.
        let fits = |people: f64| {
            is_connected
                || (protocol.areas.floor.is_none_or(|floor| people >= floor)
                    && protocol.areas.ceiling.is_none_or(|ceiling| people <= ceiling))
        };
        let allowed: Vec<bool> = (0..n_areas)
            .map(|area| {
                places.looked_at[area] && residents[area].is_some_and(fits) && !ruled(&protocol.must_be_out, area)
            })
            .collect();
        let must_be_in: Vec<bool> = (0..n_areas).map(|area| ruled(&protocol.must_be_in, area)).collect();
        let touches = level.outlines().and_then(kapstok_share::snapshot::Outlines::contiguity);
        let touches = touches.map(|contiguity| SpatialWeights::from_contiguity(&contiguity));
        let rule = Rule {
            protocol: &protocol,
            residents: &residents,
            allowed: &allowed,
            must_be_in: &must_be_in,
            group: &places.group,
            groups_with: &places.groups_with,
            touches: touches.as_ref(),
        };
        let by_rule = match rule.best(&benefit, Effort::Full, seed) {
            Ok(solved) => solved,
            Err(problem) => return Ok(Err(problem)),
        };
        let people: Vec<&[Option<f64>]> = domains.iter().map(|(_, counted)| counted.people.as_slice()).collect();
        let flags = by_rule.flags(n_areas);
        // A short search: the choice itself fits as well, and is what remains where nothing better is found.
        let own = |benefit: &[Option<f64>]| {
            let sum = |flags: &[bool]| -> f64 {
                (0..n_areas).filter(|area| flags[*area]).filter_map(|area| benefit[area]).fold(0.0, |sum, it| sum + it)
            };
            let found = rule.best(benefit, Effort::Little, seed).ok().map(|it| it.flags(n_areas));
            Ok::<_, Problem>(found.filter(|found| sum(found) > sum(&flags)).unwrap_or_else(|| flags.clone()))
        };
        let own_choice = match per_domain(&people, own, &places.looked_at) {
            Ok(own_choice) => own_choice,
            Err(problem) => return Ok(Err(problem)),
        };
        let replications = self.asked.replications.unwrap_or(protocol.replications);
        let published = chances::Published { benefit: &benefit, solved: &by_rule };
        let chances = chances::chances(self.ground, figures, &rule, published, (replications, seed), self.progress)?;
        let chances = match chances {
            Ok(chances) => chances,
            Err(problem) => return Ok(Err(problem)),
        };
        let alternatives = rule.alternatives(&benefit, &by_rule, seed);
        let unconnected = is_connected.then(|| rule.unconnected(&benefit, &by_rule).ok()).flatten();
        let sha256 = sha256_hex(text.as_bytes());
        let changes: Vec<HandMade> = self.ground.state.hand_made(&protocol.id).cloned().collect();
        doubts.extend(hand::doubts(&changes, &sha256, level.codes(), |area| places.looked_at[area]));
        let may = |area: usize| residents[area].is_some() && places.looked_at[area];
        let inside = hand::applied(&flags, &changes, level.codes(), may);
        let of = |within: &[bool], inside: &[bool]| coverage(&people, &residents, within, inside);
        let only = |keep: &dyn Fn(usize) -> bool| -> Vec<bool> {
            (0..n_areas).map(|area| places.looked_at[area] && keep(area)).collect()
        };
        let per_municipality = places.municipalities.iter().enumerate().filter_map(|(at, (_, name))| {
            let within = only(&|area| places.municipality[area] == Some(at));
            within.contains(&true).then(|| (name.clone(), of(&within, &inside)))
        });
        let per_municipality = per_municipality.collect();
        let is_city = |area: usize| places.is_in(&protocol.cities, area);
        let city_and_rural = (!protocol.cities.is_empty())
            .then(|| (of(&only(&is_city), &inside), of(&only(&|area| !is_city(area)), &inside)));
        let cut_off = self.cut_off(&rule, &benefit, &by_rule, seed);
        let code_of = |at: &Option<usize>| at.map(|at| places.municipalities[at].0.clone()).unwrap_or_default();
        Ok(Ok(Choice {
            coverage: of(&places.looked_at, &inside),
            coverage_by_rule: of(&places.looked_at, &flags),
            recipe_sha256: figures.recipe.sha256.clone(),
            codes: level.codes().to_vec(),
            names: level.names().to_vec(),
            within: places.municipality.iter().map(code_of).collect(),
            municipalities: per_municipality,
            looked_at: places.looked_at,
            city_and_rural,
            own_choice,
            cut_off,
            unconnected,
            alternatives,
            chances,
            changes,
            inside,
            by_rule,
            seed,
            log_head: String::new(),
            protocol,
            text,
            residents,
            touches,
            allowed,
            benefit,
            domains,
            doubts,
        }))
    }

    /// Steps of protected traits at the cut-off, among areas that the rule allows.
    fn cut_off(&self, rule: &Rule<'_>, benefit: &[Option<f64>], by_rule: &Solved, seed: u64) -> CutOff {
        let spread = &rule.protocol.spread;
        let by_municipality = spread.at_most_per_municipality.is_some() || spread.at_least_per_municipality.is_some();
        let Some(price) = by_rule.price.filter(|_| !by_municipality) else { return CutOff::NoLine };
        let among = |area: usize| rule.allowed[area] && !rule.must_be_in[area];
        let score: Vec<Option<f64>> = (0..benefit.len())
            .map(|area| Some(benefit[area]? - price * rule.residents[area]?).filter(|_| among(area)))
            .collect();
        let per_resident: Vec<Option<f64>> = (0..benefit.len())
            .map(|area| Some(benefit[area]? / rule.residents[area].filter(|people| *people > 0.0)?))
            .collect();
        // Without a price nothing but the benefit was weighed.
        let both: [&[Option<f64>]; 2] = [rule.residents, &per_resident];
        let beside: &[&[Option<f64>]] = if price > 0.0 { &both } else { &[] };
        let inside = by_rule.flags(benefit.len());
        let cut = Cut { score: &score, beside, inside: &inside, window: NEAR_THE_CUT };
        let figures = self.figures;
        let protected = figures.snapshot.manifest().indicators.iter().filter(|it| it.protected.is_some());
        let traits: Vec<(String, Vec<Option<f64>>)> =
            protected.filter_map(|it| Some((it.id.clone(), figures.counting().figures(&it.id, None)?))).collect();
        let values: Vec<&[Option<f64>]> = traits.iter().map(|(_, values)| values.as_slice()).collect();
        let jumps = jumps_at_the_cut(cut, &values, PERMUTATIONS, seed);
        CutOff::Line(traits.into_iter().map(|(id, _)| id).zip(jumps).collect())
    }
}

/// Where areas lie, as far as a rule asks.
struct Places {
    municipality: Vec<Option<usize>>,
    /// All municipalities by code and name.
    municipalities: Vec<(String, String)>,
    /// Areas that the rule looks at.
    looked_at: Vec<bool>,
    /// Municipality as a number; areas of none are each other's strangers.
    group: Vec<usize>,
    /// Municipalities that the rule names.
    groups_with: Vec<usize>,
}

impl Places {
    fn of((municipality, municipalities): (Vec<Option<usize>>, Vec<(String, String)>), protocol: &Protocol) -> Self {
        let n = municipalities.len();
        let group = municipality.iter().enumerate().map(|(area, at)| at.unwrap_or(n + area)).collect();
        let named = |at: &usize| named(&protocol.areas.within, &municipalities[*at]);
        let groups_with: Vec<usize> = (0..n).filter(named).collect();
        let mut places = Self { municipality, municipalities, looked_at: Vec::new(), group, groups_with };
        let within = &protocol.areas.within;
        let is_looked_at = |area: usize| within.is_empty() || places.is_in(within, area);
        places.looked_at = (0..places.municipality.len()).map(is_looked_at).collect();
        places
    }

    fn is_in(&self, list: &[String], area: usize) -> bool {
        self.municipality[area].is_some_and(|at| named(list, &self.municipalities[at]))
    }
}

fn named(list: &[String], (code, name): &(String, String)) -> bool {
    list.contains(code) || list.contains(name)
}

impl Choice {
    /// SHA-256 of the protocol's text.
    pub(crate) fn protocol_sha256(&self) -> String {
        sha256_hex(self.text.as_bytes())
    }

    /// Whom any areas reach.
    pub(crate) fn coverage_of(&self, inside: &[bool]) -> Coverage {
        let people: Vec<&[Option<f64>]> = self.domains.iter().map(|(_, counted)| counted.people.as_slice()).collect();
        coverage(&people, &self.residents, &self.looked_at, inside)
    }

    /// Chosen areas, in the order of the level.
    pub(crate) fn chosen(&self) -> Vec<usize> {
        (0..self.inside.len()).filter(|area| self.inside[*area]).collect()
    }

    /// What the chosen areas add up to.
    pub(crate) fn objective(&self) -> f64 {
        self.chosen().iter().fold(0.0, |sum, area| sum + self.benefit[*area].unwrap_or(0.0))
    }

    /// Whether what is chosen is what the rule chooses.
    pub(crate) fn is_by_rule(&self) -> bool {
        self.inside == self.by_rule.flags(self.inside.len())
    }

    /// Areas that the rule might choose, had they a figure for all that counts.
    pub(crate) fn without_figure(&self) -> impl Iterator<Item = usize> {
        let ruled_in = |area: usize| self.protocol.must_be_in.iter().any(|it| it.area == self.codes[area]);
        (0..self.codes.len())
            .filter(move |area| (self.allowed[*area] || ruled_in(*area)) && self.benefit[*area].is_none())
    }

    /// Burdened people of each domain inside (or outside) the chosen areas.
    pub(crate) fn people(&self, inside: bool) -> BTreeMap<&str, f64> {
        let both = self.domains.iter().zip(&self.coverage.domains);
        both.map(|((id, _), it)| (id.as_str(), if inside { it.reached } else { it.missed })).collect()
    }
}
