// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The examples, as a user meets them: each opens, and the one of the Netherlands is fetched and built.
//!
//! Everything that the server here answers is invented: codes, names and figures. Its answers have the
//! form that the services were described with; no service was asked.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]
#![expect(clippy::disallowed_methods, reason = "tests of files open files")]

use std::collections::BTreeSet;
use std::io::{BufRead, BufReader, Write};
use std::net::TcpListener;
use std::path::{Path, PathBuf};

use assert_cmd::Command;
use serde_json::{Value, json};

struct Run {
    good: bool,
    out: String,
    error: String,
}

fn kapstok(arguments: &[&str], dir: &Path) -> Run {
    let mut command = Command::cargo_bin("kapstok").unwrap();
    let output = command.args(["--lang", "en", arguments[0]]).arg(dir).args(&arguments[1..]).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    Run { good: output.status.success(), out: text(output.stdout), error: text(output.stderr) }
}

fn examples() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples")
}

/// A copy of what is under version control of an example.
fn copy(example: &str) -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    let mut open = vec![(examples().join(example), dir.path().to_owned())];
    while let Some((from, to)) = open.pop() {
        std::fs::create_dir_all(&to).unwrap();
        for entry in std::fs::read_dir(from).unwrap() {
            let entry = entry.unwrap();
            let name = entry.file_name();
            if ["build", "cache", "sources"].iter().any(|ignored| name == *ignored) {
                continue;
            }
            if entry.file_type().unwrap().is_dir() {
                open.push((entry.path(), to.join(name)));
            } else {
                std::fs::copy(entry.path(), to.join(name)).unwrap();
            }
        }
    }
    dir
}

/// Code and file of each error that was printed.
fn errors(printed: &str) -> BTreeSet<(String, String)> {
    let code =
        |line: &str| line.strip_prefix("error[").and_then(|rest| rest.split_once(']')).map(|(code, _)| code.to_owned());
    let lines: Vec<&str> = printed.lines().collect();
    let file =
        |line: &str| line.split_once("─[ ").and_then(|(_, rest)| rest.split_once(':')).map(|(file, _)| file.to_owned());
    lines
        .windows(2)
        .filter_map(|pair| Some((code(pair[0])?, file(pair[1]).unwrap_or_else(|| pair[1].to_owned()))))
        .collect()
}

#[test]
fn before_anything_is_fetched_an_example_lacks_its_files_and_nothing_else() {
    let mut n_examples = 0;
    for entry in std::fs::read_dir(examples()).unwrap() {
        let example = entry.unwrap().file_name().into_string().unwrap();
        let dir = copy(&example);
        let run = kapstok(&["check"], dir.path());
        let found = errors(&run.error);
        for (code, file) in &found {
            // A recipe finds no figure of a file that is not there; that is no fault of its own.
            let follows = file.starts_with("recipes/") && ["K0213", "K0216"].contains(&code.as_str());
            let known = (["K0421", "K0460"].contains(&code.as_str()) && file.ends_with("kapstok.toml")) || follows;
            assert!(known, "{example}: {code} in {file}\n{}", run.error);
        }
        let settings = std::fs::read_to_string(dir.path().join("kapstok.toml")).unwrap();
        let names_sources = settings.lines().any(|line| line == "[[source]]");
        // Without any source there is nothing to build, and that is said instead.
        let says_so = found.iter().any(|(code, _)| code == "K0460");
        assert!(!run.good && says_so != names_sources, "{example}: {}", run.error);
        n_examples += 1;
    }
    assert_eq!(n_examples, 3);
}

/// Lines of the blocks of output in a document, with the line that each stands on.
fn shown(document: &str) -> Vec<(usize, String)> {
    let text = std::fs::read_to_string(examples().join("..").join(document)).unwrap();
    let (mut shown, mut is_output) = (Vec::new(), false);
    for (line, number) in text.lines().zip(1..) {
        match line {
            "```text" => is_output = true,
            "```" => is_output = false,
            line if is_output && !line.is_empty() && line != "…" => shown.push((number, line.to_owned())),
            _ => {}
        }
    }
    shown
}

