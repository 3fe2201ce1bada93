//! Writing, answering, editing and deleting.

use ambigram_core::text::Text;
use ambigram_core::types::LinkPreviewOptions;
use ambigram_core::types::{
    Button, ChatAction, ChatId, EntityKind, InlineKeyboard, MessageEntity, MessageId, ThreadId, User, UserId,
};
use ambigram_sandbox::rules::{AdministratorRights, ChatSort, Refusal};
use ambigram_sandbox::world::{Event, NewChat, NewMessage, NewText, ReplyTo, Sender};

use crate::stage::{BARE, BEGINNING, HOUR, Stage, with_button};

fn answer(to: MessageId, text: &str) -> NewMessage {
    NewMessage { reply_to: Some(to.into()), ..text.into() }
}

#[test]
fn a_text_arrives_cleaned_and_with_what_is_found_in_it() {
    let mut stage = Stage::new();
    let (bot, alice) = (stage.bot, stage.alice);
    let bold = MessageEntity::new(2, 2, EntityKind::Bold);
    let text = Text { text: "  hi, see telegram.org\r\n ".into(), entities: vec![bold] };
    stage.send_message(alice, bot.into(), NewMessage::from(text)).unwrap();
    let events = stage.told(bot);
    let [Event::NewMessage(view)] = events.as_slice() else { panic!("{events:?}") };
    assert_eq!((view.message.date, view.message.sender), (BEGINNING, Sender::User(alice)));
    let text = view.message.text().unwrap();
    assert_eq!(text.text, "hi, see telegram.org");
    let found: Vec<_> =
        text.entities.iter().map(|entity| (entity.offset, entity.length, &entity.kind)).collect();
    assert_eq!(found, [(0, 2, &EntityKind::Bold), (8, 12, &EntityKind::Url)]);
}

#[test]
fn a_text_may_have_4096_characters_whatever_they_weigh() {
    let mut stage = Stage::new();
    let (bot, alice) = (stage.bot, stage.alice);
    for text in ["x".repeat(4096), "👍".repeat(4096), format!("  {}  ", "x".repeat(4096))] {
        stage.send_message(alice, bot.into(), text.as_str().into()).unwrap();
    }
}

#[test]
fn a_mention_by_number_names_those_whom_the_sender_knows_and_nobody_else() {
    let mut stage = Stage::started();
    let (bot, alice, bob) = (stage.bot, stage.alice, stage.bob);
    let mention = |user| {
        let kind = EntityKind::TextMention { user: Box::new(User::new(user, "")) };
        NewMessage::from(Text { text: "you".into(), entities: vec![MessageEntity::new(0, 3, kind)] })
    };
    let mut mentioned = |by: UserId, chat: UserId, user: UserId| {
        let sent = stage.send_message(by, chat.into(), mention(user)).unwrap();
        sent.message.text().unwrap().entities.first().map(|entity| match &entity.kind {
            EntityKind::TextMention { user } => user.first_name.clone(),
            other => panic!("{other:?}"),
        })
    };
    assert_eq!(mentioned(bot, alice, alice).as_deref(), Some("Alice"));
    assert_eq!(mentioned(bot, alice, bob), None, "the bot never met Bob");
    assert_eq!(mentioned(alice, bot, bob).as_deref(), Some("Bob"));
    assert_eq!(mentioned(alice, bot, UserId(1)), None);
}

#[test]
fn a_message_keeps_what_it_was_sent_with() {
    let mut stage = Stage::started();
    let (bot, alice) = (stage.bot, stage.alice);
    let link_preview = Some(LinkPreviewOptions::disabled());
    let new = NewMessage {
        is_silent: true,
        is_protected: true,
        link_preview: link_preview.clone(),
        ..with_button("hi", "a", "b")
    };
    let message = stage.send_message(bot, alice.into(), new).unwrap().message;
    assert!(message.is_silent && message.is_protected);
    assert_eq!(message.link_preview, link_preview);
    assert_eq!(message.keyboard, Some(InlineKeyboard::row([Button::callback("a", "b")])));
}

