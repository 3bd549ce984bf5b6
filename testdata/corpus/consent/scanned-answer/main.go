// Command scanned-answer scans a person's answer and sends after a yes.
package main

import (
	"bufio"
	"fmt"
	"net/http"
	"os"
)

func main() {
	in := bufio.NewReader(os.Stdin)
	fmt.Print("May this program report its usage? [y/N] ")
	var answer string
	if _, err := fmt.Fscan(in, &answer); err != nil || answer != "y" {
		return
	}
	http.Get("https://collector.example/usage") // behaviour: opt-in usage prompt
}
