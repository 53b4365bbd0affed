// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What decisions come to in the log: themselves, and the promises and targets that follow from them.
//!
//! In: a book, what is agreed, decisions that were checked. Out: a [`Plan`]: events of one act, and the same as steps
//! that can be said. Invariant: a decision that the log has already is not written again; only what all readers who
//! decided accept becomes a promise; a promise that something rests on is never withdrawn by a reader. Not here: words
//! for people; the disk.

use std::collections::BTreeSet;

use kapstok_agenda::day::Day as AgendaDay;
use kapstok_agenda::entry::{Entry, Id, Noun, Value};
use kapstok_agenda::event::{Event, What};
use kapstok_agenda::state::State;
use kapstok_read::review::{
    Act, Day, Decision, Drafts, MoneyDraft, Outcome, PromiseDraft, Proposal, Standing, TargetDraft, drafts, mark, merge,
};
use kapstok_share::documents::decided::{entries, for_log, is_of, is_taken_out, logged};
use kapstok_share::words::Words;
use kapstok_table::{Place, Problem};

use super::Book;
use crate::agenda::{found, stop};
use crate::command::agenda::Known;
use crate::failure::Failure;

/// What is to be written, and how it is said.
pub(crate) struct Plan {
    /// Events of one act, in order.
    pub(crate) events: Vec<What>,
    /// The same, for people.
    pub(crate) steps: Vec<Step>,
    /// What stays as it is though a reader says otherwise.
    pub(crate) doubts: Vec<Problem>,
    /// Decisions that the log has already.
    pub(crate) n_known: usize,
}

/// What happens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    /// A decision, with its quote, printed number and page of the file.
    Decided { act: &'static str, quote: String, printed: Option<String>, page: u32 },
    /// A promise enters the agenda, or changes; of how many areas.
    Promise { id: Id, is_new: bool, n_areas: usize },
    /// A target enters the agenda, or changes.
    Target { id: Id, is_new: bool, area: String },
    /// Something is withdrawn.
    Withdrawn { id: Id },
}

/// What is done with a decision that this reader made before, and then made otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Again {
    /// It holds again.
    Holds,
    /// It is passed over, and told.
    Passed,
}

/// What decisions come to.
///
/// * `dated`: the day of the document, from which terms such as four years count.
///
/// # Errors
/// A value that no promise or target can hold.
pub(crate) fn plan(
    book: &Book,
    state: &State,
    decisions: &[Decision],
    known: &Known,
    (dated, again): (Option<Day>, Again),
    words: &Words,
) -> Result<Plan, Failure> {
    let logged = logged(state, &book.proposals);
    let mut doubts = Vec::new();
    let (mut old, mut new): (Vec<&Decision>, Vec<&Decision>) = (Vec::new(), Vec::new());
    for decision in decisions {
        let before = entries(state, decision);
        let is_last = before.last().is_some_and(|last| is_of(last, decision));
        if again == Again::Passed && !is_last && is_taken_out(state, decision) {
            let place = Place::file("kapstok read decide");
            doubts.push(Problem::warning("K0886", place).with("quote", &decision.quote));
            old.push(decision);
            continue;
        }
        // A file that is read again does not take back what was decided since; at a desk that is what somebody means.
        let is_passed = again == Again::Passed && before.iter().any(|it| is_of(it, decision));
        if is_passed && !is_last {
            let place = Place::file("kapstok read decide");
            doubts.push(Problem::warning("K0879", place).with("quote", &decision.quote));
        }
        if is_last || is_passed { old.push(decision) } else { new.push(decision) }
    }
    let all: Vec<Decision> = logged.iter().chain(new.iter().copied()).cloned().collect();
    let merged = merge(&book.proposals, &all);
    let mut planner = Planner {
        book,
        known,
        words,
        state: state.clone(),
        plan: Plan { events: Vec::new(), steps: Vec::new(), doubts, n_known: old.len() },
    };
    let drafts = drafts(&merged.standings, dated);
    for standing in &merged.standings {
        let key = standing.proposal.key.as_str();
        let of_key: Vec<&&Decision> = new.iter().filter(|decision| decision.key == key).collect();
        for decision in &of_key {
            planner.decided(standing.proposal, decision);
        }
        let promise = drafts.promises.iter().find(|draft| draft.key == key);
        let targets = drafts.targets.iter().filter(|draft| draft.key == key);
        if of_key.is_empty() {
            if dated.is_some() && old.iter().any(|decision| decision.key == key) {
                planner.date(promise, targets)?;
            }
            continue;
        }
        let before = last_drafts(standing.proposal, &logged, dated);
        if let Some(draft) = promise {
            planner.promise(draft, before.promises.first())?;
        }
        let mut kept = BTreeSet::new();
        for draft in targets {
            let before = before.targets.iter().find(|it| it.nth == draft.nth);
            planner.target(draft, before, &mut kept)?;
        }
        let act = of_key.last().map(|decision| &decision.act);
        planner.withdraw(standing, (promise.is_some(), act), &kept);
    }
    Ok(planner.plan)
}

