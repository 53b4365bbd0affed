// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Places per address: so many connections at a time, and as many again that wait.
//!
//! In: addresses of callers. Out: a place that is given back when it is dropped. Invariant: an address without a
//! connection takes no memory. An IPv6 caller owns 64 bits of addresses, so these count as one.

use std::collections::BTreeMap;
use std::net::{IpAddr, Ipv6Addr};
use std::sync::{Arc, Mutex, PoisonError};

use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// Places of all addresses.
#[derive(Debug)]
pub(super) struct Places {
    each: usize,
    by_address: Mutex<BTreeMap<IpAddr, Taken>>,
}

#[derive(Debug)]
struct Taken {
    /// Connections that are here: those with a place and those that wait.
    n: usize,
    places: Arc<Semaphore>,
}

/// A connection that waits for its place, or has it.
#[derive(Debug)]
pub(super) struct Queued {
    address: IpAddr,
    all: Arc<Places>,
    places: Arc<Semaphore>,
}

impl Places {
    /// So many for each address.
    pub(super) fn new(each: usize) -> Self {
        Self { each, by_address: Mutex::new(BTreeMap::new()) }
    }

    /// Stands in the queue of an address; `None` when that is full too.
    pub(super) fn queue(self: &Arc<Self>, address: IpAddr) -> Option<Queued> {
        let address = owner(address);
        let mut by_address = self.by_address.lock().unwrap_or_else(PoisonError::into_inner);
        let new = || Taken { n: 0, places: Arc::new(Semaphore::new(self.each)) };
        let taken = by_address.entry(address).or_insert_with(new);
        if taken.n >= self.each.saturating_mul(2) {
            return None;
        }
        taken.n += 1;
        Some(Queued { address, all: Arc::clone(self), places: Arc::clone(&taken.places) })
    }
}

impl Queued {
    /// Waits for a place. It is given back with what is returned.
    pub(super) async fn place(&self) -> Option<OwnedSemaphorePermit> {
        Arc::clone(&self.places).acquire_owned().await.ok()
    }
}

impl Drop for Queued {
    fn drop(&mut self) {
        let mut by_address = self.all.by_address.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(taken) = by_address.get_mut(&self.address) {
            taken.n -= 1;
            if taken.n == 0 {
                by_address.remove(&self.address);
            }
        }
    }
}

/// What counts as one address.
fn owner(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(v6) => {
            let [a, b, c, d, ..] = v6.segments();
            IpAddr::V6(Ipv6Addr::new(a, b, c, d, 0, 0, 0, 0))
        }
        v4 => v4,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_has_its_places_as_many_again_wait_and_the_rest_is_turned_away() {
        let places = Arc::new(Places::new(1));
        let v6 = |text: &str| -> IpAddr { text.parse().unwrap() };
        let first = places.queue(v6("2001:db8::1")).unwrap();
        // Another address of the same owner.
        let second = places.queue(v6("2001:db8::ffff")).unwrap();
        assert!(places.queue(v6("2001:db8::2")).is_none());
        assert!(places.queue(v6("2001:db8:0:1::2")).is_some(), "another owner");
        assert_eq!(first.places.available_permits(), 1);
        drop((first, second));
        assert!(places.by_address.lock().unwrap().is_empty(), "nothing stays of callers who left");
    }
}
