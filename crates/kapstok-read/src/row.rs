// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What was read of a document, as data: what files, pages and reviews share.
//!
//! In: nothing; these are forms. Out: rows that own what they say, each with its place. **Invariant:** every row has a
//! quote and the place of that quote. The form is version [`FORM`]; it is documented in `docs/reference/read.md`.
//! Not here: how the rows are made (`reading/`).

mod answer;

use serde::{Deserialize, Serialize};

pub use answer::{AnswerRow, CandidateRow, RemarkRow};

/// The version of this form.
pub const FORM: u32 = 2;

/// A document.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DocumentRows {
    /// [`FORM`].
    pub form: u32,
    /// Which document, read how.
    pub document: HeadRow,
    /// What was read, and what was not.
    pub coverage: CoverageRow,
    /// What is doubtful: a code and its facts.
    pub warnings: Vec<WarningRow>,
    /// Sections in reading order; the first is what stands before any heading.
    pub sections: Vec<SectionRow>,
    /// Blocks in reading order: the whole text.
    pub blocks: Vec<BlockRow>,
    /// Sentences in reading order, each with what it says.
    pub statements: Vec<StatementRow>,
    /// Words of the lexicon: hits, excluded, near.
    pub mentions: Vec<MentionRow>,
    /// Domain by framing.
    pub matrix: Vec<MatrixRow>,
    /// Chapters, with how much of each is framed by area.
    pub chapters: Vec<ChapterRow>,
    /// From statements to money: of those framed by area, and of all aims.
    pub ladders: Vec<LadderRow>,
    /// Tables whose rows must add up.
    pub tables: Vec<MoneyTableRow>,
    /// Money that may be stated twice.
    pub doubles: Vec<DoubleRow>,
}

/// A name in two languages.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Named {
    /// As rows carry it.
    pub id: String,
    /// Dutch.
    pub nl: String,
    /// English.
    pub en: String,
}

/// Which document, read how.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeadRow {
    /// SHA-256 of the file.
    pub sha256: String,
    /// Its title, where it has one.
    pub title: Option<String>,
    /// The reader.
    pub extractor: String,
    /// Its version.
    pub version: String,
    /// Id of the recipe.
    pub recipe: String,
    /// SHA-256 of the recipe.
    pub recipe_sha256: String,
    /// The language of the document, a BCP 47 code.
    pub language: String,
    /// Words in all, and in sentences.
    pub words: [usize; 2],
    /// Scales of the recipe, the smallest first.
    pub scales: Vec<Named>,
    /// Domains of the recipe, in its order.
    pub domains: Vec<Named>,
    /// Keys of the lexicon, in the order of the recipe.
    pub keys: Vec<Named>,
}

/// What was read, and what was not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CoverageRow {
    /// Pages.
    pub pages: usize,
    /// Pages without text.
    pub pages_without_text: Vec<u32>,
    /// Pages that the file should have and that are not in it.
    #[serde(default)]
    pub pages_lost: usize,
    /// Sentences.
    pub sentences: usize,
    /// Tables.
    pub tables: usize,
    /// Tables with rows and columns.
    pub tables_read: usize,
    /// Footnotes: searched for words, not for promises.
    pub footnotes: usize,
    /// Running heads and numbers of pages, left out.
    pub running_heads: usize,
    /// Rows of the list of contents, left out.
    pub contents_lines: usize,
}

/// What is doubtful.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WarningRow {
    /// Its code.
    pub code: String,
    /// Its facts by name.
    pub facts: Vec<(String, String)>,
}

/// Where something stands, with what stands there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlaceRow {
    /// SHA-256 of the document.
    pub document: String,
    /// SHA-256 of the recipe.
    pub recipe_sha256: String,
    /// The reader and its version.
    pub extractor: String,
    /// The number printed on the page.
    pub page: Option<String>,
    /// The page of the file, from 1.
    pub pdf_page: u32,
    /// Headings above it, the highest first.
    pub section: Vec<String>,
    /// Position of its block.
    pub block: u32,
    /// Row and column, of a place in a cell; column 0 is the label, and the title of a column has no row.
    pub cell: Option<(Option<u32>, u32)>,
    /// Bytes of the text of the block, or of the cell.
    pub span: [usize; 2],
    /// The same in the texts of pages: page of the file, first byte, byte after the last.
    pub pieces: Vec<[usize; 3]>,
    /// The words.
    pub quote: String,
}

