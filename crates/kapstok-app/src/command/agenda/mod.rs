// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `kapstok agenda`: what is agreed, written down, shown and proved. One module per command.
//!
//! Invariant: what was written down is printed with its number and the head of the log, and only once the disk has it.

mod adopt;
mod changes;
mod deliver;
mod holes;
mod import;
mod ledger;
mod log;
mod plan;
mod reply;
mod set;
mod show;
mod targets;
mod verify;

use std::io::Write;
use std::path::Path;

use kapstok_agenda::day::Day;
use kapstok_agenda::entry::{Id, LONGEST_TEXT};
use kapstok_agenda::event::What;
use kapstok_share::words::Words;
use kapstok_table::{Place, Problem};

use crate::agenda::disk::{Said, Writer, words_of};
use crate::agenda::{LOG_FILE, Log, stop};
use crate::cli::{Agenda, SaidArguments};
use crate::clock;
use crate::failure::Failure;

pub(crate) use import::Known;
pub(crate) use targets::{AreaTarget, Form, targets};

/// Runs a command.
///
/// # Errors
/// What stands in the way; nothing was written down then.
pub(crate) fn run(agenda: Agenda, words: &Words, out: &mut dyn Write) -> Result<(), Failure> {
    match agenda {
        Agenda::Template { dir, area, out: to } => plan::template(&dir, &area, &to, words, out),
        Agenda::Import { dir, file, area, year, column, withdraw_missing, dry_run, by, date, json } => {
            let asked = import::Asked {
                area: area.as_deref(),
                year,
                columns: &column,
                withdraw_missing: withdraw_missing.as_deref(),
                dry_run,
                json,
            };
            let said = by.map(|by| SaidArguments { by, date });
            import::import(&dir, &file, &asked, said.as_ref(), words, out)
        }
        Agenda::Ask { dir, partner, area, out: to } => plan::ask(&dir, &partner, area.as_deref(), &to, words, out),
        Agenda::Export { dir, area, out: to } => plan::export(&dir, &area, &to, words, out),
        Agenda::Show { dir, area, at, json } => {
            let at = at.as_deref().map(day).transpose()?;
            show::show(&dir, &area, at, json, words, out)
        }
        Agenda::Set { dir, noun, fields, id, said } => set::set(&dir, &noun, &fields, id.as_deref(), &said, words, out),
        Agenda::Withdraw { dir, id, reason, said } => {
            let what = What::Withdrawn { id: thing(&id)?, reason: Some(plain("reason", &reason)?) };
            write_down(&dir, what, &said, words, out)
        }
        Agenda::Adopt { dir, area, reason, choice, said } => {
            adopt::adopt(&dir, &area, reason.as_deref(), choice, &said, words, out)
        }
        Agenda::Deliver { dir, id, year, outcome, why, said } => {
            let of = thing(&id)?;
            deliver::deliver(&dir, of, &year, &outcome, why.as_deref(), &said, words, out)
        }
        Agenda::Reply { dir, area, text, about, said } => {
            reply::reply(&dir, &area, &text, about.as_deref(), &said, words, out)
        }
        Agenda::Answer { dir, id, text, said } => reply::answer(&dir, thing(&id)?, &text, &said, words, out),
        Agenda::Holes { dir, area, out: to, json } => {
            holes::holes(&dir, area.as_deref(), json, to.as_deref(), words, out)
        }
        Agenda::Ledger { dir, area, year, out: to, json } => {
            ledger::ledger(&dir, area.as_deref(), year, json, to.as_deref(), words, out)
        }
        Agenda::Changes { dir, before, after, json } => changes::changes(&dir, &before, &after, json, words, out),
        Agenda::Log { dir, area, json } => log::log(&dir, area.as_deref(), json, words, out),
        Agenda::Verify { dir, head, json } => verify::verify(&dir, head.as_deref(), json, words, out),
        Agenda::Redact { dir, event, field, reason, said } => redact(&dir, event, field, &reason, &said, words, out),
    }
}

/// Opens the log for writing, and tells what was cut from its end.
pub(crate) fn open(dir: &Path, words: &Words) -> Result<Writer, Failure> {
    let writer = Writer::open(dir)?;
    if let Some(healed) = writer.healed() {
        let facts = [("bytes", &*healed.bytes.to_string()), ("path", &healed.kept.display().to_string())];
        eprintln!("{}", words.say("agenda-healed", &facts));
    }
    Ok(writer)
}

