// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The truth behind the figures: counts per buurt and year, who has several burdens, what the programme
//! changed, which errors were planted.
//!
//! Form: comma, one row of titles, nothing rounded or withheld. Years up to 2021 stand on the map of 2021,
//! and the areas that changed also on that of 2024. Not here: the published files (`publish/`).

use serde_json::{Value, json};

use super::counts::{ALL_BURDENS, Count, HOUSEHOLD_THINGS, REGISTER_BURDENS};
use super::plan::{MapYear, PROGRAMME};
use super::publish::{Area, Figures, Level, Planted, TextFile};
use super::random::SEED;
use super::years::{ASKED, SURVEY_YEARS, Year};

/// Every published share: its indicator, what is counted, of whom.
const SHARES: [(&str, Count, Count); 24] = [
    ("geboren_buiten_streek", Count::BornOutside, Count::Residents),
    ("laag_inkomen", Count::LowIncomeHouseholds, Count::Households),
    ("kinderen_laag_inkomen", Count::LowIncomeChildren, Count::Children),
    ("problematische_schulden", Count::DebtHouseholds, Count::Households),
    ("volwassenen_laag_inkomen", Count::LowIncomeAdults, Count::Adults),
    ("volwassenen_schulden", Count::DebtAdults, Count::Adults),
    ("chronisch_ziek", Count::Chronic, Count::Adults),
    ("bijstand", Count::Welfare, Count::Adults),
    ("slachtoffer", Count::Victim, Count::Adults),
    ("weinig_regie", Count::LowControl, Count::Adults),
    ("eenzaam", Count::Lonely, Count::Adults),
    ("vrijwilligers", Count::Volunteer, Count::Adults),
    ("burenhulp", Count::NeighbourHelp, Count::Adults),
    ("geen_screening", Count::NoScreening, Count::Invited),
    ("werkloos", Count::Unemployed, Count::LabourForce),
    ("advies_onder_toets", Count::LowAdvice, Count::Pupils),
    ("voortijdig_schoolverlaten", Count::EarlyLeaving, Count::Youth),
    ("zonder_stage", Count::NoInternship, Count::VocationalStudents),
    ("verdachte_jongeren", Count::Suspect, Count::Youth),
    ("huiselijk_geweld", Count::Violence, Count::Households),
    ("misdrijven_per_1000", Count::Crimes, Count::Residents),
    ("huishoudens_bijstand", Count::WelfareHouseholds, Count::Households),
    ("huishoudens_chronisch_ziek", Count::ChronicHouseholds, Count::Households),
    ("huishoudens_werkloos", Count::UnemployedHouseholds, Count::Households),
];

/// All files of `truth/`.
pub(super) fn files(figures: &Figures<'_>, planted: &[Planted]) -> Vec<TextFile> {
    let file = |name: &str, text: String| TextFile { path: format!("truth/{name}"), text };
    vec![
        file("geteld.csv", counted(figures)),
        file("volwassenen_samen.csv", together(figures)),
        file("volwassenen_paren_2024.csv", pairs(figures)),
        file("huishoudens_samen.csv", things(figures)),
        file("programma.csv", programme(figures)),
        file("geplant.csv", planted_csv(planted)),
        file("truth.json", format!("{:#}\n", summary(figures, planted))),
    ]
}

/// The buurten of a year: on its own map, and what changed on the other.
fn rows<'a>(figures: &'a Figures<'_>, year: &'a Year) -> impl Iterator<Item = (MapYear, Area)> + 'a {
    let own = MapYear::of_year(year.year);
    let of = move |map| figures.areas(year, map).into_iter().filter(|area| area.level == Level::Neighbourhood);
    let changed = of(MapYear::Y2024)
        .filter(move |area| own == MapYear::Y2021 && figures.plan.changed(&area.code[2..], MapYear::Y2024));
    of(own).map(move |area| (own, area)).chain(changed.map(|area| (MapYear::Y2024, area)))
}

/// One row per buurt, year and map; the cells behind the keys are numbers.
fn table(figures: &Figures<'_>, titles: &[String], cells: impl Fn(&Area) -> Vec<u32>) -> String {
    let mut text = format!("jaar,kaart,code,{}\n", titles.join(","));
    for year in figures.years {
        for (map, area) in rows(figures, year) {
            let numbers: Vec<String> = cells(&area).iter().map(u32::to_string).collect();
            text.push_str(&format!("{},{},{},{}\n", year.year, map.year(), area.code, numbers.join(",")));
        }
    }
    text
}

fn counted(figures: &Figures<'_>) -> String {
    let titles: Vec<String> = Count::ALL.iter().map(|count| count.name().to_owned()).collect();
    table(figures, &titles, |area| Count::ALL.iter().map(|count| area.tally.get(*count)).collect())
}

/// Adults with exactly so many burdens: of the five that registers know, and of all eight.
fn together(figures: &Figures<'_>) -> String {
    let titles = |set: &'static str, n: usize| (0..=n).map(move |m| format!("{set}_precies_{m}"));
    let titles: Vec<String> =
        titles("registers", REGISTER_BURDENS.len()).chain(titles("alle", ALL_BURDENS.len())).collect();
    table(figures, &titles, |area| [&area.tally.exactly_register[..], &area.tally.exactly_all[..]].concat())
}

