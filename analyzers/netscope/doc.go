// Package netscope defines the rule about where a program may touch the
// network, and whom it may talk to.
//
// # Analyzer netscope
//
// netscope: report requests outside the functions and hosts of the policy
//
// The rule is active where the policy declares a Function paragraph. From then
// on everything that is not declared is denied, whoever starts it and whatever
// it is for: the last paragraph whose Scope covers the place of a request
// decides which hosts it may go to. A request that a dependency makes by
// itself is covered by a Scope that names the dependency, or by one that names
// the module's own function that calls into it.
//
// # netscope/undeclared-function
//
// A request is made in code that no Function paragraph of the policy covers.
//
// Why: software "should not communicate over the network except: in order to,
// and as necessary to, perform their function". The paragraph is where the
// author says which function that is.
//
// Violates (testdata/declared/scopes/undeclared/main.go):
//
//	func thumbnail(article string) {
//		http.Get("https://thumbs.example/" + article)
//	}
//
// Complies (testdata/declared/optin.policy):
//
//	Function: thumbnails
//	Scope: ./scopes/declared
//	Purpose: primary
//	 Shows the picture of an article that the user opened.
//	Hosts: thumbs.example
//
// To fix it, remove the request, or add the function that the finding names to
// a Scope, with a purpose that a reader of the policy can judge.
//
// The rule cannot see requests of a child process or a plugin, and it does not
// look at files that this build leaves out.
//
// # netscope/undeclared-host
//
// A request is covered by a Function paragraph and goes to a host that its
// Hosts field does not name, or to one that could not be resolved. Where the
// field says none, no request may exist at all.
//
// Why: "in order to, and as necessary to, perform their function": necessary
// is what is named. Phoning home is "connecting to some central server defined
// by the software developers"; a host that the user gives is declared as
// @user.
//
// Violates (testdata/declared/collectors/own-host/main.go):
//
//	go http.Get("https://api.mixpanel.com/track?data=start")
//
// Complies (testdata/declared/optin.policy):
//
//	Function: analytics
//	Scope: ./collectors/declared-company
//	Purpose: usage
//	 One event for each run goes to a company that counts for us.
//	Hosts: api.mixpanel.com
//	Consent: telemetry-flag
//
// To fix it, drop the request or name its host in the paragraph; where the
// host could not be resolved, write it as a constant or take it from the user.
//
// The rule cannot see redirects, proxies, and what a name resolves to.
package netscope
