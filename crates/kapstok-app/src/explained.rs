// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! A recipe as a page of plain words, with the formula of each step.
//!
//! In: a recipe, and the indicators of the workspace that it lies in, if it does. Out: Markdown. Not here: finding
//! the workspace (`command/explain.rs`); the sentences (`text/`).

use std::collections::BTreeMap;

use kapstok_recipe::steps::{Fact, Form};
use kapstok_recipe::{Input, Precision, Recipe, Scope};
use kapstok_table::{Indicator, IndicatorId};

use kapstok_share::number::{figure, percentage};
use kapstok_share::words::{Language, Words};

/// Indicators by id, of the workspace around a recipe.
pub(crate) type Meanings = BTreeMap<IndicatorId, Indicator>;

/// The page: what comes in, what is done, what comes out.
pub(crate) fn page(recipe: &Recipe, meanings: &Meanings, words: &Words) -> String {
    let head = &recipe.head;
    let say = |key: &str| words.say(key, &[]);
    let mut lines = vec![format!("# {}\n", in_language(&head.title.nl, &head.title.en, words))];
    if let Some(index) = &head.reproduces {
        lines.push(words.say("explained-reproduces", &[("index", index)]) + "\n");
    }
    lines.push(words.say("explained-level", &[("level", &words.word("level", &head.level))]));
    if head.precision == Precision::Single {
        lines.push(say("explained-single"));
    }
    if let Some(reason) = &head.allow_mixed {
        lines.push(words.say("explained-mixed", &[("reason", reason)]));
    }
    if head.leave_modelled_out {
        lines.push(say("explained-no-models"));
    }
    lines.push(format!("\n## {}\n", say("explained-inputs")));
    let titles = ["name", "column", "label", "unit", "direction"].map(|key| say(&format!("explained-{key}")));
    let is_known = head.input.iter().any(|input| meaning(input, meanings).is_some());
    let shown = |cells: [String; 5]| {
        // Outside a workspace nothing is known of labels.
        let cells = cells.into_iter().enumerate().filter(|(position, _)| is_known || *position != 2);
        format!("| {} |", cells.map(|(_, cell)| cell).collect::<Vec<_>>().join(" | "))
    };
    lines.push(shown(titles));
    lines.push(shown(["---"; 5].map(str::to_owned)));
    lines.extend(head.input.iter().map(|input| shown(cells_of(input, meanings, words))));
    for exclude in &head.exclude {
        let rule = match (&exclude.equals, &exclude.starts_with) {
            (Some(number), _) => format!("`{}` = {}", exclude.column, figure(*number, 6, words.language)),
            (None, Some(start)) => words.say("explained-starts", &[("column", &exclude.column), ("start", start)]),
            (None, None) => words.say("explained-is-missing", &[("column", &exclude.column)]),
        };
        let key = match exclude.from {
            Scope::Everything => "explained-excluded",
            Scope::Ranks => "explained-not-ranked",
        };
        lines.push(format!("\n{}", words.say(key, &[("rule", &rule)])));
    }
    if !recipe.steps.is_empty() {
        lines.push(format!("\n## {}\n", say("explained-steps")));
    }
    for (number, (_, step)) in recipe.steps.iter().enumerate() {
        let (sentence, maths) = step_in_words(step.form(), words);
        lines.push(format!("{}. `{}`: {sentence}\n   `{maths}`", number + 1, step.form().out()));
    }
    if let Some(burdens) = &head.burdens {
        let fraction = figure(burdens.worst_fraction * 100.0, 1, words.language);
        lines.push(format!("\n## {}\n", say("explained-burdens")));
        lines.push(words.say("explained-worst", &[("fraction", &fraction)]) + "\n");
        for domain in &burdens.domain {
            lines.push(format!("* {}: `{}`", words.word("domain", &domain.id), domain.column));
        }
        lines.push(format!("\n{}", say("explained-not-people")));
    }
    if !head.output.is_empty() {
        let names: Vec<String> = head.output.iter().map(|output| format!("`{}`", output.name)).collect();
        lines.push(format!("\n## {}\n\n{}", say("explained-outputs"), names.join(", ")));
    }
    lines.join("\n") + "\n"
}

fn in_language<'a>(nl: &'a str, en: &'a str, words: &Words) -> &'a str {
    match words.language {
        Language::Nl => nl,
        Language::En => en,
    }
}

