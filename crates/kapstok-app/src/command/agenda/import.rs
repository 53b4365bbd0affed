// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `kapstok agenda import`: a plan in the user's own columns, or a sheet that a partner sent back.
//!
//! In: XLSX or DOCX. Out: what would change, or one act of events. Invariant: all or nothing; the same file again changes
//! nothing; how columns were understood is remembered in `agenda/forms.toml`, which a person can read and change.

use std::io::Write;
use std::path::Path;

use kapstok_agenda::changes::{Change, ChangeKind};
use kapstok_agenda::entry::Id;
use kapstok_agenda::event::{Event, What};
use kapstok_agenda::plan::{
    Form, FormBook, Grid, GridCell, ImportOptions, Language, Names, Row, answers, import as read_plan, is_answer, plain,
};
use kapstok_agenda::state::State;
use kapstok_share::agenda::said::Said;
use kapstok_share::snapshot::Snapshot;
use kapstok_share::words::{Language as Tongue, Words};
use kapstok_source::{CellKind, Limits, grids};
use kapstok_table::{Place, Problem, Severity};
use serde_json::json;

use crate::agenda::Log;
use crate::build::snapshot;
use crate::cli::SaidArguments;
use crate::clock;
use crate::durable::replace_durably;
use crate::failure::Failure;
use crate::problems::{self, Texts};

/// Where it is remembered how columns were understood.
const FORMS_FILE: &str = "agenda/forms.toml";

/// What is typed behind the file.
pub(crate) struct Asked<'a> {
    /// Area of rows that name none.
    pub(crate) area: Option<&'a str>,
    /// Year of amounts that name none.
    pub(crate) year: Option<u16>,
    /// `TITLE=FIELD`.
    pub(crate) columns: &'a [String],
    /// Why what the file no longer names is withdrawn.
    pub(crate) withdraw_missing: Option<&'a str>,
    /// Show what would change, and write nothing.
    pub(crate) dry_run: bool,
    /// Print the same as JSON.
    pub(crate) json: bool,
}

/// What a file comes to.
struct Read {
    events: Vec<What>,
    not_in_file: Vec<Id>,
    forms: Vec<Form>,
    problems: Vec<Problem>,
}

/// Reads a file into the agenda.
///
/// # Errors
/// Every problem by sheet, row and column; then nothing is written.
pub(crate) fn import(
    dir: &Path,
    file: &Path,
    asked: &Asked<'_>,
    said: Option<&SaidArguments>,
    words: &Words,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    let bytes = std::fs::read(file).map_err(|error| Failure::io(file, error))?;
    let name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let (found, mut problems) = grids(&name, &bytes, &Limits::default());
    // A file that is none, or has no table at all, has nothing to say about an agenda.
    if found.is_empty() && problems.is_empty() {
        problems.push(Problem::error("K0610", Place::file(&name)));
    }
    let mut problems = stop_at_errors(problems)?;
    // Lines of text on a sheet of their own are no table; where there is nothing else, the reader says so.
    let is_table = |grid: &kapstok_source::Grid| grid.rows.iter().any(|row| row.cells.len() > 1);
    let has_table = found.iter().any(is_table);
    let tables: Vec<Grid> =
        found.into_iter().filter(|grid| !has_table || is_table(grid)).map(|grid| of_source(&name, grid)).collect();
    // Without a build names of areas are not known, and codes are taken as they stand.
    let snapshot = match snapshot::current(dir) {
        Ok(snapshot) => Some(snapshot),
        Err(Failure::NoBuild { .. }) => None,
        Err(other) => return Err(other),
    };
    let read =
        |state: &State, events: &[Event], book: &FormBook, mut problems: Vec<Problem>| -> Result<Read, Failure> {
            let mut read = understand(&tables, (state, events), book, asked, snapshot.as_ref(), words)?;
            problems.append(&mut read.problems);
            read.problems = Problem::fold(problems);
            Ok(read)
        };
    if asked.dry_run {
        let log = Log::read(dir)?;
        let book = forms(dir, &mut problems)?;
        let read = read(&log.state, &log.events, &book, problems)?;
        return shown(&log.state, read, asked, words, out);
    }
    let said = said.map(super::who).transpose()?.ok_or_else(|| Failure::NotFound {
        what: "by",
        found: String::new(),
        nearest: String::new(),
    })?;
    let mut writer = super::open(dir, words)?;
    // Behind the lock: who imports beside us remembers columns too.
    let mut book = forms(dir, &mut problems)?;
    let read = read(writer.state(), writer.events(), &book, problems)?;
    let before = writer.state().clone();
    let n = read.events.len();
    let doubts = stop_at_errors(read.problems)?;
    for form in read.forms {
        book.remember(form);
    }
    if n > 0 {
        writer.append(read.events, &said)?;
    }
    remember(dir, &book, words)?;
    problems::print(&doubts, &Texts::new(), words, &mut std::io::stderr().lock()).map_err(crate::standard_output)?;
    let head = writer.head().to_string();
    if asked.json {
        let report = json!({ "events": n, "not_in_file": ids(&read.not_in_file), "head": head });
        return crate::print_json(&report, out);
    }
    let print = |out: &mut dyn Write| {
        let facts = [("n", &*n.to_string()), ("file", &name), ("head", &head)];
        writeln!(out, "{}", words.say(if n == 0 { "import-nothing" } else { "import-done" }, &facts))?;
        missing(&before, &read.not_in_file, words, out)?;
        out.flush()
    };
    print(out).map_err(crate::standard_output)
}

