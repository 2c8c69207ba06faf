//! From the fair point to compositions with whole tickets: round, subtract, and mix what is left.

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::ToPrimitive;

use super::decompose::{Composition, Face, Pace, Remainder, subtract};
use super::few::{self, FEW};
use super::leximin::to_f64;
use super::mixture::{Mixture, mix};
use super::relaxation::Relaxation;
use super::rounding::Rounder;
use super::{Progress, SolveError};

/// Starts of the search for the whole-ticket fair point.
const ROUNDING_STARTS: usize = 200;
/// Starts of the search for one composition before subtraction counts as stuck.
const SUBTRACTION_STARTS: usize = 20;
/// How often few tickets are subtracted from the beginning before whole compositions are exchanged for the last of them.
const ATTEMPTS: i128 = 8;
/// Of large numbers of tickets, fewer attempts are made: as many as come to this many tickets, but at least two.
const ATTEMPTED: i128 = 8_000;
/// How often the last of them, taken back, are subtracted again.
const LAST_ATTEMPTS: u64 = 20;
/// The streams of these attempts begin here, apart from those of the retries.
const FIRST_STREAM: u64 = 100;
/// How often the subtraction of a restored remainder is tried again, for compositions to mix.
const RETRIES: u64 = 4;
/// A remainder is restored until it has this many times the open averages that it was stuck with.
const RESTORED: usize = 2;

/// What came of [`distribution`].
pub enum Attempt {
    /// Compositions whose tickets sum to the number asked for and average to the point: exactly to the ticket where subtraction ends the
    /// work, to about 1e-10 where a mixture does.
    Done(Vec<Composition>),
    /// The point is no mixture of compositions next to it; these compositions were found on the way.
    Stuck(Vec<Vec<i64>>),
}

/// Writes a point (a selection probability for each type) as compositions next to it: each type and rule at its average rounded up or down.
pub fn distribution(
    relaxation: &Relaxation,
    probabilities: &[BigRational],
    tickets: i128,
    progress: &mut dyn FnMut(Progress),
) -> Result<Attempt, SolveError> {
    let mut rounder = Rounder::new(relaxation, 0);
    let seats: Vec<BigRational> =
        probabilities.iter().zip(&relaxation.multiplicity).map(|(p, &people)| p * BigInt::from(people)).collect();
    let Some(whole) = whole_tickets(relaxation, &mut rounder, &seats, tickets)? else {
        let face = exact_face(relaxation, &seats, 1)?;
        let done = finish(relaxation, &mut rounder, &face, tickets, Vec::new())?;
        return Ok(done.map_or(Attempt::Stuck(Vec::new()), Attempt::Done));
    };
    let mut report = |left: i128| progress(Progress::Tickets { done: tickets - left, tickets });
    // Few tickets take one composition each, so that there are many different ones.
    let attempts = if tickets <= FEW { (ATTEMPTED / tickets).clamp(2, ATTEMPTS) } else { 1 };
    let (mut remainder, mut done) = (whole.clone(), Vec::new());
    for stream in 0..attempts {
        let mut other = Rounder::new(relaxation, FIRST_STREAM + stream as u64);
        let rounder = if stream == 0 { &mut rounder } else { &mut other };
        let mut left = whole.clone();
        let pace = match (tickets <= FEW, stream % 2) {
            (false, _) => Pace::Whole,
            (true, 0) => Pace::Varied,
            (true, _) => Pace::Single,
        };
        let found = subtract(relaxation, rounder, &mut left, SUBTRACTION_STARTS, pace, &mut report);
        if left.tickets == 0 {
            return Ok(Attempt::Done(found));
        }
        if stream == 0 || left.tickets < remainder.tickets {
            (remainder, done) = (left, found);
        }
    }
    if tickets <= FEW {
        progress(Progress::Mixing);
        let known = few::take_back(&mut remainder, &mut done, relaxation.types());
        for stream in 1..=LAST_ATTEMPTS {
            let mut other = Rounder::new(relaxation, stream);
            let mut left = remainder.clone();
            let found = subtract(relaxation, &mut other, &mut left, SUBTRACTION_STARTS, Pace::Single, &mut |_| {});
            if left.tickets == 0 {
                done.extend(found);
                return Ok(Attempt::Done(done));
            }
        }
        if let Some(more) = few::share_out(relaxation, &mut rounder, &remainder, &known) {
            done.extend(more);
            return Ok(Attempt::Done(done));
        }
    }
    let mut aim = RESTORED * remainder.face(relaxation).open();
    let mut known: Vec<Vec<i64>> = Vec::new();
    loop {
        progress(Progress::Mixing);
        while let Some(composition) = done.pop() {
            remainder.restore(&composition);
            known.push(composition.counts(relaxation.types()));
            if remainder.face(relaxation).open() >= aim {
                break;
            }
        }
        if !remainder.holds(relaxation) {
            return Err(SolveError::Drift { doing: "the remainder left the rules" });
        }
        for stream in 1..=RETRIES {
            let mut copy = remainder.clone();
            let mut other = Rounder::new(relaxation, stream);
            let more = subtract(relaxation, &mut other, &mut copy, SUBTRACTION_STARTS, Pace::Whole, &mut |_| {});
            if copy.tickets == 0 {
                done.extend(more);
                return Ok(Attempt::Done(done));
            }
            known.extend(more.into_iter().map(|composition| composition.counts(relaxation.types())));
        }
        let face = remainder.face(relaxation);
        if let Some(more) = finish(relaxation, &mut rounder, &face, remainder.tickets, known.clone())? {
            done.extend(more);
            return Ok(Attempt::Done(done));
        }
        if done.is_empty() {
            return Ok(Attempt::Stuck(known));
        }
        aim = RESTORED * face.open();
    }
}

