//! Payments and Stars. <https://core.telegram.org/api/payments>

mod paying;
mod stars;

use grammers_tl_types::functions::payments;

use super::table::table;

table! {
    payments::ExportInvoice => paying::export_invoice,
    payments::GetPaymentForm => paying::get_payment_form,
    payments::ValidateRequestedInfo => paying::validate_requested_info,
    payments::SendPaymentForm => paying::send_payment_form,
    payments::SendStarsForm => paying::send_stars_form,
    payments::GetStarsStatus => stars::get_stars_status,
    payments::GetStarsTransactions => stars::get_stars_transactions,
    payments::GetStarsTransactionsById => stars::get_stars_transactions_by_id,
    payments::RefundStarsCharge => stars::refund_stars_charge,
    payments::BotCancelStarsSubscription => stars::bot_cancel_stars_subscription,
}
