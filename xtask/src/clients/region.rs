// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The invented region as clients get it: moved, with odd names, and with somebody who answers for it.
//!
//! In: the region of the demo, which lies in the sea. Out: the same region where the Dutch grid holds, so that
//! EPSG:28992 can be asked for; three areas with names that a careless client spoils. Invariant: no figure is touched.

use std::path::{Path, PathBuf};

use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::checkout::Checkout;

/// Where it is made.
const HOME: &str = "target/clients-region";
/// By how many degrees every point of its maps goes east and north.
const MOVED: [f64; 2] = [2.2, -2.6];
/// Names of areas, and what they are called here: marks of HTML, percent and quotes; letters with accents on and
/// off Latin-1, a ligature, Greek, Chinese, and one beyond sixteen bits.
pub(super) const RENAMED: [(&str, &str); 3] = [
    ("Lantaarnwerf", "'s-Gravenéiland & Zoom"),
    ("Kompaswerf", "Fryslân <b>Súd</b> 100%"),
    ("Kaarsenmakersburcht", "ĲZENDÎJK – Ω 北 😀"),
];
/// Who answers for it.
const CONTACT: &str = "\n[contact]\nname = \"Verzonnen Bureau voor de Voorbeeldstreek\"\n\
    url = \"https://voorbeeldstreek.example/\"\nemail = \"atlas@voorbeeldstreek.example\"\n";
/// The map that outlines are taken from.
const MAP: &str = "sources/kaart_buurten_2024.geojson";

/// The region, built.
pub(super) struct Region {
    /// The program that built it.
    pub(super) program: PathBuf,
    /// Its workspace.
    pub(super) dir: PathBuf,
    /// The map of its smallest areas, as it was put in.
    pub(super) map: Value,
}

impl Region {
    /// Makes and builds it anew.
    pub(super) fn build(checkout: &Checkout) -> Result<Self, String> {
        let (program, dir) = (checkout.path("target/debug/kapstok"), checkout.path(HOME));
        if dir.exists() {
            std::fs::remove_dir_all(&dir).map_err(failed(&dir))?;
        }
        let kapstok = |arguments: &[&str]| {
            let mut command = checkout.command(&program.display().to_string(), &["--lang", "en"]);
            command.args(arguments);
            checkout.output(command)
        };
        let shown = dir.display().to_string();
        kapstok(&["demo", "--no-serve", "--dir", &shown])?;
        change(&dir)?;
        kapstok(&["build", &shown])?;
        let map = dir.join(MAP);
        let text = std::fs::read_to_string(&map).map_err(failed(&map))?;
        let map = serde_json::from_str(&text).map_err(|error| format!("{MAP}: {error}"))?;
        Ok(Self { program, dir, map })
    }

    /// A file of its build.
    pub(super) fn build_file(&self, name: &str) -> PathBuf {
        self.dir.join("build/current").join(name)
    }
}

fn failed(path: &Path) -> impl Fn(std::io::Error) -> String {
    let shown = path.display().to_string();
    move |error| format!("`{shown}`: {error}")
}

/// Moves the maps, gives areas other names, adds the contact, and lets the lock say so.
fn change(dir: &Path) -> Result<(), String> {
    let lock_path = dir.join("sources/kapstok.lock");
    let mut lock = std::fs::read_to_string(&lock_path).map_err(failed(&lock_path))?;
    let sources = dir.join("sources");
    for entry in std::fs::read_dir(&sources).map_err(failed(&sources))? {
        let path = entry.map_err(failed(&sources))?.path();
        let bytes = std::fs::read(&path).map_err(failed(&path))?;
        // A source in another encoding has no name in it.
        let Ok(text) = String::from_utf8(bytes) else { continue };
        if path == lock_path {
            continue;
        }
        let mut changed = RENAMED.iter().fold(text.clone(), |text, (old, new)| text.replace(old, new));
        if path.extension().is_some_and(|extension| extension == "geojson") {
            let mut map: Value =
                serde_json::from_str(&changed).map_err(|error| format!("{}: {error}", path.display()))?;
            for feature in map["features"].as_array_mut().into_iter().flatten() {
                moved(&mut feature["geometry"]["coordinates"]);
            }
            changed = map.to_string();
        }
        if changed != text {
            lock = lock.replace(&sha256(&text), &sha256(&changed));
            std::fs::write(&path, changed).map_err(failed(&path))?;
        }
    }
    std::fs::write(&lock_path, lock).map_err(failed(&lock_path))?;
    let settings_path = dir.join("kapstok.toml");
    let settings = std::fs::read_to_string(&settings_path).map_err(failed(&settings_path))?;
    std::fs::write(&settings_path, settings + CONTACT).map_err(failed(&settings_path))
}

/// Moves every point below; to a millionth of a degree, as the map has them, so that borders stay in common.
fn moved(value: &mut Value) {
    let Some(items) = value.as_array_mut() else { return };
    if items.iter().any(Value::is_array) {
        return items.iter_mut().for_each(moved);
    }
    for (item, by) in items.iter_mut().zip(MOVED) {
        let moved = item.as_f64().unwrap_or_default() + by;
        *item = ((moved * 1e6).round() / 1e6).into();
    }
}

fn sha256(text: &str) -> String {
    Sha256::digest(text.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
}
