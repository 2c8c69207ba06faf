//! Progress on standard error, shown only on a terminal.

use indicatif::{ProgressBar, ProgressStyle};
use klero::clinic::Progress as Examination;
use klero::solve::Progress;

const STEPS: u64 = 1000;

/// A bar that shows what the solver is doing, and disappears.
pub struct Bar(ProgressBar);

impl Bar {
    /// A new bar.
    pub fn new() -> Self {
        let bar = ProgressBar::new(STEPS);
        if let Ok(style) = ProgressStyle::with_template("{msg} {wide_bar} {percent} %  {elapsed}") {
            bar.set_style(style);
        }
        Self(bar)
    }

    /// Shows a step.
    pub fn show(&self, progress: Progress) {
        match progress {
            Progress::Stage { done, types } => {
                self.0.set_message("Finding the fairest chances");
                self.0.set_position(done as u64 * STEPS / (types as u64).max(1));
            }
            Progress::Tickets { done, tickets } => {
                self.0.set_message("Putting panels together   ");
                self.0.set_position((done * i128::from(STEPS) / tickets.max(1)) as u64);
            }
            Progress::Cutting { .. } => self.0.set_message("Ruling out what no panel can do"),
            Progress::Mixing => self.0.set_message("Fitting the last panels   "),
        }
    }
}

impl Bar {
    /// Shows a step of the clinic.
    pub fn examine(&self, step: Examination) {
        let text = match step {
            Examination::Panels => "Looking for a panel".to_owned(),
            Examination::Clash => "Finding out why there is none".to_owned(),
            Examination::Repairs(found) => format!("Looking for what would help ({found} found)"),
            Examination::Everybody(found) => format!("Looking for what would give everybody a chance ({found} found)"),
            Examination::Seatless(found) => format!("Finding out why some can sit on no panel ({found} reasons found)"),
        };
        self.0.set_message(text);
    }
}

impl Drop for Bar {
    fn drop(&mut self) {
        self.0.finish_and_clear();
    }
}
