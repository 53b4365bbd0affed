// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Tiles in `cache/tiles/` of a workspace, so that a second start of the server need not make them again.
//!
//! In: names and tiles of `kapstok-serve`. Out: files. Invariant: a file is whole or not there; a folder that cannot be
//! written is no failure, for a tile can always be made. Only small zooms are kept: they are few, and take longest. The
//! maps of the two builds that were served last stay; what else stands in the folder goes.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

use kapstok_serve::TileShelf;

/// The last zoom that is kept.
const LAST_ZOOM: u8 = 9;

/// Of so many builds tiles are kept: the one that is served, and the one before it, to which a person may go back.
const KEPT_BUILDS: usize = 2;

/// The list of builds, last served first: a line with the build and its maps.
const SERVED: &str = "served.txt";

/// Tiles of a workspace on disk.
#[derive(Debug)]
pub(crate) struct TilesOnDisk {
    folder: PathBuf,
    /// So that two requests for one tile write two files, of which the last one stays.
    number: AtomicU64,
}

impl TilesOnDisk {
    /// Those of a workspace.
    pub(crate) fn new(workspace: &Path) -> Self {
        Self { folder: workspace.join("cache").join("tiles"), number: AtomicU64::new(0) }
    }

    /// Where a tile is kept: one folder for each map, by the hash in the name. `None` for one that is not.
    fn path(&self, name: &str) -> Option<PathBuf> {
        let (map, place) = name.split_once('-')?;
        let zoom: u8 = place.split('-').next()?.parse().ok()?;
        let is_plain = |text: &str| text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
        let is_kept = zoom <= LAST_ZOOM && is_plain(map) && is_plain(place);
        is_kept.then(|| self.folder.join(map).join(format!("{place}.mvt")))
    }

    /// Puts a build at the head of the list, and takes away the maps that no build of the list has.
    fn prune(&self, build: &str, maps: &[String]) -> std::io::Result<()> {
        let list = self.folder.join(SERVED);
        let before = std::fs::read_to_string(&list).unwrap_or_default();
        let others = before.lines().filter(|line| line.split(' ').next() != Some(build));
        let now = std::iter::once(build).chain(maps.iter().map(String::as_str)).collect::<Vec<_>>().join(" ");
        let lines: Vec<&str> = std::iter::once(now.as_str()).chain(others).take(KEPT_BUILDS).collect();
        self.write(&list, (lines.join("\n") + "\n").as_bytes())?;
        for entry in std::fs::read_dir(&self.folder)? {
            let (path, name) = entry.map(|entry| (entry.path(), entry.file_name()))?;
            let is_kept = lines.iter().any(|line| line.split(' ').skip(1).any(|map| name == map));
            // Only folders that we may have made: a link, or a file of somebody else, is left alone.
            if !is_kept && is_map(&name.to_string_lossy()) && std::fs::symlink_metadata(&path)?.is_dir() {
                std::fs::remove_dir_all(&path)?;
            }
        }
        Ok(())
    }

    fn write(&self, path: &Path, tile: &[u8]) -> std::io::Result<()> {
        let Some(folder) = path.parent() else { return Ok(()) };
        std::fs::create_dir_all(folder)?;
        let number = self.number.fetch_add(1, Ordering::Relaxed);
        let unfinished = folder.join(format!("{}-{number}.part", std::process::id()));
        let mut file = std::fs::File::create(&unfinished)?;
        file.write_all(tile).and_then(|()| std::fs::rename(&unfinished, path)).inspect_err(|_| {
            let _ = std::fs::remove_file(&unfinished);
        })
    }
}

/// Whether a folder is named as those of maps are: by a hash.
fn is_map(name: &str) -> bool {
    name.len() == 24 && name.bytes().all(|byte| byte.is_ascii_hexdigit())
}

impl TileShelf for TilesOnDisk {
    fn take(&self, name: &str) -> Option<Vec<u8>> {
        std::fs::read(self.path(name)?).ok()
    }

    fn put(&self, name: &str, tile: &[u8]) {
        if let Some(path) = self.path(name) {
            let _ = self.write(&path, tile);
        }
    }

    fn serves(&self, build: &str, maps: &[String]) {
        let _ = self.prune(build, maps);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tile_of_a_small_zoom_is_found_again_and_no_name_leaves_the_folder() {
        let workspace = tempfile::tempdir().unwrap();
        let tiles = TilesOnDisk::new(workspace.path());
        tiles.put("abc-8-84-131", b"tile");
        assert_eq!(TilesOnDisk::new(workspace.path()).take("abc-8-84-131").as_deref(), Some(&b"tile"[..]));
        assert_eq!(std::fs::read_dir(workspace.path().join("cache/tiles/abc")).unwrap().count(), 1);
        for other in ["abc-12-84-131", "def-8-84-131", "../x-8-84-131", "abc-8-../../x", "abc"] {
            tiles.put(other, b"tile");
            assert_eq!(tiles.take(other).is_some(), other.starts_with("def"), "{other}");
        }
        // A workspace that cannot be written is served all the same.
        TilesOnDisk::new(Path::new("/dev/null")).put("abc-8-84-131", b"tile");
    }

    #[test]
    fn the_maps_of_the_two_builds_served_last_stay_and_no_other() {
        let workspace = tempfile::tempdir().unwrap();
        let map = |letter: &str| letter.repeat(24);
        let folder = workspace.path().join("cache/tiles");
        let serve = |build: &str, letters: &[&str]| {
            // Each start of the server is a shelf of its own.
            let tiles = TilesOnDisk::new(workspace.path());
            tiles.serves(build, &letters.iter().map(|letter| map(letter)).collect::<Vec<_>>());
            letters.iter().for_each(|letter| tiles.put(&format!("{}-8-84-131", map(letter)), b"tile"));
        };
        let kept = || -> String {
            let is_there = |letter: &&str| folder.join(map(letter)).is_dir();
            ["a", "b", "c", "d", "e"].iter().copied().filter(is_there).collect()
        };
        serve("one", &["a", "b"]);
        std::fs::write(folder.join("notes.txt"), "of somebody else").unwrap();
        std::fs::create_dir(folder.join("of-somebody-else")).unwrap();
        serve("two", &["a", "c"]);
        assert_eq!(kept(), "abc");
        // The second build comes again: that is no third one.
        serve("two", &["a", "c"]);
        assert_eq!(kept(), "abc");
        serve("three", &["d"]);
        assert_eq!(kept(), "acd", "what the first build had alone is gone");
        // Back to a build of before: it is the newest now.
        serve("two", &["a", "c"]);
        serve("four", &["e"]);
        assert_eq!(kept(), "ace");
        assert!(folder.join("notes.txt").is_file() && folder.join("of-somebody-else").is_dir());
        // A workspace without tiles yet, and one that cannot be written.
        TilesOnDisk::new(tempfile::tempdir().unwrap().path()).serves("one", &[]);
        TilesOnDisk::new(Path::new("/dev/null")).serves("one", &[]);
    }
}
