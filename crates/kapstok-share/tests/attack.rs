// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! An attacker who has everything that is shown of an invented country, knows its map, all weights, what the sources
//! did not measure of open areas, and how sources round.
//!
//! Two attacks: differences (`made/differences.rs`), and all sums at once (`made/at_once.rs`). The same attacks are made on
//! the answers of a server in `kapstok-serve/tests/gate.rs`.

mod made;

use kapstok_share::area_page::area_page;
use kapstok_share::counted::counted_lines;
use kapstok_share::snapshot::{AreaAt, Snapshot};
use kapstok_share::words::Language;
use made::at_once::all_at_once;
use made::country::{Country, INDICATORS, LEVELS, YEARS};
use made::differences::differences;
use made::seen::{hidden_alone, seen};

const SEEDS: u64 = 24;

#[test]
fn no_gated_figure_can_be_worked_out() {
    let (mut found, mut n_gated) = (Vec::new(), 0);
    for seed in 0..SEEDS {
        let country = Country::new(seed);
        let snapshot = Snapshot::new(country.raw()).unwrap();
        let seen = seen(&country, &snapshot);
        let n_tried = differences(&country, &seen, &mut found);
        assert!(n_tried >= 1_000, "{n_tried} differences of country {seed}");
        n_gated += all_at_once(&country, &seen, &mut found);
    }
    assert!(n_gated > 1_000, "the attack must have something to look for: {n_gated}");
    found.dedup();
    let first: Vec<&String> = found.iter().take(40).collect();
    assert!(found.is_empty(), "{} of {n_gated} worked out: {first:#?}", found.len());
}

#[test]
fn without_companions_the_same_attack_finds_what_is_hidden() {
    // The attack must be able to find something, or it proves nothing: here only gated figures are hidden.
    let country = Country::new(1);
    let open = hidden_alone(&country);
    let (mut by_difference, mut at_once) = (Vec::new(), Vec::new());
    differences(&country, &open, &mut by_difference);
    all_at_once(&country, &open, &mut at_once);
    assert!(by_difference.len() > 10 && at_once.len() > 10, "{} and {}", by_difference.len(), at_once.len());
}

#[test]
fn most_of_a_country_is_shown_all_the_same() {
    let (mut n_open, mut n_shown) = (0, 0);
    for seed in 0..SEEDS {
        let country = Country::new(seed);
        let seen = seen(&country, &Snapshot::new(country.raw()).unwrap());
        for level in 0..4 {
            for indicator in 0..INDICATORS.len() {
                for year in 0..3 {
                    for area in 0..country.n_areas(level) {
                        let is_open =
                            !country.published[level][indicator][year][area].is_nan() && !seen.gated[level][year][area];
                        n_open += usize::from(is_open);
                        n_shown += usize::from(seen.cells[level][indicator][year][area].is_some());
                    }
                }
            }
        }
    }
    // Countries of some forty areas, a third of them gated, of which half do not round: far worse than any real one.
    assert!(n_shown * 5 > n_open * 2, "{n_shown} of {n_open} shown");
}

#[test]
fn what_is_told_beside_the_figures_tells_nothing_of_a_withheld_one() {
    for seed in 0..SEEDS {
        let country = Country::new(seed);
        let snapshot = Snapshot::new(country.raw()).unwrap();
        let seen = seen(&country, &snapshot);
        let level = snapshot.level(LEVELS[3]).unwrap();
        let recipe = &snapshot.manifest().recipes[0];
        let (_, scores) = snapshot.recipes(level).next().unwrap();
        for area in 0..level.len() {
            // Scores say something of each figure that they were made from.
            let is_withheld = |indicator: usize, year: usize| {
                !country.published[3][indicator][year][area].is_nan() && seen.cells[3][indicator][year][area].is_none()
            };
            let said = scores.area(recipe, area);
            if is_withheld(9, 0) || is_withheld(14, 2) || seen.gated[3][2][area] {
                assert!(said.known.is_empty() && said.bounds.is_empty() && said.not_counted.is_some(), "{seed} {area}");
            }
            let at = AreaAt { level: 3, index: area };
            for figure in area_page(&snapshot, at, Language::En).figures {
                let indicator = INDICATORS.iter().position(|(id, _)| *id == figure.indicator).unwrap();
                let year = YEARS.iter().position(|year| year.to_string() == figure.period).unwrap();
                assert_eq!(figure.value, seen.cells[3][indicator][year][area], "{seed} {area} {}", figure.indicator);
            }
            if !counted_lines(&snapshot, at).is_empty() {
                assert!((4..7).all(|class| seen.cells[3][class][2][area].is_some()), "{seed} {area}");
            }
            assert_eq!(level.residents()[area], seen.cells[3][0][2][area]);
        }
        // The number of burdened areas less those that are shown is none, and a domain is cut at a shown figure.
        for (domain, cut) in recipe.domains.iter().zip(&recipe.cuts) {
            let flags = scores.numbers(&format!("burden_{domain}")).unwrap();
            assert_eq!(cut.n_in, flags.iter().flatten().filter(|flag| **flag == 1.0).count());
            assert_eq!(cut.n_known, flags.iter().flatten().count());
            if let Some(threshold) = cut.threshold {
                let shown =
                    [(9, 0), (14, 2)].iter().any(|(at, year)| seen.cells[3][*at][*year].contains(&Some(threshold)));
                assert!(shown, "{seed} {domain} is cut at {threshold}");
            }
        }
        // A crosswalk counts nobody in an area of which no count is shown; nor in another part of the same area, for with
        // the shares that would tell it all the same.
        for told in level.links(2021).iter().filter(|link| link.counted.is_some()) {
            for link in level.links(2021).iter().filter(|link| link.from == told.from) {
                let area = level.index_of(&link.to).unwrap();
                assert!(seen.cells[3][0].iter().all(|year| year[area].is_some()), "{seed} {}", link.to);
            }
        }
    }
}
