//! What becomes of the results of inline queries.

use super::super::testing::Hashless;
use super::*;

fn sent(result: impl Into<InlineQueryResult>) -> enums::InputBotInlineResult {
    inline_result(&result.into(), &Hashless).unwrap()
}

#[test]
fn a_result_sends_itself_or_what_is_put_in_its_place() {
    let photo = InlineQueryResultPhoto::new("1", "https://a.b/c.jpg", "https://a.b/d.jpg").caption("text");
    let enums::InputBotInlineResult::Result(written) = sent(photo.clone()) else { panic!("no result") };
    assert_eq!((written.id.as_str(), written.r#type.as_str()), ("1", "photo"));
    assert!(written.thumb.is_some() && written.content.is_some(), "{written:?}");
    let enums::InputBotInlineMessage::MediaAuto(message) = written.send_message else { panic!("not itself") };
    assert_eq!(message.message, "text");
    let enums::InputBotInlineResult::Result(written) = sent(photo.content("another")) else {
        panic!("no result")
    };
    let enums::InputBotInlineMessage::Text(message) = written.send_message else { panic!("not another") };
    assert_eq!(message.message, "another");
}

#[test]
fn results_of_data_have_their_own_messages() {
    let point = InlineQueryResultLocation::new("1", 1.0, 2.0, "here");
    let venue = InlineQueryResultVenue::new("1", 1.0, 2.0, "here", "street");
    let contact = InlineQueryResultContact::new("1", "+1", "A");
    let game = InlineQueryResultGame::new("1", "chess");
    let message = |result: enums::InputBotInlineResult| match result {
        enums::InputBotInlineResult::Result(result) => (result.r#type, result.send_message),
        enums::InputBotInlineResult::Game(game) => ("game".to_owned(), game.send_message),
        other => panic!("{other:?}"),
    };
    use enums::InputBotInlineMessage as Tl;
    assert!(matches!(message(sent(point)), (kind, Tl::MediaGeo(_)) if kind == "geo"));
    assert!(matches!(message(sent(venue)), (kind, Tl::MediaVenue(_)) if kind == "venue"));
    assert!(matches!(message(sent(contact)), (kind, Tl::MediaContact(_)) if kind == "contact"));
    assert!(matches!(message(sent(game)), (kind, Tl::Game(_)) if kind == "game"));
}

#[test]
fn only_pictures_make_a_gallery() {
    let photo =
        || InlineQueryResult::from(InlineQueryResultPhoto::new("1", "https://a.b/c", "https://a.b/d"));
    let article = || InlineQueryResult::from(InlineQueryResultArticle::new("2", "title", "text"));
    assert!(is_gallery(&[photo(), photo()]));
    assert!(!is_gallery(&[photo(), article()]) && !is_gallery(&[]));
}
