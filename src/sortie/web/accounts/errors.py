"""What the accounts refuse; nothing of it says whether an account exists.

AccountsError
├── SignInRefused       no such account, another password, or an account that is closed
├── TooManyTries        held back for some minutes, whatever is typed
├── FactorRefused       the second factor is not one of this account, or was used before
├── SetUpRefused        no such code, or it is used or too old
├── PasswordWeak        too short, too common, or too near who chooses it
├── AddressTaken        another account signs in with this address
├── AddressUnreadable   not an e-mail address
├── NoSuchAccount       for those alone who manage accounts
├── NoSuchPlace         no prison nor court bears this code
├── PostUnfit           this capacity is not exercised in such a place
├── PostOver            no such post of this account, or it has ended
├── LastAdministrator   nobody would be left to open accounts
├── LastFactor          an account keeps at least one
├── ProviderRefused     what another provider says cannot be relied upon
├── NotLinked           another provider knows them, nobody here said who they are
└── NoSuchArrival       nobody came that way, or they are linked already
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from sortie.errors import SortieError


class AccountsError(SortieError):
    """Base of the refusals of the accounts."""

    code: ClassVar[str] = "accounts"


@dataclass(eq=False)
class SignInRefused(AccountsError):
    """The same for everyone, so that no account is given away."""

    code: ClassVar[str] = "accounts.sign_in_refused"


@dataclass(eq=False)
class TooManyTries(AccountsError):
    """``minutes`` is how long to wait at the most."""

    minutes: int
    code: ClassVar[str] = "accounts.too_many_tries"


@dataclass(eq=False)
class FactorRefused(AccountsError):
    """A code counts once, and for half a minute."""

    code: ClassVar[str] = "accounts.factor_refused"


@dataclass(eq=False)
class SetUpRefused(AccountsError):
    """A set-up code is for one account, once."""

    code: ClassVar[str] = "accounts.set_up_refused"


@dataclass(eq=False)
class PasswordWeak(AccountsError):
    """``faults`` are the codes of what is wrong with it."""

    faults: tuple[str, ...]
    code: ClassVar[str] = "accounts.password_weak"


@dataclass(eq=False)
class AddressTaken(AccountsError):
    """An address signs one account in."""

    email: str
    code: ClassVar[str] = "accounts.address_taken"


@dataclass(eq=False)
class AddressUnreadable(AccountsError):
    """Something, an at sign, a domain."""

    email: str
    code: ClassVar[str] = "accounts.address_unreadable"


@dataclass(eq=False)
class NoSuchAccount(AccountsError):
    """Ids are given by the house."""

    account: str
    code: ClassVar[str] = "accounts.no_such_account"


@dataclass(eq=False)
class NoSuchPlace(AccountsError):
    """A place is recorded before anyone works there."""

    place: str
    code: ClassVar[str] = "accounts.no_such_place"


@dataclass(eq=False)
class PostUnfit(AccountsError):
    """``kinds`` are the kinds of place where the capacity is exercised; none: at no place."""

    role: str
    kinds: tuple[str, ...]
    code: ClassVar[str] = "accounts.post_unfit"


@dataclass(eq=False)
class PostOver(AccountsError):
    """Whoever acts does it in a post that is theirs now."""

    code: ClassVar[str] = "accounts.post_over"


@dataclass(eq=False)
class LastAdministrator(AccountsError):
    """Another one is needed first."""

    code: ClassVar[str] = "accounts.last_administrator"


@dataclass(eq=False)
class LastFactor(AccountsError):
    """Another one is added first."""

    code: ClassVar[str] = "accounts.last_factor"


class Fault(StrEnum):
    """Why what a provider says is not relied upon; told to whoever runs the site, never shown."""

    UNREACHABLE = "unreachable"
    BROKEN_ANSWER = "broken_answer"
    BAD_TOKEN = "bad_token"  # noqa: S105 (the name of a fault)
    EXPIRED = "expired"
    OTHER_AUDIENCE = "other_audience"
    OTHER_ISSUER = "other_issuer"
    OTHER_NONCE = "other_nonce"
    OTHER_SUB = "other_sub"
    UNKNOWN_STATE = "unknown_state"
    TURNED_AWAY = "turned_away"


@dataclass(eq=False)
class ProviderRefused(AccountsError):
    """Nobody is signed in."""

    fault: Fault
    code: ClassVar[str] = "accounts.provider_refused"


@dataclass(eq=False)
class NotLinked(AccountsError):
    """An administrator is shown that they came."""

    code: ClassVar[str] = "accounts.not_linked"


@dataclass(eq=False)
class NoSuchArrival(AccountsError):
    """Each is linked once."""

    code: ClassVar[str] = "accounts.no_such_arrival"
