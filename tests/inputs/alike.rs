//! Member types and classes against their definition in `docs/certificate.md`, written out for two members at a time.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use klero::instance::{Instance, Person, Settings, Standing, build};
use klero::read::read_csv;
use klero::types::{Typed, typed};
use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::SeedableRng;

use super::agreement::{below, pick};

const CATEGORIES: [(&str, &[&str]); 2] = [("sex", &["f", "m"]), ("age", &["old", "young"])];

/// A random small pool, as rows of id, sex, age and address, and its settings.
fn pool(rng: &mut ChaCha20Rng) -> (Vec<[String; 4]>, Settings) {
    let members = 2 + below(rng, 9);
    let homes = 1 + below(rng, 4);
    let values = 1 + below(rng, 2);
    let rows = (0..members).map(|index| {
        let home = below(rng, homes + 1).checked_sub(1).map(|home| format!("home {home}")).unwrap_or_default();
        [
            format!("p{index}"),
            pick(rng, &CATEGORIES[0].1[..values]).to_owned(),
            pick(rng, CATEGORIES[1].1).to_owned(),
            home,
        ]
    });
    let rows: Vec<[String; 4]> = rows.collect();
    let mut settings = Settings::of_size(1);
    settings.household_columns.push("address".to_owned());
    let person = |index: usize| Person::Id(format!("p{index}"));
    for index in 0..members {
        match below(rng, 8) {
            0 if settings.include.is_empty() => settings.include.push(person(index)),
            1 if settings.exclude.len() + 1 < members => settings.exclude.push(person(index)),
            _ => {}
        }
    }
    for _ in 0..below(rng, 3) / 2 + below(rng, 2) {
        let (one, other) = (below(rng, members), below(rng, members));
        if one != other {
            settings.apart.push(vec![person(one), person(other)]);
        }
    }
    (rows, settings)
}

/// The instance of some rows; quotas from last to first if `turned`.
fn instance(rows: &[[String; 4]], settings: &Settings, turned: bool) -> Instance {
    let mut quotas: Vec<String> = Vec::new();
    for (category, values) in CATEGORIES {
        quotas.extend(values.iter().map(|value| format!("{category},{value},0,9")));
    }
    if turned {
        quotas.reverse();
    }
    let quotas = format!("feature,value,min,max\n{}\n", quotas.join("\n"));
    let mut pool = String::from("id,sex,age,address\n");
    for row in rows {
        writeln!(pool, "{}", row.join(",")).unwrap();
    }
    let table = |name: &str, text: &str| read_csv(name, text.as_bytes()).unwrap();
    build(&table("quotas.csv", &quotas), &table("pool.csv", &pool), settings).unwrap().instance
}

/// What the rules see of a member, the household aside. `None` for the identity of somebody who is not to be kept apart.
fn seen(instance: &Instance, member: usize) -> (Vec<usize>, Standing, Option<usize>) {
    let identity = instance.apart().iter().any(|group| group.contains(&member)).then_some(member);
    (instance.members()[member].values.clone(), instance.members()[member].standing, identity)
}

/// The definition, for two members.
fn alike(instance: &Instance, one: usize, other: usize) -> bool {
    if one == other {
        return true;
    }
    let named = |member: usize| instance.apart().iter().flatten().any(|&named| named == member);
    let house = |member: usize| instance.households().iter().find(|house| house.contains(&member));
    let same_households = match (house(one), house(other)) {
        (None, None) => true,
        (Some(one), Some(other)) => {
            let all = one.iter().chain(other).map(|&member| seen(instance, member));
            let count =
                |house: &Vec<usize>, what| house.iter().filter(|&&member| seen(instance, member) == what).count();
            all.into_iter().all(|what| count(one, what.clone()) == count(other, what))
        }
        _ => false,
    };
    let (a, b) = (&instance.members()[one], &instance.members()[other]);
    a.values == b.values && a.standing == b.standing && !named(one) && !named(other) && same_households
}

/// What is wrong with types and classes; `None` when nothing is.
fn fault(instance: &Instance, typed: &Typed) -> Option<&'static str> {
    let members = instance.members().len();
    let mut type_of = BTreeMap::new();
    for (kind, group) in typed.types.iter().enumerate() {
        for &member in &group.members {
            let fits = instance.members()[member].values == group.values
                && instance.members()[member].standing == group.standing;
            if !fits || type_of.insert(member, kind).is_some() {
                return Some("a member has two types, or one that does not fit");
            }
        }
        if !group.members.is_sorted_by(|a, b| a < b) {
            return Some("the members of a type are not in order");
        }
    }
    if type_of.len() != members || typed.types.iter().any(|group| group.members.is_empty()) {
        return Some("a member has no type, or a type no member");
    }
    let pairs = (0..members).flat_map(|one| (0..members).map(move |other| (one, other)));
    if pairs.into_iter().any(|(one, other)| alike(instance, one, other) != (type_of[&one] == type_of[&other])) {
        return Some("two members are of one type and not alike, or alike and not of one type");
    }
    let mut seated = vec![0; members];
    let mut kinds: Vec<usize> = Vec::new();
    for class in &typed.classes {
        let mut houses: Vec<Vec<usize>> = vec![Vec::new(); class.houses];
        for kind in &class.kinds {
            kinds.push(kind.kind);
            if kind.people.len() != class.houses
                || kind.people.iter().any(|people| people.len() != kind.people[0].len())
            {
                return Some("a kind has not equally many people in each household");
            }
            let mut all = kind.people.concat();
            all.sort_unstable();
            if all != typed.types[kind.kind].members {
                return Some("a kind is not its type");
            }
            for (house, people) in houses.iter_mut().zip(&kind.people) {
                house.extend(people);
            }
        }
        for mut house in houses {
            house.sort_unstable();
            house.iter().for_each(|&member| seated[member] += 1);
            if house.len() != 1 && !instance.households().contains(&house) {
                return Some("a class holds people together who are no household");
            }
            if house.len() == 1 && instance.households().iter().flatten().any(|&member| member == house[0]) {
                return Some("a class holds somebody alone who is not");
            }
        }
        if !class.kinds.is_sorted_by(|a, b| a.kind < b.kind) {
            return Some("the kinds of a class are not in order");
        }
    }
    kinds.sort_unstable();
    if seated.iter().any(|&times| times != 1) || !kinds.into_iter().eq(0..typed.types.len()) {
        return Some("the classes are no partition");
    }
    if !typed.classes.is_sorted_by_key(|class| class.kinds[0].kind) {
        return Some("the classes are not in order");
    }
    None
}

