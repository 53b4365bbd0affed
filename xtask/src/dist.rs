// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `cargo xtask dist`: the program as people get it, one stripped file per platform.
//!
//! In: the toolchain of this machine. Out: `target/archives/kapstok-VERSION-TARGET.tar.gz` with its SHA-256 beside it,
//! and for every platform of `publiccode.yml` whether it was made, and if not, why.

use sha2::{Digest, Sha256};

use crate::atlas;
use crate::checkout::{self, Checkout};

/// The platforms that `publiccode.yml` names, and what each needs.
const TARGETS: [(&str, &str); 4] = [
    ("x86_64-unknown-linux-gnu", "a C compiler"),
    ("aarch64-unknown-linux-gnu", "a C compiler for that processor, or a machine of that kind"),
    ("x86_64-pc-windows-msvc", "Microsoft's linker: a Windows machine"),
    ("aarch64-apple-darwin", "Apple's linker: a Mac"),
];

/// Builds what this machine can build.
///
/// # Errors
/// The build for this machine's own platform ends badly.
pub(crate) fn dist(checkout: &Checkout) -> Result<(), String> {
    if !atlas::build(checkout)? {
        return Err("without Node the program has no map: a release needs it".to_owned());
    }
    let rustc = checkout.output(checkout.command("rustc", &["-vV"]))?;
    let host = rustc.lines().find_map(|line| line.strip_prefix("host: ")).unwrap_or_default().to_owned();
    let mut told = Vec::new();
    for (target, needs) in TARGETS {
        if target == host {
            told.push(format!("made      {}", make(checkout, target)?));
        } else {
            told.push(format!("not made  {target}: needs {needs}"));
        }
    }
    println!("\n{}", told.join("\n"));
    Ok(())
}

fn make(checkout: &Checkout, target: &str) -> Result<String, String> {
    let arguments = ["build", "--profile", "dist", "--locked", "-p", "kapstok-app", "--target", target];
    checkout::must_run(&mut checkout.cargo(&arguments))?;
    let into = checkout.path("target/archives");
    let failed = |error: std::io::Error| format!("`{}`: {error}", into.display());
    let name = format!("kapstok-{}-{target}", env!("CARGO_PKG_VERSION"));
    let folder = into.join(&name);
    std::fs::create_dir_all(&folder).map_err(failed)?;
    let program = folder.join("kapstok");
    std::fs::copy(checkout.path(&format!("target/{target}/dist/kapstok")), &program).map_err(failed)?;
    for file in ["LICENSE", "README.md", "CHANGELOG.md"] {
        std::fs::copy(checkout.path(file), folder.join(file)).map_err(failed)?;
    }
    let archive = format!("{name}.tar.gz");
    // Names in order, no times and no owners: the same files give the same archive.
    let arguments = ["--sort=name", "--mtime=@0", "--owner=0", "--group=0", "--numeric-owner", "-czf", &archive, &name];
    checkout::must_run(checkout.command("tar", &arguments).env("GZIP", "-n").current_dir(&into))?;
    let bytes = std::fs::read(into.join(&archive)).map_err(failed)?;
    let hash: String = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
    std::fs::write(into.join(format!("{archive}.sha256")), format!("{hash}  {archive}\n")).map_err(failed)?;
    let size = std::fs::metadata(&program).map_err(failed)?.len() as f64 / 1e6;
    Ok(format!("target/archives/{archive}: program {size:.1} MB, SHA-256 {hash}"))
}
