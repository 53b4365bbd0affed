// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The mean of a group of areas, and how far it may lie from that of areas like them.
//!
//! In: figures with weights. Out: [`Mean`]. The mean is that of the people: weighted by how many each figure is about.

/// The figure of one area.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Part {
    /// The figure.
    pub value: f64,
    /// How many it is about; above 0.
    pub weight: f64,
    /// How far chance alone moves it, as a standard error: of a published margin, or of so many persons. `None` where
    /// nothing is known of that.
    pub error: Option<f64>,
}

/// The mean of a group.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Mean {
    /// The weighted mean.
    pub value: f64,
    /// Its variance; `None` for a single area of which no chance is known.
    pub variance: Option<f64>,
    /// Degrees of freedom of the variance; infinite where it was not estimated from the areas.
    pub degrees: f64,
    /// Areas with a figure.
    pub n_areas: usize,
}

/// What the areas of a group stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stands {
    /// For themselves: they were chosen. Only the chance of persons, or the published margins, makes them unsure; where
    /// nothing is known of that, their scatter does.
    ForThemselves,
    /// For areas like them: their scatter makes the mean unsure, and never less than chance does.
    ForOthers,
}

/// The mean of a group of areas; `None` without any figure.
///
/// With `u = w / sum(w)` and residuals `e`: between areas `v = sum(u^2 e^2) sum(u^2) / sum(u^2 (1 - 2u + sum(u^2)))`, which is
/// `s^2 / n` for equal weights and without bias where areas scatter alike; `sum(u^2)^2 / sum(u^4) - 1` degrees of freedom,
/// `n - 1` for equal weights. By chance alone `v = sum(u^2 error^2)`. The larger of the two
/// counts where areas stand for others; chance where they stand for themselves.
///
/// # Source
/// Taylor linearisation of a ratio mean: Cochran, *Sampling techniques*, third edition (1977), section 6.4; the correction
/// is that of Bell and McCaffrey, *Survey Methodology* 28 (2002), for one mean.
pub fn mean(parts: &[Part], stands: Stands) -> Option<Mean> {
    let total: f64 = parts.iter().map(|part| part.weight).sum();
    if parts.is_empty() || total <= 0.0 {
        return None;
    }
    let share = |part: &Part| part.weight / total;
    let value: f64 = parts.iter().map(|part| share(part) * part.value).sum();
    let chance: Option<f64> =
        parts.iter().map(|part| part.error.map(|error| share(part) * share(part) * error * error)).sum();
    let (mut squares, mut fourths, mut scatter, mut expected) = (0.0, 0.0, 0.0, 0.0);
    for part in parts {
        let square = share(part) * share(part);
        squares += square;
        fourths += square * square;
        scatter += square * (part.value - value) * (part.value - value);
    }
    for part in parts {
        expected += share(part) * share(part) * (1.0 - 2.0 * share(part) + squares);
    }
    let between = (parts.len() > 1 && expected > 1e-12).then(|| scatter * squares / expected);
    let (variance, degrees) = match (between, chance) {
        (Some(between), Some(chance)) if chance > between || stands == Stands::ForThemselves => {
            (Some(chance), f64::INFINITY)
        }
        (Some(between), _) => (Some(between), (squares * squares / fourths - 1.0).max(1.0)),
        (None, chance) => (chance, f64::INFINITY),
    };
    Some(Mean { value, variance, degrees, n_areas: parts.len() })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part(value: f64, weight: f64) -> Part {
        Part { value, weight, error: None }
    }

    #[test]
    fn equal_weights_give_the_variance_of_the_textbook() {
        // 1, 2, 3, 6: mean 3, s^2 = (4 + 1 + 0 + 9) / 3 = 14/3, so s^2/n = 7/6; 3 degrees.
        let found = mean(&[1.0, 2.0, 3.0, 6.0].map(|value| part(value, 5.0)), Stands::ForOthers).unwrap();
        assert!((found.value - 3.0).abs() < 1e-12 && (found.variance.unwrap() - 7.0 / 6.0).abs() < 1e-12, "{found:?}");
        assert!((found.degrees - 3.0).abs() < 1e-12);
    }

    #[test]
    fn people_weigh_and_not_areas() {
        // (10 * 100 + 20 * 300) / 400 = 17.5.
        let found = mean(&[part(10.0, 100.0), part(20.0, 300.0)], Stands::ForOthers).unwrap();
        assert!((found.value - 17.5).abs() < 1e-12);
    }

    #[test]
    fn areas_that_happen_to_be_equal_are_no_surer_than_chance_lets_them() {
        let sure = |value| Part { value, weight: 1.0, error: Some(2.0) };
        let found = mean(&[sure(5.0), sure(5.0), sure(5.0), sure(5.0)], Stands::ForOthers).unwrap();
        // Four errors of 2 in a mean of four: 4/4 = 1.
        assert!((found.variance.unwrap() - 1.0).abs() < 1e-12 && found.degrees.is_infinite());
        // Areas that scatter more than chance does: 0 and 10 about 5 give 25 as a mean of others, 4/2 as themselves.
        let apart = [sure(0.0), sure(10.0)];
        assert!((mean(&apart, Stands::ForOthers).unwrap().variance.unwrap() - 25.0).abs() < 1e-9);
        assert!((mean(&apart, Stands::ForThemselves).unwrap().variance.unwrap() - 2.0).abs() < 1e-9);
        // One area knows only its own chance, or nothing.
        assert_eq!(mean(&[sure(5.0)], Stands::ForOthers).unwrap().variance, Some(4.0));
        assert_eq!(mean(&[part(5.0, 1.0)], Stands::ForOthers).unwrap().variance, None);
        assert_eq!(mean(&[], Stands::ForOthers), None);
    }
}
