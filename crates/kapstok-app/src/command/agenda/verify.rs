// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `kapstok agenda verify`: whether every byte of the log is as it was written, and whether it ever had a head that was kept
//! elsewhere.

use std::io::Write;
use std::path::Path;

use kapstok_agenda::log::Hash;
use kapstok_share::words::Words;
use serde_json::json;

use crate::agenda::{Log, found, stop};
use crate::failure::Failure;
use crate::problems::{self, Texts};

/// Reads the whole log and prints where it stands.
///
/// # Errors
/// K0650 with the first line that is not as it was written; K0657 for a head that the log never had.
pub(crate) fn verify(
    dir: &Path,
    head: Option<&str>,
    json: bool,
    words: &Words,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    let log = Log::read(dir)?;
    let unknown = |head: &str| stop(found::unknown_head(head));
    let since = match head {
        None => None,
        Some(typed) => {
            let head = Hash::parse(&typed.trim().to_lowercase()).ok_or_else(|| Failure::NotFound {
                what: "hash",
                found: typed.to_owned(),
                nearest: String::new(),
            })?;
            Some((head, log.head.since(head).ok_or_else(|| unknown(typed))?))
        }
    };
    if json {
        let mut report = json!({"head": log.head.hash().to_string(), "events": log.head.events()});
        if let Some((_, since)) = since {
            report["had_head_after"] = json!(since);
        }
        if let Some(tail) = &log.tail {
            report["tail"] = json!({"from": tail.from, "lines": tail.lines});
        }
        return crate::print_json(&report, out);
    }
    let print = |out: &mut dyn Write| {
        writeln!(out, "{}", words.say("agenda-verified", &[("n", &log.head.events().to_string())]))?;
        if let Some((head, since)) = since {
            let facts = [("head", &*head.to_string()), ("event", &since.to_string())];
            writeln!(out, "{}", words.say("agenda-had-head", &facts))?;
        }
        super::foot(&log, words, out)
    };
    print(out).map_err(crate::standard_output)?;
    let tail: Vec<_> = log.tail.iter().map(|tail| found::tail(&log.head, tail)).collect();
    problems::print(&tail, &Texts::new(), words, &mut std::io::stderr()).map_err(crate::standard_output)
}
