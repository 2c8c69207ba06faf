//! The view of a draw on a terminal, as large as it can be. Nothing rests on a colour.

use klero::ceremony::{Size, View, blocks};
use ratatui::Frame;
use ratatui::layout::{Alignment, Rect};
use ratatui::style::Style;
use ratatui::text::Line;
use ratatui::widgets::{Paragraph, Wrap};

/// Between two numbers, in letters.
const GAP: usize = 3;
/// The smallest window in which everything but many members can be read.
const LEAST: (u16, u16) = (40, 15);

/// Where the next lines go.
struct Pen {
    area: Rect,
}

impl Pen {
    /// Puts a text there, in as many lines as it needs, and goes on below it.
    fn text(&mut self, frame: &mut Frame, text: &str, style: Style) {
        let paragraph = Paragraph::new(text).style(style).alignment(Alignment::Center).wrap(Wrap { trim: true });
        // Words are broken between: half as many letters again is room enough.
        let letters = Line::from(text).width();
        let lines = letters.div_ceil(usize::from(self.area.width).max(1));
        let lines = if lines > 1 { lines + 1 } else { 1 };
        frame.render_widget(paragraph, self.take(lines));
    }

    /// Puts lines there as they are.
    fn lines(&mut self, frame: &mut Frame, lines: Vec<String>) {
        let height = lines.len();
        let lines: Vec<Line> = lines.into_iter().map(Line::from).collect();
        frame.render_widget(Paragraph::new(lines).alignment(Alignment::Center), self.take(height));
    }

    /// Leaves a line blank.
    fn blank(&mut self) {
        self.take(1);
    }

    /// The next lines, as many of them as there are.
    fn take(&mut self, lines: usize) -> Rect {
        let height = u16::try_from(lines).unwrap_or(u16::MAX).min(self.area.height);
        let taken = Rect { height, ..self.area };
        self.area = Rect { y: self.area.y + height, height: self.area.height - height, ..self.area };
        taken
    }
}

/// Draws a view; `small` is what is said where the window is too small, and `more` what is said of so many members who do not fit.
pub fn draw(frame: &mut Frame, view: &View, small: &str, more: impl Fn(usize) -> String) {
    let mut pen = Pen { area: frame.area() };
    if pen.area.width < LEAST.0 || pen.area.height < LEAST.1 {
        return pen.text(frame, small, Style::new());
    }
    // The last line says which keys do what.
    let below = Rect { y: pen.area.y + pen.area.height - 2, height: 2, ..pen.area };
    pen.area.height -= 2;
    pen.text(frame, &view.title, Style::new());
    if let Some(mark) = &view.mark {
        pen.text(frame, &format!(" {mark} "), Style::new().bold().reversed());
    }
    pen.blank();
    pen.text(frame, &view.heading, Style::new().bold());
    pen.blank();
    if view.members.is_empty() {
        pen.lines(frame, largest(&view.digits, usize::from(pen.area.width)));
        pen.blank();
        for line in &view.lines {
            pen.text(frame, line, Style::new());
        }
    } else {
        let lines = table(&view.members, usize::from(pen.area.width), usize::from(pen.area.height), more);
        pen.lines(frame, lines);
    }
    Pen { area: below }.text(frame, &view.keys, Style::new());
}

/// Digits as large as they fit in a line.
fn largest(digits: &str, width: usize) -> Vec<String> {
    let count = digits.chars().count();
    let size = [Size::Large, Size::Small].into_iter().find(|size| size.width(count) <= width);
    size.map_or_else(|| vec![digits.to_owned()], |size| blocks(digits, size))
}

/// Member numbers side by side, as large as they fit.
fn table(members: &[u32], width: usize, height: usize, more: impl Fn(usize) -> String) -> Vec<String> {
    let digits = members.iter().max().map_or(1, |member| member.to_string().len());
    for size in [Some(Size::Large), Some(Size::Small), None] {
        let each = size.map_or(digits, |size| size.width(digits)) + GAP;
        let lines = size.map_or(1, |size| size.lines() + 1);
        let columns = (width + GAP) / each;
        let rows = height / lines;
        if columns * rows >= members.len() {
            return members.chunks(columns.max(1)).flat_map(|row| line(row, digits, columns, size)).collect();
        }
    }
    let columns = ((width + GAP) / (digits + GAP)).max(1);
    let shown = (columns * height.saturating_sub(1)).min(members.len());
    let (shown, left) = members.split_at(shown);
    let rows = shown.chunks(columns).flat_map(|row| line(row, digits, columns, None));
    rows.chain([more(left.len())]).collect()
}

