// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Texts that are broken, or made to break their reader, and files that are something else.

use crate::pdf::END;
use crate::{Draws, File, file};

/// Those that every run of the tests reads.
pub(crate) fn few() -> Vec<File> {
    vec![
        file("lines.txt", "a\n".repeat(1_000_000)),
        file("word.txt", "a".repeat(8_000_000)),
        file("hyphens.txt", "wet- ".repeat(300_000)),
        file("commas.txt", "a-, ".repeat(300_000)),
        file("numbers.txt", "1.000 euro in 2030 ".repeat(30_000)),
        file("headings.txt", "# Kop\n\nZin.\n\n".repeat(50_000)),
        file("signs.txt", "\u{ad}\u{200b}".repeat(500_000)),
        file("binary.txt", (0..=255).cycle().take(500_000).collect::<Vec<u8>>()),
    ]
}

/// More of them.
pub(crate) fn many(draws: &mut Draws) -> Vec<File> {
    let mut files = encodings();
    files.extend(repeated());
    files.extend(others(draws));
    files
}

fn encodings() -> Vec<File> {
    let text = "Wij bouwen één wijk voor € 3 miljoen. ".repeat(200);
    let sixteen = |mark: &[u16], text: &str, bytes: fn(u16) -> [u8; 2]| -> Vec<u8> {
        mark.iter().copied().chain(text.encode_utf16()).flat_map(bytes).collect()
    };
    let alone = |sign: u16, bytes: fn(u16) -> [u8; 2]| -> Vec<u8> {
        [0xfeff]
            .into_iter()
            .chain("Wij bouwen. ".encode_utf16().chain([sign]).cycle().take(5_000))
            .flat_map(bytes)
            .collect()
    };
    let odd = [sixteen(&[0xfeff], &text, u16::to_le_bytes), vec![0x41]].concat();
    vec![
        file("sixteen-little.txt", sixteen(&[0xfeff], &text, u16::to_le_bytes)),
        file("sixteen-big.txt", sixteen(&[0xfeff], &text, u16::to_be_bytes)),
        file("sixteen-unmarked.txt", sixteen(&[], &text, u16::to_le_bytes)),
        file("sixteen-odd.txt", odd),
        file("surrogate-high.txt", alone(0xd800, u16::to_le_bytes)),
        file("surrogate-low.txt", alone(0xdc00, u16::to_be_bytes)),
        file("thirty-two.txt", text.chars().flat_map(|sign| u32::from(sign).to_le_bytes()).collect::<Vec<u8>>()),
        file("latin.txt", text.chars().map(|sign| u8::try_from(u32::from(sign)).unwrap_or(0x80)).collect::<Vec<u8>>()),
        file(
            "overlong.txt",
            [text.clone().into_bytes(), b"\xc0\xaf\xe0\x80\xaf\xf8\x88\x80\x80\x80".repeat(100)].concat(),
        ),
        file("halved.txt", "é".repeat(10_001).into_bytes()[..20_001].to_vec()),
        file("marks.txt", "\u{feff}".repeat(100_000)),
        file("nuls.txt", "wijk\0".repeat(100_000)),
        file("nul-few.txt", [text.into_bytes(), vec![0; 3]].concat()),
        file("nuls-only.txt", vec![0; 1_000_000]),
        file("escape.txt", "\u{1b}[2J wijk ".repeat(10_000)),
        file("reversed.txt", "\u{202e}wijk \u{202c}".repeat(50_000)),
        file("accents.txt", format!("wijk{}", "\u{301}".repeat(500_000))),
        file("accents-each.txt", "a\u{301}\u{302}\u{303} ".repeat(100_000)),
        file("private.txt", "\u{e000}\u{f0b7} wijk ".repeat(50_000)),
        file("unknown.txt", "\u{fffd} wijk ".repeat(50_000)),
    ]
}

