// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `kapstok`: one match over the commands. Start reading here.
//!
//! Files, network and clock are here and nowhere below. Standard output is data, standard error is talk.
//! Exit status: 0 done, 1 the input has problems, 2 wrong use.

#![expect(clippy::disallowed_methods, reason = "files, network and clock are here, so that they are nowhere below")]

mod bare;
mod build;
mod cli;
mod command;
mod compute;
mod counted;
mod failure;
mod fetching;
mod gather;
mod number;
mod problems;
mod progress;
mod truth;
mod words;
mod workspace;

use std::io::Write;
use std::process::ExitCode;

use clap::Parser;

use cli::{Cli, Command};
use failure::Failure;
use words::{Language, Words};

fn main() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => {
            // clap prints help on standard output with status 0, wrong use on standard error with 2.
            let _ = error.print();
            return ExitCode::from(if error.use_stderr() { 2 } else { 0 });
        }
    };
    let words = Words::new(cli.lang.unwrap_or_else(Language::from_environment));
    match run(cli.command, &words) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            tell(&failure, &words);
            ExitCode::from(failure.status())
        }
    }
}

fn run(command: Command, words: &Words) -> Result<(), Failure> {
    let mut out = std::io::stdout().lock();
    match command {
        Command::Demo { dir, no_serve: _ } => command::demo::demo(dir, words, &mut out),
        Command::Init { dir, template, municipality } => {
            command::init::init(&dir, template, municipality.as_deref(), words, &mut out)
        }
        Command::Fetch { dir, from } => command::fetch::fetch(&dir, from.as_deref(), words, &mut out),
        Command::Check { dir } => command::check::check(&dir, words, &mut out),
        Command::Build { dir, json } => command::build::build(&dir, json, words, &mut out),
        Command::Why { dir, area, indicator, period, json } => {
            let why = command::why::why(&dir, &area, &indicator, period.as_deref(), words.language)?;
            if json { print_json(&why, &mut out) } else { why.print(words, &mut out).map_err(standard_output) }
        }
        Command::Area { dir, area, pairs } => command::area::area(&dir, &area, pairs.into(), words, &mut out),
        Command::Score { recipe, tables } => command::score::score(&recipe, &tables, words, &mut out),
        Command::Conformance { folders, data, json } => {
            command::conformance::conformance(&folders, data.as_deref(), json, words, &mut out)
        }
        Command::Reconcile { dir, out: file, json } => {
            let (store, lines) = command::reconcile::reconcile(&dir)?;
            command::reconcile::write(&store, &lines, &file, words)?;
            if json {
                return print_json(&lines, &mut out);
            }
            command::reconcile::summarise(&lines, &file, words, &mut out).map_err(standard_output)
        }
        Command::Columns { file, sheet } => command::columns::columns(&file, sheet, words, &mut out),
        Command::Explain { what } => command::explain::explain(&what, words, &mut out),
        Command::Schema => print_json(&kapstok_recipe::json_schema(), &mut out),
    }
}

/// A failure of standard output, such as a closed pipe.
fn standard_output(error: std::io::Error) -> Failure {
    Failure::io(std::path::Path::new("-"), error)
}

fn print_json(value: &impl serde::Serialize, out: &mut dyn Write) -> Result<(), Failure> {
    let text = serde_json::to_string_pretty(value).map_err(|error| Failure::store(std::path::Path::new("-"), error))?;
    writeln!(out, "{text}").map_err(standard_output)
}

/// Tells on standard error why a command ended.
fn tell(failure: &Failure, words: &Words) {
    let mut error = std::io::stderr().lock();
    let path = |path: &std::path::Path| path.display().to_string();
    let sentence = match failure {
        Failure::Negative => return,
        Failure::Io { source, .. } if source.kind() == std::io::ErrorKind::BrokenPipe => return,
        Failure::Problems { problems, texts } => {
            let _ = problems::print(problems, texts, words, &mut error);
            let n = problems.iter().filter(|problem| problem.severity == kapstok_table::Severity::Error).count();
            words.say("failure-problems", &[("n", &n.to_string())])
        }
        Failure::Io { path: file, source } => {
            words.say("failure-io", &[("path", &path(file)), ("message", &source.to_string())])
        }
        Failure::NoWorkspace { dir } => words.say("failure-no-workspace", &[("dir", &path(dir))]),
        Failure::Exists { path: file } => words.say("failure-exists", &[("path", &path(file))]),
        Failure::NoBuild { dir } => words.say("failure-no-build", &[("dir", &path(dir))]),
        Failure::Store { path: file, message } => {
            words.say("failure-store", &[("path", &path(file)), ("message", message)])
        }
        Failure::NotFound { what, found, nearest } => {
            let said = words.say(&format!("failure-not-found-{what}"), &[("found", found), ("nearest", nearest)]);
            // The line that would suggest a name has nothing to say when none is near.
            let lines = said.lines().filter(|line| !line.contains("`-`") && !line.contains("``"));
            lines.collect::<Vec<_>>().join("\n")
        }
    };
    let _ = writeln!(error, "{sentence}");
}
