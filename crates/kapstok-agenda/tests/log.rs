// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The log as a whole: what is written is read back, a crash heals, and nothing that was stored can change unseen.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]
#![expect(clippy::disallowed_methods, reason = "tests of files open files")]

use kapstok_agenda::day::Day;
use kapstok_agenda::entry::{ANSWERS, Entry, Form, Id, Needed, Noun, Value};
use kapstok_agenda::event::{Adoption, Baseline, ChoiceChange, DecisionAct, Event, StatementDecision, What};
use kapstok_agenda::log::{Damage, Hash, Position, Salt, Tail, append, read, redact};
use kapstok_agenda::state::{Misfit, State};
use proptest::prelude::*;

fn id(text: &str) -> Id {
    Id::parse(text).unwrap()
}

fn text(text: &str) -> Value {
    Value::Text(text.to_owned())
}

fn word(text: &str) -> Value {
    Value::Word(text.to_owned())
}

fn said(by: &str, what: What) -> Event {
    let day = Day::parse("2024-03-18").unwrap();
    Event { day, recorded: "2024-03-18T09:30:00Z".to_owned(), by: Some(by.to_owned()), what }
}

/// Salts that a test can foresee; no two are alike.
fn salts() -> impl FnMut() -> Salt {
    let mut drawn = 0_u128;
    move || {
        drawn += 1;
        Salt(drawn.to_be_bytes())
    }
}

/// One act after the other.
fn log_of(acts: &[&[Event]]) -> Vec<u8> {
    let (mut bytes, mut position, mut salt) = (Vec::new(), Position::start(), salts());
    for act in acts {
        let (more, after) = append(act, position, &mut salt);
        bytes.extend(more);
        position = after;
    }
    bytes
}

/// Fields that a log may have since it was first released: it stays of form 1, for each may be left out.
const SINCE_FORM_1: [(Noun, &str); 1] = [(Noun::Promise, "named_money")];

/// One event of every kind, and a thing of every kind with every field.
fn every_kind() -> Vec<Event> {
    every_kind_with(|_, _| true)
}

/// The same with those fields that are asked for.
fn every_kind_with(is_meant: fn(Noun, &str) -> bool) -> Vec<Event> {
    let mut events = vec![said("secretary", What::Opened)];
    for noun in Noun::ALL {
        let fields = noun.fields().iter().filter(|field| is_meant(noun, field.name));
        let values = fields.map(|field| (field.name, some_value(field.form, "agreed")));
        events.push(said("secretary", What::Set(Entry::new(Id::new(noun, 1).unwrap(), values).unwrap())));
    }
    let unknown = [("area", word("WK1")), ("euros", Value::Unknown), ("year", Value::Whole(2024))];
    let unknown = unknown.into_iter().chain([("stage", word("planned"))]);
    events.push(said("GGD", What::Set(Entry::new(id("c2"), unknown).unwrap())));
    let first = Adoption {
        area: "WK1".to_owned(),
        version: 1,
        reason: None,
        data: Some("0123456789abcdef".to_owned()),
        recipes: vec!["aa".to_owned(), "bb".to_owned()],
        choice: Some("cc".to_owned()),
        baseline: vec![
            Baseline { indicator: "debt".to_owned(), period: "2023".to_owned(), value: Some("12.5".to_owned()) },
            Baseline { indicator: "lonely".to_owned(), period: String::new(), value: None },
        ],
    };
    let second = Adoption { version: 2, reason: Some(Some("New figures".to_owned())), choice: None, ..first.clone() };
    events.push(said("council", What::Adopted(first)));
    events.push(said("council", What::Adopted(second)));
    events.push(said("secretary", What::Withdrawn { id: id("c2"), reason: Some("A misprint".to_owned()) }));
    events
}

fn some_value(form: Form, words: &str) -> Value {
    match form {
        Form::Text => text(words),
        Form::OneOf(known) => word(known[0]),
        Form::Name => word("WK1"),
        Form::Names => Value::Words(vec!["WK1".to_owned(), "WK2".to_owned()]),
        Form::Id(nouns) => Value::Id(Id::new(nouns[0], 1).unwrap()),
        Form::Ids(nouns) => Value::Ids(vec![Id::new(nouns[0], 1).unwrap()]),
        Form::Euros | Form::Posts => Value::Whole(1_234_567),
        Form::Year => Value::Whole(2024),
        Form::Day => word("2024-12-31"),
        Form::Number => word("-12.5"),
    }
}

