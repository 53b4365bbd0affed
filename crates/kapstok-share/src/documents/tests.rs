// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Counts, marks and sentences of an invented document, worked by hand.

use kapstok_read::claims::TargetAt;
use kapstok_read::number::Measure;
use kapstok_read::row::{
    AmountRow, AnswerRow, AreaRow, BlockRow, CandidateRow, CellRow, ChapterRow, CommitmentRow, CoverageRow,
    DocumentRows, DoubleRow, FORM, HeadRow, LadderRow, MatrixRow, MentionRow, Named, PlaceRow, RemarkRow, StatementRow,
    TargetRow, WarningRow,
};

use super::beside::beside;
use super::marked::{Form, Mark, marked};
use super::promises::{Which, promises};
use super::{AnswersTo, Documents, Kind, Shown, said, tally};
use crate::manifest::Both;
use crate::words::{Language, Words};

const FIRST: &str = "We give each district 5 million euro.";
const SECOND: &str = "The 5 million euro for each district comes in 2030.";

fn place(block: u32, text: &str, quote: &str) -> PlaceRow {
    let start = text.find(quote).unwrap();
    PlaceRow {
        document: "0".repeat(64),
        recipe_sha256: "1".repeat(64),
        extractor: "text 1".to_owned(),
        page: (block < 3).then(|| "17".to_owned()),
        pdf_page: if block < 3 { 21 } else { 22 },
        section: vec!["Safety".to_owned()],
        block,
        cell: None,
        span: [start, start + quote.len()],
        pieces: Vec::new(),
        quote: quote.to_owned(),
    }
}

fn span(quote: &str, part: &str) -> [usize; 2] {
    let start = quote.find(part).unwrap();
    [start, start + part.len()]
}

fn statement(id: u32, text: &str, quote: &str) -> StatementRow {
    let euro = AmountRow {
        amount: 5e6,
        to: None,
        currency: "EUR".to_owned(),
        period: None,
        time: "unsaid".to_owned(),
        role: "money".to_owned(),
        span: span(quote, "5 million euro"),
    };
    let area = AreaRow {
        span: span(quote, "district"),
        key: "district".to_owned(),
        scale: "district".to_owned(),
        refers_to: None,
    };
    StatementRow {
        key: format!("key-{id}"),
        id,
        place: place(2, text, quote),
        framing: "both".to_owned(),
        scale: Some("district".to_owned()),
        areas: vec![area],
        domains: Vec::new(),
        commitment: None,
        targets: Vec::new(),
        money: vec![euro],
    }
}

fn block(kind: &str, level: Option<u8>, page: u32, text: &str) -> BlockRow {
    let printed = (page == 21).then(|| "17".to_owned());
    BlockRow {
        kind: kind.to_owned(),
        level,
        section: 0,
        page: printed,
        pdf_page: page,
        text: text.to_owned(),
        rows: Vec::new(),
    }
}

fn target(grade: &str, role: &str) -> TargetRow {
    TargetRow {
        grade: grade.to_owned(),
        role: role.to_owned(),
        quantity: Some(12.5),
        from: None,
        unit: Some("%".to_owned()),
        direction: Some("decrease_by".to_owned()),
        deadline: Some("P4Y".to_owned()),
        span: [0, 3],
    }
}

