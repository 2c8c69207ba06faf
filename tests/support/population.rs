//! Made-up pools of volunteers, byte for byte the same on every machine: whole numbers only, and all chance from ChaCha20.
//!
//! A person is drawn from a town of known shares, and then asked whether they volunteer. Two hidden traits (how settled, how
//! schooled) shift the chances of their values, so that features go together as they do in life: the young rent, those with a
//! degree worry about the climate. Some values make a person keener to volunteer, so the pool is not the town. Quotas follow
//! the town. Tests include this file, and so does `examples/generate.rs`.

use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

/// A feature value of the town.
struct Value {
    name: &'static str,
    /// How many in a thousand inhabitants have it: exactly so for those of middling traits, about so in the whole town.
    share: u64,
    /// How readily those who have it volunteer, compared with 100 for the keenest value of the category.
    keen: u64,
    /// By how many percent one step more settled, one step more schooled, make it likelier. Steps go from −2 to 2.
    lean: (i64, i64),
}

const fn value(name: &'static str, share: u64, keen: u64, lean: (i64, i64)) -> Value {
    Value { name, share, keen, lean }
}

/// The feature categories on offer, in the order in which they are used.
const CATEGORIES: [(&str, &[Value]); MOST_CATEGORIES] = [
    (
        "gender",
        &[value("woman", 507, 100, (0, 0)), value("man", 486, 90, (0, 0)), value("non-binary", 7, 100, (-10, 0))],
    ),
    (
        "age",
        &[
            value("16-29", 205, 45, (-46, 0)),
            value("30-44", 255, 65, (-20, 8)),
            value("45-59", 255, 85, (20, 4)),
            value("60-74", 190, 100, (44, -4)),
            value("75+", 95, 60, (40, -16)),
        ],
    ),
    (
        "district",
        &[
            value("Harbour", 180, 75, (-16, -16)),
            value("Old Town", 220, 100, (-12, 24)),
            value("Northfield", 250, 60, (4, -24)),
            value("Riverside", 200, 85, (0, 4)),
            value("Hillside", 150, 95, (24, 24)),
        ],
    ),
    (
        "education",
        &[
            value("school", 370, 35, (6, -46)),
            value("vocational", 330, 60, (6, -6)),
            value("degree", 300, 100, (-10, 46)),
        ],
    ),
    (
        "housing",
        &[
            value("owner", 610, 100, (30, 8)),
            value("private rent", 215, 80, (-46, 6)),
            value("social rent", 175, 50, (-14, -40)),
        ],
    ),
    (
        "climate view",
        &[
            value("very concerned", 360, 100, (-8, 30)),
            value("fairly concerned", 390, 65, (0, 4)),
            value("not very concerned", 180, 35, (8, -32)),
            value("not at all concerned", 70, 25, (12, -40)),
        ],
    ),
    (
        "work",
        &[
            value("in work", 580, 75, (-4, 14)),
            value("retired", 230, 100, (46, -8)),
            value("studying or caring", 130, 80, (-40, 6)),
            value("looking for work", 60, 70, (-24, -30)),
        ],
    ),
    ("disability", &[value("yes", 180, 80, (6, -8)), value("no", 820, 100, (-2, 2))]),
];

/// How many feature categories there are.
pub const MOST_CATEGORIES: usize = 8;

const SYLLABLES: [&str; 24] = [
    "bri", "dol", "fen", "gar", "hul", "jor", "kem", "lin", "mov", "nar", "oth", "pim", "quel", "ras", "sul", "tav",
    "ulm", "ven", "wix", "yol", "zan", "cor", "ebb", "ist",
];
const WAYS: [&str; 5] = ["Street", "Lane", "Road", "Walk", "Rise"];

/// By how many seats quotas may miss the town's shares unless told otherwise: 3 % of the panel, but at least one seat.
pub fn usual_slack(size: usize) -> usize {
    ((3 * size + 50) / 100).max(1)
}

/// The files `quotas.csv` and `pool.csv` of an assembly of `size` seats with that many `members` in its pool.
///
/// `categories` counts the feature categories (1 to [`MOST_CATEGORIES`]) and changes nothing but columns: the people stay the
/// same. Each quota is the town's share of the seats, rounded so that a category sums to `size`, plus and minus `slack` seats. Where
/// the pool has too few of a value its seats go to others, so no minimum exceeds what the pool has, and each category on its
/// own can be met. Whether all together can is not checked; with pools a few times the panel's size they could, always.
pub fn population(members: usize, size: usize, categories: usize, slack: usize, seed: u64) -> (String, String) {
    assert!(1 <= size && size <= members, "a panel of {size} from a pool of {members}");
    assert!((1..=MOST_CATEGORIES).contains(&categories), "{categories} categories");
    let people = volunteers(members, seed);
    (quotas_file(&people, size, categories, slack), pool_file(&people, categories))
}

/// A volunteer: the index of their value in each category, and what a pool carries along.
struct Person {
    values: Vec<usize>,
    first_name: String,
    family_name: String,
    street: String,
    town: String,
    phone: String,
}

