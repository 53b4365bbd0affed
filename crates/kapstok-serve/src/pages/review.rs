// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The page of a reader: one statement with the text around it, what the rules propose, and a form to decide.
//!
//! In: a desk, the log of the site, what was asked for. Out: HTML that is complete without a script; `assets/review.js`
//! adds keys. Invariant: who reads blind sees nothing of what others decided; what was typed and refused stands again.

mod fields;
mod text;

use std::collections::BTreeMap;

use askama::Template;
use kapstok_read::review::{
    Act, Decision, Fields, Filter, Form, Kind, Looked, Outcome, Place, Proposal, Standing, merge, queue,
};
use kapstok_share::documents::decided::logged;
use kapstok_share::documents::said;
use kapstok_share::words::Language;

use super::Made;
use super::errors::Wrong;
use super::frame::{Frame, View};
use super::links::Page;
use super::voice::Voice;
use crate::desk::review::ReviewDesk;
use crate::{Kept, Site};
use fields::{Control, FieldRow};
use text::Block;

/// Signs of a quote in the list.
const SHORT: usize = 90;

/// What is looked at.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// Of which kind; all without it.
    kind: Option<Kind>,
    /// Only those that the reader did not decide yet.
    only_left: bool,
    /// Key of a statement; the first that is left without it.
    at: Option<String>,
}

/// What is said of the form that came before.
#[derive(Clone, Debug)]
pub enum SaidOfForm {
    /// It was refused.
    Refused(TypedDecision),
    /// It was written, and this stays as it is though the reader says otherwise.
    Written(Vec<String>),
}

/// A decision that was refused.
#[derive(Clone, Debug)]
pub struct TypedDecision {
    /// Why.
    pub refused: String,
    /// All that was typed, by field.
    pub values: Fields,
    /// The reason that was given.
    pub reason: String,
    /// The remark.
    pub note: String,
}

impl Asked {
    /// Reads what stood in an address or a form; `None` where it is none of ours.
    pub fn of(kind: Option<&str>, left: Option<&str>, at: Option<&str>) -> Option<Self> {
        let kind = match kind.unwrap_or_default() {
            "" => None,
            word => Some(Kind::ALL.into_iter().find(|kind| kind.word() == word)?),
        };
        let only_left = match left.unwrap_or_default() {
            "" => false,
            "1" => true,
            _ => return None,
        };
        Some(Self { kind, only_left, at: at.filter(|at| !at.is_empty()).map(str::to_owned) })
    }

    /// The address of this at a desk, from the root on.
    pub fn address(&self, desk: &ReviewDesk, language: Language) -> String {
        let kind = self.kind.map(|kind| format!("kind={}", kind.word()));
        let left = self.only_left.then(|| "left=1".to_owned());
        let at = self.at.as_ref().map(|at| format!("at={}", crate::query::encoded(at)));
        let query: Vec<String> = [kind, left, at].into_iter().flatten().collect();
        let address = crate::desk::review::address(&desk.token, language);
        if query.is_empty() { address } else { format!("{address}?{}", query.join("&")) }
    }

    fn at(&self, key: &str) -> Self {
        Self { at: Some(key.to_owned()), ..self.clone() }
    }
}

#[derive(Template)]
#[template(path = "review.html")]
struct ReviewTemplate {
    frame: Frame,
    title: String,
    script: String,
    role: String,
    /// Decided and all, of the kind that is looked at.
    /// What was written, and yet stays as it is.
    doubts: Vec<String>,
    progress: (usize, usize),
    progress_words: String,
    action: String,
    kinds: Vec<(&'static str, String, bool)>,
    only_left: bool,
    before: Option<String>,
    after: Option<String>,
    shown: Option<Shown>,
    empty: String,
    rows: Vec<Row>,
    list_title: String,
}

/// A statement as the template shows it.
struct Shown {
    key: String,
    kind: &'static str,
    heading: String,
    place: String,
    about: Vec<String>,
    state: String,
    others: Vec<String>,
    language: String,
    blocks: Vec<Block>,
    legend: Vec<(String, String)>,
    write: String,
    tag: &'static str,
    rows: Vec<FieldRow>,
    refused: Option<String>,
    reason: String,
    note: String,
}

/// A statement in the list.
struct Row {
    number: String,
    href: String,
    quote: String,
    page: String,
    about: String,
    state: String,
    is_here: bool,
}

/// The statements of a desk with what the log says of them.
struct Bench<'a> {
    view: View<'a>,
    desk: &'a ReviewDesk,
    standings: Vec<Standing<'a>>,
    /// Whether the reader decided, in the order of the proposals.
    is_own: Vec<bool>,
}

