// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What is true of the documents: each sentence, each ask with its answer, and what was planted.
//!
//! Out: lines in the form of annotated sentences elsewhere (`id`, `sentence`, `page`, `domains`, ...), so that one
//! reader takes both; `targets` holds aims with a quantity, and `document.json` those without as well.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::script::{Kind, Row, RowLevel, Rung, Table};
use super::{Found, Made};

const WHAT: &str = "verzonnen voorbeeld / invented example: what is true of the documents";

/// One sentence per line.
pub(super) fn sentences(made: &Made, prefix: &str) -> String {
    let mut lines = String::new();
    for (number, found) in (1..).zip(&made.sentences) {
        let said = made.of(found);
        let targets: Vec<Value> = said
            .target
            .iter()
            .filter(|target| target.quantity.is_some())
            .map(|target| {
                json!({"quantity": target.quantity, "unit": target.unit, "direction": target.direction,
                       "deadline": target.deadline})
            })
            .collect();
        let line = json!({
            "id": format!("{prefix}-{number:04}"),
            "sentence": found.text,
            "page": found.page,
            "pdf_page": found.pdf_page,
            "section": found.section,
            "block": found.kind,
            "stratum": "planted",
            "domains": found.domains,
            "is_commitment": said.commitment.is_some(),
            "strength": said.commitment,
            "target": targets.first(),
            "targets": targets,
            "money": said.money.as_ref().map(|money| json!({"amount_eur": money.eur as f64, "period": money.period})),
            "area_framed": said.area.is_some(),
            "area_scale": said.area,
            "note": said.note,
        });
        lines.push_str(&format!("{line}\n"));
    }
    lines
}

/// Every ask with what is planted as its answer.
pub(super) fn answers(asks: &Made, programme: &Made) -> Result<String, String> {
    let mut text =
        "nummer,vraag,bladzijde_vraag,oordeel,antwoord,bladzijde,pdf_bladzijde,trede,geoormerkt,waarom\n".to_owned();
    for (position, block) in asks.script.block.iter().enumerate() {
        let Some(ask) = &block.ask else { continue };
        let first = asks.sentences.iter().find(|found| found.block == position).ok_or("an ask without words")?;
        let answer = match &ask.answer {
            Some(key) => Some(programme.by_key(key).ok_or_else(|| format!("no sentence `{key}`"))?),
            None => None,
        };
        let said = answer.map(|found| programme.of(found));
        let rung = said.and_then(|said| said.rung);
        let earmarked = match (rung, said) {
            (Some(Rung::None) | None, _) | (_, None) => "",
            (_, Some(said)) if said.earmarked => "ja",
            _ => "nee",
        };
        let page = |found: &Found| found.page.map(|page| page.to_string()).unwrap_or_default();
        let cells = [
            ask.number.to_string(),
            quoted(&first.text),
            page(first),
            word(&ask.verdict),
            answer.map(|found| quoted(&found.text)).unwrap_or_default(),
            answer.map(page).unwrap_or_default(),
            answer.map(|found| found.pdf_page.to_string()).unwrap_or_default(),
            rung.map(|rung| word(&rung)).unwrap_or_default(),
            earmarked.to_owned(),
            quoted(&ask.why),
        ];
        text.push_str(&format!("{}\n", cells.join(",")));
    }
    Ok(text)
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('"', "\"\""))
}

/// The name of a case, as the truth writes it.
fn word(case: &impl serde::Serialize) -> String {
    json!(case).as_str().unwrap_or_default().to_owned()
}

/// What was planted in each document.
pub(super) fn documents(all: &[&Made]) -> Result<String, String> {
    let mut documents = serde_json::Map::new();
    for made in all {
        documents.insert(made.script.file.clone(), document(made)?);
    }
    Ok(format!("{:#}\n", json!({"what": WHAT, "documents": documents})))
}

