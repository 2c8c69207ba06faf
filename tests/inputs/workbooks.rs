//! Workbooks made of parts that are written out as text.

use std::io::{Cursor, Write};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// The parts in a text, each below a line `== NAME`, as a ZIP archive. White space around a part is left out.
pub fn packed(parts: &str) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for part in format!("\n{parts}").split("\n== ").skip(1) {
        let (name, text) = part.split_once('\n').unwrap();
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.trim().as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}
