//! Invoices, payments and Stars. <https://core.telegram.org/bots/api#payments>

use serde_json::{Value, json};

use super::Call;
use super::sending::send;
use crate::bot_api::answer::{Answer, Failure};
use crate::bot_api::read::invoice as read;
use crate::bot_api::request::leading_integer;
use crate::bot_api::write::payment as write;
use crate::world::{NewContent, NewMessage, QueryId};

/// <https://core.telegram.org/bots/api#sendinvoice>
pub(super) fn send_invoice(call: &Call<'_>) -> Result<Answer, Failure> {
    let invoice = read::invoice(&call.arguments)?;
    send(call, |_| Ok(NewMessage::new(NewContent::Invoice(Box::new(invoice)))))
}

/// <https://core.telegram.org/bots/api#createinvoicelink>
pub(super) fn create_invoice_link(call: &Call<'_>) -> Result<Answer, Failure> {
    let invoice = read::invoice(&call.arguments)?;
    call.no_business()?;
    let slug = call.world().write(|world| world.create_invoice_link(call.bot, invoice))?;
    Ok(Value::from(format!("https://t.me/${slug}")).into())
}

/// <https://core.telegram.org/bots/api#answershippingquery>
pub(super) fn answer_shipping_query(call: &Call<'_>) -> Result<Answer, Failure> {
    let id = QueryId(leading_integer(call.arguments.get("shipping_query_id")));
    let answer = if call.arguments.flag("ok") {
        Ok(read::shipping_options(call.required("shipping_options")?)?)
    } else {
        Err(call.required("error_message")?.to_owned())
    };
    call.world().write(|world| world.answer_shipping(call.bot, id, answer))?;
    Ok(Answer::done())
}

/// <https://core.telegram.org/bots/api#answerprecheckoutquery>
pub(super) fn answer_pre_checkout_query(call: &Call<'_>) -> Result<Answer, Failure> {
    let id = QueryId(leading_integer(call.arguments.get("pre_checkout_query_id")));
    let answer =
        if call.arguments.flag("ok") { Ok(()) } else { Err(call.required("error_message")?.to_owned()) };
    call.world().write(|world| world.answer_pre_checkout(call.bot, id, answer))?;
    Ok(Answer::done())
}

/// <https://core.telegram.org/bots/api#getmystarbalance>
pub(super) fn get_my_star_balance(call: &Call<'_>) -> Result<Answer, Failure> {
    let amount = call.world().read(|world| world.stars(call.bot));
    Ok(json!({ "amount": amount }).into())
}

/// <https://core.telegram.org/bots/api#getstartransactions>
pub(super) fn get_star_transactions(call: &Call<'_>) -> Result<Answer, Failure> {
    let number =
        |name, default, min, max| call.arguments.integer(name, default, min, max).unsigned_abs() as usize;
    let (offset, limit) = (number("offset", 0, 0, i32::MAX), number("limit", 100, 1, 100));
    call.world().read(|world| {
        let all = world.star_transactions(call.bot).iter().skip(offset).take(limit);
        let transactions: Value =
            all.map(|transaction| write::star_transaction(world, call.bot, transaction)).collect();
        Ok(json!({ "transactions": transactions }).into())
    })
}

/// <https://core.telegram.org/bots/api#refundstarpayment>
pub(super) fn refund_star_payment(call: &Call<'_>) -> Result<Answer, Failure> {
    let user = call.user_id()?;
    let charge = call.required("telegram_payment_charge_id")?;
    call.world().write(|world| world.refund(call.bot, user, charge))?;
    Ok(Answer::done())
}

/// <https://core.telegram.org/bots/api#edituserstarsubscription>
pub(super) fn edit_user_star_subscription(call: &Call<'_>) -> Result<Answer, Failure> {
    let user = call.user_id()?;
    let charge = call.arguments.get("telegram_payment_charge_id");
    let is_cancelled = call.arguments.flag("is_canceled");
    call.world().write(|world| world.set_subscription_cancelled(call.bot, user, charge, is_cancelled))?;
    Ok(Answer::done())
}
