//! Posts that others suggest to channels. <https://core.telegram.org/bots/api#suggestedpostinfo>

use serde::Deserialize;

/// What a post is suggested for. <https://core.telegram.org/bots/api#suggestedpostprice>
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub struct Price {
    /// In what.
    pub currency: Currency,
    /// How much: Stars, or nanotoncoins.
    pub amount: i64,
}

/// In what posts are paid for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
pub enum Currency {
    /// Telegram Stars.
    #[serde(rename = "XTR")]
    Stars,
    /// Nanotoncoins.
    #[serde(rename = "TON")]
    Toncoin,
}

impl Currency {
    /// The Bot API's name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Stars => "XTR",
            Self::Toncoin => "TON",
        }
    }
}

/// How it stands about a suggested post.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PostState {
    /// Nobody has decided.
    Pending,
    /// It was approved.
    Approved,
    /// It was declined.
    Declined,
}

impl PostState {
    /// The Bot API's name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Pending => "pending",
            Self::Approved => "approved",
            Self::Declined => "declined",
        }
    }
}

/// What is told of a suggested post beside itself.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct SuggestedPost {
    /// How it stands.
    pub state: PostState,
    /// What it is paid for; nothing where it is free.
    pub price: Option<Price>,
    /// When it is to be posted, in seconds since 1970.
    pub send_date: Option<i64>,
}

/// One was approved.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct PostApproved {
    /// What it is paid for.
    pub price: Option<Price>,
    /// When it will be posted, in seconds since 1970.
    pub send_date: i64,
}

/// One could not be approved.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct PostApprovalFailed {
    /// What the suggester cannot pay.
    pub price: Price,
}

/// One was declined.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct PostDeclined {
    /// Why.
    pub comment: Option<String>,
}

/// One was paid for.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct PostPaid {
    /// What the channel got.
    pub price: Price,
}

/// What was paid for one was given back.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct PostRefunded {
    /// Whether the payer wanted it, rather than that the post was deleted too early.
    #[serde(default)]
    pub is_payment_refunded: bool,
}