#[test]
fn what_the_documents_show_is_what_the_program_prints() {
    let dir = tempfile::tempdir().unwrap();
    let mut printed = String::new();
    let mut run = |arguments: &[&str]| {
        let mut command = Command::cargo_bin("kapstok").unwrap();
        let output = command.current_dir(dir.path()).args(["--lang", "en"]).args(arguments).output().unwrap();
        printed += &String::from_utf8(output.stdout).unwrap();
        printed += &String::from_utf8(output.stderr).unwrap();
    };
    // As docs/tutorial/first-quarter.md tells to type.
    run(&["demo", "--dir", "streek", "--no-serve"]);
    run(&["why", "streek", "XB01010114", "chronisch_ziek"]);
    run(&["why", "streek", "XB01010114", "voortijdig_schoolverlaten"]);
    let settings_file = dir.path().join("streek/kapstok.toml");
    let settings = std::fs::read_to_string(&settings_file).unwrap();
    let broken = settings.replace("residents = \"inwoners\"", "residents = \"inwonrs\"");
    assert_ne!(broken, settings);
    std::fs::write(&settings_file, broken).unwrap();
    run(&["check", "streek"]);
    // As docs/how-to/own-file.md has it.
    std::fs::write(dir.path().join("a.csv"), "buurtcode,tekort\nBU05990101,12\nBU05990102,x\nBU05990103,\n").unwrap();
    run(&["columns", "a.csv"]);

    let printed: Vec<&str> = printed.lines().map(str::trim_end).collect();
    for document in ["README.md", "docs/tutorial/first-quarter.md", "docs/how-to/own-file.md"] {
        let shown = shown(document);
        assert!(!shown.is_empty(), "{document}");
        for (number, line) in shown {
            // `…` within a line stands for what was left out of it.
            let is_there = match line.split_once('…') {
                None => printed.contains(&line.trim_end()),
                Some((start, end)) => printed.iter().any(|found| found.starts_with(start) && found.ends_with(end)),
            };
            assert!(is_there, "{document}:{number} shows what is not printed: {line}");
        }
    }
}

