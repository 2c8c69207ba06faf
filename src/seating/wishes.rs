//! A table and wishes become a [`Gathering`]; or every problem at once.

use std::collections::{BTreeMap, BTreeSet};

use super::guess::nearest;
use super::{Category, Gathering, Person, SeatingProblem, Use};
use crate::instance::fold;
use crate::read::{Place, Table};

/// Most people that are seated: the search keeps a number for each two of them.
pub const MOST_PEOPLE: usize = 2000;

/// Most rounds.
pub const MOST_ROUNDS: usize = 200;

/// Names of the column with the identifiers that are looked for where none is given.
const ID_COLUMNS: [&str; 3] = ["id", "nationbuilder_id", "unique_id"];

/// How many tables there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tables {
    /// So many.
    Number(usize),
    /// As few as have seats for everybody, with so many seats each.
    OfSeats(usize),
}

/// How people are to be seated.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wishes {
    /// The column with the identifiers; without, `id`, `nationbuilder_id` or `unique_id`, and else rows are numbered.
    pub id_column: Option<String>,
    /// The tables.
    pub tables: Tables,
    /// How many rounds.
    pub rounds: usize,
    /// Columns by which tables are mixed.
    pub mix: Vec<String>,
    /// Columns that are only shown.
    pub show: Vec<String>,
    /// Groups of identifiers: all at one table, in every round.
    pub together: Vec<Vec<String>>,
    /// Groups of identifiers: no two at one table, in any round.
    pub apart: Vec<Vec<String>>,
}

impl Wishes {
    /// Tables and rounds, and nothing else.
    pub fn new(tables: Tables, rounds: usize) -> Self {
        Self { id_column: None, tables, rounds, mix: vec![], show: vec![], together: vec![], apart: vec![] }
    }
}

/// Checks a table and wishes.
///
/// # Errors
/// All problems.
pub fn build(table: &Table, wishes: &Wishes) -> Result<Gathering, Vec<SeatingProblem>> {
    let mut checks = Checks { table, problems: Vec::new() };
    let ids = checks.ids(wishes.id_column.as_deref());
    let mix = checks.columns(&wishes.mix, Use::Mix);
    let show = checks.columns(&wishes.show, Use::Show);
    let sizes = checks.sizes(wishes);
    let categories = checks.categories(&mix);
    let order = ids.as_ref().map(|(_, ids)| {
        let mut order: Vec<usize> = (0..ids.len()).collect();
        order.sort_by(|&a, &b| ids[a].as_bytes().cmp(ids[b].as_bytes()));
        order
    });
    let (together, apart) = match (&ids, &order) {
        (Some((_, ids)), Some(order)) => {
            let places: BTreeMap<&str, usize> =
                (0..).zip(order).map(|(place, &row)| (ids[row].as_str(), place)).collect();
            let names: Vec<&str> = order.iter().map(|&row| ids[row].as_str()).collect();
            let together = checks.groups(&wishes.together, true, &places);
            let apart = checks.groups(&wishes.apart, false, &places);
            let joined = join(names.len(), &together);
            checks.sound(&names, &joined, &apart, &sizes);
            (joined, apart)
        }
        _ => (Vec::new(), Vec::new()),
    };
    let (Some((id_column, ids)), Some(order)) = (ids, order) else { return Err(checks.problems) };
    if !checks.problems.is_empty() {
        return Err(checks.problems);
    }
    let people = order.iter().map(|&row| Person {
        id: ids[row].clone(),
        values: categories.iter().map(|(_, values)| values[row]).collect(),
        shown: show.iter().map(|&column| table.rows[row].cells[column].clone()).collect(),
    });
    Ok(Gathering {
        people: people.collect(),
        id_column,
        categories: categories.into_iter().map(|(category, _)| category).collect(),
        shown: show.iter().map(|&column| table.header[column].trim().to_owned()).collect(),
        sizes,
        rounds: wishes.rounds,
        together,
        apart: apart.into_iter().map(|(_, group)| group).collect(),
    })
}

