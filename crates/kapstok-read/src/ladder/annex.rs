// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Rows of tables that pay for a statement, or for its chapter.
//!
//! A row is tied to a statement by a term in its label, by a policy of the recipe, or, in the chapter of the table with
//! the name of the statement's highest heading, by a word of its headings or its own. Where nothing ties a row of that
//! chapter, the row of the whole chapter is shared.

use super::tie::{About, akin, any, content};
use super::{Ladders, Rung, Source, Step, Tie};
use crate::table::{MoneyRow, MoneyTable, Role};

pub(super) fn rows(ladders: &Ladders<'_>, about: &About<'_>, unit: usize) -> Vec<Step> {
    let mut steps = Vec::new();
    for (index, table) in ladders.tables.iter().enumerate() {
        let chapter = chapter_of(ladders, table, unit);
        let mut of_chapter = false;
        let mut add = |row: usize, tie: Tie| {
            let money = table.money(row);
            let found = !money.is_empty();
            if found {
                steps.push(Step { rung: Rung::AnnexRow, tie, source: Source::Row { table: index, row, money } });
            }
            found
        };
        for (position, row) in table.rows.iter().enumerate().filter(|(_, row)| row.role == Role::Row) {
            let inside = chapter.is_some() && row.chapter == chapter;
            let Some(tie) = by_name(about, row).or_else(|| inside.then(|| by_word(ladders, about, row)).flatten())
            else {
                continue;
            };
            of_chapter |= add(position, tie) && inside;
        }
        if let Some(chapter) = chapter.filter(|_| !of_chapter) {
            add(chapter, Tie::Place);
        }
    }
    steps
}

fn by_name(about: &About<'_>, row: &MoneyRow) -> Option<Tie> {
    if let Some(named) = about.named(|term| any(&term.patterns, &row.tokens)) {
        return Some(named);
    }
    let pays = |policy: &&&crate::recipe::Policy| any(&policy.rows, &row.tokens) || any(&policy.words, &row.tokens);
    about.policies.iter().find(pays).map(|policy| Tie::Policy { id: policy.id.clone() })
}

fn by_word(ladders: &Ladders<'_>, about: &About<'_>, row: &MoneyRow) -> Option<Tie> {
    let label = content(&row.tokens, &ladders.recipe.ladder.plain);
    if let Some(word) = about.words.iter().find(|word| label.contains(word)) {
        return Some(Tie::Word { word: word.clone() });
    }
    let in_label = |word: &&String| label.iter().any(|other| akin(word, other));
    about.heading_words().find(in_label).map(|word| Tie::Heading { word: word.clone() })
}

/// The chapter of a table that has the name of the statement's highest heading, whatever mark stands before either.
fn chapter_of(ladders: &Ladders<'_>, table: &MoneyTable, unit: usize) -> Option<usize> {
    let top = bare(ladders.headings(unit).first()?);
    let same = |row: &MoneyRow| row.role == Role::Chapter && bare(&row.name) == top;
    table.rows.iter().position(same).filter(|_| !top.is_empty())
}

/// A heading in small letters without its number.
fn bare(heading: &str) -> String {
    let first = heading.split_whitespace().next().unwrap_or("");
    let mark = first.ends_with(['.', ')', ':']) || first.chars().all(|sign| sign.is_ascii_digit() || sign == '.');
    let words = heading.split_whitespace().skip(usize::from(mark));
    words.collect::<Vec<_>>().join(" ").to_lowercase()
}