fn pairs(figures: &Figures<'_>) -> String {
    let mut titles = Vec::new();
    for (position, one) in ALL_BURDENS.iter().enumerate() {
        titles.extend(ALL_BURDENS[position + 1..].iter().map(|other| format!("{}+{}", one.name(), other.name())));
    }
    let mut text = format!("jaar,kaart,code,{}\n", titles.join(","));
    for year in figures.years.iter().filter(|year| year.year == 2024) {
        for (map, area) in rows(figures, year) {
            let numbers: Vec<String> = area.tally.pairs.iter().map(u32::to_string).collect();
            text.push_str(&format!("{},{},{},{}\n", year.year, map.year(), area.code, numbers.join(",")));
        }
    }
    text
}

fn things(figures: &Figures<'_>) -> String {
    let titles: Vec<String> = (0..=HOUSEHOLD_THINGS.len()).map(|m| format!("precies_{m}")).collect();
    table(figures, &titles, |area| area.tally.exactly_things.to_vec())
}

/// With and without the programme, over the same persons with the same chances.
fn programme(figures: &Figures<'_>) -> String {
    let mut text = "jaar,code,indicator,van,met_programma,zonder_programma,veranderd\n".to_owned();
    let worked_on = [
        ("problematische_schulden", Count::Households, Count::DebtHouseholds, Count::DebtHouseholdsWithout),
        ("weinig_regie", Count::Adults, Count::LowControl, Count::LowControlWithout),
    ];
    for year in figures.years {
        for (_, area) in rows(figures, year).filter(|(_, area)| PROGRAMME.contains(&&area.code[2..])) {
            for (indicator, of, with, without) in worked_on {
                let [of, with, without] = [of, with, without].map(|count| i64::from(area.tally.get(count)));
                let changed = with - without;
                text.push_str(&format!("{},{},{indicator},{of},{with},{without},{changed}\n", year.year, area.code));
            }
        }
    }
    text
}

fn planted_csv(planted: &[Planted]) -> String {
    let mut text = "id,bestand,code,periode,kolom,gepubliceerd,waar,verhaal\n".to_owned();
    for error in planted {
        let Planted { id, file, area, period, column, shown, true_value, story } = error;
        text.push_str(&format!("{id},{file},{area},{period},{column},{shown},{true_value},\"{story}\"\n"));
    }
    text
}

/// What a share is published per.
fn per(indicator: &str) -> u32 {
    match indicator {
        "huiselijk_geweld" | "misdrijven_per_1000" => 1000,
        _ => 100,
    }
}

fn names(counts: &[Count]) -> Vec<&'static str> {
    counts.iter().map(|count| count.name()).collect()
}

fn summary(figures: &Figures<'_>, planted: &[Planted]) -> Value {
    let shares: serde_json::Map<String, Value> = SHARES
        .iter()
        .map(|(id, n, of)| ((*id).to_owned(), json!({"n": n.name(), "of": of.name(), "per": per(id)})))
        .collect();
    let programme: Vec<String> = PROGRAMME.iter().map(|code| format!("XB{code}")).collect();
    let per_year: serde_json::Map<String, Value> = figures
        .years
        .iter()
        .map(|year| {
            let country = figures.published_areas(year).into_iter().find(|area| area.level == Level::Country);
            let totals = country.map_or(Value::Null, |area| {
                [Count::Residents, Count::Adults, Count::Households, Count::Crimes]
                    .iter()
                    .map(|count| (count.name().to_owned(), Value::from(area.tally.get(*count))))
                    .collect::<serde_json::Map<_, _>>()
                    .into()
            });
            (year.year.to_string(), totals)
        })
        .collect();
    json!({
        "what": "verzonnen voorbeeld / invented example: the truth behind the published figures",
        "seed": SEED,
        "totals": per_year,
        "shares": shares,
        "burdens_of_adults": {
            "registers": names(&REGISTER_BURDENS),
            "all": names(&ALL_BURDENS),
            "population": Count::Adults.name(),
            "files": ["volwassenen_samen.csv", "volwassenen_paren_2024.csv"],
        },
        "things_of_households": {
            "things": names(&HOUSEHOLD_THINGS),
            "population": Count::Households.name(),
            "files": ["huishoudens_samen.csv"],
        },
        "modelled": {
            "indicator": "goede_gezondheid",
            "true": {"n_without": Count::BadHealth.name(), "of": Count::Adults.name()},
            "modelled_from": ["laag_inkomen", "inwoners_65_plus"],
        },
        "survey": {"years": SURVEY_YEARS, "share_asked": ASKED, "level": 0.95, "method": "Wilson, finite population", "fewest_answers": 30},
        "programme": {"areas": programme, "from": 2022, "file": "programma.csv", "too_small_to_see": "XB01010105"},
        "not_by_area": "XG0103",
        "an_average_that_hides": "XW010103",
        "island": "XB01010212",
        "nearly_empty": "XB01010610",
        "empty_polder": "XB01030305",
        "never_published_here": {
            "income_of_2024": ["laag_inkomen", "kinderen_laag_inkomen"],
            "born_outside_of_2019": "geboren_buiten_streek",
            "below_wijk": "zonder_stage",
        },
        "planted": planted.iter().map(|error| error.id).collect::<Vec<_>>(),
    })
}
