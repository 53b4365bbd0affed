// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The program as it is typed: small workspaces made here, exit status, and what a person reads.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]
#![expect(clippy::disallowed_methods, reason = "tests of files open files")]

mod made;

use made::{RECIPE, kapstok, workspace};
use serde_json::Value;

#[test]
fn a_build_counts_areas_indicators_and_cells_by_reason() {
    let dir = tempfile::tempdir().unwrap();
    workspace(dir.path(), RECIPE);
    let run = kapstok(&["build", dir.path().to_str().unwrap(), "--json"]);
    assert_eq!(run.status, 0, "{}", run.error);
    let report: Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(report["areas"], serde_json::json!({"municipality": 1, "neighbourhood": 5}));
    assert_eq!(report["indicators"], 3);
    assert_eq!(report["cells"], serde_json::json!({"known": 16, "missing": {"not_measured": 1, "secret": 1}}));
    assert_eq!(report["recipes"], serde_json::json!(["trial"]));
    // Five has 60 % and 40 residents: below the minimum it takes no part, so One is worst of two.
    let scores = std::fs::read_to_string(dir.path().join("build/current/scores-trial.csv")).unwrap();
    let of = |code: &str| scores.lines().find(|line| line.starts_with(code)).unwrap().to_owned();
    assert_eq!(of("BU00010101"), "BU00010101,1,1,1,1,1,debt,,no-shares");
    assert_eq!(of("BU00010103"), "BU00010103,0,1,1,0,0,,,no-shares");
    assert_eq!(of("BU00010105"), "BU00010105,,,,,,,too-few-residents,too-few-residents");
    assert_eq!(of("BU00010102"), "BU00010102,,,,,,,too-few-known,no-shares");
}

#[test]
fn why_leads_to_file_hash_row_and_column_or_to_the_reason_and_mark() {
    let dir = tempfile::tempdir().unwrap();
    workspace(dir.path(), RECIPE);
    let folder = dir.path().to_str().unwrap();
    assert_eq!(kapstok(&["build", folder]).status, 0);
    let known: Value = serde_json::from_str(&kapstok(&["why", folder, "BU00010101", "debt", "--json"]).out).unwrap();
    assert_eq!((&known["value"], &known["row"], &known["origin"]["column"]), (&20.5.into(), &3.into(), &"debt".into()));
    assert_eq!((&known["origin"]["table_id"], &known["origin"]["licence"]), (&"1NED".into(), &"CC0-1.0".into()));
    let withheld = kapstok(&["why", folder, "BU00010102", "debt"]);
    assert!(withheld.out.contains("Debts, 2024: secret (the source prints `x`)"), "{}", withheld.out);
    let wrong = kapstok(&["why", folder, "BU00010101", "dept"]);
    assert_eq!(wrong.status, 2);
    assert!(wrong.error.contains("did you mean `debt`?"), "{}", wrong.error);
    let nowhere = kapstok(&["why", folder, "BU00010109", "debt"]);
    assert!(nowhere.status == 2 && nowhere.error.contains("did you mean `BU00010101`?"), "{}", nowhere.error);
}

#[test]
fn check_points_at_a_protected_trait_an_unknown_column_and_weights_of_0_9() {
    let dir = tempfile::tempdir().unwrap();
    let recipe = RECIPE.replace(
        "[burdens]",
        "[[input]]\nname = \"abroad\"\n\n[[input]]\nname = \"dept\"\n\n[[step]]\ndo = \"weighted-mean\"\nout = \"index\"\n\
         weights_sum = 1\nweights = { debt = 0.5, abroad = 0.4 }\n\n[burdens]",
    );
    workspace(dir.path(), &recipe);
    let run = kapstok(&["check", dir.path().to_str().unwrap()]);
    assert_eq!(run.status, 1);
    for (code, caret) in [("K0206", "recipe.toml:11:8"), ("K0213", "recipe.toml:14:8"), ("K0214", "recipe.toml:20:11")]
    {
        assert!(
            run.error.contains(&format!("error[{code}]")) && run.error.contains(caret),
            "{code} {caret}\n{}",
            run.error
        );
    }
    assert!(run.error.contains("3 errors"), "{}", run.error);
    assert!(!dir.path().join("build").exists(), "check writes nothing");
}

