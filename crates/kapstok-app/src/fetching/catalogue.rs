// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Which table is meant: the publisher's own list of tables, held against title and year.
//!
//! In: the words of a workspace. Out: one id that may stand in an address. Invariant: none is guessed; where
//! several fit as well, they are named. The list is asked as CBS answers it: `value` with, per table,
//! `Identifier` and `Title` (versions 3 and 4), and `Period` (version 3, where `ID` is only a row number).

use kapstok_source::ODataSpec;
use serde_json::Value;

use super::{Client, Trouble, all_pages, network};

/// How many tables that fit are named.
const MAX_NAMED: usize = 6;

/// A table as a catalogue names it.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct CatalogueEntry {
    /// Its id.
    pub(crate) id: String,
    /// Its title.
    pub(crate) title: String,
}

/// How well a title fits what was asked, best first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    /// The whole title, with or without the year behind it.
    Whole,
    /// The words as they stand, within the title.
    Phrase,
    /// Every word, anywhere in the title.
    EveryWord,
}

/// The address of a table.
pub(crate) fn table_url(odata: &ODataSpec, table: &str) -> String {
    let path = odata.path.as_deref().unwrap_or("Observations");
    let query = odata.query.as_deref().map(|query| format!("?{}", encode(query))).unwrap_or_default();
    format!("{}/{table}/{path}{query}", odata.base.trim_end_matches('/'))
}

/// The one table of the catalogue that title and year fit best.
///
/// # Errors
/// None, or several that fit as well: they are named. An id that may not stand in an address.
pub(crate) fn look_up(client: &Client, odata: &ODataSpec) -> Result<CatalogueEntry, Trouble> {
    let datasets = || format!("{}/Datasets", odata.base.trim_end_matches('/'));
    let url = odata.catalogue.clone().unwrap_or_else(datasets);
    let catalogue: Value = serde_json::from_slice(&all_pages(client, &url)?).map_err(|error| network(&url, error))?;
    choose(&catalogue, odata).map_err(|message| network(&url, message))
}

fn choose(catalogue: &Value, odata: &ODataSpec) -> Result<CatalogueEntry, String> {
    let words = odata.title.as_deref().unwrap_or_default().trim().to_lowercase();
    let year = odata.year.map(|year| year.to_string()).unwrap_or_default();
    let mut found: Vec<(Fit, CatalogueEntry)> = Vec::new();
    for entry in catalogue.get("value").and_then(Value::as_array).into_iter().flatten() {
        let (title, period) = (text(entry, "Title"), text(entry, "Period"));
        let has_year = title.contains(&year) || period.contains(&year);
        if let Some(fit) = fit(&title.to_lowercase(), &words, &year).filter(|_| has_year) {
            let id = ["Identifier", "Id", "ID"].iter().map(|key| text(entry, key)).find(|id| !id.is_empty());
            found.push((fit, CatalogueEntry { id: id.unwrap_or_default(), title }));
        }
    }
    let best = found.iter().map(|(fit, _)| *fit).min();
    let mut best: Vec<CatalogueEntry> =
        found.into_iter().filter(|(fit, _)| Some(*fit) == best).map(|(_, entry)| entry).collect();
    match (best.pop(), best.as_slice()) {
        (Some(only), []) if may_stand_in_an_address(&only.id) => Ok(only),
        (Some(only), []) => Err(format!("the id `{}` of `{}` may not stand in an address", only.id, only.title)),
        (None, _) => Err(format!("no table with `{words}` in its title and {year} in its title or period")),
        (Some(last), others) => {
            let named = others.iter().chain([&last]).take(MAX_NAMED);
            let names: Vec<String> = named.map(|entry| format!("{} ({})", entry.id, entry.title)).collect();
            Err(format!("several tables fit, name one by `table`: {}", names.join("; ")))
        }
    }
}

fn text(entry: &Value, key: &str) -> String {
    entry.get(key).and_then(Value::as_str).unwrap_or_default().trim().to_owned()
}

fn fit(title: &str, words: &str, year: &str) -> Option<Fit> {
    if title == words || title == format!("{words} {year}") {
        return Some(Fit::Whole);
    }
    if title.contains(words) {
        return Some(Fit::Phrase);
    }
    words.split_whitespace().all(|word| title.contains(word)).then_some(Fit::EveryWord)
}

/// Letters, digits, `-` and `_`: an id from a foreign list leads to no other path, host or query.
fn may_stand_in_an_address(id: &str) -> bool {
    !id.is_empty() && id.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte))
}

/// Percent-encodes what may not stand in a query, and leaves `$`, `=`, `&`, `'`, `(`, `)` and `,`.
fn encode(query: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~$=&'(),/:%+*".contains(&byte);
    query.bytes().map(|byte| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") }).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    /// Invented tables, with the keys that the service of version 3 has.
    fn catalogue() -> Value {
        let entry = |row: u32, id: &str, title: &str, period: &str| json!({ "ID": row, "Identifier": id, "Title": title, "Period": period });
        json!({ "value": [
            entry(1, "10001NED", "Kerncijfers wijken en buurten 2022 ", "2022"),
            entry(2, "10002NED", "Kerncijfers wijken en buurten 2022, oude indeling", "2022"),
            entry(3, "10003NED", "Kerncijfers wijken en buurten 2021", "2021"),
            entry(4, "10004NED", "Gezondheid per wijk; 2020/2022 (indeling 2022)", "2020, 2022"),
            entry(5, "10005NED", "Gezondheid per wijk; 2020/2022/2024 (indeling 2024)", "2020, 2022, 2024"),
            entry(6, "10006NED", "Misdrijven per buurt", "2010 t/m 2024"),
            entry(7, "../10007NED?x=", "Vuil", "2024"),
            json!({ "Id": "10008NED", "Title": "Zonder Identifier" }),
        ] })
    }

    #[test]
    fn a_table_is_found_by_its_words_and_a_year_in_its_title_or_period() {
        let several = "several tables fit";
        let cases = [
            // The whole title wins from a longer one.
            ("kerncijfers wijken en buurten", Some(2022), Ok("10001NED")),
            ("wijken en buurten", Some(2022), Err(several)),
            ("wijken en buurten", Some(2021), Ok("10003NED")),
            // Both hold 2022; only one is on the map of 2022.
            ("gezondheid per wijk", Some(2022), Err(several)),
            ("gezondheid per wijk (indeling 2022)", Some(2022), Ok("10004NED")),
            // The year stands in the period only.
            ("misdrijven per buurt", Some(2024), Ok("10006NED")),
            ("misdrijven per buurt", Some(1999), Err("no table")),
            ("zonder identifier", None, Ok("10008NED")),
            ("vuil", Some(2024), Err("may not stand in an address")),
        ];
        for (title, year, expected) in cases {
            let odata = ODataSpec {
                base: String::new(),
                table: None,
                catalogue: None,
                title: Some(title.to_owned()),
                year,
                path: None,
                query: None,
            };
            let found = choose(&catalogue(), &odata).map(|entry| entry.id);
            match (&found, expected) {
                (Ok(id), Ok(expected)) => assert_eq!(id, expected, "{title}"),
                (Err(message), Err(expected)) => assert!(message.contains(expected), "{title}: {message}"),
                _ => panic!("{title} {year:?}: {found:?}"),
            }
        }
    }
}
