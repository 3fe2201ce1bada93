//! Every refusal, shown once at least, in both of its spellings.

mod accounts;
mod app_keyboards;
mod chats;
mod files;
mod media;
mod messages;
mod texts;

use std::collections::BTreeSet;

use ambigram_core::types::{ChatId, UserId};
use ambigram_sandbox::rules::Refusal;
use ambigram_sandbox::world::NewMessage;

use crate::stage::Stage;

type Scene = fn(&mut Stage) -> Result<(), Refusal>;

/// What is tried, how the Bot API refuses it, how MTProto does.
type Case = (&'static str, Scene, (u16, &'static str), (i32, &'static str));

#[test]
fn every_refusal_is_spelt_as_telegram_spells_it() {
    let mut shown = BTreeSet::new();
    for (what, scene, (code, description), (rpc_code, rpc_name)) in all() {
        let mut stage = Stage::new();
        let Err(refusal) = scene(&mut stage) else { panic!("{what}: nothing was refused") };
        let rpc = refusal.rpc();
        assert_eq!((refusal.code(), refusal.description().as_str()), (code, description), "{what}");
        assert_eq!((rpc.code, rpc.name.as_ref()), (rpc_code, rpc_name), "{what}");
        shown.insert(name_of(&refusal));
    }
    let declared = declared();
    assert!(declared.len() > 60, "the refusals were not found in their source: {declared:?}");
    let forgotten: Vec<_> = declared.difference(&shown).collect();
    assert!(forgotten.is_empty(), "no scene is refused with {forgotten:?}");
}

fn name_of(refusal: &Refusal) -> String {
    let debug = format!("{refusal:?}");
    debug.split(['(', ' ']).next().unwrap().to_owned()
}

/// The names of all refusals, as their source has them.
fn declared() -> BTreeSet<String> {
    let source = include_str!("../../../src/rules/refusal.rs");
    let body = source.split_once("pub enum Refusal {").unwrap().1.split_once("\n}").unwrap().0;
    let variants = body.lines().filter_map(|line| line.strip_prefix("    "));
    let variants = variants.filter(|line| line.starts_with(|first: char| first.is_ascii_uppercase()));
    variants.map(|line| line.split(['(', ',', ' ']).next().unwrap().to_owned()).collect()
}

fn all() -> Vec<Case> {
    [
        chats::reaching(),
        chats::rights(),
        chats::membership(),
        texts::writing(),
        texts::buttons(),
        app_keyboards::app_keyboards(),
        messages::editing(),
        messages::deleting(),
        messages::pressing(),
        files::sending(),
        media::sending(),
        media::editing(),
        media::sticker_sets(),
        accounts::menus(),
        accounts::making(),
        chat_settings(),
        business(),
    ]
    .concat()
}

/// One of those that a chat's own file of refusals has.
fn chat_settings() -> Vec<Case> {
    vec![(
        "a link that leads nowhere",
        |stage| {
            let bob = stage.bob;
            stage.join_by_link(bob, "https://t.me/+nowhere").map(|_| ())
        },
        (400, "Bad Request: INVITE_HASH_EXPIRED"),
        (400, "INVITE_HASH_EXPIRED"),
    )]
}

/// What only bots of businesses come across.
fn business() -> Vec<Case> {
    vec![
        (
            "a business that is not connected",
            |stage| {
                let bot = stage.bot;
                stage.business_connection(bot, "nowhere").map(|_| ())
            },
            (400, "Bad Request: business connection not found"),
            (400, "BUSINESS_CONNECTION_INVALID"),
        ),
        (
            "a bot that is not for businesses",
            |stage| {
                let (alice, bot) = (stage.alice, stage.bot);
                stage.connect_business(alice, bot, None).map(|_| ())
            },
            (400, "Bad Request: BOT_BUSINESS_MISSING"),
            (400, "BOT_BUSINESS_MISSING"),
        ),
    ]
}

fn send(
    stage: &mut Stage,
    by: UserId,
    chat: impl Into<ChatId>,
    new: impl Into<NewMessage>,
) -> Result<(), Refusal> {
    stage.send_message(by, chat.into(), new.into()).map(|_| ())
}
