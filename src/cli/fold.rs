//! Lines that are wider than the window are broken between words. What is piped or kept has no window, and stays as it is.

use std::borrow::Cow;
use std::io::IsTerminal;

use klero::language::terminal::wide;

/// A window that is narrower is not taken seriously.
const NARROWEST: usize = 20;

/// How many columns the window has that this stream is shown in, if there is one.
pub fn window(stream: &impl IsTerminal) -> Option<usize> {
    let size = stream.is_terminal().then(terminal_size::terminal_size).flatten();
    size.map(|(width, _)| usize::from(width.0)).filter(|width| *width >= NARROWEST)
}

/// The text as it is shown on this stream.
pub fn to_window<'a>(stream: &impl IsTerminal, text: &'a str) -> Cow<'a, str> {
    window(stream).map_or(Cow::Borrowed(text), |width| Cow::Owned(folded(text, width)))
}

/// A paragraph that was broken into lines by hand, as it is shown on this stream: in a narrow window it is broken anew.
pub fn paragraph<'a>(stream: &impl IsTerminal, text: &'a str) -> Cow<'a, str> {
    match window(stream) {
        Some(width) if text.lines().any(|line| wide(line) > width) => {
            Cow::Owned(folded(&text.replace('\n', " "), width))
        }
        _ => Cow::Borrowed(text),
    }
}

/// The text with lines of at most this width, where their words allow it. A line keeps its distance from the edge; of columns, the last one is broken, below itself.
fn folded(text: &str, width: usize) -> String {
    text.split_inclusive('\n').map(|line| fold(line, width)).collect()
}

/// One line. An indented command stays on one line, so that it can be copied; so do columns that leave no room.
fn fold(line: &str, width: usize) -> String {
    let (line, end) = line.strip_suffix('\n').map_or((line, ""), |line| (line, "\n"));
    let words = line.trim_start();
    let indent = line.len() - words.len();
    let start = words.rfind("  ").map_or(indent, |space| indent + space + 2);
    let (before, last) = line.split_at(start);
    let hang = wide(before) + if start == indent && last.starts_with("- ") { 2 } else { 0 };
    let is_command = indent > 0 && ["klero ", "$ "].iter().any(|begin| words.starts_with(begin));
    if wide(line) <= width || is_command || hang + NARROWEST > width {
        return format!("{line}{end}");
    }
    let mut text = before.to_owned();
    let mut column = wide(before);
    for (place, word) in last.split(' ').enumerate() {
        if place > 0 && column + 1 + wide(word) > width {
            text.push('\n');
            text += &" ".repeat(hang);
            column = hang;
        } else if place > 0 {
            text.push(' ');
            column += 1;
        }
        text += word;
        column += wide(word);
    }
    text + end
}

#[cfg(test)]
mod tests {
    use super::{folded, wide};

    const TEXT: &str = "note: one and two and three and four and five\n\
                        - and a point that is longer than the window\n\
                        \x20 help: look at it, and then look at it again\n\
                        PASS  form    The lottery has its form, and the panels\n\
                        \x20 klero draw --pool pool.csv --quotas quotas.csv\n\
                        a_word_that_is_wider_than_the_window_is\n\
                        quảng trường nhân dân thành phố Hà Nội ở đây\n\
                        short\n";

    #[test]
    fn lines_are_broken_between_words_and_nothing_is_lost() {
        let text = folded(TEXT, 36);
        assert_eq!(
            text.lines().take(8).collect::<Vec<_>>(),
            [
                "note: one and two and three and four",
                "and five",
                "- and a point that is longer than",
                "  the window",
                "  help: look at it, and then look at",
                "  it again",
                "PASS  form    The lottery has its",
                "              form, and the panels",
            ]
        );
        let too_wide = |line: &&str| wide(line) > 36;
        let left: Vec<&str> = text.lines().filter(too_wide).collect();
        assert_eq!(
            left,
            ["  klero draw --pool pool.csv --quotas quotas.csv", "a_word_that_is_wider_than_the_window_is"]
        );
        let bare = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert_eq!(bare(&text), bare(TEXT));
        assert!(TEXT.lines().filter(too_wide).count() > 5, "planted");
        assert_eq!(folded(TEXT, 100), TEXT);
    }
}
