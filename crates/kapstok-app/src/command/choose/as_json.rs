// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! A choice as data, as `--json` prints it.

use std::collections::BTreeMap;

use kapstok_agenda::state::HandMade;
use kapstok_find::choose::{Coverage, Jump};
use serde::Serialize;

use crate::choose::dossier::rests_word;
use crate::choose::{Choice, CutOff, Solved};

/// A choice as data.
#[derive(Serialize)]
pub(super) struct AsJson<'a> {
    invented: bool,
    most_lies_outside: bool,
    /// Areas that are chosen, after changes by hand.
    chosen: Vec<&'a str>,
    /// What they add up to.
    objective: f64,
    /// What the rule alone chooses.
    by_rule: Other<'a>,
    bound: f64,
    gap: f64,
    reached: BTreeMap<&'a str, f64>,
    missed: BTreeMap<&'a str, f64>,
    not_burdened_inside: BTreeMap<&'a str, f64>,
    rests: BTreeMap<&'a str, &'static str>,
    own_choice: BTreeMap<&'a str, f64>,
    residents_inside: f64,
    residents: f64,
    municipalities: BTreeMap<&'a str, Place>,
    city: Option<Place>,
    rural: Option<Place>,
    /// Steps of protected traits; `null` where no single line divides the areas.
    cut_off: Option<BTreeMap<&'a str, Option<AtTheCut>>>,
    /// Chance of being in, per area that the rule may choose; `null` where no replications were asked.
    probability: Option<BTreeMap<&'a str, f64>>,
    /// How often was chosen again.
    replications: u32,
    /// In how many of these nothing fits the rule.
    replications_without_choice: u32,
    seed: u64,
    /// Choices within 2 % that differ in at least 5 % of residents.
    alternatives: Vec<Other<'a>>,
    /// The best choice of areas that need not hang together; `null` where they need not anyway.
    unconnected: Option<Other<'a>>,
    changes: Vec<Change<'a>>,
    /// Areas that the rule might choose, had they a figure for all that counts.
    without_figure: Vec<&'a str>,
    protocol_sha256: String,
}

/// Another choice as data.
#[derive(Serialize)]
struct Other<'a> {
    sets: Vec<Vec<&'a str>>,
    objective: f64,
    /// The part of the residents of it and of the choice by the rule that lives in only one of them.
    differs: f64,
    residents: f64,
}

/// A change by hand as data.
#[derive(Serialize)]
struct Change<'a> {
    area: &'a str,
    inside: bool,
    reason: Option<&'a str>,
    by: Option<&'a str>,
    day: String,
    event: u64,
}

/// Coverage of a part of the areas as data.
#[derive(Serialize)]
struct Place {
    reached: f64,
    missed: f64,
    residents_inside: f64,
    residents: f64,
    concentration: Option<f64>,
    most_lies_outside: bool,
}

/// The step of a trait at the cut-off as data.
#[derive(Serialize)]
struct AtTheCut {
    jump: f64,
    n_inside: usize,
    n_outside: usize,
    p: f64,
    q: f64,
}

impl From<&Jump> for AtTheCut {
    fn from(it: &Jump) -> Self {
        Self { jump: it.jump, n_inside: it.n_inside, n_outside: it.n_outside, p: it.p, q: it.q }
    }
}

impl From<&Coverage> for Place {
    fn from(it: &Coverage) -> Self {
        Self {
            reached: it.reached,
            missed: it.missed,
            residents_inside: it.residents_inside,
            residents: it.residents,
            concentration: it.concentration(),
            most_lies_outside: it.most_lies_outside(),
        }
    }
}

pub(super) fn as_json(choice: &Choice, invented: bool) -> AsJson<'_> {
    let domains = || choice.domains.iter().zip(&choice.coverage.domains);
    let (city, rural) = match &choice.city_and_rural {
        Some((city, rural)) => (Some(city.into()), Some(rural.into())),
        None => (None, None),
    };
    AsJson {
        invented,
        most_lies_outside: choice.coverage.most_lies_outside(),
        chosen: choice.chosen().iter().map(|area| choice.codes[*area].as_str()).collect(),
        objective: choice.objective(),
        by_rule: other(choice, &choice.by_rule),
        bound: choice.by_rule.bound,
        gap: choice.by_rule.gap(),
        reached: choice.people(true),
        missed: choice.people(false),
        not_burdened_inside: domains().map(|((id, _), it)| (id.as_str(), it.not_burdened_inside)).collect(),
        rests: choice.domains.iter().map(|(id, counted)| (id.as_str(), rests_word(counted.rests))).collect(),
        own_choice: choice.domains.iter().zip(&choice.own_choice).map(|((id, _), own)| (id.as_str(), *own)).collect(),
        residents_inside: choice.coverage.residents_inside,
        residents: choice.coverage.residents,
        municipalities: choice.municipalities.iter().map(|(name, it)| (name.as_str(), it.into())).collect(),
        city,
        rural,
        cut_off: match &choice.cut_off {
            CutOff::NoLine => None,
            CutOff::Line(traits) => {
                Some(traits.iter().map(|(id, jump)| (id.as_str(), jump.as_ref().map(AtTheCut::from))).collect())
            }
        },
        probability: choice.chances.as_ref().map(|chances| {
            let allowed =
                (0..choice.codes.len()).filter(|area| choice.allowed[*area] && choice.benefit[*area].is_some());
            allowed.map(|area| (choice.codes[area].as_str(), chances.of[area])).collect()
        }),
        replications: choice.chances.as_ref().map_or(0, |it| it.replications),
        replications_without_choice: choice.chances.as_ref().map_or(0, |it| it.n_without),
        seed: choice.seed,
        alternatives: choice.alternatives.iter().map(|(solved, _)| other(choice, solved)).collect(),
        unconnected: choice.unconnected.as_ref().map(|solved| other(choice, solved)),
        changes: choice.changes.iter().map(change).collect(),
        without_figure: choice.without_figure().map(|area| choice.codes[area].as_str()).collect(),
        protocol_sha256: choice.protocol_sha256(),
    }
}

fn other<'a>(choice: &'a Choice, solved: &Solved) -> Other<'a> {
    let codes = |set: &Vec<usize>| set.iter().map(|area| choice.codes[*area].as_str()).collect();
    let areas = solved.areas();
    let people = |area: &usize| choice.residents[*area].unwrap_or(0.0);
    Other {
        sets: solved.sets.iter().map(codes).collect(),
        objective: solved.objective,
        differs: kapstok_find::choose::differs(&choice.residents, &choice.by_rule.areas(), &areas),
        residents: areas.iter().map(people).fold(0.0, |sum, it| sum + it),
    }
}

fn change(it: &HandMade) -> Change<'_> {
    Change {
        area: &it.change.area,
        inside: it.change.inside,
        reason: it.change.reason.as_deref(),
        by: it.by.as_deref(),
        day: it.day.to_string(),
        event: it.seq,
    }
}
