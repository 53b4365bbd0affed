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
    use kapstok_share::words::{Language, Words};

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
        ];
        for (code, found, step, sentence, typed) in cases {
            let mut problem = Problem::error("K0400", kapstok_table::Place::file("x.toml")).with("found", found);
            problem.code = code;
            let problem = if step.is_empty() { problem } else { problem.with("step", step) };
            let (said, hint) = (message(&problem, &words), hint(&problem, &words).unwrap());
            assert!(said.contains(sentence) && hint.contains(typed), "{code} {found}\n{said}\n{hint}");
        }
    }

    #[test]
    fn a_value_of_a_step_that_cannot_be_is_said_in_both_languages() {
        let wrong = [
            "do = \"band\"\nin = \"a\"\nbands = 1",
            "do = \"exponential\"\nin = \"a\"\nconstant = 0.0",
            "do = \"flag\"\nin = \"a\"",
            "do = \"goalposts\"\nin = \"a\"\nlow = 2.0\nhigh = 1.0",
            "do = \"goalposts\"\nin = \"a\"\nlow = 0.0\nhigh = 1.0\nlogarithm = true",
            "do = \"round\"\nin = \"a\"\ndecimals = 13\nmode = \"half-up\"",
            "do = \"sum\"\nin = []",
            "do = \"sum\"\nin = [\"a\"]\nmissing = { at-least = 2 }",
            "do = \"summarise\"\nin = \"a\"\nhow = \"extent\"\nto = \"district\"",
            "do = \"weighted-mean\"\nweights = { a = -1.0 }\nweights_sum = \"relative\"",
            "do = \"weighted-mean\"\nweights = {}\nweights_sum = \"relative\"",
            "do = \"z-score\"\nin = \"a\"\ndeviation = \"sample\"\nhigher_is_worse = true",
            "do = \"linear\"\nin = \"a\"\nfactor = inf",
            "do = \"linear\"\nin = \"a\"\nfactor = 1.0\neach = []",
        ];
        for keys in wrong {
            let head = "recipe = 1\nid = \"r\"\ntitle = { nl = \"r\", en = \"r\" }\nlevel = \"lsoa\"\n\
                [[input]]\nname = \"a\"\nunit = \"count\"\ndirection = \"neither\"\n";
            let (recipe, mut problems) =
                kapstok_recipe::parse("r.toml", &format!("{head}[[step]]\n{keys}\nout = \"x\"\n"));
            let column = kapstok_recipe::Available {
                name: "a".into(),
                period: String::new(),
                boundary_year: None,
                indicator: None,
                share_missing: 0.0,
            };
            let catalogue = kapstok_recipe::Catalogue { source: "t.csv".into(), columns: vec![column] };
            problems.extend(recipe.map(|recipe| kapstok_recipe::check(&recipe, &catalogue).1).unwrap_or_default());
            let found: Vec<&Problem> = problems.iter().filter(|problem| problem.code == "K0211").collect();
            assert_eq!(found.len(), 1, "{keys}\n{problems:?}");
            let [nl, en] = [Language::Nl, Language::En].map(|language| message(found[0], &Words::new(language)));
            assert!(nl != en && !nl.contains("{$") && !en.contains("{$"), "{keys}\n{nl}\n{en}");
        }
    }
}
