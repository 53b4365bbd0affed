// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What was asked in one document, held against another, as data.
//!
//! In: the readings of both. Out: [`AnswerRow`]s in the order of the asks. Rules propose them; a person decides.

use std::collections::BTreeMap;

use super::{Reading, as_rows, key, meant, rung_word};
use crate::amount::Role;
use crate::answer::{Answer, Candidate, Contradiction, Elsewhere, Missing, Side, Traits, Verdict, answers, asks};
use crate::ladder::Ladders;
use crate::row::{AnswerRow, CandidateRow, RemarkRow};

impl Reading<'_> {
    /// What is known of each unit, as asks and answers need it.
    pub fn traits(&self) -> Vec<Traits> {
        let mut all = vec![Traits::default(); self.units.len()];
        for statement in &self.statements {
            let of = &mut all[statement.unit];
            let domains = statement.framing.domain_set().into_iter();
            let named = domains.filter(|domain| Some(*domain) != self.recipe.domains.rest);
            of.domains = named.filter_map(|domain| Some(self.recipe.domains.all.get(domain)?.id.clone())).collect();
            let scale = |scale: usize| self.recipe.lexicon.scales.get(scale).map(|scale| scale.id.clone());
            let own = statement.framing.areas.iter().filter(|area| area.refers_to.is_none());
            of.scales = own.filter_map(|area| Some((scale(area.scale)?, area.span.clone()))).collect();
            let money = statement.amounts.iter().filter(|amount| amount.role == Role::Money);
            of.amounts = money.map(meant::sum).collect();
        }
        all
    }

    /// The same for what answers: with the money that is meant for a sentence and stands elsewhere.
    fn traits_of_answers(&self, ladders: &Ladders<'_>) -> Vec<Traits> {
        let mut all = self.traits();
        for statement in &self.statements {
            let ladder = self.ladder(ladders, statement);
            all[statement.unit].elsewhere = ladder.map(|ladder| self.meant(&ladder)).unwrap_or_default();
        }
        // Words for an area in an ask say where. In an answer, one such as `wijkaanpak` says what is done as well.
        all.iter_mut().flat_map(|traits| &mut traits.scales).for_each(|(_, span)| *span = span.start..span.start);
        all
    }

    /// Holds the asks of this document against another, as they are.
    pub fn answers_of(&self, agreement: &Reading<'_>) -> Vec<Answer> {
        let (ours, theirs) = (self.traits(), agreement.traits_of_answers(&agreement.ladders()));
        let asks = asks(self.document, &self.units, self.recipe);
        let asking = Side { document: self.document, units: &self.units, traits: &ours };
        let answering = Side { document: agreement.document, units: &agreement.units, traits: &theirs };
        answers(&asks, asking, answering, self.recipe)
    }

    /// Holds the asks of this document against another, as data.
    pub fn answered_by(&self, agreement: &Reading<'_>) -> Vec<AnswerRow> {
        let ladders = agreement.ladders();
        let candidate = |candidate: &Candidate| {
            let statement = agreement.statement_of(candidate.unit);
            let ladder = statement.and_then(|statement| agreement.ladder(&ladders, statement));
            CandidateRow {
                key: statement.map(|statement| statement.key.clone()),
                score: candidate.score,
                words: candidate.shared.iter().map(|shared| shared.word.clone()).collect(),
                unmet: candidate.unmet.clone(),
                remarks: remarks(candidate),
                verdict: verdict_word(candidate.verdict).to_owned(),
                rung: ladder.as_ref().map(|ladder| rung_word(ladder.lowest()).to_owned()),
                money: ladder.as_ref().map(|ladder| agreement.nearest(ladder)).unwrap_or_default(),
                earmarked: ladder.as_ref().map(|ladder| rung_word(ladder.lowest_earmarked()).to_owned()),
                place: as_rows::place_row(&candidate.place),
            }
        };
        let mut equal: BTreeMap<String, usize> = BTreeMap::new();
        let row = |answer: Answer| AnswerRow {
            key: {
                let quote = answer.ask.place.quote();
                let nth = equal.entry(quote.to_owned()).or_default();
                *nth += 1;
                key(&self.document.origin.sha256, "ask", quote, *nth - 1)
            },
            ask: u32::try_from(answer.ask.number).unwrap_or(u32::MAX),
            verdict: verdict_word(answer.verdict).to_owned(),
            by: "rules".to_owned(),
            asked: as_rows::place_row(&answer.ask.place),
            lead_in: answer.ask.lead_in.as_ref().map(as_rows::place_row),
            chosen: answer.chosen,
            searched: [answer.searched.sentences, answer.searched.notes, answer.searched.cells_left_out],
            candidates: answer.candidates.iter().map(candidate).collect(),
        };
        self.answers_of(agreement).into_iter().map(row).collect()
    }
}

fn verdict_word(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::TakenUp => "taken-up",
        Verdict::Partly => "partly",
        Verdict::Elsewhere => "elsewhere",
        Verdict::NotFound => "not-found",
    }
}

/// What keeps a candidate from being the whole answer.
fn remarks(candidate: &Candidate) -> Vec<RemarkRow> {
    let remark =
        |what: &str, asked: Option<String>, given: Option<String>| RemarkRow { what: what.to_owned(), asked, given };
    let missing = candidate.missing.iter().map(|missing| match missing {
        Missing::Money => remark("no-money", None, None),
        Missing::LessMoney => remark("less-money", None, None),
        Missing::OtherMoney => remark("other-money", None, None),
        Missing::Term => remark("no-term", None, None),
        Missing::LaterTerm { asked, given } => remark("later-term", Some(asked.clone()), Some(given.clone())),
        Missing::OtherTerm { asked, given } => remark("other-term", Some(asked.clone()), Some(given.clone())),
        Missing::Number { asked } => remark("no-number", Some(asked.clone()), None),
        Missing::OtherNumber { asked, given } => remark("other-number", Some(asked.clone()), Some(given.clone())),
        Missing::Places { names, asked, given } => {
            let named = if names.is_empty() { String::new() } else { format!(": {}", names.join(", ")) };
            remark("fewer-places", Some(format!("{asked}{named}")), Some(given.to_string()))
        }
        Missing::Action { words } => remark("no-action", None, Some(words.clone())),
    });
    let elsewhere = candidate.elsewhere.iter().map(|elsewhere| match elsewhere {
        Elsewhere::OtherPlace { given } => remark("other-place", None, Some(given.join(", "))),
        Elsewhere::OtherScale { given } => remark("other-scale", None, Some(given.join(", "))),
        Elsewhere::NoArea => remark("no-area", None, None),
        Elsewhere::OtherDomain => remark("other-domain", None, None),
    });
    let against = candidate.contradicts.iter().map(|contradiction| match contradiction {
        Contradiction::Denied { words } => remark("denied", None, Some(words.clone())),
        Contradiction::Given { words } => remark("given", Some(words.clone()), None),
        Contradiction::Opposite { asked, given } => remark("opposite", Some(asked.clone()), Some(given.clone())),
    });
    missing.chain(elsewhere).chain(against).collect()
}
