package world

import (
	"net/netip"
	"strings"
)

// shellCommands cuts a shell's text into commands and words. It knows quotes
// and the signs between commands, and nothing of expansion.
func shellCommands(text string) [][]string {
	var cmds [][]string
	var cmd []string
	var word strings.Builder
	inWord := false
	var quote rune
	endWord := func() {
		if inWord {
			cmd = append(cmd, word.String())
			word.Reset()
			inWord = false
		}
	}
	for _, r := range text {
		switch {
		case quote != 0 && r == quote:
			quote = 0
		case quote == 0 && (r == '\'' || r == '"'):
			quote, inWord = r, true
		case quote == 0 && strings.ContainsRune(";|&\n()", r):
			endWord()
			cmds, cmd = append(cmds, cmd), nil
		case quote == 0 && (r == ' ' || r == '\t'):
			endWord()
		default:
			word.WriteRune(r)
			inWord = true
		}
	}
	endWord()
	return append(cmds, cmd)
}

// Loopback reports whether an address, with or without port, is the machine
// itself.
func Loopback(addr string) bool {
	host := bareHost(addr)
	if host == "" {
		return addr != "" // ":8080"
	}
	if host == "localhost" || strings.HasSuffix(host, ".localhost") {
		return true
	}
	ip, err := netip.ParseAddr(host)
	return err == nil && (ip.IsLoopback() || ip.IsUnspecified())
}
