//! A settings file to begin with.

use super::toml_text::{derivation, line};
use super::{Choices, Key};

const HEAD: &str = "\
# Settings for klero: klero check --settings klero.toml, and the same with klero solve and klero draw.
#
# A line that begins with # says nothing; take the # away to make the setting hold. Below it stands what holds otherwise, or an example.
# Every setting is an option of the command line too, and what is given there wins. Names of files count from the folder of this file.
# A seed is never read from here.
";

const DERIVE: &str = "
# Derived columns: new columns that stand behind those of the pool. Rules are applied in order; one may use what another derived.
# How many rows became what is shown, and the record holds the pool with the new columns.
";

const EXAMPLES: &str = "
# Ages, from dates of birth on a stated day. The dates are YYYY-MM-DD; format = \"DD.MM.YYYY\", \"DD/MM/YYYY\" or \"MM/DD/YYYY\" says otherwise.
# From years of birth, state a year: at = 2026 gives the age that is reached in it.
#[[derive]]
#column = \"age_band\"
#from = \"birth_date\"
#at = \"2026-11-22\"
#bands = [\"16-29\", \"30-44\", \"45-64\", \"65+\"]

# Bands of numbers; both ends belong to a band.
#[[derive]]
#column = \"income_band\"
#from = \"income\"
#bands = [\"-1500\", \"1501-3000\", \"3001+\"]

# Many values to few. With other = \"…\", values that are not named become that; without it they are a mistake.
#[[derive]]
#column = \"education\"
#from = \"schooling\"
#recode = { low = [\"none\", \"primary\"], high = [\"university\", \"college\"] }
";

/// A settings file with a comment on every setting: what was chosen is filled in, the rest stands there commented out.
pub fn template(choices: &Choices) -> String {
    let mut text = HEAD.to_owned();
    for key in Key::ALL {
        text.push('\n');
        for about in key.about() {
            text += &format!("# {about}\n");
        }
        text += &match choices.get(key) {
            Some(given) => format!("{}\n", line(key, &given.value)),
            None => format!("#{}\n", line(key, &key.example())),
        };
    }
    text += DERIVE;
    if choices.derivations().is_empty() {
        text += EXAMPLES;
    }
    for given in choices.derivations() {
        text += &format!("\n[[derive]]\n{}", derivation(&given.value));
    }
    text
}
