// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Cases and laws of amounts, with the two recipes that are shipped.

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

/// "1200000.00 EUR about a year until 2030 [€ 1,2 mln]": what a reader would note down.
fn told(text: &str, recipe: &Recipe) -> Vec<String> {
    let tokens = tokens(text, &Words::default());
    let tell = |amount: &Amount| {
        let euros = |value: i128| format!("{}.{:02}", value / 100, value % 100);
        let value = match amount.value {
            Money::One(value) => euros(value),
            Money::Range(from, to) => format!("{}..{}", euros(from), euros(to)),
        };
        let mut told = format!("{value} {}", amount.currency);
        if amount.relation != Relation::Exactly {
            told += &format!(" {:?}", amount.relation);
        }
        if let Some(period) = &amount.period {
            told += &period.pace.map(|pace| format!(" {pace:?}")).unwrap_or_default();
            told += &period.over.as_ref().map(|over| format!(" {over:?}")).unwrap_or_default();
        }
        if amount.role == Role::Parameter {
            told += " Parameter";
        }
        format!("{told} [{}]", &text[amount.span.clone()])
    };
    amounts(&tokens, recipe).iter().map(tell).collect()
}

fn check(cases: &[(&str, &[&str])], recipe: &Recipe) {
    for (text, expected) in cases {
        assert_eq!(told(text, recipe), *expected, "{text:?}");
    }
}

#[test]
fn all_odd_writings_of_dutch_amounts_are_read_with_their_period() {
    let cases: [(&str, &[&str]); 23] = [
        ("In 2026 € 0,6 mln voor zorg.", &["600000.00 EUR In(2026) [€ 0,6 mln]"]),
        ("Hiervoor komt €1 miljard euro.", &["1000000000.00 EUR [€1 miljard euro]"]),
        ("De komende 10 jaar is €7,5 mrd beschikbaar.", &["7500000000.00 EUR Years(10) [€7,5 mrd]"]),
        ("We geven 30 mln. aan media.", &["30000000.00 EUR [30 mln]"]),
        ("Er komt € 60 mld. Deze fondsen helpen.", &["60000000000.00 EUR [€ 60 mld]"]),
        ("Dat is 500 miljoen per jaar.", &["500000000.00 EUR AYear [500 miljoen]"]),
        ("Structureel 1 miljard euro.", &["1000000000.00 EUR Structural [1 miljard euro]"]),
        ("We geven structureel €1 miljard per jaar.", &["1000000000.00 EUR AYearStructural [€1 miljard]"]),
        ("Het kost 10 tot 20 miljoen.", &["10000000.00..20000000.00 EUR [10 tot 20 miljoen]"]),
        ("Tussen €10 en €20 miljoen.", &["10000000.00..20000000.00 EUR [€10 en €20 miljoen]"]),
        ("De aftrek daalt naar € 1.200.", &["1200.00 EUR Parameter [€ 1.200]"]),
        ("Eenmalig circa drie miljoen euro.", &["3000000.00 EUR About Once [drie miljoen euro]"]),
        ("Een miljard euro in 2025.", &["1000000000.00 EUR In(2025) [Een miljard euro]"]),
        ("Anderhalf miljard euro tot 2030.", &["1500000000.00 EUR Until(2030) [Anderhalf miljard euro]"]),
        ("Van 2023 tot en met 2026 is er €5 mln.", &["5000000.00 EUR Between(2023, 2026) [€5 mln]"]),
        ("Vanaf 2024 maximaal € 2,5 mln per jaar.", &["2500000.00 EUR AtMost AYear From(2024) [€ 2,5 mln]"]),
        (
            "(25 mld. t/m 2035 w.v. 20 mld. t/m 2030)",
            &["25000000000.00 EUR Until(2035) [25 mld]", "20000000000.00 EUR Until(2030) [20 mld]"],
        ),
        (
            "Er is € 200 mln, waarvan € 50 mln structureel.",
            &["200000000.00 EUR [€ 200 mln]", "50000000.00 EUR Structural [€ 50 mln]"],
        ),
        ("Een budget van € 50.000 voor de buurt.", &["50000.00 EUR [€ 50.000]"]),
        ("Er is € 5 miljoen, en structureel beleid.", &["5000000.00 EUR [€ 5 miljoen]"]),
        ("We bouwen 2 miljoen woningen.", &[]),
        ("Er zijn miljarden nodig in 2030.", &[]),
        ("Kamerstuk 35387, nr. 3, van 25 november 2015", &[]),
    ];
    check(&cases, dutch());
}

#[test]
fn english_amounts_need_a_currency() {
    let cases: [(&str, &[&str]); 9] = [
        ("We will invest £2.5m in parks.", &["2500000.00 GBP [£2.5m]"]),
        ("That is £1bn a year.", &["1000000000.00 GBP AYear [£1bn]"]),
        ("A budget of £1,200 for each block.", &["1200.00 GBP [£1,200]"]),
        ("We spend up to £10 million over the next 3 years.", &["10000000.00 GBP AtMost Years(3) [£10 million]"]),
        ("Between £10 and £20 million is available.", &["10000000.00..20000000.00 GBP [£10 and £20 million]"]),
        ("We set aside half a million homes.", &[]),
        ("Five million pounds by 2030.", &["5000000.00 GBP Until(2030) [Five million pounds]"]),
        ("2 million people live here.", &[]),
        ("The fee falls to £40.", &["40.00 GBP Parameter [£40]"]),
    ];
    check(&cases, english());
}

#[test]
fn what_is_told_changes_with_the_text() {
    let told = |text: &str| told(text, dutch());
    let plain = told("We investeren €500 mln per jaar in wijken.");
    for other in [
        "We investeren €600 mln per jaar in wijken.",
        "We investeren €500 mld per jaar in wijken.",
        "We investeren $500 mln per jaar in wijken.",
        "We investeren €500 mln eenmalig in wijken.",
        "We investeren €500 mln in wijken.",
        "We investeren minstens €500 mln per jaar in wijken.",
        "We investeren in wijken.",
    ] {
        assert_ne!(told(other), plain, "{other}");
    }
    assert_eq!(told("Per jaar investeren we in wijken €500 mln."), plain);
}

proptest! {
    #[test]
    fn an_amount_grows_a_thousandfold_with_each_word(whole in 1_u32..999, decimals in 0_u32..99) {
        let recipe = dutch();
        let value = |word: &str| {
            let text = format!("Er komt € {whole},{decimals:02} {word} voor wijken en een budget.");
            match amounts(&tokens(&text, &Words::default()), recipe).as_slice() {
                [Amount { value: Money::One(value), .. }] => *value,
                _ => 0,
            }
        };
        let cents = i128::from(whole) * 100 + i128::from(decimals);
        prop_assert_eq!(value("euro"), cents);
        prop_assert_eq!(value("duizend"), cents * 1_000);
        prop_assert_eq!(value("mln"), cents * 1_000_000);
        prop_assert_eq!(value("miljard"), cents * 1_000_000_000);
    }

    #[test]
    fn spans_lie_inside_and_in_order(text in "[€0-9.,a-z %-]{0,60}") {
        let tokens = tokens(&text, &Words::default());
        let mut last = 0;
        for amount in amounts(&tokens, dutch()) {
            prop_assert!(amount.span.start >= last && text.get(amount.span.clone()).is_some());
            last = amount.span.end;
        }
    }
}
