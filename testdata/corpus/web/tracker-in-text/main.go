// Command tracker-in-text writes pages whose last lines report their readers.
package main

import (
	"fmt"
	"os"
)

const footer = `<footer>made by us</footer>
<script async src="https://www.googletagmanager.com/gtag/js?id=G-1"></script>
` // finding: webasset/tracker@main.go:9

func main() {
	fmt.Fprint(os.Stdout, "<h1>Pages</h1>", footer) // no behaviours
}
