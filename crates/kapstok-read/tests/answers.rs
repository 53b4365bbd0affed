// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What is asked and what is answered: on documents made for it, and on those of the invented region.
#![expect(clippy::unwrap_used, reason = "helpers of tests")]
#![expect(clippy::disallowed_methods, reason = "tests read files; the crate does not")]

use std::path::PathBuf;

use kapstok_read::answer::{Answer, Contradiction, Elsewhere, Missing, Side, Sum, Traits, Verdict, answers, asks};
use kapstok_read::money::Timing;
use kapstok_read::number::figure;
use kapstok_read::token::TokenKind;
use kapstok_read::{Document, Limits, Reading, Recipe, Unit, extract, units};

fn recipe(language: &str) -> Recipe {
    let text = match language {
        "nl" => include_str!("../../../recipes/read-nl-coalition/recipe.toml"),
        _ => include_str!("../../../recipes/read-en-plan/recipe.toml"),
    };
    let (recipe, lints) = Recipe::parse(text);
    assert_eq!(lints, []);
    recipe.unwrap()
}

/// A document with what the rest of the crate would know of it: scales by a few words, money by its unit.
struct Read {
    document: Document,
    units: Vec<Unit>,
    traits: Vec<Traits>,
}

impl Read {
    fn of(bytes: &[u8], recipe: &Recipe) -> Self {
        let document = Document::of(extract(bytes, &Limits::default()).unwrap(), recipe);
        let units = units(&document, recipe);
        let traits = units.iter().map(|unit| traits(unit, recipe)).collect();
        Self { document, units, traits }
    }

    fn side(&self) -> Side<'_> {
        Side { document: &self.document, units: &self.units, traits: &self.traits }
    }
}

fn traits(unit: &Unit, recipe: &Recipe) -> Traits {
    let mut found = Traits::default();
    let tokens = &unit.tokens;
    for (at, token) in tokens.iter().enumerate() {
        let scale = match token.text.as_str() {
            "wijk" | "wijken" | "buurt" | "buurten" | "district" | "districts" => "wijk",
            "streek" | "regio" | "region" => "regio",
            _ => "",
        };
        if !scale.is_empty() {
            found.scales.push((scale.to_owned(), token.span.clone()));
        }
        let times = |text: &str| match text {
            "miljoen" | "mln" | "million" => Some(1_000_000),
            "miljard" | "mld" | "mrd" | "billion" => Some(1_000_000_000),
            "euro" => Some(1),
            _ => None,
        };
        let before = at > 0 && matches!(tokens[at - 1].text.as_str(), "€" | "£");
        let unit = tokens.get(at + 1).and_then(|next| times(&next.text)).or(before.then_some(1));
        if let (TokenKind::Number, Some(unit)) = (token.kind, unit) {
            let number = figure(&token.text, &recipe.marks()).unwrap();
            let hundredths = i128::from(number.digits) * unit * 100 / 10_i128.pow(u32::from(number.decimals));
            let mut end = at + 1;
            while tokens.get(end).is_some_and(|next| times(&next.text).is_some() || next.text == ".") {
                end += 1;
            }
            let span = token.span.start..tokens[end - 1].span.end;
            let timing = Timing::Unsaid;
            found.amounts.push(Sum { hundredths, currency: "EUR".to_owned(), timing, span });
        }
    }
    found
}

fn held(language: &str, asking: &str, agreement: &str) -> Vec<Answer> {
    let recipe = recipe(language);
    let (asking, agreement) = (Read::of(asking.as_bytes(), &recipe), Read::of(agreement.as_bytes(), &recipe));
    let asks = asks(&asking.document, &asking.units, &recipe);
    answers(&asks, asking.side(), agreement.side(), &recipe)
}

fn quotes(language: &str, text: &str) -> Vec<String> {
    let recipe = recipe(language);
    let read = Read::of(text.as_bytes(), &recipe);
    asks(&read.document, &read.units, &recipe).into_iter().map(|ask| ask.place.quote().to_owned()).collect()
}

