// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `kapstok explain K0213 | RECIPE`: the form of the argument decides.

use std::io::Write;
use std::path::{Path, PathBuf};

use crate::explained::{self, Meanings};
use crate::failure::Failure;
use crate::workspace::{SETTINGS_FILE, Workspace};
use kapstok_share::words::Words;

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
    let path = recipe_file(Path::new(what))?;
    let text = std::fs::read_to_string(&path).map_err(|error| Failure::io(&path, error))?;
    let name = path.display().to_string();
    let (recipe, problems) = kapstok_recipe::parse(&name, &text);
    let Some(recipe) = recipe else {
        return Err(Failure::Problems { problems, texts: [(name, text)].into() });
    };
    write!(out, "{}", explained::page(&recipe, &meanings(&path), words)).map_err(crate::standard_output)
}

/// The recipe that was meant. A published index is a folder with its recipe in it.
fn recipe_file(what: &Path) -> Result<PathBuf, Failure> {
    let inside = what.join("recipe.toml");
    if !what.is_dir() || inside.is_file() {
        return Ok(if what.is_dir() { inside } else { what.to_owned() });
    }
    let files: Vec<String> = recipes_below(what, 0)?.iter().map(|path| format!("`{}`", path.display())).collect();
    let what_is_missing = if files.is_empty() { "recipe" } else { "recipe-named" };
    let found = what.display().to_string();
    Err(Failure::NotFound { what: what_is_missing, found, nearest: files.join(", ") })
}

/// Recipes in a folder and in three levels of folders below it, by name. A recipe begins with its version.
fn recipes_below(folder: &Path, depth: usize) -> Result<Vec<PathBuf>, Failure> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(|error| Failure::io(folder, error))? {
        let path = entry.map_err(|error| Failure::io(folder, error))?.path();
        if path.is_dir() && depth < 3 {
            found.extend(recipes_below(&path, depth + 1)?);
        } else if path.extension().is_some_and(|extension| extension == "toml") {
            let text = std::fs::read_to_string(&path).unwrap_or_default();
            let is_recipe = text.lines().any(|line| line.replace(' ', "").starts_with("recipe=1"));
            found.extend(is_recipe.then_some(path));
        }
    }
    found.sort();
    Ok(found)
}

/// What the workspace around a recipe says of its indicators: the first `kapstok.toml` in the folder of the recipe
/// or up to three above it. A workspace that cannot be read says nothing; `check` tells why.
fn meanings(recipe: &Path) -> Meanings {
    let recipe = std::path::absolute(recipe).unwrap_or_else(|_| recipe.to_owned());
    let folder = recipe.ancestors().skip(1).take(4).find(|folder| folder.join(SETTINGS_FILE).is_file());
    let workspace = folder.and_then(|folder| Workspace::open(folder).ok());
    workspace.map(|(workspace, _)| workspace.indicators).unwrap_or_default()
}
