//! A client that adds up numbers as <https://core.telegram.org/api/updates> says, against a world where anything happens.

use std::collections::{BTreeMap, HashMap};
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use ambigram_core::types::{Button, ChatAction, ChatId, InlineKeyboard, MessageId, UserId};
use grammers_tl_types as tl;
use rand::rngs::StdRng;
use rand::{RngExt as _, SeedableRng as _};
use tl::enums::Update;

use super::difference::{Position, channel_difference, difference};
use super::{Feed, state};
use crate::mtproto::MtProto;
use crate::mtproto::peers::channel_numbered;
use crate::rules::{AdministratorRights, ChatSort};
use crate::world::{NewBot, NewChat, NewMessage, NewUser, Shared, World};

const BEGINNING: i64 = 1_700_000_000;

/// What a client knows. Messages of private chats and basic groups have the channel 0.
#[derive(Debug, Clone, Default)]
struct Client {
    pts: i32,
    qts: i32,
    seq: i32,
    date: i32,
    channels: BTreeMap<i64, i32>,
    messages: BTreeMap<(i64, i32), String>,
}

/// What is done with an update that belongs to a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Pace {
    /// It is the next, or a gap.
    Live,
    /// It may be known already.
    Difference,
}

impl Client {
    fn new(world: &World, account: UserId) -> Self {
        let state = state(world, account);
        Self { pts: state.pts, qts: state.qts, seq: state.seq, date: state.date, ..Self::default() }
    }

    fn receive(&mut self, updates: tl::enums::Updates) {
        use tl::enums::Updates;
        let (updates, seq, date) = match updates {
            Updates::Updates(updates) => (updates.updates, (updates.seq, updates.seq), updates.date),
            Updates::Combined(updates) => (updates.updates, (updates.seq_start, updates.seq), updates.date),
            Updates::UpdateShort(short) => (vec![short.update], (0, 0), short.date),
            Updates::UpdateShortMessage(short) => {
                self.count(short.pts, short.pts_count);
                self.messages.insert((0, short.id), short.message);
                return;
            }
            Updates::UpdateShortChatMessage(short) => {
                self.count(short.pts, short.pts_count);
                self.messages.insert((0, short.id), short.message);
                return;
            }
            other => panic!("{other:?}"),
        };
        if seq.0 != 0 {
            assert_eq!(seq.0, self.seq + 1, "nothing is missing in the account's row");
            self.seq = seq.1;
        }
        assert!(!updates.is_empty());
        self.date = self.date.max(date);
        for update in updates {
            self.apply(update, Pace::Live);
        }
    }

    fn count(&mut self, pts: i32, count: i32) {
        assert_eq!(self.pts + count, pts, "nothing is missing in the common row");
        self.pts = pts;
    }

    fn apply(&mut self, update: Update, pace: Pace) {
        match update {
            Update::NewMessage(update) => {
                self.common(update.pts, update.pts_count, pace);
                self.put(update.message);
            }
            Update::EditMessage(update) => {
                self.common(update.pts, update.pts_count, pace);
                self.put(update.message);
            }
            Update::DeleteMessages(update) => {
                self.common(update.pts, update.pts_count, pace);
                self.messages.retain(|key, _| key.0 != 0 || !update.messages.contains(&key.1));
            }
            Update::ReadHistoryInbox(update) => self.common(update.pts, update.pts_count, pace),
            Update::ReadHistoryOutbox(update) => self.common(update.pts, update.pts_count, pace),
            Update::NewChannelMessage(update) => {
                if self.channel(channel_of(&update.message), update.pts, update.pts_count, pace) {
                    self.put(update.message);
                }
            }
            Update::EditChannelMessage(update) => {
                if self.channel(channel_of(&update.message), update.pts, update.pts_count, pace) {
                    self.put(update.message);
                }
            }
            Update::DeleteChannelMessages(update) => {
                if self.channel(update.channel_id, update.pts, update.pts_count, pace) {
                    self.messages
                        .retain(|key, _| key.0 != update.channel_id || !update.messages.contains(&key.1));
                }
            }
            Update::BotStopped(update) => self.secondary(update.qts, pace),
            Update::ChannelParticipant(update) => self.secondary(update.qts, pace),
            Update::ChatParticipant(update) => self.secondary(update.qts, pace),
            Update::BotCallbackQuery(_)
            | Update::UserTyping(_)
            | Update::ChatUserTyping(_)
            | Update::ChannelUserTyping(_)
            | Update::Channel(_)
            | Update::Chat(_)
            | Update::PeerBlocked(_)
            | Update::ReadChannelInbox(_)
            | Update::ReadChannelOutbox(_)
            | Update::BotCommands(_) => {}
            other => panic!("{other:?}"),
        }
    }

    fn common(&mut self, pts: i32, count: i32, pace: Pace) {
        if pace == Pace::Live {
            self.count(pts, count);
        }
    }

