//! Digits that can be read from the back of the room, made of blocks.

/// The digits, and a dash for one that is missing: five rows of three squares, from the top; the left square is the highest bit.
const SHAPES: [(char, [u8; 5]); 11] = [
    ('0', [0b111, 0b101, 0b101, 0b101, 0b111]),
    ('1', [0b010, 0b110, 0b010, 0b010, 0b111]),
    ('2', [0b111, 0b001, 0b111, 0b100, 0b111]),
    ('3', [0b111, 0b001, 0b111, 0b001, 0b111]),
    ('4', [0b101, 0b101, 0b111, 0b001, 0b001]),
    ('5', [0b111, 0b100, 0b111, 0b001, 0b111]),
    ('6', [0b111, 0b100, 0b111, 0b101, 0b111]),
    ('7', [0b111, 0b001, 0b001, 0b001, 0b001]),
    ('8', [0b111, 0b101, 0b111, 0b101, 0b111]),
    ('9', [0b111, 0b101, 0b111, 0b001, 0b111]),
    ('_', [0b000, 0b000, 0b000, 0b000, 0b111]),
];

/// How large the digits are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Size {
    /// A square is two letters wide and one line high: five lines.
    Large,
    /// A square is one letter wide and half a line high: three lines.
    Small,
}

impl Size {
    /// Lines.
    pub fn lines(self) -> usize {
        match self {
            Self::Large => 5,
            Self::Small => 3,
        }
    }

    /// Letters that so many digits take in a line.
    pub fn width(self, digits: usize) -> usize {
        let square = match self {
            Self::Large => 2,
            Self::Small => 1,
        };
        (4 * digits).saturating_sub(1) * square
    }
}

/// A text of digits and `_` as lines of blocks; other characters are blank.
pub fn blocks(text: &str, size: Size) -> Vec<String> {
    let rows = |digit: char| SHAPES.iter().find(|(shape, _)| *shape == digit).map_or([0; 5], |(_, rows)| *rows);
    let shapes: Vec<[u8; 5]> = text.chars().map(rows).collect();
    // Whether there is a square, by row and column; a column of none stands between two digits.
    let square = |row: usize, column: usize| {
        let (shape, column) = (column / 4, column % 4);
        let bits = shapes.get(shape).and_then(|rows| rows.get(row)).copied().unwrap_or_default();
        column < 3 && bits & (0b100 >> column) != 0
    };
    let columns = (4 * shapes.len()).saturating_sub(1);
    let line = |line: usize| {
        let cell = |column: usize| match size {
            Size::Large => [" ", "█"][usize::from(square(line, column))].repeat(2),
            Size::Small => {
                let half = [square(2 * line, column), square(2 * line + 1, column)];
                match half {
                    [true, true] => "█",
                    [true, false] => "▀",
                    [false, true] => "▄",
                    [false, false] => " ",
                }
                .to_owned()
            }
        };
        (0..columns).map(cell).collect::<String>()
    };
    (0..size.lines()).map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::{SHAPES, Size, blocks};

    #[test]
    fn digits_of_blocks() {
        let shown = |text, size| "\n".to_owned() + &blocks(text, size).join("\n");
        assert_eq!(
            shown("04_", Size::Large),
            "
██████  ██  ██        
██  ██  ██  ██        
██  ██  ██████        
██  ██      ██        
██████      ██  ██████"
        );
        assert_eq!(
            shown("042", Size::Small),
            "
█▀█ █ █ ▀▀█
█ █ ▀▀█ █▀▀
▀▀▀   ▀ ▀▀▀"
        );
        for size in [Size::Large, Size::Small] {
            let lines = blocks("0123456789", size);
            assert_eq!(lines.len(), size.lines());
            assert!(lines.iter().all(|line| line.chars().count() == size.width(10)));
            // No two digits look the same.
            let mut all: Vec<_> = SHAPES.iter().map(|(digit, _)| blocks(&digit.to_string(), size)).collect();
            all.sort();
            all.dedup();
            assert_eq!(all.len(), SHAPES.len());
        }
        assert_eq!(blocks("", Size::Small), ["", "", ""]);
    }
}
