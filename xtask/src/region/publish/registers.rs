// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Registers: crimes, work and debts, burdens of adults, care, and households by number of things.
//!
//! Each kind stands in two files, on the map of 2021 and on that of 2024, in forms that differ:
//! comma and point, semicolon and decimal comma, and padded text in quotes with `"       ."`.

use super::super::counts::{Count, HOUSEHOLD_THINGS, REGISTER_BURDENS, Tally};
use super::super::plan::MapYear;
use super::super::random::{Draw, Purpose};
use super::model::health_estimates;
use super::{Area, Figures, Form, Level, Planted, Shown, TextFile, Withhold, decimals, percent, share, to_fives};

const POINT: Form = Form { decimal: '.', withheld: "x", nobody: "" };

/// The two maps, with the years that their files hold.
const MAPS: [(MapYear, &str); 2] = [(MapYear::Y2021, "2019_2021"), (MapYear::Y2024, "2022_2024")];

pub(super) fn files(figures: &Figures<'_>, planted: &mut Vec<Planted>) -> Vec<TextFile> {
    let mut model = Draw::new(Purpose::Model);
    let mut files = Vec::new();
    for (map, years) in MAPS {
        files.push(crimes(figures, map, years, planted));
        files.push(work_and_debts(figures, map, years));
        files.push(adults(figures, map, years));
        files.push(care(figures, map, years, &mut model, planted));
    }
    files.push(things(figures));
    files
}

/// Recorded crimes: comma, decimal point, no byte order mark; `*` behind a provisional figure.
fn crimes(figures: &Figures<'_>, map: MapYear, years: &str, planted: &mut Vec<Planted>) -> TextFile {
    let file = format!("misdrijven_{years}.csv");
    let mut text =
        "regiocode,periode,misdrijven,misdrijven_per_1000_inwoners,huiselijk_geweld_per_1000_huishoudens\n".to_owned();
    for year in figures.years_on(map) {
        for area in figures.published_areas(year) {
            let key = (year.year, area.code.as_str());
            let mut note = |id, column, shown: &str, true_value: String, story| {
                let (file, area, period) = (file.clone(), area.code.clone(), year.year.to_string());
                planted.push(Planted { id, file, area, period, column, shown: shown.to_owned(), true_value, story });
            };
            let true_crimes = area.tally.get(Count::Crimes);
            if key == (2023, "XB01020207") {
                let story = "a buurt has no row in one year; found as a cell that was not measured, and by reconcile";
                note("rij-ontbreekt", "", "no row", format!("{true_crimes} crimes"), story);
                continue;
            }
            let mut crimes = true_crimes;
            if key == (2023, "XB01010604") {
                crimes += 260;
                let story = "crimes of the whole wijk were put on the address of its police station (the column per 1,000 has them too); found by reconcile: the buurten hold more than the wijk";
                note("bureau-als-plaats", "misdrijven", &crimes.to_string(), true_crimes.to_string(), story);
            }
            let star = if year.year == 2024 { "*" } else { "" };
            let per_thousand = POINT.text(share(crimes, area.tally.get(Count::Residents), 1000, Withhold::FewPersons));
            let households = area.tally.get(Count::Households);
            let violence = POINT.text(share(area.tally.get(Count::Violence), households, 1000, Withhold::FewCases));
            let rural =
                area.code.starts_with("XG0103") || area.code.starts_with("XW0103") || area.code.starts_with("XB0103");
            // The rural municipality reported nothing in 2019, and the office wrote 0.
            let violence = if year.year == 2019 && rural { "0.0".to_owned() } else { violence };
            if key == (2019, "XG0103") {
                let true_value =
                    POINT.text(share(area.tally.get(Count::Violence), households, 1000, Withhold::FewPersons));
                let story = "0 for a municipality, its wijken and its buurten where there was no source that year; found by `zero` of the column";
                note("nul-zonder-bron", "huiselijk_geweld_per_1000_huishoudens", "0.0", true_value, story);
            }
            text.push_str(&format!("{},{},{crimes}{star},{per_thousand},{violence}\n", area.code, year.year));
        }
    }
    TextFile { path: format!("sources/{file}"), text }
}

/// Unemployment and problem debts: comma, decimal point; the newest period is marked provisional.
fn work_and_debts(figures: &Figures<'_>, map: MapYear, years: &str) -> TextFile {
    let mut text = "gebied,perioden,werkloos,problematische_schulden\n".to_owned();
    for year in figures.years_on(map) {
        let star = if year.year == 2024 { "*" } else { "" };
        for area in figures.published_areas(year) {
            let unemployed = percent(&area.tally, Count::Unemployed, Count::LabourForce, Withhold::FewCases);
            let debts = percent(&area.tally, Count::DebtHouseholds, Count::Households, Withhold::FewCases);
            let (unemployed, debts) = (POINT.text(unemployed), POINT.text(debts));
            text.push_str(&format!("{},{}{star},{unemployed},{debts}\n", area.code, year.year));
        }
    }
    TextFile { path: format!("sources/werk_en_schulden_{years}.csv"), text }
}

