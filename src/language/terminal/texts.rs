//! The catalogues, compiled in: a file for each part of the program.

use crate::language::Language;

/// The files of one language, each with its name.
macro_rules! files {
    ($code:literal: $($name:literal),*) => {
        &[$(($name, include_str!(concat!("../../../locales/", $code, "/terminal/", $name, ".toml")))),*]
    };
}

/// The texts of a language, as TOML; none for English and for languages that have none yet.
pub fn texts(language: Language) -> &'static [(&'static str, &'static str)] {
    match language {
        Language::Vi => {
            files!("vi": "cli", "help", "crates", "inputs", "clinic", "verify", "draw", "invite", "report")
        }
        _ => &[],
    }
}
