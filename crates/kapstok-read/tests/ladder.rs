// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The money ladder of an invented programme, and of copies of it in which one thing was changed: each time the ladder
//! must change as a reader of the copy would say.
#![expect(clippy::unwrap_used, reason = "helpers of tests")]
#![expect(unreachable_pub, dead_code, reason = "the made documents are a module of several tests")]

mod made;

use kapstok_read::double::{Double, Stand, doubles, money_total};
use kapstok_read::ladder::{Earmark, Ladder, Ladders, Rung, Source, Term, TermKind, Tie};
use kapstok_read::money::{Span, UnitMoney, unit_money};
use kapstok_read::pattern::Pattern;
use kapstok_read::table::{MoneyTable, money_tables};
use kapstok_read::{Document, Limits, Recipe, Unit, UnitKind, extract, units};
use made::{Text, bold, lines, pdf, text};
use proptest::prelude::*;

struct Read {
    recipe: Recipe,
    document: Document,
    units: Vec<Unit>,
    money: Vec<UnitMoney>,
    tables: Vec<MoneyTable>,
}

fn read_with(recipe: &str, bytes: &[u8]) -> Read {
    let (recipe, lints) = Recipe::parse(recipe);
    assert_eq!(lints, []);
    let recipe = recipe.unwrap();
    let document = Document::of(extract(bytes, &Limits::default()).unwrap(), &recipe);
    let units = units(&document, &recipe);
    let money = unit_money(&units, &recipe);
    let tables = money_tables(&document, &recipe);
    Read { recipe, document, units, money, tables }
}

fn read(bytes: &[u8]) -> Read {
    read_with(include_str!("../../../recipes/read-nl-coalition/recipe.toml"), bytes)
}

fn term(name: &str, kind: TermKind, pattern: &str) -> Term {
    Term { name: name.to_owned(), kind, patterns: vec![Pattern::parse(pattern).unwrap()] }
}

impl Read {
    fn unit(&self, words: &str) -> usize {
        let is = |unit: &Unit| matches!(unit.kind, UnitKind::Sentence(_)) && unit.place.quote().contains(words);
        self.units.iter().position(is).unwrap_or_else(|| panic!("no sentence with `{words}`"))
    }

    fn ladder(&self, words: &str, terms: &[Term]) -> Ladder {
        let ladders = Ladders::of(&self.document, &self.recipe, &self.units, &self.money, &self.tables);
        ladders.ladder(self.unit(words), terms).unwrap()
    }

    /// Rung, earmark and what stands there: amounts, or the label of a row.
    fn told(&self, words: &str, terms: &[Term]) -> Vec<(Rung, Earmark, String)> {
        let told = |step: &kapstok_read::ladder::Step| {
            let what = match &step.source {
                Source::Text { amounts, .. } => {
                    amounts.iter().map(|(_, place)| place.quote()).collect::<Vec<_>>().join(" + ")
                }
                Source::Row { table, row, .. } => self.tables[*table].rows[*row].name.clone(),
            };
            (step.rung, step.tie.earmark(), what)
        };
        self.ladder(words, terms).steps.iter().map(told).collect()
    }

    fn doubles(&self) -> Vec<Double> {
        doubles(&self.document, &self.recipe, &self.units, &self.money, &self.tables)
    }
}

/// A row of a table with the right edges of its figures under each other.
fn row(y: f32, label: &str, cells: [&str; 3]) -> Vec<Text> {
    let mut row = vec![text(70.0, y, 9.0, label)];
    for (column, cell) in cells.iter().enumerate().filter(|(_, cell)| !cell.is_empty()) {
        let width: f32 = cell.chars().map(|sign| if sign.is_ascii_digit() { 5.0 } else { 2.8 }).sum();
        row.push(text(360.0 + 60.0 * column as f32 - width, y, 9.0, cell));
    }
    row
}

