// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The dossier of a choice: all that it rests on, frozen, so that anyone can see later that nothing was changed.
//!
//! In: a choice. Out: one line of JSON, and what is wrong with such a line. **Invariant:** a dossier counts only if it
//! is, to the byte, the line that we would write; people are whole thousandths, so that sums have one answer.

use std::collections::BTreeMap;

use kapstok_find::choose::Rests;
use kapstok_share::manifest::Manifest;
use serde::{Deserialize, Serialize};

use super::Choice;
use crate::workspace::sha256_hex;

/// Version of the form.
const VERSION: u32 = 1;

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
    bound_milli: u64,
    build: String,
    candidates: Vec<Candidate>,
    chosen: Vec<String>,
    data_hash: String,
    dossier: u32,
    invented: bool,
    missed_milli: BTreeMap<String, u64>,
    objective_milli: u64,
    protocol: String,
    protocol_sha256: String,
    reached_milli: BTreeMap<String, u64>,
    recipe_sha256: String,
    rests: BTreeMap<String, String>,
}

#[derive(Debug, Deserialize, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
struct Candidate {
    allowed: bool,
    area: String,
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

impl Dossier {
    /// Freezes a choice.
    pub(crate) fn of(choice: &Choice, build: &str, manifest: &Manifest) -> Result<Self, serde_json::Error> {
        let candidate = |area: usize| Candidate {
            allowed: choice.allowed[area],
            area: choice.codes[area].clone(),
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
        let chosen: Vec<String> = choice.chosen.areas.iter().map(|area| choice.codes[*area].clone()).collect();
        let rests = choice.domains.iter().map(|(id, counted)| (id.clone(), rests_word(counted.rests).to_owned()));
        let (reached_milli, missed_milli) = sums(&candidates, &chosen);
        let body = Body {
            bound_milli: milli(choice.chosen.bound),
            build: build.to_owned(),
            candidates,
            chosen,
            data_hash: manifest.data_hash.clone(),
            dossier: VERSION,
            invented: manifest.invented,
            missed_milli,
            objective_milli: milli(choice.chosen.objective),
            protocol: choice.text.clone(),
            protocol_sha256: choice.protocol_sha256(),
            reached_milli,
            recipe_sha256: choice.recipe_sha256.clone(),
            rests: rests.collect(),
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
        let (reached, missed) = sums(&self.candidates, &self.chosen);
        reached == self.reached_milli && missed == self.missed_milli
    }
}

/// Burdened people inside and outside, per domain.
fn sums(candidates: &[Candidate], chosen: &[String]) -> (BTreeMap<String, u64>, BTreeMap<String, u64>) {
    let (mut reached, mut missed) = (BTreeMap::new(), BTreeMap::new());
    for candidate in candidates {
        let inside = chosen.contains(&candidate.area);
        for (domain, people) in &candidate.people_milli {
            let people = people.unwrap_or(0);
            *reached.entry(domain.clone()).or_insert(0) += if inside { people } else { 0 };
            *missed.entry(domain.clone()).or_insert(0) += if inside { 0 } else { people };
        }
    }
    (reached, missed)
}

/// The word for what a number of burdened residents rests on.
pub(crate) fn rests_word(rests: Rests) -> &'static str {
    match rests {
        Rests::ShareOfPeople => "share-of-people",
        Rests::ResidentsOfWorstPart => "residents-of-worst-part",
    }
}
