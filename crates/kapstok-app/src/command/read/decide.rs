// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `kapstok read decide`: decisions of a reader held against the document, and written into the log.
//!
//! In: a file of decisions and the document. Out: what would happen, or one act in the log. Invariant: all or nothing;
//! the same file again writes nothing.

use std::collections::BTreeMap;
use std::io::Write;
use std::path::Path;

use kapstok_read::review::{Act, Day, Decision, Given, Row, check};
use kapstok_share::documents::said::page;
use kapstok_share::snapshot::Snapshot;
use kapstok_share::words::Words;
use kapstok_table::{Place, Problem, Severity};

use super::said::short;
use crate::agenda::area::code_in;
use crate::agenda::{Log, stop};
use crate::build::snapshot;
use crate::cli::{Beside, SaidArguments};
use crate::command::agenda::{self, Known};
use crate::failure::Failure;
use crate::problems::{self, Texts};
use crate::review::record::{Again, Plan, Step, plan};
use crate::review::{self, Book};

/// What was typed.
pub(super) struct Asked<'a> {
    pub(super) decisions: &'a Path,
    pub(super) document: &'a Path,
    pub(super) with: &'a Beside,
    pub(super) said: &'a SaidArguments,
    pub(super) dated: Option<&'a str>,
    pub(super) check: bool,
    pub(super) write: bool,
}

/// Decides.
///
/// # Errors
/// Every row that is wrong, with its column; then nothing is written.
pub(super) fn decide(dir: &Path, asked: &Asked<'_>, words: &Words, out: &mut dyn Write) -> Result<(), Failure> {
    let said = agenda::who(asked.said)?;
    let dated = asked.dated.map(day).transpose()?;
    // Before a document is read: a workspace that is none is told at once.
    let state = Log::read(dir)?.state;
    let book = review::open(asked.document, asked.with.ask.as_deref(), asked.with.recipe.as_deref(), words)?;
    let areas = Areas::of(dir)?;
    let given = Given { reader: Some(&said.by), day: Day::parse(&said.day.to_string()) };
    let (rows, mut found) = review::file::read(asked.decisions, given)?;
    let n_rows = rows.len();
    let rows = of_reader(rows, &said.by, asked.decisions, &mut found);
    let rows = areas.in_codes(rows, asked.decisions, &mut found);
    let (decisions, more) = check(rows, &book.proposals, &book.vocabulary);
    found.extend(more.into_iter().map(|problem| review::file::at_file(asked.decisions, problem)));
    let found = Problem::fold(found);
    if found.iter().any(|problem| problem.severity == Severity::Error) {
        return Err(Failure::Problems { problems: found, texts: Texts::new() });
    }
    problems::print(&found, &Texts::new(), words, &mut std::io::stderr().lock()).map_err(crate::standard_output)?;
    let n = decisions.len().to_string();
    let again = (dated, Again::Passed);
    if asked.check {
        // What no promise can hold is found only by making it.
        plan(&book, &state, &decisions, &areas.known, again, words)?;
        let said = words.say("decide-right", &[("n", &n), ("of", &book.proposals.len().to_string())]);
        return writeln!(out, "{said}").map_err(crate::standard_output);
    }
    if !asked.write {
        let plan = plan(&book, &state, &decisions, &areas.known, again, words)?;
        return told(&plan, (asked.decisions, n_rows), None, words, out).map_err(crate::standard_output);
    }
    let mut writer = agenda::open(dir, words)?;
    // Behind the lock: who decides beside us was here first.
    let mut plan = plan(&book, writer.state(), &decisions, &areas.known, again, words)?;
    if !plan.events.is_empty() {
        writer.append(std::mem::take(&mut plan.events), &said)?;
    }
    told(&plan, (asked.decisions, n_rows), Some(&writer.head().to_string()), words, out).map_err(crate::standard_output)
}

