// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Tiles in `cache/tiles/` of a workspace, so that a second start of the server need not make them again.
//!
//! In: names and tiles of `kapstok-serve`. Out: files. Invariant: a file is whole or not there; a folder that cannot be
//! written is no failure, for a tile can always be made. Only small zooms are kept: they are few, and take longest.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

use kapstok_serve::TileShelf;

/// The last zoom that is kept.
const LAST_ZOOM: u8 = 9;

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

impl TileShelf for TilesOnDisk {
    fn take(&self, name: &str) -> Option<Vec<u8>> {
        std::fs::read(self.path(name)?).ok()
    }

    fn put(&self, name: &str, tile: &[u8]) {
        if let Some(path) = self.path(name) {
            let _ = self.write(&path, tile);
        }
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
}
