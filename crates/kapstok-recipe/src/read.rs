// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Text to [`Recipe`]: every problem of form at once, each with its bytes.

use kapstok_table::{Place, Problem, nearest};

use crate::language::{Head, Recipe};
use crate::spans::{At, Spans};
use crate::steps::{STEP_WORDS, Step, Wrong};

/// Reads a recipe. `None` when its form leaves nothing to go on with; with problems it may still be a
/// recipe of which the good steps stand.
pub fn parse(file: &str, text: &str) -> (Option<Recipe>, Vec<Problem>) {
    let head: Head = match toml::from_str(text) {
        Ok(head) => head,
        Err(error) => {
            let place = Place { span: error.span(), ..Place::file(file) };
            return (None, vec![Problem::error("K0200", place).with("found", error.message())]);
        }
    };
    let spans = Spans::of_file(text);
    let place = |path: &[At<'_>]| Place::span(file, spans.at(path));
    let mut problems = Vec::new();
    if head.recipe != 1 {
        problems.push(Problem::error("K0201", place(&[At::Key("recipe")])).with("found", head.recipe));
    }
    let plain = |id: &str| !id.is_empty() && id.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    if !plain(&head.id) {
        problems.push(Problem::error("K0212", place(&[At::Key("id")])).with("found", &head.id));
    }
    let mut steps = Vec::new();
    for (position, table) in head.step.iter().enumerate() {
        read_step(position, table, &spans, text, file, &mut steps, &mut problems);
    }
    (Some(Recipe { file: file.to_owned(), head, steps, spans }), problems)
}

fn read_step(
    position: usize,
    table: &toml::Table,
    spans: &Spans,
    text: &str,
    file: &str,
    steps: &mut Vec<(usize, Step)>,
    problems: &mut Vec<Problem>,
) {
    let path = [At::Key("step"), At::Item(position)];
    let at = |key: &'static str| Place::span(file, spans.at(&[At::Key("step"), At::Item(position), At::Key(key)]));
    let mut keys = table.clone();
    let word = match keys.remove("do") {
        Some(toml::Value::String(word)) => word,
        Some(_) | None => {
            problems.push(Problem::error("K0210", at("do")).with("found", "").with("nearest", STEP_WORDS.join(", ")));
            return;
        }
    };
    let each: Vec<Option<String>> = match keys.remove("each") {
        None => vec![None],
        Some(toml::Value::Array(items)) if !items.is_empty() && items.iter().all(toml::Value::is_str) => {
            items.iter().map(|item| item.as_str().map(str::to_owned)).collect()
        }
        Some(_) => {
            problems.push(Wrong::at("no-list", "each").problem(at("each"), &word));
            return;
        }
    };
    for item in each {
        let mut keys = keys.clone();
        if let Some(item) = &item {
            fill_table(&mut keys, item);
        }
        match Step::read(&word, keys) {
            None => {
                let nearest = nearest(&word, STEP_WORDS.iter().copied());
                problems.push(Problem::error("K0210", at("do")).with("found", &word).with("nearest", nearest));
                return;
            }
            Some(Err(error)) => {
                // The message names the key between backticks; the caret goes there.
                let named = error.message().split('`').nth(1).unwrap_or_default().to_owned();
                let place = Place::span(file, spans.of_text(&path, text, &named));
                problems.push(Problem::error("K0211", place).with("found", error.message()).with("step", &word));
                return;
            }
            Some(Ok(step)) => steps.push((position, step)),
        }
    }
}

/// Puts the item where `{}` stands, in keys and texts.
fn fill_table(table: &mut toml::Table, item: &str) {
    let filled = std::mem::take(table).into_iter().map(|(key, mut value)| {
        fill(&mut value, item);
        (key.replace("{}", item), value)
    });
    *table = filled.collect();
}

fn fill(value: &mut toml::Value, item: &str) {
    match value {
        toml::Value::String(text) => *text = text.replace("{}", item),
        toml::Value::Array(items) => items.iter_mut().for_each(|value| fill(value, item)),
        toml::Value::Table(table) => fill_table(table, item),
        toml::Value::Integer(_) | toml::Value::Float(_) | toml::Value::Boolean(_) | toml::Value::Datetime(_) => {}
    }
}
