// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What goes wrong with machines: the program killed at any moment, and disks that refuse.
//!
//! In: the real program and a small workspace. `KAPSTOK_KILLS`, `KAPSTOK_IO_FAILURES` and `KAPSTOK_SEED` say how often and
//! from where to draw; `cargo xtask faults` runs more of them. Invariant that is tested: what was acknowledged is never lost,
//! the chain verifies, the next command starts within two seconds, and a refusal leaves everything as it was.

#![cfg(unix)]
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]
#![expect(clippy::disallowed_methods, reason = "tests of files open files and look at the clock")]

mod made;

use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};

use made::{RECIPE, workspace};

/// The longest that a command may take to be at work again.
const AGAIN: Duration = Duration::from_secs(2);

/// Numbers without order, the same ones from the same seed: Steele, Lea, Flood, *Fast splittable pseudorandom number
/// generators*, 2014.
struct Draws(u64);

impl Draws {
    fn below(&mut self, bound: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % bound
    }
}

fn asked(name: &str, otherwise: u64) -> u64 {
    std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(otherwise)
}

/// A command that writes: its name, and what is typed behind the program. `nth` makes each different from the one before.
type Work = (&'static str, fn(&Path, u64) -> Vec<String>);

/// What is interrupted. A command that writes gets a line here.
const WORK: &[Work] =
    &[("set", set), ("set-long", set_long), ("import", import), ("adopt", adopt), ("redact", redact), ("build", build)];

fn typed(words: &[&str], dir: &Path) -> Vec<String> {
    words.iter().map(|word| word.replace("DIR", dir.to_str().unwrap())).collect()
}

fn set(dir: &Path, nth: u64) -> Vec<String> {
    let name = format!("name=Debts {nth}");
    typed(
        &["agenda", "set", "DIR", "burden", "area=BU00010101", "side=burden", &name, "indicator=debt", "--by=us"],
        dir,
    )
}

/// Many pages of the disk in one act.
fn set_long(dir: &Path, nth: u64) -> Vec<String> {
    let note = format!("note={}", "é".repeat(9_000));
    let name = format!("name=At the kitchen table {nth}");
    typed(&["agenda", "set", "DIR", "action", "area=BU00010101", &name, &note, "--by=us"], dir)
}

/// A plan of thirty rows: many events that count only together, and a file that remembers its columns.
fn import(dir: &Path, nth: u64) -> Vec<String> {
    let mut book = rust_xlsxwriter::Workbook::new();
    let tab = book.add_worksheet();
    for (column, title) in (0_u16..).zip(["Opgave", "Maatregel", "Trekker", "Budget", "Jaar"]) {
        tab.write_string(0, column, title).unwrap();
    }
    for row in 1..=30 {
        tab.write_string(row, 0, format!("Opgave {nth}")).unwrap();
        tab.write_string(row, 1, format!("Maatregel {nth} nummer {row}")).unwrap();
        tab.write_string(row, 2, "Gemeente").unwrap();
        tab.write_number(row, 3, f64::from(row) * 1_000.0).unwrap();
        tab.write_number(row, 4, 2026.0).unwrap();
    }
    std::fs::write(dir.join("plan.xlsx"), book.save_to_buffer().unwrap()).unwrap();
    let file = dir.join("plan.xlsx").to_str().unwrap().to_owned();
    typed(&["agenda", "import", "DIR", &file, "--area", "BU00010101", "--by=us"], dir)
}

fn adopt(dir: &Path, nth: u64) -> Vec<String> {
    typed(&["agenda", "adopt", "DIR", "BU00010101", &format!("--reason=The {nth}th time"), "--by=council"], dir)
}

/// The role of an event that still has one: the log is written anew as a whole.
fn redact(dir: &Path, nth: u64) -> Vec<String> {
    let log = std::fs::read_to_string(dir.join("agenda/log.jsonl")).unwrap();
    let lines: Vec<&str> = log.lines().collect();
    let from = (nth as usize * 7) % lines.len();
    let at =
        (0..lines.len()).map(|step| (from + step) % lines.len()).find(|at| lines[*at].contains("\"open\":{\"by\""));
    typed(&["agenda", "redact", "DIR", &(at.unwrap() + 1).to_string(), "by", "--reason=asked", "--by=us"], dir)
}

/// Other figures each time, so that there is something to build.
fn build(dir: &Path, nth: u64) -> Vec<String> {
    let source = dir.join("sources/office.csv");
    let text = std::fs::read_to_string(&source).unwrap();
    let rows: Vec<String> = text
        .lines()
        .map(|row| match row.starts_with("BU00010104") {
            true => format!("BU00010104;Four;{};7,5;10", 150 + nth % 5_000),
            false => row.to_owned(),
        })
        .collect();
    std::fs::write(source, rows.join("\n") + "\n").unwrap();
    typed(&["build", "DIR"], dir)
}

fn program() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_kapstok"));
    command.args(["--lang", "en"]);
    command
}

