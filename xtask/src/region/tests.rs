// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What must be true of the region: same seed, same bytes; published figures beside the truth; a map
//! without gaps.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::counts::{ALL_BURDENS, Count, REGISTER_BURDENS};
use super::geography;
use super::plan::{MapYear, PROGRAMME, Plan};
use super::publish::{Area, Figures, Level, publish};
use super::shapes::{Ring, dissolve, doubled_surface};
use super::years::{self, Year};
use super::{files, generate};

/// Paths and bytes of everything below a folder.
fn read_all(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut open = vec![folder.to_owned()];
    while let Some(here) = open.pop() {
        for entry in std::fs::read_dir(&here).unwrap() {
            let path = entry.unwrap().path();
            // What a build leaves behind is no part of the region.
            let built = path.ends_with("build") || path.ends_with("cache");
            match path.is_dir() {
                true if !built => open.push(path),
                true => {}
                false => {
                    let name = path.strip_prefix(folder).unwrap().to_string_lossy().replace('\\', "/");
                    found.insert(name, std::fs::read(&path).unwrap());
                }
            }
        }
    }
    found
}

#[test]
fn the_same_seed_gives_the_same_bytes_and_they_are_the_committed_ones() {
    let (first, second) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    generate(first.path()).unwrap();
    generate(second.path()).unwrap();
    let made = read_all(first.path());
    assert_eq!(made, read_all(second.path()));
    let committed = read_all(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../fixtures/voorbeeldstreek"));
    let names = |files: &BTreeMap<String, Vec<u8>>| files.keys().cloned().collect::<Vec<_>>();
    assert_eq!(names(&made), names(&committed), "run `cargo xtask region`");
    for (name, bytes) in &made {
        assert!(committed.get(name) == Some(bytes), "{name} differs: run `cargo xtask region`");
    }
}

#[test]
fn what_is_no_longer_made_is_removed_and_nothing_else() {
    let folder = tempfile::tempdir().unwrap();
    generate(folder.path()).unwrap();
    std::fs::write(folder.path().join("sources/old.csv"), "a").unwrap();
    std::fs::create_dir(folder.path().join("own")).unwrap();
    generate(folder.path()).unwrap();
    assert!(!folder.path().join("sources/old.csv").exists() && folder.path().join("own").exists());
}

#[test]
fn the_region_is_small_and_says_that_it_is_invented() {
    let files = files().unwrap();
    assert!(files.iter().map(|file| file.text.len()).sum::<usize>() < 3_000_000);
    for file in &files {
        let may_say_it = file.path.ends_with(".json") || file.path.ends_with(".geojson") || !file.path.contains('/');
        assert!(!may_say_it || file.text.contains("erzonnen voorbeeld / invented example"), "{}", file.path);
    }
}

fn with_figures<T>(check: impl FnOnce(&Plan, &[Year], &Figures<'_>) -> T) -> T {
    let plan = Plan::new();
    let years = years::run(&plan);
    check(&plan, &years, &Figures { plan: &plan, years: &years })
}

#[test]
fn blocks_share_their_lines_so_that_a_map_has_no_gaps_and_no_overlaps() {
    let plan = Plan::new();
    let outlines = geography::draw(&plan);
    assert_eq!(outlines.blocks.len(), plan.blocks.len());
    let mut seen = BTreeSet::new();
    let rings = outlines.blocks.iter().chain(outlines.water.iter().flat_map(|(_, rings)| rings));
    for ring in rings.clone() {
        for (from, to) in ring.iter().zip(ring.iter().cycle().skip(1)) {
            assert!(seen.insert((*from, *to)), "two pieces on one side of a line");
        }
    }
    // With the water everything is one piece without holes, so its surface is that of its parts.
    let whole = dissolve(&rings.clone().collect::<Vec<&Ring>>());
    assert_eq!(whole.iter().map(Vec::len).collect::<Vec<_>>(), [1]);
    assert_eq!(doubled_surface(&whole[0][0]), rings.map(doubled_surface).sum::<i64>());
    for map in [MapYear::Y2021, MapYear::Y2024] {
        for (code, blocks) in plan.neighbourhoods(map) {
            let outline = dissolve(&blocks.iter().map(|&block| &outlines.blocks[block]).collect::<Vec<_>>());
            assert_eq!(outline.len(), 1, "{code} is not one piece");
        }
    }
}

#[test]
fn the_island_touches_no_other_land() {
    let plan = Plan::new();
    let outlines = geography::draw(&plan);
    let island = plan.blocks.iter().position(|block| block.code_2024 == "01010212").unwrap();
    let points: BTreeSet<_> = outlines.blocks[island].iter().collect();
    let others = outlines.blocks.iter().enumerate().filter(|(position, _)| *position != island);
    assert!(others.flat_map(|(_, ring)| ring).all(|point| !points.contains(point)));
}

#[test]
fn counts_of_persons_add_up_to_the_persons() {
    with_figures(|_, years, figures| {
        let country =
            |year| figures.published_areas(year).into_iter().find(|area| area.level == Level::Country).unwrap().tally;
        for year in years {
            let tally = country(year);
            let (adults, households) = (tally.get(Count::Adults), tally.get(Count::Households));
            assert!((60_000..90_000).contains(&tally.get(Count::Residents)));
            assert_eq!(tally.get(Count::Residents), adults + tally.get(Count::Children));
            assert_eq!(tally.exactly_register.iter().sum::<u32>(), adults);
            assert_eq!(tally.exactly_all.iter().sum::<u32>(), adults);
            assert_eq!(tally.exactly_things.iter().sum::<u32>(), households);
            let times = |exactly: &[u32]| (0..).zip(exactly).map(|(m, n)| m * n).sum::<u32>();
            assert_eq!(times(&tally.exactly_register), REGISTER_BURDENS.iter().map(|it| tally.get(*it)).sum::<u32>());
            assert_eq!(times(&tally.exactly_all), ALL_BURDENS.iter().map(|it| tally.get(*it)).sum::<u32>());
            // Someone with m burdens is in m (m - 1) / 2 pairs.
            let in_pairs = (0..).zip(tally.exactly_all).map(|(m, n): (u32, u32)| m * m.saturating_sub(1) / 2 * n);
            assert_eq!(in_pairs.sum::<u32>(), tally.pairs.iter().sum::<u32>());
        }
    });
}

#[test]
fn the_programme_changed_nothing_elsewhere_nor_before_it_began() {
    with_figures(|plan, years, _| {
        for year in years {
            for (block, tally) in plan.blocks.iter().zip(&year.blocks) {
                let with = [Count::DebtHouseholds, Count::LowControl].map(|count| tally.get(count));
                let without = [Count::DebtHouseholdsWithout, Count::LowControlWithout].map(|count| tally.get(count));
                match PROGRAMME.contains(&block.code_2024.as_str()) && year.year >= 2022 {
                    true => assert!(with[0] < without[0] && with[1] < without[1], "{} {}", year.year, block.code_2024),
                    false => assert_eq!(with, without, "{} {}", year.year, block.code_2024),
                }
            }
        }
    });
}

/// One column of a CSV file as (area, period, figure with a decimal point).
fn column(
    text: &str,
    delimiter: char,
    area: usize,
    period: Option<usize>,
    cell: usize,
) -> Vec<(String, String, String)> {
    let rows =
        text.lines().skip(1).map(|line| line.split(delimiter).map(|cell| cell.trim_matches('"').trim()).collect());
    rows.map(|cells: Vec<&str>| {
        let period = period.map_or("", |period| cells[period]).trim_end_matches('*');
        (cells[area].to_owned(), period.to_owned(), cells[cell].trim_end_matches('*').replace(',', "."))
    })
    .collect()
}

fn area<'a>(areas: &'a BTreeMap<u16, Vec<Area>>, code: &str, year: &str) -> &'a Area {
    areas[&year.parse().unwrap()].iter().find(|area| area.code == code).unwrap()
}

