// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What a reader of TOML says of a file, as facts for a sentence: which key, what is near it, what to type.
//!
//! In: the message of the reader, in English. Out: facts. A message of another form stays as it is, and the
//! sentence quotes it. Not here: the sentences.

use kapstok_table::{Problem, nearest};
use serde_json::Value;

/// Codes that quote a reader of TOML in their fact `found`.
const OF_A_READER: [&str; 5] = ["K0200", "K0211", "K0400", "K0420", "K0440"];

/// The facts that the message of a reader holds: `what`, `key`, `nearest`, `example`.
pub(crate) fn facts(problem: &Problem) -> Vec<(&'static str, String)> {
    let Some(found) = problem.fact("found").filter(|_| OF_A_READER.contains(&problem.code)) else {
        return Vec::new();
    };
    let mut named = found.split('`').skip(1).step_by(2);
    let key = named.next().unwrap_or_default().to_owned();
    let what = match () {
        () if found.starts_with("unknown field") => {
            let near = nearest(&key, named).to_owned();
            let what = if near == "-" { "unknown-key" } else { "misspelled-key" };
            return vec![("what", what.to_owned()), ("key", key), ("nearest", near)];
        }
        () if found.starts_with("missing field") => {
            let example = example(problem, &key).unwrap_or_else(|| format!("{key} = ..."));
            return vec![("what", "missing-key".to_owned()), ("key", key), ("example", example)];
        }
        () if found.starts_with("duplicate key") => "twice",
        () => "other",
    };
    vec![("what", what.to_owned()), ("key", key)]
}

/// How a key of a recipe is typed, from the schema of the language.
fn example(problem: &Problem, key: &str) -> Option<String> {
    let schema = match problem.code {
        "K0200" | "K0211" => kapstok_recipe::json_schema(),
        _ => return None,
    };
    let form = match problem.fact("step") {
        None => &schema,
        Some(step) => {
            let forms = schema["properties"]["step"]["items"]["oneOf"].as_array()?;
            forms.iter().find(|form| form["properties"]["do"]["const"] == step)?
        }
    };
    let values = values(&schema, &form["properties"][key])?;
    Some(values.iter().map(|value| format!("{key} = {value}")).collect::<Vec<_>>().join("` / `"))
}

/// What may stand behind the equals sign: one form, or each word of a closed list.
fn values(schema: &Value, property: &Value) -> Option<Vec<String>> {
    let property = match property["$ref"].as_str().and_then(|path| path.strip_prefix('#')) {
        Some(path) => schema.pointer(path)?,
        None => property,
    };
    let quoted = |word: &Value| word.as_str().map(|word| format!("\"{word}\""));
    if let Some(words) = property["enum"].as_array() {
        return Some(words.iter().filter_map(quoted).collect());
    }
    if let Some(forms) = property["oneOf"].as_array() {
        return Some(forms.iter().filter_map(|form| quoted(&form["const"])).collect());
    }
    if let Some(forms) = property["anyOf"].as_array() {
        return values(schema, forms.first()?);
    }
    let value = match property["type"].as_str()? {
        "string" => "\"...\"",
        "integer" => "1",
        "number" => "1.0",
        "boolean" => "true",
        "array" => "[\"...\"]",
        "object" => "{ ... }",
        _ => return None,
    };
    Some(vec![value.to_owned()])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::problems::{hint, message};
    use crate::words::{Language, Words};

    #[test]
    fn a_key_that_is_wrong_or_missing_is_named_with_what_to_type() {
        let words = Words::new(Language::Nl);
        let settings = "unknown field `titel`, expected one of `kapstok`, `title`, `country`";
        let cases = [
            ("K0400", settings, "", "kapstok.toml is niet te lezen: de sleutel `titel` bestaat niet", "`title`"),
            ("K0400", "missing field `country`", "", "de sleutel `country` ontbreekt", "`country = ...`"),
            ("K0400", "invalid type: integer `3`, expected a string", "", "invalid type", "kapstok-toml.md"),
            (
                "K0211",
                "missing field `order`",
                "rank",
                "de sleutel `order` ontbreekt",
                "`order = \"highest-first\"` / `order",
            ),
            ("K0211", "missing field `constant`", "exponential", "de sleutel `constant` ontbreekt", "`constant = 1.0`"),
            (
                "K0211",
                "missing field `weights`",
                "weighted-mean",
                "de sleutel `weights` ontbreekt",
                "`weights = { ... }`",
            ),
            ("K0200", "missing field `level`", "", "de sleutel `level` ontbreekt", "`level = \"...\"`"),
            ("K0211", "bands = 1; at least 2", "band", "bands = 1", "docs/reference/steps"),
        ];
        for (code, found, step, sentence, typed) in cases {
            let mut problem = Problem::error("K0400", kapstok_table::Place::file("x.toml")).with("found", found);
            problem.code = code;
            let problem = if step.is_empty() { problem } else { problem.with("step", step) };
            let (said, hint) = (message(&problem, &words), hint(&problem, &words).unwrap());
            assert!(said.contains(sentence) && hint.contains(typed), "{code} {found}\n{said}\n{hint}");
        }
    }
}
