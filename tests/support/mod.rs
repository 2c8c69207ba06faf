//! What integration tests share. Bring it in with `mod support;`.
//!
//! Nothing here uses the library: what checks the engine must not be able to share a mistake with it.
#![allow(dead_code, reason = "every test binary compiles this module and uses a different part of it")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on must stop loudly")]

pub mod difference;
pub mod oracle;
pub mod population;
pub mod random;
pub mod simplex;
