//! Bytes to text in any encoding that is accepted.
//!
//! A byte-order mark says what follows. Without one, text is UTF-8 if it is valid UTF-8; UTF-16 if it holds NUL bytes and exactly one byte
//! order gives text with line ends; Windows-1252 if none of it is UTF-8 beyond ASCII and every byte is defined. All else is refused: a
//! wrong guess would put other letters into people's names.

use std::borrow::Cow;

use encoding_rs::{UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::how::Encoding;
use super::text::{NotUtf8, UTF8_MARK, cell_so_far, line_breaks, not_utf8};
use super::{Place, ReadProblem};

/// A text and how it was stored.
pub(super) struct Decoded<'a> {
    pub text: Cow<'a, str>,
    pub encoding: Encoding,
    /// Whether there was a byte-order mark.
    pub mark: bool,
}

const UTF16_LE_MARK: &[u8] = b"\xFF\xFE";
const UTF16_BE_MARK: &[u8] = b"\xFE\xFF";
const UTF32_MARKS: [&[u8]; 2] = [b"\xFF\xFE\x00\x00", b"\x00\x00\xFE\xFF"];

/// Bytes that Windows-1252 leaves undefined.
const UNDEFINED: [u8; 5] = [0x81, 0x8D, 0x8F, 0x90, 0x9D];

/// The text of a file, without its byte-order mark.
pub(super) fn decode_any<'a>(file: &str, bytes: &'a [u8]) -> Result<Decoded<'a>, ReadProblem> {
    let whole = || Place::file(file);
    if UTF32_MARKS.iter().any(|mark| bytes.starts_with(mark)) {
        return Err(ReadProblem::Utf32 { at: whole() });
    }
    if let Some(rest) = bytes.strip_prefix(UTF16_LE_MARK) {
        return utf16(file, rest, Encoding::Utf16Le, true);
    }
    if let Some(rest) = bytes.strip_prefix(UTF16_BE_MARK) {
        return utf16(file, rest, Encoding::Utf16Be, true);
    }
    let (rest, mark) = match bytes.strip_prefix(UTF8_MARK) {
        Some(rest) => (rest, true),
        None => (bytes, false),
    };
    if rest.contains(&0) {
        let orders = if mark { &[][..] } else { &[Encoding::Utf16Le, Encoding::Utf16Be] };
        let plausible: Vec<Encoding> = orders.iter().copied().filter(|order| plausible(rest, *order)).collect();
        return match plausible.as_slice() {
            [one] => utf16(file, rest, *one, false),
            _ => {
                let before = rest.split(|byte| *byte == 0).next().unwrap_or_default();
                let line = 1 + line_breaks(&String::from_utf8_lossy(before));
                Err(ReadProblem::NulByte { at: Place::line(file, line) })
            }
        };
    }
    match std::str::from_utf8(rest) {
        Ok(text) => Ok(Decoded { text: Cow::Borrowed(text), encoding: Encoding::Utf8, mark }),
        Err(_) if mark => Err(not_utf8(file, rest).into_problem()),
        Err(_) => windows_1252(file, rest),
    }
}

/// The 16-bit units of bytes, and what is left over.
fn units(bytes: &[u8], order: Encoding) -> (impl Iterator<Item = u16> + '_, bool) {
    let (pairs, rest) = bytes.as_chunks::<2>();
    let unit = move |pair: &[u8; 2]| match order {
        Encoding::Utf16Be => u16::from_be_bytes(*pair),
        _ => u16::from_le_bytes(*pair),
    };
    (pairs.iter().map(unit), !rest.is_empty())
}

/// Whether bytes without a mark are text in a byte order: valid, without NUL, in more than one line.
fn plausible(bytes: &[u8], order: Encoding) -> bool {
    let (units, odd) = units(bytes, order);
    let mut line_end = false;
    for c in char::decode_utf16(units) {
        match c {
            Err(_) | Ok('\0') => return false,
            Ok('\n' | '\r') => line_end = true,
            Ok(_) => {}
        }
    }
    line_end && !odd
}

