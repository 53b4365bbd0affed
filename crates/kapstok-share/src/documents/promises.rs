// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Which promises of a document are shown.
//!
//! In: rows, and what somebody looks for. Out: sentences that promise, in reading order. Invariant: a filter only
//! leaves out; all filters hold at once.

use kapstok_read::row::{DocumentRows, StatementRow};

/// What somebody looks for; nothing asks for all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Which {
    /// One of [`STRENGTHS`].
    pub strength: Option<String>,
    /// One of [`FRAMINGS`].
    pub framing: Option<String>,
    /// Id of a domain.
    pub domain: Option<String>,
    /// One of [`WITH`].
    pub with: Option<String>,
}

/// How firm a promise is.
pub const STRENGTHS: [&str; 2] = ["firm", "soft"];
/// By what it is told: an area is named, only a domain is, neither is.
pub const FRAMINGS: [&str; 3] = ["area", "domain", "neither"];
/// What it comes with: an outcome with a number, an amount of money, neither of the two.
pub const WITH: [&str; 3] = ["target", "money", "neither"];

/// The promises.
pub fn promises<'a>(rows: &'a DocumentRows, which: &Which) -> Vec<&'a StatementRow> {
    let is_meant = |statement: &&StatementRow| {
        let Some(commitment) = &statement.commitment else { return false };
        let fits = |asked: &Option<String>, is_so: &dyn Fn(&str) -> bool| asked.as_deref().is_none_or(is_so);
        fits(&which.strength, &|strength| commitment.strength == strength)
            && fits(&which.framing, &|it| framing(statement) == it)
            && fits(&which.domain, &|domain| statement.domains.iter().any(|known| known.id == domain))
            && fits(&which.with, &|with| match with {
                "target" => has_target(statement),
                "money" => has_money(statement),
                _ => !has_target(statement) && !has_money(statement),
            })
    };
    rows.statements.iter().filter(is_meant).collect()
}

/// One of [`FRAMINGS`].
pub fn framing(statement: &StatementRow) -> &'static str {
    match statement.framing.as_str() {
        "area" | "both" => "area",
        "domains" => "domain",
        _ => "neither",
    }
}

fn has_target(statement: &StatementRow) -> bool {
    statement.targets.iter().any(|target| target.is_aim())
}

fn has_money(statement: &StatementRow) -> bool {
    statement.money.iter().any(|amount| amount.role == "money")
}
