// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Every statement in a file: a JSON object a line, or a CSV for a spreadsheet.
//!
//! In: the rows of a document. Out: a file; the end of its name decides the form. Invariant: no text of a document
//! becomes a formula. Lists of one statement (its targets, its amounts) stand in one cell with `; ` between them, in one
//! order in all columns of the list.

use std::path::Path;

use kapstok_read::row::{AmountRow, DocumentRows, StatementRow, TargetRow};
use kapstok_table::{Place, Problem};

use crate::agenda::stop;
use crate::durable::replace_durably;
use crate::failure::Failure;
use crate::sheet::as_text;

const COLUMNS: [&str; 26] = [
    "key",
    "id",
    "page",
    "pdf_page",
    "section",
    "quote",
    "framing",
    "scale",
    "domains",
    "commitment",
    "actor",
    "targets",
    "target_roles",
    "target_from",
    "target_deadlines",
    "money",
    "money_to",
    "money_periods",
    "money_times",
    "money_roles",
    "document",
    "recipe_sha256",
    "extractor",
    "block",
    "start",
    "end",
];

/// Whether rows can be written there.
///
/// # Errors
/// K0887: another ending; the document itself stands there.
pub(super) fn fits(to: &Path, document: &Path) -> Result<(), Failure> {
    let ending = to.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default();
    if !matches!(ending.as_str(), "csv" | "jsonl") {
        let name = to.display().to_string();
        return Err(stop(Problem::error("K0887", Place::file(&name)).with("found", &name)));
    }
    let is_same = to.canonicalize().ok().zip(document.canonicalize().ok()).is_some_and(|(one, other)| one == other);
    if is_same { Err(Failure::Exists { path: to.to_owned() }) } else { Ok(()) }
}

/// One row per statement.
pub(super) fn write(rows: &DocumentRows, to: &Path) -> Result<(), Failure> {
    let failed = |error: &dyn std::fmt::Display| Failure::store(to, error.to_string());
    let is_csv = to.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("csv"));
    let bytes = if is_csv {
        let mut writer = csv::Writer::from_writer(Vec::new());
        writer.write_record(COLUMNS).map_err(|error| failed(&error))?;
        for statement in &rows.statements {
            writer.write_record(record(statement)).map_err(|error| failed(&error))?;
        }
        writer.into_inner().map_err(|error| failed(&error))?
    } else {
        let mut bytes = Vec::new();
        for statement in &rows.statements {
            serde_json::to_writer(&mut bytes, statement).map_err(|error| failed(&error))?;
            bytes.push(b'\n');
        }
        bytes
    };
    replace_durably(to, &bytes)
}

fn record(statement: &StatementRow) -> [String; 26] {
    let place = &statement.place;
    let mut domains: Vec<&str> = statement.domains.iter().map(|domain| domain.id.as_str()).collect();
    domains.dedup();
    let text = |text: Option<&String>| text.map(|text| as_text(text)).unwrap_or_default();
    let commitment = statement.commitment.as_ref();
    let of_targets = |part: fn(&TargetRow) -> String| list(statement.targets.iter().map(part));
    let of_money = |part: fn(&AmountRow) -> String| list(statement.money.iter().map(part));
    [
        statement.key.clone(),
        statement.id.to_string(),
        text(place.page.as_ref()),
        place.pdf_page.to_string(),
        as_text(&place.section.join(" > ")),
        as_text(&place.quote),
        statement.framing.clone(),
        text(statement.scale.as_ref()),
        as_text(&domains.join(" ")),
        commitment.map(|commitment| commitment.strength.clone()).unwrap_or_default(),
        text(commitment.and_then(|commitment| commitment.actor.as_ref())),
        of_targets(target),
        of_targets(|target| target.role.clone()),
        of_targets(|target| target.from.map(|from| from.to_string()).unwrap_or_default()),
        of_targets(|target| target.deadline.clone().unwrap_or_default()),
        of_money(|money| format!("{} {}", money.currency, money.amount)),
        of_money(|money| money.to.map(|to| to.to_string()).unwrap_or_default()),
        of_money(|money| money.period.clone().unwrap_or_default()),
        of_money(|money| money.time.clone()),
        of_money(|money| money.role.clone()),
        place.document.clone(),
        place.recipe_sha256.clone(),
        place.extractor.clone(),
        place.block.to_string(),
        place.span[0].to_string(),
        place.span[1].to_string(),
    ]
}

fn target(target: &TargetRow) -> String {
    let parts = [
        Some(target.grade.clone()),
        target.direction.clone(),
        target.quantity.map(|quantity| quantity.to_string()),
        target.unit.clone(),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// All of a list in one cell.
fn list(parts: impl Iterator<Item = String>) -> String {
    as_text(&parts.collect::<Vec<_>>().join("; "))
}