/// Pages of the programme: contents, safety, prevention, care, and the annex with its table.
fn pages() -> Vec<Vec<Text>> {
    let contents = [
        (70.0, "1. Veilig en schoon"),
        (85.0, "Toezicht"),
        (85.0, "Preventie"),
        (70.0, "2. Zorg dichtbij"),
        (70.0, "Bijlage"),
    ];
    let mut first = vec![bold(70.0, 80.0, 14.0, "Inhoudsopgave")];
    for (index, (x, title)) in contents.iter().enumerate() {
        let y = 110.0 + 20.0 * index as f32;
        first.extend([text(*x, y, 10.0, title), text(500.0, y, 10.0, "2")]);
    }
    let mut safety = vec![bold(70.0, 80.0, 16.0, "1. Veilig en schoon")];
    safety.extend(lines(
        70.0,
        110.0,
        &["Voor veilige straten is structureel €40 miljoen beschikbaar, o.a. voor toezicht en", "preventieve hulp."],
    ));
    safety.push(bold(70.0, 160.0, 12.0, "Toezicht"));
    safety.extend(lines(70.0, 185.0, &["Er komen camera’s op de markt en in de haven, voor wie daar werkt."]));
    safety.extend(lines(70.0, 225.0, &["Wij kopen tien auto’s en geven daarvoor €2 miljoen uit in 2027."]));
    let mut prevention = vec![bold(70.0, 80.0, 12.0, "Preventie")];
    prevention.extend(lines(70.0, 105.0, &["Er komt een brede wijkaanpak in de duinen voor wie er woont."]));
    prevention.extend(lines(70.0, 145.0, &["Wij trekken voor jongeren op straat de komende tijd samen op."]));
    let mut care = vec![bold(70.0, 80.0, 16.0, "2. Zorg dichtbij")];
    care.extend(lines(70.0, 110.0, &["De huisarts blijft. Daarvoor komt eenmalig €3 miljoen vrij in de stad."]));
    let mut annex = vec![bold(70.0, 80.0, 16.0, "Bijlage")];
    annex.extend(lines(70.0, 110.0, &["Hieronder staat wat het kost per jaar, voor alle plannen in dit stuk."]));
    annex.extend(row(160.0, "in mln. + is saldoverslechterend", ["2026", "2027", "Struc"]));
    annex.extend(row(175.0, "I. Veilig en schoon", ["10", "22", "41"]));
    annex.extend(row(190.0, "a. Toezicht en handhaving", ["4", "2", "1"]));
    annex.extend(row(205.0, "b. Wijkaanpak duinen", ["6", "20", "40"]));
    annex.extend(row(220.0, "II. Zorg dichtbij", ["3", "", ""]));
    annex.extend(row(235.0, "c. Eerste lijn", ["3", "", ""]));
    annex.extend(row(250.0, "Totaal", ["13", "22", "41"]));
    vec![first, safety, prevention, care, annex]
}

const WIJK: &str = "brede wijkaanpak";

fn wijkaanpak() -> [Term; 1] {
    [term("wijkaanpak", TermKind::Key, "wijkaanpak")]
}

fn step(rung: Rung, earmark: Earmark, what: &str) -> (Rung, Earmark, String) {
    (rung, earmark, what.to_owned())
}

#[test]
fn money_is_told_rung_by_rung_and_named_apart_from_shared() {
    let read = read(&pdf(&pages()));
    assert!(read.tables[0].checks.iter().all(|check| check.outcome == kapstok_read::table::Outcome::Holds));
    let expected = [
        // "preventieve hulp" is the policy of the heading; the statement is not named there.
        step(Rung::Chapter, Earmark::PolicyNamed, "€40 miljoen"),
        step(Rung::AnnexRow, Earmark::Earmarked, "Wijkaanpak duinen"),
    ];
    assert_eq!(read.told(WIJK, &wijkaanpak()), expected);
    let ladder = read.ladder(WIJK, &wijkaanpak());
    assert_eq!((ladder.lowest(), ladder.lowest_earmarked()), (Rung::Chapter, Rung::AnnexRow));
    // Without its term nothing names the statement; the row of the whole chapter is shared.
    let expected = [
        step(Rung::Chapter, Earmark::PolicyNamed, "€40 miljoen"),
        step(Rung::AnnexRow, Earmark::PolicyNamed, "Wijkaanpak duinen"),
    ];
    assert_eq!(read.told(WIJK, &[]), expected);
    // Its domain is wider than itself.
    let domain = [term("veiligheid", TermKind::Domain, "veilige")];
    assert_eq!(read.told(WIJK, &domain)[0], step(Rung::Chapter, Earmark::PolicyNamed, "€40 miljoen"));
    let cameras = read.told("camera’s", &[]);
    let expected = [
        step(Rung::Heading, Earmark::Shared, "€2 miljoen"),
        step(Rung::Chapter, Earmark::PolicyNamed, "€40 miljoen"),
        step(Rung::AnnexRow, Earmark::PolicyNamed, "Toezicht en handhaving"),
    ];
    assert_eq!(cameras, expected);
    // The sentence with the money points back at it; the chapter of the table has no row with its words.
    let expected =
        [step(Rung::Item, Earmark::Earmarked, "€3 miljoen"), step(Rung::AnnexRow, Earmark::Shared, "Zorg dichtbij")];
    assert_eq!(read.told("De huisarts blijft", &[]), expected);
    assert_eq!(read.told("eenmalig", &[])[0], step(Rung::Sentence, Earmark::Earmarked, "€3 miljoen"));
}

