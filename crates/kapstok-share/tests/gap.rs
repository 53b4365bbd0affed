// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What is said of chosen areas: which figures take part, and which are refused with a reason.

mod made;

use kapstok_share::gap::essay::essay;
use kapstok_share::gap::{Against, Chosen, GapFindings, Question, gap};
use kapstok_share::manifest::{Both, RecipeEntry};
use kapstok_share::snapshot::Snapshot;
use kapstok_share::words::Language;
use made::plain::Plain;

/// The level of the neighbourhoods.
const SMALL: usize = 1;

fn question(areas: &[usize]) -> Question {
    Question {
        chosen: Chosen { level: SMALL, areas: areas.to_vec() },
        indicators: Vec::new(),
        against: vec![Against::Rest],
        match_on: Vec::new(),
        per_area: 3,
        caliper: 1.0,
        from: None,
        to: None,
        level: 0.95,
        seed: 1,
        sets: 19,
        placebo: 0,
    }
}

fn find(snapshot: &Snapshot, question: &Question) -> GapFindings {
    gap(snapshot, question, Language::En)
}

fn with_leads(plain: &mut Plain, leads: &[&str]) {
    let texts = leads.iter().map(|lead| (*lead).to_owned());
    plain.raw.manifest.recipes.push(RecipeEntry {
        id: "samen".to_owned(),
        level: "country".to_owned(),
        sha256: "0".repeat(64),
        n_scored: 0,
        domains: texts.clone().collect(),
        leads: texts.collect(),
        worst_fraction: None,
        cuts: Vec::new(),
        inputs: Vec::new(),
        bounds_over: Vec::new(),
        sure: None,
    });
    plain.raw.methods.push(Both { nl: String::new(), en: String::new() });
}

#[test]
fn the_slope_goes_from_the_least_to_the_most_burdened_whichever_way_income_is_counted() {
    // Figures of debt rise with the area; low income too, and so high income falls.
    let slope = |is_better: bool| {
        let mut plain = Plain::new(40);
        let income = plain.indicator("inkomen", "income");
        income.direction = if is_better { "higher-is-better" } else { "higher-is-worse" }.to_owned();
        plain.indicator("schuld", "debt");
        let income = |area: usize| Some(if is_better { 80.0 - area as f64 } else { 20.0 + area as f64 });
        plain.figures("inkomen", "2024", None, income);
        plain.figures("schuld", "2024", None, |area| Some(10.0 + area as f64 / 2.0));
        with_leads(&mut plain, &["inkomen"]);
        let found = find(&plain.snapshot(), &question(&[0, 1]));
        found.slopes.iter().find(|it| it.indicator == "schuld").unwrap().slope
    };
    assert!(slope(false) > 15.0, "{}", slope(false));
    assert_eq!(slope(true), slope(false));
}

/// Twenty neighbourhoods in which three figures of three domains agree two by two.
fn pairs() -> Plain {
    let mut plain = Plain::new(20);
    for (id, domain) in [("schuld", "debt"), ("schuld_twee", "debt"), ("werk", "work"), ("school", "school")] {
        plain.indicator(id, domain);
        plain.figures(id, "2022", None, |area| Some(10.0 + (area / 2) as f64));
        plain.figures(id, "2024", None, |area| Some(10.0 + (area / 2) as f64));
    }
    plain
}

fn matched_on(found: &GapFindings) -> Vec<(&str, &str)> {
    let lines = found.matches.iter().flat_map(|made| &made.balance);
    lines.map(|line| (line.indicator.as_str(), line.period.as_str())).collect()
}

