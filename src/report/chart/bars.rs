//! Probabilities as bars, each under its name.

use super::Chart;
use super::canvas::{Anchor, Canvas, SIZE, shortened, width_of};
use crate::language::{Direction, Language};

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
/// Between the place of the longest bar and the words at its end.
const SPACE: f64 = 6.0;
/// The bars' room at least, where words are long.
const LEAST: f64 = 120.0;

/// Bars of which the whole width is one.
pub fn bars(title: String, rows: &[Bar], language: Language) -> Chart {
    let from_the_right = language.direction() == Direction::RightToLeft;
    let words = rows.iter().map(|row| width_of(&row.label)).fold(0.0, f64::max);
    let room = (WIDTH - words - SPACE).max(LEAST);
    let mut canvas = Canvas::new(WIDTH, from_the_right);
    let mut y = 0.0;
    for row in rows {
        canvas.name(y + SIZE, &shortened(&row.name, WIDTH / (SIZE * 0.54)));
        y += NAME;
        canvas.rect("population", 0.5, y, room, BAR);
        canvas.rect("panel", 0.0, y, (row.share.clamp(0.0, 1.0) * room).max(1.0), BAR);
        canvas.text("label", room + SPACE, y + SIZE - 2.0, Anchor::Start, &row.label);
        y += BAR + GAP;
    }
    let description: Vec<String> = rows.iter().map(|row| language.named(&row.name, &row.label) + ".").collect();
    Chart { title, description: description.join(" "), width: WIDTH, height: y, from_the_right, body: canvas.body() }
}

#[cfg(test)]
mod tests {
    use super::{Bar, WIDTH, bars};
    use crate::language::Language;
    use crate::report::chart::canvas::width_of;

    /// The words at the ends of bars that leave the picture.
    fn outside(svg: &str) -> Vec<&str> {
        let labels = svg.lines().filter(|line| line.contains("class=\"label\""));
        let left = |line: &&str| {
            let x = line.split(" x=\"").nth(1).and_then(|rest| rest.split('"').next()?.parse::<f64>().ok());
            let word = line.split('>').nth(1).and_then(|rest| rest.split('<').next()).unwrap_or_default();
            x.is_none_or(|x| x + width_of(&word.replace("&lt;", "<")) > WIDTH + 0.1)
        };
        labels.filter(left).collect()
    }

    #[test]
    fn no_word_leaves_the_picture() {
        let bar = |share: f64| Bar {
            name: "f + old".to_owned(),
            share,
            label: Language::En.percent(share).replace('\u{a0}', " "),
        };
        for rows in [vec![bar(0.5), bar(0.999_999)], vec![bar(0.000_001)], vec![bar(0.99124)]] {
            let chart = bars("Title".to_owned(), &rows, Language::En);
            let svg = chart.inline("x", "chart");
            assert_eq!(svg.matches("class=\"label\"").count(), rows.len());
            assert_eq!(outside(&svg), [""; 0]);
            // With words that there was no room for, it is found.
            let planted = svg.replace(" %</text>", " % of all tickets</text>");
            assert_eq!(outside(&planted).len(), rows.len(), "{planted}");
        }
        let french = bars("Titre".to_owned(), &[bar(0.5)], Language::Fr);
        assert_eq!(french.description, "f + old\u{a0}: 50.0 %.");
    }
}
