//! Just enough of Rust's grammar to find every text in a source.

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A word or a number.
    Word,
    /// A single sign.
    Sign,
    /// A text between quotation marks, as the program has it.
    Text,
    /// A documentation comment, without its strokes.
    Doc,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    pub kind: Kind,
    pub text: String,
    pub line: usize,
}

/// The tokens of a source, but for what only tests are made of.
pub fn tokens(source: &str) -> Vec<Token> {
    without_tests(all_tokens(source))
}

fn all_tokens(source: &str) -> Vec<Token> {
    let source: Vec<char> = source.chars().collect();
    let at = |i: usize| source.get(i).copied().unwrap_or('\0');
    let is_word = |c: char| c.is_alphanumeric() || c == '_';
    let mut tokens: Vec<Token> = Vec::new();
    let (mut i, mut line) = (0, 1);
    while i < source.len() {
        let begin = i;
        let mut token = None;
        match at(i) {
            '/' if at(i + 1) == '/' => {
                let end = (i..source.len()).find(|&i| source[i] == '\n').unwrap_or(source.len());
                let text: String = source[i..end].iter().collect();
                token = text.strip_prefix("///").map(|text| (Kind::Doc, text.trim().to_owned()));
                i = end;
            }
            '/' if at(i + 1) == '*' => {
                let end = (i..source.len()).find(|&i| source[i] == '*' && at(i + 1) == '/');
                i = end.unwrap_or(source.len()) + 2;
            }
            '"' => {
                let (text, end) = text(&source, i);
                token = Some((Kind::Text, text));
                i = end;
            }
            'r' if at(i + 1) == '"' || (at(i + 1) == '#' && (at(i + 2) == '"' || at(i + 2) == '#')) => {
                let (text, end) = raw_text(&source, i + 1);
                token = Some((Kind::Text, text));
                i = end;
            }
            // Bytes are for programs.
            'b' if at(i + 1) == '"' => i = text(&source, i + 1).1,
            '\'' if at(i + 1) == '\\' => {
                i = (i + 3..source.len()).find(|&i| source[i] == '\'').unwrap_or(source.len()) + 1;
            }
            '\'' if at(i + 2) == '\'' => i += 3,
            c if is_word(c) => {
                i = (i..source.len()).find(|&i| !is_word(source[i])).unwrap_or(source.len());
                token = Some((Kind::Word, source[begin..i].iter().collect()));
            }
            c => {
                token = Some((Kind::Sign, c.to_string())).filter(|_| !c.is_whitespace());
                i += 1;
            }
        }
        tokens.extend(token.map(|(kind, text)| Token { kind, text, line }));
        line += source[begin..i.min(source.len())].iter().filter(|&&c| c == '\n').count();
    }
    tokens
}

/// The text that begins at a quotation mark, and where the source goes on.
fn text(source: &[char], start: usize) -> (String, usize) {
    let mut out = String::new();
    let mut i = start + 1;
    while i < source.len() && source[i] != '"' {
        if source[i] != '\\' {
            out.push(source[i]);
            i += 1;
            continue;
        }
        i += 2;
        match source.get(i - 1) {
            Some('n') => out.push('\n'),
            Some('t') => out.push('\t'),
            Some('r') => out.push('\r'),
            Some('0') => out.push('\0'),
            Some('\n') => {
                while source.get(i).is_some_and(|c| c.is_whitespace()) {
                    i += 1;
                }
            }
            Some('u') => {
                let end = (i..source.len()).find(|&i| source[i] == '}').unwrap();
                let digits: String = source[i + 1..end].iter().collect();
                out.push(char::from_u32(u32::from_str_radix(&digits, 16).unwrap()).unwrap());
                i = end + 1;
            }
            Some('x') => {
                let digits: String = source[i..i + 2].iter().collect();
                out.push(char::from(u8::from_str_radix(&digits, 16).unwrap()));
                i += 2;
            }
            Some(c) => out.push(*c),
            None => {}
        }
    }
    (out, i + 1)
}

/// `start` is at the first `#` or at the quotation mark.
fn raw_text(source: &[char], start: usize) -> (String, usize) {
    let hashes = source[start..].iter().take_while(|&&c| c == '#').count();
    let begin = start + hashes + 1;
    let closes = |i: &usize| source[*i] == '"' && source[i + 1..].iter().take_while(|&&c| c == '#').count() >= hashes;
    let end = (begin..source.len()).find(closes).unwrap_or(source.len());
    (source[begin..end].iter().collect(), end + 1 + hashes)
}

/// Without the items below `#[cfg(test)]`.
fn without_tests(tokens: Vec<Token>) -> Vec<Token> {
    let mark = ["#", "[", "cfg", "(", "test", ")", "]"];
    let mut out = Vec::new();
    let mut i = 0;
    while i < tokens.len() {
        let here = tokens[i..].iter().map(|token| token.text.as_str()).take(mark.len());
        if !here.eq(mark) {
            out.push(tokens[i].clone());
            i += 1;
            continue;
        }
        let mut depth = 0;
        loop {
            match tokens.get(i).filter(|token| token.kind == Kind::Sign).map(|token| token.text.as_str()) {
                Some("{") => depth += 1,
                Some("}") => depth -= 1,
                _ => {}
            }
            let ends = tokens
                .get(i)
                .is_none_or(|token| token.kind == Kind::Sign && (token.text == "}" || token.text == ";") && depth == 0);
            i += 1;
            if ends {
                break;
            }
        }
    }
    out
}

#[test]
fn texts_are_found_and_tests_are_left_out() {
    let source = r##"
        /// A comment.
        // "not this"
        /* "nor this" */
        const A: &str = "a \"b\"\n\u{2013}\
            c";
        const B: &[u8] = b"bytes";
        const C: char = '"';
        const D: &str = r#"raw "text""#;
        fn f<'a>(x: &'a str) { "in braces" }
        #[cfg(test)]
        mod tests {
            fn g() { "planted" }
        }
        #[cfg(test)]
        use a::b;
        const E: &str = "last";
    "##;
    let found = tokens(source);
    let texts: Vec<&str> =
        found.iter().filter(|token| token.kind == Kind::Text).map(|token| token.text.as_str()).collect();
    assert_eq!(texts, ["a \"b\"\n–c", "raw \"text\"", "in braces", "last"]);
    assert_eq!(found.iter().find(|token| token.kind == Kind::Doc).unwrap().text, "A comment.");
    assert_eq!(found.iter().find(|token| token.text == "last").unwrap().line, 17);
}
