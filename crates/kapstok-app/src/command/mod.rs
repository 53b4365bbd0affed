// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! One module per command.

pub(crate) mod agenda;
pub(crate) mod area;
pub(crate) mod build;
pub(crate) mod check;
pub(crate) mod choose;
pub(crate) mod columns;
pub(crate) mod conformance;
pub(crate) mod demo;
pub(crate) mod explain;
pub(crate) mod export;
pub(crate) mod fetch;
pub(crate) mod gap;
pub(crate) mod hides;
pub(crate) mod init;
pub(crate) mod read;
pub(crate) mod reconcile;
pub(crate) mod report;
pub(crate) mod score;
pub(crate) mod serve;
pub(crate) mod site;
pub(crate) mod space;
pub(crate) mod sure;
pub(crate) mod translate;
pub(crate) mod why;
