//! Opens a record that is there, and refuses one that is not as it was written.

use std::fs;
use std::path::{Path, PathBuf};

use klero::instance::{Built, build};
use klero::lottery::Lottery;
use klero::read::{Table, read_csv};
use klero::record::{
    Commitment, Hash, Keys, Setup, Tree, leaf_hash, leaves, leaves_text, name, read_lottery, read_result, read_setup,
    sha256,
};

use super::failure::Failure;
use super::refusal::Refusal;

/// What `klero solve` wrote, checked against `setup.json`, and the instance that it makes.
pub struct Solved {
    /// The directory.
    pub dir: PathBuf,
    /// `setup.json`.
    pub setup: Setup,
    /// Its bytes.
    pub setup_bytes: Vec<u8>,
    /// The bytes of `lottery.json`.
    pub lottery_bytes: Vec<u8>,
    /// The bytes of `certificate.json`, where the objective has one.
    pub certificate_bytes: Option<Vec<u8>>,
    /// The bytes of `quotas.csv`.
    pub quotas_bytes: Vec<u8>,
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
}

impl Committed {
    /// The fingerprint.
    pub fn fingerprint(&self) -> String {
        sha256(self.text.as_bytes())
    }

    /// The bytes of `result.json`, if something was drawn; refused where it is not of this commitment.
    pub fn outcome(&self) -> Result<Option<Vec<u8>>, Failure> {
        let dir = &self.solved.dir;
        if first_of(dir, &name::OF_DRAW).is_none() {
            return Ok(None);
        }
        let result = bytes(dir, name::RESULT)?;
        let outcome = read_result(&result).map_err(malformed(dir, name::RESULT))?;
        if outcome.fingerprint.as_ref() != Some(&self.fingerprint()) {
            return Err(Refusal::OtherCommitment { path: dir.join(name::RESULT), dir: dir.clone() }.into());
        }
        Ok(Some(result))
    }
}

