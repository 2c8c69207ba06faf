//! Commitments of the honest recorder: salts, leaves, the Merkle tree, `commit.txt`, and a draw from it.

use sha2::{Digest, Sha256};

use crate::arithmetic::sha256;
use crate::recorder::{Bytes, Draw, Record};

/// Where the seed comes from, and the secret of the salts.
#[derive(Clone)]
pub struct Commitment {
    /// As it stands in `commit.txt`.
    pub source: String,
    pub master: [u8; 32],
    /// When the fingerprint was published.
    pub published: String,
    /// Takes the place of the line `before` that `setup.json` gives.
    pub before: Option<String>,
    /// `beacon.json`, once it came.
    pub beacon: Option<String>,
}

/// The round 1000 of drand's chain quicknet, as drand published it, and its randomness.
pub const ROUND: &str = "beacon drand:quicknet 1000";
/// The second at which it came.
pub const CAME: &str = "2023-08-23T15:59:24Z";
pub const SIGNATURE: &str =
    "b44679b9a59af2ec876b1a6b1ad52ea9b1615fc3982b19576350f93447cb1125e342b73a8dd2bacbe47e4b6b63ed5e39";
pub const RANDOMNESS: &str = "fe290beca10872ef2fb164d2aa4442de4566183ec51c56ff3cd603d930e54fdd";

impl Commitment {
    pub fn to(source: &str) -> Option<Commitment> {
        let published = "2023-08-23T12:00:00Z".to_owned();
        Some(Commitment { source: source.to_owned(), master: [7; 32], published, before: None, beacon: None })
    }
}

