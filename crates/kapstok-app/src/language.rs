// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The language that is asked for: on the command line, else by the environment.

use kapstok_share::words::Language;

/// The language that `--lang` asks for, before anything else of the line is read; else the environment's.
pub(crate) fn asked(arguments: &[String]) -> Language {
    let behind = arguments.windows(2).filter(|pair| pair[0] == "--lang").map(|pair| pair[1].as_str());
    let within = arguments.iter().filter_map(|it| it.strip_prefix("--lang="));
    behind.chain(within).last().and_then(Language::of_tag).unwrap_or_else(from_environment)
}

/// Dutch where the environment asks for it (`LC_ALL`, `LC_MESSAGES`, `LANG`), else English.
fn from_environment() -> Language {
    let asked =
        ["LC_ALL", "LC_MESSAGES", "LANG"].iter().find_map(|name| std::env::var(name).ok().filter(|v| !v.is_empty()));
    if asked.is_some_and(|value| value.starts_with("nl")) { Language::Nl } else { Language::En }
}
