// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What the five lines of an area say, word for word, in each situation that they know.

mod made;

use kapstok_share::five_lines::{Agreed, Line, five_lines, rule};
use kapstok_share::snapshot::AreaAt;
use kapstok_share::words::{Language, Words};
use kapstok_share::worry::{likeness, worries};
use made::plain::Plain;

/// The level of the neighbourhoods.
const SMALL: usize = 1;

fn lines(plain: Plain, level: usize, agreed: Agreed) -> [Option<Vec<Line>>; 2] {
    let snapshot = plain.snapshot();
    let area = AreaAt { level, index: 0 };
    let known = worries(&snapshot, area, &likeness(&snapshot, &snapshot.levels()[level]));
    Language::ALL.map(|language| five_lines(&snapshot, area, &known, agreed, &Words::new(language)))
}

/// The sentences of the first neighbourhood in Dutch and in English.
fn sentences(plain: Plain, agreed: Agreed) -> [Vec<String>; 2] {
    let said = |lines: Option<Vec<Line>>| lines.unwrap_or_default().into_iter().map(|line| line.sentence).collect();
    lines(plain, SMALL, agreed).map(said)
}

/// Twelve neighbourhoods of 1,000 residents; three domains. `of` is the first of them, in 2022 and 2024; the others lie
/// about 20 in both.
fn twelve(of: [(f64, f64); 3]) -> Plain {
    let mut plain = Plain::new(12);
    for ((id, domain), (then, now)) in [("schuld", "debt"), ("werk", "work"), ("school", "school")].into_iter().zip(of)
    {
        plain.indicator(id, domain);
        let other = |area: usize| 19.5 + 0.5 * (area % 3) as f64;
        plain.figures(id, "2022", Some(20.0), |area| Some(if area == 0 { then } else { other(area) }));
        plain.figures(id, "2024", Some(20.0), |area| Some(if area == 0 { now } else { other(area) }));
    }
    plain
}

#[test]
fn worse_and_better_are_counted_apart_and_only_where_they_are_more_than_chance() {
    // 40 % of 1,000 is 20 points more than elsewhere, and 10 more than it was: chance is 1.5 points either way.
    let plain = || twelve([(30.0, 40.0), (20.0, 20.0), (20.0, 10.0)]);
    let [nl, en] = sentences(plain(), Agreed::Actions(2));
    assert_eq!(
        nl,
        [
            "Bij 1 van de 3 cijfers gaat het minder goed dan in country 0.",
            "Bij 1 cijfer gaat het echt minder goed. Bij 1 cijfer gaat het echt beter.",
            "Bij 1 cijfer werd het echt minder goed. Bij 1 cijfer werd het echt beter.",
            "Alle cijfers gaan over 2024.",
            "Er zijn 2 maatregelen afgesproken.",
        ]
    );
    assert_eq!(
        en,
        [
            "1 of the 3 figures is less good here than in country 0.",
            "1 figure is really less good. 1 figure is really better.",
            "1 figure really became less good. 1 figure really became better.",
            "All figures are about 2024.",
            "2 actions have been agreed.",
        ]
    );
    // Behind each stand its figures, with how far chance goes: by hand 1.96 sqrt(40 60 / 1000 + 30 70 / 1000 + rounding).
    let [nl, en] = lines(plain(), SMALL, Agreed::Nothing).map(Option::unwrap_or_default);
    let words = |lines: &[Line]| -> Vec<Vec<String>> {
        let line = |line: &Line| line.figures.iter().map(|it| format!("{}: {}", it.label, it.words)).collect();
        lines.iter().map(line).collect()
    };
    let none: Vec<String> = Vec::new();
    assert_eq!(words(&nl)[0], ["schuld: 40\u{a0}% (country 0: 20\u{a0}%)"]);
    assert_eq!(words(&nl)[2][0], "schuld: 10 procentpunt hoger dan in 2022 (tussen 5,8 en 14,2)");
    assert!(words(&nl)[2][1].starts_with("school: 10 procentpunt lager dan in 2022 (tussen 6,9 en 13,1)"), "{nl:?}");
    assert_eq!(words(&en)[2][0], "schuld: 10 percentage points higher than in 2022 (between 5.8 and 14.2)");
    assert_eq!((&words(&nl)[3], &words(&nl)[4]), (&none, &none));
    assert_eq!(nl[1].title, "Is het echt anders dan in gebieden die erop lijken?");
    assert_eq!(en[4].title, "What has been agreed?");
}

#[test]
fn where_nothing_is_seen_that_is_what_is_said() {
    // Two points more than elsewhere, and one more than before: chance does as much.
    let [nl, en] = sentences(twelve([(20.0, 20.0), (19.0, 20.0), (20.0, 19.0)]), Agreed::Nothing);
    assert_eq!(
        nl,
        [
            "Bij geen van de 3 cijfers gaat het minder goed dan in country 0.",
            "Wij zien geen echt verschil.",
            "Wij zien geen echte verandering.",
            "Alle cijfers gaan over 2024.",
            "Voor dit gebied is hier nog niets afgesproken.",
        ]
    );
    assert_eq!(
        en,
        [
            "None of the 3 figures is less good here than in country 0.",
            "We see no real difference.",
            "We see no real change.",
            "All figures are about 2024.",
            "Nothing has been agreed here for this area yet.",
        ]
    );
}

