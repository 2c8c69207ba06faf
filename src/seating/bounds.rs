//! What no plan can do better, by counting.

use super::Gathering;

/// Limits that every plan keeps, whoever made it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bounds {
    /// The least number of repeated meetings.
    pub repeats: usize,
    /// The least number of times that the pair that meets most often meets.
    pub most_meetings: usize,
    /// The most different people that whoever meets the fewest can meet.
    pub fewest_met: usize,
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

impl Bounds {
    /// The limits of a gathering. People who always sit together count as no meeting, here and everywhere.
    ///
    /// *Repeats, by pairs.* There are R · Σ C(s, 2) meetings, less those of people who always sit together. A pair's first meeting is no repeat, so
    /// at most as many are none as there are pairs who may meet. The same holds person by person: one who meets at least x people over the rounds
    /// and may meet y different ones repeats x − y; every repeat is counted for two.
    ///
    /// *Repeats, by rounds.* The s people at a table come from the t tables of the round before. However they are spread, so many pairs of them come
    /// from one table; each is a repeat. That holds for each round but the first.
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
        let free_pairs = may_meet.iter().sum::<usize>() / 2;
        let smallest = gathering.sizes.last().copied().unwrap_or_default();
        let largest = gathering.sizes.first().copied().unwrap_or_default();

        let least = |person: usize| rounds * (smallest.saturating_sub(1)).saturating_sub(mates(person));
        let by_person: usize = (0..n).map(|person| least(person).saturating_sub(may_meet[person])).sum();
        let from_one_table: usize =
            gathering.sizes.iter().map(|&size| pairs_in_parts(size, gathering.sizes.len())).sum();
        let by_rounds = rounds.saturating_sub(1) * from_one_table.saturating_sub(bound_in_a_round);
        let repeats = meetings.saturating_sub(free_pairs).max(by_person.div_ceil(2)).max(by_rounds);

        let most_meetings =
            if meetings == 0 { 0 } else { meetings.div_ceil(free_pairs.max(1)).max(1 + usize::from(repeats > 0)) };
        // Different people met, added up over everybody, are twice the meetings that are no repeats.
        let on_average = 2 * meetings.saturating_sub(repeats) / n.max(1);
        let most =
            |person: usize| (rounds * largest.saturating_sub(1).saturating_sub(mates(person))).min(may_meet[person]);
        let fewest_met = (0..n).map(most).min().unwrap_or_default().min(on_average);
        Self { repeats, most_meetings, fewest_met }
    }
}

#[cfg(test)]
mod tests {
    use super::pairs_in_parts;

    #[test]
    fn the_most_equal_parts_have_the_fewest_pairs() {
        // 5 people from 2 tables: 3 and 2, so 3 + 1 pairs; from 5 or more: none.
        assert_eq!(pairs_in_parts(5, 2), 4);
        assert_eq!(pairs_in_parts(5, 5), 0);
        assert_eq!(pairs_in_parts(5, 9), 0);
        assert_eq!(pairs_in_parts(6, 1), 15);
    }
}
