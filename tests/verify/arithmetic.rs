//! The arithmetic of `docs/record.md`, written from it and without a line of the library.

use sha2::{Digest, Sha256};

pub fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The first eight words of ChaCha20 (D. J. Bernstein, "ChaCha, a variant of Salsa20", 2008), counter 0 and nonce 0.
pub fn key_stream(key: &str) -> Vec<u64> {
    let key: Vec<u8> = (0..64).step_by(2).map(|at| u8::from_str_radix(&key[at..at + 2], 16).unwrap()).collect();
    let mut start = [0u32; 16];
    start[..4].copy_from_slice(&[0x6170_7865, 0x3320_646e, 0x7962_2d32, 0x6b20_6574]);
    for (word, bytes) in start[4..12].iter_mut().zip(key.chunks(4)) {
        *word = u32::from_le_bytes(bytes.try_into().unwrap());
    }
    let mut state = start;
    let mut quarter = |a: usize, b: usize, c: usize, d: usize| {
        for (x, y, z, turn) in [(a, b, d, 16), (c, d, b, 12), (a, b, d, 8), (c, d, b, 7)] {
            state[x] = state[x].wrapping_add(state[y]);
            state[z] = (state[z] ^ state[x]).rotate_left(turn);
        }
    };
    for _ in 0..10 {
        for column in 0..4 {
            quarter(column, column + 4, column + 8, column + 12);
        }
        for diagonal in 0..4 {
            quarter(diagonal, (diagonal + 1) % 4 + 4, (diagonal + 2) % 4 + 8, (diagonal + 3) % 4 + 12);
        }
    }
    let words: Vec<u32> = state.iter().zip(start).map(|(word, start)| word.wrapping_add(start)).collect();
    words.chunks(2).map(|pair| u64::from(pair[0]) | u64::from(pair[1]) << 32).collect()
}

/// `tickets / of` with 12 digits after the point, rounded half up, by long division.
pub fn fraction(tickets: u64, of: u64) -> String {
    let (tickets, of) = (u128::from(tickets), u128::from(of));
    let (mut digits, mut rest) = (tickets / of, tickets % of);
    for _ in 0..12 {
        digits = digits * 10 + rest * 10 / of;
        rest = rest * 10 % of;
    }
    if rest * 2 >= of {
        digits += 1;
    }
    let padded = format!("{digits:013}");
    format!("{}.{}", &padded[..padded.len() - 12], &padded[padded.len() - 12..])
}

pub fn csv(rows: &[Vec<String>]) -> String {
    let cell = |cell: &String| {
        if cell.contains([',', '"', '\n', '\r']) { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell.clone() }
    };
    rows.iter().map(|row| row.iter().map(cell).collect::<Vec<_>>().join(",") + "\n").collect()
}
