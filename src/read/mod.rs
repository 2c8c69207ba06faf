//! Bytes of CSV become rows that remember their line; nothing here knows what a pool or a quota is.
