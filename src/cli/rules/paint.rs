//! How rules, frames and marked sentences are coloured.
//!
//! Owns: the styles; each is taken out on the way where nobody wants colours.

use anstyle::{AnsiColor, Style};
use std::fmt::Display;

/// What is right.
pub const GOOD: Style = AnsiColor::Green.on_default().bold();
/// What is wrong.
pub const BAD: Style = AnsiColor::Red.on_default().bold();
/// What deserves a look.
pub const LOOK: Style = AnsiColor::Yellow.on_default();
/// Headings and ids.
pub const STRONG: Style = Style::new().bold();
/// What can be passed over.
pub const ASIDE: Style = Style::new().dimmed();
/// The words of a slot and a role.
pub const ROLE: Style = AnsiColor::Cyan.on_default();

/// `what` in `style`.
pub fn paint(style: Style, what: impl Display) -> String {
    format!("{style}{what}{style:#}")
}

/// A marked sentence with the names of its roles dimmed, and the marks of `wrong` roles in `style`.
pub fn marked(written: &str, wrong: &[&str], style: Style) -> String {
    let mut painted = String::with_capacity(2 * written.len());
    let mut open: Vec<bool> = Vec::new();
    let mut rest = written;
    while let Some(at) = rest.find(['[', ']']) {
        painted.push_str(&rest[..at]);
        let is_wrong = match rest.as_bytes()[at] {
            b'[' => {
                let role: &str = rest[at + 1..].split(' ').next().unwrap_or("");
                let is_wrong = wrong.contains(&role);
                open.push(is_wrong);
                painted.push_str(&paint(if is_wrong { style } else { ASIDE }, format!("[{role}")));
                rest = &rest[at + 1 + role.len()..];
                continue;
            }
            _ => open.pop().unwrap_or(false),
        };
        painted.push_str(&paint(if is_wrong { style } else { ASIDE }, "]"));
        rest = &rest[at + 1..];
    }
    painted.push_str(rest);
    painted
}

/// A frame with its slots in colour.
pub fn frame(frame: &str) -> String {
    let words = frame.split(' ').map(|word| match word.contains(['<', '{']) {
        true => paint(ROLE, word),
        false => word.to_string(),
    });
    words.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_add_nothing_to_the_words() {
        let example = "[speaker Fiji] [cue urged [addressee Spain]] to [content share] it.";
        let painted = marked(example, &["content"], BAD);
        assert_eq!(anstream::adapter::strip_str(&painted).to_string(), example);
        let painted = frame("urge|press <addressee> to <content:verb>");
        assert_eq!(
            anstream::adapter::strip_str(&painted).to_string(),
            "urge|press <addressee> to <content:verb>"
        );
    }
}
