//! Draws citizens' assemblies by the fairest possible lottery, and leaves a record that anyone can check.
//!
//! Data moves in one direction: `read` → `instance` → `types` → `solve` → `lottery` → `draw` → `record` → `report`;
//! `verify` reads a record and nothing else. `ARCHITECTURE.md` says what each module may use.

pub mod compare;
pub mod draw;
pub mod generate;
pub mod instance;
pub mod leak;
pub mod lottery;
pub mod read;
pub mod record;
pub mod report;
pub mod sample;
pub mod seating;
pub mod solve;
pub mod types;
pub mod verify;
