// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The dossier of a choice: all that it rests on, frozen, so that anyone can see later that nothing was changed.
//!
//! In: a choice. Out: one line of JSON, and what is wrong with such a line. **Invariant:** a dossier counts only if it
//! is, to the byte, the line that we would write; people are whole thousandths, so that sums have one answer.

use std::collections::{BTreeMap, BTreeSet};

use kapstok_agenda::state::HandMade;
use kapstok_find::choose::{Jump, Rests};
use kapstok_share::manifest::Manifest;
use serde::{Deserialize, Serialize};

use super::Choice;
use crate::workspace::sha256_hex;

/// Version of the form.
const VERSION: u32 = 2;

/// A dossier as it lies on disk: keys in order of the alphabet.
#[derive(Debug, Deserialize, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Dossier {
    body: Body,
    /// SHA-256 of the body.
    pub(crate) sha256: String,
}

#[derive(Debug, Deserialize, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
struct Body {
    alternatives: Vec<Vec<String>>,
    bound_milli: u64,
    build: String,
    candidates: Vec<Candidate>,
    changes: Vec<Change>,
    chosen: Vec<String>,
    chosen_by_rule: Vec<Vec<String>>,
    /// Nothing where no single line divides the areas.
    cut_off: Option<BTreeMap<String, Option<AtTheCut>>>,
    data_hash: String,
    dossier: u32,
    invented: bool,
    /// Where the log stood whose changes it holds.
    log_head: String,
    missed_milli: BTreeMap<String, u64>,
    objective_milli: u64,
    protocol: String,
    protocol_sha256: String,
    reached_milli: BTreeMap<String, u64>,
    recipe_sha256: String,
    replications: u32,
    rests: BTreeMap<String, String>,
    seed: u64,
}

/// A change by hand, as the log has it.
#[derive(Debug, Deserialize, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
struct Change {
    area: String,
    by: Option<String>,
    day: String,
    event: u64,
    inside: bool,
    reason: Option<String>,
    rule: String,
}

/// The step of a trait at the cut-off, in thousandths.
#[derive(Debug, Deserialize, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
struct AtTheCut {
    jump_milli: i64,
    q_milli: u64,
}

#[derive(Debug, Deserialize, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
struct Candidate {
    allowed: bool,
    area: String,
    /// Chance of being in, in thousandths.
    chance_milli: Option<u64>,
    counts_milli: Option<u64>,
    people_milli: BTreeMap<String, Option<u64>>,
    residents_milli: Option<u64>,
}

/// What is wrong with a dossier.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    /// It is no dossier, or not the line that we would write.
    Form,
    /// The body is not what its hash says.
    Hash,
    /// The rule is not what its hash says.
    Protocol,
    /// Reached and missed do not follow from the figures in it.
    Sums,
}

impl Fault {
    /// Its word in the text files.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Form => "form",
            Self::Hash => "hash",
            Self::Protocol => "protocol",
            Self::Sums => "sums",
        }
    }
}

fn milli(people: f64) -> u64 {
    (people * 1000.0).round() as u64
}

fn change(it: &HandMade) -> Change {
    Change {
        area: it.change.area.clone(),
        by: it.by.clone(),
        day: it.day.to_string(),
        event: it.seq,
        inside: it.change.inside,
        reason: it.change.reason.clone(),
        rule: it.change.rule.clone(),
    }
}

fn at_the_cut((id, jump): &(String, Option<Jump>)) -> (String, Option<AtTheCut>) {
    let kept = |it: &Jump| AtTheCut { jump_milli: (it.jump * 1000.0).round() as i64, q_milli: milli(it.q) };
    (id.clone(), jump.as_ref().map(kept))
}

