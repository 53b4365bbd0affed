// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `kapstok explain K0213 | RECIPE`: the form of the argument decides.

use std::io::Write;
use std::path::Path;

use crate::failure::Failure;
use crate::words::{Language, Words};

/// Explains a problem code or a recipe.
pub(crate) fn explain(what: &str, words: &Words, out: &mut dyn Write) -> Result<(), Failure> {
    let digits = what.strip_prefix(['K', 'k']).unwrap_or("");
    if digits.len() == 4 && digits.bytes().all(|byte| byte.is_ascii_digit()) {
        let code = format!("K{digits}");
        let Some(text) = words.attribute(&code, "explain", &[]) else {
            return Err(Failure::NotFound { what: "code", found: what.to_owned(), nearest: "K0400".to_owned() });
        };
        return writeln!(out, "{code}\n\n{text}").map_err(crate::standard_output);
    }
    // A published index is a folder with its recipe in it.
    let path = match Path::new(what) {
        folder if folder.is_dir() => folder.join("recipe.toml"),
        file => file.to_owned(),
    };
    let path = path.as_path();
    let text = std::fs::read_to_string(path).map_err(|error| Failure::io(path, error))?;
    let (recipe, problems) = kapstok_recipe::parse(what, &text);
    let Some(recipe) = recipe else {
        return Err(Failure::Problems { problems, texts: [(what.to_owned(), text)].into() });
    };
    let language = match words.language {
        Language::Nl => kapstok_recipe::Language::Nl,
        Language::En => kapstok_recipe::Language::En,
    };
    write!(out, "{}", kapstok_recipe::explain(&recipe, language)).map_err(crate::standard_output)
}
