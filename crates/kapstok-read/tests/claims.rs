// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Claims about a text, held against it: on a small one made for it, and on the agreement of 2021 where it is at hand.
#![expect(clippy::unwrap_used, reason = "helpers of tests")]
#![expect(clippy::disallowed_methods, reason = "tests read files; the crate does not")]

use std::path::PathBuf;

use kapstok_read::claims::{ClaimVerdict, Claims, Facts, Finding, MoneyAt, Role, Rung, TargetAt, check};
use kapstok_read::number::Measure;
use kapstok_read::{Document, Limits, Recipe, Unit, extract, units};

const ESSAY: &str = include_str!("../../../recipes/read-nl-coalition/claims-essay.toml");

fn recipe() -> Recipe {
    Recipe::parse(include_str!("../../../recipes/read-nl-coalition/recipe.toml")).0.unwrap()
}

fn essay() -> Claims {
    let (claims, lints) = Claims::parse(ESSAY);
    assert_eq!(lints, []);
    claims.unwrap()
}

/// What the ladder, framing and targets would tell of a document, made by hand for the words of these tests.
fn facts<'a>(document: &'a Document, units: &'a [Unit], recipe: &'a Recipe) -> Facts<'a> {
    let mut facts = Facts::of(document, units, recipe);
    let has = |unit: &Unit, word: &str| unit.tokens.iter().any(|token| token.text == word);
    let of_chapter = |unit: &&Unit| has(unit, "miljard");
    let money = |unit: &Unit| -> Vec<MoneyAt> {
        let chapter = |other: &&Unit| other.place.section().first() == unit.place.section().first();
        let near = |other: &Unit| if other.block == unit.block { Rung::Bullet } else { Rung::Chapter };
        let at =
            |other: &Unit| MoneyAt { rung: near(other), amount: "1 miljard".to_owned(), place: other.place.clone() };
        units.iter().filter(of_chapter).filter(chapter).map(at).collect()
    };
    facts.money = Some(units.iter().map(money).collect());
    let wijk = |unit: &Unit| has(unit, "wijkaanpak") || has(unit, "wijkenaanpak");
    facts.scales = Some(units.iter().map(|unit| wijk(unit).then(|| "wijk".to_owned())).collect());
    let target = |unit: &Unit| {
        let term = if has(unit, "vier") { "P4Y" } else { "P8Y" };
        has(unit, "halveren").then(|| TargetAt {
            quantity: Some(-50.0),
            measure: Measure::Change,
            term: Some(term.to_owned()),
        })
    };
    facts.targets = Some(units.iter().map(|unit| target(unit).into_iter().collect()).collect());
    facts
}

fn found(text: &[u8]) -> Vec<Finding> {
    let recipe = recipe();
    let document = Document::of(extract(text, &Limits::default()).unwrap(), &recipe);
    let units = units(&document, &recipe);
    let found = check(&essay(), &facts(&document, &units, &recipe));
    // Each place is one of the document.
    for place in found.iter().flat_map(|finding| &finding.evidence).map(|evidence| &evidence.place) {
        assert_eq!(place.read_again(&document.pages, &document.words).as_deref(), Some(place.quote()));
    }
    found
}

const TEXT: &str = "# Veiligheid\n\nVoor de veiligheid is 1 miljard beschikbaar.\n\n## Ondermijning\n\n\
        Wij pakken ondermijning aan.\n\n## Preventie\n\nEr komt een wijkaanpak. De wijkenaanpak helpt jongeren.\n\n\
    # Welzijn\n\n\
    Wij gaan armoede onder kinderen in vier jaar tijd halveren. \
    Wie arm is, leeft zeven jaar korter en vijftien jaar langer ongezond.\n\n\u{c}";

/// Sentences of no interest, so that the document has some length.
fn long(text: &str) -> String {
    format!("{text}{}", "Wij werken aan de weg en aan het water. ".repeat(250))
}

#[test]
fn a_claim_is_true_or_incomplete_or_different_or_not_there() {
    use ClaimVerdict::{Differs as D, NotFound as N, True as T, TrueButIncomplete as I};
    let cases: [(&str, &str, [ClaimVerdict; 6]); 9] = [
        ("", "", [I, D, I, T, T, D]),
        (" De wijkenaanpak helpt jongeren.", "", [T, D, I, T, T, D]),
        ("een wijkaanpak", "een wijkaanpak en nog een wijkaanpak", [D, D, I, T, T, D]),
        ("een wijkaanpak", "een dorpsaanpak", [N, N, I, T, T, D]),
        ("## Preventie\n\n", "", [I, T, I, T, T, D]),
        ("Er komt een wijkaanpak", "Er komt voor 1 miljard een wijkaanpak", [I, D, D, T, T, D]),
        ("een wijkaanpak", "een domeinoverstijgende wijkaanpak", [I, D, I, I, T, D]),
        ("in vier jaar", "in acht jaar", [I, D, I, T, D, D]),
        ("zeven jaar korter", "zes jaar korter", [I, D, I, T, T, T]),
    ];
    for (from, to, expected) in cases {
        let found = found(long(&TEXT.replacen(from, to, 1)).as_bytes());
        let verdicts: Vec<ClaimVerdict> = found.iter().map(|finding| finding.verdict).collect();
        assert_eq!(verdicts, expected, "{from:?} -> {to:?}: {found:#?}");
    }
    // In a short text three sentences of districts are not few.
    assert_eq!(found(TEXT.as_bytes())[3].verdict, ClaimVerdict::Differs);
}