/// Five burdens of adults, shares of one population: semicolon, decimal comma.
fn adults(figures: &Figures<'_>, map: MapYear, years: &str) -> TextFile {
    const FORM: Form = Form { decimal: ',', withheld: "x", nobody: "." };
    let mut text =
        "Regiocode;Jaar;VolwassenenLaagInkomen;VolwassenenSchulden;ChronischZiek;Bijstand;Slachtoffer\n".to_owned();
    for year in figures.years_on(map) {
        for area in figures.published_areas(year) {
            let shares = REGISTER_BURDENS.map(|burden| percent(&area.tally, burden, Count::Adults, Withhold::FewCases));
            let mut shares = shares.map(|shown| FORM.text(shown));
            // Incomes of the newest year are estimated from the months that are in.
            if year.year == 2024 && shares[0].contains(',') {
                shares[0].push('*');
            }
            text.push_str(&format!("{};{};{}\n", area.code, year.year, shares.join(";")));
        }
    }
    TextFile { path: format!("sources/volwassenen_registers_{years}.csv"), text }
}

/// Screening, and the estimate of health: padded text in quotes, as StatLine writes it.
fn care(figures: &Figures<'_>, map: MapYear, years: &str, model: &mut Draw, planted: &mut Vec<Planted>) -> TextFile {
    let file = format!("zorg_en_gezondheid_{years}.csv");
    let mut text = "\u{feff}\"Perioden\";\"Wijken en buurten\";\"Regiocode (gemeente, wijk, buurt) (code)\";\
        \"Bevolkingsonderzoek/Geen deelname (%)\";\"Goede ervaren gezondheid/Modelschatting (%)\"\r\n"
        .to_owned();
    let padded = |shown: Option<Shown>| match shown {
        Some(Shown::Tenths(tenths)) => format!("{:>8}", decimals(tenths, '.')),
        Some(Shown::Withheld | Shown::Nobody) | None => format!("{:>8}", "."),
    };
    let mut before: Option<Vec<Area>> = None;
    for year in figures.years_on(map) {
        let areas = figures.published_areas(year);
        let estimates = health_estimates(&areas, model);
        for (area, estimate) in areas.iter().zip(estimates) {
            let no_screening =
                |tally: &Tally| padded(Some(percent(tally, Count::NoScreening, Count::Invited, Withhold::FewPersons)));
            let mut shown = no_screening(&area.tally);
            if (year.year, area.code.as_str()) == (2021, "XB01010309") {
                let last_year = before.iter().flatten().find(|earlier| earlier.code == area.code);
                let stale = last_year.map_or_else(|| shown.clone(), |earlier| no_screening(&earlier.tally));
                planted.push(Planted {
                    id: "cijfer-van-vorig-jaar",
                    file: file.clone(),
                    area: area.code.clone(),
                    period: year.year.to_string(),
                    column: "Bevolkingsonderzoek/Geen deelname (%)",
                    shown: stale.trim().to_owned(),
                    true_value: shown.trim().to_owned(),
                    story: "the figure of the year before was copied; seen as two equal figures in a row",
                });
                shown = stale;
            }
            let (code, name) = (&area.code, figures.plan.area_name(&area.code));
            let estimate = padded(estimate.map(Shown::Tenths));
            text.push_str(&format!("\"{}\";\"{name:<40}\";\"{code:<10}\";\"{shown}\";\"{estimate}\"\r\n", year.year));
        }
        before = Some(areas);
    }
    TextFile { path: format!("sources/{file}"), text }
}

/// Households by the number of things they have, and the share with each: the form of a counted table.
fn things(figures: &Figures<'_>) -> TextFile {
    const FORM: Form = Form { decimal: ',', withheld: "x", nobody: "." };
    let mut text = "\u{feff}\"Perioden\";\"Regio's (code)\";\"Huishoudens (aantal)\";\"Geen (aantal)\";\"1 (aantal)\";\"2 (aantal)\";\
        \"3 (aantal)\";\"4 of meer (aantal)\";\"Bijstand (%)\";\"Chronisch zieke (%)\";\"Werkloze (%)\"\n"
        .to_owned();
    for year in figures.years.iter().filter(|year| year.year == 2023) {
        for area in figures.published_areas(year) {
            if area.level == Level::Neighbourhood {
                continue;
            }
            let exactly = area.tally.exactly_things;
            let groups = [exactly[0], exactly[1], exactly[2], exactly[3], exactly[4] + exactly[5]]
                .map(|n| to_fives(n).to_string());
            let shares = HOUSEHOLD_THINGS[2..]
                .iter()
                .map(|thing| FORM.text(percent(&area.tally, *thing, Count::Households, Withhold::FewCases)));
            let shares: Vec<String> = shares.collect();
            let households = to_fives(area.tally.get(Count::Households));
            text.push_str(&format!(
                "\"{}\";\"{:<10}\";{households};{};{}\n",
                year.year,
                area.code,
                groups.join(";"),
                shares.join(";")
            ));
        }
    }
    TextFile { path: "sources/huishoudens_gestapeld_2023.csv".to_owned(), text }
}
