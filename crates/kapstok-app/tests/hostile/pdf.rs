// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! PDFs that are broken, or made to break their reader.
//!
//! In: good PDFs and a drawer of numbers. Out: files. Objects are written plainly; the reader finds them without a
//! table of places, as it must in a file that is broken.

use std::fmt::Write as _;

use crate::archive::zlib;
use crate::{Draws, File, broken, file};

/// How a PDF ends; a file without is refused before anything else of it is read. Here it names no table of places.
pub(crate) const END: &[u8] = b"\nstartxref\n0\n%%EOF\n";

/// A page with a line of text and what else is drawn on it.
const LINE: &str = "BT /F0 11 Tf 1 0 0 1 70 700 Tm (Wij bouwen woningen in de wijk.) Tj ET\n";

/// A file of one page: its content, and what the dictionaries of page and font hold more.
struct OnePage {
    content: Vec<u8>,
    stream: String,
    page: String,
    font: String,
    more: Vec<(u32, Vec<u8>)>,
    pages: String,
    catalog: String,
    trailer: String,
}

impl OnePage {
    fn new(content: impl Into<Vec<u8>>) -> Self {
        Self {
            content: content.into(),
            stream: String::new(),
            page: "/MediaBox[0 0 595 842]".to_owned(),
            font: "/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding".to_owned(),
            more: Vec::new(),
            pages: "/Type/Pages/Kids[3 0 R]/Count 1".to_owned(),
            catalog: "/Type/Catalog/Pages 2 0 R".to_owned(),
            trailer: "/Root 1 0 R".to_owned(),
        }
    }

    fn line() -> Self {
        Self::new(LINE)
    }

    fn page(mut self, page: &str) -> Vec<u8> {
        page.clone_into(&mut self.page);
        self.bytes()
    }

    fn pages(mut self, pages: &str) -> Vec<u8> {
        pages.clone_into(&mut self.pages);
        self.bytes()
    }

    fn font(mut self, font: &str) -> Vec<u8> {
        font.clone_into(&mut self.font);
        self.bytes()
    }

    fn catalog(mut self, catalog: &str) -> Vec<u8> {
        catalog.clone_into(&mut self.catalog);
        self.bytes()
    }

    fn stream(mut self, stream: &str) -> Vec<u8> {
        stream.clone_into(&mut self.stream);
        self.bytes()
    }

    fn trailer(mut self, trailer: &str) -> Vec<u8> {
        trailer.clone_into(&mut self.trailer);
        self.bytes()
    }

    fn with(mut self, number: u32, object: impl Into<Vec<u8>>) -> Self {
        self.more.push((number, object.into()));
        self
    }

    fn bytes(&self) -> Vec<u8> {
        let mut bytes = b"%PDF-1.7\n".to_vec();
        let mut add = |number: u32, object: &[u8]| {
            bytes.extend(format!("{number} 0 obj ").into_bytes());
            bytes.extend(object);
            bytes.extend(b" endobj\n");
        };
        add(1, format!("<<{}>>", self.catalog).as_bytes());
        add(2, format!("<<{}>>", self.pages).as_bytes());
        let fonts = "/Resources<</Font<</F0 5 0 R>>/XObject<</X 6 0 R>>>>";
        add(3, format!("<</Type/Page/Parent 2 0 R {}/Contents 4 0 R{fonts}>>", self.page).as_bytes());
        let length =
            if self.stream.contains("/Length") { String::new() } else { format!("/Length {}", self.content.len()) };
        let stream = format!("<<{length}{}>>stream\n", self.stream).into_bytes();
        add(4, &[stream, self.content.clone(), b"\nendstream".to_vec()].concat());
        add(5, format!("<</Type/Font {}>>", self.font).as_bytes());
        self.more.iter().for_each(|(number, object)| add(*number, object));
        bytes.extend(format!("trailer<<{}>>", self.trailer).into_bytes());
        bytes.extend(END);
        bytes
    }
}

