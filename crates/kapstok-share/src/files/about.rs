// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What goes with the figures: what they mean, why some are missing, where they come from, burdens, and how to cite it.
//!
//! In: a level. Out: small tables and texts. Invariant: the citation pins the data, each recipe and the program by hash,
//! so that what it names can be made again to the byte.

use super::sheet::{Field, Item, Kind, Row, Sheet, integer, number, text};
use crate::manifest::{ColumnEntry, OriginEntry, RecipeEntry};
use crate::numbered::Numbered;
use crate::snapshot::{Level, REASONS, RecipeScores, Snapshot, burden_title};
use crate::words::{Language, Words};

/// The files behind a level, numbered from 1.
pub(super) struct Sources<'a>(Numbered<'a>);

impl<'a> Sources<'a> {
    pub(super) fn of(snapshot: &'a Snapshot, level: &Level) -> Self {
        let mut files = Numbered::default();
        for origin in snapshot.entry(level).columns.iter().filter_map(|column| snapshot.origin(column)) {
            files.add(origin);
        }
        Self(files)
    }

    /// The number of the file that a column came from.
    pub(super) fn number(&self, snapshot: &Snapshot, column: &ColumnEntry) -> Option<usize> {
        self.0.number(snapshot.origin(column)?)
    }
}

/// The day on which the newest of the sources was fetched; none where no day is known.
pub(super) fn day(snapshot: &Snapshot) -> Option<&str> {
    let is_day = |day: &&str| {
        day.len() == 10
            && day.bytes().enumerate().all(|(at, byte)| match at {
                4 | 7 => byte == b'-',
                _ => byte.is_ascii_digit(),
            })
    };
    snapshot.origins().iter().map(|origin| origin.retrieved.as_str()).filter(is_day).max()
}

/// What the indicators of a level mean.
pub(super) fn dictionary<'a>(snapshot: &'a Snapshot, level: &'a Level) -> Sheet<'a> {
    let fields = [
        ("indicator", "Id of the indicator."),
        ("label_nl", "Label in Dutch."),
        ("label_en", "Label in English."),
        ("explanation_nl", "What it measures, in Dutch."),
        ("explanation_en", "What it measures, in English."),
        ("unit", "What it counts or measures in."),
        ("direction", "Which way is a burden: higher-is-worse, higher-is-better or neither."),
        ("domain", "The field of policy."),
        ("kind", "register, survey, model or derived."),
        ("modelled_from", "What a model was made from."),
        ("population", "Of whom it is a share."),
        ("protected", "The protected trait that it measures, if any: never a burden."),
        ("maker", "Who makes it: figures of one maker are one source."),
        ("licence", "Licence of the figures."),
        ("column", "Its column in a table with one row per area; what is said of the figure stands in COLUMN_state."),
        ("newest_period", "The period in a table with one row per area."),
        ("periods", "All periods."),
    ];
    let fields: Vec<Field> = fields.into_iter().map(|(name, about)| Field::new(name, Kind::Text, about)).collect();
    let entry = snapshot.entry(level);
    let mut columns = super::wide::Columns::of(snapshot, level);
    let row = move |(indicator, newest, _): (&'a crate::manifest::IndicatorEntry, &'a ColumnEntry, _)| {
        let of_indicator = entry.columns.iter().filter(|column| column.indicator == indicator.id);
        let periods: Vec<&str> = of_indicator.map(|column| column.period.as_str()).collect();
        vec![
            text(indicator.id.as_str()),
            text(indicator.label.nl.as_str()),
            text(indicator.label.en.as_str()),
            text(indicator.explanation.nl.as_str()),
            text(indicator.explanation.en.as_str()),
            text(indicator.unit.as_str()),
            text(indicator.direction.as_str()),
            text(indicator.domain.as_str()),
            text(indicator.kind.as_str()),
            text(indicator.modelled_from.join(" ")),
            text(indicator.population.as_deref().unwrap_or_default()),
            text(indicator.protected.as_deref().unwrap_or_default()),
            text(indicator.source.as_str()),
            text(indicator.licence.as_str()),
            text(columns.next(indicator).0),
            text(newest.period.as_str()),
            text(periods.join(" ")),
        ]
    };
    let rows = super::wide::newest(snapshot, level).into_iter().map(row);
    Sheet { name: "dictionary".to_owned(), fields, rows: Box::new(rows) }
}

