//! What the program says on a terminal, in another language than English.
//!
//! The sentences stand in the code where they are made, in English. Where one leaves for a person it is looked up in a catalogue of pairs: an
//! English template with holes, and the same in the other language. The template with the most literal text wins; what has none stays English.
//! What is in a hole is taken over as it is, unless the catalogue says that it is a phrase of the program (`Fill`). So nothing that came
//! from a file or a user is ever translated by accident.

mod catalogue;
mod cuts;
mod number;
mod phrase;
mod pieces;
mod place;
mod table;
mod template;
mod texts;
mod words;

pub use catalogue::Catalogue;
pub use table::wide;
pub use texts::texts;

#[cfg(doc)]
use template::Fill;
