//! Workbooks: made of parts that are written out as text, taken apart again, and too large ones.

use std::io::{Cursor, Read, Write};

use klero::read::{ReadProblem, read_table};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

/// The parts in a text, each below a line `== NAME`, as a ZIP archive. White space around a part is left out.
pub fn packed(parts: &str) -> Vec<u8> {
    let parts = format!("\n{parts}");
    let parts = parts.split("\n== ").skip(1).map(|part| {
        let (name, text) = part.split_once('\n').unwrap();
        (name.to_owned(), text.trim().as_bytes().to_vec())
    });
    pack(&parts.collect::<Vec<_>>())
}

/// Parts as a ZIP archive.
pub fn pack(parts: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// The parts of a ZIP archive.
pub fn unpack(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let number = zip.len();
    let part = |index| {
        let mut part = zip.by_index(index).unwrap();
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).unwrap();
        (part.name().unwrap().into_owned(), bytes)
    };
    (0..number).map(part).collect()
}

/// A workbook with one sheet, of this XML between `<sheetData>` and `</sheetData>`.
fn workbook(sheet: &str) -> Vec<u8> {
    let kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    packed(&format!(
        "== _rels/.rels\n<Relationships><Relationship Id=\"a\" Type=\"{kind}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>\n\
         == xl/workbook.xml\n<workbook><sheets><sheet name=\"S\" r:id=\"b\"/></sheets></workbook>\n\
         == xl/_rels/workbook.xml.rels\n<Relationships><Relationship Id=\"b\" Type=\"{kind}/worksheet\" Target=\"s.xml\"/></Relationships>\n\
         == xl/s.xml\n<worksheet><sheetData>{sheet}</sheetData></worksheet>\n"
    ))
}

/// What a file is refused for.
fn code(bytes: &[u8]) -> String {
    match read_table("pool.xlsx", bytes) {
        Ok(reading) => reading.how.to_string(),
        Err(problems) => problems.iter().map(ReadProblem::code).collect::<Vec<_>>().join(" "),
    }
}

const ROW: &str = "<row><c><v>1</v></c><c><v>2</v></c></row>";

#[test]
fn an_archive_that_unpacks_to_much_more_than_a_workbook_is_not_unpacked() {
    let bomb = workbook(&(ROW.repeat(2) + &" ".repeat(66 << 20)));
    assert!(bomb.len() < 1 << 20, "{}", bomb.len());
    assert_eq!(code(&bomb), "large-workbook");
    // The same, with every size that is declared made small.
    let declared = u32::try_from(read_part(&bomb, "xl/s.xml")).unwrap().to_le_bytes();
    let mut lying = bomb;
    let mut changed = 0;
    for at in 0..lying.len() - 4 {
        if lying[at..at + 4] == declared {
            lying[at..at + 4].copy_from_slice(&1000_u32.to_le_bytes());
            changed += 1;
        }
    }
    assert_eq!(changed, 2);
    assert!(["large-workbook", "damaged-workbook"].contains(&code(&lying).as_str()), "{}", code(&lying));
    // What compresses as well as real sheets do is read.
    assert_eq!(code(&workbook(&ROW.repeat(2))), "an Excel workbook, sheet \"S\"");
    assert_eq!(code(&workbook(&(ROW.repeat(2) + &" ".repeat(10 << 20)))), "an Excel workbook, sheet \"S\"");
}

/// The size of a part.
fn read_part(bytes: &[u8], name: &str) -> usize {
    unpack(bytes).iter().find(|(part, _)| part == name).unwrap().1.len()
}

