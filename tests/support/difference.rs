//! Where two texts differ.

/// The first line in which two texts differ, for people.
pub fn difference(expected: &str, found: &str) -> Option<String> {
    if expected == found {
        return None;
    }
    let (mut expected, mut found) = (expected.lines(), found.lines());
    for number in 1.. {
        match (expected.next(), found.next()) {
            (None, None) => break,
            (a, b) if a != b => {
                return Some(format!(
                    "line {number}\n  expected: {}\n  found:    {}",
                    a.unwrap_or("(the end)"),
                    b.unwrap_or("(the end)")
                ));
            }
            _ => {}
        }
    }
    Some("the last line's end".to_owned())
}
