// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `kapstok demo`.

use std::io::Write;
use std::path::PathBuf;

use crate::failure::Failure;
use crate::words::Words;

/// To come with the invented region.
pub(crate) fn demo(_dir: Option<PathBuf>, _words: &Words, _out: &mut dyn Write) -> Result<(), Failure> {
    Ok(())
}
