// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `kapstok choose`: areas by a written rule, and first of all whom they reach and miss.
//!
//! In: a workspace with a build, and a protocol. Out: text, JSON, or a frozen dossier. The choice itself: `choose/`.

use std::collections::BTreeMap;
use std::io::Write;
use std::path::Path;

use kapstok_find::choose::{Coverage, Jump};
use kapstok_share::number::{figure, percentage};
use kapstok_share::words::Words;
use serde::Serialize;

use crate::build::snapshot;
use crate::choose::dossier::{Dossier, rests_word};
use crate::choose::{Choice, choose};
use crate::cli::{Choose, ChooseWhat};
use crate::failure::Failure;
use crate::problems;

/// A choice as data.
#[derive(Serialize)]
struct AsJson<'a> {
    invented: bool,
    most_lies_outside: bool,
    chosen: Vec<&'a str>,
    objective: f64,
    bound: f64,
    gap: f64,
    reached: BTreeMap<&'a str, f64>,
    missed: BTreeMap<&'a str, f64>,
    not_burdened_inside: BTreeMap<&'a str, f64>,
    rests: BTreeMap<&'a str, &'static str>,
    own_choice: BTreeMap<&'a str, f64>,
    residents_inside: f64,
    residents: f64,
    municipalities: BTreeMap<&'a str, Place>,
    city: Option<Place>,
    rural: Option<Place>,
    cut_off: BTreeMap<&'a str, Option<AtTheCut>>,
    /// Chance of being in, per area: `null` as long as no replications were run.
    probability: Option<BTreeMap<&'a str, f64>>,
    protocol_sha256: String,
}

/// Coverage of a part of the areas as data.
#[derive(Serialize)]
struct Place {
    reached: f64,
    missed: f64,
    residents_inside: f64,
    residents: f64,
    concentration: Option<f64>,
    most_lies_outside: bool,
}

/// The step of a trait at the cut-off as data.
#[derive(Serialize)]
struct AtTheCut {
    jump: f64,
    n_inside: usize,
    n_outside: usize,
    p: f64,
    q: f64,
}

impl From<&Jump> for AtTheCut {
    fn from(it: &Jump) -> Self {
        Self { jump: it.jump, n_inside: it.n_inside, n_outside: it.n_outside, p: it.p, q: it.q }
    }
}

impl From<&Coverage> for Place {
    fn from(it: &Coverage) -> Self {
        Self {
            reached: it.reached,
            missed: it.missed,
            residents_inside: it.residents_inside,
            residents: it.residents,
            concentration: it.concentration(),
            most_lies_outside: it.most_lies_outside(),
        }
    }
}

/// Runs what was typed.
pub(crate) fn run(typed: Choose, words: &Words, out: &mut dyn Write) -> Result<(), Failure> {
    match (typed.what, typed.dir, typed.protocol) {
        (Some(ChooseWhat::Seal { dir, protocol, out: file }), ..) => seal(&dir, &protocol, &file, words, out),
        (Some(ChooseWhat::Verify { dossier }), ..) => verify(&dossier, words, out),
        (None, Some(dir), Some(protocol)) => {
            let snapshot = snapshot::current(&dir)?;
            let (choice, texts) = choose(&dir, &snapshot, &protocol)?;
            problems::print(&choice.doubts, &texts, words, &mut std::io::stderr()).map_err(crate::standard_output)?;
            let invented = snapshot.manifest().invented;
            if typed.json {
                return crate::print_json(&as_json(&choice, invented), out);
            }
            print(&choice, invented, words, out).map_err(crate::standard_output)
        }
        // clap asks for both, or for a command.
        (None, ..) => Err(Failure::Negative),
    }
}

