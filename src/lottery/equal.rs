//! Lotteries for a ceremony: every ticket with a panel of its own, and twins within one ticket of each other.
//!
//! Dealing in stretches leaves two things to be desired when tickets are few: a panel may have several tickets, and
//! where households or several kinds of people share a class, people of one kind may differ by a few tickets. Both are mended here,
//! ticket by ticket, without changing how many seats any member type has on any ticket.
//!
//! **Even out.** Two households of a class whose people of some kind differ by two or more seats share their seats anew: think of each seat
//! as a line from its ticket to its kind, and colour the lines with the two households so that at every ticket and every kind
//! the colours differ by one at most. Such a colouring always exists (de Werra 1971, balanced edge colourings of bipartite graphs): pair the lines up at each
//! end, lines of the same ticket and kind first; pairs join into paths and even circles; colour alternately along each. A household
//! then has at most its limit on a ticket, since together they had at most twice that.
//!
//! **Make distinct.** Where two tickets have the same panel, one of them exchanges a member with a third ticket for another member of the
//! same kind, if that makes repetitions fewer. Nobody's tickets change. It is a search, and gives up where it finds no exchange.

use std::collections::BTreeMap;

use super::{Dealt, Lottery, Panel, deal};
use crate::types::Class;

/// Tickets tried for an exchange before a panel stays a repeated one.
const TRIED: usize = 500;
/// Rounds of exchanges over all tickets.
const ROUNDS: usize = 8;

/// Where somebody belongs: class, household, kind.
type Place = (usize, usize, usize);

/// Like [`deal`], for few tickets: one panel for each ticket, different panels where the search finds any, and people of one member type
/// within one ticket of each other. `limit` is how many of one household may sit.
pub fn deal_equal(size: usize, classes: &[Class], limit: usize, compositions: &[Dealt]) -> Lottery {
    let lottery = deal(size, classes, compositions);
    let mut tickets: Vec<Vec<u32>> = Vec::new();
    for panel in lottery.panels() {
        tickets.extend((0..panel.tickets).map(|_| panel.members.to_vec()));
    }
    let places = places(classes);
    let mut seats: Vec<Vec<Vec<Seat>>> = classes.iter().map(|class| vec![Vec::new(); class.houses]).collect();
    for (t, panel) in tickets.iter_mut().enumerate() {
        for number in panel.drain(..) {
            let (class, house, kind) = places[number as usize - 1];
            seats[class][house].push((t, kind));
        }
    }
    for (class, seats) in classes.iter().zip(seats) {
        even_out(class, seats, &mut tickets);
    }
    for panel in &mut tickets {
        panel.sort_unstable();
    }
    make_distinct(&places, limit, &mut tickets);
    Lottery::new(size, tickets.iter().map(|members| Panel { members, tickets: 1 }))
}

/// The place of each member, in order of their numbers.
fn places(classes: &[Class]) -> Vec<Place> {
    let mut places = BTreeMap::new();
    for (c, class) in classes.iter().enumerate() {
        for (k, kind) in class.kinds.iter().enumerate() {
            for (h, house) in kind.people.iter().enumerate() {
                places.extend(house.iter().map(|&member| (member, (c, h, k))));
            }
        }
    }
    places.into_values().collect()
}

/// A seat of a household: its ticket and kind.
type Seat = (usize, usize);

/// Gives the people of each kind of a class equal numbers of tickets, to one ticket. `seats` are those of each household.
fn even_out(class: &Class, mut seats: Vec<Vec<Seat>>, tickets: &mut [Vec<u32>]) {
    for k in 0..class.kinds.len() {
        let of_kind = |seats: &Vec<Seat>| seats.iter().filter(|seat| seat.1 == k).count();
        let mut counts: Vec<usize> = seats.iter().map(of_kind).collect();
        loop {
            let most = (0..counts.len()).max_by_key(|&h| (counts[h], h));
            let least = (0..counts.len()).min_by_key(|&h| (counts[h], h));
            let (Some(most), Some(least)) = (most, least) else { break };
            if counts[most] <= counts[least] + 1 {
                break;
            }
            let both = seats[most].iter().chain(&seats[least]).copied().collect();
            (seats[most], seats[least]) = halves(both);
            counts[most] = of_kind(&seats[most]);
            counts[least] = of_kind(&seats[least]);
        }
    }
    for (house, mut seats) in seats.into_iter().enumerate() {
        seats.sort_unstable();
        let mut turn = vec![0; class.kinds.len()];
        for (t, k) in seats {
            let people = &class.kinds[k].people[house];
            tickets[t].push(people[turn[k] % people.len()] as u32 + 1);
            turn[k] += 1;
        }
    }
}

