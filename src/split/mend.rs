//! Compositions that cannot be cut change some seats with others, so that both can be: the chances stay what they are.
//!
//! Of many lotteries with the fairest chances the solver finds one, and it knows nothing of cutting. With `u` a composition that cannot be cut and `v` any other one, w
//! tickets of each become w tickets of `u − a + b` and w of `v − b + a`, where a and b are seats of two member types: together they seat everybody as
//! often as before. Where both are compositions and both can be cut, that much is mended.

use std::collections::BTreeMap;

use super::SplitError;
use super::cut::{Cutter, Halved};
use super::together::Group;
use crate::instance::Instance;
use crate::solve::{Composition, Origin, Relaxation, Solution, SolveError};

/// Ways to change seats that are tried for one composition, in seats that are cut for it, before it is left as it is.
const SEATS: usize = 100_000;
/// Compositions with which one is made anew, before it is left as it is.
const PARTNERS: usize = 30;

/// A composition.
struct One {
    counts: Vec<i64>,
    /// The sum of each rule.
    sums: Vec<i64>,
    tickets: i128,
}

impl One {
    fn new(relaxation: &Relaxation, counts: Vec<i64>, tickets: i128) -> Self {
        let sum = |terms: &[(usize, i64)]| terms.iter().map(|&(t, coefficient)| coefficient * counts[t]).sum();
        let sums = relaxation.rules.iter().map(|rule| sum(&rule.terms)).collect();
        Self { counts, sums, tickets }
    }

    /// Whether it is still a composition with a seat of type `less` given to type `more`.
    fn allows(&self, relaxation: &Relaxation, less: usize, more: usize) -> bool {
        let change = |r: usize, t: usize| {
            let of_type = relaxation.rules_of[t].iter().find(|&&(rule, _)| rule == r);
            of_type.map_or(0, |&(_, coefficient)| coefficient)
        };
        let within = |&(r, _): &(usize, i64)| {
            let sum = self.sums[r] - change(r, less) + change(r, more);
            let rule = &relaxation.rules[r];
            rule.least <= sum && sum <= rule.most
        };
        self.counts[less] > 0
            && self.counts[more] < relaxation.multiplicity[more]
            && relaxation.rules_of[less].iter().chain(&relaxation.rules_of[more]).all(within)
    }

    fn changed(&self, less: usize, more: usize) -> Vec<i64> {
        let mut counts = self.counts.clone();
        counts[less] -= 1;
        counts[more] += 1;
        counts
    }

    fn seated(&self) -> impl Iterator<Item = usize> + '_ {
        (0..self.counts.len()).filter(|&t| self.counts[t] > 0)
    }
}

/// Which compositions can be cut, as far as halving tells.
struct Tried<'a> {
    cutter: Cutter<'a>,
    kind_of_type: Vec<usize>,
    /// The first member of each type.
    firsts: Vec<usize>,
    known: BTreeMap<Vec<usize>, bool>,
    seats: usize,
}

impl Tried<'_> {
    /// By halving alone.
    fn can_be_cut(&mut self, counts: &[i64]) -> Result<bool, SolveError> {
        let kinds = self.kinds(counts);
        if let Some(&known) = self.known.get(&kinds) {
            return Ok(known);
        }
        self.seats += kinds.len();
        let can = matches!(self.cutter.quick(&kinds)?, Halved::Done(_));
        self.known.insert(kinds, can);
        Ok(can)
    }

    /// By all means.
    fn can_be_cut_at_all(&mut self, counts: &[i64]) -> Result<bool, SolveError> {
        if self.can_be_cut(counts)? {
            return Ok(true);
        }
        let kinds = self.kinds(counts);
        let can = match self.cutter.cut(&kinds) {
            Err(SolveError::TooHard { .. }) => false,
            cut => cut?.is_some(),
        };
        self.known.insert(kinds, can);
        Ok(can)
    }

    fn kinds(&self, counts: &[i64]) -> Vec<usize> {
        let seats = counts.iter().zip(&self.kind_of_type);
        let mut kinds: Vec<usize> = seats.flat_map(|(&count, &kind)| (0..count).map(move |_| kind)).collect();
        kinds.sort_unstable();
        kinds
    }
}

/// Changes the compositions of a solution so that [`split`](super::split) can cut their panels, as far as that is found; the chances of every member type, and so
/// everything that is claimed of the solution, stay as they are. `instance` is that of all panels together, and `solution` comes from it. Returns how many
/// compositions still cannot be cut for all that is known: 0 when all can be.
///
/// # Errors
/// When the numbers of the instance are not those of so many panels together, or the search fails.
pub fn mend(instance: &Instance, solution: &mut Solution, panels: usize) -> Result<usize, SplitError> {
    let size = instance.size();
    let cutter = Cutter::new(instance, panels).ok_or(SplitError::NotTogether { size, panels })?;
    let firsts = solution.typed.types.iter().map(|kind| kind.members.first().copied().unwrap_or_default());
    let firsts: Vec<usize> = firsts.collect();
    let kind_of_type = firsts.iter().map(|&member| cutter.kind(member)).collect();
    let tried = Tried { kind_of_type, firsts, cutter, known: BTreeMap::new(), seats: 0 };
    let mended = mended(&solution.relaxation, &solution.compositions, tried);
    let (compositions, left) = mended.map_err(|reason| SplitError::Failed { panels, reason })?;
    solution.compositions = compositions;
    Ok(left)
}

