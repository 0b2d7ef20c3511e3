//! Tables made ready before the program is built, so that a start need not read the texts of `rules/`.
//!
//! Owns: the form of the files in `rules/compiled/`: the digest of all that a table was made from, then the table in postcard; and a
//! table of words that is looked up where it lies ([`Words`]), since copying thirty thousand words out costs more than a page does.
//! Leaves to: each layer its own table, and the way from the texts, which every table still goes where its file is older than they are.
//!
//! `DEMARCHE_UPDATE=1 cargo test` rewrites the files; a test compares each with what the texts give.

use rustc_hash::FxHashMap;
use serde::de::Error as _;
use serde::ser::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Bytes of the digest before a table.
const DIGEST: usize = 8;

/// The table in `file`; nothing where it was made from other sources than those of `digest`.
pub fn read<T: Deserialize<'static>>(file: &'static [u8], digest: &str) -> Option<T> {
    let table = file.strip_prefix(digest.as_bytes().get(..DIGEST)?)?;
    postcard::from_bytes(table).ok()
}

/// The bytes of a file with `table`.
///
/// # Errors
/// Where the table has a form that postcard cannot hold, a map of unknown length for one.
pub fn write<T: Serialize>(table: &T, digest: &str) -> Result<Vec<u8>, postcard::Error> {
    let mut file = digest.as_bytes()[..DIGEST.min(digest.len())].to_vec();
    file.extend(postcard::to_stdvec(table)?);
    Ok(file)
}

/// Values by words, in a file: places of records by the hash of their word (four bytes each, little end first, as many as a power of two
/// so that half stay free; 0 for a free one), then the records, each a word and its value in postcard. The last byte of a place is
/// of the hash: most words that are not there are known by it.
#[derive(Clone, Copy)]
struct Table {
    places: &'static [[u8; 4]],
    records: &'static [u8],
}

impl Table {
    /// The table whose file part is `places` and `records`, as [`Table::parts`] made them.
    fn new(places: &'static [u8], records: &'static [u8]) -> Option<Self> {
        let (places, rest) = places.as_chunks();
        (places.len().is_power_of_two() && rest.is_empty()).then_some(Self { places, records })
    }

    /// Places and records of a table with `pairs`, whose words are all different.
    ///
    /// # Errors
    /// Where a value has a form that postcard cannot hold.
    fn parts<V: Serialize>(pairs: &[(&str, V)]) -> Result<(Vec<u8>, Vec<u8>), postcard::Error> {
        let room = (pairs.len() * 2).next_power_of_two();
        let mut places = vec![[0; 4]; room];
        // No record stands at 0.
        let mut records = vec![0];
        for pair in pairs {
            let hash = hash([pair.0.as_bytes()]);
            let mut slot = hash as usize & (room - 1);
            while places[slot] != [0; 4] {
                slot = (slot + 1) & (room - 1);
            }
            // Sixteen million bytes are as far as three reach.
            if records.len() >= 1 << 24 {
                return Err(postcard::Error::SerializeBufferFull);
            }
            let [a, b, c, _] = (records.len() as u32).to_le_bytes();
            places[slot] = [a, b, c, tag(hash)];
            records.extend(postcard::to_stdvec(pair)?);
        }
        Ok((places.concat(), records))
    }

    /// The value of `word`.
    fn get<V: Deserialize<'static>>(&self, word: &str) -> Option<V> {
        let mask = self.places.len() - 1;
        let hash = hash([word.as_bytes()]);
        let mut slot = hash as usize & mask;
        // A full table would have no end; ours is at most half full.
        for _ in 0..=mask {
            let [a, b, c, found] = self.places[slot];
            let at = u32::from_le_bytes([a, b, c, 0]) as usize;
            if at == 0 {
                return None;
            }
            if found == tag(hash)
                && let Some(value) = behind(word, self.records.get(at..)?)
            {
                return postcard::take_from_bytes(value).ok().map(|(value, _)| value);
            }
            slot = (slot + 1) & mask;
        }
        None
    }

    /// All pairs, in the order in which they were given.
    fn pairs<V: Deserialize<'static>>(&self) -> impl Iterator<Item = (&'static str, V)> {
        let mut rest = self.records.get(1..).unwrap_or_default();
        std::iter::from_fn(move || {
            let (pair, behind) = postcard::take_from_bytes(rest).ok()?;
            rest = behind;
            Some(pair)
        })
    }
}

