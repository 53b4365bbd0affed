// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `kapstok read desk`: a page on this machine on which a person decides, statement by statement.
//!
//! In: a workspace with a build, a document, a role. Out: answers at 127.0.0.1, and events in the log, until the program
//! ends. Invariant: no other address; every start has a token of its own; a decision is written as `read decide` writes it.

use std::io::Write;
use std::net::{IpAddr, Ipv4Addr};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use kapstok_read::review::{Act, Day, Decision};
use kapstok_serve::Limits;
use kapstok_serve::desk::review::{self as served, ReviewDesk, ReviewPen, WantedDecision, Written};
use kapstok_serve::pages::links::Page;
use kapstok_share::words::{Language, Words};
use kapstok_table::{Place, Problem};

use super::decide;
use crate::agenda::stop;
use crate::cli::{Beside, SaidArguments};
use crate::command::agenda::plain;
use crate::command::choose::token;
use crate::command::serve::{Open, Where, agenda_of, of_address, open};
use crate::failure::Failure;
use crate::review::{self, Book};
use crate::{problems, tell};

/// What was typed.
pub(super) struct Asked<'a> {
    pub(super) document: &'a Path,
    pub(super) with: &'a Beside,
    pub(super) by: &'a str,
    pub(super) dated: Option<&'a str>,
    pub(super) blind: bool,
    pub(super) port: u16,
}

/// Serves until the program ends.
///
/// # Errors
/// No build, or a port that is taken; a document that cannot be read; K0878 where nothing is to be decided.
pub(super) fn desk(dir: &Path, asked: &Asked<'_>, words: &Words, out: &mut dyn Write) -> Result<(), Failure> {
    let by = plain("by", asked.by)?;
    let dated = asked.dated.map(decide::day).transpose()?;
    let place = Where { host: IpAddr::V4(Ipv4Addr::LOCALHOST), port: asked.port, theme: None, first: Page::Start };
    let Open { served, listener, address, watch } = open(dir, &place)?;
    let book = review::open(asked.document, asked.with.ask.as_deref(), asked.with.recipe.as_deref(), words)?;
    if book.proposals.is_empty() {
        return Err(stop(Problem::error("K0878", Place::file(&asked.document.display().to_string()))));
    }
    let token = token()?;
    let path = format!("http://{address}{}", served::address(&token, words.language));
    let n = book.proposals.len().to_string();
    writeln!(out, "{}", words.say("review-desk-at", &[("n", &n), ("title", &book.title), ("address", &path)]))
        .and_then(|()| writeln!(out, "{}", words.say("choose-desk-role", &[("role", &by)])))
        .and_then(|()| out.flush())
        .map_err(crate::standard_output)?;
    watch.begin(words);
    let (title, rows) = (book.title.clone(), book.rows.clone());
    let (proposals, vocabulary) = (book.proposals.clone(), book.vocabulary.clone());
    let pen = Arc::new(Hand { dir: dir.to_owned(), book, by: by.clone(), dated });
    let is_blind = asked.blind;
    let desk = Arc::new(ReviewDesk { token, reader: by, is_blind, title, rows, proposals, vocabulary, pen });
    served::run(listener, served, desk, Limits::STANDARD).map_err(|error| of_address(address, error))
}

/// What writes at the desk.
struct Hand {
    dir: PathBuf,
    book: Book,
    by: String,
    dated: Option<Day>,
}

impl ReviewPen for Hand {
    fn decide(&self, wanted: &WantedDecision, language: Language) -> Result<Written, String> {
        let words = Words::new(language);
        let written = self.decision(wanted).and_then(|decision| {
            let said = SaidArguments { by: self.by.clone(), date: None };
            decide::write_one(&self.dir, &self.book, decision, &said, self.dated, &words)
        });
        let doubts = written.map_err(|failure| tell::told(&failure, &words))?;
        let said = |doubt: &Problem| {
            let hint = problems::hint(doubt, &words).map(|hint| format!(" ({hint})")).unwrap_or_default();
            format!("{}{hint}", problems::message(doubt, &words))
        };
        let doubts = doubts.iter().map(said).collect();
        // It is written, whatever becomes of reading it again; who looks for new logs tells that.
        Ok(Written { log: agenda_of(&self.dir).ok(), doubts })
    }
}

impl Hand {
    /// The decision of a form: with more than belongs to it, it is none.
    fn decision(&self, wanted: &WantedDecision) -> Result<Decision, Failure> {
        let refused = |column: &str, code| {
            let place = Place { column: Some(column.to_owned()), ..Place::file("kapstok read desk") };
            Problem::error(code, place)
        };
        let too_much = |column| stop(refused(column, "K0867").with("case", "too-much"));
        let proposal = self.book.proposals.iter().find(|proposal| proposal.key == wanted.key);
        let unknown = || stop(refused("key", "K0863").with("found", &wanted.key));
        let proposal = proposal.ok_or_else(unknown)?;
        let act = match wanted.act.as_str() {
            Act::ACCEPT if !wanted.changes.is_empty() => return Err(too_much("act")),
            Act::REJECT if !wanted.changes.is_empty() => return Err(too_much("act")),
            Act::ACCEPT | Act::CHANGE if !wanted.reason.is_empty() => return Err(too_much("reason")),
            Act::ACCEPT => Act::Accept,
            Act::CHANGE => Act::Change(wanted.changes.clone()),
            Act::REJECT => Act::Reject(wanted.reason.clone()),
            found => {
                let problem = refused("act", "K0866").with("found", found);
                let words = [Act::ACCEPT, Act::CHANGE, Act::REJECT].join(", ");
                return Err(stop(problem.with("allowed", words).with("case", "one-of")));
            }
        };
        let today = crate::clock::today();
        let no_day = || Failure::NotFound { what: "day", found: today.clone(), nearest: String::new() };
        let day = Day::parse(&today).ok_or_else(no_day)?;
        Ok(Decision { note: wanted.note.clone(), ..Decision::on(proposal, &self.by, day, act) })
    }
}
