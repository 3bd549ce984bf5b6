// Package policy reads and writes the file in which a program declares what
// it says to whom over the network, and after whose yes. This comment is the
// specification of the format, version 1.0.
//
// Everything that is not allowed is denied; there is no field to turn that
// round. The file is optin.policy at the module root, or debian/optin.policy,
// which wins over it.
//
// # Syntax
//
// The syntax is that of Debian control files (deb822), with strict choices
// wherever deb822 leaves one. In
//
//	file         = { empty | comment | header-or-paragraph }
//	paragraph    = field { field | comment }
//	field        = name ":" [ value ] LF { comment | continuation }
//	continuation = ( SPACE | TAB ) value LF
//	comment      = "#" text LF
//	empty        = LF
//
// a name is printable ASCII without colon that begins with neither "#" nor
// "-"; upper and lower case do not differ in it. Blanks around a value do not
// count. One or more empty lines separate paragraphs. A comment begins in the
// first column; it may stand anywhere and ends nothing, so that a value
// continues after it. Text is UTF-8 without control characters, other than the
// tab, and without bidirectional ones. Lines may have any length.
//
// These are errors: a field twice in a paragraph, a field without a value, a
// field that the format does not know (a name that begins with "X-" is free),
// a line of nothing but blanks, a continuation line without a field. Every
// error of a file is reported at once, each as
//
//	file:line:column: what is wrong; what to write instead
//
// Values are of these types:
//
//	single  one line
//	list    words separated by blanks and line ends
//	text    lines; the one beside the name is the synopsis and may be empty;
//	        an empty line is written " ."
//	date    a single line, YYYY-MM-DD
//
// The first paragraph is the header. Each of the others has one name: a
// Function, a Consent or an Override field. A Function paragraph may have a
// Consent field besides, which then lists names.
//
// # Header
//
//	Format            single, required: https://optincheck.example/policy/1.0/
//	Module            single, required: the path of the Go module that the
//	                  policy is for. The policy of another module is an error.
//	Programs          list of patterns without SYMBOL: the main packages whose
//	                  behaviour counts. Without it, every main package and the
//	                  exported API of the packages that none of them reaches.
//	Installed         list of KIND:KEY=VALUE: what the package ships that changes
//	                  a default, such as env:X=off or config:telemetry.enabled=false.
//	                  The output shows it as an assumption.
//	Upstream-Contact, Source, Comment
//	                  text, for the reader
//
// # Function
//
// Declares egress that the program has.
//
//	Function     single, required, unique: the name that messages use
//	Scope        list of patterns, required: the functions that the egress is in
//	Purpose      text, required. Its first word is one of primary, usage, crash,
//	             update, heartbeat, feedback, other; the rest says why. A rest
//	             that begins with "unreviewed", as in a policy that a program
//	             wrote, is an error until somebody has replaced it.
//	Hosts        list, required:
//	               host[:port]     exactly this host; without port, at any port;
//	                               80 and 443 also stand for the port that a
//	                               URL leaves out
//	               *.example.org   hosts exactly one level below example.org
//	               @user           what the user gives at run time
//	               @loopback       this machine
//	               none            alone: no egress may be in the Scope
//	Consent      list of names of Consent paragraphs, all of which must hold and
//	             one of which must not be a veto. Required unless the purpose is
//	             primary or Hosts is none.
//	Identifiers  list, none if missing: none; random (from a cryptographic
//	             generator, and deletable); account (of a user who logged in for
//	             this). What derives from the host cannot be declared.
//	Comment      text
//
// Of several Function paragraphs that match, the last applies. So the more
// general ones come first, and one that later ones cover wholly is an error: a
// loose paragraph cannot quietly hide a strict one.
//
// # Consent
//
// Names a gate: what the user sets to say yes, or to refuse. The audit holds
// each to being necessary: with everything else granted and this one not set,
// at a value that grants nothing, or, of a veto, at one that refuses, what the
// Function declares does not happen (else telemetry/consent-not-held).
//
//	Consent  single, required, unique: one word
//	Kind     single, required: env, flag, config, file, prompt, command, function
//	Key      single, required: the variable, the flag, the configuration key or
//	         PATH:Type.Field, the file, the prompt, the command, or PATH:SYMBOL
//	         of the function that is the gate
//	Grants   list, required unless Default is veto: the values that mean yes;
//	         >=N is any whole number from N. All other values, no value and
//	         errors mean no.
//	Refuses  list, required for a veto and only there: the values that refuse;
//	         * is any value
//	Default  single, required: how it stands on a fresh install:
//	           off   no
//	           ask   a prompt whose empty answer means no
//	           veto  can only take consent away, never enough alone
//	           on    yes; parses, and is found as policy/default-on
//	Revoke   single: the command or symbol that withdraws the consent and
//	         deletes the identifier
//	Comment  text
//
// # Override
//
// Accepts a finding.
//
//	Override       single, required: the finding, rule/category
//	Scope          list of patterns, required: the functions that it is found in
//	Context        single: a glob that the whole message matches; * is any text,
//	               ? any one character
//	Justification  text, required: why the finding is acceptable
//	Bug            single: a URL
//	Forwarded      single: a URL, no or not-needed, as in Debian's patches
//	Expires        date: the last day; after it the finding is back, and
//	               policy/expired-override with it
//	Comment        text
//
// # Patterns
//
//	pattern = path [ ":" symbol ]
//	path    = ( "./" [ elements ] | elements ) [ "..." ]
//	symbol  = Func | Type "." Method
//
// "./" means the module; elements are an import path. "..." may stand at the
// end of the path only and is any text: a/... names package a and all below
// it, a... also package ab. There are no stars or parentheses in a symbol.
// Closures belong to their function, and the initialisation of package
// variables to init. A pattern without symbol names all functions of its
// packages. The import path of a vendored package is what comes after the last
// vendor folder.
//
// # Example
//
//	Format: https://optincheck.example/policy/1.0/
//	Module: example.org/feedget
//	Upstream-Contact: Feedget developers <dev@example.org>
//	Comment: feedget downloads feeds that the user names.
//
//	Function: fetch
//	Scope: ./fetch... ./cmd/feedget:run
//	Purpose: primary
//	 Downloads the feeds listed on the command line or in the configuration.
//	 No other request is made while fetching.
//	Hosts: @user
//
//	Function: usage
//	Scope: ./telemetry...
//	Purpose: usage
//	 One count of runs per week, with version, GOOS and GOARCH.
//	 `feedget telemetry show` prints exactly what would be sent.
//	Hosts: stats.example.org
//	Consent: usage-allowed no-veto
//	Identifiers: random
//
//	Function: update-check
//	Scope: ./internal/update...
//	Purpose: update
//	 Debian upgrades the package; the code must not be reachable.
//	Hosts: none
//
//	Function: health
//	Scope: ./internal/health...
//	Purpose: primary
//	 Local readiness endpoint.
//	Hosts: @loopback
//
//	Consent: usage-allowed
//	Kind: config
//	Key: ./telemetry:Config.Usage
//	Grants: on
//	Default: off
//	Revoke: feedget telemetry off
//
//	# Unset does not grant anything: usage-allowed must still hold.
//	Consent: no-veto
//	Kind: env
//	Key: DO_NOT_TRACK
//	Refuses: *
//	Default: veto
//
//	Override: identity/host-identity
//	Scope: ./cmd/feedget:logName
//	Context: *os.Hostname*
//	Justification: The host name is written to the local log file only; the value
//	 reaches a request because the log can be attached to a bug report by hand.
//	Bug: https://example.org/bugs/17
//	Expires: 2027-06-30
//
// # Canonical form
//
// [Format] writes the header, then functions, consents and overrides in the
// order of the file, each with its fields in the order above. A comment stays
// above the field, the element of a list, or the paragraph that it is above.
package policy
