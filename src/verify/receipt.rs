//! `receipt.*`: what one member can check, and what the receipt tells its owner.

use serde::Deserialize;

use super::commit::Commit;
use super::commitment::NO_COMMITMENT;
use super::files::Files;
use super::hash::{self, Hash, hex, is_sha256, root_by_path, sha256, unhex};
use super::json::{Whole, parse};
use super::leaves::Leaf;
use super::lottery::Lottery;
use super::panels::NO_LOTTERY;
use super::result::ResultFile;
use super::say::{Finding, grouped, harmless, quote};
use super::table::{COMMIT, LEAVES};

/// The identifiers of the checks, in their order.
pub(super) const CHECKS: [&str; 5] =
    ["receipt.form", "receipt.commitment", "receipt.leaf", "receipt.path", "receipt.tickets"];
/// The name of a receipt in sentences.
const RECEIPT: &str = "the receipt";
/// What the other checks say when the receipt has not the form of one.
const NO_RECEIPT: &str = "the receipt cannot be used";

/// A receipt of the right form.
struct Receipt {
    fingerprint: String,
    leaf: Leaf,
    hash: Hash,
    path: Vec<Hash>,
    tickets: u64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw {
    fingerprint: String,
    format: String,
    leaf: String,
    path: Vec<String>,
    tickets: Whole,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawLeaf {
    features: Vec<(String, String)>,
    household: Vec<String>,
    id: String,
    name: Vec<String>,
    number: Whole,
    salt: String,
}

/// What a receipt tells its owner.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Story {
    /// Whether the record is a rehearsal, so that nothing was drawn for good.
    pub rehearsal: bool,
    /// Whether all checks of the receipt passed. Otherwise nothing below is shown by the record.
    pub holds: bool,
    /// The owner's identifier.
    pub id: String,
    /// The owner's name, as the pool has it.
    pub name: Vec<String>,
    /// The owner's number.
    pub number: u64,
    /// The owner's features: header and cell.
    pub features: Vec<(String, String)>,
    /// Tickets that select the owner.
    pub tickets: u64,
    /// All tickets of the lottery.
    pub of: u64,
    /// Whether the owner was drawn; `None` where nothing was, or it is not known.
    pub drawn: Option<bool>,
}

/// The parts of a record that a receipt is compared with.
pub(super) struct Record<'a> {
    pub(super) files: &'a Files,
    pub(super) commit: Option<&'a Commit>,
    pub(super) leaves: Option<&'a [Hash]>,
    /// How many members there are.
    pub(super) members: Option<u64>,
    pub(super) lottery: Option<&'a Lottery>,
    pub(super) result: Option<&'a ResultFile>,
}

/// Makes the checks. Where the receipt can be read, its owner is told something as well.
pub(super) fn check(contents: Result<&[u8], &str>, record: &Record<'_>) -> ([Finding; 5], Option<Story>) {
    let format = record.files.format("receipt/1");
    let receipt = match contents {
        Ok(bytes) => read(bytes, &format),
        Err(why) => Err(format!("the receipt {why}")),
    };
    let receipt = match receipt {
        Ok(receipt) => receipt,
        Err(why) => {
            let other = || Finding::not_checked(NO_RECEIPT);
            return ([Finding::fail(why), other(), other(), other(), other()], None);
        }
    };
    let number = receipt.leaf.number;
    let findings = [
        Finding::pass(format!("The receipt has the form {format}, for member {}.", grouped(number))),
        receipt.commitment(record.files),
        receipt.stands(record),
        receipt.leads(record.commit),
        receipt.tickets(record),
    ];
    let drawn = record.result.map(|result| result.draw.panel.members.contains(&number));
    let story = Story {
        rehearsal: record.files.rehearsal(),
        holds: findings.iter().all(Finding::passes),
        id: receipt.leaf.id,
        name: receipt.leaf.name,
        number,
        features: receipt.leaf.features,
        tickets: receipt.tickets,
        of: record.lottery.map_or(0, |lottery| lottery.tickets),
        drawn,
    };
    (findings, Some(story))
}

/// The fingerprint that a receipt names, even where it is not in form otherwise.
pub(super) fn fingerprint(bytes: &[u8]) -> Option<String> {
    let value = serde_json::from_slice::<serde_json::Value>(bytes).ok()?;
    Some(value.get("fingerprint")?.as_str()?.to_owned())
}

fn read(bytes: &[u8], format: &str) -> Result<Receipt, String> {
    let raw = parse::<Raw>(RECEIPT, bytes)?;
    if raw.format != format {
        return Err(format!("{RECEIPT}: \"format\" is {}, and only \"{format}\" is known here", quote(&raw.format)));
    }
    if !is_sha256(&raw.fingerprint) {
        return Err(format!("{RECEIPT}: the fingerprint is {}, which is not a SHA-256", quote(&raw.fingerprint)));
    }
    let leaf = parse::<RawLeaf>("the leaf in the receipt", raw.leaf.as_bytes())?;
    let leaf = Leaf {
        features: leaf.features,
        household: leaf.household,
        id: leaf.id,
        name: leaf.name,
        number: leaf.number.0,
        salt: leaf.salt,
    };
    if leaf.number == 0 {
        return Err("the leaf in the receipt has the number 0, which is no member's".to_owned());
    }
    if !is_sha256(&leaf.salt) {
        return Err(format!("the salt in the receipt's leaf is {}, expected 64 hexadecimal digits", quote(&leaf.salt)));
    }
    if leaf.text() != raw.leaf {
        return Err("the leaf in the receipt is not written in the one way that leaves have".to_owned());
    }
    let sibling =
        |text: &String| unhex(text).ok_or_else(|| format!("{RECEIPT}: {} in the path is not a SHA-256", quote(text)));
    let path = raw.path.iter().map(sibling).collect::<Result<_, _>>()?;
    let hash = hash::leaf(raw.leaf.as_bytes());
    Ok(Receipt { fingerprint: raw.fingerprint, leaf, hash, path, tickets: raw.tickets.0 })
}

