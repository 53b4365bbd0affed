// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `kapstok translate`: a target, worked out for every area under written rules.
//!
//! In: a workspace and a target file. Out: text, JSON, a CSV file, or targets in the agenda. What is computed:
//! `kapstok_share::ambition`. Invariant: nothing is written into the log without `--write`.

mod print;

use std::io::Write;
use std::path::Path;

use kapstok_find::ambition::{Source, TargetFile, parse_target};
use kapstok_share::ambition::{Ambitions, RuleLine, ambitions, as_agenda_number, catalogue};
use kapstok_share::documents::Documents;
use kapstok_share::number::with_unit;
use kapstok_share::snapshot::Snapshot;
use kapstok_share::words::Words;
use kapstok_table::{Place, Problem};

use crate::agenda::stop;
use crate::build::snapshot::load;
use crate::build::store::Store;
use crate::cli::{SaidArguments, TranslateArguments};
use crate::command::agenda::{AreaTarget, Form, targets};
use crate::documents;
use crate::durable::replace_durably;
use crate::failure::Failure;
use crate::problems::{self, Texts};
use crate::sheet::as_text;

/// Works a target out, and prints it.
///
/// # Errors
/// What is wrong with the target (K0830-K0838), or with its quote (K0846); no figures of its year (K0839); what the log refuses.
pub(crate) fn translate(typed: &TranslateArguments, words: &Words, out: &mut dyn Write) -> Result<(), Failure> {
    let store = Store::current(&typed.dir)?;
    let snapshot = load(&store)?;
    let mut target = target_of(&snapshot, &typed.file)?;
    if let Some(source) = &mut target.source {
        cite(source, &documents::of_build(&store.dir)?, &typed.file, words)?;
    }
    let found = ambitions(&snapshot, &target, words.language).map_err(stop)?;
    if let Some(file) = &typed.out {
        write_csv(&found, file)?;
    }
    match &typed.agenda {
        Some(rule) => into_agenda(&found, rule, typed, words, out),
        None if typed.json => crate::print_json(&found, out),
        None => {
            print::ambitions(&found, snapshot.manifest().ranking, words, out).map_err(crate::standard_output)?;
            let Some(file) = &typed.out else { return Ok(()) };
            let facts = [("file", &*file.display().to_string())];
            writeln!(out, "\n{}", words.say("translate-written", &facts)).map_err(crate::standard_output)
        }
    }
}

/// The target of a file.
fn target_of(snapshot: &Snapshot, path: &Path) -> Result<TargetFile, Failure> {
    let text = std::fs::read_to_string(path).map_err(|error| Failure::io(path, error))?;
    let file = path.display().to_string();
    let (target, problems) = parse_target(&file, &text, &catalogue(snapshot));
    target.ok_or_else(|| Failure::Problems { problems, texts: Texts::from([(file, text)]) })
}

/// Of a document of the workspace the quote must stand on the page that is named; then its title is shown, not its id.
fn cite(source: &mut Source, documents: &Documents, file: &Path, words: &Words) -> Result<(), Failure> {
    let Some(document) = documents.find(&source.document) else {
        let known: Vec<String> = documents.all.iter().map(|document| format!("`{}`", document.id)).collect();
        let case = if known.is_empty() { "none" } else { "some" };
        let problem = Problem::warning("K0848", Place::file(&file.display().to_string()));
        let problem = problem.with("found", &source.document).with("known", known.join(", ")).with("case", case);
        let (told, texts) = ([problem], Texts::new());
        return problems::print(&told, &texts, words, &mut std::io::stderr().lock()).map_err(crate::standard_output);
    };
    let one_space = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let quote = one_space(&source.quote);
    let mut pages: Vec<String> = Vec::new();
    for block in document.rows.blocks.iter().filter(|block| one_space(&block.text).contains(&quote)) {
        let page = block.page.clone().unwrap_or_else(|| block.pdf_page.to_string());
        if !pages.contains(&page) {
            pages.push(page);
        }
    }
    if source.page.is_empty() {
        source.page = pages.first().cloned().unwrap_or_default();
    }
    if !pages.contains(&source.page) {
        let case = if pages.is_empty() { "none" } else { "elsewhere" };
        let problem = Problem::error("K0846", Place::file(&file.display().to_string())).with("quote", quote);
        let problem = problem
            .with("id", &document.id)
            .with("page", &source.page)
            .with("pages", pages.join(", "))
            .with("case", case);
        return Err(stop(problem));
    }
    source.document = document.title.of(words.language).to_owned();
    Ok(())
}

