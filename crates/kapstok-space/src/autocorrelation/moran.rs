// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! One number for the whole map: do neighbours resemble each other?
//!
//! In: a figure per area, or none, and weights. Out: Moran's I with its expectation and variances, and where asked a
//! probability by permutation of all figures over all areas.
//! Invariant: areas without a figure are left out with their weights; islands are in the mean and in `n`, and add
//! 0 to the sum over neighbours, as PySAL does.

use kapstok_random::LongDraws;
use rayon::prelude::*;

use super::{Known, NoMeasure, Permutations, WeightSums, sum_of, upper_tail};
use crate::SpatialWeights;

/// Permutations that are summed beside each other.
const LANES: usize = 8;

/// Moran's I of a map, and what is to be expected where places do not matter.
#[derive(Clone, Debug, PartialEq)]
pub struct Moran {
    /// `n / S0 · Σ w_ij z_i z_j / Σ z²`.
    pub statistic: f64,
    /// `-1 / (n - 1)`.
    pub expected: f64,
    /// Variance when figures are draws from a normal distribution.
    pub variance_normal: f64,
    /// Variance when the figures at hand are put on areas at random.
    pub variance_randomisation: f64,
    /// By permutation, where asked for.
    pub permuted: Option<Permuted>,
    /// Areas with a figure.
    pub n_known: usize,
    /// Of those, areas without a neighbour that has one, rising.
    pub islands: Vec<u32>,
}

/// What came out of permutations.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Permuted {
    /// `(n_extreme + 1) / (n_permutations + 1)`.
    pub pseudo_p: f64,
    /// Permutations at least as extreme on the side on which the figure lies: the smaller count of those not below and
    /// those not above it. One-sided, folded as GeoDa does.
    pub n_extreme: u32,
    /// How many permutations there were.
    pub n_permutations: u32,
}

impl Permuted {
    /// Counts of permutations that are not below, and not above, what was found.
    pub(super) fn folded(n_not_below: u32, n_not_above: u32, n_permutations: u32) -> Self {
        let n_extreme = n_not_below.min(n_not_above);
        let pseudo_p = (f64::from(n_extreme) + 1.0) / (f64::from(n_permutations) + 1.0);
        Self { pseudo_p, n_extreme, n_permutations }
    }
}

impl Moran {
    /// Moran's I of figures under weights.
    ///
    /// # Errors
    /// [`NoMeasure`].
    /// # Source
    /// Moran, *Notes on continuous stochastic phenomena* (1950); variances of Cliff and Ord, *Spatial Processes*
    /// (1981), equations 2.14 to 2.17. Oracle: values of PySAL.
    /// # Examples
    /// ```
    /// use kapstok_space::{SpatialWeights, autocorrelation::Moran};
    ///
    /// // Four areas in a row, low beside low and high beside high.
    /// let weights = SpatialWeights::new(&[vec![1], vec![0, 2], vec![1, 3], vec![2]])?;
    /// let moran = Moran::new(&weights, &[Some(1.0), Some(1.0), Some(5.0), Some(5.0)], None)?;
    /// assert!((moran.statistic - 1.0 / 3.0).abs() < 1e-12);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn new(
        weights: &SpatialWeights,
        values: &[Option<f64>],
        permutations: Option<Permutations>,
    ) -> Result<Self, NoMeasure> {
        let known = Known::new(weights, values)?;
        let deviations = known.deviations();
        let n = deviations.len() as f64;
        let squares = sum_of(&deviations, |z| z * z);
        let sums = WeightSums::new(&known.weights);
        let pairs = Pairs::new(&known.weights);
        let products = pairs.products(&deviations);
        let expected = -1.0 / (n - 1.0);
        let WeightSums { s0, s1, s2 } = sums;
        let (s0_squared, n_squared) = (s0 * s0, n * n);
        let normal = (n_squared * s1 - n * s2 + 3.0 * s0_squared) / ((n_squared - 1.0) * s0_squared);
        let kurtosis = n * sum_of(&deviations, |z| z * z * z * z) / (squares * squares);
        let first = n * ((n_squared - 3.0 * n + 3.0) * s1 - n * s2 + 3.0 * s0_squared);
        let second = kurtosis * ((n_squared - n) * s1 - 2.0 * n * s2 + 6.0 * s0_squared);
        let randomisation = (first - second) / ((n - 1.0) * (n - 2.0) * (n - 3.0) * s0_squared);
        Ok(Self {
            statistic: n / s0 * products / squares,
            expected,
            variance_normal: normal - expected * expected,
            variance_randomisation: randomisation - expected * expected,
            permuted: permutations.map(|permutations| permuted(&pairs, &deviations, products, permutations)),
            n_known: known.areas.len(),
            islands: known.islands(),
        })
    }

    /// How many standard deviations the statistic lies above what is expected, under [`Self::variance_normal`].
    pub fn z_normal(&self) -> f64 {
        (self.statistic - self.expected) / self.variance_normal.sqrt()
    }

    /// The same under [`Self::variance_randomisation`].
    pub fn z_randomisation(&self) -> f64 {
        (self.statistic - self.expected) / self.variance_randomisation.sqrt()
    }

    /// One-sided: the chance of a number at least as far from the expectation, on the same side, under
    /// [`Self::variance_normal`].
    pub fn p_normal(&self) -> f64 {
        upper_tail(self.z_normal().abs())
    }
}

