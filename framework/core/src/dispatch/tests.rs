//! The promises of the dispatcher, on a source and a wire in memory.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use async_trait::async_trait;
use tokio::sync::{Notify, Semaphore, mpsc};

use super::{Dispatcher, Report};
use crate::backend::{Backend, UpdateSource};
use crate::command::{ArgSpec, Args, CommandSpec, Presence, Within, reads_as};
use crate::delivery::{Delivery, Ledger};
use crate::extract::FromUpdate;
use crate::requests::{Request, Response};
use crate::router::{Location, MessageFilter, Route, RouteInfo, Router, Trigger};
use crate::text::Text;
use crate::types::{CallbackQuery, Chat, ChatKind, Me, Message, Update, UpdateKind, User};
use crate::{Action, Context, Error, ErrorKind, IntoReply, Rejection, Result};

/// A wire that writes down what a bot says.
#[derive(Debug, Clone, Default)]
struct Recorder(Arc<Mutex<Vec<String>>>);

impl Recorder {
    fn said(&self) -> Vec<String> {
        self.0.lock().unwrap().clone()
    }
}

#[async_trait]
impl Backend for Recorder {
    fn name(&self) -> &'static str {
        "a recorder"
    }

    async fn call(&self, request: Request) -> Result<Response, Error> {
        let (line, response) = match &request {
            Request::GetMe(_) => {
                let mut user = User::new(1, "Bot");
                user.username = Some("test_bot".into());
                let me: Me = serde_json::from_value(serde_json::to_value(user).unwrap()).unwrap();
                return Ok(Response::of(me));
            }
            Request::SendMessage(request) => {
                let message =
                    Message::text(1, Chat::new(request.chat_id.id().unwrap(), ChatKind::Private), "");
                (format!("{}: {}", request.chat_id, request.text.get().unwrap().text), Response::of(message))
            }
            Request::AnswerCallbackQuery(request) => {
                (format!("answer {} {:?}", request.callback_query_id, request.text), Response::done())
            }
            other => return Err(Error::unsupported(other.name(), "a recorder")),
        };
        self.0.lock().unwrap().push(line);
        Ok(response)
    }
}

/// A source of given updates, which stays open.
struct Given {
    updates: VecDeque<Update>,
    ledger: Ledger<i64>,
    closed: mpsc::UnboundedSender<Option<i64>>,
}

#[async_trait]
impl UpdateSource for Given {
    async fn next(&mut self) -> Result<Delivery, Error> {
        match self.updates.pop_front() {
            Some(update) => {
                let receipt = self.ledger.enter(update.id.0);
                Ok(Delivery { update, receipt })
            }
            None => std::future::pending().await,
        }
    }

    async fn close(&mut self) -> Result<(), Error> {
        let _ = self.closed.send(self.ledger.finished());
        Ok(())
    }
}

fn text(id: i64, chat: i64, text: &str) -> Update {
    let user = User::new(chat, "Alice");
    let mut message = Message::text(1, Chat::private(&user), text);
    message.from = Some(user);
    Update::new(id, UpdateKind::Message(Box::new(message)))
}

fn press(id: i64, data: &str) -> Update {
    let query = CallbackQuery {
        id: format!("q{id}").into(),
        from: User::new(7, "Alice"),
        message: None,
        inline_message_id: None,
        chat_instance: String::new(),
        data: Some(data.to_owned()),
        game_short_name: None,
    };
    Update::new(id, UpdateKind::CallbackQuery(Box::new(query)))
}

const HERE: Location = Location { file: file!(), line: 1 };

