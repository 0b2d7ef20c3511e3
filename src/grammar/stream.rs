//! Streams: what the grammar reads as one run of words.
//!
//! Owns: which quotation is somebody's speech (one node in the outer text, a stream of its own inside) and which only lends
//! its marks to words of the sentence ("agreed to "continue to respond" to ..."); brackets left out; sentences.
//! Leaves to: [`super::verb`] everything about the words.

mod known;
mod sets;
mod speech;

pub use known::Known;

use super::lexicon::{Class, Entry, Form, Lemma, Lexicon, Valency};
use crate::text::token::Kind;
use crate::text::{ByForm, Text};
use smallvec::SmallVec;
use std::ops::Range;

/// What a node is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NodeKind {
    /// A word.
    Word,
    /// A number.
    Number,
    /// A possessive ending.
    Clitic,
    /// `,`
    Comma,
    /// The end of a sentence inside a quotation, or of the stream.
    Stop,
    /// `:`
    Colon,
    /// `;`
    Semicolon,
    /// A dash between clauses.
    Dash,
    /// A hyphen inside a compound.
    Hyphen,
    /// A quotation of speech: index into [`Text::quotes`].
    Quote(usize),
    /// Anything else.
    Symbol,
}

/// One element of a stream.
#[derive(Clone, Debug)]
pub struct Node {
    /// Its tokens: one, or all of a quotation; a bracket that closes a name goes with the word before it.
    pub tokens: Range<usize>,
    /// What it is.
    pub kind: NodeKind,
    /// What the word can be.
    pub class: Class,
    /// Which verb forms the word can be.
    pub verbs: SmallVec<[(Lemma, Form); 2]>,
    /// It begins with a capital.
    pub capital: bool,
    /// It looks like a plural.
    pub plural: bool,
    /// It is part of a name, or is a person's title in front of one.
    pub name: bool,
    /// The name is a state's adjective: "North Korean".
    pub demonym: bool,
    /// It stands between quotation marks that are not speech.
    pub quoted: bool,
}

/// A run of words that the grammar reads as one: a sentence outside quotations, or one inside.
#[derive(Clone, Debug)]
pub struct Stream {
    /// The words.
    pub nodes: Vec<Node>,
    /// Index into [`Text::quotes`] where the stream is the inside of a quotation.
    pub inside: Option<usize>,
    /// Index into [`Text::paragraphs`].
    pub paragraph: usize,
}

/// What the streams of a document are made from.
pub struct Source<'s> {
    /// The document.
    pub text: &'s Text<'s>,
    /// What the grammar knows of each of its forms.
    pub known: &'s ByForm<Known>,
    /// Whether token `i` is part of a name.
    pub is_name: &'s dyn Fn(usize) -> bool,
    /// Whether that name is a state's adjective.
    pub is_demonym: &'s dyn Fn(usize) -> bool,
    /// What verbs can govern.
    pub valency: &'s dyn Valency,
    /// The words of the grammar.
    pub lexicon: &'s Lexicon,
}

/// Nodes after which a stream is cut although its sentence goes on: the longest sentences of treaties and communiques have some
/// hundred words, and the work on a clause grows with what stands around it.
const LONGEST: usize = 500;

/// Nodes of a usual sentence.
const USUAL: usize = 32;

