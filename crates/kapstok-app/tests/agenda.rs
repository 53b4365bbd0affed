// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! An agenda as it is typed: written down, shown, proved.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]
#![expect(clippy::disallowed_methods, reason = "tests of files open files")]

mod made;

use std::path::Path;

use made::{RECIPE, Run, kapstok, workspace};
use serde_json::Value;

/// An area of the workspace that tests make.
const AREA: &str = "BU00010101";

fn agenda(dir: &Path, arguments: &[&str]) -> Run {
    let mut typed = vec!["agenda", arguments[0], dir.to_str().unwrap()];
    typed.extend(&arguments[1..]);
    kapstok(&typed)
}

/// Runs what must work; gives what was printed.
fn works(dir: &Path, arguments: &[&str]) -> String {
    let run = agenda(dir, arguments);
    assert_eq!(run.status, 0, "{arguments:?}: {}", run.error);
    run.out
}

fn head_of(dir: &Path) -> String {
    let report: Value = serde_json::from_str(&works(dir, &["verify", "--json"])).unwrap();
    report["head"].as_str().unwrap().to_owned()
}

/// Two burdens, the link between them, an owner, an action on the link with money, and a promise.
fn some_agenda(dir: &Path) {
    let area = &*format!("area={AREA}");
    let by = &["--by", "secretary", "--date", "2024-03-18"][..];
    let set = |arguments: &[&str]| works(dir, &[&["set"], arguments, by].concat());
    set(&["burden", area, "side=burden", "name=Debts", "domain=debt", "indicator=debt"]);
    set(&["burden", area, "side=burden", "name=Stress"]);
    set(&["link", area, "from=b1", "to=b2", "name=Debts bring stress", "evidence=moderate", "source=WRR 2017"]);
    set(&["organisation", "name=GGD"]);
    let words = "words=Nobody waits longer than a month";
    set(&["promise", &format!("areas={AREA}"), words, "source_kind=council", "source=Decision 12"]);
    set(&["action", "area=One", "name=At the kitchen table", "works_on=b1,l1", "promise=p1", "owners=o1"]);
    set(&["capacity", area, "action=a1", "euros=50000,5", "posts=0.5", "year=2025", "stage=planned", "source=o1"]);
    set(&["target", area, "action=a1", "name=Fewer debts", "indicator=debt", "baseline=20,5", "value=15"]);
}

fn built() -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    workspace(dir.path(), RECIPE);
    assert_eq!(kapstok(&["build", dir.path().to_str().unwrap()]).status, 0);
    dir
}

#[test]
fn what_was_written_down_is_shown_with_the_head_at_the_foot() {
    let dir = built();
    some_agenda(dir.path());
    let dir = dir.path();
    works(dir, &["reply", AREA, "The stairs are dark", "--about", "a1", "--by", "secretary"]);
    works(dir, &["answer", "r1", "There will be lamps", "--by", "alderman", "--date", "2024-05-01"]);
    works(dir, &["deliver", "p1", "2024", "late", "--why", "No staff", "--by", "secretary"]);
    let shown = works(dir, &["show", "One"]);
    for line in [
        "Agenda of One (BU00010101)",
        "  b1  Debts (debt)\n      indicator: debt\n",
        "  l1  Debts bring stress (fairly well known)\n      b1 Debts → b2 Stress\n      source: WRR 2017",
        "  p1  Nobody waits longer than a month\n      council decision: Decision 12\n      2024: late (No staff)",
        "  a1  At the kitchen table\n      works on: b1 Debts, l1 Debts bring stress\n",
        "      owners: o1 GGD\n      c1  2025, planned: €50,000.50 + 0.5 FTE (o1 GGD)\n",
        "      t1  Fewer debts: 20.5 → 15",
        "      answer of 2024-05-01: There will be lamps",
    ] {
        assert!(shown.contains(line), "{line}\n---\n{shown}");
    }
    assert!(shown.trim_end().ends_with(&head_of(dir)), "{shown}");
    // As it was before the resident spoke.
    let earlier = works(dir, &["show", AREA, "--at", "2024-04-01"]);
    assert!(earlier.contains("Debts") && !earlier.contains("stairs"), "{earlier}");
    let data: Value = serde_json::from_str(&works(dir, &["show", AREA, "--json"])).unwrap();
    let money = data["things"].as_array().unwrap().iter().find(|thing| thing["id"] == "c1").unwrap();
    assert_eq!((&money["euros"], &money["posts"]), (&50000.5.into(), &0.5.into()));
}

