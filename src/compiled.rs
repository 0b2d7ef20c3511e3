//! Tables made ready before the program is built, so that a start need not read the texts of `rules/`.
//!
//! Owns: the form of the files in `rules/compiled/`: the digest of all that a table was made from, then the table in postcard.
//! Leaves to: each layer its own table, and the way from the texts, which every table still goes where its file is older than they are.
//!
//! `DEMARCHE_UPDATE=1 cargo test` rewrites the files; a test compares each with what the texts give.

use serde::{Deserialize, Serialize};

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

/// For `#[serde(with = "compiled::map")]`: a map in the order of its keys, so that the same table gives the same bytes, and read with
/// all its room at once.
pub mod map {
    use rustc_hash::{FxBuildHasher, FxHashMap};
    use serde::de::{SeqAccess, Visitor};
    use serde::{Deserialize, Deserializer, Serialize, Serializer};
    use std::fmt;
    use std::hash::Hash;
    use std::marker::PhantomData;

    /// Writes pairs, sorted.
    #[allow(clippy::disallowed_methods, reason = "sorted before it is written")]
    pub fn serialize<K: Ord + Serialize, V: Serialize, S: Serializer>(map: &FxHashMap<K, V>, to: S) -> Result<S::Ok, S::Error> {
        let mut pairs: Vec<(&K, &V)> = map.iter().collect();
        pairs.sort_by_key(|(key, _)| *key);
        to.collect_seq(pairs)
    }

    /// Reads pairs.
    pub fn deserialize<'de, K, V, D>(from: D) -> Result<FxHashMap<K, V>, D::Error>
    where
        K: Eq + Hash + Deserialize<'de>,
        V: Deserialize<'de>,
        D: Deserializer<'de>,
    {
        from.deserialize_seq(Pairs(PhantomData))
    }

    struct Pairs<K, V>(PhantomData<(K, V)>);

    impl<'de, K: Eq + Hash + Deserialize<'de>, V: Deserialize<'de>> Visitor<'de> for Pairs<K, V> {
        type Value = FxHashMap<K, V>;

        fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
            f.write_str("pairs")
        }

        fn visit_seq<A: SeqAccess<'de>>(self, mut pairs: A) -> Result<Self::Value, A::Error> {
            let mut map = FxHashMap::with_capacity_and_hasher(pairs.size_hint().unwrap_or(0), FxBuildHasher);
            while let Some((key, value)) = pairs.next_element()? {
                map.insert(key, value);
            }
            Ok(map)
        }
    }
}
