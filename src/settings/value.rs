//! Values of settings, and where each came from.

use std::fmt;
use std::path::Path;

/// What a setting holds.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// A text, or the name of a file.
    Text(String),
    /// A list of texts.
    Texts(Vec<String>),
    /// A list of lists of texts.
    Groups(Vec<Vec<String>>),
    /// A whole number.
    Whole(u64),
    /// A number.
    Number(f64),
    /// Yes or no.
    Switch(bool),
}

/// Where a value came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// An option of the command line.
    Option,
    /// A line of a settings file.
    File {
        /// The file's name, as it was given.
        file: String,
        /// The line, counting from 1.
        line: u64,
    },
    /// Nothing was said.
    Default,
}

impl fmt::Display for Origin {
    /// Without the folder of the file, which is another on every machine.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Option => write!(out, "option"),
            Self::File { file, line } => {
                let name = Path::new(file).file_name().map_or(file.into(), |name| name.to_string_lossy());
                let visible = |c: char| if c.is_control() { c.escape_default().to_string() } else { c.to_string() };
                write!(out, "{}, line {line}", name.chars().map(visible).collect::<String>())
            }
            Self::Default => write!(out, "default"),
        }
    }
}

/// A value and where it came from.
#[derive(Debug, Clone, PartialEq)]
pub struct Given<T> {
    /// The value.
    pub value: T,
    /// Where it came from.
    pub from: Origin,
}