/// A buurt of 2024: code, name, residents, mean home value in thousands, good health in per cent.
type Buurt = (&'static str, &'static str, u32, Option<f64>, &'static str);

const BUURTEN: [Buurt; 5] = [
    ("BU99010001", "Eén", 200, Some(150.0), "    60.0"),
    ("BU99010002", "Twee", 300, Some(250.0), "    80.5"),
    ("BU99010101", "Drie", 250, Some(350.0), "       ."),
    ("BU99020001", "Vier", 400, Some(300.0), "    75.0"),
    ("BU99020002", "Vijf", 50, None, "    50.0"),
];

const WIJKEN: [(&str, &str); 3] = [("WK990100", "Noord"), ("WK990101", "Zuid"), ("WK990200", "Dorp")];

const GEMEENTEN: [(&str, &str); 2] = [("GM9901", "Verzonnen Stad"), ("GM9902", "Verzonnen Dorp")];

fn page(rows: &[Value], next: Option<(&str, String)>) -> String {
    let mut page = json!({ "value": rows });
    if let Some((key, link)) = next {
        page[key] = Value::String(link);
    }
    page.to_string()
}

/// One row per figure, as version 4 gives it. The fifth buurt has too few homes for a value.
fn observations() -> Vec<Value> {
    let mut rows = Vec::new();
    let mut put = |measure: &str, code: &str, value: Option<f64>| {
        let attribute = if value.is_some() { "None" } else { "Confidential" };
        rows.push(json!({"Measure": measure, "ValueAttribute": attribute, "Value": value, "WijkenEnBuurten": format!("{code:<10}")}));
    };
    let areas = BUURTEN.iter().map(|(code, _, residents, value, _)| (*code, f64::from(*residents), *value));
    let areas = areas.chain([("GM9901", 750.0, Some(250.0)), ("GM9902", 450.0, Some(290.0))]);
    for (code, residents, value) in areas {
        put("T001036", code, Some(residents));
        put("10680", code, Some(residents / 10.0));
        put("80200", code, Some(residents / 5.0));
        put("1050010_2", code, Some(residents / 2.0));
        put("M000297", code, Some(residents / 2.0));
        put("M001642", code, value);
        put("1014800", code, value.map(|_| 40.0));
    }
    rows
}

/// One row per area, figures as padded text, as version 3 gives it untyped.
fn key_figures_2022() -> Vec<Value> {
    let row = |(code, low, employed, high): (&str, &str, &str, &str)| {
        json!({"ID": 1, "WijkenEnBuurten": format!("{code:<10}"), "Gemeentenaam_1": "Verzonnen", "SoortRegio_2": "Wijk      ",
            "Codering_3": format!("{code:<10}"), "AantalInwoners_5": "     500", "GemiddeldeWOZWaardeVanWoningen_35": "     200",
            "Koopwoningen_40": "      50", "OpleidingsniveauLaag_64": "     300", "OpleidingsniveauMiddelbaar_65": "     400",
            "OpleidingsniveauHoog_66": high, "Nettoarbeidsparticipatie_67": employed,
            "k_40PersonenMetLaagsteInkomen_73": low, "k_20PersonenMetHoogsteInkomen_74": "    15.0"})
    };
    [
        ("WK990100", "    55.0", "      60", "     300"),
        ("WK990101", "    40.0", "      70", "     700"),
        ("WK990200", "       .", "      65", "     500"),
        ("GM9901", "    47.0", "      66", "    1000"),
        ("GM9902", "    39.0", "      65", "     500"),
    ]
    .map(row)
    .to_vec()
}

fn health(code: &str, year: u16, good: &str) -> Value {
    let mut row = json!({"ID": 1, "Leeftijd": "20300", "Marges": "MW00000", "WijkenEnBuurten": format!("{code:<12}"),
        "Perioden": format!("{year}JJ00"), "Gemeentenaam_1": "Verzonnen", "SoortRegio_2": "Buurt     ",
        "Codering_3": format!("{code:<20}"), "MoeiteMetRondkomen_7": "    20.0", "Eenzaam_8": "    45.0",
        "EenOfMeerLangdurigeAandoeningen_9": "    30.0"});
    // The publisher renamed three columns.
    let names = match year {
        2022 => ["ErvarenGezondheidGoedZeerGoed_4", "HoogRisicoOpAngstOfDepressie_5", "ErnstigZeerErnstigEenzaam_6"],
        _ => ["GoedErvarenGezondheid_4", "HoogRisicoAngststoornisOfDepressie_5", "SterkEenzaam_6"],
    };
    for (name, text) in names.iter().zip([good, "     8.0", "    12.0"]) {
        row[*name] = Value::String(text.to_owned());
    }
    row
}

/// Five years on the map of 2025, where the fourth buurt has another code.
fn crimes() -> Vec<Value> {
    let row = |code: &str, year: u16, n: u32| {
        json!({"ID": 1, "SoortMisdrijf": "0.0.0 ", "WijkenEnBuurten": format!("{code:<10}"),
            "Perioden": format!("{year}JJ00"), "GeregistreerdeMisdrijven_1": format!("{n:>8}")})
    };
    let areas = [
        ("BU99010001", 10),
        ("BU99010002", 5),
        ("BU99010101", 20),
        ("BU99020009", 8),
        ("BU99020002", 1),
        ("GM9901", 40),
    ];
    (2021..=2025).flat_map(|year| areas.map(|(code, n)| row(code, year, n))).collect()
}

/// What the services answer at a path, or nothing.
fn answer(path: &str, address: &str) -> Option<Vec<u8>> {
    let (place, query) = path.split_once('?').unwrap_or((path, ""));
    let has = |parts: &[&str]| parts.iter().all(|part| query.contains(part));
    let text = match place {
        "/odata/v1/CBS/Datasets" => page(
            &[
                json!({"Identifier": "85318NED", "Title": "Kerncijfers wijken en buurten 2022"}),
                json!({"Identifier": "85984NED", "Title": "Kerncijfers wijken en buurten 2024"}),
                json!({"Identifier": "85755NED", "Title": "Gebieden in Nederland 2024"}),
            ],
            None,
        ),
        // Version 3; one list here for the two hosts that have one. `ID` is the number of a row.
        "/ODataCatalog/Tables" if query == "$format=json&$select=Identifier,Title,Period" => {
            let table =
                |id: &str, title: &str, period: &str| json!({"Identifier": id, "Title": title, "Period": period});
            page(
                &[
                    table("85318NED", "Kerncijfers wijken en buurten 2022", "2022"),
                    table("85618NED", "Kerncijfers wijken en buurten 2023", "2023"),
                    table("50120NED", "Gezondheid per wijk en buurt; 2012/2016/2020/2022 (indeling 2022)", ""),
                    table("50150NED", "Gezondheid per wijk en buurt; 2012/2016/2020/2022/2024 (indeling 2024)", ""),
                    table("47018NED", "Geregistreerde misdrijven; soort misdrijf, wijk, buurt, jaarcijfers", "2025"),
                    table("47022NED", "Geregistreerde misdrijven; soort misdrijf, wijk, buurt, maandcijfers", "2025"),
                ],
                None,
            )
        }
        "/odata/v1/CBS/85984NED/Observations" if query == "$skip=20" => page(&observations()[20..], None),
        "/odata/v1/CBS/85984NED/Observations" if has(&["$filter=Measure%20eq%20'T001036'%20or%20"]) => {
            page(&observations()[..20], Some(("@odata.nextLink", format!("{address}{place}?$skip=20"))))
        }
        "/ODataFeed/odata/85318NED/UntypedDataSet" if query == "$skip=2" => page(&key_figures_2022()[2..], None),
        "/ODataFeed/odata/85318NED/UntypedDataSet" if has(&["$format=json", "startswith(WijkenEnBuurten,'WK')"]) => {
            page(&key_figures_2022()[..2], Some(("odata.nextLink", format!("{address}{place}?$skip=2"))))
        }
        "/ODataFeed/odata/50120NED/UntypedDataSet" if has(&["Leeftijd%20eq%20'20300'", "'2022JJ00'"]) => {
            let good = ["    60.0", "    75.0", "    70.0"];
            page(
                &WIJKEN.iter().zip(good).map(|((code, _), good)| health(code, 2022, good)).collect::<Vec<Value>>(),
                None,
            )
        }
        "/ODataFeed/odata/50150NED/UntypedDataSet" if has(&["Marges%20eq%20'MW00000'", "'2024JJ00'"]) => {
            page(&BUURTEN.map(|(code, _, _, _, good)| health(code, 2024, good)), None)
        }
        "/ODataFeed/odata/47018NED/UntypedDataSet" if has(&["SoortMisdrijf%20eq%20'0.0.0%20'"]) => {
            page(&crimes(), None)
        }
        "/cbs/wijkenbuurten/2024/atom/downloads/wijkenbuurten_2024.gpkg" => {
            let buurten = BUURTEN.iter().map(|(code, name, ..)| vec![*code, *name, "NEE"]);
            let buurten = buurten.chain([vec!["BU99019997", "Het water", "JA"]]).collect();
            let gemeenten = GEMEENTEN.iter().map(|(code, name)| vec![*code, *name, "NEE"]).collect();
            return Some(geopackage(&[
                ("buurten", "buurtcode TEXT, buurtnaam TEXT, water TEXT", buurten),
                ("gemeenten", "gemeentecode TEXT, gemeentenaam TEXT, water TEXT", gemeenten),
            ]));
        }
        "/cbs/wijkenbuurten/2022/atom/downloads/wijkenbuurten_2022.gpkg" => {
            let wijken = WIJKEN.iter().map(|(code, name)| vec![*code, *name, "NEE"]).collect();
            return Some(geopackage(&[("wijken", "wijkcode TEXT, wijknaam TEXT, water TEXT", wijken)]));
        }
        _ => return None,
    };
    Some(text.into_bytes())
}

/// Serves the answers on a free port until the test ends; gives its address.
fn serve() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    let own = address.clone();
    std::thread::spawn(move || {
        for mut stream in listener.incoming().flatten() {
            let mut lines = BufReader::new(stream.try_clone().unwrap()).lines();
            let asked = lines.next().and_then(Result::ok).unwrap_or_default();
            lines.find(|line| line.as_ref().is_ok_and(String::is_empty));
            let body = answer(asked.split(' ').nth(1).unwrap_or_default(), &own);
            let status = if body.is_some() { "200 OK" } else { "404 Not Found" };
            let body = body.unwrap_or_default();
            let head = format!("HTTP/1.1 {status}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n", body.len());
            let _ = stream.write_all(head.as_bytes());
            let _ = stream.write_all(&body);
        }
    });
    address
}

