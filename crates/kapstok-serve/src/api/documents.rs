// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `/v1/documents`: what documents ask and promise, each statement with its quote and its place.
//!
//! In: documents that were read. Out: JSON, in the form in which the build keeps them. Invariant: nothing is read anew; what persons
//! decided stands beside what the rules propose.

use kapstok_agenda::state::State;
use kapstok_read::review::{Act, Decision, Outcome};
use kapstok_share::documents::judged::{self, Judged};
use kapstok_share::documents::{AnswersTo, Kind, Shown, tally};
use serde_json::{Value, json};

use super::ask::{Ask, JSON};
use crate::Kept;
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
    let mut said = about(ask, "document", json!(document.rows));
    said["decisions"] = decisions(ask, &judged::statements(state(ask), &document.rows));
    Ok(ask.json(JSON, &said))
}

/// Answers `/v1/documents/{document}/answers`.
pub(super) fn answers(ask: &Ask) -> Result<Answer, Problem> {
    let document = found(ask)?;
    let of_agreement = |answers: &AnswersTo| {
        let agreement = ask.site.told.documents.find(&answers.agreement);
        let (rows, judged) = match agreement {
            Some(agreement) => judged::answers(state(ask), &agreement.rows, &answers.rows),
            None => (answers.rows.clone(), judged::ByKey::new()),
        };
        json!({ "agreement": answers.agreement, "rows": rows, "decisions": decisions(ask, &judged) })
    };
    let answers: Vec<Value> = document.answers.iter().map(of_agreement).collect();
    Ok(ask.json(JSON, &about(ask, "answers", json!(answers))))
}

fn state(ask: &Ask) -> Option<&State> {
    ask.site.agenda.agenda().map(|agenda| &agenda.state)
}

/// What persons decided: per statement what they come to, and the last decision of each reader; `null` where the log is
/// damaged.
fn decisions(ask: &Ask, judged: &judged::ByKey) -> Value {
    if matches!(ask.site.agenda, Kept::Damaged(_)) {
        return Value::Null;
    }
    let decision = |it: &Decision| {
        let (changes, reason) = match &it.act {
            Act::Change(changes) => (Some(changes), None),
            Act::Reject(reason) => (None, Some(reason)),
            Act::Accept => (None, None),
        };
        json!({ "by": judged::role(it), "day": it.day.to_string(), "act": it.act.word(), "changes": changes, "reason": reason })
    };
    let one = |(key, judged): (&String, &Judged)| {
        let outcome = match judged.outcome {
            Outcome::Undecided => "undecided",
            Outcome::Accepted(_) => "accepted",
            Outcome::Rejected => "rejected",
            Outcome::Differs(_) => "differs",
        };
        let all: Vec<Value> = judged.decisions.iter().map(decision).collect();
        json!({ "key": key, "outcome": outcome, "decisions": all })
    };
    judged.iter().map(one).collect()
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
