// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Each kind of hole with the case that is one and the nearest case that is none.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

use kapstok_agenda::day::Day;
use kapstok_agenda::entry::{Entry, Id, Value};
use kapstok_agenda::event::{Event, What};
use kapstok_agenda::facts::{Facts, IndicatorFacts, Kind};
use kapstok_agenda::holes::{HoleKind, Why, counts, holes};
use kapstok_agenda::matrix::{Sum, matrix};
use kapstok_agenda::state::State;

/// `a1 name=x works_on=b1,l1 owners=o1`: one thing a line; values by their form.
fn agenda(lines: &str) -> State {
    let mut state = State::default();
    let said = |what| Event {
        day: Day::parse("2024-03-18").unwrap(),
        recorded: "2024-03-18T09:30:00Z".to_owned(),
        by: Some("secretary".to_owned()),
        what,
    };
    state.apply(&said(What::Opened));
    for line in lines.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let mut words = line.split(' ');
        let id = Id::parse(words.next().unwrap()).unwrap();
        let mut values: Vec<(&str, Value)> = Vec::new();
        for (name, text) in words.map(|word| word.split_once('=').unwrap()) {
            values.push((name, value(&state, id, name, text)));
        }
        if id.noun().field("area").is_some() && !values.iter().any(|(name, _)| *name == "area") {
            values.push(("area", Value::Word("A".to_owned())));
        }
        let event = said(What::Set(Entry::new(id, values).unwrap_or_else(|error| panic!("{line}: {error}"))));
        state.check(&event).unwrap_or_else(|error| panic!("{line}: {error}"));
        state.apply(&event);
    }
    state
}

fn value(state: &State, id: Id, name: &str, text: &str) -> Value {
    use kapstok_agenda::entry::Form;
    let ids = || text.split(',').map(|id| Id::parse(id).unwrap()).collect::<Vec<_>>();
    match id.noun().field(name).unwrap_or_else(|| panic!("{name}")).form {
        Form::Text => Value::Text(text.replace('_', " ")),
        Form::Names => Value::Words(text.split(',').map(str::to_owned).collect()),
        Form::Id(_) => Value::Id(ids()[0]),
        Form::Ids(_) => Value::Ids(ids()),
        Form::Euros | Form::Posts if text == "unknown" => Value::Unknown,
        Form::Euros | Form::Posts | Form::Year => Value::Whole(text.parse().unwrap()),
        // What a partner confirmed is what the action says now, or said.
        Form::Name if name == "stands_for" && text == "now" => {
            let action = Id::parse("a1").unwrap();
            Value::Word(state.get(action).unwrap().fingerprint())
        }
        Form::OneOf(_) | Form::Name | Form::Day | Form::Number => Value::Word(text.to_owned()),
    }
}

fn facts() -> Facts {
    let indicator = |kind| IndicatorFacts { domain: "debt".to_owned(), kind };
    Facts {
        indicators: [
            ("counted".to_owned(), indicator(Kind::Observed)),
            ("modelled".to_owned(), indicator(Kind::Modelled)),
        ]
        .into(),
        burdened_domains: [("A".to_owned(), vec!["debt".to_owned()])].into(),
        ..Facts::default()
    }
}

/// An agenda in which nothing is missing.
const WHOLE: &str = "
    b1 side=burden name=debts domain=debt
    b2 side=burden name=stress domain=health
    b3 side=strength name=neighbours
    l1 from=b1 to=b2 name=worry evidence=strong
    o1 name=Town
    o2 name=Clinic
    p1 areas=A words=help source_kind=council source=minutes
    a1 name=visits works_on=b1,b2,b3,l1 promise=p1 owners=o1 partners=o2
    c1 action=a1 euros=100 year=2024 stage=planned source=o1
    t1 name=fewer action=a1 indicator=counted value=3.5 deadline=2027-12-31
    f1 action=a1 organisation=o1 answer=confirmed stands_for=now
    f2 action=a1 organisation=o2 answer=confirmed stands_for=now
    r1 words=street answer=yes answered=2024-04-01
";