#[test]
fn cells_far_away_do_not_fill_the_memory() {
    let far = "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"XFD1\"><v>2</v></c></row>";
    let rows: String = (2..3100).map(|row| format!("<row r=\"{row}\"><c r=\"A{row}\"><v>1</v></c></row>")).collect();
    assert_eq!(code(&workbook(&(far.to_owned() + &rows))), "large-workbook");
    let near = far.replace("XFD", "XFC");
    let rows: String = (2..30).map(|row| format!("<row r=\"{row}\"><c r=\"A{row}\"><v>1</v></c></row>")).collect();
    assert_eq!(code(&workbook(&(near + &rows))), "an Excel workbook, sheet \"S\"");
}

/// A workbook with one sheet, and a list of texts and one of formats.
fn workbook_with(sheet: &str, texts: &str, formats: &str) -> Vec<u8> {
    let mut parts = unpack(&workbook(sheet));
    parts.retain(|(name, _)| name != "xl/_rels/workbook.xml.rels");
    let kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let relations = format!(
        "<Relationships><Relationship Id=\"b\" Type=\"{kind}/worksheet\" Target=\"s.xml\"/>\
         <Relationship Id=\"c\" Type=\"{kind}/sharedStrings\" Target=\"sharedStrings.xml\"/>\
         <Relationship Id=\"d\" Type=\"{kind}/styles\" Target=\"styles.xml\"/></Relationships>"
    );
    parts.push(("xl/_rels/workbook.xml.rels".to_owned(), relations.into_bytes()));
    parts.push(("xl/sharedStrings.xml".to_owned(), texts.as_bytes().to_vec()));
    parts.push(("xl/styles.xml".to_owned(), formats.as_bytes().to_vec()));
    pack(&parts)
}

/// The text of the cells of a workbook's first sheet as calamine has them; `None` if it panics or refuses the file.
fn by_calamine(bytes: &[u8]) -> Option<Vec<String>> {
    use calamine::Reader as _;
    let read = || {
        let mut book: calamine::Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(bytes)).ok()?;
        let range = book.worksheet_range("S").ok()?;
        Some(range.used_cells().map(|(_, _, cell)| cell.to_string()).collect())
    };
    std::panic::catch_unwind(read).ok().flatten()
}

/// What `docs/dependencies.md` says of the crate for workbooks that we do not use.
#[test]
fn what_is_said_of_calamine() {
    let formats = "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"00000\"/></numFmts>\
                   <cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/></cellXfs></styleSheet>";
    let row = "<row><c s=\"1\"><v>1067</v></c><c><v>12345678901234567890</v></c></row>";
    let sound = workbook_with(&row.repeat(2), "<sst></sst>", formats);
    assert_eq!(by_calamine(&sound).unwrap()[..2], ["1067", "12345678901234567000"]);
    assert_eq!(read_table("s", &sound).unwrap().table.rows[0].cells, ["01067", "12345678901234567890"]);
    // A number of texts that is only claimed.
    let claimed =
        workbook_with(&row.repeat(2), "<sst count=\"1\" uniqueCount=\"18446744073709551615\"></sst>", formats);
    assert_eq!(by_calamine(&claimed), None);
    assert_eq!(code(&claimed), "an Excel workbook, sheet \"S\"");
    // A cell that cannot be.
    let beyond = workbook("<row r=\"1\"><c r=\"AAAAAAAA1\"><v>1</v></c></row>");
    assert!(by_calamine(&beyond).is_none() || !cfg!(debug_assertions));
    assert_eq!(code(&beyond), "damaged-workbook");
}

#[test]
fn a_part_that_was_changed_after_it_was_packed_is_noticed() {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in unpack(&workbook(&ROW.repeat(2))) {
        zip.start_file(name, SimpleFileOptions::default().compression_method(CompressionMethod::Stored)).unwrap();
        zip.write_all(&bytes).unwrap();
    }
    let mut bytes = zip.finish().unwrap().into_inner();
    assert_eq!(code(&bytes), "an Excel workbook, sheet \"S\"");
    let at = bytes.windows(8).position(|window| window == b"<v>2</v>").unwrap();
    bytes[at + 3] = b'3';
    assert_eq!(code(&bytes), "damaged-workbook");
}
