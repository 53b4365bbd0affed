// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `/v1`: for programs.

use std::sync::Arc;

use axum::Router;

use crate::Served;

/// Paths for programs.
pub fn routes() -> Router<Arc<Served>> {
    Router::new()
}