fn mended(
    relaxation: &Relaxation,
    compositions: &[Composition],
    mut tried: Tried<'_>,
) -> Result<(Vec<Composition>, usize), SolveError> {
    let (mut cut, mut uncut, mut left) = (Vec::new(), Vec::new(), Vec::new());
    for composition in compositions {
        let counts = composition.counts(relaxation.types());
        let list = if tried.can_be_cut(&counts)? { &mut cut } else { &mut uncut };
        list.push(One::new(relaxation, counts, composition.tickets));
    }
    if uncut.is_empty() {
        return Ok((compositions.to_vec(), 0));
    }
    uncut.reverse();
    while let Some(mut one) = uncut.pop() {
        let mut found = change(relaxation, &one, &cut, &uncut, &mut tried)?;
        if found.is_none() {
            if tried.can_be_cut_at_all(&one.counts)? {
                cut.push(one);
                continue;
            }
            found = anew(relaxation, &one, &cut, &uncut, &mut tried)?;
        }
        let Some(Found { from_uncut, place, made }) = found else {
            left.push(one);
            // One that stays is as bad as many.
            break;
        };
        let partners = if from_uncut { &mut uncut } else { &mut cut };
        let tickets = one.tickets.min(partners[place].tickets);
        partners[place].tickets -= tickets;
        if partners[place].tickets == 0 {
            partners.remove(place);
        }
        one.tickets -= tickets;
        if one.tickets > 0 {
            uncut.push(one);
        }
        cut.extend(made.map(|counts| One::new(relaxation, counts, tickets)));
    }
    left.append(&mut uncut);
    let many = left.len();
    let mut all: BTreeMap<Vec<i64>, i128> = BTreeMap::new();
    for one in cut.into_iter().chain(left) {
        *all.entry(one.counts).or_default() += one.tickets;
    }
    Ok((all.into_iter().map(|(counts, tickets)| Composition::new(&counts, tickets)).collect(), many))
}

/// Two compositions that can be cut, in place of one and another one.
struct Found {
    /// Whether the other one is among those that cannot be cut.
    from_uncut: bool,
    /// Its place among them.
    place: usize,
    made: [Vec<i64>; 2],
}

/// All that a composition may change with: those that can be cut first.
fn partners<'a>(cut: &'a [One], uncut: &'a [One]) -> impl Iterator<Item = (bool, usize, &'a One)> {
    let partners = cut.iter().enumerate().map(|(place, other)| (false, place, other));
    partners.chain(uncut.iter().enumerate().map(|(place, other)| (true, place, other)))
}

/// A change of one seat after which both compositions can be cut.
fn change(
    relaxation: &Relaxation,
    one: &One,
    cut: &[One],
    uncut: &[One],
    tried: &mut Tried<'_>,
) -> Result<Option<Found>, SolveError> {
    let until = tried.seats + SEATS;
    for (from_uncut, place, other) in partners(cut, uncut) {
        for more in other.seated().filter(|&t| one.counts[t] < other.counts[t]) {
            for less in one.seated().filter(|&t| one.counts[t] > other.counts[t]) {
                if tried.kind_of_type[less] == tried.kind_of_type[more]
                    || !one.allows(relaxation, less, more)
                    || !other.allows(relaxation, more, less)
                {
                    continue;
                }
                let made = [one.changed(less, more), other.changed(more, less)];
                if tried.can_be_cut(&made[0])? && tried.can_be_cut(&made[1])? {
                    return Ok(Some(Found { from_uncut, place, made }));
                }
                if tried.seats > until {
                    return Ok(None);
                }
            }
        }
    }
    Ok(None)
}

/// Any other way to seat the people of a composition and another one on two that can be cut. Seats of each type stay between those of the two.
fn anew(
    relaxation: &Relaxation,
    one: &One,
    cut: &[One],
    uncut: &[One],
    tried: &mut Tried<'_>,
) -> Result<Option<Found>, SolveError> {
    for (from_uncut, place, other) in partners(cut, uncut).take(PARTNERS) {
        let pairs = || one.counts.iter().zip(&other.counts).map(|(&a, &b)| (a.min(b), a.max(b)));
        let types: Vec<usize> = pairs().enumerate().filter(|&(_, (_, most))| most > 0).map(|(t, _)| t).collect();
        let group = |&t: &usize| {
            let (a, b) = (one.counts[t] as usize, other.counts[t] as usize);
            Group { member: tried.firsts[t], count: a + b, half: (a.min(b), a.max(b)) }
        };
        let groups: Vec<Group> = types.iter().map(group).collect();
        // Quotas hold for each part. Of the other rules, these are not met by themselves.
        let mut sets = Vec::new();
        for rule in &relaxation.rules {
            let single = matches!(rule.origin, Origin::Household(_) | Origin::HouseholdKind(..) | Origin::Apart(_));
            let most: i64 = rule.terms.iter().map(|&(t, _)| one.counts[t].max(other.counts[t])).sum();
            if single && most > rule.most {
                let of_rule = |t: &usize| rule.terms.iter().any(|(other, _)| other == t);
                sets.push((types.iter().map(of_rule).collect(), rule.most as usize));
            }
        }
        let Some(seats) = tried.cutter.anew(&groups, &sets)? else { continue };
        let mut made = [vec![0; relaxation.types()], vec![0; relaxation.types()]];
        for (group, half) in seats {
            made[half][types[group]] += 1;
        }
        // A rule that the solver added may be broken.
        if made.iter().all(|counts| relaxation.is_composition(counts))
            && tried.can_be_cut_at_all(&made[0])?
            && tried.can_be_cut_at_all(&made[1])?
        {
            return Ok(Some(Found { from_uncut, place, made }));
        }
    }
    Ok(None)
}
