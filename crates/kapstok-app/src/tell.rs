// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Why a command ended, on standard error, with what to type.
//!
//! In: a [`Failure`]. Out: its sentence and hint. What the system says in English stands behind our sentence, between
//! brackets. Not here: the exit status (`failure.rs`); problems one by one (`problems.rs`).

use std::io::{ErrorKind, Write};
use std::path::Path;

use crate::failure::Failure;
use crate::problems;
use kapstok_share::words::Words;

/// Tells on standard error why a command ended.
pub(crate) fn tell(failure: &Failure, words: &Words) {
    let mut error = std::io::stderr().lock();
    if let Failure::Problems { problems, texts } = failure {
        let _ = problems::print(problems, texts, words, &mut error);
    }
    if let Some(sentence) = sentence(failure, words) {
        let _ = writeln!(error, "{sentence}");
    }
}

/// The same as a text, for who has no standard error to read.
pub(crate) fn told(failure: &Failure, words: &Words) -> String {
    let mut text = Vec::new();
    if let Failure::Problems { problems, texts } = failure {
        let _ = problems::print(problems, texts, words, &mut text);
    }
    let problems = String::from_utf8_lossy(&text).trim().to_owned();
    if problems.is_empty() { sentence(failure, words).unwrap_or_default() } else { problems }
}

/// The sentence; `None` where everything was said, or nobody listens any more.
fn sentence(failure: &Failure, words: &Words) -> Option<String> {
    let path = |path: &Path| path.display().to_string();
    let said = match failure {
        Failure::Negative | Failure::Told { .. } => return None,
        Failure::Io { source, .. } if source.kind() == ErrorKind::BrokenPipe => return None,
        Failure::Problems { problems, .. } => {
            let n = problems.iter().filter(|problem| problem.severity == kapstok_table::Severity::Error).count();
            words.say("failure-problems", &[("n", &n.to_string())])
        }
        Failure::Io { path: file, source } => {
            let facts = [("path", &*path(file)), ("message", &of_system(source, words))];
            words.say("failure-io", &facts)
        }
        Failure::NotRecorded { path: file, source } => {
            let facts = [("code", "K0656"), ("path", &*path(file)), ("message", &of_system(source, words))];
            words.say("failure-not-recorded", &facts)
        }
        Failure::NoWorkspace { dir } => words.say("failure-no-workspace", &[("dir", &path(dir))]),
        Failure::NoBuild { dir } => words.say("failure-no-build", &[("dir", &path(dir))]),
        Failure::IsWorkspace { dir } => words.say("failure-is-workspace", &[("dir", &path(dir))]),
        Failure::Exists { path: file } => words.say("failure-exists", &[("path", &path(file))]),
        Failure::NotASite { path: file } => {
            words.say("failure-not-a-site", &[("code", "K0506"), ("path", &path(file))])
        }
        Failure::SiteClash { file } => words.say("failure-site-clash", &[("file", file)]),
        Failure::Store { path: file, message } => {
            // A folder that is only called so is none.
            let is_of_build = file.ancestors().any(|it| it.join("build.json").is_file());
            let key = if is_of_build { "failure-store-build" } else { "failure-store" };
            words.say(key, &[("code", "K0505"), ("path", &path(file)), ("message", message)])
        }
        Failure::NotAtLevel { indicator, level, levels } => {
            let (level, levels) = (words.word("level", level), words.each("level", levels.iter().map(String::as_str)));
            words.say("failure-not-at-level", &[("found", indicator), ("level", &level), ("levels", &levels)])
        }
        Failure::NotFound { what, found, nearest } => {
            let said = words.say(&format!("failure-not-found-{what}"), &[("found", found), ("nearest", nearest)]);
            // The line that would suggest a name has nothing to say when none is near.
            let (first, hint) = said.split_once('\n').unwrap_or((&said, ""));
            let hint = if matches!(nearest.as_str(), "" | "-") && hint.contains('`') { "" } else { hint };
            format!("{first}\n{hint}").trim_end().to_owned()
        }
    };
    Some(said)
}

/// What the system says of a file, first in the language of the person.
fn of_system(error: &std::io::Error, words: &Words) -> String {
    let key = match error.kind() {
        ErrorKind::NotFound => "system-not-found",
        ErrorKind::PermissionDenied => "system-not-allowed",
        ErrorKind::AlreadyExists => "system-exists",
        ErrorKind::IsADirectory => "system-is-folder",
        ErrorKind::NotADirectory => "system-no-folder",
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => "system-full",
        ErrorKind::ReadOnlyFilesystem => "system-read-only",
        ErrorKind::InvalidData | ErrorKind::UnexpectedEof => "system-damaged",
        _ => "system-other",
    };
    let said = words.say(key, &[]);
    // An error that we made ourselves has nothing to add.
    let is_bare = error.raw_os_error().is_none() && error.get_ref().is_none();
    if is_bare { said } else { format!("{said} ({error})") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use kapstok_share::words::Language;

    #[test]
    fn a_failure_is_said_in_dutch_and_the_words_of_the_system_stand_behind_it() {
        let words = Words::new(Language::Nl);
        let io = |source: std::io::Error| Failure::io(Path::new("x.toml"), source);
        let not_found = |what, found: &str, nearest: &str| Failure::NotFound {
            what,
            found: found.to_owned(),
            nearest: nearest.to_owned(),
        };
        let cases = [
            (
                io(std::io::Error::from_raw_os_error(2)),
                "`x.toml` is niet te gebruiken: er is geen bestand of map met die naam (No such file or directory (os error 2))",
            ),
            (io(ErrorKind::NotFound.into()), "`x.toml` is niet te gebruiken: er is geen bestand of map met die naam"),
            (not_found("indicator", "zzz", "-"), "geen indicator heet `zzz`"),
            (
                not_found("area-empty", "", ""),
                "het gebied is leeg: er staat niets tussen de aanhalingstekens\nhint: typ een code of een naam, zoals GM0363",
            ),
            (
                Failure::NotAtLevel {
                    indicator: "bijstand".into(),
                    level: "municipality".into(),
                    levels: vec!["district".into(), "neighbourhood".into()],
                },
                "`bijstand` heeft geen cijfers op het niveau gemeente\nhint: wel op: wijk, buurt",
            ),
        ];
        for (failure, expected) in cases {
            assert_eq!(sentence(&failure, &words).unwrap(), expected);
        }
    }
}
