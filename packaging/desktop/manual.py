"""The manual page and the completions of the shells, made from the parsers of the command line."""

from __future__ import annotations

import argparse
import datetime
import gettext
from collections.abc import Iterator, Mapping

from wizard import __version__
from wizard.cli.options import verb_parser, window_parser
from wizard.cli.options.verbs import VERBS
from wizard.model.message import Message

PROGRAM = "ami-wizard"


def _english(message: Message) -> str:
    return message.render(gettext.NullTranslations())


def parsers() -> Mapping[str, argparse.ArgumentParser]:
    """Verb -> its parser; the empty verb is the window."""
    return {"": window_parser(_english)} | {verb: verb_parser(verb, _english) for verb in VERBS}


def options(parser: argparse.ArgumentParser) -> list[argparse.Action]:
    """What a parser takes, but for -h, without groups."""
    return [action for action in parser._actions if action.dest != "help"]  # noqa: SLF001  # argparse has no other way


def manual(day: datetime.date) -> str:
    """The page for man, in roff. day: of the release."""
    return "\n".join(_manual(day)) + "\n"


def _manual(day: datetime.date) -> Iterator[str]:
    yield f'.TH AMI-WIZARD 1 "{day.isoformat()}" "AMI Wizard {__version__}" "User Commands"'
    yield ".SH NAME"
    yield "ami\\-wizard \\- which Amazon Machine Image to use, on which EC2 instance types it runs, and why"
    yield ".SH SYNOPSIS"
    yield ".B ami\\-wizard\n[\\fIFILE\\fR]"
    for verb in VERBS:
        yield f".br\n.B ami\\-wizard {_roff(verb)}\n[\\fIOPTION\\fR]..."
    yield ".SH DESCRIPTION"
    yield (
        "Without a verb the window opens, with the answers of FILE where one is given. It judges by rules with "
        "sources over all instance types, without an account and without a network. A verb does one thing on the "
        "command line; each has \\-\\-help."
    )
    for verb, parser in parsers().items():
        yield f'.SH "{_roff(verb).upper() if verb else "THE WINDOW"}"'
        if verb:
            yield f"{_roff(_english(VERBS[verb]).capitalize())}."
        for action in options(parser):
            names = ", ".join(f"\\fB{_roff(name)}\\fR" for name in action.option_strings)
            value = _value(action)
            yield f".TP\n{names}{' ' if names and value else ''}{value}"
            yield _roff(
                action.help % {"choices": ", ".join(map(str, action.choices or ()))} if action.help else ""
            )
    yield ".SH EXIT STATUS"
    yield "0 where all is well, 1 where something was refused or is not as asked, 2 where the input was not usable."


def _value(action: argparse.Action) -> str:
    if action.nargs == 0:
        return ""
    name = action.metavar if isinstance(action.metavar, str) else None
    if name is None:
        name = "|".join(map(str, action.choices)) if action.choices else action.dest.upper()
    return f"\\fI{_roff(name)}\\fR"


def _roff(text: str) -> str:
    return text.replace("\\", "\\e").replace("-", "\\-").replace("\n", " ").replace("'", "\\(aq")


def words() -> dict[str, list[str]]:
    """Verb -> its options, for completion."""
    return {
        verb: sorted(
            name for action in options(parser) for name in action.option_strings if name.startswith("--")
        )
        for verb, parser in parsers().items()
    }


def choices() -> dict[str, dict[str, list[str]]]:
    """Verb -> option -> the few values that it takes."""
    return {
        verb: {
            name: [str(choice) for choice in action.choices]
            for action in options(parser)
            if action.choices
            for name in action.option_strings
        }
        for verb, parser in parsers().items()
    }


def parts() -> dict[str, tuple[str, ...]]:
    """Verb -> the few words of which one follows it."""
    return {
        verb: tuple(map(str, action.choices))
        for verb, parser in parsers().items()
        for action in options(parser)
        if action.choices and not action.option_strings
    }


def bash() -> str:
    """For /usr/share/bash-completion/completions."""
    return "\n".join(_bash()) + "\n"


