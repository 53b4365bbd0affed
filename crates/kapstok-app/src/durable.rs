// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Files that are still there when the power comes back.
//!
//! In: a path and bytes. Out: nothing, once the disk has them. Invariant: a file that stood is there whole, as it was or as
//! it is to be, never half. Not here: the log, which grows at its end (`agenda/disk.rs`); a build, which lands as a folder
//! (`build/landing.rs`).

use std::io::Write;
use std::path::{Path, PathBuf};

use crate::failure::Failure;

/// Writes a new file of a folder that nobody reads yet. Its name is safe once the folder is: [`sync_folder`].
///
/// # Errors
/// [`Failure::Io`].
pub(crate) fn write_durably(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    write_and_sync(path, bytes).map_err(|error| Failure::io(path, error))
}

/// Gives a file other bytes, or makes it, in one step: whoever reads it sees the old ones or the new ones.
///
/// # Errors
/// [`Failure::Io`]; what stood there still stands.
pub(crate) fn replace_durably(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    // A link stays a link: what it leads to is replaced.
    let path = &std::fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    // A device, such as `/dev/stdout`, has no earlier bytes to keep.
    if std::fs::metadata(path).is_ok_and(|there| !there.is_file()) {
        return std::fs::write(path, bytes).map_err(|error| Failure::io(path, error));
    }
    let next = beside(path);
    let replace = || {
        write_and_sync(&next, bytes)?;
        // Who may read it stays as somebody chose.
        if let Ok(there) = std::fs::metadata(path) {
            std::fs::set_permissions(&next, there.permissions())?;
        }
        std::fs::rename(&next, path)
    };
    replace().map_err(|error| {
        let _ = std::fs::remove_file(&next);
        Failure::io(path, error)
    })?;
    sync_folder(folder_of(path))
}

/// Makes names in a folder as safe as the files that bear them.
///
/// # Errors
/// [`Failure::Io`].
#[cfg(unix)]
pub(crate) fn sync_folder(folder: &Path) -> Result<(), Failure> {
    std::fs::File::open(folder).and_then(|handle| handle.sync_all()).map_err(|error| Failure::io(folder, error))
}

/// Windows has no such call: its file system keeps names with the file.
#[cfg(windows)]
pub(crate) fn sync_folder(_folder: &Path) -> Result<(), Failure> {
    Ok(())
}

/// The folder that holds a file.
pub(crate) fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

fn write_and_sync(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let mut file = std::fs::File::create(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

/// A name in the same folder, so that renaming is one step.
fn beside(path: &Path) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!(".{name}.new-{}", std::process::id()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_replaced_and_nothing_stays_beside_it() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("a.txt");
        replace_durably(&path, b"one").unwrap();
        replace_durably(&path, b"two").unwrap();
        assert_eq!(std::fs::read(&path).unwrap(), b"two");
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o600)).unwrap();
            replace_durably(&path, b"three").unwrap();
            assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        }
        assert_eq!(std::fs::read_dir(dir.path()).unwrap().count(), 1);
        // A folder with that name cannot be replaced, and stays.
        std::fs::create_dir(dir.path().join("b.txt")).unwrap();
        assert!(replace_durably(&dir.path().join("b.txt"), b"x").is_err());
        assert_eq!(std::fs::read_dir(dir.path()).unwrap().count(), 2);
    }
}
