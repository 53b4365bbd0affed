// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! A recipe as a page of plain words, with the formula of each step.

use std::fmt::Write;

use crate::language::{Both, Precision, Recipe, Scope};

/// The language of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// Dutch.
    Nl,
    /// English.
    En,
}

impl Language {
    fn pick<'a>(self, nl: &'a str, en: &'a str) -> &'a str {
        match self {
            Self::Nl => nl,
            Self::En => en,
        }
    }

    fn both(self, text: &Both) -> &str {
        self.pick(&text.nl, &text.en)
    }
}

/// The page, as Markdown: what comes in, what is done, what comes out.
pub fn explain(recipe: &Recipe, language: Language) -> String {
    let head = &recipe.head;
    let say = |nl, en| language.pick(nl, en);
    let mut page = String::new();
    // Writing to a String cannot fail.
    let _ = writeln!(page, "# {}\n", language.both(&head.title));
    if let Some(index) = &head.reproduces {
        let _ =
            writeln!(page, "{} {index}.\n", say("Rekent een gepubliceerde index na:", "Reproduces a published index:"));
    }
    let _ = writeln!(page, "{} `{}`.", say("Gemaakt per", "Made by"), head.level);
    if head.precision == Precision::Single {
        let _ = writeln!(
            page,
            "{}",
            say(
                "Elke uitkomst wordt in 32 bits bewaard, zoals bij de bron.",
                "Every result is stored in 32 bits, as the source did."
            )
        );
    }
    if let Some(reason) = &head.allow_mixed {
        let _ = writeln!(
            page,
            "{} {reason}.",
            say(
                "Verschillende perioden of indelingen staan bij elkaar, omdat:",
                "Several periods or maps stand together, because:"
            )
        );
    }
    if head.leave_modelled_out {
        let _ = writeln!(page, "{}", say("Modelschattingen doen niet mee.", "Model estimates take no part."));
    }
    let _ = writeln!(page, "\n## {}\n", say("Wat erin gaat", "What comes in"));
    let _ = writeln!(
        page,
        "| {} | {} | {} | {} |\n|---|---|---|---|",
        say("naam", "name"),
        say("kolom", "column"),
        say("eenheid", "unit"),
        say("richting", "direction")
    );
    for input in &head.input {
        let period = input.period.as_ref().map(|period| format!(" ({period})")).unwrap_or_default();
        let stated = |word: &Option<String>| {
            word.clone().unwrap_or_else(|| say("zoals de indicator", "as the indicator says").to_owned())
        };
        let _ = writeln!(
            page,
            "| `{}` | `{}`{period} | {} | {} |",
            input.name,
            input.column(),
            stated(&input.unit),
            stated(&input.direction)
        );
    }
    for exclude in &head.exclude {
        let rule = match (&exclude.equals, &exclude.starts_with) {
            (Some(number), _) => format!("`{}` = {number}", exclude.column),
            (None, Some(start)) => format!("`{}` … `{start}`", exclude.column),
            (None, None) => format!("`{}` {}", exclude.column, say("ontbreekt", "is missing")),
        };
        let _ = writeln!(
            page,
            "\n{} {rule}.",
            match exclude.from {
                Scope::Everything => say("Doet niet mee, ook niet in n:", "Takes no part, not in n either:"),
                Scope::Ranks =>
                    say("Krijgt geen rangnummer en telt daar niet in n:", "Has no rank and counts in no n of ranks:"),
            }
        );
    }
    if !recipe.steps.is_empty() {
        let _ = writeln!(page, "\n## {}\n", say("Stappen", "Steps"));
    }
    for (number, (_, step)) in recipe.steps.iter().enumerate() {
        let formula = step.form().formula();
        let _ = writeln!(
            page,
            "{}. `{}`: {}\n   `{}`",
            number + 1,
            step.form().out(),
            language.pick(&formula.nl, &formula.en),
            formula.maths
        );
    }
    if let Some(burdens) = &head.burdens {
        let percent = burdens.worst_fraction * 100.0;
        let _ = writeln!(page, "\n## {}\n", say("Opgaven die samenkomen", "Burdens that come together"));
        let text = match language {
            Language::Nl => format!(
                "Een domein telt als het gebied hoort bij de {percent:.0} % met de grootste opgave van zijn niveau, van de gebieden met een cijfer en genoeg inwoners; wie op de grens gelijk staat telt mee."
            ),
            Language::En => format!(
                "A domain counts when the area is among the {percent:.0} % with the largest task of its level, of the areas with a figure and enough residents; ties at the cut are all in."
            ),
        };
        let _ = writeln!(page, "{text}\n");
        for domain in &burdens.domain {
            let _ = writeln!(page, "* {}: `{}`", domain.id, domain.column);
        }
        let _ = writeln!(page, "\n{}", say("Dit zegt niets over personen.", "This says nothing of persons."));
    }
    if !head.output.is_empty() {
        let names: Vec<String> = head.output.iter().map(|output| format!("`{}`", output.name)).collect();
        let _ = writeln!(page, "\n## {}\n\n{}", say("Wat eruit komt", "What comes out"), names.join(", "));
    }
    page
}
