// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Pictures as SVG, made on the server.
//!
//! In: numbers. Out: SVG without colours of its own (`kapstok.css` has them, by class), hidden from screen readers:
//! beside each picture stand its sentence and its table. Invariant: the same numbers are the same picture.

pub(crate) mod apart;
pub(crate) mod beeswarm;
pub(crate) mod chapters;
pub(crate) mod histogram;
pub(crate) mod map;
mod merged;
pub(crate) mod spine;
pub(crate) mod strips;
mod svg;
pub(crate) mod trend;
