// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `kapstok agenda template`, `export`, `ask`: sheets that go out, to be filled in and to come back by `import`.

use std::io::Write;
use std::path::Path;

use kapstok_agenda::entry::{Id, Noun};
use kapstok_agenda::library::{LibraryLink, SHIPPED, library};
use kapstok_agenda::plan::{self, Sheet, Template};
use kapstok_agenda::state::State;
use kapstok_share::agenda::Seen;
use kapstok_share::agenda::plan_book::{About, document, workbook};
use kapstok_share::words::Words;
use kapstok_table::nearest;

use crate::agenda::LINKS_FILE;
use crate::failure::Failure;
use crate::papers::{self, Beside};
use crate::problems::Texts;

/// Writes a plan to fill in: the burdens of an area and the links between them are there.
///
/// # Errors
/// No build or area, a damaged log, a library that cannot be read, a file that cannot be written.
pub(crate) fn template(dir: &Path, area: &str, to: &Path, words: &Words, out: &mut dyn Write) -> Result<(), Failure> {
    let beside = Beside::read(dir)?;
    let seen = beside.area(area, words)?;
    let links = links(dir)?;
    let of = Template {
        area: seen.code(),
        state: &seen.agenda.state,
        facts: &seen.agenda.facts,
        library: &links,
        language: words.language.tag(),
    };
    let sheets = plan::template(&of, &|key| words.say(key, &[]));
    put(&seen, &sheets, "plan-template", to, out)
}

/// Writes the agenda of an area in the same sheets.
///
/// # Errors
/// As [`template`].
pub(crate) fn export(dir: &Path, area: &str, to: &Path, words: &Words, out: &mut dyn Write) -> Result<(), Failure> {
    let beside = Beside::read(dir)?;
    let seen = beside.area(area, words)?;
    let sheets = plan::export(seen.code(), &seen.agenda.state, &|key| words.say(key, &[]));
    put(&seen, &sheets, "plan-export", to, out)
}

/// Writes one sheet with the actions of a partner, to be answered.
///
/// # Errors
/// No such partner, or one without actions; as [`template`].
pub(crate) fn ask(
    dir: &Path,
    partner: &str,
    area: Option<&str>,
    to: &Path,
    words: &Words,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    let beside = Beside::read(dir)?;
    let state = &beside.agenda.state;
    let organisation = organisation(state, partner)?;
    let code = area.map(|area| beside.area(area, words).map(|seen| seen.code())).transpose()?;
    let sheet = plan::ask(organisation, code, state, &|key| words.say(key, &[]));
    if sheet.rows.is_empty() {
        let found = state.name(organisation).to_owned();
        return Err(Failure::NotFound { what: "partner-actions", found, nearest: String::new() });
    }
    let name = state.name(organisation);
    let about = About {
        title: words.say("plan-ask-title", &[("name", name)]),
        lines: lines("plan-ask", 4, words),
        day: beside.agenda.events.iter().map(|event| event.day).max().map_or_else(String::new, |day| day.to_string()),
        foot: beside.agenda.hash(),
    };
    let bytes = workbook(std::slice::from_ref(&sheet), &about, words).map_err(|error| Failure::store(to, error))?;
    papers::put(&bytes, to)?;
    let facts = [("path", &*to.display().to_string()), ("n", &sheet.rows.len().to_string()), ("name", name)];
    writeln!(out, "{}", words.say("plan-asked", &facts)).map_err(crate::standard_output)
}

/// The organisation that was typed: by its short name or its name.
fn organisation(state: &State, typed: &str) -> Result<Id, Failure> {
    let typed = typed.trim();
    if let Some(id) = Id::parse(typed).filter(|id| id.noun() == Noun::Organisation && state.get(*id).is_some()) {
        return Ok(id);
    }
    let folded = plan::fold(typed);
    let named = state.all(Noun::Organisation).find(|it| plan::fold(it.text("name")) == folded);
    let starting = || {
        let mut all = state.all(Noun::Organisation).filter(|it| plan::fold(it.text("name")).starts_with(&folded));
        all.next().filter(|_| all.next().is_none() && !folded.is_empty())
    };
    named.or_else(starting).map(kapstok_agenda::entry::Entry::id).ok_or_else(|| {
        let names: Vec<&str> = state.all(Noun::Organisation).map(|it| it.text("name")).collect();
        let nearest = nearest(typed, names).to_owned();
        Failure::NotFound { what: "partner", found: typed.to_owned(), nearest }
    })
}

/// The links that may be offered: those of Kapstok, and those of the workspace.
fn links(dir: &Path) -> Result<Vec<LibraryLink>, Failure> {
    let own = std::fs::read_to_string(dir.join(LINKS_FILE)).unwrap_or_default();
    let mut files = vec![("links.toml", SHIPPED)];
    if !own.is_empty() {
        files.push((LINKS_FILE, &own));
    }
    let (links, problems) = library(&files);
    match problems.is_empty() {
        true => Ok(links),
        false => Err(Failure::Problems { problems, texts: Texts::from([(LINKS_FILE.to_owned(), own)]) }),
    }
}

fn lines(key: &str, n: usize, words: &Words) -> Vec<String> {
    (1..=n).map(|line| words.say(&format!("{key}-{line}"), &[])).collect()
}

/// Writes sheets in the form that the name ends with.
fn put(seen: &Seen<'_>, sheets: &[Sheet], key: &str, to: &Path, out: &mut dyn Write) -> Result<(), Failure> {
    let words = seen.words;
    let about = About {
        title: words.say(&format!("{key}-title"), &[("name", seen.name())]),
        lines: lines(key, 3, words),
        day: seen.day(),
        foot: seen.foot_line(),
    };
    if to.extension().is_some_and(|form| form.eq_ignore_ascii_case("xlsx")) {
        let bytes = workbook(sheets, &about, words).map_err(|error| Failure::store(to, error))?;
        papers::put(&bytes, to)?;
        let facts = [("path", &*to.display().to_string())];
        return writeln!(out, "{}", words.say("paper-written", &facts)).map_err(crate::standard_output);
    }
    papers::write(&document(sheets, &about, seen.head_line(), words), to, words, out)
}