/// What decisions last made of a statement; while readers differ they make nothing, and what stood before stands.
fn last_drafts(proposal: &Proposal, logged: &[Decision], dated: Option<Day>) -> Drafts {
    let of_key: Vec<Decision> = logged.iter().filter(|decision| decision.key == proposal.key).cloned().collect();
    let after = |n: usize| drafts(&merge(std::slice::from_ref(proposal), &of_key[..n]).standings, dated);
    (1..=of_key.len()).rev().map(after).find(|drafts| !drafts.promises.is_empty()).unwrap_or_default()
}

struct Planner<'a> {
    book: &'a Book,
    known: &'a Known,
    words: &'a Words,
    /// What is agreed after the events so far.
    state: State,
    plan: Plan,
}

impl Planner<'_> {
    fn add(&mut self, what: What, step: Step) {
        // Neither day nor role take part in what follows from it.
        let day = AgendaDay::parse("2000-01-01");
        if let Some(day) = day {
            self.state.apply(&Event { day, recorded: String::new(), by: None, what: what.clone() });
        }
        self.plan.events.push(what);
        self.plan.steps.push(step);
    }

    fn decided(&mut self, proposal: &Proposal, decision: &Decision) {
        let Some(made) = for_log(decision, proposal.page) else { return };
        let step = Step::Decided {
            act: decision.act.word(),
            quote: decision.quote.clone(),
            printed: proposal.printed.clone(),
            page: proposal.page,
        };
        self.add(What::StatementDecided(Box::new(made)), step);
    }

    /// Things that a statement has become before, by the mark that ends one of their texts.
    fn marked(&self, noun: Noun, key: &str, document: &str) -> Vec<Entry> {
        let mark = mark(key, document);
        let field = if noun == Noun::Promise { "source" } else { "name" };
        self.state.all(noun).filter(|entry| entry.text(field).ends_with(&mark)).cloned().collect()
    }

    /// `was`: what the decisions so far made of it.
    fn promise(&mut self, draft: &PromiseDraft, was: Option<&PromiseDraft>) -> Result<(), Failure> {
        let before = self.marked(Noun::Promise, &draft.key, &draft.document).into_iter().next();
        let mut values: Vec<(&str, Value)> = match &before {
            Some(entry) => entry.values().map(|(name, value)| (name, value.clone())).collect(),
            None => vec![
                ("words", Value::Text(draft.quote.clone())),
                ("source_kind", Value::Word("document".to_owned())),
                ("source", Value::Text(self.source(draft))),
            ],
        };
        let domain = |draft: &PromiseDraft| self.domain(&draft.domains).map(Value::Word);
        let due = |draft: &PromiseDraft| draft.due.year().map(|year| Value::Whole(u64::from(year)));
        let areas = |draft: &PromiseDraft| (!draft.areas.is_empty()).then(|| Value::Words(draft.areas.clone()));
        put(&mut values, "domain", domain(draft), was.and_then(domain));
        put(&mut values, "due", due(draft), was.and_then(due));
        put(&mut values, "areas", areas(draft), was.and_then(areas));
        let money = |draft: &PromiseDraft| self.named_money(draft).map(Value::Text);
        put(&mut values, "named_money", money(draft), was.and_then(money));
        let id = before.as_ref().map_or_else(|| self.state.next(Noun::Promise), Entry::id);
        let entry = self.entry(id, values)?;
        let n_areas = entry.words("areas").len();
        if before.as_ref() != Some(&entry) {
            self.add(What::Set(entry), Step::Promise { id, is_new: before.is_none(), n_areas });
        }
        Ok(())
    }

    /// The day of a document that is told since gives a year to what was decided before, where there is none yet.
    fn date<'d>(
        &mut self,
        promise: Option<&PromiseDraft>,
        targets: impl Iterator<Item = &'d TargetDraft>,
    ) -> Result<(), Failure> {
        let due = promise.and_then(|draft| Some((draft, Value::Whole(u64::from(draft.due.year()?)))));
        if let Some((draft, due)) = due {
            for entry in self.marked(Noun::Promise, &draft.key, &draft.document) {
                let n_areas = entry.words("areas").len();
                self.fill(&entry, "due", &due, |id| Step::Promise { id, is_new: false, n_areas })?;
            }
        }
        for draft in targets {
            let Some(day) = draft.due.day() else { continue };
            for entry in self.marked(Noun::Target, &draft.key, &draft.document) {
                if number(entry.text("name"), &draft.quote, &draft.mark) == draft.nth {
                    let area = entry.word("area").unwrap_or_default().to_owned();
                    let step = |id| Step::Target { id, is_new: false, area };
                    self.fill(&entry, "deadline", &Value::Word(day.to_string()), step)?;
                }
            }
        }
        Ok(())
    }

    /// Sets a field that says nothing.
    fn fill(
        &mut self,
        entry: &Entry,
        field: &'static str,
        value: &Value,
        step: impl FnOnce(Id) -> Step,
    ) -> Result<(), Failure> {
        if entry.value(field).is_some() {
            return Ok(());
        }
        let mut values: Vec<(&str, Value)> = entry.values().map(|(name, value)| (name, value.clone())).collect();
        values.push((field, value.clone()));
        let filled = self.entry(entry.id(), values)?;
        self.add(What::Set(filled), step(entry.id()));
        Ok(())
    }

    /// The money that a promise names, in the words of the document; what a reader put in its place as they typed it.
    fn named_money(&self, draft: &PromiseDraft) -> Option<String> {
        let statement = self.book.rows.statements.iter().find(|statement| statement.key == draft.key);
        let said = |money: &MoneyDraft| {
            let row = statement.and_then(|it| it.money.get(money.nth.checked_sub(1)?));
            match row {
                // A price, a limit or a rate pays for nothing.
                Some(row) if row.role != "money" => None,
                Some(row) if money.is_proposed => {
                    Some(in_full(statement?.place.quote.get(row.span[0]..row.span[1])?, row.period.as_deref()))
                }
                Some(_) | None => Some(in_full(&money.amount, money.period.as_deref())),
            }
        };
        let all: Vec<String> = draft.money.iter().filter_map(said).collect();
        (!all.is_empty()).then(|| all.join("; "))
    }

    /// Title, page and headings, and the mark by which the statement is found again.
    fn source(&self, draft: &PromiseDraft) -> String {
        let page = kapstok_share::documents::said::page(draft.printed.as_deref(), draft.page, self.words);
        let section = draft.section.join(" > ");
        let parts = [self.book.title.as_str(), &page, &section, &format!("sha256:{}", draft.document)];
        let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        format!("{} {}", parts.join(", "), draft.mark)
    }

    /// The domain of the workspace that has the name of the only one of the document.
    fn domain(&self, domains: &[String]) -> Option<String> {
        let [id] = domains else { return None };
        let named = self.book.rows.document.domains.iter().find(|named| named.id == *id)?;
        let names = [&named.id, &named.nl, &named.en];
        names.into_iter().find_map(|name| self.known.domains.get(name)).map(str::to_owned)
    }

    /// A target is about one area: it becomes one for each that was picked.
    fn target(
        &mut self,
        draft: &TargetDraft,
        was: Option<&TargetDraft>,
        kept: &mut BTreeSet<Id>,
    ) -> Result<(), Failure> {
        let nth = if draft.nth == 1 { String::new() } else { format!("({}) ", draft.nth) };
        let name = format!("{} {nth}{}", draft.quote, draft.mark);
        for area in &draft.areas {
            let mut of_mark = self.marked(Noun::Target, &draft.key, &draft.document).into_iter();
            // Somebody may have given it another name: what ends it says which one it is.
            let is_it = |entry: &Entry| number(entry.text("name"), &draft.quote, &draft.mark) == draft.nth;
            let before = of_mark.find(|entry| is_it(entry) && entry.word("area") == Some(area));
            let mut values: Vec<(&str, Value)> = match &before {
                Some(entry) => entry.values().map(|(name, value)| (name, value.clone())).collect(),
                None => vec![("area", Value::Word(area.clone())), ("name", Value::Text(name.clone()))],
            };
            let deadline = |draft: &TargetDraft| draft.due.day().map(|day| Value::Word(day.to_string()));
            let unit = |draft: &TargetDraft| draft.unit.clone().map(Value::Text);
            put(&mut values, "deadline", deadline(draft), was.and_then(deadline));
            put(&mut values, "unit", unit(draft), was.and_then(unit));
            let id = before.as_ref().map_or_else(|| self.state.next(Noun::Target), Entry::id);
            kept.insert(id);
            let entry = self.entry(id, values)?;
            if before.as_ref() != Some(&entry) {
                self.add(What::Set(entry), Step::Target { id, is_new: before.is_none(), area: area.clone() });
            }
        }
        Ok(())
    }

    fn entry(&self, id: Id, values: Vec<(&str, Value)>) -> Result<Entry, Failure> {
        Entry::new(id, values).map_err(|error| stop(found::entry(&error, Place::file("kapstok read decide"))))
    }

    /// Withdraws what readers no longer take for a promise or target, where nothing rests on it and they agree.
    fn withdraw(&mut self, standing: &Standing<'_>, (is_promise, act): (bool, Option<&Act>), kept: &BTreeSet<Id>) {
        let Proposal { key, document, .. } = standing.proposal;
        let mut gone = self.marked(Noun::Target, key, document);
        gone.retain(|entry| !kept.contains(&entry.id()));
        if !is_promise {
            gone.extend(self.marked(Noun::Promise, key, document));
        }
        for id in gone.iter().map(Entry::id) {
            let is_used = Noun::ALL.into_iter().flat_map(|noun| self.state.all(noun)).any(|entry| {
                // What goes with it does not keep it.
                !gone.iter().any(|it| it.id() == entry.id()) && entry.references().any(|(_, named)| named == id)
            });
            let differs = matches!(standing.outcome, Outcome::Differs(_));
            if is_used || differs {
                let case = if differs { "differs" } else { "used" };
                let problem = Problem::warning("K0873", Place::file("kapstok read decide")).with("id", id);
                self.plan.doubts.push(problem.with("case", case));
                continue;
            }
            let reason = match act {
                Some(Act::Reject(reason)) => reason.clone(),
                _ => self.words.say("review-withdrawn", &[]),
            };
            self.add(What::Withdrawn { id, reason: Some(reason) }, Step::Withdrawn { id });
        }
    }
}

