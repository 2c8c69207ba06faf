//! A file that is too large to hold as a whole, read once from beginning to end. On the way, its SHA-256 is taken and it is seen to that
//! it is UTF-8, so that all that is said about it is about the same bytes, whatever happens to the file in the meantime.

use std::io::{self, ErrorKind, Read};

use sha2::{Digest, Sha256};

use super::hash::hex;

/// The mark with which a text file must not begin.
const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// A reader that remembers what it needs to know about what went through it.
pub(super) struct Stream<R> {
    source: R,
    limit: u64,
    hasher: Sha256,
    length: u64,
    first: Vec<u8>,
    text: Text,
    fault: Option<String>,
}

/// What is known of a file that was read to its end.
pub(super) struct Ended {
    pub(super) sha256: String,
    /// Why it is not a text.
    pub(super) not_text: Option<String>,
}

impl<R: Read> Stream<R> {
    /// Of a source that may have so many bytes.
    pub(super) fn new(source: R, limit: u64) -> Self {
        let (hasher, text) = (Sha256::new(), Text::default());
        Stream { source, limit, hasher, length: 0, first: Vec::new(), text, fault: None }
    }

    /// Reads what is left.
    ///
    /// # Errors
    ///
    /// Why the file cannot be read, now or before.
    pub(super) fn end(mut self, name: &str) -> Result<Ended, String> {
        let rest = io::copy(&mut self, &mut io::sink());
        if let Some(fault) = self.fault {
            return Err(fault);
        }
        rest.map_err(|error| cannot_be_read(&error))?;
        let not_text = if self.first == BYTE_ORDER_MARK {
            Some(format!("{name} begins with a byte-order mark"))
        } else {
            self.text.wrong_at().map(|offset| not_utf8(name, offset))
        };
        Ok(Ended { sha256: hex(&self.hasher.finalize()), not_text })
    }
}

impl<R: Read> Read for Stream<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = match self.source.read(buffer) {
            Ok(read) => read,
            Err(error) => {
                if error.kind() != ErrorKind::Interrupted {
                    self.fault.get_or_insert_with(|| cannot_be_read(&error));
                }
                return Err(error);
            }
        };
        let bytes = buffer.get(..read).unwrap_or_default();
        self.length = self.length.saturating_add(bytes.len() as u64);
        if self.length > self.limit {
            let fault = too_large(self.limit);
            self.fault.get_or_insert_with(|| fault.clone());
            return Err(io::Error::other(fault));
        }
        let missing = BYTE_ORDER_MARK.len() - self.first.len();
        self.first.extend(bytes.iter().take(missing));
        self.hasher.update(bytes);
        self.text.take(bytes);
        Ok(read)
    }
}

/// What is said of a file that a failing disk or the like keeps from being read.
pub(super) fn cannot_be_read(error: &io::Error) -> String {
    format!("cannot be read: {error}")
}

/// What is said of a file with more bytes than that.
pub(super) fn too_large(limit: u64) -> String {
    format!("is larger than {limit} bytes")
}

/// What is said of a file with a byte that is no part of a text.
pub(super) fn not_utf8(name: &str, offset: u64) -> String {
    format!("{name} is not UTF-8: the byte at offset {offset} does not belong there")
}

/// Whether what comes in pieces is UTF-8.
#[derive(Default)]
struct Text {
    /// How many bytes are whole characters.
    good: u64,
    /// The beginning of a character that the next piece must complete.
    open: Vec<u8>,
    wrong: bool,
}

impl Text {
    fn take(&mut self, mut bytes: &[u8]) {
        while !self.wrong && !self.open.is_empty() {
            let Some((&byte, rest)) = bytes.split_first() else { return };
            bytes = rest;
            self.open.push(byte);
            match std::str::from_utf8(&self.open) {
                Ok(_) => {
                    self.good += self.open.len() as u64;
                    self.open.clear();
                }
                Err(error) => self.wrong = error.error_len().is_some(),
            }
        }
        if self.wrong {
            return;
        }
        match std::str::from_utf8(bytes) {
            Ok(_) => self.good += bytes.len() as u64,
            Err(error) => {
                self.good += error.valid_up_to() as u64;
                self.wrong = error.error_len().is_some();
                self.open.extend(bytes.iter().skip(error.valid_up_to()).take(3));
            }
        }
    }

    /// Where it is not UTF-8, now that it has come to its end.
    fn wrong_at(&self) -> Option<u64> {
        (self.wrong || !self.open.is_empty()).then_some(self.good)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)] // a test stops where it stands

    use super::*;
    use crate::verify::hash::sha256;

    /// Gives a few bytes at a time, and an interruption before each of them; fails in the end if it is told to.
    struct Drops<'a> {
        rest: &'a [u8],
        size: usize,
        ready: bool,
        fails: bool,
    }

    impl Read for Drops<'_> {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            self.ready = !self.ready;
            if self.ready {
                return Err(ErrorKind::Interrupted.into());
            }
            if self.rest.is_empty() && self.fails {
                return Err(io::Error::other("the disk is gone"));
            }
            let size = self.size.min(buffer.len());
            (&mut self.rest).take(size as u64).read(buffer)
        }
    }

    fn ended(bytes: &[u8], size: usize, limit: u64, fails: bool) -> Result<Ended, String> {
        Stream::new(Drops { rest: bytes, size, ready: false, fails }, limit).end("file")
    }

    #[test]
    fn in_pieces_it_is_what_it_is_as_a_whole() {
        let texts: [&[u8]; 12] = [
            b"",
            b"plain",
            "Ngũgĩ, 抽選, 🎲!".as_bytes(),
            b"caf\xe9",
            b"caf\xe9!",
            b"\xf0\x9f\x8e",
            b"\xf0\x9f\x8e.",
            b"\xf0\x9f\xff\x8e",
            b"a\xc3\xc3\xa9",
            b"\xed\xa0\x80 half a pair",
            b"\x80",
            b"ok \xff then \xf0\x9f\x8e\xb2",
        ];
        for bytes in texts {
            for size in 1..9 {
                let ended = ended(bytes, size, 100, false).unwrap();
                let wrong = std::str::from_utf8(bytes).err().map(|error| not_utf8("file", error.valid_up_to() as u64));
                assert_eq!(ended.not_text, wrong, "{bytes:?} by {size}");
                assert_eq!(ended.sha256, sha256(bytes));
            }
        }
    }

    #[test]
    fn a_byte_order_mark_is_seen_in_pieces() {
        for size in 1..5 {
            let not_text = |bytes| ended(bytes, size, 100, false).unwrap().not_text;
            assert_eq!(not_text("\u{feff}{}".as_bytes()).unwrap(), "file begins with a byte-order mark");
            assert_eq!(not_text("{}\u{feff}".as_bytes()), None);
        }
    }

    #[test]
    fn a_file_that_grows_or_fails_is_of_no_use() {
        assert_eq!(ended(b"12345", 2, 4, false).err().unwrap(), "is larger than 4 bytes");
        assert!(ended(b"1234", 2, 4, false).is_ok());
        assert_eq!(ended(b"1234", 2, 4, true).err().unwrap(), "cannot be read: the disk is gone");
    }
}
