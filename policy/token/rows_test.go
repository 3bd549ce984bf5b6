package token

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"reflect"
	"runtime"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the table of rows into doc.go")

const (
	kept    = "kept"
	changed = "changed"
	dropped = "dropped"
)

// A row is one behaviour of anaconda-anon-usage and what became of it here.
type row struct {
	number int
	fate   string
	text   string             // for changed: how; for dropped: why
	tests  []func(*testing.T) // that fail when it is altered; none for dropped
}

type tests = []func(*testing.T)

// rows are the behaviours in their order. Their tests are named check, since
// TestRows runs them, and stand with the others of their subject.
func rows() []row {
	return []row{
		{1, kept, "132 random bits in 22 characters", tests{checkRandomHas132Bits}},
		{2, kept, "17 bytes of crypto/rand, base64url, cut to 22, no padding", tests{checkRandomHas132Bits, TestImports}},
		{3, kept, "s/ is new for each process, the same within it, and never stored; needs consent", tests{checkSessionToken}},
		{4, changed, "c/ is minted after the grant, beside its record, and not at the first look", tests{checkClientTokenStays, checkFreshInstallGrantsNothing}},
		{5, changed, "e/ likewise; kept with the user's consent, not in the environment, where others would copy it", tests{checkEnvironmentToken}},
		{6, kept, "an empty or relative environment has no token", tests{checkEnvironmentToken}},
		{7, kept, "the first line that is not blank counts, stripped and cut at its first space", tests{checkFirstLineCounts}},
		{8, kept, "comments may follow the token", tests{checkCommentsMayFollow}},
		{9, kept, "shorter than 22 is minted anew, longer is kept, up to 36", tests{checkLengthDecides}},
		{10, changed, "what is read is checked against the alphabet before a header can hold it", tests{checkContentIsValidated, checkErrorsHoldNoSecret}},
		{11, changed, "0600 in 0700, created exclusively, written aside, synced, linked; losers read the winner's", tests{checkTokenIsSyncedBeforeItHasItsName, checkRecordIsPrivate, checkManyAtOnceGetOneToken}},
		{12, dropped, "no write is deferred: there is a directory from the moment of the grant", nil},
		{13, changed, "no error is printed, whatever it is; functions return it, without the value", tests{checkErrorsHoldNoSecret, checkNoTokenWhereItCannotBeSynced}},
		{14, kept, "a token that cannot be stored is left out of the header", tests{checkNoTokenWhereItCannotBeSynced, checkTokenThatCannotBeHadIsLeftOut}},
		{15, changed, "a file that cannot be read or trusted gives no token; it is not replaced unasked", tests{checkTokenFileThatIsNoPlainFile}},
		{16, kept, "a look without minting finds nothing rather than make something", tests{checkPreviewCreatesNothing}},
		{17, dropped, "no hooks in the environment, and nothing prints a value", nil},
		{18, dropped, "no hardware address is read", nil},
		{19, dropped, "no sidecar with an address", nil},
		{20, dropped, "a copied home is not noticed: nowhere to keep a second value; see Limits", nil},
		{21, dropped, "as 20", nil},
		{22, dropped, "as 20", nil},
		{23, dropped, "no older format to migrate; token and host on one line is malformed", nil},
		{24, dropped, "one implementation, one format", nil},
		{25, changed, "o/ and m/ only, no dotted names, read once a text that names them is agreed to", tests{checkAdministratorsTokens, checkAdministratorsTokensAreNotReadForATextThatIsSilent}},
		{26, kept, "PROGRAM_ORG_TOKEN and PROGRAM_MACHINE_TOKEN come first; they grant nothing", tests{checkAdministratorsTokens, checkNothingButAPersonGrants}},
		{27, changed, "then the platform's system directories, then the user's own", tests{checkAdministratorsTokens, checkPaths}},
		{28, dropped, "no installation root to search for", nil},
		{29, kept, "every distinct value is sent, in order, once", tests{checkAdministratorsTokens}},
		{30, kept, "a value is 1 to 36 of the alphabet, or dropped", tests{checkAdministratorsTokensAreValidated}},
		{31, dropped, "nothing is taken from how the program was downloaded", nil},
		{32, changed, "a/ is what the application hands over for a text that names it; no credential is parsed", tests{checkAccountToken, checkAdministratorsTokensAreNotReadForATextThatIsSilent}},
		{33, kept, "program/version c/ s/ e/ a/ o/ m/ in this order, one space between", tests{checkHeaderInOrder}},
		{34, changed, "a header of its own, Optin-Token; the User-Agent is left alone", tests{checkTransportLeavesTheRequestAlone}},
		{35, changed, "only the hosts that the text names get it; no redirect elsewhere, no plain HTTP", tests{checkCarriesToDeclaredHostsOnly, checkRedirectToAnotherHostCarriesNothing, checkCarriesNothingWhenAddressedToAnotherServer}},
		{36, kept, "what identifies is apart from what says which program it is", tests{checkTransportLeavesTheRequestAlone}},
		{37, changed, "off", tests{checkFreshInstallGrantsNothing, checkBadRecordMeansNo}},
		{38, changed, "a person switches it on, per purpose; no variable or system file does", tests{checkNothingButAPersonGrants, checkAgreeNeedsTheTextThatWasShown}},
		{39, changed, "off means nothing: no version, no empty header", tests{checkNothingIsGivenAwayWithoutConsent, checkTransportFollowsConsentWhileTheProcessRuns}},
		{40, changed, "an administrator can refuse for everybody, and force nobody", tests{checkVetoes, checkNothingButAPersonGrants}},
		{41, kept, "a request goes out whatever goes wrong with its tokens", tests{checkRequestSurvivesWhateverGoesWrongInside}},
		{42, changed, "taking it back is one call, needs no grant, and leaves nothing", tests{checkRevokeDeletesConsentAndIdentifiers, checkRevokeNeedsNoGoodState}},
		{43, changed, "nothing runs by itself: the program calls, and decides when", tests{checkNothingRunsByItself}},
		{44, dropped, "no code of others is patched", nil},
		{45, kept, "values print as a dot, however they are printed", tests{checkNothingPrintsAValue}},
		{46, changed, "optintoken shows, lists paths and prints random values; what only shows creates nothing", tests{checkPreviewCreatesNothing, checkStatus}},
		{47, kept, "the heartbeat is off", tests{checkNothingIsGivenAwayWithoutConsent, checkHeartbeatAndUsageAreApart}},
		{48, changed, "its URL needs scheme and host, and the text has to name the host", tests{checkHeartbeatGoesToDeclaredHostsOnly}},
		{49, kept, "the caller goes on at once, whatever happens", tests{checkHeartbeatGivesUpSoon, checkHeartbeatSurvivesAPanicInside}},
		{50, changed, "without a URL it goes to the purpose's own, and without that nowhere", tests{checkHeartbeatWithoutURL, checkHeartbeatIsOneHeadRequest}},
		{51, kept, "HEAD, three times 0.25 s, 0.75 s in all, no pause between, proxies honoured, 404 is fine", tests{checkHeartbeatIsOneHeadRequest, checkHeartbeatGivesUpSoon, checkHeartbeatTriesAgainAtOnceAfterAnError, checkProxiesOfTheEnvironmentAreHonoured}},
		{52, changed, "it does not keep the process alive", tests{checkHeartbeatGivesUpSoon}},
		{53, changed, "all errors are silent, also unexpected ones", tests{checkHeartbeatSurvivesAPanicInside}},
		{54, kept, "a dry run gives the exact request and sends nothing", tests{checkDryRunSendsAndCreatesNothing}},
		{55, changed, "a purpose, a consent and identifiers of its own: usage and heartbeat say nothing of each other", tests{checkHeartbeatAndUsageAreApart, checkPurposesShareNoIdentifier}},
	}
}

