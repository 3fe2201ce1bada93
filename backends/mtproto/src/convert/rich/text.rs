//! The text of rich messages.

use std::collections::HashSet;

use ambigram_core::types::{
    CustomEmojiId, RichText, RichTextAnchor, RichTextAnchorLink, RichTextBankCardNumber, RichTextBold,
    RichTextBotCommand, RichTextCashtag, RichTextCode, RichTextCustomEmoji, RichTextDateTime,
    RichTextEmailAddress, RichTextFormat as Format, RichTextHashtag, RichTextItalic, RichTextMarked,
    RichTextMathematicalExpression, RichTextMention, RichTextPhoneNumber, RichTextReference,
    RichTextReferenceLink, RichTextSpoiler, RichTextStrikethrough, RichTextSubscript, RichTextSuperscript,
    RichTextTextMention, RichTextUnderline, RichTextUrl, UserId,
};
use grammers_tl_types::enums;

use super::Within;
use crate::convert::entity::DateFormat;
use crate::convert::raw::{Object, Put, raw};

impl<'a> Within<'a> {
    /// A text with its formatting.
    pub(super) fn text(&self, text: &enums::RichText) -> RichText {
        use enums::RichText as Tl;
        // A name in a text goes without its mark: `@`, `#`, `$` or `/`.
        let bare = |text: &RichText, mark: char| {
            let plain = text.to_plain();
            plain.strip_prefix(mark).unwrap_or(&plain).to_owned()
        };
        let format = match text {
            Tl::TextEmpty => return RichText::default(),
            Tl::TextPlain(plain) => return RichText::Plain(plain.text.clone()),
            Tl::TextConcat(parts) => {
                return RichText::Parts(parts.texts.iter().map(|part| self.text(part)).collect());
            }
            Tl::TextBold(tl) => Format::Bold(Box::new(RichTextBold::new(self.text(&tl.text)))),
            Tl::TextItalic(tl) => Format::Italic(Box::new(RichTextItalic::new(self.text(&tl.text)))),
            Tl::TextUnderline(tl) => Format::Underline(Box::new(RichTextUnderline::new(self.text(&tl.text)))),
            Tl::TextStrike(tl) => {
                Format::Strikethrough(Box::new(RichTextStrikethrough::new(self.text(&tl.text))))
            }
            Tl::TextFixed(tl) => Format::Code(Box::new(RichTextCode::new(self.text(&tl.text)))),
            Tl::TextSubscript(tl) => Format::Subscript(Box::new(RichTextSubscript::new(self.text(&tl.text)))),
            Tl::TextSuperscript(tl) => {
                Format::Superscript(Box::new(RichTextSuperscript::new(self.text(&tl.text))))
            }
            Tl::TextMarked(tl) => Format::Marked(Box::new(RichTextMarked::new(self.text(&tl.text)))),
            Tl::TextSpoiler(tl) => Format::Spoiler(Box::new(RichTextSpoiler::new(self.text(&tl.text)))),
            Tl::TextUrl(tl) => self.link(self.text(&tl.text), &tl.url),
            Tl::TextAutoUrl(tl) => {
                let text = self.text(&tl.text);
                let url = text.to_plain();
                Format::Url(Box::new(RichTextUrl::new(text, url)))
            }
            Tl::TextEmail(tl) => Format::EmailAddress(Box::new(RichTextEmailAddress::new(
                self.text(&tl.text),
                tl.email.as_str(),
            ))),
            Tl::TextAutoEmail(tl) => {
                let text = self.text(&tl.text);
                let address = text.to_plain();
                Format::EmailAddress(Box::new(RichTextEmailAddress::new(text, address)))
            }
            Tl::TextPhone(tl) => Format::PhoneNumber(Box::new(RichTextPhoneNumber::new(
                self.text(&tl.text),
                tl.phone.as_str(),
            ))),
            Tl::TextAutoPhone(tl) => {
                let text = self.text(&tl.text);
                let number = text.to_plain();
                Format::PhoneNumber(Box::new(RichTextPhoneNumber::new(text, number)))
            }
            Tl::TextBankCard(tl) => {
                let text = self.text(&tl.text);
                let number = text.to_plain();
                Format::BankCardNumber(Box::new(RichTextBankCardNumber::new(text, number)))
            }
            Tl::TextMention(tl) => {
                let text = self.text(&tl.text);
                let username = bare(&text, '@');
                Format::Mention(Box::new(RichTextMention::new(text, username)))
            }
            Tl::TextHashtag(tl) => {
                let text = self.text(&tl.text);
                let hashtag = bare(&text, '#');
                Format::Hashtag(Box::new(RichTextHashtag::new(text, hashtag)))
            }
            Tl::TextCashtag(tl) => {
                let text = self.text(&tl.text);
                let cashtag = bare(&text, '$');
                Format::Cashtag(Box::new(RichTextCashtag::new(text, cashtag)))
            }
            Tl::TextBotCommand(tl) => {
                let text = self.text(&tl.text);
                let command = bare(&text, '/');
                Format::BotCommand(Box::new(RichTextBotCommand::new(text, command)))
            }
            Tl::TextMentionName(tl) => {
                let user = self.known.user(UserId(tl.user_id));
                Format::TextMention(Box::new(RichTextTextMention::new(self.text(&tl.text), user)))
            }
            Tl::TextCustomEmoji(tl) => {
                let id = CustomEmojiId::from(tl.document_id.to_string());
                Format::CustomEmoji(Box::new(RichTextCustomEmoji::new(id, tl.alt.as_str())))
            }
            Tl::TextMath(tl) => {
                let expression = RichTextMathematicalExpression::new(tl.source.as_str());
                Format::MathematicalExpression(Box::new(expression))
            }
            Tl::TextDate(tl) => {
                let format = DateFormat {
                    is_relative: tl.relative,
                    day_of_week: tl.day_of_week,
                    short_date: tl.short_date,
                    long_date: tl.long_date,
                    short_time: tl.short_time,
                    long_time: tl.long_time,
                };
                let date = RichTextDateTime::new(self.text(&tl.text), i64::from(tl.date), format.letters());
                Format::DateTime(Box::new(date))
            }
            Tl::TextAnchor(tl) => match self.text(&tl.text) {
                RichText::Plain(text) if text.is_empty() => {
                    Format::Anchor(Box::new(RichTextAnchor::new(tl.name.as_str())))
                }
                note => Format::Reference(Box::new(RichTextReference::new(note, tl.name.as_str()))),
            },
            Tl::TextImage(_) | Tl::TextDiff(_) | Tl::TextButton(_) | Tl::TextTonAddress(_) => {
                let mut object = Object::new();
                object.put_tl(text);
                Format::Unknown(raw(object))
            }
        };
        RichText::Formatted(format)
    }