/// Any value that a field takes.
fn any_value(form: Form) -> BoxedStrategy<Value> {
    let some_id = |nouns: &'static [Noun]| {
        (prop::sample::select(nouns), 1..u32::MAX).prop_map(|(noun, number)| Id::new(noun, number).unwrap())
    };
    // Quotes, line ends, signs above the first plane, and what JSON would escape.
    let words = "[ -~\\n\\tëé→😀\u{2028}\u{7f}\"\\\\]{0,40}[a-z]".prop_filter("shown", |it| !it.contains('\u{7f}'));
    let name = "[!-~é]{1,30}";
    match form {
        Form::Text => words.prop_map(Value::Text).boxed(),
        Form::OneOf(known) => prop::sample::select(known).prop_map(word).boxed(),
        Form::Name => name.prop_map(Value::Word).boxed(),
        Form::Names => prop::collection::vec(name, 0..4).prop_map(Value::Words).boxed(),
        Form::Id(nouns) => some_id(nouns).prop_map(Value::Id).boxed(),
        Form::Ids(nouns) => prop::collection::vec(some_id(nouns), 0..4).prop_map(Value::Ids).boxed(),
        Form::Euros | Form::Posts => {
            prop_oneof![Just(Value::Unknown), (0..=1_000_000_000_000_u64).prop_map(Value::Whole)].boxed()
        }
        Form::Year => (1900..=2200_u64).prop_map(Value::Whole).boxed(),
        Form::Day => "20[0-9]{2}-0[1-9]-[12][0-8]".prop_map(Value::Word).boxed(),
        Form::Number => "-?[0-9]{1,15}(\\.[0-9]{1,15})?".prop_map(Value::Word).boxed(),
    }
}

fn any_entry() -> impl Strategy<Value = Entry> {
    (prop::sample::select(&Noun::ALL[..]), 1..u32::MAX).prop_flat_map(|(noun, number)| {
        let fields: Vec<_> = noun
            .fields()
            .iter()
            .map(|field| {
                let some = any_value(field.form);
                let maybe = match field.needed {
                    Needed::Always => some.prop_map(Some).boxed(),
                    Needed::Maybe => prop::option::of(some).boxed(),
                };
                maybe.prop_map(move |value| value.map(|value| (field.name, value)))
            })
            .collect();
        fields.prop_map(move |values| Entry::new(Id::new(noun, number).unwrap(), values.into_iter().flatten()).unwrap())
    })
}

fn any_event() -> impl Strategy<Value = Event> {
    let words = "[ -~é\\n]{0,30}[a-z]";
    let adoption =
        ("[A-Z0-9]{2,8}", 1..9_u32, prop::option::of(words.prop_map(Some)), prop::option::of("[0-9a-f]{16}"));
    let figure = ("[a-z_]{1,9}", "[0-9]{0,4}", prop::option::of("-?[0-9]{1,4}"));
    let figure = figure.prop_map(|(indicator, period, value)| Baseline { indicator, period, value });
    let adoption = (adoption, prop::collection::vec(figure, 0..4), prop::collection::vec("[0-9a-f]{4}", 0..3));
    let adoption = adoption.prop_map(|((area, version, reason, data), baseline, recipes)| {
        What::Adopted(Adoption { area, version, reason, choice: data.clone(), data, recipes, baseline })
    });
    let withdrawn = (1..99_u32, words).prop_map(|(number, reason)| What::Withdrawn {
        id: Id::new(Noun::Action, number).unwrap(),
        reason: Some(reason),
    });
    let changed = ("[a-z-]{1,20}", "[0-9a-f]{64}", "[A-Z0-9]{2,8}", any::<bool>(), words);
    let changed = changed.prop_map(|(choice, rule, area, inside, reason)| {
        What::ChoiceChanged(ChoiceChange { choice, rule, area, inside, reason: Some(reason) })
    });
    let maybe = || prop::option::of(words.prop_map(Some));
    let act = prop::sample::select(DecisionAct::ALL.to_vec());
    let decided = ("[0-9a-f]{64}", "[0-9a-f]{24}", 1..999_u32, act, words, (maybe(), maybe(), maybe(), maybe()));
    let decided = decided.prop_map(|(document, key, page, act, quote, (seen, changes, reason, note))| {
        let (quote, read) = (Some(quote), Day::parse("2024-02-29").unwrap());
        let decision = StatementDecision { document, key, page, read, act, quote, seen, changes, reason, note };
        What::StatementDecided(Box::new(decision))
    });
    let set = any_entry().prop_map(What::Set);
    let what = prop_oneof![4 => set, 1 => adoption, 1 => withdrawn, 1 => changed, 1 => decided];
    ("20[0-9]{2}-0[1-9]-[12][0-8]", words, what).prop_map(|(day, by, what)| Event {
        recorded: format!("{day}T00:00:00Z"),
        day: Day::parse(&day).unwrap(),
        by: Some(by),
        what,
    })
}

