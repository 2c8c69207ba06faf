//! The draw, or a rehearsal of it, which is marked in every file so that it cannot be taken for the draw.

/// What marks a rehearsal: the start of each file's name, and the first cell of each row.
pub const REHEARSAL: &str = "REHEARSAL";

/// Which of the two something belongs to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Mark {
    /// The draw.
    #[default]
    Draw,
    /// A rehearsal.
    Rehearsal,
}

impl Mark {
    /// A rehearsal, if it is one.
    pub fn rehearsal(is_one: bool) -> Self {
        if is_one { Self::Rehearsal } else { Self::Draw }
    }

    /// Whether it is a rehearsal.
    pub fn is_rehearsal(self) -> bool {
        self == Self::Rehearsal
    }

    /// The name of a format: `setup/1` becomes `klero/setup/1`, or `klero/rehearsal/setup/1`.
    pub fn format(self, name: &str) -> String {
        match self {
            Self::Draw => format!("klero/{name}"),
            Self::Rehearsal => format!("klero/rehearsal/{name}"),
        }
    }

    /// The name that a file has in its directory.
    pub fn file(self, name: &str) -> String {
        match self {
            Self::Draw => name.to_owned(),
            Self::Rehearsal => format!("{REHEARSAL}-{name}"),
        }
    }

    /// Which of the two the name of a format belongs to, if it is that of `name`.
    pub fn of_format(found: &str, name: &str) -> Option<Self> {
        [Self::Draw, Self::Rehearsal].into_iter().find(|mark| mark.format(name) == found)
    }
}

#[cfg(test)]
mod tests {
    use super::Mark;

    #[test]
    fn each_mark_has_names_of_its_own() {
        assert_eq!(Mark::Draw.format("setup/1"), "klero/setup/1");
        assert_eq!(Mark::Rehearsal.format("setup/1"), "klero/rehearsal/setup/1");
        assert_eq!(Mark::Draw.file("pool.csv"), "pool.csv");
        assert_eq!(Mark::Rehearsal.file("pool.csv"), "REHEARSAL-pool.csv");
        assert_eq!(Mark::of_format("klero/rehearsal/setup/1", "setup/1"), Some(Mark::Rehearsal));
        assert_eq!(Mark::of_format("klero/setup/1", "setup/1"), Some(Mark::Draw));
        assert_eq!(Mark::of_format("klero/setup/2", "setup/1"), None);
        assert!(Mark::rehearsal(true).is_rehearsal() && !Mark::rehearsal(false).is_rehearsal());
    }
}
