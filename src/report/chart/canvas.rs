//! What charts are drawn with. Places count from where reading begins: the left, or the right.

use std::fmt::Write;

use crate::report::page::escaped;

/// Which part of a text stands at its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

/// How wide a letter is at most on average, in parts of the letter's height.
const LETTER: f64 = 0.6;
/// The height of letters.
pub(super) const SIZE: f64 = 13.0;

pub(super) struct Canvas {
    width: f64,
    from_the_right: bool,
    body: String,
}

impl Canvas {
    pub fn new(width: f64, from_the_right: bool) -> Self {
        Self { width, from_the_right, body: String::new() }
    }

    pub fn body(self) -> String {
        self.body
    }

    fn x(&self, x: f64) -> f64 {
        if self.from_the_right { self.width - x } else { x }
    }

    pub fn rect(&mut self, class: &str, x: f64, y: f64, width: f64, height: f64) {
        let left = if self.from_the_right { self.x(x) - width } else { x };
        let _ = writeln!(
            self.body,
            "<rect class=\"{class}\" x=\"{left:.1}\" y=\"{y:.1}\" width=\"{width:.1}\" height=\"{height:.1}\"/>"
        );
    }

    pub fn dot(&mut self, x: f64, y: f64) {
        let _ = writeln!(self.body, "<circle class=\"dot\" cx=\"{:.1}\" cy=\"{y:.1}\" r=\"4\"/>", self.x(x));
    }

    /// A line through points.
    pub fn path(&mut self, class: &str, points: &[(f64, f64)]) {
        let mut path = String::new();
        for (place, &(x, y)) in points.iter().enumerate() {
            let _ = write!(path, "{}{:.1} {y:.1}", if place == 0 { "M" } else { "L" }, self.x(x));
        }
        let _ = writeln!(self.body, "<path class=\"{class}\" d=\"{path}\"/>");
    }

    pub fn text(&mut self, class: &str, x: f64, y: f64, anchor: Anchor, text: &str) {
        self.write(&format!("class=\"{class}\" "), x, y, anchor, text, "\u{2067}");
    }

    /// A name from a file, which is read in its own direction.
    pub fn name(&mut self, y: f64, text: &str) {
        self.write("class=\"name\" ", 0.0, y, Anchor::Start, text, "\u{2068}");
    }

    /// A line from a file, which is read in its own direction, cut where it does not fit.
    pub fn caption(&mut self, x: f64, y: f64, text: &str) {
        let fits = (self.width - 2.0 * x) / (SIZE * LETTER);
        self.write("class=\"quiet\" ", x, y, Anchor::Start, &shortened(text, fits), "\u{2068}");
    }

    /// A heading.
    pub fn bold(&mut self, x: f64, y: f64, size: f64, text: &str) {
        let fits = (self.width - x) / (size * LETTER);
        let attributes = format!("font-size=\"{size}\" font-weight=\"bold\" ");
        self.write(&attributes, x, y, Anchor::Start, &shortened(text, fits), "\u{2067}");
    }

    /// `isolated` is the mark that opens an isolated text, in a picture that is read from the right.
    fn write(&mut self, attributes: &str, x: f64, y: f64, anchor: Anchor, text: &str, isolated: &str) {
        let anchor = match (anchor, self.from_the_right) {
            (Anchor::Middle, _) => " text-anchor=\"middle\"",
            (Anchor::Start, false) | (Anchor::End, true) => "",
            (Anchor::End, false) | (Anchor::Start, true) => " text-anchor=\"end\"",
        };
        // The picture's own direction is from the left everywhere, so that anchors mean the same in every program.
        let (open, close) = if self.from_the_right { (isolated, "\u{2069}") } else { ("", "") };
        let x = self.x(x);
        let _ = writeln!(
            self.body,
            "<text {attributes}x=\"{x:.1}\" y=\"{y:.1}\"{anchor}>{open}{}{close}</text>",
            escaped(text)
        );
    }
}

/// How wide a text is in the widest of the usual letters, those that pictures come with.
pub(super) fn width_of(text: &str) -> f64 {
    let letter = |c: char| match c {
        '%' => 0.95,
        '0'..='9' => 0.64,
        _ => LETTER,
    };
    text.chars().map(letter).sum::<f64>() * SIZE
}

/// A text cut to so many letters, with an ellipsis where it was longer.
pub(super) fn shortened(text: &str, letters: f64) -> String {
    let letters = letters.max(1.0) as usize;
    if text.chars().count() <= letters {
        return text.to_owned();
    }
    let mut short: String = text.chars().take(letters - 1).collect();
    short.truncate(short.trim_end().len());
    short + "\u{2026}"
}

/// A text in lines of so many letters at most where its words allow it.
pub(super) fn lines(text: &str, letters: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if (line.chars().count() + 1 + word.chars().count()) as f64 <= letters => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

/// The largest step among 1, 2 and 5 times a power of ten that gives at least four steps up to `most`.
pub(super) fn step(most: f64) -> f64 {
    let most = most.max(1e-6);
    let power = 10_f64.powf((most / 4.0).log10().floor());
    [5.0, 2.0, 1.0]
        .into_iter()
        .map(|digit| digit * power)
        .find(|step| step * 4.0 <= most * (1.0 + 1e-9))
        .unwrap_or(power)
}

#[cfg(test)]
mod tests {
    use super::{Anchor, Canvas, lines, shortened, step};

    #[test]
    fn what_is_read_from_the_right_is_mirrored() {
        let draw = |right: bool| {
            let mut canvas = Canvas::new(100.0, right);
            canvas.rect("a", 10.0, 0.0, 20.0, 5.0);
            canvas.text("b", 10.0, 5.0, Anchor::Start, "<x>");
            canvas.path("c", &[(0.0, 1.0), (50.0, 2.0)]);
            canvas.body()
        };
        let left = draw(false);
        assert!(
            left.contains("x=\"10.0\"") && left.contains(">&lt;x&gt;</text>") && left.contains("M0.0 1.0L50.0 2.0")
        );
        let right = draw(true);
        assert!(right.contains("x=\"70.0\"") && right.contains("x=\"90.0\" y=\"5.0\" text-anchor=\"end\""), "{right}");
        assert!(right.contains("\u{2067}&lt;x&gt;\u{2069}") && right.contains("M100.0 1.0L50.0 2.0"));
    }

    #[test]
    fn texts_and_steps() {
        assert_eq!(shortened("Old Town", 8.0), "Old Town");
        assert_eq!(shortened("Old Town", 5.0), "Old\u{2026}");
        assert_eq!(lines("one two three", 8.0), ["one two", "three"]);
        let steps = [1.0, 0.5, 0.12, 0.3, 0.04].map(|most| (step(most) * 1e6).round() / 1e6);
        assert_eq!(steps, [0.2, 0.1, 0.02, 0.05, 0.01]);
    }
}
