// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! How sure: laws that hold of every draw, and intervals held against what was drawn as the truth.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

use kapstok_recipe::sure::Sure;
use kapstok_recipe::{Available, Catalogue, Plan, check, parse};
use kapstok_score::burdens::{Burdened, TakesPart};
use kapstok_score::random::Draws;
use kapstok_score::sure::{Factor, Ground, InputErrors, Replicator, Sampling, Secret, SureError, SureOutcome, sure};
use kapstok_score::{Figures, Inputs};

const N_AREAS: usize = 200;

/// A recipe of three inputs in two domains, with what stands in `[sure]`.
fn plan(section: &str) -> Plan {
    let text = format!(
        r#"
recipe = 1
id = "example"
title = {{ nl = "voorbeeld", en = "example" }}
level = "neighbourhood"
[[input]]
name = "one"
unit = "percent"
direction = "higher-is-worse"
[[input]]
name = "two"
unit = "percent"
direction = "higher-is-better"
[[input]]
name = "three"
unit = "percent"
direction = "higher-is-worse"
[[step]]
do = "z-score"
each = ["one", "two", "three"]
in = "{{}}"
out = "{{}}_z"
deviation = "population"
higher_is_worse = true
[[step]]
do = "weighted-mean"
out = "first"
weights = {{ one_z = 1.0, two_z = 1.0 }}
weights_sum = "relative"
missing = {{ at-least = 1 }}
[[step]]
do = "weighted-mean"
out = "together"
weights = {{ first = 1.0, three_z = 1.0 }}
weights_sum = "relative"
missing = {{ at-least = 1 }}
[burdens]
worst_fraction = 0.2
[[burdens.domain]]
id = "first"
column = "first"
[[burdens.domain]]
id = "second"
column = "three_z"
[sure]
order = "together"
seed = 5
{section}
"#
    );
    let (recipe, problems) = parse("recipe.toml", &text);
    assert!(problems.is_empty(), "{problems:?}");
    let column = |name: &str| Available {
        name: name.to_owned(),
        period: String::new(),
        boundary_year: None,
        indicator: None,
        share_missing: 0.0,
    };
    let columns = ["one", "two", "three"].map(column).to_vec();
    let (plan, problems) = check(&recipe.unwrap(), &Catalogue { source: "table.csv".to_owned(), columns });
    plan.unwrap_or_else(|| panic!("{problems:?}"))
}

/// Three columns of figures, with something in common.
fn figures(seed: u64) -> [Vec<f64>; 3] {
    let draw = |column: u32, area: u32| Draws::new(seed, area, column).normal();
    let common = |area| draw(9, area);
    [0, 1, 2].map(|column| {
        let sign = if column == 1 { -1.0 } else { 1.0 };
        (0..N_AREAS as u32).map(|area| 50.0 + 8.0 * sign * common(area) + 6.0 * draw(column, area)).collect()
    })
}

fn inputs(columns: &[Vec<f64>; 3]) -> Inputs {
    let names = ["one", "two", "three"].map(str::to_owned);
    let figures = names.into_iter().zip(columns.iter().map(|column| Figures::all_known(column.clone())));
    let areas: Vec<String> = (0..N_AREAS).map(|area| format!("B{area:03}")).collect();
    Inputs { areas: areas.into(), figures: figures.collect(), ..Inputs::default() }
}

fn run(plan: &Plan, inputs: &Inputs, errors: [InputErrors; 3]) -> Result<SureOutcome, SureError> {
    let section: &Sure = plan.head.sure.as_ref().unwrap();
    let taking_part = vec![TakesPart::Yes; N_AREAS];
    let ground = Ground { plan, inputs, errors: errors.into(), taking_part: &taking_part, sure: section };
    sure(&ground, &|| {})
}

fn none() -> [InputErrors; 3] {
    [InputErrors::default(), InputErrors::default(), InputErrors::default()]
}

fn with_margins(columns: &[Vec<f64>; 3], half: f64) -> [InputErrors; 3] {
    [0, 1, 2].map(|column| InputErrors {
        sampling: Sampling::Margins {
            margins: columns[column].iter().map(|value| Some((value - half, value + half))).collect(),
            z: 1.959_964,
        },
        ..InputErrors::default()
    })
}

#[test]
fn where_nothing_is_drawn_every_interval_is_the_figure_itself() {
    let plan = plan("replications = 20");
    let outcome = run(&plan, &inputs(&figures(1)), none()).unwrap();
    assert!(outcome.moved.is_empty() && outcome.log.active.is_empty());
    assert_eq!(outcome.log.sensitivity, 0);
    for area in &outcome.areas {
        let (score, rank, burdens) = (area.score.unwrap(), area.rank.unwrap(), area.burdens.unwrap());
        assert_eq!((score.lower, score.upper), (score.value.unwrap(), score.value.unwrap()));
        assert_eq!((rank.lower, rank.upper), (rank.value.unwrap(), rank.value.unwrap()));
        assert_eq!((burdens.lower, burdens.upper), (burdens.value.unwrap(), burdens.value.unwrap()));
        let is_first = rank.value.unwrap() <= 20;
        assert_eq!(area.chance_first, Some(if is_first { 1.0 } else { 0.0 }));
    }
    let n_first = outcome.areas.iter().filter(|area| area.chance_first == Some(1.0)).count();
    assert_eq!(n_first, 20, "a tenth of 200");
}

