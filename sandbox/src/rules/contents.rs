//! Why Telegram does not take a place, a contact, a die, a poll, a game, an invoice or a payment, in both spellings.

/// What stands in a refusal: the Bot API's text without its prefix, then MTProto's code and name.
type Spelling = (&'static str, i32, &'static str);

macro_rules! refusals {
    ($($(#[$doc:meta])* $name:ident = $text:literal, $code:literal, $rpc:literal;)*) => {
        /// Why Telegram does not take what a message is to hold, or what is done with it.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum ContentRefusal {
            $($(#[$doc])* $name,)*
        }

        impl ContentRefusal {
            pub(super) fn spelling(self) -> Spelling {
                match self {
                    $(Self::$name => ($text, $code, $rpc),)*
                }
            }
        }
    };
}

refusals! {
    // Places.
    /// No point on the Earth.
    PointInvalid = "invalid location specified", 400, "GEO_POINT_INVALID";
    /// No point on the Earth, where a venue should be.
    VenuePointInvalid = "wrong venue location specified", 400, "GEO_POINT_INVALID";
    /// A venue without a title.
    VenueInvalid = "MEDIA_INVALID", 400, "MEDIA_INVALID";
    /// A live location for less than a minute, or more than a day.
    LivePeriodInvalid = "wrong live location period specified", 400, "MEDIA_INVALID";
    /// A direction outside of the circle.
    HeadingInvalid = "wrong live location heading specified", 400, "MEDIA_INVALID";
    /// An alert for more than 100 km.
    ProximityRadiusInvalid = "wrong live location proximity alert radius specified", 400, "MEDIA_INVALID";
    /// The message holds no live location.
    NoLiveLocation = "there is no live location in the message to edit", 400, "MEDIA_PREV_INVALID";
    /// Rights.
    NoRightToSendLocations = "not enough rights to send locations to the chat", 403, "CHAT_SEND_PLAIN_FORBIDDEN";
    /// Rights.
    NoRightToSendLiveLocations =
        "not enough rights to send live locations to the chat", 403, "CHAT_SEND_PLAIN_FORBIDDEN";
    /// Rights.
    NoRightToSendVenues = "not enough rights to send venues to the chat", 403, "CHAT_SEND_PLAIN_FORBIDDEN";
    /// Rights.
    NoRightToSendContacts = "not enough rights to send contacts to the chat", 403, "CHAT_SEND_PLAIN_FORBIDDEN";
    /// Rights.
    NoRightToSendDice = "not enough rights to send dice to the chat", 403, "CHAT_SEND_STICKERS_FORBIDDEN";
    /// Rights.
    NoRightToSendPolls = "not enough rights to send polls to the chat", 403, "CHAT_SEND_POLL_FORBIDDEN";
    /// Rights.
    NoRightToSendGames = "not enough rights to send games to the chat", 403, "CHAT_SEND_GAME_FORBIDDEN";
    /// Rights.
    NoRightToSendInvoices =
        "not enough rights to send invoice messages to the chat", 403, "CHAT_SEND_PLAIN_FORBIDDEN";

    // Contacts and dice.
    /// A contact without a number, or a number that is too long.
    PhoneNumberInvalid = "PHONE_NUMBER_INVALID", 400, "PHONE_NUMBER_INVALID";
    /// A contact without a name.
    ContactNameEmpty = "CONTACT_NAME_EMPTY", 400, "CONTACT_NAME_EMPTY";
    /// More than 2048 bytes of a vCard.
    VcardTooLong = "MEDIA_INVALID", 400, "MEDIA_INVALID";
    /// Nothing is thrown by this emoji.
    DiceEmojiInvalid = "EMOTICON_INVALID", 400, "EMOTICON_INVALID";

    // Polls.
    /// A poll that asks nothing.
    PollQuestionEmpty = "text must be non-empty", 400, "POLL_QUESTION_INVALID";
    /// More than 300 characters from a bot.
    PollQuestionTooLong = "poll question length must not exceed 300", 400, "POLL_QUESTION_INVALID";
    /// More than 255 characters from a user.
    PollQuestionTooLongForUser = "poll question length must not exceed 255", 400, "POLL_QUESTION_INVALID";
    /// No options.
    PollWithoutOptions = "poll must have at least one answer option", 400, "POLL_ANSWERS_INVALID";
    /// Too many options.
    PollOptionsTooMany = "poll can't have more than 12 options", 400, "POLL_ANSWERS_INVALID";
    /// An option that says nothing.
    PollOptionEmpty = "text must be non-empty", 400, "POLL_ANSWER_INVALID";
    /// An option of more than 100 characters.
    PollOptionTooLong = "poll options length must not exceed 100", 400, "POLL_ANSWER_INVALID";
    /// Two options that say the same.
    PollOptionTwice = "POLL_OPTION_DUPLICATE", 400, "POLL_OPTION_DUPLICATE";
    /// A quiz without a right answer.
    QuizWithoutAnswer = "correct quiz option list must be non-empty", 400, "QUIZ_CORRECT_ANSWERS_EMPTY";
    /// Right answers out of order.
    QuizAnswersUnordered = "correct quiz option list must be increasing", 400, "QUIZ_CORRECT_ANSWER_INVALID";
    /// A right answer that is no option.
    QuizAnswerInvalid = "wrong quiz correct_option_id", 400, "QUIZ_CORRECT_ANSWER_INVALID";
    /// Several right answers where one can be chosen.
    QuizAnswersTooMany = "QUIZ_CORRECT_ANSWERS_TOO_MUCH", 400, "QUIZ_CORRECT_ANSWERS_TOO_MUCH";
    /// An explanation of more than 200 characters, or of more than three lines.
    QuizExplanationTooLong = "MESSAGE_TOO_LONG", 400, "MESSAGE_TOO_LONG";
    /// Options that can be added to a quiz, or where nobody is seen.
    PollOpenAnswersForbidden = "POLL_UNSUPPORTED", 400, "POLL_UNSUPPORTED";
    /// A poll whose voters are seen, in a channel.
    PollPublicInChannel =
        "non-anonymous polls can't be sent to channel chats", 400, "POLL_PUBLIC_VOTERS_FORBIDDEN";
    /// A poll of a user's in a chat with another user.
    PollInPrivateChat = "polls can't be sent to the private chat", 400, "MEDIA_INVALID";
    /// Voters are chosen, elsewhere than in a channel.
    PollVotersOutsideChannel =
        "poll voters can be restricted only in channel chats", 400, "POLL_UNSUPPORTED";
    /// No country has this code.
    CountryCodeInvalid = "invalid country code specified", 400, "COUNTRY_INVALID";
    /// Too many countries.
    TooManyCountries = "too many countries specified", 400, "COUNTRY_INVALID";
    /// A poll that closes too soon, or too late.
    PollCloseDateInvalid = "MEDIA_INVALID", 400, "MEDIA_INVALID";
    /// The message is not a poll.
    NotAPoll = "message is not a poll", 400, "MESSAGE_ID_INVALID";
    /// The poll to stop is another's.
    PollCannotBeStopped = "poll can't be stopped", 403, "MESSAGE_AUTHOR_REQUIRED";
    /// The message with the poll is not there.
    PollNotFound = "message with poll to stop not found", 400, "MESSAGE_ID_INVALID";
    /// The poll is over.
    PollClosed = "MESSAGE_POLL_CLOSED", 400, "MESSAGE_POLL_CLOSED";
    /// Only one option can be chosen.
    VoteTooMany = "OPTIONS_TOO_MUCH", 400, "OPTIONS_TOO_MUCH";
    /// No option of the poll.
    VoteInvalid = "OPTION_INVALID", 400, "OPTION_INVALID";
    /// A vote cannot be changed here.
    RevoteForbidden = "REVOTE_NOT_ALLOWED", 400, "REVOTE_NOT_ALLOWED";
    /// Nobody is told who voted.
    PollVotersSecret = "poll is anonymous", 403, "POLL_VOTE_REQUIRED";

    // Games.
    /// No game, or none of the bot's.
    GameNotFound = "SHORT_NAME_INVALID", 400, "SHORT_NAME_INVALID";
    /// A bot sends another's game.
    GameOfAnotherBot = "GAME_BOT_INVALID", 400, "GAME_BOT_INVALID";
    /// A game where nobody plays.
    GameInChannel = "BOT_GAMES_DISABLED", 400, "BOT_GAMES_DISABLED";
    /// A name that no game can have.
    GameNameEmpty = "game short name must be non-empty", 400, "SHORT_NAME_INVALID";
    /// A button for the game, or for paying, elsewhere than in the first place, or a first button that is none.
    ButtonPositionInvalid = "BUTTON_POS_INVALID", 400, "BUTTON_POS_INVALID";
    /// The message holds no game.
    GameMessageNotFound = "message to set game score not found", 400, "MESSAGE_ID_INVALID";
    /// The message holds no game.
    ScoresMessageNotFound = "message not found", 400, "MESSAGE_ID_INVALID";
    /// A score below 0.
    ScoreInvalid = "SCORE_INVALID", 400, "SCORE_INVALID";
    /// A score that is no better.
    ScoreNotModified = "BOT_SCORE_NOT_MODIFIED", 400, "BOT_SCORE_NOT_MODIFIED";

    // Invoices.
    /// An invoice of a user's.
    InvoiceFromUser = "invoices can be sent only by bots", 403, "USER_BOT_REQUIRED";
    /// No title, or one of more than 32 characters.
    InvoiceTitleInvalid = "INVOICE_TITLE_INVALID", 400, "MEDIA_INVALID";
    /// No description, or one of more than 255 characters.
    InvoiceDescriptionInvalid = "INVOICE_DESCRIPTION_INVALID", 400, "MEDIA_INVALID";
    /// No payload, or one of more than 128 bytes.
    InvoicePayloadInvalid = "INVOICE_PAYLOAD_INVALID", 400, "INVOICE_PAYLOAD_INVALID";
    /// A currency that Telegram does not know.
    CurrencyInvalid = "CURRENCY_INVALID", 400, "CURRENCY_INVALID";
    /// A provider where Stars are asked for, or none where money is.
    PaymentProviderInvalid = "PAYMENT_PROVIDER_INVALID", 400, "PAYMENT_PROVIDER_INVALID";
    /// What only money can do, where Stars are asked for.
    StarsInvoiceInvalid = "STARS_INVOICE_INVALID", 400, "STARS_INVOICE_INVALID";
    /// No price.
    PricesEmpty = "there must be at least one price part", 400, "PRICES_EMPTY";
    /// Too much for one part.
    PriceTooBig = "too big amount of the currency specified", 400, "CURRENCY_TOTAL_AMOUNT_INVALID";
    /// Nothing has to be paid.
    TotalNotPositive = "total price must be positive", 400, "CURRENCY_TOTAL_AMOUNT_INVALID";
    /// Too much in all.
    TotalTooBig = "total price is too big", 400, "CURRENCY_TOTAL_AMOUNT_INVALID";
    /// A total that the currency's limits do not allow.
    TotalInvalid = "CURRENCY_TOTAL_AMOUNT_INVALID", 400, "CURRENCY_TOTAL_AMOUNT_INVALID";
    /// A tip that cannot be.
    MaxTipInvalid = "invalid max_tip_amount of the currency specified", 400, "MAX_TIP_AMOUNT_INVALID";
    /// A tip that cannot be.
    TipNotPositive = "suggested tip amount must be positive", 400, "TIP_AMOUNTS_INVALID";
    /// A tip that cannot be.
    TipTooBig = "suggested tip amount can't be bigger than max_tip_amount", 400, "TIP_AMOUNTS_INVALID";
    /// Too many tips.
    TooManyTips = "there can be at most 4 suggested tip amounts", 400, "TIP_AMOUNTS_INVALID";
    /// Tips out of order.
    TipsUnordered = "TIP_AMOUNTS_INVALID", 400, "TIP_AMOUNTS_INVALID";
    /// A subscription that is not for a month, or not for Stars.
    SubscriptionPeriodInvalid = "SUBSCRIPTION_PERIOD_INVALID", 400, "SUBSCRIPTION_PERIOD_INVALID";
    /// More Stars than a subscription may cost.
    SubscriptionTooDear = "STARS_INVOICE_INVALID", 400, "STARS_INVOICE_INVALID";
    /// What the provider is told is no JSON.
    ProviderDataInvalid = "DATA_JSON_INVALID", 400, "DATA_JSON_INVALID";
    /// A deep link's parameter that cannot be one.
    StartParameterInvalid = "START_PARAM_INVALID", 400, "START_PARAM_INVALID";

    // Payments.
    /// No invoice there.
    InvoiceNotFound = "message not found", 400, "MESSAGE_ID_INVALID";
    /// No invoice under this link.
    InvoiceLinkInvalid = "SLUG_INVALID", 400, "SLUG_INVALID";
    /// The form is another's, or of another invoice.
    FormInvalid = "FORM_ID_INVALID", 400, "FORM_EXPIRED";
    /// The form was used already.
    FormUsed = "FORM_SUBMIT_DUPLICATE", 400, "FORM_SUBMIT_DUPLICATE";
    /// An invoice for Stars is paid with money, or the other way round.
    FormUnsupported = "FORM_UNSUPPORTED", 400, "FORM_UNSUPPORTED";
    /// What the invoice asks for is missing.
    RequestedInfoInvalid = "REQ_INFO_INVALID", 400, "REQ_INFO_NAME_INVALID";
    /// The buyer's name is missing.
    NameMissing = "REQ_INFO_NAME_INVALID", 400, "REQ_INFO_NAME_INVALID";
    /// The buyer's phone number is missing.
    PhoneMissing = "REQ_INFO_PHONE_INVALID", 400, "REQ_INFO_PHONE_INVALID";
    /// The buyer's address is missing, or no address.
    EmailMissing = "REQ_INFO_EMAIL_INVALID", 400, "REQ_INFO_EMAIL_INVALID";
    /// The address for the goods is missing.
    AddressMissing = "ADDRESS_COUNTRY_INVALID", 400, "ADDRESS_COUNTRY_INVALID";
    /// What the buyer told was not checked, or of another invoice.
    RequestedInfoUnknown = "REQUESTED_INFO_INVALID", 400, "REQUESTED_INFO_INVALID";
    /// A way of shipping that the bot did not offer, or none.
    ShippingOptionInvalid = "SHIPPING_OPTION_INVALID", 400, "SHIPPING_OPTION_INVALID";
    /// The bot cannot send the goods there.
    ShippingNotAvailable = "SHIPPING_NOT_AVAILABLE", 400, "SHIPPING_NOT_AVAILABLE";
    /// The bot did not say in time how goods are sent.
    ShippingTimeout = "SHIPPING_BOT_TIMEOUT", 400, "SHIPPING_BOT_TIMEOUT";
    /// A tip that the invoice does not allow.
    TipInvalid = "TIP_AMOUNT_INVALID", 400, "TIP_AMOUNT_INVALID";
    /// The bot refused the payment.
    PrecheckoutFailed = "BOT_PRECHECKOUT_FAILED", 400, "BOT_PRECHECKOUT_FAILED";
    /// The bot did not say in time whether it takes the payment.
    PrecheckoutTimeout = "BOT_PRECHECKOUT_TIMEOUT", 400, "BOT_PRECHECKOUT_TIMEOUT";
    /// Not enough Stars.
    BalanceTooLow = "BALANCE_TOO_LOW", 400, "BALANCE_TOO_LOW";
    /// No such payment.
    ChargeNotFound = "CHARGE_NOT_FOUND", 400, "CHARGE_NOT_FOUND";
    /// The payment was paid back before.
    ChargeRefunded = "CHARGE_ALREADY_REFUNDED", 400, "CHARGE_ALREADY_REFUNDED";
    /// The payment is for no subscription.
    NotASubscription = "CHARGE_NOT_FOUND", 400, "CHARGE_NOT_FOUND";
    /// Paid media were bought before.
    AlreadyPaid = "MEDIA_ALREADY_PAID", 400, "MEDIA_ALREADY_PAID";
    /// The message to buy holds nothing that is sold.
    NothingToBuy = "message has no Pay button", 400, "MESSAGE_ID_INVALID";

    // Drafts.
    /// A draft elsewhere than in a private chat.
    DraftOutsidePrivateChat = "TEXTDRAFT_PEER_INVALID", 400, "TEXTDRAFT_PEER_INVALID";
    /// A draft without a number.
    DraftIdEmpty = "RANDOM_ID_EMPTY", 400, "RANDOM_ID_EMPTY";
}