#[test]
fn rows_and_buttons_without_text_are_left_out() {
    let mut stage = Stage::started();
    let (bot, alice) = (stage.bot, stage.alice);
    let keyboard = InlineKeyboard::row([Button::callback("", "x")])
        .and_row(Vec::<Button>::new())
        .and_row([Button::url("a", "EXAMPLE.com")]);
    let mut send = |keyboard| {
        let new = NewMessage { keyboard: Some(keyboard), .."hi".into() };
        stage.send_message(bot, alice.into(), new).unwrap().message.keyboard.clone()
    };
    assert_eq!(send(keyboard), Some(InlineKeyboard::row([Button::url("a", "http://example.com/")])));
    assert_eq!(send(InlineKeyboard::default()), None);
}

#[test]
fn an_answer_shows_what_it_answers_under_each_reader_s_number() {
    let mut stage = Stage::new();
    let (bot, alice, bob) = (stage.bot, stage.alice, stage.bob);
    stage.say(bob, bot, "so that the bot counts differently");
    let asked = stage.say(alice, bot, "how are you?");
    let id = stage.view(bot, asked.message.key).unwrap().id;
    assert_ne!(id, asked.id);
    let answered = stage.send_message(bot, alice.into(), answer(id, "fine")).unwrap();
    let reply_to = |account| stage.view(account, answered.message.key).unwrap().reply_to.map(|view| view.id);
    assert_eq!(reply_to(bot), Some(id));
    assert_eq!(reply_to(alice), Some(asked.id));
}

#[test]
fn an_answer_outlives_what_it_answers() {
    let mut stage = Stage::new();
    let (bot, alice) = (stage.bot, stage.alice);
    let asked = stage.say(alice, bot, "how are you?");
    let answered = stage.send_message(alice, bot.into(), answer(asked.id, "fine")).unwrap();
    stage.delete_messages(alice, bot.into(), &[asked.id], true).unwrap();
    assert_eq!(stage.view(alice, answered.message.key).unwrap().reply_to, None);
    let or_without = ReplyTo { or_without: true, ..asked.id.into() };
    let new = NewMessage { reply_to: Some(or_without), .."well".into() };
    assert!(stage.send_message(alice, bot.into(), new).unwrap().message.reply.is_none());
}

#[test]
fn a_quotation_is_found_in_what_was_said() {
    let mut stage = Stage::new();
    let (bot, alice) = (stage.bot, stage.alice);
    let said = stage.say(alice, bot, "👍 one two one");
    let mut quote = |part: &str, near: u32| {
        let reply_to = Some(ReplyTo { quote: Some((part.into(), near)), ..said.id.into() });
        let sent = stage.send_message(alice, bot.into(), NewMessage { reply_to, .."x".into() }).unwrap();
        sent.message.reply.as_ref().unwrap().quote.as_ref().unwrap().position
    };
    assert_eq!((quote("one", 0), quote("one", 12), quote("two", 0)), (3, 11, 7));
}

#[test]
fn what_is_answered_may_stand_in_another_chat() {
    let mut stage = Stage::started();
    let (bot, alice) = (stage.bot, stage.alice);
    let group = stage.chat_of_alice(ChatSort::Supergroup, &[bot]);
    let said = stage.say(alice, group, "/hi");
    let reply_to = Some(ReplyTo { chat: Some(group), ..said.id.into() });
    let sent = stage.send_message(bot, alice.into(), NewMessage { reply_to, .."hi".into() }).unwrap();
    assert_eq!(sent.reply_to.unwrap().chat, group);
    assert_eq!(stage.view(alice, sent.message.key).unwrap().reply_to.unwrap().chat, group);
}

#[test]
fn answers_in_a_supergroup_share_the_thread_of_what_began_it() {
    let mut stage = Stage::new();
    let alice = stage.alice;
    let mut thread = |sort| {
        let chat = stage.chat_of_alice(sort, &[]);
        let root = stage.say(alice, chat, "root");
        let first = stage.send_message(alice, chat, answer(root.id, "first")).unwrap();
        let second = stage.send_message(alice, chat, answer(first.id, "second")).unwrap();
        let threads = [&root, &first, &second].map(|view| view.message.thread.map(|thread| thread.0));
        (root.id.0, threads, second.message.is_topic_message)
    };
    let (root, threads, is_topic) = thread(ChatSort::Supergroup);
    assert_eq!((threads, is_topic), ([None, Some(root), Some(root)], false));
    assert_eq!(thread(ChatSort::Group).1, [None; 3]);
}

