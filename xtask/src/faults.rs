// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `cargo xtask faults`: the program killed a thousand times, five hundred disks that refuse, all hostile documents.
//!
//! In: a seed, or the clock's. Out: the talk of `crates/kapstok-app/tests/faults.rs` and `hostile.rs`, which continuous
//! integration runs in small. Invariant: the seed is printed, so that what failed once can be made to fail again.

use std::time::{SystemTime, UNIX_EPOCH};

use crate::checkout::{self, Checkout};

const KILLS: &str = "1000";
const IO_FAILURES: &str = "500";

/// What goes wrong.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Faults {
    /// From where to draw; the clock says it where nobody does.
    pub(crate) seed: Option<u64>,
    /// Hostile documents alone, in a few minutes.
    pub(crate) documents_only: bool,
}

impl Faults {
    /// Reads the options.
    pub(crate) fn parse(words: &[String]) -> Result<Self, String> {
        let (mut faults, mut words) = (Self::default(), words.iter());
        while let Some(word) = words.next() {
            match word.as_str() {
                "--documents" => faults.documents_only = true,
                "--seed" => {
                    let seed = words.next().ok_or("`--seed` needs a number")?;
                    faults.seed = Some(seed.parse().map_err(|_| format!("`{seed}` is no seed: a whole number is"))?);
                }
                other => return Err(format!("`faults` takes `--seed N` and `--documents`, no `{other}`")),
            }
        }
        Ok(faults)
    }
}

/// Runs them.
///
/// # Errors
/// A test that fails.
pub(crate) fn faults(checkout: &Checkout, asked: Faults) -> Result<(), String> {
    let of_clock = || SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    let seed = asked.seed.unwrap_or_else(of_clock);
    println!("seed {seed}: `cargo xtask faults --seed {seed}` draws the same again");
    let run = |of: &[&str], test: &str| {
        let target = [&["test"], of, &["--locked", "--test", test, "--", "--nocapture", "--test-threads=1"]].concat();
        let mut tests = checkout.cargo(&target);
        let tests = tests.env("KAPSTOK_KILLS", KILLS).env("KAPSTOK_IO_FAILURES", IO_FAILURES);
        checkout::must_run(tests.env("KAPSTOK_DOCUMENTS", "all").env("KAPSTOK_SEED", seed.to_string()))
    };
    run(&["--package", "kapstok-app"], "hostile")?;
    if asked.documents_only {
        return Ok(());
    }
    run(&["--workspace"], "faults")
}

#[cfg(test)]
mod tests {
    use super::Faults;

    #[test]
    fn options_are_read_or_refused() {
        let read =
            |words: &[&str]| Faults::parse(&words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>()).ok();
        let faults = |seed, documents_only| Some(Faults { seed, documents_only });
        let cases: [(&[&str], Option<Faults>); 6] = [
            (&[], faults(None, false)),
            (&["--seed", "7"], faults(Some(7), false)),
            (&["--documents"], faults(None, true)),
            (&["--documents", "--seed", "7"], faults(Some(7), true)),
            (&["--seed", "x"], None),
            (&["--all"], None),
        ];
        for (words, expected) in cases {
            assert_eq!(read(words), expected, "{words:?}");
        }
    }
}
