//! Command menus. <https://core.telegram.org/bots/api#determining-list-of-commands>

use ambigram_core::types::{BotCommand, BotCommandScope, ChatId, UserId};
use ambigram_sandbox::rules::ChatSort;
use ambigram_sandbox::world::{Event, NewUser};

use crate::stage::Stage;

fn set(stage: &mut Stage, scope: BotCommandScope, language: &str, name: &str) {
    let bot = stage.bot;
    stage.set_commands(bot, scope, language, vec![BotCommand::new(name, "x")]).unwrap();
}

fn shown(stage: &Stage, user: UserId, chat: ChatId) -> String {
    stage
        .commands_shown_to(user, chat, stage.bot)
        .first()
        .map(|command| command.command.clone())
        .unwrap_or_default()
}

#[test]
fn a_menu_is_kept_by_scope_and_language() {
    let mut stage = Stage::new();
    let bot = stage.bot;
    let default = BotCommandScope::Default;
    let commands = vec![BotCommand::new(" /start ", " Begin "), BotCommand::new("stop", "End")];
    stage.set_commands(bot, default.clone(), "", commands).unwrap();
    set(&mut stage, default.clone(), "de", "los");
    let kept = stage.commands(bot, &default, "").unwrap();
    assert_eq!(kept, [BotCommand::new("start", "Begin"), BotCommand::new("stop", "End")]);
    assert_eq!(stage.commands(bot, &default, "de").unwrap(), [BotCommand::new("los", "x")]);
    assert_eq!(stage.commands(bot, &BotCommandScope::AllPrivateChats, "").unwrap(), []);
    stage.delete_commands(bot, default.clone(), "").unwrap();
    assert_eq!(stage.commands(bot, &default, "").unwrap(), []);
}

#[test]
fn the_narrowest_menu_is_shown() {
    let mut stage = Stage::started();
    let (bot, alice, bob) = (stage.bot, stage.alice, stage.bob);
    let group = stage.chat_of_alice(ChatSort::Supergroup, &[bot, bob]);
    let elsewhere = stage.chat_of_alice(ChatSort::Group, &[bot, bob]);
    let private = ChatId::from(bot);
    let look = |stage: &Stage| {
        [(alice, private), (bob, private), (alice, group), (bob, group), (bob, elsewhere)]
            .map(|(user, chat)| shown(stage, user, chat))
    };
    assert_eq!(look(&stage), ["", "", "", "", ""]);
    let steps = [
        (BotCommandScope::Default, "a", ["a", "a", "a", "a", "a"]),
        (BotCommandScope::AllPrivateChats, "b", ["b", "b", "a", "a", "a"]),
        (BotCommandScope::AllGroupChats, "c", ["b", "b", "c", "c", "c"]),
        (BotCommandScope::AllChatAdministrators, "d", ["b", "b", "d", "c", "c"]),
        (BotCommandScope::Chat { chat_id: alice.into() }, "e", ["e", "b", "d", "c", "c"]),
        (BotCommandScope::Chat { chat_id: group }, "f", ["e", "b", "f", "f", "c"]),
        (BotCommandScope::ChatAdministrators { chat_id: group }, "g", ["e", "b", "g", "f", "c"]),
        (BotCommandScope::ChatMember { chat_id: group, user_id: bob }, "h", ["e", "b", "g", "h", "c"]),
    ];
    for (scope, name, expected) in steps {
        set(&mut stage, scope, "", name);
        assert_eq!(look(&stage), expected, "after menu {name}");
    }
}

#[test]
fn a_menu_in_the_user_s_language_comes_before_one_for_all() {
    let mut stage = Stage::new();
    let bot = stage.bot;
    let german = NewUser { language_code: Some("de-AT".into()), ..NewUser::named("Greta") };
    let greta = stage.create_user(german).unwrap().id;
    set(&mut stage, BotCommandScope::Default, "de", "los");
    set(&mut stage, BotCommandScope::Default, "", "go");
    assert_eq!(shown(&stage, greta, bot.into()), "los");
    assert_eq!(shown(&stage, stage.alice, bot.into()), "go");
    set(&mut stage, BotCommandScope::AllPrivateChats, "", "here");
    assert_eq!(
        shown(&stage, greta, bot.into()),
        "here",
        "a narrower scope counts for more than the language"
    );
}

#[test]
fn those_who_talk_with_the_bot_are_told_of_a_new_menu() {
    let mut stage = Stage::started();
    let (bot, alice, bob) = (stage.bot, stage.alice, stage.bob);
    stage.told(alice);
    set(&mut stage, BotCommandScope::Default, "", "go");
    assert_eq!(stage.told(alice), [Event::CommandsChanged { bot }]);
    assert_eq!(stage.told(bob), []);
}