/// A day that was typed.
///
/// # Errors
/// [`Failure::NotFound`].
pub(super) fn day(typed: &str) -> Result<Day, Failure> {
    let wrong = || Failure::NotFound { what: "day", found: typed.to_owned(), nearest: crate::clock::today() };
    Day::parse(typed.trim()).ok_or_else(wrong)
}

/// The rows of who writes: those of others are told and left.
fn of_reader(rows: Vec<Row>, by: &str, file: &Path, found: &mut Vec<Problem>) -> Vec<Row> {
    let mut others: BTreeMap<String, (u32, usize)> = BTreeMap::new();
    let mut own = Vec::new();
    for row in rows {
        if row.decision.reader == by {
            own.push(row);
            continue;
        }
        let first = u32::try_from(row.row).unwrap_or(u32::MAX);
        others.entry(row.decision.reader).or_insert((first, 0)).1 += 1;
    }
    for (reader, (row, n)) in others {
        let column = Some("reader".to_owned());
        let place = Place { row: Some(row), column, ..Place::file(&file.display().to_string()) };
        let problem = Problem::warning("K0870", place).with("found", reader).with("reader", by);
        found.push(problem.with("n", n));
    }
    own
}

/// Why words are no area: what was typed, what may have been meant, and whether none or several have the name.
struct NoArea {
    found: String,
    nearest: String,
    case: &'static str,
}

/// Names of areas and domains; without a build codes stand as they are.
pub(super) struct Areas {
    snapshot: Option<Snapshot>,
    pub(super) known: Known,
}

impl Areas {
    /// Those of a workspace.
    ///
    /// # Errors
    /// A build that cannot be read.
    pub(super) fn of(dir: &Path) -> Result<Self, Failure> {
        let snapshot = match snapshot::current(dir) {
            Ok(snapshot) => Some(snapshot),
            Err(Failure::NoBuild { .. }) => None,
            Err(other) => return Err(other),
        };
        let known = snapshot.as_ref().map_or_else(Known::default, Known::of);
        Ok(Self { snapshot, known })
    }

    /// Codes for the areas that a reader named; a row with one that is not known is told.
    pub(super) fn in_codes(&self, rows: Vec<Row>, file: &Path, found: &mut Vec<Problem>) -> Vec<Row> {
        let codes = |mut row: Row| {
            let Act::Change(changes) = &mut row.decision.act else { return Ok(row) };
            let Some(typed) = changes.get_mut("areas") else { return Ok(row) };
            let at = u32::try_from(row.row).ok();
            *typed = self.codes(typed).map_err(|NoArea { found, nearest, case }| {
                let column = Some("change.areas".to_owned());
                let place = Place { row: at, column, ..Place::file(&file.display().to_string()) };
                Problem::error("K0874", place).with("found", found).with("nearest", nearest).with("case", case)
            })?;
            Ok(row)
        };
        let mut known = Vec::new();
        for row in rows {
            match codes(row) {
                Ok(row) => known.push(row),
                Err(problem) => found.push(problem),
            }
        }
        known
    }

    fn codes(&self, typed: &str) -> Result<String, NoArea> {
        let code = |part: &str| match &self.snapshot {
            None => Ok(part.to_owned()),
            Some(snapshot) => code_in(snapshot, part).map_err(|failure| {
                let (nearest, case) = match failure {
                    Failure::NotFound { what: "area-several", nearest, .. } => (nearest, "several"),
                    Failure::NotFound { nearest, .. } => (nearest, "none"),
                    _ => (String::new(), "none"),
                };
                NoArea { found: part.to_owned(), nearest, case }
            }),
        };
        // A name may have a comma in it; then it stands alone, or semicolons part the names.
        if self.snapshot.is_some()
            && let Ok(one) = code(typed.trim())
        {
            return Ok(one);
        }
        let between: &[char] = if typed.contains(';') { &[';'] } else { &[','] };
        let parts = typed.split(between).map(str::trim).filter(|part| !part.is_empty());
        let mut codes = parts.map(code).collect::<Result<Vec<_>, _>>()?;
        codes.sort_unstable();
        codes.dedup();
        Ok(codes.join(","))
    }
}