#[test]
fn the_same_seed_gives_the_same_bits_for_any_number_of_threads_and_another_seed_does_not() {
    let columns = figures(2);
    let plan = plan("replications = 60\nsensitivity = 20\n[sure.choices]\nweights = 0.25\nleave_one_out = true");
    let once = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        pool.install(|| run(&plan, &inputs(&columns), with_margins(&columns, 4.0)).unwrap())
    };
    let (one, four) = (once(1), once(4));
    assert_eq!(one.areas, four.areas);
    assert_eq!(one.moved, four.moved);
    let mut other = plan.clone();
    other.head.sure.as_mut().unwrap().seed = 6;
    let other = run(&other, &inputs(&columns), with_margins(&columns, 4.0)).unwrap();
    assert_ne!(one.areas, other.areas);
}

/// Truth drawn, published with noise of the stated margins: the interval of a figure must hold the true one as often
/// as it says. The order is a mean of inputs as they are, so that no standardising stands between.
#[test]
fn intervals_hold_the_truth_as_often_as_they_say() {
    let (mut n, mut n_in) = (0, 0);
    for seed in 0..10 {
        let truth = figures(100 + seed);
        let published = [0_usize, 1, 2].map(|column| -> Vec<f64> {
            let noise = |area: usize| 2.0 * Draws::new(900 + seed, area as u32, column as u32).normal();
            truth[column].iter().enumerate().map(|(area, value)| value + noise(area)).collect()
        });
        let mut plan = plan("replications = 400\nsensitivity = 0");
        plan.head.sure.as_mut().unwrap().order = "three".to_owned();
        let outcome = run(&plan, &inputs(&published), with_margins(&published, 2.0 * 1.959_964)).unwrap();
        for (area, true_figure) in outcome.areas.iter().zip(&truth[2]) {
            let score = area.score.unwrap();
            n += 1;
            n_in += usize::from((score.lower..=score.upper).contains(true_figure));
        }
    }
    let share = f64::from(n_in as u32) / f64::from(n);
    // 2,000 intervals: a standard error is 0.5 points; the ends of 400 draws add about as much.
    assert!((0.93..=0.97).contains(&share), "{n_in} of {n}");
}

#[test]
fn what_has_three_times_the_error_moves_nine_tenths_of_what_moves() {
    let columns = figures(3);
    let mut errors = none();
    // The same input: a model that is three times as far off as the sample.
    errors[2].model = Some(6.0);
    errors[2].sampling = with_margins(&columns, 2.0 * 1.959_964)[2].sampling.clone();
    let mut plan = plan("replications = 10\nsensitivity = 300");
    plan.head.sure.as_mut().unwrap().order = "three".to_owned();
    let outcome = run(&plan, &inputs(&columns), errors).unwrap();
    let of = |factor| outcome.moved.iter().find(|moved| moved.factor == factor).unwrap();
    let (model, sampling) = (of(Factor::Model), of(Factor::Sampling));
    assert!((0.82..0.95).contains(&model.ranks.first), "{model:?}");
    assert!((0.04..0.16).contains(&sampling.ranks.first), "{sampling:?}");
    assert!(model.ranks.total >= model.ranks.first - 0.03 && model.ranks.total <= 1.0, "{model:?}");
    assert!(model.mean_places > 2.0 * sampling.mean_places, "{model:?} {sampling:?}");
    assert!(model.ranks.first_error > 0.0 && model.ranks.first_error < 0.05, "{model:?}");
}

#[test]
fn scales_and_means_are_drawn_as_often_as_is_told_and_keep_the_direction() {
    let columns = figures(4);
    let plan = plan(
        "replications = 300\nsensitivity = 0\n[sure.choices]\nscales = [\"min-max\", \"rank\"]\nmeans = [\"arithmetic\", \"geometric\"]\nworst_fraction = [0.15, 0.25]",
    );
    let outcome = run(&plan, &inputs(&columns), none()).unwrap();
    let log = &outcome.log;
    assert_eq!(log.scales.values().sum::<u32>(), 300);
    assert!(log.scales.values().all(|n| (110..190).contains(n)), "{:?}", log.scales);
    assert!((110..190).contains(&log.n_geometric), "{}", log.n_geometric);
    assert_eq!(log.active, [Factor::Scale, Factor::Mean, Factor::WorstFraction]);
    // Another way to make the same index turns nobody around.
    for area in &outcome.areas {
        let rank = area.rank.unwrap();
        let moved = f64::from(rank.value.unwrap()) - f64::from(rank.middle);
        assert!(moved.abs() < 60.0, "{area:?}");
    }
}

