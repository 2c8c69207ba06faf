//! What is asked for: settings files and options become [`Choices`], each with where it came from.
//!
//! Two kinds of files are read: our own `klero.toml`, whose keys are the long options, and the settings of the Sortition Foundation's library.
//! Options win over the file; what holds in the end can be written out, and reads back to the same.

mod choices;
mod columns;
mod dialect;
mod file;
mod key;
mod note;
mod problem;
mod template;
mod toml_text;
mod typed;
mod value;

pub use choices::{Choices, Purpose};
pub use dialect::FOREIGN;
pub use file::{Dialect, FileSettings, read};
pub use key::{Key, Kind, MOST_EQUAL, MOST_PANELS, OBJECTIVES};
pub use note::SettingsNote;
pub use problem::SettingsProblem;
pub use template::template;
pub use toml_text::{in_force, rules};
pub use value::{Given, Origin, Value};
