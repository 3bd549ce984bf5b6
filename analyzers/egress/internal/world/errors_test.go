package world

import (
	"errors"
	"strings"
	"testing"
)

// What no single line shows is wrong is an error too, at its line.
func TestLoadErrors(t *testing.T) {
	tests := []struct{ file, text, want string }{
		{"sinks.txt", "sink a:F kind=dial\nnot a:F why=x", "sinks.txt:2:1: a:F is a sink and is none; remove one of the two"},
		{"sinks.txt", "sink a:I.F kind=dial\niface a:I.F kind=dial", "sinks.txt:2:1: a:I.F stands in the file twice; remove one of the two"},
		{"sinks.txt", "sink a:F kind=dial dest=1", `sinks.txt:1:20: dest: bad destination "1"; write argN:FORM, recv or recv.Field`},
		{"sinks.txt", "sink a:F kind=dial dest=arg0:uri", `sinks.txt:1:20: dest: unknown word "uri"; write one of request, url, host, addr, netaddr, sockaddr`},
		{"exec.txt", "exec /bin/nc kind=dial operand=host example=nc", `exec.txt:1:6: bad command "/bin/nc"; write its name without folder`},
		{"sdks.txt", "sdk a.b/c/v2 collector=true", `sdks.txt:1:5: import path "a.b/c/v2" has a major version; write a.b/c, which matches all of them`},
		{"sdks.txt", "send a.b/c names=F", "sdks.txt:1:1: a.b/c belongs to no SDK; write the sdk entry above it"},
		{"sdks.txt", "init a.b/c:F", "sdks.txt:1:1: a.b/c:F belongs to no SDK; write the sdk entry above it"},
		{"sdks.txt", "sdk a.b/c collector=true\nsend a.b/c names=F\nsend a.b/c names=G,F", "sdks.txt:3:1: a.b/c:F stands in the file twice; remove one of the two"},
		{"sdks.txt", "sdk a.b/c collector=true\nsend a.b/c names=(*T).F", `sdks.txt:2:1: bad symbol "a.b/c:(*T).F"; write import/path:Func or import/path:Type.Method, without stars and parentheses`},
		{"sdks.txt", "sdk a.b/c collector=true\ninit a.b/c:F key=arg0.", `sdks.txt:2:14: key: bad field "arg0."; write argN or argN.Field`},
		{"sdks.txt", "sdk a.b/c collector=true\ninit a.b/c:F env=A-B", `sdks.txt:2:14: env: bad variable "A-B"; write its name, letters, digits and underscores only`},
		{"hosts.txt", "host a.b class=collector example=a.b not=b", "hosts.txt:1:1: a.b collects, and what for is not said; add purpose=…"},
		{"hosts.txt", "host *.a.b class=infrastructure example=a.b not=b", `hosts.txt:1:6: bad host "*.a.b"; write a lower-case name or address without port, or .domain for all below it`},
		{"urls.txt", "url https://a.b/c purpose=usage example=x not=y", `urls.txt:1:5: bad URL shape "https://a.b/c"; write host/segment/… without scheme and query, "*" for what may be anything`},
		{"urls.txt", "url a.b/c purpose=spying example=x not=y", `urls.txt:1:11: purpose: unknown word "spying"; write one of usage, crash, update, heartbeat, feedback, other`},
		{"words.txt", `word "@check x" purpose=update weight=1 example=x not=y`, "words.txt:1:1: unknown group @check; write the group above its first use"},
		{"words.txt", "word x purpose=update weight=10 example=x not=y", `words.txt:1:23: weight: bad weight "10"; write a digit from 1 to 9`},
		{"words.txt", "group a-b words=x", `words.txt:1:7: bad name "a-b"; write letters, digits and underscores`},
		{"web.txt", "tracker a.b name=A example=x not=y", "web.txt:1:1: a.b tracks, and for whom is not said; add company=…"},
		{"web.txt", "service a.b name=A example=x not=y\nbadge a.b name=A example=x not=y", "web.txt:2:1: a.b is a service already; remove one of the two"},
		{"web.txt", "badge a.b/*.svg name=A example=x not=y", `web.txt:1:7: bad path in "a.b/*.svg"; write what the path begins with, without query`},
		{"code.txt", "run a:F how=starts", `code.txt:1:9: how: unknown word "starts"; write one of executes, loads, interprets, replaces`},
		{"code.txt", "own a:F\nname a:F of=recv", "code.txt:2:1: a:F is listed already, in line 1; remove one of the two"},
		{"identity.txt", "file etc/x class=host", `identity.txt:1:6: bad file "etc/x"; write an absolute path, "*" for one element`},
		{"identity.txt", "symbol a.b/v2:F class=host", `identity.txt:1:8: import path "a.b/v2" has a major version; write a.b, which matches all of them`},
		{"identity.txt", "env A class=host space=none", `identity.txt:1:1: no space "none" stands above; add one, or leave the key out`},
		{"identity.txt", "symbol a.b:{F,G} class=host\nsymbol a.b:G class=user", `identity.txt:2:1: symbol a.b:G again; remove one of the two`},
		{"flows.txt", "turn a.b/c into=nothing", `flows.txt:1:12: into: unknown word "nothing"; write one of hash, text`},
		{"flows.txt", "carrier a.b:F key=arg0", "flows.txt:1:1: carrier a.b:F carries nothing; add one of argument, attribute, body, connection, cookie, environment, header, input, message, metadata, name, parameter, url"},
		{"flows.txt", "carrier a.b:{F,G} body=arg0\ncarrier a.b:F url=arg0", "flows.txt:2:1: carrier a.b:F again; put what it carries into one line"},
		{"flows.txt", "part a.b:T.F is=pigeon", `flows.txt:1:14: is: unknown word "pigeon"; write one of argument, attribute, body, connection, cookie, environment, header, input, message, metadata, name, parameter, url`},
	}
	for _, tt := range tests {
		t.Run(tt.want, func(t *testing.T) {
			_, err := load(withText(tt.file, tt.text))
			var errs Errors
			if !errors.As(err, &errs) || err.Error() != tt.want {
				t.Errorf("got\n%v\nwant\n%s", err, tt.want)
			}
		})
	}
}

// The mistakes of all files come at once, in the order of the files.
func TestLoadReportsAllFiles(t *testing.T) {
	files := withText("hosts.txt", "host")
	files[0].text = "sink"
	_, err := load(files)
	if err == nil || strings.Count(err.Error(), "\n") != 1 || !strings.HasPrefix(err.Error(), "sinks.txt:1:1: ") {
		t.Errorf("two files with one mistake each: %v", err)
	}
}

// withText returns the data files with one of them replaced.
func withText(name, text string) []dataFile {
	files := dataFiles()
	for i := range files {
		if files[i].name == name {
			files[i].text = text
		}
	}
	return files
}
