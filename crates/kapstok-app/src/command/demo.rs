// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `kapstok demo`: the invented region, made, built and shown: a story in six steps, one area, one origin, the truth
//! test, what next.

use std::io::Write;
use std::path::{Path, PathBuf};

use include_dir::{Dir, DirEntry, include_dir};
use kapstok_serve::{Site, Told};
use kapstok_share::area_page::area_page;
use kapstok_share::find::find_area;

use crate::build::{self, store::Store};
use crate::command::area::{self, Pairs};
use crate::command::serve::agenda_of;
use crate::command::why::of_workspace;
use crate::failure::Failure;
use crate::progress::Progress;
use crate::truth::{Held, truth_test};
use crate::workspace::SETTINGS_FILE;
use kapstok_share::number::figure;
use kapstok_share::words::Words;

/// The invented region, inside the program.
static REGION: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../fixtures/voorbeeldstreek");

/// The buurt that is shown. Not the worst of anything: one with something of everything.
const AREA: &str = "XB01010114";

/// A wijk with an agenda in which every kind of hole is planted.
const AGENDA: &str = "XW010101";

/// The rule that the story tells of.
const PROTOCOL: &str = "protocol.toml";

/// A figure of it with a story: on another map until 2021.
const INDICATOR: &str = "chronisch_ziek";

/// Writes the region into a folder; files that are there are written anew.
///
/// # Errors
/// [`Failure::Io`].
pub(crate) fn copy_region(dir: &Path) -> Result<(), Failure> {
    let mut open: Vec<&DirEntry<'_>> = REGION.entries().iter().collect();
    while let Some(entry) = open.pop() {
        let path = dir.join(entry.path());
        match entry {
            DirEntry::Dir(inner) => {
                std::fs::create_dir_all(&path).map_err(|error| Failure::io(&path, error))?;
                open.extend(inner.entries());
            }
            DirEntry::File(file) => {
                let folder = path.parent().unwrap_or(dir);
                std::fs::create_dir_all(folder).map_err(|error| Failure::io(folder, error))?;
                std::fs::write(&path, file.contents()).map_err(|error| Failure::io(&path, error))?;
            }
        }
    }
    Ok(())
}

/// A folder with anything but an earlier demo in it is somebody's work, and stays as it is.
fn refuse_other_work(dir: &Path) -> Result<(), Failure> {
    let mut entries = std::fs::read_dir(dir).map_err(|error| Failure::io(dir, error))?;
    let settings = dir.join(SETTINGS_FILE);
    let is_demo = std::fs::read_to_string(&settings)
        .is_ok_and(|text| text.lines().any(|line| line.trim() == "country = \"voorbeeld\""));
    match entries.next() {
        Some(_) if !is_demo => Err(Failure::Exists { path: dir.to_owned() }),
        Some(_) | None => Ok(()),
    }
}

/// *Thursday is the council*: each step a sentence, a page and a command.
fn tell_story(site: &Site, dir: &str, words: &Words, out: &mut dyn Write) -> std::io::Result<()> {
    writeln!(out, "{}\n", words.say("demo-story", &[]))?;
    let (of_dir, of_protocol) = (words.say("help-value-dir", &[]), words.say("help-value-protocol", &[]));
    for step in kapstok_serve::story(site, words.language) {
        // What stands for a folder or a file in the page is here one that can be typed.
        let protocol = format!("{dir}/{PROTOCOL}");
        let command = step.command.replacen(&of_dir, dir, 1).replacen(&of_protocol, &protocol, 1);
        writeln!(out, "{}. {}\n   {}", step.n, step.title, step.sentence)?;
        let facts = [("page", &*step.page), ("command", &command)];
        writeln!(out, "   {}\n", words.say("demo-story-look", &facts).replace('\n', "\n   "))?;
    }
    Ok(())
}

/// Makes the region, shows it, and gives its folder.
///
/// # Errors
/// [`Failure::Negative`] when a bound does not hold the truth; else what building and showing may give.
pub(crate) fn demo(dir: Option<PathBuf>, words: &Words, out: &mut dyn Write) -> Result<PathBuf, Failure> {
    let dir = dir.unwrap_or_else(|| std::env::temp_dir().join("kapstok-demo"));
    std::fs::create_dir_all(&dir).map_err(|error| Failure::io(&dir, error))?;
    refuse_other_work(&dir)?;
    copy_region(&dir)?;
    let shown = dir.display().to_string();
    let say = |out: &mut dyn Write, text: String| writeln!(out, "{text}").map_err(crate::standard_output);
    say(out, words.say("demo-where", &[("dir", &shown)]))?;
    build::build(&dir, &Progress::new(words))?;
    say(out, String::new())?;
    let store = Store::current(&dir)?;
    let snapshot = build::snapshot::load(&store)?;
    let told = Told { log: agenda_of(&dir)?, ..Told::default() };
    let site = Site::new(snapshot, told);
    tell_story(&site, &shown, words, out).map_err(crate::standard_output)?;
    let snapshot = &site.snapshot;
    say(out, words.say("demo-area", &[]))?;
    let page = area_page(snapshot, find_area(snapshot, AREA)?, words.language);
    area::print(&page, snapshot, &dir, Pairs::Counted, words, out).map_err(crate::standard_output)?;
    say(out, format!("\n{}\n", words.say("demo-why", &[])))?;
    let why = of_workspace(&dir, snapshot, AREA, INDICATOR, Some("2021"), words.language)?;
    why.print(words, out).map_err(crate::standard_output)?;
    say(out, format!("\n{}", words.say("demo-truth", &[])))?;
    let test = truth_test(&dir, &store)?;
    let counts = |held: &Held| (held.inside.to_string(), held.n.to_string());
    let k = test.k.to_string();
    for (m, held) in &test.at_least {
        let (inside, n) = counts(held);
        let facts = [("m", &*m.to_string()), ("k", &k), ("inside", &inside), ("n", &n)];
        say(out, format!("  {}", words.say("demo-truth-bounds", &facts)))?;
    }
    let (inside, n) = counts(&test.pairs);
    say(out, format!("  {}", words.say("demo-truth-pairs", &[("inside", &inside), ("n", &n)])))?;
    let (inside, n) = counts(&test.intervals);
    let share = figure(100.0 * test.intervals.inside as f64 / test.intervals.n.max(1) as f64, 1, words.language);
    say(out, format!("  {}", words.say("demo-truth-intervals", &[("inside", &inside), ("n", &n), ("share", &share)])))?;
    say(out, format!("\n{}", words.say("demo-next", &[])))?;
    let next = [
        (format!("kapstok why {shown} {AREA} {INDICATOR}"), "demo-next-why"),
        (format!("kapstok area {shown} XB01010212"), "demo-next-area"),
        (format!("kapstok agenda holes {shown} {AGENDA}"), "demo-next-holes"),
        (
            format!("kapstok report area {shown} {AGENDA} -o {}", words.say("demo-file-of-area", &[])),
            "demo-next-report",
        ),
        (format!("kapstok check {shown}"), "demo-next-check"),
        (format!("kapstok reconcile {shown} --out {}", words.say("demo-file-of-totals", &[])), "demo-next-reconcile"),
        (format!("kapstok init {} --municipality Schiedam", words.say("demo-own-town", &[])), "demo-next-init"),
    ];
    for (command, key) in next {
        say(out, format!("  {command:<58} {}", words.say(key, &[])))?;
    }
    let held = test.at_least.iter().map(|(_, held)| held).chain([&test.pairs]).all(|held| held.inside == held.n);
    if held { Ok(dir) } else { Err(Failure::Negative) }
}
