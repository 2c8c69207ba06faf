//! The key by which headers and values are compared.

use unicode_normalization::UnicodeNormalization;

/// The comparison key of a header or a value: no-break spaces (U+00A0, U+2007, U+202F) become spaces, outer white space goes,
/// and the rest is normalised to NFC and lower-cased.
///
/// `fold(fold(x)) == fold(x)`, and texts that Unicode calls canonically equivalent have the same key.
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.trim().to_ascii_lowercase();
    }
    let spaced: String =
        text.nfc().map(|c| if matches!(c, '\u{a0}' | '\u{2007}' | '\u{202f}') { ' ' } else { c }).collect();
    // Lower-casing can leave letters and marks that compose further.
    spaced.trim().to_lowercase().nfc().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_value_have_one_key() {
        for spelling in ["Île de Ré", "ÎLE\u{a0}DE\u{a0}RÉ", " \u{a0}I\u{302}le de Re\u{301}\t", "île de ré\u{202f}"]
        {
            assert_eq!(fold(spelling), "île de ré");
        }
        assert_ne!(fold("Ile de Re"), fold("Île de Ré"));
        assert_ne!(fold("a  b"), fold("a b"));
    }

    /// Whether a folding is stable and blind to the normal form, on one text.
    fn holds(folding: fn(&str) -> String, text: &str) -> bool {
        let key = folding(text);
        let decomposed: String = text.nfd().collect();
        let composed: String = text.nfc().collect();
        folding(&key) == key && folding(&decomposed) == key && folding(&composed) == key
    }

    #[test]
    fn the_key_is_stable_and_blind_to_the_normal_form_for_every_character() {
        // The parts of Unicode with letter case, marks, spaces or more than one normal form (of the Hangul syllables, a few).
        let ranges = [
            '\0'..='\u{33ff}',
            '\u{a640}'..='\u{ad00}',
            '\u{f900}'..='\u{ffff}',
            '\u{10400}'..='\u{11fff}',
            '\u{1d100}'..='\u{1d200}',
            '\u{1e900}'..='\u{1e9ff}',
        ];
        let everywhere = |folding: fn(&str) -> String| {
            ranges.iter().cloned().flatten().all(|c| {
                let among = format!("x{c}\u{301}Y");
                holds(folding, c.encode_utf8(&mut [0; 4])) && holds(folding, &among)
            })
        };
        assert!(everywhere(fold));
        // Planted: without normalisation, and without the second one.
        assert!(!everywhere(|text| text.trim().to_lowercase()));
    }

    #[test]
    fn the_short_way_for_ascii_agrees_with_the_long_way() {
        for byte in 0..=127u8 {
            let c = char::from(byte);
            let short = fold(&format!(" A{c}b {c}"));
            let long = fold(&format!(" A{c}b {c}é"));
            assert_eq!(format!(" A{c}b {c}").trim().to_lowercase(), short);
            assert!(long.ends_with('é'));
        }
    }
}
