// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What can be typed behind `kapstok agenda`.

use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};
use kapstok_agenda::entry::{Noun, OUTCOMES};

/// What is agreed: written down, shown, proved.
#[derive(Subcommand)]
pub(crate) enum Agenda {
    /// A plan to fill in: the burdens of an area and the links between them are there.
    Template {
        /// The workspace.
        #[arg(long = "from")]
        dir: PathBuf,
        /// Code or name of an area.
        area: String,
        /// The file to write: .xlsx, .docx or .pdf.
        #[arg(long, short)]
        out: PathBuf,
    },
    /// A plan in your own columns, or a sheet that a partner sent back.
    Import {
        /// The workspace.
        dir: PathBuf,
        /// The file: .xlsx or .docx.
        file: PathBuf,
        /// Area of rows that name none.
        #[arg(long)]
        area: Option<String>,
        /// Year of amounts that name none.
        #[arg(long)]
        year: Option<u16>,
        /// What a column holds: `Trekker=owners`.
        #[arg(long)]
        column: Vec<String>,
        /// Withdraw what the file no longer names, for this reason.
        #[arg(long)]
        withdraw_missing: Option<String>,
        /// Show what would change, and write nothing.
        #[arg(long)]
        dry_run: bool,
        /// The role that says so.
        #[arg(long, required_unless_present = "dry_run")]
        by: Option<String>,
        /// The day since which it holds; without it, today.
        #[arg(long)]
        date: Option<String>,
        /// Print the same as JSON.
        #[arg(long)]
        json: bool,
    },
    /// One sheet with the actions of a partner, to be confirmed.
    Ask {
        /// The workspace.
        dir: PathBuf,
        /// The partner: its name, or o3.
        partner: String,
        /// Only actions of this area.
        #[arg(long)]
        area: Option<String>,
        /// The file to write: .xlsx.
        #[arg(long, short)]
        out: PathBuf,
    },
    /// The agenda of an area in the sheets of a plan.
    Export {
        /// The workspace.
        dir: PathBuf,
        /// Code or name of an area.
        area: String,
        /// The file to write: .xlsx, .docx or .pdf.
        #[arg(long, short)]
        out: PathBuf,
    },
    /// What is agreed for an area.
    Show {
        /// The workspace.
        dir: PathBuf,
        /// Code or name of an area.
        area: String,
        /// As it was at the end of a day.
        #[arg(long)]
        at: Option<String>,
        /// Print the same as JSON.
        #[arg(long)]
        json: bool,
    },
    /// Say one thing: a burden, an action, money.
    Set {
        /// The workspace.
        dir: PathBuf,
        /// The kind of thing.
        #[arg(value_parser = nouns())]
        noun: String,
        /// What it says: `name=Debts`.
        #[arg(required = true)]
        fields: Vec<String>,
        /// The thing that is changed; without it, a new one.
        #[arg(long)]
        id: Option<String>,
        /// Who says so.
        #[command(flatten)]
        said: SaidArguments,
    },
    /// A thing is no longer part of the agenda.
    Withdraw {
        /// The workspace.
        dir: PathBuf,
        /// The thing.
        id: String,
        /// Why.
        #[arg(long)]
        reason: String,
        /// Who says so.
        #[command(flatten)]
        said: SaidArguments,
    },
    /// Adopt the agenda of an area: the next version.
    Adopt {
        /// The workspace.
        dir: PathBuf,
        /// Code or name of an area.
        area: String,
        /// Why there is a new version.
        #[arg(long)]
        reason: Option<String>,
        /// Hash of the choice by which the area was chosen.
        #[arg(long)]
        choice: Option<String>,
        /// Who says so.
        #[command(flatten)]
        said: SaidArguments,
    },
    /// What came of a promise or an action in a year.
    Deliver {
        /// The workspace.
        dir: PathBuf,
        /// The promise or action.
        id: String,
        /// The year.
        year: String,
        /// What came of it.
        #[arg(value_parser = OUTCOMES.to_vec())]
        outcome: String,
        /// Why it was not done.
        #[arg(long)]
        why: Option<String>,
        /// Who says so.
        #[command(flatten)]
        said: SaidArguments,
    },
    /// What a resident says.
    Reply {
        /// The workspace.
        dir: PathBuf,
        /// Code or name of an area.
        area: String,
        /// The resident's words.
        text: String,
        /// What it is about.
        #[arg(long)]
        about: Option<String>,
        /// Who says so.
        #[command(flatten)]
        said: SaidArguments,
    },
    /// The public answer to a reply.
    Answer {
        /// The workspace.
        dir: PathBuf,
        /// The reply.
        id: String,
        /// The answer.
        text: String,
        /// Who says so.
        #[command(flatten)]
        said: SaidArguments,
    },
    /// What comes together and nobody takes up; what was agreed and hangs in the air.
    Holes {
        /// The workspace.
        dir: PathBuf,
        /// Code or name of an area; without it, how many there are in each.
        area: Option<String>,
        /// Write a list for a meeting instead: .docx, .xlsx or .pdf.
        #[arg(long, short)]
        out: Option<PathBuf>,
        /// Print the same as JSON.
        #[arg(long)]
        json: bool,
    },
    /// Who pays what, for which domain, in which year; and the same total in two layouts.
    Ledger {
        /// The workspace.
        dir: PathBuf,
        /// Code or name of an area; without it, all.
        area: Option<String>,
        /// One year.
        #[arg(long)]
        year: Option<u16>,
        /// Write it as a paper instead: .docx, .xlsx or .pdf.
        #[arg(long, short)]
        out: Option<PathBuf>,
        /// Print the same as JSON.
        #[arg(long)]
        json: bool,
    },
    /// What changed between two versions.
    Changes {
        /// The workspace.
        dir: PathBuf,
        /// The earlier version.
        #[arg(long = "from")]
        before: String,
        /// The later version, or `now`.
        #[arg(long = "to", default_value = "now")]
        after: String,
        /// Print the same as JSON.
        #[arg(long)]
        json: bool,
    },
    /// All events, one per line.
    Log {
        /// The workspace.
        dir: PathBuf,
        /// Code or name of an area; without it, all.
        area: Option<String>,
        /// Print the same as JSON.
        #[arg(long)]
        json: bool,
    },
    /// Whether the log is as it was written.
    Verify {
        /// The workspace.
        dir: PathBuf,
        /// A head hash that was kept elsewhere.
        #[arg(long)]
        head: Option<String>,
        /// Print the same as JSON.
        #[arg(long)]
        json: bool,
    },
    /// Take words out of the log.
    Redact {
        /// The workspace.
        dir: PathBuf,
        /// The number of the event.
        event: u64,
        /// Which words of it.
        field: String,
        /// Why.
        #[arg(long)]
        reason: String,
        /// Who says so.
        #[command(flatten)]
        said: SaidArguments,
    },
}

/// Who says something, and since when it holds.
#[derive(Args)]
pub(crate) struct SaidArguments {
    /// The role.
    #[arg(long)]
    pub(crate) by: String,
    /// The day since which it holds; without it, today.
    #[arg(long)]
    pub(crate) date: Option<String>,
}

fn nouns() -> Vec<&'static str> {
    Noun::ALL.map(Noun::word).to_vec()
}

impl Agenda {
    /// The workspace, as it was typed.
    pub(crate) fn workspace(&self) -> &Path {
        match self {
            Self::Template { dir, .. }
            | Self::Import { dir, .. }
            | Self::Ask { dir, .. }
            | Self::Export { dir, .. }
            | Self::Show { dir, .. }
            | Self::Set { dir, .. }
            | Self::Withdraw { dir, .. }
            | Self::Adopt { dir, .. }
            | Self::Deliver { dir, .. }
            | Self::Reply { dir, .. }
            | Self::Answer { dir, .. }
            | Self::Holes { dir, .. }
            | Self::Ledger { dir, .. }
            | Self::Changes { dir, .. }
            | Self::Log { dir, .. }
            | Self::Verify { dir, .. }
            | Self::Redact { dir, .. } => dir,
        }
    }
}
