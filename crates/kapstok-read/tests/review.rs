// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Decisions of readers: through files and back, against the proposals, and together.
//!
//! The statements are invented.

#![expect(clippy::unwrap_used, reason = "tests")]

use kapstok_read::review::*;
use proptest::prelude::*;

fn fields(pairs: &[(&str, &str)]) -> Fields {
    pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

fn vocabulary() -> Vocabulary {
    Vocabulary::of(["housing", "work", "rest"], ["district", "region"])
}

fn proposal(key: &str, quote: &str, said: &[(&str, &str)]) -> Proposal {
    Proposal {
        key: key.to_owned(),
        document: "d0c0".to_owned(),
        quote: quote.to_owned(),
        section: vec!["Homes".to_owned(), "New homes".to_owned()],
        page: 4,
        printed: Some("2".to_owned()),
        before: "There are too few homes.".to_owned(),
        after: "=SUM(A1)".to_owned(),
        fields: fields(said),
        ..Proposal::default()
    }
}

/// Three statements; the second one twice as hard for a spreadsheet, the third in doubt.
fn proposals() -> Vec<Proposal> {
    let third = proposal("0c", "We will look at shops.", &[("framing", "neither"), ("commitment", "soft")]);
    vec![
        proposal(
            "0a",
            "The districts get 1,200 homes by 2030.",
            &[
                ("framing", "area"),
                ("scale", "district"),
                ("domains", "housing"),
                ("commitment", "firm"),
                ("grade", "T3"),
                ("quantity", "1200"),
                ("unit", "homes"),
                ("deadline", "2030"),
            ],
        ),
        proposal("1e10", "-5% \"waste\"; by 1.5, says 'Ann'.", &[("domains", "rest"), ("quantity", "-5.0")]),
        Proposal { doubts: ["framing".to_owned(), "commitment".to_owned()].into(), page: 5, ..third },
    ]
}

fn day() -> Day {
    Day::parse("2026-11-29").unwrap()
}

fn by(reader: &str, at: usize, act: Act) -> Decision {
    Decision::on(&proposals()[at], reader, day(), act)
}

fn change(pairs: &[(&str, &str)]) -> Act {
    Act::Change(fields(pairs))
}

fn codes(problems: &[Problem]) -> Vec<(&str, Option<usize>, Option<&str>)> {
    problems.iter().map(|it| (it.code, it.row, it.column.as_deref())).collect()
}

/// A file that was read and held against the proposals.
fn checked(csv: &str) -> (Vec<Decision>, Vec<Problem>) {
    let (rows, mut problems) = read_csv(csv.as_bytes(), Given::default());
    let (decisions, more) = check(rows, &proposals(), &vocabulary());
    problems.extend(more);
    (decisions, problems)
}

/// The three statements with a decision on each, as CSV.
fn file() -> String {
    let decisions = [
        by("reader-1", 0, change(&[("domains", "housing,work"), ("deadline", "")])),
        by("reader-1", 1, Act::Reject("no promise;\nonly a figure".to_owned())),
        by("reader-1", 2, Act::Accept),
    ];
    write_csv(&Grid::of(&proposals(), &decisions, &vocabulary()), Separator::Semicolon)
}

#[test]
fn a_line_is_canonical_json() {
    let decision = by("reader-1", 2, change(&[("framing", "domains")]));
    let expected =
        r#"{"act":"change","changes":{"framing":"domains"},"day":"2026-11-29","document":"d0c0","key":"0c","#;
    let expected = format!(
        "{expected}{}",
        r#""quote":"We will look at shops.","reader":"reader-1","seen":{"commitment":"soft","framing":"neither"}}"#
    );
    assert_eq!(write_jsonl(&[decision]), format!("{expected}\n"));
    let cases = [
        (expected.replace("\"act\"", "\"axt\""), ("K0860", Some(2), None)),
        (expected.replace("\"day\":", "\"act\":\"accept\",\"day\":"), ("K0860", Some(2), None)),
        (expected.replace("2026-11-29", "2026-11-31"), ("K0866", Some(2), Some("day"))),
        (expected.replace(":\"change\"", ":\"maybe\""), ("K0866", Some(2), Some("act"))),
        (expected.replace(":\"change\"", ":\"accept\""), ("K0867", Some(2), Some("act"))),
    ];
    for (line, problem) in cases {
        let (rows, problems) = read_jsonl(&format!("\n{line}\n"));
        assert_eq!((rows.len(), codes(&problems)), (0, vec![problem]), "{line}");
    }
}

#[test]
fn a_spreadsheet_finds_no_formula_no_number_and_no_day_in_a_text() {
    let csv = file();
    for cell in ["\u{feff}key;page", "'=SUM(A1)", "\"'-5% \"\"waste\"\"; by 1.5, says 'Ann'.\"", "k1e10;4;2", "'-5.0"] {
        assert!(csv.contains(cell), "{cell} in {csv}");
    }
    let (decisions, problems) = checked(&csv);
    assert_eq!((decisions.len(), codes(&problems)), (3, vec![]));
    assert_eq!(decisions[1].quote, proposals()[1].quote);
}

#[test]
fn columns_and_rows_may_stand_anywhere_and_a_column_more_is_told() {
    let expected = checked(&file()).0;
    let (rows, _) = read_csv(file().as_bytes(), Given::default());
    let grid = Grid::of(&proposals(), &rows.into_iter().map(|row| row.decision).collect::<Vec<_>>(), &vocabulary());
    let mut moved = grid.clone();
    moved.titles.reverse();
    moved.titles.insert(3, "my remarks".to_owned());
    for (_, cells) in &mut moved.rows {
        cells.reverse();
        cells.insert(3, Cell::Text("look again".to_owned()));
    }
    moved.rows.reverse();
    for separator in [Separator::Comma, Separator::Semicolon] {
        let (decisions, problems) = checked(&write_csv(&moved, separator));
        assert_eq!(decisions, expected);
        assert_eq!(codes(&problems), [("K0862", None, Some("my remarks"))]);
    }
    // Saved by a spreadsheet as text with tabs, in UTF-16.
    let tabs: String = write_csv(&grid, Separator::Semicolon);
    let utf_16: Vec<u8> = tabs.encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(read_csv(&utf_16, Given::default()).0.len(), 3);
}

/// Each case is one change in a file that is right.
#[test]
fn what_is_wrong_with_a_file_is_told_with_its_row_and_column() {
    let quote = "We will look at shops.";
    let cases = [
        (quote, "We shall look at shops.", ("K0864", Some(4), Some("quote"))),
        (quote, "We will look at shops", ("K0864", Some(4), Some("quote"))),
        ("k0c;", "k0d;", ("K0863", Some(4), Some("key"))),
        ("sha256:d0c0", "sha256:d0c1", ("K0869", Some(2), Some("document"))),
        (";accept;", ";yes;", ("K0866", Some(4), Some("act"))),
        (";accept;", ";change;", ("K0867", Some(4), Some("act"))),
        (";change;", ";accept;", ("K0867", Some(2), Some("act"))),
        ("\"housing,work\"", "\"housing,sport\"", ("K0866", Some(2), Some("change.domains"))),
        ("\"no promise;\nonly a figure\"", " ", ("K0867", Some(3), Some("reason"))),
        ("'2026-11-29", "11/12/2026", ("K0866", Some(2), Some("day"))),
        (";reader-1;", ";;", ("K0866", Some(2), Some("reader"))),
        (";soft;", ";firm;", ("K0868", Some(4), Some("seal"))),
        ("reason;note", "note;note", ("K0861", None, Some("note"))),
        (";seal", ";sealed", ("K0861", None, Some("seal"))),
        (quote, "\"We will", ("K0860", Some(4), None)),
    ];
    for (from, to, expected) in cases {
        let csv = file();
        assert!(csv.contains(from), "{from} in {csv}");
        // A word of the proposal of the last row may stand before.
        let at = if from == ";soft;" { csv.rfind(from) } else { csv.find(from) }.unwrap();
        let csv = format!("{}{to}{}", &csv[..at], &csv[at + from.len()..]);
        let (decisions, problems) = checked(&csv);
        assert!(codes(&problems).contains(&expected), "{from} -> {to}: {problems:?}");
        let standing = if expected.1.is_none() || expected.0 == "K0860" { 0 } else { 2 };
        assert_eq!(decisions.len(), standing, "{from} -> {to}: what is right stands");
    }
}

#[test]
fn an_action_that_is_forgotten_beside_a_change_is_told_and_a_row_left_empty_is_not() {
    let grid = Grid::of(&proposals(), &[], &vocabulary());
    assert_eq!(read_grid(&grid, Given::default()), (vec![], vec![]));
    let put = |title: &str, text: &str, grid: &mut Grid| {
        let at = grid.titles.iter().position(|known| known == title).unwrap();
        grid.rows[1].1[at] = Cell::Text(text.to_owned());
    };
    let mut forgotten = grid.clone();
    put("change.unit", "homes", &mut forgotten);
    assert_eq!(codes(&read_grid(&forgotten, Given::default()).1), [("K0867", Some(3), Some("act"))]);
    // Who reads, and on which day, need not stand in each row.
    let mut decided = grid;
    put("act", " Accept ", &mut decided);
    let given = Given { reader: Some("reader-9"), day: Some(day()) };
    let (rows, problems) = read_grid(&decided, given);
    assert_eq!((problems.len(), rows.len(), rows[0].row), (0, 1, 3));
    assert_eq!(rows[0].decision, by("reader-9", 1, Act::Accept));
    assert_eq!(codes(&read_grid(&decided, Given::default()).1), [("K0866", Some(3), Some("reader"))]);
}

#[test]
fn a_broken_line_in_a_quote_is_no_other_quote() {
    let csv = file().replace("We will look at shops.", "\"We will\nlook at  shops.\"");
    let (decisions, problems) = checked(&csv);
    assert_eq!((decisions.len(), problems), (3, vec![]));
    assert_eq!(decisions[2].quote, "We will look at shops.");
}

#[test]
fn of_two_decisions_of_one_reader_the_last_holds_and_that_is_told() {
    let lines = [
        by("reader-1", 0, Act::Accept),
        by("reader-2", 0, Act::Accept),
        by("reader-1", 0, Act::Reject("only a wish".to_owned())),
    ];
    let (rows, _) = read_jsonl(&write_jsonl(&lines));
    let (decisions, problems) = check(rows, &proposals(), &vocabulary());
    assert_eq!(decisions, [lines[2].clone(), lines[1].clone()]);
    assert_eq!(codes(&problems), [("K0865", Some(3), Some("key"))]);
    assert_eq!(problems[0].facts[0], ("earlier", "1".to_owned()));
}

#[test]
fn readers_who_differ_stay_different_and_are_named_by_what_they_say() {
    let proposals = proposals();
    let decisions = [
        by("reader-1", 0, Act::Accept),
        by("reader-2", 0, change(&[("domains", "housing")])), // The same as was proposed.
        by("reader-1", 1, Act::Accept),
        by("reader-2", 1, Act::Reject("a figure".to_owned())),
        by("reader-1", 2, change(&[("framing", "domains"), ("domains", "work")])),
        by("reader-2", 2, change(&[("framing", "area")])),
        by("reader-3", 2, change(&[("framing", "area")])),
    ];
    let merged = merge(&proposals, &decisions);
    assert_eq!(merged.standings[0].outcome, Outcome::Accepted(proposals[0].fields.clone()));
    let sides = |at: usize| match &merged.standings[at].outcome {
        Outcome::Differs(sides) => serde_text(sides),
        other => format!("{other:?}"),
    };
    assert_eq!(sides(1), "act: accept=reader-1 reject=reader-2");
    assert_eq!(sides(2), "domains: =reader-2+reader-3 work=reader-1; framing: area=reader-2+reader-3 domains=reader-1");
    // The order in which files come in makes no difference.
    let mut turned = decisions.to_vec();
    turned.reverse();
    assert_eq!(merge(&proposals, &turned).standings, merged.standings);
}

fn serde_text(sides: &std::collections::BTreeMap<String, Sides>) -> String {
    let side = |(value, readers): (&String, &Vec<String>)| format!("{value}={}", readers.join("+"));
    let field =
        |(name, sides): (&String, &Sides)| format!("{name}: {}", sides.iter().map(side).collect::<Vec<_>>().join(" "));
    sides.iter().map(field).collect::<Vec<_>>().join("; ")
}

/// A yes to "domain: housing" is no yes to what a later recipe says.
#[test]
fn a_later_recipe_keeps_what_was_decided_and_shows_where_it_now_says_otherwise() {
    let decisions = [by("reader-1", 0, Act::Accept), by("reader-1", 1, Act::Accept)];
    let mut later = proposals();
    later[0].fields.insert("domains".to_owned(), "work".to_owned());
    later.remove(1);
    let merged = merge(&later, &decisions);
    assert_eq!(merged.standings[0].outcome, Outcome::Accepted(proposals()[0].fields.clone()));
    assert_eq!(merged.standings[0].moved, ["domains".to_owned()].into());
    assert_eq!(merged.apart, [&decisions[1]]);
    // In the file too, and it is read back without a complaint about the other recipe.
    let csv = write_csv(&Grid::of(&later, &decisions, &vocabulary()), Separator::Comma);
    let (rows, problems) = read_csv(csv.as_bytes(), Given::default());
    assert_eq!((check(rows, &later, &vocabulary()).0, problems), (vec![decisions[0].clone()], vec![]));
}

#[test]
fn what_is_in_doubt_comes_first_and_a_blind_reader_sees_nothing_of_others() {
    let proposals = proposals();
    let decisions = [
        by("reader-1", 2, Act::Accept),
        by("reader-2", 2, change(&[("framing", "area")])),
        by("reader-1", 0, Act::Accept),
    ];
    let merged = merge(&proposals, &decisions);
    let order = |looked, filter: &Filter| {
        queue(&merged.standings, looked, filter).iter().map(|it| (it.at, it.place)).collect::<Vec<_>>()
    };
    let all = Filter::default();
    assert_eq!(order(Looked::Open, &all), [(1, Place::Undecided), (2, Place::Differs), (0, Place::Decided)]);
    let fresh = [(2, Place::Undecided), (0, Place::Undecided), (1, Place::Undecided)];
    assert_eq!(order(Looked::Blind("reader-3"), &all), fresh);
    let doubts = &queue(&merged.standings, Looked::Blind("reader-3"), &all)[0].doubts;
    assert_eq!(doubts, &proposals[2].doubts, "that others differ does not show");
    let cases = [
        (Filter { page: Some(5), ..Filter::default() }, vec![2]),
        (Filter { fields: fields(&[("domains", "housing")]), ..Filter::default() }, vec![0]),
        (Filter { words: Some("WASTE".to_owned()), ..Filter::default() }, vec![1]),
        (Filter { place: Some(Place::Decided), ..Filter::default() }, vec![0]),
        (Filter { heading: Some("New homes".to_owned()), ..Filter::default() }, vec![1, 2, 0]),
        (Filter { heading: Some("Shops".to_owned()), ..Filter::default() }, vec![]),
    ];
    for (filter, expected) in cases {
        assert_eq!(order(Looked::Open, &filter).iter().map(|it| it.0).collect::<Vec<_>>(), expected, "{filter:?}");
    }
}

/// Two readers, three statements. `act`: accept accept accept, accept reject accept: one of three differs, five accept
/// and one reject: `1 - 5 * 2 / (2 * 5 * 1) = 0`. `commitment` of the first and the third only, for who rejects says
/// nothing of it: firm firm, soft firm: `1 - 3 * 2 / (4 * 3 - 3 * 2) = 0`.
#[test]
fn agreement_is_read_off_the_decisions_field_by_field() {
    let proposals = proposals();
    let decisions = [
        by("reader-1", 0, Act::Accept),
        by("reader-1", 1, Act::Accept),
        by("reader-1", 2, Act::Accept),
        by("reader-2", 0, Act::Accept),
        by("reader-2", 1, Act::Reject("a figure".to_owned())),
        by("reader-2", 2, change(&[("commitment", "firm"), ("domains", "rest,work")])),
    ];
    let merged = merge(&proposals, &decisions);
    let of = |field| Alpha::of(&Ratings::of(&merged.standings, field)).unwrap();
    assert_eq!((of(ACT).value, of(ACT).n_units), (0.0, 3));
    assert_eq!((of("commitment").value, of("commitment").n_units), (0.0, 2));
    let ratings = Ratings::of(&merged.standings, "commitment");
    let table = confusion(&ratings, "reader-1", "reader-2");
    assert_eq!(table[&("soft".to_owned(), "firm".to_owned())], 1);
    let work = Ratings::of_word(&merged.standings, "domains", "work");
    assert_eq!(work.units[2], [Some("no".to_owned()), Some("yes".to_owned())]);
    assert_eq!(work.units[1], [Some("no".to_owned()), None]);
}

#[test]
fn only_what_is_accepted_by_all_goes_to_the_agenda_as_it_was_changed() {
    let proposals = proposals();
    let decisions = [
        by(
            "reader-1",
            0,
            change(&[("deadline", "P4Y"), ("actor", "the coalition"), ("grade.2", "T1"), ("role.2", "fact")]),
        ),
        by("reader-1", 1, Act::Accept), // Neither commitment nor target.
        by("reader-1", 2, Act::Accept),
        by("reader-2", 2, Act::Reject("only a look".to_owned())),
    ];
    let drafts = drafts(&merge(&proposals, &decisions).standings, Day::parse("2021-12-15"));
    assert_eq!((drafts.promises.len(), drafts.targets.len()), (1, 1));
    let (promise, target) = (&drafts.promises[0], &drafts.targets[0]);
    assert_eq!((promise.quote.as_str(), promise.due.year()), (proposals[0].quote.as_str(), Some(2025)));
    assert_eq!(target.due.day().map(|day| day.to_string()).as_deref(), Some("2025-12-31"));
    assert_eq!(
        (&*target.grade, target.quantity.as_deref(), target.unit.as_deref()),
        ("T3", Some("1200"), Some("homes"))
    );
    assert_eq!((promise.actor.as_deref(), &*promise.mark), (Some("the coalition"), "[0a@d0c0]"));
    assert_eq!(promise.scales, ["district"], "which districts, the document does not say");
}

/// Titles and cells as texts, with the titles in order: a number may come back as its digits.
fn texts(grid: &Grid) -> (Vec<String>, Vec<Vec<String>>) {
    let text = |cell: &Cell| match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => text.clone(),
        Cell::Whole(number) => number.to_string(),
    };
    (grid.titles.clone(), grid.rows.iter().map(|(_, cells)| cells.iter().map(text).collect()).collect())
}

