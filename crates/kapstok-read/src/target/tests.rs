// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Sentences of our own with targets, and figures that are none.

use std::sync::OnceLock;

use proptest::prelude::*;

use super::*;
use crate::text::Words;
use crate::token::tokens;

fn dutch() -> &'static Recipe {
    static READ: OnceLock<Recipe> = OnceLock::new();
    READ.get_or_init(|| Recipe::parse(include_str!("../../../../recipes/read-nl-coalition/recipe.toml")).0.unwrap())
}

fn english() -> &'static Recipe {
    static READ: OnceLock<Recipe> = OnceLock::new();
    READ.get_or_init(|| Recipe::parse(include_str!("../../../../recipes/read-en-plan/recipe.toml")).0.unwrap())
}

/// "T3 Outcome DecreaseBy 50 by in vier jaar [aantal arme kinderen]".
fn told(text: &str, recipe: &Recipe) -> Vec<String> {
    let tell = |one: Target| {
        let value = match one.quantity {
            Some(Value::One(value)) => format!(" {value}"),
            Some(Value::Range(from, to)) => format!(" {from}..{to}"),
            None => String::new(),
        };
        let from = one.baseline.map(|from| format!(" from {from}")).unwrap_or_default();
        let time = one.deadline.map(|time| format!(" by {}", &text[time.span])).unwrap_or_default();
        let unit = if one.unit.is_empty() { String::new() } else { format!(" [{}]", one.unit) };
        format!("{:?} {:?} {:?}{value}{from}{time}{unit}", one.grade, one.role, one.direction)
    };
    targets(&tokens(text, &Words::default()), recipe).into_iter().map(tell).collect()
}

fn check(cases: &[(&str, &[&str])], recipe: &Recipe) {
    for (text, expected) in cases {
        assert_eq!(told(text, recipe), *expected, "{text:?}");
    }
}

/// As many targets as expected, each beginning so, whatever capitals it has.
fn check_start(cases: &[(&str, &[&str])], recipe: &Recipe) {
    for (text, expected) in cases {
        let found = told(text, recipe);
        let begins = |(found, start): (&String, &&str)| found.to_lowercase().starts_with(&start.to_lowercase());
        let same = found.len() == expected.len() && found.iter().zip(*expected).all(begins);
        assert!(same, "{text:?}: {found:?}, not {expected:?}");
    }
}

#[test]
fn targets_have_quantity_unit_direction_and_time() {
    let cases: [(&str, &[&str]); 15] = [
        (
            "We verhogen het aantal zwembaden tot 40 in 2030.",
            &["T3 Outcome IncreaseTo 40 by in 2030 [het aantal zwembaden]"],
        ),
        ("We halveren het aantal verdrinkingen in vier jaar.", &["T3 Outcome DecreaseBy 50 by in vier jaar"]),
        (
            "We brengen het aantal verdrinkingen terug van 90 naar 30.",
            &["T2 Outcome DecreaseTo 30 from 90 [het aantal verdrinkingen]"],
        ),
        ("De prijs wordt verlaagd met 25%.", &["T2 Outcome DecreaseBy 25 [De prijs]"]),
        ("Een les heeft niet meer dan 20 kinderen; dat blijft.", &["T2 Outcome AtMost 20 [kinderen]"]),
        ("We bouwen 12 zwembaden.", &["T2 Outcome IncreaseTo 12 [zwembaden]"]),
        ("We bouwen 12 extra zwembaden voor 2028.", &["T3 Outcome IncreaseBy 12 by voor 2028"]),
        (
            "Ten minste twee derde van de kinderen krijgt zwemles.",
            &["T2 Outcome AtLeast 66.7 [de kinderen krijgt zwemles]"],
        ),
        ("We streven naar maximaal 20 kinderen per les.", &["T2 Outcome AtMost 20 [kinderen per les]"]),
        ("Uiterlijk in 2030 hebben we zwemles voor iedereen.", &["T1 Outcome Achieve by Uiterlijk in 2030"]),
        (
            "De vergoeding van zwemles wordt verhoogd naar 95%.",
            &["T2 Parameter IncreaseTo 95 [De vergoeding van zwemles]"],
        ),
        ("De zwemtoeslag wordt verhoogd tot 300 euro in 2026.", &["T3 Parameter IncreaseTo 300 by in 2026"]),
        (
            "We zetten in op een reductie van 70% in 2035 en 80% in 2040.",
            &["T3 Outcome DecreaseBy 70 by in 2035", "T3 Outcome DecreaseBy 80 by in 2040"],
        ),
        ("We voeren binnen een jaar zwemles in.", &["T1 Outcome Achieve by binnen een jaar"]),
        (
            "Het streven is dat in 2030 alle kinderen zwemmen.",
            &["T3 Outcome Achieve 100 by in 2030 [kinderen zwemmen]"],
        ),
    ];
    check_start(&cases, dutch());
}

