//! All that is known of a chat. <https://core.telegram.org/bots/api#chatfullinfo>

use ambigram_core::types::{
    AcceptedGiftTypes, Chat, ChatFullInfo, ChatId, ChatLocation, CustomEmojiId, Message, Name, ReactionType,
    UserId, UserRating,
};
use grammers_tl_types::{enums, types};

use super::document::audio;
use super::peer::{channel_id, group_id};
use super::photo::{photo_of_chat, photo_of_user};
use super::reaction::reactions;
use super::rights::permissions;
use super::{Known, business, chat, gift, given, place, user};

/// How many kinds of reactions a message can have where nothing else is said.
const REACTIONS: u32 = 11;
/// How many colours of names there are that are the same for all.
const COLORS: i64 = 7;

/// A private chat. `pinned` is the message on top of it.
pub(crate) fn user_full(
    answer: &enums::users::UserFull,
    pinned: Option<Message>,
    known: &Known,
) -> Option<ChatFullInfo> {
    let enums::users::UserFull::Full(answer) = answer;
    let enums::UserFull::Full(full) = &answer.full_user;
    let is_told = |user: &&types::User| user.id == full.id;
    let mut told = answer.users.iter().filter_map(|user| match user {
        enums::User::User(user) => Some(user),
        enums::User::Empty(_) => None,
    });
    let raw = told.find(is_told)?;
    let names = Known { sticker_sets: known.sticker_sets.clone(), ..Known::of(&answer.users, &answer.chats) };
    let own = Chat::private(&names.user(UserId(full.id)));
    let colors =
        Colors::of(full.id, raw.color.as_ref(), raw.profile_color.as_ref(), raw.emoji_status.as_ref());
    let mut info =
        ChatFullInfo::new(own, colors.accent, REACTIONS, accepted(full.disallowed_gifts.as_ref(), true));
    colors.put(&mut info);
    info.photo = photo_of_user(raw);
    info.active_usernames = active(raw.usernames.as_deref(), raw.username.as_ref());
    info.birthdate = full.birthday.as_ref().map(business::birthdate);
    info.business_intro = full.business_intro.as_ref().map(|told| Box::new(business::intro(told, &names)));
    info.business_location = full.business_location.as_ref().map(|told| Box::new(business::location(told)));
    info.business_opening_hours =
        full.business_work_hours.as_ref().map(|told| Box::new(business::opening_hours(told)));
    info.personal_chat = full.personal_channel_id.map(|id| Box::new(names.chat(channel_id(id))));
    info.bio = full.about.as_deref().and_then(given::text);
    info.has_private_forwards = full.private_forward_name.as_ref().is_some_and(|name| !name.is_empty());
    info.has_restricted_voice_and_video_messages = full.voice_messages_forbidden;
    info.rating = full.stars_rating.as_ref().map(|told| Box::new(rating(told)));
    info.first_profile_audio = full.saved_music.as_ref().and_then(audio).map(Box::new);
    info.paid_message_star_count = stars(full.send_paid_messages_stars);
    info.message_auto_delete_time = given::some(full.ttl_period);
    info.pinned_message = pinned.map(Box::new);
    Some(info)
}

/// A group, a supergroup or a channel. `pinned` is the message on top of it.
pub(crate) fn chat_full(answer: &enums::messages::ChatFull, pinned: Option<Message>) -> Option<ChatFullInfo> {
    let enums::messages::ChatFull::Full(answer) = answer;
    let known = Known::of(&answer.users, &answer.chats);
    let mut info = match &answer.full_chat {
        enums::ChatFull::Full(full) => group(full, &answer.chats)?,
        enums::ChatFull::ChannelFull(full) => channel(full, &answer.chats, &known)?,
        // Nothing is written in communities.
        enums::ChatFull::CommunityFull(_) => return None,
    };
    info.pinned_message = pinned.map(Box::new);
    Some(info)
}

fn group(full: &types::ChatFull, chats: &[enums::Chat]) -> Option<ChatFullInfo> {
    let raw = chats.iter().find_map(|chat| match chat {
        enums::Chat::Chat(chat) if chat.id == full.id => Some(chat),
        _ => None,
    })?;
    let own = chat::chat(&raw.clone().into())?;
    let colors = Colors::of(full.id, None, None, None);
    let mut info = ChatFullInfo::new(own, colors.accent, REACTIONS, all_or_none(false));
    put_reactions(&mut info, full.available_reactions.as_ref(), full.reactions_limit, false);
    info.photo = photo_of_chat(group_id(full.id), 0, &raw.photo);
    info.description = given::text(&full.about);
    info.invite_link = full.exported_invite.as_ref().and_then(link);
    info.permissions = raw.default_banned_rights.as_ref().map(permissions);
    info.has_protected_content = raw.noforwards;
    info.message_auto_delete_time = given::some(full.ttl_period);
    Some(info)
}

