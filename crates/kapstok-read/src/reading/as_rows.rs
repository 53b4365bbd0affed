// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! A reading as data: the rows of [`row`](crate::row).

use std::ops::Range;

use super::figures::{self, cells, decimal};
use super::{Reading, Statement, matrix, whole};
use crate::amount::{Amount, Role};
use crate::block::{Block, BlockKind};
use crate::double::{Double, Stand};
use crate::framing::{DomainBy, FramingKind};
use crate::ladder::{Earmark, Ladder, Ladders, Rung, Source, Step, Tie};
use crate::lexicon::{Mention, Reason};
use crate::money::{Span, Timing};
use crate::place::{At, Place};
use crate::recipe::Titles;
use crate::row::{
    AmountRow, AreaRow, BlockRow, CheckRow, CoverageRow, DocumentRows, DomainRow, DoubleRow, FORM, HeadRow, LadderRow,
    MentionRow, MoneyTableRow, Named, PlaceRow, RungMoneyRow, RungRow, SectionRow, StatementRow, WarningRow,
};
use crate::table::{Check, MoneyTable, Outcome};
use crate::unit::UnitKind;
use crate::work::turn;

/// Rungs, the lowest first.
const RUNGS: [Rung; 5] = [Rung::Sentence, Rung::Item, Rung::Heading, Rung::Chapter, Rung::AnnexRow];

