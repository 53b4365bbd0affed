// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The coalition agreement of 2021, where it is at hand (`KAPSTOK_DATA`, or `../shared/data` beside the checkout): its
//! words as others counted them, and its framing against sentences that somebody annotated. Without the files each test
//! says what it did not run.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::OnceLock;

use kapstok_read::count::{count, words};
use kapstok_read::framing::{Framing, FramingKind, Prior, framings};
use kapstok_read::lexicon::{Mentions, Reason, mentions};
use kapstok_read::{Document, Limits, Recipe, Unit, UnitKind, extract, units};
use serde_json::Value;

fn data(name: &str) -> Option<Vec<u8>> {
    let beside = || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data");
    let root = std::env::var_os("KAPSTOK_DATA").map_or_else(beside, PathBuf::from);
    let found = std::fs::read(root.join("policy").join(name)).ok();
    if found.is_none() {
        println!("not run: policy/{name} is not at hand");
    }
    found
}

struct Read {
    recipe: Recipe,
    units: Vec<Unit>,
    mentions: Mentions,
}

fn read() -> Option<&'static Read> {
    static READ: OnceLock<Option<Read>> = OnceLock::new();
    READ.get_or_init(|| {
        let bytes = data("coalitieakkoord-2021-2025.pdf")?;
        let (recipe, lints) = Recipe::parse(include_str!("../../../../recipes/read-nl-coalition/recipe.toml"));
        assert_eq!(lints, []);
        let recipe = recipe.unwrap();
        let units = units(&Document::of(extract(&bytes, &Limits::default()).unwrap(), &recipe), &recipe);
        let mentions = mentions(&units, &recipe);
        Some(Read { recipe, units, mentions })
    })
    .as_ref()
}

fn lines(name: &str) -> Option<Vec<Value>> {
    let bytes = data(name)?;
    let text = String::from_utf8(bytes).unwrap();
    Some(text.lines().map(|line| serde_json::from_str(line).unwrap()).collect())
}

fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Sentences of the list by their words: number and position of our unit.
fn numbers(read: &Read) -> Option<BTreeMap<usize, u64>> {
    let known: Vec<Value> = serde_json::from_slice(&data("sentences.json")?).unwrap();
    let mut ours: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (index, unit) in read.units.iter().enumerate().rev() {
        if matches!(unit.kind, UnitKind::Sentence(_)) {
            ours.entry(plain(unit.place.quote())).or_default().push(index);
        }
    }
    let mut found = BTreeMap::new();
    for row in &known {
        if let Some(index) = ours.get_mut(&plain(row["sentence"].as_str().unwrap())).and_then(Vec::pop) {
            found.insert(index, row["id"].as_u64().unwrap());
        }
    }
    Some(found)
}

/// Precision, recall and F1 of what was found, printed with the numbers that they are made of.
fn f1(what: &str, right: usize, found: usize, known: usize) -> f64 {
    let (precision, recall) = (right as f64 / found as f64, right as f64 / known as f64);
    let f1 = 2.0 * precision * recall / (precision + recall);
    println!("{what}: P {precision:.3} ({right} of {found}), R {recall:.3} ({right} of {known}), F1 {f1:.3}");
    f1
}

#[test]
fn its_words_are_counted_as_others_counted_them() {
    let Some(read) = read() else { return };
    let n = |typed: &str| count(&read.units, &read.recipe, typed).unwrap().hits.len();
    let cases = [
        ("wijkaanpak", 1),
        ("wijkenaanpak", 1),
        ("programma leefbaarheid en veiligheid", 1),
        ("kwetsbare wijken", 3),
        ("wijkniveau", 1),
        ("buurt", 1),
        ("gebiedsgericht*", 3),
        ("per gebied", 1),
        ("verstedelijkingsgebieden", 3),
        ("krimpregio*", 2),
        ("regio deals", 1),
        ("huiselijk geweld", 0),
        ("*wijk*", 9),
        ("*stapel*", 4),
    ];
    for (typed, expected) in cases {
        assert_eq!(n(typed), expected, "{typed}");
    }
    println!("counts: {} passed, 0 failed", cases.len());
    let total = words(&read.units);
    let rate = count(&read.units, &read.recipe, "wijk|wijken").unwrap().per_ten_thousand().unwrap();
    println!("words: {} in all units, {} in sentences; wijk(en) {rate:.1} per 10,000", total.all, total.in_sentences);
}

