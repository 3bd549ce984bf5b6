// Command loop-eats-slice-granted signs its report with a sum over a fixed block,
// which a loop takes eight bytes at a time, and sends if a flag allows it.
package main

import (
	"flag"
	"fmt"
	"net/http"
)

// A digest sums a block.
type digest struct {
	block [32]byte
	used  int
}

func (d *digest) sum() uint64 {
	h := uint64(14695981039346656037)
	b := d.block[:d.used&(len(d.block)-1)]
	for ; len(b) >= 8; b = b[8:] {
		for _, x := range b[:8] {
			h = (h ^ uint64(x)) * 1099511628211
		}
	}
	for ; len(b) > 0; b = b[1:] {
		h = (h ^ uint64(b[0])) * 1099511628211
	}
	return h
}

func main() {
	allowed := flag.Bool("telemetry", false, "send usage")
	flag.Parse()
	d := &digest{}
	d.used = copy(d.block[:], "tool started")
	rest := make([]byte, 3)
	for len(rest) > 0 {
		rest = rest[1:]
	}
	if !*allowed {
		return
	}
	http.Get(fmt.Sprintf("https://collector.example/usage?sum=%x", d.sum())) // behaviour: opt-in usage flag:telemetry
}
