//! Every tolerance of the solver, named once, with the reason for its value.

/// A number of seats or a probability this close to a bound counts as being at it. The LP solver's own numbers are good to about
/// 1e-12 on these programs; the numbers told apart are fractions with denominators below about 1e6.
pub const AT_BOUND: f64 = 1e-8;

/// The largest gap between an LP's value and the bound that its multipliers prove in exact arithmetic. Larger gaps mean that the
/// multipliers are not optimal, and the stage is refused.
pub const PROVEN: f64 = 1e-9;

/// Multipliers are taken for a fraction when one with a small denominator is this close: well above the LP solver's noise, well below
/// the distance between fractions with denominators below [`LARGEST_DENOMINATOR`].
pub const FRACTION: f64 = 1e-8;

/// Largest denominator tried for one multiplier. Those seen on real pools stay below 1,100.
pub const LARGEST_DENOMINATOR: i64 = 20_000;

/// A separation program with a value up to this counts as zero: the averages of what was left are then met to about this
/// much, times its share of all tickets.
pub const MIXED: f64 = 1e-10;

/// A composition must be worth this much more than all known ones to count as new: well above the LP solver's noise.
pub const SEPARATED: f64 = 1e-9;

/// How far a type's probability in the finished distribution may be from its exact fair one, beyond one ticket. A distribution that is
/// further off is refused.
pub const DEVIATION: f64 = 1e-9;

/// Nash welfare: the rules' sums are this close to where they belong, relative to their size, before the search ends. What rounding
/// errors leave is settled in fractions.
pub const BALANCED: f64 = 1e-14;

/// The imbalance that is good enough when rounding errors stop any further progress.
pub const BALANCED_ENOUGH: f64 = 1e-10;

/// The most that the proof of Nash welfare may leave open in Σ log π.
pub const NASH_GAP: f64 = 1e-6;

/// Corners of the curve of smallest and largest probabilities that are this close are one: a hundred times the LP solver's noise.
pub const SAME_CORNER: f64 = 1e-10;

/// The most that the proof of goldilocks may leave open, relative to the objective.
pub const GOLDILOCKS_GAP: f64 = 1e-7;

/// How far the smallest probability of goldilocks may be from where a square root puts it, relative to its size: above the noise of the
/// slope, and its square, which is what the objective loses, is nothing.
pub const ON_EDGE: f64 = 1e-12;

/// Nash welfare: a probability this close to 1 is 1. Above the noise of the prices; what it costs is in the proven gap.
pub const FULL: f64 = 1e-10;
