package rule

import "github.com/optincheck/optincheck/policy"

// Denied returns the hosts among those of a behaviour that fn does not allow,
// for a reader, and "" if it allows them all. A host that could not be
// resolved is never allowed.
func Denied(hosts []string, fn *policy.Function) string {
	if len(hosts) == 0 {
		return Hosts(nil)
	}
	var denied []string
	for _, h := range hosts {
		if !Resolved(h) || !policy.HostAllowed(fn, h) {
			denied = append(denied, h)
		}
	}
	if len(denied) == 0 {
		return ""
	}
	return Hosts(denied)
}
