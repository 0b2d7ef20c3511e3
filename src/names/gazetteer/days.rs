//! Days in a compiled table: as numbers, since texts of four thousand days take longer to read than a page.

use jiff::civil::Date;
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

pub fn serialize<S: Serializer>(day: &Option<Date>, serializer: S) -> Result<S::Ok, S::Error> {
    day.map(|day| (day.year(), day.month(), day.day())).serialize(serializer)
}

pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Date>, D::Error> {
    let parts: Option<(i16, i8, i8)> = Option::deserialize(deserializer)?;
    parts
        .map(|(year, month, day)| Date::new(year, month, day))
        .transpose()
        .map_err(D::Error::custom)
}