#[test]
fn wijkaanpak_stands_once_under_prevention_with_wijkenaanpak_in_the_same_item() {
    let Some(read) = read() else { return };
    let found = count(&read.units, &read.recipe, "wijkaanpak").unwrap();
    let place = |unit: usize| &read.units[unit];
    let near: Vec<(&str, usize)> = found.near.iter().map(|near| (near.form.as_str(), near.hits.len())).collect();
    assert_eq!((found.hits.len(), near.as_slice()), (1, &[("wijkenaanpak", 1)][..]));
    let (one, other) = (place(found.hits[0].unit), place(found.near[0].hits[0].unit));
    assert_eq!(one.block, other.block);
    for unit in [one, other] {
        assert_eq!(unit.place.printed(), Some("17"));
        assert_eq!(
            unit.place.section().iter().map(|name| &**name).collect::<Vec<_>>(),
            ["3. Veiligheid en sterke samenleving", "Preventie"]
        );
    }
}

#[test]
fn nine_false_friends_are_listed_with_their_rule() {
    let Some(read) = read() else { return };
    let entry = |key: &str| read.recipe.lexicon.entries.iter().position(|entry| entry.key == key).unwrap();
    let wijk = entry("wijk");
    let excluded: Vec<(String, String)> = read
        .mentions
        .excluded
        .iter()
        .filter_map(|one| match &one.reason {
            Reason::Rule(rule) => {
                let unit = &read.units[one.mention.unit];
                Some((unit.place.quote()[one.mention.span.clone()].to_lowercase(), rule.clone()))
            }
            _ => None,
        })
        .collect();
    excluded.iter().for_each(|(word, rule)| println!("excluded: {word} by {rule}"));
    let mut friends: Vec<&str> = excluded
        .iter()
        .map(|(word, _)| word.as_str())
        .filter(|word| word.contains("wijk") || word.contains("buurt"))
        .collect();
    friends.sort_unstable();
    let expected = [
        "afwijkingen",
        "belastingontwijking",
        "belastingontwijking",
        "buurtrechtspraak",
        "wijkagent",
        "wijkagent",
        "wijkagenten",
        "wijken",
        "wijkverpleging",
    ];
    assert_eq!(friends, expected);
    // The string itself: 17 times, 8 of them false friends.
    let raw: usize = read.units.iter().map(|unit| unit.place.quote().to_lowercase().matches("wijk").count()).sum();
    let hits = read.mentions.hits.iter().filter(|hit| hit.entry == wijk).count();
    let out: Vec<&Reason> =
        read.mentions.excluded.iter().filter(|one| one.mention.entry == wijk).map(|one| &one.reason).collect();
    let ruled = out.iter().filter(|reason| matches!(reason, Reason::Rule(_))).count();
    assert_eq!((raw, hits + out.len(), ruled), (17, 17, 8));
    let typed = count(&read.units, &read.recipe, "wijk").unwrap();
    let near: usize = typed.near.iter().map(|near| near.hits.len()).sum();
    assert_eq!((typed.hits.len(), typed.excluded.len(), near), (1, 8, 8));
}