/// Does one figure of an area go with another figure of its neighbours? `n / S0 · Σ w_ij z_i u_j / √(Σ z² · Σ u²)`.
/// An area without one of the two figures is left out.
///
/// # Errors
/// [`NoMeasure`].
/// # Source
/// Anselin, Syabri and Smirnov, *Visualizing multivariate spatial correlation* (2002).
pub fn bivariate_moran(
    weights: &SpatialWeights,
    of_area: &[Option<f64>],
    of_neighbours: &[Option<f64>],
) -> Result<f64, NoMeasure> {
    if of_neighbours.len() != of_area.len() {
        return Err(NoMeasure::Shape { n_values: of_neighbours.len(), n_areas: of_area.len() });
    }
    let both = |one: &[Option<f64>], other: &[Option<f64>]| -> Vec<Option<f64>> {
        one.iter().zip(other).map(|(one, other)| one.filter(|_| other.is_some_and(f64::is_finite))).collect()
    };
    let one = Known::new(weights, &both(of_area, of_neighbours))?;
    let other = Known::new(weights, &both(of_neighbours, of_area))?;
    let (z, u) = (one.deviations(), other.deviations());
    let products: f64 = (0..z.len()).map(|area| z[area] * one.weights.lag(area, &u)).sum();
    let scale = (sum_of(&z, |z| z * z) * sum_of(&u, |u| u * u)).sqrt();
    Ok(z.len() as f64 / WeightSums::new(&one.weights).s0 * products / scale)
}

/// Pairs of neighbours, each once, with the weights of both ways together.
struct Pairs {
    ends: Vec<[u32; 2]>,
    /// Nothing where all pairs have one weight.
    weights: Vec<f64>,
    one_weight: f64,
}

impl Pairs {
    fn new(weights: &SpatialWeights) -> Self {
        let (mut ends, mut together) = (Vec::new(), Vec::new());
        for area in 0..weights.n_areas() {
            for (&other, &weight) in weights.of(area).iter().zip(weights.weights_of(area)) {
                let back = weights.between(other as usize, area as u32);
                if other as usize > area || back == 0.0 {
                    ends.push([area as u32, other]);
                    together.push(weight + back);
                }
            }
        }
        let one_weight = together.first().copied().unwrap_or(1.0);
        if together.iter().all(|weight| *weight == one_weight) {
            together.clear();
        }
        Self { ends, weights: together, one_weight }
    }

    /// `Σ w_ij z_i z_j`.
    fn products(&self, z: &[f64]) -> f64 {
        let mut sum = 0.0;
        let mut add = |[one, other]: [u32; 2], weight: f64| sum += weight * z[one as usize] * z[other as usize];
        match self.weights.is_empty() {
            true => self.ends.iter().for_each(|&ends| add(ends, self.one_weight)),
            false => self.ends.iter().zip(&self.weights).for_each(|(&ends, &weight)| add(ends, weight)),
        }
        sum
    }

    /// The same for several maps beside each other: who is a pair is looked up once, and all pairs of an area together.
    fn products_beside<const N: usize>(&self, z: &[[f64; N]]) -> [f64; N] {
        let mut sums = [0.0; N];
        let mut start = 0;
        for pairs in self.ends.chunk_by(|one, other| one[0] == other[0]) {
            let mut lag = [0.0; N];
            let mut add = |other: u32, weight: f64| {
                let other = &z[other as usize];
                (0..N).for_each(|lane| lag[lane] += weight * other[lane]);
            };
            match self.weights.get(start..start + pairs.len()) {
                None => pairs.iter().for_each(|ends| add(ends[1], self.one_weight)),
                Some(weights) => pairs.iter().zip(weights).for_each(|(ends, &weight)| add(ends[1], weight)),
            }
            let own = &z[pairs[0][0] as usize];
            (0..N).for_each(|lane| sums[lane] += own[lane] * lag[lane]);
            start += pairs.len();
        }
        sums
    }
}

