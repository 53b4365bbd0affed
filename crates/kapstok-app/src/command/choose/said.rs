// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! A choice in sentences, alike on a terminal and on paper.

use kapstok_agenda::state::HandMade;
use kapstok_find::choose::Coverage;
use kapstok_share::number::{figure, grouped, percentage};
use kapstok_share::words::Words;

use crate::choose::dossier::rests_word;
use crate::choose::{Choice, CutOff};

/// A choice and the words for it.
#[derive(Clone, Copy)]
pub(super) struct Said<'a> {
    pub(super) choice: &'a Choice,
    pub(super) words: &'a Words,
}

impl Said<'_> {
    pub(super) fn say(self, key: &str, facts: &[(&str, String)]) -> String {
        let facts: Vec<(&str, &str)> = facts.iter().map(|(key, value)| (*key, value.as_str())).collect();
        self.words.say(key, &facts)
    }

    pub(super) fn people(self, number: f64) -> String {
        grouped(&figure(number, 0, self.words.language), self.words.language)
    }

    fn percent(self, part: f64, whole: f64) -> String {
        if whole > 0.0 { percentage(part / whole, self.words.language) } else { "-".to_owned() }
    }

    /// Whom some areas reach and miss.
    pub(super) fn coverage(self, key: &str, name: &str, it: &Coverage) -> String {
        let all = it.reached + it.missed;
        let facts = [
            ("name", name.to_owned()),
            ("reached", self.percent(it.reached, all)),
            ("missed", self.percent(it.missed, all)),
            ("inside", self.percent(it.residents_inside, it.residents)),
        ];
        self.say(key, &facts)
    }

    /// The first line: whom the choice reaches and misses.
    pub(super) fn first(self) -> String {
        let key = if self.choice.coverage.most_lies_outside() { "choose-not-by-area" } else { "choose-by-area" };
        self.coverage(key, "", &self.choice.coverage)
    }

    /// The name of a domain.
    pub(super) fn domain(self, id: &str) -> String {
        let key = format!("domain-{id}");
        Some(self.words.say(&key, &[])).filter(|name| *name != key).unwrap_or_else(|| id.to_owned())
    }

    /// One line per domain.
    pub(super) fn domains(self) -> Vec<String> {
        let choice = self.choice;
        let figures = choice.domains.iter().zip(&choice.coverage.domains).zip(&choice.own_choice);
        let line = |(((id, counted), it), own): (
            (&(String, kapstok_find::choose::Counted), &kapstok_find::choose::DomainCoverage),
            &f64,
        )| {
            let facts = [
                ("domain", self.domain(id)),
                ("reached", self.people(it.reached)),
                ("missed", self.people(it.missed)),
                ("other", self.people(it.not_burdened_inside)),
                ("own", self.people(*own)),
                ("unknown", it.n_unknown.to_string()),
                ("rests", self.words.say(&format!("choose-rests-{}", rests_word(counted.rests)), &[])),
            ];
            self.say("choose-domain", &facts)
        };
        figures.map(line).collect()
    }

    /// Per municipality, and cities beside the others.
    pub(super) fn places(self) -> Vec<String> {
        let choice = self.choice;
        let mut lines: Vec<String> =
            choice.municipalities.iter().map(|(name, it)| self.coverage("choose-place", name, it)).collect();
        if let Some((city, rural)) = &choice.city_and_rural {
            lines.push(self.coverage("choose-place", &self.words.say("choose-city", &[]), city));
            lines.push(self.coverage("choose-place", &self.words.say("choose-rural", &[]), rural));
        }
        lines
    }

    /// One area: residents, what it counts for, its chance of being in.
    pub(super) fn area(self, area: usize) -> String {
        let choice = self.choice;
        let facts = [
            ("residents", choice.residents[area].map(|it| self.people(it)).unwrap_or_default()),
            ("counts", choice.benefit[area].map(|it| self.people(it)).unwrap_or_default()),
            ("chance", self.chance(area).unwrap_or_default()),
        ];
        let key = if choice.chances.is_some() { "choose-area-chance" } else { "choose-area" };
        format!("{} {}: {}", choice.codes[area], choice.names[area], self.say(key, &facts))
    }

    /// The chance of an area to be in.
    pub(super) fn chance(self, area: usize) -> Option<String> {
        let chances = self.choice.chances.as_ref().filter(|_| self.choice.benefit[area].is_some())?;
        Some(kapstok_share::sure::chance(chances.of[area], self.words.language))
    }

    /// Areas outside with the highest chance of having been in, at most `n`; the least chance is one in twenty.
    pub(super) fn just_outside(self, n: usize) -> Vec<usize> {
        let Some(chances) = &self.choice.chances else { return Vec::new() };
        let outside = |area: &usize| !self.choice.inside[*area] && chances.of[*area] >= 0.05;
        let mut areas: Vec<usize> = (0..self.choice.codes.len()).filter(outside).collect();
        areas.sort_by(|one, other| chances.of[*other].total_cmp(&chances.of[*one]).then(one.cmp(other)));
        areas.truncate(n);
        areas
    }

    /// How sure it is that no better choice exists.
    pub(super) fn proof(self) -> String {
        let by_rule = &self.choice.by_rule;
        let above = if by_rule.objective > 0.0 { by_rule.bound / by_rule.objective - 1.0 } else { 0.0 };
        let facts = [("gap", percentage(above, self.words.language)), ("bound", self.people(by_rule.bound))];
        self.say(if by_rule.gap() > 0.0 { "choose-gap" } else { "choose-proved" }, &facts)
    }

    /// How many other choices do nearly as well, and what connection costs.
    pub(super) fn others(self) -> Vec<String> {
        let choice = self.choice;
        let mut lines = Vec::new();
        if let Some(apart) = &choice.unconnected {
            let more =
                if choice.by_rule.objective > 0.0 { apart.objective / choice.by_rule.objective - 1.0 } else { 0.0 };
            let facts = [("sum", self.people(apart.objective)), ("more", percentage(more, self.words.language))];
            lines.push(self.say("choose-unconnected", &facts));
        }
        let n = choice.alternatives.len();
        lines.push(self.say("choose-alternatives", &[("n", n.to_string())]));
        if n > 0 {
            let in_all = |area: &usize| choice.alternatives.iter().all(|(other, _)| other.areas().contains(area));
            let areas = choice.by_rule.areas();
            let facts =
                [("n", areas.iter().filter(|area| in_all(area)).count().to_string()), ("of", areas.len().to_string())];
            lines.push(self.say("choose-in-all", &facts));
        }
        lines
    }

    /// How often was chosen again.
    pub(super) fn replications(self) -> String {
        match &self.choice.chances {
            None => self.words.say("choose-no-chance", &[]),
            Some(chances) => {
                let facts = [
                    ("n", self.people(f64::from(chances.replications))),
                    ("seed", self.choice.seed.to_string()),
                    ("without", chances.n_without.to_string()),
                ];
                self.say(if chances.n_without > 0 { "choose-chance-without" } else { "choose-chance" }, &facts)
            }
        }
    }

    /// Areas that cannot be chosen for want of a figure.
    pub(super) fn without_figure(self) -> Option<String> {
        let areas: Vec<&str> = self.choice.without_figure().map(|area| self.choice.codes[area].as_str()).collect();
        (!areas.is_empty()).then(|| self.say("choose-without-figure", &[("areas", areas.join(", "))]))
    }

    /// What the rule itself puts in or out, and why.
    pub(super) fn ruled(self) -> Vec<String> {
        let protocol = &self.choice.protocol;
        let both = [("choose-put-in", &protocol.must_be_in), ("choose-put-out", &protocol.must_be_out)];
        let line = |key, it: &kapstok_find::choose::RuledArea| {
            self.say(key, &[("area", it.area.clone()), ("reason", it.reason.clone())])
        };
        both.into_iter().flat_map(|(key, list)| list.iter().map(move |it| line(key, it))).collect()
    }

    /// Changes by hand, oldest first.
    pub(super) fn changes(self) -> Vec<String> {
        let removed = || self.words.say("agenda-removed", &[]);
        let line = |it: &HandMade| {
            let facts = [
                ("area", it.change.area.clone()),
                ("reason", it.change.reason.clone().unwrap_or_else(removed)),
                ("by", it.by.clone().unwrap_or_else(removed)),
                ("day", kapstok_share::day::day(&it.day.to_string(), self.words)),
                ("event", it.seq.to_string()),
            ];
            self.say(if it.change.inside { "choose-hand-in" } else { "choose-hand-out" }, &facts)
        };
        let mut lines: Vec<String> = self.choice.changes.iter().map(line).collect();
        if !lines.is_empty() {
            lines.push(self.coverage("choose-without-changes", "", &self.choice.coverage_by_rule));
        }
        lines
    }

    /// Protected traits at the cut-off.
    pub(super) fn cut_off(self) -> Vec<String> {
        let traits = match &self.choice.cut_off {
            CutOff::NoLine => return vec![self.words.say("choose-cut-no-line", &[])],
            CutOff::Line(traits) => traits,
        };
        let line = |(id, jump): &(String, Option<kapstok_find::choose::Jump>)| match jump {
            None => self.say("choose-cut-few", &[("name", id.clone())]),
            Some(jump) => {
                let number = |value: f64, decimals: usize| figure(value, decimals, self.words.language);
                let facts = [
                    ("name", id.clone()),
                    ("jump", number(jump.jump, 1)),
                    ("inside", jump.n_inside.to_string()),
                    ("outside", jump.n_outside.to_string()),
                    ("q", number(jump.q, 3)),
                ];
                self.say(if jump.q <= 0.05 { "choose-cut-jumps" } else { "choose-cut-none" }, &facts)
            }
        };
        traits.iter().map(line).collect()
    }
}

