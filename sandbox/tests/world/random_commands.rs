//! Whatever is asked of the world, in whatever order: it never panics, and what must hold holds.

use std::collections::BTreeMap;

use ambigram_core::types::{
    BotCommand, BotCommandScope, Button, ChatAction, ChatId, InlineKeyboard, MessageId, ThreadId, UserId,
};
use ambigram_sandbox::rules::{AdministratorRights, ChatSort, Permissions, Refusal};
use ambigram_sandbox::world::{
    CallbackAnswer, Event, MessageView, NewChat, NewMessage, NewText, QueryId, Queue, ReplyTo, World,
};

use crate::stage::{BARE, MUTE, Stage};

/// SplitMix64, so that a failure is the same in every run.
struct Chance(u64);

impl Chance {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((mixed ^ (mixed >> 31)) % bound as u64).unwrap()
    }

    fn pick<T: Clone>(&mut self, from: &[T]) -> T {
        from[self.below(from.len())].clone()
    }

    fn flip(&mut self) -> bool {
        self.below(2) == 0
    }
}

/// Who and what a random command can be about.
struct Cast {
    accounts: Vec<UserId>,
    chats: Vec<ChatId>,
    presses: Vec<QueryId>,
    chance: Chance,
}

impl Cast {
    fn account(&mut self) -> UserId {
        self.chance.pick(&self.accounts)
    }

    /// A group, somebody's private chat, or a chat that is none.
    fn chat(&mut self) -> ChatId {
        match self.chance.below(20) {
            0 => self.chance.pick(&[ChatId(0), ChatId(i64::MIN), ChatId(-5), ChatId(i64::MAX)]),
            1..=9 => self.account().into(),
            _ => self.chance.pick(&self.chats),
        }
    }

    fn message(&mut self) -> MessageId {
        match self.chance.below(20) {
            0 => self.chance.pick(&[MessageId(0), MessageId(-1), MessageId(i32::MAX), MessageId(i32::MIN)]),
            _ => MessageId(i32::try_from(self.chance.below(60)).unwrap()),
        }
    }

    fn text(&mut self) -> String {
        let words =
            ["", " ", "hi", "/start", "/start@counting_bot", "@other_bot", "👍", "telegram.org", "\u{202e}"];
        (0..self.chance.below(4)).map(|_| self.chance.pick(&words)).collect::<Vec<_>>().join(" ")
    }

    fn keyboard(&mut self) -> Option<InlineKeyboard> {
        let label = self.chance.pick(&["a", "b", ""]);
        let data = self.chance.pick(&["x", "y", ""]);
        (self.chance.below(3) == 0).then(|| InlineKeyboard::row([Button::callback(label, data)]))
    }

    fn new_message(&mut self) -> NewMessage {
        let reply_to = (self.chance.below(4) == 0).then(|| ReplyTo {
            or_without: self.chance.flip(),
            chat: (self.chance.below(4) == 0).then(|| self.chat()),
            quote: (self.chance.below(4) == 0).then(|| (self.text().as_str().into(), 3)),
            ..self.message().into()
        });
        let thread = (self.chance.below(8) == 0).then(|| ThreadId(self.message().0));
        NewMessage { reply_to, thread, keyboard: self.keyboard(), ..self.text().as_str().into() }
    }

    fn rights(&mut self) -> AdministratorRights {
        self.chance.pick(&[
            AdministratorRights::NONE,
            BARE,
            AdministratorRights::USUAL,
            AdministratorRights::ALL,
        ])
    }

    /// Does one thing.
    fn act(&mut self, stage: &mut Stage) -> Result<(), Refusal> {
        let (by, chat, id, other) = (self.account(), self.chat(), self.message(), self.account());
        match self.chance.below(32) {
            0..=8 => stage.send_message(by, chat, self.new_message()).map(|_| ()),
            9..=10 => {
                let new = NewText { keyboard: self.keyboard(), ..self.text().as_str().into() };
                stage.edit_text(by, chat, id, new).map(|_| ())
            }
            11 => stage.edit_keyboard(by, chat, id, self.keyboard()).map(|_| ()),
            12..=13 => {
                let ids: Vec<_> = (0..=self.chance.below(3)).map(|_| self.message()).collect();
                stage.delete_messages(by, chat, &ids, self.chance.flip())
            }
            14..=15 => {
                let press = stage.press(by, chat, id, self.chance.pick(&["x", "y"]))?;
                self.presses.push(press);
                Ok(())
            }
            16 => {
                let press = match self.presses.is_empty() {
                    true => QueryId(1),
                    false => self.chance.pick(&self.presses),
                };
                stage.answer_callback(by, press, CallbackAnswer::default())
            }
            17 => stage.send_chat_action(by, chat, None, ChatAction::Typing),
            18 => stage.set_blocked(by, other, self.chance.flip()),
            19 => {
                let sort = self.chance.pick(&[ChatSort::Group, ChatSort::Supergroup, ChatSort::Channel]);
                let new = NewChat { is_forum: self.chance.flip(), ..NewChat::new(sort, "Chat") };
                let made = stage.create_chat(by, new.with([other]))?;
                self.chats.push(made);
                Ok(())
            }
            20..=21 => stage.add_member(by, chat, other),
            22 => stage.remove_member(by, chat, other),
            23 => stage.leave(by, chat),
            24 => stage.ban(by, chat, other, 0),
            25 => stage.unban(by, chat, other),
            26 => stage.restrict(by, chat, other, self.chance.pick(&[MUTE, Permissions::ALL]), 0),
            27 => stage.promote(by, chat, other, self.rights()),
            28 => {
                let made = stage.upgrade_to_supergroup(by, chat)?;
                self.chats.push(made);
                Ok(())
            }
            29 => stage.create_topic(by, chat, "Topic").map(|_| ()),
            30 => {
                let scope = BotCommandScope::ChatMember { chat_id: chat, user_id: other };
                stage.set_commands(by, scope, "", vec![BotCommand::new("start", "Start")])
            }
            _ if self.chance.below(20) == 0 => stage.delete_chat(by, chat),
            _ => stage.clear_history(by, chat, self.chance.flip()),
        }
    }
}

