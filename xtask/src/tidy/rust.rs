// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Rules for Rust sources that the compiler and clippy do not hold: module headers, no way to panic.

use super::{File, Finding, numbered};

/// Calls that end the program where a user should read a sentence.
const PANICS: [&str; 5] = [".unwrap()", ".expect(", "todo!(", "unimplemented!(", "dbg!("];

/// Every module opens with `//!`; product code has no `unwrap` and no `expect`.
pub(super) fn rust(files: &[File]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (path, text) in sources(files) {
        let first = text.lines().find(|line| !line.trim().is_empty() && !line.contains("SPDX-"));
        if !first.is_some_and(|line| line.starts_with("//!")) {
            findings.push(Finding::new(path, 1, "no `//!` header: what goes in, what comes out, what is not here"));
        }
        if path.starts_with("xtask/") {
            continue;
        }
        for (number, line) in product_lines(path, text) {
            if let Some(call) = PANICS.iter().find(|call| line.contains(*call)) {
                findings.push(Finding::new(path, number, format!("`{call}` outside tests: give the reader a reason")));
            }
        }
    }
    findings
}

/// The Rust sources of the crates and of `xtask`.
fn sources(files: &[File]) -> impl Iterator<Item = (&str, &str)> {
    let fits = |path: &str| (path.starts_with("crates/") && path.contains("/src/")) || path.starts_with("xtask/src/");
    super::under(files, "", ".rs").filter(move |(path, _)| fits(path))
}

/// Lines that end up in the program: no comments, and nothing from the test module on, which comes last.
pub(super) fn product_lines<'a>(path: &str, text: &'a str) -> Vec<(usize, &'a str)> {
    if path.ends_with("/tests.rs") || path.contains("/tests/") || path.contains("/benches/") {
        return Vec::new();
    }
    let lines: Vec<(usize, &str)> = numbered(text).collect();
    let opens_tests = |index: usize| {
        lines[index].1.trim() == "#[cfg(test)]"
            && lines.get(index + 1).is_some_and(|(_, next)| {
                let next = next.strip_prefix("pub(super) ").unwrap_or(next);
                next.starts_with("mod ") && next.trim_end().ends_with('{')
            })
    };
    let end = (0..lines.len()).find(|&index| opens_tests(index)).unwrap_or(lines.len());
    lines[..end].iter().filter(|(_, line)| !line.trim_start().starts_with("//")).copied().collect()
}

#[cfg(test)]
mod tests {
    use super::super::{file, lines};
    use super::rust;

    #[test]
    fn a_module_without_header_and_a_panic_in_product_code_are_found() {
        let spdx = concat!("// SPDX-", "FileCopyrightText: x\n// SPDX-", "License-Identifier: EUPL-1.2\n");
        let good = format!(
            "{spdx}//! Ranks.\n\n/// `x.unwrap()` in a comment.\nfn a() {{}}\n#[expect(dead_code)]\nfn b() {{ x.unwrap_or(0); }}\n\n#[cfg(test)]\nmod tests {{\n    fn c() {{ x.unwrap(); }}\n}}\n"
        );
        let bad = format!("{spdx}use std::fmt;\n\nfn a() {{\n    x.unwrap();\n    y.expect(\"there\");\n}}\n");
        let files = [
            file("crates/a/src/good.rs", &good),
            file("crates/a/src/bad.rs", &bad),
            file("crates/a/tests/any.rs", "fn a() { x.unwrap(); }"),
            file("xtask/src/x.rs", "//! Tasks.\nfn a() { x.unwrap(); }"),
        ];
        assert_eq!(
            lines(&rust(&files)),
            [
                "crates/a/src/bad.rs:1: no `//!` header: what goes in, what comes out, what is not here",
                "crates/a/src/bad.rs:6: `.unwrap()` outside tests: give the reader a reason",
                "crates/a/src/bad.rs:7: `.expect(` outside tests: give the reader a reason",
            ]
        );
    }
}
