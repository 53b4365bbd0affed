// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Each fault of a written target has its code and its caret.

use super::*;

const GOOD: &str = r#"target = 1
title = { nl = "Halveren", en = "Halve" }
indicator = "children_low_income"
population = "children"
level = "neighbourhood"
relation = "decrease-by"
quantity = "50 %"
anchor = 2024
deadline = "P4Y"
at_most = "80 %"
rules = ["same-part", "where-most"]

[source]
document = "Programme"
page = "24"
quote = "halve"
"#;

fn catalogue() -> TargetCatalogue {
    let indicators = [
        ("children", OfPersons::Count),
        ("children_low_income", OfPersons::Part),
        ("low_income", OfPersons::PartOfCounted),
        ("crimes", OfPersons::No),
    ];
    TargetCatalogue {
        indicators: indicators.into_iter().map(|(id, of)| (id.to_owned(), of)).collect(),
        levels: vec!["municipality".to_owned(), "neighbourhood".to_owned()],
    }
}

fn with(from: &str, to: &str) -> (String, Option<TargetFile>, Vec<Problem>) {
    assert!(GOOD.contains(from), "{from}");
    let text = GOOD.replacen(from, to, 1);
    let (target, problems) = parse_target("t.toml", &text, &catalogue());
    (text, target, problems)
}

#[test]
fn a_good_target_has_no_problem() {
    let (target, problems) = parse_target("t.toml", GOOD, &catalogue());
    assert_eq!(problems, []);
    let target = target.unwrap();
    assert_eq!((target.way, target.deadline, target.rules.len()), (Way::Down, 2028, 2));
    assert_eq!(target.quantity, Quantity::ByPart(Ratio::new(1, 2).unwrap()));
    assert_eq!(target.ambition(None).at_most, Ratio::new(4, 5).unwrap());
    assert_eq!(target.source.unwrap().quote, "halve");
}

#[test]
fn what_may_be_left_out_has_its_stated_value() {
    let (_, target, problems) = with("rules = [\"same-part\", \"where-most\"]\n", "");
    assert_eq!((target.unwrap().rules, problems), (Rule::ALL.to_vec(), Vec::new()));
    let (_, target, _) = with("at_most = \"80 %\"\n", "");
    assert_eq!(target.unwrap().at_most, Ratio::ONE);
}

#[test]
fn relation_and_sign_of_percent_say_what_is_meant() {
    let half = Ratio::new(1, 2).unwrap();
    let cases = [
        ("decrease-to", "\"50 %\"", Way::Down, Quantity::ToShare(half)),
        ("decrease-to", "0", Way::Down, Quantity::ToPersons(0)),
        ("decrease-by", "\"1200\"", Way::Down, Quantity::ByPersons(1200)),
        ("increase-to", "\"50%\"", Way::Up, Quantity::ToShare(half)),
        ("increase-by", "\"250 %\"", Way::Up, Quantity::ByPart(Ratio::new(5, 2).unwrap())),
    ];
    for (relation, quantity, way, expected) in cases {
        let text = GOOD.replacen("decrease-by", relation, 1).replacen("\"50 %\"", quantity, 1);
        let (target, problems) = parse_target("t.toml", &text, &catalogue());
        let target = target.unwrap_or_else(|| panic!("{problems:?}"));
        assert_eq!((target.way, target.quantity), (way, expected), "{relation} {quantity}");
    }
}

#[test]
fn every_fault_has_its_code_and_its_caret() {
    let cases = [
        ("anchor = 2024", "anchor = \"2024\"", "K0830", "\"2024\""),
        ("\"decrease-by\"", "\"halve\"", "K0830", "\"halve\""),
        ("at_most = ", "at_least = ", "K0831", "\"80 %\""),
        ("page = ", "pages = ", "K0831", "\"24\""),
        ("target = 1", "target = 2", "K0832", "2"),
        ("indicator = \"children_low_income\"", "indicator = \"child_low_income\"", "K0833", "\"child_low_income\""),
        ("population = \"children\"", "population = \"childern\"", "K0833", "\"childern\""),
        ("\"neighbourhood\"", "\"street\"", "K0833", "\"street\""),
        ("indicator = \"children_low_income\"", "indicator = \"crimes\"", "K0834", "\"crimes\""),
        ("population = \"children\"\n", "", "K0834", "\"children_low_income\""),
        ("population = \"children\"", "population = \"low_income\"", "K0834", "\"low_income\""),
        ("\"50 %\"", "\"half\"", "K0835", "\"half\""),
        ("\"50 %\"", "\"101 %\"", "K0835", "\"101 %\""),
        ("\"80 %\"", "\"0 %\"", "K0835", "\"0 %\""),
        ("\"P4Y\"", "\"P0Y\"", "K0836", "\"P0Y\""),
        ("\"P4Y\"", "2024", "K0836", "2024"),
        ("\"P4Y\"", "\"soon\"", "K0836", "\"soon\""),
        ("\"where-most\"", "\"where-more\"", "K0837", "\"where-more\""),
        ("\"where-most\"", "\"same-part\"", "K0837", "\"same-part\""),
        ("\"halve\"", "\" \"", "K0838", "\" \""),
    ];
    for (from, to, code, under) in cases {
        let (text, target, problems) = with(from, to);
        let found = problems.iter().find(|problem| problem.code == code);
        let found = found.unwrap_or_else(|| panic!("{code}: {problems:?}"));
        assert_eq!(&text[found.place.span.clone().unwrap()], under, "{code}");
        assert_eq!(target, None, "{code}");
    }
}

#[test]
fn an_indicator_whose_people_the_workspace_counts_needs_no_population() {
    let text = GOOD.replacen("population = \"children\"\n", "", 1).replacen("children_low_income", "low_income", 1);
    let (target, problems) = parse_target("t.toml", &text, &catalogue());
    assert!(target.is_some_and(|it| it.population.is_none()), "{problems:?}");
}
