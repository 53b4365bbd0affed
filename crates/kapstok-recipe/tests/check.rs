// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What a recipe is refused for: each case a recipe with one fault, and the text that the caret points at.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use kapstok_recipe::{Available, Catalogue, check, parse};
use kapstok_table::{
    Direction, Domain, Indicator, IndicatorId, Kind, Population, Problem, ProtectedTrait, RebaseRule, Rounding,
    Severity, Text, Unit,
};

fn indicator(
    id: &str,
    source: &str,
    kind: Kind,
    modelled_from: &[&str],
    protected: Option<ProtectedTrait>,
) -> Indicator {
    let text = || Text { nl: id.into(), en: id.into() };
    Indicator {
        id: IndicatorId::new(id).unwrap(),
        label: text(),
        explanation: text(),
        unit: Unit::Percent,
        direction: Direction::HigherIsWorse,
        domain: Domain(id.into()),
        kind,
        modelled_from: modelled_from.iter().map(|from| (*from).into()).collect(),
        population: Some(Population::Residents),
        rounding: Rounding::None,
        exact_at: Vec::new(),
        rebase: RebaseRule::WeightedByCrosswalk,
        protected,
        source: source.into(),
        licence: "CC0-1.0".into(),
    }
}

fn available(indicator: Indicator, period: &str) -> Available {
    Available {
        name: indicator.id.to_string(),
        period: period.into(),
        boundary_year: Some(2024),
        indicator: Some(indicator),
        share_missing: 0.0,
    }
}

fn catalogue() -> Catalogue {
    let turned = |id: &str, direction| Indicator { direction, ..indicator(id, "survey", Kind::Survey, &[], None) };
    let origin = indicator("origin_abroad", "register", Kind::Register, &[], Some(ProtectedTrait::Origin));
    let mut sparse = available(indicator("sparse", "survey", Kind::Survey, &[], None), "2024");
    sparse.share_missing = 0.9;
    Catalogue {
        source: "kapstok.toml".into(),
        columns: vec![
            available(indicator("income", "tax", Kind::Register, &[], None), "2024"),
            available(indicator("work", "benefits", Kind::Register, &[], None), "2024"),
            available(indicator("old_work", "benefits", Kind::Register, &[], None), "2020"),
            available(indicator("health", "monitor", Kind::Model, &["income", "age"], None), "2024"),
            available(origin, "2024"),
            available(turned("trust", Direction::HigherIsBetter), "2024"),
            available(turned("density", Direction::Neither), "2024"),
            sparse,
        ],
    }
}

const HEAD: &str = "recipe = 1\nid = \"test\"\ntitle = { nl = \"t\", en = \"t\" }\nlevel = \"neighbourhood\"\n";

fn problems(text: &str) -> Vec<(&'static str, String, Severity)> {
    let text = format!("{HEAD}{text}");
    let (recipe, mut problems) = parse("recipe.toml", &text);
    if let Some(recipe) = recipe {
        problems.extend(check(&recipe, &catalogue()).1);
    }
    let at = |problem: &Problem| text[problem.place.span.clone().unwrap()].to_owned();
    problems.iter().map(|problem| (problem.code, at(problem), problem.severity)).collect()
}

fn mean(weights: &str) -> String {
    format!("[[step]]\ndo = \"weighted-mean\"\nout = \"index\"\nweights_sum = 1\nweights = {{ {weights} }}\n")
}

#[test]
fn a_protected_trait_an_unknown_column_and_weights_of_0_9_are_three_problems_with_three_carets() {
    let text = format!(
        "[[input]]\nname = \"income\"\n[[input]]\nname = \"origin_abroad\"\n[[input]]\nname = \"wrok\"\n{}",
        mean("income = 0.5, origin_abroad = 0.4")
    );
    let error = Severity::Error;
    assert_eq!(
        problems(&text),
        [
            ("K0206", "\"origin_abroad\"".into(), error),
            ("K0213", "\"wrok\"".into(), error),
            ("K0214", "{ income = 0.5, origin_abroad = 0.4 }".into(), error),
        ]
    );
}

