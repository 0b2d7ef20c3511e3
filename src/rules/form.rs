//! The form of a pack, as a JSON Schema for editors.
//!
//! Owns: the doc comments that an editor shows beside each key. `schema/rules.json` is made from these types, and a test compares.
//! Leaves to: [`super::load`] reading a pack, which says more about what is wrong than a schema can; a test holds the two together.

use crate::statement::{Act, Code, EntityKind, Force};
use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::Value;

/// The version of the form; it changes when a key changes its meaning.
pub const FORM_VERSION: &str = "1";

/// The schema.
pub fn schema() -> Value {
    crate::schema::generate::<Pack>("rules", FORM_VERSION, true)
}

/// The schema as it stands in `schema/`, with a line break at its end.
pub fn schema_text() -> String {
    format!("{:#}\n", schema())
}

/// A pack of rules for demarche: rules, words and names, in TOML.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
#[derive(Default)]
pub struct Pack {
    /// Name of the pack, which records carry as `rule.pack`; the file's name where it is left out.
    pub pack: String,
    /// Version of the pack, which records carry as `rule.version`; "0" where it is left out.
    pub version: String,
    /// What a reader should know of the pack.
    pub note: String,
    /// The act of all rules that name none.
    pub act: Option<Act>,
    /// The force of all rules that name none.
    pub force: Option<RuleForce>,
    /// CAMEO codes of all rules that name none.
    pub cameo: Vec<Code>,
    /// PLOVER event types of all rules that name none.
    pub plover: Vec<Code>,
    /// The rules.
    pub rule: Vec<Rule>,
    /// Verbs that the grammar lacks, or whose forms it has wrong.
    pub verb: Vec<Verb>,
    /// Words that stand wherever another heads a frame, is the noun of a light verb or the adjective behind "be".
    pub synonym: Vec<Synonym>,
    /// Words that raise or lower an act.
    pub degree: Vec<Degree>,
    /// Words that soften a commitment.
    pub hedge: Vec<Hedge>,
    /// States, bodies, blocs, parties, armed groups, or more names of one that is known.
    pub name: Vec<Name>,
    /// Who held which office when.
    pub person: Vec<Person>,
    /// Nouns of office and role.
    pub office: Vec<Office>,
    /// Outlets and agencies: they report, and have no code.
    pub media: Vec<String>,
    /// Phrases with a name in them that stand for nobody: "Norway maple".
    pub blocked: Vec<String>,
}

/// One rule: which verb in which frame is which act.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// Its name, without spaces: the act, a full stop, what is special. The id of a rule that is known replaces that one.
    #[schemars(regex(pattern = r"^\S+$"))]
    pub id: String,
    /// The frames: the verb in its base form first, then words, `{degree}`, `<addressee>`, `<content>`, `<content:verb>`,
    /// `<content:noun>`, `<content:gerund>`, `<content:that>`, `<content:quote>`, and `( ... )` around what may be missing.
    #[schemars(length(min = 1))]
    pub frames: Vec<String>,
    /// At least two sentences in which it fires, with the roles marked: "[speaker Fiji] [cue urged] [addressee Spain] to
    /// [content share its data]."
    #[serde(default)]
    pub fires: Vec<String>,
    /// At least two sentences with the rule's own word in which it does not fire.
    #[serde(default)]
    pub quiet: Vec<String>,
    /// What a reader should know.
    #[serde(default)]
    pub note: String,
    /// The act, where it differs from that of the file.
    #[serde(default)]
    pub act: Option<Act>,
    /// The force, where it differs from that of the file.
    #[serde(default)]
    pub force: Option<RuleForce>,
    /// CAMEO codes, where they differ from those of the file.
    #[serde(default)]
    pub cameo: Vec<Code>,
    /// PLOVER event types, where they differ from those of the file.
    #[serde(default)]
    pub plover: Vec<Code>,
    /// Where the rule holds, if not everywhere.
    #[serde(default, rename = "in")]
    pub scope: Option<Scope>,
    /// Nouns of which one must head the content, in either number.
    #[serde(default)]
    pub heads: Vec<String>,
    /// Nouns of which one must head the subject, in either number.
    #[serde(default)]
    pub subjects: Vec<String>,
    /// Ids of rules whose place it takes, besides the one of its own id.
    #[serde(default)]
    pub replaces: Vec<String>,
}

/// A force, or that the content decides.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum RuleForce {
    /// A force.
    Force(Force),
    /// The content decides, as for `reaffirm`.
    ByContent(ByContent),
}

/// The content decides.
#[derive(Debug, Deserialize, JsonSchema)]
pub enum ByContent {
    /// The content decides.
    #[serde(rename = "by-content", alias = "by_content", alias = "content")]
    ByContent,
}

/// Where a rule holds.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Scope {
    /// In clauses of a resolution, where it beats the general rule.
    Resolution,
    /// In the speakers' own voice: a joint text, or a quotation.
    OwnVoice,
    /// Beside a clause, without a verb of its own: "according to X".
    Attribution,
}