fn utf16<'a>(file: &str, bytes: &'a [u8], order: Encoding, mark: bool) -> Result<Decoded<'a>, ReadProblem> {
    let decoder = if order == Encoding::Utf16Be { UTF_16BE } else { UTF_16LE };
    let (text, broken) = decoder.decode_without_bom_handling(bytes);
    if broken {
        let (units, _) = units(bytes, order);
        let sound: String = char::decode_utf16(units).map_while(Result::ok).collect();
        return Err(ReadProblem::HalfCharacter { at: Place::line(file, 1 + line_breaks(&sound)) });
    }
    match text.split_once('\0') {
        Some((before, _)) => Err(ReadProblem::NulByte { at: Place::line(file, 1 + line_breaks(before)) }),
        None => Ok(Decoded { text, encoding: order, mark }),
    }
}

/// Text that is not UTF-8.
fn windows_1252<'a>(file: &str, bytes: &'a [u8]) -> Result<Decoded<'a>, ReadProblem> {
    let mut line = 1;
    for chunk in bytes.utf8_chunks() {
        if let Some((before, _)) = chunk.valid().split_once(|c: char| !c.is_ascii()) {
            // Some of it is UTF-8, and some is not.
            let utf8_line = line + line_breaks(before);
            let NotUtf8 { at, byte, before, .. } = not_utf8(file, bytes);
            return Err(ReadProblem::MixedEncodings { at, byte, before, utf8_line });
        }
        line += line_breaks(chunk.valid());
    }
    if let Some(at) = bytes.iter().position(|byte| UNDEFINED.contains(byte)) {
        let (before, byte) = (bytes.get(..at).unwrap_or_default(), bytes.get(at).copied().unwrap_or_default());
        let before = WINDOWS_1252.decode_without_bom_handling(before).0;
        let (at, before) = (Place::line(file, 1 + line_breaks(&before)), cell_so_far(&before));
        return Err(ReadProblem::UnknownEncoding { at, byte, before });
    }
    let (text, _) = WINDOWS_1252.decode_without_bom_handling(bytes);
    if text.contains('\r') && !text.contains('\n') {
        let NotUtf8 { at, byte, before, .. } = not_utf8(file, bytes);
        return Err(ReadProblem::OldMacintosh { at, byte, before });
    }
    Ok(Decoded { text, encoding: Encoding::Windows1252, mark: false })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_of_windows_1252_but_five_has_a_letter() {
        for byte in 0x80..=0xFF_u8 {
            let bytes = [b'a', b',', b'b', b'\n', byte, b',', b'c'];
            let decoded = decode_any("x", &bytes);
            assert_eq!(decoded.is_err(), UNDEFINED.contains(&byte), "{byte:02X}");
            if let Ok(decoded) = decoded {
                let c = decoded.text.chars().nth(4).unwrap_or_default();
                assert!(!('\u{80}'..='\u{9f}').contains(&c), "{byte:02X}");
                assert_eq!(WINDOWS_1252.encode(c.encode_utf8(&mut [0; 4])).0.as_ref(), [byte]);
            }
        }
    }

    #[test]
    fn a_text_in_both_byte_orders_is_no_guess() {
        let both = |text: &str| -> (Vec<u8>, Vec<u8>) {
            (
                text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
                text.encode_utf16().flat_map(u16::to_be_bytes).collect(),
            )
        };
        let (low, high) = both("id,é\n1,2\n");
        assert_eq!(decode_any("x", &low).map(|d| d.encoding).ok(), Some(Encoding::Utf16Le));
        assert_eq!(decode_any("x", &high).map(|d| d.encoding).ok(), Some(Encoding::Utf16Be));
        // A line end in either order.
        let (low, high) = both("id,\u{a00}\n1,2\n");
        assert!(decode_any("x", &low).is_err() && decode_any("x", &high).is_err());
    }
}