fn channel(full: &types::ChannelFull, chats: &[enums::Chat], known: &Known) -> Option<ChatFullInfo> {
    let raw = chats.iter().find_map(|chat| match chat {
        enums::Chat::Channel(chat) if chat.id == full.id => Some(chat),
        _ => None,
    })?;
    let own = chat::chat(&raw.clone().into())?;
    let is_group = own.is_group();
    let id = own.id;
    let colors =
        Colors::of(full.id, raw.color.as_ref(), raw.profile_color.as_ref(), raw.emoji_status.as_ref());
    let mut info = ChatFullInfo::new(own, colors.accent, REACTIONS, all_or_none(full.stargifts_available));
    colors.put(&mut info);
    put_reactions(
        &mut info,
        full.available_reactions.as_ref(),
        full.reactions_limit,
        full.paid_reactions_available,
    );
    info.photo = photo_of_chat(id, raw.access_hash.unwrap_or_default(), &raw.photo);
    info.active_usernames = active(raw.usernames.as_deref(), raw.username.as_ref());
    info.description = given::text(&full.about);
    info.invite_link = full.exported_invite.as_ref().and_then(link);
    info.linked_chat_id = full.linked_chat_id.map(channel_id);
    info.parent_chat = raw
        .linked_monoforum_id
        .filter(|_| raw.monoforum)
        .map(|parent| Box::new(known.chat(channel_id(parent))));
    info.location = full.location.as_ref().and_then(location).map(Box::new);
    info.sticker_set_name = full.stickerset.as_ref().map(set_name);
    info.custom_emoji_sticker_set_name = full.emojiset.as_ref().map(set_name);
    info.unrestrict_boost_count = given::some(full.boosts_unrestrict);
    info.slow_mode_delay = given::some(full.slowmode_seconds);
    info.message_auto_delete_time = given::some(full.ttl_period);
    info.paid_message_star_count = stars(full.send_paid_messages_stars);
    info.guard_bot = full.guard_bot_id.map(|bot| Box::new(known.user(UserId(bot))));
    info.has_protected_content = raw.noforwards;
    info.has_visible_history = !full.hidden_prehistory;
    info.has_aggressive_anti_spam_enabled = full.antispam;
    info.can_set_sticker_set = full.can_set_stickers;
    info.can_send_paid_media = full.paid_media_allowed && !is_group;
    if is_group {
        info.permissions = raw.default_banned_rights.as_ref().map(permissions);
        info.join_to_send_messages = raw.join_to_send;
        info.join_by_request = raw.join_request;
        info.has_hidden_members = full.participants_hidden;
    }
    Some(info)
}

/// What a chat looks like in lists: colours and emoji.
struct Colors {
    accent: u32,
    background: Option<i64>,
    gift: Option<ambigram_core::types::UniqueGiftColors>,
    profile_accent: Option<u32>,
    profile_background: Option<i64>,
    status: Option<(i64, Option<i32>)>,
}

impl Colors {
    /// Who chose no colour has one by their number.
    fn of(
        id: i64,
        color: Option<&enums::PeerColor>,
        profile: Option<&enums::PeerColor>,
        status: Option<&enums::EmojiStatus>,
    ) -> Self {
        let plain = |color: Option<&enums::PeerColor>| match color {
            Some(enums::PeerColor::Color(color)) => (color.color, color.background_emoji_id),
            Some(enums::PeerColor::Collectible(color)) => (None, Some(color.background_emoji_id)),
            Some(enums::PeerColor::InputPeerColorCollectible(_)) | None => (None, None),
        };
        let (accent, background) = plain(color);
        let (profile_accent, profile_background) = plain(profile);
        Self {
            accent: accent.map_or_else(|| u32::try_from(id % COLORS).unwrap_or_default(), given::count),
            background,
            gift: color.and_then(gift::colors),
            profile_accent: profile_accent.map(given::count),
            profile_background,
            status: match status {
                Some(enums::EmojiStatus::Status(status)) => Some((status.document_id, status.until)),
                Some(enums::EmojiStatus::Collectible(status)) => Some((status.document_id, status.until)),
                _ => None,
            },
        }
    }

