// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `sources/kapstok.lock`: what was fetched, from where, when, and the hash of its bytes.

use std::path::Path;

use kapstok_table::{Place, Problem};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::failure::Failure;
use crate::problems::Texts;

/// Name of the lock file.
pub(crate) const LOCK_FILE: &str = "kapstok.lock";

/// All fetched files, by name.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Lock {
    /// One entry per file.
    #[serde(default)]
    pub(crate) file: Vec<LockedFile>,
}

/// One fetched file.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct LockedFile {
    /// Id of the source or crosswalk.
    pub(crate) source: String,
    /// Name in `sources/`.
    pub(crate) name: String,
    /// SHA-256 of its bytes.
    pub(crate) sha256: String,
    /// The day it was fetched, `YYYY-MM-DD`.
    pub(crate) retrieved: String,
    /// Where it came from: a web address, or a folder.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) url: Option<String>,
    /// Licence as stated at that moment.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(crate) licence: String,
}

impl Lock {
    /// Reads the lock; a missing one is empty, a broken one is a problem and empty.
    pub(crate) fn read(sources: &Path, texts: &mut Texts, problems: &mut Vec<Problem>) -> Result<Self, Failure> {
        let path = sources.join(LOCK_FILE);
        let text = match std::fs::read_to_string(&path) {
            Ok(text) => text,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Self::default()),
            Err(error) => return Err(Failure::io(&path, error)),
        };
        let name = format!("sources/{LOCK_FILE}");
        let lock = toml::from_str(&text);
        texts.insert(name.clone(), text);
        Ok(lock.unwrap_or_else(|error: toml::de::Error| {
            let place = Place { span: error.span(), ..Place::file(&name) };
            problems.push(Problem::error("K0420", place).with("found", error.message()));
            Self::default()
        }))
    }

    /// The entry of a file.
    pub(crate) fn entry(&self, name: &str) -> Option<&LockedFile> {
        self.file.iter().find(|file| file.name == name)
    }
}

/// SHA-256 as 64 hexadecimal digits.
pub(crate) fn sha256_hex(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}
