//! The file: made, opened for this process alone, and known by its marks.

use std::fs::{self, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use ambigram_core::{Error, ErrorKind};
use rusqlite::{Connection, ErrorCode, OpenFlags};

/// What marks a SQLite file as a session of ours: "Ambg".
const APPLICATION_ID: i32 = 0x416d_6267;

/// The version of the tables.
const VERSION: i32 = 1;

/// How long a process that is just ending may hold on to the file.
const PATIENCE: Duration = Duration::from_secs(1);

const TABLES: &str = "
    CREATE TABLE account (
        one INTEGER PRIMARY KEY CHECK (one = 1),
        bot INTEGER NOT NULL,
        own_server INTEGER NOT NULL,
        signed_in INTEGER NOT NULL,
        home_dc INTEGER NOT NULL
    );
    CREATE TABLE dc (id INTEGER PRIMARY KEY, ipv4 TEXT NOT NULL, ipv6 TEXT NOT NULL, auth_key BLOB);
    CREATE TABLE state (
        one INTEGER PRIMARY KEY CHECK (one = 1),
        pts INTEGER NOT NULL,
        qts INTEGER NOT NULL,
        date INTEGER NOT NULL,
        seq INTEGER NOT NULL
    );
    CREATE TABLE channel (id INTEGER PRIMARY KEY, pts INTEGER NOT NULL);
    CREATE TABLE peer (id INTEGER PRIMARY KEY, access_hash INTEGER, min INTEGER NOT NULL, about TEXT NOT NULL);
    CREATE TABLE numbering (one INTEGER PRIMARY KEY CHECK (one = 1), next_update INTEGER NOT NULL);
";

/// Opens the file for this process alone, and makes it where there is none.
pub(super) fn open(path: &Path) -> Result<Connection, Error> {
    make_private(path).map_err(|error| {
        let what = format!("the session file {} cannot be opened: {error}", path.display());
        Error::new(ErrorKind::Configuration, what).because(error)
    })?;
    connect(path).map_err(|failure| failure.tell(path))
}

/// Why a file is not opened.
enum Failure {
    Sqlite(rusqlite::Error),
    Foreign,
    Newer(i32),
}

impl From<rusqlite::Error> for Failure {
    fn from(error: rusqlite::Error) -> Self {
        Self::Sqlite(error)
    }
}

impl Failure {
    fn tell(self, path: &Path) -> Error {
        let path = path.display();
        let what = match &self {
            Self::Sqlite(error) => match error.sqlite_error_code() {
                Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => format!(
                    "the session file {path} is in use by another program: two cannot share it; name another with \
                     SESSION, or end the other"
                ),
                Some(ErrorCode::NotADatabase) => format!("{path} is not a session file"),
                _ => format!("the session file {path} cannot be opened: {error}"),
            },
            Self::Foreign => format!("{path} is not a session file: it is another program's database"),
            Self::Newer(version) => format!(
                "the session file {path} was written by a newer version of this program (format {version}, \
                 expected at most {VERSION})"
            ),
        };
        let error = Error::new(ErrorKind::Configuration, what);
        match self {
            Self::Sqlite(source) => error.because(source),
            _ => error,
        }
    }
}

fn connect(path: &Path) -> Result<Connection, Failure> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let mut connection = Connection::open_with_flags(path, flags)?;
    connection.busy_timeout(PATIENCE)?;
    // Before anything else: so the lock is taken with the first look, and kept until the process ends.
    connection.pragma_update(None, "locking_mode", "EXCLUSIVE")?;
    let foreign = |connection: &Connection| {
        let tables: i64 = connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
        let id: i32 = connection.pragma_query_value(None, "application_id", |row| row.get(0))?;
        Ok::<_, rusqlite::Error>(tables > 0 && id != APPLICATION_ID)
    };
    if foreign(&connection)? {
        return Err(Failure::Foreign);
    }
    connection.pragma_update(None, "journal_mode", "WAL")?;
    let transaction = connection.transaction_with_behavior(rusqlite::TransactionBehavior::Exclusive)?;
    let version: i32 = transaction.pragma_query_value(None, "user_version", |row| row.get(0))?;
    match version {
        0 => {
            transaction.execute_batch(TABLES)?;
            transaction.pragma_update(None, "application_id", APPLICATION_ID)?;
            transaction.pragma_update(None, "user_version", VERSION)?;
        }
        VERSION => {}
        newer => return Err(Failure::Newer(newer)),
    }
    transaction.commit()?;
    Ok(connection)
}

/// Makes the file, and sees to it that nobody but its owner reads it: it holds the key to the account. What SQLite
/// puts beside it gets the same mode.
fn make_private(path: &Path) -> io::Result<()> {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create(true).truncate(false);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let file = options.open(path)?;
    if file.metadata()?.is_dir() {
        return Err(io::Error::other("it is a folder"));
    }
    tighten(path)?;
    for suffix in ["-wal", "-shm", "-journal"] {
        let mut beside = path.as_os_str().to_owned();
        beside.push(suffix);
        match tighten(&PathBuf::from(beside)) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
    }
    Ok(())
}

#[cfg(unix)]
fn tighten(path: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;

    let mode = fs::metadata(path)?.permissions().mode();
    if mode & 0o077 != 0 {
        fs::set_permissions(path, fs::Permissions::from_mode(mode & !0o077))?;
    }
    Ok(())
}

#[cfg(not(unix))]
fn tighten(path: &Path) -> io::Result<()> {
    fs::metadata(path).map(drop)
}
