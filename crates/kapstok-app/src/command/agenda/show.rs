// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `kapstok agenda show`: what is agreed for one area, as one would read it aloud in a meeting.
//!
//! Burdens and strengths, the links between them, promises with what came of them, actions with owner, money and targets,
//! replies of residents, adopted versions; the head of the log at the foot. What is missing is a matter of `holes`.

use std::io::Write;
use std::path::Path;

use kapstok_agenda::changes::things_of;
use kapstok_agenda::day::Day;
use kapstok_agenda::entry::{Entry, Id, Noun};
use kapstok_agenda::state::State;
use kapstok_share::words::Words;
use serde_json::json;

use super::changes::delivered;
use crate::agenda::{Log, area, as_json, in_words};
use crate::clock;
use crate::failure::Failure;

/// Prints what is agreed for an area, now or at the end of a day.
///
/// # Errors
/// A damaged log; no such area.
pub(crate) fn show(
    dir: &Path,
    typed: &str,
    at: Option<Day>,
    json: bool,
    words: &Words,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    let log = Log::read(dir)?;
    let code = area::code_of(dir, typed, &log.state)?;
    let name = area::name_of(dir, &code);
    let of_day = at.map(|day| State::on(&log.events, day));
    let state = of_day.as_ref().unwrap_or(&log.state);
    if json {
        let report = json!({
            "area": code,
            "name": name,
            "at": at.map(|day| day.to_string()),
            "things": things_of(state, &code).map(as_json::entry).collect::<Vec<_>>(),
            "organisations": state.all(Noun::Organisation).map(as_json::entry).collect::<Vec<_>>(),
            "versions": state.versions_of(&code).map(as_json::version).collect::<Vec<_>>(),
            "head": log.head.hash().to_string(),
            "events": log.head.events(),
        });
        return crate::print_json(&report, out);
    }
    let day = at.map_or_else(clock::today, |day| day.to_string());
    let mut page = Page { state, area: &code, words, out };
    page.all(&name, &day).and_then(|()| super::foot(&log, words, page.out)).map_err(crate::standard_output)
}

/// What is printed, and where to.
struct Page<'a> {
    state: &'a State,
    area: &'a str,
    words: &'a Words,
    out: &'a mut dyn Write,
}

