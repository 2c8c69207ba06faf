//! The view of a draw on a terminal, as large as it can be. Nothing rests on a colour.

use std::mem::take;

use klero::ceremony::{Size, View, blocks};
use ratatui::Frame;
use ratatui::layout::{Alignment, Rect};
use ratatui::style::Style;
use ratatui::text::Line;
use ratatui::widgets::Paragraph;

/// Between two numbers, in letters.
const GAP: usize = 3;
/// In a smaller window nothing is shown: nobody in a room could read it.
const LEAST: (u16, u16) = (40, 15);

/// Lines of one look.
struct Part {
    lines: Vec<String>,
    style: Style,
}

impl Part {
    /// A text in as many lines as it needs.
    fn text(text: &str, width: usize, style: Style) -> Self {
        Self { lines: wrapped(text, width), style }
    }

    /// Lines as they are.
    fn plain(lines: Vec<String>) -> Self {
        Self { lines, style: Style::new() }
    }

    /// A line that is blank.
    fn blank() -> Self {
        Self::plain(vec![String::new()])
    }
}

/// Draws a view, of its members those from `before` on. `small` is what is said where the window is too small, and `more` what is said of so many
/// members who do not fit. The answer is up to which member all can be read that is to be read now; `None` where the window is too small.
pub fn draw(
    frame: &mut Frame,
    view: &View,
    before: usize,
    small: &str,
    more: impl Fn(usize) -> String,
) -> Option<usize> {
    let area = frame.area();
    let (width, height) = (usize::from(area.width), usize::from(area.height));
    let found = match area.width >= LEAST.0 && area.height >= LEAST.1 {
        true => parts(view, before, width, height, more),
        false => None,
    };
    let Some((above, below, upto)) = found else {
        put(frame, area, &[Part::text(small, width, Style::new())]);
        return None;
    };
    put(frame, area, &above);
    let lines = u16::try_from(below.lines.len()).unwrap_or(area.height).min(area.height);
    put(frame, Rect { y: area.y + area.height - lines, height: lines, ..area }, &[below]);
    Some(upto)
}

/// What is at the top, what is at the bottom, and up to which member it is; `None` where it does not fit.
fn parts(
    view: &View,
    before: usize,
    width: usize,
    height: usize,
    more: impl Fn(usize) -> String,
) -> Option<(Vec<Part>, Part, usize)> {
    let mut above = vec![Part::text(&view.title, width, Style::new())];
    if let Some(mark) = &view.mark {
        above.push(Part::text(&format!(" {mark} "), width, Style::new().bold().reversed()));
    }
    above.extend([Part::blank(), Part::text(&view.heading, width, Style::new().bold()), Part::blank()]);
    let below = Part::text(&view.keys, width, Style::new());
    let lines = |parts: &[Part]| parts.iter().map(|part| part.lines.len()).sum::<usize>();
    // The last lines say which keys do what.
    let left = height.checked_sub(lines(&above) + below.lines.len())?;
    if !view.members.is_empty() {
        let (table, upto) = table(&view.members, before, width, left, more)?;
        above.push(Part::plain(table));
        return Some((above, below, upto));
    }
    let said: Vec<Part> = view.lines.iter().map(|line| Part::text(line, width, Style::new())).collect();
    above.push(Part::plain(largest(&view.digits, width, left.checked_sub(1 + lines(&said))?)?));
    above.push(Part::blank());
    above.extend(said);
    Some((above, below, 0))
}

/// Puts parts there, one below the other.
fn put(frame: &mut Frame, area: Rect, parts: &[Part]) {
    let lines = parts.iter().flat_map(|part| part.lines.iter().map(|line| Line::styled(line.as_str(), part.style)));
    frame.render_widget(Paragraph::new(lines.collect::<Vec<_>>()).alignment(Alignment::Center), area);
}