#[test]
fn areas_are_never_matched_on_the_outcome_its_domain_a_model_or_a_protected_trait_also_where_these_are_named() {
    let mut plain = pairs();
    plain.indicator("model", "health").kind = "model".to_owned();
    plain.indicator("herkomst", "people").protected = Some("origin".to_owned());
    plain.indicator("zelden", "care");
    for id in ["model", "herkomst"] {
        plain.figures(id, "2024", None, |area| Some(area as f64));
    }
    plain.figures("zelden", "2024", None, |area| (area < 15).then_some(5.0));
    let snapshot = plain.snapshot();
    let names = ["schuld", "schuld_twee", "werk", "model", "herkomst", "zelden"];
    let question = Question {
        indicators: vec!["schuld".to_owned()],
        against: vec![Against::Matched],
        match_on: names.map(str::to_owned).to_vec(),
        ..question(&[0, 4])
    };
    let found = find(&snapshot, &question);
    assert_eq!(matched_on(&found), [("werk", "2024")]);
    let told: Vec<(&str, &str)> =
        found.not_matched_on.iter().map(|(id, reason)| (id.as_str(), reason.as_str())).collect();
    assert_eq!(
        told,
        [
            ("schuld", "match-domain"),
            ("schuld_twee", "match-domain"),
            ("model", "match-modelled"),
            ("herkomst", "match-protected"),
            ("zelden", "match-known"),
        ]
    );
    // Nothing is told where nothing is matched.
    assert!(find(&snapshot, &Question { against: vec![Against::Rest], ..question }).not_matched_on.is_empty());
}

#[test]
fn what_came_after_the_period_that_is_compared_makes_no_areas_alike() {
    let mut plain = pairs();
    plain.indicator("oud", "health");
    plain.figures("oud", "2023", None, |area| Some(area as f64));
    let question = |from: Option<&str>| Question {
        indicators: vec!["oud".to_owned()],
        against: vec![Against::Matched],
        match_on: vec!["werk".to_owned()],
        from: from.map(str::to_owned),
        ..question(&[0, 4])
    };
    let snapshot = plain.snapshot();
    // The newest figure of the outcome is of 2023, and of what is matched on there is one of 2024.
    assert_eq!(matched_on(&find(&snapshot, &question(None))), [("werk", "2022")]);
    assert_eq!(matched_on(&find(&snapshot, &question(Some("2020")))), [("werk", "2022")]);
}

#[test]
fn how_many_other_areas_a_trend_needs_is_told_with_its_real_number() {
    let mut plain = Plain::new(70);
    plain.indicator("schuld", "debt");
    for period in ["2022", "2024"] {
        plain.figures("schuld", period, None, |area| Some(area as f64));
    }
    let snapshot = plain.snapshot();
    let trend = |n_chosen: usize| {
        let areas: Vec<usize> = (0..n_chosen).collect();
        let found = find(&snapshot, &question(&areas));
        (found.trends[0].reason.clone(), found.trends[0].n_needed)
    };
    assert_eq!(trend(5), (None, None));
    assert_eq!(trend(35), (Some("few-areas".to_owned()), Some(70)));
}

#[test]
fn a_statement_on_chronic_illness_is_answered_by_no_other_figure_of_health() {
    let mut plain = Plain::new(20);
    for (id, domain) in [
        ("goede_gezondheid", "health"),
        ("langdurige_aandoening", "health"),
        ("wmo_gebruik", "care"),
        ("geen_screening", "care"),
        ("werkloos", "work"),
        ("slachtoffer", "violence"),
    ] {
        plain.indicator(id, domain);
        plain.figures(id, "2024", None, |area| Some(10.0 + area as f64));
    }
    let found = essay(&plain.snapshot(), question(&[0, 1]), Language::En);
    let of = |id: &str| -> Vec<String> {
        let line = found.iter().find(|line| line.id == id).unwrap();
        line.figures.iter().map(|it| it.gap.indicator.clone()).collect()
    };
    assert_eq!(of("S2b"), ["geen_screening"]);
    assert_eq!(of("S2c"), ["langdurige_aandoening"]);
    assert_eq!(of("S3c"), ["werkloos"]);
    assert!(of("S2a").is_empty());
}
