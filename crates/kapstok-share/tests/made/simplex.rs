// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The simplex method, as every textbook has it: dense, two phases, Bland's rule. For tens of unknowns.

const NEARLY: f64 = 1e-9;

/// Terms (unknown, factor), the sum, and by how much it may be off.
pub(crate) type Sum = (Vec<(usize, f64)>, f64, f64);

/// Unknowns that lie between bounds, under sums that are known up to something.
#[derive(Clone, Debug, Default)]
pub(crate) struct Problem {
    /// Lowest and highest of each unknown; infinite where there is none.
    pub(crate) bounds: Vec<(f64, f64)>,
    /// What is known of them together.
    pub(crate) sums: Vec<Sum>,
}

impl Problem {
    /// The least and the most that one unknown can be; `None` when nothing fits.
    pub(crate) fn interval(&self, unknown: usize) -> Option<(f64, f64)> {
        // Only what hangs together with it is looked at.
        let mut known = vec![false; self.bounds.len()];
        known[unknown] = true;
        loop {
            let before = known.iter().filter(|it| **it).count();
            for (terms, ..) in &self.sums {
                if terms.iter().any(|(at, _)| known[*at]) {
                    terms.iter().for_each(|(at, _)| known[*at] = true);
                }
            }
            if known.iter().filter(|it| **it).count() == before {
                break;
            }
        }
        let own: Vec<usize> = (0..known.len()).filter(|at| known[*at]).collect();
        let place = |at: usize| own.binary_search(&at).ok();
        let (mut rows, mut limits) = (Vec::new(), Vec::new());
        let mut add = |row: Vec<f64>, limit: f64| {
            let scale = row.iter().fold(0.0_f64, |most, it| most.max(it.abs())).max(NEARLY);
            rows.push(row.iter().map(|it| it / scale).collect::<Vec<f64>>());
            limits.push(limit / scale);
        };
        for (position, &at) in own.iter().enumerate() {
            let (low, high) = self.bounds[at];
            if high.is_finite() {
                let mut row = vec![0.0; own.len()];
                row[position] = 1.0;
                add(row, high - low);
            }
        }
        for (terms, sum, off) in self.sums.iter().filter(|it| it.0.iter().any(|(at, _)| known[*at])) {
            let mut row = vec![0.0; own.len()];
            let mut base = 0.0;
            for (at, factor) in terms {
                row[place(*at)?] += factor;
                base += factor * self.bounds[*at].0;
            }
            add(row.clone(), sum + off - base);
            add(row.iter().map(|it| -it).collect(), -(sum - off - base));
        }
        let mut goal = vec![0.0; own.len()];
        goal[place(unknown)?] = 1.0;
        let low = self.bounds[unknown].0;
        let most = maximum(&rows, &limits, &goal)?;
        goal[place(unknown)?] = -1.0;
        let least = -maximum(&rows, &limits, &goal)?;
        Some((low + least, low + most))
    }
}

/// The most of `goal x` with `rows x <= limits` and `x >= 0`; infinite without end, `None` when nothing fits.
pub(crate) fn maximum(rows: &[Vec<f64>], limits: &[f64], goal: &[f64]) -> Option<f64> {
    let (m, n) = (rows.len(), goal.len());
    // Columns: n unknowns, m slacks, one helper, the limit. The last row is the goal.
    let width = n + m + 2;
    let mut table = vec![vec![0.0; width]; m + 1];
    for (at, row) in rows.iter().enumerate() {
        table[at][..n].copy_from_slice(row);
        table[at][n + at] = 1.0;
        table[at][n + m] = -1.0;
        table[at][width - 1] = limits[at];
    }
    let mut basis: Vec<usize> = (n..n + m).collect();
    let lowest = (0..m).min_by(|one, other| limits[*one].total_cmp(&limits[*other]));
    if let Some(lowest) = lowest.filter(|lowest| limits[*lowest] < 0.0) {
        table[m][n + m] = 1.0; // Least helper: most of its opposite.
        pivot(&mut table, &mut basis, lowest, n + m);
        run(&mut table, &mut basis, n + m + 1)?;
        if table[m][width - 1].abs() > 1e-6 {
            return None;
        }
        if let Some(row) = basis.iter().position(|it| *it == n + m) {
            let column = (0..n + m).find(|column| table[row][*column].abs() > NEARLY)?;
            pivot(&mut table, &mut basis, row, column);
        }
    }
    for row in &mut table {
        row[n + m] = 0.0;
    }
    table[m].iter_mut().for_each(|it| *it = 0.0);
    for (at, factor) in goal.iter().enumerate() {
        table[m][at] = -factor;
    }
    for row in 0..m {
        let factor = table[m][basis[row]];
        if factor != 0.0 {
            let by = table[row].clone();
            table[m].iter_mut().zip(by).for_each(|(it, by)| *it -= factor * by);
        }
    }
    match run(&mut table, &mut basis, n + m) {
        Some(()) => Some(table[m][width - 1]),
        None => Some(f64::INFINITY),
    }
}

/// Goes on until nothing gets better; `None` when it gets better without end.
fn run(table: &mut [Vec<f64>], basis: &mut [usize], n_columns: usize) -> Option<()> {
    let m = basis.len();
    let last = table[0].len() - 1;
    for _ in 0..20_000 {
        let Some(column) = (0..n_columns).find(|column| table[m][*column] < -NEARLY) else { return Some(()) };
        let rows = (0..m).filter(|row| table[*row][column] > NEARLY);
        let ratio = |row: usize| table[row][last] / table[row][column];
        let row = rows.min_by(|one, other| {
            let (a, b) = (ratio(*one), ratio(*other));
            if (a - b).abs() <= 1e-12 { basis[*one].cmp(&basis[*other]) } else { a.total_cmp(&b) }
        })?;
        pivot(table, basis, row, column);
    }
    panic!("the simplex method goes round");
}

fn pivot(table: &mut [Vec<f64>], basis: &mut [usize], row: usize, column: usize) {
    let by = table[row][column];
    table[row].iter_mut().for_each(|it| *it /= by);
    let own = table[row].clone();
    for (at, other) in table.iter_mut().enumerate().filter(|(at, _)| *at != row) {
        let _ = at;
        let factor = other[column];
        if factor != 0.0 {
            other.iter_mut().zip(&own).for_each(|(it, own)| *it -= factor * own);
        }
    }
    basis[row] = column;
}

#[test]
fn the_simplex_finds_what_was_worked_out_by_hand() {
    // Dasgupta, Papadimitriou, Vazirani, Algorithms, 7.1: most of x + 6y with x <= 200, y <= 300, x + y <= 400.
    let rows = [vec![1.0, 0.0], vec![0.0, 1.0], vec![1.0, 1.0]];
    assert_eq!(maximum(&rows, &[200.0, 300.0, 400.0], &[1.0, 6.0]), Some(1900.0));
    // 10 + 80 people in two areas, of which the first has fewer than 50 and the other 50 or more.
    let problem =
        Problem { bounds: vec![(0.0, 49.0), (50.0, f64::INFINITY)], sums: vec![(vec![(0, 1.0), (1, 1.0)], 90.0, 0.0)] };
    assert_eq!(problem.interval(0), Some((0.0, 40.0)));
    assert_eq!(problem.interval(1), Some((50.0, 90.0)));
    let nothing = Problem { bounds: vec![(0.0, 1.0)], sums: vec![(vec![(0, 1.0)], 5.0, 0.0)] };
    assert_eq!(nothing.interval(0), None);
}
