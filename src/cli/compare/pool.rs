//! A pool's folder, read once, and leximin on it, computed once, whichever rule asks first.

use std::fmt::Display;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::time::Instant;

use klero::compare::{Outcome, PoolFacts, Rule, run};
use klero::instance::{Instance, Settings, build};
use klero::read::{Table, read_table};
use klero::sample::Draws;
use klero::types::typed;

/// A pool.
pub struct Pool {
    /// The folder's name.
    pub name: String,
    folder: PathBuf,
    size: Option<usize>,
    settings: Settings,
    instance: OnceLock<Result<Instance, String>>,
    leximin: OnceLock<Leximin>,
    minimum: OnceLock<f64>,
}

/// Leximin on a pool.
pub struct Leximin {
    /// What came of it.
    pub outcome: Result<Outcome, String>,
    /// How long it took.
    pub seconds: f64,
}

impl Pool {
    /// The pool in a folder, for panels of this size or of the one in the folder's name; the settings' own size does not count.
    pub fn new(folder: &Path, size: Option<usize>, settings: Settings) -> Self {
        let full = folder.canonicalize().unwrap_or_else(|_| folder.to_owned());
        let name = full.file_name().unwrap_or(full.as_os_str()).to_string_lossy().into_owned();
        let in_name = name.rsplit_once('_').and_then(|(_, number)| number.parse().ok());
        Self {
            folder: folder.to_owned(),
            size: size.or(in_name),
            settings,
            name,
            instance: OnceLock::new(),
            leximin: OnceLock::new(),
            minimum: OnceLock::new(),
        }
    }

    /// The instance, or the first problem with it and how many there are.
    pub fn instance(&self) -> Result<&Instance, &str> {
        self.instance.get_or_init(|| self.read()).as_ref().map_err(String::as_str)
    }

    /// Leximin on this pool.
    pub fn leximin(&self, draws: &Draws) -> &Leximin {
        self.leximin.get_or_init(|| {
            let start = Instant::now();
            let outcome = match self.instance() {
                Ok(instance) => run(Rule::Leximin, instance, draws).map_err(|error| error.to_string()),
                Err(error) => Err(error.to_owned()),
            };
            Leximin { outcome, seconds: start.elapsed().as_secs_f64() }
        })
    }

    /// Takes leximin's minimum from an earlier run.
    pub fn know_minimum(&self, minimum: f64) {
        let _ = self.minimum.set(minimum);
    }

    /// Leximin's minimum, if there is one.
    pub fn minimum(&self, draws: &Draws) -> Option<f64> {
        if let Some(&minimum) = self.minimum.get() {
            return Some(minimum);
        }
        let outcome = self.leximin(draws).outcome.as_ref().ok()?;
        outcome.probabilities.iter().copied().min_by(f64::total_cmp)
    }

    /// What a row says of the pool.
    pub fn facts(&self) -> PoolFacts {
        let counts = self.instance().ok().map(|instance| {
            let types = typed(instance).types.len();
            [instance.members().len(), instance.size(), instance.categories().len(), types]
        });
        PoolFacts { pool: self.name.clone(), counts }
    }

    fn read(&self) -> Result<Instance, String> {
        let size = self.size.ok_or("the folder's name does not end in _ and a panel size, and --size is not given")?;
        let quotas = self.table(["quotas.csv", "categories.csv"])?;
        let pool = self.table(["pool.csv", "respondents.csv"])?;
        let settings = Settings { size, ..self.settings.clone() };
        build(&quotas, &pool, &settings).map(|built| built.instance).map_err(|problems| first(&problems))
    }

    fn table(&self, names: [&str; 2]) -> Result<Table, String> {
        let name = names.into_iter().find(|name| self.folder.join(name).exists());
        let name = name.ok_or_else(|| format!("there is neither {} nor {}", names[0], names[1]))?;
        let bytes = std::fs::read(self.folder.join(name)).map_err(|error| format!("cannot read {name}: {error}"))?;
        read_table(name, &bytes).map(|reading| reading.table).map_err(|problems| first(&problems))
    }
}

fn first(problems: &[impl Display]) -> String {
    let more = match problems.len() {
        0 | 1 => String::new(),
        many => format!(" (the first of {many} problems)"),
    };
    problems.first().map(|problem| format!("{problem}{more}")).unwrap_or_default()
}
