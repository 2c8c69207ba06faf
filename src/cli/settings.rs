//! Opens settings files.

use std::path::Path;

use klero::settings::{FileSettings, SettingsProblem, read};

use super::failure::Failure;

/// Reads a settings file; what it says in vain goes to standard error.
pub fn open(path: &Path) -> Result<FileSettings, Failure> {
    let bytes = std::fs::read(path).map_err(Failure::path("read", path))?;
    let text = String::from_utf8(bytes).map_err(|_| {
        let help = "Save it again as text in UTF-8. A settings file is plain text, no document of a word processor.";
        Failure::Input(vec![(format!("{} is not text in UTF-8", path.display()), help.to_owned())])
    })?;
    let settings = read(&path.display().to_string(), &text).map_err(refused)?;
    for note in &settings.notes {
        note!("{note}");
    }
    Ok(settings)
}

/// Problems of settings.
pub fn refused(problems: Vec<SettingsProblem>) -> Failure {
    Failure::Input(problems.into_iter().map(|problem| (problem.to_string(), problem.help())).collect())
}
