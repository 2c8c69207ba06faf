//! A beginning in which few meet twice, from arithmetic.
//!
//! With t tables, people are dealt into classes of t: one has the place g in class p. In round r they sit at table g + r · p. Two of one class never
//! meet. Two others meet in two rounds r and r' only if (r − r')(p − p') = 0. In a field that is never so: with a prime number of tables, or a
//! power of two, nobody meets twice in the first t rounds as long as there are no more than t at a table. (Bose, 1938.) With other numbers of tables the
//! sums are taken modulo t, and some meet twice.

use super::Gathering;
use super::chance::Chance;

/// The person at each position of each round, where nobody must sit together or apart; none otherwise. Rounds beyond those that the arithmetic has
/// are left out.
pub(super) fn lattice(gathering: &Gathering, chance: &mut Chance) -> Option<Vec<u16>> {
    if !gathering.together.is_empty() || !gathering.apart.is_empty() {
        return None;
    }
    let (people, tables) = (gathering.people.len(), gathering.sizes.len());
    // Who has the same values is dealt out together, so that no table gets more than its share of the first category.
    let mut order: Vec<usize> = (0..people).collect();
    chance.shuffle(&mut order);
    order.sort_by(|&a, &b| gathering.people[a].values.cmp(&gathering.people[b].values));
    let mut seats = Vec::with_capacity(people * gathering.rounds);
    for round in 0..gathering.rounds {
        let table = |i: usize| match round.cmp(&tables) {
            std::cmp::Ordering::Less => Some(sum(tables, i % tables, product(tables, round, i / tables))),
            // Each class at a table of its own: only where there are as many classes as tables, and all are full.
            std::cmp::Ordering::Equal if people == tables * tables => Some(i / tables),
            _ => None,
        };
        let mut at: Vec<Vec<u16>> = vec![Vec::new(); tables];
        for (i, &person) in order.iter().enumerate() {
            let Some(table) = table(i) else { return Some(seats) };
            at[table].push(person as u16);
        }
        at.sort_by_key(|table| std::cmp::Reverse(table.len()));
        seats.extend(at.into_iter().flatten());
    }
    Some(seats)
}

/// The sum of two numbers below `tables`.
fn sum(tables: usize, a: usize, b: usize) -> usize {
    if tables.is_power_of_two() { a ^ b } else { (a + b) % tables }
}

/// The product of two numbers: modulo `tables`; or as polynomials over two elements, modulo the first that cannot be divided.
fn product(tables: usize, a: usize, b: usize) -> usize {
    if !tables.is_power_of_two() {
        return a * b % tables;
    }
    let b = b % tables;
    let modulus = MODULI.get(tables.trailing_zeros() as usize).copied().unwrap_or_default();
    let (mut a, mut result) = (a, 0);
    for bit in 0..tables.trailing_zeros() {
        if b >> bit & 1 == 1 {
            result ^= a;
        }
        a <<= 1;
        if a & tables != 0 {
            a ^= modulus;
        }
    }
    result % tables
}

/// Polynomials over two elements that cannot be divided, by their degree, as binary digits: x, x + 1, x² + x + 1, x³ + x + 1, …
const MODULI: [usize; 11] = [
    0b10,
    0b11,
    0b111,
    0b1011,
    0b1_0011,
    0b10_0101,
    0b100_0011,
    0b1000_0011,
    0b1_0001_1011,
    0b10_0001_0001,
    0b100_0000_1001,
];

#[cfg(test)]
mod tests {
    use super::{product, sum};

    #[test]
    fn fields_have_no_divisors_of_zero_and_are_distributive() {
        for tables in [2, 3, 4, 5, 7, 8, 16, 32, 64, 128, 256, 512, 1024] {
            let step = tables / 16 + 1;
            for a in (1..tables).step_by(step) {
                let products: std::collections::BTreeSet<usize> = (0..tables).map(|b| product(tables, a, b)).collect();
                assert_eq!(products.len(), tables, "{a} in the field of {tables}");
                for b in (0..tables).step_by(step) {
                    let c = (a + 2 * b + 1) % tables;
                    let (left, right) = (
                        product(tables, a, sum(tables, b, c)),
                        sum(tables, product(tables, a, b), product(tables, a, c)),
                    );
                    assert_eq!(left, right, "{a} · ({b} + {c}) of {tables}");
                }
            }
        }
        // Planted: six is no field.
        assert_eq!(product(6, 2, 3), 0);
    }
}
