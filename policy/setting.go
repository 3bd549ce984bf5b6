package policy

import (
	"fmt"
	"slices"
	"strings"
)

// A Setting gives a switch a value, as Installed does: KIND:KEY=VALUE.
type Setting struct {
	Kind  Kind
	Key   string
	Value string
}

// ParseSetting reads KIND:KEY=VALUE. The key ends at the first "=".
func ParseSetting(s string) (Setting, error) {
	kind, rest, ok := strings.Cut(s, ":")
	key, value, ok2 := strings.Cut(rest, "=")
	if !ok || !ok2 || key == "" || !slices.Contains(kinds, kind) {
		return Setting{}, fmt.Errorf("bad setting %s; write KIND:KEY=VALUE, as in env:DO_NOT_TRACK=1, with KIND one of %s", quote(s), strings.Join(kinds, ", "))
	}
	return Setting{Kind(kind), key, value}, nil
}

// Settings returns what the Installed field says.
func (h *Header) Settings() []Setting {
	var out []Setting
	for _, it := range h.Installed {
		if s, err := ParseSetting(it.Value); err == nil { // Parse let no other through
			out = append(out, s)
		}
	}
	return out
}
