//! A clash in words.
