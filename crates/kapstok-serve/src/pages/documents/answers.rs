// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What a document asks, and what others say to it: both quotes, what is missing, and what else comes near.

use askama::Template;
use kapstok_read::review::key_of_answer;
use kapstok_read::row::{AnswerRow, CandidateRow};
use kapstok_share::documents::judged::{self, Judged};
use kapstok_share::documents::{AnswersTo, Shown, said};

use super::super::Made;
use super::super::errors::Wrong;
use super::super::frame::{Frame, Link, View};
use super::super::links::Page;
use super::{Quote, document, frame, quote, to};

#[derive(Template)]
#[template(path = "document-answers.html")]
struct AnswersTemplate {
    frame: Frame,
    title: String,
    back: Link,
    agreements: Vec<Agreement>,
}

struct Agreement {
    id: String,
    link: Link,
    sentence: String,
    asks: Vec<Ask>,
}

struct Ask {
    id: String,
    title: String,
    asked: Quote,
    /// What makes it an ask, with its words.
    lead_in: Option<(String, Quote)>,
    /// What the verdict is about; else what comes nearest.
    found: Option<Found>,
    /// What is said where nothing is proposed.
    nothing: Option<String>,
    others_title: String,
    others: Vec<Found>,
    searched: String,
    /// Who says so: the rules, or each person who decided.
    by: Vec<String>,
}

struct Found {
    quote: Quote,
    verdict: String,
    remarks: Vec<String>,
    money: Vec<String>,
}

/// Makes the page.
///
/// # Errors
/// There is no such document, or it asks nothing.
pub(in crate::pages) fn page(view: View<'_>, id: &str) -> Made {
    let page = Page::DocumentAnswers(id.to_owned());
    let document = document(view, &page, id)?;
    let known: Vec<(&Shown, &AnswersTo)> = document
        .answers
        .iter()
        .filter_map(|answers| Some((view.site.told.documents.find(&answers.agreement)?, answers)))
        .collect();
    if known.is_empty() {
        return Err(Wrong::Unknown { path: view.href(&page).chars().take(200).collect() });
    }
    let v = view.voice();
    let title = v.f("documents-answers-title", &[("title", document.title.of(view.language))]);
    let template = AnswersTemplate {
        frame: frame(view, &page, &title, Some(document)),
        back: Link { text: v.s("documents-overview"), ..to(view, document) },
        agreements: known
            .into_iter()
            .map(|(agreement, answers)| answered(view, document, agreement, answers))
            .collect(),
        title,
    };
    template.render().map_err(|_| Wrong::Ours)
}

fn answered(view: View<'_>, ask: &Shown, agreement: &Shown, answers: &AnswersTo) -> Agreement {
    let v = view.voice();
    let link = to(view, agreement);
    let (rows, judged) = judged::answers(super::state(view), &agreement.rows, &answers.rows);
    Agreement {
        id: format!("to-{}", view.site.told.documents.all.iter().position(|it| it.id == agreement.id).unwrap_or(0)),
        link: Link { text: v.f("documents-answers-to", &[("title", &link.text)]), href: link.href },
        sentence: said::answered(&rows, &v.words),
        asks: rows
            .iter()
            .map(|answer| {
                let key = key_of_answer(&agreement.rows.document.sha256, answer);
                asked(view, (ask, agreement), answer, judged.get(&key))
            })
            .collect(),
    }
}

fn asked(view: View<'_>, (ask, agreement): (&Shown, &Shown), answer: &AnswerRow, judged: Option<&Judged>) -> Ask {
    let v = view.voice();
    let verdict = v.words.word("read-verdict", &answer.verdict);
    // Of what a person did not find, the place that the rules chose is what comes nearest.
    let is_not_found = judged.is_some() && answer.verdict == "not-found";
    let chosen = answer.chosen.filter(|chosen| *chosen < answer.candidates.len() && !is_not_found);
    let shown = chosen.or((!answer.candidates.is_empty()).then_some(0));
    let nothing = match (chosen, shown) {
        (Some(_), _) => None,
        (None, Some(_)) => Some("documents-nearest-not"),
        (None, None) => Some("documents-nothing-near"),
    };
    let others: Vec<Found> = answer
        .candidates
        .iter()
        .enumerate()
        .filter(|(at, _)| Some(*at) != shown)
        .map(|(_, candidate)| found(view, agreement, candidate))
        .collect();
    let [sentences, notes, cells] = answer.searched.map(|n| v.count(n));
    let at = view.site.told.documents.all.iter().position(|it| it.id == agreement.id).unwrap_or(0);
    Ask {
        id: format!("ask-{at}-{}", answer.ask),
        title: v.f("documents-ask-heading", &[("number", &answer.ask.to_string()), ("verdict", &verdict)]),
        asked: quote(view, ask, &answer.asked),
        lead_in: answer.lead_in.as_ref().map(|place| (v.s("documents-lead-in"), quote(view, ask, place))),
        found: shown.and_then(|at| answer.candidates.get(at)).map(|candidate| found(view, agreement, candidate)),
        nothing: nothing.map(|key| v.s(key)),
        others_title: v.n("documents-others", others.len()),
        others,
        searched: v.f("documents-searched", &[("sentences", &sentences), ("notes", &notes), ("cells", &cells)]),
        by: match judged {
            Some(judged) => judged::sentences(judged, &agreement.rows.document, &v.words),
            None => vec![said::by(answer, &v.words)],
        },
    }
}

fn found(view: View<'_>, agreement: &Shown, candidate: &CandidateRow) -> Found {
    let v = view.voice();
    let rung = |key: &str, rung: &Option<String>| {
        let rung = rung.as_ref()?;
        Some(v.f(key, &[("rung", &v.words.word("read-rung", rung))]))
    };
    let verdict = v.words.word("read-verdict", &candidate.verdict);
    let lowest = rung("read-lowest", &candidate.rung);
    let near = said::money_near(candidate, &v.words);
    Found {
        quote: quote(view, agreement, &candidate.place),
        verdict: v.f("documents-would-be", &[("verdict", &verdict)]),
        remarks: said::remarks(candidate, &v.words),
        money: lowest.into_iter().chain(rung("documents-earmarked", &candidate.earmarked)).chain(near).collect(),
    }
}
