//! A table of who confirmed and who dropped out becomes the members who stay and those who are out.

mod problem;
mod rest;

use std::collections::BTreeMap;

pub use problem::StatusProblem;
pub use rest::{Rest, RestProblem};

use crate::instance::{Instance, Person, Settings, fold, nearest};
use crate::read::Table;

/// The words for a status (compared without regard to case and outer space), and whether who has it stays.
pub const WORDS: [(&str, bool); 12] = [
    ("confirmed", true),
    ("stays", true),
    ("accepted", true),
    ("called in", true),
    ("yes", true),
    ("dropped out", false),
    ("declined", false),
    ("leaves", false),
    ("left", false),
    ("withdrawn", false),
    ("unavailable", false),
    ("no", false),
];

/// The header of the column that holds them.
const STATUS: &str = "status";

/// Who stays and who is out, by index of the member, ascending.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Turnover {
    /// Members who stay: of those who sat, and alternates who were called in.
    pub stay: Vec<usize>,
    /// Members who are out: of those who sat, and others who said that they cannot come.
    pub out: Vec<usize>,
}

impl Turnover {
    /// The rules for the seats that are left: those of the lottery before, with those who stay included, and with those who are out, or who sit on
    /// another of the panels that were drawn together, excluded. Members in `rules` are given by their numbers; `sitting` and `drawn` are indices.
    pub fn rules(&self, mut rules: Settings, sitting: &[usize], drawn: &[usize]) -> Settings {
        let number = |member: &usize| Person::Number(member + 1);
        rules.include = self.stay.iter().map(number).collect();
        let elsewhere = drawn.iter().filter(|member| !sitting.contains(member));
        rules.exclude.extend(self.out.iter().chain(elsewhere).map(number));
        // An alternate who was called in may have been excluded from the lottery before.
        rules.exclude.retain(|person| !rules.include.contains(person));
        rules.exclude.sort_unstable();
        rules.exclude.dedup();
        rules
    }
}

/// What the rules on households and groups apart, which hold for all panels that were drawn together, leave for one of them: members who cannot be drawn
/// since housemates, or those they are kept apart from, sit on another one (or, together with those, on this one); and groups of whom at most one
/// more can. `elsewhere` are the members of the other panels, `stay` those of this one who stay; all are given by index.
pub fn barred_by(instance: &Instance, elsewhere: &[usize], stay: &[usize]) -> (Vec<usize>, Vec<Vec<usize>>) {
    let (mut barred, mut apart) = (Vec::new(), Vec::new());
    let households = instance.households().iter().map(|house| (instance.household_limit(), house));
    for (most, group) in households.chain(instance.apart().iter().map(|group| (1, group))) {
        let (taken, here): (Vec<usize>, Vec<usize>) = group.iter().partition(|member| elsewhere.contains(member));
        let (staying, open): (Vec<usize>, Vec<usize>) = here.into_iter().partition(|member| stay.contains(member));
        match (taken.len(), most.saturating_sub(taken.len() + staying.len())) {
            (0, _) => {}
            (_, 0) => barred.extend(open),
            // Where more than one more could sit, one is the most that can be said for sure with groups apart.
            _ if open.len() > 1 => apart.push(open),
            _ => {}
        }
    }
    barred.sort_unstable();
    barred.dedup();
    (barred, apart)
}

/// Who sits, and what is allowed.
#[derive(Debug, Clone, Copy)]
pub struct Seats<'a> {
    /// Members who sit, by index, ascending.
    pub sitting: &'a [usize],
    /// Alternates who may have been called in, by index; `None` where no record of them was named.
    pub alternates: Option<&'a [usize]>,
    /// How many seats there are afterwards.
    pub size: usize,
    /// Whether sitting members of whom nothing is said stay.
    pub others_stay: bool,
}

