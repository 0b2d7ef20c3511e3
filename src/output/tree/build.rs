//! From our types into a tree, by way of serde.

use super::{Entry, Held, Tree};
use serde::ser::{Error as _, Impossible, Serialize, SerializeSeq, SerializeStruct, Serializer};
use serde_json::{Error, Number};

/// Writes values behind what a tree holds.
pub(super) struct Builder<'t> {
    tree: &'t mut Tree,
    /// The name that the next value has.
    name: &'static str,
}

/// An array or an object whose end is not there yet.
pub(super) struct Open<'b, 't> {
    builder: &'b mut Builder<'t>,
    at: usize,
    held: u32,
}

impl<'t> Builder<'t> {
    pub(super) fn new(tree: &'t mut Tree) -> Self {
        Self { tree, name: "" }
    }

    fn put(&mut self, held: Held) -> Result<(), Error> {
        let next = u32::try_from(self.tree.entries.len() + 1).map_err(Error::custom)?;
        let name = std::mem::take(&mut self.name);
        self.tree.entries.push(Entry { name, held, next });
        Ok(())
    }

    fn open(&mut self) -> Result<Open<'_, 't>, Error> {
        let at = self.tree.entries.len();
        self.put(Held::Null)?;
        Ok(Open {
            builder: self,
            at,
            held: 0,
        })
    }
}

impl Open<'_, '_> {
    fn add<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Result<(), Error> {
        self.held += 1;
        self.builder.name = name;
        value.serialize(&mut *self.builder)
    }

    fn close(self, as_what: impl FnOnce(u32) -> Held) -> Result<(), Error> {
        let entries = &mut self.builder.tree.entries;
        let next = u32::try_from(entries.len()).map_err(Error::custom)?;
        let entry = &mut entries[self.at];
        (entry.held, entry.next) = (as_what(self.held), next);
        Ok(())
    }
}

impl SerializeSeq for Open<'_, '_> {
    type Ok = ();
    type Error = Error;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        self.add("", value)
    }

    fn end(self) -> Result<(), Error> {
        self.close(Held::Array)
    }
}

impl SerializeStruct for Open<'_, '_> {
    type Ok = ();
    type Error = Error;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Result<(), Error> {
        self.add(name, value)
    }

    fn end(self) -> Result<(), Error> {
        self.close(Held::Object)
    }
}

/// What no record holds.
fn unknown<T>(what: &str) -> Result<T, Error> {
    Err(Error::custom(format!("no record holds {what}")))
}

macro_rules! numbers {
    ($($name:ident: $of:ty),+) => { $(fn $name(self, value: $of) -> Result<(), Error> { self.put(Held::Number(Number::from(value))) })+ };
}

impl<'b, 't> Serializer for &'b mut Builder<'t> {
    type Ok = ();
    type Error = Error;
    type SerializeSeq = Open<'b, 't>;
    type SerializeStruct = Open<'b, 't>;
    type SerializeTuple = Impossible<(), Error>;
    type SerializeTupleStruct = Impossible<(), Error>;
    type SerializeTupleVariant = Impossible<(), Error>;
    type SerializeMap = Impossible<(), Error>;
    type SerializeStructVariant = Impossible<(), Error>;

    numbers!(serialize_i8: i8, serialize_i16: i16, serialize_i32: i32, serialize_i64: i64);
    numbers!(serialize_u8: u8, serialize_u16: u16, serialize_u32: u32, serialize_u64: u64);

    fn serialize_f32(self, value: f32) -> Result<(), Error> {
        self.serialize_f64(f64::from(value))
    }

    fn serialize_f64(self, value: f64) -> Result<(), Error> {
        self.put(Number::from_f64(value).map_or(Held::Null, Held::Number))
    }

    fn serialize_bool(self, value: bool) -> Result<(), Error> {
        self.put(Held::Bool(value))
    }

    fn serialize_char(self, value: char) -> Result<(), Error> {
        self.serialize_str(value.encode_utf8(&mut [0; 4]))
    }

    fn serialize_str(self, value: &str) -> Result<(), Error> {
        let from = self.tree.words.len();
        let to = u32::try_from(from + value.len()).map_err(Error::custom)?;
        self.tree.words.push_str(value);
        self.put(Held::Words(from as u32, to))
    }

    fn serialize_none(self) -> Result<(), Error> {
        self.put(Held::Null)
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Error> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<(), Error> {
        self.put(Held::Null)
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<(), Error> {
        self.put(Held::Null)
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Result<(), Error> {
        self.serialize_str(variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Result<(), Error> {
        value.serialize(self)
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Open<'b, 't>, Error> {
        self.open()
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Open<'b, 't>, Error> {
        self.open()
    }

    fn serialize_bytes(self, _: &[u8]) -> Result<(), Error> {
        unknown("bytes")
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(self, _: &'static str, _: u32, _: &'static str, _: &T) -> Result<(), Error> {
        unknown("a variant with a value")
    }

    fn serialize_tuple(self, _: usize) -> Result<Self::SerializeTuple, Error> {
        unknown("a tuple")
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Self::SerializeTupleStruct, Error> {
        unknown("a tuple")
    }

    fn serialize_tuple_variant(self, _: &'static str, _: u32, _: &'static str, _: usize) -> Result<Self::SerializeTupleVariant, Error> {
        unknown("a variant with a tuple")
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Self::SerializeMap, Error> {
        unknown("a map")
    }

    fn serialize_struct_variant(self, _: &'static str, _: u32, _: &'static str, _: usize) -> Result<Self::SerializeStructVariant, Error> {
        unknown("a variant with fields")
    }
}
