// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The server asks nobody: there is nothing among its crates that could.

use std::process::Command;

/// Crates that open connections of their own.
const CLIENTS: [&str; 10] =
    ["ureq", "reqwest", "curl", "isahc", "surf", "attohttpc", "minreq", "hyper-rustls", "hyper-tls", "awc"];

#[test]
fn there_is_no_http_client_among_the_crates_of_the_server() {
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    let tree = |edges: &str| {
        let arguments = ["tree", "-p", "kapstok-serve", "-e", edges, "--prefix", "none", "--offline", "-f", "{p} {f}"];
        let output = Command::new(&cargo).args(arguments).current_dir(env!("CARGO_MANIFEST_DIR")).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    };
    let tree = tree("normal,build");
    let crates: Vec<&str> = tree.lines().filter_map(|line| line.split(' ').next()).collect();
    assert!(crates.contains(&"axum"), "the tree was read");
    for client in CLIENTS {
        assert!(!crates.contains(&client), "{client} is a http client");
    }
    // hyper is both: its half that asks must stay off.
    for line in tree.lines().filter(|line| line.starts_with("hyper")) {
        let features = line.rsplit(' ').next().unwrap_or_default().split(',');
        assert!(!features.into_iter().any(|feature| feature.starts_with("client")), "{line}");
    }
}
