//! Rich messages.

use ambigram_core::types::UserId;
use grammers_tl_types::{enums, types};
use serde_json::{Value, json};

use super::{ME, picture_file, read, take_file};
use crate::convert::{Names, testing::*};

#[test]
fn a_rich_message_is_told_block_by_block() {
    use enums::RichText;
    let text = |text: &str| RichText::from(types::TextPlain { text: text.to_owned() });
    let link =
        |url: &str| RichText::from(types::TextUrl { text: text("to"), url: url.to_owned(), webpage_id: 0 });
    let note = RichText::from(types::TextAnchor { text: text("note"), name: "n".to_owned() });
    let parts = types::TextConcat {
        texts: vec![
            types::TextBold { text: text("b") }.into(),
            types::TextMention { text: text("@ada") }.into(),
            types::TextMentionName { text: text("A"), user_id: ALICE }.into(),
            link("#n"),
            link("#spot"),
            link("https://a.b/"),
            note,
        ],
    };
    let item = types::PageListOrderedItemText {
        checkbox: false,
        checked: false,
        num: None,
        text: text("i"),
        value: None,
        r#type: Some("i".to_owned()),
    };
    let no_caption = || types::PageCaption { text: RichText::TextEmpty, credit: RichText::TextEmpty }.into();
    let rich = types::RichMessage {
        rtl: true,
        part: false,
        blocks: vec![
            types::PageBlockHeading2 { text: text("h") }.into(),
            types::PageBlockParagraph { text: parts.into() }.into(),
            enums::PageBlock::Divider,
            types::PageBlockOrderedList {
                reversed: false,
                items: vec![item.into()],
                start: Some(4),
                r#type: None,
            }
            .into(),
            types::PageBlockPhoto {
                spoiler: true,
                photo_id: 21,
                caption: no_caption(),
                url: None,
                webpage_id: None,
            }
            .into(),
        ],
        photos: vec![picture().into()],
        documents: vec![],
    };
    let tl = types::Message { rich_message: Some(rich.into()), ..written(1, at_user(ALICE), "") };
    let names = Names::in_message(&tl.clone().into(), ME);
    assert_eq!(names.users, [ME, UserId(ALICE)]);
    let mut json = serde_json::to_value(read(tl, &known())).unwrap()["rich_message"].take();
    assert_eq!(take_file(&mut json["blocks"][4]["photo"][0]), picture_file());
    json["blocks"][4]["photo"] = Value::Null;
    let alice = json!({ "id": ALICE, "is_bot": false, "first_name": "Alice" });
    assert_eq!(
        json,
        json!({
            "is_rtl": true,
            "blocks": [
                { "type": "heading", "text": "h", "size": 2 },
                {
                    "type": "paragraph",
                    "text": [
                        { "type": "bold", "text": "b" },
                        { "type": "mention", "text": "@ada", "username": "ada" },
                        { "type": "text_mention", "text": "A", "user": alice },
                        { "type": "reference_link", "text": "to", "reference_name": "n" },
                        { "type": "anchor_link", "text": "to", "anchor_name": "spot" },
                        { "type": "url", "text": "to", "url": "https://a.b/" },
                        { "type": "reference", "text": "note", "name": "n" },
                    ],
                },
                { "type": "divider" },
                {
                    "type": "list",
                    "items": [{
                        "label": "iv.", "value": 4, "type": "i",
                        "blocks": [{ "type": "paragraph", "text": "i" }],
                    }],
                },
                { "type": "photo", "photo": null, "has_spoiler": true },
            ],
        })
    );
}
