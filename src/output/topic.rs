//! The words of a topic: what is left of a content when the words of grammar are taken out.
//!
//! Owns: the list of those words. It is the closed classes of English and the verbs that carry no topic; nouns stay, whatever they are.

/// Words that say nothing of a topic; sorted.
#[rustfmt::skip] // a letter a line
const FUNCTION_WORDS: &[&str] = &[
    "a", "about", "above", "across", "after", "again", "against", "all", "along", "also", "although", "am", "among", "an", "and", "any", "are", "as", "at",
    "be", "because", "been", "before", "being", "between", "both", "but", "by",
    "can", "could",
    "did", "do", "does", "during",
    "each", "either", "every",
    "for", "from", "further",
    "had", "has", "have", "having", "he", "her", "here", "hers", "him", "his", "how",
    "i", "if", "in", "into", "is", "it", "its",
    "may", "me", "might", "more", "most", "must", "my",
    "neither", "no", "nor", "not",
    "of", "off", "on", "one", "only", "onto", "or", "other", "our", "ours", "out", "over", "own",
    "per",
    "same", "shall", "she", "should", "since", "so", "some", "such",
    "than", "that", "the", "their", "theirs", "them", "then", "there", "these", "they", "this", "those", "through", "throughout", "to", "together", "toward", "towards",
    "under", "until", "up", "upon", "us",
    "very", "via",
    "was", "we", "were", "what", "when", "where", "whether", "which", "while", "who", "whom", "whose", "why", "will", "with", "within", "without", "would",
    "you", "your",
];

/// The words of `content` in lower case and in order, each once, without [`FUNCTION_WORDS`]; nothing where none is left.
pub fn topic(content: &str) -> Option<String> {
    let lower = content.to_lowercase().replace('’', "'");
    let mut words: Vec<&str> = Vec::new();
    let mut seen = rustc_hash::FxHashSet::default();
    for word in lower.split(|c: char| !c.is_alphanumeric() && c != '-' && c != '\'') {
        let word = word.trim_matches(['-', '\'']);
        let word = word.strip_suffix("'s").unwrap_or(word);
        let plain = FUNCTION_WORDS.binary_search(&word).is_ok() || word.is_empty();
        if !plain && seen.insert(word) {
            words.push(word);
        }
    }
    (!words.is_empty()).then(|| words.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_are_sorted_and_none_stands_twice() {
        assert!(FUNCTION_WORDS.windows(2).all(|pair| pair[0] < pair[1]));
    }

    #[test]
    fn a_topic_is_what_carries_meaning() {
        assert_eq!(
            topic("the full implementation of the parties’ 2015 cease-fire by the parties, and Peru's quotas"),
            Some("full implementation parties 2015 cease-fire peru quotas".to_string())
        );
        assert_eq!(topic("to be with them"), None);
        assert_eq!(topic("서울 회담 in Zürich"), Some("서울 회담 zürich".to_string()));
    }
}
