// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Invented countries, what is shown of them, and what an attacker makes of that.
#![allow(dead_code, reason = "each file of tests uses its part")]

pub(crate) mod at_once;
pub(crate) mod country;
pub(crate) mod differences;
pub(crate) mod plain;
pub(crate) mod seen;
pub(crate) mod simplex;
