// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What can be typed. What a person reads of it stands in the text files: see `help.rs`.

mod agenda;
mod choose;
mod gap;
mod read;
mod review;
mod space;
mod translate;

use std::net::IpAddr;
use std::path::{Path, PathBuf};

use clap::{Parser, Subcommand};

pub(crate) use agenda::{Agenda, SaidArguments};
pub(crate) use choose::{Choose, ChooseWhat};
pub(crate) use gap::GapArguments;
pub(crate) use read::{Read, ReadWhat, With};
pub(crate) use review::{Beside, ReviewWhat};
pub(crate) use space::{Space, Statistic};
pub(crate) use translate::TranslateArguments;

/// Kapstok: neighbourhood figures, choices and promises on one peg.
#[derive(Parser)]
#[command(name = "kapstok", version, about, arg_required_else_help = true)]
pub(crate) struct Cli {
    /// Language of what is printed; without it, LC_ALL, LC_MESSAGES or LANG decide.
    #[arg(long, global = true, value_parser = ["nl", "en"])]
    pub(crate) lang: Option<String>,
    /// What to do.
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// The commands, in the order in which a newcomer meets them.
#[derive(Subcommand)]
pub(crate) enum Command {
    /// Make the invented region, build it, show one area and the truth, and serve the pages.
    Demo {
        /// Where to make it; without it, a folder for temporary files.
        #[arg(long)]
        dir: Option<PathBuf>,
        /// Do not serve the pages afterwards.
        #[arg(long)]
        no_serve: bool,
    },
    /// Make a workspace.
    Init {
        /// The folder of the new workspace.
        dir: PathBuf,
        /// What to start from.
        #[arg(long, value_enum, default_value = "nl")]
        template: Template,
        /// One municipality within its country, by name or code.
        #[arg(long)]
        municipality: Option<String>,
    },
    /// Fetch what kapstok.toml names; prints source, licence and hash.
    Fetch {
        /// The workspace.
        dir: PathBuf,
        /// Take the files from a folder instead of the network.
        #[arg(long)]
        from: Option<PathBuf>,
    },
    /// Lint everything: each problem with its place and what to type.
    Check {
        /// The workspace.
        dir: PathBuf,
        /// Print the problems as JSON.
        #[arg(long)]
        json: bool,
    },
    /// Sources to build/.
    Build {
        /// The workspace.
        dir: PathBuf,
        /// Print counts as JSON.
        #[arg(long)]
        json: bool,
    },
    /// Pages, atlas and API over build/current.
    Serve {
        /// The workspace.
        dir: PathBuf,
        /// The port; 0 takes any that is free.
        #[arg(long, default_value_t = crate::command::serve::PORT)]
        port: u16,
        /// The address; others than this machine reach the pages only when told so.
        #[arg(long, default_value = "127.0.0.1")]
        host: IpAddr,
        /// A style sheet of the municipality, loaded behind ours.
        #[arg(long)]
        theme: Option<PathBuf>,
    },
    /// One cell's whole origin.
    Why {
        /// The workspace.
        dir: PathBuf,
        /// Code (or name, where only one area has it) of an area.
        area: String,
        /// Id of an indicator.
        indicator: String,
        /// The period; without it, the newest with a figure.
        #[arg(long)]
        period: Option<String>,
        /// Print the same as JSON.
        #[arg(long)]
        json: bool,
    },
    /// How sure: everything that might have been otherwise drawn again; what was drawn, and what it moves.
    Sure {
        /// The workspace.
        dir: PathBuf,
        /// Id of the recipe; without it, every recipe with `[sure]`.
        #[arg(long)]
        recipe: Option<String>,
        /// Also the intervals of this area, by code or name.
        #[arg(long)]
        area: Option<String>,
        /// Draws, in place of what the recipe says.
        #[arg(long)]
        replications: Option<u32>,
        /// Seed, in place of what the recipe says.
        #[arg(long)]
        seed: Option<u64>,
        /// Print the same as JSON.
        #[arg(long)]
        json: bool,
    },
    /// One area: its figures, the burdens that come together, bounds and sources.
    Area {
        /// The workspace.
        dir: PathBuf,
        /// Code (or name, where only one area has it) of an area.
        area: String,
        /// Also print the bounds on people with both burdens, for each pair.
        #[arg(long)]
        pairs: bool,
        /// Print the same as JSON.
        #[arg(long)]
        json: bool,
    },
    /// How different chosen areas are, and whether they grow apart.
    Gap(GapArguments),
    /// What a figure hides: where the differences lie, which areas go the other way.
    Hides {
        /// The workspace.
        dir: PathBuf,
        /// Id of an indicator, or a sentence with a figure, as it stands in a report.
        what: String,
        /// The period; without it, the newest with figures below.
        #[arg(long)]
        period: Option<String>,
        /// The smallest areas to look at; without it, the smallest with figures.
        #[arg(long)]
        level: Option<String>,
        /// Print the same as JSON.
        #[arg(long)]
        json: bool,
    },
    /// Run a recipe on bare CSV files; the scores go to standard output as CSV.
    Score {
        /// The recipe.
        recipe: PathBuf,
        /// Tables with a column of area codes, joined by it.
        #[arg(required = true)]
        tables: Vec<PathBuf>,
    },
    /// Compare published indices with ours; lists every difference.
    Conformance {
        /// Folders with a conformance.toml.
        #[arg(required = true)]
        folders: Vec<PathBuf>,
        /// Where the published files lie; without it, KAPSTOK_DATA, then the folder itself.
        #[arg(long)]
        data: Option<PathBuf>,
        /// Print the counts as JSON.
        #[arg(long)]
        json: bool,
    },
    /// Published totals, ours, the difference, and its cause.
    Reconcile {
        /// Also print the lines as JSON.
        #[arg(long)]
        json: bool,
        /// The workspace.
        dir: PathBuf,
        /// The workbook to write.
        #[arg(long)]
        out: PathBuf,
    },
    /// Areas by a written rule, and whom they reach and miss.
    Choose(Choose),
    /// What a document asks and promises, by domain or by area, with which money.
    Read(Read),
    /// A national target, worked out for every area under written rules.
    Translate(TranslateArguments),
    /// What is agreed: written down, shown, proved.
    #[command(subcommand, arg_required_else_help = true)]
    Agenda(Agenda),
    /// Papers for a meeting: an area on two pages, the annex for the council.
    #[command(subcommand, arg_required_else_help = true)]
    Report(Report),
    /// Files to take along, from the current build.
    #[command(subcommand, arg_required_else_help = true)]
    Export(Export),
    /// Statistics of a map: do neighbours resemble each other, and where.
    Space(Space),
    /// What a file holds: form, columns, types, missing marks, samples.
    Columns {
        /// The file.
        file: PathBuf,
        /// The sheet or layer; without it, the first.
        #[arg(long)]
        sheet: Option<String>,
    },
    /// A problem code (K0213) or a recipe, in plain words.
    Explain {
        /// The code, or the path of a recipe.
        what: String,
    },
    /// JSON Schema of the recipe language.
    Schema,
}

impl Command {
    /// The workspace that the command is about, as it was typed.
    pub(crate) fn workspace(&self) -> Option<&Path> {
        match self {
            Self::Demo { dir, .. } => dir.as_deref(),
            Self::Init { dir, .. }
            | Self::Fetch { dir, .. }
            | Self::Check { dir, .. }
            | Self::Build { dir, .. }
            | Self::Serve { dir, .. }
            | Self::Why { dir, .. }
            | Self::Area { dir, .. }
            | Self::Sure { dir, .. }
            | Self::Hides { dir, .. }
            | Self::Reconcile { dir, .. } => Some(dir),
            Self::Gap(arguments) => Some(&arguments.dir),
            Self::Translate(arguments) => Some(&arguments.dir),
            Self::Choose(choose) => choose.workspace(),
            Self::Agenda(agenda) => Some(agenda.workspace()),
            Self::Read(read) => read.workspace(),
            Self::Report(Report::Area { dir, .. } | Report::Agenda { dir, .. }) => Some(dir),
            Self::Export(Export::Files { dir, .. } | Export::Site { dir, .. }) => Some(dir),
            Self::Score { .. }
            | Self::Conformance { .. }
            | Self::Columns { .. }
            | Self::Space(_)
            | Self::Explain { .. }
            | Self::Schema => None,
        }
    }
}

/// Papers for a meeting.
#[derive(Subcommand)]
pub(crate) enum Report {
    /// An area on two pages.
    Area {
        /// The workspace.
        dir: PathBuf,
        /// Code or name of an area.
        area: String,
        /// The file to write: .pdf, .docx or .xlsx.
        #[arg(long, short)]
        out: PathBuf,
    },
    /// The annex for the council.
    Agenda {
        /// The workspace.
        dir: PathBuf,
        /// Code or name of an area.
        area: String,
        /// The file to write: .pdf, .docx or .xlsx.
        #[arg(long, short)]
        out: PathBuf,
    },
}

/// What can be taken along.
#[derive(Subcommand)]
pub(crate) enum Export {
    /// One level as a file for another program.
    Files {
        /// The workspace.
        dir: PathBuf,
        /// The level.
        #[arg(long)]
        level: String,
        /// The form; without it, the end of the name decides.
        #[arg(long, value_parser = crate::command::export::extensions())]
        format: Option<String>,
        /// The file to write.
        #[arg(long)]
        out: PathBuf,
    },
    /// The pages as plain files, for a shared drive or any host of files.
    Site {
        /// The workspace.
        dir: PathBuf,
        /// The folder to write.
        #[arg(long = "out")]
        folder: PathBuf,
        /// A style sheet of the municipality, loaded behind ours.
        #[arg(long)]
        theme: Option<PathBuf>,
    },
}

/// What a new workspace starts from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Template {
    /// The Netherlands.
    Nl,
    /// England.
    England,
    /// Nothing but the country.
    Empty,
}
