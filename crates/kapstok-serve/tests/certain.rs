// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! How sure a map is: columns of intervals and chances, and the views of the map that is drawn without a script.

#![allow(clippy::unwrap_used, reason = "a test stops where it is not as it should be")]

mod country;

use std::collections::BTreeMap;
use std::sync::Arc;

use country::{GATED, N, Reply, SECRET, ask_with, code, raw, share};
use kapstok_serve::{Served, Site, Told};
use kapstok_share::manifest::SureEntry;
use kapstok_share::snapshot::{RecipeScores, ScoreCells, Snapshot};

fn chance(index: usize) -> f64 {
    [0.0, 0.004, 0.5, 0.05, 0.1, 0.2, 0.33, 0.5, 0.7, 0.89, 0.9, 0.98, 1.0][index]
}

/// The country with draws: the last three areas are burdened.
fn served(has_draws: bool) -> Arc<Served> {
    let mut raw = raw("build-1", 0.0);
    raw.manifest.recipes[0].sure = has_draws.then(|| SureEntry {
        order: "together".to_owned(),
        seed: 1,
        replications: 1000,
        level: 0.95,
        first: 0.1,
        sensitivity: 0,
        drawn: Vec::new(),
        not_drawn: Vec::new(),
        inputs: Vec::new(),
        scales: BTreeMap::new(),
        geometric: 0,
    });
    let numbers = |of: &dyn Fn(usize) -> f64| ScoreCells::Numbers((0..N).map(|index| Some(of(index))).collect());
    let burdened = |index: usize| f64::from(u8::from(index > 9));
    let columns = [
        ("not_counted", ScoreCells::Texts(vec![String::new(); N])),
        ("burdens", numbers(&burdened)),
        ("burdens_known", numbers(&|_| 1.0)),
        ("independent_sources", numbers(&|_| 1.0)),
        ("burden_health", numbers(&burdened)),
        ("sure_burdens_lower", numbers(&|index| f64::from(u8::from(chance(index) > 0.975)))),
        ("sure_burdens_upper", numbers(&|index| f64::from(u8::from(chance(index) > 0.025)))),
        ("sure_chance_health", numbers(&chance)),
        ("sure_among_first", numbers(&|index| chance(index) / 2.0)),
    ];
    raw.levels[1].scores = vec![RecipeScores::new(0, columns.map(|(title, cells)| (title.to_owned(), cells)))];
    Arc::new(Served::new(Site::new(Snapshot::new(raw).unwrap(), Told::default())))
}

fn ask(has_draws: bool, path: &str) -> Reply {
    let reply = ask_with(&served(has_draws), "GET", path, &[]);
    assert_eq!(reply.status, 200, "{path}");
    reply
}

fn page(path: &str) -> String {
    String::from_utf8(ask(true, path).body.to_vec()).unwrap()
}

/// Numbers, lower and upper margins where there are any, and statuses.
fn decode(bytes: &[u8]) -> (Vec<Vec<f32>>, Vec<u8>) {
    let word = |at: usize| u32::from_le_bytes(bytes[at..at + 4].try_into().unwrap());
    let (n, flags) = (word(4) as usize, word(8));
    let n_floats = if flags & 1 == 1 { 3 } else { 1 };
    let float = |at: usize| f32::from_bits(word(16 + 4 * at));
    let floats = (0..n_floats).map(|part| (0..n).map(|index| float(part * n + index)).collect()).collect();
    assert_eq!(bytes.len(), 16 + n * (4 * n_floats + 1));
    (floats, bytes[16 + 4 * n * n_floats..].to_vec())
}

/// The cells of the row of an area in the table of a page.
fn row(html: &str, area: usize) -> Vec<String> {
    let from = html.split(&format!("<tr><th scope=\"row\"><a href=\"/nl/gebied/{}\">", code(area))).nth(1).unwrap();
    let cells = from.split("</tr>").next().unwrap().split("<td").skip(1);
    cells.map(|cell| cell.split('>').nth(1).unwrap().split('<').next().unwrap().to_owned()).collect()
}

#[test]
fn the_catalogue_says_what_is_known_of_certainty_and_where_it_is() {
    let of_recipe = |has_draws| {
        let catalogue = ask(has_draws, "/v1/catalogue").json();
        let recipe = catalogue["levels"][1]["recipes"][0].clone();
        let columns = recipe["columns"].as_array().unwrap().iter();
        (recipe["sure"].clone(), columns.map(|it| it["id"].as_str().unwrap().to_owned()).collect::<Vec<_>>())
    };
    let plain = ["burdens", "known", "sources", "domain.health"];
    let (sure, columns) = of_recipe(true);
    assert_eq!(sure, serde_json::json!({ "level": 0.95, "replications": 1000, "first": 0.1 }));
    assert_eq!(columns, [&plain[..], &["chance", "chance.health", "sure"]].concat());
    let (sure, columns) = of_recipe(false);
    assert_eq!(
        (sure, columns.iter().map(String::as_str).collect::<Vec<_>>()),
        (serde_json::Value::Null, plain.to_vec())
    );
    let catalogue = ask(true, "/v1/catalogue").json();
    let margins: Vec<(String, bool)> = (catalogue["levels"][1]["columns"].as_array().unwrap().iter())
        .map(|it| (format!("{} {}", it["indicator"], it["period"]), it["margins"].as_bool().unwrap()))
        .collect();
    assert_eq!(margins.iter().map(|(_, has)| *has).collect::<Vec<_>>(), [false, false, true], "{margins:?}");
}

