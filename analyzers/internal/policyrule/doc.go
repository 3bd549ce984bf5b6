// Package policyrule reports what is wrong with a policy when it is held
// against the code. Only the audit can: no single package knows what the
// others need. A malformed policy is an error of the policy package, and no
// finding.
//
// # Analyzer policy
//
// policy: report paragraphs of the policy that nothing needs
//
// Its findings stand at the policy's own lines, or the baseline's, and cannot
// be overridden.
//
// # policy/unused-paragraph
//
// A Function paragraph covers no request of the program, or a Consent
// paragraph is named by no Function. A paragraph that allows nothing (Hosts:
// none) is fulfilled by silence and is never unused.
//
// Why: "as necessary to, perform their function". A permission that nothing
// needs is there for the next request that happens to fit.
//
// Violates (testdata/script/policy-findings.txtar):
//
//	Function: sync
//	Scope: ./sync...
//	Purpose: primary
//	 Copies what was downloaded.
//	Hosts: @user
//
// Complies (testdata/script/policy-findings.txtar):
//
//	Function: fetch
//	Scope: ./:main
//	Purpose: primary
//	 Downloads what the user names.
//	Hosts: @user
//
// To fix it, remove the paragraph, or correct its Scope.
//
// The rule cannot see requests that this build leaves out; it says nothing
// when the run is incomplete or looked at a part of the module only.
//
// # policy/unused-override
//
// An Override accepts a finding that does not occur anywhere.
//
// Why: an override is an answer to one finding. Left behind, it would accept
// the next one of its name unread.
//
// Violates (testdata/script/policy-findings.txtar):
//
//	Override: optout/default-on
//	Scope: ./no/longer/there
//	Justification: Asked for in the installer.
//
// Complies (testdata/script/policy-findings.txtar):
//
//	Override: telemetry/no-consent
//	Scope: ./:check
//	Context: *releases.example.org*
//	Justification: The distribution agreed in bug 17.
//
// To fix it, remove the paragraph.
//
// The rule cannot see findings that only another build or platform has.
//
// # policy/mismatched-override
//
// An Override names a finding that does occur, but in no place that its Scope
// covers, or with no message that its Context fits.
//
// Why: the finding has changed since somebody accepted it: another function,
// another host, another switch. It stays, and the Override has to be read
// again.
//
// Violates (testdata/script/policy-findings.txtar):
//
//	Context: *old.example.org*
//
// Complies (testdata/script/policy-findings.txtar):
//
//	Context: *releases.example.org*
//
// To fix it, read the finding as it is now, and accept that or repair it.
//
// The rule cannot see whether the justification still holds.
//
// # policy/expired-override
//
// The last day of an Override's Expires field is over, and what it accepted
// still occurs. It is reported again.
//
// Why: the date was the author's promise to look again.
//
// Violates (testdata/script/policy-findings.txtar):
//
//	Expires: 2020-01-01
//
// Complies (testdata/script/policy-findings.txtar):
//
//	Expires: 2999-12-31
//
// To fix it, repair the cause, or write a new date with a new justification.
//
// The rule cannot see a promise without a date. The day is that of
// SOURCE_DATE_EPOCH where that is set, else today.
//
// # policy/stale-baseline
//
// A finding that the baseline lists as known is not found any more.
//
// Why: a baseline only shrinks. An entry that is left behind would accept the
// next finding of its kind unread.
//
// Violates (testdata/script/baseline.txtar):
//
//	optincheck-baseline/1
//	ac29a6f67f5a8c60a6e2ecfec2f6cc11 optout/default-on example.org/app:crash:crash:crash.example.org
//	b0b1eb30f493a0d76d6a6f30e6f574a0 optout/default-on example.org/app:usage:usage:telemetry.example.org
//
// Complies (testdata/script/baseline.txtar):
//
//	optincheck-baseline/1
//	ac29a6f67f5a8c60a6e2ecfec2f6cc11 optout/default-on example.org/app:crash:crash:crash.example.org
//
// To fix it, delete the line, or run with -update-baseline.
//
// The rule cannot see what is stale when the run is incomplete or looked at a
// part of the module only, and says nothing then.
//
// # policy/default-on
//
// A Consent paragraph declares Default: on: the author says that the program
// sends until somebody says no.
//
// Why: "opt-in only, period". The declaration is honest and it is a finding.
//
// Violates (testdata/script/policy-findings.txtar):
//
//	Grants: true
//	Default: on
//
// Complies (testdata/script/policy-findings.txtar):
//
//	Grants: true
//	Default: off
//
// To fix it, change the program first and the policy with it.
//
// The rule cannot see what the code does; optout/default-on does.
package policyrule