#[test]
fn a_dropped_page_takes_its_rungs_with_it() {
    let without = |page: usize| {
        let mut pages = pages();
        pages.remove(page);
        read(&pdf(&pages))
    };
    let annex = without(4);
    assert_eq!(annex.tables, []);
    assert_eq!(annex.told(WIJK, &wijkaanpak()), [step(Rung::Chapter, Earmark::PolicyNamed, "€40 miljoen")]);
    // Without the page of its chapter only the row that names it is left, whatever chapter the row is of.
    let safety = without(1);
    assert_eq!(safety.told(WIJK, &wijkaanpak()), [step(Rung::AnnexRow, Earmark::Earmarked, "Wijkaanpak duinen")]);
    assert_eq!(safety.told(WIJK, &[]), []);
    assert_eq!(safety.ladder(WIJK, &[]).lowest(), Rung::None);
}

/// The programme with one text put in the place of another.
fn with(from: &str, to: &str) -> Read {
    let mut pages = pages();
    let mut n = 0;
    for text in pages.iter_mut().flatten().filter(|text| text.text.contains(from)) {
        text.text = text.text.replace(from, to);
        n += 1;
    }
    assert!(n > 0, "{from}");
    read(&pdf(&pages))
}

#[test]
fn a_moved_word_or_another_amount_moves_the_money() {
    // The amount comes into the sentence itself.
    let read = with("Er komt een brede wijkaanpak in de duinen", "Er komt voor €5 miljoen een brede wijkaanpak");
    assert_eq!(read.told(WIJK, &wijkaanpak())[0], step(Rung::Sentence, Earmark::Earmarked, "€5 miljoen"));
    // Under its heading, in another paragraph: near, and named there or not.
    let read = with("voor jongeren op straat de komende tijd samen op.", "€5 miljoen uit voor de wijkaanpak.");
    assert_eq!(read.told(WIJK, &wijkaanpak())[0], step(Rung::Heading, Earmark::Earmarked, "€5 miljoen"));
    let read = with("voor jongeren op straat de komende tijd samen op.", "€5 miljoen uit voor een zwembad.");
    assert_eq!(read.told(WIJK, &wijkaanpak())[0], step(Rung::Heading, Earmark::Shared, "€5 miljoen"));
    // The chapter names prevention no more: its money is still there, for the chapter.
    let read = with("preventieve hulp.", "verlichting.");
    assert_eq!(read.told(WIJK, &wijkaanpak())[0], step(Rung::Chapter, Earmark::Shared, "€40 miljoen"));
    // Nothing points back any more: the same item, no more.
    let read = with("Daarvoor komt eenmalig", "Er komt eenmalig");
    assert_eq!(read.told("De huisarts blijft", &[])[0], step(Rung::Item, Earmark::Shared, "€3 miljoen"));
    // A number that is no money is on no rung.
    let read = with("€2 miljoen uit in 2027.", "aan 2 scholen.");
    assert_eq!(read.told("camera’s", &[])[0].0, Rung::Chapter);
}

#[test]
fn a_renamed_heading_is_another_policy_or_another_chapter_of_the_table() {
    let read = with("Preventie", "Jeugd");
    assert_eq!(read.told(WIJK, &wijkaanpak())[0], step(Rung::Chapter, Earmark::Shared, "€40 miljoen"));
    // The chapter of the table has another name now: no row of it is of this chapter.
    let read = with("I. Veilig en schoon", "I. Buiten op straat");
    assert_eq!(read.told(WIJK, &[]), [step(Rung::Chapter, Earmark::PolicyNamed, "€40 miljoen")]);
    assert_eq!(read.told(WIJK, &wijkaanpak())[1], step(Rung::AnnexRow, Earmark::Earmarked, "Wijkaanpak duinen"));
}

#[test]
fn a_list_shares_the_money_of_the_sentence_that_it_goes_on_from() {
    let list = |colon: &str| {
        let page = format!(
            "<html><body><h1>Wonen</h1><p>Wij trekken €5 miljoen uit voor het volgende in de stad{colon}</p><ul><li>\
             Een park in het midden.</li><li>Een brug over het water.</li></ul></body></html>"
        );
        read(page.as_bytes()).told("brug", &[])
    };
    assert_eq!(list(":"), [step(Rung::Item, Earmark::Shared, "€5 miljoen")]);
    assert_eq!(list("."), [step(Rung::Heading, Earmark::Shared, "€5 miljoen")]);
}

