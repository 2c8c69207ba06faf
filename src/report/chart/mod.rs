//! Charts as pure functions of numbers: SVG for a page or a file of its own, and PNG from the same SVG.
//!
//! A chart is laid out for a width that can be read without enlarging. For languages that are read from the right, it is mirrored. Nothing is
//! told by colour alone: bars and lines carry their names, and lines have dashes of their own.

mod bars;
mod canvas;
mod curve;
mod png;
mod shares;

pub use bars::{Bar, bars};
pub use curve::{Curves, Line, curves};
pub use png::{Png, PngError, png};
pub use shares::{Share, ShareKind, ShareRow, shares};

use crate::report::page::escaped;

/// A chart.
#[derive(Debug, Clone, PartialEq)]
pub struct Chart {
    /// What it shows.
    pub title: String,
    /// The same with its numbers, for those who do not see it.
    pub description: String,
    /// Its width in its own units, which are pixels of a screen.
    pub width: f64,
    /// Its height.
    pub height: f64,
    /// Whether it is read from the right.
    pub from_the_right: bool,
    body: String,
}

/// The look of a chart in a file of its own; a page brings its own, for the dark too.
const STYLE: &str = "text{fill:#1b1b1b}.quiet{fill:#555}.population{fill:#fff;stroke:#555;stroke-width:1}.pool{fill:#9aa7b5}\
.panel{fill:#0b5c8f}.bracket{fill:none;stroke:#a3480a;stroke-width:2}.grid{stroke:#d5d5d5;stroke-width:1}.axis{stroke:#777;stroke-width:1}\
.lottery{fill:none;stroke:#0b5c8f;stroke-width:2.5}.legacy{fill:none;stroke:#a3480a;stroke-width:2;stroke-dasharray:2 3}\
.even{fill:none;stroke:#555;stroke-width:1.5;stroke-dasharray:8 4}.bound{fill:none;stroke:#0a6b3d;stroke-width:1.5;stroke-dasharray:10 3 2 3}\
.dot{fill:#0b5c8f}.label{paint-order:stroke;stroke:#fff;stroke-width:4;stroke-linejoin:round}";
/// Room for the title above a chart in a file of its own.
const HEAD: f64 = 40.0;
/// More room for the name of the assembly there.
const NAMED: f64 = 20.0;
/// Room around a chart in a file of its own, and between charts.
const MARGIN: f64 = 16.0;

impl Chart {
    /// For a page whose style sheet knows the classes. `id` must be unique on it.
    pub fn inline(&self, id: &str, class: &str) -> String {
        let Self { width, height, .. } = self;
        format!(
            "<svg class=\"{class}\" viewBox=\"0 0 {width} {height}\" role=\"img\" aria-labelledby=\"{id}-title {id}-desc\" direction=\"ltr\" \
             font-size=\"13\">\n<title id=\"{id}-title\">{}</title>\n<desc id=\"{id}-desc\">{}</desc>\n{}</svg>\n",
            escaped(&self.title),
            escaped(&self.description),
            self.body
        )
    }

    /// A file of its own, on white, with its title above it, and the assembly above that; `mark` stands before the title, such as that it is a
    /// rehearsal.
    pub fn standalone(&self, mark: Option<&str>, assembly: Option<&str>) -> String {
        let named = if assembly.is_some() { NAMED } else { 0.0 };
        let (width, height) = (self.width + 2.0 * MARGIN, self.height + HEAD + named + 2.0 * MARGIN);
        let mut head = canvas::Canvas::new(width, self.from_the_right);
        if let Some(assembly) = assembly {
            head.caption(MARGIN, MARGIN + 14.0, assembly);
        }
        let title = mark.map_or_else(|| self.title.clone(), |mark| format!("{mark} \u{2013} {}", self.title));
        head.bold(MARGIN, MARGIN + named + 20.0, 16.0, &title);
        let title = assembly.map_or_else(|| title.clone(), |assembly| format!("{title} \u{2013} {assembly}"));
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" role=\"img\" \
             aria-labelledby=\"title desc\" direction=\"ltr\" font-family=\"DejaVu Sans, sans-serif\" font-size=\"13\">\n\
             <title id=\"title\">{}</title>\n<desc id=\"desc\">{}</desc>\n<style>{STYLE}</style>\n\
             <rect width=\"{width}\" height=\"{height}\" fill=\"#fff\"/>\n{}<g transform=\"translate({MARGIN} {})\">\n{}</g>\n</svg>\n",
            escaped(&title),
            escaped(&self.description),
            head.body(),
            HEAD + named + MARGIN,
            self.body
        )
    }

    /// Several charts of one width in one, in columns, each under its title. `brackets` says what the brackets in them are, below all.
    pub fn together(title: String, charts: &[Self], columns: usize, brackets: &str) -> Self {
        let columns = columns.clamp(1, charts.len().max(1));
        let width = charts.iter().map(|chart| chart.width).fold(0.0, f64::max);
        let from_the_right = charts.iter().any(|chart| chart.from_the_right);
        let whole = width * columns as f64 + 2.0 * MARGIN * (columns - 1) as f64;
        // Each goes below the column that is shortest so far.
        let mut heights = vec![0.0_f64; columns];
        let mut body = String::new();
        for chart in charts {
            let shortest = heights.iter().enumerate().min_by(|a, b| a.1.total_cmp(b.1)).map_or(0, |(column, _)| column);
            let left = shortest as f64 * (width + 2.0 * MARGIN);
            let left = if from_the_right { whole - width - left } else { left };
            let top = heights[shortest];
            let mut head = canvas::Canvas::new(width, from_the_right);
            head.bold(0.0, 16.0, 14.0, &chart.title);
            body += &format!(
                "<g transform=\"translate({left} {top})\">\n{}<g transform=\"translate(0 28)\">\n{}</g>\n</g>\n",
                head.body(),
                chart.body
            );
            heights[shortest] += chart.height + 28.0 + MARGIN;
        }
        let mut foot = heights.iter().copied().fold(0.0, f64::max) + canvas::SIZE;
        let mut legend = canvas::Canvas::new(whole, from_the_right);
        let (above, below) = (foot - canvas::SIZE, foot + 4.0);
        legend.path("bracket", &[(4.0, above), (0.0, above), (0.0, below), (4.0, below)]);
        legend.path("bracket", &[(20.0, above), (24.0, above), (24.0, below), (20.0, below)]);
        for line in canvas::lines(brackets, (whole - 34.0) / (canvas::SIZE * 0.56)) {
            legend.text("label", 34.0, foot, canvas::Anchor::Start, &line);
            foot += 17.0;
        }
        body += &legend.body();
        let mut told: Vec<String> =
            charts.iter().map(|chart| format!("{}. {}", chart.title, chart.description)).collect();
        told.push(format!("{brackets}."));
        Self { title, description: told.join(" "), width: whole, height: foot - canvas::SIZE, from_the_right, body }
    }
}
