//! Shares of the population of people with two values at once: a cross table of two features, spelled as in a quotas file.

use std::collections::BTreeMap;
use std::path::Path;

use klero::apportion::{category_and_value, has_shares_header};
use klero::instance::{COMBINATION, Category, fold};
use klero::read::Table;
use klero::report::PairShares;

use super::failure::Failure;
use super::shares::{read, shares};

/// Category and value of two values: the first category stands before the second one in the quotas.
type Pair = (usize, usize, usize, usize);

/// The shares of a file, and what of it belongs to no pair of values with quotas, as notes.
pub fn pair_shares(path: &Path, categories: &[Category]) -> Result<(PairShares, Vec<String>), Failure> {
    let spellings = Spellings::of(categories);
    let mut table = read(path, &|header| has_shares_header(header))?;
    spellings.unify(&mut table);
    let (mut found, mut strangers) = (PairShares::new(), Vec::new());
    for category in shares(&table)?.categories {
        for value in category.values {
            let name = value.name;
            match spellings.pairs.get(&(bare(&category.name), bare(&name))) {
                Some((pair, _)) => drop(found.insert(*pair, value.share)),
                None => {
                    let category = &category.name;
                    strangers
                        .push(format!("the shares have \"{name}\" of \"{category}\", which is not among the quotas"));
                }
            }
        }
    }
    Ok((found, strangers))
}

/// Every way to spell each pair of values: the pair, and its one spelling in cells of category and value.
struct Spellings {
    pairs: BTreeMap<(String, String), (Pair, [String; 2])>,
}

/// A cell as it is compared: without white space around `&` and `=`.
fn bare(cell: &str) -> String {
    let terms = |part: &str| part.split('=').map(fold).collect::<Vec<_>>().join("=");
    cell.split('&').map(terms).collect::<Vec<_>>().join("&")
}

impl Spellings {
    fn of(categories: &[Category]) -> Self {
        let mut pairs = BTreeMap::new();
        for (a, one) in categories.iter().enumerate() {
            for (b, other) in categories.iter().enumerate().skip(a + 1) {
                for (u, first) in one.values.iter().enumerate() {
                    for (v, second) in other.values.iter().enumerate() {
                        let names = [[&one.name, &first.name], [&other.name, &second.name]];
                        let cells = [0, 1].map(|part| format!("{} & {}", names[0][part], names[1][part]));
                        for [x, y] in [[0, 1], [1, 0]].map(|order: [usize; 2]| order.map(|place| names[place])) {
                            let whole = bare(&format!("{}={}&{}={}", x[0], x[1], y[0], y[1]));
                            let apart = [0, 1].map(|part| bare(&format!("{}&{}", x[part], y[part])));
                            let mut known = |category: &str, value: &str| {
                                let pair = ((a, u, b, v), cells.clone());
                                pairs.entry((category.to_owned(), value.to_owned())).or_insert(pair);
                            };
                            known(&apart[0], &apart[1]);
                            for word in ["", COMBINATION] {
                                known(&whole, word);
                                known(word, &whole);
                            }
                        }
                    }
                }
            }
        }
        Self { pairs }
    }

    /// Spells every pair in one way, so that those of two features are one category, and one that is there twice is seen.
    fn unify(&self, table: &mut Table) {
        let Some((category, value)) = category_and_value(&table.header) else { return };
        for row in &mut table.rows {
            let cell = |column: usize| row.cells.get(column).map(|cell| bare(cell)).unwrap_or_default();
            let Some((_, cells)) = self.pairs.get(&(cell(category), cell(value))) else { continue };
            for (column, text) in [category, value].into_iter().zip(cells) {
                if let Some(cell) = row.cells.get_mut(column) {
                    cell.clone_from(text);
                }
            }
        }
    }
}