#[test]
fn the_netherlands_is_fetched_as_its_services_answer_and_built_to_figures() {
    let dir = copy("netherlands");
    let settings_file = dir.path().join("kapstok.toml");
    let mut settings = std::fs::read_to_string(&settings_file).unwrap();
    let address = serve();
    for host in ["datasets.cbs.nl", "opendata.cbs.nl", "dataderden.cbs.nl", "service.pdok.nl"] {
        settings = settings.replace(&format!("https://{host}"), &address);
    }
    assert!(!settings.contains("https://"), "this test asks no one but itself");
    std::fs::write(&settings_file, settings).unwrap();

    let run = kapstok(&["fetch"], dir.path());
    assert!(run.good, "{}", run.error);
    for table in ["85984NED", "85318NED", "50120NED", "50150NED", "47018NED"] {
        assert!(run.out.contains(&format!("table {table}, \"")), "found by its words: {table}: {}", run.out);
    }
    let run = kapstok(&["check"], dir.path());
    assert!(run.good, "{}", run.error);
    let run = kapstok(&["build", "--json"], dir.path());
    assert!(run.good, "{}", run.error);
    let report: Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(report["areas"], json!({"municipality": 2, "district": 3, "neighbourhood": 5}), "the water is no buurt");
    assert_eq!(report["recipes"], json!(["samenkomen-wijk", "samenkomen-buurt"]));
    assert_eq!(report["cells"]["missing"]["secret"], 2, "home value and owner-occupied homes: {report}");
    // The buurt that has another code in the police table of 2025, in each of five years, is among them.
    assert!(report["cells"]["missing"]["lost_in_recoding"].as_u64() >= Some(5), "{report}");

    let why = |area: &str, indicator: &str, period: &str| -> Value {
        let run = kapstok(&["why", area, indicator, "--period", period, "--json"], dir.path());
        assert!(run.good, "{}", run.error);
        serde_json::from_str(&run.out).unwrap()
    };
    for (area, indicator, period, value) in [
        ("BU99010001", "woz_waarde", "2024", 150.0),
        ("BU99010002", "goede_gezondheid", "2024", 80.5),
        ("BU99010101", "misdrijven", "2023", 20.0),
        ("WK990100", "laag_inkomen", "2022", 55.0),
        ("WK990101", "goede_gezondheid", "2022", 75.0),
        ("GM9901", "inwoners", "2024", 750.0),
    ] {
        assert_eq!(why(area, indicator, period)["value"], json!(value), "{area} {indicator} {period}");
    }
    for (area, indicator, period, reason) in [
        ("BU99020002", "woz_waarde", "2024", "secret"),
        ("BU99010101", "goede_gezondheid", "2024", "not_measured"),
        ("BU99020001", "misdrijven", "2023", "lost_in_recoding"),
        ("WK990200", "laag_inkomen", "2022", "not_measured"),
    ] {
        assert_eq!(why(area, indicator, period)["missing"]["reason"], json!(reason), "{area} {indicator} {period}");
    }

    let scores = |recipe: &str, area: &str, column: &str| -> String {
        let text = std::fs::read_to_string(dir.path().join(format!("build/current/scores-{recipe}.csv"))).unwrap();
        let at = text.lines().next().unwrap().split(',').position(|title| title == column).unwrap();
        let row = text.lines().find(|line| line.starts_with(area)).unwrap();
        row.split(',').nth(at).unwrap().to_owned()
    };
    // 5 x 10 crimes, 200 residents: 50 per 1,000 a year. 300 of 300 + 400 + 300 people: 30 %.
    assert_eq!(scores("samenkomen-buurt", "BU99010001", "misdrijven_per_1000"), "50.0");
    assert_eq!(scores("samenkomen-wijk", "WK990100", "hoog_opgeleid"), "30.0");

    let run = kapstok(&["area", "BU99010001"], dir.path());
    assert!(run.good && run.out.contains("Eén (BU99010001)"), "{}\n{}", run.out, run.error);
    // As policy.md of the example says: all that RIVM modelled and what it was modelled from is one source.
    let run = kapstok(&["area", "WK990100"], dir.path());
    let line = run.out.lines().find(|line| line.contains("6 of 6 known domains")).unwrap_or(&run.out);
    assert!(line.contains("2 independent sources"), "{line}");
}

