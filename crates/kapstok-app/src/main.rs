// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `kapstok`: one match over the commands. Start reading here.
//!
//! Files, network and clock are here and nowhere below. Standard output is data, standard error is talk.
//! Exit status: 0 done, 1 the input has problems, 2 wrong use.

#![expect(clippy::disallowed_methods, reason = "files, network and clock are here, so that they are nowhere below")]

mod agenda;
mod bare;
mod build;
mod choose;
mod cli;
mod clock;
mod command;
mod compute;
mod documents;
mod durable;
mod explained;
mod failure;
mod fetching;
mod form_error;
mod gather;
mod help;
mod language;
mod papers;
mod problems;
mod progress;
mod review;
mod sheet;
mod sure;
mod tell;
mod tiles_on_disk;
mod truth;
mod workspace;

use std::io::Write;
use std::process::ExitCode;

use clap::FromArgMatches;
use clap::error::ErrorKind;

use cli::{Cli, Command, Export, Report};
use failure::Failure;
use kapstok_share::area_page::area_page;
use kapstok_share::find::find_area;
use kapstok_share::words::Words;

fn main() -> ExitCode {
    let arguments = help::typed(std::env::args_os().collect());
    let plain: Vec<String> = arguments.iter().map(|it| it.to_string_lossy().into_owned()).collect();
    let mut words = Words::new(language::asked(&plain));
    let mut commands = help::command(&words);
    let matches = commands.try_get_matches_from_mut(&arguments);
    let cli = match matches.and_then(|matches| Cli::from_arg_matches(&matches)) {
        Ok(cli) => cli,
        // Help that was asked for goes to standard output, with status 0.
        Err(error) if !error.use_stderr() => {
            let _ = error.print();
            return ExitCode::SUCCESS;
        }
        Err(error) => {
            match error.kind() {
                ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => drop(error.print()),
                _ => eprintln!("{}", help::wrong_use(&error, &commands, &plain, &words)),
            }
            return ExitCode::from(2);
        }
    };
    words.dir = cli.command.workspace().map(|dir| dir.display().to_string());
    match run(cli.command, &words) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            tell::tell(&failure, &words);
            ExitCode::from(failure.status())
        }
    }
}

fn run(command: Command, words: &Words) -> Result<(), Failure> {
    let mut out = std::io::stdout().lock();
    match command {
        Command::Demo { dir, no_serve } => {
            let dir = command::demo::demo(dir, words, &mut out)?;
            if no_serve {
                return Ok(());
            }
            command::serve::serve(&dir, &command::serve::Where::of_demo(), words, &mut out)
        }
        Command::Init { dir, template, municipality } => {
            command::init::init(&dir, template, municipality.as_deref(), words, &mut out)
        }
        Command::Fetch { dir, from } => command::fetch::fetch(&dir, from.as_deref(), words, &mut out),
        Command::Check { dir, json } => command::check::check(&dir, json, words, &mut out),
        Command::Build { dir, json } => command::build::build(&dir, json, words, &mut out),
        Command::Serve { dir, port, host, theme } => {
            let place = command::serve::Where { host, port, theme, first: kapstok_serve::pages::links::Page::Start };
            command::serve::serve(&dir, &place, words, &mut out)
        }
        Command::Why { dir, area, indicator, period, json } => {
            let snapshot = build::snapshot::current(&dir)?;
            let (period, language) = (period.as_deref(), words.language);
            let why = command::why::of_workspace(&dir, &snapshot, &area, &indicator, period, language)?;
            if json { print_json(&why, &mut out) } else { why.print(words, &mut out).map_err(standard_output) }
        }
        Command::Sure { dir, recipe, area, replications, seed, json } => {
            let asked = command::sure::Asked { recipe, area, replications, seed };
            command::sure::sure(&dir, &asked, json, words, &mut out)
        }
        Command::Area { dir, area, pairs, json } => {
            let snapshot = build::snapshot::current(&dir)?;
            let page = area_page(&snapshot, find_area(&snapshot, &area)?, words.language);
            if json {
                return print_json(&page, &mut out);
            }
            command::area::print(&page, &snapshot, &dir, pairs.into(), words, &mut out).map_err(standard_output)
        }
        Command::Gap(arguments) => command::gap::gap(&arguments, words, &mut out),
        Command::Hides { dir, what, period, level, json } => {
            let snapshot = build::snapshot::current(&dir)?;
            let found = command::hides::find(&snapshot, &what, period.as_deref(), level.as_deref(), words)?;
            if json {
                return print_json(&found, &mut out);
            }
            command::hides::print(&found, words, &mut out).map_err(standard_output)
        }
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
        Command::Choose(choose) => command::choose::run(choose, words, &mut out),
        Command::Read(read) => command::read::run(&read, words, &mut out),
        Command::Translate(arguments) => command::translate::translate(&arguments, words, &mut out),
        Command::Agenda(agenda) => command::agenda::run(agenda, words, &mut out),
        Command::Report(Report::Area { dir, area, out: file }) => {
            command::report::report(command::report::Paper::Area, &dir, &area, &file, words, &mut out)
        }
        Command::Report(Report::Agenda { dir, area, out: file }) => {
            command::report::report(command::report::Paper::Annex, &dir, &area, &file, words, &mut out)
        }
        Command::Export(Export::Files { dir, level, format, out: file }) => {
            command::export::files(&dir, &level, format.as_deref(), &file, words, &mut out)
        }
        Command::Export(Export::Site { dir, folder, theme }) => {
            command::site::site(&dir, &folder, theme.as_deref(), words, &mut out)
        }
        Command::Columns { file, sheet } => command::columns::columns(&file, sheet, words, &mut out),
        Command::Space(typed) => command::space::space(&typed, words, &mut out),
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
