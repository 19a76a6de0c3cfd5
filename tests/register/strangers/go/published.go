package main

import (
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

const height = 8

// The paths of C2SP tlog-tiles are those of sumdb without the height, and entries for data.
func pathOf(tile tlog.Tile) string {
	path := strings.Replace(tile.Path(), "tile/8/", "tile/", 1)
	return strings.Replace(path, "tile/data/", "tile/entries/", 1)
}

func read(folder string, tile tlog.Tile) ([]byte, error) {
	return os.ReadFile(filepath.Join(folder, filepath.FromSlash(pathOf(tile))))
}

// tiles reads the folder of a register; sumdb/tlog checks what it gives against the root.
type tiles struct{ folder string }

func (t tiles) Height() int { return height }

func (t tiles) ReadTiles(wanted []tlog.Tile) ([][]byte, error) {
	var found [][]byte
	for _, tile := range wanted {
		data, err := read(t.folder, tile)
		if err != nil {
			return nil, err
		}
		found = append(found, data)
	}
	return found, nil
}

func (t tiles) SaveTiles([]tlog.Tile, [][]byte) {}

// entries returns those of one bundle: each one after its length on 16 bits.
func entries(folder string, number int64, width int) ([][]byte, error) {
	data, err := read(folder, tlog.Tile{H: height, L: -1, N: number, W: width})
	if err != nil {
		return nil, err
	}
	var found [][]byte
	for len(data) > 0 {
		if len(data) < 2 || len(data)-2 < int(binary.BigEndian.Uint16(data)) {
			return nil, errors.New("bundle cut inside an entry")
		}
		end := 2 + int(binary.BigEndian.Uint16(data))
		found = append(found, data[2:end])
		data = data[end:]
	}
	if len(found) != width {
		return nil, fmt.Errorf("bundle of %d entries, not %d", len(found), width)
	}
	return found, nil
}

// signedTree returns the tree of a checkpoint that this key signed.
func signedTree(path, vkey string) (tlog.Tree, error) {
	verifier, err := note.NewVerifier(vkey)
	if err != nil {
		return tlog.Tree{}, err
	}
	raw, err := os.ReadFile(path)
	if err != nil {
		return tlog.Tree{}, err
	}
	opened, err := note.Open(raw, note.VerifierList(verifier))
	if err != nil {
		return tlog.Tree{}, err
	}
	lines := strings.SplitN(opened.Text, "\n", 2)
	if lines[0] != verifier.Name() {
		return tlog.Tree{}, fmt.Errorf("checkpoint of %q signed by %q", lines[0], verifier.Name())
	}
	// sumdb reads the rest of the text under a first line of its own.
	return tlog.ParseTree([]byte("go.sum database tree\n" + lines[1]))
}
