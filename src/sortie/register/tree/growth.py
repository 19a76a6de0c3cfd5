"""Appending: the root after each entry, from the peaks alone."""

from collections.abc import Sequence

from sortie.register.tree.errors import PeaksWrong
from sortie.register.tree.hashes import EMPTY_ROOT, check_hash, leaf_hash, node_hash
from sortie.register.tree.nodes import bagged, check_size


class Growth:
    """A tree that grows at its right edge; it holds one hash for each bit set in its size.

    ``peaks`` are the hashes of ``peaks_of(size)``, in that order. Not for two threads at once.

    Source:   RFC 6962, section 2.1
    Raises:   SizeOutOfRange, PeaksWrong, NotAHash

    >>> growth = Growth()
    >>> [len(growth.add(entry)) // 32 for entry in (b"a", b"b", b"c", b"d")]
    [1, 2, 1, 3]
    >>> growth.size, growth.root().hex()[:16]
    (4, '33376a3bd63e9993')
    """

    def __init__(self, size: int = 0, peaks: Sequence[bytes] = ()) -> None:
        check_size(size)
        if len(peaks) != size.bit_count():
            raise PeaksWrong(size, size.bit_count(), len(peaks))
        for at, peak in enumerate(peaks):
            check_hash(peak, "peak", at)
        self._size = size
        self._peaks = list(peaks)

    @property
    def size(self) -> int:
        """How many entries there are."""
        return self._size

    @property
    def peaks(self) -> tuple[bytes, ...]:
        """The hashes from which another growth can go on."""
        return tuple(self._peaks)

    def add(self, entry: bytes) -> bytes:
        """Return the hashes this entry completes, the leaf's first, then one a level, end to end.

        Raises:   SizeOutOfRange: the tree is full
        """
        check_size(self._size + 1)
        completed = [leaf_hash(entry)]
        # Each bit set at the end of the size is a subtree as large as the one just completed.
        while self._size >> (len(completed) - 1) & 1:
            completed.append(node_hash(self._peaks.pop(), completed[-1]))
        self._peaks.append(completed[-1])
        self._size += 1
        return b"".join(completed)

    def root(self) -> bytes:
        """Return the root of the tree as it stands."""
        return bagged(self._peaks) if self._peaks else EMPTY_ROOT