/// The first fault among many random pools, with types as `change` leaves them.
fn first_fault(change: fn(&Instance, &mut Typed)) -> Option<&'static str> {
    let mut rng = ChaCha20Rng::seed_from_u64(4);
    (0..3000).find_map(|_| {
        let (rows, settings) = pool(&mut rng);
        let instance = instance(&rows, &settings, false);
        let mut typed = typed(&instance);
        change(&instance, &mut typed);
        fault(&instance, &typed)
    })
}

#[test]
fn two_members_are_of_one_type_exactly_when_they_are_alike() {
    assert_eq!(first_fault(|_, _| {}), None);
}

#[test]
fn wrong_types_and_classes_are_caught() {
    // A standing that is overlooked.
    let caught = first_fault(|_, typed| typed.types.iter_mut().for_each(|group| group.standing = Standing::Open));
    assert_eq!(caught, Some("a member has two types, or one that does not fit"));
    // Two types with the same values taken for one.
    let caught = first_fault(|_, typed| {
        let same = |a: &usize, b: &usize| {
            (&typed.types[*a].values, typed.types[*a].standing) == (&typed.types[*b].values, typed.types[*b].standing)
        };
        let Some(second) = (1..typed.types.len()).find(|b| same(&(b - 1), b)) else { return };
        let moved = std::mem::take(&mut typed.types[second].members);
        typed.types.remove(second);
        typed.types[second - 1].members.extend(moved);
        typed.types[second - 1].members.sort_unstable();
    });
    assert_eq!(caught, Some("two members are of one type and not alike, or alike and not of one type"));
    // Households in another order for the second kind.
    let caught = first_fault(|_, typed| {
        if let Some(kind) = typed.classes.iter_mut().find_map(|class| class.kinds.get_mut(1)) {
            kind.people.reverse();
        }
    });
    assert_eq!(caught, Some("a class holds people together who are no household"));
    // People of one kind unequally spread.
    let caught = first_fault(|_, typed| {
        for kind in typed.classes.iter_mut().flat_map(|class| &mut class.kinds).filter(|kind| kind.people.len() > 1) {
            let moved = kind.people[0].pop();
            kind.people[1].extend(moved);
        }
    });
    assert_eq!(caught, Some("a kind has not equally many people in each household"));
    // A class that is lost.
    assert_eq!(first_fault(|_, typed| drop(typed.classes.pop())), Some("the classes are no partition"));
}

/// Types and classes by identifiers, with the names of the values.
fn by_name(instance: &Instance) -> String {
    let typed = typed(instance);
    let id = |&member: &usize| instance.members()[member].id.as_str();
    let mut text = String::new();
    for group in &typed.types {
        let mut values: Vec<String> = Vec::new();
        for (category, &value) in instance.categories().iter().zip(&group.values) {
            values.push(format!("{}={}", category.name, category.values[value].name));
        }
        values.sort_unstable();
        let ids: Vec<&str> = group.members.iter().map(id).collect();
        writeln!(text, "{values:?} {:?} {ids:?}", group.standing).unwrap();
    }
    writeln!(text, "{:?}", typed.classes).unwrap();
    text
}

/// Whether what is seen of an instance stays the same whatever the order of the pool's rows and of the quotas' rows is.
fn order_is_irrelevant(see: fn(&Instance) -> String) -> bool {
    let mut rng = ChaCha20Rng::seed_from_u64(5);
    (0..300).all(|_| {
        let (mut rows, mut settings) = pool(&mut rng);
        let before = see(&instance(&rows, &settings, false));
        rows.reverse();
        settings.apart.reverse();
        before == see(&instance(&rows, &settings, true))
    })
}

#[test]
fn the_order_of_rows_is_irrelevant_to_types() {
    assert!(order_is_irrelevant(by_name));
    // Planted: types in the order of the quotas file's values.
    assert!(!order_is_irrelevant(|instance| {
        let mut values: Vec<Vec<usize>> = typed(instance).types.into_iter().map(|group| group.values).collect();
        values.sort_unstable();
        let name = |(category, value): (usize, &usize)| instance.categories()[category].values[*value].name.as_str();
        values.iter().flat_map(|values| values.iter().enumerate().map(name)).collect()
    }));
}
