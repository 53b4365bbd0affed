// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `/v1/documents`: what documents ask and promise, each statement with its quote and its place.
//!
//! In: documents that were read. Out: JSON, in the form in which the build keeps them. Invariant: nothing is read anew.

use kapstok_share::documents::{Kind, Shown, tally};
use serde_json::{Value, json};

use super::ask::{Ask, JSON};
use crate::answer::Answer;
use crate::problem::Problem;
use crate::query::encoded;

/// Answers `/v1/documents`.
pub(super) fn list(ask: &Ask) -> Result<Answer, Problem> {
    let document = |document: &Shown| {
        let (rows, path) = (&document.rows, format!("/v1/documents/{}", encoded(&document.id)));
        let mut links = vec![ask.link("item", JSON, "The whole document", &path)];
        if !document.answers.is_empty() {
            links.push(ask.link("related", JSON, "What others say to its asks", &format!("{path}/answers")));
        }
        json!({
            "id": document.id, "title": document.title,
            "kind": match document.kind { Kind::Agreement => "agreement", Kind::Ask => "ask" },
            "sha256": rows.document.sha256, "recipe": rows.document.recipe,
            "recipeSha256": rows.document.recipe_sha256, "language": rows.document.language,
            "pages": rows.coverage.pages, "pagesWithoutText": rows.coverage.pages_without_text,
            "sentences": rows.coverage.sentences, "byArea": tally::n_by_area(rows),
            "commitments": rows.statements.iter().filter(|it| it.commitment.is_some()).count(),
            "links": links,
        })
    };
    let documents: Vec<Value> = ask.site.told.documents.all.iter().map(document).collect();
    Ok(ask.json(JSON, &about(ask, "documents", json!(documents))))
}

/// Answers `/v1/documents/{document}`.
pub(super) fn one(ask: &Ask) -> Result<Answer, Problem> {
    let document = found(ask)?;
    Ok(ask.json(JSON, &about(ask, "document", json!(document.rows))))
}

/// Answers `/v1/documents/{document}/answers`.
pub(super) fn answers(ask: &Ask) -> Result<Answer, Problem> {
    let document = found(ask)?;
    Ok(ask.json(JSON, &about(ask, "answers", json!(document.answers))))
}

fn found(ask: &Ask) -> Result<&Shown, Problem> {
    let id = ask.part(0);
    let found = ask.site.told.documents.find(id);
    found.ok_or_else(|| Problem::not_found("document", id, "see the list: /v1/documents"))
}

fn about(ask: &Ask, name: &str, what: Value) -> Value {
    let snapshot = &ask.site.snapshot;
    let mut all = json!({ "build": snapshot.id(), "invented": snapshot.manifest().invented });
    all[name] = what;
    all
}
