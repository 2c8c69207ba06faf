//! The quotas file for all districts together.

use std::collections::BTreeMap;

use super::read::{Districts, column};
use super::{COLUMN, DistrictProblem};
use crate::instance::{Instance, InstanceProblem, Settings, build, fold};
use crate::read::{Row, Table};

/// A district.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct District {
    /// Its name, as the file of districts spells it.
    pub name: String,
    /// The seats of its council.
    pub size: usize,
    /// Its rows in the pool.
    pub members: usize,
    /// Whether it has quotas of its own.
    pub own: bool,
    /// The line of its row.
    pub line: u64,
}

/// All councils as one panel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Councils {
    /// The quotas file.
    pub quotas: Table,
    /// The seats of all districts together.
    pub size: usize,
    /// The districts, in the order of their file.
    pub districts: Vec<District>,
}

/// The columns of the quotas file.
const HEADER: [&str; 4] = ["feature", "value", "min", "max"];

/// A quota as it is meant: folded names of category and value, ascending, and least and most seats.
type Meant = (Vec<(String, String)>, usize, usize);

/// Puts the quotas of all districts together. `pool_column` is the pool's column with the district, `id_column` the one with the identifier (`None` to look for
/// one), and `name` that of the file to be made.
///
/// # Errors
/// All problems of the three tables, and of each district with its size, quotas and members by itself. What only follows from another problem is left out.
pub fn compile(
    districts: &Table,
    quotas: &Table,
    pool: &Table,
    pool_column: &str,
    id_column: Option<&str>,
    name: &str,
) -> Result<Councils, Vec<DistrictProblem>> {
    let mut problems = Vec::new();
    let known = Districts::read(districts, &mut problems);
    let in_pool = column(pool, pool_column, &mut problems);
    let Some(mut known) = known else {
        column(quotas, COLUMN, &mut problems);
        return Err(problems);
    };
    let quotas_of = known.quotas(quotas, &mut problems);
    let (Some(in_pool), Some(quotas_of)) = (in_pool, quotas_of) else { return Err(problems) };
    let whole = problems.is_empty();
    let (pools, everybody) = known.pool(pool, in_pool, id_column, &mut problems);
    let pool_column = pool.header.get(in_pool).map_or(pool_column, |name| name.trim());
    let settings = |size| Settings { id_column: id_column.map(str::to_owned), ..Settings::of_size(size) };

    let mut instances = Vec::new();
    let mut within: Vec<(InstanceProblem, Vec<String>)> = Vec::new();
    for ((district, quotas), pool) in known.list.iter().zip(&quotas_of).zip(&pools) {
        if district.size == 0 || quotas.rows.is_empty() {
            continue;
        }
        match build(quotas, pool, &settings(district.size)) {
            Ok(built) => instances.push(built.instance),
            Err(found) => {
                // Where rows are missing, that there are too few of something may follow from that.
                let found = found.into_iter().filter(|problem| whole && everybody || !problem.is_about_feasibility());
                for problem in found {
                    match within.iter_mut().find(|(other, _)| *other == problem) {
                        Some((_, names)) => names.push(district.name.clone()),
                        None => within.push((problem, vec![district.name.clone()])),
                    }
                }
            }
        }
    }
    problems.extend(
        within
            .into_iter()
            .map(|(problem, districts)| DistrictProblem::Within { districts, problem: Box::new(problem) }),
    );
    let own = instances.iter().flat_map(Instance::categories).find(|of| fold(&of.name) == fold(pool_column));
    if let Some(category) = own {
        let (at, category) = (quotas.place(), category.name.clone());
        problems.push(DistrictProblem::OwnQuotas { at, category });
    }
    if !problems.is_empty() {
        return Err(problems);
    }

    let size = known.list.iter().map(|district| district.size).sum();
    let (table, meant) = table(&known.list, &instances, pool_column, name);
    match build(&table, pool, &settings(size)) {
        Err(problems) => {
            Err(problems.into_iter().map(|problem| DistrictProblem::Together(Box::new(problem))).collect())
        }
        Ok(built) if read_as(&built.instance) != meant => Err(vec![DistrictProblem::Misread { at: quotas.place() }]),
        Ok(_) => Ok(Councils { quotas: table, size, districts: known.list }),
    }
}