fn run(arguments: &[String]) -> Output {
    program().args(arguments).output().unwrap()
}

/// Runs what must work; gives what it printed.
fn works(arguments: &[String]) -> String {
    let output = run(arguments);
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// The head that an acknowledgement ends with, once it is whole.
fn head_in(printed: &str) -> Option<String> {
    let (_, head) = printed.strip_suffix('\n')?.rsplit_once("Head: ")?;
    (head.len() == 64).then(|| head.to_owned())
}

/// Whether something of a command has reached the disk: a longer log, a file beside it, a folder of a new build.
fn is_writing(dir: &Path, log: &[u8]) -> bool {
    let has_new = |folder: &str| {
        let entries = std::fs::read_dir(dir.join(folder)).into_iter().flatten().flatten();
        entries.into_iter().any(|entry| entry.file_name().to_string_lossy().contains(".new-"))
    };
    let length = std::fs::metadata(dir.join("agenda/log.jsonl")).map_or(0, |log| log.len());
    length != log.len() as u64 || has_new("agenda") || has_new("build")
}

/// What `verify` and `show` say.
fn served(dir: &Path) -> (String, String) {
    (works(&typed(&["agenda", "verify", "DIR"], dir)), works(&typed(&["agenda", "show", "DIR", "BU00010101"], dir)))
}

/// A workspace with a build and a few things agreed.
fn begin(dir: &Path) -> String {
    workspace(dir, RECIPE);
    works(&build(dir, 0));
    works(&set(dir, 0));
    works(&adopt(dir, 0));
    head_in(&works(&set_long(dir, 0))).unwrap()
}

#[test]
fn nothing_that_was_acknowledged_is_lost_wherever_the_program_is_killed() {
    let (n_kills, seed) = (asked("KAPSTOK_KILLS", 50), asked("KAPSTOK_SEED", 4));
    println!("kills: {n_kills}, seed {seed}");
    let folder = tempfile::tempdir().unwrap();
    let dir = folder.path();
    let mut draws = Draws(seed);
    let mut acknowledged = begin(dir);
    // How long each takes undisturbed, so that kills fall all over it.
    let mut lasts = Vec::new();
    for (_, arguments) in WORK {
        let start = Instant::now();
        if let Some(head) = head_in(&works(&arguments(dir, 1))) {
            acknowledged = head;
        }
        lasts.push(start.elapsed());
    }
    let (mut n_before, mut n_after, mut n_silent, mut slowest) = (0, 0, 0, Duration::ZERO);
    let mut n_done = 0;
    while n_done < n_kills {
        let nth = n_done + 2;
        let at = draws.below(WORK.len() as u64) as usize;
        let (name, arguments) = WORK[at];
        let events_before = std::fs::read(dir.join("agenda/log.jsonl")).unwrap();
        let mut child =
            program().args(arguments(dir, nth)).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        match draws.below(2) {
            // Anywhere from its start to behind its end.
            0 => std::thread::sleep(Duration::from_micros(draws.below((lasts[at].as_micros() as u64 * 5 / 4).max(1)))),
            // While it writes, which is a small part of it.
            _ => {
                let start = Instant::now();
                while !is_writing(dir, &events_before) && start.elapsed() < lasts[at] * 2 {
                    std::hint::spin_loop();
                }
                std::thread::sleep(Duration::from_micros(draws.below(1_000)));
            }
        }
        child.kill().unwrap();
        let output = child.wait_with_output().unwrap();
        n_done += 1;
        let place = format!("seed {seed}, kill {n_done}, {name}");
        let changed = std::fs::read(dir.join("agenda/log.jsonl")).unwrap() != events_before;
        match head_in(&String::from_utf8_lossy(&output.stdout)) {
            Some(head) => (acknowledged, n_after) = (head, n_after + 1),
            None if changed => n_silent += 1,
            None => n_before += 1,
        }
        // Before anything heals: what was acknowledged is there.
        let verify = typed(&["agenda", "verify", "DIR", "--head", &acknowledged], dir);
        let start = Instant::now();
        let output = run(&verify);
        assert!(output.status.success(), "{place}: {}", String::from_utf8_lossy(&output.stderr));
        slowest = slowest.max(start.elapsed());
        let start = Instant::now();
        let next = head_in(&works(&set(dir, nth))).unwrap();
        slowest = slowest.max(start.elapsed());
        assert!(slowest < AGAIN, "{place}: {slowest:?}");
        let output = run(&verify);
        let told = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success() && !told.contains("K0667"), "{place}: {told}");
        acknowledged = next;
        if name == "build" {
            works(&typed(&["area", "DIR", "BU00010101"], dir));
            works(&typed(&["build", "DIR"], dir));
        }
        let left = std::fs::read_dir(dir.join("agenda")).unwrap().flatten();
        let left: Vec<String> = left.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
        assert!(left.iter().all(|name| !name.contains(".new-")), "{place}: {left:?}");
    }
    println!(
        "killed before anything was written: {n_before}; after writing, before saying so: {n_silent}; after saying so: \
         {n_after}; slowest command afterwards: {slowest:?}"
    );
}

