//! Whether a sentence in Vietnamese has English words in it that klero should have translated.

/// English words that are no words of Vietnamese, of which hardly a sentence has none.
const ENGLISH: [&str; 22] = [
    "the", "is", "are", "of", "and", "but", "not", "which", "expected", "has", "have", "cannot", "must", "invalid",
    "this", "here", "was", "belongs", "missing", "member", "with", "for",
];

/// A sentence without what is quoted in it, and without paths and options; what is left are klero's own words, numbers, and names of files.
pub fn unquoted(sentence: &str) -> String {
    let outside = |text: &str, mark: char| text.split(mark).step_by(2).collect::<Vec<_>>().join("…");
    let words = outside(&outside(sentence, '"'), '`');
    words.split(' ').filter(|word| !word.contains('/') && !word.starts_with('-')).collect::<Vec<_>>().join(" ")
}

/// Whether there is such a word.
pub fn has_english(said: &str) -> bool {
    unquoted(said).split(|c: char| !c.is_alphanumeric()).any(|word| ENGLISH.contains(&word))
}