/// One thing very often: what is not once through the text is the square of it.
fn repeated() -> Vec<File> {
    let times = |name: &str, text: &str, n: usize| file(&format!("{name}.txt"), text.repeat(n));
    vec![
        times("one-line", "Wij bouwen woningen in de wijk ", 350_000),
        times("no-spaces", "wijk1.", 300_000),
        times("ends", ".", 1_000_000),
        times("ends-apart", ". ", 500_000),
        times("questions", "Wij? ", 200_000),
        times("quotes", "‘", 300_000),
        times("quotes-words", "wijk ‘", 100_000),
        times("brackets", "(", 1_000_000),
        times("returns", "\r", 1_000_000),
        times("sheets", "a\u{c}", 10_000),
        times("tabs", "a\t", 500_000),
        times("spaces", " ", 5_000_000),
        times("digits", "1", 2_000_000),
        times("digits-hyphens", "1-", 500_000),
        times("halves", "½", 500_000),
        times("dots-digits", "1.", 500_000),
        times("thousands", "1.000 ", 200_000),
        times("percents", "5% ", 100_000),
        times("years", "2030 ", 100_000),
        times("dates", "1 januari 2030 ", 50_000),
        times("ranges", "10 tot ", 100_000),
        times("millions", "1 mln. ", 100_000),
        times("budgets", "3 miljoen euro per jaar ", 50_000),
        times("areas", "wijkaanpak ", 100_000),
        times("areas-sentences", "Wij kiezen voor de wijkaanpak. ", 20_000),
        times("money-sentences", "Voor de wijkaanpak is 3 miljoen euro beschikbaar. ", 5_000),
        times("aims", "Wij verlagen de armoede met 5% in 2030. ", 10_000),
        times("items", "- Wij bouwen\n", 100_000),
        times("items-deeper", "\n  - Wij bouwen:\n    1. nu", 40_000),
        times("compound", "wet- en armoedebestrijdingsaanpakken ", 30_000),
        times("list", "wet-/", 200_000),
        file("compound-long.txt", format!("wet- en {}", "a".repeat(1_000_000))),
        file("heading-long.txt", format!("# {}\n\nWij bouwen.", "wijk ".repeat(200_000))),
        file("deep.txt", (0..3_000).map(|n| format!("{}- Wij bouwen\n", " ".repeat(n))).collect::<String>()),
        file("words.txt", (0..300_000).map(|n| format!("wijk{n}aanpak ")).collect::<String>()),
        file(
            "contents.txt",
            format!("Inhoud\n\n{}", (0..30_000).map(|n| format!("Wonen\t{n}\n\n")).collect::<String>()),
        ),
    ]
}

/// Files of other kinds, and files that say they are two.
fn others(draws: &mut Draws) -> Vec<File> {
    let mut noise = vec![0; 200_000];
    noise.iter_mut().for_each(|byte| *byte = draws.byte());
    vec![
        file("empty.txt", ""),
        file("one.txt", "a"),
        file("picture.pdf", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"),
        file("program.docx", [b"\x7fELF\x02\x01\x01".to_vec(), vec![0; 5_000]].concat()),
        file("old-word.docx", [b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec(), vec![0; 5_000]].concat()),
        file("packed.txt", [b"\x1f\x8b\x08\0".to_vec(), vec![7; 5_000]].concat()),
        file("rich.txt", format!("{{\\rtf1\\ansi {}", "{\\b wijk}".repeat(10_000))),
        file("two-kinds.pdf", format!("<html><p>Wij bouwen.</p>%PDF-1.7\n{}%%EOF", "<p>wijk".repeat(5_000))),
        file("zip-pdf.pdf", b"PK\x03\x04%PDF-1.7\n".repeat(1_000)),
        file("noise.txt", noise.clone()),
        file("noise-pdf.pdf", [b"%PDF-1.7\n".to_vec(), noise.clone(), END.to_vec()].concat()),
        file("noise-zip.docx", [b"PK\x03\x04".to_vec(), noise.clone()].concat()),
        file("noise-html.html", [b"<html>".to_vec(), noise].concat()),
    ]
}
