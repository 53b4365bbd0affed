// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! First parts of the addresses of pages, in both languages.
//!
//! In: a language. Out: one word per kind of page; two kinds never have one word, but by a different number of parts.

use kapstok_share::words::Language;

/// First folders of the addresses, per language.
pub(super) struct Names {
    pub(super) search: &'static str,
    pub(super) map: &'static str,
    pub(super) area: &'static str,
    pub(super) compare: &'static str,
    pub(super) figures: &'static str,
    pub(super) why: &'static str,
    pub(super) hides: &'static str,
    pub(super) sources: &'static str,
    pub(super) method: &'static str,
    pub(super) truth: &'static str,
    pub(super) thursday: &'static str,
    pub(super) downloads: &'static str,
    pub(super) accessibility: &'static str,
    pub(super) agenda: &'static str,
    pub(super) holes: &'static str,
    pub(super) delivery: &'static str,
    pub(super) changed: &'static str,
    pub(super) ledger: &'static str,
    pub(super) log: &'static str,
    pub(super) choose: &'static str,
    pub(super) ranking: &'static str,
    pub(super) gap: &'static str,
    pub(super) statements: &'static str,
}

pub(super) const fn names(language: Language) -> Names {
    match language {
        Language::Nl => Names {
            search: "zoek",
            map: "kaart",
            area: "gebied",
            compare: "vergelijk",
            figures: "cijfers",
            why: "waarom",
            hides: "verbergt",
            sources: "bronnen",
            method: "methode",
            truth: "waarheid",
            thursday: "donderdag",
            downloads: "downloads",
            accessibility: "toegankelijkheid",
            agenda: "agenda",
            holes: "gaten",
            delivery: "uitvoering",
            changed: "veranderd",
            ledger: "kasboek",
            log: "logboek",
            choose: "kiezen",
            ranking: "ranglijst",
            gap: "verschil",
            statements: "uitspraken",
        },
        Language::En => Names {
            search: "search",
            map: "map",
            area: "area",
            compare: "compare",
            figures: "figures",
            why: "why",
            hides: "hides",
            sources: "sources",
            method: "method",
            truth: "truth",
            thursday: "thursday",
            downloads: "downloads",
            accessibility: "accessibility",
            agenda: "agenda",
            holes: "holes",
            delivery: "delivery",
            changed: "changed",
            ledger: "ledger",
            log: "log",
            choose: "choose",
            ranking: "ranking",
            gap: "gap",
            statements: "statements",
        },
    }
}
