//! Ctrl-C: what was begun and is not whole is removed, and one sentence says what stands.
//!
//! Whoever makes or names a file holds [`hold`] while doing so, and says what it began. The thread that waits for the signal takes the same
//! hold and never gives it back: after it has tidied up, nothing can be made any more until the program ends.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use std::{fs, io, process, thread};

use signal_hook::consts::{SIGINT, SIGTERM};

use super::say;

/// What a shell says of a program that Ctrl-C has ended.
pub const CODE: u8 = 130;

/// How long a signal may wait. Shorter is not felt, and costs more.
const WAIT: Duration = Duration::from_millis(30);

/// What this run has made so far.
struct Work {
    /// What is not whole yet, and has a name that nobody else uses.
    begun: BTreeSet<PathBuf>,
    /// Folders that were made so that others can stand in them, outermost first.
    folders: Vec<PathBuf>,
    /// What is whole.
    standing: BTreeSet<PathBuf>,
    /// Gives back a terminal that is not as it was found.
    give_back: Option<fn()>,
}

static WORK: Mutex<Work> =
    Mutex::new(Work { begun: BTreeSet::new(), folders: Vec::new(), standing: BTreeSet::new(), give_back: None });

/// As long as it lives, no signal stops the program.
pub struct Held(MutexGuard<'static, Work>);

/// Waits with any signal until the answer is dropped.
pub fn hold() -> Held {
    Held(WORK.lock().unwrap_or_else(PoisonError::into_inner))
}

impl Held {
    /// This file or folder is about to be made; it is removed if a signal comes.
    pub fn begin(&mut self, path: &Path) {
        self.0.begun.insert(path.to_owned());
    }

    /// This file or folder is not to be removed any more, because it is gone already or has become something that stands.
    pub fn end(&mut self, path: &Path) {
        self.0.begun.remove(path);
    }

    /// This file or folder is whole.
    pub fn stands(&mut self, path: &Path) {
        self.end(path);
        self.0.standing.insert(path.to_owned());
    }

    /// The terminal is not as it was found; this gives it back if a signal comes. `None`: it is as it was.
    pub fn gives_back(&mut self, give_back: Option<fn()>) {
        self.0.give_back = give_back;
    }

    /// Makes a folder, and those that it stands in. Those that nothing was put into go again if a signal comes.
    pub fn folders(&mut self, path: &Path) -> io::Result<()> {
        let missing = path.ancestors().take_while(|above| !above.as_os_str().is_empty() && !above.exists());
        let mut missing: Vec<PathBuf> = missing.map(Path::to_owned).collect();
        missing.reverse();
        self.0.folders.extend(missing);
        fs::create_dir_all(path)
    }
}

/// From now on Ctrl-C and a request to end (SIGINT, SIGTERM) end the program cleanly.
pub fn watch() {
    let (asked, tidied) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicBool::new(false)));
    // Where nobody reads what is said, a second Ctrl-C ends the program without a word.
    for signal in [SIGINT, SIGTERM] {
        let _ = signal_hook::flag::register_conditional_shutdown(signal, CODE.into(), Arc::clone(&tidied));
    }
    let registered = [SIGINT, SIGTERM].map(|signal| signal_hook::flag::register(signal, Arc::clone(&asked)));
    if registered.iter().all(Result::is_err) {
        return; // The system ends the program at once then, as without this.
    }
    thread::spawn(move || {
        while !asked.load(Ordering::Relaxed) {
            thread::sleep(WAIT);
        }
        let mut held = hold();
        // Before anything is said, so that it can be read.
        if let Some(give_back) = held.0.give_back {
            give_back();
        }
        let told = tidy(&mut held.0);
        tidied.store(true, Ordering::SeqCst);
        super::progress::clear();
        say::wrong(format_args!("{told}\n"));
        process::exit(CODE.into())
    });
}

/// Removes what is not whole; the sentence about it.
fn tidy(work: &mut Work) -> String {
    let remove = |path: &PathBuf| {
        let gone = if path.is_dir() { fs::remove_dir_all(path) } else { fs::remove_file(path) };
        gone.is_err() && fs::symlink_metadata(path).is_ok()
    };
    let left: Vec<String> = work.begun.iter().filter(|path| remove(path)).map(|path| named(path)).collect();
    for folder in work.folders.iter().rev() {
        let _ = fs::remove_dir(folder); // Goes only if it is empty.
    }
    let mut told = match work.standing.iter().map(|path| named(path)).collect::<Vec<_>>().join(", ") {
        none if none.is_empty() => "Stopped: nothing was written.".to_owned(),
        whole => format!("Stopped: what was written before stands as it is: {whole}."),
    };
    if !left.is_empty() {
        told += &format!(" {} could not be removed, and may hold personal data: delete it.", left.join(", "));
    }
    told
}

fn named(path: &Path) -> String {
    path.display().to_string()
}
