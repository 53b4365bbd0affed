// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Re-basing on small maps worked by hand, and its law: a fully known count loses nobody.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::sync::Arc;

use kapstok_area::{
    AreaCode, AreaList, BoundaryYear, Crosswalk, Crosswalks, Evidence, Hierarchy, Level, Link, Route, Unlisted,
};
use kapstok_table::{
    Cell, Column, ColumnBuilder, IndicatorId, Known, Origin, Period, RebaseInputs, RebaseRule, SourceFile, Status,
    Step, WhyMissing, rebase,
};
use proptest::prelude::*;

fn code(text: &str) -> AreaCode {
    Hierarchy::builtin("nl").unwrap().parse(text).unwrap()
}

fn areas(year: u16, codes: &[&str]) -> Arc<AreaList> {
    let areas = codes.iter().map(|text| (code(text), String::new()));
    Arc::new(AreaList::new(Level::new("district"), BoundaryYear(year), areas))
}

fn origin(year: u16) -> Arc<Origin> {
    let file = SourceFile {
        source: "test".into(),
        name: "test.csv".into(),
        sha256: "0".repeat(64),
        title: "Test".into(),
        publisher: "Nobody".into(),
        table_id: None,
        licence: "CC0-1.0".into(),
        attribution: String::new(),
        retrieved: "2025-06-01".into(),
        url: None,
    };
    Arc::new(Origin {
        file: Arc::new(file),
        sheet: None,
        column_title: "n".into(),
        column_number: 2,
        boundary_year: BoundaryYear(year),
        steps: Vec::new(),
    })
}

fn column(areas: &Arc<AreaList>, cells: &[Cell]) -> Column {
    let (id, period) = (IndicatorId::new("n").unwrap(), Period::year_of(2020));
    let year = areas.boundary_year().0;
    let mut builder = ColumnBuilder::new(id, period, Arc::clone(areas), origin(year), WhyMissing::NotMeasured);
    for (area_index, cell) in cells.iter().enumerate() {
        builder.set(area_index, cell, area_index as u32 + 2);
    }
    builder.finish()
}

fn known(value: f64) -> Cell {
    Cell::Known(Known { value, interval: None, status: Status::Final })
}

fn secret() -> Cell {
    Cell::missing(WhyMissing::Secret, "x")
}

fn route(links: &[(&str, &str, f64)], unlisted: Unlisted) -> Route {
    let links = links.iter().map(|&(from, to, weight)| Link { from: code(from), to: code(to), weight }).collect();
    let (level, years) = (Level::new("district"), (BoundaryYear(2020), BoundaryYear(2022)));
    let crosswalk = Crosswalk::new("test", level.clone(), years, Evidence::Addresses, unlisted, links).unwrap();
    Crosswalks::new(vec![crosswalk]).route(&level, years.0, years.1)
}

fn inputs(rule: &RebaseRule) -> RebaseInputs<'_> {
    RebaseInputs { rule, denominator: None, residents: None, max_unknown_share: 0.05 }
}

fn values(column: &Column) -> Vec<Option<f64>> {
    column.values().collect()
}

/// A (100 addresses) goes for 3/4 to D and 1/4 to E; B (50) goes whole to E; C is not listed.
fn split() -> (Arc<AreaList>, Route, Arc<AreaList>) {
    let links = [("WK000101", "WK000104", 75.0), ("WK000101", "WK000105", 25.0), ("WK000102", "WK000105", 50.0)];
    let old = areas(2020, &["WK000101", "WK000102", "WK000103"]);
    (old, route(&links, Unlisted::KeptBoundary), areas(2022, &["WK000103", "WK000104", "WK000105"]))
}

#[test]
fn counts_are_split_by_addresses_and_added() {
    let (old, way, new) = split();
    let before = column(&old, &[known(1000.0), known(300.0), known(40.0)]);
    let after = rebase(&before, &way, &new, &inputs(&RebaseRule::Split)).column;
    // C keeps its 40; D gets 3/4 of 1,000; E gets 1/4 of 1,000 and all of 300.
    assert_eq!(values(&after), [Some(40.0), Some(750.0), Some(550.0)]);
    assert!(matches!(after.origin().steps.last(), Some(Step::Rebased { route, .. }) if route == &["test"]));
}

#[test]
fn means_are_weighted_by_the_moving_part_of_their_denominator() {
    let (old, way, new) = split();
    let (shares, people) = (
        column(&old, &[known(10.0), known(40.0), known(7.0)]),
        column(&old, &[known(400.0), known(100.0), known(9.0)]),
    );
    let rule = RebaseRule::WeightedBy(IndicatorId::new("people").unwrap());
    let by_people = RebaseInputs { denominator: Some(&people), residents: Some(&people), ..inputs(&rule) };
    let after = rebase(&shares, &way, &new, &by_people).column;
    // E: 100 people of A at 10 % and 100 of B at 40 % make 25 %.
    assert_eq!(values(&after), [Some(7.0), Some(10.0), Some(25.0)]);
    // By the crosswalk instead: 25 addresses at 10 % and 50 at 40 % make 30 %.
    let after = rebase(&shares, &way, &new, &inputs(&RebaseRule::WeightedByCrosswalk)).column;
    assert_eq!(values(&after)[2], Some(30.0));
}

