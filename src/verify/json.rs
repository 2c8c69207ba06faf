//! JSON without leniency: no doubled, unknown or missing keys, no lists in place of objects, only whole numbers below 2^53.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::io::{BufReader, Read};
use std::marker::PhantomData;

use serde::de::value::MapAccessDeserializer;
use serde::de::{DeserializeOwned, Deserializer, Error, MapAccess, Visitor};
use serde::{Deserialize, de};

use super::packed::{Packed, Panels};
use super::stream::{Ended, Stream, not_utf8};

/// Numbers at least this large cannot be told apart by every program that reads JSON.
pub(super) const NUMBER_LIMIT: u64 = 1 << 53;

/// A whole number from 1 and below 2^53, in decimal without leading zeros.
pub(super) fn decimal(text: &str) -> Option<u64> {
    let decimal = text.bytes().all(|byte| byte.is_ascii_digit()) && !text.starts_with('0');
    text.parse().ok().filter(|number| decimal && *number < NUMBER_LIMIT)
}

/// A text of a file, or why its bytes are not one.
pub(super) fn text<'a>(name: &str, bytes: &'a [u8]) -> Result<&'a str, String> {
    if bytes.starts_with(b"\xef\xbb\xbf") {
        return Err(format!("{name} begins with a byte-order mark"));
    }
    std::str::from_utf8(bytes).map_err(|error| not_utf8(name, error.valid_up_to() as u64))
}

/// Reads a whole file as one JSON object.
pub(super) fn parse<T: DeserializeOwned>(name: &str, bytes: &[u8]) -> Result<T, String> {
    let text = text(name, bytes)?;
    serde_json::from_str::<Object<T>>(text).map(|object| object.0).map_err(|error| format!("{name}: {error}"))
}

/// Reads a whole file as one JSON object without holding its text, and gives what is known of the file besides.
///
/// # Errors
///
/// Why the file cannot be read at all.
pub(super) fn parse_stream<T: DeserializeOwned>(
    name: &str,
    stream: Stream<impl Read>,
) -> Result<(Ended, Result<T, String>), String> {
    let mut reader = BufReader::with_capacity(1 << 18, stream);
    let object = serde_json::from_reader::<_, Object<T>>(&mut reader);
    let ended = reader.into_inner().end(name)?;
    let object = match &ended.not_text {
        Some(why) => Err(why.clone()),
        None => object.map(|object| object.0).map_err(|error| format!("{name}: {error}")),
    };
    Ok((ended, object))
}

/// A `T` that is written as a JSON object. (By itself, a derived reader would also take a list of the values.)
pub(super) struct Object<T>(pub(super) T);

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Object<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct OnlyMaps<T>(PhantomData<T>);
        impl<'de, T: Deserialize<'de>> Visitor<'de> for OnlyMaps<T> {
            type Value = Object<T>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }
            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
                T::deserialize(MapAccessDeserializer::new(map)).map(Object)
            }
        }
        deserializer.deserialize_map(OnlyMaps(PhantomData))
    }
}

/// A whole number below 2^53.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Whole(pub(super) u64);

impl<'de> Deserialize<'de> for Whole {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct OnlyWhole;
        impl Visitor<'_> for OnlyWhole {
            type Value = Whole;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a whole number below 2^53")
            }
            fn visit_u64<E: Error>(self, number: u64) -> Result<Whole, E> {
                if number < NUMBER_LIMIT {
                    Ok(Whole(number))
                } else {
                    Err(E::invalid_value(de::Unexpected::Unsigned(number), &self))
                }
            }
        }
        deserializer.deserialize_u64(OnlyWhole)
    }
}

/// A list of whole numbers below 2^53.
pub(super) fn wholes<'de, D: Deserializer<'de>, T: Default + Extend<u64>>(deserializer: D) -> Result<T, D::Error> {
    struct Numbers<T>(PhantomData<T>);
    impl<'de, T: Default + Extend<u64>> Visitor<'de> for Numbers<T> {
        type Value = T;
        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a list of whole numbers")
        }
        fn visit_seq<A: de::SeqAccess<'de>>(self, mut list: A) -> Result<T, A::Error> {
            let mut numbers = T::default();
            while let Some(Whole(number)) = list.next_element()? {
                numbers.extend([number]);
            }
            Ok(numbers)
        }
    }
    deserializer.deserialize_seq(Numbers(PhantomData))
}

