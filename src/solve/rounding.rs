//! Rounding a fractional point to whole numbers, each entry up or down, so that every rule's sum stays within bounds.

use super::random::Variety;
use super::relaxation::Relaxation;

/// Seats swapped before a start is given up.
const SWAPS: usize = 60;
/// Seats tried for removal in each swap.
const REMOVALS: usize = 4;
/// Types tried for a freed seat: a window that begins anywhere, since among so many one nearly always fits.
const WINDOW: usize = 300;

/// What is asked: raise some of the entries by one, so that for every rule the coefficients of the raised entries
/// sum to something within its bounds.
pub struct Request<'a> {
    /// For each type, how much of a seat is left after rounding down: at least 0, below 1. Entries at 0 stay.
    pub fractions: &'a [f64],
    /// For each rule, the least and largest sum over the raised types.
    pub bounds: &'a [(i64, i64)],
}

/// A search that remembers its way of ordering types.
pub struct Rounder<'a> {
    relaxation: &'a Relaxation,
    variety: Variety,
    /// Types in orders that each keep the members of some rule together.
    orders: Vec<Vec<usize>>,
    sums: Vec<i64>,
    gains: Vec<i64>,
}

impl<'a> Rounder<'a> {
    /// For these rules; `stream` picks one of many equally good searches.
    pub fn new(relaxation: &'a Relaxation, stream: u64) -> Self {
        let types = relaxation.types();
        let depth = relaxation.rules_of.iter().map(Vec::len).max().unwrap_or(0);
        let orders = (0..depth.max(1))
            .map(|lead| {
                let mut order: Vec<usize> = (0..types).collect();
                order.sort_by_key(|&t| {
                    let rules = &relaxation.rules_of[t];
                    (0..rules.len()).map(|i| rules[(i + lead) % rules.len()].0).collect::<Vec<_>>()
                });
                order
            })
            .collect();
        let rules = relaxation.rules.len();
        Self { relaxation, variety: Variety::new(stream), orders, sums: vec![0; rules], gains: vec![0; rules] }
    }

    /// Searches from up to `starts` random starts; the types to raise, ascending, or `None` when none was found (which proves nothing).
    ///
    /// A start takes each type with its fraction as its chance (systematic sampling, so that the number of seats and the values of one category
    /// come out right); swaps of one raised type for another then mend the other rules.
    pub fn round(&mut self, request: &Request, starts: usize) -> Option<Vec<usize>> {
        for _ in 0..starts {
            let (mut raised, mut lowered) = self.start(request);
            if self.mend(request, &mut raised, &mut lowered) {
                raised.sort_unstable();
                return Some(raised);
            }
        }
        None
    }

    fn start(&mut self, request: &Request) -> (Vec<usize>, Vec<usize>) {
        let order = &self.orders[self.variety.below(self.orders.len())];
        let turn = self.variety.below(order.len());
        let mut position = self.variety.unit();
        let (mut raised, mut lowered) = (Vec::new(), Vec::new());
        for &t in order[turn..].iter().chain(&order[..turn]) {
            let fraction = request.fractions[t];
            if fraction <= 0.0 {
                continue;
            }
            position += fraction;
            if position >= 1.0 {
                position -= 1.0;
                raised.push(t);
            } else {
                lowered.push(t);
            }
        }
        (raised, lowered)
    }

    /// Swaps until every rule is met, or `SWAPS` is used up.
    fn mend(&mut self, request: &Request, raised: &mut Vec<usize>, lowered: &mut Vec<usize>) -> bool {
        self.sums.fill(0);
        for &t in raised.iter() {
            for &(r, a) in &self.relaxation.rules_of[t] {
                self.sums[r] += a;
            }
        }
        let mut tabu = usize::MAX;
        for _ in 0..SWAPS {
            let off: i64 = self.sums.iter().zip(request.bounds).map(|(&sum, &bounds)| excess(sum, bounds)).sum();
            if off == 0 {
                return true;
            }
            // The seats whose loss helps most, ties in random order; then the best type to raise instead, for each.
            let mut removals: Vec<(i64, f64, Option<usize>)> = Vec::with_capacity(raised.len() + 1);
            let size = self.sums[0];
            if size >= request.bounds[0].0 {
                for (i, &t) in raised.iter().enumerate() {
                    if t != tabu {
                        let change = self.change(request, t, -1);
                        removals.push((change, self.variety.unit() + request.fractions[t], Some(i)));
                    }
                }
            } else {
                removals.push((0, 0.0, None));
            }
            removals.sort_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)));
            removals.truncate(REMOVALS);
            let mut best: Option<(i64, f64, Option<usize>, Option<usize>)> = None;
            for &(removal, _, out) in &removals {
                if let Some(i) = out {
                    self.shift(raised[i], -1);
                }
                if self.sums[0] >= request.bounds[0].0 {
                    best = better(best, (removal, 1.0, out, None));
                }
                if self.sums[0] < request.bounds[0].1 {
                    for (gain, (&sum, &bounds)) in self.gains.iter_mut().zip(self.sums.iter().zip(request.bounds)) {
                        *gain = excess(sum + 1, bounds) - excess(sum, bounds);
                    }
                    let begin = if lowered.len() <= WINDOW { 0 } else { self.variety.below(lowered.len()) };
                    for step in 0..lowered.len().min(WINDOW) {
                        let j = if begin + step < lowered.len() { begin + step } else { begin + step - lowered.len() };
                        let t = lowered[j];
                        if t == tabu {
                            continue;
                        }
                        let mut change = removal;
                        for &(r, a) in &self.relaxation.rules_of[t] {
                            change += if a == 1 {
                                self.gains[r]
                            } else {
                                excess(self.sums[r] + a, request.bounds[r]) - excess(self.sums[r], request.bounds[r])
                            };
                        }
                        if best.as_ref().is_none_or(|b| change <= b.0) {
                            let taste = self.variety.unit() - request.fractions[t];
                            best = better(best, (change, taste, out, Some(j)));
                        }
                    }
                }
                if let Some(i) = out {
                    self.shift(raised[i], 1);
                }
            }
            let Some((_, _, out, into)) = best else { return false };
            let leaving = out.map(|i| raised.swap_remove(i));
            let coming = into.map(|j| lowered.swap_remove(j));
            if let Some(t) = leaving {
                self.shift(t, -1);
                lowered.push(t);
            }
            if let Some(t) = coming {
                self.shift(t, 1);
                raised.push(t);
            }
            tabu = coming.or(leaving).unwrap_or(usize::MAX);
        }
        false
    }

    fn shift(&mut self, t: usize, by: i64) {
        for &(r, a) in &self.relaxation.rules_of[t] {
            self.sums[r] += by * a;
        }
    }

    fn change(&self, request: &Request, t: usize, by: i64) -> i64 {
        self.relaxation.rules_of[t]
            .iter()
            .map(|&(r, a)| excess(self.sums[r] + by * a, request.bounds[r]) - excess(self.sums[r], request.bounds[r]))
            .sum()
    }
}

type Swap = (i64, f64, Option<usize>, Option<usize>);

fn better(best: Option<Swap>, other: Swap) -> Option<Swap> {
    match best {
        Some(b) if (b.0, b.1) <= (other.0, other.1) => Some(b),
        _ => Some(other),
    }
}

fn excess(sum: i64, (least, most): (i64, i64)) -> i64 {
    (least - sum).max(sum - most).max(0)
}
