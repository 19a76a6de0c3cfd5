// A stranger: Debian's Go packages sumdb/tlog and sumdb/note, which nobody here wrote, read what the
// register publishes and decide its proofs. Nothing of this program is taken from the register.
//
//	stranger verify FOLDER CHECKPOINT VKEY PROOFS [EARLIER...]
//	stranger judge < questions, one JSON object a line
package main

import (
	"fmt"
	"os"
	"strconv"
)

const usage = "stranger verify FOLDER CHECKPOINT VKEY PROOFS [EARLIER...] | stranger judge"

func main() {
	said, err := run(os.Args[1:])
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	fmt.Println(said)
}

func run(args []string) (string, error) {
	switch {
	case len(args) >= 5 && args[0] == "verify":
		proofs, err := strconv.Atoi(args[4])
		if err != nil {
			return "", err
		}
		return verify(args[1], args[2], args[3], proofs, args[5:])
	case len(args) == 1 && args[0] == "judge":
		return "", judge(os.Stdin, os.Stdout)
	}
	return "", fmt.Errorf("usage: %s", usage)
}
