//! Entities of texts, both ways.

use ambigram_core::text::Text;
use ambigram_core::types::{CustomEmojiId, EntityKind, MessageEntity, UserId};
use grammers_tl_types::{enums, types};
use serde_json::Value;

use super::Known;
use super::raw::{Object, Put, raw};

/// A text with its entities.
pub(super) fn text(text: &str, entities: Option<&[enums::MessageEntity]>, known: &Known) -> Text {
    let entities = entities.unwrap_or_default().iter().filter_map(|entity| read(entity, known)).collect();
    Text { text: text.to_owned(), entities }
}

/// A text with its entities, as TL has the two in one.
pub(super) fn formatted(tl: &enums::TextWithEntities, known: &Known) -> Text {
    let enums::TextWithEntities::Entities(tl) = tl;
    text(&tl.text, Some(&tl.entities), known)
}

/// An entity; `None` for bank cards, which Telegram's apps find and the Bot API keeps to itself.
fn read(entity: &enums::MessageEntity, known: &Known) -> Option<MessageEntity> {
    use EntityKind as Kind;
    use enums::MessageEntity as Tl;
    let (kind, offset, length) = match entity {
        Tl::Mention(at) => (Kind::Mention, at.offset, at.length),
        Tl::Hashtag(at) => (Kind::Hashtag, at.offset, at.length),
        Tl::Cashtag(at) => (Kind::Cashtag, at.offset, at.length),
        Tl::BotCommand(at) => (Kind::BotCommand, at.offset, at.length),
        Tl::Url(at) => (Kind::Url, at.offset, at.length),
        Tl::Email(at) => (Kind::Email, at.offset, at.length),
        Tl::Phone(at) => (Kind::PhoneNumber, at.offset, at.length),
        Tl::Bold(at) => (Kind::Bold, at.offset, at.length),
        Tl::Italic(at) => (Kind::Italic, at.offset, at.length),
        Tl::Underline(at) => (Kind::Underline, at.offset, at.length),
        Tl::Strike(at) => (Kind::Strikethrough, at.offset, at.length),
        Tl::Spoiler(at) => (Kind::Spoiler, at.offset, at.length),
        Tl::Code(at) => (Kind::Code, at.offset, at.length),
        Tl::Blockquote(at) if at.collapsed => (Kind::ExpandableBlockquote, at.offset, at.length),
        Tl::Blockquote(at) => (Kind::Blockquote, at.offset, at.length),
        Tl::Pre(at) => {
            let language = Some(at.language.clone()).filter(|language| !language.is_empty());
            (Kind::Pre { language }, at.offset, at.length)
        }
        Tl::TextUrl(at) => (Kind::TextLink { url: at.url.clone() }, at.offset, at.length),
        Tl::MentionName(at) => {
            let user = Box::new(known.user(UserId(at.user_id)));
            (Kind::TextMention { user }, at.offset, at.length)
        }
        Tl::CustomEmoji(at) => {
            let custom_emoji_id = CustomEmojiId::from(at.document_id.to_string());
            (Kind::CustomEmoji { custom_emoji_id }, at.offset, at.length)
        }
        Tl::FormattedDate(at) => {
            let format = DateFormat {
                is_relative: at.relative,
                day_of_week: at.day_of_week,
                short_date: at.short_date,
                long_date: at.long_date,
                short_time: at.short_time,
                long_time: at.long_time,
            };
            let kind = Kind::DateTime { unix_time: at.date.into(), format: Some(format.letters()) };
            (kind, at.offset, at.length)
        }
        Tl::BankCard(_) => return None,
        Tl::DiffInsert(at) => (unknown(entity), at.offset, at.length),
        Tl::DiffReplace(at) => (unknown(entity), at.offset, at.length),
        Tl::DiffDelete(at) => (unknown(entity), at.offset, at.length),
        Tl::TonAddress(at) => (unknown(entity), at.offset, at.length),
        Tl::Unknown(at) => (unknown(entity), at.offset, at.length),
        Tl::InputMessageEntityMentionName(at) => (unknown(entity), at.offset, at.length),
    };
    Some(MessageEntity::new(u32::try_from(offset).ok()?, u32::try_from(length).ok()?, kind))
}

