//! What long polling does in time, against a Telegram without a network and with a clock of the tests' own.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use ambigram_core::ErrorKind;
use ambigram_core::delivery::{Delivery, Receipt};
use ambigram_core::types::{Update, UpdateKind};
use tokio::task::JoinHandle;
use tokio::time::{Instant, sleep, timeout};

use super::fake::FakeTelegram;
use super::poller::Poller;
use super::{Settings, Webhook};

fn ms(ms: u64) -> Duration {
    Duration::from_millis(ms)
}

fn poller(telegram: &FakeTelegram) -> Poller<FakeTelegram> {
    Poller::new(telegram.clone(), Settings::default())
}

/// A bot that handles each update on its own, in as long as `time` says; for ever where it says nothing.
struct Bot {
    handled: Arc<Mutex<Vec<(i64, Instant)>>>,
    /// The receipts of what is never finished.
    held: Arc<Mutex<Vec<Receipt>>>,
    task: JoinHandle<()>,
}

impl Bot {
    fn start(telegram: &FakeTelegram, time: impl Fn(i64) -> Option<Duration> + Send + 'static) -> Self {
        let (handled, held) = (Arc::<Mutex<Vec<_>>>::default(), Arc::<Mutex<Vec<_>>>::default());
        let (mut poller, handled_too, held_too) = (poller(telegram), handled.clone(), held.clone());
        let task = tokio::spawn(async move {
            loop {
                let Delivery { update, receipt } = poller.next().await.unwrap();
                handled_too.lock().unwrap().push((update.id.0, Instant::now()));
                match time(update.id.0) {
                    Some(time) => drop(tokio::spawn(async move {
                        sleep(time).await;
                        receipt.settle();
                    })),
                    None => held_too.lock().unwrap().push(receipt),
                }
            }
        });
        Self { handled, held, task }
    }

    /// The updates in the order in which their handlers began.
    fn handled(&self) -> Vec<i64> {
        self.handled.lock().unwrap().iter().map(|&(id, _)| id).collect()
    }

    /// When an update's handler began.
    fn began(&self, id: i64) -> Instant {
        self.handled.lock().unwrap().iter().find(|&&(handled, _)| handled == id).unwrap().1
    }

    /// Finishes what is never finished.
    fn release(&self) {
        self.held.lock().unwrap().drain(..).for_each(Receipt::settle);
    }
}

impl Drop for Bot {
    fn drop(&mut self) {
        self.task.abort();
    }
}

#[tokio::test(start_paused = true)]
async fn what_is_finished_in_good_time_is_asked_for_once() {
    let telegram = FakeTelegram::with(1..=250);
    let bot = Bot::start(&telegram, |_| Some(ms(80)));
    sleep(ms(1000)).await;
    assert_eq!(bot.handled(), (1..=250).collect::<Vec<_>>());
    assert_eq!((telegram.questions(), telegram.repeated()), (4, 0));
    assert!(telegram.lock().queue.is_empty(), "all is confirmed");
    let state = telegram.lock();
    let asked: Vec<_> = state.questions.iter().map(|asked| (asked.offset, asked.timeout)).collect();
    assert_eq!(asked, [(None, 30), (Some(101), 30), (Some(201), 30), (Some(251), 30)]);
}

#[tokio::test(start_paused = true)]
async fn an_idle_bot_asks_once_in_the_time_that_telegram_waits() {
    let telegram = FakeTelegram::default();
    let _bot = Bot::start(&telegram, |_| Some(ms(1)));
    sleep(Duration::from_secs(301)).await;
    assert_eq!(telegram.questions(), 11);
}

#[tokio::test(start_paused = true)]
async fn a_stuck_handler_does_not_keep_others_from_their_updates() {
    let telegram = FakeTelegram::with([1]);
    let bot = Bot::start(&telegram, |id| (id > 1).then_some(ms(20)));
    let mut arrivals = Vec::new();
    for id in 2..=80 {
        sleep(ms(300)).await;
        telegram.push([id]);
        arrivals.push((id, Instant::now()));
    }
    sleep(ms(1500)).await;
    assert_eq!(bot.handled(), (1..=80).collect::<Vec<_>>());
    let slowest = arrivals.iter().map(|&(id, arrived)| bot.began(id) - arrived).max();
    assert!(slowest.is_some_and(|slowest| slowest <= ms(1100)), "{slowest:?}");
    assert_eq!(telegram.lock().queue.front(), Some(&1), "nothing is confirmed past the stuck one");
    assert!(telegram.questions() < 50, "{} questions in 25 seconds", telegram.questions());
}