proptest! {
    #[test]
    fn whatever_is_said_is_read_back_as_it_was_said(acts in prop::collection::vec(prop::collection::vec(any_event(), 1..4), 0..4)) {
        let opened = [said("secretary", What::Opened)];
        let mut all: Vec<&[Event]> = vec![&opened];
        all.extend(acts.iter().map(Vec::as_slice));
        let bytes = log_of(&all);
        let (events, head, tail) = read(&bytes).unwrap();
        prop_assert_eq!(events, all.concat());
        prop_assert_eq!((head.events() as usize, tail), (all.concat().len(), None));
    }

    /// A crash leaves any number of bytes of what was being written.
    #[test]
    fn a_log_cut_anywhere_holds_every_act_that_was_whole(cut in 0.0..1.0_f64) {
        let events = every_kind();
        let acts: [&[Event]; 3] = [&events[..1], &events[1..5], &events[5..]];
        let bytes = log_of(&acts);
        let ends: Vec<usize> = (0..=acts.len()).map(|n_acts| log_of(&acts[..n_acts]).len()).collect();
        let cut = (bytes.len() as f64 * cut) as usize;
        let (read_again, head, tail) = read(&bytes[..cut]).unwrap();
        let n_whole = ends.iter().rposition(|end| *end <= cut).unwrap();
        prop_assert_eq!(&read_again, &acts[..n_whole].concat());
        prop_assert_eq!(head.events() as usize, read_again.len());
        prop_assert_eq!(tail.map(|tail| tail.from), (ends[n_whole] < cut).then_some(ends[n_whole]));
        // Healed, it goes on as if nothing had happened.
        let mut healed = bytes[..ends[n_whole]].to_vec();
        let rest = acts[n_whole..].concat();
        healed.extend(append(&rest, head.position(), &mut salts()).0);
        prop_assert_eq!(read(&healed).unwrap().0, events);
    }
}

#[test]
fn every_kind_of_event_and_every_field_is_read_back() {
    let events = every_kind();
    let (again, head, tail) = read(&log_of(&[&events])).unwrap();
    assert_eq!((again.as_slice(), head.events(), tail), (events.as_slice(), events.len() as u64, None));
}

#[test]
fn an_act_that_was_not_finished_counts_for_nothing() {
    let events = every_kind();
    let bytes = log_of(&[&events[..1], &events[1..4]]);
    let ends: Vec<usize> = bytes.iter().enumerate().filter(|(_, byte)| **byte == b'\n').map(|(at, _)| at + 1).collect();
    let (whole, _, tail) = read(&bytes[..ends[2]]).unwrap();
    assert_eq!((whole.len(), tail), (1, Some(Tail { from: ends[0], lines: 2 })));
    // Another act behind half an act is no crash: somebody took lines away.
    let mut other = bytes[..ends[1]].to_vec();
    other.extend_from_slice(&bytes[ends[2]..]);
    assert!(read(&other).is_err());
}

