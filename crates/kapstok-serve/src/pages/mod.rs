// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `/nl` and `/en`: for people, complete without JavaScript.

use std::sync::Arc;

use axum::Router;

use crate::Served;

/// Paths for people.
pub fn routes() -> Router<Arc<Served>> {
    Router::new()
}
