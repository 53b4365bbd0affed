// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `kapstok read answer`: each ask with what the agreement says of it, both quotes, and how near the money is.

use std::io::Write;
use std::path::Path;

use kapstok_read::Reading;
use kapstok_read::row::{AnswerRow, CandidateRow};
use kapstok_share::documents::said;
use kapstok_share::words::Words;
use serde::Serialize;

use super::compare::one_recipe;
use super::said::{cited_row, short};
use super::source::open;
use crate::cli::With;
use crate::failure::Failure;

#[derive(Serialize)]
struct AsJson<'a> {
    ask: &'a str,
    ask_sha256: &'a str,
    agreement: &'a str,
    agreement_sha256: &'a str,
    recipe_sha256: &'a str,
    proposed_by: &'static str,
    answers: &'a [AnswerRow],
}

/// Answers.
pub(super) fn answer(
    ask: &Path,
    agreement: &Path,
    with: &With,
    words: &Words,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    let (ask, agreement) = (open(ask, with.recipe.as_ref(), words)?, open(agreement, with.recipe.as_ref(), words)?);
    one_recipe(&ask, &agreement)?;
    let asking = Reading::of(&ask.document, &ask.recipe);
    let answers = asking.answered_by(&Reading::of(&agreement.document, &agreement.recipe));
    if with.json {
        let origin = &agreement.document.origin;
        let all = AsJson {
            ask: &ask.name,
            ask_sha256: &ask.document.origin.sha256,
            agreement: &agreement.name,
            agreement_sha256: &origin.sha256,
            recipe_sha256: &origin.recipe_sha256,
            proposed_by: "rules",
            answers: &answers,
        };
        return crate::print_json(&all, out);
    }
    print(&answers, words, out).map_err(crate::standard_output)
}

fn print(answers: &[AnswerRow], words: &Words, out: &mut dyn Write) -> std::io::Result<()> {
    let n = |verdict: &str| answers.iter().filter(|answer| answer.verdict == verdict).count().to_string();
    let facts = [
        ("n", answers.len().to_string()),
        ("taken_up", n("taken-up")),
        ("partly", n("partly")),
        ("elsewhere", n("elsewhere")),
        ("not_found", n("not-found")),
    ];
    let facts: Vec<(&str, &str)> = facts.iter().map(|(name, value)| (*name, value.as_str())).collect();
    writeln!(out, "{}", words.say("read-answers", &facts))?;
    for answer in answers {
        let verdict = words.word("read-verdict", &answer.verdict);
        writeln!(out, "\n{}. {verdict}", answer.ask)?;
        writeln!(out, "   {}: {}", words.say("read-asked", &[]), short(&answer.asked.quote))?;
        let chosen = answer.chosen.and_then(|chosen| answer.candidates.get(chosen));
        match (chosen, answer.candidates.first()) {
            (Some(chosen), _) => candidate(chosen, words, out)?,
            (None, Some(nearest)) => {
                writeln!(out, "   {}", words.say("read-nearest", &[]))?;
                candidate(nearest, words, out)?;
            }
            (None, None) => {}
        }
    }
    writeln!(out, "\n{}", words.say("read-rules-propose", &[]))
}

fn candidate(candidate: &CandidateRow, words: &Words, out: &mut dyn Write) -> std::io::Result<()> {
    writeln!(out, "   {}: {}", cited_row(&candidate.place, words), short(&candidate.place.quote))?;
    for remark in said::remarks(candidate, words) {
        writeln!(out, "   - {remark}")?;
    }
    if let Some(rung) = &candidate.rung {
        let rung = words.word("read-rung", rung);
        writeln!(out, "   - {}", words.say("read-lowest", &[("rung", &rung)]))?;
    }
    for money in said::money_near(candidate, words) {
        writeln!(out, "   - {money}")?;
    }
    Ok(())
}
