//! An honest recorder, written from `docs/record.md` and without a line of the library, so that tests can make good records, and bad ones
//! that are good in everything but one thing.

use std::collections::BTreeMap;

use unicode_normalization::UnicodeNormalization;

use crate::arithmetic::{csv, fraction, key_stream, sha256};
use crate::committer::Commitment;
pub use crate::plan::{Member, Panel, Plan, Rules};

/// A record's files, as they would stand in its directory.
pub type Bytes = BTreeMap<String, Vec<u8>>;

#[derive(Clone)]
pub struct Draw {
    pub key: String,
    pub number: usize,
    pub members: Vec<u64>,
    pub seed: String,
    pub ticket: u64,
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
    /// Takes the place of the text that the rows give.
    pub chances_text: Option<Vec<u8>>,
    /// Takes the place of the usual `alternates.json`.
    pub asked: Option<String>,
    pub certificate: Option<String>,
    pub objective: String,
    pub rules: Rules,
    pub draw: Option<Draw>,
    /// Header and rows of `selected.csv` and `remaining.csv`.
    pub selected: Vec<Vec<String>>,
    pub remaining: Vec<Vec<String>>,
    /// For each panel of the lottery, who sits on which of several panels.
    pub split: Vec<Vec<u64>>,
    /// `panels` and `before` in `setup.json`.
    pub together: Option<usize>,
    pub before: Option<serde_json::Value>,
    /// Header and rows of `panels.csv`, `new.csv` and `alternates.csv`, where they belong to the record.
    pub by_panel: Vec<Vec<String>>,
    pub new: Vec<Vec<String>>,
    pub called: Vec<Vec<String>>,
    pub commitment: Option<Commitment>,
    pub id_column: Option<String>,
    pub members: usize,
    pub size: usize,
    pub tickets: u64,
}