    /// A text unless there is none.
    pub(super) fn some_text(&self, text: &enums::RichText) -> Option<RichText> {
        Some(self.text(text)).filter(|text| *text != RichText::default())
    }

    /// An address, or a spot or a note in the same message.
    fn link(&self, text: RichText, url: &str) -> Format {
        match url.strip_prefix('#') {
            Some(note) if self.notes.contains(note) => {
                Format::ReferenceLink(Box::new(RichTextReferenceLink::new(text, note)))
            }
            Some(spot) => Format::AnchorLink(Box::new(RichTextAnchorLink::new(text, spot))),
            None => Format::Url(Box::new(RichTextUrl::new(text, url))),
        }
    }
}

/// Adds the names of the notes in a block.
pub(super) fn add_notes<'a>(block: &'a enums::PageBlock, notes: &mut HashSet<&'a str>) {
    for_each(block, &mut |text| {
        if let enums::RichText::TextAnchor(anchor) = text
            && !is_empty(&anchor.text)
        {
            notes.insert(anchor.name.as_str());
        }
    });
}

fn is_empty(text: &enums::RichText) -> bool {
    match text {
        enums::RichText::TextEmpty => true,
        enums::RichText::TextPlain(plain) => plain.text.is_empty(),
        _ => false,
    }
}

