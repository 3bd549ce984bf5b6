// Command weak makes identifiers that can be guessed, and some that cannot.
package main

import (
	"bytes"
	crand "crypto/rand"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"math/rand"
	"net/http"
	"os"
	"time"
)

type event struct {
	ClientID string
	Sent     int64
	Sample   int
}

func main() {
	fromMathRand()
	fromTime()
	fromProcess()
	short()
	cut()
	long()
	times()
}

func telemetry(e event) {
	body, _ := json.Marshal(e)
	http.Post("https://collector.example/telemetry", "application/json", bytes.NewReader(body))
}

func fromMathRand() {
	telemetry(event{ClientID: fmt.Sprintf("%x", rand.Int63())}) // want `can be guessed by who knows about when it was made.*weak-token`
}

func fromTime() {
	telemetry(event{ClientID: time.Now().String()}) // want `weak-token`
}

func fromProcess() {
	telemetry(event{ClientID: fmt.Sprint(os.Getpid())}) // want `weak-token`
}

func short() {
	var b [8]byte
	crand.Read(b[:]) // want `has 64 random bits of the 128 that it needs.*weak-token`
	telemetry(event{ClientID: hex.EncodeToString(b[:])})
}

func cut() {
	var b [17]byte
	crand.Read(b[:]) // want `has 60 random bits of the 128`
	telemetry(event{ClientID: base64.RawURLEncoding.EncodeToString(b[:])[:10]})
}

// long has 132 random bits.
func long() {
	var b [17]byte
	crand.Read(b[:])
	telemetry(event{ClientID: base64.RawURLEncoding.EncodeToString(b[:])[:22]})
}

// times says when it was sent, and which sample it is of: no identifiers.
func times() {
	telemetry(event{Sent: time.Now().Unix(), Sample: rand.Intn(100)})
}
