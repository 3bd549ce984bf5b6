// Package token is a telemetry token that a program can carry with a clear
// conscience: nothing is minted, kept, read or sent before a person has said
// yes, and saying no later deletes what there is.
//
// It does what anaconda-anon-usage does, the best-known scheme of its kind,
// except for the order of things: there the token exists and travels until
// somebody objects. The table below goes through that scheme's behaviours one
// by one.
//
// # Use
//
// A [Program] describes the purposes that a user can agree to. [Open] gives its
// consent [Store]; [Store.Grant] gives a [Grant] where the user has agreed, and
// the zero Grant everywhere else. Everything that touches an identifier takes a
// Grant, and does nothing for the zero one:
//
//	store, err := token.Open(program, token.Config{})
//	if err != nil {
//		return err // the description of the program is wrong
//	}
//	usage := store.Grant("usage")
//	client := &http.Client{Transport: token.Transport(usage, token.About{}, nil)}
//	token.Heartbeat(store.Grant(token.HeartbeatPurpose), token.Beat{})
//
// There is no "if" to forget: without consent client is as any other, and the
// heartbeat is silent. Only a command that a person typed asks: it shows
// [Program.Statement], takes an empty answer for no, and calls [Store.Agree].
// The command optintoken does that for any program, from the same description.
//
// # Consent
//
// Each purpose has its own record: the version and SHA-256 of the text agreed
// to, when, and who. Hosts, kinds of tokens and their age are part of the text,
// so a program that wants more has to ask again. One value of the record means
// yes. A record that is unreadable, open to others, from another user, another
// program, an unknown or newer format, or from the future means no, and so does
// one that was written by anything but this package. Errors mean no.
//
// DO_NOT_TRACK, set to anything, and a file optin-refused in a directory of the
// administrator are vetoes. Nothing of the kind can grant: no variable, system
// file or build flag.
//
// A Grant is looked up again at each use. Consent taken back in one process
// ends in all others, before their next request.
//
// # Files
//
// Under the user's configuration directory, PROGRAM/optin/PURPOSE holds
// consent.json and, after the first use, client.1 and environment-SUM.1; the
// directory has mode 0700 and its files 0600. [Store.Revoke] renames the
// directory away and removes it, so consent and identifiers end in one step.
// The directory is $XDG_CONFIG_HOME or ~/.config, on macOS
// ~/Library/Application Support, on Windows %LOCALAPPDATA%, the part of a
// profile that is not copied to other machines. The administrator's are /etc
// and /var/lib; /Library/Application Support and /etc; C:\ProgramData and
// %ProgramData%.
//
// A token file holds the value, a space and the day on which it was minted, in
// UTC. It appears under its name complete and synced, or not at all. Where
// there is no home, no space, no permission, no hard links, or a clock from
// before the record, there is no token and no failure.
//
// # Limits
//
// A home directory that is copied takes the consent and the identifiers along,
// and two machines then send one number. To notice that without asking for
// hardware takes a second random value outside the copied tree, and there is no
// such place that is a user's own, lasting and private on every platform: what
// is writable outside the home is shared and swept, and a swept value looks like
// a copied home. So it is not noticed; MaxAgeDays bounds how long it lasts, and
// rotating ends it. For the same reason do not agree while building an image
// that others will run.
//
// The receiver still sees the sender's address and the time. An application can
// do with a revealed value what it likes; the analyzers of this module look at
// that.
//
// # Rows
//
// What became of the behaviours of anaconda-anon-usage 0.8. Each that was kept
// or changed has a test, run by TestRows under its number.
//
// Table of rows; written by go test -run TestDocumentedRows -update.
//
//	 1 kept     132 random bits in 22 characters
//	 2 kept     17 bytes of crypto/rand, base64url, cut to 22, no padding
//	 3 kept     s/ is new for each process, the same within it, and never stored; needs consent
//	 4 changed  c/ is minted after the grant, beside its record, and not at the first look
//	 5 changed  e/ likewise; kept with the user's consent, not in the environment, where others would copy it
//	 6 kept     an empty or relative environment has no token
//	 7 kept     the first line that is not blank counts, stripped and cut at its first space
//	 8 kept     comments may follow the token
//	 9 kept     shorter than 22 is minted anew, longer is kept, up to 36
//	10 changed  what is read is checked against the alphabet before a header can hold it
//	11 changed  0600 in 0700, created exclusively, written aside, synced, linked; losers read the winner's
//	12 dropped  no write is deferred: there is a directory from the moment of the grant
//	13 changed  no error is printed, whatever it is; functions return it, without the value
//	14 kept     a token that cannot be stored is left out of the header
//	15 changed  a file that cannot be read or trusted gives no token; it is not replaced unasked
//	16 kept     a look without minting finds nothing rather than make something
//	17 dropped  no hooks in the environment, and nothing prints a value
//	18 dropped  no hardware address is read
//	19 dropped  no sidecar with an address
//	20 dropped  a copied home is not noticed: nowhere to keep a second value; see Limits
//	21 dropped  as 20
//	22 dropped  as 20
//	23 dropped  no older format to migrate; token and host on one line is malformed
//	24 dropped  one implementation, one format
//	25 changed  o/ and m/ only, no dotted names, read once a text that names them is agreed to
//	26 kept     PROGRAM_ORG_TOKEN and PROGRAM_MACHINE_TOKEN come first; they grant nothing
//	27 changed  then the platform's system directories, then the user's own
//	28 dropped  no installation root to search for
//	29 kept     every distinct value is sent, in order, once
//	30 kept     a value is 1 to 36 of the alphabet, or dropped
//	31 dropped  nothing is taken from how the program was downloaded
//	32 changed  a/ is what the application hands over for a text that names it; no credential is parsed
//	33 kept     program/version c/ s/ e/ a/ o/ m/ in this order, one space between
//	34 changed  a header of its own, Optin-Token; the User-Agent is left alone
//	35 changed  only the hosts that the text names get it; no redirect elsewhere, no plain HTTP
//	36 kept     what identifies is apart from what says which program it is
//	37 changed  off
//	38 changed  a person switches it on, per purpose; no variable or system file does
//	39 changed  off means nothing: no version, no empty header
//	40 changed  an administrator can refuse for everybody, and force nobody
//	41 kept     a request goes out whatever goes wrong with its tokens
//	42 changed  taking it back is one call, needs no grant, and leaves nothing
//	43 changed  nothing runs by itself: the program calls, and decides when
//	44 dropped  no code of others is patched
//	45 kept     values print as a dot, however they are printed
//	46 changed  optintoken shows, lists paths and prints random values; what only shows creates nothing
//	47 kept     the heartbeat is off
//	48 changed  its URL needs scheme and host, and the text has to name the host
//	49 kept     the caller goes on at once, whatever happens
//	50 changed  without a URL it goes to the purpose's own, and without that nowhere
//	51 kept     HEAD, three times 0.25 s, 0.75 s in all, no pause between, proxies honoured, 404 is fine
//	52 changed  it does not keep the process alive
//	53 changed  all errors are silent, also unexpected ones
//	54 kept     a dry run gives the exact request and sends nothing
//	55 changed  a purpose, a consent and identifiers of its own: usage and heartbeat say nothing of each other
//
// # Coverage
//
// The tests reach more than 95 of 100 statements on Linux. What they do not
// reach are failures that no test can bring about: a file that cannot be
// closed or looked at after it was opened, one that is exchanged between two
// looks, a record or a request that cannot be encoded, a hundred replacements
// in a row, and the platforms without Unix owners.
package token
