//! The quotas file of the alternates' record: its panels are exactly the people that were meant.

use klero::alternates::{Case, Ground, Pool, quotas_by_value, quotas_exact};
use klero::instance::{Instance, Settings, build};
use klero::read::{Table, read_csv};

use crate::plain::{drawn, keeps_rules, quotas, subsets};
use crate::support::random::Dice;

/// All panels of an instance.
fn panels(instance: &Instance) -> Vec<Vec<usize>> {
    let all: Vec<usize> = (0..instance.members().len()).collect();
    let kept = |panel: &Vec<usize>| quotas(instance, panel).iter().all(|&(n, min, max)| min <= n && n <= max);
    subsets(&all)
        .filter(|panel| panel.len() == instance.size() && keeps_rules(instance, panel) && kept(panel))
        .collect()
}

fn read(text: &str, pool: &Table, settings: &Settings) -> Instance {
    build(&read_csv("quotas.csv", text.as_bytes()).unwrap(), pool, settings).unwrap().instance
}

#[test]
fn panels_of_the_record_are_those_with_the_chosen_kinds() {
    let (mut cases, mut several, mut looser, mut planted) = (0, 0, 0, 0);
    for seed in 0..300 {
        let Some(drawn) = drawn(seed) else { continue };
        let instance = &drawn.instance;
        let ground = Ground::new(&Case { instance, panel: &drawn.panel, elsewhere: &[], barred: &[] });
        let can: Vec<usize> = (0..instance.members().len()).filter(|m| !ground.excluded().contains(m)).collect();
        assert_eq!(can.len(), ground.candidates());
        let number = Dice::new(seed).between(1, 4);
        let sets: Vec<Vec<usize>> = subsets(&can)
            .filter(|people| people.len() == number && keeps_rules(instance, people))
            .filter(|people| ground.apart().iter().all(|g| g.iter().filter(|m| people.contains(m)).count() <= 1))
            .collect();
        let Some(chosen) = sets.get(Dice::new(seed).below(sets.len().max(1))) else { continue };
        cases += 1;
        let counts = ground.composition(chosen).unwrap();
        let pool = Pool { instance, table: &drawn.table, settings: &drawn.settings };
        let settings = pool.settings_of(&ground, number);
        let exact = panels(&read(&quotas_exact(&ground, &counts, pool).unwrap(), &drawn.table, &settings));
        let meant = |same: &dyn Fn(&[usize]) -> bool| -> Vec<Vec<usize>> {
            sets.iter().filter(|people| same(people)).cloned().collect()
        };
        assert_eq!(exact, meant(&|people| ground.composition(people).unwrap() == counts));
        let loose = panels(&read(&quotas_by_value(&ground, &counts, pool), &drawn.table, &settings));
        let values = |people: &[usize]| -> Vec<usize> {
            // Values only: rows of combinations come after them.
            let number: usize = instance.categories().iter().map(|category| category.values.len()).sum();
            quotas(instance, people).iter().take(number).map(|(having, ..)| *having).collect()
        };
        assert_eq!(loose, meant(&|people| values(people) == values(chosen)));
        several += usize::from(exact.len() > 1);
        looser += usize::from(loose.len() > exact.len());
        // Whoever is drawn can be called in whatever happens: with all that stay, and with none.
        for people in &loose {
            let together = [drawn.panel.as_slice(), people].concat();
            assert!(keeps_rules(instance, &together), "{people:?} beside {:?}", drawn.panel);
        }
        // Without the rules that klero adds, somebody would be drawn who cannot be called in.
        let lax = Settings { size: number, ..drawn.settings.clone() };
        if let Ok(built) = build(
            &read_csv("quotas.csv", quotas_by_value(&ground, &counts, pool).as_bytes()).unwrap(),
            &drawn.table,
            &lax,
        ) {
            let bad = |people: &Vec<usize>| !keeps_rules(instance, &[drawn.panel.as_slice(), people].concat());
            planted += usize::from(panels(&built.instance).iter().any(bad));
        }
    }
    println!(
        "{cases} cases, {several} with several panels, {looser} with more by values, {planted} need the added rules"
    );
    assert!(cases > 100 && several > 20 && looser > 4 && planted > 20);
}

/// A pool in which names hold the signs that combinations are written with.
const SIGNS: &str = "id,R & D,a=b,combination\n\
    p1,x,y & z,u\np2,x,y & z,u\n\
    1,x & y,z,u\n2,x & y,y & z,u\n3,x,z,u\n4,x,y & z,u\n5,x & y,z,v=w\n6,x & y,y & z,v=w\n7,x,z,v=w\n8,x & R & D=x,y & z,v=w\n9,\"x, y\",\"q\"\"r\",u\n";

#[test]
fn names_with_signs_are_spelled_so_that_they_are_read_as_meant() {
    let rows = "R & D,x,2,2\nR & D,x & y,0,9\nR & D,x & R & D=x,0,9\nR & D,\"x, y\",0,9\na=b,z,0,9\na=b,y & z,0,9\n\
        a=b,\"q\"\"r\",0,9\ncombination,u,0,9\ncombination,v=w,0,9\n";
    let table = read_csv("pool.csv", SIGNS.as_bytes()).unwrap();
    let settings = Settings::of_size(2);
    let instance = read(&format!("feature,value,min,max\n{rows}"), &table, &settings);
    let panel: Vec<usize> =
        (0..instance.members().len()).filter(|&m| instance.members()[m].id.starts_with('p')).collect();
    let ground = Ground::new(&Case { instance: &instance, panel: &panel, elsewhere: &[], barred: &[] });
    let pool = Pool { instance: &instance, table: &table, settings: &settings };
    let can: Vec<usize> = ground.kinds().iter().flat_map(|kind| kind.members.clone()).collect();
    assert_eq!(can.len(), 9);
    let mut cases = 0;
    for people in subsets(&can).filter(|people| (1..=3).contains(&people.len())) {
        let counts = ground.composition(&people).unwrap();
        let text = quotas_exact(&ground, &counts, pool).unwrap();
        let record = read(&text, &table, &pool.settings_of(&ground, people.len()));
        let mut people = people;
        people.sort_unstable();
        assert_eq!(panels(&record), [people], "{text}");
        cases += 1;
    }
    assert_eq!(cases, 9 + 36 + 84);
}