def _bash() -> Iterator[str]:
    yield "_ami_wizard() {"
    yield "    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} verb=${COMP_WORDS[1]}"
    yield "    COMPREPLY=()"
    yield "    if [[ $COMP_CWORD -eq 1 && $word != -* ]]; then"
    yield f'        COMPREPLY=($(compgen -W "{" ".join(VERBS)}" -- "$word") $(compgen -f -X "!*.amiwizard" -- "$word"))'
    yield "        return\n    fi\n    case $verb:$before in"
    for verb, known in choices().items():
        for name, values in known.items():
            yield f'        {verb or "*"}:{name}) COMPREPLY=($(compgen -W "{" ".join(values)}" -- "$word")); return ;;'
    for verb, following in parts().items():
        yield f'        {verb}:{verb}) COMPREPLY=($(compgen -W "{" ".join(following)}" -- "$word")) ;;'
    yield "    esac\n    case $verb in"
    for verb, names in words().items():
        if verb:
            yield f'        {verb}) [[ $word == -* ]] && COMPREPLY=($(compgen -W "{" ".join(names)}" -- "$word")) ;;'
    yield f'        *) [[ $word == -* ]] && COMPREPLY=($(compgen -W "{" ".join(words()[""])}" -- "$word")) ;;'
    yield "    esac\n}\ncomplete -o default -F _ami_wizard ami-wizard"


def zsh() -> str:
    """For /usr/share/zsh/vendor-completions."""
    return "\n".join(_zsh()) + "\n"


def _zsh() -> Iterator[str]:
    yield "#compdef ami-wizard\n_ami_wizard() {"
    yield "    local -a verbs\n    verbs=("
    yield from (f"        {_quoted(f'{verb}:{_english(text)}')}" for verb, text in VERBS.items())
    yield "    )\n    if (( CURRENT == 2 )) && [[ $words[2] != -* ]]; then"
    yield "        _describe verb verbs; _files -g '*.amiwizard'; return\n    fi\n    case $words[2] in"
    for verb, parser in parsers().items():
        specs = [_zsh_option(action) for action in options(parser) if action.option_strings]
        # The verb is the first argument.
        specs += [f"'2:word:({' '.join(parts()[verb])})'"] if verb in parts() else []
        if verb:
            yield f"        {verb}) _arguments {' '.join(specs)} '*:file:_files' ;;"
        else:
            window = specs
    yield f"        *) _arguments {' '.join(window)} '*:file:_files -g \"*.amiwizard\"' ;;"
    yield '    esac\n}\n_ami_wizard "$@"'


def _zsh_option(action: argparse.Action) -> str:
    name = action.option_strings[-1]
    said = (action.help or "").replace("[", "(").replace("]", ")").replace(":", " ")
    value = ""
    if action.nargs != 0:
        value = f":value:({' '.join(map(str, action.choices))})" if action.choices else ":value:_files"
    return _quoted(f"*{name}[{said}]{value}")


def fish() -> str:
    """For /usr/share/fish/vendor_completions.d."""
    return "\n".join(_fish()) + "\n"


def _fish() -> Iterator[str]:
    for verb, text in VERBS.items():
        yield f"complete -c {PROGRAM} -n __fish_use_subcommand -a {verb} -d {_quoted(_english(text))}"
    for verb, known in parts().items():
        once = f"__fish_seen_subcommand_from {verb}; and not __fish_seen_subcommand_from {' '.join(known)}"
        yield f"complete -c {PROGRAM} -n '{once}' -f -a {_quoted(' '.join(known))}"
    for verb, parser in parsers().items():
        where = f"-n '__fish_seen_subcommand_from {verb}'" if verb else "-n __fish_use_subcommand"
        for action in options(parser):
            for name in action.option_strings:
                takes = "" if action.nargs == 0 else " -r"
                values = f" -xa {_quoted(' '.join(map(str, action.choices)))}" if action.choices else ""
                said = _quoted((action.help or "").replace("\n", " "))
                yield f"complete -c {PROGRAM} {where} -l {name.lstrip('-')}{takes}{values} -d {said}"


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "'\\''") + "'"