    fn put(self, info: &mut ChatFullInfo) {
        let emoji = |id: Option<i64>| id.filter(|id| *id != 0).map(|id| CustomEmojiId::from(id.to_string()));
        info.background_custom_emoji_id = emoji(self.background);
        info.unique_gift_colors = self.gift.map(Box::new);
        info.profile_accent_color_id = self.profile_accent;
        info.profile_background_custom_emoji_id = emoji(self.profile_background);
        if let Some((id, until)) = self.status {
            info.emoji_status_custom_emoji_id = emoji(Some(id));
            info.emoji_status_expiration_date = until.filter(|until| *until != 0).map(Into::into);
        }
    }
}

/// Which reactions a chat allows; where all are, none is listed.
fn put_reactions(
    info: &mut ChatFullInfo,
    available: Option<&enums::ChatReactions>,
    limit: Option<i32>,
    has_paid: bool,
) {
    let mut listed = match available {
        Some(enums::ChatReactions::All(_)) => None,
        Some(enums::ChatReactions::Some(some)) => Some(reactions(&some.reactions)),
        Some(enums::ChatReactions::None) | None => Some(Vec::new()),
    };
    if let (Some(listed), true) = (&mut listed, has_paid) {
        listed.insert(0, ReactionType::Paid);
    }
    info.available_reactions = listed;
    info.max_reaction_count = given::some(limit).unwrap_or(REACTIONS).min(REACTIONS);
}

fn all_or_none(are_accepted: bool) -> AcceptedGiftTypes {
    AcceptedGiftTypes::new(are_accepted, are_accepted, are_accepted, are_accepted, are_accepted)
}

fn accepted(disallowed: Option<&enums::DisallowedGiftsSettings>, otherwise: bool) -> AcceptedGiftTypes {
    let Some(enums::DisallowedGiftsSettings::Settings(not)) = disallowed else {
        return all_or_none(otherwise);
    };
    AcceptedGiftTypes::new(
        !not.disallow_unlimited_stargifts,
        !not.disallow_limited_stargifts,
        !not.disallow_unique_stargifts,
        !not.disallow_premium_gifts,
        !not.disallow_stargifts_from_channels,
    )
}

fn active(several: Option<&[enums::Username]>, only: Option<&String>) -> Vec<Name> {
    let several = several.unwrap_or_default().iter().map(|enums::Username::Username(name)| name);
    let mut active: Vec<Name> =
        several.filter(|name| name.active).map(|name| Name::from(&name.username)).collect();
    if active.is_empty() {
        active.extend(user::username(only, None));
    }
    active
}

fn link(link: &enums::ExportedChatInvite) -> Option<Name> {
    match link {
        enums::ExportedChatInvite::ChatInviteExported(link) => Some(link.link.as_str().into()),
        enums::ExportedChatInvite::ChatInvitePublicJoinRequests => None,
    }
}

fn location(location: &enums::ChannelLocation) -> Option<ChatLocation> {
    let enums::ChannelLocation::Location(location) = location else { return None };
    Some(ChatLocation::new(place::location(&location.geo_point)?, location.address.as_str()))
}

fn set_name(set: &enums::StickerSet) -> Name {
    let enums::StickerSet::Set(set) = set;
    set.short_name.as_str().into()
}

fn rating(rating: &enums::StarsRating) -> UserRating {
    let enums::StarsRating::Rating(rating) = rating;
    UserRating {
        next_level_rating: rating.next_level_stars,
        ..UserRating::new(rating.level, rating.stars, rating.current_level_stars)
    }
}

fn stars(stars: Option<i64>) -> Option<u32> {
    given::amount(stars).and_then(|stars| u32::try_from(stars).ok())
}

/// The message on top of a chat, by its number.
pub(crate) fn pinned(full: &enums::ChatFull) -> Option<(ChatId, i32)> {
    match full {
        enums::ChatFull::Full(full) => Some((group_id(full.id), full.pinned_msg_id?)),
        enums::ChatFull::ChannelFull(full) => Some((channel_id(full.id), full.pinned_msg_id?)),
        enums::ChatFull::CommunityFull(_) => None,
    }
}