#[test]
fn each_fault_has_its_code_and_its_place() {
    let two = "[[input]]\nname = \"income\"\n[[input]]\nname = \"work\"\n";
    let error = Severity::Error;
    type Expected<'a> = Vec<(&'a str, &'a str, Severity)>;
    let cases: Vec<(&str, String, Expected<'_>)> = vec![
        ("good", format!("{two}{}", mean("income = 0.5, work = 0.5")), vec![]),
        (
            "weights by proportion",
            format!("{two}{}", mean("income = 3, work = 1").replace("weights_sum = 1", "weights_sum = \"relative\"")),
            vec![],
        ),
        ("unknown step", format!("{two}[[step]]\ndo = \"rnak\"\n"), vec![("K0210", "\"rnak\"", error)]),
        (
            "unknown key",
            format!("{two}[[step]]\ndo = \"linear\"\nin = \"income\"\nout = \"x\"\nfactor = 1.0\nfator = 2.0\n"),
            vec![("K0211", "2.0", error)],
        ),
        (
            "a mean within a level of which nothing is known",
            format!(
                "areas = {{ key = \"code\" }}\n{two}[[step]]\ndo = \"impute\"\nin = \"income\"\nout = \"x\"\nwithin = \"district\"\n"
            ),
            vec![("K0230", "\"district\"", error)],
        ),
        (
            "cases and a rate",
            format!(
                "{two}[[step]]\ndo = \"shrink\"\ncases = \"income\"\nrate = \"work\"\npopulation = \"work\"\nout = \"x\"\nfactor = 1.0\n"
            ),
            vec![("K0211", "[[step]]", error)],
        ),
        (
            "a factor of two columns",
            format!(
                "{two}[[step]]\ndo = \"factor\"\nin = [\"income\", \"work\"]\npositive = \"work\"\nout = \"x\"\n"
            ),
            vec![("K0211", "[[step]]", error)],
        ),
        (
            "ages that do not rise",
            format!(
                "{two}[[step]]\ndo = \"life-expectancy\"\nout = \"x\"\nages = [{{ from = 5, deaths = \"income\", population = \"work\" }}, {{ from = 1, deaths = \"income\", population = \"work\" }}]\n"
            ),
            vec![("K0211", "[[step]]", error)],
        ),
        (
            "use before it is made",
            format!(
                "{two}[[step]]\ndo = \"linear\"\nin = \"b\"\nout = \"a\"\nfactor = 1.0\n[[step]]\ndo = \"linear\"\nin = \"a\"\nout = \"b\"\nfactor = 1.0\n"
            ),
            vec![("K0209", "\"b\"", error)],
        ),
        (
            "a result with the name of an input",
            format!("{two}[[step]]\ndo = \"linear\"\nin = \"income\"\nout = \"work\"\nfactor = 1.0\n"),
            vec![("K0208", "\"work\"", error)],
        ),
        (
            "mixed periods",
            "[[input]]\nname = \"income\"\n[[input]]\nname = \"old_work\"\n".into(),
            vec![("K0204", "", error)],
        ),
        (
            "mixed with a reason",
            "allow_mixed = \"no other year\"\n[[input]]\nname = \"income\"\n[[input]]\nname = \"old_work\"\n".into(),
            vec![],
        ),
        ("too much missing", "[[input]]\nname = \"sparse\"\n".into(), vec![("K0205", "\"sparse\"", Severity::Warning)]),
        (
            "a model beside its own input",
            "[[input]]\nname = \"income\"\n[[input]]\nname = \"health\"\n".into(),
            vec![("K0207", "\"health\"", Severity::Warning)],
        ),
        (
            "models left out",
            "leave_modelled_out = true\n[[input]]\nname = \"income\"\n[[input]]\nname = \"health\"\n".into(),
            vec![],
        ),
        ("a split, not a burden", "[[input]]\nname = \"origin_abroad\"\nequity_split = true\n".into(), vec![]),
        ("an index as published", "reproduces = \"x\"\n[[input]]\nname = \"origin_abroad\"\n".into(), vec![]),
        (
            "what the indicator says is not said otherwise",
            "[[input]]\nname = \"trust\"\ndirection = \"higher-is-worse\"\nunit = \"euro\"\n".into(),
            vec![("K0217", "\"euro\"", error), ("K0217", "\"higher-is-worse\"", error)],
        ),
        (
            "nor by a domain",
            "[[input]]\nname = \"trust\"\n[burdens]\nworst_fraction = 0.2\n[[burdens.domain]]\nid = \"a\"\ncolumn = \"trust\"\n\
             direction = \"higher-is-worse\"\n"
                .into(),
            vec![("K0217", "\"higher-is-worse\"", error)],
        ),
        (
            "one figure under two names",
            "[[input]]\nname = \"income\"\n[[input]]\nname = \"again\"\ncolumn = \"income\"\n".into(),
            vec![("K0218", "\"again\"", error)],
        ),
        (
            "one burden in two domains",
            format!(
                "{two}[burdens]\nworst_fraction = 0.2\n[[burdens.domain]]\nid = \"a\"\ncolumn = \"income\"\nlead = \"income\"\n\
                 [[burdens.domain]]\nid = \"a\"\ncolumn = \"work\"\n[[burdens.domain]]\nid = \"c\"\ncolumn = \"income\"\n"
            ),
            vec![("K0218", "\"a\"", error), ("K0218", "\"income\"", error)],
        ),
        (
            "a name that the count of burdens writes",
            format!(
                "{two}[[step]]\ndo = \"linear\"\nin = \"income\"\nout = \"burdens\"\nfactor = 1.0\n\
                 [burdens]\nworst_fraction = 0.2\n[[burdens.domain]]\nid = \"a\"\ncolumn = \"income\"\n"
            ),
            vec![("K0219", "\"burdens\"", error)],
        ),
        (
            "a trait by which areas are left out",
            "[[input]]\nname = \"income\"\n[[exclude]]\ncolumn = \"origin_abroad\"\nequals = 0.0\n".into(),
            vec![("K0206", "\"origin_abroad\"", error)],
        ),
        (
            "more parts than there are",
            format!("{two}[[step]]\ndo = \"sum\"\nin = [\"income\"]\nout = \"x\"\nmissing = {{ at-least = 2 }}\n"),
            vec![("K0211", "[[step]]", error)],
        ),
        (
            "a sum of nothing",
            format!("{two}[[step]]\ndo = \"sum\"\nin = []\nout = \"x\"\n"),
            vec![("K0211", "[[step]]", error)],
        ),
        (
            "a number that is none",
            format!("{two}[[step]]\ndo = \"flag\"\nin = \"income\"\nout = \"x\"\nat_least = nan\n"),
            vec![("K0211", "[[step]]", error)],
        ),
        (
            "more decimals than there are",
            format!("{two}[[output]]\nname = \"income\"\ndecimals = 320\n"),
            vec![("K0211", "320", error)],
        ),
        (
            "a direction that is none",
            "[[input]]\nname = \"income\"\ndirection = \"worse\"\n".into(),
            vec![("K0203", "\"worse\"", error)],
        ),
    ];
    for (name, text, expected) in cases {
        let expected: Vec<_> =
            expected.into_iter().map(|(code, at, severity)| (code, at.to_owned(), severity)).collect();
        let mut found = problems(&text);
        if name == "mixed periods" {
            // The caret stands at the list of inputs, which has no text of its own.
            found.iter_mut().for_each(|(_, at, _)| at.clear());
        }
        assert_eq!(found, expected, "{name}");
    }
}

