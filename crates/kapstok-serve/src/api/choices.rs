// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `/v1/choices`: what written rules chose, with every area that they looked at.
//!
//! In: a snapshot. Out: JSON. Invariant: a choice is told in the form in which the build keeps it (`kapstok-choice/1`),
//! which holds nothing that the gate withholds. Not here: other areas held against a rule, which any program can do with
//! these figures.

use serde_json::{Value, json};

use super::ask::{Ask, JSON};
use crate::answer::Answer;
use crate::problem::Problem;
use crate::query::encoded;

/// Answers `/v1/choices`.
pub(super) fn list(ask: &Ask) -> Result<Answer, Problem> {
    let snapshot = &ask.site.snapshot;
    let choice = |entry: &kapstok_share::choice::ChoiceEntry| {
        let chosen = entry.chosen();
        let coverage = entry.coverage(&chosen);
        json!({
            "id": entry.id, "title": entry.title, "level": entry.level, "recipe": entry.recipe,
            "protocolSha256": entry.protocol_sha256, "objective": entry.objective, "bound": entry.bound,
            "areas": entry.areas.iter().zip(&chosen).filter(|(_, inside)| **inside).map(|(it, _)| &it.area)
                .collect::<Vec<_>>(),
            "reached": coverage.reached, "missed": coverage.missed,
            "mostLiesOutside": coverage.most_lies_outside(),
            "links": [ask.link("item", JSON, "The whole choice", &format!("/v1/choices/{}", encoded(&entry.id)))],
        })
    };
    let choices: Vec<Value> = snapshot.choices().iter().map(choice).collect();
    let invented = snapshot.manifest().invented;
    Ok(ask.json(JSON, &json!({ "build": snapshot.id(), "invented": invented, "choices": choices })))
}

/// Answers `/v1/choices/{choice}`.
pub(super) fn one(ask: &Ask) -> Result<Answer, Problem> {
    let (snapshot, found) = (&ask.site.snapshot, ask.part(0));
    let entry = snapshot.choices().iter().find(|entry| entry.id == found);
    let entry = entry.ok_or_else(|| Problem::not_found("choice", found, "see the list: /v1/choices"))?;
    Ok(ask.json(JSON, &json!({ "build": snapshot.id(), "invented": snapshot.manifest().invented, "choice": entry })))
}
