//! The town that made-up volunteers come from, unless a file describes another population.
//!
//! A person is drawn from a town of known shares, and then asked whether they volunteer. Two hidden traits (how settled, how
//! schooled) shift the chances of their values, so that features go together as they do in life: the young rent, those with a
//! degree worry about the climate. Some values make a person keener to volunteer, so the pool is not the town.

use super::population::{Category, Population, Value};

/// A feature value of the town.
struct Known {
    name: &'static str,
    /// How many in a thousand inhabitants have it: exactly so for those of middling traits, about so in the whole town.
    share: u64,
    /// How readily those who have it volunteer, compared with 100 for the keenest value of the category.
    keen: u64,
    /// By how many percent one step more settled, one step more schooled, make it likelier. Steps go from −2 to 2.
    lean: (i64, i64),
}

const fn value(name: &'static str, share: u64, keen: u64, lean: (i64, i64)) -> Known {
    Known { name, share, keen, lean }
}

/// The feature categories on offer, in the order in which they are used.
const CATEGORIES: [(&str, &[Known]); MOST_CATEGORIES] = [
    (
        "gender",
        &[value("woman", 507, 100, (0, 0)), value("man", 486, 90, (0, 0)), value("non-binary", 7, 100, (-10, 0))],
    ),
    (
        "age",
        &[
            value("16-29", 205, 45, (-46, 0)),
            value("30-44", 255, 65, (-20, 8)),
            value("45-59", 255, 85, (20, 4)),
            value("60-74", 190, 100, (44, -4)),
            value("75+", 95, 60, (40, -16)),
        ],
    ),
    (
        "district",
        &[
            value("Harbour", 180, 75, (-16, -16)),
            value("Old Town", 220, 100, (-12, 24)),
            value("Northfield", 250, 60, (4, -24)),
            value("Riverside", 200, 85, (0, 4)),
            value("Hillside", 150, 95, (24, 24)),
        ],
    ),
    (
        "education",
        &[
            value("school", 370, 35, (6, -46)),
            value("vocational", 330, 60, (6, -6)),
            value("degree", 300, 100, (-10, 46)),
        ],
    ),
    (
        "housing",
        &[
            value("owner", 610, 100, (30, 8)),
            value("private rent", 215, 80, (-46, 6)),
            value("social rent", 175, 50, (-14, -40)),
        ],
    ),
    (
        "climate view",
        &[
            value("very concerned", 360, 100, (-8, 30)),
            value("fairly concerned", 390, 65, (0, 4)),
            value("not very concerned", 180, 35, (8, -32)),
            value("not at all concerned", 70, 25, (12, -40)),
        ],
    ),
    (
        "work",
        &[
            value("in work", 580, 75, (-4, 14)),
            value("retired", 230, 100, (46, -8)),
            value("studying or caring", 130, 80, (-40, 6)),
            value("looking for work", 60, 70, (-24, -30)),
        ],
    ),
    ("disability", &[value("yes", 180, 80, (6, -8)), value("no", 820, 100, (-2, 2))]),
];

/// How many feature categories the town has.
pub const MOST_CATEGORIES: usize = 8;

/// What housemates have in common.
const OF_A_HOME: [&str; 2] = ["district", "housing"];

impl Population {
    /// The town, with so many of its feature categories shown; the people are the same however many it is.
    pub fn town(categories: usize) -> Self {
        let value = |known: &Known| Value {
            name: known.name.to_owned(),
            share: known.share,
            keen: known.keen,
            lean: known.lean,
        };
        let category = |&(name, values): &(&str, &[Known])| Category {
            name: name.to_owned(),
            values: values.iter().map(value).collect(),
            of_a_home: OF_A_HOME.contains(&name),
        };
        Self { categories: CATEGORIES.iter().map(category).collect(), shown: categories, personal: true }
    }
}
