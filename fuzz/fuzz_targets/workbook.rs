//! Workbooks whose sheet, texts and formats are any text at all: the archive around them is sound, so that the fuzzer reaches what is inside.
//!
//! The input is cut at NUL bytes into the sheet, the texts and the formats.

#![no_main]

use std::io::{Cursor, Write};

use klero::read::{csv_text, read_csv, read_table};
use libfuzzer_sys::fuzz_target;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

const KIND: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

fn workbook(parts: [&[u8]; 3]) -> Vec<u8> {
    let root = format!(
        "<Relationships><Relationship Id=\"a\" Type=\"{KIND}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
    );
    let relations = format!(
        "<Relationships><Relationship Id=\"b\" Type=\"{KIND}/worksheet\" Target=\"s.xml\"/>\
         <Relationship Id=\"c\" Type=\"{KIND}/sharedStrings\" Target=\"t.xml\"/>\
         <Relationship Id=\"d\" Type=\"{KIND}/styles\" Target=\"f.xml\"/></Relationships>"
    );
    let [sheet, texts, formats] = parts;
    let files: [(&str, &[u8]); 6] = [
        ("_rels/.rels", root.as_bytes()),
        ("xl/workbook.xml", b"<workbook><sheets><sheet name=\"S\" r:id=\"b\"/></sheets></workbook>"),
        ("xl/_rels/workbook.xml.rels", relations.as_bytes()),
        ("xl/s.xml", sheet),
        ("xl/t.xml", texts),
        ("xl/f.xml", formats),
    ];
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, bytes) in files {
        zip.start_file(name, options).expect("a part");
        zip.write_all(bytes).expect("its bytes");
    }
    zip.finish().expect("an archive").into_inner()
}

fuzz_target!(|bytes: &[u8]| {
    let mut parts = bytes.splitn(3, |byte| *byte == 0);
    let mut next = || parts.next().unwrap_or_default();
    if let Ok(reading) = read_table("pool.xlsx", &workbook([next(), next(), next()])) {
        let again = read_csv("record.csv", csv_text(&reading.table).as_bytes()).expect("plain CSV");
        assert_eq!(again.header, reading.table.header);
        assert!(again.rows.iter().map(|row| &row.cells).eq(reading.table.rows.iter().map(|row| &row.cells)));
    }
});