#[test]
fn random_commands_keep_the_world_in_order() {
    for seed in 0..12 {
        let mut stage = Stage::new();
        let other_bot = stage.another_bot("other_bot");
        let accounts = vec![stage.bot, other_bot, stage.alice, stage.bob];
        let chats = [ChatSort::Group, ChatSort::Supergroup, ChatSort::Channel]
            .map(|sort| stage.chat_of_alice(sort, &accounts))
            .to_vec();
        let mut cast = Cast { accounts, chats, presses: Vec::new(), chance: Chance(seed) };
        let mut done = 0;
        for step in 0..1_500 {
            let before = told_so_far(&stage, &cast.accounts);
            let result = cast.act(&mut stage);
            match result {
                Ok(()) => done += 1,
                Err(refusal) => {
                    let after = told_so_far(&stage, &cast.accounts);
                    assert_eq!(before, after, "seed {seed}, step {step}: “{refusal}” did something");
                }
            }
            if step % 100 == 99 {
                stage.wait(1);
                check(&stage, &cast);
            }
        }
        assert!(done > 150, "seed {seed}: hardly anything was done ({done})");
    }
}

/// How much each account was ever told.
fn told_so_far(world: &World, accounts: &[UserId]) -> Vec<u64> {
    accounts.iter().map(|account| world.queue(*account).map_or(0, Queue::last)).collect()
}

fn check(world: &World, cast: &Cast) {
    for account in &cast.accounts {
        check_queue(world, *account);
        let private = cast.accounts.iter().map(|other| ChatId::from(*other));
        for chat in private.chain(cast.chats.iter().copied()) {
            let history = world.history(*account, chat);
            assert!(
                history.windows(2).all(|pair| pair[0].id < pair[1].id),
                "{account} in {chat}: {history:?}"
            );
            for view in history {
                assert_eq!((view.viewer, view.chat), (*account, chat));
                assert_eq!(world.message_as_seen_by(*account, chat, view.id), Some(view));
            }
        }
    }
}

/// Events are in order, and so are the numbers of the messages that they tell of.
fn check_queue(world: &World, account: UserId) {
    let Some(queue) = world.queue(account) else { return };
    let entries: Vec<_> = queue.after(0).collect();
    assert!(entries.windows(2).all(|pair| pair[0].seq + 1 == pair[1].seq && pair[0].date <= pair[1].date));
    let is_bot = |id| world.account(id).unwrap().is_bot();
    // One row for private chats and basic groups, one for each other chat.
    let mut last: BTreeMap<Option<ChatId>, MessageId> = BTreeMap::new();
    for entry in entries {
        let Event::NewMessage(view) = &entry.event else { continue };
        assert_eq!(view.viewer, account);
        let row = view.chat.is_channel().then_some(view.chat);
        let before = last.insert(row, view.id);
        assert!(before.is_none_or(|before| before < view.id), "{account}: {before:?}, then {:?}", view.id);
        assert!(may_hear(view, is_bot), "{account} heard another bot: {view:?}");
        assert!(
            !is_bot(account) || entry.is_own == (view.message.author == account) || view.message.is_service()
        );
    }
}

/// Bots hear no bots, but for what they do and for a channel's posts.
fn may_hear(view: &MessageView, is_bot: impl Fn(UserId) -> bool) -> bool {
    let is_from_other_bot = view.message.author != view.viewer && is_bot(view.message.author);
    let is_post = matches!(view.message.sender, ambigram_sandbox::world::Sender::Chat(_));
    !is_bot(view.viewer) || !is_from_other_bot || view.message.is_service() || is_post
}
