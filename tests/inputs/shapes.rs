//! Good files in every shape in which spreadsheet programs save them.

use std::fs;
use std::path::Path;

use encoding_rs::WINDOWS_1252;
use klero::instance::{Built, Settings, build};
use klero::read::{Encoding, How, Separator, Table, csv_text, read_csv, read_table};
use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::SeedableRng;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Formula, Workbook};

use super::agreement::{below, pick};

/// A shape of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    Commas,
    Marked,
    Semicolons,
    SemicolonsWindows1252,
    Tabs,
    TabsUtf16Le,
    CommasUtf16Be,
    SemicolonsUtf16LeUnmarked,
    NamedSeparator,
    Workbook,
}

pub const SHAPES: [Shape; 10] = [
    Shape::Commas,
    Shape::Marked,
    Shape::Semicolons,
    Shape::SemicolonsWindows1252,
    Shape::Tabs,
    Shape::TabsUtf16Le,
    Shape::CommasUtf16Be,
    Shape::SemicolonsUtf16LeUnmarked,
    Shape::NamedSeparator,
    Shape::Workbook,
];

/// Rows as CSV, written by the `csv` crate.
fn csv(rows: &[Vec<String>], separator: u8, line_end: &'static [u8]) -> String {
    let terminator = if line_end == b"\r\n" { csv::Terminator::CRLF } else { csv::Terminator::Any(line_end[0]) };
    let mut writer = csv::WriterBuilder::new().delimiter(separator).terminator(terminator).from_writer(Vec::new());
    rows.iter().for_each(|row| writer.write_record(row).unwrap());
    String::from_utf8(writer.into_inner().unwrap()).unwrap()
}

/// An empty workbook that does not tell when it was made, so that it has the same bytes in every run.
fn undated() -> Workbook {
    let mut workbook = Workbook::new();
    let date = ExcelDateTime::from_ymd(2000, 1, 1).unwrap();
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&date));
    workbook
}

/// Rows as a workbook, written by a spreadsheet library; whole numbers without leading zeros as numbers, all else as text.
fn workbook(rows: &[Vec<String>]) -> Vec<u8> {
    let mut workbook = undated();
    let sheet = workbook.add_worksheet().set_name("Tabelle1").unwrap();
    for (row, cells) in (0..).zip(rows) {
        for (column, cell) in (0..).zip(cells) {
            match cell.parse::<u32>() {
                Ok(number) if number.to_string() == *cell => sheet.write_number(row, column, number).unwrap(),
                _ => sheet.write_string(row, column, cell).unwrap(),
            };
        }
    }
    workbook.save_to_buffer().unwrap()
}

/// Rows in a shape, the header first; `None` if the shape has no letters for them.
pub fn written(shape: Shape, rows: &[Vec<String>]) -> Option<Vec<u8>> {
    let utf16 = |text: &str, unit: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(unit).collect::<Vec<u8>>();
    Some(match shape {
        Shape::Commas => csv(rows, b',', b"\n").into_bytes(),
        Shape::Marked => ("\u{feff}".to_owned() + &csv(rows, b',', b"\r\n")).into_bytes(),
        Shape::Semicolons => csv(rows, b';', b"\r\n").into_bytes(),
        Shape::SemicolonsWindows1252 => {
            let text = csv(rows, b';', b"\r\n");
            let (bytes, _, lost) = WINDOWS_1252.encode(&text);
            if lost {
                return None;
            }
            bytes.into_owned()
        }
        Shape::Tabs => csv(rows, b'\t', b"\r").into_bytes(),
        Shape::TabsUtf16Le => utf16(&("\u{feff}".to_owned() + &csv(rows, b'\t', b"\r\n")), u16::to_le_bytes),
        Shape::CommasUtf16Be => utf16(&("\u{feff}".to_owned() + &csv(rows, b',', b"\n")), u16::to_be_bytes),
        Shape::SemicolonsUtf16LeUnmarked => utf16(&csv(rows, b';', b"\n"), u16::to_le_bytes),
        Shape::NamedSeparator => ("sep=;\r\n".to_owned() + &csv(rows, b';', b"\r\n")).into_bytes(),
        Shape::Workbook => workbook(rows),
    })
}

/// The rows of a table, the header first.
pub fn rows(table: &Table) -> Vec<Vec<String>> {
    std::iter::once(&table.header).chain(table.rows.iter().map(|row| &row.cells)).cloned().collect()
}