impl Source<'_> {
    /// The streams of paragraph `p`, the outer ones first, each quotation's inside after the outer stream that holds it.
    pub fn streams(&self, p: usize) -> Vec<Stream> {
        let range = self.text.paragraph_tokens[p].clone();
        let speech: Vec<usize> = (0..self.text.quotes.len())
            .skip(self.text.quotes.partition_point(|q| q.open < range.start))
            .take_while(|q| self.text.quotes[*q].open < range.end)
            .filter(|q| self.is_speech(*q, range.start))
            .collect();
        let mut streams = Vec::new();
        self.cut(self.text.report[p]..range.end, None, &speech, p, &mut streams);
        streams
    }

    /// Cuts `range` into sentences; quotations of `speech` are one node, their insides are cut in turn.
    fn cut(&self, range: Range<usize>, inside: Option<usize>, speech: &[usize], paragraph: usize, streams: &mut Vec<Stream>) {
        let mut nodes: Vec<Node> = Vec::with_capacity(USUAL);
        let mut within: Vec<usize> = Vec::new();
        let mut i = range.start;
        let mut bracket = 0usize;
        let sentences = &self.text.sentences;
        let mut sentence = self.text.sentence_of(range.start);
        while i < range.end {
            let quote = match self.text.kind(i) {
                Kind::Quote => self.opened_at(i, inside, speech),
                _ => None,
            };
            let mut end = i + 1;
            if let Some(q) = quote {
                end = self.text.quotes[q].end.min(range.end).max(i + 1);
                nodes.push(self.quote_node(q, i..end));
                within.push(q);
            } else {
                match self.text.kind(i) {
                    // "the Workers' Party (Left)": brackets that are part of a name; its last word covers the second
                    Kind::Open | Kind::Close if bracket == 0 && (self.is_name)(i) => {}
                    Kind::Open => bracket += 1,
                    Kind::Close => bracket = bracket.saturating_sub(1),
                    Kind::Quote => {}
                    _ if bracket > 0 => {}
                    Kind::Stop if self.is_ellipsis(i) => {}
                    _ => {
                        nodes.push(self.word_node(i));
                        let node = nodes.last_mut().filter(|node| node.name);
                        if let Some(node) = node.filter(|_| self.text.kind(i + 1) == Kind::Close && (self.is_name)(i + 1)) {
                            node.tokens.end = i + 2;
                        }
                    }
                }
            }
            while sentence + 1 < sentences.len() && sentences[sentence].tokens.end <= end {
                sentence += 1;
            }
            let boundary = sentences.get(sentence).is_some_and(|s| s.tokens.start == end);
            let clause = self.text.kind(i) == Kind::Comma && bracket == 0 && self.opens_preamble(end);
            if nodes.len() >= LONGEST || clause || self.ends_sentence(end, range.end, quote, boundary) {
                bracket = 0;
                self.close(&mut nodes, &mut within, inside, speech, paragraph, streams);
            }
            i = end;
        }
        self.close(&mut nodes, &mut within, inside, speech, paragraph, streams);
    }

    /// The quotation of `speech` that the mark at token `i` opens, other than the one that is cut.
    fn opened_at(&self, i: usize, inside: Option<usize>, speech: &[usize]) -> Option<usize> {
        let at = speech.partition_point(|q| self.text.quotes[*q].open < i);
        let mut opened = speech[at..].iter().copied().take_while(|q| self.text.quotes[*q].open == i);
        opened.find(|q| Some(*q) != inside)
    }

    fn close(
        &self,
        nodes: &mut Vec<Node>,
        within: &mut Vec<usize>,
        inside: Option<usize>,
        speech: &[usize],
        paragraph: usize,
        streams: &mut Vec<Stream>,
    ) {
        if nodes.iter().any(|n| matches!(n.kind, NodeKind::Word | NodeKind::Quote(_))) {
            self.join_sets(nodes);
            streams.push(Stream {
                nodes: std::mem::replace(nodes, Vec::with_capacity(USUAL)),
                inside,
                paragraph,
            });
        }
        nodes.clear();
        for q in within.drain(..) {
            self.cut(self.text.quotes[q].inside.clone(), Some(q), speech, paragraph, streams);
        }
    }

    /// Whether the outer sentence ends after the tokens `i..end`: at a sentence boundary (`boundary`) that no speech quotation spans; after a
    /// quotation that ends in a full stop, unless its attribution follows.
    fn ends_sentence(&self, end: usize, stop: usize, quote: Option<usize>, boundary: bool) -> bool {
        if end >= stop {
            return true;
        }
        let Some(q) = quote else {
            return boundary;
        };
        if !self.text.quotes[q].closed {
            return !self.attribution_follows(end, stop);
        }
        boundary && !self.attribution_follows(end, stop)
    }

    /// "..., Recalling its resolution", "..., Deeply concerned at": a capital behind a comma opens the next clause of a preamble that stands in one
    /// paragraph with the clause before; in a headline all words have one.
    fn opens_preamble(&self, i: usize) -> bool {
        let capital = |i: usize| self.text.tokens.get(i).is_some_and(|t| t.capital);
        let plain = |i: usize| !(self.is_name)(i) && self.text.kind(i) == Kind::Word;
        if !capital(i) || !plain(i) || capital(i + 1) && plain(i + 1) {
            return false;
        }
        let acts = |i: usize| {
            let cue = |(lemma, form): &(Lemma, Form)| matches!(form, Form::Ing | Form::Participle) && self.valency.is_cue(*lemma);
            self.known.at(self.text, i).feels || self.entry(i).is_some_and(|entry| entry.verbs.iter().any(cue))
        };
        acts(i) || self.text.word(i).ends_with("ly") && acts(i + 1)
    }

    /// A reporting verb within the next words, before anything that ends a clause.
    fn attribution_follows(&self, from: usize, stop: usize) -> bool {
        for i in from..stop.min(from + 9) {
            if matches!(self.text.kind(i), Kind::Stop | Kind::Colon | Kind::Semicolon | Kind::Quote) {
                return false;
            }
            let Some(entry) = self.entry(i) else {
                continue;
            };
            if entry
                .verbs
                .iter()
                .any(|(lemma, form)| matches!(form, Form::Past | Form::S) && self.valency.takes_clause(*lemma))
            {
                let next = self.text.kind(i + 1);
                return matches!(next, Kind::Stop | Kind::Comma) || i + 1 >= stop || i < from + 4;
            }
        }
        false
    }

    fn quote_node(&self, q: usize, tokens: Range<usize>) -> Node {
        Node {
            tokens,
            kind: NodeKind::Quote(q),
            class: Class::default(),
            verbs: SmallVec::new(),
            capital: false,
            plural: false,
            name: false,
            demonym: false,
            quoted: false,
        }
    }

    fn entry(&self, i: usize) -> Option<&Entry> {
        self.known.at(self.text, i).entry.as_ref()
    }

    fn word_node(&self, i: usize) -> Node {
        let token = &self.text.tokens[i];
        let kind = match token.kind {
            Kind::Word => NodeKind::Word,
            Kind::Number => NodeKind::Number,
            Kind::Clitic => NodeKind::Clitic,
            Kind::Comma => NodeKind::Comma,
            // "COMM/2.(VI)": a stop inside a reference
            Kind::Stop if self.text.tokens.get(i + 1).is_some_and(|t| !t.spaced && t.kind == Kind::Open) => NodeKind::Symbol,
            Kind::Stop => NodeKind::Stop,
            Kind::Colon => NodeKind::Colon,
            Kind::Semicolon => NodeKind::Semicolon,
            Kind::Dash => NodeKind::Dash,
            Kind::Hyphen => NodeKind::Hyphen,
            Kind::Quote | Kind::Open | Kind::Close | Kind::Symbol => NodeKind::Symbol,
        };
        let known = self.known.at(self.text, i);
        let name = (self.is_name)(i);
        let mut node = Node {
            tokens: i..i + 1,
            kind,
            class: Class::default(),
            verbs: SmallVec::new(),
            capital: token.capital,
            plural: kind == NodeKind::Word && known.plural,
            name,
            demonym: name && (self.is_demonym)(i),
            quoted: self.in_phrase_quote(i),
        };
        if kind == NodeKind::Clitic
            && let Some(entry) = self.contracted(i)
        {
            node.kind = NodeKind::Word;
            node.class = entry.class;
            node.verbs = SmallVec::from_slice(&entry.verbs);
        } else if known.beside
            && let Some(class) = self.class_beside(i)
        {
            node.class = class;
        } else if kind == NodeKind::Word {
            if let Some(entry) = &known.entry {
                node.class = entry.class;
                if !entry.verbs.is_empty() {
                    node.verbs = SmallVec::from_slice(&entry.verbs);
                }
            }
            if known.feels {
                node.class = node.class.or(Class::FEELS);
            }
            if node.class.is(Class::HEADS) && !name && self.heads_phrase(i) {
                node.class = node.class.or(Class::NOUN);
            }
            if node.class.0 & !Class::KNOWN.0 == 0 && node.verbs.is_empty() {
                guess(self.text.word(i), token.capital && !token.line_start, &mut node);
            }
        }
        node
    }

    /// "it's late", "he's been told": behind a pronoun that owns nothing so, a form of "be" or "have".
    fn contracted(&self, i: usize) -> Option<Entry> {
        let pronoun = matches!(
            self.text.word(i.checked_sub(1)?),
            "it" | "he" | "she" | "that" | "there" | "here" | "what" | "who" | "where" | "how"
        );
        let has = matches!(self.text.word(i + 1), "been" | "got" | "become" | "had");
        let form = if has { "has" } else { "is" };
        self.lexicon.entry(form).filter(|_| pronoun)
    }

    /// What the words beside token `i` make of it, where they decide.
    fn class_beside(&self, i: usize) -> Option<Class> {
        let word = self.text.word(i);
        if word == "so" && self.text.word(i + 1) == "far" {
            // "have so far agreed"
            Some(Class::ADVERB)
        } else if matches!(word, "each" | "all" | "both")
            && i > 0
            && (self.is_auxiliary(i - 1) || matches!(self.text.word(i - 1), "we" | "they"))
            && self.is_verb(i + 1)
        {
            // "will each contribute", "have both agreed", "they each sought"
            Some(Class::ADVERB)
        } else if word == "neither" && i > 0 && (self.is_auxiliary(i - 1) || self.is_verb(i + 1) && self.text.word(i + 2) == "nor") {
            // "has neither agreed nor refused", "neither agreed nor refused"
            Some(Class::ADVERB.or(Class::NEGATOR))
        } else if matches!(word, "there" | "here") && i > 0 && self.is_place(i) {
            // "officials there said", "the ministry here said": part of their phrase
            Some(Class::KNOWN)
        } else if word == "no" && self.text.word(i + 1) == "longer" {
            // "no longer faces the risk"
            Some(Class::ADVERB.or(Class::NEGATOR))
        } else if word == "that"
            && (self.text.opens(i) || i > 0 && self.is_reporting(i - 1))
            && (self.is_auxiliary(i + 1) || self.text.kind(i + 1) == Kind::Clitic)
        {
            // "That is why they", "said that was wrong": what was said before
            Some(Class::SUBJECT.or(Class::SINGULAR))
        } else if word == "longer" && i > 0 && self.text.word(i - 1) == "no" {
            Some(Class::ADVERB)
        } else {
            None
        }
    }

    /// "the plan ... would help": dots for words left out, in the midst of a sentence.
    fn is_ellipsis(&self, i: usize) -> bool {
        let dots = matches!(self.text.as_written(i), "…" | "..." | "....");
        dots && self.text.kind(i + 1) == Kind::Word && self.text.tokens.get(i + 1).is_some_and(|t| !t.capital)
    }

    /// "the capital,", "its military said": an adjective behind what opens a phrase, before what ends one.
    fn heads_phrase(&self, i: usize) -> bool {
        let opens = Class::DETERMINER.or(Class::POSSESSIVE).or(Class::PREPOSITION).or(Class::ADJECTIVE);
        let ends = Class::PREPOSITION
            .or(Class::CONJUNCTION)
            .or(Class::RELATIVE)
            .or(Class::SUBORDINATOR)
            .or(Class::TO)
            .or(Class::BE)
            .or(Class::HAVE);
        let opened = i > 0 && self.entry(i - 1).is_some_and(|e| e.class.is(opens)) && !(self.is_name)(i - 1);
        let closed = match self.text.kind(i + 1) {
            Kind::Word => !(self.is_name)(i + 1) && self.entry(i + 1).is_some_and(|e| e.class.is(ends) && !e.class.is(Class::AND)),
            Kind::Comma | Kind::Stop | Kind::Semicolon | Kind::Colon | Kind::Dash => true,
            _ => false,
        };
        opened && closed
    }

    /// Whether "there" or "here" at token `i` is a place beside a noun: behind a noun that is no time and can be no verb, and not before "is".
    fn is_place(&self, i: usize) -> bool {
        let before = self.entry(i - 1);
        let no_noun = Class::PREPOSITION
            .or(Class::CONJUNCTION)
            .or(Class::SUBORDINATOR)
            .or(Class::ADVERB)
            .or(Class::TIME)
            .or(Class::WEEKDAY)
            .or(Class::MONTH);
        let noun = self.text.kind(i - 1) == Kind::Word
            && !(self.is_name)(i - 1)
            && before.is_none_or(|e| !e.class.is(no_noun) && (e.verbs.is_empty() || e.class.is(Class::NOUN.or(Class::VERB_NOUN))));
        let exists = Class::BE.or(Class::MODAL);
        noun && self.entry(i + 1).is_none_or(|e| !e.class.is(exists))
    }

    /// Whether token `i` can be an infinitive or a participle.
    fn is_verb(&self, i: usize) -> bool {
        let form = |f: &Form| matches!(f, Form::Base | Form::Participle);
        self.text.kind(i) == Kind::Word && self.entry(i).is_some_and(|e| e.verbs.iter().any(|(_, f)| form(f)))
    }

    /// Whether token `i` is a verb that reports, and no noun: "said", "says"; not "claims".
    fn is_reporting(&self, i: usize) -> bool {
        let verb = |(lemma, form): &(Lemma, Form)| matches!(form, Form::Past | Form::S | Form::Ing) && self.valency.takes_that(*lemma);
        let nouns = Class::NOUN.or(Class::VERB_NOUN).or(Class::ING_NOUN);
        self.entry(i).is_some_and(|e| e.verbs.iter().any(verb) && !e.class.is(nouns))
    }

    fn is_auxiliary(&self, i: usize) -> bool {
        let auxiliary = Class::HAVE.or(Class::BE).or(Class::DO).or(Class::MODAL);
        self.entry(i).is_some_and(|e| e.class.is(auxiliary))
    }

    fn in_phrase_quote(&self, i: usize) -> bool {
        if self.text.quotes.is_empty() {
            return false;
        }
        let first = self.text.quotes.partition_point(|q| q.open < i);
        self.text.quotes[first.saturating_sub(4)..first]
            .iter()
            .any(|q| q.inside.contains(&i) && !q.single && q.closed)
    }
}

/// A word in no list: an -ly word is an adverb, an -ed word can be a verb's past, an -ing word its -ing form.
fn guess(word: &str, capital: bool, node: &mut Node) {
    if capital || word.len() < 5 {
        return;
    }
    if word.ends_with("ly") && !node.class.is(Class::NOT_ADVERB) {
        node.class = node.class.or(Class::ADVERB);
    } else if word.ends_with("ed") && word.starts_with("un") {
        // "unspecified": whatever was not done was no deed
        node.class = node.class.or(Class::ADJECTIVE);
    } else if word.ends_with("ed") && !word.contains('-') {
        node.verbs.push((Lemma::UNKNOWN, Form::Past));
        node.verbs.push((Lemma::UNKNOWN, Form::Participle));
    } else if word.ends_with("ing") && !word.contains('-') {
        node.verbs.push((Lemma::UNKNOWN, Form::Ing));
        node.class = node.class.or(Class::ING_NOUN);
    }
}
