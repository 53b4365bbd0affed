// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `kapstok report`: papers for a meeting. An area on two pages, or the annex for the council.

use std::io::Write;
use std::path::Path;

use kapstok_share::agenda::annex;
use kapstok_share::agenda::area_report::{self, PAGES, Room};
use kapstok_share::words::Words;

use crate::failure::Failure;
use crate::papers::{self, Beside};

/// Which paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Paper {
    /// What is good, what comes together, what is agreed, what is missing: two pages.
    Area,
    /// Matrix, links, actions, targets, money, what was delivered, holes, changes.
    Annex,
}

/// Writes a paper about an area.
///
/// # Errors
/// No build or area, a damaged log, a file that cannot be written.
pub(crate) fn report(
    paper: Paper,
    dir: &Path,
    area: &str,
    to: &Path,
    words: &Words,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    let beside = Beside::read(dir)?;
    let seen = beside.area(area, words)?;
    match paper {
        Paper::Area => {
            let rooms = Room::ALL.map(|room| area_report::document(&seen, room));
            papers::write_within(&rooms, PAGES, to, words, out)
        }
        Paper::Annex => papers::write(&annex::document(&seen), to, words, out),
    }
}