/// Permutes all figures over all areas, islands included; replication `r` uses the numbers of the seed, area 0, `r`.
fn permuted(pairs: &Pairs, deviations: &[f64], found: f64, permutations: Permutations) -> Permuted {
    // Places of two bytes stay nearer to the processor.
    match u16::try_from(deviations.len()) {
        Ok(n) => counted(pairs, deviations, &(0..n).collect::<Vec<u16>>(), found, permutations),
        Err(_) => counted(pairs, deviations, &(0..deviations.len() as u32).collect::<Vec<u32>>(), found, permutations),
    }
}

/// The same, with the places of all areas in their order.
fn counted<Place>(
    pairs: &Pairs,
    deviations: &[f64],
    in_order: &[Place],
    found: f64,
    permutations: Permutations,
) -> Permuted
where
    Place: Copy + Send + Sync + TryInto<usize>,
{
    let largest = deviations.iter().fold(0.0, |most: f64, z| most.max(z.abs()));
    // Sums of the same numbers in another order differ in the last digits; they are ties all the same.
    let room = 1e-12 * largest * largest * pairs.ends.len() as f64 * pairs.one_weight;
    let counts = (0..permutations.number.div_ceil(LANES as u32)).into_par_iter().map_init(
        || (vec![in_order.to_vec(); LANES], vec![[0.0; LANES]; deviations.len()]),
        |(orders, beside), group| {
            let first = group * LANES as u32;
            let n_lanes = (permutations.number - first).min(LANES as u32);
            for (replication, order) in (first..first + n_lanes).zip(orders.iter_mut()) {
                order.copy_from_slice(in_order);
                shuffle(order, &mut LongDraws::new(permutations.seed, 0, replication));
            }
            beside.iter_mut().enumerate().for_each(|(area, lanes)| {
                for (lane, order) in lanes.iter_mut().zip(orders.iter()) {
                    *lane = order[area].try_into().map_or(0.0, |place: usize| deviations[place]);
                }
            });
            let products = pairs.products_beside(beside);
            let count = |is: &dyn Fn(f64) -> bool| {
                products[..n_lanes as usize].iter().filter(|products| is(**products)).count() as u32
            };
            [count(&|products| products >= found - room), count(&|products| products <= found + room)]
        },
    );
    let [not_below, not_above] = counts.reduce(|| [0, 0], |one, other| [one[0] + other[0], one[1] + other[1]]);
    Permuted::folded(not_below, not_above, permutations.number)
}

/// Every order as likely (Durstenfeld 1964).
fn shuffle<T>(values: &mut [T], draws: &mut LongDraws) {
    let mut n_left = values.len();
    while n_left > 2 {
        let bounds = [n_left as u32, n_left as u32 - 1];
        for (drawn, bound) in draws.pair_below(bounds).into_iter().zip(bounds) {
            values.swap(bound as usize - 1, drawn as usize);
        }
        n_left -= 2;
    }
    if n_left == 2 {
        values.swap(1, draws.below(2) as usize);
    }
}

#[cfg(test)]
mod tests {
    use super::super::mean;
    use super::*;

    #[test]
    fn all_orders_of_a_shuffle_are_as_likely() {
        let mut found = std::collections::BTreeMap::new();
        for replication in 0..24_000 {
            let mut values = [0.0, 1.0, 2.0, 3.0];
            shuffle(&mut values, &mut LongDraws::new(4, 0, replication));
            *found.entry(values.map(|value| value as u8)).or_insert(0_u32) += 1;
        }
        assert_eq!(found.len(), 24);
        assert!(found.values().all(|&n| n.abs_diff(1000) < 160), "{found:?}");
    }

    #[test]
    fn the_mean_does_not_depend_on_the_order() {
        let values = [0.1, 1e9, -3.3, 0.7, 1e-9, 5.0, -1e9];
        let mut backwards = values;
        backwards.reverse();
        assert_eq!(mean(&values).to_bits(), mean(&backwards).to_bits());
    }

    #[test]
    fn what_cannot_be_measured_says_why() {
        let weights = SpatialWeights::new(&[vec![1], vec![0], vec![], vec![], vec![]]).unwrap();
        let error = |values: &[Option<f64>]| Moran::new(&weights, values, None).unwrap_err();
        let (one, two) = (Some(1.0), Some(2.0));
        assert_eq!(error(&[one, two]), NoMeasure::Shape { n_values: 2, n_areas: 5 });
        assert_eq!(error(&[one, two, one, None, None]), NoMeasure::TooFew { n_known: 3 });
        assert_eq!(error(&[one; 5]), NoMeasure::AllTheSame);
        assert_eq!(error(&[one, None, two, one, one]), NoMeasure::NoNeighbours);
        let moran = Moran::new(&weights, &[one, two, one, two, None], None).unwrap();
        assert_eq!((moran.n_known, moran.islands), (4, vec![2, 3]));
    }
}
