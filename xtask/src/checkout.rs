// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The checkout: where it is, which files belong to it, and running a program in it.
//!
//! Invariant: programs run in the root, whatever folder the task was started from.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::tidy::File;

/// A checkout of the project.
pub(crate) struct Checkout {
    root: PathBuf,
}

/// How a program ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ended {
    /// Status 0.
    Well,
    /// Another status.
    Badly,
    /// It is not on this machine.
    Missing,
}

/// The program that is tried from outside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Program {
    /// To be built first.
    Build,
    /// The one that the tests just built: with other targets it has other features, and typst would be built again.
    OfTests,
}

impl Program {
    /// Its path; built where it is not there.
    ///
    /// # Errors
    /// It does not build.
    pub(crate) fn have(self, checkout: &Checkout) -> Result<PathBuf, String> {
        let program = checkout.path("target/debug/kapstok");
        if self == Self::Build || !program.is_file() {
            must_run(&mut checkout.cargo(&["build", "--locked", "--workspace", "--exclude", "xtask"]))?;
        }
        Ok(program)
    }
}

impl Checkout {
    /// The checkout that this program was built from.
    pub(crate) fn find() -> Result<Self, String> {
        let manifest = std::env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
        let start = manifest.or_else(|| std::env::current_dir().ok()).unwrap_or_default();
        let root = start.ancestors().find(|dir| dir.join("Cargo.lock").is_file());
        root.map(|root| Self { root: root.to_owned() })
            .ok_or_else(|| format!("no checkout around `{}`", start.display()))
    }

    /// A path below the root.
    pub(crate) fn path(&self, relative: &str) -> PathBuf {
        self.root.join(relative)
    }

    /// The folder with real files: `KAPSTOK_DATA`, else `../shared/data` beside the checkout.
    pub(crate) fn data(&self) -> Option<PathBuf> {
        let named = std::env::var_os("KAPSTOK_DATA").map(PathBuf::from);
        let folder = named.or_else(|| Some(self.root.parent()?.join("shared/data")))?;
        folder.is_dir().then_some(folder)
    }

    /// A program, ready to run in the root.
    pub(crate) fn command(&self, program: &str, arguments: &[&str]) -> Command {
        let mut command = Command::new(program);
        command.args(arguments).current_dir(&self.root);
        command
    }

    /// `cargo`, the one that runs this task.
    pub(crate) fn cargo(&self, arguments: &[&str]) -> Command {
        let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
        self.command(&cargo, arguments)
    }

    /// What a program prints on standard output.
    ///
    /// # Errors
    /// The program is not here, ends badly, or prints no text.
    pub(crate) fn output(&self, mut command: Command) -> Result<String, String> {
        let shown = shown(&command);
        let output = command.output().map_err(|error| format!("`{shown}` cannot be run: {error}"))?;
        if !output.status.success() {
            return Err(format!("`{shown}`: {}", String::from_utf8_lossy(&output.stderr).trim()));
        }
        String::from_utf8(output.stdout).map_err(|_| format!("`{shown}` printed something that is no text"))
    }

    /// All files of the checkout that git tracks or would track, with their text.
    ///
    /// # Errors
    /// There is no git, or a file cannot be read.
    pub(crate) fn files(&self) -> Result<Vec<File>, String> {
        let arguments = ["ls-files", "-z", "--cached", "--others", "--exclude-standard", "--deduplicate"];
        let listed = self.output(self.command("git", &arguments))?;
        let mut paths: Vec<&str> = listed.split('\0').filter(|path| !path.is_empty()).collect();
        paths.sort_unstable();
        let mut files = Vec::new();
        for path in paths {
            let bytes = match std::fs::read(self.root.join(path)) {
                Ok(bytes) => bytes,
                // Removed from the folder, and not yet from the index.
                Err(error) if error.kind() == std::io::ErrorKind::NotFound => continue,
                Err(error) => return Err(format!("cannot read `{path}`: {error}")),
            };
            files.push(File { path: path.to_owned(), text: String::from_utf8(bytes).ok() });
        }
        Ok(files)
    }
}

/// Runs a program that talks for itself.
pub(crate) fn run(command: &mut Command) -> Ended {
    println!("\n> {}", shown(command));
    match command.status() {
        Ok(status) if status.success() => Ended::Well,
        Ok(_) => Ended::Badly,
        Err(_) => Ended::Missing,
    }
}

/// Runs a program whose bad end is the end of the task.
///
/// # Errors
/// It is not here, or ends badly.
pub(crate) fn must_run(command: &mut Command) -> Result<(), String> {
    match run(command) {
        Ended::Well => Ok(()),
        Ended::Badly => Err(shown(command)),
        Ended::Missing => Err(format!("`{}` is not on this machine", command.get_program().to_string_lossy())),
    }
}

/// Says that something was not run, and why. Under `CI=true` that is a failure.
///
/// # Errors
/// Under `CI=true`.
pub(crate) fn not_run(what: &str, why: &str) -> Result<(), String> {
    println!("not run: {what} ({why})");
    if under_ci() { Err(format!("{what} was not run: {why}")) } else { Ok(()) }
}

fn under_ci() -> bool {
    std::env::var("CI").is_ok_and(|value| value == "true" || value == "1")
}

/// A command as one would type it.
pub(crate) fn shown(command: &Command) -> String {
    let name = |text: &std::ffi::OsStr| {
        let text = text.to_string_lossy();
        if text.contains('/') {
            Path::new(&*text).file_name().map_or(text.to_string(), |n| n.to_string_lossy().into())
        } else {
            text.into()
        }
    };
    let arguments = command.get_args().map(|argument| argument.to_string_lossy().into_owned());
    std::iter::once(name(command.get_program())).chain(arguments).collect::<Vec<String>>().join(" ")
}
