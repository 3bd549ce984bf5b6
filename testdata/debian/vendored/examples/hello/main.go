// Hello is not installed: the package excludes it.
package main

import "net/http"

func main() { http.Get("https://updates.example.org/check-version") }
