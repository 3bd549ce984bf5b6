package usage

import (
	"crypto/rand"
	"encoding/base64"
	"sync"
)

const length = 22 // row 1 C: 132 bits

// Random returns a new token.
func Random() string {
	var b [17]byte
	rand.Read(b[:])                                            // what travels on the requests of "fetch" // own-audit-finding: identity/hidden-carrier
	return base64.RawURLEncoding.EncodeToString(b[:])[:length] // row 2 C
}

// session is new for each process.
var session = sync.OnceValue(Random) // row 3