/// A way in which a disk refuses. `None` where this machine cannot be made to.
struct Refusal {
    name: &'static str,
    /// A folder for a workspace, which can be made to refuse.
    place: Box<dyn Place>,
}

/// Where a workspace lies.
trait Place {
    fn dir(&self) -> &Path;
    /// Makes the disk refuse, runs a command, and makes it work again.
    fn refused(&self, arguments: &[String], draws: &mut Draws) -> Output;
}

/// No file may grow beyond a length: EFBIG. Any user, any file system.
struct ShortFiles(tempfile::TempDir);

impl Place for ShortFiles {
    fn dir(&self) -> &Path {
        self.0.path()
    }

    fn refused(&self, arguments: &[String], draws: &mut Draws) -> Output {
        let length = std::fs::metadata(self.dir().join("agenda/log.jsonl")).unwrap().len();
        // In blocks of 512 bytes. What is written to the pipe does not count.
        let blocks = draws.below(length / 512 + 1);
        let line = format!("trap '' XFSZ; ulimit -f {blocks}; exec \"$@\"");
        let mut shell = Command::new("sh");
        shell.args(["-c", &line, "sh", env!("CARGO_BIN_EXE_kapstok"), "--lang", "en"]).args(arguments);
        shell.output().unwrap()
    }
}

/// Makes a disk refuse.
type Refuses = fn(&Path, &mut Draws);

/// A disk of its own in memory: really full (ENOSPC), or really read-only (EROFS). Needs root, and leave to mount.
struct OwnDisk {
    folder: tempfile::TempDir,
    refuses: Refuses,
}