/// Why a figure may be missing.
pub(super) fn reasons<'a>() -> Sheet<'a> {
    let fields = [
        ("reason", "The word in the tables."),
        ("nl", "What it means, in Dutch."),
        ("en", "What it means, in English."),
    ];
    let fields = fields.into_iter().map(|(name, about)| Field::new(name, Kind::Text, about)).collect();
    let words = Language::ALL.map(Words::new);
    let row = move |reason: &'static str| {
        let key = format!("files-reason-{}", reason.replace('_', "-"));
        let [nl, en] = [0, 1].map(|language: usize| text(words[language].say(&key, &[])));
        vec![text(reason), nl, en]
    };
    Sheet { name: "reasons".to_owned(), fields, rows: Box::new(REASONS.into_iter().map(row)) }
}

/// Where the figures of a level come from.
pub(super) fn sources<'a>(snapshot: &'a Snapshot, level: &'a Level) -> Sheet<'a> {
    let fields = [
        ("number", "The number in the column `source`."),
        ("source", "Id of the source."),
        ("publisher", "Who published it."),
        ("title", "Title as published."),
        ("table_id", "Id of the published table."),
        ("attribution", "What must stand beside the figures."),
        ("licence", "Licence."),
        ("retrieved", "The day it was fetched."),
        ("url", "Where it was fetched from."),
        ("file", "Name of the file."),
        ("sha256", "SHA-256 of the file."),
    ];
    let kind = |name: &str| if name == "number" { Kind::Integer } else { Kind::Text };
    let fields = fields.into_iter().map(|(name, about)| Field::new(name, kind(name), about)).collect();
    let row = |(at, origin): (usize, &'a OriginEntry)| {
        vec![
            integer(at + 1),
            text(origin.source.as_str()),
            text(origin.publisher.as_str()),
            text(origin.title.as_str()),
            text(origin.table_id.as_deref().unwrap_or_default()),
            text(origin.attribution.as_str()),
            text(origin.licence.as_str()),
            text(origin.retrieved.as_str()),
            text(origin.url.as_deref().unwrap_or_default()),
            text(origin.file.as_str()),
            text(origin.sha256.as_str()),
        ]
    };
    let files = Sources::of(snapshot, level).0.files().to_vec();
    let rows = files.into_iter().enumerate().map(row);
    Sheet { name: "sources".to_owned(), fields, rows: Box::new(rows) }
}

/// Areas with their names and what they lie in.
pub(super) fn areas<'a>(snapshot: &'a Snapshot, level: &'a Level) -> Sheet<'a> {
    let rows = (0..level.len()).map(move |area| super::wide::area_items(snapshot, level, area));
    Sheet { name: "areas".to_owned(), fields: super::wide::area_fields(snapshot, level), rows: Box::new(rows) }
}

/// What the recipes of a level say: which burdens come together, from how many independent sources, and bounds on people.
pub(super) fn burdens<'a>(snapshot: &'a Snapshot, level: &'a Level) -> Vec<Sheet<'a>> {
    snapshot.recipes(level).map(|(recipe, scores)| of_recipe(level, recipe, scores)).collect()
}