/// Two halves of a list of seats that differ by at most one at every ticket, at every kind, and at every ticket and kind together.
fn halves(mut seats: Vec<Seat>) -> (Vec<Seat>, Vec<Seat>) {
    seats.sort_unstable();
    let (mut by_ticket, mut by_kind) = (vec![None; seats.len()], vec![None; seats.len()]);
    pair(&seats, &mut by_ticket, &|&seat| seat);
    by_kind.clone_from(&by_ticket);
    pair(&seats, &mut by_ticket, &|&(ticket, _)| (ticket, 0));
    pair(&seats, &mut by_kind, &|&(_, kind)| (0, kind));
    let mut half: Vec<Option<bool>> = vec![None; seats.len()];
    for start in 0..seats.len() {
        // Along the path from here both ways, alternately.
        let mut open = vec![(start, false)];
        while let Some((seat, side)) = open.pop() {
            if half[seat].is_none() {
                half[seat] = Some(side);
                open.extend([by_ticket[seat], by_kind[seat]].into_iter().flatten().map(|next| (next, !side)));
            }
        }
    }
    let side = |wanted: bool| {
        let chosen = seats.iter().zip(&half).filter(|&(_, &half)| half == Some(wanted));
        chosen.map(|(&seat, _)| seat).collect()
    };
    (side(false), side(true))
}

/// Pairs up seats with the same key that have no partner yet.
fn pair(seats: &[Seat], partner: &mut [Option<usize>], key: &dyn Fn(&Seat) -> Seat) {
    let mut waiting: BTreeMap<Seat, usize> = BTreeMap::new();
    for (i, seat) in seats.iter().enumerate() {
        if partner[i].is_some() {
            continue;
        }
        match waiting.remove(&key(seat)) {
            None => {
                waiting.insert(key(seat), i);
            }
            Some(other) => {
                partner[i] = Some(other);
                partner[other] = Some(i);
            }
        }
    }
}

/// Exchanges members of one kind between tickets until no two tickets have the same panel, or as few as can be found.
fn make_distinct(places: &[Place], limit: usize, tickets: &mut [Vec<u32>]) {
    let mut held: BTreeMap<Vec<u32>, usize> = BTreeMap::new();
    for panel in tickets.iter() {
        *held.entry(panel.clone()).or_default() += 1;
    }
    for _ in 0..ROUNDS {
        let mut done = true;
        for i in 0..tickets.len() {
            if held.get(&tickets[i]).is_none_or(|&times| times < 2) {
                continue;
            }
            let found = (1..tickets.len().min(TRIED)).map(|step| (i + step) % tickets.len()).find_map(|j| {
                let swapped = exchange(places, limit, &tickets[i], &tickets[j], &held)?;
                Some((j, swapped))
            });
            if let Some((j, (one, other))) = found {
                done = false;
                for (t, panel) in [(i, one), (j, other)] {
                    if let Some(times) = held.get_mut(&tickets[t]) {
                        *times -= 1;
                    }
                    *held.entry(panel.clone()).or_default() += 1;
                    tickets[t] = panel;
                }
            }
        }
        if done {
            break;
        }
    }
}

/// Two panels after an exchange of two members of one kind, where the new ones are together held less often than the old ones, so that the sum of squares falls.
fn exchange(
    places: &[Place],
    limit: usize,
    one: &[u32],
    other: &[u32],
    held: &BTreeMap<Vec<u32>, usize>,
) -> Option<(Vec<u32>, Vec<u32>)> {
    let times = |panel: &[u32]| held.get(panel).copied().unwrap_or(0);
    let before = times(one) + times(other);
    let only = |panel: &[u32], not: &[u32]| -> Vec<(u32, Place)> {
        let only = panel.iter().filter(|number| not.binary_search(number).is_err());
        only.map(|&number| (number, places[number as usize - 1])).collect()
    };
    let (mine, theirs) = (only(one, other), only(other, one));
    for &(a, (class, home, kind)) in &mine {
        for &(b, (_, away, _)) in theirs.iter().filter(|(_, place)| (place.0, place.2) == (class, kind)) {
            let (x, y) = (replaced(one, a, b), replaced(other, b, a));
            let fits = |panel: &[u32], house: usize| {
                let home = |number: &&u32| (places[**number as usize - 1].0, places[**number as usize - 1].1);
                panel.iter().filter(|number| home(number) == (class, house)).count() <= limit
            };
            if x != y && times(&x) + times(&y) + 2 < before && fits(&x, away) && fits(&y, home) {
                return Some((x, y));
            }
        }
    }
    None
}

/// A panel with one member in another's place.
fn replaced(panel: &[u32], out: u32, into: u32) -> Vec<u32> {
    let mut panel: Vec<u32> = panel.iter().map(|&number| if number == out { into } else { number }).collect();
    panel.sort_unstable();
    panel
}