/// Groups that share somebody become one.
fn join(people: usize, groups: &[(usize, Vec<usize>)]) -> Vec<Vec<usize>> {
    let mut leader: Vec<usize> = (0..people).collect();
    for (_, group) in groups {
        let joined: BTreeSet<usize> = group.iter().map(|&person| leader[person]).collect();
        let Some(&first) = joined.first() else { continue };
        for leader in leader.iter_mut().filter(|leader| joined.contains(leader)) {
            *leader = first;
        }
    }
    let of = |first| (0..people).filter(|&person| leader[person] == first).collect::<Vec<_>>();
    (0..people).map(of).filter(|group| group.len() > 1).collect()
}

struct Checks<'a> {
    table: &'a Table,
    problems: Vec<SeatingProblem>,
}

impl Checks<'_> {
    fn header(&self, column: &str) -> Place {
        Place::cell(&self.table.file, self.table.header_line, column)
    }

    fn file(&self) -> Place {
        Place::file(&self.table.file)
    }

    fn found(&self, name: &str) -> Vec<usize> {
        let key = fold(name);
        let header = self.table.header.iter().enumerate();
        header.filter(|(_, header)| !key.is_empty() && fold(header) == key).map(|(column, _)| column).collect()
    }

    /// The one column of this name.
    fn column(&mut self, name: &str, what: Use) -> Option<usize> {
        let found = self.found(name);
        let at = self.header(name);
        match found.as_slice() {
            [column] => return Some(*column),
            [] => {
                let header = self.table.header.iter().map(|name| name.trim()).filter(|name| !name.is_empty());
                let found: Vec<String> = header.map(str::to_owned).collect();
                let nearest = nearest(name, found.iter().map(String::as_str));
                self.problems.push(SeatingProblem::MissingColumn { at, what, found, nearest });
            }
            _ => self.problems.push(SeatingProblem::DoubledColumn { at, columns: found.len() }),
        }
        None
    }

    fn columns(&mut self, names: &[String], what: Use) -> Vec<usize> {
        let mut columns = Vec::new();
        for name in names {
            let Some(column) = self.column(name, what) else { continue };
            if columns.contains(&column) {
                let column = self.table.header[column].trim().to_owned();
                self.problems.push(SeatingProblem::SameColumn { column, what });
            } else {
                columns.push(column);
            }
        }
        columns
    }

    /// The header and the cells of the column with the identifiers, row by row.
    fn ids(&mut self, name: Option<&str>) -> Option<(String, Vec<String>)> {
        let known = ID_COLUMNS.into_iter().find(|name| !self.found(name).is_empty());
        let Some(name) = name.or(known) else {
            let numbers = (1..=self.table.rows.len()).map(|number| number.to_string()).collect();
            return Some(("row".to_owned(), numbers));
        };
        let column = self.column(name, Use::Id)?;
        let mut first_lines: BTreeMap<&str, u64> = BTreeMap::new();
        let mut ids = Vec::new();
        for row in &self.table.rows {
            let id = row.cells[column].trim();
            let at = Place::cell(&self.table.file, row.line, &self.table.header[column]);
            if id.is_empty() {
                self.problems.push(SeatingProblem::BlankId { at });
            } else if let Some(&first_line) = first_lines.get(id) {
                self.problems.push(SeatingProblem::SameId { at, id: id.to_owned(), first_line });
            } else {
                first_lines.insert(id, row.line);
            }
            ids.push(id.to_owned());
        }
        Some((self.table.header[column].trim().to_owned(), ids))
    }

    /// How many sit at each table, the larger ones first.
    fn sizes(&mut self, wishes: &Wishes) -> Vec<usize> {
        let people = self.table.rows.len();
        let mut say = |problem| self.problems.push(problem);
        let at = Place::file(&self.table.file);
        match wishes.rounds {
            0 => say(SeatingProblem::NoRounds),
            rounds if rounds > MOST_ROUNDS => say(SeatingProblem::ManyRounds { rounds, most: MOST_ROUNDS }),
            _ => {}
        }
        if people > MOST_PEOPLE {
            say(SeatingProblem::ManyPeople { at: at.clone(), people, most: MOST_PEOPLE });
        }
        let tables = match wishes.tables {
            Tables::Number(0) => return self.none(SeatingProblem::NoTables),
            Tables::OfSeats(0) => return self.none(SeatingProblem::NoSeats),
            Tables::Number(tables) if tables > people => {
                return self.none(SeatingProblem::MoreTables { at, tables, people });
            }
            Tables::OfSeats(seats) if seats > people => {
                return self.none(SeatingProblem::MoreSeats { at, seats, people });
            }
            Tables::Number(tables) => tables,
            Tables::OfSeats(seats) => people.div_ceil(seats),
        };
        (0..tables).map(|table| people / tables + usize::from(table < people % tables)).collect()
    }

    fn none(&mut self, problem: SeatingProblem) -> Vec<usize> {
        self.problems.push(problem);
        Vec::new()
    }

    /// Each category, and the value of each row.
    fn categories(&mut self, columns: &[usize]) -> Vec<(Category, Vec<usize>)> {
        columns.iter().map(|&column| self.category(column)).collect()
    }

    fn category(&mut self, column: usize) -> (Category, Vec<usize>) {
        let name = self.table.header[column].trim();
        // The spelling of a value is the one that it has first.
        let mut spellings: BTreeMap<String, String> = BTreeMap::new();
        for row in &self.table.rows {
            let cell = row.cells[column].trim();
            if fold(cell).is_empty() {
                self.problems.push(SeatingProblem::BlankValue { at: Place::cell(&self.table.file, row.line, name) });
            } else {
                spellings.entry(fold(cell)).or_insert_with(|| cell.to_owned());
            }
        }
        let numbers: BTreeMap<&str, usize> = spellings.keys().map(String::as_str).zip(0..).collect();
        let value = |cell: &str| numbers.get(fold(cell).as_str()).copied().unwrap_or_default();
        let values = self.table.rows.iter().map(|row| value(&row.cells[column])).collect();
        (Category { name: name.to_owned(), values: spellings.into_values().collect() }, values)
    }

    /// The groups that can be made out, each with its number.
    fn groups(
        &mut self,
        groups: &[Vec<String>],
        together: bool,
        places: &BTreeMap<&str, usize>,
    ) -> Vec<(usize, Vec<usize>)> {
        let mut made = Vec::new();
        for (group, ids) in (1..).zip(groups) {
            let mut people = BTreeSet::new();
            let mut unknown = false;
            for id in ids.iter().map(|id| id.trim()).filter(|id| !id.is_empty()) {
                match places.get(id) {
                    Some(&person) => {
                        people.insert(person);
                    }
                    None => {
                        unknown = true;
                        let nearest = nearest(id, places.keys().copied());
                        let (at, id) = (self.file(), id.to_owned());
                        self.problems.push(SeatingProblem::UnknownPerson { at, id, together, group, nearest });
                    }
                }
            }
            if people.len() > 1 {
                made.push((group, people.into_iter().collect()));
            } else if !unknown {
                let id_of =
                    |person: usize| places.iter().find(|&(_, &place)| place == person).map(|(&id, _)| id.to_owned());
                let ids = people.into_iter().filter_map(id_of).collect();
                self.problems.push(SeatingProblem::SmallGroup { together, group, ids });
            }
        }
        made
    }

    /// Whether the groups can be kept one by one.
    fn sound(&mut self, ids: &[&str], together: &[Vec<usize>], apart: &[(usize, Vec<usize>)], sizes: &[usize]) {
        let name = |person: usize| ids[person].to_owned();
        let seats = sizes.first().copied().unwrap_or(usize::MAX);
        for group in together.iter().filter(|group| group.len() > seats) {
            let ids = group.iter().map(|&person| name(person)).collect();
            self.problems.push(SeatingProblem::TogetherAboveSeats { ids, seats });
        }
        for (number, group) in apart {
            if !sizes.is_empty() && group.len() > sizes.len() {
                let (members, tables) = (group.len(), sizes.len());
                self.problems.push(SeatingProblem::ApartAboveTables { group: *number, members, tables });
            }
            for mates in together {
                let mut both = group.iter().filter(|person| mates.contains(person));
                if let (Some(&a), Some(&b)) = (both.next(), both.next()) {
                    self.problems.push(SeatingProblem::BothWays { ids: [name(a), name(b)], group: *number });
                }
            }
        }
    }
}