#[test]
fn what_cannot_be_is_told_with_what_can_and_nothing_is_written_down() {
    let dir = built();
    some_agenda(dir.path());
    let dir = dir.path();
    let before = std::fs::read(dir.join("agenda/log.jsonl")).unwrap();
    let area = &*format!("area={AREA}");
    let cases: [(&[&str], i32, &str); 17] = [
        (&["set", "burden", area, "side=load", "name=x", "--by=me"], 1, "type one of: burden, strength"),
        (&["set", "burden", area, "side=burden", "--by=me"], 1, "K0660"),
        (&["set", "burden", area, "side=burden", "nam=x", "--by=me"], 1, "did you mean `name`?"),
        (&["set", "capacity", area, "euros=1.234", "year=2025", "stage=spent", "--by=me"], 1, "type euros such as"),
        (&["set", "action", area, "name=x", "owners=b1", "--by=me"], 1, "K0659"),
        (&["set", "action", area, "name=x", "owners=o9", "--by=me"], 1, "there is no `o9`"),
        (&["set", "action", area, "name=x", "--id=a7", "--by=me"], 1, "the next one is `a2`"),
        (&["set", "link", area, "from=b1", "to=b1", "name=x", "evidence=weak", "--by=me"], 1, "K0653"),
        (&["set", "burden", "area=BU00019999", "side=burden", "name=x", "--by=me"], 2, "no area has the code"),
        (&["set", "burden", area, "side=burden", "name=x", "--by= "], 1, "K0662"),
        (&["set", "burden", area, "side=burden", "name=x", "--by=me", "--date=2024-02-30"], 2, "is no day"),
        (&["withdraw", "b9", "--reason=x", "--by=me"], 1, "K0651"),
        (&["withdraw", "nine", "--reason=x", "--by=me"], 2, "short name such as a12"),
        (&["deliver", "p1", "2024", "late", "--by=me"], 1, "--why"),
        (&["deliver", "b1", "2024", "done", "--by=me"], 1, "K0664"),
        (&["redact", "2", "area", "--reason=x", "--by=me"], 1, "It has: by, name"),
        (&["changes", "--from", "BU00010101-v1"], 2, "no version was adopted yet"),
    ];
    for (arguments, status, expected) in cases {
        let run = agenda(dir, arguments);
        assert!(run.status == status && run.error.contains(expected), "{arguments:?}\n{}{}", run.error, run.out);
        assert_eq!(run.out, "", "{arguments:?}");
    }
    assert_eq!(std::fs::read(dir.join("agenda/log.jsonl")).unwrap(), before);
}

