//! What is wrong with a register, a table beside it, or what is asked of them.

use std::fmt;

use super::lines::{Groups, Lines};
use crate::read::{count, list, shown};

/// One problem. `file` is the name of the register or of the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum InviteProblem {
    /// Nothing in the file.
    Empty {
        /// The name of the file.
        file: String,
    },
    /// A header and no rows.
    NoRows {
        /// The name of the file.
        file: String,
    },
    /// Another encoding.
    NotUtf8 {
        /// The name of the file.
        file: String,
        /// The line, counting from 1; `None` where the whole file is in UTF-16.
        line: Option<u64>,
    },
    /// A workbook.
    Workbook {
        /// The name of the file.
        file: String,
    },
    /// A row that is too long to be one.
    TooLong {
        /// The name of the file.
        file: String,
        /// The line, counting from 1.
        line: u64,
        /// Whether a quotation mark in it is never closed.
        quote: bool,
    },
    /// A quotation mark that makes it impossible to say where a cell ends.
    Quote {
        /// The name of the file.
        file: String,
        /// The line, counting from 1.
        line: u64,
        /// Whether it is never closed; else text follows where it is.
        open: bool,
    },
    /// A column that is not there, or is there more than once.
    Column {
        /// The name of the file.
        file: String,
        /// The column.
        column: String,
        /// How often it is there.
        times: usize,
        /// The columns that are there.
        found: Vec<String>,
    },
    /// Rows with another number of cells than the header.
    Ragged {
        /// The name of the file.
        file: String,
        /// The lines.
        lines: Lines,
        /// How many cells the header has.
        width: usize,
    },
    /// Cells that may not be blank.
    Blank {
        /// The name of the file.
        file: String,
        /// The columns.
        columns: Vec<String>,
        /// The lines.
        lines: Lines,
    },
    /// Rows with one identifier.
    SameId {
        /// The name of the file.
        file: String,
        /// The column.
        column: String,
        /// Where they stand.
        groups: Groups,
    },
    /// Rows that are alike in all cells.
    SameRow {
        /// The name of the file.
        file: String,
        /// Where they stand.
        groups: Groups,
    },
    /// Rows with one address, where every row should have its own.
    SameAddress {
        /// The name of the file.
        file: String,
        /// The column.
        column: String,
        /// Where they stand.
        groups: Groups,
    },
    /// Households whose rows stand in more than one stratum.
    Apart {
        /// The name of the file.
        file: String,
        /// The column.
        column: String,
        /// Where they stand.
        groups: Groups,
    },
    /// So many strata that the column must be another one.
    TooManyStrata {
        /// The name of the file.
        file: String,
        /// The column.
        column: String,
        /// The most that there may be.
        most: usize,
    },
    /// A cell of a table that is no number of the right kind.
    Number {
        /// The name of the file.
        file: String,
        /// The line, counting from 1.
        line: u64,
        /// The column.
        column: String,
        /// What the cell holds.
        text: String,
        /// What is wanted there.
        wanted: &'static str,
    },
    /// A stratum or area that stands twice in a table.
    Twice {
        /// The name of the file.
        file: String,
        /// The line, counting from 1.
        line: u64,
        /// The name.
        name: String,
    },
    /// Strata of the register that a table does not have.
    NotInTable {
        /// The name of the file.
        file: String,
        /// The names.
        names: Vec<String>,
    },
    /// Strata of a table that the register does not have.
    NotInRegister {
        /// The name of the file.
        file: String,
        /// The names.
        names: Vec<String>,
    },
    /// More letters than households.
    TooManyLetters {
        /// How many letters there are.
        letters: u64,
        /// How many households there are.
        households: u64,
    },
    /// No letters.
    NoLetters,
    /// A stratum that cannot give the volunteers wanted.
    TooFewHouseholds {
        /// The stratum.
        stratum: String,
        /// How many households there are.
        households: u64,
        /// How many volunteers there are, or are wanted.
        volunteers: u64,
        /// The rate of answers, as the table has it.
        rate: String,
    },
    /// More draws than areas, or none.
    Areas {
        /// How many areas are to be drawn.
        draws: u64,
        /// How many areas there are.
        areas: usize,
    },
    /// Sizes too large to be summed.
    Sizes {
        /// The name of the file.
        file: String,
    },
    /// More volunteers than letters.
    MoreThanInvited {
        /// The stratum.
        stratum: String,
        /// How many volunteers there are, or are wanted.
        volunteers: u64,
        /// How many letters there are.
        letters: u64,
    },
    /// An area that has fewer households than the letters it would get.
    SmallArea {
        /// The area.
        area: String,
        /// How many households there are.
        households: u64,
        /// How many letters there are.
        letters: u64,
    },
}