#[tokio::test(start_paused = true)]
async fn a_stuck_handler_lets_a_hundred_in_and_no_more_until_it_is_done() {
    let telegram = FakeTelegram::with(1..=300);
    let bot = Bot::start(&telegram, |id| (id > 1).then_some(ms(20)));
    sleep(Duration::from_secs(10)).await;
    assert_eq!(bot.handled(), (1..=100).collect::<Vec<_>>());
    let questions = telegram.questions();
    sleep(Duration::from_secs(600)).await;
    assert_eq!(telegram.questions(), questions, "an answer could bring nothing new");
    bot.release();
    sleep(ms(500)).await;
    assert_eq!(bot.handled(), (1..=300).collect::<Vec<_>>());
    assert!(telegram.lock().queue.is_empty(), "all is confirmed");
}

#[tokio::test(start_paused = true)]
async fn nobody_spins_while_a_handler_works_and_nothing_is_new() {
    let telegram = FakeTelegram::with([1, 2, 3]);
    let bot = Bot::start(&telegram, |id| Some(Duration::from_secs(if id == 2 { 60 } else { 1 })));
    sleep(Duration::from_secs(59)).await;
    assert_eq!(bot.handled(), [1, 2, 3]);
    assert!(telegram.questions() < 70, "{} questions in a minute", telegram.questions());
    sleep(Duration::from_secs(2)).await;
    assert!(telegram.lock().queue.is_empty(), "all is confirmed");
}

#[tokio::test(start_paused = true)]
async fn a_chat_with_much_to_do_does_not_keep_others_waiting() {
    let telegram = FakeTelegram::with(1..=200);
    // The first two hundred are of one chat, 20 ms each, one after another.
    let start = Instant::now();
    let bot = Bot::start(&telegram, move |id| match id {
        1..=200 => Some((start + ms(20) * u32::try_from(id).unwrap()).duration_since(Instant::now())),
        _ => Some(ms(20)),
    });
    sleep(ms(3000)).await;
    telegram.push([201]);
    let arrived = Instant::now();
    sleep(ms(3000)).await;
    assert_eq!(bot.handled(), (1..=201).collect::<Vec<_>>());
    assert!(bot.began(201) - arrived <= ms(600), "{:?}", bot.began(201) - arrived);
    assert!(telegram.repeated() < 4 * 201, "{} repeated", telegram.repeated());
}

#[tokio::test(start_paused = true)]
async fn what_is_finished_while_an_answer_is_under_way_is_not_handled_again() {
    let telegram = FakeTelegram::with([1, 2]);
    telegram.lock().latency = ms(100);
    let bot = Bot::start(&telegram, |id| Some(ms(if id == 1 { 150 } else { 10 })));
    sleep(Duration::from_secs(2)).await;
    assert!(telegram.repeated() > 0, "the answer in question was given");
    assert_eq!(bot.handled(), [1, 2]);
}

#[tokio::test(start_paused = true)]
async fn numbers_that_start_anew_lower_are_new_all_the_same() {
    let telegram = FakeTelegram::with([1000, 1001]);
    let bot = Bot::start(&telegram, |_| Some(ms(10)));
    sleep(Duration::from_secs(8 * 24 * 3600)).await;
    telegram.push([50, 51]);
    sleep(Duration::from_secs(1)).await;
    telegram.push([52]);
    sleep(Duration::from_secs(1)).await;
    assert_eq!(bot.handled(), [1000, 1001, 50, 51, 52]);
    assert_eq!(telegram.repeated(), 0);
}

