// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Real files: published indices to the digit, and the Netherlands built and counted.
//!
//! The files are no part of the project: they are looked for in KAPSTOK_DATA, then in ../shared/data beside
//! the checkout. Without them every test says what was not run, and passes. The expected counts were made
//! by hand with another program from the same files.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]
#![expect(clippy::disallowed_methods, reason = "tests of files open files")]

use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use assert_cmd::Command;
use serde_json::Value;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().unwrap()
}

/// The folder with real files, or a line that says what was not run.
fn data(what: &str) -> Option<PathBuf> {
    let named = std::env::var_os("KAPSTOK_DATA").map(PathBuf::from);
    let found = named.unwrap_or_else(|| root().join("../shared/data"));
    if found.join("oracles").is_dir() && found.join("nl").is_dir() {
        return Some(found.canonicalize().unwrap());
    }
    eprintln!("not run, no real files: {what}");
    None
}

fn kapstok() -> Command {
    let mut command = Command::cargo_bin("kapstok").unwrap();
    command.args(["--lang", "en"]);
    command
}

fn conformance(index: &str) -> Option<Vec<Value>> {
    let data = data(&format!("conformance of {index}"))?;
    let folder = root().join("conformance").join(index);
    let output = kapstok().args(["conformance", "--json", "--data"]).arg(data).arg(folder).output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.success(), "{text}\n{}", String::from_utf8_lossy(&output.stderr));
    let reports: Vec<Value> = serde_json::from_str(&text).unwrap();
    assert!(reports.iter().all(|report| report["unexplained"] == 0 && report["compared"].as_u64() > Some(0)), "{text}");
    Some(reports)
}

/// Sum of a count over the columns whose name passes.
fn sum(reports: &[Value], key: &str, pass: impl Fn(&str) -> bool) -> u64 {
    let passing = reports.iter().filter(|report| pass(report["column"].as_str().unwrap()));
    passing.map(|report| report[key].as_u64().unwrap()).sum()
}

fn one<'a>(reports: &'a [Value], column: &str) -> &'a Value {
    reports.iter().find(|report| report["column"] == column).unwrap()
}

#[test]
fn england_2019_agrees_to_the_published_digit() {
    let Some(reports) = conformance("english-imd-2019") else { return };
    let scores = |name: &str| name.ends_with("_score") && name != "average_score";
    assert_eq!(sum(&reports, "compared", scores), 8 * 32_844);
    assert_eq!(sum(&reports, "equal", scores), 8 * 32_844);
    let deciles = |name: &str| name.ends_with("_decile");
    assert_eq!(sum(&reports, "equal", deciles), 14 * 32_844);
    let ranks = one(&reports, "imd_rank");
    assert!(ranks["equal"].as_u64() >= Some(32_842) && ranks["max_difference"].as_f64() <= Some(1.0), "{ranks}");
    let least = [
        ("proportion-worst", 317),
        ("extent", 316),
        ("average_score", 305),
        ("local-concentration", 268),
        ("average-rank", 257),
    ];
    for (column, equal) in least {
        let report = one(&reports, column);
        assert!(report["compared"] == 317 && report["equal"].as_u64() >= Some(equal), "{report}");
    }
}

#[test]
fn wales_2019_agrees_to_the_published_digit() {
    let Some(reports) = conformance("welsh-imd-2019") else { return };
    let domains = |name: &str| name.ends_with("_score") && name != "wimd_score";
    assert_eq!(sum(&reports, "equal", domains), 15_272);
    assert_eq!(
        (&one(&reports, "wimd_score")["equal"], &one(&reports, "wimd_rank")["equal"]),
        (&1_909.into(), &1_909.into())
    );
}

#[test]
fn scotland_2020_agrees_but_for_21_ranks_by_at_most_two() {
    let Some(reports) = conformance("scottish-imd-2020") else { return };
    let bands = |name: &str| name != "simd_rank";
    assert_eq!(sum(&reports, "equal", bands), 3 * 6_976);
    let ranks = one(&reports, "simd_rank");
    assert!(ranks["equal"].as_u64() >= Some(6_955) && ranks["max_difference"].as_f64() <= Some(2.0), "{ranks}");
}