fn hash(parts: &[&[u8]]) -> [u8; 32] {
    let mut hasher = Sha256::new();
    parts.iter().for_each(|part| hasher.update(part));
    hasher.finalize().into()
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// HMAC-SHA-256 (RFC 2104).
fn hmac(key: &[u8; 32], text: &str) -> String {
    let padded = |with: u8| -> Vec<u8> { (0..64).map(|at| key.get(at).unwrap_or(&0) ^ with).collect() };
    hex(&hash(&[&padded(0x5c), &hash(&[&padded(0x36), text.as_bytes()])]))
}

fn root(leaves: &[[u8; 32]]) -> [u8; 32] {
    if let [leaf] = leaves {
        return *leaf;
    }
    let mut place = 1;
    while place * 2 < leaves.len() {
        place *= 2;
    }
    hash(&[&[1], &root(&leaves[..place]), &root(&leaves[place..])])
}

impl Record {
    /// The texts of the leaves. The name of a member is in the column `name`, where there is one.
    pub fn leaves(&self, setup: &[u8]) -> Vec<String> {
        let master = &self.commitment.as_ref().unwrap().master;
        let salt = |number: usize| hmac(master, &format!("klero/salt/1 {number}"));
        let json = |text: &str| serde_json::to_string(text.trim()).unwrap();
        let mut leaves = vec![format!("{{\"number\":0,\"salt\":\"{}\",\"setup\":\"{}\"}}", salt(0), sha256(setup))];
        let mut categories: Vec<&str> = Vec::new();
        for (category, ..) in self.plan.quotas.iter().filter(|quota| quota.0 != "combination") {
            if !categories.contains(category) {
                categories.push(category);
            }
        }
        for (member, number) in self.numbered.iter().zip(1..) {
            let cell = |column: &str| {
                let column = self.plan.header.iter().position(|name| *name == column).unwrap();
                json(self.plan.rows[member.row][column])
            };
            let features: Vec<String> =
                categories.iter().map(|name| format!("[{},{}]", json(name), cell(name))).collect();
            let home: Vec<String> = self.rules.household_columns.iter().map(|name| cell(name)).collect();
            leaves.push(format!(
                "{{\"features\":[{}],\"household\":[{}],\"id\":{},\"name\":[{}],\"number\":{number},\"salt\":\"{}\"}}",
                features.join(","),
                home.join(","),
                json(&member.id),
                if self.plan.header.contains(&"name") { cell("name") } else { String::new() },
                salt(number),
            ));
        }
        leaves
    }

    /// Adds the files of a commitment.
    pub fn add_commitment(&self, files: &mut Bytes) {
        let commitment = self.commitment.as_ref().unwrap();
        let names = if self.plan.header.contains(&"name") { "\"name\"" } else { "" };
        let (format, master) = (self.format("keys/1"), hex(&commitment.master));
        let keys = format!("{{\"format\":\"{format}\",\"master\":\"{master}\",\"name_columns\":[{names}]}}\n");
        files.insert("keys.json".to_owned(), keys.into_bytes());
        let leaves: Vec<[u8; 32]> =
            self.leaves(&files["setup.json"]).iter().map(|leaf| hash(&[&[0], leaf.as_bytes()])).collect();
        let lines: String = leaves.iter().map(|leaf| hex(leaf) + "\n").collect();
        files.insert("pool.leaves".to_owned(), lines.into_bytes());
        let before = commitment.before.clone().or_else(|| {
            let before = self.before.as_ref()?;
            let text = |key: &str| before[key].as_str().unwrap_or("none").to_owned();
            Some(format!("{} {} {}", text("step"), text("fingerprint"), text("result")))
        });
        let mut text = format!("{}\nassembly Beispielstadt\ndraw 1\nattempt 1\n", self.format("commit/1"));
        if let Some(before) = before {
            text += &format!("before {before}\n");
        }
        text += &format!("published {}\nmembers {}\nsize {}\n", commitment.published, self.members, self.size);
        if let Some(panels) = self.together {
            text += &format!("panels {panels}\n");
        }
        text += &format!("tickets {}\nobjective {}\n", self.tickets, self.objective);
        text += &format!("pool {}\nseed {}\n", hex(&root(&leaves)), commitment.source);
        for name in ["certificate.json", "lottery.json", "pool.leaves", "quotas.csv", "split.json"] {
            if let Some(bytes) = files.get(name) {
                text += &format!("file {} {name}\n", sha256(bytes));
            }
        }
        files.insert("commit.txt".to_owned(), text.into_bytes());
        if let Some(beacon) = &commitment.beacon {
            files.insert("beacon.json".to_owned(), beacon.clone().into_bytes());
        }
    }

    /// The fingerprint.
    pub fn fingerprint(&self) -> String {
        let mut files = self.solved_files();
        self.add_commitment(&mut files);
        sha256(&files["commit.txt"])
    }

    /// Commits, and draws from that: by a phrase, by digits, or by round 1000 of the beacon, which was published.
    pub fn commit_and_draw(&mut self, source: &str, seed: &str) {
        self.commitment = Commitment::to(source);
        let last = match source {
            "phrase" => format!("text {}", sha256(seed.as_bytes())),
            _ => format!("beacon drand:quicknet 1000 {seed}"),
        };
        let lines = format!("{}\nfingerprint {}\n{last}\n", self.format("seed/2"), self.fingerprint());
        let digits = source.starts_with("digits");
        let key = if digits { String::new() } else { sha256(lines.as_bytes()) };
        self.draw = Some(Draw { key, number: 0, members: Vec::new(), seed: seed.to_owned(), ticket: 0 });
        if digits {
            self.draw.as_mut().unwrap().ticket = seed.parse().unwrap();
        } else {
            self.take_ticket();
        }
        if source == ROUND {
            let format = self.format("beacon/1");
            self.commitment.as_mut().unwrap().beacon = Some(format!(
                "{{\"chain\":\"drand:quicknet\",\"format\":\"{format}\",\"randomness\":\"{RANDOMNESS}\",\"round\":1000,\"signature\":\"{SIGNATURE}\"}}\n"
            ));
        }
        self.seat_panel();
        self.part_rows();
    }

    /// Commits to a round of the beacon that has not come yet, published at this time.
    pub fn waits_for(&mut self, round: u64, published: &str) {
        self.draw = None;
        self.commitment = Commitment::to(&format!("beacon drand:quicknet {round}"));
        self.commitment.as_mut().unwrap().published = published.to_owned();
    }

    /// The receipt of a member.
    pub fn receipt(&self, number: u64, format: &str) -> String {
        let files = self.solved_files();
        let leaves: Vec<Vec<u8>> = self.leaves(&files["setup.json"]).into_iter().map(String::into_bytes).collect();
        let (place, has) = (number as usize, |panel: &&crate::recorder::Panel| panel.members.contains(&number));
        let json = serde_json::json!({
            "fingerprint": self.fingerprint(),
            "format": format,
            "leaf": String::from_utf8(leaves[place].clone()).unwrap(),
            "path": path(&leaves, place),
            "tickets": self.panels.iter().filter(has).map(|panel| panel.tickets).sum::<u64>(),
        });
        json.to_string()
    }

    /// Takes the draw back.
    pub fn without_draw(&mut self) {
        self.draw = None;
        if let Some(commitment) = &mut self.commitment {
            commitment.beacon = None;
        }
    }
}

/// The public form of a record.
pub fn public(files: &Bytes) -> Bytes {
    let names = ["commit.txt", "pool.leaves", "quotas.csv", "lottery.json", "split.json", "result.json", "beacon.json"];
    let keep = |name: &str| names.contains(&name.strip_prefix("REHEARSAL-").unwrap_or(name));
    files.iter().filter(|(name, _)| keep(name)).map(|(name, bytes)| (name.clone(), bytes.clone())).collect()
}

/// The audit path of the leaf at this place, in hexadecimal digits, the lowest sibling first.
pub fn path(leaves: &[Vec<u8>], place: usize) -> Vec<String> {
    fn below(leaves: &[[u8; 32]], place: usize, path: &mut Vec<String>) {
        if leaves.len() == 1 {
            return;
        }
        let mut middle = 1;
        while middle * 2 < leaves.len() {
            middle *= 2;
        }
        let (left, right) = leaves.split_at(middle);
        let sibling = if place < middle { right } else { left };
        let (part, place) = if place < middle { (left, place) } else { (right, place - middle) };
        below(part, place, path);
        path.push(hex(&root(sibling)));
    }
    let leaves: Vec<[u8; 32]> = leaves.iter().map(|leaf| hash(&[&[0], leaf])).collect();
    let mut path = Vec::new();
    below(&leaves, place, &mut path);
    path
}
