// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Foreign documents are read in a process of their own, with bounds on time and memory.
//!
//! In: the command as it was typed. Out: how that process ended. **Invariant:** whatever a document does to its reader,
//! this process goes on, within [`SECONDS`] of work. Not here: bounds that are counted while reading (`Limits` of
//! `kapstok-read`), which nearly always come first.

use std::io::Read;
use std::process::{Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

use kapstok_table::{Place, Problem};

use crate::failure::Failure;

/// Set in the process that reads.
const MARK: &str = "KAPSTOK_READS";
/// Seconds of work that one command may take.
#[cfg(unix)]
const SECONDS: u64 = 8;
/// The same where the system counts no work of a process.
#[cfg(not(unix))]
const SECONDS: u64 = 10;
/// Seconds on the clock after which the reader is stopped, whatever else the machine was doing.
const PATIENCE: u64 = if cfg!(unix) { 60 } else { SECONDS };
/// Bytes of addresses, the program itself among them.
#[cfg(unix)]
const ADDRESSES: u64 = 2 << 30;

/// Where this process stands.
pub(super) enum Side {
    /// It is the one that reads: its bounds are set.
    Reader,
    /// It watches the reader, which has ended: done.
    Done,
}

/// Runs the same command again with bounds, or says that this is that process.
///
/// # Errors
/// [`Failure::Told`] when the reader told its own failure; K0850 when it took too long; K0851 when it fell.
pub(super) fn side(document: &std::path::Path) -> Result<Side, Failure> {
    if std::env::var_os(MARK).is_some() {
        bound();
        return Ok(Side::Reader);
    }
    let started = || {
        let arguments: Vec<_> = std::env::args_os().skip(1).collect();
        Command::new(std::env::current_exe()?)
            .args(arguments)
            .env(MARK, "1")
            .stderr(Stdio::piped())
            .stdin(Stdio::null())
            .spawn()
    };
    let mut child = started().map_err(|error| Failure::io(document, error))?;
    // What it says on standard error is held back: when it falls, these are words for its makers.
    let said = child.stderr.take().map(|mut pipe| {
        std::thread::spawn(move || {
            let mut said = Vec::new();
            let _ = pipe.by_ref().take(1 << 20).read_to_end(&mut said);
            said
        })
    });
    let began = Instant::now();
    let ended = loop {
        match child.try_wait().map_err(|error| Failure::io(document, error))? {
            Some(status) => break Some(status),
            None if began.elapsed() > Duration::from_secs(PATIENCE) => {
                let _ = child.kill();
                let _ = child.wait();
                break None;
            }
            None => std::thread::sleep(Duration::from_millis(4)),
        }
    };
    let said = said.and_then(|said| said.join().ok()).unwrap_or_default();
    let problem = match ended.map(of_status) {
        Some(Ended::With(0)) => {
            tell(&said);
            return Ok(Side::Done);
        }
        Some(Ended::With(status @ 1..=2)) => {
            tell(&said);
            return Err(Failure::Told { status });
        }
        None | Some(Ended::OutOfTime) => Problem::error("K0850", place(document)).with("seconds", SECONDS),
        Some(Ended::With(_) | Ended::Fell) => Problem::error("K0851", place(document)),
    };
    Err(Failure::Problems { problems: vec![problem], texts: crate::problems::Texts::new() })
}

fn place(document: &std::path::Path) -> Place {
    Place::file(&document.display().to_string())
}

fn tell(said: &[u8]) {
    eprint!("{}", String::from_utf8_lossy(said));
}

/// How the reader ended.
enum Ended {
    With(u8),
    OutOfTime,
    Fell,
}

#[cfg(unix)]
fn of_status(status: ExitStatus) -> Ended {
    use std::os::unix::process::ExitStatusExt;
    match (status.code(), status.signal()) {
        (Some(code), _) => u8::try_from(code).map_or(Ended::Fell, Ended::With),
        (None, Some(signal)) if signal == rustix::process::Signal::XCPU.as_raw() => Ended::OutOfTime,
        (None, _) => Ended::Fell,
    }
}

#[cfg(not(unix))]
fn of_status(status: ExitStatus) -> Ended {
    status.code().and_then(|code| u8::try_from(code).ok()).map_or(Ended::Fell, Ended::With)
}

/// Sets the bounds of this process, and keeps a panic of a foreign reader from being printed.
fn bound() {
    #[cfg(unix)]
    {
        use rustix::process::{Resource, Rlimit, setrlimit};
        let to = |n: u64| Rlimit { current: Some(n), maximum: Some(n) };
        // A system that refuses a bound leaves the clock of the watching process.
        let _ = setrlimit(Resource::As, to(ADDRESSES));
        let more = Rlimit { current: Some(SECONDS), maximum: Some(SECONDS + 1) };
        let _ = setrlimit(Resource::Cpu, more);
        let _ = setrlimit(Resource::Core, to(0));
    }
    std::panic::set_hook(Box::new(|_| {}));
}