/// What is neither in the vocabulary nor on the Bot API goes by TL's name.
fn unknown(entity: &enums::MessageEntity) -> EntityKind {
    let mut object = Object::new();
    object.put_tl(entity);
    if let Some(Value::String(name)) = object.remove("@type") {
        object.put("type", name);
    }
    EntityKind::Unknown(raw(object))
}

/// How a date is shown.
pub(super) struct DateFormat {
    pub(super) is_relative: bool,
    pub(super) day_of_week: bool,
    pub(super) short_date: bool,
    pub(super) long_date: bool,
    pub(super) short_time: bool,
    pub(super) long_time: bool,
}

impl DateFormat {
    /// The letters of a format, in the one order in which the Bot API writes them; none for as written.
    pub(super) fn letters(&self) -> String {
        if self.is_relative {
            return "r".to_owned();
        }
        let letters = [
            (self.day_of_week, 'w'),
            (self.short_date, 'd'),
            (self.long_date, 'D'),
            (self.short_time, 't'),
            (self.long_time, 'T'),
        ];
        letters.into_iter().filter(|(is_set, _)| *is_set).map(|(_, letter)| letter).collect()
    }
}

/// Entities as TL has them; `None` where there are none. What Telegram finds in a text by itself is not sent.
pub(crate) fn entities_out(
    entities: &[MessageEntity],
    user: impl Fn(UserId) -> enums::InputUser,
) -> Option<Vec<enums::MessageEntity>> {
    let entities: Vec<_> = entities.iter().filter_map(|entity| write(entity, &user)).collect();
    (!entities.is_empty()).then_some(entities)
}

fn write(entity: &MessageEntity, user: impl Fn(UserId) -> enums::InputUser) -> Option<enums::MessageEntity> {
    use EntityKind as Kind;
    let (offset, length) = (i32::try_from(entity.offset).ok()?, i32::try_from(entity.length).ok()?);
    Some(match &entity.kind {
        Kind::Bold => types::MessageEntityBold { offset, length }.into(),
        Kind::Italic => types::MessageEntityItalic { offset, length }.into(),
        Kind::Underline => types::MessageEntityUnderline { offset, length }.into(),
        Kind::Strikethrough => types::MessageEntityStrike { offset, length }.into(),
        Kind::Spoiler => types::MessageEntitySpoiler { offset, length }.into(),
        Kind::Code => types::MessageEntityCode { offset, length }.into(),
        Kind::Blockquote => types::MessageEntityBlockquote { collapsed: false, offset, length }.into(),
        Kind::ExpandableBlockquote => {
            types::MessageEntityBlockquote { collapsed: true, offset, length }.into()
        }
        Kind::Pre { language } => {
            let language = language.clone().unwrap_or_default();
            types::MessageEntityPre { offset, length, language }.into()
        }
        Kind::TextLink { url } => types::MessageEntityTextUrl { offset, length, url: url.clone() }.into(),
        Kind::TextMention { user: mentioned } => {
            types::InputMessageEntityMentionName { offset, length, user_id: user(mentioned.id) }.into()
        }
        Kind::CustomEmoji { custom_emoji_id } => {
            let document_id = custom_emoji_id.as_str().parse().ok()?;
            types::MessageEntityCustomEmoji { offset, length, document_id }.into()
        }
        Kind::DateTime { unix_time, format } => {
            let has = |letter| format.as_deref().unwrap_or_default().contains(letter);
            types::MessageEntityFormattedDate {
                relative: has('r'),
                short_time: has('t'),
                long_time: has('T'),
                short_date: has('d'),
                long_date: has('D'),
                day_of_week: has('w'),
                offset,
                length,
                date: i32::try_from(*unix_time).ok()?,
            }
            .into()
        }
        Kind::Mention
        | Kind::Hashtag
        | Kind::Cashtag
        | Kind::BotCommand
        | Kind::Url
        | Kind::Email
        | Kind::PhoneNumber
        | Kind::Unknown(_) => return None,
    })
}