fn volunteers(members: usize, seed: u64) -> Vec<Person> {
    let mut chance = Chance::new(seed);
    let town = capital(&format!("{}{}mouth", chance.syllable(), chance.syllable()));
    let mut people: Vec<Person> = Vec::new();
    while people.len() < members {
        let mut values = chance.inhabitant();
        let keen = values.iter().zip(&CATEGORIES).all(|(&value, (_, all))| chance.below(100) < all[value].keen);
        if !keen {
            continue;
        }
        let first_name = capital(&format!("{}{}", chance.syllable(), chance.syllable()));
        let mut family_name = capital(&format!("{}{}", chance.syllable(), chance.syllable()));
        let mut street = chance.street();
        let phone = format!("01632 960{:03}", chance.below(1000));
        // One in twenty-five volunteers with somebody they live with.
        if chance.below(25) == 0
            && let Some(housemate) = people.last()
        {
            family_name.clone_from(&housemate.family_name);
            street.clone_from(&housemate.street);
            for (category, (name, _)) in CATEGORIES.iter().enumerate() {
                if ["district", "housing"].contains(name) {
                    values[category] = housemate.values[category];
                }
            }
        }
        people.push(Person { values, first_name, family_name, street, town: town.clone(), phone });
    }
    people
}

fn quotas_file(people: &[Person], size: usize, categories: usize, slack: usize) -> String {
    let mut file = String::from("feature,value,min,max\n");
    for (category, (name, values)) in CATEGORIES.iter().enumerate().take(categories) {
        let shares: Vec<u64> = values.iter().map(|value| value.share).collect();
        let pool: Vec<usize> = (0..values.len())
            .map(|value| people.iter().filter(|person| person.values[category] == value).count())
            .collect();
        for (value, seats) in values.iter().zip(seats(size, &shares, &pool)) {
            let (min, max) = (seats.saturating_sub(slack), seats.saturating_add(slack).min(size));
            file.push_str(&format!("{name},{},{min},{max}\n", value.name));
        }
    }
    file
}

/// Seats in proportion to the shares by largest remainders, never more than the pool has of a value. Seats that the pool cannot
/// fill go, one at a time, to the value that is furthest below its share among those with members left.
fn seats(size: usize, shares: &[u64], pool: &[usize]) -> Vec<usize> {
    let total: u64 = shares.iter().sum();
    let fair: Vec<u64> = shares.iter().map(|share| share * size as u64).collect(); // in units of 1/total of a seat
    let whole = |place: usize| usize::try_from(fair[place] / total).unwrap_or(usize::MAX);
    let mut seats: Vec<usize> = (0..shares.len()).map(|place| whole(place).min(pool[place])).collect();
    while seats.iter().sum::<usize>() < size {
        let short = |place: usize| i128::from(fair[place]) - i128::from(total) * seats[place] as i128;
        let open = (0..shares.len()).filter(|&place| seats[place] < pool[place]);
        // The first of the largest; everybody in the pool has a value, so while seats are left some place is open.
        match open.min_by_key(|&place| -short(place)) {
            Some(place) => seats[place] += 1,
            None => break,
        }
    }
    seats
}

fn pool_file(people: &[Person], categories: usize) -> String {
    let mut file = String::from("id,name,street,town,phone,email");
    for (name, _) in CATEGORIES.iter().take(categories) {
        file.push_str(&format!(",{name}"));
    }
    file.push('\n');
    let digits = people.len().to_string().len().max(4);
    for (index, person) in people.iter().enumerate() {
        let Person { values, first_name, family_name, street, town, phone } = person;
        let number = index + 1;
        let street = if street.contains(',') { format!("\"{street}\"") } else { street.clone() };
        let email = format!("{first_name}.{family_name}{number}@example.org").to_lowercase();
        file.push_str(&format!("v{number:0digits$},{first_name} {family_name},{street},{town},{phone},{email}"));
        for (value, (_, all)) in values.iter().zip(&CATEGORIES).take(categories) {
            file.push_str(&format!(",{}", all[*value].name));
        }
        file.push('\n');
    }
    file
}

/// The word with its first letter, an ASCII one, as a capital.
fn capital(word: &str) -> String {
    let (first, rest) = word.split_at(1);
    first.to_ascii_uppercase() + rest
}

struct Chance(ChaCha20Rng);

impl Chance {
    fn new(seed: u64) -> Self {
        let mut key = *b"klero/population/1 seed ________";
        key[24..].copy_from_slice(&seed.to_le_bytes());
        Chance(ChaCha20Rng::from_seed(key))
    }

    /// A number below `bound`, each equally likely: words from the incomplete last round are thrown away.
    fn below(&mut self, bound: u64) -> u64 {
        let complete = u64::MAX - u64::MAX % bound;
        loop {
            let word = self.0.next_u64();
            if word < complete {
                return word % bound;
            }
        }
    }

    /// From −2 to 2.
    fn trait_of_a_person(&mut self) -> i64 {
        [-2, -1, 0, 1, 2][self.below(5) as usize]
    }

    /// Somebody of the town, as the index of their value in each category.
    fn inhabitant(&mut self) -> Vec<usize> {
        let (settled, schooled) = (self.trait_of_a_person(), self.trait_of_a_person());
        let weight = |value: &Value| {
            let shift = value.lean.0 * settled + value.lean.1 * schooled;
            value.share * (100 + shift).unsigned_abs()
        };
        CATEGORIES
            .iter()
            .map(|(_, values)| {
                let mut ticket = self.below(values.iter().map(weight).sum());
                let holds = |value: &Value| match ticket.checked_sub(weight(value)) {
                    Some(rest) => {
                        ticket = rest;
                        false
                    }
                    None => true,
                };
                values.iter().position(holds).unwrap_or_default()
            })
            .collect()
    }

    fn syllable(&mut self) -> &'static str {
        SYLLABLES[self.below(SYLLABLES.len() as u64) as usize]
    }

    fn street(&mut self) -> String {
        let name = capital(&format!("{}{}", self.syllable(), self.syllable()));
        let way = WAYS[self.below(WAYS.len() as u64) as usize];
        let address = format!("{} {name} {way}", 1 + self.below(120));
        if self.below(5) == 0 { format!("Flat {}, {address}", 1 + self.below(12)) } else { address }
    }
}
