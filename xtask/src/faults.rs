// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `cargo xtask faults`: the program killed a thousand times, five hundred disks that refuse.
//!
//! In: a seed, or the clock's. Out: the talk of `crates/kapstok-app/tests/faults.rs`, which continuous integration runs in
//! small. Invariant: the seed is printed, so that what failed once can be made to fail again.

use std::time::{SystemTime, UNIX_EPOCH};

use crate::checkout::{self, Checkout};

const KILLS: &str = "1000";
const IO_FAILURES: &str = "500";

/// Runs both.
///
/// # Errors
/// A test that fails.
pub(crate) fn faults(checkout: &Checkout, seed: Option<u64>) -> Result<(), String> {
    let of_clock = || SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    let seed = seed.unwrap_or_else(of_clock);
    println!("seed {seed}: `cargo xtask faults --seed {seed}` draws the same again");
    let target = ["test", "--workspace", "--locked", "--test", "faults", "--", "--nocapture", "--test-threads=1"];
    let mut tests = checkout.cargo(&target);
    let tests = tests.env("KAPSTOK_KILLS", KILLS).env("KAPSTOK_IO_FAILURES", IO_FAILURES);
    checkout::must_run(tests.env("KAPSTOK_SEED", seed.to_string()))
}
