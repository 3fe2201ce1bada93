//! What keeps a bot from starting.

use ambigram::prelude::*;
use ambigram::{Dispatcher, Wire};
use ambigram_tests::{Stage, on_both_wires};

#[command("/stats")]
async fn stats() {}

mod user {
    use ambigram::prelude::*;

    #[command("/stats")]
    pub(super) async fn my_stats() {}

    #[callback("vote/<n>")]
    pub(super) async fn vote(n: u8) {
        let _ = n;
    }

    #[callback("vote/<n>")]
    pub(super) async fn vote_again(n: u8) {
        let _ = n;
    }

    #[command("/limit <n=many>")]
    pub(super) async fn limit(n: u8) {
        let _ = n;
    }
}

/// What is looked at before any wire is used.
async fn refusal(router: Router) -> String {
    let stage = Stage::new(Wire::Http).await;
    let account = stage.telegram().bot("test_bot");
    Dispatcher::new(router, stage.backend(&account)).unwrap_err().to_string()
}

#[tokio::test]
async fn two_of_one_name_are_refused_with_both_places() {
    let file = file!();
    assert_eq!(
        refusal(Router::new().routes(routes![stats, user::my_stats])).await,
        format!("refusing to start: `/stats` is declared twice\n  {file}:8    stats\n  {file}:14   my_stats")
    );
    assert_eq!(
        refusal(Router::new().routes(routes![user::vote, user::vote_again])).await,
        format!(
            "refusing to start: `vote/<n>` is declared twice\n  {file}:17   vote\n  {file}:22   vote_again"
        )
    );
}

#[tokio::test]
async fn a_default_of_the_wrong_type_is_refused() {
    let file = file!();
    assert_eq!(
        refusal(Router::new().routes(routes![user::limit])).await,
        format!(
            "refusing to start: the default `many` of `<n>` in `/limit [n]` is not a whole number\n  {file}:27   limit"
        )
    );
}

#[tokio::test]
async fn a_wrong_token_is_refused_by_kind() {
    on_both_wires(async |stage| {
        let wire = stage.backend_with_token("123456:AAwrongwrongwrongwrongwrongwrongwro");
        let updates = wire.updates();
        let router: Router = Router::new().routes(routes![stats]);
        let error = Dispatcher::new(router, wire).unwrap().run(updates).await.unwrap_err();
        assert_eq!(*error.kind(), ErrorKind::Unauthorized);
        let told = match stage.wire() {
            Wire::Http => "getMe: Unauthorized",
            _ => "getMe: Telegram does not accept the bot's token: ACCESS_TOKEN_INVALID",
        };
        assert_eq!(error.to_string(), told);
    })
    .await;
}

#[test]
fn the_routes_are_readable() {
    let router: Router = Router::new().routes(routes![stats, user::vote, user::limit]);
    let file = file!();
    assert_eq!(
        router.table().to_string(),
        format!(
            "/stats             stats  {file}:8\ncallback vote/<n>  vote   {file}:17\n/limit [n]         limit  {file}:27\n"
        )
    );
}
