// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! **How do people and programs look at a build?** Pages and an API over one snapshot.
//!
//! [`Served`] holds the snapshot that is shown now; a new build takes its place as a whole ([`Served::swap`]).
//! [`router`] has all paths: [`pages`] for people, [`api`] for programs. [`run`] answers until the program ends,
//! within [`Limits`].
//!
//! *Useful for*: a town hall's own network, a laptop, behind a proxy.
//! *Not useful for*: anything that changes figures. Nothing here writes but the [`desk`], which is a server of its own that
//! somebody must ask for; nothing asks another server.
//!
//! **Invariant:** what is answered comes from a [`Snapshot`](kapstok_share::snapshot::Snapshot), so from behind the
//! gate. No file, no clock of figures, no http client; nothing from the wire is evaluated.

mod accept;
mod answer;
pub mod api;
mod clock;
pub mod desk;
pub mod export;
mod headers;
mod level_map;
mod limits;
mod packed;
pub mod pages;
mod problem;
mod query;
mod refuse;
mod served;

use std::net::TcpListener;
use std::sync::Arc;

use axum::Router;
use axum::http::StatusCode;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::{CompressionLayer, CompressionLevel};
use tower_http::timeout::TimeoutLayer;

pub use api::TileShelf;
pub use clock::Clock;
pub use limits::Limits;
pub use pages::{StoryStep, story};
pub use served::{Contact, Held, Kept, Log, Served, Shelf, Site, SureHeld, Told, TruthTest};

/// All paths, with all that stands around every answer.
pub fn router(served: Arc<Served>) -> Router {
    around(Router::new().merge(pages::routes()).merge(api::routes()).fallback(pages::not_found), served)
}

/// What stands around every answer, around other paths: for tests.
#[doc(hidden)]
pub fn around(paths: Router, served: Arc<Served>) -> Router {
    paths
        .layer(CompressionLayer::new().quality(CompressionLevel::Fastest).compress_when(answer::is_to_be_packed))
        .layer(CatchPanicLayer::custom(headers::own_fault))
        .layer(TimeoutLayer::with_status_code(StatusCode::SERVICE_UNAVAILABLE, Limits::STANDARD.request_time))
        .layer(axum::middleware::from_fn_with_state(served, headers::around))
}

/// Answers requests until the program ends.
///
/// # Errors
/// What the system says of the listener.
pub fn run(listener: TcpListener, served: Arc<Served>, limits: Limits) -> std::io::Result<()> {
    listener.set_nonblocking(true)?;
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(async {
        let listener = tokio::net::TcpListener::from_std(listener)?;
        limits::accept(listener, router(served), limits).await
    })
}
