// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! From the text of a page to text that can be searched, with the way back.

mod normalise;
mod words;

pub use normalise::{Join, Normal, Part, Piece, normalise};
pub use words::{Words, folded};
