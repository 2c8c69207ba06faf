//! Quotas and a pool, cut apart at the first NUL byte, become an instance or problems with words.

#![no_main]

use klero::instance::{Settings, build};
use klero::read::read_csv;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let mut parts = bytes.splitn(2, |byte| *byte == 0);
    let mut table = || read_csv("t.csv", parts.next().unwrap_or_default());
    if let (Ok(quotas), Ok(pool)) = (table(), table()) {
        match build(&quotas, &pool, &Settings::of_size(2)) {
            Ok(built) => assert!(built.instance.members().len() >= 2),
            Err(problems) => {
                assert!(!problems.is_empty());
                for problem in problems {
                    assert!(!problem.to_string().is_empty() && !problem.help().is_empty());
                }
            }
        }
    }
});