/// Reads a table of statuses: one row a member, with an identifier and a word. `id_column` is the pool's identifier column; where rows of the pool are
/// numbered, the column is called `id` or `number`.
///
/// # Errors
/// Everything that is wrong with the table.
pub fn read_turnover(
    table: &Table,
    instance: &Instance,
    id_column: Option<&str>,
    seats: Seats<'_>,
) -> Result<Turnover, Vec<StatusProblem>> {
    let ids: Vec<&str> = id_column.map_or_else(|| vec!["id", "number"], |column| vec![column]);
    let (id_at, status_at) = match (column(table, &ids), column(table, &[STATUS])) {
        (Ok(id), Ok(status)) => (id, status),
        (id, status) => return Err([id.err(), status.err()].into_iter().flatten().collect()),
    };
    let members = instance.members();
    let mut problems = Vec::new();
    let mut said: BTreeMap<usize, (u64, bool)> = BTreeMap::new();
    for row in &table.rows {
        let cell = |column: usize| row.cells.get(column).map_or("", |cell| cell.trim());
        let at = |column| table.place_of_cell(row.line, column);
        let (id, word) = (cell(id_at), cell(status_at));
        let stays = WORDS.iter().find(|(known, _)| *known == fold(word)).map(|(_, stays)| *stays);
        let blank = [(id, id_at), (word, status_at)].into_iter().filter(|(cell, _)| cell.is_empty());
        problems.extend(blank.map(|(_, column)| StatusProblem::Blank { at: at(column) }));
        if stays.is_none() && !word.is_empty() {
            problems.push(StatusProblem::Word { at: at(status_at), word: word.to_owned() });
        }
        let Ok(member) = members.binary_search_by(|member| member.id.as_bytes().cmp(id.as_bytes())) else {
            if !id.is_empty() {
                let nearest = nearest(id, members.iter().map(|member| member.id.as_str())).map(str::to_owned);
                problems.push(StatusProblem::Unknown { at: at(id_at), id: id.to_owned(), nearest });
            }
            continue;
        };
        if let Some((first, _)) = said.get(&member) {
            problems.push(StatusProblem::Twice { at: at(id_at), id: id.to_owned(), first: *first });
            continue;
        }
        let stays = stays.unwrap_or_default();
        said.insert(member, (row.line, stays));
        let may_stay =
            seats.sitting.contains(&member) || seats.alternates.is_some_and(|others| others.contains(&member));
        if stays && !may_stay {
            let reserves = seats.alternates.is_some();
            problems.push(StatusProblem::NotSitting { at: at(id_at), id: id.to_owned(), reserves });
        }
    }
    let missing = seats.sitting.iter().filter(|member| !seats.others_stay && !said.contains_key(member));
    let ids: Vec<String> = missing.map(|&member| members[member].id.clone()).collect();
    if !ids.is_empty() {
        problems.push(StatusProblem::Missing { at: table.place(), ids });
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    let silent = seats.sitting.iter().copied().filter(|member| !said.contains_key(member));
    let with = |wanted| said.iter().filter(move |(_, (_, stays))| *stays == wanted).map(|(member, _)| *member);
    let mut stay: Vec<usize> = with(true).chain(silent).collect();
    stay.sort_unstable();
    let turnover = Turnover { stay, out: with(false).collect() };
    match turnover.stay.len() {
        stay if stay > seats.size => Err(vec![StatusProblem::TooMany { at: table.place(), stay, size: seats.size }]),
        // Where alternates took all the seats, there is nobody to draw, but a step to be recorded.
        // A new term can have more seats than the last one.
        stay if stay == seats.size
            && seats.sitting.iter().all(|member| turnover.stay.binary_search(member).is_ok()) =>
        {
            Err(vec![StatusProblem::Nobody { at: table.place(), size: seats.size }])
        }
        _ => Ok(turnover),
    }
}

/// The one column with one of these names; of several names, the first that is there.
fn column(table: &Table, names: &[&str]) -> Result<usize, StatusProblem> {
    let columns = |name: &str| -> Vec<usize> {
        table.header.iter().enumerate().filter(|(_, header)| fold(header) == fold(name)).map(|(i, _)| i).collect()
    };
    let found = names.iter().map(|name| columns(name)).find(|columns| !columns.is_empty()).unwrap_or_default();
    match found.as_slice() {
        [one] => Ok(*one),
        several => Err(StatusProblem::Column {
            at: table.place(),
            wanted: names.iter().map(|name| format!("\"{}\"", name.trim())).collect(),
            found: table.header.iter().map(|header| header.trim().to_owned()).collect(),
            twice: !several.is_empty(),
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::instance::build;
    use crate::read::read_csv;

    #[test]
    fn housemates_of_those_on_other_panels_are_barred() -> Result<(), Box<dyn std::error::Error>> {
        let quotas =
            read_csv("quotas.csv", b"feature,value,min,max\ng,a,0,4\n").map_err(|problems| format!("{problems:?}"))?;
        let pool = "id,g,home\n1,a,x\n2,a,x\n3,a,x\n4,a,y\n5,a,y\n6,a,\n7,a,\n8,a,\n";
        let pool = read_csv("pool.csv", pool.as_bytes()).map_err(|problems| format!("{problems:?}"))?;
        let with = |limit| {
            let settings = Settings {
                household_columns: vec!["home".to_owned()],
                household_limit: limit,
                apart: vec![vec![Person::Number(6), Person::Number(7)]],
                ..Settings::of_size(4)
            };
            build(&quotas, &pool, &settings).map(|built| built.instance).map_err(|problems| format!("{problems:?}"))
        };
        // Member 1 sits elsewhere: 2 and 3 live there. 7 sits elsewhere: 6 is kept apart.
        assert_eq!(barred_by(&with(1)?, &[0, 6], &[]), (vec![1, 2, 5], vec![]));
        // Where two of a household may sit, one more can: of 2 and 3 one, and both households otherwise as before.
        assert_eq!(barred_by(&with(2)?, &[0, 6], &[]), (vec![5], vec![vec![1, 2]]));
        assert_eq!(barred_by(&with(2)?, &[0, 1], &[]), (vec![2], vec![]));
        assert_eq!(barred_by(&with(1)?, &[7], &[]), (vec![], vec![]));
        // Member 2 stays where 1 sits elsewhere: the household is full.
        assert_eq!(barred_by(&with(2)?, &[0], &[1]), (vec![2], vec![]));
        // Those who stay are theirs alone where nobody sits elsewhere.
        assert_eq!(barred_by(&with(2)?, &[7], &[0, 1]), (vec![], vec![]));
        Ok(())
    }
}
