// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Why a document is not read, and what is doubtful in one that is.
//!
//! Each case has a code; its sentence, hint and explanation stand in the text files of the app.

/// Why nothing is read of a document.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ReadError {
    /// The bytes are of no kind that is read.
    #[error("no document of a kind that is read")]
    Kind,
    /// There are no bytes at all.
    #[error("no bytes")]
    NoBytes,
    /// A bound of [`Limits`](crate::Limits) was passed.
    #[error("more {what} than {limit}")]
    TooLarge {
        /// What there was too much of: `bytes`, `pages`, `steps`, `unpacked-bytes`, `text-bytes`, `lines`, `depth`,
        /// `rows`, `columns`, `cells`.
        what: &'static str,
        /// The bound.
        limit: usize,
    },
    /// Cut, damaged or built against the rules.
    #[error("damaged: {found}")]
    Damaged {
        /// What was found.
        found: String,
    },
    /// It opens with a password only.
    #[error("encrypted")]
    Encrypted,
    /// All pages are pictures: reading it would find nothing, which is not the same as nothing being there.
    #[error("no text layer on any of {pages} pages")]
    NoTextLayer {
        /// Pages.
        pages: usize,
    },
    /// The signs of the text have no meaning that can be read.
    #[error("{unreadable} of {signs} signs cannot be read as text")]
    Garbage {
        /// Signs without a meaning.
        unreadable: usize,
        /// Signs in all.
        signs: usize,
    },
    /// A document type or an entity of its own: how a few bytes become gigabytes.
    #[error("the document declares `{found}`")]
    Declared {
        /// The declaration.
        found: String,
    },
    /// No text at all, and no picture either.
    #[error("no text")]
    Empty,
    /// All its text is turned: it stands upright or upside down on its pages.
    #[error("all {signs} signs are turned")]
    TurnedOnly {
        /// Signs.
        signs: usize,
    },
    /// No text and no picture, but many shapes: its letters were drawn.
    #[error("letters may be drawn on {pages} pages without text")]
    Drawn {
        /// Pages.
        pages: usize,
    },
    /// It is encrypted in a way that is not read, also with its password.
    #[error("encryption of a kind that is not read")]
    EncryptionUnknown,
    /// A PDF whose end is missing: what stood behind the cut cannot be searched, nor told apart from what never was.
    #[error("the end of the file is missing")]
    CutOff,
    /// Half of the pages of a PDF or more are not in the file, or what they show is not.
    #[error("{lost} of {pages} pages are not in the file")]
    PagesLost {
        /// Pages that are not there.
        lost: usize,
        /// Pages that the file says it has.
        pages: usize,
    },
}

impl ReadError {
    /// The code of the problem.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Kind => "K0800",
            Self::TooLarge { .. } => "K0801",
            Self::Damaged { .. } => "K0802",
            Self::Encrypted => "K0803",
            Self::NoTextLayer { .. } => "K0804",
            Self::Garbage { .. } => "K0805",
            Self::Declared { .. } => "K0806",
            Self::Empty => "K0807",
            Self::TurnedOnly { .. } => "K0820",
            Self::Drawn { .. } => "K0821",
            Self::EncryptionUnknown => "K0822",
            Self::CutOff => "K0880",
            Self::PagesLost { .. } => "K0881",
            Self::NoBytes => "K0883",
        }
    }

    /// Its facts by name, for the places in the sentence.
    pub fn facts(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Kind | Self::NoBytes | Self::Encrypted | Self::Empty | Self::EncryptionUnknown | Self::CutOff => {
                Vec::new()
            }
            Self::TurnedOnly { signs } => vec![("signs", signs.to_string())],
            Self::TooLarge { what, limit } => vec![("what", (*what).to_owned()), ("limit", limit.to_string())],
            Self::Damaged { found } | Self::Declared { found } => vec![("found", found.clone())],
            Self::NoTextLayer { pages } | Self::Drawn { pages } => vec![("pages", pages.to_string())],
            Self::PagesLost { lost, pages } => vec![("lost", lost.to_string()), ("pages", pages.to_string())],
            Self::Garbage { unreadable, signs } => {
                vec![("unreadable", unreadable.to_string()), ("signs", signs.to_string())]
            }
        }
    }
}

/// What is doubtful in a document that is read, and what was not read of it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ReadWarning {
    /// Pages that are pictures only.
    PagesWithoutText {
        /// Pages of the file, from 1.
        pages: Vec<u32>,
    },
    /// Signs without a meaning, shown as U+FFFD.
    UnreadableSigns {
        /// How many.
        signs: usize,
        /// Pages they stand on.
        pages: Vec<u32>,
    },
    /// Words broken by invisible hyphens; they are taken out, and would have hidden the word from a search.
    SoftHyphens {
        /// How many.
        signs: usize,
    },
    /// Signs in lines that do not run from left to right; they are not read.
    TurnedText {
        /// How many.
        signs: usize,
    },
    /// Pages all text of which is turned; it is not read.
    PagesTurned {
        /// Pages of the file, from 1.
        pages: Vec<u32>,
    },
    /// Pages of a PDF that are not in the file, or whose content is not.
    PagesLost {
        /// Pages that are not there.
        lost: usize,
        /// Pages that the file says it has.
        pages: usize,
    },
    /// Scripts and the like in a web page; they are not read.
    ScriptsLeftOut {
        /// How many.
        parts: usize,
    },
    /// Bytes that are no text in the stated encoding.
    Encoding {
        /// The encoding that was used.
        used: &'static str,
    },
    /// The words of the document are hardly those of the recipe's language: a wrong recipe, or signs that mean others.
    NotTheLanguage {
        /// Words that are common in the language.
        common: usize,
        /// Words in all.
        words: usize,
    },
    /// A row of the list of contents that no heading answers to.
    HeadingNotFound {
        /// The row.
        title: String,
    },
}

impl ReadWarning {
    /// The code of the problem.
    pub fn code(&self) -> &'static str {
        match self {
            Self::PagesWithoutText { .. } => "K0808",
            Self::UnreadableSigns { .. } => "K0809",
            Self::SoftHyphens { .. } => "K0810",
            Self::TurnedText { .. } => "K0811",
            Self::ScriptsLeftOut { .. } => "K0812",
            Self::Encoding { .. } => "K0813",
            Self::NotTheLanguage { .. } => "K0814",
            Self::HeadingNotFound { .. } => "K0815",
            Self::PagesTurned { .. } => "K0823",
            Self::PagesLost { .. } => "K0882",
        }
    }

    /// Its facts by name, for the places in the sentence.
    pub fn facts(&self) -> Vec<(&'static str, String)> {
        let list = |pages: &[u32]| pages.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
        match self {
            Self::PagesWithoutText { pages } | Self::PagesTurned { pages } => vec![("pages", list(pages))],
            Self::UnreadableSigns { signs, pages } => vec![("signs", signs.to_string()), ("pages", list(pages))],
            Self::PagesLost { lost, pages } => vec![("lost", lost.to_string()), ("pages", pages.to_string())],
            Self::SoftHyphens { signs } | Self::TurnedText { signs } => vec![("signs", signs.to_string())],
            Self::ScriptsLeftOut { parts } => vec![("parts", parts.to_string())],
            Self::Encoding { used } => vec![("used", (*used).to_owned())],
            Self::NotTheLanguage { common, words } => {
                vec![("common", common.to_string()), ("words", words.to_string())]
            }
            Self::HeadingNotFound { title } => vec![("title", title.clone())],
        }
    }
}