#[test]
fn a_version_freezes_figures_and_what_changed_since_is_told_with_both_texts() {
    let dir = built();
    some_agenda(dir.path());
    let dir = dir.path();
    works(dir, &["adopt", AREA, "--by", "council", "--date", "2024-04-01"]);
    let run = agenda(dir, &["adopt", AREA, "--by", "council"]);
    assert!(run.status == 1 && run.error.contains("K0655"), "{}", run.error);
    works(dir, &["set", "burden", "name=Debts of young families", "--id=b1", "--by=secretary"]);
    works(dir, &["withdraw", "t1", "--reason", "No longer measured", "--by", "secretary"]);
    works(dir, &["deliver", "p1", "2024", "partly", "--why", "Two months", "--by", "secretary"]);
    let again = agenda(dir, &["deliver", "p1", "2024", "done", "--by", "secretary"]);
    assert!(
        again.status == 1 && again.error.contains("K0663"),
        "what was said of a year is not replaced without a reason"
    );
    works(dir, &["deliver", "p1", "2024", "done", "--why", "Made up in December", "--by", "secretary"]);
    works(dir, &["adopt", AREA, "--reason", "New figures", "--by", "council"]);
    let told = works(dir, &["changes", "--from", "BU00010101-v1", "--to", "BU00010101-v2"]);
    for line in [
        "From BU00010101-v1 (2024-04-01) to BU00010101-v2",
        "Why there is a new version: New figures",
        "~ burden changed: b1 Debts of young families\n    name\n      was: Debts\n      is: Debts of young families",
        "- target gone: t1 Fewer debts\n    gone, because: No longer measured",
        "  p1 Nobody waits longer than a month\n    2024: done (Made up in December)",
    ] {
        assert!(told.contains(line), "{line}\n---\n{told}");
    }
    assert!(!told.contains("2024: partly"), "the last word of a year counts: {told}");
    // The figures of that moment, from behind the gate.
    let data: Value = serde_json::from_str(&works(dir, &["show", AREA, "--json"])).unwrap();
    let version = &data["versions"][0];
    assert_eq!(version["baseline"], serde_json::json!([{"indicator": "debt", "period": "2024", "value": 20.5}]));
    let current = std::fs::read_link(dir.join("build/current")).unwrap();
    assert_eq!(version["data"].as_str(), current.to_str());
    assert_eq!(version["recipes"].as_array().unwrap().len(), 1);
}

#[test]
fn nothing_is_adopted_without_a_build() {
    let dir = tempfile::tempdir().unwrap();
    workspace(dir.path(), RECIPE);
    let run = agenda(dir.path(), &["adopt", AREA, "--by=council"]);
    assert!(run.status == 2 && run.error.contains("kapstok build"), "{}", run.error);
    // Without a build a code is taken as it stands.
    works(dir.path(), &["set", "burden", "area=WK990101", "side=burden", "name=Debts", "--by=secretary"]);
    assert!(works(dir.path(), &["show", "WK990101"]).contains("Agenda of WK990101"));
}

#[test]
fn a_head_that_was_kept_finds_a_log_that_was_cut_or_rewritten() {
    let dir = built();
    some_agenda(dir.path());
    let dir = dir.path();
    let (head, path) = (head_of(dir), dir.join("agenda/log.jsonl"));
    works(dir, &["withdraw", "t1", "--reason", "x", "--by", "secretary"]);
    assert!(works(dir, &["verify", "--head", &head]).contains("after event 9"));
    let good = std::fs::read_to_string(&path).unwrap();
    // The last two events are gone: sound in itself.
    let lines: Vec<&str> = good.split_inclusive('\n').collect();
    std::fs::write(&path, lines[..8].concat()).unwrap();
    assert_eq!(agenda(dir, &["verify"]).status, 0);
    let run = agenda(dir, &["verify", "--head", &head]);
    assert!(run.status == 1 && run.error.contains("K0657"), "{}", run.error);
    // A byte is another one.
    std::fs::write(&path, good.replacen("secretary", "secretarx", 1)).unwrap();
    let run = agenda(dir, &["verify"]);
    assert!(
        run.status == 1 && run.error.contains("agenda/log.jsonl:1:1") && run.error.contains("K0650"),
        "{}",
        run.error
    );
    let run = agenda(dir, &["set", "organisation", "name=School", "--by=me"]);
    assert!(run.status == 1 && run.error.contains("K0650"), "a damaged log is not written to: {}", run.error);
    let run = kapstok(&["check", dir.to_str().unwrap(), "--json"]);
    assert!(run.status == 1 && run.out.contains("K0650"), "{}", run.out);
    std::fs::write(&path, good).unwrap();
    assert_eq!(kapstok(&["check", dir.to_str().unwrap()]).status, 0);
}

