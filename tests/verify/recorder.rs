//! An honest recorder, written from `docs/record.md` and without a line of the library, so that tests can make good records, and bad ones
//! that are good in everything but one thing.

use std::collections::BTreeMap;

use unicode_normalization::UnicodeNormalization;

use crate::arithmetic::{csv, fraction, key_stream, sha256};
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
    pub certificate: Option<String>,
    pub objective: String,
    pub rules: Rules,
    pub draw: Option<Draw>,
    /// Header and rows of `selected.csv` and `remaining.csv`.
    pub selected: Vec<Vec<String>>,
    pub remaining: Vec<Vec<String>>,
    pub id_column: Option<String>,
    pub members: usize,
    pub size: usize,
    pub tickets: u64,
}

impl Record {
    /// The record of an honest draw.
    pub fn honest(plan: &Plan) -> Record {
        let numbered = plan.numbered();
        let quotas: String = plan.quotas.iter().map(|(c, v, min, max)| format!("{c},{v},{min},{max}\n")).collect();
        let mut record = Record {
            quotas: format!("feature,value,min,max\n{quotas}"),
            pool: csv(&std::iter::once(&plan.header).chain(&plan.rows).map(owned).collect::<Vec<_>>()),
            panels: plan.panels(),
            lottery_format: "klero/lottery/1".to_owned(),
            lottery_size: plan.size,
            lottery_tickets: plan.tickets,
            lottery_text: None,
            chances: Vec::new(),
            chances_text: None,
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
        self.chances = vec![owned(&vec!["number", "id", "probability", "tickets"])];
        for (index, member) in self.numbered.iter().enumerate() {
            let number = index as u64 + 1;
            let has = |panel: &&Panel| panel.members.contains(&number);
            let tickets: u64 = self.panels.iter().filter(has).map(|panel| panel.tickets).sum();
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
        let draw = self.draw.as_mut().unwrap();
        let text = sha256(draw.seed.as_bytes());
        let lines =
            format!("klero/seed/1\nlottery {lottery}\nprobabilities {probabilities}\nquotas {quotas}\ntext {text}\n");
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
    }

    /// The files, with the hashes that belong to them.
    pub fn files(&self) -> Bytes {
        let mut files = Bytes::new();
        let mut add = |name: &str, bytes: Vec<u8>| files.insert(name.to_owned(), bytes);
        if let Some(certificate) = &self.certificate {
            add("certificate.json", certificate.clone().into_bytes());
        }
        add("quotas.csv", self.quotas.clone().into_bytes());
        add("pool.csv", self.pool.clone().into_bytes());
        add("probabilities.csv", self.probabilities());
        add("lottery.json", self.lottery());
        let hashes: Vec<String> =
            files.iter().map(|(name, bytes)| format!("\"{name}\": \"{}\"", sha256(bytes))).collect();
        let setup = format!(
            "{{\n  \"files\": {{{}}},\n  \"format\": \"klero/setup/1\",\n  \"id_column\": {},\n  \"members\": {},\n  \
             \"objective\": {},\n  \"rules\": {},\n  \"size\": {},\n  \"tickets\": {}\n}}\n",
            hashes.join(", "),
            self.id_column.as_deref().map_or("null".to_owned(), text),
            self.members,
            text(&self.objective),
            self.rules.json(),
            self.size,
            self.tickets,
        );
        files.insert("setup.json".to_owned(), setup.into_bytes());
        if let Some(draw) = &self.draw {
            files.insert("selected.csv".to_owned(), csv(&self.selected).into_bytes());
            files.insert("remaining.csv".to_owned(), csv(&self.remaining).into_bytes());
            files.insert("result.json".to_owned(), draw.result(None).into_bytes());
        }
        files
    }
}

impl Draw {
    /// `result.json`, with the fingerprint of a commitment. An empty key stands for none.
    pub fn result(&self, fingerprint: Option<&str>) -> String {
        let panel = format!("{{\"members\": {}, \"number\": {}}}", numbers(&self.members), self.number);
        let optional = |value: Option<&str>| value.map_or("null".to_owned(), text);
        let key = optional(Some(self.key.as_str()).filter(|key| !key.is_empty()));
        let (seed, ticket, fingerprint) = (text(&self.seed), self.ticket, optional(fingerprint));
        format!(
            "{{\n  \"draw\": {{\n    \"key\": {key},\n    \"panel\": {panel},\n    \"seed\": {seed},\n    \"ticket\": {ticket}\n  }},\n  \
             \"fingerprint\": {fingerprint},\n  \"format\": \"klero/result/2\"\n}}\n"
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