/// What stands behind `word` in a record that begins with it.
fn behind(word: &str, record: &'static [u8]) -> Option<&'static [u8]> {
    // in postcard the length of a short word is one byte
    if let Some((length, rest)) = record.split_first()
        && *length < 0x80
    {
        return rest.strip_prefix(word.as_bytes()).filter(|_| usize::from(*length) == word.len());
    }
    // As bytes: a text would be looked through for what is no UTF-8.
    let (found, value) = postcard::take_from_bytes::<&[u8]>(record).ok()?;
    (found == word.as_bytes()).then_some(value)
}

/// Values by words: looked up in a compiled table where it lies, until somebody changes one; from then on in a map.
///
/// Values are handed out, not lent: in the table they are only bytes.
#[derive(Clone)]
pub struct Words<V> {
    table: Option<Table>,
    map: FxHashMap<Box<str>, V>,
}

impl<V> Default for Words<V> {
    fn default() -> Self {
        Words {
            table: None,
            map: FxHashMap::default(),
        }
    }
}

impl<V: Clone + Deserialize<'static>> Words<V> {
    /// The value of `word`.
    pub fn get(&self, word: &str) -> Option<V> {
        match &self.table {
            Some(table) => table.get(word),
            None => self.map.get(word).cloned(),
        }
    }

    /// All values, to be changed: they are taken out of the table.
    pub fn map(&mut self) -> &mut FxHashMap<Box<str>, V> {
        if let Some(table) = self.table.take() {
            self.map = table.pairs().map(|(word, value)| (word.into(), value)).collect();
        }
        &mut self.map
    }
}

/// The two parts of a [`Table`] in a file.
#[derive(Serialize, Deserialize)]
struct Parts<'s> {
    places: &'s [u8],
    records: &'s [u8],
}

impl<V: Serialize> Serialize for Words<V> {
    /// # Errors
    /// Where the words are in a table already, since only what was read from texts is compiled.
    #[allow(clippy::disallowed_methods, reason = "sorted before it is written")]
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        if self.table.is_some() {
            return Err(S::Error::custom("the words were compiled before"));
        }
        let mut pairs: Vec<(&str, &V)> = self.map.iter().map(|(word, value)| (&**word, value)).collect();
        pairs.sort_by_key(|(word, _)| *word);
        let (places, records) = Table::parts(&pairs).map_err(S::Error::custom)?;
        let parts = Parts {
            places: &places,
            records: &records,
        };
        parts.serialize(to)
    }
}

impl<'de: 'static, V> Deserialize<'de> for Words<V> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let parts = Parts::deserialize(from)?;
        let table = Table::new(parts.places, parts.records).ok_or_else(|| D::Error::custom("no table"))?;
        Ok(Words {
            table: Some(table),
            map: FxHashMap::default(),
        })
    }
}

/// For `#[serde(with = "compiled::texts")]`: texts that stay where they stand in a file.
pub mod texts {
    use serde::{Deserialize, Deserializer, Serialize, Serializer};
    use std::borrow::Cow;