/// Seat-tickets of each type, each rounded up or down so that every rule's sum is a whole number next to its own.
fn whole_tickets(
    relaxation: &Relaxation,
    rounder: &mut Rounder,
    seats: &[BigRational],
    tickets: i128,
) -> Result<Option<Remainder>, SolveError> {
    let face = exact_face(relaxation, seats, tickets)?;
    let Some(raised) = rounder.round(&face.request(), ROUNDING_STARTS) else { return Ok(None) };
    let mut seats: Vec<i128> = face.floor.iter().map(|&seats| i128::from(seats)).collect();
    for t in raised {
        seats[t] += 1;
    }
    let remainder = Remainder { seats, tickets };
    Ok(remainder.holds(relaxation).then_some(remainder))
}

/// The box around `scale` times these exact seats.
fn exact_face(relaxation: &Relaxation, seats: &[BigRational], scale: i128) -> Result<Face, SolveError> {
    let overflow = || SolveError::Drift { doing: "seats times tickets pass 2^63" };
    let scaled: Vec<BigRational> = seats.iter().map(|seats| seats * BigInt::from(scale)).collect();
    let floor = scaled
        .iter()
        .map(|seats| seats.floor().to_integer().to_i64().ok_or_else(overflow))
        .collect::<Result<Vec<i64>, _>>()?;
    let rest: Vec<BigRational> =
        scaled.iter().zip(&floor).map(|(seats, &floor)| seats - BigRational::from(BigInt::from(floor))).collect();
    let mut bounds = Vec::with_capacity(relaxation.rules.len());
    for rule in &relaxation.rules {
        let mut sum = BigRational::default();
        for &(t, a) in &rule.terms {
            sum += &rest[t] * BigInt::from(a);
        }
        let least = sum.floor().to_integer().to_i64().ok_or_else(overflow)?;
        let most = sum.ceil().to_integer().to_i64().ok_or_else(overflow)?;
        bounds.push((least, most));
    }
    Ok(Face { floor, fractions: rest.iter().map(to_f64).collect(), bounds })
}

/// A mixture of the face's compositions.
fn finish(
    relaxation: &Relaxation,
    rounder: &mut Rounder,
    face: &Face,
    tickets: i128,
    known: Vec<Vec<i64>>,
) -> Result<Option<Vec<Composition>>, SolveError> {
    match mix(relaxation, &face.hull(relaxation), rounder, known)? {
        Mixture::Apart(_) => Ok(None),
        Mixture::Found(points) => Ok(Some(in_tickets(points, tickets))),
    }
}

/// Whole points with weights as compositions with whole tickets.
pub fn in_tickets(points: Vec<(Vec<i64>, f64)>, tickets: i128) -> Vec<Composition> {
    let weights: Vec<f64> = points.iter().map(|&(_, weight)| weight).collect();
    let shares = largest_remainders(&weights, tickets);
    let compositions = points.iter().zip(shares).filter(|&(_, tickets)| tickets > 0);
    compositions.map(|((counts, _), tickets)| Composition::new(counts, tickets)).collect()
}

/// Whole numbers in proportion to the weights, with the given sum: rounded down, then one more for the largest remainders (earlier ones
/// first among equals).
fn largest_remainders(weights: &[f64], total: i128) -> Vec<i128> {
    let sum: f64 = weights.iter().sum();
    let exact: Vec<f64> = weights.iter().map(|weight| weight / sum * total as f64).collect();
    let mut whole: Vec<i128> = exact.iter().map(|exact| exact.floor() as i128).collect();
    let mut order: Vec<usize> = (0..exact.len()).collect();
    order.sort_by(|&a, &b| exact[b].fract().total_cmp(&exact[a].fract()).then(a.cmp(&b)));
    let mut missing = total - whole.iter().sum::<i128>();
    for &i in order.iter().cycle() {
        if missing == 0 || order.is_empty() {
            break;
        }
        let step = missing.signum();
        if whole[i] + step >= 0 {
            whole[i] += step;
            missing -= step;
        }
    }
    whole
}

#[cfg(test)]
mod tests {
    use super::largest_remainders;

    #[test]
    fn tickets_keep_their_sum_and_follow_the_remainders() {
        assert_eq!(largest_remainders(&[0.5, 0.25, 0.25], 10), [5, 3, 2]);
        assert_eq!(largest_remainders(&[1.0, 1.0, 1.0], 1_000_000_000_000).iter().sum::<i128>(), 1_000_000_000_000);
        assert_eq!(largest_remainders(&[1.0 / 3.0, 2.0 / 3.0], 2), [1, 1]);
    }
}