fn seal(dir: &Path, protocol: &Path, file: &Path, words: &Words, out: &mut dyn Write) -> Result<(), Failure> {
    if file.exists() {
        return Err(Failure::Exists { path: file.to_owned() });
    }
    let snapshot = snapshot::current(dir)?;
    let (choice, texts) = choose(dir, &snapshot, protocol)?;
    problems::print(&choice.doubts, &texts, words, &mut std::io::stderr()).map_err(crate::standard_output)?;
    let store = |error: serde_json::Error| Failure::store(file, error);
    let dossier = Dossier::of(&choice, snapshot.id(), snapshot.manifest()).map_err(store)?;
    std::fs::write(file, dossier.line().map_err(store)?).map_err(|error| Failure::io(file, error))?;
    let facts = [("file", &*file.display().to_string()), ("hash", &dossier.sha256)];
    writeln!(out, "{}", words.say("choose-sealed", &facts)).map_err(crate::standard_output)
}

fn verify(file: &Path, words: &Words, out: &mut dyn Write) -> Result<(), Failure> {
    let bytes = std::fs::read(file).map_err(|error| Failure::io(file, error))?;
    let name = file.display().to_string();
    match Dossier::verify(&bytes) {
        Ok(dossier) => {
            let facts = [("file", &*name), ("hash", &dossier.sha256)];
            writeln!(out, "{}", words.say("choose-verified", &facts)).map_err(crate::standard_output)
        }
        Err(fault) => {
            let why = words.say(&format!("choose-fault-{}", fault.word()), &[]);
            writeln!(out, "{}", words.say("choose-not-verified", &[("file", &name), ("why", &why)]))
                .map_err(crate::standard_output)?;
            Err(Failure::Negative)
        }
    }
}

fn as_json(choice: &Choice, invented: bool) -> AsJson<'_> {
    let domains = || choice.domains.iter().zip(&choice.coverage.domains);
    let (city, rural) = match &choice.city_and_rural {
        Some((city, rural)) => (Some(city.into()), Some(rural.into())),
        None => (None, None),
    };
    AsJson {
        invented,
        most_lies_outside: choice.coverage.most_lies_outside(),
        chosen: choice.chosen.areas.iter().map(|area| choice.codes[*area].as_str()).collect(),
        objective: choice.chosen.objective,
        bound: choice.chosen.bound,
        gap: choice.chosen.gap(),
        reached: choice.people(true),
        missed: choice.people(false),
        not_burdened_inside: domains().map(|((id, _), it)| (id.as_str(), it.not_burdened_inside)).collect(),
        rests: choice.domains.iter().map(|(id, counted)| (id.as_str(), rests_word(counted.rests))).collect(),
        own_choice: choice.domains.iter().zip(&choice.own_choice).map(|((id, _), own)| (id.as_str(), *own)).collect(),
        residents_inside: choice.coverage.residents_inside,
        residents: choice.coverage.residents,
        municipalities: choice.municipalities.iter().map(|(name, it)| (name.as_str(), it.into())).collect(),
        city,
        rural,
        cut_off: choice.cut_off.iter().map(|(id, jump)| (id.as_str(), jump.as_ref().map(AtTheCut::from))).collect(),
        probability: None,
        protocol_sha256: choice.protocol_sha256(),
    }
}

