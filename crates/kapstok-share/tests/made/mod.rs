// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Invented countries, and what an attacker makes of what is shown of them.

pub(crate) mod country;
pub(crate) mod simplex;