    fn secondary(&mut self, qts: i32, pace: Pace) {
        if pace == Pace::Live {
            assert_eq!(self.qts + 1, qts, "nothing is missing in the secondary row");
            self.qts = qts;
        }
    }

    /// Whether an update of a channel is new.
    fn channel(&mut self, channel: i64, pts: i32, count: i32, pace: Pace) -> bool {
        let known = self.channels.entry(channel).or_insert(pts - count);
        if pace == Pace::Difference && *known >= pts {
            return false;
        }
        assert_eq!(*known + count, pts, "nothing is missing in the row of channel {channel}");
        *known = pts;
        true
    }

    fn put(&mut self, message: tl::enums::Message) {
        match message {
            tl::enums::Message::Message(message) => {
                self.messages.insert((channel_id(&message.peer_id), message.id), message.message);
            }
            tl::enums::Message::Service(message) => {
                let action = format!("{:?}", message.action);
                self.messages.insert((channel_id(&message.peer_id), message.id), action);
            }
            tl::enums::Message::Empty(message) => panic!("{message:?}"),
        }
    }

    /// Asks for what it missed until nothing is missing; in how many steps.
    fn catch_up(&mut self, front: &MtProto, world: &World, account: UserId, limit: i32) -> usize {
        use tl::enums::updates::{Difference, State};
        for step in 1.. {
            let position = Position {
                pts: self.pts,
                qts: self.qts,
                date: self.date,
                total_limit: None,
                limit: Some(limit),
            };
            let (messages, updates, State::State(state), is_last) =
                match difference(front, world, account, position).unwrap() {
                    Difference::Empty(empty) => {
                        self.seq = empty.seq;
                        return step;
                    }
                    Difference::Difference(all) => (all.new_messages, all.other_updates, all.state, true),
                    Difference::Slice(slice) => {
                        (slice.new_messages, slice.other_updates, slice.intermediate_state, false)
                    }
                    Difference::TooLong(_) => panic!("everything is kept"),
                };
            assert!(messages.len() + updates.len() <= usize::try_from(limit).unwrap() || is_last);
            messages.into_iter().for_each(|message| self.put(message));
            updates.into_iter().for_each(|update| self.apply(update, Pace::Difference));
            (self.pts, self.qts, self.seq) = (state.pts, state.qts, state.seq);
            if is_last {
                return step;
            }
            assert_eq!(state.date, self.date, "what goes by time is still to come");
        }
        0
    }

    /// Asks for what it missed of one channel.
    fn catch_up_with(&mut self, front: &MtProto, world: &World, account: UserId, channel: i64) {
        use tl::enums::updates::ChannelDifference;
        let chat = channel_numbered(channel).unwrap();
        loop {
            let pts = self.channels[&channel];
            let is_final = match channel_difference(front, world, account, chat, pts, 3).unwrap() {
                ChannelDifference::Empty(empty) => {
                    assert_eq!(empty.pts, pts);
                    empty.r#final
                }
                ChannelDifference::Difference(missed) => {
                    missed.new_messages.into_iter().for_each(|message| self.put(message));
                    for update in missed.other_updates {
                        match update {
                            Update::EditChannelMessage(update) => self.put(update.message),
                            Update::DeleteChannelMessages(update) => self
                                .messages
                                .retain(|key, _| key.0 != channel || !update.messages.contains(&key.1)),
                            other => panic!("{other:?}"),
                        }
                    }
                    self.channels.insert(channel, missed.pts);
                    missed.r#final
                }
                ChannelDifference::TooLong(_) => panic!("everything is kept"),
            };
            if is_final {
                return;
            }
        }
    }
}

fn channel_id(peer: &tl::enums::Peer) -> i64 {
    match peer {
        tl::enums::Peer::Channel(channel) => channel.channel_id,
        _ => 0,
    }
}

fn channel_of(message: &tl::enums::Message) -> i64 {
    match message {
        tl::enums::Message::Message(message) => channel_id(&message.peer_id),
        tl::enums::Message::Service(message) => channel_id(&message.peer_id),
        tl::enums::Message::Empty(_) => 0,
    }
}

fn front(world: World) -> MtProto {
    let (_, stopping) = tokio::sync::watch::channel(false);
    MtProto::new(Arc::new(Shared::new(world)), SocketAddr::from((Ipv4Addr::LOCALHOST, 1)), stopping)
}

struct Stage {
    front: MtProto,
    clock: Arc<AtomicI64>,
    accounts: Vec<UserId>,
    chats: Vec<ChatId>,
    chance: StdRng,
}