impl Receipt {
    /// `receipt.commitment`.
    fn commitment(&self, files: &Files) -> Finding {
        match files.bytes(COMMIT).map(sha256) {
            None => Finding::without(COMMIT),
            Some(found) if found == self.fingerprint => Finding::pass(format!("The receipt belongs to this {COMMIT}.")),
            Some(found) => Finding::fail(format!(
                "the receipt belongs to the commitment with the fingerprint {}, and this one has {found}",
                self.fingerprint
            )),
        }
    }

    /// `receipt.leaf`.
    fn stands(&self, record: &Record<'_>) -> Finding {
        let Some(leaves) = record.leaves else {
            return Finding::not_checked(format!("{LEAVES} cannot be used"));
        };
        let line = usize::try_from(self.leaf.number).ok().and_then(|number| leaves.get(number));
        let number = grouped(self.leaf.number);
        match line {
            None => Finding::fail(format!("{LEAVES} has no line for member {number}")),
            Some(line) if *line == self.hash => {
                Finding::pass(format!("The leaf stands in the line of member {number} in {LEAVES}."))
            }
            Some(line) => Finding::fail(format!(
                "the leaf's hash is {}, but {LEAVES} has {} for member {number}",
                hex(&self.hash),
                hex(line)
            )),
        }
    }

    /// `receipt.path`.
    fn leads(&self, commit: Option<&Commit>) -> Finding {
        let Some(commit) = commit else {
            return Finding::not_checked(NO_COMMITMENT);
        };
        match root_by_path(self.hash, self.leaf.number, commit.members + 1, &self.path).map(|root| hex(&root)) {
            Some(root) if root == commit.pool => Finding::pass("The path leads from the leaf to the pool root."),
            Some(root) => Finding::fail(format!("the path leads to {root}, but the pool root is {}", commit.pool)),
            None => Finding::fail(format!(
                "the path is not one for member {} of {}",
                grouped(self.leaf.number),
                grouped(commit.members)
            )),
        }
    }

    /// `receipt.tickets`.
    fn tickets(&self, record: &Record<'_>) -> Finding {
        let Some(lottery) = record.lottery else {
            return Finding::not_checked(NO_LOTTERY);
        };
        if record.members.is_some_and(|members| self.leaf.number > members) {
            return Finding::fail(format!("there is no member {}", grouped(self.leaf.number)));
        }
        let found = lottery.of(self.leaf.number);
        let (stated, of) = (grouped(self.tickets), grouped(lottery.tickets));
        if found == u128::from(self.tickets) {
            Finding::pass(format!("The lottery selects this member by {stated} of {of} tickets."))
        } else {
            let found = grouped(found);
            Finding::fail(format!("the receipt says {stated} tickets, but the lottery gives this member {found}"))
        }
    }
}

impl Story {
    /// The story in plain words, as lines of text. `verified` is whether the record is.
    pub fn text(&self, verified: bool) -> String {
        if !self.holds {
            return "This receipt does not show that its owner was in this pool: see the checks receipt.… above.\n"
                .to_owned();
        }
        let name = self.name.join(" ");
        let name = if name.trim().is_empty() { "the member".to_owned() } else { format!("{},", harmless(name.trim())) };
        let features: Vec<String> =
            self.features.iter().map(|(header, cell)| format!("{} {}", harmless(header), harmless(cell))).collect();
        let mut text = format!("To {name} whose identifier is {}:\n", harmless(&self.id));
        text += &format!("  You were in the pool, as number {}, with {}.\n", grouped(self.number), features.join(", "));
        if self.rehearsal {
            text += "  This is a receipt of a rehearsal, and not of the draw.\n";
        }
        if !verified {
            // The receipt fits the files that are here; whether they are those that were committed to is what did not verify.
            return text
                + "  This record is not verified, so what it says of your chance, and of who was drawn, is worth nothing: see which \
                   checks above did not pass.\n";
        }
        let (tickets, of) = (grouped(self.tickets), grouped(self.of));
        text += &format!("  You were on {tickets} of {of} tickets: this was your chance{}.\n", self.percent());
        text += match self.drawn {
            Some(true) => "  The ticket that was drawn has you on the panel: you were drawn.\n",
            Some(false) => "  The ticket that was drawn does not have you on the panel: you were not drawn.\n",
            None => "  Nothing has been drawn yet.\n",
        };
        text
    }

    /// The chance in hundredths, rounded half up to a tenth of one.
    fn percent(&self) -> String {
        let (tickets, of) = (u128::from(self.tickets), u128::from(self.of));
        match (2000 * tickets + of).checked_div(2 * of) {
            Some(tenths) => format!(", about {}.{} %", tenths / 10, tenths % 10),
            None => String::new(),
        }
    }
}