/// A list of lists of whole numbers below 2^53, packed one by one.
pub(super) fn packed<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Panels, D::Error> {
    struct List;
    impl<'de> Visitor<'de> for List {
        type Value = Panels;
        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a list of lists")
        }
        fn visit_seq<A: de::SeqAccess<'de>>(self, mut list: A) -> Result<Panels, A::Error> {
            let mut lists = Panels::default();
            while let Some(Numbers(numbers)) = list.next_element()? {
                lists.push(&numbers, 0);
            }
            Ok(lists)
        }
    }
    struct Numbers(Packed);
    impl<'de> Deserialize<'de> for Numbers {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            wholes(deserializer).map(Numbers)
        }
    }
    deserializer.deserialize_seq(List)
}

/// A list of lists of whole numbers below 2^53.
pub(super) fn lists<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Vec<u64>>, D::Error> {
    Ok(Vec::<Vec<Whole>>::deserialize(deserializer)?
        .into_iter()
        .map(|list| list.into_iter().map(|Whole(number)| number).collect())
        .collect())
}

/// A value or `null`. (Named at a field, it makes the field's absence an error, which `Option` by itself would not.)
pub(super) fn nullable<'de, D: Deserializer<'de>, T: Deserialize<'de>>(deserializer: D) -> Result<Option<T>, D::Error> {
    Option::deserialize(deserializer)
}

/// Any value whose objects have no doubled key, and whose numbers are whole and below 2^53. What it is does not matter.
pub(super) struct Anything;

impl<'de> Deserialize<'de> for Anything {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct OnceEach;
        impl<'de> Visitor<'de> for OnceEach {
            type Value = Anything;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a value without numbers but whole ones below 2^53")
            }
            fn visit_bool<E: Error>(self, _: bool) -> Result<Anything, E> {
                Ok(Anything)
            }
            fn visit_u64<E: Error>(self, number: u64) -> Result<Anything, E> {
                if number >= NUMBER_LIMIT {
                    return Err(E::invalid_value(de::Unexpected::Unsigned(number), &self));
                }
                Ok(Anything)
            }
            fn visit_str<E: Error>(self, _: &str) -> Result<Anything, E> {
                Ok(Anything)
            }
            fn visit_unit<E: Error>(self) -> Result<Anything, E> {
                Ok(Anything)
            }
            fn visit_seq<A: de::SeqAccess<'de>>(self, mut list: A) -> Result<Anything, A::Error> {
                while list.next_element::<Anything>()?.is_some() {}
                Ok(Anything)
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Anything, A::Error> {
                let mut keys = BTreeSet::new();
                while let Some((key, Anything)) = map.next_entry::<String, Anything>()? {
                    if let Some(twice) = keys.replace(key) {
                        return Err(A::Error::custom(format!("duplicate key `{twice}`")));
                    }
                }
                Ok(Anything)
            }
        }
        deserializer.deserialize_any(OnceEach)
    }
}

/// An object whose keys and values are texts; a doubled key is refused.
pub(super) fn texts<'de, D: Deserializer<'de>>(deserializer: D) -> Result<BTreeMap<String, String>, D::Error> {
    struct OnceEach;
    impl<'de> Visitor<'de> for OnceEach {
        type Value = BTreeMap<String, String>;
        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("an object of texts")
        }
        fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
            let mut entries = BTreeMap::new();
            while let Some((key, value)) = map.next_entry::<String, String>()? {
                if entries.contains_key(&key) {
                    return Err(A::Error::custom(format!("duplicate key `{key}`")));
                }
                entries.insert(key, value);
            }
            Ok(entries)
        }
    }
    deserializer.deserialize_map(OnceEach)
}