#[test]
fn lines_of_json_hold_what_is_undecided_and_are_told_from_lines_of_decisions() {
    let grid = Grid::of(&proposals(), &[by("reader-1", 2, Act::Accept)], &vocabulary());
    let lines = write_lines(&grid);
    assert_eq!(lines.lines().count(), 3);
    let (found, problems) = rows_of_lines(&lines).unwrap();
    assert_eq!((texts(&found), problems), (texts(&grid), vec![]));
    let filled = lines.replacen("\"act\":\"\"", "\"act\":\"accept\"", 1);
    let given = Given { reader: Some("reader-9"), day: Some(day()) };
    let (rows, problems) = read_lines(&filled, given);
    let readers: Vec<(usize, &str)> = rows.iter().map(|row| (row.row, &*row.decision.reader)).collect();
    assert_eq!((readers, problems), (vec![(1, "reader-9"), (3, "reader-1")], vec![]));
    // The same key twice: nobody knows which is meant.
    let twice = lines.replacen("{\"key\":", "{\"act\":\"reject\",\"key\":", 1);
    assert_eq!(codes(&read_lines(&twice, given).1), [("K0860", Some(1), None)]);
    let decisions = write_jsonl(&[by("reader-1", 2, Act::Accept)]);
    assert!(rows_of_lines(&decisions).is_none());
    assert_eq!(read_lines(&decisions, Given::default()).0.len(), 1);
}

