//! What the screen says at each stage of the draw, before it is put anywhere.

use super::live::{Live, Stage};
use crate::language::{Value, Words};

/// What the screen says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct View {
    /// What is drawn for.
    pub title: String,
    /// That it is a rehearsal.
    pub mark: Option<String>,
    /// What this is about.
    pub heading: String,
    /// The digits so far, with `_` for each that is missing.
    pub digits: String,
    /// What more there is to say.
    pub lines: Vec<String>,
    /// The members to show, each as its number.
    pub members: Vec<u32>,
    /// Which keys do what.
    pub keys: String,
}

impl View {
    /// The view of a draw as it is now.
    pub fn new(live: &Live, words: &Words) -> Self {
        let room = live.room();
        let typed: String = live.digits().iter().map(ToString::to_string).collect();
        let missing = "_".repeat(live.count() - live.digits().len());
        let say = |id: &str, values: &[(&str, Value)]| words.say(id, values);
        let number = (&typed).into();
        let mut view = Self {
            title: say("sheet-title", &[("assembly", (&room.commitment.assembly).into())]),
            mark: room.commitment.mark.is_rehearsal().then(|| say("rehearsal", &[])),
            digits: typed.clone() + &missing,
            ..Self::default()
        };
        match live.stage() {
            Stage::Digits => {
                let left = live.remaining();
                let panels = if room.panels() > 1 { "live-sets" } else { "live-panels" };
                let next = (live.digits().len() + 1).into();
                view.heading = say("live-digit", &[("number", next), ("count", live.count().into())]);
                let ends = [room.ticket(left.first), room.ticket(left.last)];
                view.lines = vec![
                    say("live-tickets", &[("count", left.tickets().into())]),
                    say(panels, &[("count", left.panels().into())]),
                    say("live-range", &[("first", (&ends[0]).into()), ("last", (&ends[1]).into())]),
                ];
                view.keys = say("live-keys-digits", &[]);
            }
            Stage::Ticket => {
                view.heading = say("live-ticket", &[("ticket", number)]);
                view.lines = vec![say("live-right", &[])];
                view.keys = say("live-keys-ticket", &[]);
            }
            Stage::Members(panel) => {
                let seated = live.seated();
                view.heading = match seated.len() > 1 {
                    true => say("live-panel", &[("number", (panel + 1).into())]),
                    false => say("live-members", &[]),
                };
                view.heading = format!("{} \u{b7} {}", say("live-ticket", &[("ticket", number)]), view.heading);
                view.members = seated.into_iter().nth(panel).unwrap_or_default();
                view.keys = say("live-keys-members", &[]);
            }
            Stage::Over | Stage::Left => {}
        }
        view
    }
}