#[test]
fn a_rise_of_what_is_good_is_better_and_a_fall_of_it_is_worse() {
    let mut plain = twelve([(20.0, 40.0), (40.0, 20.0), (20.0, 20.0)]);
    plain.raw.manifest.indicators.iter_mut().for_each(|it| "higher-is-better".clone_into(&mut it.direction));
    let [nl, _] = sentences(plain, Agreed::Actions(1));
    assert_eq!(nl[1], "Bij 1 cijfer gaat het echt beter.");
    assert_eq!(nl[2], "Bij 1 cijfer werd het echt minder goed. Bij 1 cijfer werd het echt beter.");
    assert_eq!(nl[4], "Er is 1 maatregel afgesproken.");
}

#[test]
fn one_period_shows_no_change_and_an_old_figure_is_told_to_be_old() {
    let mut plain = Plain::new(12);
    for (id, domain, period) in [("schuld", "debt", "2024"), ("werk", "work", "2019")] {
        plain.indicator(id, domain);
        plain.figures(id, period, Some(20.0), |area| Some(20.0 + 0.5 * (area % 3) as f64));
    }
    let [nl, en] = sentences(plain, Agreed::NoLog);
    assert_eq!(
        nl[2..],
        [
            "Van 2 cijfers kunnen wij dat niet zeggen.",
            "Het oudste cijfer gaat over 2019, het nieuwste over 2024.",
            "In deze werkmap staan geen afspraken.",
        ]
    );
    assert_eq!(
        en[2..],
        [
            "Of 2 figures we cannot say so.",
            "The oldest figure is about 2019, the newest about 2024.",
            "This workspace holds no agreements.",
        ]
    );
}

#[test]
fn without_areas_like_it_and_of_a_model_nothing_is_said_to_be_different() {
    // Nobody else has a figure of work, and that of debt was modelled: by neither is anybody like another.
    let mut plain = Plain::new(12);
    plain.indicator("schuld", "debt").kind = "model".to_owned();
    plain.indicator("werk", "work");
    plain.indicator("school", "school");
    for period in ["2022", "2024"] {
        plain.figures("schuld", period, Some(20.0), |area| Some(if area == 0 { 60.0 } else { 20.0 }));
        plain.figures("werk", period, Some(20.0), |area| (area == 0).then_some(60.0));
        plain.figures("school", period, Some(20.0), |area| Some(20.0 + 0.5 * (area % 3) as f64));
    }
    let [nl, en] = sentences(plain, Agreed::Actions(0));
    assert_eq!(
        nl,
        [
            "Bij 2 van de 3 cijfers gaat het minder goed dan in country 0.",
            "Van 3 cijfers kunnen wij dat niet zeggen.",
            "Wij zien geen echte verandering. Van 1 cijfer kunnen wij dat niet zeggen.",
            "Alle cijfers gaan over 2024.",
            "Er is een gebiedsagenda, maar nog zonder maatregelen.",
        ]
    );
    assert_eq!(en[1], "Of 3 figures we cannot say so.");
    assert_eq!(en[4], "There is an agenda, as yet without actions.");
}

#[test]
fn the_whole_country_is_held_against_nothing_and_areas_without_a_country_against_all_of_them() {
    let [nl, _] = lines(twelve([(20.0, 20.0); 3]), 0, Agreed::Nothing).map(Option::unwrap_or_default);
    let titles: Vec<&str> = nl.iter().map(|line| line.title.as_str()).collect();
    assert_eq!(
        titles,
        [
            "Is het echt anders dan in gebieden die erop lijken?",
            "Is er echt iets veranderd?",
            "Hoe oud zijn de cijfers?",
            "Wat is er afgesproken?",
        ]
    );
    assert_eq!(nl[0].sentence, "Van 3 cijfers kunnen wij dat niet zeggen.");
    let mut plain = twelve([(40.0, 40.0), (20.0, 20.0), (20.0, 20.0)]);
    "province".clone_into(&mut plain.raw.manifest.levels[0].level);
    let above = plain.raw.levels[1].within.remove("country").unwrap();
    plain.raw.levels[1].within.insert("province".to_owned(), above);
    let [nl, en] = sentences(plain, Agreed::Nothing);
    // Means of all: debt lies above it; the others, 20, lie a little below.
    assert_eq!(nl[0], "Bij 1 van de 3 cijfers gaat het minder goed dan in alle buurten samen.");
    assert_eq!(en[0], "1 of the 3 figures is less good here than in all neighbourhoods together.");
}

#[test]
fn how_the_lines_are_made_names_as_many_areas_as_there_were() {
    let said = |n: usize| {
        let mut plain = Plain::new(n);
        plain.indicator("schuld", "debt");
        plain.indicator("werk", "work");
        plain.figures("schuld", "2024", Some(20.0), |area| Some(area as f64));
        plain.figures("werk", "2024", Some(20.0), |area| Some(area as f64));
        let snapshot = plain.snapshot();
        let area = AreaAt { level: SMALL, index: 0 };
        let known = worries(&snapshot, area, &likeness(&snapshot, &snapshot.levels()[SMALL]));
        rule(&snapshot, area, &known, &Words::new(Language::Nl))
    };
    assert!(said(20).contains("Wij vergelijken met de 10 gebieden die het meest lijken."), "{}", said(20));
    assert!(said(2).contains("Wij vergelijken met het ene gebied dat het meest lijkt."), "{}", said(2));
}
