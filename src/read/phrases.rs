//! The words of page furniture.
//!
//! Owns: what content management systems print around an article, whatever the newspaper: each list is one string, its phrases in
//! lower case and divided by bars.
//! Leaves to: [`super::furniture`] what else must hold before a paragraph with such words is thrown away.

/// Whether `phrase` is one of `list`.
pub(super) fn holds(list: &str, phrase: &str) -> bool {
    !phrase.is_empty() && phrases(list).any(|p| p == phrase.as_bytes())
}

/// Whether `text` begins with a phrase of `list`.
pub(super) fn opens(list: &str, text: &str) -> bool {
    // most texts begin with a letter with which hardly a phrase begins
    phrases(list).any(|p| p.first() == text.as_bytes().first() && text.as_bytes().starts_with(p))
}

fn phrases(list: &str) -> impl Iterator<Item = &[u8]> {
    list.as_bytes().split(|b| *b == b'|')
}

/// Words that menus and share buttons are made of.
pub(super) const MENU_WORDS: &str = "\
    share|tweet|post|email|e-mail|print|save|comment|comments|copy|link|facebook|twitter|linkedin|whatsapp|telegram|pinterest|\
    reddit|instagram|youtube|rss|close|menu|home|search|login|subscribe|listen|article|to|this|size|text|font|top|next|previous|\
    prev|more|reply|like|follow|on|us|x|send|kakaotalk|bar_progress|spot_img|spot_imgspot_img|advertisement|ad|sponsored|loading|\
    cancel|download|pdf|english|kor|eng|sign|in|up|log|register|newsletter|shares|views|print-friendly|bookmark|hit|hits";

/// Labels of a page's parts, as a whole paragraph.
pub(super) const LABELS: &str = "\
    get in touch|latest posts|latest news|special coverage|join us on social|hot news now|related coverage|related articles|\
    related stories|related topics|related news|related|related content|recommended|recommended for you|most read|most popular|\
    trending|trending now|you may also like|you might also like|more on this|more on this story|more from|read more|read next|\
    see also|also read|leave a reply|leave a comment|tagged as|tags|topics|back to top|go to top|skip to content|\
    skip to main content|press releases|media contact|press contacts|about the author|advertisement|story continues below|\
    continue reading|view comments|date|open view news desk|begin text|end text|begins|ends|begin text-|all rights reserved|\
    cookie settings|privacy policy|terms of use|terms of service|contact us|about us|follow us|editor's picks|breaking news|\
    photo gallery|video|watch|full story|end|unofficial translation|(end)|this article is more than 1 year old";

/// Openings of a line that says who wrote or changed the text, and when.
pub(super) const CREDITS: &str = "\
    reporting by|(reporting by|(additional reporting|additional reporting by|writing by|editing by|(editing by|with assistance by|\
    — with assistance|(writing by|compiled by|translated by|edited by|photo by|photos by|photo:|photo :|source:|sources:|posted on|\
    posted by|published:|published on|published at|updated:|updated at|updated on|last updated|first published|modified:|input |\
    —updated|reporter ";

/// Openings of a line that leads to another page.
pub(super) const LEADS: &str = "\
    read more:|read:|more:|see also:|also read:|watch:|related:|related coverage|recommended:|click here|click for|click to|\
    follow us|subscribe to|sign up|download the|join us|share this|listen to article|send to|view more|\
    editor's note: this article was|read also|watch now|share your feedback";

#[cfg(test)]
mod tests {
    use super::{CREDITS, LABELS, LEADS, MENU_WORDS};

    #[test]
    fn no_phrase_is_empty_double_or_in_capitals() {
        for list in [MENU_WORDS, LABELS, CREDITS, LEADS] {
            let mut phrases: Vec<&str> = list.split('|').collect();
            assert!(phrases.len() > 10);
            assert!(
                phrases.iter().all(|p| !p.trim().is_empty() && *p == p.to_lowercase()),
                "{phrases:?}"
            );
            let all = phrases.len();
            phrases.sort_unstable();
            phrases.dedup();
            assert_eq!(phrases.len(), all);
        }
    }
}