#[test]
fn each_cell_says_how_much_of_it_comes_from_changed_and_from_divided_areas() {
    let (old, way, new) = split();
    let people = column(&old, &[known(400.0), known(100.0), known(9.0)]);
    let rule = RebaseRule::Split;
    let after = rebase(&people, &way, &new, &RebaseInputs { residents: Some(&people), ..inputs(&rule) }).column;
    let said = |column: &Column, i| {
        let it = column.rebased(i).unwrap();
        (it.changed_share, it.divided_share, it.evidence, it.n_parts)
    };
    // E: 100 of its 200 people come from A, which was divided; B went whole, and is no area of its own now.
    assert_eq!(said(&after, 0), (0.0, 0.0, Evidence::NotListedAsChanged, 1));
    assert_eq!(said(&after, 1), (1.0, 1.0, Evidence::Addresses, 1));
    assert_eq!(said(&after, 2), (1.0, 0.5, Evidence::Addresses, 2));
    // Put together whole: all of it comes from changed areas, and none of it is an estimate.
    let way = route(&[("WK000101", "WK000104", 7.0), ("WK000102", "WK000104", 5.0)], Unlisted::KeptBoundary);
    let after = rebase(&people, &way, &areas(2022, &["WK000104"]), &inputs(&rule)).column;
    assert_eq!(said(&after, 0), (1.0, 0.0, Evidence::Addresses, 2));
}

#[test]
fn what_cannot_be_brought_over_is_lost_with_its_reason_and_never_gone() {
    let (old, way, new) = split();
    let lost = Some(WhyMissing::LostInRecoding);
    let reason = |column: &Column, index: usize| column.missing(index).map(|missing| missing.reason);
    // A sum without one part is lost; a whole area keeps its own reason and mark.
    let after =
        rebase(&column(&old, &[secret(), known(300.0), secret()]), &way, &new, &inputs(&RebaseRule::Split)).column;
    assert_eq!([reason(&after, 0), reason(&after, 2)], [Some(WhyMissing::Secret), lost]);
    assert_eq!(&*after.missing(0).unwrap().mark, "x");
    // All parts withheld: withheld.
    let after = rebase(&column(&old, &[secret(), secret(), secret()]), &way, &new, &inputs(&RebaseRule::Split)).column;
    assert_eq!([reason(&after, 1), reason(&after, 2)], [Some(WhyMissing::Secret); 2]);
    // A median goes only whole.
    let before = column(&old, &[known(1.0), known(2.0), known(3.0)]);
    let after = rebase(&before, &way, &new, &inputs(&RebaseRule::OnlyWhole)).column;
    assert_eq!((values(&after)[0], reason(&after, 1), reason(&after, 2)), (Some(3.0), lost, lost));
    // An area of the new map that nothing leads to.
    let bare = areas(2022, &["WK000199"]);
    let rebased = rebase(&before, &way, &bare, &inputs(&RebaseRule::Split));
    assert_eq!((reason(&rebased.column, 0), rebased.not_arrived), (lost, vec![0, 1, 2]));
}

#[test]
fn an_old_area_without_a_row_is_an_unknown_part_and_not_nothing() {
    // E is a quarter of A and all of B. Without the row of B its sum is lost, and so is a mean of which B is most.
    let (_, way, new) = split();
    let without_b = areas(2020, &["WK000101", "WK000103"]);
    let before = column(&without_b, &[known(1000.0), known(40.0)]);
    let sum = rebase(&before, &way, &new, &inputs(&RebaseRule::Split)).column;
    assert_eq!(values(&sum), [Some(40.0), Some(750.0), None]);
    let mean = rebase(&before, &way, &new, &inputs(&RebaseRule::WeightedByCrosswalk)).column;
    assert_eq!(mean.missing(2).map(|missing| missing.reason), Some(WhyMissing::LostInRecoding));
}

#[test]
fn an_area_that_is_listed_with_nothing_in_it_did_not_keep_its_boundary() {
    let way = route(&[("WK000101", "WK000104", 0.0), ("WK000102", "WK000104", 5.0)], Unlisted::KeptBoundary);
    let old = areas(2020, &["WK000101", "WK000102"]);
    let rebased = rebase(
        &column(&old, &[known(7.0), known(3.0)]),
        &way,
        &areas(2022, &["WK000101", "WK000104"]),
        &inputs(&RebaseRule::Split),
    );
    assert_eq!((values(&rebased.column), rebased.not_arrived), (vec![None, Some(3.0)], vec![0]));
}

