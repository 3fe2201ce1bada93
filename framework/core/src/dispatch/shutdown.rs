//! When the process is told to stop.

/// Waits for SIGINT (Ctrl-C) or, on Unix, SIGTERM.
pub async fn stop_signal() {
    let interrupted = async {
        // Where signals can't be had, only the process's end stops the bot.
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    };
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut terminated) = signal(SignalKind::terminate()) {
            tokio::select! {
                () = interrupted => {}
                _ = terminated.recv() => {}
            }
            return;
        }
    }
    interrupted.await;
}
