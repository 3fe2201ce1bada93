//! Places, dice, polls and payments: sent by clients, and told to others.

use super::*;
use crate::world::payments::InvoiceName;

fn sent(peer: enums::InputPeer, media: enums::InputMedia, random_id: i64) -> functions::messages::SendMedia {
    functions::messages::SendMedia {
        silent: false,
        background: false,
        clear_draft: false,
        noforwards: false,
        update_stickersets_order: false,
        invert_media: false,
        allow_paid_floodskip: false,
        peer,
        reply_to: None,
        media,
        message: String::new(),
        random_id,
        reply_markup: None,
        entities: None,
        schedule_date: None,
        schedule_repeat_period: None,
        send_as: None,
        quick_reply_shortcut: None,
        effect: None,
        allow_paid_stars: None,
        suggested_post: None,
    }
}

/// What the new message in an answer holds.
fn media(updates: enums::Updates) -> enums::MessageMedia {
    let enums::Updates::Updates(updates) = updates else { panic!("{updates:?}") };
    let message = updates.updates.into_iter().find_map(|update| match update {
        enums::Update::NewMessage(new) => Some(new.message),
        _ => None,
    });
    let Some(enums::Message::Message(message)) = message else { panic!("no message") };
    message.media.unwrap()
}

fn text(text: &str) -> enums::TextWithEntities {
    types::TextWithEntities { text: text.to_owned(), entities: Vec::new() }.into()
}

fn poll(public_voters: bool) -> enums::InputMedia {
    let answer = |says| types::InputPollAnswer { text: text(says), media: None }.into();
    let poll = types::Poll {
        id: 0,
        closed: false,
        public_voters,
        multiple_choice: false,
        quiz: false,
        open_answers: false,
        revoting_disabled: false,
        shuffle_answers: false,
        hide_results_until_close: false,
        creator: false,
        subscribers_only: false,
        question: text("Shall we?"),
        answers: vec![answer("Yes"), answer("No")],
        close_period: None,
        close_date: None,
        countries_iso2: None,
        hash: 0,
    };
    types::InputMediaPoll {
        poll: poll.into(),
        correct_answers: None,
        attached_media: None,
        solution: None,
        solution_entities: None,
        solution_media: None,
    }
    .into()
}

#[tokio::test]
async fn a_location_lives_until_it_is_stopped() {
    let stage = Stage::new();
    let bot = stage.telegram.bot("pollster_bot");
    let ada = stage.telegram.user("Ada");
    ada.open(&bot).say("/start");
    let client = stage.of(bot.id).await;
    let peer = || stage.input_peer(bot.id, ada.id);
    let geo = |lat, period, stopped| {
        enums::InputMedia::from(types::InputMediaGeoLive {
            stopped,
            geo_point: types::InputGeoPoint { lat, long: 2.0, accuracy_radius: None }.into(),
            heading: None,
            period,
            proximity_notification_radius: None,
        })
    };
    let wrong = client.refused(&sent(peer(), geo(91.0, Some(60), false), 1)).await;
    assert_eq!(wrong, refusal(400, "GEO_POINT_INVALID"));
    let live = media(client.call(&sent(peer(), geo(1.0, Some(60), false), 2)).await.unwrap());
    let enums::MessageMedia::GeoLive(live) = live else { panic!("{live:?}") };
    assert_eq!((live.period, live.heading), (60, None));
    let id = ada.open(&bot).last().id;
    let edit = |media| functions::messages::EditMessage {
        no_webpage: false,
        invert_media: false,
        peer: peer(),
        id: id.0,
        message: None,
        media: Some(media),
        reply_markup: None,
        entities: None,
        schedule_date: None,
        schedule_repeat_period: None,
        quick_reply_shortcut_id: None,
        rich_message: None,
    };
    client.call(&edit(geo(3.0, None, false))).await.unwrap();
    client.call(&edit(geo(0.0, None, true))).await.unwrap();
    let again = client.refused(&edit(geo(4.0, None, false))).await;
    assert_eq!(again, refusal(400, "MESSAGE_EDIT_TIME_EXPIRED"));
}

