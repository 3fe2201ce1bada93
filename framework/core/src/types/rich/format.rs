//! The formatting of rich text.

use super::RichText;
use crate::types::define::object;
use crate::types::{CustomEmojiId, Name, User};

/// Writes formatting that says nothing beside the text that it formats.
macro_rules! styles {
    ($($(#[$doc:meta])* $name:ident,)+) => {
        $(object! {
            $(#[$doc])*
            $name {
                required {
                    /// What is formatted.
                    text: RichText,
                }
            }
        })+
    };
}

styles! {
    /// Bold text. <https://core.telegram.org/bots/api#richtextbold>
    RichTextBold,
    /// Italic text. <https://core.telegram.org/bots/api#richtextitalic>
    RichTextItalic,
    /// Underlined text. <https://core.telegram.org/bots/api#richtextunderline>
    RichTextUnderline,
    /// Text struck out. <https://core.telegram.org/bots/api#richtextstrikethrough>
    RichTextStrikethrough,
    /// Text that is covered until it is pressed. <https://core.telegram.org/bots/api#richtextspoiler>
    RichTextSpoiler,
    /// Text below the line. <https://core.telegram.org/bots/api#richtextsubscript>
    RichTextSubscript,
    /// Text above the line. <https://core.telegram.org/bots/api#richtextsuperscript>
    RichTextSuperscript,
    /// Text with a marker's colour behind it. <https://core.telegram.org/bots/api#richtextmarked>
    RichTextMarked,
    /// Text whose characters all have one width. <https://core.telegram.org/bots/api#richtextcode>
    RichTextCode,
}

object! {
    /// A date and time, shown in the reader's way. <https://core.telegram.org/bots/api#richtextdatetime>
    RichTextDateTime {
        required {
            /// What apps show that know no dates.
            text: RichText,
            /// When, in seconds since 1970.
            unix_time: i64,
            /// How it is shown. <https://core.telegram.org/bots/api#date-time-entity-formatting>
            date_time_format: Name,
        }
    }
}

object! {
    /// A user who is mentioned by id. <https://core.telegram.org/bots/api#richtexttextmention>
    RichTextTextMention {
        required {
            /// What is shown.
            text: RichText,
            /// Who is mentioned.
            user: User,
        }
    }
}

object! {
    /// A custom emoji. <https://core.telegram.org/bots/api#richtextcustomemoji>
    RichTextCustomEmoji {
        required {
            /// Which custom emoji.
            custom_emoji_id: CustomEmojiId,
            /// The emoji that is shown where it can't be.
            alternative_text: Name,
        }
    }
}

object! {
    /// A formula. <https://core.telegram.org/bots/api#richtextmathematicalexpression>
    RichTextMathematicalExpression {
        required {
            /// The formula, in LaTeX.
            expression: String,
        }
    }
}

object! {
    /// A link. <https://core.telegram.org/bots/api#richtexturl>
    RichTextUrl {
        required {
            /// What is shown.
            text: RichText,
            /// Where it leads.
            url: String,
        }
    }
}

object! {
    /// An e-mail address. <https://core.telegram.org/bots/api#richtextemailaddress>
    RichTextEmailAddress {
        required {
            /// What is shown.
            text: RichText,
            /// The address.
            email_address: Name,
        }
    }
}

object! {
    /// A phone number. <https://core.telegram.org/bots/api#richtextphonenumber>
    RichTextPhoneNumber {
        required {
            /// What is shown.
            text: RichText,
            /// The number.
            phone_number: Name,
        }
    }
}

object! {
    /// The number of a bank card. <https://core.telegram.org/bots/api#richtextbankcardnumber>
    RichTextBankCardNumber {
        required {
            /// What is shown.
            text: RichText,
            /// The number.
            bank_card_number: Name,
        }
    }
}

object! {
    /// A user, chat or bot that is mentioned by username. <https://core.telegram.org/bots/api#richtextmention>
    RichTextMention {
        required {
            /// What is shown.
            text: RichText,
            /// The username.
            username: Name,
        }
    }
}

object! {
    /// A hashtag. <https://core.telegram.org/bots/api#richtexthashtag>
    RichTextHashtag {
        required {
            /// What is shown.
            text: RichText,
            /// The hashtag.
            hashtag: Name,
        }
    }
}

object! {
    /// A cashtag. <https://core.telegram.org/bots/api#richtextcashtag>
    RichTextCashtag {
        required {
            /// What is shown.
            text: RichText,
            /// The cashtag.
            cashtag: Name,
        }
    }
}

object! {
    /// A bot's command. <https://core.telegram.org/bots/api#richtextbotcommand>
    RichTextBotCommand {
        required {
            /// What is shown.
            text: RichText,
            /// The command.
            bot_command: Name,
        }
    }
}

object! {
    /// A spot that links can lead to. <https://core.telegram.org/bots/api#richtextanchor>
    RichTextAnchor {
        required {
            /// What links call it.
            name: Name,
        }
    }
}

object! {
    /// A link to a spot in the same message. <https://core.telegram.org/bots/api#richtextanchorlink>
    RichTextAnchorLink {
        required {
            /// What is shown.
            text: RichText,
            /// What the spot is called; empty for the top of the message.
            anchor_name: Name,
        }
    }
}

object! {
    /// A note that links can lead to. <https://core.telegram.org/bots/api#richtextreference>
    RichTextReference {
        required {
            /// What the note says.
            text: RichText,
            /// What links call it.
            name: Name,
        }
    }
}

object! {
    /// A link to a note in the same message. <https://core.telegram.org/bots/api#richtextreferencelink>
    RichTextReferenceLink {
        required {
            /// What is shown.
            text: RichText,
            /// What the note is called.
            reference_name: Name,
        }
    }
}