/// The first of some files that is in a directory.
pub fn first_of(dir: &Path, names: &[&'static str]) -> Option<&'static str> {
    names.iter().copied().find(|name| fs::symlink_metadata(dir.join(name)).is_ok())
}

/// Refuses a record in which something was drawn already.
pub fn undrawn(dir: &Path) -> Result<(), Refusal> {
    first_of(dir, &name::OF_DRAW).map_or(Ok(()), |file| Err(Refusal::Drawn { dir: dir.to_owned(), file }))
}

/// Largest allowed size of a file, in bytes.
fn most(file: &str) -> u64 {
    match file {
        name::LOTTERY => 8 << 30,
        name::SETUP => 64 << 20,
        name::SETTINGS | name::KEYS | name::COMMIT | name::BEACON | name::RESULT => 1 << 20,
        _ => 2 << 30,
    }
}

/// The bytes of a file of the record, if it is an ordinary file of allowed size.
pub fn bytes(dir: &Path, file: &'static str) -> Result<Vec<u8>, Failure> {
    let path = dir.join(file);
    let what = match fs::symlink_metadata(&path) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound && dir.is_dir() => {
            return Err(Refusal::Missing { dir: dir.to_owned(), file }.into());
        }
        Err(error) => return Err(Failure::path("read", &path)(error)),
        Ok(data) if data.is_symlink() => "a link",
        Ok(data) if !data.is_file() => "no file",
        Ok(data) if data.len() > most(file) => "larger than such a file may be",
        Ok(_) => return fs::read(&path).map_err(Failure::path("read", &path)),
    };
    Err(Refusal::Unusual { path, what }.into())
}

fn malformed(dir: &Path, file: &str) -> impl Fn(String) -> Failure {
    let path = dir.join(file);
    move |reason| Refusal::Malformed { path: path.clone(), reason }.into()
}

/// Opens what `klero solve` wrote.
pub fn solved(dir: &Path) -> Result<Solved, Failure> {
    let setup_bytes = bytes(dir, name::SETUP)?;
    let setup = read_setup(&setup_bytes).map_err(malformed(dir, name::SETUP))?;
    let mut files = std::collections::BTreeMap::new();
    let mut failures = Vec::new();
    for (file, hash) in setup.files.named() {
        match bytes(dir, file) {
            Ok(found) if sha256(&found) == hash => drop(files.insert(file, found)),
            Ok(_) => failures.push(Refusal::Changed { path: dir.join(file), by: name::SETUP }.into()),
            Err(failure) => failures.push(failure),
        }
    }
    if !failures.is_empty() {
        return Err(Failure::All(failures));
    }
    let mut take = |file| files.remove(file).unwrap_or_default();
    let (quotas_bytes, pool_bytes, lottery_bytes) = (take(name::QUOTAS), take(name::POOL), take(name::LOTTERY));
    let table = |file, bytes: &[u8]| read_csv(&dir.join(file).display().to_string(), bytes).map_err(Failure::read);
    let (quotas, pool) = (table(name::QUOTAS, &quotas_bytes)?, table(name::POOL, &pool_bytes)?);
    let built = build(&quotas, &pool, &setup.settings()).map_err(Failure::instance)?;
    if built.instance.members().len() != setup.members {
        let reason = format!("it says {} members, but the pool has {}", setup.members, built.instance.members().len());
        return Err(malformed(dir, name::SETUP)(reason));
    }
    let certificate_bytes = files.remove(name::CERTIFICATE);
    Ok(Solved { dir: dir.to_owned(), setup, setup_bytes, lottery_bytes, certificate_bytes, quotas_bytes, pool, built })
}

impl Solved {
    /// The lottery.
    pub fn lottery(&self) -> Result<Lottery, Failure> {
        read_lottery(&self.lottery_bytes, &self.setup).map_err(malformed(&self.dir, name::LOTTERY))
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
    if first_of(dir, &[name::COMMIT]).is_some() && first_of(dir, &name::PERSONAL).is_none() {
        return Err(Refusal::Public { dir: dir.to_owned(), what: public }.into());
    }
    if dir.is_dir() && first_of(dir, &name::OF_COMMITMENT).is_none() && first_of(dir, &[name::SETUP]).is_some() {
        return Err(Refusal::NotCommitted { dir: dir.to_owned() }.into());
    }
    let solved = solved(dir)?;
    let text = String::from_utf8(bytes(dir, name::COMMIT)?);
    let text = text.map_err(|_| malformed(dir, name::COMMIT)("it is not text in UTF-8".to_owned()))?;
    let commitment = Commitment::parse(&text).map_err(|bad| malformed(dir, name::COMMIT)(bad.to_string()))?;
    let keys = Keys::parse(&bytes(dir, name::KEYS)?).map_err(malformed(dir, name::KEYS))?;
    let found = bytes(dir, name::LEAVES)?;
    let files = &solved.setup.files;
    let named = |file: &str| match file {
        name::LOTTERY => Some(files.lottery.clone()),
        name::QUOTAS => Some(files.quotas.clone()),
        name::CERTIFICATE => files.certificate.clone(),
        _ => Some(sha256(&found)),
    };
    for (file, hash) in commitment.files() {
        if named(file).as_deref() != Some(hash) {
            return Err(Refusal::Changed { path: dir.join(file), by: name::COMMIT }.into());
        }
    }
    let setup = &solved.setup;
    let (said, is) = (
        (commitment.members, commitment.size, commitment.tickets, &commitment.objective),
        (setup.members, setup.size, setup.tickets, &setup.objective),
    );
    if said != is {
        return Err(Refusal::Changed { path: dir.join(name::SETUP), by: name::COMMIT }.into());
    }
    let (leaves, hashes, leaves_text) = solved.leaves(&keys)?;
    let tree = Tree::new(hashes);
    if leaves_text.as_bytes() != found {
        return Err(other_leaves(dir, &leaves_text, &found));
    }
    if tree.root() != commitment.root {
        let reason = "its pool root is not that of pool.leaves".to_owned();
        return Err(Refusal::Malformed { path: dir.join(name::COMMIT), reason }.into());
    }
    Ok(Committed { solved, commitment, text, leaves, leaves_text, tree })
}

/// Which file does not fit, where the leaves made from the pool, the setup and the keys are not those of `pool.leaves`, which has the SHA-256 that
/// was committed to. The pool has the SHA-256 that the setup gives; so it is one of the other two, and leaf 0 is of the setup alone.
fn other_leaves(dir: &Path, made: &str, found: &[u8]) -> Failure {
    let (mut made, mut found) = (made.as_bytes().split(|byte| *byte == b'\n'), found.split(|byte| *byte == b'\n'));
    let first = made.next() == found.next();
    let others = made.eq(found);
    let (file, reason) = match (first, others) {
        (false, true) => return Refusal::Changed { path: dir.join(name::SETUP), by: name::LEAVES }.into(),
        (true, _) => (name::KEYS, "its name columns are not those of pool.leaves"),
        (false, false) => {
            (name::KEYS, "with setup.json it does not give what pool.leaves says; one of the two was changed")
        }
    };
    Refusal::Malformed { path: dir.join(file), reason: reason.to_owned() }.into()
}
