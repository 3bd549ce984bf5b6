package eval

import "sort"

// sdkHosts finds where a listed SDK sends: to the host in the key that it was
// started with, as in a DSN, else to those that its own network code names.
func (s *siting) sdkHosts(site *Site) {
	if len(site.Hosts) > 0 {
		return
	}
	for _, in := range s.inits {
		if in.sdk != site.SDK {
			continue
		}
		texts, _ := s.strings(in.key)
		for _, t := range texts {
			if h := hostOf(t); h != "" {
				site.Hosts = addString(site.Hosts, h)
			}
		}
	}
	if started, _ := s.started(site.SDK); len(started) == 0 {
		for _, en := range s.entries {
			if en.sdk == site.SDK {
				hosts, _ := s.hosts(en.at, en.arg, en.form, en.r)
				for _, h := range hosts {
					site.Hosts = addString(site.Hosts, h)
				}
			}
		}
	}
	sort.Strings(site.Hosts)
}
