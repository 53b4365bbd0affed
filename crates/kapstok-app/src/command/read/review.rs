// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `kapstok read review`: what is to be decided about a document, as a file for a person to fill in.

use std::io::Write;
use std::path::Path;

use kapstok_read::review::{Grid, Kind};
use kapstok_share::words::Words;

use crate::cli::{Beside, ReviewWhat};
use crate::failure::Failure;
use crate::review;

/// Runs what was typed.
pub(super) fn run(typed: &ReviewWhat, words: &Words, out: &mut dyn Write) -> Result<(), Failure> {
    match typed {
        ReviewWhat::Review { document, with, out: to } => queue(document, with, to, words, out),
        ReviewWhat::Decide { dir, decisions, document, with, said, dated, check, write } => {
            let asked = super::decide::Asked {
                decisions,
                document,
                with,
                said,
                dated: dated.as_deref(),
                check: *check,
                write: *write,
            };
            super::decide::decide(dir, &asked, words, out)
        }
        ReviewWhat::Agree { first, second, json } => super::agree::agree(first, second, *json, words, out),
        ReviewWhat::Desk { dir, document, with, by, dated, blind, port } => {
            let asked = super::desk::Asked { document, with, by, dated: dated.as_deref(), blind: *blind, port: *port };
            super::desk::desk(dir, &asked, words, out)
        }
    }
}

fn queue(document: &Path, with: &Beside, to: &Path, words: &Words, out: &mut dyn Write) -> Result<(), Failure> {
    // What stands there may hold the work of days.
    if to.exists() {
        return Err(Failure::Exists { path: to.to_owned() });
    }
    let book = review::open(document, with.ask.as_deref(), with.recipe.as_deref(), words)?;
    review::file::write(&Grid::of(&book.proposals, &[], &book.vocabulary), to, words)?;
    let n = |kind: Kind| book.proposals.iter().filter(|proposal| kind.is_of(proposal)).count().to_string();
    let facts = [
        ("n", book.proposals.len().to_string()),
        ("path", to.display().to_string()),
        ("commitment", n(Kind::Commitment)),
        ("target", n(Kind::Target)),
        ("money", n(Kind::Money)),
        ("area", n(Kind::Area)),
        ("ask", n(Kind::Ask)),
    ];
    let facts: Vec<(&str, &str)> = facts.iter().map(|(name, value)| (*name, value.as_str())).collect();
    writeln!(out, "{}", words.say("review-written", &facts)).map_err(crate::standard_output)
}
