// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Areas that take no part, and areas that a recipe excludes: no step gives them a figure, so they move nobody.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

use kapstok_recipe::{Available, Catalogue, Plan, check, parse};
use kapstok_score::burdens::TakesPart;
use kapstok_score::sure::{Ground, InputErrors, Replicator};
use kapstok_score::{Figures, Inputs, Outcome, ScoreError, run};

/// Gaps are filled, then areas are ranked; area 5 is excluded by a rule.
fn plan() -> Plan {
    let text = r#"
recipe = 1
id = "filled"
title = { nl = "gevuld", en = "filled" }
level = "neighbourhood"
[[input]]
name = "figure"
unit = "percent"
direction = "higher-is-worse"
[[input]]
name = "kind"
unit = "count"
direction = "neither"
[[exclude]]
column = "kind"
equals = 9
[[step]]
do = "impute"
in = "figure"
out = "filled"
[[step]]
do = "rank"
in = "filled"
out = "place"
order = "highest-first"
ties = "mean"
[sure]
order = "place"
seed = 1
replications = 5
"#;
    let (recipe, problems) = parse("recipe.toml", text);
    assert!(problems.is_empty(), "{problems:?}");
    let column = |name: &str| Available {
        name: name.to_owned(),
        period: String::new(),
        boundary_year: None,
        indicator: None,
        share_missing: 0.0,
    };
    let columns = ["figure", "kind"].map(column).to_vec();
    let (plan, problems) = check(&recipe.unwrap(), &Catalogue { source: "table.csv".to_owned(), columns });
    plan.unwrap_or_else(|| panic!("{problems:?}"))
}

/// Area 2 has no figure and takes part; area 4 has none because it takes none; area 5 is excluded.
fn inputs(left_out: Vec<bool>) -> Inputs {
    let figures: Figures = [Some(4.0), Some(2.0), None, Some(9.0), None, None].into_iter().collect();
    let kinds: Figures = [0.0, 0.0, 0.0, 0.0, 0.0, 9.0].into_iter().map(Some).collect();
    Inputs {
        areas: (0..6).map(|area| format!("B{area}")).collect(),
        figures: [("figure".to_owned(), figures), ("kind".to_owned(), kinds)].into_iter().collect(),
        left_out,
        ..Inputs::default()
    }
}

const LEFT_OUT: [bool; 6] = [false, false, false, false, true, false];

fn column(outcome: &Outcome, name: &str) -> Vec<Option<f64>> {
    outcome.column(name).unwrap().1.values.to_vec()
}

#[test]
fn an_area_that_takes_no_part_and_one_that_is_excluded_are_never_imputed_and_have_no_rank() {
    let outcome = run(&plan(), &inputs(LEFT_OUT.to_vec())).unwrap();
    // The mean of 4, 2 and 9 is 5.
    assert_eq!(column(&outcome, "filled"), [Some(4.0), Some(2.0), Some(5.0), Some(9.0), None, None]);
    assert_eq!(column(&outcome, "place"), [Some(3.0), Some(4.0), Some(2.0), Some(1.0), None, None]);
    // Why an area is left out stays apart: only the rule excludes.
    assert_eq!(outcome.excluded, [false, false, false, false, false, true]);
}

#[test]
fn an_area_that_takes_no_part_is_imputed_in_no_draw_either() {
    let (plan, inputs) = (plan(), inputs(Vec::new()));
    let part = |left_out: bool| if left_out { TakesPart::TooFewResidents } else { TakesPart::Yes };
    let taking_part = LEFT_OUT.map(part);
    let errors = vec![InputErrors::default(), InputErrors::default()];
    let sure = plan.head.sure.as_ref().unwrap();
    let ground = Ground { plan: &plan, inputs: &inputs, errors, taking_part: &taking_part, sure };
    let replicator = Replicator::new(&ground).unwrap();
    // Had it been filled by the mean, the areas below that would stand one place further.
    let places = [Some(3.0), Some(4.0), Some(2.0), Some(1.0), None, None];
    assert_eq!(replicator.base().order, places);
    assert_eq!(replicator.draw(0).unwrap().order, places);
}

#[test]
fn a_list_of_another_length_is_refused() {
    let found = run(&plan(), &inputs(vec![true])).unwrap_err();
    assert!(matches!(found, ScoreError::Length { found: 1, expected: 6, .. }), "{found}");
}