fn print(choice: &Choice, invented: bool, words: &Words, out: &mut dyn Write) -> std::io::Result<()> {
    let people = |number: f64| figure(number, 0, words.language);
    let percent =
        |part: f64, whole: f64| if whole > 0.0 { percentage(part / whole, words.language) } else { "-".to_owned() };
    let said = |it: &Coverage| {
        let all = it.reached + it.missed;
        [
            ("reached", percent(it.reached, all)),
            ("missed", percent(it.missed, all)),
            ("inside", percent(it.residents_inside, it.residents)),
        ]
    };
    let line = |key: &str, name: &str, it: &Coverage| {
        let facts = said(it);
        let facts = facts.iter().map(|(key, value)| (*key, value.as_str())).chain([("name", name)]);
        words.say(key, &facts.collect::<Vec<_>>())
    };
    let first = if choice.coverage.most_lies_outside() { "choose-not-by-area" } else { "choose-by-area" };
    writeln!(out, "{}", line(first, "", &choice.coverage))?;
    if invented {
        writeln!(out, "{}", words.say("invented", &[]))?;
    }
    writeln!(out, "\n{}", words.say("choose-domains", &[]))?;
    let figures = choice.domains.iter().zip(&choice.coverage.domains).zip(&choice.own_choice);
    for (((id, counted), it), own) in figures {
        let key = format!("domain-{id}");
        let name = Some(words.say(&key, &[])).filter(|name| *name != key).unwrap_or_else(|| id.clone());
        let rests = words.say(&format!("choose-rests-{}", rests_word(counted.rests)), &[]);
        let facts = [
            ("domain", name),
            ("reached", people(it.reached)),
            ("missed", people(it.missed)),
            ("other", people(it.not_burdened_inside)),
            ("own", people(*own)),
            ("unknown", it.n_unknown.to_string()),
            ("rests", rests),
        ];
        let facts: Vec<(&str, &str)> = facts.iter().map(|(key, value)| (*key, value.as_str())).collect();
        writeln!(out, "  {}", words.say("choose-domain", &facts))?;
    }
    writeln!(out, "  {}", words.say("choose-twice", &[]))?;
    for (name, it) in &choice.municipalities {
        writeln!(out, "  {}", line("choose-place", name, it))?;
    }
    if let Some((city, rural)) = &choice.city_and_rural {
        writeln!(out, "  {}", line("choose-place", &words.say("choose-city", &[]), city))?;
        writeln!(out, "  {}", line("choose-place", &words.say("choose-rural", &[]), rural))?;
    }
    let chosen = &choice.chosen;
    let facts = [("n", &*chosen.areas.len().to_string()), ("objective", &people(chosen.objective))];
    writeln!(out, "\n{}", words.say("choose-areas", &facts))?;
    for area in &chosen.areas {
        let residents = choice.residents[*area].map(people).unwrap_or_default();
        let counts = choice.benefit[*area].map(people).unwrap_or_default();
        let facts = [("residents", &*residents), ("counts", &counts)];
        let said = words.say("choose-area", &facts);
        writeln!(out, "  {} {}: {said}", choice.codes[*area], choice.names[*area])?;
    }
    let gap = percentage(chosen.gap(), words.language);
    let key = if chosen.gap() > 0.0 { "choose-gap" } else { "choose-proved" };
    writeln!(out, "{}", words.say(key, &[("gap", &gap), ("bound", &people(chosen.bound))]))?;
    for (key, ruled) in
        [("choose-put-in", &choice.protocol.must_be_in), ("choose-put-out", &choice.protocol.must_be_out)]
    {
        for it in ruled {
            writeln!(out, "{}", words.say(key, &[("area", &it.area), ("reason", &it.reason)]))?;
        }
    }
    print_cut_off(choice, words, out)?;
    writeln!(out, "{}", words.say("choose-no-chance", &[]))?;
    writeln!(out, "{}", words.say("choose-rule-hash", &[("hash", &choice.protocol_sha256())]))
}

fn print_cut_off(choice: &Choice, words: &Words, out: &mut dyn Write) -> std::io::Result<()> {
    for (id, jump) in &choice.cut_off {
        let said = match jump {
            None => words.say("choose-cut-few", &[("name", id)]),
            Some(jump) => {
                let number = |value: f64, decimals: usize| figure(value, decimals, words.language);
                let facts = [
                    ("name", id.clone()),
                    ("jump", number(jump.jump, 1)),
                    ("inside", jump.n_inside.to_string()),
                    ("outside", jump.n_outside.to_string()),
                    ("q", number(jump.q, 3)),
                ];
                let facts: Vec<(&str, &str)> = facts.iter().map(|(key, value)| (*key, value.as_str())).collect();
                words.say(if jump.q <= 0.05 { "choose-cut-jumps" } else { "choose-cut-none" }, &facts)
            }
        };
        writeln!(out, "{said}")?;
    }
    Ok(())
}
