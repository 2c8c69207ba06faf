//! How many panels fit on a page of the table. All lengths are in points (1/72 inch), as in `style.rs`, and those of type are for its usual size.

/// The width of a page of A4 between its margins of 12 mm.
const WIDTH: f64 = 527.0;
/// What is left of its height for the table, below the headings and above the foot.
const HEIGHT: f64 = 698.0;
/// Between two columns.
const GAP: f64 = 10.0;
/// The width of a letter of the numbers: at 8 points, in the widest of the usual fonts of one width (0.61 of the size).
const LETTER: f64 = 4.88;
/// The height of a line of numbers.
const LINE: f64 = 9.5;
/// The height of the line with the tickets, and of the space below a panel.
const HEAD: f64 = 20.0;
/// The width of a digit of the tickets, which are larger, and of what stands behind them.
const TICKET_DIGIT: f64 = 6.9;
const BEHIND_TICKETS: f64 = 40.0;
/// More columns would be too narrow to be told apart.
const MOST_COLUMNS: usize = 6;

/// The size of the member numbers.
pub const TYPE: f64 = 8.0;
/// How many times as large it can be, largest first: twice can be read from a step away.
const LARGER: [f64; 3] = [2.0, 1.5, 1.0];

/// How the table is set.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Layout {
    /// Panels side by side.
    pub columns: usize,
    /// Panels one below the other.
    pub rows: usize,
    /// Member numbers in a line.
    pub per_line: usize,
    /// The most digits that a member number has.
    pub digits: usize,
    /// How many times as large as usual the type is.
    pub larger: f64,
}

impl Layout {
    /// The layout with the most panels on a page, of these the one with the widest columns. `parts` panels of `each` members are drawn together;
    /// `members` is the largest number, and `ticket_digits` is how many digits a ticket has. `None` where not even one fits on a page.
    pub fn new(parts: usize, each: usize, members: usize, ticket_digits: usize) -> Option<Self> {
        Self::of_size(parts, each, members, ticket_digits, 1.0)
    }

    /// The same in the largest type in which a panel fits on a page.
    pub fn large(parts: usize, each: usize, members: usize, ticket_digits: usize) -> Option<Self> {
        LARGER.into_iter().find_map(|larger| Self::of_size(parts, each, members, ticket_digits, larger))
    }

    fn of_size(parts: usize, each: usize, members: usize, ticket_digits: usize, larger: f64) -> Option<Self> {
        let digits = members.to_string().len();
        let of = |columns: usize| {
            let width = (WIDTH - larger * GAP * (columns - 1) as f64) / columns as f64;
            let narrow = width < larger * ((2 * ticket_digits + 1) as f64 * TICKET_DIGIT + BEHIND_TICKETS);
            let per_line = ((width / (larger * LETTER)) as usize + 1) / (digits + 1);
            if narrow || per_line == 0 {
                return None;
            }
            let lines = parts * (each.div_ceil(per_line) + usize::from(parts > 1));
            let rows = (HEIGHT / (larger * (HEAD + LINE * lines as f64))) as usize;
            (rows > 0).then_some(Self { columns, rows, per_line, digits, larger })
        };
        // The last of equals is taken.
        (1..=MOST_COLUMNS).rev().filter_map(of).max_by_key(|layout| layout.columns * layout.rows)
    }

    /// Panels on a page.
    pub fn on_page(self) -> usize {
        self.columns * self.rows
    }
}

#[cfg(test)]
mod tests {
    use super::Layout;

    #[test]
    fn a_thousand_panels_of_forty_take_twenty_nine_pages() {
        let layout = Layout::new(1, 40, 600, 3);
        assert_eq!(layout, Some(Layout { columns: 5, rows: 7, per_line: 5, digits: 3, larger: 1.0 }));
        assert_eq!(layout.map(|layout| 1000_usize.div_ceil(layout.on_page())), Some(29));
    }

    #[test]
    fn what_is_larger_takes_more_room_until_it_does_not_fit() {
        let on_page = |parts, each, members| Layout::new(parts, each, members, 4).map(Layout::on_page);
        let sizes = [4, 40, 150, 400, 1400].map(|each| on_page(1, each, 5000).unwrap_or_default());
        assert!(sizes.is_sorted_by(|a, b| a > b) && sizes[4] == 1, "{sizes:?}");
        assert_eq!(on_page(1, 3000, 100_000), None);
        assert!(on_page(4, 10, 600) < on_page(1, 40, 600));
    }

    #[test]
    fn large_type_is_as_large_as_a_panel_on_a_page_allows() {
        let larger = |each| Layout::large(1, each, 600, 3).map(|layout| (layout.larger, layout.on_page()));
        assert_eq!(larger(40), Some((2.0, 8)));
        // 12 numbers in a line, 33 lines on a page; then the next smaller type.
        let sizes = [300, 400, 700, 1300].map(|each| larger(each).map(|(larger, _)| larger));
        assert_eq!(sizes, [Some(2.0), Some(2.0), Some(1.5), Some(1.0)]);
        assert_eq!(larger(3000), None);
    }
}
