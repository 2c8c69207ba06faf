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

/// How far a type's probability in the finished distribution may be from its exact fair one, beyond the rounding to whole tickets. A
/// distribution that is further off is refused.
pub const DEVIATION: f64 = 1e-9;

/// A stage counts as attained when the known compositions come this close to its value. What is left is within [`DEVIATION`].
pub const ATTAINED: f64 = 1e-11;

/// A stage whose bound is this close to the linear program's value needs no second way of finding its multipliers: what is left is
/// the program's own rounding.
pub const SETTLED: f64 = 1e-12;

/// How far below the stage before a stage may begin its search, so that rounding in what is fixed does not make it impossible. The
/// value itself is proven afterwards.
pub const ROOM: f64 = 1e-7;

/// A gain this small beside the largest one is the noise of the program that it comes from.
pub const NOISE: f64 = 1e-10;

/// How many tickets rounding to whole tickets may cost a type's members, each; dealing them out costs less than one more.
pub const ROUNDED: f64 = 4.0;

/// Nash welfare: the rules' sums are this close to where they belong, relative to their size, before the search ends. What rounding
/// errors leave is settled in fractions.
pub const BALANCED: f64 = 1e-14;

/// The imbalance that is good enough when rounding errors stop any further progress.
pub const BALANCED_ENOUGH: f64 = 1e-10;

/// The most that the proof of Nash welfare may leave open in Σ log π.
pub const NASH_GAP: f64 = 1e-6;

/// Nash welfare: a probability this close to 1 is 1. Above the noise of the prices; what it costs is in the proven gap.
pub const FULL: f64 = 1e-10;

/// The most that the proof of goldilocks may leave open, relative to the objective.
pub const GOLDILOCKS_GAP: f64 = 1e-7;

/// How far the smallest probability of goldilocks may be from where a square root puts it, relative to its size: above the noise of the
/// slope, and its square, which is what the objective loses, is nothing.
pub const ON_EDGE: f64 = 1e-12;

/// A smallest and a largest probability fit when expected counts between them miss the rules by no more than this in all. What it costs is in the
/// proven gap.
pub const INSIDE: f64 = 1e-10;
/// How far outside its bounds a variable of our own simplex method may be: counts are whole numbers, and programs are scaled to about 1.
pub const FEASIBLE: f64 = 1e-9;

/// A pivot of our own simplex method is at least this large: coefficients are small whole numbers, so that a smaller one is noise.
pub const PIVOT: f64 = 1e-8;

/// A reduced gain up to this counts as none in our own simplex method.
pub const PRICED: f64 = 1e-10;

/// What all seats of a panel together may be worth more than a goal says: the search for panels gives each seat a little of it, so that no two
/// solutions are equally good and the simplex method does not stand still. Costs are whole thousandths, a few thousand a seat at most, so that
/// even five times this, times the largest cost, is far below 1.
pub const WHIM: f64 = 1e-5;

/// Multipliers of a proof that no panel exists are whole numbers when they are scaled by a small factor, up to this.
pub const WHOLE: f64 = 1e-6;