/// A section.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SectionRow {
    /// Headings, the highest first.
    pub path: Vec<String>,
    /// Depth; 0 before any heading.
    pub level: u8,
    /// The first block of it, and the one after its last.
    pub blocks: [usize; 2],
}

/// A block.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BlockRow {
    /// `title`, `heading`, `paragraph`, `item`, `table`, `footnote`, `contents`, `running-head`.
    pub kind: String,
    /// Depth, of a heading.
    pub level: Option<u8>,
    /// Position of its section.
    pub section: usize,
    /// Printed page.
    pub page: Option<String>,
    /// Page of the file.
    pub pdf_page: u32,
    /// Its text.
    pub text: String,
    /// Rows of a table: label, then cells.
    pub rows: Vec<Vec<Option<String>>>,
}

/// A sentence, with what it says.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StatementRow {
    /// Stays the same as long as the words do: of document, kind, words, and which of equal ones.
    pub key: String,
    /// From 1, in reading order.
    pub id: u32,
    /// Where it stands.
    #[serde(flatten)]
    pub place: PlaceRow,
    /// `area`, `domains`, `both`, `neither`.
    pub framing: String,
    /// The smallest scale that it names.
    pub scale: Option<String>,
    /// Words that tell an area.
    pub areas: Vec<AreaRow>,
    /// What tells its domains.
    pub domains: Vec<DomainRow>,
    /// Who binds himself.
    pub commitment: Option<CommitmentRow>,
    /// Aims.
    pub targets: Vec<TargetRow>,
    /// Amounts of money.
    pub money: Vec<AmountRow>,
}

/// Words that tell an area.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AreaRow {
    /// Bytes of the quote.
    pub span: [usize; 2],
    /// Key of the lexicon.
    pub key: String,
    /// Scale.
    pub scale: String,
    /// Key of the statement whose area it takes up.
    pub refers_to: Option<String>,
}

/// What tells a domain.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DomainRow {
    /// The domain.
    pub id: String,
    /// `words`, `heading`, `rest`.
    pub by: String,
    /// Bytes of the quote, of words.
    pub span: Option<[usize; 2]>,
}

/// Who binds himself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CommitmentRow {
    /// `firm` or `soft`.
    pub strength: String,
    /// Who, by the name that the recipe gives; nothing where it does not say.
    pub actor: Option<String>,
    /// Bytes of the words for it.
    pub actor_span: Option<[usize; 2]>,
    /// Bytes of the words that bind.
    pub span: [usize; 2],
}

/// An aim, a parameter or a fact.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TargetRow {
    /// `T1`, `T2`, `T3`.
    pub grade: String,
    /// `outcome`, `parameter`, `fact`.
    pub role: String,
    /// How much; percentages as they are written. Of a range the upper end.
    pub quantity: Option<f64>,
    /// The lower end of a range.
    pub from: Option<f64>,
    /// Of what, in words of the text.
    pub unit: Option<String>,
    /// `increase_to` and the like.
    pub direction: Option<String>,
    /// A year, or a length of time as `P4Y`.
    pub deadline: Option<String>,
    /// Bytes of the quote.
    pub span: [usize; 2],
}

impl TargetRow {
    /// Whether it is an aim: an outcome with a number. Every count and list of aims goes by this; parameters, facts and
    /// what has a time alone (T1) are none.
    pub fn is_aim(&self) -> bool {
        self.role == "outcome" && self.quantity.is_some()
    }
}

/// An amount.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AmountRow {
    /// Whole units of the currency; the lower end of a range.
    pub amount: f64,
    /// The upper end of a range.
    pub to: Option<f64>,
    /// Three letters.
    pub currency: String,
    /// In words of the text.
    pub period: Option<String>,
    /// `each-year`, `in-all`, `unsaid`: amounts of two kinds have no sum.
    pub time: String,
    /// `money` or `parameter`.
    pub role: String,
    /// Bytes of the quote.
    pub span: [usize; 2],
}

