// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! A target on a build: the published total is what is halved, and whoever has no figure is named and asked nothing.

mod made;

use kapstok_find::ambition::{OfPersons, TargetFile, parse_target};
use kapstok_share::ambition::{Ambitions, ambitions, catalogue};
use kapstok_share::snapshot::Snapshot;
use kapstok_share::words::Language;
use made::plain::Plain;

const TARGET: &str = r#"
target = 1
title = { nl = "Halveren", en = "Halve" }
indicator = "arm"
relation = "decrease-by"
quantity = "50 %"
anchor = 2024
deadline = "P4Y"

[source]
document = "Programma"
page = "24"
quote = "halveren in vier jaar"
"#;

/// Four neighbourhoods of 1,000: 50 %, 30 %, 10 % and not known; the country publishes 25 % of 4,000.
fn build(country: Option<f64>) -> Snapshot {
    let mut plain = Plain::new(4);
    plain.indicator("arm", "income");
    plain.figures("inwoners", "2022", Some(4000.0), |_| Some(1000.0));
    plain.figures("inwoners", "2023", Some(4000.0), |_| Some(1000.0));
    let now = [Some(50.0), Some(30.0), Some(10.0), None];
    // The first falls by 20 persons a year; of the second one year is not known; 2021 has no population.
    plain.figures("arm", "2021", None, |_| Some(90.0));
    plain.figures("arm", "2022", None, |area| [Some(54.0), None, Some(10.0), None][area]);
    plain.figures("arm", "2023", None, |area| [Some(52.0), Some(31.0), Some(10.0), None][area]);
    plain.figures("arm", "2024", country, |area| now[area]);
    plain.snapshot()
}

fn target(snapshot: &Snapshot, text: &str) -> TargetFile {
    let (target, problems) = parse_target("t.toml", text, &catalogue(snapshot));
    target.unwrap_or_else(|| panic!("{problems:?}"))
}

fn found(snapshot: &Snapshot, text: &str) -> Ambitions {
    ambitions(snapshot, &target(snapshot, text), Language::En).unwrap_or_else(|problem| panic!("{problem:?}"))
}

#[test]
fn the_published_total_is_halved_and_the_area_without_a_figure_is_named() {
    let snapshot = build(Some(25.0));
    let found = found(&snapshot, TARGET);
    assert_eq!((found.title.as_str(), found.level.as_str()), ("Halve", "neighbourhood"));
    assert_eq!((found.whole, found.whole_population, found.published_by), (1000, 4000, Some("country")));
    assert_eq!((found.persons, found.asked, found.carried, found.left_out), (900, 500, 450, 50));
    let absent: Vec<_> = found.absent.iter().map(|it| (it.area.as_str(), it.what, it.reason)).collect();
    assert_eq!(absent, [("B0003", "persons", Some("not_measured"))]);
    let sums: Vec<(&str, u64, u64)> = found.rules.iter().map(|it| (it.rule, it.sum, it.miss)).collect();
    // Above 25 % are 250 of the first and 50 of the second: no more can be closed.
    let expected = [("same-part", 450, 50), ("same-level", 450, 50), ("close-gap", 300, 200), ("where-most", 450, 50)];
    assert_eq!(sums, expected);
    // (500 + 300 - 450) / 2000 = 17.5 %: both end there, and the third stays at 10 %.
    let level: Vec<(u64, Option<f64>)> = found.rules[1].areas.iter().map(|it| (it.end, it.value_at_end)).collect();
    assert_eq!(level, [(175, Some(17.5)), (175, Some(17.5)), (100, Some(10.0))]);
    assert_eq!(found.source.unwrap()[2], "halveren in vier jaar");
}

#[test]
fn without_a_published_total_the_areas_are_the_whole() {
    let found = found(&build(None), TARGET);
    assert_eq!((found.whole, found.published_by, found.asked, found.left_out), (900, None, 450, 0));
}

#[test]
fn the_trend_counts_years_whose_population_is_known_and_needs_three_of_them() {
    let found = found(&build(Some(25.0)), TARGET);
    let first = &found.rules[0].areas[0];
    // 540, 520, 500: 420 in 2028; the same part leaves 250.
    assert_eq!((first.expected, first.n_years, first.beyond_trend), (Some(420), Some(3), Some(170)));
    assert_eq!(found.rules[0].areas[1].expected, None);
    assert_eq!((found.n_with_trend, found.expected, found.persons_with_trend), (2, 520, 600));
}

#[test]
fn places_and_tenths_add_up_to_each_rule() {
    let found = found(&build(Some(25.0)), TARGET);
    for rule in &found.rules {
        assert_eq!(rule.by_tenth.iter().sum::<u64>(), rule.sum, "{}", rule.rule);
        assert_eq!(rule.areas.iter().map(|it| it.cut).sum::<u64>(), rule.sum, "{}", rule.rule);
        assert!(rule.areas.iter().all(|it| it.end + it.cut == it.persons), "{}", rule.rule);
    }
    let to: Vec<(&str, u64, u64)> = found.moved.iter().map(|it| (it.to, it.more, it.less)).collect();
    // Same part 250, 150, 50; same level 325, 125, 0; close the gap 250, 50, 0; where most are 450, 0, 0.
    assert_eq!(to, [("same-level", 75, 75), ("close-gap", 0, 150), ("where-most", 200, 200)]);
}

#[test]
fn a_year_without_figures_is_refused_and_a_protected_trait_is_no_target() {
    let snapshot = build(Some(25.0));
    let of_2019 = target(&snapshot, &TARGET.replace("2024", "2019"));
    let problem = ambitions(&snapshot, &of_2019, Language::En).unwrap_err();
    assert_eq!((problem.code, problem.fact("why"), problem.fact("found")), ("K0839", Some("period"), Some("2019")));
    let mut plain = Plain::new(2);
    plain.indicator("herkomst", "people").protected = Some("origin".to_owned());
    assert_eq!(catalogue(&plain.snapshot()).indicators["herkomst"], OfPersons::No);
}