#[test]
fn half_a_line_is_kept_apart_and_the_log_goes_on() {
    let dir = built();
    some_agenda(dir.path());
    let dir = dir.path();
    let (head, path) = (head_of(dir), dir.join("agenda/log.jsonl"));
    let cut = "{\"body\":{\"day\":\"2024-03-18\",\"event\":\"set\"";
    let good = std::fs::read_to_string(&path).unwrap();
    std::fs::write(&path, format!("{good}{cut}")).unwrap();
    let run = agenda(dir, &["verify", "--head", &head]);
    assert!(run.status == 0 && run.error.contains("K0667"), "{}", run.error);
    assert_eq!(std::fs::read_to_string(&path).unwrap(), format!("{good}{cut}"), "reading changes nothing");
    let run = agenda(dir, &["set", "organisation", "name=School", "--by=secretary"]);
    assert!(run.status == 0 && run.error.contains("agenda/cut-"), "{}", run.error);
    let mut files = std::fs::read_dir(dir.join("agenda")).unwrap().flatten();
    let kept = files.find(|entry| entry.file_name().to_string_lossy().starts_with("cut-")).unwrap();
    assert_eq!(std::fs::read_to_string(kept.path()).unwrap(), cut);
    let run = agenda(dir, &["verify", "--head", &head]);
    assert!(run.status == 0 && run.error.is_empty(), "{}", run.error);
}

#[test]
fn words_that_were_taken_out_are_in_no_file_and_the_rest_stands() {
    let dir = built();
    some_agenda(dir.path());
    let dir = dir.path();
    let secret = "My neighbour Jansen drinks";
    works(dir, &["reply", AREA, secret, "--by", "secretary"]);
    let head = head_of(dir);
    let log = works(dir, &["log", AREA]);
    assert!(log.contains("10  ") && log.contains(secret), "{log}");
    let run = agenda(dir, &["redact", "10", "words", "--reason", "A name", "--by", "officer"]);
    assert!(run.status == 0 && run.error.contains("Copies, backups"), "{}", run.error);
    for entry in std::fs::read_dir(dir.join("agenda")).unwrap().flatten() {
        let bytes = std::fs::read(entry.path()).unwrap();
        assert!(!String::from_utf8_lossy(&bytes).contains("Jansen"), "{:?}", entry.path());
    }
    assert!(works(dir, &["verify", "--head", &head]).contains("after event 10"));
    let shown = works(dir, &["show", AREA]);
    assert!(shown.contains("r1  (text taken out)"), "{shown}");
    let log = works(dir, &["log", AREA]);
    assert!(log.contains("officer: words taken out of event 10 (in own words): A name"), "{log}");
    let run = agenda(dir, &["answer", "r1", "Thank you", "--by", "alderman"]);
    assert!(run.status == 1 && run.error.contains("K0665"), "{}", run.error);
    works(dir, &["set", "reply", "words=A resident worries", "--id=r1", "--by=secretary"]);
    works(dir, &["answer", "r1", "Thank you", "--by", "alderman"]);
}

#[test]
fn many_at_once_write_one_after_the_other() {
    let dir = built();
    some_agenda(dir.path());
    let dir = dir.path();
    std::thread::scope(|scope| {
        for writer in 0..4 {
            scope.spawn(move || {
                for nth in 0..5 {
                    works(dir, &["set", "organisation", &format!("name=Writer {writer} {nth}"), "--by=secretary"]);
                }
            });
        }
    });
    let report: Value = serde_json::from_str(&works(dir, &["verify", "--json"])).unwrap();
    assert_eq!(report["events"], 9 + 20);
}

#[test]
fn links_of_ones_own_are_checked() {
    let dir = built();
    std::fs::create_dir_all(dir.path().join("agenda")).unwrap();
    let path = dir.path().join("agenda/links.toml");
    let link = "version = 1\n[[link]]\nid = \"x\"\nfrom = \"debt\"\nto = \"work\"\nevidence = \"sure\"\nsource = \"-\"\nname = { en = \"x\" }\n";
    for (text, status, code) in
        [(link, 1, "K0602"), (&*link.replace("sure", "weak"), 0, ""), ("version = 1\nlonk = 2\n", 1, "K0601")]
    {
        std::fs::write(&path, text).unwrap();
        let run = kapstok(&["check", dir.path().to_str().unwrap()]);
        assert!(run.status == status && run.error.contains(code), "{text}: {}", run.error);
    }
}
