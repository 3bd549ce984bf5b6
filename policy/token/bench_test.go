package token

import "testing"

func BenchmarkTokens(b *testing.B) {
	s, err := Open(example(), Config{Dir: b.TempDir()})
	if err != nil {
		b.Fatal(err)
	}
	g, err := s.Agree("usage", s.program.Statement("usage"), "the benchmark")
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		Tokens(g, About{Environment: "/opt/env"}).Reveal(g)
	}
}