impl Bench<'_> {
    fn own(&self, at: usize) -> Option<&Decision> {
        self.standings.get(at)?.decisions.iter().find(|it| it.reader == self.desk.reader).copied()
    }

    /// Positions of a kind.
    fn of_kind(&self, asked: &Asked) -> Vec<usize> {
        let is_meant = |at: &usize| asked.kind.is_none_or(|kind| kind.is_of(&self.desk.proposals[*at]));
        (0..self.desk.proposals.len()).filter(is_meant).collect()
    }

    fn key(&self, at: usize) -> &str {
        &self.desk.proposals[at].key
    }

    /// The statement that is asked for; without one the first that is left, or the first.
    fn here(&self, asked: &Asked, of_kind: &[usize]) -> Option<usize> {
        let named = asked.at.as_ref().and_then(|key| of_kind.iter().find(|at| self.key(**at) == key));
        let left = || of_kind.iter().find(|at| !self.is_own[**at]);
        named.or_else(left).or_else(|| of_kind.first().filter(|_| !asked.only_left)).copied()
    }
}

/// All decisions on the statements of a desk.
fn decisions(site: &Site, desk: &ReviewDesk) -> Vec<Decision> {
    site.agenda.agenda().map(|agenda| logged(&agenda.state, &desk.proposals)).unwrap_or_default()
}

fn bench<'a>(view: View<'a>, desk: &'a ReviewDesk, decisions: &'a [Decision]) -> Bench<'a> {
    let standings = merge(&desk.proposals, decisions).standings;
    let mut is_own = vec![false; desk.proposals.len()];
    for waiting in queue(&standings, Looked::Blind(&desk.reader), &Filter::default()) {
        is_own[waiting.at] = waiting.place == Place::Decided;
    }
    Bench { view, desk, standings, is_own }
}

/// What is looked at after a decision: the next statement that is left, or the same where none is.
pub(super) fn next(view: View<'_>, desk: &ReviewDesk, asked: &Asked) -> Asked {
    let decisions = decisions(view.site, desk);
    let bench = bench(view, desk, &decisions);
    let of_kind = bench.of_kind(asked);
    let here = bench.here(asked, &of_kind).unwrap_or(0);
    let left: Vec<usize> = of_kind.into_iter().filter(|at| !bench.is_own[*at]).collect();
    match left.iter().find(|at| **at > here).or(left.first()) {
        Some(next) => asked.at(bench.key(*next)),
        None => Asked { only_left: false, ..asked.clone() },
    }
}

