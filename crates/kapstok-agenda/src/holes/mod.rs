// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! **The holes**: what comes together in an area and nobody works on, and what was agreed and hangs in the air.
//!
//! In: a [`State`] and [`Facts`], the code of an area. Out: [`Hole`]s, by kind and then by name. Invariant: a hole is a
//! statement about what is written down, never about how well somebody works; each kind has one rule, which stands beside
//! it. Not here: sentences (`text/`).

mod doubled;
mod kinds;

use std::collections::BTreeMap;

pub use kinds::{HoleKind, Why};

use crate::entry::{Entry, Id, Noun, Value};
use crate::facts::{Facts, Kind};
use crate::state::State;

/// Something that is missing.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Hole {
    /// What is missing.
    pub kind: HoleKind,
    /// The things that it is about, the one that lacks something first.
    pub about: Vec<Id>,
    /// The domain, where it is about figures and no thing stands for it yet.
    pub domain: Option<String>,
    /// What exactly was found.
    pub why: Why,
}

impl Hole {
    /// The first thing of a kind that it is about.
    pub fn first(&self, noun: Noun) -> Option<Id> {
        self.about.iter().copied().find(|id| id.noun() == noun)
    }
}

/// The agenda of one area, looked at from its burdens and links.
struct Area<'a> {
    state: &'a State,
    facts: &'a Facts,
    code: &'a str,
    actions: Vec<&'a Entry>,
    capacities: Vec<&'a Entry>,
    targets: Vec<&'a Entry>,
    confirmations: Vec<&'a Entry>,
}

/// All holes of an area.
pub fn holes(state: &State, facts: &Facts, area: &str) -> Vec<Hole> {
    let here = |noun| state.of_area(noun, area).collect::<Vec<_>>();
    let actions = here(Noun::Action);
    let is_here = |it: &&Entry| it.one("action").is_some_and(|id| actions.iter().any(|action| action.id() == id));
    let seen = Area {
        state,
        facts,
        code: area,
        capacities: here(Noun::Capacity).into_iter().filter(|it| has_amount(it)).collect(),
        targets: here(Noun::Target),
        confirmations: state.all(Noun::Confirmation).filter(is_here).collect(),
        actions,
    };
    let mut holes = Vec::new();
    seen.burdens(&mut holes);
    seen.links(&mut holes);
    for action in &seen.actions {
        seen.action(action, &mut holes);
    }
    doubled::find(&seen.actions, &mut holes);
    seen.targets(&mut holes);
    seen.money(&mut holes);
    seen.promises(&mut holes);
    seen.replies(&mut holes);
    holes.sort();
    holes
}

/// Promises that reached no area: holes of no area's agenda, and of the workspace.
pub fn promises_without_area(state: &State) -> Vec<Hole> {
    let nowhere = state.all(Noun::Promise).filter(|promise| promise.areas().next().is_none());
    nowhere.map(|promise| hole(HoleKind::PromiseWithoutArea, &[promise.id()], Why::Nothing)).collect()
}

/// How many holes there are of each kind, kinds without any left out.
pub fn counts(holes: &[Hole]) -> BTreeMap<HoleKind, usize> {
    let mut counts = BTreeMap::new();
    for hole in holes {
        *counts.entry(hole.kind).or_default() += 1;
    }
    counts
}

/// Whether a line of money says of any amount that it is there, or that it is not known how much.
fn has_amount(capacity: &Entry) -> bool {
    let is_some = |value: &Value| !matches!(value, Value::Whole(0));
    ["euros", "posts"].into_iter().filter_map(|field| capacity.value(field)).any(is_some)
}

fn hole(kind: HoleKind, about: &[Id], why: Why) -> Hole {
    Hole { kind, about: about.to_vec(), domain: None, why }
}