/// A chapter of two sentences about districts that name one amount, and a heading too deep behind them.
fn rows() -> DocumentRows {
    let text = format!("{FIRST} {SECOND}");
    let mut first = statement(1, &text, FIRST);
    first.commitment = Some(CommitmentRow {
        strength: "firm".to_owned(),
        actor: None,
        actor_span: None,
        span: span(FIRST, "give each district"),
    });
    let mut second = statement(2, &text, SECOND);
    let dated = TargetRow { quantity: None, ..target("T1", "outcome") };
    second.targets = vec![target("T3", "outcome"), target("T3", "parameter"), dated];
    let named = |id: &str, nl: &str| Named { id: id.to_owned(), nl: nl.to_owned(), en: id.to_owned() };
    let amount = |quote: &str| {
        let around = place(2, &text, quote);
        let [start, end] = span(quote, "5 million euro");
        let quote = "5 million euro".to_owned();
        PlaceRow { span: [around.span[0] + start, around.span[0] + end], quote, ..around }
    };
    let keys = vec![first.key.clone(), second.key.clone()];
    let cell = CellRow { sentences: 2, commitments: 1, targets: 1, amounts: 2, statements: keys.clone() };
    let hit = MentionRow {
        outcome: "hit".to_owned(),
        key: "district".to_owned(),
        rule: None,
        kind: "sentence".to_owned(),
        place: first.place.clone(),
        mark: span(FIRST, "district"),
    };
    let away = MentionRow { outcome: "excluded".to_owned(), rule: Some("district-court".to_owned()), ..hit.clone() };
    DocumentRows {
        form: FORM,
        document: HeadRow {
            sha256: "0".repeat(64),
            title: None,
            extractor: "text".to_owned(),
            version: "1".to_owned(),
            recipe: "invented".to_owned(),
            recipe_sha256: "1".repeat(64),
            language: "en".to_owned(),
            words: [1_200, 1_100],
            scales: vec![named("district", "wijk")],
            domains: vec![named("safety", "veiligheid")],
            keys: vec![named("district", "wijk"), named("village", "dorp")],
        },
        coverage: CoverageRow {
            pages: 9,
            pages_without_text: vec![4, 5],
            pages_lost: 1,
            sentences: 119,
            tables: 2,
            tables_read: 1,
            footnotes: 1,
            running_heads: 8,
            contents_lines: 3,
        },
        warnings: vec![WarningRow { code: "K0808".to_owned(), facts: vec![("pages".to_owned(), "4, 5".to_owned())] }],
        sections: Vec::new(),
        blocks: vec![
            block("title", None, 21, "Plan"),
            block("heading", Some(1), 21, "Safety"),
            block("paragraph", None, 21, &text),
            block("running-head", None, 22, "Plan 22"),
            block("heading", Some(4), 22, "Deeper"),
        ],
        mentions: vec![hit, away],
        matrix: vec![MatrixRow { domain: "safety".to_owned(), by_domain: CellRow::default(), by_area: cell }],
        chapters: vec![ChapterRow {
            title: "Safety".to_owned(),
            sentences: 9,
            framing: [1, 2, 4, 2],
            scales: vec![3],
            commitments: 1,
            targets: [5, 1, 1],
            amounts: 2,
        }],
        ladders: vec![LadderRow {
            key: "key-2".to_owned(),
            place: second.place.clone(),
            lowest: "sentence".to_owned(),
            rungs: Vec::new(),
            left_out: 0,
        }],
        tables: Vec::new(),
        doubles: vec![DoubleRow {
            amount: "5 million euro".to_owned(),
            statements: keys,
            places: vec![amount(FIRST), amount(SECOND)],
            words: vec!["district".to_owned()],
        }],
        statements: vec![first, second],
    }
}

#[test]
fn a_chapter_is_by_area_where_it_names_one_whatever_else_it_names() {
    let rows = rows();
    let chapter = tally::chapters(&rows)[0];
    assert_eq!((chapter.by_area, chapter.by_domain, chapter.neither), (3, 4, 2));
    // T1 has no number, so it is no aim.
    assert_eq!((chapter.sentences, chapter.aims), (9, 2));
    assert_eq!(tally::n_by_area(&rows), 2);
}

fn promise() -> CommitmentRow {
    CommitmentRow { strength: "firm".to_owned(), actor: None, actor_span: None, span: [0, 1] }
}