#[test]
fn a_bare_table_must_be_told_unit_and_direction() {
    let text = format!("{HEAD}[[input]]\nname = \"n\"\n");
    let (recipe, _) = parse("recipe.toml", &text);
    let column =
        Available { name: "n".into(), period: String::new(), boundary_year: None, indicator: None, share_missing: 0.0 };
    let (plan, problems) = check(&recipe.unwrap(), &Catalogue { source: "n.csv".into(), columns: vec![column] });
    let keys: Vec<_> = problems.iter().map(|problem| (problem.code, problem.fact("key").unwrap())).collect();
    assert_eq!((plan.is_none(), keys), (true, vec![("K0202", "unit"), ("K0202", "direction")]));
}

#[test]
fn leaving_models_out_takes_them_from_means_and_domains() {
    let text = format!(
        "{HEAD}leave_modelled_out = true\n[[input]]\nname = \"income\"\n[[input]]\nname = \"health\"\n{}[burdens]\nworst_fraction = 0.2\n\
         [[burdens.domain]]\nid = \"health\"\ncolumn = \"health\"\n[[burdens.domain]]\nid = \"income\"\ncolumn = \"income\"\nlead = \"income\"\n",
        mean("income = 0.5, health = 0.5")
    );
    let (recipe, _) = parse("recipe.toml", &text);
    let (plan, problems) = check(&recipe.unwrap(), &catalogue());
    let plan = plan.unwrap();
    assert!(problems.is_empty(), "{problems:?}");
    assert_eq!((plan.left_out, plan.inputs.len(), plan.domains.len()), (vec!["health".to_owned()], 1, 1));
    assert_eq!(plan.steps[0].form().reads(), ["income"]);
    assert_eq!(plan.domains[0].rests_on, ["income"]);
}