#[test]
fn a_build_with_an_error_leaves_the_last_one_standing() {
    let dir = tempfile::tempdir().unwrap();
    workspace(dir.path(), RECIPE);
    let folder = dir.path().to_str().unwrap();
    assert_eq!(kapstok(&["build", folder]).status, 0);
    let before = std::fs::read_link(dir.path().join("build/current")).unwrap();
    let broken = [
        ("sources/office.csv", "code;people\n363;12\n"),
        ("recipe.toml", "recipe = 1\n"),
        ("kapstok.toml", "kapstok = 1\ntitel = 3\n"),
    ];
    for (file, content) in broken {
        let path = dir.path().join(file);
        let good = std::fs::read(&path).unwrap();
        std::fs::write(&path, content).unwrap();
        let run = kapstok(&["build", folder]);
        assert!(run.status == 1 && run.error.contains("error[K"), "{file}: {}", run.error);
        assert_eq!(std::fs::read_link(dir.path().join("build/current")).unwrap(), before, "{file}");
        std::fs::write(&path, good).unwrap();
    }
    let left: Vec<_> =
        std::fs::read_dir(dir.path().join("build")).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    // `current`, the one build, and the lock.
    assert_eq!(left.len(), 3, "no half-made folder stays: {left:?}");
}

#[test]
fn a_changed_recipe_keeps_the_figures_and_makes_new_scores() {
    let dir = tempfile::tempdir().unwrap();
    workspace(dir.path(), RECIPE);
    let folder = dir.path().to_str().unwrap();
    kapstok(&["build", folder]);
    std::fs::write(dir.path().join("recipe.toml"), RECIPE.replace("id = \"debt\"", "id = \"loans\"")).unwrap();
    let run = kapstok(&["build", folder]);
    assert!(run.out.contains("only recipes changed"), "{}{}", run.out, run.error);
    let scores = std::fs::read_to_string(dir.path().join("build/current/scores-trial.csv")).unwrap();
    assert!(scores.contains("independent_sources,burden_loans,"), "{scores}");
}

#[test]
fn reconcile_names_the_cause_of_each_difference() {
    let dir = tempfile::tempdir().unwrap();
    workspace(dir.path(), RECIPE);
    let folder = dir.path().to_str().unwrap();
    kapstok(&["build", folder]);
    let file = dir.path().join("totals.xlsx");
    let run = kapstok(&["reconcile", folder, "--out", file.to_str().unwrap()]);
    // 200 + 300 + 250 + 210 + 40 = 1,000 against 1,003, and nothing declares a rounding.
    assert!(run.status == 0 && run.out.contains("1 total: unexplained"), "{}{}", run.out, run.error);
    let settings = std::fs::read_to_string(dir.path().join("kapstok.toml")).unwrap();
    let rounded = settings.replacen(
        "kind = \"register\"\nrebase = \"split\"",
        "kind = \"register\"\nrounding = 5.0\nexact_at = [\"municipality\"]\nrebase = \"split\"",
        1,
    );
    std::fs::write(dir.path().join("kapstok.toml"), rounded).unwrap();
    kapstok(&["build", folder]);
    let run = kapstok(&["reconcile", folder, "--out", file.to_str().unwrap()]);
    assert!(run.out.contains("1 total: rounding"), "{}", run.out);
}

#[test]
fn a_recipe_runs_on_a_bare_table() {
    let dir = tempfile::tempdir().unwrap();
    let (recipe, table) = (dir.path().join("r.toml"), dir.path().join("t.csv"));
    let text = "recipe = 1\nid = \"r\"\ntitle = { nl = \"r\", en = \"r\" }\nlevel = \"lsoa\"\nareas = { key = \"code\" }\n\
                [[input]]\nname = \"n\"\nunit = \"count\"\ndirection = \"higher-is-worse\"\n\
                [[step]]\ndo = \"rank\"\nin = \"n\"\nout = \"rank\"\norder = \"highest-first\"\nties = \"mean\"\n\
                [[output]]\nname = \"rank\"\ndecimals = 1\n";
    std::fs::write(&recipe, text).unwrap();
    std::fs::write(&table, "code,n\nE01000001,5\nE01000002,\nE01000003,9\nE01000004,5\n").unwrap();
    let run = kapstok(&["score", recipe.to_str().unwrap(), table.to_str().unwrap()]);
    assert_eq!(run.out, "code,rank\nE01000001,2.5\nE01000002,\nE01000003,1.0\nE01000004,2.5\n", "{}", run.error);
    std::fs::write(&table, "code,n\nE01000001,five\n").unwrap();
    let run = kapstok(&["score", recipe.to_str().unwrap(), table.to_str().unwrap()]);
    assert!(run.status == 1 && run.error.contains("K0443") && run.error.contains("row 2"), "{}", run.error);
}

