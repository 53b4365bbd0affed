// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What is known of the four errors of one figure, and what is said not to be known.

#![expect(clippy::unwrap_used, reason = "a test stops where it is not as it should be")]

mod made;

use std::collections::BTreeMap;

use kapstok_share::errors::{AgeError, FigureErrors, ModelError, RoundingError, SamplingError, errors};
use kapstok_share::manifest::{Both, RecipeEntry, SureEntry, SureInput};
use kapstok_share::snapshot::{RawColumn, Snapshot};
use kapstok_share::words::{Language, Words};
use made::plain::Plain;

/// Forty neighbourhoods of 1,000 residents: a figure of 2020 and 2021, and another of 2024.
fn country() -> Plain {
    let mut plain = Plain::new(40);
    let entry = plain.indicator("schuld", "debt");
    (entry.rounding, entry.rounding_off_by) = (Some(0.1), Some(0.05));
    entry.exact_at.clear();
    plain.figures("schuld", "2020", None, |_| Some(20.0));
    // Half of the areas two above the common change and half two below: 1.4826 times 2 in a year.
    plain.figures("schuld", "2021", None, |area| Some(if area % 2 == 0 { 20.0 } else { 16.0 }));
    plain.indicator("werk", "work");
    plain.figures("werk", "2024", None, |_| Some(10.0));
    plain
}

/// A recipe that states something of `schuld`.
fn state(plain: &mut Plain, input: SureInput) {
    plain.raw.manifest.recipes.push(RecipeEntry {
        id: "samen".to_owned(),
        level: "neighbourhood".to_owned(),
        sha256: String::new(),
        n_scored: 0,
        domains: Vec::new(),
        leads: Vec::new(),
        worst_fraction: None,
        cuts: Vec::new(),
        inputs: vec![("schuld".to_owned(), "2021".to_owned())],
        bounds_over: Vec::new(),
        sure: Some(SureEntry {
            order: "score".to_owned(),
            seed: 1,
            replications: 10,
            level: 0.95,
            first: 0.1,
            sensitivity: 0,
            drawn: Vec::new(),
            not_drawn: Vec::new(),
            inputs: vec![input],
            scales: BTreeMap::new(),
            geometric: 0,
        }),
    });
    plain.raw.methods.push(Both { nl: String::new(), en: String::new() });
}

fn nothing() -> SureInput {
    SureInput {
        input: "debts".to_owned(),
        known: 40,
        figures: BTreeMap::new(),
        left_out: 0,
        register: None,
        model: None,
        secret_below: None,
    }
}

fn of(snapshot: &Snapshot, indicator: &str) -> FigureErrors {
    let level = &snapshot.levels()[1];
    let (entry, column) = snapshot.column(level, indicator, None).unwrap();
    errors(snapshot, level, snapshot.indicator(indicator).unwrap(), (&entry.period, &column.cell(0)), 0)
}

#[test]
fn what_nobody_states_is_said_not_to_be_stated() {
    let found = of(&country().snapshot(), "schuld");
    assert_eq!(found.sampling, SamplingError::NotStatedOfRegister);
    assert_eq!(found.model, ModelError::NoModel);
    assert_eq!(found.rounding, RoundingError::Rounded { step: 0.1, half_width: 0.05 });
    let AgeError { year, newest, per_year, n_changes } = found.age;
    assert_eq!((year, newest, n_changes), (2021, 2024, 40));
    assert!((per_year.unwrap() - 1.4826 * 2.0).abs() < 1e-12, "{per_year:?}");
    let words = Words::new(Language::En);
    let said = found.line("percent", &words);
    assert!(said.contains("rounded to 0.1 percentage points, so at most 0.05 percentage points off"), "{said}");
    let moved = "of 2021, 3 years older than the newest in these data; areas moved about 3 percentage points a year \
                 relative to each other";
    assert!(said.contains(moved), "{said}");
    assert!(said.ends_with("not stated: sampling"), "{said}");
    // Of one year only it is not known how far areas move, and the newest is not old.
    let newest = of(&country().snapshot(), "werk");
    assert_eq!((newest.age.per_year, newest.age.newest), (None, 2024));
    assert_eq!(newest.rounding, RoundingError::NotStated);
}

#[test]
fn what_a_recipe_states_stands_with_its_size_and_its_recipe() {
    let mut plain = country();
    state(&mut plain, SureInput { register: Some("inwoners".to_owned()), ..nothing() });
    let SamplingError::Register { lower, upper, recipe } = of(&plain.snapshot(), "schuld").sampling else { panic!() };
    // A fifth of 1,000: the root of 0.2003 x 0.7997 / 1000 is 1.2656 points, times 1.96.
    assert!((lower - 17.5195).abs() < 1e-3 && (upper - 22.4805).abs() < 1e-3, "{lower} {upper}");
    assert_eq!(recipe, "samen");

    let mut plain = country();
    plain.raw.manifest.indicators.iter_mut().find(|it| it.id == "schuld").unwrap().kind = "model".to_owned();
    assert_eq!(of(&plain.snapshot(), "schuld").model, ModelError::NotStated);
    let mut plain = country();
    plain.raw.manifest.indicators.iter_mut().find(|it| it.id == "schuld").unwrap().kind = "model".to_owned();
    state(&mut plain, SureInput { model: Some(1.25), ..nothing() });
    let found = of(&plain.snapshot(), "schuld");
    assert_eq!(found.model, ModelError::Stated { standard_error: 1.25, recipe: "samen".to_owned() });
    assert_eq!(found.sampling, SamplingError::NotStated);
}

