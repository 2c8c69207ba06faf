//! From the fair point to compositions with whole tickets: round, subtract, and mix what is left.

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::ToPrimitive;

use super::decompose::{Composition, Face, Remainder, subtract};
use super::leximin::{FairPoint, to_f64};
use super::mixture::{Mixture, mix};
use super::relaxation::Relaxation;
use super::rounding::Rounder;
use super::{Progress, SolveError};

/// Starts of the search for the whole-ticket fair point.
const ROUNDING_STARTS: usize = 200;
/// Starts of the search for one composition before subtraction counts as stuck.
const SUBTRACTION_STARTS: usize = 20;
/// How often the subtraction of a restored remainder is tried again, for compositions to mix.
const RETRIES: u64 = 4;
/// A remainder is restored until it has this many times the open averages that it was stuck with.
const RESTORED: usize = 2;

/// Compositions whose tickets sum to `tickets` and average to the fair point: exactly to the ticket where subtraction
/// ends the work, to about 1e-10 where a mixture does.
///
/// `None`: the fair point of the relaxation could not be written so. (The caller says so; it never goes on with less.)
pub fn distribution(
    relaxation: &Relaxation,
    point: &FairPoint,
    tickets: i128,
    progress: &mut dyn FnMut(Progress),
) -> Result<Option<Vec<Composition>>, SolveError> {
    let mut rounder = Rounder::new(relaxation, 0);
    let seats: Vec<BigRational> =
        (0..relaxation.types()).map(|t| point.probability(t) * BigInt::from(relaxation.multiplicity[t])).collect();
    let Some(mut remainder) = whole_tickets(relaxation, &mut rounder, &seats, tickets)? else {
        let face = exact_face(relaxation, &seats, 1)?;
        return finish(relaxation, &mut rounder, &face, tickets, Vec::new());
    };
    let mut report = |left: i128| progress(Progress::Tickets { done: tickets - left, tickets });
    let mut done = subtract(relaxation, &mut rounder, &mut remainder, SUBTRACTION_STARTS, &mut report);
    if remainder.tickets == 0 {
        return Ok(Some(done));
    }
    let mut aim = RESTORED * remainder.face(relaxation).open();
    loop {
        progress(Progress::Mixing);
        let mut known = Vec::new();
        while let Some(composition) = done.pop() {
            remainder.restore(&composition);
            known.push(composition.seats);
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
            let more = subtract(relaxation, &mut other, &mut copy, SUBTRACTION_STARTS, &mut |_| {});
            if copy.tickets == 0 {
                done.extend(more);
                return Ok(Some(done));
            }
            known.extend(more.into_iter().map(|composition| composition.seats));
        }
        let face = remainder.face(relaxation);
        let known = known.iter().map(|seats| face.raised(seats)).collect();
        if let Some(more) = finish(relaxation, &mut rounder, &face, remainder.tickets, known)? {
            done.extend(more);
            return Ok(Some(done));
        }
        if done.is_empty() {
            return Ok(None);
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

/// A mixture with its weights rounded to whole tickets.
fn finish(
    relaxation: &Relaxation,
    rounder: &mut Rounder,
    face: &Face,
    tickets: i128,
    known: Vec<Vec<usize>>,
) -> Result<Option<Vec<Composition>>, SolveError> {
    match mix(relaxation, face, rounder, known)? {
        Mixture::Apart => Ok(None),
        Mixture::Found(lists) => {
            let shares: Vec<f64> = lists.iter().map(|&(_, weight)| weight).collect();
            let shares = largest_remainders(&shares, tickets);
            let compositions = lists.iter().zip(shares).filter(|&(_, tickets)| tickets > 0);
            Ok(Some(
                compositions.map(|((raised, _), tickets)| Composition { seats: face.seats(raised), tickets }).collect(),
            ))
        }
    }
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