const TWICE: &str = "# Wonen\n\nWij geven de komende 10 jaar in totaal €7 miljoen uit voor de ontsluiting van de \
    Havenkade en het Strandplein.\n\nVoor de bomen in het park is er ook geld.\n\n# Verkeer\n\nOok de Havenkade en het \
    Strandplein worden bereikbaar. Daarvoor komt er de komende 10 jaar in totaal €7 miljoen bij.\n\nIn de lente gaan \
    wij met de kinderen naar de boerderij. Wij trekken €7 miljoen uit voor muziek en theater.\n";

#[test]
fn money_that_is_stated_twice_is_told_with_both_places_and_counted_once_beside_twice() {
    let read = read(TWICE.as_bytes());
    let found = read.doubles();
    let [double] = &found[..] else { panic!("{found:?}") };
    assert_eq!(double.shared, ["havenkade", "strandplein"]);
    let sections = [&double.first, &double.second].map(|stand| stand.place().section().join(" / "));
    assert_eq!(sections, ["Wonen", "Verkeer"]);
    assert_eq!(double.first.place().quote(), "€7 miljoen");
    assert!(matches!(double.second, Stand::Text { .. }));
    let totals = money_total(&read.money, &found, |_, _| true);
    let told: Vec<(Span, usize, i128, i128)> =
        totals.iter().map(|total| (total.span, total.n, total.with_doubles, total.without_doubles)).collect();
    assert_eq!(told, [(Span::InAll, 2, 1_400_000_000, 700_000_000), (Span::Unsaid, 1, 700_000_000, 700_000_000)]);
}

#[test]
fn one_name_beside_two_equal_amounts_is_enough() {
    let told = |first: &str, second: &str| {
        let text = format!("# Kust\n\n{first}\n\nDe zee is diep en koud.\n\n# Geld\n\n{second}\n");
        read(text.as_bytes()).doubles().into_iter().map(|double| double.shared).collect::<Vec<_>>()
    };
    let first = "Wij richten een Strandherstelfonds op van € 30 miljoen.";
    let same = [vec!["strandherstelfonds".to_owned()]];
    assert_eq!(told(first, "Het Strandherstelfonds van € 30 miljoen telt daarin mee."), same);
    // A name in capitals may be short.
    let short = told("Er gaat naar Amberen € 30 miljoen.", "De steun aan Amberen € 30 miljoen is nieuw.");
    assert_eq!(short, [vec!["amberen".to_owned()]]);
    for other in [
        "Het Strandherstelfonds van € 40 miljoen telt daarin mee.",
        // It stands further off, and is the name of something else.
        "Het Strandherstelfonds is er voor iedereen die aan zee woont, en daarnaast is er € 30 miljoen voor muziek.",
        "Het Bibliotheekfonds van € 30 miljoen telt daarin mee.",
    ] {
        assert_eq!(told(first, other), [] as [Vec<String>; 0], "{other}");
    }
}

#[test]
fn another_amount_time_or_subject_is_no_double() {
    for (from, to) in [
        (
            "Daarvoor komt er de komende 10 jaar in totaal €7 miljoen",
            "Daarvoor komt er de komende 10 jaar in totaal €8 miljoen",
        ),
        ("Daarvoor komt er de komende 10 jaar in totaal", "Daarvoor komt er per jaar"),
        ("Daarvoor komt", "Verder komt"),
        ("Ook de Havenkade en het Strandplein", "Ook de Brugstraat en het Kerkplein"),
    ] {
        let text = TWICE.replace(from, to);
        assert_ne!(text, TWICE, "{from}");
        let found = read(text.as_bytes()).doubles();
        assert_eq!(found, [], "{from} -> {to}");
    }
}

#[test]
fn money_of_a_row_that_a_sentence_states_too_is_told() {
    let read = read(&pdf(&pages()));
    let mut told: Vec<(String, String)> = Vec::new();
    for double in read.doubles() {
        let Stand::Cell { table, row, place, .. } = &double.second else { continue };
        told.push((
            double.first.place().quote().to_owned(),
            format!("{} {}", read.tables[*table].rows[*row].name, place.quote()),
        ));
    }
    // 2 million in 2027 for the heading "Toezicht" is the cell of 2027; 40 million each year is of the heading above.
    assert_eq!(told, [("€2 miljoen".to_owned(), "Toezicht en handhaving 2".to_owned())]);
}

