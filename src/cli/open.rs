//! Opens a record that is there, and refuses one that is not as it was written.

use std::path::Path;

use klero::instance::{Built, build};
use klero::lottery::Lottery;
use klero::read::{Table, read_csv};
use klero::record::{
    Before, Commitment, Hash, Keys, Setup, Source, Tree, leaf_hash, leaves, leaves_text, name, read_lottery,
    read_result, read_setup, read_split, sha256,
};

use super::failure::Failure;
use super::place::Place;
use super::refusal::Refusal;

/// What `klero solve` wrote, checked against `setup.json`, and the instance that it makes.
pub struct Solved {
    /// Where it is.
    pub place: Place,
    /// `setup.json`.
    pub setup: Setup,
    /// Its bytes.
    pub setup_bytes: Vec<u8>,
    /// The bytes of `lottery.json`.
    pub lottery_bytes: Vec<u8>,
    /// The bytes of `certificate.json`, where the objective has one.
    pub certificate_bytes: Option<Vec<u8>>,
    /// The bytes of `split.json`, where several panels are drawn together.
    pub split_bytes: Option<Vec<u8>>,
    /// The bytes of `quotas.csv`.
    pub quotas_bytes: Vec<u8>,
    /// The bytes of `pool.csv`.
    pub pool_bytes: Vec<u8>,
    /// The pool's rows.
    pub pool: Table,
    /// The instance.
    pub built: Built,
}

/// A record with a commitment to it.
pub struct Committed {
    /// What was committed to.
    pub solved: Solved,
    /// The commitment.
    pub commitment: Commitment,
    /// The text of `commit.txt`.
    pub text: String,
    /// The texts of all leaves.
    pub leaves: Vec<String>,
    /// `pool.leaves`.
    pub leaves_text: String,
    /// The tree over them.
    pub tree: Tree,
    /// The keys.
    pub keys: Keys,
}

impl Committed {
    /// The fingerprint.
    pub fn fingerprint(&self) -> String {
        sha256(self.text.as_bytes())
    }

    /// The bytes of `result.json`, if something was drawn; refused where it is not of this commitment.
    pub fn outcome(&self) -> Result<Option<Vec<u8>>, Failure> {
        let place = &self.solved.place;
        if place.first_of(&name::OF_DRAW).is_none() {
            return Ok(None);
        }
        let result = place.bytes(name::RESULT)?;
        let outcome = read_result(place.mark, &result).map_err(place.malformed(name::RESULT))?;
        if outcome.fingerprint.as_ref() != Some(&self.fingerprint()) {
            return Err(
                Refusal::OtherCommitment { path: place.path(name::RESULT), commit: place.path(name::COMMIT) }.into()
            );
        }
        Ok(Some(result))
    }
}

/// Opens what `klero solve` wrote.
pub fn solved(dir: &Path) -> Result<Solved, Failure> {
    let place = Place::of(dir);
    let setup_bytes = place.bytes(name::SETUP)?;
    let setup = read_setup(place.mark, &setup_bytes).map_err(place.malformed(name::SETUP))?;
    let mut files = std::collections::BTreeMap::new();
    let mut failures = Vec::new();
    for (file, hash) in setup.files.named() {
        match place.bytes(file) {
            Ok(found) if sha256(&found) == hash => drop(files.insert(file, found)),
            Ok(_) => failures.push(Refusal::Changed { path: place.path(file), by: name::SETUP }.into()),
            Err(failure) => failures.push(failure),
        }
    }
    if !failures.is_empty() {
        return Err(Failure::All(failures));
    }
    let mut take = |file| files.remove(file).unwrap_or_default();
    let (quotas_bytes, pool_bytes, lottery_bytes) = (take(name::QUOTAS), take(name::POOL), take(name::LOTTERY));
    let table = |file, bytes: &[u8]| read_csv(&place.path(file).display().to_string(), bytes).map_err(Failure::read);
    let (quotas, pool) = (table(name::QUOTAS, &quotas_bytes)?, table(name::POOL, &pool_bytes)?);
    let built = build(&quotas, &pool, &setup.settings()).map_err(Failure::instance)?;
    if built.instance.members().len() != setup.members {
        let reason = format!("it says {} members, but the pool has {}", setup.members, built.instance.members().len());
        return Err(place.malformed(name::SETUP)(reason));
    }
    let certificate_bytes = files.remove(name::CERTIFICATE);
    let split_bytes = files.remove(name::SPLIT);
    Ok(Solved {
        place,
        setup,
        setup_bytes,
        lottery_bytes,
        certificate_bytes,
        split_bytes,
        quotas_bytes,
        pool_bytes,
        pool,
        built,
    })
}

