//! The blocks of rich messages.

use ambigram_core::types::{
    RichBlock, RichBlockAnchor, RichBlockAnimation, RichBlockAudio, RichBlockBlockQuotation,
    RichBlockCaption, RichBlockCollage, RichBlockDetails, RichBlockFooter, RichBlockMap,
    RichBlockMathematicalExpression, RichBlockParagraph, RichBlockPhoto, RichBlockPreformatted,
    RichBlockPullQuotation, RichBlockSectionHeading, RichBlockSlideshow, RichBlockThinking, RichBlockVideo,
    RichBlockVoiceNote,
};
use grammers_tl_types::enums;

use super::Within;
use crate::convert::document::{File, document};
use crate::convert::given::{self, count};
use crate::convert::photo::photo;
use crate::convert::place;
use crate::convert::raw::{Object, Put, raw};

impl Within<'_> {
    /// The blocks, from top to bottom.
    pub(super) fn blocks(&self, blocks: &[enums::PageBlock]) -> Vec<RichBlock> {
        blocks.iter().map(|block| self.block(block)).collect()
    }

    /// A paragraph.
    pub(super) fn paragraph(&self, text: &enums::RichText) -> RichBlock {
        RichBlock::Paragraph(Box::new(RichBlockParagraph::new(self.text(text))))
    }

    fn heading(&self, text: &enums::RichText, size: u32) -> RichBlock {
        RichBlock::SectionHeading(Box::new(RichBlockSectionHeading::new(self.text(text), size)))
    }

    fn block(&self, block: &enums::PageBlock) -> RichBlock {
        use enums::PageBlock as Tl;
        match block {
            Tl::Paragraph(tl) => self.paragraph(&tl.text),
            Tl::Heading1(tl) => self.heading(&tl.text, 1),
            Tl::Heading2(tl) => self.heading(&tl.text, 2),
            Tl::Heading3(tl) => self.heading(&tl.text, 3),
            Tl::Heading4(tl) => self.heading(&tl.text, 4),
            Tl::Heading5(tl) => self.heading(&tl.text, 5),
            Tl::Heading6(tl) => self.heading(&tl.text, 6),
            Tl::Preformatted(tl) => RichBlock::Preformatted(Box::new(RichBlockPreformatted {
                language: given::name(&tl.language),
                ..RichBlockPreformatted::new(self.text(&tl.text))
            })),
            Tl::Footer(tl) => RichBlock::Footer(Box::new(RichBlockFooter::new(self.text(&tl.text)))),
            Tl::Divider => RichBlock::Divider,
            Tl::Math(tl) => {
                RichBlock::MathematicalExpression(RichBlockMathematicalExpression::new(tl.source.as_str()))
            }
            Tl::Anchor(tl) => RichBlock::Anchor(RichBlockAnchor::new(tl.name.as_str())),
            Tl::List(tl) => RichBlock::List(self.list(tl)),
            Tl::OrderedList(tl) => RichBlock::List(self.ordered_list(tl)),
            Tl::Blockquote(tl) => {
                let quoted = vec![self.paragraph(&tl.text)];
                self.quotation(quoted, &tl.caption)
            }
            Tl::BlockquoteBlocks(tl) => self.quotation(self.blocks(&tl.blocks), &tl.caption),
            Tl::Pullquote(tl) => RichBlock::PullQuotation(Box::new(RichBlockPullQuotation {
                credit: self.some_text(&tl.caption),
                ..RichBlockPullQuotation::new(self.text(&tl.text))
            })),
            Tl::Collage(tl) => RichBlock::Collage(Box::new(RichBlockCollage {
                caption: self.caption(&tl.caption),
                ..RichBlockCollage::new(self.blocks(&tl.items))
            })),
            Tl::Slideshow(tl) => RichBlock::Slideshow(Box::new(RichBlockSlideshow {
                caption: self.caption(&tl.caption),
                ..RichBlockSlideshow::new(self.blocks(&tl.items))
            })),
            Tl::Table(tl) => RichBlock::Table(Box::new(self.table(tl))),
            Tl::Details(tl) => RichBlock::Details(Box::new(RichBlockDetails {
                is_open: tl.open,
                ..RichBlockDetails::new(self.text(&tl.title), self.blocks(&tl.blocks))
            })),
            Tl::Thinking(tl) => RichBlock::Thinking(Box::new(RichBlockThinking::new(self.text(&tl.text)))),
            _ => self.medium(block).unwrap_or_else(|| unknown(block)),
        }
    }

    fn quotation(&self, blocks: Vec<RichBlock>, credit: &enums::RichText) -> RichBlock {
        RichBlock::BlockQuotation(Box::new(RichBlockBlockQuotation {
            credit: self.some_text(credit),
            ..RichBlockBlockQuotation::new(blocks)
        }))
    }

    /// A block that shows a medium or a map; `None` for one whose file is not there, and for other blocks.
    fn medium(&self, block: &enums::PageBlock) -> Option<RichBlock> {
        use enums::PageBlock as Tl;
        let file = |id| document(self.documents.get(&id)?, self.known);
        Some(match block {
            Tl::Photo(tl) => RichBlock::Photo(Box::new(RichBlockPhoto {
                caption: self.caption(&tl.caption),
                has_spoiler: tl.spoiler,
                ..RichBlockPhoto::new(photo(self.photos.get(&tl.photo_id)?)?)
            })),
            Tl::Video(tl) => match file(tl.video_id)? {
                File::Animation(animation) => RichBlock::Animation(Box::new(RichBlockAnimation {
                    caption: self.caption(&tl.caption),
                    has_spoiler: tl.spoiler,
                    ..RichBlockAnimation::new(*animation)
                })),
                File::Video(video) => RichBlock::Video(Box::new(RichBlockVideo {
                    caption: self.caption(&tl.caption),
                    has_spoiler: tl.spoiler,
                    ..RichBlockVideo::new(*video)
                })),
                _ => return None,
            },
            Tl::Audio(tl) => match file(tl.audio_id)? {
                File::Audio(audio) => RichBlock::Audio(Box::new(RichBlockAudio {
                    caption: self.caption(&tl.caption),
                    ..RichBlockAudio::new(*audio)
                })),
                File::Voice(voice) => RichBlock::VoiceNote(Box::new(RichBlockVoiceNote {
                    caption: self.caption(&tl.caption),
                    ..RichBlockVoiceNote::new(*voice)
                })),
                _ => return None,
            },
            Tl::Map(tl) => RichBlock::Map(Box::new(RichBlockMap {
                caption: self.caption(&tl.caption),
                ..RichBlockMap::new(place::location(&tl.geo)?, count(tl.zoom), count(tl.w), count(tl.h))
            })),
            _ => return None,
        })
    }

    fn caption(&self, caption: &enums::PageCaption) -> Option<Box<RichBlockCaption>> {
        let enums::PageCaption::Caption(caption) = caption;
        let (text, credit) = (self.some_text(&caption.text), self.some_text(&caption.credit));
        if text.is_none() && credit.is_none() {
            return None;
        }
        let text = text.unwrap_or_default();
        Some(Box::new(RichBlockCaption { credit, ..RichBlockCaption::new(text) }))
    }
}

/// What is neither in the vocabulary nor on the Bot API goes by TL's name.
fn unknown(block: &enums::PageBlock) -> RichBlock {
    let mut object = Object::new();
    object.put_tl(block);
    RichBlock::Unknown(raw(object))
}
