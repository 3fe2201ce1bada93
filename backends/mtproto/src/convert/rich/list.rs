//! The lists of rich messages.

use ambigram_core::types::{Name, RichBlock, RichBlockList, RichBlockListItem, RichBlockListLabel as Label};
use grammers_tl_types::{enums, types};

use super::Within;

/// What stands before an item without a number.
const BULLET: &str = "•";

impl Within<'_> {
    pub(super) fn list(&self, list: &types::PageBlockList) -> RichBlockList {
        let items = list.items.iter().map(|item| {
            let (blocks, has_checkbox, is_checked) = match item {
                enums::PageListItem::Text(item) => {
                    (vec![self.paragraph(&item.text)], item.checkbox, item.checked)
                }
                enums::PageListItem::Blocks(item) => (self.blocks(&item.blocks), item.checkbox, item.checked),
            };
            let item = RichBlockListItem::new(BULLET, self.not_empty(blocks));
            RichBlockListItem { has_checkbox, is_checked, ..item }
        });
        RichBlockList::new(items.collect::<Vec<_>>())
    }

    pub(super) fn ordered_list(&self, list: &types::PageBlockOrderedList) -> RichBlockList {
        let mut next = list.start.unwrap_or(1);
        let step = if list.reversed { -1 } else { 1 };
        let mut items = Vec::with_capacity(list.items.len());
        for item in &list.items {
            let (blocks, has_checkbox, is_checked, written, value, kind) = match item {
                enums::PageListOrderedItem::Text(item) => (
                    vec![self.paragraph(&item.text)],
                    item.checkbox,
                    item.checked,
                    &item.num,
                    item.value,
                    &item.r#type,
                ),
                enums::PageListOrderedItem::Blocks(item) => (
                    self.blocks(&item.blocks),
                    item.checkbox,
                    item.checked,
                    &item.num,
                    item.value,
                    &item.r#type,
                ),
            };
            let value = value.unwrap_or(next);
            let given =
                |kind: &Option<String>| kind.as_deref().filter(|kind| !kind.is_empty()).map(Label::from);
            let kind = given(kind).or_else(|| given(&list.r#type)).unwrap_or(Label::Decimal);
            let label = match written.as_deref() {
                Some(written) if !written.is_empty() => format!("{written}."),
                _ => label(value, &kind),
            };
            items.push(RichBlockListItem {
                value: Some(value),
                kind: Some(kind),
                has_checkbox,
                is_checked,
                ..RichBlockListItem::new(Name::from(label), self.not_empty(blocks))
            });
            next = value.saturating_add(step);
        }
        RichBlockList::new(items)
    }

    /// An item without blocks holds an empty paragraph.
    fn not_empty(&self, blocks: Vec<RichBlock>) -> Vec<RichBlock> {
        if blocks.is_empty() { vec![self.paragraph(&enums::RichText::TextEmpty)] } else { blocks }
    }
}

/// A number as a list writes it. What cannot be written in letters or Roman numerals is written as it is.
fn label(value: i32, kind: &Label) -> String {
    let written = match kind {
        Label::Lowercase => letters(value).map(|letters| letters.to_lowercase()),
        Label::Uppercase => letters(value),
        Label::LowercaseRoman => roman(value).map(|roman| roman.to_lowercase()),
        Label::UppercaseRoman => roman(value),
        Label::Decimal | Label::Unknown(_) => None,
        _ => None,
    };
    format!("{}.", written.unwrap_or_else(|| value.to_string()))
}

/// A, B, … Z, AA, AB, ….
fn letters(value: i32) -> Option<String> {
    let mut rest = u32::try_from(value).ok().filter(|value| *value > 0)?;
    let mut letters = Vec::new();
    while rest > 0 {
        rest -= 1;
        letters.push(char::from(b'A' + u8::try_from(rest % 26).ok()?));
        rest /= 26;
    }
    Some(letters.into_iter().rev().collect())
}

fn roman(value: i32) -> Option<String> {
    const NUMERALS: [(i32, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    if !(1..4000).contains(&value) {
        return None;
    }
    let (mut rest, mut roman) = (value, String::new());
    for (worth, numeral) in NUMERALS {
        while rest >= worth {
            rest -= worth;
            roman.push_str(numeral);
        }
    }
    Some(roman)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_their_list_says() {
        for (value, kind, written) in [
            (1, Label::Decimal, "1."),
            (-3, Label::Lowercase, "-3."),
            (1, Label::Lowercase, "a."),
            (27, Label::Uppercase, "AA."),
            (702, Label::Uppercase, "ZZ."),
            (703, Label::Uppercase, "AAA."),
            (1994, Label::UppercaseRoman, "MCMXCIV."),
            (4, Label::LowercaseRoman, "iv."),
            (4000, Label::LowercaseRoman, "4000."),
        ] {
            assert_eq!(label(value, &kind), written);
        }
    }
}