impl Solved {
    /// The lottery.
    pub fn lottery(&self) -> Result<Lottery, Failure> {
        read_lottery(&self.lottery_bytes, (&self.setup).into()).map_err(self.place.malformed(name::LOTTERY))
    }

    /// For each panel of the lottery, on which of the panels that are drawn together its members sit; `None` where it is one panel alone.
    pub fn split(&self, lottery: &Lottery) -> Result<Option<Vec<Vec<u32>>>, Failure> {
        let read = |bytes: &Vec<u8>| {
            read_split(bytes, (&self.setup).into(), lottery).map_err(self.place.malformed(name::SPLIT))
        };
        self.split_bytes.as_ref().map(read).transpose()
    }

    /// The texts of the leaves, their hashes, and these as `pool.leaves` has them.
    pub fn leaves(&self, keys: &Keys) -> Result<(Vec<String>, Vec<Hash>, String), Failure> {
        let columns = &self.setup.rules.household_columns;
        let leaves = leaves(&self.built.instance, &self.pool, columns, keys, &self.setup_bytes)?;
        let hashes: Vec<Hash> = leaves.iter().map(|leaf| leaf_hash(leaf)).collect();
        let text = leaves_text(&hashes);
        Ok((leaves, hashes, text))
    }
}

/// Opens a record with a commitment, and checks that everything that was committed to is as it was. `public` says what the public form is not
/// enough for.
pub fn committed(dir: &Path, public: &'static str) -> Result<Committed, Failure> {
    let place = Place::of(dir);
    if place.first_of(&[name::COMMIT]).is_some() && place.first_of(&name::PERSONAL).is_none() {
        return Err(Refusal::Public { dir: dir.to_owned(), what: public }.into());
    }
    if dir.is_dir() && place.first_of(&name::OF_COMMITMENT).is_none() && place.first_of(&[name::SETUP]).is_some() {
        return Err(Refusal::NotCommitted { dir: dir.to_owned() }.into());
    }
    let solved = solved(dir)?;
    let (malformed, mark) = (|file| place.malformed(file), place.mark);
    let text = String::from_utf8(place.bytes(name::COMMIT)?);
    let text = text.map_err(|_| malformed(name::COMMIT)("it is not text in UTF-8".to_owned()))?;
    let commitment = Commitment::parse(mark, &text).map_err(|bad| malformed(name::COMMIT)(bad.to_string()))?;
    let keys = Keys::parse(mark, &place.bytes(name::KEYS)?).map_err(malformed(name::KEYS))?;
    let found = place.bytes(name::LEAVES)?;
    let files = &solved.setup.files;
    let named = |file: &str| match file {
        name::LOTTERY => Some(files.lottery.clone()),
        name::QUOTAS => Some(files.quotas.clone()),
        name::CERTIFICATE => files.certificate.clone(),
        name::SPLIT => files.split.clone(),
        _ => Some(sha256(&found)),
    };
    for (file, hash) in commitment.files() {
        if named(file).as_deref() != Some(hash) {
            return Err(Refusal::Changed { path: place.path(file), by: name::COMMIT }.into());
        }
    }
    let setup = &solved.setup;
    let (said, is) = (
        (commitment.members, commitment.size, commitment.tickets, &commitment.objective, commitment.panels),
        (setup.members, setup.size, setup.tickets, &setup.objective, setup.panels),
    );
    if said != is || commitment.before != setup.before.as_ref().map(Before::named) {
        return Err(Refusal::Changed { path: place.path(name::SETUP), by: name::COMMIT }.into());
    }
    let (leaves, hashes, leaves_text) = solved.leaves(&keys)?;
    let tree = Tree::new(hashes);
    if leaves_text.as_bytes() != found {
        return Err(other_leaves(&place, &leaves_text, &found));
    }
    if tree.root() != commitment.root {
        let reason = "its pool root is not that of pool.leaves".to_owned();
        return Err(malformed(name::COMMIT)(reason));
    }
    Ok(Committed { solved, commitment, text, leaves, leaves_text, tree, keys })
}

