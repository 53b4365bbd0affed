// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Youth and school, in long form: one row per figure. The years 2019 - 2021 as CSV, 2022 - 2024 as the
//! JSON of an open data service (version 4), where a missing figure says why beside it.

use super::super::counts::Count;
use super::super::plan::MapYear;
use super::{Area, Figures, Form, Level, Planted, Shown, TextFile, Withhold, percent};

/// One measure: its code, what it counts, of whom, when it is withheld, and the smallest level.
struct Measure {
    code: &'static str,
    n: Count,
    of: Count,
    withhold: Withhold,
    down_to: Level,
}

const MEASURES: [Measure; 4] = [
    Measure {
        code: "JS01",
        n: Count::LowAdvice,
        of: Count::Pupils,
        withhold: Withhold::FewPersons,
        down_to: Level::Neighbourhood,
    },
    Measure {
        code: "JS02",
        n: Count::EarlyLeaving,
        of: Count::Youth,
        withhold: Withhold::FewCases,
        down_to: Level::Neighbourhood,
    },
    Measure {
        code: "JS03",
        n: Count::NoInternship,
        of: Count::VocationalStudents,
        withhold: Withhold::FewCases,
        down_to: Level::District,
    },
    Measure {
        code: "JS04",
        n: Count::Suspect,
        of: Count::Youth,
        withhold: Withhold::FewCases,
        down_to: Level::Neighbourhood,
    },
];

const FORM: Form = Form { decimal: '.', withheld: "", nobody: "" };

pub(super) fn files(figures: &Figures<'_>, planted: &mut Vec<Planted>) -> Vec<TextFile> {
    vec![csv(figures, planted), json(figures)]
}

fn csv(figures: &Figures<'_>, planted: &mut Vec<Planted>) -> TextFile {
    let file = "jeugd_en_school_2019_2021.csv";
    let mut text = "Id,Measure,ValueAttribute,Value,WijkenEnBuurten,Perioden\n".to_owned();
    for (id, cell) in cells(figures, MapYear::Y2021).into_iter().enumerate() {
        let mut value = FORM.text(cell.shown);
        if (cell.measure, cell.year, cell.area.code.as_str()) == ("JS02", 2021, "XW010202") {
            let shown = ten_times(&value);
            planted.push(Planted {
                id: "komma-verschoven",
                file: file.to_owned(),
                area: cell.area.code.clone(),
                period: cell.year.to_string(),
                column: "JS02",
                shown: shown.clone(),
                true_value: value,
                story: "a decimal point moved by one place; seen beside other years and in the municipality",
            });
            value = shown;
        }
        let attribute = attribute(cell.shown);
        text.push_str(&format!("{id},{},{attribute},{value},{},{}JJ00\n", cell.measure, cell.area.code, cell.year));
    }
    TextFile { path: format!("sources/{file}"), text }
}

fn json(figures: &Figures<'_>) -> TextFile {
    let mut text = "{\"@odata.context\":\"verzonnen voorbeeld / invented example\",\"value\":[\n".to_owned();
    let cells = cells(figures, MapYear::Y2024);
    for (id, cell) in cells.iter().enumerate() {
        let value = match cell.shown {
            Shown::Tenths(_) => FORM.text(cell.shown),
            Shown::Withheld | Shown::Nobody => "null".to_owned(),
        };
        let comma = if id + 1 < cells.len() { "," } else { "" };
        text.push_str(&format!(
            "{{\"Id\":{id},\"Measure\":\"{}\",\"ValueAttribute\":\"{}\",\"Value\":{value},\"WijkenEnBuurten\":\"{}\",\"Perioden\":\"{}JJ00\"}}{comma}\n",
            cell.measure,
            attribute(cell.shown),
            cell.area.code,
            cell.year
        ));
    }
    text.push_str("]}\n");
    TextFile { path: "sources/jeugd_en_school_2022_2024.json".to_owned(), text }
}

struct Cell {
    measure: &'static str,
    year: u16,
    area: Area,
    shown: Shown,
}

fn cells(figures: &Figures<'_>, map: MapYear) -> Vec<Cell> {
    let mut cells = Vec::new();
    for year in figures.years_on(map) {
        for area in figures.published_areas(year) {
            for measure in MEASURES.iter().filter(|measure| area.level <= measure.down_to) {
                let shown = percent(&area.tally, measure.n, measure.of, measure.withhold);
                cells.push(Cell { measure: measure.code, year: year.year, area: area.clone(), shown });
            }
        }
    }
    cells
}

fn attribute(shown: Shown) -> &'static str {
    match shown {
        Shown::Tenths(_) => "None",
        Shown::Withheld => "Confidential",
        Shown::Nobody => "Impossible",
    }
}

/// `2.4` as `24.0`.
fn ten_times(number: &str) -> String {
    match number.split_once('.') {
        Some((whole, tenth)) => format!("{whole}{tenth}.0").trim_start_matches('0').to_owned(),
        None => number.to_owned(),
    }
}
