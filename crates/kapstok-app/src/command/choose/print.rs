// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! A choice as text: first whom it reaches and misses, then which areas, how sure, and what was changed by hand.

use std::io::Write;

use kapstok_share::words::Words;

use super::said::Said;
use crate::choose::Choice;

/// How many areas just outside are named.
const JUST_OUTSIDE: usize = 5;

pub(super) fn print(choice: &Choice, invented: bool, words: &Words, out: &mut dyn Write) -> std::io::Result<()> {
    let said = Said { choice, words };
    writeln!(out, "{}", said.first())?;
    if invented {
        writeln!(out, "{}", words.say("invented", &[]))?;
    }
    writeln!(out, "\n{}", words.say("choose-domains", &[]))?;
    indented(&said.domains(), out)?;
    writeln!(out, "  {}", words.say("choose-twice", &[]))?;
    indented(&said.places(), out)?;
    areas(said, out)?;
    for line in said.without_figure().iter().chain(&said.ruled()).chain(&said.changes()) {
        writeln!(out, "{line}")?;
    }
    writeln!(out, "\n{}", words.say("choose-how-sure", &[]))?;
    indented(&[said.proof(), said.replications()], out)?;
    let outside = said.just_outside(JUST_OUTSIDE);
    if !outside.is_empty() {
        writeln!(out, "  {}", words.say("choose-just-outside", &[]))?;
        for area in outside {
            writeln!(out, "    {}", said.area(area))?;
        }
    }
    indented(&said.others(), out)?;
    indented(&said.cut_off(), out)?;
    writeln!(out, "\n{}", words.say("choose-rule-hash", &[("hash", &choice.protocol_sha256())]))
}

fn indented(lines: &[String], out: &mut dyn Write) -> std::io::Result<()> {
    lines.iter().try_for_each(|line| writeln!(out, "  {line}"))
}

fn areas(said: Said<'_>, out: &mut dyn Write) -> std::io::Result<()> {
    let choice = said.choice;
    let chosen = choice.chosen();
    let facts = [("n", chosen.len().to_string()), ("objective", said.people(choice.objective()))];
    writeln!(out, "\n{}", said.say("choose-areas", &facts))?;
    let is_of_sets = choice.by_rule.sets.iter().any(|set| set.len() > 1);
    if !is_of_sets || !choice.is_by_rule() {
        return chosen.iter().try_for_each(|area| writeln!(out, "  {}", said.area(*area)));
    }
    for (number, set) in choice.by_rule.sets.iter().enumerate() {
        let people = set.iter().filter_map(|area| choice.residents[*area]).fold(0.0, |sum, it| sum + it);
        let facts =
            [("number", (number + 1).to_string()), ("n", set.len().to_string()), ("residents", said.people(people))];
        writeln!(out, "  {}", said.say("choose-set", &facts))?;
        set.iter().try_for_each(|area| writeln!(out, "    {}", said.area(*area)))?;
    }
    Ok(())
}
