// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! How a build comes to stand: one at a time, whole or not at all, and what is left behind is taken away.
//!
//! Invariant: `build/current` leads to a folder whose name is a hash of what it holds, and changes in one step.

use std::fs::File;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use crate::documents::DOCUMENTS_FILE;
use crate::durable::sync_folder;
use crate::failure::Failure;
use crate::workspace::sha256_hex;

/// The folder `build/` while one process builds in it; others wait for it.
pub(super) struct Root {
    dir: PathBuf,
    _lock: File,
}

impl Root {
    /// Makes the folder where it is not there yet, and waits until nobody else builds in it.
    ///
    /// # Errors
    /// A folder that cannot be made or locked, or that holds a `current` which is no link of ours.
    pub(super) fn open(dir: &Path) -> Result<Self, Failure> {
        std::fs::create_dir_all(dir).map_err(|error| Failure::io(dir, error))?;
        let path = dir.join(".lock");
        let lock = File::create(&path).map_err(|error| Failure::io(&path, error))?;
        lock.lock().map_err(|error| Failure::io(&path, error))?;
        let current = dir.join("current");
        if current.is_dir() && !current.is_symlink() {
            return Err(Failure::Exists { path: current });
        }
        let root = Self { dir: dir.to_owned(), _lock: lock };
        // With the lock held, nobody works on what a killed build left.
        root.remove(|name| name.starts_with(".new-") || name.starts_with(".current-") || name.starts_with(".old-"));
        Ok(root)
    }

    /// Removes what has such a name; what cannot be removed stays, and harms nothing.
    fn remove(&self, is_old: impl Fn(&str) -> bool) {
        for entry in std::fs::read_dir(&self.dir).into_iter().flatten().flatten() {
            if entry.file_name().to_str().is_some_and(&is_old) {
                let path = entry.path();
                let _ = if path.is_dir() && !path.is_symlink() {
                    std::fs::remove_dir_all(&path)
                } else {
                    std::fs::remove_file(&path)
                };
            }
        }
    }

    /// An empty folder for a new build.
    pub(super) fn fresh(&self) -> Result<Fresh<'_>, Failure> {
        let dir = self.dir.join(format!(".new-{}", std::process::id()));
        std::fs::create_dir(&dir).map_err(|error| Failure::io(&dir, error))?;
        Ok(Fresh { root: self, dir })
    }
}

/// A folder that is not yet a build; it goes when the build does not land.
pub(super) struct Fresh<'a> {
    root: &'a Root,
    /// The folder.
    pub(super) dir: PathBuf,
}

impl Fresh<'_> {
    /// Gives the folder its name, swaps `current` to it, and keeps of the earlier builds the last one.
    pub(super) fn land(self) -> Result<PathBuf, Failure> {
        let root = &self.root.dir;
        let name = name_of(&self.dir)?;
        let dir = root.join(&name);
        if is_sound(&dir) {
            // The same was built before, to the byte: what stands there stays.
            std::fs::remove_dir_all(&self.dir).map_err(|error| Failure::io(&self.dir, error))?;
        } else {
            if dir.exists() {
                let old = root.join(format!(".old-{}", std::process::id()));
                std::fs::rename(&dir, &old).map_err(|error| Failure::io(&dir, error))?;
            }
            sync_folder(&self.dir)?;
            std::fs::rename(&self.dir, &dir).map_err(|error| Failure::io(&dir, error))?;
        }
        let before = std::fs::read_link(root.join("current")).ok();
        swap_link(root, &name)?;
        sync_folder(root)?;
        let before = before.as_deref().and_then(Path::to_str).unwrap_or_default();
        let is_build = |name: &str| name.len() == NAME_LENGTH && name.bytes().all(|byte| byte.is_ascii_hexdigit());
        self.root.remove(|old| (is_build(old) && old != name && old != before) || old.starts_with(".old-"));
        Ok(dir)
    }
}

impl Drop for Fresh<'_> {
    fn drop(&mut self) {
        if self.dir.exists() {
            let _ = std::fs::remove_dir_all(&self.dir);
        }
    }
}

/// Characters of the name of a build.
const NAME_LENGTH: usize = 16;

/// The name of a build: a hash of what it holds. `datapackage.json` holds the hash of every table; documents are in one file.
fn name_of(dir: &Path) -> Result<String, Failure> {
    let mut held = String::new();
    for name in ["datapackage.json", "build.json", "origins.json"] {
        let path = dir.join(name);
        held += &sha256_hex(&std::fs::read(&path).map_err(|error| Failure::io(&path, error))?);
    }
    // A build without documents keeps the name that it had before there were any.
    let path = dir.join(DOCUMENTS_FILE);
    match std::fs::read(&path) {
        Ok(bytes) => held += &sha256_hex(&bytes),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
        Err(error) => return Err(Failure::io(&path, error)),
    }
    Ok(sha256_hex(held.as_bytes())[..NAME_LENGTH].to_owned())
}

/// Whether a build holds what its name says, to the byte of each table.
pub(super) fn is_sound(dir: &Path) -> bool {
    let named = |name: String| dir.file_name().and_then(|own| own.to_str()) == Some(name.as_str());
    if !dir.is_dir() || !name_of(dir).is_ok_and(named) {
        return false;
    }
    let json =
        |name: &str| -> Option<serde_json::Value> { serde_json::from_slice(&std::fs::read(dir.join(name)).ok()?).ok() };
    if json("problems.json").is_none() || json("scores-problems.json").is_none() {
        return false;
    }
    let package = json("datapackage.json");
    let resources = package.as_ref().and_then(|package| package["resources"].as_array());
    let is_whole = |resource: &serde_json::Value| {
        let stated = resource["sha256"].as_str().or_else(|| resource["hash"].as_str()?.strip_prefix("sha256:"));
        let bytes = resource["path"].as_str().and_then(|name| std::fs::read(dir.join(name)).ok());
        bytes.is_some_and(|bytes| stated == Some(sha256_hex(&bytes).as_str()))
    };
    resources.is_some_and(|resources| resources.par_iter().all(is_whole))
}

#[cfg(unix)]
fn swap_link(root: &Path, name: &str) -> Result<(), Failure> {
    let (next, current) = (root.join(format!(".current-{}", std::process::id())), root.join("current"));
    std::os::unix::fs::symlink(name, &next).map_err(|error| Failure::io(&next, error))?;
    std::fs::rename(&next, &current).map_err(|error| Failure::io(&current, error))
}

/// Windows cannot rename over a link to a folder: for a moment there is none.
#[cfg(windows)]
fn swap_link(root: &Path, name: &str) -> Result<(), Failure> {
    let current = root.join("current");
    let _ = std::fs::remove_dir(&current);
    std::os::windows::fs::symlink_dir(name, &current).map_err(|error| Failure::io(&current, error))
}
