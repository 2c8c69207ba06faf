//! Who is to be seated, checked: the search and the bounds take their word for it.

/// Somebody to be seated.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// The identifier, outer space removed.
    pub id: String,
    /// For each category, the index of this person's value.
    pub values: Vec<usize>,
    /// Cells of the columns that are only shown.
    pub shown: Vec<String>,
}

/// A category by which tables are mixed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Category {
    /// Its name, as the file spells it.
    pub name: String,
    /// Its values, in the order of their letters.
    pub values: Vec<String>,
}

/// People, tables and rules. People are in **canonical order**: ascending by the bytes of their identifiers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gathering {
    pub(super) people: Vec<Person>,
    pub(super) id_column: String,
    pub(super) categories: Vec<Category>,
    pub(super) shown: Vec<String>,
    pub(super) sizes: Vec<usize>,
    pub(super) rounds: usize,
    pub(super) together: Vec<Vec<usize>>,
    pub(super) apart: Vec<Vec<usize>>,
}

impl Gathering {
    /// Everybody, in canonical order.
    pub fn people(&self) -> &[Person] {
        &self.people
    }

    /// The categories by which tables are mixed, in the order in which they were asked for.
    pub fn categories(&self) -> &[Category] {
        &self.categories
    }

    /// How many sit at each table, the larger tables first; the same in every round.
    pub fn sizes(&self) -> &[usize] {
        &self.sizes
    }

    /// How many rounds there are.
    pub fn rounds(&self) -> usize {
        self.rounds
    }

    /// Groups of people who sit at one table in every round, each of two or more in ascending order; nobody is in two.
    pub fn together(&self) -> &[Vec<usize>] {
        &self.together
    }

    /// Groups of people of whom no two sit at one table in any round.
    pub fn apart(&self) -> &[Vec<usize>] {
        &self.apart
    }

    /// For each person, the number of the group that they belong to: those who sit together share one, all others have their own.
    pub(super) fn units(&self) -> Vec<usize> {
        let mut units: Vec<usize> = (0..self.people.len()).collect();
        for group in &self.together {
            for &person in group {
                units[person] = group[0];
            }
        }
        units
    }

    /// For each two people (`a · n + b`), whether the rules keep them apart; whoever sits with one of two who are apart is apart from the other.
    pub(super) fn kept_apart(&self) -> Vec<bool> {
        let n = self.people.len();
        let units = self.units();
        let mut apart = vec![false; n * n];
        let mates = |unit: usize| (0..n).filter(|&person| units[person] == unit).collect::<Vec<_>>();
        for group in &self.apart {
            for (i, &a) in group.iter().enumerate() {
                for &b in &group[i + 1..] {
                    for &x in &mates(units[a]) {
                        for &y in &mates(units[b]) {
                            apart[x * n + y] = true;
                            apart[y * n + x] = true;
                        }
                    }
                }
            }
        }
        apart
    }

    /// How many people have each value of each category.
    pub(super) fn tallies(&self) -> Vec<Vec<usize>> {
        let mut tallies: Vec<Vec<usize>> =
            self.categories.iter().map(|category| vec![0; category.values.len()]).collect();
        for person in &self.people {
            for (tally, &value) in tallies.iter_mut().zip(&person.values) {
                tally[value] += 1;
            }
        }
        tallies
    }

    /// The least and most people with a value that `all` people have at a table of `size`: their share, rounded down and up.
    pub(super) fn share(&self, all: usize, size: usize) -> (usize, usize) {
        let n = self.people.len().max(1);
        (all * size / n, (all * size).div_ceil(n))
    }
}
