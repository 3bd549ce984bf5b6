// Package identity defines the rule about what tells one machine or person
// from another.
//
// # Analyzer identity
//
// identity: report what identifies a machine or a person in what a program sends
//
// Every behaviour lists the identifiers that it sends: where they come from,
// what they are turned into, and what carries them. This rule judges the list.
// Structs, maps, formatting, encoding, encryption and hashing take nothing off
// it. A behaviour that a user asks for by a command of its name has no finding,
// nor has one of unknown purpose unless those are denied. An Override may name
// the function that sends or the one that reads the identifier.
//
// # identity/host-identity
//
// Something that belongs to the machine or the person is sent for a purpose
// that needs consent: the name of the host, an address, who the user is, the
// machine's id, a path or an argument. The finding names the source, what it is
// turned into, and the carrier. No policy can declare it: identifiers that a
// user can agree to are random, and can be deleted.
//
// Why: "requests don't contain identifying information". A hash "aren't
// 'anonymous' and can still be used to identify users": there are so few
// hardware addresses, host names and users that all of them can be hashed and
// compared, with a fixed salt, too. Where there are many, as of machine ids,
// the hash is an id as well: the same for ever, and nobody can delete it.
//
// Violates (testdata/corpus/identity/host-name-hashed/main.go):
//
//	name, _ := os.Hostname()
//	sum := sha256.Sum256([]byte(name))
//	return hex.EncodeToString(sum[:8])
//
// Complies (testdata/corpus/identity/stored-after-the-yes/main.go):
//
//	id := rand.Text()
//	os.WriteFile(file, []byte(id), 0o600)
//	return id
//
// To fix it, leave the value out, or send a random one that is minted after
// consent and deleted when consent is taken back, as policy/token does.
//
// The rule cannot see an identifier that a library reads in C or by a system
// call of its own, nor one that the receiver takes from the connection.
//
// # identity/hidden-carrier
//
// A request that the program is for carries an identifier, in a header or
// anywhere else: one of the machine or person, or a random one that is kept in a
// file and so tells one installation from another.
//
// Why: "gratuitous calls for purposes of statistics-gathering" are no less
// gratuitous where they ride on a request that the user asked for. What a
// program needs for its function may tell its name, version and system, and
// nothing that tells its users apart.
//
// Violates (testdata/declared/carriers/installation-in-agent/main.go):
//
//	req.Header.Set("User-Agent", "tool/1.0 "+installation())
//	http.DefaultClient.Do(req)
//
// Complies (testdata/declared/carriers/plain-agent/main.go):
//
//	req.Header.Set("User-Agent", "tool/1.0 "+runtime.GOOS)
//	http.DefaultClient.Do(req)
//
// To fix it, send the identifier in a request of its own, with a consent of its
// own, or only to the hosts that the user agreed to.
//
// The rule cannot see what is primary: the policy declares it. A value that is
// random for each request identifies nobody and is no finding.
//
// # identity/late-consent
//
// The behaviour waits for a yes, and the identifier that it sends does not: it
// is minted, stored, or read from the machine on a fresh install.
//
// Why: "the storing of information, or the gaining of access to information
// already stored, in the terminal equipment of a subscriber or user" needs
// consent by itself, whether or not anything is sent. What exists already is
// sent by the first mistake.
//
// Violates (testdata/corpus/identity/stored-before-the-yes/main.go):
//
//	id := installation()
//	if os.Getenv("X_TELEMETRY") == "on" {
//		http.PostForm("https://collector.example/telemetry", url.Values{"installation": {id}})
//	}
//
// Complies (testdata/corpus/identity/stored-after-the-yes/main.go):
//
//	if os.Getenv("X_TELEMETRY") == "on" {
//		http.PostForm("https://collector.example/telemetry", url.Values{"installation": {installation()}})
//	}
//
// To fix it, move minting and reading behind the gate, into the branch that
// sends.
//
// The rule cannot see what an installer or another program stores, and says
// nothing of what is read and kept and never sent.
//
// # identity/weak-token
//
// A value that goes by the name of an identifier, or is kept as one, can be
// guessed: it comes from math/rand, the time or the process number, it is a
// UUID of version 1 or 6, or fewer than 128 random bits are left of it.
//
// Why: tokens "reveal no personally identifying information" only as long as
// nobody can guess them: who can, can speak for one, and find out which
// installation sent what. Versions 1 and 6 also hold the hardware address.
//
// Violates (testdata/corpus/identity/guessable-id/main.go):
//
//	session := fmt.Sprintf("%016x", rand.Uint64())
//
// Complies (testdata/corpus/identity/random-session/main.go):
//
//	session := rand.Text()
//
// To fix it, take 16 bytes or more of crypto/rand, and keep them all.
//
// The rule cannot see which names mean an identifier in a language other than
// English.
package identity
