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
//	limit SYMBOL
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
// looks like a sink is none: a test asks for one or the other. A limit is a
// function or a field that bounds how long a sink takes: one that is given the
// function's result, or the object with the field unless that is zero.
//
// # exec.txt
//
//	exec    COMMAND kind=KIND operand=OPERAND [verbs=LIST] [flags=LIST] [local=LIST] [goes=HOST] example=… [not=…]
//	shell   COMMAND flags=LIST takes=one|rest
//	interpreter COMMAND [flags=LIST]
//	wrapper COMMAND [skip=N]
//
// An exec entry is a command that uses the network when it is called with one
// of the verbs (words after the flags; all calls if there are none) and with
// an operand: a url or a host (any word), remote (host:path or a URL), or any
// (the verb is enough). Flags are those whose value is the next word, local
// ones keep the command on the machine. The host is where the command goes, as
// it is installed, if no operand names one. A command may have several entries.
// The kind browser opens a page in the user's own client and is no sink. A
// shell runs the text after one of its flags, the next word or the rest; an
// interpreter also the file that its first operand names, or what it reads; a
// wrapper runs the command in its arguments, after N operands of its own.
//
// # sdks.txt
//
//	sdk  PATH collector=true|false [purpose=PURPOSE] [company=WHO]
//	send PATH names=LIST [purpose=PURPOSE]
//	deliver PATH names=LIST [purpose=PURPOSE]
//	init PATH:SYMBOL [key=argN[.Field]] [env=NAME]
//
// An SDK is a library that exists to send something; it covers the packages
// below its path. Paths are written without major version and match all: the
// element /vN anywhere, the .vN of gopkg.in, and whatever stands before
// /vendor/. A collector gathers other people's usage or crashes for a living;
// no company means that the operator chooses. A send entry names the functions
// by which a program sends; a deliver entry those that send off what the others
// left to wait, which is a behaviour only where there are no others. An init entry is a constructor; with a key the SDK
// sends nothing while that argument, or its field, is empty, and the variable
// env stands in for it.
//
// # hosts.txt
//
//	host PATTERN class=CLASS [purpose=PURPOSE] [company=WHO] example=… not=…
//
// The pattern is a host name or address, or .domain for the domain and all
// below it. The class is collector (a company that gathers for others), project
// (what one project gathers for itself), update, or infrastructure (public
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
// # web.txt
//
//	tracker PATTERN name=NAME company=WHO example=… not=…
//	service PATTERN name=NAME [company=WHO] example=… not=…
//	badge   PATTERN name=NAME [company=WHO] example=… not=…
//	template SYMBOL data=ARG
//
// What a browser gets from an address. The pattern is that of a host, and
// behind a slash what the path begins with. A tracker is there to learn who
// reads a page: its script, its pixel or its collection point, such that no
// script holds the address for another reason. A service hosts scripts, styles
// and fonts for others. A badge is a small picture about a project. The longest
// host wins, and of its entries the one with most of the path. A template entry
// is a function that writes a template, with its data in an argument.
//
// # code.txt
//
//	run   SYMBOL how=executes|loads|interprets|replaces [path=ARG] [content=ARG] [args=ARG] [checked=true]
//	store SYMBOL [path=ARG] [content=ARG] [mode=ARG]
//	mode  SYMBOL of=ARG mode=ARG
//	move  SYMBOL from=ARG path=ARG
//	own   SYMBOL
//	name  SYMBOL of=ARG
//	copy  SYMBOL from=ARG to=ARG
//	wrap  SYMBOL of=ARG
//	check SYMBOL
//
// How bytes become a program. A run makes one of the file at path, of content,
// or where it has neither, of what it fetches by itself; what a shell is called
// with stands in args. With checked=true it checks what it runs in any case. A
// store writes content to a file, or returns a handle that is written to; mode
// sets the bits of a file, by its path or handle; move gives a file another
// path; own returns the path of the program itself, and name that of a handle.
// Bytes go by a copy from one argument to another, and what is written to the
// result of a wrap goes to its argument. A check is a call by which bytes are
// found to be the right ones: a signature, or a digest to compare with.
//
// # words.txt
//
//	group    NAME words=LIST
//	word     PHRASE purpose=PURPOSE weight=N [unless=LIST] example=… not=…
//	negative PHRASE [place=before|after] [positive=WORDS] example=… not=…
//	aspect   WORD example=… not=…
//	hint     WORD example=… not=…
//	ci       VARIABLE
//	mode     FLAG
//	prerelease WORD
//	deployed   WORD
//	command  WORDS purpose=PURPOSE
//
// Names are cut into lower-case words, see Words, and words such as
// usagestats into words that the file knows. A phrase holds for a name that
// has each of its words, in any order; @NAME is any word of a group, which
// stands above. A word of unless spoils it. Weights are compared, 9 names the
// purpose and 1 is a hint. A negative phrase, its words side by side, turns a
// switch round; with place=before another word must follow, with place=after
// one must precede; the positive words in its place say the contrary. A switch
// with the word of an aspect in its name says how, and promises nothing about
// whether; one with the word of a hint is tried early, whatever it is about: it
// says that somebody agreed, or that something is told. A ci variable says that
// the program runs in continuous integration. A mode is a flag that makes the
// program do something else, and end; a word of a prerelease tells versions from
// releases; a deployed word is the value of a switch which says that the program
// is deployed, not tried. A command is one that users give to ask for the
// purpose.
//
// # identity.txt
//
//	symbol   SYMBOL  class=CLASS [space=NAME] [weak=true]
//	field    SYMBOL  class=CLASS [space=NAME]
//	file     PATH    class=CLASS [space=NAME]
//	env      NAME    class=CLASS [space=NAME]
//	exec     COMMAND class=CLASS [space=NAME]
//	registry NAME    class=CLASS [space=NAME]
//	space    NAME    says=TEXT
//
// What tells one machine or person from another. The class is host, network,
// user, machine or path; of what a program makes by itself, random, or weak
// and clock for what can be guessed; or neutral for what does not identify. An
// entry that is weak can be guessed besides. A "*" in a path is one element.
// The words of a command are those that its arguments begin with. Paths of
// symbols are written without major version, as in sdks.txt; {a,b} in a symbol
// is a or b.
//
// A space says in a sentence how many values there are to try for who wants to
// undo a hash. It is that of the class unless the entry names another one, and
// stands above.
//
// # flows.txt
//
//	turn    PATH   into=hash|text
//	apart   PATH
//	last    SYMBOL
//	carrier SYMBOL [key=ARG] [CARRIER=LIST]...
//	part    FIELD  is=CARRIER
//	token   WORD   [unless=LIST]
//
// How what identifies travels. PATH is an import path for all functions of the
// package, or the symbol of one. What a function without an analysed body
// returns, and writes into the object that it is handed first, is computed
// from its arguments; functions that are apart are the exception. A turn says
// that a function makes a hash, or another text, of them: both identify as
// before. What a function returns that takes the last of a path says nothing of
// the elements before it, where the path was joined.
//
// A carrier is argument, attribute, body, connection, cookie, environment,
// header, input, message, metadata, name (one that is looked up), parameter or
// url. The list holds the arguments that travel in it, key is the argument
// with the name of the header or parameter. A part is a field that does so.
//
// A name with the word of a token is that of an identifier, unless it has one
// of the others beside it.
//
// # models.txt
//
// What functions without an analysed body do to the evaluation. A user may add
// files of this format, see [LoadWith]; where two files model the same
// function, the later one counts. A function that no file models returns
// something unknown and may call every function, and the well-known methods
// of every value, that it is handed.
//
// The subject of most entries is a symbol, without major version. It may stand
// for several: {a,b} is a or b, and {,Type.}Func is Func and Type.Func. ARG is
// argN or recv, the receiver. LIST is separated by commas. TAG is the key of a
// struct tag, FIELD the name of a field.
//
//	opaque      PATH     packages at and below PATH are never read, only modelled
//	called      METHOD   [active=true] a well-known method
//	passive     PATH     functions of packages at and below PATH call no active method
//	session     VARIABLE [at=PATH] is set for all programs: to a directory, or to something unknown
//	notice      TEXT     a message that holds TEXT tells that something is sent
//	login       WORD     a command that logs in
//	default-tag TAG      a tag in which programs that read it by themselves keep defaults
//	variable SYMBOL is=input|network|arguments
//
// Values:
//
//	same  SYMBOL as=ARG       the argument comes back
//	some, fails SYMBOL        something that is not nil; an error
//	new   SYMBOL              a new object of the result's type
//	inert SYMBOL              something unknown; nothing that it is handed is called
//	pure, print SYMBOL        computed, where the arguments are known
//	exits SYMBOL              control does not come back
//	delay, say SYMBOL         waits; tells a person
//	get   SYMBOL of=ARG       reads a cell; put writes it; swap does both
//	put, swap SYMBOL of=ARG value=ARG
//	remember SYMBOL key=ARG value=ARG as=ARG    keeps a value under its key, as a context does
//	recall   SYMBOL key=ARG
//	calls    SYMBOL func=LIST [trigger=start|timer|request|command|init] [returns=ARG] [apart=true]
//	reflect  SYMBOL does=method|call [name=ARG]
//	replacer SYMBOL pairs=ARG                   replaces texts by others
//	replace  SYMBOL of=ARG text=ARG
//
// The world:
//
//	env   SYMBOL key=ARG [default=ARG] [ok=true]   a variable; ok: whether it is set comes, too
//	arguments SYMBOL                      words of the command line
//	source SYMBOL is=pipe                 two ends of something within the program
//	source SYMBOL is=self                 the path of the program's own executable
//	source SYMBOL is=environment          the list of all variables
//	file  SYMBOL name=ARG yields=content|handle|info
//	write SYMBOL name=ARG [data=ARG]      from the next run on it is there
//	mkdir SYMBOL name=ARG                 a directory, which is there at once
//	read  SYMBOL of=ARG                   what is read
//	ask   SYMBOL dest=ARG [of=ARG]        a person's answer is stored, if that is what is read
//	consent SYMBOL gate=SYMBOL            what was kept of a yes, or an error where nobody said it
//	home  SYMBOL at=PATH                  a directory of the user's, as ~/…
//	join  SYMBOL                          a path of its elements
//	decode SYMBOL dest=ARG source=file|network|env|unknown
//	encode SYMBOL value=ARG
//	url   SYMBOL of=ARG [error=true]      an object that remembers a URL
//	text  SYMBOL of=ARG                   its text
//	url-part SYMBOL of=ARG part=hostname|port
//	process SYMBOL name=ARG args=ARG      describes a child process
//	start SYMBOL process=ARG [output=true] [prints=FIELD]
//	      runs it; what it prints comes back, or goes to the field of the process
//
// A consent is a switch of kind function, which goes by the name of the gate:
// the function that tells everybody whether the user agreed.
//
// What a calls entry says to be apart runs beside the caller, who goes on.
//
// Flags. Names are written without dashes; of several, separated by commas, the
// first counts.
//
//	flag    SYMBOL name=ARG [default=ARG] [dest=ARG]   without dest the result points to the flag
//	set     SYMBOL name=ARG [value=ARG] [func=ARG]     calls value.Set, or func, only if the flag is given
//	changed SYMBOL name=ARG [kind=flag|config] [of=ARG]   whether it is given
//	lookup  SYMBOL [name=ARG] kind=flag|config [default=ARG] [of=ARG]   its value
//	named   SYMBOL name=ARG                            its description
//	flag-text SYMBOL of=ARG                            its value as text, from the description
//	describe SYMBOL name=ARG                           begins a description,
//	with    SYMBOL [default=ARG] [env=ARG]             adds to it,
//	define  SYMBOL [dest=ARG]                          and ends it
//	option  TYPE name=FIELD [default=FIELD] [value=TEXT] [env=LIST] [dest=FIELD]   a struct describes a flag
//
// Settings that a library keeps under keys; of is the store, one for all where
// it is not known. What a key holds is decided by a bound flag, a bound
// variable, a file, the default that was set, the default of the look-up, the
// default of the flag, in this order; each is a switch of its own.
//
//	default SYMBOL name=ARG value=ARG [of=ARG]
//	section SYMBOL name=ARG [of=ARG]                   the keys below a key
//	unmarshal SYMBOL dest=ARG [name=ARG] [of=ARG] [from=ARG] [tag=TAG]   fills a struct
//	provide SYMBOL values=ARG [tag=ARG]                a map or struct is a source
//	load    SYMBOL from=ARG [of=ARG]                   of defaults
//	bind-flag SYMBOL name=ARG flag=ARG [of=ARG]        the flag by its description
//	bind-flags SYMBOL [of=ARG]                         every flag is bound to the key of its name
//	bind-env SYMBOL names=ARG [of=ARG]                 the key, then variables
//	auto-env SYMBOL [prefix=ARG] [of=ARG]              PREFIX_KEY is bound
//	env-prefix, env-replace SYMBOL prefix=ARG, replacer=ARG [of=ARG]
//
// Struct tags. A fill gives each field of the struct that dest points to, or
// of the result, what its tags say, also in structs within it.
//
//	fill SYMBOL [dest=ARG] [default=TAG] [combined=TAG] [skip=TAG]
//	     [flag=TAG] [flags=kebab] [nest=TAG] [flagjoin=TEXT]
//	     [env=TAG] [envs=upper] [split=TAG] [envnest=TAG|own] [envjoin=TEXT] [prefix=ARG]
//	     [hooks=LIST] [command=TAG] [run=METHOD]
//
// The tags default, flag and env hold the default, the flag's name and the
// variables' names; combined holds several as key='value', skip leaves a field
// out. Without the tag a flag is called like its field, as in no-upgrade, if
// flags=kebab, and a variable as in NOUPGRADE if envs=upper, as in NO_UPGRADE if
// the tag split says true. What stands before the names in a struct within the
// struct is in the tag nest or envnest (own: the variable's name of the field),
// and flagjoin or envjoin behind it; prefix is what stands before all
// variables. The methods of hooks are called on each struct; run is called on
// the structs in fields with the tag command, which holds the word to type.
//
// Commands. The words that a user types for a command are those of the
// commands above it and the first word of its own name. A command named for
// what it does, see words.txt, is a switch; the root is the program's start.
//
//	command    TYPE run=LIST [always=LIST] [name=FIELD] [commands=LIST] [flags=LIST]
//	subcommand SYMBOL [of=ARG] [add=ARG] [name=ARG]    adds commands, or makes one of that name
//	hook       SYMBOL of=ARG run=ARG                   the function that a command calls
//	words      SYMBOL of=ARG                           what is typed for it
//	supply     SYMBOL values=ARG                       what methods called by reflection get, by type
//	execute    SYMBOL [of=ARG] [supply=ARG] [run=METHOD] [command=TAG]
//
// A struct of a command's type calls the functions in its fields run and
// always, defines the flags in flags and has commands below it in commands. An
// execute calls a command and those below it; run and command are as in the
// fill that made it.
package world