/// Tables of a file as a plan reads them: a number as it was typed, not as it is stored.
fn of_source(file: &str, grid: kapstok_source::Grid) -> Grid {
    let cell = |cell: kapstok_source::GridCell| {
        let number = (cell.kind == CellKind::Number).then(|| cell.text.parse().ok()).flatten();
        GridCell { text: number.map_or(cell.text, plain), carried: cell.carried }
    };
    let row =
        |row: kapstok_source::GridRow| Row { number: row.number, cells: row.cells.into_iter().map(cell).collect() };
    Grid {
        file: file.to_owned(),
        sheet: grid.name,
        number: grid.number,
        rows: grid.rows.into_iter().map(row).collect(),
    }
}

fn forms(dir: &Path, problems: &mut Vec<Problem>) -> Result<FormBook, Failure> {
    let path = dir.join(FORMS_FILE);
    let text = match std::fs::read_to_string(&path) {
        Ok(text) => text,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(FormBook::default()),
        Err(error) => return Err(Failure::io(&path, error)),
    };
    let (book, mut found) = FormBook::read(FORMS_FILE, &text);
    problems.append(&mut found);
    Ok(book)
}

/// Writes how columns were understood, where that changed.
fn remember(dir: &Path, book: &FormBook, words: &Words) -> Result<(), Failure> {
    let path = dir.join(FORMS_FILE);
    let text = book.write(&words.say("import-forms-comment", &[]));
    if book.is_empty() || std::fs::read_to_string(&path).is_ok_and(|there| there == text) {
        return Ok(());
    }
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder).map_err(|error| Failure::io(folder, error))?;
    }
    replace_durably(&path, text.as_bytes())
}

/// What the tables say: a plan, or the answers of a partner.
fn understand(
    tables: &[Grid],
    (state, events): (&State, &[Event]),
    forms: &FormBook,
    asked: &Asked<'_>,
    snapshot: Option<&Snapshot>,
    words: &Words,
) -> Result<Read, Failure> {
    if is_answer(tables) {
        let read = answers(tables, state, events);
        return Ok(Read { events: read.events, not_in_file: Vec::new(), forms: Vec::new(), problems: read.problems });
    }
    let mut choices = Vec::new();
    for column in asked.columns {
        let Some((title, field)) = column.rsplit_once('=') else {
            return Err(Failure::NotFound { what: "column", found: column.clone(), nearest: String::new() });
        };
        choices.push((title.trim().to_owned(), field.trim().to_owned()));
    }
    let area = match (asked.area, snapshot) {
        (Some(typed), Some(snapshot)) => Some(crate::agenda::area::code_in(snapshot, typed)?),
        (typed, _) => typed.map(str::to_owned),
    };
    let known = snapshot.map_or_else(Known::default, Known::of);
    let options = ImportOptions {
        area: area.as_deref(),
        year: asked.year,
        language: match words.language {
            Tongue::Nl => Language::Dutch,
            Tongue::En => Language::English,
        },
        areas: &known.areas,
        domains: &known.domains,
        indicators: &known.indicators,
        forms,
        choices: &choices,
        withdraw_missing: asked.withdraw_missing,
    };
    let made = read_plan(tables, state, &options);
    Ok(Read { events: made.events, not_in_file: made.not_in_file, forms: made.forms, problems: made.problems })
}

/// Names that a plan or a reader may use, with what they stand for.
#[derive(Default)]
pub(crate) struct Known {
    areas: Names,
    pub(crate) domains: Names,
    indicators: Names,
}

impl Known {
    /// Those of a build.
    pub(crate) fn of(snapshot: &Snapshot) -> Self {
        let mut areas: Vec<(&str, &str)> = Vec::new();
        // The larger areas first: a municipality and its main buurt often share a name, and the larger area is meant.
        for level in snapshot.levels() {
            for (code, name) in level.codes().iter().zip(level.names()) {
                areas.push((code, code));
                areas.push((name, code));
            }
        }
        let indicators = snapshot.manifest().indicators.iter().flat_map(|it| {
            [it.id.as_str(), it.label.nl.as_str(), it.label.en.as_str()].map(|name| (name.to_owned(), it.id.clone()))
        });
        let mut ids: Vec<&str> = snapshot.manifest().indicators.iter().map(|it| it.domain.as_str()).collect();
        ids.extend(snapshot.manifest().recipes.iter().flat_map(|it| it.domains.iter().map(String::as_str)));
        ids.sort_unstable();
        ids.dedup();
        let tongues = Tongue::ALL.map(Words::new);
        let domains = ids.iter().flat_map(|id| {
            let said = tongues.iter().map(|words| (words.word("domain", id), (*id).to_owned()));
            said.chain([((*id).to_owned(), (*id).to_owned())]).collect::<Vec<_>>()
        });
        Self { areas: Names::new(areas), domains: Names::new(domains), indicators: Names::new(indicators) }
    }
}

