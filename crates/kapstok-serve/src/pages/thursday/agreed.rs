// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What the story finds in the agendas: a promise without money, an action that nobody owns, a target on a modelled
//! figure, a target that cannot be seen.
//!
//! Found by kind, of all areas with an agenda in the order of their codes: the first promise without money that an action
//! keeps (somebody already works on it), or else the first one; the first action without an owner.

use kapstok_agenda::entry::{Entry, Id, Noun};
use kapstok_agenda::holes::{Hole, HoleKind};
use kapstok_share::agenda::said::Said;
use kapstok_share::agenda::{Seen, tables};
use kapstok_share::gap::detectable::sentences;

use crate::pages::agenda;
use crate::pages::frame::{Link, View};
use crate::pages::links::Page;

/// What was found, with where to see it.
pub(super) struct Agreed {
    /// The words as they were agreed, and where they stand.
    pub(super) quote: (String, String),
    pub(super) sentence: String,
    pub(super) rule: String,
    pub(super) look: Vec<Link>,
    pub(super) commands: Vec<String>,
}

/// A promise that an action keeps, and nobody pays for.
pub(super) fn promise_without_money(view: View<'_>) -> Option<Agreed> {
    let areas = agenda::areas(view);
    let found = of_kind(&areas, HoleKind::PromiseWithoutMoney);
    let (seen, hole) = found.iter().find(|(seen, hole)| kept_by(seen, hole).is_some()).or_else(|| found.first())?;
    let (v, promise) = (view.voice(), hole.first(Noun::Promise)?);
    let said = Said { state: &seen.agenda.state, words: seen.words };
    let entry = seen.agenda.state.get(promise)?;
    let facts = [("area", seen.name()), ("promise", &*promise.to_string())];
    let sentence = match kept_by(seen, hole) {
        Some(action) => {
            let action = [("action", &*said.name(action)), ("id", &action.to_string())];
            v.f("page-agenda-thursday-3", &[&facts[..], &action].concat())
        }
        None => v.f("page-agenda-thursday-3-nobody", &facts),
    };
    let quote = (said.name(promise), entry.text("source").to_owned());
    Some(agreed(view, seen, hole, quote, sentence, "page-agenda-thursday-3-rule"))
}

/// An action that nobody owns.
pub(super) fn action_without_owner(view: View<'_>) -> Option<Agreed> {
    let areas = agenda::areas(view);
    let found = of_kind(&areas, HoleKind::ActionWithoutOwner);
    let (seen, hole) = found.first()?;
    let (v, action) = (view.voice(), hole.first(Noun::Action)?);
    let said = Said { state: &seen.agenda.state, words: seen.words };
    let entry = seen.agenda.state.get(action)?;
    let others = [entry.many("partners"), entry.many("funders")].concat();
    let facts = [
        ("area", seen.name()),
        ("action", &*action.to_string()),
        ("others", &said.names(&others)),
        ("works-on", &said.names(entry.many("works_on"))),
    ];
    let key = if others.is_empty() { "page-agenda-thursday-4-alone" } else { "page-agenda-thursday-4" };
    let quote = (said.name(action), v.f("page-agenda-thursday-4-of", &facts));
    Some(agreed(view, seen, hole, quote, v.f(key, &facts), "page-agenda-thursday-4-rule"))
}

/// A target that could be met without anybody seeing it: the first of all areas with an agenda.
pub(super) fn unseen_target(view: View<'_>) -> Option<Agreed> {
    let v = view.voice();
    let areas = agenda::areas(view);
    let mut targets = areas
        .iter()
        .flat_map(|seen| seen.agenda.state.of_area(Noun::Target, seen.code()).map(move |target| (seen, target)));
    let (seen, target, found) = targets.find_map(|(seen, target)| {
        let found = tables::detectable_of(seen, target)?.ok().filter(|found| found.is_seen == Some(false))?;
        Some((seen, target, found))
    })?;
    let said = Said { state: &seen.agenda.state, words: seen.words };
    let indicator = seen.snapshot.indicator(&found.indicator)?;
    let label = indicator.label.of(view.language);
    let (id, goal) = (found.indicator.clone(), found.target.unwrap_or_default());
    let sentences = sentences(seen.name(), label, &indicator.unit, &Ok(found), seen.words);
    let code = seen.code();
    Some(Agreed {
        quote: (said.name(target.id()), v.f("page-thursday-6-of", &[("id", &target.id().to_string())])),
        sentence: sentences.join(" "),
        rule: v.s("page-thursday-6-rule"),
        look: vec![Link {
            href: view.href(&Page::Agenda(code.to_owned())),
            text: v.f("annex-title", &[("name", seen.name())]),
        }],
        commands: vec![format!("kapstok gap {} --detectable {code} {id} --target {goal}", v.s("help-value-dir"))],
    })
}