#[test]
fn asks_are_found_and_facts_and_reasons_are_not() {
    let cases: [(&str, &str, &[&str]); 9] = [
        (
            "nl",
            "Wij vragen:\n\n- meer bomen in de straat\n\n- een veilige oversteek\n",
            &["meer bomen in de straat", "een veilige oversteek"],
        ),
        ("nl", "Wij zien:\n\n- hitte op het plein\n\n- een gevaarlijke oversteek\n", &[]),
        (
            "nl",
            "# Wat wij vragen\n\n1. Plant bomen. Het is nu te warm.\n\n2. Maak een oversteek.\n\n# Tot slot\n\n\
        - Wij helpen mee.\n",
            &["1. Plant bomen.", "2. Maak een oversteek."],
        ),
        (
            "nl",
            "Het plein is te warm. De raad verzoekt het college bomen te planten.",
            &["De raad verzoekt het college bomen te planten."],
        ),
        (
            "nl",
            "Daarom vragen wij niet overal hetzelfde. Wij roepen de minister op om de brug te openen.",
            &["Wij roepen de minister op om de brug te openen."],
        ),
        (
            "nl",
            "Wij vragen: meer bomen op het plein; een veilige oversteek; en licht in de tunnel.",
            &["meer bomen op het plein", "een veilige oversteek", "en licht in de tunnel."],
        ),
        (
            "nl",
            "Overwegende dat het plein te warm is,\n\nverzoekt de regering om meer bomen te planten,\n\n\
        en gaat over tot de orde van de dag.",
            &["verzoekt de regering om meer bomen te planten,"],
        ),
        (
            "en",
            "The square is hot. We ask the council to plant trees. Trees give shade.",
            &["We ask the council to plant trees."],
        ),
        (
            "en",
            "We see:\n\n- heat\n\nWe ask:\n\n- more trees\n\n- a safe crossing\n",
            &["more trees", "a safe crossing"],
        ),
    ];
    for (language, text, expected) in cases {
        assert_eq!(quotes(language, text), expected, "{text:?}");
    }
}

const AGREEMENT: &str = "# Zorg\n\nGezondheid begint thuis. De wachtlijsten zijn lang.\n\n\
        - In Zilverweer openen wij in 2027 een gezondheidscentrum met twaalf kamers.\n\n# Veiligheid\n\n\
    - Wij verhogen de straatverlichting in Molenveld en planten 40 bomen.\n\n# Natuur\n\n\
    De natuur heeft rust nodig. Boeren krijgen hulp.\n";

#[test]
fn an_answer_changes_with_its_place_number_term_and_denial() {
    use Verdict::{Elsewhere as E, NotFound as N, Partly as P, TakenUp as T};
    let ask = "Wij vragen:\n\n- Open in Zilverweer vóór 2028 een gezondheidscentrum met twaalf kamers.\n";
    let there = "In Zilverweer openen wij in 2027 een gezondheidscentrum met twaalf kamers.";
    let cases = [
        (there, T),
        ("In Molenveld openen wij in 2027 een gezondheidscentrum met twaalf kamers.", E),
        ("Overal openen wij in 2027 een gezondheidscentrum met twaalf kamers.", E),
        ("In Zilverweer openen wij in 2027 een gezondheidscentrum met zes kamers.", P),
        ("In Zilverweer openen wij in 2031 een gezondheidscentrum met twaalf kamers.", P),
        ("In Zilverweer openen wij een gezondheidscentrum met twaalf kamers.", P),
        ("In Zilverweer bezien wij in 2027 een gezondheidscentrum met twaalf kamers.", P),
        ("In Zilverweer openen wij in 2027 geen gezondheidscentrum met twaalf kamers.", N),
        ("In Zilverweer sluiten wij in 2027 een gezondheidscentrum met twaalf kamers.", N),
        ("", N),
    ];
    for (sentence, expected) in cases {
        let found = held("nl", ask, &AGREEMENT.replace(there, sentence));
        assert_eq!(found[0].verdict, expected, "{sentence:?}: {:#?}", found[0].candidates.first());
    }
    let denied = held("nl", ask, &AGREEMENT.replace("een gezondheidscentrum", "geen gezondheidscentrum"));
    let chosen = &denied[0].candidates[denied[0].chosen.unwrap()];
    assert_eq!(chosen.contradicts, Some(Contradiction::Denied { words: "geen".to_owned() }));
    let other = held("nl", ask, &AGREEMENT.replace("twaalf", "zes"));
    let expected = Missing::OtherNumber { asked: "twaalf".to_owned(), given: "zes".to_owned() };
    assert_eq!(other[0].candidates[0].missing, [expected]);
    let nowhere = held("nl", ask, &AGREEMENT.replace("In Zilverweer", "Overal"));
    assert_eq!(nowhere[0].candidates[0].elsewhere, Some(Elsewhere::NoArea));
    assert!(held("nl", ask, AGREEMENT)[0].searched.sentences >= 6);
}