/// A file of a good case, as rows.
pub fn rows_of_case(case: &str, file: &str) -> Vec<Vec<String>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/inputs").join(case).join(file);
    rows(&read_csv(file, &fs::read(path).unwrap()).unwrap())
}

fn grid(text: &str) -> Vec<Vec<String>> {
    rows(&read_csv("t.csv", text.as_bytes()).unwrap())
}

/// The headers that quotas have in the documentation and templates of other tools, with the columns that may be there besides.
const QUOTAS: [&str; 8] = [
    "feature,value,min,max\ngender,Frau,1,2\ngender,Männlich,1,2\nage,16-29,1,2\nage,30+,0,2\n",
    "feature,value,min,max,min_flex,max_flex\ngender,Frau,1,2,0,3\ngender,Männlich,1,2,1,2\nage,16-29,1,2,,\nage,30+,0,2,0,2\n",
    "category,name,min,max\ngender,Frau,1,2\ngender,Männlich,1,2\nage,16-29,1,2\nage,30+,0,2\n",
    "category,name,min,max,min_flex,max_flex\ngender,Frau,1,2,0,3\ngender,Männlich,1,2,1,2\nage,16-29,1,2,1,2\nage,30+,0,2,0,2\n",
    "category,feature,min,max\ngender,Frau,1,2\ngender,Männlich,1,2\nage,16-29,1,2\nage,30+,0,2\n",
    "category,name,min,max,min_flex\ngender,Frau,1,2,0\ngender,Männlich,1,2,1\nage,16-29,1,2,1\nage,30+,0,2,0\n",
    "Max,Min,Value,Feature,max_flex,note\n2,1,Frau,Gender,3,\n2,1,Männlich,Gender,2,\n2,1,16-29,Age,2,x\n2,0,30+,Age,2,\n",
    "category,name,population,percent,min,max\ngender,Frau,510,51%,1,2\ngender,Männlich,490,49%,1,2\nage,16-29,300,30%,1,2\nage,30+,700,70%,0,2\n",
];

/// The columns that pools have there.
const POOLS: [&str; 4] = [
    "nationbuilder_id,first_name,last_name,email,mobile_number,primary_address1,primary_city,primary_zip,gender,age\n\
     p1,Zoë,\"O'Neill, jr.\",z@example.org,+49 30 1,\"Straße 1, 2. OG\",Köln,01067,frau,16-29\n\
     p2,Émile,\"„der“ Große\",e@example.org,0049,\"Weg 2\nHinterhaus\",Åre,00501,MÄNNLICH,30+\np3,Ann,Lee,,,,,,Frau,16-29\n",
    "id,gender,age\n007,Frau,16-29\n7,Männlich,30+\n1e5,Frau,16-29\n",
    "unique_id;x,Gender,Age,unique_id\n1,Frau,16-29,a\n2,Männlich,30+,b\n3,Frau,16-29,c\n",
    "name,age,gender\nZoë,16-29,Frau\nBen,30+,Männlich\nCleo,16-29,Frau\n",
];

/// What everything after the reading sees of an instance.
fn seen(built: &Built) -> String {
    format!("{:?} {:?} {:?}", built.instance.categories(), built.instance.members(), built.id_column)
}

/// How many pairs of files of the tools are not read alike in all shapes by a reader of bytes.
fn unlike(read: impl Fn(&[u8]) -> Option<Table>) -> usize {
    let settings = Settings::of_size(2);
    let mut unlike = 0;
    for quotas in QUOTAS.map(grid) {
        for pool in POOLS.map(grid) {
            let table = |shape, rows: &[Vec<String>]| read(&written(shape, rows).unwrap());
            let expected =
                build(&read_csv("t.csv", csv_text(&bare(&quotas)).as_bytes()).unwrap(), &bare(&pool), &settings);
            let expected = seen(&expected.unwrap());
            for shape in SHAPES {
                let built = table(shape, &quotas).zip(table(shape, &pool)).and_then(|(quotas, pool)| {
                    let exact = rows(&pool);
                    let built = build(&quotas, &pool, &settings).ok()?;
                    Some((seen(&built), exact))
                });
                unlike += usize::from(built != Some((expected.clone(), pool.clone())));
            }
        }
    }
    unlike
}

/// Rows as a table that was never in a file.
fn bare(rows: &[Vec<String>]) -> Table {
    read_csv("t.csv", csv(rows, b',', b"\n").as_bytes()).unwrap()
}

