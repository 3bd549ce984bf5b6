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
// Violates, where nothing below ./sync sends:
//
//	Function: sync
//	Scope: ./sync...
//	Purpose: primary
//	Hosts: @user
//
// Complies: the paragraph removed, or its Scope corrected.
//
// The check cannot see requests that this build leaves out; it says nothing
// when the run is incomplete or looked at a part of the module only.
//
// # policy/unused-override
//
// An Override accepts a finding that does not occur anywhere.
//
// Why: an override is an answer to one finding. Left behind, it would accept
// the next one of its name unread.
//
// Violates:
//
//	Override: optout/default-on
//	Scope: ./no/longer/there
//	Justification: Asked for in the installer.
//
// Complies: the paragraph removed.
//
// The check cannot see findings that only another build or platform has.
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
// Violates, where the message names stats.example.org:
//
//	Context: *old.example.org*
//
// Complies:
//
//	Context: *stats.example.org*
//
// The check cannot see whether the justification still holds.
//
// # policy/expired-override
//
// The last day of an Override's Expires field is over, and what it accepted
// still occurs. It is reported again.
//
// Why: the date was the author's promise to look again.
//
// Violates:
//
//	Expires: 2020-01-01
//
// Complies: the paragraph removed, or a new date with a new justification.
//
// The day is that of SOURCE_DATE_EPOCH where that is set, else today.
//
// # policy/stale-baseline
//
// A finding that the baseline lists as known is not found any more.
//
// Why: a baseline only shrinks. An entry that is left behind would accept the
// next finding of its kind unread.
//
// Violates, where nothing sends a usage report to stats.example.org any more:
//
//	optincheck-baseline/1
//	e40598612fb6d30b6897017665f97a16 optout/default-on example.org/app:Send:usage:stats.example.org
//
// Complies: the line removed.
//
// The check says nothing when the run is incomplete or looked at a part of the
// module only.
//
// # policy/default-on
//
// A Consent paragraph declares Default: on: the author says that the program
// sends until somebody says no.
//
// Why: "opt-in only, period". The declaration is honest and it is a finding.
//
// Violates:
//
//	Default: on
//
// Complies:
//
//	Default: off
//
// To fix it, change the program first and the policy with it.
//
// The check cannot see what the code does; optout/default-on does.
package policyrule
