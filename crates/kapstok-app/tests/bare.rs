// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `kapstok columns` and `kapstok score` on files without a workspace: what is wrong with a file is said.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::path::{Path, PathBuf};

use assert_cmd::Command;

struct Run {
    status: i32,
    out: String,
    error: String,
}

fn kapstok(arguments: &[&str], files: &[&Path]) -> Run {
    let mut command = Command::cargo_bin("kapstok").unwrap();
    let output = command.args(["--lang", "en"]).args(arguments).args(files).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    Run { status: output.status.code().unwrap(), out: text(output.stdout), error: text(output.stderr) }
}

/// A folder with a recipe that ranks `n`, and these tables.
fn folder(head: &str, tables: &[&str]) -> (tempfile::TempDir, Vec<PathBuf>) {
    let dir = tempfile::tempdir().unwrap();
    let recipe = format!(
        "recipe = 1\nid = \"r\"\ntitle = {{ nl = \"r\", en = \"r\" }}\nlevel = \"municipality\"\nareas = {{ key = \"code\" }}\n{head}\n\
         [[input]]\nname = \"n\"\nunit = \"count\"\ndirection = \"higher-is-worse\"\n\
         [[step]]\ndo = \"rank\"\nin = \"n\"\nout = \"rank\"\norder = \"highest-first\"\nties = \"min\"\n\
         [[output]]\nname = \"rank\"\ndecimals = 0\n"
    );
    let mut files = vec![dir.path().join("r.toml")];
    std::fs::write(&files[0], recipe).unwrap();
    for (number, table) in tables.iter().enumerate() {
        files.push(dir.path().join(format!("t{number}.csv")));
        std::fs::write(&files[number + 1], table).unwrap();
    }
    (dir, files)
}

fn score(head: &str, tables: &[&str]) -> Run {
    let (_dir, files) = folder(head, tables);
    kapstok(&["score"], &files.iter().map(PathBuf::as_path).collect::<Vec<&Path>>())
}

fn columns(name: &str, bytes: &[u8], options: &[&str]) -> Run {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join(name);
    std::fs::write(&file, bytes).unwrap();
    let mut run = kapstok(&[&["columns"], options].concat(), &[&file]);
    run.error = run.error.replace(&file.display().to_string(), name);
    run
}

#[test]
fn rows_that_could_not_be_read_are_told_and_no_score_is_made_without_them() {
    let broken = "code,n,y\nGM0606,1\nGM0599,1,2,3\n";
    let run = columns("a.csv", broken.as_bytes(), &[]);
    assert_eq!(run.status, 1, "{}", run.error);
    assert!(run.out.contains("0 rows") && run.error.contains("error[K0307]"), "{}{}", run.out, run.error);
    assert!(run.error.contains("2 errors"), "{}", run.error);
    let run = score("", &["code,n\nGM0001,5\nGM0002,3,4\n"]);
    assert!(run.status == 1 && run.out.is_empty() && run.error.contains("K0307"), "{}{}", run.out, run.error);
    // A note stops nothing: a file that is not in UTF-8.
    let run = columns("a.csv", b"code;naam\nGM0001;Eli\xebn\n", &[]);
    assert!(run.status == 0 && run.error.contains("K0305"), "{}", run.error);
}

#[cfg(unix)]
#[test]
fn a_file_that_never_ends_is_refused() {
    let run = kapstok(&["columns"], &[Path::new("/dev/zero")]);
    assert!(run.status == 1 && run.error.contains("K0423"), "{}", run.error);
}

#[test]
fn columns_says_what_is_not_plain_about_digits() {
    let mut text = "gemeentecode;wijkcode;inwoners\n".to_owned();
    for row in 0..40 {
        let residents = if row == 0 { "onbekend" } else { "900" };
        text += &format!("{};{:06};{residents}\n", 363 + row * 30, 1000 + row);
    }
    let run = columns("a.csv", text.as_bytes(), &[]);
    assert_eq!(run.status, 0, "{}", run.error);
    for said in [
        "number, 1 cell is not",
        "text of digits: leading zeros",
        "codes of municipality without letters before them, but zeros at the start are gone",
        "codes of district without letters before them: `area_prefix = \"WK\"`",
    ] {
        assert!(run.out.contains(said), "{said}:\n{}", run.out);
    }
}

#[test]
fn a_sheet_is_chosen_by_the_option_and_only_where_there_are_sheets() {
    let run = columns("a.csv", b"code;a\nGM0001;5\n", &["--sheet", "Blad1"]);
    assert!(run.status == 1 && run.error.contains("K0454"), "{}", run.error);
    let book = |first: &str| {
        let mut book = rust_xlsxwriter::Workbook::new();
        book.add_worksheet().set_name("Toelichting").unwrap().write_string(0, 0, first).unwrap();
        let page = book.add_worksheet().set_name("Cijfers").unwrap();
        page.write_string(0, 0, "code").unwrap().write_string(1, 0, "GM0001").unwrap();
        book.save_to_buffer().unwrap()
    };
    for (first, code) in [("", "error[K0456]"), ("Uitleg", "K0455]")] {
        let run = columns("a.xlsx", &book(first), &[]);
        assert!(run.error.contains(code) && run.error.contains("`--sheet NAME`"), "{first:?}: {}", run.error);
        assert!(run.error.contains("Toelichting, Cijfers"), "{}", run.error);
        assert!(!run.error.contains("header_rows"), "{}", run.error);
        let run = columns("a.xlsx", &book(first), &["--sheet", "Cijfers"]);
        assert!(run.status == 0 && run.out.contains("1 row, 1 column"), "{}{}", run.out, run.error);
    }
}

#[test]
fn rows_that_do_not_meet_are_counted_both_ways() {
    let run = score("", &["code,n\nGM0001,5\nGM0002,3\nGM0003,4\n", "code,m\nGM0001,1\nGM2,1\nGM3,1\n"]);
    assert_eq!(run.status, 0, "{}", run.error);
    assert!(run.error.contains("areas of the first table without a row here: 2, such as `GM0002`"), "{}", run.error);
    assert!(run.error.contains("rows here without an area in the first table: 2, such as `GM2`"), "{}", run.error);
    assert_eq!(run.error.matches("warning[K0451]").count(), 2, "{}", run.error);
    let run = score("", &["code,n\nGM0001,5\n", "code,m\nGM0001,1\n"]);
    assert!(!run.error.contains("K0451"), "{}", run.error);
}

#[test]
fn a_mark_that_the_recipe_names_is_no_figure_and_others_are_told_briefly() {
    let table = "code,n\nGM0001,5\nGM0002,x\nGM0003,.\nGM0004,9\n";
    let run = score("missing_marks = [\"x\", \".\"]", &[table]);
    assert_eq!(run.out, "code,rank\nGM0001,2\nGM0002,\nGM0003,\nGM0004,1\n", "{}", run.error);
    let run = score("", &[table]);
    assert!(run.status == 1 && run.error.contains("`missing_marks`"), "the hint names the key: {}", run.error);
    // Forty cells of a column that is no number: five are shown, the last with the count of the rest.
    let words: String = (0..40).map(|row| format!("GM{row:04},woord{row}\n")).collect();
    let run = score("", &[&format!("code,n\n{words}")]);
    assert_eq!(run.error.matches("[K0443]").count(), 5, "{}", run.error);
    assert!(run.error.contains("36"), "{}", run.error);
}