#[test]
fn an_input_that_is_left_out_takes_its_domain_along_and_is_counted() {
    let columns = figures(6);
    let plan = plan("replications = 200\nsensitivity = 0\n[sure.choices]\nleave_one_out = true");
    let outcome = run(&plan, &inputs(&columns), none()).unwrap();
    let log = &outcome.log;
    assert!(log.left_out.iter().all(|n| (25..80).contains(n)), "{:?}", log.left_out);
    // The second domain is the third input alone: where that is left out nobody knows it.
    assert_eq!(outcome.areas[0].n_counted, 200);
    let (inputs, taking_part) = (inputs(&columns), vec![TakesPart::Yes; N_AREAS]);
    let section = plan.head.sure.as_ref().unwrap();
    let ground =
        Ground { plan: &plan, inputs: &inputs, errors: none().into(), taking_part: &taking_part, sure: section };
    let replicator = Replicator::new(&ground).unwrap();
    let draws: Vec<_> = (0..200).map(|number| replicator.draw(number).unwrap()).collect();
    for draw in &draws {
        let n_unknown = |domain: usize| draw.burdened[domain].iter().filter(|it| **it == Burdened::Unknown).count();
        let gone = if draw.drawn.left_out == Some(2) { N_AREAS } else { 0 };
        assert_eq!((n_unknown(0), n_unknown(1)), (0, gone), "{:?}", draw.drawn);
    }
    assert_eq!(draws.iter().filter(|draw| draw.drawn.left_out == Some(2)).count(), log.left_out[2] as usize);
}

#[test]
fn more_draws_than_memory_can_keep_are_refused_before_the_first() {
    let mut plan = plan("replications = 1000");
    plan.head.sure.as_mut().unwrap().replications = 1_000_001;
    let found = run(&plan, &inputs(&figures(1)), none());
    assert!(matches!(found, Err(SureError::TooMany { n_areas: N_AREAS, replications: 1_000_001 })), "{found:?}");
}

#[test]
fn scores_of_several_scales_have_no_interval_and_ranks_have_one() {
    let columns = figures(4);
    let of = |choices: &str| {
        let plan = plan(&format!("replications = 40\nsensitivity = 0\n[sure.choices]\n{choices}"));
        run(&plan, &inputs(&columns), with_margins(&columns, 4.0)).unwrap().areas
    };
    for area in of("scales = [\"min-max\", \"rank\"]") {
        assert!(area.score.is_none() && area.rank.is_some() && area.burdens.is_some(), "{area:?}");
    }
    assert!(of("weights = 0.25").iter().all(|area| area.score.is_some()));
}

#[test]
fn a_secret_figure_is_of_any_number_below_the_rule_and_others_stay_missing() {
    let columns = figures(7);
    let mut inputs = inputs(&columns);
    let with_gaps = columns[2].iter().enumerate().map(|(area, value)| (area != 3 && area != 4).then_some(*value));
    inputs.figures.insert("three".to_owned(), with_gaps.collect());
    let mut errors = none();
    let at = (0..N_AREAS).map(|area| area == 3).collect();
    errors[2].secret = Some(Secret { at, below: 5, of: vec![Some(200.0); N_AREAS], per: 100.0 });
    let mut plan = plan("replications = 100\nsensitivity = 0");
    plan.head.sure.as_mut().unwrap().order = "three".to_owned();
    let outcome = run(&plan, &inputs, errors).unwrap();
    let score = outcome.areas[3].score.unwrap();
    // From 0 to 4 of 200.
    assert_eq!((score.value, score.lower, score.upper), (None, 0.0, 2.0));
    assert_eq!((outcome.areas[4].score, outcome.areas[4].n_ranked), (None, 0));
    assert_eq!(outcome.log.errors[2].n_cells[&Factor::Secrecy], 1);
}

#[test]
fn a_draw_in_which_the_plan_cannot_run_ends_it_and_is_named() {
    let columns = figures(8);
    let mut flat = columns.clone();
    flat[0] = vec![50.0; N_AREAS];
    let plan = plan("replications = 5");
    let failed = run(&plan, &inputs(&flat), none()).unwrap_err();
    assert!(matches!(failed, SureError::Draw { draw: 0, .. }), "{failed}");
    let mut errors = none();
    errors[1].sampling = Sampling::Margins { margins: vec![None; 3], z: 2.0 };
    let failed = run(&plan, &inputs(&columns), errors).unwrap_err();
    assert!(matches!(failed, SureError::Length { found: 3, expected: N_AREAS, .. }), "{failed}");
}