fn of_recipe<'a>(level: &'a Level, recipe: &'a RecipeEntry, scores: &'a RecipeScores) -> Sheet<'a> {
    let mut fields = vec![
        Field::new("area", Kind::Text, "Code of the area, as text."),
        Field::new("burdens", Kind::Integer, "Domains in which the area stands in the worst part."),
        Field::new("known", Kind::Integer, "Domains in which it has a figure."),
        Field::new("of", Kind::Integer, "Domains of the recipe."),
        Field::new("independent_sources", Kind::Integer, "Independent sources behind the burdened domains."),
        Field::new("not_counted", Kind::Text, "Why it was not counted."),
    ];
    for domain in &recipe.domains {
        let about = format!("1 where the area stands in the worst part of {domain}, 0 where not.");
        fields.push(Field::new(burden_title(domain), Kind::Integer, about));
    }
    let at_least: Vec<usize> = (2..=recipe.bounds_over.len()).collect();
    for m in &at_least {
        let about = |side| {
            format!("{side} bound on the share of people with at least {m} of {}.", recipe.bounds_over.join(", "))
        };
        fields.push(Field::new(format!("people_{m}_lower"), Kind::Number, about("Lower")));
        fields.push(Field::new(format!("people_{m}_upper"), Kind::Number, about("Upper")));
    }
    fields.push(Field::new("bounds_why_not", Kind::Text, "Why there are no bounds."));
    let row = move |area: usize| -> Row<'a> {
        let said = scores.area(recipe, area);
        let counted = said.not_counted.is_none();
        let count = |n: usize| if counted { integer(n) } else { Item::Empty };
        let mut row = vec![
            text(level.codes()[area].as_str()),
            count(said.n_burdens),
            count(said.n_known),
            integer(said.n_domains),
            count(said.sources.len()),
            text(said.not_counted.unwrap_or_default()),
        ];
        row.extend(recipe.domains.iter().map(|domain| match said.known.contains(domain) {
            true => integer(usize::from(said.burdened.contains(domain))),
            false => Item::Empty,
        }));
        for m in &at_least {
            let bounds = said.bounds.iter().find(|(known, ..)| known == m);
            row.push(number(bounds.map(|(_, lower, _)| *lower)));
            row.push(number(bounds.map(|(.., upper)| *upper)));
        }
        row.push(text(said.bounds_why_not.unwrap_or_default()));
        row
    };
    let name = format!("burdens-{}", recipe.id);
    Sheet { name, fields, rows: Box::new((0..level.len()).map(row)) }
}

/// How to cite a level of a build, in plain text, Dutch and English: pins data, recipes and program.
pub fn citation(snapshot: &Snapshot, level: &Level) -> String {
    let of = |language| citation_lines(snapshot, level, language).join("\n") + "\n\n";
    Language::ALL.map(of).concat()
}

/// The lines of a citation in one language.
pub fn citation_lines(snapshot: &Snapshot, level: &Level, language: Language) -> Vec<String> {
    let (manifest, words) = (snapshot.manifest(), Words::new(language));
    let mut lines = Vec::new();
    let mut line = |key: &str, facts: &[(&str, &str)]| lines.push(words.say(key, facts));
    let year = level.boundary_year().to_string();
    if manifest.invented {
        line("invented", &[]);
    }
    let level_word = words.word("level", level.name());
    let title = manifest.title.of(language);
    line("files-cite-title", &[("title", title), ("level", &level_word), ("year", &year)]);
    line("files-cite-build", &[("build", snapshot.id()), ("hash", &manifest.data_hash)]);
    line("files-cite-program", &[("program", &manifest.program), ("hash", &manifest.program_sha256)]);
    for (recipe, _) in snapshot.recipes(level) {
        line("files-cite-recipe", &[("recipe", &recipe.id), ("hash", &recipe.sha256)]);
    }
    for (at, origin) in Sources::of(snapshot, level).0.files().iter().enumerate() {
        let position = (at + 1).to_string();
        let facts = [
            ("number", &*position),
            ("attribution", &origin.attribution),
            ("title", &origin.title),
            ("licence", &origin.licence),
            ("hash", &origin.sha256),
        ];
        line("files-cite-source", &facts);
    }
    lines
}

/// What is in a file, and how to read it, in plain text, Dutch and English.
pub(super) fn readme(snapshot: &Snapshot) -> String {
    let manifest = snapshot.manifest();
    let least = manifest.min_residents.to_string();
    let mut out = String::new();
    for language in Language::ALL {
        let words = Words::new(language);
        if manifest.invented {
            out += &words.say("invented", &[]);
            out.push('\n');
        }
        for key in ["files-read-what", "files-read-missing", "files-read-gate", "files-read-people", "files-read-kind"]
        {
            out += &words.say(key, &[("least", &least)]);
            out.push('\n');
        }
        out.push('\n');
    }
    out
}