impl Said<'_> {
    /// The rule in plain words.
    pub(super) fn rule(self) -> Vec<String> {
        let protocol = &self.choice.protocol;
        let mut lines = vec![self.words.say(&format!("note-counts-{}", counts_word(protocol)), &[])];
        let domains: Vec<String> = self.choice.domains.iter().map(|(id, _)| self.domain(id)).collect();
        lines.push(self.say("note-of-domains", &[("domains", domains.join(", "))]));
        let number = |value: f64| self.people(value);
        let connected = protocol.budget.connected == kapstok_find::choose::Connected::Yes;
        let limits = [
            (if connected { "note-max-sets" } else { "note-max-areas" }, protocol.budget.areas.map(|n| n.to_string())),
            ("note-max-residents", protocol.budget.residents.map(number)),
            (if connected { "note-floor-set" } else { "note-floor" }, protocol.areas.floor.map(number)),
            (if connected { "note-ceiling-set" } else { "note-ceiling" }, protocol.areas.ceiling.map(number)),
            ("note-most-each", protocol.spread.at_most_per_municipality.map(|n| n.to_string())),
            ("note-least-each", protocol.spread.at_least_per_municipality.map(|n| n.to_string())),
        ];
        lines.extend(limits.into_iter().filter_map(|(key, it)| Some(self.say(key, &[("n", it?)]))));
        lines.push(self.words.say(if connected { "note-connected" } else { "note-not-connected" }, &[]));
        lines
    }
}

fn counts_word(protocol: &kapstok_find::choose::Protocol) -> &'static str {
    use kapstok_find::choose::What;
    match protocol.counts.what {
        What::BurdenedResidents => "burdened-residents",
        What::ResidentsOfAreas => "residents-of-areas",
        What::Indicator => "indicator",
    }
}
