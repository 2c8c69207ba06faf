//! Progress on standard error: what is being done, how far it is, and for how long it has been going on. Only on a terminal: nothing that is
//! piped or kept holds a time.

use std::cell::RefCell;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use indicatif::{HumanDuration, ProgressBar, ProgressStyle};
use klero::clinic::Progress as Examination;
use klero::report::percent;
use klero::solve::Progress;

use super::{say, speech};

/// A bar counts whole percent, rounded down: it says 100 only where all is done.
const STEPS: u64 = 100;

/// How often the time is shown anew: long programs say nothing meanwhile, and whoever waits should see that all is well.
const TICK: Duration = Duration::from_millis(250);

/// The bar that is shown, so that it can be taken away where the program ends.
static SHOWN: Mutex<Option<ProgressBar>> = Mutex::new(None);

/// A line that shows what is going on, and disappears. With `--verbose` each phase leaves a line that says how long it took.
pub struct Bar {
    bar: ProgressBar,
    phase: RefCell<Option<(&'static str, Instant)>>,
}

impl Bar {
    /// A new bar.
    pub fn new() -> Self {
        Self::of(STEPS)
    }

    /// One that counts to a number.
    pub fn of(steps: u64) -> Self {
        let bar = if say::is_quiet() { ProgressBar::hidden() } else { ProgressBar::new(steps) };
        if !bar.is_hidden() {
            set_style(&bar, "{prefix}");
            bar.enable_steady_tick(TICK);
            *SHOWN.lock().unwrap_or_else(PoisonError::into_inner) = Some(bar.clone());
        }
        Self { bar, phase: RefCell::new(None) }
    }

    /// One for something that takes a while, of which nobody knows how far it is.
    pub fn during(phase: &'static str) -> Self {
        let bar = Self::new();
        bar.tell(phase, String::new(), None);
        bar
    }

    /// So many of the steps are done; the phase is named with each.
    pub fn step(&self, phase: &'static str, done: u64) {
        self.tell(phase, String::new(), Some(done));
    }

    /// Shows a step of the solver.
    pub fn show(&self, progress: Progress) {
        match progress {
            Progress::Stage { done, types } => self.tell(
                "Finding the fairest chances",
                format!("{done} of {types} member types settled"),
                Some(done as u64 * STEPS / (types as u64).max(1)),
            ),
            Progress::Tickets { done, tickets } => {
                let part = done as f64 / tickets.max(1) as f64;
                let text = format!("{} of the tickets stand for a panel", percent(part));
                self.tell("Putting panels together", text, Some((part * STEPS as f64) as u64));
            }
            Progress::Cutting { cuts } => {
                self.tell("Ruling out what no panel can do", format!("round {cuts}"), None);
            }
            Progress::Mixing => self.tell("Fitting the last panels", String::new(), None),
        }
    }

    /// Shows that alternates were found, for so many of the numbers that are looked at.
    pub fn choose(&self, done: usize, most: usize) {
        let part = done as u64 * STEPS / (most as u64).max(1);
        self.tell("Looking for the best alternates", format!("{done} of {most} found"), Some(part));
    }

    /// Shows a step of the clinic.
    pub fn examine(&self, step: Examination) {
        let (phase, found) = match step {
            Examination::Panels => ("Looking for a panel", String::new()),
            Examination::Clash => ("Finding out why there is none", String::new()),
            Examination::Repairs(found) => ("Looking for what would help", format!("{found} found")),
            Examination::Everybody(found) => {
                ("Looking for what would give everybody a chance", format!("{found} found"))
            }
            Examination::Seatless(found) => {
                ("Finding out why some can sit on no panel", format!("{found} reasons found"))
            }
        };
        self.tell(phase, found, None);
    }

    fn tell(&self, phase: &'static str, detail: String, position: Option<u64>) {
        if self.bar.is_hidden() {
            return;
        }
        let mut now = self.phase.borrow_mut();
        if now.is_none_or(|(before, _)| before != phase) {
            self.close(now.replace((phase, Instant::now())));
        }
        let template = match position {
            Some(_) => "{prefix}  {percent:>3} %  {elapsed}  {wide_msg}",
            None => "{prefix}  {elapsed}  {wide_msg}",
        };
        self.bar.set_message(speech::said(&detail));
        self.bar.set_prefix(speech::said(phase));
        self.bar.set_position(position.unwrap_or_default());
        set_style(&self.bar, template);
    }

    /// Says how long a phase took.
    fn close(&self, phase: Option<(&'static str, Instant)>) {
        if let Some((phase, start)) = phase.filter(|_| say::is_verbose() && !self.bar.is_hidden()) {
            say::done(format_args!("{phase}, in {}", HumanDuration(start.elapsed())));
        }
    }
}

impl Drop for Bar {
    fn drop(&mut self) {
        self.close(self.phase.borrow_mut().take());
        self.bar.finish_and_clear();
        *SHOWN.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }
}

fn set_style(bar: &ProgressBar, template: &str) {
    if let Ok(style) = ProgressStyle::with_template(template) {
        bar.set_style(style);
    }
}

/// Does what writes on the terminal while the bar, if there is one, is away.
pub fn aside(write: impl FnOnce()) {
    let bar = SHOWN.lock().unwrap_or_else(PoisonError::into_inner).clone();
    match bar {
        Some(bar) => bar.suspend(write),
        None => write(),
    }
}

/// Takes the bar away, if there is one.
pub fn clear() {
    if let Some(bar) = SHOWN.lock().unwrap_or_else(PoisonError::into_inner).take() {
        bar.finish_and_clear();
    }
}