/// Where a log had a head is known for every head it ever had, and for no other.
#[test]
fn a_head_that_was_kept_elsewhere_tells_a_cut_and_a_rewritten_log() {
    let events = every_kind();
    let acts: Vec<&[Event]> = events.chunks(1).collect();
    let bytes = log_of(&acts);
    let kept: Vec<Hash> = (1..=acts.len()).map(|n| read(&log_of(&acts[..n])).unwrap().1.hash()).collect();
    let (_, head, _) = read(&bytes).unwrap();
    for (at, hash) in kept.iter().enumerate() {
        assert_eq!(head.since(*hash), Some(at as u64 + 1));
    }
    let (_, cut, tail) = read(&log_of(&acts[..4])).unwrap();
    assert_eq!((cut.since(kept[5]), cut.since(kept[3]), tail), (None, Some(4), None));
    // Rewritten from line 3 on by somebody who knows the form: sound in itself, and not the log that we knew.
    let mut forged = events.clone();
    forged[2].by = Some("somebody".to_owned());
    let (_, forged, _) = read(&log_of(&forged.chunks(1).collect::<Vec<_>>())).unwrap();
    assert_eq!((forged.since(kept[1]), forged.since(kept[5])), (Some(2), None));
}

#[test]
fn words_that_were_taken_out_are_nowhere_in_the_log_and_the_chain_holds() {
    let secret = "Mevrouw Jansen van nummer 12";
    let words = [("area", word("WK1")), ("words", text(secret)), ("answer", text("Dank voor uw brief"))];
    let reply = Entry::new(id("r1"), words).unwrap();
    let acts = [said("secretary", What::Opened), said("secretary", What::Set(reply))];
    let bytes = log_of(&[&acts]);
    let out = What::Redacted { seq: 2, field: "words".to_owned(), reason: Some("A name of a resident".to_owned()) };
    let mut salt = || Salt([9; 16]);
    let made = redact(&bytes, &said("secretary", out.clone()), &mut salt).unwrap();
    let has = |bytes: &[u8], words: &str| String::from_utf8_lossy(bytes).contains(words);
    assert!(has(&bytes, "Jansen") && !has(&made, "Jansen") && !has(&made, "nummer 12"));
    // The salt is gone as well: nobody can try out which words stood there.
    let salt_of_words = format!("{:032x}", 4);
    assert!(has(&bytes, &salt_of_words) && !has(&made, &salt_of_words), "{}", String::from_utf8_lossy(&bytes));
    let (events, head, tail) = read(&made).unwrap();
    assert_eq!((events.len(), tail), (3, None));
    assert_eq!(head.since(read(&bytes).unwrap().1.hash()), Some(2), "the head from before still holds");
    let reply = State::of(&events).get(id("r1")).cloned().unwrap();
    assert_eq!(reply.value("words"), Some(&Value::Removed));
    assert_eq!(reply.text("answer"), "Dank voor uw brief");
    assert!(redact(&made, &said("secretary", out), &mut salt).is_err(), "they are gone already");
}

#[test]
fn words_that_are_gone_without_an_event_that_says_so_are_missed() {
    let events = every_kind();
    let bytes = log_of(&events.chunks(1).collect::<Vec<_>>());
    let lines: Vec<&str> = std::str::from_utf8(&bytes).unwrap().lines().collect();
    let mut n_tried = 0;
    for (at, line) in lines.iter().enumerate() {
        let (body, open) = line.split_once("\"open\":").unwrap();
        let mut open: serde_json::Map<String, serde_json::Value> =
            serde_json::from_str(open.strip_suffix('}').unwrap()).unwrap();
        let fields: Vec<String> = open.keys().cloned().collect();
        for field in fields {
            let kept = open.shift_remove(&field).unwrap();
            let line = format!("{body}\"open\":{}}}", serde_json::to_string(&open).unwrap());
            let mut others = lines.clone();
            others[at] = &line;
            let error = read((others.join("\n") + "\n").as_bytes()).unwrap_err();
            assert_eq!((error.line, error.damage), (at + 1, Damage::WordsGone), "{field} of {line}");
            open.insert(field, kept);
            open.sort_keys();
            n_tried += 1;
        }
    }
    assert!(n_tried > 30, "{n_tried}");
}

