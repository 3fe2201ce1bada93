//! Media that Telegram has, to be sent once more: what was uploaded just now, and what stands in another message.

use grammers_tl_types::{enums, types};

/// What stands in a message as what is to be sent; `None` for what cannot be sent again.
pub(crate) fn again(media: &enums::MessageMedia) -> Option<enums::InputMedia> {
    use enums::MessageMedia as Tl;
    Some(match media {
        Tl::Photo(media) => {
            let video = media.video.as_ref().and_then(document);
            types::InputMediaPhoto {
                spoiler: media.spoiler,
                live_photo: media.live_photo && video.is_some(),
                id: photo(media.photo.as_ref()?)?,
                // What goes after it was seen cannot be seen twice.
                ttl_seconds: None,
                video: video.filter(|_| media.live_photo),
            }
            .into()
        }
        Tl::Document(media) => types::InputMediaDocument {
            spoiler: media.spoiler,
            id: document(media.document.as_ref()?)?,
            video_cover: media.video_cover.as_ref().and_then(photo),
            video_timestamp: media.video_timestamp,
            ttl_seconds: None,
            query: None,
        }
        .into(),
        Tl::Geo(media) => types::InputMediaGeoPoint { geo_point: point(&media.geo)? }.into(),
        // What moved is sent as where it is.
        Tl::GeoLive(media) => types::InputMediaGeoPoint { geo_point: point(&media.geo)? }.into(),
        Tl::Venue(media) => types::InputMediaVenue {
            geo_point: point(&media.geo)?,
            title: media.title.clone(),
            address: media.address.clone(),
            provider: media.provider.clone(),
            venue_id: media.venue_id.clone(),
            venue_type: media.venue_type.clone(),
        }
        .into(),
        Tl::Contact(media) => types::InputMediaContact {
            phone_number: media.phone_number.clone(),
            first_name: media.first_name.clone(),
            last_name: media.last_name.clone(),
            vcard: media.vcard.clone(),
        }
        .into(),
        Tl::Dice(media) => types::InputMediaDice { emoticon: media.emoticon.clone() }.into(),
        Tl::Game(media) => {
            let enums::Game::Game(game) = &media.game;
            let id = types::InputGameId { id: game.id, access_hash: game.access_hash }.into();
            types::InputMediaGame { id }.into()
        }
        Tl::Poll(media) => poll(media)?,
        Tl::WebPage(media) => types::InputMediaWebPage {
            force_large_media: media.force_large_media,
            force_small_media: media.force_small_media,
            optional: true,
            url: match &media.webpage {
                enums::WebPage::Page(page) => page.url.clone(),
                enums::WebPage::Pending(page) => page.url.clone()?,
                enums::WebPage::Empty(page) => page.url.clone()?,
                enums::WebPage::NotModified(_) => return None,
            },
        }
        .into(),
        Tl::Empty
        | Tl::Unsupported
        | Tl::Invoice(_)
        | Tl::Story(_)
        | Tl::Giveaway(_)
        | Tl::GiveawayResults(_)
        | Tl::PaidMedia(_)
        | Tl::ToDo(_)
        | Tl::VideoStream(_) => return None,
    })
}

fn photo(photo: &enums::Photo) -> Option<enums::InputPhoto> {
    let enums::Photo::Photo(photo) = photo else { return None };
    let (id, access_hash, file_reference) = (photo.id, photo.access_hash, photo.file_reference.clone());
    Some(types::InputPhoto { id, access_hash, file_reference }.into())
}

fn document(document: &enums::Document) -> Option<enums::InputDocument> {
    let enums::Document::Document(document) = document else { return None };
    let (id, access_hash) = (document.id, document.access_hash);
    Some(types::InputDocument { id, access_hash, file_reference: document.file_reference.clone() }.into())
}

fn point(point: &enums::GeoPoint) -> Option<enums::InputGeoPoint> {
    let enums::GeoPoint::Point(point) = point else { return None };
    let (lat, long, accuracy_radius) = (point.lat, point.long, point.accuracy_radius);
    Some(types::InputGeoPoint { lat, long, accuracy_radius }.into())
}

/// A new poll that asks the same. A quiz is one only where its right answers are known.
fn poll(media: &types::MessageMediaPoll) -> Option<enums::InputMedia> {
    let enums::Poll::Poll(asked) = &media.poll;
    let enums::PollResults::Results(results) = &media.results;
    let voters = results.results.as_deref().unwrap_or_default();
    let is_right = |option: &[u8]| {
        voters.iter().any(|enums::PollAnswerVoters::Voters(voters)| voters.correct && voters.option == option)
    };
    let (mut answers, mut right) = (Vec::new(), Vec::new());
    for (place, answer) in (0..).zip(&asked.answers) {
        let enums::PollAnswer::Answer(answer) = answer else { continue };
        if is_right(&answer.option) {
            right.push(place);
        }
        let media = answer.media.as_ref().and_then(again);
        answers.push(types::InputPollAnswer { text: answer.text.clone(), media }.into());
    }
    if asked.quiz && right.is_empty() {
        return None;
    }
    let poll = types::Poll {
        id: 0,
        closed: false,
        creator: false,
        answers,
        close_date: asked.close_date.filter(|_| asked.close_period.is_none()),
        hash: 0,
        ..asked.clone()
    };
    let solution = results.solution.clone().filter(|_| asked.quiz);
    let media = types::InputMediaPoll {
        poll: poll.into(),
        correct_answers: asked.quiz.then_some(right),
        attached_media: media.attached_media.as_ref().and_then(again),
        solution_entities: solution.as_ref().map(|_| results.solution_entities.clone().unwrap_or_default()),
        solution_media: results.solution_media.as_ref().filter(|_| asked.quiz).and_then(again),
        solution,
    };
    Some(media.into())
}