impl fmt::Display for InviteProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty { file } => write!(f, "{file} is empty"),
            Self::NoRows { file } => write!(f, "{file} has a header but no rows"),
            Self::NotUtf8 { file, line: None } => write!(f, "{file} is text in UTF-16"),
            Self::NotUtf8 { file, line: Some(line) } => write!(f, "{file}, line {line}: the row is not text in UTF-8"),
            Self::Workbook { file } => write!(f, "{file} is a workbook, not CSV"),
            Self::TooLong { file, line, quote } => {
                let why = if *quote { "it has a quotation mark that is not closed" } else { "it has no end" };
                write!(f, "{file}, line {line}: the row is longer than a row can be; {why}")
            }
            Self::Quote { file, line, open: true } => write!(f, "{file}, line {line}: a quotation mark is not closed"),
            Self::Quote { file, line, open: false } => {
                write!(f, "{file}, line {line}: something follows the closing quotation mark of a cell")
            }
            Self::Column { file, column, times: 0, .. } => write!(f, "{file} has no column {}", shown(column)),
            Self::Column { file, column, .. } => write!(f, "{file} has more than one column {}", shown(column)),
            Self::Ragged { file, lines, width } => {
                write!(f, "{file}: the header has {}, other rows have more or fewer: {lines}", count(*width, "cell"))
            }
            Self::Blank { file, columns, lines } => {
                let noun = if columns.len() == 1 { "column" } else { "columns" };
                write!(f, "{file}: blank in {noun} {}: {lines}", list(columns))
            }
            Self::SameId { file, column, groups } => {
                write!(f, "{file}: rows with the same identifier in column {}: {groups}", shown(column))
            }
            Self::SameRow { file, groups } => write!(f, "{file}: rows that are alike in all cells: {groups}"),
            Self::SameAddress { file, column, groups } => {
                write!(f, "{file}: rows with the same address in column {}: {groups}", shown(column))
            }
            Self::Apart { file, column, groups } => {
                write!(f, "{file}: rows of one household with different values in column {}: {groups}", shown(column))
            }
            Self::TooManyStrata { file, column, most } => {
                write!(f, "{file}: column {} has more than {most} different values", shown(column))
            }
            Self::Number { file, line, column, text, wanted } => {
                write!(f, "{file}, line {line}, column {}: {} is not {wanted}", shown(column), shown(text))
            }
            Self::Twice { file, line, name } => write!(f, "{file}, line {line}: {} stands twice", shown(name)),
            Self::NotInTable { file, names } => write!(f, "{file} does not have {}", list(names)),
            Self::NotInRegister { file, names } => write!(f, "{file} has {}, which the register has not", list(names)),
            Self::TooManyLetters { letters, households } => {
                write!(f, "{letters} letters are more than the register's {}", count_u64(*households, "household"))
            }
            Self::NoLetters => write!(f, "no letters are asked for"),
            Self::TooFewHouseholds { stratum, households, volunteers, rate } => write!(
                f,
                "{}: {} cannot be expected from {} of whom {rate} answer",
                shown(stratum),
                count_u64(*volunteers, "volunteer"),
                count_u64(*households, "household")
            ),
            Self::Areas { draws, areas } => {
                write!(f, "{} cannot be drawn out of {}", count_u64(*draws, "area"), count(*areas, "area"))
            }
            Self::Sizes { file } => write!(f, "the sizes in {file} sum to more than can be counted"),
            Self::MoreThanInvited { stratum, volunteers, letters } => write!(
                f,
                "{}: the pool has {}, but only {} went out",
                shown(stratum),
                count_u64(*volunteers, "volunteer"),
                count_u64(*letters, "letter")
            ),
            Self::SmallArea { area, households, letters } => write!(
                f,
                "{} has {}, but would get {}",
                shown(area),
                count_u64(*households, "household"),
                count_u64(*letters, "letter")
            ),
        }
    }
}

fn count_u64(number: u64, noun: &str) -> String {
    format!("{number} {noun}{}", if number == 1 { "" } else { "s" })
}