#[tokio::test(start_paused = true)]
async fn an_update_that_cannot_be_read_costs_no_other() {
    let telegram = FakeTelegram::with(1..=5);
    telegram.lock().odd = [
        (2, r#"{"update_id":2,"message":{"message_id":2,"text":"no chat"}}"#),
        (3, r#"{"an":"update without a number"}"#),
        (4, r#"{"update_id":4,"update_from_the_future":{"id":1}}"#),
    ]
    .into();
    let mut poller = poller(&telegram);
    let mut kinds = Vec::new();
    for _ in 0..4 {
        let Delivery { update: Update { id, kind, .. }, receipt } = poller.next().await.unwrap();
        kinds.push((id.0, matches!(kind, UpdateKind::Unknown { .. })));
        receipt.settle();
    }
    assert_eq!(kinds, [(1, false), (2, true), (4, true), (5, false)]);
    assert!(timeout(ms(500), poller.next()).await.is_err());
    assert!(telegram.lock().queue.is_empty(), "the one without a number is confirmed with those after it");
}

#[tokio::test(start_paused = true)]
async fn nobody_spins_over_updates_that_nothing_can_confirm() {
    let telegram = FakeTelegram::with([1]);
    telegram.lock().odd = [(1, "7")].into();
    let _bot = Bot::start(&telegram, |_| Some(ms(1)));
    sleep(Duration::from_secs(60)).await;
    assert!((2..20).contains(&telegram.questions()), "{} questions in a minute", telegram.questions());
}

#[tokio::test(start_paused = true)]
async fn nobody_spins_when_the_server_does_not_wait() {
    let telegram = FakeTelegram::default();
    telegram.lock().never_waits = true;
    let bot = Bot::start(&telegram, |_| Some(ms(1)));
    sleep(Duration::from_secs(60)).await;
    assert!((50..=61).contains(&telegram.questions()), "{} questions in a minute", telegram.questions());
    telegram.push([1]);
    sleep(ms(1001)).await;
    assert_eq!(bot.handled(), [1]);
}

#[tokio::test(start_paused = true)]
async fn what_passes_is_waited_out() {
    for (kind, description, between) in [
        (ErrorKind::Network, "no connection", ms(200)..ms(500)),
        (ErrorKind::Server, "Bad Gateway", ms(200)..ms(500)),
        (ErrorKind::Conflict, "Conflict: terminated by other getUpdates request", ms(200)..ms(500)),
        (ErrorKind::RetryAfter(ms(35_000)), "Too Many Requests: retry after 35", ms(35_000)..ms(35_001)),
    ] {
        let telegram = FakeTelegram::with([1]);
        telegram.fail(kind, description);
        let start = Instant::now();
        let delivery = poller(&telegram).next().await.unwrap();
        assert_eq!(delivery.update.id.0, 1);
        let waited = start.elapsed();
        assert!(between.start <= waited && waited <= between.end + ms(2), "{description}: {waited:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_server_in_trouble_is_left_in_peace_and_never_given_up() {
    let telegram = FakeTelegram::with([1]);
    for _ in 0..50 {
        telegram.fail(ErrorKind::Server, "Bad Gateway");
    }
    let start = Instant::now();
    poller(&telegram).next().await.unwrap();
    assert_eq!(telegram.questions(), 51);
    let minutes = start.elapsed().as_secs() / 60;
    assert!((10..25).contains(&minutes), "{minutes} minutes");
}

#[tokio::test(start_paused = true)]
async fn what_does_not_pass_is_an_error() {
    let telegram = FakeTelegram::with([1]);
    let mut poller = poller(&telegram);
    telegram.lock().has_webhook = true;
    assert_eq!(*poller.next().await.unwrap_err().kind(), ErrorKind::Conflict);
    telegram.lock().has_webhook = false;
    telegram.fail(ErrorKind::Unauthorized, "Unauthorized");
    assert_eq!(*poller.next().await.unwrap_err().kind(), ErrorKind::Unauthorized);
    assert_eq!(poller.next().await.unwrap().update.id.0, 1, "whoever mends it may go on");
}

#[tokio::test(start_paused = true)]
async fn a_webhook_is_taken_away_if_that_is_asked_for() {
    for (drop_pending, expected) in [(false, 1), (true, 2)] {
        let telegram = FakeTelegram::with([1]);
        telegram.lock().has_webhook = true;
        telegram.fail(ErrorKind::Network, "no connection");
        let settings = Settings { webhook: Webhook::Delete { drop_pending }, ..Settings::default() };
        let mut poller = Poller::new(telegram.clone(), settings);
        assert!(timeout(ms(100), poller.next()).await.is_err(), "the first try fails");
        let later = telegram.clone();
        tokio::spawn(async move {
            sleep(ms(2000)).await;
            later.push([2]);
        });
        let Delivery { update, receipt } = poller.next().await.unwrap();
        assert_eq!(update.id.0, expected);
        receipt.settle();
        assert!(timeout(ms(500), poller.next()).await.is_err());
        let deletions = telegram.lock().deletions;
        assert_eq!((deletions, telegram.questions()), (1, 2), "it is done once");
    }
}

#[tokio::test(start_paused = true)]
async fn whoever_stops_waiting_loses_nothing() {
    let telegram = FakeTelegram::default();
    telegram.lock().latency = ms(70);
    let mut poller = poller(&telegram);
    let mut handled = Vec::new();
    let mut receipts = Vec::new();
    for step in 0..400 {
        if step % 50 == 10 {
            telegram.push([step, step + 1, step + 2]);
        }
        if let Ok(delivery) = timeout(ms(10), poller.next()).await {
            let Delivery { update, receipt } = delivery.unwrap();
            handled.push(update.id.0);
            receipts.push(receipt);
            if receipts.len() == 3 {
                receipts.drain(..).for_each(Receipt::settle);
            }
        }
    }
    let expected: Vec<i64> = (0..8).flat_map(|n| [50 * n + 10, 50 * n + 11, 50 * n + 12]).collect();
    assert_eq!(handled, expected);
    assert_eq!((telegram.questions(), telegram.repeated()), (9, 0), "no question is put twice");
}

#[tokio::test(start_paused = true)]
async fn the_last_word_confirms_what_is_finished_and_no_more() {
    let telegram = FakeTelegram::with(1..=3);
    let mut poller = poller(&telegram);
    let mut receipts = Vec::new();
    for _ in 0..3 {
        receipts.push(poller.next().await.unwrap().receipt);
    }
    receipts.remove(2).settle();
    poller.close().await.unwrap();
    assert_eq!(telegram.questions(), 1, "nothing of the beginning is finished");
    receipts.remove(0).settle();
    poller.close().await.unwrap();
    assert_eq!(telegram.lock().queue, [2, 3]);
    let last = telegram.lock().questions.last().cloned().unwrap();
    assert_eq!((last.offset, last.limit, last.timeout), (Some(2), 1, 0));
    poller.close().await.unwrap();
    assert_eq!(telegram.questions(), 2, "what was told is told");
}

#[tokio::test(start_paused = true)]
async fn the_last_word_is_not_needed_when_a_question_has_said_it() {
    for (idle, questions) in [(ms(10), 3), (ms(1500), 2)] {
        let telegram = FakeTelegram::with([1]);
        let mut poller = poller(&telegram);
        poller.next().await.unwrap().receipt.settle();
        assert!(timeout(idle, poller.next()).await.is_err());
        poller.close().await.unwrap();
        assert_eq!(telegram.questions(), questions, "after {idle:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_last_word_that_fails_is_an_error() {
    let telegram = FakeTelegram::with([1]);
    let mut poller = poller(&telegram);
    poller.next().await.unwrap().receipt.settle();
    telegram.fail(ErrorKind::Network, "no connection");
    assert_eq!(*poller.close().await.unwrap_err().kind(), ErrorKind::Network);
    telegram.lock().latency = Duration::from_secs(60);
    assert_eq!(*poller.close().await.unwrap_err().kind(), ErrorKind::Timeout);
}

#[tokio::test(start_paused = true)]
async fn settings_are_told_in_every_question() {
    let telegram = FakeTelegram::with(1..=5);
    let settings = Settings {
        timeout: Duration::from_secs(7),
        limit: 2,
        allowed_updates: Some(vec!["message".to_owned()]),
        ..Settings::default()
    };
    let mut poller = Poller::new(telegram.clone(), settings);
    for _ in 0..5 {
        poller.next().await.unwrap().receipt.settle();
    }
    let state = telegram.lock();
    assert_eq!(state.questions.iter().map(|asked| asked.given.len()).collect::<Vec<_>>(), [2, 2, 1]);
    assert!(state.questions.iter().all(|asked| asked.limit == 2 && asked.timeout == 7));
    assert!(state.questions.iter().all(|asked| asked.allowed_updates == Some(vec!["message".to_owned()])));
}
