//! What a pack can hold beside rules: words of the grammar, degree words and hedges, synonyms of cues, names.
//!
//! Owns: their shapes, as read; nothing is looked up here.
//! Leaves to: [`super::load`] reading them, [`crate::extract`] handing each to the layer that uses it, and those layers what they mean.

/// All of them, in the order of the files.
#[derive(Clone, Debug, Default)]
pub struct Additions {
    /// Verbs that the grammar shall know, or whose forms it has wrong.
    pub verbs: Vec<Verb>,
    /// Words that can stand for others in frames.
    pub synonyms: Vec<Synonym>,
    /// Degree words.
    pub degrees: Vec<Degree>,
    /// Hedges.
    pub hedges: Vec<Hedge>,
    /// States, bodies, parties, movements, and further names of them.
    pub names: Vec<Name>,
    /// Who held an office when.
    pub people: Vec<Person>,
    /// Nouns of office and role.
    pub offices: Vec<Office>,
    /// Outlets, which report and have no code.
    pub media: Vec<String>,
    /// Phrases with a name in them that stand for nobody.
    pub blocked: Vec<String>,
}

impl Additions {
    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.count() == 0
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.verbs.len()
            + self.synonyms.len()
            + self.degrees.len()
            + self.hedges.len()
            + self.names.len()
            + self.people.len()
            + self.offices.len()
            + self.media.len()
            + self.blocked.len()
    }

    /// Takes over those of a later file.
    pub(super) fn extend(&mut self, later: Additions) {
        self.verbs.extend(later.verbs);
        self.synonyms.extend(later.synonyms);
        self.degrees.extend(later.degrees);
        self.hedges.extend(later.hedges);
        self.names.extend(later.names);
        self.people.extend(later.people);
        self.offices.extend(later.offices);
        self.media.extend(later.media);
        self.blocked.extend(later.blocked);
    }
}

/// A verb with its irregular forms.
#[derive(Clone, Debug)]
pub struct Verb {
    /// The base form.
    pub base: String,
    /// The past tense; empty where it is regular.
    pub past: String,
    /// The participle; empty where it is regular.
    pub participle: String,
    /// Flags of `rules/lexicon/verbs.tsv`.
    pub also: Vec<String>,
}

/// Words that can stand wherever another heads a frame, is the noun of a light verb or the adjective behind "be".
#[derive(Clone, Debug)]
pub struct Synonym {
    /// The word of the frames.
    pub of: String,
    /// The words that can stand for it.
    pub words: Vec<String>,
}

/// Degree words of one level.
#[derive(Clone, Debug)]
pub struct Degree {
    /// From 0, hedged, to 4, highest.
    pub level: u8,
    /// Beside the verb.
    pub adverbs: Vec<String>,
    /// Before the act's noun.
    pub adjectives: Vec<String>,
    /// Anywhere in the clause.
    pub phrases: Vec<String>,
}

/// Words that soften a commitment.
#[derive(Clone, Debug)]
pub struct Hedge {
    /// Their class, one of `rules/lexicon/hedges.toml` or of the pack's own.
    pub class: String,
    /// Verbs in their base form, with what follows them.
    pub verbs: Vec<String>,
    /// Auxiliaries.
    pub modals: Vec<String>,
    /// Before a noun.
    pub adjectives: Vec<String>,
    /// Beside a verb, and phrases in any place.
    pub phrases: Vec<String>,
}

/// A state, a body, a bloc, a party, an armed group; or more names of one that is known.
#[derive(Clone, Debug)]
pub struct Name {
    /// Its code.
    pub code: String,
    /// Its usual English name; nothing where the code is known.
    pub name: Option<String>,
    /// What it is, as records say it; nothing where the code is known.
    pub kind: Option<String>,
    /// Other names.
    pub names: Vec<String>,
    /// Adjectives: "Kenyan".
    pub adjectives: Vec<String>,
    /// Cities and buildings that stand for it.
    pub seats: Vec<String>,
    /// Organs whose proper name alone means it.
    pub organs: Vec<String>,
    /// Codes of its members.
    pub members: Vec<String>,
    /// When the names hold.
    pub days: Days,
}

/// A person in an office.
#[derive(Clone, Debug)]
pub struct Person {
    /// The full name.
    pub name: String,
    /// By which texts call the person later.
    pub short: String,
    /// For whom the person speaks.
    pub code: String,
    /// The office.
    pub role: String,
    /// The time in office.
    pub days: Days,
}

/// A noun of office or role.
#[derive(Clone, Debug)]
pub struct Office {
    /// The words, lower case.
    pub phrase: String,
    /// The class, a word of `rules/gazetteer/offices.tsv`.
    pub class: String,
    /// Whether its holder may speak: in, optional, out.
    pub scope: String,
}

/// From when to when something holds, as `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; empty for an open end.
#[derive(Clone, Debug, Default)]
pub struct Days {
    /// The first day.
    pub from: String,
    /// The last day.
    pub to: String,
}