impl OwnDisk {
    fn new(refuses: Refuses) -> Option<Self> {
        let folder = tempfile::tempdir().ok()?;
        let mut mount = Command::new("mount");
        mount.args(["-t", "tmpfs", "-o", "size=4m", "kapstok-faults"]).arg(folder.path());
        let output = mount.stderr(Stdio::null()).status().ok()?;
        output.success().then(|| Self { folder, refuses })
    }

    fn again(&self) {
        let _ = std::fs::remove_file(self.dir().join("filler"));
        remount(self.dir(), "rw");
        let _ = std::fs::remove_file(self.dir().join("filler"));
    }
}

impl Drop for OwnDisk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg("-l").arg(self.folder.path()).status();
    }
}

impl Place for OwnDisk {
    fn dir(&self) -> &Path {
        self.folder.path()
    }

    fn refused(&self, arguments: &[String], draws: &mut Draws) -> Output {
        (self.refuses)(self.dir(), draws);
        let output = run(arguments);
        self.again();
        output
    }
}

/// Fills a disk but for a few pages.
fn fill(dir: &Path, draws: &mut Draws) {
    use std::io::Write;
    let path = dir.join("filler");
    let mut file = std::fs::File::create(&path).unwrap();
    let page = [0; 4_096];
    let mut length = 0;
    while file.write_all(&page).is_ok() {
        length += page.len() as u64;
    }
    file.set_len(length.saturating_sub(4_096 * draws.below(4))).unwrap();
}

fn remount(dir: &Path, how: &str) {
    let mut mount = Command::new("mount");
    mount.args(["-o", &format!("remount,{how}")]).arg(dir).stderr(Stdio::null());
    assert!(mount.status().unwrap().success(), "remount {how}");
}

/// Folders and log without leave to write: EACCES. Not for root, whom nothing is forbidden.
struct Forbidden(tempfile::TempDir);

impl Place for Forbidden {
    fn dir(&self) -> &Path {
        self.0.path()
    }

    fn refused(&self, arguments: &[String], _: &mut Draws) -> Output {
        use std::os::unix::fs::PermissionsExt;
        let allow = |path: &str, mode| {
            let path = self.dir().join(path);
            std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).unwrap();
        };
        for (path, mode) in [("agenda/log.jsonl", 0o444), ("agenda/.lock", 0o444), ("agenda", 0o555), ("build", 0o555)]
        {
            allow(path, mode);
        }
        let output = run(arguments);
        for (path, mode) in [("build", 0o755), ("agenda", 0o755), ("agenda/.lock", 0o644), ("agenda/log.jsonl", 0o644)]
        {
            allow(path, mode);
        }
        output
    }
}

/// A log that the disk cannot read back: EIO. `/proc/self/mem` gives it for every read at its beginning. Where a write gives
/// EIO is not tried: that takes a broken device or a file system of our own.
struct Unreadable(tempfile::TempDir);

impl Place for Unreadable {
    fn dir(&self) -> &Path {
        self.0.path()
    }

    fn refused(&self, arguments: &[String], _: &mut Draws) -> Output {
        let unreadable: &[&str] = match arguments[0] == "build" {
            true => &["sources/office.csv"],
            false => &["agenda/log.jsonl"],
        };
        for name in unreadable {
            let (path, aside) = (self.dir().join(name), self.dir().join("aside"));
            std::fs::rename(&path, &aside).unwrap();
            std::os::unix::fs::symlink("/proc/self/mem", &path).unwrap();
        }
        let output = run(arguments);
        for name in unreadable {
            let (path, aside) = (self.dir().join(name), self.dir().join("aside"));
            std::fs::remove_file(&path).unwrap();
            std::fs::rename(&aside, &path).unwrap();
        }
        output
    }
}

