//! Sorted selection probabilities as a drawing: one line for each rule, told apart by dashes and by its name at the line.

use super::metrics::metrics;
use std::fmt::Write;

/// One rule's line.
#[derive(Debug, Clone, Copy)]
pub struct Curve<'a> {
    /// The rule's name.
    pub name: &'a str,
    /// Selection probabilities, in any order.
    pub probabilities: &'a [f64],
}

const WIDTH: f64 = 760.0;
const HEIGHT: f64 = 440.0;
/// The plot's left, top, right and bottom edges.
const EDGES: (f64, f64, f64, f64) = (70.0, 50.0, 640.0, 380.0);
/// Corners of a line at most, so that a pool of a million makes no file of a million corners.
const CORNERS: usize = 400;
/// Dashes and colours (Okabe and Ito's, which people with any kind of colour vision tell apart).
const STYLES: [(&str, &str); 6] = [
    ("none", "#0072b2"),
    ("8 4", "#d55e00"),
    ("2 3", "#009e73"),
    ("12 3 2 3", "#cc79a7"),
    ("5 2 1 2 1 2", "#7a5b00"),
    ("16 6", "#000000"),
];
/// The least distance between two names.
const LEADING: f64 = 18.0;

/// An SVG of a pool's curves. `size` is the panel size.
pub fn drawing(pool: &str, size: usize, curves: &[Curve]) -> String {
    let (left, top, right, bottom) = EDGES;
    let members = curves.first().map_or(0, |curve| curve.probabilities.len());
    let most = curves.iter().flat_map(|curve| curve.probabilities).fold(0.0, |most: f64, &p| most.max(p));
    let step = scale_step(most);
    let steps = (most / step).ceil().max(1.0);
    let y = |p: f64| bottom - p / (step * steps) * (bottom - top);
    let x = |share: f64| left + share * (right - left);
    let pool = escaped(pool);
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {HEIGHT}\" width=\"{WIDTH}\" height=\"{HEIGHT}\" \
         role=\"img\" aria-labelledby=\"title desc\" font-family=\"sans-serif\" font-size=\"13\">\n\
         <title id=\"title\">Selection probabilities of {members} members, {pool}</title>\n<desc id=\"desc\">{}</desc>\n\
         <rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n\
         <text x=\"{left}\" y=\"24\" font-size=\"16\">{pool}: selection probabilities, from the least to the most likely member</text>\n",
        describe(members, size, curves)
    );
    for number in 0..=steps as u32 {
        let (p, line) = (f64::from(number) * step, y(f64::from(number) * step));
        let _ = writeln!(svg, "<path d=\"M{left} {line:.1}H{right}\" stroke=\"#ccc\"/>");
        let _ = writeln!(
            svg,
            "<text x=\"{}\" y=\"{:.1}\" text-anchor=\"end\">{}</text>",
            left - 8.0,
            line + 4.0,
            percent(p)
        );
    }
    for quarter in 0..=4 {
        let share = f64::from(quarter) / 4.0;
        let _ = writeln!(
            svg,
            "<text x=\"{:.1}\" y=\"{}\" text-anchor=\"middle\">{} %</text>",
            x(share),
            bottom + 20.0,
            share * 100.0
        );
    }
    let _ = writeln!(
        svg,
        "<text x=\"{:.1}\" y=\"{}\" text-anchor=\"middle\">share of the pool, in order of each rule's own probabilities</text>",
        x(0.5),
        bottom + 44.0
    );
    let mut names: Vec<(f64, usize)> = Vec::new();
    for (number, curve) in curves.iter().enumerate() {
        let mut sorted = curve.probabilities.to_vec();
        sorted.sort_by(f64::total_cmp);
        let (dash, colour) = STYLES[number % STYLES.len()];
        let mut path = String::new();
        for (place, (share, p)) in corners(&sorted).into_iter().enumerate() {
            let _ = write!(path, "{}{:.1} {:.1}", if place == 0 { "M" } else { "L" }, x(share), y(p));
        }
        let _ = writeln!(
            svg,
            "<path d=\"{path}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"2\" stroke-dasharray=\"{dash}\"/>"
        );
        names.push((y(sorted.last().copied().unwrap_or(0.0)), number));
    }
    // Names stand at the ends of their lines, pushed apart where they would overlap: down from the top, then up from the bottom.
    names.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
    let ends: Vec<f64> = names.iter().map(|name| name.0).collect();
    let mut above = top - LEADING;
    for name in &mut names {
        name.0 = name.0.max(above + LEADING);
        above = name.0;
    }
    let mut below = bottom + LEADING;
    for name in names.iter_mut().rev() {
        name.0 = name.0.min(below - LEADING);
        below = name.0;
    }
    for (&(at, number), end) in names.iter().zip(ends) {
        let (dash, colour) = STYLES[number % STYLES.len()];
        let name = curves.get(number).map_or("", |curve| curve.name);
        let _ = writeln!(
            svg,
            "<path d=\"M{right} {end:.1}L{} {at:.1}h24\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"2\" stroke-dasharray=\"{dash}\"/>",
            right + 8.0
        );
        let _ = writeln!(svg, "<text x=\"{}\" y=\"{:.1}\">{}</text>", right + 37.0, at + 4.0, escaped(name));
    }
    svg + "</svg>\n"
}