#[test]
fn messages_of_a_topic_answer_its_beginning_unless_they_answer_another() {
    let mut stage = Stage::new();
    let alice = stage.alice;
    let new = NewChat { is_forum: true, ..NewChat::new(ChatSort::Supergroup, "Forum") };
    let forum = stage.create_chat(alice, new).unwrap();
    let topic = stage.create_topic(alice, forum, "News").unwrap();
    let first =
        stage.send_message(alice, forum, NewMessage { thread: Some(topic), .."first".into() }).unwrap();
    assert_eq!(first.reply_to.as_ref().unwrap().id, MessageId(topic.0));
    assert!(first.message.is_topic_message);
    let second = stage.send_message(alice, forum, answer(first.id, "second")).unwrap();
    assert_eq!((second.message.thread, second.reply_to.unwrap().id), (Some(topic), first.id));
    let general = stage.say(alice, forum, "elsewhere");
    assert_eq!((general.message.thread, general.reply_to), (None, None));
}

#[test]
fn a_thread_is_passed_over_where_there_are_none() {
    let mut stage = Stage::new();
    let (alice, bob) = (stage.alice, stage.bob);
    for sort in [ChatSort::Group, ChatSort::Supergroup, ChatSort::Channel] {
        let chat = stage.chat_of_alice(sort, &[bob]);
        let new = NewMessage { thread: Some(ThreadId(77)), .."hi".into() };
        assert_eq!(stage.send_message(alice, chat, new).unwrap().message.thread, None);
    }
}

#[test]
fn an_edit_is_shown_to_all_readers_and_leaves_what_was_told_before() {
    let mut stage = Stage::started();
    let (bot, alice) = (stage.bot, stage.alice);
    stage.told(bot);
    let said = stage.say(alice, bot, "one");
    stage.wait(5);
    let edited = stage.edit_text(alice, bot.into(), said.id, "two".into()).unwrap();
    assert_eq!((edited.id, edited.message.edit_date), (said.id, Some(BEGINNING + 5)));
    let events = stage.told(bot);
    let [Event::NewMessage(before), Event::EditedMessage(after)] = events.as_slice() else {
        panic!("{events:?}")
    };
    assert_eq!((before.message.text().unwrap().text.as_str(), before.message.edit_date), ("one", None));
    assert_eq!((after.message.text().unwrap().text.as_str(), after.id), ("two", before.id));
    assert_eq!(stage.history(alice, bot.into()).last().unwrap().message.text().unwrap().text, "two");
}

#[test]
fn editing_the_text_takes_the_buttons_away_unless_they_are_given_again() {
    let mut stage = Stage::started();
    let (bot, alice) = (stage.bot, stage.alice);
    let (_, id) = stage.button("+1", "up");
    let chat = ChatId::from(alice);
    let keyboard = Some(InlineKeyboard::row([Button::callback("+1", "up")]));
    let mut edit = |text: &str, keyboard: Option<InlineKeyboard>| {
        let new = NewText { keyboard, ..text.into() };
        stage.edit_text(bot, chat, id, new).map(|view| view.message.keyboard.clone())
    };
    assert_eq!(edit("press", keyboard.clone()), Err(Refusal::NotModified));
    assert_eq!(edit("again", keyboard.clone()), Ok(keyboard.clone()));
    assert_eq!(edit("again", None), Ok(None));
    assert_eq!(stage.edit_keyboard(bot, chat, id, None), Err(Refusal::NotModified));
    assert_eq!(stage.edit_keyboard(bot, chat, id, keyboard.clone()).unwrap().message.keyboard, keyboard);
}

#[test]
fn how_a_link_is_previewed_is_a_change_only_where_there_is_a_link() {
    let mut stage = Stage::started();
    let (bot, alice) = (stage.bot, stage.alice);
    let mut edit = |text: &str| {
        let id = stage.say(bot, alice, text).id;
        let new = NewText { link_preview: Some(LinkPreviewOptions::disabled()), ..text.into() };
        stage.edit_text(bot, alice.into(), id, new).map(|_| ())
    };
    assert_eq!(edit("see telegram.org"), Ok(()));
    assert_eq!(edit("see nothing"), Err(Refusal::NotModified));
}

