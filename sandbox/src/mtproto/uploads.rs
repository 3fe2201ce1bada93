//! Files that clients are sending, part by part. <https://core.telegram.org/api/files#uploading-files>

use std::collections::{BTreeMap, HashMap, VecDeque};
use std::sync::{Mutex, MutexGuard, PoisonError};

use ambigram_core::types::UserId;
use grammers_tl_types::enums;

use super::error::RpcError;
use crate::rules::files::{PART_BYTES, PART_STEP, PARTS, PREMIUM_PARTS, SMALL_BYTES};
use crate::world::files::{Blob, Upload};

/// How many files are remembered at once; the oldest go first.
const KEPT: usize = 256;

/// What clients have sent of their files.
#[derive(Debug, Default)]
pub(crate) struct Uploads(Mutex<Kept>);

#[derive(Debug, Default)]
struct Kept {
    files: HashMap<(UserId, i64), Parts>,
    order: VecDeque<(UserId, i64)>,
}

/// The parts of one file.
#[derive(Debug, Default)]
struct Parts {
    parts: BTreeMap<i32, Vec<u8>>,
    /// How many there will be, where that was said.
    total: Option<i32>,
    /// All parts together, once they were asked for: a file may be sent several times.
    whole: Option<(i32, Blob)>,
}

/// A part as it comes.
#[derive(Debug)]
pub(crate) struct Part {
    /// Its number, from 0.
    pub(crate) number: i32,
    /// How many there are, where that is said; -1 where it is not known yet.
    pub(crate) total: Option<i32>,
    /// What is in it.
    pub(crate) bytes: Vec<u8>,
}

impl Uploads {
    /// Takes a part of a file.
    ///
    /// # Errors
    /// 400 `FILE_PART_INVALID` and the like, where there can't be such a part.
    pub(crate) fn save(
        &self,
        account: UserId,
        is_premium: bool,
        file: i64,
        part: Part,
    ) -> Result<(), RpcError> {
        let refused = |name: &'static str| Err(RpcError::bad_request(name));
        let most = most_parts(is_premium);
        let Part { number, total, bytes } = part;
        let total = total.filter(|total| *total != -1);
        if !(0..most).contains(&number) {
            return refused("FILE_PART_INVALID");
        }
        if total.is_some_and(|total| !(1..=most).contains(&total) || number >= total) {
            return refused("FILE_PARTS_INVALID");
        }
        if bytes.is_empty() {
            return refused("FILE_PART_EMPTY");
        }
        if bytes.len() > PART_BYTES {
            return refused("FILE_PART_TOO_BIG");
        }
        // Only the last part may be of any size, and which that is may not be known yet.
        if total.is_some_and(|total| number + 1 < total) && !is_step(bytes.len()) {
            return refused("FILE_PART_SIZE_INVALID");
        }
        let mut kept = self.kept();
        let kept = &mut *kept;
        let parts = kept.files.entry((account, file)).or_insert_with(|| {
            kept.order.push_back((account, file));
            Parts::default()
        });
        if parts.whole.take().is_some() {
            // It was sent already: this begins another file under its number.
            *parts = Parts::default();
        }
        if let (Some(before), Some(total)) = (parts.total, total)
            && before != total
        {
            return refused("FILE_PARTS_INVALID");
        }
        parts.total = parts.total.or(total);
        parts.parts.insert(number, bytes);
        while kept.order.len() > KEPT {
            if let Some(oldest) = kept.order.pop_front() {
                kept.files.remove(&oldest);
            }
        }
        Ok(())
    }

    /// Puts the parts of a file together.
    ///
    /// # Errors
    /// 400 `FILE_PARTS_INVALID`, `FILE_PART_0_MISSING`, `MD5_CHECKSUM_INVALID` and the like.
    pub(crate) fn take(
        &self,
        account: UserId,
        is_premium: bool,
        file: &enums::InputFile,
    ) -> Result<Upload, RpcError> {
        let (id, count, name, checksum, is_small) = match file {
            enums::InputFile::File(file) => (file.id, file.parts, &file.name, &*file.md5_checksum, true),
            enums::InputFile::Big(file) => (file.id, file.parts, &file.name, "", false),
            enums::InputFile::StoryDocument(_) => return Err(RpcError::lacks("inputFileStoryDocument")),
        };
        if !(1..=most_parts(is_premium)).contains(&count) {
            return Err(RpcError::bad_request("FILE_PARTS_INVALID"));
        }
        let mut kept = self.kept();
        let parts = kept.files.get_mut(&(account, id)).ok_or_else(|| missing(0))?;
        let bytes = parts.take(count)?;
        if is_small && bytes.len() > SMALL_BYTES {
            return Err(RpcError::bad_request("FILE_PARTS_INVALID"));
        }
        if !checksum.is_empty() && !checksum.eq_ignore_ascii_case(&format!("{:x}", md5::compute(&*bytes))) {
            return Err(RpcError::bad_request("MD5_CHECKSUM_INVALID"));
        }
        Ok(Upload { name: name.clone(), bytes })
    }

    fn kept(&self) -> MutexGuard<'_, Kept> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Parts {
    fn take(&mut self, count: i32) -> Result<Blob, RpcError> {
        if let Some((whole_count, whole)) = &self.whole {
            return match *whole_count == count {
                true => Ok(whole.clone()),
                false => Err(RpcError::bad_request("FILE_PARTS_INVALID")),
            };
        }
        let absent = (0..count).find(|number| !self.parts.contains_key(number));
        if let Some(number) = absent {
            return Err(missing(number));
        }
        let has_more = self.parts.keys().any(|number| *number >= count);
        if has_more || self.total.is_some_and(|total| total != count) {
            return Err(RpcError::bad_request("FILE_PARTS_INVALID"));
        }
        let size = self.parts.values().next().map_or(0, Vec::len);
        for (number, part) in &self.parts {
            let is_last = number + 1 == count;
            match is_last {
                true if part.len() > size => return Err(RpcError::bad_request("FILE_PART_LENGTH_INVALID")),
                false if !is_step(part.len()) => return Err(RpcError::bad_request("FILE_PART_SIZE_INVALID")),
                false if part.len() != size => return Err(RpcError::bad_request("FILE_PART_SIZE_CHANGED")),
                _ => {}
            }
        }
        let mut parts = std::mem::take(&mut self.parts).into_values();
        let mut bytes = parts.next().unwrap_or_default();
        for part in parts {
            bytes.extend_from_slice(&part);
        }
        let whole = Blob::from(bytes);
        self.whole = Some((count, whole.clone()));
        Ok(whole)
    }
}

/// Whether parts that are not the last may be of this size.
fn is_step(size: usize) -> bool {
    size > 0 && size.is_multiple_of(PART_STEP) && PART_BYTES.is_multiple_of(size)
}

fn most_parts(is_premium: bool) -> i32 {
    if is_premium { PREMIUM_PARTS } else { PARTS }
}

fn missing(number: i32) -> RpcError {
    RpcError::bad_request(format!("FILE_PART_{number}_MISSING"))
}