/// The drawing in words.
fn describe(members: usize, size: usize, curves: &[Curve]) -> String {
    let mut text = format!(
        "A line chart. For each rule the {members} members stand in order of their chance to be on the panel of {size}; equal chances would be {} for \
         everybody.",
        percent(size as f64 / members.max(1) as f64)
    );
    for curve in curves {
        let metrics = metrics(curve.probabilities, None);
        let mut sorted = curve.probabilities.to_vec();
        sorted.sort_by(f64::total_cmp);
        let middle = sorted.get(sorted.len() / 2).copied().unwrap_or(0.0);
        let _ = write!(
            text,
            " {}: smallest {}, middle {}, largest {}.",
            escaped(curve.name),
            percent(metrics.minimum),
            percent(middle),
            percent(metrics.maximum)
        );
    }
    text
}

/// The corners of a staircase over sorted probabilities, as share of the pool and probability: all of them, or an even choice.
fn corners(sorted: &[f64]) -> Vec<(f64, f64)> {
    let n = sorted.len();
    let mut corners: Vec<(f64, f64)> = Vec::new();
    let mut push = |corner: (f64, f64)| {
        // A corner on a level line between two others says nothing.
        if let [.., a, b] = corners.as_slice()
            && a.1 == b.1
            && b.1 == corner.1
        {
            corners.pop();
        }
        corners.push(corner);
    };
    let steps = n.min(CORNERS / 2);
    for step in 0..steps {
        let (from, to) = (step * n / steps, (step + 1) * n / steps);
        let p = sorted.get(usize::midpoint(from, to)).copied().unwrap_or(0.0);
        push((from as f64 / n as f64, p));
        push((to as f64 / n as f64, p));
    }
    corners
}

/// The largest of 1, 2 and 5 times a power of ten that gives at least four steps.
fn scale_step(most: f64) -> f64 {
    let mut step = 1e-9;
    for power in 1..=9 {
        for digit in [1.0, 2.0, 5.0] {
            let next = digit * 0.1_f64.powi(power);
            if next * 4.0 <= most.max(1e-8) && next > step {
                step = next;
            }
        }
    }
    step
}

fn percent(p: f64) -> String {
    let digits = if p >= 0.01 || p == 0.0 { 1 } else { 3 };
    let text = format!("{:.digits$}", p * 100.0);
    format!("{} %", text.strip_suffix(".0").unwrap_or(&text))
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::{Curve, corners, drawing, percent, scale_step};

    #[test]
    fn a_drawing_can_be_read_without_colour_and_without_eyes() {
        let even = [0.25; 8];
        let uneven = [0.0, 0.0, 0.25, 0.25, 0.25, 0.25, 0.5, 0.5];
        let curves = [Curve { name: "leximin", probabilities: &even }, Curve { name: "a<b", probabilities: &uneven }];
        let svg = drawing("R&D", 2, &curves);
        for words in [
            "<title id=\"title\">Selection probabilities of 8 members, R&amp;D</title>",
            "leximin: smallest 25 %, middle 25 %, largest 25 %. a&lt;b: smallest 0 %, middle 25 %, largest 50 %.",
            "aria-labelledby=\"title desc\"",
            "stroke-dasharray=\"none\"",
            "stroke-dasharray=\"8 4\"",
            ">leximin</text>",
            ">a&lt;b</text>",
        ] {
            assert!(svg.contains(words), "{words}\n{svg}");
        }
        assert_eq!(svg.matches("<text").count(), svg.matches("</text>").count());
        assert!(!svg.contains("R&D") && !svg.contains("NaN"));
        // Equal lines have equal ends, and their names still stand apart.
        let twins = drawing("x", 2, &[curves[0], curves[0]]);
        let at: Vec<&str> = twins.lines().filter(|line| line.ends_with(">leximin</text>")).collect();
        assert!(at.len() == 2 && at[0] != at[1], "{twins}");
    }

    #[test]
    fn corners_and_scales() {
        assert_eq!(corners(&[0.5, 0.5, 0.5]), [(0.0, 0.5), (1.0, 0.5)]);
        assert_eq!(corners(&[0.25, 0.5]), [(0.0, 0.25), (0.5, 0.25), (0.5, 0.5), (1.0, 0.5)]);
        assert!(corners(&(0..100_000).map(|n| n as f64 / 1e5).collect::<Vec<_>>()).len() <= 400);
        assert!(corners(&[]).is_empty());
        assert!((scale_step(1.0) - 0.2).abs() < 1e-12 && (scale_step(0.5) - 0.1).abs() < 1e-12);
        assert_eq!([percent(0.5), percent(0.123), percent(0.001), percent(0.0)], ["50 %", "12.3 %", "0.100 %", "0 %"]);
    }
}