/// A verb with irregular forms.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Verb {
    /// The base form: "greenlight".
    pub base: String,
    /// The past tense: "greenlit"; regular where it is left out.
    #[serde(default)]
    pub past: String,
    /// The participle; the past tense where it is left out.
    #[serde(default)]
    pub participle: String,
    /// What else is to be known of its forms.
    #[serde(default)]
    pub also: Vec<Flag>,
}

/// What else is to be known of a verb's forms.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Flag {
    /// Its last consonant is doubled: stopped.
    Doubled,
    /// The base form is a noun too: call.
    Noun,
    /// The base form is an adjective too: open.
    Adjective,
}

/// Words that can stand for another in frames.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Synonym {
    /// The word of the frames: "pledge".
    pub of: String,
    /// Single words that can stand for it.
    #[schemars(length(min = 1))]
    pub words: Vec<String>,
}

/// Degree words of one level.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Degree {
    /// 0 hedged, 1 plain, 2 raised, 3 high, 4 highest.
    #[schemars(range(max = 4))]
    pub level: u8,
    /// Beside the verb: "firmly".
    #[serde(default)]
    pub adverbs: Vec<String>,
    /// Before the act's noun: "deep".
    #[serde(default)]
    pub adjectives: Vec<String>,
    /// Anywhere in the clause: "in the strongest terms".
    #[serde(default)]
    pub phrases: Vec<String>,
}

/// Words that soften a commitment.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Hedge {
    /// A name for the class; in `aim`, `explore` and `attitude` a verb that is itself the cue is no hedge.
    #[serde(default)]
    pub class: String,
    /// Verbs in their base form, with what follows: "seek to".
    #[serde(default)]
    pub verbs: Vec<String>,
    /// Auxiliaries: "might".
    #[serde(default)]
    pub modals: Vec<String>,
    /// Before a noun: "voluntary".
    #[serde(default)]
    pub adjectives: Vec<String>,
    /// Beside a verb: "possibly".
    #[serde(default)]
    pub adverbs: Vec<String>,
    /// In any place: "where appropriate".
    #[serde(default)]
    pub phrases: Vec<String>,
}

/// A state, a body, a bloc, a party, an armed group, or more names of one that is known.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Name {
    /// Its code, as records will carry it.
    pub code: String,
    /// Its usual English name; for a new code, together with `kind`.
    #[serde(default)]
    pub name: String,
    /// What it is; for a new code.
    #[serde(default)]
    pub kind: Option<EntityKind>,
    /// Other names: "Reef Front".
    #[serde(default)]
    pub names: Vec<String>,
    /// Adjectives: "Kenyan".
    #[serde(default)]
    pub adjectives: Vec<String>,
    /// Cities and buildings that stand for it.
    #[serde(default)]
    pub seats: Vec<String>,
    /// Organs whose proper name alone means it: a nickname for a government stands here.
    #[serde(default)]
    pub organs: Vec<String>,
    /// Codes of its members.
    #[serde(default)]
    pub members: Vec<String>,
    /// First day on which the names hold.
    #[serde(default)]
    pub from: Day,
    /// Last day on which they do.
    #[serde(default)]
    pub to: Day,
}

/// A person in an office.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Person {
    /// The full name.
    pub name: String,
    /// By which texts call the person later; the last word of the name where it is left out.
    #[serde(default)]
    pub short: String,
    /// For whom the person speaks.
    pub code: String,
    /// The office: "environment minister".
    pub role: String,
    /// First day in office.
    #[serde(default)]
    pub from: Day,
    /// Last day in office.
    #[serde(default)]
    pub to: Day,
}

/// A noun of office or role.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Office {
    /// The words: "climate envoy".
    pub phrase: String,
    /// What kind of office it is.
    pub class: OfficeClass,
    /// Whether its holder speaks for somebody: in, optional, out.
    #[serde(default)]
    pub scope: Option<OfficeScope>,
}

/// What kind of office it is.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum OfficeClass {
    /// Of a government: minister, secretary.
    Minister,
    /// At the head of something: president, chair.
    Head,
    /// Sent by somebody: ambassador, envoy.
    Envoy,
    /// Speaks for somebody.
    Spokesperson,
    /// Sits in a parliament.
    Legislator,
    /// Serves in an army.
    Military,
    /// Judges or prosecutes.
    Judge,
    /// A body, not a person: ministry, company.
    Body,
    /// Several parties: "both sides".
    Group,
    /// Any other.
    Official,
}

/// Whether the holder of an office speaks for somebody.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum OfficeScope {
    /// For a state, a body, a party, an armed group.
    In,
    /// Either answer is right: politicians out of office, "a source".
    Optional,
    /// For nobody in the sense of the contract: analysts, companies.
    Out,
}

/// A year, a month or a day: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(transparent)]
pub struct Day(#[schemars(regex(pattern = r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"))] pub String);
