// Command policies-checked reads pages from its input and warns of those that tell
// other sites the reader's address: it names the policies, and sets none.
package main

import (
	"bufio"
	"fmt"
	"os"
	"strings"
)

var leaks = []string{"unsafe-url", "no-referrer-when-downgrade"}

func main() {
	in := bufio.NewScanner(os.Stdin)
	for line := 1; in.Scan(); line++ {
		header, value, _ := strings.Cut(in.Text(), ":")
		for _, policy := range leaks {
			if strings.EqualFold(header, "Referrer-Policy") && strings.TrimSpace(value) == policy {
				fmt.Printf("line %d: Referrer-Policy: %s tells every site the whole address\n", line, policy) // no behaviours
			}
		}
	}
}