fn document(made: &Made) -> Result<Value, String> {
    let place = |found: &Found| json!({"sentence": found.text, "page": found.page, "section": found.section});
    let with = |found: &Found, more: Value| {
        let mut row = place(found);
        if let (Some(row), Value::Object(more)) = (row.as_object_mut(), more) {
            row.extend(more);
        }
        row
    };
    let mut mentions: BTreeMap<&str, Vec<Value>> = BTreeMap::new();
    let mut targets: BTreeMap<String, Vec<Value>> = BTreeMap::new();
    let mut same: BTreeMap<&str, Vec<Value>> = BTreeMap::new();
    let (mut friends, mut figures, mut money, mut ladder) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for found in &made.sentences {
        let said = made.of(found);
        for word in &said.mentions {
            mentions.entry(word).or_default().push(place(found));
        }
        friends.extend(said.friends.iter().map(|friend| with(found, json!({"word": friend.word, "why": friend.why}))));
        for target in &said.target {
            let deadline = target.deadline.as_deref();
            let row = json!({"quantity": target.quantity, "unit": target.unit, "direction": target.direction,
                             "deadline": deadline, "parameter": said.figure.is_some()});
            targets.entry(word(&target.grade)).or_default().push(with(found, row));
        }
        if let Some(figure) = said.figure {
            figures.push(with(found, json!({"figure": figure})));
        }
        if let Some(amount) = &said.money {
            let row = json!({"amount_eur": amount.eur, "period": amount.period});
            money.push(with(found, row.clone()));
            if let Some(name) = &said.same {
                same.entry(name).or_default().push(with(found, row));
            }
        }
        if let Some(rung) = said.rung {
            let from = match &said.from {
                Some(key) if rung == Rung::AnnexRow => Some(format!("{key}.")),
                Some(key) => Some(made.by_key(key).ok_or_else(|| format!("no sentence `{key}`"))?.text.clone()),
                None => None,
            };
            let earmarked = (rung != Rung::None).then_some(said.earmarked);
            ladder.push(with(found, json!({"rung": rung, "money_at": from, "earmarked": earmarked})));
        }
    }
    let grades: BTreeMap<&String, usize> = targets.iter().map(|(grade, rows)| (grade, rows.len())).collect();
    let tables = made.script.block.iter().filter_map(|block| block.table.as_ref());
    let is_soft = |block: &&super::Block| block.kind == Some(Kind::Footnote);
    Ok(json!({
        "language": made.script.language,
        "title": made.script.title,
        "pages": made.pdf.matches("/Type /Page ").count(),
        "pages_before_1": made.script.pages_before_1,
        "sentences": made.sentences.len(),
        "commitments": made.sentences.iter().filter(|found| made.of(found).commitment.is_some()).count(),
        "area_framed": made.sentences.iter().filter(|found| made.of(found).area.is_some()).count(),
        "footnotes": made.script.block.iter().filter(is_soft).count(),
        "mentions": mentions,
        "false_friends": friends,
        "targets_by_grade": grades,
        "targets": targets,
        "figures": figures,
        "money": money,
        "same_money": same,
        "ladder": ladder,
        "tables": tables.map(annex).collect::<Result<Vec<_>, _>>()?,
    }))
}

/// The annex as it is printed, with the sums that hold and the one that does not.
fn annex(table: &Table) -> Result<Value, String> {
    let cells = |row: &Row| -> serde_json::Map<String, Value> {
        table.columns.iter().cloned().zip(row.figures().into_iter().map(|cell| json!(cell))).collect()
    };
    let rows: Vec<Value> =
        table.rows.iter().map(|row| json!({"label": row.label, "level": row.level, "thousands": cells(row)})).collect();
    let (exact, off) = sums(table);
    if off.len() != 1 || off[0] != (table.off_by_one.column.clone(), table.off_by_one.by) {
        return Err(format!("the annex is off at {off:?}, and should be at {:?}", table.off_by_one));
    }
    Ok(json!({
        "unit": table.unit,
        "identities": "chapter = sum of its rows; total = sum of the chapters, but for one column",
        "cells_exact": exact,
        "off": [{"row": "total", "column": table.off_by_one.column, "printed_less_summed": table.off_by_one.by}],
        "rows": rows,
    }))
}

/// How many sums hold, and by how much each other is off: printed less summed.
pub(super) fn sums(table: &Table) -> (usize, Vec<(String, i64)>) {
    let (mut exact, mut off) = (0, Vec::new());
    for (column, title) in table.columns.iter().enumerate() {
        let cell = |row: &Row| row.figures()[column].unwrap_or(0);
        let mut chapters = 0;
        for (position, row) in table.rows.iter().enumerate() {
            let below = table.rows[position + 1..].iter().take_while(|row| row.level == RowLevel::Row);
            let summed = match row.level {
                RowLevel::Row => continue,
                RowLevel::Chapter => below.map(cell).sum::<i64>(),
                RowLevel::Total => chapters,
            };
            chapters += if row.level == RowLevel::Chapter { cell(row) } else { 0 };
            match cell(row) - summed {
                0 => exact += 1,
                by => off.push((title.clone(), by)),
            }
        }
    }
    (exact, off)
}