#[test]
fn a_verdict_shows_what_stands_beside_and_what_the_text_says() {
    let found = found(long(TEXT).as_bytes());
    let at = |claim: usize, role: Role| -> Vec<&str> {
        let evidence = found[claim].evidence.iter().filter(|evidence| evidence.role == role);
        evidence.map(|evidence| evidence.place.quote()).collect()
    };
    assert_eq!((at(0, Role::Claimed), at(0, Role::Beside)), (vec!["wijkaanpak"], vec!["wijkenaanpak"]));
    // Near, not exact: the heading that was claimed is the one before.
    assert_eq!(found[1].says.as_deref(), Some("Veiligheid > Preventie"));
    assert_eq!(at(1, Role::Beside), ["Ondermijning"]);
    assert_eq!(at(2, Role::Beside), ["Voor de veiligheid is 1 miljard beschikbaar."]);
    assert_eq!(found[5].says.as_deref(), Some("7"));
    assert_eq!(at(5, Role::Instead), ["zeven jaar korter"]);
}

#[test]
fn what_was_not_looked_for_is_not_tested() {
    let recipe = recipe();
    let document = Document::of(extract(TEXT.as_bytes(), &Limits::default()).unwrap(), &recipe);
    let units = units(&document, &recipe);
    let facts = Facts::of(&document, &units, &recipe);
    let verdicts: Vec<ClaimVerdict> = check(&essay(), &facts).iter().map(|finding| finding.verdict).collect();
    use ClaimVerdict::{Differs as D, NotTested as U, TrueButIncomplete as I};
    assert_eq!(verdicts, [I, D, U, U, U, D]);
}

#[test]
fn each_doubt_about_a_claims_file_points_at_its_place() {
    let cases = [
        ("claims = 1", "claims = 2", "K0841", "2"),
        ("claims = 1", "claims = 1\nwat = 2", "K0840", ""),
        ("any = [\"wijkaanpak\"], times", "any = [\"*\"], times", "K0842", "*"),
        ("any = [\"wijkaanpak\"], times", "any = [], times", "K0842", "[]"),
        ("at-most-per-1000 = 10.0", "at-most-per-1000 = 1001.0", "K0842", "1001"),
        ("id = \"crime-part\"", "id = \"once\"", "K0843", "once"),
        ("under = {", "number = { number = 6.0, before = [\"jaar\"] }\nunder = {", "K0844", "crime-part"),
        (
            "number = { number = 6.0, before = [\"jaar korter\", \"jaar eerder\", \"jaar minder lang\"] }",
            "",
            "K0844",
            "six-years",
        ),
    ];
    for (from, to, code, expected) in cases {
        assert!(ESSAY.contains(from), "{from}");
        let text = ESSAY.replacen(from, to, 1);
        let (claims, lints) = Claims::parse(&text);
        assert!(claims.is_none() && lints.len() == 1 && lints[0].code == code, "{to}: {lints:?}");
        let span = lints[0].span.clone().unwrap();
        if !expected.is_empty() {
            assert_eq!(lints[0].found, expected);
            assert!(text[span.clone()].trim_matches('"').starts_with(expected), "{}", &text[span]);
        }
    }
    let (claims, lints) = Claims::parse("claims = 1\nid = \"a\"\ntitle = { nl = \"a\", en = \"a\" }\n");
    assert!(claims.is_none() && lints[0].code == "K0845");
}

#[test]
fn the_claims_of_the_essay_are_held_against_the_agreement_of_2021() {
    let beside = || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data");
    let root = std::env::var_os("KAPSTOK_DATA").map_or_else(beside, PathBuf::from).join("policy");
    let Ok(pdf) = std::fs::read(root.join("coalitieakkoord-2021-2025.pdf")) else {
        println!("not run: policy/coalitieakkoord-2021-2025.pdf is not at hand");
        return;
    };
    let found = found(&pdf);
    use ClaimVerdict::{Differs as D, True as T, TrueButIncomplete as I};
    let expected = [I, D, I, I, T, D];
    let verdicts: Vec<ClaimVerdict> = found.iter().map(|finding| finding.verdict).collect();
    for finding in &found {
        println!("{}: {:?}, says {:?}", finding.claim, finding.verdict, finding.says);
        for evidence in &finding.evidence {
            println!("   {:?} {:?} {:?}", evidence.role, evidence.place.printed(), evidence.place.section());
        }
    }
    assert_eq!(verdicts, expected);
    let once = &found[0].evidence;
    let places: Vec<(Role, Option<&str>)> =
        once.iter().map(|evidence| (evidence.role, evidence.place.printed())).collect();
    assert_eq!(places, [(Role::Claimed, Some("17")), (Role::Beside, Some("17"))]);
    assert_eq!(found[1].says.as_deref(), Some("3. Veiligheid en sterke samenleving > Preventie"));
    assert_eq!((found[5].says.as_deref(), found[5].evidence[0].place.printed()), (Some("7"), Some("32")));
    println!("claims: 6 passed, 0 failed");
}
