// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `kapstok read`: what a document asks and promises, by domain or by area, with which money.
//!
//! In: documents and reading recipes as they were typed. Out: text, JSON, or a file with a row per statement. Everything
//! foreign is read in a process of its own: `documents/bounded.rs`. What is found: `kapstok-read`.

mod agree;
mod answer;
mod claims;
mod compare;
mod count;
mod decide;
mod desk;
mod eval;
mod ladder;
mod review;
mod said;
mod source;
mod statements;
mod tables;

use std::io::Write;
use std::path::Path;

use kapstok_share::words::Words;

use crate::cli::{Read, ReadWhat};
use crate::documents::bounded;
use crate::failure::Failure;

/// Runs what was typed.
pub(crate) fn run(typed: &Read, words: &Words, out: &mut dyn Write) -> Result<(), Failure> {
    let about = match &typed.what {
        Some(
            ReadWhat::Count { document, .. }
            | ReadWhat::Ladder { document, .. }
            | ReadWhat::Tables { document, .. }
            | ReadWhat::Claims { document, .. },
        ) => document,
        Some(ReadWhat::Answer { agreement, .. }) => agreement,
        Some(ReadWhat::Compare { first, .. }) => first,
        Some(ReadWhat::Eval { gold, .. }) => gold,
        // What a person decides is held by this process; it lets documents be read by another.
        Some(ReadWhat::ByPerson(what)) => return review::run(what, words, out),
        // clap asks for a document, or for a command.
        None => typed.document.as_ref().ok_or(Failure::Negative)?,
    };
    if !bounded::is_reader() {
        return watch(about, out);
    }
    match &typed.what {
        Some(ReadWhat::Count { document, word, with }) => count::count(document, word, with, words, out),
        Some(ReadWhat::Ladder { document, page, by_area, with }) => {
            let which = ladder::Which { page: page.as_deref(), by_area: *by_area };
            ladder::ladder(document, &which, with, words, out)
        }
        Some(ReadWhat::Tables { document, with }) => tables::tables(document, with, words, out),
        Some(ReadWhat::Answer { ask, agreement, with }) => answer::answer(ask, agreement, with, words, out),
        Some(ReadWhat::Compare { first, second, word, with }) => {
            compare::compare(first, second, word, with, words, out)
        }
        Some(ReadWhat::Claims { document, claims, with }) => claims::claims(document, claims, with, words, out),
        Some(ReadWhat::Eval { gold, document, with }) => eval::eval(gold, document.as_deref(), with, words, out),
        Some(ReadWhat::ByPerson(_)) => Err(Failure::Negative),
        None => {
            let to = statements::To { file: typed.out.as_deref(), rows: typed.rows };
            statements::statements(about, &typed.with, &to, words, out)
        }
    }
}

/// Runs the same command in a process of its own, and hands on what it printed.
fn watch(about: &Path, out: &mut dyn Write) -> Result<(), Failure> {
    let printed = bounded::read(std::env::args_os().skip(1), about)?;
    out.write_all(&printed.out).and_then(|()| out.flush()).map_err(crate::standard_output)?;
    // Nobody may be there to hear it; what was printed stands.
    let _ = std::io::stderr().write_all(&printed.said);
    match printed.status {
        0 => Ok(()),
        status => Err(Failure::Told { status }),
    }
}