/// A GeoPackage of a few rows per layer, written by hand: a database of one page per table.
fn geopackage(layers: &[(&str, &str, Vec<Vec<&str>>)]) -> Vec<u8> {
    let text = |text: &str| Field::Text(text.to_owned());
    let mut tables: Vec<(String, String, Vec<Vec<Field>>)> = vec![
        (
            "gpkg_contents".to_owned(),
            "table_name TEXT, data_type TEXT".to_owned(),
            layers.iter().map(|(name, ..)| vec![text(name), text("features")]).collect(),
        ),
        (
            "gpkg_geometry_columns".to_owned(),
            "table_name TEXT, column_name TEXT, srs_id INTEGER".to_owned(),
            layers.iter().map(|(name, ..)| vec![text(name), text("geom"), Field::Int(28_992)]).collect(),
        ),
    ];
    for (name, columns, rows) in layers {
        let rows = rows.iter().enumerate();
        let rows = rows.map(|(nth, row)| {
            std::iter::once(Field::Blob(square(nth as f64))).chain(row.iter().map(|cell| text(cell))).collect()
        });
        tables.push(((*name).to_owned(), format!("geom BLOB, {columns}"), rows.collect()));
    }
    let schema = tables.iter().zip(2..).map(|((name, columns, _), root)| {
        let sql = format!("CREATE TABLE {name} ({columns})");
        vec![text("table"), text(name), text(name), Field::Int(root), text(&sql)]
    });
    let mut file = leaf(&schema.collect::<Vec<_>>(), 100);
    let n_pages = tables.len() as u32 + 1;
    tables.iter().for_each(|(_, _, rows)| file.extend(leaf(rows, 0)));
    file[..16].copy_from_slice(b"SQLite format 3\0");
    file[16..18].copy_from_slice(&(PAGE as u16).to_be_bytes());
    // Versions of writing and reading, nothing reserved, the three fractions that are always so.
    file[18..24].copy_from_slice(&[1, 1, 0, 64, 32, 32]);
    // Change counter, pages; schema cookie, schema format; UTF-8; the counter again, the version of the writer.
    for (at, value) in [(24, 1), (28, n_pages), (40, 1), (44, 4), (56, 1), (92, 1), (96, 3_045_000)] {
        file[at..at + 4].copy_from_slice(&u32::to_be_bytes(value));
    }
    file
}

