// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Domain by framing, and chapter by framing: how much of a document is told by area.
//!
//! In: statements. Out: counts. A sentence of two domains counts in both, so columns of the matrix are no totals.

use std::collections::BTreeMap;

use crate::recipe::Recipe;
use crate::row::{CellRow, ChapterRow, MatrixRow, StatementRow};

/// A row per domain of the recipe, in its order.
pub(super) fn matrix(statements: &[StatementRow], recipe: &Recipe) -> Vec<MatrixRow> {
    let row = |id: &String| {
        let mut row = MatrixRow { domain: id.clone(), ..MatrixRow::default() };
        for statement in statements.iter().filter(|one| one.domains.iter().any(|domain| domain.id == *id)) {
            let cell = if statement.areas.is_empty() { &mut row.by_domain } else { &mut row.by_area };
            add(cell, statement);
        }
        row
    };
    recipe.domains.all.iter().map(|domain| row(&domain.id)).collect()
}

fn add(cell: &mut CellRow, statement: &StatementRow) {
    cell.sentences += 1;
    cell.commitments += usize::from(statement.commitment.is_some());
    cell.targets += statement.targets.iter().filter(|target| target.is_aim()).count();
    cell.amounts += statement.money.iter().filter(|amount| amount.role == "money").count();
    cell.statements.push(statement.key.clone());
}

/// A row per highest heading, in reading order.
pub(super) fn chapters(statements: &[StatementRow], recipe: &Recipe) -> Vec<ChapterRow> {
    let mut order: BTreeMap<&str, usize> = BTreeMap::new();
    let mut chapters: Vec<ChapterRow> = Vec::new();
    for statement in statements {
        let title = statement.place.section.first().map_or("", String::as_str);
        let index = *order.entry(title).or_insert_with(|| {
            let scales = vec![0; recipe.lexicon.scales.len()];
            chapters.push(ChapterRow { title: title.to_owned(), scales, ..ChapterRow::default() });
            chapters.len() - 1
        });
        let chapter = &mut chapters[index];
        chapter.sentences += 1;
        let framing = ["area", "both", "domains", "neither"].iter().position(|word| statement.framing == *word);
        if let Some(framing) = framing {
            chapter.framing[framing] += 1;
        }
        let scale =
            statement.scale.as_ref().and_then(|id| recipe.lexicon.scales.iter().position(|scale| scale.id == *id));
        if let Some(scale) = scale {
            chapter.scales[scale] += 1;
        }
        chapter.commitments += usize::from(statement.commitment.is_some());
        for target in statement.targets.iter().filter(|target| target.role == "outcome") {
            let grade = ["T1", "T2", "T3"].iter().position(|grade| target.grade == *grade);
            if let Some(grade) = grade {
                chapter.targets[grade] += 1;
            }
        }
        chapter.amounts += statement.money.iter().filter(|amount| amount.role == "money").count();
    }
    chapters
}