#[test]
fn where_nothing_is_missing_no_hole_is_invented() {
    assert_eq!(holes(&agenda(WHOLE), &facts(), "A"), []);
}

#[test]
fn each_kind_has_a_case_that_is_one_and_a_nearest_case_that_is_none() {
    // (what is added to an agenda without holes, the holes that it must have).
    let cases: [(&str, &[&str]); 28] = [
        ("b4 side=burden name=school domain=school", &["burden-without-action b4"]),
        // An action on a link works on both of its ends.
        (
            "b4 side=burden name=school domain=school\nl2 from=b4 to=b2 name=x evidence=weak\na1 name=visits works_on=b1,b2,b3,l1,l2 promise=p1 owners=o1 partners=o2\nf1 action=a1 organisation=o1 answer=confirmed stands_for=now\nf2 action=a1 organisation=o2 answer=confirmed stands_for=now",
            &[],
        ),
        ("l2 from=b2 to=b1 name=back evidence=assumed", &["link-without-action l2"]),
        ("b4 side=strength name=club", &["strength-unused b4"]),
        (
            "a2 name=other works_on=b1 owners=o1\nc2 action=a2 euros=unknown year=2024 stage=planned\nf3 action=a2 organisation=o1 answer=refused stands_for=x\nt2 name=x burden=b1 indicator=counted value=1 deadline=2027-01-01",
            &["action-not-confirmed a2 o1"],
        ),
        (
            "a2 name=other works_on=b1 owners=o1\nc2 action=a2 posts=500 year=2024 stage=planned\nt2 name=x action=a2 indicator=counted value=1 deadline=2027-01-01",
            &["action-not-confirmed a2 o1"],
        ),
        (
            "a2 name=other works_on=b1\nc2 action=a2 posts=500 year=2024 stage=planned\nt2 name=x action=a2 indicator=counted value=1 deadline=2027-01-01",
            &["action-without-owner a2"],
        ),
        (
            "a2 name=other owners=o1\nf3 action=a2 organisation=o1 answer=confirmed stands_for=x\nc2 action=a2 posts=500 year=2024 stage=planned\nt2 name=x action=a2 indicator=counted value=1 deadline=2027-01-01",
            &["action-without-burden a2", "action-not-confirmed a2 o1"],
        ),
        // What is said again with another wording is not what was confirmed; a remark is no wording.
        (
            "a1 name=walks works_on=b1,b2,b3,l1 promise=p1 owners=o1 partners=o2",
            &["action-not-confirmed a1 o1", "action-not-confirmed a1 o2"],
        ),
        ("a1 name=visits works_on=b1,b2,b3,l1 promise=p1 owners=o1 partners=o2 note=remark", &[]),
        ("f2 action=a1 organisation=o2 answer=changed stands_for=now", &["action-not-confirmed a1 o2"]),
        // The last answer of a partner counts.
        ("f3 action=a1 organisation=o2 answer=refused stands_for=now", &["action-not-confirmed a1 o2"]),
        ("t1 name=fewer action=a1 indicator=modelled value=3.5 deadline=2027-12-31", &["target-on-model t1 a1"]),
        ("t1 name=fewer action=a1 value=3.5 deadline=2027-12-31", &["target-not-measurable t1 a1"]),
        (
            "t1 name=fewer action=a1 indicator=nobody_knows value=3.5 deadline=2027-12-31",
            &["target-not-measurable t1 a1"],
        ),
        ("t1 name=fewer action=a1 indicator=counted deadline=2027-12-31", &["target-not-measurable t1 a1"]),
        ("t1 name=fewer action=a1 indicator=counted value=3.5", &["target-not-measurable t1 a1"]),
        ("t1 name=fewer burden=b1 indicator=counted value=3.5 deadline=2027-12-31", &[]),
        ("t1 name=fewer indicator=counted value=3.5 deadline=2027-12-31", &["action-without-target a1"]),
        ("c2 euros=5 year=2025 stage=spent source=o2", &["money-without-action c2 o2"]),
        (
            "c1 euros=100 year=2024 stage=planned source=o1",
            &["action-without-money a1", "money-without-action c1 o1", "promise-without-money p1"],
        ),
        // Money that names the promise pays for it, also where it names no action.
        (
            "c1 promise=p1 euros=100 year=2024 stage=planned source=o1",
            &["action-without-money a1", "money-without-action c1 o1"],
        ),
        (
            "p2 areas=A words=more source_kind=document source=page",
            &["promise-without-action p2", "promise-without-money p2"],
        ),
        ("p2 areas=B words=more source_kind=document source=page", &[]),
        ("r2 words=lamp", &["reply-without-answer r2"]),
        ("b1 side=burden name=debts domain=income", &["burden-not-named debt"]),
        // The domain of its indicator is a domain of the burden.
        ("b1 side=burden name=debts indicator=counted", &[]),
        ("b4 side=strength name=club domain=debt", &["strength-unused b4"]),
    ];
    for (added, expected) in cases {
        let found = holes(&agenda(&format!("{WHOLE}\n{added}")), &facts(), "A");
        let said = |hole: &kapstok_agenda::holes::Hole| {
            let about: Vec<String> = hole.domain.iter().cloned().chain(hole.about.iter().map(Id::to_string)).collect();
            format!("{} {}", hole.kind.word(), about.join(" "))
        };
        assert_eq!(found.iter().map(said).collect::<Vec<_>>(), expected, "{added}");
    }
}