#[test]
fn a_mean_bears_a_small_unknown_part_and_no_more() {
    // 96 addresses known at 10 %, 4 unknown: kept at 10 %. With 6 unknown of 100: lost.
    for (known_addresses, expected) in [(96.0, Some(10.0)), (94.0, None)] {
        let links = [("WK000101", "WK000104", known_addresses), ("WK000102", "WK000104", 100.0 - known_addresses)];
        let before = column(&areas(2020, &["WK000101", "WK000102"]), &[known(10.0), secret()]);
        let way = route(&links, Unlisted::KeptBoundary);
        let after =
            rebase(&before, &way, &areas(2022, &["WK000104"]), &inputs(&RebaseRule::WeightedByCrosswalk)).column;
        assert_eq!(values(&after), [expected], "{known_addresses} addresses known");
    }
}

#[test]
fn an_area_that_others_come_to_keeps_its_own_people() {
    // 101 goes whole to 102; 102 is not listed as an area of the old map, and has 5,000 people there.
    let way = route(&[("WK000101", "WK000102", 100.0)], Unlisted::KeptBoundary);
    let old = areas(2020, &["WK000101", "WK000102"]);
    let new = areas(2022, &["WK000102"]);
    let after = rebase(&column(&old, &[known(1000.0), known(5000.0)]), &way, &new, &inputs(&RebaseRule::Split));
    assert_eq!((values(&after.column), after.not_arrived.len()), (vec![Some(6000.0)], 0));
    assert_eq!(after.column.rebased(0).unwrap().evidence, Evidence::SameCodeUnverified);
    // Where the old map has no 102, nothing is missing: it is new ground.
    let only = rebase(&column(&areas(2020, &["WK000101"]), &[known(1000.0)]), &way, &new, &inputs(&RebaseRule::Split));
    assert_eq!(values(&only.column), [Some(1000.0)]);
}

#[test]
fn a_mean_of_one_part_needs_no_weight_and_a_chain_finds_the_first_count() {
    // 2020 to 2021 does not list 101; 2021 to 2022 splits it.
    let crosswalk = |years: (u16, u16), links: &[(&str, &str, f64)]| {
        let links = links.iter().map(|&(from, to, weight)| Link { from: code(from), to: code(to), weight }).collect();
        let years = (BoundaryYear(years.0), BoundaryYear(years.1));
        let level = Level::new("district");
        Crosswalk::new("test", level, years, Evidence::Addresses, Unlisted::KeptBoundary, links).unwrap()
    };
    let first = crosswalk((2020, 2021), &[("WK000107", "WK000108", 1.0)]);
    let second = crosswalk(
        (2021, 2022),
        &[("WK000101", "WK000104", 30.0), ("WK000101", "WK000105", 10.0), ("WK000102", "WK000105", 30.0)],
    );
    let level = Level::new("district");
    let way = Crosswalks::new(vec![first, second]).route(&level, BoundaryYear(2020), BoundaryYear(2022));
    let before = column(&areas(2020, &["WK000101", "WK000102"]), &[known(10.0), known(50.0)]);
    let new = areas(2022, &["WK000104", "WK000105"]);
    let after = rebase(&before, &way, &new, &inputs(&RebaseRule::WeightedByCrosswalk)).column;
    // 104 is a part of 101 alone; 105 has 10 addresses at 10 % and 30 at 50 %.
    assert_eq!(values(&after), [Some(10.0), Some(40.0)]);
}

proptest! {
    /// For a fully known count the total after recoding equals the total before, at the source's decimals.
    #[test]
    fn a_fully_known_total_survives_recoding(
        counts in prop::collection::vec(0u32..100_000, 8),
        weights in prop::collection::vec(0u32..500, 64),
        unlisted in 0usize..5,
    ) {
        // Half of the codes exist on both maps, and the last `unlisted` old areas are in no link.
        let names: Vec<String> = (0..12).map(|i| format!("WK0001{i:02}")).collect();
        let codes: Vec<&str> = names[..8].iter().map(String::as_str).collect();
        let new_codes: Vec<&str> = names[4..].iter().map(String::as_str).collect();
        let mut links: Vec<(&str, &str, f64)> = Vec::new();
        for (i, from) in codes.iter().enumerate().take(8 - unlisted) {
            for (j, to) in new_codes.iter().enumerate() {
                links.push((from, to, f64::from(weights[i * 8 + j] + u32::from(i == j))));
            }
        }
        let (old, new) = (areas(2020, &codes), areas(2022, &new_codes));
        let cells: Vec<Cell> = counts.iter().map(|count| known(f64::from(*count) / 10.0)).collect();
        let before = column(&old, &cells);
        let after = rebase(&before, &route(&links, Unlisted::KeptBoundary), &new, &inputs(&RebaseRule::Split)).column;
        let total = |column: &Column| -> f64 { column.values().flatten().sum() };
        prop_assert_eq!(format!("{:.1}", total(&before)), format!("{:.1}", total(&after)));
    }
}
