//! Why a handler or an extractor did not go through.

use std::error::Error as StdError;
use std::fmt;

use crate::error::BoxError;
use crate::reply::Reply;

/// What a handler gives: a reply, or why there is none.
pub type Result<T = (), E = Rejection> = std::result::Result<T, E>;

/// Why a handler or an extractor did not go through.
///
/// `?` turns any error into [`Rejection::Fail`].
pub enum Rejection {
    /// Not mine: the next route that matches is tried.
    Skip,
    /// The user is told why.
    Tell(Box<Reply>),
    /// Something went wrong: it is reported, and the update counts as handled.
    Fail(BoxError),
}

impl Rejection {
    /// The user is told why.
    pub fn tell(reply: impl Into<Reply>) -> Self {
        Self::Tell(Box::new(reply.into()))
    }

    /// Something went wrong.
    pub fn fail(error: impl Into<BoxError>) -> Self {
        Self::Fail(error.into())
    }
}

impl<E: StdError + Send + Sync + 'static> From<E> for Rejection {
    fn from(error: E) -> Self {
        Self::Fail(Box::new(error))
    }
}

/// Carries a [`Rejection`] through a boxed error, so that handlers may return whatever error type they like.
struct Carried(Rejection);

impl StdError for Carried {}

impl fmt::Display for Carried {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Rejection::Skip => f.write_str("the update is for another handler"),
            Rejection::Tell(_) => f.write_str("the user is to be told"),
            Rejection::Fail(error) => error.fmt(f),
        }
    }
}

impl fmt::Debug for Carried {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl From<Rejection> for BoxError {
    fn from(rejection: Rejection) -> Self {
        match rejection {
            Rejection::Fail(error) => error,
            other => Box::new(Carried(other)),
        }
    }
}

impl Rejection {
    /// The rejection that a boxed error carries, or the failure that it is.
    pub(crate) fn from_boxed(error: BoxError) -> Self {
        match error.downcast::<Carried>() {
            Ok(carried) => carried.0,
            Err(error) => Self::Fail(error),
        }
    }
}

/// As `main` prints it: the error, and what caused it.
impl fmt::Debug for Rejection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Skip => f.write_str("Skip"),
            Self::Tell(reply) => f.debug_tuple("Tell").field(reply).finish(),
            Self::Fail(error) => {
                write!(f, "{error}")?;
                let mut source = error.source();
                while let Some(cause) = source {
                    write!(f, "\n  because: {cause}")?;
                    source = cause.source();
                }
                Ok(())
            }
        }
    }
}

/// Tells the user where there is nothing to go on with.
///
/// ```
/// # use ambigram_core::{OrTell, Result};
/// async fn nth(number: usize) -> Result<&'static str> {
///     Ok(["one", "two"].into_iter().nth(number).or_tell("There are but two.")?)
/// }
/// ```
pub trait OrTell<T> {
    /// The value, or the user is told.
    ///
    /// # Errors
    /// [`Rejection::Tell`], where there is no value.
    fn or_tell(self, reply: impl Into<Reply>) -> Result<T>;
}

impl<T> OrTell<T> for Option<T> {
    fn or_tell(self, reply: impl Into<Reply>) -> Result<T> {
        self.ok_or_else(|| Rejection::tell(reply))
    }
}

impl<T, E> OrTell<T> for std::result::Result<T, E> {
    fn or_tell(self, reply: impl Into<Reply>) -> Result<T> {
        self.map_err(|_| Rejection::tell(reply))
    }
}