/// Numbers without order, the same ones on every machine: Steele, Lea, Flood, *Fast splittable pseudorandom number
/// generators*, 2014.
struct Draws(u64);

impl Draws {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ (mixed >> 31)) % bound as u64) as usize
    }
}

/// A change of what is stored, as a disk, an editor or somebody with a purpose would make it.
fn changed(bytes: &[u8], random: &mut Draws) -> Option<(String, Vec<u8>)> {
    let mut made = bytes.to_vec();
    let mut lines: Vec<&[u8]> = bytes.split_inclusive(|byte| *byte == b'\n').collect();
    let at = random.below(bytes.len());
    let (one, other) = (random.below(lines.len()), random.below(lines.len()));
    let what = match random.below(7) {
        0 => {
            made[at] ^= 1 << random.below(8);
            format!("a bit of byte {at}")
        }
        1 => {
            made[at] = random.below(256) as u8;
            format!("byte {at}")
        }
        2 => {
            let _ = made.remove(at);
            format!("byte {at} deleted")
        }
        3 => {
            made.insert(at, random.below(256) as u8);
            format!("a byte at {at}")
        }
        4 => {
            made.truncate(at);
            format!("cut at {at}")
        }
        5 => {
            lines.swap(one, other);
            made = lines.concat();
            format!("lines {one} and {other} swapped")
        }
        _ => {
            lines.insert(other, lines[one]);
            made = lines.concat();
            format!("line {one} again at {other}")
        }
    };
    (made != bytes).then_some((what, made))
}

/// The promise of the log: against a head that was kept elsewhere, no change of stored bytes goes unseen.
#[test]
fn a_thousand_random_changes_of_stored_bytes_are_all_found() {
    let events = every_kind();
    let bytes = log_of(&[&events[..1], &events[1..4], &events[4..7], &events[7..]]);
    let (_, kept, _) = read(&bytes).unwrap();
    const SEED: u64 = 4;
    let mut random = Draws(SEED);
    let (mut n_made, mut n_by_line) = (0, 0);
    while n_made < 1_000 {
        let Some((what, made)) = changed(&bytes, &mut random) else { continue };
        n_made += 1;
        match read(&made) {
            Err(_) => n_by_line += 1,
            // Sound in itself: then it is shorter, and never had the head.
            Ok((_, head, _)) => assert_eq!(head.since(kept.hash()), None, "{what}"),
        }
    }
    assert!(n_by_line > 700, "{n_by_line} of {n_made} were found without the head");
}

/// A log of this form, as the first release wrote it. It must be readable for ever: this file is never written anew.
#[test]
fn a_log_of_format_1_stays_readable() {
    const KEPT: &str = include_str!("logs/format-1.jsonl");
    const HEAD: &str = include_str!("logs/format-1.head");
    let (events, head, tail) = read(KEPT.as_bytes()).unwrap();
    assert_eq!((head.hash().to_string().as_str(), tail), (HEAD.trim(), None));
    let kinds: std::collections::BTreeSet<&str> = events.iter().map(|event| event.what.word()).collect();
    assert_eq!(kinds.into_iter().collect::<Vec<_>>(), ["adopted", "opened", "redacted", "set", "withdrawn"]);
    let state = State::of(&events);
    assert_eq!(state.name(id("b1")), "agreed");
    assert_eq!(state.get(id("r1")).unwrap().value("words"), Some(&Value::Removed));
    assert_eq!(state.version("WK1-v2").unwrap().adoption.baseline[0].value.as_deref(), Some("12.5"));
    assert!(ANSWERS.contains(&state.get(id("f1")).unwrap().word("answer").unwrap()));
}

/// Writes what the test above reads, where there is none yet.
#[test]
fn the_log_of_format_1_is_what_we_would_write() {
    let events = every_kind_with(|noun, field| !SINCE_FORM_1.contains(&(noun, field)));
    let bytes = log_of(&[&events[..1], &events[1..4], &events[4..]]);
    let out = What::Redacted { seq: 11, field: "words".to_owned(), reason: Some("A name".to_owned()) };
    let made = redact(&bytes, &said("secretary", out), &mut || Salt([9; 16])).unwrap();
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/logs");
    if std::env::var_os("KAPSTOK_WRITE_LOGS").is_some() {
        std::fs::write(folder.join("format-1.jsonl"), &made).unwrap();
        std::fs::write(folder.join("format-1.head"), format!("{}\n", read(&made).unwrap().1.hash())).unwrap();
    }
    assert_eq!(std::fs::read(folder.join("format-1.jsonl")).unwrap(), made);
}

