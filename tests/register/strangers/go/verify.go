package main

import (
	"fmt"
	"math/rand"

	"golang.org/x/mod/sumdb/tlog"
)

// verify reads everything a register publishes, and makes and checks as many proofs of each kind.
func verify(folder, checkpoint, vkey string, proofs int, earlier []string) (string, error) {
	tree, err := signedTree(checkpoint, vkey)
	if err != nil {
		return "", err
	}
	hashes := tlog.TileHashReader(tree, tiles{folder})
	leaves, err := leavesOf(folder, tree, hashes)
	if err != nil {
		return "", err
	}
	own, err := grown(leaves)
	if err != nil {
		return "", err
	}
	if root, err := tlog.TreeHash(tree.N, own); err != nil || root != tree.Hash {
		return "", fmt.Errorf("the entries make another root (%v)", err)
	}
	draw := rand.New(rand.NewSource(tree.N))
	for i := 0; i < proofs; i++ {
		if err := included(draw.Int63n(tree.N), tree, leaves, hashes); err != nil {
			return "", err
		}
		old := tlog.Tree{N: 1 + draw.Int63n(tree.N)}
		if old.Hash, err = tlog.TreeHash(old.N, own); err != nil {
			return "", err
		}
		if err := consistent(old, tree, hashes); err != nil {
			return "", err
		}
	}
	for _, path := range earlier {
		old, err := signedTree(path, vkey)
		if err != nil {
			return "", err
		}
		if err := consistent(old, tree, hashes); err != nil {
			return "", fmt.Errorf("%s: %w", path, err)
		}
	}
	return fmt.Sprintf("%d entries, %d proofs of each kind, %d earlier checkpoints",
		tree.N, proofs, len(earlier)), nil
}

// leavesOf hashes every entry again, and compares the hashes with those in the tiles.
func leavesOf(folder string, tree tlog.Tree, hashes tlog.HashReader) ([]tlog.Hash, error) {
	var leaves []tlog.Hash
	for first := int64(0); first < tree.N; first += 1 << height {
		width := tree.N - first
		if width > 1<<height {
			width = 1 << height
		}
		found, err := entries(folder, first>>height, int(width))
		if err != nil {
			return nil, err
		}
		for _, entry := range found {
			leaves = append(leaves, tlog.RecordHash(entry))
		}
	}
	indexes := make([]int64, tree.N)
	for i := range indexes {
		indexes[i] = tlog.StoredHashIndex(0, int64(i))
	}
	published, err := hashes.ReadHashes(indexes)
	if err != nil {
		return nil, err
	}
	for i, leaf := range leaves {
		if leaf != published[i] {
			return nil, fmt.Errorf("entry %d is not the one in the tiles", i)
		}
	}
	return leaves, nil
}

// grown makes a tree of its own in memory, from the leaves alone.
func grown(leaves []tlog.Hash) (tlog.HashReader, error) {
	var stored []tlog.Hash
	reader := tlog.HashReaderFunc(func(indexes []int64) ([]tlog.Hash, error) {
		var found []tlog.Hash
		for _, index := range indexes {
			found = append(found, stored[index])
		}
		return found, nil
	})
	for i, leaf := range leaves {
		made, err := tlog.StoredHashesForRecordHash(int64(i), leaf, reader)
		if err != nil {
			return nil, err
		}
		stored = append(stored, made...)
	}
	return reader, nil
}

func included(index int64, tree tlog.Tree, leaves []tlog.Hash, hashes tlog.HashReader) error {
	proof, err := tlog.ProveRecord(tree.N, index, hashes)
	if err != nil {
		return err
	}
	return tlog.CheckRecord(proof, tree.N, tree.Hash, index, leaves[index])
}

func consistent(old, tree tlog.Tree, hashes tlog.HashReader) error {
	proof, err := tlog.ProveTree(tree.N, old.N, hashes)
	if err != nil {
		return err
	}
	return tlog.CheckTree(proof, tree.N, tree.Hash, old.N, old.Hash)
}
