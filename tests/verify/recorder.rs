//! An honest recorder, written from `docs/record.md` and without a line of the library, so that tests can make good records, and bad ones
//! that are good in everything but one thing.

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};
use unicode_normalization::UnicodeNormalization;

/// A record's files, as they would stand in its directory.
pub type Bytes = BTreeMap<String, Vec<u8>>;

/// What a record is made from.
#[derive(Clone)]
pub struct Plan {
    /// Category, value, min, max.
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
}

#[derive(Clone, PartialEq)]
pub struct Panel {
    pub members: Vec<u64>,
    pub tickets: u64,
}

#[derive(Clone)]
pub struct Draw {
    pub key: String,
    pub number: usize,
    pub members: Vec<u64>,
    pub seed: String,
    pub ticket: u64,
}

/// One member: identifier, and index of the row in the plan.
#[derive(Clone)]
pub struct Member {
    pub id: String,
    pub row: usize,
}

/// A record before it is written. Everything may be tampered with; `files` puts the right hashes on whatever is there then.
#[derive(Clone)]
pub struct Record {
    pub plan: Plan,
    pub numbered: Vec<Member>,
    pub quotas: String,
    pub pool: String,
    pub panels: Vec<Panel>,
    pub lottery_format: String,
    pub lottery_size: usize,
    pub lottery_tickets: u64,
    /// Takes the place of the text that the fields above give.
    pub lottery_text: Option<Vec<u8>>,
    /// Header and rows of `probabilities.csv`.
    pub chances: Vec<Vec<String>>,
    pub draw: Option<Draw>,
    /// Header and rows of `selected.csv` and `remaining.csv`.
    pub selected: Vec<Vec<String>>,
    pub remaining: Vec<Vec<String>>,
    pub id_column: Option<String>,
    pub members: usize,
    pub size: usize,
    pub tickets: u64,
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
        }
    }

    /// Members in canonical order.
    fn numbered(&self) -> Vec<Member> {
        let id = self.id_column.map(|name| {
            self.header
                .iter()
                .position(|column| *column == name)
                .unwrap()
        });
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
            members.push(Member {
                id: id.map_or(number.to_string(), |id| cells[id].trim().to_owned()),
                row,
            });
        }
        members.sort_by(|a, b| a.id.as_bytes().cmp(b.id.as_bytes()));
        members
    }

    /// Whether these members meet the quotas.
    fn feasible(&self, members: &[u64], numbered: &[Member]) -> bool {
        self.quotas.iter().all(|(category, value, min, max)| {
            let column = self
                .header
                .iter()
                .position(|column| column == category)
                .unwrap();
            let has = |member: &&u64| {
                let cell = self.rows[numbered[**member as usize - 1].row][column];
                cell.trim().to_lowercase() == *value
            };
            let seats = members.iter().filter(has).count();
            *min <= seats && seats <= *max
        })
    }

    /// Every seventh feasible panel, in order, with different numbers of tickets.
    fn panels(&self, numbered: &[Member]) -> Vec<Panel> {
        let mut all = Vec::new();
        combinations(numbered.len() as u64, self.size, &mut Vec::new(), &mut all);
        all.retain(|members| self.feasible(members, numbered));
        let mut panels: Vec<Panel> = all
            .into_iter()
            .step_by(7)
            .map(|members| Panel {
                members,
                tickets: 1,
            })
            .collect();
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

impl Record {
    /// The record of an honest draw.
    pub fn honest(plan: &Plan) -> Record {
        let numbered = plan.numbered();
        let quotas: String = plan
            .quotas
            .iter()
            .map(|(c, v, min, max)| format!("{c},{v},{min},{max}\n"))
            .collect();
        let mut record = Record {
            quotas: format!("feature,value,min,max\n{quotas}"),
            pool: csv(&std::iter::once(&plan.header)
                .chain(&plan.rows)
                .map(owned)
                .collect::<Vec<_>>()),
            panels: plan.panels(&numbered),
            lottery_format: "klero/lottery/1".to_owned(),
            lottery_size: plan.size,
            lottery_tickets: plan.tickets,
            lottery_text: None,
            chances: Vec::new(),
            draw: None,
            selected: Vec::new(),
            remaining: Vec::new(),
            id_column: plan.id_column.map(str::to_owned),
            members: numbered.len(),
            size: plan.size,
            tickets: plan.tickets,
            plan: plan.clone(),
            numbered,
        };
        record.give_chances();
        if let Some(seed) = plan.seed {
            record.draw_with(seed);
        }
        record
    }

    /// `lottery.json`.
    pub fn lottery(&self) -> Vec<u8> {
        if let Some(text) = &self.lottery_text {
            return text.clone();
        }
        let panel = |panel: &Panel| {
            format!(
                "{{\"members\":{},\"tickets\":{}}}",
                numbers(&panel.members),
                panel.tickets
            )
        };
        let panels: Vec<String> = self.panels.iter().map(panel).collect();
        format!(
            "{{\"format\":\"{}\",\"panels\":[{}],\"size\":{},\"tickets\":{}}}\n",
            self.lottery_format,
            panels.join(","),
            self.lottery_size,
            self.lottery_tickets,
        )
        .into_bytes()
    }

    /// Works the probabilities out again.
    pub fn give_chances(&mut self) {
        self.chances = vec![owned(&vec!["number", "id", "probability", "tickets"])];
        for (index, member) in self.numbered.iter().enumerate() {
            let number = index as u64 + 1;
            let has = |panel: &&Panel| panel.members.contains(&number);
            let tickets: u64 = self
                .panels
                .iter()
                .filter(has)
                .map(|panel| panel.tickets)
                .sum();
            self.chances.push(vec![
                number.to_string(),
                member.id.clone(),
                fraction(tickets, self.lottery_tickets),
                tickets.to_string(),
            ]);
        }
    }

    /// Draws again with another seed: key, ticket, panel and rows.
    pub fn draw_with(&mut self, seed: &str) {
        let seed: String = seed.nfc().collect();
        self.draw = Some(Draw {
            key: String::new(),
            number: 0,
            members: Vec::new(),
            seed: seed.trim().to_owned(),
            ticket: 0,
        });
        self.draw_again();
    }

    /// Draws with the first seed text that draws what a test needs.
    pub fn draw_until(&mut self, suits: impl Fn(&Draw) -> bool) {
        let seeds = (0..100_000).map(|seed| format!("seed {seed}"));
        let found = seeds.into_iter().any(|seed| {
            self.draw_with(&seed);
            suits(self.draw.as_ref().unwrap())
        });
        assert!(found, "no seed text draws that");
    }

    /// Works key, ticket, panel and rows out again.
    pub fn draw_again(&mut self) {
        self.turn_key();
        self.take_ticket();
        self.seat_panel();
        self.part_rows();
    }

    pub fn turn_key(&mut self) {
        let lottery = self.lottery();
        let draw = self.draw.as_mut().unwrap();
        draw.key = sha256(
            format!(
                "klero/seed/1\nlottery {}\ntext {}\n",
                sha256(&lottery),
                sha256(draw.seed.as_bytes())
            )
            .as_bytes(),
        );
    }

    pub fn take_ticket(&mut self) {
        let tickets = u128::from(self.lottery_tickets);
        let draw = self.draw.as_mut().unwrap();
        let largest = (1u128 << 64) / tickets * tickets;
        let word = key_stream(&draw.key)
            .into_iter()
            .map(u128::from)
            .find(|word| *word < largest)
            .unwrap();
        draw.ticket = (word % tickets) as u64;
    }

    pub fn seat_panel(&mut self) {
        let draw = self.draw.as_mut().unwrap();
        let mut left = draw.ticket;
        for (index, panel) in self.panels.iter().enumerate() {
            if left < panel.tickets {
                draw.number = index + 1;
                draw.members = panel.members.clone();
                return;
            }
            left -= panel.tickets;
        }
        panic!("no panel holds the ticket");
    }

    pub fn part_rows(&mut self) {
        let draw = self.draw.as_ref().unwrap();
        let mut members: Vec<(usize, bool)> = self
            .numbered
            .iter()
            .zip(1..)
            .map(|(member, number)| (member.row, draw.members.contains(&number)))
            .collect();
        members.sort();
        let rows = |selected: bool| {
            let rows = members
                .iter()
                .filter(|(_, drawn)| *drawn == selected)
                .map(|(row, _)| &self.plan.rows[*row]);
            std::iter::once(&self.plan.header)
                .chain(rows)
                .map(owned)
                .collect::<Vec<_>>()
        };
        (self.selected, self.remaining) = (rows(true), rows(false));
    }

    /// The files, with the hashes that belong to them.
    pub fn files(&self) -> Bytes {
        let mut files = Bytes::new();
        let mut add = |name: &str, bytes: Vec<u8>| files.insert(name.to_owned(), bytes);
        add("quotas.csv", self.quotas.clone().into_bytes());
        add("pool.csv", self.pool.clone().into_bytes());
        add("probabilities.csv", csv(&self.chances).into_bytes());
        add("lottery.json", self.lottery());
        if self.draw.is_some() {
            add("selected.csv", csv(&self.selected).into_bytes());
            add("remaining.csv", csv(&self.remaining).into_bytes());
        }
        let draw = self.draw.as_ref().map_or("null".to_owned(), |draw| {
            let panel = format!("{{\"members\": {}, \"number\": {}}}", numbers(&draw.members), draw.number);
            let (key, seed, ticket) = (&draw.key, text(&draw.seed), draw.ticket);
            format!("{{\n    \"key\": \"{key}\",\n    \"panel\": {panel},\n    \"seed\": {seed},\n    \"ticket\": {ticket}\n  }}")
        });
        let hashes: Vec<String> = files
            .iter()
            .map(|(name, bytes)| format!("\"{name}\": \"{}\"", sha256(bytes)))
            .collect();
        let result = format!(
            "{{\n  \"draw\": {draw},\n  \"files\": {{{}}},\n  \"format\": \"klero/result/1\",\n  \"id_column\": {},\n  \"members\": {},\n  \
             \"objective\": \"leximin\",\n  \"size\": {},\n  \"tickets\": {}\n}}\n",
            hashes.join(", "),
            self.id_column.as_deref().map_or("null".to_owned(), text),
            self.members,
            self.size,
            self.tickets,
        );
        files.insert("result.json".to_owned(), result.into_bytes());
        files
    }
}

/// Puts the right hashes on files that were changed after they were written.
pub fn reseal(files: &mut Bytes) {
    let mut result: serde_json::Value = serde_json::from_slice(&files["result.json"]).unwrap();
    for (name, hash) in result["files"].as_object_mut().unwrap() {
        if let Some(bytes) = files.get(name) {
            *hash = sha256(bytes).into();
        }
    }
    files.insert(
        "result.json".to_owned(),
        format!("{result:#}\n").into_bytes(),
    );
}

pub fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

/// The first eight words of ChaCha20 (D. J. Bernstein, "ChaCha, a variant of Salsa20", 2008), counter 0 and nonce 0.
pub fn key_stream(key: &str) -> Vec<u64> {
    let key: Vec<u8> = (0..64)
        .step_by(2)
        .map(|at| u8::from_str_radix(&key[at..at + 2], 16).unwrap())
        .collect();
    let mut start = [0u32; 16];
    start[..4].copy_from_slice(&[0x6170_7865, 0x3320_646e, 0x7962_2d32, 0x6b20_6574]);
    for (word, bytes) in start[4..12].iter_mut().zip(key.chunks(4)) {
        *word = u32::from_le_bytes(bytes.try_into().unwrap());
    }
    let mut state = start;
    let mut quarter = |a: usize, b: usize, c: usize, d: usize| {
        for (x, y, z, turn) in [(a, b, d, 16), (c, d, b, 12), (a, b, d, 8), (c, d, b, 7)] {
            state[x] = state[x].wrapping_add(state[y]);
            state[z] = (state[z] ^ state[x]).rotate_left(turn);
        }
    };
    for _ in 0..10 {
        for column in 0..4 {
            quarter(column, column + 4, column + 8, column + 12);
        }
        for diagonal in 0..4 {
            quarter(
                diagonal,
                (diagonal + 1) % 4 + 4,
                (diagonal + 2) % 4 + 8,
                (diagonal + 3) % 4 + 12,
            );
        }
    }
    let words: Vec<u32> = state
        .iter()
        .zip(start)
        .map(|(word, start)| word.wrapping_add(start))
        .collect();
    words
        .chunks(2)
        .map(|pair| u64::from(pair[0]) | u64::from(pair[1]) << 32)
        .collect()
}

/// `tickets / of` with 12 digits after the point, rounded half up, by long division.
pub fn fraction(tickets: u64, of: u64) -> String {
    let (tickets, of) = (u128::from(tickets), u128::from(of));
    let (mut digits, mut rest) = (tickets / of, tickets % of);
    for _ in 0..12 {
        digits = digits * 10 + rest * 10 / of;
        rest = rest * 10 % of;
    }
    if rest * 2 >= of {
        digits += 1;
    }
    let padded = format!("{digits:013}");
    format!(
        "{}.{}",
        &padded[..padded.len() - 12],
        &padded[padded.len() - 12..]
    )
}

pub fn csv(rows: &[Vec<String>]) -> String {
    let cell = |cell: &String| {
        if cell.contains([',', '"', '\n', '\r']) {
            format!("\"{}\"", cell.replace('"', "\"\""))
        } else {
            cell.clone()
        }
    };
    rows.iter()
        .map(|row| row.iter().map(cell).collect::<Vec<_>>().join(",") + "\n")
        .collect()
}

fn owned(cells: &Vec<&'static str>) -> Vec<String> {
    cells.iter().map(|cell| (*cell).to_owned()).collect()
}

fn numbers(numbers: &[u64]) -> String {
    format!(
        "[{}]",
        numbers
            .iter()
            .map(u64::to_string)
            .collect::<Vec<_>>()
            .join(",")
    )
}

fn text(text: &str) -> String {
    serde_json::to_string(text).unwrap()
}