#[test]
fn a_z_score_that_is_to_be_a_burden_turns_with_the_direction_of_its_input() {
    let z = |input: &str| {
        format!(
            "[[step]]\ndo = \"z-score\"\nin = \"{input}\"\nout = \"z\"\ndeviation = \"population\"\nhigher_is_worse = true\n"
        )
    };
    for (name, turned) in [("income", false), ("trust", true)] {
        let text = format!("{HEAD}[[input]]\nname = \"{name}\"\n{}", z(name));
        let (plan, _) = check(&parse("recipe.toml", &text).0.unwrap(), &catalogue());
        let kapstok_recipe::Step::ZScore(step) = &plan.unwrap().steps[0] else { panic!("one step") };
        assert_eq!(step.turned, turned, "{name}");
    }
    let neither = format!("[[input]]\nname = \"density\"\n{}", z("density"));
    assert_eq!(problems(&neither).iter().map(|problem| problem.0).collect::<Vec<_>>(), ["K0211"]);
}

#[test]
fn the_schema_names_every_step() {
    let schema = kapstok_recipe::json_schema().to_string();
    for word in kapstok_recipe::steps::STEP_WORDS {
        assert!(schema.contains(&format!("{{\"const\":\"{word}\"}}")), "{word}");
    }
}

#[test]
fn a_step_says_its_formula() {
    let text = format!(
        "{HEAD}[[input]]\nname = \"income\"\n[[step]]\ndo = \"exponential\"\nin = \"income\"\nout = \"x\"\nconstant = 23.0\n"
    );
    let (recipe, _) = parse("recipe.toml", &text);
    let formula = recipe.unwrap().steps[0].1.form().formula();
    assert_eq!(formula.maths, "x = -23 ln(1 - income (1 - exp(-100 / 23)))");
}

#[test]
fn a_misspelled_input_is_told_of_once_and_not_at_each_of_its_uses() {
    let text = format!(
        "[[input]]\nname = \"incme\"\n{}[burdens]\nworst_fraction = 0.2\n\
         [[burdens.domain]]\nid = \"income\"\ncolumn = \"income\"\nlead = \"income\"\n",
        mean("income = 1.0")
    );
    assert_eq!(problems(&text).iter().map(|problem| problem.0).collect::<Vec<_>>(), ["K0213"]);
    // A use that is misspelled itself is told of.
    let text = format!("[[input]]\nname = \"income\"\n{}", mean("incme = 1.0"));
    assert_eq!(problems(&text).iter().map(|problem| problem.0).collect::<Vec<_>>(), ["K0213"]);
}

#[test]
fn the_lead_of_a_domain_is_known_outside_the_recipe_by_the_column_that_its_input_reads() {
    let text = format!(
        "{HEAD}[[input]]\nname = \"x\"\ncolumn = \"income\"\n[[input]]\nname = \"trust\"\n[burdens]\nworst_fraction = 0.2\n\
         [[burdens.domain]]\nid = \"income\"\ncolumn = \"x\"\nlead = \"x\"\n[[burdens.domain]]\nid = \"trust\"\ncolumn = \"trust\"\n"
    );
    let (recipe, _) = parse("recipe.toml", &text);
    let (plan, problems) = check(&recipe.unwrap(), &catalogue());
    assert_eq!(plan.unwrap().lead_columns(), [Some("income"), None], "{problems:?}");
}

#[test]
fn areas_cannot_be_ordered_by_a_result_of_a_higher_level() {
    let sure = |order: &str| {
        let text = format!(
            "[[input]]\nname = \"income\"\n[[step]]\ndo = \"summarise\"\nin = \"income\"\nout = \"above\"\nto = \"municipality\"\nhow = \"average-score\"\npopulation = \"income\"\n\
             [[step]]\ndo = \"min-max\"\nin = \"above\"\nout = \"scaled\"\nlow = 0\nhigh = 1\n[sure]\nseed = 1\norder = \"{order}\"\n"
        );
        problems(&text)
    };
    assert_eq!(sure("income"), []);
    for order in ["above", "scaled"] {
        let found = sure(order);
        assert_eq!(found.iter().map(|problem| problem.0).collect::<Vec<_>>(), ["K0732"], "{order}");
    }
}

#[test]
fn a_split_may_not_become_a_burden_by_way_of_a_step_or_a_domain() {
    let split = "[[input]]\nname = \"income\"\n[[input]]\nname = \"origin_abroad\"\nequity_split = true\n";
    let by_step = format!("{split}{}", mean("income = 0.5, origin_abroad = 0.5"));
    let by_domain = format!(
        "{split}[burdens]\nworst_fraction = 0.2\n[[burdens.domain]]\nid = \"x\"\ncolumn = \"origin_abroad\"\ndirection = \"higher-is-worse\"\n"
    );
    for text in [by_step, by_domain] {
        assert_eq!(problems(&text).iter().map(|problem| problem.0).collect::<Vec<_>>(), ["K0206"], "{text}");
    }
}
