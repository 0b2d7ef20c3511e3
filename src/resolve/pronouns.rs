//! Pronouns: which one a phrase is, or begins with.
//!
//! Owns: the closed class. Leaves to: [`super::discourse`] whom it means here.

/// What kind of referent a pronoun looks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pronoun {
    /// we, us, our, I, me, my
    Speaker,
    /// he, she
    Person,
    /// they
    Group,
    /// it
    Thing,
    /// you, this, who: nobody that can be told
    Nobody,
}

/// The pronoun that `word` is by itself.
pub(super) fn pronoun(word: &str) -> Option<Pronoun> {
    Some(match word {
        "we" | "us" | "ourselves" | "i" | "me" | "myself" | "ours" | "mine" | "we're" | "we've" | "we'll" | "i'm" | "i've" | "i'll"
        | "we'd" | "i'd" => Pronoun::Speaker,
        "he" | "she" | "him" | "himself" | "herself" | "he's" | "she's" | "he'll" | "she'll" => Pronoun::Person,
        "they" | "them" | "themselves" | "theirs" | "they're" | "they've" | "they'll" => Pronoun::Group,
        "it" | "itself" | "it's" | "it'll" => Pronoun::Thing,
        "you" | "this" | "that" | "these" | "those" | "who" | "which" | "what" | "there" | "everyone" | "anyone" | "someone" | "nobody"
        | "everybody" => Pronoun::Nobody,
        _ => return None,
    })
}

/// The pronoun that owns a phrase by its first word: "his spokeswoman".
pub(super) fn possessive(word: &str) -> Option<Pronoun> {
    Some(match word {
        "our" | "my" => Pronoun::Speaker,
        "his" | "her" => Pronoun::Person,
        "their" => Pronoun::Group,
        "its" => Pronoun::Thing,
        _ => return None,
    })
}
