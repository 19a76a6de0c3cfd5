package main

import (
	"bufio"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"golang.org/x/mod/sumdb/tlog"
)

// question is a proof of inclusion when it has a leaf, and of consistency when it has an old root.
type question struct {
	Index, Size, Old, New int64
	Proof                 []string
	Leaf, Root            *string
	OldRoot               *string `json:"old_root"`
	NewRoot               *string `json:"new_root"`
}

// judge answers each line with one: yes, or no and why.
func judge(in io.Reader, out io.Writer) error {
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		answer := "yes"
		if err := decide(lines.Bytes()); err != nil {
			answer = "no: " + err.Error()
		}
		if _, err := fmt.Fprintln(out, answer); err != nil {
			return err
		}
	}
	return lines.Err()
}

func decide(line []byte) error {
	var asked question
	if err := json.Unmarshal(line, &asked); err != nil {
		return err
	}
	proof, err := hashes(asked.Proof)
	if err != nil {
		return err
	}
	switch {
	case asked.Leaf != nil && asked.Root != nil:
		two, err := hashes([]string{*asked.Leaf, *asked.Root})
		if err != nil {
			return err
		}
		return tlog.CheckRecord(proof, asked.Size, two[1], asked.Index, two[0])
	case asked.OldRoot != nil && asked.NewRoot != nil:
		two, err := hashes([]string{*asked.OldRoot, *asked.NewRoot})
		if err != nil {
			return err
		}
		return tlog.CheckTree(proof, asked.New, two[1], asked.Old, two[0])
	}
	return errors.New("neither a proof of inclusion nor of consistency")
}

func hashes(texts []string) ([]tlog.Hash, error) {
	var found []tlog.Hash
	for _, text := range texts {
		raw, err := base64.StdEncoding.DecodeString(text)
		if err != nil || len(raw) != tlog.HashSize {
			return nil, errors.New("not a hash")
		}
		var hash tlog.Hash
		copy(hash[:], raw)
		found = append(found, hash)
	}
	return found, nil
}