/// A text in lines that are no wider; only a word that is wider by itself is broken.
fn wrapped(text: &str, width: usize) -> Vec<String> {
    let wide = |text: &str| Line::from(text).width() > width.max(1);
    // One line keeps its blanks.
    if !wide(text) {
        return vec![text.to_owned()];
    }
    let (mut lines, mut line) = (Vec::new(), String::new());
    for word in text.split_whitespace() {
        let with = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
        if !wide(&with) {
            line = with;
            continue;
        }
        if !line.is_empty() {
            lines.push(take(&mut line));
        }
        for letter in word.chars() {
            if !line.is_empty() && wide(&format!("{line}{letter}")) {
                lines.push(take(&mut line));
            }
            line.push(letter);
        }
    }
    lines.push(line);
    lines
}

/// Digits as large as they fit; `None` where they do not.
fn largest(digits: &str, width: usize, height: usize) -> Option<Vec<String>> {
    let count = digits.chars().count();
    let fits = |size: &Size| size.width(count) <= width && size.lines() <= height;
    match [Size::Large, Size::Small].into_iter().find(fits) {
        Some(size) => Some(blocks(digits, size)),
        None => (count <= width && height > 0).then(|| vec![digits.to_owned()]),
    }
}

/// Member numbers side by side, from `before` on: as large as all of them fit; else as they are, with a last line that says how many are missing.
/// And up to which they are. `None` where not even a line fits.
fn table(
    members: &[u32],
    before: usize,
    width: usize,
    height: usize,
    more: impl Fn(usize) -> String,
) -> Option<(Vec<String>, usize)> {
    let digits = members.iter().max().map_or(1, |member| member.to_string().len());
    // All pages of a panel are of one size.
    let sizes = if before == 0 { &[Some(Size::Large), Some(Size::Small), None][..] } else { &[None] };
    let rest = members.get(before..)?;
    for size in sizes.iter().copied() {
        let each = size.map_or(digits, |size| size.width(digits)) + GAP;
        let lines = size.map_or(1, |size| size.lines() + 1);
        let columns = (width + GAP) / each;
        let rows = height / lines;
        if columns * rows >= rest.len() {
            let rows = rest.chunks(columns.max(1)).flat_map(|row| line(row, digits, columns, size));
            return Some((rows.collect(), members.len()));
        }
    }
    let columns = ((width + GAP) / (digits + GAP)).max(1);
    let shown = (columns * height.saturating_sub(1)).min(rest.len());
    let (shown, left) = rest.split_at(shown);
    let more = more(left.len());
    if shown.is_empty() || Line::from(more.as_str()).width() > width {
        return None;
    }
    let rows = shown.chunks(columns).flat_map(|row| line(row, digits, columns, None));
    Some((rows.chain([more]).collect(), before + shown.len()))
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

    use klero::ceremony::{Key, Live, Room, Stage, View};
    use klero::language::{Area, Language, Words};
    use klero::lottery::{Lottery, Panel};
    use klero::record::Commitment;
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

    /// The letters of a screen, without the blanks at the end of lines, and up to which member they are.
    fn page(view: &View, before: usize, width: u16, height: u16) -> (String, Option<usize>) {
        let mut terminal = Terminal::new(TestBackend::new(width, height)).unwrap();
        let mut upto = None;
        let more = |left| format!("and {left} more");
        terminal.draw(|frame| upto = draw(frame, view, before, "Too small.", more)).unwrap();
        let buffer = terminal.backend().buffer().clone();
        let line =
            |y: u16| (0..width).map(|x| buffer[(x, y)].symbol()).collect::<String>().trim_end().to_owned() + "\n";
        ((0..height).map(line).collect(), upto)
    }

    fn shown(view: &View, width: u16, height: u16) -> String {
        page(view, 0, width, height).0
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
        for (width, height) in [(39, 15), (60, 14), (1, 1), (0, 0)] {
            assert_eq!(page(&view(), 0, width, height).1, None);
        }
        assert!(shown(&view(), 39, 15).contains("Too small."));
        assert!(page(&view(), 0, 40, 15).1.is_some());
        // A long name takes the room of the rest, digits first.
        let long = |letters: usize| View { title: "a".repeat(letters), ..view() };
        assert!(shown(&long(170), 40, 16).contains("0__"));
        assert_eq!(page(&long(400), 0, 40, 16).1, None);
        assert!(shown(&long(400), 40, 16).contains("Too small."));
    }

    /// The numbers of all pages of so many members, and how many pages there are.
    fn paged(members: u32, width: u16, height: u16) -> (Vec<u32>, usize) {
        let many = View { members: (1..=members).collect(), ..view() };
        let (mut numbers, mut before, mut pages) = (Vec::new(), 0, 0);
        while before < many.members.len() {
            let (found, upto) = page(&many, before, width, height);
            let rows = found.lines().skip(5).take_while(|line| !line.contains("and ") && !line.contains("0–9"));
            numbers.extend(rows.flat_map(str::split_whitespace).map(|number| number.parse::<u32>().unwrap()));
            let left = many.members.len() - upto.unwrap();
            assert_eq!(found.contains(&format!("and {left} more")), left > 0, "{found}");
            (before, pages) = (upto.unwrap(), pages + 1);
        }
        (numbers, pages)
    }

    #[test]
    fn many_members_are_shown_page_by_page() {
        for (members, width, height) in [(300, 80, 24), (500, 60, 15), (1000, 40, 15), (150, 40, 15)] {
            let (numbers, pages) = paged(members, width, height);
            assert_eq!(numbers, (1..=members).collect::<Vec<_>>());
            assert!(pages > 1, "{members} {width} {height}");
        }
    }

    /// What a screen does not show whole of a view, without its blanks.
    fn missing(view: &View, width: u16, height: u16) -> Vec<String> {
        // A terminal leaves out what only steers the direction of writing.
        let steers = |letter: &char| ('\u{2066}'..='\u{2069}').contains(letter);
        let bare = |text: &str| text.chars().filter(|letter| !letter.is_whitespace() && !steers(letter)).collect();
        let found: String = bare(&shown(view, width, height));
        let texts = [&view.title, &view.heading, &view.keys].into_iter().chain(&view.mark).chain(&view.lines);
        texts.map(|text| bare(text)).filter(|text: &String| !found.contains(text.as_str())).collect()
    }

    #[test]
    fn everything_said_is_on_a_usual_screen_in_every_language() {
        let text = "klero/commit/1\nassembly Bürgerrat der Verwaltungsgemeinschaft Oberes Tal zur Zukunft der Mobilität und des Klimas\n\
            draw 1\nattempt 1\npublished 2026-11-02T09:00:00Z\nmembers 9\nsize 4\npanels 2\ntickets 100\nobjective maximin\npool ROOT\n\
            seed digits 2\nfile ROOT lottery.json\nfile ROOT pool.leaves\nfile ROOT quotas.csv\nfile ROOT split.json\n";
        let commitment = Commitment::parse(Default::default(), &text.replace("ROOT", &"a".repeat(64))).unwrap();
        let lottery = Lottery::new(4, [Panel { members: &[1, 2, 3, 4], tickets: 100 }]);
        let split = [vec![1, 2, 1, 2]];
        let room = Room { commitment: &commitment, fingerprint: "", lottery: &lottery, split: Some(&split) };
        for language in Language::ALL {
            let words = Words::new(language, Area::Ceremony);
            let mut live = Live::new(room).unwrap();
            for key in [Key::Digit(4), Key::Digit(2), Key::On, Key::On, Key::On] {
                assert_ne!(live.stage(), Stage::Over);
                let view = View::new(&live, &words);
                let view = View { mark: Some(words.say("rehearsal", &[])), ..view };
                assert_eq!(missing(&view, 80, 24), [""; 0], "{language:?}");
                // Where less fits, it is said.
                assert!(page(&view, 0, 40, 20).1.is_none() || missing(&view, 40, 20).is_empty(), "{language:?}");
                let small = View { title: view.title.repeat(12), ..view };
                assert_eq!(page(&small, 0, 80, 15).1, None);
                assert_ne!(missing(&small, 80, 15), [""; 0]);
                live.press(key);
            }
            assert_eq!(live.stage(), Stage::Over);
        }
    }
}
