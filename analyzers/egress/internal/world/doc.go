// Package world holds what is known about the world outside the audited code:
// which functions send, which programs and libraries, who is behind a host,
// what a URL or a name says about a purpose, and what identifies a machine.
//
// The knowledge is data, one text file for each kind, embedded and read by
// Load. Adding to it needs no code; every entry that matches text carries the
// examples that a test holds it to.
//
// # Grammar
//
//	file    = { line "\n" } .
//	line    = [ entry ] [ comment ] .
//	entry   = kind blank subject { blank key "=" value } .
//	subject = bare | quoted .
//	value   = bare | quoted .
//	kind    = letter { letter | "-" } .      a lower-case letter
//	key     = letter { letter | "-" } .
//	bare    = printable { printable } .      neither blank nor quote
//	quoted  = a Go string in double quotes .
//	comment = "#" { printable } .            at the start of a line or after a blank
//	blank   = ( " " | "\t" ) { " " | "\t" } .
//
// A line is of any length. An unknown kind or key, a key given twice that may
// stand once, a missing key, an empty value, an entry given twice, a byte that
// is no printable UTF-8 and every malformed word are errors; all of them are
// reported at once, as file:line:column: what; what to write instead. Example:
//
//	# One sink, and something that looks like one.
//	sink net:Dial     kind=dial dest=arg1:addr network=arg0
//	not  net:DialUnix why="Unix sockets stay on the machine"
//
// Common words: a symbol is import/path:Func or import/path:Type.Method,
// without stars and parentheses. argN is an argument, arg0 the first, the
// receiver not counted. A purpose is usage, crash, update, heartbeat, feedback
// or other. A list is separated by commas. The keys example and not hold what
// the entry matches and what it does not; both repeat.
//
// # sinks.txt
//
//	sink  SYMBOL kind=KIND [dest=DEST] [network=argN]
//	iface SYMBOL kind=KIND [dest=DEST]
//	not   SYMBOL why=REASON
//
// A sink puts bytes on a network by itself. Only exported functions of the
// standard library and of golang.org/x/sys are listed; what other modules do
// is found in their code. The kind is http, dial, lookup, mail, syslog, rpc or
// raw. The destination stands in an argument, argN:FORM with the form request
// (an *http.Request), url, host, addr (host:port), netaddr (a net.Addr or
// netip address) or sockaddr; in a field of the receiver, recv.Field; or is
// the receiver, recv. The network argument makes it no sink where it names a
// Unix network, or nothing. An iface entry is a method of an interface, a sink
// where the implementation is not known. A not entry says why a function that
// looks like a sink is none: a test asks for one or the other.
//
// # exec.txt
//
//	exec    COMMAND kind=KIND operand=OPERAND [verbs=LIST] [flags=LIST] [local=LIST] example=… [not=…]
//	shell   COMMAND flags=LIST takes=one|rest
//	wrapper COMMAND [skip=N]
//
// An exec entry is a command that uses the network when it is called with one
// of the verbs (words after the flags; all calls if there are none) and with
// an operand: a url or a host (any word), remote (host:path or a URL), or any
// (the verb is enough). Flags are those whose value is the next word, local
// ones keep the command on the machine. A command may have several entries.
// The kind browser opens a page in the user's own client and is no sink. A
// shell runs the text after one of its flags, the next word or the rest; a
// wrapper runs the command in its arguments, after N operands of its own.
//
// # sdks.txt
//
//	sdk  PATH collector=true|false [purpose=PURPOSE] [company=WHO]
//	send PATH names=LIST [purpose=PURPOSE]
//	init PATH:SYMBOL [key=argN[.Field]] [env=NAME]
//
// An SDK is a library that exists to send something; it covers the packages
// below its path. Paths are written without major version and match all: the
// element /vN anywhere, the .vN of gopkg.in, and whatever stands before
// /vendor/. A collector gathers other people's usage or crashes for a living;
// no company means that the operator chooses. A send entry names the functions
// by which a program sends. An init entry is a constructor; with a key the SDK
// sends nothing while that argument, or its field, is empty, and the variable
// env stands in for it.
//
// # hosts.txt
//
//	host PATTERN class=CLASS [purpose=PURPOSE] [company=WHO] example=… not=…
//
// The pattern is a host name or address, or .domain for the domain and all
// below it. The class is collector, update, or infrastructure (public
// resolvers, connectivity probes, STUN and time servers), which has no
// purpose. The longest pattern wins.
//
// # urls.txt
//
//	url PATTERN purpose=PURPOSE example=… not=…
//
// The pattern is matched, without regard to case, against host and path of a
// URL: no scheme, user, port, query or fragment. It must match the whole,
// segment by segment. A "*" as the host is any host and any leading path, as a
// segment it is one or more segments, within a segment any text without a
// slash, at the end whatever follows. A "*" in the URL is a piece that is not
// known; only a "*" of the pattern matches it. The pattern with most fixed
// text wins.
//
// # words.txt
//
//	group    NAME words=LIST
//	word     PHRASE purpose=PURPOSE weight=N [unless=LIST] example=… not=…
//	negative PHRASE [place=before|after] example=… not=…
//	ci       VARIABLE
//	command  WORDS purpose=PURPOSE
//
// Names are cut into lower-case words, see Words, and words such as
// usagestats into words that the file knows. A phrase holds for a name that
// has each of its words, in any order; @NAME is any word of a group, which
// stands above. A word of unless spoils it. Weights are compared, 9 names the
// purpose and 1 is a hint. A negative phrase, its words side by side, turns a
// switch round; with place=before another word must follow, with place=after
// one must precede. A ci variable says that the program runs in continuous
// integration. A command is one that users give to ask for the purpose.
//
// # identity.txt
//
//	symbol   SYMBOL  class=CLASS
//	field    SYMBOL  class=CLASS
//	file     PATH    class=CLASS
//	env      NAME    class=CLASS
//	exec     COMMAND class=CLASS
//	registry NAME    class=CLASS
//
// What tells one machine or person from another: the class is host, network,
// user, machine, path, weak (a random number that can be guessed) or neutral
// (what does not identify). A "*" in a path is one element. The words of a
// command are those that its arguments begin with. Paths of symbols are
// written without major version, as in sdks.txt.
package world
