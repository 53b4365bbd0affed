// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Each fault of a protocol has its code and its caret.

use super::*;

const GOOD: &str = r#"protocol = 1
id = "p"
title = { nl = "Proef", en = "Trial" }
recipe = "together"
level = "neighbourhood"

[counts]
what = "burdened-residents"
domains = ["debt"]

[areas]
within = ["Town"]
floor = 100
ceiling = 900

[budget]
areas = 2
residents = 1000

[[in]]
area = "B1"
reason = "agreed before"
"#;

fn catalogue() -> Catalogue {
    let indicators = [("debt", None, vec![]), ("abroad", Some("origin"), vec![]), ("model", None, vec!["debt"])];
    let indicators = indicators.map(|(id, protected, from): (&str, Option<&str>, Vec<&str>)| {
        (id.to_owned(), (protected.map(str::to_owned), from.into_iter().map(str::to_owned).collect()))
    });
    let domains = vec!["debt".to_owned(), "work".to_owned()];
    Catalogue {
        recipes: BTreeMap::from([
            ("together".to_owned(), ("neighbourhood".to_owned(), domains.clone(), false)),
            ("copied".to_owned(), ("neighbourhood".to_owned(), domains, true)),
        ]),
        indicators: BTreeMap::from(indicators),
        leads: BTreeMap::from([("together".to_owned(), vec!["debt".to_owned(), "model".to_owned()])]),
        areas: BTreeMap::from([("neighbourhood".to_owned(), vec!["B1".to_owned(), "B2".to_owned()])]),
        municipalities: vec!["Town".to_owned(), "T1".to_owned()],
        codes_of: BTreeMap::from([("Town".to_owned(), "T1".to_owned())]),
    }
}

#[test]
fn a_good_protocol_has_no_problem() {
    let (protocol, problems) = parse_protocol("p.toml", GOOD, &catalogue());
    assert!(problems.is_empty(), "{problems:?}");
    assert_eq!(protocol.unwrap().must_be_in[0].reason, "agreed before");
}

#[test]
fn every_fault_has_its_code_and_its_caret() {
    let cases = [
        ("protocol = 1", "protocol = 2", "K0752", "2"),
        ("id = \"p\"", "id = 5", "K0750", "5"),
        ("floor = 100", "flor = 100", "K0751", "100"),
        ("recipe = \"together\"", "recipe = \"togeter\"", "K0753", "\"togeter\""),
        ("recipe = \"together\"", "recipe = \"copied\"", "K0754", "\"copied\""),
        ("level = \"neighbourhood\"", "level = \"district\"", "K0755", "\"district\""),
        ("[\"debt\"]", "[\"dept\"]", "K0756", "\"dept\""),
        ("\"burdened-residents\"", "\"indicator\"", "K0757", "\"indicator\""),
        ("\"burdened-residents\"", "\"indicator\"\nindicator = \"dett\"", "K0758", "\"dett\""),
        ("\"burdened-residents\"", "\"indicator\"\nindicator = \"abroad\"", "K0759", "\"abroad\""),
        ("domains = [\"debt\"]", "domains = []", "K0760", "\"burdened-residents\""),
        ("floor = 100", "floor = 901", "K0761", "901"),
        ("residents = 1000", "residents = 99", "K0762", "99"),
        ("areas = 2\nresidents = 1000", "connected = \"no\"", "K0763", "[budget]"),
        ("[\"Town\"]", "[\"Twon\"]", "K0764", "\"Twon\""),
        ("area = \"B1\"", "area = \"B9\"", "K0764", "\"B9\""),
        ("reason = \"agreed before\"", "reason = \" \"", "K0765", "\" \""),
        ("floor = 100", "floor = -1", "K0766", "-1"),
        ("[[in]]", "[[out]]\narea = \"B1\"\nreason = \"r\"\n[[in]]", "K0767", "\"B1\""),
    ];
    for (from, to, code, under) in cases {
        assert!(GOOD.contains(from), "{from}");
        let text = GOOD.replacen(from, to, 1);
        let (_, problems) = parse_protocol("p.toml", &text, &catalogue());
        let found = problems.iter().find(|problem| problem.code == code);
        let found = found.unwrap_or_else(|| panic!("{code}: {problems:?}"));
        let span = found.place.span.clone().unwrap();
        assert_eq!(&text[span], under, "{code}");
    }
}

#[test]
fn an_unknown_key_gets_the_nearest_word() {
    let text = GOOD.replacen("ceiling", "cieling", 1);
    let (_, problems) = parse_protocol("p.toml", &text, &catalogue());
    assert_eq!(problems[0].fact("nearest"), Some("ceiling"));
}

#[test]
fn each_city_needs_its_own_areas_within_what_may_be_chosen() {
    let spread = |within: &str, least: &str| {
        let text = GOOD.replacen("within = [\"Town\"]", within, 1)
            + &format!("\n[spread]\nat_least_per_municipality = {least}\n");
        let (_, problems) = parse_protocol("p.toml", &text, &catalogue());
        problems.iter().map(|it| it.code).collect::<Vec<_>>()
    };
    assert_eq!(spread("within = [\"Town\", \"T1\"]", "2"), Vec::<&str>::new(), "one municipality, by name and by code");
    assert_eq!(spread("within = [\"Town\"]", "3"), ["K0772"]);
    assert_eq!(spread("within = [\"Town\"]", "900000000000000"), ["K0772"]);
    assert_eq!(spread("", "1"), ["K0771"]);
}