/// One row per rule and area, in the order of codes; a cell is empty where there is nothing to say.
fn write_csv(found: &Ambitions, path: &Path) -> Result<(), Failure> {
    let failed = |error: csv::Error| Failure::io(path, std::io::Error::other(error));
    let mut writer = csv::Writer::from_writer(Vec::new());
    let titles = [
        "rule",
        "area",
        "name",
        "persons",
        "population",
        "value",
        "cut",
        "end",
        "value_at_end",
        "per_year",
        "expected",
        "beyond_trend",
        "unreachable",
    ];
    writer.write_record(titles).map_err(failed)?;
    for rule in &found.rules {
        for area in &rule.areas {
            let row = [
                rule.rule.to_owned(),
                as_text(&area.area),
                as_text(&area.name),
                area.persons.to_string(),
                area.population.to_string(),
                area.value.map_or_else(String::new, as_agenda_number),
                area.cut.to_string(),
                area.end.to_string(),
                area.value_at_end.map_or_else(String::new, as_agenda_number),
                as_agenda_number(area.per_year),
                area.expected.map_or_else(String::new, |it| it.to_string()),
                area.beyond_trend.map_or_else(String::new, |it| it.to_string()),
                area.unreachable.unwrap_or_default().to_owned(),
            ];
            writer.write_record(row).map_err(failed)?;
        }
    }
    let bytes = writer.into_inner().map_err(|error| Failure::store(path, error.to_string()))?;
    replace_durably(path, &bytes)
}

/// What one rule asks of each area, as targets of the agenda: shown, or written as one act.
fn into_agenda(
    found: &Ambitions,
    rule: &str,
    typed: &TranslateArguments,
    words: &Words,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    let Some(line) = found.rules.iter().find(|line| line.rule == rule) else {
        let nearest = found.rules.first().map(|line| line.rule.to_owned()).unwrap_or_default();
        return Err(Failure::NotFound { what: "rule", found: rule.to_owned(), nearest });
    };
    let wanted = wanted(found, line, words);
    let said = typed.by.clone().filter(|_| typed.write).map(|by| SaidArguments { by, date: typed.date.clone() });
    let form = if typed.json { Form::Json } else { Form::Text };
    targets(&typed.dir, &wanted, said.as_ref(), form, words, out)
}

/// Targets of the areas that are asked anything, with the quote that they come from.
fn wanted(found: &Ambitions, line: &RuleLine, words: &Words) -> Vec<AreaTarget> {
    let rule = print::rule(line.rule, words);
    let facts = [("title", &*found.title), ("rule", &rule)];
    let mut name = words.say("translate-target", &facts);
    if let Some(source) = &found.source {
        name = format!("{name}. {}", print::source(source, words));
    }
    let mark = format!("[{}@{}]", line.rule, found.deadline);
    name = format!("{name} {mark}");
    let areas = line.areas.iter().filter(|area| area.cut > 0);
    let of_area = |area: &kapstok_share::ambition::AmbitionArea| {
        let shown = |value: f64| with_unit(value, &found.unit, words.language);
        let (value, at_end) = (area.value?, area.value_at_end?);
        Some(AreaTarget {
            called: [area.name.clone(), found.label.clone(), shown(value), shown(at_end)],
            area: area.area.clone(),
            mark: mark.clone(),
            name: name.clone(),
            indicator: found.indicator.clone(),
            baseline: as_agenda_number(value),
            baseline_period: found.anchor.to_string(),
            value: as_agenda_number(at_end),
            deadline: format!("{:04}-12-31", found.deadline),
        })
    };
    areas.filter_map(of_area).collect()
}
