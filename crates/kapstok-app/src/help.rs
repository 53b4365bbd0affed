// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `--help`, and what is said of wrong use, in the language in force.
//!
//! In: the commands of `cli.rs` and the text files. Out: the same commands with every word from the text files,
//! and a sentence for each error of clap. The doc comments of `cli.rs` are for readers of the code alone.

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, Command, CommandFactory};

use crate::cli::Cli;
use kapstok_share::words::Words;

/// The commands as a person reads them.
pub(crate) fn command(words: &Words) -> Command {
    let root = Cli::command().disable_help_subcommand(true).disable_version_flag(true);
    let version = Arg::new("version").short('V').long("version").action(ArgAction::Version);
    with_those_below(root.arg(version), "help", "kapstok", words)
}

/// A command and all below it with their words.
fn with_those_below(command: Command, key: &str, typed: &str, words: &Words) -> Command {
    let names: Vec<String> = command.get_subcommands().map(|it| it.get_name().to_owned()).collect();
    if names.is_empty() {
        return in_words(command, key, typed, words);
    }
    let value = words.say("help-value-command", &[]);
    let mut command = command.disable_help_subcommand(true).subcommand_value_name(value);
    for name in &names {
        let (key, typed) = (format!("{key}-{name}"), format!("{typed} {name}"));
        command = command.mut_subcommand(name, |it| with_those_below(it, &key, &typed, words));
    }
    in_words(command, key, typed, words)
}

/// One command with its words, those of its arguments, and its headings.
fn in_words(command: Command, key: &str, typed: &str, words: &Words) -> Command {
    let help = Arg::new("help").short('h').long("help").action(ArgAction::Help);
    let named = |arg: Arg| {
        let said = match arg.get_id().as_str() {
            shared @ ("help" | "version" | "lang" | "dir") => words.say(&format!("help-arg-{shared}"), &[]),
            own => words.say(&format!("{key}-{own}"), &[]),
        };
        let said = if key == "help-demo" && arg.get_id() == "dir" { words.say("help-demo-dir", &[]) } else { said };
        let arg = arg.help(said).long_help(None);
        if !arg.get_action().takes_values() {
            return arg;
        }
        let value = words.say(&format!("help-value-{}", arg.get_id()), &[]);
        arg.value_name(value).hide_possible_values(true).hide_default_value(true)
    };
    let command = command.about(words.say(key, &[])).long_about(None).disable_help_flag(true).arg(help);
    let command = command.mut_args(named).bin_name(typed);
    // clap has its own English words in the line of use.
    let usage = command.clone().render_usage().to_string();
    let usage = usage.strip_prefix("Usage: ").unwrap_or(&usage).trim();
    let usage = usage.replace("[OPTIONS]", &format!("[{}]", words.say("help-value-options", &[])));
    let heading = |name: &str| words.say(&format!("help-heading-{name}"), &[]);
    let mut page = format!("{{about}}\n\n{}: {{usage}}\n", heading("usage"));
    if command.get_positionals().next().is_some() {
        page += &format!("\n{}:\n{{positionals}}\n", heading("arguments"));
    }
    if command.has_subcommands() {
        page += &format!("\n{}:\n{{subcommands}}\n", heading("commands"));
    }
    page += &format!("\n{}:\n{{options}}", heading("options"));
    if command.has_subcommands() {
        page += &format!("\n\n{}", words.say("help-more", &[]));
    }
    command.override_usage(usage).help_template(page)
}

/// What was typed, with `help` turned into the flag that asks the same: `help build`, `build --help`.
pub(crate) fn typed(mut arguments: Vec<std::ffi::OsString>) -> Vec<std::ffi::OsString> {
    let first = arguments.iter().skip(1).position(|it| it == "help").map(|at| at + 1);
    let leads = |at: usize| at == 1 || (at == 3 && arguments[1] == "--lang") || (at == 2 && is_lang(&arguments[1]));
    if let Some(at) = first.filter(|at| leads(*at)) {
        arguments.remove(at);
        arguments.push("--help".into());
    }
    arguments
}

fn is_lang(argument: &std::ffi::OsStr) -> bool {
    argument.to_string_lossy().starts_with("--lang=")
}