const PAGE: usize = 4096;

enum Field {
    Int(u32),
    Text(String),
    Blob(Vec<u8>),
}

/// A page with rows; its header stands behind the first `at` bytes.
fn leaf(rows: &[Vec<Field>], at: usize) -> Vec<u8> {
    let mut page = vec![0; PAGE];
    let mut end = PAGE;
    for (nth, row) in rows.iter().enumerate() {
        let cell = cell(nth as u64 + 1, row);
        end -= cell.len();
        page[end..end + cell.len()].copy_from_slice(&cell);
        page[at + 8 + 2 * nth..at + 10 + 2 * nth].copy_from_slice(&(end as u16).to_be_bytes());
    }
    assert!(at + 8 + 2 * rows.len() <= end, "one page holds one table");
    page[at] = 13;
    page[at + 3..at + 5].copy_from_slice(&(rows.len() as u16).to_be_bytes());
    page[at + 5..at + 7].copy_from_slice(&(end as u16).to_be_bytes());
    page
}

/// Length and number of the row, kinds of its fields, fields.
fn cell(row_id: u64, row: &[Field]) -> Vec<u8> {
    let (mut kinds, mut body) = (Vec::new(), Vec::new());
    for field in row {
        match field {
            Field::Int(value) => {
                kinds.extend(varint(4));
                body.extend(value.to_be_bytes());
            }
            Field::Text(text) => {
                kinds.extend(varint(13 + 2 * text.len() as u64));
                body.extend(text.as_bytes());
            }
            Field::Blob(blob) => {
                kinds.extend(varint(12 + 2 * blob.len() as u64));
                body.extend(blob);
            }
        }
    }
    let record = [varint(kinds.len() as u64 + 1), kinds, body].concat();
    [varint(record.len() as u64), varint(row_id), record].concat()
}

/// Seven bits per byte, the highest first; enough for what stands here.
fn varint(value: u64) -> Vec<u8> {
    assert!(value < 1 << 14);
    if value < 128 { vec![value as u8] } else { vec![(value >> 7) as u8 | 0x80, (value & 0x7f) as u8] }
}

/// A square of a kilometre in a row of squares, with the header of a GeoPackage.
fn square(nth: f64) -> Vec<u8> {
    let mut blob = [b"GP\0\x01".as_slice(), &28_992u32.to_le_bytes(), &[1], &3u32.to_le_bytes()].concat();
    let (left, right, low, high) = (nth * 1000.0, nth * 1000.0 + 1000.0, 400_000.0, 401_000.0);
    let corners = [(left, low), (right, low), (right, high), (left, high), (left, low)];
    blob.extend(1u32.to_le_bytes());
    blob.extend((corners.len() as u32).to_le_bytes());
    corners.iter().for_each(|(x, y): &(f64, f64)| blob.extend([x.to_le_bytes(), y.to_le_bytes()].concat()));
    blob
}