#[test]
fn an_agreement_with_the_ask_in_it_takes_it_up_and_without_it_does_not() {
    let asked = [
        "Plant in Molenveld 40 bomen en vergroen het schoolplein.",
        "Geef elke wijk een vaste bibliotheek met ruime openingstijden.",
        "Maak geen asfalt in de duinen, zodat het grondwater schoon blijft.",
        "Onderzoek de verzakking van de kademuren in Zilverweer.",
    ];
    for sentence in asked {
        let ask = format!("Wij vragen:\n\n- {sentence}\n");
        let with = held("nl", &ask, &format!("{AGREEMENT}\n{sentence}\n"));
        assert_eq!(with[0].verdict, Verdict::TakenUp, "{sentence}: {:#?}", with[0].candidates.first());
        assert_eq!(with[0].candidates[0].place.quote(), sentence);
    }
    let without = held("nl", "Wij vragen:\n\n- Maak geen asfalt in de duinen.\n", AGREEMENT);
    assert_eq!((without[0].verdict, without[0].chosen), (Verdict::NotFound, None));
    assert!(without[0].searched.sentences > 0);
}

#[test]
fn nothing_of_a_language_is_in_the_code() {
    let agreement = "# Health\n\nCare is near. We will open a clinic in Ashford with twelve rooms in 2027. \
        Waiting takes long in our town.\n\n# Green\n\nWe plant trees. Ashford has parks.\n";
    let ask = "We ask:\n\n- Open a clinic in Ashford with twelve rooms before 2028.\n\n\
        - Build a swimming pool for schools.\n";
    let found = held("en", ask, agreement);
    let verdicts: Vec<Verdict> = found.iter().map(|answer| answer.verdict).collect();
    assert_eq!(verdicts, [Verdict::TakenUp, Verdict::NotFound], "{found:#?}");
    let denied = held("en", ask, &agreement.replace("will open", "will not open"));
    assert_eq!(denied[0].verdict, Verdict::NotFound);
    assert!(denied[0].candidates[0].contradicts.is_some());
}

#[test]
fn the_order_of_units_in_memory_changes_nothing() {
    let recipe = recipe("nl");
    let ask = "Wij vragen:\n\n- Open een gezondheidscentrum in Molenveld.\n\n- Plant bomen.\n\n- Help boeren.\n";
    let (asking, agreement) = (Read::of(ask.as_bytes(), &recipe), Read::of(AGREEMENT.as_bytes(), &recipe));
    let asks = asks(&asking.document, &asking.units, &recipe);
    let quotes = |side: Side<'_>| -> Vec<(Verdict, Vec<(String, u64)>)> {
        let found = answers(&asks, asking.side(), side, &recipe);
        let rows = |answer: &Answer| {
            answer.candidates.iter().map(|row| (row.place.quote().to_owned(), row.score.to_bits())).collect()
        };
        found.iter().map(|answer| (answer.verdict, rows(answer))).collect()
    };
    let straight = quotes(agreement.side());
    let n = agreement.units.len();
    for step in [1, 3, 7] {
        // Every `step`-th unit first, then the others, backwards.
        let mut order: Vec<usize> = (0..n).rev().collect();
        order.sort_by_key(|index| (index * step) % 5);
        let units: Vec<Unit> = order.iter().map(|index| agreement.units[*index].clone()).collect();
        let traits: Vec<Traits> = order.iter().map(|index| agreement.traits[*index].clone()).collect();
        assert_eq!(quotes(Side { units: &units, traits: &traits, ..agreement.side() }), straight, "{step}");
    }
}