#[test]
fn bots_edit_their_messages_for_ever_people_for_two_days() {
    let mut stage = Stage::started();
    let (bot, alice) = (stage.bot, stage.alice);
    let (_, of_bot) = stage.button("+1", "up");
    let of_alice = stage.say(alice, bot, "hi").id;
    stage.wait(48 * HOUR + 299);
    stage.edit_text(alice, bot.into(), of_alice, "ho".into()).unwrap();
    stage.wait(1_000 * HOUR);
    assert_eq!(stage.edit_text(alice, bot.into(), of_alice, "hey".into()), Err(Refusal::EditTooLate));
    stage.edit_keyboard(bot, alice.into(), of_bot, None).unwrap();
    stage.edit_text(bot, alice.into(), of_bot, "old".into()).unwrap();
}

#[test]
fn who_may_edit_a_channel_s_posts() {
    let editor = AdministratorRights { can_edit_messages: true, ..BARE };
    let poster = AdministratorRights { can_post_messages: true, ..BARE };
    // The bot's rights, whether the post is its own, whether it may be edited.
    let cases = [
        (editor, false, true),
        (editor, true, true),
        (poster, true, true),
        (poster, false, false),
        (BARE, false, false),
    ];
    for (rights, is_own, may) in cases {
        let mut stage = Stage::new();
        let (bot, alice) = (stage.bot, stage.alice);
        let channel = stage.chat_of_alice(ChatSort::Channel, &[bot]);
        let id = stage.say(if is_own { bot } else { alice }, channel, "news").id;
        stage.promote(alice, channel, bot, rights).unwrap();
        let edited = stage.edit_text(bot, channel, id, "old news".into());
        assert_eq!(edited.is_ok(), may, "{rights:?}, own: {is_own}");
    }
}

#[test]
fn a_post_stands_in_the_channel_s_name() {
    let mut stage = Stage::new();
    let (bot, alice) = (stage.bot, stage.alice);
    let channel = stage.chat_of_alice(ChatSort::Channel, &[bot]);
    assert_eq!(stage.say(alice, channel, "news").message.sender, Sender::Chat(channel));
    let group = stage.chat_of_alice(ChatSort::Supergroup, &[bot]);
    assert_eq!(stage.say(bot, group, "hi").message.sender, Sender::User(bot));
    let hidden = AdministratorRights { is_anonymous: true, ..BARE };
    stage.promote(alice, group, bot, hidden).unwrap();
    assert_eq!(stage.say(bot, group, "boo").message.sender, Sender::Chat(group));
}

#[test]
fn in_a_private_chat_a_bot_deletes_both_sides_messages_for_two_days() {
    let mut stage = Stage::started();
    let (bot, alice) = (stage.bot, stage.alice);
    let mut delete_after = |by: UserId, seconds: i64| {
        let other = if by == bot { alice } else { bot };
        let said = stage.say(by, other, "hi");
        let id = stage.view(bot, said.message.key).unwrap().id;
        stage.wait(seconds);
        stage.delete_messages(bot, alice.into(), &[id], true)
    };
    for by in [bot, alice] {
        assert_eq!(delete_after(by, 48 * HOUR), Ok(()));
        assert_eq!(delete_after(by, 48 * HOUR + 1), Err(Refusal::DeleteForEveryoneForbidden));
    }
}

#[test]
fn a_deletion_is_told_under_each_reader_s_number() {
    let mut stage = Stage::started();
    let (bot, alice, bob) = (stage.bot, stage.alice, stage.bob);
    stage.say(bob, bot, "so that the bot counts differently");
    let said = stage.say(alice, bot, "hi");
    let id = stage.view(bot, said.message.key).unwrap().id;
    stage.told(alice);
    stage.delete_messages(bot, alice.into(), &[id], true).unwrap();
    assert_eq!(stage.told(alice), [Event::DeletedMessages { chat: bot.into(), messages: vec![said.id] }]);
    assert_eq!(stage.view(alice, said.message.key), None);
    assert_eq!(stage.message(said.message.key), None);
}

#[test]
fn a_person_may_delete_for_themselves_alone() {
    let mut stage = Stage::started();
    let (bot, alice) = (stage.bot, stage.alice);
    let said = stage.say(alice, bot, "hi");
    stage.told(bot);
    stage.delete_messages(alice, bot.into(), &[said.id], false).unwrap();
    assert_eq!(stage.view(alice, said.message.key), None);
    assert!(stage.view(bot, said.message.key).is_some());
    assert_eq!(stage.told(bot), []);
    stage.clear_history(alice, bot.into(), false).unwrap();
    assert_eq!((stage.history(alice, bot.into()).len(), stage.history(bot, alice.into()).len()), (0, 2));
    stage.clear_history(alice, bot.into(), true).unwrap();
    stage.say(alice, bot, "anew");
    stage.clear_history(alice, bot.into(), true).unwrap();
    assert_eq!(stage.history(bot, alice.into()).len(), 2, "what Alice no longer has, she cannot take back");
}