    /// Writes them.
    pub fn serialize<S: Serializer>(texts: &[Cow<'static, str>], to: S) -> Result<S::Ok, S::Error> {
        texts.serialize(to)
    }

    /// Borrows them.
    pub fn deserialize<'de: 'static, D: Deserializer<'de>>(from: D) -> Result<Vec<Cow<'static, str>>, D::Error> {
        let texts = Vec::<&'static str>::deserialize(from)?;
        Ok(texts.into_iter().map(Cow::Borrowed).collect())
    }
}

/// A hash that gives tomorrow what it gave when the file was written, which no hash map promises. Eight bytes at a time, as many as most
/// words have, are multiplied by a large odd number without a pattern.
pub fn hash<const N: usize>(parts: [&[u8]; N]) -> u32 {
    let step = |hash: u64, eight: u64| {
        let hash = (hash ^ eight).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        hash ^ (hash >> 32)
    };
    let of = |hash: u64, part: &[u8]| {
        let hash = step(hash, part.len() as u64);
        if let Some(last) = part.last_chunk() {
            // what is no full eight is seen with some bytes before it
            let hash = part
                .as_chunks()
                .0
                .iter()
                .fold(hash, |hash, eight| step(hash, u64::from_le_bytes(*eight)));
            return step(hash, u64::from_le_bytes(*last));
        }
        match (part.first_chunk(), part.last_chunk()) {
            (Some(first), Some(last)) => {
                let (first, last) = (u32::from_le_bytes(*first), u32::from_le_bytes(*last));
                step(hash, u64::from(first) | u64::from(last) << 32)
            }
            _ => step(hash, part.iter().fold(0, |all, byte| all << 8 | u64::from(*byte))),
        }
    };
    let hash = parts.into_iter().fold(0, of);
    (hash >> 16) as u32
}

/// The part of a hash that stands beside a place.
fn tag(hash: u32) -> u8 {
    (hash >> 24) as u8
}

/// For `#[serde(with = "compiled::map")]`: a small map, in the order of its keys, so that the same table gives the same bytes.
pub mod map {
    use rustc_hash::FxHashMap;
    use serde::{Deserialize, Deserializer, Serialize, Serializer};
    use std::hash::Hash;

    /// Writes pairs, sorted.
    #[allow(clippy::disallowed_methods, reason = "sorted before it is written")]
    pub fn serialize<K: Ord + Serialize, V: Serialize, S: Serializer>(map: &FxHashMap<K, V>, to: S) -> Result<S::Ok, S::Error> {
        let mut pairs: Vec<(&K, &V)> = map.iter().collect();
        pairs.sort_by_key(|(key, _)| *key);
        pairs.serialize(to)
    }

    /// Reads pairs.
    pub fn deserialize<'de, K, V, D>(from: D) -> Result<FxHashMap<K, V>, D::Error>
    where
        K: Eq + Hash + Deserialize<'de>,
        V: Deserialize<'de>,
        D: Deserializer<'de>,
    {
        let pairs = Vec::<(K, V)>::deserialize(from)?;
        Ok(pairs.into_iter().collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_gives_what_was_put_in_and_nothing_else() {
        let mut words: Vec<String> = (0..500).map(|n| format!("w{n}")).collect();
        words.push("long".repeat(60));
        let pairs: Vec<(&str, usize)> = words.iter().map(String::as_str).zip(7..).collect();
        let (places, records) = Table::parts(&pairs).expect("plain values");
        let table = Table::new(places.leak(), records.leak()).expect("a table");
        for (word, value) in &pairs {
            assert_eq!(table.get::<usize>(word), Some(*value), "{word}");
        }
        assert_eq!(table.get::<usize>("w500"), None);
        assert_eq!(table.get::<usize>(""), None);
        assert_eq!(table.pairs::<usize>().collect::<Vec<_>>(), pairs);
    }

    #[test]
    fn a_file_of_other_sources_or_of_garbage_is_none() {
        let file: &'static [u8] = write(&vec![1_u32, 2], "0badcafe").expect("plain values").leak();
        assert_eq!(read::<Vec<u32>>(file, "0badcafe"), Some(vec![1, 2]));
        assert_eq!(read::<Vec<u32>>(file, "0badcaff"), None);
        assert_eq!(read::<Vec<u32>>(b"0badcafe\xff\xff", "0badcafe"), None);
        assert_eq!(read::<Vec<u32>>(b"", "0badcafe"), None);
        assert!(Table::new(&[0; 12], b"").is_none() && Table::new(&[0; 5], b"").is_none());
    }
}
