//! Everybody's chances in order, from the smallest to the largest.

use super::Chart;
use super::canvas::{Anchor, Canvas, SIZE, lines, step, width_of};
use crate::language::Language;

/// Everybody's chances under one rule.
#[derive(Debug, Clone)]
pub struct Line<'a> {
    /// The chances, ascending.
    pub chances: &'a [f64],
    /// The rule.
    pub name: &'a str,
    /// The smallest and the largest of them in words.
    pub ends: (String, String),
}

/// What is drawn. Every name says what its line is, with its number where it has one.
#[derive(Debug, Clone)]
pub struct Curves<'a> {
    /// The language.
    pub language: Language,
    /// What the chart shows.
    pub title: &'a str,
    /// The axis along the bottom.
    pub across: &'a str,
    /// The lottery.
    pub lottery: Line<'a>,
    /// That some have no chance in it.
    pub none: Option<&'a str>,
    /// The greedy rule.
    pub legacy: Option<Line<'a>>,
    /// The same chance for everybody.
    pub even: (f64, &'a str),
    /// What is proven to be the best smallest chance.
    pub bound: Option<(f64, &'a str)>,
    /// The words at the top, where the largest chances are higher than the picture.
    pub beyond: &'a str,
}

/// Corners of a line at most.
const CORNERS: usize = 400;
const TOP: f64 = 26.0;
const PLOT: f64 = 260.0;
const RIGHT: f64 = 10.0;
/// Between a point of the lottery's line and the foot of the words above it; and below it.
const ABOVE: f64 = 10.0;
const BELOW: f64 = 18.0;
/// The picture ends this many times above the chance that nine tenths of the members do not exceed, and above equal chances.
const HEADROOM: f64 = 1.6;

/// The curves in a picture of this width.
pub fn curves(data: &Curves, width: f64) -> Chart {
    let from_the_right = data.language.direction().html() == "rtl";
    let all = [Some(data.lottery.chances), data.legacy.as_ref().map(|legacy| legacy.chances)];
    let largest = all.iter().flatten().filter_map(|line| line.last()).fold(data.even.0, |most: f64, p| most.max(*p));
    let usual = all
        .iter()
        .flatten()
        .filter_map(|line| line.get(line.len() * 9 / 10))
        .fold(data.even.0, |most: f64, p| most.max(*p));
    // What is proven stands on the axis, also where most people have no chance.
    let highest = (usual * HEADROOM).min(largest).max(data.bound.map_or(0.0, |(bound, _)| bound));
    let grid = step(highest);
    let top = (highest / grid - TOUCHES).ceil().max(1.0) * grid;
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
    if let Some(legacy) = &data.legacy {
        canvas.path("legacy", &corners(legacy.chances));
    }
    canvas.path("lottery", &corners(data.lottery.chances));
    if let (Some(smallest), Some(last)) = (data.lottery.chances.first(), data.lottery.chances.last()) {
        canvas.dot(x(0.0), y(*smallest));
        // Below the line, unless the numbers of the axis are there.
        let foot = y(*smallest) + BELOW;
        let foot = if foot > bottom - 4.0 { y(*smallest) - ABOVE } else { foot };
        canvas.text("label", x(0.0) + 8.0, foot, Anchor::Start, &data.lottery.ends.0);
        if *last <= top {
            canvas.dot(x(1.0), y(*last));
        }
        let words = if *last > top { data.beyond } else { &data.lottery.ends.1 };
        canvas.text("label", right, y(*last).max(TOP) - ABOVE, Anchor::End, words);
    }
    // Names below the picture, each beside a piece of its line.
    let named = [
        Some(("lottery", data.lottery.name)),
        data.none.map(|none| ("", none)),
        data.bound.map(|(_, name)| ("bound", name)),
        Some(("even", data.even.1)),
        data.legacy.as_ref().map(|legacy| ("legacy", legacy.name)),
    ];
    below += 8.0;
    for (class, name) in named.into_iter().flatten() {
        if !class.is_empty() {
            canvas.path(class, &[(0.0, below - 4.0), (40.0, below - 4.0)]);
        }
        for line in lines(name, (width - 50.0) / (SIZE * 0.56)) {
            canvas.text("label", 50.0, below, Anchor::Start, &line);
            below += 17.0;
        }
        below += 3.0;
    }
    let told = |line: &Line| {
        let (least, most) = line.ends.clone();
        format!("{} ({})", line.name, data.language.list(&[least, most]))
    };
    let rest = [data.none, data.bound.map(|(_, name)| name), Some(data.even.1)];
    let parts = std::iter::once(told(&data.lottery)).chain(rest.into_iter().flatten().map(str::to_owned));
    let parts: Vec<String> = parts.chain(data.legacy.as_ref().map(told)).collect();
    Chart {
        title: data.title.to_owned(),
        description: data.language.parts(&parts) + ".",
        width,
        height: below - 8.0,
        from_the_right,
        body: canvas.body(),
    }
}

/// What rounding may add to a chance that is on a line of the grid, in parts of the grid.
const TOUCHES: f64 = 1e-9;

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
    use super::{Curves, Line, PLOT, TOP, corners, curves};
    use crate::language::Language;
    use crate::report::chart::Chart;

    fn line<'a>(chances: &'a [f64], name: &'a str) -> Line<'a> {
        let word = |end: &str, chance: Option<&f64>| format!("{end} {:.0} %", chance.map_or(0.0, |p| p * 100.0));
        Line { chances, name, ends: (word("smallest", chances.first()), word("largest", chances.last())) }
    }

    fn chart(chances: &[f64], language: Language, bound: f64) -> Chart {
        let data = Curves {
            language,
            title: "Chances",
            across: "share of the pool",
            lottery: line(chances, "this lottery"),
            none: (chances.first() == Some(&0.0)).then_some("some have none"),
            legacy: Some(line(&[0.0, 0.1, 0.3, 1.0], "greedy")),
            even: (0.35, "equal"),
            bound: Some((bound, "proven")),
            beyond: "100 % is above",
        };
        curves(&data, 340.0)
    }

    #[test]
    fn the_ends_and_the_names_are_told() {
        let chart = chart(&[0.1, 0.1, 0.2, 1.0], Language::En, 0.1);
        let told =
            "this lottery (smallest 10 % and largest 100 %); proven; equal; greedy (smallest 0 % and largest 100 %).";
        assert_eq!(chart.description, told);
        let svg = chart.standalone(Some("REHEARSAL"), None);
        for part in ["REHEARSAL \u{2013} Chances", "class=\"bound\"", "class=\"legacy\"", ">smallest 10 %<", ">equal<"]
        {
            assert!(svg.contains(part), "{part}\n{svg}");
        }
        assert!(!svg.contains("NaN") && svg.matches("<text").count() == svg.matches("</text>").count());
    }

    /// The numbers after `y="` of the text, or `M` of the path.
    fn height(svg: &str, of: &str) -> f64 {
        let line = svg.lines().find(|line| line.contains(of)).unwrap_or_default();
        let path = || line.split("d=\"M").nth(1)?.split(' ').nth(1);
        let after = if line.starts_with("<text") { line.split(" y=\"").nth(1) } else { path() };
        let digits: String =
            after.unwrap_or_default().chars().take_while(|c| c.is_ascii_digit() || *c == '.').collect();
        digits.parse().unwrap_or(f64::NAN)
    }

    #[test]
    fn the_bound_is_on_the_axis_and_words_keep_off_its_numbers() {
        // Most have no chance; equal chances would be small, and what is proven for the others is far above.
        let mut chances = vec![0.0; 95];
        chances.extend([0.6; 5]);
        let draw = |bound: f64| {
            let data = Curves {
                language: Language::En,
                title: "Chances",
                across: "share of the pool",
                lottery: line(&chances, "this lottery"),
                none: Some("some have none"),
                legacy: None,
                even: (0.03, "equal"),
                bound: Some((bound, "proven")),
                beyond: "60 % is above",
            };
            curves(&data, 340.0).inline("x", "chart")
        };
        // On an axis up to 60 %, what is proven stands at the top, with its number; a lower one is where its number is.
        let (svg, low) = (draw(0.6), draw(0.03));
        assert!((height(&svg, "class=\"bound\"") - TOP).abs() < 0.11 && !svg.contains("is above"), "{svg}");
        assert!((height(&svg, ">60\u{a0}%<") - TOP - 4.0).abs() < 0.11, "{svg}");
        assert!((height(&low, "class=\"bound\"") + 4.0 - height(&low, ">3\u{a0}%<")).abs() < 0.11, "{low}");
        assert!(low.contains("is above"));
        // The numbers of the axis stand below the plot, the words above its lowest line.
        for svg in [&svg, &low] {
            assert!(height(svg, ">smallest 0 %<") < TOP + PLOT, "{svg}");
            assert!(height(svg, ">25\u{a0}%<") > TOP + PLOT, "{svg}");
        }
    }

    #[test]
    fn parts_are_told_in_the_form_of_the_language() {
        let told = |language| chart(&[0.0, 0.1], language, 0.1).description;
        assert!(told(Language::Fr).contains(")\u{202f}; some have none\u{202f}; proven"));
        assert!(told(Language::Ar).contains(")\u{61b} some have none\u{61b} proven"));
    }

    #[test]
    fn corners_are_few_and_in_their_places() {
        assert_eq!(corners(&[0.5, 0.5, 0.5]), [(0.0, 0.5), (1.0, 0.5)]);
        assert_eq!(corners(&[0.25, 0.5]), [(0.0, 0.25), (0.5, 0.25), (0.5, 0.5), (1.0, 0.5)]);
        assert!(corners(&(0..100_000).map(|n| f64::from(n) / 1e5).collect::<Vec<_>>()).len() <= 400);
        assert!(corners(&[]).is_empty());
    }
}