#[test]
fn money_that_may_be_stated_twice_is_added_once_where_both_stand_in_the_cell() {
    let mut rows = rows();
    rows.statements.iter_mut().for_each(|one| one.commitment = Some(promise()));
    let cell = rows.matrix[0].by_area.clone();
    let found = tally::money(&rows, &cell);
    assert_eq!((found.promised[0].from, found.n_others, found.n_twice), (5e6, 0, 1));
    let one = CellRow { statements: vec!["key-2".to_owned()], ..CellRow::default() };
    assert_eq!(tally::money(&rows, &one).promised[0].from, 5e6, "the first is not in this cell");
    let apart = DocumentRows { doubles: Vec::new(), ..rows.clone() };
    assert_eq!(tally::money(&apart, &cell).promised[0].from, 1e7);
    assert_eq!(tally::money(&rows, &CellRow::default()), tally::CellMoney::default());
    // What no sentence promises is counted and not added up; then the other of the two is no second.
    rows.statements[0].commitment = None;
    let found = tally::money(&rows, &cell);
    assert_eq!((found.promised[0].from, found.n_others, found.n_twice), (5e6, 1, 0));
    let nl = Words::new(Language::Nl);
    assert!(said::cell_money(&found, &nl).ends_with("; daarnaast 1 bedrag in een zin die niets toezegt"));
}

#[test]
fn money_for_each_year_and_money_in_all_have_no_sum() {
    let mut rows = rows();
    rows.doubles.clear();
    rows.statements.iter_mut().for_each(|one| one.commitment = Some(promise()));
    let amount =
        |amount: f64, time: &str| AmountRow { amount, time: time.to_owned(), ..rows.statements[0].money[0].clone() };
    let (each, all, unsaid) = (amount(100.0, "each-year"), amount(1_000.0, "in-all"), amount(7.0, "unsaid"));
    rows.statements[0].money = vec![unsaid, all, each.clone()];
    rows.statements[1].money = vec![AmountRow { amount: 200.0, ..each }];
    let sums = tally::money(&rows, &rows.matrix[0].by_area).promised;
    let figures: Vec<(&str, f64)> = sums.iter().map(|sum| (sum.time.as_str(), sum.from)).collect();
    assert_eq!(figures, [("each-year", 300.0), ("in-all", 1_000.0), ("unsaid", 7.0)]);
    let (nl, en) = (Words::new(Language::Nl), Words::new(Language::En));
    assert_eq!(said::money(&sums, &en), "€\u{a0}300 a year; €\u{a0}1,000 in all; €\u{a0}7, period not named");
    assert!(said::money(&sums, &nl).starts_with("€\u{a0}300 per jaar; €\u{a0}1.000 in totaal; "));
}

#[test]
fn a_candidate_is_whole_only_where_no_word_and_nothing_else_is_missing() {
    let rows = rows();
    let whole = CandidateRow {
        key: None,
        score: 1.0,
        words: vec!["clinic".to_owned()],
        unmet: Vec::new(),
        remarks: Vec::new(),
        verdict: "taken-up".to_owned(),
        rung: None,
        earmarked: None,
        money: Vec::new(),
        place: rows.statements[0].place.clone(),
    };
    let en = Words::new(Language::En);
    let said = |candidate: &CandidateRow| said::remarks(candidate, &en);
    let is_whole = |candidate: &CandidateRow| said(candidate).contains(&en.say("documents-whole", &[]));
    assert!(is_whole(&whole) && said(&whole).len() == 1);
    let lacks = CandidateRow { unmet: vec!["night".to_owned(), "dentist".to_owned()], ..whole.clone() };
    assert_eq!(said(&lacks), ["Words of the ask that are not here: night, dentist"]);
    let late = RemarkRow { what: "no-term".to_owned(), asked: None, given: None };
    let late = CandidateRow { remarks: vec![late], ..whole.clone() };
    let partly = CandidateRow { verdict: "partly".to_owned(), ..whole };
    assert!(!is_whole(&lacks) && !is_whole(&late) && !is_whole(&partly));
}