/// Wrong use in a sentence, with what to type. What clap can say and we cannot stands in its own words.
pub(crate) fn wrong_use(error: &clap::Error, command: &Command, typed: &[String], words: &Words) -> String {
    let fact = |kind| error.get(kind).map(in_one_line).unwrap_or_default();
    let (argument, value) = (fact(ContextKind::InvalidArg), fact(ContextKind::InvalidValue));
    let near = |kind| match fact(kind).as_str() {
        "" => String::new(),
        near => words.say("usage-near", &[("near", near)]),
    };
    let values = || match fact(ContextKind::ValidValue).as_str() {
        "" => String::new(),
        values => words.say("usage-values", &[("near", values)]),
    };
    let (sentence, hint) = match error.kind() {
        ErrorKind::InvalidSubcommand => {
            let found = fact(ContextKind::InvalidSubcommand);
            (words.say("usage-unknown-command", &[("found", &found)]), near(ContextKind::SuggestedSubcommand))
        }
        ErrorKind::UnknownArgument => {
            (words.say("usage-unknown-argument", &[("found", &argument)]), near(ContextKind::SuggestedArg))
        }
        ErrorKind::MissingSubcommand => {
            let command = format!("<{}>", words.say("help-value-command", &[]));
            (words.say("usage-missing", &[("found", &command)]), String::new())
        }
        ErrorKind::MissingRequiredArgument => (words.say("usage-missing", &[("found", &argument)]), String::new()),
        ErrorKind::InvalidValue if value.is_empty() => (words.say("usage-no-value", &[("found", &argument)]), values()),
        ErrorKind::InvalidValue => {
            let facts = [("found", &*value), ("argument", &argument)];
            (words.say("usage-wrong-value", &facts), values())
        }
        _ => {
            let own = error.to_string();
            let own = own.lines().next().unwrap_or_default();
            (words.say("usage-other", &[("found", own.strip_prefix("error: ").unwrap_or(own))]), String::new())
        }
    };
    let name = typed.iter().find(|it| command.find_subcommand(it).is_some());
    let page = name.map_or_else(|| "kapstok --help".to_owned(), |name| format!("kapstok {name} --help"));
    let page = words.say("usage-page", &[("page", &page)]);
    match hint.as_str() {
        "" => format!("{sentence}\nhint: {page}"),
        hint => format!("{sentence}\nhint: {hint} ({page})"),
    }
}

fn in_one_line(value: &ContextValue) -> String {
    match value {
        ContextValue::Strings(several) => several.join(", "),
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use kapstok_share::words::Language;

    #[test]
    fn every_command_and_argument_has_its_words_in_both_languages() {
        for language in [Language::Nl, Language::En] {
            let words = Words::new(language);
            let root = command(&words);
            let below = root.get_subcommands().flat_map(Command::get_subcommands);
            let commands = std::iter::once(&root).chain(root.get_subcommands()).chain(below);
            let mut n_arguments = 0;
            for command in commands {
                let about = command.get_about().map(ToString::to_string).unwrap_or_default();
                assert!(!about.is_empty() && !about.starts_with("help"), "{}: {about}", command.get_name());
                for argument in command.get_arguments() {
                    let said = argument.get_help().map(ToString::to_string).unwrap_or_default();
                    let place = format!("{} {}: {said}", command.get_name(), argument.get_id());
                    assert!(!said.is_empty() && !said.starts_with("help-"), "{place}");
                    let values = argument.get_value_names().unwrap_or_default();
                    assert!(values.iter().all(|name| !name.starts_with("help-")), "{place}");
                    n_arguments += 1;
                }
            }
            assert!(n_arguments > 30, "{n_arguments}");
        }
    }

    #[test]
    fn a_page_of_help_has_no_word_of_the_other_language() {
        let words = Words::new(Language::Nl);
        let mut root = command(&words);
        root.build();
        for command in std::iter::once(root.clone()).chain(root.get_subcommands().cloned()) {
            let page = command.clone().render_long_help().to_string();
            for english in
                ["Usage", "Options", "Arguments", "Commands", "OPTIONS", "COMMAND", "Print", "possible", "default"]
            {
                assert!(!page.contains(english), "{english} in\n{page}");
            }
            assert!(page.contains("Gebruik: kapstok"), "{page}");
        }
    }

    #[test]
    fn wrong_use_is_said_in_dutch_with_what_to_type() {
        let words = Words::new(Language::Nl);
        let cases: [(&[&str], &str, &str); 5] = [
            (&["biuld"], "`biuld` is geen opdracht", "`build`"),
            (&["build"], "hier ontbreekt: <MAP>", "kapstok build --help"),
            (&["build", "x", "--jsn"], "`--jsn`", "--json"),
            (&["init", "x", "--template", "be"], "`be`", "nl, england, empty"),
            (&["init", "x", "--template"], "--template", "nl, england, empty"),
        ];
        for (typed, sentence, hint) in cases {
            let root = command(&words);
            let error = root.clone().try_get_matches_from([&["kapstok"], typed].concat()).unwrap_err();
            let typed: Vec<String> = typed.iter().map(|it| (*it).to_owned()).collect();
            let said = wrong_use(&error, &root, &typed, &words);
            assert!(said.contains(sentence) && said.contains(hint), "{typed:?}: {said}");
        }
    }

    #[test]
    fn help_before_a_command_asks_for_its_page() {
        let typed = |text: &str| typed(text.split(' ').map(Into::into).collect()).join(" ".as_ref());
        assert_eq!(typed("kapstok help build"), "kapstok build --help");
        assert_eq!(typed("kapstok --lang nl help"), "kapstok --lang nl --help");
        assert_eq!(typed("kapstok check help"), "kapstok check help", "a folder may have that name");
    }
}
