//! Everybody's chances in order, from the smallest to the largest.

use super::Chart;
use super::canvas::{Anchor, Canvas, SIZE, lines, step, width_of};
use crate::language::Language;

/// What is drawn. Probabilities ascend; every name says what its line is, with its number where it has one.
#[derive(Debug, Clone, Copy)]
pub struct Curves<'a> {
    /// The language.
    pub language: Language,
    /// What the chart shows.
    pub title: &'a str,
    /// The axis along the bottom.
    pub across: &'a str,
    /// The lottery.
    pub lottery: (&'a [f64], &'a str),
    /// The greedy rule.
    pub legacy: Option<(&'a [f64], &'a str)>,
    /// The same chance for everybody.
    pub even: (f64, &'a str),
    /// What is proven to be the best smallest chance.
    pub bound: Option<(f64, &'a str)>,
    /// The words at both ends of the lottery's line.
    pub ends: (&'a str, &'a str),
    /// The words at the top, where the largest chances are higher than the picture.
    pub beyond: &'a str,
}

/// Corners of a line at most.
const CORNERS: usize = 400;
const TOP: f64 = 26.0;
const PLOT: f64 = 260.0;
const RIGHT: f64 = 10.0;
/// The picture ends this many times above the chance that nine tenths of the members do not exceed, and above equal chances.
const HEADROOM: f64 = 1.6;

/// The curves in a picture of this width.
pub fn curves(data: &Curves, width: f64) -> Chart {
    let from_the_right = data.language.direction().html() == "rtl";
    let all = [Some(data.lottery.0), data.legacy.map(|legacy| legacy.0)];
    let largest = all.iter().flatten().filter_map(|line| line.last()).fold(data.even.0, |most: f64, p| most.max(*p));
    let usual = all
        .iter()
        .flatten()
        .filter_map(|line| line.get(line.len() * 9 / 10))
        .fold(data.even.0, |most: f64, p| most.max(*p));
    let grid = step((usual * HEADROOM).min(largest));
    let top = ((usual * HEADROOM).min(largest) / grid).ceil().max(1.0) * grid;
    let left = (0..=(top / grid).round() as u32)
        .map(|number| width_of(&data.language.whole_percent(f64::from(number) * grid)))
        .fold(0.0, f64::max)
        + 8.0;
    let right = width - RIGHT;
    let bottom = TOP + PLOT;
    let x = |share: f64| left + share * (right - left);
    let y = |p: f64| bottom - (p / top).min(1.0) * PLOT;
    let mut canvas = Canvas::new(width, from_the_right);
    for number in 0..=(top / grid).round() as u32 {
        let p = f64::from(number) * grid;
        canvas.path(if number == 0 { "axis" } else { "grid" }, &[(left, y(p)), (right, y(p))]);
        canvas.text("quiet", left - 6.0, y(p) + 4.0, Anchor::End, &data.language.whole_percent(p));
    }
    for quarter in 0..=4 {
        let share = f64::from(quarter) / 4.0;
        let anchor = if quarter == 4 { Anchor::End } else { Anchor::Middle };
        let shift = if quarter == 4 { RIGHT } else { 0.0 };
        canvas.text("quiet", x(share) + shift, bottom + 18.0, anchor, &data.language.whole_percent(share));
    }
    let letters = (right - left) / (SIZE * 0.56);
    let mut below = bottom + 38.0;
    for line in lines(data.across, letters) {
        canvas.text("quiet", left, below, Anchor::Start, &line);
        below += 16.0;
    }
    canvas.path("even", &[(left, y(data.even.0)), (right, y(data.even.0))]);
    if let Some((bound, _)) = data.bound {
        canvas.path("bound", &[(left, y(bound)), (right, y(bound))]);
    }
    // What is higher than the picture leaves it at its top.
    let corners = |sorted: &[f64]| {
        let all = corners(sorted);
        let inside = all.iter().take_while(|(_, p)| *p <= top).count();
        all.into_iter().take(inside + 1).map(|(share, p)| (x(share), y(p))).collect::<Vec<_>>()
    };
    if let Some((line, _)) = data.legacy {
        canvas.path("legacy", &corners(line));
    }
    canvas.path("lottery", &corners(data.lottery.0));
    if let (Some(smallest), Some(last)) = (data.lottery.0.first(), data.lottery.0.last()) {
        canvas.dot(x(0.0), y(*smallest));
        canvas.text("label", x(0.0) + 8.0, y(*smallest) + 18.0, Anchor::Start, data.ends.0);
        if *last <= top {
            canvas.dot(x(1.0), y(*last));
        }
        let words = if *last > top { data.beyond } else { data.ends.1 };
        canvas.text("label", right, y(*last).max(TOP) - 10.0, Anchor::End, words);
    }
    // Names below the picture, each beside a piece of its line.
    let named = [
        Some(("lottery", data.lottery.1)),
        data.bound.map(|(_, name)| ("bound", name)),
        Some(("even", data.even.1)),
        data.legacy.map(|(_, name)| ("legacy", name)),
    ];
    below += 8.0;
    for (class, name) in named.into_iter().flatten() {
        canvas.path(class, &[(0.0, below - 4.0), (40.0, below - 4.0)]);
        for line in lines(name, (width - 50.0) / (SIZE * 0.56)) {
            canvas.text("label", 50.0, below, Anchor::Start, &line);
            below += 17.0;
        }
        below += 3.0;
    }
    let names: Vec<&str> = named.into_iter().flatten().map(|(_, name)| name).collect();
    Chart {
        title: data.title.to_owned(),
        description: format!("{}; {}; {}.", data.ends.0, data.ends.1, names.join("; ")),
        width,
        height: below - 8.0,
        from_the_right,
        body: canvas.body(),
    }
}

/// The corners of a staircase over ascending probabilities, as share of the pool and probability: all of them, or an even choice.
fn corners(sorted: &[f64]) -> Vec<(f64, f64)> {
    let n = sorted.len();
    let mut corners: Vec<(f64, f64)> = Vec::new();
    let steps = n.min(CORNERS / 2);
    for step in 0..steps {
        let (from, to) = (step * n / steps, (step + 1) * n / steps);
        let p = sorted.get(usize::midpoint(from, to)).copied().unwrap_or(0.0);
        for corner in [(from as f64 / n as f64, p), (to as f64 / n as f64, p)] {
            // A corner on a level line between two others says nothing.
            if matches!(corners.as_slice(), [.., a, b] if a.1 == b.1 && b.1 == corner.1) {
                corners.pop();
            }
            corners.push(corner);
        }
    }
    corners
}

#[cfg(test)]
mod tests {
    use super::{Curves, corners, curves};
    use crate::language::Language;

    #[test]
    fn the_ends_and_the_names_are_told() {
        let line = [0.1, 0.1, 0.2, 1.0];
        let data = Curves {
            language: Language::En,
            title: "Chances",
            across: "share of the pool",
            lottery: (&line, "this lottery"),
            legacy: Some((&[0.0, 0.1, 0.3, 1.0], "greedy")),
            even: (0.35, "equal"),
            bound: Some((0.1, "proven")),
            ends: ("smallest 10 %", "largest 100 %"),
            beyond: "100 % is above",
        };
        let chart = curves(&data, 340.0);
        assert_eq!(chart.description, "smallest 10 %; largest 100 %; this lottery; proven; equal; greedy.");
        let svg = chart.standalone(Some("REHEARSAL"));
        for part in ["REHEARSAL \u{2013} Chances", "class=\"bound\"", "class=\"legacy\"", ">smallest 10 %<", ">equal<"]
        {
            assert!(svg.contains(part), "{part}\n{svg}");
        }
        assert!(!svg.contains("NaN") && svg.matches("<text").count() == svg.matches("</text>").count());
    }

    #[test]
    fn corners_are_few_and_in_their_places() {
        assert_eq!(corners(&[0.5, 0.5, 0.5]), [(0.0, 0.5), (1.0, 0.5)]);
        assert_eq!(corners(&[0.25, 0.5]), [(0.0, 0.25), (0.5, 0.25), (0.5, 0.5), (1.0, 0.5)]);
        assert!(corners(&(0..100_000).map(|n| f64::from(n) / 1e5).collect::<Vec<_>>()).len() <= 400);
        assert!(corners(&[]).is_empty());
    }
}
