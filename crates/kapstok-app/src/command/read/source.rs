// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! A document and the recipe by which it is read.
//!
//! In: paths as they were typed. Out: the document, taken apart, and its recipe; doubts go to standard error. Without a
//! recipe the shipped one is taken of whose common words the text has most.

use std::io::Read;
use std::path::{Path, PathBuf};

use kapstok_read::file::Extracted;
use kapstok_read::{Document, Limits, Recipe, extract};
use kapstok_share::words::Words;
use kapstok_table::{Place, Problem};

use crate::failure::Failure;
use crate::problems::{self, Texts};

/// Reading recipes that are in the program, by name.
const SHIPPED: [(&str, &str); 2] = [
    ("read-nl-coalition", include_str!("../../../../../recipes/read-nl-coalition/recipe.toml")),
    ("read-en-plan", include_str!("../../../../../recipes/read-en-plan/recipe.toml")),
];

/// Soft hyphens were taken out: nobody has to do anything. It stands in the rows, and is not told each time.
const NOTHING_TO_DO: &str = "K0810";

/// A document that was opened.
pub(super) struct Source {
    /// As it was typed.
    pub(super) name: String,
    /// What stands in it.
    pub(super) document: Document,
    /// How it was read.
    pub(super) recipe: Recipe,
}

/// Opens a document.
///
/// # Errors
/// What [`extract`] says of the file, and what is wrong with the recipe.
pub(super) fn open(path: &Path, recipe: Option<&PathBuf>, words: &Words) -> Result<Source, Failure> {
    let bytes = bytes_of(path).map_err(|error| Failure::io(path, error))?;
    of_bytes(&path.display().to_string(), &bytes, recipe, words)
}

/// The bytes of a file; of one that is too large as many as show that.
pub(super) fn bytes_of(path: &Path) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    std::fs::File::open(path)?.take(Limits::default().bytes as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// The same of bytes that are here already.
pub(super) fn of_bytes(name: &str, bytes: &[u8], recipe: Option<&PathBuf>, words: &Words) -> Result<Source, Failure> {
    let extracted = extract(bytes, &Limits::default()).map_err(|error| {
        let facts = error.facts();
        let problem = facts
            .into_iter()
            .fold(Problem::error(error.code(), Place::file(name)), |problem, (name, value)| problem.with(name, value));
        Failure::Problems { problems: vec![problem], texts: Texts::new() }
    })?;
    let recipe = match recipe {
        Some(path) => of_path(path)?,
        None => nearest(&extracted)?,
    };
    let document = Document::of(extracted, &recipe);
    let doubts: Vec<Problem> = document
        .warnings
        .iter()
        .filter(|warning| warning.code() != NOTHING_TO_DO)
        .map(|warning| {
            let problem = Problem::warning(warning.code(), Place::file(name));
            warning.facts().into_iter().fold(problem, |problem, (name, value)| problem.with(name, value))
        })
        .collect();
    problems::print(&Problem::fold(doubts), &Texts::new(), words, &mut std::io::stderr())
        .map_err(crate::standard_output)?;
    Ok(Source { name: name.to_owned(), document, recipe })
}

/// A recipe by its file, its folder or its name.
pub(super) fn of_path(path: &Path) -> Result<Recipe, Failure> {
    let inside = path.join("recipe.toml");
    let file = if inside.is_file() { inside } else { path.to_owned() };
    if !file.is_file() {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let Some((_, text)) = SHIPPED.iter().find(|(known, _)| *known == name) else {
            let known: Vec<String> = SHIPPED.iter().map(|(name, _)| format!("`{name}`")).collect();
            let problem = Problem::error("K0852", Place::file(&path.display().to_string()));
            let problem = problem.with("found", path.display()).with("known", known.join(", "));
            return Err(Failure::Problems { problems: vec![problem], texts: Texts::new() });
        };
        return parse(&name, text);
    }
    let text = std::fs::read_to_string(&file).map_err(|error| Failure::io(&file, error))?;
    parse(&file.display().to_string(), &text)
}

fn parse(name: &str, text: &str) -> Result<Recipe, Failure> {
    let (recipe, lints) = Recipe::parse(text);
    recipe.ok_or_else(|| {
        let problem = |lint: kapstok_read::recipe::Lint| {
            let place = Place { span: lint.span, ..Place::file(name) };
            Problem::error(lint.code, place).with("found", lint.found)
        };
        let problems = lints.into_iter().map(problem).collect();
        Failure::Problems { problems, texts: [(name.to_owned(), text.to_owned())].into() }
    })
}

/// The shipped recipe whose common words the text has most; the first when none has any.
fn nearest(extracted: &Extracted) -> Result<Recipe, Failure> {
    let mut best: Option<(usize, Recipe)> = None;
    for (name, text) in SHIPPED {
        let recipe = parse(name, text)?;
        let n = recipe.common_words_in(&extracted.pages);
        if best.as_ref().is_none_or(|(most, _)| n > *most) {
            best = Some((n, recipe));
        }
    }
    best.map(|(_, recipe)| recipe).ok_or(Failure::Negative)
}
