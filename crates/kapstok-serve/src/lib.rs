// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! **How do people and programs look at a build?** Pages and an API over one snapshot.
//!
//! [`Served`] holds the snapshot that is shown now; a new build takes its place as a whole ([`Served::swap`]).
//! [`router`] has all paths: [`pages`] for people, [`api`] for programs. [`run`] answers until the program ends.
//!
//! *Useful for*: a town hall's own network, a laptop, behind a proxy.
//! *Not useful for*: anything that changes data. Nothing here writes, and nothing asks another server.
//!
//! **Invariant:** what is answered comes from a [`Snapshot`](kapstok_share::snapshot::Snapshot), so from behind the
//! gate. No file, no clock of figures, no http client; nothing from the wire is evaluated.

pub mod api;
pub mod pages;
mod served;

use std::net::TcpListener;
use std::sync::Arc;

use axum::Router;

pub use served::{Held, Served, Site, Told, TruthTest};

/// All paths.
pub fn router(served: Arc<Served>) -> Router {
    Router::new().merge(pages::routes()).merge(api::routes()).fallback(pages::not_found).with_state(served)
}

/// Answers requests until the program ends.
///
/// # Errors
/// What the system says of the listener.
pub fn run(listener: TcpListener, served: Arc<Served>) -> std::io::Result<()> {
    listener.set_nonblocking(true)?;
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(async {
        let listener = tokio::net::TcpListener::from_std(listener)?;
        axum::serve(listener, router(served)).await
    })
}