/// The quotas of an instance, sorted.
fn read_as(instance: &Instance) -> Vec<Meant> {
    let row = |row: crate::instance::QuotaRow| (names(instance, &row.terms), row.quota.min, row.quota.max);
    let mut quotas: Vec<Meant> = instance.quotas().into_iter().map(row).collect();
    quotas.sort_unstable();
    quotas
}

/// The folded names of some values with their categories, ascending.
fn names(instance: &Instance, terms: &[(usize, usize)]) -> Vec<(String, String)> {
    let name = |&(c, v): &(usize, usize)| {
        let category = instance.categories().get(c)?;
        Some((fold(&category.name), fold(&category.values.get(v)?.name)))
    };
    let mut names: Vec<(String, String)> = terms.iter().filter_map(name).collect();
    names.sort_unstable();
    names
}

/// A value over all districts.
struct Sum {
    name: String,
    min: usize,
    max: usize,
}

/// The file, and what it is meant to say.
fn table(districts: &[District], instances: &[Instance], column: &str, file: &str) -> (Table, Vec<Meant>) {
    let mut lines: Vec<[String; 4]> = Vec::new();
    let mut meant: Vec<Meant> = Vec::new();
    let mut line = |category: String, value: &str, min: usize, max: usize, names: Vec<(String, String)>| {
        lines.push([category, value.to_owned(), min.to_string(), max.to_string()]);
        meant.push((names, min, max));
    };
    for district in districts {
        let names = vec![(fold(column), fold(&district.name))];
        line(column.to_owned(), &district.name, district.size, district.size, names);
    }
    for (category, values) in sums(districts, instances) {
        for sum in values {
            line(category.clone(), &sum.name, sum.min, sum.max, vec![(fold(&category), fold(&sum.name))]);
        }
    }
    for (district, instance) in districts.iter().zip(instances) {
        for row in instance.quotas() {
            let term = |&(c, v): &(usize, usize)| {
                let category = instance.categories().get(c)?;
                Some(format!(" & {}={}", category.name, category.values.get(v)?.name))
            };
            let terms: String = row.terms.iter().filter_map(term).collect();
            let mut names = names(instance, &row.terms);
            names.push((fold(column), fold(&district.name)));
            names.sort_unstable();
            line(format!("{column}={}{terms}", district.name), "", row.quota.min, row.quota.max, names);
        }
    }
    meant.sort_unstable();
    let rows = lines.into_iter().zip(2..).map(|(cells, line)| Row { line, cells: cells.to_vec() }).collect();
    let header = HEADER.map(str::to_owned).to_vec();
    (Table { file: file.to_owned(), sheet: None, header, header_line: 1, rows }, meant)
}

/// Every category and value that some district has a quota for, in the order in which they come.
fn sums(districts: &[District], instances: &[Instance]) -> Vec<(String, Vec<Sum>)> {
    let mut categories: Vec<(String, Vec<Sum>)> = Vec::new();
    let mut places: BTreeMap<(String, Option<String>), usize> = BTreeMap::new();
    for category in instances.iter().flat_map(Instance::categories) {
        let place = *places.entry((fold(&category.name), None)).or_insert_with(|| {
            categories.push((category.name.clone(), Vec::new()));
            categories.len() - 1
        });
        let sums = &mut categories[place].1;
        for value in &category.values {
            places.entry((fold(&category.name), Some(fold(&value.name)))).or_insert_with(|| {
                sums.push(Sum { name: value.name.clone(), min: 0, max: 0 });
                sums.len() - 1
            });
        }
    }
    for (district, instance) in districts.iter().zip(instances) {
        for (name, sums) in &mut categories {
            let Some(own) = instance.categories().iter().find(|own| fold(&own.name) == fold(name)) else {
                // No quotas on this category: anybody may sit.
                sums.iter_mut().for_each(|sum| sum.max += district.size);
                continue;
            };
            for sum in sums {
                if let Some(value) = own.values.iter().find(|value| fold(&value.name) == fold(&sum.name)) {
                    sum.min += value.quota.min;
                    sum.max += value.quota.max;
                }
            }
        }
    }
    categories
}
