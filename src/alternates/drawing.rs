//! How well alternates protect, as a drawing: the deviation above, the chances below.

use std::fmt::Write;

use super::study::Row;

const WIDTH: f64 = 720.0;
const HEIGHT: f64 = 560.0;
/// The left and right edges of both plots.
const SIDES: (f64, f64) = (70.0, 560.0);
/// The top and bottom edges of the one with the deviation, and of the one with the chances.
const PLOTS: [(f64, f64); 2] = [(60.0, 250.0), (310.0, 500.0)];
/// Names, dashes and colours (Okabe and Ito's, which people with any kind of colour vision tell apart).
const LINES: [(&str, &str, &str); 4] = [
    ("deviation", "none", "#0072b2"),
    ("seats filled", "8 4", "#009e73"),
    ("quotas kept", "2 3", "#d55e00"),
    ("both", "none", "#000000"),
];
/// The least distance between two names.
const LEADING: f64 = 18.0;
/// About so many numbers stand below the plots.
const TICKS: usize = 10;

/// An SVG of a table by number of alternates.
pub fn drawing(panel: usize, rows: &[Row]) -> String {
    let part = |hits: u128, of: u128| hits as f64 / of.max(1) as f64;
    let decimal = |text: String| text.parse::<f64>().unwrap_or_default();
    let deviation: Vec<f64> = rows.iter().map(|row| decimal(row.told.deviation.decimal(6))).collect();
    let filled: Vec<f64> = rows.iter().map(|row| decimal(row.filled.decimal(6))).collect();
    let kept: Vec<f64> = rows.iter().map(|row| part(row.told.kept, row.told.deviation.of)).collect();
    let whole: Vec<f64> = rows.iter().map(|row| part(row.told.whole, row.told.deviation.of)).collect();
    let most = rows.len().saturating_sub(1).max(1);
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {HEIGHT}\" width=\"{WIDTH}\" height=\"{HEIGHT}\" role=\"img\" \
         aria-labelledby=\"title desc\" font-family=\"sans-serif\" font-size=\"13\">\n\
         <title id=\"title\">How well alternates protect a panel of {panel}</title>\n<desc id=\"desc\">{}</desc>\n\
         <rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n\
         <text x=\"{}\" y=\"24\" font-size=\"16\">How well alternates protect a panel of {panel}</text>\n",
        describe(rows, &[&filled, &kept, &whole]),
        SIDES.0
    );
    let highest = deviation.iter().fold(0.0, |most: f64, value| most.max(*value));
    let (step, digits) = scale(highest);
    let steps = (highest / step).ceil().max(1.0) as u32;
    let labels = (0..=steps).map(|number| format!("{:.digits$}", f64::from(number) * step)).collect::<Vec<_>>();
    plot(&mut svg, PLOTS[0], "average deviation from the quotas", &labels, most);
    lines(&mut svg, PLOTS[0], f64::from(steps) * step, most, &[(0, &deviation)]);
    let labels = (0..=4).map(|quarter| format!("{} %", quarter * 25)).collect::<Vec<_>>();
    plot(&mut svg, PLOTS[1], "chance, after the best of the alternates are called in", &labels, most);
    lines(&mut svg, PLOTS[1], 1.0, most, &[(1, &filled), (2, &kept), (3, &whole)]);
    let _ = writeln!(
        svg,
        "<text x=\"{}\" y=\"{}\" text-anchor=\"middle\">number of alternates</text>",
        f64::midpoint(SIDES.0, SIDES.1),
        PLOTS[1].1 + 44.0
    );
    svg + "</svg>\n"
}

fn across(place: usize, most: usize) -> f64 {
    SIDES.0 + place as f64 / most as f64 * (SIDES.1 - SIDES.0)
}

/// The frame of a plot: its title, level lines with their labels, and numbers below.
fn plot(svg: &mut String, (top, bottom): (f64, f64), title: &str, labels: &[String], most: usize) {
    let (left, right) = SIDES;
    let _ = writeln!(svg, "<text x=\"{left}\" y=\"{}\">{title}</text>", top - 12.0);
    for (place, label) in labels.iter().enumerate() {
        let y = bottom - place as f64 / (labels.len() - 1).max(1) as f64 * (bottom - top);
        let _ = writeln!(svg, "<path d=\"M{left} {y:.1}H{right}\" stroke=\"#ccc\"/>");
        let _ = writeln!(svg, "<text x=\"{}\" y=\"{:.1}\" text-anchor=\"end\">{label}</text>", left - 8.0, y + 4.0);
    }
    for place in (0..=most).step_by(most.div_ceil(TICKS).max(1)) {
        let (x, y) = (across(place, most), bottom + 20.0);
        let _ = writeln!(svg, "<text x=\"{x:.1}\" y=\"{y}\" text-anchor=\"middle\">{place}</text>");
    }
}

/// Lines with their names at their ends, pushed apart where they would overlap.
fn lines(svg: &mut String, (top, bottom): (f64, f64), highest: f64, most: usize, lines: &[(usize, &[f64])]) {
    let y = |value: f64| bottom - value / highest * (bottom - top);
    let mut names: Vec<(f64, usize)> = Vec::new();
    for &(style, values) in lines {
        let (_, dash, colour) = LINES[style];
        let mut path = String::new();
        for (place, value) in values.iter().enumerate() {
            let _ = write!(path, "{}{:.1} {:.1}", if place == 0 { "M" } else { "L" }, across(place, most), y(*value));
        }
        let _ = writeln!(
            svg,
            "<path d=\"{path}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"2\" stroke-dasharray=\"{dash}\"/>"
        );
        names.push((y(values.last().copied().unwrap_or_default()), style));
    }
    names.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
    let mut above = top - LEADING;
    for (end, style) in names {
        let (name, dash, colour) = LINES[style];
        let at = end.max(above + LEADING);
        above = at;
        let right = SIDES.1;
        let _ = writeln!(
            svg,
            "<path d=\"M{right} {end:.1}L{} {at:.1}h24\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"2\" stroke-dasharray=\"{dash}\"/>",
            right + 8.0
        );
        let _ = writeln!(svg, "<text x=\"{}\" y=\"{:.1}\">{name}</text>", right + 37.0, at + 4.0);
    }
}

/// The drawing in words.
fn describe(rows: &[Row], chances: &[&[f64]; 3]) -> String {
    let [filled, kept, whole] = chances;
    let mut text = "Two line charts by number of alternates.".to_owned();
    for (place, row) in rows.iter().enumerate() {
        let percent = |values: &[f64]| format!("{:.0} %", values.get(place).copied().unwrap_or_default() * 100.0);
        let _ = write!(
            text,
            " {place}: deviation {}, seats filled {}, quotas kept {}, both {}.",
            row.told.deviation,
            percent(filled),
            percent(kept),
            percent(whole)
        );
    }
    text
}

/// The distance of level lines, 1, 2 or 5 times a power of ten, so that there are at least three; and its decimals.
fn scale(highest: f64) -> (f64, usize) {
    for digits in 0..6 {
        for first in [5.0, 2.0, 1.0] {
            let step = first / 10_f64.powi(digits);
            if step * 3.0 <= highest {
                return (step, digits as usize);
            }
        }
    }
    (1.0, 0)
}