impl Page<'_> {
    fn all(&mut self, name: &str, day: &str) -> std::io::Result<()> {
        let facts = [("name", name), ("code", self.area), ("day", day)];
        let key = if name.is_empty() { "agenda-of-code" } else { "agenda-of" };
        writeln!(self.out, "{}", self.words.say(key, &facts))?;
        let state = self.state;
        let side = |side: &'static str| move |entry: &&Entry| entry.word("side") == Some(side);
        self.section("agenda-burdens", state.of_area(Noun::Burden, self.area).filter(side("burden")), Self::plain)?;
        self.section("agenda-strengths", state.of_area(Noun::Burden, self.area).filter(side("strength")), Self::plain)?;
        self.section("agenda-links", state.of_area(Noun::Link, self.area), Self::link)?;
        self.section("agenda-promises", state.of_area(Noun::Promise, self.area), Self::promise)?;
        self.section("agenda-actions", state.of_area(Noun::Action, self.area), Self::action)?;
        let alone = |entry: &&Entry| entry.one("action").is_none_or(|id| state.get(id).is_none());
        self.section("agenda-money-alone", state.of_area(Noun::Capacity, self.area).filter(alone), Self::money)?;
        self.section("agenda-targets-alone", state.of_area(Noun::Target, self.area).filter(alone), Self::target)?;
        self.section("agenda-replies", state.of_area(Noun::Reply, self.area), Self::reply)?;
        self.versions()?;
        writeln!(self.out)
    }

    /// A heading with its things. Without things: no heading.
    fn section<'s>(
        &mut self,
        key: &str,
        things: impl Iterator<Item = &'s Entry>,
        print: impl Fn(&mut Self, &Entry) -> std::io::Result<()>,
    ) -> std::io::Result<()> {
        for (at, thing) in things.enumerate() {
            if at == 0 {
                writeln!(self.out, "\n{}", self.words.say(key, &[]))?;
            }
            print(self, thing)?;
        }
        Ok(())
    }

    fn said(&self, entry: &Entry, field: &str) -> Option<String> {
        in_words::of(entry, field, self.state, self.words)
    }

    /// The line that begins a thing, with some of its fields between brackets.
    fn first(&mut self, entry: &Entry, behind: &[&str]) -> std::io::Result<()> {
        let behind: Vec<String> = behind.iter().filter_map(|field| self.said(entry, field)).collect();
        let behind = if behind.is_empty() { String::new() } else { format!(" ({})", behind.join(", ")) };
        let name = self.said(entry, if matches!(entry.noun(), Noun::Promise | Noun::Reply) { "words" } else { "name" });
        let name = name.unwrap_or_default().replace('\n', "\n      ");
        writeln!(self.out, "  {}  {name}{behind}", entry.id())
    }

    /// A line below a thing: name of a field, and what stands in it.
    fn line(&mut self, entry: &Entry, field: &str) -> std::io::Result<()> {
        let Some(said) = self.said(entry, field) else { return Ok(()) };
        let field = in_words::field(field, self.words);
        writeln!(self.out, "      {field}: {}", said.replace('\n', "\n        "))
    }

    fn plain(&mut self, entry: &Entry) -> std::io::Result<()> {
        self.first(entry, &["domain"])?;
        self.line(entry, "indicator")
    }

    fn link(&mut self, entry: &Entry) -> std::io::Result<()> {
        let end = |field| entry.one(field).map(|id| in_words::thing(id, self.state, self.words)).unwrap_or_default();
        let ends = format!("{} → {}", end("from"), end("to"));
        self.first(entry, &["evidence"])?;
        writeln!(self.out, "      {ends}")?;
        self.line(entry, "source")
    }

    fn promise(&mut self, entry: &Entry) -> std::io::Result<()> {
        self.first(entry, &[])?;
        let kind = self.said(entry, "source_kind").unwrap_or_default();
        let source = self.said(entry, "source").unwrap_or_default();
        writeln!(self.out, "      {kind}: {source}")?;
        self.line(entry, "due")?;
        self.line(entry, "named_money")?;
        delivered(self.state, entry.id(), "      ", self.words, self.out)
    }

    fn action(&mut self, entry: &Entry) -> std::io::Result<()> {
        self.first(entry, &[])?;
        for field in ["works_on", "promise", "owners", "partners", "funders", "until", "note"] {
            self.line(entry, field)?;
        }
        let state = self.state;
        let of = |known: &&Entry| known.one("action") == Some(entry.id());
        for money in state.all(Noun::Capacity).filter(of) {
            self.money_line(money, "      ")?;
        }
        for target in state.all(Noun::Target).filter(of) {
            self.target_line(target, "      ")?;
        }
        self.confirmations(entry)?;
        if kapstok_agenda::changes::deliveries(state, entry.id()).is_empty() {
            return Ok(());
        }
        delivered(state, entry.id(), "      ", self.words, self.out)
    }

    /// The last word of each partner, and whether the action still says what they answered to.
    fn confirmations(&mut self, action: &Entry) -> std::io::Result<()> {
        let of: Vec<&Entry> =
            self.state.all(Noun::Confirmation).filter(|it| it.one("action") == Some(action.id())).collect();
        for (at, confirmation) in of.iter().enumerate() {
            let partner: Option<Id> = confirmation.one("organisation");
            if of[at + 1..].iter().any(|later| later.one("organisation") == partner) {
                continue;
            }
            let key = match confirmation.word("stands_for") == Some(action.fingerprint().as_str()) {
                true => "agenda-answered",
                false => "agenda-answered-earlier",
            };
            let partner = partner.map(|id| in_words::thing(id, self.state, self.words)).unwrap_or_default();
            let since = self.state.standing(confirmation.id()).map(|it| it.since.to_string()).unwrap_or_default();
            let answer = self.said(confirmation, "answer").unwrap_or_default();
            let facts = [("partner", &*partner), ("answer", &answer), ("day", &since)];
            writeln!(self.out, "      {}", self.words.say(key, &facts))?;
        }
        Ok(())
    }

    fn money(&mut self, entry: &Entry) -> std::io::Result<()> {
        self.money_line(entry, "  ")
    }

    fn money_line(&mut self, entry: &Entry, indent: &str) -> std::io::Result<()> {
        let money = in_words::money(entry, self.state, self.words);
        let source = self.said(entry, "source").map(|source| format!(" ({source})")).unwrap_or_default();
        writeln!(self.out, "{indent}{}  {money}{source}", entry.id())
    }

    fn target(&mut self, entry: &Entry) -> std::io::Result<()> {
        self.target_line(entry, "  ")
    }

    fn target_line(&mut self, entry: &Entry, indent: &str) -> std::io::Result<()> {
        let said = |field: &str| self.said(entry, field);
        let values = match (said("baseline"), said("value")) {
            (Some(from), Some(to)) => format!(": {from} → {to}"),
            (None, Some(to)) => format!(": {to}"),
            _ => String::new(),
        };
        let unit = said("unit").map(|unit| format!(" {unit}")).unwrap_or_default();
        let deadline = said("deadline").map(|day| format!(" ({day})")).unwrap_or_default();
        let name = said("name").unwrap_or_default();
        writeln!(self.out, "{indent}{}  {name}{values}{unit}{deadline}", entry.id())
    }

    fn reply(&mut self, entry: &Entry) -> std::io::Result<()> {
        self.first(entry, &["about"])?;
        match self.said(entry, "answer") {
            None => writeln!(self.out, "      {}", self.words.say("agenda-no-answer", &[])),
            Some(answer) => {
                let day = entry.word("answered").unwrap_or_default();
                writeln!(self.out, "      {}", self.words.say("agenda-answer-of", &[("day", day), ("answer", &answer)]))
            }
        }
    }

    fn versions(&mut self) -> std::io::Result<()> {
        for (at, version) in self.state.versions_of(self.area).enumerate() {
            if at == 0 {
                writeln!(self.out, "\n{}", self.words.say("agenda-versions", &[]))?;
            }
            let (name, day) = (version.adoption.name(), version.day.to_string());
            let by = in_words::by(version.by.as_ref(), self.words);
            let data = version.adoption.data.clone().unwrap_or_default();
            let facts = [("name", &*name), ("day", &day), ("by", &by), ("data", &data)];
            writeln!(self.out, "  {}", self.words.say("agenda-version", &facts))?;
            for figure in &version.adoption.baseline {
                let value = figure.value.as_deref().and_then(|value| value.parse::<f64>().ok());
                let value = value.map_or_else(
                    || self.words.say("agenda-no-figure", &[]),
                    |value| kapstok_share::number::figure(value, 3, self.words.language),
                );
                let about = format!("{} {}", figure.indicator, figure.period);
                writeln!(self.out, "      {}: {value}", about.trim_end())?;
            }
        }
        Ok(())
    }
}
