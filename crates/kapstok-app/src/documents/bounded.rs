// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Foreign documents are read in a process of their own, with bounds on time and memory.
//!
//! In: arguments of this program. Out: what that process printed, and how it ended. **Invariant:** whatever a document
//! does to its reader, this process goes on, within [`SECONDS`] of work and [`PRINTED`] bytes. Not here: bounds that are
//! counted while reading (`Limits` of `kapstok-read`), which nearly always come first.

use std::ffi::OsString;
use std::io::Read;
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread::JoinHandle;
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
/// Bytes that are taken from a reader; who prints more has fallen.
const PRINTED: u64 = 1 << 30;
/// Bytes of what it says on standard error.
const SAID: u64 = 1 << 20;

/// What a reader printed.
pub(crate) struct Printed {
    /// Exit status: 0 to 2.
    pub(crate) status: u8,
    /// On standard output.
    pub(crate) out: Vec<u8>,
    /// On standard error.
    pub(crate) said: Vec<u8>,
}

/// Whether this process is the one that reads; then its bounds are set.
pub(crate) fn is_reader() -> bool {
    let is_it = std::env::var_os(MARK).is_some();
    if is_it {
        bound();
    }
    is_it
}

/// Runs this program with bounds. What it says is held back: when it falls, these are words for its makers.
///
/// # Errors
/// K0850 when it took too long; K0851 when it fell.
pub(crate) fn read(arguments: impl IntoIterator<Item = OsString>, document: &Path) -> Result<Printed, Failure> {
    let started = || {
        Command::new(std::env::current_exe()?)
            .args(arguments)
            .env(MARK, "1")
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .stdin(Stdio::null())
            .spawn()
    };
    let mut child = started().map_err(|error| Failure::io(document, error))?;
    let (out, said) = (drained(child.stdout.take(), PRINTED), drained(child.stderr.take(), SAID));
    let ended = waited(&mut child).map_err(|error| Failure::io(document, error))?;
    let (out, said) = (joined(out), joined(said));
    let problem = match ended.map(of_status) {
        Some(Ended::With(status @ 0..=2)) if (out.len() as u64) < PRINTED => return Ok(Printed { status, out, said }),
        None | Some(Ended::OutOfTime) => Problem::error("K0850", place(document)).with("seconds", SECONDS),
        Some(Ended::With(_) | Ended::Fell) => Problem::error("K0851", place(document)),
    };
    Err(Failure::Problems { problems: vec![problem], texts: crate::problems::Texts::new() })
}

/// Waits for a process; none when it was stopped.
fn waited(child: &mut Child) -> std::io::Result<Option<ExitStatus>> {
    let began = Instant::now();
    loop {
        match child.try_wait()? {
            Some(status) => return Ok(Some(status)),
            None if began.elapsed() > Duration::from_secs(PATIENCE) => {
                let _ = child.kill();
                let _ = child.wait();
                return Ok(None);
            }
            None => std::thread::sleep(Duration::from_millis(4)),
        }
    }
}

/// Takes all that a pipe gives, and keeps the first bytes of it: a full pipe would stop who writes.
fn drained(pipe: Option<impl Read + Send + 'static>, at_most: u64) -> Option<JoinHandle<Vec<u8>>> {
    let mut pipe = pipe?;
    Some(std::thread::spawn(move || {
        let mut kept = Vec::new();
        let _ = pipe.by_ref().take(at_most).read_to_end(&mut kept);
        let _ = std::io::copy(&mut pipe, &mut std::io::sink());
        kept
    }))
}

fn joined(kept: Option<JoinHandle<Vec<u8>>>) -> Vec<u8> {
    kept.and_then(|kept| kept.join().ok()).unwrap_or_default()
}

fn place(document: &Path) -> Place {
    Place::file(&document.display().to_string())
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