/// Makes the page.
///
/// # Errors
/// A log that is damaged.
pub(super) fn page(view: View<'_>, desk: &ReviewDesk, asked: &Asked, said: Option<&SaidOfForm>) -> Made {
    let (typed, doubts) = match said {
        Some(SaidOfForm::Refused(typed)) => (Some(typed), &[][..]),
        Some(SaidOfForm::Written(doubts)) => (None, doubts.as_slice()),
        None => (None, &[][..]),
    };
    if let Kept::Damaged(error) = &view.site.agenda {
        return Err(Wrong::LogDamaged { line: error.line });
    }
    let decisions = decisions(view.site, desk);
    let bench = bench(view, desk, &decisions);
    let v = view.voice();
    let of_kind = bench.of_kind(asked);
    let listed: Vec<usize> = of_kind.iter().copied().filter(|at| !asked.only_left || !bench.is_own[*at]).collect();
    let here = bench.here(asked, &of_kind);
    let n_own = of_kind.iter().filter(|at| bench.is_own[**at]).count();
    let link = |at: Option<&usize>| {
        at.map(|at| format!("{}#statement", asked.at(bench.key(*at)).address(desk, view.language)))
    };
    let position = here.unwrap_or(0);
    let title = v.f("review-title", &[("title", &desk.title)]);
    let mut frame = view.frame(&Page::Start, &title, &[]);
    let looked = Asked { at: here.map(|at| bench.key(at).to_owned()), ..asked.clone() };
    for (tag, _, href, _) in &mut frame.languages {
        if let Some(language) = Language::of_tag(tag) {
            *href = looked.address(desk, language);
        }
    }
    let kind = |kind: Option<Kind>| {
        let word = kind.map_or("", Kind::word);
        let n = bench.of_kind(&Asked { kind, ..Asked::default() }).len();
        let name = v.s(&format!("review-kind-{}", if word.is_empty() { "all" } else { word }));
        let option = v.f("review-kind-option", &[("kind", &name), ("n", &v.count(n))]);
        (n > 0 || kind.is_none()).then_some((word, option, kind == asked.kind))
    };
    let kinds = std::iter::once(None).chain(Kind::ALL.map(Some)).filter_map(kind).collect();
    let counts = [("decided", v.count(n_own)), ("all", v.count(of_kind.len()))];
    let counts = counts.each_ref().map(|(name, count)| (*name, count.as_str()));
    let template = ReviewTemplate {
        script: view.links.asset("review.js"),
        role: v.f(if desk.is_blind { "review-role-blind" } else { "review-role" }, &[("role", &desk.reader)]),
        doubts: doubts.to_vec(),
        progress: (n_own, of_kind.len()),
        progress_words: v.f("review-progress", &counts),
        action: crate::desk::review::address(&desk.token, view.language),
        kinds,
        only_left: asked.only_left,
        before: link(listed.iter().rfind(|at| **at < position).filter(|_| here.is_some())),
        after: link(listed.iter().find(|at| **at > position).filter(|_| here.is_some())),
        shown: here.map(|at| shown(&bench, asked, &of_kind, at, typed)),
        empty: v.s(if of_kind.is_empty() { "review-none" } else { "review-all-decided" }),
        rows: (1..)
            .zip(&of_kind)
            .filter(|(_, at)| listed.binary_search(at).is_ok())
            .map(|(number, at)| row(&bench, asked, number, *at, here))
            .collect(),
        list_title: v.f("review-list", &[("n", &v.count(listed.len()))]),
        frame,
        title,
    };
    template.render().map_err(|_| Wrong::Ours)
}

/// The names of a form by which fields are sent, with the field of each.
pub(super) fn names(desk: &ReviewDesk) -> BTreeMap<String, String> {
    let in_proposals = desk.proposals.iter().flat_map(|proposal| proposal.fields.keys());
    let all = desk.vocabulary.forms.keys().chain(in_proposals);
    all.map(|field| (format!("f.{field}"), field.clone())).collect()
}

fn about(v: &Voice, proposal: &Proposal) -> Vec<String> {
    let kinds = Kind::ALL.into_iter().filter(|kind| kind.is_of(proposal));
    kinds.map(|kind| v.s(&format!("review-kind-{}", kind.word()))).collect()
}

fn number(bench: &Bench<'_>, of_kind: &[usize], at: usize) -> String {
    bench.view.voice().count(of_kind.iter().position(|it| *it == at).unwrap_or(0) + 1)
}

fn act(v: &Voice, act: &Act) -> String {
    v.s(&format!("review-act-{}", act.word()))
}

/// What the reader decided, in a sentence.
fn state(bench: &Bench<'_>, at: usize) -> String {
    let v = bench.view.voice();
    let Some(own) = bench.own(at) else { return v.s("review-undecided") };
    let day = kapstok_share::day::day(&own.day.to_string(), &v.words);
    let facts = [("act", act(v, &own.act)), ("day", day)];
    let facts = facts.each_ref().map(|(name, fact)| (*name, fact.as_str()));
    match &own.act {
        Act::Reject(reason) if !reason.is_empty() => {
            v.f("review-own-reason", &[&facts[..], &[("reason", reason.as_str())]].concat())
        }
        _ => v.f("review-own", &facts),
    }
}