#[test]
fn a_published_share_lies_within_half_its_last_decimal_of_the_true_one() {
    with_figures(|plan, years, figures| {
        let (published, _) = publish(figures, &geography::draw(plan));
        let areas: BTreeMap<u16, Vec<Area>> =
            years.iter().map(|year| (year.year, figures.published_areas(year))).collect();
        let mut n_compared = 0;
        for file in published.iter().filter(|file| file.path.contains("volwassenen_registers")) {
            for (position, burden) in REGISTER_BURDENS.into_iter().enumerate() {
                for (code, year, shown) in column(&file.text, ';', 0, Some(1), position + 2) {
                    let Ok(shown) = shown.parse::<f64>() else { continue };
                    let tally = &area(&areas, &code, &year).tally;
                    let truth = 100.0 * f64::from(tally.get(burden)) / f64::from(tally.get(Count::Adults));
                    assert!((shown - truth).abs() <= 0.05 + 1e-9, "{code} {year}: {shown} beside {truth}");
                    n_compared += 1;
                }
            }
        }
        assert!(n_compared > 3_500, "{n_compared}");
    });
}

#[test]
fn margins_of_the_survey_hold_the_truth_about_as_often_as_they_say() {
    with_figures(|plan, years, figures| {
        let (published, _) = publish(figures, &geography::draw(plan));
        let areas: BTreeMap<u16, Vec<Area>> =
            years.iter().map(|year| (year.year, figures.published_areas(year))).collect();
        let asked = [Count::LowControl, Count::Lonely, Count::Volunteer, Count::NeighbourHelp];
        let (mut n, mut n_held) = (0, 0);
        for file in published.iter().filter(|file| file.path.contains("enquete")) {
            for (position, count) in asked.into_iter().enumerate() {
                let of = |offset| column(&file.text, ',', 0, Some(1), 3 + 3 * position + offset);
                for ((code, year, lower), (_, _, upper)) in of(1).into_iter().zip(of(2)) {
                    let (Ok(lower), Ok(upper)) = (lower.parse::<f64>(), upper.parse::<f64>()) else { continue };
                    let found = area(&areas, &code, &year);
                    let truth = 100.0 * f64::from(found.tally.get(count)) / f64::from(found.tally.get(Count::Adults));
                    n += u32::from(found.level == Level::Neighbourhood);
                    n_held += u32::from(found.level == Level::Neighbourhood && lower <= truth && truth <= upper);
                }
            }
        }
        // Of 1,400 intervals 95 % may come out between 93.5 and 96.5 % (2.5 standard deviations).
        let share = f64::from(n_held) / f64::from(n);
        assert!(n > 1_300 && (0.935..0.965).contains(&share), "{n_held} of {n}");
    });
}