#[test]
fn eight_of_its_sentences_are_framed_by_neighbourhood_five_of_them_in_the_safety_chapter() {
    let Some(read) = read() else { return };
    let Some(numbers) = numbers(read) else { return };
    let found = framings(&read.units, &read.mentions, &read.recipe, Prior::Headings);
    let scale = |framing: &Framing| framing.scale().map(|scale| read.recipe.lexicon.scales[scale].id.as_str());
    let mut by_scale: BTreeMap<&str, Vec<u64>> = BTreeMap::new();
    for framing in &found {
        if let Some(scale) = scale(framing) {
            by_scale.entry(scale).or_default().push(numbers.get(&framing.unit).copied().unwrap_or(0));
        }
    }
    println!("{by_scale:?}");
    assert_eq!(by_scale["wijk"], [243, 346, 458, 468, 470, 471, 487, 528]);
    let in_chapter = |mark: &str| {
        let of = |framing: &&Framing| {
            scale(framing) == Some("wijk") && read.units[framing.unit].place.section()[0].starts_with(mark)
        };
        found.iter().filter(of).count()
    };
    assert_eq!((in_chapter("3."), in_chapter("6.")), (5, 0));
    let mut kinds: BTreeMap<FramingKind, usize> = BTreeMap::new();
    found.iter().for_each(|framing| *kinds.entry(framing.kind(&read.recipe)).or_default() += 1);
    println!("{kinds:?}");
}

#[test]
fn its_framing_is_that_of_the_annotated_sentences() {
    let Some(read) = read() else { return };
    let (Some(numbers), Some(gold)) = (numbers(read), lines("gold-2021.jsonl")) else { return };
    let by_id: BTreeMap<u64, usize> = numbers.iter().map(|(unit, id)| (*id, *unit)).collect();
    let mut best = 0.0_f64;
    for prior in [Prior::Words, Prior::Headings] {
        let framings = framings(&read.units, &read.mentions, &read.recipe, prior);
        let of = |unit: usize| framings.iter().find(|framing| framing.unit == unit).unwrap();
        let (mut area, mut scales, mut domains, mut exact, mut n) = ([0; 3], 0, [0; 3], 0, 0);
        let mut each: BTreeMap<String, [usize; 3]> = BTreeMap::new();
        for row in &gold {
            let id: u64 = row["id"].as_str().unwrap().rsplit('-').next().unwrap().parse().unwrap();
            let Some(unit) = by_id.get(&id) else {
                println!("not found: id {id}");
                continue;
            };
            n += 1;
            let framing = of(*unit);
            let known = row["area_framed"].as_bool().unwrap();
            let ours = !framing.areas.is_empty();
            [known && ours, ours, known].iter().zip(&mut area).for_each(|(is, n)| *n += usize::from(*is));
            let scale = framing.scale().map(|scale| read.recipe.lexicon.scales[scale].id.as_str());
            scales += usize::from(known && scale == row["area_scale"].as_str());
            let known: BTreeSet<&str> =
                row["domains"].as_array().unwrap().iter().map(|id| id.as_str().unwrap()).collect();
            let ours: BTreeSet<&str> =
                framing.domain_set().into_iter().map(|index| read.recipe.domains.all[index].id.as_str()).collect();
            let counts = [known.intersection(&ours).count(), ours.len(), known.len()];
            counts.iter().zip(&mut domains).for_each(|(more, n)| *n += more);
            exact += usize::from(known == ours);
            for id in known.union(&ours) {
                let row = each.entry((*id).to_owned()).or_default();
                row[0] += usize::from(known.contains(id) && ours.contains(id));
                row[1] += usize::from(ours.contains(id));
                row[2] += usize::from(known.contains(id));
            }
            if std::env::var_os("KAPSTOK_SHOW").is_some() && known != ours && prior == Prior::Headings {
                println!("id {id}: known {known:?}, ours {ours:?}");
            }
        }
        println!("n {n}, {prior:?}");
        let area_f1 = f1("  area framing", area[0], area[1], area[2]);
        println!("  scale: {scales} of {}", area[2]);
        best = f1("  domains", domains[0], domains[1], domains[2]);
        println!("  exact sets: {exact} of {n}");
        each.iter().for_each(|(id, [right, found, known])| {
            f1(&format!("    {id}"), *right, *found, *known);
        });
        assert!(area_f1 >= 0.93 && scales == area[2]);
    }
    assert!(best >= 0.75, "domains with headings: {best}");
}
