// Package webasset defines the rule about web content that makes a browser
// phone home.
//
// # Analyzer webasset
//
// webasset: report web content that makes the reader's browser ask others
//
// A program that shows a page can have the browser send what the program
// itself does not: who reads it, from where, with which version. The rule
// reads what //go:embed directives embed (HTML, templates, style sheets,
// scripts, front-end bundles) and the strings of the code that hold such
// content, and reports what a browser asks of other hosts by itself. A finding
// stands at the directive or the string and names the line of the asset; there
// is one for each site and file.
//
// Relative addresses, this machine, and links that a reader has to follow are
// fine. So is what a template writes only where a value is set ({{if .ID}}) that
// on a fresh install is not, and so is an address whose host is filled in.
// A host that a Function paragraph names under Hosts is fine where its Scope
// covers the package.
//
// # webasset/tracker
//
// Web content loads something that is there to learn who reads it: the script,
// the pixel or the collection point of a known collector.
//
// Why: "phoning home" is "connecting to some central server defined by the
// software developers". It makes no difference that the reader's browser
// connects and not the program: the reader did not say yes either.
//
// Violates (testdata/corpus/web/embedded-page-with-tracker/page/index.html):
//
//	<script async src="https://www.googletagmanager.com/gtag/js?id=G-1"></script>
//
// Complies (testdata/corpus/web/embedded-page-of-operator/page/index.html):
//
//	{{with .Account}}<script async src="https://www.googletagmanager.com/gtag/js?id={{.}}"></script>{{end}}
//
// To fix it, remove the snippet, or write it only where the operator has set
// an account of their own.
//
// The rule cannot see whether the content is ever served, what a script that
// a bundle holds does with a condition of its own, what a template's data are
// where the caller of a package sets them (the audit sees that, go vet does not),
// files that are read at run time or are compressed, what a build would put into
// an embedded directory and did not, and content of dependencies. A tracker that
// is not in the data of the engine is a webasset/remote-resource.
//
// # webasset/remote-resource
//
// Web content makes the browser ask another host by itself: for a script, a
// style, a font, a picture, a frame, or by a request of a script.
//
// Why: software "should not communicate over the network except: in order to,
// and as necessary to, perform their function". Whoever hosts the resource
// learns the reader's address and the time, and a script may do anything with
// the page. A copy in the package does the same and tells nobody.
//
// Violates (testdata/corpus/web/embedded-page-with-tracker/page/page.css):
//
//	@font-face { font-family: Inter; src: url("https://fonts.gstatic.com/s/inter/inter.woff2") format("woff2") }
//
// Complies (testdata/corpus/web/embedded-page-of-operator/page/page.css):
//
//	@font-face { font-family: Inter; src: url("inter.woff2") format("woff2") }
//
// To fix it, ship the resource with the program; or name the host in the
// Hosts field of the Function paragraph that covers the package.
//
// The rule cannot see addresses that a script puts together, what a resource
// loads in turn, and resources that a page loads after the reader asked for
// them: it reports those all the same where the address is written out. What a
// header makes a browser ask for, as for the reports of a Content-Security-Policy,
// it does not read. Badges are not reported.
//
// # webasset/referrer-leak
//
// A page or a header sets a Referrer-Policy that tells other sites the whole
// address of the page (unsafe-url, no-referrer-when-downgrade), or a request
// of a script asks for one that names the site.
//
// Why: the address names the installation, often one that is not public, and
// who runs it. Browsers leave it out where nobody asks for it: "tell me who
// you are" is a question that needs a yes.
//
// Violates (testdata/corpus/web/release-asked-by-browser/main.go):
//
//	fetch(latest, { referrerPolicy: "strict-origin-when-cross-origin" })
//
// Complies (analyzers/webasset/testdata/src/quiet/quiet.go):
//
//	return `<meta name="referrer" content="no-referrer"><article>` + body + `</article>`
//
// To fix it, remove the policy, which leaves the browser's own, or write
// same-origin or no-referrer.
//
// The rule cannot see a policy that is put together, and what a proxy in front
// of the program adds.
package webasset