#[test]
fn an_interval_and_a_chance_are_columns_of_their_own_and_a_small_area_has_neither() {
    let of = |id: &str| decode(&ask(true, &format!("/v1/columns/neighbourhood/recipes/together/{id}")).body);
    let (floats, status) = of("sure");
    assert_eq!(floats.len(), 3);
    assert_eq!((floats[0][12], floats[1][12], floats[2][12], status[12]), (1.0, 1.0, 1.0, 0));
    assert_eq!((floats[0][10], floats[1][10], floats[2][10]), (1.0, 0.0, 1.0));
    for part in &floats {
        assert!(part[GATED].is_nan(), "{floats:?}");
    }
    assert_eq!(status[GATED], 6);
    // What is withheld with the small area has no interval either.
    for index in (0..N).filter(|index| status[*index] != 0) {
        assert!(floats.iter().all(|part| part[index].is_nan()), "{index}");
    }
    for (id, expected) in [("chance.health", 0.98), ("chance", 0.49)] {
        let (floats, status) = of(id);
        assert_eq!((floats.len(), floats[0][11], status[11]), (1, expected, 0), "{id}");
        assert!(floats[0][GATED].is_nan() && status[GATED] == 6, "{id}");
    }
    // Who asks for values fetches no interval.
    assert_eq!(of("burdens").0.len(), 1);
    let (floats, _) = decode(&ask(true, "/v1/columns/neighbourhood/share/2024").body);
    assert!(floats.len() == 3 && floats.iter().all(|part| part[GATED].is_nan()));
}

#[test]
fn the_map_without_a_script_has_the_same_views_at_the_same_addresses() {
    let values = page("/nl/kaart");
    assert!(
        values.contains("href=\"/nl/kaart?certainty=interval\"")
            && values.contains("href=\"/nl/kaart?certainty=chance\"")
    );
    assert!(!values.contains("is-unsure") && !values.contains("map-stripes"));

    // One known domain of which a fifth is worst: 0.2 burdens lie evenly.
    let interval = page("/nl/kaart?zekerheid=interval");
    assert!(interval.contains("<path class=\"is-unsure\" fill=\"url(#map-stripes)\""), "{interval}");
    assert_eq!(row(&interval, 12), ["1", "1", "meer dan gemiddeld, vrij zeker (gemiddeld 0,2)", "1"]);
    assert_eq!(row(&interval, 10), ["1", "0 tot 1", "niet zeker meer of minder dan gemiddeld (gemiddeld 0,2)", "1"]);
    assert_eq!(row(&interval, 1), ["0", "0", "minder dan gemiddeld, vrij zeker (gemiddeld 0,2)", "1"]);
    assert!(interval.contains("aria-current=\"true\">Zekerheid</a>"));
    // The other language leads to the same view.
    assert!(interval.contains("href=\"/en/map?certainty=interval\""));

    let chances = page("/nl/kaart?show=domain.health&certainty=chance");
    assert_eq!(row(&chances, 12), ["&#62; 99\u{a0}%", "telt mee"]);
    assert_eq!(row(&chances, 1), ["&#60; 1\u{a0}%", "telt niet mee"]);
    assert_eq!(row(&chances, 4)[0], "10\u{a0}%");
    for words in [
        "Kans op een grote opgave: gezondheid",
        "zeer grote kans: 90\u{a0}% en meer",
        "kleine kans: 10\u{a0}% tot 33\u{a0}%",
    ] {
        assert!(chances.contains(words), "{words}");
    }

    // A figure with the margins of its source, held against the middle: there is no country here.
    let figures = page("/nl/kaart?show=share&certainty=interval");
    assert_eq!(row(&figures, 12)[2], "hoger dan het midden van alle buurten, vrij zeker");
    assert_eq!((share(12), row(&figures, 12)[0].as_str()), (28.0, "28\u{a0}%"));
    // One sign behind both ends, as on the map that moves.
    assert_eq!(row(&figures, 12)[1], "27 tot 29\u{a0}%");
    assert_eq!(row(&figures, SECRET), ["geheim", "–", "–"]);
}

#[test]
fn a_view_that_is_not_there_is_said_in_words_and_the_values_are_drawn() {
    let chances = page("/nl/kaart?show=share&certainty=chance");
    assert!(chances.contains("een kans is er voor een domein of voor alle opgaven samen, niet voor één cijfer"));
    assert!(chances.contains("aria-current=\"true\">Waarde</a>"));
    let earlier = page("/en/map?show=share&year=2023");
    assert!(earlier.contains("Certainty cannot be seen here: the source gives no margins with this figure."));
    let plain = String::from_utf8(ask(false, "/nl/kaart?certainty=chance").body.to_vec()).unwrap();
    assert!(plain.contains("het rekenrecept rekent niet uit hoe zeker de uitkomst is"));
    // What is no view, no thing and no level is passed over, as the map does.
    for query in ["certainty=worst", "show=%3Csvg%3E&level=nowhere", "certainty=%ff&x"] {
        assert!(page(&format!("/nl/kaart?{query}")).contains("aria-current=\"true\">Waarde</a>"), "{query}");
    }
}

#[test]
fn a_small_area_has_no_interval_and_no_chance_on_any_page_of_the_map() {
    for query in ["", "show=domain.health&", "show=share&"] {
        for certainty in ["interval", "chance"] {
            let html = page(&format!("/nl/kaart?{query}certainty={certainty}"));
            let cells = row(&html, GATED);
            let reasons = ["niet geteld", "niet bekend", "te weinig inwoners"];
            assert!(cells.iter().any(|cell| reasons.contains(&cell.as_str())), "{query}{certainty}: {cells:?}");
            let is_nothing = |cell: &String| reasons.contains(&cell.as_str()) || cell == "–";
            assert!(cells.iter().all(is_nothing), "{query}{certainty}: {cells:?}");
        }
    }
}