#[test]
fn the_same_ladder_in_english_is_another_recipe() {
    let text = "# Safe streets\n\nWe set aside £40 million a year for prevention and for the lights of the town.\n\n\
        ## Prevention\n\nThere will be a neighbourhood plan in the docks, with all who live there.\n\n## Schools\n\n\
        The teachers of the town get help. We will spend £2 million for this in the coming years.\n";
    let read = read_with(include_str!("../../../recipes/read-en-plan/recipe.toml"), text.as_bytes());
    let plan = [term("neighbourhood plan", TermKind::Key, "neighbourhood plan|plans")];
    assert_eq!(read.told("docks", &plan), [step(Rung::Chapter, Earmark::PolicyNamed, "£40 million")]);
    let expected =
        [step(Rung::Item, Earmark::Earmarked, "£2 million"), step(Rung::Chapter, Earmark::Shared, "£40 million")];
    assert_eq!(read.told("teachers", &[]), expected);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    /// Money put anywhere: no money is nearer than the lowest rung, each is on one rung, and each place reads back.
    #[test]
    fn no_money_is_nearer_than_the_lowest_rung(at in prop::collection::vec(0_usize..8, 0..5), asked in 0_usize..8) {
        let mut text = String::new();
        for index in 0..8_usize {
            if index.is_multiple_of(4) {
                text.push_str(&format!("# Deel {index}\n\n"));
            } else if index.is_multiple_of(2) {
                text.push_str(&format!("## Stuk {index}\n\n"));
            }
            let money = if at.contains(&index) { format!("voor €{} miljoen ", index + 1) } else { String::new() };
            text.push_str(&format!("Wij doen {money}zaak nummer{index} in de stad. Het is goed voor ons allen.\n\n"));
        }
        let read = read(text.as_bytes());
        let ladder = read.ladder(&format!("nummer{asked} "), &[]);
        let rungs: Vec<Rung> = ladder.steps.iter().map(|step| step.rung).collect();
        prop_assert!(rungs.is_sorted());
        prop_assert_eq!(ladder.lowest() == Rung::Sentence, at.contains(&asked));
        let beside = asked ^ 1;
        prop_assert_eq!(rungs.contains(&Rung::Heading), at.contains(&beside));
        let mut seen = Vec::new();
        for step in &ladder.steps {
            let Source::Text { unit, amounts, .. } = &step.source else { panic!("no tables here") };
            prop_assert!(!seen.contains(unit));
            seen.push(*unit);
            prop_assert_eq!(step.rung == Rung::Sentence, step.tie == Tie::Same);
            for (_, place) in amounts {
                let again = place.read_again(&read.document.pages, &read.document.words);
                prop_assert_eq!(again.as_deref(), Some(place.quote()));
            }
        }
    }
}

#[test]
fn of_a_chapter_with_very_many_amounts_the_nearest_and_the_named_are_looked_at_and_the_rest_is_counted() {
    let far = |from: usize, until: usize| -> String {
        (from..until).map(|at| format!("Voor zaak {at} komt {at} miljoen euro per jaar.\n\n")).collect()
    };
    let text = |n: usize| {
        format!(
            "# Geld\n\nVoor alles samen komt 7 miljard euro.\n\n## Wijken\n\nWij kiezen voor de wijkaanpak.\n\n{}\
             ## Slot\n\nVoor de wijkaanpak is 3 miljoen euro beschikbaar.\n\nVoor iets anders is 4 miljoen euro.\n",
            far(10, 10 + n)
        )
    };
    let words = [term("wijkaanpak", TermKind::Key, "wijkaanpak")];
    for (n, left_out) in [(20, 0), (97, 0), (300, 200)] {
        let read = read(text(n).as_bytes());
        let ladder = read.ladder("Wij kiezen", &words);
        let told = read.told("Wij kiezen", &words);
        let on = |rung: Rung| told.iter().filter(|one| one.0 == rung).map(|one| one.2.as_str()).collect::<Vec<_>>();
        // The amount under the heading above, and the one that names it at the end of the chapter, are never left out.
        assert_eq!(on(Rung::Chapter), ["3 miljoen euro", "7 miljard euro"], "{n}");
        let nearest: Vec<String> = (10..10 + n.min(100)).map(|at| format!("{at} miljoen euro")).collect();
        assert_eq!(on(Rung::Heading), nearest, "{n}");
        // Of those that are left out, one stands at the end of the chapter.
        assert_eq!(ladder.left_out, if left_out == 0 { 0 } else { left_out + 1 }, "{n}");
    }
}