/// Visits every text in a block, and every text in these.
pub(super) fn for_each<'a>(block: &'a enums::PageBlock, visit: &mut dyn FnMut(&'a enums::RichText)) {
    use enums::PageBlock as Tl;
    let mut texts: Vec<&'a enums::RichText> = Vec::new();
    let caption = |texts: &mut Vec<&'a enums::RichText>, caption: &'a enums::PageCaption| {
        let enums::PageCaption::Caption(caption) = caption;
        texts.extend([&caption.text, &caption.credit]);
    };
    let mut blocks: &'a [enums::PageBlock] = &[];
    match block {
        Tl::Title(tl) => texts.push(&tl.text),
        Tl::Subtitle(tl) => texts.push(&tl.text),
        Tl::AuthorDate(tl) => texts.push(&tl.author),
        Tl::Header(tl) => texts.push(&tl.text),
        Tl::Subheader(tl) => texts.push(&tl.text),
        Tl::Paragraph(tl) => texts.push(&tl.text),
        Tl::Preformatted(tl) => texts.push(&tl.text),
        Tl::Footer(tl) => texts.push(&tl.text),
        Tl::Kicker(tl) => texts.push(&tl.text),
        Tl::Heading1(tl) => texts.push(&tl.text),
        Tl::Heading2(tl) => texts.push(&tl.text),
        Tl::Heading3(tl) => texts.push(&tl.text),
        Tl::Heading4(tl) => texts.push(&tl.text),
        Tl::Heading5(tl) => texts.push(&tl.text),
        Tl::Heading6(tl) => texts.push(&tl.text),
        Tl::Thinking(tl) => texts.push(&tl.text),
        Tl::Blockquote(tl) => texts.extend([&tl.text, &tl.caption]),
        Tl::Pullquote(tl) => texts.extend([&tl.text, &tl.caption]),
        Tl::BlockquoteBlocks(tl) => {
            blocks = &tl.blocks;
            texts.push(&tl.caption);
        }
        Tl::Details(tl) => {
            blocks = &tl.blocks;
            texts.push(&tl.title);
        }
        Tl::Collage(tl) => {
            blocks = &tl.items;
            caption(&mut texts, &tl.caption);
        }
        Tl::Slideshow(tl) => {
            blocks = &tl.items;
            caption(&mut texts, &tl.caption);
        }
        Tl::Photo(tl) => caption(&mut texts, &tl.caption),
        Tl::Video(tl) => caption(&mut texts, &tl.caption),
        Tl::Audio(tl) => caption(&mut texts, &tl.caption),
        Tl::Map(tl) => caption(&mut texts, &tl.caption),
        Tl::Table(tl) => {
            texts.push(&tl.title);
            let cells = tl.rows.iter().flat_map(|enums::PageTableRow::Row(row)| &row.cells);
            texts.extend(cells.filter_map(|enums::PageTableCell::Cell(cell)| cell.text.as_ref()));
        }
        Tl::List(tl) => {
            for item in &tl.items {
                match item {
                    enums::PageListItem::Text(item) => texts.push(&item.text),
                    enums::PageListItem::Blocks(item) => {
                        item.blocks.iter().for_each(|block| for_each(block, visit));
                    }
                }
            }
        }
        Tl::OrderedList(tl) => {
            for item in &tl.items {
                match item {
                    enums::PageListOrderedItem::Text(item) => texts.push(&item.text),
                    enums::PageListOrderedItem::Blocks(item) => {
                        item.blocks.iter().for_each(|block| for_each(block, visit));
                    }
                }
            }
        }
        Tl::Cover(tl) => for_each(&tl.cover, visit),
        _ => {}
    }
    blocks.iter().for_each(|block| for_each(block, visit));
    // Texts stand in texts.
    while let Some(text) = texts.pop() {
        visit(text);
        texts.extend(inner(text));
    }
}

/// What a text is made of.
fn inner(text: &enums::RichText) -> Vec<&enums::RichText> {
    use enums::RichText as Tl;
    let one: &enums::RichText = match text {
        Tl::TextConcat(parts) => return parts.texts.iter().collect(),
        Tl::TextBold(tl) => &tl.text,
        Tl::TextItalic(tl) => &tl.text,
        Tl::TextUnderline(tl) => &tl.text,
        Tl::TextStrike(tl) => &tl.text,
        Tl::TextFixed(tl) => &tl.text,
        Tl::TextSubscript(tl) => &tl.text,
        Tl::TextSuperscript(tl) => &tl.text,
        Tl::TextMarked(tl) => &tl.text,
        Tl::TextSpoiler(tl) => &tl.text,
        Tl::TextUrl(tl) => &tl.text,
        Tl::TextEmail(tl) => &tl.text,
        Tl::TextPhone(tl) => &tl.text,
        Tl::TextAnchor(tl) => &tl.text,
        Tl::TextDate(tl) => &tl.text,
        _ => return Vec::new(),
    };
    vec![one]
}
