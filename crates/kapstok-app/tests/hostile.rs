// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Broken and hostile documents, as they are typed behind `kapstok read`.
//!
//! In: files made by `hostile/`, the same ones from the same seed. `KAPSTOK_DOCUMENTS=all` and `KAPSTOK_SEED` ask for all
//! of them, as `cargo xtask faults` does; else those that every run reads. Invariant that is tested: each ends within ten
//! seconds of work in a result or in a code with its hint, and never in the words of a panic.

#![cfg(unix)]
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]
#![expect(clippy::disallowed_methods, reason = "tests of files open files and look at the clock")]

#[path = "hostile/archive.rs"]
mod archive;
#[path = "hostile/office.rs"]
mod office;
#[path = "hostile/pdf.rs"]
mod pdf;
#[path = "hostile/text.rs"]
mod text;
#[path = "hostile/web.rs"]
mod web;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::Value;

/// The longest that a document may be worked on.
const WORK: Duration = Duration::from_secs(10);
/// The same on the clock of a busy machine: the command itself gives up after a minute.
const PATIENCE: Duration = Duration::from_secs(75);
/// How many documents there are at least: in every run, and when all are asked for.
const FEW: usize = 50;
const MANY: usize = 200;

/// A file with its name.
struct File {
    name: String,
    bytes: Vec<u8>,
}

fn file(name: &str, bytes: impl Into<Vec<u8>>) -> File {
    File { name: name.to_owned(), bytes: bytes.into() }
}

/// Numbers without order, the same ones from the same seed: Steele, Lea, Flood, *Fast splittable pseudorandom number
/// generators*, 2014.
struct Draws(u64);

impl Draws {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((mixed ^ (mixed >> 31)) % u64::try_from(bound).unwrap()).unwrap()
    }

    fn byte(&mut self) -> u8 {
        u8::try_from(self.below(256)).unwrap()
    }

    /// A file with so many bytes of it changed.
    fn changed(&mut self, good: &[u8], n: usize) -> Vec<u8> {
        let mut bytes = good.to_vec();
        for _ in 0..n {
            let at = self.below(bytes.len());
            bytes[at] = self.byte();
        }
        bytes
    }
}

fn documents(all: bool, seed: u64) -> Vec<File> {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/voorbeeldstreek/documents");
    let names = ["programma-coalitie.pdf", "manifest-burgemeesters.pdf", "area-plan-en.pdf"];
    let good = names.map(|name| std::fs::read(fixtures.join(name)).unwrap());
    let mut draws = Draws(seed);
    let mut files = pdf::few(&good[0], &mut draws);
    files.extend(office::few());
    files.extend(web::few());
    files.extend(text::few());
    if all {
        files.extend(pdf::many(&good, &mut draws));
        files.extend(office::many(&mut draws));
        files.extend(web::many());
        files.extend(text::many(&mut draws));
    }
    files
}

/// How a document ended.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
enum End {
    /// In an error, with its code.
    Coded(String),
    /// In a result, with the codes of what is doubtful.
    Warned(Vec<String>),
    Read,
}

/// Reads a document with the program, or says what of it must not be.
fn read(path: &Path) -> Result<End, String> {
    let mut command = Command::new(env!("CARGO_BIN_EXE_kapstok"));
    let command = command.args(["--lang", "en", "read"]).arg(path).arg("--json").stdin(Stdio::null());
    let output = command.output().map_err(|error| error.to_string())?;
    let error = String::from_utf8(output.stderr).map_err(|_| "its words are no text".to_owned())?;
    let lower = error.to_lowercase();
    if let Some(word) =
        ["panicked", "overflow", "rust_backtrace", "stack backtrace"].iter().find(|word| lower.contains(**word))
    {
        return Err(format!("it says `{word}`: {error}"));
    }
    match output.status.code() {
        Some(0) => {
            let summary: Value = serde_json::from_slice(&output.stdout).map_err(|error| error.to_string())?;
            let warnings = summary["warnings"].as_array().ok_or("no warnings")?;
            let code = |warning: &Value| warning["code"].as_str().map(str::to_owned);
            let codes: Vec<String> = warnings.iter().filter_map(code).collect();
            Ok(if codes.is_empty() { End::Read } else { End::Warned(codes) })
        }
        Some(1) => {
            let code = error.find("K08").and_then(|at| error.get(at..at + 5)).ok_or(format!("no code: {error}"))?;
            if error.contains("hint") { Ok(End::Coded(code.to_owned())) } else { Err(format!("no hint: {error}")) }
        }
        status => Err(format!("it ended with {status:?}: {error}")),
    }
}