fn meaning<'a>(input: &Input, meanings: &'a Meanings) -> Option<&'a Indicator> {
    IndicatorId::new(input.column()).and_then(|id| meanings.get(&id))
}

/// Name, column with its period, label, unit, direction.
fn cells_of(input: &Input, meanings: &Meanings, words: &Words) -> [String; 5] {
    let period = input.period.as_ref().map(|period| format!(" ({period})")).unwrap_or_default();
    let meaning = meaning(input, meanings);
    let stated = |group: &str, own: &Option<String>, of_indicator: Option<&str>| match own.as_deref().or(of_indicator) {
        Some(word) => words.word(group, word),
        None => words.say("explained-as-indicator", &[]),
    };
    [
        format!("`{}`", input.name),
        format!("`{}`{period}", input.column()),
        meaning.map_or_else(String::new, |it| in_language(&it.label.nl, &it.label.en, words).to_owned()),
        stated("unit", &input.unit, meaning.map(|it| it.unit.as_str())),
        stated("direction", &input.direction, meaning.map(|it| it.direction.as_str())),
    ]
}

/// What a step does, and its formula.
fn step_in_words(form: &dyn Form, words: &Words) -> (String, String) {
    let formula = form.formula();
    let said = |(name, fact): &(&'static str, Fact)| {
        let text = match fact {
            Fact::Word(level) if *name == "level" => words.word("level", level),
            Fact::Word(word) => word.clone(),
            Fact::Number(number) => figure(*number, 6, words.language),
            Fact::Shares(shares) => {
                let one = |(name, share): &(String, f64)| format!("{} % `{name}`", percentage(*share, words.language));
                shares.iter().map(one).collect::<Vec<_>>().join(", ")
            }
        };
        (*name, text)
    };
    let facts: Vec<(&str, String)> = formula.facts.iter().map(said).collect();
    let facts: Vec<(&str, &str)> = facts.iter().map(|(name, text)| (*name, text.as_str())).collect();
    let maths = words.attribute(formula.key, "maths", &facts).unwrap_or(formula.maths);
    (words.say(formula.key, &facts), maths)
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &str = "recipe = 1\nid = \"r\"\ntitle = { nl = \"Proef\", en = \"Trial\" }\nlevel = \"neighbourhood\"\n\
        allow_mixed = \"the codes are equal\"\n";

    fn page_of(text: &str, meanings: &Meanings, language: Language) -> String {
        let (recipe, problems) = kapstok_recipe::parse("recipe.toml", &format!("{HEAD}{text}"));
        assert!(problems.is_empty(), "{problems:?}");
        page(&recipe.unwrap(), meanings, &Words::new(language))
    }

    /// One step of each kind, with all its words.
    const STEPS: [&str; 28] = [
        "do = \"rank\"\nin = \"a\"\norder = \"highest-first\"\nties = \"mean\"",
        "do = \"rank\"\nin = \"a\"\norder = \"lowest-first\"\nties = \"max\"",
        "do = \"rank-fraction\"\nin = \"a\"\none_is = \"first\"\noffset = 0.5",
        "do = \"exponential\"\nin = \"a\"\nconstant = 23.0",
        "do = \"linear\"\nin = \"a\"\nfactor = -1.0",
        "do = \"z-score\"\nin = \"a\"\ndeviation = \"sample\"\nhigher_is_worse = true",
        "do = \"min-max\"\nin = \"a\"\nlow = 0.0\nhigh = 1.0",
        "do = \"goalposts\"\nin = \"a\"\nlow = 1.0\nhigh = 2.5\ncap = true",
        "do = \"logarithm\"\nin = \"a\"",
        "do = \"round\"\nin = \"a\"\ndecimals = 1\nmode = \"half-up\"",
        "do = \"weighted-mean\"\nweights = { a = 0.25, b = 0.75 }\nweights_sum = 1.0\nmissing = { at-least = 1 }",
        "do = \"weighted-mean\"\nweights = { a = 0.25, b = 0.75 }\nweights_sum = 1.0\nmean = \"geometric\"",
        "do = \"sum\"\nin = [\"a\", \"b\"]",
        "do = \"flag\"\nin = \"a\"\nat_least = 0.5",
        "do = \"band\"\nin = \"a\"\nbands = 10",
        "do = \"band\"\nin = \"a\"\nbands = 10\npopulation = \"b\"",
        "do = \"ratio\"\nnumerator = \"a\"\ndenominator = \"b\"\nfactor = 100.0",
        "do = \"summarise\"\nin = \"a\"\nhow = \"extent\"\nto = \"district\"\npopulation = \"b\"",
        "do = \"summarise\"\nin = \"a\"\nhow = \"proportion-worst\"\nto = \"district\"",
        "do = \"impute\"\nin = \"a\"",
        "do = \"impute\"\nin = \"a\"\nwithin = \"district\"",
        "do = \"winsorise\"\nin = \"a\"\nskewness = 2.0\nkurtosis = 3.5\nmax_points = 5\notherwise = \"logarithm\"",
        "do = \"normal-score\"\nin = \"a\"\noffset = 0.375\nties = \"mean\"",
        "do = \"shrink\"\ncases = \"a\"\npopulation = \"b\"\nfactor = 100.0\nwithin = \"district\"",
        "do = \"shrink\"\nrate = \"a\"\npopulation = \"b\"\nfactor = 100.0\ngive = \"standard-error\"",
        "do = \"life-expectancy\"\ngive = \"lower\"\nages = [{ from = 0, deaths = \"a\", population = \"b\" }, { from = 1, deaths = \"a\", population = \"b\" }]",
        "do = \"healthy-years\"\nwhole = 100.0\nages = [{ from = 0, deaths = \"a\", population = \"b\", ill = \"c\" }, { from = 1, deaths = \"a\", population = \"b\", ill = \"c\" }]",
        "do = \"factor\"\nin = [\"a\", \"b\", \"c\"]\npositive = \"a\"",
    ];

    #[test]
    fn every_step_is_told_in_words_of_the_language() {
        for (position, keys) in STEPS.iter().enumerate() {
            let step = format!("[[step]]\n{keys}\nout = \"x{position}\"\n");
            for (language, others) in [
                (Language::Nl, &["mean ", "rank(", "higher", "highest", "where", " of ", "district", "0.5"][..]),
                (Language::En, &["gemiddelde", "rang(", "hoger", "waar ", " van ", "wijk"][..]),
            ] {
                let page = page_of(&step, &Meanings::new(), language);
                let steps = page.split("\n## ").last().unwrap();
                assert!(!steps.contains("step-") && !steps.contains("{$"), "{page}");
                for other in others.iter().filter(|_| !keys.contains("constant")) {
                    let formula = steps.lines().last().unwrap_or_default();
                    // Numbers inside a formula stand as the recipe has them.
                    let looked_at = if *other == "0.5" { steps.replace(formula, "") } else { steps.to_owned() };
                    assert!(!looked_at.contains(other), "{other} in\n{page}");
                }
            }
        }
        let known: std::collections::BTreeSet<&str> = STEPS.iter().filter_map(|keys| keys.split('"').nth(1)).collect();
        assert_eq!(known.len(), kapstok_recipe::steps::STEP_WORDS.len(), "one of each kind");
    }

    #[test]
    fn a_page_says_shares_with_the_comma_of_dutch_and_quotes_the_reason() {
        let step = format!("[[step]]\n{}\nout = \"x\"\n", STEPS[11]);
        let page = page_of(&step, &Meanings::new(), Language::Nl);
        assert!(page.contains("25,0 % `a`, 75,0 % `b`"), "{page}");
        assert!(page.contains("in de woorden van het recept: \"the codes are equal\""), "{page}");
        assert!(page.contains("Gemaakt per buurt."), "{page}");
    }

    #[test]
    fn an_input_has_the_meaning_that_its_recipe_or_its_workspace_gives_it() {
        let input = "[[input]]\nname = \"debt\"\n";
        let page = page_of(input, &Meanings::new(), Language::Nl);
        assert!(page.contains("| `debt` | `debt` | zoals de indicator zegt | zoals de indicator zegt |"), "{page}");
        let stated = format!("{input}unit = \"percent\"\ndirection = \"higher-is-worse\"\n");
        let page = page_of(&stated, &Meanings::new(), Language::Nl);
        assert!(page.contains("| `debt` | `debt` | procent | hoger is ongunstiger |"), "{page}");
    }
}
