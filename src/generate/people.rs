//! Volunteers, one after another.

use std::fmt::Write;

use super::chance::{Below, Chance};
use super::population::{Category, Population};
use super::{MILLION, Plan, cell};

const SYLLABLES: [&str; 24] = [
    "bri", "dol", "fen", "gar", "hul", "jor", "kem", "lin", "mov", "nar", "oth", "pim", "quel", "ras", "sul", "tav",
    "ulm", "ven", "wix", "yol", "zan", "cor", "ebb", "ist",
];
const WAYS: [&str; 5] = ["Street", "Lane", "Road", "Walk", "Rise"];

/// A category for people of given traits: the weights of its values, added up.
struct Wheel {
    ends: Vec<u64>,
    whole: Below,
}

/// The source of all volunteers of a plan.
pub struct People<'a> {
    plan: &'a Plan,
    chance: Chance,
    homes: Chance,
    /// For each pair of traits, each category.
    wheels: Vec<Vec<Wheel>>,
    town: String,
    last: Option<Person>,
    /// How many are out, and how many homes they have.
    number: usize,
    home: usize,
    /// The next one lives with the last.
    housemate: bool,
    counts: Vec<Vec<usize>>,
}

/// What housemates may share.
struct Person {
    values: Vec<usize>,
    family_name: String,
    street: String,
}

impl<'a> People<'a> {
    /// Everybody of a plan.
    pub fn new(plan: &'a Plan) -> Self {
        let mut chance = Chance::new(b"klero/population/1 seed ", plan.seed);
        let town = capital(&format!("{}{}mouth", syllable(&mut chance), syllable(&mut chance)));
        let categories = &plan.population.categories;
        let traits = (-2..=2).flat_map(|settled| (-2..=2).map(move |schooled| (settled, schooled)));
        let wheels = traits.map(|traits| categories.iter().map(|category| wheel(category, traits)).collect());
        Self {
            plan,
            chance,
            homes: Chance::new(b"klero/households/1 seed ", plan.seed),
            wheels: wheels.collect(),
            town,
            last: None,
            number: 0,
            home: 0,
            housemate: false,
            counts: categories.iter().map(|category| vec![0; category.values.len()]).collect(),
        }
    }

    fn population(&self) -> &'a Population {
        &self.plan.population
    }

    /// For each category, how many have each value so far.
    pub fn counts(&self) -> &[Vec<usize>] {
        &self.counts
    }

    /// The pool's first line.
    pub fn header(&self) -> String {
        let mut line = String::from(if self.population().personal { "id,name,street,town,phone,email" } else { "id" });
        if self.plan.households.is_some() {
            line.push_str(",address");
        }
        for category in self.population().shown() {
            let _ = write!(line, ",{}", cell(&category.name));
        }
        line + "\n"
    }

    /// Adds the line of the next volunteer.
    pub fn next_line(&mut self, line: &mut String) {
        let mut values = self.volunteer();
        let first_name = capital(&format!("{}{}", syllable(&mut self.chance), syllable(&mut self.chance)));
        let mut family_name = capital(&format!("{}{}", syllable(&mut self.chance), syllable(&mut self.chance)));
        let mut street = street(&mut self.chance);
        let phone = self.chance.below(1000);
        // One in twenty-five volunteers with somebody they live with, unless the plan says how many.
        let by_chance = self.chance.below(25) == 0;
        let together = match self.plan.households {
            None => by_chance,
            Some(_) => self.housemate,
        };
        match &self.last {
            Some(last) if together => {
                family_name.clone_from(&last.family_name);
                street.clone_from(&last.street);
                let categories = self.plan.population.categories.iter();
                for ((category, value), shared) in categories.zip(&mut values).zip(&last.values) {
                    if category.of_a_home {
                        *value = *shared;
                    }
                }
            }
            _ => self.home += 1,
        }
        // Pairs among homes so that the share of members in pairs is s: one home in (2 − s)/s.
        self.housemate = match self.plan.households {
            Some(share) if !together => self.homes.below(2 * MILLION - share) < share,
            _ => false,
        };
        for (counts, &value) in self.counts.iter_mut().zip(&values) {
            if let Some(count) = counts.get_mut(value) {
                *count += 1;
            }
        }
        self.number += 1;
        let (number, digits) = (self.number, width(self.plan.members));
        let _ = write!(line, "v{number:0digits$}");
        if self.population().personal {
            let town = &self.town;
            let email = format!("{first_name}.{family_name}{number}@example.org").to_lowercase();
            let _ = write!(line, ",{first_name} {family_name},{},{town},01632 960{phone:03},{email}", cell(&street));
        }
        if self.plan.households.is_some() {
            // The number of the home makes it one of a kind.
            let _ = write!(line, ",{}", cell(&format!("{street} / {:0digits$}", self.home)));
        }
        for (&value, category) in values.iter().zip(self.population().shown()) {
            let name = category.values.get(value).map_or("", |value| value.name.as_str());
            let _ = write!(line, ",{}", cell(name));
        }
        line.push('\n');
        self.last = Some(Person { values, family_name, street });
    }

    /// The values of the next inhabitant who is keen enough.
    fn volunteer(&mut self) -> Vec<usize> {
        let hundred = Below::new(100);
        let five = Below::new(5);
        loop {
            let traits = self.chance.draw(five) * 5;
            let traits = (traits + self.chance.draw(five)) as usize;
            let chance = &mut self.chance;
            let wheels = self.wheels.get(traits).map_or(&[][..], Vec::as_slice);
            let values: Vec<usize> = wheels
                .iter()
                .map(|wheel| {
                    let ticket = chance.draw(wheel.whole);
                    wheel.ends.partition_point(|&end| end <= ticket)
                })
                .collect();
            let mut wanted = values.iter().zip(&self.plan.population.categories);
            let keen = |(&value, category): (&usize, &Category)| {
                let keen = category.values.get(value).map_or(100, |value| value.keen);
                chance.draw(hundred) < keen
            };
            if wanted.all(keen) {
                return values;
            }
        }
    }
}

fn wheel(category: &Category, (settled, schooled): (i64, i64)) -> Wheel {
    let mut sum = 0;
    let ends = category.values.iter().map(|value| {
        let shift = value.lean.0 * settled + value.lean.1 * schooled;
        sum += value.share * (100 + shift).unsigned_abs();
        sum
    });
    let ends = ends.collect();
    Wheel { ends, whole: Below::new(sum) }
}

/// The digits of an identifier's number.
fn width(members: usize) -> usize {
    members.to_string().len().max(4)
}

/// The word with its first letter, an ASCII one, as a capital.
fn capital(word: &str) -> String {
    let (first, rest) = word.split_at(1);
    first.to_ascii_uppercase() + rest
}

fn syllable(chance: &mut Chance) -> &'static str {
    SYLLABLES.get(chance.below(SYLLABLES.len() as u64) as usize).copied().unwrap_or_default()
}

fn street(chance: &mut Chance) -> String {
    let name = capital(&format!("{}{}", syllable(chance), syllable(chance)));
    let way = WAYS.get(chance.below(WAYS.len() as u64) as usize).copied().unwrap_or_default();
    let address = format!("{} {name} {way}", 1 + chance.below(120));
    if chance.below(5) == 0 { format!("Flat {}, {address}", 1 + chance.below(12)) } else { address }
}
