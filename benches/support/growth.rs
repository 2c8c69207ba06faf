//! Time against size, as an SVG with two logarithmic axes.

use std::fmt::Write;

/// One pool: its size on the axis, and seconds.
pub type Point = (f64, f64);

const WIDTH: f64 = 720.0;
const HEIGHT: f64 = 420.0;
/// The plot's left, top, right and bottom edges.
const EDGES: (f64, f64, f64, f64) = (80.0, 50.0, 690.0, 360.0);

/// A drawing of the points, joined by a line; white below, so that it can be read on dark pages.
pub fn growth(title: &str, axis: &str, points: &[Point]) -> String {
    let (left, top, right, bottom) = EDGES;
    let across = decades(points.iter().map(|point| point.0));
    let up = decades(points.iter().map(|point| point.1));
    let place = |value: f64, (low, high): (i32, i32)| (value.log10() - f64::from(low)) / f64::from(high - low);
    let x = |value: f64| left + place(value, across) * (right - left);
    let y = |value: f64| bottom - place(value, up) * (bottom - top);
    let told: Vec<String> = points.iter().map(|(size, seconds)| format!("{size} {axis}: {seconds:.3} s")).collect();
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {HEIGHT}\" width=\"{WIDTH}\" height=\"{HEIGHT}\" \
         role=\"img\" aria-labelledby=\"title desc\" font-family=\"sans-serif\" font-size=\"13\">\n\
         <title id=\"title\">{title}</title>\n<desc id=\"desc\">{}</desc>\n\
         <rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n<text x=\"{left}\" y=\"24\" font-size=\"16\">{title}</text>\n",
        told.join("; ")
    );
    for decade in up.0..=up.1 {
        let value = 10_f64.powi(decade);
        let _ = writeln!(svg, "<path d=\"M{left} {:.1}H{right}\" stroke=\"#ccc\"/>", y(value));
        let at = y(value) + 4.0;
        let _ = writeln!(svg, "<text x=\"{}\" y=\"{at:.1}\" text-anchor=\"end\">{value} s</text>", left - 8.0);
    }
    for decade in across.0..=across.1 {
        let value = 10_f64.powi(decade);
        let _ = writeln!(svg, "<path d=\"M{:.1} {top}V{bottom}\" stroke=\"#ccc\"/>", x(value));
        let at = bottom + 20.0;
        let _ = writeln!(svg, "<text x=\"{:.1}\" y=\"{at}\" text-anchor=\"middle\">{value}</text>", x(value));
    }
    let corners: Vec<String> = points.iter().map(|&(size, s)| format!("{:.1},{:.1}", x(size), y(s))).collect();
    let _ = writeln!(
        svg,
        "<polyline points=\"{}\" fill=\"none\" stroke=\"#0072b2\" stroke-width=\"2\"/>",
        corners.join(" ")
    );
    for &(size, seconds) in points {
        let (x, y) = (x(size), y(seconds));
        let _ = writeln!(svg, "<circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"4\" fill=\"#0072b2\"/>");
        let _ = writeln!(svg, "<text x=\"{:.1}\" y=\"{:.1}\">{seconds:.2} s</text>", x + 8.0, y + 16.0);
    }
    let middle = (left + right) / 2.0;
    let _ = writeln!(svg, "<text x=\"{middle}\" y=\"{}\" text-anchor=\"middle\">{axis}</text>\n</svg>", bottom + 44.0);
    svg
}

/// The powers of ten around all values.
fn decades(values: impl Iterator<Item = f64>) -> (i32, i32) {
    let (mut low, mut high) = (f64::INFINITY, f64::NEG_INFINITY);
    for value in values {
        low = low.min(value.log10().floor());
        high = high.max(value.log10().ceil());
    }
    if low > high { (0, 1) } else { (low as i32, (high as i32).max(low as i32 + 1)) }
}