impl Record {
    /// The record of an honest draw.
    pub fn honest(plan: &Plan) -> Record {
        let numbered = plan.numbered();
        let mark = if plan.rehearsal { "REHEARSAL," } else { "" };
        let quotas: String =
            plan.quotas.iter().map(|(c, v, min, max)| format!("{mark}{c},{v},{min},{max}\n")).collect();
        let panels = plan.panels();
        let split = panels.iter().filter_map(|panel| plan.split(&panel.members, &numbered)).collect();
        let mut record = Record {
            quotas: format!("{mark}feature,value,min,max\n{quotas}"),
            pool: csv(&std::iter::once(&plan.header).chain(&plan.rows).map(owned).collect::<Vec<_>>()),
            panels,
            split,
            together: Some(plan.panels).filter(|panels| *panels > 1),
            before: plan.before.clone(),
            by_panel: Vec::new(),
            new: Vec::new(),
            called: Vec::new(),
            commitment: None,
            lottery_format: if plan.rehearsal { "klero/rehearsal/lottery/1" } else { "klero/lottery/1" }.to_owned(),
            lottery_size: plan.size,
            lottery_tickets: plan.tickets,
            lottery_text: None,
            chances: Vec::new(),
            chances_text: None,
            asked: None,
            certificate: plan.certificate.clone(),
            objective: plan.objective.to_owned(),
            rules: plan.rules.clone(),
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
        let panel =
            |panel: &Panel| format!("{{\"members\":{},\"tickets\":{}}}", numbers(&panel.members), panel.tickets);
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

    /// `probabilities.csv`.
    pub fn probabilities(&self) -> Vec<u8> {
        self.chances_text.clone().unwrap_or_else(|| csv(&self.chances).into_bytes())
    }

    /// Works the probabilities out again.
    pub fn give_chances(&mut self) {
        let mark = self.plan.rehearsal.then(|| "REHEARSAL".to_owned());
        let header = owned(&vec!["number", "id", "probability", "tickets"]);
        self.chances = vec![mark.iter().cloned().chain(header).collect()];
        for (index, member) in self.numbered.iter().enumerate() {
            let number = index as u64 + 1;
            let has = |panel: &&Panel| panel.members.contains(&number);
            let tickets: u64 = self.panels.iter().filter(has).map(|panel| panel.tickets).sum();
            let chance = fraction(tickets, self.lottery_tickets);
            let cells = [number.to_string(), member.id.clone(), chance, tickets.to_string()];
            self.chances.push(mark.iter().cloned().chain(cells).collect());
        }
    }

    /// Draws again with another seed: key, ticket, panel and rows.
    pub fn draw_with(&mut self, seed: &str) {
        let seed: String = seed.nfc().collect();
        self.draw =
            Some(Draw { key: String::new(), number: 0, members: Vec::new(), seed: seed.trim().to_owned(), ticket: 0 });
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
        let lottery = sha256(&self.lottery());
        let probabilities = sha256(&self.probabilities());
        let quotas = sha256(self.quotas.as_bytes());
        let split = match self.together {
            Some(_) => format!("split {}\n", sha256(&self.split_json())),
            None => String::new(),
        };
        let format = self.format("seed/1");
        let draw = self.draw.as_mut().unwrap();
        let text = sha256(draw.seed.as_bytes());
        let lines = format!(
            "{format}\nlottery {lottery}\nprobabilities {probabilities}\nquotas {quotas}\n{split}text {text}\n"
        );
        draw.key = sha256(lines.as_bytes());
    }

    pub fn take_ticket(&mut self) {
        let tickets = u128::from(self.lottery_tickets);
        let draw = self.draw.as_mut().unwrap();
        let largest = (1u128 << 64) / tickets * tickets;
        let word = key_stream(&draw.key).into_iter().map(u128::from).find(|word| *word < largest).unwrap();
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
            let rows = members.iter().filter(|(_, drawn)| *drawn == selected).map(|(row, _)| &self.plan.rows[*row]);
            std::iter::once(&self.plan.header).chain(rows).map(owned).collect::<Vec<_>>()
        };
        (self.selected, self.remaining) = (rows(true), rows(false));
        if self.together.is_some() || self.before.is_some() {
            self.more_rows();
        }
    }

    /// The rows that only several panels, and records that follow others, have.
    fn more_rows(&mut self) {
        let draw = self.draw.as_ref().unwrap();
        let drawn: Vec<u64> = draw.members.clone();
        let row_of = |member: u64| self.numbered[member as usize - 1].row;
        let written = |front: Option<&str>, members: &[(String, u64)]| {
            let mut rows = vec![front.iter().chain(&self.plan.header).map(|cell| (*cell).to_owned()).collect()];
            for (cell, member) in members {
                let front = front.map(|_| cell.clone());
                let cells = self.plan.rows[row_of(*member)].iter().map(|cell| (*cell).to_owned());
                rows.push(front.into_iter().chain(cells).collect::<Vec<String>>());
            }
            rows
        };
        let mut by_row = drawn.clone();
        by_row.sort_by_key(|member| row_of(*member));
        let included = &self.rules.include;
        let new: Vec<_> =
            by_row.iter().filter(|member| !included.contains(member)).map(|m| (String::new(), *m)).collect();
        let on = |member: u64| {
            self.split
                .get(draw.number - 1)
                .map_or(0, |list| list[drawn.iter().position(|other| *other == member).unwrap()])
        };
        let mut by_panel: Vec<_> = by_row.iter().map(|member| (on(*member).to_string(), *member)).collect();
        by_panel.sort_by_key(|(on, _)| on.clone());
        let from = if draw.key.is_empty() { format!("digits {}", draw.seed) } else { format!("key {}", draw.key) };
        let format = self.format("order/1");
        let mut called = drawn;
        called.sort_by_key(|member| sha256(format!("{format}\n{from}\nmember {member}\n").as_bytes()));
        let called: Vec<_> = called.into_iter().zip(1..).map(|(member, place)| (format!("{place}"), member)).collect();
        let (new, by_panel) = (written(None, &new), written(Some("panel"), &by_panel));
        (self.new, self.by_panel, self.called) = (new, by_panel, written(Some("order"), &called));
    }

    /// The name of a format in this record.
    pub fn format(&self, format: &str) -> String {
        format!("klero/{}{format}", if self.plan.rehearsal { "rehearsal/" } else { "" })
    }

    /// `split.json`.
    pub fn split_json(&self) -> Vec<u8> {
        let lists: Vec<String> = self.split.iter().map(|list| numbers(list)).collect();
        format!("{{\"format\":\"{}\",\"panels\":[{}]}}\n", self.format("split/1"), lists.join(",")).into_bytes()
    }

    /// `alternates.json`. Nobody reads more of it than its keys, its format and the number of alternates.
    pub fn alternates_json(&self) -> String {
        format!(
            "{{\"alternates\":{},\"candidates\":6,\"chosen_on\":1000,\"drop_outs\":{{\"of\":\"everybody\"}},\"format\":\"{}\",\"key\":\"00\",\
             \"kinds\":[],\"lottery\":null,\"over_recruit\":1,\"panel\":4,\"table\":[{{\"deviation\":\"0.5\"}}],\"told_on\":4000,\"way\":\"exact\"}}\n",
            self.size,
            self.format("alternates/1"),
        )
    }

    /// The files, with the hashes that belong to them, by the names that they have in their directory.
    pub fn files(&self) -> Bytes {
        let mark = if self.plan.rehearsal { "REHEARSAL-" } else { "" };
        self.plain_files().into_iter().map(|(name, bytes)| (format!("{mark}{name}"), bytes)).collect()
    }

    /// The files of `klero solve`, and their setup.
    pub fn solved_files(&self) -> Bytes {
        let mut files = Bytes::new();
        let mut add = |name: &str, bytes: Vec<u8>| files.insert(name.to_owned(), bytes);
        if let Some(certificate) = &self.certificate {
            add("certificate.json", certificate.clone().into_bytes());
        }
        add("quotas.csv", self.quotas.clone().into_bytes());
        add("pool.csv", self.pool.clone().into_bytes());
        add("probabilities.csv", self.probabilities());
        add("lottery.json", self.lottery());
        if self.together.is_some() {
            add("split.json", self.split_json());
        }
        if self.plan.step() == Some("alternates") {
            add("alternates.json", self.asked.clone().unwrap_or_else(|| self.alternates_json()).into_bytes());
        }
        let hashes: Vec<String> =
            files.iter().map(|(name, bytes)| format!("\"{name}\": \"{}\"", sha256(bytes))).collect();
        let before = self.before.as_ref().map_or(String::new(), |before| format!("\"before\": {before},\n  "));
        let panels = self.together.map_or(String::new(), |panels| format!("\"panels\": {panels},\n  "));
        let setup = format!(
            "{{\n  {before}\"files\": {{{}}},\n  \"format\": \"{}\",\n  \"id_column\": {},\n  \"members\": {},\n  \
             \"objective\": {},\n  {panels}\"rules\": {},\n  \"size\": {},\n  \"tickets\": {}\n}}\n",
            hashes.join(", "),
            self.format("setup/1"),
            self.id_column.as_deref().map_or("null".to_owned(), text),
            self.members,
            text(&self.objective),
            self.rules.json(),
            self.size,
            self.tickets,
        );
        files.insert("setup.json".to_owned(), setup.into_bytes());
        files
    }

    fn plain_files(&self) -> Bytes {
        let mut files = self.solved_files();
        let mut fingerprint = None;
        if self.commitment.is_some() {
            self.add_commitment(&mut files);
            fingerprint = Some(sha256(&files["commit.txt"]));
        }
        if let Some(draw) = &self.draw {
            files.insert("selected.csv".to_owned(), csv(&self.selected).into_bytes());
            files.insert("remaining.csv".to_owned(), csv(&self.remaining).into_bytes());
            let more = [
                ("panels.csv", &self.by_panel, self.together.is_some()),
                ("new.csv", &self.new, ["replace", "rotate"].map(Some).contains(&self.plan.step())),
                ("alternates.csv", &self.called, self.plan.step() == Some("alternates")),
            ];
            for (name, rows, _) in more.into_iter().filter(|(_, _, belongs)| *belongs) {
                files.insert(name.to_owned(), csv(rows).into_bytes());
            }
            let result = draw.result(&self.format("result/2"), fingerprint.as_deref());
            files.insert("result.json".to_owned(), result.into_bytes());
        }
        files
    }
}

impl Draw {
    /// `result.json`, with the fingerprint of a commitment. An empty key stands for none.
    pub fn result(&self, format: &str, fingerprint: Option<&str>) -> String {
        let panel = format!("{{\"members\": {}, \"number\": {}}}", numbers(&self.members), self.number);
        let optional = |value: Option<&str>| value.map_or("null".to_owned(), text);
        let key = optional(Some(self.key.as_str()).filter(|key| !key.is_empty()));
        let (seed, ticket, fingerprint) = (text(&self.seed), self.ticket, optional(fingerprint));
        format!(
            "{{\n  \"draw\": {{\n    \"key\": {key},\n    \"panel\": {panel},\n    \"seed\": {seed},\n    \"ticket\": {ticket}\n  }},\n  \
             \"fingerprint\": {fingerprint},\n  \"format\": \"{format}\"\n}}\n"
        )
    }
}

/// Puts the right hashes on files that were changed after they were written.
pub fn reseal(files: &mut Bytes) {
    let mut setup: serde_json::Value = serde_json::from_slice(&files["setup.json"]).unwrap();
    for (name, hash) in setup["files"].as_object_mut().unwrap() {
        if let Some(bytes) = files.get(name) {
            *hash = sha256(bytes).into();
        }
    }
    files.insert("setup.json".to_owned(), format!("{setup:#}\n").into_bytes());
}

fn owned(cells: &Vec<&'static str>) -> Vec<String> {
    cells.iter().map(|cell| (*cell).to_owned()).collect()
}

fn numbers(numbers: &[u64]) -> String {
    format!("[{}]", numbers.iter().map(u64::to_string).collect::<Vec<_>>().join(","))
}

fn text(text: &str) -> String {
    serde_json::to_string(text).unwrap()
}
