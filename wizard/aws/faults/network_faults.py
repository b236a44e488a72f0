"""Problems on the way to AWS, in words."""

from __future__ import annotations

from urllib.parse import urlsplit

from wizard.model.account.problem import Kind, Problem
from wizard.model.message import Message

_RETRY = Message("Check the connection, and ask again; what came is kept.")


def _network(problem: Message, cause: Message, next_step: Message, details: str) -> Problem:
    return Problem(Kind.NETWORK, problem, cause, next_step, None, details)


def _host(url: object) -> str:
    return urlsplit(str(url)).hostname or str(url)


def unresolved(url: object, details: str) -> Problem:
    """No address for the name."""
    return _network(
        Message("{host} was not found.", {"host": _host(url)}),
        Message("There is no network, or its name server (DNS) does not know the name."),
        Message("Check the connection, a VPN and the Region's name, and ask again; what came is kept."),
        details,
    )


def unreachable(url: object, details: str) -> Problem:
    """An address, but nobody there takes a connection."""
    return _network(
        Message("{host} cannot be reached.", {"host": _host(url)}),
        Message("There is no network, or a firewall refuses the connection."),
        _RETRY,
        details,
    )


def not_connected(url: object, details: str) -> Problem:
    """No answer at all to the first packet."""
    return _network(
        Message("{host} did not take the connection in time.", {"host": _host(url)}),
        Message("The network is very slow, or a firewall drops the connection without a word."),
        Message("Check the connection, a VPN and whether a proxy is needed (HTTPS_PROXY), and ask again."),
        details,
    )


def too_slow(url: object, details: str) -> Problem:
    """A connection, but no answer within the time."""
    return _network(
        Message("{host} did not answer in time.", {"host": _host(url)}),
        Message("The network or AWS is very slow."),
        _RETRY,
        details,
    )


def cut(url: object, details: str) -> Problem:
    """A connection that ended before the answer did."""
    return _network(
        Message("The connection to {host} was cut.", {"host": _host(url)}),
        Message("The network, a VPN or a proxy ended it before the answer was complete."),
        _RETRY,
        details,
    )


def proxy(url: object, details: str) -> Problem:
    """A proxy that does not connect."""
    return _network(
        Message("The proxy {proxy} cannot be used.", {"proxy": _host(url)}),
        Message("It cannot be reached, or it wants another login than the one in its address."),
        Message("Correct HTTPS_PROXY, or name the AWS hosts in NO_PROXY, and start the program again."),
        details,
    )


def inspected(url: object, details: str) -> Problem:
    """A certificate that is not AWS's."""
    return _network(
        Message("The certificate of {host} is not trusted.", {"host": _host(url)}),
        Message(
            "A firewall or a virus scanner between here and AWS opens the connection with a certificate of its own."
        ),
        Message(
            "Ask your network's people for their CA certificate, and name its file in AWS_CA_BUNDLE or as ca_bundle in the profile."
        ),
        details,
    )


def secure_connection(url: object, details: str) -> Problem:
    """No TLS, for another reason than the certificate."""
    return _network(
        Message("No secure connection to {host} came about.", {"host": _host(url)}),
        Message(
            "What answered does not speak TLS as AWS does: a proxy, a captive portal or an old firewall."
        ),
        Message("Open a web page to see whether the network wants a login first, and ask again."),
        details,
    )


def clock(details: str, url: object = "") -> Problem:
    """A clock that AWS, or the certificate of the URL, does not agree with."""
    values = {"host": _host(url)} if url else {}
    return Problem(
        Kind.CLOCK,
        Message("This computer's clock is wrong."),
        Message("The certificate of {host} counts at another time than the clock shows.", values)
        if url
        else Message("AWS takes only requests whose time is at most 5 to 15 minutes off."),
        Message("Set the clock by the network (date and time settings), and ask again."),
        None,
        details,
    )


def no_bundle(details: str) -> Problem:
    """A setting that names a file of CA certificates that is not there."""
    return Problem(
        Kind.CONFIG,
        Message("The file with CA certificates cannot be read."),
        Message(
            "AWS_CA_BUNDLE, REQUESTS_CA_BUNDLE or ca_bundle in the profile names a file that is not there."
        ),
        Message("Correct the path, or take the setting away, and ask again."),
        None,
        details,
    )


def damaged(details: str) -> Problem:
    """Bytes that are not an answer."""
    return Problem(
        Kind.ANSWER,
        Message("The answer cannot be read."),
        Message(
            "It is not complete, or it is not AWS that answered: a proxy or a login page of the network."
        ),
        Message(
            "Open a web page to see whether the network wants a login first, and ask again; what came is kept."
        ),
        None,
        details,
    )


def repeating(details: str) -> Problem:
    """Pages without end."""
    return Problem(
        Kind.ANSWER,
        Message("The pages of the answer begin anew."),
        Message("A page named a following one that was there already; asking on would never end."),
        Message("Ask again; what came is kept. Behind a proxy, ask its people whether it stores answers."),
        None,
        details,
    )
