//! From rows to codes, and from a key and codes to tickets; `docs/invitations.md` defines both byte for byte.

use sha2::{Digest, Sha256};

use super::scan::Row;
use crate::instance::household_part;

/// How many bytes of a SHA-256 make a code.
const CODE_BYTES: usize = 12;
/// How many bytes of a SHA-256 make a ticket.
const TICKET_BYTES: usize = 16;
/// What stands between the parts of an address.
const BETWEEN_PARTS: char = '\n';
/// What stands between the cells of a row that has no identifier.
const BETWEEN_CELLS: char = '\u{1f}';

/// A code: the first 96 bits of a SHA-256, as a number.
pub(super) type Code = u128;

/// Which columns of a register tell what.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Layout {
    /// The header's cells.
    pub header: Vec<String>,
    /// The column that says to which stratum or area a row belongs.
    pub stratum: Option<usize>,
    /// The columns of the address; none where each row stands for itself.
    pub address: Vec<usize>,
    /// Whether no two rows may have one address.
    pub addresses_differ: bool,
    /// The column of the identifier.
    pub id: Option<usize>,
}

impl Layout {
    /// What tells a row from all others: its identifier, or else all of its cells.
    pub fn row_text(&self, row: &Row, text: &mut String) {
        text.clear();
        match self.id {
            Some(id) => text.push_str(row.cell(id).trim()),
            None => {
                for index in 0..row.width() {
                    if index > 0 {
                        text.push(BETWEEN_CELLS);
                    }
                    text.push_str(row.cell(index));
                }
            }
        }
    }

    /// What tells a household from all others: its address; or that of the row, where there is no address.
    pub fn household_text(&self, row: &Row, text: &mut String) {
        if self.address.is_empty() {
            return self.row_text(row, text);
        }
        text.clear();
        for (index, &column) in self.address.iter().enumerate() {
            if index > 0 {
                text.push(BETWEEN_PARTS);
            }
            push_part(row.cell(column), text);
        }
    }

    /// Whether rows are told apart by something else than households are.
    pub fn has_two_texts(&self) -> bool {
        !self.address.is_empty()
    }
}

/// Whether an address says nothing.
pub(super) fn is_blank_address(text: &str) -> bool {
    text.chars().all(|c| c == BETWEEN_PARTS)
}

/// Below this character there are no marks, and each stands for itself in NFC.
const FIRST_MARK: char = '\u{300}';
/// The only letter below it that becomes two in lower case.
const DOTTED_I: char = '\u{130}';

/// A cell of an address as it is compared, as in households of a pool: of the folded cell only letters, digits and the marks on them.
fn push_part(cell: &str, text: &mut String) {
    if cell.chars().all(|c| c < FIRST_MARK && c != DOTTED_I) {
        // Most addresses: the same by a shorter way.
        for c in cell.chars() {
            if c.is_ascii_alphanumeric() {
                text.push(c.to_ascii_lowercase());
            } else if !c.is_ascii() && c.is_alphanumeric() {
                text.extend(c.to_lowercase());
            }
        }
    } else {
        text.push_str(&household_part(cell));
    }
}

/// The code of a text.
pub(super) fn code(text: &str) -> Code {
    leading(&Sha256::digest(text), CODE_BYTES)
}

fn leading(bytes: &[u8], count: usize) -> u128 {
    bytes.iter().take(count).fold(0, |number, byte| number << 8 | u128::from(*byte))
}

/// A key for one purpose, made of the key of the draw.
#[derive(Debug, Clone, Copy)]
pub(super) struct Key([u8; 32]);

impl Key {
    /// The key for a purpose.
    pub fn of(key: &[u8; 32], purpose: &str) -> Self {
        let mut hasher = Sha256::new();
        hasher.update(format!("klero/invite/{purpose}\n"));
        hasher.update(key);
        Self(hasher.finalize().into())
    }

    /// The ticket of a code: the smallest win.
    pub fn ticket(&self, code: Code) -> u128 {
        let mut bytes = [0; 32 + CODE_BYTES];
        let (start, end) = bytes.split_at_mut(32);
        start.copy_from_slice(&self.0);
        end.copy_from_slice(code.to_be_bytes().get(16 - CODE_BYTES..).unwrap_or_default());
        leading(&Sha256::digest(bytes), TICKET_BYTES)
    }

    /// The key itself.
    pub fn bytes(&self) -> [u8; 32] {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::{FIRST_MARK, Key, code, household_part, is_blank_address, push_part};

    fn part(cell: &str) -> String {
        let mut text = String::new();
        push_part(cell, &mut text);
        text
    }

    #[test]
    fn spellings_of_one_address_are_equal() {
        for spelling in ["12a Mill Lane", "12A, mill-lane.", " 12 a\u{a0}MILL\tLANE"] {
            assert_eq!(part(spelling), "12amilllane", "{spelling}");
        }
        assert_eq!(part("Rue de l’É\u{301}tang"), part("rue de l'E\u{301}\u{301}TANG"));
        assert_ne!(part("Etang"), part("Étang"));
        // The short way gives what the long way gives.
        for c in '\0'..FIRST_MARK {
            let cell = format!("x{c}Y {c}");
            assert_eq!(part(&cell), household_part(&cell));
        }
        assert!(is_blank_address("\n\n") && is_blank_address("") && !is_blank_address("\n1"));
    }

    #[test]
    fn codes_and_tickets_by_sha256sum() {
        // printf 12amilllane | sha256sum | cut -c1-24
        assert_eq!(format!("{:024x}", code("12amilllane")), "f9e75ddb52fd2d619e575e1e");
        // { printf 'klero/invite/letters\n'; printf '07%.0s' {1..32} | xxd -r -p; } | sha256sum | cut -c1-64
        let key = Key::of(&[7; 32], "letters");
        assert_eq!(crate::draw::hex(&key.bytes()), "3c333eeee8abe14972fa3dbcaa03ebe3adf57ecb464ebfb93913556e10b4b4fc");
        // printf <key><code> | xxd -r -p | sha256sum | cut -c1-32
        assert_eq!(format!("{:032x}", key.ticket(code("12amilllane"))), "e3da14ff78c7fa06b3fe5f29272ec4b2");
        assert_ne!(Key::of(&[7; 32], "persons").bytes(), key.bytes());
    }
}
