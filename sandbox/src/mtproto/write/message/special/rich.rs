//! Messages with headings, lists and tables. <https://core.telegram.org/constructor/richMessage>

use grammers_tl_types as tl;
use tl::enums::{PageBlock, RichText};

use crate::world::special::{Block, Cell, ListItem, Rich, RichMessage, Styled};

/// A message of several blocks.
pub(in crate::mtproto::write::message) fn message(given: &RichMessage) -> tl::enums::RichMessage {
    tl::types::RichMessage {
        rtl: given.is_rtl,
        part: false,
        blocks: blocks(&given.blocks),
        photos: Vec::new(),
        documents: Vec::new(),
    }
    .into()
}

fn blocks(given: &[Block]) -> Vec<PageBlock> {
    given.iter().map(block).collect()
}

fn block(given: &Block) -> PageBlock {
    match given {
        Block::Paragraph { text } => tl::types::PageBlockParagraph { text: rich(text) }.into(),
        Block::Heading { text, size } => heading(rich(text), *size),
        Block::Pre { text, language } => tl::types::PageBlockPreformatted {
            text: rich(text),
            language: language.clone().unwrap_or_default(),
        }
        .into(),
        Block::Footer { text } => tl::types::PageBlockFooter { text: rich(text) }.into(),
        Block::Divider => PageBlock::Divider,
        Block::MathematicalExpression { expression } => {
            tl::types::PageBlockMath { source: expression.clone() }.into()
        }
        Block::Anchor { name } => tl::types::PageBlockAnchor { name: name.clone() }.into(),
        Block::List { items } => list(items),
        Block::Blockquote { blocks: quoted, credit } => tl::types::PageBlockBlockquoteBlocks {
            blocks: blocks(quoted),
            caption: credit.as_ref().map_or(RichText::TextEmpty, rich),
        }
        .into(),
        Block::Pullquote { text, credit } => tl::types::PageBlockPullquote {
            text: rich(text),
            caption: credit.as_ref().map_or(RichText::TextEmpty, rich),
        }
        .into(),
        Block::Table { cells, is_bordered, is_striped, caption } => tl::types::PageBlockTable {
            bordered: *is_bordered,
            striped: *is_striped,
            compact: false,
            title: caption.as_ref().map_or(RichText::TextEmpty, rich),
            rows: cells
                .iter()
                .map(|row| tl::types::PageTableRow { cells: row.iter().map(cell).collect() }.into())
                .collect(),
        }
        .into(),
        Block::Details { summary, blocks: hidden, is_open } => {
            tl::types::PageBlockDetails { open: *is_open, blocks: blocks(hidden), title: rich(summary) }
                .into()
        }
        Block::Thinking { text } => tl::types::PageBlockThinking { text: rich(text) }.into(),
    }
}

fn heading(text: RichText, size: i32) -> PageBlock {
    match size {
        ..=1 => tl::types::PageBlockHeading1 { text }.into(),
        2 => tl::types::PageBlockHeading2 { text }.into(),
        3 => tl::types::PageBlockHeading3 { text }.into(),
        4 => tl::types::PageBlockHeading4 { text }.into(),
        5 => tl::types::PageBlockHeading5 { text }.into(),
        _ => tl::types::PageBlockHeading6 { text }.into(),
    }
}

/// A list is ordered where its items are labelled with numbers or letters.
fn list(items: &[ListItem]) -> PageBlock {
    let is_ordered = items.iter().any(|item| item.label.chars().any(char::is_alphanumeric));
    if is_ordered {
        let item = |item: &ListItem| {
            tl::types::PageListOrderedItemBlocks {
                checkbox: item.has_checkbox,
                checked: item.is_checked,
                num: Some(item.label.trim_end_matches('.').to_owned()),
                blocks: blocks(&item.blocks),
                value: None,
                r#type: None,
            }
            .into()
        };
        let items = items.iter().map(item).collect();
        return tl::types::PageBlockOrderedList { reversed: false, items, start: None, r#type: None }.into();
    }
    let item = |item: &ListItem| {
        tl::types::PageListItemBlocks {
            checkbox: item.has_checkbox,
            checked: item.is_checked,
            blocks: blocks(&item.blocks),
        }
        .into()
    };
    tl::types::PageBlockList { items: items.iter().map(item).collect() }.into()
}

fn cell(given: &Cell) -> tl::enums::PageTableCell {
    tl::types::PageTableCell {
        header: given.is_header,
        align_center: given.align == "center",
        align_right: given.align == "right",
        valign_middle: given.valign == "middle",
        valign_bottom: given.valign == "bottom",
        text: given.text.as_ref().map(rich),
        colspan: None,
        rowspan: None,
    }
    .into()
}

fn rich(given: &Rich) -> RichText {
    match given {
        Rich::Plain(text) if text.is_empty() => RichText::TextEmpty,
        Rich::Plain(text) => tl::types::TextPlain { text: text.clone() }.into(),
        Rich::Several(parts) => tl::types::TextConcat { texts: parts.iter().map(rich).collect() }.into(),
        Rich::Styled(styled) => style(styled),
    }
}

fn style(given: &Styled) -> RichText {
    match given {
        Styled::Bold { text } => tl::types::TextBold { text: rich(text) }.into(),
        Styled::Italic { text } => tl::types::TextItalic { text: rich(text) }.into(),
        Styled::Underline { text } => tl::types::TextUnderline { text: rich(text) }.into(),
        Styled::Strikethrough { text } => tl::types::TextStrike { text: rich(text) }.into(),
        Styled::Spoiler { text } => tl::types::TextSpoiler { text: rich(text) }.into(),
        Styled::Subscript { text } => tl::types::TextSubscript { text: rich(text) }.into(),
        Styled::Superscript { text } => tl::types::TextSuperscript { text: rich(text) }.into(),
        Styled::Marked { text } => tl::types::TextMarked { text: rich(text) }.into(),
        Styled::Code { text } => tl::types::TextFixed { text: rich(text) }.into(),
        Styled::CustomEmoji { custom_emoji_id, alternative_text } => tl::types::TextCustomEmoji {
            document_id: custom_emoji_id.parse().unwrap_or_default(),
            alt: alternative_text.clone(),
        }
        .into(),
        Styled::MathematicalExpression { expression } => {
            tl::types::TextMath { source: expression.clone() }.into()
        }
        Styled::Url { text, url } => {
            tl::types::TextUrl { text: rich(text), url: url.clone(), webpage_id: 0 }.into()
        }
        Styled::EmailAddress { text, email_address } => {
            tl::types::TextEmail { text: rich(text), email: email_address.clone() }.into()
        }
        Styled::PhoneNumber { text, phone_number } => {
            tl::types::TextPhone { text: rich(text), phone: phone_number.clone() }.into()
        }
        Styled::Anchor { name } => {
            tl::types::TextAnchor { text: RichText::TextEmpty, name: name.clone() }.into()
        }
        Styled::AnchorLink { text, anchor_name } => {
            tl::types::TextUrl { text: rich(text), url: format!("#{anchor_name}"), webpage_id: 0 }.into()
        }
    }
}