#[test]
fn who_denies_is_said_in_other_words_than_who_gives() {
    let nl = Words::new(Language::Nl);
    let said = |what: &str, asked: Option<&str>, given: Option<&str>| {
        let owned = |text: Option<&str>| text.map(str::to_owned);
        said::remark(&RemarkRow { what: what.to_owned(), asked: owned(asked), given: owned(given) }, &nl)
    };
    assert_eq!(said("denied", None, Some("geen")), "Hier ontkend: geen");
    assert_eq!(said("given", Some("geen"), None), "De vraag wil het niet (geen), en hier komt het wel");
}

#[test]
fn no_code_of_a_time_is_shown() {
    let (nl, en) = (Words::new(Language::Nl), Words::new(Language::En));
    let cases = [
        ("P4Y", "binnen 4 jaar", "within 4 years"),
        ("P18M", "binnen 18 maanden", "within 18 months"),
        ("P1M", "binnen 1 maand", "within 1 month"),
        ("2030", "2030", "2030"),
        ("2030-06", "juni 2030", "June 2030"),
        ("2030-06-01", "1 juni 2030", "1 June 2030"),
    ];
    for (code, dutch, english) in cases {
        assert_eq!((said::term(code, &nl), said::term(code, &en)), (dutch.to_owned(), english.to_owned()), "{code}");
    }
    let halved = TargetAt { quantity: Some(-50.0), measure: Measure::Change, term: Some("P4Y".to_owned()) };
    assert_eq!(said::aim(&halved, &nl), "omlaag met 50\u{a0}%, binnen 4 jaar");
    let homes = TargetAt { quantity: Some(1_200.0), measure: Measure::Count, term: None };
    assert_eq!(said::aim(&homes, &en), "1,200");
}

#[test]
fn a_chapter_and_the_lists_count_the_same_aims() {
    let mut rows = rows();
    let outcomes: Vec<&str> = rows.statements[1]
        .targets
        .iter()
        .filter(|target| target.role == "outcome")
        .map(|target| target.grade.as_str())
        .collect();
    let counts = ["T1", "T2", "T3"].map(|grade| outcomes.iter().filter(|known| **known == grade).count());
    rows.chapters[0].targets = counts;
    let aims = tally::aims(&rows);
    assert_eq!(tally::chapters(&rows)[0].aims, aims.with_term.len() + aims.without_term.len());
    assert_eq!(rows.statements[1].targets.iter().filter(|it| it.is_aim()).count(), 1);
}

#[test]
fn a_parameter_is_no_aim_and_an_outcome_without_a_number_is_none() {
    let rows = rows();
    let aims = tally::aims(&rows);
    assert_eq!((aims.with_term.len(), aims.without_term.len(), aims.parameters.len(), aims.facts.len()), (1, 0, 1, 0));
    assert_eq!(tally::area_ladders(&rows).len(), 1, "the first sentence has no ladder");
    let words = tally::words(&rows);
    assert_eq!((words.len(), words[0].hits.len(), words[0].excluded.len(), words[0].near.len()), (1, 1, 1, 0));
}

#[test]
fn a_place_leads_to_the_sentence_around_it_and_else_to_its_block() {
    let rows = rows();
    assert_eq!(tally::anchor(&rows, &rows.doubles[0].places[1]), "z-2");
    let heading = PlaceRow { block: 1, ..rows.statements[0].place.clone() };
    assert_eq!(tally::anchor(&rows, &heading), "b-1");
}