#[cfg(test)]
mod tests {
    use ambigram_core::types::User;

    use super::*;

    fn input(user: UserId) -> enums::InputUser {
        types::InputUser { user_id: user.0, access_hash: 9 }.into()
    }

    fn knowing_alice() -> Known {
        let mut known = Known::default();
        known.users.insert(UserId(7), User::new(7, "Alice"));
        known
    }

    fn date(format: &str) -> EntityKind {
        EntityKind::DateTime { unix_time: 1_700_000_000, format: Some(format.to_owned()) }
    }

    #[test]
    fn what_is_sent_comes_back() {
        let emoji = CustomEmojiId::from("5368324170671202286");
        for kind in [
            EntityKind::Bold,
            EntityKind::Italic,
            EntityKind::Underline,
            EntityKind::Strikethrough,
            EntityKind::Spoiler,
            EntityKind::Code,
            EntityKind::Blockquote,
            EntityKind::ExpandableBlockquote,
            EntityKind::Pre { language: None },
            EntityKind::Pre { language: Some("rust".to_owned()) },
            EntityKind::TextLink { url: "https://example.com/".to_owned() },
            EntityKind::CustomEmoji { custom_emoji_id: emoji },
            date(""),
            date("r"),
            date("wDT"),
            date("dt"),
        ] {
            let entity = MessageEntity::new(3, 5, kind);
            let sent = entities_out(std::slice::from_ref(&entity), input).unwrap();
            let come = text("", Some(&sent), &knowing_alice());
            assert_eq!(come.entities, [entity]);
        }
    }

    #[test]
    fn what_telegram_finds_by_itself_is_read_and_not_sent() {
        let (offset, length) = (1, 2);
        let table: [(enums::MessageEntity, EntityKind); 7] = [
            (types::MessageEntityMention { offset, length }.into(), EntityKind::Mention),
            (types::MessageEntityHashtag { offset, length }.into(), EntityKind::Hashtag),
            (types::MessageEntityCashtag { offset, length }.into(), EntityKind::Cashtag),
            (types::MessageEntityBotCommand { offset, length }.into(), EntityKind::BotCommand),
            (types::MessageEntityUrl { offset, length }.into(), EntityKind::Url),
            (types::MessageEntityEmail { offset, length }.into(), EntityKind::Email),
            (types::MessageEntityPhone { offset, length }.into(), EntityKind::PhoneNumber),
        ];
        for (tl, kind) in table {
            let come = text("", Some(&[tl]), &Known::default());
            assert_eq!(come.entities, [MessageEntity::new(1, 2, kind)]);
            assert_eq!(entities_out(&come.entities, input), None);
        }
    }

    #[test]
    fn a_mention_by_number_is_of_the_one_who_is_known() {
        let tl = types::MessageEntityMentionName { offset: 0, length: 1, user_id: 7 };
        let come = text("", Some(&[tl.into()]), &knowing_alice());
        let user = Box::new(User::new(7, "Alice"));
        assert_eq!(come.entities, [MessageEntity::new(0, 1, EntityKind::TextMention { user })]);
        let sent = types::InputMessageEntityMentionName { offset: 0, length: 1, user_id: input(UserId(7)) };
        assert_eq!(entities_out(&come.entities, input), Some(vec![sent.into()]));
    }

    #[test]
    fn the_rest_is_passed_over_or_kept_by_name() {
        let (offset, length) = (0, 1);
        let come = [
            types::MessageEntityBankCard { offset, length }.into(),
            types::MessageEntityTonAddress { offset, length }.into(),
            types::MessageEntityBold { offset: -1, length }.into(),
        ];
        let entities = text("", Some(&come), &Known::default()).entities;
        let names: Vec<_> = entities.iter().map(|entity| entity.kind.name().into_owned()).collect();
        assert_eq!(names, ["messageEntityTonAddress"]);
    }
}