#[test]
fn what_goes_on_through_a_year_is_done_by_its_end() {
    let dutch_cases: [(&str, &[&str]); 4] = [
        (
            "We bouwen tot en met 2029 in totaal 12 zwembaden.",
            &["T3 Outcome IncreaseTo 12 by tot en met 2029 [zwembaden]"],
        ),
        (
            "Het aantal verdrinkingen wordt t/m 2029 verlaagd met 30 procent.",
            &["T3 Outcome DecreaseBy 30 by t/m 2029 [Het aantal verdrinkingen]"],
        ),
        // It may not be more in these years: nothing is done by the last.
        (
            "We houden het tot en met 2029 op maximaal 20 kinderen per les.",
            &["T2 Outcome AtMost 20 [kinderen per les]"],
        ),
        ("We houden zwemles tot en met 2029 gratis.", &[]),
    ];
    let english_cases: [(&str, &[&str]); 1] =
        [("We will build 12 pools through 2029.", &["T3 Outcome IncreaseTo 12 by through 2029 [pools]"])];
    check_start(&dutch_cases, dutch());
    check_start(&english_cases, english());
}

#[test]
fn a_denial_turns_a_comparison_round() {
    let dutch_cases: [(&str, &[&str]); 6] = [
        ("Niemand wacht in 2028 langer dan 14 weken.", &["T3 Outcome AtMost 14 by in 2028 [weken]"]),
        ("Geen kind zal langer dan 12 weken wachten.", &["T2 Outcome AtMost 12 [weken wachten]"]),
        ("Wij laten kinderen niet langer dan 12 weken wachten.", &["T2 Outcome AtMost 12 [weken wachten]"]),
        ("Wij geven niemand minder dan 3 lessen.", &["T2 Outcome AtLeast 3 [lessen]"]),
        // What is joined right before the comparison is a part of its own.
        ("We bouwen geen kantoren en meer dan 40 zwembaden.", &["T2 Outcome AtLeast 40 [zwembaden]"]),
        ("We bouwen meer dan 40 zwembaden.", &["T2 Outcome AtLeast 40 [zwembaden]"]),
    ];
    let english_cases: [(&str, &[&str]); 4] = [
        ("No child will wait more than 12 weeks for a lesson by 2028.", &["T3 Outcome AtMost 12 by by 2028 [weeks]"]),
        ("Nobody will wait longer than 12 weeks.", &["T2 Outcome AtMost 12 [weeks]"]),
        ("We will not charge more than 12 pounds.", &[]),
        ("We will build more than 12 pools.", &["T2 Outcome AtLeast 12 [pools]"]),
    ];
    check_start(&dutch_cases, dutch());
    check_start(&english_cases, english());
}

#[test]
fn what_is_taken_on_comes_on_top() {
    let dutch_cases: [(&str, &[&str]); 5] = [
        ("Er komen twaalf badmeesters bij in de vier dorpen.", &["T2 Outcome IncreaseBy 12 [badmeesters]"]),
        ("Daarom komen er 12 badmeesters bij.", &["T2 Outcome IncreaseBy 12 [badmeesters]"]),
        (
            "Het zwembad geeft het voorbeeld en neemt 40 mensen met een beperking in dienst.",
            &["T2 Outcome IncreaseBy 40 [mensen]"],
        ),
        (
            "In elk dorp komt ten minste 1 badmeester per 4.000 inwoners.",
            &["T2 Outcome AtLeast 1 [badmeester per 4.000 inwoners]"],
        ),
        ("Er komen 12 zwembaden.", &[]),
    ];
    let english_cases: [(&str, &[&str]); 2] = [
        ("We will hire six lifeguards for the two pools.", &["T2 Outcome IncreaseBy 6 [lifeguards]"]),
        (
            "There will be at least 1 lifeguard per 4,000 residents.",
            &["T2 Outcome AtLeast 1 [lifeguard per 4,000 residents]"],
        ),
    ];
    check_start(&dutch_cases, dutch());
    check_start(&english_cases, english());
}