/// Processor time of the programs that have ended, where the system tells it.
fn worked() -> Option<Duration> {
    let stat = std::fs::read_to_string("/proc/self/stat").ok()?;
    // Behind the name, which may hold spaces: `cutime` and `cstime` are fields 16 and 17, in hundredths of a second.
    let fields: Vec<&str> = stat.rsplit_once(')')?.1.split_whitespace().collect();
    let hundredths: u64 = fields.get(13..15)?.iter().map(|field| field.parse::<u64>().unwrap_or(0)).sum();
    Some(Duration::from_millis(10 * hundredths))
}

#[test]
fn hostile_documents_end_in_a_result_or_a_code_in_time() {
    let all = std::env::var("KAPSTOK_DOCUMENTS").is_ok_and(|asked| asked == "all");
    let seed = std::env::var("KAPSTOK_SEED").ok().and_then(|text| text.parse().ok()).unwrap_or(4);
    let files = documents(all, seed);
    assert!(files.len() >= if all { MANY } else { FEW }, "{}", files.len());
    let names: BTreeSet<&str> = files.iter().map(|file| file.name.as_str()).collect();
    assert_eq!(names.len(), files.len(), "two documents of one name");
    let dir = tempfile::tempdir().unwrap();
    let (mut ends, mut failed) = (BTreeMap::<String, usize>::new(), Vec::new());
    let (mut coded, mut warnings, mut clean) = (0, 0, 0);
    let mut slow: Vec<(Duration, &str)> = Vec::new();
    for file in &files {
        let path = dir.path().join(&file.name);
        std::fs::write(&path, &file.bytes).unwrap();
        let (began, before) = (Instant::now(), worked());
        let end = read(&path);
        let work = worked().zip(before).map_or(began.elapsed(), |(after, before)| after - before);
        std::fs::remove_file(&path).unwrap();
        slow.push((work, &file.name));
        let end = end.and_then(|end| match (work > WORK, began.elapsed() > PATIENCE) {
            (false, false) => Ok(end),
            _ => Err(format!("{work:?} of work, {:?} on the clock", began.elapsed())),
        });
        match end {
            Ok(End::Coded(code)) => {
                coded += 1;
                *ends.entry(code).or_default() += 1;
            }
            Ok(End::Warned(codes)) => {
                warnings += 1;
                codes
                    .into_iter()
                    .collect::<BTreeSet<_>>()
                    .into_iter()
                    .for_each(|code| *ends.entry(code).or_default() += 1);
            }
            Ok(End::Read) => clean += 1,
            Err(why) => {
                println!("{}: {why}", file.name);
                failed.push(file.name.as_str());
            }
        }
    }
    slow.sort_by(|one, other| other.cmp(one));
    let over: Vec<String> = slow
        .iter()
        .take_while(|(work, _)| work.as_secs() >= 1)
        .map(|(work, name)| format!("{name} {work:.1?}"))
        .collect();
    println!("seed {seed}; codes: {ends:?}");
    println!("a second of work or more: {}", if over.is_empty() { "none".to_owned() } else { over.join(", ") });
    println!(
        "{} documents, {coded} coded errors, {warnings} warnings, {clean} read, {} failed",
        files.len(),
        failed.len()
    );
    let written: Vec<_> = ["/tmp/kapstok-was-here", "/etc/kapstok-was-here"]
        .into_iter()
        .filter(|path| Path::new(path).exists())
        .collect();
    assert!(failed.is_empty() && written.is_empty(), "{failed:?} {written:?}");
    // Five of those that every run reads once took the square of their length, and ended for want of time.
    assert!(all || !ends.contains_key("K0850"), "{ends:?}");
}