#[test]
fn every_planted_error_stands_in_its_file_beside_the_truth() {
    with_figures(|plan, _, figures| {
        let (published, planted) = publish(figures, &geography::draw(plan));
        assert_eq!(planted.len(), 8);
        for error in planted {
            let file = published.iter().find(|file| file.path.ends_with(&error.file)).unwrap();
            let rows: Vec<&str> = file.text.lines().filter(|line| line.contains(&error.area)).collect();
            match error.id {
                "dubbele-rij" => assert!(rows.len() == 2 && rows[0] == rows[1]),
                "rij-ontbreekt" => assert!(!rows.iter().any(|row| row.contains(",2023,")), "{rows:?}"),
                _ => assert!(
                    rows.iter().any(|row| row.contains(&error.shown)) && error.shown != error.true_value,
                    "{error:?}"
                ),
            }
        }
    });
}

/// The published share of the country: 31 % of the variance of low income between wijken lies between
/// municipalities, 69 % inside them (Dutch wijken, weighted by households).
#[test]
fn most_of_the_difference_lies_inside_municipalities_and_the_rural_one_has_hardly_any() {
    with_figures(|_, years, figures| {
        let areas = figures.published_areas(&years[2]);
        let share = |area: &Area| {
            f64::from(area.tally.get(Count::LowIncomeHouseholds)) / f64::from(area.tally.get(Count::Households))
        };
        let variance = |level: Level, within: &str| {
            let of_level: Vec<&Area> = areas
                .iter()
                .filter(|area| {
                    area.level == level && area.code[2..].starts_with(within) && area.tally.get(Count::Households) > 0
                })
                .collect();
            let weight = |area: &Area| f64::from(area.tally.get(Count::Households));
            let total: f64 = of_level.iter().map(|area| weight(area)).sum();
            let mean = of_level.iter().map(|area| weight(area) * share(area)).sum::<f64>() / total;
            of_level.iter().map(|area| weight(area) * (share(area) - mean) * (share(area) - mean)).sum::<f64>() / total
        };
        let between = variance(Level::Municipality, "") / variance(Level::District, "");
        assert!((0.24..0.38).contains(&between), "{between}");
        let (rural, city) = (variance(Level::Neighbourhood, "0103"), variance(Level::Neighbourhood, "0101"));
        assert!(rural < city / 15.0, "{rural} beside {city}");
    });
}
