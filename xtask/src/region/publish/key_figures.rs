// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Key figures of wijken and buurten, one file a year, and the unrounded totals of municipalities.
//!
//! Form: byte order mark, `;`, decimal comma, CRLF. The title of one column changes in 2023, another gets
//! a blank at its end in 2024, and income of the newest year is not out yet.

use super::super::counts::Count;
use super::{Area, Figures, Form, Level, Planted, Shown, TextFile, Withhold, percent, to_fives};

const FORM: Form = Form { decimal: ',', withheld: "x", nobody: "" };
const COUNTS: [Count; 5] = [Count::Residents, Count::Children, Count::Adults, Count::Elderly, Count::Households];

pub(super) fn files(figures: &Figures<'_>, planted: &mut Vec<Planted>) -> Vec<TextFile> {
    let mut files: Vec<TextFile> =
        (0..figures.years.len()).map(|position| of_year(figures, position, planted)).collect();
    files.push(totals(figures, planted));
    files
}

fn of_year(figures: &Figures<'_>, position: usize, planted: &mut Vec<Planted>) -> TextFile {
    let year = &figures.years[position];
    let file = format!("kerncijfers_{}.csv", year.year);
    let low_income = if year.year >= 2023 { "p_hh_laag_ink" } else { "p_hh_li" };
    let children = if year.year >= 2024 { "p_kind_li " } else { "p_kind_li" };
    let mut text = format!(
        "\u{feff}gwb_code;regio;recs;wk_code;a_inw;a_00_17;a_18_oo;a_65_oo;a_hh;p_buiten;{low_income};{children}\r\n"
    );
    let mut again = None;
    for area in figures.published_areas(year) {
        let (recs, district) = match area.level {
            Level::Country | Level::Municipality => continue,
            Level::District => ("Wijk", area.code.clone()),
            Level::Neighbourhood => ("Buurt", format!("XW{}", &area.code[2..8])),
        };
        let district = if (year.year, area.code.as_str()) == (2022, "XB01010406") {
            let shown = "XW010103".to_owned();
            planted.push(Planted {
                id: "wijk-tegen-code",
                file: file.clone(),
                area: area.code.clone(),
                period: year.year.to_string(),
                column: "wk_code",
                shown: shown.clone(),
                true_value: district,
                story: "the column with the wijk contradicts the code of the buurt; found by check",
            });
            shown
        } else {
            district
        };
        let counts: Vec<String> = COUNTS.iter().map(|count| to_fives(area.tally.get(*count)).to_string()).collect();
        let name = figures.plan.area_name(&area.code);
        let shares = shares(&area, year.year);
        let line = format!("{};{name};{recs};{district};{};{shares}\r\n", area.code, counts.join(";"));
        if (year.year, area.code.as_str()) == (2020, "XB01020304") {
            again = Some((area.code.clone(), line.clone()));
        }
        text.push_str(&line);
    }
    if let Some((area, line)) = again {
        text.push_str(&line);
        planted.push(Planted {
            id: "dubbele-rij",
            file: file.clone(),
            area,
            period: year.year.to_string(),
            column: "",
            shown: "two equal rows".to_owned(),
            true_value: "one row".to_owned(),
            story: "the same row stands a second time at the end of the file; found by check, harmless",
        });
    }
    TextFile { path: format!("sources/{file}"), text }
}

/// Born outside, households and children with low income.
fn shares(area: &Area, year: u16) -> String {
    let of = |n, of| percent(&area.tally, n, of, Withhold::FewPersons);
    let born_outside = match of(Count::BornOutside, Count::Residents) {
        // Not measured yet in the first year; a whole number in all others.
        _ if year == 2019 => ".".to_owned(),
        Shown::Tenths(_) => whole_percent(area.tally.get(Count::BornOutside), area.tally.get(Count::Residents)),
        none @ (Shown::Withheld | Shown::Nobody) => FORM.text(none),
    };
    if year == 2024 {
        return format!("{born_outside};;");
    }
    let households = FORM.text(of(Count::LowIncomeHouseholds, Count::Households));
    let children = FORM.text(of(Count::LowIncomeChildren, Count::Children));
    format!("{born_outside};{households};{children}")
}

fn whole_percent(n: u32, of: u32) -> String {
    ((n * 200 + of) / (2 * of)).to_string()
}

/// Municipalities and the country, as counted.
fn totals(figures: &Figures<'_>, planted: &mut Vec<Planted>) -> TextFile {
    let file = "gemeentetotalen.csv";
    let mut text = "regiocode;naam;jaar;a_inw;a_00_17;a_18_oo;a_65_oo;a_hh;p_hh_li;p_kind_li\n".to_owned();
    for year in figures.years {
        for area in figures.published_areas(year) {
            if area.level > Level::Municipality {
                continue;
            }
            let mut counts: Vec<String> = COUNTS.iter().map(|count| area.tally.get(*count).to_string()).collect();
            if (year.year, area.code.as_str()) == (2022, "XG0102") {
                let shown = swapped(&counts[0]);
                planted.push(Planted {
                    id: "verwisselde-cijfers",
                    file: file.to_owned(),
                    area: area.code.clone(),
                    period: year.year.to_string(),
                    column: "a_inw",
                    shown: shown.clone(),
                    true_value: counts[0].clone(),
                    story: "two digits of a total changed places; found by reconcile, which cannot explain the difference",
                });
                counts[0] = shown;
            }
            let of = |n, of| match year.year {
                2024 => String::new(),
                _ => FORM.text(percent(&area.tally, n, of, Withhold::FewPersons)),
            };
            let (households, children) =
                (of(Count::LowIncomeHouseholds, Count::Households), of(Count::LowIncomeChildren, Count::Children));
            let name = figures.plan.area_name(&area.code);
            let counts = counts.join(";");
            text.push_str(&format!("{};{name};{};{counts};{households};{children}\n", area.code, year.year));
        }
    }
    TextFile { path: format!("sources/{file}"), text }
}

/// The first two neighbouring digits that differ, behind the first digit, changed over.
fn swapped(number: &str) -> String {
    let mut digits: Vec<u8> = number.bytes().collect();
    let at = (1..digits.len().saturating_sub(1)).find(|&at| digits[at] != digits[at + 1]);
    if let Some(at) = at {
        digits.swap(at, at + 1);
    }
    digits.into_iter().map(char::from).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn swapped_digits_make_another_number() {
        assert_eq!(
            (swapped("18345"), swapped("17892"), swapped("11111")),
            ("13845".into(), "18792".into(), "11111".into())
        );
    }
}
