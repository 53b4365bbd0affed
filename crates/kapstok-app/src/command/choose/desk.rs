// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `kapstok choose desk`: the workbenches of a build, with a form that writes changes into the log.
//!
//! In: a workspace with a build, and a role. Out: answers at 127.0.0.1, and events in the log, until the program ends.
//! Invariant: no other address; every start has a token of its own; a change is written as `choose change` writes it.

use std::collections::BTreeMap;
use std::io::Write;
use std::net::{IpAddr, Ipv4Addr};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use kapstok_serve::desk::{self, Desk, Pen, Wanted};
use kapstok_serve::pages::links::Page;
use kapstok_serve::{Limits, Log};
use kapstok_share::words::{Language, Words};
use kapstok_table::{Place, Problem};

use crate::agenda::stop;
use crate::build::snapshot;
use crate::choose::rule_of;
use crate::cli::SaidArguments;
use crate::command::agenda::plain;
use crate::command::serve::{Open, Where, agenda_of, of_address, open};
use crate::failure::Failure;
use crate::tell;
use crate::workspace::Workspace;

/// Serves until the program ends.
///
/// # Errors
/// No build, or a port that is taken; K0785 where the build has no choice.
pub(super) fn desk(dir: &Path, by: &str, port: u16, words: &Words, out: &mut dyn Write) -> Result<(), Failure> {
    let by = plain("by", by)?;
    let rules = rules(dir)?;
    if rules.is_empty() {
        return Err(stop(Problem::error("K0785", Place::file("kapstok.toml"))));
    }
    let place = Where { host: IpAddr::V4(Ipv4Addr::LOCALHOST), port, theme: None, first: Page::Start };
    let Open { served, listener, address, watch } = open(dir, &place)?;
    let token = token()?;
    for choice in rules.keys() {
        let path = desk::address(&token, choice, words.language);
        let facts = [("choice", choice.as_str()), ("address", &format!("http://{address}{path}"))];
        writeln!(out, "{}", words.say("choose-desk-at", &facts)).map_err(crate::standard_output)?;
    }
    writeln!(out, "{}", words.say("choose-desk-role", &[("role", &by)])).map_err(crate::standard_output)?;
    out.flush().map_err(crate::standard_output)?;
    watch.begin(words);
    let pen = Arc::new(Hand { dir: dir.to_owned(), rules, by: by.clone() });
    let desk = Arc::new(Desk { token, role: by, pen });
    desk::run(listener, served, desk, Limits::STANDARD).map_err(|error| of_address(address, error))
}

/// The rules of a workspace whose choice the build has, by id.
fn rules(dir: &Path) -> Result<BTreeMap<String, PathBuf>, Failure> {
    let snapshot = snapshot::current(dir)?;
    let (workspace, _) = Workspace::open(dir)?;
    let mut rules = BTreeMap::new();
    for entry in &workspace.settings.protocols {
        let path = dir.join(entry.get_ref());
        let (protocol, _) = rule_of(dir, &snapshot, &path)?;
        if snapshot.choices().iter().any(|choice| choice.id == protocol.id) {
            rules.insert(protocol.id, path);
        }
    }
    Ok(rules)
}

/// A word that nobody can guess.
pub(crate) fn token() -> Result<String, Failure> {
    let mut bytes = [0_u8; 16];
    let no_chance = |error: getrandom::Error| Failure::io(Path::new("getrandom"), std::io::Error::other(error));
    getrandom::fill(&mut bytes).map_err(no_chance)?;
    Ok(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
}

/// What writes at the desk.
struct Hand {
    dir: PathBuf,
    rules: BTreeMap<String, PathBuf>,
    by: String,
}

impl Pen for Hand {
    fn change(&self, wanted: &Wanted, language: Language) -> Result<Option<Log>, String> {
        let words = Words::new(language);
        let said = SaidArguments { by: self.by.clone(), date: None };
        let rule = self.rules.get(&wanted.choice).ok_or_else(|| words.say("choose-desk-no-rule", &[]))?;
        let written = super::change::change(
            &self.dir,
            rule,
            wanted.area.trim(),
            wanted.inside,
            &wanted.reason,
            &said,
            &words,
            &mut std::io::sink(),
        );
        written.map_err(|failure| tell::told(&failure, &words))?;
        // It is written, whatever becomes of reading it again; who looks for new logs tells that.
        Ok(agenda_of(&self.dir).ok())
    }
}
