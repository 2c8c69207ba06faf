//! Quotas that follow a population and that a pool can meet, category by category.

use super::cell;
use super::population::Population;

/// By how many seats quotas may miss the population's shares unless told otherwise: 3 % of the panel, but at least one seat.
pub fn usual_slack(size: usize) -> usize {
    ((3 * size + 50) / 100).max(1)
}

/// The quotas file; `counts` says for each category how many members have each value.
pub fn quotas_file(population: &Population, counts: &[Vec<usize>], size: usize, slack: usize) -> String {
    let mut file = String::from("feature,value,min,max\n");
    for (category, counts) in population.shown().iter().zip(counts) {
        let shares: Vec<u64> = category.values.iter().map(|value| value.share).collect();
        for (value, seats) in category.values.iter().zip(seats(size, &shares, counts)) {
            let (min, max) = (seats.saturating_sub(slack), seats.saturating_add(slack).min(size));
            file.push_str(&format!("{},{},{min},{max}\n", cell(&category.name), cell(&value.name)));
        }
    }
    file
}

/// Seats in proportion to the shares by largest remainders, never more than the pool has of a value. Seats that the pool cannot
/// fill go, one at a time, to the value that is furthest below its share among those with members left.
fn seats(size: usize, shares: &[u64], pool: &[usize]) -> Vec<usize> {
    let total: u128 = shares.iter().map(|&share| u128::from(share)).sum::<u128>().max(1);
    let fair = shares.iter().map(|&share| u128::from(share) * size as u128); // in units of 1/total of a seat
    let fair: Vec<u128> = fair.collect();
    let whole = |fair: u128| usize::try_from(fair / total).unwrap_or(usize::MAX);
    let mut seats: Vec<usize> = fair.iter().zip(pool).map(|(&fair, &pool)| whole(fair).min(pool)).collect();
    for _ in seats.iter().sum::<usize>()..size {
        let short = |place: usize| fair[place] as i128 - total as i128 * seats[place] as i128;
        let open = (0..shares.len()).filter(|&place| seats[place] < pool[place]);
        // The first of the largest; everybody in the pool has a value, so while seats are left some place is open.
        match open.min_by_key(|&place| -short(place)) {
            Some(place) => seats[place] += 1,
            None => break,
        }
    }
    seats
}

#[cfg(test)]
mod tests {
    use super::seats;

    #[test]
    fn by_hand() {
        assert_eq!(seats(10, &[50, 30, 20], &[90, 90, 90]), [5, 3, 2]);
        // 3.33, 3.33, 3.33: the first of equals gets the last seat.
        assert_eq!(seats(10, &[1, 1, 1], &[90, 90, 90]), [4, 3, 3]);
        // One of five is there; four seats go round, each to whoever is then furthest below 3 and 2.
        assert_eq!(seats(10, &[50, 30, 20], &[1, 90, 90]), [1, 5, 4]);
    }
}
