//! Users and bots.

use ambigram_core::types::{Me, Name, User, UserId};
use grammers_tl_types::{enums, types};

/// A user; `None` for one of whom Telegram tells nothing.
pub(crate) fn user(user: &enums::User) -> Option<User> {
    match user {
        enums::User::User(user) => Some(read(user)),
        enums::User::Empty(_) => None,
    }
}

/// The bot itself.
pub(crate) fn me(user: &enums::User) -> Option<Me> {
    let enums::User::User(user) = user else { return None };
    Some(Me {
        user: read(user),
        can_join_groups: !user.bot_nochats,
        can_read_all_group_messages: user.bot_chat_history,
        supports_guest_queries: user.bot_guestchat,
        supports_inline_queries: user.bot_inline_placeholder.is_some(),
        can_connect_to_business: user.bot_business,
        has_main_web_app: user.bot_has_main_app,
        has_topics_enabled: user.bot_forum_view,
        allows_users_to_create_topics: user.bot_forum_can_manage_topics,
        can_manage_bots: user.bot_can_manage_bots,
        supports_join_request_queries: user.bot_guard,
    })
}

fn read(user: &types::User) -> User {
    User {
        id: UserId(user.id),
        is_bot: user.bot,
        first_name: user.first_name.as_ref().map(Name::from).unwrap_or_default(),
        last_name: given(user.last_name.as_ref()),
        username: username(user.username.as_ref(), user.usernames.as_deref()),
        language_code: given(user.lang_code.as_ref()),
        is_premium: user.premium,
        added_to_attachment_menu: user.attach_menu_enabled,
    }
}

fn given(text: Option<&String>) -> Option<Name> {
    text.filter(|text| !text.is_empty()).map(Name::from)
}

/// The public name: whoever has several is known by the first that is active.
pub(super) fn username(only: Option<&String>, several: Option<&[enums::Username]>) -> Option<Name> {
    let mut several = several.unwrap_or_default().iter().map(|enums::Username::Username(name)| name);
    given(several.find(|name| name.active).map(|name| &name.username).or(only))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::convert::testing;

    #[test]
    fn a_user_is_read_field_by_field() {
        let plain = || testing::user(7, "Alice");
        let name = |name: &str, active| {
            types::Username {
                editable: false,
                active,
                deletable: false,
                expired: false,
                username: name.to_owned(),
            }
            .into()
        };
        let expected = || User::new(7, "Alice");
        let table = [
            (plain(), expected()),
            (
                types::User {
                    bot: true,
                    last_name: Some("A".into()),
                    username: Some("a".into()),
                    lang_code: Some("pl".into()),
                    premium: true,
                    attach_menu_enabled: true,
                    ..plain()
                },
                User {
                    is_bot: true,
                    last_name: Some("A".into()),
                    username: Some("a".into()),
                    language_code: Some("pl".into()),
                    is_premium: true,
                    added_to_attachment_menu: true,
                    ..expected()
                },
            ),
            (
                types::User { usernames: Some(vec![name("old", false), name("new", true)]), ..plain() },
                User { username: Some("new".into()), ..expected() },
            ),
            (types::User { first_name: None, ..plain() }, User::new(7, "")),
        ];
        for (tl, expected) in table {
            assert_eq!(user(&tl.into()), Some(expected));
        }
        assert_eq!(user(&types::UserEmpty { id: 7 }.into()), None);
    }

    #[test]
    fn the_bot_learns_what_it_may() {
        let plain = || types::User { bot: true, ..testing::user(42, "Bot") };
        let may = |tl: types::User| {
            let me = me(&tl.into()).unwrap();
            (me.can_join_groups, me.can_read_all_group_messages, me.supports_inline_queries)
        };
        assert_eq!(may(plain()), (true, false, false));
        let other = types::User {
            bot_nochats: true,
            bot_chat_history: true,
            bot_inline_placeholder: Some(String::new()),
            ..plain()
        };
        assert_eq!(may(other), (false, true, true));
    }
}
