//! What a record is made from: a pool, quotas, rules, and a lottery that anybody can work out.

use std::collections::BTreeMap;

/// What a record is made from.
#[derive(Clone)]
pub struct Plan {
    /// Category, value, min, max; for a combination, the word `combination` and "category=value & category=value".
    pub quotas: Vec<(&'static str, &'static str, usize, usize)>,
    /// The pool's columns; each category is the name of one.
    pub header: Vec<&'static str>,
    /// The pool's rows, blank and repeated ones included.
    pub rows: Vec<Vec<&'static str>>,
    /// The identifier column, if there is one.
    pub id_column: Option<&'static str>,
    pub size: usize,
    pub tickets: u64,
    /// The seed text as it was heard; `None` for a record without a draw.
    pub seed: Option<&'static str>,
    pub objective: &'static str,
    /// `certificate.json`, if there is one.
    pub certificate: Option<String>,
    pub rules: Rules,
    /// The lottery; `None` for one that suits nobody's objective.
    pub lottery: Option<Vec<Panel>>,
}

/// Rules beside the quotas.
#[derive(Clone)]
pub struct Rules {
    pub apart: Vec<Vec<u64>>,
    pub exclude: Vec<u64>,
    pub household_columns: Vec<&'static str>,
    pub household_limit: u64,
    pub include: Vec<u64>,
}

impl Rules {
    pub fn none() -> Rules {
        Rules {
            apart: Vec::new(),
            exclude: Vec::new(),
            household_columns: Vec::new(),
            household_limit: 1,
            include: Vec::new(),
        }
    }

    /// `rules` in `setup.json`.
    pub fn json(&self) -> serde_json::Value {
        serde_json::json!({
            "apart": self.apart,
            "exclude": self.exclude,
            "household_columns": self.household_columns,
            "household_limit": self.household_limit,
            "include": self.include,
        })
    }
}

#[derive(Clone, PartialEq)]
pub struct Panel {
    pub members: Vec<u64>,
    pub tickets: u64,
}

/// One member: identifier, and index of the row in the plan.
#[derive(Clone)]
pub struct Member {
    pub id: String,
    pub row: usize,
}

impl Plan {
    /// Ten members, some of them with names that need quoting.
    pub fn usual() -> Plan {
        Plan {
            quotas: vec![
                ("gender", "female", 1, 3),
                ("gender", "male", 1, 3),
                ("age", "young", 1, 3),
                ("age", "old", 1, 3),
            ],
            header: vec!["name", "id", "gender", "age"],
            rows: vec![
                vec!["Zoë", "9", "female", "young"],
                vec!["Borg, Ali", "10", "male", "old"],
                vec!["the \"Duke\"", "b1", "Male", "young"],
                vec!["two\nlines", "Éva", "female", "old"],
                vec!["=1+1", " 2 ", " FEMALE ", "young"],
                vec!["", "a7", "male", "old"],
                vec![" outer space ", "100", "female", "old"],
                vec!["Ōe", "1", "male", "Young"],
                vec!["Ngũgĩ", "anna", "female", "old"],
                vec!["Ngũgĩ", "Anna", "male", "young"],
            ],
            id_column: Some("id"),
            size: 4,
            tickets: 1_000_000_000_000,
            seed: Some("Lotto 6 aus 49, 12 März 2025: 3 – 14 – 15 – 26 – 35 – 41"),
            objective: "legacy",
            certificate: None,
            rules: Rules::none(),
            lottery: None,
        }
    }

    /// Members in canonical order.
    pub fn numbered(&self) -> Vec<Member> {
        let id = self.id_column.map(|name| self.header.iter().position(|column| *column == name).unwrap());
        let mut members: Vec<Member> = Vec::new();
        let mut number = 0;
        for (row, cells) in self.rows.iter().enumerate() {
            if cells.iter().all(|cell| cell.trim().is_empty()) {
                continue;
            }
            number += 1;
            if id.is_some() && self.rows[..row].contains(cells) {
                continue;
            }
            members.push(Member { id: id.map_or(number.to_string(), |id| cells[id].trim().to_owned()), row });
        }
        members.sort_by(|a, b| a.id.as_bytes().cmp(b.id.as_bytes()));
        members
    }

    /// Whether these members meet the quotas and the rules. (A household has the same text in all of its columns.)
    pub fn feasible(&self, members: &[u64], numbered: &[Member]) -> bool {
        let cell = |member: u64, column: &str| {
            let column = self.header.iter().position(|name| *name == column).unwrap();
            self.rows[numbered[member as usize - 1].row][column].trim().to_lowercase()
        };
        let quotas = self.quotas.iter().all(|(category, value, min, max)| {
            let has = |member: &&u64| {
                if *category == "combination" {
                    value.split(" & ").all(|term| {
                        let (category, value) = term.split_once('=').unwrap();
                        cell(**member, category) == value
                    })
                } else {
                    cell(**member, category) == *value
                }
            };
            let seats = members.iter().filter(has).count();
            *min <= seats && seats <= *max
        });
        let mut homes: BTreeMap<Vec<String>, u64> = BTreeMap::new();
        for member in members {
            let home: Vec<String> = self.rules.household_columns.iter().map(|column| cell(*member, column)).collect();
            if home.iter().any(|cell| !cell.is_empty()) {
                *homes.entry(home).or_default() += 1;
            }
        }
        quotas
            && homes.values().all(|housemates| *housemates <= self.rules.household_limit)
            && self.rules.include.iter().all(|member| members.contains(member))
            && !self.rules.exclude.iter().any(|member| members.contains(member))
            && self.rules.apart.iter().all(|group| group.iter().filter(|member| members.contains(member)).count() <= 1)
    }

    /// All feasible panels, in order.
    pub fn feasible_panels(&self) -> Vec<Vec<u64>> {
        let numbered = self.numbered();
        let mut all = Vec::new();
        combinations(numbered.len() as u64, self.size, &mut Vec::new(), &mut all);
        all.retain(|members| self.feasible(members, &numbered));
        all
    }

    /// Every seventh feasible panel, in order, with different numbers of tickets.
    pub fn panels(&self) -> Vec<Panel> {
        if let Some(lottery) = &self.lottery {
            return lottery.clone();
        }
        let all = self.feasible_panels();
        let mut panels: Vec<Panel> = all.into_iter().step_by(7).map(|members| Panel { members, tickets: 1 }).collect();
        panels.truncate(usize::try_from(self.tickets).unwrap());
        let spare = u128::from(self.tickets) - panels.len() as u128;
        let weight = |index: usize| index as u128 % 5 + 3;
        let weights: u128 = (0..panels.len()).map(weight).sum();
        for (index, panel) in panels.iter_mut().enumerate() {
            panel.tickets += u64::try_from(spare * weight(index) / weights).unwrap();
        }
        let given: u64 = panels.iter().map(|panel| panel.tickets).sum();
        panels[0].tickets += self.tickets - given;
        panels
    }
}

fn combinations(members: u64, size: usize, begun: &mut Vec<u64>, all: &mut Vec<Vec<u64>>) {
    if begun.len() == size {
        all.push(begun.clone());
        return;
    }
    for next in begun.last().map_or(1, |last| last + 1)..=members {
        begun.push(next);
        combinations(members, size, begun, all);
        begun.pop();
    }
}
