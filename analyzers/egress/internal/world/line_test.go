package world

import (
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// testKinds is a file format with every sort of rule.
func testKinds() kinds {
	return kinds{
		"sink": {subject: symbol, keys: map[string]key{
			"kind":    {required: true, check: oneOf("dial", "http")},
			"network": {check: func(s string) error { _, err := parseArg(s); return err }},
			"example": {repeat: true, check: anyText},
		}},
		"word": {subject: anyText, repeat: true},
	}
}

func TestReadEntries(t *testing.T) {
	text := "# comment\n\n" +
		"sink net:Dial kind=dial\t network=arg0 # why not\r\n" +
		"  sink net/http:Client.Do kind=\"http\" example=a example=\"b c # \\\"d\\\"\"\n" +
		"word \"two words\"\nword a=b\nword a=b"
	got, errs := read("x.txt", text, testKinds())
	if errs != nil {
		t.Fatal(errs)
	}
	want := []Line{
		{Pos{"x.txt", 3, 1}, "sink", "net:Dial", map[string][]string{"kind": {"dial"}, "network": {"arg0"}}},
		{Pos{"x.txt", 4, 3}, "sink", "net/http:Client.Do", map[string][]string{"kind": {"http"}, "example": {"a", `b c # "d"`}}},
		{Pos{"x.txt", 5, 1}, "word", "two words", map[string][]string{}},
		{Pos{"x.txt", 6, 1}, "word", "a=b", map[string][]string{}},
		{Pos{"x.txt", 7, 1}, "word", "a=b", map[string][]string{}},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestReadLongLine(t *testing.T) {
	long := strings.Repeat("x", 1<<20)
	got, errs := read("x.txt", "word "+long+"\nword y", testKinds())
	if errs != nil || len(got) != 2 || got[0].Subject != long {
		t.Errorf("a line of a megabyte: %d entries, %v", len(got), errs)
	}
}

// Every mistake has its message, with its place and what to write instead.
func TestReadErrors(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"unknown kind", "sinc net:Dial", `x.txt:1:1: unknown kind of entry "sinc"; write one of sink, word`},
		{"key instead of kind", "kind=dial", `x.txt:1:1: unknown kind of entry "kind=dial"; write one of sink, word`},
		{"no subject", "sink", `x.txt:1:1: sink of nothing; write what the entry is about after the word sink`},
		{"empty subject", `word ""`, `x.txt:1:1: word of nothing; write what the entry is about after the word word`},
		{"bad symbol, starred", "sink *net.Dialer:Dial kind=dial", `x.txt:1:6: bad symbol "*net.Dialer:Dial"; write import/path:Func or import/path:Type.Method, without stars and parentheses`},
		{"bad symbol, no path", "sink Dial kind=dial", `x.txt:1:6: bad symbol "Dial"; write import/path:Func or import/path:Type.Method, without stars and parentheses`},
		{"bad symbol, three parts", "sink net:A.B.C kind=dial", `x.txt:1:6: bad symbol "net:A.B.C"; write import/path:Func or import/path:Type.Method, without stars and parentheses`},
		{"unknown key", "sink net:Dial kind=dial knid=dial", `x.txt:1:25: unknown key "knid" of sink; write one of example, kind, network`},
		{"unknown value", "sink net:Dial kind=call", `x.txt:1:15: kind: unknown word "call"; write one of dial, http`},
		{"bad argument", "sink net:Dial kind=dial network=0", `x.txt:1:25: network: bad argument "0"; write arg0 for the first one, the receiver not counted`},
		{"key twice", "sink net:Dial kind=dial kind=http", `x.txt:1:25: key "kind" again; write it once`},
		{"no value", "sink net:Dial kind=", `x.txt:1:15: key "kind" has no value; write one or leave the key out` + "\n" + `x.txt:1:1: sink "net:Dial" has no kind; add kind=…`},
		{"missing key", "sink net:Dial", `x.txt:1:1: sink "net:Dial" has no kind; add kind=…`},
		{"bare word", "sink net:Dial kind=dial udp", `x.txt:1:25: word "udp" without a key; write key=value, or quote what belongs together`},
		{"entry twice", "sink net:Dial kind=dial\n\nsink net:Dial kind=http", `x.txt:3:6: sink "net:Dial" again, first in line 1; remove one of the two`},
		{"open quote", `word "a b`, `x.txt:1:6: a quoted word that does not end or holds a bad escape; write a Go string, as in "a b"`},
		{"bad escape", `word "a\q"`, `x.txt:1:6: a quoted word that does not end or holds a bad escape; write a Go string, as in "a b"`},
		{"quote inside", `word a"b"`, `x.txt:1:6: a quote inside the word a"b"; quote the whole value, as in key="a b"`},
		{"text after quote", `word "a"b`, `x.txt:1:6: text right after the quoted word "a"; put a blank between them`},
		{"control character", "word a\x00", `x.txt:1:7: a byte that is no printable UTF-8 text; write it as a Go escape in a quoted word`},
		{"not UTF-8", "word \xff", `x.txt:1:6: a byte that is no printable UTF-8 text; write it as a Go escape in a quoted word`},
		{"all at once", "sinc a\nsink\nword ok\nword \"", "x.txt:1:1: unknown kind of entry \"sinc\"; write one of sink, word\nx.txt:2:1: sink of nothing; write what the entry is about after the word sink\nx.txt:4:6: a quoted word that does not end or holds a bad escape; write a Go string, as in \"a b\""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, errs := read("x.txt", tt.text, testKinds())
			if errs.Error() != tt.want {
				t.Errorf("got\n%v\nwant\n%s", errs, tt.want)
			}
		})
	}
}

// The example of the format's specification is read as it stands.
func TestDocExample(t *testing.T) {
	doc, err := os.ReadFile("doc.go")
	if err != nil {
		t.Fatal(err)
	}
	var example strings.Builder
	_, after, _ := strings.Cut(string(doc), "Example:\n")
	for line := range strings.Lines(after) {
		if text, ok := strings.CutPrefix(line, "//\t"); ok {
			example.WriteString(text)
		} else if example.Len() > 0 {
			break
		}
	}
	lines, errs := read("doc.go", example.String(), sinkKinds())
	if errs != nil || len(lines) != 2 {
		t.Errorf("%d entries, %v; want 2 and no error", len(lines), errs)
	}
}

// Whatever the text, reading ends, and gives each line to an entry or to an
// error with a place inside the text.
func FuzzRead(f *testing.F) {
	f.Add("sink net:Dial kind=dial example=\"\\u00e9\" # x\r\nword \"")
	f.Fuzz(func(t *testing.T, text string) {
		lines, errs := read("x.txt", text, testKinds())
		src := strings.Split(text, "\n")
		for _, e := range errs {
			if e.Pos.Line < 1 || e.Pos.Line > len(src) || e.Pos.Column < 1 || e.Pos.Column > len(src[e.Pos.Line-1])+1 {
				t.Errorf("error outside the text: %v", e)
			}
		}
		for _, l := range lines {
			if l.Kind == "" || l.Subject == "" {
				t.Errorf("entry without kind or subject: %+v", l)
			}
		}
	})
}
