// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `kapstok choose`: areas by a written rule, and first of all whom they reach and miss.
//!
//! In: a workspace with a build, and a protocol. Out: text, JSON, a frozen dossier with its note, or an event in the log.
//! The choice itself: `choose/`.

mod as_json;
mod change;
mod desk;
mod import;
mod note;
mod print;
mod said;

pub(crate) use desk::token;

use std::io::Write;
use std::path::Path;

use kapstok_share::words::Words;

use crate::build::snapshot;
use crate::choose::dossier::Dossier;
use crate::choose::{Asked, choose};
use crate::cli::{Choose, ChooseWhat};
use crate::failure::Failure;
use crate::progress::Progress;
use crate::{papers, problems};

/// Runs what was typed.
pub(crate) fn run(typed: Choose, words: &Words, out: &mut dyn Write) -> Result<(), Failure> {
    match (typed.what, typed.dir, typed.protocol) {
        (Some(ChooseWhat::Seal { dir, protocol, out: file, note }), ..) => {
            seal(&dir, &protocol, &file, note.as_deref(), words, out)
        }
        (Some(ChooseWhat::Verify { dossier }), ..) => verify(&dossier, words, out),
        (Some(ChooseWhat::Change { dir, protocol, area, act, reason, said }), ..) => {
            change::change(&dir, &protocol, &area, act.put_in, &reason, &said, words, out)
        }
        (Some(ChooseWhat::Desk { dir, by, port }), ..) => desk::desk(&dir, &by, port, words, out),
        (Some(ChooseWhat::Import { dir, protocol, areas, json }), ..) => {
            import::import(&dir, &protocol, &areas, json, words, out)
        }
        (None, Some(dir), Some(protocol)) => {
            let snapshot = snapshot::current(&dir)?;
            let asked = Asked { seed: typed.seed, replications: typed.replications };
            let (choice, texts) = choose(&dir, &snapshot, &protocol, asked, &Progress::new(words))?;
            problems::print(&choice.doubts, &texts, words, &mut std::io::stderr()).map_err(crate::standard_output)?;
            let invented = snapshot.manifest().invented;
            if let Some(to) = &typed.out {
                return papers::write(&note::document(&choice, &snapshot, None, words), to, words, out);
            }
            if typed.json {
                return crate::print_json(&as_json::as_json(&choice, invented), out);
            }
            print::print(&choice, invented, words, out).map_err(crate::standard_output)
        }
        // clap asks for both, or for a command.
        (None, ..) => Err(Failure::Negative),
    }
}

fn seal(
    dir: &Path,
    protocol: &Path,
    file: &Path,
    note: Option<&Path>,
    words: &Words,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    let beside = file.with_extension("pdf");
    let note = note.unwrap_or(&beside);
    if let Some(there) = [file, note].into_iter().find(|path| path.exists()) {
        return Err(Failure::Exists { path: there.to_owned() });
    }
    let snapshot = snapshot::current(dir)?;
    let (choice, texts) = choose(dir, &snapshot, protocol, Asked::default(), &Progress::new(words))?;
    problems::print(&choice.doubts, &texts, words, &mut std::io::stderr()).map_err(crate::standard_output)?;
    let store = |error: serde_json::Error| Failure::store(file, error);
    let dossier = Dossier::of(&choice, snapshot.id(), snapshot.manifest()).map_err(store)?;
    // The note first: a dossier that lies there was sealed whole.
    let document = note::document(&choice, &snapshot, Some(&dossier.sha256), words);
    papers::write(&document, note, words, out)?;
    crate::durable::write_durably(file, dossier.line().map_err(store)?.as_bytes())?;
    let facts = [("file", &*file.display().to_string()), ("hash", &dossier.sha256)];
    writeln!(out, "{}", words.say("choose-sealed", &facts)).map_err(crate::standard_output)
}

fn verify(file: &Path, words: &Words, out: &mut dyn Write) -> Result<(), Failure> {
    let bytes = std::fs::read(file).map_err(|error| Failure::io(file, error))?;
    let name = file.display().to_string();
    match Dossier::verify(&bytes) {
        Ok(dossier) => {
            let facts = [("file", &*name), ("hash", &dossier.sha256)];
            writeln!(out, "{}", words.say("choose-verified", &facts)).map_err(crate::standard_output)
        }
        Err(fault) => {
            let why = words.say(&format!("choose-fault-{}", fault.word()), &[]);
            writeln!(out, "{}", words.say("choose-not-verified", &[("file", &name), ("why", &why)]))
                .map_err(crate::standard_output)?;
            Err(Failure::Negative)
        }
    }
}
