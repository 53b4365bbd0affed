// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Maps of buurten, wijken and municipalities, and the table of what moved between the two maps.

use std::collections::BTreeMap;

use super::super::counts::Count;
use super::super::geography::Outlines;
use super::super::plan::{COUNTRY, MapYear};
use super::super::shapes::{Feature, Polygon, Ring, dissolve, geojson};
use super::{Figures, TextFile};

const TITLE: &str = "Voorbeeldstreek: verzonnen voorbeeld / invented example";

pub(super) fn files(figures: &Figures<'_>, outlines: &Outlines) -> Vec<TextFile> {
    let text =
        |name: &str, features: &[Feature]| TextFile { path: format!("sources/{name}"), text: geojson(TITLE, features) };
    vec![
        text("kaart_buurten_2021.geojson", &neighbourhoods(figures, outlines, MapYear::Y2021)),
        text("kaart_buurten_2024.geojson", &neighbourhoods(figures, outlines, MapYear::Y2024)),
        text("kaart_wijken_2024.geojson", &larger(figures, outlines, "wijk", "XW", 6)),
        text("kaart_gemeenten_2024.geojson", &larger(figures, outlines, "gemeente", "XG", 4)),
        crosswalk(figures),
    ]
}

/// The outlines of areas by their digits: the first `n_digits` of the codes of their buurten.
fn together(
    figures: &Figures<'_>,
    outlines: &Outlines,
    map: MapYear,
    n_digits: usize,
) -> BTreeMap<String, Vec<Polygon>> {
    let mut rings: BTreeMap<String, Vec<&Ring>> = BTreeMap::new();
    for (block, ring) in figures.plan.blocks.iter().zip(&outlines.blocks) {
        rings.entry(block.code(map)[..n_digits].to_owned()).or_default().push(ring);
    }
    rings.into_iter().map(|(digits, rings)| (digits, dissolve(&rings))).collect()
}

/// Land and water, as the official map has it: rows of water are no areas.
fn neighbourhoods(figures: &Figures<'_>, outlines: &Outlines, map: MapYear) -> Vec<Feature> {
    let properties = |digits: &str, name: &str, water: &str| {
        format!(
            "\"buurtcode\":\"XB{digits}\",\"buurtnaam\":\"{name}\",\"wijkcode\":\"XW{}\",\"gemeentecode\":\"XG{}\",\"water\":\"{water}\",\"jaar\":{}",
            &digits[..6],
            &digits[..4],
            map.year()
        )
    };
    let land = together(figures, outlines, map, 8).into_iter().map(|(digits, outline)| {
        let name = figures.plan.area_name(&format!("XB{digits}"));
        Feature { properties: properties(&digits, name, "NEE"), outline }
    });
    let water = outlines.water.iter().map(|(municipality, polygon)| {
        let digits = format!("{municipality}9999");
        Feature { properties: properties(&digits, "Water", "JA"), outline: vec![polygon.clone()] }
    });
    land.chain(water).collect()
}

fn larger(figures: &Figures<'_>, outlines: &Outlines, word: &str, prefix: &str, n_digits: usize) -> Vec<Feature> {
    let feature = |(digits, outline): (String, Vec<Polygon>)| {
        let code = format!("{prefix}{digits}");
        let name = figures.plan.area_name(&code);
        let properties =
            format!("\"{word}code\":\"{code}\",\"{word}naam\":\"{name}\",\"jaar\":{}", MapYear::Y2024.year());
        Feature { properties, outline }
    };
    together(figures, outlines, MapYear::Y2024, n_digits).into_iter().map(feature).collect()
}

/// Addresses by old and new area. Of buurten and wijken only what changed; of municipalities and the
/// country all, for none of them did.
fn crosswalk(figures: &Figures<'_>) -> TextFile {
    let mut addresses: BTreeMap<(&str, String, String), u32> = BTreeMap::new();
    let last = figures.years_on(MapYear::Y2021).last();
    for (block, tally) in figures.plan.blocks.iter().zip(last.into_iter().flat_map(|year| &year.blocks)) {
        let (old, new) = (block.code(MapYear::Y2021), block.code(MapYear::Y2024));
        // One home in twenty-five stands empty.
        let households = tally.get(Count::Households);
        let n = households + households / 25;
        let mut add = |level, old: String, new: String| *addresses.entry((level, old, new)).or_default() += n;
        add("land", COUNTRY.0.to_owned(), COUNTRY.0.to_owned());
        add("gemeente", format!("XG{}", &old[..4]), format!("XG{}", &new[..4]));
        add("wijk", format!("XW{}", &old[..6]), format!("XW{}", &new[..6]));
        if figures.plan.changed(old, MapYear::Y2021) || figures.plan.changed(new, MapYear::Y2024) {
            add("buurt", format!("XB{old}"), format!("XB{new}"));
        }
    }
    // A wijk is listed when a part of it went or came.
    let moved: Vec<String> = addresses
        .keys()
        .filter(|(level, old, new)| *level == "wijk" && old != new)
        .flat_map(|(_, old, new)| [old.clone(), new.clone()])
        .collect();
    let mut text = "niveau,code_2021,code_2024,adressen\n".to_owned();
    for ((level, old, new), n) in addresses {
        if level != "wijk" || moved.contains(&old) || moved.contains(&new) {
            text.push_str(&format!("{level},{old},{new},{n}\n"));
        }
    }
    TextFile { path: "sources/grenzen_2021_2024.csv".to_owned(), text }
}