#[test]
fn the_files_of_other_tools_are_read_alike_in_every_shape() {
    assert_eq!(unlike(|bytes| read_table("t", bytes).ok().map(|reading| reading.table)), 0);
    // Planted: a reader that does not know workbooks, and one that takes numbers for floating-point ones.
    assert!(unlike(|bytes| read_csv("t", bytes).ok()) > 100);
    let pointed = |cell: &String| if cell == "1" { "1.0".to_owned() } else { cell.clone() };
    assert!(
        unlike(|bytes| {
            let mut table = read_table("t", bytes).ok()?.table;
            table.rows.iter_mut().for_each(|row| row.cells = row.cells.iter().map(pointed).collect());
            Some(table)
        }) > 10
    );
}

#[test]
fn what_was_detected_is_what_was_written() {
    let rows = grid(POOLS[0]);
    for shape in SHAPES {
        let how = read_table("pool", &written(shape, &rows).unwrap()).unwrap().how;
        let (separator, encoding, mark, named) = match shape {
            Shape::Commas => (Separator::Comma, Encoding::Utf8, false, false),
            Shape::Marked => (Separator::Comma, Encoding::Utf8, true, false),
            Shape::Semicolons => (Separator::Semicolon, Encoding::Utf8, false, false),
            Shape::SemicolonsWindows1252 => (Separator::Semicolon, Encoding::Windows1252, false, false),
            Shape::Tabs => (Separator::Tab, Encoding::Utf8, false, false),
            Shape::TabsUtf16Le => (Separator::Tab, Encoding::Utf16Le, true, false),
            Shape::CommasUtf16Be => (Separator::Comma, Encoding::Utf16Be, true, false),
            Shape::SemicolonsUtf16LeUnmarked => (Separator::Semicolon, Encoding::Utf16Le, false, false),
            Shape::NamedSeparator => (Separator::Semicolon, Encoding::Utf8, false, true),
            Shape::Workbook => {
                assert_eq!(how, How::Workbook { sheet: "Tabelle1".to_owned(), others: 0 });
                continue;
            }
        };
        let How::Csv { ends, .. } = how else { panic!("{shape:?}: {how}") };
        assert_eq!(how, How::Csv { separator, encoding, mark, ends, named }, "{shape:?}");
        assert_eq!(how.is_plain(), [Shape::Commas, Shape::Marked].contains(&shape));
        let one = [ends.lf, ends.crlf, ends.cr];
        assert_eq!(one.iter().filter(|lines| **lines == 0).count(), 2, "{shape:?}: {ends}");
    }
}

const PIECES: [&str; 16] =
    ["a", "b", "é", " ", ",", ";", "\"", "\n", "\r\n", "\r", "\t", "0", "\u{feff}", "PK\u{3}\u{4}", "=", "|"];

/// How many of many tables are not the same again after `write` and the strict reader.
fn changed(write: impl Fn(&Table) -> String) -> usize {
    let mut rng = ChaCha20Rng::seed_from_u64(7);
    let mut changed = 0;
    for _ in 0..3000 {
        let width = 2 + below(&mut rng, 3);
        let mut cells =
            || (0..width).map(|_| (0..below(&mut rng, 4)).map(|_| pick(&mut rng, &PIECES)).collect()).collect();
        let mut table = bare(&grid("a,b\n1,2\n"));
        table.header = cells();
        table.rows.iter_mut().for_each(|row| row.cells = cells());
        // A row of blank cells is none.
        table.header[1].push('x');
        table.rows[0].cells[1].push('x');
        let again = read_csv("t.csv", write(&table).as_bytes());
        changed += usize::from(!again.is_ok_and(|again| rows(&again) == rows(&table)));
    }
    changed
}

#[test]
fn a_table_is_the_same_again_after_it_was_written_as_plain_csv() {
    assert_eq!(changed(csv_text), 0);
    // Planted: a byte-order mark that is lost; quotation marks that are not doubled.
    assert!(changed(|table| csv_text(table).trim_start_matches(['"', '\u{feff}']).to_owned()) > 10);
    assert!(changed(|table| csv_text(table).replace("\"\"", "\"")) > 100);
    assert_eq!(csv_text(&bare(&grid("id,\"a,b\"\n1,\"x\"\n"))), "id,\"a,b\"\n1,x\n");
}

