// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `cargo xtask bench`: the stated budgets, and a peer beside them in the same run.
//!
//! Figures of two machines, or of two moments, are not compared: a ratio within one run is.

use crate::checkout::{self, Checkout, Ended};

/// Where programs in other languages lie that do the same work.
const PEERS: &str = "benches/peers";

/// Runs the benches of the computing crates, then every peer.
///
/// # Errors
/// A bench that ends badly; a peer that cannot run is told, under `CI=true` it fails.
pub(crate) fn bench(checkout: &Checkout) -> Result<(), String> {
    checkout::must_run(&mut checkout.cargo(&[
        "bench",
        "--locked",
        "-p",
        "kapstok-score",
        "-p",
        "kapstok-space",
        "-p",
        "kapstok-agenda",
    ]))?;
    let mut peers: Vec<_> = std::fs::read_dir(checkout.path(PEERS))
        .map(|entries| entries.filter_map(|entry| Some(entry.ok()?.file_name().to_str()?.to_owned())).collect())
        .unwrap_or_default();
    peers.retain(|name: &String| name.ends_with(".py"));
    peers.sort();
    if peers.is_empty() {
        println!("no peers in {PEERS}");
        return Ok(());
    }
    // A virtual environment with numpy may be named: nothing is installed here.
    let python = std::env::var("KAPSTOK_PYTHON").unwrap_or_else(|_| "python3".to_owned());
    if checkout.output(checkout.command(&python, &["-c", "import numpy"])).is_err() {
        return checkout::not_run("peers", &format!("`{python}` has no numpy; name another by KAPSTOK_PYTHON"));
    }
    for peer in peers {
        if checkout::run(&mut checkout.command(&python, &[&format!("{PEERS}/{peer}")])) != Ended::Well {
            return Err(format!("{PEERS}/{peer}"));
        }
    }
    Ok(())
}