// TestRows runs the tests of each row under its number.
func TestRows(t *testing.T) {
	t.Parallel()
	for i, r := range rows() {
		if r.number != i+1 {
			t.Fatalf("row %d stands where %d should", r.number, i+1)
		}
		if (r.fate == dropped) == (len(r.tests) > 0) || r.text == "" {
			t.Errorf("row %d is %s, has %d tests and says %q", r.number, r.fate, len(r.tests), r.text)
		}
		t.Run(fmt.Sprintf("%02d %s", r.number, r.fate), func(t *testing.T) {
			for _, test := range r.tests {
				t.Run(nameOf(test), test)
			}
		})
	}
	wantEqual(t, "rows", len(rows()), 55)
}

func nameOf(test func(*testing.T)) string {
	name := runtime.FuncForPC(reflect.ValueOf(test).Pointer()).Name()
	return name[strings.LastIndexByte(name, '.')+1:]
}

// TestDocumentedRows holds the table in the package documentation to rows.
func TestDocumentedRows(t *testing.T) {
	t.Parallel()
	doc, err := os.ReadFile("doc.go")
	must(t, err)
	doc = bytes.ReplaceAll(doc, []byte("\r\n"), []byte("\n"))
	const begin, end = "-update.\n//\n", "// # Coverage\n"
	head, rest, ok := strings.Cut(string(doc), begin)
	_, tail, ok2 := strings.Cut(rest, end)
	if !ok || !ok2 {
		t.Fatal("doc.go has no place for the table")
	}
	want := head + begin + table() + end + tail
	if *update {
		must(t, os.WriteFile("doc.go", []byte(want), 0o644))
		return
	}
	if string(doc) != want {
		t.Error("the table in doc.go is stale; run go test ./policy/token -run TestDocumentedRows -update")
	}
}

func table() string {
	var b strings.Builder
	for _, r := range rows() {
		fmt.Fprintf(&b, "//\t%2d %-7s  %s\n", r.number, r.fate, r.text)
	}
	return b.String() + "//\n"
}
