//! Just enough of Rust's grammar to see which paths a source names.

/// A word, a number, `::`, or a single other character, and its line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    pub text: String,
    pub line: usize,
}

/// The tokens of a source, without comments, text and character literals.
pub fn tokens(source: &str) -> Vec<Token> {
    let source: Vec<char> = source.chars().collect();
    let at = |i: usize| source.get(i).copied().unwrap_or('\0');
    let word = |c: char| c.is_alphanumeric() || c == '_';
    let mut tokens: Vec<Token> = Vec::new();
    let (mut i, mut line) = (0, 1);
    while i < source.len() {
        let begin = i;
        match at(i) {
            '/' if at(i + 1) == '/' => {
                while i < source.len() && at(i) != '\n' {
                    i += 1;
                }
            }
            '/' if at(i + 1) == '*' => {
                let mut depth = 0;
                loop {
                    match (at(i), at(i + 1)) {
                        ('/', '*') => (depth, i) = (depth + 1, i + 2),
                        ('*', '/') => (depth, i) = (depth - 1, i + 2),
                        _ => i += 1,
                    }
                    if depth == 0 || i >= source.len() {
                        break;
                    }
                }
            }
            '"' => i = end_of_text(&source, i),
            // A character literal; otherwise a lifetime, whose name is a word like any other.
            '\'' if at(i + 1) == '\\' => {
                i += 3;
                while i < source.len() && at(i) != '\'' {
                    i += 1;
                }
                i += 1;
            }
            '\'' if at(i + 2) == '\'' => i += 3,
            'r' if at(i + 1) == '"' || (at(i + 1) == '#' && (at(i + 2) == '"' || at(i + 2) == '#')) => {
                i = end_of_raw_text(&source, i + 1);
            }
            c if word(c) => {
                while word(at(i)) {
                    i += 1;
                }
                // b"…" and c"…": the prefix is part of the literal; br"…" has its own quotation rules.
                let name: String = source[begin..i].iter().collect();
                if name == "br" && (at(i) == '"' || at(i) == '#') {
                    i = end_of_raw_text(&source, i);
                } else {
                    tokens.push(Token { text: name, line });
                }
            }
            c if c.is_whitespace() => i += 1,
            ':' if at(i + 1) == ':' => {
                tokens.push(Token { text: "::".to_owned(), line });
                i += 2;
            }
            c => {
                tokens.push(Token { text: c.to_string(), line });
                i += 1;
            }
        }
        line += source[begin..i.min(source.len())].iter().filter(|&&c| c == '\n').count();
    }
    tokens
}

fn end_of_text(source: &[char], start: usize) -> usize {
    let mut i = start + 1;
    while i < source.len() && source[i] != '"' {
        i += if source[i] == '\\' { 2 } else { 1 };
    }
    i + 1
}

/// `start` is at the first `#` or at the quotation mark.
fn end_of_raw_text(source: &[char], start: usize) -> usize {
    let hashes = source[start..].iter().take_while(|&&c| c == '#').count();
    let mut i = start + hashes + 1;
    while i < source.len() {
        let closing =
            source[i] == '"' && source[i + 1..].iter().take_while(|&&c| c == '#').take(hashes).count() == hashes;
        if closing {
            return i + 1 + hashes;
        }
        i += 1;
    }
    i
}

/// What follows each `root::`, in a list in braces each of its entries; `None` where `root` stands alone. (`pub(crate)` is no path.)
pub fn paths(tokens: &[Token], root: &str) -> Vec<(usize, Option<String>)> {
    let text = |i: usize| tokens.get(i).map_or("", |token| token.text.as_str());
    let mut paths = Vec::new();
    for (i, token) in tokens.iter().enumerate() {
        if token.text != root || (i > 0 && text(i - 1) == "(" && text(i + 1) == ")") {
            continue;
        }
        match (text(i + 1), text(i + 2)) {
            ("::", "{") => {
                let mut depth = 1;
                let mut j = i + 3;
                while depth > 0 && j < tokens.len() {
                    match text(j) {
                        "{" => depth += 1,
                        "}" => depth -= 1,
                        "," => {}
                        name if depth == 1 && ["{", ","].contains(&text(j - 1)) => {
                            paths.push((tokens[j].line, Some(name.to_owned())));
                        }
                        _ => {}
                    }
                    j += 1;
                }
            }
            ("::", name) => paths.push((token.line, Some(name.to_owned()))),
            _ => paths.push((token.line, None)),
        }
    }
    paths
}
