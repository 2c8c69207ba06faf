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
    /// How many panels are drawn together; the size is that of all of them.
    pub panels: usize,
    /// Whether it is a rehearsal; see `rehearsed`.
    pub rehearsal: bool,
    /// `before` in `setup.json`.
    pub before: Option<serde_json::Value>,
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
            panels: 1,
            rehearsal: false,
            before: None,
        }
    }

    /// The same for two panels of two drawn together, each with a woman and a man.
    pub fn two_panels() -> Plan {
        Plan {
            quotas: vec![
                ("gender", "female", 1, 1),
                ("gender", "male", 1, 1),
                ("age", "young", 0, 1),
                ("age", "old", 1, 2),
                ("combination", "gender=male & age=old", 0, 1),
            ],
            panels: 2,
            ..Plan::usual()
        }
    }

    /// The same as a rehearsal: each row says so.
    pub fn rehearsed(mut self) -> Plan {
        self.rehearsal = true;
        self.header.insert(0, "REHEARSAL");
        self.rows.iter_mut().for_each(|row| row.insert(0, "REHEARSAL"));
        self
    }

    /// The step, where it follows another record.
    pub fn step(&self) -> Option<&str> {
        self.before.as_ref()?["step"].as_str()?.split('/').next()
    }

    /// On which of the panels drawn together each of these members can sit, so that each panel meets the quotas.
    pub fn split(&self, members: &[u64], numbered: &[Member]) -> Option<Vec<u64>> {
        let mut list = vec![1; members.len()];
        loop {
            let part = |on: u64| {
                let part: Vec<u64> =
                    members.iter().zip(&list).filter(|pair| *pair.1 == on).map(|pair| *pair.0).collect();
                part.len() * self.panels == members.len() && self.meets(&part, numbered, 1)
            };
            if (1..=self.panels as u64).all(part) {
                return Some(list);
            }
            // The next list, as numbers are counted up.
            let place = list.iter().rposition(|on| *on < self.panels as u64)?;
            list[place] += 1;
            list[place + 1..].fill(1);
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
        self.keeps_rules(members, numbered)
            && self.meets(members, numbered, self.panels)
            && self.split(members, numbered).is_some()
    }

    fn cell(&self, member: u64, column: &str, numbered: &[Member]) -> String {
        let column = self.header.iter().position(|name| *name == column).unwrap();
        self.rows[numbered[member as usize - 1].row][column].trim().to_lowercase()
    }

    /// Whether these members meet each quota so many times.
    fn meets(&self, members: &[u64], numbered: &[Member], times: usize) -> bool {
        let cell = |member: u64, column: &str| self.cell(member, column, numbered);
        self.quotas.iter().all(|(category, value, min, max)| {
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
            times * *min <= seats && seats <= times * *max
        })
    }

    fn keeps_rules(&self, members: &[u64], numbered: &[Member]) -> bool {
        let cell = |member: u64, column: &str| self.cell(member, column, numbered);
        let mut homes: BTreeMap<Vec<String>, u64> = BTreeMap::new();
        for member in members {
            let home: Vec<String> = self.rules.household_columns.iter().map(|column| cell(*member, column)).collect();
            if home.iter().any(|cell| !cell.is_empty()) {
                *homes.entry(home).or_default() += 1;
            }
        }
        homes.values().all(|housemates| *housemates <= self.rules.household_limit)
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

    /// Every seventh feasible panel, in order, with different numbers of tickets; where another record is followed, every one.
    pub fn panels(&self) -> Vec<Panel> {
        if let Some(lottery) = &self.lottery {
            return lottery.clone();
        }
        let all = self.feasible_panels();
        let step = if self.before.is_some() { 1 } else { 7 };
        let mut panels: Vec<Panel> =
            all.into_iter().step_by(step).map(|members| Panel { members, tickets: 1 }).collect();
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