/// Takes the file references away, which get old; whether there were any. Bots may send what they have been given
/// without them. <https://core.telegram.org/api/file_reference>
pub(crate) fn forget_references(media: &mut enums::InputMedia) -> bool {
    use enums::InputMedia as Tl;
    match media {
        Tl::Photo(media) => {
            let forgotten = forget_photo(&mut media.id);
            media.video.as_mut().is_some_and(forget_document) || forgotten
        }
        Tl::Document(media) => {
            let forgotten = forget_document(&mut media.id);
            media.video_cover.as_mut().is_some_and(forget_photo) || forgotten
        }
        Tl::UploadedPhoto(media) => media.video.as_mut().is_some_and(forget_document),
        Tl::UploadedDocument(media) => media.video_cover.as_mut().is_some_and(forget_photo),
        Tl::DocumentExternal(media) => media.video_cover.as_mut().is_some_and(forget_photo),
        Tl::PaidMedia(media) => {
            media
                .extended_media
                .iter_mut()
                // Of all of them, not until the first that had one.
                .filter_map(|media| forget_references(media).then_some(()))
                .count()
                > 0
        }
        _ => false,
    }
}

fn forget_photo(photo: &mut enums::InputPhoto) -> bool {
    match photo {
        enums::InputPhoto::Photo(photo) => !std::mem::take(&mut photo.file_reference).is_empty(),
        enums::InputPhoto::Empty => false,
    }
}

fn forget_document(document: &mut enums::InputDocument) -> bool {
    match document {
        enums::InputDocument::Document(document) => !std::mem::take(&mut document.file_reference).is_empty(),
        enums::InputDocument::Empty => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_are_forgotten_once() {
        let id = types::InputPhoto { id: 1, access_hash: 2, file_reference: vec![3] };
        let photo = types::InputMediaPhoto {
            spoiler: false,
            live_photo: false,
            id: id.into(),
            ttl_seconds: None,
            video: None,
        };
        let paid =
            types::InputMediaPaidMedia { stars_amount: 5, extended_media: vec![photo.into()], payload: None };
        let mut media = enums::InputMedia::from(paid);
        assert!(forget_references(&mut media));
        assert!(!forget_references(&mut media), "{media:?}");
        let mut dice = types::InputMediaDice { emoticon: "🎲".to_owned() }.into();
        assert!(!forget_references(&mut dice));
    }

    fn asked(quiz: bool, correct: bool) -> Option<enums::InputMedia> {
        let text = |text: &str| types::TextWithEntities { text: text.to_owned(), entities: Vec::new() };
        let answer = |option: u8| {
            types::PollAnswer {
                text: text("a").into(),
                option: vec![option],
                media: None,
                added_by: None,
                date: None,
            }
            .into()
        };
        let voters = |option, correct| {
            types::PollAnswerVoters {
                chosen: false,
                correct,
                option: vec![option],
                voters: None,
                recent_voters: None,
            }
            .into()
        };
        let poll = types::Poll {
            id: 9,
            closed: true,
            public_voters: true,
            multiple_choice: false,
            quiz,
            open_answers: false,
            revoting_disabled: false,
            shuffle_answers: false,
            hide_results_until_close: false,
            creator: true,
            subscribers_only: false,
            question: text("q").into(),
            answers: vec![answer(1), answer(2)],
            close_period: None,
            close_date: None,
            countries_iso2: None,
            hash: 5,
        };
        let results = types::PollResults {
            min: false,
            has_unread_votes: false,
            can_view_stats: false,
            results: Some(vec![voters(1, false), voters(2, correct)]),
            total_voters: None,
            recent_voters: None,
            solution: None,
            solution_entities: None,
            solution_media: None,
        };
        let media =
            types::MessageMediaPoll { poll: poll.into(), results: results.into(), attached_media: None };
        again(&enums::MessageMedia::Poll(Box::new(media)))
    }

    #[test]
    fn a_quiz_is_asked_again_where_its_right_answer_is_known() {
        assert_eq!(asked(true, false), None);
        let Some(enums::InputMedia::Poll(quiz)) = asked(true, true) else { panic!("no quiz") };
        assert_eq!(quiz.correct_answers, Some(vec![1]));
        let enums::Poll::Poll(poll) = &quiz.poll;
        assert_eq!((poll.id, poll.closed, poll.creator, poll.hash), (0, false, false, 0));
        let Some(enums::InputMedia::Poll(poll)) = asked(false, false) else { panic!("no poll") };
        assert_eq!(poll.correct_answers, None);
    }
}
