//! Draws citizens' assemblies by the fairest possible lottery, and leaves a record that anyone can check.
//!
//! Data moves in one direction: `read` → `instance` → `types` → `solve` → `lottery` → `draw` → `record` → `report`;
//! `verify` reads a record and nothing else. `ARCHITECTURE.md` says what each module may use.

pub mod alternates;
pub mod apportion;
pub mod ceremony;
pub mod clinic;
pub mod compare;
pub mod derive;
pub mod districts;
pub mod draw;
pub mod generate;
pub mod health;
pub mod instance;
pub mod invite;
pub mod language;
pub mod leak;
pub mod lottery;
pub mod read;
pub mod record;
pub mod report;
pub mod sample;
pub mod seating;
pub mod settings;
pub mod solve;
pub mod split;
pub mod turnover;
pub mod types;
pub mod verify;