#[test]
fn a_choice_changed_by_hand_stands_in_the_log_with_its_reason_and_an_older_change_stays() {
    let change = |inside, reason: Option<&str>| {
        let reason = reason.map(str::to_owned);
        let (choice, rule, area) = ("twelve".to_owned(), "ab".repeat(32), "BU1".to_owned());
        said("alderman", What::ChoiceChanged(ChoiceChange { choice, rule, area, inside, reason }))
    };
    let mut events = vec![said("secretary", What::Opened)];
    assert_eq!(State::of(&events).check(&change(true, None)), Err(Misfit::NoReason));
    events.extend([change(true, Some("The bridge joins it")), change(false, Some("The council wanted otherwise"))]);
    let (bytes, _) = append(&events, Position::start(), &mut salts());
    let (back, ..) = read(&bytes).unwrap();
    assert_eq!(back, events);
    let state = State::of(&back);
    let stands: Vec<(bool, u64)> = state.hand_made("twelve").map(|it| (it.change.inside, it.seq)).collect();
    assert_eq!(stands, [(true, 2), (false, 3)]);
    assert_eq!(state.hand_made("another").count(), 0);
    let widened = String::from_utf8(bytes).unwrap().replace("\"act\":\"in\"", "\"act\":\"aside\"");
    assert!(read(widened.as_bytes()).is_err(), "an act that we do not know is no event");
}

#[test]
fn a_later_decision_on_a_statement_stands_beside_the_earlier_one_and_its_words_can_be_taken_out() {
    let decided = |by: &str, act, changes: Option<&str>, reason: Option<&str>| {
        let words = |words: Option<&str>| words.map(|words| Some(words.to_owned()));
        let decision = StatementDecision {
            document: "d0".repeat(32),
            key: "0c".repeat(12),
            page: 4,
            read: Day::parse("2026-11-29").unwrap(),
            act,
            quote: Some("We will look at shops.".to_owned()),
            seen: words(Some("{\"commitment\":\"soft\"}")),
            changes: words(changes),
            reason: words(reason),
            note: None,
        };
        said(by, What::StatementDecided(Box::new(decision)))
    };
    let opened = said("secretary", What::Opened);
    let state = State::of(std::slice::from_ref(&opened));
    for lacking in [DecisionAct::Reject, DecisionAct::Change] {
        assert_eq!(state.check(&decided("reader", lacking, None, None)), Err(Misfit::NoReason));
    }
    let first = decided("reader", DecisionAct::Accept, None, None);
    let second = decided("reader", DecisionAct::Reject, None, Some("Mrs Jansen says that it is no promise"));
    let (bytes, _) = append(&[opened, first, second], Position::start(), &mut salts());
    let (back, ..) = read(&bytes).unwrap();
    let state = State::of(&back);
    let stands: Vec<(&str, u64)> = state.decided(&"d0".repeat(32)).map(|it| (it.decision.act.word(), it.seq)).collect();
    assert_eq!(stands, [("accept", 2), ("reject", 3)]);
    assert_eq!(state.decided("another").count(), 0);
    let out = What::Redacted { seq: 3, field: "reason".to_owned(), reason: Some("a name".to_owned()) };
    let made = redact(&bytes, &said("secretary", out), &mut || Salt([9; 16])).unwrap();
    let (after, ..) = read(&made).unwrap();
    assert!(!String::from_utf8_lossy(&made).contains("Jansen"));
    let What::StatementDecided(taken) = &after[2].what else { panic!("{:?}", after[2]) };
    assert_eq!((taken.act, &taken.reason), (DecisionAct::Reject, &Some(None)));
    let widened = String::from_utf8(bytes).unwrap().replace("\"act\":\"accept\"", "\"act\":\"perhaps\"");
    assert!(read(widened.as_bytes()).is_err(), "an act that we do not know is no event");
}