#[test]
fn conformance_fails_on_an_unlisted_difference_and_on_a_listed_one_that_is_gone() {
    let dir = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| std::fs::write(dir.path().join(name), text).unwrap();
    write(
        "r.toml",
        "recipe = 1\nid = \"r\"\ntitle = { nl = \"r\", en = \"r\" }\nlevel = \"lsoa\"\nareas = { key = \"code\" }\n\
         [[input]]\nname = \"n\"\nunit = \"count\"\ndirection = \"neither\"\n[[step]]\ndo = \"linear\"\nin = \"n\"\nout = \"twice\"\nfactor = 2.0\n",
    );
    write("in.csv", "code,n\nA,1\nB,2\nC,\n");
    let head = "conformance = 1\nindex = \"Twice\"\nrecipe = \"r.toml\"\nlicence = \"CC0-1.0\"\nattribution = \"-\"\n\
                [[input]]\nfile = \"in.csv\"\nkey = \"code\"\n[[published]]\nfile = \"out.csv\"\nkey = \"code\"\n\
                [[published.column]]\nours = \"twice\"\ntitle = \"twice\"\ndecimals = 0\n";
    let exception = "[[exception]]\ncolumn = \"twice\"\nareas = [\"B\"]\nat_most = 1.0\nreason = \"a misprint\"\n";
    let cases = [
        ("code,twice\nA,2\nB,4\nC,\n", String::new(), 0, (2, 2, 0)),
        ("code,twice\nA,2\nB,5\nC,\n", String::new(), 1, (2, 1, 1)),
        ("code,twice\nA,2\nB,5\nC,\n", exception.to_owned(), 0, (2, 1, 0)),
        ("code,twice\nA,2\nB,4\nC,\n", exception.to_owned(), 1, (2, 2, 0)), // Listed, and no longer different.
        ("code,twice\nA,2\nB,7\nC,\n", exception.to_owned(), 1, (2, 1, 1)), // More than the reason covers.
        ("code,twice\nA,2\nB,4\nC,6\n", String::new(), 1, (3, 2, 1)),       // A figure where we have none.
        ("code,twice\nA,2\nB,4\n", String::new(), 1, (2, 2, 0)),            // An area that they do not have.
    ];
    for (published, more, status, (compared, equal, unexplained)) in cases {
        write("out.csv", published);
        write("conformance.toml", &format!("{head}{more}"));
        let run = kapstok(&["conformance", dir.path().to_str().unwrap(), "--json"]);
        assert_eq!(run.status, status, "{published}{more}\n{}{}", run.out, run.error);
        let reports: Value = serde_json::from_str(&run.out).unwrap();
        let report = &reports[0];
        let counts = (&report["compared"], &report["equal"], &report["unexplained"]);
        assert_eq!(counts, (&compared.into(), &equal.into(), &unexplained.into()), "{published}{more}");
    }
}

#[test]
fn a_folder_without_workspace_and_a_wrong_command_say_what_to_type() {
    let dir = tempfile::tempdir().unwrap();
    let run = kapstok(&["build", dir.path().to_str().unwrap()]);
    assert!(run.status == 2 && run.error.contains("kapstok init"), "{}", run.error);
    assert_eq!(kapstok(&["biuld"]).status, 2);
    let run = kapstok(&["explain", "K0206"]);
    assert!(run.status == 0 && run.out.contains("no burden of an area"), "{}", run.out);
}

#[test]
fn paths_that_lead_out_of_the_workspace_are_refused() {
    let dir = tempfile::tempdir().unwrap();
    for path in ["../office.csv", "/etc/passwd", "a/b.csv", ""] {
        workspace(dir.path(), RECIPE);
        let settings = std::fs::read_to_string(dir.path().join("kapstok.toml")).unwrap();
        std::fs::write(dir.path().join("kapstok.toml"), settings.replace("office.csv", path)).unwrap();
        let run = kapstok(&["build", dir.path().to_str().unwrap()]);
        assert!(run.status == 1 && run.error.contains("K0407"), "{path:?}: {}", run.error);
    }
}