impl<'a> Area<'a> {
    fn works_on(&self, id: Id) -> impl Iterator<Item = &'a Entry> {
        self.actions.iter().copied().filter(move |action| action.many("works_on").contains(&id))
    }

    fn burdens(&self, holes: &mut Vec<Hole>) {
        let all: Vec<&Entry> = self.state.of_area(Noun::Burden, self.code).collect();
        let links: Vec<&Entry> = self.state.of_area(Noun::Link, self.code).collect();
        for burden in &all {
            let id = burden.id();
            let touches = |link: &&&Entry| link.one("from") == Some(id) || link.one("to") == Some(id);
            let mut worked_on = std::iter::once(id).chain(links.iter().filter(touches).map(|link| link.id()));
            let is_strength = burden.word("side") == Some("strength");
            match is_strength {
                true if self.works_on(id).next().is_none() => {
                    holes.push(hole(HoleKind::StrengthUnused, &[id], Why::Nothing))
                }
                false if worked_on.all(|id| self.works_on(id).next().is_none()) => {
                    holes.push(hole(HoleKind::BurdenWithoutAction, &[id], Why::Nothing));
                }
                _ => {}
            }
        }
        let named = |domain: &&String| {
            !all.iter().any(|burden| {
                burden.word("side") == Some("burden") && self.domains_of(burden).contains(&domain.as_str())
            })
        };
        let burdened = self.facts.burdened_domains.get(self.code).map_or(&[][..], Vec::as_slice);
        for domain in burdened.iter().filter(named) {
            let unnamed = hole(HoleKind::BurdenNotNamed, &[], Why::Nothing);
            holes.push(Hole { domain: Some(domain.clone()), ..unnamed });
        }
    }

    /// The domain of a burden: its own, and that of its indicator.
    fn domains_of(&self, burden: &'a Entry) -> Vec<&'a str> {
        let indicator = burden.word("indicator").and_then(|id| self.facts.indicators.get(id));
        burden.word("domain").into_iter().chain(indicator.map(|it| it.domain.as_str())).collect()
    }

    fn links(&self, holes: &mut Vec<Hole>) {
        for link in self.state.of_area(Noun::Link, self.code) {
            let id = link.id();
            let on_link: Vec<&Entry> = self.works_on(id).collect();
            if on_link.is_empty() {
                holes.push(hole(HoleKind::LinkWithoutAction, &[id], Why::Nothing));
            }
            let (Some(from), Some(to)) = (link.one("from"), link.one("to")) else { continue };
            let (left, right) = (self.owners_on(from), self.owners_on(to));
            if left.is_empty() || right.is_empty() || left.iter().any(|owner| right.contains(owner)) {
                continue;
            }
            let both_ends = |action: &&&Entry| {
                let works_on = action.many("works_on");
                works_on.contains(&id) || (works_on.contains(&from) && works_on.contains(&to))
            };
            let is_joint = |action: &Entry| {
                let part: Vec<Id> = organisations(action).collect();
                left.iter().any(|owner| part.contains(owner)) && right.iter().any(|owner| part.contains(owner))
            };
            if !self.actions.iter().filter(both_ends).any(|action| is_joint(action)) {
                let about: Vec<Id> = [id, from, to].into_iter().chain(left).chain(right).collect();
                holes.push(hole(HoleKind::LinkOwnersApart, &about, Why::Nothing));
            }
        }
    }

    /// Owners of all actions on a burden, by name.
    fn owners_on(&self, burden: Id) -> Vec<Id> {
        let mut owners: Vec<Id> = self.works_on(burden).flat_map(|action| action.many("owners").to_vec()).collect();
        owners.sort_unstable();
        owners.dedup();
        owners
    }

    fn action(&self, action: &'a Entry, holes: &mut Vec<Hole>) {
        let id = action.id();
        let mut missing = |kind, why| holes.push(hole(kind, &[id], why));
        let is_about = |it: &&&Entry| it.one("action") == Some(id);
        if action.many("works_on").iter().all(|id| self.state.get(*id).is_none()) {
            missing(HoleKind::ActionWithoutBurden, Why::Nothing);
        }
        if action.many("owners").iter().all(|id| self.state.get(*id).is_none()) {
            missing(HoleKind::ActionWithoutOwner, Why::Nothing);
        }
        if !self.capacities.iter().any(|it| is_about(&it)) {
            missing(HoleKind::ActionWithoutMoney, Why::Nothing);
        }
        let aims = |target: &&&Entry| {
            is_about(target) || target.one("burden").is_some_and(|burden| action.many("works_on").contains(&burden))
        };
        if !self.targets.iter().any(|it| aims(&it)) {
            missing(HoleKind::ActionWithoutTarget, Why::Nothing);
        }
        let fingerprint = action.fingerprint();
        for organisation in organisations(action).filter(|id| self.state.get(*id).is_some()) {
            let of = |it: &&&Entry| is_about(it) && it.one("organisation") == Some(organisation);
            let why = match self.confirmations.iter().filter(of).max_by_key(|it| it.id()) {
                None => Why::NotAsked,
                Some(answer) => match answer.word("answer") {
                    Some("refused") => Why::Refused,
                    Some("changed") => Why::ChangeAsked,
                    _ if answer.word("stands_for") != Some(&fingerprint) => Why::ChangedSince,
                    _ => continue,
                },
            };
            holes.push(hole(HoleKind::ActionNotConfirmed, &[id, organisation], why));
        }
    }

    fn targets(&self, holes: &mut Vec<Hole>) {
        for target in &self.targets {
            let about: Vec<Id> =
                std::iter::once(target.id()).chain(target.one("action")).chain(target.one("burden")).collect();
            let indicator = target.word("indicator");
            let why = match indicator.map(|id| self.facts.indicators.get(id)) {
                Some(Some(facts)) if facts.kind == Kind::Modelled => {
                    holes.push(hole(HoleKind::TargetOnModel, &about, Why::Nothing));
                    continue;
                }
                None => Why::NoIndicator,
                Some(None) => Why::UnknownIndicator,
                Some(Some(_)) if target.word("value").is_none() => Why::NoValue,
                Some(Some(_)) if target.word("deadline").is_none() => Why::NoDeadline,
                Some(Some(_)) => continue,
            };
            holes.push(hole(HoleKind::TargetNotMeasurable, &about, why));
        }
    }

    fn money(&self, holes: &mut Vec<Hole>) {
        let goes_nowhere = |it: &&&Entry| it.one("action").is_none_or(|id| self.state.get(id).is_none());
        for capacity in self.capacities.iter().filter(goes_nowhere) {
            let about: Vec<Id> = std::iter::once(capacity.id()).chain(capacity.one("source")).collect();
            holes.push(hole(HoleKind::MoneyWithoutAction, &about, Why::Nothing));
        }
    }

    fn promises(&self, holes: &mut Vec<Hole>) {
        for promise in self.state.of_area(Noun::Promise, self.code) {
            let id = promise.id();
            let serves = |it: &&&Entry| it.one("promise") == Some(id);
            let kept_by: Vec<Id> = self.actions.iter().filter(serves).map(|action| action.id()).collect();
            if kept_by.is_empty() {
                holes.push(hole(HoleKind::PromiseWithoutAction, &[id], Why::Nothing));
            }
            let pays = |it: &&Entry| {
                it.one("promise") == Some(id) || it.one("action").is_some_and(|action| kept_by.contains(&action))
            };
            if !self.capacities.iter().any(pays) {
                let why = if promise.value("named_money").is_some() { Why::OnlyNamed } else { Why::Nothing };
                holes.push(hole(HoleKind::PromiseWithoutMoney, &[id], why));
            }
        }
    }

    fn replies(&self, holes: &mut Vec<Hole>) {
        let open = self.state.of_area(Noun::Reply, self.code).filter(|reply| reply.value("answer").is_none());
        holes.extend(open.map(|reply| hole(HoleKind::ReplyWithoutAnswer, &[reply.id()], Why::Nothing)));
    }
}

/// Every organisation that has a part in an action, owners first, each once.
pub fn organisations(action: &Entry) -> impl Iterator<Item = Id> {
    let mut all: Vec<Id> = Vec::new();
    for id in ["owners", "partners", "funders"].into_iter().flat_map(|role| action.many(role)) {
        if !all.contains(id) {
            all.push(*id);
        }
    }
    all.into_iter()
}
