//! Groups of people side by side: their shares of the population, the pool and the panel, and which shares the quotas allow.

use super::Chart;
use super::canvas::{Anchor, Canvas, SIZE, shortened, width_of};
use crate::language::{Direction, Language};

/// What a bar is a share of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ShareKind {
    /// The population.
    Population,
    /// The pool.
    Pool,
    /// The panel, or an average over panels.
    Panel,
}

/// One bar.
#[derive(Debug, Clone, PartialEq)]
pub struct Share {
    /// Of what.
    pub kind: ShareKind,
    /// How large, from 0 to 1.
    pub share: f64,
    /// What stands at its end.
    pub label: String,
}

/// One group.
#[derive(Debug, Clone, PartialEq)]
pub struct ShareRow {
    /// The group.
    pub name: String,
    /// The quota in words.
    pub quota: String,
    /// The least and the largest share of the panel that the quota allows.
    pub allowed: (f64, f64),
    /// The bars, those of the panel last.
    pub bars: Vec<Share>,
}

const WIDTH: f64 = 340.0;
const NAME: f64 = 18.0;
const LINE: f64 = 17.0;
const GAP: f64 = 12.0;
const BAR: f64 = 10.0;
/// Between a bar and its label.
const SPACE: f64 = 6.0;
/// The bars' room at least, where labels are long.
const LEAST: f64 = 120.0;

/// The groups of one category. `title` says what it is.
pub fn shares(title: String, rows: &[ShareRow], language: Language) -> Chart {
    let from_the_right = language.direction() == Direction::RightToLeft;
    let label = rows.iter().flat_map(|row| &row.bars).map(|bar| width_of(&bar.label)).fold(0.0, f64::max);
    let room = (WIDTH - label - SPACE).max(LEAST);
    let shares = rows.iter().flat_map(|row| row.bars.iter().map(|bar| bar.share).chain([row.allowed.1]));
    let most = shares.fold(0.0, f64::max).clamp(0.01, 1.0);
    let length = |share: f64| (share.clamp(0.0, most) / most * room).max(1.0);
    let mut canvas = Canvas::new(WIDTH, from_the_right);
    let mut y = 0.0;
    for row in rows {
        let quota = width_of(&row.quota);
        canvas.name(y + SIZE, &shortened(&row.name, (WIDTH - quota) / (SIZE * 0.6) - 2.0));
        canvas.text("quiet", WIDTH, y + SIZE, Anchor::End, &row.quota);
        y += NAME;
        let mut first_panel = true;
        for bar in &row.bars {
            let class = match bar.kind {
                ShareKind::Population => "population",
                ShareKind::Pool => "pool",
                ShareKind::Panel => "panel",
            };
            let (long, top) = (length(bar.share), y + (LINE - BAR) / 2.0);
            canvas.rect(class, 0.0, top, long, BAR);
            let mut end = long;
            if bar.kind == ShareKind::Panel && first_panel {
                first_panel = false;
                let panels = row.bars.iter().filter(|bar| bar.kind == ShareKind::Panel).count() as f64;
                let (least, greatest) = (length(row.allowed.0), length(row.allowed.1));
                let (above, below) = (top - 3.0, top + BAR + 3.0 + (panels - 1.0) * LINE);
                let arms = if greatest - least < 8.0 { 0.0 } else { 4.0 };
                canvas.path("bracket", &[(least + arms, above), (least, above), (least, below), (least + arms, below)]);
                canvas.path(
                    "bracket",
                    &[(greatest - arms, above), (greatest, above), (greatest, below), (greatest - arms, below)],
                );
            }
            if bar.kind == ShareKind::Panel {
                end = end.max(length(row.allowed.1));
            }
            canvas.text("label", end + SPACE, y + SIZE, Anchor::Start, &bar.label);
            y += LINE;
        }
        y += GAP;
    }
    let description = rows.iter().map(|row| {
        let bars = row.bars.iter().map(|bar| bar.label.clone());
        let parts: Vec<String> = std::iter::once(row.quota.clone()).chain(bars).collect();
        language.named(&row.name, &language.parts(&parts)) + "."
    });
    Chart {
        title,
        description: description.collect::<Vec<_>>().join(" "),
        width: WIDTH,
        height: y - GAP + 4.0,
        from_the_right,
        body: canvas.body(),
    }
}

#[cfg(test)]
mod tests {
    use super::{Share, ShareKind, ShareRow, shares};
    use crate::language::Language;

    #[test]
    fn bars_are_as_long_as_their_shares() {
        let bar = |kind, share: f64, label: &str| Share { kind, share, label: label.to_owned() };
        let row = ShareRow {
            name: "R&D".to_owned(),
            quota: "quota 1–2".to_owned(),
            allowed: (0.25, 0.5),
            bars: vec![bar(ShareKind::Pool, 0.5, "pool 50 %"), bar(ShareKind::Panel, 0.25, "panel 1")],
        };
        let chart = shares("Title".to_owned(), &[row], Language::En);
        assert_eq!(chart.description, "R&D: quota 1–2; pool 50 %; panel 1.");
        let svg = chart.inline("x", "chart");
        assert!(svg.contains("R&amp;D") && !svg.contains("R&D"), "{svg}");
        let width = |class: &str| {
            let rest = svg.split(&format!("<rect class=\"{class}\"")).nth(1)?;
            rest.split("width=\"").nth(1)?.split('"').next()?.parse::<f64>().ok()
        };
        let (pool, panel) = (width("pool").unwrap_or_default(), width("panel").unwrap_or_default());
        assert!(panel > 10.0 && (pool - 2.0 * panel).abs() < 0.11, "{svg}");
        assert_eq!(svg.matches("class=\"bracket\"").count(), 2);
    }
}
