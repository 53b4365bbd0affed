// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The agenda of the invented region: what was promised, linked, paid and done there, and what hangs in the air.
//!
//! In: the scripts of three years (`2023.toml` and on), which say beside each act what it plants. Out: `agenda/log.jsonl`, written by
//! the types of `kapstok-agenda` with salts of our own seed, and three files of `truth/`. Invariant: the truth comes from
//! the scripts, never from the code that looks for holes or adds up money. Not here: plans as a municipality keeps them.

mod play;
mod script;
#[cfg(test)]
mod tests;
mod truth;

use play::Played;
use script::{Hole, NearMiss};

use super::publish::TextFile;

/// The agenda as it was played, with what was planted in it.
struct Agenda {
    played: Played,
    holes: Vec<Hole>,
    near_misses: Vec<NearMiss>,
}

/// The log, and its truth.
///
/// # Errors
/// A script says what cannot be said: the sentence tells where.
pub(super) fn files() -> Result<Vec<TextFile>, String> {
    let agenda = agenda()?;
    let file = |path: &str, text: String| TextFile { path: path.to_owned(), text };
    let mut files = vec![
        file("truth/gaten.csv", truth::holes(&agenda)),
        file("truth/geen_gaten.csv", truth::near_misses(&agenda)),
        file("truth/geld.csv", truth::money(&agenda)),
    ];
    let log = String::from_utf8(agenda.played.log).map_err(|error| error.to_string())?;
    files.insert(0, file("agenda/log.jsonl", log));
    Ok(files)
}

fn agenda() -> Result<Agenda, String> {
    let scripts = [
        ("2023.toml", include_str!("2023.toml")),
        ("2024.toml", include_str!("2024.toml")),
        ("2025.toml", include_str!("2025.toml")),
    ];
    let mut player = play::Player::new();
    let (mut holes, mut near_misses) = (Vec::new(), Vec::new());
    for (name, text) in scripts {
        let script = script::read(text).map_err(|error| format!("{name}: {error}"))?;
        for act in &script.act {
            player.play(act).map_err(|error| format!("{name}, {}: {error}", act.recorded))?;
            holes.extend(act.holes());
            near_misses.extend(act.near_misses());
        }
    }
    Ok(Agenda { played: player.end(), holes, near_misses })
}
