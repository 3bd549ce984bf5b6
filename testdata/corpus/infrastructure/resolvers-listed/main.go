// Command resolvers-listed prints the addresses of public resolvers; it asks
// none of them.
package main

import "fmt"

// no behaviours

func main() {
	for _, server := range []string{"1.1.1.1:53", "8.8.8.8:53", "9.9.9.9:53"} {
		fmt.Println("a resolver that you could use:", server)
	}
}