#[test]
fn cells_of_a_workbook_are_what_its_owner_sees() {
    let mut workbook = undated();
    let sheet = workbook.add_worksheet();
    let date = Format::new().set_num_format("dd.mm.yyyy");
    let zeros = Format::new().set_num_format("00000");
    sheet.write_row(0, 0, ["phone", "zip", "born", "seats", "share", "sum", "yes", "text"]).unwrap();
    sheet.write_string(1, 0, "0049 30").unwrap();
    sheet.write_number_with_format(1, 1, 1067, &zeros).unwrap();
    sheet.write_with_format(1, 2, ExcelDateTime::parse_from_str("1999-12-31").unwrap(), &date).unwrap();
    sheet.write_number(1, 3, 4.0).unwrap();
    sheet.write_number(1, 4, 0.1).unwrap();
    sheet.write_formula(1, 5, Formula::new("=D2*2").set_result("8")).unwrap();
    sheet.write_boolean(1, 6, true).unwrap();
    sheet.write_string(1, 7, " a\r\nb_x000D_ <&> ").unwrap();
    let reading = read_table("pool.xlsx", &workbook.save_to_buffer().unwrap()).unwrap();
    let cells: Vec<&str> = reading.table.rows[0].cells.iter().map(String::as_str).collect();
    assert_eq!(cells, ["0049 30", "01067", "1999-12-31", "4", "0.1", "8", "TRUE", " a\r\nb_x000D_ <&> "]);
    let notes: Vec<&str> = reading.notes.iter().map(|note| note.code()).collect();
    assert_eq!(notes, ["formulas"]);
}

/// A random workbook with numbers and texts, and blank cells, rows and columns, written by a spreadsheet library.
fn random_workbook(rng: &mut ChaCha20Rng) -> Vec<u8> {
    let mut workbook = undated();
    let sheet = workbook.add_worksheet();
    let (top, left) = (u32::try_from(below(rng, 4)).unwrap(), u16::try_from(below(rng, 30)).unwrap());
    for row in 0..3 + u32::try_from(below(rng, 5)).unwrap() {
        for column in 0..5 {
            let at = (top + row, left + column);
            match below(rng, 4) {
                0 => sheet
                    .write_number(at.0, at.1, f64::from(u32::try_from(below(rng, 100_000)).unwrap()) / 8.0)
                    .unwrap(),
                1 => sheet.write_string(at.0, at.1, format!("{} é&<", pick(rng, &["a", "0", "-", "=x"]))).unwrap(),
                2 => sheet.write_boolean(at.0, at.1, below(rng, 2) == 0).unwrap(),
                _ => continue,
            };
        }
    }
    workbook.save_to_buffer().unwrap()
}

/// What another reader of workbooks sees: the name of every cell that holds something, and its text.
fn cells_of_calamine(bytes: &[u8]) -> Vec<((usize, usize), String)> {
    use calamine::{Data, Reader as _};
    let mut book: calamine::Xlsx<_> = calamine::open_workbook_from_rs(std::io::Cursor::new(bytes)).unwrap();
    let name = book.sheet_names()[0].clone();
    let range = book.worksheet_range(&name).unwrap();
    let (top, left) = range.start().unwrap_or_default();
    let text = |cell: &Data| match cell {
        Data::Bool(value) => value.to_string().to_uppercase(),
        other => other.to_string(),
    };
    let cells =
        range.used_cells().map(|(row, column, cell)| ((top as usize + row, left as usize + column), text(cell)));
    cells.collect()
}

/// How many of many workbooks are read otherwise than another reader of workbooks does.
fn otherwise(read: impl Fn(&[u8]) -> Option<Table>) -> usize {
    let mut rng = ChaCha20Rng::seed_from_u64(8);
    let mut otherwise = 0;
    for _ in 0..200 {
        let bytes = random_workbook(&mut rng);
        let Some(table) = read(&bytes) else { continue };
        let first = table.sheet.as_ref().unwrap().first_column;
        let lines = std::iter::once(table.header_line).chain(table.rows.iter().map(|row| row.line));
        let mut ours = Vec::new();
        for (line, cells) in lines.zip(rows(&table)) {
            for (column, cell) in cells.into_iter().enumerate().filter(|(_, cell)| !cell.is_empty()) {
                ours.push(((usize::try_from(line).unwrap() - 1, first + column), cell));
            }
        }
        otherwise += usize::from(ours != cells_of_calamine(&bytes));
    }
    otherwise
}

#[test]
fn another_reader_of_workbooks_sees_the_same_cells() {
    assert_eq!(otherwise(|bytes| read_table("t.xlsx", bytes).ok().map(|reading| reading.table)), 0);
    // Planted: a reader that does not count the blank columns before the table.
    assert!(
        otherwise(|bytes| {
            let mut table = read_table("t.xlsx", bytes).ok()?.table;
            table.sheet.as_mut()?.first_column = 0;
            Some(table)
        }) > 100
    );
}
