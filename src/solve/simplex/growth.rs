//! A program that changes while it is solved again and again: other gains, and rows that come later.

use super::Simplex;

impl Simplex {
    /// Sets the gain of a variable. The next run must be the primal method, or the dual one where all bounds are finite.
    pub fn set_gain(&mut self, variable: usize, gain: f64) {
        self.gain[variable] = gain;
    }

    /// How much was done so far, in numbers looked at: the same on every machine.
    pub fn work(&self) -> u64 {
        self.work
    }

    /// Adds a row over variables that are there already, and returns the number of its own variable, which is basic; `false` as well when the
    /// basis has no inverse any more.
    pub fn row(&mut self, terms: &[(usize, f64)], least: f64, most: f64) -> (usize, bool) {
        let row = self.rows;
        let own = self.place.len();
        let columns = std::rc::Rc::make_mut(&mut self.columns);
        for &(variable, coefficient) in terms {
            columns[variable].push((row, coefficient));
        }
        columns.push(vec![(row, -1.0)]);
        self.gain.push(0.0);
        self.least.push(least);
        self.most.push(most);
        self.at_most.push(false);
        self.place.push(Some(row));
        self.basis.push(own);
        self.right.push(0.0);
        self.rows += 1;
        let sound = self.refresh();
        (own, sound)
    }
}
