//! What a settings file says that has no effect here.

use crate::read::Place;

/// Something that is no mistake, and that whoever wrote the file should know.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum SettingsNote {
    /// A key about how the Sortition Foundation's library searches.
    #[error("{at}: {key} is about how the Sortition Foundation's library searches for panels; it is ignored")]
    Ignored {
        /// Its line.
        at: Place,
        /// The key.
        key: String,
    },
    /// A seed.
    #[error(
        "{at}: {key} is ignored: a seed does not come from a file, where somebody could choose it unseen (see klero draw --help)"
    )]
    Seed {
        /// Its line.
        at: Place,
        /// The key.
        key: String,
    },
    /// The columns to keep.
    #[error("{at}: {key} is not needed: all columns of the pool are kept")]
    AllColumns {
        /// Its line.
        at: Place,
        /// The key.
        key: String,
    },
    /// No selection algorithm is named.
    #[error(
        "{at}: the file names no selection_algorithm; the Sortition Foundation's library then takes maximin, klero takes leximin \
         (which is maximin, and then goes on)"
    )]
    OtherDefault {
        /// The file.
        at: Place,
    },
}