/// Any words that a file can hold; many of them such as spreadsheets trip over.
fn words() -> impl Strategy<Value = String> {
    let text = "[-=+@'\"#;,|\t\n 0-9a-eé\u{2019}\u{ff1d}.%/]{0,12}";
    prop_oneof![Just(String::new()), text.prop_map(|text| text), "[^\\p{Cc}]{0,8}".prop_map(|text| text)]
}

fn some_decision() -> impl Strategy<Value = Decision> {
    let value = || words().prop_filter("no control sign", |text| !text.chars().any(char::is_control));
    let seen = proptest::collection::btree_map("[a-z]{1,3}", value(), 0..4);
    let changes = proptest::collection::btree_map("[a-z]{1,3}", value(), 1..4);
    let reason = words().prop_filter("a reason", |text| !text.trim().is_empty());
    let act = prop_oneof![Just(Act::Accept), changes.prop_map(Act::Change), reason.prop_map(Act::Reject)];
    let reader = "[a-z=+0-9][a-z0-9 ,;'\"-]{0,8}[a-z0-9]".prop_map(|reader| reader);
    (seen, act, words(), reader, 1_u32..29).prop_map(|(seen, act, note, reader, day): (Fields, _, _, String, _)| {
        let day = Day::parse(&format!("2026-02-{day:02}")).unwrap();
        let seen = seen.into_iter().filter(|(_, value)| !value.is_empty()).collect();
        Decision { note, seen, ..Decision::on(&Proposal::default(), &reader, day, act) }
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn what_is_written_is_read_back_as_the_same(
        decisions in proptest::collection::vec((some_decision(), words()), 0..5),
        contexts in proptest::collection::vec(words(), 5),
        comma in any::<bool>(),
    ) {
        let mut proposals = Vec::new();
        let mut written = Vec::new();
        for ((at, (decision, quote)), context) in (0..).zip(decisions).zip(contexts) {
            let key = format!("{:04x}", at * 4661);
            let document = "00e1".to_owned();
            written.push(Decision { key: key.clone(), document: document.clone(), quote: quote.clone(), ..decision });
            let (before, after) = (context.clone(), context);
            proposals.push(Proposal { key, document, quote, before, after, ..Proposal::default() });
        }
        let (rows, problems) = read_jsonl(&write_jsonl(&written));
        prop_assert_eq!(rows.into_iter().map(|row| row.decision).collect::<Vec<_>>(), written.clone());
        prop_assert_eq!(problems, vec![]);
        let grid = Grid::of(&proposals, &written, &Vocabulary::default());
        let (of_grid, problems) = read_grid(&grid, Given::default());
        prop_assert_eq!(problems, vec![]);
        let separator = if comma { Separator::Comma } else { Separator::Semicolon };
        let csv = write_csv(&grid, separator);
        let same = |found: &Grid| texts(found) == texts(&grid);
        prop_assert!(same(&grid_of_csv(csv.as_bytes()).unwrap().0), "{}", csv);
        if let Some((found, _)) = rows_of_lines(&write_lines(&grid)) {
            prop_assert!(same(&found), "{}", write_lines(&grid));
        }
        let (of_lines, problems) = read_lines(&write_lines(&grid), Given::default());
        prop_assert_eq!((&of_lines.len(), problems), (&of_grid.len(), vec![]));
        let (of_csv, problems) = read_csv(csv.as_bytes(), Given::default());
        prop_assert_eq!(problems, vec![]);
        prop_assert_eq!(&of_csv, &of_grid);
        prop_assert_eq!(of_csv.into_iter().map(|row| row.decision).collect::<Vec<_>>(), written);
    }

    #[test]
    fn no_bytes_make_the_reader_fall(bytes in proptest::collection::vec(any::<u8>(), 0..200), text in words()) {
        read_csv(&bytes, Given::default());
        read_csv(text.as_bytes(), Given::default());
        read_jsonl(&text);
        read_lines(&text, Given::default());
    }

    #[test]
    fn no_order_of_statements_readers_or_values_changes_a_bit_of_alpha(
        units in proptest::collection::vec(proptest::collection::vec(proptest::option::of("[ab c]"), 3), 1..12),
        turn in 0_usize..12,
    ) {
        let readers: Vec<String> = ["one", "two", "three"].map(str::to_owned).into();
        let alpha = Alpha::of(&Ratings { readers: readers.clone(), units: units.clone() });
        let mut turned = units;
        let n = turned.len();
        turned.rotate_left(turn % n);
        turned.iter_mut().for_each(|unit| unit.reverse());
        prop_assert_eq!(&Alpha::of(&Ratings { readers: readers.clone(), units: turned.clone() }), &alpha);
        // Agreement is a matter of which values are the same, not of their names.
        let renamed = turned.into_iter().map(|unit| unit.into_iter().map(|it| it.map(|it| format!("x{it}"))).collect());
        prop_assert_eq!(&Alpha::of(&Ratings { readers, units: renamed.collect() }), &alpha);
        if let Ok(alpha) = alpha {
            prop_assert!(alpha.value <= 1.0 && (alpha.value == 1.0) == (alpha.observed == 0.0));
        }
    }
}
