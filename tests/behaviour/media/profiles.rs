//! The photos by which users and the bot itself are known.

use ambigram::requests::InputProfilePhotoStatic;
use ambigram_sandbox::rules::files::profile_photo;
use ambigram_sandbox::world::files::Upload;
use ambigram_tests::files::{jpeg, picture};
use ambigram_tests::on_both_wires;

use super::*;
use crate::stages::act;

#[tokio::test]
async fn photos_of_a_profile_are_told_the_newest_first() {
    on_both_wires(async |stage| {
        let Meeting { bot, seen, .. } = meeting(stage).await;
        let user = seen.user();
        let none = bot.get_user_profile_photos(user).await.unwrap();
        assert_eq!((none.total_count, none.photos.len()), (0, 0));
        for width in [700, 800, 900] {
            act(stage, |world| {
                let upload = Upload { name: "me.png".to_owned(), bytes: picture(width, 700).into() };
                let photo = world.add_photo(profile_photo(&upload)?);
                world.set_profile_photo(user.into(), Some(photo));
                Ok(())
            });
        }
        let all = bot.get_user_profile_photos(user).await.unwrap();
        assert_eq!((all.total_count, all.photos.len()), (3, 3));
        for photo in &all.photos {
            let sizes: Vec<_> = photo.sizes.iter().map(|size| (size.width, size.height)).collect();
            assert_eq!(sizes, [(160, 160), (320, 320), (640, 640)]);
        }
        let some = bot.get_user_profile_photos(user).offset(1u32).limit(1u32).await.unwrap();
        assert_eq!((some.total_count, &some.photos[..]), (3, &all.photos[1..2]));
        let past = bot.get_user_profile_photos(user).offset(5u32).await.unwrap();
        assert_eq!((past.total_count, past.photos.len()), (3, 0));
    })
    .await;
}

#[tokio::test]
async fn a_photo_of_a_profile_is_fetched_and_sent() {
    on_both_wires(async |stage| {
        let Meeting { bot, chat, seen, .. } = meeting(stage).await;
        act(stage, |world| {
            let upload = Upload { name: "me.png".to_owned(), bytes: picture(700, 700).into() };
            let photo = world.add_photo(profile_photo(&upload)?);
            world.set_profile_photo(seen.user().into(), Some(photo));
            Ok(())
        });
        let all = bot.get_user_profile_photos(seen.user()).await.unwrap();
        let largest = all.photos[0].largest().unwrap();
        let bytes = bot.download(&largest.file_id).bytes().await.unwrap();
        assert_eq!(largest.file_size, Some(bytes.len().try_into().unwrap()));
        let sent = bot.send_photo(chat, &largest.file_id).await.unwrap();
        let MessageKind::Photo(photo) = &sent.kind else { panic!("{sent:?}") };
        assert_eq!(photo.largest().unwrap().file_unique_id, largest.file_unique_id);
    })
    .await;
}

#[tokio::test]
async fn the_bot_shows_itself_with_a_photo() {
    on_both_wires(async |stage| {
        let Meeting { bot, account, .. } = meeting(stage).await;
        for side in [300, 400] {
            let photo = InputFile::bytes("me.jpg", jpeg(side, side));
            bot.set_my_profile_photo(InputProfilePhotoStatic::new(photo)).await.unwrap();
        }
        let shown = || stage.telegram().world().read(|world| world.profile_photos(account.id.into()).count());
        assert_eq!(shown(), 2);
        let all = bot.get_user_profile_photos(account.id).await.unwrap();
        assert_eq!(all.total_count, 2);
        bot.remove_my_profile_photo().await.unwrap();
        assert_eq!(shown(), 1);
        let broken = InputProfilePhotoStatic::new(InputFile::bytes("me.jpg", "no image"));
        let error = bot.set_my_profile_photo(broken).await.unwrap_err();
        assert_eq!(*error.kind(), ErrorKind::BadRequest, "{error}");
        assert_eq!(shown(), 1);
    })
    .await;
}
