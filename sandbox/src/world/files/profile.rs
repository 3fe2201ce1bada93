//! The photos by which accounts and chats are known. <https://core.telegram.org/api/files#profile-photos>

use std::sync::Arc;

use ambigram_core::types::ChatId;

use super::Photo;
use crate::world::World;

impl World {
    /// The photo by which an account or a chat is known.
    pub fn profile_photo(&self, owner: ChatId) -> Option<&Arc<Photo>> {
        self.files.profile_photos.get(&owner)?.last()
    }

    /// All photos of an account, the newest first.
    pub fn profile_photos(&self, owner: ChatId) -> impl Iterator<Item = &Arc<Photo>> {
        self.files.profile_photos.get(&owner).into_iter().flatten().rev()
    }

    /// Gives an account or a chat a photo, or takes them all away. Nobody is told of it, and who may do so is not asked.
    pub fn set_profile_photo(&mut self, owner: ChatId, photo: Option<Arc<Photo>>) {
        match photo {
            Some(photo) => {
                let photos = self.files.profile_photos.entry(owner).or_default();
                // One that is there already comes to the front.
                photos.retain(|known| *known != photo);
                photos.push(photo);
            }
            None => drop(self.files.profile_photos.remove(&owner)),
        }
    }

    /// Takes a photo of an account away, the one by which it is known where none is named; whether it was there.
    pub fn remove_profile_photo(&mut self, owner: ChatId, id: Option<i64>) -> bool {
        let Some(photos) = self.files.profile_photos.get_mut(&owner) else { return false };
        let place = match id {
            Some(id) => photos.iter().position(|photo| photo.id == id),
            None => photos.len().checked_sub(1),
        };
        place.map(|place| photos.remove(place)).is_some()
    }
}
