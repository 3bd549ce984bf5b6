package token

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"
)

func TestParseProgramReadsWhatJSONWrites(t *testing.T) {
	t.Parallel()
	text, err := json.Marshal(example())
	must(t, err)
	got, err := ParseProgram(text)
	must(t, err)
	if !reflect.DeepEqual(got, example()) {
		t.Errorf("got %+v", got)
	}
}

func TestParseProgramSaysWhatIsWrong(t *testing.T) {
	t.Parallel()
	good, err := json.Marshal(example())
	must(t, err)
	for name, c := range map[string]struct{ old, new, want string }{
		"syntax":        {`{"name"`, "{\n  \"name\" x", "2:10: invalid character 'x'"},
		"type":          {`"text_version":1`, `"text_version":"1"`, "text_version"},
		"unknown field": {`{"name"`, `{"default":"on","name"`, `unknown field "default"`},
		"more text":     {`}]}`, `}]} {}`, "more text after its end"},
		"name":          {`"feedget"`, `"../feedget"`, `program: name "../feedget"`},
		"version":       {`"1.4"`, `"1.4\r\nX: 1"`, `program: version "1.4\r\nX: 1"`},
		"twice":         {`"heartbeat"`, `"usage"`, `purpose "usage" stands there twice`},
		"purpose name":  {`"name":"usage"`, `"name":"."`, `purpose ".": write 1 to 64`},
		"text version":  {`"text_version":1`, `"text_version":0`, "count from 1"},
		"no text":       {`"feedget counts its users."`, `" "`, "say what the user agrees to"},
		"hidden text":   {`feedget counts its users.`, `feedget\u001b[8m counts`, "only printable characters"},
		"no hosts":      {`"hosts":["collector.example"]`, `"hosts":[]`, "name who gets it"},
		"pattern":       {`"hosts":["collector.example"]`, `"hosts":["*.example"]`, `host "*.example": write host or host:port`},
		"scheme":        {`"hosts":["collector.example"]`, `"hosts":["https://collector.example"]`, "without scheme"},
		"kind":          {`"client"`, `"mac"`, `token "mac": write one of [client`},
		"age":           {`"text_version":1`, `"text_version":1,"max_age_days":-1`, "write 0 to keep tokens"},
		"plain url":     {`https://collector.example/beat`, `http://collector.example/beat`, "write https:// and one of its hosts"},
		"foreign url":   {`https://collector.example/beat`, `https://evil.test/beat`, "one of its hosts"},
	} {
		text := strings.Replace(string(good), c.old, c.new, 1)
		if text == string(good) {
			t.Fatalf("%s: nothing changed", name)
		}
		if _, err := ParseProgram([]byte(text)); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: got %v, want %s", name, err, c.want)
		}
	}
	if _, err := Open(Program{}, Config{}); err == nil {
		t.Error("an empty description was opened")
	}
}

func TestStatementSaysWhatTravelsAndToWhom(t *testing.T) {
	t.Parallel()
	p := example()
	p.Purposes[1].MaxAgeDays = 30
	wantEqual(t, "statement", p.Statement(HeartbeatPurpose), `feedget asks for "heartbeat" (text 1)

feedget says that it was started.

What travels in the header Optin-Token of a request:
  the name and version of the program
  c/ a random number for this user on this machine, kept until you take it back
  s/ a random number for one run of the program, never stored
To whom: collector.example, who also see your address and the time.
The request itself: HEAD https://collector.example/beat
Stored numbers are replaced after 30 days.
Until you say yes nothing is kept and nothing is sent. Taking it back deletes the numbers.
`)
	usage := p.Statement("usage")
	for _, kind := range kinds() {
		if !strings.Contains(usage, "  "+kind.prefix()+"/ "+kind.describe()+"\n") {
			t.Errorf("the text is silent about %s", kind)
		}
	}
	wantEqual(t, "unknown purpose", p.Statement("crash"), "")
}