#[test]
fn the_asks_of_the_invented_region_are_answered_as_planted() {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/voorbeeldstreek");
    let read = |name: &str| std::fs::read(root.join(name)).ok();
    let (Some(manifesto), Some(programme), Some(truth)) = (
        read("documents/manifest-burgemeesters.pdf"),
        read("documents/programma-coalitie.pdf"),
        read("truth/gevraagd.csv"),
    ) else {
        println!("not run: the documents of the invented region are not there");
        return;
    };
    let recipe = recipe("nl");
    // With all that is known of each sentence: the money of one stands in the annex.
    let document = |bytes: &[u8]| Document::of(extract(bytes, &Limits::default()).unwrap(), &recipe);
    let (asking, agreement) = (document(&manifesto), document(&programme));
    let found = Reading::of(&asking, &recipe).answers_of(&Reading::of(&agreement, &recipe));
    let truth = String::from_utf8(truth).unwrap();
    let rows: Vec<Vec<String>> = truth.lines().skip(1).map(cells).collect();
    let squeezed = |text: &str| text.split_whitespace().collect::<String>();
    assert_eq!(found.len(), rows.len(), "{:#?}", found.iter().map(|one| one.ask.place.quote()).collect::<Vec<_>>());
    let (mut verdicts, mut places) = (0, 0);
    for (answer, row) in found.iter().zip(&rows) {
        let verdict = match answer.verdict {
            Verdict::TakenUp => "taken_up",
            Verdict::Partly => "partly",
            Verdict::Elsewhere => "elsewhere",
            Verdict::NotFound => "not_found",
        };
        assert!(
            squeezed(answer.ask.place.quote()).ends_with(&squeezed(&row[1])),
            "{} | {}",
            answer.ask.place.quote(),
            row[1]
        );
        let chosen = answer.chosen.map(|rank| &answer.candidates[rank]);
        let quote = chosen.map_or("", |chosen| chosen.place.quote());
        let same = squeezed(quote) == squeezed(&row[4])
            && chosen.is_none_or(|chosen| chosen.place.printed() == Some(&*row[5]));
        let share = answer.candidates.first().map_or(0.0, |first| first.share);
        println!("ask {}: {verdict}, share {share:.2}", row[0]);
        verdicts += usize::from(verdict == row[3]);
        places += usize::from(same);
        if verdict != row[3] || !same {
            println!("{} {}: {verdict}, planted {}: {quote}", row[0], row[1], row[3]);
            for other in &answer.candidates {
                let shared: Vec<String> = other
                    .shared
                    .iter()
                    .map(|shared| format!("{} {:.0}", shared.word, shared.weight * shared.counts))
                    .collect();
                println!(
                    "   {:.2} {:.2} {:?} {:?} {:?} | {}",
                    other.score,
                    other.share,
                    shared,
                    other.missing,
                    other.elsewhere,
                    other.place.quote()
                );
            }
        }
    }
    println!(
        "verdicts: {verdicts} passed, {} failed; places: {places} passed, {} failed",
        rows.len() - verdicts,
        rows.len() - places
    );
    assert_eq!((verdicts, places), (rows.len(), rows.len()));
}

/// Cells of a row of a file with quotation marks.
fn cells(row: &str) -> Vec<String> {
    let (mut cells, mut inside) = (vec![String::new()], false);
    for sign in row.chars() {
        match sign {
            '"' => inside = !inside,
            ',' if !inside => cells.push(String::new()),
            sign => cells.last_mut().unwrap().push(sign),
        }
    }
    cells
}