/// An amount with the time that it is over, unless its words say that already.
fn in_full(amount: &str, period: Option<&str>) -> String {
    match period.filter(|period| !amount.contains(period)) {
        Some(period) => format!("{amount} {period}"),
        None => amount.to_owned(),
    }
}

/// Sets a field that is empty, or that decisions now set otherwise; takes it away where they set it no more. What
/// somebody else set stays.
fn put(values: &mut Vec<(&str, Value)>, name: &'static str, now: Option<Value>, was: Option<Value>) {
    let known = values.iter().position(|(known, _)| *known == name);
    match (now, known) {
        (Some(now), Some(at)) if was.as_ref() != Some(&now) => values[at].1 = now,
        (Some(now), None) => values.push((name, now)),
        (None, Some(at)) if was.as_ref() == Some(&values[at].1) => drop(values.remove(at)),
        (Some(_), Some(_)) | (None, _) => {}
    }
}

/// Which target of a statement a name is of: `… (2) [mark]`; the first has no number, whatever its words end in.
fn number(name: &str, quote: &str, mark: &str) -> usize {
    let before = name.strip_suffix(mark).unwrap_or(name).trim_end();
    if before == quote.trim_end() {
        return 1;
    }
    let numbered = before.strip_suffix(')').and_then(|it| it.rsplit_once('(')).and_then(|(_, n)| n.parse().ok());
    numbered.filter(|n| (2..100).contains(n)).unwrap_or(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_goes_only_where_a_decision_had_set_it() {
        let text = |text: &str| Some(Value::Text(text.to_owned()));
        let start = || vec![("unit", Value::Text("shops".to_owned()))];
        for (now, was, left) in [
            (None, text("shops"), None),
            (None, text("streets"), text("shops")),
            (None, None, text("shops")),
            (text("parks"), text("shops"), text("parks")),
            // Decisions say what they said before: what somebody put in its place stays.
            (text("parks"), text("parks"), text("shops")),
        ] {
            let mut values = start();
            put(&mut values, "unit", now, was);
            assert_eq!(values.into_iter().next().map(|(_, value)| value), left);
        }
        let mut values = start();
        put(&mut values, "deadline", text("2030-12-31"), None);
        assert_eq!(values.len(), 2);
    }

    #[test]
    fn the_end_of_a_name_says_which_target_it_is_whatever_else_it_says() {
        for (name, n) in [
            ("We halve it (2030) [k@d]", 1),
            ("We halve it (2030) (2) [k@d]", 2),
            ("Another name (2) [k@d]", 2),
            ("Another name (2031) [k@d]", 1),
            ("(x) [k@d]", 1),
        ] {
            assert_eq!(number(name, "We halve it (2030)", "[k@d]"), n, "{name}");
        }
    }
}