#[test]
fn the_text_is_whole_its_headings_never_skip_a_level_and_running_heads_are_out() {
    let rows = rows();
    let blocks = marked(&rows);
    let forms: Vec<Form> = blocks.iter().map(|it| it.form).collect();
    assert_eq!(forms, [Form::Title, Form::Heading(2), Form::Paragraph, Form::Heading(3)]);
    assert_eq!(blocks.iter().map(|it| it.begins_page).collect::<Vec<_>>(), [true, false, false, true]);
    for block in &blocks {
        let text: String = block.parts.iter().flat_map(|part| &part.runs).map(|run| run.text).collect();
        assert_eq!(text, rows.blocks[block.position].text);
    }
    let paragraph = &blocks[2].parts;
    assert_eq!(paragraph[0].anchor.as_deref(), Some("z-1"));
    assert_eq!(paragraph[1].anchor, None, "what stands between two sentences");
    let runs = &paragraph[0].runs;
    // "give each " binds, "district" binds and is an area, and the amount is money.
    let said: Vec<(&str, &[Mark])> = runs.iter().map(|run| (run.text, run.marks.as_slice())).collect();
    assert_eq!(
        said,
        [
            ("We ", [].as_slice()),
            ("give each ", &[Mark::Commitment]),
            ("district", &[Mark::Area, Mark::Commitment]),
            (" ", &[]),
            ("5 million euro", &[Mark::Money]),
            (".", &[]),
        ]
    );
    assert_eq!(runs[2].begin, [Mark::Area], "the promise began before");
}

#[test]
fn a_place_that_does_not_fit_marks_nothing_and_loses_no_text() {
    let mut rows = rows();
    rows.statements[0].place.span = [3, 9_000];
    rows.statements[1].money[0].span = [40, 2];
    rows.blocks[2].text = rows.blocks[2].text.replace("We", "Wé");
    for block in marked(&rows) {
        let text: String = block.parts.iter().flat_map(|part| &part.runs).map(|run| run.text).collect();
        assert_eq!(text, rows.blocks[block.position].text);
    }
}

#[test]
fn sentences_say_counts_places_and_amounts_in_both_languages() {
    let rows = rows();
    let (nl, en) = (Words::new(Language::Nl), Words::new(Language::En));
    assert_eq!(said::in_short(&rows, &nl), "9 bladzijden, 119 zinnen; 2 gaan over een gebied.");
    assert_eq!(said::in_short(&rows, &en), "9 pages, 119 sentences; 2 are about an area.");
    let bare = DocumentRows { statements: Vec::new(), ..rows.clone() };
    assert_eq!(said::in_short(&bare, &nl), "9 bladzijden, 119 zinnen; geen zin gaat over een gebied.");
    assert!(said::coverage(&rows, &nl)[0].contains("1 bladzijde ontbreekt"));
    assert!(said::coverage(&rows, &nl)[1].ends_with("4, 5."));
    assert_eq!(said::warnings(&rows, &nl).len(), 1);
    assert!(!said::warnings(&rows, &nl)[0].0.contains("K0808"));
    assert_eq!(said::at(&rows.statements[0].place, &nl), "blz. 17, Safety");
    assert_eq!(said::page(None, 22, &en), "page 22 of the file");
    let sums = tally::money(&rows, &rows.matrix[0].by_area).promised;
    assert_eq!(said::money(&sums, &nl), "€\u{a0}5.000.000, periode niet genoemd");
    assert_eq!(said::money(&[], &nl), "niet genoemd");
    let aim = target("T3", "outcome");
    assert_eq!(said::direction(&aim, &nl), "omlaag met");
    assert_eq!(said::deadline(&aim, &nl), "binnen 4 jaar");
    // The words of the text say more than a number: of which it is a part.
    assert_eq!(said::quantity(&rows.statements[1], &aim, &nl), "The (%)");
    let elsewhere = TargetRow { span: [900, 903], ..aim };
    assert_eq!(said::quantity(&rows.statements[1], &elsewhere, &nl), "12,5 (%)");
}

