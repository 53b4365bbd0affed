// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What can be typed after `kapstok read`.

use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};

use super::ReviewWhat;

/// What a document asks and promises, each with its place.
#[derive(Args)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub(crate) struct Read {
    /// The document: PDF, Word, OpenDocument, a web page or text.
    #[arg(required = true)]
    pub(crate) document: Option<PathBuf>,
    /// How to read it.
    #[command(flatten)]
    pub(crate) with: With,
    /// Write every statement: .jsonl or .csv.
    #[arg(long, short)]
    pub(crate) out: Option<PathBuf>,
    /// Print all that was read as JSON: text, statements, ladders, tables, words.
    #[arg(long, conflicts_with_all = ["json", "out"])]
    pub(crate) rows: bool,
    /// Another thing to do with documents.
    #[command(subcommand)]
    pub(crate) what: Option<ReadWhat>,
}

/// How a document is read, and how it is told.
#[derive(Args, Clone, Debug)]
pub(crate) struct With {
    /// A reading recipe: its file, its folder, or its name; without it, the one whose language fits best.
    #[arg(long)]
    pub(crate) recipe: Option<PathBuf>,
    /// Print the same as JSON.
    #[arg(long)]
    pub(crate) json: bool,
}

/// What else can be done with documents.
#[derive(Subcommand)]
pub(crate) enum ReadWhat {
    /// A person decides.
    #[command(flatten)]
    ByPerson(ReviewWhat),
    /// How often a word stands there, where, and what was not counted.
    Count {
        /// The document.
        document: PathBuf,
        /// A word, or a pattern: `wijk*`.
        word: String,
        /// How.
        #[command(flatten)]
        with: With,
    },
    /// From each statement up to the money that is nearest to it.
    Ladder {
        /// The document.
        document: PathBuf,
        /// Only statements on this printed page.
        #[arg(long)]
        page: Option<String>,
        /// Only statements that frame by area.
        #[arg(long)]
        by_area: bool,
        /// How.
        #[command(flatten)]
        with: With,
    },
    /// Tables whose rows must add up, and whether they do.
    Tables {
        /// The document.
        document: PathBuf,
        /// How.
        #[command(flatten)]
        with: With,
    },
    /// What was asked, held against what was promised.
    Answer {
        /// The manifesto, motion or petition.
        ask: PathBuf,
        /// The agreement or programme.
        agreement: PathBuf,
        /// How.
        #[command(flatten)]
        with: With,
    },
    /// Two documents side by side, per 10,000 words.
    Compare {
        /// The first.
        first: PathBuf,
        /// The second.
        second: PathBuf,
        /// Words to compare beside those of the recipe; may be repeated.
        #[arg(long)]
        word: Vec<String>,
        /// How.
        #[command(flatten)]
        with: With,
    },
    /// What others say about a document, held against it.
    Claims {
        /// The document.
        document: PathBuf,
        /// The claims: a file in TOML.
        claims: PathBuf,
        /// How.
        #[command(flatten)]
        with: With,
    },
    /// How well a recipe does on sentences that people marked.
    Eval {
        /// Marked sentences, one JSON object a line.
        #[arg(long)]
        gold: PathBuf,
        /// The document they stand in; without it, they are read by themselves.
        #[arg(long)]
        document: Option<PathBuf>,
        /// How.
        #[command(flatten)]
        with: With,
    },
}

impl Read {
    /// The workspace, as it was typed; most of what is done with documents needs none.
    pub(crate) fn workspace(&self) -> Option<&Path> {
        match &self.what {
            Some(ReadWhat::ByPerson(what)) => what.workspace(),
            _ => None,
        }
    }
}
