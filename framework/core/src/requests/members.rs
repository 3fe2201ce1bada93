//! Requests about the members of a chat: who is let in, who is put out, and what each may do.

use super::Recipient;
use super::define::request;
use crate::types::*;

request! {
    /// Puts a user out of a group, supergroup or channel, and keeps them out of the latter two, by the right to
    /// restrict members. <https://core.telegram.org/bots/api#banchatmember>
    BanChatMember("banChatMember", ban_chat_member) -> () {
        required {
            /// The group, supergroup or channel.
            chat_id: Recipient,
            /// Who.
            user_id: UserId,
        }
        optional {
            /// Until when, in seconds since 1970, in supergroups and channels. For ever where absent, where less
            /// than 30 seconds or more than 366 days from now.
            until_date: i64,
        }
        flags {
            /// Deletes all their messages too; in supergroups and channels this is always done.
            revoke_messages,
        }
    }
}

request! {
    /// Lets a banned user come back to a supergroup or channel, by the right to restrict members. A member is put
    /// out thereby, unless told otherwise. <https://core.telegram.org/bots/api#unbanchatmember>
    UnbanChatMember("unbanChatMember", unban_chat_member) -> () {
        required {
            /// The supergroup or channel.
            chat_id: Recipient,
            /// Who.
            user_id: UserId,
        }
        flags {
            /// Does nothing to those who are not banned.
            only_if_banned,
        }
    }
}

request! {
    /// Changes what a member of a supergroup may do, by the right to restrict members.
    /// <https://core.telegram.org/bots/api#restrictchatmember>
    RestrictChatMember("restrictChatMember", restrict_chat_member) -> () {
        required {
            /// The supergroup.
            chat_id: Recipient,
            /// Who.
            user_id: UserId,
            /// What they may do from now on; all permissions lift the restrictions.
            permissions: ChatPermissions,
        }
        optional {
            /// Until when, in seconds since 1970. For ever where absent, where less than 30 seconds or more than
            /// 366 days from now.
            until_date: i64,
        }
        flags {
            /// Takes each permission by itself; else the one to send other messages or link previews includes
            /// those to send texts and media, and the one to send polls includes that to send texts.
            use_independent_chat_permissions,
        }
    }
}

request! {
    /// Makes a user an administrator of a supergroup or channel, by the right to add administrators; without any
    /// right, makes them none again. <https://core.telegram.org/bots/api#promotechatmember>
    PromoteChatMember("promoteChatMember", promote_chat_member) -> () {
        required {
            /// The supergroup or channel.
            chat_id: Recipient,
            /// Who.
            user_id: UserId,
        }
        optional {
            /// Whether they stay hidden, and write in the chat's name.
            is_anonymous: bool,
            /// Whether they may see the log of events, the boosts, hidden members and what is reported as spam,
            /// write in spite of slow mode and send without paying Stars. Implied by any other right.
            can_manage_chat: bool,
            /// Whether they may delete messages of others.
            can_delete_messages: bool,
            /// Whether they may manage video chats.
            can_manage_video_chats: bool,
            /// Whether they may restrict, ban and unban members; in a supergroup, also see its statistics.
            can_restrict_members: bool,
            /// Whether they may make others administrators, with no more rights than they have, and take back the
            /// rights that they gave.
            can_promote_members: bool,
            /// Whether they may change the title, the photo and other settings.
            can_change_info: bool,
            /// Whether they may invite users.
            can_invite_users: bool,
            /// Whether they may post stories.
            can_post_stories: bool,
            /// Whether they may edit stories of others, post some to the chat's page, pin them and see the
            /// archive.
            can_edit_stories: bool,
            /// Whether they may delete stories of others.
            can_delete_stories: bool,
            /// Whether they may post, approve suggested posts, or see the statistics; channels only.
            can_post_messages: bool,
            /// Whether they may edit messages of others and pin messages; channels only.
            can_edit_messages: bool,
            /// Whether they may pin messages; supergroups only.
            can_pin_messages: bool,
            /// Whether they may create, rename, close and reopen topics; supergroups only.
            can_manage_topics: bool,
            /// Whether they may manage the channel's direct messages and decline suggested posts; channels only.
            can_manage_direct_messages: bool,
            /// Whether they may change the tags of members; groups and supergroups only.
            can_manage_tags: bool,
        }
    }
}

request! {
    /// Gives an administrator of a supergroup, whom the bot has made one, a title of their own.
    /// <https://core.telegram.org/bots/api#setchatadministratorcustomtitle>
    SetChatAdministratorCustomTitle("setChatAdministratorCustomTitle", set_chat_administrator_custom_title) -> () {
        required {
            /// The supergroup.
            chat_id: Recipient,
            /// Who.
            user_id: UserId,
            /// The new title, 0–16 characters without emoji.
            custom_title: Name,
        }
    }
}

request! {
    /// Gives a member of a group or supergroup who is no administrator a tag, by the right to manage tags.
    /// <https://core.telegram.org/bots/api#setchatmembertag>
    SetChatMemberTag("setChatMemberTag", set_chat_member_tag) -> () {
        required {
            /// The group or supergroup.
            chat_id: Recipient,
            /// Who.
            user_id: UserId,
        }
        optional {
            /// The new tag, 0–16 characters without emoji; none where absent.
            tag: Name,
        }
    }
}

request! {
    /// Keeps a channel from writing in a supergroup or channel, by the right to restrict members. Its owner can't
    /// write there in the name of any of their channels. <https://core.telegram.org/bots/api#banchatsenderchat>
    BanChatSenderChat("banChatSenderChat", ban_chat_sender_chat) -> () {
        required {
            /// The supergroup or channel.
            chat_id: Recipient,
            /// The channel that is banned.
            sender_chat_id: ChatId,
        }
    }
}

request! {
    /// Lets a banned channel write in a supergroup or channel again, by the right to restrict members.
    /// <https://core.telegram.org/bots/api#unbanchatsenderchat>
    UnbanChatSenderChat("unbanChatSenderChat", unban_chat_sender_chat) -> () {
        required {
            /// The supergroup or channel.
            chat_id: Recipient,
            /// The channel that was banned.
            sender_chat_id: ChatId,
        }
    }
}

request! {
    /// Lets in somebody who asked to join, by the right to invite users.
    /// <https://core.telegram.org/bots/api#approvechatjoinrequest>
    ApproveChatJoinRequest("approveChatJoinRequest", approve_chat_join_request) -> () {
        required {
            /// The chat.
            chat_id: Recipient,
            /// Who.
            user_id: UserId,
        }
    }
}

request! {
    /// Turns away somebody who asked to join, by the right to invite users.
    /// <https://core.telegram.org/bots/api#declinechatjoinrequest>
    DeclineChatJoinRequest("declineChatJoinRequest", decline_chat_join_request) -> () {
        required {
            /// The chat.
            chat_id: Recipient,
            /// Who.
            user_id: UserId,
        }
    }
}
