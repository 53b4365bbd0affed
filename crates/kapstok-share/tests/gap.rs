// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What is said of chosen areas: which figures take part, and which are refused with a reason.

mod made;

use kapstok_share::gap::essay::essay;
use kapstok_share::gap::{Against, Chosen, GapFindings, Question, gap};
use kapstok_share::manifest::{Both, RecipeEntry};
use kapstok_share::scale::distance::distance;
use kapstok_share::scale::{Asked, hides};
use kapstok_share::snapshot::{AreaAt, Snapshot};
use kapstok_share::words::Language;
use kapstok_share::worry::{likeness, worries};
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
    let found = essay(&plain.snapshot(), question(&[0, 1]).chosen, 0.95, Language::En);
    let of = |id: &str| -> Vec<String> {
        let line = found.iter().find(|line| line.id == id).unwrap();
        line.figures.iter().map(|it| it.gap.indicator.clone()).collect()
    };
    assert_eq!(of("S2b"), ["geen_screening"]);
    assert_eq!(of("S2c"), ["langdurige_aandoening"]);
    assert_eq!(of("S3c"), ["werkloos"]);
    assert!(of("S2a").is_empty());
}

#[test]
fn a_modelled_figure_is_no_evidence_that_something_changed_seen_from_a_distance_either() {
    let mut plain = Plain::new(10);
    for (id, kind) in [("geteld", "register"), ("geschat", "model")] {
        plain.indicator(id, "health").kind = kind.to_owned();
        plain.figures(id, "2022", Some(20.0), |_| Some(20.0));
        plain.figures(id, "2024", Some(19.0), |area| Some(if area == 3 { 25.0 } else { 18.0 }));
    }
    let snapshot = plain.snapshot();
    let seen = distance(&snapshot, AreaAt { level: 0, index: 0 }, &snapshot.levels()[SMALL], Language::En);
    assert_eq!(seen.iter().map(|it| it.indicator.as_str()).collect::<Vec<_>>(), ["geteld"]);
}

#[test]
fn the_part_of_all_burdened_people_is_told_of_shares_of_people_only_and_by_residents_of_the_period() {
    let mut plain = Plain::new(10);
    for (id, unit, population) in [
        ("aandeel", "percent", Some("adults")),
        ("woningen", "percent", Some("dwellings")),
        ("onbekend", "percent", None),
        ("misdrijven", "per-thousand", Some("residents")),
    ] {
        let entry = plain.indicator(id, "invented");
        entry.unit = unit.to_owned();
        entry.population = population.map(str::to_owned);
        plain.figures(id, "2022", None, |area| Some(if area < 2 { 40.0 } else { 10.0 }));
    }
    // In 2022 the two areas with most of it had four times as many residents as the others: 8,000 of 16,000.
    let then = |area: usize| Some(if area < 2 { 4000.0 } else { 1000.0 });
    let residents = plain.raw.manifest.levels[SMALL].columns.remove(0);
    let newest = plain.raw.levels[SMALL].columns.remove(0);
    plain.figures("inwoners", "2022", Some(16_000.0), then);
    plain.raw.manifest.levels[SMALL].columns.push(residents);
    plain.raw.levels[SMALL].columns.push(newest);
    let snapshot = plain.snapshot();
    let whole = AreaAt { level: 0, index: 0 };
    let fifth = |indicator: &str| {
        let asked = Asked { area: whole, indicator, period: None, level: None };
        hides(&snapshot, asked, Language::En).unwrap().levels.last().unwrap().in_worst_fifth
    };
    // 3,200 of the 16,000, all at 40 %: 1,280 of 3,200 + 800.
    assert_eq!(fifth("aandeel"), Some(0.32));
    assert_eq!(["woningen", "onbekend", "misdrijven"].map(fifth), [None; 3]);
}

#[test]
fn a_country_is_held_against_no_country_and_areas_against_as_many_as_there_are() {
    let mut plain = Plain::new(7);
    for (id, domain) in [("schuld", "debt"), ("werk", "work")] {
        plain.indicator(id, domain);
        plain.figures(id, "2024", Some(12.0), |area| Some(10.0 + area as f64));
    }
    let snapshot = plain.snapshot();
    let of = |level: usize, index: usize| {
        worries(&snapshot, AreaAt { level, index }, &likeness(&snapshot, &snapshot.levels()[level]))
    };
    assert!(of(0, 0).figures.iter().all(|it| it.nation.is_none() && it.beside.is_none()), "{:?}", of(0, 0));
    let small = of(SMALL, 2);
    assert!(small.figures.iter().all(|it| it.nation == Some(12.0)), "{small:?}");
    assert_eq!(small.n_similar(), Some((6, 6)));
}

#[test]
fn without_drawn_sets_no_trend_is_looked_for_and_the_differences_are_the_same() {
    let mut plain = Plain::new(60);
    plain.indicator("schuld", "debt");
    plain.figures("schuld", "2022", None, |area| Some(10.0 + (area * 7 % 11) as f64));
    plain.figures("schuld", "2024", None, |area| Some(10.0 + (area * 5 % 13) as f64));
    let snapshot = plain.snapshot();
    let asked = Question { indicators: vec!["schuld".to_owned()], ..question(&[0, 4]) };
    let with = find(&snapshot, &asked);
    let without = find(&snapshot, &Question { sets: 0, ..asked });
    assert_eq!((with.gaps.len(), with.trends.len(), without.trends.len()), (1, 1, 0));
    assert_eq!(format!("{:?}", with.gaps), format!("{:?}", without.gaps));
}