#[test]
fn a_promise_whose_words_name_money_lacks_it_all_the_same_and_says_so() {
    let why = |named: &str| {
        let added = format!("p2 areas=A words=more source_kind=document source=page{named}");
        let found = holes(&agenda(&format!("{WHOLE}\n{added}")), &facts(), "A");
        found.iter().find(|hole| hole.kind == HoleKind::PromiseWithoutMoney).map(|hole| hole.why)
    };
    assert_eq!(why(""), Some(Why::Nothing));
    assert_eq!(why(" named_money=2_million"), Some(Why::OnlyNamed));
    assert_eq!(why(" named_money=2_million\nc2 action=a1 promise=p2 euros=100 year=2024 stage=planned"), None);
}

#[test]
fn two_owners_with_nothing_in_common_are_apart_until_one_action_joins_them() {
    let apart = "
        b1 side=burden name=debts domain=debt
        b2 side=burden name=stress domain=health
        l1 from=b1 to=b2 name=worry evidence=strong
        o1 name=Town
        o2 name=Clinic
        a1 name=budget works_on=b1 owners=o1
        a2 name=walks works_on=b2 owners=o2
    ";
    let is_apart = |more: &str| {
        let found = holes(&agenda(&format!("{apart}\n{more}")), &facts(), "A");
        counts(&found).contains_key(&HoleKind::LinkOwnersApart)
    };
    let cases = [
        ("", true),
        ("a3 name=one works_on=l1 owners=o1", true),
        ("a3 name=one works_on=l1 owners=o1 partners=o2", false),
        ("a3 name=one works_on=b1,b2 owners=o1,o2", false),
        // A third party that joins the two ends leaves the owners apart.
        ("o3 name=School\na3 name=one works_on=l1 owners=o3", true),
        ("a2 name=walks works_on=b2 owners=o1", false),
        ("a2 name=walks works_on=b2", false),
    ];
    for (more, expected) in cases {
        assert_eq!(is_apart(more), expected, "{more}");
    }
}

#[test]
fn money_of_an_action_on_two_things_stands_twice_and_counts_once() {
    let state = agenda(WHOLE);
    let found = matrix(&state, "A");
    assert_eq!((found.rows.len(), found.columns.len()), (4, 2));
    assert_eq!(found.total, Sum { cents: 100, ..Sum::default() });
    let paid: Vec<u64> = found.cells.iter().map(|row| row.iter().map(|cell| cell.sum.cents).sum()).collect();
    assert_eq!(paid, [100; 4]);
    assert!(found.cells.iter().all(|row| row[0].is_shared && !row[1].is_shared));
    // What is committed takes the place of what was planned for the same.
    let further = format!("{WHOLE}\nc2 action=a1 euros=80 year=2024 stage=committed source=o1");
    assert_eq!(matrix(&agenda(&further), "A").total.cents, 80);
}
