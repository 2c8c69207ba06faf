//! The texts, compiled in.

use super::Language;

/// What a text is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Area {
    /// The page about a draw, and its charts.
    Report,
    /// What an audience sees and hears at a public draw.
    Ceremony,
    /// What a member of the pool gets.
    Receipt,
}

impl Area {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Report, Self::Ceremony, Self::Receipt];

    /// Its name, as the files in `locales` have it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Report => "report",
            Self::Ceremony => "ceremony",
            Self::Receipt => "receipt",
        }
    }
}

/// The three areas of one language.
macro_rules! areas {
    ($code:literal, $area:expr) => {
        match $area {
            Area::Report => include_str!(concat!("../../locales/", $code, "/report.ftl")),
            Area::Ceremony => include_str!(concat!("../../locales/", $code, "/ceremony.ftl")),
            Area::Receipt => include_str!(concat!("../../locales/", $code, "/receipt.ftl")),
        }
    };
}

/// All messages of an area in one language, in the syntax of Fluent.
pub fn text(language: Language, area: Area) -> &'static str {
    match language {
        Language::En => areas!("en", area),
        Language::Vi => areas!("vi", area),
        Language::Fr => areas!("fr", area),
        Language::De => areas!("de", area),
        Language::Es => areas!("es", area),
        Language::Pt => areas!("pt", area),
        Language::Ar => areas!("ar", area),
    }
}