#[test]
fn init_makes_a_workspace_that_check_reads() {
    let dir = tempfile::tempdir().unwrap();
    let folder = dir.path().join("mine");
    let run = kapstok(&["init", folder.to_str().unwrap(), "--template", "empty"]);
    assert_eq!(run.status, 0, "{}", run.error);
    let again = kapstok(&["init", folder.to_str().unwrap(), "--template", "empty"]);
    assert_eq!(again.status, 1, "nothing that is there is overwritten");
    assert!(again.error.contains("is a workspace already") && again.error.contains("hint:"), "{}", again.error);
    // They lack nothing but the files that are still to be fetched, or named: a build of no source is no success.
    let cases =
        [("nl", "K0421", &["--municipality", "Schiedam"][..]), ("england", "K0460", &[]), ("empty", "K0460", &[])];
    for (template, lacking, more) in cases {
        let folder = dir.path().join(template);
        let folder = folder.to_str().unwrap();
        assert_eq!(kapstok(&[&["init", folder, "--template", template], more].concat()).status, 0);
        let run = kapstok(&["check", folder]);
        assert_eq!(run.status, 1, "{template}");
        let codes: Vec<&str> =
            run.error.lines().filter(|line| line.starts_with("error[")).map(|line| &line[6..11]).collect();
        assert!(!codes.is_empty() && codes.iter().all(|code| *code == lacking), "{template}: {}", run.error);
        let build = kapstok(&["build", folder]);
        assert!(build.status == 1 && build.error.contains(lacking), "{template}: {}", build.error);
    }
}

#[test]
fn an_area_with_few_residents_moves_no_score_of_another_and_shows_no_figure() {
    let recipe = RECIPE.replace(
        "[burdens]",
        "[[step]]\ndo = \"z-score\"\nin = \"debt\"\nout = \"z\"\ndeviation = \"population\"\n\n[burdens]",
    );
    let scores = |debt_of_five: &str| {
        let dir = tempfile::tempdir().unwrap();
        workspace(dir.path(), &recipe);
        let file = dir.path().join("sources/office.csv");
        let rows = std::fs::read_to_string(&file).unwrap().replace("40;60,0", &format!("40;{debt_of_five}"));
        std::fs::write(&file, rows).unwrap();
        let run = kapstok(&["build", dir.path().to_str().unwrap()]);
        assert_eq!(run.status, 0, "{}", run.error);
        (std::fs::read_to_string(dir.path().join("build/current/scores-trial.csv")).unwrap(), dir)
    };
    let (before, dir) = scores("60,0");
    assert_eq!(before, scores("0,1").0, "Five has 40 residents");
    let folder = dir.path().to_str().unwrap();
    let gated: Value = serde_json::from_str(&kapstok(&["why", folder, "BU00010105", "debt", "--json"]).out).unwrap();
    assert_eq!((&gated["value"], &gated["missing"]["reason"]), (&Value::Null, &"too_few_residents".into()));
    let page = kapstok(&["area", folder, "Five"]).out;
    assert!(page.contains("too few residents") && !page.contains("60 %"), "{page}");
}

#[test]
fn a_recipe_that_reproduces_an_index_is_refused_in_a_workspace() {
    let dir = tempfile::tempdir().unwrap();
    workspace(dir.path(), &RECIPE.replace("policy =", "reproduces = \"An index\"\npolicy ="));
    let run = kapstok(&["build", dir.path().to_str().unwrap()]);
    assert!(run.status == 1 && run.error.contains("error[K0434]"), "{}", run.error);
}

#[test]
fn figures_of_two_maps_want_a_reason_though_they_were_brought_onto_one() {
    let dir = tempfile::tempdir().unwrap();
    let recipe = RECIPE.replace("[burdens]", "[[input]]\nname = \"people\"\n\n[burdens]");
    workspace(dir.path(), &recipe);
    let settings = std::fs::read_to_string(dir.path().join("kapstok.toml")).unwrap();
    // The debts now come from a file on the map of 2020; the codes are the same.
    let (head, debts) = settings.split_once("[[source.column]]\ntitle = \"debt\"").unwrap();
    let older = head[head.find("[[source]]").unwrap()..].replace("\"office\"", "\"older\"").replacen(
        "boundary_year = 2024",
        "boundary_year = 2020",
        1,
    );
    let older = &older[..older.find("[[source.column]]").unwrap()];
    let (column, rest) = debts.split_once("[[source.column]]").unwrap();
    let two_maps = format!("{head}[[source.column]]{rest}\n{older}[[source.column]]\ntitle = \"debt\"{column}");
    std::fs::write(dir.path().join("kapstok.toml"), two_maps).unwrap();
    let folder = dir.path().to_str().unwrap();
    let run = kapstok(&["build", folder]);
    assert!(run.status == 1 && run.error.contains("error[K0204]") && run.error.contains("2020, 2024"), "{}", run.error);
    let reason = recipe.replace("policy =", "allow_mixed = \"the codes are the same\"\npolicy =");
    std::fs::write(dir.path().join("recipe.toml"), reason).unwrap();
    assert_eq!(kapstok(&["build", folder]).status, 0);
}