#[test]
fn the_social_vulnerability_index_agrees_in_every_field() {
    let (Some(counties), Some(tracts)) = (conformance("cdc-svi-2018-counties"), conformance("cdc-svi-2020-tracts"))
    else {
        return;
    };
    let places = |name: &str| name.starts_with("EPL_");
    assert_eq!((sum(&counties, "equal", places), sum(&tracts, "equal", places)), (47_127, 3_936));
    for reports in [&counties, &tracts] {
        assert_eq!(sum(reports, "equal", |_| true), sum(reports, "compared", |_| true));
    }
}

#[test]
fn the_human_development_index_agrees_in_every_year() {
    let Some(reports) = conformance("hdi-2023") else { return };
    assert_eq!((&one(&reports, "hdi")["equal"], &one(&reports, "hdi_rank")["equal"]), (&6_171.into(), &193.into()));
}

#[test]
fn the_asem_index_agrees_in_the_cells_that_were_published() {
    let Some(reports) = conformance("asem-2018") else { return };
    let equal: u64 = reports.iter().filter_map(|report| report["equal"].as_u64()).sum();
    assert_eq!((reports.len(), equal), (11, 66));
}

/// The workspace of the whole country, made once for all tests of this run.
fn netherlands() -> Option<&'static (tempfile::TempDir, Value)> {
    static MADE: OnceLock<Option<(tempfile::TempDir, Value)>> = OnceLock::new();
    MADE.get_or_init(|| {
        let data = data("the Netherlands, fetched and built")?;
        let dir = tempfile::tempdir().unwrap();
        for (from, to) in [
            ("xtask/real/kapstok.toml", "kapstok.toml"),
            ("recipes/nl-samenkomen/wijk.toml", "recipes/nl-samenkomen/wijk.toml"),
            ("recipes/nl-samenkomen/buurt.toml", "recipes/nl-samenkomen/buurt.toml"),
            ("recipes/nl-samenkomen/policy.md", "recipes/nl-samenkomen/policy.md"),
        ] {
            let to = dir.path().join(to);
            std::fs::create_dir_all(to.parent().unwrap()).unwrap();
            std::fs::copy(root().join(from), to).unwrap();
        }
        kapstok().arg("fetch").arg("--from").arg(data.join("nl")).arg(dir.path()).assert().success();
        let output = kapstok().arg("build").arg("--json").arg(dir.path()).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let counts = serde_json::from_slice(&output.stdout).unwrap();
        Some((dir, counts))
    })
    .as_ref()
}

#[test]
fn the_netherlands_has_every_area_of_its_maps() {
    let Some((_, counts)) = netherlands() else { return };
    let areas = &counts["areas"];
    assert_eq!(
        (&areas["neighbourhood"], &areas["district"], &areas["municipality"]),
        (&14_574.into(), &3_340.into(), &342.into())
    );
    assert_eq!(counts["recipes"].as_array().unwrap().len(), 2);
}

/// Known cells and cells without, by reason, of one column at one level.
fn column(dir: &Path, level: &str, indicator: &str, period: &str) -> Value {
    let text = std::fs::read_to_string(dir.join("build/current/build.json")).unwrap();
    let manifest: Value = serde_json::from_str(&text).unwrap();
    let levels = manifest["levels"].as_array().unwrap();
    let level = levels.iter().find(|entry| entry["level"] == level).unwrap();
    let columns = level["columns"].as_array().unwrap();
    columns.iter().find(|entry| entry["indicator"] == indicator && entry["period"] == period).unwrap().clone()
}