/// What others decided, where the reader may see it.
fn others(bench: &Bench<'_>, at: usize) -> Vec<String> {
    let v = bench.view.voice();
    let standing = &bench.standings[at];
    if bench.desk.is_blind {
        return Vec::new();
    }
    let others = standing.decisions.iter().filter(|it| it.reader != bench.desk.reader);
    let mut said: Vec<String> =
        others.map(|it| v.f("review-other", &[("role", it.reader.as_str()), ("act", &act(v, &it.act))])).collect();
    if matches!(standing.outcome, Outcome::Differs(_)) {
        said.push(v.s("review-differs"));
    }
    if !standing.moved.is_empty() {
        said.push(v.s("review-moved"));
    }
    said
}

fn shown(bench: &Bench<'_>, asked: &Asked, of_kind: &[usize], at: usize, typed: Option<&TypedDecision>) -> Shown {
    let (view, desk, v) = (bench.view, bench.desk, bench.view.voice());
    let proposal = &desk.proposals[at];
    let facts = [("number", number(bench, of_kind, at)), ("all", v.count(of_kind.len()))];
    let facts = facts.each_ref().map(|(name, fact)| (*name, fact.as_str()));
    let page = said::capital(&said::page(proposal.printed.as_deref(), proposal.page, &v.words));
    let place = std::iter::once(page).chain(proposal.section.iter().cloned()).collect::<Vec<_>>().join(" › ");
    let own = bench.own(at);
    // A changed statement stands as its reader has it; any other as the rules say.
    let values = match (typed, own) {
        (Some(typed), _) => typed.values.clone(),
        (None, Some(own)) if matches!(own.act, Act::Change(_)) => own.outcome().unwrap_or_default(),
        (None, _) => proposal.fields.clone(),
    };
    let (reason, note) = match (typed, own) {
        (Some(typed), _) => (typed.reason.clone(), typed.note.clone()),
        (None, Some(own)) => match &own.act {
            Act::Reject(reason) => (reason.clone(), own.note.clone()),
            Act::Accept | Act::Change(_) => (String::new(), own.note.clone()),
        },
        (None, None) => Default::default(),
    };
    let blocks = text::blocks(v, desk, proposal);
    Shown {
        key: proposal.key.clone(),
        kind: asked.kind.map_or("", Kind::word),
        heading: v.f("review-statement", &facts),
        place,
        about: about(v, proposal),
        state: state(bench, at),
        others: others(bench, at),
        language: desk.rows.document.language.clone(),
        legend: text::legend(v, &blocks),
        blocks,
        write: format!("/write/{}", desk.token),
        tag: view.language.tag(),
        rows: fields::rows(v, desk, proposal, &values),
        refused: typed.map(|typed| typed.refused.clone()),
        reason,
        note,
    }
}

fn row(bench: &Bench<'_>, asked: &Asked, number: usize, at: usize, here: Option<usize>) -> Row {
    let v = bench.view.voice();
    let proposal = &bench.desk.proposals[at];
    let short = match proposal.quote.char_indices().nth(SHORT) {
        Some((end, _)) => format!("{}…", &proposal.quote[..end]),
        None => proposal.quote.clone(),
    };
    Row {
        number: v.count(number),
        href: format!("{}#statement", asked.at(&proposal.key).address(bench.desk, bench.view.language)),
        quote: short,
        page: said::capital(&said::page(proposal.printed.as_deref(), proposal.page, &v.words)),
        about: about(v, proposal).join(", "),
        state: bench.own(at).map_or_else(|| v.s("review-undecided"), |own| act(v, &own.act)),
        is_here: here == Some(at),
    }
}

/// The form of a field; `unit.2` has that of `unit`.
fn form<'a>(desk: &'a ReviewDesk, field: &str) -> Option<&'a Form> {
    let base = field.split_once('.').map_or(field, |(base, _)| base);
    desk.vocabulary.forms.get(base)
}
