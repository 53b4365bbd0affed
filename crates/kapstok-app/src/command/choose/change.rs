// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `kapstok choose change`: an area is put into a choice, or taken out of it, by hand, with role, reason and day.

use std::io::Write;
use std::path::Path;

use kapstok_agenda::event::{ChoiceChange, What};
use kapstok_share::find::find_area;
use kapstok_share::words::Words;
use kapstok_table::{Place, Problem};

use crate::agenda::stop;
use crate::build::snapshot;
use crate::choose::{looks_at, rule_of};
use crate::cli::SaidArguments;
use crate::command::agenda::{plain, write_down};
use crate::failure::Failure;

/// Writes the change into the log.
///
/// # Errors
/// What is wrong with the rule; no such area at its level; K0780 for an area that may show no figure; what the log
/// refuses.
#[expect(clippy::too_many_arguments, reason = "one for each word that is typed")]
pub(super) fn change(
    dir: &Path,
    protocol: &Path,
    typed: &str,
    put_in: bool,
    reason: &str,
    said: &SaidArguments,
    words: &Words,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    let snapshot = snapshot::current(dir)?;
    let (protocol, rule) = rule_of(dir, &snapshot, protocol)?;
    let at = find_area(&snapshot, typed)?;
    let level = snapshot.level_of(at);
    let refuse = |code, found: &str| {
        let problem = Problem::error(code, Place::default()).with("found", typed).with("level", found);
        stop(problem.with("expected", &protocol.level))
    };
    if level.name() != protocol.level {
        return Err(refuse("K0722", level.name()));
    }
    if put_in && !looks_at(&snapshot, &protocol, at.index) {
        return Err(refuse("K0777", level.name()));
    }
    if put_in && level.residents()[at.index].is_none() {
        return Err(refuse("K0780", level.name()));
    }
    let change = ChoiceChange {
        choice: protocol.id.clone(),
        rule,
        area: level.codes()[at.index].clone(),
        inside: put_in,
        reason: Some(plain("reason", reason)?),
    };
    write_down(dir, What::ChoiceChanged(change), said, words, out)
}
