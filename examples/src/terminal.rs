//! A chat with a bot in the terminal, in a Telegram of its own: no network beyond this machine, no token.
//!
//! What is typed is said by a user, `[label]` presses the button with that label, and what the bot says and edits is
//! printed.

use std::io::IsTerminal;
use std::path::Path;

use ambigram::types::ChatAction;
use ambigram::{DefaultBackend, Dispatcher, Rejection, Result, Router, Wire};
use ambigram_sandbox::play::{
    BotAccount, Conversation, Happening, Happenings, Progress, SeenMessage, Watched,
};
use ambigram_sandbox::{Config, Sandbox};
use tokio::io::{AsyncBufReadExt, BufReader, Lines, Stdin};
use tokio::sync::oneshot;

/// Whether a person is typing, rather than a script.
pub fn is_interactive() -> bool {
    std::io::stdin().is_terminal()
}

/// Runs a bot in a sandbox, and a chat with it, until the input ends and the bot has answered all.
///
/// # Errors
/// When the bot cannot run, or the terminal cannot be read.
pub async fn chat(username: &str, router: Router) -> Result {
    let sandbox = Sandbox::start(Config::default()).await?;
    let telegram = sandbox.telegram();
    let account = telegram.bot(username);
    let conversation = telegram.user("Alice").open(&account);

    let sessions = tempfile::tempdir()?;
    let backend = backend(&sandbox, &account, sessions.path())?;
    let updates = Watched::new(backend.updates());
    let progress = updates.progress();
    let (stop, stopped) = oneshot::channel::<()>();
    let dispatcher = Dispatcher::new(router, backend)?;
    // Over MTProto a bot is told what happens once it has signed in.
    dispatcher.bot().get_me().await?;
    let bot = dispatcher.run_until(updates, async {
        // A dropped sender means the same: the chat is over.
        let _ = stopped.await;
    });
    let chat = async {
        let result = Chat::new(&sandbox, account, progress, conversation).run().await;
        drop(stop);
        result
    };
    let (bot, chat) = tokio::join!(bot, chat);
    sandbox.stop().await;
    bot?;
    chat
}

/// The wire that the program was built with, or that the environment picks, to a bot in a sandbox.
///
/// Over MTProto a bot has a session to keep: here not for longer than the chat.
#[cfg_attr(not(feature = "mtproto"), allow(unused_variables, reason = "the Bot API knows no sessions"))]
fn backend(sandbox: &Sandbox, account: &BotAccount, sessions: &Path) -> Result<DefaultBackend> {
    let token = account.token.clone();
    Ok(match Wire::from_env()? {
        #[cfg(feature = "bot-api")]
        Wire::Http => {
            ambigram::bot_api::BotApi::builder(token).base_url(sandbox.bot_api_url()).build()?.into()
        }
        #[cfg(feature = "mtproto")]
        Wire::Mtproto => {
            let server = sandbox.ready_session().to_string().parse()?;
            let bot = ambigram::mtproto::MtProto::builder(token, 1, "of no meaning here").server(server);
            bot.session(sessions.join(&account.username)).build()?.into()
        }
        // Built in by another crate of the same program.
        other => return Err(Rejection::fail(format!("this chat cannot be had over {}", other.name()))),
    })
}

struct Chat<'s> {
    sandbox: &'s Sandbox,
    bot: BotAccount,
    progress: Progress,
    conversation: Conversation,
    happenings: Happenings,
    input: Lines<BufReader<Stdin>>,
}

impl<'s> Chat<'s> {
    fn new(sandbox: &'s Sandbox, bot: BotAccount, progress: Progress, conversation: Conversation) -> Self {
        let happenings = conversation.events();
        let input = BufReader::new(tokio::io::stdin()).lines();
        Self { sandbox, bot, progress, conversation, happenings, input }
    }

    async fn run(mut self) -> Result {
        if is_interactive() {
            println!(
                "A chat with @{}. Try /start; [label] presses a button; Ctrl-D ends.",
                self.bot.username
            );
        }
        loop {
            let line = tokio::select! {
                line = self.input.next_line() => line?,
                happening = self.happenings.next() => {
                    print(&happening);
                    continue;
                }
            };
            let Some(line) = line else { return Ok(()) };
            if line.trim().is_empty() {
                continue;
            }
            if !is_interactive() {
                println!("> {line}");
            }
            if let Err(problem) = self.act(&line) {
                println!("({problem})");
            }
            // The bot is asked nothing more until it has done with this.
            self.sandbox.telegram().until_done(&self.bot, &self.progress).await;
            while let Some(happening) = self.happenings.try_next() {
                print(&happening);
            }
        }
    }

    /// Says what was typed, or presses the button that it names.
    fn act(&self, line: &str) -> Result<(), String> {
        match line.trim().strip_prefix('[').and_then(|label| label.strip_suffix(']')) {
            Some(label) => self.conversation.press(label).map(drop).map_err(|error| error.to_string()),
            None => self.conversation.try_say(line).map(drop).map_err(|refusal| refusal.to_string()),
        }
    }
}

fn print(happening: &Happening) {
    match happening {
        Happening::Said(message) => println!("{}", shown(message, "")),
        Happening::Edited(message) => println!("{}", shown(message, " (edited)")),
        Happening::Deleted(messages) => println!("({} deleted)", messages.len()),
        Happening::Answered(answer) => {
            if let Some(text) = answer.text.as_deref().filter(|text| !text.is_empty()) {
                println!("({text})");
            }
        }
        Happening::Acting(ChatAction::Typing) => println!("(typing…)"),
        _ => {}
    }
}

/// A message, and the rows of its buttons below.
fn shown(message: &SeenMessage, mark: &str) -> String {
    let mut shown = format!("{}{mark}: {}", message.from, message.text);
    for row in &message.buttons {
        let buttons: Vec<_> = row.iter().map(|label| format!("[{label}]")).collect();
        shown += &format!("\n    {}", buttons.join(" "));
    }
    shown
}