/// Writes one decision that was made at a desk, with all that follows from it; tells what stays though the reader says
/// otherwise.
///
/// # Errors
/// What is wrong with it; what the log refuses.
pub(super) fn write_one(
    dir: &Path,
    book: &Book,
    decision: Decision,
    said: &SaidArguments,
    dated: Option<Day>,
    words: &Words,
) -> Result<Vec<Problem>, Failure> {
    let said = agenda::who(said)?;
    let areas = Areas::of(dir)?;
    let file = Path::new("kapstok read desk");
    let mut found = Vec::new();
    let rows = areas.in_codes(vec![Row { row: 1, decision }], file, &mut found);
    let (decisions, more) = check(rows, &book.proposals, &book.vocabulary);
    found.extend(more.into_iter().map(|problem| review::file::at_file(file, problem)));
    if found.iter().any(|problem| problem.severity == Severity::Error) {
        // There is one decision: its row says nothing.
        found.iter_mut().for_each(|problem| problem.place.row = None);
        return Err(Failure::Problems { problems: found, texts: Texts::new() });
    }
    let mut writer = agenda::open(dir, words)?;
    let plan = plan(book, writer.state(), &decisions, &areas.known, (dated, Again::Holds), words)?;
    match plan.events.is_empty() {
        true => Err(stop(Problem::error("K0876", Place::file("kapstok read desk")))),
        false => writer.append(plan.events, &said).map(|_| plan.doubts),
    }
}

/// Says what happens, or happened where there is a head.
fn told(
    plan: &Plan,
    (file, n_rows): (&Path, usize),
    head: Option<&str>,
    words: &Words,
    out: &mut dyn Write,
) -> std::io::Result<()> {
    let (mut decided, mut promises, mut without) = (0, 0, 0);
    for step in &plan.steps {
        decided += usize::from(matches!(step, Step::Decided { .. }));
        if let Step::Promise { is_new: true, n_areas, .. } = step {
            promises += 1;
            without += usize::from(*n_areas == 0);
        }
        writeln!(out, "{}", line(step, words))?;
    }
    problems::print(&plan.doubts, &Texts::new(), words, &mut std::io::stderr().lock())?;
    let facts = [
        ("n", decided.to_string()),
        ("known", plan.n_known.to_string()),
        ("promises", promises.to_string()),
        ("without", without.to_string()),
        ("head", head.unwrap_or_default().to_owned()),
        ("file", file.display().to_string()),
    ];
    let facts: Vec<(&str, &str)> = facts.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let key = match (plan.steps.is_empty(), head) {
        (true, _) if n_rows == 0 => "decide-none",
        (true, _) => "decide-nothing",
        (false, None) => "decide-would",
        (false, Some(_)) => "decide-written",
    };
    writeln!(out, "{}", words.say(key, &facts))?;
    out.flush()
}

fn line(step: &Step, words: &Words) -> String {
    match step {
        Step::Decided { act, quote, printed, page: of_file } => {
            let place = page(printed.as_deref(), *of_file, words);
            let facts = [("act", &*words.word("review-act", act)), ("place", &place), ("quote", &short(quote))];
            words.say("decide-decided", &facts)
        }
        Step::Promise { id, is_new, n_areas } => {
            let key = match (is_new, n_areas) {
                (true, 0) => "decide-promise-without-area",
                (true, _) => "decide-promise",
                (false, _) => "decide-promise-changed",
            };
            format!("  {}", words.say(key, &[("id", &id.to_string()), ("n", &n_areas.to_string())]))
        }
        Step::Target { id, is_new, area } => {
            let key = if *is_new { "decide-target" } else { "decide-target-changed" };
            format!("  {}", words.say(key, &[("id", &id.to_string()), ("area", area)]))
        }
        Step::Withdrawn { id } => format!("  {}", words.say("decide-withdrawn", &[("id", &id.to_string())])),
    }
}
