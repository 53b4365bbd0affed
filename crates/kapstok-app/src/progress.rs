// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Progress of long work, on a terminal only; elsewhere nothing is written.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use kapstok_share::words::{Language, Words};

/// Makes bars, or none where nobody looks.
pub(crate) struct Progress<'a> {
    words: &'a Words,
}

/// One bar.
pub(crate) struct Bar(ProgressBar);

impl<'a> Progress<'a> {
    /// Bars in the language of the words.
    pub(crate) fn new(words: &'a Words) -> Self {
        Self { words }
    }

    /// The language of its words.
    pub(crate) fn language(&self) -> Language {
        self.words.language
    }

    /// A bar of `n` steps; `indicatif` draws it on standard error if that is a terminal.
    pub(crate) fn bar(&self, key: &str, n: u64) -> Bar {
        let bar = ProgressBar::with_draw_target(Some(n), ProgressDrawTarget::stderr());
        let template = "{prefix} [{bar:30}] {pos}/{len} {wide_msg}";
        bar.set_style(ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar()));
        bar.set_prefix(self.words.say(key, &[]));
        Bar(bar)
    }
}

impl Bar {
    /// One step done.
    pub(crate) fn step(&self, what: &str) {
        self.0.set_message(what.to_owned());
        self.0.inc(1);
    }

    /// All done: the line goes.
    pub(crate) fn done(&self) {
        self.0.finish_and_clear();
    }
}
