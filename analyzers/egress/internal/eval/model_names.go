package eval

import (
	"strconv"
	"strings"
	"time"
	"unicode"

	"github.com/optincheck/optincheck/analyzers/egress/internal/ir"
)

// fieldWords cuts a field's name where its case changes: NoUpgrade, HTTPProxy.
func fieldWords(name string) []string {
	var out []string
	runes := []rune(name)
	start := 0
	for i := 1; i < len(runes); i++ {
		lower := unicode.IsLower(runes[i-1]) || unicode.IsDigit(runes[i-1])
		next := i+1 < len(runes) && unicode.IsLower(runes[i+1])
		if unicode.IsUpper(runes[i]) && (lower || next && unicode.IsUpper(runes[i-1])) {
			out = append(out, string(runes[start:i]))
			start = i
		}
	}
	return append(out, string(runes[start:]))
}

// kebab writes a field's name as a flag: no-upgrade.
func kebab(name string) string { return strings.ToLower(strings.Join(fieldWords(name), "-")) }

// textValue is the value that a text of a tag or a default stands for, in a
// variable of that kind. A number may be a duration or a size, whose worth is
// not known here, but for not being zero.
func (e *eval) textValue(text string, kind ir.Kind) val {
	switch kind {
	case ir.KInt:
		if n, err := strconv.ParseInt(text, 0, 64); err == nil {
			return e.intVal(int(n))
		}
		if d, err := time.ParseDuration(text); err == nil {
			return e.intVal(int(d))
		}
		return e.notZero()
	case ir.KBool:
		return e.boolVal(isYes(text))
	case ir.KFloat, ir.KString:
		return e.typed(text, kind)
	}
	if text == "" {
		return bottom
	}
	return e.someVal()
}