/// A word of the lexicon.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MentionRow {
    /// `hit`, `excluded`, `near`.
    pub outcome: String,
    /// Key of the lexicon.
    pub key: String,
    /// The rule that excluded it, or that makes it frame nothing.
    pub rule: Option<String>,
    /// `sentence`, `heading`, `title`, `note`, `cell`.
    pub kind: String,
    /// The text around it.
    #[serde(flatten)]
    pub place: PlaceRow,
    /// Bytes of the quote.
    pub mark: [usize; 2],
}

/// One domain, by framing.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct MatrixRow {
    /// The domain; a sentence of two domains counts in both.
    pub domain: String,
    /// Framed by a domain alone.
    pub by_domain: CellRow,
    /// Framed by an area, too.
    pub by_area: CellRow,
}

/// A cell of the matrix.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct CellRow {
    /// Sentences.
    pub sentences: usize,
    /// Of these, commitments.
    pub commitments: usize,
    /// Aims in them: outcomes with a quantity.
    pub targets: usize,
    /// Amounts in them.
    pub amounts: usize,
    /// Keys of the sentences.
    pub statements: Vec<String>,
}

/// A chapter.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChapterRow {
    /// Its heading.
    pub title: String,
    /// Sentences.
    pub sentences: usize,
    /// By framing: area, both, domains, neither.
    pub framing: [usize; 4],
    /// Of those by area, per scale of the recipe, in its order.
    pub scales: Vec<usize>,
    /// Commitments.
    pub commitments: usize,
    /// Outcomes by grade: T1, T2, T3.
    pub targets: [usize; 3],
    /// Amounts.
    pub amounts: usize,
}

impl ChapterRow {
    /// Aims: outcomes with a number, as [`TargetRow::is_aim`] says.
    pub fn aims(&self) -> usize {
        self.targets[1] + self.targets[2]
    }
}

/// From a statement to money.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LadderRow {
    /// The statement.
    pub key: String,
    /// Where it stands.
    #[serde(flatten)]
    pub place: PlaceRow,
    /// The lowest rung with money: `sentence`, `item`, `heading`, `chapter`, `annex-row`, `none`.
    pub lowest: String,
    /// All rungs, from the lowest.
    pub rungs: Vec<RungRow>,
    /// Amounts of its chapter that stand further away and were not held against it, because there are very many.
    #[serde(default)]
    pub left_out: usize,
}

/// A rung.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RungRow {
    /// `sentence`, `item`, `heading`, `chapter`, `annex-row`.
    pub rung: String,
    /// Money on it.
    pub money: Vec<RungMoneyRow>,
}

/// Money on a rung.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RungMoneyRow {
    /// The amount in words of the text, or the cells of the row with the heads of their columns and what 1 stands for.
    pub amount: String,
    /// `earmarked`, `policy` (its policy is named, it is not), `shared`.
    pub tie: String,
    /// The words that tie it.
    pub words: Vec<String>,
    /// Where the money stands.
    #[serde(flatten)]
    pub place: PlaceRow,
}

/// A table whose rows must add up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MoneyTableRow {
    /// The rule of the recipe.
    pub rule: String,
    /// Where the table stands.
    #[serde(flatten)]
    pub place: PlaceRow,
    /// Sums that hold.
    pub equal: usize,
    /// Sums that do not, or that could not be checked.
    pub others: Vec<CheckRow>,
}

impl MoneyTableRow {
    /// How many sums do not hold, and how many could not be checked.
    pub fn different_and_unchecked(&self) -> [usize; 2] {
        let different = self.others.iter().filter(|check| check.outcome == "different").count();
        [different, self.others.len() - different]
    }
}

/// A sum that does not hold, or that could not be checked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckRow {
    /// Its row, as it is printed.
    pub row: String,
    /// Its column.
    pub column: String,
    /// What is printed.
    pub printed: Option<String>,
    /// What its terms add up to.
    pub computed: Option<String>,
    /// `different`, `not-checked`.
    pub outcome: String,
    /// Where the sum is printed; where nothing is printed, the label of its row.
    #[serde(flatten)]
    pub place: PlaceRow,
}

/// Money that may be stated twice.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DoubleRow {
    /// As it is written.
    pub amount: String,
    /// Keys of the statements; a cell of a table has none.
    pub statements: Vec<String>,
    /// Both places.
    pub places: Vec<PlaceRow>,
    /// Words that both have.
    pub words: Vec<String>,
}
