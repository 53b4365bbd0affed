// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `cargo xtask real`: a workspace of the whole country from real files, fetched and built.
//!
//! In: `xtask/real/kapstok.toml`, `recipes/nl-samenkomen`, and the folder with real files, which is only read.
//! Out: a workspace in the given folder, else in `target/real`. Nothing of it belongs into git.

use std::path::{Path, PathBuf};

use crate::checkout::{self, Checkout};

/// What the workspace is made of: from the checkout, to the workspace.
const PARTS: [(&str, &str); 2] = [("xtask/real", "."), ("recipes/nl-samenkomen", "recipes/nl-samenkomen")];

/// Makes the workspace, fetches from the folder, builds.
///
/// # Errors
/// No real files at hand, a folder that is something else, or a command that ends badly.
pub(crate) fn real(checkout: &Checkout, dir: Option<PathBuf>) -> Result<(), String> {
    let Some(data) = checkout.data() else {
        return checkout::not_run("the workspace on real files", "no KAPSTOK_DATA and no ../shared/data");
    };
    let dir = match dir {
        Some(dir) => std::path::absolute(&dir).map_err(|error| format!("`{}`: {error}", dir.display()))?,
        None => checkout.path("target/real"),
    };
    if is_something_else(&dir) {
        return Err(format!("`{}` is not empty and no workspace: name another folder", dir.display()));
    }
    // `DIR/.` cannot be made before `DIR` is there.
    std::fs::create_dir_all(&dir).map_err(|error| format!("`{}`: {error}", dir.display()))?;
    for (from, to) in PARTS {
        copy_folder(&checkout.path(from), &dir.join(to))?;
    }
    let (dir, data) = (dir.display().to_string(), data.join("nl").display().to_string());
    let kapstok = ["run", "--release", "--locked", "--quiet", "-p", "kapstok-app", "--"];
    checkout::must_run(checkout.cargo(&kapstok).args(["fetch", &dir, "--from", &data]))?;
    checkout::must_run(checkout.cargo(&kapstok).args(["build", &dir]))?;
    println!("\nbuilt: {dir}/build/current\nnext:  kapstok why {dir} BU05990110 moeite_met_rondkomen");
    Ok(())
}

/// A folder with files that is no workspace: nothing is written among them.
fn is_something_else(dir: &Path) -> bool {
    let empty = std::fs::read_dir(dir).map_or(true, |mut entries| entries.next().is_none());
    !empty && !dir.join("kapstok.toml").is_file()
}

fn copy_folder(from: &Path, to: &Path) -> Result<(), String> {
    let failed = |path: &Path| {
        let path = path.display().to_string();
        move |error: std::io::Error| format!("`{path}`: {error}")
    };
    std::fs::create_dir_all(to).map_err(failed(to))?;
    for entry in std::fs::read_dir(from).map_err(failed(from))? {
        let entry = entry.map_err(failed(from))?;
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy_folder(&entry.path(), &target)?;
        } else {
            std::fs::copy(entry.path(), &target).map_err(failed(&target))?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{copy_folder, is_something_else};

    #[test]
    fn a_folder_of_somebody_else_is_left_alone_and_a_workspace_is_made_anew() {
        let dir = std::env::temp_dir().join(format!("kapstok-xtask-real-{}", std::process::id()));
        let from = dir.join("from");
        std::fs::create_dir_all(from.join("deeper")).unwrap();
        std::fs::write(from.join("deeper/letter.txt"), "mine").unwrap();
        assert!(!is_something_else(&dir.join("nothing here")), "a folder that is not there may be made");
        assert!(is_something_else(&from), "files without a workspace");
        copy_folder(&from, &dir.join("to")).unwrap();
        assert_eq!(std::fs::read_to_string(dir.join("to/deeper/letter.txt")).unwrap(), "mine");
        std::fs::write(dir.join("to/kapstok.toml"), "").unwrap();
        assert!(!is_something_else(&dir.join("to")), "a workspace is written over");
        std::fs::remove_dir_all(&dir).unwrap();
    }
}