/// The ways that this machine has. What it has not is said.
fn refusals() -> Vec<Refusal> {
    let folder = || tempfile::tempdir().unwrap();
    let mut all = vec![Refusal { name: "no longer files (EFBIG)", place: Box::new(ShortFiles(folder())) }];
    let own: [(&'static str, Refuses); 2] =
        [("full disk (ENOSPC)", fill), ("read-only disk (EROFS)", |dir, _| remount(dir, "ro"))];
    for (name, refuses) in own {
        match OwnDisk::new(refuses) {
            Some(place) => all.push(Refusal { name, place: Box::new(place) }),
            None => println!("not run: {name}: nothing may be mounted here"),
        }
    }
    let probe = folder();
    let is_root = {
        use std::os::unix::fs::PermissionsExt;
        std::fs::set_permissions(probe.path(), std::fs::Permissions::from_mode(0o555)).unwrap();
        std::fs::write(probe.path().join("x"), "").is_ok()
    };
    match is_root {
        true => println!("not run: folder without leave to write (EACCES): root has leave everywhere"),
        false => all.push(Refusal { name: "no leave to write (EACCES)", place: Box::new(Forbidden(folder())) }),
    }
    match std::fs::read("/proc/self/mem").is_err_and(|error| error.raw_os_error() == Some(5)) {
        true => all.push(Refusal { name: "unreadable (EIO)", place: Box::new(Unreadable(folder())) }),
        false => println!("not run: unreadable log (EIO): no /proc/self/mem here"),
    }
    println!("not run: EIO while writing: that takes a broken device");
    all
}

#[test]
fn a_disk_that_refuses_is_told_and_what_stood_is_still_served() {
    let (n_failures, seed) = (asked("KAPSTOK_IO_FAILURES", 50), asked("KAPSTOK_SEED", 4));
    println!("failures of the disk: {n_failures}, seed {seed}");
    let refusals = refusals();
    let mut counts = vec![0_u64; refusals.len()];
    for refusal in &refusals {
        begin(refusal.place.dir());
    }
    let mut draws = Draws(seed);
    let (mut n_done, mut nth) = (0, 10);
    while n_done < n_failures {
        nth += 1;
        assert!(nth < 10 + n_failures * 20, "the disk refuses too seldom: {counts:?}");
        let which = draws.below(refusals.len() as u64) as usize;
        let Refusal { name, place } = &refusals[which];
        let dir = place.dir();
        let (work, arguments) = WORK[draws.below(WORK.len() as u64) as usize];
        let typed = arguments(dir, nth);
        let (before, bytes, build) = (served(dir), log_of(dir), current(dir));
        let output = place.refused(&typed, &mut draws);
        let error = String::from_utf8_lossy(&output.stderr);
        let facts = format!("seed {seed}, {name}, {work}: {error}");
        assert!(!error.contains("panicked"), "{facts}");
        if output.status.success() {
            continue;
        }
        assert_eq!(output.status.code(), Some(1), "{facts}");
        let is_told = match work {
            "build" => {
                error.contains("cannot use `") || error.contains("cannot be read or written") || error.contains("[K")
            }
            _ => error.contains("[K0656]") || error.contains("cannot use `"),
        };
        assert!(is_told, "{facts}");
        assert_eq!(String::from_utf8_lossy(&output.stdout), "", "nothing is acknowledged: {facts}");
        assert!(log_of(dir) == bytes, "{facts}");
        assert_eq!((served(dir), current(dir)), (before, build), "{facts}");
        counts[which] += 1;
        n_done += 1;
    }
    for (refusal, count) in refusals.iter().zip(counts) {
        println!("{}: {count}", refusal.name);
    }
}

fn log_of(dir: &Path) -> Vec<u8> {
    std::fs::read(dir.join("agenda/log.jsonl")).unwrap()
}

fn current(dir: &Path) -> PathBuf {
    std::fs::read_link(dir.join("build/current")).unwrap()
}
