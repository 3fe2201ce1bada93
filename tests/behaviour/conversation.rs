//! Conversations: replies, buttons, edits, toasts.

use ambigram::prelude::*;
use ambigram::types::{EntityKind, MessageEntity};
use ambigram_tests::on_both_wires;

#[command("/count")]
async fn count() -> Reply {
    Reply::text("0").keyboard(buttons(0))
}

#[callback("count/<n>")]
async fn counted(n: i64) -> Edit {
    Edit::text(n.to_string()).keyboard(buttons(n))
}

fn buttons(n: i64) -> InlineKeyboard {
    InlineKeyboard::row([
        Button::callback("−1", counted::data(n - 1)),
        Button::callback("+1", counted::data(n + 1)),
    ])
}

#[tokio::test]
async fn buttons_edit_their_own_message() {
    on_both_wires(async |stage| {
        let bot = stage.run(Router::new().routes(routes![count, counted])).await;
        let chat = stage.user("Alice").open(&bot.account);
        chat.say("/count");
        stage.until_quiet(&bot).await;
        for label in ["+1", "+1", "−1", "−1", "−1"] {
            chat.press(label).unwrap();
            stage.until_quiet(&bot).await;
        }
        let last = chat.last();
        assert_eq!((last.text.as_str(), last.is_edited), ("-1", true));
        assert_eq!(chat.messages().len(), 2, "edited, not sent anew");
        bot.stop().await;
    })
    .await;
}

#[message(text)]
async fn echo(text: Text) -> Text {
    text
}

#[tokio::test]
async fn an_echo_keeps_the_formatting() {
    on_both_wires(async |stage| {
    let bot = stage.run(Router::new().routes(routes![echo])).await;
    let chat = stage.user("Alice").open(&bot.account);
    let said = Text::try_from(Html::new(
        "😀 <b>bold <i>both</i></b> <a href=\"https://example.com/\">link</a> <pre><code class=\"language-rust\">fn</code></pre>",
    ))
    .unwrap();
    chat.say(said.clone());
    stage.until_quiet(&bot).await;
    // Telegram keeps formatting in its own order and pieces; an echo of that is the same again.
    let said = said.normalized().unwrap();
    let answer = chat.last();
    assert_eq!((answer.text, &answer.entities), (said.text, &said.entities));
    let link = EntityKind::TextLink { url: "https://example.com/".to_owned() };
    assert!(answer.entities.contains(&MessageEntity::new(13, 4, link)), "{:?}", answer.entities);
    bot.stop().await;
    })
    .await;
}

#[command("/menu")]
async fn menu() -> Reply {
    let keys = [
        Button::callback("toast", choose::data("toast".into())),
        Button::callback("alert", choose::data("alert".into())),
        Button::callback("both", choose::data("both".into())),
        Button::callback("nothing", choose::data("nothing".into())),
        Button::callback("fail", choose::data("fail".into())),
        Button::callback("gone", "from/another/version"),
    ];
    Reply::text("Choose").keyboard(InlineKeyboard::row(keys)).quoting()
}

#[callback("choose/<what>")]
async fn choose(what: String) -> Result<Option<(Option<Toast>, Option<Reply>)>> {
    Ok(match what.as_str() {
        "toast" => Some((Some(Toast::new("a toast")), None)),
        "alert" => Some((Some(Toast::alert("an alert")), None)),
        "both" => Some((Some(Toast::new("a toast")), Some(Reply::text("and a message")))),
        "fail" => return Err(Rejection::fail("as asked")),
        _ => None,
    })
}

#[tokio::test]
async fn every_press_is_answered() {
    on_both_wires(async |stage| {
        let bot = stage.run(Router::new().routes(routes![menu, choose])).await;
        let chat = stage.user("Alice").open(&bot.account);
        let asked = chat.say("/menu");
        stage.until_quiet(&bot).await;
        assert_eq!(chat.last().reply_to, Some(asked));
        let mut answers = Vec::new();
        for label in ["toast", "alert", "both", "nothing", "fail", "gone"] {
            let query = chat.press(label).unwrap();
            stage.until_quiet(&bot).await;
            let answer = stage
                .telegram()
                .world()
                .read(|world| world.callback_query(query).and_then(|query| query.answer.clone()));
            let answer = answer.unwrap_or_else(|| panic!("{label} was not answered"));
            answers.push((answer.text.unwrap_or_default(), answer.show_alert));
        }
        let expected = [
            ("a toast", false),
            ("an alert", true),
            ("a toast", false),
            ("", false),
            ("", false),
            ("", false),
        ];
        assert_eq!(answers, expected.map(|(text, alert)| (text.to_owned(), alert)));
        assert_eq!(chat.last().text, "and a message");
        bot.stop().await;
    })
    .await;
}

#[command("/greet")]
async fn greet(user: User) -> Html {
    html!("<b>{}</b> &amp; {:>4}", user.first_name, 7)
}

#[tokio::test]
async fn what_is_put_into_html_is_escaped() {
    on_both_wires(async |stage| {
        let bot = stage.run(Router::new().routes(routes![greet])).await;
        let chat = stage.user("<i>Eve</i> & co").open(&bot.account);
        chat.say("/greet");
        stage.until_quiet(&bot).await;
        let answer = chat.last();
        assert_eq!(answer.text, "<i>Eve</i> & co &    7");
        assert_eq!(answer.entities, [MessageEntity::new(0, 15, EntityKind::Bold)]);
        bot.stop().await;
    })
    .await;
}
