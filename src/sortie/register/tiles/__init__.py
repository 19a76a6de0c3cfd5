"""The published files: static tiles and bundles that any web server can serve."""

from sortie.register.tiles.bundles import packed, unpacked
from sortie.register.tiles.checking import check_entries, tile_faults
from sortie.register.tiles.errors import (
    BundleCountWrong,
    BundleCutShort,
    EntriesMissing,
    FileNotRead,
    FileNotWritten,
    TileDiffers,
    TileError,
    TileLengthWrong,
    TileMissing,
    TileRewritten,
)
from sortie.register.tiles.paths import Bundle, Tile, bundles_of, tiles_of
from sortie.register.tiles.reading import read_bundle, read_entries, read_tile, tile_nodes
from sortie.register.tiles.writing import (
    Entries,
    published_checkpoint,
    write_checkpoint,
    write_tiles,
)

__all__ = [
    "Bundle",
    "BundleCountWrong",
    "BundleCutShort",
    "Entries",
    "EntriesMissing",
    "FileNotRead",
    "FileNotWritten",
    "Tile",
    "TileDiffers",
    "TileError",
    "TileLengthWrong",
    "TileMissing",
    "TileRewritten",
    "bundles_of",
    "check_entries",
    "packed",
    "published_checkpoint",
    "read_bundle",
    "read_entries",
    "read_tile",
    "tile_faults",
    "tile_nodes",
    "tiles_of",
    "unpacked",
    "write_checkpoint",
    "write_tiles",
]
