//! The HTTP client: how connections are made and kept, and one call on them.

use std::sync::Arc;
use std::time::Duration;

use ambigram_core::{Error, ErrorKind};
use reqwest::header::{CONTENT_TYPE, HeaderValue, RETRY_AFTER};
use reqwest::multipart::Form;
use reqwest::redirect::Policy;
use reqwest::{Client, Response};
use rustls::crypto::CryptoProvider;
use rustls::{ClientConfig, RootCertStore};
use rustls_platform_verifier::Verifier;
use tokio::time::timeout;

use crate::address::Address;
use crate::answer::Answer;
use crate::error::from_transport;

/// How long a connection may take to come about.
const CONNECT_TIMEOUT: Duration = Duration::from_secs(10);

/// How many connections are kept while nothing is asked over them: as many as calls of a busy moment.
const IDLE_CONNECTIONS: usize = 100;

/// How long such a connection is kept. Servers commonly hang up after 75 seconds, and whose call meets that
/// moment fails.
const IDLE_TIME: Duration = Duration::from_secs(60);

/// Makes a client for a server.
pub(crate) fn client(address: &Address) -> Result<Client, Error> {
    let client = Client::builder()
        .tls_backend_preconfigured(tls(address.is_https())?)
        .connect_timeout(CONNECT_TIMEOUT)
        .pool_max_idle_per_host(IDLE_CONNECTIONS)
        .pool_idle_timeout(IDLE_TIME)
        .tcp_nodelay(true)
        // The Bot API never redirects, and the token is not for whomever a redirect names.
        .redirect(Policy::none());
    let client = if address.is_loopback() { client.no_proxy() } else { client };
    client.build().map_err(|error| {
        Error::new(ErrorKind::Configuration, "the HTTP client cannot be set up").because(error.without_url())
    })
}

/// TLS that trusts whom the system trusts. Reading the system's certificates takes milliseconds, and fails where
/// there are none, so a server that is spoken to in the open does without.
fn tls(verified: bool) -> Result<ClientConfig, Error> {
    let failed = |error: rustls::Error| {
        let what =
            "expected the system's root certificates (the package ca-certificates) for an https address";
        Error::new(ErrorKind::Configuration, format!("{what}: {error}")).because(error)
    };
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = |provider: Arc<CryptoProvider>| {
        ClientConfig::builder_with_provider(provider).with_safe_default_protocol_versions()
    };
    Ok(if verified {
        let verifier = Verifier::new(provider.clone()).map_err(failed)?;
        let config = config(provider).map_err(failed)?.dangerous();
        config.with_custom_certificate_verifier(Arc::new(verifier)).with_no_client_auth()
    } else {
        config(provider).map_err(failed)?.with_root_certificates(RootCertStore::empty()).with_no_client_auth()
    })
}

/// What goes along with a call.
#[derive(Debug)]
pub(crate) enum Content {
    /// An object.
    Json(Vec<u8>),
    /// The same as a form, with files.
    Form(Form),
}

/// Carries one call to the server and its answer back, within a time.
pub(crate) async fn post(
    client: &Client,
    address: &Address,
    method: &str,
    content: Content,
    time: Duration,
) -> Result<Answer, Error> {
    let posted = async {
        let request = client.post(address.of(method)?);
        let request = match content {
            Content::Json(body) => {
                request.header(CONTENT_TYPE, HeaderValue::from_static("application/json")).body(body)
            }
            Content::Form(form) => request.multipart(form),
        };
        let response = request.send().await.map_err(from_transport)?;
        let (status, retry_after) = (response.status().as_u16(), retry_after(&response));
        let body = response.bytes().await.map_err(from_transport)?;
        Ok(Answer { status, retry_after, limit: None, body })
    };
    timeout(time, posted).await.unwrap_or_else(|elapsed| {
        Err(Error::new(ErrorKind::Timeout, format!("no answer within {time:?}")).because(elapsed))
    })
}

/// How long the server asks to wait, where it says so in seconds.
fn retry_after(response: &Response) -> Option<Duration> {
    let seconds = response.headers().get(RETRY_AFTER)?.to_str().ok()?.parse().ok()?;
    Some(Duration::from_secs(seconds))
}
