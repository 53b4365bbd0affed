// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `kapstok conformance FOLDER...`: published indices against ours, cell by cell.
//!
//! A folder holds `conformance.toml`: a recipe, its inputs, the published file, the columns to compare with
//! their decimals, and exceptions with their reasons. An unlisted difference fails; a listed one that no
//! longer differs fails too.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;
use std::path::{Path, PathBuf};

use kapstok_score::Outcome;
use kapstok_source::{Decimal, RawTable};
use kapstok_table::{Place, Problem};
use serde::{Deserialize, Serialize};

use crate::bare::{self, BareTables, read_table, read_text, rows_by_key};
use crate::command::score::{read_recipe, run};
use crate::failure::Failure;
use crate::problems::Texts;
use crate::workspace::any_error;
use kapstok_share::words::Words;

/// `conformance.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Conformance {
    /// Version of this form.
    conformance: u32,
    /// Name of the published index.
    index: String,
    /// The recipe, from this folder.
    recipe: PathBuf,
    /// Licence of the published files.
    #[serde(rename = "licence")]
    _licence: String,
    /// What must stand beside them.
    #[serde(rename = "attribution")]
    _attribution: String,
    /// Run once per value of a word that stands as `{word}` in titles.
    repeat: Option<Repeat>,
    /// Files that the recipe reads, joined by their keys; the first gives the areas.
    input: Vec<InputFile>,
    /// Files to compare with.
    published: Vec<Published>,
    /// Differences that are known, with the reason.
    #[serde(default)]
    exception: Vec<Exception>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Repeat {
    word: String,
    from: i64,
    to: i64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct InputFile {
    file: String,
    sheet: Option<String>,
    key: String,
    /// Column of the recipe to title of the file, where they differ.
    #[serde(default)]
    columns: BTreeMap<String, String>,
    /// Texts that stand for no figure.
    #[serde(default)]
    missing: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Published {
    /// The file; or `table`.
    file: Option<String>,
    sheet: Option<String>,
    /// The table itself, as CSV, where what was published is not a file: a page of a report, an article.
    table: Option<String>,
    key: String,
    /// Some areas were published and not all: those that are not there are no difference.
    #[serde(default)]
    only_these_areas: bool,
    #[serde(default)]
    missing: Vec<String>,
    column: Vec<Compared>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Compared {
    /// Our column.
    ours: String,
    /// Theirs.
    title: String,
    /// Decimals that are published.
    decimals: u32,
    /// Compare only where they published a figure.
    #[serde(default)]
    only_where_published: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Exception {
    /// Our column.
    column: String,
    /// Codes of the areas.
    areas: Vec<String>,
    /// The largest difference that the reason covers.
    at_most: f64,
    /// Why.
    reason: String,
}

/// Counts of one column.
#[derive(Serialize)]
pub(crate) struct ColumnReport {
    index: String,
    column: String,
    compared: usize,
    equal: usize,
    max_difference: f64,
    unexplained: usize,
    listed: usize,
    stale: Vec<String>,
    /// Areas that only one of the two has.
    unmatched: usize,
    #[serde(skip)]
    differences: Vec<(String, Option<f64>, Option<f64>)>,
}

impl ColumnReport {
    fn good(&self) -> bool {
        self.unexplained == 0 && self.stale.is_empty() && self.unmatched == 0 && self.compared > 0
    }
}

/// Runs all folders; prints a line per column, then every unlisted difference.
///
/// # Errors
/// [`Failure::Negative`] when a column does not agree, or nothing at all was run; [`Failure::Problems`] when a folder cannot be run.
pub(crate) fn conformance(
    folders: &[PathBuf],
    data: Option<&Path>,
    json: bool,
    words: &Words,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    let data = data.map(Path::to_owned).or_else(|| std::env::var_os("KAPSTOK_DATA").map(PathBuf::from));
    let mut reports = Vec::new();
    let mut absent = false;
    for folder in folders {
        if !folder.join("conformance.toml").is_file() {
            return Err(Failure::io(&folder.join("conformance.toml"), std::io::ErrorKind::NotFound.into()));
        }
        match run_folder(folder, data.as_deref())? {
            Ran::Reports(more) => reports.extend(more),
            Ran::Absent { index, file } => {
                absent = true;
                eprintln!("{}", words.say("conformance-absent", &[("index", &index), ("file", &file)]));
            }
        }
    }
    if json {
        crate::print_json(&reports, out)?;
    }
    if reports.is_empty() {
        eprintln!("{}", words.say("conformance-nothing", &[]));
        return Err(Failure::Negative);
    }
    if !json {
        print(&reports, words, out).map_err(crate::standard_output)?;
    }
    // On a user's machine the files may be absent; where everything must run they may not.
    let must_run = std::env::var("CI").is_ok_and(|value| value == "true");
    let good = reports.iter().all(ColumnReport::good) && !(absent && must_run);
    if good { Ok(()) } else { Err(Failure::Negative) }
}

enum Ran {
    Reports(Vec<ColumnReport>),
    Absent { index: String, file: String },
}

fn run_folder(folder: &Path, data: Option<&Path>) -> Result<Ran, Failure> {
    let path = folder.join("conformance.toml");
    let name = path.display().to_string();
    let text = std::fs::read_to_string(&path).map_err(|error| Failure::io(&path, error))?;
    let mut texts = Texts::from([(name.clone(), text.clone())]);
    let fail = |problem, texts: &Texts| Failure::Problems { problems: vec![problem], texts: texts.clone() };
    let spec: Conformance = toml::from_str(&text).map_err(|error: toml::de::Error| {
        let place = Place { span: error.span(), ..Place::file(&name) };
        fail(Problem::error("K0440", place).with("found", error.message()), &texts)
    })?;
    if spec.conformance != 1 {
        let found = format!("conformance = {}", spec.conformance);
        return Err(fail(Problem::error("K0440", Place::file(&name)).with("found", found), &texts));
    }
    if spec.published.iter().any(|published| published.file.is_some() == published.table.is_some()) {
        let found = "`published` without one of `file` and `table`, or with both";
        return Err(fail(Problem::error("K0440", Place::file(&name)).with("found", found), &texts));
    }
    for exception in &spec.exception {
        let compared = spec.published.iter().flat_map(|published| &published.column);
        let found = match () {
            () if exception.reason.trim().is_empty() => {
                format!("an exception of `{}` without a reason", exception.column)
            }
            () if compared.clone().all(|column| column.ours != exception.column) => {
                format!("an exception of `{}`, which is not compared", exception.column)
            }
            () => continue,
        };
        return Err(fail(Problem::error("K0440", Place::file(&name)).with("found", found), &texts));
    }
    let find = |file: &str| {
        let candidates = [data.map(|data| data.join(file)), Some(folder.join(file))];
        candidates.into_iter().flatten().find(|path| path.is_file())
    };
    let files = spec
        .input
        .iter()
        .map(|input| &input.file)
        .chain(spec.published.iter().filter_map(|published| published.file.as_ref()));
    for file in files {
        if find(file).is_none() {
            return Ok(Ran::Absent { index: spec.index, file: file.clone() });
        }
    }
    let recipe = read_recipe(&folder.join(&spec.recipe), &mut texts)?;
    let read = |file: &str, sheet: &Option<String>| {
        let path = find(file).unwrap_or_else(|| PathBuf::from(file));
        let (raw, problems) = read_table(&path, sheet.as_deref())?;
        // A row that could not be read would be a difference of its own making.
        if any_error(&problems) { Err(Failure::Problems { problems, texts: texts.clone() }) } else { Ok(raw) }
    };
    let tables = spec.input.iter().map(|input| Ok((read(&input.file, &input.sheet)?, input.key.clone())));
    let tables = tables.collect::<Result<Vec<_>, Failure>>()?;
    let marks = recipe.head.missing_marks.iter();
    let missing = spec.input.iter().flat_map(|input| &input.missing).chain(marks).cloned().collect();
    let tables = BareTables::join(tables, missing).map_err(|problem| fail(problem, &texts))?;
    let published = spec.published.iter().map(|published| match (&published.file, &published.table) {
        (Some(file), _) => read(file, &published.sheet),
        (None, table) => {
            let (raw, problems) = read_text(&name, table.as_deref().unwrap_or_default())?;
            if any_error(&problems) { Err(Failure::Problems { problems, texts: texts.clone() }) } else { Ok(raw) }
        }
    });
    let published = published.collect::<Result<Vec<RawTable>, Failure>>()?;
    let mut reports: BTreeMap<(usize, usize), ColumnReport> = BTreeMap::new();
    for value in repeats(&spec.repeat) {
        let fill = |title: &str| match (&spec.repeat, &value) {
            (Some(repeat), Some(value)) => title.replace(&format!("{{{}}}", repeat.word), value),
            _ => title.to_owned(),
        };
        let renamed = spec.input.iter().flat_map(|input| &input.columns);
        let rename = renamed.map(|(from, to)| (from.clone(), fill(to))).collect();
        let (_, outcome, _) = run(&recipe, &tables, &rename, &texts)?;
        for (position, (published, raw)) in spec.published.iter().zip(&published).enumerate() {
            for (number, compared) in published.column.iter().enumerate() {
                let title = fill(&compared.title);
                if title != compared.title
                    || value.is_none()
                    || compared.title.ends_with(value.as_deref().unwrap_or(""))
                {
                    let report = reports
                        .entry((position, number))
                        .or_insert_with(|| ColumnReport::new(&spec.index, &compared.ours));
                    compare(&outcome, published, compared, &title, raw, report)
                        .map_err(|problem| fail(problem, &texts))?;
                }
            }
        }
    }
    let mut reports: Vec<ColumnReport> = reports.into_values().collect();
    for report in &mut reports {
        report.settle(&spec.exception);
    }
    Ok(Ran::Reports(reports))
}

fn repeats(repeat: &Option<Repeat>) -> Vec<Option<String>> {
    match repeat {
        None => vec![None],
        Some(repeat) => (repeat.from..=repeat.to).map(|value| Some(value.to_string())).collect(),
    }
}

fn compare(
    outcome: &Outcome,
    published: &Published,
    compared: &Compared,
    title: &str,
    raw: &RawTable,
    report: &mut ColumnReport,
) -> Result<(), Problem> {
    let Some((level, ours)) = outcome.column(&compared.ours) else {
        return Err(Problem::error("K0441", Place::file(raw.file()))
            .with("found", &compared.ours)
            .with("nearest", "-"));
    };
    let column = bare::column_of(raw, title)?;
    let rows = rows_by_key(raw, &published.key)?;
    let ours_by_code: BTreeSet<&str> = level.areas.iter().map(String::as_str).collect();
    let theirs_only = rows.keys().filter(|code| !ours_by_code.contains(code.as_str())).count();
    let ours_only = level.areas.iter().filter(|area| !rows.contains_key(*area)).count();
    let unmatched = if published.only_these_areas { theirs_only } else { theirs_only + ours_only };
    report.unmatched = report.unmatched.max(unmatched);
    for (area_index, area) in level.areas.iter().enumerate() {
        let Some(&row) = rows.get(area) else { continue };
        let text = raw.cell(row, column).text.trim();
        let theirs = bare::parse(text, Decimal::Point, &published.missing).map_err(|()| {
            let place =
                Place { row: Some(raw.row_number(row)), column: Some(title.to_owned()), ..Place::file(raw.file()) };
            Problem::error("K0443", place).with("found", text)
        })?;
        let ours = ours.values.get(area_index).map(|value| kapstok_score::round_half_up(value, compared.decimals));
        match (ours, theirs) {
            (None, None) => {}
            (Some(_), None) if compared.only_where_published => {}
            (Some(ours), Some(theirs)) => {
                report.compared += 1;
                // Whole units of the last published decimal: 0.1 + 0.2 must not differ from 0.3.
                let unit = 10f64.powi(compared.decimals as i32);
                if (ours * unit).round() == (theirs * unit).round() {
                    report.equal += 1;
                } else {
                    report.max_difference = report.max_difference.max(((ours - theirs).abs() * unit).round() / unit);
                    report.differences.push((area.clone(), Some(ours), Some(theirs)));
                }
            }
            (ours, theirs) => {
                report.compared += 1;
                report.differences.push((area.clone(), ours, theirs));
            }
        }
    }
    Ok(())
}

impl ColumnReport {
    fn new(index: &str, column: &str) -> Self {
        Self {
            index: index.to_owned(),
            column: column.to_owned(),
            compared: 0,
            equal: 0,
            max_difference: 0.0,
            unexplained: 0,
            listed: 0,
            stale: Vec::new(),
            unmatched: 0,
            differences: Vec::new(),
        }
    }

    /// Takes the listed differences out, and names those that are listed and do not differ.
    fn settle(&mut self, exceptions: &[Exception]) {
        let of_column = || exceptions.iter().filter(|exception| exception.column == self.column);
        let covered = |area: &str, difference: Option<f64>| {
            of_column().any(|exception| {
                exception.areas.iter().any(|listed| listed == area)
                    && difference.is_some_and(|difference| difference <= exception.at_most * (1.0 + 1e-9))
            })
        };
        let differing: BTreeSet<&str> = self.differences.iter().map(|(area, _, _)| area.as_str()).collect();
        let listed = of_column().flat_map(|exception| &exception.areas);
        let stale = listed.filter(|area| !differing.contains(area.as_str())).cloned().collect();
        let (listed, unlisted): (Vec<_>, Vec<_>) =
            std::mem::take(&mut self.differences).into_iter().partition(|(area, ours, theirs)| {
                covered(area, ours.zip(*theirs).map(|(ours, theirs)| (ours - theirs).abs()))
            });
        self.listed = listed.len();
        self.unexplained = unlisted.len();
        self.stale = stale;
        self.differences = unlisted;
    }
}

fn print(reports: &[ColumnReport], words: &Words, out: &mut dyn Write) -> std::io::Result<()> {
    for report in reports {
        let facts = [
            ("index", report.index.clone()),
            ("column", report.column.clone()),
            ("compared", report.compared.to_string()),
            ("equal", report.equal.to_string()),
            ("max", report.max_difference.to_string()),
            ("unexplained", report.unexplained.to_string()),
            ("listed", report.listed.to_string()),
            ("unmatched", report.unmatched.to_string()),
        ];
        let facts: Vec<(&str, &str)> = facts.iter().map(|(name, value)| (*name, value.as_str())).collect();
        writeln!(out, "{}", words.say("conformance-line", &facts))?;
        let figure = |value: &Option<f64>| value.map_or("-".to_owned(), |value| value.to_string());
        for (area, ours, theirs) in &report.differences {
            writeln!(out, "    {area}: {} / {}", figure(ours), figure(theirs))?;
        }
        for area in &report.stale {
            writeln!(out, "    {area}: {}", words.say("conformance-stale", &[]))?;
        }
    }
    let good = reports.iter().filter(|report| report.good()).count();
    let facts = [("good", good.to_string()), ("bad", (reports.len() - good).to_string())];
    let facts: Vec<(&str, &str)> = facts.iter().map(|(name, value)| (*name, value.as_str())).collect();
    writeln!(out, "{}", words.say("conformance-total", &facts))
}
