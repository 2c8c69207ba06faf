//! The languages that klero speaks in: their texts for the public and on a terminal, and how they write numbers and dates.

mod form;
pub mod terminal;
mod text;
mod words;

pub use text::{Area, text};
pub use words::{Value, Words};

/// A language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Language {
    /// English.
    #[default]
    En,
    /// Vietnamese.
    Vi,
    /// French.
    Fr,
    /// German.
    De,
    /// Spanish.
    Es,
    /// Portuguese.
    Pt,
    /// Arabic.
    Ar,
}

/// Where a line of writing begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// On the left.
    LeftToRight,
    /// On the right.
    RightToLeft,
}

impl Direction {
    /// As HTML has it in `dir`.
    pub fn html(self) -> &'static str {
        match self {
            Self::LeftToRight => "ltr",
            Self::RightToLeft => "rtl",
        }
    }
}

impl Language {
    /// All of them, English first.
    pub const ALL: [Self; 7] = [Self::En, Self::Vi, Self::Fr, Self::De, Self::Es, Self::Pt, Self::Ar];

    /// Its code in ISO 639.
    pub fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Vi => "vi",
            Self::Fr => "fr",
            Self::De => "de",
            Self::Es => "es",
            Self::Pt => "pt",
            Self::Ar => "ar",
        }
    }

    /// Its name in itself.
    pub fn name(self) -> &'static str {
        match self {
            Self::En => "English",
            Self::Vi => "Tiếng Việt",
            Self::Fr => "Français",
            Self::De => "Deutsch",
            Self::Es => "Español",
            Self::Pt => "Português",
            Self::Ar => "العربية",
        }
    }

    /// Its name in English.
    pub fn english(self) -> &'static str {
        match self {
            Self::En => "English",
            Self::Vi => "Vietnamese",
            Self::Fr => "French",
            Self::De => "German",
            Self::Es => "Spanish",
            Self::Pt => "Portuguese",
            Self::Ar => "Arabic",
        }
    }

    /// Where its lines begin.
    pub fn direction(self) -> Direction {
        if self == Self::Ar { Direction::RightToLeft } else { Direction::LeftToRight }
    }

    /// The language with this code, or this name in itself or in English; upper and lower case make no difference.
    pub fn parse(text: &str) -> Option<Self> {
        let wanted = text.trim().to_lowercase();
        Self::ALL.into_iter().find(|language| {
            [language.code(), language.name(), language.english()].iter().any(|name| name.to_lowercase() == wanted)
        })
    }

    /// The language of a locale such as `vi_VN.UTF-8` or `pt-BR`; none for `C`, `POSIX` and languages that are not here.
    pub fn from_locale(locale: &str) -> Option<Self> {
        let code = locale.trim().split(['_', '-', '.', '@']).next()?.to_lowercase();
        Self::ALL.into_iter().find(|language| language.code() == code)
    }
}

#[cfg(test)]
mod tests {
    use super::{Direction, Language};

    #[test]
    fn names_and_locales() {
        for language in Language::ALL {
            for name in [language.code(), language.name(), language.english(), &language.name().to_uppercase()] {
                assert_eq!(Language::parse(name), Some(language), "{name}");
            }
            assert_eq!(Language::from_locale(language.code()), Some(language));
        }
        for (locale, language) in [
            ("vi_VN.UTF-8", Some(Language::Vi)),
            ("pt-BR", Some(Language::Pt)),
            ("de_AT@euro", Some(Language::De)),
            ("AR_EG", Some(Language::Ar)),
            ("C", None),
            ("C.UTF-8", None),
            ("POSIX", None),
            ("", None),
            ("eng", None),
            ("nl_NL", None),
        ] {
            assert_eq!(Language::from_locale(locale), language, "{locale}");
        }
        assert_eq!([Language::parse("klingon"), Language::parse("")], [None, None]);
        let rightward = |language: &Language| language.direction() == Direction::RightToLeft;
        assert_eq!(Language::ALL.into_iter().filter(rightward).collect::<Vec<_>>(), [Language::Ar]);
    }
}
