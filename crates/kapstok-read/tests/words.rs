// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Mentions, framing and counts in made documents of two languages: what a moved word, another heading or a negation
//! changes, and what it does not.
#![expect(clippy::unwrap_used, reason = "helpers of tests")]

use kapstok_read::framing::{FramingKind, Prior, framings};
use kapstok_read::lexicon::mentions;
use kapstok_read::{Document, Limits, Recipe, extract, units};

const DUTCH: &str = include_str!("../../../recipes/read-nl-coalition/recipe.toml");
const ENGLISH: &str = include_str!("../../../recipes/read-en-plan/recipe.toml");

/// Of each sentence: the scale or `-`, the domains, and the kind.
fn framed(recipe: &str, text: &str) -> Vec<(String, String, FramingKind)> {
    let (recipe, lints) = Recipe::parse(recipe);
    assert_eq!(lints, []);
    let recipe = recipe.unwrap();
    let units = units(&Document::of(extract(text.as_bytes(), &Limits::default()).unwrap(), &recipe), &recipe);
    let found = framings(&units, &mentions(&units, &recipe), &recipe, Prior::Headings);
    let say = |framing: &kapstok_read::framing::Framing| {
        let scale = framing.scale().map_or("-", |scale| recipe.lexicon.scales[scale].id.as_str());
        let domains = framing.domain_set().into_iter().map(|domain| recipe.domains.all[domain].id.as_str());
        (scale.to_owned(), domains.collect::<Vec<_>>().join(" "), framing.kind(&recipe))
    };
    found.iter().map(say).collect()
}

fn check(recipe: &str, heading: &str, cases: &[(&str, &str, &str, FramingKind)]) {
    for (text, scale, domains, kind) in cases {
        let found = framed(recipe, &format!("# {heading}\n\n{text}\n"));
        let expected = ((*scale).to_owned(), (*domains).to_owned(), *kind);
        assert_eq!(found.last(), Some(&expected), "{text}");
    }
}

#[test]
fn dutch_sentences_are_framed_by_their_own_words_before_their_heading() {
    use FramingKind::{Area, Both, Domains, Neither};
    check(
        DUTCH,
        "Overzicht",
        &[
            ("We investeren in kwetsbare wijken.", "wijk", "overig", Area),
            ("We investeren in kwetsbare scholen.", "-", "onderwijs", Domains),
            ("We investeren in scholen in kwetsbare wijken.", "wijk", "onderwijs", Both),
            // A value, an idiom, a service, the verb, and developing countries.
            ("Iedereen wil een veilige wijk.", "-", "overig", Neither),
            ("Er is altijd iemand in de buurt.", "-", "overig", Neither),
            ("De wijkverpleging blijft bestaan.", "-", "gezondheid", Domains),
            ("Wie hier wil bouwen, moet wijken voor het water.", "-", "overig", Neither),
            ("We helpen kwetsbare gebieden in Afrika.", "-", "overig", Neither),
            ("We helpen kwetsbare gebieden in de stad.", "wijk", "overig", Area),
            ("We werken gebiedsgericht aan de landbouw.", "landelijk_gebied", "overig", Area),
            ("We werken gebiedsgericht aan armoede.", "wijk", "armoede_schulden_bestaanszekerheid", Both),
            // What is refused is still framed; what an item leaves out is read.
            ("Er komt geen wijkaanpak.", "wijk", "overig", Area),
            ("Er komt een gezins- en wijkaanpak.", "wijk", "overig", Area),
            ("De politiek moet luisteren.", "-", "overig", Neither),
        ],
    );
}

#[test]
fn a_word_takes_up_the_area_of_the_sentence_before_it_in_the_same_item_only() {
    let same = "# Preventie\n\nEr komt een wijkaanpak. Bij de uitwerking hiervan helpen gemeenten.\n";
    let apart = "# Preventie\n\nEr komt een wijkaanpak.\n\nBij de uitwerking hiervan helpen gemeenten.\n";
    let without = "# Preventie\n\nEr komt een schoolaanpak. Bij de uitwerking hiervan helpen gemeenten.\n";
    for (text, expected) in [(same, "wijk"), (apart, "-"), (without, "-")] {
        assert_eq!(framed(DUTCH, text)[1].0, expected, "{text}");
    }
    // Only an area of its own words is taken up.
    let chain = "# Preventie\n\nEr komt een wijkaanpak. De kosten hiervan zijn bekend. De baten hiervan niet.\n";
    let scales: Vec<String> = framed(DUTCH, chain).into_iter().map(|row| row.0).collect();
    assert_eq!(scales, ["wijk", "wijk", "-"]);
}

#[test]
fn another_heading_gives_another_domain_and_words_of_debts_need_none() {
    let cases = [
        ("Veiligheid", "Dit doen we samen.", "veiligheid_justitie"),
        ("Volkshuisvesting", "Dit doen we samen.", "wonen_leefomgeving"),
        ("Klimaat", "Dit doen we samen.", "overig"),
        ("Arbeidsmarkt", "We pakken armoede aan.", "armoede_schulden_bestaanszekerheid"),
        ("Arbeidsmarkt", "We pakken armoede onder werknemers aan.", "werk_inkomen armoede_schulden_bestaanszekerheid"),
        ("Veiligheid", "We pakken armoede aan.", "veiligheid_justitie armoede_schulden_bestaanszekerheid"),
    ];
    for (heading, text, domains) in cases {
        assert_eq!(framed(DUTCH, &format!("# {heading}\n\n{text}\n"))[0].1, domains, "{heading}: {text}");
    }
}

#[test]
fn english_sentences_need_another_recipe_and_no_other_program() {
    use FramingKind::{Area, Both, Domains, Neither};
    check(
        ENGLISH,
        "Summary",
        &[
            ("We will invest in deprived wards.", "neighbourhood", "other", Area),
            ("We will invest in schools.", "-", "education", Domains),
            ("We will invest in schools in deprived neighbourhoods.", "neighbourhood", "education", Both),
            ("Everybody deserves a safe neighbourhood.", "-", "other", Neither),
            ("Each hospital ward gets a nurse.", "-", "health", Domains),
            ("A place-based plan gives jobs to the estates.", "neighbourhood", "work_income", Both),
            ("We help vulnerable areas overseas.", "-", "other", Neither),
            ("We help vulnerable areas with better housing.", "neighbourhood", "housing", Both),
            ("Broadband reaches rural areas.", "countryside", "other", Area),
            ("Real estate is dear.", "-", "other", Neither),
        ],
    );
}
