//! The alternates that were chosen, as the quotas file and the settings of an ordinary record: whom of those alike it is, its lottery decides.

use super::ground::Ground;
use super::problem::AlternatesProblem;
use crate::instance::{COMBINATION, Instance, Person, Settings, build};
use crate::read::{Row, Table, csv_text, read_csv};

/// The pool of a panel's record, and its settings: what a quotas file is read with.
#[derive(Debug, Clone, Copy)]
pub struct Pool<'a> {
    /// The instance.
    pub instance: &'a Instance,
    /// The rows.
    pub table: &'a Table,
    /// The settings of the panel's record.
    pub settings: &'a Settings,
}

impl Pool<'_> {
    /// The settings of a record of so many alternates: the same, but whoever cannot be one is excluded and nobody is included; and where a household
    /// has members who sit, at most one more of it is drawn.
    pub fn settings_of(&self, ground: &Ground, alternates: usize) -> Settings {
        let numbers = |members: &[usize]| members.iter().map(|member| Person::Number(member + 1)).collect();
        let mut apart = self.settings.apart.clone();
        apart.extend(ground.apart().iter().map(|group| numbers(group)));
        Settings {
            size: alternates,
            panels: 1,
            status_column: None,
            include: Vec::new(),
            exclude: numbers(ground.excluded()),
            apart,
            ..self.settings.clone()
        }
    }
}

/// A quotas file by which so many of each kind, and nobody else, are drawn.
///
/// # Errors
/// When a combination of values has names that no spelling makes clear, because they hold `&` or `=`.
pub fn quotas_exact(ground: &Ground, counts: &[usize], pool: Pool<'_>) -> Result<String, AlternatesProblem> {
    let mut rows = value_rows(ground, counts, pool.instance);
    let settings = pool.settings_of(ground, counts.iter().sum());
    if pool.instance.categories().len() > 1 {
        let singles = rows.clone();
        for (kind, count) in ground.kinds().iter().zip(counts).filter(|(_, count)| **count > 0) {
            let wanted: Vec<(usize, usize)> = kind.values.iter().copied().enumerate().collect();
            let spelled = spellings(pool.instance, &kind.values, *count).find(|row| {
                let rows = [singles.as_slice(), std::slice::from_ref(row)].concat();
                means(&rows, pool.table, &settings, &wanted, *count)
            });
            let name = || joined(pool.instance, &kind.values, &(0..kind.values.len()).collect::<Vec<_>>());
            rows.push(spelled.ok_or_else(|| AlternatesProblem::Unspeakable { name: name() })?);
        }
    }
    Ok(csv_text(&table(rows)))
}

/// A quotas file by which as many have each value as with so many of each kind.
pub fn quotas_by_value(ground: &Ground, counts: &[usize], pool: Pool<'_>) -> String {
    csv_text(&table(value_rows(ground, counts, pool.instance)))
}

fn table(rows: Vec<Vec<String>>) -> Table {
    let header = ["feature", "value", "min", "max"].map(str::to_owned).to_vec();
    let rows = rows.into_iter().zip(2..).map(|(cells, line)| Row { line, cells }).collect();
    Table { file: "quotas.csv".to_owned(), sheet: None, header, header_line: 1, rows }
}

fn value_rows(ground: &Ground, counts: &[usize], instance: &Instance) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    for (place, category) in instance.categories().iter().enumerate() {
        for (index, value) in category.values.iter().enumerate() {
            let having = ground.kinds().iter().zip(counts).filter(|(kind, _)| kind.values[place] == index);
            let seats = having.map(|(_, count)| count).sum::<usize>().to_string();
            rows.push(vec![category.name.clone(), value.name.clone(), seats.clone(), seats]);
        }
    }
    rows
}

/// `category=value & …` in an order of the categories.
fn joined(instance: &Instance, values: &[usize], order: &[usize]) -> String {
    let term = |&category: &usize| {
        let of = &instance.categories()[category];
        format!("{}={}", of.name, of.values[values[category]].name)
    };
    order.iter().map(term).collect::<Vec<_>>().join(" & ")
}

/// The ways to write a row for a combination, the plainest first: names may hold `&` and `=`, so that not all of them say what is meant.
fn spellings(instance: &Instance, values: &[usize], count: usize) -> impl Iterator<Item = Vec<String>> {
    let number = instance.categories().len();
    let mut orders: Vec<Vec<usize>> = Vec::new();
    for start in 0..number {
        let around: Vec<usize> = (0..number).map(|place| (start + place) % number).collect();
        orders.extend([around.clone(), around.into_iter().rev().collect()]);
    }
    orders.sort_by_key(|order| order.iter().enumerate().any(|(place, category)| place != *category));
    let rows = orders.into_iter().flat_map(move |order| {
        let pairs = joined(instance, values, &order);
        let names = order.iter().map(|&c| instance.categories()[c].name.as_str()).collect::<Vec<_>>().join(" & ");
        let of = order.iter().map(|&c| instance.categories()[c].values[values[c]].name.as_str());
        let of = of.collect::<Vec<_>>().join(" & ");
        let word = || COMBINATION.to_owned();
        [[word(), pairs.clone()], [String::new(), pairs.clone()], [pairs, String::new()], [names, of]]
    });
    rows.map(move |[category, value]| vec![category, value, count.to_string(), count.to_string()])
}

/// Whether rows are read as a file with one combination, the one that is meant.
fn means(rows: &[Vec<String>], pool: &Table, settings: &Settings, wanted: &[(usize, usize)], count: usize) -> bool {
    let text = csv_text(&table(rows.to_vec()));
    let Ok(quotas) = read_csv("quotas.csv", text.as_bytes()) else { return false };
    let Ok(built) = build(&quotas, pool, settings) else { return false };
    match built.instance.combinations() {
        [one] => one.terms == wanted && (one.quota.min, one.quota.max) == (count, count),
        _ => false,
    }
}