/// A target on a modelled figure, which no change of that figure can show to be met: the first of all areas with an agenda.
pub(super) fn modelled_target(view: View<'_>) -> Option<Agreed> {
    let v = view.voice();
    let areas = agenda::areas(view);
    let mut targets = areas
        .iter()
        .flat_map(|seen| seen.agenda.state.of_area(Noun::Target, seen.code()).map(move |target| (seen, target)));
    let (seen, target) =
        targets.find(|(seen, target)| matches!(tables::detectable_of(seen, target), Some(Err("modelled"))))?;
    let said = Said { state: &seen.agenda.state, words: seen.words };
    let indicator = seen.snapshot.indicator(target.word("indicator")?)?;
    let from = v.words.each("ingredient", indicator.modelled_from.iter().map(String::as_str));
    let facts = [("area", seen.name()), ("label", indicator.label.of(view.language)), ("from", &*from)];
    let (code, id) = (seen.code(), &indicator.id);
    let dir = v.s("help-value-dir");
    let why = Page::why(code, id, None);
    let agenda = Page::Agenda(code.to_owned());
    Some(Agreed {
        quote: (said.name(target.id()), v.f("page-thursday-6-of", &[("id", &target.id().to_string())])),
        sentence: v.f("page-thursday-5-sentence", &facts),
        rule: v.s("page-thursday-5-rule"),
        look: vec![
            Link { href: view.href(&why), text: v.s("page-why-kicker") },
            Link { href: view.href(&agenda), text: v.f("annex-title", &[("name", seen.name())]) },
        ],
        commands: vec![
            format!("kapstok why {dir} {code} {id}"),
            format!(
                "kapstok gap {dir} --detectable {code} {id} --target {}",
                target.number("value").unwrap_or_default()
            ),
        ],
    })
}

fn of_kind<'a, 'b>(areas: &'b [Seen<'a>], kind: HoleKind) -> Vec<(&'b Seen<'a>, Hole)> {
    let of_area = |seen: &'b Seen<'a>| {
        let holes = seen.agenda.holes(seen.code()).into_iter();
        holes.filter(move |hole| hole.kind == kind).map(move |hole| (seen, hole))
    };
    areas.iter().flat_map(of_area).collect()
}

/// The first action of the area that keeps the promise of a hole.
fn kept_by(seen: &Seen<'_>, hole: &Hole) -> Option<Id> {
    let promise = hole.first(Noun::Promise)?;
    let mut actions = seen.agenda.state.of_area(Noun::Action, seen.code());
    actions.find(|action| action.one("promise") == Some(promise)).map(Entry::id)
}

fn agreed(
    view: View<'_>,
    seen: &Seen<'_>,
    hole: &Hole,
    quote: (String, String),
    sentence: String,
    rule: &str,
) -> Agreed {
    let (v, code) = (view.voice(), seen.code());
    let anchor = agenda::holes::anchor(hole);
    let holes = format!("{}#{anchor}", view.href(&Page::Holes(code.to_owned())));
    let agenda = view.href(&Page::Agenda(code.to_owned()));
    let name = [("name", seen.name())];
    Agreed {
        quote,
        sentence,
        rule: v.s(rule),
        look: vec![
            Link { href: holes, text: v.f("page-agenda-holes-title", &name) },
            Link { href: agenda, text: v.f("annex-title", &name) },
        ],
        commands: vec![format!("kapstok agenda holes {} {code}", v.s("help-value-dir"))],
    }
}
