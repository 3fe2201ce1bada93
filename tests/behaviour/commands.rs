//! Commands: whose they are, and how their arguments are read.

use ambigram::prelude::*;
use ambigram_sandbox::play::Conversation;
use ambigram_tests::on_both_wires;

/// Say it again.
///
/// As often as wanted.
#[command("/say <times> <words..>")]
async fn say(#[arg(1..=3)] times: usize, words: String) -> String {
    vec![words; times].join(" ")
}

/// Name two things.
#[command("/pair <first> <second?>")]
async fn pair(second: Option<String>, first: String) -> String {
    format!("{first} and {}", second.as_deref().unwrap_or("nothing"))
}

#[command("/help")]
async fn help(help: Help) -> String {
    help.to_string()
}

#[message(text)]
async fn other(text: Text) -> String {
    format!("not a command: {}", text.text)
}

fn router() -> Router {
    Router::new().routes(routes![say, pair, help, other])
}

/// What the bot has said in a chat, in order.
fn answers(chat: &Conversation) -> Vec<String> {
    let messages = chat.messages().into_iter();
    messages.filter(|message| message.from == "test_bot").map(|message| message.text).collect()
}

#[tokio::test]
async fn arguments_are_read_by_their_types_and_refused_with_the_usage() {
    on_both_wires(async |stage| {
        let bot = stage.run(router()).await;
        let chat = stage.user("Alice").open(&bot.account);
        let table = [
            ("/say 2 hello  world", "hello  world hello  world"),
            (
                "/say 5 x",
                "<times> must be a whole number from 1 to 3, not “5”.\nUsage: /say <times> <words...>",
            ),
            ("/say 2", "<words> is missing: text.\nUsage: /say <times> <words...>"),
            ("/pair \"a b\" c", "a b and c"),
            ("/pair “a b”", "a b and nothing"),
            ("/pair a b c", "There is more than expected: “c”.\nUsage: /pair <first> [second]"),
            ("/PAIR a", "a and nothing"),
            ("/unknown", "not a command: /unknown"),
            (
                "/help",
                "/say <times> <words...> – Say it again.\n/pair <first> [second] – Name two things.\n/help",
            ),
        ];
        for (said, _) in table {
            chat.say(said);
        }
        stage.until_quiet(&bot).await;
        assert_eq!(answers(&chat), table.map(|(_, answer)| answer));
        bot.stop().await;
    })
    .await;
}

#[tokio::test]
async fn in_a_group_a_bot_answers_to_its_own_name_only() {
    on_both_wires(async |stage| {
        let bot = stage.run(router()).await;
        let rival = stage.telegram().bot("rival_bot");
        let group = stage.user("Alice").group("Friends", [bot.account.id, rival.id]);
        group.say("/pair@rival_bot a");
        group.say("/pair@test_bot b");
        group.say("/pair@TEST_BOT c");
        stage.until_quiet(&bot).await;
        assert_eq!(answers(&group), ["b and nothing", "c and nothing"]);
        bot.stop().await;
    })
    .await;
}
