// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `/v1/search`: areas by what people type.
//!
//! In: what was typed. Out: the areas that are meant, the best first. Invariant: where nothing matches,
//! `numberMatched` is 0 and `results` are the nearest names.

use kapstok_share::snapshot::AreaAt;
use serde_json::{Value, json};

use super::ask::{Ask, JSON};
use crate::answer::Answer;
use crate::problem::Problem;
use crate::query::encoded;

/// Results without a `limit`, and most results.
pub(super) const LIMITS: (usize, usize) = (10, 50);

/// Answers `/v1/search`.
pub(super) fn answer(ask: &Ask) -> Result<Answer, Problem> {
    let asked = ask.query.get("q").unwrap_or_default();
    if asked.trim().is_empty() {
        return Err(Problem::bad_value("q", asked, "type a code or the beginning of a name: /v1/search?q=centrum"));
    }
    let limit = ask.limit(LIMITS)?;
    let found = ask.site.api.search.find(asked, limit);
    let results: Vec<Value> = found.areas.iter().map(|area| result(ask, *area)).collect();
    Ok(ask
        .json(JSON, &json!({ "numberMatched": found.n_matched, "numberReturned": results.len(), "results": results })))
}

fn result(ask: &Ask, area: AreaAt) -> Value {
    let mut result = named(ask, area);
    let within = ask.site.snapshot.above(area).into_iter().map(|above| named(ask, above)).collect::<Vec<_>>();
    result["within"] = within.into();
    let code = result["code"].as_str().map(encoded).unwrap_or_default();
    result["links"] = json!([ask.link("item", JSON, "All figures", &format!("/v1/areas/{code}"))]);
    result
}

/// An area by code, name and level.
fn named(ask: &Ask, area: AreaAt) -> Value {
    let level = ask.site.snapshot.level_of(area);
    json!({ "code": level.codes()[area.index], "name": level.names()[area.index], "level": level.name() })
}
