// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Fixed words of the language: `highest-first`, `mean`, `population`.
//!
//! Each is an enumeration whose cases are written once; the reader, the JSON schema and the explanation use the same list.

/// An enumeration that is written as one of a few fixed words.
pub(crate) trait Word: Sized + Copy + 'static {
    /// Its words, in the order of the reference page.
    const WORDS: &'static [&'static str];
    /// The case of a word.
    fn parse(text: &str) -> Option<Self>;
}

/// Makes an enumeration of fixed words.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$case_doc:meta])* $case:ident = $word:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, schemars::JsonSchema)]
        pub enum $name {
            $($(#[$case_doc])* #[schemars(rename = $word)] $case),+
        }

        impl $name {
            /// The word in a recipe.
            pub fn as_str(self) -> &'static str {
                match self {
                    $(Self::$case => $word),+
                }
            }
        }

        impl crate::word::Word for $name {
            const WORDS: &'static [&'static str] = &[$($word),+];

            fn parse(text: &str) -> Option<Self> {
                match text {
                    $($word => Some(Self::$case),)+
                    _ => None,
                }
            }
        }
    };
}
pub(crate) use words;

words! {
    /// The language of an explanation.
    Language {
        /// Dutch.
        Nl = "nl",
        /// English.
        En = "en",
    }
}

words! {
    /// How a step's result is kept. The arithmetic within a step is always done in double precision.
    Precision {
        /// As a 64-bit number.
        Double = "double",
        /// Rounded to the nearest 32-bit number, as some published indices were computed.
        Single = "single",
    }
}