/// Those that every run of the tests reads.
pub(crate) fn few(good: &[u8], draws: &mut Draws) -> Vec<File> {
    let mut files: Vec<File> =
        (1..=12).map(|cut| file(&format!("cut-{cut}.pdf"), &good[..good.len() * cut / 13])).collect();
    // The same with an end, so that they are read as far as they go.
    files.extend((1..=12).map(|cut| file(&format!("ended-{cut}.pdf"), [&good[..good.len() * cut / 13], END].concat())));
    files.extend((0..20).map(|n| file(&format!("changed-{n}.pdf"), draws.changed(good, 1 + n * 20))));
    let kids = "/Type/Pages/Kids[2 0 R 2 0 R]/Count 99999999";
    files.extend([
        file("brackets.pdf", OnePage::new("[".repeat(400_000)).bytes()),
        file("saves.pdf", OnePage::new("q ".repeat(400_000)).bytes()),
        file("loop.pdf", [b"%PDF-1.4\n1 0 obj 1 0 R endobj\ntrailer<</Root 1 0 R>>", END].concat()),
        file("kids.pdf", OnePage::line().pages(kids)),
        file("head.pdf", b"%PDF-1.7"),
        file("noise.pdf", [b"%PDF-1.7\n".to_vec(), vec![0xff; 300_000], END.to_vec()].concat()),
    ]);
    files
}

/// More of them: of each fixture, and of each trap.
pub(crate) fn many(good: &[Vec<u8>], draws: &mut Draws) -> Vec<File> {
    let mut files = Vec::new();
    for (which, good) in good.iter().enumerate() {
        files.extend(broken(&format!("{which}.pdf"), good, draws));
        files.extend(without_places(which, good));
    }
    files.extend(structure());
    files.extend(streams());
    files.extend(drawings());
    files.extend(boxes_and_fonts());
    files
}

/// The table of places is wrong, or gone.
fn without_places(which: usize, good: &[u8]) -> Vec<File> {
    let replaced = |from: &str, to: &str| {
        let mut bytes = good.to_vec();
        let found =
            (0..bytes.len().saturating_sub(from.len())).rev().find(|at| bytes[*at..].starts_with(from.as_bytes()));
        let at = found.unwrap_or_else(|| panic!("no `{from}` to replace"));
        bytes.splice(at..at + from.len(), to.bytes());
        bytes
    };
    let name = |what: &str| format!("{what}-{which}.pdf");
    vec![
        file(&name("xref-far"), replaced("startxref", "startxref\n999999999\n%")),
        file(&name("xref-minus"), replaced("startxref", "startxref\n-1\n%")),
        file(&name("startxref-gone"), replaced("startxref", "startxxxx")),
        // The table itself: its name stands alone on a line.
        file(&name("xref-gone"), replaced("\nxref\n", "\nxxxx\n")),
        file(&name("trailer-gone"), replaced("trailer", "trolley")),
        file(&name("root-gone"), replaced("/Root", "/Boot")),
        file(&name("doubled"), [good, good].concat()),
    ]
}

fn structure() -> Vec<File> {
    let many_kids = format!("/Type/Pages/Kids[{}]/Count 20000", "3 0 R ".repeat(20_000));
    let mut chain = OnePage::line();
    for number in 10..20_010 {
        chain = chain.with(number, format!("<</Type/Pages/Kids[{} 0 R]/Count 1>>", number + 1));
    }
    let nested = |open: &str, close: &str| format!("<</A {}{}>>", open.repeat(100_000), close.repeat(100_000));
    let prev = "%PDF-1.4\nxref\n0 1\n0000000000 65535 f \ntrailer<</Root 1 0 R/Prev 9/Size 1>>\nstartxref\n9\n%%EOF";
    let objects = "<</Type/ObjStm/N 99999999/First 10/Length 12>>stream\n1 0 2 0 3 0 \nendstream";
    let locked = "/Root 1 0 R/Encrypt<</Filter/Standard/V 9/R 99/O<00>/U<00>/P -1>>/ID[<00><00>]";
    vec![
        file(
            "pages-round.pdf",
            OnePage::line().with(9, "<</Type/Pages/Kids[2 0 R]>>").pages("/Type/Pages/Kids[9 0 R]"),
        ),
        file("pages-many.pdf", OnePage::line().pages(&many_kids)),
        file("pages-chain.pdf", chain.pages("/Type/Pages/Kids[10 0 R]/Count 1")),
        file("pages-minus.pdf", OnePage::line().pages("/Type/Pages/Kids[3 0 R]/Count -5")),
        file("pages-none.pdf", OnePage::line().pages("/Type/Pages/Kids[]/Count 1")),
        file("pages-words.pdf", OnePage::line().pages("/Type/Pages/Kids(3 0 R)/Count(1)")),
        file("parent-self.pdf", OnePage::line().page("/Parent 3 0 R")),
        file("root-self.pdf", OnePage::line().catalog("/Type/Catalog/Pages 1 0 R")),
        file("root-number.pdf", OnePage::line().trailer("/Root 12")),
        file("root-none.pdf", OnePage::line().trailer("")),
        file("nested-arrays.pdf", OnePage::line().with(7, nested("[", "]")).bytes()),
        file("nested-names.pdf", OnePage::line().with(7, nested("<</A ", ">>")).bytes()),
        file("nested-open.pdf", OnePage::line().with(7, nested("<<", "")).bytes()),
        file("nested-words.pdf", OnePage::line().with(7, nested("(", ")")).bytes()),
        file("prev-self.pdf", prev),
        file("objects-many.pdf", OnePage::line().with(7, objects).bytes()),
        file("locked.pdf", OnePage::line().trailer(locked)),
        file("late-head.pdf", [vec![b' '; 1_000], OnePage::line().bytes()].concat()),
        file("numbers-long.pdf", OnePage::line().with(7, "9".repeat(1_000_000)).bytes()),
        file("names-long.pdf", OnePage::line().with(7, format!("/{}", "#41".repeat(500_000))).bytes()),
        file("names-many.pdf", OnePage::line().with(7, format!("<<{}>>", "/A 1 ".repeat(300_000))).bytes()),
        file("references.pdf", OnePage::line().with(7, "8 0 R").with(8, "7 0 R").page("/MediaBox 7 0 R")),
    ]
}

