//! Who sits at which table in which round: tables of nearly equal size, mixed by chosen categories, with few repeated meetings.
//!
//! What is wanted, the first before the second and so on (`docs/seating.md`):
//!
//! 0. tables differ in size by one at most; who must sit together or apart does so in every round;
//! 1. every value of every chosen category is spread as evenly as possible over the tables of each round;
//! 2. few meetings are repeats of an earlier one (a pair that meets for the third time repeats two meetings);
//! 3. the pair that meets most often does not meet often;
//! 4. whoever meets the fewest different people meets many.
//!
//! The search is a seeded local search in whole numbers: the same people, wishes and key give the same plan. It proves nothing. What can be
//! proven is found by counting ([`Bounds`]), and a plan is called the best only where it meets that.

mod anneal;
mod arrange;
mod bounds;
mod chance;
mod files;
mod gathering;
mod guess;
mod help;
mod lattice;
mod problem;
mod reached;
mod search;
mod shift;
mod state;
mod wishes;

pub use bounds::Bounds;
pub use files::{FORMAT, Facts, SeatingError, name, seating_csv, seating_json, tables_csv};
pub use gathering::{Category, Gathering, Person};
pub use problem::{SeatingProblem, Use};
pub use reached::{Reached, Spread};
pub use search::{NoSeating, Plan, seat, seat_with};
pub use wishes::{MOST_PEOPLE, MOST_ROUNDS, Tables, Wishes, build};

use sha2::{Digest, Sha256};

use crate::draw::{Seed, hex};

/// The key of a seating: the SHA-256 of three labelled lines, from the SHA-256 of the people's file and the seed text.
pub fn key(people: &[u8; 32], seed: &Seed) -> [u8; 32] {
    let text = Sha256::digest(seed.text());
    Sha256::digest(format!("klero/seating/1\npeople {}\ntext {}\n", hex(people), hex(&text))).into()
}

#[cfg(test)]
mod tests {
    use super::{Digest, Seed, Sha256, hex, key};

    #[test]
    fn key_by_sha256sum() -> Result<(), crate::draw::BlankSeed> {
        // h() { printf %s "$1" | sha256sum | cut -c1-64; }
        // printf 'klero/seating/1\npeople %s\ntext %s\n' $(h people) $(h Würfel) | sha256sum
        let people = Sha256::digest("people").into();
        assert_eq!(
            hex(&key(&people, &Seed::new(" Würfel")?)),
            "9ae00f707f7b1edf87f9ec2af96dfba37efe91fa3ad28709cf48f78ca3601275"
        );
        assert_ne!(key(&people, &Seed::new("a")?), key(&people, &Seed::new("b")?));
        assert_ne!(key(&people, &Seed::new("a")?), key(&[0; 32], &Seed::new("a")?));
        Ok(())
    }
}
