// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The budget of the log: 100,000 events, read, verified to the byte, and made into what is agreed, in 0.5 s by the clock.
//!
//! `cargo bench -p kapstok-agenda`. `state_alone` is the part that is not reading.

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use kapstok_agenda::day::Day;
use kapstok_agenda::entry::{Entry, Id, Noun, Value};
use kapstok_agenda::event::{Event, What};
use kapstok_agenda::log::{Position, Salt, append, read};
use kapstok_agenda::state::State;

const N_EVENTS: u32 = 100_000;

/// Burdens, actions that work on them, their money, and every tenth action said anew.
fn events() -> Option<Vec<Event>> {
    let day = Day::parse("2024-03-18")?;
    let said =
        |what| Event { day, recorded: "2024-03-18T09:30:00Z".to_owned(), by: Some("secretary".to_owned()), what };
    let word = |text: &str| Value::Word(text.to_owned());
    let text = |text: String| Value::Text(text);
    let mut events = vec![said(What::Opened)];
    for at in 0..N_EVENTS - 1 {
        let number = at / 4 + 1;
        let area = format!("WK99{:04}", number % 300);
        let entry = match at % 4 {
            0 => Entry::new(
                Id::new(Noun::Burden, number)?,
                [
                    ("area", word(&area)),
                    ("side", word("burden")),
                    ("name", text(format!("Problematische schulden bij jonge gezinnen, {number}"))),
                    ("domain", word("debt")),
                    ("indicator", word("problematische_schulden")),
                ],
            ),
            1 => Entry::new(
                Id::new(Noun::Action, number)?,
                [
                    ("area", word(&area)),
                    ("name", text(format!("Schuldhulp aan de keukentafel, met de huisarts, {number}"))),
                    ("works_on", Value::Ids(vec![Id::new(Noun::Burden, number)?])),
                    ("until", word("2026-12-31")),
                ],
            ),
            2 => Entry::new(
                Id::new(Noun::Capacity, number)?,
                [
                    ("area", word(&area)),
                    ("action", Value::Id(Id::new(Noun::Action, number)?)),
                    ("euros", Value::Whole(u64::from(number) * 100)),
                    ("posts", Value::Unknown),
                    ("year", Value::Whole(2025)),
                    ("stage", word("planned")),
                ],
            ),
            _ => Entry::new(
                Id::new(Noun::Action, number)?,
                [("area", word(&area)), ("name", text(format!("Schuldhulp op school, {number}")))],
            ),
        };
        events.push(said(What::Set(entry.ok()?)));
    }
    Some(events)
}

fn bench(criterion: &mut Criterion) {
    let Some(events) = events() else { return };
    let mut drawn = 0_u128;
    let mut salt = || {
        drawn += 1;
        Salt(drawn.to_be_bytes())
    };
    let (mut bytes, mut position) = (Vec::new(), Position::start());
    for act in events.chunks(100) {
        let (more, after) = append(act, position, &mut salt);
        bytes.extend(more);
        position = after;
    }
    let mut group = criterion.benchmark_group("log");
    group.sample_size(10);
    group.bench_function("100000_events_read_and_state", |bench| {
        bench.iter(|| {
            let (events, head, _) = read(black_box(&bytes)).ok()?;
            Some((State::of(&events).events(), head.hash()))
        });
    });
    group.bench_function("100000_events_state_alone", |bench| bench.iter(|| State::of(black_box(&events)).events()));
    group.finish();
}

criterion_group!(benches, bench);
criterion_main!(benches);