#[test]
fn asks_of_our_own_are_answered_by_the_agreement_of_2021() {
    use Verdict::{NotFound as N, Partly as P, TakenUp as T};
    let beside = || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data");
    let root = std::env::var_os("KAPSTOK_DATA").map_or_else(beside, PathBuf::from).join("policy");
    let Ok(pdf) = std::fs::read(root.join("coalitieakkoord-2021-2025.pdf")) else {
        println!("not run: policy/coalitieakkoord-2021-2025.pdf is not at hand");
        return;
    };
    let recipe = recipe("nl");
    let agreement = Read::of(&pdf, &recipe);
    // Asks of our own; the page of the answer and words of it, where one was read.
    let cases = [
        (
            "Halveer het aantal kinderen dat in armoede opgroeit in vier jaar.",
            T,
            Some(("24", "in vier jaar tijd te halveren")),
        ),
        ("Voer de basisbeurs opnieuw in.", T, Some(("21", "een basisbeurs voor alle studenten in"))),
        ("Verhoog het minimumloon met 7,5 procent.", T, Some(("23", "het minimumloon stapsgewijs met 7,5%"))),
        ("Verhoog het minimumloon met 15 procent.", P, Some(("23", "het minimumloon stapsgewijs met 7,5%"))),
        ("Verlaag de griffierechten met 25 procent.", T, Some(("16", "de griffierechten te verlagen met 25%"))),
        (
            "Zet de stappen voor de bouw van twee nieuwe kerncentrales.",
            T,
            Some(("8", "de bouw van 2 nieuwe kerncentrales")),
        ),
        ("Voer in kwetsbare wijken een rijke schooldag in.", T, Some(("19", "investeren we in een rijke schooldag"))),
        ("Verlaag het minimumloon.", N, Some(("23", "We verhogen het minimumloon"))),
        ("Maak huiselijk geweld tot een eigen opgave.", N, None),
        ("Open gratis zwembaden met ruime openingstijden.", N, None),
        ("Geef katten en honden een eigen paspoort.", N, None),
    ];
    let items: Vec<String> = cases.iter().map(|(ask, _, _)| format!("- {ask}\n\n")).collect();
    let asking = Read::of(format!("Wij vragen:\n\n{}", items.concat()).as_bytes(), &recipe);
    let asks = asks(&asking.document, &asking.units, &recipe);
    let answers = answers(&asks, asking.side(), agreement.side(), &recipe);
    assert_eq!(answers.len(), cases.len());
    let (mut verdicts, mut places) = (0, 0);
    for (found, (ask, expected, place)) in answers.iter().zip(cases) {
        let chosen = found.chosen.map(|rank| &found.candidates[rank].place);
        let same_place = match (chosen, place) {
            (Some(chosen), Some((page, words))) => chosen.printed() == Some(page) && chosen.quote().contains(words),
            (chosen, place) => chosen.is_none() && place.is_none(),
        };
        verdicts += usize::from(found.verdict == expected);
        places += usize::from(same_place);
        if found.verdict != expected || !same_place {
            println!("{ask} {:?}, expected {expected:?}", found.verdict);
            for row in &found.candidates {
                let words: Vec<&str> = row.shared.iter().map(|shared| shared.word.as_str()).collect();
                println!(
                    "   {:.2} p. {:?} {words:?} {:?} {:?} {:?}",
                    row.share,
                    row.place.printed(),
                    row.missing,
                    row.elsewhere,
                    row.contradicts
                );
            }
        }
    }
    let n = cases.len();
    println!("verdicts: {verdicts} passed, {} failed; places: {places} passed, {} failed", n - verdicts, n - places);
    assert!(verdicts * 10 >= n * 9 && places * 10 >= n * 9, "{verdicts} verdicts and {places} places of {n}");
}

#[test]
fn each_more_word_of_an_ask_makes_an_answer_nearer() {
    let words = ["bomen", "kades", "bruggen", "fietspaden", "lantaarns"];
    let ask = format!("Wij vragen:\n\n- {}.\n", words.join(" en "));
    let mut last = 0.0;
    for n in 1..=words.len() {
        let found = held("nl", &ask, &format!("{AGREEMENT}\nWij denken aan {}.\n", words[..n].join(" en ")));
        let share = found[0].candidates[0].share;
        assert!(share > last, "{n}: {share} after {last}");
        last = share;
    }
    assert!((last - 1.0).abs() < 1e-12);
}
