//! What a validator asks of a tree: `jsonschema` validates any representation that answers these.

use super::{Entry, Held, Tree};
use jsonschema::JsonType;
use jsonschema::json::{Array, Json, Node, NodeIdentity, Object};
use serde_json::{Number, Value};
use std::borrow::Cow;
use std::ptr;

/// The representation, by its name for the validator.
#[derive(Clone, Copy, Debug)]
pub struct Shape;

/// A value inside a tree.
#[derive(Clone, Copy, Debug)]
pub struct At<'t> {
    tree: &'t Tree,
    at: u32,
}

/// What an array or an object holds, one after the other.
#[derive(Clone, Copy, Debug)]
pub struct Children<'t> {
    tree: &'t Tree,
    at: u32,
    left: u32,
}

impl<'t> At<'t> {
    pub(super) fn new(tree: &'t Tree, at: u32) -> Self {
        Self { tree, at }
    }

    fn entry(self) -> &'t Entry {
        &self.tree.entries[self.at as usize]
    }

    fn children(self, left: u32) -> Children<'t> {
        Children {
            tree: self.tree,
            at: self.at + 1,
            left,
        }
    }

    fn words(self) -> Option<&'t str> {
        match self.entry().held {
            Held::Words(from, to) => Some(&self.tree.words[from as usize..to as usize]),
            _ => None,
        }
    }
}

impl<'t> Iterator for Children<'t> {
    type Item = At<'t>;

    fn next(&mut self) -> Option<At<'t>> {
        self.left = self.left.checked_sub(1)?;
        let child = At::new(self.tree, self.at);
        self.at = child.entry().next;
        Some(child)
    }
}

impl Json for Shape {
    type Node<'a> = At<'a>;
    type PreparedKey = String;
    type StringBuffer = Tree;
    /// A lookup goes from member to member, so one pass over them is never dearer.
    const KEYS_PER_LOOKUP: usize = 16;

    fn prepare_key(key: &str) -> String {
        key.to_string()
    }

    fn with_string_node<T>(buffer: &mut Tree, string: &str, f: impl FnOnce(At<'_>) -> T) -> T {
        // No string of a schema is longer than 4 GB.
        *buffer = Tree::of(&string).unwrap_or_default();
        f(buffer.root())
    }
}

impl<'a> Node<'a, Shape> for At<'a> {
    type Object = Children<'a>;
    type Array = Children<'a>;
    type Number = &'a Number;

    fn as_object(&self) -> Option<Children<'a>> {
        match self.entry().held {
            Held::Object(held) => Some(self.children(held)),
            _ => None,
        }
    }

    fn as_array(&self) -> Option<Children<'a>> {
        match self.entry().held {
            Held::Array(held) => Some(self.children(held)),
            _ => None,
        }
    }

    fn as_string(&self) -> Option<Cow<'a, str>> {
        self.words().map(Cow::Borrowed)
    }

    fn as_number(&self) -> Option<&'a Number> {
        match &self.entry().held {
            Held::Number(number) => Some(number),
            _ => None,
        }
    }

    fn as_boolean(&self) -> Option<bool> {
        match self.entry().held {
            Held::Bool(value) => Some(value),
            _ => None,
        }
    }

    fn is_null(&self) -> bool {
        matches!(self.entry().held, Held::Null)
    }

    fn json_type(&self) -> JsonType {
        match self.entry().held {
            Held::Null => JsonType::Null,
            Held::Bool(_) => JsonType::Boolean,
            Held::Number(_) => JsonType::Number,
            Held::Words(..) => JsonType::String,
            Held::Array(_) => JsonType::Array,
            Held::Object(_) => JsonType::Object,
        }
    }

    fn equals_value(&self, expected: &Value) -> bool {
        match (self.words(), expected.as_str()) {
            (Some(words), Some(expected)) => words == expected,
            (None, None) => jsonschema::json::cmp::equal(&self.to_value(), expected),
            _ => false,
        }
    }

    fn to_value(&self) -> Cow<'a, Value> {
        Cow::Owned(match &self.entry().held {
            Held::Null => Value::Null,
            Held::Bool(value) => Value::Bool(*value),
            Held::Number(number) => Value::Number(number.clone()),
            Held::Words(..) => self.words().unwrap_or_default().into(),
            Held::Array(held) => self.children(*held).map(|child| child.to_value().into_owned()).collect(),
            Held::Object(held) => {
                let members = self.children(*held);
                members
                    .map(|child| (child.entry().name.to_string(), child.to_value().into_owned()))
                    .collect()
            }
        })
    }

    fn identity(&self) -> Option<NodeIdentity> {
        Some(NodeIdentity::tagged(ptr::from_ref(self.tree) as usize, self.at))
    }
}

/// The members of an object with their names.
pub struct Members<'t>(Children<'t>);

impl<'t> Iterator for Members<'t> {
    type Item = (&'t str, At<'t>);

    fn next(&mut self) -> Option<Self::Item> {
        self.0.next().map(|child| (child.entry().name, child))
    }
}

impl<'a> Object<'a, Shape> for Children<'a> {
    type Node = At<'a>;
    type MemberName = &'a str;
    type MembersIter = Members<'a>;

    fn len(&self) -> usize {
        self.left as usize
    }

    fn get(&self, key: &String) -> Option<At<'a>> {
        self.members().find(|(name, _)| name == key).map(|(_, child)| child)
    }

    fn members(&self) -> Members<'a> {
        Members(*self)
    }
}

impl<'a> Array<'a, Shape> for Children<'a> {
    type Node = At<'a>;
    type ElementsIter = Children<'a>;

    fn len(&self) -> usize {
        self.left as usize
    }

    fn elements(&self) -> Children<'a> {
        *self
    }
}
