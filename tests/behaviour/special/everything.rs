//! Every name of what only users and Telegram bring about stands in one of the tables here.

use std::collections::BTreeSet;

use ambigram::types::MessageKind;
use ambigram_tests::Stage;

use super::{Cast, checklists, gifts, giveaways, groups, personal, posts, rich};

/// Contents that bots send too, or that come about by what is done in chats: other scenes play them.
const ELSEWHERE: &[&str] = &[
    "text",
    "photo",
    "video",
    "sticker",
    "voice",
    "document",
    "animation",
    "audio",
    "video_note",
    "live_photo",
    "paid_media",
    "contact",
    "dice",
    "game",
    "poll",
    "venue",
    "location",
    "invoice",
    "new_chat_members",
    "left_chat_member",
    "new_chat_title",
    "new_chat_photo",
    "message_auto_delete_timer_changed",
    "migrate_to_chat_id",
    "migrate_from_chat_id",
    "pinned_message",
    "successful_payment",
    "refunded_payment",
    "proximity_alert_triggered",
    "forum_topic_created",
    "forum_topic_edited",
    "poll_option_added",
    "poll_option_deleted",
    "delete_chat_photo",
    "group_chat_created",
    "supergroup_chat_created",
    "channel_chat_created",
    "forum_topic_closed",
    "forum_topic_reopened",
    "general_forum_topic_hidden",
    "general_forum_topic_unhidden",
];

#[tokio::test]
async fn every_content_that_bots_cannot_send_is_in_a_table() {
    let stage = Stage::new(ambigram::Wire::Http).await;
    let cast = Cast::new(&stage).await;
    let tables: [fn(&Cast) -> Vec<super::Case>; 15] = [
        checklists::lists,
        gifts::gifts,
        gifts::unique_gifts,
        giveaways::giveaways,
        groups::video_chats,
        groups::owners,
        groups::prices,
        groups::backgrounds,
        personal::access,
        personal::stories,
        personal::passports,
        personal::shared,
        personal::managed_bots,
        posts::posts,
        rich::rich_messages,
    ];
    let played: BTreeSet<&str> = tables.iter().flat_map(|table| table(&cast)).map(|case| case.name).collect();
    let expected: BTreeSet<&str> =
        MessageKind::NAMES.iter().copied().filter(|name| !ELSEWHERE.contains(name)).collect();
    assert_eq!(played, expected);
}
