// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Sentences of our own that bind, and sentences that look like them.

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

/// "firm coalition", "soft", or "none".
fn told(text: &str, recipe: &Recipe) -> String {
    let Some(found) = commitment(&tokens(text, &Words::default()), recipe) else { return "none".to_owned() };
    let actor = found.actor.map(|actor| format!(" {}", actor.name)).unwrap_or_default();
    format!("{}{actor}", format!("{:?}", found.strength).to_lowercase())
}

fn check(cases: &[(&str, &str)], recipe: &Recipe) {
    for (text, expected) in cases {
        assert_eq!(told(text, recipe), *expected, "{text:?}");
    }
}

#[test]
fn who_is_bound_and_how_firmly_is_read() {
    let cases = [
        ("We bouwen een zwembad in elke wijk.", "firm coalition"),
        ("Daarom willen we een zwembad bouwen.", "soft coalition"),
        ("Het kabinet zal een zwembad bouwen.", "firm cabinet"),
        ("De kaartjes worden gratis.", "firm"),
        ("Zwemlessen worden gestimuleerd.", "soft"),
        ("Er komt een zwembad.", "firm"),
        ("Elk kind krijgt een zwemdiploma.", "firm"),
        ("We streven naar een zwembad in elke wijk.", "soft coalition"),
        ("We zetten ons in voor zwembaden.", "soft coalition"),
        ("We houden rekening met de buren.", "soft coalition"),
        ("De overheid geeft het goede voorbeeld.", "firm state"),
        ("Daarnaast investeert de coalitie in zwembaden.", "firm coalition"),
        ("De gemeente opent drie zwembaden.", "firm municipalities"),
        ("De gemeente wil drie zwembaden openen.", "soft municipalities"),
        ("Zwembaden moeten schoner worden.", "soft"),
        ("Gemeenten krijgen geld voor zwembaden.", "firm municipalities"),
    ];
    check(&cases, dutch());
}

#[test]
fn what_an_actor_does_in_the_present_tense_is_promised() {
    let dutch_cases = [
        ("De gemeente halveert het aantal verdrinkingen.", "firm municipalities"),
        ("Het college halveert in vier jaar het aantal verdrinkingen.", "firm municipalities"),
        ("Daarom halveert het college de prijs.", "firm municipalities"),
        ("De gemeente Veenoord renoveert het zwembad.", "firm municipalities"),
        ("De provincie verbetert de waterkwaliteit.", "firm provinces"),
        ("Het kabinet herstelt de kades.", "firm cabinet"),
        ("De gemeente telt twaalf zwembaden.", "none"),
        ("De gemeente bezit twaalf zwembaden.", "none"),
        ("De gemeente vergrijst.", "none"),
        ("De gemeente profiteert van de zee.", "none"),
        ("De gemeente met de meeste zwembaden ligt aan zee.", "none"),
    ];
    let english_cases = [
        ("The council will halve the number of drownings.", "firm council"),
        ("The council halves the fee.", "firm council"),
        ("The borough hires six lifeguards.", "firm council"),
        ("The council owns twelve pools.", "none"),
    ];
    check(&dutch_cases, dutch());
    check(&english_cases, english());
}

#[test]
fn how_somebody_is_doing_is_no_promise() {
    let cases = [
        ("Met de meesten gaat het goed, en dat mag gezegd worden.", "none"),
        ("Het gaat steeds beter met de zwembaden.", "none"),
        ("De bouw gaat langzaam.", "none"),
        ("Dat is lager dan vroeger, maar de daling gaat langzaam.", "none"),
        ("Scholen gaan zich beter voorbereiden.", "firm schools"),
        ("Het zwembad gaat dicht.", "firm"),
    ];
    check(&cases, dutch());
    check(&[("Most of them are doing well.", "none")], english());
}

#[test]
fn facts_reasons_and_questions_bind_nobody() {
    let cases = [
        "Zwemmen is gezond.",
        "Veel kinderen kunnen niet zwemmen.",
        "Te veel zwembaden zijn gesloten.",
        "De vraag naar zwemles neemt toe.",
        "Zwembaden staan onder druk.",
        "We zien dat zwembaden sluiten.",
        "Bouwen we een zwembad?",
        "Het is belangrijk dat ieder kind leert zwemmen, omdat we aan zee wonen.",
        "De zwembaden die we kennen zijn dicht.",
        "Dat zwembaden sluiten, vinden we onacceptabel.",
        "Te denken valt aan een zwembad.",
        "De drukte zal leiden tot langere rijen.",
        "Zodat ieder kind leert zwemmen.",
    ];
    check(&cases.map(|text| (text, "none")), dutch());
}

#[test]
fn another_word_gives_another_answer() {
    let recipe = dutch();
    let told = |text: &str| told(text, recipe);
    assert_eq!(told("We verlagen de prijs van zwemles."), "firm coalition");
    assert_eq!(told("We willen de prijs van zwemles verlagen."), "soft coalition");
    assert_eq!(told("De prijs van zwemles is laag."), "none");
    assert_eq!(told("Verlagen we de prijs van zwemles?"), "none");
    // What will not be done is promised too.
    assert_eq!(told("We verlagen de prijs van zwemles niet."), "firm coalition");
}

#[test]
fn english_sentences_bind_by_their_own_recipe() {
    let cases = [
        ("We will build a pool in every district.", "firm coalition"),
        ("The council will open three pools.", "firm council"),
        ("We want every child to swim.", "soft coalition"),
        ("The city aims to open a pool.", "soft council"),
        ("Three pools will be opened.", "firm"),
        ("Pools should be cleaner.", "soft"),
        ("Swimming is healthy.", "none"),
        ("Too many children cannot swim.", "none"),
        ("Will we build a pool?", "none"),
        ("Pool closures have risen.", "none"),
    ];
    check(&cases, english());
}

#[test]
fn a_language_is_known_by_its_recipe_only() {
    assert_eq!(told("We bouwen een zwembad.", english()), "none");
    assert_eq!(told("The city aims to open a pool.", dutch()), "none");
}

proptest! {
    #[test]
    fn spans_lie_inside_the_sentence(words in proptest::collection::vec(
        prop_oneof!["we", "wij", "willen", "wordt", "zal", "kabinet", "niet", "omdat", "[a-z]{1,6}", "[,.?]"], 1..20,
    )) {
        let text = words.join(" ");
        if let Some(found) = commitment(&tokens(&text, &Words::default()), dutch()) {
            prop_assert!(text.get(found.cue).is_some_and(|cue| !cue.is_empty()));
            prop_assert!(found.actor.is_none_or(|actor| text.get(actor.span).is_some()));
            prop_assert!(!text.trim_end().ends_with('?'));
        }
    }
}