#[test]
fn known_and_missing_cells_are_those_of_the_files() {
    let Some((dir, _)) = netherlands() else { return };
    // 14,574 buurten of 2024, of which 12,305 have a code of 2020: 650 of these are `.` in the file.
    let debt = column(dir.path(), "neighbourhood", "moeite_met_rondkomen", "2020");
    assert_eq!(debt["known"], 11_655);
    assert_eq!((&debt["missing"]["not_measured"], &debt["missing"]["lost_in_recoding"]), (&650.into(), &2_269.into()));
    let known = [
        ("neighbourhood", "inwoners", "2024", 14_096),
        ("neighbourhood", "woz_waarde", "2024", 12_781),
        ("neighbourhood", "koopwoningen", "2024", 12_803),
        ("neighbourhood", "misdrijven", "2021", 14_494),
        ("neighbourhood", "misdrijven", "2025", 14_494),
        ("neighbourhood", "misdrijven_per_1000", "2025", 13_994),
        ("neighbourhood", "goede_gezondheid", "2022", 11_720),
        ("neighbourhood", "goede_gezondheid", "2024", 11_734),
        ("municipality", "inwoners", "2024", 342),
        ("district", "laag_inkomen", "2022", 3_340 - 196),
        ("district", "arbeidsparticipatie", "2022", 3_340 - 268),
        ("district", "hoog_opgeleid", "2022", 3_340 - 135),
    ];
    for (level, indicator, period, expected) in known {
        assert_eq!(column(dir.path(), level, indicator, period)["known"], expected, "{indicator} {period} {level}");
    }
}

