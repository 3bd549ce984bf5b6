// Package fetch is covered by the policy of the test.
package fetch

import "net/http"

// Index goes to the host that the policy names.
func Index() {
	http.Get("https://files.example.org/index")
}

// Mirror goes to another.
func Mirror() {
	http.Get("https://mirror.example.org/index") // want `^request to mirror.example.org.*; Function fetch allows only files.example.org, not mirror.example.org; see line 8 of the policy \(netscope/undeclared-host\)$`
}