impl Stage {
    fn new(seed: u64) -> Self {
        let clock = Arc::new(AtomicI64::new(BEGINNING));
        let now = Arc::clone(&clock);
        let mut world = World::new(move || now.load(Ordering::Relaxed), seed);
        let alice = world.create_user(NewUser::named("Alice")).unwrap().id;
        let bob = world.create_user(NewUser::named("Bob")).unwrap().id;
        let bot = world.create_bot(NewBot::named("counting_bot")).unwrap().id;
        let mut chats = vec![alice.into(), bob.into(), bot.into()];
        for sort in [ChatSort::Group, ChatSort::Supergroup, ChatSort::Channel] {
            let new = NewChat::new(sort, "Chat").with([bob, bot]);
            chats.push(world.create_chat(alice, new).unwrap());
        }
        world.start_bot(alice, bot, None).unwrap();
        Self {
            front: front(world),
            clock,
            accounts: vec![alice, bob, bot],
            chats,
            chance: StdRng::seed_from_u64(seed),
        }
    }

    fn pick<T: Copy>(chance: &mut StdRng, from: &[T]) -> T {
        from[chance.random_range(0..from.len())]
    }

    /// Does something, or fails to.
    fn act(&mut self) {
        let chance = &mut self.chance;
        if chance.random_range(0..4) == 0 {
            self.clock.fetch_add(1, Ordering::Relaxed);
        }
        let (by, other) = (Self::pick(chance, &self.accounts), Self::pick(chance, &self.accounts));
        let chat = Self::pick(chance, &self.chats);
        let id = MessageId(chance.random_range(1..40));
        let text =
            format!("{} {}", Self::pick(chance, &["hi", "/go", "@counting_bot"]), chance.random_range(0..9));
        let deed = chance.random_range(0..13);
        let keyboard = InlineKeyboard::row([Button::callback("a", "a")]);
        self.front.world.write(|world| {
            // Much of it is refused: what matters is what is told of the rest.
            let _ = match deed {
                0..=4 => {
                    let keyboard = (by == self.accounts[2]).then_some(keyboard);
                    world.send_message(by, chat, NewMessage { keyboard, ..text.as_str().into() }).map(|_| ())
                }
                5 | 6 => world.edit_text(by, chat, id, text.as_str().into()).map(|_| ()),
                7 => world.delete_messages(by, chat, &[id, MessageId(id.0 + 1)], true),
                8 => world.promote(by, chat, other, AdministratorRights::USUAL),
                9 => world.set_blocked(by, other, id.0 % 2 == 0),
                10 => world.read_through(by, chat, id).map(|_| ()),
                11 => world.press(by, chat, id, "a").map(|_| ()),
                _ => world.send_chat_action(by, chat, None, ChatAction::Typing),
            };
        });
    }
}

#[test]
fn nothing_is_missing_live_and_every_difference_leads_to_the_same() {
    for seed in 0..8 {
        let mut stage = Stage::new(seed);
        // What happened in channels is told by the second: the clients come when the beginning is past.
        stage.clock.fetch_add(1, Ordering::Relaxed);
        let mut clients: HashMap<UserId, (Feed, Client)> = stage.front.world.read(|world| {
            let new =
                |account: &UserId| (*account, (Feed::new(world, *account), Client::new(world, *account)));
            stage.accounts.iter().map(new).collect()
        });
        let mut earlier: Vec<(UserId, Client)> = Vec::new();
        for step in 0..400 {
            stage.act();
            if stage.chance.random_range(0..3) > 0 {
                continue;
            }
            for (account, (feed, client)) in &mut clients {
                while let Some(updates) = stage.front.world.read(|world| feed.next(&stage.front, world)) {
                    client.receive(updates);
                }
                if step % 40 == 0 {
                    earlier.push((*account, client.clone()));
                }
            }
        }
        stage.front.world.read(|world| {
            for (account, (feed, client)) in &mut clients {
                while let Some(updates) = feed.next(&stage.front, world) {
                    client.receive(updates);
                }
                assert!(client.messages.len() > 10, "something happened");
                let state = state(world, *account);
                assert_eq!((client.pts, client.qts, client.seq), (state.pts, state.qts, state.seq));
            }
            for (account, mut behind) in earlier {
                let now = &clients[&account].1;
                let known: Vec<_> = behind.channels.keys().copied().collect();
                let mut one_by_one = behind.clone();
                for channel in known {
                    one_by_one.catch_up_with(&stage.front, world, account, channel);
                    let of = |client: &Client| -> Vec<_> {
                        let messages = client.messages.iter().filter(|(key, _)| key.0 == channel);
                        messages.map(|(key, text)| (*key, text.clone())).collect()
                    };
                    assert_eq!(one_by_one.channels[&channel], now.channels[&channel]);
                    assert_eq!(of(&one_by_one), of(now), "channel {channel} of {account}");
                }
                behind.catch_up(&stage.front, world, account, 7);
                assert_eq!((behind.pts, behind.qts, behind.seq), (now.pts, now.qts, now.seq));
                assert_eq!(behind.channels, now.channels);
                assert_eq!(behind.messages, now.messages, "account {account}, seed {seed}");
                assert_eq!(behind.catch_up(&stage.front, world, account, 7), 1);
            }
        });
    }
}