fn streams() -> Vec<File> {
    let bomb = zlib(&vec![b' '; 300 << 20]);
    let twice = zlib(&bomb);
    let half = zlib(LINE.repeat(1_000).as_bytes());
    let packed = |bytes: &[u8], filter: &str| OnePage::new(bytes).stream(&format!("/Filter{filter}"));
    vec![
        file("bomb.pdf", packed(&bomb, "/FlateDecode")),
        file("bomb-twice.pdf", packed(&twice, "[/FlateDecode/FlateDecode]")),
        file("bomb-aside.pdf", {
            let head = format!("<</Filter/FlateDecode/Length {}>>stream\n", bomb.len()).into_bytes();
            OnePage::line().with(7, [head, bomb.clone(), b"\nendstream".to_vec()].concat()).bytes()
        }),
        file("half.pdf", packed(&half[..half.len() / 2], "/FlateDecode")),
        file("no-zlib.pdf", packed(LINE.as_bytes(), "/FlateDecode")),
        file("filters.pdf", packed(LINE.as_bytes(), &format!("[{}]", "/ASCIIHexDecode".repeat(5_000)))),
        file("filter-unknown.pdf", packed(LINE.as_bytes(), "/Bogus")),
        file("lzw.pdf", packed(&[0x80; 200_000], "/LZWDecode")),
        file("runs.pdf", packed(&[0x81, b' '].repeat(200_000), "/RunLengthDecode")),
        file("ascii85.pdf", packed(&[b'z'; 400_000], "/ASCII85Decode")),
        file("predictor.pdf", {
            let predictor = "/Filter/FlateDecode/DecodeParms<</Predictor 15/Columns 2147483647/Colors 2147483647>>";
            OnePage::new(zlib(LINE.as_bytes())).stream(predictor)
        }),
        file("length-long.pdf", OnePage::line().stream("/Length 999999999")),
        file("length-minus.pdf", OnePage::line().stream("/Length -3")),
        file("length-self.pdf", OnePage::line().stream("/Length 4 0 R")),
        file("length-nought.pdf", OnePage::line().stream("/Length 0")),
    ]
}