#[test]
fn a_filter_of_promises_leaves_out_and_all_filters_hold_at_once() {
    let mut rows = rows();
    let of =
        |strength: &str| CommitmentRow { strength: strength.to_owned(), actor: None, actor_span: None, span: [0, 2] };
    rows.statements[1].commitment = Some(of("soft"));
    rows.statements[1].framing = "neither".to_owned();
    rows.statements[1].money.clear();
    let found = |which: &Which| promises(&rows, which).iter().map(|it| it.id).collect::<Vec<_>>();
    let which = |strength: &str, framing: &str, with: &str| {
        let asked = |word: &str| (!word.is_empty()).then(|| word.to_owned());
        Which { strength: asked(strength), framing: asked(framing), with: asked(with), domain: None }
    };
    assert_eq!(found(&Which::default()), [1, 2]);
    assert_eq!(found(&which("firm", "", "")), [1]);
    assert_eq!(found(&which("", "area", "")), [1]);
    assert_eq!(found(&which("", "neither", "")), [2]);
    assert_eq!(found(&which("", "", "money")), [1]);
    assert_eq!(found(&which("", "", "target")), [2]);
    assert_eq!(found(&which("soft", "area", "")), [0; 0]);
    assert_eq!(found(&Which { domain: Some("health".to_owned()), ..Which::default() }), [0; 0]);
}

#[test]
fn two_documents_are_held_beside_each_other_per_ten_thousand_words() {
    let (one, mut other) = (rows(), rows());
    other.document.words = [one.document.words[0] * 2, 0];
    other.statements[1].areas.clear();
    let all = beside(&one, &other);
    let (key, area) = &all.sentences[0];
    assert_eq!((*key, area.counts), ("area", [2, 1]));
    // Half as many in twice the words: a fourth of the rate.
    let ratio = area.ratio.unwrap();
    assert!((ratio.value - 4.0).abs() < 1e-12 && ratio.lower < 4.0 && ratio.upper > 4.0);
    assert_eq!(all.words.len(), 1);
    assert_eq!(all.words[0].1.counts, [1, 1]);
    assert!(all.one_recipe);
    other.document.recipe_sha256 = "2".repeat(64);
    let two = beside(&one, &other);
    assert!(!two.one_recipe && two.words.len() == 1);
    // What only one recipe looks for says nothing of the other document.
    other.document.keys.clear();
    assert!(beside(&one, &other).words.is_empty());
}

#[test]
fn verdicts_are_counted_and_a_shelf_is_the_same_after_it_was_written() {
    let rows = rows();
    let answer = |ask: u32, verdict: &str, by: &str| AnswerRow {
        key: format!("ask-{ask}"),
        ask,
        verdict: verdict.to_owned(),
        by: by.to_owned(),
        asked: rows.statements[0].place.clone(),
        lead_in: None,
        chosen: None,
        searched: [3, 2, 1],
        candidates: Vec::new(),
    };
    let answers = vec![answer(1, "partly", "rules"), answer(2, "not-found", "council clerk")];
    assert_eq!(tally::verdicts(&answers), [0, 1, 0, 1]);
    let nl = Words::new(Language::Nl);
    assert_eq!(said::by(&answers[1], &nl), "Dit heeft een mens beslist: council clerk.");
    assert_eq!(said::by(&answers[0], &nl), "Regels stellen dit voor; een mens beslist.");
    let remark = RemarkRow { what: "no-term".to_owned(), asked: None, given: None };
    assert_eq!(said::remark(&remark, &nl), "Zonder termijn");
    let shelf = Documents {
        made_of: String::new(),
        all: vec![Shown {
            id: "plan".to_owned(),
            title: Both { nl: "Plan".to_owned(), en: "Plan".to_owned() },
            kind: Kind::Ask,
            answers: vec![AnswersTo { agreement: "plan".to_owned(), rows: answers }],
            rows,
        }],
    };
    let again: Documents = serde_json::from_str(&serde_json::to_string(&shelf).unwrap()).unwrap();
    assert!(again == shelf && again.find("plan").is_some() && again.find("other").is_none());
}
