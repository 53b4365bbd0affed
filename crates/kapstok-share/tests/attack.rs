// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! An attacker who has every shown count of every level, and knows that parts add up to their total.
//!
//! All equations are solved at once: a withheld cell is worked out when the equations leave it one value only.

use kapstok_share::subtraction::{LevelCells, Shown, shown};
use proptest::prelude::*;

/// Cells that the equations leave one value only, as (level, area).
fn worked_out(levels: &[LevelCells], shown: &[Vec<Shown>]) -> Vec<(usize, usize)> {
    let mut unknowns = Vec::new();
    for (level, cells) in levels.iter().enumerate() {
        unknowns.extend(
            (0..cells.figures.len()).filter(|&area| shown[level][area] != Shown::Yes).map(|area| (level, area)),
        );
    }
    let column = |cell: (usize, usize)| unknowns.iter().position(|known| *known == cell);
    let mut rows: Vec<Vec<f64>> = Vec::new();
    for (level, cells) in levels.iter().enumerate() {
        for (above, lies_in) in &cells.lies_in {
            for total in 0..levels[*above].figures.len() {
                let mut row = vec![0.0; unknowns.len()];
                if let Some(at) = column((*above, total)) {
                    row[at] = -1.0;
                }
                for (part, _) in lies_in.iter().enumerate().filter(|(_, total_of)| **total_of == Some(total)) {
                    if let Some(at) = column((level, part)) {
                        row[at] = 1.0;
                    }
                }
                rows.push(row);
            }
        }
    }
    reduce(&mut rows);
    // In reduced form a cell has one value only where its row has nothing else in it.
    let alone = rows.iter().filter(|row| row.iter().filter(|value| value.abs() > 1e-9).count() == 1);
    alone.filter_map(|row| row.iter().position(|value| value.abs() > 1e-9)).map(|at| unknowns[at]).collect()
}

/// Gauss and Jordan.
fn reduce(rows: &mut [Vec<f64>]) {
    let n_columns = rows.first().map_or(0, Vec::len);
    let mut done = 0;
    for column in 0..n_columns {
        let Some(pivot) = (done..rows.len()).find(|&row| rows[row][column].abs() > 1e-9) else { continue };
        rows.swap(done, pivot);
        let by = rows[done][column];
        rows[done].iter_mut().for_each(|value| *value /= by);
        for row in (0..rows.len()).filter(|&row| row != done) {
            let by = rows[row][column];
            if by != 0.0 {
                let pivot = rows[done].clone();
                rows[row].iter_mut().zip(pivot).for_each(|(value, above)| *value -= by * above);
            }
        }
        done += 1;
    }
}

/// Municipalities of wijken of buurten, from residents per buurt.
fn country(residents: &[Vec<Vec<u32>>], min_residents: f64) -> Vec<LevelCells> {
    let (mut towns, mut wijken, mut buurten) = (LevelCells::default(), LevelCells::default(), LevelCells::default());
    let (mut wijk_in, mut buurt_in, mut buurt_in_town) = (Vec::new(), Vec::new(), Vec::new());
    let add = |level: &mut LevelCells, residents: u32| {
        let residents = f64::from(residents);
        level.figures.push(Some(residents / 2.0));
        level.residents.push(Some(residents));
        level.gated.push(residents < min_residents);
    };
    for (town, of_town) in residents.iter().enumerate() {
        add(&mut towns, of_town.iter().flatten().sum());
        for of_wijk in of_town {
            add(&mut wijken, of_wijk.iter().sum());
            wijk_in.push(Some(town));
            for buurt in of_wijk {
                add(&mut buurten, *buurt);
                buurt_in.push(Some(wijken.figures.len() - 1));
                buurt_in_town.push(Some(town));
            }
        }
    }
    wijken.lies_in = vec![(0, wijk_in)];
    buurten.lies_in = vec![(0, buurt_in_town), (1, buurt_in)];
    vec![towns, wijken, buurten]
}

#[test]
fn the_smallest_other_part_is_withheld_with_the_one_gated() {
    // One town of one wijk: 10 residents are too few, and 80 is the smallest of the others.
    let levels = country(&[vec![vec![10, 300, 80, 200]]], 50.0);
    let found = shown(&levels, 50.0);
    assert_eq!(found[2], [Shown::TooFewResidents, Shown::Yes, Shown::WithOthers, Shown::Yes]);
    assert_eq!((&found[0][..], &found[1][..]), (&[Shown::Yes][..], &[Shown::Yes][..]));
    // Two gated ones of 10 and 20 are 30 together: a third joins. Of 30 and 40 no other is needed.
    let of = |buurten: Vec<u32>| shown(&country(&[vec![buurten]], 50.0), 50.0)[2].clone();
    assert_eq!(
        of(vec![10, 300, 20, 200]),
        [Shown::TooFewResidents, Shown::Yes, Shown::TooFewResidents, Shown::WithOthers]
    );
    assert_eq!(of(vec![30, 300, 40, 200]), [Shown::TooFewResidents, Shown::Yes, Shown::TooFewResidents, Shown::Yes]);
    // Nobody is gated: nothing is withheld.
    assert_eq!(of(vec![60, 300]), [Shown::Yes; 2]);
}

#[test]
fn without_this_a_gated_figure_can_be_worked_out() {
    // The attack must be able to find something, or it proves nothing.
    let levels = country(&[vec![vec![10, 300, 80, 200]]], 50.0);
    let plain: Vec<Vec<Shown>> = levels
        .iter()
        .map(|level| level.gated.iter().map(|gated| if *gated { Shown::TooFewResidents } else { Shown::Yes }).collect())
        .collect();
    assert_eq!(worked_out(&levels, &plain), [(2, 0)]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]
    /// A thousand countries, each attacked with all its equations: no gated cell has one value only.
    #[test]
    fn no_gated_figure_can_be_worked_out(
        residents in prop::collection::vec(
            prop::collection::vec(prop::collection::vec(prop_oneof![0u32..60, 60u32..2_000], 1..6), 1..5),
            1..4,
        ),
    ) {
        let levels = country(&residents, 50.0);
        let found = shown(&levels, 50.0);
        for (level, area) in worked_out(&levels, &found) {
            prop_assert!(found[level][area] != Shown::TooFewResidents, "level {} area {} of {:?}", level, area, residents);
        }
    }
}
