// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `cargo xtask`: the one list of tasks. `check` and `test` are exactly what continuous integration runs.
//!
//! In: a task and its options. Out: talk on standard output, exit status 0 done, 1 something failed, 2 wrong use.
//! Invariant: runs from any folder of the checkout, and what was not run is said.
//! Not here: anything that a user of the product needs (`kapstok-app`).

#![expect(clippy::disallowed_methods, reason = "tasks read files and clocks; nothing of this is in the product")]

mod atlas;
mod bench;
mod bench_server;
mod browser;
mod check;
mod checkout;
mod clients;
mod debian;
mod demo;
mod dist;
mod faults;
mod real;
mod region;
mod server;
mod test;
mod tidy;

use std::path::PathBuf;
use std::process::ExitCode;

use checkout::{Checkout, Program};
use clients::Which;
use faults::Faults;

const HELP: &str = "\
cargo xtask TASK

  demo             build the program and run `kapstok demo`: the invented region, made and shown
  test             check, all tests, those on real files where these are at hand, in a browser, quick clients
  check            format, lint, documentation, licences, texts, links and our own rules
  tidy             our own rules alone, in a second
  bench-server     what one server bears, nginx beside it where it is here
  dist             the program as people get it, for the platforms that this machine can make
  bench            the stated budgets, and numpy beside them where python has it
  faults [--seed N] [--documents]
                   the program killed a thousand times while it writes, five hundred disks that refuse, two hundred
                   hostile documents; or these alone
  browser          the pages and the map as people use them, in Chromium (installed as root on Debian)
  clients          programs of others read what we serve and write: GDAL, QGIS, R, Python, DuckDB, a linter of the
                   NL API Design Rules (installed below target/, and as root on Debian: large)
  real [--dir DIR] a workspace of the whole country from the real files, fetched and built
  region           write the invented region anew into fixtures/voorbeeldstreek

Real files are looked for in KAPSTOK_DATA, then in ../shared/data beside the checkout.
What needs a tool that is not here says `not run`; with CI=true it fails.
";

/// What was asked.
#[derive(Debug, PartialEq, Eq)]
enum Task {
    Help,
    Demo { options: Vec<String> },
    Test,
    Check,
    Tidy,
    Bench,
    BenchServer,
    Dist,
    Browser,
    Faults(Faults),
    Clients,
    Real { dir: Option<PathBuf> },
    Region,
}

fn main() -> ExitCode {
    let task = match Task::parse(std::env::args().skip(1).collect()) {
        Ok(task) => task,
        Err(sentence) => {
            eprint!("{sentence}\n\n{HELP}");
            return ExitCode::from(2);
        }
    };
    match run(task) {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            eprintln!("failed: {sentence}");
            ExitCode::FAILURE
        }
    }
}

impl Task {
    fn parse(words: Vec<String>) -> Result<Self, String> {
        let mut words = words.into_iter();
        let Some(task) = words.next() else { return Ok(Self::Help) };
        let rest: Vec<String> = words.collect();
        let plain = |parsed: Self| match rest.first() {
            None => Ok(parsed),
            Some(word) => Err(format!("`{task}` takes no `{word}`")),
        };
        match task.as_str() {
            "help" | "--help" | "-h" => Ok(Self::Help),
            "demo" => Ok(Self::Demo { options: rest }),
            "test" => plain(Self::Test),
            "check" => plain(Self::Check),
            "tidy" => plain(Self::Tidy),
            "bench" => plain(Self::Bench),
            "bench-server" => plain(Self::BenchServer),
            "dist" => plain(Self::Dist),
            "browser" => plain(Self::Browser),
            "clients" => plain(Self::Clients),
            "region" => plain(Self::Region),
            "faults" => Faults::parse(&rest).map(Self::Faults),
            "real" => match rest.as_slice() {
                [] => Ok(Self::Real { dir: None }),
                [option, dir] if option == "--dir" => Ok(Self::Real { dir: Some(dir.into()) }),
                _ => Err("`real` takes `--dir DIR` and nothing else".to_owned()),
            },
            _ => Err(format!("there is no task `{task}`")),
        }
    }
}

fn run(task: Task) -> Result<(), String> {
    let checkout = Checkout::find()?;
    match task {
        Task::Help => {
            print!("{HELP}");
            Ok(())
        }
        Task::Demo { options } => demo::demo(&checkout, &options),
        Task::Test => test::test(&checkout),
        Task::Check => check::check(&checkout),
        Task::Tidy => check::tidy_alone(&checkout),
        Task::BenchServer => bench_server::bench_server(&checkout),
        Task::Dist => dist::dist(&checkout),
        Task::Faults(asked) => faults::faults(&checkout, asked),
        Task::Browser => browser::browser(&checkout, Program::Build),
        Task::Clients => clients::clients(&checkout, Which::All, Program::Build),
        Task::Bench => bench::bench(&checkout),
        Task::Real { dir } => real::real(&checkout, dir),
        Task::Region => {
            let into = checkout.path("fixtures/voorbeeldstreek");
            region::generate(&into).map_err(|error| format!("cannot write `{}`: {error}", into.display()))?;
            println!("written: {}", into.display());
            Ok(())
        }
    }
}

/// The words behind `cargo xtask` that are tasks: documents may name no other.
const TASKS: [&str; 12] = [
    "demo",
    "test",
    "check",
    "tidy",
    "bench",
    "bench-server",
    "dist",
    "faults",
    "browser",
    "clients",
    "real",
    "region",
];

#[cfg(test)]
mod tests {
    use super::{TASKS, Task};

    fn parse(words: &[&str]) -> Result<Task, String> {
        Task::parse(words.iter().map(ToString::to_string).collect())
    }

    #[test]
    fn a_task_is_read_with_its_options_or_refused_with_a_reason() {
        assert_eq!(parse(&[]), Ok(Task::Help));
        assert_eq!(parse(&["real", "--dir", "x"]), Ok(Task::Real { dir: Some("x".into()) }));
        assert_eq!(parse(&["demo", "--dir", "x"]), Ok(Task::Demo { options: vec!["--dir".into(), "x".into()] }));
        assert_eq!(parse(&["real", "x"]), Err("`real` takes `--dir DIR` and nothing else".into()));
        assert_eq!(parse(&["check", "--fast"]), Err("`check` takes no `--fast`".into()));
        assert_eq!(parse(&["tset"]), Err("there is no task `tset`".into()));
    }

    #[test]
    fn every_task_that_documents_may_name_can_be_run() {
        assert!(TASKS.iter().all(|task| parse(&[task]).is_ok()));
    }
}