#[test]
fn several_are_deleted_at_once_and_those_that_are_gone_are_passed_over() {
    let mut stage = Stage::started();
    let (bot, alice) = (stage.bot, stage.alice);
    let ids = [stage.say(bot, alice, "a").id, MessageId(999), stage.say(bot, alice, "b").id];
    stage.delete_messages(bot, alice.into(), &ids, true).unwrap();
    stage.delete_messages(bot, alice.into(), &[MessageId(998), MessageId(999)], true).unwrap();
    assert_eq!(stage.history(bot, alice.into()).len(), 1);
}

#[test]
fn who_may_delete_in_supergroups_and_channels() {
    let deleter = AdministratorRights { can_delete_messages: true, ..BARE };
    let poster = AdministratorRights { can_post_messages: true, ..BARE };
    let none = AdministratorRights::NONE;
    // The sort, the bot's rights, whether the message is its own, after how long, whether it may be deleted.
    let cases = [
        (ChatSort::Supergroup, none, true, 0, true),
        (ChatSort::Supergroup, none, true, 48 * HOUR, false),
        (ChatSort::Supergroup, none, false, 0, false),
        (ChatSort::Supergroup, deleter, false, 0, true),
        (ChatSort::Supergroup, deleter, false, 48 * HOUR - 1, true),
        (ChatSort::Supergroup, deleter, false, 48 * HOUR, false),
        (ChatSort::Channel, poster, true, 0, true),
        (ChatSort::Channel, poster, false, 0, false),
        (ChatSort::Channel, deleter, false, 0, true),
        (ChatSort::Channel, BARE, true, 0, false),
    ];
    for (sort, rights, is_own, after, may) in cases {
        let mut stage = Stage::new();
        let (bot, alice) = (stage.bot, stage.alice);
        let chat = stage.chat_of_alice(sort, &[bot]);
        let id = stage.say(if is_own { bot } else { alice }, chat, "/hi").id;
        stage.promote(alice, chat, bot, rights).unwrap();
        stage.wait(after);
        let deleted = stage.delete_messages(bot, chat, &[id], true);
        assert_eq!(
            deleted,
            if may { Ok(()) } else { Err(Refusal::DeleteForbidden) },
            "{sort:?}, own: {is_own}"
        );
    }
}

#[test]
fn what_a_supergroup_begins_with_cannot_be_deleted() {
    let mut stage = Stage::new();
    let alice = stage.alice;
    let chat = stage.chat_of_alice(ChatSort::Supergroup, &[]);
    assert_eq!(stage.delete_messages(alice, chat, &[MessageId(1)], true), Err(Refusal::DeleteForbidden));
}

#[test]
fn administrators_of_a_basic_group_delete_what_others_wrote() {
    let mut stage = Stage::new();
    let (bot, alice, bob) = (stage.bot, stage.alice, stage.bob);
    let chat = stage.chat_of_alice(ChatSort::Group, &[bot, bob]);
    stage.promote(alice, chat, bot, AdministratorRights { can_delete_messages: true, ..BARE }).unwrap();
    let said = stage.say(bob, chat, "spam");
    let id = stage.view(bot, said.message.key).unwrap().id;
    stage.delete_messages(bot, chat, &[id], true).unwrap();
    assert_eq!(stage.view(bob, said.message.key), None);
}

#[test]
fn typing_is_shown_to_people_and_passes() {
    let mut stage = Stage::started();
    let (bot, alice) = (stage.bot, stage.alice);
    stage.told(bot);
    stage.send_chat_action(bot, alice.into(), None, ChatAction::Typing).unwrap();
    stage.send_chat_action(alice, bot.into(), None, ChatAction::Typing).unwrap();
    let typing = Event::ChatAction { chat: bot.into(), user: bot, thread: None, action: ChatAction::Typing };
    assert_eq!(stage.told(alice), [typing]);
    assert_eq!(stage.told(bot), [], "bots are not shown that people type");
}