/// A row of numbers as lines that are all of one width.
fn line(row: &[u32], digits: usize, columns: usize, size: Option<Size>) -> Vec<String> {
    let padded = |member: &u32| format!("{member:>digits$}");
    let gap = " ".repeat(GAP);
    let Some(size) = size else {
        let mut cells: Vec<String> = row.iter().map(padded).collect();
        cells.resize(columns, " ".repeat(digits));
        return vec![cells.join(&gap)];
    };
    let mut cells: Vec<Vec<String>> = row.iter().map(|member| blocks(&padded(member), size)).collect();
    cells.resize(columns, vec![" ".repeat(size.width(digits)); size.lines()]);
    let at = |line: usize| cells.iter().filter_map(|cell| cell.get(line).cloned()).collect::<Vec<_>>().join(&gap);
    (0..size.lines()).map(at).chain([String::new()]).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)] // a test reports by panicking

    use klero::ceremony::View;
    use ratatui::Terminal;
    use ratatui::backend::TestBackend;

    use super::draw;

    fn view() -> View {
        View {
            title: "Public draw: Town Assembly".to_owned(),
            mark: Some("REHEARSAL, NOT THE DRAW".to_owned()),
            heading: "Digit 2 of 3".to_owned(),
            digits: "0__".to_owned(),
            lines: vec!["100 tickets are left".to_owned(), "100 panels are left".to_owned()],
            members: Vec::new(),
            keys: "0–9: the digit that was drawn. Backspace: take one back. Esc: leave.".to_owned(),
        }
    }

    /// The letters of a screen, without the blanks at the end of lines.
    fn shown(view: &View, width: u16, height: u16) -> String {
        let mut terminal = Terminal::new(TestBackend::new(width, height)).unwrap();
        terminal.draw(|frame| draw(frame, view, "Too small.", |left| format!("and {left} more"))).unwrap();
        let buffer = terminal.backend().buffer().clone();
        let line =
            |y: u16| (0..width).map(|x| buffer[(x, y)].symbol()).collect::<String>().trim_end().to_owned() + "\n";
        (0..height).map(line).collect()
    }

    #[test]
    fn a_digit_is_missing() {
        let expected = "
                  Public draw: Town Assembly
                   REHEARSAL, NOT THE DRAW

                         Digit 2 of 3

                    ██████
                    ██  ██
                    ██  ██
                    ██  ██
                    ██████  ██████  ██████

                     100 tickets are left
                      100 panels are left


 0–9: the digit that was drawn. Backspace: take one back. Esc:
                            leave.
";
        assert_eq!("\n".to_owned() + &shown(&view(), 63, 17), expected);
    }

    #[test]
    fn the_members_of_a_panel() {
        let members = View { members: vec![5, 42, 118, 307], ..view() };
        let expected = "
                  Public draw: Town Assembly
                   REHEARSAL, NOT THE DRAW

                         Digit 2 of 3

             █▀▀       █ █ ▀▀█   ▄█  ▄█  █▀█   ▀▀█ █▀█ ▀▀█
             ▀▀█       ▀▀█ █▀▀    █   █  █▀█   ▀▀█ █ █   █
             ▀▀▀         ▀ ▀▀▀   ▀▀▀ ▀▀▀ ▀▀▀   ▀▀▀ ▀▀▀   ▀





 0–9: the digit that was drawn. Backspace: take one back. Esc:
                            leave.
";
        assert_eq!("\n".to_owned() + &shown(&members, 63, 15), expected);
    }

    #[test]
    fn where_there_is_no_room() {
        assert!(shown(&view(), 39, 15).contains("Too small."));
        assert!(shown(&view(), 60, 14).contains("Too small."));
        let many = View { members: (1..=500).collect(), ..view() };
        let found = shown(&many, 60, 15);
        assert!(found.contains("  1     2     3"), "{found}");
        let last = found.lines().nth(12).unwrap().trim();
        let left: usize = last.strip_prefix("and ").unwrap().strip_suffix(" more").unwrap().parse().unwrap();
        let numbers = found.lines().flat_map(str::split_whitespace).filter_map(|word| word.parse::<u32>().ok());
        // The other numbers on the screen are those of the heading and of the last line.
        let shown: Vec<u32> = numbers.filter(|number| *number as usize != left).collect();
        assert!(shown.ends_with(&[u32::try_from(500 - left).unwrap()]), "{found}");
    }
}
