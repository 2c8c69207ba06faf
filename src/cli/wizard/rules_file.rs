//! The settings file with the rules for derived columns: what it is called, what stands in it, and that nothing is overwritten.

use std::fs::symlink_metadata;
use std::path::{Path, PathBuf, absolute};

use klero::derive::Derivation;
use klero::settings::{read, rules};

use super::super::add::write_file;
use super::super::failure::Failure;
use super::super::interrupt::hold;
use super::super::output::outside_all;
use super::super::say;
use super::super::settings::refused;
use super::asking::{Ended, Question, ask_until, tell};
use super::files;

/// A file that is to be written.
pub struct RulesFile {
    pub path: PathBuf,
    pub text: String,
}

impl RulesFile {
    /// The file for these rules, beside the folder of the record; asks for another name if there is something of that name. Nothing without rules.
    pub fn ask(derivations: &[Derivation], out: &Path) -> Result<Option<Self>, Ended> {
        if derivations.is_empty() {
            return Ok(None);
        }
        let name = out.file_name().unwrap_or_default().to_string_lossy();
        let usual = out.with_file_name(format!("{name}.toml"));
        let path = if is_free(&usual, out) { usual } else { other(out)? };
        Ok(Some(Self { path, text: rules(derivations) }))
    }

    /// Writes it. Answers of people may stand in it.
    pub fn write(&self) -> Result<(), Failure> {
        // What is written reads back, or is not written.
        read(&self.path.display().to_string(), &self.text).map_err(refused)?;
        if let Some(parent) = self.path.parent().filter(|parent| !parent.as_os_str().is_empty()) {
            hold().folders(parent).map_err(Failure::path("create", parent))?;
        }
        write_file(&self.path, self.text.clone().into_bytes(), true)
    }
}

fn other(out: &Path) -> Result<PathBuf, Ended> {
    let question = Question {
        words: "File for the settings",
        default: None,
        help: "A new file, such as derive.toml. It says how columns are derived, and the command below names it.",
    };
    ask_until(&question, |answer| {
        let path = files::path(answer);
        is_free(&path, out).then_some(path)
    })
}

/// Whether a file can be written there; says why not.
fn is_free(path: &Path, out: &Path) -> bool {
    let whole = |path: &Path| absolute(path).unwrap_or_else(|_| path.to_owned());
    if symlink_metadata(path).is_ok() {
        tell(&format!("{} is there already, and is not overwritten.", path.display()));
        return false;
    }
    if path.file_name().is_none() || whole(path).starts_with(whole(out)) {
        tell("The settings need a file of their own, outside of the folder for the record.");
        return false;
    }
    match outside_all(path) {
        Ok(()) => true,
        Err(failure) => {
            say::wrong(&failure);
            false
        }
    }
}