#[test]
fn references_ages_counted_things_and_money_are_no_targets() {
    let cases = [
        "We maken afspraken met de 10 tot 20 grootste zwembaden.",
        "De wet van 25 november 2015 wordt aangevuld.",
        "We zetten de Badnota 2020-2050 door.",
        "We bouwen bij de 14 bestaande zwembaden.",
        "We wijzigen de regels voor jongeren tot 27 jaar.",
        "We investeren €40 mln per jaar in zwembaden.",
        "We voeren de 36-urige werkweek in (Kamerstuk 35335, nr. 3).",
        "Vanaf 2024 nemen we extra maatregelen.",
        "We onderzoeken de drie grote zwembaden.",
        "Gedurende de kabinetsperiode wordt de prijs niet verhoogd.",
        "We verhogen de prijs van zwemles niet met 25%.",
        "Wij verlagen de belasting niet.",
        // How long ago, the time of day, and what there is none of.
        "Dat is minder dan vijf jaar geleden, maar wij gaan door.",
        "We houden het zwembad langer open, tot zes uur.",
        "We openen het zwembad voortaan om 7 uur.",
        "Leerlingen voor wie geen zwemles beschikbaar is geweest krijgen meer korting.",
        "Wij verlagen de belasting in 2027 niet.",
        "In 2027 verlagen wij de belasting niet.",
    ];
    check(&cases.map(|text| (text, &[][..])), dutch());
    let cases = [
        "The pool will stay open longer, up to six o'clock.",
        "We will expand its hours to 9 pm.",
        "It was fewer than five years ago, but we will go on.",
        "We will expand the scheme to no pools.",
    ];
    check(&cases.map(|text| (text, &[][..])), english());
}

#[test]
fn figures_of_how_things_are_are_facts() {
    let cases: [(&str, &[&str]); 3] = [
        ("Van de kinderen heeft 28% geen zwemdiploma.", &["T2 Fact Is 28 [geen zwemdiploma]"]),
        ("Zwemmers leven zeven jaar langer.", &["T2 Fact Is 7 [jaar langer]"]),
        ("Er zijn 12 zwembaden.", &[]),
    ];
    check(&cases, dutch());
}

#[test]
fn another_number_word_or_year_gives_another_target() {
    let recipe = dutch();
    let told = |text: &str| told(text, recipe);
    let plain = told("We verlagen het aantal ongelukken tot 40 in 2030.");
    assert_eq!(plain, ["T3 Outcome DecreaseTo 40 by in 2030 [het aantal ongelukken]"]);
    for other in [
        "We verlagen het aantal ongelukken tot 50 in 2030.",
        "We verlagen het aantal ongelukken met 40 in 2030.",
        "We verhogen het aantal ongelukken tot 40 in 2030.",
        "We verlagen het aantal ongelukken tot 40 in 2031.",
        "We verlagen het aantal ongelukken tot 40.",
        "We verlagen het aantal ongelukken niet tot 40 in 2030.",
        "Het aantal ongelukken was 40 in 2030.",
        "We verlagen het aantal branden tot 40 in 2030.",
    ] {
        assert_ne!(told(other), plain, "{other}");
    }
}

#[test]
fn english_targets_are_read_by_their_recipe() {
    let cases: [(&str, &[&str]); 6] = [
        (
            "We will halve the number of drownings within four years.",
            &["T3 Outcome DecreaseBy 50 by within four years"],
        ),
        ("We will build 1,200 homes by 2030.", &["T3 Outcome IncreaseTo 1200 by by 2030 [homes]"]),
        (
            "We will reduce the number of fires from 90 to 30.",
            &["T2 Outcome DecreaseTo 30 from 90 [the number of fires]"],
        ),
        ("The fee will be lowered by 25%.", &["T2 Parameter DecreaseBy 25"]),
        ("Of the children, 28% cannot swim.", &["T2 Fact Is 28"]),
        ("The Baths Act 1990 will be repealed.", &[]),
    ];
    check_start(&cases, english());
}

proptest! {
    #[test]
    fn the_number_of_the_text_is_that_of_the_target(quantity in 1_i64..100_000, year in 2025_i64..2060) {
        // Four digits of our time are a year.
        prop_assume!(!(1900..2200).contains(&quantity));
        let text = format!("We verhogen het aantal zwembaden tot {quantity} in {year}.");
        let found = targets(&tokens(&text, &Words::default()), dutch());
        prop_assert_eq!(found.len(), 1);
        prop_assert_eq!(found[0].quantity, Some(Value::One(Decimal::whole(quantity))));
        prop_assert_eq!(&text[found[0].span.clone()], quantity.to_string());
        prop_assert_eq!(&text[found[0].deadline.as_ref().unwrap().span.clone()], format!("in {year}"));
        prop_assert_eq!(&text[found[0].unit_span.clone()], "het aantal zwembaden");
    }
}
