// Command whole-address-in-page writes pages that tell every site that they link
// to which page a reader came from.
package main

import (
	"fmt"
	"os"
)

const head = `<head>
<meta name="referrer" content="no-referrer-when-downgrade">
</head>` // finding: webasset/referrer-leak@main.go:10

func main() {
	fmt.Fprint(os.Stdout, head, "<a href=\"https://example.org/\">the project</a>") // no behaviours
}