#[tokio::test]
async fn a_vote_is_told_to_the_bot_that_asked() {
    let stage = Stage::new();
    let bot = stage.telegram.bot("pollster_bot");
    let ada = stage.telegram.user("Ada");
    ada.open(&bot).say("/start");
    let (asking, voting) = (stage.of(bot.id).await, stage.of(ada.id).await);
    asking.call(&functions::updates::GetState {}).await.unwrap();
    let told = media(asking.call(&sent(stage.input_peer(bot.id, ada.id), poll(true), 1)).await.unwrap());
    let enums::MessageMedia::Poll(told) = told else { panic!("{told:?}") };
    let enums::Poll::Poll(told) = told.poll;
    let name = |answer: &enums::PollAnswer| match answer {
        enums::PollAnswer::Answer(answer) => answer.option.clone(),
        enums::PollAnswer::InputPollAnswer(_) => panic!("{answer:?}"),
    };
    let names: Vec<_> = told.answers.iter().map(name).collect();
    let msg_id = ada.open(&bot).last().id.0;
    let vote =
        |options| functions::messages::SendVote { peer: stage.input_peer(ada.id, bot.id), msg_id, options };
    assert_eq!(voting.refused(&vote(vec![b"7".to_vec()])).await, refusal(400, "OPTION_INVALID"));
    assert_eq!(voting.refused(&vote(names.clone())).await, refusal(400, "OPTIONS_TOO_MUCH"));
    voting.call(&vote(vec![names[1].clone()])).await.unwrap();
    assert_eq!(asking.refused(&vote(Vec::new())).await, refusal(400, "BOT_METHOD_INVALID"));
    let next = || asking.caller.session.next_updates(&stage.front, &asking.caller.login);
    let Some(enums::Updates::Updates(heard)) = next() else { panic!("nothing heard") };
    let [enums::Update::MessagePoll(changed), enums::Update::MessagePollVote(vote)] =
        heard.updates.as_slice()
    else {
        panic!("{heard:?}")
    };
    let enums::PollResults::Results(results) = &changed.results;
    assert_eq!((changed.poll_id, results.total_voters), (told.id, Some(1)));
    assert_eq!((vote.poll_id, &vote.options, &vote.positions), (told.id, &vec![names[1].clone()], &vec![1]));
}

#[tokio::test]
async fn stars_are_paid_by_a_form_and_come_back() {
    let stage = Stage::new();
    let bot = stage.telegram.bot("shopping_bot");
    let ada = stage.telegram.user("Ada");
    ada.open(&bot).say("/start");
    let (selling, buying) = (stage.of(bot.id).await, stage.of(ada.id).await);
    let price = types::LabeledPrice { label: "All".to_owned(), amount: 5 };
    let invoice = types::Invoice {
        test: false,
        name_requested: false,
        phone_requested: false,
        email_requested: false,
        shipping_address_requested: false,
        flexible: false,
        phone_to_provider: false,
        email_to_provider: false,
        recurring: false,
        currency: "XTR".to_owned(),
        prices: vec![price.into()],
        max_tip_amount: None,
        suggested_tip_amounts: None,
        terms_url: None,
        subscription_period: None,
    };
    let invoice_media = types::InputMediaInvoice {
        title: "Goods".to_owned(),
        description: "Good ones".to_owned(),
        photo: None,
        invoice: invoice.into(),
        payload: b"p".to_vec(),
        provider: None,
        provider_data: types::DataJson { data: "null".to_owned() }.into(),
        start_param: None,
        extended_media: None,
    };
    let export = functions::payments::ExportInvoice { invoice_media: invoice_media.into() };
    let enums::payments::ExportedInvoice::Invoice(link) = selling.call(&export).await.unwrap();
    let slug = link.url.strip_prefix("https://t.me/$").unwrap().to_owned();
    let named = || enums::InputInvoice::from(types::InputInvoiceSlug { slug: slug.clone() });
    let open = functions::payments::GetPaymentForm { invoice: named(), theme_params: None };
    let enums::payments::PaymentForm::Stars(form) = buying.call(&open).await.unwrap() else {
        panic!("no Stars")
    };
    let pay = functions::payments::SendStarsForm { form_id: form.form_id, invoice: named() };
    assert_eq!(buying.refused(&pay).await, refusal(400, "BALANCE_TOO_LOW"));
    let world = stage.telegram.world();
    world.write(|world| world.set_stars(ada.id, 5)).unwrap();
    let query = async {
        let id = world
            .wait_for(|world| {
                world.queue(bot.id)?.since(0).find_map(|queued| match &queued.event {
                    crate::world::Event::PreCheckoutQuery(checkout) => Some(checkout.id),
                    _ => None,
                })
            })
            .await;
        let answer =
            functions::messages::SetBotPrecheckoutResults { success: true, query_id: id.0, error: None };
        selling.call(&answer).await.unwrap()
    };
    let (paid, _) = tokio::join!(buying.call(&pay), query);
    assert!(matches!(paid.unwrap(), enums::payments::PaymentResult::Result(_)));
    let status = functions::payments::GetStarsStatus { ton: false, peer: enums::InputPeer::PeerSelf };
    let enums::payments::StarsStatus::Status(status) = selling.call(&status).await.unwrap();
    assert_eq!(status.balance, types::StarsAmount { amount: 5, nanos: 0 }.into());
    let charge_id = world.read(|world| world.star_transactions(bot.id)[0].id.clone());
    let user_id = stage.input_user(bot.id, ada.id);
    let refund = functions::payments::RefundStarsCharge { user_id, charge_id };
    selling.call(&refund).await.unwrap();
    assert_eq!(selling.refused(&refund).await, refusal(400, "CHARGE_ALREADY_REFUNDED"));
    assert_eq!(world.read(|world| (world.stars(ada.id), world.stars(bot.id))), (5, 0));
    let used = world.write(|world| world.payment_form(ada.id, &InvoiceName::Slug(slug.clone())));
    assert!(used.is_ok());
}
