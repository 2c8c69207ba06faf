//! A clash in words.

use super::Clash;
use crate::instance::Instance;

impl Clash {
    /// Temporary.
    pub fn sentences(&self, _: &Instance) -> Vec<String> {
        vec![format!("{:?}", self.rules)]
    }
}