#[test]
fn a_change_that_all_areas_share_is_no_movement_and_a_fraction_is_told_in_points() {
    let mut plain = Plain::new(40);
    let entry = plain.indicator("schuld", "debt");
    entry.unit = "fraction".to_owned();
    (entry.rounding, entry.rounding_off_by) = (Some(0.001), Some(0.0005));
    entry.exact_at.clear();
    // All rise by two points, half of them by one more and half by one less: 1.4826 points.
    plain.figures("schuld", "2020", None, |_| Some(0.2));
    plain.figures("schuld", "2021", None, |area| Some(if area % 2 == 0 { 0.23 } else { 0.21 }));
    plain.indicator("werk", "work");
    plain.figures("werk", "2022", None, |_| Some(10.0));
    state(&mut plain, SureInput { model: Some(0.012), ..nothing() });
    let found = of(&plain.snapshot(), "schuld");
    let said = found.line("fraction", &Words::new(Language::Nl));
    for words in [
        "standaardfout 1,2 procentpunt",
        "afgerond op 0,1 procentpunt, dus hooguit 0,05 procentpunt ernaast",
        "gebieden schoven per jaar ongeveer 1,5 procentpunt ten opzichte van elkaar",
    ] {
        assert!(said.contains(words), "{words}: {said}");
    }
}

#[test]
fn no_interval_passes_all_people_and_a_register_without_its_people_says_that_they_are_not_known() {
    let all = |has_population: bool, register: &str| {
        let mut plain = Plain::new(40);
        let entry = plain.indicator("schuld", "debt");
        entry.population = entry.population.take().filter(|_| has_population);
        plain.figures("schuld", "2021", None, |_| Some(100.0));
        state(&mut plain, SureInput { register: Some(register.to_owned()), ..nothing() });
        of(&plain.snapshot(), "schuld")
    };
    // The recipe says of whom, as where results are drawn again; the indicator need not.
    assert_eq!(all(true, "inwoners").sampling, all(false, "inwoners").sampling);
    let SamplingError::Register { lower, upper, .. } = all(true, "inwoners").sampling else { panic!() };
    assert!(lower < 100.0 && lower > 99.0 && upper == 100.0, "{lower} {upper}");
    let unknown = all(true, "nobody_counted");
    assert_eq!(unknown.sampling, SamplingError::RegisterOfUnknown { recipe: "samen".to_owned() });
    let words = Words::new(Language::En);
    let lines = unknown.lines("percent", &words);
    assert!(lines[0].1.contains("as recipe samen assumes") && !lines[0].1.contains("nobody says"), "{lines:?}");
    // Its size is not known, and that is said too.
    assert!(unknown.line("percent", &words).contains("not stated: sampling"));
}

#[test]
fn margins_of_the_source_are_told_and_a_secret_figure_says_by_which_rule() {
    let mut plain = country();
    let secret_or_with_margins = |is_secret: bool| {
        let of = move |area: usize| kapstok_share::snapshot::Cell {
            value: (area > 0 || !is_secret).then_some(20.0),
            reason: (area == 0 && is_secret).then(|| "secret".to_owned()),
            mark: String::new(),
            provisional: false,
            margins: (area > 0 || !is_secret).then_some((18.0, 23.0)),
            row: Some(1),
            rebased: None,
        };
        RawColumn::new((0..40).map(of))
    };
    let place = plain.raw.manifest.levels[1].columns.iter().position(|it| it.indicator == "werk").unwrap();
    plain.raw.levels[1].columns[place] = secret_or_with_margins(false);
    let found = of(&plain.snapshot(), "werk");
    assert_eq!(found.sampling, SamplingError::Margins { lower: 18.0, upper: 23.0 });
    // A register that a recipe states comes before them, as where results are drawn again.
    let mut plain = country();
    let place = plain.raw.manifest.levels[1].columns.iter().rposition(|it| it.indicator == "schuld").unwrap();
    plain.raw.levels[1].columns[place] = secret_or_with_margins(false);
    state(&mut plain, SureInput { register: Some("inwoners".to_owned()), ..nothing() });
    let found = of(&plain.snapshot(), "schuld");
    assert!(matches!(found.sampling, SamplingError::Register { .. }), "{found:?}");

    for (below, said) in [(Some(5), "any number from 0 to 4 may be"), (None, "the rule for it is not stated")] {
        let mut plain = country();
        let place = plain.raw.manifest.levels[1].columns.iter().rposition(|it| it.indicator == "schuld").unwrap();
        plain.raw.levels[1].columns[place] = secret_or_with_margins(true);
        state(&mut plain, SureInput { secret_below: below, ..nothing() });
        let found = of(&plain.snapshot(), "schuld");
        assert_eq!((&found.rounding, &found.sampling), (&RoundingError::Secret { below }, &SamplingError::NoFigure));
        let lines = found.lines("percent", &Words::new(Language::En));
        assert!(lines[2].1.contains(said), "{lines:?}");
    }
}
