//! How a date is to be shown: the letters of Telegram's date-time formats.

/// Which of two lengths counts when a format names both, as `tT` does.
#[derive(Clone, Copy)]
pub(super) enum Clash {
    /// In markup the short one counts.
    ShortWins,
    /// In an entity the later one counts.
    LastWins,
}

/// The format as the Bot API writes it: `r`, or weekday, date and time in this order; `None` for as written.
///
/// Outer `None`: the format has a letter that Telegram does not know.
/// <https://core.telegram.org/bots/api#date-time-entity-formatting>
pub(super) fn canonical(format: &str, clash: Clash) -> Option<Option<String>> {
    if matches!(format, "r" | "R") {
        return Some(Some("r".to_owned()));
    }
    let (mut weekday, mut date, mut time) = (None, None, None);
    for letter in format.chars() {
        let part = match letter {
            't' | 'T' => &mut time,
            'd' | 'D' => &mut date,
            'w' | 'W' => &mut weekday,
            _ => return None,
        };
        let is_settled =
            matches!(clash, Clash::ShortWins) && part.is_some_and(|settled: char| settled.is_lowercase());
        if !is_settled {
            *part = Some(letter);
        }
    }
    let weekday = weekday.map(|_| 'w');
    let letters: String = [weekday, date, time].into_iter().flatten().collect();
    Some(Some(letters).filter(|letters| !letters.is_empty()))
}
