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
const FEW: usize = 60;
const MANY: usize = 380;

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

/// A good file cut after each tenth of it, and with ever more of its bytes changed.
fn broken(name: &str, good: &[u8], draws: &mut Draws) -> Vec<File> {
    let cut = (1..10).map(|tenths| file(&format!("tenth-{tenths}-{name}"), &good[..good.len() * tenths / 10]));
    let cut: Vec<File> = cut.collect();
    let changed = (0..8).map(|n| file(&format!("flipped-{n}-{name}"), draws.changed(good, 1 << n)));
    cut.into_iter().chain(changed).collect()
}

/// How some documents must end: by the beginning of their name, and its ending. Any end that says what is wrong will do
/// for the others.
const EXPECTED: [(&str, &str, &str); 15] = [
    // Cut off: nothing of it is searched, since nobody can say what is missing.
    ("cut-", ".pdf", "K0880"),
    ("tenth-", ".pdf", "K0880"),
    // Refused too, though it could be told that these are documents of which the end is missing.
    ("tenth-", ".docx", "K0800"),
    ("tenth-", ".odt", "K0800"),
    ("head", ".pdf", "K0880"),
    ("empty", ".txt", "K0883"),
    // More than there may be.
    ("bomb.", "", "K0801"),
    ("bomb-lies", ".docx", "K0802"),
    ("brackets", ".pdf", "K0801"),
    ("form-doubling", ".pdf", "K0801"),
    ("columns", ".html", "K0801"),
    // With declarations of its own, or of another kind.
    ("laughs", "", "K0806"),
    ("outside", "", "K0806"),
    ("program", ".docx", "K0800"),
    ("picture", ".pdf", "K0800"),
];

/// What must not be of an end: that it is another than the expected one.
fn unexpected(name: &str, end: &End) -> Option<String> {
    let fits = |(begins, ends, _): &&(&str, &str, &str)| name.starts_with(begins) && name.ends_with(ends);
    let (_, _, code) = EXPECTED.iter().find(fits)?;
    (*end != End::Coded((*code).to_owned())).then(|| format!("{end:?} and not {code}"))
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

/// Codes of what was not read to its end: for want of time, or since its reader fell.
const GAVE_UP: [&str; 2] = ["K0850", "K0851"];

/// What came of all documents.
#[derive(Default)]
struct Tally {
    /// How many documents ended with each code.
    codes: BTreeMap<String, usize>,
    coded: usize,
    warned: usize,
    read: usize,
    failed: Vec<String>,
    /// Documents that were not read to their end, with the code.
    gave_up: Vec<String>,
    /// Work of each document, and its name.
    work: Vec<(Duration, String)>,
}

impl Tally {
    fn add(&mut self, name: &str, end: Result<End, String>) {
        let codes = match end {
            Ok(End::Coded(code)) => {
                self.coded += 1;
                if GAVE_UP.contains(&code.as_str()) {
                    self.gave_up.push(format!("{name} {code}"));
                }
                BTreeSet::from([code])
            }
            Ok(End::Warned(codes)) => {
                self.warned += 1;
                codes.into_iter().collect()
            }
            Ok(End::Read) => {
                self.read += 1;
                BTreeSet::new()
            }
            Err(why) => {
                println!("{name}: {why}");
                self.failed.push(name.to_owned());
                BTreeSet::new()
            }
        };
        codes.into_iter().for_each(|code| *self.codes.entry(code).or_default() += 1);
    }

    fn print(&mut self, seed: u64) {
        self.work.sort_by(|one, other| other.cmp(one));
        let slow = self.work.iter().take_while(|(work, _)| work.as_secs() >= 1);
        let slow: Vec<String> = slow.map(|(work, name)| format!("{name} {work:.1?}")).collect();
        println!("seed {seed}; codes: {:?}", self.codes);
        println!("a second of work or more: {}", if slow.is_empty() { "none".to_owned() } else { slow.join(", ") });
        let (n, failed) = (self.work.len(), self.failed.len());
        println!(
            "{n} documents, {} coded errors, {} warnings, {} read, {failed} failed",
            self.coded, self.warned, self.read
        );
    }
}

/// Reads a document from a file of its own, and says what of it must not be. Gives its work too.
fn end_of(file: &File, dir: &Path) -> (Result<End, String>, Duration) {
    let path = dir.join(&file.name);
    std::fs::write(&path, &file.bytes).unwrap();
    let (began, before) = (Instant::now(), worked());
    let end = read(&path);
    let on_the_clock = began.elapsed();
    let work = worked().zip(before).map_or(on_the_clock, |(after, before)| after - before);
    std::fs::remove_file(&path).unwrap();
    let end = end.and_then(|end| match unexpected(&file.name, &end) {
        _ if work > WORK || on_the_clock > PATIENCE => Err(format!("{work:?} of work, {on_the_clock:?} on the clock")),
        Some(other) => Err(other),
        None => Ok(end),
    });
    (end, work)
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
    let mut tally = Tally::default();
    for file in &files {
        let (end, work) = end_of(file, dir.path());
        tally.add(&file.name, end);
        tally.work.push((work, file.name.clone()));
    }
    tally.print(seed);
    let written = ["/tmp/kapstok-was-here", "/etc/kapstok-was-here"].map(Path::new);
    let written: Vec<&Path> = written.into_iter().filter(|path| path.exists()).collect();
    assert!(tally.failed.is_empty() && written.is_empty(), "{:?} {written:?}", tally.failed);
    // What took the square of its length once ended so. Of all of them, a busy machine may stop some by the clock.
    println!("not read to the end: {:?}", tally.gave_up);
    assert!(all || tally.gave_up.is_empty(), "{:?}", tally.gave_up);
}