fn drawings() -> Vec<File> {
    let form = |resources: &str, content: &str| {
        let bounds = "/Type/XObject/Subtype/Form/BBox[0 0 999 999]";
        format!("<<{bounds}/Resources<<{resources}>>/Length {}>>stream\n{content}\nendstream", content.len())
    };
    let mut doubling = OnePage::new("/X Do");
    for number in 6..60 {
        let next = format!("/Font<</F0 5 0 R>>/XObject<</X {} 0 R>>", number + 1);
        doubling = doubling.with(number, form(&next, "/X Do /X Do"));
    }
    let mut spread = String::new();
    for n in 0..60_000 {
        let _ = writeln!(spread, "BT /F0 8 Tf 1 0 0 1 {} {} Tm (wijk) Tj ET", n * 7 % 550, n * 13 % 800);
    }
    let one_line = format!("BT /F0 1 Tf {} ET", "(Wij bouwen. ) Tj ".repeat(40_000));
    let heights: String =
        (0..40_000).map(|n| format!("BT /F0 1 Tf 1 0 0 1 70 {} Tm (a) Tj ET\n", f64::from(n) / 50.0)).collect();
    let turned = "BT /F0 11 Tf 0 1 -1 0 300 300 Tm (Overeind.) Tj ET\n".repeat(5_000);
    let sizes = "BT /F0 1e30 Tf 1e30 0 0 1e30 0 0 Tm (groot) Tj ET BT /F0 0 Tf (nul) Tj ET BT /F0 -11 Tf (min) Tj ET\n";
    let clips = format!("{}{LINE}", "0 0 1 1 re W n ".repeat(100_000));
    vec![
        file("form-self.pdf", OnePage::new("/X Do").with(6, form("/XObject<</X 6 0 R>>", "/X Do /X Do")).bytes()),
        file("form-doubling.pdf", doubling.bytes()),
        file("spread.pdf", OnePage::new(spread).bytes()),
        file("one-line.pdf", OnePage::new(one_line).bytes()),
        file("heights.pdf", OnePage::new(heights).bytes()),
        file("turned.pdf", OnePage::new(turned).bytes()),
        file("sizes.pdf", OnePage::new(format!("{LINE}{sizes}")).bytes()),
        file("clips.pdf", OnePage::new(clips).bytes()),
        file("restores.pdf", OnePage::new(format!("{}{LINE}", "Q ".repeat(300_000))).bytes()),
        file("marks.pdf", OnePage::new(format!("{}{LINE}", "/P <</A [".repeat(100_000))).bytes()),
        file("inline.pdf", OnePage::new(format!("BI /W 99999 /H 99999 ID {}", "x".repeat(100_000))).bytes()),
        file("words-open.pdf", OnePage::new(format!("BT /F0 9 Tf ({}", "(".repeat(300_000))).bytes()),
        file("curves.pdf", OnePage::new("10 10 m 20 10 20 20 10 20 c h f\n".repeat(100_000)).bytes()),
    ]
}

fn boxes_and_fonts() -> Vec<File> {
    let boxes =
        ["[0 0 1e38 1e38]", "[0 0 0 0]", "[595 842 0 0]", "[-1e9 -1e9 1e9 1e9]", "[(a) /b]", "[0 0 0.0001 0.0001]"];
    let mut files: Vec<File> = boxes
        .iter()
        .enumerate()
        .map(|(n, sides)| file(&format!("box-{n}.pdf"), OnePage::line().page(&format!("/MediaBox{sides}"))))
        .collect();
    let names: String = (1..95).map(|n| format!("/g{n} ")).collect();
    let unknown = format!("/Subtype/Type1/BaseFont/Helvetica/Encoding<</Differences[32 {names}]>>");
    let endless = format!("/Subtype/Type1/BaseFont/Helvetica/Encoding<</Differences[{}]>>", "/a ".repeat(300_000));
    let map = "<</Length 90>>stream\nbegincmap 1 begincodespacerange <00> <FF> endcodespacerange\n\
               1 beginbfrange <0000> <FFFFFFFF> <0041> endbfrange endcmap\nendstream";
    let with_map = "/Subtype/Type1/BaseFont/Helvetica/ToUnicode 7 0 R";
    let font = |font: &str| OnePage::line().font(font);
    files.extend([
        file("font-nameless.pdf", font(&unknown)),
        file("font-endless.pdf", font(&endless)),
        file("font-self.pdf", font("/Subtype/Type0/BaseFont/A/DescendantFonts[5 0 R]/Encoding 5 0 R/ToUnicode 5 0 R")),
        file("font-gone.pdf", font("/Subtype/TrueType/FontDescriptor 99 0 R")),
        file(
            "font-glyphs-self.pdf",
            font("/Subtype/Type3/FontMatrix[0 0 0 0 0 0]/CharProcs<</a 5 0 R>>/FontBBox[0 0 0 0]"),
        ),
        file("font-map-wide.pdf", OnePage::line().with(7, map).font(with_map)),
        file("font-map-self.pdf", OnePage::line().with(7, "7 0 R").font(with_map)),
        file("font-noise.pdf", {
            let noise = [b"<</Length 4000>>stream\n".to_vec(), vec![0xa5; 4_000], b"\nendstream".to_vec()].concat();
            OnePage::line().with(7, noise).font("/Subtype/TrueType/FontDescriptor<</FontFile2 7 0 R/Flags 4>>")
        }),
    ]);
    files
}