fn route<F, Fut>(name: &'static str, trigger: Trigger, handler: F) -> Route<(), Recorder>
where
    F: Fn(Context) -> Fut + Send + Sync + Clone + 'static,
    Fut: Future<Output = Result<Vec<Action>>> + Send + 'static,
{
    let info = RouteInfo { name, location: HERE, trigger, help: "" };
    Route::new(info, move |cx: &Context, (): &()| {
        let handling = handler(cx.clone());
        Box::pin(handling)
    })
}

fn on_text<F, Fut>(handler: F) -> Router<(), Recorder>
where
    F: Fn(Context, String) -> Fut + Send + Sync + Clone + 'static,
    Fut: Future<Output = Result<Vec<Action>>> + Send + 'static,
{
    Router::new().routes([route("on_text", Trigger::Message(MessageFilter::Text), move |cx| {
        let handler = handler.clone();
        async move {
            let text = <Text as FromUpdate<(), Recorder>>::from_update(&cx, &()).await?;
            handler(cx, text.text).await
        }
    })])
}

struct Run {
    report: Report,
    /// The mark that was confirmed at the end.
    confirmed: Option<i64>,
    said: Vec<String>,
}

/// Runs a router over the updates until the ledger shows that all are finished, or until `stop`.
async fn run(
    router: Router<(), Recorder>,
    updates: Vec<Update>,
    refine: impl FnOnce(Dispatcher) -> Dispatcher,
    stop: Option<Arc<Notify>>,
) -> Run {
    let recorder = Recorder::default();
    let (closed, mut was_closed) = mpsc::unbounded_channel();
    let ledger = Ledger::new();
    let count = updates.len() as u64;
    let source = Given { updates: updates.into(), ledger: ledger.clone(), closed };
    let dispatcher = refine(Dispatcher::new(router, recorder.clone()).unwrap());
    let finished = {
        let last = source.updates.back().map(|update| update.id.0);
        async move {
            match stop {
                Some(stop) => stop.notified().await,
                None if count == 0 => {}
                None => loop {
                    ledger.until_open(0).await;
                    if ledger.finished() == last {
                        break;
                    }
                    tokio::task::yield_now().await;
                },
            }
        }
    };
    let report = dispatcher.run_until(source, finished).await.unwrap();
    Run { report, confirmed: was_closed.recv().await.unwrap(), said: recorder.said() }
}

async fn run_all(router: Router<(), Recorder>, updates: Vec<Update>) -> Run {
    run(router, updates, |dispatcher| dispatcher, None).await
}

#[tokio::test(start_paused = true)]
async fn updates_of_one_chat_keep_their_order_whatever_the_handlers_take() {
    let log = Arc::new(Mutex::new(Vec::new()));
    let router = on_text({
        let log = log.clone();
        move |cx, text| {
            let log = log.clone();
            async move {
                // Earlier updates take longer.
                tokio::time::sleep(Duration::from_millis(1000 / (cx.update().id.0 as u64))).await;
                log.lock().unwrap().push((cx.update().chat().unwrap().id.0, text));
                Ok(Vec::new())
            }
        }
    });
    let updates = (1..=60).map(|id| text(id, id % 3 + 1, &id.to_string())).collect();
    let run = run_all(router, updates).await;
    assert_eq!((run.report.handled, run.report.unfinished, run.confirmed), (60, 0, Some(60)));
    let log = log.lock().unwrap();
    for chat in 1..=3 {
        let of_chat: Vec<u32> =
            log.iter().filter(|(of, _)| *of == chat).map(|(_, text)| text.parse().unwrap()).collect();
        assert_eq!(of_chat.len(), 20);
        assert!(of_chat.is_sorted(), "{of_chat:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_handler_that_never_ends_holds_up_its_own_chat_only() {
    let stop = Arc::new(Notify::new());
    let router = on_text({
        let stop = stop.clone();
        move |_, text| {
            let stop = stop.clone();
            async move {
                match text.as_str() {
                    "stuck" => std::future::pending().await,
                    "stop" => stop.notify_one(),
                    _ => {}
                }
                text.into_reply()
            }
        }
    });
    let updates = vec![
        text(1, 1, "before"),
        text(2, 1, "stuck"),
        text(3, 1, "behind"),
        text(4, 2, "beside"),
        text(5, 2, "stop"),
    ];
    let run = run(router, updates, |dispatcher| dispatcher, Some(stop)).await;
    let said: Vec<_> = run.said.iter().filter(|line| *line != "2: stop").collect();
    assert_eq!(said, ["1: before", "2: beside"]);
    // What was not finished is not confirmed, nor what came after it.
    assert_eq!((run.confirmed, run.report.unfinished), (Some(1), 2));
}

#[tokio::test]
async fn a_panic_ends_that_handler_only() {
    let router = on_text(|_, text| async move {
        if text == "panic" {
            panic!("as asked");
        }
        text.into_reply()
    });
    let run = run_all(router, vec![text(1, 1, "panic"), text(2, 1, "next"), text(3, 2, "other")]).await;
    let mut said = run.said;
    said.sort();
    assert_eq!(said, ["1: next", "2: other"]);
    assert_eq!(run.confirmed, Some(3));
}

#[tokio::test(start_paused = true)]
async fn no_more_handlers_run_at_once_than_allowed() {
    let running = Arc::new(Semaphore::new(4));
    let router = on_text({
        let running = running.clone();
        move |_, _| {
            let running = running.clone();
            async move {
                let _slot = running.try_acquire().expect("a fifth handler runs");
                tokio::time::sleep(Duration::from_secs(1)).await;
                "done".into_reply()
            }
        }
    });
    let updates = (1..=20).map(|id| text(id, id, "x")).collect();
    let run = run(router, updates, |dispatcher| dispatcher.concurrency(4), None).await;
    assert_eq!(run.said.len(), 20);
}

#[tokio::test(start_paused = true)]
async fn a_full_house_takes_no_more() {
    let stop = Arc::new(Notify::new());
    let router = on_text({
        let stop = stop.clone();
        move |cx, _| {
            let stop = stop.clone();
            async move {
                if cx.update().id.0 == 3 {
                    stop.notify_one();
                }
                std::future::pending().await
            }
        }
    });
    let updates = (1..=10).map(|id| text(id, id, "x")).collect();
    let run = run(router, updates, |dispatcher| dispatcher.backlog(3), Some(stop)).await;
    assert_eq!(run.report.unfinished, 3);
}

#[tokio::test(start_paused = true)]
async fn a_stop_lets_what_was_taken_finish() {
    let stop = Arc::new(Notify::new());
    let router = on_text({
        let stop = stop.clone();
        move |_, text| {
            let stop = stop.clone();
            async move {
                stop.notify_one();
                tokio::time::sleep(Duration::from_secs(3)).await;
                text.into_reply()
            }
        }
    });
    let run =
        run(router, vec![text(1, 1, "one"), text(2, 1, "two")], |dispatcher| dispatcher, Some(stop)).await;
    assert_eq!(run.said, ["1: one", "1: two"]);
    assert_eq!((run.confirmed, run.report.unfinished), (Some(2), 0));
}

#[tokio::test]
async fn a_press_is_answered_once_whatever_the_handler_does() {
    static TEMPLATE: crate::callback::CallbackTemplate = crate::callback::CallbackTemplate {
        pieces: &[crate::callback::Piece::Fixed("do/"), crate::callback::Piece::Value("what")],
    };
    let router = Router::new().routes([route("on_press", Trigger::Callback(&TEMPLATE), |cx| async move {
        let what: String = crate::callback::Values::new(&cx, &TEMPLATE)?.take()?;
        match what.as_str() {
            "toast" => crate::Toast::new("hi").into_reply(),
            "self" => {
                cx.bot().answer_callback_query("q2").text("by hand").await?;
                Ok(Vec::new())
            }
            "fail" => Err(Rejection::fail("as asked")),
            "panic" => panic!("as asked"),
            _ => Ok(Vec::new()),
        }
    })]);
    let presses = ["toast", "self", "fail", "panic", "nothing"];
    let mut updates: Vec<_> = (1..).zip(presses).map(|(id, what)| press(id, &format!("do/{what}"))).collect();
    updates.push(press(6, "unknown"));
    let run = run_all(router, updates).await;
    assert_eq!(
        run.said,
        [
            r#"answer q1 Some("hi")"#,
            r#"answer q2 Some("by hand")"#,
            "answer q3 None",
            "answer q4 None",
            "answer q5 None",
            "answer q6 None",
        ]
    );
}

const ROLL: &CommandSpec = &CommandSpec {
    name: "roll",
    args: &[ArgSpec {
        name: "sides",
        presence: Presence::Default { text: "6", check: reads_as::<u32> },
        rest: false,
    }],
};

fn rolling() -> Router<(), Recorder> {
    let roll = route("roll", Trigger::Command(ROLL), |cx| async move {
        let mut args = Args::new(&cx, ROLL);
        let sides: u32 = args.required(Within(2..))?;
        args.finish()?;
        sides.to_string().into_reply()
    });
    on_text(|_, text| async move { format!("echo {text}").into_reply() }).routes([roll])
}

#[tokio::test]
async fn a_command_goes_to_its_handler_and_other_bots_commands_to_none() {
    let texts = ["/roll", "/roll 20", "/ROLL@Test_Bot 8", "/roll@other_bot 8", "/unknown", "roll", "/roll x"];
    let updates = (1..).zip(texts).map(|(id, what)| text(id, 1, what)).collect();
    let run = run_all(rolling(), updates).await;
    assert_eq!(
        run.said,
        [
            "1: 6",
            "1: 20",
            "1: 8",
            "1: echo /unknown",
            "1: echo roll",
            "1: <sides> must be a whole number from 2 on, not “x”.\nUsage: /roll [sides]",
        ]
    );
}

#[test]
fn two_commands_of_one_name_do_not_start() {
    let router = rolling().merge(rolling());
    let error = Dispatcher::new(router, Recorder::default()).unwrap_err();
    let expected = format!("refusing to start: `/roll` is declared twice\n  {HERE}   roll\n  {HERE}   roll");
    assert_eq!(error.to_string(), expected);
}

#[test]
fn a_default_of_the_wrong_type_does_not_start() {
    const BAD: &CommandSpec = &CommandSpec {
        name: "bad",
        args: &[ArgSpec {
            name: "n",
            presence: Presence::Default { text: "six", check: reads_as::<u32> },
            rest: false,
        }],
    };
    let router = Router::new().routes([route("bad", Trigger::Command(BAD), |_| async { ().into_reply() })]);
    let error = Dispatcher::new(router, Recorder::default()).unwrap_err().to_string();
    assert!(error.contains("the default `six` of `<n>` in `/bad [n]` is not a whole number"), "{error}");
}

#[tokio::test]
async fn a_bot_that_is_not_let_in_does_not_run() {
    #[derive(Debug)]
    struct Refusing;
    #[async_trait]
    impl Backend for Refusing {
        fn name(&self) -> &'static str {
            "a wall"
        }
        async fn call(&self, _: Request) -> Result<Response, Error> {
            Err(Error::new(ErrorKind::Unauthorized, "Unauthorized"))
        }
    }
    let (closed, _) = mpsc::unbounded_channel();
    let source = Given { updates: VecDeque::new(), ledger: Ledger::new(), closed };
    let router: Router<(), Refusing> = Router::new();
    let error = Dispatcher::new(router, Refusing).unwrap().run(source).await.unwrap_err();
    assert_eq!(*error.kind(), ErrorKind::Unauthorized);
}