impl Reading<'_> {
    /// All of it as data.
    pub fn rows(&self) -> DocumentRows {
        let statements: Vec<StatementRow> = self.statements.iter().map(|one| self.statement_row(one)).collect();
        let section = |section: &crate::Section| SectionRow {
            path: section.path.iter().map(ToString::to_string).collect(),
            level: section.level,
            blocks: [section.blocks.start, section.blocks.end],
        };
        DocumentRows {
            form: FORM,
            document: self.head(),
            coverage: self.coverage(),
            warnings: self.document.warnings.iter().map(warning).collect(),
            sections: self.document.sections.iter().map(section).collect(),
            blocks: self.document.blocks.iter().map(block_row).collect(),
            mentions: self.mention_rows(),
            matrix: matrix::matrix(&statements, self.recipe),
            chapters: matrix::chapters(&statements, self.recipe),
            ladders: self.ladder_rows(self.with_ladder()),
            tables: self.tables.iter().filter_map(|table| self.table_row(table)).collect(),
            doubles: self.doubles.iter().map(|double| self.double_row(double)).collect(),
            statements,
        }
    }

    /// The ladders of some statements as data; what they share is made once.
    pub fn ladder_rows<'s>(&self, statements: impl IntoIterator<Item = &'s Statement>) -> Vec<LadderRow> {
        let ladders = self.ladders();
        statements.into_iter().filter_map(|one| self.laddered(&ladders, one)).collect()
    }

    /// Statements whose ladders are part of the rows: those framed by area, and those with an aim.
    fn with_ladder(&self) -> impl Iterator<Item = &Statement> {
        self.statements.iter().filter(|one| !one.framing.areas.is_empty() || self.has_aim(one))
    }

    fn laddered(&self, ladders: &Ladders<'_>, statement: &Statement) -> Option<LadderRow> {
        let ladder = self.ladder(ladders, statement)?;
        let rungs = RUNGS.into_iter().map(|rung| self.rung_row(&ladder, rung)).collect();
        Some(LadderRow {
            key: statement.key.clone(),
            place: place_row(self.place(statement)),
            lowest: rung_word(ladder.lowest()).to_owned(),
            rungs,
            left_out: ladder.left_out,
        })
    }

    fn rung_row(&self, ladder: &Ladder, rung: Rung) -> RungRow {
        let money = ladder.on(rung).flat_map(|step| self.rung_money(step)).collect();
        RungRow { rung: rung_word(rung).to_owned(), money }
    }

    pub(super) fn rung_money(&self, step: &Step) -> Vec<RungMoneyRow> {
        let tie = match step.tie.earmark() {
            Earmark::Earmarked => "earmarked",
            Earmark::PolicyNamed => "policy",
            Earmark::Shared => "shared",
        };
        let words = match &step.tie {
            Tie::Named { term, .. } => vec![term.clone()],
            Tie::Policy { id } => vec![id.clone()],
            Tie::Heading { word } | Tie::Word { word } => vec![word.clone()],
            Tie::Same | Tie::PointsBack | Tie::Place => Vec::new(),
        };
        let row = |amount: String, place: &Place| RungMoneyRow {
            amount,
            tie: tie.to_owned(),
            words: words.clone(),
            place: place_row(place),
        };
        match &step.source {
            Source::Text { amounts, .. } => {
                amounts.iter().map(|(_, place)| row(place.quote().to_owned(), place)).collect()
            }
            Source::Row { table, row: index, money } => {
                let Some(table) = self.tables.get(*table) else { return Vec::new() };
                let Some(label) = table.rows.get(*index) else { return Vec::new() };
                vec![row(cells(table, money, &self.recipe.marks()), &label.label)]
            }
        }
    }

    fn head(&self) -> HeadRow {
        let (origin, recipe) = (&self.document.origin, self.recipe);
        let named = |id: &str, title: &Titles| Named { id: id.to_owned(), nl: title.nl.clone(), en: title.en.clone() };
        let title = self.document.blocks.iter().find(|block| block.kind == BlockKind::Title);
        let words = crate::count::words(&self.units);
        HeadRow {
            sha256: origin.sha256.clone(),
            title: title.map(|block| block.place.quote().to_owned()),
            extractor: origin.extractor.to_owned(),
            version: origin.version.to_owned(),
            recipe: origin.recipe.clone(),
            recipe_sha256: origin.recipe_sha256.clone(),
            language: recipe.head.language.get_ref().clone(),
            words: [words.all, words.in_sentences],
            scales: recipe.lexicon.scales.iter().map(|scale| named(&scale.id, &scale.title)).collect(),
            domains: recipe.domains.all.iter().map(|domain| named(&domain.id, &domain.title)).collect(),
            keys: recipe.lexicon.entries.iter().map(|entry| named(&entry.key, &entry.title)).collect(),
        }
    }

    fn coverage(&self) -> CoverageRow {
        let coverage = &self.document.coverage;
        CoverageRow {
            pages: coverage.pages,
            pages_without_text: coverage.pages_without_text.clone(),
            pages_lost: coverage.pages_lost,
            sentences: coverage.sentences,
            tables: coverage.tables,
            tables_read: coverage.tables_read,
            footnotes: coverage.footnotes,
            running_heads: coverage.running_heads,
            contents_lines: coverage.contents_lines,
        }
    }

    fn statement_row(&self, statement: &Statement) -> StatementRow {
        let (unit, recipe) = (&self.units[statement.unit], self.recipe);
        let id = if let UnitKind::Sentence(id) = unit.kind { id } else { 0 };
        let scale = |scale: usize| recipe.lexicon.scales.get(scale).map(|scale| scale.id.clone()).unwrap_or_default();
        let of_unit = |unit: usize| self.statement_of(unit).map(|one| one.key.clone());
        let areas = statement.framing.areas.iter().map(|area| AreaRow {
            span: ends(&area.span),
            key: recipe.lexicon.entries.get(area.entry).map(|entry| entry.key.clone()).unwrap_or_default(),
            scale: scale(area.scale),
            refers_to: area.refers_to.and_then(of_unit),
        });
        let domains = statement.framing.domains.iter().map(|one| {
            let (by, span) = match &one.by {
                DomainBy::Words(span) => ("words", Some(ends(span))),
                DomainBy::Heading(_) => ("heading", None),
                DomainBy::Rest => ("rest", None),
            };
            let id = recipe.domains.all.get(one.domain).map(|domain| domain.id.clone()).unwrap_or_default();
            DomainRow { id, by: by.to_owned(), span }
        });
        StatementRow {
            key: statement.key.clone(),
            id,
            place: place_row(&unit.place),
            framing: framing_word(statement.framing.kind(recipe)).to_owned(),
            scale: statement.framing.scale().map(scale),
            areas: areas.collect(),
            domains: domains.collect(),
            commitment: self.commitment_row(statement),
            targets: self.target_rows(statement),
            money: statement.amounts.iter().map(|amount| amount_row(amount, unit.place.quote())).collect(),
        }
    }

    fn mention_rows(&self) -> Vec<MentionRow> {
        let row = |mention: &Mention, outcome: &str, rule: Option<String>| {
            let unit = self.units.get(mention.unit)?;
            Some(MentionRow {
                outcome: outcome.to_owned(),
                key: self.recipe.lexicon.entries.get(mention.entry)?.key.clone(),
                rule,
                kind: kind_word(unit.kind).to_owned(),
                place: place_row(&unit.place),
                mark: ends(&mention.span),
            })
        };
        let hits = self.mentions.hits.iter().filter_map(|hit| row(hit, "hit", hit.unframed.clone()));
        let excluded = self.mentions.excluded.iter().filter_map(|one| {
            let rule = match &one.reason {
                Reason::Rule(rule) => Some(rule.clone()),
                Reason::Needs => None,
                Reason::Longer(entry) => self.recipe.lexicon.entries.get(*entry).map(|entry| entry.key.clone()),
            };
            row(&one.mention, "excluded", rule)
        });
        let near = self.mentions.near.iter().filter_map(|near| row(near, "near", None));
        hits.chain(excluded).chain(near).collect()
    }

    fn double_row(&self, double: &Double) -> DoubleRow {
        let stands = [&double.first, &double.second];
        let key = |stand: &Stand| match stand {
            Stand::Text { unit, .. } => self.statement_of(*unit).map(|one| one.key.clone()),
            Stand::Cell { .. } => None,
        };
        DoubleRow {
            amount: double.first.place().quote().to_owned(),
            statements: stands.into_iter().filter_map(key).collect(),
            places: stands.into_iter().map(|stand| place_row(stand.place())).collect(),
            words: double.shared.clone(),
        }
    }

    fn table_row(&self, table: &MoneyTable) -> Option<MoneyTableRow> {
        let block = self.document.blocks.get(table.block)?;
        let check = |check: &Check| {
            let outcome = match &check.outcome {
                Outcome::Holds => return None,
                Outcome::Differs { .. } => "different",
                Outcome::NotChecked(_) => "not-checked",
            };
            let column = table.columns.get(check.column).map(figures::head);
            let label = &table.rows.get(check.row)?.label;
            let printed = check.printed.as_ref().map(|printed| &printed.place);
            Some(CheckRow {
                row: label.quote().to_owned(),
                column: column.unwrap_or_default(),
                printed: printed.map(|printed| printed.quote().to_owned()),
                computed: check.computed.map(|computed| decimal(computed, table.decimals, &self.recipe.marks())),
                outcome: outcome.to_owned(),
                place: place_row(printed.unwrap_or(label)),
            })
        };
        Some(MoneyTableRow {
            rule: table.rule.clone(),
            place: place_row(&block.place),
            equal: table.checks.iter().filter(|check| check.outcome == Outcome::Holds).count(),
            others: table.checks.iter().filter_map(check).collect(),
        })
    }
}