fn why(dir: &Path, area: &str, indicator: &str, period: &str) -> Value {
    let output = kapstok().arg("why").arg(dir).args([area, indicator, "--period", period, "--json"]).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

#[test]
fn ten_cells_lead_back_to_the_row_that_they_came_from() {
    let Some((dir, _)) = netherlands() else { return };
    let dir = dir.path();
    let known = [
        ("BU05990110", "moeite_met_rondkomen", "2020", 17.5, Some(12_578), "RIVM_gezondheid2020_18+.xlsx"),
        ("BU05990110", "goede_gezondheid", "2020", 81.8, Some(12_578), "RIVM_gezondheid2020_18+.xlsx"),
        ("BU05990110", "hoog_risico_angst_depressie", "2020", 8.3, Some(12_578), "RIVM_gezondheid2020_18+.xlsx"),
        ("GM0606", "moeite_met_rondkomen", "2020", 19.5, Some(12_811), "RIVM_gezondheid2020_18+.xlsx"),
        ("WK059901", "moeite_met_rondkomen", "2020", 20.6, Some(12_577), "RIVM_gezondheid2020_18+.xlsx"),
        ("BU05990110", "inwoners", "2024", 20_440.0, None, "nl2024_areas.csv.gz"),
        ("BU05990110", "misdrijven", "2021", 2_539.0, None, "nl2024_areas.csv.gz"),
        ("GM0014", "inwoners", "2024", 243_768.0, Some(2), "nl2024_areas.csv.gz"),
        ("BU00344203", "goede_gezondheid", "2024", 69.1, None, "nl2024_areas.csv.gz"),
    ];
    for (area, indicator, period, value, row, file) in known {
        let why = why(dir, area, indicator, period);
        assert_eq!((&why["value"], &why["origin"]["file"]), (&value.into(), &file.into()), "{area} {indicator}");
        assert_eq!(why["origin"]["sha256"].as_str().map(str::len), Some(64));
        if let Some(row) = row {
            assert_eq!(why["row"], row, "{area} {indicator}");
        }
    }
    // Amsterdam has no buurt code in common with 2020: lost, with its reason, and not gone.
    let lost = why(dir, "BU0363KA05", "moeite_met_rondkomen", "2020");
    assert_eq!((&lost["value"], &lost["missing"]["reason"]), (&Value::Null, &"lost_in_recoding".into()));
    // The same code in both years proves no boundary, and says so.
    assert_eq!(why(dir, "BU05990110", "moeite_met_rondkomen", "2020")["rebased"]["evidence"], "same-code-unverified");
}

#[test]
fn the_same_build_gives_the_same_bytes() {
    let Some((dir, _)) = netherlands() else { return };
    let link = || std::fs::read_link(dir.path().join("build/current")).unwrap();
    let hashes = |folder: &Path| -> Vec<(String, Vec<u8>)> {
        let entries = std::fs::read_dir(folder).unwrap().map(Result::unwrap);
        let mut files: Vec<_> =
            entries.map(|it| (it.file_name().into_string().unwrap(), std::fs::read(it.path()).unwrap())).collect();
        files.sort();
        files
    };
    let (before, target) = (hashes(&dir.path().join("build/current")), link());
    // On one thread, from nothing.
    let again = tempfile::tempdir().unwrap();
    for name in ["kapstok.toml", "recipes", "sources"] {
        std::os::unix::fs::symlink(dir.path().join(name), again.path().join(name)).unwrap();
    }
    kapstok().env("RAYON_NUM_THREADS", "1").arg("build").arg(again.path()).assert().success();
    assert_eq!(std::fs::read_link(again.path().join("build/current")).unwrap(), target);
    let after = hashes(&again.path().join("build/current"));
    assert_eq!(before.len(), after.len());
    for (left, right) in before.iter().zip(&after) {
        assert!(left == right, "{} differs", left.0);
    }
}

#[test]
fn every_municipality_is_held_against_its_buurten() {
    let Some((dir, _)) = netherlands() else { return };
    let out = dir.path().join("totals.xlsx");
    let output = kapstok().arg("reconcile").arg(dir.path()).arg("--json").arg("--out").arg(out).output().unwrap();
    let lines: Vec<Value> = serde_json::from_slice(&output.stdout).unwrap();
    let residents: Vec<&Value> = lines
        .iter()
        .filter(|line| line["indicator"] == "inwoners" && line["summed_level"] == "neighbourhood")
        .collect();
    // All 342, Amsterdam among them, whose buurten lie in no wijk of 2022; their sum is that of the file.
    let ours: f64 = residents.iter().map(|line| line["ours"].as_f64().unwrap()).sum();
    assert_eq!((residents.len(), ours), (342, 17_942_915.0));
    let amsterdam = residents.iter().find(|line| line["area"] == "GM0363").unwrap();
    assert_eq!((&amsterdam["n_areas"], &amsterdam["ours"]), (&517.into(), &931_300.0.into()));
    assert_eq!((&amsterdam["published"], &amsterdam["cause"]), (&931_298.0.into(), &"rounding".into()));
    // Crimes that the police gave to no buurt, and a border of 2023: looked at one by one.
    let unexplained = lines.iter().filter(|line| line["cause"] == "unexplained").count();
    assert_eq!(unexplained, 15, "{} lines", lines.len());
}

#[test]
fn neighbourhoods_and_districts_of_two_years_have_their_land_in_common() {
    let Some(data) = data("land in common of two maps") else { return };
    let file = |name: &str| data.join("nl").join(name).to_str().unwrap().to_owned();
    let (districts, neighbourhoods) =
        (file("wijken-2022/NLD_dist_2022.fgb"), file("atlas-2024/buurt_2024_rd_approx.fgb"));
    let typed = ["space", &districts, "--onto", &neighbourhoods, "--share", "income_low", "--missing", "-99997"];
    let output = kapstok().args(typed).output().unwrap();
    let (text, error) = (String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap());
    assert!(output.status.success(), "{error}");
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    let (mut passed, mut failed) = (0, 0);
    for row in &rows {
        let covered: f64 = row[2].parse().unwrap();
        // A share of something that lies in 0 to 100; a figure where nearly all is covered, and only there.
        let is_share = row[1].parse().map_or(row[1].is_empty(), |share: f64| (0.0..=100.0).contains(&share));
        let is_right = is_share && row[1].is_empty() == (covered < 0.95) && (0.0..1.02).contains(&covered);
        *(if is_right { &mut passed } else { &mut failed }) += 1;
    }
    println!("{passed} passed, {failed} failed");
    assert!(passed > 14_000 && failed == 0, "{error}");
}