/// Which file does not fit, where the leaves made from the pool, the setup and the keys are not those of `pool.leaves`, which has the SHA-256 that
/// was committed to. The pool has the SHA-256 that the setup gives; so it is one of the other two, and leaf 0 is of the setup alone.
fn other_leaves(place: &Place, made: &str, found: &[u8]) -> Failure {
    let (mut made, mut found) = (made.as_bytes().split(|byte| *byte == b'\n'), found.split(|byte| *byte == b'\n'));
    let first = made.next() == found.next();
    let others = made.eq(found);
    let (file, reason) = match (first, others) {
        (false, true) => return Refusal::Changed { path: place.path(name::SETUP), by: name::LEAVES }.into(),
        (true, _) => (name::KEYS, "its name columns are not those of pool.leaves"),
        (false, false) => {
            (name::KEYS, "with setup.json it does not give what pool.leaves says; one of the two was changed")
        }
    };
    place.malformed(file)(reason.to_owned())
}

/// What the public files of a record with a commitment say; that they are there is enough.
pub struct Announced {
    /// Where it is.
    pub place: Place,
    /// The commitment.
    pub commitment: Commitment,
    /// Its fingerprint.
    pub fingerprint: String,
    /// The lottery.
    pub lottery: Lottery,
    /// For each panel of the lottery, on which of several panels its members sit.
    pub split: Option<Vec<Vec<u32>>>,
}

/// Opens the commitment of a record in full or public form, and the lottery that was committed to.
pub fn announced(dir: &Path) -> Result<Announced, Failure> {
    let place = Place::of(dir);
    if dir.is_dir() && place.first_of(&name::OF_COMMITMENT).is_none() && place.first_of(&[name::SETUP]).is_some() {
        return Err(Refusal::NotCommitted { dir: dir.to_owned() }.into());
    }
    let bytes = place.bytes(name::COMMIT)?;
    let malformed = |file, reason| Failure::from(Refusal::Malformed { path: place.path(file), reason });
    let text =
        std::str::from_utf8(&bytes).map_err(|_| malformed(name::COMMIT, "it is not text in UTF-8".to_owned()))?;
    let commitment = Commitment::parse(place.mark, text).map_err(|bad| malformed(name::COMMIT, bad.to_string()))?;
    let committed_to = |file, hash: &str| {
        let found = place.bytes(file)?;
        match sha256(&found) == hash {
            true => Ok(found),
            false => Err(Failure::from(Refusal::Changed { path: place.path(file), by: name::COMMIT })),
        }
    };
    let lottery = committed_to(name::LOTTERY, &commitment.lottery)?;
    let lottery = read_lottery(&lottery, (&commitment).into()).map_err(|reason| malformed(name::LOTTERY, reason))?;
    let split = match &commitment.split {
        Some(hash) => {
            let split = committed_to(name::SPLIT, hash)?;
            Some(read_split(&split, (&commitment).into(), &lottery).map_err(|reason| malformed(name::SPLIT, reason))?)
        }
        None => None,
    };
    if let Source::Digits { count } = commitment.seed
        && 10_u64.checked_pow(count) != Some(commitment.tickets)
    {
        let reason = format!("{count} digits do not draw one of {} tickets", commitment.tickets);
        return Err(malformed(name::COMMIT, reason));
    }
    let fingerprint = sha256(&bytes);
    Ok(Announced { place, commitment, fingerprint, lottery, split })
}
