// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! How much one connection, and one address, may ask of the server.
//!
//! In: a listener, the paths, [`Limits`]. Out: answers, until the program ends. Invariant: whoever sends slowly, sends
//! much, reads slowly or comes with many connections takes a bounded part of the server, and is never a line in its
//! log. Not here: what is refused of a request that was read (`refuse.rs`).

mod patience;
mod places;

use std::io;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use tokio::io::AsyncWriteExt;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Semaphore;

use patience::Patient;
use places::Places;

/// How much one connection, and one address, may ask.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Bytes of the first line and the headers together; more is answered with 431 and no words. Less than this that is
    /// still too much is refused in words (`refuse.rs`).
    pub header_bytes: usize,
    /// Within this the headers are here, and within this a connection is used again.
    pub header_time: Duration,
    /// Within this an answer has begun.
    pub request_time: Duration,
    /// Within this a reader takes the next piece of an answer.
    pub write_time: Duration,
    /// A connection lives no longer than this.
    pub connection_time: Duration,
    /// Connections at the same time; more wait in the system's queue.
    pub connections: usize,
    /// Of those from one address. More wait for [`Limits::place_time`], then they are answered with 503.
    pub connections_per_address: usize,
    /// How long a connection waits for a place of its address.
    pub place_time: Duration,
}

impl Limits {
    /// What `kapstok serve` holds to.
    pub const STANDARD: Self = Self {
        header_bytes: 32 * 1024,
        header_time: Duration::from_secs(10),
        request_time: Duration::from_secs(30),
        write_time: Duration::from_secs(30),
        connection_time: Duration::from_secs(600),
        connections: 1024,
        connections_per_address: 64,
        place_time: Duration::from_secs(2),
    };
}

/// Takes connections until the program ends.
pub(crate) async fn accept(listener: TcpListener, router: Router, limits: Limits) -> io::Result<()> {
    let all = Arc::new(Semaphore::new(limits.connections));
    let places = Arc::new(Places::new(limits.connections_per_address));
    loop {
        let Ok(permit) = Arc::clone(&all).acquire_owned().await else { return Ok(()) };
        let (stream, peer) = match listener.accept().await {
            Ok(accepted) => accepted,
            // A connection that is gone already is no failure of the server; no file handles left is one that passes.
            Err(error) => {
                if !is_of_the_connection(&error) {
                    tokio::time::sleep(Duration::from_millis(100)).await;
                }
                continue;
            }
        };
        let (router, places) = (router.clone(), Arc::clone(&places));
        tokio::spawn(async move {
            let _permit = permit;
            let Some(queue) = places.queue(peer.ip()) else { return };
            match tokio::time::timeout(limits.place_time, queue.place()).await {
                Ok(_place) => converse(stream, router, &limits).await,
                Err(_) => refuse(stream).await,
            }
        });
    }
}

fn is_of_the_connection(error: &io::Error) -> bool {
    use io::ErrorKind::{ConnectionAborted, ConnectionRefused, ConnectionReset};
    matches!(error.kind(), ConnectionAborted | ConnectionRefused | ConnectionReset)
}

/// Answers on one connection until it ends. How it ends is nobody's business but the caller's.
async fn converse(stream: TcpStream, router: Router, limits: &Limits) {
    let _ = stream.set_nodelay(true);
    let io = TokioIo::new(Patient::new(stream, limits.write_time));
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(limits.header_time)
        .max_header_size(limits.header_bytes)
        .serve_connection(io, TowerToHyperService::new(router));
    let mut connection = std::pin::pin!(connection);
    if tokio::time::timeout(limits.connection_time, connection.as_mut()).await.is_err() {
        connection.as_mut().graceful_shutdown();
        let _ = tokio::time::timeout(limits.request_time, connection).await;
    }
}

/// Says that an address has too many connections.
async fn refuse(mut stream: TcpStream) {
    // Nothing of the request was read, so neither its path nor its language is known.
    const WORDS: &str = "Er zijn te veel verbindingen tegelijk vanaf dit adres. Probeer het over een tel opnieuw.\n\
        There are too many connections from this address at a time. Try again in a moment.\n";
    let answer = format!(
        "HTTP/1.1 503 Service Unavailable\r\nretry-after: 1\r\ncontent-type: text/plain; charset=utf-8\r\n\
        content-length: {}\r\nx-content-type-options: nosniff\r\nconnection: close\r\n\r\n{WORDS}",
        WORDS.len()
    );
    let _ = tokio::time::timeout(Duration::from_secs(1), stream.write_all(answer.as_bytes())).await;
}