/// Writes one event, and says so.
pub(crate) fn write_down(
    dir: &Path,
    what: What,
    said: &SaidArguments,
    words: &Words,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    let said = who(said)?;
    let mut writer = open(dir, words)?;
    record(&mut writer, what, &said, words, out)
}

/// Writes one event into a log that is open, and says so.
fn record(writer: &mut Writer, what: What, said: &Said, words: &Words, out: &mut dyn Write) -> Result<(), Failure> {
    let before = writer.state().clone();
    let seq = writer.append(vec![what], said)?;
    acknowledge(seq, writer, &before, words, out)
}

/// Says what the disk has: number, what happened, head.
fn acknowledge(
    seq: u64,
    writer: &Writer,
    before: &kapstok_agenda::state::State,
    words: &Words,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    let happened = writer.events().last();
    let happened = happened
        .map(|event| crate::agenda::in_words::happened(event, before, writer.state(), words))
        .unwrap_or_default();
    let facts = [("event", &*seq.to_string()), ("what", &happened), ("head", &writer.head().to_string())];
    writeln!(out, "{}", words.say("agenda-recorded", &facts)).and_then(|()| out.flush()).map_err(crate::standard_output)
}

/// Takes words out, and says where copies of them may still be.
fn redact(
    dir: &Path,
    seq: u64,
    field: String,
    reason: &str,
    said: &SaidArguments,
    words: &Words,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    let said = who(said)?;
    let reason = plain("reason", reason)?;
    let mut writer = open(dir, words)?;
    let (before, at) = (writer.state().clone(), usize::try_from(seq).ok().and_then(|seq| seq.checked_sub(1)));
    let event = at.and_then(|at| writer.events().get(at));
    let gone = event.map(words_of).unwrap_or_default().into_iter().find(|(known, _)| *known == field);
    let gone = gone.map(|(_, words)| words.to_owned()).unwrap_or_default();
    let number = writer.redact(What::Redacted { seq, field, reason: Some(reason) }, &said)?;
    acknowledge(number, &writer, &before, words, out)?;
    let folder = dir.join("agenda");
    // As a line of the log would hold them: between quotes, with what JSON escapes.
    let gone = serde_json::to_string(&gone).unwrap_or_default();
    for entry in std::fs::read_dir(&folder).into_iter().flatten().flatten() {
        let is_cut = entry.file_name().to_str().is_some_and(|name| name.starts_with("cut-"));
        if is_cut && String::from_utf8_lossy(&std::fs::read(entry.path()).unwrap_or_default()).contains(&gone) {
            eprintln!("{}", words.say("agenda-redacted-cut", &[("path", &entry.path().display().to_string())]));
        }
    }
    eprintln!("{}", words.say("agenda-redacted-copies", &[]));
    Ok(())
}

/// Who says something, and since when it holds.
pub(crate) fn who(said: &SaidArguments) -> Result<Said, Failure> {
    let today = clock::today();
    Ok(Said { by: plain("by", &said.by)?, day: day(said.date.as_deref().unwrap_or(&today))? })
}

/// A day that was typed.
fn day(typed: &str) -> Result<Day, Failure> {
    let wrong = || Failure::NotFound { what: "day", found: typed.to_owned(), nearest: clock::today() };
    Day::parse(typed.trim()).ok_or_else(wrong)
}

/// The short name of a thing that was typed.
fn thing(typed: &str) -> Result<Id, Failure> {
    let wrong = || Failure::NotFound { what: "thing", found: typed.to_owned(), nearest: String::new() };
    Id::parse(typed.trim()).ok_or_else(wrong)
}

/// Words that were typed: some, not without end, and no signs that no page can show.
pub(crate) fn plain(field: &str, typed: &str) -> Result<String, Failure> {
    let text = typed.trim();
    let is_shown = |sign: char| !sign.is_control() || matches!(sign, '\n' | '\t');
    if text.is_empty() || text.len() > LONGEST_TEXT || !text.chars().all(is_shown) {
        return Err(stop(Problem::error("K0662", Place::file("kapstok agenda")).with("field", field)));
    }
    Ok(text.to_owned())
}

/// Where a log stands, as the last line of what is printed.
fn foot(log: &Log, words: &Words, out: &mut dyn Write) -> std::io::Result<()> {
    let facts = [("n", &*log.head.events().to_string()), ("head", &log.head.hash().to_string()), ("file", LOG_FILE)];
    writeln!(out, "{}", words.say("agenda-head", &facts))
}