/// Ends the command where any problem is an error; else gives the doubts.
fn stop_at_errors(problems: Vec<Problem>) -> Result<Vec<Problem>, Failure> {
    match problems.iter().any(|problem| problem.severity == Severity::Error) {
        true => Err(Failure::Problems { problems, texts: Texts::new() }),
        false => Ok(problems),
    }
}

fn ids(ids: &[Id]) -> Vec<String> {
    ids.iter().map(ToString::to_string).collect()
}

/// Shows what would change.
fn shown(before: &State, read: Read, asked: &Asked<'_>, words: &Words, out: &mut dyn Write) -> Result<(), Failure> {
    let doubts = stop_at_errors(read.problems)?;
    problems::print(&doubts, &Texts::new(), words, &mut std::io::stderr().lock()).map_err(crate::standard_output)?;
    let mut after = before.clone();
    for what in &read.events {
        let day = kapstok_agenda::day::Day::parse(&clock::today());
        let Some(day) = day else { continue };
        after.apply(&Event { day, recorded: clock::now(), by: None, what: what.clone() });
    }
    let changes: Vec<Change> = read.events.iter().filter_map(|what| change(what, before, &after)).collect();
    if asked.json {
        let entry = |change: &Change| {
            let (kind, fields) = match &change.what {
                ChangeKind::Added => ("added", Vec::new()),
                ChangeKind::Gone => ("gone", Vec::new()),
                ChangeKind::Changed(fields) => ("changed", fields.iter().map(|it| it.field).collect()),
            };
            json!({ "id": change.id.to_string(), "noun": change.id.noun().word(), "change": kind, "fields": fields })
        };
        let report = json!({
            "events": read.events.len(),
            "changes": changes.iter().map(entry).collect::<Vec<_>>(),
            "not_in_file": ids(&read.not_in_file),
        });
        return crate::print_json(&report, out);
    }
    let (old, new) = (Said { state: before, words }, Said { state: &after, words });
    let print = |out: &mut dyn Write| {
        writeln!(out, "{}", words.say("import-would", &[("n", &changes.len().to_string())]))?;
        for Change { id, what } in &changes {
            let (kind, said) = match what {
                ChangeKind::Added => ("changes-added", new),
                ChangeKind::Gone => ("changes-gone", old),
                ChangeKind::Changed(_) => ("changes-changed", new),
            };
            let kind = words.say(kind, &[]);
            writeln!(out, "  {kind}: {} {id} {}", said.kind(*id), said.title(*id))?;
            let ChangeKind::Changed(fields) = what else { continue };
            for field in fields {
                let value = |said: Said<'_>, value: &Option<kapstok_agenda::entry::Value>| match (
                    id.noun().field(field.field),
                    value,
                ) {
                    (Some(form), Some(value)) => said.value(form, value),
                    _ => words.say("agenda-nothing", &[]),
                };
                let (was, is) = (value(old, &field.before), value(new, &field.after));
                writeln!(out, "      {}: {was} → {is}", said.field(id.noun(), field.field))?;
            }
        }
        missing(before, &read.not_in_file, words, out)
    };
    print(out).map_err(crate::standard_output)
}

fn change(what: &What, before: &State, after: &State) -> Option<Change> {
    let (id, what) = match what {
        What::Set(entry) => match before.get(entry.id()) {
            None => (entry.id(), ChangeKind::Added),
            Some(old) => {
                (entry.id(), ChangeKind::Changed(kapstok_agenda::changes::fields(old, after.get(entry.id())?)))
            }
        },
        What::Withdrawn { id, .. } => (*id, ChangeKind::Gone),
        What::Opened
        | What::Adopted(_)
        | What::ChoiceChanged(_)
        | What::StatementDecided(_)
        | What::Redacted { .. } => return None,
    };
    Some(Change { id, what })
}

/// What is agreed and the file does not name: it stands, and is told.
fn missing(state: &State, not_in_file: &[Id], words: &Words, out: &mut dyn Write) -> std::io::Result<()> {
    if not_in_file.is_empty() {
        return Ok(());
    }
    writeln!(out, "{}", words.say("import-not-in-file", &[("n", &not_in_file.len().to_string())]))?;
    let said = Said { state, words };
    for id in not_in_file {
        writeln!(out, "  {} {id} {}", said.kind(*id), said.title(*id))?;
    }
    Ok(())
}
