//! The tables of rich messages.

use ambigram_core::types::{HorizontalAlign, RichBlockTable, RichBlockTableCell, VerticalAlign};
use grammers_tl_types::{enums, types};

use super::Within;
use crate::convert::given;

impl Within<'_> {
    pub(super) fn table(&self, table: &types::PageBlockTable) -> RichBlockTable {
        let rows = table.rows.iter().map(|enums::PageTableRow::Row(row)| {
            row.cells.iter().map(|enums::PageTableCell::Cell(cell)| self.cell(cell)).collect::<Vec<_>>()
        });
        RichBlockTable {
            caption: self.some_text(&table.title),
            is_bordered: table.bordered,
            is_striped: table.striped,
            ..RichBlockTable::new(rows.collect::<Vec<_>>())
        }
    }

    fn cell(&self, cell: &types::PageTableCell) -> RichBlockTableCell {
        let align = match (cell.align_center, cell.align_right) {
            (true, _) => HorizontalAlign::Center,
            (_, true) => HorizontalAlign::Right,
            _ => HorizontalAlign::Left,
        };
        let valign = match (cell.valign_middle, cell.valign_bottom) {
            (true, _) => VerticalAlign::Middle,
            (_, true) => VerticalAlign::Bottom,
            _ => VerticalAlign::Top,
        };
        // A cell of one row and one column needs not say so.
        let span = |span| given::some(span).filter(|span| *span > 1);
        RichBlockTableCell {
            text: cell.text.as_ref().and_then(|text| self.some_text(text)),
            colspan: span(cell.colspan),
            rowspan: span(cell.rowspan),
            is_header: cell.header,
            ..RichBlockTableCell::new(align, valign)
        }
    }
}