impl InviteProblem {
    /// What to do next.
    pub fn help(&self) -> String {
        let fixed = match self {
            Self::Empty { .. } | Self::NoRows { .. } => {
                "Check that this is the file you meant. The first row must name the columns."
            }
            Self::NotUtf8 { .. } => "Export the file again as CSV in UTF-8.",
            Self::Workbook { .. } => "Export the sheet as CSV in UTF-8.",
            Self::TooLong { .. } | Self::Quote { .. } => {
                "Put one quotation mark at the start and one at the end of a cell, and double each one between them. Rows after it have not been checked."
            }
            Self::Column { found, .. } => return format!("Its columns are {}.", list(found)),
            Self::Ragged { .. } => {
                "Export the register again with every cell quoted, or put quotation marks around cells that hold the separator."
            }
            Self::Blank { .. } => {
                "Fill them in, or take these rows out and say so in public: whoever is not in the register has no chance."
            }
            Self::SameId { .. } => "Take out what is there twice: it would have two chances.",
            Self::SameRow { .. } => {
                "Take out what is there twice, or name the column that tells people apart with --id-column."
            }
            Self::SameAddress { column, .. } => {
                return format!(
                    "If each person has a row, add --household {} (at most one letter goes to an address then); otherwise take out what is there twice.",
                    shown(column)
                );
            }
            Self::Apart { .. } => {
                "A household gets one letter, so it belongs to one stratum: correct the rows; or add the column that tells equal addresses apart with another --household, such as the town."
            }
            Self::TooManyStrata { .. } => "Name a column that puts people into groups, such as a district.",
            Self::Number { .. } => "Correct the cell. Numbers are written like 3, 0.04, 4% or 1/25.",
            Self::Twice { .. } => "Keep one of the rows.",
            Self::NotInTable { .. } => "Add a row for each of them.",
            Self::NotInRegister { .. } => {
                "Check the spelling (letter case does not matter), or take these rows out of the table."
            }
            Self::TooManyLetters { .. } => "Ask for fewer letters; at most one goes to a household.",
            Self::NoLetters => "Ask for at least one letter with --letters, or one volunteer with --volunteers.",
            Self::TooFewHouseholds { .. } => {
                "Ask for fewer volunteers or a smaller --margin, or look for another way to reach this stratum, such as a second letter."
            }
            Self::Areas { .. } => "Draw at least one area and no more than there are.",
            Self::Sizes { .. } => "Check the sizes.",
            Self::MoreThanInvited { .. } => {
                "Some came without a letter, or the letters are those of another mailing; their chance of a letter is not known then."
            }
            Self::SmallArea { .. } => {
                "Ask for fewer letters, draw more areas, or join small areas with their neighbours before the draw."
            }
        };
        fixed.to_owned()
    }
}

/// Why there are no invitations.
#[derive(Debug, thiserror::Error)]
pub enum InviteError {
    /// Everything that is wrong with the files and what is asked.
    #[error("{}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))]
    Problems(Vec<InviteProblem>),
    /// The register could not be read.
    #[error("the register cannot be read: {0}")]
    Read(#[from] std::io::Error),
    /// The register is not the one that it was.
    #[error("the register is not the one that the plan names: its SHA-256 is {found}, not {planned}")]
    Changed {
        /// The SHA-256 that the plan has.
        planned: String,
        /// The SHA-256 of what was read.
        found: String,
    },
    /// A text where a round of the beacon was planned, or the other way round.
    #[error("the plan says that the seed is {0}")]
    OtherSeed(String),
    /// A file in JSON could not be written or read.
    #[error("{0}")]
    Json(#[from] serde_json::Error),
}

impl InviteError {
    /// What to do next.
    pub fn help(&self) -> String {
        match self {
            Self::Problems(problems) => problems.iter().map(InviteProblem::help).collect::<Vec<_>>().join("\n"),
            Self::Read(_) => "Check the name, and that you may use it.".to_owned(),
            Self::Changed { .. } => {
                "Give the register that the plan was made from; nothing may write to it meanwhile.".to_owned()
            }
            Self::OtherSeed(seed) if seed.starts_with("beacon") => {
                "Fetch that round and give the file with --beacon-file.".to_owned()
            }
            Self::OtherSeed(_) => "Give the text that everybody heard with --seed.".to_owned(),
            Self::Json(_) => "Nothing was written; please report this fault of the program.".to_owned(),
        }
    }
}