impl Dossier {
    /// Freezes a choice.
    pub(crate) fn of(choice: &Choice, build: &str, manifest: &Manifest) -> Result<Self, serde_json::Error> {
        let candidate = |area: usize| Candidate {
            allowed: choice.allowed[area],
            area: choice.codes[area].clone(),
            chance_milli: choice
                .chances
                .as_ref()
                .filter(|_| choice.benefit[area].is_some())
                .map(|it| milli(it.of[area])),
            counts_milli: choice.benefit[area].map(milli),
            people_milli: choice
                .domains
                .iter()
                .map(|(id, counted)| (id.clone(), counted.people[area].map(milli)))
                .collect(),
            residents_milli: choice.residents[area].map(milli),
        };
        let candidates: Vec<Candidate> =
            (0..choice.codes.len()).filter(|area| choice.looked_at[*area]).map(candidate).collect();
        let code = |area: &usize| choice.codes[*area].clone();
        let chosen: Vec<String> = choice.chosen().iter().map(code).collect();
        let rests = choice.domains.iter().map(|(id, counted)| (id.clone(), rests_word(counted.rests).to_owned()));
        let (reached_milli, missed_milli) = sums(&candidates, &chosen).unwrap_or_default();
        let body = Body {
            alternatives: choice
                .alternatives
                .iter()
                .map(|(other, _)| other.areas().iter().map(code).collect())
                .collect(),
            bound_milli: milli(choice.by_rule.bound),
            build: build.to_owned(),
            candidates,
            changes: choice.changes.iter().map(change).collect(),
            chosen,
            chosen_by_rule: choice.by_rule.sets.iter().map(|set| set.iter().map(code).collect()).collect(),
            cut_off: choice.cut_off.traits().map(|traits| traits.iter().map(at_the_cut).collect()),
            data_hash: manifest.data_hash.clone(),
            dossier: VERSION,
            invented: manifest.invented,
            log_head: choice.log_head.clone(),
            missed_milli,
            objective_milli: milli(choice.objective()),
            protocol: choice.text.clone(),
            protocol_sha256: choice.protocol_sha256(),
            reached_milli,
            recipe_sha256: choice.recipe_sha256.clone(),
            replications: choice.chances.as_ref().map_or(0, |it| it.replications),
            rests: rests.collect(),
            seed: choice.seed,
        };
        let sha256 = sha256_hex(serde_json::to_string(&body)?.as_bytes());
        Ok(Self { body, sha256 })
    }

    /// The line on disk.
    pub(crate) fn line(&self) -> Result<String, serde_json::Error> {
        Ok(format!("{}\n", serde_json::to_string(self)?))
    }

    /// Reads a line and holds it against itself.
    pub(crate) fn verify(bytes: &[u8]) -> Result<Self, Fault> {
        let dossier: Self = serde_json::from_slice(bytes).map_err(|_| Fault::Form)?;
        let line = dossier.line().map_err(|_| Fault::Form)?;
        let body = serde_json::to_string(&dossier.body).map_err(|_| Fault::Form)?;
        let faults = [
            (line.as_bytes() == bytes && dossier.body.dossier == VERSION, Fault::Form),
            (sha256_hex(body.as_bytes()) == dossier.sha256, Fault::Hash),
            (sha256_hex(dossier.body.protocol.as_bytes()) == dossier.body.protocol_sha256, Fault::Protocol),
            (dossier.body.sums_follow(), Fault::Sums),
        ];
        match faults.into_iter().find(|(sound, _)| !sound) {
            Some((_, fault)) => Err(fault),
            None => Ok(dossier),
        }
    }
}

impl Body {
    fn sums_follow(&self) -> bool {
        let mut by_hand: BTreeSet<&str> = self.chosen_by_rule.iter().flatten().map(String::as_str).collect();
        for change in &self.changes {
            match change.inside && self.candidates.iter().any(|it| it.area == change.area) {
                true => by_hand.insert(&change.area),
                false => by_hand.remove(change.area.as_str()),
            };
        }
        let chosen: BTreeSet<&str> = self.chosen.iter().map(String::as_str).collect();
        let mut counts = self.candidates.iter().filter(|it| chosen.contains(it.area.as_str()));
        let counts = counts.try_fold(0_u64, |sum, it| sum.checked_add(it.counts_milli.unwrap_or(0)));
        // Each area was rounded by itself.
        let adds_up = counts.is_some_and(|sum| sum.abs_diff(self.objective_milli) <= self.chosen.len() as u64);
        adds_up
            && by_hand == chosen
            && sums(&self.candidates, &self.chosen)
                .is_some_and(|(reached, missed)| reached == self.reached_milli && missed == self.missed_milli)
    }
}

/// People by domain.
type People = BTreeMap<String, u64>;

/// Burdened people inside and outside, per domain; `None` where they are more than can be counted.
fn sums(candidates: &[Candidate], chosen: &[String]) -> Option<(People, People)> {
    let (mut reached, mut missed) = (People::new(), People::new());
    let chosen: BTreeSet<&str> = chosen.iter().map(String::as_str).collect();
    for candidate in candidates {
        let inside = chosen.contains(candidate.area.as_str());
        for (domain, people) in &candidate.people_milli {
            let people = people.unwrap_or(0);
            let [add_in, add_out] = if inside { [people, 0] } else { [0, people] };
            for (sums, add) in [(&mut reached, add_in), (&mut missed, add_out)] {
                let sum = sums.entry(domain.clone()).or_insert(0);
                *sum = sum.checked_add(add)?;
            }
        }
    }
    Some((reached, missed))
}

/// The word for what a number of burdened residents rests on.
pub(crate) fn rests_word(rests: Rests) -> &'static str {
    match rests {
        Rests::ShareOfPeople => "share-of-people",
        Rests::ResidentsOfWorstPart => "residents-of-worst-part",
    }
}
