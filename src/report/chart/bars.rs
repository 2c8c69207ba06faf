//! Probabilities as bars, each under its name.

use super::Chart;
use super::canvas::{Anchor, Canvas, SIZE, shortened};

/// One bar.
#[derive(Debug, Clone, PartialEq)]
pub struct Bar {
    /// Its name.
    pub name: String,
    /// How long, from 0 to 1.
    pub share: f64,
    /// The same in words.
    pub label: String,
}

const WIDTH: f64 = 340.0;
const NAME: f64 = 18.0;
const BAR: f64 = 12.0;
const GAP: f64 = 12.0;
/// Room for the words at the end.
const WORDS: f64 = 66.0;

/// Bars of which the whole width is one.
pub fn bars(title: String, rows: &[Bar], from_the_right: bool) -> Chart {
    let room = WIDTH - WORDS;
    let mut canvas = Canvas::new(WIDTH, from_the_right);
    let mut y = 0.0;
    for row in rows {
        canvas.name(y + SIZE, &shortened(&row.name, WIDTH / (SIZE * 0.54)));
        y += NAME;
        canvas.rect("population", 0.5, y, room, BAR);
        canvas.rect("panel", 0.0, y, (row.share.clamp(0.0, 1.0) * room).max(1.0), BAR);
        canvas.text("label", room + 6.0, y + SIZE - 2.0, Anchor::Start, &row.label);
        y += BAR + GAP;
    }
    let description: Vec<String> = rows.iter().map(|row| format!("{}: {}.", row.name, row.label)).collect();
    Chart { title, description: description.join(" "), width: WIDTH, height: y, from_the_right, body: canvas.body() }
}
