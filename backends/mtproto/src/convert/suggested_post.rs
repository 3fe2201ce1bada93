//! Posts that users suggest to channels, and what becomes of them.

use ambigram_core::types::{
    DigitalCurrency, Message, MessageKind, SuggestedPostApprovalFailed, SuggestedPostApproved,
    SuggestedPostDeclined, SuggestedPostInfo, SuggestedPostPaid, SuggestedPostRefundReason,
    SuggestedPostRefunded, SuggestedPostState,
};
use grammers_tl_types::{enums, types};

use super::given;
use super::stars::{price, star_amount};

/// <https://core.telegram.org/bots/api#suggestedpostinfo>
pub(super) fn info(post: &enums::SuggestedPost) -> SuggestedPostInfo {
    let enums::SuggestedPost::Post(post) = post;
    let state = match (post.accepted, post.rejected) {
        (true, _) => SuggestedPostState::Approved,
        (_, true) => SuggestedPostState::Declined,
        _ => SuggestedPostState::Pending,
    };
    SuggestedPostInfo {
        price: post.price.as_ref().map(price),
        send_date: post.schedule_date.filter(|date| *date != 0).map(Into::into),
        ..SuggestedPostInfo::new(state)
    }
}

/// What was decided about a suggested post.
pub(super) fn decided(
    decision: &types::MessageActionSuggestedPostApproval,
    post: Option<Box<Message>>,
) -> MessageKind {
    let offered = decision.price.as_ref().map(price);
    if decision.rejected {
        return MessageKind::SuggestedPostDeclined(Box::new(SuggestedPostDeclined {
            suggested_post_message: post,
            comment: decision.reject_comment.as_deref().and_then(given::text),
        }));
    }
    match offered {
        Some(price) if decision.balance_too_low => {
            MessageKind::SuggestedPostApprovalFailed(Box::new(SuggestedPostApprovalFailed {
                suggested_post_message: post,
                ..SuggestedPostApprovalFailed::new(price)
            }))
        }
        offered => {
            let date = decision.schedule_date.unwrap_or_default();
            MessageKind::SuggestedPostApproved(Box::new(SuggestedPostApproved {
                suggested_post_message: post,
                price: offered,
                ..SuggestedPostApproved::new(i64::from(date))
            }))
        }
    }
}

/// <https://core.telegram.org/bots/api#suggestedpostpaid>
pub(super) fn paid(amount: &enums::StarsAmount, post: Option<Box<Message>>) -> SuggestedPostPaid {
    let (currency, toncoins) = match amount {
        enums::StarsAmount::Amount(_) => (DigitalCurrency::Stars, None),
        enums::StarsAmount::StarsTonAmount(ton) => (DigitalCurrency::Toncoin, Some(ton.amount)),
    };
    SuggestedPostPaid {
        suggested_post_message: post,
        amount: toncoins,
        star_amount: star_amount(amount),
        ..SuggestedPostPaid::new(currency)
    }
}

/// <https://core.telegram.org/bots/api#suggestedpostrefunded>
pub(super) fn refunded(
    refund: &types::MessageActionSuggestedPostRefund,
    post: Option<Box<Message>>,
) -> SuggestedPostRefunded {
    let reason = if refund.payer_initiated {
        SuggestedPostRefundReason::PaymentRefunded
    } else {
        SuggestedPostRefundReason::PostDeleted
    };
    SuggestedPostRefunded { suggested_post_message: post, ..SuggestedPostRefunded::new(reason) }
}
