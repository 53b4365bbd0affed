// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Paragraphs that are open while a part is walked over: what both kinds of office documents have in common.
//!
//! Invariant: text goes to the innermost paragraph; a note or a text box within one leaves it whole. What lies within
//! an element that is left out adds nothing.

use crate::error::ReadError;
use crate::file::Role;
use crate::file::flow::Flow;
use crate::limits::Limits;

pub(super) struct Paragraphs<'l> {
    pub(super) flow: Flow<'l>,
    /// Paragraphs within each other.
    open: Vec<(String, Role)>,
    /// Elements within one that is left out, itself included.
    left_out: usize,
}

impl<'l> Paragraphs<'l> {
    pub(super) fn new(limits: &'l Limits) -> Self {
        Self { flow: Flow::new(limits), open: Vec::new(), left_out: 0 }
    }

    /// Whether an element that begins here lies in one that is left out, as by `leave_out` for this one.
    pub(super) fn is_left_out(&mut self, leave_out: bool) -> bool {
        if leave_out || self.left_out > 0 {
            self.left_out += 1;
        }
        self.left_out > 0
    }

    /// Whether an element that ends here was left out.
    pub(super) fn ends_left_out(&mut self) -> bool {
        let was = self.left_out > 0;
        self.left_out = self.left_out.saturating_sub(1);
        was
    }

    pub(super) fn open(&mut self, role: Role) {
        self.open.push((String::new(), role));
    }

    pub(super) fn push(&mut self, text: &str) {
        if let Some((open, _)) = self.open.last_mut().filter(|_| self.left_out == 0) {
            open.push_str(text);
        }
    }

    /// What a paragraph says of itself goes before what its style says, but a list in a heading is no item.
    pub(super) fn set(&mut self, role: Role) {
        let keeps = |known: &Role| matches!(role, Role::Item(_)) && matches!(known, Role::Heading(_));
        if let Some((_, known)) = self.open.last_mut().filter(|(_, known)| !keeps(known)) {
            *known = role;
        }
    }

    /// Ends the innermost paragraph, and writes it unless it is one to skip.
    pub(super) fn close(&mut self, skip: bool) -> Result<(), ReadError> {
        match self.open.pop() {
            Some((text, role)) if !skip => self.flow.paragraph(&text, role),
            _ => Ok(()),
        }
    }
}
