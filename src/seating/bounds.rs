//! What no plan can do better, by counting.

use super::Gathering;

/// Limits that every plan keeps, whoever made it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bounds {
    /// The fewest repeats.
    pub repeats: usize,
    /// The fewest times that the pair meets that meets most often.
    pub most_meetings: usize,
    /// The most different people that whoever meets the fewest can meet.
    pub fewest_met: usize,
    /// Meetings of people who do not always sit together: as many in every plan.
    pub meetings: usize,
    people: usize,
}

/// Two of `many` people.
pub(super) fn pairs(many: usize) -> usize {
    many * many.saturating_sub(1) / 2
}

/// The fewest pairs within parts when `many` people fall into at most `parts` parts: as equal parts as possible.
fn pairs_in_parts(many: usize, parts: usize) -> usize {
    let parts = parts.max(1);
    let (each, over) = (many / parts, many % parts);
    over * pairs(each + 1) + (parts - over) * pairs(each)
}

/// The fewest repeats of `meetings` meetings of `pairs` pairs: each pair meets equally often, or once more than others.
fn repeats_at_least(meetings: usize, of_pairs: usize) -> usize {
    let of_pairs = of_pairs.max(1);
    let (each, over) = (meetings / of_pairs, meetings % of_pairs);
    over * pairs(each + 1) + (of_pairs - over) * pairs(each)
}

impl Bounds {
    /// The limits of a gathering. People who always sit together count as no meeting, here and everywhere.
    ///
    /// *By pairs.* There are R · Σ C(s, 2) meetings, less those of people who always sit together, and only so many pairs may meet. A pair that meets m
    /// times has C(m, 2) repeats, which grow the faster the larger m is, so repeats are fewest where all pairs meet equally often. The same holds
    /// person by person; there every repeat is counted for two.
    ///
    /// *By rounds.* Take two rounds. The s people at a table of the one come from the t tables of the other. However they are spread, so many pairs of
    /// them come from one table; each is a repeat. That holds for each of the C(R, 2) pairs of rounds.
    pub fn of(gathering: &Gathering) -> Self {
        let n = gathering.people.len();
        let rounds = gathering.rounds;
        let in_a_round: usize = gathering.sizes.iter().map(|&size| pairs(size)).sum();
        let bound_in_a_round: usize = gathering.together.iter().map(|group| pairs(group.len())).sum();
        let meetings = rounds * in_a_round.saturating_sub(bound_in_a_round);

        let (units, apart) = (gathering.units(), gathering.kept_apart());
        let mates = |person: usize| units.iter().filter(|&&unit| unit == units[person]).count() - 1;
        let kept = |person: usize| apart[person * n..(person + 1) * n].iter().filter(|&&apart| apart).count();
        let may_meet: Vec<usize> = (0..n).map(|person| n - 1 - mates(person) - kept(person)).collect();
        let may_pairs = may_meet.iter().sum::<usize>() / 2;
        let smallest = gathering.sizes.last().copied().unwrap_or_default();
        let largest = gathering.sizes.first().copied().unwrap_or_default();

        let least = |person: usize| rounds * smallest.saturating_sub(1).saturating_sub(mates(person));
        let by_person: usize = (0..n).map(|person| repeats_at_least(least(person), may_meet[person])).sum();
        let from_one_table: usize =
            gathering.sizes.iter().map(|&size| pairs_in_parts(size, gathering.sizes.len())).sum();
        let in_two_rounds = from_one_table.saturating_sub(bound_in_a_round);
        let by_rounds = pairs(rounds) * in_two_rounds;
        let repeats = repeats_at_least(meetings, may_pairs).max(by_person.div_ceil(2)).max(by_rounds);

        let least_of_most = meetings.div_ceil(may_pairs.max(1)).max(1 + usize::from(repeats > 0));
        // Of the meetings, at least so many are not the first of their pair: in each round but the first, those with people of the first.
        let not_first = meetings.saturating_sub(may_pairs).max(rounds.saturating_sub(1) * in_two_rounds);
        let on_average = 2 * meetings.saturating_sub(not_first) / n.max(1);
        let most =
            |person: usize| (rounds * largest.saturating_sub(1).saturating_sub(mates(person))).min(may_meet[person]);
        Self {
            repeats,
            most_meetings: if meetings == 0 { 0 } else { least_of_most },
            fewest_met: (0..n).map(most).min().unwrap_or_default().min(on_average),
            meetings,
            people: n,
        }
    }

    /// The most different people that whoever meets the fewest can meet, in plans with so many repeats where no two meet more often than that.
    ///
    /// A pair that meets m ≤ M times has m(m − 1)/2 ≤ (M/2)(m − 1) repeats. So of the meetings at least 2/M times the repeats are not the first of
    /// their pair; each of the others lets two people meet somebody new.
    pub fn fewest_met_with(&self, repeats: usize, most_meetings: usize) -> usize {
        let not_first = (2 * repeats).div_ceil(most_meetings.max(1));
        self.fewest_met.min(2 * self.meetings.saturating_sub(not_first) / self.people.max(1))
    }
}

#[cfg(test)]
mod tests {
    use super::{pairs_in_parts, repeats_at_least};

    #[test]
    fn the_most_equal_parts_have_the_fewest_pairs() {
        // 5 people from 2 tables: 3 and 2, so 3 + 1 pairs; from 5 or more: none.
        assert_eq!(pairs_in_parts(5, 2), 4);
        assert_eq!(pairs_in_parts(5, 5), 0);
        assert_eq!(pairs_in_parts(5, 9), 0);
        assert_eq!(pairs_in_parts(6, 1), 15);
    }

    #[test]
    fn meetings_are_spread_over_pairs() {
        // 7 meetings of 3 pairs: 3, 2 and 2, so 3 + 1 + 1 repeats.
        assert_eq!(repeats_at_least(7, 3), 5);
        assert_eq!(repeats_at_least(3, 3), 0);
        assert_eq!(repeats_at_least(0, 0), 0);
    }
}