fn ends(span: &Range<usize>) -> [usize; 2] {
    [span.start, span.end]
}

/// A place as data.
pub fn place_row(place: &Place) -> PlaceRow {
    turn();
    let origin = place.origin();
    let index = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    PlaceRow {
        document: origin.sha256.clone(),
        recipe_sha256: origin.recipe_sha256.clone(),
        extractor: format!("{} {}", origin.extractor, origin.version),
        page: place.printed().map(str::to_owned),
        pdf_page: place.page(),
        section: place.section().iter().map(ToString::to_string).collect(),
        block: index(place.block()),
        cell: match place.at() {
            At::Block => None,
            At::Label { row } => Some((Some(index(row)), 0)),
            At::Cell { row, column } => Some((Some(index(row)), index(column + 1))),
            At::Title { column } => Some((None, index(column + 1))),
        },
        span: ends(&place.span()),
        pieces: place.pieces().iter().map(|piece| [piece.page + 1, piece.range.start, piece.range.end]).collect(),
        quote: place.quote().to_owned(),
    }
}

fn block_row(block: &Block) -> BlockRow {
    let (kind, level) = match &block.kind {
        BlockKind::Title => ("title", None),
        BlockKind::Heading(level) => ("heading", Some(*level)),
        BlockKind::Paragraph => ("paragraph", None),
        BlockKind::Item => ("item", None),
        BlockKind::Table => ("table", None),
        BlockKind::Footnote(_) => ("footnote", None),
        BlockKind::Contents => ("contents", None),
        BlockKind::RunningHead => ("running-head", None),
    };
    let rows = block.table.iter().filter(|table| table.columns > 0).flat_map(|table| &table.rows).map(|row| {
        let label = row.label.as_ref().map(|label| label.quote().to_owned());
        let cells = row.cells.iter().map(|cell| cell.as_ref().map(|cell| cell.place.quote().to_owned()));
        std::iter::once(label).chain(cells).collect()
    });
    BlockRow {
        kind: kind.to_owned(),
        level,
        section: block.section,
        page: block.place.printed().map(str::to_owned),
        pdf_page: block.place.page(),
        text: block.place.quote().to_owned(),
        rows: rows.collect(),
    }
}

fn amount_row(amount: &Amount, quote: &str) -> AmountRow {
    let (from, to) = whole(amount.value);
    let words: Vec<&str> = amount.period_spans.iter().filter_map(|span| quote.get(span.clone())).collect();
    AmountRow {
        amount: from,
        to,
        currency: amount.currency.clone(),
        period: (!words.is_empty()).then(|| words.join(" ")),
        time: match Timing::of(amount.period.as_ref()).span() {
            Span::EachYear => "each-year",
            Span::InAll => "in-all",
            Span::Unsaid => "unsaid",
        }
        .to_owned(),
        role: match amount.role {
            Role::Money => "money",
            Role::Parameter => "parameter",
        }
        .to_owned(),
        span: ends(&amount.span),
    }
}

fn warning(warning: &crate::ReadWarning) -> WarningRow {
    let facts = warning.facts().into_iter().map(|(name, value)| (name.to_owned(), value));
    WarningRow { code: warning.code().to_owned(), facts: facts.collect() }
}

/// A rung in one word.
pub fn rung_word(rung: Rung) -> &'static str {
    match rung {
        Rung::Sentence => "sentence",
        Rung::Item => "item",
        Rung::Heading => "heading",
        Rung::Chapter => "chapter",
        Rung::AnnexRow => "annex-row",
        Rung::None => "none",
    }
}

fn framing_word(kind: FramingKind) -> &'static str {
    match kind {
        FramingKind::Area => "area",
        FramingKind::Domains => "domains",
        FramingKind::Both => "both",
        FramingKind::Neither => "neither",
    }
}

fn kind_word(kind: UnitKind) -> &'static str {
    match kind {
        UnitKind::Sentence(_) => "sentence",
        UnitKind::Heading => "heading",
        UnitKind::Title => "title",
        UnitKind::Note => "note",
        UnitKind::Cell => "cell",
    }
}
